"""Text and PDF: every character is read or listed, one that changes is seen, damage is an error."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.readers.pdf_maker import block, pdf, rule, text
from tests.readers.prose import COURTS, HOUSES, OFFICES
from tracediff.errors import InputError
from tracediff.model import BlockKind, Source
from tracediff.normalize import normalize
from tracediff.readers.pdf import read_pdf
from tracediff.readers.text import read_text
from tracediff.segment import segment
from tracediff.settings import Reading

LINES = (
    "Harbours of Orrin | page 7", "4", "xi", "BOATS AND NETS", "CONTENTS", "Boats ........ 3",
    "REFERENCES", "1. Orm, Ida. Ropes. 2019.", "https://orrin.example/boats", "Comments (0)",
    "Copyright © 2020 Orrin Ltd.", "2019", "2020", "Number of Boats", "62 (1)", "48",
    "Boats 12 14 16", "Nets 9 8 7", "- nets of both kinds", "Table 1. Boats", "Help", "\f", "",
    "", "The office was told to keep the", "boats of the northern line at the quay,",
    "which it did in spring.", "C H AT", "(a) Boats are dry.", "ropes and speci-", "mens of nets.",
)  # fmt: skip


def solid(words: str) -> int:
    return len("".join(words.split()))


def accounted(source: Source) -> int:
    """The characters in blocks, their labels, and what is listed as left out."""
    count = sum(e.characters for e in source.left_out if e.what not in ("references", "note marks"))
    for held in source.blocks:
        cuts = sum(solid(source.text[slice(*cut)]) for cut in held.cuts)
        count += solid(source.text[slice(*held.span)]) + solid(held.label) - cuts
    return count


@given(st.lists(st.sampled_from(LINES), max_size=60))
def test_every_character_of_a_text_is_in_a_block_or_listed(lines: list[str]) -> None:
    words = "\n".join(lines)
    assert accounted(read_text(words.encode(), "report.txt", Reading())) == solid(words)


REPORT = """\
Harbours of Orrin
Account 2020

CONTENTS
Boats ........ 3
Crews ........ 9

BOATS

The office kept the boats of the northern line at the quay for most of the year, and sold none of
them. It was told that the crews of the outer isles had asked for new nets, for ropes and for
lamps <5 kg> that could be used in winter.
Harbours of Orrin | page 4
Two of the boats were kept dry for repairs, which cost 1,200 crowns ✓ and took the whole of the

Harbours of Orrin | page 5

spring. The office is silent on the rest of what was asked for by the crews.

Boats 12 14 16
Nets 9 8 7

REFERENCES

1. Orm, Ida. Ropes. 2019.
2. Guild of Crews. Letter. 2020.
"""


def seen(source: Source) -> tuple[object, ...]:
    """All that a comparison can see of a source."""
    edition = segment(source, normalize(source), year=2020)
    return (
        tuple((s.kind, s.text) for s in edition.sentences),
        tuple((s.title, s.label) for s in edition.sections),
        tuple(p.label for p in edition.paragraphs),
        tuple(c.text for t in edition.tables for row in (t.heads, *t.rows) for c in row),
        tuple(t.caption for t in edition.tables),
        tuple((entry.what, entry.digest) for entry in source.left_out),
    )


def changes(words: str, count: int) -> list[str]:
    """The text with one visible character changed, at places chosen at random but always alike."""
    chosen = random.Random(7)
    places = [i for i, c in enumerate(words) if not c.isspace()]
    made = []
    for place in chosen.sample(places, min(count, len(places))):
        old = words[place]
        new = chosen.choice([c for c in "aZ7%²é" if c != old])
        made.append(words[:place] + new + words[place + 1 :])
    return made


def test_a_visible_character_that_changes_in_a_text_is_seen() -> None:
    before = seen(read_text(REPORT.encode(), "report.txt", Reading()))
    for changed in changes(REPORT, 250):
        assert seen(read_text(changed.encode(), "report.txt", Reading())) != before, changed


def drawn(*words: str) -> bytes:
    """A PDF of three pages with a head, headings, prose and a table with rules."""
    pages = [
        [
            text(54, 30, "Harbours of Orrin", 8),
            text(54, 80, f"Part {n}", 14, "bold"),
            *block(54, 110, held, 90),
            text(300, 770, str(n)),
        ]
        for n, held in enumerate(words[:3], 4)
    ]
    for i, row in enumerate(words[3:]):
        y = 300 + 16 * i
        pages[2] += [text(x, y, cell) for x, cell in zip((54, 254), row.split("|"), strict=True)]
        pages[2].append(rule(50, y + 4, 400))
    return pdf([*pages])


TEXTS = (COURTS, OFFICES, HOUSES, "Boats|2020", "Red boats|12", "Blue boats|14", "Nets|9")


@pytest.mark.parametrize("at", range(len(TEXTS)))
def test_a_visible_character_that_changes_in_a_pdf_is_seen(at: int) -> None:
    before = seen(read_pdf(drawn(*TEXTS), "report.pdf", Reading()))
    for changed in changes(TEXTS[at].replace("|", "\n"), 8):
        words = [*TEXTS[:at], changed.replace("\n", "|"), *TEXTS[at + 1 :]]
        assert seen(read_pdf(drawn(*words), "report.pdf", Reading())) != before, changed


def test_every_character_of_a_pdf_is_in_a_block_or_listed() -> None:
    source = read_pdf(drawn(*TEXTS), "report.pdf", Reading())
    bars = source.text.count(" | ")
    whole = sum(solid(words.replace("|", "")) for words in TEXTS) + 3 * (15 + 5 + 1)
    assert accounted(source) - bars == whole
    assert {held.kind for held in source.blocks} >= {BlockKind.HEADING, BlockKind.TABLE}


@pytest.mark.parametrize(
    ("data", "read"),
    [(drawn(*TEXTS), read_pdf), (REPORT.encode(), read_text)],
    ids=["pdf", "text"],
)
def test_a_damaged_file_is_read_or_refused_in_one_line(
    data: bytes, read: Callable[[bytes, str, Reading], Source]
) -> None:
    chosen = random.Random(11)
    for _ in range(60):
        damaged = bytearray(data)
        for _ in range(chosen.randint(1, 12)):
            damaged[chosen.randrange(len(damaged))] = chosen.randrange(256)
        cut = damaged[: chosen.randrange(len(damaged))] if chosen.random() < 0.3 else damaged
        try:
            source = read(bytes(cut), "report", Reading())
        except InputError as error:
            assert "\n" not in str(error)
        else:
            assert _spans_hold(source)


def _spans_hold(source: Source) -> bool:
    spans: Sequence[tuple[int, int]] = [held.span for held in source.blocks]
    return all(0 <= start <= end <= len(source.text) for start, end in spans)
