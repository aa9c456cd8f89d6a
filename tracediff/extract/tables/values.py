"""A cell with its row, column and table in; its unit, scale, kind and period out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, NamedTuple

from tracediff.extract.tables.captions import Thing, thing_of, without_number
from tracediff.extract.tables.cells import Amount
from tracediff.extract.tables.heads import Column, telling
from tracediff.extract.tables.periods import Dated, dated, placed
from tracediff.extract.tables.rows import Row
from tracediff.extract.tables.stated import NOTE
from tracediff.extract.tables.units import Unit, caption_unit, names_time, strip_unit
from tracediff.lexicon.money import ACCOUNTED
from tracediff.lexicon.people import PERSONS
from tracediff.lexicon.units import TIME
from tracediff.model import FactKind, Period, Table
from tracediff.model.facts import SCALES
from tracediff.text.words import stem

_AGE: Final[re.Pattern[str]] = re.compile(r"\b[Aa]ge\b")
_NUMBER: Final[re.Pattern[str]] = re.compile(r"^(?:total )?number of\b", re.IGNORECASE)
_YEAR_OF_LABEL: Final[re.Pattern[str]] = re.compile(
    r"(?:\bin |\(|, |: )(?:[^\d()]{0,16} )?(?:19|20)\d\d(?: ?[-/–] ?\d{2,4})?\)?\s*\Z"
)
_SENTENCE: Final[re.Pattern[str]] = re.compile(r"[a-z)]\.\s*\Z")
_CUT: Final[re.Pattern[str]] = re.compile(r"[a-z]- (?!and\b|or\b)")  # torn heads of columns
_NO_THING: Final = Thing()
_TITLE: Final = 12  # words of a caption that names what a table counts; more is a sentence
ONE: Final = Decimal(1)


@dataclass(frozen=True, slots=True)
class Frame:
    """What a table as a whole says of its figures: the unit and the period of its caption."""

    own: Period | None
    unit: Unit | None
    date: Dated | None
    title: str
    thing: Thing
    stated: Unit | None
    accounts: bool

    @staticmethod
    def of(
        table: Table, section: str, own: Period | None, stated: Unit | None, near: bool
    ) -> Frame:
        """The frame of a table by its caption, else by the heading of its section.

        ``stated`` is the unit that the text gives for it, ``near`` says that it does so beside it,
        ``accounts`` that its lines are of money or so said.
        """
        corner = " ".join(row[0].text for row in (*table.above, table.heads) if row)
        corner_unit = None if names_time(corner) else strip_unit(corner)[1]
        above = "" if NOTE.match(table.caption) else table.caption  # else of the table before
        unit = caption_unit(above) or corner_unit or caption_unit(section)
        date = None
        if table.caption and not _SENTENCE.search(table.caption):
            date = dated(table.caption, own)
        if date is None and corner:
            date = dated(corner, own)
        title = _title(table.caption, own) or _corner(corner, own) or _title(section, own)
        named = _title(without_number(table.caption), own) or _title(section, own)
        stated = None if unit else stated
        accounts = stated is not None and (near or _is_of_money(table, title))
        return Frame(own, unit, date, title, thing_of(named), stated, accounts)

    def aged(self, row: Row) -> bool:
        """Whether a row gives an age, which is for no period."""
        return bool(_AGE.search(row.label))


def is_age(column: Column) -> bool:
    """Whether a column gives ages: "Age" over "5 to 14"."""
    return column.kind is FactKind.LIMIT and _AGE.search(column.words) is not None


def _corner(text: str, own: Period | None) -> str:
    """What the head of the row heads names; nothing where it is a measure of time."""
    title = telling(strip_unit(_title(text, own))[0])
    return "" if title.casefold() in TIME else title


def _title(text: str, own: Period | None) -> str:
    """What a caption or heading names, without its period; nothing of a sentence or of data."""
    found = dated(text, own)
    rest = f"{text[: found.start]} {text[found.stop :]}" if found else text
    named = 0 < len(rest.split()) <= _TITLE and not _SENTENCE.search(text)
    named = named and not _CUT.search(rest)
    return rest if named and not any(c.isdigit() for c in rest) else ""


def unit_of_cell(
    row: Row, column: Column, amount: Amount, frame: Frame, money: Unit | None = None
) -> str | None:
    """The unit of a figure, with the scale that heads and captions give for it.

    The nearest wins: the cell itself, the label of its row, the head of its column, that of its
    group, the currency of the total that adds it up (``money``), the caption. A value stays as
    printed: below "in thousands" the unit is "thousand USD".
    """
    if is_age(column):
        return amount.unit.name if amount.unit else None  # whatever the row's other figures are in
    nearest = (amount.unit, row.unit, column.unit, row.group_unit, money)
    given = [unit for unit in nearest if unit]
    if frame.unit is not None and _concerns(frame.unit, row, column, amount):
        given.append(frame.unit)
    if frame.stated is not None and _inherits(frame.stated, row, column, amount, frame):
        given.append(frame.stated)
    if not given:
        return None
    name = next((unit.name for unit in given if unit.name), None)
    if name == "%" or (amount.unit and amount.unit.scale != ONE):
        return name
    scale = next((unit.scale for unit in given if unit.scale != ONE), ONE)
    word = _SCALE_WORDS.get(int(scale), "")
    return f"{word} {name or ''}".strip() or None


_SCALE_WORDS: Final[dict[int, str]] = {size: word for word, size in SCALES.items()}


def _concerns(unit: Unit, row: Row, column: Column, amount: Amount) -> bool:
    """Whether the unit of a caption is that of a figure, too: not of rates, nor of other units."""
    label = row.label.casefold()
    if unit.aside and any(word in label for word in _words(unit.aside)):
        return False
    own = next(
        (u for u in (amount.unit, row.unit, column.unit, row.group_unit) if u and u.name), None
    )
    if own is not None:
        return own.money and unit.scale != ONE and (unit.money or unit.name is None)
    if any(u.per for u in (row.unit, column.unit) if u):
        return False
    if FactKind.RATE in (row.kind, column.kind) and unit.name != "%":
        return False
    if row.unit is not None and row.unit.scale != ONE:
        return False
    return not (unit.money and _NUMBER.match(row.label))


def _is_of_money(table: Table, title: str) -> bool:
    """Whether the title of a table or most of its row heads are what lines of accounts are."""
    labels = [row[0].text for row in table.rows if row and row[0].text]
    told = sum(_names_money(label) for label in labels)
    return _names_money(title) or told * 2 > len(labels)


def _names_money(label: str) -> bool:
    return not ACCOUNTED.isdisjoint(_WORD.findall(label.casefold()))


_WORD: Final[re.Pattern[str]] = re.compile(r"[^\W\d_]+|%")


def _inherits(unit: Unit, row: Row, column: Column, amount: Amount, frame: Frame) -> bool:
    """Whether a unit that the text states holds for a figure: not for counts, shares and rates."""
    words = {*_WORD.findall(f"{row.label} {column.words}".casefold())}
    if not _concerns(unit, row, column, amount) or not words.isdisjoint(_UNSCALED):
        return False
    if _names_money(row.label):
        return True
    if any(stem(word) in PERSONS for word in words):
        return False
    return frame.accounts or not unit.money


_UNSCALED: Final = frozenset(
    "% age average count days eps fte growth headcount hours number per percent percentage"
    " percentages rank rate rates ratio score shares times units year years yield".split()
)
"""Words of a row head that say that its figures are no amounts of the table's own unit."""


