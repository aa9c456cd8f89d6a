"""What writers leave where something is still to be filled in."""

from __future__ import annotations

import re
from typing import Final

# "XX" is a Roman numeral behind "Article" or before "century", so it needs a figure's surroundings.
PLACEHOLDER: Final = re.compile(
    r"""
      \b(?:TBD|TBC|TBA|TKTK|FIXME|TODO)\b
    | \[\s{0,3}(?:insert|add|update|confirm|check|to\ come|placeholder|figure|number|date|name
        |tbd|tbc|xx?|\.{2,}|●|_{1,20}|\?{1,9})(?!\w)[^\]\n]{0,80}\]
    | (?<![\w.])(?:\d{1,3},)?X{2,6}(?=\s{0,2}%|\s(?:percent|per\ cent|million|billion|victims
        |persons|people|cases|children|employees|days)\b)
    | (?<![\w.])\d{1,3},X{3}(?!\w)
    | (?<!\w)_{3,40}(?!\w)
    | \?{3,10}
    | \blorem\ ipsum\b
    """,
    re.VERBOSE | re.IGNORECASE,
)

# One of these stands in every placeholder, in lower case: a sentence without any has none.
MARKS: Final = ("tbd", "tbc", "tba", "tktk", "fixme", "todo", "[", "xx", "___", "???", "lorem")
