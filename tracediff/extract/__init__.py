"""Figures and claims of an edition: sentences and tables in, facts and claims out."""

from __future__ import annotations

from tracediff.extract.claims import claims
from tracediff.extract.facts import Extractor, extract, extract_facts, joined
from tracediff.extract.meaning import meaning_change

__all__ = [
    "Extractor",
    "claims",
    "extract",
    "extract_facts",
    "joined",
    "meaning_change",
]
