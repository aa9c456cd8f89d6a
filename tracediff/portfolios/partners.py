"""Folders in, pairs of editions out, with what has no partner.

Files are paired by their names first, years and the word "draft" left aside; then by their names
alone, where they lie in other folders; then by what stands inside: the same title, and data of an
earlier period. Nothing is guessed: where several would fit, none is taken.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from tracediff.config import Pair
from tracediff.errors import InputError
from tracediff.model import Unpaired
from tracediff.pairs import files_in, name_key, name_year

_YEARS: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ASIDE: Final = re.compile(r"\b(?:edition|draft|final|report for|fiscal|year|fy)\b|[\W\d_]+")


@dataclass(frozen=True, slots=True)
class Described:
    """What stands inside a file: its title, and the last day of its data where that is known."""

    title: str
    end: date | None = None

    @property
    def key(self) -> str:
        """What two titles of editions of one report have in common; "" where there is no title."""
        return _ASIDE.sub(" ", _YEARS.sub("", self.title.casefold())).strip()


# What stands inside each file; the reason where that cannot be told.
Describe = Callable[[Sequence[str]], Mapping[str, Described | str]]


@dataclass(frozen=True, slots=True)
class Pairing:
    """The pairs to compare, and what has no partner."""

    pairs: tuple[Pair, ...]
    unpaired: tuple[Unpaired, ...] = ()
    followed: tuple[tuple[Pair, tuple[str, ...]], ...] = ()  # pairs with all editions, in order


def two_folders(old: str, new: str, describe: Describe) -> Pairing:
    """Pair the files of a folder with those of another one.

    Raises ``InputError`` where one of them is no folder, or holds nothing to read.
    """
    olds, news = _inside(old), _inside(new)
    pairs: list[Pair] = []
    for how in (_whole_name, _last_name):
        pairs += _matched(olds, news, how)
    pairs += _by_content(olds, news, describe)
    unpaired = [
        *(Unpaired(str(path), f"has no partner in {new}") for path in olds.values()),
        *(Unpaired(str(path), f"has no partner in {old}") for path in news.values()),
    ]
    return Pairing(tuple(sorted(pairs, key=lambda pair: pair.name)), tuple(unpaired))


def _inside(folder: str) -> dict[str, Path]:
    """The editions in a folder by their paths from there."""
    if not Path(folder).is_dir():
        raise InputError(f"{folder}: is no folder; name two folders, one folder, or --pairs FILE")
    found = files_in(Path(folder))
    if not found:
        raise InputError(f"{folder}: holds no report that can be read; check the folder")
    return {path.relative_to(folder).as_posix(): path for path in found}


def _whole_name(name: str) -> str:
    return name_key(name)


def _last_name(name: str) -> str:
    return name_key(Path(name).name)


def _matched(
    olds: dict[str, Path], news: dict[str, Path], how: Callable[[str], str]
) -> Iterable[Pair]:
    """Take out of both folders what answers to each other by name: one file of each.

    Of several old files of one name the latest before the new one is taken.
    """
    ones, others = _grouped(olds, how), _grouped(news, how)
    for key, names in others.items():
        if not key or len(names) != 1:
            continue
        new = names[0]
        found = _earlier(new, ones.get(key, []))
        if found:
            yield Pair(new, str(news.pop(new)), str(olds.pop(found)))


def _grouped(files: Iterable[str], how: Callable[[str], str]) -> dict[str, list[str]]:
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for name in files:
        groups[how(name)].append(name)
    return groups


def _earlier(new: str, olds: Sequence[str]) -> str | None:
    """The old file for a new one: the only one, else the latest before it by the years in names."""
    if len(olds) < 2:
        return olds[0] if olds else None
    suffix = Path(new).suffix.casefold()
    same = [one for one in olds if Path(one).suffix.casefold() == suffix]
    dated = [one for one in same or olds if 0 < name_year(one) < (name_year(new) or 9999)]
    latest = max(map(name_year, dated), default=0)
    last = [one for one in dated if name_year(one) == latest]
    return last[0] if len(last) == 1 else same[0] if len(same) == 1 else None


def _by_content(olds: dict[str, Path], news: dict[str, Path], describe: Describe) -> Iterable[Pair]:
    """Take out what has one title, and data of an earlier period on the old side."""
    if not olds or not news:
        return
    known = describe([str(path) for path in (*olds.values(), *news.values())])
    ones, others = _titled(olds, known), _titled(news, known)
    for key, names in others.items():
        found = ones.get(key, [])
        if len(names) == len(found) == 1 and _before(found[0][1], names[0][1]):
            new, old = names[0][0], found[0][0]
            yield Pair(new, str(news.pop(new)), str(olds.pop(old)))


def _titled(
    files: Mapping[str, Path], known: Mapping[str, Described | str]
) -> dict[str, list[tuple[str, Described]]]:
    groups: defaultdict[str, list[tuple[str, Described]]] = defaultdict(list)
    for name, path in files.items():
        found = known[str(path)]
        if isinstance(found, Described) and found.key:
            groups[found.key].append((name, found))
    return groups


def _before(old: Described, new: Described) -> bool:
    return old.end is None or new.end is None or old.end < new.end


def one_folder(folder: str, describe: Describe) -> Pairing:
    """Pair the two latest editions of each report in a folder.

    They are told apart by the years in their paths, else by the periods of their data. Raises
    ``InputError`` where it is no folder, or holds nothing to read.
    """
    files = _inside(folder)
    pairs: list[Pair] = []
    followed: list[tuple[Pair, tuple[str, ...]]] = []
    for names in _grouped(files, name_key).values():
        dated = sorted((_year(name), name) for name in names if _year(name))
        years = {year for year, _ in dated}
        if len(years) > 1 and len(dated) == len(names):
            pairs.append(_latest(dated, files))
            if len(years) == len(dated) > 2:
                followed.append((pairs[-1], tuple(str(files[name]) for _, name in dated)))
            for name in names:
                del files[name]
    pairs += _by_periods(files, describe)
    unpaired = [
        Unpaired(str(path), f"is the only edition of its report in {folder}")
        for path in files.values()
    ]
    ordered = tuple(sorted(pairs, key=lambda pair: pair.name))
    return Pairing(ordered, tuple(unpaired), tuple(sorted(followed, key=lambda one: one[0].name)))


def _year(name: str) -> int:
    """The year of a file: in its own name, else in the folders it lies in."""
    return name_year(name) or max((int(y) for y in _YEARS.findall(name)), default=0)


def _latest(dated: Sequence[tuple[int, str]], files: Mapping[str, Path]) -> Pair:
    """The two latest editions; of two files of one year the one of the latest's format is taken."""
    year, new = dated[-1]
    before = max(y for y, _ in dated if y < year)
    suffix = Path(new).suffix
    olds = sorted((Path(name).suffix != suffix, name) for y, name in dated if y == before)
    return Pair(new, str(files[new]), str(files[olds[0][1]]))


