"""Word documents with tracked changes: accepted they are the new edition, rejected the old one."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from tests.cli.inside import tracediff
from tests.readers.docx_maker import NAMESPACE, deleted, docx, inserted, mark, para, run, table
from tracediff.errors import InputError
from tracediff.pipeline import compare, examine
from tracediff.readers.docx import read_docx
from tracediff.redline import Remark, annotated, counterparts, redline
from tracediff.redline.xml import accept_changes
from tracediff.render import BYTES_RENDERERS, Options
from tracediff.settings import Reading

SAMPLES = Path(__file__).parents[2] / "samples"
OLD, NEW = SAMPLES / "veldania-2023.docx", SAMPLES / "veldania-2024.docx"
W = f"{{{NAMESPACE}}}"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"


def part(data: bytes, name: str = "document") -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(f"word/{name}.xml").decode()


def words(data: bytes, tracked: str = "accept") -> str:
    """All that is read, the numbers of notes aside, which a program counts anew."""
    source = read_docx(data, "a.docx", replace(Reading(), tracked_changes=tracked))
    return re.sub(r"\[\d+\]", "[n]", " ".join(source.text.split()))


def marked(old: Sequence[str], new: Sequence[str], **more: Sequence[str]) -> bytes:
    """The redline of two bodies; that both of them come out of it again is always looked at."""
    one = docx(old, footnotes=more.get("old_notes", ()))
    two = docx(new, footnotes=more.get("new_notes", ()))
    made = redline(one, two, [], Reading())
    assert words(made, "accept") == words(two)
    assert words(made, "reject") == words(one)
    etree.fromstring(part(made).encode())
    return made


@pytest.mark.parametrize(("old", "new"), [(OLD, NEW), (NEW, OLD), (NEW, NEW)])
def test_the_samples_come_out_of_their_redline(old: Path, new: Path) -> None:
    made = redline(old.read_bytes(), new.read_bytes(), [], Reading())
    assert words(made, "accept") == words(new.read_bytes())
    assert words(made, "reject") == words(old.read_bytes())
    assert ("<w:ins " in part(made)) is (old != new)
    with zipfile.ZipFile(new) as before, zipfile.ZipFile(io.BytesIO(made)) as after:
        assert set(before.namelist()) == set(after.namelist())
        for name in ("word/header1.xml", "word/styles.xml", "word/numbering.xml"):
            assert before.read(name) == after.read(name) or name == "word/styles.xml"


def test_only_the_words_that_differ_are_marked() -> None:
    body = part(
        marked([para(run("It paid 46 grants in May."))], [para(run("It paid 52 grants in May."))])
    )
    assert body.count("<w:ins ") == body.count("<w:del ") == 1
    assert "<w:delText>46</w:delText>" in body
    assert "<w:t>52</w:t>" in body


def test_a_number_is_marked_as_a_whole() -> None:
    for one, two in (("2,640", "2,905"), ("4.2", "4.8"), ("1.200,50", "1.300,50")):
        old, new = ([para(run(f"It had {n} calls."))] for n in (one, two))
        body = part(marked(old, new))
        assert f"<w:delText>{one}</w:delText>" in body
        assert f"<w:t>{two}</w:t>" in body


def test_the_value_of_a_cell_is_exchanged_on_its_line() -> None:
    old, new = ([table([["Fines", n], ["Ports", "12"]])] for n in ("19", "unknown"))
    body = part(marked(old, new))
    assert re.search(
        r"<w:delText>19</w:delText></w:r></w:del><w:ins [^>]*><w:r><w:t[^>]*>unk", body
    )
    assert body.count("<w:ins ") == body.count("<w:del ") == 1
    emptied = part(marked(old, [table([["Fines", ""], ["Ports", "12"]])]))
    assert emptied.count("<w:del ") == 1


def test_single_words_do_not_take_turns() -> None:
    old, new = [para(run("a red cat sat"))], [para(run("a big dog sat"))]
    assert part(marked(old, new)).count("<w:ins ") == 1


def test_looks_of_words_survive_and_unknown_styles_do_not() -> None:
    bold = '<w:r><w:rPr><w:rStyle w:val="{}"/><w:b/></w:rPr><w:t>{}</w:t></w:r>'
    old = [para(run("Of these, "), bold.format("Lost", "nine"), run(" left in all the time."))]
    new = [para(run("Of these, "), bold.format("Title", "three"), run(" left in all the time."))]
    body = part(marked(old, new))
    assert "Lost" not in body
    assert body.count("<w:b/>") == 2


def test_paragraphs_come_and_go_with_their_ends() -> None:
    first, last = para(run("One stays here.")), para(run("So does another."))
    old = [first, para(run("Gone for good."), style="Nowhere"), last]
    new = [first, para(run("Quite another thing altogether."), style="Title"), last]
    body = part(marked(old, new))
    assert re.search(r"<w:pPr><w:rPr><w:del [^>]*/></w:rPr></w:pPr>", body)
    assert '<w:pStyle w:val="Title"/><w:rPr><w:ins ' in body
    assert "Nowhere" not in body


def accepted(data: bytes) -> list[str]:
    """The paragraphs that are left where all changes are accepted, the empty ones too."""
    body = etree.fromstring(part(data).encode())
    accept_changes(body)
    return ["".join(one.itertext(f"{W}t")) for one in body.iter(f"{W}p")]


STAYS, GOES = "One item stays here.", "An item of which nothing is left."
MORE = "Wholly other matter, on two lines."


@pytest.mark.parametrize(
    ("old", "new", "ends"),
    [
        ([STAYS, GOES], [STAYS], ["del", ""]),
        ([STAYS, GOES, MORE], [STAYS], ["del", "del", ""]),
        ([STAYS], [STAYS, GOES], ["ins", ""]),
        ([STAYS, GOES], [STAYS, MORE], ["", ""]),
        ([STAYS, GOES], [STAYS, MORE, "And ten more words."], ["", "ins", ""]),
        ([GOES], [MORE], [""]),
    ],
)
def test_the_last_paragraph_keeps_its_end(old: list[str], new: list[str], ends: list[str]) -> None:
    sides = [[para(run(text)) for text in side] for side in (old, new)]
    made = marked(*sides)
    assert accepted(made) == new  # no empty one behind them
    found = [
        one.find(f"{W}pPr/{W}rPr/*") for one in etree.fromstring(part(made).encode()).iter(f"{W}p")
    ]
    assert ["" if one is None else etree.QName(one).localname for one in found] == ends


LONGER = f"{STAYS} It has words."


@pytest.mark.parametrize(
    ("old", "new", "ends"),
    [
        ([STAYS, "Last."], [LONGER, MORE, "Last."], ["ins", "", ""]),
        ([STAYS, "Last."], [f"{STAYS} ", "", "Last."], ["ins", "", ""]),
        ([STAYS, "Last."], [LONGER, MORE, GOES, "Last."], ["ins", "ins", "", ""]),
        ([STAYS], [LONGER, MORE], ["ins", ""]),
        ([STAYS, "Last."], [f"It has words. {STAYS}", MORE, "Last."], ["", "ins", ""]),
        ([LONGER, MORE, "Last."], [STAYS, "Last."], ["", "del", ""]),
    ],
)
def test_paragraphs_behind_words_that_came_begin_with_the_end_before_them(
    old: list[str], new: list[str], ends: list[str]
) -> None:
    """LibreOffice takes both for one change, and would reject the end between them, too."""
    sides = [[para(run(text)) for text in side] for side in (old, new)]
    made = marked(*sides)
    assert accepted(made) == new
    found = [
        one.find(f"{W}pPr/{W}rPr/*") for one in etree.fromstring(part(made).encode()).iter(f"{W}p")
    ]
    assert ["" if one is None else etree.QName(one).localname for one in found] == ends


def test_a_paragraph_looks_as_it_did_where_what_came_behind_it_is_rejected() -> None:
    old = [para(run(STAYS), style="Title"), para(run("Last."))]
    new = [para(run(LONGER), style="Title"), para(run(MORE), style="Quote"), para(run("Last."))]
    come = part(marked(old, new))
    assert re.search(r'"Quote"/><w:rPr/><w:pPrChange [^>]*><w:pPr><w:pStyle w:val="Title"/>', come)


def test_a_last_paragraph_looks_as_it_did_whichever_way() -> None:
    old = [para(run(STAYS), style="Title")]
    new = [para(run(STAYS), style="Title"), para(run(GOES), style="Quote")]
    come = part(marked(old, new))
    assert re.search(r'"Quote"/><w:rPr/><w:pPrChange [^>]*><w:pPr><w:pStyle w:val="Title"/>', come)
    assert part(marked(new, old)).count('<w:pStyle w:val="Title"/>') == 2


def test_a_remark_on_what_is_gone_finds_it_beside_what_is_new() -> None:
    old, new = docx([para(run(STAYS)), para(run(GOES))]), docx([para(run(STAYS)), para(run(MORE))])
    made = redline(old, new, [Remark(GOES, "It is gone.", old=True)], Reading())
    assert "It is gone." in part(made, "comments")
    assert re.search(r"<w:commentRangeStart[^>]*/><w:del [^>]*>.*nothing is left", part(made))


def test_a_section_of_pages_stays_behind_its_paragraph() -> None:
    ends = "<w:p><w:pPr><w:sectPr/></w:pPr>{}</w:p>"
    body = part(
        marked(
            [para(run("First."))], [ends.format(run("Wholly other words.")), para(run("First."))]
        )
    )
    assert re.search(r"<w:rPr><w:ins [^>]*/></w:rPr><w:sectPr/>", body)


def test_all_or_nothing() -> None:
    made = redline(docx([para(run("All goes."))]), docx(["<w:sectPr/>"]), [], Reading())
    assert words(made, "reject") == "All goes."
    assert part(made).index("All goes") < part(made).index("<w:sectPr")
    none = redline(docx([para(run("All goes."))]), docx([]), [], Reading())
    assert words(none, "reject") == "All goes."
    full = redline(docx([]), docx([para(run("All is new."))]), [], Reading())
    assert words(full, "accept") == "All is new."


def test_rows_and_cells_of_a_table() -> None:
    old = [table([["Year", "Cases"], ["Total", "40"], ["Farms", "12"], ["Ships", "9"]])]
    new = [
        table([["Year", "Cases"], ["Total", "52"], ["Kilns in the north", "3"], ["Farms", "12"]])
    ]
    body = part(marked(old, new))
    assert re.search(r"<w:trPr><w:ins [^>]*/></w:trPr>", body)
    assert re.search(r"<w:trPr><w:del [^>]*/></w:trPr>", body)
    assert "<w:delText>40</w:delText>" in body


def test_tables_come_and_go_and_get_another_column() -> None:
    grid = '<w:tbl><w:tblPr><w:tblStyle w:val="{}"/></w:tblPr><w:tblGrid/>{}</w:tbl>'
    rows = "".join(
        f"<w:tr><w:tblPrEx/><w:tc><w:tcPr/>{para(run(cell))}</w:tc></w:tr>"
        for cell in ("One", "Two")
    )
    text = para(run("The same words on both sides."))
    marked([text, grid.format("Lost", rows)], [text])
    marked([text, grid.format("Title", rows)], [text])
    marked([text], [grid.format("Title", rows), text])
    marked([table([["Farms", "12"]]), text], [table([["Farms", "12", "13"]]), text])
    marked([table([["A", "1"]])], [f"<w:tbl>{''.join([])}</w:tbl>", text])


def test_a_table_inside_a_cell() -> None:
    outer = f"<w:tbl><w:tr><w:tc>{table([['In', '{}']])}{para(run('Below.'))}</w:tc></w:tr></w:tbl>"
    body = part(marked([outer.format(5)], [outer.format(6)]))
    assert "<w:delText>5</w:delText>" in body


def test_notes_that_changed_came_or_went() -> None:
    stays = "The office counted all {} of them in the north of the country"
    body = [para(run(stays.format(4)), mark(1), run(".")), para(run("Plain."), mark(2))]
    other = [para(run(stays.format(5)), mark(1), run("."), mark(2)), para(run("Plain."))]
    made = marked(
        body, other, old_notes=["Act 7, May.", "Gone."], new_notes=["Act 7, June.", "New."]
    )
    notes = part(made, "footnotes")
    assert "<w:delText>May</w:delText>" in notes
    assert notes.count("<w:footnote ") == 3


def test_a_note_with_more_paragraphs_or_fewer() -> None:
    def notes(*texts: str) -> str:
        inside = "".join(para(run(text)) for text in texts) + "<w:tbl><w:tr><w:tc/></w:tr></w:tbl>"
        note = f'<w:footnote w:id="1">{inside}</w:footnote>'
        return f'<w:footnotes xmlns:w="{NAMESPACE}">{note}</w:footnotes>'

    text = [para(run("Text"), mark(1))]
    for old, new in ((("a b c",), ("a b c", "Second.")), (("a b c", "Second."), ("",))):
        one, two = (docx(text, footnotes=notes(*side)) for side in (old, new))
        one, two = (
            _with(data, "footnotes", notes(*side)) for data, side in ((one, old), (two, new))
        )
        made = redline(one, two, [], Reading())
        assert (words(made), words(made, "reject")) == (words(two), words(one))


def _with(data: bytes, name: str, text: str | None) -> bytes:
    """A document with a part of other content, or without it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for info in source.infolist():
            if info.filename != f"word/{name}.xml":
                target.writestr(info.filename, source.read(info))
        if text is not None:
            target.writestr(f"word/{name}.xml", text)
    return out.getvalue()


