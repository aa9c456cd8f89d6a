"""Statements through the editions: edited, bridged, kept, done, dropped."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from tests.timeline.making import over, report, yearly
from tracediff.model import Thread, ThreadKind, Timeline
from tracediff.pipeline import timeline
from tracediff.settings import Settings, Timelines


def thread(found: Timeline, words: str) -> Thread:
    return next(one for one in found.threads if words in one.text)


def test_an_unchanged_statement_is_one_thread_without_changes() -> None:
    found = yearly(*["The harbour master publishes the tariffs of all basins."] * 3)
    one = thread(found, "tariffs")
    assert (one.first, one.last, one.changes, one.how, one.gone) == (0, 2, (), "unchanged", None)
    assert one.edited == ()


def test_another_wording_is_an_edit() -> None:
    found = yearly(
        "The harbour master publishes the tariffs of all basins each spring.",
        "The harbour master prints the tariffs of all basins each spring.",
    )
    one = thread(found, "tariffs")
    assert [(c.edition, c.how) for c in one.changes] == [(1, "edited")]
    assert one.how == "edited"


def test_a_hedge_is_told() -> None:
    found = yearly(
        "The breakwater protects the fishing village.",
        "The breakwater may protect the fishing village.",
    )
    assert [c.how for c in thread(found, "breakwater").changes] == ["hedged"]
    assert any("was hedged in 2016" in story.text for story in found.stories)


def test_a_hedge_that_is_taken_away_makes_a_statement_firm() -> None:
    found = yearly(
        "The breakwater may protect the fishing village.",
        "The breakwater protects the fishing village.",
    )
    assert [c.how for c in thread(found, "breakwater").changes] == ["made firm"]


def test_a_duty_that_grows_is_strengthened() -> None:
    found = yearly(
        "Captains should report every spill to the coast guard.",
        "Captains must report every spill to the coast guard.",
    )
    assert [c.how for c in thread(found, "spill").changes] == ["strengthened"]


def test_a_statement_that_one_edition_leaves_out_is_still_one() -> None:
    rare = "Volunteers from Quendale restored the lighthouse lens with acid."
    found = yearly(f"{rare} Ferries ran.", "Ferries ran. Tugs slept.", f"{rare} Ferries ran.")
    assert thread(found, "lighthouse").places[0][0] == 0
    assert thread(found, "lighthouse").last == 2
    assert len(thread(found, "lighthouse").places) == 2


def test_the_same_frame_about_others_under_another_heading_is_another_statement() -> None:
    tides = "\n## Tides\n\nThe tide tables are printed by the almanac office.\n"
    pilots = report(2015, "Pilots had no written rules on gifts from shipowners.")
    divers = report(2017, "Divers had no written rules on gifts from salvagers.", section="Wrecks")
    found = over(
        {"2015.md": pilots + tides, "2016.md": report(2016, "") + tides, "2017.md": divers + tides}
    )
    assert [one.text for one in found.threads] == [
        "The tide tables are printed by the almanac office."
    ]


def test_a_promise_that_was_kept_is_done() -> None:
    found = yearly(
        "The port authority will adopt a plan against oil spills.",
        "The port authority adopted a plan against oil spills.",
    )
    one = thread(found, "oil spills")
    assert (one.kind, one.how) == (ThreadKind.COMMITMENT, "done")
    assert any("planned in 2015, is done" in story.text for story in found.stories)


def test_a_promise_of_one_edition_is_followed_too() -> None:
    found = yearly(
        "The port authority will build a tidal gate by 2019. Ferries ran daily.",
        "Ferries ran daily.",
    )
    one = thread(found, "tidal gate")
    assert (one.places, one.how, one.gone) == (((0, one.places[0][1]),), "dropped", 1)
    assert found.history(one) == "2015; gone since 2016"


def test_what_is_needed_or_denied_is_no_promise() -> None:
    found = yearly(*["The port authority will not build a tidal gate for the basin."] * 2)
    assert thread(found, "tidal gate").kind is ThreadKind.STATEMENT


def test_a_rating_is_told_as_one() -> None:
    found = yearly(
        "The safety board placed the harbour on Tier 2 of its scale.",
        "The safety board placed the harbour on Tier 3 of its scale.",
    )
    one = thread(found, "safety board")
    assert one.kind is ThreadKind.RATING
    assert [c.how for c in one.changes] == ["rated otherwise"]


def test_an_old_statement_that_is_gone_is_a_story() -> None:
    text = "The pilots' guild keeps the archive of the old customs house open to scholars."
    found = yearly(*[f"{text} Ferries ran daily."] * 3, "Ferries ran daily.")
    assert any("said since 2015, was dropped in 2018" in story.text for story in found.stories)


def test_long_statements_are_cut_in_stories() -> None:
    text = (
        "The pilots' guild keeps the large archive of the old customs house at the northern mole"
        " open to scholars from all countries."
    )
    found = yearly(*[f"{text} Ferries ran daily."] * 3, "Ferries ran daily.")
    assert any(" …” , said" in s.text or " …”, said" in s.text for s in found.stories)


def test_of_two_lost_statements_the_likelier_one_goes_on() -> None:
    lens = "Volunteers from Quendale restored the lighthouse lens with acid"
    found = yearly(
        f"{lens} in spring. {lens} and sand. Ferries ran.", "Ferries ran.",
        f"{lens} in spring. Ferries ran.",
    )  # fmt: skip
    (one,) = [one for one in found.threads if "lighthouse" in one.text]
    assert [found.sentence(*spot) for spot in one.places] == [f"{lens} in spring."] * 2


def test_words_that_stand_everywhere_lead_to_no_bridge() -> None:
    rare = "Volunteers from Quendale restored the lighthouse lens with acid."
    texts = [report(2015, rare, "Ferries ran."), report(2016, "Ferries ran."), report(2017, rare)]
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, f"{year}.md") for year in (2015, 2016, 2017)]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(f"{text}\n\nFerries ran late.\n", encoding="utf-8")
        settings = Settings(timelines=Timelines(postings=0))
        assert not any("lens" in one.text for one in timeline(paths, settings=settings).threads)
        assert any("lens" in one.text for one in timeline(paths).threads)


def test_text_before_any_heading_is_no_section() -> None:
    found = over(
        {
            f"{year}.md": f"Ferries ran daily in {year}.\n\n# Tides\n\nTides rose.\n"
            for year in (2015, 2016)
        }
    )
    assert [one.title for one in found.sections] == ["Tides"]


def test_a_statement_is_not_what_a_count_of_the_same_people_goes_on_as() -> None:
    found = yearly(
        "The harbour council issued 212 permits for the eastern mole. Terns nest there.",
        "The harbour council issued 245 permits for the eastern mole. Terns nest there.",
        "The harbour council kept its archive of old drawings closed. Terns nest there.",
        "The harbour council kept its archive of old drawings closed. Terns nest there.",
    )
    archive = next(one for one in found.threads if "archive" in one.text and one.changes == ())
    assert (archive.first, archive.last) == (2, 3)


def test_a_statement_goes_on_where_it_gives_its_count_no_more() -> None:
    found = yearly(
        "The harbour council issued 212 permits for moorings. Terns nest there.",
        "The harbour council issued permits for some moorings. Terns nest there.",
    )
    permits = next(one for one in found.threads if "permits" in one.text)
    assert (permits.first, permits.last) == (0, 1)


def test_a_statement_about_one_body_does_not_go_on_as_one_about_another() -> None:
    gifts = "The {} guard had no written rules on gifts in the delta. Terns nest there."
    found = over(
        {
            f"{year}.md": report(year, gifts.format(who), section=f"{who.capitalize()} guard")
            for year, who in ((2015, "coast"), (2016, "coast"), (2017, "border"), (2018, "border"))
        }
    )
    ends = {(one.first, one.last) for one in found.threads if "gifts" in one.text}
    assert ends == {(0, 1), (2, 3)}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The tax office kept its archive in the delta closed to visitors.",
         "The tax office kept its archive in the capital closed to visitors."),
        ("Complaints about pilots of the north could be made by telephone only.",
         "Complaints about pilots of the south could be made by telephone only."),
        ("The mole kept its stock of nets along the coast for the winter months.",
         "The quay kept its stock of lamps along the river for the winter months."),
    ],
)  # fmt: skip
def test_the_same_of_another_place_is_another_statement(one: str, two: str) -> None:
    names = "The delta, the capital, the north, the south, the coast, the river, the mole, nets,"
    both = f"{names} lamps, the quay and pilots are listed."
    found = yearly(f"{one} {both}", f"{one} {both}", f"{two} {both}", f"{two} {both}")
    spans = {thread.text: (thread.first, thread.last) for thread in found.threads}
    assert (spans[one], spans[two]) == ((0, 1), (2, 3))


def test_a_place_that_was_renamed_is_the_same_statement() -> None:
    one = "The tax office kept its archive in Oldport closed to visitors."
    two = "The tax office kept its archive in Newhaven closed to visitors."
    found = yearly(one, one, two, two)
    assert [(thread.first, thread.last) for thread in found.threads] == [(0, 3)]


def test_what_was_done_does_not_go_on_in_what_else_was_done() -> None:
    one = "Town councils kept the archive of nurses in the north closed to visitors."
    two = "Complaints about town councils in the north could be made by telephone only."
    same = "Gulls nest under the bridge."
    found = yearly(f"{one} {same}", f"{one} {same}", f"{two} {same}", f"{two} {same}")
    spans = {thread.text: (thread.first, thread.last) for thread in found.threads}
    assert (spans[one], spans[two]) == ((0, 1), (2, 3))


def test_a_statement_on_the_head_of_a_column_is_not_silent_on_its_cells() -> None:
    table = "| | River Ferry |\n|---|---|\n| Seats sold | 440 |\n| Boats | 61 |\n"
    after = "The River Ferry was held in high regard."
    made = over(
        {
            "2015.md": report(2015, "The year was calm.") + f"\n{table}",
            "2016.md": report(2016, "The year was calm.") + f"\n{table}".replace("440", "470"),
            "2017.md": report(2017, "The year was calm.", after),
        }
    )
    assert all(one.edition < 2 for run in made.series for one in run.observations)
