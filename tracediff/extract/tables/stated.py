"""An edition in, out the units that its text gives for the tables that do not repeat them.

"All amounts are in thousands of US dollars unless otherwise stated", said once, holds for every
table of money; "Figures in € million" below a heading or a table for the tables beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from tracediff.extract.tables.units import Unit, caption_unit, unit_of
from tracediff.model import BlockKind, Edition, Table

_LONGEST: Final = 300  # characters of a sentence that states a unit
_HINT: Final[re.Pattern[str]] = re.compile(r"\b[Ii]n |['’]000|[$€£]|\b(?:million|thousand)")
NOTE: Final[re.Pattern[str]] = re.compile(r"\A\W*(?:notes?|source)\b[:.]?\s*", re.I)
_EXCEPT: Final[re.Pattern[str]] = re.compile(r",?\s*\(?\b(?:unless|except)\b.*\Z", re.I | re.S)
_STATES: Final[re.Pattern[str]] = re.compile(
    r"\b(?:amounts|figures|values|numbers|sums|balances|tables|statements|accounts|results)"
    r"(?: (?:above|all|and|annual|are|been|below|consolidated|contained|expressed|financial|given"
    r"|have|herein|in|included|is|monetary|notes|of|our|presented|quoted|report|reported|shown"
    r"|stated|statements|tables|the|these|thereto|this))* in (?P<unit>[^.;:()]{2,60})",
    re.I,
)
_THROUGHOUT: Final[re.Pattern[str]] = re.compile(
    r"\bunless\b|\bthroughout\b|\ball (?:\w+ )?(?:amounts|figures|values|tables)\b"
    r"|\bthis report\b|\b(?:financial statements|accounts)\b",
    re.I,
)


class _Statement(NamedTuple):
    """A unit that a sentence states: where it stands, and whether it is for the whole text."""

    at: int
    section: int
    unit: Unit
    throughout: bool
    note: bool


class Stated:
    """The units that the text of an edition states, by the tables that they are for."""

    def __init__(self, edition: Edition) -> None:
        """Look through the sentences outside of tables."""
        self._sections = edition.sections
        self._tables = edition.tables
        self._local: dict[int, list[_Statement]] = {}
        self._throughout: Unit | None = None
        for one in _statements(edition):
            if one.throughout:
                self._throughout = self._throughout or one.unit
            else:
                self._local.setdefault(one.section, []).append(one)

    def of(self, table: Table) -> tuple[Unit | None, bool]:
        """The unit that is stated nearest to a table: in its section, in one above, for all; and
        whether it is for the tables of the section alone."""
        for section in self._lineage(table.section):
            if unit := self._beside(table, section):
                return unit, section == table.section
            if section != table.section and (unit := caption_unit(self._sections[section].title)):
                return unit, False
        return self._throughout, False

    def _lineage(self, section: int) -> Iterator[int]:
        """A section and those that it lies in, innermost first."""
        level = None
        for index in range(section, -1, -1) if self._sections else ():
            if level is None or self._sections[index].level < level:
                level = self._sections[index].level
                yield index

    def _beside(self, table: Table, section: int) -> Unit | None:
        """The last statement before a table, else the first note between it and the next."""
        local = self._local.get(section, ())
        others = [one.span.start for one in self._tables if one.section == section]
        behind = [start for start in others if start > table.span.start]
        stop = min(behind, default=self._sections[section].span.end)
        notes = [one for one in local if table.span.start < one.at < stop]
        before = [one for one in local if one.at < table.span.start and not one.note]
        near = before[-1:] or notes[:1]
        return near[0].unit if near else None


def _statements(edition: Edition) -> Iterator[_Statement]:
    for sentence in edition.sentences:
        text = sentence.text
        table = sentence.kind in (BlockKind.TABLE, BlockKind.REFERENCE)
        if table or len(text) > _LONGEST or not _HINT.search(text):
            continue
        unit = stated_unit(text)
        if unit is not None:
            note = sentence.kind is BlockKind.NOTE or NOTE.match(text) is not None
            whole = _THROUGHOUT.search(text) is not None
            yield _Statement(sentence.span.start, sentence.section, unit, whole, note)


def stated_unit(text: str) -> Unit | None:
    """The unit of money, or the scale, that a sentence says figures are in.

    >>> stated_unit("All amounts are in thousands of Canadian dollars unless otherwise stated.")
    Unit(name='canadian dollar', scale=Decimal('1000'), money=True, per='', aside='')
    >>> stated_unit("The amounts paid in euros are small.")
    """
    plain = _EXCEPT.sub("", NOTE.sub("", text)).strip(" .:()[]*")
    if unit := _scaled(plain):
        return unit
    found = _STATES.search(plain)
    words = found["unit"].split() if found else []
    units = (_scaled(" ".join(words[:stop])) for stop in range(len(words), 0, -1))
    return next((unit for unit in units if unit), None)


def _scaled(text: str) -> Unit | None:
    """The unit that a text is nothing but, where it is money or a scale."""
    unit = unit_of(text)
    return unit if unit and not unit.per and (unit.money or unit.name is None) else None
