"""The run, top to bottom: load both editions, align, detect, rank, report.

Nothing flows back, and nothing here decides anything: each step is a stage's one function.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from tracediff import summary
from tracediff.align import align
from tracediff.both import both
from tracediff.detect import detect, detect_single
from tracediff.errors import InputError
from tracediff.extract import claims, extract
from tracediff.grade import grade
from tracediff.ledger import collect, collect_one
from tracediff.model import (
    Comparison,
    Edition,
    Finding,
    Ledger,
    LinkKind,
    Reading,
    Report,
    Severity,
)
from tracediff.normalize import normalize
from tracediff.place import place
from tracediff.rank import rank
from tracediff.readers import read_source
from tracediff.segment import segment
from tracediff.settings import Settings
from tracediff.waive import leftovers, waive

Readable = str | Path | Edition


def compare(
    old: Readable,
    new: Readable,
    *,
    old_year: int | None = None,
    new_year: int | None = None,
    settings: Settings | None = None,
    told: Callable[[str], None] = lambda step: None,
) -> Report:
    """Compare two editions of one report.

    ``old`` and ``new`` are paths (``-`` is standard input) or editions read before. The years are
    those that the editions report on; without them they are told from the texts. ``told`` hears of
    each step. Raises ``InputError`` where a file cannot be read as a report.
    """
    settings = settings or Settings()
    told("Reading both editions")
    before, after = _load_both((old, old_year), (new, new_year), settings)
    told("Setting sentences side by side")
    alignment = align(before.edition, after.edition, settings.aligning, settings.words)
    told("Following figures and claims")
    series = collect(before, after, alignment, settings.ledger, settings.words)
    comparison = Comparison(before, after, alignment, series)
    return _report(comparison, detect(comparison, settings.detecting), settings)


def _load_both(
    old: tuple[Readable, int | None], new: tuple[Readable, int | None], settings: Settings
) -> tuple[Reading, Reading]:
    """Read both editions: long ones at once, short or equal ones one after the other."""
    sizes = _size(old[0]), _size(new[0])
    if min(sizes) >= settings.reading.at_once and sizes[0] != sizes[1]:
        return both(lambda edition: load(*edition, settings), old, new)
    before = load(*old, settings)
    return before, load(*new, settings, beside=before)


def _size(file: Readable) -> int:
    """The size of a file in bytes, 0 where it is none or none that can be asked."""
    try:
        return 0 if isinstance(file, Edition) else Path(file).stat().st_size
    except (OSError, ValueError):
        return 0


def load(
    file: Readable,
    year: int | None = None,
    settings: Settings | None = None,
    beside: Reading | None = None,
) -> Reading:
    """Read one edition, and the figures and claims in it.

    Where its text and year are those of another reading, ``beside``, so is what stands in it.
    """
    settings = settings or Settings()
    edition = file if isinstance(file, Edition) else read(file, year=year, settings=settings)
    if beside is not None and _says_the_same(edition, beside.edition):
        return replace(beside, edition=edition)
    words = settings.words
    return Reading(edition, extract(edition, settings.extracting, words), claims(edition, words))


def _says_the_same(one: Edition, two: Edition) -> bool:
    return (one.text, one.format, one.year, one.period) == (
        two.text,
        two.format,
        two.year,
        two.period,
    )


def ledger(file: Readable, *, year: int | None = None, settings: Settings | None = None) -> Ledger:
    """Read the figures of one edition, and the series that it gives by itself."""
    settings = settings or Settings()
    reading = load(file, year, settings)
    return Ledger(reading, collect_one(reading, settings.ledger, settings.words))


def read(path: str | Path, *, year: int | None = None, settings: Settings | None = None) -> Edition:
    """Read one file into an edition: sections, paragraphs, sentences, tables, year.

    Raises ``InputError``, one line with the file and the cure.
    """
    settings = settings or Settings()
    source = read_source(str(path), settings.reading)
    edition = segment(source, normalize(source), year, str(path), settings.words)
    if not edition.sentences:
        raise InputError(f"{path}: holds no sentence; is it the right file?")
    return edition


def examine(file: Readable, *, year: int | None = None, settings: Settings | None = None) -> Report:
    """Check one edition alone: its arithmetic, its trends, its placeholders.

    The report sets the edition beside itself, so that every renderer can show it.
    """
    settings = settings or Settings()
    reading = load(file, year, settings)
    alignment = align(reading.edition, reading.edition, settings.aligning, settings.words)
    comparison = Comparison(reading, reading, alignment, ())
    return _report(comparison, detect_single(reading, settings.detecting), settings)


def settle(reports: Sequence[Report], settings: Settings) -> tuple[Report, ...]:
    """The reports of one run with what they say together of waivers and the baseline.

    Expired and unused waivers and stale entries are findings of the first report: they belong to
    the sign-off as a whole.
    """
    found = grade(leftovers(reports, settings.waiving), settings.grading)
    if not found or not reports:
        return tuple(reports)
    first, *others = reports
    order = list(Severity)
    findings = sorted((*first.findings, *found), key=lambda one: order.index(one.severity))
    settled = _summed_up(first.comparison, tuple(findings))
    return (replace(settled, name=first.name), *others)


def sign_off(report: Report, settings: Settings, name: str = "") -> Report:
    """The report with the waivers that hold now, those that held before forgotten."""
    plain = tuple(replace(one, waiver=None, facets=_plain(one.facets)) for one in report.findings)
    waiving = replace(settings.waiving, pair=name)
    return replace(_summed_up(report.comparison, waive(plain, waiving)), name=report.name)


def _plain(facets: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(replace(facet, waiver=None) for facet in facets)


def unaligned(report: Report) -> float:
    """The share of sentences, of both editions, that stand in no link with the other side."""
    alone = sum(
        len(link.old) + len(link.new)
        for link in report.links
        if link.kind in (LinkKind.ADDED, LinkKind.REMOVED)
    )
    total = len(report.old.sentences) + len(report.new.sentences)
    return alone / total if total else 1.0


def _report(comparison: Comparison, found: Iterable[Finding], settings: Settings) -> Report:
    graded = grade(found, settings.grading)
    ranked = rank(comparison, graded, settings.ranking)
    placed = place(comparison, ranked, settings.placing)
    return _summed_up(comparison, waive(placed, settings.waiving))


def _summed_up(comparison: Comparison, findings: tuple[Finding, ...]) -> Report:
    open_findings = [finding for finding in findings if finding.waiver is None]
    return Report(
        comparison=comparison,
        findings=findings,
        sections=summary.section_changes(comparison, open_findings),
        quiet=summary.quiet_changes(comparison, findings),
        summary=summary.sentences(comparison, open_findings, len(findings) - len(open_findings)),
    )
