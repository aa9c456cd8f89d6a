"""How each sentence of invented reports is parsed.

``each/<name>.txt`` has its parse and what it asserts (written by ``python -m tests.kept``).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.kept import Kept, shown
from tests.syntax.test_examples import parsed
from tests.whole.test_whole_reports import compared
from tracediff.model.syntax import NOWHERE
from tracediff.syntax import parse
from tracediff.syntax.courses import courses
from tracediff.syntax.places import places
from tracediff.syntax.propositions import propositions

NAMES = "dairy guard water republic kiln herring museum constables charter log districts".split()


def lines(text: str) -> Iterator[str]:
    """The parse of a sentence, and what its clauses assert."""
    yield text
    yield from parsed(text)
    p = parse(text)
    yield from (f"  = {shown(one)}" for one in propositions(text))
    yield from (f"  ~ {shown(one)}" for one in courses(p))
    gaps = [p.text(p.phrases[at]) for at in range(len(p.phrases)) if p.gapped(at) != NOWHERE]
    asked = [p.text(one) for at, one in enumerate(p.clauses) if p.polled(at)]
    known = sorted(places(p))
    told = {"gap": gaps, "polled": asked, "place": known}
    yield from (f"  {name}: {'; '.join(found)}" for name, found in told.items() if found)


def told(name: str) -> list[str]:
    texts = (one.text for one in compared(name).comparison.old.edition.sentences)
    prose = dict.fromkeys(text for text in texts if " | " not in text and text.count(" ") > 3)
    return [line for text in prose for line in lines(text)]


KEPT = Kept(Path(__file__).parent / "each", NAMES, told)


@pytest.mark.parametrize("name", NAMES)
def test_each_sentence_is_parsed_as_it_is_kept(name: str) -> None:
    assert KEPT.now(name) == KEPT.before(name)
