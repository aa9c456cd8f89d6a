"""Files in, blocks out: the table of readers and the one function that picks from it.

A reader is a plain function from bytes to a ``Source``. To add a format, write such a function in a
module of its own and add a row to ``READERS``.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Final

from tracediff.errors import InputError
from tracediff.model import Source
from tracediff.readers.decode import too_long
from tracediff.readers.furniture_tables import without_contents
from tracediff.readers.git import (
    deletion,
    is_pointer,
    is_reference,
    load_reference,
)
from tracediff.settings import Reading

Reader = Callable[[bytes, str, Reading], Source]

# format, suffixes, how its content begins where that tells it, the reader (named, so that it is
# imported when needed); an archive is told by what it says of itself or by the names of its parts
# before it is taken for Word's
READERS: tuple[tuple[str, tuple[str, ...], bytes, str], ...] = (
    ("pdf", (".pdf",), rb"%PDF-", "tracediff.readers.pdf:read_pdf"),
    (
        "odt",
        (".odt", ".ott"),
        rb"PK\x03\x04(?:.{26}mimetype.{0,60}?application/vnd\.oasis\.opendocument\.text"
        rb"|(?!.*\[Content_Types\]\.xml).*PK\x01\x02.{42}content\.xml)",
        "tracediff.readers.odt:read_odt",
    ),
    (
        "docx",
        (".docx", ".docm", ".dotx"),
        rb"PK\x03\x04|\xd0\xcf\x11\xe0",
        "tracediff.readers.docx:read_docx",
    ),
    (
        "html",
        (".html", ".htm", ".xhtml"),
        rb"<!doctype html|<html|<\?xml",
        "tracediff.readers.html:read_html",
    ),
    ("markdown", (".md", ".markdown", ".mdown"), b"", "tracediff.readers.markdown:read_markdown"),
    ("text", (".txt", ".text", ""), b"", "tracediff.readers.text:read_text"),
)


# what only Markdown begins a file or a line with: front matter, a heading, the ruler of a table
_MARKDOWN = re.compile(
    rb"\A(?:\xef\xbb\xbf)?(?:---|\+\+\+)\r?\n|^#{1,6} \S|^\|(?:[ \t]?:?-{2,}:?[ \t]?\|)+",
    re.MULTILINE,
)


def read_source(path: str, settings: Reading | None = None) -> Source:
    """Read one file with the reader for its content, or else for its suffix.

    ``path`` is a path or ``-`` for standard input. Raises ``InputError``, one line with the file
    and the cure, where it cannot be read as a report.
    """
    settings = settings or Reading()
    return source_of(load_bytes(path, settings), path, settings)


def source_of(
    data: bytes, path: str, settings: Reading | None = None, form: str | None = None
) -> Source:
    """Read the bytes of an edition that is called ``path``, in a format or the one that they show.

    Raises ``InputError`` as ``read_source`` does, and where there is no such format.
    """
    settings = settings or Reading()
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise InputError(f"{path}: the file is empty; give the text of an edition")
    homes = {name: home for name, _, _, home in READERS}
    if form is not None and form not in homes:
        raise InputError(f"{path}: {form!r} is no format; it is one of {', '.join(homes)}")
    home = homes[form] if form else _format(path, data)[1]
    module, function = home.split(":")
    reader: Reader = getattr(import_module(module), function)
    source = without_contents(reader(data, path, settings))
    if not source.blocks:
        raise InputError(f"{path}: no text was found in it; is it the right file?")
    if len(source.text) > settings.max_text:
        raise InputError(too_long(path, settings))
    return _warned(source, settings)


def _warned(source: Source, settings: Reading) -> Source:
    """The source with a loud note where much of its text was left out."""
    left = sum(one.characters for one in source.left_out if one.what not in _NO_TEXT)
    read = sum(map(len, source.text.split()))
    whole = read + left if source.format not in ("markdown", "text") else read
    if left <= settings.much_unread * whole:
        return source
    note = f"Much of the file was not read: {100 * left // whole} percent of its text."
    return replace(source, notes=(note, *source.notes))


# what is counted as left out and is no text that a reader would miss
_NO_TEXT = frozenset(
    {"markup", "comments", "code", "menu", "links", "form control", "front matter"}
)


def load_bytes(path: str, settings: Reading) -> bytes:
    """The bytes of a file, of standard input or of a file at a git revision (``main:report.md``).

    They are at most ``settings.max_bytes``.

    Raises ``InputError`` for what is missing, a directory, unreadable, too large or an address.
    """
    if path.split(":", 1)[0].casefold() in ("http", "https", "ftp"):
        raise InputError(f"{path}: addresses are not fetched; save the page and give the file")
    if is_reference(path):
        return load_reference(path, settings)
    try:
        if path == "-":
            if sys.stdin is None:
                raise InputError("-: standard input is closed; give a file")
            data = sys.stdin.buffer.read(settings.max_bytes + 1)
        else:
            file = Path(path)
            if file.is_dir():
                raise InputError(f"{path}: is a folder; give one file of it")
            if file.exists() and not file.is_file():
                raise InputError(
                    f"{path}: is a pipe or a device; save what it gives as a file, or give -"
                    f" and pipe it in"
                )
            with file.open("rb") as stream:
                data = stream.read(settings.max_bytes + 1)
    except FileNotFoundError:
        what = deletion(path) or "no such file; check the name"
        raise InputError(f"{path}: {what}") from None
    except PermissionError:
        raise InputError(f"{path}: may not be read; check its permissions (chmod +r)") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{path}: cannot be read ({reason}); check the file") from None
    if is_pointer(data):
        raise InputError(
            f"{path}: is a pointer of git LFS, not the report; get it (git lfs pull, or lfs: true"
            " for actions/checkout)"
        )
    if len(data) > settings.max_bytes:
        limit = settings.max_bytes // 1024 // 1024
        raise InputError(
            f"{path}: more than {limit} MB; split it, or raise reading.max_bytes in tracediff.toml"
        )
    return data


_DIRECTORY: Final = 65536  # bytes at the end of an archive


def _format(path: str, data: bytes) -> tuple[str, str]:
    """The format told by the content where that is plain, else by the suffix, else text."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"PK\x03\x04"):
        head += data[1024:][-_DIRECTORY:]  # the names of its parts stand at the end
    for name, _, begins, home in READERS:
        if begins and re.match(begins, head, re.DOTALL | re.IGNORECASE):
            return name, home
    suffix = Path(path).suffix.casefold() if path != "-" else ""
    if not suffix and _MARKDOWN.search(data[:65536]):
        suffix = ".md"
    for name, suffixes, begins, home in READERS:
        if suffix in suffixes and (not begins or (name == "html" and b"<" in head)):
            return name, home
        if suffix in suffixes:
            raise InputError(
                f"{path}: is not what its suffix says ({suffix}); check the file or rename it"
            )
    if suffix in _OTHER:
        raise InputError(
            f"{path}: {suffix} files are not read; save it as .docx, .odt, .pdf, .html or text"
        )
    return READERS[-1][0], READERS[-1][3]


# what nobody means as text, whatever stands in it
_OTHER = frozenset(
    ".doc .rtf .pages .xls .xlsx .ods .ppt .pptx .odp .epub .zip .gz .png .jpg .jpeg".split()
)
