"""Facts of one sentence in, the same facts tied to each other out: parts, conversions, changes."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from tracediff.lexicon.money import PAYING
from tracediff.model import Fact, FactKind
from tracediff.text.tokens import Tokens

_COMPARES: Final[re.Pattern[str]] = re.compile(
    r"\bcompared\b|\b(?:up|down|increase|decrease|decline|rise|drop) from\b"
)
_OPENING: Final[tuple[str, ...]] = ("among", "these", "those", "of")
_CONSISTING: Final[frozenset[str]] = frozenset(
    "include includes included comprise comprised contain contained were are".split()
)


def relate(t: Tokens, facts: list[Fact], before: tuple[Fact, ...]) -> list[Fact]:
    """Set part_of, same_as and about among the facts of a sentence and those just before it."""
    done: list[Fact] = []
    for fact in facts:
        done.append(_tie(t, fact, done, facts, before))
    return done


def _tie(
    t: Tokens, fact: Fact, done: list[Fact], facts: list[Fact], before: tuple[Fact, ...]
) -> Fact:
    if fact.kind is FactKind.CHANGE:
        near = facts[max(0, len(done) - 4) : len(done) + 5]
        if "times" in (fact.counted, fact.unit) or fact.unit == "fold":
            return fact  # a multiple is no difference that two levels could give
        levels = [f for f in near if f.kind is FactKind.LEVEL and f.value is not None]
        return replace(fact, about=tuple(f.index for f in _two_of_one(fact, levels))[:4])
    converted = _converts(t, fact, done)
    if converted is not None:
        return replace(
            fact, same_as=converted.index, counted=None, measure=converted.measure,
            period=converted.period, kind=converted.kind,
        )  # fmt: skip
    whole = _whole(t, fact, done, facts, before)
    return replace(fact, part_of=whole.index) if whole is not None else fact


def _two_of_one(change: Fact, levels: list[Fact]) -> list[Fact]:
    """Of more levels around a change, the two that count what the nearest before it counts."""
    before = [f for f in levels if f.at.end <= change.at.start]
    if len(levels) < 3 or not before:
        return levels
    head = (before[-1].counted or "").casefold().split()[-1:]
    same = [f for f in levels if head and (f.counted or "").casefold().split()[-1:] == head]
    return same if len(same) == 2 else levels


def _converts(t: Tokens, fact: Fact, done: list[Fact]) -> Fact | None:
    """The amount that an amount in brackets converts."""
    if not done or fact.value is None:
        return None
    last = done[-1]
    gap = t.source[last.at.end : fact.at.start].strip()
    if gap in ("to", "and", "-", "–") and last.same_as is not None and len(done) > 2:
        twin = next(
            (f for f in done[-4:] if f.index == (last.same_as or 0) + 1 and f is not last), None
        )
        return twin if twin is not None and twin.unit is not None else None
    if ":" in gap or (fact.unit is not None and fact.unit == last.unit):
        return None  # "5.2 million pesos (2019: 4.4 million pesos)"
    closed = t.source[fact.at.end : fact.at.end + 1] == ")"
    closed = closed or t.source[fact.at.end : fact.at.end + 4] in (" to ", " and")
    money = last.unit is not None and last.kind is not FactKind.CHANGE and last.unit != "%"
    if closed and _is_currency(t, last, fact, gap):
        return last
    if gap.startswith("(") and closed and money and len(gap) < 16 and last.value:
        ranged = t.source[fact.at.end : fact.at.end + 4] in (" to ", " and") and len(done) > 1
        return done[-2] if ranged and done[-2].unit == last.unit else last
    return None


def _is_currency(t: Tokens, amount: Fact, converted: Fact, gap: str) -> bool:
    """Whether a noun that no list holds is a currency: "paid 42 million talars ($2.1 million)".

    A money amount in brackets may be the price of what is counted ("40 boats ($2 million)"), so
    that the noun counts money only behind a large number, or where the clause pays or costs it.
    """
    money = converted.unit is not None and len(converted.unit) == 3 and converted.unit.isupper()
    if not money or amount.unit or amount.value is None or not _NOUN.fullmatch(gap):
        return False
    clause = t.source[max(0, amount.at.start - _CLAUSE) : amount.at.start].casefold()
    paid = not PAYING.isdisjoint(re.findall(r"[a-z]+", clause))
    return paid and amount.value >= _SUM and _SCALED.search(t.source, *amount.at) is not None


_NOUN: Final = re.compile(r"[a-z]{3,15} \(")
_SCALED: Final = re.compile(r"illion|thousand|,000|\d,\d{3}")
_CLAUSE: Final = 200  # characters before an amount in which its verb stands
_SUM: Final = 1000  # a smaller number before a noun counts things more often than money


def _whole(
    t: Tokens, fact: Fact, done: list[Fact], facts: list[Fact], before: tuple[Fact, ...]
) -> Fact | None:
    """The total that a fact is a part of: "7 of the 20", "including 301", "these included"."""
    if fact.kind is not FactKind.LEVEL or fact.value is None or fact.unit:
        return None
    for other in facts[len(done) + 1 : len(done) + 2]:
        if other.at.start < fact.at.end and other.value is not None:  # "none of the 33 boats"
            return other
        gap = t.source[fact.at.end : other.at.start]
        if other.at.start > fact.at.end and gap.strip() in ("of the", "of", "of these", "of those"):
            return other if _larger(other, fact) else None
    divided = _divided(t, facts)
    if divided is not None:
        if (own := _of_a_part(t, fact, done, divided)) is not None:
            return own
        part = fact is not divided and fact.at.start > divided.at.end and _larger(divided, fact)
        return divided if part and _counts_on(t, fact, divided) else None
    levels = [
        f for f in done[-12:] if f.kind is FactKind.LEVEL and f.value is not None and not f.unit
    ]
    if levels:
        last = levels[-1]
        gap = t.source[last.at.end : fact.at.start].lower()
        if _divides(t, fact, gap):
            return last if _larger(last, fact) else None
        if _COMPARES.search(gap):
            return None
        if last.part_of is not None and len(gap) < 60 and ";" not in gap:
            return next((f for f in (*done[-40:], *before) if f.index == last.part_of), None)
    return _whole_before(t, fact, before)


def _divides(t: Tokens, fact: Fact, gap: str) -> bool:
    """Whether what stands between two figures, or behind the second, makes it a part."""
    behind = t.source[fact.at.end : fact.at.end + 10].lower()
    if behind.startswith((" of which", " of whom", " of them")):
        return True
    if any(words in gap for words in ("including", "of whom", "of which", "of them")):
        return True
    listed = gap.rstrip().endswith(":") and len(gap) < 40  # "90 victims: 40 women, 31 men …"
    bracketed = gap.strip(" ,–—").startswith("(") and ")" not in gap and len(gap) < 30
    return listed or bracketed


def _whole_before(t: Tokens, fact: Fact, before: tuple[Fact, ...]) -> Fact | None:
    """The total in the sentence before that "these included" or "of those" goes back to."""
    opening = t.low[0] in _OPENING or "these" in t.low[:4] or "of those" in t.source[:24].lower()
    opening = opening or (t.low[0] == "they" and t.low[1] in _CONSISTING)  # not "they sold 40 nets"
    if opening and before:
        wholes = [f for f in before if f.kind is FactKind.LEVEL and f.value and not f.unit]
        large = [f for f in reversed(wholes) if _larger(f, fact)]
        whole = next((f for f in large if not _earlier(f, wholes)), next(iter(large), None))
        return None if whole is not None and whole.value == fact.value else whole
    return None


def _divided(t: Tokens, facts: list[Fact]) -> Fact | None:
    """The total that a sentence opens with to divide it: "Of the 41 offenders, 22 …"."""
    if t.low[0] not in ("of", "among") and t.low[:2] != ["out", "of"]:
        return None
    first = facts[0]
    opens = first.kind is FactKind.LEVEL and first.value is not None and not first.unit
    return first if opens and t.source.count(" ", 0, first.at.start) < 4 else None


def _of_a_part(t: Tokens, fact: Fact, done: list[Fact], divided: Fact) -> Fact | None:
    """The part of an opening total that "with" takes apart: "26 stayed, with 10 at the top, 5 at
    the foot and 11 between"."""
    last = done[-1] if done else None
    if last is None or last.part_of is None:
        return None
    if t.source[: fact.at.start].rstrip().endswith(" with") and _larger(last, fact):
        return last
    above = next((f for f in done if f.index == last.part_of), None)
    if above is None or above.part_of != divided.index or above.value is None:
        return None
    taken = [f.value for f in (*done, fact) if f is fact or f.part_of == above.index]
    return above if sum(value for value in taken if value) <= above.value else None


def _counts_on(t: Tokens, fact: Fact, whole: Fact) -> bool:
    """Whether a count behind an opening total is of the same things, not of what befell them."""
    behind = t.source[whole.at.end : fact.at.start]
    same = fact.counted is None or whole.counted is None or fact.counted == whole.counted
    return same or behind.rstrip().endswith(",")


def _earlier(fact: Fact, others: list[Fact]) -> bool:
    """Whether a figure only stands beside another of its kind for comparison with a time before."""
    return any(
        other.sentence == fact.sentence
        and other.counted == fact.counted
        and fact.period is not None
        and other.period is not None
        and fact.period.end < other.period.end
        for other in others
    )


def _larger(whole: Fact, part: Fact) -> bool:
    return whole.value is not None and part.value is not None and whole.value >= part.value
