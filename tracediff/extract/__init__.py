"""Figures and claims of an edition: sentences and tables in, facts and claims out."""

from __future__ import annotations

from tracediff.extract.facts import extract, extract_facts

__all__ = ["extract", "extract_facts"]
