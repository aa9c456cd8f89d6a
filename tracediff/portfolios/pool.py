"""A pool of processes that outlives its workers: calls in, futures out.

It is a ``concurrent.futures.Executor``. The one of the standard library is broken as a whole when
one process dies; here the process is replaced, and only the call that it worked on fails, with
``WorkerDied``. Each worker is a new interpreter and no fork of the caller, so that threads and
locks of the caller do not matter, and a script needs no main guard. A worker ends with the process
that made it, however that ends, because its standard input ends.
"""

from __future__ import annotations

import os
import pickle
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, ParamSpec, TypeVar

from tracediff.messages import receive, send

_P = ParamSpec("_P")
_T = TypeVar("_T")

# A worker is replaced after so many calls, so that what its libraries keep cannot grow for ever.
_CALLS: Final = 500
_START: Final = (
    "import sys; sys.path.insert(0, {root!r});"
    " from tracediff.messages import Mail; mail = Mail();"
    " from tracediff.portfolios.worker import serve; serve(mail)"
)


class WorkerDied(Exception):
    """The process that worked on a call ended before it had an answer."""


class WorkerKilled(WorkerDied):
    """It was ended from outside: by hand, by a scheduler, or by the system for want of memory."""


@dataclass(frozen=True, slots=True)
class _Call:
    future: Future[Any]
    message: bytes


class Pool(Executor):
    """So many worker processes; a call that takes longer than ``seconds`` costs its worker."""

    def __init__(self, workers: int, seconds: float = 600.0) -> None:
        """Start nothing yet: a process is started with the first call that needs it."""
        self.workers = max(1, workers)
        self._seconds = seconds
        self._calls: queue.SimpleQueue[_Call | None] = queue.SimpleQueue()
        self._running: set[Worker] = set()
        self._lock = threading.Lock()
        self._closed = False
        self._threads = [
            threading.Thread(target=self._serve, daemon=True) for _ in range(self.workers)
        ]
        for thread in self._threads:
            thread.start()

    def submit(self, fn: Callable[_P, _T], /, *args: _P.args, **kwargs: _P.kwargs) -> Future[_T]:
        """Have a function of a module called; what it is, takes and gives can be pickled."""
        message = pickle.dumps((fn, args, kwargs), pickle.HIGHEST_PROTOCOL)
        with self._lock:
            if self._closed:
                raise RuntimeError("the pool is closed")
            future: Future[_T] = Future()
            self._calls.put(_Call(future, message))
        return future

    @property
    def processes(self) -> tuple[int, ...]:
        """The ids of the worker processes that run now."""
        with self._lock:
            return tuple(sorted(worker.process.pid for worker in self._running))

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the workers: when all calls are done, or at once where these are cancelled."""
        with self._lock:
            if not self._closed:
                self._closed = True
                for _ in self._threads:
                    self._calls.put(None)
            running = tuple(self._running)
        if cancel_futures:
            with suppress(queue.Empty):
                while True:
                    left = self._calls.get_nowait()
                    if left is not None:
                        left.future.cancel()
            for _ in self._threads:
                self._calls.put(None)
            for worker in running:
                worker.kill()
        if wait:
            for thread in self._threads:
                thread.join()

    def _serve(self) -> None:
        """The life of one place in the pool: calls one after the other, workers as they last."""
        worker: Worker | None = None
        while (call := self._calls.get()) is not None:
            if not call.future.set_running_or_notify_cancel():
                continue
            if worker and worker.process.poll() is not None:
                self._ended(worker)  # it died between two calls, which is nobody's fault
                worker = None
            try:
                worker = worker or self._started()
                fine, result = worker.ask(call.message, self._seconds)
            except (WorkerDied, OSError) as error:
                fine, result = False, error
            if worker and (worker.dead or worker.calls >= _CALLS):
                self._ended(worker)
                worker = None
            if fine:
                call.future.set_result(result)
            else:
                call.future.set_exception(result)
        if worker:
            self._ended(worker)

    def _started(self) -> Worker:
        worker = Worker()
        with self._lock:
            self._running.add(worker)
        return worker

    def _ended(self, worker: Worker) -> None:
        with self._lock:
            self._running.discard(worker)
        worker.close()


class Worker:
    """One process, and the two pipes to it."""

    def __init__(self) -> None:
        """Start it; raises ``OSError`` where the system has no process left."""
        root = str(Path(__file__).resolve().parents[2])
        quiet = None if os.environ.get("TRACEDIFF_DEBUG") else subprocess.DEVNULL
        self.process = subprocess.Popen(
            [sys.executable, "-c", _START.format(root=root)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=quiet,  # what its libraries say belongs to no document
        )
        self.calls = 0
        self.dead = False

    def ask(self, message: bytes, seconds: float) -> tuple[bool, Any]:
        """Whether a call was answered, and its result or what it raised."""
        assert self.process.stdin and self.process.stdout
        late = threading.Event()

        def stop() -> None:
            late.set()
            self.kill()

        timer = threading.Timer(seconds, stop)
        timer.daemon = True
        timer.start()
        try:
            send(self.process.stdin, message)
            answer = receive(self.process.stdout)
        except (OSError, ValueError):
            answer = None
        finally:
            timer.cancel()
        self.calls += 1
        if answer is None:
            self.dead = True
            self.kill()
            if late.is_set():
                raise WorkerDied(f"took longer than {seconds:g} seconds")
            raise self._death()
        outcome: tuple[bool, Any] = pickle.loads(answer)  # from our own worker only
        return outcome

    def _death(self) -> WorkerDied:
        status = self.process.wait()
        if status >= 0:
            return WorkerDied(f"its process ended with status {status}")
        name = signal.Signals(-status).name
        hint = ", often for want of memory" if name == "SIGKILL" else ""
        kind = WorkerKilled if name in _FROM_OUTSIDE else WorkerDied
        return kind(f"its process was ended by {name}{hint}")

    def kill(self) -> None:
        """End it at once."""
        with suppress(OSError):
            self.process.kill()

    def close(self) -> None:
        """Let it end, and take leave of it."""
        for stream in (self.process.stdin, self.process.stdout):
            with suppress(OSError):
                assert stream
                stream.close()
        try:
            self.process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self.kill()
            self.process.wait()


_FROM_OUTSIDE: Final = ("SIGKILL", "SIGTERM", "SIGHUP", "SIGINT")
_PATIENCE: Final = 2.0  # seconds for an idle worker to end by itself
