"""The two editions in rows."""

from __future__ import annotations

from dataclasses import replace

from tests.render.reports import empty, report
from tracediff.model import Link, Report, SectionLink
from tracediff.render.beside import LinkRow, SectionRows, lay_out
from tracediff.render.html import write
from tracediff.render.options import Options
from tracediff.render.passages import passages


def rows(groups: tuple[SectionRows, ...]) -> list[LinkRow]:
    return [row for group in groups for chunk in group.chunks for row in chunk.rows]


def groups(made: Report | None = None) -> tuple[SectionRows, ...]:
    return lay_out(passages(made or report()))


def test_each_sentence_stands_in_one_row() -> None:
    pieces = [piece.ident for row in rows(groups()) for piece in (*row.old, *row.new)]
    assert sorted(pieces) == sorted(
        [*(f"o{n}" for n in range(14)), *(f"n{n}" for n in range(15)), "m13"]
    )


def test_a_section_that_is_gone_follows_the_one_it_used_to_follow() -> None:
    titles = [(one.old and one.old.title, one.new and one.new.title) for one in groups()]
    assert titles == [("Inspections",) * 2, ("Prosecution",) * 2, ("Prevention", None)]


def test_a_section_that_came_first_and_is_gone_stays_first() -> None:
    made = report()
    links = (SectionLink(0, None), SectionLink(1, 0), SectionLink(2, 1))
    alignment = replace(made.comparison.alignment, sections=links)
    shown = groups(replace(made, comparison=replace(made.comparison, alignment=alignment)))
    assert shown[0].old is not None and shown[0].new is None


def test_a_moved_passage_points_both_ways() -> None:
    moved = [row for row in rows(groups()) if row.target]
    assert [(row.shape, row.target, row.place) for row in moved] == [
        ("kept", "m13", "Prevention"),
        ("moved", "n13", "Prosecution"),
    ]


def test_an_old_sentence_that_stands_apart_leaves_a_stub_in_its_place() -> None:
    (stub,) = (row for row in rows(groups(apart(old_apart=(13,)))) if row.shape == "moved")
    assert (stub.old[0].ident, stub.target, stub.place) == ("m13", "n0", "Inspections")
    page = write(apart(old_apart=(13,)), Options())
    assert "now told in Inspections" in page and "moved to Inspections" not in page


def test_a_new_sentence_that_stands_apart_is_shown_in_its_place() -> None:
    shown = [row for row in rows(groups(apart(new_apart=(14,)))) if row.new]
    assert sorted(piece.ident for row in shown for piece in row.new) == sorted(
        f"n{n}" for n in range(15)
    )
    (part,) = (row for row in shown if row.new[0].ident == "n14")
    assert (part.target, part.place, part.old) == ("o0", "Inspections", ())
    assert "goes with a sentence in Inspections" in write(apart(new_apart=(14,)), Options())


def apart(old_apart: tuple[int, ...] = (), new_apart: tuple[int, ...] = ()) -> Report:
    """The report with these sentences in its first link, apart from the rest of it."""
    made = report()
    links = _with_apart(made.comparison.alignment.links, old_apart, new_apart)
    alignment = replace(made.comparison.alignment, links=links)
    return replace(made, comparison=replace(made.comparison, alignment=alignment))


def _with_apart(
    links: tuple[Link, ...], old_apart: tuple[int, ...], new_apart: tuple[int, ...]
) -> tuple[Link, ...]:
    found = []
    for link in links:
        old = tuple(o for o in link.old if o not in old_apart)
        new = tuple(n for n in link.new if n not in new_apart)
        if 0 in old:
            more = (*old, *old_apart), (*new, *new_apart)
            found.append(Link(*more, 0.5, old_apart=old_apart, new_apart=new_apart))
        elif old or new:
            found.append(replace(link, old=old, new=new, moved=link.moved and bool(old and new)))
    return tuple(found)


def test_a_finding_stands_beside_both_of_its_sentences() -> None:
    beside = {row.new[0].ident: row.findings for row in rows(groups()) if row.new}
    assert beside["n3"] == (0,)
    assert 1 in beside["n10"] and 2 in beside["n10"]


def test_two_editions_alike_are_one_quiet_row() -> None:
    (row,) = rows(groups(empty()))
    assert row.quiet


def test_a_section_that_is_gone_does_not_follow_one_that_moved() -> None:
    made = report()
    links = (SectionLink(0, 1, moved=True), SectionLink(1, 0), SectionLink(2, None))
    alignment = replace(made.comparison.alignment, sections=links)
    shown = groups(replace(made, comparison=replace(made.comparison, alignment=alignment)))
    assert [one.old and one.old.title for one in shown] == [
        "Prosecution",
        "Prevention",
        "Inspections",
    ]
