"""How much a headline takes in: all that there is room for to the last word, and nothing more."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest

from tracediff.model import Bound, Fact, Period, Span, Status
from tracediff.wording import headlines
from tracediff.wording.headlines.changed_figures import beside, restated_since
from tracediff.wording.headlines.changed_lists import in_sections, rows, sections, with_more
from tracediff.wording.headlines.length import MOST, NAME

YEAR = Period(date(2021, 1, 1), date(2021, 12, 31), "2021")


def words(size: int, first: str = "Boats") -> str:
    """A name of so many words."""
    return " ".join([first, *(f"w{at}" for at in range(size - 1))])


def fact(value: str) -> Fact:
    return Fact(
        0, 0, Span(0, 1), Span(0, 1), value, Decimal(value), None, None, "m", YEAR,
        Status.REPORTED, Bound.EXACT,
    )  # fmt: skip


def fits(base: int, parts: Sequence[int]) -> int:
    """How many of some parts fit behind so many words, up to the first that does not."""
    for count, size in enumerate(parts):
        base += size
        if base > MOST:
            return count
    return len(parts)


@pytest.mark.parametrize("size", range(1, NAME + 1))
def test_a_row_names_the_cells_that_fit(size: int) -> None:
    cells = ["4 → 5 (May)", "6 → 7", "8 → 9 (the year)", "1 → 2", "3 → 4", "5 → 6"]
    shown = headlines.row(words(size), cells)
    held = fits(size, [len(cell.split()) for cell in cells])
    assert shown == f"{words(size)}: {', '.join(cells[:held])}"


@pytest.mark.parametrize("size", range(10, MOST + 1))
def test_quotes_are_added_while_there_is_room(size: int) -> None:
    quotes = ["Vik: 12", "Vik: 12", "a long one that has eight words here", "Sund"]
    line, used = words(size), size
    for quote in dict.fromkeys(quotes):
        if used + len(quote.split()) <= MOST:
            line, used = f"{line}, “{quote}”", used + len(quote.split())
    assert with_more(words(size), quotes) == line


@pytest.mark.parametrize("size", range(1, NAME + 1))
def test_sections_are_named_while_there_is_room(size: int) -> None:
    titles = [words(size, "Courts"), words(NAME, "Ports"), "Fees", "Boats", "Nets"]
    line = sections("headline_sections_gone", titles, 12, 40)
    bare = sections("headline_sections_gone", [], 12, 40)
    room = MOST - len(bare.split()) - len("among them".split())
    named: list[str] = []
    for title in titles:
        if len(title.split()) <= room and len(named) < 4:
            named.append(title)
            room -= len(title.split())
    assert line == f"{bare}, among them {', '.join(named)}"


@pytest.mark.parametrize("size", range(1, NAME + 1))
def test_rows_are_named_while_there_is_room(size: int) -> None:
    told = [f"{words(size, 'Fees')} 390", "Rent 17", "Rent 17", f"{words(6, 'Wages')} 12", "Oil 9"]
    bare = rows("headline_rows_gone", "Accounts", [], 12)
    room = MOST - len(bare.split()) - len("among them".split())
    named: list[str] = []
    for row in told:
        if len(row.split()) <= room and row not in named and len(named) < 4:
            named.append(row)
            room -= len(row.split())
    line = rows("headline_rows_gone", "Accounts", told, 12)
    assert line == f"{bare}, among them {'; '.join(named)}"


@pytest.mark.parametrize("size", range(10, MOST + 2))
def test_what_is_added_is_added_whole_or_not_at_all(size: int) -> None:
    line = words(size)
    given = restated_since(line, fact("671"))
    assert given == (f"{line}; 2021 was given as 671" if size + 5 <= MOST else "")
    many = in_sections(line, 4)
    assert (many == line) == (size + len(in_sections("", 4).split()) > MOST)
    assert many.startswith(line)


@pytest.mark.parametrize("size", range(2, 12))
def test_two_cells_stand_beside_each_other_or_the_newer_alone(size: int) -> None:
    labels = [f"Fees, {words(size, 'income')}", f"Fees, {words(size, 'costs')}"]
    line = beside(labels, fact("12"), fact("14"))
    whole = f"{labels[1]}: 14; before: 12 ({words(size, 'income')})"
    assert line == (
        whole if len(whole.split()) <= MOST else f"{labels[1]}: 14 (2021), not given before"
    )
