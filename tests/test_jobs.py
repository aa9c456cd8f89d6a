"""Jobs done at once give what jobs done one after the other give."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from tracediff import jobs as module
from tracediff.errors import InputError
from tracediff.jobs import at_once, two_processes
from tracediff.pipeline import compare, load
from tracediff.settings import Detecting, Reading, Settings

SAMPLES = Path(__file__).parent.parent / "samples"
OLD, NEW = SAMPLES / "veldania-2023.md", SAMPLES / "veldania-2024.md"


@pytest.fixture(autouse=True)
def allowed() -> Iterator[None]:
    with two_processes():
        yield


@pytest.fixture(params=["forked", "alone"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(module, "_may_fork", lambda: request.param == "forked")
    return str(request.param)


@pytest.mark.parametrize("count", [0, 1, 2, 7])
def test_all_results_come_back_in_order(way: str, count: int) -> None:
    assert at_once([partial(pow, n, 2) for n in range(count)]) == [n * n for n in range(count)]


def test_the_last_job_runs_elsewhere_only_when_forked(way: str) -> None:
    begun = {"first": os.pipe(), "last": os.pipe()}
    here = os.getpid()

    def job(own: str, other: str) -> int:
        os.write(begun[own][1], b".")
        if way == "forked":
            os.read(begun[other][0], 1)  # neither process is done before both have begun
        return os.getpid()

    mine, other = at_once([partial(job, "first", "last"), partial(job, "last", "first")])
    for end in (end for pipe in begun.values() for end in pipe):
        os.close(end)
    assert mine == here
    assert (other != mine) is (way == "forked")


@pytest.mark.parametrize("wrong", [{1}, {4}, {1, 4}])
def test_the_error_of_the_first_job_that_fails_is_raised(way: str, wrong: set[int]) -> None:
    def read(number: int) -> int:
        if number in wrong:
            raise InputError(f"{number}: is empty; give the text of an edition")
        return number

    with pytest.raises(InputError, match=f"^{min(wrong)}:"):
        at_once([partial(read, number) for number in range(6)])


def test_what_a_dead_child_left_undone_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_may_fork", lambda: True)
    here = os.getpid()
    source, sink = os.pipe()

    def work(number: int) -> int:
        if os.getpid() != here:
            os.write(sink, b".")
            os._exit(9)
        if number == 0:
            os.read(source, 1)  # until the child has taken a job with it
        return number * 2

    assert at_once([partial(work, number) for number in range(5)]) == [0, 2, 4, 6, 8]
    os.close(source)
    os.close(sink)


def next_descriptor() -> int:
    """The lowest number that is free: it rises where one was left open."""
    copy = os.dup(1)
    os.close(copy)
    return copy


def test_where_no_process_can_be_had_all_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> int:
        raise BlockingIOError("Resource temporarily unavailable")

    monkeypatch.setattr(module, "_may_fork", lambda: True)
    monkeypatch.setattr(os, "fork", refused)
    before = next_descriptor()
    assert at_once([partial(pow, n, 2) for n in range(5)]) == [0, 1, 4, 9, 16]
    assert next_descriptor() == before


def test_an_error_tells_where_it_arose_in_the_other_process(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "_may_fork", lambda: True)
    source, sink = os.pipe()

    def deep_inside() -> None:
        os.write(sink, b".")
        raise ValueError("no such word")

    with pytest.raises(ValueError, match="no such word") as failed:
        at_once([partial(os.read, source, 1), deep_inside])
    os.close(source)
    os.close(sink)
    assert "deep_inside" in "".join(failed.value.__notes__)


class Odd(Exception):
    """An error that can be sent and not be received."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(one + two)


def test_an_error_that_cannot_be_sent_is_met_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_may_fork", lambda: True)

    def fail() -> None:
        raise Odd("a", "b")

    with pytest.raises(Odd, match="ab"):
        at_once([fail, fail, fail])


@pytest.mark.parametrize("sent", ["nothing", "a part"])
def test_what_a_stopped_child_left_undone_is_done_here(
    monkeypatch: pytest.MonkeyPatch, sent: str
) -> None:
    monkeypatch.setattr(module, "_may_fork", lambda: True)
    monkeypatch.setattr(module, "_LOOK", 0.05)
    here = os.getpid()
    source, sink = os.pipe()

    def work(number: int) -> bytes:
        if os.getpid() != here and sent == "nothing":
            os.write(sink, b".")
            os.kill(os.getpid(), signal.SIGSTOP)
        elif os.getpid() != here:
            os.write(sink, b".")
        if number == 0:
            os.read(source, 1)  # until the child has taken a job with it
        return bytes([number]) * 1000

    def stopped(child: int) -> bool:
        os.kill(child, signal.SIGSTOP)
        return looked(child)

    looked = module._is_stopped
    monkeypatch.setattr(module, "_is_stopped", stopped)
    assert at_once([partial(work, number) for number in range(5)]) == [
        bytes([number]) * 1000 for number in range(5)
    ]
    os.close(source)
    os.close(sink)


