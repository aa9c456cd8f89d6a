"""Lines of a plain text in, those that are headings by how they stand out.

A heading of plain text stands alone between blank lines, is short, ends in no full stop and has its
words of substance in capitals, or a line is drawn below it. Text follows it: a list of names, an
address or a signature is no heading.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from typing import Final

from tracediff.lexicon.calendar import MONTHS
from tracediff.lexicon.layout import BULLET, FUNCTION_WORDS, LABEL, SENTENCE_END
from tracediff.readers.text_lines import Line

_WORDS: Final = 12  # of a heading, at most
_CHARACTERS: Final = 80
_IN_A_ROW: Final = 2  # a chapter and its first part; more short lines are a list
_INDENT: Final = 8  # of a heading that is not set in the middle of the page
_OFF: Final = 4  # columns by which it may miss that middle
_LONG: Final = 0.5  # of the width; a line of running text has at least so much of it

_WORD: Final = re.compile(r"[^\W_][\w'’.&-]*")
_FIGURES: Final = 2  # numbers in a heading; more are a row
# an entry of an index or a list of people: "Orsk, A. B. (See Lume)", "Ada B. Orsk, Pilots"
_ENTRY: Final = re.compile(
    r"\(See\b|\b(?:[A-Z]|[A-Z][a-z]{1,2})\.\s?.*,|,.*\b(?:[A-Z]|[A-Z][a-z]{1,2})\."
)
_GAP: Final = re.compile(r"\s{4,}")
_QUOTES: Final = "\"“‘'"
_SMALL: Final = FUNCTION_WORDS | frozenset(
    "but nor so yet vs v up off out not is are be as".split()
)
_DATE: Final = re.compile(
    rf"(?:\w+day,? )?(?:\d{{1,2}} )?(?:{'|'.join(MONTHS)})\.?(?: \d{{1,2}},?)?(?: \d{{4}})?",
    re.IGNORECASE,
)


def titles(lines: Sequence[Line], tabled: Container[int], width: int) -> frozenset[int]:
    """The places of the lines that are headings; ``tabled`` are those that begin a table."""
    alone = [at for at in range(len(lines)) if at not in tabled and _stands_alone(lines, at)]
    found = {at for at in alone if is_title(lines[at].text) and _is_placed(lines[at], width)}
    short = {at for at in alone if len(lines[at].text) <= _LONG * width}
    run: list[int] = []
    kept: set[int] = set()
    for place in sorted(short | found):
        if run and place != run[-1] + 1:
            run = []
        run.append(place)
        follows = place + 1 < len(lines) and place + 1 not in short | found
        follows = follows and (place + 1 in tabled or not _GAP.search(lines[place + 1].text))
        heads = [at for at in run if at in found]
        if follows and run == heads and len(run) <= _IN_A_ROW:
            kept.update(run)
    underlined = {place for place in range(len(lines) - 1) if _is_underlined(lines, place)}
    return frozenset(kept | underlined)


def is_title(text: str) -> bool:
    """Whether a line is worded as a heading: short, open, its words of substance in capitals.

    >>> is_title("Harbours and Their Dues"), is_title("The harbours and their dues")
    (True, False)
    """
    words = _WORD.findall(text)
    if (
        not 0 < len(words) <= _WORDS
        or len(text) > _CHARACTERS
        or not text.lstrip(_QUOTES)[:1].isupper()
    ):
        return False
    if text[-1] in ".,;:!" or re.search(r"\t|\s\s|[|=@]|\.{3}", text) or _DATE.fullmatch(text):
        return False
    if text[-1] in "-–—" or text.count("(") != text.count(")") or _ENTRY.search(text):
        return False
    if sum(word[0].isdigit() for word in words) > _FIGURES:
        return False
    if LABEL.match(text) or BULLET.match(text) or text.isupper():
        return False  # all in capitals is told by other means
    telling = [word for word in words if word.casefold() not in _SMALL]
    named = [word for word in telling if word[0].isupper() and len(word) > 2]
    return bool(named) and all(word[0].isupper() or word[0].isdigit() for word in telling)


def _stands_alone(lines: Sequence[Line], at: int) -> bool:
    before = at == 0 or lines[at].blanks > 0
    return before and at + 1 < len(lines) and lines[at + 1].blanks > 0


def _is_placed(line: Line, width: int) -> bool:
    """Whether a line begins where text does, or is set in the middle."""
    middle = line.indent + len(line.text) / 2
    return line.indent <= _INDENT or abs(middle - width / 2) <= _OFF


def _is_underlined(lines: Sequence[Line], at: int) -> bool:
    """Whether one line is drawn below another that is alone, from its begin to its end."""
    line, below = lines[at], lines[at + 1]
    if len(below.rule) != 1 or (at and not line.blanks) or SENTENCE_END.search(line.text):
        return False
    (left, right), words = below.rule[0], len(line.text.split())
    same = abs(left - line.indent) <= 1 and abs(right - line.column(len(line.text))) <= _OFF
    return same and words <= _WORDS and line.text[0].isalnum() and line.text[-1] not in ",;"
