"""The headline of a group of findings: which form it takes, by what kind of change leads it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import pairwise, takewhile
from typing import Final

from tracediff.ledger.likeness import turned
from tracediff.lexicon.cells import TOTALS
from tracediff.lexicon.gravity import is_grave
from tracediff.lexicon.money import MONEY
from tracediff.lexicon.participles import PARTICIPLES
from tracediff.lexicon.people import PEOPLE, SINGLES
from tracediff.lexicon.syntax import BE
from tracediff.lexicon.units import MEASURES
from tracediff.model import (
    Bound,
    Comparison,
    Evidence,
    Fact,
    Finding,
    Reading,
    Series,
    Side,
    Status,
    Story,
)
from tracediff.model.record import replaced
from tracediff.rank.importance import fact_of
from tracediff.settings import Telling
from tracediff.stories.differing import Words, differing, missing
from tracediff.stories.groups import Group
from tracediff.stories.homes import Homes
from tracediff.text.words import FUNCTION_WORDS, stem
from tracediff.wording import headlines
from tracediff.wording.clauses import clause, topic, without_asides
from tracediff.wording.clauses import words as cut
from tracediff.wording.headlines import NamedChange
from tracediff.wording.sentence_forms import has_verb, opens_with_verb
from tracediff.wording.several import Line, together
from tracediff.wording.statements import Part
from tracediff.wording.statements import subject as clauses_subject

_MANY: Final = {"S401": "headline_sections_gone", "S402": "headline_sections_new"}
_SECTIONS: Final = {
    "S401": "headline_section_gone",
    "S402": "headline_section_new",
    "S403": "headline_section_renamed",
    "S404": "headline_section_moved",
}
_GONE: Final = frozenset({"C306", "N103", "N106"})
_FRESH: Final = frozenset({"C307", "N104"})
_STATEMENT: Final = 4  # words that can say something
_TELLING: Final = 2  # words of substance of a side; fewer need the statement that they are in
_WHOLE: Final = 0.6  # of the sentences of an edition: a section that has more is all of it
_SLIGHT: Final = Decimal("0.02")  # of a figure: a smaller move is not worth a second place
_TITLE: Final = 6  # words of a title that is not cut
_FEW: Final = 40  # sentences: one section may be all of a short text, and still tell what it is of
_TOGETHER: Final = 18  # words of a statement that holds two figures
_BRIEF: Final = 2  # words quoted of a side that say nothing by themselves,
_WITHIN: Final = 14  # words of a statement that they stand in; of a longer one
_OPENING: Final = 10  # so that so many of their statement stand before them
_LIST: Final = 2  # marks between the items of a list
_BARE: Final = 2  # words of a label that may say too little
_ANYTHING: Final = PEOPLE | frozenset(map(stem, "case complaint incident report".split()))
_ANYBODY: Final = PEOPLE | frozenset(map(stem, SINGLES))
_DEFAULTS: Final = Telling()
_CELL: Final = " | "
_SUBJECT: Final = 6  # words of a subject; a longer one is a sentence


@dataclass(frozen=True)
class Teller:
    """Puts groups of findings of one comparison into headlines."""

    comparison: Comparison
    many_rows: int = _DEFAULTS.many_rows

    @cached_property
    def homes(self) -> Homes:
        """Where findings are from."""
        return Homes(self.comparison)

    def headline(self, group: Group) -> str:
        """The line that an editor would print."""
        line = headlines.within(self._many(group) if group.count else self._one(group))
        return line if _EMPTY not in line else headlines.within(self._plain(group.findings[0]))

    def named(self, finding: Finding) -> str:
        """What the figures of a finding count, under their section where that says little."""
        shown = finding.new or finding.old
        fact = self._fact(shown)
        label = headlines.name(self._label(finding, fact))
        if shown is None or fact is None:
            return label
        label = self._row_name(finding, label, fact)
        if not _is_bare(label, fact):
            return label
        home = self._topic(shown)
        return f"{home}, {headlines.lowered(label, always=True)}" if home else label

    def gone(self, finding: Finding) -> str:
        """The statement of the old edition that a finding misses."""
        assert finding.old is not None
        return headlines.said(self._part(finding.old))

    def _plain(self, finding: Finding) -> str:
        """What one side of a finding says, where of the words that differ none can be quoted."""
        if finding.new is not None:
            return headlines.said(self._part(finding.new))
        assert finding.old is not None
        return self._gone(self._part(finding.old), finding.old)

    def _gone(self, part: Part, shown: Evidence, other: str = "") -> str:
        label, _, cell = self._sentence(shown).partition(_CELL)
        if cell and _CELL not in cell and not cell[:1].isdigit():
            return headlines.listed(headlines.name(label), cell, "")
        return headlines.no_longer(part, self._topic(shown), other)

    def _many(self, group: Group) -> str:
        titles = self.homes.titles(group.findings)
        key = _MANY[group.findings[0].rule.id]
        return headlines.sections(key, titles, group.count, group.total)

    def _one(self, group: Group) -> str:
        first = group.findings[0]
        line = self._line(first)
        sections = {finding.section for finding in group.findings}
        if first.rule.id[0] == "C" and len(sections) > 1 and self._words(first):
            return headlines.in_sections(line, len(sections))
        if first.rule.id == "D503":
            stood = [one.old.quote for one in group.findings[1:] if one.old is not None]
            return headlines.with_more(line, stood)
        rows = self._rows_alone(group) or self._restated(group)
        return rows or self._with_others(group.findings).text

    def _restated(self, group: Group) -> str:
        """The first of many figures of a table that are given otherwise, and how many there are;
        "" for other groups."""
        held = [one for one in group.findings if one.rule.id == "N105"]
        facts = [(self._fact(one.old), self._fact(one.new)) for one in held]
        pairs = [(a, b) for a, b in facts if a is not None and b is not None]
        tables = {new.table for _, new in pairs}
        first = group.findings[0]
        if len(pairs) < self.many_rows or len(tables) > 1 or None in tables or first not in held:
            return ""
        assert first.new is not None
        told = (
            headlines.figures(headlines.name(new.label), old, new, self._years, brief=True)
            for old, new in pairs
        )
        return headlines.rows("headline_rows_restated", self._section(first.new), told, len(pairs))

    def _rows_alone(self, group: Group) -> str:
        """The first rows of a table of which only one edition gives most, and how many there are;
        "" for other groups."""
        first = group.findings[0]
        held = [self._fact(one.new or one.old) for one in group.findings if _is_lone(one)]
        facts = [fact for fact in held if fact is not None and fact.table is not None]
        rows = {fact.sentence for fact in facts}
        if len(rows) < self.many_rows or not _is_lone(first):
            return ""
        shown = first.new or first.old
        assert shown is not None
        told = (headlines.given(headlines.name(fact.label or fact.measure), fact) for fact in facts)
        title = self._section(shown)
        key = "headline_rows_gone" if first.new is None else "headline_rows_new"
        return headlines.rows(key, title, told, len(rows))

    def gathered(self, story: Story, others: Sequence[Story]) -> Line:
        """The headline of a story with those that it takes in, and which of them it tells."""
        leads = [one.findings[0] for one in others]
        line = self._with_others(story.findings, leads)
        if story.headline == headlines.within(self._with_others(story.findings).text):
            return replaced(line, text=headlines.within(line.text))
        return together(story.headline, None, self._news(story.findings[0], leads))

    def _with_others(self, findings: Sequence[Finding], leads: Sequence[Finding] = ()) -> Line:
        """The line of the first finding of a story with further changes, as there is room: those
        that are the ``leads`` of other stories, then its own."""
        first, *others = findings
        line = self._line(first)
        if not _is_change(first):
            return Line(line, ())
        one = self.change(first)
        alone = headlines.figures_of(one) if one is not None else ""
        before = self._given_before(first, others) if alone else None
        if before is not None:
            line = headlines.restated_since(alone, before) or line
        one = one if alone and before is None and line.startswith(alone) else None
        worth = [other for other in others if not self._is_slight(other)]
        told = together(line, one, self._news(first, [*leads, *worth]))
        return replaced(told, told=tuple(at for at in told.told if at < len(leads)))

    def _news(self, first: Finding, others: Sequence[Finding]) -> list[NamedChange | None]:
        """The changes that may stand beside a first one; None for what is none, or looks so."""
        values = self._values(first)
        found = [
            self.change(one) if _is_change(one) and self._values(one) != values else None
            for one in others
        ]
        return [one if one and _is_named(one) else None for one in found]

    def _given_before(self, first: Finding, others: Sequence[Finding]) -> Fact | None:
        """What was given before for the value that a change starts at; none where it stands."""
        start = first.old
        for one in (each for other in (first, *others) for each in other.all):
            again = one.new
            if start and again and (start.side, start.fact) == (again.side, again.fact):
                old, new = self._fact(one.old), self._fact(again)
                if one.rule.id == "N105" or (
                    _is_of_one_time(one, old, new) and old and new and _are_of_one_name(old, new)
                ):
                    return old
        return None

    def _is_slight(self, finding: Finding) -> bool:
        """Whether a figure hardly moved: what stands second in a headline must be news too."""
        change = finding.change
        share = change.relative if change is not None else None
        return share is not None and abs(share) < _SLIGHT

    def _values(self, finding: Finding) -> list[Decimal | None]:
        facts = (self._fact(finding.old), self._fact(finding.new))
        return [fact.value for fact in facts if fact is not None]

    def change(self, finding: Finding) -> NamedChange | None:
        """A changed figure in parts; None where its name says little."""
        old, new = self._fact(finding.old), self._fact(finding.new)
        if old is None or new is None or self._same(finding):
            return None
        if _is_of_one_time(finding, old, new):
            return None  # which may count something else, and is no change in time
        label = self._row_name(finding, headlines.name(self._label(finding, new)), new)
        if _is_bare(label, new) and not _is_harm(label):
            return None
        was, now, ends = self._both(finding, old, new)
        return headlines.named_change(label, was, now, self._years, ends)

    def _values_of(self, finding: Finding, label: str, old: Fact, new: Fact, *, brief: bool) -> str:
        """A label with both values; a range, of which one end alone says little, as a whole."""
        was, now, ends = self._both(finding, old, new)
        return headlines.figures(label, was, now, self._years, brief=brief, ends=ends)

    def _both(
        self, finding: Finding, old: Fact, new: Fact
    ) -> tuple[Fact, Fact, tuple[Fact | None, Fact | None]]:
        """Both values, or the lower ends of the ranges that they are of, and the upper ends."""
        assert finding.old is not None and finding.new is not None
        was, first_end = self._range(finding.old, old)
        now, second_end = self._range(finding.new, new)
        return was, now, (first_end, second_end)

    def _range(self, shown: Evidence, fact: Fact) -> tuple[Fact, Fact | None]:
        """The lower and the upper end of the range that a figure is an end of; else itself."""
        if fact.bound is Bound.EXACT:
            return fact, None
        text = self._sentence(shown)
        for low, high in pairwise(self._beside[shown.side, fact.sentence]):
            if fact.index in (low.index, high.index) and _is_range(low, high, text):
                return low, high
        return fact, None

    def _line(self, finding: Finding) -> str:
        rule = finding.rule.id
        if rule in _SECTIONS:
            other = finding.values[0] if rule == "S403" and finding.values else ""
            return headlines.section(_SECTIONS[rule], finding.section, other)
        if rule[0] == "N" or rule == "D502":
            return self._figures(finding)
        if rule[0] == "C" and (finding.old or finding.new):
            return self._claim(finding)
        if rule == "S405":  # what stands in brackets tells columns apart
            return cut(finding.message.rstrip("."), headlines.MOST)
        return clause(finding.message, headlines.MOST)

    def _figures(self, finding: Finding) -> str:
        old, new = self._fact(finding.old), self._fact(finding.new)
        label = headlines.name(self._label(finding, new or old))
        label = self._row_name(finding, label, new) if new is not None else label
        match finding.rule.id, old, new:
            case "N105", Fact(), Fact():
                since = self._changed_since(finding, label)
                whole = headlines.restated_since(since, old) if since else ""
                return whole or headlines.restated(label, old, new)
            case "D502", _, Fact():
                return headlines.carried_over(label, new)
            case "N103" | "N104", Fact(), Fact() if both_given(old, new):
                return self._halves(finding)
            case "N106", Fact(), Fact() if turned(old, new):
                return self._halves(finding)
            case (("N103" | "N104"), _, _) if self._is_beside_prose(finding, old, new):
                return self._halves(finding)
            case _, Fact(), Fact() if not self._same(finding):
                return self._two_sided(finding, label, old, new)
        return self._one_figure(finding, label, old, new)

    def _changed_since(self, finding: Finding, label: str) -> str:
        """What a restated figure has changed to in the year since; "" where that is not told."""
        again = finding.new
        for one in finding.facets:
            start = one.old
            same = again and start and (start.side, start.fact) == (again.side, again.fact)
            old, new = self._fact(one.old), self._fact(one.new)
            if same and one.rule.id == "N101" and old is not None and new is not None:
                return self._values_of(one, label, old, new, brief=True)
        return ""

    def _halves(self, finding: Finding) -> str:
        """What is said now and what was said before of one matter; their figures are no change."""
        assert finding.old is not None and finding.new is not None
        facts = self._fact(finding.old), self._fact(finding.new)
        line = self._cells(finding, *facts)
        if line:
            return line
        old, new = self._at(finding.old), self._at(finding.new)
        line = headlines.reworded(old, new)
        if line:
            return self._named(line, finding.new)
        return self._of_one_side(finding, old, new) or self._exchange(
            finding, differing(finding, self.comparison, largest=True)
        )

    @staticmethod
    def _is_beside_prose(finding: Finding, old: Fact | None, new: Fact | None) -> bool:
        """Whether a figure of prose stands beside a sentence that gives none."""
        both = finding.old is not None and finding.new is not None
        fact = (old or new) if both and None in (old, new) else None
        return fact is not None and fact.table is None

    def _cells(self, finding: Finding, old: Fact | None, new: Fact | None) -> str:
        """Two cells of one name, or of the newer one its name and value; "" for prose."""
        if old is None or new is None or old.table is None or new.table is None:
            return ""
        labels = [headlines.name(self._label(finding, fact)) for fact in (old, new)]
        if labels[0].casefold() != labels[1].casefold():
            return headlines.beside(labels, old, new)
        return headlines.figures(labels[1], old, new, self._years, brief=True)

    def _at(self, evidence: Evidence) -> Part:
        """The clause of a figure; the part that is quoted where there is none."""
        fact = self._fact(evidence)
        if fact is None:
            return self._part(evidence)
        return Part(self._sentence(evidence), fact.at.start, fact.at.start + 1)

    def _two_sided(self, finding: Finding, label: str, old: Fact, new: Fact) -> str:
        """Two values under their name; where that says little, in their statement or under the
        title of their section."""
        assert finding.new is not None
        unlike = finding.rule.id == "N106"  # of which no change in percent is given
        line = self._values_of(finding, label, old, new, brief=unlike)
        if not _is_bare(label, new):
            return line
        stated = self._told_together(finding) or self._stated(finding, old, new, unlike)
        if stated or not _is_anything(label):
            return stated or line
        name = self._topic(finding.new)
        if not name:
            return line
        if label.casefold() in MONEY or label.casefold() in MEASURES:  # the values show it
            return f"{name}{line.removeprefix(label)}"
        return f"{name}, {headlines.lowered(line, always=True)}"

    def _row_name(self, finding: Finding, label: str, fact: Fact) -> str:
        """The label of a figure, under the title of its section where a row's names no thing."""
        if fact.table is None or finding.new is None or not _counts_nothing(label):
            return label
        home = self._section(finding.new)
        return f"{home}, {headlines.lowered(label, always=True)}" if home else label

    def _stated(self, finding: Finding, old: Fact, new: Fact, unlike: bool) -> str:
        """The clause of a figure, with what it was before; "" where it holds other figures that
        the older sentence does not give too."""
        assert finding.old is not None and finding.new is not None
        shown, before = finding.new, self._sentence(finding.old)
        text, at = self._sentence(shown), new.at.start
        line = headlines.stated(Part(text, at, at + 1), old, new, self._years, brief=unlike)
        whole = headlines.said(Part(text, at, at + 1), _TOGETHER)
        if _stands(old.quote, whole) and _stands(new.quote, whole):
            return whole  # which says itself what it was
        others = (f.quote for f in self._beside[shown.side, shown.sentence] if f.index != new.index)
        unlike_too = any(_stands(q, line) and not _stands(q, before) for q in others)
        return "" if unlike_too or _says_otherwise(line, old, new) else line

    def _told_together(self, finding: Finding) -> str:
        """The statement in which a report itself sets a figure beside the year before; "" for any
        other pair, and where it holds further figures."""
        old, new = finding.old, finding.new
        if old is None or new is None or (old.side, old.sentence) != (new.side, new.sentence):
            return ""
        first = min(map(self._at, (old, new)), key=lambda part: part.start)
        line = headlines.said(first, _TOGETHER)
        held = [f for f in self._beside[new.side, new.sentence] if _stands(f.quote, line)]
        wanted = {one.fact for one in (old, new)}
        return line if {f.index for f in held} == wanted else ""

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
        shown = finding.old if new is None and old is not None else finding.new or finding.old
        if shown is None or (fact is not None and fact.table is not None):
            return headlines.one_figure(label, fact, new is None) if fact else finding.message
        at = fact.at.start if fact else 0
        part = Part(self._sentence(shown), at, at + 1)
        if shown is finding.old:
            return self._gone(part, shown)
        if finding.old is None:
            return headlines.newly(part, self._topic(shown))
        return self._named(headlines.said(part), shown)

    def _claim(self, finding: Finding) -> str:
        if finding.old is None:
            assert finding.new is not None
            return headlines.newly(self._part(finding.new), self._topic(finding.new))
        if finding.new is None:
            return self._gone(self._part(finding.old), finding.old)
        if finding.rule.id == "C309" and len(finding.values) == 2:
            return f"{self._subject(finding)}: {' → '.join(finding.values)}"
        line = self._row(finding.old, finding.new) or self._listed(finding)
        if line:
            return line
        words = self._words(finding)
        if words:
            return self._exchange(finding, words)
        old, new = self._part(finding.old), self._part(finding.new)
        line = headlines.reworded(old, new)
        if line:
            return self._named(line, finding.new)
        return self._of_one_side(finding, old, new) or self._exchange(
            finding, differing(finding, self.comparison, largest=True)
        )

    def _of_one_side(self, finding: Finding, old: Part, new: Part) -> str:
        """The statement that is gone, or new, though a sentence answers to its own, beside what
        that says of the same thing; "" where that sentence says most of it too."""
        assert finding.old is not None and finding.new is not None
        gone = finding.rule.id in _GONE and not headlines.says_most(old, new.text)
        fresh = finding.rule.id in _FRESH and not headlines.says_most(new, old.text)
        line = headlines.answering(old, new) if gone or fresh else ""
        if line:
            return self._named(line, finding.new)
        if gone:
            return self._gone(old, finding.old, new.text)
        return headlines.newly(new, self._topic(finding.new), old.text) if fresh else ""

    def _listed(self, finding: Finding) -> str:
        """What a list of both editions gained and lost; "" where it is no list."""
        assert finding.old is not None and finding.new is not None
        old, new = self._sentence(finding.old), self._sentence(finding.new)
        kinds = [one.rule.id for one in finding.all if one.old and one.new]
        if not {"C306", "C307"} & {*kinds} or min(map(_items, (old, new))) < _LIST:
            return ""
        gone = missing(old, new) if "C306" in kinds else ""
        fresh = missing(new, old) if "C307" in kinds else ""
        lead = headlines.name(clauses_subject(new, new.find(_STOP), _SUBJECT))
        return (
            headlines.listed(lead or self._topic(finding.new), gone, fresh) if gone or fresh else ""
        )

    def _row(self, old: Evidence, new: Evidence) -> str:
        """The cells of a table's row that changed, under the name of the row.

        Where the columns rolled on, the last stands beside the last: 2029 beside 2030.
        """
        before, after = (self._sentence(e).split(_CELL) for e in (old, new))
        if len(before) < 2 or len(before) != len(after) or before[0] != after[0]:
            return ""
        heads = self._heads(old, len(before)), self._heads(new, len(after))
        if heads[0] != heads[1] and before[-1] != after[-1]:
            change = headlines.cell(heads[1][-1], before[-1], after[-1])
            return headlines.row(before[0], [change])
        changed = [at for at in range(1, len(after)) if before[at] != after[at]]
        told = [headlines.cell(heads[1][at], before[at], after[at]) for at in changed]
        return headlines.row(before[0], told) if told else ""

    def _heads(self, evidence: Evidence, width: int) -> list[str]:
        """The heads of the columns of a row, as many as it has cells; "" where none is known."""
        reading = self._reading(evidence)
        at = reading.edition.sentences[evidence.sentence].span.start
        inside = (t for t in reading.edition.tables if t.span.start <= at < t.span.end)
        heads = next((t.heads for t in inside if len(t.heads) == width), ())
        return [cell.text for cell in heads] or [""] * width

    def _exchange(self, finding: Finding, words: Words) -> str:
        """The words that differ: inside their statement, or under the subject or the section."""
        assert finding.old is not None and finding.new is not None
        old, new = map(headlines.core, words.own)
        before = self._sentence(finding.old)
        place = self._around(finding.new, words, new)
        line = headlines.exchanged_in(before, place, old, new)
        if line:
            return self._named(line, finding.new)
        line = self._in_turn(finding, words)
        if line:
            return self._named(line, finding.new)
        subject = headlines.name(clauses_subject(words.text, words.at, _SUBJECT))
        named = subject if _NAME.search(subject) else self._topic(finding.new)
        if not all(map(headlines.says_by_itself, words.own)):
            line = self._statement(finding)
        return line or headlines.wording(named or subject, words.old, words.new)

    def _statement(self, finding: Finding) -> str:
        """The statement that is gone, else the newer one, of two that differ in words which by
        themselves say nothing; "" for none."""
        assert finding.old is not None and finding.new is not None
        old, new = self._part(finding.old), self._part(finding.new)
        if finding.rule.id in _GONE:
            return headlines.whole(self._gone(old, finding.old, new.text), new.text)
        line = headlines.newly(new, self._topic(finding.new), old.text)
        return headlines.whole(line, old.text)

    def _in_turn(self, finding: Finding, words: Words) -> str:
        """Both statements, where the words alone that differ are parts of what each says; "" where
        they name things."""
        if not words.old or not words.new or headlines.names_things(*words.own):
            return ""
        assert finding.old is not None and finding.new is not None
        before, after = self._sentence(finding.old), self._sentence(finding.new)
        return headlines.in_turn(_holding(before, words.own[0]), _holding(after, words.own[1]))

    def _around(self, shown: Evidence, words: Words, new: str) -> Part:
        """The place in its sentence where words came or went."""
        text, at = self._sentence(shown), words.at + max(words.own[1].find(new), 0)
        if words.text in text:
            at += text.index(words.text)
        else:
            text = words.text
        return Part(text, at, at + max(len(new), 1))

    def _named(self, line: str, shown: Evidence) -> str:
        """A statement with what it is about before it, where its subject only points back."""
        return headlines.under(self._topic(shown), line)

    def _topic(self, shown: Evidence) -> str:
        """What a sentence is about by its place: the name of its table's row, or its section."""
        edition = self._reading(shown).edition
        sentence = edition.sentences[shown.sentence]
        name = self._rows[shown.side].get(sentence.span.start)
        if name and name != sentence.text:
            return topic(name)
        return self._section(shown)

    def _section(self, shown: Evidence) -> str:
        """The title of the section of a place; "" where it holds nearly all of a text."""
        edition = self._reading(shown).edition
        sentence = edition.sentences[shown.sentence]
        home = self._homes[shown.side][sentence.section]
        if home > max(_WHOLE * len(edition.sentences), _FEW):
            return ""  # what holds for nearly all of a text tells nothing of its sentences
        section = edition.section_of(sentence)
        title = self.homes.heading(section, shown.side)
        states = title.endswith(":") or has_verb(title)
        if len(title.split()) > _TITLE and states:  # what is no name if cut
            title = section.path[-2] if len(section.path) > 1 else ""
        return topic(title)

    @cached_property
    def _homes(self) -> Mapping[Side, Mapping[int, int]]:
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

    def _words(self, finding: Finding) -> Words:
        return differing(finding, self.comparison)

    def _subject(self, finding: Finding) -> str:
        """Who or what a statement is about, where that is short; else the section's title."""
        assert finding.new is not None
        text = self._sentence(finding.new)
        at = max(finding.new.at.start, text.find(finding.values[-1]))
        own = clauses_subject(text, at, _SUBJECT)
        subjects = self._subjects.get(finding.new.sentence, ())
        named = [s for s in subjects if len(s.split()) <= _SUBJECT and _NAME.search(s)]
        proper = own if own[:1].isupper() and not own.startswith(("The ", "A ", "An ")) else ""
        return headlines.name(proper or next(iter(named), "")) or topic(finding.section)

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

    def _reading(self, evidence: Evidence) -> Reading:
        return self.comparison.old if evidence.side is Side.OLD else self.comparison.new

    def _sentence(self, evidence: Evidence) -> str:
        return self._reading(evidence).edition.sentences[evidence.sentence].text

    def _part(self, evidence: Evidence) -> Part:
        """The words that a finding quotes in their sentence; all of it where they are few."""
        text, at = self._sentence(evidence), evidence.at
        few = len(text[at.start : at.end].split()) < _STATEMENT
        return Part(text) if few else Part(text, at.start, at.end)


