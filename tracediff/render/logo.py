"""Logo: a picture file as text that a page carries within itself."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Final

from tracediff.errors import InputError
from tracediff.files import read_bytes

_MOST: Final = 256 * 1024  # bytes; a report is mailed, and a logo is not what it is about
_KINDS: Final = {
    "image/png": b"\x89PNG\r\n\x1a\n",
    "image/jpeg": b"\xff\xd8\xff",
    "image/gif": b"GIF8",
    "image/webp": b"RIFF",
}


def inlined(path: str | Path) -> str:
    """A picture as a ``data:`` address for ``Options.logo``.

    The kind is told from its first bytes, SVG from its suffix. Raises ``InputError`` where the
    file cannot be read, is none of these, or is larger than 256 KB.
    """
    path = Path(path)
    try:
        data = read_bytes(path, _MOST)
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); check the path") from None
    if len(data) > _MOST:
        raise InputError(f"{path}: is larger than 256 KB; make the logo smaller")
    kind = _kind(path, data)
    if kind is None:
        raise InputError(f"{path}: is not a picture; use PNG, JPEG, GIF, WebP or SVG")
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"


def _kind(path: Path, data: bytes) -> str | None:
    if path.suffix.casefold() == ".svg" and b"<svg" in data[:4096]:
        return "image/svg+xml"
    return next((kind for kind, first in _KINDS.items() if data.startswith(first)), None)
