"""``tracediff check DRAFT --against EDITION``."""

from __future__ import annotations

import click

from tracediff.cli.options import YEARS, output_options


@click.command(short_help="Check a draft in CI.")
@click.argument("draft")
@click.option("--against", metavar="EDITION", help="The edition that was published last.")
@click.option("--year", type=YEARS, help="The year that DRAFT reports on.")
@click.option("--against-year", type=YEARS, help="The year that EDITION reports on.")
@click.option(
    "--fail-on",
    type=click.Choice(("error", "warning", "note", "never")),
    default="error",
    show_default=True,
    help="The least severity that gives exit status 1.",
)
@click.option("--exit-zero", is_flag=True, help="Exit 0 whatever is found; 2 stays 2.")
@output_options("terminal", "html", "json", "markdown", "csv")
def check(
    draft: str,
    against: str | None,
    year: int | None,
    against_year: int | None,
    fail_on: str,
    exit_zero: bool,
    fmt: str | None,
    output: str | None,
    color: str,
    width: int | None,
) -> None:
    """Check DRAFT against the edition published last, or alone.

    Exit status: 0 nothing at or above --fail-on, 1 findings, 2 the check could not be made: wrong
    usage, a file that cannot be read, or two files that share almost nothing.

    \b
    tracediff check draft.md --against 2020.md
    tracediff check draft.md --against 2020.md --fail-on warning --format markdown
    tracediff check draft.md --against origin/main      the same file at a git revision
    tracediff check draft.md            arithmetic, trends and placeholders only
    """
    from tracediff.cli import show
    from tracediff.cli.output import deliver, refuse_overwriting
    from tracediff.errors import InputError
    from tracediff.pipeline import compare, examine, unaligned
    from tracediff.readers.git import same_file_at
    from tracediff.render import RENDERERS, Options
    from tracediff.settings import Settings

    against = (same_file_at(against, draft) or against) if against else None
    inputs = (draft, against) if against else (draft,)
    refuse_overwriting(output, inputs)
    settings = Settings()
    if against:
        report = compare(against, draft, old_year=against_year, new_year=year, settings=settings)
        if 1 - unaligned(report) < settings.detecting.unaligned:
            raise InputError(
                f"{draft}: shares almost nothing with {against}; are they editions of one report?"
            )
    else:
        report = examine(draft, year=year, settings=settings)
    options = Options(width=show.width(width), colour=show.colour(color, output))
    deliver(RENDERERS[show.chosen_format(fmt, output)](report, options), output, inputs)
    if report.fails(fail_on) and not exit_zero:
        raise click.exceptions.Exit(1)
