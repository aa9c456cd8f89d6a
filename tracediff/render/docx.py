"""Word: the new edition with tracked changes against the old one, and what was found as comments.

Where only the draft is a Word document, it has the comments and no tracked changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracediff.errors import InputError
from tracediff.model import Edition, Evidence, Finding, Report, Side, Story
from tracediff.readers import load_bytes
from tracediff.redline import Remark, annotated, redline
from tracediff.render.options import Options
from tracediff.render.visible import printable
from tracediff.settings import Reading
from tracediff.wording.strings import say


def write(report: Report, options: Options) -> bytes:
    """The document. Raises ``InputError`` where the new edition is no Word document."""
    new, old = report.new, report.old
    if new.format != "docx":
        raise InputError(f"{new.path}: is no Word document (.docx); --format docx needs one")
    settings = Reading()
    data = load_bytes(new.path, settings)
    remarks = tuple(_remarks(report, options))
    if old.format != "docx" or old.path == new.path:
        return annotated(data, remarks, settings, new.path)
    names = old.path, new.path
    return redline(load_bytes(old.path, settings), data, remarks, settings, names)


def _remarks(report: Report, options: Options) -> Iterator[Remark]:
    """A comment for each story and each check; what one says the other does not repeat."""
    for check in report.checks:
        yield from _told(report, f"{say('checks')}: {check.headline}", check)
    for story in report.listed[: options.limit]:
        yield from _told(report, story.headline, story)


def _told(report: Report, head: str, story: Story) -> Iterator[Remark]:
    first = story.findings[0]
    evidence = _evidence(story.findings)
    if evidence is None:
        return
    edition: Edition = report.old if evidence.side is Side.OLD else report.new
    said = dict.fromkeys(one.message for one in story.findings[:_FINDINGS])
    kind = f"{say(f'severity_{first.severity.value}')}, {first.rule.id} {first.rule.name}"
    lines = [head, *said, kind]
    text = "\n".join(printable(line) for line in lines)
    yield Remark(edition.sentences[evidence.sentence].text, text, evidence.side is Side.OLD)


_FINDINGS = 5  # of a story that its comment repeats


def _evidence(findings: Sequence[Finding]) -> Evidence | None:
    """Where a story is shown: in the new edition, if any of it stands there."""
    found = [one for f in findings for one in (f.new, f.old) if one is not None]
    new = (one for one in found if one.side is Side.NEW)
    return next(new, found[0] if found else None)
