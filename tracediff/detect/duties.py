"""C302, C304 and C308: two statements in; whether certainty, duty or the actor changed out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tracediff.detect.seen import CLEAR, LIKE, Seen
from tracediff.detect.statements import Statement
from tracediff.model import Finding
from tracediff.syntax.chains import Progress


def certainty_moved(seen: Seen) -> Iterator[Finding]:
    """C302: a statement was hedged, or a hedge was taken away."""
    old, new = seen.old, seen.new
    if abs(old.certainty - new.certainty) < CLEAR or seen.like < LIKE or seen.match.opposite:
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
    if duty is None or duty < 0.6 or seen.like < LIKE:
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
