"""Shallow syntax of one sentence: parts of speech, chunks and clauses."""
