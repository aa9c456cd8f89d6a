"""Figures that do not add up inside one edition: parts, shares, stated changes, conversions."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import accumulate
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
from tracediff.detect.totals import table_totals_do_not_sum
from tracediff.lexicon.people import PEOPLE
from tracediff.lexicon.units import MEASURES
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
from tracediff.text.words import stem


def parts_do_not_sum(reading: Reading, settings: Detecting) -> Iterator[Finding]:
    """A201: parts that name themselves as all of a total, and do not make it."""
    by_total: dict[int, list[Fact]] = defaultdict(list)
    for fact in reading.facts:
        if fact.part_of is not None and _firm(fact):
            by_total[fact.part_of].append(fact)
    for index, parts in by_total.items():
        total = reading.facts[index]
        if not _firm(total) or any(p.unit != total.unit for p in parts):
            continue
        for group in _breakdowns(reading, total, parts):
            if not _is_whole(reading, total, group):
                continue
            found = _sum_finding(reading, total, group, settings)
            if found:
                yield found


def _firm(fact: Fact) -> bool:
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
        new=_joint(reading, parts),
        change=Change(total.value, sum(values, Decimal(0))),
        measure=total.measure,
        values=(str(total.value), *map(str, values)),
        magnitude=settings.sizes["A201"],
        certainty=min(p.certainty for p in (*parts, total)),
    )


def _joint(reading: Reading, parts: Sequence[Fact]) -> Evidence:
    first, last = parts[0], parts[-1]
    text = reading.edition.sentences[first.sentence].text
    at = type(first.at)(first.at.start, last.at.end)
    return Evidence(Side.NEW, first.sentence, at, text[at.start : at.end], first.index)


def shares_do_not_sum(reading: Reading, settings: Detecting) -> Iterator[Finding]:
    """A202: three or more shares of one whole that nearly but not quite make 100 percent.

    Shares that make less may leave out the rest, which is worth no more than a note.
    """
    for group in _share_groups(reading):
        values = [f.value for f in group if f.value is not None]
        total = sum(values, Decimal(0))
        slack = sum((half_unit(v) for v in values), Decimal(0))
        off = abs(total - 100)
        if off <= slack or off > settings.shares_meant or len(values) < 3:
            continue
        yield Finding(
            rule=RULES["A202"],
            severity=Severity.WARNING if total > 100 else Severity.NOTE,
            message=f"The shares {', '.join(plain(v) for v in values)} percent make"
            f" {plain(total)} percent; rounding explains at most {plain(slack)} of the difference.",
            section=section_title(reading, group[0].sentence),
            old=None,
            new=_joint(reading, [f for f in group if f.sentence == group[0].sentence]),
            measure=group[0].measure,
            values=tuple(map(str, values)),
            magnitude=settings.sizes["A202"],
            certainty=settings.sure["A202"],
        )


def share_contradicts(reading: Reading, settings: Detecting) -> Iterator[Finding]:
    """A202: a share that its part and its whole, of which either stands in brackets, do not give.

    "Of 200 ships, 50 (40 percent)", "50 of the 200 ships (40 percent)" and "half (50 of 200) of
    the ships": it is 25 percent.
    """
    by_sentence: dict[int, list[Fact]] = defaultdict(list)
    for fact in reading.facts:
        if fact.table is None and fact.value is not None:
            by_sentence[fact.sentence].append(fact)
    for sentence, facts in by_sentence.items():
        text = reading.edition.sentences[sentence].text
        for at, share in enumerate(facts):
            worded = share.unit is None and share.kind is FactKind.SHARE
            if not (share.unit == "%" or worded) or share.kind is FactKind.CHANGE:
                continue
            part = _part_behind(reading, share, facts[at + 1 : at + 3], text)
            if part is None and at and not worded:
                before, behind = text[: share.at.start], text[share.at.end :]
                part = _part_before(reading, facts[:at], before, behind)
            if part is not None:
                yield from _share_finding(reading, part, share, settings)


def _part_before(reading: Reading, facts: Sequence[Fact], before: str, behind: str) -> Fact | None:
    """The part that a share in brackets is of: the one before it, or before its whole."""
    gap = before[facts[-1].at.end :]
    if not behind.startswith(")") or not _BRACKET.fullmatch(gap):
        return None
    nearest = facts[-1]
    if nearest.part_of is not None:
        return nearest if _firm(nearest) and _firm(reading.facts[nearest.part_of]) else None
    parts = [f for f in facts[:-1] if f.part_of == nearest.index]
    return parts[-1] if len(parts) == 1 and _firm(parts[0]) and _firm(nearest) else None


def _part_behind(reading: Reading, share: Fact, behind: Sequence[Fact], text: str) -> Fact | None:
    """The part that a share is told with, where it and its whole fill the brackets behind it."""
    if len(behind) < 2 or behind[0].part_of != behind[1].index:
        return None
    part, whole = behind
    told = _OPENS.fullmatch(text[share.at.end : part.at.start])
    filled = _CLOSES.match(text, whole.at.end)
    return part if told and filled and _firm(part) and _firm(whole) else None


_OPENS = re.compile(r"\s?\(")
_CLOSES = re.compile(r"(?:\s[^\W\d]+){0,3}\)")
_BRACKET = re.compile(r"(?:\s[\w-]+){0,3}\s?\((?:or\s|about\s)?")


def _share_finding(
    reading: Reading, part: Fact, share: Fact, settings: Detecting
) -> Iterator[Finding]:
    assert part.part_of is not None and part.value is not None and share.value is not None
    whole = reading.facts[part.part_of]
    if not whole.value or part.unit != whole.unit:
        return
    true, said = part.value / whole.value * 100, share.value
    slack = half_unit(said) + Decimal(str(settings.trend_slack))
    if share.unit is None:
        said, slack = share.value * 100, _ABOUT_A_PART
    slack = max(slack, Decimal(1)) if share.bound is not Bound.EXACT else slack
    if abs(true - said) <= slack:
        return
    words = f"{plain(said)} percent" if share.unit else f"“{share.quote}”"
    yield Finding(
        rule=RULES["A202"],
        severity=Severity.ERROR,
        message=f"{plain(part.value)} of {plain(whole.value)} is {plain(true, 1)} percent; the text"
        f" says {words}.",
        section=section_title(reading, share.sentence),
        old=evidence(Side.NEW, reading, part),
        new=evidence(Side.NEW, reading, share),
        measure=part.measure,
        values=(str(part.value), str(whole.value), str(share.value)),
        magnitude=settings.sizes["A201"],
        certainty=min(part.certainty, whole.certainty, share.certainty),
    )


# points by which a part of a whole may differ from the words for it: a third is said of 35 percent
_ABOUT_A_PART = Decimal(5)


def _share_groups(reading: Reading) -> Iterator[list[Fact]]:
    """Shares of the same thing in one sentence, or in sentences that follow each other."""
    run: list[Fact] = []
    for fact in reading.facts:
        share = fact.unit == "%" and fact.kind is FactKind.SHARE and fact.value is not None
        if not share or fact.table is not None:
            continue
        same = run and (fact.counted, fact.period) == (run[-1].counted, run[-1].period)
        if run and not (same and fact.sentence - run[-1].sentence <= 1):
            yield run
            run = []
        run.append(fact)
    if run:
        yield run


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
    assert old.value is not None and new.value is not None
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
        assert amount.value is not None and converted.value is not None
        rates[_currencies(amount, converted)].append(amount.value / converted.value)
    for amount, converted in pairs:
        assert amount.value is not None and converted.value is not None
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
    assert amount.value is not None and converted.value is not None
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


ARITHMETIC_DETECTORS = (
    parts_do_not_sum,
    table_totals_do_not_sum,
    shares_do_not_sum,
    share_contradicts,
    trend_contradicts,
    conversion_odd,
)
