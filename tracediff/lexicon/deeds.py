"""Verbs by which two editions say one thing to be done: "removed", "deactivated". A line a deed.

As few as the things that are counted alike (``things``): a figure of what was done is compared
with one of the same deed only.
"""

from __future__ import annotations

from typing import Final

from tracediff.text.words import root

_DEEDS: Final = """
    removed deactivated deleted
    freed rescued
    dismissed fired sacked
    jailed imprisoned
    opened initiated launched
    recorded registered documented
    hired recruited
    granted awarded
    reimbursed repaid
"""
DEEDS: Final[dict[str, str]] = {
    root(word): root(line.split()[0])
    for line in _DEEDS.strip().splitlines()
    for word in line.split()
}
