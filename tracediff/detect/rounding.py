"""What rounding may have taken from a value or added to it: a figure as written in, a size out."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from tracediff.model import Fact

_WRITTEN: Final = re.compile(r"\d[\d,]*(?:\.\d+)?")


def half_unit(value: Decimal) -> Decimal:
    """Half of the last digit given: what rounding may have taken or added."""
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(int(exponent)) / 2


def half_step(fact: Fact) -> Decimal:
    """Half of the last place that a value is written with; none for a plain whole number."""
    found = _WRITTEN.search(fact.quote)
    if found is None or fact.value is None:
        return Decimal(0)
    written = found.group().replace(",", "")
    if "." not in written and written == str(fact.value):  # as most are
        return Decimal(0)
    digits = Decimal(written)
    if not digits:
        return Decimal(0)
    scale = abs(fact.value) / digits
    if scale == 1 and digits.as_tuple().exponent == 0:
        return Decimal(0)
    return half_unit(digits) * scale


def may_be_one(one: Fact, two: Fact) -> bool:
    """Whether two values are one, written with more and with fewer places: 1.06 and 1.061 bn."""
    steps = half_step(one), half_step(two)
    if one.value is None or two.value is None or steps[0] == steps[1]:
        return False
    return abs(one.value - two.value) <= max(steps)
