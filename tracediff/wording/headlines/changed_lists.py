"""Headlines of lists: items, cells, rows or sections that changed in, a line with the first out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from tracediff.wording.clauses import capital, words
from tracediff.wording.headlines.differing_words import without_open_bracket
from tracediff.wording.headlines.length import CLAUSE, MOST, NAME, OLDER, SIDE, name
from tracediff.wording.shared_words import holds_most
from tracediff.wording.strings import say

_SIGNS: Final = 6  # words of two signs and of how many more lines have them
_HEAD: Final = 6  # words of a column's head
_NAMED: Final = 4  # sections named in a list


def cell(head: str, before: str, after: str, older: str = "") -> str:
    """A cell that changed, under the head of its column; no change leads from one to the other
    where the ``older`` head says something else.

    >>> cell("Fee", "$9", "$12"), cell("Fee in May", "$9", "$12", "Fine")
    ('$9 → $12 (Fee)', '$12 (Fee in May); before: $9 (Fine)')
    """
    if before and after and _are_unlike(older, head):
        new, old = f"{words(after, OLDER)} ({words(head, _HEAD)})", words(before, OLDER)
        return say("headline_before", new=new, old=f"{old} ({words(older, _HEAD)})")
    change = f"{words(before, OLDER) or '–'} → {words(after, OLDER) or '–'}"
    return f"{change} ({words(head, 3)})" if head else change


def _are_unlike(one: str, two: str) -> bool:
    """Whether two heads name things, and neither says most of the other: years roll on."""
    named = all(any(c.isalpha() for c in head) for head in (one, two))
    return named and not (holds_most(one, two) or holds_most(two, one))


def row(label: str, cells: Sequence[str]) -> str:
    """The changed cells of a row, as many as there is room for."""
    line = f"{name(label)}: {cells[0]}"
    for other in cells[1:]:
        longer = f"{line}, {other}"
        if len(longer.split()) > MOST:
            break
        line = longer
    return line


def listed(lead: str, gone: str, new: str) -> str:
    """What a list no longer holds, and what it holds now.

    >>> listed("Ports", "Sund, an old pier", "Vik")
    'Ports: no longer lists “Sund, an old pier”; now lists “Vik”'
    """
    most = SIDE if gone and new else CLAUSE
    gone, new = (without_open_bracket(words(text, most)) for text in (gone, new))
    key = "headline_list" if gone and new else f"headline_list_{'gone' if gone else 'new'}"
    return say(key, lead=lead, gone=gone, new=new)


def with_more(line: str, quotes: Sequence[str]) -> str:
    """A line that ends with a quotation, and as many more as there is room for.

    >>> with_more("“TODO” where the 2021 edition says “Sund: 40”", ["Vik: 12"])
    '“TODO” where the 2021 edition says “Sund: 40”, “Vik: 12”'
    """
    for quote in dict.fromkeys(quotes):
        longer = f"{line}, “{quote}”"
        line = longer if len(longer.split()) <= MOST else line
    return line


def marked(line: str, before: str, after: str) -> str:
    """A line of which a sign alone changed, by its words.

    >>> marked("☑ The rules were read by nine crews", "☐", "☑")
    'The rules were read by nine crews: ☐ → ☑'
    """
    said = " ".join(line.replace(after, " ").split()).strip(" .|")
    return f"{words(said, MOST - _SIGNS)}: {before} → {after}"


def and_more(line: str, others: int) -> str:
    """A line, and of how many more the same is said."""
    return say("headline_and_more", line=line, n=others) if others else line


def section(key: str, title: str, other: str = "") -> str:
    """What became of a section: gone, new, renamed, or moved."""
    return say(key, title=words(title, NAME), other=words(other, NAME))


def sections(key: str, titles: Sequence[str], count: int, total: int) -> str:
    """Many sections that went or came: "25 of 31 sections are gone, among them Housing, Courts"."""
    told: list[str] = []
    room = MOST - len(say(key, n=count, total=total, titles="").split())
    for title in map(_short, dict.fromkeys(titles)):
        size = len(title.split())
        if size <= room and len(told) < _NAMED:
            told.append(title)
            room -= size
    line = say(key, n=count, total=total, titles=", ".join(told))
    return line if told else line.partition(",")[0]


def rows(key: str, title: str, told: Iterable[str], count: int) -> str:
    """Many rows of one table that went, came or changed, as ``key`` says; the first by name.

    >>> rows("headline_rows_gone", "Accounts", ["Fees 390", "Rent 17"], 12)
    'Accounts: 12 rows are gone, among them Fees 390; Rent 17'
    """
    room = MOST - len(say(key, title=words(title, _NAMED), n=count, rows="").split())
    kept: list[str] = []
    for row_told in told:
        size = len(row_told.split())
        if size <= room and row_told not in kept:
            kept.append(row_told)
            room -= size
            if len(kept) == _NAMED or not room:
                break
    line = say(key, title=words(title, _NAMED), n=count, rows="; ".join(kept))
    line = line if kept else line.partition(",")[0]
    return capital(line.removeprefix(": "))


def in_sections(line: str, count: int) -> str:
    """A headline that holds for several sections."""
    whole = say("headline_in_sections", line=line, n=count)
    return whole if len(whole.split()) <= MOST else line


def _short(title: str) -> str:
    """A title whole; of a long one what stands before its colon or dash, else its first words."""
    if len(title.split()) <= NAME:
        return title.strip(" .:")
    lead = _LEAD.split(title, maxsplit=1)[0]
    return words(lead, NAME).strip(" .:")


_LEAD: Final = re.compile(r":\s|\s[-–—]+\s")
