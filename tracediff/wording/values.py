"""Values in words: how a figure, a point of a series and a change are written for people."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from tracediff.lexicon.money import CODES, MONEY, SIGNS
from tracediff.model import (
    Bound,
    Change,
    Fact,
    Point,
    Status,
    Waiver,
    scale_of,
)
from tracediff.model.facts import RATIO, without_zeros
from tracediff.wording.strings import say

_SIGNS: Final = {
    "percent": "%",
    "%": "%",
    "USD": "$",
    "EUR": "€",
    "GBP": "£",
    "JPY": "¥",
    "INR": "₹",
}
_OF_NATIONS: Final = frozenset(
    name for names in (CODES, MONEY, SIGNS) for name in names.values() if " " in name
)
_PLURALS: Final = {"foot": "feet", "inch": "inches", "krone": "kroner", "hertz": "hertz"}
_HUNG: Final = re.compile(r" (?:of|per|to) ")
_DECIMALS = 4  # more are an artefact of reading "two-thirds" as a number
_COUNTLESS = Decimal(10) ** 24  # from here on a power of ten says more than digits
_TIMES = Decimal(10)  # from tenfold on, a factor says more than a percentage


def value(number: Decimal | None, unit: str | None = None) -> str:
    """A number with thousands set off, and its sign or unit where people write one.

    It keeps the decimals that it was given with.

    >>> value(Decimal("1570")), value(Decimal("79.0"), "percent"), value(Decimal("0.70"), "USD")
    ('1,570', '79.0%', '$0.70')
    """
    if number is None:
        return say("no_value")
    scale, base = scale_of(unit)
    if scale > 1:
        return f"{value(number, base)} {str(unit).split(' ', 1)[0]}"
    digits = _digits(number)
    if unit == RATIO:
        return f"{digits}:1"
    sign = unit if unit and unit.endswith("$") else _SIGNS.get(unit or "")
    if sign is None:
        return f"{unit}\u00a0{digits}" if unit and unit.isupper() and len(unit) == 3 else digits
    if sign == "%":
        return f"{digits}%"
    return f"\u2212{sign}{digits[1:]}" if digits.startswith("\u2212") else f"{sign}{digits}"


def plural(unit: str, number: Decimal | None = None) -> str:
    """A unit behind a number: "14 days", "1 day", "2.4 million francs", "90 Nepalese rupees"."""
    if unit in _OF_NATIONS:
        nation, noun = unit.rsplit(" ", 1)
        end = "s" if number != 1 and f"{noun}s" in MONEY else ""
        return f"{nation.title().replace('Cfa', 'CFA')} {noun}{end}"
    if number == 1 or len(unit) < 3 or unit.endswith("s"):
        return unit
    head = _HUNG.split(unit, maxsplit=1)[0]
    *before, noun = head.split()
    many = noun if noun.endswith("s") or "-" in noun else _PLURALS.get(noun, f"{noun}s")
    return " ".join((*before, many)) + unit[len(head) :]


def figure(fact: Fact) -> str:
    """What a fact says: its value with its bound, or that there is none and of which sort."""
    match fact.status:
        case Status.NONE:
            return say("none")
        case Status.NOT_REPORTED:
            return say("not_reported")
        case Status.UNKNOWN:
            return say("unknown")
    written = value(fact.value, fact.unit)
    base = scale_of(fact.unit)[1]
    if base and value(fact.value, base) == value(fact.value) and _unsaid(fact, base):
        written = f"{written} {plural(base, fact.value)}"
    return written if fact.bound is Bound.EXACT else say(fact.bound.value, value=written)


def _unsaid(fact: Fact, unit: str) -> bool:
    """Whether the label of a table's figure does not name its unit."""
    return fact.table is None or unit.split()[0] not in fact.label.casefold()


def when(fact: Fact) -> str:
    """The period of a fact as a reader would name it."""
    return fact.period.label if fact.period else say("no_period")


def points(series: tuple[Point, ...]) -> str:
    """The points of a series in one line, for those who cannot see its chart."""
    return "; ".join(f"{when(point.fact)}: {figure(point.fact)}" for point in series)


def signed(waiver: Waiver) -> str:
    """Why a finding was signed off, by whom and until when."""
    if waiver.since:
        return say("was_there", revision=waiver.since)
    parts = [say("signed_off", reason=waiver.reason)]
    parts += [say("signed_by", owner=waiver.owner)] if waiver.owner else []
    parts += [say("signed_until", day=waiver.expires.isoformat())] if waiver.expires else []
    return ", ".join(parts)


def difference(change: Change | None, unit: str | None = None) -> str:
    """A change as a share of the old value, as a factor where it is large, in points for percent.

    >>> difference(Change(Decimal(706), Decimal(673))), difference(Change(Decimal(2), Decimal(90)))
    ('−4.7%', '×45')
    """
    if change is None or change.absolute is None:
        return ""
    if unit == "%":
        key = "point" if abs(change.absolute) == 1 else "points"
        return say(key, n=_signed(change.absolute))
    if change.relative is None or change.old is None or change.new is None:
        return _signed(change.absolute)
    times = change.new / change.old if change.old else Decimal(0)
    if abs(times) >= _TIMES:
        return f"×{_digits(times if abs(times) >= _COUNTLESS else times.quantize(Decimal(1)))}"
    percent = (change.relative * 100).quantize(Decimal("0.1"))
    return f"{_signed(percent)}%" if percent else "0%"


def _signed(number: Decimal) -> str:
    number = without_zeros(number)
    return _digits(number) if number < 0 else f"+{_digits(number)}"


def _digits(number: Decimal) -> str:
    if not number:
        written = "0"
    elif abs(number) >= _COUNTLESS or abs(number) < Decimal("0.0001"):
        written = f"{number:.6g}"
    elif -int(number.as_tuple().exponent) > _DECIMALS:
        written = f"{number:,.{_DECIMALS}f}".rstrip("0").rstrip(".")
    else:
        written = f"{number:,f}"
    return written.replace("-", "\u2212")


def significant(value: Decimal) -> int:
    """How many digits of a value say something: 2 for 4,100, 3 for 67.5."""
    written = str(value).partition("E")[0]
    return len(written.lstrip("-").replace(".", "").strip("0")) or 1
