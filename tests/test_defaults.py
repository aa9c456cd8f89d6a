"""The defaults that the measurements were made with: each number stands in ``gold/defaults.toml``.

Whoever changes one writes the file anew, once the scores were taken again, and shows with it what
was changed: ``python -m tests.test_defaults``.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
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


def held() -> dict[str, dict[str, object]]:
    """The numbers of all groups."""
    settings = Settings()
    groups = {one.name: numbers(getattr(settings, one.name)) for one in fields(settings)}
    return {name: group for name, group in groups.items() if group}


def written() -> Iterator[str]:
    """The lines of the file."""
    yield "# Every default of tracediff/settings.py; python -m tests.test_defaults writes it anew."
    for name, group in held().items():
        tables = {key: value for key, value in group.items() if isinstance(value, dict)}
        plain = {key: value for key, value in group.items() if key not in tables}
        for title, values in (
            (name, plain),
            *((f"{name}.{key}", table) for key, table in tables.items()),
        ):
            yield f"\n[{title}]"
            yield from (f"{key} = {json.dumps(value)}" for key, value in values.items())


def test_every_default_is_the_one_that_was_measured() -> None:
    gold = tomllib.loads(GOLD.read_text(encoding="utf-8"))
    assert held() == gold


if __name__ == "__main__":
    GOLD.write_text("\n".join(written()) + "\n", encoding="utf-8")
