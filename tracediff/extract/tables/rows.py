"""The rows of a table in, out what each counts: label, unit, period, and the group it stands in."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from tracediff.extract.tables.cells import absence, amounts
from tracediff.extract.tables.heads import NOTE, beside_maximum, is_total, kind_of
from tracediff.extract.tables.periods import Dated, whole
from tracediff.extract.tables.units import Unit, strip_unit, unit_of
from tracediff.model import Cell, FactKind, Period, Table
from tracediff.model.record import Record


@dataclass(frozen=True, slots=True)
class Row(Record):
    """One row that holds figures.

    ``label`` is the text of its head without unit and notes, ``counted`` the same without "Number
    of"; ``group`` the heads of the groups that it stands in, outermost first. ``cells`` are its
    cells by column, ``first`` the first column that is no label. ``part`` says that it is one of a
    whole that its group names: "of which women".
    """

    index: int
    label: str
    counted: str
    group: tuple[str, ...]
    cells: tuple[Cell, ...]
    first: int
    unit: Unit | None
    group_unit: Unit | None
    kind: FactKind | None
    date: Dated | None
    group_date: Period | None
    part: bool


_NOUN: Final[re.Pattern[str]] = re.compile(r"^(?:total )?(?:number|amount) of ", re.IGNORECASE)
_SUBROW: Final[re.Pattern[str]] = re.compile(r"^Number (?:of )?(?=[A-Z]?\w+(?:ed|ing)\b)", re.I)
_YEAR_AT_END: Final[re.Pattern[str]] = re.compile(
    r"(?:\s+in|,|:|\s*\()\s*(?:FY ?)?(?:19|20)\d\d(?: ?[-/–] ?\d{2,4})?\)?\s*\Z"
)
_RANK: Final[re.Pattern[str]] = re.compile(r"\d{1,3}[.)]?|#|[a-z][.)]|[IVX]{1,4}\.?")
_PART: Final[re.Pattern[str]] = re.compile(
    r"[^\w(]*(?:of (?:which|whom|these|those)|thereof|o/w)\b", re.IGNORECASE
)
_DASHED: Final[re.Pattern[str]] = re.compile(r"\A\s*[–—•·▪◦‣-]\s*(?=[^\W\d_])")
_OPENER: Final[re.Pattern[str]] = re.compile(
    r"\A(?:of which|of whom|thereof|including|o/w|less|add|plus)\b:?\s*", re.IGNORECASE
)


def rows(table: Table, own: Period | None, texts: Sequence[Sequence[str]]) -> Iterator[Row]:
    """The rows of a table that hold figures; ``texts`` are its cells with English numerals.

    A row that has a label and nothing else opens a group; a deeper indent ends with the next row
    that is set in less.
    """
    first = label_columns(texts)
    groups: list[tuple[int, str, Unit | None]] = []
    above = whole_above = ""
    dated_rows = _dated_rows(texts, own)
    labels = [said[0] for said in texts if said]
    numbered = _numbered(labels) | {*beside_maximum(labels)}
    for index, (row, said) in enumerate(zip(table.rows, texts, strict=True)):
        named = first == 1 and said[0] in numbered
        label, unit = (said[0], None) if named else _label(said, first)
        indent = row[0].indent
        if _is_group(said, first):
            groups = [g for g in groups if g[0] < indent or (indent == 0 and g[0] < 0)]
            name, unit = strip_unit(label)
            groups.append((indent, name.rstrip(" :"), unit))
            continue
        groups = [g for g in groups if g[0] < indent or g[0] == 0 == indent]
        names = [g[1] for g in groups if g[1]]
        part, dashed = bool(_PART.match(said[0])), bool(_DASHED.match(said[0]))
        if part or dashed:
            names = list(dict.fromkeys([*names, *filter(None, [whole_above])]))
        else:
            whole_above = label
        periods = [found.period for name in names if (found := whole(name, own)) and found.period]
        counted = _counted(label, above)
        if not _SUBROW.match(label) or _NOUN.match(label):
            above = counted
        yield Row(
            index, label, counted, tuple(n for n in names if not whole(n, own)), row, first, unit,
            next((g[2] for g in reversed(groups) if g[2]), None),
            kind_of(label) if label else None,
            whole(said[0], own) if dated_rows else None, periods[-1] if periods else None,
            part and bool(names),
        )  # fmt: skip
        below = table.rows[index + 1 : index + 2]
        if any(row[0].indent > indent and not is_total(row[0].text) for row in below):
            groups.append((indent, label, None))


def label_columns(texts: Sequence[Sequence[str]]) -> int:
    """How many columns on the left hold labels: at least one, more where the next hold words.

    >>> label_columns([["1", "Orsk", "120"], ["2", "Lume", "230"]])
    2
    """
    width = min((len(row) for row in texts if row), default=1)
    first = 1
    while first < min(width - 1, _MOST):
        column = [row[first].strip() for row in texts if first < len(row) and row[first].strip()]
        words = sum(1 for text in column if not amounts(text) and absence(text) is None)
        before = [row[first - 1].strip() for row in texts if row]
        ranks = all(_RANK.fullmatch(text) or not text for text in before) and first == 1
        if len(column) < 2 or words < len(column) or not (ranks or _repeats(before)):
            break
        first += 1
    return first


_MOST: Final = 4  # columns of labels


def _repeats(column: Sequence[str]) -> bool:
    """Whether a column names groups: it repeats itself or leaves cells blank."""
    filled = [text for text in column if text]
    return len(set(filled)) < len(column)


def _label(said: Sequence[str], first: int) -> tuple[str, Unit | None]:
    """The label of a row and the unit that it gives."""
    parts = [_DASHED.sub("", NOTE.sub("", text).strip(), count=1) for text in said[:first]]
    parts = [part for part in parts if part and not (first > 1 and _RANK.fullmatch(part))]
    joined = ", ".join(dict.fromkeys(parts))
    if not joined[:1].isupper() and (given := unit_of(joined)):
        return "", given
    if len(parts) > 1 and unit_of(parts[0]):
        # units stand behind what is measured: "m2", the second of three models, names a group
        rest, unit = strip_unit(", ".join(dict.fromkeys(parts[1:])))
        return ", ".join(filter(None, (parts[0], rest))), unit
    name, unit = strip_unit(joined)
    name = _OPENER.sub("", name.strip(" :…").removesuffix(".."), count=1) or name
    return (name, unit) if name else (joined, None)


def _numbered(labels: Iterable[str]) -> frozenset[str]:
    """The labels of one letter or word and a number that another label has with another number.

    >>> sorted(_numbered(["m1", "m2", "km2", "Total"]))
    ['m1', 'm2']
    """
    named: defaultdict[str, set[str]] = defaultdict(set)
    for found in filter(None, map(_NUMBERED.fullmatch, labels)):
        named[found[1]].add(found[0])
    return frozenset(chain.from_iterable(same for same in named.values() if len(same) > 1))


_NUMBERED: Final[re.Pattern[str]] = re.compile(r"([^\W\d_]+)\d+")


def _is_group(said: Sequence[str], first: int) -> bool:
    """Whether a row only opens a group: a label and blank cells, or one text in all of them."""
    rest = [text.strip() for text in said[first:]]
    label = next((text.strip() for text in said[:first] if text.strip()), "")
    if not label:
        return False
    if not all(not text or text == label for text in rest):
        return False
    figure = amounts(label)
    return not figure or figure[0].plain


def _dated_rows(texts: Sequence[Sequence[str]], own: Period | None) -> bool:
    """Whether the rows of a table are periods: most of their labels are nothing else."""
    labels = [row[0].strip() for row in texts[:_LOOKED_AT] if row and row[0].strip()]
    dated = sum(1 for label in labels if whole(label, own))
    return dated > 0 and 2 * dated > len(labels)


_LOOKED_AT: Final = 60  # rows by whose labels it is told whether they are periods


def _counted(label: str, above: str) -> str:
    """What a row counts: its label without "Number of"; a row "Number Conducted at …" goes on."""
    label = _YEAR_AT_END.sub("", label) or label
    plain = _NOUN.sub("", label)
    if plain == label and _SUBROW.match(label) and above:
        rest = _SUBROW.sub("", label)
        first, _, more = rest.partition(" ")
        return f"{above} {more if above.endswith(first) else rest}"
    return plain
