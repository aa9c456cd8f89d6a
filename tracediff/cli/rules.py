"""``tracediff rules``."""

from __future__ import annotations

import click


@click.command(short_help="List the kinds of findings.")
def rules() -> None:
    """List the kinds of findings: id, severity, name, and what each finds."""
    from tracediff.rules import CATALOGUE

    for rule in CATALOGUE:
        click.echo(f"{rule.id}  {rule.severity.value:8}{rule.name:22}{rule.finds}")
