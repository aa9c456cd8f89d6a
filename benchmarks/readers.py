"""Time the PDF reader against PDFium's bare text extraction, in pages a second.

usage: readers.py FILE.pdf...

Prints for bare extraction, words with boxes, the whole reader, and the share of the reader's time
that looking for tables takes; the best of three runs each.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2

from tracediff.readers.pdf import read_pdf
from tracediff.readers.pdf_furniture import without_furniture
from tracediff.readers.pdf_lines import lines_of
from tracediff.readers.pdf_tables import find_tables
from tracediff.readers.pdf_words import Page, read_page
from tracediff.settings import Reading


def main(names: list[str]) -> int:
    """Time each step on all files together."""
    files = {name: Path(name).read_bytes() for name in names}
    pages = {name: words(data) for name, data in files.items()}
    count = sum(map(len, pages.values()))
    lines = {
        name: without_furniture(found, [lines_of(page.words) for page in found])
        for name, found in pages.items()
    }
    bare_time = best(lambda: [bare(data) for data in files.values()])
    words_time = best(lambda: [words(data) for data in files.values()])
    whole = best(lambda: [read_pdf(data, name, Reading()) for name, data in files.items()])
    tables = best(
        lambda: [
            find_tables(page, kept)
            for name, found in pages.items()
            for page, kept in zip(found, lines[name], strict=True)
        ]
    )
    print(f"{count} pages of {len(files)} files")
    print(f"bare text   {count / bare_time:7.0f} pages/s")
    print(f"words       {count / words_time:7.0f} pages/s")
    print(f"reader      {count / whole:7.0f} pages/s, 1/{whole / bare_time:.1f} of bare text")
    print(f"tables      {100 * tables / whole:7.0f} % of the reader's time")
    return 0


def best(run: Callable[[], object]) -> float:
    """The shortest of three runs, in seconds."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return min(times)


def bare(data: bytes) -> int:
    """Extract the text as PDFium gives it."""
    document = pypdfium2.PdfDocument(data)
    length = 0
    for page in document:
        textpage = page.get_textpage()
        length += len(textpage.get_text_range())
        textpage.close()
        page.close()
    document.close()
    return length


def words(data: bytes) -> list[Page]:
    """Read the words of all pages."""
    document = pypdfium2.PdfDocument(data)
    pages = []
    for number, page in enumerate(document, 1):
        pages.append(read_page(page, number, Reading()))
        page.close()
    document.close()
    return pages


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
