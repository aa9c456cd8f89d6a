"""C305: two statements on one plan or deed in, whether it was carried further out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tracediff.detect.seen import WORD, Seen, Stated
from tracediff.detect.statements import Match, Statement
from tracediff.lexicon.propositions import PENDING
from tracediff.model import Comparison, Finding, Link, Span
from tracediff.settings import Detecting
from tracediff.syntax.chains import Progress
from tracediff.text.words import root


def gone_further(seen: Seen) -> Iterator[Finding]:
    """C305: what was done to somebody or something was brought a step further."""
    if not seen.match.stepped or seen.old.conditional or seen.new.conditional:
        return
    if min(seen.old.certainty, seen.new.certainty) < 1.0 or seen.old.speaker != seen.new.speaker:
        return
    words = seen.match.old.quote(seen.old.verb), seen.match.new.quote(seen.new.verb)
    said = f"“{words[0]}” became “{words[1]}”, a step further"
    yield seen.finding("C305", said, seen.ats, words, seen.settings.sizes["C305"])


def progress_moved(seen: Seen) -> Iterator[Finding]:
    """C305: what was planned or pending is so, or the reverse."""
    old, new = seen.old, seen.new
    if old.progress is new.progress or seen.match.opposite or seen.like < seen.settings.like_clause:
        return
    if old.conditional or new.conditional or old.content or new.content:
        return
    if min(old.certainty, new.certainty) < 1.0:
        return
    if old.reported != new.reported or (old.duty or 0) > 0.25 or (new.duty or 0) > 0.25:
        return
    forward = new.progress > old.progress
    if old.denied or new.denied:
        said = (
            "what was planned is said not to be so" if forward else "what was denied is now planned"
        )
    elif Progress.PENDING in (old.progress, new.progress):
        said = "what was pending is done" if forward else "what was done is still to be done"
    else:
        said = "a plan is now stated as fact" if forward else "a fact is now only a plan"
    word = seen.match.old.quote(old.verb) if forward else seen.match.new.quote(new.verb)
    yield seen.finding("C305", said, seen.ats, (word,), seen.settings.sizes["C305"])


def pending_done(
    comparison: Comparison,
    link: Link,
    stated: Stated,
    settings: Detecting,
) -> Iterator[Finding]:
    """C305: "the launch of the hotline remained pending", "the board launched the hotline"."""
    editions = comparison.old.edition, comparison.new.edition
    for side, indexes in ((0, link.old), (1, link.new)):
        sentences = [editions[side].sentences[i] for i in indexes]
        for sentence in sentences:
            words = [root(w) for w in WORD.findall(sentence.text)]
            waiting = next((w for w in WORD.findall(sentence.text) if root(w) in PENDING), None)
            texts = " ".join(s.sentence.text for s in stated[1 - side])
            if waiting is None or root(waiting) in map(root, WORD.findall(texts)):
                continue  # "was awaiting a vote", "awaited a vote"
            for other in stated[1 - side]:
                says = other.says
                rest = says.words - {says.predicate}
                done = says.progress is Progress.SO and not says.denied and says.finite
                if not done or says.predicate not in words or len(rest) < 2:
                    continue
                if 2 * len(rest & {*words}) < len(rest):
                    continue
                whole = Span(0, len(sentence.text))
                at = sentence.text.casefold().find(waiting.casefold())
                own = replace(
                    says, at=whole, verb=Span(at, at + len(waiting)), words=frozenset(words)
                )
                pair = (Statement(sentence, own), other)
                old, new = pair if side == 0 else pair[::-1]
                seen = Seen(
                    comparison, link, Match(old, new, settings.same_matter), stated, settings
                )
                said = "what was pending is done" if side == 0 else "what was done is pending"
                yield seen.finding("C305", said, seen.ats, (waiting,), settings.sizes["C305"])
                return
