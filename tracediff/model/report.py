"""The whole result of a comparison."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tracediff.model.edition import Edition
from tracediff.model.findings import Finding, Place, Severity, Story
from tracediff.model.links import Link, LinkKind, Side
from tracediff.model.series import Comparison, Series
from tracediff.shown import as_frame, shown


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
class DraftEdit:
    """One edit within a draft: what stood there at an earlier revision, and what stands there now.

    Either is empty where nothing stands there. They are the words that differ with a few around
    them, not whole sentences. ``place`` is in the draft.
    """

    old: str
    new: str
    section: str
    place: Place


@dataclass(frozen=True, slots=True)
class Since:
    """What a change brought to a draft: the revision that it began at, and the edits since then.

    ``is_new`` where the draft was not there at that revision.
    """

    revision: str
    edits: tuple[DraftEdit, ...] = ()
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """A line of the first screen and the story that it is from; ``old`` and ``new`` of a figure."""

    text: str
    story: Story
    old: str = ""
    new: str = ""


@dataclass(frozen=True, slots=True)
class Briefing:
    """What whoever has a minute reads: sentences, figures, and questions for the authors."""

    sentences: tuple[Told, ...] = ()
    figures: tuple[Told, ...] = ()
    questions: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """The whole result of comparing two editions; ``name`` is that of the pair, if it has one.

    ``stories`` are most important first, of open findings; ``checks`` are what to look at before
    anything is quoted, a finding each. ``doubts`` make the comparison itself doubtful. ``since``
    says what a change brought, where that was asked for: only its findings are open then.
    ``briefing`` is its first screen, where there is anything to tell.
    """

    comparison: Comparison
    findings: tuple[Finding, ...]
    sections: tuple[SectionChange, ...] = ()
    quiet: dict[str, int] = field(default_factory=dict)
    summary: tuple[str, ...] = ()
    name: str = ""
    stories: tuple[Story, ...] = ()
    checks: tuple[Story, ...] = ()
    doubts: tuple[str, ...] = ()
    since: Since | None = None
    briefing: Briefing | None = None

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

        ``least`` is ``error``, ``warning`` or ``note``; ``never`` is never reached. Raises
        ``ValueError`` for any other word.
        """
        order = [severity.value for severity in Severity]
        if least not in (*order, "never"):
            raise ValueError(f"{least!r} is no severity; it is one of {', '.join(order)}, never")
        reached = order[: order.index(least) + 1] if least in order else []
        return any(finding.severity.value in reached for finding in self.open)

    @property
    def open(self) -> tuple[Finding, ...]:
        """The findings that nobody signed off."""
        return tuple(finding for finding in self.findings if finding.waiver is None)

    @property
    def listed(self) -> tuple[Story, ...]:
        """The stories as a page lists them: what stands among the checks comes last."""
        checked = {id(check.findings[0]) for check in self.checks}
        return tuple(
            sorted(self.stories, key=lambda s: all(id(one) in checked for one in s.findings))
        )

    @property
    def waived(self) -> tuple[Finding, ...]:
        """The findings that someone signed off, or that a baseline holds."""
        return tuple(one for one in self.findings if one.waiver and not one.waiver.since)

    @property
    def known(self) -> tuple[Finding, ...]:
        """The findings that the draft had before the change, where that was asked for."""
        return tuple(one for one in self.findings if one.waiver and one.waiver.since)

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
    def link_counts(self) -> dict[LinkKind, int]:
        """How many links of each shape; shapes that none has are left out."""
        shapes = [link.kind for link in self.links]
        return {kind: shapes.count(kind) for kind in LinkKind if kind in shapes}

    @property
    def moved(self) -> int:
        """How many links stand in another place."""
        return sum(link.elsewhere for link in self.links)

    @property
    def figures(self) -> tuple[Series, ...]:
        """The figures that changed, as series, those of the gravest findings first."""
        return self.changed_series

    def __repr__(self) -> str:
        """One line: what is compared, and how much was found."""
        numbers = (len(self.stories), "story", "stories"), (len(self.open), "finding", "findings")
        parts = [f"{n} {one if n == 1 else many}" for n, one, many in numbers]
        checks = f"{len(self.checks)} check{'s' * (len(self.checks) != 1)}"
        return f"<Report {' → '.join(self.labels)}: {', '.join(parts)}, {checks}>"

    def to_json(self) -> str:
        """The report as JSON, as ``docs/json.md`` describes it."""
        return str(shown(self, "json"))

    def to_html(self, *, title: str = "", note: str = "", confidentiality: str = "") -> str:
        """The report as one HTML page that can be shared as a file."""
        looks = {"title": title, "note": note, "confidentiality": confidentiality}
        return str(shown(self, "html", **looks))

    def to_markdown(self, *, title: str = "", note: str = "", limit: int | None = None) -> str:
        """The report as Markdown, short enough for a comment; ``limit`` bounds its stories."""
        return str(shown(self, "markdown", title=title, note=note, limit=limit))

    def to_docx(self) -> bytes:
        """The new edition, a Word file, with tracked changes against the old one and comments."""
        return bytes(shown(self, "docx"))

    def to_xlsx(self) -> bytes:
        """The report as an Excel workbook; raises ``InputError`` where XlsxWriter is missing."""
        return bytes(shown(self, "xlsx"))

    def to_frame(self, what: str = "findings") -> Any:
        """Its ``findings``, ``stories`` or ``figures`` as a ``pandas.DataFrame``, a row for each.

        Raises ``ImportError`` where pandas is missing, ``ValueError`` for anything else to show.
        """
        return as_frame(shown(self, "rows", what=what))

    def _repr_html_(self) -> str:
        """What a notebook shows: the summary and the changed figures."""
        return str(shown(self, "notebook"))
