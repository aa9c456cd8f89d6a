"""The configuration: ``tracediff.toml`` or ``[tool.tracediff]`` in, checked settings out.

All problems of a file are found at once, each with file and key. Nothing is read but the file that
is named, or the nearest one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from tracediff.config.checkers import Problems, nearest
from tracediff.config.find import File, find, open_file
from tracediff.config.groups import GROUPS, read_group
from tracediff.config.public import gone
from tracediff.config.toml_tables import (
    Check,
    Pair,
    read_check,
    read_measures,
    read_overrides,
    read_pairs,
    read_severities,
    read_thresholds,
    read_waivers,
)
from tracediff.config.words import read_words
from tracediff.errors import SettingsError
from tracediff.model import Waiver
from tracediff.paths import is_kept, top_of
from tracediff.settings import Settings

TABLES = ("check", "severity", "threshold", "override", "measure", "words", "pair", "waiver")


@dataclass(frozen=True, slots=True)
class Config:
    """What is in force: settings of the stages, choices for ``check``, pairs and waivers.

    ``path`` is the file that it comes from, none where there is none. ``origins`` names for each
    key that the file sets (``detecting.small``) where it is set.
    """

    path: Path | None = None
    settings: Settings = field(default_factory=Settings)
    check: Check = field(default_factory=Check)
    pairs: tuple[Pair, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    origins: Mapping[str, str] = field(default_factory=dict)
    embedded: bool = False

    @property
    def folder(self) -> Path:
        """The folder that its paths count from."""
        return self.path.parent if self.path else Path()

    def may_write(self, key: str, target: str) -> None:
        """Refuse a file that the configuration would have written outside its project.

        It may come with somebody else's drafts. Raises ``SettingsError`` with the key.
        """
        project = top_of(self.folder) or self.folder.resolve()
        found = Path(target).resolve()
        if not found.is_relative_to(project):
            where = f"lies outside {project}"
        elif is_kept(found.relative_to(project)):
            where = f"belongs to the version control of {project}"
        else:
            return
        option = "--baseline FILE" if key == "baseline" else "--format FORMAT:FILE"
        raise SettingsError(
            f"{self.path}: check.{key}: {target} {where}; if it is meant, call with {option}"
        )


def load(path: str | None = None, folder: str = ".") -> Config:
    """Read the configuration that is named, or the nearest one to a folder, or none.

    Raises ``SettingsError`` with all that is wrong in it.
    """
    file = open_file(path) if path is not None else find(folder)
    return Config() if file is None else _read(file)


def _read(file: File) -> Config:
    problems = Problems(str(file.path), file.prefix)
    for key in file.table:
        if key not in GROUPS and key not in TABLES:
            unknown = f"no such table{nearest(key, (*GROUPS, *TABLES))}"
            problems.add(key, gone(key) or unknown)
    settings = Settings()
    groups = {
        name: read_group(name, file.table[name], getattr(settings, name), problems)
        for name in GROUPS
        if name in file.table
    }
    check = read_check(file, problems)
    grading = replace(
        settings.grading,
        select=check.select,
        ignore=check.ignore,
        severities=read_severities(file, problems),
        overrides=read_overrides(file, problems),
        **read_thresholds(file, problems),
    )
    waivers = read_waivers(file, problems)
    ledger = replace(groups.pop("ledger", settings.ledger), measures=read_measures(file, problems))
    words = read_words(file, problems)
    pairs = read_pairs(file, problems)
    if problems.found:
        raise SettingsError(*problems.found)
    return Config(
        path=file.path,
        settings=replace(
            settings,
            **groups,
            ledger=ledger,
            grading=grading,
            waiving=replace(settings.waiving, waivers=waivers),
            words=words,
        ),
        check=check,
        pairs=pairs,
        waivers=waivers,
        origins=_origins(file),
        embedded=bool(file.prefix),
    )


def _origins(file: File) -> dict[str, str]:
    found = {}
    for name, table in file.table.items():
        if isinstance(table, dict):
            found.update({f"{name}.{key}": str(file.path) for key in table})
        else:
            found[name] = str(file.path)
    return found


__all__ = ["GROUPS", "TABLES", "Check", "Config", "Pair", "load"]
