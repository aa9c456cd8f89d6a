"""The words that tell a count from others: what is counted in, a measure of so many words out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tracediff.extract.counting import Counted, content
from tracediff.extract.figure import Figure
from tracediff.lexicon.cues import FALLS, RISES
from tracediff.lexicon.syntax import RANKING
from tracediff.model.syntax import NOWHERE, Clause, NounPhrase, Relation
from tracediff.syntax import Parse


@dataclass(frozen=True, slots=True)
class MeasureWords:
    """Finds in one parsed sentence what tells the count of a figure from other counts."""

    p: Parse
    figures: Sequence[Figure]
    times: Sequence[bool]
    most: int

    def measure(self, counted: Counted, at: int, limit: int) -> str:
        """What is counted, and the words that tell it from other counts of the same."""
        words = (counted.text or "").split()
        if counted.change:
            words.append(self.change_word(counted, at))
        if counted.source is not None:
            words += counted.source.measure.split()
        known = {word.lower() for word in words}
        for first, stop in self._around(counted, at, limit):
            for word in content(self.p, first, stop, self.times):
                if word not in known:
                    known.add(word)
                    words.append(word)
        return " ".join(words[: self.most])

    def change_word(self, counted: Counted, at: int) -> str:
        """The noun of a stated change, as the text has it or by its direction."""
        index = self.p.phrase_at[at]
        head = self.p.tokens.low[self.p.phrases[index].head] if index != NOWHERE else ""
        if head in RISES | FALLS:
            return head
        if self._between_groups(at):
            return "difference"
        return "increase" if counted.change > 0 else "decrease"

    def _between_groups(self, at: int) -> bool:
        """Whether a difference is one between two groups, not times: "9% less than others"."""
        low, own = self.p.tokens.low, self.p.clause_at[at]
        compared = (
            one
            for one in self.p.clauses
            if one.parent == own and one.relation is Relation.COMPARISON and one.first >= at
        )
        other = next((one for one in compared if low[one.first] == "than"), None)
        if other is None or _LESS.isdisjoint(low[at : other.first]):
            return False
        rest = range(other.first + 1, other.stop)
        told = {low[i] for i in rest}
        named = any(word.isalpha() for word in told)
        return named and not any(self.times[i] for i in rest) and told.isdisjoint(_OTHER_TIMES)

    def _around(self, counted: Counted, at: int, limit: int) -> Iterator[tuple[int, int]]:
        """Stretches that tell a count from others, nearest first: what hangs on it, its clause."""
        p = self.p
        index = p.phrase_at[at] if p.phrase_at[at] != NOWHERE else counted.phrase
        own = [
            start
            for start in dict.fromkeys((counted.phrase, counted.item, index))
            if start != NOWHERE
        ]
        if counted.item != NOWHERE:
            yield p.phrases[counted.item].first, p.phrases[counted.item].stop
        for start in own:
            yield from self._hanging(start, limit)
        for one in p.clauses:
            if one.subject in own and one.verb != NOWHERE:
                head = p.verbs[one.verb].head
                yield head, max(min(one.stop, limit), head + 1)
        gapped = p.gapped(p.phrase_at[at])
        if gapped != NOWHERE:
            yield p.phrases[gapped].first, p.phrases[gapped].stop
        yield from self._clause(p.clause_at[at], gapped != NOWHERE)

    def _hanging(self, start: int, limit: int) -> Iterator[tuple[int, int]]:
        """The phrases that hang on one, each on the one before it, up to the next figure."""
        phrases = self.p.phrases
        for index in range(start + 1, len(phrases)):
            if phrases[index].governor != index - 1 or phrases[index].first >= limit:
                return
            yield phrases[index].first, phrases[index].stop

    def _clause(self, number: int, gapped: bool) -> Iterator[tuple[int, int]]:
        """The verb and subject of a clause, or of the one it hangs on, and its other phrases; the
        verb alone where the number has a subject of its own."""
        p = self.p
        others = {p.gapped(p.phrase_at[figure.first]) for figure in self.figures}
        clause = p.clauses[number]
        while clause.verb == NOWHERE and clause.parent != NOWHERE:
            clause = p.clauses[clause.parent]
        if clause.verb != NOWHERE and p.tokens.low[p.verbs[clause.verb].head] in RANKING:
            yield from self._beside_subject(clause)
            return
        if clause.verb != NOWHERE:
            yield p.verbs[clause.verb].head, p.verbs[clause.verb].head + 1
        if gapped:
            return
        if clause.subject != NOWHERE:
            yield p.phrases[clause.subject].first, p.phrases[clause.subject].stop
        taken = {p.phrase_at[figure.first] for figure in self.figures} | others
        for index, phrase in enumerate(p.phrases):
            if phrase.clause == number and index not in taken and not self._set_apart(phrase):
                yield phrase.first, phrase.stop

    def _set_apart(self, phrase: NounPhrase) -> bool:
        """Whether a comma sets a phrase apart from what it follows: "50 ports, with 9 crews"."""
        at = phrase.preposition
        return at > 0 and self.p.tokens.low[at - 1 : at + 1] == [",", "with"]

    def _beside_subject(self, clause: Clause) -> Iterator[tuple[int, int]]:
        """What is said of the subject that others only follow: "Rope is used by 7 percent of crews,
        followed by wire (5 percent)"."""
        if clause.parent == NOWHERE:
            return
        above = self.p.clauses[clause.parent]
        if above.verb != NOWHERE:
            yield self.p.verbs[above.verb].head, self.p.verbs[above.verb].head + 1
        for index, phrase in enumerate(self.p.phrases):
            if phrase.clause == clause.parent and index != above.subject:
                yield phrase.first, phrase.stop


_LESS: Final = frozenset("less lower fewer more higher".split())
_OTHER_TIMES: Final = frozenset(
    "in before earlier last previous expected planned forecast budgeted usual ago prior".split()
)  # what a level is held against that is none of another group
