"""Words and stems: how every stage cuts text into tokens.

A number with its sign, separators and decimals, an amount with its currency sign, a percentage and
a hyphenated word are one token each.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

TOKEN = re.compile(
    r"""
    [$€£¥₹]?\d+(?:[.,:]\d+)*%?       # 1,570  $680,000  79%  12:30
    | [^\W\d_]+(?:[-’'.][^\W\d_]+)*  # trafficking-related  victim’s  U.S
    | \w+                            # mixtures: 2nd, H1
    | [^\w\s]                        # a mark
    """,
    re.VERBOSE,
)


class Token(NamedTuple):
    """A word, number or mark and where it stands."""

    text: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """Cut a text into tokens with their offsets.

    >>> [t.text for t in tokens("paid $1,570 (79%)")]
    ['paid', '$1,570', '(', '79%', ')']
    """
    return [Token(m.group(), m.start(), m.end()) for m in TOKEN.finditer(text)]


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without case and inflection, so that "victims" and "victim" meet.

    >>> [stem(w) for w in ("Victims", "identified", "agencies", "women", "processes")]
    ['victim', 'identifi', 'agenci', 'woman', 'process']
    """
    word = word.casefold().replace("’", "'").removesuffix("'s").rstrip("'.")
    if len(word) > 4 and word.endswith("men"):
        return word[:-3] + "man"
    for end, put in _ENDINGS:
        if word.endswith(end) and len(word) - len(end) >= 3:
            word = word[: len(word) - len(end)] + put
            break
    if len(word) > 3 and word.endswith(("e", "y")):
        word = word[:-1] + ("i" if word[-1] == "y" else "")
    return word


_ENDINGS = (
    ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("shes", "sh"), ("ies", "i"), ("ied", "i"),
    ("ying", "i"), ("ing", ""), ("ed", ""), ("ss", "ss"), ("us", "us"), ("is", "is"), ("es", ""),
    ("s", ""),
)  # fmt: skip
