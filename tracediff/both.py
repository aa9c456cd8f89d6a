"""Two calls at once: a function and two arguments in, both results out, on two processors.

The second call runs in a forked child, which sends its result back through a pipe. Where the
machine has one processor, cannot fork, or the child dies, both calls are made here, one after the
other: the results are the same. This is smaller and starts sooner than a pool built for one task.
"""

from __future__ import annotations

import os
import pickle
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

A = TypeVar("A")
R = TypeVar("R")


def both(function: Callable[[A], R], first: A, second: A) -> tuple[R, R]:
    """The results of both calls; what either raises is raised here, the first call's before."""
    if not _may_fork():
        return function(first), function(second)
    source, sink = os.pipe()
    child = os.fork()
    if child == 0:  # pragma: no cover - the same
        os.close(source)
        _answer(function, second, sink)
    os.close(sink)
    try:
        mine = function(first)
    finally:
        sent = _received(source)
        with suppress(ChildProcessError):
            os.waitpid(child, 0)
    if sent is None:
        return mine, function(second)
    answered, result = sent
    if not answered:
        raise result
    return mine, result


def _may_fork() -> bool:
    """Whether there are two processors, and no thread that a fork would cut off."""
    if not (hasattr(os, "fork") and hasattr(os, "sched_getaffinity")):
        return False
    alone = threading.current_thread() is threading.main_thread() and threading.active_count() == 1
    return alone and len(os.sched_getaffinity(0)) > 1


def _answer(  # pragma: no cover - runs in the child, where nothing counts what was run
    function: Callable[[A], R], argument: A, sink: int
) -> None:
    """In the child: send the result, or what was raised, and end without any clean-up."""
    status = 1
    try:
        try:
            message: tuple[bool, Any] = (True, function(argument))
        except Exception as error:
            message = (False, error)
        with os.fdopen(sink, "wb") as stream:
            pickle.dump(message, stream, pickle.HIGHEST_PROTOCOL)
        status = 0
    finally:
        os._exit(status)


def _received(source: int) -> tuple[bool, Any] | None:
    """What the child sent, or none where it died before it was done."""
    with os.fdopen(source, "rb") as stream:
        try:
            answer: tuple[bool, Any] = pickle.load(stream)  # from our own child only
        except (EOFError, pickle.UnpicklingError):
            return None
    return answer
