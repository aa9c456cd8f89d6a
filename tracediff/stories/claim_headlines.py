"""Headlines of statements: findings in, the statement that is new, gone or changed out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from tracediff.model import Evidence, Finding
from tracediff.stories.differing import Words, differing, missing
from tracediff.stories.evidence import ShownEvidence, both_sides
from tracediff.wording import headlines
from tracediff.wording.clauses import topic
from tracediff.wording.sentence_forms import has_verb, opens_with_verb
from tracediff.wording.statements import Part
from tracediff.wording.statements import subject as clauses_subject

_GONE: Final = frozenset({"C306", "N103", "N106"})
_FRESH: Final = frozenset({"C307", "N104"})
_LIST: Final = 2  # marks between the items of a list
_CELL: Final = " | "
_SUBJECT: Final = 6  # words of a subject; a longer one is a sentence


@dataclass(frozen=True)
class ClaimHeadlines:
    """Puts findings of statements of one comparison into headlines."""

    evidence: ShownEvidence

    def gone(self, finding: Finding) -> str:
        """The statement of the old edition that a finding misses."""
        assert finding.old is not None
        return headlines.said(self.evidence.part_of(finding.old))

    def one_side(self, finding: Finding) -> str:
        """What one side of a finding says, where of the words that differ none can be quoted."""
        if finding.new is not None:
            return headlines.said(self.evidence.part_of(finding.new))
        assert finding.old is not None
        return self.gone_line(self.evidence.part_of(finding.old), finding.old)

    def gone_line(self, part: Part, shown: Evidence, other: str = "") -> str:
        """What only the old edition says: a statement, or a cell under the name of its row."""
        label, _, cell = self.evidence.sentence(shown).partition(_CELL)
        if cell and _CELL not in cell and not cell[:1].isdigit():
            return headlines.listed(headlines.name(label), cell, "")
        return headlines.no_longer(part, self.evidence.topic_of(shown), other)

    def line(self, finding: Finding) -> str:
        """The headline of a finding of statements, by which editions make them."""
        if finding.old is None:
            assert finding.new is not None
            return headlines.newly(
                self.evidence.part_of(finding.new), self.evidence.topic_of(finding.new)
            )
        if finding.new is None:
            return self.gone_line(self.evidence.part_of(finding.old), finding.old)
        if finding.rule.id == "C309" and is_of_marks(finding):
            return headlines.marked(self.evidence.sentence(finding.new), *finding.values)
        if finding.rule.id == "C309" and len(finding.values) == 2:
            return f"{self._subject(finding)}: {' → '.join(finding.values)}"
        line = self._row(finding.old, finding.new) or self._listed(finding)
        if line:
            return line
        words = self.differing_words(finding)
        if words:
            return self.exchange(finding, words)
        old, new = self.evidence.part_of(finding.old), self.evidence.part_of(finding.new)
        line = headlines.reworded(old, new)
        if line:
            return self.under_topic(line, finding.new)
        return self.of_one_side(finding, old, new) or self.exchange(
            finding, differing(finding, self.evidence.comparison, largest=True)
        )

    def of_one_side(self, finding: Finding, old: Part, new: Part) -> str:
        """The statement that is gone, or new, though a sentence answers to its own, beside what
        that says of the same thing; "" where that sentence says most of it too."""
        _, now = both_sides(finding)
        gone = finding.rule.id in _GONE and not headlines.says_most(old, new.text)
        fresh = finding.rule.id in _FRESH and not headlines.says_most(new, old.text)
        line = headlines.answering(old, new) if gone or fresh else ""
        if line:
            return self.under_topic(line, now)
        return self._lone(finding, old, new) if gone or fresh else ""

    def _lone(self, finding: Finding, old: Part, new: Part) -> str:
        """The statement that is gone, else the newer one; where the sentence that answers to it
        says much of it, what is said now, and not that it is gone or new."""
        was, now = both_sides(finding)
        gone = finding.rule.id in _GONE
        topic_of = self.evidence.topic_of(now)
        cells = any(_CELL in self.evidence.sentence(one) for one in (was, now))
        asked = (old, new.text) if gone else (new, old.text)
        if not cells and headlines.said_otherwise(*asked):
            line = headlines.now_says(new, topic_of, old.text)
            return "" if headlines.opens_bare(line) else line
        if gone:
            return self.gone_line(old, was, new.text)
        return headlines.newly(new, topic_of, old.text)

    def _listed(self, finding: Finding) -> str:
        """What a list of both editions gained and lost; "" where it is no list."""
        was, now = both_sides(finding)
        old, new = self.evidence.sentence(was), self.evidence.sentence(now)
        kinds = [one.rule.id for one in finding.all if one.old and one.new]
        if not {"C306", "C307"} & {*kinds} or min(map(_items, (old, new))) < _LIST:
            return ""
        gone = missing(old, new) if "C306" in kinds else ""
        fresh = missing(new, old) if "C307" in kinds else ""
        lead = headlines.name(clauses_subject(new, new.find(_STOP), _SUBJECT))
        return (
            headlines.listed(lead or self.evidence.topic_of(now), gone, fresh)
            if gone or fresh
            else ""
        )

    def _row(self, old: Evidence, new: Evidence) -> str:
        """The cells of a table's row that changed, under the name of the row.

        Where the columns rolled on, the last stands beside the last: 2029 beside 2030.
        """
        before, after = (self.evidence.sentence(e).split(_CELL) for e in (old, new))
        if len(before) < 2 or len(before) != len(after) or before[0] != after[0]:
            return ""
        heads = self.evidence.heads(old, len(before)), self.evidence.heads(new, len(after))
        if heads[0] != heads[1] and before[-1] != after[-1]:
            change = headlines.cell(heads[1][-1], before[-1], after[-1], heads[0][-1])
            return headlines.row(before[0], [change])
        changed = [at for at in range(1, len(after)) if before[at] != after[at]]
        told = [headlines.cell(heads[1][at], before[at], after[at], heads[0][at]) for at in changed]
        return headlines.row(before[0], told) if told else ""

    def exchange(self, finding: Finding, words: Words) -> str:
        """The words that differ: inside their statement, or under the subject or the section."""
        was, now = both_sides(finding)
        before = self.evidence.sentence(was)
        old, new = map(headlines.core, words.own)
        place = self._around(now, words, new)
        inside = headlines.exchanged_in(before, place, old, new)
        whole = True
        if old and new:
            gone, place = headlines.completed(_holding(before, old), place)
            old, new = headlines.quoted(gone) or old, headlines.quoted(place) or new
            whole = headlines.gives_way(gone, place)
        line = headlines.exchanged_in(before, place, old, new) if whole else ""
        if line:
            return self.under_topic(line, now)
        line = self._in_turn(finding, words)
        if line:
            return self.under_topic(line, now)
        subject = headlines.name(clauses_subject(words.text, words.at, _SUBJECT))
        named = subject if _NAME.search(subject) else self.evidence.topic_of(now)
        unlike = bool(old and new) and (has_verb(old), opens_with_verb(old)) != (
            has_verb(new),
            opens_with_verb(new),
        )
        if unlike or not whole or not all(map(headlines.says_by_itself, words.own)):
            line = self._statement(finding) or self._now(finding, place, new)
        line = line or (inside and self.under_topic(inside, now))
        return line or headlines.wording(named or subject, words.old, words.new)

    def _now(self, finding: Finding, place: Part, fresh: str) -> str:
        """What the newer statement says; "" where it says nothing, or not most of some words."""
        was, now = both_sides(finding)
        old, new = self.evidence.part_of(was), self.evidence.part_of(now)
        line = headlines.now_says(new, self.evidence.topic_of(now), old.text)
        own = fresh.casefold().split()
        for told in (line, headlines.now_around(place)):
            whole = headlines.whole(told, "")
            held = sum(word in whole.casefold().split() for word in own)
            if own and held > len(own) / 2:
                return whole
        return ""

    def _statement(self, finding: Finding) -> str:
        """The statement that is gone, else the newer one, of two that differ in words which by
        themselves say nothing; "" for none."""
        was, now = both_sides(finding)
        old, new = self.evidence.part_of(was), self.evidence.part_of(now)
        line, gone = self._lone(finding, old, new), finding.rule.id in _GONE
        return headlines.whole(line, new.text if gone else old.text)

    def _in_turn(self, finding: Finding, words: Words) -> str:
        """Both statements, where the words alone that differ are parts of what each says; "" where
        they name things."""
        if not words.old or not words.new or headlines.names_things(*words.own):
            return ""
        was, now = both_sides(finding)
        before, after = self.evidence.sentence(was), self.evidence.sentence(now)
        return headlines.in_turn(_holding(before, words.own[0]), _holding(after, words.own[1]))

    def _around(self, shown: Evidence, words: Words, new: str) -> Part:
        """The place in its sentence where words came or went."""
        text, at = self.evidence.sentence(shown), words.at + max(words.own[1].find(new), 0)
        if words.text in text:
            at += text.index(words.text)
        else:
            text = words.text
        return Part(text, at, at + max(len(new), 1))

    def under_topic(self, line: str, shown: Evidence) -> str:
        """A statement with what it is about before it, where its subject only points back."""
        return headlines.under(self.evidence.topic_of(shown), line)

    def differing_words(self, finding: Finding) -> Words:
        """The words that differ between the two sides of a finding."""
        return differing(finding, self.evidence.comparison)

    def _subject(self, finding: Finding) -> str:
        """Who or what a statement is about, where that is short; else the section's title."""
        assert finding.new is not None
        text = self.evidence.sentence(finding.new)
        at = max(finding.new.at.start, text.find(finding.values[-1]))
        own = clauses_subject(text, at, _SUBJECT)
        subjects = self._subjects.get(finding.new.sentence, ())
        named = [s for s in subjects if len(s.split()) <= _SUBJECT and _NAME.search(s)]
        proper = own if own[:1].isupper() and not own.startswith(("The ", "A ", "An ")) else ""
        return headlines.name(proper or next(iter(named), "")) or topic(finding.section)

    @cached_property
    def _subjects(self) -> Mapping[int, tuple[str, ...]]:
        found: dict[int, tuple[str, ...]] = {}
        for claim in self.evidence.comparison.new.claims:
            found[claim.sentence] = (*found.get(claim.sentence, ()), claim.subject)
        return found


def is_of_marks(finding: Finding) -> bool:
    """Whether signs alone changed: a box that is ticked now, another light."""
    return len(finding.values) == 2 and not any(map(str.isalnum, "".join(finding.values)))


def _holding(text: str, words: str) -> Part:
    """The part of a sentence that some words are; all of it where they do not stand in it."""
    found = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text)
    return Part(text, *found.span()) if found else Part(text)


def _items(text: str) -> int:
    return text.count(_STOP)


_STOP: Final = ";"  # what stands behind it is a statement of its own

# A name inside a subject: "the Coast Unit"; "the law" or "they" say less than the section does.
_NAME: Final = re.compile(r"(?<=\s)[A-Z]\w+|^[A-Z]\w+ [A-Z]")
