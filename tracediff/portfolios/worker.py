"""The program of a worker process: messages on standard input in, answers on standard output."""

from __future__ import annotations

import gc
import pickle
from typing import Any

from tracediff.messages import Mail, send


def serve(mail: Mail) -> None:  # pragma: no cover - runs in the worker, where nothing is counted
    """Answer calls until the input ends.

    Garbage is looked for between calls: within one there is hardly any, and looking takes time.
    """
    gc.disable()
    while True:
        send(mail.answers, answer(mail.waiting.get()))
        gc.collect()
        gc.freeze()  # what is left are modules and tables, which stay


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
