"""Several changes of one story in one line: named so shortly that there is room for each."""

from __future__ import annotations

import pytest

from tracediff.wording.headlines import MOST, NamedChange
from tracediff.wording.several import Line, shorter, together, without_agent


def change(label: str, before: str, after: str, *spans: str) -> NamedChange:
    """Two values under a name."""
    return NamedChange(label, spans, before, after)


def test_a_time_that_all_are_of_is_named_once() -> None:
    boats, ships = change("Boats", "4", "5", "May"), change("Ships", "2", "3", "May")
    told = together("Boats, May: 4 → 5", boats, [ships])
    assert told == Line("Boats, May: 4 → 5; ships: 2 → 3", (0,))


def test_each_has_its_own_time_where_these_differ() -> None:
    boats, ships = change("Boats", "4", "5", "May"), change("PNC ships", "2", "3")
    told = together("Boats, May: 4 → 5", boats, [ships])
    assert told.text == "Boats: 4 → 5 (May); PNC ships: 2 → 3"


def test_unlike_times_and_a_unit_that_all_have_are_said_once() -> None:
    cod = change("Cod", "9 tonnes", "8 tonnes", "2020", "2021")
    eel = change("Eel", "5 tonnes", "7 tonnes", "2020", "2021")
    told = together("Cod: 9 (2020) → 8 tonnes (2021)", cod, [eel])
    assert told.text == "Cod: 9 tonnes (2020) → 8 tonnes (2021); eel: 5 → 7"


def test_three_changes_stand_in_a_line_where_their_names_are_made_shorter() -> None:
    fined = change("Owners of unsafe barges fined by harbour courts", "24", "118", "March–June")
    drowned = change("Sailors who were victims of storms", "684", "307", "March–June")
    killed = change("Women killed", "302", "395", "March–June")
    told = together("Owners …", fined, [drowned, killed])
    assert told.text == (
        "Owners of unsafe barges fined, March–June: 24 → 118; sailors victims of storms: 684 → 307;"
        " women killed: 302 → 395"
    )
    assert told.told == (0, 1)
    assert len(told.text.split()) <= MOST


def test_what_there_is_no_room_for_is_left_to_the_others() -> None:
    boats = change("Boats", "4", "5")
    long = change("Ships " + "many " * MOST, "2", "3")
    assert together("Boats: 4 → 5", boats, [long, None]) == Line("Boats: 4 → 5", ())
    few = change("Ships", "2", "3")
    assert together("Boats: 4 → 5", boats, [long, few]) == Line("Boats: 4 → 5; ships: 2 → 3", (1,))


def test_one_change_is_not_told_under_two_names_nor_two_under_one() -> None:
    boats = change("Boats", "4", "5")
    assert together("Boats: 4 → 5", boats, [change("Small boats", "4", "5")]).told == ()
    assert together("Boats: 4 → 5", boats, [change("Boats", "7", "9")]).told == ()
    assert together("Boats: 4 → 5; …", None, [change("Boats", "7", "9")]).told == ()


def test_a_statement_leads_as_it_stands() -> None:
    staff = change("Guards", "7", "9", "May")
    told = together("The harbour doubled its fleet", None, [staff])
    assert told.text == "The harbour doubled its fleet; guards: 7 → 9 (May)"


def test_a_head_of_a_column_that_two_rows_share_is_named_once() -> None:
    cod = change("Cod, landed at night", "9", "8")
    eel = change("Eel, landed at night", "5", "7")
    told = together("Cod, landed at night: 9 → 8", cod, [eel])
    assert told.text == "Cod, landed at night: 9 → 8; eel: 5 → 7"


@pytest.mark.parametrize(
    ("name", "shortened"),
    [
        ("appeals against fines heard by the town court", ["appeals against fines heard"]),
        ("patients of wards treated in May", ["patients of wards treated"]),
        ("reports of leaks in mains received", ["reports of leaks in mains", "reports of leaks"]),
        ("pupils who were absent from class", ["pupils absent from class"]),
        ("gross annual pay of heads of schools", ["gross annual pay of heads", "gross annual pay"]),
        ("loans granted early relief by banks", ["loans granted early relief"]),
        ("beams of oak used in place of steel", ["beams of oak used"]),
        ("profit before tax", []),
        ("share of households under the line of poverty", []),
        ("complaints", []),
    ],
)
def test_a_name_ends_where_a_phrase_ends(name: str, shortened: list[str]) -> None:
    assert [*shorter(name)][: len(shortened) or None] == shortened


def test_the_first_name_loses_only_by_whom_it_was_done() -> None:
    assert [*without_agent("appeals against fines heard by the town court")] == [
        "appeals against fines heard"
    ]
    assert [*without_agent("patients of wards treated in May")] == []
    assert [*without_agent("reports of leaks in mains received")] == ["reports of leaks in mains"]
