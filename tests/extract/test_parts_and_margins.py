"""Margins of measurements, parts of an amount of another time, and parts that no number gives."""

import pytest

from .ledger_of import ledger as facts_of


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The beams gave an age of 1,343 ± 240 years.",
            [("1343", "year"), ("240", "year")],
        ),
        ("The net weighed 41 +/- 3 kg.", [("41", "kilogram"), ("3", "kilogram")]),
        ("The wall is 3,200 +150 years old.", [("3200", "year of age"), ("150", "year of age")]),
        ("They sold 41 + 3 boats.", [("41", None), ("3", None)]),
    ],
)
def test_a_measurement_has_the_unit_of_its_margin(
    text: str, told: list[tuple[str, str | None]]
) -> None:
    assert [(str(fact.value), fact.unit) for fact in facts_of(text)] == told


def test_a_margin_makes_no_lower_bound() -> None:
    assert next(fact.bound.value for fact in facts_of("The net weighed 41 +/- 3 kg.")) == "exact"


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Visitors fell to a third of the number counted in 2015.", 2020),
        ("In 2019 sales reached half the amount recorded in 2012.", 2019),
        ("Half the number of ships in 2015 were lost.", 2015),
    ],
)
def test_a_share_of_an_amount_is_no_figure_of_the_time_of_that_amount(text: str, year: int) -> None:
    assert facts_of(text)[0].year == year


def test_a_part_of_an_amount_in_brackets_is_of_what_stands_before_them() -> None:
    found = facts_of("It sold 40 boats (less than half the number built last year) in May.")
    assert [fact.counted for fact in found] == ["boats", "boats"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Most of the 40 clinics have a doctor.", "clinics"),
        ("Some of the 40 boats sank.", "boats"),
        ("31 of the 40 clinics have a doctor.", "clinics with doctor"),
    ],
)
def test_what_some_of_them_do_is_not_said_of_all(text: str, label: str) -> None:
    assert facts_of(text)[0].name == label


def test_counts_in_brackets_take_the_time_of_the_sentence_behind_them() -> None:
    text = "Raids to stop theft (120) and revenge for sinking or burning boats (38) were the causes"
    found = facts_of(f"{text} over the last ten years.")
    assert [(fact.counted, fact.year) for fact in found] == [("Raids", None), ("revenge", None)]


@pytest.mark.parametrize(
    ("text", "counted", "label"),
    [
        ("420: The number of members", "members", "members"),
        ("4,378: pounds given to the lifeboat", "pounds", "pounds given to the lifeboat"),
        ("496: members of the club", "members", "members of the club"),
    ],
)
def test_a_number_ahead_of_a_colon_counts_what_stands_behind_it(
    text: str, counted: str, label: str
) -> None:
    found = facts_of(text)[0]
    assert (found.counted, found.name) == (counted, label)
