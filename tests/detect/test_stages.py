"""Plans, stages, sources and levels: what counts as a change of them, and what does not."""

from __future__ import annotations

import pytest

from tests.editions import messages
from tracediff.syntax import Parse

KEPT = "The harbour council of Norr met twice. Rye was short all winter."


def found(old: str, new: str) -> dict[str, list[str]]:
    return messages(f"{KEPT} {old}", f"{KEPT} {new}")


def test_a_plan_that_is_denied_is_said_to_be() -> None:
    told = found(
        "The ministry will extend the visa scheme to divers in the northern ports.",
        "The ministry did not extend the visa scheme to divers in the northern ports.",
    )
    said = " ".join(one for each in told.values() for one in each)
    assert "not to be so" in said


def test_a_stage_that_both_sides_name_is_no_change() -> None:
    told = found(
        "The ministry drafted the action plan for the northern ports.",
        "The ministry drafted and adopted the action plan for the northern ports.",
    )
    assert not any("“drafted” became" in one for one in told.get("C305", ()))


def test_a_later_report_that_names_an_earlier_stage_tells_the_history() -> None:
    told = found(
        "The ministry adopted the action plan for the northern ports.",
        "The ministry drafted the action plan for the northern ports.",
    )
    assert "C305" not in told


def test_a_programme_that_goes_on_has_not_moved() -> None:
    told = found(
        "The ministry launched the training programme for divers in Norr.",
        "The ministry continued the training programme for divers in Norr.",
    )
    assert "C305" not in told


def test_a_programme_that_was_suspended_has_moved() -> None:
    told = found(
        "The ministry launched the training programme for divers in Norr.",
        "The ministry suspended the training programme for divers in Norr.",
    )
    assert "“launched” became “suspended”" in told["C305"][0]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "According to the police, the harbour was closed.",
            "According to the union, captains were fined in the south.",
        ),
        (
            "According to the police of Norr, the divers of the northern ports were unpaid.",
            "According to the Norr police, the divers of the northern ports were unpaid.",
        ),
    ],
)
def test_another_statement_or_the_same_source_is_no_change_of_source(old: str, new: str) -> None:
    assert "C308" not in found(old, new)


def test_the_same_words_from_another_source_are_told() -> None:
    told = found(
        "According to the police, the divers of the northern ports were unpaid all winter.",
        "According to the union, the divers of the northern ports were unpaid all winter.",
    )
    assert "it is said by" in told["C308"][0]


def test_an_edition_that_awards_two_levels_has_no_level_of_its_own() -> None:
    told = found(
        "Norr stays in Tier 1. The port of Tarr would be Tier 2.",
        "A visitor wrote that harbours in Tier 3 are poor.",
    )
    assert "C309" not in told


def test_a_long_clause_is_quoted_around_the_words_that_changed() -> None:
    tail = (
        " in the northern ports of Norr and Tarr, on the islands, along the river, at the old"
        " lighthouse, in the fish halls of the capital, on the quays of the lakes and in the old"
        " yards of the shipbuilders"
    )
    told = found(
        f"The harbour inspectors must visit all of the divers{tail}.",
        f"The harbour inspectors should visit all of the divers{tail}.",
    )
    (said,) = told["C304"]
    assert "must" in said
    assert "should" in said
    assert "…" in said
    assert "broken up" not in said


def test_editions_of_one_year_are_called_old_and_new() -> None:
    told = messages(
        f"{KEPT} All inspectors must visit the divers of the northern ports.",
        f"{KEPT} All inspectors should visit the divers of the northern ports.",
        years=(2020, 2020),
    )
    assert told["C304"][0].startswith("The old edition says ")


def test_a_name_that_left_a_list_and_one_that_joined_it_are_told() -> None:
    told = found(
        "Divers came to the northern ports from these towns: Tarr, Ode, Lund and Vell.",
        "Divers came to the northern ports from these towns: Tarr, Ode, Lund and Kastrup.",
    )
    said = " ".join(one for each in told.values() for one in each)
    assert "“Kastrup” joined" in said
    assert "“Vell” left" in said


PARAGRAPHS = (
    "# Norr {}\n\nThe council met twice, and rye was short.\n\nMend the quays.\n\n{}\n\nEnd.\n"
)


@pytest.mark.parametrize(
    ("old", "new", "silent"),
    [
        ("2020", "2020 – 2021", True),
        ("2014 – 2020", "2014 – 2021", True),
        ("2016, 2018, 2020", "2016, 2018, 2020, 2021", True),
        ("2020", "2019 – 2020", False),
        ("2014 – 2020", "2016 – 2021", False),
        ("2020", "2020 – 2024", False),
    ],
)
def test_years_alone_that_go_on_with_the_edition_are_no_change(
    old: str, new: str, silent: bool
) -> None:
    texts = PARAGRAPHS.format(2020, old), PARAGRAPHS.format(2021, new)
    told = [one for each in messages(*texts, years=(2020, 2021)).values() for one in each]
    assert (not told) is silent


def test_a_sentence_that_tells_of_no_case_is_not_parsed_to_know_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def parse(text: str, vocabulary: object) -> Parse:
        raise AssertionError(text)

    monkeypatch.setattr("tracediff.detect.progress.parse", parse)
    assert found(
        "The guild of Norr sells nets and rope.", "The guild of Norr sells nets and sails."
    )