def test_a_note_that_cannot_stand_in_the_new_document_is_left_out() -> None:
    old = docx([para(run("Words here"), mark(1))], footnotes=["A note."])
    new = _with(docx([para(run("Words here"))]), "footnotes", None)
    made = redline(old, new, [], Reading())
    assert "footnoteReference" not in part(made)
    back = redline(new, old, [], Reading())
    assert words(back) == words(old)
    both = redline(old, _with(old, "footnotes", None), [], Reading())
    assert "<w:del " not in part(both)


def test_equations_symbols_pictures_and_fields() -> None:
    maths = '<m:oMath xmlns:m="{}"><m:r><m:t>{}</m:t></m:r></m:oMath>'
    symbol = '<w:r><w:sym w:font="Symbol" w:char="F0{}"/></w:r>'
    link = '<w:r><w:drawing><a:blip xmlns:a="urn:a" xmlns:r="{}" r:embed="rId9"/></w:drawing></w:r>'
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    for one, two in (
        (maths.format(MATH, "x+1"), maths.format(MATH, "x+2")),
        (symbol.format("B3"), symbol.format("A3")),
        (link.format(office), ""),
        (
            "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/></w:r>",
            "<w:r><w:t>a</w:t><w:t>b</w:t></w:r>",
        ),
        (
            "<w:r><w:t>a b</w:t><w:t>c</w:t></w:r>",
            "<w:r><w:rPr><w:i/></w:rPr><w:t>a x</w:t><w:tab/><w:t>c</w:t></w:r>",
        ),
        (
            "<w:r><w:t/></w:r>",
            f'<w:hyperlink>{run("led to")}</w:hyperlink><w:bookmarkStart w:id="9"/>',
        ),
        (run("same "), maths.format(MATH, "y")),
    ):
        tail = run(" The rest of the sentence is the same on both sides.")
        marked([para(one, tail)], [para(two, tail)])
        marked([para(tail, one)], [para(tail, two)])
    marked([para(run("First words."))], [para(maths.format(MATH, "z")), para(run("First words."))])
    made = marked([para(link.format(office))], [para(run("No picture any more."))])
    assert "rId9" not in part(made)


