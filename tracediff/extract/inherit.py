"""Where the noun is missing: what a figure counts, taken from the sentence or the one before."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from tracediff.extract.context import Context
from tracediff.extract.figure import Figure
from tracediff.extract.measures import Reading
from tracediff.model import Fact, FactKind
from tracediff.text.tokens import Tokens

_LEVELS: Final = (FactKind.LEVEL, FactKind.SHARE)
_BACK: Final[int] = 12  # facts looked back on; lists of more items repeat their noun


def inherit(
    t: Tokens,
    figure: Figure,
    reading: Reading,
    facts: list[Fact],
    context: Context,
    topic: str | None,
) -> Reading:
    """Take the thing counted from the sentence, or the one before, where the noun is missing."""
    if reading.counted is not None or figure.sort not in ("count", "percent", "share"):
        return reading
    pointing = _points(t, figure)
    earlier = [
        f
        for f in facts[-_BACK:]
        if f.counted and f.kind in _LEVELS and (f.unit in (None, "%") or pointing)
    ]
    certainty = 0.8
    if topic and not earlier:
        return reading._replace(
            counted=topic,
            words=(*reading.words, *facts[-1].measure.split()),
            certainty=0.7,
        )
    if not earlier and figure.bracket:
        return reading
    if not earlier:
        earlier = [f for f in context.facts if f.counted]
        certainty = 0.5
    if not earlier:
        return reading
    source = _whole(figure, earlier) if pointing else earlier[-1]
    if certainty == 0.8 and _COMPARED.search(t.source[source.at.end : t.start[figure.first]]):
        total = (f for f in earlier if "including" in t.source[f.at.end : f.at.end + 60])
        source = next(total, source)
    extra = tuple(w for w in source.measure.lower().split() if w not in reading.words)
    return reading._replace(
        counted=source.counted,
        head=(source.counted or "").split()[-1].lower(),
        words=reading.words + extra,
        certainty=certainty,
    )


def _points(t: Tokens, figure: Figure) -> bool:
    """Whether it is a part of what was told before: "of which 12", "of these, 12", "12 of them"."""
    around = t.low[max(0, figure.first - 4) : figure.stop + 3]
    return any(word == "of" and after in _POINTING for word, after in pairwise(around))


def _whole(figure: Figure, earlier: list[Fact]) -> Fact:
    """The last of some facts that is no smaller, else the last."""
    large = (f for f in reversed(earlier) if f.value is not None and f.value >= figure.value)
    return next(large, earlier[-1])


_POINTING: Final[frozenset[str]] = frozenset("these those which whom them".split())


def compared(
    t: Tokens, figure: Figure, reading: Reading, facts: list[Fact], context: Context
) -> Reading:
    """Give the far side of a comparison, and a bare change, the words of the level they go with."""
    levels = [f for f in facts[-_BACK:] if f.kind is FactKind.LEVEL and f.counted]
    if reading.change:
        source = (levels or [f for f in context.facts if f.counted])[-1:]
        if reading.topic or not source:
            return reading
        words = [w for w in source[0].measure.lower().split() if w not in reading.words]
        return reading._replace(words=(*words[:8], *reading.words))
    same = [f for f in levels if (f.counted or "").split()[-1].lower() == reading.head]
    if same and _COMPARED.search(t.source[same[-1].at.end : t.start[figure.first]]):
        words = [w for w in same[-1].measure.lower().split() if w not in reading.words]
        return reading._replace(words=(*words, *reading.words))
    return reading


_COMPARED: Final[re.Pattern[str]] = re.compile(
    r"\b(?:compared|versus|than|down from|up from|against)\b|\b(?:19|20)\d\d\b[^.;]{0,12}$", re.I
)
