"""The errors a user can cause; each is one line with the file and the cure."""

from __future__ import annotations


class TracediffError(Exception):
    """Something the user can put right; its text names the file and the cure."""


class InputError(TracediffError):
    """A file that cannot be read as a report."""


class SettingsError(TracediffError):
    """A setting that is unknown or out of range."""
