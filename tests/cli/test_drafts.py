"""Which draft is checked against which edition, and what is done where one has no counterpart."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.inside import Ended, tracediff

OLD = "# Ports of Norr 2023\n\nThe port office inspected 120 ships in 2023. It fined 14 captains.\n"
NEW = "# Ports of Norr 2024\n\nThe port office inspected 180 ships in 2024. It fined 14 captains.\n"
COUNT = "N101"  # the inspections differ


def put(folder: Path, **files: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    put(tmp_path / "2023", **{"ports-2023": OLD})
    put(tmp_path / "2024", **{"ports-2024-draft": NEW})
    return tmp_path


def looked_at(desk: Path, *arguments: str) -> tuple[dict[str, list[str]], Ended]:
    """The rules that were found, by the name of each pair."""
    target = desk / "out"
    target.mkdir(exist_ok=True)
    ended = tracediff(
        "check", *arguments, "--exit-zero", "--format", f"json:{target}/{{pair}}.json", folder=desk
    )
    found = {
        path.name.removesuffix(".json"): [
            one["rule"] for one in json.loads(path.read_text(encoding="utf-8"))["findings"]
        ]
        for path in sorted(target.iterdir())
    }
    return found, ended


def test_a_draft_is_checked_against_the_file_of_a_folder_that_is_named_like_it(desk: Path) -> None:
    found, ended = looked_at(desk, "2024/ports-2024-draft.md", "--against", "2023")
    assert ended.status == 0
    assert COUNT in found["ports-2024-draft.md"]


def test_a_folder_without_a_file_of_that_name_is_told(desk: Path) -> None:
    put(desk / "2023" / "mills", mills="The mill of Norr closed.")
    found, ended = looked_at(desk, "2024/ports-2024-draft.md", "--against", "2023/mills")
    assert (found, ended.status) == ({}, 2)
    assert "2023/mills: holds no file that is named like 2024/ports-2024-draft.md" in ended.err


def test_a_folder_is_not_checked_against_a_file(desk: Path) -> None:
    _, ended = looked_at(desk, "2024", "--against", "2023/ports-2023.md")
    assert ended.status == 2
    assert "is no folder, but 2024 is; name two folders" in ended.err


def test_a_folder_that_holds_nothing_to_read_is_told(desk: Path) -> None:
    (desk / "empty").mkdir()
    _, ended = looked_at(desk, "empty", "--against", "2023")
    assert ended.status == 2
    assert "empty: holds no report that can be read" in ended.err


def test_what_has_no_counterpart_in_the_other_folder_is_told(desk: Path) -> None:
    put(desk / "2023", mills="The mill of Norr closed.")
    put(desk / "2024", roads="The road to Norr was mended twice in 2024.")
    found, ended = looked_at(desk, "2024", "--against", "2023")
    assert COUNT in found["ports-2024-draft.md"]
    assert COUNT not in found["roads.md"]
    assert "2024/roads.md: has no counterpart in 2023; it is checked alone" in ended.err
    assert "2023/mills.md: has no counterpart in 2024" in ended.err
    assert "ports" not in ended.err


def test_the_same_name_goes_before_a_likeness(desk: Path) -> None:
    put(desk / "2023", **{"ports-2024-draft": NEW})
    found, _ = looked_at(desk, "2024", "--against", "2023")
    assert COUNT not in found["ports-2024-draft.md"]


def test_the_latest_edition_before_a_draft_is_the_one_to_check_against(desk: Path) -> None:
    put(desk / "2023", **{"ports-2022": "Nothing was counted.", "ports-2025": NEW})
    found, ended = looked_at(desk, "2024", "--against", "2023")
    assert ended.status == 0
    assert COUNT in found["ports-2024-draft.md"]


def test_a_folder_of_drafts_can_be_checked_without_editions(desk: Path) -> None:
    sums = "Norr had 250 ships in 2024. These ships included 196 barges, 39 tugs and 10 ferries."
    put(desk / "2024", fleet=sums)
    found, ended = looked_at(desk, "2024")
    assert ended.status == 0
    assert "A201" in found["fleet.md"]
    assert COUNT not in found["ports-2024-draft.md"]


def test_a_folder_is_checked_against_itself_at_a_revision(desk: Path) -> None:
    path = desk / "2024" / "ports-2024-draft.md"
    path.write_text(OLD, encoding="utf-8")
    for call in (
        ("init", "-q", "-b", "main"),
        ("add", "."),
        ("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "first"),
    ):
        subprocess.run(["git", *call], cwd=desk, check=True)
    path.write_text(NEW, encoding="utf-8")
    found, ended = looked_at(desk, "2024", "--against", "main")
    assert ended.status == 0
    assert COUNT in found["ports-2024-draft.md"]
    _, ended = looked_at(desk, "2024", "--against", "nowhere")
    assert ended.status == 2
    assert "nowhere: is no folder and no git revision; check the name" in ended.err


def declared(desk: Path) -> None:
    (desk / "tracediff.toml").write_text(
        "[[pair]]\nname = 'ports'\ndraft = '2024/ports-2024-draft.md'\n"
        "against = '2023/ports-2023.md'\nagainst_year = 2023\n"
        "[[pair]]\nname = 'mills'\ndraft = 'mills.md'\nagainst = 'mills.md'\n",
        encoding="utf-8",
    )
    put(desk, mills="The mill of Norr closed in spring. It had ground rye for a century.")


@pytest.mark.parametrize("draft", ["ports", "2024/ports-2024-draft.md"])
def test_a_declared_pair_is_known_by_its_name_and_by_its_file(desk: Path, draft: str) -> None:
    declared(desk)
    found, ended = looked_at(desk, draft)
    assert ended.status == 0
    assert list(found) == ["ports.json".removesuffix(".json")]
    assert COUNT in found["ports"]


def test_a_draft_that_no_pair_declares_is_checked_alone(desk: Path) -> None:
    declared(desk)
    put(desk, roads="The road to Norr was mended twice in 2024.")
    found, ended = looked_at(desk, "roads.md")
    assert ended.status == 0
    assert found == {"roads.md": []}


def test_a_draft_with_an_impossible_name_is_a_missing_file(desk: Path) -> None:
    declared(desk)
    _, ended = looked_at(desk, "x" * 300 + ".md")
    assert ended.status == 2
    assert ended.err.count("\n") == 1


def test_an_edition_or_a_year_without_a_draft_is_told(desk: Path) -> None:
    declared(desk)
    _, ended = looked_at(desk, "--against", "2023")
    assert ended.status == 2
    assert "--against, --year and --against-year need a DRAFT" in ended.err


def test_the_baseline_keeps_what_other_pairs_left_in_it_and_prunes_the_rest(desk: Path) -> None:
    declared(desk)
    known = desk / "known.json"

    def drafts() -> list[str]:
        entries = json.loads(known.read_text(encoding="utf-8"))["findings"]
        return [entry["pair"] for entry in entries]

    def check(*arguments: str) -> Ended:
        return tracediff("check", *arguments, "--baseline", "known.json", folder=desk)

    assert check("--write-baseline").status == 0
    before = drafts()
    assert "ports" in before
    assert check("ports").status == 0
    assert check("mills", "--write-baseline").status == 0
    assert drafts() == before
    (desk / "2024" / "ports-2024-draft.md").write_text(OLD, encoding="utf-8")
    ended = check("ports", "--prune-baseline")
    assert "known.json holds 0 findings" in ended.err
    assert drafts() == []


def test_a_baseline_without_a_configuration_is_found_from_below(desk: Path) -> None:
    (desk / ".git").mkdir()
    (desk / "drafts").mkdir()
    (desk / "2023.md").write_text(OLD, encoding="utf-8")
    (desk / "drafts" / "a.md").write_text(OLD.replace("2023", "[year]"), encoding="utf-8")
    arguments = ("check", "a.md", "--against", "../2023.md")
    written = tracediff(
        "check", "drafts/a.md", "--against", "2023.md", "--write-baseline", folder=desk
    )
    assert written.status == 0
    below = tracediff(*arguments, folder=desk / "drafts")
    assert below.status == 0
    assert "signed off" in below.out
    (desk / ".git").rmdir()  # what lies above is nobody's word outside of a working copy
    assert tracediff(*arguments, folder=desk / "drafts").status == 1


def test_there_must_be_a_baseline_to_prune(desk: Path) -> None:
    declared(desk)
    ended = tracediff("check", "ports", "--prune-baseline", folder=desk)
    assert ended.status == 2
    assert "there is no baseline to prune" in ended.err


def test_a_rule_that_is_not_there_is_told_with_its_option(desk: Path) -> None:
    declared(desk)
    ended = tracediff("check", "--select", "N101,N999", folder=desk)
    assert ended.status == 2
    assert '--select: there is no rule "N999"' in ended.err


def test_a_long_job_summary_is_cut_with_a_word(desk: Path) -> None:
    declared(desk)
    summary = desk / "summary.md"
    summary.write_text("x" * 1_000_000, encoding="utf-8")
    tracediff("check", "ports", folder=desk, GITHUB_STEP_SUMMARY=str(summary))
    text = summary.read_text(encoding="utf-8").lstrip("x")
    assert text == "There is more; see the report of the check.\n"


def test_a_job_summary_that_cannot_be_written_is_told_and_changes_nothing(desk: Path) -> None:
    declared(desk)
    plain = tracediff("check", "ports", folder=desk)
    ended = tracediff("check", "ports", folder=desk, GITHUB_STEP_SUMMARY=str(desk / "2023"))
    assert "cannot be written (Is a directory)" in ended.err
    assert (ended.status, ended.out) == (plain.status, plain.out)
