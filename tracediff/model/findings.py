"""What was found: rules, evidence, findings, waivers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tracediff.model.links import Side
from tracediff.model.record import Record
from tracediff.model.series import Change
from tracediff.model.source import Span


class Severity(StrEnum):
    """How much a finding matters to someone who is held to the report."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of finding: one row of the catalogue.

    ``weight`` is how much such a change matters to a reader, about -1 to 2; it orders page one.
    ``size``, 0 to 1, is how large a finding is whose figures do not say it, ``sure`` how certain.
    What is ``provable`` is an inconsistency that the texts themselves show.
    """

    id: str
    name: str
    severity: Severity
    finds: str
    weight: float = 0.0
    size: float = 0.5
    sure: float = 1.0
    provable: bool = False


@dataclass(frozen=True, slots=True)
class Evidence(Record):
    """Where one side of a finding stands: the edition, the sentence, and the words that show it.

    ``at`` is the part of the sentence's text that ``quote`` repeats.
    """

    side: Side
    sentence: int
    at: Span
    quote: str
    fact: int | None = None


@dataclass(frozen=True, slots=True)
class Place(Record):
    """Where in a file someone should look: lines and columns from 1.

    ``column`` and ``end_column`` count characters, ``byte_column`` and ``end_byte_column`` bytes of
    UTF-8; ends stand behind the last character. They are none where a line of the text as read is
    not one of the file. ``nearest`` marks a place where something is missing: the sentence is the
    nearest one that is left. ``path`` counts from the top of the repository, where there is one.
    """

    path: str
    line: int
    end_line: int
    column: int | None = None
    end_column: int | None = None
    byte_column: int | None = None
    end_byte_column: int | None = None
    page: int | None = None
    nearest: bool = False


@dataclass(frozen=True, slots=True)
class Waiver:
    """What someone signed off: the findings it is about, the reason, and until when it holds.

    It names findings by ``fingerprints``, or by ``rule``, ``section`` and ``measure`` with the
    values ``old`` and ``new``. ``expires`` is the last day (UTC) on which it holds. ``draft``
    bounds it to one file or pair. ``file`` and ``line`` say where it is written down. An entry of a
    baseline is a waiver without an author; so is what the draft had at the revision ``since``.
    """

    reason: str
    fingerprints: tuple[str, ...] = ()
    rule: str = ""
    section: str | None = None
    measure: str | None = None
    old: str = ""
    new: str = ""
    owner: str = ""
    ticket: str = ""
    created: date | None = None
    expires: date | None = None
    draft: str = ""
    file: str = ""
    line: int = 1
    baseline: bool = False
    since: str = ""


@dataclass(frozen=True, slots=True)
class Finding(Record):
    """One change that a reader should know of, as data.

    ``message`` is a whole sentence that can be pasted into a memo. ``measure``, ``period`` and
    ``values`` identify the matter, so that the finding is recognised again after edits elsewhere.
    ``magnitude`` and ``certainty`` (0 to 1) are what ``rank`` orders by, with the kind and the
    place. ``facets`` are further findings about the same matter. ``place`` is where the draft is to
    be looked at, ``old_place`` where the earlier edition is. ``waiver`` is what signs it off.
    """

    rule: Rule
    severity: Severity
    message: str
    section: str
    old: Evidence | None
    new: Evidence | None
    change: Change | None = None
    measure: str = ""
    period: str = ""
    values: tuple[str, ...] = ()
    magnitude: float = 0.5
    certainty: float = 1.0
    fingerprint: str = ""
    facets: tuple[Finding, ...] = ()
    place: Place | None = None
    old_place: Place | None = None
    waiver: Waiver | None = None

    def __repr__(self) -> str:
        """One line: how severe, which rule, and the message."""
        return f"<Finding {self.severity.value} {self.rule.id}: {self.message}>"

    @property
    def said(self) -> tuple[str, str]:
        """What each side says: the value or status of a figure, else the words; "" for nothing."""
        if self.rule.id.startswith("N") and len(self.values) == 2:
            return self.values[0], self.values[1]
        if self.change is not None:
            old, new = self.change.old, self.change.new
            return "" if old is None else str(old), "" if new is None else str(new)
        return self.old.quote if self.old else "", self.new.quote if self.new else ""

    @property
    def all(self) -> tuple[Finding, ...]:
        """The finding itself, then its facets."""
        return (self, *self.facets)


@dataclass(frozen=True, slots=True)
class Story(Record):
    """What an editor would print as one line: findings that tell of one matter.

    ``headline`` is that line, ``topic`` the section that it is from, ``findings`` are in order, the
    one that the headline is of first. ``also`` are the lines of what else changed of the same
    thing in that section. ``importance`` orders stories.
    """

    headline: str
    topic: str
    findings: tuple[Finding, ...]
    importance: float = 0.0
    also: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """One line: the headline."""
        return f"<Story {self.headline}>"
