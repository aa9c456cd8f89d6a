"""A deed: a verb in words as it follows a noun."""

from __future__ import annotations

from typing import NamedTuple


class Deed(NamedTuple):
    """A verb as it follows a noun, what completes it, part by part, and how it is done."""

    verb: tuple[str, ...] = ()
    parts: tuple[list[str], ...] = ()
    manner: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is a verb."""
        return bool(self.verb)
