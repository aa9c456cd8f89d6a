"""What the shells need beyond click's completion: values behind ``--option=`` and a colon.

zsh and fish exchange the whole word, so that the option has to stand before each of its values.
bash has taken the word apart at ``=`` and ``:`` and exchanges the last piece.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any, Final

from click.shell_completion import (
    BashComplete,
    CompletionItem,
    FishComplete,
    ShellComplete,
    ZshComplete,
    add_completion_class,
)

from tracediff.cli.complete import files_begun

_BREAKS: Final = "=:"  # of those in COMP_WORDBREAKS, the ones that occur inside our words


def set_up() -> None:
    """Let each shell complete in its own way."""
    for shell in (_Bash, _Zsh, _Fish):
        add_completion_class(shell)


class _WholeWords(ShellComplete):
    """A shell that exchanges the whole word."""

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        found = super().get_completions(args, incomplete)
        option, equals, begun = incomplete.partition("=")
        if not (equals and option.startswith("-")):
            return found
        values: list[tuple[str, Any]] = []
        for item in found:
            kept = item.type == "plain"
            values += [(item.value, item.help)] if kept else [(f, None) for f in files_begun(begun)]
        return [CompletionItem(f"{option}={value}", help=told) for value, told in values]


class _Zsh(_WholeWords, ZshComplete):
    pass


class _Fish(_WholeWords, FishComplete):
    """click's function for fish cuts words at their first comma."""

    source_template = FishComplete.source_template.replace('split ","', 'split -m 1 ","')


class _Bash(BashComplete):
    def get_completion_args(self) -> tuple[list[str], str]:
        args, incomplete = super().get_completion_args()
        *before, last = _joined([*args, incomplete])
        return before, last

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        found = super().get_completions(args, incomplete)
        option, equals, behind = incomplete.partition("=")
        begun = behind if equals and option.startswith("-") else incomplete
        cut = max(begun.rfind(mark) for mark in _BREAKS) + 1
        for item in found:
            if item.type == "plain":
                item.value = item.value.removeprefix(begun[:cut])
        return found


def _joined(words: list[str]) -> list[str]:
    """Words as they were typed, from the pieces that bash makes of them.

    >>> _joined(["check", "--format", "=", "sarif", ":", "ou"])
    ['check', '--format=sarif:ou']
    """
    joined = words[:1]
    for before, word in pairwise(words):
        if word and (_is_break(word) or _is_break(before)):
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _is_break(word: str) -> bool:
    return bool(word) and not word.strip(_BREAKS)
