"""A Word document in, its blocks out, through the HTML that mammoth makes of it.

Tracked insertions count and deletions don't, unless the settings say to reject them; comments,
running heads and pictures are left out.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from tracediff.errors import InputError
from tracediff.model import Source
from tracediff.readers.compose import compose
from tracediff.readers.html import parse, title_of
from tracediff.readers.html_flow import pieces_of
from tracediff.settings import Reading

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAIN = "word/document.xml"
_PARTS = (_MAIN, "word/footnotes.xml", "word/endnotes.xml")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Caption'] => figcaption:fresh
p[style-name='caption'] => figcaption:fresh
"""


def read_docx(data: bytes, name: str, settings: Reading) -> Source:
    """Read a Word document.

    Raises ``InputError`` where it is damaged, encrypted, another kind of file, or out of bounds.
    """
    members = _members(data, name, settings)
    trees = {part: _tree(members[part], part, name) for part in _PARTS if part in members}
    if sum(1 for tree in trees.values() for _ in tree.iter()) > settings.max_elements:
        raise InputError(
            f"{name}: has more than {settings.max_elements:,} elements; split it,"
            f" or raise reading.max_elements in tracediff.toml"
        )
    notes = tuple(_notes(trees, members, settings))
    for part, tree in trees.items():
        members[part] = _settled(tree, accept=settings.tracked_changes != "reject")
    html = _html(members, name)
    root = parse(f"<html><body>{html}</body></html>", name, settings)
    pieces = list(pieces_of(root, frozenset(), name, settings))
    return compose(name, "docx", pieces, title=title_of(root, frozenset()), notes=notes)


def _members(data: bytes, name: str, settings: Reading) -> dict[str, bytes]:
    """The parts of the document that hold text, read within bounds."""
    if data[:4] == b"\xd0\xcf\x11\xe0":
        raise InputError(
            f"{name}: is encrypted or in the old .doc format;"
            f" save it as .docx without a password and give that"
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            _check(infos, name, settings)
            return {i.filename: archive.read(i) for i in infos if _is_needed(i.filename)}
    except InputError:
        raise
    except RuntimeError:
        raise InputError(
            f"{name}: is encrypted or packed in an odd way; save it again as .docx"
        ) from None
    except Exception:  # what unpacking fails with has no common base
        raise InputError(
            f"{name}: is damaged and cannot be unpacked; save it again from Word"
        ) from None


def _check(infos: list[zipfile.ZipInfo], name: str, settings: Reading) -> None:
    names = {info.filename for info in infos}
    if _MAIN not in names:
        raise InputError(f"{name}: is an archive but no Word document; save it as .docx")
    if len(infos) > settings.max_members or len(names) < len(infos):
        raise InputError(f"{name}: holds more parts than a Word document has; save it again")
    unpacked = sum(info.file_size for info in infos if _is_needed(info.filename))
    if unpacked > settings.max_unpacked:
        raise InputError(
            f"{name}: unpacks to {unpacked // 1024 // 1024:,} MB; split it,"
            f" or raise reading.max_unpacked in tracediff.toml"
        )


def _is_needed(member: str) -> bool:
    """Whether a part is XML that the text depends on; pictures and the like are not unpacked."""
    return member == "[Content_Types].xml" or member.endswith((".rels", ".xml"))


def _tree(data: bytes, part: str, name: str) -> _Element:
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True
    )
    try:
        tree = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError):
        raise InputError(
            f"{name}: its part {part} is damaged or nested too deep; save it again from Word"
        ) from None
    if tree.getroottree().docinfo.doctype:
        raise InputError(f"{name}: its part {part} defines entities, which Word never does")
    return tree


def _notes(trees: dict[str, _Element], members: dict[str, bytes], settings: Reading) -> list[str]:
    """What was decided about tracked changes and comments, in whole sentences."""
    put = sum(_count(tree, "ins") + _count(tree, "moveTo") for tree in trees.values())
    gone = sum(_count(tree, "del") + _count(tree, "moveFrom") for tree in trees.values())
    notes = []
    if put or gone:
        kept = settings.tracked_changes != "reject"
        read, left = ("insertion", "deletion") if kept else ("deletion", "insertion")
        first, second = (put, gone) if kept else (gone, put)
        notes.append(
            f"The document has tracked changes: {first} {read}{'s' * (first != 1)}"
            f" {'was' if first == 1 else 'were'} read as text,"
            f" {second} {left}{'s' * (second != 1)} {'was' if second == 1 else 'were'} left out."
        )
    if "word/comments.xml" in members and b"<w:comment " in members["word/comments.xml"]:
        notes.append("Comments were left out.")
    return notes


def _count(tree: _Element, tag: str) -> int:
    """How many runs of text a kind of tracked change covers."""
    return sum(
        1
        for change in tree.iter(_W + tag)
        if any(True for _ in change.iter(_W + "t", _W + "delText"))
    )


def _settled(tree: _Element, *, accept: bool) -> bytes:
    """A part with its tracked changes accepted or rejected."""
    from lxml import etree

    marks = (_W + "rPr", _W + "trPr")  # there a change is that of a paragraph's end or of a row
    keep, drop = ("ins", "moveTo"), ("del", "moveFrom")
    if not accept:
        keep, drop = drop, keep
    dropped = list(tree.iter(*(_W + tag for tag in drop)))
    kept = list(tree.iter(*(_W + tag for tag in keep)))
    for element in dropped:
        parent = element.getparent()
        if parent is None or (parent.tag in marks and _is_followed(parent)):
            element.tag = _W + "del"  # mammoth joins such paragraphs and leaves out such rows
        else:
            parent.remove(element)
    for element in kept:
        parent = element.getparent()
        if parent is None or parent.tag in marks:
            element.tag = _W + "ins"
            continue
        at = parent.index(element)
        for child in reversed(list(element)):
            parent.insert(at + 1, child)
        parent.remove(element)
    for element in tree.iter(_W + "delText"):
        element.tag = _W + "t"
    return bytes(etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True))


def _is_followed(marks: _Element) -> bool:
    """Whether a row, or a paragraph whose end these marks are of, has another to be joined with."""
    if marks.tag == _W + "trPr":
        return True
    paragraph = next(marks.iterancestors(_W + "p"), None)
    following = None if paragraph is None else paragraph.getnext()
    return following is not None and following.tag == _W + "p"


def _html(members: dict[str, bytes], name: str) -> str:
    """The document as mammoth puts it into HTML."""
    import mammoth

    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for member, content in members.items():
            archive.writestr(member, content)
    packed.seek(0)
    try:
        result = mammoth.convert_to_html(
            packed,
            style_map=_STYLES,
            convert_image=lambda image: [],
            external_file_access=False,
        )
    except RecursionError:
        raise InputError(f"{name}: is nested too deep; save it again from Word") from None
    except Exception:  # mammoth trusts the file, and fails in as many ways as files are damaged
        raise InputError(
            f"{name}: is damaged and cannot be read as a Word document; save it again from Word"
        ) from None
    return str(result.value)
