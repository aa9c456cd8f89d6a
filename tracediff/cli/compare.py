"""``tracediff compare OLD NEW``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from tracediff.cli import complete
from tracediff.cli.options import YEARS, config_option, look_options, outputs_options, view_options

if TYPE_CHECKING:
    from tracediff.cli.output import Made
    from tracediff.cli.targets import Target
    from tracediff.model import Report
    from tracediff.render.pages import PageImages
    from tracediff.settings import Settings


@click.command(short_help="Compare two editions.")
@click.argument("old", shell_complete=complete.one_file)
@click.argument("new", shell_complete=complete.one_file)
@click.option("--old-year", type=YEARS, help="The year that OLD reports on.")
@click.option("--new-year", type=YEARS, help="The year that NEW reports on.")
@view_options
@look_options
@click.option(
    "--pages",
    is_flag=True,
    help="In the HTML file: the pages of PDF editions that the first stories quote, as pictures.",
)
@click.option("--explain", is_flag=True, help="Say why sentences were set side by side.")
@click.option("--limit", type=click.IntRange(1), help="Show only the first so many.")
@config_option
@click.option("--show-waived", is_flag=True, help="Show what was signed off, with its reason.")
@outputs_options("compare")
def compare(
    old: str,
    new: str,
    old_year: int | None,
    new_year: int | None,
    view: str | None,
    story: int | None,
    select: str | None,
    section: str,
    title: str,
    note: str,
    confidentiality: str,
    logo: str | None,
    pages: bool,
    open_it: bool,
    tracked_changes: str | None,
    explain: bool,
    limit: int | None,
    config_file: str | None,
    show_waived: bool,
    formats: tuple[tuple[str, str | None], ...],
    output: tuple[str, ...],
    color: str,
    width: int | None,
) -> None:
    """Compare two yearly editions of the same report.

    Prints page one: what an editor would tell of the new edition. OLD and NEW are files; one of
    them may be - for standard input.

    \b
    tracediff compare 2020.md 2021.md
    tracediff compare 2020.md 2021.md --story 3
    tracediff compare 2020.txt 2021.txt -o report.html --open
    tracediff compare 2020.docx 2021.docx -o redline.docx
    tracediff compare 2020.md 2021.md --format json | jq '.stories[0]'
    """
    from tracediff.cli import show
    from tracediff.cli.output import deliver, say_where
    from tracediff.cli.progress import progress
    from tracediff.cli.signoff import settings
    from tracediff.cli.targets import targets
    from tracediff.config import load
    from tracediff.ours import signed
    from tracediff.pipeline import compare as run
    from tracediff.render import BYTES_RENDERERS, RENDERERS, STREAMERS, Options
    from tracediff.render.logo import inlined
    from tracediff.stories.narrow import narrow

    if old == new == "-":
        raise click.UsageError("only one of the two can be standard input")
    outputs = targets("compare", formats, output, (old, new))
    page = show.page(file for form, file in outputs if form == "html") if open_it else ""
    config = load(config_file)
    chosen = settings(config, None, config.check.baseline or None, select)
    if tracked_changes:
        reading = replace(chosen.reading, tracked_changes=tracked_changes)
        chosen = replace(chosen, reading=reading)
    picture = inlined(logo) if logo else ""
    with progress((old, new)) as told:
        report = run(old, new, old_year=old_year, new_year=new_year, settings=chosen, told=told)
    report = narrow(report, section) if section else report
    options = Options(
        title=title,
        note=note,
        confidentiality=confidentiality,
        logo=picture,
        width=show.width(width),
        explain=explain,
        limit=limit,
        show_waived=show_waived,
        view="" if view in (None, "brief") else view,
        story=story,
        pages=_drawn(report, chosen, outputs) if pages else None,
    )
    written: list[tuple[str | None, Made]] = []
    for form, file in outputs:
        shown = replace(options, colour=show.colour(color, file))
        brief = view == "brief" and form == "terminal"
        whole = BYTES_RENDERERS.get(form) or STREAMERS.get(form)
        if whole is not None:
            written.append((file, whole(report, shown)))
            continue
        text = RENDERERS["brief" if brief else form](report, shown)
        written.append((file, signed(text, form, file)))
    for file, made in written:
        deliver(made, file, (old, new), paged=True)
    say_where(file for file, _ in written)
    if page:
        click.launch(page)


def _drawn(report: Report, settings: Settings, outputs: tuple[Target, ...]) -> PageImages:
    """The pictures of pages; said where there is no use for them."""
    from tracediff.render.pages import page_images

    if all(target.format != "html" for target in outputs):
        raise click.UsageError("--pages is for the HTML file; add -o report.html")
    if "pdf" not in (report.old.format, report.new.format):
        raise click.UsageError("--pages is for PDF editions; neither of these is one")
    return page_images(report, settings.reading)
