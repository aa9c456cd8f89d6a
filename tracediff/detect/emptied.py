"""N103 for cells of a table that were filled and are empty now, in a row and column that stay."""

from __future__ import annotations

from collections.abc import Iterator

from tracediff.detect.phrasing import (
    evidence,
    heading,
    point_words,
    section_title,
    sentence_evidence,
)
from tracediff.detect.wording import names
from tracediff.model import (
    Change,
    Comparison,
    Fact,
    Finding,
    LinkKind,
    Severity,
    Side,
    Status,
    Table,
)
from tracediff.rules import RULES
from tracediff.settings import Detecting
from tracediff.text.words import stem

_EMPTY = "–"  # what stands for an empty cell in the text of a row
_BAR = " | "  # what the cells of a row are joined by


def cells_emptied(comparison: Comparison, settings: Detecting) -> Iterator[Finding]:
    """N103: the row is there, the column is there, and the cell between them says nothing."""
    rows = {
        link.old[0]: link.new[0]
        for link in comparison.alignment.links
        if link.kind is LinkKind.EDITED and len(link.old) == len(link.new) == 1
    }
    tables = {(t.old, t.new) for t in comparison.alignment.tables if t.old is not None}
    going = {
        point.fact.index
        for series in comparison.series
        if len({point.side for point in series.points}) > 1
        for point in series.points
        if point.side is Side.OLD
    }
    homes = {fact.sentence: fact.table for fact in comparison.new.facts if fact.table is not None}
    for fact in comparison.old.facts:
        row = rows.get(fact.sentence)
        if fact.table is None or fact.index in going or row is None or row not in homes:
            continue
        own = fact.status is Status.REPORTED and (fact.table, homes[row]) in tables
        if own and _is_empty(comparison, fact, row, homes[row]):
            yield _finding(comparison, fact, row, settings)


def _is_empty(comparison: Comparison, fact: Fact, row: int, table: int | None) -> bool:
    """Whether the cell in the place of a figure is empty in a row of as many cells."""
    old, new = comparison.old.edition, comparison.new.edition
    was, now = old.sentences[fact.sentence].text, new.sentences[row].text
    at, cells = was.count(_BAR, 0, fact.at.start), now.split(_BAR)
    same = was.count(_BAR) == len(cells) - 1 and table is not None and fact.table is not None
    if not same or cells[at] != _EMPTY:
        return False
    assert table is not None
    assert fact.table is not None
    return _head(old.tables[fact.table], at) == _head(new.tables[table], at)


def _head(table: Table, at: int) -> tuple[str, ...]:
    """The words at the head of a column; years roll on."""
    if at >= len(table.heads):
        return ()
    return tuple(stem(word) for word in table.heads[at].text.split() if word.isalpha())


def _finding(comparison: Comparison, fact: Fact, row: int, settings: Detecting) -> Finding:
    old, new = comparison.old, comparison.new
    return Finding(
        rule=RULES["N103"],
        severity=Severity.WARNING,
        message=f"{heading(old, fact)}: {point_words(fact)}; the cell is empty in"
        f" {names(comparison)[1]}.",
        section=section_title(new, row),
        old=evidence(Side.OLD, old, fact),
        new=sentence_evidence(Side.NEW, new, row),
        change=Change(fact.value, None),
        measure=fact.measure,
        period=fact.period.label if fact.period else "",
        values=(str(fact.value),),
        magnitude=settings.gone,
        certainty=fact.certainty,
    )


EMPTIED_DETECTORS = (cells_emptied,)
