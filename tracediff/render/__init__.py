"""Render: a Report, or the Reading of one edition, becomes text in the format asked for.

Each format is a module with a plain function; it is imported when its format is first asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import Final

from tracediff.model import Ledger, Report, Timeline
from tracediff.render.options import Options

Renderer = Callable[[Report, Options], str]
BytesRenderer = Callable[[Report, Options], bytes]
ManyRenderer = Callable[[Sequence[Report], Options], str]
Streamer = Callable[[Report, Options], Iterator[str]]
FactsRenderer = Callable[[Ledger, Options], str]
TimelineRenderer = Callable[[Timeline, Options], str]


def _report(module: str) -> Renderer:
    def write(report: Report, options: Options) -> str:
        text: str = import_module(f"tracediff.render.{module}").write(report, options)
        return text

    return write


def _pieces(module: str) -> Streamer:
    def write(report: Report, options: Options) -> Iterator[str]:
        made: Iterator[str] = import_module(f"tracediff.render.{module}").pieces(report, options)
        return made

    return write


def _bytes(module: str) -> BytesRenderer:
    def write(report: Report, options: Options) -> bytes:
        data: bytes = import_module(f"tracediff.render.{module}").write(report, options)
        return data

    return write


def _reports(module: str) -> ManyRenderer:
    def write(reports: Sequence[Report], options: Options) -> str:
        text: str = import_module(f"tracediff.render.{module}").write_all(reports, options)
        return text

    return write


def _facts(module: str) -> FactsRenderer:
    def write(ledger: Ledger, options: Options) -> str:
        text: str = import_module(f"tracediff.render.{module}").write_facts(ledger, options)
        return text

    return write


def _timeline(module: str) -> TimelineRenderer:
    def write(timeline: Timeline, options: Options) -> str:
        text: str = import_module(f"tracediff.render.{module}").write(timeline, options)
        return text

    return write


RENDERERS: Final[dict[str, Renderer]] = {
    "terminal": _report("terminal"),
    "html": _report("html"),
    "markdown": _report("markdown"),
    "csv": _report("csv"),
    "json": _report("json"),
    "brief": _report("brief"),
    "sarif": _report("sarif"),
    "github": _report("github"),
    "github-comment": _report("comment"),
    "gitlab": _report("gitlab"),
    "junit": _report("junit"),
    "rdjson": _report("rdjson"),
}

# Formats that are files of another program, no text.
BYTES_RENDERERS: Final[dict[str, BytesRenderer]] = {
    "docx": _bytes("docx"),
    "xlsx": _bytes("xlsx"),
}

# Formats of which long reports are written piece by piece; the pieces make what RENDERERS give.
STREAMERS: Final[dict[str, Streamer]] = {"json": _pieces("json")}

# Formats that hold the reports of several pairs in one file.
MANY_RENDERERS: Final[dict[str, ManyRenderer]] = {
    name: _reports(name) for name in ("brief", "sarif", "github", "gitlab", "junit", "rdjson")
} | {"github-comment": _reports("comment")}

FACTS_RENDERERS: Final[dict[str, FactsRenderer]] = {
    "terminal": _facts("ledger"),
    "csv": _facts("csv"),
    "json": _facts("json"),
}

TIMELINE_RENDERERS: Final[dict[str, TimelineRenderer]] = {
    "terminal": _timeline("timeline_terminal"),
    "html": _timeline("timeline_html"),
    "json": _timeline("timeline_json"),
    "csv": _timeline("timeline_csv"),
}

__all__ = [
    "BYTES_RENDERERS",
    "FACTS_RENDERERS",
    "MANY_RENDERERS",
    "RENDERERS",
    "STREAMERS",
    "TIMELINE_RENDERERS",
    "BytesRenderer",
    "FactsRenderer",
    "ManyRenderer",
    "Options",
    "Renderer",
    "Streamer",
    "TimelineRenderer",
]
