"""What a finished document was made from, as a key: content, settings, program."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import fields
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from importlib import metadata
from pathlib import Path
from typing import Final

from tracediff.config import Pair
from tracediff.readers import load_bytes
from tracediff.settings import Settings
from tracediff.version import __version__

# What reads and compares with us; other releases of these may give other results.
_WITH: Final = ("jinja2", "lxml", "markdown-it-py", "pypdfium2", "rapidfuzz")


@cache
def program() -> str:
    """What of the program a result depends on: its version, its files, and what it stands on.

    In a checkout the files change while the version does not.
    """
    root = Path(__file__).resolve().parents[1]
    folders = [root, root.parent / "templates"] if not (root / "templates").is_dir() else [root]
    digest = sha256(__version__.encode())
    for path in _files(folders):
        digest.update(path.name.encode())
        digest.update(sha256(path.read_bytes()).digest())
    for name in _WITH:
        digest.update(f"{name} {metadata.version(name)}".encode())
    return digest.hexdigest()


def _files(folders: Iterable[Path]) -> list[Path]:
    found = (path for folder in folders for path in folder.rglob("*"))
    return sorted(p for p in found if p.is_file() and "__pycache__" not in p.parts)


def content(path: str, settings: Settings) -> str:
    """The content of a file, or of one at a git revision; "" for no file.

    Raises ``InputError`` where it cannot be read.
    """
    return sha256(load_bytes(path, settings.reading)).hexdigest() if path else ""


def key(
    pair: Pair, contents: tuple[str, ...], settings: Settings, editions: tuple[str, ...] = ()
) -> str:
    """The key of a compared pair: whatever its page, its rows or its stories could depend on.

    With ``editions`` it is that of the timeline of these.
    """
    day = ""
    if settings.waiving.waivers or settings.waiving.baseline:
        day = str(settings.waiving.today or datetime.now(UTC).date())
    parts = [
        program(),
        *(repr(getattr(settings, group.name)) for group in fields(settings)),
        day,
        pair.name,
        pair.against,
        pair.draft,
        str(pair.against_year),
        str(pair.year),
        *editions,
        *contents,
    ]
    return sha256(json.dumps(parts).encode()).hexdigest()
