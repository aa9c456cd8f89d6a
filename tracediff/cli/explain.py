"""``tracediff explain RULE``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracediff.cli import complete

if TYPE_CHECKING:
    from tracediff.model import Rule


@click.command(short_help="Explain one kind of finding.")
@click.argument("rule", shell_complete=complete.rules)
@click.option(
    "--format",
    "fmt",
    type=click.Choice(("terminal", "markdown")),
    default="terminal",
    help="Default: terminal.",
)
def explain(rule: str, fmt: str) -> None:
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
        asked = rule.casefold()
        near = get_close_matches(asked, names, n=1) or [n for n in names if asked in n and asked]
        hint = f"; did you mean {near[0]}?" if near else "; tracediff rules lists all"
        raise click.UsageError(f"there is no rule {rule}{hint}")
    page = f"{_page(found)}\n\n{_settings(found)}\n"
    deliver(page if fmt == "markdown" else _rendered(page), None, paged=True)


def _rendered(page: str) -> str:
    """Markdown as a terminal shows it: headings, tables and code without their marks."""
    from io import StringIO

    from rich.console import Console
    from rich.markdown import Markdown

    from tracediff.cli import show

    colour = show.colour("auto", None)
    out = StringIO()
    console = Console(
        file=out,
        width=min(show.width(None), 100),
        color_system="standard" if colour else None,
        force_terminal=colour,
        legacy_windows=False,
    )
    console.print(Markdown(page, code_theme="bw", hyperlinks=False))
    lines = (line.rstrip() for line in out.getvalue().splitlines())
    return "".join(f"{line}\n" for line in lines)


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
        f'```toml\n[severity]\n{rule.id} = "note"   # or "error", "warning", "off"\n```\n\n{signed}'
    )
