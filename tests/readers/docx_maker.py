"""Small Word documents for tests, written by hand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{name.replace(" ", "")}">'
    f'<w:name w:val="{name}"/></w:style>'
    for name in ("Title", "heading 1", "heading 2", "List Bullet")
)


def run(text: str) -> str:
    """Text as a run."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def para(*runs: str, style: str = "") -> str:
    """A paragraph of runs."""
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{look}{''.join(runs)}</w:p>"


def inserted(text: str) -> str:
    """A tracked insertion."""
    return f'<w:ins w:id="1" w:author="A">{run(text)}</w:ins>'


def deleted(text: str) -> str:
    """A tracked deletion."""
    inner = f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>'
    return f'<w:del w:id="2" w:author="A">{inner}</w:del>'


def mark(number: int) -> str:
    """The mark of a footnote."""
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def table(rows: Iterable[Sequence[str]]) -> str:
    """A table."""
    made = "".join(
        "<w:tr>" + "".join(f"<w:tc>{para(run(cell))}</w:tc>" for cell in row) + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl>{made}</w:tbl>"


def docx(body: Iterable[str], *, footnotes: Sequence[str] = (), **parts: str) -> bytes:
    """A Word document with this body; ``parts`` are further files in its word folder."""
    notes = "".join(
        f'<w:footnote w:id="{i}">{para(run(note))}</w:footnote>'
        for i, note in enumerate(footnotes, 1)
    )
    files = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{TYPES}"><Default Extension="xml"'
        ' ContentType="application/xml"/></Types>',
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{RELATIONS}"><Relationship Id="r1"'
        f' Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'{HEAD}<Relationships xmlns="{RELATIONS}">'
        f'<Relationship Id="r1" Type="{OFFICE}/styles" Target="styles.xml"/>'
        f'<Relationship Id="r2" Type="{OFFICE}/footnotes" Target="footnotes.xml"/>'
        f'<Relationship Id="r3" Type="{OFFICE}/comments" Target="comments.xml"/></Relationships>',
        "word/styles.xml": f'{HEAD}<w:styles xmlns:w="{NAMESPACE}">{STYLES}</w:styles>',
        "word/footnotes.xml": f'{HEAD}<w:footnotes xmlns:w="{NAMESPACE}">{notes}</w:footnotes>',
        "word/document.xml": f'{HEAD}<w:document xmlns:w="{NAMESPACE}"><w:body>{"".join(body)}'
        "</w:body></w:document>",
        **{f"word/{name}.xml": content for name, content in parts.items()},
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()
