"""A Word file as its parts: read within bounds, written again with those that changed."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Final

from lxml import etree

from tracediff.errors import InputError
from tracediff.readers.archive import Archive
from tracediff.redline.xml import NAMESPACE, W

if TYPE_CHECKING:
    from lxml.etree import _Element

    from tracediff.settings import Reading

_READ: Final = ("document", "footnotes", "endnotes", "comments", "styles")
_TYPES: Final = "[Content_Types].xml"
_RELATIONS: Final = "word/_rels/document.xml.rels"
_KIND: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_DAY: Final = (1980, 1, 1, 0, 0, 0)  # the same document has the same bytes


class Package:
    """The parts of a document that are looked at, and all others as they are."""

    def __init__(self, data: bytes, name: str, settings: Reading) -> None:
        """Unpack a document. Raises ``InputError`` where it is none."""
        if data[:2] != b"PK":
            raise InputError(f"{name}: is no Word document (.docx); --format docx needs one")
        self._data, self._name = data, name
        archive = Archive(data, name, settings, "Word", _is_xml)
        self._trees: dict[str, _Element] = {}
        for part in (*(f"word/{one}.xml" for one in _READ), _TYPES, _RELATIONS):
            if (tree := archive.tree(part)) is not None:
                self._trees[part] = tree
        found = self.tree("document")
        body = found.find(W + "body") if found is not None else None
        if body is None or _TYPES not in self._trees:
            raise InputError(f"{name}: is an archive but no Word document; save it as .docx")
        self.body = body
        with zipfile.ZipFile(io.BytesIO(data)) as whole:
            size = sum(info.file_size for info in whole.infolist())
        if size > settings.max_unpacked:
            limit = settings.max_unpacked // 1024 // 1024
            raise InputError(
                f"{name}: unpacks to more than {limit:,} MB;"
                " split it, or raise reading.max_unpacked in tracediff.toml"
            )

    def tree(self, name: str) -> _Element | None:
        """A part of ``word/`` by its name, none where there is none."""
        return self._trees.get(f"word/{name}.xml")

    @property
    def styles(self) -> frozenset[str]:
        """The styles that the document knows."""
        tree = self.tree("styles")
        known = tree.iter(W + "style") if tree is not None else ()
        return frozenset(str(one.get(W + "styleId")) for one in known)

    @property
    def last_number(self) -> int:
        """The largest number of a bookmark or a change in the document."""
        numbers = [one.get(W + "id", "") for tree in self._trees.values() for one in tree.iter()]
        return max((int(one) for one in numbers if one.isdecimal()), default=0)

    def comments(self) -> _Element:
        """The part that holds the comments, made where there is none."""
        found = self.tree("comments")
        if found is None:
            found = etree.Element(W + "comments", nsmap={"w": NAMESPACE})
            self._trees["word/comments.xml"] = found
            self._declare()
        return found

    def _declare(self) -> None:
        types, relations = self._trees[_TYPES], self._trees.get(_RELATIONS)
        space = str(types.tag).partition("}")[0] + "}"
        declared = {"PartName": "/word/comments.xml", "ContentType": _KIND}
        types.append(etree.Element(f"{space}Override", declared))
        if relations is None:
            space = "{http://schemas.openxmlformats.org/package/2006/relationships}"
            relations = etree.Element(f"{space}Relationships", nsmap={None: space[1:-1]})
            self._trees[_RELATIONS] = relations
        space = str(relations.tag).partition("}")[0] + "}"
        led = {"Id": "tracediffComments", "Type": _RELATION, "Target": "comments.xml"}
        relations.append(etree.Element(f"{space}Relationship", led))

    def written(self) -> bytes:
        """The document as a file.

        Raises ``InputError`` where a part that no reader needs is damaged.
        """
        try:
            return self._packed()
        except Exception:  # what unpacking fails with has no common base
            raise InputError(
                f"{self._name}: is damaged and cannot be unpacked; save it again from Word"
            ) from None

    def _packed(self) -> bytes:
        out = io.BytesIO()
        left = dict(self._trees)
        with (
            zipfile.ZipFile(io.BytesIO(self._data)) as source,
            zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
        ):
            for info in source.infolist():
                tree = left.pop(info.filename, None)
                data = source.read(info) if tree is None else _serial(tree)
                target.writestr(zipfile.ZipInfo(info.filename, _DAY), data, zipfile.ZIP_DEFLATED)
            for part, tree in left.items():
                target.writestr(zipfile.ZipInfo(part, _DAY), _serial(tree), zipfile.ZIP_DEFLATED)
        return out.getvalue()


def _serial(tree: _Element) -> bytes:
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def _is_xml(member: str) -> bool:
    return member in (_TYPES, _RELATIONS) or member in {f"word/{one}.xml" for one in _READ}
