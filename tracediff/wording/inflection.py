"""A verb in, its participle or its gerund out."""

from __future__ import annotations

import re
from typing import Final

from tracediff.lexicon.participles import GERUNDS, PARTICIPLES, PASTS

_SHORT: Final = re.compile(
    r"[^aeiou]+[aeiou][^aeiouwxy]|(?!of|suf|dif)\w+fer|\w+(?:cur|mit|gram|gin)|(?:[^aeiou]*)qui[pt]"
)


def participle(word: str) -> str:
    """The past participle of a verb in any form.

    >>> [participle(word) for word in ("issued", "took", "bans", "identifying", "freeing")]
    ['issued', 'taken', 'banned', 'identified', 'freed']
    """
    if word in PARTICIPLES:
        return PARTICIPLES[word]
    if word.endswith("ed"):
        return word
    doing = word.endswith("ing") and len(word) > 4
    stem = word[:-3] if doing else word
    if word.endswith("s") and not word.endswith("ss"):
        stem = word[:-3] + "y" if word.endswith("ies") else word[:-1]
    if stem.endswith("e"):
        return stem + "d"
    if stem.endswith("y") and stem[-2:-1] not in "aeiou":
        return stem[:-1] + "ied"
    return (stem if doing else _doubled(stem)) + "ed"


def gerund(word: str, tag: str) -> str:
    """A verb of the present as it follows the noun that does it.

    >>> gerund("use", "VBP"), gerund("carries", "VBZ"), gerund("plan", "VBP"), gerund("die", "VBP")
    ('using', 'carrying', 'planning', 'dying')
    """
    if tag in ("VBG", "VBN") or word in PASTS:
        return word
    stem = word
    if tag == "VBZ":
        stem = word[:-3] + "y" if word.endswith("ies") else word[:-1]
    if stem.endswith("ie"):
        return stem[:-2] + "ying"
    if stem.endswith("e") and not stem.endswith("ee"):
        return stem[:-1] + "ing"
    return _doubled(stem) + "ing"


def doing(word: str) -> str:
    """The gerund of a past participle.

    >>> [doing(word) for word in ("seen", "attended", "carried", "freed", "planned")]
    ['seeing', 'attending', 'carrying', 'freeing', 'planning']
    """
    if word in GERUNDS:
        return GERUNDS[word]
    if word.endswith("ied"):
        return word[:-3] + "ying"
    return (word[:-1] if word.endswith("eed") else word[:-2]) + "ing"


def _doubled(stem: str) -> str:
    """A stem with the last letter written twice where an ending calls for it: "plann-ed"."""
    return stem + stem[-1] if _SHORT.fullmatch(stem) else stem
