"""Verbs and nouns of what people think or want: what follows them is what a share is about.

Used to tell "60 percent wish that the law becomes stricter" from "43 percent wish that it stays".
Other reports may add such words; verbs of saying are left out, since who is asked says everything.
"""

from __future__ import annotations

from typing import Final

from tracediff.text.words import root

OPINIONS: Final[frozenset[str]] = frozenset(
    map(
        root,
        "agree believe consider desire disagree fear feel hope opinion oppose prefer support"
        " think view want wish worry".split(),
    )
)
"""Roots of what introduces an opinion or a wish."""
