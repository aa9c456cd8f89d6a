"""A timeline as JSON, as docs/json.md and the JSON Schema in the package describe it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tracediff.model import (
    Headline,
    MeasureRun,
    Observation,
    Restatement,
    SectionRun,
    Thread,
    Timeline,
)
from tracediff.render.excerpt import Excerpts, excerpts
from tracediff.render.json import _dump, _head, _number, _period
from tracediff.render.options import Options

_Object = dict[str, Any]


def write(timeline: Timeline, options: Options) -> str:
    """The whole timeline; editions are named by their paths."""
    paths = [edition.path for edition in timeline.editions]
    shown = excerpts(timeline)
    return _dump(
        {
            **_head(),
            "editions": lambda: [_edition(timeline, number) for number in range(len(paths))],
            "series": lambda: [_series(timeline, run, paths, shown) for run in timeline.series],
            "possible": lambda: [
                {**_series(timeline, run, paths, shown), "why": run.doubt}
                for run in timeline.possible
            ],
            "threads": lambda: [_thread(timeline, one, paths) for one in timeline.threads],
            "sections": lambda: [_section(one, paths) for one in timeline.sections],
            "stories": lambda: [_story(one) for one in timeline.stories],
            "notes": lambda: list(timeline.notes),
            "left_out": lambda: list(timeline.failed),
        }
    )


def _edition(timeline: Timeline, number: int) -> _Object:
    edition = timeline.editions[number]
    return {
        "path": edition.path,
        "name": timeline.labels[number],
        "title": edition.title,
        "year": edition.year,
        "year_reason": edition.year_reason,
        "period": _period(edition.period),
    }


def _series(
    timeline: Timeline, run: MeasureRun, paths: list[str], shown: Sequence[Excerpts]
) -> _Object:
    return {
        "id": run.ident,
        "label": run.title,
        "unit": run.unit,
        "section": run.section,
        "certainty": run.certainty,
        "points": [_point(timeline, one, paths, shown) for one in run.observations],
        "restated": [_restated(one, paths) for one in run.restated if one.sure],
        "doubtful": [_restated(one, paths) for one in run.restated if not one.sure],
        "breaks": [{"edition": paths[one.edition], "why": one.why} for one in run.breaks],
    }


def _point(
    timeline: Timeline, one: Observation, paths: list[str], shown: Sequence[Excerpts]
) -> _Object:
    sentence = timeline.editions[one.edition].sentences[one.sentence]
    return {
        "edition": paths[one.edition],
        "period": _period(one.period),
        "value": _number(one.value),
        "status": one.status,
        "bound": one.bound,
        "quote": timeline.quote(one),
        "sentence_text": shown[one.edition].told(one),
        "line": sentence.line,
        "page": sentence.page,
    }


def _restated(one: Restatement, paths: list[str]) -> _Object:
    return {
        "period": _period(one.period),
        "first": _number(one.first),
        "later": _number(one.later),
        "first_edition": paths[one.first_edition],
        "later_edition": paths[one.later_edition],
        "why": one.why,
    }


def _thread(timeline: Timeline, one: Thread, paths: list[str]) -> _Object:
    return {
        "id": one.ident,
        "kind": one.kind,
        "section": one.section,
        "text": one.text,
        "first": paths[one.first],
        "last": paths[one.last],
        "edited": [paths[edition] for edition in one.edited],
        "how": one.how,
        "gone": None if one.gone is None else paths[one.gone],
        "changes": [{"edition": paths[c.edition], "how": c.how} for c in one.changes],
        "places": [
            {"edition": paths[edition], "text": timeline.sentence(edition, sentence)}
            for edition, sentence in one.places
        ],
    }


def _section(one: SectionRun, paths: list[str]) -> _Object:
    return {
        "title": one.title,
        "renamed": [paths[edition] for edition in one.renamed],
        "editions": [
            {
                "edition": path,
                "title": title,
                "changed": None if share is None else round(share, 3),
            }
            for path, title, share in zip(paths, one.titles, one.changed, strict=True)
        ],
    }


def _story(one: Headline) -> _Object:
    return {
        "headline": one.text,
        "topic": one.topic,
        "importance": one.importance,
        "about": one.about or None,
    }
