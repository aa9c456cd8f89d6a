"""Where documents are compared: processes of our own, or a cluster that somebody runs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Final

from tracediff.errors import InputError
from tracediff.portfolios.pool import Pool
from tracediff.portfolios.runner import DEATHS

SECONDS: Final = 600.0  # for one document; the longest report met, of 600 pages, takes 40
_PATIENCE: Final = 30.0  # seconds for a cluster to answer
_AHEAD: Final = 2  # documents for each worker that are under way or next


@dataclass(frozen=True, slots=True)
class Workplace:
    """An executor with how many documents it is given at a time, and how it says a worker died.

    ``patience`` is how long it may be silent, in seconds; none where it watches that itself.
    """

    executor: Executor
    window: int
    deaths: tuple[type[BaseException], ...] = DEATHS
    patience: float | None = None


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1  # pragma: no cover - macOS and Windows


@contextmanager
def local(workers: int | None, seconds: float = SECONDS) -> Iterator[Workplace]:
    """A pool of processes on this machine, as many as it has processors unless said."""
    pool = Pool(workers or processors(), seconds)
    try:
        yield Workplace(pool, pool.workers * _AHEAD)
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def given(executor: Executor, seconds: float = SECONDS) -> Iterator[Workplace]:
    """An executor of the caller's, which stays open."""
    workers = getattr(executor, "_max_workers", None) or processors()
    yield Workplace(executor, int(workers) * _AHEAD, patience=seconds)


@contextmanager
def named(address: str, seconds: float = SECONDS) -> Iterator[Workplace]:
    """The cluster at an address such as ``dask://host:8786``.

    Raises ``InputError`` where the address is of no known kind, the extra is not installed, nobody
    answers, or it has no worker.
    """
    kind, _, host = address.partition("://")
    if kind != "dask" or not host:
        raise InputError(f"{address}: is no executor; write it as dask://HOST:PORT")
    try:
        distributed: Any = import_module("distributed")
        killed = import_module("distributed.scheduler").KilledWorker
    except ImportError:
        raise InputError(
            f"{address}: Dask is not installed; install tracediff-reports with its extra [dask]"
        ) from None
    try:
        client = distributed.Client(f"tcp://{host}", timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        text = " ".join(str(error).split())
        raise InputError(f"{address}: nobody answers ({text}); start a scheduler there") from None
    try:
        threads = sum(client.nthreads().values())
        if not threads:
            raise InputError(f"{address}: has no worker; start one: dask worker {host}")
        executor = client.get_executor(pure=False)
        yield Workplace(executor, threads * _AHEAD, (*DEATHS, killed), seconds)
    finally:
        client.close()
