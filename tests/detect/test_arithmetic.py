"""Figures that do not add up inside one edition."""

from __future__ import annotations

import pytest

from tests.editions import messages

KEPT = "The ministry kept a register of employers. It met twice with the union."


def found(sentence: str) -> dict[str, list[str]]:
    return messages(KEPT, f"{KEPT} {sentence}")


def test_parts_that_do_not_make_their_total() -> None:
    text = (
        "The hotline identified 250 victims in 2020. These victims included 196 women, 39 men and"
        " 10 children."
    )
    assert "(196, 39, 10) make 245, the total given is 250" in found(text)["A201"][0]


def test_parts_that_make_their_total_are_silent() -> None:
    text = (
        "The hotline identified 245 victims in 2020. These victims included 196 women, 39 men and"
        " 10 children; 140 citizens, 49 foreigners and 56 others."
    )
    assert "A201" not in found(text)


def test_parts_of_a_part_are_none_of_the_total() -> None:
    for text in (
        "Of the 117 ports, 46 grew, 45 shrank and 26 stayed as they were with 10 at full load, 5 at"
        " none and 11 between.",
        "Of the 60 schools, 20 gained pupils, 25 lost some and 15 kept theirs with 9 in towns and 6"
        " in villages.",
        "The hotline heard 90 callers in 2020. These callers included 40 women, 30 men and 20"
        " children, 12 girls and 8 boys.",
    ):
        assert "A201" not in found(text)


def test_parts_are_still_summed_where_none_has_parts_of_its_own() -> None:
    text = "Of the 117 ports, 46 grew, 45 shrank and 24 stayed as they were."
    assert "(46, 45, 24) make 115, the total given is 117" in found(text)["A201"][0]


def test_a_season_is_no_fall() -> None:
    for text in (
        "In 2019–20 the yards mended 133 boats (Fall update), in 2020 they mended 139 boats"
        " (Spring update).",
        "The mill held 21 classes in 2020, up from 13 classes in Fall 19.",
        "The mill held 13 classes in Fall 2020, up from 10.75 classes in Fall 2019.",
        "Boat loans jumped to 30 in the spring (from 20 in the fall).",
    ):
        assert "A203" not in found(text)


def test_a_quarter_is_no_change_of_a_year() -> None:
    text = (
        "Ferry revenues in fiscal year 2021 were $64,100,000, down $6,300,000 from the prior year,"
        " of which $4,200,000 resulted from the downsizing of one crew roster beginning late first"
        " quarter and the remainder of the fare shortfall was primarily attributable to fewer"
        " trips."
    )
    assert "A203" not in found(text)


def test_a_fall_with_a_capital_may_be_one() -> None:
    text = "Fall in sinkings: 30 boats sank in 2020, compared with 20 boats in 2019."
    assert "the text says “Fall”" in found(text)["A203"][0]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The dredger stood still for 883.25 hours = 35.3 days.", "883.25 hours make 36.8 days"),
        ("The path is 12 miles (25 km) long.", "12 miles make 19.3 kilometres"),
        ("It has 40 hectares (150 acres) of wood.", "40 hectares make 98.8 acres"),
    ],
)
def test_a_size_in_two_units_that_is_not_one(text: str, said: str) -> None:
    assert found(text)["A204"][0].startswith(said)


@pytest.mark.parametrize(
    "text",
    [
        "The dredger stood still for 742.25 hours (= 30.9 days) in 2020.",
        "The path is 100 miles (160 km) long, the wood 40 hectares (99 acres) large.",
        "The course took 5 days (40 hours) in 2020.",
        "It has about 12 miles (25 km) of paths.",
        "The coal weighs 10 tons (20,000 pounds).",
        "The 12 miles (25 boats) were searched.",
    ],
)
def test_a_size_in_two_units_may_be_rounded(text: str) -> None:
    assert "A204" not in found(text)


def test_a_sum_that_is_written_out() -> None:
    (only,) = found("The outage took 66.25 + 281 = 350 hours in 2020.")["A201"]
    assert only == "The parts (66.25, 281) make 347.25, the total given is 350."
    for text in (
        "The outage took 66.25 + 281 = 347.25 hours in 2020.",
        "The yard counted 40 boats + 12 carts = 52 hulls.",
        "The outage took 2 x 66 + 281 = 413 hours in 2020.",
    ):
        assert "A201" not in found(text)


def test_a_total_that_the_items_of_its_list_do_not_make() -> None:
    closed = (
        "- 17 May to 1 June (359.0 hours)\n- 27 October (347.25 hours, without the 5-day closure)\n"
        "- Total closure: {} hours, of which 0.0 hours were due to storms"
    )
    boats = "- Oak boats: 40\n- Pine boats: 12\n- Steel boats: 9\n- Total: {}"
    for text, wrong, right in (
        (closed, "742.25", "706.25"),
        (boats, "63", "61"),
    ):
        old = f"# Harbour\n\n{KEPT}\n"
        assert "A201" in messages(old, f"{old}\n{text.format(wrong)}\n")
        assert "A201" not in messages(old, f"{old}\n{text.format(right)}\n")


