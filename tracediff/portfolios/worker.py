"""The program of a worker process: messages on standard input in, answers on standard output.

A second thread waits for messages and for the end of the input, which is the end of the process:
a worker never outlives the one that made it, not even in the middle of a document.
"""

from __future__ import annotations

import gc
import os
import pickle
import queue
import signal
import threading
from typing import IO, Any

from tracediff.portfolios.pool import receive, send


def serve() -> None:  # pragma: no cover - runs in the worker, where nothing counts what was run
    """Answer calls until the input ends.

    Garbage is looked for between calls: within one there is hardly any, and looking takes time.
    """
    gc.disable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that made this one
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    _keep_apart()
    waiting: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(requests, waiting), daemon=True).start()
    while True:
        send(answers, answer(waiting.get()))
        gc.collect()
        gc.freeze()  # what is left are modules and tables, which stay


def _keep_apart() -> None:  # pragma: no cover - the same
    """Give standard input and output to nobody: what a library prints is no answer."""
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)


def _listen(  # pragma: no cover - the same
    requests: IO[bytes], waiting: queue.SimpleQueue[bytes]
) -> None:
    while (message := receive(requests)) is not None:
        waiting.put(message)
    os._exit(0)


def answer(message: bytes) -> bytes:
    """Call what a message asks for: whether it went well, and its result or what it raised."""
    outcome: tuple[bool, Any]
    try:
        function, arguments, named = pickle.loads(message)  # from the process that made this one
        outcome = True, function(*arguments, **named)
    except BaseException as error:
        outcome = False, error
    try:
        packed = pickle.dumps(outcome, pickle.HIGHEST_PROTOCOL)
        pickle.loads(packed)  # some errors can be pickled and not made again
    except Exception:
        kind = type(outcome[1]).__name__
        packed = pickle.dumps((False, RuntimeError(f"{kind}: {outcome[1]}")))
    return packed
