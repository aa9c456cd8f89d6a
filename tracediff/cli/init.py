"""``tracediff init``."""

from __future__ import annotations

import click

from tracediff.cli import complete


@click.command(short_help="Write a commented tracediff.toml.")
@click.argument("file", default="tracediff.toml")
@click.option(
    "--draft",
    metavar="DRAFT",
    shell_complete=complete.one_file,
    help="Declare a pair: the draft, a file or a folder.",
)
@click.option(
    "--against",
    metavar="EDITION",
    shell_complete=complete.editions,
    help="What that draft is checked against.",
)
@click.option("--force", is_flag=True, help="Replace a file that is there.")
def init(file: str, draft: str | None, against: str | None, force: bool) -> None:
    """Write a file in which every setting stands in a comment, with its default and its reason.

    \b
    tracediff init
    tracediff init --draft drafts/2026.md --against published/2025.md
    """
    from pathlib import Path

    from tracediff.cli import complain
    from tracediff.cli.output import deliver
    from tracediff.config.show import commented, toml
    from tracediff.errors import InputError

    if Path(file).exists() and not force:
        raise InputError(f"{file}: is there already; edit it, or replace it with --force")
    if against and not draft:
        raise click.UsageError("--against needs --draft")
    text = commented()
    if draft:
        pair = f"[[pair]]\ndraft = {toml(draft)}\n"
        pair += f"against = {toml(against)}\n" if against else ""
        text = text.replace("# How severe each kind", f"{pair}\n# How severe each kind", 1)
    deliver(text, file)
    complain(f"wrote {file}")
