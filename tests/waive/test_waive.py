"""Waivers: bound to what they were written for, alive until their last day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tracediff import Report, compare, read_text
from tracediff.errors import InputError
from tracediff.model import Change, Finding, Severity, Waiver
from tracediff.rules import RULES
from tracediff.settings import Waiving
from tracediff.waive import leftovers, waive
from tracediff.waive.baseline import read_baseline, written

TODAY = date(2026, 3, 1)


def fell(old: str, new: str, fingerprint: str = "aaaaaaaaaaaaaaaa:1") -> Finding:
    reported = new.isdigit()
    return Finding(
        rule=RULES["N101" if reported else "N102"],
        severity=Severity.ERROR,
        message=f"Permits: {old}, then {new}.",
        section="Assistance to workers",
        old=None,
        new=None,
        change=Change(Decimal(old), Decimal(new) if reported else None),
        measure="residence permits workers",
        values=(old, new),
        fingerprint=fingerprint,
    )


def by_values(old: str, new: str, **more: object) -> Waiver:
    found = Waiver("The programme ended.", rule="N1", measure="*permits*", old=old, new=new)
    return replace(found, **more)  # type: ignore[arg-type] # the tests name fields by hand


def waived(finding: Finding, *waivers: Waiver, today: date = TODAY) -> bool:
    return waive([finding], Waiving(waivers, today=today))[0].waiver is not None


def test_a_waiver_for_one_change_never_covers_another() -> None:
    assert waived(fell("60", "none"), by_values("60", "none"))
    assert not waived(fell("60", "5"), by_values("60", "none"))
    assert not waived(fell("60", "0"), by_values("60", "none"))
    assert not waived(fell("61", "none"), by_values("60", "none"))


def test_values_are_numbers_however_they_are_written() -> None:
    assert waived(fell("1240", "5"), by_values("1,240", "5.0"))


def test_a_waiver_by_fingerprint_with_values_needs_both() -> None:
    by_print = Waiver("Agreed.", ("aaaaaaaaaaaaaaaa:1",), old="60", new="none")
    assert waived(fell("60", "none"), by_print)
    assert not waived(fell("60", "5"), by_print)
    assert not waived(fell("60", "none", "bbbbbbbbbbbbbbbb:1"), by_print)


@pytest.mark.parametrize(
    ("section", "covers"), [("Assistance*", True), ("assistance to workers", True), ("Aid", False)]
)
def test_sections_are_patterns(section: str, covers: bool) -> None:
    assert waived(fell("60", "5"), by_values("60", "5", section=section)) is covers


def test_a_waiver_holds_on_its_last_day_and_not_after() -> None:
    until = by_values("60", "5", expires=TODAY)
    assert waived(fell("60", "5"), until, today=TODAY)
    assert not waived(fell("60", "5"), until, today=date(2026, 3, 2))


def test_a_waiver_for_another_draft_does_not_hold() -> None:
    other = by_values("60", "5", draft="annex*")
    settings = Waiving((other,), today=TODAY)
    assert waive([fell("60", "5")], replace(settings, pair="report"))[0].waiver is None
    assert waive([fell("60", "5")], replace(settings, pair="annex-b"))[0].waiver == other


def test_a_facet_that_nobody_signed_off_becomes_a_finding_of_its_own() -> None:
    facet = fell("9", "7", "cccccccccccccccc:1")
    both = replace(fell("60", "5"), facets=(facet,))
    found = waive([both], Waiving((by_values("60", "5"),), today=TODAY))
    assert [f.waiver is None for f in found] == [True, False]
    assert found[0].fingerprint == facet.fingerprint


def test_a_waived_facet_does_not_hide_its_finding() -> None:
    both = replace(fell("60", "5"), facets=(fell("9", "7", "cccccccccccccccc:1"),))
    found = waive([both], Waiving((by_values("9", "7"),), today=TODAY))
    assert len(found) == 1
    assert found[0].waiver is None
    assert found[0].facets[0].waiver is not None


def test_unused_and_expired_waivers_are_told_and_used_ones_are_not(tmp_path: Path) -> None:
    for name, number in (("old", 60), ("new", 90)):
        text = f"# Aid\n\nThe office gave {number} permits to workers in 20{number}.\n"
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    plain = compare(tmp_path / "old.md", tmp_path / "new.md")
    report = replace(plain, findings=(fell("60", "5"),))
    used, unused = by_values("60", "5"), by_values("1", "2")
    late = by_values("60", "5", expires=date(2026, 2, 28), owner="a@example.org")
    settings = Waiving((used, unused), today=TODAY)
    looked = replace(report, findings=waive(report.findings, settings))
    assert [f.rule.id for f in leftovers([looked], settings)] == ["W602"]
    settings = Waiving((late,), today=TODAY)
    looked = replace(report, findings=waive(report.findings, settings))
    told = leftovers([looked], settings)
    assert [f.rule.id for f in told] == ["W601"]
    assert "expired on 2026-02-28" in told[0].message
    assert "a@example.org" in told[0].message


def test_the_baseline_is_sorted_and_says_nothing_of_lines_or_days(tmp_path: Path) -> None:
    for name, number in (("old", 60), ("new", 90)):
        text = f"# Aid\n\nThe office gave {number} permits to workers in 2024.\n"
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    report = compare(tmp_path / "old.md", tmp_path / "new.md")
    text = written({"report": report})
    for word in ("line", "date", "time"):
        assert f'"{word}' not in text
    (tmp_path / "known.json").write_text(text, encoding="utf-8")
    entries = read_baseline(str(tmp_path / "known.json"))
    assert len(entries) == sum(len(finding.all) for finding in report.findings) > 0
    again = waive(report.findings, Waiving(baseline=entries, pair="report"))
    assert all(finding.waiver and finding.waiver.baseline for finding in again)
    other = waive(report.findings, Waiving(baseline=entries, pair="another"))
    assert all(finding.waiver is None for finding in other)


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"schema_version": 2, "findings": []}', "not json",
             '{"schema_version": 1, "findings": [{"rule": "N101"}]}']
)  # fmt: skip
def test_a_file_that_is_no_baseline_is_an_error(tmp_path: Path, text: str) -> None:
    path = tmp_path / "known.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="write-baseline"):
        read_baseline(str(path))


def test_an_entry_of_the_baseline_holds_its_facets(tmp_path: Path) -> None:
    facet = fell("9", "4", "cccccccccccccccc:1")
    whole = replace(fell("60", "5"), facets=(facet, replace(facet, fingerprint="b" * 16 + ":1")))
    report = replace(compare_two(), findings=(whole,))
    text = written({"draft": report})
    (tmp_path / "kept.json").write_text(text, encoding="utf-8")
    (entry,) = read_baseline(str(tmp_path / "kept.json"))
    assert entry.fingerprints == ("a" * 16 + ":1", "b" * 16 + ":1", "c" * 16 + ":1")
    assert written({}, [entry]) == text
    (found,) = waive([whole], Waiving(baseline=(entry,)))
    assert all(one.waiver == entry for one in found.all)


def test_an_entry_with_something_else_for_its_facets_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "wrong.json"
    path.write_text(
        '{"schema_version": 1, "findings": [{"fingerprint": "a", "also": [3]}]}', encoding="utf-8"
    )
    with pytest.raises(InputError, match="an entry has no list in also"):
        read_baseline(str(path))


def compare_two() -> Report:
    old, new = (
        read_text(f"The port had {n} ships in {year}.", name=f"{year}.txt")
        for n, year in ((60, 2023), (5, 2024))
    )
    return compare(old, new)
