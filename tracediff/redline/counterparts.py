"""Which blocks, or rows of a table, answer to which: by equal text first, then by likeness."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import Indel, LCSseq

from tracediff.redline.xml import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_LEAST: Final = 0.45  # likeness of words from which on two paragraphs are two versions of one
_MOST: Final = 250_000  # pairs that are looked at between two equal blocks
_WORD: Final = re.compile(r"\w+|[^\w\s]")
_Pair = tuple[int | None, int | None]


def matched(olds: Sequence[str], news: Sequence[str], least: float = _LEAST) -> Iterator[_Pair]:
    """Pairs of indexes in the order of both sides; one of a pair is none where nothing answers.

    Only what begins with the same word, its kind, is set side by side.
    """
    at = to = 0  # where the gap begins that the next equal blocks end
    for op in LCSseq.opcodes(olds, news):
        if op.tag == "equal":
            yield from _gap(olds, news, range(at, op.src_start), range(to, op.dest_start), least)
            equal = range(op.src_start, op.src_end), range(op.dest_start, op.dest_end)
            yield from zip(*equal, strict=True)
            at, to = op.src_end, op.dest_end
    yield from _gap(olds, news, range(at, len(olds)), range(to, len(news)), least)


def _gap(
    olds: Sequence[str], news: Sequence[str], left: range, right: range, least: float
) -> Iterator[_Pair]:
    """The pairs of a gap that are the most alike in all, without crossing each other."""
    if not left or not right or len(left) * len(right) > _MOST:
        yield from ((at, None) for at in left)
        yield from ((None, at) for at in right)
        return
    score = _scores(olds, news, left, right, least)
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i in reversed(range(len(left))):
        for j in reversed(range(len(right))):
            paired = score[i][j] + best[i + 1][j + 1] if score[i][j] else 0.0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    i = j = 0
    while i < len(left) and j < len(right):
        if score[i][j] and best[i][j] == score[i][j] + best[i + 1][j + 1]:
            yield left[i], right[j]
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            yield left[i], None
            i += 1
        else:
            yield None, right[j]
            j += 1
    yield from ((at, None) for at in left[i:])
    yield from ((None, at) for at in right[j:])


def _scores(
    olds: Sequence[str], news: Sequence[str], left: range, right: range, least: float
) -> list[list[float]]:
    """How alike the texts of a gap are, nothing where they are less so than ``least``."""
    kinds = [
        [side[at].partition(" ")[0] for at in part] for side, part in ((olds, left), (news, right))
    ]
    words = [
        [_WORD.findall(side[at].partition(" ")[2]) for at in part]
        for side, part in ((olds, left), (news, right))
    ]
    return [
        [
            Indel.normalized_similarity(one, two, score_cutoff=least) if kind == other else 0.0
            for other, two in zip(kinds[1], words[1], strict=True)
        ]
        for kind, one in zip(kinds[0], words[0], strict=True)
    ]


def rows(table: _Element) -> list[_Element]:
    """The rows of a table, those in wrappers too, not those of tables inside it."""
    return list(_own(table, W + "tr"))


def cells(row: _Element) -> list[_Element]:
    """The cells of a row."""
    return list(_own(row, W + "tc"))


def _own(parent: _Element, tag: str) -> Iterator[_Element]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in (W + "sdt", W + "sdtContent", W + "customXml"):
            yield from _own(child, tag)
