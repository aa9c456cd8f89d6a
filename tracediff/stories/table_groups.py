"""Rows and columns of tables that are one story: findings in, what they have in common out.

What only one edition gives of a column or a table, many figures of a table that are given
otherwise, and rows that stand under another head.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from tracediff.model import Comparison, Finding, Side
from tracediff.rank.importance import fact_of
from tracediff.settings import Telling
from tracediff.stories.homes import Homes

_LONE: Final = frozenset({"C306", "C307", "N103", "N104"})


def by_column(
    findings: Sequence[Finding], comparison: Comparison, settings: Telling
) -> Iterator[tuple[int, Hashable]]:
    """What only one edition gives: the rows of one column, and one telling value given twice."""
    homes = Homes(comparison)
    for at, finding in enumerate(findings):
        shown = finding.new or finding.old
        if finding.rule.id not in _LONE or shown is None or (finding.old and finding.new):
            continue
        fact = fact_of(comparison, shown)
        if fact is None or fact.table is None:
            continue
        home = (finding.rule.id, homes.key(finding))
        yield at, ("column", *home, fact.label or fact.measure)
        if sum(c.isdigit() for c in str(fact.value)) >= settings.digits:
            yield at, ("value", *home, fact.value)


def by_table(
    findings: Sequence[Finding], comparison: Comparison, settings: Telling
) -> Iterator[tuple[int, Hashable]]:
    """The rows of a table of which the other edition gives next to none."""
    lone: defaultdict[tuple[str, Side, int], dict[int, list[int]]]
    lone = defaultdict(lambda: defaultdict(list))
    for at, finding in enumerate(findings):
        shown = finding.new or finding.old
        if finding.rule.id not in _LONE or shown is None or (finding.old and finding.new):
            continue
        fact = fact_of(comparison, shown)
        if fact is not None and fact.table is not None:
            lone[finding.rule.id, shown.side, fact.table][fact.sentence].append(at)
    yield from _restated_rows(findings, comparison, settings)
    yield from _rows_of_ones(findings, comparison, settings)
    yield from _headed_rows(findings, comparison)
    rows = _rows_with_figures(comparison)
    for (rule, side, table), found in lone.items():
        if len(found) >= settings.many_rows and 2 * len(found) > rows[side, table]:
            yield from ((at, ("rows", rule, side, table)) for one in found.values() for at in one)


def _restated_rows(
    findings: Sequence[Finding], comparison: Comparison, settings: Telling
) -> Iterator[tuple[int, Hashable]]:
    """The rows of a table that give many figures of an earlier time otherwise; those apart that
    have changed since by far more than that."""
    tables: defaultdict[int, list[int]] = defaultdict(list)
    for at, finding in enumerate(findings):
        fact = fact_of(comparison, finding.new) if finding.new is not None else None
        restated = finding.rule.id == _RESTATED and not _has_changed_more(finding)
        if restated and fact is not None and fact.table is not None:
            tables[fact.table].append(at)
    for table, places in tables.items():
        if len(places) >= settings.many_rows:
            yield from ((at, ("restated", table)) for at in places)


def _has_changed_more(finding: Finding) -> bool:
    """Whether a figure has changed since by far more than an earlier one was restated by."""
    restated, changes = _by(finding), [_by(one) for one in finding.facets if one.rule.id == "N101"]
    return restated is not None and any(by is not None and by > _FAR * restated for by in changes)


def _by(finding: Finding) -> Decimal | None:
    by = finding.change.absolute if finding.change is not None else None
    return None if by is None else abs(by)


_FAR: Final = 3  # times
_RESTATED: Final = "N105"


def _rows_of_ones(
    findings: Sequence[Finding], comparison: Comparison, settings: Telling
) -> Iterator[tuple[int, Hashable]]:
    """The many rows of a table of which one came, or went: members by country."""
    tables: defaultdict[int, list[int]] = defaultdict(list)
    for at, finding in enumerate(findings):
        new = fact_of(comparison, finding.new) if finding.new is not None else None
        if new is not None and new.table is not None and came_or_went(finding, comparison):
            tables[new.table].append(at)
    for table, places in tables.items():
        if len(places) >= settings.many_rows:
            yield from ((at, ("ones", table)) for at in places)


def came_or_went(finding: Finding, comparison: Comparison) -> bool:
    """Whether a finding is of one that a row of a table had, or has: "Norr: 1 → none"."""
    if finding.rule.id not in _CAME_OR_WENT or finding.old is None or finding.new is None:
        return False
    old, new = fact_of(comparison, finding.old), fact_of(comparison, finding.new)
    if old is None or new is None or None in (old.table, new.table):
        return False
    return {old.value, new.value} <= {0, 1} and old.unit is new.unit is None


_CAME_OR_WENT: Final = frozenset({"N102", "N104"})


def _headed_rows(
    findings: Sequence[Finding], comparison: Comparison
) -> Iterator[tuple[int, Hashable]]:
    """The rows of a table that the other edition gives under another head, or whose cells are blank
    or dashes now."""
    for at, finding in enumerate(findings):
        if finding.rule.id not in _EMPTIED or finding.old is None or finding.new is None:
            continue
        old, new = fact_of(comparison, finding.old), fact_of(comparison, finding.new)
        if old is None or new is None or None in (old.table, new.table):
            continue
        if finding.rule.id == "N103" or not any(map(str.isalnum, new.quote)):
            yield at, ("headed", old.table, new.table)


_EMPTIED: Final = frozenset({"N102", "N103"})


def _rows_with_figures(comparison: Comparison) -> Mapping[tuple[Side, int | None], int]:
    """How many rows of each table give a figure."""
    rows = {
        (side, fact.table, fact.sentence)
        for side, reading in zip(Side, (comparison.old, comparison.new), strict=True)
        for fact in reading.facts
        if fact.table is not None
    }
    return Counter((side, table) for side, table, _ in rows)
