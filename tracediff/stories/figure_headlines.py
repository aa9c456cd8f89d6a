"""Headlines of figures: findings in, a name with the values of both editions out."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import pairwise
from typing import Final

from tracediff.ledger.likeness import turned
from tracediff.lexicon.money import MONEY
from tracediff.lexicon.units import MEASURES
from tracediff.model import Bound, Evidence, Fact, Finding, Side, Status
from tracediff.stories.claim_headlines import ClaimHeadlines
from tracediff.stories.differing import differing
from tracediff.stories.evidence import ShownEvidence, both_sides
from tracediff.stories.naming import counts_nothing, is_anything, is_bare, is_harm
from tracediff.wording import headlines
from tracediff.wording.headlines import NamedChange
from tracediff.wording.statements import Part

_TOGETHER: Final = 18  # words of a statement that holds two figures


@dataclass(frozen=True)
class FigureHeadlines:
    """Puts findings of figures of one comparison into headlines."""

    evidence: ShownEvidence
    claims: ClaimHeadlines

    def named(self, finding: Finding) -> str:
        """What the figures of a finding count, under their section where that says little, and
        an answer under its question."""
        shown = finding.new or finding.old
        fact = self.evidence.fact(shown)
        label = headlines.name(self.evidence.label(finding, fact))
        if shown is None or fact is None:
            return label
        label = self.row_name(finding, label, fact)
        if not is_bare(label, fact):
            return headlines.asked(self.evidence.question_of(shown), label)
        home = self.evidence.topic_of(shown)
        return f"{home}, {headlines.lowered(label, always=True)}" if home else label

    def values(self, finding: Finding) -> list[Decimal | None]:
        """The values that both sides of a finding give."""
        facts = (self.evidence.fact(finding.old), self.evidence.fact(finding.new))
        return [fact.value for fact in facts if fact is not None]

    def change(self, finding: Finding) -> NamedChange | None:
        """A changed figure in parts; None where its name says little."""
        old, new = self.evidence.fact(finding.old), self.evidence.fact(finding.new)
        if old is None or new is None or self.evidence.is_one_place(finding):
            return None
        if is_of_one_time(finding, old, new):
            return None  # which may count something else, and is no change in time
        label = self.row_name(finding, headlines.name(self.evidence.label(finding, new)), new)
        if is_bare(label, new) and not is_harm(label):
            return None
        was, now, ends = self._both(finding, old, new)
        return headlines.named_change(label, was, now, self.evidence.years, ends)

    def _values_of(self, finding: Finding, label: str, old: Fact, new: Fact, *, brief: bool) -> str:
        """A label with both values; a range, of which one end alone says little, as a whole."""
        was, now, ends = self._both(finding, old, new)
        return headlines.figures(label, was, now, self.evidence.years, brief=brief, ends=ends)

    def _both(
        self, finding: Finding, old: Fact, new: Fact
    ) -> tuple[Fact, Fact, tuple[Fact | None, Fact | None]]:
        """Both values, or the lower ends of the ranges that they are of, and the upper ends."""
        earlier, later = both_sides(finding)
        was, first_end = self._range(earlier, old)
        now, second_end = self._range(later, new)
        return was, now, (first_end, second_end)

    def _range(self, shown: Evidence, fact: Fact) -> tuple[Fact, Fact | None]:
        """The lower and the upper end of the range that a figure is an end of; else itself."""
        if fact.bound is Bound.EXACT:
            return fact, None
        text = self.evidence.sentence(shown)
        for low, high in pairwise(self._beside[shown.side, fact.sentence]):
            if fact.index in (low.index, high.index) and _is_range(low, high, text):
                return low, high
        return fact, None

    def line(self, finding: Finding) -> str:
        """The headline of a finding of figures, by its rule and by what is given of both sides."""
        old, new = self.evidence.fact(finding.old), self.evidence.fact(finding.new)
        label = headlines.name(self.evidence.label(finding, new or old))
        label = self.row_name(finding, label, new) if new is not None else label
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
            case _, Fact(), Fact() if not self.evidence.is_one_place(finding):
                return self._two_sided(finding, label, old, new)
        return self._one_figure(finding, label, old, new)

    def _changed_since(self, finding: Finding, label: str) -> str:
        """What a restated figure has changed to in the year since; "" where that is not told."""
        again = finding.new
        for one in finding.facets:
            start = one.old
            same = again and start and (start.side, start.fact) == (again.side, again.fact)
            old, new = self.evidence.fact(one.old), self.evidence.fact(one.new)
            if same and one.rule.id == "N101" and old is not None and new is not None:
                return self._values_of(one, label, old, new, brief=True)
        return ""

    def _halves(self, finding: Finding) -> str:
        """What is said now and what was said before of one matter; their figures are no change."""
        earlier, later = both_sides(finding)
        facts = self.evidence.fact(earlier), self.evidence.fact(later)
        line = self._cells(finding, *facts)
        if line:
            return line
        old, new = self.evidence.clause_of(earlier), self.evidence.clause_of(later)
        line = headlines.reworded(old, new)
        if line:
            return self.claims.under_topic(line, later)
        return self.claims.of_one_side(finding, old, new) or self.claims.exchange(
            finding, differing(finding, self.evidence.comparison, largest=True)
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
        labels = [headlines.name(self.evidence.label(finding, fact)) for fact in (old, new)]
        if labels[0].casefold() != labels[1].casefold():
            return headlines.beside(labels, old, new)
        return headlines.figures(labels[1], old, new, self.evidence.years, brief=True)

    def _two_sided(self, finding: Finding, label: str, old: Fact, new: Fact) -> str:
        """Two values under their name; where that says little, in their statement or under the
        title of their section."""
        assert finding.new is not None
        unlike = finding.rule.id == "N106"  # of which no change in percent is given
        line = self._values_of(finding, label, old, new, brief=unlike)
        if not is_bare(label, new):
            return line
        if self._ends_line(finding.old, old) and self._ends_line(finding.new, new):
            assert finding.new is not None
            home = self.evidence.title_of(finding.new) if counts_nothing(label) else ""
            return f"{home}, {headlines.lowered(line, always=True)}" if home else line
        stated = self._told_together(finding) or self._stated(finding, old, new, unlike)
        if stated or not is_anything(label):
            return stated or line
        name = self.evidence.topic_of(finding.new)
        if not name:
            return line
        if label.casefold() in MONEY or label.casefold() in MEASURES:  # the values show it
            return f"{name}{line.removeprefix(label)}"
        return f"{name}, {headlines.lowered(line, always=True)}"

    def _ends_line(self, shown: Evidence | None, fact: Fact) -> bool:
        """Whether a figure is the value of a line "Label: value"."""
        if shown is None:
            return False
        text = self.evidence.sentence(shown)
        led = text[: fact.at.start].rstrip(" *_$€£¥~")
        return led.endswith(":") and not text[fact.at.end :].strip(" .*_;")

    def row_name(self, finding: Finding, label: str, fact: Fact) -> str:
        """The label of a figure, under the title of its section where a row's names no thing."""
        if fact.table is None or finding.new is None:
            return label
        shared = fact.table in self._of_shared_rows
        if not counts_nothing(label) and not shared:
            return label
        home = self.evidence.title_of(finding.new)
        named = label if shared else headlines.lowered(label, always=True)
        return f"{home}, {named}" if home else label

    @cached_property
    def _of_shared_rows(self) -> frozenset[int]:
        """The tables of the newer edition of which most rows stand in others too, with other
        values: classes of anything, as countries. A summary has the same values."""
        rows: defaultdict[str, defaultdict[int, dict[int | None, Decimal | None]]]
        rows = defaultdict(lambda: defaultdict(dict))
        for fact in self.evidence.comparison.new.facts:
            if fact.table is not None and fact.label:
                rows[fact.label][fact.table][fact.year] = fact.value
        inside, shared = Counter[int](), Counter[int]()
        for held in rows.values():
            given = defaultdict[int | None, set[Decimal | None]](set)
            for own in held.values():
                for year, value in own.items():
                    given[year].add(value)
            inside.update(held.keys())
            shared.update(t for t, own in held.items() if any(len(given[y]) > 1 for y in own))
        return frozenset(table for table, n in shared.items() if 2 * n > inside[table] > 2)

    def _stated(self, finding: Finding, old: Fact, new: Fact, unlike: bool) -> str:
        """The clause of a figure, with what it was before; "" where it holds other figures that
        the older sentence does not give too."""
        earlier, later = both_sides(finding)
        shown, before = later, self.evidence.sentence(earlier)
        text, at = self.evidence.sentence(shown), new.at.start
        line = headlines.stated(Part(text, at, at + 1), old, new, self.evidence.years, brief=unlike)
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
        first = min(map(self.evidence.clause_of, (old, new)), key=lambda part: part.start)
        line = headlines.said(first, _TOGETHER)
        held = [f for f in self._beside[new.side, new.sentence] if _stands(f.quote, line)]
        wanted = {one.fact for one in (old, new)}
        return line if {f.index for f in held} == wanted else ""

    @cached_property
    def _beside(self) -> Mapping[tuple[Side, int], Sequence[Fact]]:
        """The figures of each sentence."""
        found: defaultdict[tuple[Side, int], list[Fact]] = defaultdict(list)
        for side, reading in zip(
            Side, (self.evidence.comparison.old, self.evidence.comparison.new), strict=True
        ):
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
        part = Part(self.evidence.sentence(shown), at, at + 1)
        if shown is finding.old:
            return self.claims.gone_line(part, shown)
        if finding.old is None:
            return headlines.newly(part, self.evidence.topic_of(shown))
        return self.claims.under_topic(headlines.said(part), shown)


def both_given(old: Fact, new: Fact) -> bool:
    """Whether both editions give a value, so that nothing is withheld."""
    return old.status is Status.REPORTED and new.status is Status.REPORTED


def is_of_one_time(finding: Finding, old: Fact | None, new: Fact | None) -> bool:
    """Whether a finding sets two values for one time side by side."""
    if old is None or new is None or old.period is None:
        return False
    return finding.rule.id in ("N105", "N106") and old.period == new.period


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


def _says_otherwise(line: str, old: Fact, new: Fact) -> bool:
    """Whether a statement says that a figure fell that rose, since it sets it beside another."""
    said = {*re.findall(r"[a-z]+", line)}
    up, down = not _UP.isdisjoint(said), not _DOWN.isdisjoint(said)
    if up == down or old.value is None or new.value is None or min(old.value, new.value) < 0:
        return False
    return old.value < new.value if down else old.value > new.value


# Plain words alone: of what "sank" or "was cut" the figure is another one's.
_UP: Final = frozenset("up rose risen increased grew grown higher".split())
_DOWN: Final = frozenset("down fell fallen decreased declined dropped lower".split())
