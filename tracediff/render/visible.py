"""What must not act: control characters, bidirectional marks and lone surrogates are shown.

``visible`` is for files, ``harmless`` and ``printable`` for terminals and logs, ``workflow`` for
commands in a CI log. Every path, title, message and quotation goes through one of them.

A right-to-left override in an edition could otherwise turn "no" into "on" on the page, and an
escape sequence could repaint a terminal. Text goes through here on its way out, after it was cut
at its offsets.
"""

from __future__ import annotations

import json
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

# What a CI server would carry out where it stands in a log: ``::error::``, ``##[debug]`` and
# ``##vso[task.setvariable]``, at the head of a line or, with two hashes, anywhere in it.
_COMMAND: Final = re.compile(r"(:)(?=:[A-Za-z])|(#)(?=#[A-Za-z]{0,20}\[)")


def visible(text: str) -> str:
    r"""Show each character that would act unseen as its name in brackets.

    >>> visible("no\u202etrue\x07")
    'no[U+202E]true[U+0007]'
    """
    return _HIDDEN.sub(_name, text) if _HIDDEN.search(text) else text


def harmless(text: str) -> str:
    r"""The same for a terminal or a log, in which a CI server looks for commands.

    >>> harmless("::error::no ##[group]\x07")
    ': :error: :no # #[group][U+0007]'
    """
    return _COMMAND.sub(r"\g<0> ", visible(text)) if ":" in text or "#" in text else visible(text)


def in_json(text: str) -> str:
    r"""The same JSON, with what would act on a terminal as escapes.

    >>> in_json('{"said": "no\x9b\u202e"}')
    '{"said": "no\\u009b\\u202e"}'
    """
    return _HIDDEN.sub(lambda hidden: json.dumps(hidden.group())[1:-1], text)


def workflow(text: str, *, inside: bool = False) -> str:
    r"""Text as a part of a workflow command, which it cannot end; ``inside`` as a property of one.

    >>> workflow("100%\nsure"), workflow("a,b: c", inside=True)
    ('100%25%0Asure', 'a%2Cb%3A c')
    """
    escaped = harmless(text).replace("%", "%25").replace("\n", "%0A")
    return escaped.replace(":", "%3A").replace(",", "%2C") if inside else escaped


def printable(text: str) -> str:
    r"""Drop escape sequences, flatten line breaks, and show what else would act on a terminal.

    >>> printable("a \x1b[31mred\x1b[0m\tword\u202e")
    'a red word[U+202E]'
    """
    if "\x1b" in text:
        text = _SEQUENCE.sub("", text)
    return " ".join(harmless(text).split())


def _name(hidden: re.Match[str]) -> str:
    return f"[U+{ord(hidden.group()):04X}]"
