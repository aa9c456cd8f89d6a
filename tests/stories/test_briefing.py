"""The first screen: five sentences, five figures, and what to ask the authors."""

from __future__ import annotations

from tests.editions import report
from tracediff.model import Briefing, Report

HEAD = "# Review {}\n\n## Sea\n\nFerries connect the islands. Radio is heard in the hills.\n\n"
TABLE = "\n\n| Costs | {} |\n| --- | --- |\n| Oil | {} |\n| Rope | {} |\n"


def screen(made: Report) -> Briefing:
    assert made.briefing is not None
    return made.briefing


def pair(old: str, new: str) -> Briefing:
    return screen(report(HEAD.format(2019) + old, HEAD.format(2020) + new))


def test_nothing_is_briefed_where_nothing_changed() -> None:
    same = report(HEAD.format(2019), HEAD.format(2019), (2019, 2019))
    assert same.briefing is None


def test_figures_stand_apart_from_sentences() -> None:
    told = pair(
        "Pilots guided 1,204 ships.\n\nThe law provides for free passage of boats.",
        "Pilots guided 1,830 ships.\n\nThe law does not provide for free passage of boats.",
    )
    assert [(one.text, one.old, one.new) for one in told.figures] == [
        ("Ships guided by pilots", "1,204", "1,830")
    ]
    assert [one.text for one in told.sentences if "passage" in one.text]
    assert all(one.story.headline == one.text for one in told.sentences)


def test_no_more_than_five_of_each() -> None:
    places = "Aldport Bree Corrin Dunmar Ebbing Fallow Garth Holm Inver Jarrow Kettle".split()
    parts = "\n".join(f"## {name}\n\nThe port of {name} sold {{}} ropes.\n" for name in places)
    told = pair(parts.format(*range(1100, 2200, 100)), parts.format(*range(1700, 3900, 200)))
    assert len(told.figures) == len(told.sentences) == 5
    assert {one.text for one in told.sentences}.isdisjoint(one.text for one in told.figures)


def test_what_is_gone_is_asked_for_and_of_one_kind_twice_at_most() -> None:
    told = pair(
        "Divers raised 31 wrecks.\n\nThe council pledges to rebuild the mole of granite.\n\n"
        "Nine lighthouses burn whale oil at night.\n\nClerks stamped 870 passes of sailors.",
        "Barley grows on the terraces.",
    )
    texts = [one.text for one in told.questions]
    assert 1 <= len(texts) <= 2
    assert all(t.startswith("Why is this no longer said: “") and t.endswith("”?") for t in texts)


def test_a_withheld_figure_and_a_restated_one_are_asked_about() -> None:
    withheld = pair(
        "The office granted 46 permits to pilots in 2019.",
        "The office did not report how many permits it granted to pilots in 2020.",
    )
    assert any("46 before; why is it no longer given?" in one.text for one in withheld.questions)
    restated = pair(
        "| Gifts | 2019 |\n| --- | --- |\n| Gifts of guilds | 441500 |\n| Dues | 90100 |",
        "| Gifts | 2020 | 2019 |\n| --- | --- | --- |\n| Gifts of guilds | 501200 | 431500 |\n"
        "| Dues | 95300 | 90100 |",
    )
    assert any(
        "first given as 441,500, now as 431,500; what was corrected?" in one.text
        for one in restated.questions
    )


def test_sums_and_unlike_periods_are_asked_about() -> None:
    table = "| Costs | {} |\n| --- | --- |\n| Oil | 410 |\n| Rope | 320 |\n| Tar | 150 |\n"
    total = "| Total | {} |\n\nPilots guided {} ships."
    sums = pair(
        table.format(2019) + total.format(880, 1204), table.format(2020) + total.format(886, 1830)
    )
    assert ["which figure is right?" in one.text for one in sums.questions] == [True]
    nameless = pair("Fees rose to 1,204 crowns.", "Fees rose to 1,830 crowns.")
    assert all(one.text for one in nameless.figures)
    periods = pair(
        "From January to October 2019 divers raised 120 wrecks.",
        "From January to June 2020 divers raised 180 wrecks.",
    )
    assert ["unlike periods" in one.text for one in periods.questions] == [True]
    assert not periods.figures


def test_two_halves_of_a_matter_are_a_sentence_and_no_figure() -> None:
    told = pair(
        "The harbour police in Norrvik estimated that it prevented 58 million crowns in ransom"
        " payments to kidnappers.",
        "Judges in Norrvik ordered kidnappers to make ransom payments to 139,135 workers.",
    )
    assert told.figures == ()
    assert any("ransom payments" in one.text for one in told.sentences)


def test_a_row_that_names_no_thing_is_named_with_its_section() -> None:
    rows = "## Repairs\n\n| Who | {} |\n| --- | --- |\n| Total other | {} |\n| Oil | 7 |"
    told = pair(rows.format(2019, "1,588"), rows.format(2020, "3,378"))
    assert [one.text for one in told.figures] == ["Repairs, total other"]


def test_an_answer_is_named_with_its_question() -> None:
    old, new = (
        f"## How often do you sail?\n\n| Number | |\n|---|---|\n| {value} | Daily |\n"
        for value in (470, 389)
    )
    made = report(f"# Crews 2021\n\n{old}", f"# Crews 2022\n\n{new}", (2021, 2022))
    assert screen(made).figures[0].text == "How often do you sail? Daily"
