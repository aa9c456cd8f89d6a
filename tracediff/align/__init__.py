"""Set two editions side by side: which sentences, sections and tables answer to which."""

from tracediff.align.edits import ChangedWord, changed_words, edits
from tracediff.align.pairing import PASSES, align, align_sentences
from tracediff.align.recalled import recalled

__all__ = [
    "PASSES",
    "ChangedWord",
    "align",
    "align_sentences",
    "changed_words",
    "edits",
    "recalled",
]
