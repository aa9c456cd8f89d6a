"""Render: a Report, or the Reading of one edition, becomes text in the format asked for.

Each format is a row of ``tracediff.formats`` and a module here with a plain function ``write``. It
is imported when its format is first asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import Any, Final

from tracediff.formats import BRIEF, FORMATS
from tracediff.model import Ledger, Report, Timeline
from tracediff.render.options import Options

Renderer = Callable[[Report, Options], str]
BytesRenderer = Callable[[Report, Options], bytes]
ManyRenderer = Callable[[Sequence[Report], Options], str]
Streamer = Callable[[Report, Options], Iterator[str]]
FactsRenderer = Callable[[Ledger, Options], str]
TimelineRenderer = Callable[[Timeline, Options], str]
TimelineBytesRenderer = Callable[[Timeline, Options], bytes]


def _late(module: str, function: str = "write") -> Callable[..., Any]:
    """A function of a module that is imported with the first call."""

    def write(shown: object, options: object) -> Any:
        return getattr(import_module(f"tracediff.render.{module}"), function)(shown, options)

    return write


_OF_REPORTS: Final = (BRIEF, *(one for one in FORMATS if {"compare", "check"} & {*one.commands}))

RENDERERS: Final[dict[str, Renderer]] = {
    one.name: _late(one.module) for one in _OF_REPORTS if not one.binary
}

# Formats that are files of another program, no text.
BYTES_RENDERERS: Final[dict[str, BytesRenderer]] = {
    one.name: _late(one.module) for one in _OF_REPORTS if one.binary
}

# Formats of which long reports are written piece by piece; the pieces make what RENDERERS give.
STREAMERS: Final[dict[str, Streamer]] = {
    one.name: _late(one.module, "pieces") for one in _OF_REPORTS if one.pieces
}

# Formats that hold the reports of several pairs in one file.
MANY_RENDERERS: Final[dict[str, ManyRenderer]] = {
    one.name: _late(one.module, "write_all") for one in _OF_REPORTS if one.many
}

FACTS_RENDERERS: Final[dict[str, FactsRenderer]] = {
    one.name: _late(one.module, "write_facts") for one in FORMATS if "facts" in one.commands
}

_OF_TIMELINES: Final = tuple(one for one in FORMATS if "timeline" in one.commands)

TIMELINE_RENDERERS: Final[dict[str, TimelineRenderer]] = {
    one.name: _late(one.module) for one in _OF_TIMELINES if not one.binary
}

TIMELINE_BYTES_RENDERERS: Final[dict[str, TimelineBytesRenderer]] = {
    one.name: _late(one.module) for one in _OF_TIMELINES if one.binary
}


def show(report: Report, form: str, **options: Any) -> Any:
    """What the methods of a report give: a format, the rows of a table, or what notebooks show."""
    if form == "notebook":
        return _late("html", "fragment")(report, Options())
    if form == "rows":
        return _late("frame", "rows")(report, options["what"])
    return (RENDERERS | BYTES_RENDERERS)[form](report, Options(**options))


__all__ = [
    "BYTES_RENDERERS",
    "FACTS_RENDERERS",
    "MANY_RENDERERS",
    "RENDERERS",
    "STREAMERS",
    "TIMELINE_BYTES_RENDERERS",
    "TIMELINE_RENDERERS",
    "BytesRenderer",
    "FactsRenderer",
    "ManyRenderer",
    "Options",
    "Renderer",
    "Streamer",
    "TimelineBytesRenderer",
    "TimelineRenderer",
    "show",
]
