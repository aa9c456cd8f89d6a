"""A Word document in, its blocks out, through the page that its XML is rewritten as.

Tracked insertions count and deletions don't, unless the settings say to reject them; comments,
running heads, hidden text and drawings are left out, and said.
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
from tracediff.readers.coverage import COMMENTS, NOTE_MARKS, RUNNING, TRACKED, Reason, Tally
from tracediff.readers.docx_page import Page, text_of
from tracediff.readers.docx_styles import W, styles_of
from tracediff.readers.html import title_of
from tracediff.readers.html_flow import pieces_of
from tracediff.settings import Reading

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAIN = "word/document.xml"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_CORE = "docProps/core.xml"
_DRAWN = Reason("drawn text", "charts and diagrams are not read")
_BESIDE = {"header": RUNNING, "footer": RUNNING, "comments": COMMENTS}


def read_docx(data: bytes, name: str, settings: Reading) -> Source:
    """Read a Word document.

    Raises ``InputError`` where it is damaged, encrypted, another kind of file, or out of bounds.
    """
    if data[:4] == b"\xd0\xcf\x11\xe0":
        raise InputError(
            f"{name}: is encrypted or in the old .doc format;"
            f" save it as .docx without a password and give that"
        )
    archive = Archive(data, name, settings, "Word", _is_needed)
    body = archive.tree(_MAIN)
    main = body.find(W + "body") if body is not None else None
    if body is None or main is None:
        raise InputError(f"{name}: is an archive but no Word document; save it as .docx")
    asides = [tree for part in _NOTES if (tree := archive.tree(part)) is not None]
    trees = [body, *asides]
    notes = tuple(_changes_said(trees, settings))
    tally = Tally()
    for tree in trees:
        _settle(tree, tally, accept=settings.tracked_changes != "reject")
    page = Page(styles_of(archive.tree("word/styles.xml")))
    root = page.html(main, asides)
    pieces = list(pieces_of(root, frozenset(), name, settings))
    for piece in pieces:
        for cut in piece.cuts:
            tally.add(NOTE_MARKS, piece.text[cut.start : cut.end], None)
    for reason, text in page.left_out:
        tally.add(reason, text, None)
    _beside(archive, tally)
    title, written = _properties(archive.tree(_CORE))
    source = compose(name, "docx", pieces, title=title_of(root, frozenset()) or title, notes=notes)
    described = (title,) if title else ()
    return replace(source, date=written, described=described, left_out=tally.entries(""))


def _is_needed(member: str) -> bool:
    """Whether a part holds text or styles; pictures, themes and the like are not unpacked."""
    return _NEEDED.fullmatch(member) is not None


_NEEDED = re.compile(
    r"word/(?:document|styles|footnotes|endnotes|comments|(?:header|footer)\d*)\.xml"
    r"|word/charts/chart\w*\.xml|word/diagrams/data\w*\.xml|docProps/core\.xml"
)


def _beside(archive: Archive, tally: Tally) -> None:
    """Count the text of the parts that stand beside the document's own."""
    for part in sorted(archive.parts):
        folder, _, file = part.rpartition("/")
        reason = next((r for start, r in _BESIDE.items() if file.startswith(start)), None)
        reason = _DRAWN if folder.endswith(("charts", "diagrams")) else reason
        tree = archive.tree(part) if reason else None
        if reason and tree is not None:
            tally.add(reason, text_of(tree), None)


def _properties(core: _Element | None) -> tuple[str | None, date | None]:
    """The title and the day of the last change that the document's properties give."""
    if core is None:
        return None, None
    fields = {str(e.tag).rpartition("}")[2]: (e.text or "").strip() for e in core}
    title = " ".join(fields.get("title", "").split())[:500]
    try:
        day = date.fromisoformat(fields.get("modified", fields.get("created", ""))[:10])
    except ValueError:
        day = None
    return title or None, day


def _changes_said(trees: list[_Element], settings: Reading) -> list[str]:
    """What was decided about tracked changes, in a whole sentence."""
    put = sum(_count(tree, "ins") + _count(tree, "moveTo") for tree in trees)
    gone = sum(_count(tree, "del") + _count(tree, "moveFrom") for tree in trees)
    if not put and not gone:
        return []
    kept = settings.tracked_changes != "reject"
    read, left = ("insertion", "deletion") if kept else ("deletion", "insertion")
    first, second = (put, gone) if kept else (gone, put)
    return [
        f"The document has tracked changes: {first} {read}{'s' * (first != 1)}"
        f" {'was' if first == 1 else 'were'} read as text,"
        f" {second} {left}{'s' * (second != 1)} {'was' if second == 1 else 'were'} left out."
    ]


def _count(tree: _Element, tag: str) -> int:
    """How many runs of text a kind of tracked change covers."""
    return sum(
        1 for change in tree.iter(W + tag) if any(True for _ in change.iter(W + "t", W + "delText"))
    )


def _settle(tree: _Element, tally: Tally, *, accept: bool) -> None:
    """Accept or reject the tracked changes of a part."""
    keep, drop = ("ins", "moveTo"), ("del", "moveFrom")
    if not accept:
        keep, drop = drop, keep
    for element in tree.iter(W + "delText"):
        element.tag = W + "t"
    for element in list(tree.iter(*(W + tag for tag in drop))):
        parent = element.getparent()
        if parent is None:
            continue
        if parent.tag == W + "trPr":
            _remove(parent.getparent(), tally)
        elif parent.tag == W + "rPr":
            _join(parent)
        else:
            _remove(element, tally)
    for element in list(tree.iter(*(W + tag for tag in keep))):
        element.tag = W + "smartTag"  # which only holds what it holds


def _remove(element: _Element | None, tally: Tally) -> None:
    parent = element.getparent() if element is not None else None
    if element is not None and parent is not None:
        tally.add(TRACKED, text_of(element), None)
        parent.remove(element)


def _join(marks: _Element) -> None:
    """Join the paragraph whose end these marks are of with the one that follows it."""
    paragraph = next(marks.iterancestors(W + "p"), None)
    following = None if paragraph is None else paragraph.getnext()
    parent = None if following is None else following.getparent()
    if paragraph is None or following is None or parent is None or following.tag != W + "p":
        return
    own = [child for child in paragraph if child.tag != W + "pPr"]
    at = int(len(following) > 0 and following[0].tag == W + "pPr")
    for child in reversed(own):
        following.insert(at, child)
    parent.remove(paragraph)
