"""Five editions of an invented country: what was planted in them is told."""

from __future__ import annotations

import json
from decimal import Decimal
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import tracediff
from tracediff.model import MeasureRun, Thread, ThreadKind, Timeline
from tracediff.render import TIMELINE_RENDERERS, Options

FOLDER = Path(__file__).parents[2] / "samples" / "timeline"
YEARS = (2019, 2020, 2021, 2022, 2024)


@cache
def found() -> Timeline:
    return tracediff.timeline([FOLDER / f"veldania-{year}.md" for year in (2024, *YEARS[:-1])])


def run(words: str) -> MeasureRun:
    return next(one for one in found().series if words in one.label)


def thread(words: str) -> Thread:
    return next(one for one in found().threads if words in one.text)


def values(one: MeasureRun) -> list[tuple[str, int | None]]:
    return [
        (cell.period.label, None if cell.latest.value is None else int(cell.latest.value))
        for cell in one.cells
        if cell.period
    ]


def written(form: str, **options: Any) -> str:
    return TIMELINE_RENDERERS[form](found(), Options(**options))


def test_editions_stand_in_order_of_their_data_whatever_the_order_of_the_files() -> None:
    assert found().labels == ("2019", "2020", "2021", "2022", "2024")


def test_a_missing_edition_is_noted() -> None:
    (note,) = found().notes
    assert note.endswith("veldania-2024.md an edition is missing")
    assert "veldania-2022.md" in note


def test_a_figure_runs_through_all_editions_and_the_years_before_them() -> None:
    assert values(run("Victims of forced labour")) == [
        ("2018", 388), ("2019", 412), ("2020", 451), ("2021", 398), ("2022", 365), ("2023", 342),
        ("2024", 310),
    ]  # fmt: skip


def test_a_restated_value_is_told_with_both_values_and_editions() -> None:
    (restated,) = run("Victims of forced labour").restated
    assert (restated.period.label, restated.first, restated.later) == (
        "2020",
        Decimal(437),
        Decimal(451),
    )
    assert (restated.first_edition, restated.later_edition, restated.sure) == (1, 2, True)
    assert "same sentence" in restated.why
    assert [one for series in found().series for one in series.restated] == [restated]


def test_a_sentence_that_gives_its_figure_no_more_is_an_observation_without_value() -> None:
    inspectors = run("Labour inspectors")
    assert values(inspectors) == [
        ("2019", 85), ("2020", 85), ("2021", 81), ("2022", None), ("2024", None),
    ]  # fmt: skip
    silent = inspectors.observations[-1]
    assert (silent.status, silent.bound) == ("not_reported", "exact")
    assert found().quote(silent).startswith("The number of labour inspectors was too small")


def test_a_year_that_gives_no_figure_is_a_gap_and_no_zero() -> None:
    assert values(run("rickworks")) == [("2019", 640), ("2020", 655), ("2022", 702), ("2024", 718)]


def test_a_commitment_that_was_put_off_twice_and_dropped_is_told_so() -> None:
    fund = thread("compensation fund")
    assert fund.kind is ThreadKind.COMMITMENT
    assert [(one.edition, one.how) for one in fund.changes] == [(1, "put off"), (2, "put off")]
    assert (fund.first, fund.last, fund.gone, fund.how) == (0, 2, 3, "dropped")
    assert found().stories[0].text == (
        "The promise “The government will set up a compensation fund for victims by 2024”,"
        " given in 2019, put off twice, was dropped in 2022."
    )
    assert found().stories[0].about == fund.ident


@pytest.mark.parametrize(
    ("words", "edition", "how"),
    [
        ("Judges should", 2, "weakened"),
        ("legal advice to most", 2, "weakened"),
        ("ratified the protocol", 3, "reversed"),
    ],
)
def test_a_statement_is_told_with_the_edition_that_changed_it(
    words: str, edition: int, how: str
) -> None:
    assert [(one.edition, one.how) for one in thread(words).changes] == [(edition, how)]


def test_a_renamed_section_is_one_and_a_section_that_is_gone_ends() -> None:
    renamed = next(one for one in found().sections if one.title == "Help for survivors")
    assert renamed.titles[:3] == (*["Protection of victims"] * 2, "Help for survivors")
    assert renamed.renamed == (2,)
    gone = next(one for one in found().sections if one.title == "International cooperation")
    assert gone.titles[-1] is None
    assert gone.changed[0] is None and gone.changed[1] == 0.0


def test_the_year_in_a_heading_makes_it_no_other_heading() -> None:
    assert found().sections[0].renamed == ()


