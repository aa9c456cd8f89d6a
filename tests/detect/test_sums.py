"""Arithmetic on figures as they were read: which groups of them are held against each other."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from tracediff.detect.arithmetic import ARITHMETIC_DETECTORS
from tracediff.model import Bound, Fact, FactKind, Finding, Period, Reading, Span, Status
from tracediff.normalize import normalize
from tracediff.readers.markdown import read_markdown
from tracediff.segment import segment
from tracediff.settings import Detecting
from tracediff.settings import Reading as Limits


def year(number: int) -> Period:
    from datetime import date

    return Period(date(number, 1, 1), date(number, 12, 31), str(number))


def read(text: str, *figures: tuple[str, dict[str, Any]]) -> Reading:
    """A text with figures, each told by its words and by what it is, in the order of the text."""
    source = read_markdown(text.encode(), "ports.md", Limits())
    edition = segment(source, normalize(source), 2024)
    facts: list[Fact] = []
    sentence, at = 0, 0
    for words, told in figures:
        while words not in edition.sentences[sentence].text[at:]:
            sentence, at = sentence + 1, 0
        start = edition.sentences[sentence].text.index(words, at)
        at = start + len(words)
        facts.append(_fact(len(facts), sentence, Span(start, at), words, told))
    return Reading(edition, tuple(facts), ())


def _fact(index: int, sentence: int, at: Span, words: str, told: dict[str, Any]) -> Fact:
    value = None if told.get("status") else Decimal(words.replace(",", ""))
    held = {"unit": None, "counted": "ships", "measure": "ships", "period": year(2024), **told}
    return Fact(index, sentence, at, at, words, value, **held)


def found(reading: Reading) -> list[Finding]:
    return [
        one for detector in ARITHMETIC_DETECTORS for one in detector(reading, Detecting())
    ]  # fmt: skip


def rules(reading: Reading) -> list[str]:
    return [one.rule.id for one in found(reading)]


FLEET = "Norr had 250 ships in 2024. Of these 196 were barges, 39 tugs and 10 ferries."
PART: dict[str, Any] = {"part_of": 0}


def test_parts_are_held_against_a_total_of_their_own_unit_only() -> None:
    parts = (("196", PART), ("39", PART), ("10", PART))
    assert rules(read(FLEET, ("250", {}), *parts)) == ["A201"]
    assert rules(read(FLEET, ("250", {"unit": "tonne"}), *parts)) == []
    assert rules(read(FLEET, ("250", {"bound": Bound.ABOUT}), *parts)) == []


def test_a_total_that_is_withheld_is_no_total() -> None:
    told = {"status": Status.UNKNOWN}
    assert rules(read(FLEET, ("250", told), ("196", PART), ("39", PART), ("10", PART))) == []


def test_parts_that_make_the_whole_of_their_total_are_right() -> None:
    text = "Norr had 245 ships. Of 220 at sea 196 were barges, 39 tugs and 10 ferries."
    part: dict[str, Any] = {"part_of": 1}
    parts = (("196", part), ("39", part), ("10", part))
    assert rules(read(text, ("245", {}), ("220", {"part_of": 0}), *parts)) == []
    assert rules(read(text, ("245", {}), ("220", {}), *parts)) == ["A201"]


def test_each_breakdown_after_a_semicolon_is_added_up_by_itself() -> None:
    text = "Norr had 250 ships: 196 barges, 39 tugs, 10 ferries; 100 old, 90 new and 60 rented."
    parts = tuple((words, PART) for words in ("196", "39", "10", "100", "90", "60"))
    (only,) = found(read(text, ("250", {}), *parts))
    assert "(196, 39, 10) make 245" in only.message


TREND = "Captains paid 120 fines in 2023 and 150 in 2024, a rise of 40 percent."
RISE: dict[str, Any] = {
    "unit": "%", "kind": FactKind.CHANGE, "about": (1, 0), "direction": 1
}  # fmt: skip


def trend(old: dict[str, Any], new: dict[str, Any], **change: Any) -> list[Finding]:
    reading = read(
        TREND, ("120", {"counted": "fines", **old}), ("150", {"counted": "fines", **new}),
        ("40", {**RISE, **change}),
    )  # fmt: skip
    return found(reading)


def test_a_rise_is_counted_from_the_earlier_figure_whichever_stands_first() -> None:
    for about in ((1, 0), (0, 1)):
        (only,) = trend({"period": year(2023)}, {}, about=about)
        assert only.rule.id == "A203"
        assert "from 120 fines in 2023" in only.message or "from 120 in 2023" in only.message
        assert "is an increase of 25 percent" in only.message


def test_a_rise_in_numbers_is_held_against_the_difference() -> None:
    (only,) = trend({"period": year(2023)}, {}, unit=None, counted="fines")
    assert "is an increase of 30." in only.message


def test_a_fall_where_the_figures_rise_is_the_graver_mistake() -> None:
    (fall,) = trend({"period": year(2023)}, {}, direction=-1)
    (rise,) = trend({"period": year(2023)}, {})
    assert "states 40 percent less" in fall.message
    assert fall.magnitude > rise.magnitude


def test_a_rise_between_figures_that_cannot_be_compared_is_left_alone() -> None:
    before = {"period": year(2023)}
    assert trend({}, {}) == []
    assert trend(before, {"counted": "barrels"}) == []
    assert trend(before, {"status": Status.UNKNOWN}) == []
    assert trend({**before, "bound": Bound.ABOUT}, {}, bound=Bound.ABOUT) == []
    assert trend(before, {}, about=(1,)) == []


def test_people_under_two_names_can_still_rise() -> None:
    told = trend({"period": year(2023), "counted": "citizens"}, {"counted": "residents"})
    assert [one.rule.id for one in told] == ["A203"]


def test_a_figure_that_did_not_move_is_no_rise() -> None:
    text = "Captains paid 120 fines in 2023 and 120 in 2024, a rise of 40 percent."
    fines = {"counted": "fines"}
    reading = read(text, ("120", {**fines, "period": year(2023)}), ("120", fines), ("40", RISE))
    (only,) = found(reading)
    assert only.message.endswith("is no change.")


MONEY = "Norr paid 900 crowns (300), 800 crowns (100) and 600 crowns (75), then 1,200 crowns (150)."


def paid(last: dict[str, Any], first: dict[str, Any]) -> list[str]:
    crowns, dollars = {"unit": "crown"}, {"unit": "USD"}
    figures = (
        ("900", crowns), ("300", {**dollars, **first, "same_as": 0}),
        ("800", crowns), ("100", {**dollars, "same_as": 2}),
        ("600", crowns), ("75", {**dollars, "same_as": 4}),
        ("1,200", crowns), ("150", {**dollars, **last, "same_as": 6}),
    )  # fmt: skip
    return [one.message for one in found(read(MONEY, *figures))]


def test_a_rate_far_from_the_others_is_told() -> None:
    (only,) = paid({}, {})
    assert only.endswith("its rate is 3, elsewhere 8.")


def test_a_conversion_without_its_currency_is_told_and_a_number_of_a_note_is_not() -> None:
    assert any("without its currency" in one for one in paid({"unit": None}, {}))
    text = "Norr paid 426,165 crowns (4) for a pier."
    note = read(text, ("426,165", {"unit": "crown"}), ("4", {"unit": None, "same_as": 0}))
    assert found(note) == []


SHARES = "Of the ships 50 percent were barges, 30 percent tugs and 15 percent ferries."
SHARE: dict[str, Any] = {"unit": "%", "kind": FactKind.SHARE}


def test_shares_of_one_thing_are_added_up_and_those_of_two_are_not() -> None:
    parts = (("50", SHARE), ("30", SHARE), ("15", SHARE))
    (only,) = found(read(SHARES, *parts))
    assert "make 95 percent" in only.message
    other = {**SHARE, "counted": "captains"}
    assert rules(read(SHARES, ("50", SHARE), ("30", other), ("15", SHARE))) == []
    assert rules(read(SHARES, *parts[:2], ("15", {**SHARE, "table": 0}))) == []


def test_a_share_of_a_part_in_another_unit_is_not_worked_out() -> None:
    text = "Of 200 ships, 50 (40) were repaired."
    part = {"part_of": 0, "unit": "tonne"}
    share = {"unit": "%", "kind": FactKind.SHARE}
    assert rules(read(text, ("200", {}), ("50", part), ("40", share))) == []
    assert rules(read(text, ("200", {}), ("50", {"part_of": 0}), ("40", share))) == ["A202"]


def test_an_amount_of_nothing_has_no_rate() -> None:
    text = "Norr paid 0 crowns (0) for a pier."
    assert found(read(text, ("0", {"unit": "crown"}), ("0", {"unit": "USD", "same_as": 0}))) == []
