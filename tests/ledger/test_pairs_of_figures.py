"""Which figures of two editions are one measure, and which are not."""

from __future__ import annotations

import pytest

from tests.editions import report
from tracediff.model import Series, Side
from tracediff.wording.labels import row_label


def series(old: str, new: str) -> tuple[Series, ...]:
    return report(old, new).comparison.series


OPENING = "The harbour council of Norr met again. Rye was short all winter."


def test_the_ends_of_a_measure_that_one_edition_gives_lie_both_in_it() -> None:
    text = "Police freed 640 divers in 2020, compared with 658 divers in 2019."
    (one,) = series(OPENING, f"{OPENING} {text}")
    assert [(point.side, point.fact.year) for point in one.ends] == [
        (Side.NEW, 2019),
        (Side.NEW, 2020),
    ]
    assert one.changed
    assert one.restated == frozenset()
    (gone,) = series(f"{OPENING} {text}", OPENING)
    assert {point.side for point in gone.ends} == {Side.OLD}


def test_a_year_that_the_new_edition_gives_another_value_for_is_restated() -> None:
    (one,) = series(
        "Police freed 658 divers in 2019.",
        "Police freed 640 divers in 2020, compared with 661 divers in 2019.",
    )
    assert {one.points[at].fact.year for at in one.restated} == {2019}
    assert len(one.restated) == 2


def test_shares_in_two_sentences_are_no_series_of_one_edition() -> None:
    text = "Of the divers 40 percent were paid in 2019. Of the divers 55 percent were old in 2020."
    assert series(OPENING, f"{OPENING} {text}") == ()


def test_no_figure_at_all_is_still_called_something() -> None:
    assert row_label(()) == "a figure"


def test_a_heading_says_which_body_closed_the_cases() -> None:
    old = (
        "# Report 2019\n\n## Work of the desks\n\nIn 2019, 91 cases were closed as unfounded at"
        " the ODOs. The CRC answered letters.\n"
    )
    new = (
        "# Report 2020\n\n## Cases closed at the CRC\n\n"
        "In 2020, 784 cases were closed as unfounded.\n\n## Others\n\nThe ODOs moved house.\n"
    )
    assert ("91", "784") not in paired(old, new)
    assert ("91", "784") in paired(old, new.replace("closed at the CRC", "closed at the ODOs"))


def paired(old: str, new: str) -> set[tuple[str, str]]:
    """The values of both editions that stand in one series."""
    found = set()
    for one in series(old, new):
        sides = {side: [p.fact for p in one.points if p.side is side] for side in Side}
        found |= {(str(a.value), str(b.value)) for a in sides[Side.OLD] for b in sides[Side.NEW]}
    return found


@pytest.mark.parametrize(
    ("old", "new", "pair"),
    [
        (
            "As of June wardens made 1,435 unannounced visits.",
            "As of June wardens made 14,039 total visits, including 1,345 unannounced visits.",
            ("1435", "1345"),
        ),
        (
            "Courts heard 210 juvenile appeals.",
            "Courts heard 3,400 total appeals, including 260 juvenile appeals.",
            ("210", "260"),
        ),
    ],
)
def test_a_kind_is_compared_with_its_kind_not_with_the_total(
    old: str, new: str, pair: tuple[str, str]
) -> None:
    assert paired(old, new) == {pair}


def test_a_kind_is_not_compared_with_a_total_of_all_kinds() -> None:
    old = "As of June wardens made 1,435 unannounced visits."
    assert not paired(old, "As of June wardens made 14,039 total visits.")
    assert not paired(old, "As of June wardens made 14,039 overall visits.")
    plain = "As of June wardens made 1,435 visits."
    assert paired(plain, "As of June wardens made 14,039 total visits.") == {("1435", "14039")}


