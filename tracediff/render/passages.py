"""Passages: sentences cut into runs of words that are the same, deleted, inserted or evidence.

In: a Report. Out: runs that hold plain text and say what happened to it; renderers only dress them.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tracediff.align import edits
from tracediff.model import Edit, Edition, EditKind, Evidence, Finding, Link, Report, Side, Span
from tracediff.wording.strings import say

_MOST: Final = 0.7  # evidence that is this much of its sentence needs no mark of its own
_KEEP: Final = 48  # characters of unchanged text left on each side of a change in an excerpt


@dataclass(frozen=True, slots=True)
class TextRun:
    """Some words of a sentence, changed alike or not at all; ``marked`` ones are the evidence."""

    text: str
    kind: EditKind = EditKind.SAME
    weight: float = 0.0
    marked: bool = False

    @property
    def heft(self) -> int:
        """How strongly a changed run is drawn: 1 (hardly matters) to 3 (carries the meaning)."""
        return 1 + (self.weight >= 0.34) + (self.weight >= 0.67)


@dataclass(frozen=True, slots=True)
class Quote:
    """One side of a finding as a reader sees it: which edition, where, and the sentence in runs."""

    side: Side
    sentence: int
    runs: tuple[TextRun, ...]
    place: str
    context: bool = False


@dataclass(frozen=True, slots=True)
class Passages:
    """Where each sentence stands in the links, built once for a report."""

    report: Report
    links: dict[tuple[Side, int], int]
    starts: dict[tuple[Side, int], int]

    def edition(self, side: Side) -> Edition:
        """The edition of a side."""
        return self.report.old if side is Side.OLD else self.report.new

    def link(self, side: Side, sentence: int) -> Link | None:
        """The link that a sentence stands in."""
        at = self.links.get((side, sentence))
        return None if at is None else self.report.links[at]

    def runs(self, side: Side, sentence: int, marks: Sequence[Span] = ()) -> tuple[TextRun, ...]:
        """A sentence with what its link says was changed in it, and with its evidence marked."""
        text = self.edition(side).sentences[sentence].text
        link = self.link(side, sentence)
        if link is None or not (link.old and link.new) or link.similarity >= 1.0:
            return _marked(text, (), marks)
        changed = edits(self._joined(Side.OLD, link.old), self._joined(Side.NEW, link.new))
        start = self.starts[side, sentence]
        return _marked(text, _on_side(changed, side, start, text), marks)

    def _joined(self, side: Side, sentences: Iterable[int]) -> str:
        known = self.edition(side).sentences
        return " ".join(known[sentence].text for sentence in sentences)

    def plain(self, side: Side, sentence: int, marks: Sequence[Span] = ()) -> tuple[TextRun, ...]:
        """A sentence with nothing but its evidence marked."""
        return _marked(self.edition(side).sentences[sentence].text, (), marks)

    def tells(self, side: Side, sentence: int, at: Span) -> bool:
        """Whether marking this part of a sentence would tell a reader more than the sentence."""
        length = len(self.edition(side).sentences[sentence].text)
        return 0 < at.end - at.start <= length * _MOST

    def place(self, side: Side, sentence: int) -> str:
        """Where a sentence stands in its file, in words."""
        where = self.edition(side).sentences[sentence]
        line = say("line", line=where.line)
        return f"{say('page', page=where.page)}, {line}" if where.page is not None else line

    def quotes(self, finding: Finding) -> tuple[Quote, ...]:
        """The sentences that show a finding, the old one first.

        Two pieces of evidence in one sentence are one quote. A sentence that shows a finding by
        itself brings along the one that stands beside it, as context.
        """
        evidence = [one for one in (finding.old, finding.new) if one is not None]
        if len(evidence) == 2 and not _same_place(*evidence):
            linked = self._linked(*evidence)
            return tuple(self._quote(one, [one.at], edits=linked) for one in evidence)
        marks = [one.at for one in evidence]
        return tuple(quote for one in evidence[:1] for quote in self._with_context(one, marks))

    def why(self, finding: Finding) -> tuple[str, ...]:
        """The evidence that set the finding's sentences side by side."""
        own = finding.new or finding.old
        link = None if own is None else self.link(own.side, own.sentence)
        return () if link is None else link.why

    def _with_context(self, evidence: Evidence, marks: Sequence[Span]) -> Iterator[Quote]:
        link = self.link(evidence.side, evidence.sentence)
        other = Side.NEW if evidence.side is Side.OLD else Side.OLD
        beside = () if link is None else link.old if other is Side.OLD else link.new
        own = self._quote(evidence, marks, edits=bool(beside) and len(marks) == 1)
        around = [
            Quote(other, one, self.runs(other, one), self.place(other, one), context=True)
            for one in beside[:2]
        ]
        yield from ([own, *around] if evidence.side is Side.OLD else [*around, own])

    def _quote(self, evidence: Evidence, marks: Sequence[Span], edits: bool) -> Quote:
        side, sentence = evidence.side, evidence.sentence
        marks = [at for at in marks if self.tells(side, sentence, at)]
        cut = self.runs if edits else self.plain
        return Quote(side, sentence, cut(side, sentence, marks), self.place(side, sentence))

    def _linked(self, first: Evidence, second: Evidence) -> bool:
        if first.side is second.side:
            return False
        one = self.links.get((first.side, first.sentence))
        return one is not None and one == self.links.get((second.side, second.sentence))