def both_given(old: Fact, new: Fact) -> bool:
    """Whether both editions give a value, so that nothing is withheld."""
    return old.status is Status.REPORTED and new.status is Status.REPORTED


def _is_of_one_time(finding: Finding, old: Fact | None, new: Fact | None) -> bool:
    """Whether a finding sets two values for one time side by side."""
    if old is None or new is None or old.period is None:
        return False
    return finding.rule.id in ("N105", "N106") and old.period == new.period


def _are_of_one_name(old: Fact, new: Fact) -> bool:
    """Whether two figures have one label, what stands in brackets aside."""
    one, two = (without_asides(fact.label).casefold().split() for fact in (old, new))
    return one == two


def _is_change(finding: Finding) -> bool:
    """Whether a finding sets two figures side by side."""
    return finding.rule.id in ("N101", "N102", "N106") and bool(finding.old and finding.new)


def _holding(text: str, words: str) -> Part:
    """The part of a sentence that some words are; all of it where they do not stand in it."""
    at = text.find(words)
    return Part(text, at, at + len(words)) if at >= 0 else Part(text)


def _is_lone(finding: Finding) -> bool:
    """Whether only one edition gives a figure."""
    figures = finding.rule.id in ("N103", "N104")
    return figures and (finding.old is None) != (finding.new is None)


