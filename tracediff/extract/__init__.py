"""Figures and claims of an edition: sentences and tables in, facts and claims out."""

from __future__ import annotations

from tracediff.extract.claims import claims
from tracediff.extract.facts import extract, extract_facts, extract_part, joined, parts
from tracediff.extract.meaning import meaning_change

__all__ = [
    "claims",
    "extract",
    "extract_facts",
    "extract_part",
    "joined",
    "meaning_change",
    "parts",
]
