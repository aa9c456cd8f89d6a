"""Citation marks such as "(9,11)" or "[4]": which of them a document uses, told from the document.

A bracketed number is a citation only in a document that puts such marks behind its sentences again
and again; elsewhere "(885)" is a figure and stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_SPACE = r"[ \t\r\n\u00a0\u202f]{0,3}"  # what keeps a mark on the line of its sentence, too
_LIST = r"\d{1,3}(?:\s{0,2}[,;–-]\s{0,2}\d{1,3}){0,40}"
_MARK = re.compile(rf"([(\[])({_LIST})[)\]]")
_SENTENCE_END = re.compile(rf"[a-z][.!?;”\"]{_SPACE}\Z")  # before a mark, at most five characters
# a raised number behind a word is a note, behind "m" or "km" it is a square or a cube, behind "10"
# a power; looking back from its first digit is quicker than looking ahead from everywhere
_RAISED = "[\u00b9\u00b2\u00b3\u2070\u2074-\u2079\u1d43\u1d47\u1d9c]"  # the last are raised a, b, c
_SUPERSCRIPT = re.compile(
    rf"{_RAISED}(?<=[\w.,;:!?”\"’)].)(?<!\bm.)(?<!\b[kcdm]m.)(?<!\b10[^\u00b9]){_RAISED}{{0,5}}"
)
# a note's number that lost its height: "in winter.4 Their"; behind "para." it is a pointer's
_POINTERS = "".join(
    rf"(?<!\b{word}\.)" for word in "fig figs sec art arts vol chap para paras".split()
)
_BEFORE_SUNK = "|".join(
    rf"(?<={behind}[.!?])" for behind in ("[a-z]{3}", "[A-Z]{3}", "[A-Z]{2}s", '[)\\]”"’%]')
)
_SUNK = re.compile(
    rf"(?=\d)(?:{_BEFORE_SUNK}|(?<=[a-z][.!?][)”\"’])){_POINTERS}"
    r"\d{1,3}(?:,\d{1,3}){0,5}(?=\s+[“\"(]?[A-Z]|\s*\Z)"
)

# or that lost its place as well: "the softening of prices 2 . However, some"
_SET_APART = re.compile(r"(?<=[a-z]{3})\s(\d{1,3})(?=\s[.,;](?:\s|\Z))")
# without these there is none of either, which is told sooner than by looking everywhere
_BEHIND_END = re.compile(r"[.!?)\]”\"’%]\d")
_BEFORE_MARK = re.compile(r"\d\s[.,;]")
_IN_ORDER = 3  # so many of them, each a little higher than the one before
_STEP = 4  # by how much at most, where some marks between stand otherwise

_ENOUGH = 5  # so many sentences end in such a mark: it is a habit, not a figure


def citation_pattern(text: str) -> re.Pattern[str] | None:
    """The marks that this document uses as citations, as a pattern, or none."""
    patterns = []
    found = [
        mark.groups()
        for mark in _MARK.finditer(text)
        if _SENTENCE_END.search(text, max(0, mark.start() - 5), mark.start())
    ]
    for opening, closing in ("()", "[]"):
        marks = [mark for bracket, mark in found if bracket == opening]
        if len(marks) >= _ENOUGH:
            highest = max(int(n) for mark in marks for n in re.findall(r"\d+", mark))
            patterns.append(_marks(opening, closing, highest))
    if _SUPERSCRIPT.search(text):
        patterns.append(_SUPERSCRIPT.pattern)
    if _BEHIND_END.search(text) and _SUNK.search(text):
        patterns.append(_SUNK.pattern)
    apart = _SET_APART.findall(text) if _BEFORE_MARK.search(text) else []
    if _are_in_order([int(n) for n in apart]):
        patterns.append(_SET_APART.pattern)
    return re.compile("|".join(patterns)) if patterns else None


def _are_in_order(numbers: Sequence[int]) -> bool:
    """Whether numbers rise from one of the first on, as the marks of notes do."""
    steps = [after - before for before, after in pairwise([0, *numbers])]
    return len(numbers) >= _IN_ORDER and all(0 < step <= _STEP for step in steps)


def _marks(opening: str, closing: str, highest: int) -> str:
    """A bracketed list of numbers, none longer than the highest that is cited.

    "(927,591)" in a document with 85 sources is a figure: its groups have three digits. In one with
    more, "4.2 (356,867)" is one all the same, for it stands behind another figure.
    """
    digits = rf"\d{{1,{len(str(highest))}}}"
    numbers = rf"{digits}(?:\s{{0,2}}[,;–-]\s{{0,2}}{digits}){{0,40}}"
    figure = rf"(?:(?<=\d.)|(?<=\d\s.))\d{{1,3}}(?:,\d{{3}})+\{closing}"
    return rf"{_SPACE}\{opening}(?!{figure}){numbers}\{closing}"
