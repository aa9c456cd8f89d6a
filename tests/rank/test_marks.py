"""Marks of importance: what is news comes before what is a matter of style."""

from __future__ import annotations

import pytest

from tests.editions import report
from tracediff.jobs import two_processes
from tracediff.model import Report
from tracediff.rank.importance import Weighing
from tracediff.rank.scraps import is_contact, is_torn
from tracediff.rank.substance import differing, same_counts
from tracediff.settings import Ranking

ROW = "| A | B |\n| --- | --- |\n| Oak | brig,"
FILLER = "Ferries connect the islands. Courts sit in towns. Radio is heard in the hills."


def pair(section: str, old: str, new: str) -> Report:
    return report(
        f"# Review 2019\n\n## {section}\n\n{FILLER}\n\n{old}\n",
        f"# Review 2020\n\n## {section}\n\n{FILLER}\n\n{new}\n",
    )


def marks(made: Report) -> dict[str, float]:
    weighing = Weighing(made.comparison, Ranking())
    return dict(weighing.marks(made.findings[0]))


def weight(section: str, old: str, new: str) -> float:
    made = pair(section, old, new)
    return Weighing(made.comparison, Ranking()).importance(made.findings[0])


def test_what_says_the_same_in_other_words_comes_last() -> None:
    rolled = weight(
        "Sea",
        "As of May 2019 the ministry guards the coast with boats.",
        "As of June 2020 the ministry guards the coast with boats.",
    )
    style = weight(
        "Sea",
        "The ministry guards the coast with sturdy boats of oak.",
        "The ministry guards the coast with strong boats of oak.",
    )
    other = weight(
        "Sea",
        "The ministry guards the coast with boats of oak and feeds widows of pilots.",
        "The ministry guards the coast with spies abroad and taxes heirs of shipowners.",
    )
    figure = weight("Sea", "Pilots guided 1,204 ships.", "Pilots guided 1,830 ships.")
    assert rolled <= style < other < figure and style < 0


@pytest.mark.parametrize(
    ("name", "section", "old", "new"),
    [
        ("row", "Sea", f"{ROW} sloop |", f"{ROW} yawl |"),
        ("note", "Sea", "Figure 2. Pilots guided 104 ships.", "Figure 2. Pilots guided 83 ships."),
        ("summary", "Executive Summary", "Pilots guided 1,204 ships.", "Pilots guided 830 ships."),
        ("outcome", "Courts", "Courts recorded 41 convictions.", "Courts recorded 9 convictions."),
        ("crossed", "Courts", "Courts recorded 41 convictions.", "Courts recorded no convictions."),
        ("few", "Sea", "Seven ships sank.", "Five ships sank."),
        ("slight", "Sea", "Pilots guided 1,204 ships.", "Pilots guided 1,210 ships."),
        ("backwards", "Sea", "In 2019 pilots guided 1,204 ships.", "In 2018 pilots guided 830."),
        ("torn", "Sea", "Pilots guided 1,204 ships of nor-", "Pilots guided 830 ships of nor-"),
        ("contact", "Sea", "Office: ask@norr.org, 1,204 desks", "Office: ask@norr.org, 830 desks"),
    ],
)
def test_a_mark_is_set(name: str, section: str, old: str, new: str) -> None:
    assert marks(pair(section, old, new))[name] == 1.0


def test_a_mark_is_not_set() -> None:
    plain = marks(pair("Sea", "Pilots guided 1,204 ships.", "Pilots guided 1,830 ships."))
    unset = ("summary", "outcome", "crossed", "few", "slight", "backwards", "turned")
    assert not any(plain[name] for name in unset)
    average = marks(pair("Sea", "Boats had 7.5 men each.", "Boats had 4.5 men each."))
    assert not average["few"]


def test_what_a_list_of_the_other_edition_says_is_mostly_told_there() -> None:
    old = (
        "The league met pilots at the Orsk regatta, the Lume harbour fair and the winter school of"
        " Rye, and it also ran a hostel for stranded rowers."
    )
    items = "- the Orsk regatta\n- the harbour fair in Lume\n- winter school at Rye, for pilots"
    listed = pair(
        "Meetings", old, f"The league went to these events:\n\n{items}\n\n- hostel nights"
    )
    never = pair("Meetings", old, "The league bought a printing press and painted its offices.")
    told, gone = (
        next(x for x in made.findings if x.rule.id in ("C306", "N103") and x.old)
        for made in (listed, never)
    )
    spread = [
        Weighing(made.comparison, Ranking()).marks(one)["spread"]
        for made, one in ((listed, told), (never, gone))
    ]
    assert spread[0] > 0 == spread[1]


def test_an_item_without_a_verb_counts_less_than_a_sentence() -> None:
    items = pair("Sea", "Boats of oak, nets, ropes and sails.", "Boats of elm, tar, oars and salt.")
    assert marks(items)["fragment"] == 1.0


def test_a_denial_turns_only_what_is_otherwise_much_alike() -> None:
    unlike = pair(
        "Sea",
        "The ministry guards the northern coast with boats of oak, and feeds widows of pilots.",
        "The ministry guards no harbour with spies abroad, and taxes heirs of rich shipowners.",
    )
    assert not marks(unlike).get("turned")


