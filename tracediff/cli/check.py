"""``tracediff check [DRAFT] --against EDITION``."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import click

from tracediff.cli import complete
from tracediff.cli.options import outputs_options, pair_options

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracediff.cli.output import Made
    from tracediff.cli.targets import Target
    from tracediff.config import Config
    from tracediff.model import Report
    from tracediff.pairs import Plan
    from tracediff.settings import Settings


@click.command(short_help="Check a draft in CI.")
@pair_options
@click.option(
    "--fail-on",
    type=click.Choice(("error", "warning", "note", "never")),
    help="The least severity that gives exit status 1. Default: error.",
)
@click.option("--exit-zero", is_flag=True, help="Exit 0 whatever is found; 2 stays 2.")
@click.option(
    "--select",
    metavar="RULES",
    shell_complete=complete.rules,
    help="Only these rules: N,A201,claim-reversed.",
)
@click.option("--ignore", metavar="RULES", shell_complete=complete.rules, help="Not these rules.")
@click.option(
    "--since",
    metavar="REV",
    shell_complete=complete.revisions,
    help="Only what the draft has since a git revision, such as the branch that a pull request"
    " goes to.",
)
@click.option("--write-baseline", is_flag=True, help="Take all open findings into the baseline.")
@click.option("--prune-baseline", is_flag=True, help="Drop what is stale from the baseline.")
@click.option("--show-waived", is_flag=True, help="Show what was signed off, with its reason.")
@click.option("--no-cache", is_flag=True, help="Read everything anew, and keep nothing.")
@click.option("--statistics", is_flag=True, help="Count the findings of each rule.")
@outputs_options("check")
def check(
    draft: str | None,
    against: tuple[str, ...],
    year: int | None,
    against_year: int | None,
    config_file: str | None,
    baseline: str | None,
    today: datetime | None,
    fail_on: str | None,
    exit_zero: bool,
    select: str | None,
    ignore: str | None,
    since: str | None,
    write_baseline: bool,
    prune_baseline: bool,
    show_waived: bool,
    no_cache: bool,
    statistics: bool,
    formats: tuple[tuple[str, str | None], ...],
    output: tuple[str, ...],
    color: str,
    width: int | None,
) -> None:
    """Check DRAFT against the edition published last, or alone.

    DRAFT and EDITION are files, or folders whose files are matched by name; without them, the pairs
    that tracediff.toml declares are checked, and DRAFT may be the name of one.

    Exit status: 0 nothing at or above --fail-on, 1 findings, 2 the check could not be made: wrong
    usage, a wrong configuration, a file that cannot be read, or files that share almost nothing.

    \b
    tracediff check draft.md --against 2020.md
    tracediff check draft.md --against main            the same file on branch main
    tracediff check draft.md --against 2020.md --against 2019.md   what is restated since 2019
    tracediff check drafts/ --against published/ --format github --format sarif:out.sarif
    tracediff check draft.md                           arithmetic, trends, placeholders only
    tracediff check draft.md --against 2020.md --since main     what a change brought
    """
    from tracediff.cache import Cache, usual_folder
    from tracediff.cli import complain, signoff
    from tracediff.cli.targets import targets
    from tracediff.config import load
    from tracediff.pairs import check_pairs, plan
    from tracediff.reports import with_leftovers

    if since and (write_baseline or prune_baseline):
        raise click.UsageError("--since tells what is new, a baseline holds all; give one of them")
    config = load(config_file)
    named = signoff.named(draft, against, year, against_year)
    run = plan(named, config)
    outputs = targets("check", formats or _declared(config), output, signoff.inputs(run))
    held = signoff.baseline_file(baseline, config, write_baseline)
    if held and not baseline and (write_baseline or prune_baseline):
        config.may_write("baseline", held)
    settings = signoff.settings(
        config, today, held if not write_baseline or signoff.exists(held) else None, select, ignore
    )
    for remark in run.remarks:
        complain(remark)
    folder = None if no_cache else usual_folder()
    cache = Cache(folder) if folder else None
    reports, errors = check_pairs(run.pairs, settings, since or "", cache)
    if write_baseline or prune_baseline:
        settings = signoff.rewrite(held, reports, settings, prune=not write_baseline)
        reports = signoff.waived_anew(reports, settings)
    narrowed = select is not None or ignore is not None or bool(errors)
    shown = tuple(reports.values())
    if shown and not narrowed and not since:
        shown = with_leftovers(shown, _accountable(run, settings))
    _write(shown, outputs, color, width, show_waived or config.check.show_waived)
    if statistics or config.check.statistics:
        _count(shown, to_stderr=any(t.on_screen and t.format != "terminal" for t in outputs))
    signoff.summarize(shown)
    signoff.complain(errors)
    failed = any(report.fails(fail_on or config.check.fail_on) for report in shown)
    if errors:
        raise click.exceptions.Exit(2)
    if failed and not exit_zero and not write_baseline:
        raise click.exceptions.Exit(1)


def _declared(config: Config) -> tuple[tuple[str, str | None], ...]:
    """The formats that the configuration asks for."""
    from tracediff.cli.options import FormatAndFile
    from tracediff.errors import SettingsError

    option = next(p for p in check.params if p.name == "formats")
    assert isinstance(option.type, FormatAndFile)
    try:
        found = tuple(option.type.convert(one, None, None) for one in config.check.format)
    except click.BadParameter as error:
        raise SettingsError(f"{config.path}: check.format: {error.message}") from None
    for _, file in found:
        if file not in (None, "-"):
            config.may_write("format", str(file))
    return found


def _accountable(run: Plan, settings: Settings) -> Settings:
    from tracediff.pairs import accountable

    return accountable(run, settings)


def _write(
    reports: Sequence[Report],
    outputs: Sequence[Target],
    color: str,
    width: int | None,
    show_waived: bool,
) -> None:
    """Render everything first, then write: a format that fails leaves no file behind."""
    from tracediff.cli import show
    from tracediff.cli.output import deliver
    from tracediff.ours import signed
    from tracediff.render import Options

    if not reports:
        return
    written: list[tuple[str | None, Made]] = []
    for target in outputs:
        options = Options(
            width=show.width(width),
            colour=show.colour(color, target.file),
            show_waived=show_waived,
            source=_source(),
        )
        texts = _rendered(reports, target, options)
        written += [
            (file, signed(text, target.format, file) if isinstance(text, str) else text)
            for file, text in texts
        ]
    for file, text in written:
        deliver(text, file)


def _source() -> str:
    """Where GitHub shows the files of the commit that a workflow runs on; nothing elsewhere."""
    import os

    parts = [os.environ.get(f"GITHUB_{name}") for name in ("SERVER_URL", "REPOSITORY", "SHA")]
    server, repository, commit = parts
    return f"{server}/{repository}/blob/{commit}" if all(parts) else ""


def _rendered(
    reports: Sequence[Report], target: Target, options: object
) -> list[tuple[str | None, Made]]:
    """The texts of one format with their files: one for all pairs, or one for each."""
    from tracediff.errors import InputError
    from tracediff.render import BYTES_RENDERERS, MANY_RENDERERS, RENDERERS, STREAMERS, Options

    assert isinstance(options, Options)
    name = "brief" if target.format == "terminal" else target.format
    single = RENDERERS | BYTES_RENDERERS | STREAMERS
    if target.file is not None and "{pair}" in target.file:
        return [
            (target.file.replace("{pair}", _as_file(report.name)), single[name](report, options))
            for report in reports
        ]
    if name in MANY_RENDERERS:
        return [(target.file, MANY_RENDERERS[name](reports, options))]
    if len(reports) == 1:
        return [(target.file, single[name](reports[0], options))]
    if name == "markdown":
        return [(target.file, "\n".join(RENDERERS[name](one, options) for one in reports))]
    raise InputError(
        f"{target.format}: holds one pair, and there are {len(reports)}; name a file for each,"
        f" such as {target.format}:report-{{pair}}.{target.format}"
    )


def _as_file(name: str) -> str:
    """The name of a pair as a part of a file's name."""
    return "".join(c if c.isalnum() or c in "-_." else "-" for c in name).strip(".") or "pair"


def _count(reports: Sequence[Report], to_stderr: bool) -> None:
    from collections import Counter

    from tracediff.rules import RULES

    found = Counter(finding.rule.id for report in reports for finding in report.open)
    for rule, number in sorted(found.items(), key=lambda item: (-item[1], item[0])):
        click.echo(f"{number:5}  {rule}  {RULES[rule].name}", err=to_stderr)
