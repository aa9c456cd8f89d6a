"""C301 to C305 and C308: two statements that can be compared in, what they say differently out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from tracediff.detect.couples import Couple, Pair, unchanged
from tracediff.detect.courses import course_changed
from tracediff.detect.statements import Match, Statement, matches, overlap, sides
from tracediff.detect.wording import spoken
from tracediff.lexicon.propositions import NEGATORS, OFTEN, PENDING
from tracediff.model import Comparison, Finding, Link, Severity, Span
from tracediff.settings import Detecting
from tracediff.syntax.chains import Progress
from tracediff.syntax.proposition import Proposition
from tracediff.text.words import root

_CLEAR: Final = 0.25  # a difference of certainty that is more than wording
_LIKE: Final = 0.5  # of the words of the longer statement, for what a hedge or a duty adds
_EQUAL: Final = 0.8  # and for what is otherwise equal
_WORD: Final = re.compile(r"[^\W\d_]+")
_BOUND: Final = re.compile(r"\b(until|before)\b([^,;:.()]*)")
_ARTICLE: Final = 3  # letters of an article or a preposition at most

_SPACED: Final = re.compile(r"[a-z']+")
Stated = tuple[tuple[Statement, ...], tuple[Statement, ...]]
Check = Callable[["Seen"], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Seen:
    """Two matched statements in their link, with what both sides state."""

    comparison: Comparison
    link: Link
    match: Match
    stated: Stated
    settings: Detecting

    @property
    def old(self) -> Proposition:
        """What the old statement says."""
        return self.match.old.says

    @property
    def new(self) -> Proposition:
        """What the new statement says."""
        return self.match.new.says

    @property
    def like(self) -> float:
        """The share of the longer statement's words, beside the predicates, that both hold."""
        words = self.old.words - {self.old.predicate}, self.new.words - {self.new.predicate}
        longest = max(map(len, words))
        return len(words[0] & words[1]) / longest if longest else 1.0

    def finding(
        self, rule: str, said: str, at: tuple[Span, Span], values: tuple[str, ...], size: float
    ) -> Finding:
        """A finding that quotes both statements around ``at``."""
        old, new = self.match.old.claim, self.match.new.claim
        couple = Couple(self.comparison, self.link, (old,), (new,), ())
        found = spoken(couple, rule, Pair(old, new, self.match.overlap), at, said, values, size)
        sure = self.settings.verdict_sure * (0.7 + 0.3 * self.like)
        return replace(found, certainty=round(sure, 3))

    @property
    def ats(self) -> tuple[Span, Span]:
        """The predicates of both."""
        return self.old.verb, self.new.verb


def verdicts(comparison: Comparison, settings: Detecting | None = None) -> Iterator[Finding]:
    """C301 to C305 and C308 between linked sentences: at most one for each pair of statements."""
    settings = settings or Detecting()
    for link in comparison.alignment.links:
        if (
            link.old
            and link.new
            and not unchanged(comparison, link)
            and not glued(comparison, link)
        ):
            yield from verdicts_of(comparison, link, settings)


def verdicts_of(comparison: Comparison, link: Link, settings: Detecting) -> Iterator[Finding]:
    """The verdicts on the statements of one link."""
    stated = sides(comparison, link, settings.words)
    if _same(stated):
        return
    told = False
    for match in matches(*stated):
        seen = Seen(comparison, link, match, stated, settings)
        if not _enough(seen):
            continue
        checks = CHECKS[:1] if match.stepped else CHECKS[1:]
        found = next((one for check in checks for one in check(seen)), None)
        if found is not None:
            told = True
            yield found
    if not told:
        yield from _pending_done(comparison, link, stated, settings)
        yield from course_changed(comparison, link, settings)


def _enough(seen: Seen) -> bool:
    """Whether two statements share words enough, or stand in sentences that are otherwise alike."""
    words = (seen.old.words & seen.new.words) - {seen.old.predicate}
    if len(words) > 1 or seen.link.similarity >= seen.settings.same_case:
        return True
    named = {seen.old.agent, seen.old.patient} & {seen.new.agent, seen.new.patient} - {""}
    return bool(named) and seen.match.overlap >= 1.0


def _same(stated: Stated) -> bool:
    return [s.sentence.text for s in stated[0]] == [s.sentence.text for s in stated[1]]


