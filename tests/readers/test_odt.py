from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from tests.readers.odt_maker import head, items, note, odt, para, table
from tests.readers.told import spans_hold, told
from tracediff.errors import InputError
from tracediff.model import Source
from tracediff.readers import read_source
from tracediff.readers.odt import read_odt
from tracediff.settings import Reading

STYLES = (
    '<style:style style:name="Gone"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="Up"><style:text-properties style:text-position="super 58%"/>'
    '</style:style><style:style style:name="P1" style:parent-style-name="Title"/>'
    '<style:style style:name="P2" style:parent-style-name="Caption"/>'
)


def read(data: bytes, bounds: Reading | None = None) -> Source:
    return read_odt(data, "report.odt", bounds or Reading())


def left(source: Source) -> list[tuple[str, int]]:
    return [(one.what, one.characters) for one in source.left_out]


def test_headings_text_lists_tables_and_notes_are_read() -> None:
    source = read(
        odt(
            [
                head("Findings", 2),
                para(f"The port<text:s/>closed.{note(1, 'Counted in May.')} It<text:tab/>opened."),
                items("one", "two"),
                table([["Work", "2020"], ["Visits", "88"]]),
            ],
            meta="<dc:title> Port  report </dc:title><dc:date>2021-03-04T10:00:00</dc:date>",
        )
    )
    assert told(source) == [
        ("heading", "Findings"),
        ("paragraph", "The port closed. It opened."),
        ("item", "one"),
        ("item", "two"),
        ("row", "Work | 2020"),
        ("row", "Visits | 88"),
        ("note", "Counted in May."),
    ]
    assert (source.title, source.date) == ("Port report", date(2021, 3, 4))
    assert left(source) == [("note marks", 3)]
    assert spans_hold(source)


def test_styles_tell_titles_captions_hidden_and_raised_text() -> None:
    spans = (
        'It grew<text:span text:style-name="Up">3</text:span> by 10'
        '<text:span text:style-name="Up">3</text:span>'
        '<text:span text:style-name="Gone">no</text:span>'
    )
    source = read(
        odt(
            [para("Port", "P1"), para("Ships", "P2"), para(spans), para("secret", "Gone")],
            automatic=STYLES,
        )
    )
    assert told(source) == [
        ("heading", "Port"),
        ("note", "Ships"),
        ("paragraph", "It grew by 10³"),
    ]
    assert left(source) == [("note marks", 1), ("hidden text", 8)]


def test_what_stands_beside_the_text_is_said() -> None:
    frame = (
        "<draw:frame><draw:text-box><text:p>Boxed.</text:p></draw:text-box>"
        "<svg:desc>a quay</svg:desc></draw:frame>"
    )
    inside = (
        f"The port.{frame}<office:annotation><text:p>Why?</text:p></office:annotation>"
        "<text:ruby><text:ruby-base>sea</text:ruby-base><text:ruby-text>see</text:ruby-text>"
        "</text:ruby><text:line-break/>End<draw:custom-shape><text:p>Shaped.</text:p>"
        "</draw:custom-shape><draw:line/>"
    )
    contents = "<text:table-of-content><text:p>Fines 3</text:p></text:table-of-content>"
    hidden = '<text:section text:display="none"><text:p>Away</text:p></text:section>'
    shown = f"<text:section><text:p>Here.</text:p></text:section>{frame}"
    note_ = "<office:annotation><text:p>Hm</text:p></office:annotation>"
    source = read(
        odt(
            [para(inside), contents, hidden, shown, note_],
            styles="<style:footer><text:p>Page 1</text:p></style:footer>",
        )
    )
    assert told(source) == [
        ("paragraph", "The port.sea End"),
        ("paragraph", "Boxed."),
        ("paragraph", "Shaped."),
        ("paragraph", "Here."),
        ("paragraph", "Boxed."),
    ]
    assert left(source) == [
        ("picture descriptions", 10),
        ("comments", 6),
        ("hidden text", 7),
        ("contents", 6),
        ("running heads and feet", 5),
    ]


CHANGES = (
    "<text:tracked-changes>"
    '<text:changed-region text:id="a"><text:deletion><text:p>nine</text:p></text:deletion>'
    '</text:changed-region><text:changed-region text:id="b"><text:insertion/></text:changed-region>'
    '<text:changed-region text:id="c"><text:format-change/></text:changed-region>'
    "</text:tracked-changes>"
)
CHANGED = (
    'It fined <text:change text:change-id="a"/><text:change-start text:change-id="b"/>ten'
    '<text:change-end text:change-id="b"/> owners.'
)


def test_tracked_changes_are_accepted_or_rejected() -> None:
    data = odt([CHANGES, para(CHANGED)])
    accepted = read(data)
    assert told(accepted) == [("paragraph", "It fined ten owners.")]
    assert left(accepted) == [("text of tracked changes", 4)]
    assert accepted.notes == (
        "The document has tracked changes: 1 insertion was read as text, 1 deletion was left out.",
    )
    rejected = read(data, Reading(tracked_changes="reject"))
    assert told(rejected) == [("paragraph", "It fined nine owners.")]
    assert left(rejected) == [("text of tracked changes", 3)]
    edges = '<text:change-start text:change-id="b"/>', '<text:change-end text:change-id="b"/>'
    whole = odt([CHANGES, para("It met."), edges[0], para("New."), edges[1]])
    assert told(read(whole, Reading(tracked_changes="reject"))) == [("paragraph", "It met.")]


