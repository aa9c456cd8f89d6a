"""Figures of tables as points of series."""

from __future__ import annotations

from pathlib import Path

from tests.editions import report
from tracediff.pipeline import compare


def told(tmp_path: Path, old: str, new: str) -> set[tuple[str, str]]:
    """Rule and message of all that is found between two tables of Markdown."""
    for name, year, table in (("old", 2022, old), ("new", 2023, new)):
        head, *body = (f"| {row} |" for row in table.split("; "))
        rule = "|" + "---|" * head.count(" | ") + "---|"
        lines = (f"# Quay report {year}", "", "The quay is old.", "", head, rule, *body, "")
        (tmp_path / f"{name}.md").write_text("\n".join(lines), encoding="utf-8")
    report = compare(tmp_path / "old.md", tmp_path / "new.md")
    return {(one.rule.id, one.message) for one in report.findings}


def test_columns_that_change_places_are_still_the_same_figures(tmp_path: Path) -> None:
    assert not told(
        tmp_path, "Port | Ships | Crews; Orsk | 120 | 14", "Port | Crews | Ships; Orsk | 14 | 120"
    )
    assert not told(
        tmp_path,
        "Port | Ships | Crews; Orsk | 120 | 14; Lume | 7 | 8",
        "Item | Orsk | Lume; Ships | 120 | 7; Crews | 14 | 8",
    )


def test_thousands_and_millions_are_compared_in_whole_units(tmp_path: Path) -> None:
    same = told(tmp_path, "Port | Fees ($000); Orsk | 1,200", "Port | Fees ($m); Orsk | 1.2")
    assert same == set()
    assert told(
        tmp_path, "Port | Fees ($000); Orsk | 1,200", "Port | Fees ($000); Orsk | 1,500"
    ) == {
        (
            "N101",
            "Orsk, Fees: USD 1,200 thousand in 2022, USD 1,500 thousand in 2023 (up 25 percent).",
        )
    }


def test_amounts_of_two_currencies_are_not_compared(tmp_path: Path) -> None:
    assert told(tmp_path, "Item | USD; Loans | 4", "Item | EUR; Loans | 4") == {
        ("N106", "Loans: USD 4 in 2022, EUR 4 in 2023; not comparable: the units differ."),
        ("S405", "Column heads: “USD” is now “EUR”."),
    }


def test_a_plan_is_no_earlier_figure_and_what_was_expected_is_not_restated(tmp_path: Path) -> None:
    found = told(
        tmp_path,
        "Item | 2021 Actual | 2022 Budget; Wells | 100 | 120",
        "Item | 2022 Actual | 2023 Budget; Wells | 118 | 130",
    )
    assert {rule for rule, _ in found} == {"N101"}
    found = told(
        tmp_path,
        "Item | 2021A | 2022E; Wells | 100 | 120",
        "Item | 2022A | 2023E; Wells | 118 | 130",
    )
    assert {rule for rule, _ in found} == {"N101"}


def test_a_year_that_is_a_plan_now_is_another_head(tmp_path: Path) -> None:
    found = told(
        tmp_path, "Item | 2021A | 2022A; Wells | 7 | 8", "Item | 2022A | 2023E; Wells | 8 | 9"
    )
    assert ("S405", "Column heads: “2023E” is new.") in found


def test_another_column_is_another_figure(tmp_path: Path) -> None:
    found = told(
        tmp_path,
        "Port | Ships | Crews; Orsk | 120 | 14",
        "Port | Crews | Visitors from abroad; Orsk | 14 | 900",
    )
    assert found == {
        (
            "C306",
            "The 2022 edition says “Orsk | 120 | 14”, the 2023 edition “Orsk | 14 | 900”: “120” is"
            " no longer said; “900” is said now.",
        ),
        ("S405", "Column heads: “Ships” is now “Visitors from abroad”."),
    }