def glued(comparison: Comparison, link: Link) -> bool:
    """Whether two texts differ in their spaces only, or one has words that ran together.

    Such a word hides what the other side says ("willalso"), so that nothing follows from it.
    """
    old, new = comparison.old.edition.sentences, comparison.new.edition.sentences
    texts = [
        [word for i in indexes for word in _WORD.findall(held[i].text.casefold())]
        for held, indexes in ((old, link.old), (new, link.new))
    ]
    for one, two in (texts, texts[::-1]):
        only = {*one} - {*two}
        if any(a + b in only for a, b in pairwise(two)):
            return True
    return False


def gone_further(seen: Seen) -> Iterator[Finding]:
    """C305: what was done to somebody or something was brought a step further."""
    if not seen.match.stepped or seen.old.conditional or seen.new.conditional:
        return
    if min(seen.old.certainty, seen.new.certainty) < 1.0 or seen.old.speaker != seen.new.speaker:
        return
    words = seen.match.old.quote(seen.old.verb), seen.match.new.quote(seen.new.verb)
    said = f"“{words[0]}” became “{words[1]}”, a step further"
    yield seen.finding("C305", said, seen.ats, words, seen.settings.sizes["C305"])


def reversed_claim(seen: Seen) -> Iterator[Finding]:
    """C301: what one side denies the other asserts, of the same and to the same degree."""
    old, new = seen.old, seen.new
    turned = (old.denied != new.denied) != seen.match.opposite
    if not turned or old.conditional or new.conditional:
        return
    if _counts(seen) or _both_ways(seen) or not _of_one(seen) or _until(seen):
        return
    if not seen.match.opposite and _negators(seen.match.old) == _negators(seen.match.new):
        return  # "without a permit nobody may", "no one may without a permit"
    forbidden = [one.duty for one in (old, new) if one.denied]
    if not seen.match.opposite and forbidden[0] is not None and None in (old.duty, new.duty):
        return  # what must not be done is not said to have been done
    bound = old.duty is not None and new.duty is not None  # "may" permits, and hedges nothing
    if old.progress is not new.progress:
        return
    if abs(old.certainty - new.certainty) >= _CLEAR and not bound:
        return
    denied, asserted = (old, new) if old.denied else (new, old)
    if denied.degrees and not _as_often(denied, asserted) and not seen.match.opposite:
        yield _in_part(seen)
        return
    if seen.match.opposite:
        words = seen.match.old.quote(old.verb), seen.match.new.quote(new.verb)
        said = f"“{words[0]}” became “{words[1]}”, the reverse"
        yield _weighed(
            seen, seen.finding("C301", said, seen.ats, words, seen.settings.sizes["C301"])
        )
        return
    said = "what was denied is now asserted" if old.denied else "what was asserted is now denied"
    place = seen.match.old if old.denied else seen.match.new
    word = place.quote(denied.denial)
    ats = (old.denial or old.verb, new.denial or new.verb)
    yield seen.finding("C301", said, ats, (word, asserted.predicate), seen.settings.sizes["C301"])


def _until(seen: Seen) -> bool:
    """Whether a denial holds only up to a time: who "did not hire until May" did so then.

    Where both sides name that time, or what must come first, they are of one time: "never checked
    the weather before a race", "always checked the weather before a race".
    """
    old, new = seen.match.old, seen.match.new
    return any(
        one.says.denied and not _bounds(one.text).keys() <= _shared(one.text, other.text)
        for one, other in ((old, new), (new, old))
    )


def _shared(one: str, other: str) -> frozenset[str]:
    """The words among "until" and "before" behind which two texts name one thing."""
    here, there = _bounds(one), _bounds(other)
    return frozenset(
        word for word in here.keys() & there.keys() if not here[word].isdisjoint(there[word])
    )


def _bounds(text: str) -> dict[str, frozenset[str]]:
    """What stands behind "until" and "before", up to the next mark."""
    return {
        found[1]: frozenset(
            root(word) for word in _SPACED.findall(found[2]) if len(word) > _ARTICLE
        )
        for found in _BOUND.finditer(text.casefold())
    }


def _as_often(one: Proposition, two: Proposition) -> bool:
    """Whether two statements hold to one degree."""
    degrees = [
        frozenset("often" if word in OFTEN else word for word in says.degrees)
        for says in (one, two)
    ]
    return degrees[0] == degrees[1]


def _negators(side: Statement) -> int:
    """How many words of a sentence deny something."""
    words = side.sentence.text.casefold().replace("’", "'")
    found: int = sum(w in NEGATORS or w.endswith("n't") for w in _SPACED.findall(words))
    return found - words.count(" nor ") if "neither" in words else found


