"""What the shell completes: files, rules, revisions, names of pairs, sections and formats.

Nothing here may fail or print: a shell shows whatever comes.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any, Final

import click

Completer = Callable[[click.Context, click.Parameter, str], list[Any]]


def _quiet(completer: Completer) -> Completer:
    """A completer that completes nothing where it cannot."""

    def complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
        with suppress(Exception):
            return completer(ctx, param, incomplete)
        return []

    return complete


def _items(words: Iterable[tuple[str, str]], incomplete: str) -> list[Any]:
    """The words that begin as what was typed, whatever its case, each with what it means."""
    from click.shell_completion import CompletionItem

    begun = incomplete.casefold()
    found = dict.fromkeys((w, told) for w, told in words if w.casefold().startswith(begun))
    return [CompletionItem(word, help=told or None) for word, told in found]


def _file_items(incomplete: str, kind: str = "file") -> list[Any]:
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type=kind)]


def _and_files(found: list[Any], incomplete: str) -> list[Any]:
    """What was found and files; bash shows one of them, what was found where something is begun."""
    if found and incomplete and os.environ.get("_TRACEDIFF_COMPLETE", "").startswith("bash"):
        return found
    return [*found, *_file_items(incomplete)]


def _one_file(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
    return _file_items(incomplete)


def _drafts(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
    """The declared pairs, and files."""
    from tracediff.config import load
    from tracediff.errors import TracediffError

    pairs: list[tuple[str, str]] = []
    with suppress(TracediffError):
        pairs = [(pair.name, pair.draft) for pair in load(ctx.params.get("config_file")).pairs]
    return _and_files(_items(pairs, incomplete), incomplete)


def _editions(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
    """The revisions of git, and files."""
    return _and_files(_revision_items(incomplete), incomplete)


def _one_folder(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
    return _file_items(incomplete, "dir")


def _revisions(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
    return _revision_items(incomplete)


def _revision_items(incomplete: str) -> list[Any]:
    """The branches and tags of the repository that begin so."""
    import subprocess

    if not incomplete and not os.path.lexists(".git"):
        return []
    done = subprocess.run(
        ["git", "for-each-ref", "--format=%(refname:short)", *_REFERENCES],
        capture_output=True,
        text=True,
        timeout=2,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    return _items(((name, "") for name in done.stdout.split()), incomplete)


_REFERENCES: Final = ("refs/heads", "refs/remotes", "refs/tags")


def _rules(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
    """Ids and names of rules; of a list the last one."""
    from tracediff.rules import RULES

    before, comma, last = incomplete.rpartition(",")
    known = [(r.id, r.name) for r in RULES.values()]
    known += [(r.name, r.id) for r in RULES.values()] if last[1:] else []
    found = _items(known, last)
    for item in found:
        item.value = f"{before}{comma}{item.value}"
    return found


def _sections(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
    """The sections of the edition that was named last.

    The words are those that the shell gives: click knows none while an option lacks its value. bash
    would take a title apart at its blanks, so that it gets a pattern for each.
    """
    from click.shell_completion import split_arg_string

    from tracediff.editions import read

    words = split_arg_string(os.environ.get("COMP_WORDS", ""))
    file = next(word for word in reversed(words[1:]) if os.path.isfile(word))  # noqa: PTH113
    titles = [section.title for section in read(file).sections if section.title]
    if os.environ.get("_TRACEDIFF_COMPLETE", "").startswith("bash"):
        titles = [title.replace(" ", "*") for title in titles]
    return _items(((title, "") for title in titles), incomplete)


one_file: Final = _quiet(_one_file)
one_folder: Final = _quiet(_one_folder)
drafts: Final = _quiet(_drafts)
editions: Final = _quiet(_editions)
revisions: Final = _quiet(_revisions)
rules: Final = _quiet(_rules)
sections: Final = _quiet(_sections)


def formats(known: Iterable[str], incomplete: str) -> list[Any]:
    """Formats, and files behind their colon."""
    name, colon, file = incomplete.partition(":")
    if not colon:
        return _items(((one, "") for one in known), incomplete)
    return _items(((f"{name}:{one}", "") for one in files_begun(file)), incomplete)


def files_begun(begun: str) -> list[str]:
    """The files and folders whose names begin so, folders with a slash behind them."""
    from glob import escape, glob

    found = sorted(glob(f"{escape(begun)}*"))  # noqa: PTH207 - a name as it was typed
    return [f"{one}{os.sep}" if os.path.isdir(one) else one for one in found]  # noqa: PTH112
