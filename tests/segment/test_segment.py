"""Sections, paragraphs, sentences and rows, each with its exact place in the source."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tracediff.model import Block, BlockKind, Edition, Source, Span
from tracediff.normalize import normalize
from tracediff.readers.markdown import read_markdown
from tracediff.readers.text import read_text
from tracediff.segment import segment
from tracediff.settings import Reading

TEXT = """# Report

Opening words.

## Protection

The fund **paid** nine claims. It closed.

### Shelters

- Beds were free.

| Measure | 2019 | 2020 |
|---|---|---|
| Inspectors | 62 | Unknown |
| Ministry | Runs the shelters and pays the staff. Meets twice. | – |

## Prosecution

No court ruled.
"""


def edition(text: str) -> Edition:
    source = read_markdown(text.encode(), "r.md", Reading())
    return segment(source, normalize(source))


def test_sections_know_what_they_lie_in() -> None:
    paths = [section.path for section in edition(TEXT).sections]
    assert paths == [
        ("Report",),
        ("Report", "Protection"),
        ("Report", "Protection", "Shelters"),
        ("Report", "Prosecution"),
    ]


def test_a_row_of_figures_is_one_sentence_and_a_cell_of_prose_is_a_paragraph() -> None:
    read = edition(TEXT)
    rows = [s.text for s in read.sentences if s.kind is BlockKind.TABLE]
    assert rows == ["Inspectors | 62 | Unknown", "Ministry", "–"]
    said = [s for s in read.sentences if s.text in ("Meets twice.", rows[1], rows[2])]
    assert [s.kind for s in said] == [BlockKind.TABLE, BlockKind.PARAGRAPH, BlockKind.TABLE]
    assert len({s.paragraph for s in said}) == 3


def test_a_table_keeps_its_heads_and_cells() -> None:
    (table,) = edition(TEXT).tables
    assert [cell.text for cell in table.heads] == ["Measure", "2019", "2020"]
    assert [row[0].text for row in table.rows] == ["Inspectors", "Ministry"]


def test_sentences_know_their_line_and_the_stretch_of_the_source() -> None:
    read = edition(TEXT)
    sentence = next(s for s in read.sentences if s.text.startswith("The fund"))
    assert sentence.line == 7
    assert read.text[slice(*sentence.span)] == "The fund **paid** nine claims."
    at = sentence.text.index("nine")
    assert read.text[slice(*sentence.locate(type(sentence.span)(at, at + 4)))] == "nine"


def test_a_sentence_knows_the_page_it_begins_on() -> None:
    text = "The fund paid nine claims. It closed in May."
    block = Block(BlockKind.PARAGRAPH, Span(0, len(text)), page=4)
    source = Source("r.pdf", "pdf", text, (block,), pages=((0, 4), (27, 5)))
    assert [s.page for s in segment(source, normalize(source)).sentences] == [4, 5]


@given(
    st.lists(
        st.text(alphabet="abcé AB.,-\n(1)“”\u00a0ﬁ", min_size=1, max_size=60),
        min_size=1,
        max_size=6,
    )
)
def test_every_sentence_is_found_again_by_its_span(paragraphs: list[str]) -> None:
    source = read_text("\n\n".join(paragraphs).encode(), "r.txt", Reading())
    read = segment(source, normalize(source))
    ends = 0
    for sentence in read.sentences:
        assert ends <= sentence.span.start < sentence.span.end <= len(source.text)
        ends = sentence.span.end
        cut = source.text[slice(*sentence.span)]
        again = read_text(cut.encode(), "r.txt", Reading())
        letters = [c for c in "".join(p.text for p in normalize(again)) if c.isalnum()]
        assert set(letters) <= set(sentence.text) | set("ﬁfi")
        assert sentence.text[0] == cut[0] or cut[0] in "ﬁ\n-\u00a0"