def test_words_beside_figures_and_new_labels_are_told_where_the_figures_stand(
    tmp_path: Path,
) -> None:
    old = "Port | Ships | State; Orsk | 120 | open; Lume | 7 | open"
    new = "Port | Ships | State; Orsk | 120 | shut; Lume | 7 | open"
    assert any("“open” became “shut”" in message for _, message in told(tmp_path, old, new))
    old = "Port | Ships; Orsk harbour | 120; Lume | 7"
    new = "Port | Ships; Orsk haven | 120; Lume | 7"
    assert any("“harbour” became “haven”" in message for _, message in told(tmp_path, old, new))


def test_a_figure_withheld_in_another_scale_is_no_longer_reported(tmp_path: Path) -> None:
    found = told(
        tmp_path,
        "Port | Fees ($000); Orsk | 1,200; Lume | 5,000",
        "Port | Fees ($m); Orsk | n/a; Lume | 5",
    )
    assert {rule for rule, _ in found} == {"N103"}
    assert any("USD 1.2 million in 2022, not reported for 2023" in message for _, message in found)


def test_a_target_in_a_table_is_not_compared_with_what_a_sentence_reports(tmp_path: Path) -> None:
    for head, rules in (("Target", {"C308"}), ("Count", {"N101"})):
        old = f"| Item | {head} 2022 |\n|---|---|\n| Ships repaired in the harbour | 120 |"
        new = "Ships repaired in the harbour: 130 in 2023."
        report = {year: tmp_path / f"{year}.md" for year in (2022, 2023)}
        for (year, file), text in zip(report.items(), (old, new), strict=True):
            file.write_text(f"# Quay report {year}\n\nThe quay is old.\n\n{text}\n")
        assert {one.rule.id for one in compare(*report.values()).findings} == rules


ACCOUNTS = "Item | {heads}; " + "; ".join(
    f"{name} | {{{at}}}"
    for at, name in enumerate(
        "Dues,Grants,Sales,Rent,Wages,Travel,Repairs,Total income,Total costs".split(",")
    )
)


def test_a_year_in_one_column_is_compared_with_the_total_of_four_quarters(tmp_path: Path) -> None:
    years = [str(1000 * (at + 1) + 7) for at in range(9)]
    quarters = [f"{at}1 | {at}2 | {at}3 | {at}4 | {1100 * (at + 1) + 7}" for at in range(9)]
    found = told(
        tmp_path,
        ACCOUNTS.format(*years, heads="Jan - Dec 2022"),
        ACCOUNTS.format(*quarters, heads="Q1 2023 | Q2 2023 | Q3 2023 | Q4 2023 | 2023"),
    )
    assert ("N101", "Total income: 8,007 in 2022, 8,807 in 2023 (up 10 percent).") in found


def test_a_row_that_an_edition_prints_twice_is_one_row(tmp_path: Path) -> None:
    twice = (
        "Item | 2022 | 2021; Income | 698,580 | 801,686; Fees | 12 | 13; Income | 698,580 | 801,686"
    )
    once = "Statement | 2023 | 2022; Assets | 4 | 5; Income | 736,519 | 698,580; Debts | 40 | 39"
    assert [message for rule, message in told(tmp_path, twice, once) if "Income" in message] == [
        "Income: 698,580 in 2022, 736,519 in 2023 (up 5.4 percent)."
    ]


def test_two_columns_that_no_head_tells_apart_are_no_one_measure() -> None:
    old, new = (
        f"# Signals {year}\n\n| | | | | |\n|---|---|---|---|---|\n"
        f"| +{up}% | -10% | +{more} | -{fewer} | Flags |\n| +31% | -2% | +300 | -20 | Lamps |\n"
        for year, up, more, fewer in ((2021, 1, 7, 115), (2022, 0, 3, 100))
    )
    found = report(old, new, (2021, 2022)).findings
    told = " ".join(one.message for each in found for one in each.all)
    assert "Flags: 7 in 2021, 3 in 2022" in told
    assert "-10 percent" not in told