def simple(result: str, code: str = "DOCPROPERTY x") -> str:
    return f'<w:fldSimple w:instr=" {code} ">{run(result)}</w:fldSimple>'


def complex_field(result: str, code: str = "=SUM(ABOVE)") -> str:
    marks = [f'<w:r><w:fldChar w:fldCharType="{t}"/></w:r>' for t in ("begin", "separate", "end")]
    codes = f"<w:r><w:instrText> {code} </w:instrText></w:r>"
    return f"{marks[0]}{codes}{marks[1]}{run(result)}{marks[2]}"


def inside_fields(body: str) -> list[str]:
    """The changes that are marked inside the result of a field, where not every program looks."""
    tree = etree.fromstring(body.encode())
    found, depth = [], 0
    for element in tree.iter(f"{W}fldChar", f"{W}ins", f"{W}del"):
        kind = element.get(f"{W}fldCharType")
        if kind is None:
            whole = element.tag == f"{W}ins" and element.find(f".//{W}fldChar") is not None
            found += [str(element.tag)] if depth and not whole else []
        depth += {"begin": 1, "end": -1}.get(kind or "", 0)
    found += [str(one.tag) for f in tree.iter(f"{W}fldSimple") for one in f.iter(f"{W}ins")]
    return found + ["open"] * depth


