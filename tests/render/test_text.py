"""Reports as text: terminal, Markdown and CSV, against golden files and against hostile input."""

from __future__ import annotations

import csv
import re
import unicodedata
from dataclasses import replace
from datetime import date
from io import StringIO

import pytest
from markdown_it import MarkdownIt

from tests.render.golden import check
from tests.render.reports import NEW, OLD, edition, empty, ledger, report, told
from tracediff.model import Alignment, Comparison, Coverage, Reading, Report, Waiver
from tracediff.render import FACTS_RENDERERS, RENDERERS, Options

NASTY = (
    "=1+1 \x1b[2J\x1b]0;title\x07 [red]x[/red] <img src=x> | @user #12 www.x.example "
    "https://x.example *b* `c` no\u202eeurt"
)


@pytest.mark.parametrize("width", [60, 100, 200])
def test_the_terminal_report_is_as_it_was_agreed(width: int) -> None:
    check(f"report-{width}.txt", RENDERERS["terminal"](report(), Options(width=width)))


def test_the_markdown_report_is_as_it_was_agreed() -> None:
    check("report.md", RENDERERS["markdown"](report(), Options()))


def test_the_facts_of_an_edition_are_as_was_agreed() -> None:
    check("facts-80.txt", FACTS_RENDERERS["terminal"](ledger(), Options(width=80)))


