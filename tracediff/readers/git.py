"""A file as git knows it at some revision, such as ``main:report.md``, read through git itself."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path

from tracediff.errors import InputError
from tracediff.settings import Reading

_REFERENCE = re.compile(r"([^\s:-][^\s:]{0,249}):(.+)", re.DOTALL)
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")
_POINTER = b"version https://git-lfs.github.com/spec/"
_SECONDS = 30
_FETCHABLE = re.compile(r"(?!HEAD$|@$)[\w][\w./-]*")  # a branch, a tag or a commit: no HEAD~1


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
        raise unknown_revision(name, revision, folder)
    for place in (path, f"./{path}"):
        kind = _git(name, folder, "cat-file", "-t", f"{revision}:{place}").strip()
        if kind == b"tree":
            raise InputError(f"{name}: is a folder; give one file of it")
        if kind == b"blob":
            return _blob(name, f"{revision}:{place}", folder, settings)
        if _git(name, folder, "ls-tree", revision, "--", place) and _is_partial(name, folder):
            raise _not_fetched(name, revision)
    raise InputError(f"{name}: there is no {path!r} at {revision!r}; see git ls-tree -r {revision}")


def unknown_revision(name: str, revision: str, folder: str) -> InputError:
    """What to say where git does not know a revision: a shallow clone does not have them all."""
    if _git(name, folder, "rev-parse", "--is-shallow-repository").strip() == b"true":
        return InputError(
            f"{name}: this clone is shallow and has no {revision!r}; fetch the rest (git fetch"
            " --unshallow, or fetch-depth: 0 for actions/checkout)"
        )
    if not _git(name, folder, "rev-list", "-n1", "--all"):
        return InputError(f"{name}: its git repository has no commit yet; commit the edition first")
    known = f"{name}: git knows no revision {revision!r}"
    if not _FETCHABLE.fullmatch(revision):
        return InputError(f"{known}; see git log --oneline for those it knows")
    branch = revision.rpartition("/")[2]
    return InputError(f"{known}; fetch it (git fetch origin {branch}), or see git branch -a")


def _is_partial(name: str, folder: str) -> bool:
    """Whether a repository was cloned without the contents of its files (``--filter``)."""
    return bool(_git(name, folder, "config", "--get-regexp", r"^remote\..*\.promisor$"))


def _not_fetched(name: str, revision: str) -> InputError:
    return InputError(
        f"{name}: this clone is partial and lacks files of {revision!r}; git diff -M"
        f" {revision} fetches them (or no filter for actions/checkout)"
    )


def is_pointer(data: bytes) -> bool:
    """Whether a file is not the report but what git LFS puts in its place."""
    return data.startswith(_POINTER)


def in_repository(path: str) -> bool:
    """Whether a file lies, or would lie, in a git repository."""
    return bool(_git(path, _folder(path), "rev-parse", "--git-dir").strip())


def before_change(revision: str, path: str) -> str | None:
    """The reference of a file where a change began: at the common ancestor of a revision and HEAD.

    So what was added to the other branch meanwhile is no part of the change. A file that was
    renamed since is found under its old name; None where there was none yet. Raises ``InputError``
    where there is no repository, or no such revision in it.
    """
    folder = _folder(path)
    if not in_repository(path):
        raise InputError(f"{path}: is in no git repository; --since needs one")
    commit = _git(
        path,
        folder,
        "rev-parse",
        "--verify",
        "--quiet",
        "--end-of-options",
        f"{revision}^{{commit}}",
    )
    if not commit.strip() or revision.startswith("-"):
        raise unknown_revision(path, revision, folder)
    base = _git(path, folder, "merge-base", "HEAD", commit.decode().strip()) or commit
    start = base.decode().split()[0]
    prefix = os.fsdecode(_git(path, folder, "rev-parse", "--show-prefix").rstrip(b"\n"))
    inside = f"{prefix}{Path(path).name}"
    if _git(path, folder, "cat-file", "-t", f"{start}:{inside}").strip() == b"blob":
        return f"{start}:{inside}"
    listed = _git(path, folder, "ls-tree", start, "--", Path(path).name)
    renamed = None if listed else _old_name(path, folder, start, inside)
    if renamed is None and _is_partial(path, folder):
        raise _not_fetched(path, revision)
    return f"{start}:{renamed}" if renamed else None


def _old_name(path: str, folder: str, start: str, inside: str) -> str | None:
    """What a file was called at a commit, as git detects renames; nothing if it is new.

    None where git cannot tell, which is so where contents were not fetched.
    """
    listing = ("diff", "--find-renames", "--diff-filter=R", "--name-status", "-z", start)
    found = _answer(path, folder, *listing)
    if found is None:
        return None
    names = os.fsdecode(found).split("\0")
    pairs = zip(names[1::3], names[2::3], strict=False)
    return next((old for old, new in pairs if new == inside), "")


def deletion(path: str) -> str:
    """What became of a file that is not there and git once had; nothing where it never had it."""
    try:
        if not in_repository(path):
            return ""
    except InputError:  # no git
        return ""
    folder = _folder(path)
    whole = os.path.relpath(path, folder)
    if _git(path, folder, "cat-file", "-t", f"HEAD:./{whole}").strip() == b"blob":
        command = f"git checkout HEAD -- {shlex.quote(path)}"
        return f"was deleted, and HEAD still has it; {command} brings it back"
    found = _git(path, folder, "log", "-1", "--diff-filter=D", "--format=%h", "--", whole)
    if commit := found.decode().strip():
        command = f"git checkout {commit}~1 -- {shlex.quote(path)}"
        return f"was deleted in {commit}; {command} brings it back"
    return ""


def _folder(path: str) -> str:
    """The nearest folder above a file that is there."""
    place = Path(path).absolute().parent
    while not place.is_dir():
        place = place.parent
    return str(place)


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


def named_by_git(file: str, path: str, blob: str = "") -> str:
    """What a file is called that git wrote for a program to compare: ``REVISION:PATH``.

    ``path`` counts from the folder that git calls the program in, ``blob`` is the name of the
    content, told from the file where git did not give it. The revision is the latest that brought
    this content; the path stands alone for the working tree, and for the index with "(index)".
    """
    if os.path.lexists(path) and Path(file).samefile(path):
        return path
    try:
        content = blob or _git(path, ".", "hash-object", f"--path={path}", file).decode().strip()
        if not _CONTENT.fullmatch(content):
            return path
        listing = ("log", "--all", "--format=%h", "--raw", "--no-renames")
        found = _git(path, ".", *listing, f"--find-object={content}", "HEAD", "--", path)
        staged = _git(path, ".", "ls-files", "--stage", "--", path).decode(errors="replace")
    except InputError:  # no git, or none that answers
        return path
    commit = ""
    for line in found.decode(errors="replace").splitlines():
        if not line.startswith(":"):
            commit = line or commit
        elif content.startswith(line.split()[3]):  # as it was after this commit
            return f"{commit}:{path}"
    return f"{path} (index)" if content in staged.split() else path


_CONTENT = re.compile(r"(?!0+$)(?:[0-9a-f]{40}|[0-9a-f]{64})")


def _blob(name: str, place: str, folder: str, settings: Reading) -> bytes:
    size = _git(name, folder, "cat-file", "-s", place).strip()
    if size.isdigit() and int(size) > settings.max_bytes:
        limit = settings.max_bytes // 1024 // 1024
        raise InputError(
            f"{name}: more than {limit} MB; split it, or raise reading.max_bytes in tracediff.toml"
        )
    data = _git(name, folder, "cat-file", "blob", place)
    if is_pointer(data):
        revision = name.partition(":")[0]
        raise InputError(
            f"{name}: git LFS keeps its content; check it out (git worktree add ../earlier"
            f" {revision}) and give that file"
        )
    return data


def _git(name: str, folder: str, *arguments: str) -> bytes:
    """What git prints, nothing where it fails."""
    return _answer(name, folder, *arguments) or b""


def _answer(name: str, folder: str, *arguments: str) -> bytes | None:
    """What git prints, None where it fails."""
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
    return done.stdout if done.returncode == 0 else None