def test_equations_are_read_and_charts_are_said() -> None:
    math = (
        '<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mfrac><mn>3</mn><mn>4</mn>'
        "</mfrac><annotation>3 over 4</annotation></semantics><!-- x --></math>"
    )
    embedded = "".join(
        f'<draw:frame><draw:object xlink:href="./Object {n}"/></draw:frame>' for n in (1, 2, 3)
    )
    source = read(
        odt(
            [para(f"About {embedded} of all.")],
            **{"Object 1__content.xml": math, "Object 2__content.xml": "<chart>12</chart>"},
        )
    )
    assert told(source) == [("paragraph", "About 3/4 of all.")]
    assert left(source) == [("drawn text", 2)]


def test_cells_span_repeat_and_hold_tables() -> None:
    inner = table([["Port", "2020"], ["Orsk", "5"]])
    rows = (
        "<table:table><table:table-header-rows><table:table-row>"
        f'<table:table-cell table:number-columns-spanned="2">{para("Work")}</table:table-cell>'
        f"<table:table-cell>{para('2020')}</table:table-cell></table:table-row>"
        "</table:table-header-rows><table:table-row>"
        f'<table:table-cell table:number-columns-repeated="2">{para("Visits")}</table:table-cell>'
        f'<table:table-cell table:number-rows-spanned="x">{para("8")}{para("9")}</table:table-cell>'
        "</table:table-row></table:table>"
    )
    source = read(odt([rows]))
    assert told(source) == [("row", "Work | Work | 2020"), ("row", "Visits | Visits | 8 / 9")]
    boxed = "Orsk<draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame>"
    nested = f"<table:table><table:table-row><table:table-cell>{inner}</table:table-cell>"
    nested += f"<table:table-cell>{para(boxed)}</table:table-cell></table:table-row></table:table>"
    assert told(read(odt([nested]))) == [
        ("row", "Port | 2020"),
        ("row", "Orsk | 5"),
        ("paragraph", "Orsk"),
        ("paragraph", "boxed"),
    ]


def test_styles_that_stand_on_each_other_in_a_circle_are_plain_text() -> None:
    circle = (
        '<style:style style:name="A" style:parent-style-name="B"/>'
        '<style:style style:name="B" style:parent-style-name="A"/>'
    )
    source = read(odt([para("The port closed.", "A")], automatic=circle))
    assert told(source) == [("paragraph", "The port closed.")]


def test_a_note_without_words_and_a_picture_give_no_text() -> None:
    empty = "<text:note><text:note-citation>1</text:note-citation></text:note>"
    picture = "<draw:frame><draw:image/><svg:title>a quay</svg:title></draw:frame>"
    source = read(odt([para(f"The port closed.{empty}{picture}")]))
    assert told(source) == [("paragraph", "The port closed.")]
    assert left(source) == [("note marks", 3), ("picture descriptions", 5)]


def test_a_text_without_properties_has_neither_title_nor_date() -> None:
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(odt([para("The port closed.")]))) as whole,
        zipfile.ZipFile(packed, "w") as made,
    ):
        for part in whole.namelist():
            if part != "meta.xml":
                made.writestr(part, whole.read(part))
    source = read(packed.getvalue())
    assert told(source) == [("paragraph", "The port closed.")]
    assert (source.title, source.date) == (None, None)


def test_what_is_no_open_document_text_is_one_line_with_the_cure(tmp_path: Path) -> None:
    for data, cure in (
        (odt([], **{"content.xml": "<a/>"}), "no OpenDocument text"),
        (odt([], **{"META-INF__manifest.xml": "<a><encryption-data/></a>"}), "is encrypted"),
        (odt([], **{"content.xml": "<a"}), "damaged or nested too deep"),
    ):
        with pytest.raises(InputError, match=cure):
            read(data)
    spread = odt([para("The port closed.")], meta="<dc:date>soon</dc:date>")
    assert (read(spread).title, read(spread).date) == (None, None)
    path = tmp_path / "report.docx"
    path.write_bytes(spread)
    assert read_source(str(path)).format == "odt"
    bare = odt([para("The port closed.")], **{"meta.xml": ""})
    with pytest.raises(InputError, match=r"meta\.xml is damaged"):
        read(bare)


@pytest.mark.parametrize("first", ["mimetype", "content.xml", "styles.xml"])
@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])
@pytest.mark.parametrize("name", ["report.odt", "report", "report.docx"])
def test_a_text_packed_anew_by_any_archiver_is_still_one(
    first: str, method: int, name: str, tmp_path: Path
) -> None:
    with zipfile.ZipFile(io.BytesIO(odt([para("Two boats sank.")]))) as made:
        parts = {member: made.read(member) for member in made.namelist()}
    path = tmp_path / name
    with zipfile.ZipFile(path, "w", method) as archive:
        for member in sorted(parts, key=lambda member: member != first):
            archive.writestr(member, parts[member])
    assert (read_source(str(path)).format, told(read_source(str(path)))) == (
        "odt",
        told(read(odt([para("Two boats sank.")]))),
    )
