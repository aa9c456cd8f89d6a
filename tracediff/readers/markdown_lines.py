"""The lines of a Markdown file in, the same lines for a CommonMark parser out.

CommonMark knows no admonitions, tabs or containers: ``!!! note``, ``=== "Tab"``, ``:::``. What
marks them is blanked and what is set in under them is set out again, so that their text is read as
any other. The number of lines stays the same, so that the parser's line numbers hold in the file.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tracediff.model import Span

_SET_IN = re.compile(
    r"""(?P<indent>[ ]*)(?:
        (?:!!!|\?\?\?\+?)[ ]+[\w-]+(?:[ ]+[\w-]+)*(?:[ ]+"(?P<title>[^"]*)")?
      | ===[!+]?[ ]+["“](?P<tab>[^"”]*)["”]
    )[ \t]*\Z""",
    re.VERBOSE,
)
_FOOTNOTE = re.compile(r"(?P<indent>[ ]{0,3})\[\^[^\]]{1,40}\]:")
_COLONS = re.compile(
    r"[ ]*:{3,}[ \t]*(?:\{(?P<attributes>[^}]*)\}|[\w-]+(?:\[(?P<box>[^\]]*)\])?(?:\{[^}]*\})?)?"
    r"[ \t]*(?P<title>[^:\s].*?)?[ \t]*:*[ \t]*\Z"
)
_NAMED = re.compile(r"title=[\"“]([^\"”]*)[\"”]")
_FENCE = re.compile(r"[ ]{0,12}(?:>[ ]?)*(?:[-*+][ ]+)?(?P<fence>`{3,}|~{3,})(?P<info>[^`]*)\Z")
# directives of MyST that hold text, not code
_PROSE = re.compile(
    r"\s*\{(?:note|warning|tip|important|caution|attention|hint|danger|error|seealso|admonition"
    r"|dropdown|epigraph|sidebar|topic|margin|figure|card|tab-item)\}",
    re.IGNORECASE,
)
_STEP = 4  # columns by which a container's text is set in


@dataclass(slots=True)
class Prepared:
    """Lines for the parser; ``titles`` are the places of titles of containers, by line.

    ``notes`` are the lines that belong to a footnote after its first.
    """

    lines: list[str]
    titles: list[tuple[int, Span]] = field(default_factory=list)
    notes: set[int] = field(default_factory=set)


def prepare(lines: Sequence[str]) -> Prepared:
    """Blank what marks a container, set its text out, and blank what opens a fence for good."""
    found = Prepared([])
    open_fences, code = _fences(lines)
    stack: list[tuple[int, bool]] = []  # the columns that text must be set in by; if a footnote
    for number, raw in enumerate(lines):
        line = raw.rstrip("\r\n").expandtabs(_STEP)
        if line.strip():
            while stack and len(line) - len(line.lstrip()) < stack[-1][0]:
                stack.pop()
        body = line[min(_STEP * len(stack), len(line) - len(line.lstrip())) :]
        if any(note for _, note in stack):
            found.notes.add(number)
        if number in open_fences:
            body = ""
        elif number not in code and (opened := _opens(line, lines, number)):
            columns, title, kept = opened
            if columns:
                stack.append((columns, kept))
            if title is not None:
                found.titles.append((number, title))
            body = body if kept else ""
        found.lines.append(body)
    return found


def _opens(line: str, lines: Sequence[str], number: int) -> tuple[int, Span | None, bool] | None:
    """What a line opens: the columns that its text is set in by, its title, if its line is text."""
    if note := _FOOTNOTE.match(line):
        return len(note.group("indent")) + _STEP, None, True
    if inner := _SET_IN.match(line):
        columns = len(inner.group("indent")) + _STEP
        if not _is_set_in(lines, number + 1, columns):
            return None
        name = "title" if inner.group("title") else "tab"
        return columns, _place(lines[number], inner.group(name)), False
    if colons := _COLONS.match(line):
        named = _NAMED.search(colons.group("attributes") or "")
        title = colons.group("title") or colons.group("box") or (named.group(1) if named else None)
        return 0, _place(lines[number], title), False
    return None


def _place(raw: str, title: str | None) -> Span | None:
    """Where a title stands in its line."""
    at = raw.rfind(title) if title and title.strip() else -1
    return Span(at, at + len(title)) if title and at >= 0 else None


def _is_set_in(lines: Sequence[str], start: int, columns: int) -> bool:
    """Whether the next line that is not blank is set in as text of a container is."""
    for raw in lines[start : start + 3]:
        line = raw.expandtabs(_STEP)
        if line.strip():
            return len(line) - len(line.lstrip()) >= columns
    return False


def _fences(lines: Sequence[str]) -> tuple[set[int], set[int]]:
    """The lines of fences that hold no code or are never closed, and the lines inside code."""
    marks = [(n, m) for n, raw in enumerate(lines) if (m := _FENCE.match(raw.rstrip("\r\n")))]
    longest = {"`": 0, "~": 0}  # the longest closing fence from here to the end
    ahead: list[int] = []
    for _, mark in reversed(marks):
        kind, closes = mark.group("fence")[0], not mark.group("info").strip()
        ahead.append(longest[kind])
        longest[kind] = max(longest[kind], len(mark.group("fence")) * closes)
    ahead.reverse()
    blanked: set[int] = set()
    code: set[int] = set()
    at = 0
    while at < len(marks):
        number, mark = marks[at]
        if ahead[at] < len(mark.group("fence")):
            blanked.add(number)
            at += 1
            continue
        close = next(i for i in range(at + 1, len(marks)) if _closes(mark, marks[i][1]))
        if _PROSE.match(mark.group("info")):
            blanked |= {number, marks[close][0]}
        else:
            code.update(range(number, marks[close][0] + 1))
        at = close + 1
    return blanked, code


def _closes(mark: re.Match[str], other: re.Match[str]) -> bool:
    fence, end = mark.group("fence"), other.group("fence")
    return end[0] == fence[0] and len(end) >= len(fence) and not other.group("info").strip()
