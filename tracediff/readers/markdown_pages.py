"""Blocks of a Markdown file in, the same without traces of the pages it was made from out.

A file made from a PDF has a paragraph for each line, running feet, and contents with page numbers.
Lines are joined to paragraphs where the text runs on; feet and contents are left out, and said.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tracediff.lexicon.layout import FUNCTION_WORDS, SENTENCE_END
from tracediff.model import Block, BlockKind, Span
from tracediff.readers.coverage import CONTENTS, RUNNING, Reason
from tracediff.readers.furniture_contents import glued_entry
from tracediff.readers.markdown_rows import with_rows

Marked = tuple[Span, Reason]

_NUMBER = re.compile(r"\d{1,4}")
_ENTRY = re.compile(r"(\S.{0,200}?)[\s.·…]\s?(\d{1,4})\Z", re.DOTALL)
_LONGEST_FOOT = 150
_LEAST_FEET = 3  # of one shape, their numbers counting up
_FOOT_WORDS = 4  # "Phase 2" is the name of a phase
_APART = 4  # blocks between two feet, on average
_LEAST_ENTRIES = 4  # in a row, their numbers not falling
_LEAST_JOINED = 5  # lines that surely run on, from which on the file has a paragraph a line
_BROKEN = 0.15  # of all neighbouring lines, at least so many then run on
_FULL = 0.7  # of the width of most lines; such a line goes on where no sentence ends in it
_VALUE = re.compile(r"[~<>≤≥±+\-−–]?\s?[$€£]?\s?\d[\d.,]*\s?(?:%|percent|million|billion|[kKmM])?")


def without_pages(text: str, blocks: Sequence[Block]) -> tuple[list[Block], list[Marked]]:
    """Leave out running feet and contents, and join the lines of paragraphs."""
    dropped = _feet(text, blocks)
    dropped |= _contents(text, blocks, dropped)
    marked = [(block.span, dropped[at]) for at, block in enumerate(blocks) if at in dropped]
    kept = [block for at, block in enumerate(blocks) if at not in dropped]
    return _joined(text, with_rows(text, kept), [span for span, _ in marked]), marked


def _plain(text: str, block: Block) -> str:
    """The text of a block without its cuts."""
    if block.rows:
        return ""
    edges = [block.span.start, *(at for cut in block.cuts for at in cut), block.span.end]
    return "".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)).strip()


def _feet(text: str, blocks: Sequence[Block]) -> dict[int, Reason]:
    """The short blocks of some words that recur, far apart, with a number that counts up."""
    shapes: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for at, block in enumerate(blocks):
        other = block.rows or block.kind in (BlockKind.ITEM, BlockKind.HEADING)
        plain = "" if other else _plain(text, block)
        numbers = _NUMBER.findall(plain)
        if numbers and len(plain) <= _LONGEST_FOOT and len(plain.split()) >= _FOOT_WORDS:
            ends = plain.endswith(numbers[-1])
            page = int(numbers[-1] if ends else numbers[0])
            shape = re.sub(r"\d+\Z" if ends else r"\A\d+", "#", plain)
            if "#" in shape:
                shapes[shape].append((at, page))
    return {
        at: RUNNING
        for places in shapes.values()
        if len(places) >= _LEAST_FEET and _are_pages(places)
        for at, _ in places
    }


def _are_pages(places: Sequence[tuple[int, int]]) -> bool:
    """Whether numbers are those of pages, some perhaps without a foot, with text between them."""
    rises = all(a < b for (_, a), (_, b) in pairwise(places))
    (first, low), (last, high) = places[0], places[-1]
    return rises and high - low <= 3 * len(places) and last - first >= _APART * len(places)


def _contents(text: str, blocks: Sequence[Block], dropped: dict[int, Reason]) -> dict[int, Reason]:
    """The runs of lines that end in page numbers which do not fall, and name what comes later."""
    plain = [_plain(text, block) for block in blocks]
    found = _numbered(blocks, plain)
    run: list[int] = []  # lines, those of entries and those that may be their first halves
    page = entries = 0
    for at in range(len(blocks) + 1):
        if at in dropped:
            continue
        entry = _ENTRY.fullmatch(plain[at]) if at < len(blocks) else None
        if entry and int(entry.group(2)) >= page and _near(run, at):
            run.append(at)
            page, entries = int(entry.group(2)), entries + 1
        elif (
            at < len(blocks) and run and run[-1] == at - 1 and _may_be_entry(blocks[at], plain[at])
        ):
            run.append(at)
        else:
            while run and not _ENTRY.fullmatch(plain[run[-1]]):
                run.pop()
            if entries >= _LEAST_ENTRIES and _are_named(plain, run):
                found |= dict.fromkeys(run, CONTENTS)
            run, page, entries = [], 0, 0
            if entry:
                run, page, entries = [at], int(entry.group(2)), 1
    return found


def _numbered(blocks: Sequence[Block], plain: Sequence[str]) -> dict[int, Reason]:
    """The entries with the number of a section before them and a page behind, above all prose.

    There are several, on lines of their own or run together on one.
    """
    body = next((at for at, said in enumerate(plain) if SENTENCE_END.search(said)), len(blocks))
    glued = {at: glued_entry(blocks[at].label, plain[at]) for at in range(body)}
    together = {at: entry[1] for at, entry in glued.items() if entry is not None}
    pages = together | {
        at: int(entry.group(2))
        for at in range(body)
        if (entry := _ENTRY.fullmatch(plain[at]))
        and at not in together
        and _SECTION.match(blocks[at].label)
    }
    several = len(pages) > 1 or bool(together)
    rise = all(a <= b for a, b in pairwise(pages[at] for at in sorted(pages)))
    return dict.fromkeys(pages, CONTENTS) if several and rise else {}


_SECTION = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?\s*\Z")


def _near(run: Sequence[int], at: int) -> bool:
    """Whether a line stands right behind a run, a running foot between them at most."""
    return not run or at - run[-1] <= 3


def _are_named(plain: Sequence[str], run: Sequence[int]) -> bool:
    """Whether a run of entries lists what the text holds: half of them come again as its lines."""
    before = " ".join(plain[max(0, run[0] - 3) : run[0]]).casefold()
    if "contents" in before:
        return True
    later = {line.casefold() for line in plain[run[-1] + 1 :]}
    names = [
        m.group(1).strip(" .·…").casefold() for at in run if (m := _ENTRY.fullmatch(plain[at]))
    ]
    return 2 * sum(name in later for name in names) >= len(names)


def _may_be_entry(block: Block, plain: str) -> bool:
    return not block.rows and len(plain) <= 160 and not SENTENCE_END.search(plain)


def _joined(text: str, blocks: Sequence[Block], gone: Sequence[Span]) -> list[Block]:
    """The blocks, those one that are lines of one paragraph."""
    plain = [_plain(text, block) for block in blocks]
    near = [_adjacent(text, a, b, gone) for a, b in pairwise(blocks)]
    pairs = [(plain[at], plain[at + 1]) for at, is_near in enumerate(near) if is_near]
    sure = sum(_runs_on(a, b) for a, b in pairs)
    broken = sure >= _LEAST_JOINED and sure > _BROKEN * len(pairs)
    width = sorted(len(a) for a, _ in pairs)[int(0.9 * len(pairs))] if broken else 0
    out: list[Block] = []
    for at, block in enumerate(blocks):
        if at and near[at - 1]:
            last, here = plain[at - 1], plain[at]
            single = text.count("\n", blocks[at - 1].span.end, block.span.start) <= 2
            full = broken and single and len(last) > _FULL * width
            goes_on = full and not SENTENCE_END.search(last) and last[-1] not in ":;"
            bold = text.startswith("**", blocks[at - 1].span.start)
            runs_on = not bold and (goes_on or _runs_on(last, here))
            if runs_on or _is_label(last, here):
                out[-1] = _join(text, out[-1], block)
                continue
        out.append(block)
    return out


def _adjacent(text: str, before: Block, after: Block, gone: Sequence[Span]) -> bool:
    """Whether a block may go on with the one before: running text, with nothing read between."""
    if after.kind is not BlockKind.PARAGRAPH:
        return False
    if before.kind is not BlockKind.PARAGRAPH and (
        before.kind is not BlockKind.ITEM or before.level
    ):
        return False
    if not text[before.span.end : after.span.start].strip():
        return True
    first = bisect_left(gone, before.span)
    return first < len(gone) and gone[first].end <= after.span.start


def _runs_on(before: str, here: str) -> bool:
    """Whether a sentence surely runs on from one line to the next."""
    words = before.split()
    if len(words) < 2 or not here or SENTENCE_END.search(before) or before[-1] in ":;":
        return False
    if here[0].islower() and len(words) > 3:
        return True
    return words[-1] in FUNCTION_WORDS


def _is_label(before: str, here: str) -> bool:
    """Whether a line is a bare number and the next is what it counts."""
    return bool(_VALUE.fullmatch(before)) and here[:1].islower() and len(here) <= 80


def _join(text: str, before: Block, after: Block) -> Block:
    """Two lines as one block; what stands between them is cut but for its first line break."""
    start, stop = before.span.end, after.span.start
    between = (Span(start + 1, stop),) if text[start:stop].strip() else ()
    span = Span(before.span.start, after.span.end)
    return replace(before, span=span, cuts=(*before.cuts, *between, *after.cuts))
