"""A parse and its figures in, what each figure counts out.

What is counted is the head of the noun phrase that holds the number; else the noun phrase that the
number is of; else the subject that a verb of level or change gives the number to; else what a
heading, the words before a bracket, or the figure before it counts (design: Rules cite relations).
"""

from __future__ import annotations

from tracediff.extract.counting.counted import Counted
from tracediff.extract.counting.phrases import PhraseReader
from tracediff.extract.counting.reader import CountReader
from tracediff.extract.counting.words import content

__all__ = ["CountReader", "Counted", "PhraseReader", "content"]
