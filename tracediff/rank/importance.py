"""How much a finding matters to who reads the report: a finding in, a number out.

It is a sum: what kind of change it is, and a few marks of the figure or statement that it is about,
each from 0 to 1, times the weights in ``settings.Ranking``. Severity is not among them: that is
for a check, and says what may not pass, not what is read first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from itertools import chain
from typing import Final, NamedTuple

from tracediff.jobs import at_once
from tracediff.lexicon.gravity import EXTREME, is_activity, is_grave
from tracediff.model import BlockKind, Comparison, Evidence, Fact, Finding, Reading, Side, Status
from tracediff.rank.character import Character
from tracediff.rank.figure_marks import FigureMarks
from tracediff.rank.scraps import is_contact, is_torn, without_head
from tracediff.rank.spread import Spread
from tracediff.rank.substance import DENIALS, denials, differing, same_counts
from tracediff.settings import Ranking
from tracediff.wording.sentence_forms import has_verb

_WORD: Final = re.compile(r"\w+")
_TOKEN: Final = re.compile(r"[\w-]+")
_COUNTED: Final = frozenset({"N101", "N103", "N104", "N106"})
_STATED: Final = frozenset({"C306", "C307"})
_LONE_FIGURES: Final = frozenset({"N103", "N104"})
_ONE_SIDED: Final = _STATED | {"N103", "N104"}
_SOME: Final = 0.4  # of a statement; with less of it, what answers to it says something else
_MOSTLY: Final = 0.6  # of a statement; a passage that says no more of it says something else
_SUMMARY: Final = re.compile(
    r"\b(?:summary|highlights|overview|at a glance|key (?:figures|findings|facts)|in brief)\b",
    re.IGNORECASE,
)
_DOUBT: Final = 0.5  # certainty; below it a finding is more likely wrong than right
_FULL: Final = 25  # words of a statement that says much
_SAYS: Final = 3  # words of substance; fewer that differ are a matter of style
_ALIKE: Final = 6  # words of substance that differ at most where one side turns the other round
_NEWS: Final = 12  # so many that differ are a statement of its own
_PARTS: Final = 16  # small, so that two processes are done at about the same time
WHOLE: Final = frozenset({"S401", "S402"})  # rules that tell of a section as a whole


@lru_cache(maxsize=256)  # a long sentence may have thousands of findings, one after the other
def _words(text: str) -> frozenset[str]:
    """The words of a sentence in lower case."""
    return frozenset(_WORD.findall(text.casefold()))


class _Home(NamedTuple):
    """The marks of a sentence, from 0 to 1, whatever a finding says of it."""

    early: float
    grave: float
    extreme: float
    summary: float
    note: float
    torn: float
    contact: float


@dataclass(frozen=True)
class Weighing:
    """What is looked up of a comparison to weigh its findings, once for all of them."""

    comparison: Comparison
    settings: Ranking

    def importance(self, finding: Finding) -> float:
        """How much a finding matters: as much as the weightiest of it and its facets."""
        return max(map(self._own, finding.all))

    def weigh(self, findings: Sequence[Finding]) -> None:
        """Weigh many findings of figures at once, by two processes where they are worth it.

        Of statements too much is looked up that is asked for again.
        """
        size = -(-len(findings) // _PARTS) or 1
        parts = [findings[at : at + size] for at in range(0, len(findings), size)]
        jobs = [partial(self._weighed_all, part) for part in parts]
        found = at_once(jobs, worth=len(findings) >= self.settings.at_once)
        for finding, own in zip(findings, chain.from_iterable(found), strict=True):
            self._known[_asked(finding)] = finding, own

    def _weighed_all(self, findings: Iterable[Finding]) -> list[float]:
        return list(map(self._own, findings))

    def _own(self, finding: Finding) -> float:
        """That of a finding alone, told once though it is asked for under other names."""
        asked = _asked(finding)
        held = self._known.get(asked)
        if held is None:
            held = self._known[asked] = finding, self._weighed(finding)
        return held[1]

    def _weighed(self, finding: Finding) -> float:
        weights = self.settings.weights
        marks = self.marks(finding)
        form = kind_of(finding, self.settings)
        form = f"{form}{self._beside_other(finding)}" if form in _LONE_FIGURES else form
        kind = self.settings.kinds.get(form, self.settings.other_kind)
        return round(kind + sum(weights.get(name, 0.0) * mark for name, mark in marks.items()), 6)

    def _beside_other(self, finding: Finding) -> str:
        """What a figure that is gone is told with: "-both" a figure of another thing, "-told" one
        that may be of the same, "" nothing, or that it is withheld."""
        if finding.old is None or finding.new is None:
            return ""
        old, new = (fact_of(self.comparison, one) for one in (finding.old, finding.new))
        if old is None or new is None or Status.REPORTED not in (old.status, new.status):
            return ""
        if old.status is not new.status:
            return ""
        return "-both" if old.unit != new.unit else "-told"

    @cached_property
    def _known(self) -> dict[tuple[object, ...], tuple[Finding, float]]:
        """What was weighed, with the findings, so that no other evidence takes the place of
        theirs: all that counts of a finding are its rule, its numbers and its evidence."""
        return {}

    def marks(self, finding: Finding) -> Mapping[str, float]:
        """The marks of a finding by their names, each from 0 to 1."""
        shown = _shown(finding)
        if shown is None:
            return {"certain": finding.certainty, "size": finding.magnitude}
        home = self._home(shown.side, shown.sentence)
        given = [e for e in (finding.old, finding.new) if e and e.fact is not None]
        facts = [f for e in given if (f := fact_of(self.comparison, e))]
        return {
            "certain": finding.certainty,
            "doubtful": max(0.0, _DOUBT - finding.certainty) / _DOUBT,
            "size": finding.magnitude,
            "early": home.early,
            "grave": home.grave,
            "extreme": home.extreme,
            "activity": float(_of_activity(finding, shown, facts)),
            "substance": min(1.0, len(shown.quote.split()) / _FULL),
            "turned": float(self._turned(finding)),
            "stated": float(self._is_verdict(finding)),
            **self._of_wording(finding),
            **self._character.marks(finding, shown),
            "summary": home.summary,
            "note": home.note,
            **self._of_scraps(finding),
            "spread": self._is_spread(finding, shown),
            "answered": self._is_answered(finding, shown),
            **(self._figures.marks(facts, given[-1].side) if facts else {}),
        }

    def _home(self, side: Side, index: int) -> _Home:
        """The marks of a sentence, told once for all findings on it."""
        found = self._homes.get((side, index))
        if found is None:
            edition = self._reading(side).edition
            sentence = edition.sentences[index]
            words = _words(sentence.text)
            found = self._homes[side, index] = _Home(
                early=1 - index / max(1, len(edition.sentences)),
                grave=float(is_grave(words)),
                extreme=float(not EXTREME.isdisjoint(words)),
                summary=float(_SUMMARY.search(edition.section_of(sentence).title) is not None),
                note=float(sentence.kind is BlockKind.NOTE),
                torn=float(is_torn(sentence.text)),
                contact=float(is_contact(sentence.text)),
            )
        return found

    @cached_property
    def _homes(self) -> dict[tuple[Side, int], _Home]:
        return {}

    def _of_scraps(self, finding: Finding) -> dict[str, float]:
        """Whether either side is no statement: torn by the page, or how somebody is reached."""
        homes = [self._home(e.side, e.sentence) for e in (finding.old, finding.new) if e]
        return {
            "torn": max((home.torn for home in homes), default=0.0),
            "contact": max((home.contact for home in homes), default=0.0),
        }

    def _is_spread(self, finding: Finding, shown: Evidence) -> float:
        """How nearly a passage of the other edition says what a statement says that is told as
        gone or new, though none of its sentences does."""
        reading = self._reading(shown.side)
        prose = reading.edition.sentences[shown.sentence].kind is not BlockKind.TABLE
        other = finding.new if shown is finding.old else finding.old
        withheld = other is not None and other.fact is not None  # "none reported" is no other word
        if finding.rule.id not in _ONE_SIDED or not prose or withheld:
            return 0.0
        beside = other.sentence if other and finding.rule.id in _STATED else None
        said = self._spread.share(shown.side, shown.sentence, beside, _MOSTLY)
        return max(0.0, said - _MOSTLY) / (1 - _MOSTLY)

    def _is_answered(self, finding: Finding, shown: Evidence) -> float:
        """How nearly the sentence that answers to a statement told as gone or new says it."""
        other = finding.new if shown is finding.old else finding.old
        if finding.rule.id not in _STATED or other is None:
            return 0.0
        said = self._spread.held(shown.quote, other.side, other.sentence)
        return max(0.0, said - _SOME) / (1 - _SOME)

    @cached_property
    def _spread(self) -> Spread:
        return Spread(self.comparison)

    def _is_verdict(self, finding: Finding) -> bool:
        return _is_reworded(finding) and not is_style(finding, self.settings)

    def _turned(self, finding: Finding) -> bool:
        """Whether one of two wordings that are otherwise much alike denies more than the other."""
        if not _is_reworded(finding) or finding.old is None or finding.new is None:
            return False
        quotes = finding.old.quote, finding.new.quote
        old, new = map(denials, quotes)
        alike = len(differing(*quotes)) <= _ALIKE
        return old != new and (alike or not is_style(finding, self.settings))

    def _of_wording(self, finding: Finding) -> dict[str, float]:
        """How much a rewording says that its counterpart does not; nothing for other kinds."""
        if finding.old is None or finding.new is None or not is_style(finding, self.settings):
            return {}
        old, new = (
            self._reading(evidence.side).edition.sentences[evidence.sentence]
            for evidence in (finding.old, finding.new)
        )
        words = differing(old.text, new.text)
        idle = len(words) < _SAYS and words.isdisjoint(DENIALS) and same_counts(old.text, new.text)
        idle = idle or without_head(old.text) == without_head(new.text)
        fragment = not (has_verb(old.text) and has_verb(new.text))
        return {
            "fragment": float(fragment),
            "news": min(1.0, len(words) / _NEWS),
            "idle": float(idle),
            "row": float(fragment and BlockKind.TABLE in (old.kind, new.kind)),
        }

    @cached_property
    def _figures(self) -> FigureMarks:
        return FigureMarks(self.comparison)

    @cached_property
    def _character(self) -> Character:
        return Character(self.comparison)

    def _reading(self, side: Side) -> Reading:
        """The reading of a side."""
        return self.comparison.old if side is Side.OLD else self.comparison.new


def _asked(finding: Finding) -> tuple[object, ...]:
    """All that counts of a finding: its rule, its numbers and its evidence."""
    numbers = finding.rule.id, finding.certainty, finding.magnitude
    return *numbers, id(finding.old), id(finding.new)


def kind_of(finding: Finding, settings: Ranking) -> str:
    """The rule of a finding, and whether only one edition gives evidence: "N104-lone".

    Two wordings of which nothing can be said with certainty are one kind, whatever the rule.
    """
    if is_style(finding, settings):
        return "reworded"
    sides = [one for one in (finding.old, finding.new) if one is not None]
    lone = finding.rule.id in ("N103", "N104") and len(sides) == 1
    bare = finding.rule.id == "N103" and any(one.fact is None for one in sides)
    both = (finding.rule.id in _STATED or bare) and len(sides) > 1
    return f"{finding.rule.id}{'-lone' if lone else '-both' if both else ''}"


def fact_of(comparison: Comparison, evidence: Evidence) -> Fact | None:
    """The figure that evidence shows, if it shows one."""
    if evidence.fact is None:
        return None
    reading = comparison.old if evidence.side is Side.OLD else comparison.new
    return reading.facts[evidence.fact]


def _shown(finding: Finding) -> Evidence | None:
    """The side that a finding is about: the new one, but the old one for what is gone."""
    return finding.old or finding.new if finding.rule.id == "C306" else finding.new or finding.old


def _of_activity(finding: Finding, shown: Evidence, facts: Iterable[Fact]) -> bool:
    """Whether a figure counts who was trained or met, or a statement is of that alone."""
    if finding.rule.id in _STATED:
        return is_activity(_TOKEN.findall(shown.quote.casefold()))
    counted = (f"{fact.counted} {fact.measure}".casefold().split() for fact in facts)
    return finding.rule.id in _COUNTED and any(map(is_activity, counted))


def is_style(finding: Finding, settings: Ranking) -> bool:
    """Whether a finding only sets two wordings side by side, which may say the same."""
    both = finding.rule.id[0] == "C" and finding.old is not None and finding.new is not None
    return both and finding.certainty <= settings.style


def _is_reworded(finding: Finding) -> bool:
    """Whether a finding sets two wordings of one statement side by side."""
    told = finding.rule.id[0] == "C" and finding.rule.id not in _STATED
    return told and finding.old is not None and finding.new is not None
