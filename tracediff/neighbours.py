"""Files of one report in, each edition compared with the next out; strangers among them named."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final

from tracediff.editions import Readable, edition_of
from tracediff.errors import InputError
from tracediff.model import Edition, Reading, Report
from tracediff.reports import unaligned
from tracediff.settings import Settings


def readable(
    files: Sequence[Readable],
    years: Sequence[int | None],
    settings: Settings,
    told: Callable[[str], None],
) -> tuple[list[Edition], list[int | None], list[str]]:
    """The editions that can be read, the years given for them, and the errors of the others."""
    editions: list[Edition] = []
    given: list[int | None] = []
    failed: list[str] = []
    known = [*years, *[None] * (len(files) - len(years))]
    seen: set[Path] = set()
    for file, year in zip(files, known, strict=True):
        if isinstance(file, str | Path) and file != "-":
            place = Path(file).absolute()
            if place in seen:
                failed.append(f"{file}: is given twice; it is one edition")
                continue
            seen.add(place)
        told(f"Reading {file if isinstance(file, str | Path) else 'an edition'}")
        try:
            editions.append(edition_of(file, year, settings))
            given.append(year)
        except InputError as error:
            failed.append(str(error))
    if len(editions) < _FEWEST:
        raise InputError(*(failed or ["a timeline needs two editions or more"]))
    return editions, given, failed


_FEWEST: Final = 2  # editions that make a timeline


def neighbours(
    readings: list[Reading],
    compared: Callable[[Reading, Reading], Report],
    settings: Settings,
    told: Callable[[str], None],
) -> tuple[list[Report], list[str]]:
    """Compare each edition with the next; editions of another report are taken out, named."""
    strangers: list[str] = []
    done: dict[tuple[int, int], Report] = {}
    kept = list(range(len(readings)))
    while True:
        pairs = list(pairwise(kept))
        for old, new in pairs:
            if (old, new) not in done:
                told(f"Comparing {readings[new].edition.name} with the edition before")
                done[old, new] = compared(readings[old], readings[new])
        least = settings.detecting.unaligned
        strange = [pair for pair in pairs if 1 - unaligned(done[pair]) < least]
        lone = [n for n in kept if all(pair in strange for pair in pairs if n in pair)]
        if not lone:
            return [done[pair] for pair in pairs], strangers
        if len(kept) == _FEWEST:
            names = " and ".join(readings[number].edition.path for number in kept)
            raise InputError(f"{names}: share too little; are they editions of one report?")
        worst = max(lone, key=lambda n: (sum(n in pair for pair in strange), -n))
        strangers.append(readings[worst].edition.path)
        kept.remove(worst)
