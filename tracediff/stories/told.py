"""The headline of a group of findings: which form it takes, by what kind of change leads it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Final

from tracediff.model import Comparison, Fact, Finding, Story
from tracediff.model.record import replaced
from tracediff.settings import Telling
from tracediff.stories.claim_headlines import ClaimHeadlines, is_of_marks
from tracediff.stories.evidence import ShownEvidence
from tracediff.stories.figure_headlines import FigureHeadlines, is_of_one_time
from tracediff.stories.groups import Group
from tracediff.stories.naming import has_name
from tracediff.stories.table_groups import came_or_went
from tracediff.wording import headlines
from tracediff.wording.clauses import clause, without_asides
from tracediff.wording.clauses import words as cut
from tracediff.wording.headlines import NamedChange
from tracediff.wording.several import Line, together

_MANY: Final = {"S401": "headline_sections_gone", "S402": "headline_sections_new"}
_SECTIONS: Final = {
    "S401": "headline_section_gone",
    "S402": "headline_section_new",
    "S403": "headline_section_renamed",
    "S404": "headline_section_moved",
}
_SLIGHT: Final = Decimal("0.02")  # of a figure: a smaller move is not worth a second place
_DEFAULTS: Final = Telling()


@dataclass(frozen=True)
class Teller:
    """Puts groups of findings of one comparison into headlines."""

    comparison: Comparison
    many_rows: int = _DEFAULTS.many_rows

    @cached_property
    def evidence(self) -> ShownEvidence:
        """What its findings show."""
        return ShownEvidence(self.comparison)

    @cached_property
    def claims(self) -> ClaimHeadlines:
        """What puts findings of statements into headlines."""
        return ClaimHeadlines(self.evidence)

    @cached_property
    def figures(self) -> FigureHeadlines:
        """What puts findings of figures into headlines."""
        return FigureHeadlines(self.evidence, self.claims)

    def headline(self, group: Group) -> str:
        """The line that an editor would print."""
        line = headlines.within(self._many(group) if group.count else self._one(group))
        if _EMPTY not in line:
            return line
        return headlines.within(self.claims.one_side(group.findings[0]))

    def _many(self, group: Group) -> str:
        titles = self.evidence.homes.titles(group.findings)
        key = _MANY[group.findings[0].rule.id]
        return headlines.sections(key, titles, group.count, group.total)

    def _one(self, group: Group) -> str:
        first = group.findings[0]
        line = self._line(first)
        sections = {finding.section for finding in group.findings}
        if first.rule.id[0] == "C" and len(sections) > 1 and self.claims.differing_words(first):
            return headlines.in_sections(line, len(sections))
        if first.rule.id == "C309" and is_of_marks(first):
            return headlines.and_more(line, len(group.findings) - 1)
        if first.rule.id == "D503":
            stood = [one.old.quote for one in group.findings[1:] if one.old is not None]
            return headlines.with_more(line, stood)
        ones = [one for one in group.findings if came_or_went(one, self.evidence.comparison)]
        if len(ones) == len(group.findings) >= self.many_rows:
            return headlines.and_more(line, len(ones) - 1)
        rows = self._rows_alone(group) or self._restated(group)
        return rows or self._with_others(group.findings, line=line).text

    def _restated(self, group: Group) -> str:
        """The first of many figures of a table that are given otherwise, and how many there are;
        "" for other groups."""
        held = [one for one in group.findings if one.rule.id == "N105"]
        facts = [(self.evidence.fact(one.old), self.evidence.fact(one.new)) for one in held]
        pairs = [(a, b) for a, b in facts if a is not None and b is not None]
        tables = {new.table for _, new in pairs}
        first = group.findings[0]
        if len(pairs) < self.many_rows or len(tables) > 1 or None in tables or first not in held:
            return ""
        assert first.new is not None
        told = (
            headlines.figures(headlines.name(new.label), old, new, self.evidence.years, brief=True)
            for old, new in pairs
        )
        return headlines.rows(
            "headline_rows_restated", self.evidence.title_of(first.new), told, len(pairs)
        )

    def _rows_alone(self, group: Group) -> str:
        """The first rows of a table of which only one edition gives most, and how many there are;
        "" for other groups."""
        first = group.findings[0]
        held = [self.evidence.fact(one.new or one.old) for one in group.findings if _is_lone(one)]
        facts = [fact for fact in held if fact is not None and fact.table is not None]
        rows = {fact.sentence for fact in facts}
        if len(rows) < self.many_rows or not _is_lone(first):
            return ""
        shown = first.new or first.old
        assert shown is not None
        told = (headlines.given(headlines.name(fact.label or fact.measure), fact) for fact in facts)
        title = self.evidence.title_of(shown)
        key = "headline_rows_gone" if first.new is None else "headline_rows_new"
        return headlines.rows(key, title, told, len(rows))

    def gathered(self, story: Story, others: Sequence[Story]) -> Line:
        """The headline of a story with those that it takes in, and which of them it tells."""
        leads = [one.findings[0] for one in others]
        line = self._with_others(story.findings, leads)
        if story.headline == headlines.within(self._with_others(story.findings).text):
            return replaced(line, text=headlines.within(line.text))
        return together(story.headline, None, self._news(story.findings[0], leads))

    def _with_others(
        self, findings: Sequence[Finding], leads: Sequence[Finding] = (), line: str = ""
    ) -> Line:
        """The line of the first finding of a story with further changes, as there is room: those
        that are the ``leads`` of other stories, then its own."""
        first, *others = findings
        line = line or self._line(first)
        if not _is_change(first):
            return Line(line, ())
        one = self.figures.change(first)
        alone = headlines.figures_of(one) if one is not None else ""
        before = self._given_before(first, others) if alone else None
        if before is not None:
            line = headlines.restated_since(alone, before) or line
        one = one if alone and before is None and line.startswith(alone) else None
        worth = [other for other in others if not self._is_slight(other)]
        told = together(line, one, self._news(first, [*leads, *worth]))
        return replaced(
            told,
            text=headlines.asked(self.evidence.question_of(first.new), told.text),
            told=tuple(at for at in told.told if at < len(leads)),
        )

    def _news(self, first: Finding, others: Sequence[Finding]) -> list[NamedChange | None]:
        """The changes that may stand beside a first one; None for what is none, or looks so."""
        values = self.figures.values(first)
        found = [
            self.figures.change(one)
            if _is_change(one) and self.figures.values(one) != values
            else None
            for one in others
        ]
        return [one if one and has_name(one) else None for one in found]

    def _given_before(self, first: Finding, others: Sequence[Finding]) -> Fact | None:
        """What was given before for the value that a change starts at; none where it stands."""
        start = first.old
        for one in (each for other in (first, *others) for each in other.all):
            again = one.new
            if start and again and (start.side, start.fact) == (again.side, again.fact):
                old, new = self.evidence.fact(one.old), self.evidence.fact(again)
                if one.rule.id == "N105" or (
                    is_of_one_time(one, old, new) and old and new and _are_of_one_name(old, new)
                ):
                    return old
        return None

    def _is_slight(self, finding: Finding) -> bool:
        """Whether a figure hardly moved: what stands second in a headline must be news too."""
        change = finding.change
        share = change.relative if change is not None else None
        return share is not None and abs(share) < _SLIGHT

    def _line(self, finding: Finding) -> str:
        rule = finding.rule.id
        if rule in _SECTIONS:
            other = finding.values[0] if rule == "S403" and finding.values else ""
            return headlines.section(_SECTIONS[rule], finding.section, other)
        if rule[0] == "N" or rule == "D502":
            return self.figures.line(finding)
        if rule[0] == "C" and (finding.old or finding.new):
            return self.claims.line(finding)
        if rule == "S405":  # what stands in brackets tells columns apart
            return cut(finding.message.rstrip("."), headlines.MOST)
        return clause(finding.message, headlines.MOST)


def _are_of_one_name(old: Fact, new: Fact) -> bool:
    """Whether two figures have one label, what stands in brackets aside."""
    one, two = (without_asides(fact.label).casefold().split() for fact in (old, new))
    return one == two


def _is_change(finding: Finding) -> bool:
    """Whether a finding sets two figures side by side."""
    return finding.rule.id in ("N101", "N102", "N106") and bool(finding.old and finding.new)


def _is_lone(finding: Finding) -> bool:
    """Whether only one edition gives a figure."""
    figures = finding.rule.id in ("N103", "N104")
    return figures and (finding.old is None) != (finding.new is None)


_EMPTY: Final = "“”"
