"""C305 for cases that are told in another place: who was investigated is charged pages away."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from tracediff.detect.couples import Couple, Pair, by_sentence, is_denied
from tracediff.detect.wording import spoken
from tracediff.model import Claim, Comparison, Cue, CueKind, Finding, Link, Reading
from tracediff.settings import Detecting

Held = tuple[Claim, Cue]


def cases_followed(comparison: Comparison, settings: Detecting) -> Iterator[Finding]:
    """A charge or judgment in the new edition beside the paragraph that told of the case before.

    The two are known to be one case by the rare names that they share; a new sentence
    that is linked to one about a case is left to the other checks.
    """
    counts = _name_counts(comparison)
    paragraphs = _paragraph_names(comparison.old, counts, settings.rare_name)
    cased = {claim.sentence for claim in comparison.old.claims if claim.of(CueKind.CASE)}
    linked = {n for k in comparison.alignment.links if cased & {*k.old} for n in k.new}
    told: set[int] = set()
    for claim, cue in _judged(comparison.new, settings.charged):
        if claim.sentence in linked:
            continue
        names = {name for name in claim.names if counts[name] <= settings.rare_name}
        where = _same_people(paragraphs, names, counts, settings)
        if where is None or where in told:
            continue
        before = _last_said(comparison.old, where, names)
        if before is None or _furthest(comparison.old, where) >= cue.value:
            continue
        told.add(where)
        yield _followed(comparison, before, (claim, cue))


def _same_people(
    paragraphs: dict[int, frozenset[str]],
    names: set[str],
    counts: Counter[str],
    settings: Detecting,
) -> int | None:
    """The paragraph that shares the most and rarest names, where they can only be one case's."""
    best: tuple[float, int] = (0.0, 0)
    for place, held in paragraphs.items():
        shared = held & names
        if len(shared) > 1:
            best = max(best, (sum(1 / counts[name] for name in shared), -place))
    return -best[1] if best[0] >= settings.shared_names else None


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


def _name_counts(comparison: Comparison) -> Counter[str]:
    """In how many sentences of both editions a name stands."""
    return Counter(
        name
        for reading in (comparison.old, comparison.new)
        for claims in by_sentence(reading).values()
        for name in frozenset().union(*(claim.names for claim in claims))
    )


def _paragraph_names(
    reading: Reading, counts: Counter[str], rare: int
) -> dict[int, frozenset[str]]:
    """The rare names of each paragraph."""
    found: defaultdict[int, set[str]] = defaultdict(set)
    for claim in reading.claims:
        place = reading.edition.sentences[claim.sentence].paragraph
        found[place].update(name for name in claim.names if counts[name] <= rare)
    return {place: frozenset(names) for place, names in found.items() if len(names) > 1}


def _claims_in(reading: Reading, paragraph: int) -> Iterator[Claim]:
    sentences = reading.edition.sentences
    return (c for c in reading.claims if sentences[c.sentence].paragraph == paragraph)


def _last_said(reading: Reading, paragraph: int, names: set[str]) -> Held | None:
    """The last word of a paragraph on the case, passing over arrests of others on the way."""
    status: Held | None = None
    for claim in _claims_in(reading, paragraph):
        cue = next(iter(claim.of(CueKind.CASE)), None)
        if cue is not None and (claim.names & names or cue.value < 2.0 or is_denied(claim, cue)):
            status = (claim, cue)
    return status


def _furthest(reading: Reading, paragraph: int) -> float:
    """The furthest stage of a case that a paragraph asserts."""
    return max(
        (
            cue.value
            for claim in _claims_in(reading, paragraph)
            for cue in claim.of(CueKind.CASE)
            if not is_denied(claim, cue)
        ),
        default=0.0,
    )


def _followed(comparison: Comparison, before: Held, after: Held) -> Finding:
    link = Link((before[0].sentence,), (after[0].sentence,))
    couple = Couple(comparison, link, (before[0],), (after[0],), ())
    return spoken(
        couple, "C305", Pair(before[0], after[0], 0.4), (before[1].at, after[1].at),
        "the case went further", (before[1].text, after[1].text), 0.5 + 0.1 * after[1].value,
    )  # fmt: skip