@pytest.mark.parametrize(
    "new",
    [
        "In July the port compensated the widow, but no officers were punished.",
        "The port paid the victim’s family and closed the case, but no officers were punished.",
        "Courts reopened the murder case of a pilot, yet no officers were punished.",
    ],
)
def test_a_denial_in_one_case_is_not_compared_with_a_total(new: str) -> None:
    old = "In 2019 the harbour police heard 144 complaints, for which 67 officers were punished."
    assert not paired(old, new)
    assert paired(old, "In 2020 the harbour police heard 90 complaints; no officers were punished.")


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("The museum restored 12 vases.", "The museum restored 19 paintings.", False),
        ("The farm sold 340 cows at the fair.", "The farm sold 95 goats at the fair.", False),
        (
            "The ward treated 340 adults for burns.",
            "The ward treated 95 children for burns.",
            False,
        ),
        ("The ward treated 340 clerks for burns.", "The ward treated 95 people for burns.", True),
        ("The museum restored 12 ships.", "The museum restored 19 vessels.", True),
        ("The fleet has 40 boats with radar.", "The fleet has 52 lorries with radar.", False),
    ],
)
def test_what_only_another_noun_tells_apart_is_another_thing(
    old: str, new: str, same: bool
) -> None:
    assert bool(paired(old, new)) is same


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("Guards arrested 17 people for the theft of eels.",
         "There were 31 arrests for the theft of eels, the guards said.", True),
        ("The court convicted 40 people of fraud.", "The court recorded 52 convictions for fraud.",
         True),
        ("The guild trained 60 clerks in first aid.",
         "First-aid training was given to 75 clerks.", True),
        ("The guild trained 60 clerks in first aid.", "The guild gave advice to 75 clerks.", False),
        ("Guards arrested 17 people for the theft of eels.",
         "There were 31 fines for the theft of eels, the guards said.", False),
    ],
)  # fmt: skip
def test_a_deed_is_one_whether_a_verb_or_its_noun_says_it(old: str, new: str, same: bool) -> None:
    assert bool(paired(old, new)) is same


@pytest.mark.parametrize(
    ("old", "new", "pair"),
    [
        (
            "Use is growing with 76% of pilots using charts at sea and 66% wanting more.",
            "Mood is high at 92% and 75% of pilots use charts at sea.",
            ("76", "75"),
        ),
        (
            "Some 31 percent of growers sold their fruit to canneries.",
            "Half are old. The survey shows that 44 percent of growers sold fruit to canneries.",
            ("31", "44"),
        ),
        (
            "We found that 12% of nurses sleep in the ward at night.",
            "The share of nurses who sleep in the ward at night stood at 9%.",
            ("12", "9"),
        ),
    ],
)
def test_the_share_of_one_answer_is_followed_however_it_is_worded(
    old: str, new: str, pair: tuple[str, str]
) -> None:
    filler = "The lamps are lit at dusk. Ropes hang in the long shed. Gulls nest on the roof."
    found = paired(f"# A\n\n{old}\n\n{filler}", f"# B\n\n{filler}\n\n# C\n\n{new}")
    assert pair in found


def test_shares_of_two_answers_are_not_compared() -> None:
    old = "# A\n\nOf pilots, 76% use charts at sea."
    assert not paired(old, "# B\n\nOver half (55%) of cooks use stoves at sea.")
    filler = "The lamps are lit at dusk. Ropes hang in the long shed. Gulls nest on the roof."
    knows = f"# A\n\nOf nurses 27% know where the ward keeps masks.\n\n{filler}"
    said = "Mood is good and 31% of all staff asked do not know where the ward keeps masks."
    assert not paired(knows, f"# B\n\n{filler}\n\n# C\n\n{said}")
    assert paired(knows, f"# B\n\n{filler}\n\n# C\n\n{said.replace('do not ', '')}")
    aside = "# A\n\nOrsk made up 30% of the total, representing 8% of the population."
    assert ("8", "41") not in paired(
        aside, "# B\n\nMen worked, representing 41% of the population."
    )


@pytest.mark.parametrize(
    ("old", "new", "pair"),
    [
        (
            "Permits ranged from 0 to 2,674, with the highest number skewing the mean of permits.",
            "The highest number of permits of one port was 27, compared to 2,674 in 2019.",
            ("2674", "27"),
        ),
        (
            "Of the wards, 39 wards (16%) lock their doors, and others do not.",
            "Locks are in use: 58 wards or 23.7% compared to 39 wards or 16% in 2019 have them.",
            ("39", "58"),
        ),
        (
            "Some ferries sank; in all 412 ferries were held back by ice.",
            "This winter 97 ferries waited, compared to 412 ferries in 2019, and few complained.",
            ("412", "97"),
        ),
    ],
)
def test_a_figure_that_is_given_again_to_compare_with_goes_on(
    old: str, new: str, pair: tuple[str, str]
) -> None:
    filler = "The lamps are lit at dusk. Ropes hang in the long shed. Gulls nest on the roof."
    assert pair in paired(f"# A\n\n{old}\n\n{filler}", f"# B\n\n{filler}\n\n# C\n\n{new}")


