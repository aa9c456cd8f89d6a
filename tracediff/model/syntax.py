"""The shallow parse of one sentence: noun phrases, verb groups, clauses and how they relate.

Positions are indexes of tokens; ``stop`` is the one behind the last. Phrases, verb groups and
clauses name each other by index, -1 (``NOWHERE``) where there is none.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from tracediff.model.record import Record

NOWHERE: Final = -1
"""The index of a phrase, verb group or clause that is not there."""


class Relation(StrEnum):
    """How a clause stands to the one that it hangs on."""

    MAIN = "main"
    COORDINATE = "coordinate"  # …, and exports fell
    SUBORDINATE = "subordinate"  # although exports fell
    RELATIVE = "relative"  # who were identified
    COMPLEMENT = "complement"  # said that exports fell
    PARTICIPLE = "participle"  # …, leaving 40 injured
    INFINITIVE = "infinitive"  # failed to report
    COMPARISON = "comparison"  # compared with 40 in 2019
    INCLUDING = "including"  # …, including 40 children
    ASIDE = "aside"  # between dashes or in brackets


class Tense(StrEnum):
    """When a verb group places what it says."""

    PRESENT = "present"
    PAST = "past"
    FUTURE = "future"
    NONE = "none"  # infinitives and participles


@dataclass(frozen=True, slots=True)
class NounPhrase(Record):
    """A noun phrase without what hangs on it: "the 40 newly hired guards".

    ``head`` is its last noun. ``preposition`` is the token of the preposition before it,
    ``governor`` the noun phrase that it modifies ("victims [of trafficking]"). ``joined`` is the
    next phrase of the same list. ``denied`` is set for "no guards", "none".
    """

    first: int
    stop: int
    head: int
    clause: int = NOWHERE
    preposition: int = NOWHERE
    governor: int = NOWHERE
    joined: int = NOWHERE
    denied: bool = False


@dataclass(frozen=True, slots=True)
class VerbGroup(Record):
    """A verb with its auxiliaries and adverbs: "had not been fully implemented".

    ``head`` is the main verb. ``denial`` is the token that denies it. ``degrees`` are the adverbs
    that a denial or assertion is graded by. ``modal`` is the modal verb in lower case, or "".
    """

    first: int
    stop: int
    head: int
    clause: int = NOWHERE
    tense: Tense = Tense.NONE
    passive: bool = False
    finite: bool = False
    infinitive: bool = False
    denial: int = NOWHERE
    degrees: tuple[int, ...] = ()
    modal: str = ""


@dataclass(frozen=True, slots=True)
class Clause(Record):
    """A stretch with at most one subject and one verb group, and how it hangs on another.

    ``opener`` is the token that opens it (a conjunction, relative pronoun, bracket), ``subject``
    the noun phrase that its verb agrees with, taken from the clause before where it is shared
    (``shared``). ``objects`` are the noun phrases behind the verb without a preposition.
    """

    first: int
    stop: int
    relation: Relation
    parent: int = NOWHERE
    opener: int = NOWHERE
    subject: int = NOWHERE
    verb: int = NOWHERE
    objects: tuple[int, ...] = ()
    shared: bool = False
