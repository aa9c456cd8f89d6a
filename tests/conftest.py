"""Which tests there are on this system."""

from __future__ import annotations

import os

# These make pipes, devices, signals and locks of POSIX systems.
_POSIX = ("test_files.py", "test_jobs.py", "test_locks.py", "test_pairs.py", "test_start.py")
_POSIX_CLI = ("cli/test_names.py", "cli/test_output.py", "cli/test_trust.py")

collect_ignore = [*_POSIX, *_POSIX_CLI] if os.name == "nt" else []
