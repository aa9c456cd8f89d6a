"""Plain text in, blocks out: one paragraph a line, or hard-wrapped as from a PDF.

Whether lines are wrapped is told from the file itself. In wrapped text a paragraph is put together
again from its lines; page heads that stand in it are left out, headings and items are recognised.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from tracediff.lexicon.layout import BULLET, FUNCTION_WORDS, LABEL, SENTENCE_END
from tracediff.model import Block, BlockKind, Source, Span
from tracediff.readers.citations import citations, without
from tracediff.readers.coverage import RULES, Tally
from tracediff.readers.decode import decode
from tracediff.readers.furniture import REFERENCES, furniture
from tracediff.readers.references import known_sources, mark_references
from tracediff.readers.text_lines import Line, Table, is_rule, last_word, lines_of, runs
from tracediff.readers.text_solid import GOES_ON, is_solid, solid_titles
from tracediff.readers.text_tables import tables
from tracediff.readers.text_titles import titles
from tracediff.readers.text_torn import torn_tables
from tracediff.settings import Reading


def read_text(data: bytes, name: str, settings: Reading) -> Source:
    """Read a plain text file."""
    text = decode(data, name, settings)
    gone = Tally()
    lines = _single_spaced(_without_rules(lines_of(text), gone))
    found = furniture(lines)
    kept = [line for place, line in enumerate(lines) if place not in found]
    dropped = [lines[place] for place in sorted(found)]
    blocks = mark_references(_without(_blocks(kept, known_sources(lines)), dropped), text)
    starts = [line.start for line in lines]
    for place in sorted(found):
        gone.add(found[place], lines[place].text, lines[place].number + 1)
    for block in blocks:
        if block.kind is BlockKind.REFERENCE:
            entry = f"{block.label} {text[slice(*block.span)]}"
            line = lines[bisect_right(starts, block.span.start) - 1]
            gone.add(REFERENCES, entry, line.number + 1)
    return Source(name, "text", text, blocks, left_out=gone.entries("line"))


def blocks_of(text: str) -> Iterator[Block]:
    """The blocks of lines that stand in a file of another format; only drawn lines are left out."""
    lines = _single_spaced(_without_rules(lines_of(text), Tally()))
    return _blocks(lines, known_sources(lines))


def _blocks(lines: Sequence[Line], known: int) -> Iterator[Block]:
    tabled = tables(lines) | torn_tables(lines, lambda cell: without(cell, citations(cell, known)))
    if not _is_wrapped(lines):
        return _flat(lines, tabled, titles(lines, tabled, _FLAT))
    heads = dict.fromkeys(titles(lines, tabled, _width(lines)), _TITLE)
    if is_solid(lines):
        heads |= solid_titles(lines, tabled, _width(lines))
    return _wrapped(lines, tabled, heads)


_MIDST = "($€£¥%&–—"  # besides letters and digits, what a line may begin with amid a sentence


def _without_rules(lines: Sequence[Line], gone: Tally) -> list[Line]:
    """The lines that say something, each with the runs of the line that is drawn above it."""
    kept: list[Line] = []
    rule: tuple[tuple[int, int], ...] = ()
    blanks = 0
    for line in lines:
        if is_rule(line.text):
            gone.add(RULES, line.text, line.number + 1)
            rule, blanks = runs(line), max(blanks, line.blanks)
        else:
            drawn = line._replace(rule=rule, blanks=max(1, blanks, line.blanks))
            kept.append(drawn if rule else line)
            rule, blanks = (), 0
    return kept


def _single_spaced(lines: list[Line]) -> list[Line]:
    """The lines without the one blank line after each, where sentences run on over most of them."""
    pairs = [(a, b) for a, b in pairwise(lines) if len(a.text) > 30]
    spaced = [pair for pair in pairs if pair[1].blanks == 1]
    if len(spaced) < 0.7 * len(pairs) or not _run_on(spaced):
        return lines
    return [
        line if line.blanks != 1 or SENTENCE_END.search(above.text) else line._replace(blanks=0)
        for above, line in pairwise([lines[0], *lines])
    ]


def _is_wrapped(lines: Sequence[Line]) -> bool:
    """Whether sentences run on over line ends: then the lines are not paragraphs."""
    often = any(
        _run_on([(a, b) for a, b in pairwise(lines) if b.blanks == blanks and len(a.text) > 30])
        for blanks in (0, 1)
    )
    return often or _is_parted(lines)


def _is_parted(lines: Sequence[Line]) -> bool:
    """Whether empty lines part the paragraphs of a short file, in which few sentences run over.

    Of the lines that follow each other straight, most must go on with the one before.
    """
    pairs = [(a, b) for a, b in pairwise(lines) if not (_GAP in a.text or _GAP in b.text)]
    straight = [(a, b) for a, b in pairs if b.blanks == 0 and len(a.text) > 30]
    over = [
        (a, b)
        for a, b in straight
        if not SENTENCE_END.search(a.text) and b.text[0].islower() and not LABEL.match(b.text)
    ]
    parted = sum(b.blanks > 0 for _, b in pairs)
    return bool(over) and 2 * len(over) >= len(straight) and parted >= len(straight)


_GAP = "  "  # parts the columns of a table


def _run_on(pairs: Sequence[tuple[Line, Line]]) -> bool:
    """Whether sentences go on from one line to the next again and again."""
    running_on = sum(not SENTENCE_END.search(a.text) and b.text[0].islower() for a, b in pairs)
    return running_on >= 3 and running_on > 0.1 * len(pairs)


_FLAT = 100  # characters of a line of text that is not wrapped
_TITLE = 2  # the level of a heading that nothing numbers


def _flat(
    lines: Sequence[Line], tabled: Mapping[int, Table], heads: Container[int]
) -> Iterator[Block]:
    """Each line is a block, but for those of tables."""
    at = 0
    while at < len(lines):
        line = lines[at]
        if at in tabled:
            yield tabled[at].block
        else:
            level = _heading_level(line.text, _FLAT) or (_TITLE if at in heads else 0)
            yield _block(line, line.end, level)
        at = tabled[at].stop if at in tabled else at + 1


def _without(blocks: Iterator[Block], dropped: Sequence[Line]) -> tuple[Block, ...]:
    """The blocks, with the lines that are left out cut from those they stand in."""
    starts = [line.start for line in dropped]
    cut = []
    for block in blocks:
        inside = dropped[
            bisect_left(starts, block.span.start) : bisect_left(starts, block.span.end)
        ]
        cuts = tuple(Span(line.start, line.end) for line in inside)
        cut.append(replace(block, cuts=cuts) if cuts else block)
    return tuple(cut)


def _wrapped(
    lines: Sequence[Line], tabled: Mapping[int, Table], heads: Mapping[int, int]
) -> Iterator[Block]:
    """Put paragraphs together again from their lines."""
    width = _width(lines)
    at = 0
    while at < len(lines):
        if at in tabled:
            yield tabled[at].block
            at = tabled[at].stop
            continue
        stop = at + 1
        level = heads.get(at) or _heading_level(lines[at].text, width)
        while (
            stop < len(lines)
            and stop not in tabled
            and (
                heads.get(stop) == GOES_ON
                or (stop not in heads and _runs_on(lines, stop, width, bool(level)))
            )
        ):
            stop += 1
        first, last = lines[at], lines[stop - 1]
        yield _block(first, last.end, level)
        at = stop


def _width(lines: Sequence[Line]) -> int:
    lengths = sorted(len(line.text) for line in lines) or [0]
    return lengths[int(len(lengths) * 0.9)]


def _runs_on(lines: Sequence[Line], at: int, width: int, heading: bool) -> bool:
    """Whether the line at ``at`` goes on with the paragraph of the line before it."""
    before, here = lines[at - 1], lines[at]
    ended = bool(SENTENCE_END.search(before.text))
    if LABEL.match(here.text) or BULLET.match(here.text):
        return False
    if heading:
        return here.blanks == 0 and _goes_on_as_heading(before.text, here.text, width)
    above = [len(line.text) for line in lines[max(0, at - 4) : at]]
    near = max(above)
    column = len(above) > 1 and min(above) > max(0.7 * near, 0.4 * width)  # narrow, not short
    if _heading_level(here.text, width):
        return False
    running = column and not ended and len(here.text) > 0.6 * near
    if _stands_alone(lines, at, width) and not running:
        return False
    if here.blanks:  # a page break may stand inside a sentence, an empty line may not
        goes_on = here.text[0].islower() or here.text[0] in _MIDST or here.text[0].isdigit()
        return not ended and goes_on and here.text[1:2] != ")"
    first_word = here.text.split(None, 1)[0]
    full = len(before.text) + 1 + len(first_word) > min(near, width) and (
        len(before.text) > 0.55 * width or column
    )
    if ended:
        return full
    if here.text[0].islower() or here.text[0] in "(–—&":
        return True
    return full or before.text[-1] in ",-–—/&" or last_word(before.text) in FUNCTION_WORDS


def _stands_alone(lines: Sequence[Line], at: int, width: int) -> bool:
    """Whether a line is a title or a row's label: short, open, and not gone on with."""
    here, after = lines[at], lines[at + 1] if at + 1 < len(lines) else None
    if len(here.text) > 0.5 * width or SENTENCE_END.search(here.text) or here.text[0].islower():
        return False
    if last_word(lines[at - 1].text) in FUNCTION_WORDS or lines[at - 1].text[-1] in ",-–":
        return False
    closed = last_word(here.text) not in FUNCTION_WORDS and here.text[-1] not in ",;:-–"
    return closed and (after is None or after.blanks > 0 or not after.text[0].islower())