def test_words_of_substance_are_told_from_small_words_dates_and_synonyms() -> None:
    assert (
        differing("In May 2019 the law bound ports.", "In June 2020 the act bound ports.") == set()
    )
    assert differing("Guards sleep.", "Guards do not sleep.") == {"not"}
    assert differing("The mayor’s pier", "The mayor pier") == set()
    assert same_counts("On May 4, 2019, 120 men sat.", "On May 5, 2020, 120 men sat.")
    assert not same_counts("120 men sat.", "130 men sat.")


def test_a_figure_in_brackets_comes_behind_the_one_that_it_says_more_of() -> None:
    made = pair(
        "Sea",
        "The catch of 2019 was 28.5 million fish (90% interval: 19.4 to 41.7 million fish).",
        "The catch of 2020 was 15.5 million fish (90% interval: 10.3 to 23.6 million fish).",
    )
    weighing = Weighing(made.comparison, Ranking())
    by_value = {
        f.values[-1]: weighing.marks(f).get("aside") for one in made.findings for f in one.all
    }
    assert by_value["15500000"] == 0.0 and by_value["23600000"] == 1.0
    assert made.findings[0].values[-1] == "15500000"


def test_a_title_that_a_paragraph_lost_is_idle() -> None:
    told = "Police of the northern ports held crews for weeks without a hearing."
    headed = f"Arrest and Detention of Crews: {told}"
    assert marks(pair("Sea", headed, told))["idle"] == 1.0


def test_a_total_of_nothing_that_is_named_is_nameless() -> None:
    bare = marks(pair("Sea", "Total: 1,204.", "Total: 830."))
    named = marks(pair("Sea", "Total ships: 1,204.", "Total ships: 830."))
    assert (bare["total"], bare["nameless"]) == (0.0, 1.0)
    assert named["nameless"] == 0.0


@pytest.mark.parametrize(
    ("text", "contact"),
    [
        ("Office of the guild, tel. +44 20 7946 0958", True),
        ("Charity number 1104", True),
        ("ABN: 90509129914", True),
        ("Mobile: 62% of visits", False),
        ("Telephone: 1,204 complaints", False),
        ("E-mail: 911", False),
        ("Income tax: 1,204", False),
        ("Company: 12 boats", False),
        ("Growth of +12 points", False),
    ],
)
def test_a_figure_under_a_word_of_addresses_is_no_address(text: str, contact: bool) -> None:
    assert is_contact(text) is contact


@pytest.mark.parametrize(
    ("text", "torn"),
    [
        ("The state of the bay is based on obser-", True),
        ("seagrass be- | 3.7 | 7.4", True),
        ("of which women - aged over forty - | 12", False),
        ("| long- and short-term loans of the guild | 40", False),
    ],
)
def test_a_dash_between_words_tears_no_text(text: str, torn: bool) -> None:
    assert is_torn(text) is torn


def test_a_row_of_a_table_that_is_emptied_is_told_apart_from_one_that_changed() -> None:
    rows = "| Measure | Number |\n|---|---|\n| Boats seized | {} |\n| Crews held | {} |\n"
    made = pair("Sea", rows.format("1,204", "840"), rows.format("Unknown", "830"))
    weighing = Weighing(made.comparison, Ranking())
    told = {one.rule.id: weighing.marks(one) for one in made.findings}
    assert [(told[rule]["table"], told[rule]["emptied"]) for rule in ("N103", "N101")] == [
        (1.0, 1.0),
        (1.0, 0.0),
    ]


def test_two_processes_weigh_as_one_does() -> None:
    made = pair(
        "Boats",
        "The port held 12 boats in 2019. It lost 9 anchors in 2019. It paid 400 francs in 2019.",
        "The port held 40 boats in 2020. It lost 3 anchors in 2020. It paid 720 francs in 2020.",
    )
    several = Weighing(made.comparison, Ranking(at_once=2))
    with two_processes():
        several.weigh(made.findings)
    one = Weighing(made.comparison, Ranking())
    assert len(made.findings) > 2
    assert [several.importance(f) for f in made.findings] == [
        one.importance(f) for f in made.findings
    ]
    assert len(several._known) == len(made.findings)


def test_what_the_answering_sentence_mostly_says_comes_later() -> None:
    asked = "Sign in to the harbour register now to look through your berth bookings."
    said, hardly = (
        marks(pair("Members", asked, f"Please also sign in to the harbour register, to {more}."))
        for more in ("look through your bookings", "see what nine crews of the guild were paid")
    )
    assert said["answered"] > hardly["answered"] == 0.0


def test_a_count_whose_row_gives_its_share_comes_behind_the_share() -> None:
    old, new = (
        f"| Answer | Share | Number |\n|---|---|---|\n| Daily | {share}% | {count} |\n"
        for share, count in ((41, 470), (37, 389))
    )
    made = pair("Crews", old, new)
    told = [one for each in made.findings for one in each.all if one.rule.id == "N101"]
    weighing = Weighing(made.comparison, Ranking())
    weights = {one.values[0]: weighing.importance(one) for one in told}
    assert weights["41"] > weights["470"]
