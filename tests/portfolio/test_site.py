"""The site: an index and pages that hold what they should, and nothing old or foreign."""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.portfolio.making import compared
from tracediff.errors import InputError
from tracediff.model import Failure, Portfolio, Trait, Unpaired
from tracediff.ours import is_report
from tracediff.portfolios import Store
from tracediff.portfolios.entry import Searched
from tracediff.portfolios.search import Searching
from tracediff.portfolios.site import refuse, write_site
from tracediff.portfolios.traits import shared
from tracediff.render import Options
from tracediff.render.portfolio_html import Search, write


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Portfolio, Store]]:
    yield compared(tmp_path_factory.mktemp("run"))


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def lines(page: str) -> list[str]:
    """The packed lines that the page is searched by."""
    packed = re.search(r'id="lines">([^<]*)</script>', page)
    assert packed
    return zlib.decompress(base64.b64decode(packed[1]), -15).decode().splitlines()


def test_a_site_is_an_index_a_page_a_document_and_tables(
    run: tuple[Portfolio, Store], tmp_path: Path
) -> None:
    found, store = run
    write_site(found, store, tmp_path / "new" / "site")
    made = tree(tmp_path / "new" / "site")
    assert list(made) == sorted(
        [
            "index.html",
            *(f"pages/{one.page}" for one in found.documents),
            *(
                f"tables/{t}.{s}"
                for t in ("documents", "facts", "findings", "series")
                for s in ("csv", "jsonl")
            ),
        ]
    )
    page = made["index.html"].decode()
    assert "4 documents compared." in page
    for document in found.documents:
        assert f'<a href="pages/{document.page}">{document.title}</a>' in page
    assert 'Section “Pilots” gone <span class="share-of">in 3 of 4</span>' in page
    assert "What is missing" not in page
    assert not re.search(r"""(?:src|href)=["']?(?:https?:)?//""", page)
    searched = lines(page)
    assert searched[0] == "#0"
    assert any(one.startswith("N102\t") for one in searched)
    assert any(one.startswith(".N102\t") for one in searched)


def test_the_same_portfolio_makes_the_same_bytes_and_keeps_what_is_there(
    run: tuple[Portfolio, Store], tmp_path: Path
) -> None:
    found, store = run
    write_site(found, store, tmp_path)
    before = tree(tmp_path)
    page = tmp_path / "pages" / found.documents[0].page
    times = page.stat().st_mtime_ns
    write_site(found, store, tmp_path)
    assert tree(tmp_path) == before
    assert page.stat().st_mtime_ns == times
    page.write_bytes(page.read_bytes().replace(b"Brin", b"Bran"))
    write_site(found, store, tmp_path)
    assert tree(tmp_path) == before


def test_nothing_of_an_earlier_run_stays(run: tuple[Portfolio, Store], tmp_path: Path) -> None:
    found, store = run
    write_site(found, store, tmp_path)
    (tmp_path / "tables" / "facts.parquet").write_bytes(b"old")
    (tmp_path / "tables" / "mine.txt").write_text("kept", "utf-8")
    less = replace(found, documents=found.documents[1:], shared=())
    write_site(less, store, tmp_path)
    assert not (tmp_path / "pages" / found.documents[0].page).exists()
    assert not (tmp_path / "tables" / "facts.parquet").exists()
    assert (tmp_path / "tables" / "mine.txt").exists()
    assert is_report(tmp_path / "index.html")


def test_an_index_never_stands_beside_half_of_a_new_site(
    run: tuple[Portfolio, Store], tmp_path: Path
) -> None:
    found, store = run
    write_site(found, store, tmp_path)
    lost = replace(found.documents[2], key="00" * 32)
    with pytest.raises(InputError, match="was removed or damaged meanwhile"):
        write_site(
            replace(found, documents=(*found.documents[:2], lost), shared=()), store, tmp_path
        )
    assert not (tmp_path / "index.html").exists()
    assert not [path for path in tmp_path.iterdir() if path.name.endswith("tmp")]


def test_what_is_missing_is_named_on_the_site(run: tuple[Portfolio, Store], tmp_path: Path) -> None:
    found, store = run
    missing = replace(
        found,
        failed=(Failure("peru", "a.pdf", "b.pdf", "b.pdf: no text layer; run OCR first"),),
        unpaired=(Unpaired("c.md", "has no partner in old"),),
    )
    write_site(missing, store, tmp_path, title="Ports & <pilots>")
    page = (tmp_path / "index.html").read_text("utf-8")
    assert "<h1>Ports &amp; &lt;pilots&gt;</h1>" in page
    assert '<a href="#missing">1 could not be</a>' in page
    assert '<a href="#unpaired">1 file without a partner</a>' in page
    assert "<li><b>peru</b> b.pdf: no text layer; run OCR first</li>" in page
    assert "<li><b>c.md</b> has no partner in old</li>" in page
    rows = (tmp_path / "tables" / "documents.csv").read_text("utf-8").splitlines()
    assert rows[-2].startswith('peru,"",failed,b.pdf: no text layer') or ",failed," in rows[-2]
    assert ",unpaired,has no partner in old" in rows[-1]


