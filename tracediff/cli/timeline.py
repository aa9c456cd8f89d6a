"""``tracediff timeline FILE...``."""

from __future__ import annotations

from dataclasses import replace

import click

from tracediff.cli import complete
from tracediff.cli.options import YEARS, config_option, outputs_options


@click.command(short_help="Follow one report through its editions.")
@click.argument(
    "files", nargs=-1, required=True, metavar="FILE...", shell_complete=complete.one_file
)
@click.option("--measure", default="", metavar="WORDS", help="Only figures with these words.")
@click.option(
    "--section", default="", metavar="HEADING", help="Only sections with this in their heading."
)
@click.option("--since", type=YEARS, metavar="YEAR", help="Only what is about this year or later.")
@click.option("--title", default="", help="A title for the report.")
@click.option("--limit", type=click.IntRange(1), help="Rows of each table. Default: 40.")
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="In the terminal also figures that may be one measure.",
)
@config_option
@outputs_options("timeline")
def timeline(
    files: tuple[str, ...],
    measure: str,
    section: str,
    since: int | None,
    title: str,
    limit: int | None,
    everything: bool,
    config_file: str | None,
    formats: tuple[tuple[str, str | None], ...],
    output: tuple[str, ...],
    color: str,
    width: int | None,
) -> int:
    """Follow figures, statements and sections through many editions of one report.

    FILES are two editions or more, in any order and in any format. The exit status is 0, or 1
    where an edition was left out because it cannot be read or is of another report.

    \b
    tracediff timeline 2016.md 2017.md 2018.pdf 2019.docx
    tracediff timeline reports/*.md -o timeline.html
    tracediff timeline reports/*.md --measure "labor inspectors" --since 2018
    """
    from tracediff.cli import complain, show
    from tracediff.cli.output import deliver
    from tracediff.cli.progress import progress
    from tracediff.cli.targets import targets
    from tracediff.config import load
    from tracediff.pipeline import timeline as run
    from tracediff.render import TIMELINE_BYTES_RENDERERS, TIMELINE_RENDERERS, Options
    from tracediff.timelines.select import nothing_found, select

    outputs = targets("timeline", formats, output, files)
    settings = load(config_file).settings
    with progress(files) as told:
        found = run(files, settings=settings, told=told)
    for problem in found.failed:
        complain(problem)
    whole, found = found, select(found, measure, section, since)
    if why := nothing_found(whole, found, measure, section):
        complain(why)
    options = Options(title=title, width=show.width(width), limit=limit, view="all" * everything)
    written: list[tuple[str | None, str | bytes]] = []
    for form, file in outputs:
        shown = replace(options, colour=show.colour(color, file))
        renderer = TIMELINE_RENDERERS.get(form) or TIMELINE_BYTES_RENDERERS[form]
        written.append((file, renderer(found, shown)))
    for file, made in written:
        deliver(made, file, files, paged=True)
    return 1 if found.failed else 0
