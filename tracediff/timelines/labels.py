"""The figures of a run in, what the run is called out.

A label is what a figure is called in one sentence, where the words around it say the rest. Above a
row of many years it must say by itself what is counted; where it does not, the words of the report
are set beside it: "Hours per week: “limits overtime to no more than N hours per week”".
"""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum
from typing import Final

from tracediff.model import Fact, FactKind, Observation, Reading
from tracediff.timelines.frames import MEASURES, Frame
from tracediff.timelines.whom import subject_of
from tracediff.timelines.words import content, dice
from tracediff.wording.labels import row_label


def run_label(
    readings: Sequence[Reading],
    given: Sequence[Observation],
    frames: Sequence[Sequence[Frame]],
) -> tuple[str, str, bool]:
    """The row label that the editions agree on most, with a capital; of several the latest.

    A figure is named well in most editions and badly in the one whose sentence is hard to read.
    With it come the words of the report around the figure, and whether the label needs them.
    """
    editions = sorted({one.edition for one in given})
    held = [[one.fact for one in given if one.edition == at and one.fact] for at in editions]
    labels = [row_label(facts) for facts in held]
    said = [content(label) for label in labels]
    agreed = [fsum(dice(own, other) for other in said) for own in said]
    _, edition, label, facts = max(
        zip(agreed, editions, labels, held, strict=True), key=lambda one: one[:3]
    )
    text = label[:1].upper() + label[1:]
    named = next((one for one in facts if label in (one.label, one.measure)), facts[0])
    sentence = readings[edition].edition.sentences[named.sentence].text
    if named.table is not None:
        return text, "", False
    frame = frames[edition][named.index]
    bare = _is_bare(sentence, named, readings[edition].facts)
    bare = bare or len(frame.near & frame.label) < _KEPT * len(frame.near)
    return text, _around(sentence, named), bare


def names_nothing(label: str) -> bool:
    """Whether a label has no word that says what is counted: "A figure"."""
    return not content(label)


def _is_bare(text: str, fact: Fact, facts: Sequence[Fact]) -> bool:
    """Whether a label does not tell a figure of prose from others of the same thing.

    Such are a lone noun or unit, the name of the whole that it is a part of, and a limit whose law
    or offence the label does not name.
    """
    label = content(fact.label or fact.measure) - MEASURES - _TIMES - content(fact.unit or "")
    if len(label) <= 1:
        return True
    whole = facts[fact.part_of] if fact.part_of is not None else None
    if whole is not None and label <= content(whole.label or whole.measure):
        return True
    if fact.kind is FactKind.SHARE and label <= content(fact.counted or ""):
        return True
    return fact.kind is FactKind.LIMIT and label.isdisjoint(content(subject_of(text, fact)))


_KEPT: Final = 0.6  # of the words around a figure stand in a label that says enough
_TIMES: Final = content("hour day week age minute person individual people")


def _around(text: str, fact: Fact) -> str:
    """The words around a figure, with N in its place."""
    before, behind = text[: fact.at.start].split(), text[fact.at.end :].split()
    opening = "… " if len(before) > _BEFORE else ""
    closing = " …" if len(behind) > _BEHIND else ""
    unit = fact.quote.lstrip("0123456789.,").strip() if fact.quote[:1].isdigit() else ""
    words = [*before[-_BEFORE:], f"N {unit}".strip(), *behind[:_BEHIND]]
    said = " ".join(words).replace("N %", "N%").replace("( N", "(N").replace("N )", "N)")
    said = said.replace("N% )", "N%)").rstrip(".,;:")
    return f"{opening}{said}{closing}".replace("“", "‘").replace("”", "’")


_BEFORE: Final = 9  # words before a figure that are quoted
_BEHIND: Final = 7  # and behind it
