"""The errors a user can cause; each is one line with the file and the cure."""

from __future__ import annotations


class TracediffError(Exception):
    """What is wrong, a line for each problem: a fault of the input, never one of the program."""

    def __init__(self, *problems: str) -> None:
        """Take all that is wrong, each a line."""
        super().__init__("\n".join(problems))
        self.problems = problems


class InputError(TracediffError):
    """A file that cannot be read as a report."""


class SettingsError(TracediffError):
    """Settings that are unknown or out of range: each problem is one line with file and key."""
