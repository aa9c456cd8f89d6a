"""The section that a finding is from, told apart from others of the same title.

Chapters have parts of one name: each has its "Update", its "Impact". What belongs together, and
what a list of sections names, goes by the chapter too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from tracediff.model import Comparison, Edition, Finding, Section, Side

_MOST = 2  # a heading above more than one in so many sections is that of the report


class _Outline:
    """The headings of one edition: how many sections lie below each, and all in lower case."""

    def __init__(self, sections: Sequence[Section]) -> None:
        self.size = len(sections)
        self.titles = Counter(one.title for one in sections)
        self.at = {one.path: one.index for one in sections}
        self.inside = Counter(
            one.path[:depth] for one in sections for depth in range(1, len(one.path) + 1)
        )
        self.known = {title.casefold() for one in sections for title in one.path}


@dataclass(frozen=True)
class Homes:
    """Where the findings of one comparison are from."""

    comparison: Comparison

    def key(self, finding: Finding) -> tuple[str, ...]:
        """What the findings of one section have in common: its title, and the chapter that it is
        in where either edition has several sections of that title."""
        section = self.section(finding)
        if section is None or self._titles[section.title] < 2:
            return (finding.section,)
        return (finding.section, *section.path[:-1])

    def section(self, finding: Finding) -> Section | None:
        """The section of a finding in the new edition: its own, or the one that answers to that of
        the old; the old one itself where none does."""
        shown = finding.new or finding.old
        if shown is None:
            return None
        edition = self._edition(shown.side)
        found = edition.sections[edition.sentences[shown.sentence].section]
        if shown.side is Side.OLD and found.index in self._answers:
            return self.comparison.new.edition.sections[self._answers[found.index]]
        return found

    def titles(self, findings: Sequence[Finding]) -> list[str]:
        """The names of sections that went, or came, chapters first: that of a chapter where all of
        it did, and with the chapter where others have the same title."""
        found: list[tuple[int, str]] = []
        for finding in findings:
            shown = finding.old or finding.new
            assert shown is not None  # a section that went, or came, has a side
            edition = self._edition(shown.side)
            section = edition.sections[edition.sentences[shown.sentence].section]
            found.append(self._named(section, shown.side))
        return [title for _, title in sorted(found, key=lambda one: one[0])]

    def heading(self, section: Section, side: Side) -> str:
        """The title of a section, or that of its chapter where other chapters have such a part."""
        here, chapter = self._outlines[side], section.path[:-1]
        part = here.titles[section.title] > 1 and chapter and chapter[-1]
        return chapter[-1] if part and here.size >= _MOST * here.inside[chapter] else section.title

    def _named(self, section: Section, side: Side) -> tuple[int, str]:
        """How deep what names a section stands, and that name."""
        here = self._outlines[side]
        known = self._outlines[Side.NEW if side is Side.OLD else Side.OLD].known
        for depth in range(1, len(section.path)):
            head = section.path[:depth]
            alone = here.inside[head] > 1 and here.at.get(head) not in self._linked[side]
            whole = alone and here.size >= _MOST * here.inside[head]
            if whole and head[-1] and head[-1].casefold() not in known:
                return depth, head[-1]
        chapter = self.heading(section, side)
        title = section.title if chapter == section.title else f"{chapter}: {section.title}"
        return len(section.path), title

    @cached_property
    def _outlines(self) -> dict[Side, _Outline]:
        return {side: _Outline(self._edition(side).sections) for side in Side}

    @cached_property
    def _linked(self) -> dict[Side, set[int | None]]:
        """The sections that answer to one of the other edition."""
        both = [one for one in self.comparison.alignment.sections if None not in (one.old, one.new)]
        return {Side.OLD: {one.old for one in both}, Side.NEW: {one.new for one in both}}

    @cached_property
    def _titles(self) -> Counter[str]:
        """How often each title heads a section, in the edition that has it more often."""
        return self._outlines[Side.OLD].titles | self._outlines[Side.NEW].titles

    @cached_property
    def _answers(self) -> dict[int, int]:
        """The new section that answers to an old one."""
        links = self.comparison.alignment.sections
        return {one.old: one.new for one in links if one.old is not None and one.new is not None}

    def _edition(self, side: Side) -> Edition:
        return (self.comparison.old if side is Side.OLD else self.comparison.new).edition
