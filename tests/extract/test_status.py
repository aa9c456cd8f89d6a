"""Where a report says that a figure is none, unknown or not given, and where it does not."""

from __future__ import annotations

import pytest

from tracediff.extract import extract
from tracediff.model import Status
from tracediff.settings import Words

from .ledger_of import edition_of, ledger


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No one was arrested in 2019.", [(Status.NONE, None)]),
        ("No one knows.", []),
        ("No longer did boats sail.", []),
        ("No more boats sailed.", []),
        ("No intent was shown.", []),
        ("No officer was suspended.", [(Status.NONE, "officer")]),
        ("No data were available on drowned sailors.", [(Status.UNKNOWN, "drowned sailors")]),
        ("No data was available.", []),
        ("No official statistics on wrecks were available.", [(Status.UNKNOWN, "wrecks")]),
        ("No information was available on whether sailors drowned.", []),
        ("No information exists about the number of wrecks.", [(Status.UNKNOWN, "wrecks")]),
        ("The ministry did not always report wrecks.", []),
        (
            "The ministry did not report how many sailors drowned.",
            [(Status.NOT_REPORTED, "sailors")],
        ),
        ("The ministry did not provide data on wrecks.", [(Status.NOT_REPORTED, "wrecks")]),
        ("The ministry did not provide complete data on wrecks.", []),
        ("The ministry did not provide statistics for the province.", []),
        ("The ministry did not provide the ships with data; it built boats.", []),
        ("The ministry did not provide the ships.", []),
        ("The ministry did not provide any statistics.", []),
        ("The ministry did not convict any smugglers.", [(Status.NONE, "smugglers")]),
        ("The ministry did not convict but pardoned any smugglers.", [(Status.NONE, "smugglers")]),
        ("The ministry could not convict any smugglers.", []),
        ("The ministry does not arrest any smugglers.", []),
        ("The ministry failed to report the number of wrecks.", [(Status.NOT_REPORTED, "wrecks")]),
        ("The ministry failed to arrest any smugglers.", [(Status.NONE, "smugglers")]),
        ("The ministry did not report any wrecks.", [(Status.NOT_REPORTED, "wrecks")]),
        ("The ministry did not report any progress.", []),
        ("The number of wrecks was not available.", [(Status.UNKNOWN, "wrecks")]),
        ("Data on wrecks are not yet published.", [(Status.NOT_REPORTED, "wrecks")]),
        ("Data on wrecks were not published.", [(Status.NOT_REPORTED, "wrecks")]),
        ("The number of drowned sailors is not known.", [(Status.UNKNOWN, "drowned sailors")]),
        ("It is not known how many sailors drowned.", [(Status.UNKNOWN, "sailors")]),
        ("It was not clear how many of them were sailors.", [(Status.UNKNOWN, "sailors")]),
        ("It was unclear how many of these sailors drowned.", [(Status.UNKNOWN, "sailors")]),
        ("The figures were unavailable.", []),
        ("Statistics on wrecks were unavailable.", [(Status.UNKNOWN, "wrecks")]),
        ("The report was late; it was not available.", []),
        ("The report was not available.", []),
        ("An unknown number of sailors drowned.", [(Status.UNKNOWN, "sailors")]),
        ("An unknown amount was lost.", []),
        ("An undisclosed amount of crowns was lost.", [(Status.UNKNOWN, "crowns")]),
        ("It was unclear if any sailors drowned.", [(Status.UNKNOWN, "sailors")]),
        ("It was unclear whether any progress was made.", []),
        ("It was unclear why.", []),
        ("None of the sailors was saved.", [(Status.NONE, "sailors")]),
        ("None of them was saved.", [(Status.NONE, "them")]),
        ("None of the sailors agreed.", [(Status.NONE, "sailors")]),
        ("None were saved.", [(Status.NONE, None)]),
        ("None was to be saved.", []),
        ("None had been saved.", [(Status.NONE, None)]),
        ("None agreed.", [(Status.NONE, None)]),
        ("The ship was not late.", []),
        ("The ministry didn't report how many boats sank.", [(Status.NOT_REPORTED, "boats")]),
        ("The ministry didn’t report how many boats sank.", [(Status.NOT_REPORTED, "boats")]),
        ("Results of the inquiry: not known.", []),
        ("It is uncertain how many sailors drowned.", [(Status.UNKNOWN, "sailors")]),
        ("The number of wrecks and of the drowned was unavailable.", [(Status.UNKNOWN, "wrecks")]),
        ("The ministry had not reported the number.", []),
        ("The ministry didn’t convict any smugglers.", [(Status.NONE, "smugglers")]),
        ("The number of wrecks wasn't reported.", [(Status.NOT_REPORTED, "wrecks")]),
        ("The ministry couldn't convict any smugglers.", []),
        ("The ministry doesn’t publish data on wrecks.", [(Status.NOT_REPORTED, "wrecks")]),
        ("No information exists about the number of dead.", []),
        ("It was unclear how many boats of that sort sank.", [(Status.UNKNOWN, "boats")]),
        ("Data on some of these matters were not available.", []),
        ("None of these boats had been raised.", [(Status.NONE, "boats")]),
        ("The guild did not publicly release data on wrecks.", [(Status.NOT_REPORTED, "wrecks")]),
        ("There were no known reports of theft.", [(Status.NONE, "known reports")]),
        ("No reliable estimates exist.", []),
    ],
)
def test_what_is_missing_is_said_and_why(
    text: str, expected: list[tuple[Status, str | None]]
) -> None:
    assert [(f.status, f.counted) for f in ledger(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The number of raids was not broken down.", ["raids"]),
        ("Raids were withheld.", ["Raids"]),
        ("The guild withheld raids.", ["raids"]),
        ("The guild withheld data on raids.", ["raids"]),
        ("Data on raids were not broken by storms.", []),
        ("It was withheld.", []),
        ("The harbour was withheld.", []),
    ],
)
def test_a_teams_own_words_say_that_a_figure_is_missing(text: str, expected: list[str]) -> None:
    own = Words((("missing.not_reported", ("not broken down", "withheld")),))
    facts = extract(edition_of((text,)), None, own)
    assert [f.counted for f in facts] == expected
    assert {f.status for f in facts} <= {Status.NOT_REPORTED}
    assert ledger(text) == ()


@pytest.mark.parametrize(
    ("text", "status", "label"),
    [
        ("It was unclear how many died.", Status.UNKNOWN, ""),
        ("It was unclear if any of the boats sank.", Status.UNKNOWN, "boats"),
        ("It issued no new permits and licences.", Status.NONE, "new permits and licences issued"),
        ("It did not report any more boats and ships.", Status.NOT_REPORTED, "boats and ships"),
    ],
)
def test_what_is_missing_is_named_as_far_as_the_sentence_does(
    text: str, status: Status, label: str
) -> None:
    (fact,) = ledger(text)
    assert (fact.status, fact.label) == (status, label)


def test_a_purpose_that_hangs_on_a_noun_is_no_refusal_to_report() -> None:
    assert ledger("The right not to report any fires hurts nobody.") == ()


@pytest.mark.parametrize(
    ("between", "counted"),
    [
        ("The harbour closed.", "boats"),
        ("In 2018 the harbour was closed.", None),
        ("The harbour was not closed.", None),
    ],
)
def test_what_was_counted_goes_on_unless_another_time_or_a_denial_comes_between(
    between: str, counted: str | None
) -> None:
    facts = ledger("In 2019 the port held 12 boats.", between, "It lost 40.")
    assert [(str(fact.value), fact.counted) for fact in facts] == [("12", "boats"), ("40", counted)]
