"""``tracediff git-setup``: reports in ``git diff`` and ``git difftool``."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import click

# What git shows as "Binary files differ"; texts keep git's own diff.
SUFFIXES: Final = ("docx", "odt", "pdf")
_BEGIN: Final = "# tracediff git-setup: begin"
_END: Final = "# tracediff git-setup: end"
_BLOCK: Final = re.compile(rf"{_BEGIN}\n.*?{_END}\n", re.DOTALL)


@click.command(short_help="Let git diff and git difftool show reports.")
@click.option("--global", "everywhere", is_flag=True, help="For all repositories of this user.")
@click.option("--remove", is_flag=True, help="Undo it.")
def git_setup(everywhere: bool, remove: bool) -> None:
    """Let git show what changed in a report, in this repository or in all.

    Afterwards `git diff` shows page one of a comparison for Word, OpenDocument and PDF files,
    `git log -p` their sentences, and `git difftool -t tracediff` compares reports in any format.
    Nothing is committed: it is in git's configuration and in its attributes of this repository.

    \b
    tracediff git-setup
    git diff HEAD~1 -- report.docx
    git difftool -t tracediff HEAD~1 -- report.md
    tracediff git-setup --remove
    """
    from tracediff.cli import complain

    scope = "--global" if everywhere else "--local"
    attributes = _attributes(everywhere)
    for section in ("diff", "difftool"):
        _git("config", scope, "--remove-section", f"{section}.tracediff", may_fail=True)
    if not remove:
        program = _program()
        for key, value in (
            ("diff.tracediff.command", f"{program} git-diff"),
            ("diff.tracediff.textconv", f"{program} git-diff --text"),
            ("diff.tracediff.cachetextconv", "true"),
            ("difftool.tracediff.cmd", f'{program} git-diff --tool "$LOCAL" "$REMOTE" "$MERGED"'),
        ):
            _git("config", scope, key, value)
    _declare(attributes, remove)
    where = "all repositories" if everywhere else "this repository"
    complain(f"{'removed from' if remove else 'set up for'} {where} ({attributes})")


def _declare(file: Path, remove: bool) -> None:
    """Say in a file of attributes which files are reports, or take that out again."""
    from tracediff.cli.output import deliver

    text = file.read_text(encoding="utf-8") if file.exists() else ""
    left = _BLOCK.sub("", text)
    if not remove:
        kinds = "".join(f"*.{suffix} diff=tracediff\n" for suffix in SUFFIXES)
        gap = "" if not left or left.endswith("\n") else "\n"
        left = f"{left}{gap}{_BEGIN}\n{kinds}{_END}\n"
    if left:
        file.parent.mkdir(parents=True, exist_ok=True)
        deliver(left, str(file))
    else:
        file.unlink(missing_ok=True)


def _attributes(everywhere: bool) -> Path:
    """The file of attributes that is for nobody else."""
    if not everywhere:
        return Path(_git("rev-parse", "--git-path", "info/attributes"))
    named = _git("config", "--global", "--path", "core.attributesFile", may_fail=True)
    if named:
        return Path(named)
    import os

    base = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    return Path(base) / "git" / "attributes"


def _program() -> str:
    """How git can call this program: by its name, or else by this Python."""
    import shutil
    import sys

    return "tracediff" if shutil.which("tracediff") else f'"{sys.executable}" -m tracediff'


def _git(*arguments: str, may_fail: bool = False) -> str:
    """What git answers. Raises ``InputError`` where it refuses."""
    import subprocess

    from tracediff.errors import InputError

    try:
        done = subprocess.run(
            ["git", *arguments],
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except FileNotFoundError:
        raise InputError("git is not installed; install it first") from None
    if done.returncode and not may_fail:
        reason = done.stderr.strip().splitlines()
        raise InputError(
            f"git: {reason[-1] if reason else 'refused'}; go to a repository, or give --global"
        )
    return done.stdout.strip()
