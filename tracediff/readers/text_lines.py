"""Lines of a plain text, and how one falls into cells: what every search for tables stands on."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final, NamedTuple

from tracediff.model import Block, Cell, Span

GAP: Final = re.compile(r"\s*(?:\t|\||\s\s)\s*")  # what parts two cells
# The same, or dots that lead from a label to its figures.
_LED: Final = re.compile(r"\s*(?:\t|\||\s\s|(?:\.[ ]?){4,300}(?<! )(?=\s|[^\s.]))\s*")
# Between two amounts that one space parts: "1,729 $ 3,468", "138,754 125,755"; thousands that
# commas set off are no groups of a longer number.
_AMONG: Final = re.compile(
    r"(?<=[\d)*†‡—–-]) (?=[$€£¥₹])|(?:(?<=,\d{3})|(?<=,\d{3}[)*†‡])) (?=\(?\d{1,3},\d{3})"
)
YEAR: Final = re.compile(r"((?:19|20)\d\d)(?:[*†‡]|\s?\(\d{1,2}\))?")
_FIGURE: Final = re.compile(
    r"[(~<>≈≤≥+−–-]{0,2}(?:[A-Z]{3}\s+|[A-Z]{0,3}[$€£¥₹]?\s*)\(?\d[\d,. ]{0,24}(?<![., ])%?"
    r"(?:\)| \(\d[\d,.]{0,12}%?\))?(?:\(\d{1,2}\)|[*†‡§¹²³]{0,3})"
)
_AMOUNT: Final = re.compile(r"[~<>≈≤≥+(−–—.…-]{0,3}\d|[-–—….]|n[/.]?a", re.IGNORECASE)
_CURRENCY: Final = re.compile(r"[A-Z]{3}|[A-Z]{0,3}[$€£¥₹]")
_MISSING: Final = re.compile(
    r"(?:[$€£¥₹]\s*)?[-–—…]|\.\.\.?|n/?a|n\.a\.|nil|none|unknown"
    r"|(?:not|un)[ -]?(?:available|reported|known)"
    r"|not applicable|no data|suppressed",
    re.I,
)


class Table(NamedTuple):
    """A table and the place of the line behind its last one."""

    block: Block
    stop: int


class Line(NamedTuple):
    """A line without its surrounding white space, its indent and the blank lines before it.

    ``rule`` are the runs of a ruled line right above it, each from one column on the page to before
    another.
    """

    number: int
    start: int
    text: str
    blanks: int
    indent: int = 0
    rule: tuple[tuple[int, int], ...] = ()

    @property
    def end(self) -> int:
        """The offset behind its last character."""
        return self.start + len(self.text)

    def column(self, at: int) -> int:
        """The column on the page of a character of its text, tabs drawn out."""
        return len((" " * self.indent + self.text[:at]).expandtabs())


def last_word(text: str) -> str:
    """The last word of a line in small letters, with what stands right behind it."""
    return text.rsplit(None, 1)[-1].casefold()


def parts(line: Line, *, led: bool = False) -> list[Cell]:
    """What tabs, bars and wide gaps part in a line; a currency goes with the figure behind it.

    ``led`` says that leading dots part a label from its figures as well.
    """
    gaps = [match.span() for match in (_LED if led else GAP).finditer(line.text)]
    among = (m.span() for m in _AMONG.finditer(line.text, gaps[0][1])) if gaps else ()
    cuts = [(0, 0), *sorted((*gaps, *among))]
    spans = [(end, after) for (_, end), (after, _) in pairwise([*cuts, (len(line.text),) * 2])]
    found: list[Cell] = []
    begun: int | None = None
    for (start, stop), (after, _) in pairwise([*spans, (len(line.text),) * 2]):
        start = start if begun is None else begun
        opens = _CURRENCY.fullmatch(line.text[start:stop]) and _AMOUNT.match(line.text, after)
        begun = start if opens else None
        if begun is None:
            found.append(cell_at(line, start, stop))
    return found


def is_figure(text: str) -> bool:
    """Whether a cell holds a figure with its currency, its sign and the mark of a note."""
    return _FIGURE.fullmatch(text) is not None


def is_year(text: str) -> bool:
    """Whether a cell holds a year and nothing else but the mark of a note.

    >>> is_year("1998"), is_year("2021(1)"), is_year("1,998")
    (True, True, False)
    """
    return YEAR.fullmatch(text) is not None


def is_period(text: str) -> bool:
    """Whether a cell holds a year or a part of one as heads write them.

    >>> is_period("FY22"), is_period("Q3"), is_period("2021/22"), is_period("EUR 22")
    (True, True, True, False)
    """
    return is_year(text) or _PERIOD.fullmatch(text) is not None


_PERIOD: Final = re.compile(
    r"FY ?['’]?(?:\d\d){1,2}|[QH][1-4](?: (?:19|20)\d\d)?|(?:19|20)\d\d[/–-](?:\d\d){1,2}"
    r"|\d{1,2}[./-]\d{1,2}[./-](?:\d\d){1,2}"
)


def is_cell(text: str) -> bool:
    """Whether a cell holds a figure, or says that there is none."""
    return _FIGURE.fullmatch(text) is not None or _MISSING.fullmatch(text) is not None


def is_measured(text: str) -> bool:
    """Whether a cell holds a figure with its unit: "12 km", "3.4 °C", "1.2m"."""
    return _MEASURED.fullmatch(text) is not None


_MEASURED: Final = re.compile(r"[~<>≈≤≥+−–-]?\s?[$€£¥]?\d[\d,.]{0,20}\s?(?:°[CF]|[a-zA-Z]{1,8})")


def cell_at(line: Line, start: int, stop: int) -> Cell:
    """A stretch of a line as a cell."""
    return Cell(line.text[start:stop], Span(line.start + start, line.start + stop))


_ENDS: Final = re.compile(r"\r*\n|\r|[\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
_RULE: Final = re.compile(r"[-=_─━═—]{3,}(?:[ \t]+[-=_─━═—]{3,})*|(?:[*~•·+][ \t]*){3,}")
_RUN: Final = re.compile(r"[-=_─━═—]+")


def is_rule(text: str) -> bool:
    """Whether a line is drawn and says nothing.

    >>> is_rule("------  ------"), is_rule("====="), is_rule("--"), is_rule("- a")
    (True, True, False, False)
    """
    return _RULE.fullmatch(text) is not None


def runs(line: Line) -> tuple[tuple[int, int], ...]:
    """The runs of a ruled line: the column on the page of each one's begin, and behind its end."""
    return tuple((line.column(m.start()), line.column(m.end())) for m in _RUN.finditer(line.text))


def lines_of(text: str) -> list[Line]:
    """The lines of a text that are not blank, those that are drawn among them."""
    lines: list[Line] = []
    number, at, blanks = 0, 0, 0
    ends = [(m.start(), m.end()) for m in _ENDS.finditer(text)]
    for end, after in (*ends, (len(text), len(text))):
        raw = text[at:end]
        mark = text[end:after]
        body = raw.strip(" \t\r\n\f\v\u00a0|\x1c\x1d\x1e\x85\u2028\u2029")
        if body:
            indent = len(raw[: raw.index(body)].expandtabs())
            lines.append(Line(number, at + raw.index(body), body, blanks, indent))
            blanks = 0
        else:
            blanks += 1
        if mark == "\f":
            blanks = max(blanks, 2)
        number += mark.endswith(("\n", "\r"))
        at = after
    return lines