def test_a_child_that_was_stopped_and_continued_is_waited_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "_may_fork", lambda: True)
    monkeypatch.setattr(module, "_LOOK", 0.02)
    seen: list[bool] = []

    def once_stopped(child: int) -> bool:
        seen.append(len(seen) % 2 == 0)  # stopped at one look, not at the next
        return seen[-1]

    monkeypatch.setattr(module, "_is_stopped", once_stopped)
    source, sink = os.pipe()

    def slow() -> int:
        os.write(sink, b".")
        time.sleep(0.3)
        return os.getpid()

    _, other = at_once([partial(os.read, source, 1), slow])
    os.close(source)
    os.close(sink)
    assert other != os.getpid()
    assert len(seen) > 2


def test_a_child_that_is_gone_is_not_stopped() -> None:
    assert not module._is_stopped(2**22 + 1)


def children_of(parent: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{parent}/task/{parent}/children").read_text().split()]


def runs(process: int) -> bool:
    """Whether a process is there and no zombie."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def soon(holds: Callable[[], object], seconds: float = 20) -> bool:
    until = time.monotonic() + seconds
    while not holds() and time.monotonic() < until:
        time.sleep(0.01)
    return bool(holds())


LONG = """
import os, signal, time
from tracediff import jobs
jobs._may_fork = lambda: True
signal.signal(signal.SIGHUP, signal.SIG_DFL)  # whatever the caller ignores, as nohup does
signal.signal(signal.SIGINT, signal.default_int_handler)
def work():
    os.write(1, b"at work\\n")  # at once: a printed line may come in two parts
    time.sleep(60)
with jobs.two_processes():
    jobs.at_once([work, work])
"""


@pytest.mark.parametrize("number", ["SIGTERM", "SIGHUP", "SIGKILL", "SIGINT"])
def test_no_child_outlives_its_parent(number: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", LONG], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as parent:
        assert parent.stdout is not None
        assert [parent.stdout.readline() for _ in "ab"] == ["at work\n"] * 2
        (child,) = children_of(parent.pid)
        parent.send_signal(getattr(signal, number))
        assert soon(lambda: parent.poll() is not None)
        assert soon(lambda: not runs(child))


def test_ctrl_c_while_forking_leaves_no_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_may_fork", lambda: True)
    children: list[int] = []
    plain = os.fork

    def interrupted() -> int:
        # held back until both know which one they are; a thread left over holds nothing back
        signal.pthread_kill(threading.get_ident(), signal.SIGINT)
        child = plain()
        if child:
            children.append(child)
        return child

    monkeypatch.setattr(os, "fork", interrupted)
    with pytest.raises(KeyboardInterrupt):
        at_once([partial(time.sleep, 60), partial(time.sleep, 60)])
    assert len(children) == 1
    assert not runs(children[0])


def test_ctrl_c_at_a_terminal_says_nothing_in_the_child() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", LONG],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as parent:
        assert parent.stdout is not None
        assert [parent.stdout.readline() for _ in "ab"] == ["at work\n"] * 2
        os.killpg(parent.pid, signal.SIGINT)
        _, said = parent.communicate(timeout=20)
    assert said.count("Traceback") == 1  # that of the program, which may catch it
    assert "_answer" not in said


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


def test_a_machine_that_cannot_fork_does_all_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork")
    assert set(at_once([os.getpid, os.getpid])) == {os.getpid()}


def test_editions_compared_at_once_give_the_same_report(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "_may_fork", lambda: True)
    at_once_from = Settings(reading=Reading(at_once=1), detecting=Detecting(at_once=1))
    report = compare(OLD, NEW, settings=at_once_from)
    assert report == compare(OLD, NEW)
    assert report.comparison.old == load(OLD)
    assert report.comparison.new == load(NEW)


def test_what_was_read_and_linked_is_the_same_in_another_process(way: str) -> None:
    old, new = load(OLD), load(NEW)
    links = compare(OLD, NEW).comparison.alignment
    results = at_once([partial(load, OLD), lambda: (new, links)])
    assert results == [old, (new, links)]
    sent = pickle.loads(pickle.dumps((old, new, links)))
    assert sent == (old, new, links)
