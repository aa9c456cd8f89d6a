"""What a figure counts in, the row label that an editor would print out.

The thing counted with its modifiers, then what hangs on it by "of" or another preposition, then the
verb as a participle: "persons killed by police", "visas granted to victims". No figure, no period,
no ellipsis, at most ``MOST`` words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Protocol

from tracediff.lexicon.cues import FALLING, RISING, STANDING
from tracediff.lexicon.participles import LIGHT, PARTICIPLES
from tracediff.model.syntax import NOWHERE, NounPhrase, Relation, VerbGroup
from tracediff.syntax import Parse

MOST: Final = 9
"""Words of a label: what fits a table's first column (design: labels of at most nine words)."""

_TAIL: Final = frozenset(
    "of per in on at by for from to with and or the a an as that who which its their".split()
)
_MOVING: Final = RISING | FALLING | STANDING
_SMALL: Final = frozenset({"DT", "PRP$", "PDT", "WP$"})
_ATTACHED: Final = frozenset("of per in for against by with on to from under at involving".split())


class Named(Protocol):
    """What the thing counted is: its noun phrase and the words of it that name it."""

    @property
    def phrase(self) -> int: ...  # noqa: D102
    @property
    def first(self) -> int: ...  # noqa: D102
    @property
    def stop(self) -> int: ...  # noqa: D102
    @property
    def text(self) -> str | None: ...  # noqa: D102
    @property
    def change(self) -> int: ...  # noqa: D102


class Labeller:
    """Words the labels of the figures of one sentence."""

    def __init__(self, p: Parse, times: Sequence[bool], figures: Sequence[tuple[int, int]]) -> None:
        """``times`` and ``figures`` are the tokens that a label leaves out."""
        self.p = p
        self.out = list(times)
        for first, stop in figures:
            for i in range(first, min(stop, len(self.out))):
                self.out[i] = True

    def label(self, counted: Named, holder: int, limit: int, change: str = "") -> str:
        """The label of what a figure counts.

        ``holder`` is the noun phrase that holds the figure; words from token ``limit`` on belong to
        the next figure. ``change`` is the noun of a stated change.
        """
        phrase = counted.phrase
        if phrase == NOWHERE:
            name, hung = (counted.text or "").split(), []
        else:
            name = list(self._words(counted.first, counted.stop)) or (counted.text or "").split()
            hung = list(self._hanging(phrase, limit))
            if phrase != holder != NOWHERE:
                hung += list(self._per(holder))
        if counted.change:
            return joined(_cut([change, "in", *name, *hung])) if name else change
        verb = list(self._verbal(phrase, holder, limit, len(name) + len(hung)))
        return joined(_cut([*name, *hung, *verb]))

    def _words(self, first: int, stop: int) -> Iterator[str]:
        """The words of a stretch without determiners, figures and dates."""
        t = self.p.tokens
        for i in range(first, stop):
            if self.out[i] or (self.p.tags[i] in _SMALL and i == first):
                continue
            if t.kind[i] == "w" or (t.kind[i] == "n" and i > first and t.capital(i - 1)):
                common = self.p.tags[i] in ("NN", "NNS", "JJ", "VBN", "VBG")
                yield t.low[i] if i == 0 and common else t.text[i]
            elif t.text[i] in ("-", "‑", "/", "&", "’", "'", "%"):
                yield t.text[i]

    def _hanging(self, phrase: int, limit: int) -> Iterator[str]:
        """The prepositional phrases that hang on a phrase, each on the one before it."""
        index = phrase + 1
        last = self._end_of_list(phrase)
        index = last + 1
        while index < len(self.p.phrases):
            one = self.p.phrases[index]
            if one.governor != index - 1 or one.first >= limit or self._left_out(one):
                return
            if self.p.tokens.low[one.preposition] not in _ATTACHED:
                return
            yield from self._phrase(one)
            index = self._end_of_list(index) + 1

    def _per(self, holder: int) -> Iterator[str]:
        """What a rate is per: "net income per share"."""
        after = holder + 1
        if after < len(self.p.phrases) and self.p.phrases[after].governor == holder:
            one = self.p.phrases[after]
            if self.p.tokens.low[one.preposition] == "per":
                yield from self._phrase(one)

    def _end_of_list(self, index: int) -> int:
        return index

    def _left_out(self, one: NounPhrase) -> bool:
        """Whether a phrase is a date, or holds another figure."""
        return any(self.out[i] for i in range(one.first, one.stop))

    def _phrase(self, one: NounPhrase) -> Iterator[str]:
        if one.preposition != NOWHERE:
            yield self.p.tokens.low[one.preposition]
        yield from self._words(one.first, one.stop)

    # --- the verb -------------------------------------------------------------------------------

    def _verbal(self, phrase: int, holder: int, limit: int, used: int) -> Iterator[str]:
        """What was done to, or done by, the thing counted, as a participle with one complement."""
        found = None
        for index in dict.fromkeys((phrase, holder)):
            if index != NOWHERE:
                found = found or self._own_clause(index)
        if found is None and (holder if holder != NOWHERE else phrase) != NOWHERE:
            found = self._of_clause(holder if holder != NOWHERE else phrase)
        if found is None:
            return
        verb, passive = found
        word = self.p.tokens.low[verb.head]
        if word in LIGHT | _MOVING or used >= MOST - 1:
            return
        yield participle(word) if passive else present(word, self.p.tags[verb.head])
        yield from self._complement(verb, limit)

    def _own_clause(self, phrase: int) -> tuple[VerbGroup, bool] | None:
        """A relative clause or participle that hangs on the phrase itself."""
        for clause in self.p.clauses:
            if clause.subject == phrase and clause.verb != NOWHERE:
                if clause.relation in (Relation.PARTICIPLE, Relation.RELATIVE):
                    verb = self.p.verbs[clause.verb]
                    return verb, verb.passive or self.p.tags[verb.head] == "VBN"
        return None

    def _of_clause(self, phrase: int) -> tuple[VerbGroup, bool] | None:
        """The verb of the clause in which the phrase is subject or object."""
        top = phrase
        while self.p.phrases[top].governor != NOWHERE:
            top = self.p.phrases[top].governor
        clause = self.p.clauses[self.p.phrases[top].clause]
        if clause.verb == NOWHERE:
            return None
        verb = self.p.verbs[clause.verb]
        if clause.subject == top:
            return verb, verb.passive
        return (verb, True) if top in clause.objects and not verb.passive else None

    def _complement(self, verb: VerbGroup, limit: int) -> Iterator[str]:
        """The first phrase behind the verb that is no date and no figure."""
        for one in self.p.phrases:
            if one.first < verb.stop or one.clause != verb.clause:
                continue
            if one.first >= limit and limit > verb.stop:
                return
            if self._left_out(one) or one.governor != NOWHERE:
                continue
            if one.preposition != NOWHERE or one.first == verb.stop:
                yield from self._phrase(one)
                return


