"""The work of a worker: one pair of editions in, a finished document as bytes out."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePath
from typing import Final

from tracediff.align import edits
from tracediff.config import Pair
from tracediff.editions import read
from tracediff.errors import InputError
from tracediff.model import (
    Counts,
    Document,
    EditKind,
    Finding,
    Report,
    Side,
    Sizes,
    Story,
    StoryLine,
    Trait,
)
from tracediff.pairs import look
from tracediff.pipeline import timeline
from tracediff.portfolios.entry import Finished, MarkedText, Searched, packed
from tracediff.portfolios.keys import content, program
from tracediff.portfolios.partners import Described
from tracediff.portfolios.rows import fact_rows, finding_rows, series_rows
from tracediff.portfolios.traits import is_withheld, trait
from tracediff.render import RENDERERS, TIMELINE_RENDERERS, Options
from tracediff.render.appendix import scale
from tracediff.settings import Settings

HOME: Final = "../index.html"  # from a page to the index
_LINES: Final = 12  # stories of a document that the index may show
_MARKED: Final = 4_000  # characters of a sentence; in longer ones the words are not compared
_WEIGHT: Final = 0.7  # of each further story in the importance of a document


@dataclass(frozen=True, slots=True)
class Task:
    """A pair to compare: what its files held when the run began, and where paths count from.

    With ``editions`` it is these that are to be followed, in a timeline.
    """

    pair: Pair
    key: str
    contents: tuple[str, ...]
    folder: str
    program: str
    settings: Settings
    editions: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What its failure is called."""
        return f"{self.pair.name} (timeline)" if self.editions else self.pair.name

    @property
    def paths(self) -> tuple[str, ...]:
        """The files that it reads."""
        return self.editions or (self.pair.against, self.pair.draft)


def do(task: Task) -> bytes:
    """Compare one pair, or follow its editions, and pack what comes of it.

    Raises ``InputError`` where that cannot be done, and where a file is not what it was when the
    run began: its result would be kept under a name that is not its own.
    """
    _go_to(task.folder)
    if task.program != program():
        raise InputError("the worker runs another tracediff; install the same one everywhere")
    if task.editions:
        result = _timeline(task)
    else:
        result = packed(finish(look(task.pair, task.settings), task))
    found = tuple(content(path, task.settings) for path in task.paths)
    if found != task.contents:
        raise InputError(f"{task.pair.draft}: was changed while it was read; run again")
    return result


def _timeline(task: Task) -> bytes:
    """The page of a timeline."""
    found = timeline(task.editions, settings=task.settings)
    return TIMELINE_RENDERERS["html"](found, Options(home=HOME)).encode("utf-8", "replace")


def describe_file(task: tuple[str, str, Settings]) -> Described | str:
    """What stands inside a file, or why that cannot be told; in goes its folder, path, settings."""
    folder, path, settings = task
    _go_to(folder)
    try:
        edition = read(path, settings=settings)
    except InputError as error:
        return str(error)
    return Described(edition.title, edition.period.end if edition.period else None)


def _go_to(folder: str) -> None:
    """Stand where the run was started, so that paths mean the same, and are shown the same."""
    try:
        if os.getcwd() != folder:  # noqa: PTH109
            os.chdir(folder)
    except OSError as error:
        raise InputError(
            f"{folder}: the worker does not see this folder ({error.strerror}); share it"
        ) from None


def finish(report: Report, task: Task) -> Finished:
    """All that is kept of a report."""
    name = task.pair.name
    page = page_of(name)
    told = {id(story.findings[0]): story.headline for story in report.stories}
    traits = {id(f): trait(f, report.comparison, told.get(id(f), "")) for f in report.open}
    return Finished(
        document=_document(report, task, page, traits),
        page=RENDERERS["html"](report, Options(home=HOME)),
        rows={
            "findings": list(finding_rows(report, name, page)),
            "facts": list(fact_rows(report, name)),
            "series": list(series_rows(report, name)),
        },
        marks=[_marks(one, report) for one in report.findings],
        searched=list(_searched(report)),
    )