def _is_range(low: Fact, high: Fact, text: str) -> bool:
    """Whether two figures are the ends of a range: "6 to 7", "between 9.3% and 10.9%"."""
    bounds = low.bound in (Bound.AT_LEAST, Bound.ABOUT) and high.bound is Bound.AT_MOST
    joined = text[low.at.end : high.at.start].strip(" %").casefold() in _TO
    return bounds and joined and (low.unit, low.counted) == (high.unit, high.counted)


_TO: Final = frozenset({"to", "and", "-", "–", "—"})


def _stands(quote: str, line: str) -> bool:
    """Whether a figure stands in a line by itself: "4%" does not in "14%"."""
    found = re.search(rf"(?<![\w.,]){re.escape(quote)}(?!\w)", line, re.IGNORECASE)
    return found is not None


def _key(line: str) -> str:
    return line.partition(":")[0]


def _items(text: str) -> int:
    return text.count(_STOP)


def _is_bare(label: str, fact: Fact) -> bool:
    """Whether a figure in prose is named by too little: "Districts", "Local clerks" who did what,
    "Cases filed" by whom.

    What opens with a verb ("is closed on Mondays") names nothing at all, and what ends in a small
    word ("stocks estimated to be") calls for more.
    """
    words = label.split()
    many = fact.unit in (None, "%") and (fact.counted or "").endswith("s")
    anybody = stem(words[0]) in _ANYBODY or (many and not _is_participle(words[-1]))
    bare = len(words) == 1 or (len(words) == _BARE and anybody)
    bare = bare or label.partition(" ")[0].casefold() in BE
    hangs = words[-1].casefold() in BE or words[-1].casefold() in FUNCTION_WORDS
    return fact.table is None and (bare or hangs)


