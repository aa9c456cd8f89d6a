"""What the words of a label are put together from: the thing counted."""

from __future__ import annotations

from typing import Protocol


class Named(Protocol):
    """What the thing counted is: its noun phrase and the words of it that name it."""

    @property
    def phrase(self) -> int: ...  # noqa: D102
    @property
    def first(self) -> int: ...  # noqa: D102
    @property
    def stop(self) -> int: ...  # noqa: D102
    @property
    def text(self) -> str | None: ...  # noqa: D102
    @property
    def change(self) -> int: ...  # noqa: D102
    @property
    def item(self) -> int: ...  # noqa: D102