def test_a_small_value_that_comes_again_goes_on_nowhere() -> None:
    filler = "The lamps are lit at dusk. Ropes hang in the long shed. Gulls nest on the roof."
    old = "Some ferries sank; in all 12 ferries were held back by ice."
    new = "This winter 97 ferries waited, compared to 12 ferries in 2019, and few complained."
    assert not paired(f"# A\n\n{old}\n\n{filler}", f"# B\n\n{filler}\n\n# C\n\n{new}")


def test_a_hundred_times_as_many_in_another_place_are_of_something_else() -> None:
    filler = "The lamps are lit at dusk. Ropes hang in the long shed. Gulls nest on the roof."
    old = f"# A\n\nA team led 7 raids and freed 12 child divers from the wrecks.\n\n{filler}"
    new = "The ministry found 99,000 divers; 21,935 child divers were freed from the wrecks."
    assert ("12", "21935") not in paired(old, f"# B\n\n{filler}\n\n# C\n\n{new}")
    few = new.replace("21,935", "48")
    assert ("12", "48") in paired(old, f"# B\n\n{filler}\n\n# C\n\n{few}")


@pytest.mark.parametrize(
    ("old", "new", "pair"),
    [
        (
            "In 2019 the site removed 137 posts for breaches of its rules on fraud.",
            "In 2020 the site deactivated 65 posts for breaches of its rules on fraud.",
            ("137", "65"),
        ),
        (
            "Inspectors freed 41 divers from wrecks in 2019.",
            "Inspectors rescued 58 divers from wrecks in 2020.",
            ("41", "58"),
        ),
        (
            "The bank reimbursed 300 clients in 2019 after errors.",
            "The bank repaid 210 clients in 2020 after errors.",
            ("300", "210"),
        ),
    ],
)
def test_one_deed_by_two_verbs_is_one_measure(old: str, new: str, pair: tuple[str, str]) -> None:
    assert pair in paired(old, new)


def test_two_deeds_are_two_measures() -> None:
    old = "Inspectors freed 41 divers from wrecks in 2019."
    assert not paired(old, "Inspectors fined 58 divers from wrecks in 2020.")


@pytest.mark.parametrize(
    ("old", "new", "pair"),
    [
        (
            "The port lists 2,640 craft. In all it had licensed 460 of these yachts as ferries.",
            "The port lists 2,730 craft. In all it had licensed 610 ferries, of which 488 were"
            " yachts.",
            ("460", "488"),
        ),
        (
            "The guild named 2,640 inns. The port officially rated 460 of these inns as lodges.",
            "The guild named 2,730 inns. The port officially rated 610 lodges, of which 488 were"
            " inns.",
            ("460", "488"),
        ),
        (
            "The clinic saw 900 divers. It treated 46 of them for burns.",
            "The clinic saw 980 divers. It treated 61 of them for burns.",
            ("46", "61"),
        ),
        (
            "The clinic saw 900 divers. It treated 46 of these divers for burns.",
            "The clinic saw 980 divers. It treated 61 divers for burns.",
            ("46", "61"),
        ),
    ],
)
def test_a_part_of_what_was_told_before_is_compared_with_a_part(
    old: str, new: str, pair: tuple[str, str]
) -> None:
    assert pair in paired(old, new)
    assert {value for value, _ in paired(old, new) - {pair}} <= {"2640", "900"}


def test_what_is_worded_otherwise_and_a_hundred_times_as_many_is_another_matter() -> None:
    old = "Relief reached 1,254 hungry families in the north of Norr."
    assert not paired(old, "Relief reached over 130,000 families in the north of Norr.")
    assert paired(old, "Relief reached 2,310 families in the north of Norr.")
    assert paired(old, "Relief reached 130,000 hungry families in the north of Norr.")


