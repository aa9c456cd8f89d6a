"""What became of figures that no series follows: limits and durations, stated rises and falls."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tracediff.detect.phrasing import evidence, heading, section_title, value_words
from tracediff.ledger.likeness import per
from tracediff.ledger.rolled import rolled_on
from tracediff.ledger.scopes import class_bounds, scopes
from tracediff.model import (
    Change,
    Comparison,
    Fact,
    FactKind,
    Finding,
    Link,
    LinkKind,
    Reading,
    Severity,
    Side,
)
from tracediff.rules import RULES
from tracediff.settings import Detecting
from tracediff.text.words import stem


def limits_changed(comparison: Comparison, settings: Detecting) -> Iterator[Finding]:
    """N101: a duration, a limit or a capacity that a sentence now gives otherwise; N106 where it is
    in another unit."""
    old, new = _limits(comparison.old), _limits(comparison.new)
    for link in comparison.alignment.links:
        if link.kind is LinkKind.KEPT or link.similarity < settings.same_limit:
            continue
        before = [fact for sentence in link.old for fact in old.get(sentence, ())]
        after = [fact for sentence in link.new for fact in new.get(sentence, ())]
        for was, now in _pairs(before, after):
            if _converted(comparison.old, was, now) or _converted(comparison.new, now, was):
                continue
            said = f"{value_words(was)}, now {value_words(now)}"
            found = _finding(comparison, was, now, said, settings)
            yield found if (was.unit, per(was)) == (now.unit, per(now)) else _unlike(found)


def _unlike(found: Finding) -> Finding:
    """Two limits of which one is in another unit, or per another time, as N106: no change leads
    from one to the other."""
    said = f"{found.message.rstrip('.')}; not comparable: the units differ."
    return replace(found, rule=RULES["N106"], message=said, change=None, magnitude=0.0)


def _converted(reading: Reading, one: Fact, other: Fact) -> bool:
    """Whether one side gives an amount in two currencies, of which the other keeps one."""
    return any(
        fact.same_as == one.index and (fact.value, fact.unit) == (other.value, other.unit)
        for fact in reading.facts
    )


def rates_changed(comparison: Comparison, settings: Detecting) -> Iterator[Finding]:
    """N101: a rise or fall that a sentence states ("grew 31 percent"), and states otherwise now.

    One that turned is a claim reversed. Sentences that are not much alike may measure otherwise.
    """
    kind = FactKind.CHANGE
    old, new = _by_sentence(comparison.old, kind), _by_sentence(comparison.new, kind)
    editions = comparison.old.edition, comparison.new.edition
    rolled = (Link((o,), (n,), 1.0) for o, n in rolled_on(*editions, comparison.alignment))
    edited = (link for link in comparison.alignment.links if link.kind is not LinkKind.KEPT)
    for link in (*edited, *rolled):
        before = [fact for sentence in link.old for fact in old.get(sentence, ())]
        after = [fact for sentence in link.new for fact in new.get(sentence, ())]
        if len(before) != 1 or len(after) != 1:
            continue
        was, now = before[0], after[0]
        same = was.direction == now.direction and was.direction
        if same and (was.value, was.unit) != (now.value, now.unit):
            word = "a rise" if now.direction > 0 else "a fall"
            said = f"{word} of {value_words(was)}, now {word} of {value_words(now)}"
            found = _finding(comparison, was, now, said, settings)
            alike = link.similarity >= settings.same_limit
            yield found if alike else replace(found, severity=Severity.NOTE)


def _limits(reading: Reading) -> dict[int, list[Fact]]:
    """The limits of each sentence; what bounds the class that a share is of limits nothing.

    "12 percent have worked for more than 15 years" tells of other workers than six years would.
    """
    held = _by_sentence(reading, FactKind.LIMIT)
    bounds = class_bounds(reading, scopes(reading, held))
    return {at: [f for f in facts if f.index not in bounds] for at, facts in held.items()}


def _by_sentence(reading: Reading, kind: FactKind) -> dict[int, list[Fact]]:
    found: dict[int, list[Fact]] = defaultdict(list)
    for fact in reading.facts:
        if fact.kind is kind and fact.value is not None and fact.same_as is None:
            found[fact.sentence].append(fact)
    return found


def _pairs(before: Sequence[Fact], after: Sequence[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """Limits of the same thing in the same order, where both sides have as many of them."""
    for kind in dict.fromkeys(map(_thing, before)):
        olds = [fact for fact in before if _thing(fact) == kind]
        news = [fact for fact in after if _thing(fact) == kind]
        if len(olds) == len(news):
            yield from (
                (was, now) for was, now in zip(olds, news, strict=True) if was.value != now.value
            )
    if len(before) == len(after) == 1 and before[0].unit != after[0].unit:
        yield before[0], after[0]  # kilometres became miles


def _thing(fact: Fact) -> tuple[str | None, str]:
    words = (fact.counted or "").casefold().split()
    if words == ["age"]:  # the age of one person is no limit of age
        words = ["own" if "-" in fact.quote else "age"]
    return fact.unit, stem(words[-1]) if words else ""


def _finding(
    comparison: Comparison, was: Fact, now: Fact, said: str, settings: Detecting
) -> Finding:
    assert was.value is not None
    assert now.value is not None
    head = heading(comparison.new, now)
    size = float(abs(now.value - was.value) / max(abs(was.value), abs(now.value)))
    return Finding(
        rule=RULES["N101"],
        severity=Severity.WARNING,
        message=f"{head}: {said}.",
        section=section_title(comparison.new, now.sentence),
        old=evidence(Side.OLD, comparison.old, was),
        new=evidence(Side.NEW, comparison.new, now),
        change=Change(was.value, now.value),
        measure=now.measure,
        values=(str(was.value), str(now.value)),
        magnitude=size,
        certainty=settings.sure["N101"] * min(was.certainty, now.certainty),
    )


LIMIT_DETECTORS = (limits_changed, rates_changed)
