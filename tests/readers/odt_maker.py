"""Small OpenDocument texts for tests, written by hand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence

NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{full}:1.0"'
    for name, full in {
        "office": "office",
        "text": "text",
        "table": "table",
        "style": "style",
        "draw": "drawing",
        "svg": "svg-compatible",
        "meta": "meta",
    }.items()
)
NAMESPACES += ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
NAMESPACES += ' xmlns:xlink="http://www.w3.org/1999/xlink"'
TYPE = "application/vnd.oasis.opendocument.text"


def para(words: str, style: str = "Standard") -> str:
    """A paragraph."""
    return f'<text:p text:style-name="{style}">{words}</text:p>'


def head(words: str, level: int = 1) -> str:
    """A heading."""
    return f'<text:h text:outline-level="{level}">{words}</text:h>'


def items(*words: str) -> str:
    """A list."""
    inner = "".join(f"<text:list-item>{para(one)}</text:list-item>" for one in words)
    return f"<text:list>{inner}</text:list>"


def note(number: int, words: str) -> str:
    """A footnote where its mark stands."""
    return (
        f'<text:note text:id="n{number}"><text:note-citation>{number}</text:note-citation>'
        f"<text:note-body>{para(words)}</text:note-body></text:note>"
    )


def table(rows: Iterable[Sequence[str]]) -> str:
    """A table."""
    made = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell>{para(cell)}</table:table-cell>" for cell in row)
        + "</table:table-row>"
        for row in rows
    )
    return f"<table:table>{made}</table:table>"


def odt(
    body: Iterable[str],
    *,
    styles: str = "",
    automatic: str = "",
    meta: str = "",
    kind: str = TYPE,
    **parts: str,
) -> bytes:
    """An OpenDocument text with this body; ``parts`` are further files, "__" for a slash."""
    files = {
        "mimetype": kind,
        "content.xml": f"<office:document-content {NAMESPACES}><office:automatic-styles>{automatic}"
        f"</office:automatic-styles><office:body><office:text>{''.join(body)}</office:text>"
        "</office:body></office:document-content>",
        "styles.xml": f"<office:document-styles {NAMESPACES}>{styles}</office:document-styles>",
        "meta.xml": f"<office:document-meta {NAMESPACES}><office:meta>{meta}</office:meta>"
        "</office:document-meta>",
        **{name.replace("__", "/"): content for name, content in parts.items()},
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()
