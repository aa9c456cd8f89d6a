"""The run, top to bottom: read both editions, align, detect, rank, tell.

Nothing flows back, and nothing here decides anything: each step is a stage's one function. A stage
is imported where it is called: a short command never loads the later ones.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from tracediff.editions import Readable, read, read_text
from tracediff.jobs import two_processes
from tracediff.model import Comparison, Ledger, Reading, Report, Timeline
from tracediff.neighbours import neighbours, readable
from tracediff.reports import report_of
from tracediff.settings import Settings
from tracediff.study import linked, links, load, read_both, study

__all__ = ["compare", "examine", "ledger", "load", "read", "read_text", "timeline"]


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
    editions = read_both((old, old_year), (new, new_year), settings)
    told("Setting sentences side by side")
    if isinstance(old, Reading) and isinstance(new, Reading):
        before, after = old, new
        alignment = linked(old, new, links(*editions, settings), settings)
    else:
        before, after, alignment = study(*editions, settings)
    told("Following figures and claims")
    from tracediff.detect import detect
    from tracediff.ledger import collect

    series = collect(before, after, alignment, settings.ledger, settings.words)
    comparison = Comparison(before, after, alignment, series)
    detecting = replace(settings.detecting, words=settings.words)
    return report_of(comparison, detect(comparison, detecting), settings)


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
    editions, given, failed = readable(files, years, settings, told)
    told("Reading figures and claims")
    readings = [load(edition, settings=settings) for edition in in_order(editions, given)]
    reports, strangers = neighbours(readings, partial(compare, settings=settings), settings, told)
    left_out = [f"{path}: shares too little with the others; left out" for path in strangers]
    told("Following figures and statements")
    return assemble(reports, settings.timelines, [*failed, *left_out])


def examine(file: Readable, *, year: int | None = None, settings: Settings | None = None) -> Report:
    """Check one edition alone: its arithmetic, its trends, its placeholders.

    The report sets the edition beside itself, so that every renderer can show it.
    """
    from tracediff.detect import detect_single

    settings = settings or Settings()
    reading = load(file, year, settings)
    alignment = links(reading.edition, reading.edition, settings)
    comparison = Comparison(reading, reading, alignment, ())
    return report_of(comparison, detect_single(reading, settings.detecting), settings)


def ledger(file: Readable, *, year: int | None = None, settings: Settings | None = None) -> Ledger:
    """Read the figures of one edition, and the series that it gives by itself."""
    from tracediff.ledger import collect_one

    settings = settings or Settings()
    reading = load(file, year, settings)
    return Ledger(reading, collect_one(reading, settings.ledger, settings.words))
