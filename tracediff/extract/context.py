"""What a sentence takes over from those before it in its paragraph: things counted and periods."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from tracediff.extract.nouns import head_noun, noun_phrase
from tracediff.extract.periods import Mention
from tracediff.model import Fact, Period
from tracediff.text.tokens import Tokens


class Context(NamedTuple):
    """The facts of the sentence before, what it was dated by, and the dated events so far.

    ``events`` are nouns that a year was given to ("a 2019 operation"), newest last. ``leads`` says
    that the sentence before opens a list: "In 2020 it paid for:".
    """

    facts: tuple[Fact, ...] = ()
    period: Period | None = None
    events: tuple[tuple[str, Period], ...] = ()
    leads: bool = False


_CONTINUES: Final[re.Pattern[str]] = re.compile(
    r"^(?:[\"“]?(?:these|those|such|they|both|"
    r"among (?:these|those|them|the)|of (?:these|those|the|them)|"
    r"(?:this|that) (?:number|figure|total|share|amount)|"
    r"the (?:operation|figures?|survey|study|total|attacks?|incident|remaining|others?)|"
    r"the (?:latter|former)|"
    r"an additional|another \d+|additional|the same|[\w,-]+ (?:other|additional|further) |"
    r"(?:meanwhile, |in |of the |approximately |nearly |almost |about |roughly |over |more than )*"
    r"\d[\d.]* (?:percent|per cent)|"
    r"[^.;]{0,60} (?:of|in) the (?:national |overall |grand )?total)\b)",
    re.I,
)  # fmt: skip


# What the one that did what was counted before did too: "In 2020 it saw 40 boats. It fined 12."
_AGAIN: Final[re.Pattern[str]] = re.compile(
    r"^(?:it|he|she) (?!(?:is|was|has|had|will|would|may|seems|appears)\b)", re.I
)

# A share of a definite whole mostly speaks of the whole that the sentence before was about.
_SHARE: Final[re.Pattern[str]] = re.compile(
    r"\d[\d.]*(?: percent| per cent|%)"
    r"(?: of (?:the|these|those|all|them)\b|\s?[–—]|,| were\b| was\b| had\b)"
)


def sticky(t: Tokens, own: Period | None, context: Context) -> Period | None:
    """The period of a sentence without one: the edition's, unless it goes on about an event."""
    if t.low[0] in ("the", "this", "that", "these", "both"):
        for noun, period in reversed(context.events):
            if noun in t.low[1:4]:
                return period
    if (recalled := _recalled(t, context)) is not None:
        return recalled
    if context.leads and context.period:
        return context.period
    if context.period and (
        _CONTINUES.match(t.source)
        or _same_subject(t, context)
        or (context.facts and (_SHARE.search(t.source) or _AGAIN.match(t.source)))
    ):
        return context.period
    return own


def _recalled(t: Tokens, context: Context) -> Period | None:
    """The time of a figure of the sentence before that comes again with "the": "53 of the 90
    cases"."""
    for fact in context.facts:
        words = fact.quote.casefold().split()
        at = range(1, t.size - len(words))
        if fact.value is None or fact.value < _TELLING or fact.unit is not None:
            continue
        if any(t.low[i - 1] == "the" and t.low[i : i + len(words)] == words for i in at):
            return fact.period
    return None


_TELLING: Final = 10  # a smaller number may come again by chance


def _same_subject(t: Tokens, context: Context) -> bool:
    """Whether a sentence opens with the very thing that the one before counted."""
    opening = t.source[:60].casefold()
    return any(f.counted and opening.startswith(f.counted.casefold() + " ") for f in context.facts)


def dated_by(mentions: list[Mention]) -> Period | None:
    """The newest period that a sentence names on the near side of its comparisons."""
    return newest(m.period for m in mentions if not m.base)


def newest(periods: Iterable[Period | None]) -> Period | None:
    """The period that ends last."""
    known = [period for period in periods if period]
    return max(known, key=lambda period: period.end) if known else None


def dated_events(t: Tokens, mentions: list[Mention]) -> list[tuple[str, Period]]:
    """The nouns that a year describes: "a 2019 operation"."""
    found: list[tuple[str, Period]] = []
    for mention in mentions:
        if mention.adjective and mention.period:
            at = next((j for j in range(t.size) if t.start[j] >= mention.end), t.size)
            phrase = noun_phrase(t, at)
            if not phrase.empty:
                found.append((head_noun(t, phrase), mention.period))
    return found
