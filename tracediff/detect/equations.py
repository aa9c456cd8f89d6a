"""What a text writes out: sums, totals of lists (A201) and one size in two units (A204).

"66 + 281 = 350 hours" and "883 hours = 35.3 days" need no reading of what is counted.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import accumulate
from typing import Final

from tracediff.detect.phrasing import evidence, plain, section_title, value_words
from tracediff.detect.rounding import half_unit
from tracediff.model import BlockKind, Bound, Change, Fact, Finding, Reading, Severity, Side, Status
from tracediff.rules import RULES
from tracediff.settings import Detecting

_TIME: Final = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800}
_SIZES: Final[tuple[dict[str, float], ...]] = (
    {
        "metre": 1, "kilometre": 1000, "centimetre": 0.01, "millimetre": 0.001, "mile": 1609.344,
        "yard": 0.9144, "foot": 0.3048, "inch": 0.0254, "nautical mile": 1852,
    },
    {
        "square metre": 1, "hectare": 1e4, "square kilometre": 1e6, "acre": 4046.856,
        "square mile": 2589988.11, "square foot": 0.09290304,
    },
    {"gram": 1, "kilogram": 1000, "milligram": 0.001, "pound-mass": 453.59237, "ounce": 28.349523},
    {"litre": 1, "millilitre": 0.001, "cubic metre": 1000},
    {"watt": 1, "kilowatt": 1e3, "megawatt": 1e6, "gigawatt": 1e9},
    {"kilowatt hour": 1, "megawatt hour": 1e3, "gigawatt hour": 1e6, "terawatt hour": 1e9},
)  # fmt: skip
"""Units that convert at one rate everywhere: no tons, gallons or barrels, which differ by land."""

_EQUAL: Final = re.compile(r"[\s,]*\(?\s*(?:=|equals)\s*")
_PLUS: Final = re.compile(r"(?:\s[a-z]+){0,4}\s?\+\s?")
_MADE: Final = re.compile(r"(?:\s[a-z]+){0,4}\s?=\s?")
_BRACKET: Final = re.compile(r"\s\(")


def equations_do_not_hold(reading: Reading, settings: Detecting) -> Iterator[Finding]:
    """A201 and A204: a sum or a conversion that the text writes out, and that is not so."""
    by_sentence: dict[int, list[Fact]] = defaultdict(list)
    for fact in reading.facts:
        if fact.table is None and fact.value is not None and fact.status is Status.REPORTED:
            by_sentence[fact.sentence].append(fact)
    for sentence, facts in by_sentence.items():
        text = reading.edition.sentences[sentence].text
        facts.sort(key=lambda fact: fact.at)
        for k in range(1, len(facts)):
            yield from _conversion(reading, text, facts[k - 1], facts[k], settings)
            yield from _sum(reading, text, facts[: k + 1], settings)


def _conversion(
    reading: Reading, text: str, one: Fact, two: Fact, settings: Detecting
) -> Iterator[Finding]:
    """A size in two units: "883 hours = 35.3 days", "12 miles (5 km)"."""
    assert one.value is not None
    assert two.value is not None
    gap, exact = text[one.at.end : two.at.start], (one.bound, two.bound) == (Bound.EXACT,) * 2
    stated = _EQUAL.fullmatch(gap) is not None
    aside = _BRACKET.fullmatch(gap) is not None and text[two.at.end :].startswith(")")
    rate = _rate(one.unit, two.unit, timed=stated)
    if rate is None or not exact or not (stated or aside):
        return
    true = one.value * rate
    loose = settings.converted_stated if stated else settings.converted_aside
    slack = half_unit(one.value) * rate + half_unit(two.value) + true * Decimal(str(loose))
    if abs(true - two.value) <= slack:
        return
    yield _finding(
        reading, "A204", one, two, settings,
        f"{value_words(one)} make {value_words(replace(two, value=round(true, 1)))}; the text says"
        f" {value_words(two)}.",
        true,
    )  # fmt: skip


def _rate(one: str | None, two: str | None, *, timed: bool) -> Decimal | None:
    """How many of the second unit one of the first is; none where they do not convert.

    A day of work or of school has fewer hours, so that times convert only where they are equated.
    """
    for sizes in (*_SIZES, *((_TIME,) if timed else ())):
        if one in sizes and two in sizes and one != two:
            return Decimal(str(sizes[one])) / Decimal(str(sizes[two]))
    return None


def _sum(
    reading: Reading, text: str, facts: Sequence[Fact], settings: Detecting
) -> Iterator[Finding]:
    """A sum that is written out: "66.25 + 281 = 350 hours"; its last number is its total."""
    total, at = facts[-1], len(facts) - 1
    if not _MADE.fullmatch(text[facts[-2].at.end : total.at.start]):
        return
    at -= 1
    while at > 0 and _PLUS.fullmatch(text[facts[at - 1].at.end : facts[at].at.start]):
        at -= 1
    parts = facts[at:-1]
    values = [part.value for part in parts if part.value is not None]
    units = {fact.unit for fact in (*parts, total)} - {None}
    begun = _SIGN.search(text[: parts[0].at.start]) is None
    if len(values) < 2 or len(units) > 1 or not begun or total.value is None:
        return
    made = sum(values, Decimal(0))
    slack = sum((half_unit(v) for v in (*values, total.value)), Decimal(0))
    if abs(made - total.value) <= (slack if made % 1 or total.value % 1 else 0):
        return
    listed = ", ".join(plain(v) for v in values)
    yield _finding(
        reading, "A201", total, parts[0], settings,
        f"The parts ({listed}) make {plain(made)}, the total given is {plain(total.value)}.",
        made,
    )  # fmt: skip


def items_do_not_sum(reading: Reading, settings: Detecting) -> Iterator[Finding]:
    """A201: the items of a list, each with one figure of a unit, and the total that ends it."""
    by_sentence: dict[int, list[Fact]] = defaultdict(list)
    for fact in reading.facts:
        by_sentence[fact.sentence].append(fact)
    run: list[tuple[int, list[Fact]]] = []
    for sentence in reading.edition.sentences:
        item = sentence.kind is BlockKind.ITEM
        if run and (not item or sentence.section != run[0][0]):
            run = []
        if not item:
            continue
        if _TOTAL.match(sentence.text):
            yield from _list_finding(reading, by_sentence[sentence.index], run, settings)
            run = []
        else:
            run.append((sentence.section, by_sentence[sentence.index]))


_TOTAL: Final = re.compile(
    r"(?:Total|In total|Altogether|Sum)\b(?! number of)[^\d:]{0,40}:? ?(?=\d)"
)


def _list_finding(
    reading: Reading, told: Sequence[Fact], run: Sequence[tuple[int, list[Fact]]],
    settings: Detecting,
) -> Iterator[Finding]:  # fmt: skip
    total = told[0] if told else None
    if total is None or not _is_firm(total) or total.value is None:
        return
    parts: list[Fact] = []
    for _, facts in reversed(run):
        same = [fact for fact in facts if fact.unit == total.unit and _is_firm(fact)]
        if len(same) != 1:
            break
        parts.insert(0, same[0])
    values = [part.value for part in parts if part.value is not None]
    if len(values) < (2 if total.unit else 3):
        return
    made = sum(values, Decimal(0))
    slack = sum((half_unit(v) for v in (*values, total.value)), Decimal(0))
    rounded = any(v % 1 for v in (*values, total.value))
    gap, meant = abs(made - total.value), total.value * Decimal(str(settings.sum_meant))
    if gap <= (slack if rounded else 0) or gap > meant or _adds_up(values, total.value):
        return
    listed = ", ".join(plain(v) for v in values)
    text = f"The items ({listed}) make {plain(made)}, the total given is {plain(total.value)}."
    found = _finding(reading, "A201", total, parts[0], settings, text, made)
    yield replace(found, severity=Severity.WARNING)


def _adds_up(values: Sequence[Decimal], total: Decimal) -> bool:
    """Whether the last items make the total, so that those before them belong to another."""
    return total in [*accumulate(reversed(values))]


def _is_firm(fact: Fact) -> bool:
    return fact.status is Status.REPORTED and fact.bound is Bound.EXACT and fact.unit != "%"


_SIGN: Final = re.compile(r"[-−×x*/÷+(]\s?\Z")  # what else may stand in the sum before its parts


def _finding(
    reading: Reading, rule: str, one: Fact, two: Fact, settings: Detecting, text: str, true: Decimal
) -> Finding:
    assert two.value is not None
    assert one.value is not None
    return Finding(
        rule=RULES[rule],
        severity=Severity.ERROR if rule == "A201" else Severity.WARNING,
        message=text,
        section=section_title(reading, two.sentence),
        old=evidence(Side.NEW, reading, one),
        new=evidence(Side.NEW, reading, two),
        change=Change(one.value if rule == "A201" else two.value, true),
        measure=one.measure,
        values=(str(one.value), str(two.value)),
        magnitude=settings.sizes[rule],
        certainty=min(one.certainty, two.certainty),
    )


EQUATION_DETECTORS = (equations_do_not_hold, items_do_not_sum)
