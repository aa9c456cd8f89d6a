"""What is gone and what is new: when they tell of one matter. Made findings on real sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.editions import report
from tests.rank.test_rank import of
from tracediff.model import Comparison, Evidence, Finding, Side
from tracediff.rank.halves import joined
from tracediff.rank.rarity import rarity
from tracediff.settings import Ranking

FILLER = (
    "Ferries connect the islands. Courts sit in towns. Radio is heard in the hills. Barges bring"
    " salt. Pilots row at night."
)


def editions(old: str, new: str) -> Comparison:
    """Two editions that end in a sentence each, of which no link tells."""
    made = report(f"# Review 2019\n\n{FILLER}\n\n{old}\n", f"# Review 2020\n\n{FILLER}\n\n{new}\n")
    return replace(made.comparison, alignment=replace(made.comparison.alignment, links=()))


def half(rule: str, comparison: Comparison) -> Finding:
    """What is gone, or new, is the last sentence of its edition."""
    side = Side.OLD if rule == "C306" else Side.NEW
    last = (comparison.old if side is Side.OLD else comparison.new).edition.sentences[-1]
    shown = Evidence(side, last.index, last.span, last.text)
    made = of(rule)
    return replace(made, old=shown) if side is Side.OLD else replace(made, new=shown)


SAME = [
    (
        "This year more pilots agreed that charts are critical to their success, from 59% to 66%.",
        "Pilots are increasingly finding charts critical for their success.",
    ),
    (
        "The council had announced that it would publish a tide calendar for every harbour.",
        "After long talks with the printers of Rye the tide calendar was published in full.",
    ),
    (
        "Knot preferences have settled, with reef knots ahead.",
        "The guild saw much higher knot preferences for reef knots.",
    ),
]


@pytest.mark.parametrize(("old", "new"), SAME)
def test_what_is_gone_is_told_with_what_is_said_of_it_now_though_that_is_no_news(
    old: str, new: str
) -> None:
    there = editions(old, new)
    gone, rare = half("C306", there), rarity(there)
    (whole,) = joined([gone], there, rare, Ranking())
    assert whole.old == gone.old
    assert whole.new is not None and whole.new.quote == new
    fresh = half("C307", there)
    (back,) = joined([fresh], there, rare, Ranking())
    assert back.new == fresh.new
    assert back.old is not None and back.old.quote == old


def test_what_answers_to_another_sentence_must_be_nearer() -> None:
    old, new = SAME[2]
    there = editions(old, new)
    links = report(f"# A\n\n{new}\n", f"# A\n\n{new}\n").comparison.alignment.links
    last = len(there.new.edition.sentences) - 1
    linked = replace(links[-1], old=(0,), new=(last,))
    there = replace(there, alignment=replace(there.alignment, links=(linked,)))
    gone, rare = half("C306", there), rarity(there)
    assert joined([gone], there, rare, Ranking()) == (gone,)
    (whole,) = joined([gone], there, rare, Ranking(half_linked=0.1))
    assert whole.new is not None and whole.new.quote == new


APART = [
    (  # other places
        "Arrests of harbour pilots for smuggling rose by a quarter in the state of Norr.",
        "In the province of Lume arrests of harbour pilots for smuggling rose by a third.",
    ),
    (  # a topic, of which each tells another thing
        "The office of wardens helped 209 children who were victims of illegal sponge diving.",
        "In spring the ministry hosted a summit on challenges related to illegal sponge diving.",
    ),
    (  # who says it
        "According to harbour civil groups, wardens did not always enforce the law on wrecks.",
        "Harbour civil groups reported that the mood of pilots had improved.",
    ),
]


@pytest.mark.parametrize(("old", "new"), APART)
def test_halves_that_only_share_a_topic_a_speaker_or_words_of_other_places_stay_apart(
    old: str, new: str
) -> None:
    there = editions(old, new)
    gone, fresh = half("C306", there), half("C307", there)
    assert joined([gone, fresh], there, rarity(there), Ranking()) == (gone, fresh)
    assert joined([gone], there, rarity(there), Ranking()) == (gone,)


def test_a_body_a_place_and_who_says_so_do_not_tell_a_matter() -> None:
    there = editions("The Harbour Council of Norr reported that wardens sank nine boats.", "Salt.")
    rare = rarity(there)
    told, salt = (
        rare.telling(one.edition.sentences[-1].text).stated for one in (there.old, there.new)
    )
    assert {"warden", "boat"} <= told.heads
    assert told.heads.isdisjoint({"council", "norr", "report"})
    assert told.states and not salt.states


ASKED_ANEW = [
    (  # a share of the same people, and a thing that hardly any other sentence names
        "Some 81% of pilots felt very productive rowing at dawn.",
        "The majority of pilots (88%) agree that they often reach a high level of productivity.",
    ),
    (
        "Roughly 40% of clerks keep a paper ledger, closely followed by slates (36%).",
        "Of clerks, 41% rely on a ledger for their records.",
    ),
    (  # what is counted again, and what became of it
        "In May the head of the board was dismissed, and in June another 17 judges were suspended.",
        "Six of 17 judges suspended under the changes were reinstated; the others wait.",
    ),
    (
        "In spring 26 wells were closed after the flood.",
        "Villagers said that of the 26 wells closed by the flood only three gave water.",
    ),
]


@pytest.mark.parametrize(("old", "new"), ASKED_ANEW)
def test_halves_with_shares_of_the_same_people_or_one_count_are_joined(old: str, new: str) -> None:
    there = editions(old, new)
    (whole,) = joined([half("C306", there), half("C307", there)], there, rarity(there), Ranking())
    assert (whole.old is not None and whole.old.quote) == old
    assert (whole.new is not None and whole.new.quote) == new


ASKED_OTHERWISE = [
    (  # how often is no thing, nor is what is done
        "Only 7% of pilots row on a daily basis to Rye.",
        "Over half of pilots (55%) drink tea on a daily basis.",
    ),
    (  # other people
        "Some 81% of pilots felt very productive rowing at dawn.",
        "The majority of nurses (88%) agree that they often reach a high level of productivity.",
    ),
    (  # the count is of other things
        "In spring 26 wells were closed after the flood.",
        "Villagers said that of the 26 goats drowned by the flood only three were found.",
    ),
    (  # one count in two places
        "In the province of Norr 26 wells were closed after the flood.",
        "In the province of Lume the 26 wells closed by the flood were opened.",
    ),
]


@pytest.mark.parametrize(("old", "new"), ASKED_OTHERWISE)
def test_halves_with_figures_of_other_things_stay_apart(old: str, new: str) -> None:
    there = editions(old, new)
    gone, fresh = half("C306", there), half("C307", there)
    assert joined([gone, fresh], there, rarity(there), Ranking()) == (gone, fresh)


def test_what_tells_of_the_same_day_is_joined() -> None:
    old = "We can say that as of the 1st January 2018 no natural mica is in our soaps."
    new = (
        "Mica was one of the risky chains, and we made soaps natural mica-free on January 1, 2018."
    )
    there = editions(old, new)
    (whole,) = joined([half("C306", there), half("C307", there)], there, rarity(there), Ranking())
    assert whole.old is not None and whole.new is not None
    other = editions(old, new.replace("January 1", "March 3"))
    halves = (half("C306", other), half("C307", other))
    assert joined(halves, other, rarity(other), Ranking(half_alone=0.9, half=0.9)) == halves
