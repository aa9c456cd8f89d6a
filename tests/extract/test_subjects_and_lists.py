"""What a figure counts where its subject is an activity, a change of level, or a list's lead-in."""

from __future__ import annotations

import pytest

from tests.segment.test_document_time import edition
from tracediff.extract import Extractor, extract, joined
from tracediff.model import Fact

from .ledger_of import ledger


def told(facts: tuple[Fact, ...]) -> list[tuple[str, str | None, int | None]]:
    """The quote of each figure, what it counts, and its year."""
    return [(fact.quote, fact.counted, fact.year) for fact in facts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Arson fell to 12 and shoplifting rose to 40 from 31.",
            [("12", "Arson", 2020), ("40", "shoplifting", 2020), ("31", "shoplifting", 2019)],
        ),
        (
            "Wrecks fell to 9 compared to 12 and fishing rose to 41.",
            [("9", "Wrecks", 2020), ("12", "Wrecks", 2019), ("41", "fishing", 2020)],
        ),
        (
            "While begging stands at 41, theft fell to 9.",
            [("41", "begging", 2020), ("9", "theft", 2020)],
        ),
        ("Ferry trips remain at 88.", [("88", "Ferry trips", 2020)]),
        ("Murder reports also rose to 33.", [("33", "Murder reports", 2020)]),
        (
            "Actual recorded wrecks in the bay were down one to 45.",
            [("one", "Actual recorded wrecks", 2020), ("45", "Actual recorded wrecks", 2020)],
        ),
        ("Births were up nine to 31.", [("nine", "Births", 2020), ("31", "Births", 2020)]),
        (
            "Thefts took a slight dip to 33 from 35.",
            [("33", "Thefts", 2020), ("35", "Thefts", 2019)],
        ),
        (
            "Wrecks showed a drop to 12 lost boats from 15.",
            [("12", "lost boats", 2020), ("15", "lost boats", 2019)],
        ),
        (
            "Figures for the year show there were 40 wrecks, representing a one per cent rise.",
            [("40", "wrecks", 2020), ("one per cent", "wrecks", 2020)],
        ),
        (
            "The number of crews shows an increase of 14.",
            [("14", "crews", 2020)],
        ),
        (
            "There were no recorded thefts, on par with last year.",
            [("no recorded thefts", "recorded thefts", 2020)],
        ),
    ],
)
def test_a_figure_counts_the_subject_of_its_own_clause(
    text: str, expected: list[tuple[str, str, int]]
) -> None:
    assert told(ledger(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norr led with 12 per cent fewer recorded wrecks.", ("recorded wrecks", -1)),
        ("There were 16 less fatal falls.", ("fatal falls", -1)),
        ("The bay saw 9 fewer boats.", ("boats", -1)),
        ("Gulls numbered 9.", ("Gulls", 0)),
    ],
)
def test_fewer_of_something_is_a_fall_in_it(text: str, expected: tuple[str, int]) -> None:
    (fact,) = ledger(text)
    assert (fact.counted, fact.direction) == expected


@pytest.mark.parametrize(
    ("text", "counted", "label"),
    [
        ("41 – the number of wrecks that crews towed.", "wrecks", "wrecks"),
        ("670 - the number of trees we felled.", "trees", "trees"),
        ("20% - the proportion of crews that use nets.", "crews", "crews using nets"),
        ("3,285 - claims were paid by mail.", "claims", "claims paid by mail"),
        ("Of the 90 sailors in the port, 54 left, or 60 per cent.", "sailors", "sailors who left"),
        ("4,100 — as in 2019 — were wet.", None, ""),
    ],
)
def test_what_stands_behind_the_dash_of_a_number_is_counted(
    text: str, counted: str | None, label: str
) -> None:
    found = [fact for fact in ledger(text) if fact.quote not in ("90", "60 per cent")]
    assert found[0].counted == counted
    assert label in found[0].label


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "# Report 2020\n\nThe fund made 40 grants:\n\n* 12 for schools\n* 28 to clinics\n\nIt "
            "has 9 in hand.",
            [
                ("40", "grants", 2020),
                ("12", "grants", 2020),
                ("28", "grants", 2020),
                ("9", None, 2020),
            ],
        ),
        (
            "# Report 2020\n\nIn 2018 the yard built:\n\n- 12 ferries\n- 9 tugs. In 2019 it "
            "built 4 rafts.\n",
            [("12", "ferries", 2018), ("9", "tugs", 2018), ("4", "rafts", 2019)],
        ),
        (
            "# Report 2020\n\nIt heard cases:\n\n- 31 complaints were heard:\n  - 20 on noise\n"
            "  - 11 on smoke\n- 5 appeals\n",
            [
                ("31", "complaints", 2020),
                ("20", "complaints", 2020),
                ("11", "complaints", 2020),
                ("5", "appeals", 2020),
            ],
        ),
    ],
    ids=["grants", "yard", "cases"],
)
def test_an_item_of_a_list_goes_on_about_its_lead_in(
    text: str, expected: list[tuple[str, str | None, int]]
) -> None:
    assert told(extract(edition(text))) == expected


