"""C308 and C309: who says so, and the level that is awarded."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracediff.detect.couples import Couple, Pair
from tracediff.detect.wording import evidence, finding, names, spoken
from tracediff.lexicon.calendar import MONTHS
from tracediff.lexicon.clauses import LIGHT_WORDS
from tracediff.model import Claim, Comparison, Cue, CueKind, Finding, Reading
from tracediff.settings import Detecting
from tracediff.text.words import FUNCTION_WORDS, root, tokens


def source_changed(couple: Couple, settings: Detecting) -> Iterator[Finding]:
    """C308: the same is said on another's word."""
    for pair in couple.pairs:
        old, new = _named(pair.old.source), _named(pair.new.source)
        if not old or not new:
            continue
        old_words, new_words = _content(old), _content(new)
        if _abbreviates(old, new) or _abbreviates(new, old):
            continue
        if old_words & new_words or not old_words or not new_words:
            continue
        rest = pair.old.words - old_words, pair.new.words - new_words
        shared = len(rest[0] & rest[1])
        if shared < max(3, settings.same_target * min(len(rest[0]), len(rest[1]))):
            continue
        yield spoken(
            couple, "C308", pair, (pair.old.at, pair.new.at),
            f"it is said by {new}, no longer by {old}", (old, new), settings.sizes["C308"],
        )  # fmt: skip
        return


_WHEN = re.compile(
    rf"^(?:as of|in|on|by|during|since) (?:(?:early|late|mid) )?(?:{'|'.join(MONTHS)})"
    r"(?: \d{1,2})?,?(?: (?:19|20)\d\d)?,? |^(?:in|during|by) (?:19|20)\d\d,? |^during the year,? ",
    re.IGNORECASE,
)


def _named(source: str | None) -> str | None:
    """Who says so, without when: "as of May the board" is the board."""
    return _WHEN.sub("", source) if source else None


def _abbreviates(short: str, full: str) -> bool:
    """Whether one source stands for the other in capitals: "HCN", "the Harbour Crews' Network"."""
    initials = "".join(word[0] for word in full.split() if word[0].isupper())
    capitals = (word for word in short.split() if word.isupper() and len(word) > 2)
    return any(word in initials for word in capitals)


def rating_changed(couple: Couple, settings: Detecting) -> Iterator[Finding]:
    """C309: a level named in two linked sentences is another one."""
    for old, new in ((a, b) for a in couple.old for b in couple.new):
        for a, b in ((a, b) for a in old.of(CueKind.RATING) for b in new.of(CueKind.RATING)):
            if a.scale == b.scale and a.value != b.value:
                moved = "a higher" if b.value > a.value else "a lower"
                yield spoken(
                    couple, "C309", Pair(old, new, couple.link.similarity), (a.at, b.at),
                    f"“{a.text}” became “{b.text}”, {moved} level", (a.text, b.text),
                    settings.sizes["C309"],
                )  # fmt: skip
                return


def overall_rating_changed(comparison: Comparison, settings: Detecting) -> Iterator[Finding]:
    """C309: the one level that an edition awards throughout is another one than before."""
    before, after = _only_ratings(comparison.old), _only_ratings(comparison.new)
    old_name, new_name = names(comparison)
    for scale in sorted(before.keys() & after.keys()):
        (a_claim, a), (b_claim, b) = before[scale], after[scale]
        if a.value == b.value:
            continue
        moved = "higher" if b.value > a.value else "lower"
        old = comparison.old.edition.sentences[a_claim.sentence]
        new = comparison.new.edition.sentences[b_claim.sentence]
        yield finding(
            comparison, "C309",
            f"the level is “{a.text}” in {old_name} and “{b.text}” in {new_name}, {moved}.",
            evidence(old, a.at, new=False), evidence(new, b.at, new=True),
            magnitude=settings.sizes["C309"], certainty=settings.sure["C309"],
            values=(a.text, b.text), measure=scale,
        )  # fmt: skip


def _only_ratings(reading: Reading) -> dict[str, tuple[Claim, Cue]]:
    """The first mention of each scale on which an edition names one level only."""
    first: dict[str, tuple[Claim, Cue]] = {}
    mixed: set[str] = set()
    for claim in reading.claims:
        for cue in claim.of(CueKind.RATING):
            held = first.setdefault(cue.scale, (claim, cue))
            if held[1].value != cue.value:
                mixed.add(cue.scale)
    return {scale: held for scale, held in first.items() if scale not in mixed}


def _content(source: str) -> frozenset[str]:
    """The roots of the words that name a source."""
    return frozenset(
        root(token.text)
        for token in tokens(source)
        if token.text[0].isalpha()
        and token.text.casefold() not in FUNCTION_WORDS
        and token.text.casefold() not in LIGHT_WORDS
    )