def test_no_more_than_ten_stories_and_five_of_a_sort() -> None:
    stories = found().stories
    assert len(stories) == 10
    assert [one.importance for one in stories] == sorted(
        (one.importance for one in stories), reverse=True
    )
    series = {one.ident for one in found().series}
    assert sum(one.about in series for one in stories) == 5


def test_ids_stay_when_a_later_edition_is_added() -> None:
    earlier = tracediff.timeline([FOLDER / f"veldania-{year}.md" for year in YEARS[:3]])
    ids = {one.label: one.ident for one in found().series}
    assert {one.ident for one in earlier.series} <= set(ids.values())
    assert {one.ident for one in earlier.threads if len(one.places) > 1} <= {
        one.ident for one in found().threads
    }


def test_rows_hold_each_observation() -> None:
    rows = found().rows()
    assert len(rows) == sum(len(one.observations) for one in found().series)
    assert rows[0]["label"] == "Victims of forced labour identified by the labour inspectorate"
    assert (rows[0]["value"], rows[0]["status"], rows[0]["period"]) == (412.0, "reported", "2019")


def test_a_frame_is_made_by_pandas(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys
    from types import SimpleNamespace

    monkeypatch.setitem(sys.modules, "pandas", SimpleNamespace(DataFrame=len))
    assert found().to_frame() == len(found().rows())
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(ImportError, match="pandas is not installed; pip install pandas"):
        found().to_frame()


def test_the_json_fits_its_schema() -> None:
    said = json.loads(written("json"))
    text = files("tracediff").joinpath("schema/timeline.schema.json").read_text(encoding="utf-8")
    jsonschema.Draft202012Validator(json.loads(text)).validate(said)
    assert [one["name"] for one in said["editions"]] == [str(year) for year in YEARS]
    first = said["series"][0]
    assert first["restated"][0]["first_edition"].endswith("veldania-2020.md")
    assert first["points"][0]["quote"] == "412"
    fund = next(one for one in said["threads"] if "compensation fund" in one["text"])
    assert fund["gone"].endswith("veldania-2022.md")
    assert [one["how"] for one in fund["changes"]] == ["put off", "put off"]
    assert said["sections"][2]["editions"][0]["changed"] is None
    assert said["stories"][0]["about"] == fund["id"]


def test_the_csv_has_a_row_for_each_observation() -> None:
    lines = written("csv").splitlines()
    assert lines[0].startswith("id,label,unit,section,edition,period,start,end,value,status")
    assert len(lines) == 1 + len(found().rows())
    (restated,) = [line for line in lines if ",yes," in line]
    assert ",2020,2020-01-01,2020-12-31,451,reported,exact,yes,451," in restated


def test_the_terminal_shows_stories_figures_statements_and_sections() -> None:
    text = written("terminal", width=100)
    wide = written("terminal", width=200)  # where no value is broken over two lines
    assert "437 → 451 (restated)" in wide
    assert "███××" in text
    assert "2022: not given" in wide
    assert "2019 to 2021; put off in 2020; put off in 2021; gone since 2022" in text
    assert "Help for survivors" in text and "renamed in 2021" in text
    assert all(len(line) <= 100 for line in text.splitlines())


def test_the_terminal_says_how_much_it_leaves_out() -> None:
    text = written("terminal", width=100, limit=2)
    assert "8 more figures; --limit shows more" in text
    assert "2 more statements; --limit shows more" in text
    assert "4 more sections; --limit shows more" in text


def test_the_page_holds_evidence_charts_and_nothing_from_elsewhere() -> None:
    page = written("html", title="Veldania <over time>")
    assert "<title>Veldania &lt;over time&gt;</title>" in page
    assert '<span class="restated"><s>437</s> 451</span>' in page
    assert "<mark>437</mark>" in page
    assert '<td class="heat h0">0%</td>' in page
    assert 'class="cross"' in page and "<polyline" in page
    assert "http" not in page.replace("http-equiv", "")


def test_the_docs_show_what_the_program_prints(monkeypatch: pytest.MonkeyPatch) -> None:
    page = (FOLDER.parents[1] / "docs" / "timeline.md").read_text(encoding="utf-8")
    shown = page.split("```console\n")[1].split("\n```")[0].split("\n", 1)[1]
    monkeypatch.chdir(FOLDER.parents[1])
    there = [f"samples/timeline/veldania-{year}.md" for year in YEARS]
    text = TIMELINE_RENDERERS["terminal"](tracediff.timeline(there), Options(width=92, limit=6))
    assert text.rstrip("\n") == shown