def _of_one(seen: Seen) -> bool:
    """Whether two statements are of one matter: much the same, or one goes on from the other."""
    old, new = seen.old, seen.new
    agent, patient = (old.agent == new.agent != ""), (old.patient == new.patient != "")
    if agent and patient and seen.match.overlap >= 1.0:
        return True
    shared = {old.agent, old.patient} & {new.agent, new.patient} - {""}
    return seen.like >= seen.settings.like_clause and bool(shared)


def denied_more(seen: Seen) -> Iterator[Finding]:
    """C303: what was denied in part is denied outright, or the reverse."""
    old, new = seen.old, seen.new
    if not (old.denied and new.denied) or bool(old.degrees) == bool(new.degrees):
        return
    if seen.match.opposite or seen.like < _LIKE:
        return
    degree = sorted(old.degrees | new.degrees)[0]
    change = "outright now, not only in part" if old.degrees else "only in part now"
    said = f"it is denied {change} (“{degree}”)"
    ats = (old.denial or old.verb, new.denial or new.verb)
    yield seen.finding("C303", said, ats, (degree,), seen.settings.sizes["C303"])


def _in_part(seen: Seen) -> Finding:
    """C303: what was denied in part is asserted, or the reverse."""
    old, new = seen.old, seen.new
    denied = old if old.denied else new
    degree = sorted(denied.degrees)[0]
    if old.denied:
        said = f"what was denied in part (“{degree}”) is now asserted"
    else:
        said = f"what was asserted is now denied in part (“{degree}”)"
    ats = (old.denial or old.verb, new.denial or new.verb)
    return seen.finding("C303", said, ats, (degree,), seen.settings.sizes["C301"])


def _counts(seen: Seen) -> bool:
    """Whether a denied noun only says how many, as the number on the other side does."""
    old, new = seen.old, seen.new
    return (old.counted and new.numbered) or (new.counted and old.numbered)


def _both_ways(seen: Seen) -> bool:
    """Whether a side also says of much the same what the other side says of it."""
    for match_side, other in ((0, seen.match.new), (1, seen.match.old)):
        for one in seen.stated[match_side]:
            said = one.says.predicate, one.says.denied, one.says.trend
            same = said == (other.says.predicate, other.says.denied, other.says.trend)
            if same and overlap(one.says, other.says) >= seen.match.overlap:
                return True
    return False


_LEVELS: Final = re.compile(r"\b(?:to|from|of|at)\s(?:[$€£]?\d)")
_FIGURE: Final = re.compile(r"(?<![\w.])(?!(?:19|20)\d\d\b)\d")


def _weighed(seen: Seen, found: Finding) -> Finding:
    """A direction that turned: a note where levels say it themselves ("rose to 63")."""
    behind = [
        side.sentence.text[side.says.verb.end : side.says.at.end]
        for side in (seen.match.old, seen.match.new)
    ]
    levels = all(_FIGURE.search(text) and _LEVELS.search(text) for text in behind)
    return replace(found, severity=Severity.NOTE) if levels else found


def certainty_moved(seen: Seen) -> Iterator[Finding]:
    """C302: a statement was hedged, or a hedge was taken away."""
    old, new = seen.old, seen.new
    if abs(old.certainty - new.certainty) < _CLEAR or seen.like < _LIKE or seen.match.opposite:
        return
    if old.duty is not None and new.duty is not None:
        return  # "may" permits, as "can" and "are allowed to" do
    if any((one.duty or 0) > 0.25 for one in (old, new)) or old.progress is not new.progress:
        return
    hedged = new.certainty < old.certainty
    hedge = new.hedge if hedged else old.hedge
    said = f"it is now held back (“{hedge}”)" if hedged else f"it is now stated as fact (“{hedge}”)"
    size = 1.0 - min(old.certainty, new.certainty)
    yield seen.finding("C302", said, seen.ats, (hedge,), size)


def duty_moved(seen: Seen) -> Iterator[Finding]:
    """C304: must became should or may, a ban became a leave, or a duty is no longer stated."""
    old, new = seen.old, seen.new
    if old.denied != new.denied or (old.past and new.past) or seen.match.opposite:
        return
    if old.duty is not None and new.duty is not None:
        if abs(old.duty - new.duty) < seen.settings.same_duty:
            return
        change = "stronger" if new.duty > old.duty else "weaker"
        words = _forced(seen.match.old), _forced(seen.match.new)
        said = f"“{words[0]}” became “{words[1]}”, {change}"
        size = seen.settings.step + abs(old.duty - new.duty)
        yield seen.finding("C304", said, seen.ats, words, size)
        return
    duty, stated = (old.duty, False) if old.duty is not None else (new.duty, True)
    if duty is None or duty < 0.6 or seen.like < _LIKE:
        return
    if old.progress is not Progress.SO or new.progress is not Progress.SO:
        return
    change = "now stated as" if stated else "no longer stated as"
    forced = _forced(seen.match.new if stated else seen.match.old)
    said = f"it is {change} a duty (“{forced}”)"
    yield seen.finding("C304", said, seen.ats, (forced,), seen.settings.sizes["C304"])


