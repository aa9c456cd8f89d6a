"""Words by which a sentence says that a matter changed, or stayed as it was."""

from __future__ import annotations

from typing import Final

from tracediff.text.words import root


def _roots(words: str) -> frozenset[str]:
    return frozenset(map(root, words.split()))


UNDERGOES: Final = _roots(
    "experience experienced see saw seen sees suffer suffered undergo underwent undergone show"
    " showed shown witness witnessed record recorded report reported register registered observe"
    " observed note noted make made mark marked bring brought have had has"
)
"""Verbs whose object names the course: "saw an improvement", "reported no change"."""

REMAINS: Final = _roots("remain remained stay stayed keep kept is are was were be been hold held")
"""Verbs that say with one of ``HELD`` that nothing changed."""

HELD: Final = frozenset(
    "same unchanged stable steady constant static stagnant flat level unaltered".split()
)
"""Words for what is as it was."""

CHANGES: Final = _roots("change changed changes changing alter altered alteration shift shifted")
"""Words for a change to better or worse."""
