"""``tracediff config``."""

from __future__ import annotations

import click

from tracediff.cli.options import config_option


@click.command(short_help="Show what is in force, and from where.")
@config_option
@click.option("--set", "only_set", is_flag=True, help="Only what a file sets.")
@click.option("--words", "lists", is_flag=True, help="The word lists instead, in full.")
@click.option(
    "--format",
    "fmt",
    type=click.Choice(("terminal", "json")),
    default="terminal",
    help="Default: terminal.",
)
def config(config_file: str | None, only_set: bool, lists: bool, fmt: str) -> None:
    """Show every value that is in force, as TOML, with where it comes from.

    \b
    tracediff config
    tracediff config --set
    tracediff config --words
    tracediff config --config other.toml --format json
    """
    from itertools import groupby

    from tracediff.cli.output import deliver
    from tracediff.config import load
    from tracediff.config.show import rows, word_rows
    from tracediff.render.visible import harmless, printable

    known = load(config_file)
    shown = [
        row
        for row in (word_rows if lists else rows)(known)
        if not only_set or row.origin != "default"
    ]
    if fmt == "json":
        import json

        data = {
            "file": str(known.path) if known.path else None,
            "values": [r._asdict() for r in shown],
        }
        deliver(json.dumps(data, ensure_ascii=False, indent=1) + "\n", None)
        return
    lines = [
        f"# {printable(str(known.path))}" if known.path else "# no configuration file; all defaults"
    ]
    for table, group in groupby(shown, key=lambda row: row.table):
        head = f"[[{table[1:].split(']')[0]}]]" if table.startswith("[") else f"[{table}]"
        lines += ["", head]
        lines += [f"{row.key} = {row.value}  # {printable(row.origin)}" for row in group]
    deliver("".join(f"{harmless(line)}\n" for line in lines), None)
