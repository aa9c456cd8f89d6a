"""A203 for words: "increased", "fewer", beside two figures that went the other way."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from tracediff.detect.phrasing import evidence, heading, point_words, section_title
from tracediff.lexicon.claims import BETTER_OR_WORSE
from tracediff.lexicon.comparatives import COMPARATIVES, NOT_AFTER
from tracediff.lexicon.people import PEOPLE
from tracediff.model import (
    Bound,
    Change,
    Claim,
    CueKind,
    Evidence,
    Fact,
    FactKind,
    Finding,
    Reading,
    Severity,
    Side,
)
from tracediff.rules import RULES
from tracediff.settings import Detecting
from tracediff.text.words import stem

_WORD: Final = re.compile(r"[a-z’']+")


def direction_contradicts(reading: Reading, settings: Detecting) -> Iterator[Finding]:
    """A203: a clause says that something rose or fell, and its two figures say the reverse."""
    by_sentence: defaultdict[int, list[Fact]] = defaultdict(list)
    for fact in reading.facts:
        by_sentence[fact.sentence].append(fact)
    for claim in reading.claims:
        couple = _couple(claim, by_sentence[claim.sentence], settings)
        if couple is None:
            continue
        old, new = couple
        said = _direction(reading, claim, {*old.measure.split(), *new.measure.split()})
        if said is None:
            continue
        assert old.value is not None
        assert new.value is not None
        word, rises = said
        if new.value < old.value if rises else new.value > old.value:
            yield _finding(reading, claim, word, old, new, settings)


def _couple(claim: Claim, facts: list[Fact], settings: Detecting) -> tuple[Fact, Fact] | None:
    """The only two figures of a clause, if they count one thing for two periods, earlier first."""
    inside = [f for f in facts if claim.at.start <= f.at.start and f.at.end <= claim.at.end]
    if len(inside) != 2 or any(f.kind in (FactKind.CHANGE, FactKind.LIMIT) for f in inside):
        return None
    one, two = inside
    if not (one.period and two.period and one.value is not None and two.value is not None):
        return None
    alike = (one.unit, one.kind) == (two.unit, two.kind) and _same_thing(one, two, settings)
    exact = one.bound is Bound.EXACT and two.bound is Bound.EXACT
    same_length = abs(one.period.days - two.period.days) <= settings.same_days
    if not (alike and exact and same_length) or one.period.end == two.period.end:
        return None
    return (one, two) if one.period.end < two.period.end else (two, one)


def _same_thing(one: Fact, two: Fact, settings: Detecting) -> bool:
    """Whether two figures count the same, where one may leave to the other what that is."""
    if one.counted and two.counted and one.counted != two.counted:
        return False
    words, others = set(one.measure.split()), set(two.measure.split())
    shared = len(words & others)
    return bool(shared) and shared >= settings.same_count * max(len(words), len(others))


def _direction(reading: Reading, claim: Claim, counted: set[str]) -> tuple[str, bool] | None:
    """The one word of a clause that says that something rose or fell, and whether it rose.

    "Fewer" and "more" count only before what is counted: "more severe cases" are not more.
    """
    trends = [
        (cue.text, cue.value > 0)
        for cue in claim.of(CueKind.TREND)
        if cue.value and cue.text.casefold() not in BETTER_OR_WORSE
    ]
    text = reading.edition.sentences[claim.sentence].text[slice(*claim.at)]
    found = _WORD.findall(text.casefold())
    for before, word, after in zip(["", *found], found, [*found[1:], ""], strict=False):
        counts = after in counted and (after.endswith("s") or stem(after) in PEOPLE)
        if word in COMPARATIVES and before not in NOT_AFTER and counts:
            trends.append((word, COMPARATIVES[word] > 0))
    return trends[0] if len(trends) == 1 and claim.positive else None


def _finding(
    reading: Reading, claim: Claim, word: str, old: Fact, new: Fact, settings: Detecting
) -> Finding:
    sentence = reading.edition.sentences[claim.sentence]
    return Finding(
        rule=RULES["A203"],
        severity=Severity.ERROR,
        message=f"{heading(reading, new)}: the text says “{word}”, but {point_words(old)} and"
        f" {point_words(new)} say the reverse.",
        section=section_title(reading, claim.sentence),
        old=evidence(Side.NEW, reading, old),
        new=Evidence(Side.NEW, claim.sentence, claim.at, sentence.text[slice(*claim.at)]),
        change=Change(old.value, new.value),
        measure=new.measure,
        values=(word.casefold(), str(old.value), str(new.value)),
        magnitude=settings.sizes["A203"],
        certainty=min(old.certainty, new.certainty),
    )
