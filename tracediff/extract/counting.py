"""A parse and its figures in, what each figure counts out.

What is counted is the head of the noun phrase that holds the number; else the noun phrase that the
number is of; else the subject that a verb of level or change gives the number to; else what a
heading, the words before a bracket, or the figure before it counts (design: Rules cite relations).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from tracediff.extract.figure import Figure
from tracediff.lexicon.cues import (
    FALLING,
    FALLS,
    GOING,
    LOSING,
    MULTIPLYING,
    RISES,
    RISING,
    SHIFTING,
    STANDING,
)
from tracediff.lexicon.grammar import EMPTY
from tracediff.lexicon.money import AMOUNTS
from tracediff.lexicon.syntax import BE, FRACTIONS, RANKING, ROUGHLY, SAYING, STRETCHES
from tracediff.lexicon.units import MEASURES
from tracediff.model import Bound, Fact
from tracediff.model.syntax import NOWHERE, Clause, NounPhrase, Relation, VerbGroup
from tracediff.syntax import Parse

_QUANTITIES: Final[frozenset[str]] = frozenset(
    "number numbers total amount count sum majority bulk quantity volume minority rest remainder "
    "percentage proportion share fraction part half third quarter lot handful dozen".split()
)
_MODIFIERS: Final[frozenset[str]] = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "NN", "FW"})
_NOUNS: Final[frozenset[str]] = frozenset(
    {"NN", "NNS", "NNP", "NNPS", "NN$", "NNS$", "NNP$", "NNPS$", "FW"}
)
_IDLE: Final[frozenset[str]] = frozenset("additional further other total more another new".split())
_LEVELS: Final[frozenset[str]] = STANDING | frozenset(
    "stand stands remain remains is are was were be been being total totals totaled totalled "
    "reach reached reaches number numbered average averaged averages amount amounted amounts "
    "equal equals equalled exceeded comprised comprises went ranged varied totalling totaling "
    "amounting averaging numbering reaching exceeding ranging varying".split()
)
_MOVES: Final[frozenset[str]] = RISING | FALLING | frozenset(MULTIPLYING)
_QUANTIFIERS: Final[frozenset[str]] = frozenset("most many some several few all both".split())
_LINES: Final[frozenset[str]] = frozenset(
    "line lines threshold limit minimum maximum capacity capacities ceiling quota".split()
)
_UP: Final[frozenset[str]] = frozenset("up higher more above over".split())
_MORE: Final[frozenset[str]] = frozenset("more fewer less".split())
_BRACKETED: Final[int] = 8  # tokens of a bracket between a size and what it is measured from
_ELIDED: Final = 2  # words before a noun that is left out
_FEWER: Final = frozenset({"fewer", "less"})
_DOWN: Final[frozenset[str]] = frozenset("down lower less fewer below under".split())
_OF_MONEY: Final[frozenset[str]] = frozenset("in of for on to toward towards".split())
_OWNING: Final[frozenset[str]] = frozenset({"NN$", "NNS$", "NNP$", "NNPS$", "POS", "''"})
_LIGHT_NOUNS: Final[frozenset[str]] = frozenset(
    "event result consequence basis part case addition light terms regard place maximum "
    "minimum".split()
)
_HAVING: Final[frozenset[str]] = frozenset("has have had saw see sees recorded posted".split())
_PRONOUNS: Final[frozenset[str]] = frozenset({"PRP", "EX", "DT", "WP", "WDT"})
_COMPLETING: Final[frozenset[str]] = frozenset({"JJ", "JJR", "JJS", "RB", "RBR", "RBS"})
_ITEMS: Final = frozenset({Relation.MAIN, Relation.COORDINATE})
_DASHES: Final[frozenset[str]] = frozenset({"-", "–", "—"})
_CLOSING: Final[frozenset[str]] = frozenset({'"', "”", "’", "»", "''"})
_HELD: Final = frozenset({Relation.INFINITIVE, Relation.PARTICIPLE})
_MOST: Final[int] = 14  # words of a measure; longer ones no longer tell counts apart


class Counted(NamedTuple):
    """What a figure counts.

    ``phrase`` is the noun phrase that names it, ``first`` to ``stop`` its words without determiner
    and number. ``item`` is the noun phrase that a share in brackets stands behind, where it is a
    share of others: "most boats are made of oak (61%)". ``change`` is +1 or -1 for a stated rise or
    fall. ``source`` is the fact that it was taken over from. ``certainty`` runs from 1 (the noun
    stands behind the number) to 0.3.
    """

    phrase: int = NOWHERE
    first: int = 0
    stop: int = 0
    text: str | None = None
    change: int = 0
    certainty: float = 0.3
    source: Fact | None = None
    item: int = NOWHERE

    @property
    def found(self) -> bool:
        """Whether the sentence itself names it."""
        return self.phrase != NOWHERE


class CountReader:
    """Reads what the figures of one sentence count."""

    def __init__(
        self,
        p: Parse,
        figures: Sequence[Figure],
        times: Sequence[bool],
        before: Sequence[Fact],
        population: str = "",
    ) -> None:
        """``times`` marks the tokens of times; ``before`` are the facts of the sentence before.

        ``population`` is what the edition's percentages are mostly of, or "".
        """
        self.p, self.figures, self.times, self.before = p, figures, times, before
        self.population = population
        self.low = p.tokens.low
        self.found: list[Counted] = []

    def read(self) -> list[Counted]:
        """What each figure counts, in order."""
        for k in range(len(self.figures)):
            self.found.append(self._counted(k))
        return self.found

    def _counted(self, k: int) -> Counted:
        figure = self.figures[k]
        change = self._change(figure)
        if figure.sort == "age":
            return Counted(self._phrase_of(figure), 0, 0, "age", 0, 1.0)
        if figure.sort == "ratio" and figure.unit:  # "faults per 100 km of line"
            return Counted(self._phrase_of(figure), 0, 0, figure.word, 0, 0.9)
        if figure.sort == "times" and figure.word == "times":
            return self._multiple(figure)
        if figure.sort == "time" and not figure.hyphen and not change:
            spent = self._spent(figure)
            if spent is not None:
                return self._named(spent, figure, 0, 0.9)
            return Counted(self._phrase_of(figure), 0, 0, figure.word, 0, 0.9)
        told = (
            self._signed(k, figure)
            or self._moved_to(k, figure)
            or self._share_of_others(figure, change)
            or self._more(k, figure, change)
        )
        if told is not None:
            return told
        for certainty, way in (
            (1.0, self._own_noun),
            (1.0, self._of_noun),
            (0.9, self._shared_noun),
            (0.9, self._defined),
            (0.9, self._compared),
            (0.9, self._moving_in),
            (0.8, self._heading),
            (0.8, self._of_verb),
            (0.8, self._before_mark),
            (0.7, self._of_money),
            (0.7, self._divided),
            (0.7, self._on_a_line),
        ):
            phrase = way(k, figure, change)
            if phrase is not None and not self._empty(phrase):
                own = way == self._shared_noun and self._elided(phrase, figure)
                return own or self._named(phrase, figure, change, certainty)
        return self._numbered(figure) or self._inherited(k, figure, change)

    def _signed(self, k: int, figure: Figure) -> Counted | None:
        """What a signed number in brackets behind a figure changes: "640 mm [+6%]"."""
        if k == 0 or figure.sort not in ("count", "percent", "measure", "money"):
            return None
        t, at = self.p.tokens, figure.first
        plus = t.text[at - 1] == "+" and t.glued(at)
        at -= plus
        before = self.figures[k - 1]
        between = range(before.stop, at - 1)  # what it counts: "40 tonnes of rye (-12%)"
        straight = t.text[at - 1] in ("(", "[") and all(
            self.p.phrase_at[i] != NOWHERE or self.low[i] == "of" for i in between
        )
        if not (straight and (plus or figure.value < 0)) or not self.found[k - 1].found:
            return None
        return self.found[k - 1]._replace(change=1 if plus else -1, certainty=0.9)

    def _moved_to(self, k: int, figure: Figure) -> Counted | None:
        """What one end of a movement counts, where only the other says, "from 43 to 32", and what a
        number alone in brackets behind another one does: "41 (38)"."""
        before = self.figures[k - 1] if k else None
        moving = before is not None and figure.moving and figure.value in (before.high, before.low)
        if before is None or not (moving or self._repeats(before, figure)):
            return None
        if self._own_noun(k, figure, 0) is not None:
            return None
        return self.found[k - 1] if self.found[k - 1].text else None

    def _repeats(self, before: Figure, figure: Figure) -> bool:
        """Whether a number stands alone in the bracket straight behind another of its sort."""
        text = self.p.tokens.text
        alone = text[before.stop] == "(" and figure.first == before.stop + 1
        same = (before.sort, before.unit) == (figure.sort, figure.unit)
        return alone and same and text[figure.stop] == ")"

    def _spent(self, figure: Figure) -> int | None:
        """What a time is one of: "nine months’ imprisonment", "ten days’ and a week’s leave"."""
        t, index = self.p.tokens, self._phrase_of(figure)
        if t.text[figure.stop] not in ("’", "'") or index == NOWHERE:
            return None
        while self.p.phrases[index].head <= figure.stop and self.p.phrases[index].joined != NOWHERE:
            index = self.p.phrases[index].joined
        head = self.p.phrases[index].head
        told = head > figure.stop and self.p.tags[head] in _NOUNS
        return index if told and self.low[head] not in MEASURES else None

    def _multiple(self, figure: Figure) -> Counted:
        """What a multiple is one of: "four times more calls", "14 times the amount"."""
        index = self.p.phrase_at[figure.stop] if figure.stop < self.p.tokens.size else NOWHERE
        if index != NOWHERE and self.p.tags[self.p.phrases[index].head] in _NOUNS:
            return self._named(self._through(index), figure, 0, 0.8)
        return Counted(self._phrase_of(figure), 0, 0, "times", 0, 0.9)

    def _empty(self, index: int) -> bool:
        """Whether a phrase names nothing that could be counted: "a solid majority", "31"."""
        head = self.p.phrases[index].head
        if self.low[head] in ("figure", "figures"):  # "the figure was 64 percent"
            return self._governed(index, ("of",)) is None
        inside = any(f.first <= head < f.stop for f in self.figures)  # "14 percent", "9 francs"
        return (
            inside
            or self.p.tags[head] in ("PRP", "EX", "WP")
            or self.p.tags[head] == "CD"
            or self.low[head] in FRACTIONS
        )

    # --- the name -------------------------------------------------------------------------------

    def _named(self, index: int, figure: Figure, change: int, certainty: float) -> Counted:
        first, stop = self.name(index, figure)
        joined = self.p.phrases[index].joined
        if joined != NOWHERE and self.bare(joined) and not self._parted(stop, joined):
            stop = self.p.phrases[joined].stop
        text = self._unquoted(first, stop).strip(" -‑") or None
        return Counted(index, first, stop, text, change, certainty if text else 0.3)

    def _parted(self, stop: int, joined: int) -> bool:
        """Whether a figure of the first of two joined nouns stands between them: "fees of 9 crowns
        and gifts"."""
        return any(stop <= f.first < self.p.phrases[joined].first for f in self.figures)

    def _unquoted(self, first: int, stop: int) -> str:
        """The words of a stretch without the marks around a title."""
        t, marks = self.p.tokens, [i for i in range(first, stop) if self.p.tags[i] in ("``", "''")]
        ends = zip([first, *(i + 1 for i in marks)], [*marks, stop], strict=True)
        return " ".join(t.words(one, end) for one, end in ends if end > one)

    def bare(self, index: int) -> bool:
        """Whether a phrase of a list has no determiner or number of its own."""
        phrase = self.p.phrases[index]
        opens, head = self.p.tags[phrase.first], self.p.tags[phrase.head]
        if self._number_in(phrase) or self.low[phrase.first] in _QUANTIFIERS or head == "CD":
            return False
        if self.low[phrase.first - 1] == "but":
            return False
        if self.low[phrase.first - 1] == "," and (opens in ("VBN", "VBG") or head == "NNP"):
            return False  # "schools, installed pumps", "two brothers, Ivo Pell"
        return opens in _MODIFIERS | _NOUNS

    def _number_in(self, phrase: NounPhrase) -> bool:
        return any(phrase.first <= f.first < phrase.stop for f in self.figures)

    def name(self, index: int, figure: Figure | None = None) -> tuple[int, int]:
        """The words of a phrase without determiners, numbers and bounds."""
        phrase = self.p.phrases[index]
        first = phrase.first
        inside = [f.stop for f in self.figures if phrase.first <= f.first < phrase.head]
        inside = [stop for stop in inside if stop <= phrase.head]
        if inside:
            first = max(inside)
        while first < phrase.head and self._idle(first):
            first += 1
        return first, phrase.stop

    def _idle(self, i: int) -> bool:
        tag = self.p.tags[i]
        if self.low[i] in _FEWER:
            return True  # "9 fewer deaths"
        if self.low[i] in ("old", "olds"):
            return any(f.stop == i and f.sort == "age" for f in self.figures)  # "12-year old girls"
        if tag in ("RB", "RBR"):
            return self.p.tags[i + 1] not in ("JJ", "VBN", "VBG")  # "newly hired guards"
        if tag == "CD" and self.p.tokens.text[i + 1] == "-" and self.p.tokens.glued(i + 1):
            return False  # "13 one-stop centers"
        if tag in ("DT", "PDT", "PRP$", "WP$", "WDT", "CD", "$", "IN", "CC"):
            return True
        idle = self.low[i] in _IDLE | _QUANTIFIERS and not self._named_so(i)
        return idle or self.p.tokens.kind[i] != "w" or self.times[i]

    def _named_so(self, i: int) -> bool:
        """Whether a word is part of a name: "New Harbour"."""
        return self.p.tokens.capital(i) and self.p.tokens.capital(i + 1)

    def _through(self, index: int) -> int:
        """The phrase that a quantity is of: "number of reports" counts reports."""
        while self.low[self.p.phrases[index].head] in _QUANTITIES | FRACTIONS:
            of = self._governed(index, ("of",))
            if of is None or self.times[self.p.phrases[of].head]:
                break
            index = of
        return index

    def _governed(self, index: int, prepositions: Sequence[str]) -> int | None:
        """The phrase that hangs on another by one of some prepositions."""
        for after in range(index + 1, min(index + 4, len(self.p.phrases))):
            one = self.p.phrases[after]
            if one.governor == index and self.low[one.preposition] in prepositions:
                return after
        return None

    # --- shares in brackets ---------------------------------------------------------------------

    def _share_of_others(self, figure: Figure, change: int) -> Counted | None:
        """What a share behind an item is of: those whom its clause is about, "most boats are made
        of oak (61%)", or those whom the edition's percentages are of."""
        clause = self._clause(figure)
        if figure.sort not in ("percent", "count") or not figure.bracket or change:
            return None
        if clause.relation is not Relation.ASIDE or clause.opener < 1:
            return None
        item = self.p.phrase_at[self._ahead_of(clause.opener)]
        if figure.sort == "count":
            return self._counted_by_item(clause, item, figure)
        led = self._followed(item, figure)
        if led is not None:
            return led._replace(item=item, certainty=0.7)
        subject = self.p.clauses[clause.parent].subject
        whole = self._through(subject) if subject != NOWHERE else NOWHERE
        if item in (NOWHERE, subject, whole) or self._number_in(self.p.phrases[item]):
            return None
        shared = self._quantified(subject) if whole != NOWHERE else False
        if whole != NOWHERE and (shared or self._shared_out(clause, whole, item)):
            return self._named(whole, figure, 0, 0.8)._replace(item=item)
        if self.population and not self._is_population(self._top(item)):
            return Counted(text=self.population, certainty=0.6, item=item)
        return None

    def _counted_by_item(self, aside: Clause, item: int, figure: Figure) -> Counted | None:
        """What counts in brackets are of where a preposition ties what they stand behind to a verb:
        "complaints came from Orsk (12), Norr (7) and Lume (3)"."""
        subject = self.p.clauses[aside.parent].subject
        whole = self._through(subject) if subject != NOWHERE else NOWHERE
        if NOWHERE in (item, whole) or item in (subject, whole) or figure.unit:
            return None
        if self._number_in(self.p.phrases[item]) or self.p.verbs[0].first > aside.opener:
            return None
        told = self._items_are_led(aside) and self._shared_out(aside, whole, item)
        return self._named(whole, figure, 0, 0.8)._replace(item=item) if told else None

    def _items_are_led(self, aside: Clause) -> bool:
        """Whether a preposition leads to the first of the items with a bracket behind them."""
        openers = [
            one.opener
            for one in self.p.clauses
            if one.relation is Relation.ASIDE and one.parent == aside.parent
        ]
        first = self.p.phrase_at[self._ahead_of(min(openers))]
        return first != NOWHERE and self.p.phrases[self._top(first)].preposition != NOWHERE

    def _followed(self, item: int, figure: Figure) -> Counted | None:
        """What the share that leads counts: "Orsk got 31% of votes, followed by Norr (12%)"."""
        clause = self.p.clauses[self.p.phrases[item].clause] if item != NOWHERE else None
        if clause is None or clause.verb == NOWHERE:
            return None
        verb = self.p.verbs[clause.verb]
        by = self.low[verb.head] in RANKING and self.low[verb.stop] == "by"
        leading = [
            one
            for f, one in zip(self.figures, self.found, strict=False)
            if f.sort in ("percent", "share") and not f.bracket and f.first < verb.first
        ]
        return leading[-1] if by and leading and leading[-1].text else None

    def _shared_out(self, aside: Clause, whole: int, item: int) -> bool:
        """Whether several things behind a verb have a share of its subject each in brackets:
        "visitors come from Orsk (31%), Norr (12%) and the islands"."""
        clause = self.p.clauses[aside.parent]
        if clause.verb == NOWHERE or self.p.tags[self.p.phrases[whole].head] != "NNS":
            return False
        if self.low[self.p.verbs[clause.verb].head] in BE and not self._items_are_led(aside):
            return False  # "the ports are Orsk (31%) and Norr (12%)"
        shares = [f for f in self.figures if f.sort in ("percent", "count") and f.bracket]
        beside = {self.p.clause_at[f.first] for f in shares}
        several = sum(self.p.clauses[k].parent == aside.parent for k in beside) > 1
        return several and self.p.phrases[item].first >= self.p.verbs[clause.verb].stop

    def _ahead_of(self, opener: int) -> int:
        """The token before a mark, a closing quotation mark passed over: '"Oak" (61%)'."""
        at = opener - 1
        return at - 1 if at > 0 and self.p.tokens.text[at] in _CLOSING else at

    def _more(self, k: int, figure: Figure, change: int) -> Counted | None:
        """What a difference without a noun is one in: "it heard 41 cases, which is 9 more"."""
        bare = self.low[figure.stop] in _MORE and self._own_noun(k, figure, 0) is None
        if figure.sort not in ("count", "percent") or not bare:
            return None
        if figure.sort == "percent" and not self._apposed_count(figure):
            return None
        sign = -1 if self.low[figure.stop] in _DOWN else 1
        before = [one for one in self.found if one.text and not one.change]
        return before[-1]._replace(change=change or sign, certainty=0.8) if before else None

    def _apposed_count(self, figure: Figure) -> bool:
        """Whether a percentage stands behind a comma beside a count: "41 cases, 9% more than"."""
        index = self._phrase_of(figure)
        return index != NOWHERE and self._apposed(index) is not None

    def _quantified(self, index: int) -> bool:
        """Whether a subject is a part of a whole: "most boats", "a majority of boats"."""
        phrase = self.p.phrases[index]
        words = self.low[phrase.first : phrase.stop]
        part = not _QUANTIFIERS.isdisjoint(words) or self.low[phrase.head] in FRACTIONS
        return part or self._is_population(index)

    def _is_population(self, index: int) -> bool:
        """Whether a phrase names what the edition's percentages are of."""
        return self.low[self.p.phrases[self._through(index)].head] == self.population

    def _top(self, index: int) -> int:
        """The phrase that a phrase hangs on, by whatever chain."""
        while (above := self.p.phrases[index].governor) != NOWHERE:
            index = above
        return index

    # --- the ways to what is counted ------------------------------------------------------------

    def _phrase_of(self, figure: Figure) -> int:
        return self.p.phrase_at[figure.first]

    def _own_noun(self, k: int, figure: Figure, change: int) -> int | None:
        """The noun behind the number in its own phrase; of a change, what the change is in."""
        index = self._phrase_of(figure)
        if index == NOWHERE or figure.sort == "times":
            return None
        if figure.sort == "share":  # "one in ten pupils"
            index = max(index, self.p.phrase_at[figure.stop - 1])
        index += self._goes_on(index, figure)
        phrase = self.p.phrases[index]
        noun = phrase.head >= figure.stop and self.p.tags[phrase.head] in _NOUNS
        if not noun and figure.hyphen and phrase.stop > figure.stop:
            noun = True
        of_another = any(f is not figure and f.first <= phrase.head < f.stop for f in self.figures)
        if not noun or self.times[phrase.head] or of_another or self.low[phrase.head] == "today":
            return None
        if self.low[phrase.head] in RISES | FALLS:
            return self._changing(index, figure)
        return self._through(index)

    def _goes_on(self, index: int, figure: Figure) -> bool:
        """Whether the phrase behind a percentage says fewer of what: "12 percent fewer crimes"."""
        after = index + 1
        if figure.sort != "percent" or after >= len(self.p.phrases):
            return False
        straight = self.p.phrases[after].first == figure.stop
        return straight and self.low[figure.stop] in _MORE

    def _changing(self, index: int, figure: Figure) -> int | None:
        """What a noun of change is a change of: "a rise of 4 percent in the number of fires"."""
        found = self._governed(index, ("in", "of", "for", "to"))
        if found is not None and self._number_in(self.p.phrases[found]):
            found = self._governed(found, ("in", "of", "for"))
        if found is None:
            found = self._apposed(index)
        if found is None:
            found = self._added(index)
        if found is None and (leader := self._leader(figure)) is not None:
            return leader
        clause = self._clause(figure)
        if found is None and index == clause.subject and clause.relation is Relation.ASIDE:
            found = self._before_colon(clause)  # "Fires: a rise of 9% was seen"
        if found is None:
            told = not self._shows(figure) or self._is_quantity(self._clause(figure).subject)
            return self._subject(figure) if told else None
        return self._through(found)

    def _leader(self, figure: Figure) -> int | None:
        """What the change counts that leads: "Orsk had 12% fewer wrecks, followed by Norr with an
        8% drop"."""
        verb = self._verb(figure)
        if verb is None or self.low[verb.head] not in RANKING or self.low[verb.stop] != "by":
            return None
        leading = [one.phrase for one in self.found if one.found and one.change]
        return leading[-1] if leading else None

    def _is_quantity(self, index: int) -> bool:
        """Whether a phrase is a number of something: "the number of crews shows a rise of 9"."""
        return index != NOWHERE and self.low[self.p.phrases[index].head] in _QUANTITIES

    def _apposed(self, index: int) -> int | None:
        """The count that a noun of change stands beside: "41 offenders, an increase of 12"."""
        before = index - 1
        if before < 0 or self.p.phrases[before].joined != index:
            return None
        phrase = self.p.phrases[before]
        apart = self.low[phrase.stop] == "," and phrase.stop + 1 == self.p.phrases[index].first
        return before if apart and self._number_in(phrase) else None

    def _added(self, index: int) -> int | None:
        """What the figure before counts, where a change of it is added behind a comma: "it paid
        $9,000 in grants to the poor, an increase of 50 percent"."""
        phrase = self.p.phrases[index]
        direct = self.low[phrase.first - 1] == ","
        counted = [one for one in self.found if one.found and not one.change]
        return counted[-1].phrase if direct and phrase.first and counted else None

    def _shows(self, figure: Figure) -> bool:
        """Whether the subject of a figure's clause only tells of it: "the analysis showed"."""
        verb = self._verb(figure)
        return verb is not None and self.low[verb.head] in SAYING | _HAVING

    def _of_noun(self, k: int, figure: Figure, change: int) -> int | None:
        """The noun phrase that the number is of: "31 of the 470 applications", "half of them"."""
        index = self._phrase_of(figure)
        if index == NOWHERE or figure.sort in ("times", "ratio"):
            return None
        if figure.sort in ("money", "time"):
            return None
        if figure.sort == "share":  # "one in ten of the pupils"
            index = max(index, self.p.phrase_at[figure.stop - 1])
        of = self._governed(index, ("of", "out", "among"))
        if of is None or self.p.tags[self.p.phrases[of].head] in _PRONOUNS | {"CD"}:
            return None
        if self._is_level_among(figure, of):
            return None
        found = self._through(of)
        return None if self.times[self.p.phrases[found].head] else found

    def _is_level_among(self, figure: Figure, among: int) -> bool:
        """Whether a percentage is how high its subject is among some, not a part of them:
        "satisfaction was 81 percent among tenants"."""
        verb, subject = self._verb(figure), self._clause(figure).subject
        if figure.sort != "percent" or verb is None or self._subject(figure) is None:
            return False
        led = self.low[self.p.phrases[among].preposition]
        measured = (
            self.p.tags[self.p.phrases[subject].head] == "NN" and self.low[verb.head] in _LEVELS
        )
        return led == "among" and measured and not self._is_quantity(subject)

    def _defined(self, k: int, figure: Figure, change: int) -> int | None:
        """What stands behind the dash after a number that opens a line: "9 – the sum of raids"."""
        t, at = self.p.tokens, figure.stop + 1
        opens = figure.first == 0 and t.text[figure.stop] in _DASHES and not t.glued(figure.stop)
        index = self.p.phrase_at[at] if opens and at < t.size else NOWHERE
        if index == NOWHERE or self.p.phrases[index].first != at:
            return None
        return self._through(index)

    def _shared_noun(self, k: int, figure: Figure, change: int) -> int | None:
        """The noun that the last of several numbers has: "124 and 175 fires", "freed 12 and
        jailed nine poachers"."""
        index = self._phrase_of(figure)
        if index == NOWHERE or k + 1 >= len(self.figures):
            return None
        after = self.figures[k + 1]
        if figure.high is not None and not figure.moving:  # "25%-59% of the time"
            found = self._own_noun(k + 1, after, change)
            return self._of_noun(k + 1, after, change) if found is None else found
        if figure.sort not in ("count", "share"):
            return None
        joined = self.p.phrases[index].joined
        holder = self._phrase_of(after)
        shared = holder in (joined, index) or self._of_next_verb(index, figure, holder)
        if shared and holder != NOWHERE and after.sort == figure.sort:
            found = self._own_noun(k + 1, after, change)
            return self._shared_noun(k + 1, after, change) if found is None else found
        return None

    def _elided(self, index: int, figure: Figure) -> Counted | None:
        """What a number counts that only leaves out the noun of the next one: "12 urban and 3
        harbour fires" are urban fires."""
        t, stop = self.p.tokens, figure.stop
        while stop < t.size and self.p.tags[stop] in _MODIFIERS | _NOUNS:
            stop += 1
        own = t.words(figure.stop, stop)
        if not 0 < stop - figure.stop <= _ELIDED or self.low[stop] not in (",", "and", "or"):
            return None
        text = f"{own} {t.words(self.p.phrases[index].head, self.p.phrases[index].stop)}"
        return Counted(self._phrase_of(figure), figure.stop, stop, text, 0, 0.9)

    def _of_next_verb(self, index: int, figure: Figure, holder: int) -> bool:
        """Whether a number alone is the object of a verb, and the next the object of the verb that
        is joined to it: "freed 12 and jailed nine poachers"."""
        at, after = figure.stop + 1, self.p.phrases[holder]
        bare = self.p.phrases[index].stop == figure.stop and index in self._clause(figure).objects
        if (
            not bare
            or self.low[figure.stop] not in ("and", "or", "but")
            or at >= self.p.tokens.size
        ):
            return False
        verb = self.p.verb_at[at]
        clause = self.p.clauses[after.clause]
        return verb != NOWHERE and clause.verb == verb and holder in clause.objects

    def _compared(self, k: int, figure: Figure, change: int) -> int | None:
        """What the figure before counts, with which one is compared: "50% (up from 44%)"."""
        clause = self._clause(figure)
        while clause.relation is not Relation.COMPARISON:
            if clause.relation is not Relation.ASIDE or clause.parent == NOWHERE:
                return None
            clause = self.p.clauses[clause.parent]
        if not k or self.figures[k - 1].sort != figure.sort or clause.opener < 1:
            return None
        before = self.figures[k - 1]
        beside = before.stop >= clause.opener - 2 or before.bracket
        return self.found[k - 1].phrase if beside and self.found[k - 1].found else None

    def _moving_in(self, k: int, figure: Figure, change: int) -> int | None:
        """What a rise or fall is in that leads from a figure to another: "an increase in users who
        build for it, from 59% to 66%"."""
        index = self._phrase_of(figure)
        at = self.p.phrases[index].preposition if index != NOWHERE else NOWHERE
        if not figure.moving and (at == NOWHERE or self.low[at] not in ("from", "to")):
            return None
        for before in range(index - 1, -1, -1):
            if self.low[self.p.phrases[before].head] in RISES | FALLS:
                found = self._governed(before, ("in", "of"))
                timely = found is not None and self.times[self.p.phrases[found].head]
                return None if found is None or timely else self._through(found)
        return self._moved(figure)  # "raised the tax from 10 to 12 percent"

    def _heading(self, k: int, figure: Figure, change: int) -> int | None:
        """What an item names before the comma of its number: "number of raids made, 41 (38); rate
        of loss, 2.3"; behind a colon the lead-in says what is counted."""
        t, clause = self.p.tokens, self._clause(figure)
        if figure.first < 1 or t.text[figure.first - 1] != "," or ":" in t.text[: figure.first]:
            return None
        verb = self.p.verbs[clause.verb] if clause.verb != NOWHERE else None
        told = verb is None or (verb.stop == figure.first - 1 and verb.stop - verb.first == 1)
        first = clause.first + (clause.opener == clause.first)
        index = self.p.phrase_at[first] if told else NOWHERE
        if index == NOWHERE or self.p.phrases[index].preposition != NOWHERE:
            return None
        if clause.relation not in _ITEMS or self._number_in(self.p.phrases[index]):
            return None
        return self._through(index)

    def _subject(self, figure: Figure) -> int | None:
        """The subject of the clause that a figure stands in, where it names a thing."""
        clause = self._clause(figure)
        index = clause.subject
        if (
            index == NOWHERE
            or self.p.phrases[index].first <= figure.first < self.p.phrases[index].stop
        ):
            return None
        if self.p.tags[self.p.phrases[index].head] in _PRONOUNS | {"CD"}:
            return None
        return self._through(index)

    def _clause(self, figure: Figure) -> Clause:
        return self.p.clauses[self.p.clause_at[figure.first]]

    def _verb(self, figure: Figure) -> VerbGroup | None:
        """The verb of the clause before a figure; of a comparison, that of the clause it is of."""
        clause = self._clause(figure)
        while clause.verb == NOWHERE and clause.relation is Relation.COMPARISON:
            clause = self.p.clauses[clause.parent]
        if clause.verb == NOWHERE:
            return None
        verb = self.p.verbs[clause.verb]
        return verb if verb.first < figure.first else None

    def _of_verb(self, k: int, figure: Figure, change: int) -> int | None:
        """The subject that a verb of level or change is of: "occupancy fell to 97"."""
        noun = self._of_change(figure)
        if noun is not None:
            return self._changing(noun, figure)
        verb = self._verb(figure)
        if verb is None or self._of_a_noun(figure):
            return None
        word = self._moving(verb)
        moves = word in _MOVES or word in _LEVELS or change != 0
        moves = moves or (figure.moving and verb.passive and word in SHIFTING)
        if not moves and not (figure.sort == "percent" and self._to_line(figure.stop + 1)):
            return None
        if change and (moved := self._moved(figure)) is not None:
            return moved
        if change and self._subject_of_change(figure):
            return self._changing(self._clause(figure).subject, figure)
        if word in STANDING and not self._stands(figure):
            return None  # "the office recovered 12 million crowns"
        return self._subject(figure)

    def _moving(self, verb: VerbGroup) -> str:
        """A verb in lower case; one that moves with a particle as the verb that it stands for:
        "went up", "came down"."""
        word, particle = self.low[verb.head], self.low[verb.stop]
        if word in GOING and particle in ("up", "down"):
            return "rose" if particle == "up" else "fell"
        return word

    def _of_a_noun(self, figure: Figure) -> bool:
        """Whether an amount is that of a noun beside it: "costs were fees of 9 crowns"."""
        index = self._phrase_of(figure)
        if index == NOWHERE or figure.sort != "money":
            return False
        one = self.p.phrases[index]
        return one.governor != NOWHERE and self.low[one.preposition] == "of"

    def _stands(self, figure: Figure) -> bool:
        """Whether a figure is where its subject stands, not what the subject did it to."""
        index = self._phrase_of(figure)
        if index in self._clause(figure).objects:
            return False
        at = self.p.phrases[index].preposition if index != NOWHERE else NOWHERE
        return at == NOWHERE or self.low[at] not in ("of", "in", "with", "for")

    def _moved(self, figure: Figure) -> int | None:
        """What somebody moved by a figure: "it raised its spending by 17 percent"."""
        for index in self._clause(figure).objects:
            phrase = self.p.phrases[index]
            if phrase.first >= figure.first or self._number_in(phrase):
                return None
            if not self.times[phrase.head] and self.p.tags[phrase.head] not in _PRONOUNS:
                return self._through(index)
        return None

    def _of_change(self, figure: Figure) -> int | None:
        """The noun of change that a figure is of: "an increase of 12 percent"."""
        index = self._phrase_of(figure)
        if index == NOWHERE:
            return None
        led, above = self.low[self.p.phrases[index].preposition], self.p.phrases[index].governor
        if led in ("to", "from"):  # "took a dip to 33 from 35"
            above = self._top(index)
        elif led != "of":
            return None
        head = self.low[self.p.phrases[above].head] if above != NOWHERE else ""
        lost = figure.sort == "money" and head == "loss"  # an amount, not by how much it fell
        return above if head in RISES | FALLS and not lost else None

    def _before_mark(self, k: int, figure: Figure, change: int) -> int | None:
        """What stands before the bracket or colon that opens the clause of a figure."""
        clause = self._clause(figure)
        if clause.relation is not Relation.ASIDE or clause.opener == NOWHERE:
            return None
        if self.low[clause.opener] == ":":
            host = self._before_a_dated_bracket(clause)
            if host is not None:
                return host
            says = clause.verb != NOWHERE and self.p.verbs[clause.verb].finite
            if figure.sort == "count" and (whole := self._whole(clause)) is not None:
                return whole
            return None if says else self._before_colon(clause)
        before = self._ahead_of(clause.opener)
        index = self.p.phrase_at[before] if before >= 0 else NOWHERE
        if index != NOWHERE and self.times[before]:  # "the catch for 2022 (14,659 t)"
            dated = self.p.phrases[index].governor
            if dated != NOWHERE:
                index, before = dated, self.p.phrases[dated].head
        told = figure.moving or self.p.tags[before] in _COMPLETING | {"VB"}
        if index == NOWHERE and figure.bracket and told:
            return self._before_colon(clause)  # "repairs were more common (28%)"
        opens = figure.sort == "percent" and self.low[clause.opener] == "("
        opens = opens and figure.first - clause.opener <= 2  # "claims (87% granted, 13% refused)"
        if index == NOWHERE or self._names_nothing(before) or not (figure.bracket or opens):
            return None
        while (above := self._above(index, figure)) != NOWHERE:
            amount = figure.sort == "money" and self.low[self.p.phrases[index].head] in AMOUNTS
            light = self.low[self.p.phrases[above].head] in _LIGHT_NOUNS
            if amount or light or self._number_in(self.p.phrases[above]):
                break
            index = above
        if self.low[self.p.phrases[index].head] in RISES | FALLS:
            return self._changing(index, figure)  # "a rise in fires (24%)"
        return None if self._number_in(self.p.phrases[index]) else self._through(index)

    def _before_a_dated_bracket(self, clause: Clause) -> int | None:
        """The count that a bracket gives again for another time: "1,274 farms (2021: 1,318)"."""
        aside = self.p.clauses[clause.parent]
        if aside.relation is not Relation.ASIDE or self.low[aside.opener] != "(":
            return None
        index = self.p.phrase_at[self._ahead_of(aside.opener)]
        dated = all(self.times[aside.opener + 1 : clause.opener])
        counts = dated and index != NOWHERE and self._number_in(self.p.phrases[index])
        return self._through(index) if counts else None

    def _above(self, index: int, figure: Figure) -> int:
        """What a phrase hangs on, a count in brackets by a verb as well: "raids to stop theft
        (12)", "revenge for sinking boats (9)"."""
        above, own = self.p.phrases[index].governor, self.p.clauses[self.p.phrases[index].clause]
        if above != NOWHERE or figure.sort != "count" or own.relation not in _HELD:
            return above
        if own.verb == NOWHERE or self.p.verbs[own.verb].stop != self.p.phrases[index].first:
            return NOWHERE
        at = own.first - 1
        while at > 0 and (self.low[at] in ("and", "or") or self.p.tags[at] == "IN"):
            at -= 1
        return self.p.phrase_at[at] if at >= 0 else NOWHERE

    def _names_nothing(self, i: int) -> bool:
        """Whether a word is a time or a pronoun, of which no bracket gives a share."""
        part = self.low[i] in FRACTIONS and self._is_part(i)  # "over half (55%) of crews"
        timely = self.times[i] or (self.low[i].removesuffix("s") in STRETCHES and not part)
        return timely or self.p.tags[i] in _PRONOUNS

    def _is_part(self, i: int) -> bool:
        """Whether what a fraction is a part of follows it, behind a bracket at most."""
        index = self.p.phrase_at[i]
        return index != NOWHERE and self._governed(index, ("of",)) is not None

    def _whole(self, clause: Clause) -> int | None:
        """The count that is parted behind a colon: "it heard nine complaints: five on theft"."""
        parent = self.p.clauses[clause.parent]
        for index in (parent.subject, *reversed(parent.objects)):
            phrase = self.p.phrases[index] if index != NOWHERE else None
            if phrase is None or phrase.stop > clause.opener or not self._number_in(phrase):
                continue
            if self.p.tags[phrase.head] in ("NNS", "NNPS") and not self.times[phrase.head]:
                return self._through(index)
        return None

    def _before_colon(self, clause: Clause) -> int | None:
        """The subject of what a colon closes, or the noun phrase that is all of it."""
        parent = self.p.clauses[clause.parent]
        if parent.verb != NOWHERE:
            index = parent.subject
            named = index != NOWHERE and self.p.tags[self.p.phrases[index].head] not in _PRONOUNS
            return self._through(index) if named else None
        heads = [
            i
            for i, phrase in enumerate(self.p.phrases)
            if phrase.stop <= clause.opener
            and phrase.preposition == NOWHERE
            and not self.times[phrase.head]
        ]
        return self._through(heads[0]) if heads else None

    def _of_money(self, k: int, figure: Figure, change: int) -> int | None:
        """What an amount is of or for: "$4 million in fines", "revenue of $4 million"."""
        index = self._phrase_of(figure)
        if index == NOWHERE or figure.sort not in ("money", "measure", "time", "percent", "count"):
            return None
        phrase = self.p.phrases[index]
        of_it = phrase.governor != NOWHERE and self.low[phrase.preposition] == "of"
        if of_it and (figure.sort != "count" or phrase.preposition == phrase.first - 1):
            if self._of_change(figure) is not None:
                return None
            governor = self.p.phrases[phrase.governor]
            roughly = governor.preposition != NOWHERE and self.low[governor.head] in ROUGHLY
            if roughly and (subject := self._subject(figure)) is not None:
                return subject
            if figure.sort != "count" or self.low[governor.head] not in _QUANTITIES:
                return (
                    self._amount_above(phrase.governor)
                    if figure.sort == "money"
                    else (phrase.governor)
                )
        leads = ("in", "of", "for") if figure.sort == "percent" else tuple(_OF_MONEY)
        of = self._governed(index, leads) if figure.sort != "count" else None
        if of is None or self.times[self.p.phrases[of].head]:
            return None
        if figure.sort == "percent" and self._elsewhere(k, of):
            return None
        if self.low[self.p.phrases[of].head] in _LIGHT_NOUNS:
            return None  # "$1 in the event of a strike"
        return None if self.p.tags[self.p.phrases[of].head] in _PRONOUNS else of

    def _amount_above(self, index: int) -> int:
        """The nearest noun for an amount that a phrase hangs on, else the phrase itself:
        "allowances for widows of 200 crowns"."""
        above = index
        while above != NOWHERE:
            if self.low[self.p.phrases[above].head] in AMOUNTS:
                return above
            above = self.p.phrases[above].governor
        return index

    def _elsewhere(self, k: int, of: int) -> bool:
        """Whether it is the share of the figure before in another place: "60 percent of ports in
        Lume, 41 percent in Orr"."""
        named = self.p.tags[self.p.phrases[of].head] in ("NNP", "NNPS")
        return named and k > 0 and self.figures[k - 1].sort == "percent" and self.found[k - 1].found

    def _divided(self, k: int, figure: Figure, change: int) -> int | None:
        """The whole that the clause opens with: "Of the 470 applications, 31 were granted"."""
        if figure.sort not in ("count", "share", "percent"):
            return None
        here = {0, *self._clauses_above(self.p.clause_at[figure.first])}
        for index, phrase in enumerate(self.p.phrases):
            if phrase.first >= figure.first:
                return None
            opens = phrase.preposition != NOWHERE and self.low[phrase.preposition] in (
                "of",
                "among",
            )
            if opens and phrase.governor == NOWHERE and phrase.clause in here:
                found = self._through(index)
                if self.p.tags[self.p.phrases[found].head] not in _PRONOUNS:
                    return found
        return None

    def _on_a_line(self, k: int, figure: Figure, change: int) -> int | None:
        """What stands before the one figure that closes a line without a verb: "Services 31%"."""
        t = self.p.tokens
        closes = figure.stop >= t.size or t.text[figure.stop :] == ["."]
        if self.p.verbs or len(self.figures) > 1 or not figure.first or not closes:
            return None
        index = self.p.phrase_at[figure.first - 1]
        if index == NOWHERE or self.p.tags[figure.first - 1] not in _NOUNS:
            return None
        return self._top(index) if index != self._phrase_of(figure) else None

    def _numbered(self, figure: Figure) -> Counted | None:
        """The same where line and number look like one name: "Military 1"."""
        index = self._phrase_of(figure)
        alone = not self.p.verbs and len(self.figures) == 1 and index != NOWHERE
        phrase = self.p.phrases[index]
        if not alone or phrase.stop > figure.stop or phrase.stop < self.p.tokens.size:
            return None
        text = self.p.tokens.words(phrase.first, figure.first)
        last = figure.first - 1
        named = self.p.tags[last] in _NOUNS or self.p.tokens.capital(last)
        named = named and phrase.first < figure.first
        return Counted(index, phrase.first, figure.first, text, 0, 0.7) if named else None

    def _clauses_above(self, number: int) -> Iterator[int]:
        """A clause and those that it hangs on."""
        while number != NOWHERE:
            yield number
            number = self.p.clauses[number].parent

    def _inherited(self, k: int, figure: Figure, change: int) -> Counted:
        """What the nearest figure of a kind before it counts, here or in the last sentence."""
        if figure.sort in ("money", "time", "measure", "times"):
            for j in range(k - 1, -1, -1):
                if self.found[j].found and self._alike(self.figures[j], figure):
                    return self._of_those(figure, self.found[j])._replace(
                        change=change, certainty=0.8
                    )
            return Counted(self._phrase_of(figure), 0, 0, figure.word, change, 0.6)
        of_all = bool(self.population) and figure.sort in ("percent", "share") and not change
        for j in range(k - 1, -1, -1):
            same = self.figures[j].sort in ("percent", "share") or not of_all
            if self.found[j].text and same and self._alike(self.figures[j], figure):
                return self._of_those(figure, self.found[j])._replace(change=change, certainty=0.8)
        if of_all:
            return Counted(text=self.population, certainty=0.6)
        for fact in reversed(self.before):
            if fact.counted and (figure.sort != "count" or fact.unit is None):
                return Counted(text=fact.counted, change=change, certainty=0.5, source=fact)
        subject = self._subject(figure) if figure.sort in ("percent", "share") else None
        if subject is not None and not self._empty(subject):
            return self._named(subject, figure, change, 0.5)
        return Counted(change=change)

    def _of_those(self, figure: Figure, before: Counted) -> Counted:
        """What the figure before counts, of those that the subject sets beside them: "trips on
        ferries fell to 39, while those on trains rose to 64"."""
        subject, verb = self._clause(figure).subject, self._verb(figure)
        if NOWHERE in (subject, before.phrase) or verb is None:
            return before
        if self.low[self.p.phrases[subject].head] not in ("those", "that"):
            return before
        above, of = self.p.phrases[before.phrase].governor, self._governed(subject, ("of",))
        if (
            above != NOWHERE
            and of is not None
            and self.low[self.p.phrases[above].head] in _QUANTITIES
        ):
            return self._named(of, figure, before.change, before.certainty)  # "that of doctors"
        if not any(one.governor == subject for one in self.p.phrases):
            return before
        owners = [i for i in range(before.first, before.stop) if self.p.tags[i] in _OWNING]
        first = max((i + 1 for i in owners), default=before.first)  # "girls' marks, those of boys"
        return before._replace(phrase=subject, first=first, text=self._unquoted(first, before.stop))

    def _alike(self, one: Figure, two: Figure) -> bool:
        counts = ("count", "percent", "share")
        return one.sort == two.sort or (one.sort in counts and two.sort in counts)

    # --- changes --------------------------------------------------------------------------------

    def _change(self, figure: Figure) -> int:
        """Whether a figure states a change: +1 a rise, -1 a fall, 0 a level."""
        if figure.word in MULTIPLYING:
            return 1 if MULTIPLYING[figure.word or ""] > 0 else -1
        if figure.moving or figure.sort in ("age", "time", "times", "ratio"):
            return 0
        if self._arrived(figure) or self._summed(figure):
            return 0
        index = self._phrase_of(figure)
        phrase = self.p.phrases[index] if index != NOWHERE else None
        alone = phrase and not any(phrase.first <= f.first < figure.first for f in self.figures)
        at = phrase.first if phrase and alone else figure.first
        preposition = (
            self.low[phrase.preposition] if phrase and phrase.preposition != NOWHERE else ""
        )
        return (
            self._noun_of_change(phrase, preposition, figure)
            or self._bracketed_change(figure)
            or self._subject_of_change(figure)
            or self._beside(figure, at)
            or self._verb_of_change(figure, preposition)
        )

    def _arrived(self, figure: Figure) -> bool:
        """Whether "to" leads to a figure from the change that its phrase opens with: "grew by 8 to
        220"."""
        index = self._phrase_of(figure)
        inside = index != NOWHERE and self.p.phrases[index].first < figure.first - 1
        led = inside and self.low[figure.first - 1] == "to" and figure.low is None
        return led and any(f.stop == figure.first - 1 for f in self.figures)

    def _summed(self, figure: Figure) -> bool:
        """Whether a verb with a particle makes a figure the sum: "the costs added up to 120"."""
        verb = self._verb(figure)
        if verb is None or figure.bound is not Bound.EXACT or verb.stop + 2 != figure.first:
            return False
        return self.low[verb.stop : figure.first] == ["up", "to"]

    def _noun_of_change(self, phrase: NounPhrase | None, preposition: str, figure: Figure) -> int:
        """A noun of change that the number modifies, or that is of the number; a loss of money is
        an amount."""
        if phrase is None:
            return 0
        heads = [self.low[phrase.head]]
        if preposition == "of" and phrase.governor != NOWHERE:
            heads.append(self.low[self.p.phrases[phrase.governor].head])
        heads = [head for head in heads if figure.sort != "money" or head != "loss"]
        return next((_sign(head) for head in heads if head in RISES | FALLS), 0)

    def _bracketed_change(self, figure: Figure) -> int:
        """A percentage in brackets behind a noun of change: "a rise in sales (24%)"."""
        clause = self._clause(figure)
        if figure.sort != "percent" or not figure.bracket or clause.opener < 1:
            return 0
        index = self.p.phrase_at[clause.opener - 1]
        head = self.low[self.p.phrases[self._top(index)].head] if index != NOWHERE else ""
        return _sign(head) if head in RISES | FALLS else 0

    def _subject_of_change(self, figure: Figure) -> int:
        """A noun of change that is said to be so much: "the increase in fees was 12 crowns"."""
        clause, verb = self._clause(figure), self._verb(figure)
        said = verb is not None and self.low[verb.head] in BE and clause.subject != NOWHERE
        if not said or self._phrase_of(figure) not in clause.objects:
            return 0
        head = self.low[self.p.phrases[clause.subject].head]
        told = head in RISES | FALLS and self._governed(clause.subject, ("in", "of")) is not None
        return _sign(head) if told else 0

    def _beside(self, figure: Figure, at: int) -> int:
        """A word straight before or behind the number: "down 12", "12 percent higher than"."""
        before = self.low[at - 1] if at else ""
        if before in ("up", "down") and self.p.tags[at - 1] != "VB":
            made = at > 1 and self.low[at - 2] in (
                "made",
                "make",
                "makes",
                "taking",
                "take",
                "took",
            )
            return 0 if made else (1 if before == "up" else -1)
        stop = self._past_bracket(figure.stop)
        after = self.low[stop]
        if after in _FEWER and self.p.tags[stop + 1] in _MODIFIERS | _NOUNS:
            return -1  # "9 fewer deaths"
        compared = figure.sort == "percent" or figure.word in ("point", "points")
        if not compared and figure.sort in ("count", "money", "measure"):
            compared = "than" in self.low[stop + 1 : stop + 5]
        if after in ("above", "below", "over", "under") and self._to_line(stop + 1):
            return 0
        if compared and after in _UP | _DOWN:
            return 1 if after in _UP else -1
        return 0

    def _past_bracket(self, i: int) -> int:
        """The place behind a bracket that opens there: "19 tonnes (9 percent) lower than"."""
        inside = self.low[i : i + _BRACKETED]
        return i + inside.index(")") + 1 if inside[:1] == ["("] and ")" in inside else i

    def _to_line(self, i: int) -> bool:
        """Whether a line is named that a level is held against: "below the poverty line"."""
        index = self.p.phrase_at[i] if i < self.p.tokens.size else NOWHERE
        return index != NOWHERE and self.low[self.p.phrases[index].head] in _LINES

    def _verb_of_change(self, figure: Figure, preposition: str) -> int:
        """A verb of change with the number as its object, or by it."""
        verb = self._verb(figure)
        if verb is None or preposition in ("to", "from", "at", "in", "of"):
            return 0
        clause = self._clause(figure)
        if clause.relation is Relation.COMPARISON:
            return 0
        word = self._moving(verb)
        direct = self._phrase_of(figure) in clause.objects or preposition == "by"
        if word not in _MOVES or not direct:
            return 0
        other = figure.sort == "count" and preposition != "by"
        noun = self.p.phrases[self._phrase_of(figure)].head >= figure.stop or word in LOSING
        return 0 if other and noun else _sign(word)


def _sign(word: str) -> int:
    if word in MULTIPLYING:
        return 1 if MULTIPLYING[word] > 0 else -1
    return 1 if word in RISES | RISING else -1


def content(p: Parse, first: int, stop: int, times: Sequence[bool]) -> Iterator[str]:
    """The words of a stretch that tell measures apart: no function words, numbers or dates."""
    for i in range(first, stop):
        word = p.tokens.low[i]
        if p.tokens.kind[i] != "w" or len(word) < 2 or times[i] or word in EMPTY:
            continue
        if p.tags[i] in ("CD", "MD", "IN", "DT", "PRP", "PRP$", "CC", "TO", "WDT", "WP"):
            continue
        yield word.removesuffix("’s").removesuffix("'s")
