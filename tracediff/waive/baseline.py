"""The baseline file: the findings that were there when a team began.

It is JSON, sorted, without line numbers or dates, so that it changes only where the findings do.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from tracediff.errors import InputError
from tracediff.files import read_bytes
from tracediff.model import Finding, Report, Waiver
from tracediff.paths import repository_path

SCHEMA_VERSION: Final = 1
_MOST: Final = 32 * 1024 * 1024  # bytes; an entry has some 300, a report some hundred entries
_Entry = dict[str, Any]
_FIELDS: Final = ("fingerprint", "rule", "section", "measure", "old", "new", "pair")


def read_baseline(path: str) -> tuple[Waiver, ...]:
    """The entries of a baseline file. Raises ``InputError`` where it is none."""
    try:
        text = read_bytes(path, _MOST)
        if len(text) > _MOST:
            raise InputError(f"{path}: more than {_MOST // 1024 // 1024} MB; is it the right file?")
        data = json.loads(text.decode("utf-8"))
    except FileNotFoundError:
        raise InputError(f"{path}: no such baseline; make it with --write-baseline") from None
    except (OSError, ValueError, RecursionError) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError(
            f"{path}: is no baseline ({reason}); make it again with --write-baseline"
        ) from None
    entries = data.get("findings") if isinstance(data, dict) else None
    if not isinstance(entries, list) or data.get("schema_version") != SCHEMA_VERSION:
        raise InputError(f"{path}: is no baseline of this version; make it with --write-baseline")
    return tuple(_entry(entry, path) for entry in entries)


def _entry(entry: Any, path: str) -> Waiver:
    known = isinstance(entry, dict) and all(isinstance(entry.get(f, ""), str) for f in _FIELDS)
    if not known or not entry.get("fingerprint"):
        raise InputError(
            f"{path}: an entry has no fingerprint; make it again with --write-baseline"
        )
    also = entry.get("also", [])
    if not isinstance(also, list) or not all(isinstance(one, str) and one for one in also):
        raise InputError(f"{path}: an entry has no list in also; make it again")
    return Waiver(
        reason="in the baseline",
        fingerprints=(entry["fingerprint"], *also),
        rule=entry.get("rule", ""),
        section=entry.get("section", ""),
        measure=entry.get("measure", ""),
        old=entry.get("old", ""),
        new=entry.get("new", ""),
        draft=entry.get("pair", ""),
        file=repository_path(path),
        baseline=True,
    )


def written(reports: Mapping[str, Report], kept: Iterable[Waiver] = ()) -> str:
    """The text of a baseline for reports by the name of their pair, and entries to keep.

    All open findings go in, and those that the baseline before held; what a waiver signs off does
    not. A finding is one entry, which names its facets in ``also``: as many entries as findings.
    """
    entries = [_as_entry(waiver) for waiver in kept]
    entries += [
        _described([one for one in finding.all if one.waiver is None or one.waiver.baseline], pair)
        for pair, report in reports.items()
        for finding in report.findings
        if finding.waiver is None or finding.waiver.baseline
    ]
    unique = {repr(entry): entry for entry in entries}
    ordered = sorted(unique.values(), key=lambda entry: [entry[name] for name in _ORDERED])
    data = {"schema_version": SCHEMA_VERSION, "tool": "tracediff", "findings": ordered}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


_ORDERED: Final = ("pair", "rule", "section", "measure", "old", "new", "fingerprint")


def _described(findings: Sequence[Finding], pair: str) -> _Entry:
    """The entry of a finding, the first of these, and of its facets."""
    finding, *facets = findings
    old, new = finding.said
    return {
        "pair": pair,
        "rule": finding.rule.id,
        "section": finding.section,
        "measure": finding.measure,
        "old": old,
        "new": new,
        "fingerprint": finding.fingerprint,
        **_also(facet.fingerprint for facet in facets),
    }


def _also(prints: Iterable[str]) -> _Entry:
    others = sorted(prints)
    return {"also": others} if others else {}


def _as_entry(waiver: Waiver) -> _Entry:
    return {
        "pair": waiver.draft,
        "rule": waiver.rule,
        "section": waiver.section or "",
        "measure": waiver.measure or "",
        "old": waiver.old,
        "new": waiver.new,
        "fingerprint": waiver.fingerprints[0],
        **_also(waiver.fingerprints[1:]),
    }
