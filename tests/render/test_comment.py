"""The comment on a pull request, and the remarks beside its lines, within GitHub's limits."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.render.reports import empty, report, told
from tracediff.model import Place, Report, Severity
from tracediff.render import MANY_RENDERERS, RENDERERS, Options
from tracediff.render.comment import MARK

GITHUB_LIMIT = 65_536


def many(number: int, severity: Severity, length: int = 10) -> Report:
    """A report of so many findings of one severity with long messages."""
    made = report()
    one = made.findings[0]
    found = tuple(
        replace(
            one,
            severity=severity,
            message=f"Number {at}. {'word ' * length}",
            fingerprint=f"{at}",
            facets=(),
            place=Place("reports/draft.md", at + 1, at + 1, 1, 5),
        )
        for at in range(number)
    )
    return replace(made, findings=found, stories=(), checks=())


def comment(*reports: Report, options: Options | None = None) -> str:
    return MANY_RENDERERS["github-comment"](reports, options or Options())


def test_one_comment_with_a_mark_stories_checks_findings_and_evidence() -> None:
    made = told(report())
    text = RENDERERS["github-comment"](made, Options())
    lines = text.splitlines()
    assert lines[0] == MARK
    assert lines[2] == "### ❌ reports/veldmark-2022.txt: 3 errors, 8 warnings, 1 note"
    assert f"1. {made.listed[0].headline}" in text
    assert "### Check before you quote" in text
    assert "**Findings**" in text
    assert text.count("<details>") == text.count("</details>") == 2
    assert "<summary>The other 2</summary>" in text
    assert "&lt;b&gt;register" not in lines[2]


def test_the_worst_stands_first_and_a_place_is_a_link_where_there_is_an_address() -> None:
    made = many(2, Severity.NOTE)
    worst = replace(made.findings[1], severity=Severity.ERROR)
    span = replace(worst, place=Place("a b/draft.md", 3, 5))
    both = replace(made, findings=(made.findings[0], span))
    text = comment(both, options=Options(source="https://github.com/o/r/blob/abc"))
    rows = [line for line in text.splitlines() if line.startswith(("| ❌", "| ℹ️"))]
    assert "[a b/draft.md:3](https://github.com/o/r/blob/abc/a%20b/draft.md#L3-L5)" in rows[0]
    assert "[reports/draft.md:1:1](https://github.com/o/r/blob/abc/reports/draft.md#L1)" in rows[1]
    outside = replace(both, findings=(replace(span, place=Place("/tmp/draft.md", 3, 5)),))
    assert "](" not in comment(outside, options=Options(source="https://github.com/o/r/blob/abc"))


def test_nothing_found_is_said_too() -> None:
    text = comment(empty())
    assert text.splitlines()[2].startswith("### ✅ reports/veldmark-2021.txt: Nothing changed")
    assert "<details>" not in text


def test_several_reports_have_a_table_of_totals() -> None:
    first = replace(report(), name="annual")
    text = comment(first, replace(empty(), name="annex"))
    assert "### ❌ 2 documents: 3 errors" in text
    assert "| annual | reports/veldmark-2021.txt | 3 | 8 | 1 | 0 |" in text
    assert "| annex | – | 0 | 0 | 0 | 0 |" in text
    assert "#### annual" in text
    assert "#### annex" not in text
    crowd = [replace(empty(), name=f"n{at}") for at in range(101)]
    assert "\n1 more\n" in comment(*crowd)


@pytest.mark.parametrize(("number", "length"), [(3000, 3), (400, 200), (60, 5000)])
def test_it_never_gets_longer_than_github_takes(number: int, length: int) -> None:
    text = comment(many(number, Severity.WARNING, length), many(number, Severity.ERROR, length))
    assert len(text) < GITHUB_LIMIT
    assert text.count("<details>") == text.count("</details>")
    assert text.splitlines()[0] == MARK
    if number > 60:
        assert "left out, to keep this short enough for a comment" in text


def remarks(*reports: Report) -> list[str]:
    return MANY_RENDERERS["github"](reports, Options()).splitlines()


def test_ten_remarks_of_a_kind_and_one_on_the_rest() -> None:
    lines = remarks(many(14, Severity.WARNING), many(12, Severity.ERROR))
    kinds = [line[2:].partition(" ")[0] for line in lines]
    assert kinds == ["error"] * 10 + ["warning"] * 10 + ["notice"]
    assert "Number 9." in lines[9]
    assert lines[-1].startswith("::notice title=tracediff::2 errors, 4 warnings are not shown")


def test_notices_leave_room_for_the_remark_on_the_rest() -> None:
    lines = remarks(many(10, Severity.NOTE), many(11, Severity.WARNING))
    assert [line[2:8] for line in lines].count("notice") == 10
    assert "1 warning, 1 note are not shown" in lines[-1]
    assert len(remarks(many(10, Severity.NOTE))) == 10


def test_the_first_of_each_report_comes_before_the_second_of_any() -> None:
    lines = remarks(many(3, Severity.ERROR), many(1, Severity.ERROR))
    assert ["Number 0." in line for line in lines] == [True, True, False, False]
