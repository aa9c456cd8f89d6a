"""What ``check`` and ``review`` share: the pair on the command line, the baseline, the summary."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Final

import click

from tracediff.cli import complain as say
from tracediff.cli.output import deliver
from tracediff.config import Config, Pair
from tracediff.config.checkers import Wrong, rule
from tracediff.config.find import nearest
from tracediff.errors import InputError, TracediffError
from tracediff.model import Report
from tracediff.pairs import Plan
from tracediff.settings import Settings

BASELINE: Final = "tracediff-baseline.json"
_SUMMARY: Final = 1_000_000  # bytes; GitHub refuses a job summary of more than a MiB


def named(
    draft: str | None, against: Sequence[str], year: int | None, against_year: int | None
) -> Pair | None:
    """The pair that the command line names, none where it names none; the last edition is first."""
    if draft is None:
        if against or year or against_year:
            raise click.UsageError("--against, --year and --against-year need a DRAFT")
        return None
    return Pair(
        Path(draft).name or draft,
        draft,
        against[0] if against else "",
        year=year,
        against_year=against_year,
        earlier=tuple(against[1:]),
    )


def inputs(run: Plan) -> tuple[str, ...]:
    """The files of a run, which no report may overwrite."""
    return tuple(
        file for pair in run.pairs for file in (pair.draft, pair.against, *pair.earlier) if file
    )


def baseline_file(asked: str | None, config: Config, wanted: bool) -> str | None:
    """The baseline: as asked, as configured, or the usual one beside the configuration.

    The usual one is found by itself, so that the run after ``--write-baseline`` counts what is new;
    where there is no configuration, it is the nearest one of the working copy.
    """
    usual = str((None if config.path else nearest(BASELINE)) or config.folder / BASELINE)
    return asked or config.check.baseline or (usual if wanted or exists(usual) else None)


def exists(file: str | None) -> bool:
    """Whether there is such a file."""
    return file is not None and Path(file).exists()


def settings(
    config: Config,
    today: datetime | None,
    baseline: str | None,
    select: str | None = None,
    ignore: str | None = None,
) -> Settings:
    """The settings of the configuration, with what the command line adds."""
    from tracediff.waive.baseline import read_baseline

    grading = config.settings.grading
    if select is not None:
        grading = replace(grading, select=_rules(select, "--select"), ignore=())
    if ignore is not None:
        grading = replace(grading, ignore=(*grading.ignore, *_rules(ignore, "--ignore")))
    waiving = replace(
        config.settings.waiving,
        baseline=read_baseline(baseline) if baseline else (),
        today=today.date() if today else None,
    )
    return replace(config.settings, grading=grading, waiving=waiving)


def _rules(asked: str, option: str) -> tuple[str, ...]:
    names = [name.strip() for name in asked.split(",") if name.strip()]
    for name in names:
        try:
            rule(name)
        except Wrong as wrong:
            raise click.UsageError(f"{option}: {wrong}") from None
    return tuple(names)


def rewrite(
    file: str | None, reports: Mapping[str, Report], settings: Settings, prune: bool
) -> Settings:
    """Write the baseline anew, and give the settings with it.

    Entries of pairs that were not looked at stay as they are, and so do those that another run
    has added since this one began.
    """
    from tracediff.locks import writing
    from tracediff.waive.baseline import read_baseline, written

    if file is None:
        raise InputError("there is no baseline to prune; name it with --baseline FILE")
    known = frozenset(settings.waiving.baseline)
    used = {one.waiver for r in reports.values() for f in r.findings for one in f.all}
    with writing(file):
        kept = [
            entry
            for entry in (read_baseline(file) if exists(file) else ())
            if entry not in known
            or (entry.draft and entry.draft not in reports)
            or (prune and entry in used)
        ]
        deliver(written({} if prune else reports, kept), file)
        entries = read_baseline(file)
    number = "1 finding" if len(entries) == 1 else f"{len(entries)} findings"
    say(f"{file} holds {number}")
    return replace(settings, waiving=replace(settings.waiving, baseline=entries))


def waived_anew(reports: Mapping[str, Report], settings: Settings) -> dict[str, Report]:
    """The reports with the waivers and the baseline as they are now."""
    from tracediff.reports import sign_off

    return {name: sign_off(report, settings, name) for name, report in reports.items()}


def summarize(reports: Sequence[Report]) -> None:
    """Fill the summary of a job on GitHub, where there is one."""
    file = os.environ.get("GITHUB_STEP_SUMMARY")
    if not file or not reports:
        return
    from tracediff.render import RENDERERS, Options

    parts, size = [], 0
    with suppress(OSError):
        size = Path(file).stat().st_size
    for report in reports:
        part = RENDERERS["markdown"](report, Options()) + "\n"
        size += len(part.encode())
        if size > _SUMMARY:
            parts.append("There is more; see the report of the check.\n")
            break
        parts.append(part)
    try:
        with Path(file).open("a", encoding="utf-8") as stream:
            stream.write("".join(parts))
    except OSError as error:
        say(f"{file}: cannot be written ({error.strerror})")


def complain(errors: Iterable[TracediffError]) -> None:
    """Say on standard error what could not be looked at, each on a line."""
    for error in errors:
        for line in error.problems:
            say(line)
