"""What tells that two sentences are about one matter where few words are left."""

import pytest

from tests.align.texts import edition
from tracediff.align import align, align_sentences
from tracediff.align.sayings import leans_on
from tracediff.align.texts import Place, code

OTHERS = [
    "The fisheries office licensed {n} trawlers.",
    "Ferries carried {n} million passengers.",
    "Dredging in Lume cost {n} crowns.",
    "The herring quota was {n} tonnes.",
    "Inspectors fined {n} captains for night fishing.",
    "Storms closed the harbour of Karsk for {n} days.",
    "The school of navigation had {n} pupils.",
    "No oil was spilled in {n} weeks.",
]


def report(n: int, *more: str) -> list[str]:
    return [line.format(n=n) for line in OTHERS] + list(more)


def links(old: list[str], new: list[str]) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    return {(x.old, x.new) for x in align_sentences(old, new) if x.old and x.new}


def why(old: list[str], new: list[str], at: int) -> tuple[str, ...]:
    (found,) = (link.why for link in align_sentences(old, new) if at in link.new)
    return found


def test_what_moved_and_was_rewritten_is_found_by_a_rare_phrase() -> None:
    old = [
        "Divers must send the marine archive a list of all wrecks that they saw in a season.",
        *report(4),
    ]
    told = "Seasonal divers must send a list of wrecks to the marine archive once they are ashore."
    new = report(4, told)
    assert ((0,), (8,)) in links(old, new)
    assert why(old, new, 8)[0] == "left over on both sides"


def test_what_only_points_back_to_an_event_is_left_alone() -> None:
    old = ["The harbour police were still investigating the case with two prosecutors.", *report(4)]
    new = report(4, "The river police and two prosecutors were investigating the case.")
    assert not any(0 in pair[0] for pair in links(old, new))


def test_references_are_no_matters() -> None:
    old = ["List of wrecks, marine archive, season of storms www.example.org/a.", *report(4)]
    new = report(4, "Wrecks of the season: list, marine archive www.example.org/2/b.")
    assert not any(0 in pair[0] for pair in links(old, new))


def test_what_nobody_knew_answers_to_what_is_denied() -> None:
    old = ["It was unclear whether any seasonal deckhands were paid compensation.", *report(4)]
    paid = (
        "Although courts ordered ship owners to pay, no deckhands received compensation last year."
    )
    new = report(4, paid)
    assert ((0,), (8,)) in links(old, new)
    assert "one says that nobody knows what the other denies" in why(old, new, 8)


def test_a_denial_of_another_thing_does_not_answer() -> None:
    old = [*report(4), "It was unclear whether any seasonal deckhands were paid compensation."]
    new = [
        *report(4),
        "Although courts ordered repairs, no deckhands received lifeboats that year.",
    ]
    assert not any(8 in pair[0] for pair in links(old, new))


def test_a_number_is_paired_with_the_number_of_the_same_reporter() -> None:
    freed = (
        "The ministry reported freeing 412 forced workers from fish plants, but gave no details."
    )
    old = [freed, *report(4)]
    new = report(
        4,
        "The union reported more forced workers in fish plants than before.",
        "The ministry reported freeing 398 workers in 2023, after 376 in 2022.",
    )
    assert ((0,), (9,)) in links(old, new)
    assert "the same reporter gives a number of the same thing" in why(old, new, 9)


def test_a_number_is_paired_with_the_sentence_that_withholds_it() -> None:
    old = [
        "The coast guard reported handing safe passes of thirty days to 41 stranded deckhands.",
        *report(4),
    ]
    told = "The authorities did not report handing papers that allow them ashore to any deckhands."
    new = report(4, told)
    assert ((0,), (8,)) in links(old, new)
    assert "the same reporter gives a number of the same thing" in why(old, new, 8)


def test_a_number_of_others_is_not_what_is_withheld() -> None:
    old = [
        "The coast guard reported handing safe passes of thirty days to 41 stranded deckhands.",
        *report(4),
    ]
    new = report(4, "The authorities did not report handing papers for herring to any traders.")
    assert not any(0 in pair[0] for pair in links(old, new))


def test_cases_of_one_thing_are_not_cases_of_another() -> None:
    old = ["Police recorded 49 cases of poaching among 12 villages.", *report(4)]
    new = report(4, "Police recorded 307 cases of arson in the east.")
    assert not any(0 in pair[0] for pair in links(old, new))


def test_a_sentence_that_opens_with_what_was_named_before_it_belongs_to_the_same_link() -> None:
    raid = "In May a customs raid against smugglers began in the port of Veldaport."
    cost = "The raid left 15 persons dead."
    told = (
        "A judge closed the file on the customs raid against smugglers in the port of Veldaport, "
        "which had left 13 persons dead."
    )
    old = edition(("Fleet", report(4)), ("Ports", [raid, cost, "A pier was built."]))
    new = edition(("Fleet", report(4)), ("Ports", [told, "A pier was built."]))
    assert ((8, 9), (8,)) in {(x.old, x.new) for x in align(old, new).links}


@pytest.mark.parametrize(
    ("opening", "leans"),
    [
        ("They freed 40 rowers.", True),
        ("The raid freed 40 rowers.", True),
        ("Rye was short.", False),
    ],
)
def test_a_pronoun_and_a_noun_named_before_lean_on_the_sentence_before(
    opening: str, leans: bool
) -> None:
    texts = code(["Guards made a raid on Orsk.", opening], ["Rye was short."], *PLACES, {})
    assert leans_on(texts, texts.old, 1, 0) is leans


PLACES = [Place(), Place()], [Place()]


def test_a_sentence_that_leans_on_nothing_told_here_stays_alone() -> None:
    raid = "In May a customs raid against smugglers began in the port of Veldaport."
    told = "A judge closed the file on the customs raid against smugglers in the port of Veldaport."
    old = edition(("Fleet", report(4)), ("Ports", [raid, "The strike cost 15 crowns a head."]))
    new = edition(("Fleet", report(4)), ("Ports", [told]))
    assert ((8,), (8,)) in {(x.old, x.new) for x in align(old, new).links}


def test_the_rest_of_a_sentence_joins_though_another_sentence_is_the_far_better_partner() -> None:
    whole = (
        "In addition to the above course, the coast guard designed a longer and more detailed "
        "course for captains and engineers who are responsible for lifeboats."
    )
    main = (
        "The coast guard also designed a longer and more detailed course for captains and "
        "engineers who are responsible for lifeboats."
    )
    rest = "That detailed course is in addition to the course above, which deckhands attend too."
    old = edition(("Fleet", report(4)), ("Courses", [whole, "A pier was built."]))
    new = edition(("Fleet", report(4)), ("Courses", [main, rest, "A pier was built."]))
    assert ((8,), (8, 9)) in {(x.old, x.new) for x in align(old, new).links}
