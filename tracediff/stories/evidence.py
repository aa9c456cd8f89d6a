"""What evidence shows: a side of a finding in; its sentence, figure, label and topic out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from tracediff.model import Comparison, Evidence, Fact, Finding, Reading, Series, Side
from tracediff.rank.importance import fact_of
from tracediff.stories.homes import Homes
from tracediff.wording.clauses import topic
from tracediff.wording.sentence_forms import has_verb
from tracediff.wording.statements import Part

_STATEMENT: Final = 4  # words that can say something
_WHOLE: Final = 0.6  # of the sentences of an edition: a section that has more is all of it
_TITLE: Final = 6  # words of a title that is not cut
_FEW: Final = 40  # sentences: one section may be all of a short text, and still tell what it is of


@dataclass(frozen=True)
class ShownEvidence:
    """Looks up in both editions of a comparison what findings show."""

    comparison: Comparison

    @cached_property
    def homes(self) -> Homes:
        """Where findings are from."""
        return Homes(self.comparison)

    def clause_of(self, evidence: Evidence) -> Part:
        """The clause of a figure; the part that is quoted where there is none."""
        fact = self.fact(evidence)
        if fact is None:
            return self.part_of(evidence)
        return Part(self.sentence(evidence), fact.at.start, fact.at.start + 1)

    def heads(self, evidence: Evidence, width: int) -> list[str]:
        """The heads of the columns of a row, as many as it has cells; "" where none is known."""
        reading = self.reading(evidence)
        at = reading.edition.sentences[evidence.sentence].span.start
        inside = (t for t in reading.edition.tables if t.span.start <= at < t.span.end)
        heads = next((t.heads for t in inside if len(t.heads) == width), ())
        return [cell.text for cell in heads] or [""] * width

    def topic_of(self, shown: Evidence) -> str:
        """What a sentence is about by its place: the name of its table's row, or its section."""
        edition = self.reading(shown).edition
        sentence = edition.sentences[shown.sentence]
        name = self._rows[shown.side].get(sentence.span.start)
        if name and name != sentence.text:
            return topic(name)
        return self.title_of(shown)

    def title_of(self, shown: Evidence) -> str:
        """The title of the section of a place; "" where it holds nearly all of a text."""
        edition = self.reading(shown).edition
        sentence = edition.sentences[shown.sentence]
        home = self._sizes[shown.side][sentence.section]
        if home > max(_WHOLE * len(edition.sentences), _FEW):
            return ""  # what holds for nearly all of a text tells nothing of its sentences
        section = edition.section_of(sentence)
        title = self.homes.heading(section, shown.side)
        states = title.endswith(":") or has_verb(title)
        if len(title.split()) > _TITLE and states:  # what is no name if cut
            title = section.path[-2] if len(section.path) > 1 else ""
        return topic(title)

    def question_of(self, shown: Evidence | None) -> str:
        """The title of the section of a table's row, which may be what its rows answer; "" for
        prose."""
        fact = self.fact(shown)
        if shown is None or fact is None or fact.table is None:
            return ""
        edition = self.reading(shown).edition
        return edition.section_of(edition.sentences[shown.sentence]).title

    @cached_property
    def _sizes(self) -> Mapping[Side, Mapping[int, int]]:
        """How many sentences each section has."""
        readings = zip(Side, (self.comparison.old, self.comparison.new), strict=True)
        return {side: Counter(s.section for s in one.edition.sentences) for side, one in readings}

    @cached_property
    def _rows(self) -> Mapping[Side, Mapping[int, str]]:
        """The name of the row for the place where each further cell of a table begins."""
        return {
            side: {
                cell.span.start: row[0].text
                for table in reading.edition.tables
                for row in table.rows
                for cell in row[1:]
            }
            for side, reading in zip(Side, (self.comparison.old, self.comparison.new), strict=True)
        }

    @cached_property
    def _series_of(self) -> Mapping[tuple[Side, int], Series]:
        """The series that a fact stands in."""
        return {(p.side, p.fact.index): s for s in self.comparison.series for p in s.points}

    @property
    def years(self) -> tuple[int | None, int | None]:
        """The years that both editions report on."""
        return self.comparison.old.edition.year, self.comparison.new.edition.year

    def label(self, finding: Finding, fact: Fact | None) -> str:
        """The name of a figure, that of its series where it has none of its own."""
        if fact is None:
            return finding.measure
        side = Side.NEW if fact is self.fact(finding.new) else Side.OLD
        series = self._series_of.get((side, fact.index))
        return fact.label or (series.name if series else fact.counted or fact.measure)

    def fact(self, evidence: Evidence | None) -> Fact | None:
        """The figure that evidence shows, if it shows one."""
        return fact_of(self.comparison, evidence) if evidence else None

    @staticmethod
    def is_one_place(finding: Finding) -> bool:
        """Whether both sides of a finding are one and the same place."""
        old, new = finding.old, finding.new
        return bool(old and new and (old.side, old.fact) == (new.side, new.fact))

    def reading(self, evidence: Evidence) -> Reading:
        """The edition that evidence is of, with its figures."""
        return self.comparison.old if evidence.side is Side.OLD else self.comparison.new

    def sentence(self, evidence: Evidence) -> str:
        """The sentence that evidence stands in."""
        return self.reading(evidence).edition.sentences[evidence.sentence].text

    def part_of(self, evidence: Evidence) -> Part:
        """The words that a finding quotes in their sentence; all of it where they are few."""
        text, at = self.sentence(evidence), evidence.at
        few = len(text[at.start : at.end].split()) < _STATEMENT
        return Part(text) if few else Part(text, at.start, at.end)


def both_sides(finding: Finding) -> tuple[Evidence, Evidence]:
    """The old and the new side of a finding that has both."""
    assert finding.old is not None
    assert finding.new is not None
    return finding.old, finding.new