@pytest.mark.parametrize(
    ("old", "new", "values"),
    [
        (
            "100 guilds (40%) reported that they did not know how many fires they had, while 149"
            " guilds (60%) reported a known number.",
            "There was a decrease in the number of guilds that did not know how many fires they"
            " had, falling from 100 in 2019 to 75 in 2020.",
            ("100", "100", "75"),
        ),
        (
            "In 2019 wardens left 212 boats unchecked, and 340 boats got a new berth.",
            "The number of boats that wardens left unchecked fell from 212 in 2019 to 96 in 2020.",
            ("212", "212", "96"),
        ),
        (
            "Of the clinics 31 percent had no nurse, and 52 percent one at night.",
            "The share of clinics that had no nurse at all rose from 31 percent in 2019 to 44"
            " percent in 2020.",
            ("31", "31", "44"),
        ),
    ],
)
def test_a_change_from_the_year_before_goes_on_with_the_value_of_that_year(
    old: str, new: str, values: tuple[str, ...]
) -> None:
    held = [tuple(str(p.fact.value) for p in one.points) for one in series(old, new)]
    assert values in held


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "There were 83 fires in 2020, harming more than 130 farms, compared with 94 events that"
            " harmed 144 farms in 2019.",
            {("144", "130"), ("94", "83")},
        ),
        (
            "In 2020 courts heard 120 appeals and 40 claims, compared with 90 complaints and 31"
            " suits in 2019.",
            {("90", "120"), ("31", "40")},
        ),
        ("In 2020 courts heard 120 appeals, compared with 90 complaints in 2019.", {("90", "120")}),
        ("In 2020 courts heard 120 appeals in 40 towns, compared with 90 suits in 2019.", set()),
    ],
)
def test_what_is_compared_goes_with_what_counts_the_same_or_stands_in_its_place(
    text: str, pairs: set[tuple[str, str]]
) -> None:
    held = (one.points for one in series(OPENING, f"{OPENING} {text}"))
    assert {(str(a.fact.value), str(b.fact.value)) for a, b in held} == pairs


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "In the first days the police received 40 complaints in Orsk.",
            "In the first days the police received 61 complaints in Lume.",
        ),
        (
            "The province of Norr closed 40 unsafe quarries and fined their owners.",
            "The province of Lume closed 61 unsafe quarries and fined their owners.",
        ),
        (
            "In Rye, wardens freed 40 bonded divers from boats.",
            "In Norr, wardens freed 61 bonded divers from boats.",
        ),
    ],
)
def test_figures_of_two_places_are_not_one_measure(old: str, new: str) -> None:
    assert not paired(old, new)
    place = old.split(" ")[-1] if old.endswith("Orsk.") else ""
    same = new.replace("Lume.", place).replace("Lume", "Norr").replace("In Norr,", "In Rye,")
    assert paired(old, same) == {("40", "61")}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "In 2019 the ports had a net profit of $1.2 million.",
            "In 2020 the ports had a net loss of $1.4 million.",
        ),
        ("The mill made a loss of $90,000 in 2019.", "The mill made a profit of $75,000 in 2020."),
        (
            "In 2019 the fund showed a deficit of $3.1 million.",
            "In 2020 the fund showed a surplus of $2.8 million.",
        ),
    ],
)
def test_a_profit_that_became_a_loss_is_no_change_in_percent(old: str, new: str) -> None:
    made = report(f"# Review 2019\n\n{old}\n", f"# Review 2020\n\n{new}\n")
    assert made.findings
    assert not any("percent)" in one.message for found in made.findings for one in found.all)


def test_what_is_said_to_have_happened_is_counted_as_it_is_reported() -> None:
    made = report(
        "# Review 2019\n\nThe warden announced 92 raids on farms occurred in June.\n",
        "# Review 2020\n\nThe office reported 130 raids on farms occurred in June.\n",
    )
    assert any(found.values == ("92", "130") for found in made.findings)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a combined ratio of 74.2", "an underwriting profit of 32.9%"),
        ("an index of 112", "a loss rate of 8%"),
        ("a score of 4.1", "a margin of 12.5%"),
    ],
)
def test_a_bare_number_and_a_share_are_not_one_thing_in_two_units(old: str, new: str) -> None:
    around = "The old harbour line of Norr had {} and, as usual, held much cash."
    assert not [
        one
        for one in series(around.format(old), around.format(new))
        if {point.side for point in one.points} == set(Side)
    ]


@pytest.mark.parametrize("what", ["complaints", "fires", "wrecks"])
def test_what_is_compared_is_the_exact_figure_not_the_least(what: str) -> None:
    new = (
        f"32 offices had at least one {what[:-1]} totaling 123 {what} across those 32 offices"
        f" compared to 201 {what} received in 2019."
    )
    found = series(f"There were 201 {what} received in 2019.", new)
    values = [[str(point.fact.value) for point in one.points] for one in found]
    assert values == [["201", "201", "123"]]
