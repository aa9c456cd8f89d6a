"""A token in, the clause around it out: what stands between hard breaks, inside its brackets."""

from __future__ import annotations

from typing import Final

from tracediff.text.tokens import Tokens

_BREAKS: Final[frozenset[str]] = frozenset({";", "—", ":", "–"})


def clause(t: Tokens, i: int) -> tuple[int, int]:
    """The tokens between the hard breaks around token ``i``, and inside its brackets."""
    if i not in t.clauses:
        t.clauses[i] = _clause(t, i)
    return t.clauses[i]


def _clause(t: Tokens, i: int) -> tuple[int, int]:
    first, stop, depth = i, i, 0
    while first > 0 and i - first < 80:
        mark = t.text[first - 1]
        depth += (mark == ")") - (mark == "(")
        if mark in _BREAKS or depth < 0:
            break
        first -= 1
    depth = 0
    while stop < t.size and stop - i < 80:
        mark = t.text[stop]
        depth += (mark == "(") - (mark == ")")
        if mark in _BREAKS or depth < 0:
            break
        stop += 1
    return first, stop
