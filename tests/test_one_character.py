"""Two editions that differ in one visible character are never said to be the same."""

from __future__ import annotations

import html
import json
import random
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import pytest

from tests.readers.docx_maker import docx, mark, para, run
from tests.readers.docx_maker import table as docx_table
from tests.readers.odt_maker import head as odt_head
from tests.readers.odt_maker import note as odt_note
from tests.readers.odt_maker import odt
from tests.readers.odt_maker import para as odt_para
from tests.readers.odt_maker import table as odt_table
from tests.readers.pdf_maker import block, pdf, rule
from tests.readers.pdf_maker import text as pdf_text
from tracediff.pipeline import compare
from tracediff.render import RENDERERS, Options

Part = tuple[str, str]  # what it is and its text; cells of a row are set apart by tabs

REPORT: Final[tuple[Part, ...]] = (
    ("heading", "Harbour Review of Orrin 2023"),
    ("paragraph", "In 2023 the harbour office moored 412 boats, 31 (7.5%) of them by night ✓."),
    ("paragraph", "Its net result was -1.2 million crowns; rent is <5 crowns for each 10 m² 🚢."),
    ("heading", "Crews & nets"),
    ("paragraph", "No crew was told to mend nets, and +3 °C kept Ann's crew (“the outer one”) in."),
    ("caption", "Table 1: Catch by boat, in tonnes²"),
    ("row", "Boat\tCaught ≥1 kg\t2023"),
    ("row", "Gull\t≤12\t−4"),
    ("row", "Tern\t✓\t980*"),
    ("note", "Weights are ±5 kg as landed – unless a crew weighed twice."),
    ("item", "(a) Boats of class II left at 7:30, most of them (14) dry;"),
    ("item", "(b) 3/4 of the crews said “no” to it [see part 2.1]."),
    ("heading", "2.1 Rent & tolls, in €"),
    ("paragraph", "The crews asked for 2 lamps/boat & “dry” nets at €3.50 + tax."),
)
SEEDS: Final = 25  # changes in each format
SIGNS: Final = "0123456789-−+<>≤≥±%€$²³✓✗🚢⚓aekzEKZé&!?;“'"


def changed(seed: int, signs: str) -> tuple[tuple[Part, ...], str]:
    """The report with one visible character changed, the same for the same seed; what changed.

    Its case alone does not change: capitals are layout, which the summary tells of.
    """
    chosen = random.Random(seed)
    places = [
        (n, at)
        for n, (_, words) in enumerate(REPORT)
        for at, c in enumerate(words)
        if not c.isspace()
    ]
    number, at = chosen.choice(places)
    kind, words = REPORT[number]
    new = chosen.choice([c for c in signs if c.casefold() != words[at].casefold()])
    made = (kind, words[:at] + new + words[at + 1 :])
    return (*REPORT[:number], made, *REPORT[number + 1 :]), f"{words!r} -> {made[1]!r}"


def rows(parts: Sequence[Part]) -> list[list[str]]:
    return [words.split("\t") for kind, words in parts if kind == "row"]


def laid_out(parts: Sequence[Part], table: str, drawn: Callable[[str, str], str]) -> list[str]:
    """Every part drawn, the table where its first row stands."""
    first = next(n for n, (kind, _) in enumerate(parts) if kind == "row")
    return [
        table if n == first else drawn(kind, words)
        for n, (kind, words) in enumerate(parts)
        if n == first or kind != "row"
    ]


def as_markdown(parts: Sequence[Part]) -> bytes:
    def safe(words: str) -> str:
        return re.sub(r"[<>&*+!\-]", r"\\\g<0>", words)

    def drawn(kind: str, words: str) -> str:
        if kind == "note":
            return f"See the note.[^1]\n\n[^1]: {safe(words)}"
        return ("## " if kind == "heading" else "") + safe(words)

    lines = [" | ".join(map(safe, row)) for row in rows(parts)]
    table = "\n".join(f"| {line} |" for line in [lines[0], "--- | --- | ---", *lines[1:]])
    return "\n\n".join(laid_out(parts, table, drawn)).encode()


