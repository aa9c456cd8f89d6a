"""Lines of a text in, those that only serve its pages out: what each of them is, and why.

Any reader whose text has lost its layout may ask: plain text, and Markdown made from a PDF.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from tracediff.model import Coverage
from tracediff.readers.furniture_contents import contents
from tracediff.readers.furniture_heads import PAGE_NUMBER, RUNNING_HEAD, running_heads
from tracediff.readers.furniture_web import page_parts
from tracediff.readers.text_tables import Line

CONTENTS = "contents"
WEB_PAGE = "menu or banner"
REFERENCES = "references"

# why each kind is left out
REASONS: dict[str, str] = {
    RUNNING_HEAD: "it repeats at the head or foot of pages",
    PAGE_NUMBER: "it counts pages",
    CONTENTS: "it lists sections and the pages they begin on",
    WEB_PAGE: "it belongs to the web page around the text",
    REFERENCES: "sources and notes hold no figures or claims of the report",
}


def furniture(lines: Sequence[Line]) -> dict[int, str]:
    """The places of lines that are no text of the report, each with what it is."""
    found = dict.fromkeys(contents(lines), CONTENTS)
    found |= running_heads(lines, found)
    left = [place for place in range(len(lines)) if place not in found]
    around = page_parts([lines[place] for place in left])
    return found | {left[place]: WEB_PAGE for place in around}


def coverage(lines: Sequence[Line], found: Mapping[int, str]) -> Iterator[Coverage]:
    """The lines that were left out, as a list: neighbours of one kind are one entry."""
    places = sorted(found)
    runs = groupby(enumerate(places), key=lambda item: (item[1] - item[0], found[item[1]]))
    for (_, what), run in runs:
        yield left_out(what, [lines[place] for _, place in run])


def left_out(what: str, lines: Sequence[Line]) -> Coverage:
    """One entry for lines that follow each other."""
    first, last = lines[0].number + 1, lines[-1].number + 1
    where = f"line {first}" if first == last else f"lines {first}-{last}"
    return Coverage(what, REASONS[what], where, solid("".join(line.text for line in lines)))


def solid(text: str) -> int:
    """How many characters a text has, white space aside."""
    return len("".join(text.split()))
