"""The tables that are not numbers: choices for ``check``, severities, measures, pairs, waivers."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tracediff.config.checkers import (
    SEVERITIES,
    Checker,
    Problems,
    boolean,
    day,
    fingerprints,
    one_of,
    read_table,
    reason,
    rule,
    rules,
    share,
    string,
    strings,
    value_of,
    words,
    year,
)
from tracediff.config.find import File
from tracediff.model import Waiver
from tracediff.paths import repository_path
from tracediff.settings import Measure, Override

FAIL_ON: Final = ("error", "warning", "note", "never")


@dataclass(frozen=True, slots=True)
class Check:
    """Choices for ``tracediff check``; options of the command line go before them."""

    fail_on: str = "error"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    format: tuple[str, ...] = ()
    baseline: str = ""
    show_waived: bool = False
    statistics: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """A draft and the edition that it is checked against; ``against`` is empty for a draft alone.

    Both are files, folders, or files at a git revision. ``earlier`` are editions before that one:
    what the draft restates of them is told too. ``only`` are the rules that are looked at.
    """

    name: str
    draft: str
    against: str = ""
    year: int | None = None
    against_year: int | None = None
    earlier: tuple[str, ...] = ()
    only: tuple[str, ...] = ()


_CHECK: Final[Mapping[str, Checker]] = {
    "fail_on": one_of(*FAIL_ON),
    "select": rules,
    "ignore": rules,
    "format": strings,
    "baseline": words,
    "show_waived": boolean,
    "statistics": boolean,
}
_OVERRIDE: Final[Mapping[str, Checker]] = {
    "rule": rule,
    "section": words,
    "measure": words,
    "severity": one_of(*SEVERITIES),
    "error": share,
    "warning": share,
}
_MEASURE: Final[Mapping[str, Checker]] = {
    "name": words,
    "aliases": strings,
    "better": one_of("more", "less"),
}
_PAIR: Final[Mapping[str, Checker]] = {
    "name": words,
    "draft": words,
    "against": words,
    "year": year,
    "against_year": year,
    "earlier": strings,
    "only": rules,
}
_WAIVER: Final[Mapping[str, Checker]] = {
    "fingerprint": fingerprints,
    "rule": rule,
    "section": string,
    "measure": string,
    "old": value_of,
    "new": value_of,
    "reason": reason,
    "owner": words,
    "ticket": words,
    "created": day,
    "expires": day,
    "draft": words,
}


def read_check(file: File, problems: Problems) -> Check:
    """``[check]``; the files it names count from the folder of the configuration."""
    found = read_table("check", file.table.get("check", {}), _CHECK, problems)
    if "baseline" in found:
        found["baseline"] = beside(file, found["baseline"])
    if "format" in found:
        parts = (one.partition(":") for one in found["format"])
        found["format"] = tuple(
            f"{name}:{beside(file, target)}" if target else name for name, _, target in parts
        )
    return Check(**found)


def read_severities(file: File, problems: Problems) -> dict[str, str]:
    """``[severity]``: a severity, or ``off``, by rule."""
    raw = file.table.get("severity", {})
    if not isinstance(raw, dict):
        problems.add("severity", "is no table; write [severity]")
        return {}
    found = {}
    for key, value in raw.items():
        for checker, one in ((rule, key), (one_of(*SEVERITIES), value)):
            try:
                checker(one)
            except ValueError as wrong:
                problems.add(f"severity.{key}", str(wrong))
                break
        else:
            found[key] = str(value)
    return found


def read_thresholds(file: File, problems: Problems) -> dict[str, Any]:
    """``[threshold]``: from how large a change on a changed figure is an error, or a warning."""
    spec: Mapping[str, Checker] = {"error": share, "warning": share}
    return read_table("threshold", file.table.get("threshold", {}), spec, problems)


def read_overrides(file: File, problems: Problems) -> tuple[Override, ...]:
    """``[[override]]``."""
    found = []
    for where, raw in _each(file, "override", problems):
        values = read_table(where, raw, _OVERRIDE, problems)
        if not {"rule", "section", "measure"} & set(raw):
            problems.add(where, "names no rule, section or measure")
        if not {"severity", "error", "warning"} & set(raw):
            problems.add(where, "sets no severity, and no error or warning threshold")
        found.append(Override(**values))
    return tuple(found)


def read_measures(file: File, problems: Problems) -> tuple[Measure, ...]:
    """``[[measure]]``: what a team counts; no two measures may share a name or an alias."""
    found: list[Measure] = []
    taken: dict[str, str] = {}
    for where, raw in _each(file, "measure", problems):
        values = read_table(where, raw, _MEASURE, problems)
        if "name" not in raw:
            problems.add(where, "has no name")
        if "name" not in values:
            continue
        measure = Measure(**values)
        for name in {one.casefold(): one for one in (measure.name, *measure.aliases)}.values():
            if name.casefold() in taken:
                problems.add(where, f"{name!r} is taken by {taken[name.casefold()]}")
            taken[name.casefold()] = where
        found.append(measure)
    return tuple(found)


def read_pairs(file: File, problems: Problems) -> tuple[Pair, ...]:
    """``[[pair]]``: drafts and what they are checked against."""
    found: list[Pair] = []
    names: set[str] = set()
    for where, raw in _each(file, "pair", problems):
        values = read_table(where, raw, _PAIR, problems)
        if "draft" not in raw:
            problems.add(where, "has no draft")
        if "draft" not in values:
            continue
        values.setdefault("name", Path(values["draft"].replace("\\", "/")).stem)
        for key in ("draft", "against"):
            if key in values:
                values[key] = beside(file, values[key])
        if "earlier" in values:
            values["earlier"] = tuple(beside(file, one) for one in values["earlier"])
        if values["name"] in names:
            problems.add(where, f"there are two pairs named {values['name']!r}; give them names")
        names.add(values["name"])
        found.append(Pair(**values))
    return tuple(found)


def read_waivers(file: File, problems: Problems) -> tuple[Waiver, ...]:
    """``[[waiver]]``: what was signed off, why, by whom and until when."""
    found = []
    lines = file.lines_of("waiver")
    for at, (where, raw) in enumerate(_each(file, "waiver", problems)):
        values = read_table(where, raw, _WAIVER, problems)
        for missing in _missing(raw):
            problems.add(where, missing)
        created, expires = values.get("created"), values.get("expires")
        if created and expires and expires < created:
            problems.add(where, f"expires on {expires} before it is created on {created}")
        values["fingerprints"] = values.pop("fingerprint", ())
        values.setdefault("reason", "")
        line = lines[at] if at < len(lines) else 1
        found.append(Waiver(**values, file=repository_path(str(file.path)), line=line))
    return tuple(found)


def _missing(raw: Mapping[str, Any]) -> list[str]:
    """What a waiver lacks to be bound to a finding and its values."""
    lacks = [] if "reason" in raw else ["has no reason"]
    if "fingerprint" in raw:
        return lacks
    if "rule" not in raw or not {"section", "measure"} & set(raw):
        lacks.append("names no finding; give fingerprint, or rule with section or measure")
    elif not {"old", "new"} & set(raw):
        lacks.append("is bound to no values; give old and new as the finding has them")
    return lacks


def _each(file: File, name: str, problems: Problems) -> list[tuple[str, dict[str, Any]]]:
    raw = file.table.get(name, [])
    if not isinstance(raw, list) or not all(isinstance(one, dict) for one in raw):
        problems.add(name, f"must be tables; write [[{file.prefix}{name}]]")
        return []
    return [(f"{name}[{number}]", one) for number, one in enumerate(raw, start=1)]


def beside(file: File, path: str) -> str:
    """A path as it counts from the folder of the configuration; a git reference stays as it is."""
    if ":" in path and not Path(path).is_absolute() and not (file.path.parent / path).exists():
        return path
    joined = os.path.normpath(file.path.parent / path)
    here = Path.cwd()
    if Path(joined).is_absolute() and Path(joined).is_relative_to(here):
        return str(Path(joined).relative_to(here))
    return joined
