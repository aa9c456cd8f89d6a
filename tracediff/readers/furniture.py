"""Lines of a text in, those that only serve its pages out, each with what it is and why.

Any reader whose text has lost its layout may ask: plain text, and Markdown made from a PDF.
"""

from __future__ import annotations

from collections.abc import Sequence

from tracediff.readers.coverage import Reason
from tracediff.readers.furniture_contents import contents
from tracediff.readers.furniture_heads import running_heads
from tracediff.readers.furniture_web import page_parts
from tracediff.readers.text_lines import Line

CONTENTS = Reason("contents", "lists sections and the pages they begin on")
REFERENCES = Reason("references", "lists sources, not what the report says")
_WEB_PAGE = Reason("menu or banner", "belongs to the web page around the text")


def furniture(lines: Sequence[Line]) -> dict[int, Reason]:
    """The places of lines that are no text of the report, each with what it is."""
    found = dict.fromkeys(contents(lines), CONTENTS)
    found |= running_heads(lines, found)
    left = [place for place in range(len(lines)) if place not in found]
    around = page_parts([lines[place] for place in left])
    return found | {left[place]: _WEB_PAGE for place in around}
