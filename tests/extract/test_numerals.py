"""Numerals of other countries, told from the document as a whole."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tracediff.extract.numbers import decimal
from tracediff.extract.numerals import Numerals, english, numerals_of


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("The fee is 0,5 percent.", Numerals.COMMA),
        ("Freight came to 1.234.567,89 francs.", Numerals.COMMA),
        ("It sold 1,204 tickets at 3.75 crowns, or 2,5 a head.", Numerals.POINT),
        ("It is said elsewhere (9,11) and again [3,12].", Numerals.POINT),
        ("Piers 3, 4 and 5 lost 12 boats.", Numerals.POINT),
        ("Nothing is counted.", Numerals.POINT),
    ],
)
def test_commas_are_decimals_only_where_the_document_clearly_says_so(
    text: str, style: Numerals
) -> None:
    assert numerals_of(text) is style


@pytest.mark.parametrize(
    ("text", "style", "plain"),
    [
        ("3,75 of 1.234.567,89", Numerals.COMMA, "3.75 of 1,234,567.89"),
        ("1.234 boats", Numerals.COMMA, "1,234 boats"),
        ("1.234 million tonnes", Numerals.POINT, "1.234 million tonnes"),
        ("1.234.567 crates", Numerals.POINT, "1,234,567 crates"),
        ("1'234'567 crates, 12’400 sacks", Numerals.POINT, "1,234,567 crates, 12,400 sacks"),
        ("handled 12 345 ships and 6 crews", Numerals.POINT, "handled 12,345 ships and 6 crews"),
        ("A seat costs €7,25.", Numerals.COMMA, "A seat costs €7.25."),
        ("It owes 2.340.500,5. It pays.", Numerals.COMMA, "It owes 2,340,500.5. It pays."),
        ("It made 2.340.500.", Numerals.POINT, "It made 2,340,500."),
        ("12\u00a0345\u202f678 kg", Numerals.POINT, "12,345,678 kg"),
        ("On May 12 345 boats left, as did 2020 345 more.", Numerals.POINT, ""),
        ("Rooms 3, 4 and 5", Numerals.POINT, ""),
        ("no digits at all", Numerals.COMMA, ""),
    ],
)
def test_numerals_become_english_and_every_character_keeps_its_place(
    text: str, style: Numerals, plain: str
) -> None:
    assert english(text, style) == (plain or text)
    assert len(english(text, style)) == len(text)


@pytest.mark.parametrize("text", ["12345.67", "12,345.67", "12.345,67", "12 345.67"])
def test_a_number_is_read_whichever_way_its_thousands_are_set_off(text: str) -> None:
    assert decimal(text) == Decimal("12345.67")
