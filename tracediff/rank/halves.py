"""Two halves of one matter: what is gone and what is new joined where they tell of the same thing.

An edition rewritten says "as of October the lead inspector had 40 complaints" one year, and "the
lead inspector was fired" the next: two sentences that do not answer to each other, about one
person. In: findings in order, each with one side or both. Out: the same, the halves that share
their rarest names and words made one finding that shows both sides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from tracediff.lexicon.claims import plans
from tracediff.model import BlockKind, Comparison, Evidence, Finding, Sentence, Severity, Side, Span
from tracediff.rank.alike_halves import index_of_words, likeness_of, lowest_likeness, places_sharing
from tracediff.rank.answering import Answering
from tracediff.rank.figures import Figures
from tracediff.rank.rarity import Rarity, Telling
from tracediff.settings import Ranking

_GONE: Final = frozenset({"C306", "N103"})
_NEW: Final = frozenset({"C307", "N104"})
SEVERITIES: Final = {severity: at for at, severity in enumerate(Severity)}


def joined(
    findings: Sequence[Finding], comparison: Comparison, rare: Rarity, settings: Ranking
) -> tuple[Finding, ...]:
    """The findings, halves of one matter joined at the place of the first of the two.

    A half is joined to the one of the other edition that shares most with it, each way. What is
    gone becomes what leads, beside what is said now, which is its first facet.
    """
    gone = [one for one in findings if _is_half(one, _GONE)]
    new = [one for one in findings if _is_half(one, _NEW)]
    may = Answering(comparison, rare)
    pairs = dict(_pairs(gone, new, comparison, rare, may, settings))
    partners = {id(new[there]): None for there in pairs.values()}
    whole = {id(gone[here]): _whole(gone[here], new[there]) for here, there in pairs.items()}
    for halves, side in ((gone, Side.NEW), (new, Side.OLD)):
        left = [one for one in halves if id(one) not in whole and id(one) not in partners]
        whole |= _with_what_is_said(left, findings, comparison, side, rare, may, settings)
    return tuple(whole.get(id(one), one) for one in findings if id(one) not in partners)


def _with_what_is_said(
    halves: Sequence[Finding],
    findings: Sequence[Finding],
    comparison: Comparison,
    side: Side,
    rare: Rarity,
    may: Answering,
    settings: Ranking,
) -> dict[int, Finding]:
    """The halves that share most with a sentence of the other edition of which no half tells.

    "81 percent find it critical to their success" may have become "more find it critical to their
    success", which by itself is no news. A sentence that answers to another one must be nearer.
    """
    reading = comparison.new if side is Side.NEW else comparison.old
    told = {e.sentence for f in findings if _is_half(f, _GONE | _NEW)
            for e in (f.old, f.new) if e is not None and e.side is side}  # fmt: skip
    open_to = [s for s in reading.edition.sentences if s.kind in _OPEN and s.index not in told]
    own = {id(half): _told(half, comparison, rare) for half in halves}
    cells: defaultdict[int, list[int]] = defaultdict(list)
    for figure in reading.facts:
        if figure.table is not None:
            cells[figure.sentence].append(figure.index)
    wanted = {w for one in own.values() for w in one.words}
    index = index_of_words((s.text for s in open_to), wanted, rare)
    answers = {
        at
        for link in comparison.alignment.links
        if link.old and link.new
        for at in (link.new if side is Side.NEW else link.old)
    }
    least = [
        max(
            settings.half_linked if s.index in answers else 0.0,
            0.0 if s.kind is BlockKind.TABLE else lowest_likeness(settings),
        )
        for s in open_to
    ]
    found: dict[int, Finding] = {}
    for half in halves:
        likeness = {}
        for at in places_sharing(own[id(half)], index, rare, least):
            other = rare.telling(open_to[at].text)
            if open_to[at].kind is BlockKind.TABLE:  # it may be told with what names all of it
                alike = rare.likeness(own[id(half)], other)
            else:
                alike = likeness_of(own[id(half)], other, rare, settings, at_home=False)
            if alike and alike >= least[at] and may.answer(half, open_to[at].index):
                likeness[at] = alike
        if likeness:
            sentence = open_to[max(likeness, key=lambda at: (likeness[at], -at))]
            span, held = Span(0, len(sentence.text)), cells.get(sentence.index, [])
            fact = held[0] if len(held) == 1 else None  # the figure of a row of one
            shown = Evidence(side, sentence.index, span, sentence.text, fact)
            found[id(half)] = (
                replace(half, new=shown) if side is Side.NEW else replace(half, old=shown)
            )
    return found


_OPEN: Final = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.TABLE})


def beside(
    findings: Sequence[Finding], comparison: Comparison, rare: Rarity, settings: Ranking
) -> Iterator[Finding]:
    """The findings, halves joined to what is told of the link beside them in their paragraph.

    "It expects gifts and fees" may become "It expects gifts. A chapter has pledged gifts": the
    second sentence answers to the first one too, where both share words that tell.
    """
    couples: dict[tuple[Side, int], list[int]] = defaultdict(list)
    for at, one in enumerate(findings):
        if one.old is not None and one.new is not None and one.old.side is not one.new.side:
            for place in (one.old, one.new):
                couples[place.side, place.sentence].append(at)
    joined_to: dict[int, list[int]] = defaultdict(list)
    taken: set[int] = set()
    for at, one in enumerate(findings):
        if not (_is_half(one, _GONE) or _is_half(one, _NEW)) or at in joined_to:
            continue
        own = _told(one, comparison, rare)
        best = max(
            (
                (rare.likeness(own, _across(findings[to], one, comparison, rare)), -to)
                for to in _near(one, couples, comparison)
                if to not in taken
            ),
            default=(0.0, 0),
        )
        if best[0] >= settings.half_beside:
            joined_to[-best[1]].append(at)
            taken.add(at)
    for at, one in enumerate(findings):
        if at not in taken:
            yield _with(one, [findings[other] for other in joined_to[at]])


def _near(
    half: Finding, couples: Mapping[tuple[Side, int], Sequence[int]], comparison: Comparison
) -> Iterator[int]:
    """The findings with both sides on a neighbour of a half, in its paragraph or list."""
    place = half.old or half.new
    assert place is not None
    reading = comparison.old if place.side is Side.OLD else comparison.new
    sentences = reading.edition.sentences
    for step in (-1, 1, -2, 2):
        at = place.sentence + step
        inside = 0 <= at < len(sentences)
        if inside and _together(sentences[at], sentences[place.sentence]):
            yield from couples.get((place.side, at), ())


def _together(one: Sentence, two: Sentence) -> bool:
    """Whether two sentences stand in one paragraph, or are neighbours in a list."""
    items = one.kind is two.kind is BlockKind.ITEM and one.section == two.section
    return one.paragraph == two.paragraph or (items and abs(one.index - two.index) == 1)


def _across(couple: Finding, half: Finding, comparison: Comparison, rare: Rarity) -> Telling:
    """What tells the matter on the other side of a finding that stands beside a half."""
    other = couple.new if half.old is not None else couple.old
    assert other is not None
    reading = comparison.old if other.side is Side.OLD else comparison.new
    return rare.telling(reading.edition.sentences[other.sentence].text)


def _with(finding: Finding, halves: Sequence[Finding]) -> Finding:
    """A finding with halves as its facets; the gravest of them leads."""
    if not halves:
        return finding
    first, *rest = sorted((finding, *halves), key=lambda one: SEVERITIES[one.severity])
    parts = (part for one in rest for part in (replace(one, facets=()), *one.facets))
    return replace(first, facets=(*first.facets, *parts))


def _is_half(finding: Finding, rules: frozenset[str]) -> bool:
    lone = (finding.old is None) != (finding.new is None)
    return lone and finding.rule.id in rules and all(f.rule.id[0] in "NC" for f in finding.facets)


def _whole(gone: Finding, new: Finding) -> Finding:
    """What is gone with what is said now beside it; the severity of what is gone stands.

    Where what was planned is told as done, that leads: nothing is gone.
    """
    if gone.rule.id == "C306" and new.rule.id == "C307" and _is_done(gone, new):
        note = replace(gone, new=new.new, facets=(), severity=Severity.NOTE)
        return replace(new, old=gone.old, facets=(*new.facets, note, *gone.facets))
    return replace(gone, new=new.new, facets=(*gone.facets, replace(new, facets=()), *new.facets))


def _is_done(gone: Finding, new: Finding) -> bool:
    """Whether a plan of the old edition is none any more."""
    return plans(gone.old.quote if gone.old else "") and not plans(new.new.quote if new.new else "")


def _pairs(
    gone: Sequence[Finding],
    new: Sequence[Finding],
    comparison: Comparison,
    rare: Rarity,
    may: Answering,
    settings: Ranking,
) -> Iterator[tuple[int, int]]:
    """Which half goes with which, by their numbers."""
    olds, news = ([_told(one, comparison, rare) for one in halves] for halves in (gone, new))
    index = index_of_words(
        (one.text for one in news), {word for one in olds for word in one.words}, rare
    )
    figures = Figures(comparison)
    theirs = [figures.of(one) for one in new]
    homes = _homes(comparison)
    there_of = [_home(one, comparison, homes) for one in new]
    gaps = _Gaps(comparison)
    scores: list[dict[int, float]] = []
    for one, own in zip(gone, olds, strict=True):
        home, ours = _home(one, comparison, homes), figures.of(one)
        found = {}
        for there in places_sharing(own, index, rare):
            at_home, given = home == there_of[there], (ours, theirs[there])
            alike = likeness_of(own, news[there], rare, settings, at_home=at_home, given=given)
            if not alike and at_home and gaps.hold(one, new[there]):
                alike = _alike_in_gap(own, news[there], rare, settings)
            if alike and may.answer(one, sentence_of(new[there])):
                found[there] = alike + _SAME_KIND * (one.rule.id[0] == new[there].rule.id[0])
        scores.append(found)
    yield from _mutual(scores)


class _Gaps:
    """The sentences that stand beside the two sides of one link, in one paragraph with them."""

    def __init__(self, comparison: Comparison) -> None:
        self._old = comparison.old.edition.sentences
        self._new = comparison.new.edition.sentences
        self._links = {
            (old, new) for k in comparison.alignment.links for old in k.old for new in k.new
        }

    def hold(self, gone: Finding, new: Finding) -> bool:
        """Whether what is new stands where what is gone stood: behind, or before, two sentences
        that answer to each other."""
        old, fresh = self._old[sentence_of(gone)], self._new[sentence_of(new)]
        return old.kind is fresh.kind is BlockKind.PARAGRAPH and any(
            (old.index + step, fresh.index + step) in self._links
            and self._old[old.index + step].paragraph == old.paragraph
            and self._new[fresh.index + step].paragraph == fresh.paragraph
            for step in (-1, 1)
        )


def _alike_in_gap(own: Telling, other: Telling, rare: Rarity, settings: Ranking) -> float:
    """How alike two halves are of which one stands where the other stood, 0 where too little."""
    shared = len(own.words & other.words)
    alike = rare.likeness(own, other) if shared >= settings.half_gap_words else 0.0
    return alike if alike >= settings.half_gap and not own.placed_apart(other) else 0.0


def sentence_of(half: Finding) -> int:
    """The sentence that a half stands on."""
    place = half.old or half.new
    assert place is not None
    return place.sentence


_SAME_KIND: Final = 0.001  # of halves as like, figures go with figures, statements with statements


def _mutual(scores: Sequence[Mapping[int, float]]) -> Iterator[tuple[int, int]]:
    """The pairs that are each other's best."""
    best_of: dict[int, tuple[float, int]] = {}
    for here, found in enumerate(scores):
        for there, score in found.items():
            best_of[there] = max(best_of.get(there, (0.0, 0)), (score, -here))
    for here, found in enumerate(scores):
        if found:
            there = max(found, key=lambda at: (found[at], -at))
            if best_of[there][1] == -here:
                yield here, there


def _told(finding: Finding, comparison: Comparison, rare: Rarity) -> Telling:
    """What tells the matter of the sentence that a half stands on."""
    place = finding.old or finding.new
    assert place is not None
    reading = comparison.old if place.side is Side.OLD else comparison.new
    return rare.telling(reading.edition.sentences[place.sentence].text)


def _homes(comparison: Comparison) -> Mapping[tuple[Side, int], int]:
    """The number of the pair of sections that a section stands in."""
    found: dict[tuple[Side, int], int] = {}
    for at, link in enumerate(comparison.alignment.sections):
        sides: Iterable[tuple[Side, int | None]] = ((Side.OLD, link.old), (Side.NEW, link.new))
        found |= {(side, own): at for side, own in sides if own is not None}
    return found


def _home(
    finding: Finding, comparison: Comparison, homes: Mapping[tuple[Side, int], int]
) -> int | None:
    place = finding.old or finding.new
    assert place is not None
    reading = comparison.old if place.side is Side.OLD else comparison.new
    return homes.get((place.side, reading.edition.sentences[place.sentence].section))
