"""A201: parts that do not add up to their total, inside one edition."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate

from tracediff.detect.phrasing import evidence, heading, plain, section_title
from tracediff.detect.rounding import half_unit
from tracediff.model import (
    Bound,
    Change,
    Evidence,
    Fact,
    FactKind,
    Finding,
    Reading,
    Severity,
    Side,
    Status,
)
from tracediff.rules import RULES
from tracediff.settings import Detecting


def parts_do_not_sum(reading: Reading, settings: Detecting) -> Iterator[Finding]:
    """A201: parts that name themselves as all of a total, and do not make it."""
    by_total: dict[int, list[Fact]] = defaultdict(list)
    for fact in reading.facts:
        if fact.part_of is not None and is_firm(fact):
            by_total[fact.part_of].append(fact)
    for index, parts in by_total.items():
        total = reading.facts[index]
        if not is_firm(total) or any(p.unit != total.unit for p in parts):
            continue
        for group in _breakdowns(reading, total, parts):
            if not _is_whole(reading, total, group):
                continue
            found = _sum_finding(reading, total, group, settings)
            if found:
                yield found


def is_firm(fact: Fact) -> bool:
    """Whether a figure is a level given exactly, with which others can be added up."""
    exact = fact.status is Status.REPORTED and fact.bound is Bound.EXACT
    return exact and fact.value is not None and fact.kind is FactKind.LEVEL


def _breakdowns(reading: Reading, total: Fact, parts: Sequence[Fact]) -> Iterator[list[Fact]]:
    """The ways in which the text takes the total apart, each of which should make it.

    Parts of one sentence belong together; a semicolon begins a new breakdown where the parts up to
    it already make the total.
    """
    by_sentence: dict[int, list[Fact]] = defaultdict(list)
    for part in parts:
        by_sentence[part.sentence].append(part)
    for sentence, group in by_sentence.items():
        text = reading.edition.sentences[sentence].text
        for run in _split_at_semicolons(text, total, sorted(group, key=lambda f: f.at)):
            if not _is_made_before(total, run):
                yield run


def _is_made_before(total: Fact, parts: Sequence[Fact]) -> bool:
    """Whether the first parts make the total, so that those behind them are parts of a part: "of
    the 117, 46 rose, 45 fell and 26 stayed, with 10 at the top and 16 below"."""
    made = list(accumulate(part.value for part in parts if part.value is not None))
    return total.value in made[1:-1]


# What says that more parts are meant than those named, or that those named may overlap: "including"
# and "and the rest"; and outcomes ("121 were referred, 7 repaired"), of which a thing can have
# several.
_OPEN = re.compile(
    r"\b(?:including|such as|among them|mainly|mostly|chiefly|for example|notably|the rest"
    r"|(?<!\d\s)others?|remaind(?:er|ers)|remaining|balance|unknown|unspecified|respectively)\b",
    re.IGNORECASE,
)
_BEFELL = re.compile(
    r"\d\s(?:(?:of them|of these)\s)?(?:[a-z]+\s){0,2}?(?:were|was|had|have|has|are|is|got)\s"
    r"(?:been\s|not\s|[a-z]+ly\s){0,2}[a-z]+(?:ed|en|wn|ght|ut)\b|\d\s[a-z]+ed\b",
)


_DIVIDES = re.compile(r"(?:Of|Among|Out of)\s(?:the\s|these\s)?$")  # "Of the 41 offenders, 22 …"


def _is_whole(reading: Reading, total: Fact, parts: Sequence[Fact]) -> bool:
    """Whether the parts are said to be all of the total, and none to be part of another."""
    first, last = parts[0], parts[-1]
    text = reading.edition.sentences[first.sentence].text
    start = total.at.end if total.sentence == first.sentence else 0
    behind = text[last.at.end :].partition(";")[0]
    listed = text[min(start, first.at.start) : last.at.end] + behind
    divides = total.sentence == first.sentence and _DIVIDES.match(text[: total.at.start])
    befell = None if divides else _BEFELL.search(text[first.at.start : last.at.end] + behind)
    return not (_OPEN.search(listed) or befell)


def _split_at_semicolons(text: str, total: Fact, group: list[Fact]) -> Iterator[list[Fact]]:
    run: list[Fact] = []
    for fact in group:
        if run and ";" in text[run[-1].at.end : fact.at.start]:
            yield run
            run = []
        run.append(fact)
    yield run


def _sum_finding(
    reading: Reading, total: Fact, parts: Sequence[Fact], settings: Detecting
) -> Finding | None:
    values = [p.value for p in parts if p.value is not None]
    assert total.value is not None
    gap = sum(values, Decimal(0)) - total.value
    if total.part_of is not None and sum(values) == reading.facts[total.part_of].value:
        return None  # they take the whole apart, and the reading took a part of it for the whole
    slack = sum((half_unit(v) for v in values), Decimal(0)) + half_unit(total.value)
    rounded = any(v != v.to_integral_value() for v in (*values, total.value))
    if gap == 0 or (rounded and abs(gap) <= slack):
        return None
    meant = abs(gap) <= total.value * Decimal(str(settings.sum_meant))
    if len(values) < 3 or not meant:
        return None
    listed = ", ".join(plain(v) for v in values)
    return Finding(
        rule=RULES["A201"],
        severity=Severity.ERROR,
        message=f"{heading(reading, total)}: the parts ({listed}) make"
        f" {plain(sum(values, Decimal(0)))}, the total given is {plain(total.value)}.",
        section=section_title(reading, parts[0].sentence),
        old=evidence(Side.NEW, reading, total),
        new=joint_evidence(reading, parts),
        change=Change(total.value, sum(values, Decimal(0))),
        measure=total.measure,
        values=(str(total.value), *map(str, values)),
        magnitude=settings.sizes["A201"],
        certainty=min(p.certainty for p in (*parts, total)),
    )


def joint_evidence(reading: Reading, parts: Sequence[Fact]) -> Evidence:
    """Evidence from the first of several figures of a sentence to the last."""
    first, last = parts[0], parts[-1]
    text = reading.edition.sentences[first.sentence].text
    at = type(first.at)(first.at.start, last.at.end)
    return Evidence(Side.NEW, first.sentence, at, text[at.start : at.end], first.index)
