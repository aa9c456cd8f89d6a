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
from dataclasses import dataclass
from pathlib import Path

from tracediff.config import Pair
from tracediff.errors import InputError, TracediffError
from tracediff.model import Document, Failure, Portfolio
from tracediff.portfolios.document import Task, compare_pair, describe_file
from tracediff.portfolios.entry import Entry
from tracediff.portfolios.executors import SECONDS, Place, given, local
from tracediff.portfolios.keys import content, key, program
from tracediff.portfolios.listed import read_list
from tracediff.portfolios.pairing import (
    Described,
    Pairing,
    declared,
    named,
    one_folder,
    two_folders,
)
from tracediff.portfolios.runner import run
from tracediff.portfolios.store import MOST, Store
from tracediff.portfolios.traits import shared
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
) -> AbstractContextManager[Place]:
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
    place: Place,
    settings: Settings,
    told: Told = lambda step: None,
) -> Portfolio:
    """Compare what the cache does not hold, and rank all of it.

    Raises ``InputError`` where there is nothing to compare.
    """
    if not pairing.pairs:
        raise InputError("no two editions belong together; name the pairs in a list (--pairs)")
    folder, ours = os.getcwd(), program()  # noqa: PTH109
    keys: dict[str, str] = {}
    failed: dict[str, str] = {}
    held: set[str] = set()
    tasks: list[Task] = []
    digests: dict[str, str] = {}
    for pair in pairing.pairs:
        try:
            contents = (
                _content(pair.against, settings, digests),
                _content(pair.draft, settings, digests),
            )
        except TracediffError as error:
            failed[pair.name] = str(error)
            continue
        keys[pair.name] = name = key(pair, contents, settings)
        if store.get(name) is not None:
            held.add(pair.name)
        else:
            tasks.append(Task(pair, name, contents, folder, ours, settings))
    total, done = len(tasks), 0
    told(Step(done, total, len(failed), len(held)))
    for outcome in run(
        place.executor, compare_pair, tasks, place.window, place.deaths, place.patience
    ):
        if outcome.result is None:
            failed[outcome.task.pair.name] = outcome.reason
        else:
            store.put(outcome.task.key, outcome.result)
        done += 1
        told(Step(done, total, len(failed), len(held)))
    documents = [
        Entry(store.need(keys[pair.name])).document
        for pair in pairing.pairs
        if pair.name not in failed
    ]
    store.tidy(frozenset(keys.values()))
    return _ranked(documents, pairing, failed, len(held), settings)


def _content(path: str, settings: Settings, known: dict[str, str]) -> str:
    if path not in known:
        known[path] = content(path, settings)
    return known[path]


def _ranked(
    documents: Iterable[Document],
    pairing: Pairing,
    failed: Mapping[str, str],
    reused: int,
    settings: Settings,
) -> Portfolio:
    ordered = tuple(sorted(documents, key=lambda one: (-one.importance, one.name)))
    return Portfolio(
        documents=ordered,
        failed=tuple(
            Failure(pair.name, pair.against, pair.draft, failed[pair.name])
            for pair in pairing.pairs
            if pair.name in failed
        ),
        unpaired=pairing.unpaired,
        shared=shared(ordered, settings.telling.many_documents),
        reused=reused,
    )


def describer(
    place: Place, settings: Settings
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
    "Place",
    "Step",
    "Store",
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
