"""``tracediff explain RULE``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from tracediff.model import Rule


@click.command(short_help="Explain one kind of finding.")
@click.argument("rule")
def explain(rule: str) -> None:
    """Explain one kind of finding, with examples, by its id or name.

    \b
    tracediff explain N103
    tracediff explain no-longer-reported
    """
    from difflib import get_close_matches

    from tracediff.cli.output import deliver
    from tracediff.rules import RULES

    names = {name.casefold(): r for r in RULES.values() for name in (r.id, r.name)}
    found = names.get(rule.casefold())
    if found is None:
        near = get_close_matches(rule.casefold(), names, n=1)
        hint = f"; did you mean {near[0]}?" if near else "; tracediff rules lists all"
        raise click.UsageError(f"there is no rule {rule}{hint}")
    deliver(f"{_page(found)}\n\n{_settings(found)}\n", None)


def _page(rule: Rule) -> str:
    """The page of a rule, from inside the package or from the documentation of a checkout."""
    from importlib import resources
    from pathlib import Path

    name = f"{rule.id}.md"
    packed = resources.files("tracediff").joinpath("pages", name)
    if packed.is_file():
        return packed.read_text(encoding="utf-8").strip()
    beside = Path(__file__).parents[2] / "docs" / "rules" / name
    if beside.is_file():
        return beside.read_text(encoding="utf-8").strip()
    return f"# {rule.id} {rule.name}\n\nFinds: {rule.finds}. Severity: {rule.severity.value}."


def _settings(rule: Rule) -> str:
    if rule.id.startswith("W"):
        signed = "It speaks of the waivers and the baseline, not of the editions."
    else:
        signed = (
            "One finding with its values is signed off by a [[waiver]]; tracediff review writes it."
        )
    return (
        "## In tracediff.toml\n\n"
        f'[severity]\n{rule.id} = "note"   # or "error", "warning", "off"\n\n{signed}'
    )
