"""Words that make a change weigh more, whatever the report is about."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from tracediff.text.words import root

# Harm to people and wrongdoing: what readers of any report are held to account for first.
GRAVE: Final = frozenset(
    root(word)
    for word in (
        "death died dead killed killing fatality fatal injured injury wounded murder homicide"
        " femicide suicide torture tortured abuse abused assault rape violence harassment slavery"
        " trafficking exploitation forced abducted disappeared fraud corruption bribery embezzled"
        " infanticide lynched lynching casualty casualties drowned drowning"
        " breach breached violation violated spill leak contamination recall accident"
    ).split()
)


def is_grave(words: Iterable[str]) -> bool:
    """Whether any of these words speaks of harm or wrongdoing."""
    return any(map(_is_grave, words))


@lru_cache(maxsize=16384)
def _is_grave(word: str) -> bool:
    return root(word) in GRAVE or _singular(word) in GRAVE


def _singular(word: str) -> str:
    """The root of a word that may be a plural whose singular inflects too: "killings"."""
    return root(word.removesuffix("s"))


# Extremes: a figure that the text itself calls the highest or the first of its kind.
EXTREME: Final = frozenset(
    "highest lowest deadliest worst largest biggest record unprecedented historic ever".split()
)


# What an organisation did to inform or to meet: readers ask first for what came of it.
ACTIVITIES: Final = frozenset(
    root(word)
    for word in (
        "training trained trainee trainer seminar workshop curriculum lecture webinar meeting"
        " roundtable campaign awareness outreach broadcast leaflet brochure"
        " poster participant attendee capacity-building"
    ).split()
)
# What came of it, as words that report it: "the investigation of cases" may still be taught.
OUTCOMES: Final = frozenset(
    "investigated prosecuted convicted charged arrested indicted sentenced fined inspected rescued"
    " freed repatriated compensated removed suspended dismissed opened closed"
    " investigations prosecutions convictions arrests indictments fines penalties"
    " inspections".split()
)


def is_outcome(words: Iterable[str]) -> bool:
    """Whether lower-case words name what came of an investigation or check."""
    return not OUTCOMES.isdisjoint(words)


def is_activity(words: Iterable[str]) -> bool:
    """Whether lower-case words name an activity, and nothing that came of it."""
    held = set(words)
    return held.isdisjoint(OUTCOMES) and any(map(_is_activity, held))


@lru_cache(maxsize=16384)
def _is_activity(word: str) -> bool:
    return root(word) in ACTIVITIES or _singular(word) in ACTIVITIES


# What an organisation does once and tells of in the year that it did it: a gift, a visit, a
# purchase, a ceremony. What it counts every year is received, recorded, treated or inspected.
DEEDS: Final = frozenset(
    root(word)
    for word in (
        "acquired attended awarded bought celebrated commemorated delivered displayed distributed"
        " donated exhibited gave hosted inaugurated installed met organised organized painted"
        " performed planted presented purchased renovated restored signed toured travelled traveled"
        " unveiled visited"
    ).split()
)


def is_deed(verb: str) -> bool:
    """Whether a verb tells of something that is done once: "distributed 890 bicycles"."""
    return bool(verb) and root(verb.split(" ", 1)[0].casefold()) in DEEDS


# Who and what takes part: how many bodies there are says little of what they did.
BODIES: Final = frozenset(
    root(word)
    for word in (
        "committee commission council assembly ministry department secretariat agency office"
        " institution organization partner working-group municipality district province region"
        " state county country entity channel station"
    ).split()
)


def is_body(thing: str) -> bool:
    """Whether what is counted is a body or a place: "32 regional committees"."""
    last = thing.casefold().rpartition(" ")[2]
    return root(last) in BODIES or _singular(last) in BODIES


# What one calls: the number before it is no count ("the 16357 hotline").
CALLED: Final = frozenset("hotline helpline telephone phone line number extension website".split())
