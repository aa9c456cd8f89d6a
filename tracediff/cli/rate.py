"""How far a run of many documents is, on standard error: done, failed, the rate, the time left."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import Final

from tracediff.cli import complain
from tracediff.cli.progress import watched
from tracediff.portfolios import Step

_EVERY: Final = 30.0  # seconds between two lines in a log
_BETWEEN: Final = 0.1  # and between two looks of a person's terminal


class Rate:
    """Says how far a run is: over and over on one line of a terminal, now and then in a log."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Count from now."""
        self._clock = clock
        self._start = self._said = clock()
        self._on_screen = watched()

    def __call__(self, step: Step) -> None:
        """Take the newest state of the run."""
        now = self._clock()
        wait = _BETWEEN if self._on_screen else _EVERY
        if not step.total or (step.done < step.total and now - self._said < wait):
            return
        if not self._on_screen and step.done == step.total and now - self._start < _EVERY:
            return  # a short run needs no line in a log
        self._said = now
        self._say(said(step, now - self._start))

    def close(self) -> None:
        """Leave a clean line."""
        self._say("")

    def _say(self, text: str) -> None:
        if self._on_screen:
            _show(text)
        elif text:
            complain(text)


def _show(text: str) -> None:
    """Write over the line before."""
    if sys.stderr is not None:
        print(f"\r\x1b[2K{text}", end="", file=sys.stderr, flush=True)


def said(step: Step, seconds: float) -> str:
    """How far a run is, in words.

    >>> said(Step(done=57, total=190, failed=1, reused=0), 28.5)
    '57 of 190 documents, 1 failed, 2.0 a second, 1:06 left'
    >>> said(Step(done=0, total=3, failed=0, reused=20), 0.2)
    '0 of 3 documents (20 as before)'
    """
    words = f"{step.done:,} of {step.total:,} documents"
    words += f" ({step.reused:,} as before)" if step.reused else ""
    words += f", {step.failed:,} failed" if step.failed else ""
    if not step.done or seconds <= 0:
        return words
    rate = step.done / seconds
    words += f", {rate:.1f} a second" if rate >= 0.95 else f", {rate * 60:.1f} a minute"
    left = (step.total - step.done) / rate
    return f"{words}, {clock(left)} left" if step.done < step.total else words


def clock(seconds: float) -> str:
    """A stretch of time as a clock shows it.

    >>> clock(9), clock(66.4), clock(7384)
    ('0:09', '1:06', '2:03:04')
    """
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