def test_items_of_a_total_that_are_of_another_kind_are_not_summed() -> None:
    old = f"# Harbour\n\n{KEPT}\n"
    for text in (
        "- Boats: 40\n- Boats mended: 38\n- Boats sold: 12\n- Total paid: 3,000 crowns",
        "- Boats: 40\n- Carts: 9\n- Total: 51",
        "- Oak: 40%\n- Pine: 35%\n- Steel: 20%\n- Total: 100%",
        "- Crew: 40\n- Oak boats: 12\n- Pine boats: 9\n- Total boats: 21",
    ):
        assert "A201" not in messages(old, f"{old}\n{text}\n")


def test_some_of_a_total_need_not_make_it() -> None:
    text = "The hotline identified 245 victims in 2020, including 20 women and 9 men."
    assert "A201" not in found(text)


def test_a_share_in_brackets_that_its_part_and_whole_do_not_give() -> None:
    for sentence in (
        "Of 200 ships, 50 (40 percent) were repaired.",
        "The port repaired 50 of the 200 ships (40 percent).",
        "Of 200 ships, 50 (about 40 percent) were repaired.",
    ):
        (only,) = found(sentence)["A202"]
        assert only == "50 of 200 is 25 percent; the text says 40 percent."


def test_a_share_whose_part_and_whole_stand_in_brackets_behind_it() -> None:
    for said, told in (
        ("40 percent", "40 percent"),
        ("Two-fifths", "“Two-fifths”"),
        ("Half", "“Half”"),
    ):
        (only,) = found(f"{said} (50 of 200 ships) of the fleet were repaired.")["A202"]
        assert only == f"50 of 200 is 25 percent; the text says {told}."
    for said in ("25 percent", "A quarter", "Some 25 percent"):
        assert "A202" not in found(f"{said} (50 of 200 ships) of the fleet were repaired.")
    assert "A202" not in found("About a third (35 of 100) of the ships were repaired.")


def test_a_share_that_is_right_rounded_or_of_another_whole_is_silent() -> None:
    for sentence in (
        "Of 200 ships, 50 (25 percent) were repaired.",
        "Of 203 ships, 50 (about 25 percent) were repaired.",
        "The port repaired 50 ships (40 percent).",
        "The port repaired 50 of the 200 ships, 40 percent of them in May.",
        "The port repaired about 50 of the 200 ships (40 percent).",
        "Of 200 ships, $50 (40 percent) was paid.",
        "40 percent of the ships were repaired.",
    ):
        assert "A202" not in found(sentence)


def test_a_stated_rise_that_its_figures_do_not_give() -> None:
    text = (
        "Police freed 6,416 workers in 2020, compared with 6,351 workers in 2019, a 0.3 percent"
        " increase."
    )
    assert "an increase of 1 percent" in found(text)["A203"][0]


def test_a_stated_rise_within_its_rounding_is_silent() -> None:
    text = (
        "Police freed 6,416 workers in 2020, compared with 6,351 workers in 2019, a 1 percent"
        " increase."
    )
    assert "A203" not in found(text)


def test_a_stated_change_is_held_against_figures_as_they_are_rounded() -> None:
    for sentence in (
        "Coal use rose from 32.9 tonnes in 2019 to 41.0 tonnes in 2020, a 24.3 percent increase.",
        "Emissions fell from 6.9 million tonnes in 1990 to 2.0 million tonnes in 2020, a 70.5"
        " percent decrease.",
        "Fuel use in 2020 was 19.1 tonnes (9.0 percent) lower than in 1990 and 15.8 percent lower"
        " than its peak in 2004 at 230.5 tonnes.",
    ):
        assert "A203" not in found(sentence), sentence
    wrong = (
        "Coal use rose from 32.9 tonnes in 2019 to 41.0 tonnes in 2020, a 27.3 percent increase."
    )
    assert "an increase of 24.6 percent" in found(wrong)["A203"][0]


def test_a_share_behind_an_amount_is_no_conversion_of_it() -> None:
    text = "\n\n".join(
        f"The {what} tax raised 1{n}.5 million crowns ({share} percent) in 2020."
        for n, what, share in ((1, "port", 81.3), (2, "light", 9.1), (3, "pilot", 3.2))
    )
    assert "A204" not in found(text)


def test_a_converted_amount_without_its_currency() -> None:
    text = "The ministry paid 11.3 million crowns (565,000) to shelters in 2020."
    assert "without its currency" in found(text)["A204"][0]
    assert "A204" not in found(text.replace("(565,000)", "($565,000)"))


def test_a_placeholder_is_said() -> None:
    assert "[insert figure]" in found("The fund paid [insert figure] claims.")["D503"][0]
    assert "XX" in found("Police freed XX workers, or 1,XXX percent more.")["D503"][0]
    assert "D503" not in found("Article XX of the act covers part XIX [annex].")


def test_what_stood_in_the_last_edition_is_not_said_again() -> None:
    wrong = (
        "The hotline identified 250 victims in 2019. These victims included 196 women, 39 men and"
        " 10 children."
    )
    assert "A201" not in messages(f"{KEPT} {wrong}", f"{KEPT} {wrong}")
