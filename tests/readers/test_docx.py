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
    assert [(one.what, one.characters) for one in source.left_out] == [("comments", 12)]


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
        (docx([cells_in_cells(90)]), "nested too deep"),
        (docx([para(run("a"))] * 400), "max_elements"),
        (docx([para(run(OFFICES))], styles="<w:styles"), "styles.xml is damaged"),
        (document("w:ins"), "no Word document"),
        (document("w:del"), "no Word document"),
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


@settings(max_examples=60)
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


def left(source: Source) -> list[tuple[str, int]]:
    return [(one.what, one.characters) for one in source.left_out]


def styled(name: str, inside: str = "", based: str = "", run_look: str = "") -> str:
    based = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:styleId="{name}"><w:name w:val="{name}"/>{based}<w:pPr>{inside}</w:pPr>'
        f"<w:rPr>{run_look}</w:rPr></w:style>"
    )


NUMBERED = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>'


def test_styles_and_outline_levels_tell_headings_items_captions_and_contents() -> None:
    styles = f'<w:styles xmlns:w="{NAMESPACE}">' + "".join(
        [
            styled("Heading 2"),
            styled("Mine", based="Heading 2"),
            styled("Deep", '<w:outlineLvl w:val="2"/>'),
            styled("Body", '<w:outlineLvl w:val="9"/>'),
            styled("Dots", NUMBERED),
            styled("caption"),
            styled("toc 1"),
            styled("Gone", run_look="<w:vanish/>"),
            styled("Loop", based="Loop"),
        ]
    )
    direct = '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
    source = read(
        docx(
            [
                para(run("Two"), style="Mine"),
                para(run("Three"), style="Deep"),
                f"<w:p>{direct}{run('One')}</w:p>",
                para(run("Text."), style="Body"),
                para(run("Item"), style="Dots"),
                f'<w:p><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>{run("None.")}</w:p>',
                para(run("Ships"), style="caption"),
                para(run("Fines 3"), style="toc 1"),
                para(run("secret"), style="Gone"),
                para(run("Plain."), style="Loop"),
            ],
            styles=styles + "</w:styles>",
        )
    )
    assert [(b.kind.value, b.level) for b in source.blocks] == [
        ("heading", 2), ("heading", 3), ("heading", 1), ("paragraph", 0), ("item", 2),
        ("paragraph", 0), ("note", 0), ("paragraph", 0),
    ]  # fmt: skip
    assert left(source) == [("contents", 6), ("hidden text", 6)]


def test_a_style_that_the_file_does_not_define_is_the_one_word_has_of_that_name() -> None:
    source = read(
        docx(
            [
                para(run("Report"), style="Title"),
                para(run("Fines 3"), style="TOC1"),
                para(run("Quays"), style="Heading2"),
                para(run("It has 9."), style="Tocsin1"),
            ],
            styles=f'<w:styles xmlns:w="{NAMESPACE}"></w:styles>',
        )
    )
    assert [(b.kind.value, b.level) for b in source.blocks] == [
        ("heading", 1), ("heading", 2), ("paragraph", 0),
    ]  # fmt: skip
    assert left(source) == [("contents", 6)]


MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def equation(inside: str) -> str:
    return f'<m:oMath xmlns:m="{MATH}">{inside}</m:oMath>'


def part(tag: str, text: str) -> str:
    return f"<m:{tag}><m:r><m:t>{text}</m:t></m:r></m:{tag}>"


def test_equations_symbols_and_signs_are_read_in_a_line() -> None:
    fraction = equation(f"<m:f><m:fPr/>{part('num', '3')}{part('den', '4')}</m:f>")
    power = equation(f"<m:sSup>{part('e', '10')}{part('sup', '6')}</m:sSup>")
    root = equation(f"<m:rad>{part('e', '9')}</m:rad>")
    symbols = "".join(
        f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'
        for font, code in (("Symbol", "F0A3"), ("Wingdings", "F0FC"), ("Other", "0041"), ("X", "?"))
    )
    signs = (
        '<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:br w:type="page"/><w:t>d</w:t>'
        "<w:noBreakHyphen/><w:t>e</w:t><w:cr/><w:t>f</w:t></w:r>"
    )
    source = read(docx([f"<w:p>{fraction} {power}{root}</w:p>", f"<w:p>{symbols}</w:p>",
                        f"<w:p>{signs}</w:p>", fraction]))  # fmt: skip
    assert [words for _, words in told(source)] == [
        "3/410^6√(9)", "≤✓A", "a b c d\u2011e f", "3/4",
    ]  # fmt: skip


