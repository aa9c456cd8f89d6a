"""A season of drafting, as docs/ci.md tells it: each step's exit status and output."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.inside import Ended, tracediff
from tests.scenario.texts import CORRECTED_DRAFT, EDITION_2024, FAULTS, FIRST_DRAFT

REVERSED = "The government prosecuted employers"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with last year's edition, the first draft, and the pair declared."""
    (tmp_path / "2024.md").write_text(EDITION_2024, encoding="utf-8")
    (tmp_path / "draft.md").write_text(FIRST_DRAFT, encoding="utf-8")
    made = tracediff("init", "--draft", "draft.md", "--against", "2024.md", folder=tmp_path)
    assert made.status == 0
    with (tmp_path / "tracediff.toml").open("a", encoding="utf-8") as config:
        config.write('\n[severity]\nC301 = "error"\n')
    return tmp_path


def check(desk: Path, *arguments: str, today: str = "2026-02-01") -> Ended:
    return tracediff("check", *arguments, folder=desk, TRACEDIFF_TODAY=today)


def found(desk: Path, *arguments: str) -> list[dict[str, object]]:
    findings: list[dict[str, object]] = json.loads(check(desk, "--format", "json", *arguments).out)[
        "findings"
    ]
    return findings


def test_the_first_draft_fails_and_every_planted_fault_is_named(desk: Path) -> None:
    ended = check(desk)
    assert ended.status == 1
    for fault, rule in FAULTS.items():
        assert re.search(rf"^draft\.md:\d+:\d+: (error|warning) {rule} ", ended.out, re.M), fault


def test_each_fault_points_at_its_line_of_the_draft(desk: Path) -> None:
    lines = FIRST_DRAFT.splitlines()
    places = {str(f["rule"]): f["place"] for f in found(desk)}
    for rule, words in (
        ("A203", "4 percent increase"),
        ("D502", "512 calls"),
        ("D501", "As of"),
        ("C301", REVERSED),
        ("D503", "[number]"),
        ("N105", "86 in 2024"),
    ):
        place = places[rule]
        assert isinstance(place, dict)
        assert words in lines[place["line"] - 1]
        assert not place["nearest"]


def test_the_dropped_section_points_at_the_nearest_sentence_that_is_left(desk: Path) -> None:
    place = next(f["place"] for f in found(desk) if f["rule"] == "S401")
    assert isinstance(place, dict)
    assert place["nearest"]
    near = FIRST_DRAFT.splitlines()[place["line"] - 1]
    assert near.startswith(("pupils", "The ministry will publish"))


def test_the_draft_alone_still_shows_what_one_edition_can_show(desk: Path) -> None:
    (desk / "tracediff.toml").unlink()
    ended = check(desk, "draft.md")
    assert ended.status == 1
    assert {"A201", "A203", "D503"} <= set(re.findall(r" ([A-Z]\d{3}) ", ended.out))
    assert "C301" not in ended.out


def test_the_season(desk: Path) -> None:
    # the corrected draft leaves one error: something that did change, and is meant
    (desk / "draft.md").write_text(CORRECTED_DRAFT, encoding="utf-8")
    ended = check(desk)
    assert ended.status == 1
    assert re.findall(r": error (\w+)", ended.out) == ["C301"]

    # it is reviewed: accepted, with a reason and a last day
    reviewed = tracediff(
        "review", "--severity", "error", "--owner", "editor@example.org",
        "--expires", "2026-06-30", folder=desk,
        keys="a\nThe law of May 2025 made hiring an offence.\n", TRACEDIFF_TODAY="2026-02-01",
    )  # fmt: skip
    assert reviewed.status == 0
    assert "1 waiver written to tracediff.toml" in reviewed.out

    # the check passes, and says that something is signed off
    ended = check(desk)
    assert ended.status == 0
    assert "1 finding signed off" in ended.out
    assert "law of May 2025" not in ended.out
    shown = check(desk, "--show-waived").out
    assert "law of May 2025" in shown
    assert "editor@example.org" in shown

    # on its last day it holds; the day after, the finding is back and the expiry is said
    assert check(desk, today="2026-06-30").status == 0
    late = check(desk, today="2026-07-01")
    assert late.status == 1
    assert ": error C301 " in late.out
    assert re.search(r"tracediff\.toml:\d+: warning W601 .* expired on 2026-06-30", late.out)
    assert "editor@example.org" in late.out


