"""The long samples with their tables, splits and notes, followed over two editions and a draft."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import tracediff
from tests.timeline.making import yearly
from tracediff.model import BlockKind, Timeline

FOLDER = Path(__file__).parents[2] / "samples"


@cache
def found() -> Timeline:
    names = ("veldania-2023.md", "veldania-2024.md", "veldania-2025-draft.md")
    return tracediff.timeline([FOLDER / name for name in names])


def test_no_cell_of_an_edition_holds_two_values_far_apart() -> None:
    for run in found().series:
        for cell in run.cells:
            for edition in run.editions:
                held = {o.value for o in cell.observations if o.edition == edition and o.value}
                if cell.period and held:
                    assert max(held) - min(held) <= max(held) * 2 / 100, run.label


def test_rows_of_tables_are_followed() -> None:
    assert any(
        one.fact is not None and one.fact.table is not None
        for run in found().series
        for one in run.observations
    )


def test_headings_and_references_are_no_statements() -> None:
    for thread in found().threads:
        edition, sentence = thread.places[0]
        kind = found().editions[edition].sentences[sentence].kind
        assert kind not in (BlockKind.HEADING, BlockKind.REFERENCE)


def test_no_sentence_stands_in_two_threads_and_none_twice_in_an_edition() -> None:
    spots = [spot for one in found().threads for spot in one.places]
    assert len(spots) == len(set(spots))
    for one in found().threads:
        editions = [edition for edition, _ in one.places]
        assert editions == sorted(set(editions))


def test_a_timeline_is_the_same_every_time() -> None:
    names = ("veldania-2025-draft.md", "veldania-2023.md", "veldania-2024.md")
    assert tracediff.timeline([FOLDER / name for name in names]) == found()


def test_a_split_sentence_goes_on_in_the_part_most_like_it() -> None:
    found = yearly(
        "The harbour master publishes the tariffs of all basins each spring, and the pilots' guild"
        " trains forty apprentices at the old customs house.",
        "The harbour master publishes the tariffs of all basins each spring. The pilots' guild"
        " trains forty apprentices at the old customs house.",
    )
    assert len([one for one in found.threads if len(one.places) == 2]) == 1


def test_a_rise_is_followed_as_a_rise_and_never_as_a_level() -> None:
    found = yearly(
        "Ships unloaded 4,120 containers in 2015. Traffic in the northern basin rose 12 percent.",
        "Ships unloaded 4,377 containers in 2016. Traffic in the northern basin rose 9 percent.",
        "Ships unloaded 4,512 containers in 2017. Traffic in the northern basin fell 9 percent.",
    )
    rises = [run for run in found.series if run.unit == "%"]
    assert [[one.edition for one in run.observations] for run in rises] == [[0, 1]]


def test_a_unit_that_gets_a_longer_name_is_the_same_unit_and_a_break() -> None:
    found = yearly(
        "The toll for fishing boats is 40 rupees a day.",
        "The toll for fishing boats is 45 Nepalese rupees a day.",
    )
    assert [len(run.editions) for run in found.series] == [2]
    assert found.series[0].breaks[0].why.startswith("unit: ")


def test_what_never_is_and_what_there_was_none_of_are_kept_apart() -> None:
    found = yearly(
        "Divers raised no wrecks from the harbour basin in 2015.",
        "Divers raised no wrecks from the harbour basin in 2016.",
        "Divers raised 4 wrecks from the harbour basin in 2017.",
    )
    (run,) = [one for one in found.series if "wreck" in one.label.casefold()]
    statuses = [one.status.value for one in run.observations]
    assert statuses == ["none", "none", "reported"]


def test_a_large_jump_counts_against_one_measure() -> None:
    found = yearly(
        "Ships unloaded 4 crates of spices in 2015.",
        "Ships unloaded 41,200 crates of spices in 2016.",
    )
    (run,) = found.series
    steady = yearly(
        "Ships unloaded 4 crates of spices in 2015.", "Ships unloaded 5 crates of spices in 2016."
    )
    assert run.certainty <= steady.series[0].certainty


def test_a_figure_that_stands_still_but_was_restated_is_a_story() -> None:
    found = yearly(
        "Ships unloaded 4,120 containers in 2015.",
        "Ships unloaded 4,120 containers in 2016, compared with 4,305 in 2015.",
        "Ships unloaded 4,305 containers in 2017, compared with 4,120 in 2016.",
    )
    assert any("restated" in one.text for one in found.stories)
    level = yearly(
        "Ships unloaded 4,120 containers in 2015.",
        "Ships unloaded 4,200 containers in 2016.",
        "Ships unloaded 4,120 containers in 2017.",
    )
    assert not any("→" in one.text for one in level.stories)


def test_a_value_that_was_nothing_at_first_is_told() -> None:
    found = yearly("Ships unloaded 0 containers in 2015.", "Ships unloaded 41 containers in 2016.")
    assert any("41" in one.text for one in found.stories)
