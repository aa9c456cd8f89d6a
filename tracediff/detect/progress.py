"""C305: how far a matter has come: plans carried out, laws adopted, cases tried, dates moved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from tracediff.detect.couples import Couple, Pair, is_denied
from tracediff.detect.seen import glued
from tracediff.detect.wording import spoken
from tracediff.model import Claim, Cue, CueKind, Finding, Severity, Span, Stage
from tracediff.settings import Detecting
from tracediff.syntax import parse
from tracediff.text.vocabulary import vocabulary
from tracediff.text.words import root

_RUNGS = tuple(Stage)
_DEADLINE = re.compile(
    r"\b(?:by|until|before|no later than)\s(?:the end of\s)?(?:\w{3,9}\s)?(\d{4})\b"
)
_RUNS = re.compile(r"until\b")  # how long something lasts is no target
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


_QUESTION = re.compile(r"\b(?:what|which|how|when|where|who|whom|whether)\s(?:\w+\s){0,4}$")


def stage_moved(couple: Couple, settings: Detecting) -> Iterator[Finding]:
    """Drafted, adopted, launched, implemented, suspended, ended: one side stands elsewhere."""
    for pair in couple.pairs:
        if pair.overlap < settings.same_matter:
            continue
        old, new = _stage(pair.old), _stage(pair.new)
        if old is None or new is None or old.value == new.value:
            continue
        if _stands(old, couple.new) or _stands(new, couple.old):
            continue
        if new.value < old.value and not pair.old.of(CueKind.FUTURE):
            continue  # a later report that names an earlier stage tells the history
        before, after = _RUNGS[int(old.value)], _RUNGS[int(new.value)]
        if Stage.ONGOING in (before, after) and {before, after} <= _RUNNING:
            continue
        yield spoken(
            couple, "C305", pair, (old.at, new.at), f"“{old.text}” became “{new.text}”",
            (old.text, new.text), settings.case_moved + settings.rung * abs(new.value - old.value),
        )  # fmt: skip
        return


def _stands(cue: Cue, claims: tuple[Claim, ...]) -> bool:
    """Whether a side names the same stage too, or the word itself."""
    return any(
        root(cue.text) in claim.words
        or any(other.value == cue.value for other in claim.of(CueKind.STAGE))
        for claim in claims
    )


_RUNNING = frozenset({Stage.ONGOING, Stage.LAUNCHED, Stage.ADOPTED})


def case_moved(couple: Couple, settings: Detecting, telling: frozenset[str]) -> Iterator[Finding]:
    """A case against someone went from inquiry to charge, to trial, to judgment.

    ``telling`` are the names that stand in few sentences: one that stands in many, as that of an
    authority does, tells no case from another.
    Back steps are not told: a later report that names an earlier stage tells the history.
    """
    old = _furthest(couple.old)
    new = _furthest(tuple(_happened(couple, claim, settings) for claim in couple.new))
    step = _value(new) - _value(old)
    shared = frozenset().union(*(c.names for c in couple.old)) & frozenset().union(
        *(c.names for c in couple.new)
    )
    alike = couple.link.similarity >= settings.same_case
    if not alike:
        shared &= telling
    if step <= 0 or len(shared) < (1 if alike else 2):
        return
    first = old or _mention(couple.old)
    if first is None or new is None:
        return
    pair = Pair(first[0], new[0], max((p.overlap for p in couple.pairs), default=0.3))
    ats, texts = (first[1].at, new[1].at), (first[1].text, new[1].text)
    size = settings.case_moved + settings.verdict * step
    yield spoken(couple, "C305", pair, ats, "the case went further", texts, size)


def _happened(couple: Couple, claim: Claim, settings: Detecting) -> Claim:
    """A clause with those stages of a case only that a verb or a phrase says were reached.

    "Brought the case to trial" names a trial that is to come, "convicted" one that is over.
    """
    if not any(map(_may_be_to_come, claim.cues)):
        return claim
    found = parse(couple.sentence(claim, new=True).text, vocabulary(settings.words))
    verbs = {found.tokens.start[verb.head] for verb in found.verbs if verb.finite or verb.passive}
    cues = tuple(cue for cue in claim.cues if not _may_be_to_come(cue) or cue.at.start in verbs)
    return replace(claim, cues=cues)


def _may_be_to_come(cue: Cue) -> bool:
    """Whether a word tells of a stage of a case that was not reached unless a verb says so."""
    return cue.kind is CueKind.CASE and " " not in cue.text


def effort_held(couple: Couple, settings: Detecting) -> Iterator[Finding]:
    """What increased or decreased is only maintained now, or the reverse."""
    if glued(couple.comparison, couple.link):
        return
    for pair in couple.pairs:
        if pair.overlap < settings.same_matter:
            continue
        for a, b in product(pair.old.of(CueKind.TREND), pair.new.of(CueKind.TREND)):
            if bool(a.value) == bool(b.value) or not {*a.heads} & {*b.heads}:
                continue
            yield spoken(
                couple, "C305", pair, (a.at, b.at), f"“{a.text}” became “{b.text}”",
                (a.text, b.text), settings.sizes["C305"],
            )  # fmt: skip
            return


def date_moved(couple: Couple, settings: Detecting) -> Iterator[Finding]:
    """A target date was put off; by as much as the editions lie apart it is only a note."""
    old_year = couple.comparison.old.edition.year
    new_year = couple.comparison.new.edition.year
    gap = new_year - old_year if old_year and new_year else 1
    for pair in couple.pairs:
        if pair.overlap < settings.same_target:
            continue
        was = _deadline(couple.sentence(pair.old, new=False).text, pair.old.at)
        now = _deadline(couple.sentence(pair.new, new=True).text, pair.new.at)
        if (
            was is not None
            and now is None
            and not _RUNS.match(couple.sentence(pair.old, new=False).text, was[1].start)
            and not _YEAR.search(couple.sentence(pair.new, new=True).text, *pair.new.at)
        ):
            yield spoken(
                couple, "C305", pair, (was[1], pair.new.at), "the target date is no longer given",
                (str(was[0]),), settings.sizes["C305"],
            )  # fmt: skip
            return
        if was is None or now is None or was[0] == now[0]:
            continue
        moved = now[0] - was[0]
        said = "the target date was put off" if moved > 0 else "the target date was brought forward"
        years = "a year" if abs(moved) == 1 else f"{abs(moved)} years"
        found = spoken(
            couple, "C305", pair, (was[1], now[1]), f"{said} by {years}",
            (str(was[0]), str(now[0])), 0.7 if not 0 < moved <= gap else 0.35,
        )  # fmt: skip
        yield _as_note(found) if 0 < moved <= gap else found
        return


def _as_note(found: Finding) -> Finding:
    return replace(found, severity=Severity.NOTE)


def _deadline(text: str, within: Span) -> tuple[int, Span] | None:
    match = _DEADLINE.search(text, within.start, within.end)
    return (int(match.group(1)), Span(*match.span())) if match else None


def _stage(claim: Claim) -> Cue | None:
    """The furthest stage that a clause asserts; one that it denies or only plans does not count."""
    reached = [cue for cue in claim.of(CueKind.STAGE) if not is_denied(claim, cue)]
    return max(reached, key=lambda cue: cue.value, default=None)


def _furthest(claims: tuple[Claim, ...]) -> tuple[Claim, Cue] | None:
    """The claim with the furthest stage of a case that is not denied, and its cue."""
    reached = [
        (claim, cue)
        for claim in claims
        for cue in claim.of(CueKind.CASE)
        if not is_denied(claim, cue)
    ]
    return max(reached, key=lambda held: held[1].value, default=None)


def _value(held: tuple[Claim, Cue] | None) -> float:
    return held[1].value if held else 0.0


def _mention(claims: tuple[Claim, ...]) -> tuple[Claim, Cue] | None:
    """Where a side speaks of a case, if only to say how far it has not come."""
    return next(((claim, cue) for claim in claims for cue in claim.of(CueKind.CASE)), None)
