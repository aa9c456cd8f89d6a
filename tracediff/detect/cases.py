"""C305 for cases that are told in another place: who was investigated is charged pages away."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from tracediff.detect.couples import Couple, Pair, by_sentence, is_denied
from tracediff.detect.wording import spoken
from tracediff.model import Claim, Comparison, Cue, CueKind, Finding, Link, Reading
from tracediff.settings import Detecting

Held = tuple[Claim, Cue]


def cases_followed(
    comparison: Comparison, settings: Detecting, counts: Counter[str]
) -> Iterator[Finding]:
    """A charge or judgment in the new edition beside the paragraph that told of the case before.

    The two are known to be one case by the rare names that they share; a new sentence
    that is linked to one about a case is left to the other checks.
    """
    told_of = _paragraphs(comparison.old, counts, settings.rare_name)
    cased = {claim.sentence for claim in comparison.old.claims if claim.of(CueKind.CASE)}
    linked = {n for k in comparison.alignment.links if cased & {*k.old} for n in k.new}
    told: set[int] = set()
    for claim, cue in _judged(comparison.new, settings.charged):
        if claim.sentence in linked:
            continue
        names = {name for name in claim.names if counts[name] <= settings.rare_name}
        where = _same_people(told_of, names, counts, settings)
        if where is None or where in told:
            continue
        before = _last_said(told_of.claims[where], names)
        if before is None or _furthest(told_of.claims[where]) >= cue.value:
            continue
        told.add(where)
        yield _followed(comparison, before, (claim, cue), settings)


class _Told(NamedTuple):
    """What the paragraphs of an edition tell, and in which of them a rare name stands."""

    claims: dict[int, list[Claim]]
    named: dict[str, set[int]]


def _paragraphs(reading: Reading, counts: Counter[str], rare: int) -> _Told:
    """The claims of each paragraph, and the paragraphs of each rare name."""
    claims: defaultdict[int, list[Claim]] = defaultdict(list)
    named: defaultdict[str, set[int]] = defaultdict(set)
    for claim in reading.claims:
        place = reading.edition.sentences[claim.sentence].paragraph
        claims[place].append(claim)
        for name in claim.names:
            if counts[name] <= rare:
                named[name].add(place)
    return _Told(claims, named)


def _same_people(
    told_of: _Told, names: set[str], counts: Counter[str], settings: Detecting
) -> int | None:
    """The paragraph that shares the most and rarest names, where they can only be one case's."""
    shared: defaultdict[int, list[str]] = defaultdict(list)
    for name in sorted(names):
        for place in told_of.named.get(name, ()):
            shared[place].append(name)
    scores = {
        place: sum(1 / counts[name] for name in held)
        for place, held in shared.items()
        if len(held) > 1
    }
    best = max(scores, key=lambda place: (scores[place], -place), default=None)
    return best if best is not None and scores[best] >= settings.shared_names else None


def _judged(reading: Reading, least: float) -> Iterator[Held]:
    """The claims that tell of a charge or more, each with its furthest cue."""
    for claim in reading.claims:
        cues = [
            cue
            for cue in claim.of(CueKind.CASE)
            if cue.value >= least and not is_denied(claim, cue)
        ]
        if cues:
            yield claim, max(cues, key=lambda cue: cue.value)


def name_counts(comparison: Comparison) -> Counter[str]:
    """In how many sentences of both editions a name stands."""
    return Counter(
        chain.from_iterable(
            frozenset().union(*(claim.names for claim in claims))
            for reading in (comparison.old, comparison.new)
            for claims in by_sentence(reading).values()
        )
    )


def telling_names(
    comparison: Comparison, counts: Counter[str], settings: Detecting
) -> frozenset[str]:
    """The names in so few sentences, for the length of the texts, that they tell one case."""
    sentences = sum(len(r.edition.sentences) for r in (comparison.old, comparison.new))
    most = min(settings.rare_name, max(settings.few_names, int(sentences * settings.rare_share)))
    return frozenset(name for name, count in counts.items() if count <= most)


def _last_said(claims: list[Claim], names: set[str]) -> Held | None:
    """The last word of a paragraph on the case, passing over arrests of others on the way."""
    status: Held | None = None
    for claim in claims:
        cue = next(iter(claim.of(CueKind.CASE)), None)
        if cue is not None and (claim.names & names or cue.value < 2.0 or is_denied(claim, cue)):
            status = (claim, cue)
    return status


def _furthest(claims: list[Claim]) -> float:
    """The furthest stage of a case that a paragraph asserts."""
    return max(
        (
            cue.value
            for claim in claims
            for cue in claim.of(CueKind.CASE)
            if not is_denied(claim, cue)
        ),
        default=0.0,
    )


def _followed(comparison: Comparison, before: Held, after: Held, settings: Detecting) -> Finding:
    link = Link((before[0].sentence,), (after[0].sentence,))
    couple = Couple(comparison, link, (before[0],), (after[0],), ())
    size = settings.case_moved + settings.verdict * after[1].value
    pair = Pair(before[0], after[0], settings.case_elsewhere)
    texts = (before[1].text, after[1].text)
    ats = (before[1].at, after[1].at)
    return spoken(couple, "C305", pair, ats, "the case went further", texts, size)
