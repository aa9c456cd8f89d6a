"""A file as git knows it at some revision, such as ``main:report.md``, read through git itself."""

from __future__ import annotations

import os
import re
from pathlib import Path

from tracediff.errors import InputError
from tracediff.settings import Reading

_REFERENCE = re.compile(r"([^\s:-][^\s:]{0,249}):(.+)", re.DOTALL)
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")
_POINTER = b"version https://git-lfs.github.com/spec/"
_SECONDS = 30


def is_reference(path: str) -> bool:
    """Whether a name is that of a file at a revision: ``REVISION:PATH``, and no file's own name."""
    if not _REFERENCE.fullmatch(path) or _DRIVE.match(path) or "\x00" in path:
        return False
    return not os.path.lexists(path)


def load_reference(reference: str, settings: Reading, folder: str = ".") -> bytes:
    """The bytes of a file at a revision, in the repository that a folder lies in.

    The path counts from the top of the repository, or else from the folder. Raises ``InputError``
    where git is missing, the folder is in no repository, or there is no such revision or file.
    """
    revision, _, path = reference.partition(":")
    name = reference
    if not _git(name, folder, "rev-parse", "--git-dir").strip():
        raise InputError(f"{name}: {folder} is in no git repository; go to one, or give a file")
    if not _git(name, folder, "rev-parse", "--verify", "--quiet", "--end-of-options", revision):
        raise InputError(
            f"{name}: git knows no revision {revision!r}; see git branch -a, or fetch it"
        )
    for place in (path, f"./{path}"):
        kind = _git(name, folder, "cat-file", "-t", f"{revision}:{place}").strip()
        if kind == b"tree":
            raise InputError(f"{name}: is a folder; give one file of it")
        if kind == b"blob":
            return _blob(name, f"{revision}:{place}", folder, settings)
    raise InputError(f"{name}: there is no {path!r} at {revision!r}; see git ls-tree -r {revision}")


def same_file_at(revision: str, path: str) -> str | None:
    """The reference of a file at a revision of the repository it lies in.

    None where ``revision`` is the name of a file, or git knows no such revision.
    """
    if revision.startswith("-") or ":" in revision or os.path.lexists(revision):
        return None
    file = Path(path)
    folder = str(file.parent)
    if not file.parent.is_dir():
        return None
    if not _git(path, folder, "rev-parse", "--verify", "--quiet", "--end-of-options", revision):
        return None
    prefix = _git(path, folder, "rev-parse", "--show-prefix").rstrip(b"\n")
    return f"{revision}:{os.fsdecode(prefix)}{file.name}"


def _blob(name: str, place: str, folder: str, settings: Reading) -> bytes:
    size = _git(name, folder, "cat-file", "-s", place).strip()
    if size.isdigit() and int(size) > settings.max_bytes:
        limit = settings.max_bytes // 1024 // 1024
        raise InputError(
            f"{name}: more than {limit} MB; split it, or raise reading.max_bytes in tracediff.toml"
        )
    data = _git(name, folder, "cat-file", "blob", place)
    if data.startswith(_POINTER):
        raise InputError(f"{name}: is kept in git LFS; check it out with git lfs and give the file")
    return data


def _git(name: str, folder: str, *arguments: str) -> bytes:
    """What git prints, nothing where it fails."""
    import subprocess

    environment = os.environ | {
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_NO_LAZY_FETCH": "1",
        "LC_ALL": "C",
    }
    try:
        done = subprocess.run(
            ["git", "-C", folder, "--no-pager", "--literal-pathspecs", *arguments],
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=_SECONDS,
            env=environment,
            check=False,
        )
    except FileNotFoundError:
        raise InputError(f"{name}: git is not installed; install it, or give a file") from None
    except (subprocess.TimeoutExpired, OSError, ValueError):
        raise InputError(f"{name}: git did not answer; give the file itself") from None
    return done.stdout if done.returncode == 0 else b""
