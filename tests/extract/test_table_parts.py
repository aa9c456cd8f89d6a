"""What cells, heads and labels of tables say by themselves."""

from __future__ import annotations

import pytest

from tracediff.extract.resolved_periods import year_period
from tracediff.extract.tables.cells import absence, amounts
from tracediff.extract.tables.grid import grid_of
from tracediff.extract.tables.heads import columns, kind_of, read_head, telling
from tracediff.extract.tables.periods import all_dated, dated, whole
from tracediff.extract.tables.rows import label_columns
from tracediff.extract.tables.units import caption_unit, strip_unit, unit_of
from tracediff.model import Cell, FactKind, Span, Table
from tracediff.pipeline import load, read_text

OWN = year_period(2023)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("120^1^", "120"),
        ("$(1,200)", "-1200 USD"),
        ("(5%)", "-5 %"),
        ("(5)%", "-5 %"),
        ("4½", "4.5"),
        ("¼", "0.25"),
        (".5", "0.5"),
        ("1,200 t", "1200 tonne"),
        ("5.0 pp", "5.0 percentage point"),
        ("$1.2m", "1200000 USD"),
        ("12k", "12000"),
        ("100 m", "100"),
        ("12,345 €", "12345 EUR"),
        ("EUR 12", "12 EUR"),
        ("1.64 vs 1.68", "1.64, 1.68"),
        ("89.4% vs. 98.9%", "89.4 %, 98.9 %"),
        ("62 (47)", "62"),
        ("12 (3.5)", "12, 3.5"),
        ("11, 754", "11754"),
        ("Ships: 120", "120"),
        ("12 ships in port", "12"),
        ("5+", "5"),
        ("2 per day", "2"),
        ("10 million", "10000000"),
        ("3–5%", "3 %, 5 %"),
        ("35 km²", "35 square kilometre"),
        ("12)", "12"),
        ("12;", "12"),
        ("5% men", "5 %"),
        ("40 sq km", "40 square kilometre"),
        ("5L", "5 litre"),
        ("3a", ""),
        ("(5% men", ""),
        ("٣", "3"),
        ("12.5.2019", ""),
        ("2019/20", ""),
        ("12 of 30", ""),
        ("Hall 23", ""),
        ("yes", ""),
        ("15:30", ""),
        ("2019–20", ""),
        ("(120", ""),
        ("5–3", ""),
        ("12 " + "word " * 30, ""),
        ("2019 season", ""),
        ("3 / x", ""),
        ("12 one two three four five six seven", ""),
        ("7_", ""),
    ],
)
def test_the_amounts_of_a_cell(text: str, told: str) -> None:
    found = (
        f"{one.value} {one.unit.name if one.unit and one.unit.name else ''}"
        for one in amounts(text)
    )
    assert ", ".join(one.strip() for one in found) == told


def test_words_say_which_way_a_figure_went() -> None:
    ((up,), (down,)) = amounts("Up 8.1%"), amounts("Down by 10.7%")
    assert (up.value, up.moved, down.value, down.moved) == (
        amounts("8.1")[0].value,
        1,
        amounts("10.7")[0].value,
        -1,
    )


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("..", "not_reported"),
        ("[c]", "not_reported"),
        ("\\*", "not_reported"),
        ("Unknown (2)", "unknown"),
        ("nil", "none"),
        ("Yes", "None"),
    ],
)
def test_marks_that_stand_for_no_figure(text: str, status: str) -> None:
    assert str(absence(text)) == status


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Dec-22", "December 2022"),
        ("31-12-2022", "December 31, 2022"),
        ("2022-12-31", "December 31, 2022"),
        ("12/31/2022", "December 31, 2022"),
        ("Sept. 30, 2022", "September 30, 2022"),
        ("Year ended 30 June 2022", "year to June 30, 2022"),
        ("Q4 22", "quarter 4 of 2022"),
        ("Year ended 29 February 2024", "year to February 29, 2024"),
        ("2017 H2", "second half of 2017"),
        ("Jan - Mar 2018", "quarter 1 of 2018"),
        ("Jan - Dec 2018", "2018"),
        ("1Q22", "quarter 1 of 2022"),
        ("T2 2022", "May–August 2022"),
        ("second half of 2020", "second half of 2020"),
        ("July 2018 to June 2019", "July 2018 to June 2019"),
        ("2021-22", "fiscal year 2021–22"),
        ("2019–2021", "2019–2021"),
        ("FY'22", "fiscal year 2022"),
        ("2022E", "2022"),
        ("Prior year", "2022"),
        ("Current year", "2023"),
        ("1999-00", "fiscal year 1999–00"),
        ("Nov to Jan 2020", "November–January 2020"),
        ("Sales in the 1990s", "1990s"),
        ("Unit 2019/4", ""),
        ("Unit 2019/15", ""),
        ("Dec 22", "December 2022"),
        ("Dec '30", "December 2030"),
        ("Fiscal years ended September 30", "year to September 2023"),
        ("Year ended June 20", "year to June 2023"),
        ("Compared with the year before", ""),
        ("Ages 10-14", ""),
        ("31-02-2022", ""),
        ("Total", ""),
        ("Q1", ""),
    ],
)
def test_the_period_of_a_head(text: str, label: str) -> None:
    found = dated(text, OWN)
    assert (found.period.label if found and found.period else "") == label