def test_the_items_of_a_list_are_read_with_their_lead_in_by_whatever_part() -> None:
    items = "".join(f"- {n} for the port of Orsk\n" for n in range(11, 31))
    one = edition(f"# Report 2020\n\nThe fund made 410 grants:\n\n{items}\nIt met 9 crews.\n")
    parts = [Extractor(one).part(k, 3) for k in range(3)]
    assert told(joined(one, parts)) == told(extract(one))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Number of raids made, 41 (38); rate of loss, 2.3 (2.6).",
            [
                ("41", "raids", 2020),
                ("38", "raids", 2019),
                ("2.3", "rate", 2020),
                ("2.6", "rate", 2019),
            ],
        ),
        (
            "Average stay of crews in port, 21 (20); wrecks towed, 9.",
            [
                ("21", "Average stay", 2020),
                ("20", "Average stay", 2019),
                ("9", "wrecks", 2020),
            ],
        ),
        ("Norr lost 12 boats (9 tugs) in 2018.", [("12", "boats", 2018), ("9", "tugs", 2018)]),
        ("It sold 12 boats (9 percent).", [("12", "boats", 2020), ("9 percent", "boats", 2020)]),
    ],
)
def test_the_number_in_brackets_is_for_the_time_that_the_report_says(
    text: str, expected: list[tuple[str, str, int]]
) -> None:
    note = "Figures for 2019 are given in brackets."
    assert told(ledger(note, text)) == expected


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Boats sold: yachts, 12; ferries, 9.", ["Boats", "Boats"]),
        ("Of the ports, Orsk, 12 miles off, is the largest.", ["miles"]),
        ("In Orsk, 12 were held.", [None]),
        ("Wrecks, 12 of them old, lay there.", ["Wrecks"]),
    ],
)
def test_a_comma_before_a_number_that_closes_no_item_names_nothing(
    text: str, counted: list[str | None]
) -> None:
    assert [fact.counted for fact in ledger(text)] == counted


def test_a_rise_behind_a_dash_is_one_in_the_count_before_it() -> None:
    facts = ledger("4,188 claims - a 2% rise on the 4,125 received in the previous year.")
    assert [fact.counted for fact in facts] == ["claims", "claims", "claims"]


def test_norr_follows_with_a_change_in_the_same() -> None:
    facts = ledger("Orsk had 12 percent fewer wrecks, followed by Norr with an 8 percent drop.")
    assert [(fact.counted, fact.direction) for fact in facts] == [("wrecks", -1), ("wrecks", -1)]


def test_hoarding_of_something_is_the_subject_of_its_verb() -> None:
    facts = ledger("Thefts were down one to 45, although hoarding of nets is thought to be rare.")
    assert [(fact.quote, fact.counted) for fact in facts] == [("one", "Thefts"), ("45", "Thefts")]


@pytest.mark.parametrize(
    ("text", "counted", "measures"),
    [
        (
            "Judges acquitted 34 and convicted 120 defendants.",
            ["defendants", "defendants"],
            ["acquitted", "convicted"],
        ),
        (
            "The board bought 15 and sold nine mills.",
            ["mills", "mills"],
            ["bought", "sold"],
        ),
        ("The agency boarded 40 and fined nine boats.", ["boats", "boats"], ["boarded", "fined"]),
    ],
)
def test_two_verbs_share_what_is_counted_and_keep_their_own_numbers(
    text: str, counted: list[str], measures: list[str]
) -> None:
    facts = ledger(text)
    assert [fact.counted for fact in facts] == counted
    assert all(verb in fact.measure for verb, fact in zip(measures, facts, strict=True))


@pytest.mark.parametrize(
    ("second", "part_of"),
    [
        ("They served 2,150 breakfasts to pupils.", None),
        ("They included 2,150 soups.", 0),
    ],
)
def test_what_they_did_is_no_part_of_what_was_counted_before(
    second: str, part_of: int | None
) -> None:
    first = "Volunteers served 8,400 hot meals."
    assert [fact.part_of for fact in ledger(first, second)] == [None, part_of]
