"""The description of a picture in, whether it is read as a sentence of the report out."""

from __future__ import annotations

import re

_FEWEST = 5  # words that make a statement, not a name
_YEARS = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d%]|[.,]\d)")
_WORD = re.compile(r"[^\W\d_]{2,}")


def states_a_figure(words: str) -> bool:
    """Whether a picture's description is a statement with a figure, as that of a chart may be.

    >>> states_a_figure("Bar chart where 44% of crews use nets")
    True
    >>> states_a_figure("Bar chart of the crews by port from 2019 to 2021")
    False
    """
    figures = _YEARS.sub("", words)
    return any(map(str.isdigit, figures)) and len(_WORD.findall(words)) >= _FEWEST
