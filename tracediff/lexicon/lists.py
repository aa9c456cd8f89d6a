"""The word lists by the names under which a team adds to them, in ``[words]``.

The names are those of the field: a stage, a duty, a trend. Each list says what a word in it tells,
and which words come with tracediff.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from tracediff.lexicon.abbreviations import ALWAYS
from tracediff.lexicon.claims import CUE_LISTS, NOT_CUES
from tracediff.lexicon.cues import LABELS
from tracediff.lexicon.grammar import PLURALS
from tracediff.lexicon.ratings import RATINGS
from tracediff.lexicon.units import MEASURES
from tracediff.model import CueKind, Stage, Status


class Meaning(NamedTuple):
    """What an entry of a list of cues tells: its kind, its value, and the ladder it stands on."""

    kind: CueKind
    value: float
    scale: str = ""


class WordList(NamedTuple):
    """A list that can be added to: its name, and what a word in it tells."""

    name: str
    tells: str
    meaning: Meaning | None = None
    status: Status | None = None


def _ladder(family: str, kind: CueKind, tells: str, steps: str, scale: str = "") -> list[WordList]:
    """One list for each step of a ladder, written as "name value" pairs."""
    pairs = (step.split() for step in steps.split("|"))
    return [
        WordList(f"{family}.{name}", tells, Meaning(kind, float(value), scale))
        for name, value in pairs
    ]


_RUNGS: Final = "|".join(
    f"{stage.value} {rung}" for rung, stage in enumerate(Stage) if stage is not Stage.PLANNED
)

WORD_LISTS: Final[tuple[WordList, ...]] = (
    WordList("denials", "what follows is said not to be", Meaning(CueKind.DENIAL, 1.0)),
    WordList("lacks", "what follows is wanting or still to come", Meaning(CueKind.DENIAL, 0.5)),
    *_ladder(
        "certainty", CueKind.HEDGE, "how sure the writer is of what is said",
        "likely 0.6|hearsay 0.7|suspected 0.74|possible 0.5|doubtful 0.4|unknown 0.1",
    ),
    *_ladder(
        "quantity", CueKind.SCOPE, "which share of a group is meant",
        "all 1|nearly_all 0.9|most 0.8|many 0.6|some 0.4|few 0.2",
    ),
    *_ladder(
        "frequency", CueKind.FREQUENCY, "how often something holds",
        "always 1|usually 0.8|often 0.6|sometimes 0.4|rarely 0.2",
    ),
    *_ladder(
        "obligation", CueKind.OBLIGATION, "how strong a duty is", "must 1|should 0.6|may 0.25"
    ),
    WordList("stages.planned", "what follows is still to be done", Meaning(CueKind.FUTURE, 1.0)),
    *_ladder("stages", CueKind.STAGE, "how far a law, plan or project has come", _RUNGS),
    *_ladder(
        "cases", CueKind.CASE, "how far a case against someone has come",
        "investigated 1|arrested 2|charged 3|on_trial 4|decided 5", "case",
    ),
    *_ladder("trends", CueKind.TREND, "which way something went", "up 1|steady 0|down -1"),
    WordList("shortfalls", "something is wanting or goes wrong", Meaning(CueKind.SHORTFALL, 1.0)),
    WordList("harms", "people come to harm", Meaning(CueKind.SHORTFALL, 2.0)),
    WordList("conditions", "a statement holds only sometimes", Meaning(CueKind.CONDITION, 1.0)),
    WordList("sources", "who says so stands beside it", Meaning(CueKind.SOURCE, 1.0)),
    WordList("ignored", "nothing, though it holds a word of these lists"),
    WordList("counted", "a noun that is counted though it does not end in -s"),
    WordList("labels", "the number behind it is a name: Lot 14"),
    WordList("abbreviations", "its full stop does not end a sentence"),
    WordList("missing.none", "there were none of what it speaks of", status=Status.NONE),
    WordList("missing.not_reported", "a figure is withheld", status=Status.NOT_REPORTED),
    WordList("missing.unknown", "nobody knows the figure", status=Status.UNKNOWN),
)  # fmt: skip

BY_NAME: Final[dict[str, WordList]] = {one.name: one for one in WORD_LISTS}

FAMILIES: Final[dict[str, str]] = {
    "ratings": "a scale of levels, worst first",
    "units": "a unit of measure, and the words for it",
}
"""Families whose lists a team names itself: ``ratings.readiness``, ``units.dunam``."""


def meaning_of(name: str, place: int) -> Meaning | None:
    """What entry number ``place`` of a list tells as a cue; none where the list holds no cues."""
    family, _, own = name.partition(".")
    if family == "ratings" and own:
        return Meaning(CueKind.RATING, float(place), own)
    return BY_NAME[name].meaning if name in BY_NAME else None


def taken(family: str) -> frozenset[str]:
    """The names of a family that stand for something already."""
    if family == "ratings":
        return frozenset(entry.scale for entry in RATINGS)
    return frozenset(MEASURES.values()) if family == "units" else frozenset()


def shipped() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every list by name, with the entries that come with tracediff."""
    for one in WORD_LISTS:
        yield one.name, tuple(dict.fromkeys(_entries(one)))
    for entry in RATINGS:
        yield f"ratings.{entry.scale}", tuple(sorted(entry.phrases, key=entry.phrases.__getitem__))
    for unit in dict.fromkeys(MEASURES.values()):
        yield f"units.{unit}", tuple(form for form, name in MEASURES.items() if name == unit)


def _entries(one: WordList) -> Iterator[str]:
    if one.meaning is not None:
        for entry in CUE_LISTS:
            if (entry.kind, entry.scale) == (one.meaning.kind, one.meaning.scale):
                for text, value in (*entry.phrases.items(), *entry.roots.items()):
                    if value == one.meaning.value:
                        yield text
    yield from sorted(_PLAIN.get(one.name, ()))


_PLAIN: Final = {
    "ignored": NOT_CUES, "counted": PLURALS, "labels": LABELS, "abbreviations": ALWAYS,
}  # fmt: skip
