"""The first step of the program: how it ends when it is interrupted, then everything else.

It imports nothing that takes time, so that Ctrl-C right after the start ends it without a word and
not with the traceback of an import.
"""

from __future__ import annotations

try:
    import signal
    import sys
except KeyboardInterrupt:  # pragma: no cover - the milliseconds of this import
    raise SystemExit(130) from None


def run() -> None:
    """Run the command line as a program of its own."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # until the command line can say it in words
    if sys.argv[1:] == ["--version"] and _tell_version():
        return
    from tracediff.cli import run as command_line

    command_line()


def _tell_version() -> bool:
    """Say the version, which needs no command line; no where that has more to say, or cannot."""
    from tracediff.namesake import warning
    from tracediff.version import __version__

    if sys.stdout is None or warning():
        return False
    try:
        sys.stdout.write(f"tracediff, version {__version__}\n")
        sys.stdout.flush()
    except OSError:
        return False
    return True
