"""Lines of a text in, its running heads, running feet and page numbers out.

A head is known by its place and its form together: it stands alone or cuts a sentence, and it comes
again or carries a page number. A line that only looks like one stays text.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from tracediff.lexicon.layout import FUNCTION_WORDS, SENTENCE_END
from tracediff.readers.coverage import Reason
from tracediff.readers.text_lines import Line

RUNNING_HEAD = Reason("running head", "comes again at the head or foot of pages")
PAGE_NUMBER = Reason("page number", "counts pages")

LONGEST = 90  # characters of a running head; a longer line is prose
_NEAR = 5  # lines that a page has at least: numbers nearer to each other count rows or items
_LETTERS = 3  # letters of a head at least; a bullet on a line of its own comes again as well
_OFTEN = 3  # times that a line without a number comes again before it is a head
_ROMAN = r"(?=[ivxlc])(?:x{0,3}(?:ix|iv|v?i{0,3}))"
COUNT = rf"(?:\d{{1,4}}|{_ROMAN})"
_BARE = re.compile(
    rf"[-–—|\[( ]*(?:page\s+|p\.\s?)?(?P<n>{COUNT})(?:\s*(?:/|of)\s*\d{{1,4}}|\s+(?P=n))?"
    r"[-–—|\]) .]*",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"(?P<body>.*?\S)(?P<gap>\s*[|·•–—]\s*|\s+)(?:(?P<page>page|p\.)\s*)?(?P<n>{COUNT})"
    rf"(?:\s*(?:of|/)\s*\d{{1,4}}|\s+(?P=n))?",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?:(?P<page>page)\s*)?(?P<n>{COUNT})(?P<gap>\s*[|·•–—]\s*|\s+)(?P<body>\S.*)", re.IGNORECASE
)
# an end of a line that may be a page number; most lines have none, and are not looked at further
_EDGED = re.compile(r"\A[-–—|\[( ]*(?:p|[\divxlc]+\b)|\b[\divxlc]+[-–—|\]) .]*\Z", re.IGNORECASE)
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
# what a browser prints at the edge of each page
_PRINTED = re.compile(r"https?://\S+|www\.\S+|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}(?:,? .{0,20})?", re.I)


YEAR = re.compile(r"(?:19|20)\d\d")
_IN_COLUMNS = re.compile(r"\S\s{3,}[-–(]?[$€£]?\d")  # a figure set apart, as in a table
_SAID = re.compile(r"\bpage\b", re.IGNORECASE)
_STUB = (
    25  # characters of a line from which it may be cut amid a sentence; a shorter one is an item
)


class _Mark(NamedTuple):
    """A line that has the form of a head: its words without a page number, and that number."""

    place: int
    body: str  # without case, digits as "#"; empty where the line is a number only
    number: int | None
    alone: bool  # blank lines stand on both sides
    cuts: bool  # a sentence goes on over it


def running_heads(lines: Sequence[Line], taken: Mapping[int, Reason]) -> dict[int, Reason]:
    """The running heads, running feet and page numbers."""
    marks = list(_marks(lines, taken))
    titles = {without_number(line.text) for line in lines[:_NEAR]}
    found: dict[int, Reason] = {}
    for mark in marks:
        if _is_lone_head(mark, lines[mark.place].text, titles):
            found[mark.place] = RUNNING_HEAD
    for group in _recurring(marks).values():
        found |= dict.fromkeys(_series(group, lines[group[0].place].text), RUNNING_HEAD)
    found |= _at_breaks(lines)
    found |= dict.fromkeys(_numbers(marks, lines, found), PAGE_NUMBER)
    found |= dict.fromkeys(_beside(marks, found), RUNNING_HEAD)
    for place in _title(lines):
        found.pop(place, None)
    return found


def _title(lines: Sequence[Line]) -> Iterator[int]:
    """The places of the title of a text, which stays though heads repeat it."""
    for place, line in enumerate(lines[:_NEAR]):
        goes_on = any(after.text[0].islower() for after in lines[place + 1 : place + 2])
        if len(line.text) > LONGEST or SENTENCE_END.search(line.text) or goes_on:
            return
        if not _PRINTED.fullmatch(line.text) and _parted(line.text)[1] is None:
            yield place


def _is_lone_head(mark: _Mark, text: str, titles: Set[str]) -> bool:
    """Whether a line is a head wherever else it stands: it cuts a sentence, or has the title."""
    if not mark.body:
        return False
    numbered = mark.number is not None
    if mark.cuts and (numbered or (mark.alone and text.isupper())):
        return True
    return numbered and mark.alone and without_number(text) in titles


def _marks(lines: Sequence[Line], taken: Mapping[int, Reason]) -> Iterator[_Mark]:
    """The lines that have the form of a head, with how they stand."""
    drafts = [
        (place, *draft)
        for place, line in enumerate(lines)
        if place not in taken and (draft := _draft(line.text)) is not None
    ]
    counts = Counter(body for _, body, _ in drafts)
    light = {place for place, body, _ in drafts if not body or counts[body] >= _OFTEN}
    for place, body, number in drafts:
        after = lines[place + 1].blanks if place + 1 < len(lines) else 1
        alone = (lines[place].blanks > 0 or place == 0) and after > 0
        yield _Mark(place, body, number, alone, _cuts(lines, place, light))


def _draft(text: str) -> tuple[str, int | None] | None:
    """The shape and page number of a line that has the form of a head."""
    if len(text) > LONGEST:
        return None
    body, number = _parted(text)
    if not _PRINTED.fullmatch(text):
        if body and body[-1] in ".,;:!?" and " " in body and not body.isupper():
            return None
        if number is None and body[0].islower() and not body[2:].isupper():
            return None
    return _solid(re.sub(r"\d+", "#", body.casefold())), number


def _parted(text: str) -> tuple[str, int | None]:
    """A line as its words and the page number that is set off from them, if it has one."""
    if not _EDGED.search(text):
        return text, None
    if (bare := _BARE.fullmatch(text)) and not YEAR.fullmatch(bare["n"]):
        return "", page_value(bare["n"])
    for pattern in (_BEHIND, _BEFORE):
        match = pattern.fullmatch(text)
        if match and _is_set_off(match):
            return match["body"].strip(" |·•–—-"), page_value(match["n"])
    return text, None


def _is_set_off(match: re.Match[str]) -> bool:
    """Whether a number at an end of a line counts pages: by a gap, a bar, a word or capitals."""
    body, number, gap = match["body"], match["n"], match["gap"]
    if not any(map(str.isalpha, body)) or YEAR.fullmatch(number):
        return False
    if len(gap) >= 3 or gap.strip() or match["page"]:
        return True
    return body.isupper() and number.isdigit()


def page_value(number: str) -> int:
    """The value of a page number in arabic or roman digits."""
    if number.isdigit():
        return int(number)
    digits = [_VALUES[letter] for letter in number.lower()]
    return sum(-a if a < b else a for a, b in pairwise([*digits, 0]))


def without_number(text: str) -> str:
    """The words of a line without page number, case and spacing."""
    return " ".join(_parted(text)[0].casefold().split())


def _solid(shape: str) -> str:
    """A shape without the scraps of one or two characters that OCR reads differently each time."""
    words = [word for word in shape.split() if len(word) > 2]
    return " ".join(words) if len(words) > 1 else shape


def _cuts(lines: Sequence[Line], place: int, light: Set[int]) -> bool:
    """Whether a sentence goes on over a line, other heads beside it put aside."""
    reach = range(1, _NEAR)
    above = next((place - n for n in reach if place - n not in light), -1)
    below = next((place + n for n in reach if place + n not in light), len(lines))
    if above < 0 or below >= len(lines):
        return False
    before, after = lines[above].text, lines[below].text
    if _IN_COLUMNS.search(before) or _IN_COLUMNS.search(after):
        return False  # a row of a table; the next one begins with "of which"
    if SENTENCE_END.search(before) or before[-1] in ":;" or len(before) < _STUB:
        return False
    return after[0].islower() or before.rsplit(None, 1)[-1].casefold() in FUNCTION_WORDS


def _recurring(marks: Sequence[_Mark]) -> dict[str, list[_Mark]]:
    groups: defaultdict[str, list[_Mark]] = defaultdict(list)
    for mark in marks:
        if sum(map(str.isalpha, mark.body)) >= _LETTERS:
            groups[mark.body].append(mark)
    return groups


def _series(group: Sequence[_Mark], text: str) -> Iterator[int]:
    """The places of lines of one shape that are a head which comes again on page after page."""
    numbered = [mark for mark in group if mark.number is not None]
    placed = 2 * sum(mark.alone or mark.cuts for mark in group) >= len(group)
    if _counts_pages(numbered, placed):
        yield from (mark.place for mark in group if mark.number is not None or mark.cuts)
    elif len(group) >= _OFTEN and (
        _PRINTED.fullmatch(text) or (2 * sum(mark.cuts for mark in group) >= len(group))
    ):
        yield from (mark.place for mark in group)


def _counts_pages(numbered: Sequence[_Mark], placed: bool) -> bool:
    """Whether the numbers of heads of one shape rise from page to page.

    Where the heads do not stand apart from the text, they rise by a page or two each time.
    """
    steps = [(b.number or 0) - (a.number or 0) for a, b in pairwise(numbered)]
    if placed:
        return bool(steps) and sum(step > 0 for step in steps) > 0.8 * len(steps)
    far = all(b.place - a.place > _NEAR // 2 for a, b in pairwise(numbered))
    return far and len(numbered) >= _OFTEN and all(0 < step <= 2 for step in steps)


def _at_breaks(lines: Sequence[Line]) -> dict[int, Reason]:
    """The lines that come again beside page breaks (form feeds, several blank lines)."""
    breaks = [i for i, line in enumerate(lines) if line.blanks >= 2 and i]
    if len(breaks) < _OFTEN:
        return {}
    near = [range(i, min(i + _NEAR, len(lines))) for i in breaks]
    near += [range(max(0, i - 2), i) for i in breaks]
    near.append(range(min(_NEAR, len(lines))))
    shapes = Counter(
        shape
        for places in near
        for shape in {_shape(lines[i].text) for i in places if _may_be_a_head(lines[i].text)}
    )
    recurring = {shape for shape, count in shapes.items() if count >= _OFTEN or shape == "#"}
    return {
        i: PAGE_NUMBER if _shape(lines[i].text) == "#" else RUNNING_HEAD
        for places in near
        for i in places
        if _shape(lines[i].text) in recurring
    }


def _may_be_a_head(text: str) -> bool:
    return len(text) <= LONGEST and not text[0].islower() and text[-1] not in ".,;"


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", text.casefold()).strip(" -–—|")


def _numbers(
    marks: Sequence[_Mark], lines: Sequence[Line], found: Mapping[int, Reason]
) -> Iterator[int]:
    """The places of numbers that count pages: beside a head, or one more than the page before."""
    bare = [mark for mark in marks if not mark.body and (mark.alone or mark.cuts)]
    heads = [mark for mark in marks if mark.place in found]
    known = sorted((m.place, m.number) for m in [*heads, *bare] if m.number is not None)
    counted = {
        place
        for (a, low), (b, high) in pairwise(known)
        if 0 < high - low <= 2 and b - a > _NEAR
        for place in (a, b)
    }
    for mark in bare:
        beside = {mark.place - 1, mark.place + 1} & found.keys()
        if beside or mark.place in counted or _SAID.search(lines[mark.place].text):
            yield mark.place


def _beside(marks: Sequence[_Mark], found: Mapping[int, Reason]) -> Iterator[int]:
    """The places of lines that come again and again, where they stand next to a head."""
    for group in _recurring(marks).values():
        near = [m for m in group if {m.place + step for step in (-2, -1, 1, 2)} & found.keys()]
        if len(group) >= _OFTEN and 2 * len(near) > len(group):
            yield from (mark.place for mark in near)