@pytest.mark.parametrize("field", [simple, complex_field])
def test_a_field_comes_and_goes_as_a_whole(field: Callable[[str], str]) -> None:
    for old, new in (
        (field("45"), field("60")),
        (field("45 more"), field("45 of them")),
        (run("45"), field("60")),
        (field("45"), run("60")),
        (field("45"), run("45")),
        ("", field("60")),
        (field("45"), ""),
        (field("45") + simple("12"), field("45") + complex_field("13")),
    ):
        ends = run("It fined "), run(" owners in the north.")
        body = part(marked([para(ends[0], old, ends[1])], [para(ends[0], new, ends[1])]))
        assert inside_fields(body) == []
    added = part(marked([para(run("One."))], [para(run("One.")), para(run("Sum: "), field("60"))]))
    assert inside_fields(added) == []
    assert "<w:fldSimple" not in added
    assert "fldChar" not in part(
        marked([para(run("One.")), para(field("60"))], [para(run("One."))])
    )


def test_a_field_in_a_field_is_one_with_it() -> None:
    old, new = (
        [para(run("It has "), '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
         "<w:r><w:instrText> IF </w:instrText></w:r>" + complex_field("7", "PAGE")
         + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run(n)
         + '<w:r><w:fldChar w:fldCharType="end"/></w:r>', run(" harbours."))]
        for n in ("four", "five")
    )  # fmt: skip
    body = part(marked(old, new))
    assert inside_fields(body) == []
    assert "<w:delText>four</w:delText>" in body


