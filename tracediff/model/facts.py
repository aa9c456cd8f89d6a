"""What is read out of an edition: figures and claims."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from tracediff.model.edition import Edition, Period
from tracediff.model.record import Record
from tracediff.model.source import Span


class Status(StrEnum):
    """Whether a value stands there; a missing one is never a plain zero."""

    REPORTED = "reported"
    NONE = "none"
    NOT_REPORTED = "not_reported"
    UNKNOWN = "unknown"


class Bound(StrEnum):
    """How tightly the text gives a value."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"


class FactKind(StrEnum):
    """A level (673 victims), a share (79 percent of them), a stated change (a 3 percent increase),
    a rate (12 per 1,000 workers), a limit that no event counts (up to three months, under the age
    of 13), a target (a goal of 2.0) or a plan (budgeted, expected or projected)."""

    LEVEL = "level"
    SHARE = "share"
    CHANGE = "change"
    RATE = "rate"
    LIMIT = "limit"
    TARGET = "target"
    PLAN = "plan"


@dataclass(frozen=True, slots=True)
class Fact(Record):
    """A figure in a sentence or a table, with what it counts, for when, and how sure.

    ``counted`` is the thing counted as the text names it ("trafficking victims"); ``measure`` adds
    what tells this count from others of the same thing ("trafficking victims identified abroad by
    the government"). ``part_of`` and ``same_as`` are indexes of facts of the same edition: the
    total that it is a part of, the amount that it converts. ``about`` are the facts that a stated
    change speaks of. ``direction`` is +1 or -1 for a stated rise or fall. ``certainty`` (0 to 1)
    says how sure the reading of the measure is. A value is as printed; where a table is headed "in
    thousands", ``unit`` opens with the scale ("thousand USD"). ``label`` is the row label that an
    editor would print, without figures and periods; where it is empty, the measure stands in for
    it. ``dated`` says that a time in the sentence, or the head of its cell, gives the period.
    ``verb`` is what was done to, or by, the thing counted, as it stands in the label.
    ``compared`` says that it is the far side of a comparison ("compared with 73 in 2020"), ``per``
    what an amount of money is for ("month"), ``added`` that only what was added is counted ("31 new
    cases"), ``observed`` as of which day a count for another stretch of time was told.
    ``under`` is the heading that tells it from figures of the same label.
    """

    index: int
    sentence: int
    at: Span
    span: Span
    quote: str
    value: Decimal | None
    unit: str | None
    counted: str | None
    measure: str
    period: Period | None
    status: Status = Status.REPORTED
    bound: Bound = Bound.EXACT
    kind: FactKind = FactKind.LEVEL
    part_of: int | None = None
    same_as: int | None = None
    about: tuple[int, ...] = ()
    direction: int = 0
    said_by: str | None = None
    table: int | None = None
    row: int | None = None
    certainty: float = 1.0
    label: str = ""
    dated: bool = False
    verb: str = ""
    compared: bool = False
    per: str = ""
    added: bool = False
    observed: Period | None = None
    under: str = ""

    def __repr__(self) -> str:
        """One line: the value, what it counts, for when."""
        said = self.status.value if self.value is None else f"{self.value:,}"
        unit = f" {self.unit}" if self.unit and self.value is not None else ""
        when = f", {self.period.label}" if self.period else ""
        return f"<Fact {said}{unit}: {self.label or self.measure}{when}>"

    @property
    def name(self) -> str:
        """What it is called in print: its label, with the heading that tells it from others."""
        return ", ".join(part for part in (self.label or self.measure, self.under) if part)

    @property
    def year(self) -> int | None:
        """The calendar year it is for, where it is for one."""
        return self.period.year if self.period else None


RATIO: Final = "to 1"  # the unit of "18:1"
SCALES: Final[dict[str, int]] = {
    "thousand": 1_000, "million": 10**6, "billion": 10**9, "trillion": 10**12,
}  # fmt: skip


def scale_of(unit: str | None) -> tuple[int, str | None]:
    """The factor that a unit opens with, and the unit without it.

    >>> scale_of("thousand USD"), scale_of("tonne"), scale_of("million")
    ((1000, 'USD'), (1, 'tonne'), (1000000, None))
    """
    first, _, rest = (unit or "").partition(" ")
    return (SCALES[first], rest or None) if first in SCALES else (1, unit)


