"""Telling substance from wording: two texts of one sentence in, how far the meaning moved out."""

from __future__ import annotations

from math import exp, log1p
from typing import NamedTuple

from tracediff.lexicon.claims import DENIALS
from tracediff.settings import Extracting
from tracediff.text.words import FUNCTION_WORDS, Token, root, tokens

_LARGEST = 4_000_000  # two texts of 2,000 words; longer ones are no revision of a sentence
Run = tuple[int, int, int, int]  # first and stop in the old words, first and stop in the new ones


class Signs(NamedTuple):
    """What a revision did, counted in words: the evidence that ``meaning_change`` weighs."""

    fresh: int = 0  # content words of no word's root in the old text
    lost: int = 0  # content words of no word's root in the new text
    numbers: int = 0  # numbers that the old text does not have
    names: int = 0  # fresh words that are names
    respelt: int = 0  # words put right or inflected otherwise
    changed: int = 0  # all words and marks deleted or inserted
    runs: int = 0  # stretches that changed


def meaning_change(old: str, new: str, settings: Extracting | None = None) -> float:
    """How likely a revision changed what is meant: 0 only the wording, 1 the meaning.

    New content words, new names and above all new numbers say that something else is meant; many
    small stretches, words respelt and words replaced one for one say that it is put otherwise. The
    weights come from a logistic regression (see ``settings.Extracting``).

    >>> meaning_change("The fund helps victims.", "The fund helps the victims.") < 0.2
    True
    >>> meaning_change("The fund helps victims.", "The fund helped 12 victims in Harbour.") > 0.5
    True
    """
    if old == new:
        return 0.0
    weights = settings or Extracting()
    a, b = tokens(old), tokens(new)
    signs = _signs(a, b)
    score = weights.meaning_base + sum(
        weight * log1p(count) for weight, count in zip(weights.meaning_weights, signs, strict=True)
    )
    if _denials(a) != _denials(b):
        score += weights.meaning_denial
    return 1.0 / (1.0 + exp(-score)) if signs.runs else 0.0


def _signs(a: list[Token], b: list[Token]) -> Signs:
    """Count what changed, stretch by stretch."""
    texts = {token.text for token in a}
    old_roots = {root(token.text) for token in a if _is_content(token)}
    new_roots = {root(token.text) for token in b if _is_content(token)}
    stretches = [Signs()]
    for i1, i2, j1, j2 in _runs([_plain(t) for t in a], [_plain(t) for t in b]):
        gone, new, respelt = _respelt(
            [t for t in a[i1:i2] if _is_content(t)], [t for t in b[j1:j2] if _is_content(t)]
        )
        fresh = [t for t in new if root(t.text) not in old_roots]
        numbers = {t.text for t in b[j1:j2] if t.text not in texts and _is_number(t.text)}
        stretches.append(
            Signs(
                fresh=len(fresh),
                lost=sum(root(t.text) not in new_roots for t in gone),
                numbers=len(numbers),
                names=sum(t.text[0].isupper() and t.start > 0 for t in fresh),
                respelt=respelt,
                changed=i2 - i1 + j2 - j1,
                runs=1,
            )
        )
    return Signs(*map(sum, zip(*stretches, strict=True)))


def _runs(a: list[str], b: list[str]) -> list[Run]:
    """The stretches of words that differ, each as large as it can be."""
    from rapidfuzz.distance import Indel

    if len(a) * len(b) > _LARGEST:
        return [(0, len(a), 0, len(b))]
    runs: list[Run] = []
    joined = False
    for op in Indel.opcodes(a, b):
        if op.tag == "equal":
            joined = False
        elif joined:
            runs[-1] = (runs[-1][0], op.src_end, runs[-1][2], op.dest_end)
        else:
            runs.append((op.src_start, op.src_end, op.dest_start, op.dest_end))
            joined = True
    return runs


def _respelt(old: list[Token], new: list[Token]) -> tuple[list[Token], list[Token], int]:
    """Set aside the words of a stretch that are one word in two spellings or forms."""
    if len(old) * len(new) > 4000:  # whole paragraphs; pairing their words would say nothing
        return old, new, 0
    left, fresh = list(old), []
    for token in new:
        twin = next((held for held in left if _is_twin(held.text, token.text)), None)
        if twin is None:
            fresh.append(token)
        else:
            left.remove(twin)
    return left, fresh, len(new) - len(fresh)


def _is_twin(one: str, two: str) -> bool:
    from rapidfuzz.distance import Levenshtein

    if root(one) == root(two):
        return True
    return Levenshtein.normalized_similarity(one.casefold(), two.casefold()) >= 0.75


def _denials(words: list[Token]) -> int:
    """How many words deny, so that a "not" added or taken away is seen."""
    return sum(DENIALS.phrases.get(word.text.casefold()) == 1.0 for word in words)


def _plain(token: Token) -> str:
    return token.text.casefold().replace("’", "'").replace("”", '"').replace("“", '"')


def _is_number(text: str) -> bool:
    return any(c.isdigit() for c in text)


def _is_content(token: Token) -> bool:
    text = token.text
    return text[0].isalpha() and not _is_number(text) and text.casefold() not in FUNCTION_WORDS
