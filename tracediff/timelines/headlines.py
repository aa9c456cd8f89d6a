"""Measures, threads and sections in, the few lines out that an editor would print of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from tracediff.model import Headline, MeasureRun, Observation, SectionRun, Thread, ThreadKind
from tracediff.wording.values import figure

_FIRST: Final = 10  # lines that a reader takes in at once
_OF_A_SORT: Final = 5  # so that figures do not crowd out statements
_WORDS: Final = 14  # of a statement that are quoted
_COUNTS: Final = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def tell_headlines(
    series: Sequence[MeasureRun],
    threads: Sequence[Thread],
    sections: Sequence[SectionRun],
    labels: Sequence[str],
    least: float,
) -> tuple[Headline, ...]:
    """The ten most important stories over time, most important first, of each sort five at most.

    A figure is told where each of its steps is as sure as ``least``.
    """
    sorts = (
        _figures(series, labels, least),
        _statements(threads, labels),
        _sections(sections, labels),
    )
    best = [sorted(found, key=lambda one: -one.importance)[:_OF_A_SORT] for found in sorts]
    return tuple(sorted((h for found in best for h in found), key=lambda h: -h.importance)[:_FIRST])


def _figures(
    series: Iterable[MeasureRun], labels: Sequence[str], least: float
) -> Iterator[Headline]:
    for run in series:
        ends = run.ends
        if ends is None or run.certainty < least or run.fixed:
            continue
        first, last = ends
        silent = [one.edition for one in run.observations if one.fact is None]
        withheld = bool(silent) and max(silent) > last.edition
        restated = [one for one in run.restated if one.sure]
        if first.value == last.value and not withheld and not restated:
            continue
        told = [f"{run.label}: {_said(first)} \N{RIGHTWARDS ARROW} {_said(last)}"]
        told[0] += f" over {_count(len(run.editions))} editions"
        if restated:
            told.append(f"{_count(len({one.period.end for one in restated}))} restated")
        if withheld:
            since = min(edition for edition in silent if edition > last.edition)
            told.append(f"not given since the {labels[since]} edition")
        weight = len(run.editions) / len(labels) + _size(first.value, last.value)
        weight += 0.4 * bool(restated) + 0.5 * withheld
        yield Headline("; ".join(told) + ".", run.section, round(weight, 3), run.ident)


def _said(one: Observation) -> str:
    assert one.fact is not None
    return f"{figure(one.fact)} ({one.period.label})" if one.period else figure(one.fact)


def _size(first: Decimal | None, last: Decimal | None) -> float:
    """How large a change is, from 0 to a half."""
    if not first or last is None:
        return 0.25
    return min(0.5, abs(float((last - first) / first)) / 2)


def _statements(threads: Iterable[Thread], labels: Sequence[str]) -> Iterator[Headline]:
    for thread in threads:
        length = len(thread.places) / len(labels)
        for sentence, weight in _fates(thread, labels):
            yield Headline(sentence, thread.section, round(weight + length / 2, 3), thread.ident)
            break


def _fates(thread: Thread, labels: Sequence[str]) -> Iterator[tuple[str, float]]:
    """What became of a statement, gravest first, and how much it matters."""
    words = _short(thread.text)
    hows = {change.how: labels[change.edition] for change in thread.changes}
    if thread.kind is ThreadKind.COMMITMENT and thread.how == "dropped" and thread.gone is not None:
        begun, gone = labels[thread.first], labels[thread.gone]
        off = sum(change.how == "put off" for change in thread.changes)
        late = f", put off {_times(off)}" if off else ""
        yield (
            f"The promise “{words}”, given in {begun}{late}, was dropped in {gone}.",
            1.0 + off / 4,
        )
    for how, weight in (("reversed", 1.1), ("put off", 0.9), ("weakened", 0.8), ("hedged", 0.7)):
        if how in hows:
            yield f"“{words}” was {how} in {hows[how]}.", weight
    if thread.how == "done":
        yield f"“{words}”, planned in {labels[thread.first]}, is done.", 0.7
    if thread.gone is not None and thread.last - thread.first >= 2:
        stood = f"said since {labels[thread.first]}"
        yield f"“{words}”, {stood}, was dropped in {labels[thread.gone]}.", 0.2


def _sections(sections: Iterable[SectionRun], labels: Sequence[str]) -> Iterator[Headline]:
    for run in sections:
        held = [at for at, title in enumerate(run.titles) if title is not None]
        for at in run.renamed:
            before = next(run.titles[e] for e in reversed(held) if e < at)
            said = f"The section “{before}” is called “{run.titles[at]}” since {labels[at]}."
            yield Headline(said, run.title, 0.6, "")
        if held[-1] < len(labels) - 1 and len(held) > 1:
            said = f"The section “{run.title}” is gone since {labels[held[-1] + 1]}."
            yield Headline(said, run.title, 0.5 + len(held) / len(labels) / 2, "")


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{_count(number)} times")


def _short(text: str) -> str:
    words = text.split()
    if len(words) <= _WORDS:
        return text.rstrip(".")
    return " ".join(words[:_WORDS]).rstrip(",;:") + " …"


def _count(number: int) -> str:
    return _COUNTS[number] if number < len(_COUNTS) else str(number)
