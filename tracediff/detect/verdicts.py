"""C301 to C305 and C308: two statements that can be compared in, what they say differently out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from tracediff.detect.carried_out import gone_further, pending_done, progress_moved
from tracediff.detect.couples import unchanged
from tracediff.detect.courses import course_changed
from tracediff.detect.duties import certainty_moved, duty_moved, roles_swapped
from tracediff.detect.reversals import denied_more, reversed_claim
from tracediff.detect.seen import Seen, Stated, glued
from tracediff.detect.statements import matches, sides
from tracediff.model import Comparison, Finding, Link
from tracediff.settings import Detecting

Check = Callable[["Seen"], Iterator[Finding]]


def verdicts(comparison: Comparison, settings: Detecting) -> Iterator[Finding]:
    """C301 to C305 and C308 between linked sentences: at most one for each pair of statements."""
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
        yield from pending_done(comparison, link, stated, settings)
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
