"""Review: one key a finding, and what is written where."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.cli.inside import Ended, tracediff
from tests.scenario.texts import EDITION_2024, FIRST_DRAFT

CONFIG = """\
# Our settings. Please keep this comment.

[check]   # spaces   stay
fail_on = "warning"     # strict

[[waiver]]  # the first
fingerprint = "aaaaaaaaaaaaaaaa:1"
reason = 'Agreed – see "minutes".'   # in May

# after the waivers
[severity]
S404 = "off"
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "2024.md").write_text(EDITION_2024, encoding="utf-8")
    (tmp_path / "draft.md").write_text(FIRST_DRAFT, encoding="utf-8")
    return tmp_path


def review(desk: Path, keys: str, *arguments: str) -> Ended:
    return tracediff(
        "review", "draft.md", "--against", "2024.md", "--owner", "a@example.org", *arguments,
        folder=desk, keys=keys, TRACEDIFF_TODAY="2026-02-01",
    )  # fmt: skip


def waivers(path: Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = tomllib.loads(path.read_text(encoding="utf-8"))["waiver"]
    return found


def test_what_is_accepted_is_written_with_reason_owner_and_days(desk: Path) -> None:
    ended = review(desk, "a\nThe law changed.\nq\n", "--days", "30")
    assert ended.status == 0
    (waiver,) = waivers(desk / "tracediff.toml")
    assert waiver["reason"] == "The law changed."
    assert waiver["owner"] == "a@example.org"
    assert str(waiver["created"]) == "2026-02-01"
    assert str(waiver["expires"]) == "2026-03-03"


def test_comments_and_order_of_the_file_stay_as_they_are(desk: Path) -> None:
    path = desk / "tracediff.toml"
    path.write_text(CONFIG, encoding="utf-8")
    assert review(desk, "a\nThe law changed.\ns\na\nIt is meant.\nq\n").status == 0
    text = path.read_text(encoding="utf-8")
    rest = iter(text.splitlines())
    assert all(line in rest for line in CONFIG.splitlines())
    assert len(waivers(path)) == 3
    assert tracediff("config", folder=desk).status == 0


@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_the_ends_of_lines_stay_as_they_are(desk: Path, end: str) -> None:
    path = desk / "tracediff.toml"
    path.write_bytes(CONFIG.replace("\n", end).encode())
    review(desk, "a\nThe law changed.\nq\n")
    assert path.read_bytes().startswith(CONFIG.split("[[")[0].replace("\n", end).encode())
    assert len(waivers(path)) == 2


def test_waivers_go_into_pyproject_where_the_table_is(desk: Path) -> None:
    path = desk / "pyproject.toml"
    before = "[tool.tracediff.check] # ours\nfail_on = 'error'\n\n[tool.other]\nx = 1\n"
    path.write_text(before, encoding="utf-8")
    assert review(desk, "a\nThe law changed.\nq\n").status == 0
    text = path.read_text(encoding="utf-8")
    assert text.startswith(before.rstrip("\n"))
    assert len(tomllib.loads(text)["tool"]["tracediff"]["waiver"]) == 1
    assert not (desk / "tracediff.toml").exists()


def test_a_finding_and_its_facets_are_signed_off_together(desk: Path) -> None:
    keys = "s\n" * 4 + "a\nThe series was revised.\nq\n"
    review(desk, keys)
    (waiver,) = waivers(desk / "tracediff.toml")
    pair = ("check", "draft.md", "--against", "2024.md")
    before = tracediff(*pair, "--config", str(_empty(desk)), folder=desk).out
    after = tracediff(*pair, folder=desk).out
    prints = waiver["fingerprint"]
    first = prints if isinstance(prints, str) else prints[0]  # type: ignore[index]
    assert str(first) in before
    assert str(first) not in after
    assert "W602" not in after


def _empty(desk: Path) -> Path:
    path = desk / "empty.toml"
    path.write_text("", encoding="utf-8")
    return path


def test_a_reason_that_says_nothing_is_asked_for_again(desk: Path) -> None:
    ended = review(desk, "a\nTBD\nThe law changed.\nq\n")
    assert "must say why" in ended.out
    assert waivers(desk / "tracediff.toml")[0]["reason"] == "The law changed."


def test_no_reason_takes_the_acceptance_back_and_b_goes_back(desk: Path) -> None:
    ended = review(desk, "a\n\nq\n")
    assert ended.status == 0
    assert not (desk / "tracediff.toml").exists()
    ended = review(desk, "a\nThe law changed.\nb\nq\n")
    assert not (desk / "tracediff.toml").exists()
    assert ended.out.count("1 of ") == 2


def test_the_evidence_of_both_sides_can_be_opened(desk: Path) -> None:
    out = review(desk, "e\nq\n", "--severity", "error").out
    assert "  - 2024.md:" in out or "  + draft.md:" in out


def test_the_end_of_the_input_quits_and_writes_what_was_accepted(desk: Path) -> None:
    assert review(desk, "a\nThe law changed.\n").status == 0
    assert len(waivers(desk / "tracediff.toml")) == 1


def test_nothing_open_is_said(desk: Path) -> None:
    (desk / "draft.md").write_text(EDITION_2024, encoding="utf-8")
    assert "Nothing is open." in review(desk, "").out


def test_of_a_finding_with_one_side_only_that_is_shown(desk: Path) -> None:
    out = review(desk, "e\ns\n" * 20).out
    told = out.split(" of ")[1:]
    sides = {("  - 2024.md:" in one, "  + draft.md:" in one) for one in told}
    assert (True, True) in sides
    assert sides & {(True, False), (False, True)}