def _forced(side: Statement) -> str:
    """The words that bind or permit, to the verb: "should call"; or the verb alone."""
    says = side.says
    if says.force is None or says.force.start > says.verb.start:
        return side.quote(says.verb)
    text = side.sentence.text[says.force.start : says.verb.end]
    return text if len(text) <= _SHORT else f"{side.quote(says.force)} … {side.quote(says.verb)}"


_SHORT: Final = 60  # characters of what binds and whom it binds


def roles_swapped(seen: Seen) -> Iterator[Finding]:
    """C308: who acts and who is acted upon changed places."""
    old, new = seen.old, seen.new
    named = old.agent and old.patient and old.agent != old.patient
    if named and (old.agent, old.patient) == (new.patient, new.agent) and not seen.match.opposite:
        said = "who acts and who is acted upon changed places"
        values = old.agent, old.patient
        yield seen.finding("C308", said, seen.ats, values, seen.settings.sizes["C308"])


def progress_moved(seen: Seen) -> Iterator[Finding]:
    """C305: what was planned or pending is so, or the reverse."""
    old, new = seen.old, seen.new
    if old.progress is new.progress or seen.match.opposite or seen.like < seen.settings.like_clause:
        return
    if old.conditional or new.conditional or old.content or new.content:
        return
    if min(old.certainty, new.certainty) < 1.0:
        return
    if old.reported != new.reported or (old.duty or 0) > 0.25 or (new.duty or 0) > 0.25:
        return
    forward = new.progress > old.progress
    if old.denied or new.denied:
        said = (
            "what was planned is said not to be so" if forward else "what was denied is now planned"
        )
    elif Progress.PENDING in (old.progress, new.progress):
        said = "what was pending is done" if forward else "what was done is still to be done"
    else:
        said = "a plan is now stated as fact" if forward else "a fact is now only a plan"
    word = seen.match.old.quote(old.verb) if forward else seen.match.new.quote(new.verb)
    yield seen.finding("C305", said, seen.ats, (word,), seen.settings.sizes["C305"])


CHECKS: Final[tuple[Check, ...]] = (
    gone_further,
    reversed_claim,
    denied_more,
    progress_moved,
    duty_moved,
    certainty_moved,
    roles_swapped,
)
"""What is asked of two statements in turn; the first that answers tells the change."""


def _pending_done(
    comparison: Comparison,
    link: Link,
    stated: Stated,
    settings: Detecting,
) -> Iterator[Finding]:
    """C305: "the launch of the hotline remained pending", "the board launched the hotline"."""
    editions = comparison.old.edition, comparison.new.edition
    for side, indexes in ((0, link.old), (1, link.new)):
        sentences = [editions[side].sentences[i] for i in indexes]
        for sentence in sentences:
            words = [root(w) for w in _WORD.findall(sentence.text)]
            waiting = next((w for w in _WORD.findall(sentence.text) if root(w) in PENDING), None)
            texts = " ".join(s.sentence.text for s in stated[1 - side])
            if waiting is None or root(waiting) in map(root, _WORD.findall(texts)):
                continue  # "was awaiting a vote", "awaited a vote"
            for other in stated[1 - side]:
                says = other.says
                rest = says.words - {says.predicate}
                done = says.progress is Progress.SO and not says.denied and says.finite
                if not done or says.predicate not in words or len(rest) < 2:
                    continue
                if 2 * len(rest & {*words}) < len(rest):
                    continue
                whole = Span(0, len(sentence.text))
                at = sentence.text.casefold().find(waiting.casefold())
                own = replace(
                    says, at=whole, verb=Span(at, at + len(waiting)), words=frozenset(words)
                )
                pair = (Statement(sentence, own), other)
                old, new = pair if side == 0 else pair[::-1]
                seen = Seen(
                    comparison, link, Match(old, new, settings.same_matter), stated, settings
                )
                said = "what was pending is done" if side == 0 else "what was done is pending"
                yield seen.finding("C305", said, seen.ats, (waiting,), settings.sizes["C305"])
                return