def test_words_of_a_link_are_marked_one_by_one() -> None:
    for link in (simple, complex_field):
        old, new = (
            [para(run("See "), link(f"the {n} tables", r"HYPERLINK \l part"))]
            for n in ("old", "new")
        )
        assert "<w:delText>old</w:delText>" in part(marked(old, new))


def test_a_field_over_several_paragraphs_is_marked_inside() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    separate = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    old, new = (
        [para(begin, separate, run(f"Harbours {page}")), para(run("Ships 3"), end)]
        for page in (1, 2)
    )
    assert "<w:delText>1</w:delText>" in part(marked(old, new))


def test_changes_that_are_tracked_already_are_accepted_first() -> None:
    ends = '<w:p><w:pPr><w:rPr><w:del w:id="4" w:author="A"/></w:rPr></w:pPr>{}</w:p>'
    both = f'<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>{run("paid 60 grants.")}</w:p>'
    table_ = "<w:tbl><w:tr><w:trPr><w:{} w:id='5'/></w:trPr><w:tc>{}</w:tc></w:tr></w:tbl>"
    row = table_.format("del", para(run("Gone")))
    old = [para(run("It paid "), deleted("46"), inserted("52"), run(" grants."))]
    new = [
        ends.format(run("It ")), both, row, ends.format(""),
        table_.format("ins", ends.format("")),
        '<w:p><w:pPr><w:pPrChange w:id="8" w:author="A"/></w:pPr></w:p>',
    ]  # fmt: skip
    made = redline(docx(old), docx(new), [], Reading())
    assert words(made, "accept") == "It paid 60 grants."
    assert words(made, "reject") == "It paid 52 grants."
    assert 'w:author="A"' not in part(made)


