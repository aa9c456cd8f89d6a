"""``tracediff compare OLD NEW``."""

from __future__ import annotations

import click

from tracediff.cli.options import YEARS, output_options


@click.command(short_help="Compare two editions.")
@click.argument("old")
@click.argument("new")
@click.option("--old-year", type=YEARS, help="The year that OLD reports on.")
@click.option("--new-year", type=YEARS, help="The year that NEW reports on.")
@click.option("--title", default="", help="A title for the HTML report.")
@click.option("--note", default="", help="A note at the head of the HTML report.")
@click.option("--explain", is_flag=True, help="Say why sentences were set side by side.")
@click.option("--limit", type=click.IntRange(1), help="Show only the first findings.")
@output_options("terminal", "html", "json", "markdown", "csv")
def compare(
    old: str,
    new: str,
    old_year: int | None,
    new_year: int | None,
    title: str,
    note: str,
    explain: bool,
    limit: int | None,
    fmt: str | None,
    output: str | None,
    color: str,
    width: int | None,
) -> None:
    """Compare two yearly editions of the same report.

    OLD and NEW are files; one of them may be - for standard input.

    \b
    tracediff compare 2020.md 2021.md
    tracediff compare 2020.txt 2021.txt -o report.html
    tracediff compare 2020.md 2021.md --format json | jq '.findings[0]'
    """
    from tracediff.cli import show
    from tracediff.cli.output import deliver, refuse_overwriting
    from tracediff.pipeline import compare as run
    from tracediff.render import RENDERERS, Options

    if old == new == "-":
        raise click.UsageError("only one of the two can be standard input")
    refuse_overwriting(output, (old, new))
    report = run(old, new, old_year=old_year, new_year=new_year)
    options = Options(
        title=title,
        note=note,
        width=show.width(width),
        colour=show.colour(color, output),
        explain=explain,
        limit=limit,
    )
    deliver(RENDERERS[show.chosen_format(fmt, output)](report, options), output, (old, new))