def test_parts_of_a_year_wait_for_their_year() -> None:
    found = dated("Q3", OWN)
    assert found is not None and (found.months, found.part) == ((7, 9), "third quarter")
    column = read_head(["2023", "Q1"], OWN)
    assert [(d.period and d.period.label, d.part) for d in column.dates] == [
        ("quarter 1 of 2023", "first quarter")
    ]
    assert read_head(["January", "2022"], OWN).dates[0].part == "january"
    assert [d.period and d.period.year for d in all_dated("FY 2022 vs. FY 2021", OWN)] == [
        2022,
        2021,
    ]
    (quarter,) = read_head(["Q1", "2023"], OWN).dates
    assert (quarter.period and quarter.period.label, quarter.months) == (
        "quarter 1 of 2023",
        (1, 3),
    )
    assert [d.period and d.period.year for d in read_head(["2023", "Dec-22"], OWN).dates] == [2022]
    assert dated("September 30", None) is None and dated("Dec 22", None) is not None
    assert dated("Prior year", None) is None and dated("Current year", None) is None
    assert whole("Ships of 2022 and their crews", OWN) is None
    assert whole("FY 2022", OWN) and not whole("May queen", OWN)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Revenue ($m)", "Revenue | 1000000 USD"),
        ("Net result, thousand dollars", "Net result | 1000 USD"),
        ("in thousands", " | 1000 None"),
        ("$'000", " | 1000 USD"),
        ("€ m", " | 1000000 EUR"),
        ("Area (km2)", "Area | 1 square kilometre"),
        ("MWh", " | 1 megawatt hour"),
        ("Share %", "Share | 1 %"),
        ("% change", "change | 1 %"),
        ("EUR: Fees", "Fees | 1 EUR"),
        ("Amount in EUR", " | 1 EUR"),
        ("Year", "Year"),
        ("M (natural mortality rate)", "M (natural mortality rate)"),
        ("Ships", "Ships"),
        ("Pay per hour", "Pay per hour | 1 None"),
        ("Total (3+) biomass (t)", "Total (3+) biomass | 1 tonne"),
        ("Fees (in thousands, except per share data)", "Fees | 1000 None"),
    ],
)
def test_a_head_gives_up_its_unit(text: str, told: str) -> None:
    name, unit = strip_unit(text)
    assert (f"{name} | {unit.scale} {unit.name}" if unit else name) == told


def test_units_are_nothing_but_units() -> None:
    assert unit_of("boats") is None and unit_of("") is None
    assert unit_of("one two three four five six seven eight nine ten eleven twelve more") is None
    rate = unit_of("per 1,000 workers")
    assert rate is not None and rate.per == "1,000 workers"
    assert caption_unit("The harbour was busy in summer.") is None
    assert caption_unit("Pay by grade (per hour)") is None
    both = caption_unit("All figures are in millions of euros unless otherwise stated.")
    assert both is not None and both.name == "EUR" and both.scale == 1_000_000


