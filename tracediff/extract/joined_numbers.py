"""A number in, whether it is part of a word, a code or a ratio that a sign ties it to."""

from __future__ import annotations

import re
from typing import Final

from tracediff.extract.nouns import noun_phrase
from tracediff.lexicon.money import CODES
from tracediff.lexicon.numbers import MONEY_SUFFIXES, SCALES
from tracediff.lexicon.units import GLUED, MEASURES, POINTS
from tracediff.text.tokens import Tokens

_ORDINAL: Final[frozenset[str]] = frozenset({"st", "nd", "rd", "th", "s", "ers"})
_PREFIXES: Final[frozenset[str]] = frozenset("minus negative sub pre post mid non nearly".split())


def is_joined(t: Tokens, i: int, stop: int) -> bool:
    """Whether letters, marks or further digits stick to the number: G1, COVID-19, 4:39, 2nd."""
    if t.glued(i) and (ahead := _joined_before(t, i)) is not None:
        return ahead
    if i > 1 and t.text[i - 2 : i] == [")", "("] and t.glued(i - 1):
        return True  # 501(c)(3)
    if t.glued(stop) and t.text[stop] == "(" and t.text[stop + 2 : stop + 3] == [")"]:
        lettered = len(t.text[stop + 1]) == 1 and t.text[stop + 1].isalpha()
        if lettered and t.glued(stop + 1) and t.glued(stop + 2):
            return True  # section 12(b)
    if stop > i + 1 and t.text[i + 1] == "G" and len(t.text[i]) == 1:
        return True  # 5G
    return t.glued(stop) and _joined_behind(t, stop)


def _joined_before(t: Tokens, i: int) -> bool | None:
    """Whether what is glued to the front of a number makes it a name, None if it does not say."""
    before, kind = t.text[i - 1], t.kind[i - 1]
    if kind == "n" or before == "%":
        return True  # "Annual%20report"
    if t.text[i][0] == "." and before in _CLOSING:
        return True  # the mark of a note behind a full stop: "of pupils).23 The"
    if kind == "w":
        return t.low[i - 1] not in _PREFIXES and before not in CODES
    if before == "-" and not t.glued(i - 1) and t.capital(i - 2):
        return True  # COVID -19
    if before in "-‑" and t.glued(i - 1):
        return _hyphened(t, i)
    marked = before in ":/#_.*@" and (before == "#" or t.glued(i - 1))
    return True if marked or before in "’'" else None


_CLOSING: Final[frozenset[str]] = frozenset(")]}*’'\"”")


def _hyphened(t: Tokens, i: int) -> bool:
    """Whether a hyphen behind a word or number makes a number a name."""
    word = t.low[i - 2] if i > 1 else ""
    if word in MONEY_SUFFIXES and i > 2 and t.kind[i - 3] == "n":
        return False  # 5k-20k
    if word in ("pre", "post") and len(t.text[i]) == 4:
        return True  # pre-2019 levels
    if t.kind[i - 2] == "n" and (_of_a_code(t, i) or _between_hyphens(t, i)):
        return True
    if t.kind[i - 2] == "n" and t.text[i - 3] == "-" and t.glued(i - 2) and i > 3:
        return t.kind[i - 4] == "n"  # 555-12-3456
    return t.kind[i - 2] in "w" and word not in _PREFIXES and word not in MEASURES


def _of_a_code(t: Tokens, i: int) -> bool:
    """Whether the number before a hyphen makes one behind it a piece of a code, an hour or a line
    to call: "2019-201", "07-12", "AY24-25", "(555) 396-5733"."""
    first, text, head = t.text[i - 2], t.text[i], i - 3
    if t.glued(i - 2) and head >= 0:
        lettered = t.kind[head] == "w" and t.text[head] not in CODES
        if lettered or t.text[head] == "_":
            return True
    if not (first.isdigit() and text.isdigit()):
        return first[0] == "0" and bool(_HOUR.fullmatch(first) and _HOUR.fullmatch(text))
    called = len(first) == 3 and len(text) == 4 and head > 0
    if called and t.text[head] == ")" and len(t.text[head - 1]) == 3:
        return t.text[head - 1].isdigit()
    dated = len(first) == 4 and first[:2] in ("19", "20") and len(text) < 4
    return dated or (len(first) > 1 and first[0] == "0")


def _joined_behind(t: Tokens, stop: int) -> bool:
    """Whether what is glued to the end of a number makes it a name: 2nd, 555-12, 4:39."""
    after, kind = t.text[stop], t.kind[stop]
    if after == "C" and "." in t.text[stop - 1]:
        return False  # "2.6C above average"
    if kind == "w":
        if (t.glued(stop + 1) and t.kind[stop + 1] == "n" and after in GLUED) or _DAY.match(after):
            return after not in ("m",)  # "2019W43", "25thSeptember"; "40 m2"
        known = (MEASURES, GLUED, POINTS, CODES, MONEY_SUFFIXES, SCALES)
        unit = any(after in names for names in known)
        many = len(after) > 3 and noun_phrase(t, stop).plural  # "12persons", not "7digital"
        return after.split("-")[0] in _ORDINAL or not (unit or many)
    if kind == "n" or after in "’'":
        return True
    if after == "." and t.glued(stop + 1) and t.kind[stop + 1] in "wx":
        return t.text[stop + 1].islower()  # the end of a file's name: "24-25.docx"
    if after == "/" and "." in t.text[stop - 1] and t.text[stop + 1] in ("5", "10", "100"):
        return False  # a mark: "4.5/5"
    if after in ":/_@" and t.glued(stop + 1) and t.kind[stop + 1] == "n":
        return not to_one(t, stop)
    if after == "-" and t.glued(stop + 1) and t.kind[stop + 1] == "n":
        if t.kind[stop - 1] == "n" and _of_a_code(t, stop + 1):
            return True
        return t.text[stop + 2] in ("-", "/") and t.glued(stop + 2) and t.kind[stop + 3] == "n"
    return False


_HOUR: Final = re.compile(r"\d\d\.[0-5]\d")  # "08.30-16.15"


def _between_hyphens(t: Tokens, i: int) -> bool:
    """Whether a hyphen and digits follow, as they stand before: the 551 of "402-551-3733"."""
    behind = t.text[i + 1] in ("-", "‑") and t.glued(i + 1) and t.glued(i + 2)
    return behind and t.kind[i + 2] == "n"


_DAY: Final = re.compile(r"(?:st|nd|rd|th)(?=[A-Z])")


def to_one(t: Tokens, stop: int) -> bool:
    """Whether ":1" closes a ratio behind a number: "a ratio of 19:1", "agree (14:1)"."""
    one = t.text[stop : stop + 2] == [":", "1"] and t.glued(stop) and t.glued(stop + 1)
    if not one or (t.glued(stop + 2) and t.text[stop + 2] in (":", "-", "/")):
        return False
    opened, closed = t.text[max(0, stop - _RATIO) : stop], t.text[stop + 2 : stop + 2 + _RATIO]
    return any(word in ("ratio", "ratios") for word in t.low) or ("(" in opened and ")" in closed)


_RATIO: Final[int] = 6  # tokens on either side of one of two ratios in brackets: "(9:1 → 11:1)"
