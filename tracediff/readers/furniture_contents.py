"""Lines of a text in, its tables of contents out.

A list of titles with page numbers that never fall is one of contents where a heading says so, where
its titles stand below as headings, or where numbered entries stand before all prose. A list of
counts is none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tracediff.lexicon.furniture import CONTENTS_HEADINGS
from tracediff.readers.furniture_heads import COUNT, LONGEST, YEAR, page_value, without_number
from tracediff.readers.text_lines import Line

_LEADERS = r"(?:\.[ ]?){4,}|…{2,}|_{4,}"
_ENTRY = re.compile(
    rf"(?P<label>(?:\d{{1,2}}\.)*\d{{1,2}}\.?\s+|[A-Z]\.\s+|(?:part|chapter|annex|appendix|section)\s+\S+\s+)?"
    rf"(?P<title>[^\W\d].*?)(?P<leaders>\s*(?:{_LEADERS})\s*|\s+)(?P<page>{COUNT})",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?P<above>(?:\d{1,2}\.)*)(?P<number>\d{1,2})\.?(?:\s+|\Z)")
_PAGED = re.compile(r"[\s.…_](?:\d{1,4}|[ivxlc]{1,7})\Z", re.IGNORECASE)
_PROSE = 8  # words from which a line without a page number is prose
_FEW = 2  # entries below a heading that make a list; without one it takes one more


class _Entry(NamedTuple):
    place: int
    title: str
    page: int  # roman pages count before arabic ones
    labelled: bool
    led: bool


def contents(lines: Sequence[Line]) -> Iterator[int]:
    """The places of the lines of tables of contents and of their headings."""
    body = _first_prose(lines)
    known = Counter(without_number(line.text) for line in lines if len(line.text) <= LONGEST)
    for run in _runs(lines):
        above = run[0].place - 1
        headed = above >= 0 and lines[above].text.strip(" .:*").casefold() in CONTENTS_HEADINGS
        own = Counter(without_number(lines[entry.place].text) for entry in run)
        if _iscontents(run, headed, run[0].place < body, known, own):
            yield from range(above if headed else run[0].place, run[-1].place + 1)


def _first_prose(lines: Sequence[Line]) -> int:
    """The place of the first line of prose: many words, no page number."""
    return next(
        (
            place
            for place, line in enumerate(lines)
            if len(line.text.split()) >= _PROSE
            and not _ENTRY.fullmatch(line.text)
            and _glued(place, line.text) is None
        ),
        len(lines),
    )


def _runs(lines: Sequence[Line]) -> Iterator[list[_Entry]]:
    """Runs of entries whose pages never fall; a title may begin on a line of its own."""
    run: list[_Entry] = []
    for place, line in enumerate(lines):
        entry = _entry(place, line.text) or _glued(place, line.text)
        near = run and place - run[-1].place <= 2
        if entry is None:
            continue
        if near and entry.page >= run[-1].page:
            run.append(entry)
            continue
        if len(run) >= _FEW:
            yield run
        run = [entry]
    if len(run) >= _FEW:
        yield run


def _entry(place: int, text: str) -> _Entry | None:
    """A line as an entry of a table of contents: a title and a page number."""
    paged = len(text) < 2 * LONGEST and _PAGED.search(text)
    match = _ENTRY.fullmatch(text) if paged else None
    if match is None or YEAR.fullmatch(match["page"]):
        return None
    number = match["page"]
    page = page_value(number) if number.isdigit() else page_value(number) - 1000
    led = re.search(_LEADERS, match["leaders"]) is not None
    title = " ".join(match["title"].casefold().split())
    return _Entry(place, title, page, bool(match["label"]), led)


def _glued(place: int, text: str) -> _Entry | None:
    """A line of several entries whose breaks were lost: "2.1 Ports 42.2 Boats 5"."""
    first = _LABEL.match(text)
    found = glued_entry(first[0], text[first.end() :]) if first is not None else None
    return None if found is None else _Entry(place, *found, labelled=True, led=False)


def glued_entry(label: str, text: str) -> tuple[str, int] | None:
    """The title and page of the first of several entries that stand in one line.

    They are several where the page is glued to the label that comes next.

    >>> glued_entry("2.1 ", "Ports 42.2 Boats 5"), glued_entry("2.1 ", "Boats were 42.5 long")
    (('ports', 4), None)
    """
    own = _LABEL.fullmatch(label)
    if own is None:
        return None
    following = rf"\s(\d{{1,3}}){re.escape(own['above'])}{int(own['number']) + 1}\.?\s+[A-Z]"
    page = re.search(following, text)
    if page is None:
        return None
    return " ".join(text[: page.start()].casefold().split()), page_value(page[1])


def _iscontents(
    run: Sequence[_Entry],
    headed: bool,
    before_prose: bool,
    known: Mapping[str, int],
    own: Mapping[str, int],
) -> bool:
    """Whether a run of titles with rising numbers lists sections and not counts.

    ``known`` counts the short lines of the text, ``own`` those of the run among them: a title that
    stands nowhere else names no section.
    """
    if headed:
        return True
    if run[0].page == run[-1].page and len(run) > _FEW:
        return False
    if before_prose and all(entry.labelled for entry in run):
        return True
    if len(run) <= _FEW:
        return False
    stand = sum(known[entry.title] > own[entry.title] for entry in run)
    return 2 * stand >= len(run) or (before_prose and all(entry.led for entry in run))
