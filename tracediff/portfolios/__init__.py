"""Pairs of editions in, a portfolio out: many documents, those first that must be read.

The package is called after what it makes, since ``tracediff.portfolio`` is the public function.
Documents are compared by workers and kept in a cache; what is put together afterwards is read from
there, one document at a time, so that memory is bounded by workers and not by documents.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from tracediff.config import Pair
from tracediff.errors import InputError, TracediffError
from tracediff.model import Document, Failure, Followed, Portfolio
from tracediff.portfolios.document import Task, describe_file, do, page_of
from tracediff.portfolios.entry import Entry
from tracediff.portfolios.executors import SECONDS, Workplace, given, local
from tracediff.portfolios.keys import content, key, program
from tracediff.portfolios.listed import read_list
from tracediff.portfolios.partners import (
    Described,
    Pairing,
    declared,
    named,
    one_folder,
    two_folders,
)
from tracediff.portfolios.runner import run
from tracediff.portfolios.store import MOST, Store
from tracediff.portfolios.traits import frequent, shared
from tracediff.settings import Settings


@dataclass(frozen=True, slots=True)
class Step:
    """How far a run is: documents done in it, of how many to do; and those that were kept."""

    done: int
    total: int
    failed: int
    reused: int


Told = Callable[[Step], None]


def portfolio(
    pairs: Iterable[tuple[str | Path, str | Path] | Pair],
    *,
    site: str | Path | None = None,
    tables: Sequence[str] = (),
    cache: str | Path | None = None,
    workers: int | None = None,
    executor: Executor | None = None,
    settings: Settings | None = None,
    title: str = "",
) -> Portfolio:
    """Compare many pairs of editions, each (old, new), and rank them by what changed.

    ``site`` is a folder to write the site and the tables to; ``tables`` are further formats of
    these, ``parquet`` or ``xlsx``. ``cache`` is a folder that keeps finished documents for the next
    run. The work is done on ``executor``, or on so many ``workers`` of our own. A document that
    cannot be compared is in ``failed`` of the result. Raises ``InputError`` where no pair is left
    or the site cannot be written.
    """
    settings = settings or Settings()
    pairing = declared(named(_texts(pairs)))
    with at(executor, workers) as place, kept(cache) as store:
        found = compare_all(pairing, store, place, settings)
        if site is not None:
            from tracediff.portfolios.site import write_site

            write_site(found, store, Path(site), tables, title)
    return found


def _texts(
    pairs: Iterable[tuple[str | Path, str | Path] | Pair],
) -> Iterator[tuple[str, str] | Pair]:
    for pair in pairs:
        yield pair if isinstance(pair, Pair) else (str(pair[0]), str(pair[1]))


def at(
    executor: Executor | None = None, workers: int | None = None, seconds: float = SECONDS
) -> AbstractContextManager[Workplace]:
    """Where the work is done: on an executor, else in processes of our own."""
    return given(executor, seconds) if executor is not None else local(workers, seconds)


@contextmanager
def kept(folder: str | Path | None, most: int = MOST) -> Iterator[Store]:
    """The cache in a folder, or one that is gone at the end."""
    if folder is not None:
        yield Store(folder, most)
        return
    with tempfile.TemporaryDirectory(prefix="tracediff-") as passing:
        yield Store(passing, most)


def compare_all(
    pairing: Pairing,
    store: Store,
    place: Workplace,
    settings: Settings,
    told: Told = lambda step: None,
) -> Portfolio:
    """Compare what the cache does not hold, and rank all of it.

    Raises ``InputError`` where there is nothing to compare.
    """
    if not pairing.pairs:
        raise InputError("no two editions belong together; name the pairs in a list (--pairs)")
    failed: dict[str, str] = {}
    tasks = list(_tasks(pairing, settings, failed))
    fresh = [task for task in tasks if store.get(task.key) is None]
    reused = len(tasks) - len(fresh)
    done, total = 0, len(fresh)
    told(Step(done, total, len(failed), reused))
    for outcome in run(place.executor, do, fresh, place.window, place.deaths, place.patience):
        if outcome.result is None:
            failed[outcome.task.name] = outcome.reason
        else:
            store.put(outcome.task.key, outcome.result)
        done += 1
        told(Step(done, total, len(failed), reused))
    found = _ranked([task for task in tasks if task.name not in failed], store, settings)
    store.tidy(frozenset(task.key for task in tasks))
    return replace(
        found,
        failed=tuple(_failures(pairing, failed)),
        unpaired=pairing.unpaired,
        reused=reused,
    )


def _tasks(pairing: Pairing, settings: Settings, failed: dict[str, str]) -> Iterator[Task]:
    """What is to be done; where a file cannot be read, that is a failure."""
    folder, ours = os.getcwd(), program()  # noqa: PTH109
    known: dict[str, str] = {}
    for pair, editions in (*((pair, ()) for pair in pairing.pairs), *pairing.followed):
        task = Task(pair, "", (), folder, ours, settings, editions)
        try:
            contents = tuple(_content(path, settings, known) for path in task.paths)
        except TracediffError as error:
            failed[task.name] = str(error)
        else:
            made = key(pair, contents, settings, editions)
            yield replace(task, key=made, contents=contents)


def _content(path: str, settings: Settings, known: dict[str, str]) -> str:
    if path not in known:
        known[path] = content(path, settings)
    return known[path]


def _ranked(tasks: Sequence[Task], store: Store, settings: Settings) -> Portfolio:
    """The documents that are done, in order, and their timelines."""
    pairs = [task.key for task in tasks if not task.editions]
    least = settings.telling.many_documents
    common = frequent((Entry(store.need(one)).document.traits for one in pairs), least)
    documents = [_with(Entry(store.need(one)).document, common) for one in pairs]
    ordered = tuple(sorted(documents, key=lambda one: (-one.importance, one.name)))
    return Portfolio(
        documents=ordered,
        shared=shared(ordered, least),
        timelines=tuple(
            Followed(task.pair.name, len(task.editions), page_of(task.pair.name), task.key)
            for task in tasks
            if task.editions
        ),
    )


def _with(document: Document, common: frozenset[int]) -> Document:
    """A document with those of its traits that others may share."""
    held = (one for one in document.traits if hash((one.kind, one.key)) in common)
    return replace(document, traits=tuple(held))


def _failures(pairing: Pairing, failed: Mapping[str, str]) -> Iterator[Failure]:
    for pair in pairing.pairs:
        for name in (pair.name, f"{pair.name} (timeline)"):
            if name in failed:
                yield Failure(name, pair.against, pair.draft, failed[name])


def describer(
    place: Workplace, settings: Settings
) -> Callable[[Sequence[str]], dict[str, Described | str]]:
    """What tells the titles and periods inside files, read by the workers."""
    folder = os.getcwd()  # noqa: PTH109

    def describe(paths: Sequence[str]) -> dict[str, Described | str]:
        tasks = [(folder, path, settings) for path in paths]
        done = run(place.executor, describe_file, tasks, place.window, place.deaths, place.patience)
        return {one.task[1]: one.reason if one.result is None else one.result for one in done}

    return describe


__all__ = [
    "Pairing",
    "Step",
    "Store",
    "Workplace",
    "at",
    "compare_all",
    "declared",
    "describer",
    "kept",
    "named",
    "one_folder",
    "portfolio",
    "read_list",
    "two_folders",
]
