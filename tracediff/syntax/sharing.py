"""Jobs that are done in two processes: what one of them parsed, the other one need not parse.

Each job in is a job out that answers with its result and with what was parsed for it elsewhere.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from tracediff.syntax.parse import remembered

Job = Callable[[], Any]
Shared = tuple[Any, dict[str, bytes]]


def shared(jobs: Iterable[Job]) -> list[Callable[[], Shared]]:
    """The jobs, each of which gives its parses to this process where another one does it."""
    return [partial(_done, job, os.getpid()) for job in jobs]


def _done(job: Job, home: int) -> Shared:
    before = len(remembered.made)
    result = job()
    return result, {} if os.getpid() == home else remembered.since(before)


def taken(answers: Sequence[Shared]) -> list[Any]:
    """The results of shared jobs; their parses are remembered."""
    for _, parses in answers:
        remembered.packed.update(parses)
    return [result for result, _ in answers]
