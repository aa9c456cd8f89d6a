"""What comes once is no figure of the year, and nobody misses it."""

from __future__ import annotations

import pytest

from tests.editions import report
from tracediff.detect.once import accuses_one
from tracediff.model import Finding, Sentence, Severity

FILLER = "The quay is swept on Mondays. Lamps are lit at dusk. Ropes hang in the long shed."


def found(old: str, new: str) -> tuple[Finding, ...]:
    """All findings and facets between two editions whose texts stand far apart."""
    told = report(f"# A\n\n{old}\n\n{FILLER}", f"# B\n\n{FILLER}\n\n# C\n\n{new}")
    return tuple(one for finding in told.findings for one in finding.all)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Marsh, Ada, Oldport: 406 shells from Orsk (1952).", "Vale, Ben, Lume: 187 shells."),
        (
            "Orsk Museum, Orsk: (Through B. Vale) 22 local stamps of the year.",
            "Lume Museum, Lume: About 350 local stamps of the year.",
        ),
        (
            "Shells of June; 55 corals from the reef; 62 corals from Orsk; 31 ferns.",
            "Corals of May; 85 ferns from the reef; 12 ferns from Orsk; 44 corals.",
        ),
    ],
)
def test_gifts_are_not_compared_and_not_missed(old: str, new: str) -> None:
    assert not [one for one in found(old, new) if one.rule.id.startswith("N10")]


def test_a_list_of_key_figures_is_no_list_of_gifts() -> None:
    old, new = "Visits: 406 unannounced visits.", "Visits: 187 unannounced visits."
    assert {one.rule.id for one in found(old, new)} & {"N101", "N103", "N104"}


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("A court sentenced Tadeo Marsh to 12 years for sinking 40 boats.", True),
        ("In May, Ada Vale confessed to poisoning 42 wells.", True),
        ("Ben Orsk was charged with 40 thefts.", True),
        ("Courts sentenced 31 smugglers.", False),
        ("Harbour Rights Watch accused the police of 40 killings.", False),
        ("The Supreme Court convicted 40 men.", False),
        ("Fish.", False),
    ],
)
def test_one_accused_is_told_by_name(text: str, one: bool) -> None:
    assert accuses_one(text) is one


def test_the_case_of_one_accused_is_no_figure_of_the_year() -> None:
    case = "In 2020 a court sentenced Ada Vale to death for the killing of 42 pilots."
    total = "In 2020 the coastguard reported the killing of 42 pilots."
    severities = [
        {one.severity for one in found("Rye was short.", text) if one.rule.id == "N104"}
        for text in (case, total)
    ]
    assert severities == [{Severity.NOTE}, {Severity.WARNING}]


@pytest.mark.parametrize(
    ("old", "severity"),
    [
        ("The harbour council signed a pact with the pilots of Lume that protects divers.", "note"),
        ("The harbour council found serious defects in half of all boats of the fleet.", "note"),
        (
            "The council failed to protect divers of the fleet from fraud and abuse by the pilots.",
            "warning",
        ),
    ],
)
def test_an_event_of_last_year_is_missed_less_than_what_lasts(old: str, severity: str) -> None:
    gone = [one for one in found(old, "Rye was short.") if one.rule.id == "C306"]
    assert {str(one.severity.value) for one in gone} == {severity}


def test_a_bare_noun_does_not_make_two_shares_one_figure() -> None:
    old = "In the survey 96% of pilots keep charts of the reef on board."
    new = "Of those who answered by post, 96% are pilots. Rye was short."
    assert "N103" in {one.rule.id for one in found(old, new)}


def test_whether_it_comes_once_is_asked_only_of_what_would_weigh(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def tells_once(sentence: Sentence, claims: object, words: object, *, new: bool) -> bool:
        asked.append(sentence.text)
        return False

    monkeypatch.setattr("tracediff.detect.unmatched.tells_once", tells_once)
    slight = "The keepers of the long shed painted a small grey bench beside the northern gate."
    weighty = "The Harbour Council of Orsk will not pay the 40 guards whom it owes wages."
    told = found(f"{slight}\n\n{weighty}", "Nets hang on the wall.")
    assert {slight, weighty} <= {one.old.quote for one in told if one.old is not None}
    assert asked == [weighty]
