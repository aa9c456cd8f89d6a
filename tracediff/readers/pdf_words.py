"""A page of a PDF in, its words with their boxes and its ruled lines out.

All coordinates are points from the top left corner of the page as it is shown, y growing downward.
A box is the font's own box and not the ink's, so words on one line share their bottom.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from tracediff.readers.coverage import Reason
from tracediff.readers.pdf_forms import Value, form_values
from tracediff.settings import Reading

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage
from tracediff.readers.pdf_rules import Rule, drawn_rules
from tracediff.readers.pdf_turn import WORD, Turn, quarter_turns

_LINE = re.compile(r"[^\r\n]+")
_BREAK_HYPHENS = "\x02\ufffe"  # what PDFium gives for a hyphen that breaks a word at a line end
_BOLD = re.compile(r"bold|black|heavy|semibd|demi|-bd", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|-it\b|slanted", re.IGNORECASE)
_UPRIGHT = 0.96  # the cosine of 16 degrees; text set at more is a label in a margin or a watermark


ASKEW = Reason("text at an angle", "is a label in a margin or drawing, or a watermark")
NO_UNICODE = Reason("text without Unicode", "its font does not say which letters its signs are")
_OUTSIDE = Reason("text outside the page", "is not shown on it")
_BEYOND = Reason("rest of a crowded page", "is beyond reading.max_page_words")
# signs of no meaning outside their font: private use, lost letters, control characters
_CODES = "\ue000-\uf8ff\ufffd\x01\x03-\x08\x0e-\x1f"
_CODE = re.compile(f"[{_CODES}]")
_PRIVATE = re.compile("[\ue000-\uf8ff]")


class Word(NamedTuple):
    """A run of characters without white space; ``raised`` words are superscripts."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    bold: bool
    italic: bool
    raised: bool = False
    glued: bool = False  # follows the word before without a space

    @property
    def size(self) -> float:
        """The height of its font's box, about 1.15 times the size of the font."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Page:
    """What is drawn on a page, as far as it matters for reading it."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Rule, ...]
    crowded: bool = False  # it had more words than are read
    lost: tuple[tuple[Reason, str], ...] = ()  # what of its text is not read

    @property
    def askew(self) -> bool:
        """Whether it has words at another angle than most, which are left out."""
        return any(reason is ASKEW for reason, _ in self.lost)

    @property
    def coded(self) -> bool:
        """Whether it has signs of which the file does not say what they stand for."""
        return any(reason is NO_UNICODE for reason, _ in self.lost)


def read_page(page: PdfPage, number: int, settings: Reading) -> Page:
    """Read one page; ``number`` counts from 1."""
    import pypdfium2.raw as pdfium

    notes = pdfium.FPDFPage_GetAnnotCount(page) > 0
    textpage = page.get_textpage()
    try:
        text = _text(textpage)
        turn = Turn(page, quarter_turns(textpage, text))
        words: list[Word] = []
        lost: list[tuple[Reason, str]] = []
        if text.strip():
            words, lost = _words(textpage, text, turn, settings.max_page_words + 1)
        if notes:
            values, comments = form_values(page, turn.box)
            words, lost = _with_values(words, values), lost + comments
        rules = drawn_rules(page, turn, settings.max_page_shapes) if words else []
    finally:
        textpage.close()
    crowded = len(words) > settings.max_page_words
    return Page(number, turn.width, turn.height, tuple(words), tuple(rules), crowded, tuple(lost))


_BESIDE = 12.0  # points between a label and its field; a label with a colon may stand further off


def _with_values(words: Sequence[Word], values: Sequence[Value]) -> list[Word]:
    """The words of a page with those of its fields, each field's behind the label it belongs to."""
    filled = list(words)
    at = len(filled)  # where the next word of a value goes
    right = shift = 0.0
    line: Word | None = None
    for value in values:
        if value.first:
            line = _label(filled, value)
            near = line is not None and (
                value.x0 - line.x1 < _BESIDE or line.text.endswith((":", "$", "€", "£"))
            )
            at = filled.index(line) + 1 if line and near else len(filled)
            right = line.x1 + 0.3 * line.size if line and near else value.x0
            shift = right - value.x0
        top, bottom = (line.top, line.bottom) if line else (value.top, value.bottom)
        word = Word(value.text, value.x0 + shift, value.x1 + shift, top, bottom, False, False)
        filled.insert(at, word)
        at += 1
    return filled


