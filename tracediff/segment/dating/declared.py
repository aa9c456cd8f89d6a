"""The stretches of time that a text declares in, the one that its data are for out, if any."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from heapq import nlargest
from typing import Final, NamedTuple

from tracediff.model import Period
from tracediff.segment.dating.stretches import CALLED_BY_A_YEAR, Form, Stretch
from tracediff.settings import Dating


@dataclass(slots=True)
class Declared:
    """A stretch that a text declares: what speaks for it, and the words that declare it first."""

    period: Period
    year: int
    form: Form
    words: str
    times: int = 0
    opening: bool = False
    own: bool = False
    stated: bool = False

    @property
    def passing(self) -> bool:
        """Whether it is mentioned once, as the time of a figure: "rose in the year to May 2021"."""
        return self.times == 1 and not (self.own or self.opening or self.stated)

    @property
    def ahead(self) -> tuple[bool, bool, int]:
        """What is looked at first where a text declares very many."""
        return self.own, self.opening, self.times


class Context(NamedTuple):
    """What else is known: the title's time, the year of the dated figures, and the writer's habit.

    ``sparing`` says that months mostly stand without a year; ``dated`` is how many sentences are
    dated with each year.
    """

    title: Stretch | None
    counted: int | None
    sparing: bool
    dated: Mapping[int, int]


def choose_declared(
    entries: Iterable[Declared], context: Context, settings: Dating
) -> Declared | None:
    """The stretch with the most to speak for it, of equals the newest, where that is enough."""
    first = nlargest(settings.stretches, entries, key=lambda entry: entry.ahead)
    likely: list[tuple[float, Declared]] = []
    for entry in first:
        weight = _weight(entry, first, context.title, settings)
        enough = weight >= settings.declared or _stands_alone(entry, first, context)
        if enough and _fits(entry, weight, context, settings):
            likely.append((weight, entry))
    if not likely:
        return None
    _, best = max(likely, key=lambda one: (one[0], one[1].period.end, one[1].period.start))
    exact = (e for e in first if _same_year(best, e) and e.form is not Form.SPLIT)
    return next(exact, best) if best.form is Form.SPLIT else best


def _weight(
    entry: Declared, entries: Iterable[Declared], title: Stretch | None, settings: Dating
) -> float:
    """How much speaks for a stretch: repetition, the opening, the writer's own words, the title."""
    same = [e for e in entries if e is entry or _same_year(entry, e)]
    weight = settings.again * min(sum(e.times for e in same), settings.often)
    weight += settings.in_opening * any(e.opening for e in same)
    weight += settings.in_own_words * any(e.own for e in same)
    return weight + settings.in_title * (title is not None and _is_spelt_out_by(title, entry))


def _is_spelt_out_by(title: Stretch, entry: Declared) -> bool:
    """Whether the title names the stretch itself, though perhaps without its months."""
    alike = abs(title.period.days - entry.period.days) <= _DAYS
    return title.form not in CALLED_BY_A_YEAR and title.year == entry.year and alike


_DAYS: Final = 10  # a year of 52 weeks is shorter than one of twelve months by less


def _same_year(one: Declared, two: Declared) -> bool:
    """Whether two stretches are one year of accounts, of which one is named without its months."""
    split = Form.SPLIT in (one.form, two.form)
    return split and one.year == two.year and one.period.full_year and two.period.full_year


def _stands_alone(entry: Declared, entries: Iterable[Declared], context: Context) -> bool:
    """Whether it is the only year of accounts that is declared, and the one of the figures; what
    dates one figure in passing is that only where nothing else dates the report."""
    if entry.form is not Form.ENDED or not entry.times or context.sparing:
        return False
    silent = context.title is None and context.dated.get(entry.year, 0) <= 1
    if entry.passing and not silent:
        return False
    others = any(e.form is Form.ENDED and e is not entry for e in entries)
    return not others and context.counted in (None, entry.year)


def _fits(entry: Declared, weight: float, context: Context, settings: Dating) -> bool:
    """Whether title and figures leave room for a declared stretch."""
    title, counted = context.title, context.counted
    if title is not None and title.year != entry.year:
        return abs(title.year - entry.year) <= 1 and weight >= settings.against_title
    return counted is None or counted - entry.year <= 1
