"""The formats that are written: one row for each, read by the renderers and the command line.

To add a format, add its row here and the module that it names to ``tracediff/render``. Nothing is
imported for it until the format is asked for.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Format(NamedTuple):
    """A format: its name, the module of ``tracediff.render`` that writes it, and who offers it.

    ``suffixes`` are those of output files that ask for it. ``binary`` is a file of another program;
    it is written as bytes. Long texts are written in ``pieces``. One file may hold ``many`` pairs.
    """

    name: str
    module: str
    commands: tuple[str, ...]
    suffixes: tuple[str, ...] = ()
    binary: bool = False
    pieces: bool = False
    many: bool = False


_TEXT: Final = (".txt", "")
_HTML: Final = (".html", ".htm")
_REPORT: Final = ("compare", "check")
_CHECK: Final = ("check",)
_FACTS: Final = ("facts",)
_TIMELINE: Final = ("timeline",)

# In the order in which help lists them.
FORMATS: Final[tuple[Format, ...]] = (
    Format("terminal", "terminal", _REPORT, _TEXT),
    Format("html", "html", _REPORT, _HTML),
    Format("json", "json", _REPORT, (".json",), pieces=True),
    Format("markdown", "markdown", _REPORT, (".md",)),
    Format("csv", "csv", _REPORT, (".csv",)),
    Format("docx", "docx", _REPORT, (".docx",), binary=True),
    Format("xlsx", "xlsx", _REPORT, (".xlsx",), binary=True),
    Format("sarif", "sarif", _CHECK, many=True),
    Format("github", "github", _CHECK, many=True),
    Format("github-comment", "comment", _CHECK, many=True),
    Format("gitlab", "gitlab", _CHECK, many=True),
    Format("junit", "junit", _CHECK, many=True),
    Format("rdjson", "rdjson", _CHECK, many=True),
    Format("terminal", "ledger", _FACTS, _TEXT),
    Format("json", "json", _FACTS, (".json",)),
    Format("csv", "csv", _FACTS, (".csv",)),
    Format("terminal", "timeline_terminal", _TIMELINE, _TEXT),
    Format("html", "timeline_html", _TIMELINE, _HTML),
    Format("json", "timeline_json", _TIMELINE, (".json",)),
    Format("csv", "timeline_csv", _TIMELINE, (".csv",)),
    Format("xlsx", "timeline_xlsx", _TIMELINE, (".xlsx",), binary=True),
    Format("parquet", "timeline_parquet", _TIMELINE, (".parquet",), binary=True),
)

# A line for each finding: what a check shows in the terminal, where ``compare`` shows page one.
BRIEF: Final = Format("brief", "brief", (), many=True)


def offered(command: str) -> tuple[str, ...]:
    """The names of the formats that a command offers.

    >>> offered("facts")
    ('terminal', 'json', 'csv')
    """
    return tuple(one.name for one in FORMATS if command in one.commands)


def by_suffix(command: str) -> dict[str, str]:
    """The format that each suffix of an output file asks for.

    >>> by_suffix("facts")
    {'.txt': 'terminal', '': 'terminal', '.json': 'json', '.csv': 'csv'}
    """
    own = (one for one in FORMATS if command in one.commands)
    return {suffix: one.name for one in own for suffix in one.suffixes}


CHECK_FORMATS: Final = tuple(one.name for one in FORMATS if one.commands == _CHECK)
BINARY: Final = tuple(dict.fromkeys(one.name for one in FORMATS if one.binary))
