"""Console: how rich is asked to lay text out, the same for every terminal renderer.

Nothing here looks at the real terminal: width and colour come with the options, so that the same
report gives the same text everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import StringIO
from typing import TYPE_CHECKING, Final

from tracediff.render.options import Options
from tracediff.render.visible import printable

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

_NARROWEST: Final = 40
_WIDEST: Final = 200


def console(options: Options) -> Console:
    """A console that writes into memory."""
    from rich.console import Console

    return Console(
        file=StringIO(),
        width=max(_NARROWEST, min(options.width, _WIDEST)),
        force_terminal=options.colour,
        color_system="standard" if options.colour else None,
        no_color=not options.colour,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
        legacy_windows=False,
        _environ={},
    )


def printed(page: Console) -> str:
    """What was printed, without the blanks that fill lines up."""
    written: str = page.file.getvalue()  # type: ignore[attr-defined]
    return "".join(f"{one.rstrip()}\n" for one in written.splitlines())


def line(*parts: str | Text | tuple[str, str]) -> Text:
    """Some words, each plain, styled, or as (words, style); none is read as markup."""
    from rich.text import Text

    text = Text()
    for part in parts:
        if isinstance(part, tuple):
            text.append(part[0], part[1] or None)
        elif isinstance(part, str):
            text.append(part)
        else:
            text.append_text(part)
    return text


def paint(text: str, style: str) -> Text:
    """Words of an edition or a finding, made safe to print, in one style."""
    front = text[: len(text) - len(text.lstrip(" "))]
    return line(front, (printable(text), style))


def table(
    heads: Sequence[str],
    rows: Iterable[Sequence[str | Text]],
    wide: Sequence[int] = (),
    right: Iterable[int] = (),
) -> Table:
    """A table without rules; ``wide`` columns take the room, ``right`` ones end flush."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    flush = set(right)
    ruled = Table(box=SIMPLE_HEAD, header_style="dim", pad_edge=True, show_edge=False)
    for at, head in enumerate(heads):
        ruled.add_column(
            line(head),
            justify="right" if at in flush else "left",
            ratio=1 if at in wide else None,
            overflow="fold",
            min_width=12 if at in wide else None,
        )
    for row in rows:
        ruled.add_row(*(line(cell) if isinstance(cell, str) else cell for cell in row))
    return ruled
