"""The text of a file and its blocks in, the list of what of it was not read out.

For formats whose text is the file's own: every character that no block shows is counted, under the
reason that the reader gives for the stretch it stands in, or else under a reason for the rest.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tracediff.model import Block, Coverage, Span
from tracediff.readers.coverage import Reason, Tally


def unread(
    text: str,
    blocks: Sequence[Block],
    marked: Sequence[tuple[Span, Reason]],
    rest: Reason,
    starts: Sequence[int],
) -> tuple[Coverage, ...]:
    """What no block shows: under the reason of the marked stretch it is in, else under ``rest``.

    ``marked`` are sorted and do not overlap; ``starts`` are the offsets at which lines begin.
    """
    tally = Tally()
    begins = [span.start for span, _ in marked]
    for gap in _gaps(_shown(text, blocks), len(text)):
        at = gap.start
        while at < gap.end:
            near = bisect_right(begins, at)
            reason, stop = rest, begins[near] if near < len(begins) else gap.end
            if near and at < marked[near - 1][0].end:
                span, reason = marked[near - 1]
                stop = span.end
            stop = min(stop, gap.end)
            tally.add(reason, text[at:stop], bisect_right(starts, at))
            at = stop
    return tally.entries("line")


def _shown(text: str, blocks: Sequence[Block]) -> Iterator[Span]:
    """The stretches that blocks show: their text between the cuts, their labels, their cells."""
    for block in blocks:
        if block.rows:
            yield from (cell.span for row in block.rows for cell in row)
            if block.caption:
                yield block.caption.span
            continue
        size = len(block.label)
        label = text.rfind(block.label, max(0, block.span.start - size - 8), block.span.start)
        if any(map(str.isalnum, block.label)) and label >= 0:
            yield Span(label, label + size)
        edges = [block.span.start, *(at for cut in block.cuts for at in cut), block.span.end]
        yield from (Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b)


def _gaps(shown: Iterator[Span], end: int) -> Iterator[Span]:
    """What lies between the stretches that are shown."""
    ordered = [Span(0, 0), *sorted(shown), Span(end, end)]
    reached = 0
    for before, after in pairwise(ordered):
        reached = max(reached, before.end)
        if after.start > reached:
            yield Span(reached, after.start)
