"""``tracediff explain RULE``."""

from __future__ import annotations

import click


@click.command(short_help="Explain one kind of finding.")
@click.argument("rule")
def explain(rule: str) -> None:
    """Explain one kind of finding by its id or name, such as N103 or no-longer-reported."""
    from difflib import get_close_matches

    from tracediff.rules import CATALOGUE

    names = {name.casefold(): r for r in CATALOGUE for name in (r.id, r.name)}
    found = names.get(rule.casefold())
    if found is None:
        near = get_close_matches(rule.casefold(), names, n=1)
        hint = f"; did you mean {near[0]}?" if near else "; tracediff rules lists all"
        raise click.UsageError(f"there is no rule {rule}{hint}")
    click.echo(f"{found.id} {found.name} ({found.severity.value})\n\nFinds: {found.finds}.")
