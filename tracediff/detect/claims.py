"""What changed in the claims: a comparison in, findings C301 to C309 out."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tracediff.detect.cases import cases_followed, name_counts, telling_names
from tracediff.detect.clauses import clauses_alone
from tracediff.detect.couples import Couple, couples
from tracediff.detect.members import members_changed
from tracediff.detect.modality import (
    condition_added,
    doubt_moved,
    scope_changed,
)
from tracediff.detect.progress import (
    case_moved,
    date_moved,
    effort_held,
    stage_moved,
)
from tracediff.detect.ratings import overall_rating_changed, rating_changed, source_changed
from tracediff.detect.said import both_said
from tracediff.detect.unmatched import unmatched_claims
from tracediff.detect.verdicts import verdicts
from tracediff.model import Comparison, Finding
from tracediff.settings import Detecting

Check = Callable[[Couple, Detecting], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    doubt_moved,
    scope_changed,
    condition_added,
    members_changed,
    stage_moved,
    effort_held,
    date_moved,
    source_changed,
    rating_changed,
)
"""What is asked of every link whose words changed; each check yields findings of one rule."""


def changed_claims(comparison: Comparison, settings: Detecting) -> Iterator[Finding]:
    """C301 to C305, C308 and C309 between linked sentences, in the order of the links."""
    counts = name_counts(comparison)
    telling = telling_names(comparison, counts, settings)
    for couple in couples(comparison, settings.claim_pair):
        for check in CHECKS:
            yield from check(couple, settings)
        yield from case_moved(couple, settings, telling)
    yield from cases_followed(comparison, settings, counts)


def lone_claims(comparison: Comparison, settings: Detecting) -> Iterator[Finding]:
    """C306 and C307: statements of substance that only one edition makes."""
    said = both_said(comparison)
    yield from unmatched_claims(comparison, said, settings)
    yield from clauses_alone(comparison, said, settings)


CLAIM_DETECTORS: tuple[Callable[[Comparison, Detecting], Iterator[Finding]], ...] = (
    verdicts,
    changed_claims,
    lone_claims,
    overall_rating_changed,
)
