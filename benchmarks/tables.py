"""Score the figures in a PDF's tables against data of its publisher.

usage: tables.py FOLDER...

Each folder holds old.pdf, new.pdf and figures-from-source-xml.json: for each edition's year, an
object "enforcement" from the name of a row to the cell of that year as the publisher keeps it. A
figure is found where a table has a row whose label has the words of the name, and its column of the
year (blocks), or the ledger's fact of that row and year (ledger), gives the value. Prints the share
of numeric cells that are found, and the rest.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from tracediff.model import Block, Reading, Source
from tracediff.pipeline import load
from tracediff.readers import read_source

# words of the labels, in any order, for each name; those with ">" are set in below another row
LABELS = {
    "Labor_Funding": "inspectorate funding",
    "Labor_Inspectors": "number labor inspectors",
    "Labor_Inspections": "number labor inspections conducted",
    "Labor_Worksite_Inspections": "number conducted worksite",
    "Labor_Violations": "number child labor violations found",
    "Labor_Penalties_Imposed": "number child violations penalties imposed",
    "Labor_Penalties_Collected": "number child penalties collected",
    "Criminal_Investigations": "number investigations",
    "Criminal_Violations": "number violations found",
    "Criminal_Prosecutions": "number prosecutions",
    "Criminal_Convictions": "number convictions",
}
NUMBER = re.compile(r"[^\d]*(\d[\d,]*(?:\.\d+)?)")


def main(folders: list[str]) -> int:
    """Score each folder and print the whole."""
    total, found = 0, {"blocks": 0, "ledger": 0}
    for folder in map(Path, folders):
        data = json.loads((folder / "figures-from-source-xml.json").read_text())
        for edition, year in zip(("old", "new"), sorted(data), strict=True):
            path = folder / f"{edition}.pdf"
            source, reading = read_source(str(path)), load(str(path))
            for name, cell in data[year]["enforcement"].items():
                want = number(cell)
                if name not in LABELS or want is None:
                    continue
                total += 1
                got = {
                    "blocks": [number(text) for text in cells(source, name, year)],
                    "ledger": list(facts(reading, name, int(year))),
                }
                for place, values in got.items():
                    found[place] += want in values
                    if want not in values:
                        print(f"{path}: {name} {year}: {cell!r}, in the {place} {values}")
    for place, count in found.items():
        print(f"{place}: {count} of {total} numeric cells ({100 * count / max(1, total):.1f} %)")
    return 0


def facts(reading: Reading, name: str, year: int) -> Iterator[float]:
    """The values that the ledger has of a row for a year."""
    for fact in reading.facts:
        if fact.table is None or fact.row is None or fact.value is None or fact.year != year:
            continue
        table = reading.edition.tables[fact.table]
        about = f"{table.caption} {table.heads[0].text if table.heads else ''}"
        if is_row(name, table.rows[fact.row][0].text, about):
            yield float(fact.value)


def is_row(name: str, label: str, about: str) -> bool:
    """Whether a row of a table about something has the label that belongs to a name."""
    if ("criminal" in about.casefold()) != name.startswith("Criminal"):
        return False
    near = {word.rstrip("s") for word in re.findall(r"[a-z]+", label.casefold())}
    return all(word.rstrip("s") in near for word in LABELS[name].split())


def number(text: str) -> float | None:
    """The number that a cell opens with."""
    match = NUMBER.match(text)
    return float(match.group(1).replace(",", "")) if match else None


def cells(source: Source, name: str, year: str) -> list[str]:
    """The cells of a row in the year's column."""
    found = []
    for block in source.blocks:
        column = year_column(block, year)
        if column is None:
            continue
        about = f"{block.caption.text if block.caption else ''} {block.rows[0][0].text}"
        found += [
            row[column].text
            for row in block.rows[block.heads :]
            if is_row(name, row[0].text, about)
        ]
    return found


def year_column(block: Block, year: str) -> int | None:
    """The column that is headed by a year."""
    for row in block.rows[: block.heads]:
        for index, cell in enumerate(row):
            if cell.text.strip(" †‡*") == year:
                return index
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
