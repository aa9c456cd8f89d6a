"""Doubt, scope and condition: what two clauses about one matter say differently."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from tracediff.detect.couples import Couple, Pair, likeness
from tracediff.detect.seen import glued
from tracediff.detect.wording import spoken
from tracediff.model import Claim, Cue, CueKind, Finding
from tracediff.settings import Detecting
from tracediff.syntax.propositions import propositions
from tracediff.text.vocabulary import Vocabulary, vocabulary


def doubt_moved(couple: Couple, settings: Detecting) -> Iterator[Finding]:
    """C302: nobody knew whether; now it is only not known which or how, or the reverse."""
    for old, new, near in couple.pairs:
        for a, b in product(old.of(CueKind.HEDGE), new.of(CueKind.HEDGE)):
            if max(a.value, b.value) > settings.nobody_knows or near < settings.same_matter:
                continue
            whether = _asks_whether(couple, old, a, new=False)
            if whether == _asks_whether(couple, new, b, new=True):
                continue
            said = "only how or which" if whether else "even whether it is so"
            yield spoken(
                couple, "C302", Pair(old, new, near), (a.at, b.at), f"now {said} is in doubt",
                (a.text, b.text), settings.sizes["C302"],
            )  # fmt: skip
            return


def _asks_whether(couple: Couple, claim: Claim, hedge: Cue, *, new: bool) -> bool:
    """Whether a doubt is about whether something is so at all."""
    after = couple.sentence(claim, new=new).text[hedge.at.end :]
    return after.lstrip().casefold().startswith(("whether ", "if "))


_MORE_OR_LESS = {
    CueKind.SCOPE: ("wider", "narrower"),
    CueKind.FREQUENCY: ("more often", "less often"),
}


def scope_changed(couple: Couple, settings: Detecting) -> Iterator[Finding]:
    """C303: all became some, often became rarely."""
    for old, new, near in couple.pairs:
        like = likeness(old, new)
        if near < settings.same_matter or like < settings.like_clause:
            continue
        found = [*_degrees(old, new, like, settings)]
        known = vocabulary(settings.words)
        if found and (
            _denies(couple, old, known, new=False) or _denies(couple, new, known, new=True)
        ):
            continue  # a degree belongs to the denial: "not always" is no "always"
        for kind, a, b in found:
            more, less = _MORE_OR_LESS[kind]
            change = more if b.value > a.value else less
            yield spoken(
                couple, "C303", Pair(old, new, near), (a.at, b.at),
                f"“{a.text}” became “{b.text}”, {change}",
                (a.text, b.text), settings.step + abs(a.value - b.value),
            )  # fmt: skip


def _degrees(
    old: Claim, new: Claim, like: float, settings: Detecting
) -> Iterator[tuple[CueKind, Cue, Cue]]:
    """The degrees in which two clauses about one matter differ, at most one of each kind."""
    for kind in (CueKind.SCOPE, CueKind.FREQUENCY):
        pairs = [
            (a, b)
            for a in old.of(kind)
            for b in new.of(kind)
            if a.scale == b.scale and (a.heads[:1] == b.heads[:1] or _of_one(a, b, like, settings))
        ]
        if not any(abs(a.value - b.value) < settings.same_scope for a, b in pairs):
            yield from ((kind, a, b) for a, b in pairs[:1])


def _denies(couple: Couple, claim: Claim, known: Vocabulary, *, new: bool) -> bool:
    """Whether a clause denies something."""
    said = propositions(couple.sentence(claim, new=new).text, known)
    return any(one.denied and claim.at.start <= one.verb.start < claim.at.end for one in said)


def _of_one(a: Cue, b: Cue, like: float, settings: Detecting) -> bool:
    """Whether two quantities are of one thing, though other words come first, in like clauses."""
    return like >= settings.same_target and len({*a.heads} & {*b.heads}) > 1


def condition_added(couple: Couple, settings: Detecting) -> Iterator[Finding]:
    """C303: what held without condition holds only under one, or the reverse."""
    if _has(couple.old, CueKind.CONDITION) == _has(couple.new, CueKind.CONDITION):
        return
    if glued(couple.comparison, couple.link):
        return
    forward = _has(couple.new, CueKind.CONDITION)
    seen = couple if forward else couple.turned()
    for pair in seen.pairs:
        cues = pair.new.of(CueKind.CONDITION)
        if not cues or min(pair.overlap, couple.link.similarity) < settings.same_target:
            continue
        if likeness(pair.old, pair.new) < settings.same_target:
            continue
        if _BELOW.match(seen.sentence(pair.new, new=forward).text, cues[0].at.end):
            continue
        if _ASKED.search(seen.sentence(pair.new, new=forward).text, 0, cues[0].at.end):
            continue
        if _CONDITION.search(seen.sentence(pair.old, new=not forward).text):
            continue
        change = "now holds only under a condition" if forward else "no longer has its condition"
        yield spoken(
            seen, "C303", pair, (pair.old.at, cues[0].at),
            f"the statement {change} (“{cues[0].text}”)", (cues[0].text,), settings.sizes["C303"],
            forward=forward,
        )  # fmt: skip
        return


_CONDITION = re.compile(
    r"\b(?:if|when|unless|once|where|provided|except|exception|only)\b", re.IGNORECASE
)
_ASKED = re.compile(r"\b(?:ask|asks|asked|know|knows|knew|see|check|tell|us)\b[^,;]{0,30}\bif\Z")
_BELOW = re.compile(r" (?:as|where|for those) (?:\w+ )?(?:noted|described|stated|set out|listed)\b")


def _has(claims: tuple[Claim, ...], kind: CueKind) -> bool:
    return any(claim.of(kind) for claim in claims)
