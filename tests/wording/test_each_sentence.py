"""What a headline would take from each sentence of invented reports, and how figures are named.

A report puts a few of its sentences into headlines: here each is told as new, as gone, as said of
some place in it and beside the sentence that answers to it; and each sentence with a figure is read
with figures of other kinds in its place (``each/<name>.txt``, by ``python -m tests.kept``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice, pairwise, product
from pathlib import Path

import pytest

from tests.extract.ledger_of import ledger
from tests.kept import Kept
from tests.whole.test_whole_reports import compared
from tracediff.model import Comparison
from tracediff.wording import headlines
from tracediff.wording.clauses import clause, topic
from tracediff.wording.deed import Deed
from tracediff.wording.headlines.one_statement import says_most, statement_of
from tracediff.wording.labels.fitting import fitted
from tracediff.wording.statements import Part, agreeing, around, subject

NAMES = "dairy guard water republic kiln herring museum constables charter log districts".split()
FIGURES = Path(__file__).parents[1] / "gold" / "figures.txt"
_EACH = 40  # sentences of one file
_ROWS = 545
OTHERS = ("40 percent of the", "€3.2 million for", "no", "more than half of the", "between 5 and 9")


def alone(text: str) -> Iterator[str]:
    """What may be said of a sentence by itself and of three places in it."""
    yield f"{clause(text, 12)} | {topic(text)} | {headlines.newly(Part(text))}"
    yield headlines.no_longer(Part(text), "Fish")
    ends = [end.start() for end in re.finditer(" ", text)]
    for at in sorted({ends[len(ends) * part // 4] + 1 for part in (1, 2, 3)} if ends else ()):
        part = Part(text, at, min(at + 20, len(text)))
        yield f"at {at}: {subject(text, at, 6)} | {around(part, 12)} | {statement_of(part, '', 9)}"


def both(old: str, new: str) -> Iterator[str]:
    """What may be said of a sentence and of one beside it."""
    one, two = Part(old), Part(new)
    told = {
        "in turn": headlines.in_turn(one, two),
        "answering": headlines.answering(one, two),
        "reworded": headlines.reworded(one, two),
        "now": headlines.now_says(two, "Fish", old),
        "agreeing": " → ".join(agreeing(one, two, (9, 9), 18) or ()),
    }
    yield from (f"{name}: {line}" for name, line in told.items() if line)
    flags = says_most(one, new), says_most(two, old), headlines.said_otherwise(one, new)
    yield f"says most: {' '.join(str(flag)[0] for flag in flags)}"


def sentences(given: Comparison) -> Iterator[str]:
    """Each sentence of the new edition, with the old one beside it and with the one before it."""
    old, new = given.old.edition.sentences, given.new.edition.sentences
    texts = [one.text for one in new if " | " not in one.text and one.text.count(" ") > 3]
    for text in dict.fromkeys(texts):
        yield f"# {text[:60]}"
        yield from dict.fromkeys(alone(text))
    for link in given.alignment.links:
        if link.old and link.new and link.similarity < 1:
            before, after = old[link.old[0]].text, new[link.new[0]].text
            yield f"# {before[:40]} / {after[:40]}"
            yield from both(before, after)
    for before, after in pairwise(texts[::3]):
        yield f"# {before[:40]} / {after[:40]}"
        yield from both(before, after)


@cache
def examples() -> list[str]:
    """The sentences with figures that other tests read, but for those added at the end since."""
    parts = FIGURES.read_text(encoding="utf-8").strip().split("\n\n")
    figured = (first for part in parts if re.search(r"\d", first := part.splitlines()[0]))
    return list(islice(figured, _ROWS))


def named(text: str) -> Iterator[str]:
    """The figures of a sentence, and of the same with its first number put for another kind."""
    yield f"# {text}"
    for other in (None, *OTHERS):
        said = text if other is None else re.sub(r"[$€£]?\d[\d,.]*\d|\d", other, text, count=1)
        for fact in ledger(said):
            period = fact.period.label if fact.period else "–"
            value = "–" if fact.value is None else f"{fact.value.normalize():f}"
            shown = f"{value} {fact.unit or ''} {fact.status.value[0]} {fact.bound.value[0]}"
            yield f"{other or ''}: {shown}; {fact.label}; {fact.measure}; {fact.counted}; {period}"


NAMED = ("boats", "old boats of", "health and the safety", "members")
HUNG = ("", "in Orsk", "of the port; in May", "by the guild of Rye; with crews", "per day; to them")
DONE = (
    "", "sold", "sold; to the crews of Rye; in May", "who were sold; by the guild",
    "not sold; of the old; as rafts",
)  # fmt: skip


def fitting() -> Iterator[str]:
    """Labels of so many words at most, of names with what hangs on them and what was done."""
    for name, hung, said in product(NAMED, HUNG, DONE):
        around = [one.split() for one in hung.split("; ") if one]
        verb, *parts = (one.split() for one in said.split("; "))
        done = Deed(tuple(verb), tuple(parts))
        labels = [fitted(name.split(), around, done, most) for most in range(2, 10)]
        yield f"{name} | {hung} | {said}: {' / '.join(dict.fromkeys(labels))}"


def told(name: str) -> list[str]:
    if name == FITTING:
        return list(fitting())
    if name.isdigit():
        at = int(name) * _EACH
        return [line for text in examples()[at : at + _EACH] for line in named(text)]
    return list(sentences(compared(name).comparison))


NUMBERS = [str(number) for number in range(-(-len(examples()) // _EACH))]
FITTING = "fitting"
KEPT = Kept(Path(__file__).parent / "each", [*NAMES, *NUMBERS, FITTING], told)


@pytest.mark.parametrize("name", KEPT.names)
def test_each_sentence_is_worded_as_it_is_kept(name: str) -> None:
    assert KEPT.now(name) == KEPT.before(name)
