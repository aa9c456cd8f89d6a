"""``tracediff facts FILE``."""

from __future__ import annotations

import click

from tracediff.cli import complete
from tracediff.cli.options import YEARS, config_option, output_options


@click.command(short_help="Print the ledger of one edition.")
@click.argument("file", shell_complete=complete.one_file)
@click.option("--year", type=YEARS, help="The year that FILE reports on.")
@config_option
@output_options("facts")
def facts(
    file: str,
    year: int | None,
    config_file: str | None,
    fmt: str | None,
    output: str | None,
    color: str,
    width: int | None,
) -> None:
    """Print every figure of an edition: its value, what it counts, for when, and how sure.

    \b
    tracediff facts 2021.md
    tracediff facts 2021.md --format csv -o ledger.csv
    """
    from tracediff.cli import show
    from tracediff.cli.output import deliver, refuse_overwriting
    from tracediff.config import load
    from tracediff.ours import signed
    from tracediff.pipeline import ledger
    from tracediff.render import FACTS_RENDERERS, Options

    refuse_overwriting(output, (file,))
    options = Options(width=show.width(width), colour=show.colour(color, output))
    form = show.chosen_format("facts", fmt, output)
    settings = load(config_file).settings
    text = FACTS_RENDERERS[form](ledger(file, year=year, settings=settings), options)
    deliver(signed(text, form, output), output, (file,))
