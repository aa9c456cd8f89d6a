"""Where each format of one run goes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import click

from tracediff.cli.output import refuse_overwriting
from tracediff.cli.show import chosen_format, on_terminal
from tracediff.formats import BINARY


class Target(NamedTuple):
    """A format, and the file it is written to; standard output where that is none or ``-``."""

    format: str
    file: str | None

    @property
    def on_screen(self) -> bool:
        """Whether it goes to standard output."""
        return self.file in (None, "-")


def targets(
    command: str,
    asked: Sequence[tuple[str, str | None]],
    output: Sequence[str],
    inputs: Iterable[str],
) -> tuple[Target, ...]:
    """The formats of a run of a command with their files.

    Each ``-o`` is written in the format of its suffix; beside ``--format`` one ``-o`` names the
    file of the one format that has none. Raises ``UsageError`` where two go to the same place,
    ``InputError`` where one would overwrite an input.
    """
    known = tuple(inputs)
    for file in output:
        refuse_overwriting(file, known)  # before its suffix is looked at: a folder may have one
    if not asked:
        files = output or (None,)
        found = [Target(chosen_format(command, None, file), file) for file in files]
    else:
        found = [Target(name, file) for name, file in asked]
        free = [at for at, target in enumerate(found) if target.file is None]
        if output and not len(output) == len(free) == 1:
            raise click.UsageError("-o names the file of one --format; write FORMAT:FILE for each")
        if output:
            found[free[0]] = Target(found[free[0]].format, output[0])
    for target in found:
        if target.format in BINARY and target.on_screen and target.file is None and on_terminal():
            raise click.UsageError(f"{target.format} is no text; write it to a file with -o")
    if sum(target.on_screen for target in found) > 1:
        raise click.UsageError(
            "only one format can go to standard output; write the others as FORMAT:FILE"
        )
    names = [Path(target.file).absolute() for target in found if target.file not in (None, "-")]
    if len(set(names)) < len(names):
        raise click.UsageError("two formats would be written to one file")
    for target in found:
        refuse_overwriting(target.file, known)
    return tuple(found)
