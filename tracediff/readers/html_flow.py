"""An element of a page in, its pieces in the order of the page out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tracediff.lexicon.layout import BULLET, LABEL, NOTE_LETTERS
from tracediff.model import BlockKind, Span
from tracediff.readers.compose import Piece
from tracediff.readers.html_lines import is_preformatted, is_set_in_lines, pieces_of_lines
from tracediff.readers.html_main import BLOCKS
from tracediff.readers.html_rows import Rows
from tracediff.readers.html_tables import is_data_table, table_piece
from tracediff.readers.pictures import states_a_figure
from tracediff.settings import Reading

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACE = re.compile(r"[ \t\r\n\f]+")
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_HEADING = 400  # characters that a heading has at most
_NOTES = re.compile(r"(?:^|[\s_-])(?:footnotes?|endnotes?|notes?)(?:$|[\s_-])", re.IGNORECASE)
_MARK = re.compile(r"\[?[\d,;\s–*†‡§↩↑-]{1,12}\]?|\[?[a-z]\]")
# what a raised letter is a note to: a number, a word of some length, a mark
_NOTED = re.compile(r"(?:\d|[^\W\d_]{3}|[%)\].,;:”])\s?\Z")
# an exponent, and what it stands behind: a unit of length, or the base of a power
_EXPONENT = re.compile(r"[-−–]?\d{1,2}")
_RAISED = re.compile(r"(?:(?<![\w.,])10|(?<![^\W\d])(?:[kcdm]?m|ft|mi|yd|in))\Z")
_SUPERSCRIPTS = str.maketrans("0123456789-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁻")


def pieces_of(
    main: _Element,
    dropped: frozenset[_Element],
    name: str,
    settings: Reading,
    pictures: set[_Element] | None = None,
) -> Iterator[Piece]:
    """The headings, paragraphs, items, tables and notes of an element.

    The pictures whose descriptions are among them are added to ``pictures``; without it there are
    none.
    """
    flow = _Flow()
    todo: list[tuple[_Element, bool]] = [(main, False)]
    cells = [settings.max_cells]
    rows = Rows(dropped)
    while todo:
        element, done = todo.pop()
        tag = element.tag
        if not isinstance(tag, str) or element in dropped:
            yield from flow.text(element.tail or "")
            continue
        if done:
            yield from flow.close(element)
            if element is not main:
                yield from flow.text(element.tail or "")
            continue
        if tag == "table" and is_data_table(element):
            yield from flow.flush()
            yield table_piece(element, dropped, name, cells)
            yield from flow.text(element.tail or "")
            continue
        if found := rows.piece(element):
            piece, last = found
            yield from flow.flush()
            yield piece
            while element is not last:
                element, _ = todo.pop()
            yield from flow.text(element.tail or "")
            continue
        if pictures is not None and tag == "img" and _is_described(element):
            pictures.add(element)
            flow.pictures.append(element)
        yield from flow.open(element)
        yield from flow.text(element.text or "")
        todo.append((element, True))
        todo.extend((child, False) for child in reversed(element))
    yield from flow.flush()


def _is_described(picture: _Element) -> bool:
    """Whether the description of a picture states a figure that its caption does not."""
    words = picture.get("alt", "")
    captions = (e for a in picture.iterancestors("figure") for e in a.iter("figcaption"))
    said = (" ".join("".join(map(str, one.itertext())).split()) for one in captions)
    return states_a_figure(words) and " ".join(words.split()) not in said


class _Flow:
    """The run of text that is being collected, and the elements around it."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.cuts: list[Span] = []
        self.marks: list[tuple[int, int]] = []
        self.line = 0
        self.blocks: list[_Element] = []
        self.lists = 0
        self.notes = 0
        self.raised: list[tuple[int, int]] = []  # where superscripts begin: part and offset
        self.preformatted = 0
        self.labelled: _Element | None = None  # the list item whose first run is given
        self.items: dict[_Element, bool] = {}  # whether a list item is one, as far as asked
        self.headed: _Element | None = None  # the heading whose first run is given
        self.pictures: list[_Element] = []  # whose descriptions follow the run

    def open(self, element: _Element) -> Iterator[Piece]:
        """Go into an element."""
        tag = element.tag
        self.line = max(self.line, element.sourceline or 0)
        if tag == "br":
            self._break()
        if tag in BLOCKS:
            yield from self.flush()
            self.blocks.append(element)
            self.lists += tag in ("ul", "ol", "dl")
            self.preformatted += tag == "pre"
            names = f"{element.get('class', '')} {element.get('id', '')}"[:400]
            self.notes += bool(_NOTES.search(names)) or element.get("role") == "doc-endnotes"
        if tag == "sup":
            self.raised.append((len(self.parts), self.length))

    def close(self, element: _Element) -> Iterator[Piece]:
        """Come out of an element."""
        tag = element.tag
        if tag == "sup" and self.raised:
            self._raise(*self.raised.pop())
        if tag in BLOCKS:
            yield from self.flush()
            self.blocks.pop()
            self.lists -= tag in ("ul", "ol", "dl")
            self.preformatted -= tag == "pre"
            names = f"{element.get('class', '')} {element.get('id', '')}"[:400]
            self.notes -= bool(_NOTES.search(names)) or element.get("role") == "doc-endnotes"

    def text(self, text: str) -> Iterator[Piece]:
        """Add text; two line breaks end the run."""
        if not text:
            return
        start = self.line
        self.line += text.count("\n")
        if not self.preformatted and not self.parts and is_set_in_lines(text):
            yield from pieces_of_lines(text, start)
            return
        text = _SPACE.sub(" ", text) if not self.preformatted else text.replace("\r", "")
        if not self.parts or self.parts[-1].endswith((" ", "\n")):
            text = text.lstrip(" ")
        if text:
            if not self.marks or self.marks[-1][1] != start:
                self.marks.append((self.length, start))
            self.parts.append(text)
            self.length += len(text)
        if len(self.parts) > 1 and self.parts[-2:-1] == ["\n\n"]:
            last = self.parts.pop()
            self.length -= len(last)
            yield from self.flush()
            self.marks.append((0, start))
            self.parts.append(last)
            self.length = len(last)

    def _break(self) -> None:
        if self.parts and self.parts[-1].strip(" ") == "\n":
            self.length += 2 - len(self.parts[-1])
            self.parts[-1] = "\n\n"
        elif self.parts:
            self.parts.append("\n")
            self.length += 1

    def _raise(self, part: int, start: int) -> None:
        """Cut a superscript that is the mark of a note; write an exponent as one."""
        text = "".join(self.parts[part : part + 20])
        before = "".join(self.parts[max(0, part - 3) : part])
        if not text.strip() or not self._leads_to_a_note(text.strip(), before[-20:]):
            return
        if _EXPONENT.fullmatch(text) and _RAISED.search(before[-20:]):
            self.parts[part:] = [text.translate(_SUPERSCRIPTS)]
        else:
            self.cuts.append(Span(start, self.length))

    @staticmethod
    def _leads_to_a_note(raised: str, before: str) -> bool:
        """Whether what is raised is the mark of a note or a power, not an ending ("2nd", "Mme")."""
        if _MARK.fullmatch(raised):
            return True
        lettered = NOTE_LETTERS.fullmatch(raised) and _NOTED.search(before)
        return bool(lettered) and not _RAISED.search(before)

    def flush(self) -> Iterator[Piece]:
        """The piece that the run makes, if it has any text, and those of the pictures in it."""
        yield from self._run()
        for picture in self.pictures:
            words = " ".join(picture.get("alt", "").split())
            yield Piece(BlockKind.NOTE, words, picture.sourceline or self.line)
        self.pictures = []

    def _run(self) -> Iterator[Piece]:
        text = "".join(self.parts).rstrip()
        parts, cuts, marks = self.parts, self.cuts, self.marks
        self.parts, self.cuts, self.marks, self.length, self.raised = [], [], [], 0, []
        if not parts or not text.strip():
            return
        lead = len(text) - len(text.lstrip())
        text = text[lead:]
        first = marks[0][1] if marks else self.line
        if self.preformatted and "\n" in text and self._is_set():
            yield from pieces_of_lines(text, first)
            return
        yield self._piece(
            text,
            first,
            tuple(
                Span(max(0, a - lead), min(b - lead, len(text)))
                for a, b in cuts
                if lead < b and a - lead < len(text)
            ),
            tuple((max(0, at - lead), line) for at, line in marks[1:] if at - lead < len(text)),
        )

    def _piece(
        self, text: str, line: int, cuts: tuple[Span, ...], marks: tuple[tuple[int, int], ...]
    ) -> Piece:
        tags = {element.tag: element for element in self.blocks}
        heading = next((tags[tag] for tag in tags if tag in _HEADINGS), None)
        opener = BULLET.match(text) or LABEL.match(text)
        label = opener.group() if opener else ""
        if heading is not None and heading is not self.headed and len(text) <= _HEADING:
            self.headed = heading  # what follows its first run was swallowed by it
            level = _HEADINGS[str(heading.tag)]
            return Piece(BlockKind.HEADING, text, line, cuts, marks, level, label)
        if self.notes or "figcaption" in tags:
            text = text.rstrip("↑↩\ufe0e ")  # the way back to the mark
            return Piece(BlockKind.NOTE, text, line, cuts, marks)
        items = [e for e in self.blocks if e.tag in ("li", "dd", "dt") and self._is_item(e)]
        if items and items[-1].tag == "dt" and self.lists:
            return Piece(BlockKind.PARAGRAPH, text, line, cuts, marks)  # the term, not its value
        if items and self.lists:
            label = label if items[-1] is not self.labelled else ""
            self.labelled = items[-1]
            return Piece(BlockKind.ITEM, text, line, cuts, marks, len(items), label)
        kind = BlockKind.ITEM if label else BlockKind.PARAGRAPH
        return Piece(kind, text, line, cuts, marks, int(bool(label)), label)

    def _is_set(self) -> bool:
        """Whether the preformatted text around the run is no program."""
        return is_preformatted(next(element for element in self.blocks if element.tag == "pre"))

    def _is_item(self, element: _Element) -> bool:
        """Whether it is an item, not a part of the page that holds headings of its own."""
        if element not in self.items:
            inner = next(element.iter(*_HEADINGS, "article", "section"), None)
            self.items[element] = inner is None
        return self.items[element]
