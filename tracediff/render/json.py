"""The machine-readable report, as docs/json.md and the JSON Schema in the package describe it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from functools import partial
from math import isfinite
from typing import Any, Final

from tracediff.model import (
    BlockKind,
    Change,
    Comparison,
    Edition,
    Evidence,
    Fact,
    Finding,
    Ledger,
    Link,
    LinkKind,
    Period,
    Place,
    Reading,
    Report,
    Sentence,
    Series,
    Side,
    Since,
    Span,
    Story,
    Waiver,
)
from tracediff.render.excerpt import Excerpts
from tracediff.render.options import Options
from tracediff.text.language import language_of
from tracediff.version import __version__

# 1: the first; names are only ever added under the same number
SCHEMA_VERSION: Final = 1

_PREFIXES: Final = {Side.OLD: "o", Side.NEW: "n"}  # of the ids of sentences and facts

_Object = dict[str, Any]


def write(report: Report, options: Options) -> str:
    """The whole report."""
    return "".join(pieces(report, options))


def pieces(report: Report, options: Options) -> Iterator[str]:
    """The same piece by piece, so that a long report is never held as one text."""
    comparison = report.comparison
    parts: dict[str, Callable[[], Any]] = {
        **_head(),
        "old": lambda: _edition(report.old, "o"),
        "new": lambda: _edition(report.new, "n"),
        "alignment": lambda: map(_link, report.links),
        "facts": lambda: {
            "old": _facts(comparison.old, "o"),
            "new": _facts(comparison.new, "n"),
        },
        "series": lambda: map(_series, comparison.series),
        "findings": lambda: (_finding(f, comparison) for f in report.findings),
        "stories": lambda: map(_story, report.stories),
        "checks": lambda: [check.findings[0].fingerprint for check in report.checks],
        "sections": lambda: [
            {
                "title": s.title,
                "kept": s.kept,
                "edited": s.edited,
                "added": s.added,
                "removed": s.removed,
                "moved": s.moved,
                "findings": s.findings,
                "index": round(s.index, 3),
            }
            for s in report.sections
        ],
        "summary": lambda: {
            "sentences": list(report.summary),
            "findings": {
                s: sum(f.severity.value == s for f in report.findings)
                for s in ("error", "warning", "note")
            },
            "quiet": report.quiet,
        },
        "coverage": lambda: {"old": _coverage(report.old), "new": _coverage(report.new)},
    }
    if report.since is not None:
        parts["since"] = partial(_since, report.since)
    yield from _dumped(parts)


def write_facts(ledger: Ledger, options: Options) -> str:
    """The ledger of one edition."""
    reading = ledger.reading
    return _dump(
        {
            **_head(),
            "document": lambda: _edition(reading.edition, "s"),
            "coverage": lambda: _coverage(reading.edition),
            "facts": lambda: _facts(reading, "s"),
            "series": lambda: [_series(series, {Side.NEW: "s"}) for series in ledger.series],
        }
    )


def _dump(parts: Mapping[str, Callable[[], Any]]) -> str:
    return "".join(_dumped(parts))


def _dumped(parts: Mapping[str, Callable[[], Any]]) -> Iterator[str]:
    """A line for each item of a list, so that a change of one is a change of a line."""
    # what is written holds no cycles to look for; spaces would be a fourteenth of the file
    compact = (",", ":")
    encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=compact).encode

    def text(value: Any, depth: int) -> Iterator[str]:
        if isinstance(value, dict) and depth:
            for at, (name, held) in enumerate(value.items()):
                yield f"{',' if at else '{'}\n{encode(name)}:"
                yield from text(held, depth - 1)
            yield "\n}"
        elif isinstance(value, list | Iterator):
            opening = "["
            for one in value:
                yield f"{opening}\n{encode(one)}"
                opening = ","
            yield "\n]" if opening == "," else "[]"
        else:
            yield encode(value)

    for at, (name, part) in enumerate(parts.items()):
        yield f"{',' if at else '{'}\n{encode(name)}:"
        yield from text(part(), 1)
    yield "\n}\n"


def _head() -> dict[str, Callable[[], Any]]:
    return {
        "schema_version": lambda: SCHEMA_VERSION,
        "tool": lambda: {"name": "tracediff", "version": __version__},
    }


def _coverage(edition: Edition) -> list[_Object]:
    """What of a file was not read."""
    return [
        {"what": one.what, "why": one.why, "where": one.where, "characters": one.characters}
        for one in edition.left_out
    ]


def _edition(edition: Edition, prefix: str) -> _Object:
    return {
        "path": edition.path,
        "name": edition.name,
        "format": edition.format,
        "title": edition.title,
        "title_year": edition.title_year,
        "year": edition.year,
        "year_reason": edition.year_reason,
        "period": _period(edition.period),
        "language": language_of(edition.sentences),
        "notes": list(edition.notes),
        "sections": [
            {"title": s.title, "level": s.level, "span": list(s.span), "page": s.page}
            for s in edition.sections
        ],
        "sentences": (_sentence(s, edition, prefix) for s in edition.sentences),
        "tables": [
            {
                "caption": t.caption,
                "section": edition.sections[t.section].title,
                "page": t.page,
                "heads": [c.text for c in t.heads],
                "rows": [[c.text for c in row] for row in t.rows],
            }
            for t in edition.tables
        ],
    }


def _sentence(sentence: Sentence, edition: Edition, prefix: str) -> _Object:
    return {
        "id": f"{prefix}{sentence.index}",
        "text": sentence.text,
        "section": edition.section_of(sentence).title,
        "paragraph": sentence.paragraph,
        "line": sentence.line,
        "page": sentence.page,
        "span": sentence.span,
        **({} if sentence.kind is BlockKind.PARAGRAPH else {"kind": sentence.kind}),
    }


def _link(link: Link) -> _Object:
    apart = [*(f"o{i}" for i in link.old_apart), *(f"n{i}" for i in link.new_apart)]
    kept = link.kind is LinkKind.KEPT and not link.elsewhere  # the same words say why
    return {
        "old": [f"o{i}" for i in link.old],
        "new": [f"n{i}" for i in link.new],
        "kind": link.kind,
        "similarity": round(link.similarity, 3),
        "moved": link.elsewhere,
        **({"apart": apart} if apart else {}),
        **({"why": link.why} if link.why and not kept else {}),
    }


def _facts(reading: Reading, prefix: str) -> Iterator[_Object]:
    shown = Excerpts(reading.edition, reading.facts)
    return (_fact(fact, reading.edition, prefix, shown) for fact in reading.facts)


def _fact(fact: Fact, edition: Edition, prefix: str, shown: Excerpts) -> _Object:
    sentence = edition.sentences[fact.sentence]
    return {
        "id": _fact_id(prefix, fact.index),
        "sentence_id": f"{prefix}{sentence.index}",
        "sentence_text": shown.of(fact),
        "section": edition.section_of(sentence).title,
        "line": sentence.line,
        "page": sentence.page,
        "span": fact.span,
        "quote": fact.quote,
        "value": _number(fact.value),
        "unit": fact.unit,
        "counted": fact.counted,
        "measure": fact.measure,
        "label": fact.name,
        "year": fact.year,
        "period": _period(fact.period),
        "status": fact.status,
        "bound": fact.bound,
        "kind": fact.kind,
        "part_of": _fact_id(prefix, fact.part_of),
        "same_as": _fact_id(prefix, fact.same_as),
        "certainty": round(fact.certainty, 3),
        "table": fact.table is not None,
        **({"about": [_fact_id(prefix, i) for i in fact.about]} if fact.about else {}),
        **({"direction": fact.direction} if fact.direction else {}),
        **({} if fact.said_by is None else {"said_by": fact.said_by}),
    }


def _fact_id(prefix: str, index: int | None) -> str | None:
    return None if index is None else f"{prefix}f{index}"


def _period(period: Period | None) -> _Object | None:
    if period is None:
        return None
    return {
        "start": period.start.isoformat(),
        "end": period.end.isoformat(),
        "label": period.label,
        **({"as_of": True} if period.as_of else {}),
    }


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _series(series: Series, prefixes: Mapping[Side, str] = _PREFIXES) -> _Object:
    return {
        "measure": series.measure,
        "label": series.name,
        "unit": series.unit,
        "points": [
            {
                "period": _period(p.fact.period),
                "value": _number(p.fact.value),
                "status": p.fact.status,
                "bound": p.fact.bound,
                "fact_id": _fact_id(prefixes[p.side], p.fact.index),
                "edition": p.side,
            }
            for p in series.points
        ],
    }


def _story(story: Story) -> _Object:
    return {
        "headline": story.headline,
        "topic": story.topic,
        "importance": story.importance,
        "findings": [finding.fingerprint for finding in story.findings],
        **({"also": story.also} if story.also else {}),
    }


def _prefix(side: Side) -> str:
    return _PREFIXES[side]


def _finding(finding: Finding, comparison: Comparison) -> _Object:
    return {
        "fingerprint": finding.fingerprint,
        "rule": finding.rule.id,
        "name": finding.rule.name,
        "severity": finding.severity.value,
        "message": finding.message,
        "section": finding.section,
        "measure": finding.measure or None,
        "period": finding.period or None,
        "old": _evidence(finding.old, comparison),
        "new": _evidence(finding.new, comparison),
        "change": _change(finding.change),
        "certainty": round(finding.certainty, 3),
        "facets": _facets(finding.facets, comparison),
        "place": _place(finding.place),
        "waiver": _waiver(finding.waiver),
    }


def _facets(facets: Iterable[Finding], comparison: Comparison) -> list[_Object]:
    return [_finding(facet, comparison) for facet in facets]


def _place(place: Place | None) -> _Object | None:
    if place is None:
        return None
    return {
        "path": place.path,
        "line": place.line,
        "end_line": place.end_line,
        "column": place.column,
        "end_column": place.end_column,
        "page": place.page,
        "nearest": place.nearest,
    }


def _since(since: Since) -> _Object:
    return {
        "revision": since.revision,
        "is_new": since.is_new,
        "edits": [
            {"old": e.old, "new": e.new, "section": e.section, "place": _place(e.place)}
            for e in since.edits
        ],
    }


def _waiver(waiver: Waiver | None) -> _Object | None:
    if waiver is None:
        return None
    return {
        "reason": waiver.reason,
        "owner": waiver.owner or None,
        "ticket": waiver.ticket or None,
        "created": waiver.created.isoformat() if waiver.created else None,
        "expires": waiver.expires.isoformat() if waiver.expires else None,
        "baseline": waiver.baseline,
        "since": waiver.since or None,
    }


def _evidence(evidence: Evidence | None, comparison: Comparison) -> _Object | None:
    if evidence is None:
        return None
    reading = comparison.old if evidence.side is Side.OLD else comparison.new
    sentence = reading.edition.sentences[evidence.sentence]
    prefix = _prefix(evidence.side)
    return {
        "edition": evidence.side.value,
        "sentence_id": f"{prefix}{sentence.index}",
        "fact_id": _fact_id(prefix, evidence.fact),
        "quote": evidence.quote,
        "line": sentence.line,
        "page": sentence.page,
        "span": list(_source_span(sentence, evidence.at)),
    }


def _source_span(sentence: Sentence, at: Span) -> Span:
    return sentence.locate(at) if at.end > at.start else sentence.span


def _change(change: Change | None) -> _Object | None:
    if change is None:
        return None
    relative = None if change.relative is None else float(change.relative)
    return {
        "from": _number(change.old),
        "to": _number(change.new),
        "absolute": _number(change.absolute),
        "relative": round(relative, 4) if relative is not None and isfinite(relative) else None,
    }
