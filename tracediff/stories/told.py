"""The headline of a group of findings: which form it takes, by what kind of change leads it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from tracediff.model import Comparison, Evidence, Fact, Finding, Series, Side
from tracediff.rank.importance import fact_of
from tracediff.stories.differing import differing
from tracediff.stories.groups import Group
from tracediff.wording import headlines
from tracediff.wording.clauses import clause, topic

_MANY: Final = {"S401": "headline_sections_gone", "S402": "headline_sections_new"}
_SECTIONS: Final = {
    "S401": "headline_section_gone",
    "S402": "headline_section_new",
    "S403": "headline_section_renamed",
    "S404": "headline_section_moved",
}
_STATEMENT: Final = 4  # words that can say something
_SUBJECT: Final = 6  # words of a subject; a longer one is a sentence


@dataclass(frozen=True)
class Teller:
    """Puts groups of findings of one comparison into headlines."""

    comparison: Comparison

    def headline(self, group: Group) -> str:
        """The line that an editor would print."""
        return headlines.within(self._many(group) if group.count else self._one(group))

    def _many(self, group: Group) -> str:
        titles = [finding.section for finding in group.findings]
        key = _MANY[group.findings[0].rule.id]
        return headlines.sections(key, titles, group.count, group.total)

    def _one(self, group: Group) -> str:
        first = group.findings[0]
        line = self._line(first)
        sections = {finding.section for finding in group.findings}
        if first.rule.id[0] == "C" and len(sections) > 1 and any(self._words(first)):
            return headlines.in_sections(line, len(sections))
        return line

    def _line(self, finding: Finding) -> str:
        rule = finding.rule.id
        if rule in _SECTIONS:
            other = finding.values[0] if rule == "S403" and finding.values else ""
            return headlines.section(_SECTIONS[rule], finding.section, other)
        if rule[0] == "N" or rule == "D502":
            return self._figures(finding)
        if rule[0] == "C" and (finding.old or finding.new):
            return self._claim(finding)
        return clause(finding.message, headlines.MOST)

    def _figures(self, finding: Finding) -> str:
        old, new = self._fact(finding.old), self._fact(finding.new)
        label = headlines.name(self._label(finding, new or old))
        match finding.rule.id, old, new:
            case "N105", Fact(), Fact():
                return headlines.restated(label, old, new)
            case "D502", _, Fact():
                return headlines.carried_over(label, new)
            case _, Fact(), Fact() if not self._same(finding):
                line = headlines.figures(label, old, new, self._years)
                assert finding.new is not None
                return self._stated(finding.new, old, new) or line if _is_bare(label, new) else line
        return self._one_figure(finding, label, old, new)

    def _stated(self, shown: Evidence, old: Fact, new: Fact) -> str:
        """The clause of a figure, with what it was before; "" where it holds other figures."""
        text = self._sentence(shown)
        first = text.rfind(_STOP, 0, new.at.start) + 1
        last = text.find(_STOP, new.at.end)
        inside = range(first, last if last != -1 else len(text))
        if sum(f.at.start in inside for f in self._beside[shown.side, shown.sentence]) != 1:
            return ""
        return headlines.stated(text[inside.start : inside.stop], old, new, self._years)

    @cached_property
    def _beside(self) -> Mapping[tuple[Side, int], Sequence[Fact]]:
        """The figures of each sentence."""
        found: defaultdict[tuple[Side, int], list[Fact]] = defaultdict(list)
        for side, reading in zip(Side, (self.comparison.old, self.comparison.new), strict=True):
            for fact in reading.facts:
                found[side, fact.sentence].append(fact)
        return found

    def _one_figure(self, finding: Finding, label: str, old: Fact | None, new: Fact | None) -> str:
        """A figure of one edition: the clause that holds it, or its name where that is a cell's."""
        fact = new or old
        shown = finding.new or finding.old
        if shown is None or (fact is not None and fact.table is not None):
            return headlines.one_figure(label, fact, new is None) if fact else finding.message
        text = self._sentence(shown)
        return headlines.no_longer(text) if finding.new is None else headlines.said(text)

    def _claim(self, finding: Finding) -> str:
        if finding.old is None:
            assert finding.new is not None
            return headlines.said(self._quote(finding.new))
        if finding.new is None:
            return headlines.no_longer(self._quote(finding.old))
        if finding.rule.id == "C309" and len(finding.values) == 2:
            return f"{self._subject(finding)}: {' → '.join(finding.values)}"
        before, after = self._words(finding)
        if before or after:
            return headlines.wording(self._subject(finding), before, after)
        return headlines.reworded(self._quote(finding.old), self._quote(finding.new))

    def _words(self, finding: Finding) -> tuple[str, str]:
        return differing(finding, self.comparison)

    def _subject(self, finding: Finding) -> str:
        """Who or what a statement is about, where that is short; else the section's title."""
        assert finding.new is not None
        subjects = self._subjects.get(finding.new.sentence, ())
        named = [s for s in subjects if len(s.split()) <= _SUBJECT and _NAME.search(s)]
        return headlines.name(next(iter(named), "")) or topic(finding.section)

    @cached_property
    def _subjects(self) -> Mapping[int, tuple[str, ...]]:
        found: dict[int, tuple[str, ...]] = {}
        for claim in self.comparison.new.claims:
            found[claim.sentence] = (*found.get(claim.sentence, ()), claim.subject)
        return found

    @cached_property
    def _names(self) -> Mapping[tuple[Side, int], Series]:
        """The series that a fact stands in."""
        return {(p.side, p.fact.index): s for s in self.comparison.series for p in s.points}

    @property
    def _years(self) -> tuple[int | None, int | None]:
        return self.comparison.old.edition.year, self.comparison.new.edition.year

    def _label(self, finding: Finding, fact: Fact | None) -> str:
        if fact is None:
            return finding.measure
        side = Side.NEW if fact is self._fact(finding.new) else Side.OLD
        series = self._names.get((side, fact.index))
        return fact.label or (series.name if series else fact.counted or fact.measure)

    def _fact(self, evidence: Evidence | None) -> Fact | None:
        return fact_of(self.comparison, evidence) if evidence else None

    @staticmethod
    def _same(finding: Finding) -> bool:
        """Whether both sides of a finding are one and the same place."""
        old, new = finding.old, finding.new
        return bool(old and new and (old.side, old.fact) == (new.side, new.fact))

    def _sentence(self, evidence: Evidence) -> str:
        reading = self.comparison.old if evidence.side is Side.OLD else self.comparison.new
        return reading.edition.sentences[evidence.sentence].text

    def _quote(self, evidence: Evidence) -> str:
        """The words that a finding quotes; the sentence where they are few or were cut."""
        short = len(evidence.quote.split()) < _STATEMENT
        return self._sentence(evidence) if short or "…" in evidence.quote else evidence.quote


def _is_bare(label: str, fact: Fact) -> bool:
    """Whether a figure in prose is named by one word: "Districts" says less than what they had."""
    return fact.table is None and len(label.split()) == 1


_STOP: Final = ";"  # what stands behind it is a statement of its own

# A name inside a subject: "the Coast Unit"; "the law" or "they" say less than the section does.
_NAME: Final = re.compile(r"(?<=\s)[A-Z]\w+|^[A-Z]\w+ [A-Z]")
