"""C301 for the course of a matter: worse on one side, better or as it was on the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tracediff.detect.couples import Couple, Pair
from tracediff.detect.wording import spoken
from tracediff.model import Claim, Comparison, Edition, Finding, Link
from tracediff.settings import Detecting
from tracediff.syntax import parse
from tracediff.syntax.courses import Course, courses
from tracediff.text.vocabulary import vocabulary

_SHARED: Final = 0.6  # of the words of the longer matter

Placed = tuple[int, Course]


def course_changed(comparison: Comparison, link: Link, settings: Detecting) -> Iterator[Finding]:
    """C301: of one matter, one side of a link says another course than the other, and neither a
    figure."""
    old = _placed(comparison.old.edition, link.old, settings)
    new = _placed(comparison.new.edition, link.new, settings)
    if old and new:
        yield from _differing(comparison, link, old, new, settings)


def _placed(edition: Edition, indexes: tuple[int, ...], settings: Detecting) -> list[Placed]:
    known = vocabulary(settings.words)
    texts = ((i, edition.sentences[i].text) for i in indexes)
    return [(i, one) for i, text in texts for one in courses(parse(text, known))]


def _differing(
    comparison: Comparison, link: Link, old: list[Placed], new: list[Placed], settings: Detecting
) -> Iterator[Finding]:
    for at, before in old:
        like = [(there, after) for there, after in new if _shared(before, after) >= _SHARED]
        if not like or any(after.way == before.way for _, after in like):
            continue
        there, after = like[0]
        claims = _claim(at, before), _claim(there, after)
        couple = Couple(comparison, link, (claims[0],), (claims[1],), ())
        texts = (comparison.old.edition.sentences[at].text[slice(*before.at)],
                 comparison.new.edition.sentences[there].text[slice(*after.at)])  # fmt: skip
        said = f"“{texts[0]}” became “{texts[1]}”"
        pair = Pair(*claims, _shared(before, after))
        size = settings.sizes["C301"]
        yield spoken(couple, "C301", pair, (before.at, after.at), said, texts, size)


def _shared(one: Course, two: Course) -> float:
    return len(one.matter & two.matter) / max(len(one.matter), len(two.matter))


def _claim(sentence: int, one: Course) -> Claim:
    return Claim(sentence, one.clause, "", one.matter)
