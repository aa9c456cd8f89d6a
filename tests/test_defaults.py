"""The defaults that the measurements were made with: each number stands in ``gold/defaults.toml``.

Whoever changes one changes it there too, once the scores were taken again.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

from tracediff.settings import Settings

GOLD = Path(__file__).with_name("gold") / "defaults.toml"


def numbers(group: object) -> dict[str, object]:
    """The numbers of a group of settings, those of its tables by their names."""
    found: dict[str, object] = {}
    for one in fields(group):  # type: ignore[arg-type]
        value = getattr(group, one.name)
        if isinstance(value, bool | int | float):
            found[one.name] = value
        elif isinstance(value, Mapping) and value:
            found[one.name] = {name: value[name] for name in sorted(value)}
        elif isinstance(value, tuple) and value:
            found[one.name] = list(value)
    return found


def test_every_default_is_the_one_that_was_measured() -> None:
    settings = Settings()
    held = {one.name: numbers(getattr(settings, one.name)) for one in fields(settings)}
    gold = tomllib.loads(GOLD.read_text(encoding="utf-8"))
    assert {name: group for name, group in held.items() if group} == gold
