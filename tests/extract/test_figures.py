"""Which numbers are figures, with which value, unit and bound."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tracediff.extract import extract_facts
from tracediff.extract.periods import find_mentions
from tracediff.model import Bound
from tracediff.text.tokens import tokenise

from .ledger_of import ledger


def test_the_number_of_a_line_or_a_paragraph_of_law_is_no_figure() -> None:
    assert values("Workers may call the 190 hotline under Code §1798 and use 2 hotlines.") == [2]


def values(text: str) -> list[float]:
    return [round(float(f.value), 4) for f in ledger(text) if f.value is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministry trained 1,570 teachers.", [1570]),
        ("The fund paid 11.3 million crowns.", [11_300_000]),
        ("Half a million households applied.", [500_000]),
        ("Twenty-two provinces had committees.", [22]),
        ("Three hundred and thirty-one ferries sailed.", [331]),
        ("It has 1 234 567 inhabitants.", [1_234_567]),
        ("One in four farmers received seed.", [0.25]),
        ("Two-thirds of the villages have wells.", [0.6667]),
        ("It counted 17 of the 26 lighthouses.", [17, 26]),
        ("The loan was worth 12,34,567 rupees.", [1_234_567]),
        ("Half (40 of 80) of the crews sail.", [0.5, 40, 80]),
        ("It bought five and a half million vaccines.", [5_500_000]),
        ("The rolls (1,204,512 names) were burnt.", [1_204_512]),
        ("Some 12 - by night 14 - lamps burn.", [12, 14]),
        ("More than 10,000+ forms arrived.", [10_000]),
        ("The harbour handled 4.3M tonnes.", [4_300_000]),
        ("Police found two 12-year-old boys.", [2, 12]),
    ],
)
def test_numbers_are_read_in_the_shapes_reports_use(text: str, expected: list[float]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The 3rd Harbour Brigade and the 21st Battalion parted.",
        "4417 - Shared lamps for piers",
        "From Lume came ferns (202105) and moss (199201, exchange).",
        "Letter to the guild, p. 70; ch. 4 and paras. 12 and 13 of the almanac (p. 9).",
        "Article 149 and Articles 3, 4 and 5 of Law No. 985 apply.",
        "The law took effect on May 18, 2019, at 4:30 p.m.",
        "COVID-19 closed schools of the G7 in June.",
        "The plan for 2014–2018 remained pending.",
        "Veldania ratified Convention 182 in 1998.",
        "One of the ministers resigned.",
        "The hotline is open 24/7.",
        "In one case police refused to act.",
        "Ministers met in the first six months of the year.",
        "Nobody was held over the past three years.",
        "See https://example.org/2020/07/31/reports?id=44 for more.",
        "The service moved to 49 Mill Lane Road.",
        "3. The ministry shall report.",
        "Table 5 and section 3.1.3 describe the method.",
        "They published a five-year plan.",
        "Several hundred people gathered, and dozens left.",
        "It grew as in the 1990s and by the end of 2019.",
    ],
)
def test_names_dates_and_labels_are_no_figures(text: str) -> None:
    assert ledger(text) == ()


def test_a_citation_is_no_figure_where_the_report_cites_by_number() -> None:
    cited = "It runs shelters. (1,2) It trains staff. (3) It pays. (4) It built 12 wells. (9,11)"
    assert values(cited) == [12]


def test_a_plain_number_in_brackets_is_a_figure() -> None:
    text = "Deaths rose compared with the same period in 2019 (778), and fires (482) fell."
    assert values(text) == [778, 482]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("It cost US$ 2.5 bn.", "USD"),
        ("It cost 40 million Mexican pesos.", "mexican peso"),
        ("It cost NRs 30,000.", "nepalese rupee"),
        ("It cost €5.", "EUR"),
        ("It took 79 per cent of it.", "%"),
        ("The road is 35 miles long.", "mile"),
        ("Oil rose to $58.24 per barrel.", "USD"),
        ("It ran at 60 miles per hour.", "mile per hour"),
        ("A 14-year-old drove.", "year of age"),
        ("The hall has 1520 square metres.", "square metre"),
    ],
)
def test_units_are_named(text: str, unit: str) -> None:
    assert [f.unit for f in ledger(text)] == [unit]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("It trained over 200 guards.", Bound.MORE_THAN),
        ("It trained at least 200 guards.", Bound.AT_LEAST),
        ("It trained nearly 200 guards.", Bound.ABOUT),
        ("It trained an estimated 200 guards.", Bound.ABOUT),
        ("The guild estimated that it trained 200 guards.", Bound.ABOUT),
        ("The guild said that it trained 200 guards.", Bound.EXACT),
        ("It trained as many as 200 guards.", Bound.AT_MOST),
        ("It trained fewer than 200 guards.", Bound.LESS_THAN),
        ("It trained 200 or more guards.", Bound.AT_LEAST),
        ("It trained 200 guards.", Bound.EXACT),
    ],
)
def test_bounds_are_kept(text: str, bound: Bound) -> None:
    assert [f.bound for f in ledger(text)] == [bound]


def test_both_ends_of_a_range_are_facts_that_bound_it() -> None:
    low, high = ledger("Between 30 and 40 ferries sailed.")
    assert (float(low.value or 0), low.bound) == (30, Bound.AT_LEAST)
    assert (float(high.value or 0), high.bound) == (40, Bound.AT_MOST)


def test_a_range_is_one_quantity_at_its_middle_in_plain_text() -> None:
    (fact,) = extract_facts("Prices rose 5 to 10 percent.")
    assert (fact.value, fact.unit) == (Decimal("7.5"), "%")


def test_every_fact_repeats_its_place_in_the_source() -> None:
    first = "The coast guard rescued 81 sailors in 2019."
    second = "It did not report how many boats it lost, and no crews were fined."
    facts = ledger(first, second)
    source = f"{first} {second}"
    assert len(facts) == 3
    assert all(source[f.span.start : f.span.end] == f.quote for f in facts)
    assert [f.index for f in facts] == [0, 1, 2]


@pytest.mark.parametrize("row", ["12 " + ". " * 300, "crates 12 " * 45], ids=["marks", "numbers"])
def test_a_row_of_marks_or_numbers_is_no_sentence(row: str) -> None:
    assert ledger(f"Catch {row}") == ()
    assert [f.value for f in ledger("Catch 12 crates.")] == [12]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("It built 12 cities.", "city"),
        ("It hired 12 women.", "woman"),
        ("It sold 12 boxes.", "box"),
        ("It ran 12 buses.", "bus"),
        ("It built 12 houses.", "house"),
        ("It found 12 abuses.", "abuse"),
        ("It sold 12 boats.", "boat"),
        ("It fed 12 people.", "people"),
    ],
)
def test_in_plain_text_the_unit_is_one_of_the_things_counted(text: str, unit: str) -> None:
    assert [f.unit for f in extract_facts(text)] == [unit]


def test_an_overlong_sentence_is_read_to_its_end() -> None:
    text = "The coast was quiet and " * 400 + "12 boats sank."
    facts = extract_facts(text)
    assert [(float(f.value or 0), text[f.at.start : f.at.end]) for f in facts] == [(12, "12")]


@pytest.mark.parametrize("noise", ["1", "1,", "(1),", "1-", "$5 (", "[1,2] ", "1 000 "])
def test_a_megabyte_of_digits_commas_and_brackets_is_read_in_bounded_steps(noise: str) -> None:
    text = (noise * (1_000_000 // len(noise) + 1))[:1_000_000]
    tokens = tokenise(text)
    assert "".join(tokens.text).replace(" ", "") == text.replace(" ", "")
    assert max(map(len, tokens.text)) <= 40
    assert find_mentions(text, None) == []
    wordy = ("many boats sank off there " + noise) * 300
    assert all(wordy[f.at.start : f.at.end] == f.quote for f in extract_facts(wordy))
