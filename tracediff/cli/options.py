"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import click

Command = Callable[..., Any]

YEARS: Final = click.IntRange(1000, 9999)


def output_options(*formats: str) -> Callable[[Command], Command]:
    """``--format``, ``-o``, ``--color`` and ``--width``."""

    def add(command: Command) -> Command:
        for option in (
            click.option(
                "--format",
                "fmt",
                type=click.Choice(formats),
                help="Default: by the suffix of -o, else the terminal report.",
            ),
            click.option(
                "-o", "--output", metavar="FILE", help="Write to FILE, whole or not at all."
            ),
            click.option(
                "--color",
                type=click.Choice(("auto", "always", "never")),
                default="auto",
                show_default=True,
                help="NO_COLOR and FORCE_COLOR are respected.",
            ),
            click.option(
                "--width",
                type=click.IntRange(40, 400),
                help="Columns of the terminal report.",
            ),
        ):
            command = option(command)
        return command

    return add
