"""A text in, whether it is no statement at all: torn by the page, or how somebody is reached."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from tracediff.syntax import has_finite_verb

# a word cut at the end of a line that a cell or the whole text ends with: "obser-", "Be- | 3.7"
_CUT: Final = re.compile(r"[a-z]{2}[-‐]\s*(?:\||\Z)")
# no statement or heading ends so, unless a colon calls for what follows
_HANGS: Final = re.compile(r"\s(?:the|an?|of|and|or|its|their|our|with|from|as of)\Z|\w,\Z")
_REMARK: Final = re.compile(r"\([^()\d]{1,80}\)\.?")
# how somebody is reached or registered; "Mobile: 62%" and "Income tax: 1,204" are figures
_ADDRESS: Final = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,64}\.[a-z]{2}|\bwww\.\w|\bP\.?\s?O\.? Box\b"
    r"|\b(?:tel|phone|telephone|fax|mobile)\b\.?:?\s?\+?\(?\d[\d ()/-]{6,20}\d"
    r"|\b(?:abn|acn|ein|isbn|issn|doi|(?:registration|registered|company|charity|tax|vat)"
    r" (?:no|number|nr|id))\b[.:]?\s?[\d(]",
    re.IGNORECASE,
)

# without any of these in lower case no text has one
_SIGNS: Final = (
    "@ www. box tel phone fax mobile abn acn ein isbn issn doi regist company charity tax vat"
).split()


def is_torn(text: str) -> bool:
    """Whether a text ends in the middle of a word or phrase, as columns that were read across do,
    or is a remark in brackets without the sentence that it belongs to.

    >>> is_torn("under investigation based on obser- | 3.6"), is_torn("Long-term care | 3.6")
    (True, False)
    >>> is_torn("In June the net was replaced by the"), is_torn("The net we sent for.")
    (True, False)
    >>> is_torn("The risk is rated Low, Medium,")
    True
    >>> is_torn("(Orsk branch)"), is_torn("(Orsk branch: 40 clerks)")
    (True, False)
    """
    cut = ("-" in text or "‐" in text) and _CUT.search(text) is not None
    return cut or _HANGS.search(text) is not None or _REMARK.fullmatch(text) is not None


def without_head(text: str) -> str:
    """A sentence without the title that it begins with, as paragraphs of some layouts do.

    >>> without_head("Arbitrary Arrest: Police held 40 men."), without_head("Police: 40 men.")
    ('Police held 40 men.', '40 men.')
    """
    found = _HEAD.match(text)
    return text[found.end() :] if found else text


# up to eight words, those of substance with a capital, before a colon
_HEAD: Final = re.compile(
    r"(?:(?:[A-Z][\w’'-]{0,30}|and|or|of|the|in|to|for|on|with|a|an|by),?\s){0,7}[A-Z][\w’'-]{0,30}:\s"
)


@lru_cache(maxsize=256)
def is_contact(text: str) -> bool:
    """Whether a text without a verb says how somebody is reached or registered.

    >>> is_contact("PO Box 14, Orsk 3068"), is_contact("We moved to PO Box 14.")
    (True, False)
    """
    low = text.casefold()
    if not any(sign in low for sign in _SIGNS) or _ADDRESS.search(text) is None:
        return False
    return not has_finite_verb(text)
