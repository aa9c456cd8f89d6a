"""The nouns of tracediff: what the stages hand to each other.

Everything here is frozen. A document is read into blocks, the blocks become an edition of
sections, paragraphs and sentences; figures and claims are read out of the sentences; two editions
are linked; what changed is a list of findings in a report. What can be derived is a property.

Offsets are counted in characters (Python string indexes). A ``Span`` named ``span`` points into the
source text of the file, a ``Span`` named ``at`` points into the normalised text of one sentence.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of text: first character, and the one after the last."""

    start: int
    end: int


# --- what a reader yields ---------------------------------------------------------------------


class BlockKind(StrEnum):
    """What a block of a document is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"
    NOTE = "note"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: its text without citations, and where it stands in the source.

    ``indent`` counts the steps that a row label is set in: such a row belongs to the last row above
    it with fewer steps.
    """

    text: str
    span: Span
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph, a list item, a table or a note, as it stands in the source text.

    ``cuts`` are stretches inside ``span`` that are not part of the text: markup, a running head
    that a page break put into a paragraph, a list bullet. ``level`` is the depth of a heading
    (1 is the highest) or of a list item. ``rows`` is set for tables only; the first ``heads`` rows
    are column heads.
    """

    kind: BlockKind
    span: Span
    level: int = 0
    page: int | None = None
    cuts: tuple[Span, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    heads: int = 0
    label: str = ""  # the number or letter that opens it: "1.2.3", "(a)", "III"
    caption: Cell | None = None  # of a table


@dataclass(frozen=True, slots=True)
class Source:
    """One file as a reader gives it: its text and the blocks that point into that text.

    ``title`` and ``year`` are set where the format itself states them (front matter, document
    properties). ``notes`` say in whole sentences what was not read, and why. ``pages`` and
    ``lines`` are sorted pairs (offset in ``text``, page or line of the file from there on), set
    where the text is not the file's own or has pages.
    """

    name: str
    format: str
    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    year: int | None = None
    notes: tuple[str, ...] = ()
    pages: tuple[tuple[int, int], ...] = ()
    lines: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A block with its text as a reader sees it: hyphens mended, white space single, cuts left out.

    ``shifts`` map positions in ``text`` to offsets in the source, as in ``Sentence``.
    """

    block: Block
    text: str
    shifts: tuple[tuple[int, int], ...]


