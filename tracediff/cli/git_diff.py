"""``tracediff git-diff``: what git calls for a report, see ``tracediff git-setup``."""

from __future__ import annotations

import click


@click.command(hidden=True, context_settings={"ignore_unknown_options": True})
@click.option("--text", is_flag=True, help="The sentences of one file, a line each.")
@click.option("--tool", is_flag=True, help="Called by git difftool: OLD-FILE, NEW-FILE, PATH.")
@click.argument("given", nargs=-1, type=click.UNPROCESSED)
def git_diff(text: bool, tool: bool, given: tuple[str, ...]) -> None:
    """Show what changed in a report, with the arguments that git gives: PATH, OLD-FILE, its hash
    and mode, NEW-FILE, its hash and mode.

    Git gives up on a whole diff where such a program fails; so what went wrong is printed.
    """
    from tracediff.cli.output import deliver
    from tracediff.errors import TracediffError
    from tracediff.render.visible import printable

    try:
        if tool and len(given) == _OF_TOOL:
            old, new, path = given
            given = (path, old, "", "", new, "", "")
        made = _sentences(given[0]) if text and given else _shown(given)
    except TracediffError as error:
        made = f"{printable(str(error))}\n"
    deliver(made, None, paged=tool)


def _shown(given: tuple[str, ...]) -> str:
    """Page one of a comparison under the name of the file."""
    import os
    from dataclasses import replace

    from tracediff.cli import show
    from tracediff.config import load
    from tracediff.pipeline import compare, read
    from tracediff.readers.git import named_by_git
    from tracediff.render import RENDERERS, Options
    from tracediff.render.visible import printable
    from tracediff.wording.strings import count

    if len(given) < _ARGUMENTS:
        name = printable(given[0]) if given else "nothing"
        return f"* {name}: is not merged yet\n"
    path, old, new = given[0], given[1], given[4]
    head = f"tracediff {printable(path)}\n"
    settings = load().settings
    if os.devnull in (old, new):
        edition = read(new if old == os.devnull else old, settings=settings)
        what = "new" if old == os.devnull else "gone"
        number = count(len(edition.sentences), "sentence")
        return f"{head}  {what}: {printable(edition.title or path)}, {number}\n"
    before, after = (  # by their names in the repository: one of the two is a temporary file
        replace(read(file, settings=settings), path=named_by_git(file, path, content))
        for file, content in ((old, given[2]), (new, given[5]))
    )
    report = compare(before, after, settings=settings)
    options = Options(width=show.width(None), colour=show.colour("auto", None))
    return head + RENDERERS["terminal"](replace(report, name=path), options) + "\n"


_ARGUMENTS = 7
_OF_TOOL = 3


def _sentences(file: str) -> str:
    """Headings and sentences, a line each, so that git compares sentences."""
    from itertools import groupby
    from operator import attrgetter

    from tracediff.config import load
    from tracediff.pipeline import read
    from tracediff.render.visible import printable

    edition = read(file, settings=load().settings)
    lines: list[str] = []
    for number, sentences in groupby(edition.sentences, key=attrgetter("section")):
        section = edition.sections[number]
        lines += [f"{'#' * max(section.level, 1)} {section.title}"] if section.title else []
        lines += [sentence.text for sentence in sentences]
    return "".join(f"{printable(line)}\n" for line in lines)
