"""What a report says twice: groups of findings in, those about one figure or statement joined.

Summaries round what tables give: "over 1,000 children" and "1,021 children" of one year; and a
policy says in each of its parts who may see what.
"""

from __future__ import annotations

import re
from collections import defaultdict
from decimal import Decimal, InvalidOperation
from typing import Final, NamedTuple

from tracediff.model import Comparison, Finding, Side
from tracediff.rank.importance import fact_of
from tracediff.rank.matters import Key, places
from tracediff.settings import Ranking
from tracediff.text.words import FUNCTION_WORDS, stem

_WORD: Final = re.compile(r"[^\W\d_]+")
_NEXT: Final = 2  # sentences on, with at most one between
_GONE: Final = "C306"  # what is new is told wherever it stands: it may stand there by mistake


def told_once(
    groups: list[list[Finding]], comparison: Comparison, settings: Ranking
) -> list[list[Finding]]:
    """The groups, in their order, each joined to an earlier one that tells the same."""
    seen: defaultdict[Key, list[tuple[_Told, int]]] = defaultdict(list)
    kept: list[list[Finding]] = []
    for group in groups:
        told = [_read(f, comparison) for f in group] if len(kept) < settings.compared else [None]
        twin = _twin(told[0], seen, settings) if told[0] else None
        for one in filter(None, told):
            seen[one.kind].append((one, len(kept) if twin is None else twin))
        if twin is None:
            kept.append(group)
        else:
            kept[twin] = [*kept[twin], *group]
    return kept


class _Told(NamedTuple):
    """What a finding says: its rule and sides, the values it gives, the words, and where; whether
    these are cells of tables."""

    kind: Key
    unit: str | None
    values: tuple[Decimal, ...]
    years: tuple[int | None, ...]
    head: str
    words: frozenset[str]
    places: tuple[tuple[Side, int] | None, ...]
    tabular: bool = False


def _read(finding: Finding, comparison: Comparison) -> _Told | None:
    """What a finding says; none where it is of a kind that does not come twice."""
    shown = [e for e in (finding.old, finding.new) if e is not None]
    if finding.rule.id == _GONE and len(shown) == 1:
        words = _stems(shown[0].quote)
        return _Told((finding.rule.id,), None, (), (), "", words, places(finding))
    if not finding.rule.id.startswith("N10"):
        return None
    values = tuple(value for text in finding.values if (value := _number(text)) is not None)
    facts = [fact for e in shown if (fact := fact_of(comparison, e)) is not None]
    if len(values) != len(finding.values) or len(values) != len(facts):
        return None
    head = (facts[-1].counted or "").rpartition(" ")[2]
    return _Told(
        (finding.rule.id, *(e.side for e in shown)),
        facts[-1].unit,
        values,
        tuple(fact.year for fact in facts),
        stem(head),
        _stems(" ".join(f"{fact.counted or ''} {fact.measure}" for fact in facts)),
        places(finding),
        all(fact.table is not None for fact in facts),
    )


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def _stems(text: str) -> frozenset[str]:
    words = (word.casefold() for word in _WORD.findall(text))
    return frozenset(stem(word) for word in words if word not in FUNCTION_WORDS)


def _twin(own: _Told, seen: dict[Key, list[tuple[_Told, int]]], settings: Ranking) -> int | None:
    """The place of the first group that tells the same."""
    same = _says_the_same if own.kind[0] == _GONE else _counts_the_same
    return next((at for it, at in seen.get(own.kind, ()) if same(it, own, settings)), None)


def _says_the_same(one: _Told, two: _Told, settings: Ranking) -> bool:
    """Whether two statements share most of their words."""
    shared = len(one.words & two.words)
    longer = max(len(one.words), len(two.words))
    return shared >= settings.repeated_words and shared >= settings.repeated * longer


def _counts_the_same(one: _Told, two: _Told, settings: Ranking) -> bool:
    """Whether two findings tell of one figure, or of one change of figures."""
    if _same_digits(one, two, settings):
        return True
    if one.unit != two.unit or (one.tabular and two.tabular and one.values != two.values):
        return False  # tables round nothing: "Agree" of two questions are two figures
    near = Decimal(str(settings.rounded))
    values = tuple(zip(one.values, two.values, strict=True))
    if any(abs(a - b) > near * max(abs(a), abs(b)) for a, b in values):
        return False
    if one.values == two.values and _beside(one, two):
        # "seven men said …", and next "all seven men …"; row by row "Norr 1", "Veldania 1"
        return len(values) == 2 or max(one.values) < settings.few
    if min(one.values) < settings.few or one.years != two.years:
        return False
    alike = one.head == two.head if len(values) == 1 else any(a == b for a, b in values)
    return alike and len(one.words & two.words) >= settings.same_words


def _same_digits(one: _Told, two: _Told, settings: Ranking) -> bool:
    """Whether two changes have the same telling digits: 880 and 9,299 thousand in a table, and
    "$9,299,000 compared with $880,000" in prose."""
    digits = [[v.normalize().as_tuple().digits for v in told.values] for told in (one, two)]
    telling = len(digits[0]) == 2 and sum(map(len, digits[0])) >= settings.telling_digits
    alike = telling and digits[0] == digits[1] and one.years == two.years
    return alike and len(one.words & two.words) >= settings.telling_words


def _beside(one: _Told, two: _Told) -> bool:
    """Whether two findings stand in sentences that follow each other, on both sides."""
    pairs = zip(one.places, two.places, strict=True)
    return all(abs(a[1] - b[1]) <= _NEXT for a, b in pairs if a is not None and b is not None)
