"""The mentions of time of a sentence in, what each of them is said of out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from tracediff.extract.figure import Figure
from tracediff.extract.periods import Mention
from tracediff.lexicon.syntax import AMOUNTS, STRETCHES
from tracediff.model import Period
from tracediff.model.syntax import NOWHERE, Clause, Relation
from tracediff.syntax import Parse

BASES: Final = frozenset("from on over above below".split())
# What data are from: its year is the year of the data.
SOURCES: Final = frozenset("census survey study poll".split())
_DESCRIBING: Final = frozenset({Relation.RELATIVE, Relation.PARTICIPLE})
_AFTERMATH: Final = frozenset("following after because due stemming response since".split())
_BOUNDING: Final = frozenset("before after until".split())
_PARTING: Final = frozenset({",", "and", "but", ";"})
_EVENT: Final = _AFTERMATH | {"prior", "before"}


class Times:
    """The times of one sentence, with what each stands on in the parse."""

    def __init__(
        self,
        p: Parse,
        figures: Sequence[Figure],
        mentions: Sequence[Mention],
        own: Period | None,
        counted: Sequence[int] = (),
    ) -> None:
        """Plans for years after ``own`` date nothing; ``counted`` are the phrases of what the
        figures count."""
        last = own.end.year + 1 if own else 9999
        self.p, self.figures, self.until = p, figures, own.end if own else date.max
        self.mentions = [m for m in mentions if m.period and _is_told_of(m, p, last)]
        self.at = [self._token(m.start) for m in self.mentions]
        self.stops = [self._token(m.end - 1) + 1 for m in self.mentions]
        self.clauses = [self._place(j) for j in range(len(self.at))]
        self.counted = frozenset(counted)
        self.owned = frozenset(map(self.of_its_year, figures))

    def _place(self, j: int) -> int:
        """The clause of a mention; "last year" behind a comparison is part of it."""
        clause = self.p.clause_at[self.at[j]]
        if self.mentions[j].kind in ("same", "previous"):
            for number, one in enumerate(self.p.clauses):
                compared = one.relation is Relation.COMPARISON and one.parent == clause
                if compared and one.stop <= self.at[j]:
                    return number
        return clause

    def _token(self, place: int) -> int:
        t = self.p.tokens
        at = next((i for i in range(t.size) if t.end[i] > place), t.size - 1)
        return min(at, t.size - 1)

    def inside(self, clause: int) -> Iterator[int]:
        """The mentions in a clause, by number."""
        for j, place in enumerate(self.clauses):
            if place == clause and not self.names(j):
                yield j

    def names(self, j: int) -> bool:
        """Whether a year only names a noun, or is what another is compared with."""
        mention = self.mentions[j]
        compared = self.comparison(self.clauses[j]) is not None
        return j in self.owned or self.modifies(j) or (mention.base and not compared)

    def of_its_year(self, figure: Figure) -> int:
        """The time that a noun is of whose amount a figure is: "the 2019 estimate of 604 t".

        It is no other's: not that of the 45 in "sales of 45, above the 2018 budget of 40".
        """
        index = self.p.phrase_at[figure.first]
        at = self.p.phrases[index].preposition if index != NOWHERE else NOWHERE
        governor = self.p.phrases[index].governor if at != NOWHERE else NOWHERE
        if governor == NOWHERE or self.p.tokens.low[at] != "of":
            return NOWHERE
        noun = self.p.phrases[governor]
        if self.p.tokens.low[noun.head] not in AMOUNTS:
            return NOWHERE
        for j, place in enumerate(self.at):
            if noun.first <= place < noun.head and self.stops[j] <= noun.head:
                return j
        return NOWHERE

    def modifies(self, j: int) -> bool:
        """Whether a time only names the noun behind it, which is not what is counted."""
        index = self.p.phrase_at[self.at[j]]
        if index == NOWHERE or index in self.counted:
            return self.mentions[j].adjective and index == NOWHERE
        head = self.p.phrases[index].head
        if self.p.tokens.low[head] in SOURCES and self._is_cited(index):
            return False
        if self.mentions[j].kind == "previous" and self._owns(j):
            return True  # "80 percent of the previous year's total"
        return head >= self.stops[j] and self.p.tokens.low[head].removesuffix("s") not in STRETCHES

    def _owns(self, j: int) -> bool:
        """Whether a time is said to have what follows: "last year's total"."""
        return self.p.tokens.low[self.stops[j] - 1].endswith(("’s", "'s"))

    def _is_cited(self, index: int) -> bool:
        """Whether data are said to be from what a phrase names: "according to the 2019 census"."""
        at = self.p.phrases[index].preposition
        return at != NOWHERE and self.p.tokens.low[at] in ("to", "in", "from", "by")

    def comparison(self, clause: int) -> Clause | None:
        """The comparison that a clause is, or lies in."""
        while clause != NOWHERE:
            one = self.p.clauses[clause]
            if one.relation is Relation.COMPARISON:
                return one
            if one.relation in (Relation.MAIN, Relation.COORDINATE, Relation.COMPLEMENT):
                return None
            if one.relation is Relation.ASIDE and self.p.tokens.text[one.opener] == "(":
                return None
            clause = one.parent
        return None

    def is_earlier(self, clause: int) -> bool:
        """Whether a relative clause says what a thing was before: "which had been 700 in 2015"."""
        one = self.p.clauses[clause]
        if one.relation is not Relation.RELATIVE or one.verb == NOWHERE:
            return False
        verb = self.p.verbs[one.verb]
        return self.p.tokens.low[verb.first : verb.stop] == ["had", "been"]

    def to_come(self, j: int) -> bool:
        """Whether what describes something gives a time beyond the edition's, which dates nothing
        else."""
        period = self.mentions[j].period
        describes = self.p.clauses[self.clauses[j]].relation in _DESCRIBING
        return describes and period is not None and period.start > self.until

    def bounds(self, j: int) -> bool:
        """Whether a time only bounds when what a participle says was done, so that it dates nothing
        else: "farms founded before 1900 numbered 310"."""
        first = self.at[j] - (self.p.tokens.low[self.at[j] - 1] == "the")
        describes = self.p.clauses[self.clauses[j]].relation in _DESCRIBING
        return describes and first > 0 and self.p.tokens.low[first - 1] in _BOUNDING

    def led_by(self, figure: Figure) -> str:
        """The preposition before the phrase of a figure, or ""."""
        index = self.p.phrase_at[figure.first]
        at = self.p.phrases[index].preposition if index != NOWHERE else NOWHERE
        return self.p.tokens.low[at] if at != NOWHERE else ""

    def past_base(self, figure: Figure, j: int) -> bool:
        """Whether a mention stands behind the level that a figure is compared with."""
        own = self.led_by(figure)
        return own not in BASES and any(
            self.led_by(f) in BASES for f in self.figures if figure.stop <= f.first < self.at[j]
        )

    def aftermath(self, figure: Figure, j: int) -> bool:
        """Whether a mention dates an event before the figure: "camps after floods in 2017"."""
        first = max(f.stop for f in self.figures if f.stop <= max(self.at[j], figure.stop))
        words = {*self.p.tokens.low[max(first, figure.stop) : self.at[j]]}
        here = self.clauses[j] == self.p.clause_at[figure.first]
        if self.mentions[j].since and here and words.isdisjoint(_PARTING):
            words.discard("since")  # "40 cases since 2018" are counted from then on
        return not _AFTERMATH.isdisjoint(words) and self.mentions[j].kind != "own"

    def of_event(self, j: int) -> bool:
        """Whether a mention dates an event that a count was before or after, not the count."""
        first = max((f.stop for f in self.figures if f.stop <= self.at[j]), default=0)
        return not _EVENT.isdisjoint(self.p.tokens.low[first : self.at[j]])

    def aside(self, figure: Figure, j: int) -> bool:
        """Whether a mention behind a figure dates something else."""
        return self.aftermath(figure, j) or self.past_base(figure, j)


def _is_told_of(mention: Mention, p: Parse, last: int) -> bool:
    """Whether figures may be for a time: one that is far off must be a year that is told of.

    "Receipts for 2030 are put at 12 million"; but no plan "2026–2030" dates what is told of it.
    """
    period = mention.period
    if period is None or period.end.year <= last:
        return period is not None
    return period.full_year and _TOLD_OF.search(p.tokens.source, 0, mention.start) is not None


_TOLD_OF: Final[re.Pattern[str]] = re.compile(r"\b(?:[Ff]or|[Ii]n|[Bb]y) (?:the )?\Z")
