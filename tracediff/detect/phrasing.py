"""Figures in words: how a value, a period and a measure stand in a message."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from tracediff.model import (
    Bound,
    Evidence,
    Fact,
    FactKind,
    Period,
    Reading,
    Side,
    Span,
    Status,
    scale_of,
)
from tracediff.model.facts import RATIO
from tracediff.wording.labels import row_label
from tracediff.wording.values import plural

NAMELESS: Final = "A figure"  # the heading of a figure of which nothing says what it counts
_BOUNDS: Final = {
    Bound.EXACT: "",
    Bound.ABOUT: "about ",
    Bound.AT_LEAST: "at least ",
    Bound.AT_MOST: "up to ",
    Bound.MORE_THAN: "more than ",
    Bound.LESS_THAN: "less than ",
}
_ORDINALS: Final = frozenset("first second third fourth last".split())
_STATUSES: Final = {
    Status.NONE: "none",
    Status.NOT_REPORTED: "not reported",
    Status.UNKNOWN: "unknown",
}


_DECIMALS: Final = 4  # more come of a division: "two-thirds"
_COUNTLESS: Final = Decimal(10) ** 24  # from here on nobody reads the digits of a value


def number(value: Decimal) -> str:
    """A value with its thousands set apart: 11300000 is "11.3 million", 1570 is "1,570"."""
    for size, word in ((10**9, "billion"), (10**6, "million")):
        if size <= abs(value) < _COUNTLESS:
            scaled = value / size
            if scaled == round(scaled, 3):
                return f"{plain(scaled, 3)} {word}"
    return _printed(value)


def _printed(value: Decimal) -> str:
    """A value with the decimals that it was given with, where these are no artefact."""
    given = 0 < -int(value.as_tuple().exponent) <= _DECIMALS and value
    return f"{value:,f}" if given else plain(value)


def plain(value: Decimal, digits: int | None = None) -> str:
    """A value without idle zeros, rounded to so many digits; a countless one as a power of ten."""
    if abs(value) >= _COUNTLESS or 0 < abs(value) < 1 / _COUNTLESS:
        return f"{value:.6g}"
    text = f"{value if digits is None else round(value, digits):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def value_words(fact: Fact) -> str:
    """The value of a fact with its unit and bound, or what the text says in its place."""
    if fact.value is None or fact.status is not Status.REPORTED:
        return _STATUSES.get(fact.status, "unknown")
    words = fact.unit is None and fact.kind is FactKind.SHARE and fact.table is None
    if words and not fact.quote[:1].isdigit():
        return fact.quote  # "one in five", "two-thirds"
    scale, unit = scale_of(fact.unit)
    text = number(fact.value) if scale == 1 else f"{_printed(fact.value)} {_scale_word(fact)}"
    if unit == "%":
        text += " percent"
    elif unit and unit.isupper() and len(unit) == 3:
        text = f"{unit} {text}"
    elif unit == RATIO:
        text = f"{text}:1"
    elif unit:
        text = f"{text} {plural(unit, fact.value if scale == 1 else None)}"
    return _BOUNDS[fact.bound] + text + (f" per {fact.per}" if fact.per else "")


def _scale_word(fact: Fact) -> str:
    """The scale that the unit of a fact opens with."""
    return (fact.unit or "").split(" ", 1)[0]


def period_words(period: Period | None, status: Status = Status.REPORTED) -> str:
    """The period with the preposition that it takes: "in 2019", "for 2020", "as of May 2020"."""
    if period is None:
        return ""
    label = period.label
    if label.casefold().startswith(("as of", "since", "during", "in ", "from", "between")):
        return label
    if label.split(" ", 1)[0].casefold() in _ORDINALS:
        label = f"the {label}"
    if period.as_of:
        return f"as of {label}"
    if period.days == 1:
        return f"on {label}"
    return f"{'for' if status in (Status.NOT_REPORTED, Status.UNKNOWN) else 'in'} {label}"


def point_words(fact: Fact) -> str:
    """A value with its period, and the day up to which it was counted: "60 in 2019", "not reported
    for 2020", "9 in 2021, as of May 2022"."""
    seen = f", as of {fact.observed.label}" if fact.observed else ""
    return f"{value_words(fact)} {period_words(fact.period, fact.status)}{seen}".strip()


def heading(reading: Reading, *facts: Fact) -> str:
    """What facts of one reading count, as the head of a message."""
    return capital(row_label(facts))


def capital(text: str) -> str:
    """A text with a capital at its head."""
    return text[:1].upper() + text[1:]


def change_words(old: Decimal, new: Decimal, unit: str | None) -> str:
    """The change in brackets: " (up 12.5 percent)", or in points for percentages."""
    if unit == "%":
        points = new - old
        word = "point" if abs(points) == 1 else "points"
        return f" ({'up' if points > 0 else 'down'} {plain(abs(points))} {word})"
    if not old or min(old, new) < 0:
        return ""  # "up" of what is spent says the opposite of what it means
    relative = (new - old) / abs(old) * 100
    if abs(relative) >= 200 and new > old > 0:
        return f" ({plain(new / old, 1)} times as many)"
    digits = 0 if abs(relative) >= 10 else 1
    return f" ({'up' if relative > 0 else 'down'} {plain(abs(relative), digits)} percent)"


def evidence(side: Side, reading: Reading, fact: Fact) -> Evidence:
    """Where a fact stands, as evidence."""
    return Evidence(side, fact.sentence, fact.at, fact.quote, fact.index)


def sentence_evidence(side: Side, reading: Reading, index: int) -> Evidence:
    """A whole sentence as evidence."""
    text = reading.edition.sentences[index].text
    return Evidence(side, index, Span(0, len(text)), text)


def section_title(reading: Reading, sentence: int) -> str:
    """The title of the section that a sentence stands in."""
    edition = reading.edition
    return edition.sections[edition.sentences[sentence].section].title
