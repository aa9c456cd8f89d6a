"""``tracediff timeline``: what it selects, refuses and leaves out, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import tracediff as package
from tests.cli.inside import tracediff
from tests.timeline.making import over, report
from tracediff.errors import InputError
from tracediff.model import Timeline
from tracediff.pipeline import compare, load
from tracediff.timelines.select import nothing_found, select

FOLDER = Path(__file__).parents[2] / "samples" / "timeline"
FILES = sorted(FOLDER.glob("*.md"))


@pytest.fixture(scope="module")
def found() -> Timeline:
    return package.timeline(FILES)


def test_a_timeline_goes_to_the_terminal_and_ends_with_0() -> None:
    ended = tracediff("timeline", *FILES)
    assert (ended.status, ended.err) == (0, "")
    assert "The promise “The government will set up" in ended.out


def test_several_formats_are_written_in_one_run(tmp_path: Path) -> None:
    page, rows = tmp_path / "t.html", tmp_path / "t.csv"
    ended = tracediff("timeline", *FILES, "--format", f"html:{page}", "--format", f"csv:{rows}")
    assert ended.status == 0
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert rows.read_text(encoding="utf-8").startswith("id,label")


def test_files_that_cannot_be_read_are_a_line_each_and_the_rest_goes_on(tmp_path: Path) -> None:
    empty = tmp_path / "2023.md"
    empty.write_text("", encoding="utf-8")
    ended = tracediff("timeline", *FILES, empty, tmp_path / "none.md", "--format", "json")
    assert ended.status == 1
    lines = ended.err.splitlines()
    assert len(lines) == 2
    assert "2023.md" in lines[0] and "none.md" in lines[1]
    said = json.loads(ended.out)
    assert len(said["editions"]) == 5
    assert len(said["left_out"]) == 2


def test_an_edition_of_another_report_is_left_out_wherever_it_stands(tmp_path: Path) -> None:
    for year in (2018, 2021, 2025):
        other = tmp_path / f"{year}-cookbook.md"
        other.write_text(
            f"# Soups of {year}\n\nPeel the turnips. Simmer everything gently. Serve hot.\n",
            encoding="utf-8",
        )
        ended = tracediff("timeline", *FILES, other)
        assert ended.status == 1
        assert ended.err.endswith("-cookbook.md: shares too little with the others; left out\n")
        assert "left out" in ended.out


def test_two_different_reports_are_an_error(tmp_path: Path) -> None:
    other = tmp_path / "2020.md"
    other.write_text("# Soups\n\nPeel the turnips. Simmer gently.\n", encoding="utf-8")
    ended = tracediff("timeline", FILES[0], other, "-o", tmp_path / "t.html")
    assert ended.status == 2
    assert "share too little; are they editions of one report?" in ended.err
    assert not (tmp_path / "t.html").exists()


def test_fewer_than_two_editions_are_an_error(tmp_path: Path) -> None:
    ended = tracediff("timeline", FILES[0])
    assert (ended.status, ended.err) == (2, "tracediff: a timeline needs two editions or more\n")
    with pytest.raises(InputError, match=r"none\.md"):
        package.timeline([FILES[0], tmp_path / "none.md"])


def test_where_too_few_are_left_each_file_has_its_line(tmp_path: Path) -> None:
    empty = tmp_path / "2023.md"
    empty.write_text("", encoding="utf-8")
    ended = tracediff("timeline", FILES[0], empty, tmp_path / "none.md", "-o", tmp_path / "t.json")
    assert ended.status == 2
    first, second = ended.err.splitlines()
    assert first.startswith("tracediff: ") and "2023.md: the file is empty" in first
    assert second.startswith("tracediff: ") and "none.md: no such file" in second
    assert not (tmp_path / "t.json").exists()


def test_a_file_given_twice_is_one_edition() -> None:
    ended = tracediff("timeline", FILES[0], FILES[1], FILES[0], "--format", "json")
    assert ended.status == 1
    assert ended.err == f"tracediff: {FILES[0]}: is given twice; it is one edition\n"
    assert len(json.loads(ended.out)["editions"]) == 2
    alone = tracediff("timeline", FILES[0], FILES[0])
    assert (alone.status, alone.out) == (2, "")


def test_two_editions_of_one_year_are_kept_and_noted(tmp_path: Path) -> None:
    later = tmp_path / "veldania-2020-corrected.md"
    text = FILES[1].read_text(encoding="utf-8")
    later.write_text(text.replace("437", "441"), encoding="utf-8")
    ended = tracediff("timeline", FILES[0], FILES[1], later)
    assert (ended.status, ended.err) == (0, "")
    said = " ".join(ended.out.split())
    assert "both report on 2020" in said
    assert "437 → 441" in said


def test_damaged_files_of_all_kinds_stop_nothing(tmp_path: Path) -> None:
    (tmp_path / "2023.pdf").write_bytes(b"%PDF-1.4 broken")
    (tmp_path / "2024.docx").write_bytes(b"PK\x03\x04junk")
    (tmp_path / "2025").mkdir()
    bad = sorted(tmp_path.iterdir())
    out = tmp_path / "t.html"
    ended = tracediff("timeline", *FILES, *bad, "-o", out)
    assert ended.status == 1
    lines = ended.err.splitlines()
    assert [Path(line.split(": ")[1]).name for line in lines] == ["2023.pdf", "2024.docx", "2025"]
    assert "</html>" in out.read_text(encoding="utf-8")


def test_years_may_be_given(tmp_path: Path) -> None:
    paths = [tmp_path / "a.md", tmp_path / "b.md"]
    for path in paths:
        path.write_text("# Harbours\n\nShips unloaded 40 crates.\n", encoding="utf-8")
    assert package.timeline(paths, years=[1999, 1998]).labels == ("1998", "1999")


def test_readings_are_compared_without_reading_again() -> None:
    old, new = load(FILES[0]), load(FILES[1])
    made, read = compare(old, new), compare(FILES[0], FILES[1])
    assert made.findings == read.findings
    assert made.comparison.old is old
    assert compare(old, FILES[1]).findings == read.findings
    assert package.timeline([new, old]).labels == ("2019", "2020")


def test_steps_are_told() -> None:
    steps: list[str] = []
    package.timeline([load(FILES[0]), FILES[1]], told=steps.append)
    assert steps[0] == "Reading an edition"
    assert steps[1] == f"Reading {FILES[1]}"
    assert steps[-1] == "Following figures and statements"
    assert any(step.startswith("Comparing veldania-2020") for step in steps)


def test_a_measure_is_selected_by_its_words(found: Timeline) -> None:
    part = select(found, measure="children found")
    assert [one.label for one in part.series] == ["Children found at work"]
    assert (part.threads, part.sections) == ((), ())
    assert [one.about for one in part.stories] == [part.series[0].ident]


def test_a_section_is_selected_by_a_part_of_any_of_its_headings(found: Timeline) -> None:
    part = select(found, section="protection of victims")
    assert [one.title for one in part.sections] == ["Help for survivors"]
    later = select(found, section="survivors")
    assert {one.section for one in later.series} == {"Help for survivors"}
    assert {one.section for one in later.threads} == {"Help for survivors"}


def test_what_is_older_than_a_year_is_left_out(found: Timeline) -> None:
    part = select(found, since=2021)
    periods = {one.period.end.year for run in part.series for one in run.observations if one.period}
    assert min(periods) == 2021
    assert all(run.restated == () for run in part.series)
    assert any("compensation fund" in one.text for one in part.threads)
    assert not any("compensation fund" in one.text for one in select(found, since=2022).threads)


def test_nothing_selected_is_said(tmp_path: Path) -> None:
    ended = tracediff("timeline", *FILES, "--measure", "giraffes")
    assert "No figure is given by two editions." in ended.out
    assert "no figure that two editions give is named “giraffes”" in ended.err
    page = tmp_path / "t.html"
    assert tracediff("timeline", *FILES, "--measure", "giraffes", "-o", page).status == 0
    assert "Nothing changed that could be followed." in page.read_text(encoding="utf-8")


def test_names_that_come_near_are_offered(found: Timeline) -> None:
    def why(measure: str = "", section: str = "", since: int | None = None) -> str:
        return nothing_found(found, select(found, measure, section, since), measure, section)

    assert why(measure="children") == why(section="SURVIVORS  ") == ""
    assert why(section="survivor camps").endswith("in its heading; near is: Help for survivors")
    assert why(section="Help for survivers").endswith("; near is: Help for survivors")
    assert why(section="qqq") == "no section has “qqq” in its heading"
    assert "; near is: Children found at work" in why(measure="children who sing")
    assert why(measure="childen").split("; ")[1].startswith("near is: Children found at work")
    assert why(measure="children", since=2090).endswith("of “children” for the years asked for")


def test_a_section_is_found_with_what_stands_below_it_under_all_its_names() -> None:
    def edition(year: int, heading: str, boats: int) -> str:
        return (
            f"# Harbour Review: {year} Edition\n\n## {heading}\n\nThe harbours were busy.\n\n"
            f"### Boats\n\nThe port has {boats} boats.\n\n"
            f"## Fish\n\nFishers landed {boats * 7} tonnes of herring.\n"
        )

    made = over(
        {
            "2015.md": edition(2015, "The Port’s Works", 40),
            "2016.md": edition(2016, "The Port’s Works", 44),
            "2017.md": edition(2017, "Building Sites", 47),
        }
    )
    for asked in ("port's works", "building", "BOATS"):
        assert [len(one.observations) for one in select(made, section=asked).series] == [3]
    assert select(made, section="fish").series[0].unit == "tonne"


def test_a_break_is_shown_and_not_bridged(tmp_path: Path) -> None:
    texts = (
        "Ships unloaded 4,120 containers in 2015.",
        "Ships unloaded 4,377 containers in 2016.",
        "Ships unloaded 2,377 containers from January to June 2017.",
        "Ships unloaded 2,512 containers from January to June 2018.",
    )
    paths = []
    for year, text in enumerate(texts, start=2015):
        paths.append(tmp_path / f"{year}.md")
        paths[-1].write_text(report(year, text), encoding="utf-8")
    ended = tracediff("timeline", *paths)
    assert "[from the 2017 edition period: 2016, then" in " ".join(ended.out.split())
    page = tmp_path / "t.html"
    tracediff("timeline", *paths, "-o", page)
    text = page.read_text(encoding="utf-8")
    assert text.count("<polyline") == 2
    assert text.count('class="break"') == 1
