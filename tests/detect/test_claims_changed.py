"""Findings about claims, as a reader of two editions meets them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracediff.model import Finding, Report, Severity
from tracediff.pipeline import compare

FRAME = (
    "The coast of Veldania has three harbours.",
    "The islands are reached by ferry.",
    "A lighthouse stands in the north.",
)


def report(folder: Path, old: str, new: str) -> Report:
    for name, text in (("old", old), ("new", new)):
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return compare(folder / "old.md", folder / "new.md", old_year=2022, new_year=2023)


def framed(text: str) -> str:
    return f"# Report\n\n{FRAME[0]} {text} {FRAME[1]}\n\n{FRAME[2]}\n"


def claims(found: Report, rule: str = "C") -> list[Finding]:
    every = [f for one in found.findings for f in (one, *one.facets)]
    return [finding for finding in every if finding.rule.id.startswith(rule)]


PAIRS = [
    ("The ministry did not create the relief fund.", "The ministry created the relief fund."),
    ("Most clerks of the court were trained.", "Some clerks of the court were trained."),
    ("Captains must report injured divers.", "Captains should report injured divers."),
    ("The bill on crews was drafted by members.", "The bill on crews was adopted by members."),
]


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_a_message_is_a_sentence_that_quotes_both_editions(
    tmp_path: Path, old: str, new: str
) -> None:
    found = claims(report(tmp_path, framed(old), framed(new)))
    assert found
    for finding in found:
        assert finding.message[0].isupper() and finding.message.endswith(".")
        assert "2022 edition" in finding.message and "2023 edition" in finding.message
        assert old.rstrip(".") in finding.message and new.rstrip(".") in finding.message


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_evidence_slices_the_sentences_of_both_sides(tmp_path: Path, old: str, new: str) -> None:
    found = report(tmp_path, framed(old), framed(new))
    checked = 0
    for finding in claims(found):
        for evidence, edition in ((finding.old, found.old), (finding.new, found.new)):
            if evidence is None:
                continue
            text = edition.sentences[evidence.sentence].text
            assert text[evidence.at.start : evidence.at.end] == evidence.quote
            checked += 1
    assert checked >= 2


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_an_edition_against_itself_has_no_changed_claims(
    tmp_path: Path, old: str, new: str
) -> None:
    text = framed(f"{old} {new}")
    assert claims(report(tmp_path, text, text)) == []


def test_a_change_is_found_whichever_edition_comes_first(tmp_path: Path) -> None:
    old, new = (framed(text) for text in PAIRS[0])
    there = {f.rule.id for f in claims(report(tmp_path, old, new))}
    back = {f.rule.id for f in claims(report(tmp_path, new, old))}
    assert there == back == {"C301"}


def test_a_target_rolled_with_the_year_is_a_note_and_a_slipped_one_a_warning(
    tmp_path: Path,
) -> None:
    target = "All buyers are to have taken the course on forced labor by December {}."
    rolled = claims(report(tmp_path, framed(target.format(2022)), framed(target.format(2023))))
    slipped = claims(report(tmp_path, framed(target.format(2022)), framed(target.format(2025))))
    assert [f.severity for f in rolled] == [Severity.NOTE]
    assert [f.severity for f in slipped] == [Severity.WARNING]
    assert "put off by 3 years" in slipped[0].message


def test_a_target_date_that_is_gone_is_told(tmp_path: Path) -> None:
    old = "The board is to complete its checks of harbour recruiters by March 2023."
    new = "The board is to complete its checks of harbour recruiters each month."
    found = claims(report(tmp_path, framed(old), framed(new)), "C305")
    assert any("no longer given" in finding.message for finding in found)


def test_a_case_is_followed_to_another_place(tmp_path: Path) -> None:
    old = (
        f"# Report\n\nIn May guards beat the diver Mirko Tessel Orvan to death. "
        f"As of August no one had been indicted. {FRAME[0]}\n\n{FRAME[1]} {FRAME[2]}\n"
    )
    new = (
        f"# Report\n\n{FRAME[0]}\n\n{FRAME[1]} {FRAME[2]}\n\nA court in the capital convicted "
        "three prison guards over what had befallen Mirko Tessel Orvan.\n"
    )
    (found,) = claims(report(tmp_path, old, new), "C305")
    assert found.old and "no one had been indicted" in found.old.quote
    assert found.new and "convicted three prison guards" in found.new.quote


def test_the_level_of_a_whole_report_is_compared_once(tmp_path: Path) -> None:
    def text(level: str) -> str:
        return (
            f"# Report\n\nVeldania {level}.\n\n{FRAME[0]} {FRAME[1]}\n\n"
            f"In its efforts the country made {level.lower()} again. {FRAME[2]}\n"
        )

    found = claims(report(tmp_path, text("MODERATE ADVANCEMENT"), text("NO ADVANCEMENT")), "C309")
    assert any("lower" in finding.message for finding in found)
    assert all(finding.severity is Severity.WARNING for finding in found)


def test_what_stands_alone_but_says_the_opposite_is_found(tmp_path: Path) -> None:
    old = (
        f"# Report\n\n{FRAME[0]} The pension office did not pay former divers of the southern "
        f"islands their winter allowance. {FRAME[1]}\n\n{FRAME[2]}\n"
    )
    new = (
        f"# Report\n\n{FRAME[0]} {FRAME[1]}\n\n{FRAME[2]} The pension office paid former divers "
        "of the southern islands their winter allowance.\n"
    )
    assert {f.rule.id for f in claims(report(tmp_path, old, new))} == {"C301"}


def test_sentences_in_a_row_count_less_than_the_one_that_tells_the_matter(tmp_path: Path) -> None:
    story = (
        "A raid on the warehouses of Port Sarn killed 28 persons, among them one officer. "
        "The raiders under Captain Belo Ruun carried 40 rifles. "
        "Their lawyer Mirko Tessel did not answer questions about payments from traders."
    )
    old, new = (
        framed("The police trained recruits."),
        framed(f"The police trained recruits. {story}"),
    )
    found = claims(report(tmp_path, old, new), "C307")
    assert len(found) >= 2
    assert "killed 28 persons" in max(found, key=lambda f: f.magnitude).message


def test_editions_without_a_year_are_told_apart(tmp_path: Path) -> None:
    for name, text in zip(("old", "new"), PAIRS[0], strict=True):
        (tmp_path / f"{name}.md").write_text(framed(text), encoding="utf-8")
    found = claims(compare(tmp_path / "old.md", tmp_path / "new.md"))
    assert found
    assert "old edition" in found[0].message and "new edition" in found[0].message


def test_what_was_background_in_its_own_time_weighs_less_when_it_is_gone(tmp_path: Path) -> None:
    said = "In {} the guild opened a school for pilots of the northern ports."
    rules = [
        {f.rule.id for f in report(tmp_path, framed(said.format(year)), framed("")).findings}
        for year in (2022, 2018)
    ]
    assert rules == [{"C306"}, set()]


def test_words_that_stand_everywhere_do_not_hide_a_statement_that_is_gone(tmp_path: Path) -> None:
    fill = "\n\n".join(f"The guild of port {n}a met in hall {n}b." for n in range(160))
    gone = "The guild failed to publish a report on torture of divers in camps."
    found = claims(report(tmp_path, f"# Report\n\n{fill}\n\n{gone}", f"# Report\n\n{fill}"))
    assert [f.rule.id for f in found] == ["C306"]
    assert gone.rstrip(".") in found[0].message
