"""Which files a check looks at, and which it must not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.inside import tracediff
from tests.scenario.texts import CORRECTED_DRAFT, EDITION_2024
from tracediff import jobs, ours
from tracediff.config import Config, Pair
from tracediff.errors import InputError
from tracediff.ours import is_report, signed
from tracediff.pairs import check_pairs, plan
from tracediff.settings import Settings


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    for folder, text in (("drafts", CORRECTED_DRAFT), ("published", EDITION_2024)):
        (tmp_path / folder / "part").mkdir(parents=True)
        (tmp_path / folder / "2024.md").write_text(text, encoding="utf-8")
    return tmp_path


def planned(desk: Path) -> list[str]:
    pair = Pair("drafts", str(desk / "drafts"), str(desk / "published"))
    return [Path(one.draft).name for one in plan(pair, Config()).pairs]


@pytest.mark.parametrize("locked", ["published", "published/part", "drafts"])
def test_a_folder_that_cannot_be_looked_into_is_an_error(
    desk: Path, monkeypatch: pytest.MonkeyPatch, locked: str
) -> None:
    plain = os.scandir

    def scandir(place: str) -> object:  # whoever runs as root may look into everything
        if Path(place) == desk / locked:
            raise PermissionError(13, "Permission denied", str(place))
        return plain(place)

    monkeypatch.setattr(os, "scandir", scandir)
    with pytest.raises(InputError) as told:
        planned(desk)
    assert str(told.value) == (
        f"{desk / locked}: cannot be looked into (Permission denied); check its permissions"
    )


def test_a_folder_of_editions_without_any_is_an_error(desk: Path) -> None:
    (desk / "published" / "2024.md").unlink()
    with pytest.raises(InputError, match="published: holds no report that can be read"):
        planned(desk)


@pytest.mark.parametrize("form", ["html:r.html", "markdown:r.md", "terminal:r.txt"])
def test_a_report_among_the_drafts_is_never_read_as_one(desk: Path, form: str) -> None:
    form, _, name = form.partition(":")
    call = ("check", "drafts/2024.md", "--against", "published/2024.md")
    tracediff(*call, "--format", f"{form}:drafts/{name}", folder=desk)
    assert (desk / "drafts" / name).exists()
    assert planned(desk) == ["2024.md"]
    named = tracediff("check", f"drafts/{name}", "--against", "published/2024.md", folder=desk)
    assert named.status == 2
    assert f"drafts/{name}: is a report that tracediff wrote; give the edition itself" in named.err


@pytest.mark.parametrize("form", ["html", "markdown", "terminal"])
def test_a_comparison_is_known_again_too(desk: Path, form: str) -> None:
    call = ("compare", "published/2024.md", "drafts/2024.md", "--format", f"{form}:r.md")
    tracediff(*call, folder=desk)
    assert is_report(desk / "r.md")
    tracediff("facts", "drafts/2024.md", "-o", "facts.txt", folder=desk)
    assert is_report(desk / "facts.txt")


def test_on_standard_output_only_what_nobody_sees_is_signed(desk: Path) -> None:
    shown = tracediff("compare", "published/2024.md", "drafts/2024.md", folder=desk).out
    assert ours.SIGNATURES["terminal"] not in shown
    call = ("compare", "published/2024.md", "drafts/2024.md", "--format", "markdown")
    assert tracediff(*call, folder=desk).out.endswith(f"\n{ours.SIGNATURES['markdown']}\n")


def test_a_text_that_only_speaks_of_a_report_is_none(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"It ends with {ours.SIGNATURES['markdown']}, as reports do.\n")
    assert not is_report(path)
    path.write_text(signed("No findings.\n", "markdown", "a.md"))
    assert is_report(path)
    assert signed("{}\n", "json", "a.json") == "{}\n"
    path.unlink()
    assert not is_report(path)
    os.mkfifo(path)
    assert not is_report(path)


def test_a_file_that_may_not_be_read_is_left_to_its_reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.md"
    path.write_text("words")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert not is_report(path)


def test_two_processes_find_what_one_does(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "_may_fork", lambda: True)
    (desk / "drafts" / "part" / "bad.md").write_text("\n", encoding="utf-8")
    (desk / "drafts" / "part" / "2024.md").write_text(CORRECTED_DRAFT, encoding="utf-8")
    (desk / "published" / "part" / "2024.md").write_text(EDITION_2024, encoding="utf-8")
    run = plan(Pair("d", str(desk / "drafts"), str(desk / "published")), Config())
    alone = check_pairs(run.pairs, Settings())
    with jobs.two_processes():
        both = check_pairs(run.pairs, Settings())
    assert both[0] == alone[0]
    assert list(both[0]) == ["2024.md", "part/2024.md"]
    assert [str(error) for error in both[1]] == [str(error) for error in alone[1]]
    assert "the file is empty" in str(both[1][0])


def test_totals_are_told_by_document_then_together(desk: Path) -> None:
    (desk / "drafts" / "part" / "2024.md").write_text(EDITION_2024, encoding="utf-8")
    (desk / "published" / "part" / "2024.md").write_text(EDITION_2024, encoding="utf-8")
    lines = tracediff("check", "drafts", "--against", "published", folder=desk).out.splitlines()
    first, second, total = lines[-3:]
    assert first.startswith("2024.md: ")
    assert second == "part/2024.md: Nothing changed that matters to what the report says."
    assert total.startswith("drafts/2024.md, drafts/part/2024.md: ")
    assert first.partition(": ")[2] == total.partition(": ")[2]
    for number in range(4):
        for folder in ("drafts", "published"):
            (desk / folder / f"more-{number}.md").write_text(EDITION_2024, encoding="utf-8")
    last = tracediff("check", "drafts", "--against", "published", folder=desk).out.splitlines()[-1]
    assert last.startswith("6 documents: ")
