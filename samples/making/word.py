"""Blocks in, a Word document out, with styles, lists, a table and a footnote."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from making.blocks import Block, cells, runs

_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_NOTES = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:footnotes {_WORD}><w:footnote w:id="-1" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p>
</w:footnote><w:footnote w:id="1"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>
<w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {{text}}</w:t></w:r></w:p></w:footnote>
</w:footnotes>"""
_MARK = (
    f'<w:r {_WORD}><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    '<w:footnoteReference w:id="1"/></w:r>'
)
_DAY = datetime(2024, 5, 2, 9, 0, 0)


def make_docx(blocks: list[Block]) -> bytes:
    """A document as a ministry would write it."""
    document = docx.Document()
    _name(document, next(block.text for block in blocks if block.kind == "title"))
    styles = iter(("List Number", "List Number 2"))  # each style counts from 1
    for kind, texts in runs(blocks):
        if kind == "row":
            _add_table(document, [cells(text) for text in texts])
        elif kind == "note":
            _add_note(document, texts[0])
        else:
            style = next(styles) if kind == "number" else _STYLES[kind]
            for text in texts:
                _add(document, text, style)
    return _fixed(document)


_STYLES = {
    "title": "Heading 1",
    "heading": "Heading 2",
    "text": "Normal",
    "caption": "Caption",
    "bullet": "List Bullet",
}


def _name(document: Document, title: str) -> None:
    properties = document.core_properties
    properties.title, properties.author = title, "Regional Compact Secretariat"
    properties.comments = ""
    properties.created = properties.modified = _DAY
    document.sections[0].header.paragraphs[0].text = "Forced Labour in Veldania"


def _add(document: Document, text: str, style: str) -> None:
    paragraph = document.add_paragraph(style=style)
    for part in re.split(r"(\[\^1\])", text):
        if part == "[^1]":
            paragraph._p.append(parse_xml(_MARK))
        else:
            paragraph.add_run(part)


def _add_table(document: Document, rows: list[list[str]]) -> None:
    table = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_paragraph()


def _add_note(document: Document, text: str) -> None:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    blob = _NOTES.format(text=text).encode()
    part = Part(PackURI("/word/footnotes.xml"), kind, blob, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _fixed(document: Document) -> bytes:
    """The archive with fixed dates."""
    written, out = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            new.writestr(member, old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