def without_zeros(number: Decimal) -> Decimal:
    """A number without the zeros behind its last decimal, which a factor leaves there.

    >>> without_zeros(Decimal("1.50") * 1000), without_zeros(Decimal("0.70"))
    (Decimal('1500'), Decimal('0.7'))
    """
    whole = number.to_integral_value()
    return whole if number == whole else number.normalize()


class Stage(StrEnum):
    """How far a matter has come."""

    PLANNED = "planned"
    DRAFTED = "drafted"
    PENDING = "pending"
    ADOPTED = "adopted"
    LAUNCHED = "launched"
    ONGOING = "ongoing"
    COMPLETED = "completed"
    SUSPENDED = "suspended"
    ENDED = "ended"


class CueKind(StrEnum):
    """What a cue word tells about the claim that it stands in."""

    DENIAL = "denial"  # not, no, without, failed to
    HEDGE = "hedge"  # may, reportedly, unclear; value is the certainty that is left
    SCOPE = "scope"  # all, most, some; value is the share
    FREQUENCY = "frequency"  # always, often, rarely; value is the share of times
    OBLIGATION = "obligation"  # must, shall, should; value is its strength
    FUTURE = "future"  # will, plans to, is expected to
    STAGE = "stage"  # drafted, adopted, implemented; value is the rung of ``Stage``
    CASE = "case"  # investigated, charged, convicted; value is the rung
    TREND = "trend"  # increased, held, fell; value is +1, 0, -1
    RATING = "rating"  # a tier, level or grade; value is its rank on its scale
    SHORTFALL = "shortfall"  # gaps, insufficient, hinders: something is said to be wanting
    CONDITION = "condition"  # if, unless, provided that
    SOURCE = "source"  # reported, according to; who says so


@dataclass(frozen=True, slots=True)
class Cue(Record):
    """A word that carries polarity, certainty, scope and so on, and the words that it governs.

    ``at`` lies in the sentence's text; ``heads`` are the roots of the content words that it
    governs, nearest first. ``scale`` names the ladder where a kind has several (ratings, cases).
    """

    kind: CueKind
    value: float
    at: Span
    text: str
    heads: tuple[str, ...] = ()
    scale: str = ""


@dataclass(frozen=True, slots=True)
class Claim(Record):
    """What one clause of a sentence asserts.

    ``at`` is the clause within the sentence. ``subject`` is who or what acts. ``words`` are the
    roots of its content words, ``names`` those of its names, ``denied`` those that a denial
    governs. ``source`` is who says so.
    """

    sentence: int
    at: Span
    subject: str
    words: frozenset[str]
    cues: tuple[Cue, ...] = ()
    names: frozenset[str] = frozenset()
    denied: frozenset[str] = frozenset()
    source: str | None = None

    def of(self, kind: CueKind) -> tuple[Cue, ...]:
        """Its cues of one kind, in the order of the text."""
        return tuple(cue for cue in self.cues if cue.kind is kind)

    @property
    def positive(self) -> bool:
        """Whether it asserts something rather than denying it."""
        return not self.of(CueKind.DENIAL)

    @property
    def certainty(self) -> float:
        """From 1 (asserted) down to 0 (nobody knows)."""
        return min((cue.value for cue in self.of(CueKind.HEDGE)), default=1.0)

    @property
    def scope(self) -> float | None:
        """The widest quantity word (0 no … 1 all), none where the clause has none."""
        return max((cue.value for cue in self.of(CueKind.SCOPE)), default=None)

    @property
    def obligation(self) -> float | None:
        """From 1 (must) down to 0.25 (encouraged), none where nothing is required."""
        return max((cue.value for cue in self.of(CueKind.OBLIGATION)), default=None)


@dataclass(frozen=True, slots=True)
class Reading:
    """An edition and what was read out of it."""

    edition: Edition
    facts: tuple[Fact, ...]
    claims: tuple[Claim, ...]

    def __repr__(self) -> str:
        """One line: the name, and how much was read."""
        return f"<Reading {self.edition.name}: {len(self.facts)} facts, {len(self.claims)} claims>"
