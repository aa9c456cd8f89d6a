"""Tokens and their tags in, the verb group that begins at a place out."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Final

from tracediff.lexicon.syntax import (
    BE,
    COMPARING,
    DENIALS,
    DO,
    FUTURE_MODALS,
    HAVE,
    INCLUDING,
    PAST_AUXILIARIES,
)
from tracediff.model.syntax import NOWHERE, Tense, VerbGroup
from tracediff.syntax.chunk import Chunk
from tracediff.syntax.surroundings import Surroundings
from tracediff.syntax.tag_sets import ADVERBS, FINITE, PARTICIPLES, PLURAL
from tracediff.text.tokens import Tokens

_VERBS: Final = frozenset({"VB", "VBD", "VBZ", "VBP", "VBN", "VBG"})
_LISTING: Final = frozenset({",", "and", "or"})


# What a verb group and a noun phrase may begin with; nothing else is looked at.
_VERBAL: Final = _VERBS | ADVERBS | {"MD", "TO"}
_ENDINGS: Final = {"re": "are", "m": "am", "s": "is", "ve": "have", "ll": "will", "d": "would"}
_TO_OR_DENIAL: Final = DENIALS | {"to"}


class VerbGroupReader:
    """Reads the verb groups of one sentence."""

    def __init__(
        self, t: Tokens, tags: Sequence[str], context: Surroundings, contracted: Collection[int]
    ) -> None:
        """Read the tokens of a sentence by their tags; some are contracted with their subjects."""
        self.t, self.tags, self.context = t, tags, context
        self.words = t.low
        if contracted:
            self.words = [*t.low]
            for i in contracted:
                self.words[i] = self._contracted(i)

    def _contracted(self, i: int) -> str:
        """The auxiliary or modal that a token ends with: "have" of "we've"."""
        end = self.t.low[i].replace("’", "'").rpartition("'")[2]
        done = end == "d" and self.tags[self._past_adverbs(i + 1)] in ("VBN", "VBD")
        return "had" if done else _ENDINGS.get(end, end)

    def verb_group(self, i: int, before: list[Chunk]) -> Chunk | None:
        """The verb group that begins at a token, or none."""
        if self.tags[i] not in _VERBAL and self.t.low[i] not in _TO_OR_DENIAL:
            return None
        if self._preposition(i):
            return None
        at = i
        infinitive = self.tags[i] == "TO" or (
            self.t.low[i] == "to" and self._verb_after(i + 1) == "VB"
        )
        if infinitive:
            if self._verb_after(i + 1) not in ("VB", "VBP", "VBD"):
                return None
            at += 1
        at = self._past_adverbs(at)
        if at > i and not infinitive and self._verb_after(i) == "":
            return None
        tag = self.tags[at]
        if tag not in _VERBS and tag != "MD":
            return None
        if tag in PARTICIPLES and not infinitive and not self._verbal(i, at, before):
            return None
        return self._group(i, at, infinitive)

    def _preposition(self, i: int) -> bool:
        """Whether a participle opens a comparison or list: "compared with", "including"."""
        low = self.t.low
        if low[i] in INCLUDING or (low[i] in ("according", "due", "owing") and low[i + 1] == "to"):
            return True
        comparing = COMPARING.get(low[i])
        if comparing is None:
            return False
        return any(tuple(low[i : i + len(words)]) == words for words in comparing)

    def _verb_after(self, i: int) -> str:
        """The tag of the verb at a token or behind its adverbs, or ""."""
        j = self._past_adverbs(i)
        return self.tags[j] if self.tags[j] in _VERBS or self.tags[j] == "MD" else ""

    def _past_adverbs(self, i: int) -> int:
        """The token behind adverbs, those of a list among them: "regularly, often, or always"."""
        last = i
        while True:
            while self._adverbial(last):
                last += 1
            after = last
            while after > i and after < last + 2 and self.t.low[after] in _LISTING:
                after += 1
            if after == last or not self._adverbial(after):
                return last
            last = after

    def _adverbial(self, i: int) -> bool:
        return self.tags[i] in ADVERBS or self.t.low[i] in DENIALS

    def _verbal(self, i: int, at: int, before: list[Chunk]) -> bool:
        """Whether a lone participle is a verb of its own, not a modifier of the noun behind it."""
        after_noun = bool(before) and before[-1].phrase is not None
        if i == at == 0 and self.tags[1] == "CD" and self.tags[0] == "VBN":
            return True  # "Reached 40 boats in the north."
        if self.tags[at] == "VBG":
            if not after_noun and self.context.opens_subject(at):
                return False
            if i == at and self.context.modifies_a_place(at):
                return False
            if i and self.t.low[i - 1] == "those" and after_noun:
                return True  # "those answering the survey"
            return not self.context.is_led(i) if i else not self.context.noun_follows(at)
        return after_noun or not self.context.noun_follows(at)

    def _group(self, first: int, at: int, infinitive: bool) -> Chunk:
        """Read on from the first verb over auxiliaries and adverbs to the main verb."""
        head = at
        while True:
            after = self._past_adverbs(head + 1)
            if not self._goes_on(head, after):
                break
            head = after
        stop = head + 1
        if self.t.low[stop] == "not":
            stop += 1
        elif _no_longer(self.t, stop):
            stop += 2
        return Chunk(first, stop, verb=self._verb(first, stop, head, infinitive))

    def _goes_on(self, head: int, after: int) -> bool:
        """Whether the verb behind an auxiliary or modal belongs to its group."""
        tag, low = self.tags[after], self.words[head]
        if self.tags[head] == "MD" and low != "had":
            return tag in ("VB", "VBP")
        base = _plain(low)
        if base in BE:
            return tag in ("VBG", "VBN", "VBD") and not (tag == "VBG" and self._modifies(after))
        if base in HAVE:
            return tag in ("VBN", "VBD") and self.t.low[after] not in ("was", "were")
        if base in DO:
            return tag in ("VB", "VBP")
        return False

    def _modifies(self, at: int) -> bool:
        return self.tags[at + 1] in PLURAL and self.tags[at] == "VBG" and self.tags[at - 1] == "DT"

    def _verb(self, first: int, stop: int, head: int, infinitive: bool) -> VerbGroup:
        t = self.t
        words, tags = range(first, stop), self.tags[first:stop]
        low = self.words
        finite = not infinitive and not FINITE.isdisjoint(tags)
        denial = next((j for j in words if _denies(t.low[j]) or _no_longer(t, j)), NOWHERE)
        modal = low[first + tags.index("MD")] if "MD" in tags else ""
        modal = "" if modal == "had" else modal
        helping = [_plain(word) for word in low[first:head]]
        auxiliary = not BE.isdisjoint(helping)
        perfect = not HAVE.isdisjoint(helping)  # "having sold"
        return VerbGroup(
            first,
            stop,
            head,
            tense=self._tense(first, head, finite, modal),
            passive=(auxiliary and self.tags[head] in ("VBN", "VBD"))
            or (not (finite or infinitive or perfect) and self.tags[head] == "VBN"),
            finite=finite,
            infinitive=infinitive,
            denial=denial,
            degrees=tuple(j for j in words if self.tags[j] in ADVERBS and j != denial),
            modal=modal,
        )

    def _tense(self, first: int, head: int, finite: bool, modal: str) -> Tense:
        if not finite:
            return Tense.NONE
        if modal in FUTURE_MODALS:
            return Tense.FUTURE
        past = "VBD" in self.tags[first : head + 1]
        past = past or any(_plain(word) in PAST_AUXILIARIES for word in self.words[first:head])
        return Tense.PAST if past else Tense.PRESENT


def _denies(word: str) -> bool:
    return word in DENIALS or word.endswith(("n't", "n’t"))


def _no_longer(t: Tokens, j: int) -> bool:
    return t.low[j] == "no" and t.low[j + 1] == "longer"


@lru_cache(maxsize=1024)
def _plain(word: str) -> str:
    """An auxiliary without the denial at its end: "weren't"."""
    return word.split("n't")[0].split("n’t")[0]
