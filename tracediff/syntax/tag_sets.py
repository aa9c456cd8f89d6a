"""Parts of speech that stand for one another where chunks are read, and how far is looked ahead."""

from __future__ import annotations

from typing import Final

NOUNS: Final = frozenset({"NN", "NNS", "NNP", "NNPS", "NN$", "NNS$", "NNP$", "NNPS$", "FW"})
PLAIN_NOUNS: Final = frozenset({"NN", "NNS", "NNP", "NNPS", "FW"})
PLURAL: Final = frozenset({"NNS", "NNPS"})
ADJECTIVES: Final = frozenset({"JJ", "JJR", "JJS"})
PARTICIPLES: Final = frozenset({"VBN", "VBG"})
DETERMINERS: Final = frozenset({"DT", "PDT", "PRP$", "WP$"})
NUMBERS: Final = frozenset({"CD", "$"})
FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
ADVERBS: Final = frozenset({"RB", "RBR", "RBS"})
AHEAD: Final = 6  # tokens that are looked at for the noun that a modifier belongs to