def test_content_controls_hold_paragraphs_rows_and_runs() -> None:
    control = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    for text in ("{} men came to the coast.", "{} men left the coast again and for good."):
        old, new = para(run(text.format(4))), para(run(text.format(5)))
        marked([control.format(old)], [control.format(new)])
        marked([f"<w:p>{control.format(run(text.format(4)))}</w:p>"], [new])
    rows = "<w:tbl>{}</w:tbl>"
    row = "<w:tr><w:tc>{}</w:tc></w:tr>"
    marked(
        [rows.format(control.format(row.format(para(run("4 men")))))],
        [rows.format(control.format(row.format(para(run("5 men")))))],
    )


def test_too_many_paragraphs_are_not_set_side_by_side(monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = [para(run("It paid 46 grants in May."))], [para(run("It paid 52 grants in May."))]
    monkeypatch.setattr(counterparts, "_MOST", 0)
    assert "<w:delText>It paid 46 grants in May.</w:delText>" in part(marked(old, new))


def test_likely_partners_do_not_cross() -> None:
    a, b = "The port was closed to ships in {}.", "Nobody asked the sailors about pay in {}."
    old = [para(run(a.format(2020))), para(run("Alone.")), para(run(b.format(2020)))]
    new = [para(run(b.format(2021))), para(run(a.format(2021))), para(run("Other: x, y, z."))]
    assert part(marked(old, new)).count("<w:delText>2020</w:delText>") == 1


def test_each_story_and_check_is_a_comment_at_its_place() -> None:
    report = compare(OLD, NEW)
    made = BYTES_RENDERERS["docx"](report, Options())
    assert made == BYTES_RENDERERS["docx"](report, Options())
    comments = etree.fromstring(part(made, "comments").encode())
    assert len(comments) == len(report.stories) + len(report.checks)
    first = "".join(comments[0].itertext())
    assert first.startswith(f"Check before you quote: {report.checks[0].headline}")
    body = part(made)
    assert (
        body.count("<w:commentRangeStart ") == body.count("<w:commentReference ") == len(comments)
    )
    fund = next(c for c in comments if "created this fund" in "".join(c.itertext()))
    number = fund.get(f"{W}id")
    inside = body.split(f'<w:commentRangeStart w:id="{number}"/>')[1]
    inside = re.sub("<[^>]+>", "", inside.split(f'<w:commentRangeEnd w:id="{number}"/>')[0])
    assert inside.startswith("The government ")
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert b"/word/comments.xml" in archive.read("[Content_Types].xml")
        assert b"comments.xml" in archive.read("word/_rels/document.xml.rels")


def test_a_draft_has_its_findings_as_comments_and_is_else_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "draft.docx"
    text = "The office paid [number] grants. It had 12 clerks in all."
    file.write_bytes(docx([para(run(text)), table([["Grants", "TBD"], ["Clerks", "12"]])]))
    made = BYTES_RENDERERS["docx"](examine(file), Options())
    assert words(made) == words(file.read_bytes())
    assert "<w:ins " not in part(made)
    assert "D503 placeholder" in part(made, "comments")
    ended = tracediff("check", "draft.docx", "-o", "told.docx", folder=tmp_path)
    assert ended.status == 1, ended.err
    assert "D503" in part((tmp_path / "told.docx").read_bytes(), "comments")


def test_remarks_find_their_sentence_or_stand_at_the_head() -> None:
    data = docx([para(run("")), para(run("Head."), style="Title"), table([["A “b”", "12"]])])
    remarks = [
        Remark('A "b" | 12', "On the row."),
        Remark("Not there.", "Lost."),
        Remark("!", "None."),
    ]
    made = annotated(data, remarks, Reading())
    body = part(made)
    assert body.index('Start w:id="0"') > body.index("<w:tbl>")
    assert body.index('Start w:id="1"') < body.index("Head.") < body.index("<w:tbl>")
    assert len(etree.fromstring(part(made, "comments").encode())) == 3
    empty = annotated(docx([para(run(" "))]), remarks, Reading())
    assert "commentRange" not in part(empty)


def test_remarks_on_what_is_gone_stand_at_what_is_gone() -> None:
    old = [para(run("One stays here.")), para(run("Gone for good.")), table([["Ships", "9"]])]
    new = [para(run("One stays here.")), para(run("Some other words altogether, and more."))]
    remarks = [
        Remark("Gone for good.", "It is gone.", old=True),
        Remark("Ships | 9", "So.", old=True),
    ]
    body = part(redline(docx(old), docx(new), remarks, Reading()))
    assert body.index('Start w:id="0"') < body.index("Gone for good.")
    assert body.index('Start w:id="1"') < body.index("Ships")


def test_comments_that_are_there_stay() -> None:
    known = f'<w:comments xmlns:w="{NAMESPACE}"><w:comment w:id="7" w:author="B"/></w:comments>'
    data = _with(docx([para(run("A word."))]), "comments", known)
    made = annotated(data, [Remark("A word.", "Ours.\nTwice.")], Reading())
    comments = etree.fromstring(part(made, "comments").encode())
    assert [c.get(f"{W}id") for c in comments] == ["7", "8"]
    assert len(comments[1]) == 2


def test_a_document_without_relations_gets_them() -> None:
    out = io.BytesIO()
    data = io.BytesIO(docx([para(run("A word."))]))
    with zipfile.ZipFile(data) as source, zipfile.ZipFile(out, "w") as target:
        for info in source.infolist():
            if not info.filename.endswith("document.xml.rels"):
                target.writestr(info.filename, source.read(info))
    made = annotated(out.getvalue(), [Remark("A word.", "Ours.")], Reading())
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert b'Target="comments.xml"' in archive.read("word/_rels/document.xml.rels")


def test_what_is_no_word_document_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"new.docx: is no Word document \(.docx\); --format docx"):
        redline(docx([para(run("a"))]), b"text", [], Reading())
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/other.xml", "<a/>")
    with pytest.raises(InputError, match="is an archive but no Word document"):
        annotated(out.getvalue(), [], Reading())
    both = (str(SAMPLES / "veldania-2023.md"), str(SAMPLES / "veldania-2024.md"))
    ended = tracediff("compare", *both, "-o", "a.docx", folder=tmp_path)
    assert ended.status == 2
    assert "veldania-2024.md: is no Word document (.docx); --format docx needs one" in ended.err


