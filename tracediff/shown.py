"""How a result is shown: the renderers stand in here, and the nouns ask here.

So a report can show itself, and the nouns depend on no renderer. ``tracediff`` itself puts the
renderers in when it is imported, before any result can be made.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers know it; importing it from typing would take longer
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

_by: list[Callable[..., Any]] = []


def show_with(show: Callable[..., Any]) -> None:
    """Let results be shown by ``show``, which takes a result, a format and its options."""
    _by[:] = [show]


def shown(result: object, form: str, **options: object) -> Any:
    """A result in a format: text, bytes or rows."""
    return _by[0](result, form, **options)


def as_frame(rows: object) -> Any:
    """Rows as a ``pandas.DataFrame``; raises ``ImportError`` with the cure where it is missing."""
    from importlib import import_module

    try:
        pandas = import_module("pandas")
    except ImportError as error:
        raise ImportError("to_frame: pandas is not installed; pip install pandas") from error
    return pandas.DataFrame(rows)
