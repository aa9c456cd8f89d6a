"""How far the clauses of a sentence are read: a stack of those that are open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from tracediff.lexicon.calendar import MONTHS
from tracediff.lexicon.cues import GOING
from tracediff.lexicon.participles import HAPPENING, PARTICIPLES, PASTS
from tracediff.lexicon.syntax import (
    BE,
    COMPARING,
    CONJUNCTIONS,
    FRACTIONS,
    HAVE,
    HOLDING,
    RELATIVES,
    SAYING,
    SAYING_OF,
    STRETCHES,
    SUBORDINATORS,
)
from tracediff.model.syntax import NOWHERE, NounPhrase, Relation, VerbGroup
from tracediff.syntax.chunk import Chunk
from tracediff.text.tokens import Tokens

AHEAD: Final = 24  # chunks that are looked at for the verb of a clause that may open
_NEAR: Final = 5  # chunks from a comma to the last of several verbs
DASHES: Final = frozenset({"—", "–"})
_ORDINALS: Final = frozenset("first second third fourth last latter final".split())
HANGING: Final = frozenset(
    {
        Relation.RELATIVE,
        Relation.PARTICIPLE,
        Relation.INFINITIVE,
        Relation.COMPARISON,
        Relation.INCLUDING,
        Relation.SUBORDINATE,
    }
)
ATTACHED: Final = frozenset({Relation.RELATIVE, Relation.PARTICIPLE})
_DESCRIBING: Final = ATTACHED | {Relation.INFINITIVE}
_GOING_ON: Final = _DESCRIBING | {Relation.COORDINATE}
OWN_SUBJECT: Final = frozenset(
    {Relation.MAIN, Relation.COORDINATE, Relation.COMPLEMENT, Relation.SUBORDINATE, Relation.ASIDE}
)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")  # a number that is one when it stands alone


@dataclass(slots=True)
class Open:
    """A clause that is being read."""

    index: int
    first: int
    relation: Relation
    parent: int
    opener: int
    owner: int = 0  # the innermost clause around it, or itself, that has a subject of its own
    described: int = NOWHERE  # in the stack, the first that describes a noun of those that go on
    joined: bool = False  # a coordinate one is among those
    stop: int = 0
    subject: int = NOWHERE
    verb: int = NOWHERE
    shared: bool = False
    bracket: str = ""
    gapped: bool = False  # its verb is that of the clause before
    comma: bool = False  # it was opened behind a comma, so that a comma ends it
    phrases: list[int] = field(default_factory=list)


_SAYING: Final = SAYING | SAYING_OF | HOLDING
_HELPING: Final = BE | HAVE


class Reading:
    """The phrases, verbs and clauses of one sentence that are read, and the clauses still open."""

    def __init__(self, t: Tokens, tags: Sequence[str], chunks: Sequence[Chunk]) -> None:
        """Nothing is read yet."""
        self.t, self.tags, self.chunks = t, [*tags, *[""] * 8], chunks
        self.phrases: list[NounPhrase] = []
        self.verbs: list[VerbGroup] = []
        self.all: list[Open] = []
        self.stack: list[Open] = []
        self.clause_at = [0] * t.size
        self.preposition = NOWHERE
        self.held: list[tuple[NounPhrase | None, int]] = []  # what stood before open brackets
        self.index = NOWHERE  # of ``before``, where it is not the last phrase read
        self.governor = NOWHERE  # of the phrase that a list goes on with
        self.before: NounPhrase | None = None  # the phrase that ends where we stand

    @property
    def top(self) -> Open:
        """The innermost clause that is open."""
        return self.stack[-1]

    def open(self, first: int, relation: Relation, opener: int, *, bracket: str = "") -> Open:
        """Open a clause inside the innermost one."""
        parent = self.stack[-1].index if self.stack else NOWHERE
        own = relation in OWN_SUBJECT
        owner = len(self.all) if own else self.stack[-1].owner
        one = Open(len(self.all), first, relation, parent, opener, owner, bracket=bracket)
        self._go_on(one)
        one.comma = first > 0 and self.t.text[first - 1] in (",", "—", "–")
        self.all.append(one)
        self.stack.append(one)
        return one

    def _go_on(self, one: Open) -> None:
        """Say of a clause about to be opened which of those that it goes on with describes a
        noun."""
        if one.relation not in _GOING_ON:
            return
        before = self.stack[-1] if self.stack else one
        one.described = before.described
        if one.described == NOWHERE and one.relation in _DESCRIBING:
            one.described = len(self.stack)
        one.joined = before.joined or one.relation is Relation.COORDINATE

    def pop_to(self, relations: frozenset[Relation]) -> None:
        """Close clauses until one of some kinds is innermost; a bracket holds."""
        while len(self.stack) > 1 and self.top.relation not in relations and not self.top.bracket:
            self.stack.pop()

    def pop_hanging(self) -> None:
        """Close what hangs on a clause until one that can go on is innermost."""
        while len(self.stack) > 1 and self.top.relation in HANGING and not self.top.bracket:
            self.stack.pop()

    def mark(self, first: int, stop: int) -> None:
        """Count tokens to the innermost clause."""
        top = self.stack[-1]
        self.clause_at[first:stop] = [top.index] * (stop - first)
        top.stop = max(top.stop, stop)

    def list_head(self, index: int) -> int:
        """The first member of a list that ends with a phrase: "courts and prisons were …"."""
        while index and self.phrases[index - 1].joined == index:
            index = self._before_bracket(index - 1)
        return index

    def _before_bracket(self, index: int) -> int:
        """The phrase behind which a bracket with another one in it stands: "raids (12) and"."""
        aside = self.all[self.phrases[index].clause]
        if not aside.bracket:
            return index
        behind = (k for k in range(index - 1, -1, -1) if self.phrases[k].stop <= aside.first)
        return next(behind, index)

    def says(self, one: Open) -> bool:
        """Whether the verb of a clause is one of saying."""
        return self.t.low[self.verbs[one.verb].head] in _SAYING

    def reduced(self, one: Open | None = None) -> bool:
        """Whether the verb read before is a participle after all: "those identified … numbered"."""
        top = self.top if one is None else one
        if top.verb == NOWHERE or top.subject == NOWHERE:
            return False
        held = self.verbs[top.verb]
        subject = self.phrases[top.subject]
        behind = [i for i in top.phrases if self.phrases[i].first >= held.stop]
        direct = any(self.phrases[i].preposition == NOWHERE for i in behind)
        named = self.tags[subject.head] != "PRP"
        return (
            self.is_bare(held)
            and named
            and not direct
            and self.clause_at[subject.first] == (top.parent if top.shared else top.index)
        )

    def is_bare(self, verb: VerbGroup) -> bool:
        """Whether a past form without an auxiliary can be the participle of what was done."""
        low = self.t.low[verb.head]
        lone = verb.stop - verb.first == 1 and self.tags[verb.head] == "VBD"
        return lone and low not in _HELPING and self._is_done(low)

    def _is_done(self, past: str) -> bool:
        """Whether a past form can be the participle of something done to its noun: "received", not
        "rose" or "came"."""
        irregular = past in PASTS and PARTICIPLES.get(past) != past
        return not irregular and past not in HAPPENING

    def awaits_a_verb(self) -> bool:
        """Whether what is open only describes the subject of a clause that has no verb yet."""
        if self.top.verb == NOWHERE or self.top.relation not in HANGING:
            return False
        above = self.all[self.top.owner]
        return above.verb == NOWHERE and bool(above.phrases)

    def lists_verbs(self, k: int) -> bool:
        """Whether a relative clause goes on with a list of verbs before the verb of its noun: "the
        crew that finds, tags, and frees whales led 10 dives"."""
        if self.top.relation is not Relation.RELATIVE or not self.awaits_a_verb():
            return False
        finite = [
            j
            for j in range(k, min(k + AHEAD, len(self.chunks)))
            if (verb := self.chunks[j].verb) is not None and verb.finite
        ]
        last = next((j for j in finite if self.t.low[self.chunks[j - 1].first] == "and"), NOWHERE)
        near = last != NOWHERE and last - k < _NEAR
        return near and any(j > last for j in finite)

    def next_finite(self, k: int) -> int | None:
        """The chunk of the next finite verb before a break, or none."""
        for j in range(k, min(k + AHEAD, len(self.chunks))):
            one = self.chunks[j]
            if one.verb is not None and one.verb.finite:
                return j
            if one.phrase is None and one.verb is None:
                text, low = self.t.text[one.first], self.t.low[one.first]
                if text in (",", ";", ":", "(", ")") or text in DASHES:
                    return None
                if j > k and (low in RELATIVES or low in SUBORDINATORS - {"as"}):
                    return None
                if j > k and low in CONJUNCTIONS:
                    continue
        return None

    def comparing(self, i: int) -> int:
        """The number of tokens, from one on, that lead to what something is compared with."""
        if i and self.t.low[i] in ("up", "down") and self.t.low[i - 1] in GOING:
            return 0  # "membership went up from 40 to 60"
        for words in COMPARING[self.t.low[i]]:
            if tuple(self.t.low[i : i + len(words)]) == words:
                figures = words != ("against",) or self.t.text[i - 1] == ","
                return len(words) if figures else 0
        return 0

    def timely(self, phrase: NounPhrase) -> bool:
        """Whether a phrase is a date or a stretch of time."""
        low = self.t.low[phrase.head]
        if low in FRACTIONS and self.t.low[phrase.stop] in ("of", "("):
            return self._ordinal(phrase)
        number = self.t.kind[phrase.head] == "n" and len(low) == 4
        named = self.tags[phrase.head] in ("NN", "NNS")  # "the August 2018 case"
        inside = range(phrase.head if named else phrase.first, phrase.stop)
        month = any(self.t.low[i].rstrip(".") in MONTHS for i in inside)
        return low.removesuffix("s") in STRETCHES or number or month

    def _ordinal(self, phrase: NounPhrase) -> bool:
        """Whether a part is a numbered part of the year: "the second quarter of 2019"."""
        return not _ORDINALS.isdisjoint(self.t.low[phrase.first : phrase.head])

    def numbered(self, phrase: NounPhrase) -> bool:
        """Whether a phrase holds a number that is not a year by itself."""
        if phrase.stop - phrase.first == 1 and _YEAR.fullmatch(self.t.text[phrase.first]):
            return False
        return any(self.tags[i] in ("CD", "$") for i in range(phrase.first, phrase.stop))
