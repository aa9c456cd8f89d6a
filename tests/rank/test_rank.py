"""What comes first, what is one matter, and what was told a year ago: made findings, real ranks."""

from __future__ import annotations

from dataclasses import replace

from tests.editions import report
from tests.render.reports import report as made
from tracediff.model import Evidence, Finding, Severity, Side
from tracediff.rank import rank
from tracediff.rank.halves import joined
from tracediff.rank.importance import Weighing, kind_of
from tracediff.rank.rarity import rarity
from tracediff.rank.steps import without_steps
from tracediff.settings import Ranking

FILLER = "Ferries connect the islands. Courts sit in towns. Radio is heard in the hills."


def of(rule: str) -> Finding:
    return next(finding for finding in made().findings if finding.rule.id == rule)


def test_the_gravest_of_a_matter_leads_it_and_the_weightiest_matter_comes_first() -> None:
    there = made()
    ranked = rank(there.comparison, there.findings)
    weighing = Weighing(there.comparison, Ranking())
    weights = [weighing.importance(finding) for finding in ranked]
    assert weights == sorted(weights, reverse=True)
    order = list(Severity)
    for finding in ranked:
        assert all(order.index(finding.severity) <= order.index(f.severity) for f in finding.facets)


def test_marks_say_what_a_figure_is() -> None:
    there = made()
    weighing = Weighing(there.comparison, Ranking())
    marks = weighing.marks(of("N103"))
    assert marks["dated"] == 1.0 and marks["few"] == 0.0 and marks["crossed"] == 0.0
    assert weighing.marks(of("C304"))["stated"] == 1.0
    nowhere = replace(of("C304"), old=None, new=None)
    assert weighing.marks(nowhere) == {"certain": 1.0, "size": 0.5}


def test_a_kind_says_whether_one_edition_or_both_give_evidence() -> None:
    settings = Ranking()
    assert kind_of(of("N103"), settings) == "N103" and kind_of(of("C306"), settings) == "C306"
    assert kind_of(replace(of("N103"), new=None), settings) == "N103-lone"
    both = replace(of("C306"), new=of("C307").new)
    assert kind_of(replace(both, certainty=0.8), settings) == "C306-both"
    assert kind_of(replace(both, certainty=0.5), settings) == "reworded"


def test_a_chapter_that_is_gone_is_one_finding_as_grave_as_its_parts() -> None:
    parts = "".join(
        f"### Pier {name}\n\nThe {name} pier was kept by {n} men in a hut of brick. Nets hung"
        f" from the beams of the {name} shed all winter.\n\n"
        for n, name in ((31, "north"), (42, "south"))
    )
    chapter = f"## Piers\n\nGuards live in barracks.\n\n{parts}"
    sea = f"## Sea\n\n{FILLER}\n\n"
    found = report(f"# Review 2019\n\n{sea}{chapter}", f"# Review 2020\n\n{sea}").findings
    (gone,) = (finding for finding in found if finding.rule.id == "S401")
    assert gone.section == "Piers" and gone.severity is Severity.WARNING
    inside = {facet.section for facet in gone.facets if facet.rule.id == "S401"}
    assert inside == {"Pier north", "Pier south"}


def test_a_step_that_was_told_a_year_ago_is_no_news() -> None:
    there = made()
    change, start = of("N105"), of("N101")
    assert start.old is not None and change.old is not None and change.new is not None
    first = replace(change, rule=start.rule, values=("14", "17"))
    # 17 in 2021 is where the second change begins, on the same new sentence
    second = replace(first, old=first.new, values=("17", "11"))
    assert without_steps((first, second), there.comparison) == (second,)
    assert without_steps((first,), there.comparison) == (first,)
    bare = replace(first, values=("14",))
    assert without_steps((bare, of("C304")), there.comparison) == (bare, of("C304"))


def test_halves_that_share_most_of_their_words_are_one_finding() -> None:
    there = report(
        f"# Review 2019\n\n## Law\n\n{FILLER}\n\nJudges heard that inspector Ivo Brand of the"
        " Harbour Office took bribes from smugglers.\n",
        f"# Review 2020\n\n## Law\n\n{FILLER}\n\nInspector Ivo Brand of the Harbour Office was"
        " jailed for bribes from smugglers.\n",
    )
    old, new = of("C306"), of("C307")
    assert old.old is not None and new.new is not None
    last = [len(r.edition.sentences) - 1 for r in (there.comparison.old, there.comparison.new)]
    gone = replace(old, old=replace(old.old, sentence=last[0]))
    fresh = replace(new, new=replace(new.new, sentence=last[1]))
    (whole,) = joined((gone, fresh), there.comparison, rarity(there.comparison), Ranking())
    assert whole.old == gone.old and whole.new == fresh.new
    assert [facet.message for facet in whole.facets] == [fresh.message]
    strict = Ranking(half=1.1, half_alone=1.1)
    assert joined((gone, fresh), there.comparison, rarity(there.comparison), strict) == (
        gone,
        fresh,
    )


def test_one_change_in_thousands_and_in_full_is_told_once() -> None:
    def text(year: int, now: int) -> str:
        table = f"| Thousand dollars | {year} |\n|---|---|\n| Operating profit | {now} |\n\n"
        return (
            f"# Review {year}\n\n## Results\n\n{FILLER} Operating profit was ${now},000 in"
            f" {year}.\n\n{table}"
        )

    found = report(text(2019, 4880), text(2020, 9299)).findings
    told = [finding for finding in found if finding.rule.id == "N101"]
    assert len(told) == 1 and told[0].new is not None and told[0].new.side is Side.NEW


def test_of_two_halves_that_fit_one_the_nearer_is_joined() -> None:
    there = report(
        f"# Review 2019\n\n{FILLER}\n\nThe old harbour master Brandt closed the northern slipway"
        " after floods.\n\nThe harbour master Brandt closed the northern slipway of Lume.\n",
        f"# Review 2020\n\n{FILLER}\n\nPilots row at night. Of Lume, the harbour master Brandt"
        " reopened the northern slipway, once closed.\n",
    )
    old, new = there.old.sentences, there.new.sentences
    gone = [
        replace(of("C306"), old=Evidence(Side.OLD, at, old[at].span, old[at].text))
        for at in (len(old) - 2, len(old) - 1)
    ]
    last = len(new) - 1
    come = replace(of("C307"), new=Evidence(Side.NEW, last, new[last].span, new[last].text))
    kept, whole = joined([*gone, come], there.comparison, rarity(there.comparison), Ranking())
    assert kept.new is None and kept.old == gone[0].old
    assert (whole.old, whole.new) == (gone[1].old, come.new)
    many = [replace(come) for _ in range(100)]  # words that stand everywhere pair nothing
    assert joined([gone[1], *many], there.comparison, rarity(there.comparison), Ranking()) == (
        gone[1],
        *many,
    )
