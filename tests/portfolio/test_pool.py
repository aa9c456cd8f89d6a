"""The pool: its results, and how it gets over the death of a worker."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import CancelledError
from pathlib import Path

import pytest

from tests.portfolio import making
from tracediff.errors import InputError
from tracediff.messages import SIZE, receive
from tracediff.portfolios import pool as module
from tracediff.portfolios.pool import Pool, WorkerDied
from tracediff.portfolios.worker import answer

ROOT = str(Path(__file__).parents[2])


@pytest.fixture
def pool() -> Iterator[Pool]:
    found = Pool(1, 60)
    yield found
    found.shutdown(cancel_futures=True)


def test_calls_are_answered_by_another_process_that_is_replaced_when_it_dies(pool: Pool) -> None:
    first = pool.submit(os.getpid).result()
    assert first != os.getpid()
    assert pool.processes == (first,)
    with pytest.raises(WorkerDied, match=r"ended by SIGKILL, often for want of memory"):
        pool.submit(os.kill, first, signal.SIGKILL).result()
    with pytest.raises(WorkerDied, match="ended with status 3"):
        pool.submit(os._exit, 3).result()
    second = pool.submit(os.getpid).result()
    assert second != first
    assert pool.processes == (second,)


def test_what_a_call_raises_is_raised_and_the_worker_stays(pool: Pool) -> None:
    before = pool.submit(os.getpid).result()
    with pytest.raises(ZeroDivisionError):
        pool.submit(divmod, 1, 0).result()
    assert pool.submit(os.getpid).result() == before


def test_what_is_printed_is_no_answer(pool: Pool) -> None:
    assert pool.submit(os.write, 1, b"noise").result() == 5
    assert pool.submit(pow, 2, 5).result() == 32


def test_a_call_that_takes_too_long_costs_its_worker() -> None:
    pool = Pool(1, 0.3)
    with pytest.raises(WorkerDied, match=r"took longer than 0\.3 seconds"):
        pool.submit(time.sleep, 60).result()
    pool.shutdown()


def test_a_worker_is_replaced_after_so_many_calls(
    pool: Pool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_CALLS", 2)
    one, two, three = (pool.submit(os.getpid).result() for _ in range(3))
    assert one == two != three


def test_a_closed_pool_takes_no_calls_and_cancels_what_waits() -> None:
    pool = Pool(1, 60)
    running = pool.submit(time.sleep, 60)
    waiting = pool.submit(pow, 2, 2)
    cancelled = pool.submit(pow, 2, 3)
    assert cancelled.cancel()
    while not pool.processes:
        time.sleep(0.01)
    pool.shutdown(cancel_futures=True)
    pool.shutdown()
    with pytest.raises(WorkerDied):
        running.result()
    with pytest.raises(CancelledError):
        waiting.result()
    assert pool.processes == ()
    with pytest.raises(RuntimeError, match="closed"):
        pool.submit(pow, 2, 2)


def test_a_cancelled_call_is_passed_over(pool: Pool) -> None:
    slow = pool.submit(time.sleep, 0.2)
    assert pool.submit(pow, 2, 3).cancel()
    assert pool.submit(pow, 2, 4).result() == 16
    assert slow.done()


def test_where_no_process_can_be_started_the_call_fails(
    pool: Pool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/nonexistent/python")
    with pytest.raises(OSError, match="nonexistent"):
        pool.submit(pow, 2, 2).result()


def test_an_idle_worker_that_does_not_end_is_ended(
    pool: Pool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_PATIENCE", 0.01)
    (process,) = {pool.submit(os.getpid).result()}
    os.kill(process, signal.SIGSTOP)
    while "T (stopped)" not in Path(f"/proc/{process}/status").read_text("utf-8"):
        time.sleep(0.01)
    pool.shutdown()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_a_worker_does_not_outlive_the_process_that_made_it(tmp_path: Path) -> None:
    script = (
        f"import sys; sys.path.insert(0, {ROOT!r})\n"
        "import os, time\n"
        "from tracediff.portfolios.pool import Pool\n"
        "pool = Pool(1)\n"
        "process = pool.submit(os.getpid).result()\n"
        "pool.submit(time.sleep, 60)\n"
        "print(process, flush=True)\n"
        "time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as own:
        assert own.stdout
        process = int(own.stdout.readline())
        own.kill()
    until = time.monotonic() + 20
    while Path(f"/proc/{process}").exists() and "zombie" not in _status(process):
        assert time.monotonic() < until
        time.sleep(0.05)


def test_a_worker_ends_with_its_maker_while_it_still_loads() -> None:
    loading = module._START.format(root=ROOT).replace(
        "from tracediff.portfolios", "import time; time.sleep(60);"
        " from tracediff.portfolios"
    )  # fmt: skip
    with subprocess.Popen([sys.executable, "-c", loading], stdin=subprocess.PIPE) as process:
        assert process.stdin
        process.stdin.close()
        assert process.wait(20) == 0


def _status(process: int) -> str:
    try:
        return Path(f"/proc/{process}/status").read_text("utf-8")
    except OSError:
        return "zombie"


def test_a_worker_that_died_idle_is_replaced_before_the_next_call(pool: Pool) -> None:
    first = pool.submit(os.getpid).result()
    (worker,) = pool._running
    worker.kill()
    worker.process.wait()
    assert pool.submit(os.getpid).result() != first


def test_a_worker_that_cannot_be_asked_has_died() -> None:
    worker = module.Worker()
    worker.kill()
    worker.process.wait()
    with pytest.raises(WorkerDied, match="ended by SIGKILL"):
        worker.ask(b"x" * 1_000_000, 60)
    assert worker.dead
    worker.close()


def test_a_pool_may_be_closed_without_waiting() -> None:
    pool = Pool(1, 60)
    last = pool.submit(pow, 2, 5)
    pool.shutdown(wait=False)
    assert last.result() == 32


def test_a_message_that_breaks_off_is_none(tmp_path: Path) -> None:
    path = tmp_path / "message"
    path.write_bytes(SIZE.pack(9) + b"short")
    with path.open("rb") as stream:
        assert receive(stream) is None
    with path.open("rb") as stream:
        stream.read(9)
        assert receive(stream) is None


class Odd(Exception):
    """Can be pickled, but not made again."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(f"{one} {two}")


def odd() -> None:
    raise Odd("a", "b")


def test_an_error_that_cannot_be_sent_is_sent_in_words() -> None:
    fine, error = pickle.loads(answer(pickle.dumps((odd, (), {}))))
    assert (fine, type(error), str(error)) == (False, RuntimeError, "Odd: a b")
    fine, error = pickle.loads(answer(pickle.dumps((making.edition, (), {}))))
    assert (fine, type(error)) == (False, TypeError)
    fine, error = pickle.loads(answer(pickle.dumps((InputError, ("a.md: no",), {}))))
    assert (fine, str(error)) == (True, "a.md: no")
