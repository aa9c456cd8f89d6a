"""What a change brought to a draft: reports before and after it in, one report out.

Both reports set the draft beside the same edition. A finding that was there before is held back,
as the baseline holds back old ones; what was edited within the draft is told as an edit, without a
verdict: a figure that a draft corrects was never published, and so it is not restated.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from tracediff.align import align, edits
from tracediff.model import (
    Alignment,
    DraftEdit,
    Edition,
    EditKind,
    Evidence,
    Link,
    LinkKind,
    Report,
    Side,
    Since,
    Span,
    Waiver,
)
from tracediff.place import Lines
from tracediff.reports import sign_off
from tracediff.settings import Settings

_AROUND: Final = 24  # characters shown on each side of what differs
_LONGEST: Final = 160  # characters of one side of an edit


def since(report: Report, before: Report | None, revision: str, settings: Settings) -> Report:
    """The report with what the draft had at a revision held back, and with the edits since then.

    ``before`` is the report on the draft at that revision; none where it was not there yet.
    """
    if before is None:
        return replace(report, since=Since(revision, is_new=True))
    known = {one.fingerprint for finding in before.findings for one in finding.all}
    held = Waiver(
        reason=f"was there at {revision}",
        fingerprints=tuple(sorted(known)),
        baseline=True,
        since=revision,
    )
    waiving = replace(settings.waiving, baseline=(*settings.waiving.baseline, held))
    found = sign_off(report, replace(settings, waiving=waiving), report.name)
    alignment = align(before.new, report.new, settings.aligning, settings.words)
    return replace(found, since=Since(revision, draft_edits(before.new, report.new, alignment)))


def draft_edits(old: Edition, new: Edition, alignment: Alignment) -> tuple[DraftEdit, ...]:
    """The edits that turn one text of a draft into the other, in the order of the new one."""
    lines = Lines(new)
    found: list[tuple[int, DraftEdit]] = []
    here = 0  # the sentence of the draft behind which something that is gone stood
    links = sorted(alignment.links, key=lambda link: link.old[0] if link.old else -1)
    for link in links:
        if link.old and link.new:
            here = link.new[-1]
        if link.kind is not LinkKind.KEPT:
            found += _edit(old, new, link, lines, here)
    return tuple(edit for _, edit in sorted(found, key=lambda pair: pair[0]))


def _edit(
    old: Edition, new: Edition, link: Link, lines: Lines, here: int
) -> Iterator[tuple[int, DraftEdit]]:
    """What was edited in a link, with the sentence of the draft that it is shown at."""
    before, after = _joined(old, link.old), _joined(new, link.new)
    if not link.new:
        title = old.section_of(old.sentences[link.old[0]]).title
        place = lines.of(new.sentences[here], None, nearest=True)
        yield here, DraftEdit(_shortened(before), "", title, place)
        return
    first = new.sentences[link.new[0]]
    title = new.section_of(first).title
    if not link.old:
        yield first.index, DraftEdit("", _shortened(after), title, lines.of(first, None))
        return
    left, right = _differing(before, after)
    if before[left.start : left.end] == after[right.start : right.end]:
        return  # other line breaks, or sentences that were joined
    at = Span(min(right.start, len(first.text)), min(right.end, len(first.text)))
    evidence = Evidence(Side.NEW, first.index, at, first.text[at.start : at.end])
    edit = DraftEdit(_around(before, left), _around(after, right), title, lines.of(first, evidence))
    yield first.index, edit


def _joined(edition: Edition, sentences: Iterable[int]) -> str:
    return " ".join(edition.sentences[index].text for index in sentences)


def _differing(before: str, after: str) -> tuple[Span, Span]:
    """From the first to the last word that differs, in both texts."""
    runs = [run for run in edits(before, after) if run.kind is not EditKind.SAME]
    if not runs:
        return Span(0, 0), Span(0, 0)
    left = Span(runs[0].old.start, max(run.old.end for run in runs))
    return left, Span(runs[0].new.start, max(run.new.end for run in runs))


def _around(text: str, span: Span) -> str:
    """What differs, with a few words on each side of it.

    >>> _around("The office registered exactly 151 cases of forced labour in all", Span(30, 34))
    '… registered exactly 151 cases of forced labour …'
    """
    start, end = max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)
    front = text[start : span.start]
    back = text[span.end : end]
    if start:
        front = f"… {front.partition(' ')[2]}"
    if end < len(text):
        back = f"{back.rpartition(' ')[0]} …"
    return f"{front}{_shortened(text[span.start : span.end])}{back}".strip()


def _shortened(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    half = _LONGEST // 2
    return f"{text[:half].rpartition(' ')[0]} … {text[-half:].partition(' ')[2]}"


__all__ = ["draft_edits", "since"]