def _label(words: Sequence[Word], value: Value) -> Word | None:
    """The last word to the left of a value on its line."""
    middle = (value.top + value.bottom) / 2
    left = [w for w in words if w.x0 < value.x0 and w.top < middle < w.bottom]
    return max(left, key=lambda w: w.x1, default=None)


def _text(textpage: PdfTextPage) -> str:
    """The characters of a page, one for each that PDFium counts."""
    import pypdfium2.raw as pdfium

    count = pdfium.FPDFText_CountChars(textpage)
    if count <= 0:
        return ""
    buffer = ctypes.create_string_buffer((count + 1) * 2)
    units = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
    got = pdfium.FPDFText_GetText(textpage, 0, count, units)
    text = buffer.raw[: max(0, got - 1) * 2].decode("utf-16-le", "replace")
    if len(text) == count:
        return text
    codes = (pdfium.FPDFText_GetUnicode(textpage, i) for i in range(count))
    return "".join(chr(c) if 0 < c < 0x110000 else "\ufffd" for c in codes)


class _Characters:
    """The boxes, the fonts and the angles of a page's characters."""

    def __init__(self, textpage: PdfTextPage, turn: Turn) -> None:
        import pypdfium2.raw as pdfium

        self._pdfium: Any = pdfium
        self._handle: Any = textpage.raw
        self._turn = turn
        self._rect = pdfium.FS_RECTF()
        self._at_rect = ctypes.byref(self._rect)
        self._name = ctypes.create_string_buffer(96)
        self._flags = ctypes.c_int()
        self._at_flags = ctypes.byref(self._flags)

    def box(self, index: int) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of a character."""
        rect = self._rect
        self._pdfium.FPDFText_GetLooseCharBox(self._handle, index, self._at_rect)
        return self._turn.box(rect.left, rect.bottom, rect.right, rect.top)

    def style(self, index: int) -> tuple[bool, bool]:
        """Whether a character is bold, and whether it is italic."""
        font = self._pdfium.FPDFText_GetFontInfo
        if not 0 < font(self._handle, index, self._name, 96, self._at_flags) <= 96:
            return False, False  # a longer name is not written
        face = self._name.value.decode("utf-8", "replace")
        return bool(_BOLD.search(face)), bool(_ITALIC.search(face) or self._flags.value & 64)

    def is_askew(self, index: int) -> bool:
        """Whether a character is not upright where most of the page is."""
        angle = self._pdfium.FPDFText_GetCharAngle(self._handle, index)
        return math.cos(angle + math.radians(self._turn.angle)) < _UPRIGHT


def _words(
    textpage: PdfTextPage, text: str, turn: Turn, limit: int
) -> tuple[list[Word], list[tuple[Reason, str]]]:
    """The words in the order in which they are drawn, at most ``limit``, and what is left out."""
    characters = _Characters(textpage, turn)
    lost: list[tuple[Reason, str]] = []
    found: list[Word] = []
    coded = _CODE.search(text) is not None
    for line in _LINE.finditer(text):
        spans = [m.span() for m in WORD.finditer(text, line.start(), line.end())]
        bullet = -1
        if coded:
            spans, gone, bullet = _readable(text, spans, line.span())
            if gone:
                lost.append((NO_UNICODE, gone))
        if not spans:
            continue
        if len(found) >= limit:
            lost.append((_BEYOND, text[line.start() :]))
            break
        drawn, left_out = _words_of_line(text, spans, bullet, characters)
        found += drawn
        lost += left_out
    found = _rejoined(found)
    shown = [word for word in found if _is_on_page(word, turn)]
    lost += [(_OUTSIDE, word.text) for word in found if not _is_on_page(word, turn)]
    lost += [(_BEYOND, w.text) for w in shown[limit:]]
    return shown[:limit], lost


def _words_of_line(
    text: str, spans: Sequence[tuple[int, int]], bullet: int, characters: _Characters
) -> tuple[list[Word], list[tuple[Reason, str]]]:
    """The words of a line; those that are askew or have no height are left out."""
    found: list[Word] = []
    lost: list[tuple[Reason, str]] = []
    box = characters.box
    first = characters.style(spans[0][0])
    last = characters.style(spans[-1][0]) if len(spans) > 1 else first
    for start, end in spans:
        look = first if first == last else characters.style(start)
        x0, high, x1, low = box(start)
        if end - start > 1:
            _, last_high, x1, last_low = box(end - 1)
            slack = 0.1 * (low - high)
            is_level = abs(last_high - high) < slack > abs(last_low - low)
            if not (is_level and 0 < x1 - x0 < 16 * slack * (end - start)):
                if characters.is_askew(start):
                    lost.append((ASKEW, text[start:end]))
                else:
                    found += _parts(text, start, end, box, look)
                continue
        if low > high:
            word = _BULLET if start == bullet else _clean(text[start:end])
            found.append(Word(word, x0, x1, high, low, *look))
        else:
            lost.append((_OUTSIDE, text[start:end]))
    return found, lost


def _rejoined(words: Sequence[Word]) -> list[Word]:
    """The words as they are drawn, those put together that touch: no space parts them.

    Where letters are set one by one, PDFium tells some of them apart that stand side by side.
    """
    joined: list[Word] = []
    for word in words:
        if joined and _touch(joined[-1], word):
            before = joined.pop()
            word = before._replace(text=before.text + word.text, x1=word.x1)
        joined.append(word)
    return joined


def _touch(one: Word, other: Word) -> bool:
    """Whether two words of one look stand side by side, and what is at the seam goes together: two
    letters, two digits, or a mark that is written without a space ("1,204", "(42)", "and/or")."""
    size = one.bottom - one.top
    if not -_OVERLAP * size < other.x0 - one.x1 < _SEAM * size:
        return False
    level = abs(one.top - other.top) + abs(one.bottom - other.bottom) < 0.02 * size
    look = (one.bold, one.italic) == (other.bold, other.italic)
    return level and look and _go_together(one.text[-1:], other.text[:1])


def _go_together(last: str, first: str) -> bool:
    """Whether two characters that touch may be of one word; a footnote's digit is of none."""
    if last.isalnum() and first.isalnum():
        return last.isalpha() == first.isalpha()
    return (last.isalnum() or last in _TIGHT) and (first.isalnum() or first in _TIGHT)


