"""Shares that are said of other things are no two values of one measure."""

from __future__ import annotations

import pytest

from tests.editions import report
from tracediff.model import Side

FILLER = "The lamps are lit at dusk. Ropes hang in the long shed. Gulls nest on the roof."


def paired(old: str, new: str) -> set[tuple[str, str]]:
    """The values of both editions that stand in one series."""
    found = set()
    for one in report(f"# A\n\n{old}\n\n{FILLER}", f"# A\n\n{new}\n\n{FILLER}").comparison.series:
        sides = {side: [p.fact for p in one.points if p.side is side] for side in Side}
        found |= {(str(a.value), str(b.value)) for a in sides[Side.OLD] for b in sides[Side.NEW]}
    return found


@pytest.mark.parametrize(
    ("old", "new", "kept", "lost"),
    [
        (  # items of a list that only stand in the same place
            "Most pilots live in Norr (41%), followed by Rye (9%) and Orsk (4%).",
            "Most pilots live in Norr (38%), followed by Rye (10%) and Lume (5%).",
            ("9", "10"),
            ("4", "5"),
        ),
        (  # the items of one are the subject of the other
            "Growers mainly plant Gala (31%), Cox (12%) and Jonagold (7%).",
            "Growers mainly plant Gala (28%), Braeburn (13%) and Cox (9%).",
            ("12", "9"),
            ("12", "13"),
        ),
        (  # classes of time
            "Of nurses 31 percent have worked in the ward for more than six years.",
            "Of nurses 12 percent have worked in the ward for more than 15 years.",
            None,
            ("31", "12"),
        ),
        (
            "Of nurses 31 percent have worked in the ward for more than six years.",
            "Of nurses 12 percent have worked in the ward for six years or more.",
            ("31", "12"),
            None,
        ),
        (
            "Half of the tenants (52%) waited for less than a month.",
            "Half of the tenants (49%) waited for 2-3 months.",
            None,
            ("52", "49"),
        ),
        (  # how often
            "Almost 80% of clerks use the ledger daily or weekly.",
            "Only 41% of clerks use the ledger daily.",
            None,
            ("80", "41"),
        ),
        (
            "Almost 80% of clerks use the ledger daily.",
            "Only 41% of clerks use the ledger every day.",
            ("80", "41"),
            None,
        ),
        (  # what is wished
            "More than 60% of tenants wish that the rule becomes stricter.",
            "Some 43% of tenants wish that the rule stays as it is.",
            None,
            ("60", "43"),
        ),
        (
            "More than 60% of tenants wish that the rule becomes stricter.",
            "Some 43% of tenants wish that the rule becomes stricter, while 9% fear that it may.",
            ("60", "43"),
            None,
        ),
        (
            "Only 6% of growers are of the opinion that the price got worse.",
            "Some 25% of growers are of the opinion that they noticed a large improvement.",
            None,
            ("6", "25"),
        ),
        (  # a part of those named before
            "Of the staff 77% are employed, while 10% are students.",
            "Of the staff 8% never wrote a book, 37% of whom are students.",
            None,
            ("10", "37"),
        ),
        (
            "Of the staff 12% are students.",
            "Of the staff 8% never wrote a book. Of these, 37% are students.",
            None,
            ("12", "37"),
        ),
    ],
)
def test_what_a_share_is_said_of_must_agree(
    old: str, new: str, kept: tuple[str, str] | None, lost: tuple[str, str] | None
) -> None:
    found = paired(old, new)
    assert kept is None or kept in found
    assert lost not in found


def test_those_who_answered_are_no_part_of_anything_told() -> None:
    old = "Some 40% of those surveyed drink tea at work."
    new = "Some 44% of those surveyed drink tea at work."
    assert ("40", "44") in paired(old, new)


def test_a_class_of_time_is_no_limit_that_changed() -> None:
    old = "Of pilots 36% have flown for more than six years."
    new = "Of pilots 12% have flown for more than 15 years."
    told = report(f"# A\n\n{old}\n\n{FILLER}", f"# A\n\n{new}\n\n{FILLER}").findings
    assert not [
        f for f in told for one in f.all if one.rule.id == "N101" and one.values == ("6", "15")
    ]
    limits = report(
        f"# A\n\nVisitors may stay for up to six days.\n\n{FILLER}",
        f"# A\n\nVisitors may stay for up to 15 days.\n\n{FILLER}",
    )
    assert [f for f in limits.findings if f.rule.id == "N101" and f.values == ("6", "15")]


@pytest.mark.parametrize(
    ("old", "new", "lost"),
    [
        (  # a denominator counts nobody
            "In a survey seven of 10 pilots reported that charts were wrong.",
            "In a survey of 300 pilots, 51 percent reported that charts were wrong.",
            ("10", "300"),
        ),
        (
            "Most nurses rate their ward at seven or higher (scale of 10).",
            "Most nurses rate their ward at seven or higher (out of 10).",
            ("7", "10"),
        ),
        (  # two units of other things
            "More than half of all growers have pruned pears for less than a year.",
            "Some 70% of growers have pruned pears for 2-3 years or longer.",
            ("0.5", "70"),
        ),
    ],
)
def test_how_a_figure_is_told_is_no_figure(old: str, new: str, lost: tuple[str, str]) -> None:
    assert lost not in paired(old, new)


def test_those_of_whom_some_are_told_are_counted() -> None:
    old = "Of the 10 boats in the harbour three sank."
    new = "Of the 12 boats in the harbour four sank."
    assert ("10", "12") in paired(old, new)


