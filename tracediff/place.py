"""Findings in, the same findings with the file, lines and columns to look at out.

What is found in the draft stands where its evidence stands. What is gone from it is shown at the
nearest sentence that is left, one that changed rather than one that did not.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import Final

from tracediff.model import (
    Comparison,
    Edition,
    Evidence,
    Finding,
    Link,
    LinkKind,
    Place,
    Sentence,
    Side,
)
from tracediff.model.record import replaced
from tracediff.paths import repository_path
from tracediff.settings import Placing

_ENDS: Final = re.compile(r"\r*\n|\r")
_OWN_TEXT: Final = ("text", "markdown")  # formats that are read as they stand in the file


def place(
    comparison: Comparison, findings: Iterable[Finding], settings: Placing | None = None
) -> tuple[Finding, ...]:
    """Say for each finding, and each of its facets, where it is to be looked at."""
    finder = _Finder(comparison, settings or Placing())
    return tuple(finder.placed(finding) for finding in findings)


class Lines:
    """Lines and columns of one edition by offset."""

    def __init__(self, edition: Edition) -> None:
        """Find where the lines of its text begin."""
        self.edition = edition
        self.path = repository_path(edition.path)
        self.own = edition.format in _OWN_TEXT
        self.starts = [0, *(end.end() for end in _ENDS.finditer(edition.text))] if self.own else []

    def of(self, sentence: Sentence, evidence: Evidence | None, nearest: bool = False) -> Place:
        """The place of an evidence, or of a whole sentence."""
        if not self.own:
            return Place(
                self.path, sentence.line, sentence.line, page=sentence.page, nearest=nearest
            )
        quoted = evidence is not None and evidence.at.end > evidence.at.start
        span = sentence.locate(evidence.at) if evidence and quoted else sentence.span
        line, column, byte = self._at(span.start)
        end_line, end_column, end_byte = self._at(max(span.end, span.start))
        return Place(
            self.path, line, end_line, column, end_column, byte, end_byte, sentence.page, nearest
        )

    def _at(self, offset: int) -> tuple[int, int, int]:
        line = bisect_right(self.starts, offset)
        start = self.starts[line - 1]
        before = self.edition.text[start:offset]
        return line, len(before) + 1, len(before.encode(errors="replace")) + 1


def _runs(edition: Edition) -> list[tuple[int, int]]:
    """For each sentence the first and the last one of the run of its section that it stands in."""
    found: list[tuple[int, int]] = []
    for _, run in groupby(edition.sentences, key=attrgetter("section")):
        size = sum(1 for _ in run)
        found.extend([(len(found), len(found) + size - 1)] * size)
    return found


class _Finder:
    """Places in both editions of one comparison."""

    def __init__(self, comparison: Comparison, settings: Placing) -> None:
        self.settings = settings
        self.old = comparison.old.edition
        self.new = comparison.new.edition
        self.lines = {Side.OLD: Lines(self.old), Side.NEW: Lines(self.new)}
        self.links: dict[int, Link] = {
            i: link for link in comparison.alignment.links for i in link.old
        }
        self.runs = _runs(self.old)

    def placed(self, finding: Finding) -> Finding:
        """The finding with its places, and its facets with theirs."""
        return replaced(
            finding,
            place=finding.place or self._in_draft(finding),
            old_place=self._of(finding.old) if finding.old else None,
            facets=tuple(self.placed(facet) for facet in finding.facets),
        )

    def _of(self, evidence: Evidence) -> Place:
        edition = self.old if evidence.side is Side.OLD else self.new
        return self.lines[evidence.side].of(edition.sentences[evidence.sentence], evidence)

    def _in_draft(self, finding: Finding) -> Place:
        for evidence in (finding.new, finding.old):
            if evidence is not None and evidence.side is Side.NEW:
                return self._of(evidence)
        lines = self.lines[Side.NEW]
        nearest = self._nearest(finding.old.sentence) if finding.old else 0
        return lines.of(self.new.sentences[nearest], None, nearest=True)

    def _nearest(self, old: int) -> int:
        """The sentence of the draft nearest to where an old sentence would stand.

        Its own section is searched before the others, and a sentence just before it is preferred
        to one just behind it.
        """
        home = self.old.sentences[old].section
        best: tuple[bool, int, bool] | None = None
        found = 0
        for other in self._outward(old):
            off = abs(other - old)
            if best is not None and best < (False, off, False):
                break  # what stands further away cannot be better
            if not self._stands(other):
                continue
            link = self.links[other]
            here = [n for n in link.new if n not in link.new_apart]
            unchanged = link.kind is LinkKind.KEPT
            far = self.old.sentences[other].section != home
            score = (far, off + self.settings.changed_within * unchanged, other > old)
            if best is None or score < best or (score == best and other < old):
                best, found = score, here[-1] if other < old else here[0]
        return found

    def _outward(self, old: int) -> Iterator[int]:
        """The old sentences around one, nearest first, as far as those that may place it reach."""
        first, last = self._reach(old)
        yield old
        for off in range(1, max(old - first, last - old) + 1):
            if old - off >= first:
                yield old - off
            if old + off <= last:
                yield old + off

    def _reach(self, old: int) -> tuple[int, int]:
        """The first and the last sentence of its section, and a little further."""
        first, last = self.runs[old]
        while first > 0 and not self._stands(first):
            first -= 1
        while last + 1 < len(self.old.sentences) and not self._stands(last):
            last += 1
        return first, last

    def _stands(self, old: int) -> bool:
        link = self.links.get(old)
        if link is None or not link.new:
            return False
        return not link.moved and old not in link.old_apart
