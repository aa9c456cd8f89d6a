"""A203 and A204: stated changes and conversions that the figures beside them do not give."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from statistics import median

from tracediff.detect.phrasing import (
    evidence,
    heading,
    number,
    plain,
    point_words,
    section_title,
    value_words,
)
from tracediff.detect.rounding import half_step, half_unit
from tracediff.lexicon.people import PEOPLE
from tracediff.lexicon.units import MEASURES
from tracediff.model import Bound, Change, Fact, FactKind, Finding, Reading, Severity, Side
from tracediff.rules import RULES
from tracediff.settings import Detecting
from tracediff.text.words import stem


def trend_contradicts(reading: Reading, settings: Detecting) -> Iterator[Finding]:
    """A203: a stated change that the two figures beside it do not give, beyond rounding."""
    for stated in reading.facts:
        if stated.kind is not FactKind.CHANGE or len(stated.about) != 2 or stated.value is None:
            continue
        new, old = (reading.facts[i] for i in stated.about)
        if old.period and new.period and old.period.end > new.period.end:
            old, new = new, old
        if not old.value or new.value is None or Bound.EXACT not in (stated.bound, old.bound):
            continue
        if old.period == new.period or not _same_thing(old, new):
            continue
        if old.period and new.period:  # of 81 sold in a year, 5 in a quarter are a part
            length = abs(old.period.days - new.period.days)
            if length > settings.same_days:
                continue
        true = _change(old.value, new.value, stated.unit)
        claimed = stated.value * (stated.direction or (1 if true >= 0 else -1))
        slack = half_unit(stated.value) + Decimal(str(settings.trend_slack))
        if abs(claimed - true) <= slack + _rounding(old, new, stated.unit):
            continue
        yield Finding(
            rule=RULES["A203"],
            severity=Severity.ERROR,
            message=f"{heading(reading, new)}: the text states {_size(stated)}"
            f" {'more' if claimed > 0 else 'less'}, but from {point_words(old)} to"
            f" {point_words(new)} is {_signed(true, stated.unit)}.",
            section=section_title(reading, stated.sentence),
            old=evidence(Side.NEW, reading, old),
            new=evidence(Side.NEW, reading, stated),
            change=Change(old.value, new.value),
            measure=new.measure,
            values=(str(stated.value), str(old.value), str(new.value)),
            magnitude=settings.sizes["A203"] * (1.0 if claimed * true < 0 else settings.lacking),
            certainty=min(old.certainty, new.certainty, stated.certainty),
        )


def _change(old: Decimal, new: Decimal, unit: str | None) -> Decimal:
    """By how much one value differs from another, in percent of it where that is the unit."""
    return (new - old) / old * 100 if unit == "%" else new - old


def _rounding(old: Fact, new: Fact, unit: str | None) -> Decimal:
    """How far the change between two values may be off because they are rounded as written."""
    assert old.value is not None
    assert new.value is not None
    ends = [
        (old.value + a * half_step(old), new.value + b * half_step(new))
        for a, b in ((-1, 1), (1, -1))
    ]
    true = _change(old.value, new.value, unit)
    return max(abs(_change(a, b, unit) - true) for a, b in ends if a)


def _same_thing(old: Fact, new: Fact) -> bool:
    """Whether two levels count the same thing in the same unit: then one can rise to the other."""
    words = [(f.counted or "").casefold().split() for f in (old, new)]
    heads = {stem(w[-1]) for w in words if w}
    return old.unit == new.unit and (len(heads) < 2 or heads <= PEOPLE)


def _size(stated: Fact) -> str:
    """The size of a stated change, whichever way it went."""
    return value_words(replace(stated, kind=FactKind.LEVEL, direction=0))


def _signed(value: Decimal, unit: str | None) -> str:
    word = "an increase" if value > 0 else "a decrease" if value < 0 else "no change"
    size = plain(abs(value), 1) + (" percent" if unit == "%" else "")
    return f"{word} of {size}" if value else word


def conversion_odd(reading: Reading, settings: Detecting) -> Iterator[Finding]:
    """A204: a converted amount without its currency, or at a rate far from the others'."""
    pairs = [
        (reading.facts[f.same_as], f)
        for f in reading.facts
        if f.same_as is not None and _amounts(reading.facts[f.same_as], f)
    ]
    rates: dict[tuple[str | None, str | None], list[Decimal]] = defaultdict(list)
    for amount, converted in pairs:
        assert amount.value is not None
        assert converted.value is not None
        rates[_currencies(amount, converted)].append(amount.value / converted.value)
    for amount, converted in pairs:
        assert amount.value is not None
        assert converted.value is not None
        if converted.unit is None:
            text = "the converted amount is given without its currency"
            yield _conversion(reading, amount, converted, text, settings)
            continue
        all_rates = rates[_currencies(amount, converted)]
        usual, own = median(all_rates), amount.value / converted.value
        far = max(own / usual, usual / own) > Decimal(str(settings.rate_far))
        if len(all_rates) >= 3 and far:
            text = f"its rate is {plain(own, 2)}, elsewhere {plain(usual, 2)}"
            yield _conversion(reading, amount, converted, text, settings)


def _currencies(amount: Fact, converted: Fact) -> tuple[str | None, str | None]:
    """The two currencies of a conversion; one that no list holds is named by its noun."""
    return amount.unit or stem((amount.counted or "").partition(" ")[0]), converted.unit


def _amounts(amount: Fact, converted: Fact) -> bool:
    """Whether both are amounts: "$426,165 (4)" is followed by a note, not by its conversion.

    What no currency counts ("1,067 grams (195903)") is not converted by a number without one.
    """
    if not amount.value or not converted.value or converted.unit == "%":
        return False
    if converted.unit is None and amount.unit in MEASURES.keys() | {None}:
        return False
    return converted.unit is not None or converted.value >= 100 or amount.value < 1000


def _conversion(
    reading: Reading, amount: Fact, converted: Fact, what: str, settings: Detecting
) -> Finding:
    assert amount.value is not None
    assert converted.value is not None
    return Finding(
        rule=RULES["A204"],
        severity=Severity.WARNING,
        message=f"{value_words(amount)} ({number(converted.value)}): {what}.",
        section=section_title(reading, converted.sentence),
        old=None,
        new=evidence(Side.NEW, reading, converted),
        measure=amount.measure,
        values=(str(amount.value), str(converted.value)),
        magnitude=settings.sizes["A204"],
        certainty=settings.sure["A204"],
    )
