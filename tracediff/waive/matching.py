"""Which waiver covers a finding."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from tracediff.model import Finding, Waiver
from tracediff.patterns import like, precision

_WORDS = re.compile(r"\w+")


class Waivers:
    """Waivers by what they name, so that a long list is looked up and not walked through."""

    def __init__(self, waivers: Iterable[Waiver], pair: str = "") -> None:
        """Take those that hold for a pair, or all where none is named."""
        self._by_print: defaultdict[str, list[Waiver]] = defaultdict(list)
        self._by_rule: list[Waiver] = []
        for waiver in waivers:
            if waiver.draft and pair and not like(waiver.draft, pair):
                continue
            for one in waiver.fingerprints:
                self._by_print[one].append(waiver)
            if not waiver.fingerprints:
                self._by_rule.append(waiver)

    def covering(self, finding: Finding) -> Waiver | None:
        """The first waiver that covers a finding with the values it has, none where none does."""
        named = (w for w in self._by_print[finding.fingerprint] if _values_fit(w, finding))
        return next(named, None) or next((w for w in self._by_rule if _fits(w, finding)), None)


def _fits(waiver: Waiver, finding: Finding) -> bool:
    return (
        precision(waiver.rule, finding.rule) >= 0
        and (waiver.section is None or like(waiver.section, finding.section))
        and (waiver.measure is None or like(waiver.measure, finding.measure))
        and all(map(same_value, (waiver.old, waiver.new), finding.said))
    )


def _values_fit(waiver: Waiver, finding: Finding) -> bool:
    """Whether the values that a waiver states beside a fingerprint are the finding's own."""
    if waiver.baseline or len(waiver.fingerprints) > 1 or not (waiver.old or waiver.new):
        return True
    return all(map(same_value, (waiver.old, waiver.new), finding.said))


def same_value(one: str, two: str) -> bool:
    """Whether two values are the same number, or the same words whatever their marks.

    >>> same_value("1,240", "1240.0"), same_value("Not reported", "not_reported")
    (True, True)
    >>> same_value("60", "6"), same_value("", "0")
    (False, False)
    """
    if one == two:
        return True
    try:
        return Decimal(one.replace(",", "")) == Decimal(two.replace(",", ""))
    except InvalidOperation:
        return _words(one) == _words(two) and bool(_words(one))


def _words(text: str) -> list[str]:
    return _WORDS.findall(text.replace("_", " ").casefold())
