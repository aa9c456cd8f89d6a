"""The run, top to bottom: load both editions, align, detect, rank, report.

Nothing flows back, and nothing here decides anything: each step is a stage's one function. A stage
is imported where it is called: a short command never loads the later ones, and over long editions
they are loaded while another process aligns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache, partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tracediff.errors import InputError
from tracediff.jobs import Job, at_once, two_processes
from tracediff.model import (
    Alignment,
    Claim,
    Comparison,
    Edition,
    Fact,
    Finding,
    Ledger,
    LinkKind,
    Reading,
    Report,
    Source,
    Timeline,
)
from tracediff.normalize import normalize
from tracediff.ours import is_report
from tracediff.readers import read_source, source_of
from tracediff.segment import segment
from tracediff.settings import Settings, Words

if TYPE_CHECKING:
    from tracediff.extract import Extractor

Readable = str | Path | Edition | Reading


def compare(
    old: Readable,
    new: Readable,
    *,
    old_year: int | None = None,
    new_year: int | None = None,
    settings: Settings | None = None,
    parallel: bool = False,
    told: Callable[[str], None] = lambda step: None,
) -> Report:
    r"""Compare two editions of one report.

    ``old`` and ``new`` are paths (``-`` is standard input), or editions or readings made before.
    The years are those that the editions report on; without them they are told from the texts.
    ``parallel`` lets long editions be worked on by two processes, the second one forked. ``told``
    hears of each step. Raises ``InputError`` where a file cannot be read as a report.

    >>> old = read_text("# Ports 2023\n\nThe port inspected 120 ships in 2023.", name="2023.md")
    >>> new = read_text("# Ports 2024\n\nThe port inspected 180 ships in 2024.", name="2024.md")
    >>> report = compare(old, new)
    >>> report
    <Report 2023 → 2024: 1 story, 1 finding, 0 checks>
    >>> [(one.rule.id, str(one.change.old), str(one.change.new)) for one in report.findings]
    [('N101', '120', '180')]
    """
    if parallel:
        with two_processes():
            return compare(
                old, new, old_year=old_year, new_year=new_year, settings=settings, told=told
            )
    settings = settings or Settings()
    told("Reading both editions")
    editions = _read_both((old, old_year), (new, new_year), settings)
    told("Setting sentences side by side")
    if isinstance(old, Reading) and isinstance(new, Reading):
        before, after, alignment = old, new, _links(*editions, settings)
    else:
        before, after, alignment = _study(*editions, settings)
    told("Following figures and claims")
    from tracediff.detect import detect
    from tracediff.ledger import collect

    series = collect(before, after, alignment, settings.ledger, settings.words)
    comparison = Comparison(before, after, alignment, series)
    detecting = replace(settings.detecting, words=settings.words)
    return _report(comparison, detect(comparison, detecting), settings)


def _read_both(
    old: tuple[Readable, int | None], new: tuple[Readable, int | None], settings: Settings
) -> tuple[Edition, Edition]:
    """Read both editions: long ones at once, short ones one after the other."""
    jobs = [partial(_edition, *edition, settings) for edition in (old, new)]
    large = min(_size(old[0]), _size(new[0])) >= settings.reading.at_once
    before, after = at_once(jobs, worth=large)
    return before, after


def _study(old: Edition, new: Edition, settings: Settings) -> tuple[Reading, Reading, Alignment]:
    """The figures and claims of both editions, and the links between them: of long ones at once.

    What the other process finds must be sent here, so that claims, which are many, come first.
    """
    sentences = max(len(old.sentences), len(new.sentences))
    count = max(_PARTS, sentences // _PART)
    read = (old,) if _says_the_same(old, new) else (old, new)

    @cache
    def extractors() -> list[Extractor]:
        from tracediff.extract import Extractor

        return [Extractor(edition, settings.extracting, settings.words) for edition in read]

    jobs: list[Job] = [
        _get_ready,
        partial(_claims, read, settings.words),
        *(partial(_facts, extractors, number, count) for number in range(count)),
        partial(_links, old, new, settings),
    ]
    large = min(len(old.text), len(new.text)) >= settings.reading.at_once
    _, said, *found, alignment = at_once(jobs, worth=large)
    from tracediff.extract import joined

    return (
        Reading(old, joined(part[0] for part in found), said[0]),
        Reading(new, joined(part[-1] for part in found), said[-1]),
        alignment,
    )


_PARTS: Final = 4  # at least, so that two processes are done at about the same time
_PART: Final = 1000  # sentences of each edition: what both say is read once for each part


def _get_ready() -> None:
    """Load what comes after the alignment."""
    import tracediff.detect
    import tracediff.grade
    import tracediff.ledger
    import tracediff.place
    import tracediff.rank
    import tracediff.stories
    import tracediff.summary
    import tracediff.waive  # noqa: F401


def _claims(editions: Sequence[Edition], words: Words) -> list[tuple[Claim, ...]]:
    from tracediff.extract import claims

    return claims(editions, words)


def _facts(
    extractors: Callable[[], Sequence[Extractor]], number: int, count: int
) -> list[tuple[Fact, ...]]:
    """The facts in one of so many parts of each edition."""
    return [extractor.part(number, count) for extractor in extractors()]


def _links(old: Edition, new: Edition, settings: Settings) -> Alignment:
    from tracediff.align import align

    return align(old, new, settings.aligning, settings.words)


def _size(file: Readable) -> int:
    """The size of a file in bytes, 0 where it is none or none that can be asked."""
    try:
        return 0 if isinstance(file, Edition | Reading) else Path(file).stat().st_size
    except (OSError, ValueError):
        return 0


def load(file: Readable, year: int | None = None, settings: Settings | None = None) -> Reading:
    """Read one edition, and the figures and claims in it."""
    from tracediff.extract import extract

    settings = settings or Settings()
    edition = _edition(file, year, settings)
    facts = extract(edition, settings.extracting, settings.words)
    return Reading(edition, facts, *_claims((edition,), settings.words))


def _edition(file: Readable, year: int | None, settings: Settings) -> Edition:
    if isinstance(file, Reading):
        return file.edition
    return file if isinstance(file, Edition) else read(file, year=year, settings=settings)


def _says_the_same(one: Edition, two: Edition) -> bool:
    return (one.text, one.format, one.year, one.period) == (
        two.text,
        two.format,
        two.year,
        two.period,
    )


def ledger(file: Readable, *, year: int | None = None, settings: Settings | None = None) -> Ledger:
    """Read the figures of one edition, and the series that it gives by itself."""
    from tracediff.ledger import collect_one

    settings = settings or Settings()
    reading = load(file, year, settings)
    return Ledger(reading, collect_one(reading, settings.ledger, settings.words))


def read(path: str | Path, *, year: int | None = None, settings: Settings | None = None) -> Edition:
    """Read one file into an edition: sections, paragraphs, sentences, tables, year.

    ``path`` is a file, ``-`` for standard input, or a file at a git revision
    (``main:report.md``); ``year`` the one that it reports on, told from the text where it is none.
    Raises ``InputError``, one line with the file and the cure.
    """
    settings = settings or Settings()
    if is_report(path):
        raise InputError(f"{path}: is a report that tracediff wrote; give the edition itself")
    return _segmented(read_source(str(path), settings.reading), year, str(path), settings)


def read_text(
    text: str | bytes,
    *,
    name: str = "text",
    format: str | None = None,
    year: int | None = None,
    settings: Settings | None = None,
) -> Edition:
    r"""Read an edition from memory: a text, or the bytes of a file in any format.

    ``name`` is what messages and reports call it; a year in it counts as one in a file's name does.
    ``format`` is ``"text"``, ``"markdown"``, ``"html"``, ``"docx"``, ``"odt"`` or ``"pdf"``;
    without it the content tells, or else the suffix of the name. Raises ``InputError``.

    >>> edition = read_text("# Ports 2023\n\nThe port inspected 120 ships in 2023.")
    >>> edition
    <Edition text: 1 sentence, 2023>
    >>> edition.sentences[0].text
    'The port inspected 120 ships in 2023.'
    """
    settings = settings or Settings()
    data = text.encode("utf-8", "replace") if isinstance(text, str) else text
    if len(data) > settings.reading.max_bytes:
        limit = settings.reading.max_bytes // 1024 // 1024
        raise InputError(f"{name}: more than {limit} MB; split it, or raise reading.max_bytes")
    source = source_of(data, name, settings.reading, format)
    return _segmented(source, year, name, settings)


def _segmented(source: Source, year: int | None, path: str, settings: Settings) -> Edition:
    edition = segment(source, normalize(source), year, path, settings.words, settings.dating)
    if not edition.sentences:
        raise InputError(f"{path}: holds no sentence; is it the right file?")
    return edition


def timeline(
    files: Sequence[Readable],
    *,
    years: Sequence[int | None] = (),
    settings: Settings | None = None,
    told: Callable[[str], None] = lambda step: None,
) -> Timeline:
    r"""Follow one report through its editions, given in any order.

    ``files`` are as for ``compare``; ``years`` are those that they report on, where they are known.
    What cannot be read, and editions of another report, are left out and noted. Raises
    ``InputError`` where fewer than two editions of one report are left.

    >>> def edition(year: int, ships: int) -> Edition:
    ...     text = f"# Ports {year}\n\nThe port inspected {ships} ships in {year}."
    ...     return read_text(text, name=f"{year}.md")
    >>> timeline([edition(2022, 110), edition(2023, 120), edition(2024, 180)])
    <Timeline 2022 → 2024: 3 editions, 1 series>
    """
    from tracediff.timelines import assemble, in_order

    settings = settings or Settings()
    editions, given, failed = _readable(files, years, settings, told)
    told("Reading figures and claims")
    readings = [load(edition, settings=settings) for edition in in_order(editions, given)]
    reports, strangers = _neighbours(readings, settings, told)
    left_out = [f"{path}: shares too little with the others; left out" for path in strangers]
    told("Following figures and statements")
    return assemble(reports, settings.timelines, [*failed, *left_out])


def _readable(
    files: Sequence[Readable],
    years: Sequence[int | None],
    settings: Settings,
    told: Callable[[str], None],
) -> tuple[list[Edition], list[int | None], list[str]]:
    """The editions that can be read, the years given for them, and the errors of the others."""
    editions: list[Edition] = []
    given: list[int | None] = []
    failed: list[str] = []
    known = [*years, *[None] * (len(files) - len(years))]
    for file, year in zip(files, known, strict=True):
        told(f"Reading {file if isinstance(file, str | Path) else 'an edition'}")
        try:
            editions.append(_edition(file, year, settings))
            given.append(year)
        except InputError as error:
            failed.append(str(error))
    if len(editions) < _FEWEST:
        raise InputError("; ".join(failed) or "a timeline needs two editions or more")
    return editions, given, failed


_FEWEST: Final = 2  # editions that make a timeline


def _neighbours(
    readings: list[Reading], settings: Settings, told: Callable[[str], None]
) -> tuple[list[Report], list[str]]:
    """Compare each edition with the next; editions of another report are taken out, named."""
    strangers: list[str] = []
    done: dict[tuple[int, int], Report] = {}
    kept = list(range(len(readings)))
    while True:
        pairs = list(pairwise(kept))
        for old, new in pairs:
            if (old, new) not in done:
                told(f"Comparing {readings[new].edition.name} with the edition before")
                done[old, new] = compare(readings[old], readings[new], settings=settings)
        least = settings.detecting.unaligned
        strange = [pair for pair in pairs if 1 - unaligned(done[pair]) < least]
        lone = [n for n in kept if all(pair in strange for pair in pairs if n in pair)]
        if not lone:
            return [done[pair] for pair in pairs], strangers
        if len(kept) == _FEWEST:
            names = " and ".join(readings[number].edition.path for number in kept)
            raise InputError(f"{names}: share too little; are they editions of one report?")
        worst = max(lone, key=lambda n: (sum(n in pair for pair in strange), -n))
        strangers.append(readings[worst].edition.path)
        kept.remove(worst)


def examine(file: Readable, *, year: int | None = None, settings: Settings | None = None) -> Report:
    """Check one edition alone: its arithmetic, its trends, its placeholders.

    The report sets the edition beside itself, so that every renderer can show it.
    """
    from tracediff.detect import detect_single

    settings = settings or Settings()
    reading = load(file, year, settings)
    alignment = _links(reading.edition, reading.edition, settings)
    comparison = Comparison(reading, reading, alignment, ())
    return _report(comparison, detect_single(reading, settings.detecting), settings)


def settle(reports: Sequence[Report], settings: Settings) -> tuple[Report, ...]:
    """The reports of one run with what they say together of waivers and the baseline.

    Expired and unused waivers and stale entries are findings of the first report: they belong to
    the sign-off as a whole.
    """
    from tracediff.grade import grade
    from tracediff.waive import leftovers

    found = grade(leftovers(reports, settings.waiving), settings.grading)
    if not found or not reports:
        return tuple(reports)
    first, *others = reports
    settled = _summed_up(first.comparison, (*found, *first.findings), settings)
    return (replace(settled, name=first.name), *others)


def narrow(report: Report, findings: Iterable[Finding], settings: Settings) -> Report:
    """The report with these of its findings, and told anew."""
    return replace(_summed_up(report.comparison, tuple(findings), settings), name=report.name)


def sign_off(report: Report, settings: Settings, name: str = "") -> Report:
    """The report with the waivers that hold now, those that held before forgotten."""
    from tracediff.waive import waive

    plain = tuple(replace(one, waiver=None, facets=_plain(one.facets)) for one in report.findings)
    waiving = replace(settings.waiving, pair=name)
    return replace(_summed_up(report.comparison, waive(plain, waiving), settings), name=report.name)


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
    from tracediff.grade import grade
    from tracediff.place import place
    from tracediff.rank import rank
    from tracediff.waive import waive

    graded = grade(found, settings.grading)
    ranked = rank(comparison, graded, settings.ranking)
    placed = place(comparison, ranked, settings.placing)
    return _summed_up(comparison, waive(placed, settings.waiving), settings)


def _summed_up(comparison: Comparison, findings: tuple[Finding, ...], settings: Settings) -> Report:
    from tracediff import summary
    from tracediff.stories import checks, tell

    open_findings = [finding for finding in findings if finding.waiver is None]
    signed = sum(one.waiver is not None and not one.waiver.since for one in findings)
    return Report(
        comparison=comparison,
        findings=findings,
        sections=summary.section_changes(comparison, open_findings),
        quiet=summary.quiet_changes(comparison, findings),
        summary=summary.sentences(comparison, open_findings, signed),
        stories=tell(comparison, open_findings, settings),
        checks=checks(comparison, open_findings, settings),
        doubts=summary.doubts(comparison),
    )