def page_of(name: str) -> str:
    """The file name of a document's page: readable, safe on every system, and its own.

    >>> page_of("Asia/Nepal 2020.md")
    'asia-nepal-2020-md-95b29e0c.html'
    """
    plain = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")[:60].strip("-")
    return f"{plain or 'document'}-{sha256(name.encode('utf-8', 'replace')).hexdigest()[:8]}.html"


def _document(report: Report, task: Task, page: str, traits: dict[int, Trait | None]) -> Document:
    found = scale(report)
    old, new = report.labels
    stories = report.listed
    parent = PurePath(task.pair.name).parent.as_posix()
    return Document(
        name=task.pair.name,
        folder="" if parent == "." else parent,
        title=report.new.title or report.new.name,
        old_path=task.pair.against,
        new_path=task.pair.draft,
        old_label=old,
        new_label=new,
        page=page,
        key=task.key,
        importance=importance(story.importance for story in stories),
        counts=_counts(report),
        sizes=Sizes(found.kept, found.edited, found.new, found.gone, found.old_total),
        headlines=tuple(_line(story, traits) for story in stories[:_LINES]),
        rules=tuple(sorted(Counter(one.rule.id for one in report.open).items())),
        sections=tuple(dict.fromkeys(story.topic for story in stories if story.topic)),
        traits=tuple(dict.fromkeys(one for one in traits.values() if one)),
        doubts=report.doubts,
    )


def importance(stories: Iterable[float]) -> float:
    """The importance of a document: its gravest story, and less and less of each further one.

    One grave change outweighs any number of small ones, and of two documents with equally grave
    ones that with more goes first.

    >>> importance([3.0]) > importance([2.0, 0.5, 0.5]), importance([])
    (True, 0.0)
    """
    ordered = sorted(stories, reverse=True)
    return round(sum(one * _WEIGHT**at for at, one in enumerate(ordered)) + 0.0, 4)


def _counts(report: Report) -> Counts:
    every = [one for finding in report.open for one in finding.all]
    severities = report.severities
    errors, warnings, notes = severities.values()
    return Counts(
        stories=len(report.stories),
        findings=len(report.open),
        errors=errors,
        warnings=warnings,
        notes=notes,
        waived=len(report.waived),
        checks=len(report.checks),
        none=sum(one.rule.id == "N102" for one in every),
        withheld=sum(is_withheld(one, report.comparison) for one in every),
        restated=sum(one.rule.id == "N105" for one in every),
    )


def _line(story: Story, traits: dict[int, Trait | None]) -> StoryLine:
    first = story.findings[0]
    own = [traits.get(id(one)) for one in story.findings]
    return StoryLine(
        text=story.headline,
        topic=story.topic,
        rule=first.rule.id,
        anchor=f"s-{first.fingerprint}",
        importance=story.importance,
        traits=tuple((one.kind, one.key) for one in own if one) if all(own) else (),
    )


def _searched(report: Report) -> Iterator[Searched]:
    """The headlines, then the messages of findings, which say more."""
    for story in report.listed:
        yield Searched(story.headline, story.topic, story.findings[0].rule.id, True)
    for finding in report.open:
        yield Searched(finding.message, finding.section, finding.rule.id, False)


def _marks(finding: Finding, report: Report) -> MarkedText:
    """The sentences of a finding as one, with what was removed and what was added."""
    sides = {one.side: one for one in (finding.old, finding.new) if one is not None}
    texts = {
        side: (report.old if side is Side.OLD else report.new).sentences[one.sentence].text
        for side, one in sides.items()
    }
    old, new = texts.get(Side.OLD, ""), texts.get(Side.NEW, "")
    if not old or not new or max(len(old), len(new)) > _MARKED:
        return [(mark, text) for mark, text in (("-", old), ("+", new)) if text]
    marks: list[tuple[str, str]] = []
    for edit in edits(old, new):
        before = old[edit.old.start : edit.old.end]
        after = new[edit.new.start : edit.new.end]
        if edit.kind is EditKind.SAME:
            marks.append(("=", after))
        else:
            marks += [(mark, text) for mark, text in (("-", before), ("+", after)) if text]
    return marks
