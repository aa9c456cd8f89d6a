"""Small promises of the parts that every stage leans on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

import tracediff
from tests.editions import messages, report
from tests.render.reports import report as made_report
from tracediff.errors import InputError
from tracediff.grade import grade
from tracediff.ledger.likeness import Wording, alike, apart
from tracediff.model import (
    Change,
    Evidence,
    Finding,
    Link,
    LinkKind,
    Period,
    Severity,
    Side,
    Span,
)
from tracediff.paths import repository_path
from tracediff.patterns import like, precision
from tracediff.pipeline import compare, read
from tracediff.rank import rank
from tracediff.render import RENDERERS, Options
from tracediff.rules import RULES
from tracediff.settings import Grading, Override
from tracediff.summary import quiet_changes
from tracediff.waive.baseline import read_baseline

OLD = "The port office of Norr inspected 120 ships in 2019. It fined 14 captains in 2019."
NEW = "The port office of Norr inspected 180 ships in 2020. It fined 14 captains in 2020."


def test_the_shape_of_a_link_follows_from_its_sentences() -> None:
    def kind(old: int, new: int, similarity: float = 0.8) -> LinkKind:
        return Link(tuple(range(old)), tuple(range(new)), similarity).kind

    assert [kind(0, 1), kind(1, 0)] == [LinkKind.ADDED, LinkKind.REMOVED]
    assert [kind(1, 1, 1.0), kind(1, 1)] == [LinkKind.KEPT, LinkKind.EDITED]
    assert [kind(1, 3), kind(3, 1)] == [LinkKind.SPLIT, LinkKind.MERGED]
    assert kind(2, 2) is LinkKind.REGROUPED


def test_twelve_months_are_a_full_year_and_a_stock_is_none() -> None:
    year = Period(date(2023, 7, 1), date(2024, 6, 30), "2023/24")
    assert year.full_year
    assert not replace(year, as_of=True).full_year
    assert not Period(date(2024, 1, 1), date(2024, 6, 30), "first half").full_year


def test_a_rule_is_named_by_id_name_beginning_or_all() -> None:
    rule = RULES["N101"]
    assert [precision(p, rule) for p in ("N101", "figure-changed", "N1", "all", "C", "")] == [
        100, 100, 2, 0, -1, -1
    ]  # fmt: skip
    assert like("annex*", "Annex B")
    assert not like("annex", "Annex B")


def test_a_file_is_named_from_the_top_of_its_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "drafts").mkdir()
    monkeypatch.chdir(tmp_path / "drafts")
    assert repository_path("ports.md") == "drafts/ports.md"
    assert repository_path("main:ports.md") == "drafts/ports.md"
    assert repository_path("/elsewhere/ports.md") == "/elsewhere/ports.md"


def test_a_name_that_no_file_can_have_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> Path:
        raise OSError("too many levels")

    monkeypatch.setattr(Path, "resolve", refuse)
    assert repository_path("loop/ports.md") == "loop/ports.md"


def test_a_file_without_a_sentence_is_no_edition(tmp_path: Path) -> None:
    path = tmp_path / "ports.md"
    path.write_text("# Ports\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"ports\.md"):
        read(path)


@pytest.mark.parametrize("text", ["[", "[1]", '{"findings": 3}', '{"schema_version": 9}'])
def test_a_file_that_is_no_baseline_says_how_to_make_one(tmp_path: Path, text: str) -> None:
    path = tmp_path / "known.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="--write-baseline"):
        read_baseline(str(path))


def test_a_baseline_that_is_not_there_says_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such baseline; make it with --write-baseline"):
        read_baseline(str(tmp_path / "known.json"))


def wording(head: str = "ship", *stems: str, unit: str | None = None) -> Wording:
    return Wording(unit, head, frozenset(stems), tuple(stems), named=frozenset({head}))


def test_measures_in_two_units_are_never_alike() -> None:
    assert alike(wording("ship", "norr"), wording("ship", "norr")) == 1.0
    assert alike(wording("ship", "norr", unit="%"), wording("ship", "norr")) == 0.0
    assert alike(Wording(None, "", frozenset()), Wording(None, "", frozenset())) == 0.0


def test_measures_are_apart_where_both_say_of_what_and_say_otherwise() -> None:
    adult, young = wording("visit", "adult", "prison"), wording("visit", "juvenile", "home")
    assert apart(adult, young)
    assert not apart(adult, wording("visit", "adult", "home"))
    assert not apart(adult, wording("fine", "juvenile", "home"))
    assert not apart(adult, wording("visit", "juvenile"))
    for names in ("formal visit", "formal announced night visit"):
        named = frozenset(names.split())
        assert not apart(replace(adult, named=named), replace(young, named=named))


def finding(rule: str = "N101", **told: object) -> Finding:
    held: dict[str, object] = {"section": "Ports", "old": None, "new": None, **told}
    return Finding(RULES[rule], Severity.ERROR, f"{rule} of the ports.", **held)  # type: ignore[arg-type]


def grades(finding: Finding, **settings: object) -> list[str]:
    return [one.severity.value for one in grade([finding], Grading(**settings))]  # type: ignore[arg-type]


def test_a_change_is_as_severe_as_its_size_says() -> None:
    def sized(new: int, **settings: object) -> list[str]:
        return grades(finding(change=Change(Decimal(100), Decimal(new))), **settings)

    assert sized(200, error=0.5, warning=0.1) == ["error"]
    assert sized(120, error=0.5, warning=0.1) == ["warning"]
    assert sized(101, error=0.5, warning=0.1) == ["note"]
    assert sized(101, error=0.5) == ["warning"]
    assert grades(finding(change=Change(Decimal(0), Decimal(1))), error=0.5) == ["error"]
    assert grades(finding(), error=0.5) == ["error"]


def test_an_override_holds_for_the_rules_sections_and_measures_that_it_names() -> None:
    def overridden(**told: str) -> list[str]:
        return grades(finding(measure="ships"), overrides=(Override(**told),))  # type: ignore[arg-type]

    assert overridden(severity="note", section="ports") == ["note"]
    assert overridden(severity="note", section="mills") == ["error"]
    assert overridden(severity="note", rule="C") == ["error"]
    assert overridden(severity="off", measure="ship*") == []
    assert overridden(rule="N101") == ["error"]


def test_rules_are_selected_and_ignored_by_the_longer_pattern() -> None:
    assert grades(finding(), select=("N",)) == ["error"]
    assert grades(finding(), select=("C",)) == []
    assert grades(finding(), select=("N",), ignore=("N101",)) == []
    assert grades(finding(), select=("N101",), ignore=("N",)) == ["error"]
    assert grades(finding(), severities={"C": "off", "N": "note"}) == ["note"]
    assert grades(finding(), severities={"N": "off"}) == []


def test_findings_without_a_place_are_kept_and_told_apart() -> None:
    comparison = report(OLD, NEW).comparison
    held = Evidence(Side.NEW, 0, Span(0, 3), "The")
    first = finding("D501")
    placed = finding("C301", new=held)
    other = replace(first, message="D501 of the mills.")
    ranked = rank(comparison, [first, placed, other])
    assert {one.message for one in ranked} == {first.message, placed.message, other.message}
    assert len({one.fingerprint for one in ranked}) == 3


def test_editions_in_the_wrong_order_are_doubted_first() -> None:
    said = report(OLD, NEW, years=(2020, 2019)).summary
    assert "were they given in the wrong order?" in said[0]
    assert not any("wrong order" in one for one in report(OLD, NEW).summary)


def test_editions_that_say_the_same_are_said_to() -> None:
    assert report(OLD, OLD).summary == ("The two editions say the same, word for word.",)


def test_editions_that_differ_in_capitals_are_not_said_to_be_the_same() -> None:
    text = "The mayor of Norr told US of the fog. Rye was short. Oats were not."
    set_otherwise = text.replace("US", "us").replace("Rye", "RYE").replace(" Oats", "\nOats")
    assert report(text, set_otherwise).summary == (
        "The two editions differ only in capitals, marks or labels, in 2 sentences.",
    )


def test_capitals_of_headings_and_table_heads_are_told_too(tmp_path: Path) -> None:
    text = "# Ports of Norr\n\n{}\n\n## Boats {}\n\n| Pier | {} |\n| --- | --- |\n| Inner | 4 |\n"
    paths = [tmp_path / "a.md", tmp_path / "b.md"]
    paths[0].write_text(text.format(OLD, "moored", "Boats"), encoding="utf-8")
    paths[1].write_text(text.format(OLD, "MOORED", "boats"), encoding="utf-8")
    told = compare(read(str(paths[0])), read(str(paths[1]))).summary
    assert told == (
        "The two editions differ only in capitals, marks or labels, in 1 heading and 1 table head.",
    )


def test_editions_that_differ_in_what_was_not_read_do_not_say_the_same(tmp_path: Path) -> None:
    def summary(*comments: str) -> tuple[str, ...]:
        paths = [tmp_path / f"{n}.html" for n in range(len(comments))]
        for path, comment in zip(paths, comments, strict=True):
            path.write_text(f"<main><h1>Ports</h1>{comment}<p>{OLD}</p></main>")
        return compare(read(str(paths[0])), read(str(paths[1]))).summary

    assert summary("<p hidden>Fined 12</p>", "<p hidden>Fined 21</p>") == (
        "What was read of the two editions says the same, word for word.",
        "What was not read of them differs; it is listed with the report.",
    )
    same = ("The two editions say the same, word for word.",)
    assert summary("<p hidden>Fined 12</p>", "\n\n<p hidden>Fined 12</p>") == same


def test_a_sentence_that_only_names_another_year_is_counted_as_such() -> None:
    text = "The harbour council of Norr met as usual in spring 2019. Rye was short all winter."
    told = report(text, text.replace("2019", "2020"))
    assert told.findings == ()
    ((kind, number),) = told.quiet.items()
    assert (kind.split()[0], number) == ("year", 1)


def test_a_sentence_in_which_only_a_hyphen_is_new_is_counted_as_typography() -> None:
    text = "The guild of pilots met at the export processing zone. Rye was short all winter."
    told = report(text, text.replace("export processing", "export-processing"))
    assert (told.findings, told.quiet) == ((), {"typography": 1})


def test_a_figure_of_two_editions_is_told_once() -> None:
    found = messages(OLD, NEW)
    assert len(found["N101"]) == 1
    assert "120" in found["N101"][0]
    assert "180" in found["N101"][0]


@pytest.mark.parametrize("form", ["json", "html", "terminal", "markdown", "csv", "sarif"])
@pytest.mark.parametrize("count", ["1e999", "3 million million million million million million"])
def test_a_number_beyond_all_counting_ends_no_run(count: str, form: str) -> None:
    for old, new in ((count, "12"), ("12", count), (count, "2e999")):
        told = report(f"The hall holds {old} grains.", f"The hall holds {new} grains.")
        assert [finding.rule.id for finding in told.findings] == ["N101"]
        shown = RENDERERS[form](told, Options())
        assert "0" * 40 not in shown or form in ("json", "csv")
        if form == "json":
            assert "Infinity" not in shown


def test_a_name_that_the_package_does_not_have_is_said_to_be_missing() -> None:
    with pytest.raises(AttributeError, match="no attribute 'compar'"):
        tracediff.compar  # noqa: B018


@pytest.mark.parametrize("name", ["figures.xlsx", "report.rtf", "slides.PPTX"])
def test_what_is_no_report_by_its_suffix_is_refused_with_the_cure(
    tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_text("Ships sank in 2019.")
    with pytest.raises(InputError, match=r"files are not read; save it as \.docx"):
        read(tmp_path / name)


def test_quiet_changes_are_counted_by_what_changed() -> None:
    assert quiet_changes(made_report().comparison, ()) == {"number": 1, "wording": 6}
    rooms = report(
        "Rooms 3 and 4 are open to guests of the inn.",
        "Rooms 3, 4 and 5 are open to guests of the inn.",
    )
    assert quiet_changes(rooms.comparison, ()) == {"wording": 1}


def test_a_title_holds_where_figures_alone_would_put_an_edition_before_the_earlier_one() -> None:
    spent = " ".join(f"In {{0}} the council spent {n} crowns on piers." for n in range(12, 20))
    plan = "# Budget request for {}\n\nThe council asks for {} crowns for piers.\n\n"
    old = plan.format(2020, 40) + spent.format(2020)
    new = plan.format(2021, 55) + spent.format(2019)
    made = report(old, new, (None, None)).comparison
    assert (made.old.edition.year, made.new.edition.year) == (2020, 2021)
    assert made.new.edition.year_reason == (
        "the title says 2021, after that of the earlier edition, 2020"
    )
    alone = report(old, new, (None, 2019)).comparison
    assert alone.new.edition.year == 2019
