"""A parse and its figures in, what the noun phrases around a figure name out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tracediff.extract.counting.counted import Counted
from tracediff.extract.counting.words import (
    FEWER,
    MODIFIERS,
    NOUNS,
    PRONOUNS,
    QUANTITIES,
)
from tracediff.extract.figure import Figure
from tracediff.lexicon.cues import GOING
from tracediff.lexicon.syntax import FRACTIONS, QUANTIFIERS
from tracediff.model.syntax import NOWHERE, Clause, NounPhrase, Relation, VerbGroup
from tracediff.syntax import Parse

_IDLE: Final[frozenset[str]] = frozenset("additional further other total more another new".split())
_LINES: Final[frozenset[str]] = frozenset(
    "line lines threshold limit minimum maximum capacity capacities ceiling quota".split()
)
_CLOSING: Final[frozenset[str]] = frozenset({'"', "”", "’", "»", "''"})


class PhraseReader:
    """Reads the phrases, clauses and verbs that figures stand in."""

    def __init__(self, p: Parse, figures: Sequence[Figure], times: Sequence[bool]) -> None:
        """``times`` marks the tokens of times; ``found`` grows with each figure that is read."""
        self.p, self.figures, self.times = p, figures, times
        self.low = p.tokens.low
        self.found: list[Counted] = []

    def named(self, index: int, figure: Figure, change: int, certainty: float) -> Counted:
        """What a figure counts by a noun phrase that names it."""
        first, stop = self.name(index, figure)
        joined = self.p.phrases[index].joined
        if joined != NOWHERE and self.bare(joined) and not self._parted(stop, joined):
            stop = self.p.phrases[joined].stop
        text = self.unquoted(first, stop).strip(" -‑") or None
        return Counted(index, first, stop, text, change, certainty if text else 0.3)

    def _parted(self, stop: int, joined: int) -> bool:
        """Whether a figure of the first of two joined nouns stands between them: "fees of 9 crowns
        and gifts"."""
        return any(stop <= f.first < self.p.phrases[joined].first for f in self.figures)

    def unquoted(self, first: int, stop: int) -> str:
        """The words of a stretch without the marks around a title."""
        t, marks = self.p.tokens, [i for i in range(first, stop) if self.p.tags[i] in ("``", "''")]
        ends = zip([first, *(i + 1 for i in marks)], [*marks, stop], strict=True)
        return " ".join(t.words(one, end) for one, end in ends if end > one)

    def bare(self, index: int) -> bool:
        """Whether a phrase of a list has no determiner or number of its own."""
        phrase = self.p.phrases[index]
        opens, head = self.p.tags[phrase.first], self.p.tags[phrase.head]
        if self.number_in(phrase) or self.low[phrase.first] in QUANTIFIERS or head == "CD":
            return False
        if phrase.denied:
            return False  # "seven boats, none of which sank"
        if self.low[phrase.first - 1] == "but":
            return False
        if self.low[phrase.first - 1] == "," and (opens in ("VBN", "VBG") or head == "NNP"):
            return False  # "schools, installed pumps", "two brothers, Ivo Pell"
        return opens in MODIFIERS | NOUNS

    def number_in(self, phrase: NounPhrase) -> bool:
        """Whether a figure stands in a noun phrase."""
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
        if self.low[i] in FEWER:
            return True  # "9 fewer deaths"
        if self.low[i] in ("old", "olds"):
            return any(f.stop == i and f.sort == "age" for f in self.figures)  # "12-year old girls"
        if tag in ("RB", "RBR"):
            return self.p.tags[i + 1] not in ("JJ", "VBN", "VBG")  # "newly hired guards"
        if tag == "CD" and self.p.tokens.text[i + 1] == "-" and self.p.tokens.glued(i + 1):
            return False  # "13 one-stop centers"
        if tag in ("DT", "PDT", "PRP$", "WP$", "WDT", "CD", "$", "IN", "CC"):
            return True
        idle = self.low[i] in _IDLE | QUANTIFIERS and not self._named_so(i)
        return idle or self.p.tokens.kind[i] != "w" or self.times[i]

    def _named_so(self, i: int) -> bool:
        """Whether a word is part of a name: "New Harbour"."""
        return self.p.tokens.capital(i) and self.p.tokens.capital(i + 1)

    def through(self, index: int) -> int:
        """The phrase that a quantity is of: "number of reports" counts reports."""
        while self.low[self.p.phrases[index].head] in QUANTITIES | FRACTIONS | QUANTIFIERS:
            of = self.governed(index, ("of",))
            if of is None or self.times[self.p.phrases[of].head]:
                break
            index = of
        return index

    def governed(self, index: int, prepositions: Sequence[str]) -> int | None:
        """The phrase that hangs on another by one of some prepositions."""
        for after in range(index + 1, min(index + 4, len(self.p.phrases))):
            one = self.p.phrases[after]
            if one.governor == index and self.low[one.preposition] in prepositions:
                return after
        return None

    def top(self, index: int) -> int:
        """The phrase that a phrase hangs on, by whatever chain."""
        while (above := self.p.phrases[index].governor) != NOWHERE:
            index = above
        return index

    def phrase_of(self, figure: Figure) -> int:
        """The noun phrase that a figure stands in."""
        return self.p.phrase_at[figure.first]

    def clause(self, figure: Figure) -> Clause:
        """The clause that a figure stands in."""
        return self.p.clauses[self.p.clause_at[figure.first]]

    def verb(self, figure: Figure) -> VerbGroup | None:
        """The verb of the clause before a figure; of a comparison, that of the clause it is of."""
        clause = self.clause(figure)
        while clause.verb == NOWHERE and clause.relation is Relation.COMPARISON:
            clause = self.p.clauses[clause.parent]
        if clause.verb == NOWHERE:
            return None
        verb = self.p.verbs[clause.verb]
        return verb if verb.first < figure.first else None

    def moving(self, verb: VerbGroup) -> str:
        """A verb in lower case; one that moves with a particle as the verb that it stands for:
        "went up", "came down"."""
        word, particle = self.low[verb.head], self.low[verb.stop]
        if word in GOING and particle in ("up", "down"):
            return "rose" if particle == "up" else "fell"
        return word

    def subject(self, figure: Figure) -> int | None:
        """The subject of the clause that a figure stands in, where it names a thing."""
        clause = self.clause(figure)
        index = clause.subject
        if (
            index == NOWHERE
            or self.p.phrases[index].first <= figure.first < self.p.phrases[index].stop
        ):
            return None
        if self.p.tags[self.p.phrases[index].head] in PRONOUNS | {"CD"}:
            return None
        return self.through(index)

    def empty(self, index: int) -> bool:
        """Whether a phrase names nothing that could be counted: "a solid majority", "31"."""
        head = self.p.phrases[index].head
        if self.low[head] in ("figure", "figures"):  # "the figure was 64 percent"
            return self.governed(index, ("of",)) is None
        inside = any(f.first <= head < f.stop for f in self.figures)  # "14 percent", "9 francs"
        return (
            inside
            or self.p.tags[head] in ("PRP", "EX", "WP")
            or self.p.tags[head] == "CD"
            or self.low[head] in FRACTIONS | QUANTIFIERS
        )

    def is_quantity(self, index: int) -> bool:
        """Whether a phrase is a number of something: "the number of crews shows a rise of 9"."""
        return index != NOWHERE and self.low[self.p.phrases[index].head] in QUANTITIES

    def ahead_of(self, opener: int) -> int:
        """The token before a mark, a closing quotation mark passed over: '"Oak" (61%)'."""
        at = opener - 1
        return at - 1 if at > 0 and self.p.tokens.text[at] in _CLOSING else at

    def before_colon(self, clause: Clause) -> int | None:
        """The subject of what a colon closes, or the noun phrase that is all of it."""
        parent = self.p.clauses[clause.parent]
        if parent.verb != NOWHERE:
            index = parent.subject
            named = index != NOWHERE and self.p.tags[self.p.phrases[index].head] not in PRONOUNS
            return self.through(index) if named else None
        heads = [
            i
            for i, phrase in enumerate(self.p.phrases)
            if parent.first <= phrase.first < phrase.stop <= clause.opener
            and phrase.preposition == NOWHERE
            and not self.times[phrase.head]
        ]
        return self.through(heads[0]) if heads else None

    def to_line(self, i: int) -> bool:
        """Whether a line is named that a level is held against: "below the poverty line"."""
        index = self.p.phrase_at[i] if i < self.p.tokens.size else NOWHERE
        return index != NOWHERE and self.low[self.p.phrases[index].head] in _LINES