def as_html(parts: Sequence[Part]) -> bytes:
    tags = {"heading": "h2", "paragraph": "p", "note": "p", "caption": "p", "item": "li"}

    def drawn(kind: str, words: str) -> str:
        if kind == "caption":
            return ""
        extra = ' class="footnotes"' if kind == "note" else ""
        return f"<{tags[kind]}{extra}>{html.escape(words)}</{tags[kind]}>"

    caption = next(words for kind, words in parts if kind == "caption")
    cells = ["".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in rows(parts)]
    made = "".join(f"<tr>{row}</tr>" for row in [cells[0].replace("td>", "th>"), *cells[1:]])
    table = f"<table><caption>{html.escape(caption)}</caption>{made}</table>"
    return f"<html><body>{''.join(laid_out(parts, table, drawn))}</body></html>".encode()


def as_docx(parts: Sequence[Part]) -> bytes:
    def drawn(kind: str, words: str) -> str:
        if kind == "note":
            return para(run("See the note."), mark(1))
        return para(run(html.escape(words)), style="heading1" if kind == "heading" else "")

    notes = [html.escape(words) for kind, words in parts if kind == "note"]
    table = docx_table([[html.escape(cell) for cell in row] for row in rows(parts)])
    return docx(laid_out(parts, table, drawn), footnotes=notes)


def as_odt(parts: Sequence[Part]) -> bytes:
    def drawn(kind: str, words: str) -> str:
        words = html.escape(words)
        if kind == "heading":
            return odt_head(words)
        return odt_para("See the note." + odt_note(1, words) if kind == "note" else words)

    table = odt_table([[html.escape(cell) for cell in row] for row in rows(parts)])
    return odt(laid_out(parts, table, drawn))


# what the fonts of a PDF lack is drawn with letters that stand for it
_DRAWN: Final = dict(zip("~^`|{}_#=@\\", "✓−🚢≤≥✗⚓²³é±", strict=True))
_LETTERS: Final = str.maketrans({sign: letter for letter, sign in _DRAWN.items()})


def as_pdf(parts: Sequence[Part]) -> bytes:
    drawings, y = [], 60.0
    for kind, words in parts:
        words = words.translate(_LETTERS)
        if kind == "heading":
            drawings.append(pdf_text(54, y + 14, words, 16))
            y += 40
        elif kind == "row":
            cells = zip((54, 204, 354), words.split("\t"), strict=True)
            drawings += [pdf_text(x, y, cell) for x, cell in cells]
            drawings.append(rule(50, y + 4, 420))
            y += 16
        else:
            drawings += block(54, y + 8, words, 90, 8 if kind == "note" else 10)
            y += 36 if kind != "caption" else 28
    return pdf([drawings], letters=_DRAWN)


def as_text(parts: Sequence[Part]) -> bytes:
    def drawn(kind: str, words: str) -> str:
        return words.upper() if kind == "heading" else words

    table = "\n".join("".join(cell.ljust(16) for cell in row).rstrip() for row in rows(parts))
    return "\n\n".join(laid_out(parts, table, drawn)).encode()


MAKERS: Final[dict[str, Callable[[Sequence[Part]], bytes]]] = {
    "md": as_markdown,
    "html": as_html,
    "docx": as_docx,
    "odt": as_odt,
    "pdf": as_pdf,
    "txt": as_text,
}


def told(old: Path, new: Path) -> dict[str, object]:
    """What JSON says of two editions."""
    made: dict[str, object] = json.loads(RENDERERS["json"](compare(old, new), Options()))
    return made


def differs(told: dict[str, object]) -> bool:
    """Whether a finding, a link or what was left out says that the editions differ."""
    coverage = told["coverage"]
    assert isinstance(coverage, dict)
    links = told["alignment"]
    assert isinstance(links, list)
    return bool(
        told["findings"]
        or any(link["kind"] != "kept" for link in links)
        or coverage["old"] != coverage["new"]
    )


@pytest.mark.parametrize("suffix", MAKERS)
def test_one_visible_character_is_told_in_every_format(suffix: str, tmp_path: Path) -> None:
    old, new = (tmp_path / f"{name}.{suffix}" for name in ("old", "new"))
    old.write_bytes(MAKERS[suffix](REPORT))
    silent = []
    for seed in range(SEEDS):
        parts, what = changed(seed, SIGNS)
        data = MAKERS[suffix](parts)
        if data == old.read_bytes():
            continue  # a heading in capitals shows no change of case
        new.write_bytes(data)
        if not differs(told(old, new)):
            silent.append(what)
    assert not silent
