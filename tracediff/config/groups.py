"""The tunable numbers: a table of the file for each group of ``settings.py``."""

from __future__ import annotations

import inspect
import re
from collections.abc import Mapping
from dataclasses import fields, replace
from functools import cache
from typing import Any, Final

from tracediff import settings as settings_module
from tracediff.config.check import (
    Checker,
    Problems,
    Wrong,
    boolean,
    integer,
    nearest,
    number,
    one_of,
    positive,
    read_table,
    string,
)
from tracediff.rules import RULES

GROUPS: Final = (
    "reading",
    "dating",
    "aligning",
    "extracting",
    "ledger",
    "detecting",
    "ranking",
    "telling",
    "placing",
)

_CHOICES: Final = {"tracked_changes": one_of("accept", "reject")}
_DECLARED: Final = ("measures", "words")  # set through tables of their own
_REASON: Final = re.compile(r"    (\w+): [^#]*#\s*(.+)")


def read_group(name: str, raw: Any, defaults: Any, problems: Problems) -> Any:
    """A group with the values that the file sets, and its defaults otherwise."""
    return replace(defaults, **read_table(name, raw, _spec(name, defaults), problems))


def values(group: Any) -> dict[str, Any]:
    """The values of a group by name, those that a file may set."""
    return {f.name: getattr(group, f.name) for f in fields(group) if f.name not in _DECLARED}


def _spec(name: str, defaults: Any) -> dict[str, Checker]:
    spec = {}
    for key, default in values(defaults).items():
        checker = _CHOICES.get(key) or _checker(default)
        bounded = name == "reading" and isinstance(default, int | float)
        spec[key] = positive(checker) if bounded else checker
    return spec


def _checker(default: Any) -> Checker:
    if isinstance(default, bool):
        return boolean
    if isinstance(default, int):
        return integer
    if isinstance(default, float):
        return number
    if isinstance(default, tuple):
        return _row(len(default))
    return _weights(default) if isinstance(default, Mapping) else string


def _row(length: int) -> Checker:
    def check(value: Any) -> tuple[float, ...]:
        if not isinstance(value, list) or len(value) != length:
            raise Wrong(f"must be a list of {length} numbers")
        return tuple(number(one) for one in value)

    return check


def _weights(defaults: Mapping[str, float]) -> Checker:
    """Weights by rule or by name: those that are named, and the defaults of the others."""
    known = {*defaults, *(RULES if not RULES.keys().isdisjoint(defaults) else ())}
    what = "rule" if "N101" in known else "weight"

    def check(value: Any) -> dict[str, float]:
        if not isinstance(value, dict):
            raise Wrong("is no table")
        unknown = [key for key in value if key not in known]
        if unknown:
            raise Wrong(f"there is no {what} {unknown[0]}{nearest(unknown[0], known)}")
        return {**defaults, **{key: number(one) for key, one in value.items()}}

    return check


@cache
def reasons() -> Mapping[str, str]:
    """Why each number has its value, in the words beside it in ``settings.py``, by dotted key."""
    found: dict[str, str] = {}
    for group in GROUPS:
        kind = type(getattr(settings_module.Settings(), group))
        try:
            lines = inspect.getsource(kind).splitlines()
        except OSError:  # no source at hand, as in a frozen program
            continue
        for line in lines:
            if match := _REASON.fullmatch(line):
                found[f"{group}.{match[1]}"] = match[2]
    return found
