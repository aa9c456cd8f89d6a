"""Tokens in, numbers out: digits, words, fractions and mixtures of them, with their values."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple

from tracediff.extract.nouns import noun_phrase
from tracediff.lexicon.cues import BOUNDS
from tracediff.lexicon.money import CODES, MONEY, SIGNS
from tracediff.lexicon.numbers import (
    DENOMINATORS,
    PLURAL_SCALES,
    SCALES,
    SUFFIXES,
    TENS,
    UNITS,
    VULGAR,
)
from tracediff.text.tokens import Tokens

_WORDS: Final[dict[str, int]] = UNITS | TENS
_MULTIPLIERS: Final[dict[str, int]] = SCALES | PLURAL_SCALES
_WORDED: Final[frozenset[str]] = frozenset(_WORDS) | {"hundred", "thousand", "half", "quarter"}
OPENERS: Final[frozenset[str]] = _WORDED | {"a", "an"}  # words that a number can open with
_LONGEST: Final[int] = 24  # tokens; the longest number words met have half as many


_THOUSANDS: Final[re.Pattern[str]] = re.compile(r"[1-9]\d{0,2}\.000")


class Number(NamedTuple):
    """A number that stands in the tokens ``first`` to before ``stop``.

    ``digits`` says that it is written in digits, ``fraction`` that it is a part of one ("two
    thirds"), ``scale`` which scale word closes it (1 where none does).
    """

    first: int
    stop: int
    value: Decimal
    digits: bool = False
    fraction: bool = False
    scale: int = 1


def read_number(t: Tokens, i: int) -> Number | None:
    """The number that starts at token ``i``, or none."""
    kind = t.kind[i]
    if kind == "n":
        return _digits(t, i)
    if kind == "v":
        return _scaled(t, i, i + 1, VULGAR[t.text[i]], True)
    if t.text[i] == "(":
        return _bracketed(t, i)
    if kind != "w":
        return None
    word = t.low[i]
    if word in _WORDED:
        return _worded(t, i)
    if word in ("a", "an") and t.kind[i + 1] == "w":
        return _after_article(t, i)
    return None


# --- digits -----------------------------------------------------------------------------------


def decimal(text: str) -> Decimal:
    """The value of a number in digits, whichever way its thousands are set off.

    Raises ``decimal.InvalidOperation`` where it is none ("12.5.19"); a token of digits always is.
    """
    plain = text.replace(" ", "").replace("\u00a0", "").replace("\u202f", "")
    if "," in plain and "." in plain and plain.rfind(",") > plain.rfind("."):
        plain = plain.replace(".", "").replace(",", ".")
    return Decimal(plain.replace(",", ""))


def _digits(t: Tokens, i: int) -> Number:
    value = decimal(t.text[i])
    stop, fraction = i + 1, False
    if _THOUSANDS.fullmatch(t.text[i]) and noun_phrase(t, stop).plural:
        return Number(i, stop, value * 1000 // 1, True)  # "18.000 people": not thousandths
    if t.text[i + 1] in ("/", "⁄") and t.kind[i + 2] == "n" and t.glued(i + 1) and t.glued(i + 2):
        below = decimal(t.text[i + 2])
        whole = t.text[i + 3] in ("/", "⁄") and t.glued(i + 3)
        plain = t.text[i].isdigit() and t.text[i + 2].isdigit()  # 7.9/10 is a mark, not a fraction
        if below and plain and not whole and value < below <= 1000:
            large = _scaled(t, i, i + 3, value / below, False)
            scaled = large.stop > i + 3  # "1/2 million visits" are no share
            return large if scaled else Number(i, i + 3, value / below, True, True)
    elif t.kind[i + 1] == "v":
        return _scaled(t, i, i + 2, value + VULGAR[t.text[i + 1]], False)
    elif t.kind[i + 1] == "n" and t.text[i + 2] == "/" and t.glued(i + 2) and t.kind[i + 3] == "n":
        above, below = decimal(t.text[i + 1]), decimal(t.text[i + 3])
        if above and below and above < below <= 64:
            return Number(i, i + 4, value + above / below, True)
    if t.low[i + 1] in ("×", "x") and t.text[i + 2] == "10":
        return _power(t, i, value)
    return _scaled(t, i, stop, value, fraction)


def _bracketed(t: Tokens, i: int) -> Number | None:
    """A negative number as accounts print it, in brackets of its own: "$(1,200) thousand".

    A currency before the brackets, or a scale, a currency or a percent sign behind them, tells it
    from the number of a source or a year.
    """
    alone = t.kind[i + 1] == "n" and t.text[i + 2] == ")" and t.glued(i + 1) and t.glued(i + 2)
    if not alone:
        return None
    before, after = t.text[i - 1] if i else "", t.text[i + 3]
    cash = (i and t.kind[i - 1] == "s") or (len(before) == 3 and before in CODES)
    told = after in CODES or after in SIGNS or t.low[i + 3] in MONEY
    percent = after == "%" and t.glued(i + 3)
    if not (cash or told or percent or t.low[i + 3] in _MULTIPLIERS):
        return None
    number = _scaled(t, i, i + 3, decimal(t.text[i + 1]), False)
    return number._replace(value=-number.value)


def _power(t: Tokens, i: int, value: Decimal) -> Number:
    """Read "1.3x10^6" and "1.99×10−30"."""
    at = i + 3 + (t.text[i + 3] == "^")
    sign = -1 if t.text[at] in ("-", "−") else 1
    at += sign < 0
    power = t.text[at]
    if t.kind[at] != "n" or not power.isdigit() or len(power) > 3 or not t.glued(at):
        return Number(i, i + 1, value, True)
    return Number(i, at + 1, value.scaleb(sign * int(power)), True)


def _scaled(t: Tokens, i: int, stop: int, value: Decimal, fraction: bool) -> Number:
    """Take in the scale words behind a number in digits ("11.3 million", "4 hundred million")."""
    scale, total, last = 1, Decimal(0), 10**18
    while (step := _multiplier(t, stop)) and stop - i < _LONGEST:
        value, scale, stop = value * step, scale * step, stop + 1
    if scale == 1:
        return Number(i, stop, value, True, fraction, scale)
    total, last = value, scale
    while stop - i < _LONGEST:  # "4 thousand 3 hundred and 21"
        at = stop + 1 if t.low[stop] == "and" else stop
        more = _digits_below(t, at, last)
        if more is None:
            break
        total, stop, last = total + more.value, more.stop, more.scale
    number = Number(i, stop, total, True, False, scale)
    if scale >= 1000 and t.low[stop] == "and" and t.low[stop + 1] in ("a", "one", "two", "three"):
        return _mixed(t, number, stop + 1)
    return number


def _multiplier(t: Tokens, i: int) -> int:
    if t.kind[i] != "w":
        return 0
    if t.glued(i):
        return SUFFIXES.get(t.text[i], 0) if t.kind[i - 1] == "n" and not _more(t, i) else 0
    if t.text[i] in ("bn", "mn") and t.kind[i - 1] == "n":
        return SUFFIXES[t.text[i]]
    if t.text[i] in ("k", "M", "G") and t.kind[i - 1] == "n" and t.kind[i + 1] not in "wn":
        return SUFFIXES[t.text[i]]
    return _MULTIPLIERS.get(t.low[i], 0)


def _more(t: Tokens, i: int) -> bool:
    """Whether something is glued behind token ``i``, so that it is no suffix but part of a name."""
    return t.glued(i + 1) and t.kind[i + 1] == "n"


def _digits_below(t: Tokens, i: int, limit: int) -> Number | None:
    if t.kind[i] != "n":
        return None
    more = decimal(t.text[i])
    step = _multiplier(t, i + 1)
    if t.low[i - 1] != "and" and not step:
        return None
    if "." in t.text[i] or limit < 100 or (step or 1) >= limit:
        return None
    value = more * (step or 1)
    return (
        Number(i, i + (2 if step else 1), value, True, False, step or 1) if value < limit else None
    )


# --- words ------------------------------------------------------------------------------------


def _after_article(t: Tokens, i: int) -> Number | None:
    """A number that an article opens: a million, a dozen, a half, a third of, a quarter of."""
    word = t.low[i + 1]
    if word in SCALES and word not in ("mil", "mln", "bln", "tln"):
        return _worded(t, i)
    if word == "half" and t.low[i + 2 + (t.text[i + 2] == "-")] in SCALES:
        return _worded(t, i + 1, first=i)
    if word == "half" and not t.kind[i + 2]:
        return Number(i, i + 2, Decimal(1) / 2, False, True)
    told = t.low[i + 2] in ("of", "were", "was", "had", "came", "have")
    bounded = (t.low[i - 1],) in BOUNDS or tuple(t.low[i - 2 : i]) in BOUNDS
    by = i > 0 and t.low[i - 1] == "by" and t.low[i + 2] in ("", ".", ",", ";", "to", "from", "in")
    if ((told and bounded) or by) and word in DENOMINATORS and t.low[i + 2] != "of":
        return Number(i, i + 2, Decimal(1) / DENOMINATORS[word], False, True)
    if word in DENOMINATORS and t.low[_behind_bracket(t, i + 2)] == "of" != t.low[i + 2]:
        return Number(i, i + 2, Decimal(1) / DENOMINATORS[word], False, True)
    if word in DENOMINATORS and (t.low[i + 2] == "of" or word in ("half", "quarter")):
        if step := _of_a_scale(t, i + 2):
            return Number(i, i + 5, Decimal(step) / DENOMINATORS[word], False, False, step)
        scaled = SCALES.get(t.low[i + 2], 0)
        value = Decimal(scaled or 1) / DENOMINATORS[word]
        if word in ("half", "quarter") and t.low[i + 2] not in ("of", "million", "billion"):
            return None
        return Number(i, i + 2 + bool(scaled), value, False, not scaled, scaled or 1)
    return None


def _behind_bracket(t: Tokens, i: int) -> int:
    """The token behind the bracket that token ``i`` opens, of "a third (12 of 36) of farms"."""
    if t.text[i] != "(":
        return i
    closed = (at for at in range(i, min(i + _LONGEST, t.size)) if t.text[at] == ")")
    return next(closed, i) + 1


def _of_a_scale(t: Tokens, i: int) -> int:
    """The million of "a quarter of a million", "three quarters of a million", or 0."""
    step = SCALES.get(t.low[i + 2], 0) if t.low[i : i + 2] == ["of", "a"] else 0
    return step if step >= 1000 else 0


def _worded(t: Tokens, i: int, first: int | None = None) -> Number | None:
    """Read number words from token ``i`` on: hundreds, tens, units, scales, a fraction behind."""
    at = i + 1 if t.low[i] in ("a", "an") else i
    begin = i if first is None else first
    if t.low[at] in ("half", "quarter"):
        return _part_of_scale(t, begin, at)
    total, current, stop, scale, last = Decimal(0), Decimal(0), at, 1, 10**18
    room = 1000  # what may still be added below this
    while stop - i < _LONGEST:
        here = _skip_joint(t, stop, room, stop > at)
        word = t.low[here] if t.kind[here] in "wn" else ""
        if word in _WORDS and _fits(_WORDS[word], room):
            current += _WORDS[word]
            room = 10 if _WORDS[word] >= 20 else 1
        elif t.kind[here] == "n" and here > at and t.low[here - 1] == "and" and room > 10:
            more = decimal(word)
            if more >= 100 or "." in word:
                break
            current, room = current + more, 1
        elif word == "hundred" and current < 100:
            current = (current or Decimal(1)) * 100
            room = 100
        elif word in SCALES or (word in PLURAL_SCALES and stop > at):
            step = _MULTIPLIERS[word]
            if step >= last or (word in PLURAL_SCALES and not (current or total)):
                if not (step > last and current == 0 and total):
                    break
                total *= step
            else:
                total, current = total + (current or 1) * step, Decimal(0)
            scale, last, room = max(scale, step), min(last, step), 1000
        else:
            break
        stop = here + 1
    return _fraction(t, Number(begin, stop, total + current, False, False, scale), begin)


def _skip_joint(t: Tokens, i: int, room: int, inside: bool) -> int:
    """Step over the "and" of "two hundred and five" and the hyphen of "twenty-two"."""
    if not inside:
        return i
    if t.text[i] == "-" and (t.low[i + 1] in _WORDS or t.low[i + 1] in SCALES):
        return i + 1  # "twenty-two", "two-dozen"
    following = t.low[i + 1] in _WORDS or t.kind[i + 1] == "n"
    if _divides(t.low[i + 2]) or t.low[i + 2] == "dozens":
        return i  # "one hundred and three quarters"
    if t.low[i] == "and" and room >= 100 and following:
        return i + 1
    return i


def _divides(word: str) -> bool:
    return word in DENOMINATORS or word.removesuffix("s") in DENOMINATORS


def _fits(value: int, room: int) -> bool:
    return value < room


def _part_of_scale(t: Tokens, begin: int, at: int) -> Number | None:
    """Read "half a million", "quarter million", "half a dozen", "half of the", "half the"."""
    share = Decimal(1) / DENOMINATORS[t.low[at]]
    following = at + 2 if t.low[at + 1] in ("a", "an", "-") else at + 1
    if t.low[following] == "a-dozen":
        return Number(begin, following + 1, share * 12, False, False, 12)
    if t.low[following] in SCALES and t.low[following] != "hundred":
        step = SCALES[t.low[following]]
        return Number(begin, following + 1, share * step, False, False, step)
    whole = t.low[at + 1] in ("of", "the", "its", "their") and t.low[at + 2] != "time"
    whole = whole or t.low[_behind_bracket(t, at + 1)] == "of"
    if t.low[at] == "half" and (whole or (at and t.low[at - 1] == "than")):
        return Number(begin, at + 1, share, False, True)
    return None


def _fraction(t: Tokens, number: Number, begin: int) -> Number:
    """Take in what stands behind number words: a denominator, a decimal part, "and a half"."""
    stop = number.stop
    if t.text[stop] == "-" and t.low[stop + 1] in _AND_A_PART:
        return _hyphened_part(t, number, stop + 1)
    hyphen = stop + 1 if t.text[stop] == "-" and t.kind[stop + 1] == "w" else stop
    word = t.low[hyphen]
    single = word in DENOMINATORS
    if single or word[:-1] in DENOMINATORS:
        below = DENOMINATORS[word if single else word[:-1]]
        part = number.value == 1 if single else number.value >= 1
        after = t.low[hyphen + 1]
        apart = single and below != 2 and hyphen == stop and after not in _PARTED
        if part and not apart and number.scale == 1:
            if step := _of_a_scale(t, hyphen + 1):
                return Number(begin, hyphen + 4, number.value * step / below, False, False, step)
            scaled = SCALES.get(after, 0)
            value = number.value * (scaled or 1) / below
            return Number(begin, hyphen + 1 + bool(scaled), value, False, not scaled, scaled or 1)
    if word == "point" and t.low[stop + 1] in _WORDS:
        return _decimal_words(t, number, stop + 1)
    if word == "and" and t.low[stop + 1] in ("a", "one", "three", "two"):
        return _mixed(t, number, stop + 1)
    return number


_AND_A_PART: Final[dict[str, Decimal]] = {
    "and-a-half": Decimal("0.5"),
    "and-a-quarter": Decimal("0.25"),
    "and-a-third": Decimal(1) / 3,
    "and-three-quarters": Decimal("0.75"),
}


def _hyphened_part(t: Tokens, number: Number, at: int) -> Number:
    """Read "one-and-a-half" and the scale behind it."""
    scale = SCALES.get(t.low[at + 1], 1) if number.scale == 1 else 1
    part = _AND_A_PART[t.low[at]] * number.scale
    value = (number.value + part) * scale
    stop = at + 1 + (scale > 1)
    return Number(number.first, stop, value, number.digits, False, max(scale, number.scale))


_PARTED: Final[frozenset[str]] = frozenset(
    "of below above less more lower higher smaller larger fewer".split()
) | {""}


def _decimal_words(t: Tokens, number: Number, at: int) -> Number:
    """Read the words behind "point": zero three, seventy-one."""
    text, stop = "", at
    while t.low[stop] in _WORDS and len(text) < 12:
        text += str(_WORDS[t.low[stop]])
        stop += 1
        if text.endswith("0") and text != "0" and t.text[stop] == "-" and t.low[stop + 1] in UNITS:
            text = text[:-1] + str(UNITS[t.low[stop + 1]])
            stop += 2
    return Number(number.first, stop, number.value + Decimal("0." + text))


def _mixed(t: Tokens, number: Number, at: int) -> Number:
    """Read the fraction of "two and a half", "one million and a half"."""
    above = 1 if t.low[at] in ("a", "one") else _WORDS[t.low[at]]
    word = t.low[at + 1]
    below = DENOMINATORS.get(word) or DENOMINATORS.get(word.removesuffix("s"))
    if not below or above >= below or (below > 4 and t.low[at] == "a"):
        return number
    step = number.scale if number.scale >= 1000 else 1
    value = number.value + Decimal(above * step) / below
    stop = at + 2
    after = SCALES.get(t.low[stop], 0)
    if 1000 <= after < step:  # "one billion and a half million"
        value = number.value + Decimal(above * after) / below
        return Number(number.first, stop + 1, value, number.digits, False, number.scale)
    if after >= 1000 and step == 1:
        return Number(number.first, stop + 1, value * after, number.digits, False, after)
    return Number(number.first, stop, value, number.digits, False, number.scale)
