"""Beside: two editions laid out in rows, old on the left, new on the right, section by section.

In: the passages of a report. Out: groups of rows in the order of the new edition, each sentence of
either side in exactly one row, with removed text where it used to stand. Where a passage moved away
a stub stays behind that points to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from tracediff.model import (
    BlockKind,
    Finding,
    Link,
    LinkKind,
    Section,
    SectionChange,
    SectionLink,
    Side,
    Span,
)
from tracediff.render.passages import Passages, TextRun
from tracediff.wording.strings import say

_FOLD: Final = 3  # so many unchanged rows in a row are worth a fold, besides one left on each side
_BATCH: Final = 40  # rows a browser lays out at once; more are left until they are scrolled to


@dataclass(frozen=True, slots=True)
class CellText:
    """One sentence in a cell; ``ident`` is its address in the page. A row of a table is tabular."""

    ident: str
    runs: tuple[TextRun, ...]
    tabular: bool = False


@dataclass(frozen=True, slots=True)
class LinkRow:
    """One link: what stands on each side, the findings about it, and where it moved.

    ``shape`` is that of the link, or "moved" for the stub where a passage used to stand. A
    ``part`` is a sentence that stands apart from the rest of its link.
    """

    shape: str
    old: tuple[CellText, ...] = ()
    new: tuple[CellText, ...] = ()
    findings: tuple[int, ...] = ()
    ident: str = ""
    target: str = ""
    place: str = ""
    opens: bool = False
    why: tuple[str, ...] = ()
    part: bool = False

    @property
    def quiet(self) -> bool:
        """Whether there is nothing to see here."""
        return self.shape == LinkKind.KEPT and not self.findings and not self.target


@dataclass(frozen=True, slots=True)
class RowBlock:
    """Rows that are shown together, or folded away because nothing happened to them."""

    rows: tuple[LinkRow, ...]
    folded: bool = False


@dataclass(frozen=True, slots=True)
class SectionRows:
    """A section of either edition or both, with its rows."""

    ident: str
    old: Section | None
    new: Section | None
    change: SectionChange | None
    chunks: tuple[RowBlock, ...]

    @property
    def renamed(self) -> bool:
        """Whether its heading reads otherwise in the two editions."""
        return bool(self.old and self.new and self.old.title != self.new.title)


def lay_out(passages: Passages) -> tuple[SectionRows, ...]:
    """Set both editions side by side."""
    sections = _ordered(passages.report.comparison.alignment.sections)
    given = _Given(passages, _homes(sections), _findings_by_link(passages), _marks(passages))
    rows: dict[int, list[tuple[tuple[int, int, int], LinkRow]]] = {}
    for group, key, row in (*_new_rows(given), *_old_rows(given)):
        rows.setdefault(group, []).append((key, row))
    changes = _changes(passages)
    return tuple(
        _group(
            passages, at, link, changes, [row for _, row in sorted(rows.get(at, ()), key=_first)]
        )
        for at, link in enumerate(sections)
    )


def section_ids(groups: Iterable[SectionRows]) -> dict[tuple[Side, int], str]:
    """Where in the page each section of either edition stands."""
    return {
        (side, section.index): group.ident
        for group in groups
        for side, section in ((Side.OLD, group.old), (Side.NEW, group.new))
        if section is not None
    }


def _ordered(sections: Iterable[SectionLink]) -> tuple[SectionLink, ...]:
    """The sections in the order of the new edition; one that is gone follows its old neighbour."""
    links = list(sections)
    follows = -1
    key: dict[int, tuple[int, int]] = {}
    for link in sorted((one for one in links if one.old is not None), key=lambda one: one.old or 0):
        if link.new is None:
            key[id(link)] = (follows, (link.old or 0) + 1)
        elif not link.moved:
            follows = link.new
    return tuple(
        sorted(links, key=lambda one: (one.new, 0) if one.new is not None else key[id(one)])
    )


def _homes(sections: tuple[SectionLink, ...]) -> dict[tuple[Side, int], int]:
    """The group that each section belongs to."""
    home: dict[tuple[Side, int], int] = {}
    for at, link in enumerate(sections):
        if link.old is not None:
            home[Side.OLD, link.old] = at
        if link.new is not None:
            home[Side.NEW, link.new] = at
    return home


_Place = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class _Given:
    """What every row is made from: the group of each section, the findings about each link, and
    the words of each sentence that are evidence."""

    passages: Passages
    home: dict[tuple[Side, int], int]
    about: dict[int, tuple[int, ...]]
    marks: dict[tuple[Side, int], tuple[Span, ...]]

    def group(self, side: Side, sentence: int) -> int:
        """The group that a sentence belongs to."""
        return self.home.get((side, self.passages.edition(side).sentences[sentence].section), 0)


def _new_rows(given: _Given) -> Iterator[tuple[int, _Place, LinkRow]]:
    """Every link that has a new side, at the place of its first new sentence; what stands apart
    from that, each sentence at its own place."""
    for at, link in enumerate(given.passages.report.links):
        if link.new:
            yield given.group(Side.NEW, link.new[0]), (link.new[0], 0, 0), _row(given, link, at)
        for one in link.new_apart:
            yield given.group(Side.NEW, one), (one, 0, 0), _part(given, link, one)


def _old_rows(given: _Given) -> Iterator[tuple[int, _Place, LinkRow]]:
    """What was removed, and a stub for what moved away, after what stood before it."""
    report = given.passages.report
    above: dict[int, int] = {}
    places = [(link.old[0], at) for at, link in enumerate(report.links) if link.old]
    places += [(one, at) for at, link in enumerate(report.links) for one in link.old_apart]
    for first, at in sorted(places):
        link = report.links[at]
        apart = first in link.old_apart
        if link.new and not link.moved and not apart:
            above[given.group(Side.NEW, link.new[0])] = link.new[0]
            continue
        group = given.group(Side.OLD, first)
        gone = (first,) if apart else tuple(o for o in link.old if o not in link.old_apart)
        row = _stub(given.passages, link, gone) if link.new else _row(given, link, at)
        yield group, (above.get(group, -1), 1, first), row


def _row(given: _Given, link: Link, at: int) -> LinkRow:
    moved = bool(link.old and link.new and link.moved)
    return LinkRow(
        shape=link.kind,
        old=_pieces(given, Side.OLD, link.old),
        new=_pieces(given, Side.NEW, tuple(n for n in link.new if n not in link.new_apart)),
        findings=given.about.get(at, ()),
        target=f"m{link.old[0]}" if moved else "",
        place=_came_from(given, link),
        opens=_opens_paragraph(given.passages, link),
        why=link.why,
    )


def _part(given: _Given, link: Link, one: int) -> LinkRow:
    """A new sentence of a link that stands apart from it, with an arrow to what it answers to."""
    old = given.passages.report.old
    title = old.section_of(old.sentences[link.old[0]]).title
    return LinkRow(
        shape=link.kind,
        new=_pieces(given, Side.NEW, (one,)),
        target=f"o{link.old[0]}",
        place=title or say("untitled"),
        opens=True,
        part=True,
    )


def _stub(passages: Passages, link: Link, gone: tuple[int, ...]) -> LinkRow:
    """What is left where a passage used to stand: its words, and an arrow to where it went."""
    report = passages.report
    runs = (TextRun(" ".join(report.old.sentences[one].text for one in gone)),)
    section = report.new.section_of(report.new.sentences[link.new[0]])
    return LinkRow(
        "moved",
        old=(CellText(f"m{gone[0]}", runs),),
        target=f"n{link.new[0]}",
        place=section.title,
        opens=True,
        part=not set(gone).isdisjoint(link.old_apart),
    )


def _came_from(given: _Given, link: Link) -> str:
    """The old section of a pair, where it is not the one that its new section answers to."""
    if not link.old or not link.new:
        return ""
    old = given.passages.report.old
    same = given.group(Side.OLD, link.old[0]) == given.group(Side.NEW, link.new[0])
    title = old.section_of(old.sentences[link.old[0]]).title
    return "" if same and not link.moved else title or say("untitled")


def _pieces(given: _Given, side: Side, members: tuple[int, ...]) -> tuple[CellText, ...]:
    sentences = given.passages.edition(side).sentences
    return tuple(
        CellText(
            f"{side[0]}{one}",
            given.passages.runs(side, one, given.marks.get((side, one), ())),
            sentences[one].kind is BlockKind.TABLE,
        )
        for one in members
    )


def _opens_paragraph(passages: Passages, link: Link) -> bool:
    """Whether a new paragraph begins here, so that the rows breathe where the text does."""
    side, first = (Side.NEW, link.new[0]) if link.new else (Side.OLD, link.old[0])
    sentences = passages.edition(side).sentences
    return first == 0 or sentences[first].paragraph != sentences[first - 1].paragraph


def _findings_by_link(passages: Passages) -> dict[int, tuple[int, ...]]:
    """The ranks of the findings whose evidence stands in each link."""
    about: dict[int, list[int]] = {}
    for rank, finding in enumerate(passages.report.findings):
        for at in sorted(_links_of(passages, finding)):
            about.setdefault(at, []).append(rank)
    return {at: tuple(ranks) for at, ranks in about.items()}


def _marks(passages: Passages) -> dict[tuple[Side, int], tuple[Span, ...]]:
    """The words that show a finding, where they are a part of their sentence."""
    marks: dict[tuple[Side, int], tuple[Span, ...]] = {}
    for finding in passages.report.findings:
        for one in (finding.old, finding.new):
            if one is not None and passages.tells(one.side, one.sentence, one.at):
                place = one.side, one.sentence
                marks[place] = (*marks.get(place, ()), one.at)
    return marks


def _links_of(passages: Passages, finding: Finding) -> set[int]:
    found = (one for one in (finding.old, finding.new) if one is not None)
    ats = (passages.links.get((one.side, one.sentence)) for one in found)
    return {at for at in ats if at is not None}


def _changes(passages: Passages) -> dict[tuple[Side, int], SectionChange]:
    changes: dict[tuple[Side, int], SectionChange] = {}
    for change in passages.report.sections:
        if change.old is not None:
            changes[Side.OLD, change.old] = change
        if change.new is not None:
            changes[Side.NEW, change.new] = change
    return changes


def _group(
    passages: Passages,
    at: int,
    link: SectionLink,
    changes: dict[tuple[Side, int], SectionChange],
    rows: list[LinkRow],
) -> SectionRows:
    old = None if link.old is None else passages.report.old.sections[link.old]
    new = None if link.new is None else passages.report.new.sections[link.new]
    side, section = (Side.NEW, new) if new is not None else (Side.OLD, old)
    change = changes.get((side, section.index)) if section is not None else None
    return SectionRows(f"s{at}", old, new, change, tuple(_chunks(rows)))


def _chunks(rows: list[LinkRow]) -> Iterator[RowBlock]:
    """Fold long unchanged stretches, one row left on each side of a change, and batch the rest."""
    start, at = 0, 0
    while at < len(rows):
        stop = at
        while stop < len(rows) and rows[stop].quiet:
            stop += 1
        first, last = at + (at > 0), stop - (stop < len(rows))
        if last - first >= _FOLD:
            yield from _batches(rows[start:first])
            yield RowBlock(tuple(rows[first:last]), folded=True)
            start = last
        at = stop + 1
    yield from _batches(rows[start:])


def _batches(rows: list[LinkRow]) -> Iterator[RowBlock]:
    for at in range(0, len(rows), _BATCH):
        yield RowBlock(tuple(rows[at : at + _BATCH]))


def _first(placed: tuple[tuple[int, int, int], LinkRow]) -> tuple[int, int, int]:
    return placed[0]