def participle(word: str) -> str:
    """The past participle of a verb in any form.

    >>> [participle(word) for word in ("issued", "took", "grants", "identify")]
    ['issued', 'taken', 'granted', 'identified']
    """
    if word in PARTICIPLES:
        return PARTICIPLES[word]
    if word.endswith("ed"):
        return word
    stem = word[:-1] if word.endswith("s") and not word.endswith("ss") else word
    if stem.endswith("e"):
        return stem + "d"
    return stem[:-1] + "ied" if stem.endswith("y") and stem[-2:-1] not in "aeiou" else stem + "ed"


def present(word: str, tag: str) -> str:
    """A verb as it follows the noun that does it: "users writing", "inmates who died".

    >>> present("use", "VBP"), present("died", "VBD"), present("cited", "VBD")
    ('using', 'who died', 'who cited')
    """
    if tag in ("VBD", "VBN"):
        return word
    if tag == "VBG":
        return word
    stem = word
    if tag == "VBZ":
        stem = word[:-3] + "y" if word.endswith("ies") else word[:-1]
    if stem.endswith("e") and not stem.endswith("ee"):
        stem = stem[:-1]
    return stem + "ing"


def joined(words: Sequence[str]) -> str:
    """Words as running text, hyphens and slashes without spaces."""
    text = " ".join(words)
    for mark in ("-", "‑", "/"):
        text = text.replace(f" {mark} ", mark)
    return text.replace(" ’ ", "’ ").replace(" ' ", "' ").replace(" %", "%")


def _cut(words: list[str]) -> list[str]:
    """At most so many words, none of the small ones last."""
    kept = words[:MOST]
    while kept and kept[-1].lower() in _TAIL:
        kept.pop()
    return kept
