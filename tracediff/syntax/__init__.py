"""A sentence in, its shallow parse out: noun phrases, verb groups, clauses and their relations."""

from tracediff.syntax.parse import Parse, has_finite_verb, parse, tagged, verbs

__all__ = ["Parse", "has_finite_verb", "parse", "tagged", "verbs"]
