"""How a document writes its numbers: texts in, its style and texts with English numerals out.

"1.234,5" and "1 234,5" are read as "1,234.5" where the document as a whole writes decimals with a
comma. Every character keeps its place, so that offsets stay true.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

_SPACES: Final = "\u00a0\u2009\u202f"
# looking back from a first digit is quicker than looking back from everywhere
_COMMA: Final[re.Pattern[str]] = re.compile(  # "(9,11)" and "[3,12]" cite sources
    r"\d(?<![\d.,(\[].)(?:\d{0,2}(?:[. \u00a0\u2009\u202f'’]\d{3})+,\d{1,2}"
    r"|\d{0,5},(?:\d{1,2}|\d{4,6}))"
    r"(?![\d,]|\.\d| \d)"
)
_POINT: Final[re.Pattern[str]] = re.compile(
    r"(?<![\d.,])(?:\d{1,3}(?:,\d{3})+(?:\.\d{1,3})?|\d{1,6}\.(?:\d{1,2}|\d{4,6}))(?!\d|[.,]\d)"
)
_POINTS: Final[re.Pattern[str]] = re.compile(
    r"(?<![\d.,])\d{1,3}(?:\.\d{3}){2,6}(?:,\d{1,6})?(?!\d|[.,]\d)"
)
_CONTINENTAL: Final[re.Pattern[str]] = re.compile(
    r"(?<![\d.,])\d{1,3}(?:(?:\.\d{3})+(?:,\d{1,6})?|,\d{1,6})(?!\d|[.,]\d)|(?<![\d.,])\d{4,9},\d{1,6}"
    r"(?!\d|[.,]\d)"
)
_APOSTROPHES: Final[re.Pattern[str]] = re.compile(r"(?<![\d.,'’])\d{1,3}(?:['’]\d{3})+(?!['’]?\d)")
_SPACED: Final[re.Pattern[str]] = re.compile(
    rf"(?<![\w.,/-])(?<!\d[ {_SPACES}])\d{{1,3}}(?:[ {_SPACES}]\d{{3}})+"
    r"(?![\w/-]|[.,]\d{3}(?!\d)| \d)"
)
# without it no number is parted by spaces, which is told sooner than by looking back everywhere
_PARTED: Final[re.Pattern[str]] = re.compile(rf"\d[ {_SPACES}]\d{{3}}")
_DIGIT: Final[re.Pattern[str]] = re.compile(r"\d")
_BEFORE_A_NUMBER: Final[re.Pattern[str]] = re.compile(
    r"(?:[A-Z][a-z]+|[Nn]o\.?|\d|[Rr]oom|[Pp]age|[Hh]all|[Tt]able|[Aa]nd|[Oo]r|,)\s*\Z"
)


class Numerals(StrEnum):
    """Whether decimals follow a point, as in English, or a comma."""

    POINT = "point"
    COMMA = "comma"


def numerals_of(text: str) -> Numerals:
    """Tell how a document writes decimals: commas win only where they clearly stand for decimals.

    >>> numerals_of("The rate was 3,75 percent of 1.234,5 tonnes.")
    <Numerals.COMMA: 'comma'>
    >>> numerals_of("It sold 1,204 books at 3.75 francs.")
    <Numerals.POINT: 'point'>
    """
    comma = sum(1 for _ in _COMMA.finditer(text))
    if not comma:
        return Numerals.POINT
    point = sum(1 for _ in _POINT.finditer(text))
    return Numerals.COMMA if comma > 2 * point else Numerals.POINT


def english(text: str, style: Numerals) -> str:
    """A text with its numerals as English writes them, every character in its place.

    >>> english("1.234.567,89 francs, 1'234 boats", Numerals.POINT)
    '1,234,567.89 francs, 1,234 boats'
    >>> english("４５％", Numerals.POINT)
    '45%'
    """
    if not _DIGIT.search(text):
        return text
    if not text.isascii():
        text = text.translate(_FORMS)
    if style is Numerals.COMMA:
        text = _CONTINENTAL.sub(lambda m: m.group().translate(_SWAP), text)
    elif "." in text:
        text = _POINTS.sub(_grouped, text)
    if "'" in text or "’" in text:
        text = _APOSTROPHES.sub(lambda m: re.sub("['’]", ",", m.group()), text)
    return _SPACED.sub(_joined, text) if _PARTED.search(text) else text


# Digits and their marks in full width and in Arabic script, one character for one.
_FORMS: Final = str.maketrans(
    "０１２３４５６７８９％＄，．٠١٢٣٤٥٦٧٨٩٪٫٬۰۱۲۳۴۵۶۷۸۹",
    "0123456789%$,.0123456789%.,0123456789",
)
_SWAP: Final = str.maketrans(".,", ",.")


def _grouped(match: re.Match[str]) -> str:
    """Groups parted by points with commas instead; the address of a machine stays as it is."""
    groups = match.group().split(".")
    plain = len(groups) == _OCTETS and groups[-1].isdigit()
    if plain and all(int(group) < _OCTET for group in groups):
        return match.group()  # "98.153.103.186"
    return match.group().translate(_SWAP)


_OCTETS: Final[int] = 4  # numbers below 256 that an address of the Internet is written with
_OCTET: Final[int] = 256


def _joined(match: re.Match[str]) -> str:
    """Digits in groups of three, their spaces made commas; left where they may be two numbers."""
    before = match.string[max(0, match.start() - 24) : match.start()]
    plain = " " in match.group()
    if plain and _BEFORE_A_NUMBER.search(before):
        return match.group()
    return re.sub(rf"[ {_SPACES}]", ",", match.group())
