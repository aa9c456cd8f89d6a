"""C306 and C307 inside a sentence that lives on: an admission or a duty that it gained or lost."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from tracediff.detect.couples import Couple, couples
from tracediff.detect.said import Said, Words
from tracediff.detect.wording import evidence, excerpt, finding, names
from tracediff.model import Claim, Comparison, Cue, CueKind, Finding, Span
from tracediff.settings import Detecting
from tracediff.words import root, tokens

_ADMISSIONS = frozenset({CueKind.DENIAL, CueKind.SHORTFALL})
_UNKNOWN = 0.2  # hedges of this certainty say that nobody knows
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
    for claim in seen.old:
        weighty = [cue for cue in claim.cues if _is_weighty(cue)]
        if not weighty or len(claim.words) < 2:
            continue
        if any(len(claim.denied & other.denied) > 1 for other in seen.new):
            continue
        held = elsewhere.share(claim.words, beside)
        new_clause = held < settings.said_elsewhere and len(seen.old) > 1
        new_admission = not admitted and any(
            _unsaid(cue, elsewhere, beside, settings) for cue in weighty
        )
        if (new_clause or new_admission) and not _still_said(elsewhere, claim, settings):
            yield _alone(seen, claim, held, forward=forward)
            return


def _is_weighty(cue: Cue) -> bool:
    """Whether a cue makes its clause an admission or a duty; not to know is an admission too."""
    return cue.kind in _WEIGHTY or (cue.kind is CueKind.HEDGE and cue.value <= _UNKNOWN)


def _unsaid(cue: Cue, elsewhere: Said, beside: Words, settings: Detecting) -> bool:
    """Whether an admission and most of what it governs has no word on the other side."""
    if cue.kind not in _ADMISSIONS:
        return False
    own = frozenset(root(t.text) for t in tokens(cue.text) if t.text[0].isalpha())
    words = own | frozenset(cue.heads[:3])
    return len(words) > 1 and elsewhere.share(words, beside) < settings.same_matter


def _still_said(elsewhere: Said, claim: Claim, settings: Detecting) -> bool:
    """Whether any clause of the other edition says as much, and denies it too if this one does."""
    return any(
        elsewhere.share(claim.words, other.words) >= settings.said
        for other in elsewhere.about(claim.words)
        if not claim.denied or claim.denied & other.denied
    )


def _alone(seen: Couple, claim: Claim, held: float, *, forward: bool) -> Finding:
    before, after = names(seen.comparison)
    sentence = seen.sentence(claim, new=not forward)
    answer = seen.sentence(seen.new[0], new=forward)
    quote = excerpt(sentence, claim, claim.at)
    own = evidence(sentence, claim.at, new=not forward)
    other = evidence(answer, Span(0, len(answer.text)), new=forward)
    if forward:
        message = f"{before} says “{quote}”; the sentence that answers to it in {after} does not."
    else:
        message = f"{after} adds “{quote}” to what {before} said there."
    return finding(
        seen.comparison, "C306" if forward else "C307", message,
        own if forward else other, other if forward else own,
        magnitude=0.5, certainty=0.8 - held / 2, measure=" ".join(sorted(claim.words)[:6]),
    )  # fmt: skip
