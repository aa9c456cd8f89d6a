"""The form of a few words: whether they have a verb, are one phrase, or hang on others."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from tracediff.syntax import Parse, has_finite_verb, parse, tagged
from tracediff.syntax.closed import direct
from tracediff.text.tokens import TOKEN

SUPPOSING: Final = frozenset(
    "if unless whether until before after once provided where wherever when whenever how"
    " why".split()
)
CONDITIONS: Final = frozenset("if unless except without only where when provided".split())


@lru_cache(maxsize=65536)  # asked of one sentence in many turns of phrase
def has_verb(text: str) -> bool:
    """Whether a text says something: it has a finite verb.

    >>> has_verb("Boats were sunk"), has_verb("Between May and June")
    (True, False)
    """
    return has_finite_verb(text)


def is_phrase(text: str) -> bool:
    """Whether a text is one noun phrase, with what hangs on it, and nothing else.

    >>> is_phrase("The keeper of the pier"), is_phrase("April grew 31 percent")
    (True, False)
    """
    p = parse(text)
    if p.verbs or not p.phrases or p.phrases[0].first > 0:
        return False
    return p.phrases[-1].stop == p.tokens.size and p.tags[0] not in ("IN", "TO", "CC")


def opens_subordinate(text: str) -> bool:
    """Whether a sentence begins with a clause that another one completes: "Where it leaks, …".

    >>> opens_subordinate("Where the pier leaks, we mend it"), opens_subordinate("We mend it")
    (True, False)
    """
    first = text.split(" ", 1)[0].casefold()
    return first in SUPPOSING | CONDITIONS or first == "to"


@lru_cache(maxsize=65536)
def opens_with_verb(text: str) -> bool:
    """Whether a line begins with a verb that has no subject: "Launched a hotline".

    >>> opens_with_verb("Launched a hotline"), opens_with_verb("Training for boys stopped")
    (True, False)
    """
    first = TOKEN.search(text)
    closed = direct(first[0]) if first else None  # "The" opens with no verb, whatever follows
    if closed not in _OPENING_VERBS or tagged(text)[0] not in _OPENING_VERBS:
        return False  # as of most lines, which need no further parsing
    return begins_with_verb(parse(text))


def begins_with_verb(p: Parse) -> bool:
    """Whether the first word of a sentence is read as its verb."""
    return bool(p.verbs) and p.verbs[0].first == 0 and p.tags[0] in _OPENING_VERBS


_OPENING_VERBS: Final = ("VBD", "VBZ", "VBN", None)
