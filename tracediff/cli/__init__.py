"""The command line: one file a command; it parses and prints and decides nothing.

Commands are imported when they are asked for, so that ``--help`` costs nothing but click.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from importlib import import_module
from typing import Final

import click

from tracediff.errors import TracediffError
from tracediff.jobs import two_processes
from tracediff.namesake import warning
from tracediff.version import __version__

COMMANDS: Final[dict[str, str]] = {
    "compare": "Compare two editions: what changed, most serious first.",
    "check": "Check a new draft in CI: exit status 0, 1 or 2.",
    "review": "Walk the open findings and sign off what is meant.",
    "timeline": "Follow one report through its editions.",
    "portfolio": "Compare many documents: one ranked index.",
    "facts": "Print the ledger of figures of one edition.",
    "rules": "List the kinds of findings.",
    "explain": "Explain one kind of finding, with examples.",
    "config": "Show what is in force, and from where.",
    "init": "Write a commented tracediff.toml.",
    "git-setup": "Let git diff and git difftool show reports.",
}
_HIDDEN: Final = ("git-diff",)  # what git calls


class _Commands(click.Group):
    """A group whose commands are loaded by name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS and cmd_name not in _HIDDEN:
            return None
        name = cmd_name.replace("-", "_")
        command: click.Command = getattr(import_module(f"tracediff.cli.{name}"), name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        from difflib import get_close_matches

        near = [] if args[0] in COMMANDS else get_close_matches(args[0], COMMANDS, n=1)
        if near:
            ctx.fail(f"No such command {args[0]!r}; did you mean {near[0]}?")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="tracediff")
def cli() -> None:
    """Say what changed between two yearly editions of the same report.

    \b
    tracediff compare 2020.md 2021.md                the report in the terminal
    tracediff compare 2020.pdf 2021.pdf -o diff.html one file to share
    tracediff check draft.md --against 2020.md       the same findings as a CI check
    tracediff facts 2021.md                          every figure, what it counts, for when
    tracediff timeline 2016.md 2017.md 2018.md       one report through its editions
    tracediff portfolio 2020/ 2021/ -o site          many documents, one ranked index
    """


def main() -> None:
    """Run the command line; every error a user can cause is one line and exit status 2."""
    _prepare()
    try:
        with two_processes():  # the program is its own; a library call forks nobody
            status = cli.main(prog_name="tracediff", standalone_mode=False)
    except click.exceptions.Abort as error:
        complain("stopped")
        status = 130 if isinstance(error.__cause__, KeyboardInterrupt) else 2
    except click.ClickException as error:
        _usage(error)
        status = 2
    except TracediffError as error:
        lost = _lost_folder()
        for problem in (lost,) if lost else error.problems:
            complain(problem)
        status = 2
    except BrokenPipeError:
        status = 0
    except OSError as error:
        complain(_lost_folder() or _reason(error))
        status = 2
    except KeyboardInterrupt:
        complain("stopped")
        status = 130
    except RecursionError:
        complain("the input is nested too deeply; simplify it")
        status = 2
    except MemoryError:
        complain("out of memory; split the input, or lower reading.max_bytes in tracediff.toml")
        status = 2
    except Exception as error:  # whatever else: one line, and the status that CI expects
        if os.environ.get("TRACEDIFF_DEBUG"):
            raise
        complain(
            f"internal error ({type(error).__name__}: {error}); please report it with the"
            " traceback that TRACEDIFF_DEBUG=1 shows"
        )
        status = 2
    sys.exit(_flushed(int(status or 0)))


def _prepare() -> None:
    gc.disable()  # a run is short, and its data hold no cycles to look for
    if os.environ.get("_TRACEDIFF_COMPLETE"):
        from tracediff.cli import shells

        shells.set_up()


def run() -> None:
    """``main`` as a program of its own, which ends at once: what it held need not be taken apart.

    Everything is written and flushed by then. mypy ends in this way too. A profiler or a debugger
    is left to end by itself.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:  # as ``tracediff.start`` left it
        signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        if shadowed := warning():
            complain(shadowed)
        main()
    except KeyboardInterrupt:  # in the last moment, when everything was said
        os._exit(130)
    except SystemExit as ended:
        if sys.getprofile() or sys.gettrace():
            raise
        os._exit(int(ended.code or 0))


def _reason(error: OSError) -> str:
    return f"{error.filename or 'standard output'}: {error.strerror or error}"


def _lost_folder() -> str:
    """What to say where the folder that the program was called from is no longer there."""
    try:
        os.getcwd()  # noqa: PTH109 - Path.cwd() would load pathlib
    except FileNotFoundError:
        name = os.environ.get("PWD", ".")
        return f"{name}: the current folder was deleted; change to another one (cd)"
    return ""


def _usage(error: click.ClickException) -> None:
    if isinstance(error, getattr(click.exceptions, "NoArgsIsHelpError", ())):  # click 8.2
        print(error.format_message(), file=sys.stderr)  # our own help
        return
    context = getattr(error, "ctx", None)
    hint = f" (see {context.command_path} --help)" if context else ""
    complain(error.format_message().rstrip(".") + hint)


def complain(message: str) -> None:
    """Say one thing on standard error, on one line, with nothing in it that could act."""
    from tracediff.render.visible import printable

    if sys.stderr is not None:
        print(f"tracediff: {printable(message)}", file=sys.stderr)


def _flushed(status: int) -> int:
    """Flush what was printed, so that a reader who left early is no error and lost output is."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        sys.stdout = None  # nothing may write there any more
    except OSError as error:
        complain(f"standard output: {error.strerror}")
        return 2
    return status
