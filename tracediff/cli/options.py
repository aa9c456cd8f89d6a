"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

import click

from tracediff.cli import complete
from tracediff.formats import CHECK_FORMATS, offered

if TYPE_CHECKING:
    _Type = click.ParamType[tuple[str, str | None]]
else:
    _Type = click.ParamType  # takes no arguments in older versions

Command = Callable[..., Any]

YEARS: Final = click.IntRange(1000, 9999)
DAY: Final = click.DateTime(("%Y-%m-%d",))


class FormatAndFile(_Type):
    """``FORMAT`` or ``FORMAT:FILE``."""

    name = "FORMAT[:FILE]"

    def __init__(self, formats: tuple[str, ...]) -> None:
        """Take the formats there are."""
        self.formats = formats

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str | None]:
        """The format and the file, none where none is named."""
        name, colon, file = value.partition(":")
        if name not in self.formats:
            elsewhere = "; `tracediff check` writes it" if name in CHECK_FORMATS else ""
            self.fail(f"{name!r} is not one of {', '.join(self.formats)}{elsewhere}", param, ctx)
        if colon and not file:
            self.fail(f"{value!r} names no file after the colon", param, ctx)
        return name, file or None

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[Any]:
        """The formats that begin like this, and files after the colon."""
        return complete.formats(self.formats, incomplete)


def output_options(name: str) -> Callable[[Command], Command]:
    """``--format``, ``-o``, ``--color`` and ``--width`` of a command, one format at a time."""
    return _all(
        click.option(
            "--format",
            "fmt",
            type=click.Choice(offered(name)),
            help="Default: by the suffix of -o, else the terminal report.",
        ),
        _output("Write to FILE, whole or not at all.", callback=one_file),
        *_look(),
    )


def outputs_options(name: str) -> Callable[[Command], Command]:
    """The same, with ``--format FORMAT[:FILE]`` several times in one run."""
    formats = offered(name)
    return _all(
        click.option(
            "--format",
            "formats",
            type=FormatAndFile(formats),
            multiple=True,
            metavar="FORMAT[:FILE]",
            help=f"May be given several times. One of {', '.join(formats)}."
            " Default: by the suffix of -o, else terminal.",
        ),
        _output(
            "Write to FILE, whole or not at all. May be given several times: each in the format"
            " of its suffix."
        ),
        *_look(),
    )


def pair_options(command: Command) -> Command:
    """``DRAFT``, ``--against`` and what goes with them, for ``check`` and ``review``."""
    return _all(
        click.argument("draft", required=False, shell_complete=complete.drafts),
        click.option(
            "--against",
            metavar="EDITION",
            shell_complete=complete.editions,
            multiple=True,
            help="What was published last: a file, a folder, REVISION:PATH, or a git revision"
            " that holds DRAFT under the same name. Given again: an edition before that, of which"
            " only restated figures are told.",
        ),
        click.option("--year", type=YEARS, help="The year that DRAFT reports on."),
        click.option("--against-year", type=YEARS, help="The year that EDITION reports on."),
        config_option,
        click.option(
            "--baseline",
            metavar="FILE",
            shell_complete=complete.one_file,
            help="Findings that were there when the team began.",
        ),
        click.option(
            "--today",
            type=DAY,
            envvar="TRACEDIFF_TODAY",
            hidden=True,
            help="The day that waivers are judged on, for tests.",
        ),
    )(command)


def config_option(command: Command) -> Command:
    """``--config``."""
    return click.option(
        "--config",
        "config_file",
        metavar="FILE",
        shell_complete=complete.one_file,
        help="Default: the nearest tracediff.toml, else pyproject.toml with [tool.tracediff].",
    )(command)


def view_options(command: Command) -> Command:
    """What a comparison shows in the terminal: page one, or more of one thing."""
    views = (
        ("all", "Every story with its evidence, and all tables."),
        ("figures", "The figures that changed."),
        ("gone", "What is no longer said, by section."),
        ("new", "What is new, by section."),
        ("sections", "How much of each section changed."),
        ("brief", "A line for each finding, with its place."),
    )
    return _all(
        click.option(
            "--story", type=click.IntRange(1), metavar="N", help="One story, with quotes."
        ),
        *(
            click.option(f"--{name}", "view", flag_value=name, default=None, help=text)
            for name, text in views
        ),
        click.option(
            "--select",
            metavar="RULES",
            shell_complete=complete.rules,
            help="Only these rules: N,A201,claim-reversed.",
        ),
        click.option(
            "--section",
            default="",
            metavar="TITLE",
            shell_complete=complete.sections,
            help="Only sections so named.",
        ),
    )(command)


def look_options(command: Command) -> Command:
    """How the report to share looks, and how Word files are read."""
    return _all(
        click.option("--title", default="", help="A title for the report."),
        click.option("--note", default="", help="A note at its head."),
        click.option("--confidentiality", default="", help="A line above the title."),
        click.option(
            "--logo",
            metavar="FILE",
            shell_complete=complete.one_file,
            help="A picture for the HTML report, put into it.",
        ),
        click.option("--open", "open_it", is_flag=True, help="Show the HTML file in the browser."),
        click.option(
            "--tracked-changes",
            type=click.Choice(("accept", "reject")),
            help="How Word files with tracked changes are read. Default: accept.",
        ),
    )(command)


def _output(text: str, **more: Any) -> Callable[[Command], Command]:
    return click.option(
        "-o",
        "--output",
        metavar="FILE",
        multiple=True,
        shell_complete=complete.one_file,
        help=text,
        **more,
    )


def one_file(ctx: click.Context, param: click.Parameter, files: tuple[str, ...]) -> str | None:
    """The one file that ``-o`` names, none where it is not given; two are refused."""
    if len(files) > 1:
        raise click.BadParameter("given twice; it names one place", ctx, param)
    return files[0] if files else None


def _look() -> tuple[Callable[[Command], Command], ...]:
    return color_option, width_option("Columns of the terminal report.")


def color_option(command: Command) -> Command:
    """``--color``."""
    return click.option(
        "--color",
        type=click.Choice(("auto", "always", "never")),
        default="auto",
        show_default=True,
        help="NO_COLOR and FORCE_COLOR are respected.",
    )(command)


def width_option(text: str) -> Callable[[Command], Command]:
    """``--width``, with its help."""
    return click.option("--width", type=click.IntRange(40, 400), help=text)


def _all(*options: Callable[[Command], Command]) -> Callable[[Command], Command]:
    """One decorator out of several, in the order in which help shows them."""

    def add(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return add