# --- periods ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both ends included, and the words that a reader would use for it.

    ``as_of`` marks a stock counted on a day, not a flow over a stretch.
    """

    start: date
    end: date
    label: str
    as_of: bool = False

    @property
    def year(self) -> int | None:
        """The calendar year it lies in, or for a fiscal year the one it ends in; else none."""
        if self.start.year == self.end.year:
            return self.start.year
        return self.end.year if 360 <= self.days <= 370 else None

    @property
    def days(self) -> int:
        """How many days it covers."""
        return (self.end - self.start).days + 1

    @property
    def full_year(self) -> bool:
        """Whether it covers twelve months, and is not a stock as of a day."""
        return 360 <= self.days <= 370 and not self.as_of


# --- one edition ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its normalised text, and exactly where it stands in the source.

    ``shifts`` are sorted pairs (position in ``text``, offset in the source) from which any position
    in between follows by counting on; one pair for each place where the source was mended.
    """

    index: int
    text: str
    span: Span
    section: int
    paragraph: int
    line: int
    page: int | None = None
    kind: BlockKind = BlockKind.PARAGRAPH
    shifts: tuple[tuple[int, int], ...] = ()

    def locate(self, at: Span) -> Span:
        """The stretch of the source that a stretch of ``text`` came from."""
        return Span(self._offset(at.start), self._offset(at.end - 1) + 1)

    def _offset(self, position: int) -> int:
        known = self.shifts or ((0, self.span.start),)
        here, there = known[max(0, bisect_right(known, (position, 1 << 62)) - 1)]
        return min(there + position - here, self.span.end)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, list item or note: the sentences ``first`` to before ``stop``."""

    index: int
    section: int
    kind: BlockKind
    span: Span
    first: int
    stop: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it, up to the next heading.

    The first section of an edition may have an empty title (text before any heading).
    ``path`` holds the titles of the sections it lies in, outermost first, its own last.
    """

    index: int
    title: str
    level: int
    span: Span
    path: tuple[str, ...] = ()
    label: str = ""
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its caption, column heads and rows, with the section it stands in.

    ``row_sentences`` holds for each row the index of the sentence that it is (its cells joined by
    " | "), or of the first of the sentences that its cells hold.
    """

    index: int
    caption: str
    section: int
    heads: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    span: Span
    page: int | None = None
    row_sentences: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """One report as it was read: the year and period it reports on, its sections and sentences.

    ``year_reason`` says in words how the year is known. ``path`` is as the user gave it.
    """

    name: str
    path: str
    format: str
    year: int | None
    year_reason: str
    period: Period | None
    text: str
    title: str
    sections: tuple[Section, ...]
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    tables: tuple[Table, ...] = ()
    notes: tuple[str, ...] = ()

    def section_of(self, sentence: Sentence) -> Section:
        """The section that a sentence stands in."""
        return self.sections[sentence.section]


# --- the ledger -------------------------------------------------------------------------------


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
    or a limit that no event counts (up to three months, under the age of 13)."""

    LEVEL = "level"
    SHARE = "share"
    CHANGE = "change"
    LIMIT = "limit"


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure in a sentence or a table, with what it counts, for when, and how sure.

    ``counted`` is the thing counted as the text names it ("trafficking victims"); ``measure`` adds
    what tells this count from others of the same thing ("trafficking victims identified abroad by
    the government"). ``part_of`` and ``same_as`` are indexes of facts of the same edition: the total
    that it is a part of, the amount that it converts. ``about`` are the facts that a stated change
    speaks of. ``direction`` is +1 or -1 for a stated rise or fall. ``certainty`` (0 to 1) says how
    sure the reading of the measure is.
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

    @property
    def year(self) -> int | None:
        """The calendar year it is for, where it is for one."""
        return self.period.year if self.period else None


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
class Cue:
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
class Claim:
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


# --- two editions side by side ----------------------------------------------------------------


class EditKind(StrEnum):
    """What happened to a run of words between two linked texts."""

    SAME = "same"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Edit:
    """A run of words inside a link; the runs of a link cover both its texts in order.

    ``old`` and ``new`` are offsets into the texts of the two sides (the sentences of a side joined
    by one space). ``weight`` (0 to 1) says how much the run matters to what the text asserts.
    """

    kind: EditKind
    old: Span
    new: Span
    weight: float = 0.0


class LinkKind(StrEnum):
    """The shape of a link."""

    KEPT = "kept"
    EDITED = "edited"
    SPLIT = "split"
    MERGED = "merged"
    REGROUPED = "regrouped"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Link:
    """Old sentences beside the new sentences that answer to them (indexes of sentences).

    ``similarity`` runs from 0 to 1 and is 1 only where the words are the same. ``why`` names the
    evidence that made the pairing, strongest first ("same words", "neighbours", "rare words: …").
    ``edits`` is empty where a side is empty or the texts are the same.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    similarity: float = 0.0
    moved: bool = False
    why: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()

    @property
    def kind(self) -> LinkKind:
        """The shape, which follows from how many sentences stand on each side."""
        match min(len(self.old), 2), min(len(self.new), 2):
            case 0, _:
                return LinkKind.ADDED
            case _, 0:
                return LinkKind.REMOVED
            case 1, 1:
                return LinkKind.KEPT if self.similarity >= 1.0 else LinkKind.EDITED
            case 1, _:
                return LinkKind.SPLIT
            case _, 1:
                return LinkKind.MERGED
            case _:
                return LinkKind.REGROUPED


@dataclass(frozen=True, slots=True)
class SectionLink:
    """An old section beside the new one that answers to it; one side is none where it has none."""

    old: int | None
    new: int | None
    similarity: float = 0.0
    moved: bool = False


@dataclass(frozen=True, slots=True)
class TableLink:
    """An old table beside a new one, and its rows beside each other (indexes of rows)."""

    old: int | None
    new: int | None
    rows: tuple[tuple[int | None, int | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Alignment:
    """All links between two editions: every sentence and every section stands in exactly one."""

    links: tuple[Link, ...]
    sections: tuple[SectionLink, ...]
    tables: tuple[TableLink, ...] = ()


class Side(StrEnum):
    """Which edition something stands in."""

    OLD = "old"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a series: the fact, and the edition that gives it."""

    side: Side
    fact: Fact


@dataclass(frozen=True, slots=True)
class Series:
    """One measure over periods, points in order of period, then old edition before new.

    ``label`` names the measure in the report's own words, ``measure`` holds what it is known by.
    """

    measure: str
    unit: str | None
    points: tuple[Point, ...]
    label: str = ""

    @property
    def name(self) -> str:
        """What a reader is shown: the label with a capital, or else the measure."""
        text = self.label or self.measure
        return text[:1].upper() + text[1:]

    @property
    def ends(self) -> tuple[Point, Point]:
        """What a reader sets side by side: the latest that each edition gives, else first and last.

        Where the old edition gives nothing for it, the two ends lie both in the new one, and the
        reverse.
        """
        old = [point for point in self.points if point.side is Side.OLD]
        new = [point for point in self.points if point.side is Side.NEW]
        if old and new:
            return old[-1], new[-1]
        return self.points[0], self.points[-1]

    @property
    def changed(self) -> bool:
        """Whether any two of its points differ in value or in status."""
        return len({(point.fact.status, point.fact.value) for point in self.points}) > 1

    @property
    def restated(self) -> frozenset[int]:
        """Positions of the points whose period the other edition gives another value for."""
        values: dict[Period, set[Decimal | None]] = {}
        for point in self.points:
            if point.fact.period is not None:
                values.setdefault(point.fact.period, set()).add(point.fact.value)
        return frozenset(
            at
            for at, point in enumerate(self.points)
            if point.fact.period is not None and len(values[point.fact.period]) > 1
        )

    @property
    def comparable(self) -> bool:
        """Whether its ends cover stretches of the same length, and a change means something."""
        old, new = (point.fact.period for point in self.ends)
        return old is None or new is None or abs(old.days - new.days) <= 6

    @property
    def change(self) -> Change:
        """The values at its ends."""
        old, new = self.ends
        return Change(old.fact.value, new.fact.value)


@dataclass(frozen=True, slots=True)
class Ledger:
    """One edition's facts, and the series that it gives by itself (all points on the new side)."""

    reading: Reading
    series: tuple[Series, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two readings, their alignment and their common series: what the detectors look at."""

    old: Reading
    new: Reading
    alignment: Alignment
    series: tuple[Series, ...]

    @property
    def labels(self) -> tuple[str, str]:
        """What to call the editions: by year or name, or whatever first tells them apart."""
        both = self.old.edition, self.new.edition
        for old, new in (
            [str(one.year) if one.year is not None else one.name for one in both],
            [one.period.label if one.period else one.name for one in both],
            [one.name for one in both],
        ):
            if old != new:
                return old, new
        return both[0].path, both[1].path


# --- what was found ---------------------------------------------------------------------------


class Severity(StrEnum):
    """How much a finding matters to someone who is held to the report."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of finding: one row of the catalogue."""

    id: str
    name: str
    severity: Severity
    finds: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where one side of a finding stands: the edition, the sentence, and the words that show it.

    ``at`` is the part of the sentence's text that ``quote`` repeats.
    """

    side: Side
    sentence: int
    at: Span
    quote: str
    fact: int | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """A value before and after; ``old`` or ``new`` is none where none was reported."""

    old: Decimal | None
    new: Decimal | None

    @property
    def absolute(self) -> Decimal | None:
        """New less old, where both are known."""
        return None if self.old is None or self.new is None else self.new - self.old

    @property
    def relative(self) -> Decimal | None:
        """The change as a share of the old value, where that is known and not zero."""
        return None if self.absolute is None or not self.old else self.absolute / abs(self.old)


@dataclass(frozen=True, slots=True)
class Place:
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
    values ``old`` and ``new``. ``expires`` is the last day (UTC) on which it holds. ``draft`` bounds
    it to one file or pair. ``file`` and ``line`` say where it is written down. An entry of a
    baseline is a waiver without an author.
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


@dataclass(frozen=True, slots=True)
class Finding:
    """One change that a reader should know of, as data.

    ``message`` is a whole sentence that can be pasted into a memo. ``measure``, ``period`` and
    ``values`` identify the matter, so that the finding is recognised again after edits elsewhere.
    ``magnitude`` and ``certainty`` (0 to 1) are what ``rank`` orders by, with the kind and the place.
    ``facets`` are further findings about the same matter. ``place`` is where the draft is to be
    looked at, ``old_place`` where the earlier edition is. ``waiver`` is what signs it off.
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
class SectionChange:
    """How much of one section moved: counts of sentences by what happened to them.

    ``old`` and ``new`` are the indexes of the section in the two editions.
    """

    title: str
    kept: int = 0
    edited: int = 0
    added: int = 0
    removed: int = 0
    moved: int = 0
    findings: int = 0
    old: int | None = None
    new: int | None = None

    @property
    def total(self) -> int:
        """How many links, roughly sentences, it is counted in."""
        return self.kept + self.edited + self.added + self.removed

    @property
    def index(self) -> float:
        """The share of its sentences that are not as they were, from 0 to 1."""
        return (self.total - self.kept) / self.total if self.total else 0.0


@dataclass(frozen=True, slots=True)
class Report:
    """The whole result of comparing two editions; ``name`` is that of the pair, where it has one."""

    comparison: Comparison
    findings: tuple[Finding, ...]
    sections: tuple[SectionChange, ...] = ()
    quiet: dict[str, int] = field(default_factory=dict)
    summary: tuple[str, ...] = ()
    name: str = ""

    @property
    def old(self) -> Edition:
        """The earlier edition."""
        return self.comparison.old.edition

    @property
    def new(self) -> Edition:
        """The later edition."""
        return self.comparison.new.edition

    def fails(self, least: str) -> bool:
        """Whether any finding that nobody signed off is at least as severe as ``least``.

        ``never`` is never reached.
        """
        order = [severity.value for severity in Severity]
        reached = order[: order.index(least) + 1] if least in order else []
        return any(finding.severity.value in reached for finding in self.open)

    @property
    def open(self) -> tuple[Finding, ...]:
        """The findings that nobody signed off."""
        return tuple(finding for finding in self.findings if finding.waiver is None)

    @property
    def waived(self) -> tuple[Finding, ...]:
        """The findings that someone signed off, or that a baseline holds."""
        return tuple(finding for finding in self.findings if finding.waiver is not None)

    @property
    def links(self) -> tuple[Link, ...]:
        """The links between their sentences."""
        return self.comparison.alignment.links

    @property
    def labels(self) -> tuple[str, str]:
        """What to call the editions: by year or name, or whatever first tells them apart."""
        return self.comparison.labels

    def label(self, side: Side) -> str:
        """What to call the edition of a side."""
        return self.labels[side is Side.NEW]

    @property
    def changed_series(self) -> tuple[Series, ...]:
        """The series that changed, those of the gravest findings first, then as they stand."""
        rank = {finding.measure: at for at, finding in reversed(list(enumerate(self.findings)))}
        last = len(self.findings)
        changed = [one for one in self.comparison.series if one.changed]
        return tuple(sorted(changed, key=lambda one: rank.get(one.measure, last)))

    @property
    def severities(self) -> dict[Severity, int]:
        """How many open findings of each severity, gravest first, also where there are none."""
        found = [finding.severity for finding in self.open]
        return {severity: found.count(severity) for severity in Severity}

    @property
    def fate(self) -> dict[LinkKind, int]:
        """How many links of each shape; shapes that none has are left out."""
        shapes = [link.kind for link in self.links]
        return {kind: shapes.count(kind) for kind in LinkKind if kind in shapes}

    @property
    def moved(self) -> int:
        """How many links stand in another place."""
        return sum(link.moved for link in self.links)

    def _repr_html_(self) -> str:
        """What a notebook shows: the summary and the changed figures.

        The renderer is looked up by name, so that the nouns do not depend on how they are shown.
        """
        from importlib import import_module

        fragment: str = import_module("tracediff.render.html").fragment(self)
        return fragment