def test_fields_boxes_and_controls_give_what_stands_in_them() -> None:
    def box(mark: str) -> str:
        box = f"<w:ffData><w:checkBox>{mark}</w:checkBox></w:ffData>"
        return f"<w:r><w:fldChar>{box}</w:fldChar></w:r>"

    checks = box("<w:checked/>") + box('<w:default w:val="1"/>') + box('<w:checked w:val="0"/>')
    ruby = f"<w:rt>{run('see')}</w:rt><w:rubyBase>{run('sea')}</w:rubyBase>"
    ruby = f"<w:r><w:ruby>{ruby}</w:ruby></w:r>"
    inner = f"<w:txbxContent>{para(run('Boxed.'))}</w:txbxContent>"
    drawn = (
        f'<mc:AlternateContent xmlns:mc="{MC}"><mc:Choice><w:drawing><x:docPr xmlns:x="x"'
        f' descr="a quay"/>{inner}</w:drawing></mc:Choice><mc:Fallback><w:pict>{inner}</w:pict>'
        "</mc:Fallback></mc:AlternateContent>"
    )
    around = f'<mc:AlternateContent xmlns:mc="{MC}"><mc:Choice>{run("in")}</mc:Choice>'
    around += "</mc:AlternateContent>"
    blocks = (
        f'<mc:AlternateContent xmlns:mc="{MC}"><mc:Choice>{para(run("Chosen."))}</mc:Choice>'
        "</mc:AlternateContent>"
    )
    super_ = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>nd</w:t></w:r>'
    source = read(
        docx(
            [
                f"<w:p>{checks}{ruby}</w:p>",
                f"<w:p>{run('On the 2')}{super_}<w:r>{drawn}</w:r>{around}</w:p>",
                blocks,
            ]
        )
    )
    assert [words for _, words in told(source)] == [
        "☑☑☐sea", "On the 2ndin", "Boxed.", "Chosen.",
    ]  # fmt: skip
    assert left(source) == [("picture descriptions", 5)]


def test_the_result_of_a_field_inside_the_code_of_another_is_not_shown() -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    page = f"{mark('begin')}{mark('separate')}{run('7')}{mark('end')}"
    choice = f"{mark('begin')}{page}{mark('separate')}{run('nine boats')}{mark('end')}"
    unclosed = f"{mark('begin')}{mark('begin')}"
    source = read(
        docx(
            [
                f"<w:p>{run('It has ')}{choice}{run('.')}</w:p>",
                f"<w:p>{mark('end')}{mark('separate')}{run('It met.')}{unclosed}</w:p>",
                f"<w:p>{run('It ended.')}</w:p>",
            ]
        )
    )
    assert [words for _, words in told(source)] == ["It has nine boats.", "It met.", "It ended."]
    assert left(source) == [("results inside the codes of fields", 1)]


def test_cells_reach_over_columns_and_rows_and_heads_are_known() -> None:
    def cell(words: str, look: str = "") -> str:
        return f"<w:tc><w:tcPr>{look}</w:tcPr>{para(run(words))}</w:tc>"

    wide, first, more = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    head = f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{cell('Work')}{cell('2020', wide)}</w:tr>"
    rows = (
        f"<w:tr>{cell('North', first)}{cell('5')}<w:sdt><w:sdtContent>{cell('6')}</w:sdtContent>"
        f"</w:sdt></w:tr><w:tr>{cell('below', more)}{cell('7')}{cell('8')}</w:tr>"
        f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>{cell("9")}{cell("x")}</w:tr>'
        f"<w:tr>{cell('South')}<w:tc>{para(run('1'))}{para(run('2'))}</w:tc>{cell('3')}</w:tr>"
    )
    source = read(docx([f"<w:tbl>{head}{rows}</w:tbl>"]))
    assert [words for _, words in told(source)] == [
        "Work | 2020 | 2020", "North | 5 | 6", "North | 7 | 8", " | 9 | x", "South | 1 / 2 | 3",
    ]  # fmt: skip
    assert source.blocks[0].heads == 1
    assert left(source) == [("hidden text", 5)]


