"""Tasks on any executor: what comes back, what is tried again, what is said of what failed."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, CancelledError, Future, ThreadPoolExecutor
from typing import Any

import pytest

from tests.portfolio.making import Here
from tracediff.errors import InputError, SettingsError
from tracediff.portfolios.pool import WorkerDied, WorkerKilled
from tracediff.portfolios.runner import Outcome, reason, run


def half(number: int) -> int:
    if number % 2:
        raise InputError(f"{number}: is odd; take another")
    return number // 2


def test_outcomes_come_with_their_tasks_whatever_the_order() -> None:
    with ThreadPoolExecutor(2) as executor:
        found = {one.task: one for one in run(executor, half, [1, 2, 4], 2)}
    assert found[4] == Outcome(4, 2)
    assert found[1] == Outcome(1, None, "1: is odd; take another")
    assert len(found) == 3


def test_no_more_are_under_way_than_the_window_holds() -> None:
    asked = itertools.count(2, 2)
    outcomes = run(Here(), half, asked, 3)
    assert next(outcomes).task in (2, 4, 6)
    outcomes.close()
    assert next(asked) == 8


class Dying:
    """Work whose worker dies so many times."""

    def __init__(self, times: int, kind: type[WorkerDied] = WorkerDied) -> None:
        self.left = times
        self.kind = kind

    def __call__(self, task: str) -> str:
        if task == "bad" and self.left:
            self.left -= 1
            raise self.kind("its process was ended by SIGSEGV")
        return task.upper()


def test_a_task_whose_worker_died_is_tried_once_more_at_the_end() -> None:
    found = [one.result for one in run(Here(), Dying(1), ["bad", "a", "b"], 1)]
    assert found == ["A", "B", "BAD"]


def test_a_task_whose_worker_dies_twice_is_named() -> None:
    *others, last = run(Here(), Dying(9), ["bad", "a"], 1)
    assert [one.result for one in others] == ["A"]
    assert last == Outcome("bad", None, "its process was ended by SIGSEGV; tried twice")


def test_three_kills_from_outside_lose_no_task() -> None:
    found = [one.result for one in run(Here(), Dying(3, WorkerKilled), ["bad", "a"], 1)]
    assert found == ["A", "BAD"]


def test_a_task_whose_workers_are_killed_each_time_is_named() -> None:
    *_, last = run(Here(), Dying(9, WorkerKilled), ["bad", "a"], 1)
    assert last.reason == "its process was ended by SIGSEGV; tried 4 times"


class Closing(Here):
    """Takes no more after so many."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        if self.calls == 1:
            raise BrokenExecutor("a child process terminated abruptly")
        return super().submit(fn, *args, **kwargs)


def test_an_executor_that_broke_names_what_is_left() -> None:
    found = list(run(Closing(), half, [2, 4, 6], 1))
    assert [one.result for one in found] == [1, None, None]
    assert found[2].reason == (
        "the executor broke (a child process terminated abruptly); run again, with more memory or"
        " fewer workers"
    )


class Silent(Here):
    """Never answers."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.last: Future[Any] = Future()
        return self.last


def test_what_does_not_come_back_is_named_and_the_others_go_on() -> None:
    class Slow(Silent):
        def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
            return super().submit(fn) if args == (2,) else Here().submit(fn, *args)

    found = list(run(Slow(), half, [4, 2, 6], 1, patience=0.01))
    assert [one.result for one in found] == [2, None, 3]
    assert found[1].reason == "was not done in 0.01 seconds"


def test_an_executor_that_says_nothing_twice_is_given_up() -> None:
    executor = Silent()
    outcomes = run(executor, half, [2, 4, 6], 1, patience=0.01)
    assert next(outcomes).reason == "was not done in 0.01 seconds"
    with pytest.raises(InputError, match=r"in 0\.01 seconds, twice; is a worker left"):
        next(outcomes)
    assert executor.last.cancelled()


class Cancelling(Here):
    """Cancels what it took."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.cancel()
        future.set_running_or_notify_cancel()
        return future


def test_what_the_executor_cancels_is_named() -> None:
    (found,) = run(Cancelling(), half, [2], 1)
    assert found.reason == "was cancelled by the executor"


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (SettingsError("a", "b"), "a b"),
        (MemoryError(), "out of memory; split the document, or lower reading.max_bytes"),
        (RecursionError(), "is nested too deeply; simplify it"),
        (CancelledError(), "was cancelled by the executor"),
        (WorkerDied("took longer than 5 seconds"), "took longer than 5 seconds; tried once"),
        (ValueError("a\n b"), "internal error (ValueError: a b); please report it"),
    ],
)
def test_every_reason_is_one_line(error: BaseException, said: str) -> None:
    assert reason(error).startswith(said)
    assert "\n" not in reason(error)