@pytest.mark.parametrize("names", [["mine.txt"], ["index.html"], ["src/a.py"]])
def test_a_folder_with_anything_else_in_it_is_refused(tmp_path: Path, names: list[str]) -> None:
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("mine", "utf-8")
    with pytest.raises(InputError, match="is no part of a site; name a new folder"):
        refuse(tmp_path, ())


def test_a_file_and_the_folder_of_the_editions_are_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(InputError, match="is a file; name a folder for the site"):
        refuse(tmp_path / "file", ())
    with pytest.raises(InputError, match="holds the editions; write to another folder"):
        refuse(tmp_path, [str(tmp_path / "2020")])
    refuse(tmp_path / "site", [str(tmp_path / "2020")])
    (tmp_path / "hidden").mkdir()
    (tmp_path / "hidden" / ".nojekyll").write_text("", "utf-8")
    refuse(tmp_path / "hidden", ())


def test_a_folder_that_cannot_be_written_is_one_line(
    run: tuple[Portfolio, Store], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tracediff.portfolios.site.write_whole", fail)
    with pytest.raises(InputError, match=r"cannot be written \(No space left on device\)"):
        write_site(*run, tmp_path)


def test_documents_of_one_title_are_told_apart_and_nothing_acts(
    run: tuple[Portfolio, Store],
) -> None:
    found = run[0]
    evil = '</script><script>alert(1)</script>\u202e"'
    documents = tuple(
        replace(one, title="Annual Report", folder=f"f{at}", doubts=(evil,))
        for at, one in enumerate(found.documents)
    )
    quiet = replace(documents[0], name="quiet", headlines=(), importance=0.0, sections=())
    page = write(
        replace(found, documents=(*documents, quiet)), Options(), Search("", 1, 2, 3), ["facts.csv"]
    )
    assert "<script>alert" not in page
    assert "[U+202E]" in page
    assert f'">Annual Report ({documents[0].name})</a>' in page
    assert "Nothing changed." in page
    assert '<option value="1">f1</option>' in page
    assert "3 more lines had no room" in page
    assert '<li>facts: <a href="tables/facts.csv">csv</a></li>' in page


def test_one_document_alone_can_be_searched_by_its_sections(run: tuple[Portfolio, Store]) -> None:
    found = run[0]
    alone = replace(found, documents=found.documents[:1], shared=())
    page = write(alone, Options(), Search("", 0, 0, 0))
    assert "In many documents" not in page
    assert '<select name="section">' in page
    none = replace(alone, documents=(replace(found.documents[0], sections=()),))
    assert '<select name="section">' not in write(none, Options(), Search("", 0, 0, 0))


def test_a_thousand_documents_make_an_index_below_3_mb(run: tuple[Portfolio, Store]) -> None:
    found, _ = run
    rules = tuple(
        (f"{letter}{n}", 1 + n % 40) for letter, n in [("N", 101), ("N", 102), ("C", 301)]
    )
    documents = tuple(
        replace(
            found.documents[at % 4],
            name=f"region-{at % 12}/country-{at:04}-report-2021.md",
            title=f"Harbours and Pilots of Country {at:04}: The Yearly Review of 2021",
            folder=f"region-{at % 12}",
            rules=tuple(sorted(rules)),
            sections=tuple(f"Section {n}" for n in range(at % 9, at % 9 + 25)),
            traits=tuple(Trait("section", str(n), f"Section {n} gone") for n in range(at % 150)),
        )
        for at in range(1000)
    )
    told = shared(documents, 3)
    searching = Searching()
    for stories in (True, False):
        for at in range(1000):
            text = [
                Searched(
                    f"{at * n * 7919 % 10007} {n * at} captains of port {n}",
                    f"Section {n}",
                    "N101",
                    stories,
                )
                for n in range(60)
            ]
            searching.add(at, text, stories)
    search = Search(searching.packed(), searching.stories, searching.findings, searching.left_out)
    page = write(replace(found, documents=documents, shared=told), Options(), search)
    assert search.stories == 60_000
    assert len(page.encode()) < 3_000_000
    common = page.split('id="documents"')[0]
    assert common.count("<li data-ranks") == 100
    assert "and 970 more" in common or "more</p>" in common


def test_what_has_no_room_in_the_search_is_counted() -> None:
    searching = Searching(room=100)
    noise = [Searched(str(zlib.crc32(str(n).encode())), "", "N101", True) for n in range(20_000)]
    searching.add(0, noise, stories=True)
    assert (searching.stories, searching.full) == (20_000, True)
    searching.add(1, noise[:5], stories=True)
    searching.add(0, noise, stories=False)
    assert (searching.stories, searching.findings, searching.left_out) == (20_000, 0, 5)


def test_a_line_of_the_search_is_one_line() -> None:
    searching = Searching()
    searching.add(3, [Searched("a\tb\nc", "x\ty", "N101", False)], stories=False)
    searching.add(4, [], stories=False)
    text = zlib.decompress(base64.b64decode(searching.packed()), -15).decode()
    assert text == "#3\n.N101\tx y\ta b c\n"
