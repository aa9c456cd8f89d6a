"""A list of pairs as CSV in, pairs out."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Final

from tracediff.config import Pair
from tracediff.errors import InputError
from tracediff.files import read_bytes
from tracediff.portfolios.partners import Pairing, declared, named

COLUMNS: Final = ("old", "new", "name", "old_year", "new_year")
_NEEDED: Final = frozenset({"old", "new"})
_MOST: Final = 64 * 1024 * 1024  # bytes: 300,000 pairs with long paths


def read_list(file: str) -> Pairing:
    """The pairs of a list; paths count from the folder that it lies in.

    Raises ``InputError`` with the line where something is wrong with it. Whether there are such
    files is found when they are read.
    """
    rows = csv.DictReader(io.StringIO(_text(file), newline=""))
    heads = [head.strip() for head in rows.fieldnames or ()]
    if not _NEEDED.issubset(heads) or not set(COLUMNS).issuperset(heads):
        raise InputError(
            f"{file}: its first line must name the columns old,new[,name,old_year,new_year]"
        )
    folder = Path(file).parent
    pairs = []
    for row in rows:
        cells = {
            head: (value or "").strip() for head, value in zip(heads, row.values(), strict=False)
        }
        if None in row or not cells["old"] or not cells["new"]:
            raise InputError(f"{file}, line {rows.line_num}: needs old and new, and no more cells")
        pairs.append(
            Pair(
                cells.get("name", ""),
                _from(folder, cells["new"]),
                _from(folder, cells["old"]),
                _year(file, rows.line_num, cells.get("new_year", "")),
                _year(file, rows.line_num, cells.get("old_year", "")),
            )
        )
    if not pairs:
        raise InputError(f"{file}: lists no pair; add a line with an old and a new file")
    return declared(named(pairs))


def _text(file: str) -> str:
    try:
        data = read_bytes(file, _MOST)
        if len(data) > _MOST:
            raise InputError(f"{file}: is too long; split it into several runs")
        return data.decode("utf-8-sig")
    except OSError as error:
        raise InputError(f"{file}: cannot be read ({error.strerror}); check the name") from None
    except UnicodeDecodeError:
        raise InputError(f"{file}: is not UTF-8; save it as CSV UTF-8") from None


def _from(folder: Path, name: str) -> str:
    """A path from the folder of the list; a revision of git (main:report.md) stays as it is."""
    path = folder / name
    return name if ":" in name and not path.exists() else str(path)


def _year(file: str, line: int, text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) == 4):
        raise InputError(
            f"{file}, line {line}: {text!r} is no year; write it as 2024, or leave it out"
        )
    return int(text)
