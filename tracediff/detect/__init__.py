"""A comparison in, findings out.

``DETECTORS`` look at two editions, ``SINGLE`` at one; each is a plain function. To add a finding,
write such a function and put it into the tuple of its family.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import chain

from tracediff.detect.answers import ANSWER_DETECTORS
from tracediff.detect.arithmetic import ARITHMETIC_DETECTORS
from tracediff.detect.claims import CLAIM_DETECTORS
from tracediff.detect.directions import direction_contradicts
from tracediff.detect.draft import DRAFT_DETECTORS
from tracediff.detect.emptied import EMPTIED_DETECTORS
from tracediff.detect.equations import EQUATION_DETECTORS
from tracediff.detect.headings import HEADING_DETECTORS
from tracediff.detect.limits import LIMIT_DETECTORS
from tracediff.detect.lone_figures import LONE_DETECTORS
from tracediff.detect.numbers import NUMBER_DETECTORS
from tracediff.detect.placeholders import placeholders, with_what_stood_there
from tracediff.detect.rewording import rewordings
from tracediff.detect.rows import ROW_DETECTORS
from tracediff.detect.signs import SIGN_DETECTORS
from tracediff.detect.standings import STANDING_DETECTORS
from tracediff.detect.structure import STRUCTURE_DETECTORS
from tracediff.jobs import Job, at_once
from tracediff.model import (
    BlockKind,
    Comparison,
    Evidence,
    Finding,
    LinkKind,
    Reading,
    Severity,
    Side,
)
from tracediff.settings import Detecting
from tracediff.syntax.sharing import shared, taken

Detector = Callable[[Comparison, Detecting], Iterator[Finding]]
SingleDetector = Callable[[Reading, Detecting], Iterator[Finding]]

DETECTORS: tuple[Detector, ...] = (
    *NUMBER_DETECTORS,
    *LIMIT_DETECTORS,
    *STANDING_DETECTORS,
    *LONE_DETECTORS,
    *EMPTIED_DETECTORS,
    *CLAIM_DETECTORS,
    *ANSWER_DETECTORS,
    *ROW_DETECTORS,
    *STRUCTURE_DETECTORS,
    *HEADING_DETECTORS,
    *SIGN_DETECTORS,
    *DRAFT_DETECTORS,
)
SINGLE: tuple[SingleDetector, ...] = (
    *ARITHMETIC_DETECTORS,
    *EQUATION_DETECTORS,
    direction_contradicts,
    placeholders,
)


def detect(comparison: Comparison, settings: Detecting | None = None) -> tuple[Finding, ...]:
    """All findings between two editions, and those inside the new one where its text changed."""
    settings = settings or Detecting()
    jobs: list[Job] = [
        partial(detect_single, comparison.new, settings),
        *(partial(_found, detector, comparison, settings) for detector in DETECTORS),
    ]
    large = len(comparison.new.edition.sentences) >= settings.at_once
    alone, *lists = taken(at_once(shared(jobs), worth=large))
    settled = {
        i for link in comparison.alignment.links if link.kind is LinkKind.KEPT for i in link.new
    }
    before = {f.message for f in placeholders(comparison.old, settings)}
    found: list[Finding] = list(chain.from_iterable(lists))
    single = [f for f in alone if f.new and (f.new.sentence not in settled or _left(f, before))]
    found += with_what_stood_there(single, comparison)
    found += rewordings(comparison, found, settings)
    told = _told_by_the_section(found, comparison)
    return tuple(f for f in told if not _in_references(f, comparison))


def _left(finding: Finding, before: Container[str]) -> bool:
    """Whether a placeholder beside a kept sentence (a mark of a merge) was not there before."""
    return finding.rule.id == "D503" and finding.message not in before


def _found(detector: Detector, comparison: Comparison, settings: Detecting) -> list[Finding]:
    return list(detector(comparison, settings))


def detect_single(reading: Reading, settings: Detecting | None = None) -> tuple[Finding, ...]:
    """All findings inside one edition."""
    settings = settings or Detecting()
    return tuple(finding for detector in SINGLE for finding in detector(reading, settings))


def _told_by_the_section(found: Iterable[Finding], comparison: Comparison) -> Iterator[Finding]:
    """Statements dropped with a whole section as notes: that the section is gone is said once.

    Figures and claims that the draft contradicts keep their weight.
    """
    found = tuple(found)
    old = comparison.old.edition
    gone = {old.sentences[f.old.sentence].section for f in found if f.rule.id == "S401" and f.old}
    for finding in found:
        dropped = finding.rule.id == "C306" and finding.old is not None and finding.new is None
        if dropped and finding.old and old.sentences[finding.old.sentence].section in gone:
            yield replace(finding, severity=Severity.NOTE)
        else:
            yield finding


def _in_references(finding: Finding, comparison: Comparison) -> bool:
    """Whether a finding stands in a list of sources, which says nothing about the matter."""
    places = [e for e in (finding.old, finding.new) if e is not None]
    return bool(places) and all(_is_reference(e, comparison) for e in places)


def _is_reference(evidence: Evidence, comparison: Comparison) -> bool:
    reading = comparison.old if evidence.side is Side.OLD else comparison.new
    return reading.edition.sentences[evidence.sentence].kind is BlockKind.REFERENCE
