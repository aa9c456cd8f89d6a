"""What a check looks at: names of files, folders and revisions in, pairs of editions out.

A folder's files are matched by their names, years and the word "draft" left aside, so that
``2026/visas-2026-draft.md`` is checked against ``2025/visas-2025.pdf``.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final

from tracediff.cache import Cache
from tracediff.config import Config, Pair
from tracediff.editions import Readable, read_text
from tracediff.errors import InputError, TracediffError
from tracediff.grade import selected
from tracediff.jobs import at_once, two_processes
from tracediff.model import Report, Waiver
from tracediff.ours import is_report
from tracediff.patterns import like
from tracediff.pipeline import compare, examine
from tracediff.readers import READERS, load_bytes
from tracediff.readers.git import (
    before_change,
    in_repository,
    load_reference,
    same_file_at,
    unknown_revision,
)
from tracediff.reports import narrow, sign_off, unaligned
from tracediff.rules import RULES
from tracediff.settings import Settings, Waiving
from tracediff.since import since as since_change
from tracediff.text.language import mostly_foreign

_SUFFIXES: Final = {suffix for _, suffixes, _, _ in READERS for suffix in suffixes if suffix}
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ASIDE: Final = re.compile(r"(?<![a-z])(?:draft|final|edition)(?![a-z])|[\W_]+")


@dataclass(frozen=True, slots=True)
class Plan:
    """The pairs of one run; ``whole`` where nothing that is declared was left out.

    ``remarks`` say what was found without a counterpart.
    """

    pairs: tuple[Pair, ...]
    whole: bool = True
    remarks: tuple[str, ...] = ()


def plan(named: Pair | None, config: Config) -> Plan:
    """The pairs to look at: the one that is named on the command line, or all that are declared.

    A draft that is named without an edition is the declared pair of that name or file, where there
    is one. Raises ``InputError`` where there is nothing to look at.
    """
    if named is None:
        if not config.pairs:
            raise InputError(
                "nothing to check: give DRAFT, or declare a [[pair]] in tracediff.toml"
            )
        return _spread(config.pairs, whole=True)
    if named.against:
        return _spread((named,), whole=not config.pairs)
    declared = [pair for pair in config.pairs if _means(named.draft, pair)]
    if declared:
        pairs = tuple(replace(pair, year=named.year or pair.year) for pair in declared)
        return _spread(pairs, whole=len(declared) == len(config.pairs))
    return _spread((named,), whole=False)


def _means(name: str, pair: Pair) -> bool:
    if name == pair.name:
        return True
    try:
        return Path(name).exists() and Path(pair.draft).samefile(name)
    except OSError:
        return False


def _spread(pairs: Sequence[Pair], whole: bool) -> Plan:
    found: list[Pair] = []
    remarks: list[str] = []
    for pair in pairs:
        if Path(pair.draft).is_dir():
            if pair.earlier:
                raise InputError(f"{pair.draft}: is a folder; name one edition folder with it")
            inside = _from_folder(pair, remarks)
            # two folders may hold files of one name; a report is known by the name of its pair
            prefix = f"{pair.name}/" if len(pairs) > 1 else ""
            found += (replace(one, name=f"{prefix}{one.name}") for one in inside)
        else:
            found.append(replace(pair, against=_edition(pair), earlier=()))
            found += map(partial(_restating, pair), pair.earlier)
    if not found:
        raise InputError(f"{pairs[0].draft}: holds no report that can be read; check the folder")
    return Plan(tuple(found), whole, tuple(remarks))


def _restating(pair: Pair, edition: str) -> Pair:
    """A draft and an edition before the last one: only what it restates of that is looked at."""
    against = _edition(replace(pair, against=edition))
    return Pair(f"{pair.name} ({edition})", pair.draft, against, pair.year, only=(_RESTATED,))


_RESTATED: Final = "N105"


def _edition(pair: Pair) -> str:
    """The file that one draft is checked against."""
    against = pair.against
    if against and Path(against).is_dir():
        match = _match(Path(pair.draft).name, files_in(Path(against)))
        if match is None:
            raise InputError(f"{against}: holds no file that is named like {pair.draft}")
        return str(match)
    if not against:
        return ""
    found = same_file_at(against, pair.draft)
    looks_like_one = not (Path(against).suffix or os.path.lexists(against) or ":" in against)
    if found is None and looks_like_one and in_repository(pair.draft):
        raise unknown_revision(pair.draft, against, str(Path(pair.draft).absolute().parent))
    return found or against


def _from_folder(pair: Pair, remarks: list[str]) -> Iterator[Pair]:
    drafts = files_in(Path(pair.draft))
    if not pair.against or not Path(pair.against).exists():
        yield from _at_revision(pair, drafts)
        return
    folder = Path(pair.against)
    if not folder.is_dir():
        raise InputError(f"{pair.against}: is no folder, but {pair.draft} is; name two folders")
    editions = files_in(folder)
    if not editions:
        raise InputError(f"{folder}: holds no report that can be read; check the folder")
    taken = set()
    for draft in drafts:
        inside = draft.relative_to(pair.draft).as_posix()
        match = _match(inside, editions, folder)
        if match is None:
            remarks.append(f"{draft}: has no counterpart in {folder}; it is checked alone")
        else:
            taken.add(name_key(match.name))
        yield Pair(inside, str(draft), str(match or ""), pair.year, pair.against_year)
    remarks += [
        f"{edition}: has no counterpart in {pair.draft}"
        for edition in editions
        if name_key(edition.name) not in taken
    ]


def _at_revision(pair: Pair, drafts: Sequence[Path]) -> Iterator[Pair]:
    """The drafts of a folder against themselves at a revision, or alone where none is named."""
    for draft in drafts:
        against = same_file_at(pair.against, str(draft)) if pair.against else ""
        if against is None:
            raise InputError(f"{pair.against}: is no folder and no git revision; check the name")
        inside = draft.relative_to(pair.draft).as_posix()
        yield Pair(inside, str(draft), against, pair.year, pair.against_year)


def files_in(folder: Path) -> list[Path]:
    """The editions in a folder and below, in order; what tracediff wrote there is none.

    Raises ``InputError`` where a part of it cannot be looked into.
    """
    found = []
    for place, folders, names in os.walk(folder, onerror=_unreadable):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths = [Path(place, name) for name in names if not name.startswith(".")]
        found += [path for path in paths if path.suffix.casefold() in _SUFFIXES and path.is_file()]
    return sorted(path for path in found if not is_report(path))


def _unreadable(error: OSError) -> None:
    raise InputError(
        f"{error.filename}: cannot be looked into ({error.strerror}); check its permissions"
    )


def _match(name: str, editions: Sequence[Path], folder: Path | None = None) -> Path | None:
    """The edition that a draft's name answers to: the same name, else the latest one before it."""
    by_name = {
        path.relative_to(folder).as_posix() if folder else path.name: path for path in editions
    }
    if name in by_name:
        return by_name[name]
    alike: defaultdict[str, list[Path]] = defaultdict(list)
    for other, path in by_name.items():
        alike[name_key(other)].append(path)
    candidates = alike[name_key(name)]
    year = name_year(name)
    earlier = [path for path in candidates if year is None or name_year(path.name) < year]
    suffix = Path(name).suffix.casefold()
    order = [(name_year(p.name), p.suffix.casefold() == suffix, p) for p in earlier or candidates]
    return max(order)[2] if order else None


