"""Heads, labels and captions in, units and scales out: "USD million", "in thousands", "(t)"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from tracediff.lexicon.cells import LETTERS, SCALES
from tracediff.lexicon.money import CODES, MONEY, NATIONS, PREFIXED, SIGNS, TRADED
from tracediff.lexicon.units import GLUED, MEASURES, PAIRS, PERCENT, TIME


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit or a scale or both: its name (none where only a scale is given), the factor.

    ``per`` is what a rate is per: "per 1,000 workers". ``aside`` are words that are excepted from
    it: "in thousands, except per share amounts".
    """

    name: str | None = None
    scale: Decimal = Decimal(1)
    money: bool = False
    per: str = ""
    aside: str = ""


_SIGN: Final[str] = "|".join(
    (*(re.escape(sign) for sign in sorted(SIGNS, key=lambda one: (-len(one), one))), PREFIXED)
)
_PREFIXED: Final[re.Pattern[str]] = re.compile(PREFIXED)
_SPLIT: Final[re.Pattern[str]] = re.compile(
    rf"['’‘]?000s?\b|(?:{_SIGN})|[^\W\d_]+[²³23]?(?:/[^\W\d_]+)?|%|°[CF]?|['’‘]"
)
_IDLE: Final[frozenset[str]] = frozenset(
    "in of the all figures amounts amount values value expressed stated presented dollars thereof"
    " unless otherwise except as and us u s hong new sri current constant prices nominal"
    " real".split()
)
_EXCEPT: Final[re.Pattern[str]] = re.compile(r"\bexcept(?:\s+for)?\s+(?P<aside>[^()]{3,60})", re.I)
_PER: Final[re.Pattern[str]] = re.compile(r"\bper\s+(?P<base>[\w, ]{2,30})", re.I)


def currency(text: str) -> str | None:
    """The name of a currency by its sign, code or word."""
    return (
        SIGNS.get(text)
        or CODES.get(text)
        or SIGNS.get(text.casefold())
        or CODES.get(text.upper() if text.upper() in TRADED else text)
        or (text if _PREFIXED.fullmatch(text) else None)
    )


def unit_of(text: str, *, glued: bool = False, money: bool = False) -> Unit | None:
    """The unit that a text is nothing but: none where it holds any other word.

    ``glued`` texts stand directly behind a number, ``money`` says that a currency stands before it.

    >>> unit_of("in thousands of euros"), unit_of("boats")
    (Unit(name='EUR', scale=Decimal('1000'), money=True, per='', aside=''), None)
    """
    base = _PER.search(text)
    if base:
        text = text[: base.start()]
    whole = _whole(text.strip(), glued=glued, money=money)
    if base and (whole or not text.strip()):
        whole = whole or Unit()
        return Unit(whole.name, whole.scale, whole.money, " ".join(base["base"].split()))
    return whole


def _whole(text: str, *, glued: bool, money: bool) -> Unit | None:
    if named := _named(text, glued=glued):
        return named
    name, scale, cash, known = None, Decimal(1), money, False
    nation = ""
    parts = _SPLIT.findall(text)
    if not parts or len(parts) > _MOST:
        return None
    has_money = money or any(_money(part) for part in parts)
    for part in parts:
        low = part.casefold()
        if step := _scale(part, glued=glued, money=has_money):
            scale, known = scale * step, True
        elif found := _money(part):
            name, cash, known = found, True, True
        elif found := _measure(part):
            name, known = found, True
        elif low in NATIONS:
            nation = NATIONS[low]
        elif low not in _IDLE:
            return None
    if nation:
        coin = _COINS.get(name or "", name or "")
        if not cash or " " in coin:
            return None
        name = f"{nation} {coin}"
    return Unit(name, scale, cash and (name is None or money or has_money)) if known else None


_COINS: Final[dict[str, str]] = {"USD": "dollar", "GBP": "pound"}
_MOST: Final = 12  # words of a unit; more is a sentence


def _named(text: str, *, glued: bool) -> Unit | None:
    low = text.casefold()
    if low in PERCENT:
        return Unit("%")
    pair = tuple(word.removesuffix("s") for word in low.split())
    if len(pair) == 2 and pair in PAIRS:
        return Unit(PAIRS[pair])
    if glued and text in GLUED and text not in SCALES:
        return Unit(GLUED[text])
    name = MEASURES.get(text) or MEASURES.get(low) if len(text) > 1 else MEASURES.get(text)
    if name:
        return Unit(name)
    return Unit(_SHORT[text]) if text in _SHORT else None


_SHORT: Final[dict[str, str]] = {"t": "tonne", "h": "hour", "g": "gram", "pp": "percentage point"}


def _scale(part: str, *, glued: bool, money: bool) -> int:
    """The factor of a word; single letters are scales behind a number or beside a currency."""
    low = part.casefold().strip("'’‘") if part[:1] not in "'’‘" else part.casefold()
    step = SCALES.get(part.casefold()) or SCALES.get(low, 0)
    if not step or (low in LETTERS and not (glued or money)):
        return 0
    return step


