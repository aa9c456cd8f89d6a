"""Which tests there are on this system, and which are known not to pass yet."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# These make pipes, devices, signals and locks of POSIX systems.
_POSIX = ("test_files.py", "test_jobs.py", "test_locks.py", "test_pairs.py", "test_start.py")
_POSIX_CLI = (
    "cli/test_git_setup.py",
    "cli/test_names.py",
    "cli/test_output.py",
    "cli/test_trust.py",
)

_POSIX_MANY = ("portfolio/test_command.py", "portfolio/test_dask.py", "portfolio/test_pool.py")

collect_ignore = [*_POSIX, *_POSIX_CLI, *_POSIX_MANY] if os.name == "nt" else []

# A test finds nothing that another one has kept, and keeps nothing for the user.
os.environ["TRACEDIFF_CACHE_DIR"] = ""

# How long an example takes says something of the machine, not of the program.
settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")

# Started in the background or by nohup, this process ignores some signals, and a program that it
# starts would too; a handler of its own is none of theirs.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
for _name in ("SIGHUP", "SIGQUIT", "SIGTERM"):
    _signal = getattr(signal, _name, None)
    if _signal is not None and signal.getsignal(_signal) is signal.SIG_IGN:
        signal.signal(_signal, lambda *_: None)

LIMITS = Path(__file__).with_name("known_limits.txt")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Expect each test of the list of known limits to fail, for the reason given there."""
    reasons: dict[str, str] = {}
    why = ""
    for line in LIMITS.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            why = line[2:]
        elif line:
            reasons[line] = why
    for item in items:
        if item.nodeid in reasons:
            item.add_marker(pytest.mark.xfail(strict=True, reason=reasons[item.nodeid]))
