"""What the nouns that come by the thousand share: they are sent to another process fast."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any


class Record:
    """A frozen dataclass that is pickled as its class and its fields, and made anew from them.

    That is twice as fast as the way of slotted dataclasses, which sets one attribute at a time.
    """

    __slots__ = ()

    def __reduce__(self) -> tuple[type, tuple[Any, ...]]:
        """The class and the fields in order."""
        kind: Any = type(self)
        return kind, _fields(kind.__match_args__)(self)


@cache
def _fields(names: tuple[str, ...]) -> Callable[[object], tuple[Any, ...]]:
    return attrgetter(*names)
