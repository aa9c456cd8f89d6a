"""Links of several sentences shown whole: findings in, the same with every sentence of their link.

Where one old sentence became two, a finding on the first of them leaves a reader without the other.
So each sentence of a link that no finding shows becomes a facet of the finding on that link.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from tracediff.model import (
    BlockKind,
    Comparison,
    Evidence,
    Finding,
    Link,
    LinkKind,
    Sentence,
    Severity,
    Side,
    Span,
)
from tracediff.rank.rarity import roots
from tracediff.rules import RULES

_Place = tuple[Side, int]
_PROSE: Final = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})
_SAYS: Final = 3  # words that tell of a sentence that is worth showing
_LONGEST: Final = 30  # words of a sentence that are quoted in a message


def with_all_sentences(findings: Iterable[Finding], comparison: Comparison) -> Iterator[Finding]:
    """The findings, the first on each link of several sentences with those that none shows."""
    held = tuple(findings)
    shown = {place for one in held for place in _shown(one)}
    links = _links(comparison)
    done: set[int] = set()
    for one in held:
        ours = {number: link for place in _shown(one) for number, link in links.get(place, ())}
        fresh = [link for number, link in ours.items() if number not in done]
        done |= ours.keys()
        facets = tuple(f for link in fresh for f in _others(link, shown, comparison))
        yield replace(one, facets=(*one.facets, *facets)) if facets else one


def _shown(finding: Finding) -> Iterator[_Place]:
    """The sentences that a finding and its facets show."""
    for one in finding.all:
        if one.rule.id[0] in "NC":
            yield from ((e.side, e.sentence) for e in (one.old, one.new) if e is not None)


def _links(comparison: Comparison) -> Mapping[_Place, tuple[tuple[int, Link], ...]]:
    """The link that each sentence stands in, where it has three sentences or more."""
    found: dict[_Place, tuple[tuple[int, Link], ...]] = {}
    for number, link in enumerate(comparison.alignment.links):
        several = link.old and link.new and len(link.old) + len(link.new) > 2
        if several and link.kind is not LinkKind.KEPT:
            found |= {(Side.OLD, at): ((number, link),) for at in link.old}
            found |= {(Side.NEW, at): ((number, link),) for at in link.new}
    return found


def _others(link: Link, shown: set[_Place], comparison: Comparison) -> Iterator[Finding]:
    """A note for each sentence of a link that nothing shows, beside the one most like it."""
    old, new = comparison.old.edition.sentences, comparison.new.edition.sentences
    olds, news = [old[at] for at in link.old], [new[at] for at in link.new]
    for side, own, other in ((Side.OLD, olds, news), (Side.NEW, news, olds)):
        for sentence in own:
            words = frozenset(roots(sentence.text))
            prose = sentence.kind in _PROSE and len(words) >= _SAYS
            if prose and (side, sentence.index) not in shown:
                partner = max(
                    other, key=lambda s: (len(words.intersection(roots(s.text))), -s.index)
                )
                pair = (sentence, partner) if side is Side.OLD else (partner, sentence)
                yield _note(pair, side, comparison)


def _note(pair: tuple[Sentence, Sentence], side: Side, comparison: Comparison) -> Finding:
    old, new = pair
    own, edition = (old, "earlier") if side is Side.OLD else (new, "later")
    where = comparison.new.edition.sections[new.section].title
    return Finding(
        rule=RULES["C308"],  # nothing is gone or new: the other side says it in other words
        severity=Severity.NOTE,
        message=f"The {edition} edition says there, too: “{_quoted(own)}”.",
        section=where,
        old=Evidence(Side.OLD, old.index, Span(0, len(old.text)), old.text),
        new=Evidence(Side.NEW, new.index, Span(0, len(new.text)), new.text),
        measure=_quoted(own, 8),
    )


def _quoted(sentence: Sentence, most: int = _LONGEST) -> str:
    """The opening of a sentence."""
    words = sentence.text.split()
    return " ".join(words[:most]).rstrip(".") + (" …" if len(words) > most else "")
