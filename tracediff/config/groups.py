"""The numbers and choices that a team may set: a table of the file for each public group."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any, Final

from tracediff.config.checkers import (
    Checker,
    Problems,
    boolean,
    integer,
    number,
    one_of,
    positive,
    read_table,
    string,
)
from tracediff.config.public import PUBLIC, gone

GROUPS: Final = tuple(PUBLIC)

_CHOICES: Final = {"tracked_changes": one_of("accept", "reject")}
_KINDS: Final[dict[type, Checker]] = {
    bool: boolean,
    int: integer,
    float: number,
    str: string,
}


def read_group(name: str, raw: Any, defaults: Any, problems: Problems) -> Any:
    """A group with the values that the file sets, and its defaults otherwise."""
    known = raw
    if isinstance(raw, dict):
        inner = {f.name for f in fields(defaults)} - PUBLIC[name].keys()
        for key in inner & raw.keys():
            problems.add(f"{name}.{key}", gone(name))
        known = {key: value for key, value in raw.items() if key not in inner}
    return replace(defaults, **read_table(name, known, _spec(name, defaults), problems))


def values(name: str, group: Any) -> dict[str, Any]:
    """The values of a group by name, those that a file may set."""
    return {key: getattr(group, key) for key in PUBLIC[name]}


def _spec(name: str, defaults: Any) -> dict[str, Checker]:
    spec = {}
    for key, default in values(name, defaults).items():
        checker = _CHOICES.get(key) or _KINDS[type(default)]
        bounded = name == "reading" and isinstance(default, int | float)
        spec[key] = positive(checker) if bounded else checker
    return spec
