"""The earlier edition's own statement of what the later one repeats: findings in, findings out.

"27 exceptions, compared to 2,674 in 2023" gives both figures by itself. Whoever checks it asks
where the earlier edition said 2,674; that statement is the evidence of the old side where it is
found: the same value in the same unit, for the same year, about the same things.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cached_property
from typing import Final

from tracediff.model import Comparison, Evidence, Fact, Finding, Side
from tracediff.rank.importance import fact_of
from tracediff.rank.substance import roots
from tracediff.settings import Ranking

_ROW: Final = 1  # words that a row shares with another, beside its value


def with_earlier(
    findings: Iterable[Finding], comparison: Comparison, settings: Ranking
) -> Iterator[Finding]:
    """The findings, those whose figures are both of the new edition with the old one's own."""
    search = _Search(comparison, settings)
    for finding in findings:
        own = search.statement(finding)
        yield finding if own is None else replace(finding, old=own)


class _Search:
    """Looks for figures of the old edition by their values."""

    def __init__(self, comparison: Comparison, settings: Ranking) -> None:
        self._comparison = comparison
        self._settings = settings

    def statement(self, finding: Finding) -> Evidence | None:
        """Where the old edition gives the old figure of a finding that rests on the new one."""
        old, new = finding.old, finding.new
        if old is None or new is None or (old.side, new.side) != (Side.NEW, Side.NEW):
            return None
        fact = fact_of(self._comparison, old)
        if not finding.rule.id.startswith("N10") or fact is None or fact.value is None:
            return None
        there = self._words(Side.NEW, fact)
        found = (
            (len(there & self._words(Side.OLD, one)), -one.index)
            for one in self._by_value.get((fact.value, fact.unit), ())
            if _may_be_one(one, fact)
        )
        shared, index = max(found, default=(0, 0))
        least = _ROW if fact.table is not None else self._least(fact.value)
        if shared < least:
            return None
        own = self._comparison.old.facts[-index]
        return Evidence(Side.OLD, own.sentence, own.at, own.quote, own.index)

    def _least(self, value: Decimal) -> int:
        """How many words must be shared: fewer where the value itself tells much."""
        telling = len(str(abs(value)).strip("0.")) >= self._settings.telling_value
        return self._settings.telling_words + (not telling)

    def _words(self, side: Side, fact: Fact) -> frozenset[str]:
        """What the sentence of a figure is about, or the row that it stands in."""
        reading = self._comparison.old if side is Side.OLD else self._comparison.new
        return roots(reading.edition.sentences[fact.sentence].text)

    @cached_property
    def _by_value(self) -> Mapping[tuple[Decimal, str | None], list[Fact]]:
        found: defaultdict[tuple[Decimal, str | None], list[Fact]] = defaultdict(list)
        for fact in self._comparison.old.facts:
            if fact.value is not None:
                found[fact.value, fact.unit].append(fact)
        return found


def _may_be_one(one: Fact, fact: Fact) -> bool:
    """Whether two figures of one value may be the same: in tables both, and for one year."""
    tables = (one.table is None) == (fact.table is None)
    years = {f.period.end.year for f in (one, fact) if f.period is not None}
    return tables and len(years) < 2
