"""Layout: styled words wrapped into lines, and tables, for a terminal of a given width.

Nothing here looks at the real terminal: width and colour come with the options, so that the same
report gives the same text everywhere. This is small enough to be our own: importing a library for
it would take longer than laying out a whole report.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

from tracediff.render.options import Options

Piece = tuple[str, str]  # words and their style: "", or names out of _CODES with blanks between
Cell = str | Sequence[Piece]

_CODES: Final = {
    "bold": "1", "dim": "2", "underline": "4", "strike": "9",
    "red": "31", "green": "32", "yellow": "33", "cyan": "36",
}  # fmt: skip
_NARROWEST: Final = 40
_WIDEST: Final = 200
_GAP: Final = 2  # columns between the columns of a table
_ATOMS: Final = re.compile(r" +|[^ ]+")


def room(options: Options) -> int:
    """The columns there are, within what is readable."""
    return max(_NARROWEST, min(options.width, _WIDEST))


def block(
    options: Options, pieces: Sequence[Piece], indent: int = 0, hang: int | None = None
) -> Iterator[str]:
    """Words as lines; lines after the first begin at ``hang``, or where the first does."""
    after = indent if hang is None else hang
    for at, words in enumerate(_wrapped(pieces, room(options) - indent, room(options) - after)):
        yield " " * (after if at else indent) + painted(words, options.colour)


def table(
    options: Options,
    heads: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    right: Collection[int] = (),
) -> Iterator[str]:
    """A table with a rule below its heads; the first column gives way where room is short."""
    cells = [[_pieces(cell) for cell in row] for row in rows]
    widths = _widths([[_pieces(head) for head in heads], *cells], room(options))
    yield from _row(options, [[(head, "dim")] for head in heads], widths, right)
    yield " " + "─" * (sum(widths) + _GAP * (len(widths) - 1))
    for row in cells:
        yield from _row(options, row, widths, right)


def painted(pieces: Iterable[Piece], colour: bool) -> str:
    """Words with their styles as escape sequences, or bare where there is no colour."""
    if not colour:
        return "".join(text for text, _ in pieces)
    return "".join(
        f"\x1b[{';'.join(_CODES[name] for name in style.split())}m{text}\x1b[0m" if style else text
        for text, style in pieces
    )


def columns(text: str) -> int:
    """How many columns a text takes: two for a wide character, none for a combining mark.

    >>> columns("abc"), columns("日本"), columns("e\u0301")
    (3, 4, 1)
    """
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    return len(text) + wide - sum(unicodedata.combining(char) > 0 for char in text)


def _wrapped(pieces: Sequence[Piece], first: int, rest: int) -> Iterator[list[Piece]]:
    """Fill lines with words; blanks at the end of a line go, and too long a word is cut."""
    line: list[Piece] = []
    used, width = 0, first
    for word in _words(pieces, min(first, rest)):
        long = sum(columns(text) for text, _ in word)
        if word[0][0][0] == " ":
            if line and used + long < width:
                line += word
                used += long
            elif line:
                used = width
            continue
        if line and used + long > width:
            yield _trimmed(line)
            line, used, width = [], 0, rest
        line += word
        used += long
    yield _trimmed(line)


def _words(pieces: Iterable[Piece], width: int) -> Iterator[list[Piece]]:
    """Blanks and words by turns; a word may be made of several styles."""
    word: list[Piece] = []
    for text, style in pieces:
        for atom in _ATOMS.findall(text):
            if atom[0] == " ":
                if word:
                    yield from _cut(word, width)
                yield [(atom, "")]
                word = []
            else:
                word.append((atom, style))
    if word:
        yield from _cut(word, width)


def _cut(word: list[Piece], width: int) -> Iterator[list[Piece]]:
    """A word in parts that fit on a line."""
    if sum(columns(text) for text, _ in word) <= width:
        yield word
        return
    part: list[Piece] = []
    used = 0
    for text, style in word:
        for char in text:
            if used + columns(char) > width:
                yield part
                part, used = [], 0
            part.append((char, style))
            used += columns(char)
    yield part


def _trimmed(line: list[Piece]) -> list[Piece]:
    while line and not line[-1][0].strip():
        line.pop()
    return line


def _widths(rows: Sequence[Sequence[Sequence[Piece]]], width: int) -> list[int]:
    """Each column as wide as its widest cell; then the widest gives way until all fit."""
    widths = [max(map(_long, column)) for column in zip(*rows, strict=True)]
    spare = width - 2 - _GAP * (len(widths) - 1)
    while sum(widths) > spare and max(widths) > 1:
        over = sum(widths) - spare
        most = max(range(len(widths)), key=lambda at: widths[at] - (0 if at else 12))
        second = max((w for at, w in enumerate(widths) if at != most), default=0)
        widths[most] -= max(1, min(over, widths[most] - max(second, 12)))
    return widths


def _row(
    options: Options, row: Sequence[Sequence[Piece]], widths: Sequence[int], right: Collection[int]
) -> Iterator[str]:
    wrapped = [list(_wrapped(cell, w, w)) for cell, w in zip(row, widths, strict=True)]
    for at in range(max(map(len, wrapped))):
        cells = []
        for number, (lines, width) in enumerate(zip(wrapped, widths, strict=True)):
            words = lines[at] if at < len(lines) else []
            blank = " " * (width - _long(words))
            text = painted(words, options.colour)
            cells.append(f"{blank}{text}" if number in right else f"{text}{blank}")
        yield (" " + (" " * _GAP).join(cells)).rstrip()


def _pieces(cell: Cell) -> Sequence[Piece]:
    return [(cell, "")] if isinstance(cell, str) else cell


def _long(pieces: Iterable[Piece]) -> int:
    return sum(columns(text) for text, _ in pieces)
