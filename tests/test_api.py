"""The interface in Python: what the documentation shows runs, and a call does what it says."""

from __future__ import annotations

import doctest
import importlib
import json
import os
import pkgutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

import tracediff
from tests.readers.docx_maker import docx, para, run
from tracediff import jobs
from tracediff.errors import InputError
from tracediff.settings import Reading, Settings

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "samples"
OLD, NEW = SAMPLES / "veldania-2023.md", SAMPLES / "veldania-2024.md"
PORTS = "# Ports {}\n\nThe port inspected {} ships in {}. It fined nine captains in {}.\n"


def ports(year: int, ships: int) -> tracediff.Edition:
    return tracediff.read_text(PORTS.format(year, ships, year, year), name=f"{year}.md")


@pytest.fixture(scope="module")
def report() -> tracediff.Report:
    return tracediff.compare(OLD, NEW)


def test_the_examples_of_the_page_run() -> None:
    names = {name: getattr(tracediff, name) for name in tracediff.__all__}
    page = (ROOT / "docs" / "api.md").read_text(encoding="utf-8").replace("```", "")
    examples = doctest.DocTestParser().get_doctest(page, names, "api.md", "api.md", 0)
    done = doctest.DocTestRunner().run(examples)
    assert done.failed == 0
    assert done.attempted > 15


def test_the_examples_in_the_code_run() -> None:
    attempted = 0
    for found in pkgutil.walk_packages(tracediff.__path__, "tracediff."):
        if found.name.endswith("__main__"):
            continue
        module = importlib.import_module(found.name)
        done = doctest.testmod(module)
        assert done.failed == 0, found.name
        attempted += done.attempted
    assert attempted > 150


def test_the_notebook_runs_from_a_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    notebook = _tour()
    client = NotebookClient(notebook, timeout=120, resources={"metadata": {"path": ROOT / "docs"}})
    client.execute()
    shown = [cell.outputs for cell in notebook.cells if cell.cell_type == "code"]
    assert all(shown)
    assert "text/html" in shown[0][0].data
    assert not any(cell.get("outputs") for cell in _tour().cells)  # nothing that could be stale


def _tour() -> Any:
    text = (ROOT / "docs" / "tour.ipynb").read_text(encoding="utf-8")
    return nbformat.reads(text, as_version=4)  # type: ignore[no-untyped-call]


def test_dir_shows_the_public_names_and_each_can_be_had() -> None:
    assert set(tracediff.__all__) <= set(dir(tracediff))
    assert {"Settings", "check", "read_text"} <= set(dir(tracediff))
    for name in dir(tracediff):
        assert getattr(tracediff, name) is not None
    with pytest.raises(AttributeError, match="has no attribute 'lost'"):
        tracediff.lost  # noqa: B018


def test_importing_it_loads_next_to_nothing_of_it() -> None:
    code = "import sys, tracediff; print(sorted(m for m in sys.modules if 'tracediff' in m))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout.strip() == "['tracediff', 'tracediff.shown', 'tracediff.version']"


def test_text_and_bytes_are_read_in_the_format_asked_for() -> None:
    assert tracediff.read_text("<html><p>It paid 12 grants.</p>").format == "html"
    plain = tracediff.read_text("<p>It paid 12 grants.</p>", format="text")
    assert plain.sentences[0].text.startswith("<p>")
    word = docx([para(run("It paid 12 grants."))])
    assert tracediff.read_text(word).format == "docx"
    assert tracediff.read_text("It paid 12.", name="report-2023.md").year == 2023
    assert tracediff.read_text("It paid 12.", year=2019).year == 2019
    assert tracediff.read_text("It paid \ud800 12 grants in all.").sentences


