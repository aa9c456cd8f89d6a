"""The scales on which reports rate, and what a list of cue words is.

A scale is a list of its own; the value of a level is its rank on that scale.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from tracediff.model import CueKind


class CueList(NamedTuple):
    """Words of one kind: the reason they are listed, and phrases or words with their value."""

    kind: CueKind
    reason: str
    phrases: Mapping[str, float] = MappingProxyType({})
    roots: Mapping[str, float] = MappingProxyType({})
    scale: str = ""


RATINGS: Final[tuple[CueList, ...]] = (
    CueList(
        CueKind.RATING,
        "Levels of progress that a report awards to whom it is about.",
        {
            "no advancement": 0.0,
            "minimal advancement": 1.0,
            "moderate advancement": 2.0,
            "significant advancement": 3.0,
        },
        scale="advancement",
    ),
    CueList(
        CueKind.RATING,
        "Numbered tiers; tier 1 is the best, and a watch list lies between two tiers.",
        {
            "tier 1": 4.0,
            "tier one": 4.0,
            "tier 2": 3.0,
            "tier two": 3.0,
            "tier 2 watch list": 2.0,
            "tier 3": 1.0,
            "tier three": 1.0,
        },
        scale="tier",
    ),
    CueList(
        CueKind.RATING,
        "Risk levels as audits and statements word them.",
        {
            "very low risk": 0.0,
            "low risk": 1.0,
            "medium risk": 2.0,
            "moderate risk": 2.0,
            "high risk": 3.0,
            "very high risk": 4.0,
        },
        scale="risk",
    ),
    CueList(
        CueKind.RATING,
        "Verdicts of auditors and inspectors.",
        {
            "rated inadequate": 0.0,
            "rated unsatisfactory": 0.0,
            "rated poor": 0.0,
            "requires improvement": 1.0,
            "rated satisfactory": 2.0,
            "rated good": 2.0,
            "rated very good": 3.0,
            "rated outstanding": 3.0,
            "rated excellent": 3.0,
        },
        scale="verdict",
    ),
    CueList(
        CueKind.RATING,
        "Standing in an index of freedom or compliance.",
        {
            "not free": 0.0,
            "partly free": 1.0,
            "non-compliant": 0.0,
            "partially compliant": 1.0,
            "largely compliant": 2.0,
            "fully compliant": 3.0,
        },
        scale="standing",
    ),
)

GRADES: Final[Mapping[str, str]] = MappingProxyType(
    {
        grade.strip(): scale
        for scale, grades in {
            "verdict": "inadequate, unsatisfactory, poor, weak, fair, requires improvement,"
            " needs improvement, adequate, satisfactory, good, very good, strong, outstanding,"
            " excellent",
            "degree": "very low, low, medium, moderate, high, very high, severe",
            "light": "green, amber, yellow, red",
            "course": "on track, off track, at risk, delayed, behind schedule, ahead of schedule,"
            " achieved, partly achieved, partially achieved, not achieved, met, partly met,"
            " partially met, not met, missed",
        }.items()
        for grade in grades.split(",")
    }
)
"""What a heading says behind its subject ("Kitchens: good") to grade it, with the scale."""