_TIGHT: Final = frozenset(".,:;/()[]%$€£&'’-–−")  # marks that touch what they belong to
_SEAM: Final = 0.02  # of the height of the type; a space is 0.15 or more of it
_OVERLAP: Final = 0.06  # by which a letter may reach under the next one


def _is_on_page(word: Word, turn: Turn) -> bool:
    """Whether a word lies on the page; what lies beside it is left over from its making."""
    on_page = word.x1 > 0 and word.x0 < turn.width and word.bottom > 0 and word.top < turn.height
    return on_page and math.isfinite(word.x1 - word.x0 + word.bottom - word.top)


_BULLET = "•"  # what a lone sign of a symbol font before a text is


def _readable(
    text: str, spans: Sequence[tuple[int, int]], line: tuple[int, int]
) -> tuple[list[tuple[int, int]], str, int]:
    """The words of a line that have letters, what is lost of it, and where a bullet stands.

    A word is lost where half of its signs or more have no meaning outside their font.
    """
    kept, gone, bullet = [], [], -1
    for at, (start, end) in enumerate(spans):
        codes = len(_CODE.findall(text, start, end))
        if codes and at == 0 and end - start == 1 < len(spans) and _PRIVATE.match(text, start):
            bullet = start
        elif 2 * codes >= end - start:
            gone.append(text[start:end])
            continue
        kept.append((start, end))
    if kept == [(bullet, bullet + 1)]:
        return [], "".join([text[bullet], *gone]), -1
    between = WORD.sub("", text[slice(*line)])
    gone += _CODE.findall(between)
    return kept, "".join(gone), bullet


def _parts(text: str, start: int, end: int, box: Any, look: tuple[bool, bool]) -> Iterator[Word]:
    """The parts of a run whose characters differ in height, or stand apart."""
    part = ""
    x0 = x1 = top = bottom = 0.0
    glued = False
    for index in range(start, end):
        left, high, right, low = box(index)
        size = max(low - high, bottom - top)
        if low <= high:
            part += text[index] if part else ""
            continue
        near = -0.5 * size < left - x1 < 0.3 * size and abs(low - bottom) < 0.6 * size
        same = near and abs(low - bottom) < 0.1 * size and abs(high - top) < 0.1 * size
        if part and not same:
            yield Word(_clean(part), x0, x1, top, bottom, *look, False, glued)
            part = ""
        if not part:
            x0, top, bottom, glued = left, high, low, near and index > start
        part += text[index]
        x1 = right
    if part:
        yield Word(_clean(part), x0, x1, top, bottom, *look, False, glued)


def _clean(text: str) -> str:
    if text.isascii() and "\x02" not in text:
        return text
    text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")  # pairs as one
    if text[-1] in _BREAK_HYPHENS:
        text = text[:-1] + "-"
    for mark in _BREAK_HYPHENS:
        text = text.replace(mark, "")
    return text
