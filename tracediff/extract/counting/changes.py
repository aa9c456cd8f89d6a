"""A figure in, whether it states a rise or a fall, and of what, out."""

from __future__ import annotations

from typing import Final

from tracediff.extract.counting.phrases import PhraseReader
from tracediff.extract.counting.words import DOWN, FEWER, MODIFIERS, MOVES, NOUNS, PRONOUNS
from tracediff.extract.figure import Figure
from tracediff.lexicon.cues import FALLS, LOSING, MULTIPLYING, RISES, RISING
from tracediff.lexicon.syntax import BE, RANKING, SAYING
from tracediff.model import Bound
from tracediff.model.syntax import NOWHERE, NounPhrase, Relation

_UP: Final[frozenset[str]] = frozenset("up higher more above over".split())
_BRACKETED: Final[int] = 8  # tokens of a bracket between a size and what it is measured from
_HAVING: Final[frozenset[str]] = frozenset("has have had saw see sees recorded posted".split())


class ChangeReader:
    """Reads the changes that figures state."""

    def __init__(self, phrases: PhraseReader) -> None:
        """``phrases`` are those of the sentence."""
        self.phrases, self.p, self.low = phrases, phrases.p, phrases.low
        self.figures, self.times, self.found = phrases.figures, phrases.times, phrases.found

    def change(self, figure: Figure) -> int:
        """Whether a figure states a change: +1 a rise, -1 a fall, 0 a level."""
        if figure.word in MULTIPLYING:
            return 1 if MULTIPLYING[figure.word or ""] > 0 else -1
        if figure.moving or figure.sort in ("age", "time", "times", "ratio"):
            return 0
        if self._arrived(figure) or self._summed(figure):
            return 0
        index = self.phrases.phrase_of(figure)
        phrase = self.p.phrases[index] if index != NOWHERE else None
        alone = phrase and not any(phrase.first <= f.first < figure.first for f in self.figures)
        at = phrase.first if phrase and alone else figure.first
        preposition = (
            self.low[phrase.preposition] if phrase and phrase.preposition != NOWHERE else ""
        )
        return (
            self._noun_of_change(phrase, preposition, figure)
            or self._bracketed_change(figure)
            or self.subject_of_change(figure)
            or self._beside(figure, at)
            or self._verb_of_change(figure, preposition)
        )

    def _arrived(self, figure: Figure) -> bool:
        """Whether "to" leads to a figure from the change that its phrase opens with: "grew by 8 to
        220"."""
        index = self.phrases.phrase_of(figure)
        inside = index != NOWHERE and self.p.phrases[index].first < figure.first - 1
        led = inside and self.low[figure.first - 1] == "to" and figure.low is None
        return led and any(f.stop == figure.first - 1 for f in self.figures)

    def _summed(self, figure: Figure) -> bool:
        """Whether a verb with a particle makes a figure the sum: "the costs added up to 120"."""
        verb = self.phrases.verb(figure)
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
        clause = self.phrases.clause(figure)
        if figure.sort != "percent" or not figure.bracket or clause.opener < 1:
            return 0
        index = self.p.phrase_at[clause.opener - 1]
        head = self.low[self.p.phrases[self.phrases.top(index)].head] if index != NOWHERE else ""
        return _sign(head) if head in RISES | FALLS else 0

    def subject_of_change(self, figure: Figure) -> int:
        """A noun of change that is said to be so much: "the increase in fees was 12 crowns"."""
        clause, verb = self.phrases.clause(figure), self.phrases.verb(figure)
        said = verb is not None and self.low[verb.head] in BE and clause.subject != NOWHERE
        if not said or self.phrases.phrase_of(figure) not in clause.objects:
            return 0
        head = self.low[self.p.phrases[clause.subject].head]
        told = (
            head in RISES | FALLS
            and self.phrases.governed(clause.subject, ("in", "of")) is not None
        )
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
        if after in FEWER and self.p.tags[stop + 1] in MODIFIERS | NOUNS:
            return -1  # "9 fewer deaths"
        compared = figure.sort == "percent" or figure.word in ("point", "points")
        if not compared and figure.sort in ("count", "money", "measure"):
            compared = "than" in self.low[stop + 1 : stop + 5]
        if after in ("above", "below", "over", "under") and self.phrases.to_line(stop + 1):
            return 0
        if compared and after in _UP | DOWN:
            return 1 if after in _UP else -1
        return 0

    def _past_bracket(self, i: int) -> int:
        """The place behind a bracket that opens there: "19 tonnes (9 percent) lower than"."""
        inside = self.low[i : i + _BRACKETED]
        return i + inside.index(")") + 1 if inside[:1] == ["("] and ")" in inside else i

    def _verb_of_change(self, figure: Figure, preposition: str) -> int:
        """A verb of change with the number as its object, or by it."""
        verb = self.phrases.verb(figure)
        if verb is None or preposition in ("to", "from", "at", "in", "of"):
            return 0
        clause = self.phrases.clause(figure)
        if clause.relation is Relation.COMPARISON:
            return 0
        word = self.phrases.moving(verb)
        direct = self.phrases.phrase_of(figure) in clause.objects or preposition == "by"
        if word not in MOVES or not direct:
            return 0
        other = figure.sort == "count" and preposition != "by"
        noun = self.p.phrases[self.phrases.phrase_of(figure)].head >= figure.stop or word in LOSING
        return 0 if other and noun else _sign(word)

    def changing(self, index: int, figure: Figure) -> int | None:
        """What a noun of change is a change of: "a rise of 4 percent in the number of fires"."""
        found = self.phrases.governed(index, ("in", "of", "for", "to"))
        if found is not None and self.phrases.number_in(self.p.phrases[found]):
            found = self.phrases.governed(found, ("in", "of", "for"))
        if found is None:
            found = self.apposed(index)
        if found is None:
            found = self._added(index)
        if found is None and (leader := self._leader(figure)) is not None:
            return leader
        clause = self.phrases.clause(figure)
        if found is None and index == clause.subject and clause.relation is Relation.ASIDE:
            found = self.phrases.before_colon(clause)  # "Fires: a rise of 9% was seen"
        if found is None:
            told = not self._shows(figure) or self.phrases.is_quantity(
                self.phrases.clause(figure).subject
            )
            return self.phrases.subject(figure) if told else None
        return self.phrases.through(found)

    def _leader(self, figure: Figure) -> int | None:
        """What the change counts that leads: "Orsk had 12% fewer wrecks, followed by Norr with an
        8% drop"."""
        verb = self.phrases.verb(figure)
        if verb is None or self.low[verb.head] not in RANKING or self.low[verb.stop] != "by":
            return None
        leading = [one.phrase for one in self.found if one.found and one.change]
        return leading[-1] if leading else None

    def apposed(self, index: int) -> int | None:
        """The count that a noun of change stands beside: "41 offenders, an increase of 12"."""
        before = index - 1
        if before < 0 or self.p.phrases[before].joined != index:
            return None
        phrase = self.p.phrases[before]
        apart = self.low[phrase.stop] == "," and phrase.stop + 1 == self.p.phrases[index].first
        return before if apart and self.phrases.number_in(phrase) else None

    def _added(self, index: int) -> int | None:
        """What the figure before counts, where a change of it is added behind a comma: "it paid
        $9,000 in grants to the poor, an increase of 50 percent"."""
        phrase = self.p.phrases[index]
        direct = self.low[phrase.first - 1] == ","
        counted = [one for one in self.found if one.found and not one.change]
        return counted[-1].phrase if direct and phrase.first and counted else None

    def _shows(self, figure: Figure) -> bool:
        """Whether the subject of a figure's clause only tells of it: "the analysis showed"."""
        verb = self.phrases.verb(figure)
        return verb is not None and self.low[verb.head] in SAYING | _HAVING

    def moved(self, figure: Figure) -> int | None:
        """What somebody moved by a figure: "it raised its spending by 17 percent"."""
        for index in self.phrases.clause(figure).objects:
            phrase = self.p.phrases[index]
            if phrase.first >= figure.first or self.phrases.number_in(phrase):
                return None
            if not self.times[phrase.head] and self.p.tags[phrase.head] not in PRONOUNS:
                return self.phrases.through(index)
        return None

    def of_change(self, figure: Figure) -> int | None:
        """The noun of change that a figure is of: "an increase of 12 percent"."""
        index = self.phrases.phrase_of(figure)
        if index == NOWHERE:
            return None
        led, above = self.low[self.p.phrases[index].preposition], self.p.phrases[index].governor
        if led in ("to", "from"):  # "took a dip to 33 from 35"
            above = self.phrases.top(index)
        elif led != "of":
            return None
        head = self.low[self.p.phrases[above].head] if above != NOWHERE else ""
        lost = figure.sort == "money" and head == "loss"  # an amount, not by how much it fell
        return above if head in RISES | FALLS and not lost else None


def _sign(word: str) -> int:
    if word in MULTIPLYING:
        return 1 if MULTIPLYING[word] > 0 else -1
    return 1 if word in RISES | RISING else -1