@pytest.mark.parametrize(
    ("text", "form", "says"),
    [
        (" \n", None, "text: the file is empty"),
        ("Words.", "rtf", "text: 'rtf' is no format; it is one of pdf, odt, docx, html,"),
        ("---\ntitle: A\n---\n", "markdown", "text: "),
        ("# Head\n", "markdown", "text: holds no sentence; is it the right file?"),
        ("x" * 2000, None, "text: more than 0 MB; split it, or raise reading.max_bytes"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(text: str, form: str | None, says: str) -> None:
    with pytest.raises(InputError) as raised:
        tracediff.read_text(text, format=form, settings=Settings(reading=Reading(max_bytes=1000)))
    assert str(raised.value).startswith(says)
    assert "\n" not in str(raised.value)


def test_a_report_becomes_every_format(report: tracediff.Report) -> None:
    assert json.loads(report.to_json())["schema_version"] == 1
    page = report.to_html(title="Our title", note="Our note", confidentiality="Secret")
    assert all(text in page for text in ("Our title", "Our note", "Secret"))
    assert report.to_markdown(title="Our title", limit=2).startswith("## Our title")
    assert report.to_xlsx()[:2] == b"PK"
    word = tracediff.compare(SAMPLES / "veldania-2023.docx", SAMPLES / "veldania-2024.docx")
    assert word.to_docx()[:2] == b"PK"


def test_whether_a_report_fails_is_asked_with_a_severity(report: tracediff.Report) -> None:
    milder = tracediff.compare(ports(2023, 120), ports(2024, 180))  # one warning
    asked = ("error", "warning", "note", "never")
    assert [milder.fails(least) for least in asked] == [False, True, True, False]
    assert [report.fails(least) for least in asked] == [True, True, True, False]
    with pytest.raises(ValueError, match="'warnings' is no severity; it is one of error, warning"):
        report.fails("warnings")


def test_a_report_becomes_data_frames(report: tracediff.Report) -> None:
    findings = report.to_frame()
    assert list(findings.message) == [finding.message for finding in report.findings]
    assert findings.story.notna().any()
    assert list(report.to_frame("stories").headline) == [one.headline for one in report.stories]
    figures = report.to_frame("figures")
    assert len(figures) == sum(len(series.points) for series in report.figures)
    assert report.figures == report.changed_series
    with pytest.raises(ValueError, match="'links' is not one of findings, stories, figures"):
        report.to_frame("links")


def test_what_is_shown_is_short(report: tracediff.Report) -> None:
    timeline = tracediff.timeline([ports(2023, 120), ports(2024, 180)])
    comparison = report.comparison
    one = tracediff.read_text("It paid twelve grants.")
    shown = [
        report, report.old, one, comparison, comparison.old, report.findings[0], report.stories[0],
        report.figures[0], report.figures[0].points[0], report.comparison.old.facts[0],
        report.links[0], report.old.sentences[0], tracediff.Portfolio(()),
        timeline, type(timeline)((), (), (), (), (), ()),
    ]  # fmt: skip
    for noun in shown:
        assert repr(noun).startswith(f"<{type(noun).__name__} ")
        assert len(repr(noun)) < 400
    assert repr(one) == "<Edition text: 1 sentence>"
    assert repr(tracediff.compare(ports(2023, 1), ports(2023, 1))).endswith("0 findings, 0 checks>")
    assert repr(shown[-1]) == "<Timeline empty: 0 editions, 0 series>"
    assert repr(report.links[0]) == "<Link edited: 0 → 0>"
    long = tracediff.read_text(
        f"It paid grants to {'towns and ' * 9}villages.\n\n| a | b |\n|---|---|\n| 1 | 2 |"
    )
    assert (
        repr(long.sentences[0]) == f"<Sentence 0, line 1: It paid grants to {'towns and ' * 4}t…>"
    )
    assert repr(long.tables[0]).endswith("villages.: 1 × 2 cells>")


def test_figures_and_settings_are_shown_by_what_they_say() -> None:
    report = tracediff.compare(ports(2023, 120), ports(2024, 1_800))
    [figures] = report.figures
    assert repr(figures) == "<Series Ships inspected by the port: 2 values>"
    assert [repr(point) for point in figures.points] == [
        "<Point old <Fact 120: ships inspected by the port, 2023>>",
        "<Point new <Fact 1,800: ships inspected by the port, 2024>>",
    ]
    [amount] = tracediff.extract_facts("The council spent $1,200.")
    assert repr(amount).startswith("<Fact 1,200 USD: ")
    [none] = tracediff.extract_facts("Courts did not report convicting any traffickers.")
    assert repr(none).startswith("<Fact not_reported: ")
    usual = tracediff.Settings()
    assert repr(usual) == "Settings()"
    milder = replace(usual, grading=replace(usual.grading, ignore=("S404",)))
    assert repr(milder) == "Settings(grading=Grading(ignore=('S404',)))"


def test_a_call_forks_nobody_unless_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def refuse() -> bool:
        asked.append(1)
        return False

    monkeypatch.setattr(jobs, "_may_fork", refuse)
    settings = Settings(reading=Reading(at_once=1))
    tracediff.compare(OLD, NEW, settings=settings)
    assert not asked
    both = tracediff.compare(OLD, NEW, settings=settings, parallel=True)
    assert asked
    asked.clear()
    tracediff.check(NEW, OLD, settings=settings, parallel=True)
    assert asked
    assert both == tracediff.compare(OLD, NEW, settings=settings)


def test_check_takes_paths_and_editions() -> None:
    by_path = tracediff.check(NEW, OLD)
    assert [f.fingerprint for f in by_path.findings] == [
        f.fingerprint for f in tracediff.check(str(NEW), tracediff.read(OLD)).findings
    ]
    alone = tracediff.check(NEW)
    assert alone.old.path == alone.new.path
    assert tracediff.check(tracediff.read(NEW)).findings == alone.findings
    assert tracediff.check(NEW, OLD.parent).old.path.endswith("veldania-2024.md")
    with pytest.raises(InputError, match="since: a draft in memory has no revisions"):
        tracediff.check(ports(2024, 1), since="main")
    with pytest.raises(InputError, match=r"2024.md: shares almost nothing with other; are they"):
        other = tracediff.read_text("Nothing here has anything to do with it. " * 3, name="other")
        tracediff.check(ports(2024, 1), other)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs git and a shell")
def test_check_since_a_revision(tmp_path: Path) -> None:
    def git(*arguments: str) -> None:
        names = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        subprocess.run(["git", "-C", str(tmp_path), *names, *arguments], check=True)

    draft, edition = tmp_path / "draft.md", tmp_path / "2023.md"
    edition.write_text(PORTS.format(2023, 120, 2023, 2023))
    draft.write_text(PORTS.format(2024, 180, 2024, 2024))
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-q", "-m", "start")
    draft.write_text(PORTS.format(2024, 190, 2024, 2024))
    report = tracediff.check(draft, edition, since="main")
    assert report.since is not None
    assert [edit.new for edit in report.since.edits] == ["The port inspected 190 ships in 2024."]
    assert [finding.change and finding.change.new for finding in report.open] == [190]
