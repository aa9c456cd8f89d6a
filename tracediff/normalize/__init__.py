"""Blocks in, passages out: typesetting is undone, and every character keeps its place.

Line breaks and runs of white space become one space, words broken at a line's end are joined,
ligatures are spelled out, full-width characters narrowed, invisible characters and citation marks
left out. The source itself is never changed: a passage knows for each position where in the source
it stands.
"""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

from tracediff.lexicon.hyphens import ALWAYS_FIRST, NEVER_FIRST, OFTEN_FIRST, SECOND
from tracediff.model import Block, BlockKind, Cell, Passage, Source, Span
from tracediff.normalize.citations import citation_pattern
from tracediff.normalize.numbering import without_numbers
from tracediff.settings import Reading

LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}

# what cannot be seen: soft hyphen, zero-width marks, direction marks, control characters
_UNSEEN = (
    "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
)

# full-width forms of the printable ASCII characters, so far behind them
_WIDE, _WIDER = "\uff01-\uff5e", 0xFEE0

# accents as typesetters print them, in front of their letter: "Herv´e"
_ACCENTS = {"´": "\u0301", "`": "\u0300", "¨": "\u0308", "ˆ": "\u0302", "˜": "\u0303"}

_MEND = re.compile(
    rf"""
      (?P<hyphen>(?<=[^\W\d_])[-\u2010][ \t]*(?:\r?\n[ \t]*){{1,9}}(?=[^\W\d_]))
    | (?P<gap>(?<=[^\W\d_])[-\u2010][ \t]{{1,3}}(?=[a-z]))
    | (?P<space>[\s\u00a0]{{2,}}|[^\S\ ]|\u00a0)
    | (?P<ligature>[{"".join(LIGATURES)}])
    | (?P<wide>[{_WIDE}])
    | (?P<unseen>[{_UNSEEN}]+)
    | (?P<marked>[^\W\d_][\u0300-\u036f]{{1,8}})
    | (?P<accent>(?<=[^\W\d_])(?:[´`¨ˆ][aeiouyAEIOUY]|˜[anoANO]))
    """,
    re.VERBOSE,
)
# one of these stands wherever anything is to be mended; most paragraphs hold none of them
_WHITE = "".join(c for c in map(chr, range(0x3001)) if c.isspace() and c != " ")
_SUSPECT = re.compile(rf"[{_WHITE}\u0300-\u036f{''.join(LIGATURES)}{_UNSEEN}{_WIDE}´¨ˆ˜`]")
_SUSPECTS = ("  ", "- ", "\u2010 ")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# a word that a line's end breaks: its halves are no words of the document
_BROKEN = re.compile(r"[^\W\d_]+[-\u2010]\s{1,20}[^\W\d_]+")

# "short- and long-term": the hyphen stands for a word that comes later
_SUSPENDED = frozenset({"and", "or", "to", "nor", "but"})


# Markdown writes characters as entities, and boxes that are ticked as brackets at a block's start
_WRITTEN = re.compile(
    r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});"
    r"|<br\s{0,3}/?>|(?<!\S)\[[ xX]\](?=\s)"
)


@dataclass(frozen=True, slots=True)
class _Ways:
    """How the blocks of one source are mended: by its spelling, its citations and its format."""

    vocabulary: _Vocabulary
    citation: re.Pattern[str] | None
    written: re.Pattern[str] | None


def normalize(source: Source, settings: Reading | None = None) -> tuple[Passage, ...]:
    """Mend every block of a source; blocks that hold no text are left out."""
    del settings  # no bound beyond those in the patterns is needed
    ways = _Ways(
        _Vocabulary(source.text),
        citation_pattern(source.text),
        _WRITTEN if source.format == "markdown" else None,
    )
    return tuple(
        passage
        for block in without_numbers(source.text, source.blocks)
        if (passage := _passage(source.text, block, ways)).text or block.kind is BlockKind.TABLE
    )


