"""C306 and C307 for rows of words: what a table lists in one edition and not in the other.

A table of forms of abuse, of risks or of measures has no figures that could be compared; that a row
of it is gone is told where the table itself goes on and nothing else there says what the row said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from tracediff.detect.wording import evidence, finding, names, quoted
from tracediff.model import BlockKind, Comparison, Edition, Finding, LinkKind, Sentence, Span
from tracediff.settings import Detecting
from tracediff.text.words import FUNCTION_WORDS, root

_BAR: Final = " | "
_DIGIT: Final = re.compile(r"\d")
_WORD: Final = re.compile(r"[^\W\d_]+")
_SAYS: Final = 3  # content words of a row that tells something
_NEAR: Final = 2  # rows around one that show that its table goes on


def rows_of_words(comparison: Comparison, settings: Detecting) -> Iterator[Finding]:
    """C306 and C307: a row that only one edition has, in a table that both have."""
    links = comparison.alignment.links
    going = (
        {i for link in links if link.new for i in link.old},
        {i for link in links if link.old for i in link.new},
    )
    editions = comparison.old.edition, comparison.new.edition
    for side, kind in enumerate((LinkKind.REMOVED, LinkKind.ADDED)):
        own = editions[side]
        alone = (i for link in links if link.kind is kind for i in (link.old or link.new))
        rows = [row for row in map(own.sentences.__getitem__, alone) if _is_of_words(row)]
        rows = [row for row in rows if _goes_on(own, row, going[side])]
        said = _said(editions[1 - side]) if rows else {}
        for row in rows:
            if not _said_there(row, said, settings):
                yield _told(comparison, row, settings, new=bool(side))


def _is_of_words(row: Sentence) -> bool:
    """Whether a sentence is a row without figures that says something."""
    if row.kind is not BlockKind.TABLE or _DIGIT.search(row.text):
        return False
    return _BAR in row.text and len(_content(row.text)) >= _SAYS


def _goes_on(edition: Edition, row: Sentence, going: set[int]) -> bool:
    """Whether a row of the same table, next to one or next but one, has a counterpart."""
    near = range(max(0, row.index - _NEAR), min(len(edition.sentences), row.index + _NEAR + 1))
    return any(
        i in going
        and edition.sentences[i].kind is BlockKind.TABLE
        and edition.sentences[i].section == row.section
        for i in near
    )


def _content(text: str) -> frozenset[str]:
    """The roots of the content words of the last cell of a row: the first ones may head many."""
    words = _WORD.findall(text.rpartition(_BAR)[2].casefold())
    return frozenset(root(word) for word in words if word not in FUNCTION_WORDS)


def _said(edition: Edition) -> Mapping[int, frozenset[str]]:
    return {row.index: _content(row.text) for row in edition.sentences}


def _said_there(row: Sentence, said: Mapping[int, frozenset[str]], settings: Detecting) -> bool:
    """Whether a sentence or row of the other edition says most of what a row says."""
    own = _content(row.text)
    return any(len(own & held) >= settings.said * len(own) for held in said.values())


def _told(comparison: Comparison, row: Sentence, settings: Detecting, *, new: bool) -> Finding:
    before, after = names(comparison)
    shown = evidence(row, Span(0, len(row.text)), new=new)
    rule = "C307" if new else "C306"
    item = quoted(replace(row, text=row.text.rpartition(_BAR)[2]))
    message = (
        f"A table of {after} lists “{item}”; that of {before} does not."
        if new
        else f"A table of {before} lists “{item}”; that of {after} no longer does."
    )
    return finding(
        comparison,
        rule,
        message,
        None if new else shown,
        shown if new else None,
        magnitude=settings.sizes[rule],
        certainty=settings.sure[rule],
        measure=row.text,
    )


ROW_DETECTORS: Final = (rows_of_words,)
