"""One sentence in, its shallow parse out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from tracediff.lexicon.syntax import SAYING, STRETCHES
from tracediff.model.record import Record
from tracediff.model.syntax import NOWHERE, Clause, NounPhrase, Relation, VerbGroup
from tracediff.syntax.chunks import chunk, chunks
from tracediff.syntax.clauses import ClauseReader
from tracediff.syntax.packed import packed, parts, unpacked
from tracediff.syntax.repairs import repaired
from tracediff.syntax.tagger import tag
from tracediff.text.tokens import Tokens, tokenise
from tracediff.text.vocabulary import PLAIN, Vocabulary

_BEYOND: Final = 8  # looking so far beyond the last token is safe, as in ``Tokens``
_SHORT: Final = 600  # characters; longer sentences are few, and take much memory
_LATEST: Final = 4  # of these, for each of the many findings on one is looked up in its parse
_WHOLE: Final = 4096  # parses of sentences that are held as they are: 15 MB
_TAGGED: Final = 1024  # texts of which only the parts of speech were asked
_PACKED: Final = 1 << 18  # packed ones, of about 0.5 KB each: both editions of 20,000 paragraphs


@dataclass(frozen=True, slots=True)
class Parse(Record):
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

    def polled(self, clause: int) -> bool:
        """Whether a clause completes what so many think or say: "63 percent agree that it is"."""
        while clause != NOWHERE and self.clauses[clause].relation is Relation.COMPLEMENT:
            clause = self.clauses[clause].parent
            subject = self.clauses[clause].subject if clause != NOWHERE else NOWHERE
            if subject != NOWHERE:
                one = self.phrases[subject]
                return "CD" in self.tags[one.first : one.stop]
        return False

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
        several = self.tags[one.head] == "NNS" and low[one.first - 1] in ("and", "but", "while")
        named = several or self.tags[one.first] in ("DT", "NNP", "NNPS")
        named = named and "CD" not in self.tags[one.first : one.stop]
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
    return remembered(text, vocabulary) if len(text) <= _SHORT else _latest(text, vocabulary)


def tagged(text: str, vocabulary: Vocabulary = PLAIN) -> list[str]:
    """The parts of speech of a sentence or of the head of a row, without the rest of its parse.

    >>> tagged("boats moored at night")
    ['NNS', 'VBN', 'IN', 'NN']
    """
    found = remembered.parts(text, vocabulary)
    return list(found.tags if found is not None else remembered.tags(text, vocabulary))


def verbs(text: str) -> tuple[VerbGroup, ...]:
    """The verb groups of a sentence; of one that was parsed before without the rest of its parse.

    >>> [verb.finite for verb in verbs("Men who were held agreed to sail.")]
    [True, True, False]
    """
    found = remembered.parts(text, PLAIN)
    return parse(text).verbs if found is None else found.verbs


def has_finite_verb(text: str) -> bool:
    """Whether a sentence has a verb in a tense; no more of it is read than that takes.

    >>> has_finite_verb("Boats were sunk"), has_finite_verb("Between May and June")
    (True, False)
    """
    found = remembered.parts(text, PLAIN)
    if found is not None:
        return any(verb.finite for verb in found.verbs)
    t = tokenise(text)
    every = (one.verb for one in chunks(t, remembered.tags(text, PLAIN)))
    first = next((verb for verb in every if verb is not None), None)
    if first is None or first.finite:
        return first is not None
    # one behind another without a tense may only describe: "making use of all nets mended"
    return any(verb.finite for verb in parse(text).verbs)


def _tags(t: Tokens) -> list[str]:
    return repaired(t, tag(t.text[: t.size]))


def _parse(text: str, vocabulary: Vocabulary) -> Parse:
    t = tokenise(text, vocabulary)
    tags = remembered.tagged.pop((text, vocabulary), None) or _tags(t)
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


class Parts(NamedTuple):
    """What is asked for most of a parse: the parts of speech and the verb groups."""

    tags: tuple[str, ...]
    verbs: tuple[VerbGroup, ...]


class Memory:
    """The parses of the sentences looked at last; those of the many before them are packed.

    A long report is gone through from its beginning to its end by one stage after the other, so
    that what each of them looks at last is never what the next one looks at first.
    """

    def __init__(self, whole: int = _WHOLE, most: int = _PACKED, tagged: int = _TAGGED) -> None:
        """Hold so many parses as they are, so many that are packed, and so many tags alone."""
        self.room, self.most, self.tags_held = whole, most, tagged
        self.whole: dict[str | tuple[str, Vocabulary], Parse] = {}
        self.packed: dict[str, bytes] = {}
        self.made: list[str] = []  # the texts that were parsed
        self.tagged: dict[tuple[str, Vocabulary], list[str]] = {}  # those that were only tagged

    def __call__(self, text: str, vocabulary: Vocabulary) -> Parse:
        """The parse of a sentence: the one that is held, or unpacked, or made."""
        key = text if vocabulary is PLAIN else (text, vocabulary)
        found = self.whole.get(key)
        if found is not None:
            return found
        if len(self.whole) >= self.room:
            self.pack()
        data = self.packed.get(text)
        if data is not None:
            found = Parse(*unpacked(data, text, vocabulary))
            found.tokens.tags = (*found.tags, *[""] * _BEYOND)
        else:
            found = _parse(text, vocabulary)
            self.made.append(text)
        self.whole[key] = found
        return found

    def tags(self, text: str, vocabulary: Vocabulary) -> list[str]:
        """The parts of speech of a sentence, held until it is parsed, or many others are tagged."""
        found = self.tagged.get((text, vocabulary))
        if found is None:
            if len(self.tagged) >= self.tags_held:
                self.tagged.clear()
            found = self.tagged[text, vocabulary] = _tags(tokenise(text, vocabulary))
        return found

    def parts(self, text: str, vocabulary: Vocabulary) -> Parts | None:
        """The parts of speech and the verb groups of a sentence that was parsed before."""
        found = self.whole.get(text if vocabulary is PLAIN else (text, vocabulary))
        if found is not None:
            return Parts(found.tags, found.verbs)
        data = self.packed.get(text)
        return None if data is None else Parts(*parts(data))

    def pack(self) -> None:
        """Pack all that is held as it is."""
        if len(self.packed) > self.most:
            self.packed.clear()
            self.made.clear()
        for one in self.whole.values():
            if one.tokens.source not in self.packed:
                self.packed[one.tokens.source] = packed(one)
        self.whole.clear()

    def since(self, first: int) -> dict[str, bytes]:
        """What was parsed, the first so many left out, packed."""
        self.pack()
        made = self.made[first:]
        return {text: data for text in made if (data := self.packed.get(text)) is not None}

    def clear(self) -> None:
        """Forget everything."""
        self.whole.clear()
        self.packed.clear()
        self.made.clear()
        self.tagged.clear()


remembered: Final = Memory()
_latest = lru_cache(maxsize=_LATEST)(_parse)
