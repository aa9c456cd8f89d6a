"""Tables in, facts out: each cell that holds a figure with what its row and column say of it."""

from __future__ import annotations

from tracediff.extract.tables.reading import read_tables

__all__ = ["read_tables"]
