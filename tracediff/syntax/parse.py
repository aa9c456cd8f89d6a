"""One sentence in, its shallow parse out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tracediff.lexicon.syntax import SAYING, STRETCHES
from tracediff.model.syntax import NOWHERE, Clause, NounPhrase, Relation, VerbGroup
from tracediff.syntax.chunks import chunk
from tracediff.syntax.clauses import ClauseReader
from tracediff.syntax.repairs import repaired
from tracediff.syntax.tagger import tag
from tracediff.text.tokens import Tokens, tokenise
from tracediff.text.vocabulary import PLAIN, Vocabulary

_BEYOND: Final = 8  # looking so far beyond the last token is safe, as in ``Tokens``
_SHORT: Final = 600  # characters; longer sentences are few, and take much memory
_LATEST: Final = 4  # of these, for each of the many findings on one is looked up in its parse
_REMEMBERED: Final = 8192  # sentences: those of a long report of which findings tell, 30 MB


@dataclass(frozen=True, slots=True)
class Parse:
    """The shallow parse of one sentence.

    ``tokens`` and ``tags`` (Penn Treebank) run in parallel; ``clause_at`` gives for each token the
    innermost clause that it stands in, ``phrase_at`` and ``verb_at`` the noun phrase and the verb
    group, or -1.
    """

    tokens: Tokens
    tags: tuple[str, ...]
    phrases: tuple[NounPhrase, ...]
    verbs: tuple[VerbGroup, ...]
    clauses: tuple[Clause, ...]
    clause_at: tuple[int, ...]
    phrase_at: tuple[int, ...]
    verb_at: tuple[int, ...]

    def text(self, part: NounPhrase | VerbGroup | Clause) -> str:
        """The words of a phrase, verb group or clause as they stand."""
        return self.tokens.words(part.first, part.stop)

    def speaker(self, clause: int) -> NounPhrase | None:
        """Who says what a clause holds: the subject of the verb of saying that it hangs on."""
        while clause != NOWHERE:
            one = self.clauses[clause]
            parent = self.clauses[one.parent] if one.parent != NOWHERE else None
            if one.relation is Relation.COMPLEMENT and parent and parent.verb != NOWHERE:
                said = self.tokens.low[self.verbs[parent.verb].head] in SAYING
                if said and parent.subject != NOWHERE:
                    return self.phrases[parent.subject]
            clause = one.parent
        return None

    def gapped(self, index: int) -> int:
        """The subject straight before a number whose clause leaves out its verb, or none: "the army
        held 12 men, the police 9"."""
        if index < 1 or not self._opens_with_number(index) or not self._is_parted(index - 1):
            return NOWHERE
        one, before = self.phrases[index], self.phrases[index - 1]
        straight = before.stop == one.first and one.preposition == before.preposition == NOWHERE
        verb = next((v for v in reversed(self.verbs) if v.stop <= before.first and v.finite), None)
        if not straight or verb is None or self._has_two_objects(verb):
            return NOWHERE
        return index - 1

    def _opens_with_number(self, index: int) -> bool:
        return self.tags[self.phrases[index].first] == "CD"

    def _is_parted(self, index: int) -> bool:
        """Whether a phrase that names somebody opens behind a comma or a conjunction."""
        one, low = self.phrases[index], self.tokens.low
        named = (
            self.tags[one.first] in ("DT", "NNP", "NNPS")
            and "CD" not in self.tags[one.first : one.stop]
        )
        parted = one.first > 0 and low[one.first - 1] in (",", ";", "and", "but", "while", "or")
        return named and parted and low[one.head].removesuffix("s") not in STRETCHES

    def _has_two_objects(self, verb: VerbGroup) -> bool:
        """Whether somebody stands between a verb and what is given: "gave the army 12 boats"."""
        index = self.phrase_at[verb.stop] if verb.stop < self.tokens.size else NOWHERE
        if index == NOWHERE or index + 1 >= len(self.phrases) or self._opens_with_number(index):
            return False
        straight = self.phrases[index].stop == self.phrases[index + 1].first
        return straight and self._opens_with_number(index + 1)


def parse(text: str, vocabulary: Vocabulary = PLAIN) -> Parse:
    """Parse a sentence in time linear in its length; what both editions say is parsed once.

    >>> found = parse("The police arrested 40 men, and courts convicted 12 of them.")
    >>> [found.text(clause) for clause in found.clauses]
    ['The police arrested 40 men,', 'and courts convicted 12 of them.']
    """
    return (_remembered if len(text) <= _SHORT else _latest)(text, vocabulary)


def tagged(text: str, vocabulary: Vocabulary = PLAIN) -> list[str]:
    """The parts of speech of a sentence or of the head of a row, without the rest of its parse.

    >>> tagged("boats moored at night")
    ['NNS', 'VBN', 'IN', 'NN']
    """
    return _tags(tokenise(text, vocabulary))


def _tags(t: Tokens) -> list[str]:
    return repaired(t, tag(t.text[: t.size]))


def _parse(text: str, vocabulary: Vocabulary) -> Parse:
    t = tokenise(text, vocabulary)
    tags = _tags(t)
    t.tags = (*tags, *[""] * _BEYOND)
    reader = ClauseReader(t, tags, chunk(t, tags))
    phrases, verbs, clauses = reader.read()
    phrase_at, verb_at = [NOWHERE] * t.size, [NOWHERE] * t.size
    for index, phrase in enumerate(phrases):
        phrase_at[phrase.first : phrase.stop] = [index] * (phrase.stop - phrase.first)
    for index, verb in enumerate(verbs):
        verb_at[verb.first : verb.stop] = [index] * (verb.stop - verb.first)
    return Parse(
        t,
        tuple(tags),
        phrases,
        verbs,
        clauses,
        tuple(reader.clause_at),
        tuple(phrase_at),
        tuple(verb_at),
    )


_remembered = lru_cache(maxsize=_REMEMBERED)(_parse)
_latest = lru_cache(maxsize=_LATEST)(_parse)
