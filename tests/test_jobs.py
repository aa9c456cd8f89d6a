"""Jobs done at once give what jobs done one after the other give."""

from __future__ import annotations

import os
import threading
import time
from functools import partial
from pathlib import Path

import pytest

from tracediff import jobs as module
from tracediff.errors import InputError
from tracediff.jobs import at_once
from tracediff.pipeline import compare, load
from tracediff.settings import Detecting, Reading, Settings

SAMPLES = Path(__file__).parent.parent / "samples"
OLD, NEW = SAMPLES / "veldania-2023.md", SAMPLES / "veldania-2024.md"


@pytest.fixture(params=["forked", "alone"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(module, "_may_fork", lambda: request.param == "forked")
    return str(request.param)


@pytest.mark.parametrize("count", [0, 1, 2, 7])
def test_all_results_come_back_in_order(way: str, count: int) -> None:
    assert at_once([partial(pow, n, 2) for n in range(count)]) == [n * n for n in range(count)]


def test_the_last_job_runs_elsewhere_only_when_forked(way: str) -> None:
    def first() -> int:
        time.sleep(0.2)  # long enough for the other process to begin
        return os.getpid()

    mine, other = at_once([first, os.getpid])
    assert mine == os.getpid()
    assert (other != mine) is (way == "forked")


@pytest.mark.parametrize("wrong", [{1}, {4}, {1, 4}])
def test_the_error_of_the_first_job_that_fails_is_raised(way: str, wrong: set[int]) -> None:
    def read(number: int) -> int:
        if number in wrong:
            raise InputError(f"{number}: is empty; give the text of an edition")
        return number

    with pytest.raises(InputError, match=f"^{min(wrong)}:"):
        at_once([partial(read, number) for number in range(6)])


def test_what_a_dead_child_left_undone_is_done_here() -> None:
    here = os.getpid()

    def work(number: int) -> int:
        if os.getpid() != here:
            os._exit(9)
        time.sleep(0.05)
        return number * 2

    assert at_once([partial(work, number) for number in range(5)]) == [0, 2, 4, 6, 8]


def test_a_program_with_threads_is_not_forked() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        pids = at_once([os.getpid, os.getpid])
    finally:
        done.set()
        thread.join()
    assert set(pids) == {os.getpid()}


def test_editions_compared_at_once_give_the_same_report(way: str) -> None:
    at_once_from = Settings(reading=Reading(at_once=1), detecting=Detecting(at_once=1))
    report = compare(OLD, NEW, settings=at_once_from)
    assert report == compare(OLD, NEW)
    assert report.comparison.old == load(OLD)
    assert report.comparison.new == load(NEW)
