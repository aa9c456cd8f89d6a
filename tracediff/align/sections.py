"""Which section answers to which: by heading first, then by the sentences they share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from tracediff.align.matching import matching
from tracediff.align.order import backbone
from tracediff.align.texts import Pair, Texts
from tracediff.model import Edition, Section, SectionLink
from tracediff.words import TOKEN, stem


def headings(old: Edition, new: Edition) -> dict[Pair, float]:
    """How alike the headings of two sections are, for pairs that share half their words.

    A heading that stands several times counts more where the headings above it agree too.
    """
    olds, news = ([_Heading(s) for s in e.sections] for e in (old, new))
    by_word: dict[str, list[int]] = defaultdict(list)
    for at, heading in enumerate(news):
        for word in heading.own or {""}:
            by_word[word].append(at)
    found: dict[Pair, float] = {}
    for o, heading in enumerate(olds):
        rare = sorted(heading.own or {""}, key=lambda w: (len(by_word[w]), w))
        near = {n for word in rare for n in by_word[word][:_SAME]}
        for n in sorted(near):
            alike = _dice(heading.own, news[n].own)
            if alike >= _HALF:
                found[o, n] = 0.9 * alike + 0.1 * _dice(heading.above, news[n].above)
    return found


_HALF = 0.5  # headings that share less are about something else
_SAME = 50  # sections with the same word in their heading that are looked at


class _Heading:
    """The words of a heading and of those above it."""

    def __init__(self, section: Section) -> None:
        self.own = _words(section.title)
        self.above = frozenset().union(*(_words(title) for title in section.path[:-1]))


def _words(title: str) -> frozenset[str]:
    words = [t for t in TOKEN.findall(title) if t[0].isalnum()]
    return frozenset(stem(t) for t in words if len(t) > 1 or len(words) == 1)


def _dice(old: frozenset[str], new: frozenset[str]) -> float:
    if not old and not new:
        return 1.0
    return 2 * len(old & new) / (len(old) + len(new))


def answering(texts: Texts, pairs: Sequence[Pair]) -> dict[Pair, float]:
    """The sections that answer to each other, one to one, given the linked sentences.

    The value, from 0 to 1, is the mean of how alike the headings are and of the share of the
    smaller section's sentences that are linked to the other.
    """
    old, new = texts.old.sections, texts.new.sections
    sizes = Counter(old), Counter(new)
    shared = Counter((old[o], new[n]) for o, n in pairs)
    score: dict[Pair, float] = {}
    for pair in sorted({*shared, *texts.kin}):
        least = min(sizes[0][pair[0]], sizes[1][pair[1]])
        content = min(1.0, shared[pair] / least) if least else 0.0
        score[pair] = (texts.kin.get(pair, 0.0) + content) / 2
    return {pair: score[pair] for pair in matching(score, _ANSWERS)}


_ANSWERS = 0.25  # half the sentences of one stand in the other, or half the heading is the same


def section_links(
    old: Edition, new: Edition, answers: Mapping[Pair, float]
) -> tuple[SectionLink, ...]:
    """Every section in one link, in the order of the new edition."""
    weights = Counter(s.section for s in old.sentences)
    forward = set(backbone([(o, n, 1 + weights[o]) for o, n in sorted(answers)]))
    pairs = dict(answers.keys())
    ordered = [
        ((n, 0, o), SectionLink(o, n, answers[o, n], (o, n) not in forward)) for o, n in answers
    ]
    taken = set(pairs.values())
    ordered += [
        ((s.index, 0, 0), SectionLink(None, s.index)) for s in new.sections if s.index not in taken
    ]
    place = -1
    for section in old.sections:
        if section.index in pairs:
            place = pairs[section.index]
        else:
            ordered.append(((place, 1, section.index), SectionLink(section.index, None)))
    return tuple(link for _, link in sorted(ordered, key=lambda found: found[0]))
