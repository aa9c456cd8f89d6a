"""One finding a matter, its severity, and the words it is told in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracediff.model import Finding, Severity
from tracediff.pipeline import compare

COURTS = "## Courts\n\nJudges ruled on old cases. Clerks kept the files in order.\n\n"
HOTLINE = (
    "## Hotline\n\nThe hotline received 1,210 calls about unpaid wages in 2022. Volunteers"
    " answered most of them. The board failed to publish a single report on them.\n"
)


def findings(folder: Path, old: str, new: str) -> tuple[Finding, ...]:
    paths = folder / "old.md", folder / "new.md"
    for path, text in zip(paths, (old, new), strict=True):
        path.write_text(f"# Report\n\n{text}", encoding="utf-8")
    return compare(*paths, old_year=2022, new_year=2023).findings


def test_the_figures_of_a_dropped_section_are_told_with_it(tmp_path: Path) -> None:
    (found,) = findings(tmp_path, COURTS + HOTLINE, COURTS)
    assert found.rule.id == "S401"
    assert {"N103", "C306"} <= {facet.rule.id for facet in found.facets}


def test_a_comparison_within_a_sentence_is_told_once(tmp_path: Path) -> None:
    added = (
        "Inspectors freed 313 crews from trawlers during the first half of 2023; in comparison,"
        " inspectors freed 933 crews from trawlers in 2022.\n"
    )
    found = findings(tmp_path, COURTS, COURTS + added)
    assert [one.rule.id for one in found if one.new and "crews" in one.message.casefold()] == [
        "N106"
    ]
    assert "N104" not in {facet.rule.id for one in found for facet in one.facets}


def test_a_table_that_gives_a_change_twice_tells_it_once(tmp_path: Path) -> None:
    table = "| Measure | {0} | {1} |\n|---|---|---|\n| Inspections | {2} | {3} |\n"
    table += "| Inspections at worksites | {2} | {3} |\n"
    found = findings(
        tmp_path,
        COURTS + table.format(2021, 2022, "4,120", "3,805"),
        COURTS + table.format(2022, 2023, "3,805", "2,219"),
    )
    changed = [one for one in found if one.rule.id == "N101"]
    assert len(changed) == 1
    assert any("worksites" in facet.message for facet in changed[0].facets)


@pytest.mark.parametrize(
    ("before", "after", "severity"),
    [
        ("improved in most of the ports", "worsened in most of the ports", Severity.ERROR),
        ("grew 31 percent in all ports", "decreased 33 percent in all ports", Severity.WARNING),
        ("rose to 63 percent in all ports", "fell to 61 percent in all ports", Severity.NOTE),
    ],
)
def test_a_reversal_weighs_less_where_figures_tell_it(
    tmp_path: Path, before: str, after: str, severity: Severity
) -> None:
    start = "The treatment of crews by harbour recruiters "
    found = findings(tmp_path, f"{COURTS}{start}{before}.\n", f"{COURTS}{start}{after}.\n")
    reversed_claims = [one for one in found for one in one.all if one.rule.id == "C301"]
    assert [one.severity for one in reversed_claims] == [severity]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "As of September the task force had sent 17 cases to the prosecutor.",
            "Cases (task force had sent … prosecutor)",
        ),
        (
            "With foreign support, 10 coastal districts in the south received $934,674 for nets.",
            "Coastal districts (foreign support … south received $934,674 for nets)",
        ),
        ("A 14-year-old boy and 24 rowers were hurt.", "Rowers (14-year-old boy … hurt)"),
    ],
)
def test_a_figure_is_named_in_whole_words(tmp_path: Path, sentence: str, told: str) -> None:
    found = findings(tmp_path, f"{COURTS}{sentence}\n", COURTS)
    messages = [one.message for each in found for one in each.all if one.rule.id == "N103"]
    assert [message.split(":")[0] for message in messages] == [told]


def test_an_amount_keeps_its_currency(tmp_path: Path) -> None:
    said = "The government spent NRs {} million on ramps in {}.\n"
    found = findings(tmp_path, COURTS + said.format(80, 2022), COURTS + said.format(90, 2023))
    assert "80 million Nepalese rupees in 2022" in found[0].message
