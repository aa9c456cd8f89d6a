"""Accounts that go through the years, in sentences and in rows whose years no head tells."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.editions import report
from tracediff.model import Finding, Report, Severity

Rows = Mapping[str, tuple[str, ...]]

FILLER = "The lamps are lit at dusk. Ropes hang in the long shed. Gulls nest on the roof."


def yearly(told: dict[int, str], first: int) -> str:
    """An edition that tells of its year and the two before it, newest first."""
    years = "\n\n".join(told[year] for year in (first, first - 1, first - 2))
    return f"# Review {first}\n\n{FILLER}\n\n## Results\n\n{years}\n"


def between(told: dict[int, str]) -> Report:
    """The edition of 2019 beside that of 2020."""
    return report(yearly(told, 2019), yearly(told, 2020))


def figures(made: Report) -> list[tuple[str, tuple[str, ...]]]:
    """Rule and values of each finding about figures."""
    return [(f.rule.id, f.values) for one in made.findings for f in one.all if f.rule.id[0] == "N"]


YEARLY = [
    (
        "In {}, the guild paid its pilots {} crowns for rowing at night in the harbour of Rye.",
        {2017: "412", 2018: "455", 2019: "398", 2020: "530"},
    ),
    (
        "During the year ended 30 June {}, the ward treated {} patients from the northern islands.",
        {2017: "1,212", 2018: "1,455", 2019: "1,398", 2020: "2,530"},
    ),
    (
        "The fleet of Orsk landed {1} tonnes of herring and sprat off the long bank in {0}.",
        {2017: "61", 2018: "57", 2019: "44", 2020: "39"},
    ),
]


@pytest.mark.parametrize(("frame", "values"), YEARLY)
def test_the_newest_year_goes_on_from_the_one_before_it(frame: str, values: dict[int, str]) -> None:
    made = between({year: frame.format(year, value) for year, value in values.items()})
    pair = (values[2019].replace(",", ""), values[2020].replace(",", ""))
    told = figures(made)
    assert ("N101", pair) in told
    assert not [rule for rule, _ in told if rule in ("N103", "N105")]
    alone = [link for link in made.comparison.alignment.links if not (link.old and link.new)]
    assert len(alone) == 2  # the oldest year and the newest are not one sentence


def test_a_loss_that_became_a_gain_is_no_change_in_percent() -> None:
    frame = "During {}, the guild recorded net {} of {} crowns from the sale of its old boats."
    made = between(
        {
            2017: frame.format(2017, "losses", "4,121"),
            2018: frame.format(2018, "gains", "4,552"),
            2019: frame.format(2019, "losses", "3,981"),
            2020: frame.format(2020, "gains", "5,308"),
        }
    )
    told = [f for one in made.findings for f in one.all if f.values == ("3981", "5308")]
    assert [f.rule.id for f in told] == ["N106"]
    assert "one is a loss, the other a gain" in told[0].message
    (line,) = [s.headline for s in made.stories if told[0] in s.findings]
    assert "gains of 5,308" in line and "losses of 3,981" in line


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("There were 41 urban wells in Norr.", "There were 62 rural wells in Norr."),
        ("Some 41% of employed men row.", "Some 62% of employed women row."),
        ("The port took in 41 foreign boats.", "The port took in 62 domestic boats."),
    ],
)
def test_what_is_named_the_reverse_is_another_thing(old: str, new: str) -> None:
    made = report(f"# Review 2019\n\n{FILLER} {old}\n", f"# Review 2020\n\n{FILLER} {new}\n")
    assert ("N101", ("41", "62")) not in figures(made)


def table(rows: Rows) -> str:
    """Rows of three years that no head names."""
    lines = "\n".join(f"| {label} | {' | '.join(cells)} |" for label, cells in rows.items())
    return f"| Accounts of the guild | | | |\n|---|---|---|---|\n{lines}\n"


def accounts(old: Rows, new: Rows) -> list[Finding]:
    made = report(
        f"# Review 2019\n\n{FILLER}\n\n{table(old)}", f"# Review 2020\n\n{FILLER}\n\n{table(new)}"
    )
    return [f for one in made.findings for f in one.all if f.rule.id[0] == "N"]


OLD = {
    "Wages": ("30,294", "46,578", "52,738"),
    "Ropes and tar": ("4,128", "3,754", "9,961"),
    "Lamps": ("21", "33", "45"),
}


def test_cells_that_moved_on_by_a_place_are_of_the_years_before() -> None:
    new = {
        "Wages": ("32,552", "30,294", "46,578"),
        "Ropes and tar": ("4,377", "4,128", "3,754"),
        "Lamps": ("19", "22", "33"),  # one was counted anew; the rows beside it tell its order
    }
    told = {f.values for f in accounts(OLD, new)}
    assert told == {("30294", "32552"), ("4128", "4377"), ("21", "19")}


def test_cells_with_the_newest_last_move_the_other_way() -> None:
    old, new = (
        {
            "Wages": wages,
            "Ropes and tar": ropes,
        }
        for wages, ropes in (
            (("52,738", "46,578", "30,294"), ("9,961", "3,754", "4,128")),
            (("46,578", "30,294", "32,552"), ("3,754", "4,128", "4,377")),
        )
    )
    assert {f.values for f in accounts(old, new)} == {("30294", "32552"), ("4128", "4377")}


def test_cells_that_stay_in_their_places_are_compared_there() -> None:
    new = OLD | {"Wages": ("30,294", "46,578", "55,011")}
    assert ("52738", "55011") in {f.values for f in accounts(OLD, new)}


def test_a_year_that_the_earlier_edition_told_of_already_is_no_news() -> None:
    frame = "# Review {0}\n\n{1}\n\n## {0}\n\n{2}\n\n## {3}\n\n{4}\n"
    costs = {
        year: f"| Costs of the guild | {year} |\n|---|---|\n| Ropes | {value} |\n"
        for year, value in ((2018, "64,641"), (2019, "53,061"), (2020, "72,146"))
    }
    made = report(
        frame.format(2019, FILLER, costs[2019], 2018, costs[2018]),
        frame.format(2020, FILLER, costs[2020], 2019, costs[2019]),
    )
    told = [f.values for one in made.findings for f in one.all if f.rule.id == "N101"]
    assert told == [("53061", "72146")]


def test_a_unit_that_one_table_leaves_out_is_no_other_unit() -> None:
    def edition(year: int, first: str, second: str) -> str:
        rows = f"| Ropes | {first} |\n| Lamps | {second} |\n"
        return f"# Review {year}\n\n{FILLER}\n\n| Costs | {year} |\n|---|---|\n{rows}"

    made = report(edition(2019, "$ 4,128", "$ 901"), edition(2020, "4,377", "901"))
    (told,) = [f for one in made.findings for f in one.all if f.rule.id[0] == "N"]
    assert (told.rule.id, told.values) == ("N101", ("4128", "4377"))


def test_a_dash_in_a_table_is_no_error() -> None:
    def edition(year: int, first: str) -> str:
        rows = f"| Ropes | {first} |\n| Lamps | 901 |\n"
        return f"# Review {year}\n\n{FILLER}\n\n| Costs | {year} |\n|---|---|\n{rows}"

    made = report(edition(2019, "4,128"), edition(2020, "—"))
    told = [f for one in made.findings for f in one.all if f.rule.id == "N103"]
    assert [f.severity for f in told] == [Severity.WARNING]


def test_a_value_that_another_row_gives_too_hides_no_restatement() -> None:
    def edition(year: int, gifts: str, loans: str) -> str:
        head = f"| Crowns | {year} | {year - 1} |\n|---|---|---|\n"
        return f"# Review {year}\n\n{FILLER}\n\n{head}| Gifts | {gifts} |\n| Loans | {loans} |\n"

    made = report(
        edition(2019, "441,500 | 420,100", "431,500 | 391,200"),
        edition(2020, "455,300 | 431,500", "501,000 | 431,500"),
    )
    told = [f.values for one in made.findings for f in one.all if f.rule.id == "N105"]
    assert told == [("441500", "431500")]
