"""An OpenDocument text in, its blocks out, through the page that its XML is rewritten as.

Tracked insertions count and deletions don't, unless the settings say to reject them; comments,
running heads, hidden text, indexes and charts are left out, and said.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from tracediff.errors import InputError
from tracediff.model import Source
from tracediff.readers.archive import Archive
from tracediff.readers.compose import compose
from tracediff.readers.coverage import NOTE_MARKS, RUNNING, Tally
from tracediff.readers.html import set_equations, title_of
from tracediff.readers.html_flow import pieces_of
from tracediff.readers.odt_page import OFFICE, STYLE, Page, looks_of, words_of
from tracediff.settings import Reading

if TYPE_CHECKING:
    from lxml.etree import _Element

_NEEDED = re.compile(r"(?:content|styles|meta)\.xml|Object \d+/content\.xml|META-INF/manifest\.xml")
_HEADS = ("header", "footer", "header-left", "footer-left", "header-first", "footer-first")


def read_odt(data: bytes, name: str, settings: Reading) -> Source:
    """Read an OpenDocument text.

    Raises ``InputError`` where it is damaged, encrypted, another kind of file, or out of bounds.
    """
    archive = Archive(data, name, settings, "LibreOffice", lambda m: bool(_NEEDED.fullmatch(m)))
    if b"encryption-data" in archive.parts.get("META-INF/manifest.xml", b""):
        raise InputError(f"{name}: is encrypted; save it again without a password")
    content = archive.tree("content.xml")
    body = content.find(f"{OFFICE}body/{OFFICE}text") if content is not None else None
    if content is None or body is None:
        raise InputError(f"{name}: is an archive but no OpenDocument text; save it as .odt")
    styles = archive.tree("styles.xml")
    objects = {
        part.partition("/")[0]: tree
        for part in sorted(archive.parts)
        if part.startswith("Object") and (tree := archive.tree(part)) is not None
    }
    page = Page(looks_of(content, styles), objects, accept=settings.tracked_changes != "reject")
    root = page.html(body)
    set_equations(root)
    pieces = list(pieces_of(root, frozenset(), name, settings))
    tally = Tally()
    for piece in pieces:
        for cut in piece.cuts:
            tally.add(NOTE_MARKS, piece.text[cut.start : cut.end], None)
    for reason, text in page.left_out:
        tally.add(reason, text, None)
    for element in styles.iter(*(STYLE + tag for tag in _HEADS)) if styles is not None else ():
        tally.add(RUNNING, words_of(element), None)
    title, written = _properties(archive.tree("meta.xml"))
    source = compose(
        name,
        "odt",
        pieces,
        title=title_of(root, frozenset()) or title,
        notes=tuple(page.changes_said()),
    )
    described = (title,) if title else ()
    return replace(source, date=written, described=described, left_out=tally.entries(""))


def _properties(meta: _Element | None) -> tuple[str | None, date | None]:
    """The title and the day of the last change that the document's properties give."""
    if meta is None:
        return None, None
    fields = {str(e.tag).rpartition("}")[2]: (e.text or "").strip() for e in meta.iter()}
    title = " ".join(fields.get("title", "").split())[:500]
    try:
        day = date.fromisoformat((fields.get("date") or fields.get("creation-date", ""))[:10])
    except ValueError:
        day = None
    return title or None, day
