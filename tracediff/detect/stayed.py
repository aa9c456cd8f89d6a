"""Values that a sentence gives in either edition, so that none of them changed."""

from __future__ import annotations

from collections.abc import Mapping

from tracediff.model import Comparison, Point, Series, Side


def partners(comparison: Comparison) -> dict[int, tuple[int, ...]]:
    """The old sentences that each new one stands beside."""
    return {new: link.old for link in comparison.alignment.links for new in link.new}


def stayed(
    series: Series, beside: Mapping[int, tuple[int, ...]], before: Point, now: Point
) -> bool:
    """Whether a sentence gives both values of a series in either edition: "rose from 55 to 85".

    Which of the two was for which year is then only a guess, unless the sentence dates both.
    ``beside`` are the partners of the new sentences.
    """
    old, new = before.fact, now.fact
    if old.value == new.value or (old.dated and new.dated):
        return False
    if old.table is not None or new.table is not None:
        return False
    places = beside.get(new.sentence, ())
    if old.sentence not in (places if before.side is Side.OLD else (new.sentence,)):
        return False
    given = {
        (point.side, point.fact.value)
        for point in series.points
        if point.fact.sentence in (places if point.side is Side.OLD else (new.sentence,))
    }
    return given >= {(side, value) for side in Side for value in (old.value, new.value)}
