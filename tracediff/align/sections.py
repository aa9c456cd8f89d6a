"""Which section answers to which: by heading first, then by the sentences they share."""

from __future__ import annotations

import re
from collections import Counter, defaultdict, deque
from collections.abc import Sequence

from tracediff.align.matching import matching
from tracediff.align.order import backbone
from tracediff.align.texts import Pair, Texts
from tracediff.model import Edition, Section, SectionLink
from tracediff.text.words import FUNCTION_WORDS, TOKEN, stem


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
    return _undivided(old, new, found)


def _undivided(old: Edition, new: Edition, found: dict[Pair, float]) -> dict[Pair, float]:
    """The pairs, and those of a section that is nearly all of its edition with each of the other
    that no heading answers to: what one edition divides stands under one heading in the other."""
    olds, news = {o for o, _ in found}, {n for _, n in found}
    for o in _largest(old) & olds:
        found |= {(o, n): _WITHIN for n in range(len(new.sections)) if n not in news}
    for n in _largest(new) & news:
        found |= {(o, n): _WITHIN for o in range(len(old.sections)) if o not in olds}
    return found


def _largest(edition: Edition) -> set[int]:
    """The section that holds nearly all sentences of an edition, if one does."""
    sizes = Counter(sentence.section for sentence in edition.sentences)
    return {at for at, size in sizes.most_common(1) if size >= _NEARLY * len(edition.sentences)}


_NEARLY = 0.8  # of the sentences
_WITHIN = 0.8  # as much as headings that share most of their words
_HALF = 0.5  # headings that share less are about something else
_SAME = 50  # sections with the same word in their heading that are looked at


class _Heading:
    """The words of a heading and of those above it."""

    def __init__(self, section: Section) -> None:
        self.own = _words(section.title)
        self.above = frozenset().union(*(_words(title) for title in section.path[:-1]))


def _words(title: str) -> frozenset[str]:
    """The words of a heading that say what it is about: "Our supporters" is "supporters", and
    "2021 in numbers" is "numbers"; all of them where none does."""
    words = [t for t in TOKEN.findall(title) if t[0].isalnum()]
    words = [t for t in words if len(t) > 1 or len(words) == 1]
    telling = [t for t in words if t.casefold() not in FUNCTION_WORDS and not _YEAR.fullmatch(t)]
    return frozenset(map(stem, telling or words))


_YEAR = re.compile(r"(?:19|20)\d\d")


def _dice(old: frozenset[str], new: frozenset[str]) -> float:
    if not old and not new:
        return 1.0
    return 2 * len(old & new) / (len(old) + len(new))


def answering(texts: Texts, pairs: Sequence[Pair]) -> tuple[SectionLink, ...]:
    """The sections that answer to each other, one to one, given the linked sentences.

    Their similarity is the mean of how alike the headings are and of the share of the smaller
    section's sentences that are linked to the other. They moved where they leave the heaviest
    chain in which both editions run forward.
    """
    old, new = texts.old.sections, texts.new.sections
    sizes = Counter(old), Counter(new)
    shared = Counter((old[o], new[n]) for o, n in pairs)
    score: dict[Pair, float] = {}
    for pair in sorted({*shared, *texts.kin}):
        least = min(sizes[0][pair[0]], sizes[1][pair[1]])
        content = min(1.0, shared[pair] / least) if least else 0.0
        score[pair] = (texts.kin.get(pair, 0.0) + content) / 2
    chosen = sorted(matching(score, _ANSWERS))
    forward = set(backbone([(o, n, 1 + sizes[0][o] + sizes[1][n]) for o, n in chosen]))
    return tuple(SectionLink(o, n, score[o, n], (o, n) not in forward) for o, n in chosen)


_ANSWERS = 0.25  # half the sentences of one stand in the other, or half the heading is the same


def every_section(
    old: Edition, new: Edition, linked: Sequence[SectionLink]
) -> tuple[SectionLink, ...]:
    """Every section in one link, in the order of the new edition."""
    by_old = {link.old: link for link in linked}
    by_new = {link.new: link for link in linked}
    ordered: list[SectionLink] = []
    waiting = deque(s.index for s in old.sections if s.index not in by_old)
    for section in new.sections:
        link = by_new.get(section.index, SectionLink(None, section.index))
        while link.old is not None and waiting and waiting[0] < link.old:
            ordered.append(SectionLink(waiting.popleft(), None))
        ordered.append(link)
    return (*ordered, *(SectionLink(at, None) for at in waiting))