@pytest.mark.parametrize("width", [60, 72, 80, 99, 120, 160, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    shown = RENDERERS["terminal"](hostile(), Options(width=width))
    assert max(map(_columns, shown.splitlines())) <= width


def test_without_colour_there_is_no_escape_and_changes_are_still_marked() -> None:
    shown = RENDERERS["terminal"](report(), Options(view="all"))
    assert "\x1b" not in shown
    assert "[-must-]" in shown and "{+should+}" in shown


def test_with_colour_the_words_are_the_same() -> None:
    shown = RENDERERS["terminal"](report(), Options(colour=True, view="all"))
    assert "\x1b[" in shown
    plain = re.sub(r"\x1b\[[0-9;]*m", "", shown)
    assert "\x1b" not in plain and "must visit every quarry" in plain


def test_a_limit_says_how_much_it_leaves_out() -> None:
    shown = RENDERERS["terminal"](report(), Options(limit=3))
    assert "3 THINGS THAT CHANGED" in shown
    assert f"{len(report().stories)} stories in all (--all)" in shown
    assert report().listed[-2].headline not in shown


@pytest.mark.parametrize("form", ["terminal", "markdown", "csv"])
def test_text_of_the_editions_cannot_act(form: str) -> None:
    shown = RENDERERS[form](hostile(), Options(colour=False))
    assert "\x1b" not in shown and "\u202e" not in shown and "\x07" not in shown
    assert "no[U+202E]eurt" in shown.replace("\\", "")


def test_the_terminal_does_not_read_markup_from_an_edition() -> None:
    assert "[red]x[/red]" in RENDERERS["terminal"](hostile(), Options(width=200))


def test_markdown_holds_no_link_mention_or_tag_of_an_edition() -> None:
    shown = RENDERERS["markdown"](hostile(), Options())
    tags = set(re.findall(r"<[^!][^>]*>", shown))
    assert tags <= {
        f"<{end}{tag}>" for tag in ("b", "del", "ins", "details", "summary") for end in ("", "/")
    }
    assert "@user" not in shown and "#12" not in shown and "https://" not in shown
    parsed = MarkdownIt("commonmark", {"html": True}).enable("table").parse(shown)
    kinds = {child.type for token in parsed for child in token.children or ()}
    assert not kinds & {"link_open", "image", "code_inline_", "em_open"}
    cells = [sum(t.type == "td_open" for t in parsed[a:b]) for a, b in _rows(parsed)]
    assert cells and set(cells) <= {5, 2}


def test_what_makes_the_comparison_doubtful_is_the_first_line() -> None:
    shown = RENDERERS["terminal"](replace(report(), doubts=("Two other reports?",)), Options())
    assert shown.splitlines()[0] == "Two other reports?"


def test_a_line_that_looks_like_markup_stays_a_line() -> None:
    for start in ("# x", "- x", "+ x", "1. x", "=== x", "2021. x", "> x"):
        shown = RENDERERS["markdown"](replace(report(), doubts=(start,)), Options())
        types = {token.type for token in MarkdownIt().parse(shown.split("###")[0])}
        assert not types & {"bullet_list_open", "ordered_list_open", "blockquote_open"}


def test_a_long_report_still_fits_into_a_comment() -> None:
    made = report()
    shown = RENDERERS["markdown"](replace(made, stories=made.stories * 200), Options())
    assert len(shown) < 65_536 and "parts were left out" in shown


def test_a_cell_cannot_be_a_formula_and_a_number_stays_a_number() -> None:
    rows = list(csv.DictReader(StringIO(RENDERERS["csv"](hostile(), Options()))))
    assert rows[0]["message"].startswith("'=1+1")
    assert not any(cell.startswith(("=", "@", "+")) for row in rows for cell in row.values())
    fell = next(row for row in rows if row["measure"] == "labor inspectors")
    assert (fell["old_value"], fell["new_value"], fell["absolute"]) == ("412", "389", "-23")


def test_a_row_names_the_edition_that_each_quote_stands_in_and_what_sort_of_figure_it_is() -> None:
    rows = list(csv.DictReader(StringIO(RENDERERS["csv"](report(), Options()))))
    for row in rows:
        assert bool(row["old_quote"]) == bool(row["old_edition"])
        assert row["new_edition"] in ("", "2022")
    gone = next(row for row in rows if row["rule"] == "N103" and not row["new_value"])
    assert (gone["old_status"], gone["new_status"]) == ("reported", "not_reported")


def shown(made: Report, **options: object) -> list[str]:
    return RENDERERS["terminal"](made, Options(**options)).splitlines()  # type: ignore[arg-type]


def test_one_story_is_told_with_its_evidence() -> None:
    head, message, *quotes = shown(report(), story=1)
    assert head == " 1 Residence permits for workers: 60 → not reported  (Inspections)"
    assert message.strip().startswith("Residence permits for workers: 60 in 2021")
    text = " ".join(quotes)
    assert "[-60-]" in text and "{+did not report providing+}" in text
    assert shown(report(), story=99) == ["There is no story 99; the last one is 9."]


def test_what_only_one_edition_says_is_listed_by_section() -> None:
    assert shown(report(), view="gone") == [
        "No longer said in 2022",
        "",
        "Prevention  1 sentence",
        "  The ministry ran an awareness campaign in all eight provinces.  (line 7)",
    ]
    assert shown(report(), view="new")[:3] == ["New in 2022", "", "Prosecution  1 sentence"]
    assert shown(empty(), view="gone", show_waived=True)[1:] == [
        "Nothing: the other edition answers to every sentence."
    ]


def test_figures_can_be_limited_and_sections_are_counted() -> None:
    figures = shown(report(), view="figures", limit=1)
    assert figures[-2].endswith("60 → not reported")
    assert figures[-1] == "  4 more series"
    assert shown(empty(), view="figures") == ["No figure changed."]
    sections = shown(report(), view="sections")
    assert [line.split()[0] for line in sections[-3:]] == [
        "Inspections",
        "Prosecution",
        "Prevention",
    ]
    assert "100%" in sections[-1]


def test_page_one_says_how_much_was_not_read_and_the_whole_says_what() -> None:
    menu = Coverage("menu", "leads to other pages", "line 1", 1200)
    made = report(None, replace(edition("veldmark-2022", 2022, NEW), left_out=(menu,)))
    assert shown(made)[4] == "  Not read: 1,200 characters of 2022 (--all says what and why)"
    assert not any("Not read" in line for line in shown(report()))
    told_in_full = "Not read: menu (1,200 characters, line 1)."
    assert any(told_in_full in line for line in shown(made, view="all"))
    for form in ("markdown", "html"):
        assert "Not read: menu (1,200 characters, line 1)" in RENDERERS[form](
            made, Options()
        ).replace("\\", "")


def test_facts_as_csv_keep_what_is_not_reported_apart_from_zero() -> None:
    rows = list(csv.DictReader(StringIO(FACTS_RENDERERS["csv"](ledger(), Options()))))
    gone = rows[3]
    assert (gone["value"], gone["status"]) == ("", "not_reported")


@pytest.mark.parametrize("form", ["terminal", "markdown"])
def test_editions_without_a_change_say_so(form: str) -> None:
    assert "Nothing changed that matters" in RENDERERS[form](empty(), Options())


def hostile() -> Report:
    """A report in which every text that an edition can bring is out to harm."""
    outline = ((NASTY, NEW[0][1]), *NEW[1:])
    old = replace(edition(NASTY, 2021, OLD), title=NASTY, year_reason=NASTY, path=NASTY)
    made = report(old, edition("new", 2022, outline, (NASTY,)))
    finding = replace(made.findings[0], message=NASTY, section=NASTY, measure=NASTY)
    series = (replace(made.comparison.series[0], measure=NASTY), *made.comparison.series[1:])
    changed = replace(
        made,
        comparison=replace(made.comparison, series=series),
        findings=(finding, *made.findings[1:]),
        sections=(replace(made.sections[0], title=NASTY), *made.sections[1:]),
        summary=(NASTY, *made.summary),
        quiet={NASTY: 2},
        doubts=(NASTY,),
    )
    first, *others = told(changed).stories
    return replace(changed, stories=(replace(first, headline=NASTY), *others))


def _rows(tokens: list) -> list[tuple[int, int]]:  # type: ignore[type-arg]
    opens = [at for at, token in enumerate(tokens) if token.type == "tr_open"]
    closes = [at for at, token in enumerate(tokens) if token.type == "tr_close"]
    return [(a, b) for a, b in zip(opens, closes, strict=True) if tokens[a + 1].type == "td_open"]


def _columns(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


@pytest.mark.parametrize("form", ["terminal", "markdown", "html", "csv"])
def test_what_was_signed_off_is_set_apart_with_its_reason(form: str) -> None:
    made = report()
    waiver = Waiver("The desk knows.", owner="M. Ode", expires=date(2023, 6, 30))
    signed = replace(made.findings[0], waiver=waiver)
    shown = RENDERERS[form](
        told(replace(made, findings=(signed, *made.findings[1:]))),
        Options(width=200, show_waived=True),
    )
    assert "The desk knows." in shown
    if form != "csv":
        assert "1 finding signed off" in shown and "by M. Ode" in shown
        assert shown.index("Traffickers convicted") < shown.index("The desk knows.")


@pytest.mark.parametrize("form", ["terminal", "markdown", "html", "csv"])
def test_editions_without_a_sentence_are_shown_too(form: str) -> None:
    nothing = replace(edition("empty", 2021, ()), year=None)
    reading = Reading(nothing, (), ())
    made = Report(Comparison(reading, reading, Alignment((), ()), ()), ())
    assert RENDERERS[form](made, Options())


@pytest.mark.parametrize("form", ["terminal", "markdown", "html"])
def test_editions_without_a_year_are_called_by_their_names(form: str) -> None:
    old = replace(edition("first.txt", 2021, OLD), year=None)
    shown = RENDERERS[form](report(old), Options())
    assert "first.txt → 2022" in shown


@pytest.mark.parametrize("form", ["terminal", "markdown", "html"])
def test_two_editions_of_one_year_are_told_apart(form: str) -> None:
    old, new = edition("h1.txt", 2022, OLD), edition("h2.txt", 2022, NEW)
    assert "h1.txt → h2.txt" in RENDERERS[form](report(old, new), Options())
