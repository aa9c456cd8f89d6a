"""Each edition's own figures that stand in sentences which do not answer to each other.

Two editions far apart word everything anew; still "identified 1,570 victims" and "identifying 673
victims" are one measure. So a figure for the edition's own year that no series goes on with is set
beside the one of the other edition that counts the same thing in the same words, where there is one
only, each way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tracediff.ledger.likeness import Wording
from tracediff.settings import Ledger


def headlines(
    old: Mapping[int, Wording], new: Mapping[int, Wording], settings: Ledger
) -> Iterator[tuple[int, int]]:
    """Pairs of figures (named by their keys) that are each other's only good counterpart."""
    forth = {o: _best(words, new, settings) for o, words in old.items()}
    back = {n: _best(words, old, settings) for n, words in new.items()}
    for o, n in forth.items():
        if n is not None and back[n] == o:
            yield o, n


def _best(own: Wording, others: Mapping[int, Wording], settings: Ledger) -> int | None:
    """The counterpart that holds most of the words; none where a second one holds as many."""
    scored = sorted(((_held(own, words), -key) for key, words in others.items()), reverse=True)
    if not scored or scored[0][0] < settings.headline:
        return None
    rivals = sum(score == scored[0][0] for score, _ in scored)
    return -scored[0][1] if rivals == 1 else None


def _held(a: Wording, b: Wording) -> float:
    """The share of the shorter measure's words that the other one has too."""
    if a.unit != b.unit or a.head != b.head or not a.head or bool(a.joint) != bool(b.joint):
        return 0.0
    fewer = min(len(a.stems), len(b.stems))
    return len(a.stems & b.stems) / fewer if fewer >= 3 else 0.0
