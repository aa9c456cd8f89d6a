"""A sentence in, its shallow parse out: noun phrases, verb groups, clauses and their relations."""

from tracediff.syntax.parse import Parse, parse, tagged

__all__ = ["Parse", "parse", "tagged"]
