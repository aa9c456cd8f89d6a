"""Figures of sentences that do not answer to each other: one measure only where words tell so."""

from __future__ import annotations

from tests.editions import messages
from tracediff.ledger.headlines import headlines
from tracediff.ledger.likeness import Wording
from tracediff.settings import Ledger

TOPIC = "rower dock work risk engag"


def figure(head: str, words: str, near: str = "") -> Wording:
    stems = frozenset(f"{head} {words}".split())
    return Wording(None, head, stems, tuple(near.split()))


def pairs(old: list[Wording], new: list[Wording]) -> list[tuple[int, int]]:
    return list(headlines(dict(enumerate(old)), dict(enumerate(new)), Ledger()))


def test_figures_that_share_the_words_that_tell_are_one_measure() -> None:
    old = figure("rower", "freed brothel coast guard")
    new = figure("rower", "freed brothel coast guard north")
    assert pairs([old], [new]) == [(0, 0)]


def test_words_that_the_whole_report_uses_tell_nothing() -> None:
    elsewhere = [figure(head, TOPIC) for head in ("school", "court", "camp", "fund")]
    old = figure("rower", f"{TOPIC} lesson teacher")
    new = figure("rower", f"{TOPIC} meal mine institute")
    assert pairs([old, *elsewhere], [new]) == []


def test_what_is_said_at_once_of_both_tells_them_apart() -> None:
    old = figure("complaint", "tortur guard committee norr treatment", "tortur guard")
    new = figure("complaint", "beat rower committee norr treatment guard", "beat rower")
    assert pairs([old], [new]) == []


def test_one_that_only_says_less_is_the_same_measure() -> None:
    old = figure("rower", "identifi norr exploit coast", "exploit coast")
    new = figure("rower", "identifi norr", "identifi norr")
    assert pairs([old], [new]) == [(0, 0)]


def test_what_one_edition_counts_all_over_is_no_headline() -> None:
    one = figure("rower", "freed brothel coast guard")
    many = [figure("rower", f"freed brothel coast guard port{n}") for n in range(201)]
    assert pairs([one], [one]) == [(0, 0)]
    assert pairs([one], [one, *many]) == []


def test_figures_in_sentences_that_do_not_answer_to_each_other_are_compared() -> None:
    office = "\n\n".join(
        f"The council kept ledger {name} in the {name} office."
        for name in ("alder", "birch", "cedar", "elder", "fir", "gorse")
    )
    courts = "## Courts\n\nJudges ruled on old cases of fraud. Clerks kept files in order.\n\n"
    freed = "Police freed 640 rowers from brothels of the northern coast."
    praise = (
        "The envoy of the southern islands praised in a long letter to every newspaper how the"
        " coast guard spent the winter with dogs and lamps, freeing 388 rowers from northern"
        " brothels, and asked captains to go on."
    )
    (message,) = messages(
        f"# Report\n\n## Police\n\n{office}\n\n{freed}\n\n{courts}",
        f"# Report\n\n## Police\n\n{office}\n\n{courts}## Praise\n\n{praise}\n",
    )["N101"]
    assert "640 in 2019, 388 in 2020" in message
