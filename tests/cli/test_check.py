"""The check: what it looks at, where its reports go, how it ends."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.inside import tracediff
from tests.scenario.texts import CORRECTED_DRAFT, EDITION_2024, FIRST_DRAFT

PAIR = ("draft.md", "--against", "2024.md")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "2024.md").write_text(EDITION_2024, encoding="utf-8")
    (tmp_path / "draft.md").write_text(FIRST_DRAFT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def folders(tmp_path: Path) -> Path:
    for name in ("published", "drafts"):
        (tmp_path / name / "annex").mkdir(parents=True)
    (tmp_path / "published" / "bay-2023.md").write_text("# Bay\n\nNothing.\n", encoding="utf-8")
    (tmp_path / "published" / "bay-2024.md").write_text(EDITION_2024, encoding="utf-8")
    (tmp_path / "published" / "annex" / "a.md").write_text(EDITION_2024, encoding="utf-8")
    (tmp_path / "published" / "gone.md").write_text(EDITION_2024, encoding="utf-8")
    (tmp_path / "drafts" / "bay-2025-draft.md").write_text(FIRST_DRAFT, encoding="utf-8")
    (tmp_path / "drafts" / "annex" / "a.md").write_text(EDITION_2024, encoding="utf-8")
    (tmp_path / "drafts" / "new.md").write_text("# New\n\nIt has [number] rooms.\n")
    (tmp_path / "drafts" / "notes.xyz").write_text("no report")
    return tmp_path


def test_several_formats_come_out_of_one_run(desk: Path) -> None:
    ended = tracediff(
        "check", *PAIR, "--format", "terminal", "--format", "sarif:out.sarif",
        "--format", "html:report.html", "--format", "junit:out.xml", folder=desk,
    )  # fmt: skip
    assert ended.status == 1
    assert "error A203" in ended.out
    assert json.loads((desk / "out.sarif").read_text(encoding="utf-8"))["runs"]
    assert "<title>" in (desk / "report.html").read_text(encoding="utf-8")
    assert "<testsuites" in (desk / "out.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "formats",
    [
        ("--format", "sarif", "--format", "json"),
        ("--format", "sarif:x", "--format", "json:./x"),
        ("--format", "sarif:x", "-o", "y"),
        ("--format", "docx"),
        ("--format", "sarif:"),
        ("--format", "sarif:draft.md"),
    ],
)
def test_formats_that_cannot_all_be_written_are_refused(
    desk: Path, formats: tuple[str, ...]
) -> None:
    before = sorted(path.name for path in desk.iterdir())
    ended = tracediff("check", *PAIR, *formats, folder=desk)
    assert ended.status == 2
    assert ended.out == ""
    assert sorted(path.name for path in desk.iterdir()) == before
    assert (desk / "draft.md").read_text(encoding="utf-8") == FIRST_DRAFT


@pytest.mark.parametrize(
    "name", ["terminal", "html", "json", "markdown", "csv", "sarif", "github", "gitlab", "junit",
             "rdjson"]
)  # fmt: skip
def test_no_format_changes_the_exit_status(desk: Path, name: str) -> None:
    assert tracediff("check", *PAIR, "--format", name, folder=desk).status == 1
    assert tracediff("check", *PAIR, "--format", name, "--exit-zero", folder=desk).status == 0


def test_exit_zero_never_hides_that_the_check_could_not_be_made(desk: Path) -> None:
    (desk / "other.md").write_text("Trains ran late all autumn.\n", encoding="utf-8")
    (desk / "empty.md").write_text("", encoding="utf-8")
    for draft in ("other.md", "empty.md", "missing.md"):
        ended = tracediff("check", draft, "--against", "2024.md", "--exit-zero", folder=desk)
        assert ended.status == 2
        assert ended.err.count("\n") == 1


def test_nothing_to_check_is_not_a_success(desk: Path) -> None:
    ended = tracediff("check", folder=desk)
    assert ended.status == 2
    assert "give DRAFT, or declare a [[pair]]" in ended.err


def test_folders_are_matched_by_name(folders: Path) -> None:
    ended = tracediff(
        "check", "drafts", "--against", "published", "--format", "gitlab", folder=folders
    )
    assert ended.status == 1
    paths = {one["location"]["path"] for one in json.loads(ended.out)}
    assert paths == {"drafts/bay-2025-draft.md", "drafts/new.md"}
    assert "drafts/new.md: has no counterpart in published; it is checked alone" in ended.err
    assert "published/gone.md: has no counterpart in drafts" in ended.err
    assert "bay-2023" not in ended.err


def test_a_format_for_one_pair_is_refused_for_several_or_written_for_each(folders: Path) -> None:
    both = ("check", "drafts", "--against", "published")
    refused = tracediff(*both, "--format", "html:out.html", folder=folders)
    assert refused.status == 2
    assert "{pair}" in refused.err
    assert not (folders / "out.html").exists()
    assert tracediff(*both, "--format", "html:out-{pair}.html", folder=folders).status == 1
    names = {path.name for path in folders.glob("*.html")}
    assert names == {"out-annex-a.md.html", "out-bay-2025-draft.md.html", "out-new.md.html"}


def test_declared_pairs_are_checked_together_and_by_name(desk: Path) -> None:
    (desk / "good.md").write_text(EDITION_2024, encoding="utf-8")
    (desk / "tracediff.toml").write_text(
        "[[pair]]\nname='good'\ndraft='good.md'\nagainst='2024.md'\n"
        "[[pair]]\nname='bad'\ndraft='draft.md'\nagainst='2024.md'\n",
        encoding="utf-8",
    )
    assert tracediff("check", folder=desk).status == 1
    assert tracediff("check", "good", folder=desk).status == 0
    assert tracediff("check", "good.md", folder=desk).status == 0
    assert tracediff("check", "draft.md", folder=desk).status == 1
    both = tracediff("check", "--format", "markdown", folder=desk).out
    assert both.count("\n## ") + both.startswith("## ") == 2
    runs = json.loads(tracediff("check", "--format", "sarif", folder=desk).out)["runs"]
    ids = [run["automationDetails"]["id"] for run in runs]
    assert ids == ["tracediff/good/", "tracediff/bad/"]


def test_one_pair_that_cannot_be_read_does_not_hide_the_others(desk: Path) -> None:
    (desk / "tracediff.toml").write_text(
        "[[pair]]\nname='lost'\ndraft='lost.md'\nagainst='2024.md'\n"
        "[[pair]]\nname='bad'\ndraft='draft.md'\nagainst='2024.md'\n",
        encoding="utf-8",
    )
    ended = tracediff("check", "--exit-zero", folder=desk)
    assert ended.status == 2
    assert "lost.md: no such file" in ended.err
    assert "error A203" in ended.out


def test_a_draft_is_checked_against_itself_at_a_revision(desk: Path) -> None:
    def git(*arguments: str) -> None:
        name = ("-c", "user.name=a", "-c", "user.email=a@example.org")
        subprocess.run(["git", *name, *arguments], cwd=desk, check=True, capture_output=True)

    (desk / "draft.md").write_text(EDITION_2024, encoding="utf-8")
    git("init", "-b", "main")
    git("add", "draft.md")
    git("commit", "-m", "last year")
    assert tracediff("check", "draft.md", "--against", "main", folder=desk).status == 0
    (desk / "draft.md").write_text(FIRST_DRAFT, encoding="utf-8")
    for against in ("main", "HEAD", "main:draft.md"):
        ended = tracediff("check", "draft.md", "--against", against, folder=desk)
        assert ended.status == 1, ended.err
        assert "error A203" in ended.out
    sarif = tracediff("check", "draft.md", "--against", "main", "--format", "sarif", folder=desk)
    earlier = json.loads(sarif.out)["runs"][0]["results"][0]["relatedLocations"][0]
    assert earlier["physicalLocation"]["artifactLocation"]["uri"] == "draft.md"


def test_the_job_summary_is_filled_and_kept(desk: Path) -> None:
    summary = desk / "summary.md"
    summary.write_text("before\n", encoding="utf-8")
    ended = tracediff("check", *PAIR, folder=desk, GITHUB_STEP_SUMMARY=str(summary))
    assert ended.status == 1
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("before\n## ")
    assert "placeholder" in text


def test_statistics_count_the_findings_of_each_rule(desk: Path) -> None:
    ended = tracediff("check", *PAIR, "--statistics", folder=desk)
    assert "    1  D503  placeholder" in ended.out
    machine = tracediff("check", *PAIR, "--statistics", "--format", "json", folder=desk)
    json.loads(machine.out)
    assert "    1  D503  placeholder" in machine.err


def test_unused_waivers_are_told_only_where_the_run_can_know(desk: Path) -> None:
    waiver = "[[waiver]]\nfingerprint='aaaaaaaaaaaaaaaa:1'\nreason='Agreed in May.'\n{}"
    config = desk / "tracediff.toml"
    config.write_text(waiver.format(""), encoding="utf-8")
    assert "W602" in tracediff("check", *PAIR, folder=desk).out
    assert "W602" not in tracediff("check", *PAIR, "--select", "N", folder=desk).out
    assert "W602" not in tracediff("check", "draft.md", folder=desk).out
    config.write_text(waiver.format("draft='another.md'\n"), encoding="utf-8")
    assert "W602" not in tracediff("check", *PAIR, folder=desk).out


def test_a_waiver_by_values_is_enough(desk: Path) -> None:
    (desk / "draft.md").write_text(CORRECTED_DRAFT, encoding="utf-8")
    found = json.loads(tracediff("check", *PAIR, "--format", "json", folder=desk).out)["findings"]
    schools = next(f for f in found if f["rule"] == "N101" and "Schools" in f["message"])
    waiver = (
        "[[waiver]]\nrule='figure-changed'\nsection='Schools'\nmeasure='*schools*'\n"
        "old={}\nnew={}\nreason='One school was built.'\n"
    )
    config = desk / "tracediff.toml"
    numbers = (schools["change"]["from"], schools["change"]["to"])
    config.write_text(waiver.format(*numbers), encoding="utf-8")
    assert "1 finding signed off" in tracediff("check", *PAIR, folder=desk).out
    config.write_text(waiver.format(numbers[0], 99), encoding="utf-8")
    assert "signed off" not in tracediff("check", *PAIR, folder=desk).out


def test_files_of_one_name_in_two_declared_folders_are_both_checked(tmp_path: Path) -> None:
    config = ""
    for name, text in (("a", FIRST_DRAFT), ("b", FIRST_DRAFT)):
        for folder, content in ((f"{name}-draft", text), (f"{name}-published", EDITION_2024)):
            (tmp_path / folder).mkdir()
            (tmp_path / folder / "report.md").write_text(content, encoding="utf-8")
        config += f"[[pair]]\nname='{name}'\ndraft='{name}-draft'\nagainst='{name}-published'\n"
    (tmp_path / "tracediff.toml").write_text(config, encoding="utf-8")
    runs = json.loads(tracediff("check", "--format", "sarif", folder=tmp_path).out)["runs"]
    ids = [run["automationDetails"]["id"] for run in runs]
    assert ids == ["tracediff/a/report.md/", "tracediff/b/report.md/"]


DIVERS = {
    2018: "In 2018, divers raised 412 wrecks from the harbour basin.",
    2019: "In 2019, divers raised 455 wrecks from the harbour basin, compared with 412 in 2018.",
    2020: "In 2020, divers raised 470 wrecks from the harbour basin.",
    2021: "In 2021, divers raised 501 wrecks from the harbour basin, compared with 395 in 2018.",
}


@pytest.fixture
def editions(tmp_path: Path) -> Path:
    for year, divers in DIVERS.items():
        head = f"# Harbour Review: {year} Edition\n\n## Divers"
        text = f"{head}\n\n{divers}\n\n## Ferries\n\nTerns nest.\n"
        (tmp_path / f"{year}.md").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_draft_that_restates_a_figure_of_three_years_ago_is_told_so_once(editions: Path) -> None:
    alone = tracediff("check", "2021.md", "--against", "2020.md", folder=editions)
    assert alone.status == 0
    earlier = ("--against", "2019.md", "--against", "2018.md")
    ended = tracediff("check", "2021.md", "--against", "2020.md", *earlier, folder=editions)
    assert ended.status == 1
    label = "Wrecks raised from the harbour basin by divers"
    assert ended.out.count(f"restated: {label}: the figure in 2018 is now given as 395") == 1
    assert ended.out.count("N101") == 1


def test_restated_figures_are_not_told_where_other_rules_are_asked_for(editions: Path) -> None:
    pair = ("2021.md", "--against", "2020.md", "--against", "2019.md")
    ended = tracediff("check", *pair, "--select", "A", folder=editions)
    assert (ended.status, "N105" in ended.out) == (0, False)


def test_several_editions_go_with_one_draft_not_with_a_folder(editions: Path) -> None:
    ended = tracediff("check", ".", "--against", "2020.md", "--against", "2019.md", folder=editions)
    assert ended.status == 2
    assert ended.err.strip().endswith(".: is a folder; name one edition folder with it")


def test_earlier_editions_and_rules_of_a_pair_may_be_declared(editions: Path) -> None:
    declared = """
[[pair]]
draft = "2021.md"
against = "2020.md"
earlier = ["2019.md"]
only = ["N105"]
"""
    (editions / "tracediff.toml").write_text(declared, encoding="utf-8")
    ended = tracediff("check", folder=editions)
    assert ended.status == 1
    assert ended.out.count("N105") == 1
    assert "N101" not in ended.out