def passages(report: Report) -> Passages:
    """Look up once where each sentence stands."""
    links: dict[tuple[Side, int], int] = {}
    starts: dict[tuple[Side, int], int] = {}
    for at, link in enumerate(report.links):
        for side, members in ((Side.OLD, link.old), (Side.NEW, link.new)):
            sentences = (report.old if side is Side.OLD else report.new).sentences
            start = 0
            for member in members:
                links[side, member] = at
                starts[side, member] = start
                start += len(sentences[member].text) + 1
    return Passages(report, links, starts)


def excerpt(runs: Sequence[TextRun], keep: int = _KEEP) -> tuple[TextRun, ...]:
    """The runs with long unchanged stretches cut at words; the change and some context stay.

    >>> runs = TextRun("a long way from any of the changes "), TextRun("x", marked=True)
    >>> [run.text for run in excerpt(runs, 9)]
    ['… changes ', 'x']
    """
    if not any(_speaks(run) for run in runs):
        return _opening(runs, keep * 3)
    last = len(runs) - 1
    kept = []
    for at, run in enumerate(runs):
        head, tail = (keep if at else 0), (keep if at < last else 0)
        cut = not _speaks(run) and len(run.text) > head + tail + 8
        kept.append(replace(run, text=_cut(run.text, head, tail)) if cut else run)
    return tuple(kept)


def joined(runs: Sequence[TextRun]) -> tuple[TextRun, ...]:
    """The runs without marks, those of one kind together even across a blank between them."""
    whole: list[TextRun] = []
    for run in runs:
        blank = not run.text.strip() and run.kind is EditKind.SAME
        if len(whole) > 1 and not whole[-1].text.strip() and whole[-2].kind is run.kind:
            gap = whole.pop().text
            whole[-1] = replace(whole[-1], text=whole[-1].text + gap + run.text)
        elif whole and whole[-1].kind is run.kind and not blank:
            whole[-1] = replace(whole[-1], text=whole[-1].text + run.text)
        else:
            whole.append(replace(run, marked=False))
    return tuple(whole)


def _speaks(run: TextRun) -> bool:
    return run.marked or run.kind is not EditKind.SAME


def _opening(runs: Sequence[TextRun], room: int) -> tuple[TextRun, ...]:
    text = "".join(run.text for run in runs)
    return (TextRun(text if len(text) <= room + 8 else _cut(text, room, 0)),)


def _cut(text: str, head: int, tail: int) -> str:
    front = text[:head].rpartition(" ")[0] if head else ""
    back = text[len(text) - tail :].partition(" ")[2] if tail else ""
    return " … ".join((front, back)) if front and back else f"{front} …" if front else f"… {back}"


def _same_place(first: Evidence, second: Evidence) -> bool:
    return (first.side, first.sentence) == (second.side, second.sentence)


def _on_side(
    edits: Iterable[Edit], side: Side, offset: int, text: str
) -> Iterator[tuple[Span, EditKind, float]]:
    """The edits that fall into one sentence, as offsets of it, without the blanks behind them."""
    for edit in edits:
        if edit.kind is EditKind.SAME:
            continue
        at = edit.old if side is Side.OLD else edit.new
        start, end = max(at.start - offset, 0), min(at.end - offset, len(text))
        while start < end and text[end - 1].isspace():
            end -= 1
        if start < end:
            yield Span(start, end), edit.kind, edit.weight


def _marked(
    text: str, edits: Iterable[tuple[Span, EditKind, float]], marks: Sequence[Span]
) -> tuple[TextRun, ...]:
    """Cut a sentence wherever an edit or a mark begins or ends; neighbours alike become one run."""
    changes = sorted(edits)
    cuts = {0, len(text)}
    for span in (*(span for span, _, _ in changes), *marks):
        cuts.update(min(max(end, 0), len(text)) for end in span)
    runs: list[TextRun] = []
    bounds = sorted(cuts)
    at = 0
    for start, end in itertools.pairwise(bounds):
        while at < len(changes) and changes[at][0].end <= start:
            at += 1
        covered = at < len(changes) and changes[at][0].start <= start
        kind, weight = changes[at][1:] if covered else (EditKind.SAME, 0.0)
        marked = any(mark.start <= start < mark.end for mark in marks)
        if runs and (runs[-1].kind, runs[-1].weight, runs[-1].marked) == (kind, weight, marked):
            runs[-1] = replace(runs[-1], text=runs[-1].text + text[start:end])
        else:
            runs.append(TextRun(text[start:end], kind, weight, marked))
    return tuple(runs)