def name_key(name: str) -> str:
    """What two names of editions of one report have in common.

    >>> name_key("2026/Visas 2026 (draft).md") == name_key("2025/visas-2025.pdf")
    True
    """
    return _ASIDE.sub("", _YEAR.sub("", str(Path(name).with_suffix("")).casefold()))


def name_year(name: str) -> int:
    """The latest year in the name of a file, 0 where it holds none."""
    return max((int(year) for year in _YEAR.findall(Path(name).name)), default=0)


def look(pair: Pair, settings: Settings, change: str = "", cache: Cache | None = None) -> Report:
    """The report on one pair, or on a draft alone.

    ``change`` is the revision that a change began at: only what it brought is open then. Raises
    ``InputError`` where a file cannot be read, or the two share almost nothing.
    """
    settings = replace(settings, waiving=replace(settings.waiving, pair=pair.name))
    if pair.only and all(selected(RULES[rule], settings.grading) for rule in pair.only):
        settings = replace(settings, grading=replace(settings.grading, select=pair.only))
    report = _related(_compared(pair, settings, cache), settings)
    if not change:
        return report
    reference = before_change(change, pair.draft)
    folder = str(Path(pair.draft).absolute().parent)
    data = load_reference(reference, settings.reading, folder) if reference else b""
    if reference is None or not data.strip():
        return since_change(report, None, change, settings)
    before = _compared(replace(pair, draft=reference), settings, cache, data)
    return since_change(report, before, change, settings)


def _related(report: Report, settings: Settings) -> Report:
    """The report, unless the two are not English, where to pass would mean nothing, or share too
    little."""
    for edition in (report.new, report.old):
        if mostly_foreign(edition.sentences):
            raise InputError(
                f"{edition.path}: is mostly not English, and only English can be checked; give an"
                " English edition, or see what changed with tracediff compare"
            )
    if 1 - unaligned(report) < settings.detecting.unaligned:
        raise InputError(
            f"{report.new.path}: shares almost nothing with {report.old.path};"
            " are they editions of one report?"
        )
    return report


