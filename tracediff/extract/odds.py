"""Numbers on a scale: tokens in; odds, scores and marks such as "2 out of 5" told apart out."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from tracediff.extract.nouns import noun_phrase
from tracediff.extract.numbers import Number, decimal, read_number
from tracediff.lexicon.numbers import UNITS
from tracediff.text.tokens import Tokens


def is_side_of_score(t: Tokens, number: Number, stop: int) -> bool:
    """Whether it is a side of a score: 2-0, 89-89."""
    for mark, other, end in (
        (stop, stop + 1, stop),
        (number.first - 1, number.first - 2, number.first - 1),
    ):
        if (
            mark < 1
            or t.text[mark] not in ("-", "–")
            or t.kind[other] != "n"
            or len(t.text[other]) > 3
        ):
            continue
        if t.glued(end) and t.glued(end + 1):
            low, high = (
                decimal(t.text[at]) if t.kind[at] == "n" else 0
                for at in sorted((other, number.first))
            )
            return low >= high
    return False


def is_end_of_scale(t: Tokens, number: Number) -> bool:
    """Whether it is the end of a scale, "83 out of 100", or of a ratio, "a ratio of 21 to 1"."""
    i = number.first
    if t.low[max(0, i - 2) : i] == ["out", "of"]:
        marked = decimal(t.text[i - 3]) if i > 2 and t.kind[i - 3] == "n" else None
        if marked is None and i > 2:
            marked = Decimal(UNITS[t.low[i - 3]]) if t.low[i - 3] in UNITS else None
        ends = number.value in (5, 10, 100) and marked is not None and marked <= number.value
    else:
        ends = number.value == 1 and t.low[i - 1] == "to" and i > 0
        ends = ends and "ratio" in " ".join(t.low[max(0, i - 8) : i])
    return ends and noun_phrase(t, number.stop).empty


def read_odds(t: Tokens, number: Number) -> Number | None:
    """Read "one in four", "two out of three" as the share that they are."""
    i = number.stop
    out = t.low[i] == "out" and t.low[i + 1] == "of"
    if out and is_mark_on_scale(t, number):
        return None
    single = number.value == 1 and t.low[number.first] != "a"
    at = i + 2 if out else i + 1
    every = t.low[at] == "every"
    of_every = single and every and t.low[i] in ("in", "of")
    if not out and not of_every and not (t.low[i] == "in" and (single or _in_ten(t, number))):
        return None
    whole = read_number(t, at + every)
    if whole is not None and every and whole.value > _SMALL_WHOLE:
        return None  # "1 in every 185 people" is a rate
    if whole is None or whole.value <= number.value or number.fraction or whole.fraction:
        return None
    if whole.value > (1000 if number.value == 1 else 10):
        return None  # "95 out of 309 positions" are two counts
    return Number(number.first, whole.stop, number.value / whole.value, number.digits, True)


_SMALL_WHOLE: Final = 100  # of which one is a percentage of one or more


def is_mark_on_scale(t: Tokens, number: Number) -> bool:
    """Whether it is a mark on a scale, not a share of things: "2.37 out of 5", "rated 4 out of
    5", "a score of 7 out of 10"."""
    if number.value != number.value.to_integral_value():
        return not number.fraction  # nobody counts parts of a thing
    at = number.first - 1
    while at > 0 and t.low[at] in _OF_A_SCORE:
        at -= 1
    if at >= 0 and t.low[at] in _SCORES:
        return True
    while at > 0 and t.tags[at] in _OBJECT:
        at -= 1  # "rated the harbour four out of five"
    return at >= 0 and t.low[at] in _RATING


_OBJECT: Final[frozenset[str]] = frozenset("DT JJ NN NNS NNP PRP PRP$".split())
_RATING: Final[frozenset[str]] = frozenset("rate rates rated score scored mark marked".split())


_OF_A_SCORE: Final[frozenset[str]] = frozenset(
    "of a an at only just about nearly almost over under is was were are it them".split()
)
_SCORES: Final[frozenset[str]] = frozenset(
    "score scores scored scoring rating ratings rated mark marks marked graded grade".split()
)


_BEFORE_ODDS: Final[frozenset[str]] = frozenset("some about nearly almost that than".split())


def _in_ten(t: Tokens, number: Number) -> bool:
    """Whether "nine in ten", "two in five" is a share: in words, of a round whole, in front."""
    opens = number.first == 0 or t.text[number.first - 1] in (",", "(", ";", ":")
    opens = opens or t.low[number.first - 1] in _BEFORE_ODDS
    return (
        opens and not number.digits and t.low[number.stop + 1] in ("three", "four", "five", "ten")
    )
