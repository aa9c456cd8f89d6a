"""C306 and C307: statements of substance that only one edition makes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from math import log

from tracediff.detect.couples import by_sentence, edition_of
from tracediff.detect.wording import LONGEST, evidence, finding, names
from tracediff.model import BlockKind, Claim, Comparison, CueKind, Finding, Reading, Sentence, Span
from tracediff.settings import Detecting

_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})


class Index:
    """The sentences of one edition by their words, weighed by how rare a word is in both."""

    def __init__(self, reading: Reading, counts: Counter[str], total: int) -> None:
        self.weights = {word: log(1 + total / count) for word, count in counts.items()}
        self.postings: defaultdict[str, list[int]] = defaultdict(list)
        for index, held in words_by_sentence(reading).items():
            for word in held:
                self.postings[word].append(index)

    def containment(self, words: frozenset[str]) -> float:
        """How much of what the words weigh one sentence and its neighbours hold, at best."""
        total = sum(self.weights.get(word, 0.0) for word in words)
        held: defaultdict[int, float] = defaultdict(float)
        for word in words:
            for index in self.postings.get(word, ()):
                held[index] += self.weights[word]
        return max(held.values(), default=0.0) / total if total else 1.0


def unmatched_claims(comparison: Comparison, settings: Detecting) -> Iterator[Finding]:
    """C306 and C307: sentences of substance without a counterpart, said nowhere on the other side."""
    counts = Counter(
        word
        for reading in (comparison.old, comparison.new)
        for held in words_by_sentence(reading).values()
        for word in held
    )
    total = len(comparison.old.edition.sentences) + len(comparison.new.edition.sentences)
    for new in (False, True):
        own, other = _sides(comparison, new=new)
        index = Index(other, counts, total)
        claims = by_sentence(own)
        for number in _alone(comparison, new=new):
            sentence = edition_of(comparison, new=new).sentences[number]
            held = claims.get(number, ())
            weight = substance(sentence, held)
            if weight < settings.substance or sentence.kind not in _PROSE:
                continue
            words = frozenset().union(*(claim.words for claim in held))
            said = index.containment(words)
            if said >= settings.said_elsewhere:
                continue
            yield _finding(comparison, sentence, weight, said, new=new)


def substance(sentence: Sentence, claims: tuple[Claim, ...]) -> float:
    """How much a sentence says, 0 to 1: figures, actors, events, denials, admissions.

    The weights are our own judgment of what a reader of reports would miss.
    """
    if sum(len(claim.words) for claim in claims) < 5:
        return 0.0
    cues = {cue.kind for claim in claims for cue in claim.cues}
    names = frozenset().union(*(claim.names for claim in claims))
    score = 0.0
    score += 0.3 * any(c.isdigit() for c in sentence.text)
    score += 0.2 * bool(names) + 0.1 * (len(names) > 2)
    score += 0.3 * (CueKind.DENIAL in cues) + 0.35 * (CueKind.SHORTFALL in cues)
    score += 0.25 * (CueKind.OBLIGATION in cues) + 0.25 * (CueKind.CASE in cues)
    score += 0.2 * (CueKind.STAGE in cues) + 0.2 * (CueKind.TREND in cues)
    return min(1.0, score)


def words_by_sentence(reading: Reading) -> dict[int, frozenset[str]]:
    """The content words of each sentence of an edition."""
    held: defaultdict[int, set[str]] = defaultdict(set)
    for claim in reading.claims:
        held[claim.sentence] |= claim.words
    return {index: frozenset(words) for index, words in held.items()}


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
    comparison: Comparison, sentence: Sentence, weight: float, said: float, *, new: bool
) -> Finding:
    before, after = names(comparison)
    held, lacks = (after, before) if new else (before, after)
    verb = "had no such statement" if new else "no longer says so"
    text = sentence.text
    if len(text) > LONGEST:
        text = text[: text.rfind(" ", 0, LONGEST)] + " …"
    shown = evidence(sentence, Span(0, len(sentence.text)), new=new)
    return finding(
        comparison,
        "C307" if new else "C306",
        f"{held} says “{text.rstrip('.')}”; {lacks} {verb}.",
        None if new else shown,
        shown if new else None,
        magnitude=weight,
        certainty=1.0 - said / 2,
        measure=" ".join(sentence.text.split()[:8]),
    )
