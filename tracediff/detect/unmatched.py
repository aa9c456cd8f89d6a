"""C306 and C307: statements of substance that only one edition makes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from tracediff.detect.couples import by_sentence, couple_of, likeness
from tracediff.detect.once import tells_once
from tracediff.detect.said import Said, Words
from tracediff.detect.verdicts import verdicts_of
from tracediff.detect.wording import evidence, finding, names, quoted
from tracediff.ledger.recalls import Recalls
from tracediff.ledger.rolled import rolled_off
from tracediff.lexicon.calendar import MONTHS
from tracediff.lexicon.gravity import is_activity
from tracediff.model import (
    BlockKind,
    Claim,
    Comparison,
    CueKind,
    FactKind,
    Finding,
    Link,
    LinkKind,
    Reading,
    Sentence,
    Severity,
    Side,
    Span,
)
from tracediff.settings import Detecting

_FIGURE = re.compile(r"\d[\d.,]*\d|\d")
_WORD = re.compile(r"[\w-]+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SMALL = 3  # letters of the words that a name or title writes small: of, the, and
_SAYS: Final = 3  # content words of a statement that is told wherever all around it stayed
_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})


def unmatched_claims(
    comparison: Comparison, said: tuple[Said, Said], settings: Detecting
) -> Iterator[Finding]:
    """C306 and C307: sentences of substance without a counterpart, said nowhere on the other side.

    Of such sentences in a row one tells the matter; the others count for less.
    """
    kept = _kept(comparison)
    past = rolled_off(comparison.old.edition, comparison.alignment)
    recalls = Recalls(comparison.old, comparison.new)
    for new in (False, True):
        claims = by_sentence(comparison.new if new else comparison.old)
        lone: list[Lone] = []
        going_on = _going_on(comparison, new=new) | (frozenset() if new else past)
        for number in _alone(comparison, new=new):
            if number in going_on or (not new and _recalled(number, said, recalls, settings)):
                continue
            held = claims.get(number, ())
            amid = _amid_the_same(number, kept[new])
            stayed = frozenset(kept[new].values()) if amid else frozenset()
            judged = _judge(comparison, said[not new], number, held, stayed, settings, new=new)
            if isinstance(judged, Lone):
                if judged.weight >= settings.substance or (amid and judged.says):
                    lone.append(judged)
            else:
                yield from judged
        for run in _runs(lone):
            head = max(run, key=lambda found: found.weight)
            for found in run:
                share = 1.0 if found is head else settings.beside_head
                yield _finding(comparison, found, share, settings, new=new)


def _going_on(comparison: Comparison, *, new: bool) -> frozenset[int]:
    """The sentences of two figures and more that all go on in the other edition, as in a table."""
    own, _ = _sides(comparison, new=new)
    side = Side.NEW if new else Side.OLD
    both = (s for s in comparison.series if len({point.side for point in s.points}) > 1)
    carried = {point.fact.index for s in both for point in s.points if point.side is side}
    figures: defaultdict[int, list[bool]] = defaultdict(list)
    for fact in own.facts:
        if fact.same_as is None and fact.kind is not FactKind.LIMIT:
            figures[fact.sentence].append(fact.index in carried)
    return frozenset(at for at, going in figures.items() if len(going) > 1 and all(going))


def _kept(comparison: Comparison) -> tuple[dict[int, int], dict[int, int]]:
    """The sentences that stand unchanged, from the old edition to the new one and back."""
    pairs = [
        (link.old[0], link.new[0])
        for link in comparison.alignment.links
        if link.kind is LinkKind.KEPT and len(link.old) == len(link.new) == 1
    ]
    return dict(pairs), {new: old for old, new in pairs}


def _amid_the_same(number: int, kept: dict[int, int]) -> bool:
    """Whether the sentences around one stand side by side, unchanged, in the other edition."""
    before, after = kept.get(number - 1), kept.get(number + 1)
    return before is not None and after is not None and after == before + 1


def _recalled(number: int, said: tuple[Said, Said], recalls: Recalls, settings: Detecting) -> bool:
    """Whether a new sentence on the matter of an old one gives its figure again, as last year's."""
    words = said[0].sentences.get(number, frozenset())
    if not words or number not in recalls.given:
        return False
    return any(
        share >= settings.another_event and recalls.agree(number, index)
        for share, index in said[1].nearest(words)
    )


class Lone(NamedTuple):
    """A sentence that only one edition has: how much it says, how nearly the other says it."""

    sentence: Sentence
    weight: float
    said: float
    only: Sentence | None  # what the other edition says of the matter, and no more
    claims: tuple[Claim, ...]
    says: bool  # enough to be missed where all around it stayed


