"""Findings in, the same findings out, each with the waiver that signs it off.

A waiver is bound to what it was written for: it names a finding by its fingerprint, which holds the
values, or by rule, section, measure and values. Nothing is dropped: a waived finding stays, with
its waiver. Whether waivers were of use is told over all reports of a run by ``leftovers``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from hashlib import sha256

from tracediff.model import Finding, Place, Report, Waiver
from tracediff.model.record import replaced
from tracediff.rules import RULES
from tracediff.settings import Waiving
from tracediff.waive.matching import Waivers


def waive(findings: Iterable[Finding], settings: Waiving | None = None) -> tuple[Finding, ...]:
    """Give each finding, and each of its facets, the waiver that covers it.

    Where the first finding of a matter is signed off and a facet is not, the facet becomes a
    finding of its own: nobody signed that off.
    """
    settings = settings or Waiving()
    today = settings.today or datetime.now(UTC).date()
    alive = [w for w in settings.waivers if w.expires is None or today <= w.expires]
    known = Waivers((*alive, *settings.baseline), settings.pair)
    found = [part for finding in findings for part in _parted(_signed(finding, known))]
    return tuple(found)


def _signed(finding: Finding, known: Waivers) -> Finding:
    return replaced(
        finding,
        waiver=known.covering(finding),
        facets=tuple(_signed(facet, known) for facet in finding.facets),
    )


def _parted(finding: Finding) -> Iterator[Finding]:
    """What is signed off and what is not, as findings of their own where both are there."""
    open_facets = tuple(facet for facet in finding.facets if facet.waiver is None)
    if finding.waiver is None or not open_facets:
        yield finding
        return
    first, *rest = open_facets
    yield replaced(first, facets=tuple(rest))
    yield replaced(finding, facets=tuple(f for f in finding.facets if f.waiver is not None))


def leftovers(reports: Iterable[Report], settings: Waiving) -> tuple[Finding, ...]:
    """Findings about the sign-off itself: waivers that expired or match nothing any more."""
    today = settings.today or datetime.now(UTC).date()
    findings = [f for report in reports for one in report.findings for f in one.all]
    used = {finding.waiver for finding in findings}
    found = []
    for waiver in settings.waivers:
        if waiver in used:
            continue
        hit = Waivers((waiver,), waiver.draft)
        if waiver.expires is not None and waiver.expires < today:
            back = any(hit.covering(finding) for finding in findings)
            found.append(_expired(waiver, back))
        else:
            found.append(_unused(waiver))
    stale = [waiver for waiver in settings.baseline if waiver not in used]
    return (*found, *_stale(stale))


def _expired(waiver: Waiver, back: bool) -> Finding:
    end = "its finding counts again" if back else "nothing answers to it any more; remove it"
    asked = f"; ask {waiver.owner}" if waiver.owner and back else ""
    assert waiver.expires is not None
    return _about(
        waiver,
        "W601",
        f"The waiver for {_subject(waiver)} expired on {waiver.expires.isoformat()}: {end}{asked}.",
    )


def _unused(waiver: Waiver) -> Finding:
    return _about(
        waiver, "W602", f"The waiver for {_subject(waiver)} matches no finding any more; remove it."
    )


def _stale(entries: list[Waiver]) -> Iterator[Finding]:
    if entries:
        number = "1 entry" if len(entries) == 1 else f"{len(entries)} entries"
        yield _about(
            entries[0],
            "W603",
            f"{number} of the baseline {'matches' if len(entries) == 1 else 'match'} no finding"
            " any more; --prune-baseline removes what is stale.",
        )


def _subject(waiver: Waiver) -> str:
    if waiver.rule:
        about = waiver.measure or waiver.section or ""
        return f"{waiver.rule} {about}".strip()
    return ", ".join(waiver.fingerprints)


def _about(waiver: Waiver, rule: str, message: str) -> Finding:
    return Finding(
        rule=RULES[rule],
        severity=RULES[rule].severity,
        message=message,
        section="",
        old=None,
        new=None,
        values=(waiver.file, *waiver.fingerprints, waiver.rule, waiver.old, waiver.new),
        fingerprint=f"{_digest(rule, waiver)}:1",
        place=Place(waiver.file, waiver.line, waiver.line),
    )


def _digest(rule: str, waiver: Waiver) -> str:
    named = (rule, *waiver.fingerprints, waiver.rule, waiver.section or "", waiver.measure or "")
    text = "\x1f".join((*named, waiver.old, waiver.new, waiver.draft))
    return sha256(text.encode()).hexdigest()[:16]


__all__ = ["leftovers", "waive"]
