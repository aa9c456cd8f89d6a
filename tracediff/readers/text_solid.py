"""Lines that no blank line parts in, those that are headings and their levels out.

So reads what was copied from a page: a heading follows a line that ends a sentence, or another
heading, is worded as one, and a paragraph begins below it.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from typing import Final

from tracediff.lexicon.layout import FUNCTION_WORDS, LABEL, SENTENCE_END
from tracediff.readers.text_lines import Line, last_word
from tracediff.readers.text_titles import is_title

_LINES: Final = 20  # a shorter text says nothing of how it is set
_BLANK: Final = 0.05  # of its lines that stand below a blank one
_IN_A_ROW: Final = 4  # a chapter, its part, and what is above the paragraph; more are a list
_PART: Final = re.compile(r"(?:Section|Part|Chapter|Article|Annex) \w{1,4}\b[.:]?\s*")
_LEVELS: Final = {"part": 2, "label": 3, "": 4}
_CAPTION: Final = re.compile(r"(?:Table|Figure|Fig\.|Chart|Box|Exhibit|Map|Graph) \w{1,4}\b")
_FULL: Final = 0.85  # of the width, with the word that begins the next line: the heading goes on
GOES_ON: Final = 0  # instead of a level: the line goes on with the heading above it


def is_solid(lines: Sequence[Line]) -> bool:
    """Whether lines stand one below the other, without blank ones between paragraphs."""
    blank = sum(line.blanks > 0 for line in lines[1:])
    return len(lines) >= _LINES and blank <= _BLANK * len(lines)


def solid_titles(lines: Sequence[Line], tabled: Container[int], width: int) -> dict[int, int]:
    """The places of the lines that are headings, and how deep each is; of a solid text.

    ``width`` is that of its lines in characters.
    """
    found: dict[int, int] = {}
    run: list[int] = []
    for at, line in enumerate(lines):
        kind = None if at in tabled else _kind(line.text)
        if run and kind is None and _is_rest(lines[at - 1].text, line.text):
            kind = ""
        opens = at == 0 or bool(run) or SENTENCE_END.search(lines[at - 1].text) is not None
        if kind is not None and opens:
            run.append(at)
            continue
        if run and _is_headed(run, line, lines):
            found.update((place, _level(lines, place, run[0], width)) for place in run)
        run = []
    return found


def _is_rest(above: str, text: str) -> bool:
    """Whether a line in small letters ends the heading above it: "Other Goods of", "the North"."""
    return last_word(above) in FUNCTION_WORDS and is_title(text[0].upper() + text[1:])


def _level(lines: Sequence[Line], at: int, first: int, width: int) -> int:
    kind = _kind(lines[at].text) or ""
    if at > first and not kind:
        above, word = lines[at - 1].text, lines[at].text.split(None, 1)[0]
        if len(above) + 1 + len(word) >= _FULL * width or last_word(above) in FUNCTION_WORDS:
            return GOES_ON
    return _LEVELS[kind]


def _kind(text: str) -> str | None:
    """What sort of heading a line may be: of a part, with a letter or number, or bare."""
    if _CAPTION.match(text):
        return None
    if part := _PART.match(text):
        return "part" if is_title(text[part.end() :]) else None
    if label := LABEL.match(text):
        return "label" if is_title(text[label.end() :]) else None
    return "" if is_title(text) else None


def _is_headed(run: Sequence[int], below: Line, lines: Sequence[Line]) -> bool:
    """Whether a paragraph begins below a run of titles that are no list."""
    labels = sum(_kind(lines[place].text) == "label" for place in run)
    begins = below.text[0].isupper() or below.text[0] in "\"“‘'"
    return len(run) <= _IN_A_ROW and labels <= 1 and begins and LABEL.match(below.text) is None
