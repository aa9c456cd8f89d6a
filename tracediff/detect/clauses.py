"""C306 and C307 inside a sentence that lives on: an admission or a duty that it gained or lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import chain
from typing import Final

from tracediff.detect.couples import Couple, couples
from tracediff.detect.said import Said, Words
from tracediff.detect.wording import evidence, excerpt, finding, names
from tracediff.lexicon.claims import DENIALS
from tracediff.lexicon.propositions import DENYING_PREFIXES
from tracediff.model import Claim, Comparison, Cue, CueKind, Finding, Severity, Span
from tracediff.settings import Detecting
from tracediff.text.words import root, tokens

_ADMISSIONS = frozenset({CueKind.DENIAL, CueKind.SHORTFALL})
_WEIGHTY = _ADMISSIONS | {CueKind.OBLIGATION}


def clauses_alone(
    comparison: Comparison, said: tuple[Said, Said], settings: Detecting
) -> Iterator[Finding]:
    """The weighty clauses of linked sentences that the other edition says nowhere."""
    for couple in couples(comparison, settings.claim_pair):
        yield from _gone(couple, said[1], settings, forward=True)
        yield from _gone(couple.turned(), said[0], settings, forward=False)


def _gone(
    seen: Couple, elsewhere: Said, settings: Detecting, *, forward: bool
) -> Iterator[Finding]:
    """Clauses of the first side that neither the second side nor the rest of its edition says."""
    beside = frozenset(chain.from_iterable(claim.words for claim in seen.new))
    admitted = any(cue.kind in _ADMISSIONS for claim in seen.new for cue in claim.cues)
    unknown = {claim.sentence for claim in seen.old if _still_unknown(seen, claim, settings)}
    for claim in seen.old:
        if claim.sentence in unknown:
            continue
        weighty = [cue for cue in claim.cues if _is_weighty(cue, settings)]
        if len(claim.words) < (2 if weighty else settings.own_clause):
            continue
        if any(len(claim.denied & other.denied) > 1 for other in seen.new):
            continue
        if _in_a_word(claim, seen.new):
            continue
        if weighty and _told_of_them(seen, claim, weighty):
            continue
        held = elsewhere.share(claim.words, beside)
        most = settings.said_elsewhere if weighty else settings.unlike_clause
        new_clause = held < most and len(seen.old) > 1
        new_clause = new_clause and bool(weighty or _lives_on(seen, claim, settings))
        new_clause = new_clause and not _answered(seen, claim, settings)
        unsaid = [cue for cue in weighty if _unsaid(cue, elsewhere, beside, settings)]
        new_admission = bool(unsaid) and not admitted
        if (new_clause or new_admission) and not _still_said(elsewhere, claim, settings):
            found = _alone(seen, claim, held, settings, forward=forward)
            size = settings.milder * found.magnitude
            yield found if weighty else replace(found, severity=Severity.NOTE, magnitude=size)
            return


def _in_a_word(claim: Claim, others: Iterable[Claim]) -> bool:
    """Whether the other side denies in one word what a clause denies: "not safe", "unsafe"."""
    said = frozenset(chain.from_iterable(other.words for other in others))
    turned = {prefix + word for word in claim.denied for prefix in DENYING_PREFIXES}
    return not turned.isdisjoint(said)


def _told_of_them(seen: Couple, claim: Claim, weighty: list[Cue]) -> bool:
    """Whether the other side names the same people and tells as much of them in its own words."""
    names = frozenset(chain.from_iterable(other.names for other in seen.new))
    told = {(cue.kind, cue.value) for other in seen.new for cue in other.cues}
    same = all((cue.kind, cue.value) in told for cue in weighty)
    return bool(claim.names) and claim.names <= names and same


_GIVES = frozenset(
    root(word) for word in "provide report publish release disclose share make give".split()
)


def _still_unknown(seen: Couple, claim: Claim, settings: Detecting) -> bool:
    """Whether a clause admits that something is not known or given, and so does the other side.

    "It was unclear how many received meals", "no complete data were given on those with meals".
    """
    return _withholds(claim, settings) and any(
        _withholds(other, settings) and len(claim.words & other.words) > 1 for other in seen.new
    )


def _withholds(claim: Claim, settings: Detecting) -> bool:
    """Whether a clause says that nobody knows, or that something was not given, or not in full."""
    if any(cue.value <= settings.nobody_knows for cue in claim.of(CueKind.HEDGE)):
        return True
    denials = [c for c in claim.of(CueKind.SHORTFALL) if c.text.casefold() in DENIALS.phrases]
    denials += claim.of(CueKind.DENIAL)
    return any(not _GIVES.isdisjoint(cue.heads[:1]) for cue in denials)


def _answered(seen: Couple, claim: Claim, settings: Detecting) -> bool:
    """Whether the counterpart says most of a clause in its own words, and denies what it denies."""
    return any(
        pair.old is claim
        and pair.overlap >= settings.answered
        and len(claim.words & pair.new.words) > settings.same_words
        and bool(claim.denied) == bool(pair.new.denied)
        for pair in seen.pairs
    )


def _lives_on(seen: Couple, claim: Claim, settings: Detecting) -> bool:
    """Whether the rest of the sentence is much the same, so that this clause came or went."""
    most = settings.same_rest
    return any(pair.old is not claim and pair.overlap >= most for pair in seen.pairs)


def _is_weighty(cue: Cue, settings: Detecting) -> bool:
    """Whether a cue makes its clause an admission or a duty; not to know is an admission too."""
    unknown = cue.kind is CueKind.HEDGE and cue.value <= settings.nobody_knows
    return cue.kind in _WEIGHTY or unknown


def _unsaid(cue: Cue, elsewhere: Said, beside: Words, settings: Detecting) -> bool:
    """Whether an admission and most of what it governs has no word on the other side.

    Nor may any clause of the other edition hold all of it: "insufficiently funded" is said anew.
    """
    if cue.kind not in _ADMISSIONS:
        return False
    own = frozenset(root(t.text) for t in tokens(cue.text) if t.text[0].isalpha())
    words = own | frozenset(cue.heads[:3])
    if len(words) < 2 or elsewhere.share(words, beside) >= settings.same_matter:
        return False
    return not any(words <= other.words for other in elsewhere.about(words))


def _still_said(elsewhere: Said, claim: Claim, settings: Detecting) -> bool:
    """Whether any clause of the other edition says as much, and denies it too if this one does."""
    return any(
        elsewhere.share(claim.words, other.words) >= settings.said
        for other in elsewhere.about(claim.words)
        if not claim.denied or claim.denied & other.denied
    )


def only_here(text: str, at: Span, others: Iterable[str]) -> Span:
    """A clause without the opening that the other side has word for word, up to a joint.

    >>> said = "The port board met twice a year and kept none of its old promises."
    >>> at = only_here(said, Span(0, len(said)), ["The port board met twice a year."])
    >>> said[at.start : at.end]
    'and kept none of its old promises.'
    """
    words = [t for t in tokens(text) if at.start <= t.start and t.end <= at.end]
    plain = [word.text.casefold() for word in words]
    said = [False] * len(words)
    for other in others:
        theirs = [word.text.casefold() for word in tokens(other)]
        for block in SequenceMatcher(None, plain, theirs, autojunk=False).get_matching_blocks():
            if block.size >= _VERBATIM:
                said[block.a : block.a + block.size] = [True] * block.size
    first = _said_first(said)
    first += plain[first : first + 1] == [","]
    joint = not _JOINING.isdisjoint(plain[max(0, first - 1) : first + 1])
    if joint and _LONG <= first <= len(words) - _LONG:
        return Span(words[first].start, at.end)
    return at  # a subject or an opening that is repeated tells of what the rest speaks


_VERBATIM: Final = 4  # words in a row that are no chance
_LONG: Final = 6  # words that make sense by themselves
_JOINING: Final = frozenset(", ; and but or because although while which who".split())


def _said_first(said: Sequence[bool]) -> int:
    """How many words at the head are said, over a word or two that are put otherwise."""
    first = 0
    while True in said[first : first + 3]:
        first += said[first : first + 3].index(True) + 1
    return first


def _alone(
    seen: Couple, claim: Claim, held: float, settings: Detecting, *, forward: bool
) -> Finding:
    before, after = names(seen.comparison)
    sentence = seen.sentence(claim, new=not forward)
    answer = seen.sentence(seen.new[0], new=forward)
    others = sorted({seen.sentence(c, new=forward).text for c in seen.new})
    at = only_here(sentence.text, claim.at, others)
    quote = excerpt(sentence, replace(claim, at=at), at)
    if at.start > claim.at.start:
        quote = f"…{quote}"
    own = evidence(sentence, at, new=not forward)
    other = evidence(answer, Span(0, len(answer.text)), new=forward)
    if forward:
        message = f"{before} says “{quote}”; the sentence that answers to it in {after} does not."
    else:
        message = f"{after} adds “{quote}” to what {before} said there."
    rule = "C306" if forward else "C307"
    return finding(
        seen.comparison, rule, message, own if forward else other, other if forward else own,
        magnitude=settings.sizes[rule], certainty=settings.sure[rule] - held / 2,
        measure=" ".join(sorted(claim.words)[:6]),
    )  # fmt: skip
