"""Checks of single values: each gives what it means, or says in a clause what is wrong."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any, Final

from tracediff.patterns import precision
from tracediff.rules import RULES

Checker = Callable[[Any], Any]

SEVERITIES: Final = ("error", "warning", "note", "off")
_PRINT: Final = re.compile(r"([0-9a-f]{16})(:[1-9][0-9]{0,5})?")
_EMPTY_REASONS: Final = frozenset("tbd tba tbc todo fixme xxx wip none n/a na ok".split())


class Wrong(ValueError):
    """What is wrong with a value, as a clause that follows the key."""


@dataclass(slots=True)
class Problems:
    """All that is wrong in one file, each with file and key."""

    path: str
    prefix: str = ""
    found: list[str] = field(default_factory=list)

    def add(self, key: str, what: str) -> None:
        """Note a problem with a key."""
        self.found.append(f"{self.path}: {self.prefix}{key}: {what}")


def read_table(
    where: str, raw: Any, spec: Mapping[str, Checker], problems: Problems
) -> dict[str, Any]:
    """The checked values of one table; what is wrong or unknown is noted and left out."""
    if not isinstance(raw, dict):
        problems.add(where, "is no table")
        return {}
    found: dict[str, Any] = {}
    for key, value in raw.items():
        if key not in spec:
            problems.add(f"{where}.{key}", f"no such key{nearest(key, spec)}")
            continue
        try:
            found[key] = spec[key](value)
        except Wrong as wrong:
            problems.add(f"{where}.{key}", str(wrong))
    return found


def nearest(key: str, known: Iterable[str]) -> str:
    """The known name nearest to an unknown one, as the end of a sentence.

    >>> nearest("mesure", ["pair", "measure"])
    '; did you mean measure?'
    """
    names = sorted(known)
    near = get_close_matches(key.casefold(), names, n=1, cutoff=0.5)
    if near:
        return f"; did you mean {near[0]}?"
    return f"; known are {', '.join(names)}" if len(names) <= 12 else ""


def string(value: Any) -> str:
    """Some words."""
    if not isinstance(value, str):
        raise Wrong(f"must be text, not {_shown(value)}")
    return value.strip()


def words(value: Any) -> str:
    """Some words, at least one."""
    if not string(value):
        raise Wrong("is empty")
    return string(value)


def strings(value: Any) -> tuple[str, ...]:
    """A list of words, or one alone."""
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, list) or not all(isinstance(one, str) for one in values):
        raise Wrong(f"must be a list of texts, not {_shown(value)}")
    return tuple(one.strip() for one in values)


def boolean(value: Any) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise Wrong(f"must be true or false, not {_shown(value)}")
    return value


def integer(value: Any) -> int:
    """A whole number."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise Wrong(f"must be a whole number, not {_shown(value)}")
    return value


def number(value: Any) -> float:
    """A number, whole or not."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise Wrong(f"must be a number, not {_shown(value)}")
    return float(value)


def positive(checker: Checker) -> Checker:
    """A number above 0."""

    def check(value: Any) -> Any:
        if (found := checker(value)) <= 0:
            raise Wrong(f"must be more than 0, not {_shown(value)}")
        return found

    return check


def share(value: Any) -> float:
    """How large a change is, as a share of the old value: 0.5, or "50%"."""
    if isinstance(value, str) and (match := re.fullmatch(r"(\d{1,9}(?:\.\d{1,9})?)\s*%", value)):
        return float(match[1]) / 100
    if isinstance(value, str):
        raise Wrong(f'must be a share such as 0.5 or "50%", not {_shown(value)}')
    found = number(value)
    if found < 0:
        raise Wrong(f"must not be below 0, not {_shown(value)}")
    return found


def one_of(*known: str) -> Checker:
    """One of a few words."""

    def check(value: Any) -> str:
        if value not in known:
            raise Wrong(f"must be one of {', '.join(known)}, not {_shown(value)}")
        return str(value)

    return check


def year(value: Any) -> int:
    """A year with four digits."""
    if not 1000 <= integer(value) <= 9999:
        raise Wrong(f"must be a year such as 2025, not {_shown(value)}")
    return integer(value)


def day(value: Any) -> date:
    """A day."""
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise Wrong(f"must be a day such as 2026-12-31, not {_shown(value)}") from None
    if not isinstance(value, date) or isinstance(value, datetime):
        raise Wrong(f"must be a day such as 2026-12-31, not {_shown(value)}")
    return value


def value_of(value: Any) -> str:
    """A value of a finding: a number, or words."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise Wrong(f"must be a number or text, not {_shown(value)}")
    return str(value).strip()


def rule(value: Any) -> str:
    """A rule by its id, its name, or the beginning of its id."""
    asked = words(value)
    if not any(precision(asked, known) >= 0 for known in RULES.values()):
        names = {r.id.casefold(): r.id for r in RULES.values()}
        names |= {r.name: r.name for r in RULES.values()}
        near = get_close_matches(asked.casefold(), names, n=1)
        hint = f"did you mean {names[near[0]]}?" if near else "tracediff rules lists all"
        raise Wrong(f"there is no rule {_shown(asked)}; {hint}")
    return asked


def rules(value: Any) -> tuple[str, ...]:
    """A list of rules."""
    return tuple(rule(one) for one in strings(value))


def fingerprints(value: Any) -> tuple[str, ...]:
    """One fingerprint or several, as reports print them."""
    found = []
    for one in strings(value):
        match = _PRINT.fullmatch(one.casefold())
        if match is None:
            raise Wrong(f"{_shown(one)} is no fingerprint; copy it from a report")
        found.append(f"{match[1]}{match[2] or ':1'}")
    if not found:
        raise Wrong("is empty")
    return tuple(found)


def reason(value: Any) -> str:
    """Why something is signed off, in words that mean something to who reads them later."""
    given = string(value)
    if len(given) < 4 or given.casefold().strip(" .…?!-[]()") in _EMPTY_REASONS:
        raise Wrong(f"must say why, not {_shown(value)}")
    return given


def _shown(value: Any) -> str:
    text = (
        f'"{value}"'
        if isinstance(value, str)
        else str(value).lower()
        if isinstance(value, bool)
        else str(value)
    )
    return text if len(text) <= 60 else f"{text[:59]}…"
