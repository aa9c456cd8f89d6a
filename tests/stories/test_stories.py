"""Stories: what belongs together is one line, what matters most comes first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.editions import report
from tests.render.reports import report as made_report
from tracediff.model import Evidence, Report, Side, Story
from tracediff.settings import Settings
from tracediff.stories import tell
from tracediff.stories.differing import differing
from tracediff.stories.evidence import ShownEvidence
from tracediff.stories.narrow import narrow

FILLER = "Ferries connect the islands. Courts sit in towns. Radio is heard in the hills."


def lines(made: Report) -> list[str]:
    return [story.headline for story in made.stories]


def one(made: Report, words: str) -> Story:
    return next(story for story in made.stories if words in story.headline)


def pair(section: str, old: str, new: str) -> Report:
    return report(
        f"# Review 2019\n\n## {section}\n\n{FILLER}\n\n{old}\n",
        f"# Review 2020\n\n## {section}\n\n{FILLER}\n\n{new}\n",
    )


def test_every_finding_stands_in_one_story() -> None:
    made = pair(
        "Harbour",
        "Pilots guided 1,204 ships in 2019. The law provides for free passage of boats.",
        "Pilots guided 1,830 ships in 2020. The law does not provide for free passage of boats.",
    )
    told = [id(finding) for story in made.stories for finding in story.findings]
    assert sorted(told) == sorted(map(id, made.findings))
    assert [s.importance for s in made.stories] == sorted(
        (s.importance for s in made.stories), reverse=True
    )


def test_a_figure_is_told_with_both_values() -> None:
    made = pair(
        "Harbour", "Pilots guided 1,204 ships in 2019.", "Pilots guided 1,830 ships in 2020."
    )
    (line,) = lines(made)
    assert "ships" in line.casefold() and line.endswith("1,204 → 1,830 (+52%)")


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (
            "Eleven districts had no shelter; rain fell.",
            "Rain fell; nine districts had no shelter.",
            "Districts without shelter: 11 → 9",
        ),
        (
            "Fees rose and 40 boats sank in 2019.",
            "Fees rose, 50 boats sank and 30 huts burned in 2020.",
            "Harbour, boats: 40 → 50 (+25%)",
        ),
        (
            "In the first half of 2019, 40 boats sank.",
            "In the first half of 2020, 50 boats sank.",
            "Boats that sank, first half: 40 → 50 (+25%)",
        ),
        (
            "| What | Number |\n| --- | --- |\n| Boats | 40 |",
            "| What | Number |\n| --- | --- |\n| Boats | 50 |",
            "Boats: 40 → 50 (+25%)",
        ),
    ],
)
def test_a_bare_name_gives_way_to_the_clause_of_its_figure(old: str, new: str, line: str) -> None:
    assert line in lines(pair("Harbour", old, new))


def test_the_words_that_differ_are_quoted_under_the_section() -> None:
    made = pair(
        "Speech",
        "The government generally respected this right of its citizens.",
        "The government did not always respect this right of its citizens.",
    )
    assert lines(made) == [
        "Speech: the government did not always respect this right of its citizens"
        " (was: “generally respected”)"
    ]


def test_one_change_in_several_sections_is_one_story() -> None:
    def text(year: int, words: str) -> str:
        parts = "".join(
            f"## {name}\n\n{FILLER}\n\nThe government {words} the right of {who}.\n\n"
            for name, who in (("Speech", "writers to print"), ("Assembly", "crowds to meet"))
        )
        return f"# Review {year}\n\n{parts}"

    made = report(text(2019, "generally respected"), text(2020, "did not always respect"))
    story = one(made, "generally respected")
    assert len(story.findings) == 2 and story.headline.endswith("(in 2 sections)")


def test_many_sections_gone_are_one_story_that_leads() -> None:
    names = ("Housing", "Courts", "Budget", "Ferries")
    parts = "".join(
        f"## {name}\n\nThe {name} office of the isle kept {n + 3} clerks in rooms of brick. Letters"
        f" about {name} are read aloud on market days by the clerk of the hall.\n\n"
        for n, name in enumerate(names)
    )
    sea = f"## Sea\n\n{FILLER}\n\n"
    made = report(f"# Review 2019\n\n{sea}{parts}", f"# Review 2020\n\n{sea}")
    assert lines(made)[0].startswith("4 of 6 sections are gone, among them ")
    assert all(name in lines(made)[0] for name in names)
    assert len(made.stories[0].findings) == 4
    never = replace(Settings(), telling=replace(Settings().telling, leading=2.0))
    found = [finding for story in made.stories for finding in story.findings]
    others = tell(made.comparison, found, never)
    plain = next(one for one in others if one.headline == made.stories[0].headline)
    assert made.stories[0].importance - plain.importance == pytest.approx(10)


def test_what_only_one_edition_says_is_told_as_gone_or_as_it_stands() -> None:
    made = pair(
        "Ports",
        "The ministry did not publish the list of banned captains that judges had ordered.",
        "Parliament adopted a bill on lighthouses, and keepers must register by June.",
    )
    told = lines(made)
    assert any(line.startswith("No longer said: the ministry did not publish") for line in told)
    assert any(line.startswith("New: Parliament adopted a bill on lighthouses") for line in told)


def test_checks_are_provable_and_said_once() -> None:
    made = pair(
        "Ports",
        "Captains held 441,500 licences in 2019.",
        "Captains held 452,000 licences in 2020, compared with 431,500 licences in 2019.",
    )
    (check,) = made.checks
    assert check.headline.endswith("2019: 441,500, now given as 431,500")
    assert made.listed[-1].findings[0] is not check.findings[0] or len(made.stories) == 1


def test_a_report_can_be_narrowed_to_sections() -> None:
    made = report(
        f"# Review 2019\n\n## Ports\n\n{FILLER} Pilots guided 1,204 ships in 2019.\n\n## Courts"
        "\n\nBenches are of oak. Judges heard 310 cases in 2019.\n",
        f"# Review 2020\n\n## Ports\n\n{FILLER} Pilots guided 1,830 ships in 2020.\n\n## Courts"
        "\n\nBenches are of oak. Judges heard 455 cases in 2020.\n",
    )
    only = narrow(made, "court")
    assert [story.topic for story in only.stories] == ["Courts"]
    assert [series.change.new for series in only.comparison.series] == [455]
    assert {finding.section for finding in only.findings} == {"Courts"}
    assert len(narrow(made, "c*s").stories) == 1
    assert len(only.links) < len(made.links)


def test_what_leads_is_counted_with_its_others() -> None:
    made = pair(
        "Harbour",
        "Pilots guided 1,204 ships in 2019.",
        "Pilots guided 1,830 ships in 2020.",
    )
    twice = (*made.findings, replace(made.findings[0], fingerprint="x:1", values=("1204", "1830")))
    (story,) = tell(made.comparison, twice, Settings())
    assert len(story.findings) == 2
    assert story.importance == pytest.approx(made.stories[0].importance + 0.1)


def test_what_only_one_side_says_has_no_words_that_differ() -> None:
    there = made_report()
    words = {f.rule.id: differing(f, there.comparison) for f in there.findings}
    assert not words["C306"] and not words["C307"]
    assert (words["C304"].old, words["C304"].new) == ("must visit every", "should visit every")
    assert words["C304"].own == ("must", "should")


COSTS = """
| Costs (crowns) | {} |
| --- | --- |
| Wages | {} |
| Pensions | {} |
| Holidays | {} |
| Total costs of staff | {} |
| Lamps | {} |
"""


def costs(year: int, wages: int, pensions: int, holidays: int, lamps: int) -> str:
    total = wages + pensions + holidays
    table = COSTS.format(year, wages, pensions, holidays, total, lamps)
    return f"# Review {year}\n\n## Costs\n\n{FILLER}\n{table}"


def test_parts_that_moved_as_their_total_did_are_told_with_it() -> None:
    made = report(costs(2019, 91200, 8100, 4410, 702), costs(2020, 60300, 5100, 4390, 911))
    first, other = (one(made, name) for name in ("Total costs", "Lamps"))
    told = [finding.measure.casefold() for finding in first.findings]
    assert len(told) == 4 and "total" in told[0]
    assert len(other.findings) == 1


def test_a_part_that_moved_against_its_total_is_told_by_itself() -> None:
    made = report(costs(2019, 91200, 8100, 4410, 702), costs(2020, 60300, 19800, 4390, 702))
    told = [finding.measure.casefold() for finding in one(made, "Total costs").findings]
    assert told == ["total costs of staff", "holidays"]
    assert "8,100 → 19,800 kroner" in one(made, "Pensions").headline


def test_rows_that_a_total_does_not_sum_up_are_told_by_themselves() -> None:
    wrong = costs(2020, 60300, 5100, 4390, 911).replace("| 69790 |", "| 70790 |")
    made = report(costs(2019, 91200, 8100, 4410, 702), wrong)
    assert {
        "Wages: 91,200 → 60,300 kroner (−34%)",
        "Pensions: 8,100 → 5,100 kroner (−37%)",
    } <= set(lines(made))


def test_one_section_does_not_fill_the_page() -> None:
    sea = "Pilots guided {} ships. Crews repaired {} lamps. Divers raised {} wrecks."
    tax = "Clerks collected {} fines."
    text = "# Review {}\n\n## Sea\n\n{}\n\n{}\n\n## Tax\n\n{}\n"
    old = text.format(2019, FILLER, sea.format(1204, 417, 318), tax.format(950))
    new = text.format(2020, FILLER, sea.format(1830, 620, 480), tax.format(1425))
    made = report(old, new)
    topics = [story.topic for story in made.stories]
    alone = replace(Settings(), telling=replace(Settings().telling, again=0.3))
    spread = [s.topic for s in tell(made.comparison, made.findings, alone)]
    assert spread.index("Tax") <= topics.index("Tax") and spread.index("Tax") <= 1
    assert {s.importance for s in made.stories if s.topic == "Tax"}


def test_what_a_report_set_out_anew_says_is_told_one_by_one() -> None:
    gone = "".join(
        f"## {name}\n\nIn 2019 the office bought {41 + at} {name} of elm."
        f" Guilds made {name} by hand in the northern yards. All {name} lasted ten winters.\n\n"
        for at, name in enumerate(("Boats", "Lamps", "Ropes", "Nets"))
    )
    new = "".join(
        f"## {name}\n\nSome {71 + at} towns asked the crown for {name} of stone.\n\n"
        for at, name in enumerate(("Courts", "Schools", "Mines", "Prisons"))
    )
    head = "# Review {}\n\n## Sea\n\n" + FILLER + "\n\n"
    made = report(head.format(2019) + gone, head.format(2020) + new)
    told = lines(made)
    assert told[0].startswith("4 of 6 sections are gone")
    assert any("42 Lamps" in line for line in told) and any("towns" in line for line in told)


def test_two_halves_with_other_figures_are_two_statements_and_no_change_of_a_figure() -> None:
    made = pair(
        "Harbour",
        "The harbour police in Norrvik estimated that it prevented 58 million crowns in ransom"
        " payments to kidnappers.",
        "Judges in Norrvik ordered kidnappers to make ransom payments to 139,135 workers.",
    )
    whole = [s for s in made.stories if "139,135" in s.headline and "58" in s.headline]
    assert all("→" not in story.headline for story in made.stories)
    assert all("before:" in story.headline for story in whole)


def test_what_a_section_said_that_is_gone_is_told_with_it() -> None:
    gone = "".join(
        f"## {name}\n\nIn 2019 the office bought {41 + at} {name} of elm."
        f" Guilds made {name} by hand in the northern yards. All {name} lasted ten winters.\n\n"
        for at, name in enumerate(("Boats", "Lamps", "Ropes", "Nets"))
    )
    head = "# Review {}\n\n## Sea\n\n" + FILLER + "\n\n"
    (line,) = lines(report(head.format(2019) + gone, head.format(2020)))
    assert line.startswith("4 of 6 sections are gone")


def test_values_of_other_years_than_the_editions_are_told_with_them() -> None:
    made = report(
        "# Ports 2020\n\nThe quay was paved in May.\n",
        "# Ports 2021\n\nThe quay was paved in May. Ships inspected rose from 310 in 2020 to 450 in"
        " 2021.\n",
    )
    assert [line for line in lines(made) if "310" in line] == [
        "Ships inspected: 310 (2020) → 450 (2021)"
    ]


def test_a_figure_with_more_places_restates_nothing() -> None:
    text = "# Budget {}\n\nIn 2018 the town spent ${} billion on schools.\n"
    close = report(text.format(2018, "1.06"), text.format(2019, "1.061"))
    assert not [f for f in close.findings for one in f.all if one.rule.id == "N105"]
    other = report(text.format(2018, "1.06"), text.format(2019, "1.067"))
    assert [one.rule.id for f in other.findings for one in f.all] == ["N105"]


def test_of_unlike_periods_no_change_in_percent_is_given() -> None:
    text = "# Force {}\n\n## Results\n\nAs of {} the task force had {} cases, arrested {} persons,"
    text += " and obtained {} convictions.\n"
    made = report(
        text.format(2018, "November", "submitted 19", 42, "six"),
        text.format(2019, "September", "submitted 17", 24, "four"),
    )
    arrests = [s.headline for s in made.stories if "42" in s.headline]
    assert arrests and not any("%" in line for line in arrests)


def test_what_stands_partly_in_the_sections_asked_for_stays() -> None:
    made = report(
        f"# Review 2019\n\n## Ports\n\n{FILLER} Pilots guided 1,204 ships in 2019.\n\n## Courts"
        "\n\nBenches are of oak. Judges heard 310 cases in 2019.\n",
        f"# Review 2020\n\n## Ports\n\n{FILLER} Pilots guided 1,830 ships in 2020.\n\n## Courts"
        "\n\nBenches are of oak. Judges heard 455 cases in 2020.\n",
    )
    ports, courts = sorted(made.stories, key=lambda one: one.topic, reverse=True)
    both = replace(ports, findings=(*ports.findings, *courts.findings))
    at = [at for at, link in enumerate(made.links) if link.old == link.new and link.old]
    split = replace(made.links[at[-1]], old=(1, *made.links[at[-1]].old))
    merged = replace(made.links[at[-1]], new=(1, *made.links[at[-1]].new))
    first, second = made.comparison.series
    joined = replace(first, points=(*first.points, *second.points))
    comparison = replace(
        made.comparison,
        series=(joined,),
        alignment=replace(made.comparison.alignment, links=(split, merged)),
    )
    mixed = replace(made, stories=(both,), checks=(both,), comparison=comparison)
    for section in ("court", "port"):
        only = narrow(mixed, section)
        assert only.stories == only.checks == (both,)
        assert only.comparison.series == (joined,)
        assert only.links == (split, merged)
    gone = narrow(mixed, "nowhere")
    assert not (gone.stories or gone.checks or gone.comparison.series or gone.links)


def test_the_title_of_a_section_that_is_nearly_all_of_a_long_text_says_nothing() -> None:
    def titled(own: int, others: int) -> str:
        said = "\n\n".join(f"Barge {at} lies at the quay of Rye." for at in range(own))
        rest = "\n\n".join(f"Raft {at} lies at the pier of Orsk." for at in range(others))
        text = f"# Review 2020\n\n## Quays\n\n{said}\n\n## Piers\n\n{rest}\n"
        made = report(text.replace("2020", "2019"), text)
        first = next(one for one in made.new.sentences if one.text.startswith("Barge"))
        shown = Evidence(Side.NEW, first.index, first.span, first.text)
        return ShownEvidence(made.comparison).title_of(shown)

    assert titled(40, 3) == "Quays"
    assert titled(41, 3) == ""
    assert titled(60, 30) == ""
    assert titled(60, 50) == "Quays"
