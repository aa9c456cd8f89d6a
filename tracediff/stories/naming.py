"""Whether a label names a thing: the label of a figure in, whether it says enough by itself out."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import Final

from tracediff.lexicon.cells import TOTALS
from tracediff.lexicon.gravity import is_grave
from tracediff.lexicon.participles import PARTICIPLES
from tracediff.lexicon.people import PEOPLE, SINGLES
from tracediff.lexicon.syntax import BE
from tracediff.model import Fact
from tracediff.text.words import FUNCTION_WORDS, stem
from tracediff.wording.headlines import NamedChange
from tracediff.wording.sentence_forms import opens_with_verb

_BARE: Final = 2  # words of a label that may say too little
_ANYTHING: Final = PEOPLE | frozenset(map(stem, "case complaint incident report".split()))
_ANYBODY: Final = PEOPLE | frozenset(map(stem, SINGLES))


def is_bare(label: str, fact: Fact) -> bool:
    """Whether a figure in prose is named by too little: "Districts", "Local clerks" who did what,
    "Cases filed" by whom.

    What opens with a verb ("is closed on Mondays") names nothing at all, and what ends in a small
    word ("stocks estimated to be") calls for more.
    """
    words = label.split()
    many = fact.unit in (None, "%") and (fact.counted or "").endswith("s")
    anybody = stem(words[0]) in _ANYBODY or (many and not _is_participle(words[-1]))
    bare = len(words) == 1 or (len(words) == _BARE and anybody)
    bare = bare or label.partition(" ")[0].casefold() in BE
    hangs = words[-1].casefold() in BE or words[-1].casefold() in FUNCTION_WORDS
    return fact.table is None and (bare or hangs)


def is_harm(label: str) -> bool:
    """Whether two words name those whom harm befell, as in "Women killed"."""
    who, *what = label.casefold().split()
    return len(what) == 1 and stem(who) in _ANYBODY and is_grave(what) and _is_participle(what[0])


def counts_nothing(label: str) -> bool:
    """Whether the label of a row names no thing before what hangs on it: "Total other", "Total by
    The Harbour Guild"."""
    names = re.findall(r"[^\W\d_]+", label.casefold())
    named = takewhile(
        lambda word: word == "of" or word not in FUNCTION_WORDS or word in _SUMS, names
    )
    return bool(names) and names[0] in _SUMS and _SUMS.issuperset(named)


_SUMS: Final = TOTALS | {"other", "others"}


def _is_participle(word: str) -> bool:
    return word.endswith("ed") or word in _PARTICIPLES


_PARTICIPLES: Final = frozenset(PARTICIPLES.values())


def is_anything(label: str) -> bool:
    """Whether a name could be one of anything: "Districts", "Cases filed", "Persons held"."""
    first, *others = label.split()
    return not others or stem(first) in _ANYTHING


def has_name(change: NamedChange) -> bool:
    """Whether a change has a name, which opens with no verb, and looks like one: a loss of 1.2 that
    became a gain of 1.2 is told by its statement."""
    first, *rest = change.label.casefold().split()
    vague = first in _VAGUE and "of" not in rest and len(rest) <= _BARE
    return change.before != change.after and not vague and not opens_with_verb(change.label)


_VAGUE: Final = frozenset("amount number share average figure value rate".split())
