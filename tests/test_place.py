"""Where someone is sent to look at a finding."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracediff import Report, compare
from tracediff.model import Finding

OLD = """\
# Report 2023

## Visits

Inspectors visited 40 farms in 2023. The union counted 212 complaints of seasonal workers about fees
that recruiters had charged in 2023. Inspectors closed 3 farms in 2023.

## Courts

Judges heard 14 cases in 2023.
"""
NEW = """\
# Report 2024

## Visits

Inspectors visited 90 farms in 2024. Inspectors closed 3 farms in 2024.

## Courts

Judges heard 14 cases in 2024.
"""


def report(folder: Path, old: str = OLD, new: str = NEW) -> Report:
    (folder / "old.md").write_text(old, encoding="utf-8", newline="")
    (folder / "new.md").write_text(new, encoding="utf-8", newline="")
    return compare(folder / "old.md", folder / "new.md")


def only(found: Report, rule: str) -> Finding:
    return next(finding for finding in found.findings if finding.rule.id == rule)


def test_a_figure_is_shown_where_it_stands(tmp_path: Path) -> None:
    place = only(report(tmp_path), "N101").place
    assert place is not None
    assert (place.line, place.column, place.end_column) == (5, 20, 22)
    assert not place.nearest


def test_lines_are_counted_alike_with_other_line_ends(tmp_path: Path) -> None:
    for end in ("\r\n", "\r"):
        place = only(report(tmp_path, new=NEW.replace("\n", end)), "N101").place
        assert place is not None
        assert (place.line, place.column) == (5, 20)


def test_a_dropped_sentence_is_shown_in_its_section_where_something_changed(tmp_path: Path) -> None:
    dropped = next(f for f in report(tmp_path).findings if f.new is None)
    assert dropped.place is not None
    assert dropped.place.nearest
    assert dropped.place.line == 5
    assert dropped.old_place is not None
    assert dropped.old_place.line == 5


FIRST = (
    "Pilots who ignored storm warnings in the strait of Orsk last winter kept their licences, nor"
    " were most owners of vessels lost in earlier winters held to account by the shipping board"
)
WHOLE = f"{FIRST}; there were delays in setting up, staffing and funding the independent chamber."
HALF = (
    "There were delays in setting up and staffing the independent chamber, known as Chamber Nine."
)
GONE = "The port did not report how many of the 45 smugglers whom it held were convicted."


def around(n: int, harbour: str, courts: str) -> str:
    """A section on the harbour and one on courts, a sentence a paragraph."""
    return f"""# Report

## Harbour

{harbour}

The fisheries office licensed {n} trawlers.

Ferries carried {n} million passengers.

Dredging in Lume cost {n} crowns.

## Courts

Judges heard {n} salvage claims.

Notaries registered {n} vessels.

{courts}
"""


def test_what_stands_apart_from_its_link_places_nothing_beside_the_rest(tmp_path: Path) -> None:
    split = report(
        tmp_path,
        around(4, f"{WHOLE}\n\n{GONE}", "Appeals took 4 weeks."),
        around(7, f"{FIRST}.", f"Appeals took 7 weeks.\n\n{HALF}"),
    )
    assert any(link.new_apart for link in split.links)
    (place,) = (f.place for f in split.findings if f.old and GONE in f.old.quote)
    assert place is not None and place.line < 12
    merged = report(
        tmp_path,
        around(4, f"{FIRST}.", f"Appeals took 4 weeks.\n\n{HALF}\n\n{GONE}"),
        around(7, WHOLE, "Appeals took 7 weeks."),
    )
    assert any(link.old_apart for link in merged.links)
    (place,) = (f.place for f in merged.findings if f.old and GONE in f.old.quote)
    assert place is not None and place.line > 12


@pytest.mark.parametrize("suffix", ["pdf", "docx", "html"])
def test_other_formats_give_a_line_and_no_column_that_is_not_theirs(suffix: str) -> None:
    samples = Path(__file__).parent.parent / "samples"
    found = compare(samples / f"veldania-2023.{suffix}", samples / f"veldania-2024.{suffix}")
    places = [finding.place for finding in found.findings]
    assert places
    for place in places:
        assert place is not None
        assert place.line >= 1
        assert place.column is None
        assert (place.page is not None) == (suffix == "pdf")


def test_paths_count_from_the_top_of_the_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".git").mkdir()
    inside = tmp_path / "reports" / "2024"
    inside.mkdir(parents=True)
    monkeypatch.chdir(inside)
    (inside / "old.md").write_text(OLD, encoding="utf-8")
    (inside / "new.md").write_text(NEW, encoding="utf-8")
    place = only(compare("old.md", "new.md"), "N101").place
    assert place is not None
    assert place.path == "reports/2024/new.md"
