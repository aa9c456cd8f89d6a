"""Waivers written back: a configuration and new waivers in, the text of the file out.

Comments, order and layout of what is there stay as they are; tomlkit keeps them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tracediff.config import Config
from tracediff.config.find import NAME
from tracediff.errors import SettingsError


def writable(config: Config) -> Path:
    """The file that waivers are written to; a new one where there is none."""
    return config.path or Path(NAME)


def with_waivers(config: Config, waivers: Sequence[Mapping[str, Any]]) -> str:
    """The text of the configuration with more waivers, behind those that it has.

    Raises ``SettingsError`` where that would change anything else.
    """
    path = writable(config)
    before = _text(path) if config.path else ""
    after = _placed(before, waivers, config.embedded)
    if not _only_more(before, after, waivers, config.embedded):
        after = _appended(before, waivers, config.embedded)
    if not _only_more(before, after, waivers, config.embedded):
        raise SettingsError(
            f"{path}: waivers cannot be added without changing it; write them as [[waiver]] tables"
        )
    return after


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8-sig")


def _placed(before: str, waivers: Sequence[Mapping[str, Any]], embedded: bool) -> str:
    """Behind the last waiver, where tomlkit can; else as it was."""
    import tomlkit
    from tomlkit.exceptions import TOMLKitError
    from tomlkit.items import AoT

    try:
        document = tomlkit.parse(before)
        home: Any = document["tool"]["tracediff"] if embedded else document
        present = home.get("waiver")
        if not isinstance(present, AoT):
            return before
        if not present[-1].as_string().endswith("\n\n"):
            present[-1].add(tomlkit.nl())
        for waiver in waivers:
            present.append(_table(waiver))
        return tomlkit.dumps(document)
    except (TOMLKitError, ValueError, TypeError, KeyError, IndexError):
        return before


def _appended(before: str, waivers: Sequence[Mapping[str, Any]], embedded: bool) -> str:
    """At the end of the file, which TOML always allows for tables of their own."""
    import tomlkit

    name = "tool.tracediff.waiver" if embedded else "waiver"
    newline = "\r\n" if "\r\n" in before else "\n"
    parts = [before.rstrip("\r\n") + newline] if before.strip() else []
    parts += [
        f"[[{name}]]\n{tomlkit.dumps(_table(waiver))}".replace("\n", newline) for waiver in waivers
    ]
    return newline.join(parts)


def _table(waiver: Mapping[str, Any]) -> Any:
    import tomlkit

    table = tomlkit.table()
    for key, value in waiver.items():
        table.add(key, value)
    return table


def _only_more(
    before: str, after: str, waivers: Sequence[Mapping[str, Any]], embedded: bool
) -> bool:
    """Whether a text says all that it did, and these waivers, and nothing else."""
    try:
        was, now = tomllib.loads(before), tomllib.loads(after)
    except tomllib.TOMLDecodeError:
        return False
    home = was
    for name in ("tool", "tracediff") if embedded else ():
        home = home.setdefault(name, {})
    home["waiver"] = [*home.get("waiver", []), *map(dict, waivers)]
    lines = iter(after.splitlines())
    return was == now and all(line in lines for line in before.splitlines() if line.strip())
