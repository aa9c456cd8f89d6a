"""Layout: styled words wrapped into lines, and tables, for a terminal of a given width.

Nothing here looks at the real terminal: width and colour come with the options, so that the same
report gives the same text everywhere. Wrapping, wide characters and columns are rich's work.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from io import StringIO
from typing import TYPE_CHECKING, Final

from tracediff.render.options import Options
from tracediff.render.visible import harmless

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

StyledText = tuple[str, str]  # words and their style: "", or a style of rich such as "bold red"
StyledCell = str | Sequence[StyledText]

_NARROWEST: Final = 40
_WIDEST: Final = 200


def room(options: Options) -> int:
    """The columns there are, within what is readable."""
    return max(_NARROWEST, min(options.width, _WIDEST))


def block(
    options: Options, pieces: Sequence[StyledText], indent: int = 0, hang: int | None = None
) -> Iterator[str]:
    """Words as lines; lines after the first begin at ``hang``, or where the first does."""
    after = indent if hang is None else hang
    width = room(options) - max(indent, after)
    for at, line in enumerate(_text(pieces).wrap(_console(width, options.colour), width)):
        line.rstrip()
        yield " " * (after if at else indent) + _painted(line, width, options.colour)


def table(
    options: Options,
    heads: Sequence[str],
    rows: Iterable[Sequence[StyledCell]],
    right: Collection[int] = (),
) -> Iterator[str]:
    """A table with a rule below its heads; the first column gives way where room is short."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    grid = Table(box=SIMPLE_HEAD, show_edge=False, header_style="dim", padding=(0, 1))
    for at, head in enumerate(heads):
        grid.add_column(
            head,
            justify="right" if at in right else "left",
            overflow="fold",
            ratio=None if at else 1,
            no_wrap=at in right,
        )
    for row in rows:
        grid.add_row(*(_text([(cell, "")] if isinstance(cell, str) else cell) for cell in row))
    for line in _painted(grid, room(options), options.colour).split("\n"):
        yield line.rstrip()


def _text(pieces: Sequence[StyledText]) -> Text:
    from rich.text import Text

    return Text.assemble(*((harmless(words), style) for words, style in pieces), overflow="fold")


def _painted(content: RenderableType, width: int, colour: bool) -> str:
    """What rich makes of it, with escape sequences where there is colour."""
    console = _console(width, colour)
    with console.capture() as captured:
        console.print(content, end="")
    return captured.get().rstrip("\n")


@lru_cache(maxsize=16)
def _console(width: int, colour: bool) -> Console:
    """A console that knows nothing of the machine it runs on."""
    from rich.console import Console

    return Console(
        file=StringIO(),
        width=width,
        color_system="standard" if colour else None,
        force_terminal=colour,
        no_color=not colour,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        _environ={},
    )


def heading(options: Options, text: str) -> Iterator[str]:
    """A heading with an empty line above it."""
    yield ""
    yield from block(options, [(text.upper(), "bold")])
