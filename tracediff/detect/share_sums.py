"""A202: shares that do not add up to 100 percent, or that part and whole do not give."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tracediff.detect.part_sums import is_firm, joint_evidence
from tracediff.detect.phrasing import evidence, plain, section_title
from tracediff.detect.rounding import half_unit
from tracediff.model import Bound, Fact, FactKind, Finding, Reading, Severity, Side
from tracediff.rules import RULES
from tracediff.settings import Detecting


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
            new=joint_evidence(reading, [f for f in group if f.sentence == group[0].sentence]),
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
        return nearest if is_firm(nearest) and is_firm(reading.facts[nearest.part_of]) else None
    parts = [f for f in facts[:-1] if f.part_of == nearest.index]
    return parts[-1] if len(parts) == 1 and is_firm(parts[0]) and is_firm(nearest) else None


def _part_behind(reading: Reading, share: Fact, behind: Sequence[Fact], text: str) -> Fact | None:
    """The part that a share is told with, where it and its whole fill the brackets behind it."""
    if len(behind) < 2 or behind[0].part_of != behind[1].index:
        return None
    part, whole = behind
    told = _OPENS.fullmatch(text[share.at.end : part.at.start])
    filled = _CLOSES.match(text, whole.at.end)
    return part if told and filled and is_firm(part) and is_firm(whole) else None


_OPENS = re.compile(r"\s?\(")
_CLOSES = re.compile(r"(?:\s[^\W\d]+){0,3}\)")
_BRACKET = re.compile(r"(?:\s[\w-]+){0,3}\s?\((?:or\s|about\s)?")


def _share_finding(
    reading: Reading, part: Fact, share: Fact, settings: Detecting
) -> Iterator[Finding]:
    assert part.part_of is not None
    assert part.value is not None
    assert share.value is not None
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
