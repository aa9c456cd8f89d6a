"""Finding cue words: tokens in, the cues among them out, in one pass and one lookup a token."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from tracediff.lexicon.claims import CUE_LISTS, NOT_CUES
from tracediff.lexicon.lists import meaning_of
from tracediff.model import CueKind
from tracediff.settings import Words
from tracediff.text.words import root, tokens


class Sense(NamedTuple):
    """What one entry of a word list tells."""

    kind: CueKind
    value: float
    scale: str


class Match(NamedTuple):
    """A cue among tokens: the first and the one after the last, and what it tells."""

    first: int
    stop: int
    senses: tuple[Sense, ...]


class Table(NamedTuple):
    """All word lists, ready for lookup: phrases by their first word, longest first, and roots."""

    phrases: dict[str, tuple[tuple[tuple[str, ...], tuple[Sense, ...]], ...]]
    roots: dict[str, tuple[Sense, ...]]


def match_cues(words: list[str], roots: list[str], table: Table) -> list[Match]:
    """The cues among the words of a sentence, in order, never overlapping, longest first.

    ``words`` are the tokens in lower case, ``roots`` the same tokens as roots.
    """
    phrases, rooted = table.phrases, table.roots
    found: list[Match] = []
    free = 0  # what stands before belongs to a match
    pairs = zip(words, roots, strict=True)
    for i in [i for i, (word, base) in enumerate(pairs) if word in phrases or base in rooted]:
        if i < free:
            continue
        for phrase, senses in phrases.get(words[i], ()):
            size = len(phrase)
            if size == 1 or tuple(words[i : i + size]) == phrase:
                free = i + size
                if senses:
                    found.append(Match(i, free, senses))
                break
        else:
            if roots[i] in rooted:
                found.append(Match(i, i + 1, rooted[roots[i]]))
    return found


@lru_cache(maxsize=8)
def cue_table(own: Words) -> Table:
    """The word lists as one table, with what a team adds to them.

    What a team says of a word goes before what is said of it here.
    """
    phrases: dict[tuple[str, ...], list[Sense]] = {tuple(p.split()): [] for p in NOT_CUES}
    roots: dict[str, list[Sense]] = {}
    for entry in CUE_LISTS:
        for text, value in entry.phrases.items():
            phrases.setdefault(tuple(text.split()), []).append(
                Sense(entry.kind, value, entry.scale)
            )
        for text, value in entry.roots.items():
            senses = roots.setdefault(root(text), [])
            sense = Sense(entry.kind, value, entry.scale)
            if sense not in senses:
                senses.append(sense)
    phrases |= _added(own)
    by_first: dict[str, list[tuple[tuple[str, ...], tuple[Sense, ...]]]] = {}
    for phrase in sorted(phrases, key=lambda p: (-len(p), p)):
        by_first.setdefault(phrase[0], []).append((phrase, tuple(phrases[phrase])))
    return Table(
        {word: tuple(rows) for word, rows in by_first.items()},
        {word: tuple(senses) for word, senses in roots.items()},
    )


def _added(own: Words) -> dict[tuple[str, ...], list[Sense]]:
    """What a team's own words tell, by phrase; those that it wants ignored tell nothing."""
    found: dict[tuple[str, ...], list[Sense]] = {}
    for name, entries in own.lists:
        for place, entry in enumerate(entries):
            meaning = meaning_of(name, place)
            if meaning is not None or name == "ignored":
                senses = found.setdefault(tuple(token.text for token in tokens(entry)), [])
                senses.extend([Sense(*meaning)] if meaning else ())
    return found
