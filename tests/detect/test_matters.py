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
        ("improved in most of the ports", "worsened in most of the ports", Severity.WARNING),
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
            "Cases sent to the prosecutor by the task force",
        ),
        (
            "With foreign support, 10 coastal districts in the south received $934,674 for nets.",
            "Coastal districts in the south",
        ),
        ("A 14-year-old boy and 24 rowers were hurt.", "Rowers hurt"),
        (
            "The commission identified 339 cases of eviction and 349 cases of debt.",
            "Cases of eviction identified",
        ),
        (
            "The observatory reported 160 deaths involving guards during the year.",
            "Deaths involving guards",
        ),
        ("There were 880 cases filed against brokers.", "Cases filed against brokers"),
        ("Most of the 860 arrests were for theft on the quays.", "Arrests"),
        ("Norr has 153 indigenous territories.", "Indigenous territories of Norr"),
        ("We have around 3,200 clerks working in the harbours.", "Clerks working in the harbours"),
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


def told(folder: Path, old: str, new: str) -> list[tuple[str, ...]]:
    """The rules of each finding with those of its facets, the most serious first."""
    return [tuple(f.rule.id for f in one.all) for one in findings(folder, old, new)]


def test_what_is_restated_and_has_changed_is_one_matter(tmp_path: Path) -> None:
    table = "| Measure | {} | {} |\n|---|---|---|\n| Penalties | {} | {} |\n"
    old = COURTS + table.format(2021, 2022, 402, 431)
    new = COURTS + table.format(2022, 2023, 517, 688)
    assert told(tmp_path, old, new) == [("N105", "N101")]


def test_a_figure_that_a_summary_rounds_is_told_once(tmp_path: Path) -> None:
    summary = "In 2022 the office removed over 1,000 young rowers from 55 galleys.\n\n"
    detail = "In 2022, inspectors of the office removed 1,021 young rowers from galleys.\n"
    gone = findings(tmp_path, summary + COURTS + detail, COURTS)
    heads = [one for one in gone if one.rule.id == "N103"]
    assert len(heads) == 1
    assert any("1,021" in facet.message for facet in heads[0].facets)


def test_other_figures_of_one_thing_are_told_each(tmp_path: Path) -> None:
    lines = "In 2022 the office removed 1,000 young rowers from galleys.\n\n"
    lines += "In 2022 the office removed 1,360 young rowers from galleys in the south.\n\n"
    gone = findings(tmp_path, lines + COURTS, COURTS)
    assert len([one for one in gone if one.rule.id == "N103"]) == 2


def test_a_rule_that_stood_in_two_parts_is_gone_once(tmp_path: Path) -> None:
    said = (
        "The port may share your name, route and cargo with an owner of {} only to answer a"
        " security incident that harms the security of that one company.\n\n"
    )
    old = said.format("the company") + COURTS + said.format("your company")
    gone = [one for one in findings(tmp_path, old, COURTS) if one.rule.id == "C306"]
    assert len(gone) == 1
    assert [facet.rule.id for facet in gone[0].facets] == ["C306"]


def test_two_sentences_on_one_restatement_are_one_matter(tmp_path: Path) -> None:
    said = "In 2022 officers beat {0} stowaways in Norr. All {0} stowaways were freed in 2022.\n"
    found = findings(tmp_path, COURTS + said.format("ten"), COURTS + said.format("seven"))
    restated = [one for one in found if one.rule.id == "N105"]
    assert len(restated) == 1
    assert [facet.rule.id for facet in restated[0].facets if facet.rule.id == "N105"]


def test_slight_news_of_a_new_section_are_told_with_it(tmp_path: Path) -> None:
    fresh = "## Lanterns\n\nThe keepers lit lanterns on the pier. Boys carried oil to them.\n"
    (section,) = findings(tmp_path, COURTS, COURTS + fresh)
    assert section.rule.id == "S402"


def test_what_came_of_it_is_told_before_who_was_trained(tmp_path: Path) -> None:
    trained = "In 2022, the office held workshops for 1,400 trainees from the harbours.\n\n"
    freed = "In 2022, the office freed 400 rowers from the galleys of the coast.\n\n"
    gone = findings(tmp_path, trained + freed + COURTS, COURTS)
    heads = [one.message for one in gone if one.rule.id == "N103"]
    assert "400" in heads[0]
    severities = {one.severity for one in gone if "1,400" in one.message}
    assert severities == {Severity.NOTE}


def test_what_lives_on_in_part_is_quoted_beside_what_is_left(tmp_path: Path) -> None:
    left = "We require key suppliers of timber to sign our Code of the Coast.\n\n"
    whole = (
        "We require key suppliers of timber to answer our form and to sign our Code of the Coast.\n"
    )
    found = findings(tmp_path, left + COURTS + whole, left + COURTS)
    (message,) = [one.message for each in found for one in each.all if one.rule.id == "C306"]
    assert f"the 2023 edition says only “{left.strip().rstrip('.')}”" in message


def test_rows_that_count_one_each_are_gone_together(tmp_path: Path) -> None:
    rows = "| Country | Requests |\n|---|---|\n| Norr | 1 |\n| Veldania | 1 |\n| Ostmark | 1 |\n"
    gone = findings(tmp_path, f"{COURTS}{rows}\nBoys rang bells.\n", f"{COURTS}Boys rang bells.\n")
    assert len([one for one in gone if one.rule.id == "N103"]) == 1


def test_two_small_figures_that_are_alike_by_chance_are_two_matters(tmp_path: Path) -> None:
    raid = "Police arrested three smugglers of brandy in the harbour."
    beaten = "Wardens beat three pilots in the camp."
    found = findings(tmp_path, f"{raid} {COURTS}{beaten}\n", COURTS)
    told = [one.message for one in found if one.rule.id == "N103"]
    assert sorted(message.partition(":")[0] for message in told) == [
        "Pilots beaten in the camp by wardens",
        "Smugglers of brandy in the harbour arrested by police",
    ]
