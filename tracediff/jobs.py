"""Jobs at once: calls without arguments in, their results in order out, on two processors.

A forked child takes jobs from the end of the list and this process takes them from its beginning,
until they meet; the child sends its results back through a pipe. Where the machine has one
processor, cannot fork, or the child dies, every job is done here: the results are the same. This is
smaller and starts sooner than a pool, and what a job needs is not sent but already there.
"""

from __future__ import annotations

import os
import pickle
import threading
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from traceback import format_exception
from typing import Any

Job = Callable[[], Any]
_Outcome = tuple[bool, Any]  # whether it was answered, and the answer or what was raised


def at_once(jobs: Sequence[Job], worth: bool = True) -> list[Any]:
    """The results of all jobs in their order; what one raises is raised here, the first one's.

    Jobs that are not ``worth`` a process are done one after the other.
    """
    done = _shared(jobs) if worth and 1 < len(jobs) <= _MOST and _may_fork() else {}
    results = []
    for number, job in enumerate(jobs):
        answered, result = done[number] if number in done else (True, job())
        if not answered:
            raise result
        results.append(result)
    return results


_MOST = 10_000  # turns that fit into the smallest pipe met


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
    try:
        child = os.fork()
    except OSError:  # too many processes, or too little memory for one more
        for end in (turns, source, sink):
            os.close(end)
        return {}
    if child == 0:  # pragma: no cover - runs in the child, where nothing counts what was run
        os.close(source)
        _answer(jobs, turns, sink)
    os.close(sink)
    try:
        mine = _worked(enumerate(jobs), turns)
    finally:
        os.read(turns, len(jobs))  # who was interrupted here leaves no turn for the child
        sent = _received(source)
        os.close(turns)
        with suppress(ChildProcessError):
            os.waitpid(child, 0)
    return mine | sent


def _turns(count: int) -> int:
    """A pipe that holds one byte for each job: who reads one may begin its next job."""
    turns, giving = os.pipe()
    os.write(giving, bytes(count))
    os.close(giving)
    return turns


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
    jobs: Sequence[Job], turns: int, sink: int
) -> None:
    """In the child: do jobs from the last one on, send what came of them, end without clean-up."""
    status = 1
    try:
        done = _worked(reversed(list(enumerate(jobs))), turns)
        with os.fdopen(sink, "wb") as stream:
            sent = {number: _noted(outcome) for number, outcome in done.items()}
            pickle.dump(sent, stream, pickle.HIGHEST_PROTOCOL)
        status = 0
    finally:
        os._exit(status)


def _received(source: int) -> dict[int, _Outcome]:
    """What the child sent; nothing where it died before it was done, or sent what cannot be read.

    What is missing is done here then, and any error with it.
    """
    with os.fdopen(source, "rb") as stream:
        try:
            done: dict[int, _Outcome] = pickle.load(stream)  # from our own child only
        except Exception:
            return {}
    return done
