"""A phrase behind a comma or conjunction in, the clause opened of which it is the subject or object
and that leaves out the verb of the one before: "prices rose by 3% and wages by 4%".
"""

from __future__ import annotations

from typing import Final

from tracediff.lexicon.cues import FALLING, GOING, RISING, SHIFTING, STANDING
from tracediff.lexicon.syntax import AMOUNTING, BE, MAKING, MEASURING
from tracediff.model.syntax import NOWHERE, NounPhrase, Relation
from tracediff.syntax.clauses.reading import Open, Reading

_MOVES: Final = (RISING | FALLING | SHIFTING | STANDING | GOING) - {"up", "down", "higher", "lower"}
_LEADS: Final = frozenset("from to by at for".split())
_LEVELS: Final = MEASURING | AMOUNTING | MAKING
_NOUNS: Final = frozenset({"NN", "NNS", "NNP", "NNPS"})


class GapReader:
    """Reads the clauses of one sentence that leave out their verb."""

    def __init__(self, s: Reading) -> None:
        """``s`` is how far the clauses of the sentence are read."""
        self.s, self.t, self.tags, self.chunks = s, s.t, s.tags, s.chunks
        self.phrases, self.verbs = s.phrases, s.verbs

    def opens(self, k: int, i: int) -> bool:
        """Open such a clause behind chunk ``k``, at token ``i``, where one follows."""
        led = self._lead(k + 1)
        above = self._above() if led is not None else None
        if led is None or above is None:
            return False
        behind = [one for one in map(self._phrase, above.phrases) if self._is_behind(above, one)]
        figures = [one for one in behind if self.s.numbered(one)]
        if led not in {*map(self._preposition, figures)}:
            return False
        moved = any(self._is_moved(one, figures[0]) for one in behind)
        while self.s.top is not above:
            self.s.stack.pop()
        if above.gapped:
            self.s.stack.pop()
        one = self.s.open(i, Relation.COORDINATE, i)
        one.gapped, one.verb, one.shared = True, above.verb, moved
        one.subject = above.subject if moved else len(self.phrases)
        self.s.mark(i, i + 1)
        self.s.before, self.s.preposition = None, NOWHERE
        return True

    def _lead(self, k: int) -> str | None:
        """The preposition between a noun phrase without a number and the number that follows, ""
        where none leads there; none at all where no such phrase begins here."""
        one = self._at(k)
        if one is None or self.s.numbered(one) or self.s.timely(one):
            return None
        article = self.tags[one.first] == "DT"  # "the fine", which may be taken for an adjective
        others = self.t.low[one.head] in ("that", "those") and self._word(k + 1) == "of"
        named = self.tags[one.head] in (_NOUNS | {"JJ"} if article else _NOUNS)
        if not (named or others):
            return None
        while (after := self._at(k + 2)) is not None and self._leads(k + 1):
            if self.s.numbered(after) or self.s.timely(after):
                break
            k += 2
        straight = self._at(k + 1)
        if straight is not None:
            return "" if self._opens_with_number(straight) else None
        after = self._at(k + 2)
        led = after is not None and self._word(k + 1) in _LEADS and self._opens_with_number(after)
        return self._word(k + 1) if led else None

    def _opens_with_number(self, one: NounPhrase) -> bool:
        return self.s.numbered(one) and self.tags[one.first] in ("CD", "$", "RB", "JJR", "IN")

    def _above(self) -> Open | None:
        """The clause of which such a one takes the verb."""
        for one in reversed(self.s.stack):
            if one.verb != NOWHERE:
                return one if one.subject != NOWHERE and self._gives(one.verb) else None
            if one.bracket or one.relation not in (Relation.COMPARISON, Relation.INCLUDING):
                return None
        return None

    def _gives(self, index: int) -> bool:
        """Whether a verb says how its subject moves, or how much it is."""
        verb = self.verbs[index]
        word = self.t.low[verb.head]
        level = word in _LEVELS or (word in BE and self.tags[verb.stop] in ("CD", "$"))
        return word in _MOVES or (level and not verb.passive)

    def _is_behind(self, one: Open, phrase: NounPhrase) -> bool:
        """Whether a phrase of a clause stands behind its verb, and is not the subject."""
        verb = self.verbs[one.verb]
        return phrase.first >= verb.stop and self._phrase(one.subject) != phrase

    def _is_moved(self, one: NounPhrase, figure: NounPhrase) -> bool:
        """Whether a phrase is what the subject moves: "raised the fee from 10 to 12 crowns"."""
        object_of = one.preposition == NOWHERE and one.first < figure.first
        return object_of and not (self.s.numbered(one) or self.s.timely(one))

    def _phrase(self, index: int) -> NounPhrase:
        return self.phrases[index]

    def _preposition(self, one: NounPhrase) -> str:
        return self.t.low[one.preposition] if one.preposition != NOWHERE else ""

    def _at(self, k: int) -> NounPhrase | None:
        return self.chunks[k].phrase if k < len(self.chunks) else None

    def _leads(self, k: int) -> bool:
        """Whether a chunk is a preposition."""
        return self.tags[self.chunks[k].first] in ("IN", "TO")

    def _word(self, k: int) -> str:
        return self.t.low[self.chunks[k].first] if k < len(self.chunks) else ""
