"""What must not act: control characters, bidirectional marks and lone surrogates are shown.

A right-to-left override in an edition could otherwise turn "no" into "on" on the page, and an
escape sequence could repaint a terminal. Text goes through here on its way out, after it was cut
at its offsets.
"""

from __future__ import annotations

import re
from typing import Final

_HIDDEN: Final = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls; tab and newline stay
    "\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"  # direction, zero width, separators
    "\ufff9-\ufffb\U000e0000-\U000e007f"  # annotations, tags
    "\ud800-\udfff"  # half of a pair: cannot be written as UTF-8
    "]"
)
# An escape sequence as a whole, so that its letters do not stay behind as litter.
_SEQUENCE: Final = re.compile(
    "\x1b\\[[0-?]{0,64}[ -/]{0,8}[@-~]"  # colours, cursor
    "|\x1b\\][^\x07\x1b]{0,2000}(?:\x07|\x1b\\\\)"  # titles, links
    "|\x1b[@-Z\\\\-_]"
)


def visible(text: str) -> str:
    r"""Show each character that would act unseen as its name in brackets.

    >>> visible("no\u202etrue\x07")
    'no[U+202E]true[U+0007]'
    """
    return _HIDDEN.sub(_name, text) if _HIDDEN.search(text) else text


def printable(text: str) -> str:
    r"""Drop escape sequences, flatten line breaks, and show what else would act on a terminal.

    >>> printable("a \x1b[31mred\x1b[0m\tword\u202e")
    'a red word[U+202E]'
    """
    if "\x1b" in text:
        text = _SEQUENCE.sub("", text)
    return " ".join(visible(text).split())


def _name(hidden: re.Match[str]) -> str:
    return f"[U+{ord(hidden.group()):04X}]"
