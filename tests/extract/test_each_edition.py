"""All that is read out of the earlier editions of invented reports: figures with all that is known
of them, and claims (``each/<name>.txt``, by ``python -m tests.kept``)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.kept import Kept, shown
from tests.whole.test_whole_reports import PAIRS, compared
from tracediff.model import Claim, Cue, Fact


def figure(fact: Fact) -> str:
    period = fact.period.label if fact.period else "–"
    return f"{fact.quote} [{period}] {shown(fact)}"


def claim(one: Claim) -> str:
    def told(cue: Cue) -> str:
        return f"{cue.kind.value} “{cue.text}” {cue.value:g} {' '.join(cue.heads)}".rstrip()

    cues = ", ".join(map(told, one.cues))
    parts = (one.words, one.names, one.denied)
    words = " / ".join(" ".join(sorted(part)) for part in parts)
    return (
        f"{one.sentence} {one.at.start}–{one.at.end} {one.subject}: {words} / {one.source} {cues}"
    )


def told(name: str) -> list[str]:
    def lines() -> Iterator[str]:
        yield from map(figure, compared(name).comparison.old.facts)
        yield from map(claim, compared(name).comparison.old.claims)

    return list(lines())


KEPT = Kept(Path(__file__).parent / "each", list(PAIRS), told)


@pytest.mark.parametrize("name", PAIRS)
def test_each_edition_is_read_as_it_is_kept(name: str) -> None:
    assert KEPT.now(name) == KEPT.before(name)
