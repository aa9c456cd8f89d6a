"""Small files that expand: read in a process with little memory, each ends in one line."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.readers.docx_maker import NAMESPACE, docx, para, run
from tests.readers.odt_maker import NAMESPACES, odt
from tests.readers.odt_maker import para as odt_para
from tracediff.errors import InputError
from tracediff.readers import read_source
from tracediff.settings import Reading

resource = pytest.importorskip("resource")

MEMORY = 1_200_000_000  # bytes of addresses for a whole run, modules and threads in it
ONE = 1 << 20
LOOK = f'xmlns:w="{NAMESPACE}"'
TEXT = para(run("The office fined 45 owners in 2021."))
KEEPER = odt_para("The office fined 45 owners in 2021.")


def filled(data: bytes, part: str, size: int, before: str, unit: str, after: str) -> bytes:
    """The document with one part that is the same words over and over, as many megabytes."""
    packed = io.BytesIO()
    piece = (unit * (ONE // len(unit))).encode()
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        others = {name: old.read(name) for name in old.namelist() if name != part}
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
        for name, body in others.items():
            kind = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            made.writestr(name, body, kind)
        with made.open(part, "w") as stream:
            stream.write(before.encode())
            for _ in range(size):
                stream.write(piece)
            stream.write(after.encode())
    return packed.getvalue()


def word(part: str, size: int, before: str, unit: str, after: str) -> bytes:
    return filled(docx([TEXT]), f"word/{part}.xml", size, before, unit, after)


def styles(size: int) -> bytes:
    style = '<w:style w:styleId="a"><w:name w:val="b"/></w:style>'
    return word("styles", size, f"<w:styles {LOOK}>", style, "</w:styles>")


def name(size: int) -> bytes:
    return word("styles", size, f'<w:styles {LOOK}><w:style w:styleId="', "a", '"/></w:styles>')


def comments(size: int) -> bytes:
    comment = f"<w:comment>{para(run('To be checked. ' * 300))}</w:comment>"
    return word("comments", size, f"<w:comments {LOOK}>", comment, "</w:comments>")


def body(size: int) -> bytes:
    start = f"<w:document {LOOK}><w:body>"
    return word("document", size, start, para(run("Fines rose. " * 90)), "</w:body></w:document>")


def run_of_text(size: int) -> bytes:
    start, end = f"<w:document {LOOK}><w:body><w:p><w:r><w:t>", "</w:t></w:r></w:p>"
    return word("document", size, start, "fines ", f"{end}</w:body></w:document>")


def empty(size: int) -> bytes:
    start = f"<w:document {LOOK}><w:body>"
    return word("document", size, start, "<w:p/>", "</w:body></w:document>")


def heads(size: int) -> bytes:
    """As many running heads as a document may have parts, all together as large."""
    words = "Harbours " * (size * ONE // 9000 // 9)
    head = f"<w:hdr {LOOK}>{para(run(words))}</w:hdr>"
    return docx([TEXT], **{f"header{i}": head for i in range(9000)})


def open_styles(size: int) -> bytes:
    start, end = f"<office:document-styles {NAMESPACES}>", "</office:document-styles>"
    return filled(odt([KEEPER]), "styles.xml", size, start, '<style:style style:name="a"/>', end)


def open_body(size: int) -> bytes:
    start = f"<office:document-content {NAMESPACES}><office:body><office:text>"
    end = "</office:text></office:body></office:document-content>"
    return filled(odt([KEEPER]), "content.xml", size, start, odt_para("Fines rose. " * 90), end)


def notes(size: int) -> bytes:
    start = f"<office:document-content {NAMESPACES}><office:body><office:text>"
    note = f"<office:annotation>{odt_para('To be checked. ' * 30)}</office:annotation>"
    end = "</office:text></office:body></office:document-content>"
    return filled(odt([KEEPER]), "content.xml", size, f"{start}{KEEPER}", note, end)


def page(unit: bytes, size: int) -> bytes:
    """A PDF of one page with a description of as many megabytes."""
    packer = zlib.compressobj(1)
    start = b"BT /F1 12 Tf 72 700 Td (The office fined 45 owners.) Tj "
    packed = packer.compress(start)
    piece = unit * (ONE // len(unit))
    packed += b"".join(packer.compress(piece) for _ in range(size))
    packed += packer.compress(b" ET") + packer.flush()
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d /Filter /FlateDecode >> stream\n%s\nendstream" % (len(packed), packed),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    made = b"%PDF-1.4\n"
    places = []
    for number, one in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(made)
    return made + b"xref\n0 6\n0000000000 65535 f \n" + table + end


def facts(file: Path) -> tuple[int, str]:
    """The exit status and standard error of the command, run with little memory."""

    def bounded() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    done = subprocess.run(
        [sys.executable, "-m", "tracediff", "facts", file.name],
        cwd=file.parent,
        capture_output=True,
        text=True,
        preexec_fn=bounded,
        timeout=120,
        check=False,
    )
    return done.returncode, done.stderr


@pytest.mark.parametrize("make", [styles, name, comments, body, run_of_text, open_styles, notes])
def test_a_part_of_200_megabytes_is_refused_before_it_is_parsed(
    make: Callable[[int], bytes], tmp_path: Path
) -> None:
    file = tmp_path / f"report.{'odt' if make in (open_styles, notes) else 'docx'}"
    file.write_bytes(make(200))
    assert file.stat().st_size < 3 * ONE
    status, error = facts(file)
    assert (status, error.count("\n")) == (2, 1), error
    assert f"{file.name}: unpacks to more than 128 MB; split it, or raise reading.max_unp" in error


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (styles, "has more than 500,000 elements; split it, or raise reading.max_elements"),
        (empty, "has more than 500,000 elements; split it, or raise reading.max_elements"),
        (open_styles, "has more than 500,000 elements; split it, or raise reading.max_elements"),
        (name, "its part word/styles.xml is damaged or nested too deep; save it again from Word"),
        (run_of_text, "its part word/document.xml is damaged or nested too deep; save it again"),
        (body, "has more than 16,000,000 characters of text; split it, or raise reading.max_te"),
        (comments, "has more than 16,000,000 characters of text; split it, or raise reading.max"),
        (open_body, "has more than 16,000,000 characters of text; split it, or raise reading.ma"),
    ],
)
def test_what_stays_below_that_is_refused_with_little_memory(
    make: Callable[[int], bytes], said: str, tmp_path: Path
) -> None:
    file = tmp_path / f"report.{'odt' if make in (open_styles, open_body) else 'docx'}"
    file.write_bytes(make(120))
    status, error = facts(file)
    assert (status, error.count("\n")) == (2, 1), error
    assert f"{file.name}: {said}" in error


def test_as_many_parts_as_a_document_may_have_cost_little(tmp_path: Path) -> None:
    file = tmp_path / "report.docx"
    file.write_bytes(heads(12))
    assert facts(file) == (0, "")


def test_a_text_longer_than_is_read_is_one_line(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text("The office fined 45 owners.\n\n" * 50, encoding="utf-8")
    with pytest.raises(InputError, match=r"has more than 1,000 characters of text; split it, or"):
        read_source(str(file), Reading(max_text=1000))


def test_the_bound_on_a_text_can_be_raised_and_lowered(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text("The office fined 45 owners.\n\n" * 50, encoding="utf-8")
    (tmp_path / "tracediff.toml").write_text("[reading]\nmax_text = 900\n", encoding="utf-8")
    status, error = facts(file)
    assert status == 2
    assert error.startswith("tracediff: report.txt: has more than 900 characters of text; split")


@pytest.mark.parametrize("unit", [b"(a) Tj ", b"1 1 m 2 2 l S "])
def test_a_page_of_93_megabytes_is_refused_in_its_own_process(unit: bytes, tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(page(unit, 93))
    assert file.stat().st_size < ONE
    status, error = facts(file)
    assert (status, error.count("\n")) == (2, 1), error
    assert "report.pdf: takes more than 1,024 MB of memory to read; print it to a new PDF" in error


@pytest.mark.parametrize("suffix", ["txt", "md"])
def test_a_text_that_is_too_long_is_refused_before_it_is_read(
    tmp_path: Path, suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / f"long.{suffix}"
    file.write_text("It met in May.\n\n" * 100, encoding="utf-8")
    module = {"txt": "tracediff.readers.text.lines_of", "md": "tracediff.readers.markdown.prepare"}
    monkeypatch.setattr(module[suffix], lambda _: pytest.fail("was read"))
    with pytest.raises(InputError, match=r"has more than 1,000 characters of text; split it"):
        read_source(str(file), Reading(max_text=1000))
