"""Two calls at once give what two calls one after the other give."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from tracediff import both as module
from tracediff.both import both
from tracediff.errors import InputError
from tracediff.pipeline import compare, load
from tracediff.settings import Reading, Settings

SAMPLES = Path(__file__).parent.parent / "samples"
OLD, NEW = SAMPLES / "veldania-2023.md", SAMPLES / "veldania-2024.md"


@pytest.fixture(params=["forked", "alone"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(module, "_may_fork", lambda: request.param == "forked")
    return str(request.param)


def test_both_results_come_back_in_order(way: str) -> None:
    assert both(str.upper, "old", "new") == ("OLD", "NEW")


def test_the_second_call_runs_elsewhere_only_when_forked(way: str) -> None:
    mine, other = both(lambda _: os.getpid(), 1, 2)
    assert mine == os.getpid()
    assert (other != mine) is (way == "forked")


@pytest.mark.parametrize("wrong", ["first", "second"])
def test_an_error_of_either_call_is_raised(way: str, wrong: str) -> None:
    def read(name: str) -> str:
        if name == wrong:
            raise InputError(f"{name}: is empty; give the text of an edition")
        return name

    with pytest.raises(InputError, match=wrong):
        both(read, "first", "second")


def test_a_child_that_dies_is_replaced() -> None:
    here = os.getpid()

    def work(number: int) -> int:
        if os.getpid() != here:
            os._exit(9)
        return number * 2

    assert both(work, 1, 2) == (2, 4)


def test_a_program_with_threads_is_not_forked() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        pids = both(lambda _: os.getpid(), 1, 2)
    finally:
        done.set()
        thread.join()
    assert set(pids) == {os.getpid()}


def test_editions_read_at_once_are_the_same(way: str) -> None:
    settings = Settings(reading=Reading(at_once=1))
    report = compare(OLD, NEW, settings=settings)
    assert report.comparison.old == load(OLD)
    assert report.comparison.new == load(NEW)
