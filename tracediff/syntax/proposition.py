"""What one clause asserts: the noun that verdicts on claims stand on."""

from __future__ import annotations

from dataclasses import dataclass

from tracediff.model import Span
from tracediff.model.record import Record
from tracediff.syntax.chains import Progress


@dataclass(frozen=True, slots=True)
class Proposition(Record):
    """What one clause asserts of its subject.

    ``agent`` and ``patient`` are the roots of who acts and of what is acted upon, empty where a
    pronoun or nobody stands there; ``roles`` are the words of the subject and the objects with
    what modifies them. ``topic`` is the root of what the subject is of ("the state of roads").
    ``degrees`` say how far it holds; under a denial they are what is denied.
    ``duty`` runs from 1 (must) to 0.25 (may), ``force`` is its word, ``certainty`` runs from 1
    (asserted) down to 0.1 (unknown). ``counted`` says that a noun is denied ("no homicides"),
    ``numbered`` that a number stands before one ("one homicide"), ``polled`` that one stands before
    those who say it ("63 percent think"). ``content`` says that it is what
    a noun is about ("the fear that prices rise"). ``trend`` is 1 or -1 where it says that
    something rose or fell.
    """

    at: Span
    agent: str
    patient: str
    topic: str
    predicate: str
    verb: Span
    words: frozenset[str]
    roles: frozenset[str]
    denied: bool
    denial: Span | None
    counted: bool
    numbered: bool
    polled: bool
    degrees: frozenset[str]
    partly: bool
    duty: float | None
    force: Span | None
    certainty: float
    hedge: str
    progress: Progress
    speaker: str
    reported: bool
    conditional: bool
    content: bool
    finite: bool
    past: bool
    trend: float
