"""What the index is searched by: the lines of all documents in, one packed text out.

Each document opens with a line ``#``, each story is a line ``rule, section, text`` with tabs
between them, each finding that says more the same with a dot before its rule. The text is deflated,
in a page base64 of it; a browser unpacks it when somebody searches. It is bounded: the stories of
all documents go first, then findings, those of the first documents first, as far as there is room.
"""

from __future__ import annotations

import base64
import zlib
from collections.abc import Iterable
from typing import Final

from tracediff.portfolios.entry import Searched

ROOM: Final = 1_100_000  # bytes, deflated: 1.5 MB of a page that shall stay below 3 MB
_LONGEST: Final = 400  # characters of a line


class Searching:
    """Gathers the lines, document by document, and never holds more than what is packed."""

    def __init__(self, room: int = ROOM) -> None:
        """Begin with nothing."""
        self._room = room
        self._packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
        self._packed: list[bytes] = []
        self._size = 0
        self.stories = 0
        self.findings = 0
        self.left_out = 0

    @property
    def full(self) -> bool:
        """Whether there is no room for one more document."""
        return self._size > self._room

    def add(self, document: int, searched: Iterable[Searched], stories: bool) -> None:
        """Take the stories of a document, or else its findings."""
        lines = [_line(one) for one in searched if one.story is stories]
        if self.full:
            self.left_out += len(lines)
            return
        if stories:
            self.stories += len(lines)
        else:
            self.findings += len(lines)
        if lines:
            text = "".join([f"#{document}\n", *lines])
            self._keep(self._packer.compress(text.encode("utf-8", errors="replace")))

    def packed(self) -> str:
        """All of it, as a page carries it."""
        self._keep(self._packer.flush())
        return base64.b64encode(b"".join(self._packed)).decode()

    def _keep(self, part: bytes) -> None:
        self._packed.append(part)
        self._size += len(part)


def _line(one: Searched) -> str:
    text = " ".join(one.text.split())[:_LONGEST]
    topic = " ".join(one.topic.split())
    return f"{'' if one.story else '.'}{one.rule}\t{topic}\t{text}\n"