def _compared(
    pair: Pair, settings: Settings, cache: Cache | None, draft: bytes | None = None
) -> Report:
    """The report on a pair, with the waivers that hold now: from the cache where it is there.

    What is kept knows of no waiver, since a waiver has a last day. ``draft`` is the content of the
    draft where it is not that of the file.
    """
    place = cache.place(_inputs(pair, settings, draft), settings) if cache else None
    held = cache.get(place) if cache and place else None
    if isinstance(held, Report):
        return sign_off(replace(held, name=pair.name), settings, pair.name)
    if cache is None or place is None:
        return _made(pair, settings, draft)
    report = _made(pair, replace(settings, waiving=Waiving(pair=pair.name)), draft)
    cache.put(place, report)
    waiving = settings.waiving
    return sign_off(report, settings, pair.name) if waiving.waivers or waiving.baseline else report


def _inputs(
    pair: Pair, settings: Settings, draft: bytes | None
) -> Iterator[tuple[str, object, bytes]]:
    """What a report is made of: the names, years and contents of the files."""
    own = load_bytes(pair.draft, settings.reading) if draft is None else draft
    yield pair.draft, pair.year, own
    if pair.against:
        yield pair.against, pair.against_year, load_bytes(pair.against, settings.reading)


def _made(pair: Pair, settings: Settings, content: bytes | None) -> Report:
    draft: Readable = pair.draft
    if content is not None:
        draft = read_text(content, name=pair.draft, year=pair.year, settings=settings)
    if not pair.against:
        return replace(examine(draft, year=pair.year, settings=settings), name=pair.name)
    report = compare(
        pair.against,
        draft,
        old_year=pair.against_year,
        new_year=pair.year,
        settings=settings,
    )
    return replace(report, name=pair.name)


def check(
    draft: Readable,
    against: Readable | None = None,
    *,
    year: int | None = None,
    against_year: int | None = None,
    since: str = "",
    settings: Settings | None = None,
    parallel: bool = False,
) -> Report:
    r"""Check a draft against the edition published last, or alone, as ``tracediff check`` does.

    Both are paths, or editions or readings made before. ``since`` is a git revision: only what the
    draft has since then is open in the report. ``parallel`` is as for ``compare``. Nothing is
    looked up: no configuration, no baseline, no cache. Raises ``InputError`` where a file cannot be
    read, or the two share almost nothing.

    >>> from tracediff import read_text
    >>> draft = read_text("# Ports 2024\n\nThe port inspected [number] ships in 2024.")
    >>> report = check(draft)
    >>> report.fails("error")
    True
    >>> [finding.rule.id for finding in report.open]
    ['D503']
    """
    settings = settings or Settings()
    with two_processes() if parallel else nullcontext():
        if since and not isinstance(draft, str | Path):
            raise InputError("since: a draft in memory has no revisions; give its path")
        if isinstance(draft, str | Path) and isinstance(against, str | Path | None):
            edition = _edition(Pair("", str(draft), str(against))) if against else ""
            pair = Pair(Path(draft).name, str(draft), edition, year, against_year)
            return look(pair, settings, since)
        if against is None:
            return _related(examine(draft, year=year, settings=settings), settings)
        report = compare(against, draft, old_year=against_year, new_year=year, settings=settings)
        return _related(report, settings)


def check_pairs(
    pairs: Sequence[Pair], settings: Settings, change: str = "", cache: Cache | None = None
) -> tuple[dict[str, Report], tuple[TracediffError, ...]]:
    """The reports by the name of their pair, and what kept others from being made.

    Several pairs are looked at by two processes, where the caller allows it. What a draft restates
    of several editions is told once, beside the first of them.
    """
    found = at_once([partial(_looked, pair, settings, change, cache) for pair in pairs])
    reports: dict[str, Report] = {}
    said: set[tuple[str, str]] = set()
    for pair, report in zip(pairs, found, strict=True):
        if not isinstance(report, Report):
            continue
        new = [one for one in report.findings if (pair.draft, one.fingerprint) not in said]
        if pair.only and len(new) < len(report.findings):
            report = replace(narrow(report, new, settings), since=report.since)
        said |= {(pair.draft, one.fingerprint) for one in new}
        reports[pair.name] = report
    return reports, tuple(one for one in found if isinstance(one, TracediffError))


def _looked(
    pair: Pair, settings: Settings, change: str, cache: Cache | None
) -> Report | TracediffError:
    try:
        return look(pair, settings, change, cache)
    except TracediffError as error:
        return error


def accountable(run: Plan, settings: Settings) -> Settings:
    """The settings with only those waivers and entries that this run can tell to be unused.

    A waiver for a draft that was not looked at is not unused.
    """
    names = [pair.name for pair in run.pairs]
    alone = not all(pair.against for pair in run.pairs)

    def told(waiver: Waiver) -> bool:
        if not waiver.draft:
            return run.whole and not alone
        return any(like(waiver.draft, name) for name in names)

    waiving = settings.waiving
    return replace(
        settings,
        waiving=replace(
            waiving,
            waivers=tuple(waiver for waiver in waiving.waivers if told(waiver)),
            baseline=tuple(entry for entry in waiving.baseline if entry.draft in ("", *names)),
        ),
    )