def _words(aside: str) -> list[str]:
    """What an exception names: "per share amounts" is recognised by "per share"."""
    parts = re.split(r",|\band\b|\bor\b", aside)
    return [
        kept
        for part in parts
        if (kept := re.sub(r"\b(?:amounts?|data|figures)\b", "", part).strip())
    ]


def kind_of_cell(row: Row, column: Column, amount: Amount, unit: str | None) -> FactKind:
    """The kind of a figure: what its column says of it, else its row, else its unit."""
    if amount.moved:
        return FactKind.CHANGE
    percent = unit == "%"
    kind = column.kind
    if kind is FactKind.SHARE and (row.kind is FactKind.RATE or not percent):
        kind = None
    if kind is not None:
        return kind
    kind = row.kind
    if kind in (FactKind.CHANGE, FactKind.SHARE) and not percent:
        kind = None
    if kind is not None:
        return kind
    if any(given and given.per for given in (amount.unit, row.unit, column.unit)):
        return FactKind.RATE
    return FactKind.SHARE if percent else FactKind.LEVEL


class When(NamedTuple):
    """The period of a figure, the part of a year that tells it from the others beside it, and
    whether its row, column, group or caption gives the period."""

    period: Period | None
    part: str
    dated: bool


def period_of(row: Row, column: Column, number: int, count: int, frame: Frame) -> When:
    """When a figure is for; where nothing in its table says so, for the time of the edition."""
    dates = column.dates
    head = dates[number] if count > 1 and len(dates) == count else dates[0] if dates else None
    own = row.date or _of_label(row, frame)
    if own is None and head is not None and head.period and not head.part:
        return When(head.period, "", True)  # as most are
    part = " ".join(one.part for one in (own, head) if one and one.part)
    year = _year(own, head, row, frame)
    months = next((one.months for one in (own, head) if one and one.months and one.part), None)
    whole = next((one.period for one in (own, head) if one and one.period and not one.part), None)
    found = whole or row.group_date or (frame.date.period if frame.date else None)
    if months is None:
        return When(found or frame.own, part, found is not None)
    exact = next((one.period for one in (own, head) if one and one.part and one.period), None)
    period = exact or (placed(months, year) if year else None)
    return When(period, part, bool(exact or found))


def _year(own: Dated | None, head: Dated | None, row: Row, frame: Frame) -> int | None:
    for one in (own, head, frame.date):
        if one and one.period:
            return one.period.end.year
    group = row.group_date
    period = group or frame.own
    return period.end.year if period else None


def _of_label(row: Row, frame: Frame) -> Dated | None:
    """The year that a label ends with: "Convictions in 2021"."""
    if not _YEAR_OF_LABEL.search(row.label):
        return None
    found = dated(row.label, frame.own)
    return found if found and found.period else None