def test_a_damaged_part_that_no_reader_needs_is_said_in_a_line() -> None:
    data = bytearray(_with(docx([para(run("A word."))]), "theme1", "<a>colours</a>"))
    at = data.find(b"<a>colours</a>")
    data[at + 3] ^= 1
    with pytest.raises(InputError, match=r"draft.docx: is damaged and cannot be unpacked; save it"):
        annotated(bytes(data), [], Reading())


def test_a_document_without_a_list_of_its_parts_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", part(docx([para(run("A word."))])))
    with pytest.raises(InputError, match="is an archive but no Word document"):
        annotated(out.getvalue(), [], Reading())


def test_a_document_is_no_larger_than_what_is_read(tmp_path: Path) -> None:
    data = _with(docx([para(run("A word."))]), "media", "<a/>" * 300_000)
    with pytest.raises(InputError, match=r"draft.docx: unpacks to more than 1 MB;"):
        annotated(data, [], Reading(max_unpacked=1024 * 1024))


def test_word_against_another_format_has_comments_only() -> None:
    made = BYTES_RENDERERS["docx"](compare(SAMPLES / "veldania-2023.md", NEW), Options(limit=2))
    assert "<w:ins " not in part(made)
    assert words(made) == words(NEW.read_bytes())


def test_a_story_without_evidence_is_no_comment() -> None:
    report = compare(OLD, NEW)
    story = report.stories[0]
    bare = replace(story, findings=tuple(replace(f, old=None, new=None) for f in story.findings))
    made = BYTES_RENDERERS["docx"](replace(report, stories=(bare,), checks=()), Options())
    assert "commentRange" not in part(made)
