"""``tracediff rules``."""

from __future__ import annotations

import click


@click.command(short_help="List the kinds of findings.")
@click.option(
    "--format",
    "fmt",
    type=click.Choice(("terminal", "json", "markdown")),
    default="terminal",
    help="Default: terminal.",
)
def rules(fmt: str) -> None:
    """List the kinds of findings: id, severity, name, and what each finds."""
    from tracediff.cli.output import deliver
    from tracediff.rules import RULES

    if fmt == "json":
        import json

        rows = [
            {"id": r.id, "name": r.name, "severity": r.severity.value, "finds": r.finds}
            for r in RULES.values()
        ]
        deliver(json.dumps(rows, indent=1) + "\n", None)
        return
    lines = [
        f"| {r.id} | {r.name} | {r.severity.value} | {r.finds} |"
        if fmt == "markdown"
        else f"{r.id}  {r.severity.value:8}{r.name:22}{r.finds}"
        for r in RULES.values()
    ]
    heads = ["| id | name | severity | finds |", "|---|---|---|---|"] if fmt == "markdown" else []
    deliver("".join(f"{line}\n" for line in (*heads, *lines)), None)
