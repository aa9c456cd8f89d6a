"""Tokens in, units out: what stands before or behind a number and says what it measures."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple

from tracediff.extract.nouns import noun_phrase
from tracediff.extract.numbers import Number
from tracediff.lexicon.grammar import EMPTY
from tracediff.lexicon.money import CODES, MONEY, NATIONS, PREFIXED, SIGNS, TRADED
from tracediff.lexicon.numbers import MONEY_SUFFIXES, SCALES
from tracediff.lexicon.units import (
    CARRIED,
    CARRIERS,
    GLUED,
    MEASURES,
    PAIRS,
    PERCENT,
    PHRASES,
    POINTS,
    TIME,
)
from tracediff.text.tokens import Tokens

_MAJOR = {"dollar": "USD", "yen": "JPY", "euro": "EUR"}
_BELOW = {"h": "hour", "s": "second", "d": "day", "l": "litre"}
_FILLERS = {
    "more",
    "additional",
    "consecutive",
    "calendar",
    "business",
    "working",
    "full",
    "further",
    "extra",
}
_OTHER_WORDS = {"mark", "marks", "crowns", "sen", "dong"}  # money only behind digits
_PAIRED = {"square", "sq", "cubic", "basis", "percentage", "metric", "fluid", "nautical"}
_SHORT_CODES = {code for code in CODES if not (len(code) == 3 and code.isupper())}
_PREFIXED = re.compile(PREFIXED)
_SELF = {"united", "u.s.", "us", "american"}


_PER_MILLE = "per mille"


class Unit(NamedTuple):
    """A unit: its name, what sort of quantity it makes, and the token behind it."""

    name: str
    sort: str
    stop: int
    word: str | None = None
    scale: Decimal = Decimal(1)


def money_before(t: Tokens, i: int) -> Unit | None:
    """The currency that token ``i`` opens, where a number follows it: US$, RM, USD."""
    text = t.text[i]
    if t.kind[i] == "s":
        at = i + 1
        signed = t.text[at] in ("-", "−")
        told = signed or t.kind[at] in ("n", "v") or _opens_bracket(t, at)
        return Unit(SIGNS[text], "money", at + signed) if told else None
    if t.kind[i] != "w":
        return None
    if t.kind[i + 1] == "s" and t.kind[i + 2] == "n":
        joined = SIGNS.get(text + t.text[i + 1]) or (
            "USD" if t.low[i] in ("us", "u.s.", "u.s", "usd") else CODES.get(text)
        )
        if not joined and t.glued(i + 1) and _PREFIXED.fullmatch(text + t.text[i + 1]):
            joined = text + t.text[i + 1]
        return Unit(joined, "money", i + 2) if joined else None
    if t.text[i + 1] == "." and t.kind[i + 2] == "n" and text in _SHORT_CODES:
        return Unit(CODES[text], "money", i + 2)
    if _opens_bracket(t, i + 1) and len(text) == 3 and text in CODES:
        return Unit(CODES[text], "money", i + 1)
    if t.kind[i + 1] != "n":
        return None
    name = CODES.get(text) or (
        CODES.get(text.upper()) if text in ("usd", "eur", "gbp", "rmb") else None
    )
    glued = t.glued(i + 1)
    if name and (glued or len(text) == 3 or text in _SHORT_CODES):
        return Unit(name, "money", i + 1)
    if text in SIGNS and (glued or len(text) > 1):
        return Unit(SIGNS[text], "money", i + 1)
    return None


def _opens_bracket(t: Tokens, i: int) -> bool:
    """Whether brackets open that hold a number and nothing else."""
    return t.text[i] == "(" and t.kind[i + 1] == "n" and t.text[i + 2] == ")"


def unit_after(t: Tokens, number: Number, money: Unit | None) -> Unit | None:
    """The unit behind a number, with what it is per; the currency before it where there is one."""
    i = number.stop
    if money is not None:
        return _per(t, _priced(t, number, money))
    if t.kind[i] == "s" and t.kind[i + 1] != "n":
        return _per(t, Unit(SIGNS[t.text[i]], "money", i + 1, None))
    if t.text[i] == "-" and t.glued(i) and t.glued(i + 1) and t.kind[i + 1] == "w":
        return _hyphened(t, i + 1)
    if t.text[i] == "C" and _is_temperature(t, i):
        return Unit("celsius", "measure", i + 1, "degrees")
    if t.glued(i) and t.kind[i] in "wp":
        return _per(t, _glued(t, i))
    return _per(t, _worded(t, i))


def _priced(t: Tokens, number: Number, money: Unit) -> Unit:
    """An amount with its currency before it: a scale may follow, and the currency again."""
    i, scale = number.stop, Decimal(1)
    if t.kind[i] == "w" and t.text[i] in MONEY_SUFFIXES and number.scale == 1:
        scale, i = Decimal(MONEY_SUFFIXES[t.text[i]]), i + 1
    if (
        t.low[i] in MONEY
        or t.text[i] in CODES
        or (
            t.low[i] in ("us", "u.s.")
            and t.capital(i)
            and (t.low[i + 1] in (".", ",", "", "per") or t.text[i] == "U.S.")
        )
    ):
        i += 1
    return Unit(money.name, "money", i, None, scale)


def _hyphened(t: Tokens, i: int) -> Unit | None:
    """A unit behind a hyphen: 53-percent, 14-year-old, 6.1-inch, 1.8 billion-mile."""
    word = t.low[i].split("-")[0]
    parts = t.low[i].split("-")
    if len(parts) == 3 and parts[1] in ("a", "per") and parts[0] in MEASURES and parts[2] in TIME:
        return Unit(f"{MEASURES[parts[0]]} per {parts[2]}", "measure", i + 1, t.text[i])
    if word in PERCENT:
        return Unit("%", "percent", i + 1, t.text[i])
    if word == "fold":
        return Unit("fold", "times", i + 1, "fold")
    units = t.vocabulary.units
    name = units.get(word) or units.get(t.text[i])
    if name:
        sort = "time" if name in TIME else "measure"
        return Unit(name, sort, i + 1, t.text[i])
    if word in MONEY:
        return Unit(_major(MONEY[word]), "money", i + 1, t.text[i])
    return None


def _glued(t: Tokens, i: int) -> Unit | None:
    text = t.text[i]
    if text == "%":
        return Unit("%", "percent", i + 1)
    if text == "‰":
        return Unit(_PER_MILLE, "percent", i + 1)
    if text in POINTS:
        return Unit("percentage point", "percent", i + 1, text)
    if text == "°":
        return _degrees(t, i + 1)
    if text in CODES:
        return Unit(CODES[text], "money", i + 1)
    name = t.vocabulary.units.get(text) or GLUED.get(text)
    if text in ("m", "cm", "km", "mm") and t.glued(i + 1) and t.text[i + 1] in ("2", "3"):
        power = "square" if t.text[i + 1] == "2" else "cubic"
        return Unit(f"{power} {name}", "measure", i + 2, text + t.text[i + 1])
    if name == "percent":
        return Unit("%", "percent", i + 1)
    return Unit(name, "time" if name in TIME.values() else "measure", i + 1, text) if name else None


def _is_temperature(t: Tokens, i: int) -> bool:
    """Whether a letter behind a number stands for degrees: "12.2 C", but not "12 C grades"."""
    digits = t.text[i - 1]
    if "." in digits:
        return len(digits.rpartition(".")[2]) == 1
    return digits.isdigit() and len(digits) <= _WARMEST and t.text[i + 1] in _ENDING


_WARMEST: Final = 2  # digits of a temperature of the air
_ENDING: Final = frozenset(("", ".", ",", ";", ")", "[", "(", "above", "below", "in", "on"))


def _degrees(t: Tokens, i: int) -> Unit:
    scale = {"c": "celsius", "f": "fahrenheit"}.get(t.low[i])
    return Unit(scale or "degree", "measure", i + bool(scale), "degrees")


def _worded(t: Tokens, i: int) -> Unit | None:
    word, text = t.low[i], t.text[i]
    if word in _FILLERS and t.low[i + 1] in TIME:
        return Unit(TIME[t.low[i + 1]], "time", i + 2, t.text[i + 1])
    if word.endswith("-old") and word.split("-")[0] in TIME:
        return Unit(TIME[word.split("-")[0]], "time", i + 1, text)
    if t.kind[i] not in "wp" or not word:
        return None
    if text == "‰" or word == "permille":
        return Unit(_PER_MILLE, "percent", i + 1, text)
    if word == "per" and t.low[i + 1] == "mille":
        return Unit(_PER_MILLE, "percent", i + 2, text)
    if text in POINTS and t.kind[i - 1] in "nv":
        return Unit("percentage point", "percent", i + 1, text)
    if word.startswith("percent-"):
        return Unit("%", "percent", i + 1, text)
    parts = word.split("-")
    if len(parts) == 3 and parts[1] in ("a", "per") and parts[0] in MEASURES and parts[2] in TIME:
        return Unit(f"{MEASURES[parts[0]]} per {parts[2]}", "measure", i + 1, text)
    if word in PERCENT:
        stop = i + 1
        if t.low[stop] in ("point", "points"):
            return Unit("percentage point", "percent", stop + 1, t.text[stop])
        return Unit("%", "percent", stop, text)
    money = _money_word(t, i)
    if money is not None:
        return money
    return _measure_word(t, i)


def _money_word(t: Tokens, i: int) -> Unit | None:
    """A currency behind a number: pesos, Australian dollars, U.S. dollars, USD million."""
    nation, at = "", i
    while at - i < 3 and t.kind[at] == "w" and t.low[at] in NATIONS:
        nation, at = NATIONS[t.low[at]], at + 1
    if at == i and t.low[i] in ("hong", "new", "sri", "south") and t.low[i + 1] in NATIONS:
        nation, at = NATIONS[t.low[i + 1]], i + 2
    elif at == i and t.low[i] in _SELF:
        at += 2 if t.low[i] == "united" else 1
    word = t.low[at]
    digits = t.kind[i - 1] == "n" or t.low[i - 1] in SCALES
    if word in MONEY and (word not in _OTHER_WORDS or nation or digits):
        base = MONEY[word]
        singular = {"USD": "dollar", "JPY": "yen", "EUR": "euro"}.get(base, base)
        name = f"{nation} {singular.split()[-1]}" if nation else _major(base)
        return Unit(_canonical(name), "money", at + 1, t.words(i, at + 1))
    code = t.text[i]
    if (
        code in CODES
        and len(code) == 3
        and code.isupper()
        and not (t.glued(i + 1) and t.kind[i + 1] == "n")
        and (code in TRADED or not noun_phrase(t, i + 1).plural)  # "12 PEN members"
    ):
        scale = SCALES.get(t.low[i + 1], 1)
        return Unit(CODES[code], "money", i + 1 + (scale > 1), code, Decimal(scale))
    if len(code) == 4 and code.isupper() and code[0] == "M" and code[1:] in CODES:
        return Unit(CODES[code[1:]], "money", i + 1, code, Decimal(10**6))
    if code in ("usd", "eur", "gbp", "rmb", "btc"):
        return Unit(CODES[code.upper()], "money", i + 1, code)
    return None


def _major(name: str) -> str:
    return _MAJOR.get(name, name)


def _canonical(name: str) -> str:
    return {"indian rupee": "INR", "japanese yen": "JPY", "british pound": "GBP"}.get(name, name)


def _measure_word(t: Tokens, i: int) -> Unit | None:
    if phrase := _phrased(t, i) or _carried(t, i):
        return phrase
    word, text = t.low[i], t.text[i]
    units = t.vocabulary.units
    name = units.get(text) or (units.get(word) if len(word) > 2 else None)
    first = name or word
    if word.endswith("s") and first == word:
        first = word[:-1]
    following = MEASURES.get(t.low[i + 1], t.low[i + 1].removesuffix("s"))
    if text in _PAIRED or first == "degree":
        skip = 1 if t.text[i + 1] == "." else 0
        following = MEASURES.get(t.low[i + 1 + skip], t.low[i + 1 + skip].removesuffix("s"))
        short = {"m": "m", "ft": "ft", "foot": "foot", "metre": "metre"}.get(
            t.low[i + 1 + skip], following
        )
        pair = (
            PAIRS.get((first, following))
            or PAIRS.get((word, short))
            or PAIRS.get((word, t.low[i + 1 + skip]))
        )
        if pair:
            return Unit(pair, "measure", i + 2 + skip, t.words(i, i + 2 + skip))
    if text == "p" and t.kind[i - 1] == "n" and t.kind[i + 1] != "n" and t.text[i + 1] != ".":
        return Unit("point", "measure", i + 1, "pence")
    if name is None:
        return _described(t, i)
    if name in TIME.values():
        return Unit(name, "time", i + 1, text)
    if name == "barrel" and t.low[i + 1] == "of" and t.low[i + 2] in ("oil", "crude"):
        return Unit("barrel of oil", "measure", i + 3, text)
    return Unit(name, "measure", i + 1, text)


def _phrased(t: Tokens, i: int) -> Unit | None:
    """A unit of several words: "metric tons of CO2 equivalent", "barrels of oil equivalent"."""
    words = tuple(_singular(t.low[j]) for j in range(i, min(i + _WORDS, t.size)))
    for size in range(len(words), 1, -1):
        if name := PHRASES.get(words[:size]):
            return Unit(name, "measure", i + size, t.words(i, i + size))
    return None


_WORDS = max(map(len, PHRASES))


def _singular(word: str) -> str:
    return MEASURES.get(word, word.removesuffix("s")) if len(word) > 3 else word


def _carried(t: Tokens, i: int) -> Unit | None:
    """A length or a time with what is carried over it or spends it: "million passenger kilometres",
    "bed days", "person-hours", "megawatt hours"."""
    words: list[str] = []
    for at in range(i, min(i + _WORDS, t.size)):
        parts = t.low[at].split("-") if t.kind[at] == "w" else []
        for part in parts:
            unit = MEASURES.get(part, "")
            if unit in CARRIED and words and (part.endswith("s") or len(part) < _SHORT):
                return Unit(" ".join((*words, unit)), "measure", at + 1, t.words(i, at + 1))
            if not (part in CARRIERS or unit in CARRIERS or (unit.endswith("watt"))):
                return None
            words.append(unit or part)
    return None


_SHORT = 3  # letters of a unit that has no plural: "passenger km"


def _described(t: Tokens, i: int) -> Unit | None:
    """A unit behind one or two words that describe it: "517 rushing yards", "50 previous years"."""
    for at in (i + 1, i + 2):
        before = t.low[at - 1]
        if t.kind[at] != "w" or (before in EMPTY and before not in ("previous", "us")):
            return None
        name = t.vocabulary.units.get(t.low[at]) if len(t.low[at]) > 3 else None
        if name and name not in ("point", "degree") and not t.low[at - 1].endswith("s"):
            return Unit(name, "time" if name in TIME.values() else "measure", at + 1, t.text[at])
    return None


def _per(t: Tokens, unit: Unit | None) -> Unit | None:
    """Take in "per hour", "a month", "/barrel", "-a-day" behind a unit."""
    if unit is None or unit.sort in ("percent", "time"):
        return unit
    i = unit.stop
    if t.text[i] in ("/",) and t.kind[i + 1] == "w":
        below = (
            MEASURES.get(t.low[i + 1])
            or MEASURES.get(t.text[i + 1])
            or _BELOW.get(t.low[i + 1], t.low[i + 1])
        )
    elif t.low[i] in ("per", "an", "a") and t.kind[i + 1] == "w":
        if t.low[i + 2] in ("earlier", "ago", "before", "later"):
            return unit
        below = MEASURES.get(t.low[i + 1]) or MEASURES.get(t.text[i + 1], "")
        if t.low[i] == "per":
            pair = _measure_word(t, i + 1)
            if pair and pair.stop > i + 2:
                return Unit(
                    f"{_short(unit.name)} per {pair.name}",
                    unit.sort,
                    pair.stop,
                    unit.word,
                    unit.scale,
                )
            below = below or t.low[i + 1].removesuffix("s")
        if not below:
            return unit
    else:
        return unit
    return Unit(f"{_short(unit.name)} per {below}", unit.sort, i + 2, unit.word, unit.scale)


def _short(name: str) -> str:
    """A rate names the currency by its word: dollar per barrel."""
    return {"USD": "dollar", "EUR": "euro", "GBP": "pound", "JPY": "yen"}.get(name, name)
