"""What a reader chooses about a report is in it: a title, a note, how much, how far explained."""

from __future__ import annotations

import pytest

from tests.render.reports import ledger, report
from tracediff.model import Ledger, Reading
from tracediff.render import FACTS_RENDERERS, RENDERERS, Options
from tracediff.render.markdown import safe


@pytest.mark.parametrize("form", ["terminal", "markdown", "html"])
def test_a_title_a_note_and_a_mark_of_secrecy_stand_at_the_head(form: str) -> None:
    options = Options(title="Labor since 2021", note="For the board.", confidentiality="Secret")
    shown = RENDERERS[form](report(), options)
    places = [shown.index(words) for words in ("Secret", "Labor since 2021", "For the board.")]
    assert max(places) < shown.index(report().listed[0].headline)


def test_a_limit_counts_what_it_leaves_out() -> None:
    shown = RENDERERS["markdown"](report(), Options(limit=3))
    assert f"{len(report().stories) - 3} more" in shown
    assert safe(report().listed[2].headline) in shown
    assert safe(report().listed[3].headline) not in shown


def test_a_line_for_each_finding_has_the_most_severe_first() -> None:
    shown = RENDERERS["brief"](report(), Options(limit=5))
    assert "7 more" in shown
    assert [line.split()[1] for line in shown.splitlines() if " [" in line][:4] == (
        ["error", "error", "error", "warning"]
    )


def test_an_explained_report_says_what_a_finding_means_and_why_sentences_were_paired() -> None:
    found = report().findings[0]
    plain = RENDERERS["terminal"](report(), Options(width=200, view="all"))
    shown = RENDERERS["terminal"](report(), Options(width=200, view="all", explain=True))
    assert found.rule.finds in shown and found.rule.finds not in plain
    assert "Paired by figures, neighbours" in shown and "Paired by" not in plain


def test_a_line_for_a_finding_is_the_same_words_in_colour() -> None:
    plain, colour = (RENDERERS["brief"](report(), Options(colour=on)) for on in (False, True))
    assert "\x1b[1;31merror\x1b[0m" in colour and "\x1b" not in plain
    for start in ("\x1b[1m", "\x1b[2m", "\x1b[1;31m", "\x1b[1;33m", "\x1b[0m"):
        colour = colour.replace(start, "")
    assert colour == plain


def test_an_edition_without_a_figure_says_so() -> None:
    nothing = Ledger(Reading(ledger().reading.edition, (), ()), ())
    assert "No figure was found." in FACTS_RENDERERS["terminal"](nothing, Options())


def test_of_many_figures_some_are_shown_and_the_others_counted() -> None:
    alone = Ledger(ledger().reading, ())
    shown = FACTS_RENDERERS["terminal"](alone, Options(limit=2))
    assert "389" in shown and "131" not in shown
    assert "5 more figures" in shown