def _judge(
    comparison: Comparison,
    elsewhere: Said,
    number: int,
    held: tuple[Claim, ...],
    stayed: frozenset[int],
    settings: Detecting,
    *,
    new: bool,
) -> Lone | Iterator[Finding]:
    """A sentence that stands alone: lone, or what changed where its matter is said elsewhere.

    ``stayed`` are sentences of the other edition that are no place where it may have gone to: they
    said what they say beside it.
    """
    own, other = _sides(comparison, new=new)
    sentence = own.edition.sentences[number]
    if not held or sentence.kind not in _PROSE or _is_signature(sentence):
        return iter(())
    if _POINTER.search(sentence.text) or _SPACED_OUT.search(sentence.text):
        return iter(())
    words = frozenset(word for claim in held for word in claim.words)
    near = elsewhere.nearest(words)
    if _told_again(sentence, near, other, settings) or _in_a_line(
        sentence, words, elsewhere, settings
    ):
        return iter(())
    said = near[0][0] if near else 0.0
    unheard = elsewhere.unheard(words)
    only = None
    if near and not _same_figures(sentence, other.edition.sentences[near[0][1]]):
        said = min(said, settings.another_event)
    elif near and said >= settings.partly and _is_full(other, near[0][1], elsewhere, settings):
        least = elsewhere.share(elsewhere.sentences[near[0][1]], words)
        names = (claim.names for claim in elsewhere.claims[near[0][1]])
        same = least >= settings.no_more and all(map(words.issuperset, names))
        only = other.edition.sentences[near[0][1]] if same and near[0][1] not in stayed else None
    beside = bool(near) and near[0][1] in stayed
    if beside and _denies(held) != _denies(elsewhere.claims[near[0][1]]):
        said = min(said, settings.another_event)
    if said >= (
        settings.said if beside or unheard >= settings.unheard else settings.said_elsewhere
    ):
        twins = (index for share, index in near if share >= settings.said_elsewhere)
        found = (
            tuple(_said_otherwise(comparison, held, elsewhere.claims[i], said, settings, new=new))
            for i in twins
        )
        return iter(next(filter(None, found), ()))
    weight = substance(sentence, held, settings)
    weight += settings.marks[-1] * (unheard >= settings.new_matter)
    history = _is_history(sentence, own.edition.year, settings)
    if history:
        weight *= settings.history
    says = len(words) >= _SAYS or _denies(held) or _FIGURE.search(sentence.text) is not None
    return Lone(sentence, weight, said, only, held, says and not history)


def _denies(claims: tuple[Claim, ...]) -> bool:
    return any(claim.of(CueKind.DENIAL) for claim in claims)


_SPACED_OUT = re.compile(r"(?:\b[A-Z]{1,2}\s){4}")  # "C H AT W I T H": ornament, not a sentence

# What leads a reader elsewhere states nothing: "please read on", "for more information, see …".
_POINTER = re.compile(
    r"\bplease (?:see|read|visit|refer|check|click)\b|\bclick (?:on|here|the|‘|“|'|\")|\bread on\b"
    r"|^See (?:the|also|section)\b|\bfor (?:more|further|additional) (?:information|details)\b",
    re.IGNORECASE,
)


def _is_history(sentence: Sentence, year: int | None, settings: Detecting) -> bool:
    """Whether a sentence tells only of years well before the one that its edition reports on."""
    named = [int(found) for found in _YEAR.findall(sentence.text)]
    if not named or year is None or _UNDATED_MONTH.search(sentence.text):
        return False
    return max(named) <= year - settings.past_years


def _is_event(sentence: Sentence) -> bool:
    """Whether a sentence opens with the day or month of what it tells: next year tells others."""
    return _EVENT.match(sentence.text) is not None


_EVENT = re.compile(
    rf"(?:In|On|During)\s+(?:early\s+|late\s+|mid-)?(?:{'|'.join(MONTHS)})\b", re.IGNORECASE
)
_UNDATED_MONTH = re.compile(
    rf"\b(?:{'|'.join(MONTHS)})\b(?!\s+(?:\d{{1,2}},?\s+)?\d{{4}})", re.IGNORECASE
)


def _is_full(reading: Reading, index: int, said: Said, settings: Detecting) -> bool:
    """Whether a sentence is a statement, not the title of something in a cell."""
    prose = reading.edition.sentences[index].kind in _PROSE
    return prose and len(said.sentences[index]) >= settings.own_clause


def _is_signature(sentence: Sentence) -> bool:
    """Whether a line only names someone, in capital letters throughout, as below a quotation."""
    small = (
        word[0].isupper() or len(word) <= _SMALL or not word[0].isalpha()
        for word in sentence.text.split()
    )
    return all(small) and not sentence.text.isupper()


def _runs(lone: list[Lone]) -> Iterator[list[Lone]]:
    """The sentences that follow each other in one paragraph."""
    run: list[Lone] = []
    for found in sorted(lone, key=lambda found: found.sentence.index):
        if run and (
            found.sentence.index != run[-1].sentence.index + 1
            or found.sentence.paragraph != run[-1].sentence.paragraph
        ):
            yield run
            run = []
        run.append(found)
    if run:
        yield run


