"""A sentence in, its shallow parse out: noun phrases, verb groups, clauses and their relations."""

from tracediff.syntax.parse import Parse, parse, parse_tokens

__all__ = ["Parse", "parse", "parse_tokens"]