def _by_periods(files: dict[str, Path], describe: Describe) -> Iterable[Pair]:
    """Take out what has one title and data of different periods."""
    if len(files) < 2:
        return
    known = describe([str(path) for path in files.values()])
    for group in _titled(files, known).values():
        dated = sorted((found.end, name) for name, found in group if found.end)
        ends = {end for end, _ in dated}
        if len(dated) == len(group) == len(ends) and len(ends) > 1:
            new, old = dated[-1][1], dated[-2][1]
            yield Pair(new, str(files[new]), str(files[old]))
            for _, name in dated:
                del files[name]


def declared(pairs: Iterable[Pair], remarks: Iterable[str] = ()) -> Pairing:
    """The pairs of a list or a configuration; a draft alone has no partner, and a remark names one.

    Raises ``InputError`` where two have one name.
    """
    held = list(pairs)
    names = Counter(pair.name for pair in held)
    if twice := next((name for name, times in names.items() if times > 1), ""):
        raise InputError(f"{twice}: two pairs have this name; give each its own")
    alone = [Unpaired(pair.draft, "has no earlier edition") for pair in held if not pair.against]
    said = [Unpaired(*remark.split(": ", 1)) for remark in remarks]
    return Pairing(
        tuple(pair for pair in held if pair.against),
        (*alone, *(one for one in said if one.path not in {a.path for a in alone})),
    )


def named(pairs: Iterable[tuple[str, str] | Pair]) -> list[Pair]:
    """Pairs with the names that they are known by: as given, else the new file's own.

    Where two new files have one name, their folders are added.
    """
    held = [
        pair if isinstance(pair, Pair) else Pair("", str(pair[1]), str(pair[0])) for pair in pairs
    ]
    lasts = [Path(pair.draft).name for pair in held]
    times = Counter(lasts)
    return [
        pair
        if pair.name
        else replace(pair, name=last if times[last] == 1 else Path(pair.draft).as_posix())
        for pair, last in zip(held, lasts, strict=True)
    ]
