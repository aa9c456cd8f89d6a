"""The bytes of a PDF in, its pages out, read in a process of its own whose memory is bounded.

A stream that unpacks to a hundred megabytes can take PDFium many gigabytes, and where they are not
to be had it ends the process it runs in. That process is then this small one, and its end is an
error like any other. It ends with the process that made it, which alone holds a pipe open.
"""

from __future__ import annotations

import math
import os
import pickle
import subprocess
import sys
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from tracediff.errors import InputError
from tracediff.readers.pdf_pages import read_pages
from tracediff.readers.pdf_words import Page
from tracediff.settings import Reading

_PROGRAM = (
    "import sys; module, watched = sys.argv[1:3]; sys.path[:] = sys.argv[3:];"
    "from tracediff.jobs import end_with; end_with(int(watched));"
    "from tracediff.readers.pdf_apart import answer; answer(module)"
)
_START = 10.0  # seconds that a process may take to start on a busy machine


def can_read_apart() -> bool:
    """Whether this machine can bound the memory of a process."""
    return bool(sys.executable) and find_spec("resource") is not None


def pages_apart(data: bytes, name: str, settings: Reading) -> tuple[list[Page], str | None]:
    """Read all pages of a file as ``read_pages`` does.

    Raises ``InputError`` also where it takes more memory or time than is allowed.
    """
    pages, title = apart("pdf_apart", (data, name, settings), settings, name)
    return pages, title


def work(data: bytes, name: str, settings: Reading) -> tuple[list[Page], str | None]:
    """What ``pages_apart`` does, in the process that may end over it."""
    return read_pages(data, name, settings)


def apart(module: str, given: tuple[Any, ...], settings: Reading, name: str) -> Any:
    """What the function ``work`` of a module of this package makes, in a process with bounds.

    Raises ``InputError`` as it does, and where it takes more memory or time than is allowed.
    """
    watched, life = os.pipe()
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-c", _PROGRAM, module, str(watched), *sys.path],
            pass_fds=(watched,),
            input=pickle.dumps((given, settings)),
            capture_output=True,
            timeout=settings.max_seconds + _START,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise InputError(
            f"{name}: took more than {settings.max_seconds:g} seconds to read; split it,"
            f" or raise reading.max_seconds in tracediff.toml"
        ) from None
    finally:
        os.close(watched)
        os.close(life)
    if done.returncode:
        limit = settings.max_memory // 1024 // 1024
        raise InputError(
            f"{name}: takes more than {limit:,} MB of memory to read; print it to a new PDF and"
            f" give that, or raise reading.max_memory in tracediff.toml"
        )
    error, made = pickle.loads(done.stdout)
    if error:
        raise InputError(error)
    return made


def answer(module: str) -> None:
    """Do the work of a module on what standard input gives, and write what it made."""
    import resource

    given, settings = pickle.load(sys.stdin.buffer)
    seconds = math.ceil(settings.max_seconds)
    for kind, most in (
        (resource.RLIMIT_AS, settings.max_memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(kind)[1]  # a lower one of the caller's own stays
        bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (bound, bound))
    try:
        result = ("", import_module(f"tracediff.readers.{module}").work(*given))
    except InputError as error:
        result = (str(error), None)
    sys.stdout.buffer.write(pickle.dumps(result))
