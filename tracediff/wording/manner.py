"""A verb group in, how it is done out: the adverbs inside it and behind it, and its particle."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tracediff.lexicon.participles import DEGREES, FREQUENCY, PLAIN_ADVERBS
from tracediff.lexicon.syntax import SUBORDINATORS
from tracediff.model.syntax import NOWHERE, VerbGroup
from tracediff.text.words import FUNCTION_WORDS
from tracediff.wording.phrases import PhraseWords

_ALMOST: Final = frozenset("almost nearly very most more less".split())
_LIST: Final = 3  # words of a list of adverbs: "sometimes or never"
_ENDS: Final = frozenset({"", ".", ",", ";", ":", "IN", "CC", "TO", "-LRB-", "-RRB-"})
_ADVERBS: Final = frozenset({"RB", "RBR"})


class MannerReader:
    """Finds the adverbs of the verbs of one sentence."""

    def __init__(self, words: PhraseWords) -> None:
        """``words`` are the noun phrases of the sentence."""
        self.w, self.p = words, words.p

    def inside(self, verb: VerbGroup) -> Sequence[str]:
        """The adverbs between the words of a verb group that say how or how often it is done; of a
        long list of them the first."""
        low = self.p.tokens.low
        said = [i for i in range(verb.first, verb.head) if self.says_how(low[i])]
        said = [i for i in said if i != verb.denial or self.is_listed(verb)]
        if not said or self.w.out[said[0]]:
            return ()
        before = said[0] - 1
        first = before if before >= verb.first and low[before] in _ALMOST else said[0]
        run = [low[i] for i in range(first, said[-1] + 1)]
        return run if len(run) <= _LIST else run[: 1 + (first < said[0])]

    def is_listed(self, verb: VerbGroup) -> bool:
        """Whether a denial is one of several adverbs: "sometimes or never"."""
        return self.p.tokens.low[verb.denial - 1] in ("or", "and") and verb.denial > verb.first

    def says_how(self, word: str) -> bool:
        """Whether an adverb tells one count from another."""
        return word in FREQUENCY | DEGREES or (word.endswith("ly") and word not in PLAIN_ADVERBS)

    def particle(self, verb: VerbGroup) -> list[str]:
        """The particle behind a verb, without which it says something else: "moved out"."""
        tag = self.p.tags[verb.stop : verb.stop + 1]
        return [self.p.tokens.low[verb.stop]] if tag == ("RP",) else []

    def behind(self, verb: VerbGroup) -> list[str]:
        """The adverb that a verb ends with: "live alone", "work remotely", "worked overtime"."""
        at = verb.stop + len(self.particle(verb))
        if at >= self.p.tokens.size or self.w.out[at] or self.p.phrase_at[at] != NOWHERE:
            return []
        word, after = self.p.tokens.low[at], (*self.p.tags[at + 1 : at + 2], "")[0]
        stated = self.p.tags[at] in _ADVERBS or (self.p.tags[at] == "JJ" and after in _ENDS)
        told = word not in FUNCTION_WORDS | SUBORDINATORS | PLAIN_ADVERBS
        ends = after in _ENDS or after in _ADVERBS or self.w.out[at + 1]
        return [word] if stated and told and ends else []