def _money(part: str) -> str | None:
    if part in SIGNS or part in CODES or _PREFIXED.fullmatch(part):
        return currency(part)
    low = part.casefold()
    name = MONEY.get(low)
    return (
        _MAJOR.get(name, name)
        if name
        else CODES.get(part.upper())
        if part.upper() in TRADED
        else None
    )


_MAJOR: Final[dict[str, str]] = {"dollar": "USD", "yen": "JPY", "euro": "EUR"}


def _measure(part: str) -> str | None:
    if part in PERCENT:
        return "%"
    if len(part) < 2:
        return _SHORT.get(part)
    return MEASURES.get(part) or MEASURES.get(part.casefold())


_BRACKETS: Final[re.Pattern[str]] = re.compile(r"[(\[]([^()\[\]]{1,60})[)\]]")
_TAIL: Final[re.Pattern[str]] = re.compile(
    r"(?:,|\s[-–—]|:)\s*(?P<unit>[^,:()]{1,40})\Z|\bin (?P<in>[^,:()]{1,40})\Z"
)
_LEAD: Final[re.Pattern[str]] = re.compile(r"\A(?P<unit>[^,:()]{1,40})(?:,|:|\s[-–—])\s")


def names_time(text: str) -> bool:
    """Whether the head of the row heads says that they are years or months.

    >>> names_time("Years"), names_time("Wait (days)")
    (True, False)
    """
    return text.strip(" :").casefold().removesuffix("s") in TIME


def strip_unit(text: str) -> tuple[str, Unit | None]:
    """A head or label without the unit that it gives in brackets, behind a comma or as a whole.

    >>> strip_unit("Revenue ($m)")
    ('Revenue', Unit(name='USD', scale=Decimal('1000000'), money=True, per='', aside=''))
    """
    plain = text.strip()
    whole = unit_of(plain)
    if whole is not None and whole.name == plain.casefold() and whole.name in TIME:
        return plain, None  # "Year", "Month" head labels, not figures
    if whole is not None and (whole.money or "(" not in plain):
        return "", whole
    for bracket in _BRACKETS.finditer(plain):
        unit = _given(bracket[1])
        if unit is not None:
            return " ".join((plain[: bracket.start()] + plain[bracket.end() :]).split()), unit
    for pattern in (_TAIL, _LEAD):
        found = pattern.search(plain)
        said = found and next(group for group in found.groups() if group)
        unit = unit_of(said) if said else None
        if found and unit is not None:
            rest = plain[: found.start()] + " " + plain[found.end() :]
            return rest.strip(" ,:–-"), unit
    words = plain.split()
    if len(words) > 1 and words[-1] in _SIGNS:
        return " ".join(words[:-1]), unit_of(words[-1])
    if found := _SIGNED.search(plain):  # "Total €'000"
        unit = unit_of(found["unit"])
        if unit is not None and unit.scale != 1:
            return plain[: found.start()].strip(), unit
    if len(words) > 1 and words[0] == "%":
        return " ".join(words[1:]), unit_of("%")
    base = _PER.search(plain)
    return plain, Unit(per=" ".join(base["base"].split())) if base else None


_SIGNS: Final = frozenset("% € $ £".split())
_SIGNED: Final[re.Pattern[str]] = re.compile(r"\s(?P<unit>[$€£¥₹] ?['’]?[^\W_]{1,9})\Z")


def _given(text: str) -> Unit | None:
    """The unit in the brackets of a head, with what is excepted from it."""
    aside = _EXCEPT.search(text)
    unit = unit_of(text[: aside.start()].strip(" ,;") if aside else text)
    if unit is None or aside is None:
        return unit
    return Unit(unit.name, unit.scale, unit.money, unit.per, aside["aside"].casefold())


_CAPTION: Final[re.Pattern[str]] = re.compile(
    r"[(\[]([^()\[\]]{1,80})[)\]]|\b[Ii]n ((?:[\w'’$€£]+ ?){1,5})|,\s*([^,.;()]{1,40})\s*[.:]?\Z"
    r"|:\s*([^,.;:()]{1,30})\Z"
)


def caption_unit(text: str) -> Unit | None:
    """The unit that a caption, a heading or a line above a table gives for its figures.

    >>> caption_unit("Fares by line, in thousands of euros").scale
    Decimal('1000')
    """
    if whole := _given(text.strip(" .:")):
        return whole
    for found in _CAPTION.finditer(text):
        said = next(group for group in found.groups() if group)
        words = said.split()
        for stop in range(len(words), 0, -1) if found[2] else (len(words),):
            unit = _given(" ".join(words[:stop]).strip(" .:"))
            if unit is not None and not unit.per:
                return unit
    return None
