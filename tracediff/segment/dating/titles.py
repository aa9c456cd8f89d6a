"""What stands first in an edition in, its title and the time that the title names out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from tracediff.lexicon.dating import (
    DECLARES,
    HAPPENED_ONCE,
    NAME_OF_A_YEAR,
    NO_TITLE,
    TITLE_WORDS,
    YEAR_OF_A_NAME,
)
from tracediff.lexicon.layout import FUNCTION_WORDS
from tracediff.model import BlockKind, Passage, Source
from tracediff.segment.dating.stretches import Form, Stretch, stretches


class Title(NamedTuple):
    """The title of an edition, and the stretch of time that it or a line beside it names.

    ``said_by`` is what names it: the title (or a line at the top), or the description.
    """

    text: str
    names: Stretch | None
    said_by: str = "the title"


class _Line(NamedTuple):
    text: str
    heading: bool
    stated: bool = False


def find_title(source: Source, passages: Sequence[Passage]) -> Title:
    """The title that the format states, else the line at the top that is most like one.

    The time is that of the title, else of the first line at the top that names one alone, else of
    the first such line in which the format describes the document.
    """
    lines = list(_opening_lines(source, passages))
    title = _VERSION.sub("", _title(source, lines))
    text = title or source.name.replace("\\", "/").rsplit("/", 1)[-1]
    for said_by, told in (
        ("the title", [title, *(line.text for line in lines)]),
        ("the description", source.described),
    ):
        named = next(filter(None, map(named_alone, told)), None)
        if named and named.form is Form.DATE:  # of the edition, where another line says the data's
            named = next(filter(None, map(_declared_alone, told)), named)
        if named:
            return Title(text, named, said_by)
    return Title(text, None)


_VERSION: Final = re.compile(r"[ ,;:_–-]+(?:final|draft|v\d+(?:\.\d+)?|web|print)$", re.IGNORECASE)


def named_alone(line: str) -> Stretch | None:
    """The one stretch of time that a line names, where no law, plan or comparison bears its year.

    Of a day or a month and a longer stretch the longer one counts.
    """
    found = [s for s in stretches(_GLUED.sub(" ", line)) if not _bears(s, line)]
    longer = [s for s in found if s.form is not Form.DATE] or found
    return longer[0] if len({s.year for s in longer}) == 1 else None


def _declared_alone(line: str) -> Stretch | None:
    """The one stretch that a line declares to be that of its data: "Reporting period: May – July
    2023"; a day beside it may be that of publication."""
    found = named_alone(line)
    declares = found and found.form is not Form.DATE and DECLARES.search(line[: found.start])
    return found if declares else None


_GLUED: Final = re.compile(r"(?<=[a-z])(?=(?:1[6-9]|20)\d\d\b)")  # "Report2024"


def _bears(stretch: Stretch, line: str) -> bool:
    """Whether a year is that of a law, a plan or a publication that the line mentions."""
    ahead = line[max(0, stretch.start - 40) : stretch.start]
    if not HAPPENED_ONCE.isdisjoint(ahead.lower().split()):
        return True
    if stretch.form is Form.YEARS:
        return (
            YEAR_OF_A_NAME.match(line, stretch.end) is not None
            or NAME_OF_A_YEAR.search(ahead) is not None
        )
    return stretch.form is Form.YEAR and _OF_A_LAW.search(ahead) is not None


_OF_A_LAW: Final = re.compile(
    r"\b(?:Acts?|Laws?|Regulations?|Code|Decree|Directive|Convention|Protocol|Agenda|Order|Bill"
    r"|by|until|since|after|before|towards?|vision)\s+(?:of\s+|No\.?\s*)?\Z",
    re.IGNORECASE,
)


def _title(source: Source, lines: Sequence[_Line]) -> str:
    stated = (source.title or "").strip()
    if stated and not NO_TITLE.fullmatch(stated):
        if source.format in _WRITTEN_BY_HAND:
            return stated
        lines = [_Line(stated, True, stated=True), *lines]
    best, most = "", 0.0
    for line in lines:
        likely = _likely(line, first=line is lines[0])
        if likely > most:
            best, most = line.text, likely
    return best


_WRITTEN_BY_HAND: Final = ("markdown", "html", "docx")  # document properties are often forgotten


def _likely(line: _Line, *, first: bool) -> float:
    """How like a title a line is; 0 where it cannot be one."""
    text = line.text
    words = _GLUED.sub(" ", text)
    if NO_TITLE.fullmatch(text) or not _LETTERS.search(text) or text[-1] in "|:":
        return 0.0
    likely = 2.0 * (TITLE_WORDS.search(words) is not None) + 1.0 * line.heading
    likely += (named_alone(text) is not None) + line.stated
    if likely == 0.0 and not (first and text[0].isupper()):
        return 0.0
    return likely + 0.5 * first - ("|" in text)


_LETTERS: Final = re.compile(r"[^\W\d_]{2}")


def _opening_lines(source: Source, passages: Sequence[Passage]) -> Iterator[_Line]:
    """The short lines before the first paragraph of prose, page heads that were left out included.

    A line that cannot end where it does goes on in the next: "Report for the year ended".
    """
    open_line = ""
    for line in _short_lines(source, passages):
        text = f"{open_line} {line.text}".strip()
        open_line = ""
        if text.rsplit(" ", 1)[-1].casefold() in _GOES_ON:
            open_line = text
        else:
            yield _Line(text, line.heading)


_GOES_ON: Final = FUNCTION_WORDS | {"ended", "ending"}


def _short_lines(source: Source, passages: Sequence[Passage]) -> Iterator[_Line]:
    behind = 0
    for passage in passages[:_MOST]:
        start, end = passage.block.span
        yield from (_Line(line, False) for line in _left_out(source, behind, start))
        behind = max(behind, end)
        text = _PAGE.sub("", passage.text)
        heading = passage.block.kind is BlockKind.HEADING
        if heading or (0 < len(text) <= _LONGEST and not _SENTENCE.search(text)):
            yield _Line(text, heading)
        elif len(text) > _PROSE:
            break


_MOST: Final = 14  # passages; a cover has a dozen lines
_LONGEST: Final = 150  # characters of a line that may be a title
_PROSE: Final = 200  # characters of a paragraph with which the report itself begins
_SENTENCE: Final = re.compile(r"[.:;!?]$|[a-z\d]\. [A-Z]")  # what ends or holds one is no title
_PAGE: Final = re.compile(r"(?<=\d{4})\s+\d{1,3}$|^\d{1,3}$")  # the number of the page


def _left_out(source: Source, start: int, end: int) -> Iterator[str]:
    """The lines between two blocks of a plain text: page heads, that the reader took out."""
    if source.format != "text" or start >= end:
        return
    for line in source.text[start:end].splitlines():
        text = " ".join(line.split())
        if 0 < len(text) <= _LONGEST:
            yield _PAGE.sub("", text)
