"""C306 and C307: statements of substance that only one edition makes."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from math import log

from tracediff.detect.couples import Couple, by_sentence, couple_of, couples, edition_of
from tracediff.detect.modality import certainty_changed, denial_turned
from tracediff.detect.wording import LONGEST, evidence, excerpt, finding, names
from tracediff.model import (
    BlockKind,
    Claim,
    Comparison,
    CueKind,
    Finding,
    Link,
    Reading,
    Sentence,
    Severity,
    Span,
)
from tracediff.settings import Detecting
from tracediff.words import tokens

_FULLEST = 1.8  # more marks than this no sentence bears
_YEAR = re.compile(r"(?:19|20)\d\d")
_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})


class Index:
    """The sentences of one edition by their words, weighed by how rare a word is in both."""

    def __init__(self, reading: Reading, counts: Counter[str], total: int) -> None:
        self.claims = reading.claims
        self.held = frozenset().union(*words_by_sentence(reading).values())
        self.weights = {word: log(1 + total / count) for word, count in counts.items()}
        self.postings: defaultdict[str, list[int]] = defaultdict(list)
        for index, held in words_by_sentence(reading).items():
            for word in held:
                self.postings[word].append(index)

    def unheard(self, words: frozenset[str]) -> float:
        """The share of what the words weigh that the whole edition never says."""
        return 1.0 - self.share(words, self.held)

    def share(self, words: frozenset[str], among: frozenset[str]) -> float:
        """How much of what the words weigh stands among others."""
        total = sum(self.weights.get(word, 0.0) for word in words)
        return sum(self.weights.get(w, 0.0) for w in words & among) / total if total else 1.0

    def nearest(self, words: frozenset[str]) -> tuple[float, int]:
        """How much of what the words weigh one sentence holds, at best, and which sentence."""
        total = sum(self.weights.get(word, 0.0) for word in words)
        held: defaultdict[int, float] = defaultdict(float)
        for word in words:
            for index in self.postings.get(word, ()):
                held[index] += self.weights[word]
        best, index = max(((w, -i) for i, w in held.items()), default=(0.0, 0))
        return (best / total if total else 1.0), -index


def unmatched_claims(comparison: Comparison, settings: Detecting) -> Iterator[Finding]:
    """C306 and C307: sentences of substance without a counterpart, said nowhere on the other side."""
    counts, total = _counts(comparison)
    for new in (False, True):
        own, other = _sides(comparison, new=new)
        index = Index(other, counts, total)
        claims = by_sentence(own)
        for number in _alone(comparison, new=new):
            sentence = edition_of(comparison, new=new).sentences[number]
            held = claims.get(number, ())
            if not held or sentence.kind not in _PROSE:
                continue
            words = frozenset().union(*(claim.words for claim in held))
            said, where = index.nearest(words)
            unheard = index.unheard(words)
            if not _same_figures(sentence, other.edition.sentences[where]):
                said = min(said, 0.9 * settings.said_elsewhere)  # the like, but of another event
            if said >= (settings.said_elsewhere if unheard < settings.unheard else settings.said):
                yield from _said_otherwise(comparison, number, where, said, settings, new=new)
                continue
            weight = substance(sentence, held) + 0.2 * (unheard >= settings.new_matter)
            if weight >= settings.substance:
                yield _finding(comparison, sentence, weight, said, settings, new=new)


def _same_figures(one: Sentence, two: Sentence) -> bool:
    """Whether two sentences share a figure, or the first has none; years are no figures."""
    figures = {
        token.text
        for token in tokens(one.text)
        if token.text[-1].isdigit() and not _YEAR.fullmatch(token.text)
    }
    return not figures or any(figure in two.text for figure in figures)


def dropped_clauses(comparison: Comparison, settings: Detecting) -> Iterator[Finding]:
    """C306: an admission or a duty that stood in a sentence which otherwise lives on."""
    index = None
    for couple in couples(comparison, settings.claim_pair):
        if len(couple.old) < 2:
            continue
        for claim in couple.old:
            weighty = any(cue.kind in _WEIGHTY for cue in claim.cues)
            if not weighty or len(claim.words) < 3:
                continue
            index = index or Index(comparison.new, *_counts(comparison))
            said = index.share(claim.words, frozenset().union(*(c.words for c in couple.new)))
            if any(len(claim.denied & other.denied) > 1 for other in couple.new):
                continue
            if said < settings.said_elsewhere and not _still_said(index, claim, settings):
                yield _clause_gone(couple, claim, said)


def _still_said(index: Index, claim: Claim, settings: Detecting) -> bool:
    """Whether any clause of the new edition says as much, and denies it too where this one does."""
    return any(
        index.share(claim.words, other.words) >= settings.said
        for other in index.claims
        if (not claim.denied or claim.denied & other.denied) and claim.words & other.words
    )


_WEIGHTY = frozenset({CueKind.DENIAL, CueKind.SHORTFALL, CueKind.OBLIGATION})


def _clause_gone(couple: Couple, claim: Claim, said: float) -> Finding:
    before, after = names(couple.comparison)
    sentence = couple.sentence(claim, new=False)
    beside = couple.sentence(couple.new[0], new=True)
    return finding(
        couple.comparison, "C306",
        f"{before} says “{excerpt(sentence, claim, claim.at)}”; the sentence that answers to it in "
        f"{after} no longer does.",
        evidence(sentence, claim.at, new=False),
        evidence(beside, Span(0, len(beside.text)), new=True),
        magnitude=0.5, certainty=0.8 - said / 2, measure=" ".join(sorted(claim.words)[:6]),
    )  # fmt: skip


def _said_otherwise(
    comparison: Comparison, number: int, where: int, said: float, settings: Detecting, *, new: bool
) -> Iterator[Finding]:
    """What changed where the matter is said elsewhere, in a sentence that is not linked to it."""
    pair = (where, number) if new else (number, where)
    link = Link((pair[0],), (pair[1],), said)
    couple = couple_of(comparison, link, settings.claim_pair)
    if couple is not None:
        yield from denial_turned(couple, settings)
        yield from certainty_changed(couple, settings)


def substance(sentence: Sentence, claims: tuple[Claim, ...]) -> float:
    """How much a sentence says, 0 to ``_FULLEST``: figures, actors, events, denials, admissions.

    The weights are our own judgment of what a reader of reports would miss.
    """
    if sum(len(claim.words) for claim in claims) < 5:
        return 0.0
    cues = {cue.kind for claim in claims for cue in claim.cues}
    names = frozenset().union(*(claim.names for claim in claims))
    score = 0.25 if sum(len(claim.words) for claim in claims) >= 8 else 0.0
    score += 0.3 * any(c.isdigit() for c in sentence.text)
    score += 0.2 * bool(names) + 0.1 * (len(names) > 2)
    score += 0.3 * (CueKind.DENIAL in cues) + 0.35 * (CueKind.SHORTFALL in cues)
    score += 0.25 * bool(cues & {CueKind.OBLIGATION, CueKind.CONDITION}) + 0.25 * (
        CueKind.CASE in cues
    )
    score += 0.2 * (CueKind.STAGE in cues) + 0.2 * (CueKind.TREND in cues)
    return score


def words_by_sentence(reading: Reading) -> dict[int, frozenset[str]]:
    """The content words of each sentence of an edition."""
    held: defaultdict[int, set[str]] = defaultdict(set)
    for claim in reading.claims:
        held[claim.sentence] |= claim.words
    return {index: frozenset(words) for index, words in held.items()}


def _counts(comparison: Comparison) -> tuple[Counter[str], int]:
    """In how many sentences of both editions each word stands, and how many there are."""
    counts = Counter(
        word
        for reading in (comparison.old, comparison.new)
        for held in words_by_sentence(reading).values()
        for word in held
    )
    return counts, len(comparison.old.edition.sentences) + len(comparison.new.edition.sentences)


def _sides(comparison: Comparison, *, new: bool) -> tuple[Reading, Reading]:
    pair = (comparison.old, comparison.new)
    return (pair[1], pair[0]) if new else pair


def _alone(comparison: Comparison, *, new: bool) -> Iterator[int]:
    """The sentences of one side that stand beside nothing."""
    for link in comparison.alignment.links:
        if new and not link.old:
            yield from link.new
        if not new and not link.new:
            yield from link.old


def _finding(
    comparison: Comparison,
    sentence: Sentence,
    weight: float,
    said: float,
    settings: Detecting,
    *,
    new: bool,
) -> Finding:
    before, after = names(comparison)
    held, lacks = (after, before) if new else (before, after)
    verb = "had no such statement" if new else "no longer says so"
    text = sentence.text
    if len(text) > LONGEST:
        text = text[: text.rfind(" ", 0, LONGEST)] + " …"
    shown = evidence(sentence, Span(0, len(sentence.text)), new=new)
    found = finding(
        comparison,
        "C307" if new else "C306",
        f"{held} says “{text.rstrip('.')}”; {lacks} {verb}.",
        None if new else shown,
        shown if new else None,
        magnitude=weight / _FULLEST,
        certainty=1.0 - said / 2,
        measure=" ".join(sentence.text.split()[:8]),
    )
    return found if weight >= settings.weighty else replace(found, severity=Severity.NOTE)