def _is_named(change: NamedChange) -> bool:
    """Whether a change has a name, which opens with no verb, and looks like one: a loss of 1.2 that
    became a gain of 1.2 is told by its statement."""
    first, *rest = change.label.casefold().split()
    vague = first in _VAGUE and "of" not in rest and len(rest) <= _BARE
    return change.before != change.after and not vague and not opens_with_verb(change.label)


_VAGUE: Final = frozenset("amount number share average figure value rate".split())


def _is_harm(label: str) -> bool:
    """Whether two words name those whom harm befell, as in "Women killed"."""
    who, *what = label.casefold().split()
    return len(what) == 1 and stem(who) in _ANYBODY and is_grave(what) and _is_participle(what[0])


def _counts_nothing(label: str) -> bool:
    """Whether the label of a row names no thing before what hangs on it: "Total other", "Total by
    The Harbour Guild"."""
    names = re.findall(r"[^\W\d_]+", label.casefold())
    named = takewhile(
        lambda word: word == "of" or word not in FUNCTION_WORDS or word in _SUMS, names
    )
    return bool(names) and names[0] in _SUMS and _SUMS.issuperset(named)


_SUMS: Final = TOTALS | {"other", "others"}


def _is_participle(word: str) -> bool:
    return word.endswith("ed") or word in _PARTICIPLES


_PARTICIPLES: Final = frozenset(PARTICIPLES.values())


def _is_anything(label: str) -> bool:
    """Whether a name could be one of anything: "Districts", "Cases filed", "Persons held"."""
    first, *others = label.split()
    return not others or stem(first) in _ANYTHING


_EMPTY: Final = "“”"


def _says_otherwise(line: str, old: Fact, new: Fact) -> bool:
    """Whether a statement says that a figure fell that rose, since it sets it beside another."""
    said = {*re.findall(r"[a-z]+", line)}
    up, down = not _UP.isdisjoint(said), not _DOWN.isdisjoint(said)
    if up == down or old.value is None or new.value is None or min(old.value, new.value) < 0:
        return False
    return old.value < new.value if down else old.value > new.value


_STOP: Final = ";"  # what stands behind it is a statement of its own

# A name inside a subject: "the Coast Unit"; "the law" or "they" say less than the section does.
_NAME: Final = re.compile(r"(?<=\s)[A-Z]\w+|^[A-Z]\w+ [A-Z]")


# Plain words alone: of what "sank" or "was cut" the figure is another one's.
_UP: Final = frozenset("up rose risen increased grew grown higher".split())
_DOWN: Final = frozenset("down fell fallen decreased declined dropped lower".split())
