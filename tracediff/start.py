"""The first step of the program: how it ends when it is interrupted, then everything else.

It imports nothing that takes time, so that Ctrl-C right after the start ends it without a word and
not with the traceback of an import.
"""

from __future__ import annotations

try:
    import signal
except KeyboardInterrupt:  # pragma: no cover - the milliseconds of this import
    raise SystemExit(130) from None


def run() -> None:
    """Run the command line as a program of its own."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # until the command line can say it in words
    from tracediff.cli import run as command_line

    command_line()
