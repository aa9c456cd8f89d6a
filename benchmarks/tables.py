"""Score the figures in a PDF's tables against data of its publisher.

usage: tables.py FOLDER...

Each folder holds old.pdf, new.pdf and figures-from-source-xml.json: for each edition's year, an
object "enforcement" from the name of a row to the cell of that year as the publisher keeps it. A
row is found where a table has a row whose label has the words of the name and a column headed by
the year. Prints the share of numeric cells that are found with the right value, and the rest.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from tracediff.model import Block, Source
from tracediff.readers.pdf import read_pdf
from tracediff.settings import Reading

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
    found = total = 0
    for folder in map(Path, folders):
        data = json.loads((folder / "figures-from-source-xml.json").read_text())
        years = sorted(data)
        for edition, year in zip(("old", "new"), years, strict=True):
            path = folder / f"{edition}.pdf"
            source = read_pdf(path.read_bytes(), str(path), Reading())
            for name, cell in data[year]["enforcement"].items():
                want = number(cell)
                if name not in LABELS or want is None:
                    continue
                total += 1
                got = cells(source, name, year)
                if want in map(number, got):
                    found += 1
                else:
                    print(f"{path}: {name} {year}: {cell!r}, in the tables {got}")
    print(f"{found} of {total} numeric cells found ({100 * found / max(1, total):.1f} %)")
    return 0


def number(text: str) -> float | None:
    """The number that a cell opens with."""
    match = NUMBER.match(text)
    return float(match.group(1).replace(",", "")) if match else None


def cells(source: Source, name: str, year: str) -> list[str]:
    """The cells of a row in the year's column."""
    criminal = name.startswith("Criminal")
    words = set(LABELS[name].split())
    candidates = []
    for block in source.blocks:
        column = year_column(block, year)
        if column is None:
            continue
        caption = block.caption.text if block.caption else ""
        if ("criminal" in f"{caption} {block.rows[0][0].text}".casefold()) != criminal:
            continue
        for row in block.rows[block.heads :]:
            label = set(re.findall(r"[a-z]+", row[0].text.casefold()))
            near = {w.rstrip("s") for w in label}
            if all(word.rstrip("s") in near for word in words):
                candidates.append((len(label), row[column].text))
    shortest = min((length for length, _ in candidates), default=0)
    return [text for length, text in candidates if length <= shortest + 3]


def year_column(block: Block, year: str) -> int | None:
    """The column that is headed by a year."""
    for row in block.rows[: block.heads]:
        for index, cell in enumerate(row):
            if cell.text.strip(" †‡*") == year:
                return index
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
