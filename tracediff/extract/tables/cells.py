"""The text of a table cell in, its amounts out: value, unit, bound, status and place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from tracediff.extract.numbers import decimal
from tracediff.extract.tables.units import Unit, currency, unit_of
from tracediff.lexicon.cells import DOWN, MISSING, NONE, UNKNOWN, UP
from tracediff.lexicon.money import CODES, PREFIXED, SIGNS
from tracediff.lexicon.numbers import VULGAR
from tracediff.model import Bound, Status
from tracediff.model.facts import without_zeros
from tracediff.model.record import Record, replaced


@dataclass(frozen=True, slots=True)
class Amount(Record):
    """One amount of a cell.

    ``start`` and ``stop`` are its place in the text of the cell. ``plain`` says that it could be a
    year: four digits and nothing else. ``moved`` is +1 or -1 where a word says which way it went.
    ``end`` is "low" or "high" for an end of a range. ``words`` are what else the cell says.
    """

    start: int
    stop: int
    value: Decimal | None
    unit: Unit | None = None
    bound: Bound = Bound.EXACT
    status: Status = Status.REPORTED
    plain: bool = False
    moved: int = 0
    end: str = ""
    words: str = ""


_MONEY: Final[str] = "|".join(
    (
        *(re.escape(sign) for sign in sorted({*SIGNS, *CODES}, key=lambda one: (-len(one), one))),
        PREFIXED,
    )
)
_DIGITS: Final[str] = r"\d{1,3}(?:,[ ]?\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+"
_NUMBER: Final[str] = rf"(?:(?:{_DIGITS})[{''.join(VULGAR)}]?|[{''.join(VULGAR)}])"
_NOTES: Final[str] = (
    r"(?:\s?(?:\((?:[a-z]|[ivx]{1,4}|\d{1,3}|[A-Z])\)|\[\^?(?:\d{1,3}|[a-z])\]|[*†‡§¶#]+|\^\w{1,2}\^"
    r"|(?<![^\W\d_])[¹²³⁰⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉ]+(?:[,\s][¹²³⁰⁴⁵⁶⁷⁸⁹]+)*)){0,4}"
)
_BOUNDS: Final[dict[str, Bound]] = {
    "<": Bound.LESS_THAN, "under": Bound.LESS_THAN, "below": Bound.LESS_THAN,
    "less than": Bound.LESS_THAN, "fewer than": Bound.LESS_THAN,
    ">": Bound.MORE_THAN, "over": Bound.MORE_THAN, "above": Bound.MORE_THAN,
    "more than": Bound.MORE_THAN, "≤": Bound.AT_MOST, "<=": Bound.AT_MOST, "up to": Bound.AT_MOST,
    "at most": Bound.AT_MOST, "≥": Bound.AT_LEAST, ">=": Bound.AT_LEAST,
    "at least": Bound.AT_LEAST, "~": Bound.ABOUT, "≈": Bound.ABOUT, "about": Bound.ABOUT,
    "around": Bound.ABOUT, "approx.": Bound.ABOUT, "approximately": Bound.ABOUT,
    "circa": Bound.ABOUT, "c.": Bound.ABOUT, "ca.": Bound.ABOUT, "nearly": Bound.ABOUT,
}  # fmt: skip
_AMOUNT: Final[re.Pattern[str]] = re.compile(
    rf"(?P<bound>{'|'.join(re.escape(b) for b in sorted(_BOUNDS, key=len, reverse=True))})?\s?"
    rf"(?:(?P<way>{'|'.join(sorted(UP | DOWN))})(?:\s(?:by|of))?\s)?"
    rf"(?P<sign>[-+−–‑])?\s?(?P<money>{_MONEY})?\s?(?P<open>\()?(?P<sign2>[-−–‑])?"
    rf"\s?(?P<money2>{_MONEY})?\s?"
    rf"(?P<number>{_NUMBER})(?P<unit>\s?%)?(?P<close>\s?\)(?:\s?%)?)?(?P<plus>\+)?",
    re.IGNORECASE,
)
_REST: Final[re.Pattern[str]] = re.compile(
    rf"{_NOTES}(?P<rest>[^\d]{{0,60}}?)(?P<notes>{_NOTES})\Z"
)
_RANGE: Final[re.Pattern[str]] = re.compile(r"\s?(?:-|–|—|\bto\b|…|\.\.)\s?")
_BETWEEN: Final[re.Pattern[str]] = re.compile(
    r"\s*(?:\s[/|;]\s|;|\bvs\.?(?=\s)|\bversus\b|\bor\b"
    r"|(?<=[^\W\d_])(?:,|,?\s(?:and|&))(?=\s\d{1,9}\s[^\W\d_]{3}))\s*"  # "4 ships, 7 boats"
)
_BRACKET: Final[re.Pattern[str]] = re.compile(r"\s*[(\[]([^()\[\]]{1,30})[)\]]\s*\Z")
_LABELLED: Final[re.Pattern[str]] = re.compile(r"(?P<words>[^\W\d][^\d:]{0,40}):\s+")
_DATE: Final[re.Pattern[str]] = re.compile(
    r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}:\d{2}|\d+(?:\.\d+){2,}"
)
_PLAIN: Final[re.Pattern[str]] = re.compile(r"[0-9]{1,15}|[0-9]{1,3}(?:,[0-9]{3}){1,4}")
_LONGEST: Final = 120  # characters; a longer cell is prose


def amounts(text: str) -> tuple[Amount, ...]:
    """The amounts of a cell whose numerals are English; none where it holds something else.

    >>> [(str(a.value), a.unit and a.unit.name) for a in amounts("120 (34%)")]
    [('120', None), ('34', '%')]
    """
    if len(text) > _LONGEST or not any(c.isdigit() or c in VULGAR for c in text):
        return ()
    if _PLAIN.fullmatch(text):  # as most cells are
        return (Amount(0, len(text), decimal(text), plain=len(text) == 4),)
    if _DATE.search(text) and not _RANGE_OF_INTEGERS.match(text):
        return ()
    found: list[Amount] = []
    start = 0
    for stop, after in _cuts(text):
        part = _part(text[start:stop])
        if part is None:
            return ()
        found += [replaced(one, start=one.start + start, stop=one.stop + start) for one in part]
        start = after
    return tuple(found)


_RANGE_OF_INTEGERS: Final[re.Pattern[str]] = re.compile(r"\d{1,9}\s?[–-]\s?\d{1,9}\Z")


def _cuts(text: str) -> Iterator[tuple[int, int]]:
    """The parts of a cell: where each ends and where the next one begins."""
    for gap in _BETWEEN.finditer(text):
        if gap.start() and gap.end() < len(text):
            yield gap.start(), gap.end()
    yield len(text), len(text)


def _part(text: str) -> list[Amount] | None:
    """The amounts of a part: one, one with another in brackets, or the ends of a range."""
    lead = len(text) - len(text.lstrip())
    words = ""
    if label := _LABELLED.match(text, lead):
        words, lead = label["words"], label.end()
    first = _one(text, lead)
    if first is None:
        return None
    amount, stop = first
    amount = replaced(amount, words=amount.words or words)
    if gap := _RANGE.match(text, stop):
        far = _one(text, gap.end())
        if far is not None and not text[far[1] :].strip() and _ascends(amount, far[0]):
            return _ends(amount, far[0])
    behind = text[stop:]
    if bracket := _BRACKET.match(behind):
        inner = _one(bracket[1], 0)
        if inner and not bracket[1][inner[1] :].strip() and _second(amount, inner[0]):
            at = stop + bracket.start(1)
            second = replaced(inner[0], start=inner[0].start + at, stop=inner[0].stop + at)
            return [amount, second]
    return _with_rest(amount, behind)


def _with_rest(amount: Amount, behind: str) -> list[Amount] | None:
    """The amount with the unit or the words behind it; none where they make it no figure."""
    rest = _REST.match(behind)
    if rest is None:
        return None
    said = rest["rest"].strip(" .,:;")
    if not said:
        return [amount]
    if amount.unit is None or amount.unit.name is None or amount.unit.money:
        unit = unit_of(said, glued=not behind[:1].isspace(), money=_is_money(amount.unit))
        if unit is not None:
            return [_scaled(amount, unit)]
    glued = behind[:1].isalpha() or behind[:1] in "/_"
    if glued or len(said.split()) > _FEW or amount.plain:
        return None
    return [replaced(amount, words=said.strip("() "), plain=False)]


_FEW: Final = 6  # words behind a number in a cell; more is a sentence


def _is_money(unit: Unit | None) -> bool:
    return unit is not None and unit.money


def _scaled(amount: Amount, unit: Unit) -> Amount:
    assert amount.value is not None
    name = unit.name or (amount.unit.name if amount.unit else None)
    money = unit.money or _is_money(amount.unit)
    whole = Unit(name, unit.scale, money, unit.per)
    value = amount.value if unit.scale == 1 else without_zeros(amount.value * unit.scale)
    return replaced(amount, value=value, unit=whole, plain=False)


def _one(text: str, at: int) -> tuple[Amount, int] | None:
    """The amount that begins at a place, and where it ends."""
    match = _AMOUNT.match(text, at)
    if match is None:
        return None
    value = _value(match["number"])
    bracketed = match["open"] is not None
    if bracketed and match["close"] is None:
        return None
    stop = match.end()
    if match["close"] and not bracketed:  # a bracket that closes nothing of ours
        stop = match.start("close")
    money = match["money"] or match["money2"]
    percent = match["unit"] or (match["close"] or "").endswith("%")
    signs = (match["sign"], match["sign2"])
    negative = bracketed or any(sign in _MINUS for sign in signs if sign)
    way = (match["way"] or "").casefold()
    unit = Unit("%") if percent else Unit(currency(money), money=True) if money else None
    number = match["number"]
    bound = _BOUNDS.get((match["bound"] or "").casefold(), Bound.EXACT)
    if match["plus"] and bound is Bound.EXACT:
        bound = Bound.AT_LEAST
    return Amount(
        at, stop, -value if negative else value, unit, bound,
        plain=number.isdigit() and len(number) == 4 and stop - at == 4,
        moved=1 if way in UP else -1 if way else 0,
    ), stop  # fmt: skip


_MINUS: Final = frozenset("-−–‑")


def _value(number: str) -> Decimal:
    part = VULGAR.get(number[-1], Decimal(0))
    digits = number.rstrip("".join(VULGAR))
    return (decimal(digits) if digits else Decimal(0)) + part


def _ascends(low: Amount, high: Amount) -> bool:
    """Whether two numbers with a dash between them are the ends of a range."""
    assert low.value is not None and high.value is not None
    years = low.plain and (high.plain or high.stop - high.start <= 2)
    return low.value < high.value and not years


def _ends(low: Amount, high: Amount) -> list[Amount]:
    unit = high.unit or low.unit
    return [
        replaced(low, unit=unit, bound=Bound.AT_LEAST, end="low", plain=False),
        replaced(high, unit=unit, bound=Bound.AT_MOST, end="high", plain=False),
    ]


def _second(first: Amount, inner: Amount) -> bool:
    """Whether a number in brackets is an amount: a percentage or money; others are notes."""
    unit = inner.unit.name if inner.unit else None
    own = first.unit.name if first.unit else None
    fraction = inner.value is not None and inner.value != inner.value.to_integral_value()
    return (unit is not None and unit != own) or fraction


_FILLER: Final[re.Pattern[str]] = re.compile(
    r"\s*(?:\([^()]{1,40}\)|[*†‡§¹²³]+|\[\d{1,3}\]|\^\w{1,2}\^)+\Z"
)


def absence(text: str) -> Status | None:
    r"""What a cell says that gives no figure; none where it says something else.

    >>> [str(absence(text)) for text in ("n/a", "Unknown (2)", "nil", "Yes")]
    ['not_reported', 'unknown', 'none', 'None']
    """
    low = text.casefold().strip()
    for form in (low, _FILLER.sub("", low).strip(), low.replace("\\", "")):
        if form in MISSING:
            return Status.NOT_REPORTED
        if form in UNKNOWN:
            return Status.UNKNOWN
        if form in NONE:
            return Status.NONE
    return None
