"""Messages between a process and the one that made it: each goes with its length before it.

It imports little, so that a process that was just started ends with its maker at once, and not
only when everything else is loaded.
"""

from __future__ import annotations

import os
import queue
import signal
import struct
import threading
from typing import IO, Final

SIZE: Final = struct.Struct(">Q")  # goes before each message


def send(stream: IO[bytes], message: bytes) -> None:
    """Write one message."""
    stream.write(SIZE.pack(len(message)))
    stream.write(message)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """Read one message; none where the other side is gone, at whatever place."""
    head = stream.read(SIZE.size)
    if len(head) < SIZE.size:
        return None
    size: int = SIZE.unpack(head)[0]
    message = stream.read(size)
    return message if len(message) == size else None


class Mail:  # pragma: no cover - lives in a worker, where nothing counts what was run
    """The messages on standard input, and standard output for the answers.

    A second thread waits for messages and for the end of the input, which is the end of the
    process: a worker never outlives the one that made it, not even in the middle of a document.
    """

    def __init__(self) -> None:
        """Begin to listen; Ctrl-C is for the process that made this one."""
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        requests, self.answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
        _keep_apart()
        self.waiting: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        threading.Thread(target=self._listen, args=(requests,), daemon=True).start()

    def _listen(self, requests: IO[bytes]) -> None:
        while (message := receive(requests)) is not None:
            self.waiting.put(message)
        os._exit(0)


def _keep_apart() -> None:  # pragma: no cover - the same
    """Give standard input and output to nobody: what a library prints is no answer."""
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
