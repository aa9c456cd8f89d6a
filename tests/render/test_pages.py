"""The pages of PDF editions in the report, as pictures."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.inside import tracediff
from tests.readers.pdf_maker import block, pdf, text

SAID = "The harbour office inspected {} ships in {} and fined forty-two captains for their lamps."


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    for year, ships in ((2023, 120), (2024, 180)):
        drawn = [
            text(54, 60, f"Ports of Norr {year}", 18),
            *block(54, 90, SAID.format(ships, year), 80),
        ]
        (tmp_path / f"{year}.pdf").write_bytes(pdf([drawn]))
    (tmp_path / "2024.md").write_text(
        f"# Ports of Norr 2024\n\n{SAID.format(180, 2024)}\n", "utf-8"
    )
    return tmp_path


def test_a_quote_opens_its_page_with_the_sentence_boxed(desk: Path) -> None:
    ended = tracediff("compare", "2023.pdf", "2024.pdf", "--pages", "-o", "r.html", folder=desk)
    page = (desk / "r.html").read_text(encoding="utf-8")
    assert ended.status == 0
    assert page.count("<summary>Page 1 as a picture</summary>") == 2
    assert page.count('href="data:image/png;base64,') == 2  # each page once
    assert (
        page.count('<use href="#page-o1"/><rect ')
        == page.count('<use href="#page-n1"/><rect ')
        == 1
    )


def test_an_edition_that_is_no_pdf_has_no_pictures(desk: Path) -> None:
    tracediff("compare", "2023.pdf", "2024.md", "--pages", "-o", "r.html", folder=desk)
    page = (desk / "r.html").read_text(encoding="utf-8")
    assert ("page-o1" in page, "page-n1" in page) == (True, False)


def test_without_being_asked_for_there_are_none(desk: Path) -> None:
    tracediff("compare", "2023.pdf", "2024.pdf", "-o", "r.html", folder=desk)
    assert "data:image" not in (desk / "r.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("2023.pdf", "2024.pdf"), "--pages is for the HTML file; add -o report.html"),
        (("2024.md", "2024.md", "-o", "r.html"), "--pages is for PDF editions; neither"),
    ],
)
def test_where_there_is_no_use_for_them_that_is_said(
    desk: Path, arguments: tuple[str, ...], said: str
) -> None:
    ended = tracediff("compare", *arguments, "--pages", folder=desk)
    assert ended.status == 2
    assert said in ended.err