@pytest.mark.parametrize(
    ("old", "new", "pair"),
    [
        (
            "Rarer charts are Lume (8.2%), Orsk (4.7%) and Rye (1.6%).",
            "The Rye chart raised its share from 1.6% in 2019 to 30% in 2020.",
            ("1.6", "30"),
        ),
        (
            "Growers plant Gala (41%), Cox (12%) and Braeburn (2%).",
            "Since then Braeburn grew from 2% in 2019 to 9% in 2020.",
            ("2", "9"),
        ),
        (
            "Visitors came from Norr (51%), Rye (9%) and Lume (3%).",
            "Guests from Lume, 3% of all in 2019, were 6% in 2020.",
            ("3", "6"),
        ),
    ],
)
def test_what_a_share_started_from_is_the_item_of_the_earlier_list(
    old: str, new: str, pair: tuple[str, str]
) -> None:
    assert pair in paired(f"{old}\n\n# B\n\nSalt came.", f"Salt came.\n\n# B\n\n{new}")


def test_a_hyphen_makes_no_other_thing() -> None:
    old = "The council comprises 16 regional squads and 8 interagency squads in ports."
    new = (
        "The council comprises 2 national squads, 16 regional squads and 6 inter-agency squads in"
        " ports."
    )
    assert ("8", "6") in paired(old, new)


@pytest.mark.parametrize(
    ("old", "new", "kept", "lost"),
    [
        (  # each of its own
            "Herring, cod and hake boats could also be hit, with a maximum of 10%, 7%, and 6% of"
            " yearly income affected, respectively (see Table 4).",
            "Some boats are hit more than others, with over 28-53% of yearly income for plaice"
            " (53%), sole (40%) and eel (28%) affected by the new wall (Table 4).",
            None,
            ("6", "53"),
        ),
        (
            "Mills, inns and barns could also be closed, with a maximum of 31%, 12%, and 9% of"
            " yearly rent affected, respectively.",
            "Some houses are closed more than others, with over 14-44% of yearly rent for shops"
            " (44%), stalls (30%) and sheds (14%) affected by the flood.",
            None,
            ("9", "44"),
        ),
        (
            "Wheat, barley and oat fields might also be lost, with a maximum of 8%, 5%, and 3% of"
            " yearly grain affected, respectively.",
            "Some fields are lost more than others, with over 11-39% of yearly grain for rye (39%),"
            " spelt (22%) and millet (11%) affected by the drought.",
            None,
            ("3", "39"),
        ),
        (  # whom alone it is said of
            "Of the 147 offices who knew the number, they reported an average of 19 late permits.",
            "Of offices who used this permit, the average was 8 late permits approved in 2020.",
            None,
            ("19", "8"),
        ),
        (
            "Of mills that kept a list, the wardens reported an average of 31 broken wheels.",
            "Of mills that burned, the wardens reported an average of 12 broken wheels.",
            None,
            ("31", "12"),
        ),
        (
            "Among pilots who answered, the average was 14 crossings a day.",
            "Among pilots who sailed at night, the average was 6 crossings a day.",
            None,
            ("14", "6"),
        ),
    ],
)
def test_what_is_told_in_turn_or_of_some_alone_is_no_value_of_others(
    old: str, new: str, kept: tuple[str, str] | None, lost: tuple[str, str]
) -> None:
    found = paired(old, new)
    assert lost not in found
    assert kept is None or kept in found


@pytest.mark.parametrize(
    ("old", "new", "kept", "lost"),
    [
        (
            "The majority of all cases heard (86%) were from the coast.",
            "Of the 83 cases heard 19% were from unnamed captains.",
            None,
            ("86", "19"),
        ),
        (
            "The majority of all cases heard (86%) were from the coast.",
            "In this year 89% of all cases heard were from the coast.",
            ("86", "89"),
            None,
        ),
        (
            "Of all lamps 12% were on the northern pier.",
            "Of all lamps 31% were in the town hall.",
            None,
            ("12", "31"),
        ),
    ],
)
def test_shares_that_are_from_other_places_are_no_two_values(
    old: str, new: str, kept: tuple[str, str] | None, lost: tuple[str, str] | None
) -> None:
    found = paired(old, new)
    assert kept is None or kept in found
    assert lost not in found


def test_what_two_were_fined_is_no_course_of_one_fine() -> None:
    told = "Ada and Bo were fined 20,000 and 10,000 crowns in May 2020 and July 2020 respectively."
    made = report(f"# A\n\n{FILLER}", f"# A\n\n{told}\n\n{FILLER}")
    assert [one for one in made.comparison.series if len(one.points) > 1] == []


@pytest.mark.parametrize(
    ("old", "new", "kept", "lost"),
    [
        (
            "The HRC took 640 calls. The ward offices (WDOs) met twice.",
            "Calls taken by the WDOs rose to 911. The HRC met in May.",
            None,
            ("640", "911"),
        ),
        (
            "The HRC took 640 calls. The ward offices (WDOs) met twice.",
            "The HRC took 911 calls. The WDOs met in May.",
            ("640", "911"),
            None,
        ),
        (  # who reports a figure did nothing of it
            "The HRC reported that 640 calls came. The ONS met.",
            "The ONS reported that 911 calls came. The HRC met.",
            ("640", "911"),
            None,
        ),
    ],
)
def test_what_another_body_did_is_no_value_of_what_one_did(
    old: str, new: str, kept: tuple[str, str] | None, lost: tuple[str, str] | None
) -> None:
    found = paired(old, new)
    assert kept is None or kept in found
    assert lost not in found
