"""Which sentence of the other edition a half can be told with at all, however alike the words.

A row of a table answers to a statement only where the statement gives the figure of what the row
names; what a heading or a caption names answers to no figure; and where the new edition says what
was so last year, or names the kind of thing, the old sentence must say the same.
"""

from __future__ import annotations

from collections import defaultdict

from tracediff.ledger.recalls import Recalls
from tracediff.model import BlockKind, Comparison, Evidence, Fact, Finding, Sentence, Side
from tracediff.model.syntax import NOWHERE
from tracediff.rank.rarity import Rarity, Telling, roots
from tracediff.syntax import parse


class Answering:
    """Asked of a half and a sentence of the other edition."""

    def __init__(self, comparison: Comparison, rare: Rarity) -> None:
        """Take both editions with their figures."""
        self._rare = rare
        self._recalls = Recalls(comparison.old, comparison.new)
        self._sentences = {
            Side.OLD: comparison.old.edition.sentences,
            Side.NEW: comparison.new.edition.sentences,
        }
        self._facts: defaultdict[tuple[Side, int], list[Fact]] = defaultdict(list)
        for side, reading in ((Side.OLD, comparison.old), (Side.NEW, comparison.new)):
            for fact in reading.facts:
                self._facts[side, fact.sentence].append(fact)

    def answer(self, half: Finding, there: int) -> bool:
        """Whether a half and a sentence of the other edition can tell of one matter."""
        place = half.old or half.new
        assert place is not None
        side = Side.OLD if half.old is not None else Side.NEW
        other = Side.NEW if side is Side.OLD else Side.OLD
        pair = (place.sentence, there) if side is Side.OLD else (there, place.sentence)
        if self._recalls.contradict(*pair):
            return False
        own, its = self._sentences[side][place.sentence], self._sentences[other][there]
        if _is_row(own) and not _is_row(its):
            return self._gives(own, other, its)
        if _is_row(its) and not _is_row(own):
            return self._gives(its, side, own)
        if _of_others(own.text, its.text):
            return False
        if half.rule.id[0] != "N":
            return True
        return self._may_count(place, side, its) and self._states(other, its, self._told(own))

    def _may_count(self, place: Evidence, side: Side, its: Sentence) -> bool:
        """Whether one of the figures of a sentence, if it has any, is in the unit of the half's,
        and none of them only says how long a list is: "170 members", "top 10 members"."""
        mine = [f for f in self._facts[side, place.sentence] if f.index == place.fact]
        theirs = self._facts[Side.NEW if side is Side.OLD else Side.OLD, its.index]
        if not mine or not theirs:
            return True
        before = (its.text[: f.at.start].casefold().split() for f in theirs)
        listed = any(words[-1:] == ["top"] for words in before)
        return not listed and mine[0].unit in {f.unit for f in theirs}

    def _gives(self, row: Sentence, side: Side, prose: Sentence) -> bool:
        """Whether a statement gives a figure of all that a row names."""
        named = self._told(row).words
        return len(named) > 1 and any(
            named <= frozenset(roots(f"{f.counted or ''} {f.label}"))
            for f in self._facts[side, prose.index]
            if f.value is not None
        )

    def _states(self, side: Side, sentence: Sentence, own: Telling) -> bool:
        """Whether a sentence may answer to a figure: it gives one, or states something of what
        hardly another sentence names."""
        if self._facts[side, sentence.index]:
            return True
        told = self._told(sentence)
        found = parse(sentence.text)
        if not any(
            clause.subject != NOWHERE and clause.verb != NOWHERE and found.verbs[clause.verb].finite
            for clause in found.clauses
        ):
            return False
        alone = not self._rare.alone.isdisjoint(own.words & told.words)
        return alone or self._rare.share_a_phrase(own, told)

    def _told(self, sentence: Sentence) -> Telling:
        return self._rare.telling(sentence.text)


def _of_others(one: str, two: str) -> bool:
    """Whether the first statements of two sentences have names for subjects, and each another."""
    mine, yours = _subject(one), _subject(two)
    return bool(mine and yours) and mine.isdisjoint(_words(two)) and yours.isdisjoint(_words(one))


def _subject(text: str) -> frozenset[str]:
    """The names that the first subject of a sentence consists of; none where it is no name."""
    found = parse(text)
    first = next((c for c in found.clauses if c.subject != NOWHERE and c.verb != NOWHERE), None)
    if first is None:
        return frozenset()
    phrase = found.phrases[first.subject]
    inside = [i for i in range(phrase.first, phrase.stop) if found.tags[i] != "DT"]
    named = inside and all(found.tags[i] in ("NNP", "NNPS") for i in inside)
    return frozenset(found.tokens.low[i] for i in inside) if named else frozenset()


def _words(text: str) -> frozenset[str]:
    found = parse(text)
    return frozenset(found.tokens.low[: found.tokens.size])


def _is_row(sentence: Sentence) -> bool:
    return sentence.kind is BlockKind.TABLE
