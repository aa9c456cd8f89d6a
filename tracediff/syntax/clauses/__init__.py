"""Chunks in, clauses out: where each begins and ends, its subject, verb and objects, and how it
hangs on another (Abney 1996, Partial parsing via finite-state cascades; here with one stack).

Every chunk is looked at once, with a bounded look at those that follow.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tracediff.lexicon.syntax import (
    COMPARING,
    COMPLEX,
    CONJUNCTIONS,
    INCLUDING,
    RELATIVES,
    SUBORDINATORS,
)
from tracediff.model.record import replaced
from tracediff.model.syntax import NOWHERE, Clause, NounPhrase, Relation, VerbGroup
from tracediff.syntax.chunk import Chunk
from tracediff.syntax.clauses.lists import ListReader
from tracediff.syntax.clauses.openers import OpenerReader
from tracediff.syntax.clauses.reading import DASHES, Open, Reading
from tracediff.syntax.clauses.verbs import VerbReader
from tracediff.text.tokens import Tokens


class ClauseReader:
    """Reads the clauses of one sentence over its chunks."""

    def __init__(self, t: Tokens, tags: Sequence[str], chunks: Sequence[Chunk]) -> None:
        """Nothing is read yet."""
        self.s = s = Reading(t, tags, chunks)
        self.t, self.tags, self.chunks = t, s.tags, chunks
        self.phrases, self.verbs = s.phrases, s.verbs
        self.clause_at = s.clause_at  # the innermost clause of each token
        self.verb_reader, self.lists, self.openers = VerbReader(s), ListReader(s), OpenerReader(s)

    def read(self) -> tuple[tuple[NounPhrase, ...], tuple[VerbGroup, ...], tuple[Clause, ...]]:
        """The phrases and verb groups, now tied to clauses, and the clauses."""
        self.s.open(0, Relation.MAIN, NOWHERE)
        k = 0
        while k < len(self.chunks):
            k = self._chunk(k)
        clauses = tuple(self._closed(one) for one in self.s.all)
        return tuple(self.phrases), tuple(self.verbs), clauses

    def _chunk(self, k: int) -> int:
        one = self.chunks[k]
        if one.phrase is not None:
            self._phrase(one.phrase)
        elif one.verb is not None:
            self.verb_reader.read(k, one.verb)
        else:
            return self._token(k)
        return k + 1

    def _phrase(self, phrase: NounPhrase) -> None:
        index = len(self.phrases)
        governor, self.s.governor = self.s.governor, NOWHERE
        if governor == NOWHERE and self.s.preposition != NOWHERE and self.s.before is not None:
            touching = self.s.before.stop == self.s.preposition
            last = self.s.index if self.s.index != NOWHERE else index - 1
            governor = last if touching else NOWHERE
        self.s.mark(phrase.first, phrase.stop)
        self.phrases.append(
            NounPhrase(
                phrase.first,
                phrase.stop,
                phrase.head,
                self.s.top.index,
                self.s.preposition,
                governor,
                denied=phrase.denied,
            )
        )
        self.s.top.phrases.append(index)
        self.s.before, self.s.preposition, self.s.index = self.phrases[-1], NOWHERE, NOWHERE

    def _token(self, k: int) -> int:
        i, low = self.chunks[k].first, self.t.low
        size = self._opens(k, i)
        if size == 0:
            if low[i] == "to" and self.s.top.relation is Relation.PARTICIPLE:
                self.openers.arrive(k)
            self.s.mark(i, i + 1)
            if self.s.before is not None and (low[i], low[i + 1]) in COMPLEX:
                self.s.before = replaced(self.s.before, stop=i + 1)  # "deaths due to hunger"
            elif self.tags[i] in ("IN", "TO") or low[i] in ("to", "per"):
                self.s.preposition = i
            elif self.t.kind[i] == "w":
                self.s.preposition = NOWHERE
            size = 1
        stop = i + size
        while k < len(self.chunks) and self.chunks[k].first < stop:
            k += 1
        return k

    def _opens(self, k: int, i: int) -> int:
        """Open or close clauses at a token; the number of tokens taken, 0 for none."""
        text, low = self.t.text[i], self.t.low[i]
        if text in "()[]" and text:
            return self.openers.bracket(i, text)
        if text in DASHES and not self.t.glued(i):
            return self.openers.dash(i)
        if text in (";", ":") and not self._inside_ratio(i):
            return self.openers.break_off(i, text)
        if text == ",":
            return self.lists.comma(k, i)
        if low in COMPARING and (size := self.s.comparing(i)):
            return self.openers.enter(i, Relation.COMPARISON, size)
        if low == "as" and self._same_as(i):
            return self.openers.enter(i, Relation.COMPARISON, 1)
        if low in INCLUDING or (low == "such" and self.t.low[i + 1] == "as"):
            return self.openers.enter(i, Relation.INCLUDING, 1 + (low == "such"))
        if low in RELATIVES or self.tags[i] in ("WDT", "WP", "WP$"):
            return self.openers.relative(k, i, low)
        if low in SUBORDINATORS and self.tags[i] in ("IN", "WRB", "RB"):
            return self.openers.subordinate(k, i)
        if low in CONJUNCTIONS:
            return self.lists.conjunction(k, i)
        return 0

    def _inside_ratio(self, i: int) -> bool:
        """Whether a colon stands between the digits of "a ratio of 19:1"."""
        return self.t.glued(i) and self.t.glued(i + 1) and self.t.kind[i - 1 : i + 2] == [*"npn"]

    def _same_as(self, i: int) -> bool:
        """Whether "as" says what something is the same as: "…, the same number as in 2019"."""
        opens = max((j for j in range(i) if self.t.text[j] == ","), default=i)
        same = self.t.low[opens + 1 : opens + 3] == ["the", "same"]
        return same and _FINITE.isdisjoint(self.tags[opens:i])

    def _behind_bracket(self, index: int) -> bool:
        """Whether a phrase is one more of a list with figures in brackets: "raids to stop theft
        (12), feuds (9)", where it is no object of the verb in the first item."""
        at = self.phrases[index].first - 1
        while at > 0 and self.t.low[at] in (",", "and", "or"):
            at -= 1
        return self.t.text[at] == ")"

    def _closed(self, one: Open) -> Clause:
        verb = self.verbs[one.verb] if one.verb != NOWHERE else None
        objects = tuple(
            index
            for index in one.phrases
            if verb is not None
            and self.phrases[index].first >= verb.stop
            and self.phrases[index].preposition == NOWHERE
            and not (one.relation is Relation.INFINITIVE and self._behind_bracket(index))
            and not (one.gapped and index == one.subject)
        )
        return Clause(
            one.first, max(one.stop, one.first), one.relation, one.parent, one.opener, one.subject,
            one.verb, objects, one.shared,
        )  # fmt: skip


_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
