from __future__ import annotations

import io
import re
import struct
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.readers.docx_maker import (
    NAMESPACE,
    deleted,
    docx,
    inserted,
    mark,
    para,
    run,
    table,
)
from tests.readers.told import spans_hold, told
from tracediff.errors import InputError
from tracediff.model import BlockKind, Source
from tracediff.readers.docx import read_docx
from tracediff.segment.heads import head_rows
from tracediff.settings import Reading

OFFICES = "The labour office registered 412 complaints in the year."


def read(data: bytes, bounds: Reading | None = None) -> Source:
    return read_docx(data, "report.docx", bounds or Reading())


def test_headings_text_tables_and_footnotes_are_read() -> None:
    data = docx(
        [
            para(run("Findings of the Office"), style="Title"),
            para(run("Enforcement"), style="heading1"),
            para(run(OFFICES), mark(1), run(" It was a quiet year.")),
            table([["Work", "2019", "2020"], ["Visits", "96", "88"]]),
        ],
        footnotes=["Counted in May."],
    )
    source = read(data)
    assert told(source) == [
        ("heading", "Findings of the Office"),
        ("heading", "Enforcement"),
        ("paragraph", f"{OFFICES} It was a quiet year."),
        ("row", "Work | 2019 | 2020"),
        ("row", "Visits | 96 | 88"),
        ("note", "Counted in May."),
    ]
    assert head_rows(source.blocks[3].rows, source.blocks[3].heads) == 1
    assert source.title == "Findings of the Office"
    assert spans_hold(source)


TRACKED = docx(
    [para(run("The office registered "), inserted("430"), deleted("412"), run(" complaints."))]
)


def test_tracked_insertions_count_and_deletions_do_not_and_it_is_said() -> None:
    source = read(TRACKED)
    assert told(source) == [("paragraph", "The office registered 430 complaints.")]
    assert source.notes == (
        "The document has tracked changes: 1 insertion was read as text, 1 deletion was left out.",
    )


def test_tracked_changes_can_be_rejected() -> None:
    source = read(TRACKED, Reading(tracked_changes="reject"))
    assert told(source) == [("paragraph", "The office registered 412 complaints.")]
    assert "1 deletion was read as text" in source.notes[0]


def ended(words: str, change: str) -> str:
    """A paragraph whose end was inserted or deleted."""
    return f'<w:p><w:pPr><w:rPr><w:{change} w:id="3"/></w:rPr></w:pPr>{run(words)}</w:p>'


@pytest.mark.parametrize(
    ("change", "accepted", "rejected"),
    [
        ("del", ["The office grew and moved."], ["The office grew", "and moved."]),
        ("ins", ["The office grew", "and moved."], ["The office grew and moved."]),
    ],
)
def test_paragraphs_are_joined_where_the_end_between_them_does_not_count(
    change: str, accepted: list[str], rejected: list[str]
) -> None:
    data = docx([ended("The office grew ", change), para(run("and moved."))])
    reject = Reading(tracked_changes="reject")
    assert [words for _, words in told(read(data))] == accepted
    assert [words for _, words in told(read(data, reject))] == rejected


@pytest.mark.parametrize("change", ["ins", "del"])
@pytest.mark.parametrize("read_as", ["accept", "reject"])
def test_a_paragraph_that_nothing_follows_keeps_its_words(change: str, read_as: str) -> None:
    reading = Reading(tracked_changes=read_as)
    last = docx([para(run("The office grew.")), ended("It moved.", change)])
    assert [words for _, words in told(read(last, reading))] == ["The office grew.", "It moved."]
    before = docx([ended("It moved.", change), table([["Work", "2020"]])])
    assert next(words for _, words in told(read(before, reading))) == "It moved."


def test_a_row_counts_as_its_tracked_change_does() -> None:
    def marked(words: str, change: str) -> str:
        cells = "".join(f"<w:tc>{para(run(cell))}</w:tc>" for cell in words.split())
        return f'<w:tr><w:trPr><w:{change} w:id="4"/></w:trPr>{cells}</w:tr>'

    rows = marked("Fines 14", "ins") + marked("Arrests 3", "del")
    data = docx([table([["Work", "2020"]]).replace("</w:tbl>", f"{rows}</w:tbl>")])
    assert [words for _, words in told(read(data))] == ["Work | 2020", "Fines | 14"]
    rejected = read(data, Reading(tracked_changes="reject"))
    assert [words for _, words in told(rejected)] == ["Work | 2020", "Arrests | 3"]


