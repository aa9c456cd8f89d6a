"""Which section answers to which."""

from __future__ import annotations

from collections import Counter

from tracediff.model import Edition, Link, SectionLink
from tracediff.words import TOKEN, stem


def answering(old: Edition, new: Edition) -> frozenset[tuple[int, int]]:
    """Pairs of sections whose headings say the same."""
    titles: dict[tuple[str, ...], list[int]] = {}
    for section in new.sections:
        titles.setdefault(_words(section.title), []).append(section.index)
    return frozenset((s.index, n) for s in old.sections for n in titles.get(_words(s.title), ()))


def _words(title: str) -> tuple[str, ...]:
    return tuple(stem(t) for t in TOKEN.findall(title) if t[0].isalnum() and len(t) > 1)


def section_links(old: Edition, new: Edition, links: tuple[Link, ...]) -> tuple[SectionLink, ...]:
    """Every section in one link: by heading, else by the sentences they share."""
    shared: Counter[tuple[int, int]] = Counter()
    for link in links:
        for o in link.old:
            for n in link.new:
                shared[old.sentences[o].section, new.sentences[n].section] += 1
    alike = dict.fromkeys(answering(old, new), 1000)
    score = {p: shared[p] + alike.get(p, 0) for p in {*shared, *alike}}
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for o, n in sorted(score, key=lambda p: (-score[p], abs(p[0] - p[1]), p)):
        if o not in pairs and n not in taken:
            pairs[o] = n
            taken.add(n)
    out = [
        SectionLink(o, n, 1.0 if (o, n) in alike else 0.5)
        for o, n in sorted(pairs.items(), key=lambda p: p[1])
    ]
    out += [SectionLink(None, s.index) for s in new.sections if s.index not in taken]
    out += [SectionLink(s.index, None) for s in old.sections if s.index not in pairs]
    return tuple(out)