class _Vocabulary:
    """Which spelling of a broken word the document itself uses; counted when first asked."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._words: frozenset[str] | None = None

    def __contains__(self, word: str) -> bool:
        if self._words is None:
            whole = _BROKEN.sub(" ", self._text)
            self._words = frozenset(w.casefold() for w in _WORD.findall(whole))
        return word.casefold() in self._words


def _passage(text: str, block: Block, ways: _Ways) -> Passage:
    if block.kind is BlockKind.TABLE:
        rows = tuple(tuple(_cell(cell) for cell in row) for row in block.rows)
        caption = _cell(block.caption) if block.caption else None
        return Passage(replace(block, rows=rows, caption=caption), "", ())
    out: list[str] = []
    shifts: list[tuple[int, int]] = []
    length = 0
    for start, put, end in _pieces(text, block, ways):
        piece = text[start:end] if put is None else put
        if piece[:1] == " " and (not length or out[-1][-1] == " "):
            start, piece = start + 1, piece[1:]
        if piece:
            if not shifts or shifts[-1][1] + (length - shifts[-1][0]) != start:
                shifts.append((length, start))
            if put and len(piece) > 1:  # both letters of a ligature stand at the same place
                shifts += ((length + i, start) for i in range(1, len(piece)))
            out.append(piece)
            length += len(piece)
    joined = "".join(out)
    stripped = joined.rstrip()
    return Passage(block, stripped, tuple(shifts))


def _cell(cell: Cell) -> Cell:
    """A cell without invisible characters, its ligatures spelled out; most hold neither."""
    if not _SUSPECT.search(cell.text):
        return cell
    text = _MEND.sub(_in_cell, cell.text)
    return replace(cell, text=" ".join(text.split()))


def _in_cell(match: re.Match[str]) -> str:
    """What stands in a cell for what a reader does not see; a hyphen stays, as a cell is short."""
    if match.lastgroup in ("hyphen", "gap"):
        return match.group()
    return _mend(match, match.string, _Vocabulary(""))


def _pieces(text: str, block: Block, ways: _Ways) -> Iterator[tuple[int, str | None, int]]:
    """Stretches of the source in order: as they stand (none), or with what to put instead.

    What is mended may reach over a cut: a word that a page's foot and the next page's head part.
    """
    spans = list(_between_cuts(block))
    if len(spans) == 1:
        yield from _mended(text, spans[0], ways)
        return
    flat = "".join(text[start:end] for start, end in spans)
    starts = [0, *accumulate(end - start for start, end in spans)]
    for start, put, end in _mended(flat, Span(0, len(flat)), ways):
        first = bisect_right(starts, start) - 1
        while start < end:
            stop = min(end, starts[first + 1])
            shift = spans[first].start - starts[first]
            yield start + shift, put, stop + shift
            put = put and ""  # said once
            start, first = stop, first + 1


def _mended(text: str, span: Span, ways: _Ways) -> Iterator[tuple[int, str | None, int]]:
    """The same for one stretch."""
    at = span.start
    for start, end, put in _mends(text, span, ways):
        if end <= at:
            continue
        if start > at:
            yield at, None, start
        yield max(start, at), put, end
        at = end
    if at < span.end:
        yield at, None, span.end


def _between_cuts(block: Block) -> Iterator[Span]:
    at = block.span.start
    for cut in block.cuts:
        if cut.start > at:
            yield Span(at, cut.start)
        at = max(at, cut.end)
    if at < block.span.end:
        yield Span(at, block.span.end)


def _mends(text: str, span: Span, ways: _Ways) -> Iterator[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    if _SUSPECT.search(text, *span) or any(text.find(s, *span) >= 0 for s in _SUSPECTS):
        mends = _MEND.finditer(text, *span)
        found = [(m.start(), m.end(), _mend(m, text, ways.vocabulary)) for m in mends]
    if ways.citation is not None:
        found += [(m.start(), m.end(), "") for m in ways.citation.finditer(text, *span)]
    if ways.written is not None:
        found += [
            (m.start(), m.end(), _said(m.group()))
            for m in ways.written.finditer(text, *span)
            if m.group()[0] != "[" or m.start() == span.start
        ]
    if ways.citation is not None or ways.written is not None:
        found.sort(key=lambda mend: (mend[0], -mend[1]))  # a mark goes with the space before it
    return iter(found)


def _said(written: str) -> str:
    """The character that an entity, a line break or a box stands for."""
    if written[0] == "<":
        return " "
    if written[0] == "[":
        return "☐" if written[1] == " " else "☑"
    said = html.unescape(written)
    return " " if said.isspace() else said


def _mend(match: re.Match[str], text: str, vocabulary: _Vocabulary) -> str:
    match match.lastgroup:
        case "space":
            return " "
        case "ligature":
            return LIGATURES[match.group()]
        case "wide":
            return chr(ord(match.group()) - _WIDER)
        case "unseen":
            return ""
        case "marked":
            return unicodedata.normalize("NFC", match.group())
        case "accent":
            return unicodedata.normalize("NFC", match[0][1] + _ACCENTS[match[0][0]])
        case _:
            return _join(match, text, vocabulary)


def _join(match: re.Match[str], text: str, vocabulary: _Vocabulary) -> str:
    """What stands for a hyphen at a line's end, or one with a space behind it.

    The document's own spelling elsewhere decides; of a word that it has in neither spelling, what
    its parts are.
    """
    left = _WORD.findall(text, max(0, match.start() - 40), match.start())[-1]
    right = re.split(r"[\W\d_]", text[match.end() : match.end() + 40], maxsplit=1)[0]
    if right in _SUSPENDED:
        return "- "
    whole = left.rsplit("-", 1)[-1] + right
    if f"{left}-{right}" in vocabulary:
        return "-"
    if whole in vocabulary:
        return ""
    return "-" if _is_compound(left, right, vocabulary) else ""


def _is_compound(left: str, right: str, vocabulary: _Vocabulary) -> bool:
    """Whether two halves that a line's end parts are words of their own, by what they are."""
    first, second = left.casefold(), right.casefold()
    if "-" in left or first in ALWAYS_FIRST or (right[0].isupper() and not left.isupper()):
        return True
    if first in NEVER_FIRST:
        return False
    if second in SECOND:
        return first in OFTEN_FIRST or first in vocabulary
    return first in OFTEN_FIRST and len(second) >= _WHOLE and second in vocabulary


_WHOLE = 4  # letters of a second half that is a word of its own; "age" and "ring" end others
