"""Tasks in, their outcomes out as they are done, on any ``concurrent.futures.Executor``.

Only a few tasks for each worker are under way at a time, so that a run of many documents takes no
more memory than one of few. A task whose worker died is tried once more, last; then it failed.
Where the worker was ended from outside, which the task need not have caused, it is tried oftener.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    CancelledError,
    Executor,
    Future,
    wait,
)
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from tracediff.errors import InputError, TracediffError
from tracediff.portfolios.pool import WorkerDied, WorkerKilled

_T = TypeVar("_T")
_R = TypeVar("_R")

DEATHS: Final[tuple[type[BaseException], ...]] = (WorkerDied, BrokenExecutor)
_TRIES: Final = 2
_TRIES_IF_KILLED: Final = 4  # so that three kills lose nothing, whichever workers they hit


@dataclass(frozen=True, slots=True)
class Outcome(Generic[_T, _R]):
    """What came of a task: its result, or why there is none."""

    task: _T
    result: _R | None
    reason: str = ""


def run(
    executor: Executor,
    work: Callable[[_T], _R],
    tasks: Iterable[_T],
    window: int,
    deaths: tuple[type[BaseException], ...] = DEATHS,
    patience: float | None = None,
) -> Generator[Outcome[_T, _R], None, None]:
    """Yield the outcome of each task as soon as it is known; what is under way when the caller
    leaves is cancelled.

    ``window`` is how many tasks are under way at a time, ``deaths`` are the errors by which the
    executor says that a worker died. Where nothing comes back for ``patience`` seconds, what is
    under way has failed; raises ``InputError`` where that happens twice in a row.
    """
    fresh = iter(tasks)
    again: deque[tuple[_T, int]] = deque()
    under_way: dict[Future[_R], tuple[_T, int]] = {}
    more, silent = True, False
    try:
        while True:
            while more and len(under_way) < window:
                task = next(fresh, None)
                if task is None:
                    more = False
                else:
                    yield from _submit(executor, work, task, 1, under_way)
            while not more and again and len(under_way) < window:
                yield from _submit(executor, work, *again.popleft(), under_way)
            if not under_way:
                return
            done, _ = wait(under_way, patience, FIRST_COMPLETED)
            if not done:
                yield from _given_up(under_way, silent, patience or 0.0)
            silent = not done
            for future in done:
                task, tries = under_way.pop(future)
                error = _error(future)
                if error is None:
                    yield Outcome(task, future.result())
                elif isinstance(error, deaths) and tries < _most_tries(error):
                    again.append((task, tries + 1))
                else:
                    yield Outcome(task, None, reason(error, tries))
    finally:
        for future in under_way:
            future.cancel()


def _most_tries(error: BaseException) -> int:
    return _TRIES_IF_KILLED if isinstance(error, WorkerKilled) else _TRIES


def _submit(
    executor: Executor,
    work: Callable[[_T], _R],
    task: _T,
    tries: int,
    under_way: dict[Future[_R], tuple[_T, int]],
) -> Iterator[Outcome[_T, _R]]:
    """Submit a task; where the executor takes none any more, that is its outcome."""
    try:
        under_way[executor.submit(work, task)] = task, tries
    except (RuntimeError, OSError) as error:
        yield Outcome(task, None, reason(error))


def _given_up(
    under_way: dict[Future[_R], tuple[_T, int]], before: bool, patience: float
) -> Iterator[Outcome[_T, _R]]:
    """Name what is under way and does not come back."""
    if before:
        raise InputError(f"no document was done in {patience:g} seconds, twice; is a worker left?")
    for future, (task, _) in under_way.items():
        future.cancel()
        yield Outcome(task, None, f"was not done in {patience:g} seconds")
    under_way.clear()


def _error(future: Future[_R]) -> BaseException | None:
    try:
        return future.exception()
    except CancelledError as error:
        return error


def reason(error: BaseException, tries: int = 1) -> str:
    """Why a document failed, on one line."""
    if isinstance(error, TracediffError):
        return " ".join(str(error).split("\n"))
    if isinstance(error, MemoryError):
        return "out of memory; split the document, or lower reading.max_bytes in tracediff.toml"
    if isinstance(error, RecursionError):
        return "is nested too deeply; simplify it"
    if isinstance(error, CancelledError):
        return "was cancelled by the executor"
    if isinstance(error, WorkerDied):
        times = {1: "once", 2: "twice"}.get(tries, f"{tries} times")
        return f"{error}; tried {times}"
    if isinstance(error, BrokenExecutor):
        return f"the executor broke ({error}); run again, with more memory or fewer workers"
    text = " ".join(str(error).split())
    return f"internal error ({type(error).__name__}: {text}); please report it with the document"