def test_comments_are_left_out_and_it_is_said() -> None:
    comments = (
        '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f'<w:comment w:id="1">{para(run("Is this right?"))}</w:comment></w:comments>'
    )
    source = read(docx([para(run(OFFICES))], comments=comments))
    assert told(source) == [("paragraph", OFFICES)]
    assert source.notes == ("Comments were left out.",)


def archive(**members: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name.replace("__", "/"), content)
    return packed.getvalue()


def with_lost_place() -> bytes:
    """A document that says its last part stands further on than any file is long."""
    data = bytearray(docx([para(run(OFFICES))]))
    entry, end = data.rfind(b"PK\x01\x02"), data.rfind(b"PK\x05\x06")
    place = struct.pack("<HHQ", 1, 8, 2**64 - 1)
    data[entry + 30 : entry + 32] = struct.pack("<H", len(place))
    data[entry + 42 : entry + 46] = b"\xff" * 4
    (size,) = struct.unpack_from("<I", data, end + 12)
    struct.pack_into("<I", data, end + 12, size + len(place))
    return bytes(data[:end] + place + data[end:])


def locked() -> bytes:
    """A document whose parts say that they are encrypted."""
    return re.sub(rb"(PK\x01\x02....)\x00", b"\\1\x01", docx([para(run(OFFICES))]), flags=re.S)


def document(root: str) -> bytes:
    """A document whose main part is this element."""
    name = root.split()[0]
    whole = f'<{root} xmlns:w="{NAMESPACE}"></{name}>'
    return docx([], document=whole)


def cells_in_cells(depth: int) -> str:
    opened, closed = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    return opened * depth + para(run(OFFICES)) + closed * depth


ENTITY = '<!DOCTYPE d [<!ENTITY a "boom">]><d>&a;</d>'


@pytest.mark.parametrize(
    ("data", "cure"),
    [
        (b"PK\x03\x04 and nothing else", "damaged"),
        (docx([para(run(OFFICES))])[:600], "damaged"),
        (b"\xd0\xcf\x11\xe0" + b"\x00" * 600, "encrypted or in the old .doc format"),
        (archive(mimetype="text", content__xml="<a/>"), "no Word document"),
        (
            archive(word__document__xml=ENTITY).replace(b"word/document/xml", b"word/document.xml"),
            "entities",
        ),
        (docx(["<w:p>" * 400 + "</w:p>" * 400]), "nested too deep"),
        (docx([cells_in_cells(80)]), "nested too deep"),
        (docx([para(run("a"))] * 400), "max_elements"),
        (docx([para(run(OFFICES))], styles="<w:styles"), "cannot be read as a Word document"),
        (document("w:ins"), "cannot be read as a Word document"),
        (document("w:del"), "cannot be read as a Word document"),
        (with_lost_place(), "damaged"),
        (docx([para(run(OFFICES))], **{f"theme{i}": "<a/>" for i in range(20)}), "more parts"),
        (locked(), "encrypted or packed in an odd way"),
        (docx([para(run("x" * 3_000_000))]), "max_unpacked"),
    ],
)
def test_what_is_no_word_document_is_one_line_with_the_cure(data: bytes, cure: str) -> None:
    with pytest.raises(InputError, match=cure) as caught:
        read(data, Reading(max_unpacked=1_000_000, max_elements=1000, max_members=20))
    assert str(caught.value).startswith("report.docx: ")
    assert "\n" not in str(caught.value)


def test_pictures_are_never_unpacked() -> None:
    data = docx([para(run(OFFICES))], **{"media/huge.png": "x"})
    bomb = data.replace(b"word/media/huge.png.xml", b"word/media/huge.png.png")
    assert told(read(bomb)) == [("paragraph", OFFICES)]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9), st.binary(min_size=1, max_size=6))
def test_damage_gives_a_source_or_our_own_error(place: int, patch: bytes) -> None:
    at = place % len(TRACKED)
    try:
        source = read(TRACKED[:at] + patch + TRACKED[at + len(patch) :])
    except InputError as error:
        assert "\n" not in str(error)
    else:
        assert spans_hold(source)
        assert all(block.kind in BlockKind for block in source.blocks)