def test_charts_headers_and_properties_are_said_or_used() -> None:
    def core(day: str) -> bytes:
        data = docx([para(run(OFFICES))])
        packed = io.BytesIO(data)
        with zipfile.ZipFile(packed, "a") as made:
            made.writestr(
                "docProps/core.xml", f"<c><title>Port</title><modified>{day}</modified></c>"
            )
            made.writestr("word/charts/chart1.xml", "<c><v>12</v><v>7</v></c>")
            made.writestr("word/footer1.xml", "<f><t>Page</t></f>")
        return packed.getvalue()

    source = read(core("2021-03-04T00:00:00Z"))
    assert (source.title, str(source.date)) == ("Port", "2021-03-04")
    assert sorted(left(source)) == [("drawn text", 3), ("running heads and feet", 4)]
    assert read(core("soon")).date is None


def test_a_part_that_expands_beyond_its_bound_is_refused_while_unpacking() -> None:
    data = docx([para(run("x" * 3_000_000))])
    lying = data.replace(struct.pack("<I", len(data)), b"\x01\x00\x00\x00")
    with pytest.raises(InputError, match="max_unpacked"):
        read(lying, Reading(max_unpacked=2_000_000))


def test_a_box_within_a_box_is_read_once() -> None:
    def boxed(*inside: str) -> str:
        return f"<w:r><w:pict><w:txbxContent>{para(*inside)}</w:txbxContent></w:pict></w:r>"

    outer = boxed(run("Outer."), boxed(run("Inner.")))
    source = read(docx([para(run("The port closed."), outer)]))
    assert [words for _, words in told(source)] == ["The port closed.", "Outer.", "Inner."]


def with_notes(body: str, notes: str) -> bytes:
    """A document whose part of footnotes is this."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(docx([body]))) as whole,
        zipfile.ZipFile(packed, "w") as made,
    ):
        for member in whole.namelist():
            of_notes = member == "word/footnotes.xml"
            made.writestr(member, notes if of_notes else whole.read(member))
    return packed.getvalue()


def test_lines_that_part_notes_and_fields_without_a_box_are_no_text() -> None:
    rule = f'<w:footnote w:id="0" w:type="separator">{para(run("rule"))}</w:footnote>'
    note = f'<w:footnote w:id="1" w:type="normal">{para(run("Counted in May."))}</w:footnote>'
    footnotes = f'<w:footnotes xmlns:w="{NAMESPACE}">{rule}{note}</w:footnotes>'
    field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    source = read(with_notes(f"{para(field, run(OFFICES))}<w:sectPr/>", footnotes))
    assert told(source) == [("paragraph", OFFICES), ("note", "Counted in May.")]


@pytest.mark.parametrize("root", ["w:del", "w:trPr", "w:footnotes"])
def test_notes_of_an_odd_form_do_not_keep_the_text_from_being_read(root: str) -> None:
    change = f'<{root} xmlns:w="{NAMESPACE}"><w:del><w:r><w:t>gone</w:t></w:r></w:del></{root}>'
    assert told(read(with_notes(para(run(OFFICES)), change))) == [("paragraph", OFFICES)]


def test_a_document_without_styles_is_all_text() -> None:
    body = f'<w:document xmlns:w="{NAMESPACE}"><w:body>{para(run(OFFICES), style="mine1")}'
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as made:
        made.writestr("word/document.xml", f"{body}</w:body></w:document>")
    source = read(packed.getvalue())
    assert told(source) == [("paragraph", OFFICES)]
    assert (source.title, source.date, source.left_out) == (None, None, ())
