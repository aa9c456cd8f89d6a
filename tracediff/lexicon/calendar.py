"""Months, seasons of the reporting year and the words for stretches of it, as data."""

from __future__ import annotations

from typing import Final

_NAMES = (
    "january february march april may june july august september october november december".split()
)

# Full names and the abbreviations that reports print, without their full stop.
MONTHS: Final[dict[str, int]] = {
    **{name: number for number, name in enumerate(_NAMES, start=1)},
    **{name[:3]: number for number, name in enumerate(_NAMES, start=1) if name != "may"},
    "sept": 9,
}

MONTH_NAMES: Final[tuple[str, ...]] = tuple(name.capitalize() for name in _NAMES)

# Which part of a whole an ordinal names: "the second half", "the third quarter".
RANKS: Final[dict[str, int]] = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4,
    "final": -1, "last": -1,
}  # fmt: skip

# How many months a named part of a year has.
PARTS: Final[dict[str, int]] = {"half": 6, "semester": 6, "trimester": 3, "quarter": 3, "third": 4}

# The month in which a season begins, as the weather services of the north count; a report that
# names one means its own by it, but the same one every year.
SEASONS: Final[dict[str, int]] = {
    "spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12,
}  # fmt: skip
