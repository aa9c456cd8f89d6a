"""Setting statements side by side: a link in, the pairs of propositions that can be compared out.

Two propositions can be compared where they have one predicate (or its opposite), one subject and
one speaker, and share what else they say. Nothing else gives a verdict.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tracediff.lexicon.propositions import DONE, GETTING, PLANNING, REACHED, STEPS, reverse
from tracediff.model import BlockKind, Claim, Comparison, Edition, Link, Sentence, Span
from tracediff.model.record import Record
from tracediff.settings import Words
from tracediff.syntax.chains import Progress
from tracediff.syntax.proposition import Proposition
from tracediff.syntax.propositions import propositions
from tracediff.text.concepts import concept
from tracediff.text.vocabulary import vocabulary
from tracediff.text.words import root

_SILENT: Final = frozenset({BlockKind.TABLE, BlockKind.HEADING, BlockKind.REFERENCE})
_MOST: Final = 40  # propositions of one side; a longer side is a list, and is read so far
_SHARED: Final = 0.5  # of the words of the shorter of two, beside the predicate


@dataclass(frozen=True, slots=True)
class Statement(Record):
    """A proposition and the sentence that holds it."""

    sentence: Sentence
    says: Proposition

    @property
    def claim(self) -> Claim:
        """The proposition as the claim that a message quotes."""
        return Claim(self.sentence.index, self.says.at, self.says.agent, self.says.words)

    @property
    def text(self) -> str:
        """Its words as they stand."""
        return self.sentence.text[self.says.at.start : self.says.at.end]

    def quote(self, at: Span | None) -> str:
        """Some words of its sentence."""
        return self.sentence.text[at.start : at.end] if at else ""


@dataclass(frozen=True, slots=True)
class Match(Record):
    """Two statements that can be compared, and how much of what they say they share (0 to 1).

    They have one predicate, ``opposite`` ones, or ``stepped`` ones: two steps of one way.
    """

    old: Statement
    new: Statement
    overlap: float
    opposite: bool = False
    stepped: bool = False


def statements(edition: Edition, indexes: tuple[int, ...], words: Words) -> tuple[Statement, ...]:
    """What some sentences of an edition state, read with the words of a team."""
    known = vocabulary(words)
    sentences = [edition.sentences[i] for i in indexes]
    sentences = [s for s in sentences if s.kind not in _SILENT]
    found = (Statement(s, one) for s in sentences for one in propositions(s.text, known))
    return tuple(one for one in found if _says_so(one.says))[:_MOST]


def _says_so(one: Proposition) -> bool:
    """Whether a verb in a tense says it, not one that only describes ("saving us the cost")."""
    return one.finite or one.progress is Progress.PENDING


def sides(
    comparison: Comparison, link: Link, words: Words
) -> tuple[tuple[Statement, ...], tuple[Statement, ...]]:
    """What both sides of a link state."""
    return (
        statements(comparison.old.edition, link.old, words),
        statements(comparison.new.edition, link.new, words),
    )


def matches(old: tuple[Statement, ...], new: tuple[Statement, ...]) -> Iterator[Match]:
    """Each old statement beside the new one that can be compared with it and says most of it."""
    taken: set[int] = set()
    found = [match for a in old for b in new if (match := _match(a, b)) is not None]
    for match in sorted(found, key=lambda m: (m.opposite or m.stepped, -m.overlap, m.old.says.at)):
        if id(match.old) not in taken and id(match.new) not in taken:
            taken |= {id(match.old), id(match.new)}
            yield match


def _match(a: Statement, b: Statement) -> Match | None:
    one, two = a.says, b.says
    carried = _carried_out(one, two)
    same = carried or canonical(one.predicate) == canonical(two.predicate)
    opposite = reverse(one.predicate, two.predicate) or one.trend * two.trend < 0
    stepped = not same and not opposite and _stepped(one, two)
    if not (same or opposite or stepped) or not _one_speaker(one, two):
        return None
    if not carried and not stepped and not (_same_roles(a, b) and _same_topic(one, two)):
        return None
    shared = 1.0 if carried and overlap(one, two) else overlap(one, two)
    return Match(a, b, shared, opposite, stepped) if shared >= _SHARED else None


def _same_roles(a: Statement, b: Statement) -> bool:
    """Whether who acts and what is acted upon may be the same."""
    one, two = a.says, b.says
    return alike(one.agent, two.agent, a, b) and alike(one.patient, two.patient, a, b)


def _same_topic(one: Proposition, two: Proposition) -> bool:
    """Whether "the state of roads" and "the state of harbours" are of one thing, as far as said."""
    unlike = one.topic and two.topic and one.topic != two.topic
    return not unlike or one.topic in two.words or two.topic in one.words


def canonical(predicate: str) -> str:
    """The first of the words that stand for a predicate in most reports."""
    return root("have") if predicate in GETTING else concept(predicate)


def _carried_out(one: Proposition, two: Proposition) -> bool:
    """Whether one side plans a thing, and the other adopts, opens or builds it."""
    for waits, does in ((one, two), (two, one)):
        if waits.progress is Progress.PENDING and waits.predicate in does.roles:
            return does.progress is Progress.SO and does.predicate in REACHED | DONE
    plans = one.predicate in PLANNING, two.predicate in PLANNING
    done = two.predicate if plans[0] else one.predicate
    return plans[0] != plans[1] and done in REACHED and one.patient == two.patient != ""


def _stepped(one: Proposition, two: Proposition) -> bool:
    """Whether two verbs are steps of one way, done to one thing: "charged him", "convicted him"."""
    plain = all(x.progress is Progress.SO and not x.denied and x.duty is None for x in (one, two))
    matter = one.patient == two.patient != ""
    return (
        plain
        and matter
        and any(
            steps.get(two.predicate, 0.0) > steps[one.predicate]
            for steps in STEPS
            if one.predicate in steps
        )
    )


def overlap(one: Proposition, two: Proposition) -> float:
    """The share of the shorter one's words, beside the predicates, that both hold."""
    words = one.words - {one.predicate}, two.words - {two.predicate}
    least = min(map(len, words))
    if not least:
        return 1.0 if max(map(len, words)) < 2 else 0.0
    return len(words[0] & words[1]) / least


def _one_speaker(one: Proposition, two: Proposition) -> bool:
    return one.speaker == two.speaker or not (one.speaker and two.speaker)


def alike(one: str, two: str, a: Statement, b: Statement) -> bool:
    """Whether two heads name one thing, or one side leaves to the other what it is."""
    if one == two or not one or not two:
        return True
    return one in b.says.roles or two in a.says.roles or abbreviates(a, b) or abbreviates(b, a)


def abbreviates(short: Statement, full: Statement) -> bool:
    """Whether one side has a name in capitals ("HCN") that the other spells out."""
    initials = "".join(w[0] for w in full.sentence.text.split() if w[:1].isupper())
    words = (w.strip("().,") for w in short.text.split())
    return any(w in initials for w in words if len(w) > 2 and w.isupper())
