"""A clause that a lone sentence of the other edition says was put elsewhere, and is not gone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.editions import report
from tests.rank.test_rank import of
from tracediff.model import Comparison, Evidence, Finding, Severity, Side, Span
from tracediff.rank.rarity import rarity
from tracediff.rank.told_elsewhere import told_elsewhere
from tracediff.settings import Ranking

FILLER = "Ferries connect the islands. Courts sit in towns. Barges bring salt."


def editions(old: str, *new: str) -> Comparison:
    """Two editions that end in some paragraphs."""
    texts = "\n\n".join(new)
    return report(
        f"# R 2019\n\n{FILLER}\n\n{old}\n", f"# R 2020\n\n{FILLER}\n\n{texts}\n"
    ).comparison


def shown(there: Comparison, side: Side, text: str, part: str = "") -> Evidence:
    """The sentence that opens so, or a part of it."""
    reading = there.old if side is Side.OLD else there.new
    one = next(s for s in reading.edition.sentences if s.text.startswith(text[:30]))
    at = one.text.find(part)
    return Evidence(side, one.index, Span(at, at + len(part or one.text)), part or one.text)


CASES = [
    (
        "The council and the guild noted that reports of theft rose after the harbour law.",
        "reports of theft rose after the harbour law",
        "The council ran a night watch.",
        "Although reports of theft rose after the harbour law, they fell by a third in summer.",
    ),
    (
        "Nurses work nights, and the ward pays for the meals of new patients from Rye.",
        "the ward pays for the meals of new patients from Rye",
        "Nurses work nights.",
        "As in years past the ward pays for the meals of all new patients from Rye and Orsk.",
    ),
]


def findings(there: Comparison, case: tuple[str, str, str, str]) -> tuple[Finding, Finding]:
    """What is told of a clause that is gone, and of the sentence that is new."""
    old, part, answer, lone = case
    gone = replace(
        of("C306"),
        severity=Severity.WARNING,
        message="gone",
        old=shown(there, Side.OLD, old, part),
        new=shown(there, Side.NEW, answer),
    )
    fresh = replace(of("C307"), message="new", old=None, new=shown(there, Side.NEW, lone))
    return gone, fresh


@pytest.mark.parametrize("case", CASES)
def test_a_clause_goes_to_the_sentence_that_says_it(case: tuple[str, str, str, str]) -> None:
    there = editions(case[0], case[2], case[3])
    gone, fresh = findings(there, case)
    (told,) = told_elsewhere((gone, fresh), there, rarity(there), Ranking())
    assert told.message == "new"
    assert [(f.message, f.severity) for f in told.facets] == [("gone", Severity.NOTE)]


def test_a_clause_that_is_new_goes_to_the_sentence_that_said_it() -> None:
    old, part, answer, lone = CASES[0]
    turned = report(
        f"# R 2019\n\n{FILLER}\n\n{answer}\n\n{lone}\n", f"# R 2020\n\n{FILLER}\n\n{old}\n"
    ).comparison
    fresh = replace(
        of("C307"),
        old=shown(turned, Side.OLD, answer),
        new=shown(turned, Side.NEW, old, part),
    )
    gone = replace(of("C306"), new=None, old=shown(turned, Side.OLD, lone))
    (told,) = told_elsewhere((fresh, gone), turned, rarity(turned), Ranking())
    assert told.old == gone.old and len(told.facets) == 1


def test_what_no_lone_sentence_says_stays_as_it_is() -> None:
    old, part, answer, _ = CASES[0]
    lone = "Reports on the harbour were written by hand in the town hall of Rye."
    there = editions(old, answer, lone)
    both = findings(there, (old, part, answer, lone))
    assert tuple(told_elsewhere(both, there, rarity(there), Ranking())) == both
    whole = replace(both[0], old=shown(there, Side.OLD, old))
    assert tuple(told_elsewhere((whole,), there, rarity(there), Ranking())) == (whole,)
