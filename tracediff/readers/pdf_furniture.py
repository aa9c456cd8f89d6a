"""The lines of all pages in, the same without running heads, running feet and page numbers out.

They are told by recurrence: a row at the edge of a page, at one height and with the same words
(digits aside) on several pages. Rows are peeled from both edges as long as they recur, so text that
follows is safe. The first of a recurring large title is kept, because it is the title.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median

from tracediff.readers.pdf_lines import Line, rows_of
from tracediff.readers.pdf_words import Page

_ZONE = 0.16  # of the page's height, from either edge, in which running heads stand
_DEEP = 5  # rows looked at from either edge
_SHARE = 0.12  # of all pages that a running head is on, where chapters have their own
_TITLE = 1.12  # times the size of the body from which a line is a title
_DIGITS = re.compile(r"\d+")
_PAGE = re.compile(
    r"[-–—|\s]*(?:page\s+)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:/|of)\s*\d{1,4})?[-–—|\s]*", re.I
)
_CAPTION = re.compile(r"(?:table|figure|exhibit|chart|box)\s+\w", re.I)


def without_furniture(pages: Sequence[Page], lines: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of each page that are text."""
    edges = [list(_edge_rows(page, kept)) for page, kept in zip(pages, lines, strict=True)]
    body = _body_size(lines)
    large = _TITLE * body
    seen = Counter(
        key for rows in edges for key in {_key(line, large) for _, row in rows for line in row}
    )
    least = max(2 if len(pages) <= 4 else 3, int(_SHARE * len(pages)))
    titles: set[str] = set()
    result = []
    for page, kept, rows in zip(pages, lines, edges, strict=True):
        gone = set()
        for line in _peeled(rows, seen, least, page, large):
            key = _DIGITS.sub("#", line.text)
            titled = line.size >= large and any(map(str.isalpha, line.text))
            if titled and key not in titles and page.number <= 2:
                titles.add(key)
            else:
                gone.add(id(line))
        result.append([line for line in kept if id(line) not in gone])
    return result


def _edge_rows(page: Page, lines: Sequence[Line]) -> Iterator[tuple[bool, list[Line]]]:
    """The rows near the upper (true) and lower (false) edge, from the edge inward."""
    rows = rows_of(lines)
    for row in rows[:_DEEP]:
        if row[0].top > _ZONE * page.height:
            break
        yield True, row
    for row in rows[: -_DEEP - 1 : -1]:
        if row[0].bottom < (1 - _ZONE) * page.height:
            break
        yield False, row


def _key(line: Line, large: float) -> tuple[str, int]:
    """What recurs of a line; the number of a large one counts, as chapters are numbered."""
    text = line.text.casefold()
    return text if line.size >= large else _DIGITS.sub("#", text), round(line.bottom / 4)


def _peeled(
    rows: Sequence[tuple[bool, list[Line]]],
    seen: Counter[tuple[str, int]],
    least: int,
    page: Page,
    large: float,
) -> Iterator[Line]:
    """The lines of rows that recur, from both edges up to the first row that does not."""
    stopped = {True: False, False: False}
    for upper, row in rows:
        if stopped[upper]:
            continue
        known = [
            line for line in row if _recurs(line, seen, least, large) or _is_number(line, page)
        ]
        if len(known) < len(row) or any(_CAPTION.match(line.text) for line in row):
            stopped[upper] = True
            known = known if len(known) > 0 and len(row) <= 3 else []
            known = [line for line in known if not _CAPTION.match(line.text)]
        yield from known


def _recurs(line: Line, seen: Counter[tuple[str, int]], least: int, large: float) -> bool:
    text, height = _key(line, large)
    return sum(seen[text, height + step] for step in (-1, 0, 1)) >= least


def _is_number(line: Line, page: Page) -> bool:
    """Whether a line is a page number that stands alone at the very edge."""
    if not _PAGE.fullmatch(line.text):
        return False
    edge = 0.08 * page.height
    number = re.search(r"\d+", line.text)
    near = number is None or abs(int(number.group()) - page.number) <= 40 or "age" in line.text
    return near and (line.bottom < edge or line.top > page.height - edge)


def _body_size(lines: Sequence[Sequence[Line]]) -> float:
    sizes = [line.size for page in lines for line in page for _ in range(len(line.words))]
    return median(sizes) if sizes else 10.0