def _goes_on_as_heading(before: str, here: str, width: int) -> bool:
    if before.isupper() and here.isupper():
        numbered = LABEL.match(before) is not None
        return not LABEL.match(here) and (numbered or len(before) > 0.6 * width)
    short = len(here) <= 40 and not SENTENCE_END.search(here)
    return short and (last_word(before) in FUNCTION_WORDS or here[0].islower())


def _block(first: Line, end: int, level: int) -> Block:
    label = LABEL.match(first.text) or BULLET.match(first.text)
    start = first.start + (label.end() if label else 0)
    name = label.group().strip() if label else ""
    kind = BlockKind.HEADING if level else BlockKind.ITEM if label else BlockKind.PARAGRAPH
    return Block(kind, Span(start, end), level, label=name)


def _heading_level(text: str, width: int) -> int:
    """1 or more where a line is a heading: all capitals, or a short line with a number."""
    label = LABEL.match(text)
    body = text[label.end() :] if label else text
    words = body.split()
    if len(text) > 110 or text[-1] in ",;:" or not words[0][0].isalpha():
        return 0
    if body.isupper() and max(map(len, words)) >= 5 and sum(map(str.isalpha, body)) > len(body) / 2:
        return 1
    number = re.match(r"\d{1,3}(?:\.\d{1,3}){0,2}\.?\s", text)
    short = len(text) <= 0.7 * width and len(words) <= 12 and text[-1] not in ".!?"
    if number and short and words[0][0].isupper():
        return max(2, number.group().strip(" .").count(".") + 1)
    return 0