def test_a_waiver_does_not_cover_another_claim_in_its_place(desk: Path) -> None:
    (desk / "draft.md").write_text(CORRECTED_DRAFT, encoding="utf-8")
    keys = "a\nThe law of May 2025 made hiring an offence.\n"
    tracediff("review", "--severity", "error", folder=desk, keys=keys)
    assert check(desk).status == 0
    reworded = CORRECTED_DRAFT.replace("prosecuted employers", "prosecuted many employers")
    (desk / "draft.md").write_text(reworded, encoding="utf-8")
    ended = check(desk)
    assert ended.status == 1
    assert "W602" in ended.out


def test_a_baseline_keeps_old_findings_quiet_and_lets_new_ones_through(desk: Path) -> None:
    written = check(desk, "--write-baseline", "--baseline", "known.json")
    assert written.status == 0
    assert check(desk, "--baseline", "known.json").status == 0
    worse = FIRST_DRAFT.replace("43 employers in 2025", "TBD employers in 2025")
    (desk / "draft.md").write_text(worse, encoding="utf-8")
    ended = check(desk, "--baseline", "known.json")
    assert ended.status == 1
    assert re.findall(r": error (\w+)", ended.out) == ["D503"]


def test_a_corrected_draft_makes_the_baseline_stale_and_pruning_mends_it(desk: Path) -> None:
    check(desk, "--write-baseline", "--baseline", "known.json")
    before = json.loads((desk / "known.json").read_text(encoding="utf-8"))["findings"]
    (desk / "draft.md").write_text(CORRECTED_DRAFT, encoding="utf-8")
    assert "W603" in check(desk, "--baseline", "known.json").out
    assert "W603" not in check(desk, "--baseline", "known.json", "--prune-baseline").out
    after = json.loads((desk / "known.json").read_text(encoding="utf-8"))["findings"]
    assert 0 < len(after) < len(before)
    assert "W603" not in check(desk, "--baseline", "known.json").out


def test_what_is_said_of_the_baseline_is_none_of_the_things_that_changed(desk: Path) -> None:
    check(desk, "--write-baseline", "--baseline", "known.json")
    (desk / "draft.md").write_text(f"{CORRECTED_DRAFT}\nTBD in May.\n", encoding="utf-8")
    report = json.loads(check(desk, "--baseline", "known.json", "--format", "json").out)
    assert "baseline-stale" in {finding["name"] for finding in report["findings"]}
    assert report["stories"]
    assert not any("baseline" in story["headline"] for story in report["stories"])
    assert "baseline" not in report["summary"]["sentences"][0]


def test_the_faults_of_the_sample_draft_are_found_where_they_stand() -> None:
    samples = Path(__file__).parents[2] / "samples"
    draft = samples / "veldania-2025-draft.md"
    ended = tracediff("check", draft, "--against", samples / "veldania-2024.md", "--format", "json")
    assert ended.status == 1
    lines = draft.read_text(encoding="utf-8").splitlines()
    found = [one for f in json.loads(ended.out)["findings"] for one in (f, *f["facets"])]
    for rule, words in (
        ("D502", "2,905 calls in 2025"),
        ("A201", "Of the 45 offenders"),
        ("D501", "As of November 2024"),
        ("C301", "depended on whether the victim testified"),
        ("N105", "474 in 2024"),
        ("D503", "[insert figure]"),
        ("A203", "charged fewer suspects"),
    ):
        places = [one["place"] for one in found if one["rule"] == rule]
        assert any(words in lines[place["line"] - 1] for place in places), rule
    assert "Funding" in {one["section"] for one in found if one["rule"] == "S401"}
