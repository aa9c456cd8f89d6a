"""A sentence in, its shallow parse out: noun phrases, verb groups, clauses and their relations."""

from tracediff.syntax.parse import Parse, parse

__all__ = ["Parse", "parse"]