def _told_again(
    sentence: Sentence,
    near: tuple[tuple[float, int], ...],
    other: Reading,
    settings: Detecting,
) -> bool:
    """Whether a near sentence that shares some rarer words gives the same figures, two or more."""
    figures = {f for f in _FIGURE.findall(sentence.text) if not _YEAR.fullmatch(f)}
    if len(figures) < 2 or max(map(len, figures)) < 2:
        return False
    return any(
        share >= settings.another_event
        and figures <= {*_FIGURE.findall(other.edition.sentences[index].text)}
        for share, index in near
    )


def _in_a_line(sentence: Sentence, words: Words, elsewhere: Said, settings: Detecting) -> bool:
    """Whether a heading or a row of the other edition says it, with all its figures."""
    figures = {f for f in _FIGURE.findall(sentence.text) if not _YEAR.fullmatch(f)}
    return any(
        elsewhere.share(words, held) >= settings.said and figures <= {*_FIGURE.findall(line)}
        for line, held in elsewhere.halves(words)
    )


def _same_figures(one: Sentence, two: Sentence) -> bool:
    """Whether two sentences share a figure, or the first has none; years are no figures."""
    figures = [f for f in _FIGURE.findall(one.text) if not _YEAR.fullmatch(f)]
    return not figures or any(figure in two.text for figure in figures)


def _said_otherwise(
    comparison: Comparison,
    here: tuple[Claim, ...],
    there: tuple[Claim, ...],
    said: float,
    settings: Detecting,
    *,
    new: bool,
) -> Iterator[Finding]:
    """What changed where the matter is said elsewhere, in a sentence that is not linked to it."""
    old, now = (there, here) if new else (here, there)
    link = Link((old[0].sentence,), (now[0].sentence,), said)
    couple = couple_of(comparison, link, old, now, settings.claim_pair)
    near = tuple(
        pair
        for pair in couple.pairs
        if len(pair.old.words & pair.new.words) >= settings.same_words
        and likeness(pair.old, pair.new) >= settings.same_matter
    )
    if near:
        yield from verdicts_of(comparison, link, settings)


def substance(sentence: Sentence, claims: tuple[Claim, ...], settings: Detecting) -> float:
    """How much a sentence says, 0 to about 2: figures, actors, events, denials, admissions.

    The weights are our own judgment of what a reader of reports would miss.
    """
    length = sum(len(claim.words) for claim in claims)
    cues = {cue.kind for claim in claims for cue in claim.cues}
    promises = bool(cues & {CueKind.FUTURE, CueKind.OBLIGATION})
    if length < (settings.short_promise if promises else settings.own_clause):
        return 0.0
    names = frozenset().union(*(claim.names for claim in claims))
    borne = (
        length >= settings.full_sentence,
        _FIGURE.search(sentence.text) is not None,
        bool(names),
        len(names) > 2,
        CueKind.DENIAL in cues,
        max((c.value for x in claims for c in x.of(CueKind.SHORTFALL)), default=0.0),
        bool(cues & {CueKind.OBLIGATION, CueKind.CONDITION, CueKind.FUTURE}),
        CueKind.CASE in cues,
        CueKind.STAGE in cues,
        CueKind.TREND in cues,
    )
    borne_marks = sum(mark * bears for mark, bears in zip(settings.marks, borne, strict=False))
    return borne_marks + settings.promise * promises


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
    comparison: Comparison, lone: Lone, share: float, settings: Detecting, *, new: bool
) -> Finding:
    before, after = names(comparison)
    held, lacks = (after, before) if new else (before, after)
    verb = "had no such statement" if new else "no longer says so"
    sentence = lone.sentence
    ease = settings.event if _is_event(sentence) else 1.0
    shown = evidence(sentence, Span(0, len(sentence.text)), new=new)
    other = None
    if lone.only is not None:
        other = evidence(lone.only, Span(0, len(lone.only.text)), new=not new)
        verb = f"{'said' if new else 'says'} only “{quoted(lone.only)}”"
    found = finding(
        comparison,
        "C307" if new else "C306",
        f"{held} says “{quoted(sentence)}”; {lacks} {verb}.",
        other if new else shown,
        shown if new else other,
        magnitude=share * ease * lone.weight / settings.fullest,
        certainty=1.0 - lone.said / 2,
        measure=" ".join(sentence.text.split()[:8]),
    )
    weighty = round(share * lone.weight, 3) >= settings.weighty
    return found if weighty and _is_missed(lone, settings, new=new) else _noted(found)


def _is_missed(lone: Lone, settings: Detecting, *, new: bool) -> bool:
    """Whether a statement that only one edition makes is more than an event of one year that nobody
    misses in the other one, and does not live on in other words."""
    if lone.said >= settings.partly and lone.only is None:
        return False
    if is_activity(_WORD.findall(lone.sentence.text.casefold())):
        return False
    return not tells_once(lone.sentence, lone.claims, settings.words, new=new)


def _noted(found: Finding) -> Finding:
    return replace(found, severity=Severity.NOTE)