def test_a_unit_of_two_heads_is_put_together_and_the_lower_one_wins() -> None:
    both = read_head(["EUR", "Fees (thousands)"], OWN).unit
    assert both is not None and (both.name, int(both.scale), both.money) == ("EUR", 1000, True)
    other = read_head(["Fees (EUR)", "USD"], OWN).unit
    assert other is not None and other.name == "USD"
    assert caption_unit("In thousands of euros.") == caption_unit("Fees, in thousands of euros")


def test_heads_say_what_kind_their_figures_are() -> None:
    assert kind_of("% change") is FactKind.CHANGE and kind_of("Target") is FactKind.TARGET
    assert kind_of("Ships") is None
    assert telling("Number of boats") == "boats" and telling("Amount") == ""
    assert telling("Boats as of") == "Boats"
    assert read_head(["2022T"], OWN).kind is FactKind.TARGET


def test_signs_in_cells_of_their_own_belong_to_the_number_beside_them() -> None:
    grid = grid_of(
        [["Cash", "$", "8,302", "$", "(10)"], ["Rent", "", "5", "%", ""], ["A", "€", "–", "", ""]]
    )
    assert grid.texts == (
        ("Cash", "", "$8,302", "", "$(10)"),
        ("Rent", "", "5%", "", ""),
        ("A", "", "–", "", ""),
    )


def test_columns_of_words_or_ranks_before_the_figures_are_labels() -> None:
    assert label_columns([["1", "Orsk", "120"], ["2", "Lume", "230"]]) == 2
    assert label_columns([["North", "Orsk", "120"], ["North", "Lume", "230"]]) == 2
    assert label_columns([["Orsk", "120", "4"], ["Lume", "230", "5"]]) == 1
    assert label_columns([["Orsk", "good", "4"], ["Lume", "bad", "5"]]) == 1


def test_a_day_over_years_and_shares_goes_with_the_years() -> None:
    over = [Cell(text, Span(0, 0)) for text in ("", "Years ended June 30", "", "", "")]
    heads = [Cell(text, Span(0, 0)) for text in ("Item", "2023", "%", "2022", "%")]
    table = Table(0, "", 0, tuple(heads), (), Span(0, 0), above=(tuple(over),))
    found = columns(table, OWN)
    assert [[d.period and d.period.label for d in one.dates] for one in found[1:]] == [
        ["year to June 30, 2023"], ["year to June 30, 2023"],
        ["year to June 30, 2022"], ["year to June 30, 2022"],
    ]  # fmt: skip


def test_a_list_set_in_two_columns_is_one_list() -> None:
    table = "| Port | Berths | Port | Berths |\n|---|---|---|---|\n| Orsk | 41 | Lume | 17 |\n"
    for text, labels in (
        (table, ["Orsk, Berths", "Lume, Berths"]),
        (table.replace("Port | Berths |\n", "2022 | 2023 |\n", 1), ["Orsk, Berths", "Orsk"]),
    ):
        found = load(read_text(f"# Ports 2023\n\n{text}", name="ports.md")).facts
        assert [f.label for f in found] == labels


def test_one_of_numbered_names_is_no_unit() -> None:
    table = "| model | loss |\n|---|---|\n| m1 | 32.5 |\n| m2 | 16.3 |\n"
    found = load(read_text(f"# Models 2023\n\n{table}", name="models.md")).facts
    assert [(f.label, f.unit) for f in found] == [("m1, loss", None), ("m2, loss", None)]


def test_a_name_that_looks_like_a_unit_before_another_name_is_none() -> None:
    table = (
        "| model | term | estimate |\n|---|---|---|\n| m2 | catch | 0.51 |\n"
        "| m2 | heat | -0.55 |\n| m3 | catch | 1.79 |\n"
    )
    edition = read_text(f"# Models 2023\n\n{table}", name="models.md")
    found = load(edition).facts
    assert [(f.label, f.unit) for f in found] == [
        ("m2, catch, estimate", None),
        ("m2, heat, estimate", None),
        ("m3, catch, estimate", None),
    ]
