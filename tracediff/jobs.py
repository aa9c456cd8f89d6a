"""Jobs at once: calls without arguments in, their results in order out, on two processors.

A forked child takes jobs from the end of the list and this process takes them from its beginning,
until they meet; the child sends its results back through a pipe. Where the machine has one
processor, cannot fork, or the child dies or is stopped, every job is done here: the results are the
same. This is smaller and starts sooner than a pool, and what a job needs is not sent but already
there.

The child never outlives this process, however that ends: it watches a pipe that only this process
holds open, which the system closes even after SIGKILL.
"""

from __future__ import annotations

import io
import os
import pickle
import select
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from traceback import format_exception
from typing import Any, Final

Job = Callable[[], Any]
_Outcome = tuple[bool, Any]  # whether it was answered, and the answer or what was raised


def at_once(jobs: Sequence[Job], worth: bool = True) -> list[Any]:
    """The results of all jobs in their order; what one raises is raised here, the first one's.

    Jobs that are not ``worth`` a process are done one after the other, and so are all outside of
    ``two_processes``, and the jobs inside a job.
    """
    if not (worth and 1 < len(jobs) <= _MOST and _allowed.get() and _may_fork()):
        return [job() for job in jobs]
    token = _allowed.set(False)
    try:
        done = _shared(jobs)
    finally:
        _allowed.reset(token)
    results = []
    for number, job in enumerate(jobs):
        answered, result = done[number] if number in done else (True, job())
        if not answered:
            raise result
        results.append(result)
    return results


@contextmanager
def two_processes() -> Iterator[None]:
    """Allow a second process inside: a program of its own does, a library call only when asked."""
    token = _allowed.set(True)
    try:
        yield
    finally:
        _allowed.reset(token)


_allowed: Final[ContextVar[bool]] = ContextVar("allowed", default=False)
_MOST = 10_000  # turns that fit into the smallest pipe met
# Seconds between two looks at a child that sends nothing. A child that was stopped at both is
# given up; one that was stopped and continued with this process (Ctrl-Z, then fg) is not.
_LOOK: Final = 0.5


def _may_fork() -> bool:
    """Whether there are two processors, and no thread that a fork would cut off."""
    if not (hasattr(os, "fork") and hasattr(os, "sched_getaffinity")):
        return False
    alone = threading.current_thread() is threading.main_thread() and threading.active_count() == 1
    return alone and len(os.sched_getaffinity(0)) > 1


def _shared(jobs: Sequence[Job]) -> dict[int, _Outcome]:
    """The outcomes of the jobs, those that the child answered for; none where none can be had."""
    turns = _turns(len(jobs))
    source, sink = os.pipe()
    watched, life = os.pipe()
    # Ctrl-C waits while there are two processes that do not yet know which one they are
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        child = os.fork()
    except OSError:  # too many processes, or too little memory for one more
        for end in (turns, source, sink, watched, life):
            os.close(end)
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        return {}
    if child == 0:  # pragma: no cover - runs in the child, where nothing counts what was run
        _answer(jobs, turns, sink, watched, (source, life))
    os.close(sink)
    os.close(watched)
    try:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        mine = _worked(enumerate(jobs), turns)
        sent = _received(source, child)
    finally:
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)  # it has sent all it has, or nobody waits for it
        with suppress(ChildProcessError):
            os.waitpid(child, 0)
        for end in (turns, source, life):
            os.close(end)
    return mine | sent


def _turns(count: int) -> int:
    """A pipe that holds one byte for each job: who reads one may begin its next job."""
    turns, giving = os.pipe()
    os.write(giving, bytes(count))
    os.close(giving)
    return turns


def _live_with(watched: int) -> None:  # pragma: no cover - runs in the child
    """In the child: die by a signal without a word, and with the process that made it."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, signal.SIG_DFL)
    end_with(watched)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def end_with(watched: int) -> None:  # pragma: no cover - the same
    """End this process when the other end of a pipe is closed, whatever it does then."""
    threading.Thread(target=_watch, args=(watched,), daemon=True).start()


def _watch(watched: int) -> None:  # pragma: no cover - the same
    os.read(watched, 1)
    os._exit(1)


def _worked(jobs: Iterable[tuple[int, Job]], turns: int) -> dict[int, _Outcome]:
    """The outcomes of the first of these jobs, as many as there are turns left to take."""
    done: dict[int, _Outcome] = {}
    for number, job in jobs:
        if not os.read(turns, 1):
            break
        try:
            done[number] = True, job()
        except Exception as error:
            done[number] = False, error
    return done


def _noted(outcome: _Outcome) -> _Outcome:  # pragma: no cover - runs in the child
    """An outcome of the child; an error says where it arose, for its traceback cannot be sent."""
    if not outcome[0]:
        outcome[1].add_note("".join(format_exception(outcome[1])))
    return outcome


def _answer(  # pragma: no cover - the same
    jobs: Sequence[Job], turns: int, sink: int, watched: int, others: Iterable[int]
) -> None:
    """In the child: do jobs from the last one on, send what came of them, end without clean-up."""
    status = 1
    try:
        for end in others:  # those of the parent
            os.close(end)
        _live_with(watched)
        done = _worked(reversed(list(enumerate(jobs))), turns)
        with os.fdopen(sink, "wb") as stream:
            sent = {number: _noted(outcome) for number, outcome in done.items()}
            pickle.dump(sent, stream, pickle.HIGHEST_PROTOCOL)
        status = 0
    finally:
        os._exit(status)


def _received(source: int, child: int) -> dict[int, _Outcome]:
    """What the child sent; nothing where it died before it was done, or sent what cannot be read.

    What is missing is done here then, and any error with it.
    """
    with io.BufferedReader(_Sent(source, child), 1 << 16) as stream:
        try:
            done: dict[int, _Outcome] = pickle.load(stream)  # from our own child only
        except Exception:
            return {}
    return done


class _Sent(io.RawIOBase):
    """The pipe from the child, at its end as soon as the child was stopped for good."""

    def __init__(self, source: int, child: int) -> None:
        """Take the end to read from, and the process at the other one."""
        self.source = source
        self.child = child
        self.watch = select.poll()
        self.watch.register(source, select.POLLIN)

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer as soon as there is something."""
        stopped = 0  # how often in a row it was seen stopped
        while not self.watch.poll(_LOOK * 1000):
            stopped = stopped + 1 if _is_stopped(self.child) else 0
            if stopped > 1:
                return 0
        return os.readv(self.source, [buffer])


def _is_stopped(child: int) -> bool:
    """Whether a child was stopped and not continued."""
    look = os.WSTOPPED | os.WNOHANG | os.WNOWAIT
    with suppress(ChildProcessError):
        return os.waitid(os.P_PID, child, look) is not None
    return False
