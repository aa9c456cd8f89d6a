"""Polarity, certainty, scope and duty: what two clauses about one matter say differently."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from tracediff.detect.couples import Couple, Pair, likeness
from tracediff.detect.wording import spoken
from tracediff.lexicon.claims import DENIALS
from tracediff.model import Claim, Cue, CueKind, Finding, Severity
from tracediff.settings import Detecting

_ONLY = re.compile(r"\bonly\b")


def denial_turned(couple: Couple, settings: Detecting) -> Iterator[Finding]:
    """C301: what one side denies the other asserts ("was not created", "was created")."""
    for forward in (True, False):
        seen = couple if forward else couple.turned()
        for pair in seen.pairs:
            hit = _denied_then_said(seen, pair, settings, forward=forward)
            if hit is not None:
                denial, said = hit
                yield _opposed(seen, pair, denial, said, settings, forward=forward)
                break


def denial_softened(couple: Couple, settings: Detecting) -> Iterator[Finding]:
    """C303: what was denied outright is denied in part ("not enforced", "not fully enforced")."""
    for forward in (True, False):
        seen = couple if forward else couple.turned()
        for pair in seen.pairs:
            for denial in pair.old.of(CueKind.DENIAL):
                part = next(
                    (c for c in pair.new.of(CueKind.SHORTFALL) if _softens(denial, c)), None
                )
                if part is None or pair.overlap < settings.same_matter:
                    continue
                change = "only in part now" if forward else "outright now, not only in part"
                yield spoken(
                    seen, "C303", pair, (denial.at, part.at), f"it is denied {change}",
                    (denial.text, *part.heads[:1]), settings.sizes["C303"], forward=forward,
                )  # fmt: skip
                return


def _softens(denial: Cue, part: Cue) -> bool:
    """Whether the second denies only in part what the first denies outright."""
    same = denial.heads[:1] != () and denial.heads[0] in part.heads[1:]
    return same and part.text.casefold() in DENIALS.phrases


def trend_turned(couple: Couple, settings: Detecting) -> Iterator[Finding]:
    """C301: what grew now falls, or the reverse."""
    for old, new, near in couple.pairs:
        if near < settings.same_matter:
            continue
        rise, fall = _trends(old), _trends(new)
        if len(rise) != 1 or len(fall) != 1 or rise[0].value * fall[0].value >= 0:
            continue
        words = (rise[0].text, fall[0].text)
        said = "the direction is reversed"
        size = settings.sizes["C301"]
        found = spoken(
            couple, "C301", Pair(old, new, near), (rise[0].at, fall[0].at), said, words, size
        )
        yield replace(found, severity=_weight(couple, (old, rise[0]), (new, fall[0])))


_RATE = re.compile(
    r"^(?:\w+\s){0,3}?\d[\d.,]*\s?(?:%|per\s?cent\b|percentage\b)|^(?:\w+\s){0,3}?twofold\b"
)


def _weight(couple: Couple, one: tuple[Claim, Cue], two: tuple[Claim, Cue]) -> Severity:
    """A reversal is an error where only the words say so; figures say it themselves.

    A stated rate that turned ("grew 31 percent") is a warning; a level that rose to one figure and
    fell to another ("rose to 63", "a drop from 36") is a note.
    """
    behind = [
        couple.sentence(claim, new=new).text[cue.at.end : claim.at.end].lstrip()
        for new, (claim, cue) in ((False, one), (True, two))
    ]
    if not all(_FIGURE.search(text) for text in behind):
        return Severity.ERROR
    rates = (match for text in behind if (match := _RATE.match(text)))
    own = [match for match in rates if not {"to", "from", "of"} & {*match.group().split()}]
    return Severity.WARNING if len(own) == len(behind) else Severity.NOTE


_FIGURE = re.compile(r"(?<![\w.])(?!(?:19|20)\d\d\b)\d")


def certainty_changed(couple: Couple, settings: Detecting) -> Iterator[Finding]:
    """C302: a statement was hedged, or a hedge was taken away."""
    for forward in (True, False):
        seen = couple if forward else couple.turned()
        for pair in seen.pairs:
            hedge = _new_hedge(seen, pair, settings)
            if hedge is None:
                continue
            change = "now held back" if forward else "now stated as fact"
            yield spoken(
                seen, "C302", pair, (pair.old.at, hedge.at), f"it is {change} (“{hedge.text}”)",
                (hedge.text,), 1.0 - hedge.value, forward=forward,
            )  # fmt: skip
            break


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
        for kind in (CueKind.SCOPE, CueKind.FREQUENCY):
            pairs = [
                (a, b)
                for a in old.of(kind)
                for b in new.of(kind)
                if a.scale == b.scale
                and (a.heads[:1] == b.heads[:1] or _of_one(a, b, like, settings))
            ]
            if any(abs(a.value - b.value) < settings.same_scope for a, b in pairs):
                continue
            for a, b in pairs[:1]:
                more, less = _MORE_OR_LESS[kind]
                change = more if b.value > a.value else less
                yield spoken(
                    couple, "C303", Pair(old, new, near), (a.at, b.at),
                    f"“{a.text}” became “{b.text}”, {change}",
                    (a.text, b.text), settings.step + abs(a.value - b.value),
                )  # fmt: skip


def _of_one(a: Cue, b: Cue, like: float, settings: Detecting) -> bool:
    """Whether two quantities are of one thing, though other words come first, in like clauses."""
    return like >= settings.same_target and len({*a.heads} & {*b.heads}) > 1


def condition_added(couple: Couple, settings: Detecting) -> Iterator[Finding]:
    """C303: what held without condition holds only under one, or the reverse."""
    if _has(couple.old, CueKind.CONDITION) == _has(couple.new, CueKind.CONDITION):
        return
    forward = _has(couple.new, CueKind.CONDITION)
    seen = couple if forward else couple.turned()
    for pair in seen.pairs:
        cues = pair.new.of(CueKind.CONDITION)
        if not cues or pair.overlap < settings.same_target:
            continue
        if _BELOW.match(seen.sentence(pair.new, new=forward).text, cues[0].at.end):
            continue
        if likeness(pair.old, pair.new) < settings.like_clause:
            continue
        change = "now holds only under a condition" if forward else "no longer has its condition"
        yield spoken(
            seen, "C303", pair, (pair.old.at, cues[0].at),
            f"the statement {change} (“{cues[0].text}”)", (cues[0].text,), settings.sizes["C303"],
            forward=forward,
        )  # fmt: skip
        return


_BELOW = re.compile(r" (?:as|where|for those) (?:\w+ )?(?:noted|described|stated|set out|listed)\b")


def obligation_changed(couple: Couple, settings: Detecting) -> Iterator[Finding]:
    """C304: must became should or may, or a duty is no longer or newly stated."""
    for old, new, near in couple.pairs:
        weaker = _weakened(old, new, settings)
        if weaker is not None:
            a, b = weaker
            change = "stronger" if b.value > a.value else "weaker"
            yield spoken(
                couple, "C304", Pair(old, new, near), (a.at, b.at),
                f"“{a.text}” became “{b.text}”, {change}",
                (a.text, b.text), settings.step + abs(a.value - b.value),
            )  # fmt: skip
            return
    for forward in (True, False):
        seen = couple if forward else couple.turned()
        if _has(seen.new, CueKind.OBLIGATION):
            continue
        for pair in seen.pairs:
            duty = next((c for c in pair.old.of(CueKind.OBLIGATION) if c.value >= 1.0), None)
            if duty is None or pair.overlap < settings.same_matter or not duty.heads:
                continue
            if likeness(pair.old, pair.new) < settings.like_clause:
                continue
            if pair.overlap < settings.same_target and duty.heads[0] not in pair.new.words:
                continue
            change = "no longer stated as" if forward else "now stated as"
            yield spoken(
                seen, "C304", pair, (duty.at, pair.new.at),
                f"it is {change} a duty (“{duty.text}”)", (duty.text,), settings.sizes["C304"],
                forward=forward,
            )  # fmt: skip
            return


def _denied_then_said(
    couple: Couple, pair: Pair, settings: Detecting, *, forward: bool
) -> tuple[Cue, Claim] | None:
    """A denial of the first side whose words the second side asserts and nowhere denies."""
    old, new, near = pair
    for denial in old.of(CueKind.DENIAL):
        heads = denial.heads
        if not heads or near < settings.same_matter or likeness(old, new) < settings.like_clause:
            continue
        if any(heads[0] in part.heads for part in new.of(CueKind.SHORTFALL)):
            continue
        denied = frozenset().union(*(claim.denied for claim in couple.new))
        said = [head for head in heads if head in new.words and head not in denied]
        if heads[0] in denied or not said:
            continue
        lacking = denial.value < 1.0
        if lacking and _ONLY.search(couple.sentence(new, new=forward).text, *new.at):
            continue  # who may do so only outside still may not do so inside
        if lacking and any(claim.of(CueKind.SHORTFALL) for claim in couple.new):
            continue
        if heads[:2] != tuple(said[:2]):
            continue
        if any(head in claim.words - claim.denied for claim in couple.old for head in said[:1]):
            continue
        if _outlook(new, settings) or _outlook(old, settings):
            continue
        return denial, new
    return None


def _outlook(claim: Claim, settings: Detecting) -> bool:
    """Whether a clause speaks of what is meant or asked to be, or of what nobody knows."""
    asked = any(cue.value < 1.0 for cue in claim.of(CueKind.OBLIGATION))
    unknown = claim.certainty <= settings.nobody_knows
    return asked or bool(claim.of(CueKind.FUTURE)) or unknown


def _opposed(
    couple: Couple, pair: Pair, denial: Cue, said: Claim, settings: Detecting, *, forward: bool
) -> Finding:
    size = settings.sizes["C301"] * (1.0 if denial.value >= 1.0 else settings.lacking)
    heads = [head for head in denial.heads if head in said.words]
    change = "what was denied is now asserted" if forward else "what was asserted is now denied"
    return spoken(
        couple, "C301", pair, (denial.at, said.at), change, (denial.text, *heads[:2]),
        size, forward=forward,
    )  # fmt: skip


def _trends(claim: Claim) -> tuple[Cue, ...]:
    return tuple(cue for cue in claim.of(CueKind.TREND) if cue.value)


def _new_hedge(couple: Couple, pair: Pair, settings: Detecting) -> Cue | None:
    """A hedge of the second side over a word that the first side asserts plainly."""
    old, new, near = pair
    if near < settings.same_matter or likeness(old, new) < settings.like_clause:
        return None
    held = [c for claim in couple.old for c in claim.of(CueKind.HEDGE)]
    for hedge in new.of(CueKind.HEDGE):
        if hedge.value > settings.firm:
            continue
        if any(abs(c.value - hedge.value) < settings.same_hedge for c in held):
            continue
        shared = [head for head in hedge.heads if head in old.words]
        most = hedge.value <= settings.nobody_knows and 2 * len(shared) > len(hedge.heads)
        if not shared or (shared[0] != hedge.heads[0] and not most):
            continue
        if any(
            {*cue.heads} & {*hedge.heads}
            for kind in (CueKind.FUTURE, CueKind.OBLIGATION)
            for cue in old.of(kind)
        ):
            continue
        return hedge
    return None


def _weakened(old: Claim, new: Claim, settings: Detecting) -> tuple[Cue, Cue] | None:
    """Two duties over the same word, of different strength; a "may" beside a "must" is one."""
    permits = tuple(c for c in new.of(CueKind.HEDGE) if c.text.casefold() == "may")
    allowed = tuple(c for c in old.of(CueKind.HEDGE) if c.text.casefold() == "may")
    for a in (*old.of(CueKind.OBLIGATION), *allowed):
        for b in (*new.of(CueKind.OBLIGATION), *permits):
            if a.kind is b.kind is CueKind.HEDGE or not a.heads or a.heads[:1] != b.heads[:1]:
                continue
            if abs(a.value - b.value) >= settings.same_duty:
                return a, b
    return None


def _has(claims: tuple[Claim, ...], kind: CueKind) -> bool:
    return any(claim.of(kind) for claim in claims)
