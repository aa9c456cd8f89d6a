"""Mentions of time and the parse in, a period for each figure out.

A figure takes the time that stands in its own clause: straight behind it, else before it, else
behind the list that it opens. Without one, the clause that it hangs on is asked, then what trails
in the clauses that hang on its own; a clause that compares, a remark in brackets and a clause with
a subject of its own keep their times to themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tracediff.extract.figure import Figure
from tracediff.extract.other_times import OtherTimes
from tracediff.extract.own_times import OwnTimes
from tracediff.extract.periods import Mention, find_mentions
from tracediff.extract.resolved_periods import shifted, year_period
from tracediff.extract.times import Times
from tracediff.lexicon.calendar import MONTH_NAMES
from tracediff.lexicon.cues import REVISING
from tracediff.lexicon.syntax import AMOUNTS
from tracediff.model import Period
from tracediff.model.syntax import NOWHERE, Clause, Relation
from tracediff.syntax import Parse

_YEARS: Final[int] = 371  # days from which on a stretch is longer than any one year
_VERSUS: Final = frozenset("vs versus unlike relative".split())  # sets groups side by side
_SHORTEST_YEAR: Final = 350  # days; of a shorter time the start of a movement lies before it
# Between two figures of a bracket, which say the same of two times as two figures before it.
_BESIDE: Final = frozenset("vs versus compared against → ->".split())
_TIME: Final = rf"(?:(?:{'|'.join(MONTH_NAMES)}) )?(?:19|20)\d\d(?:[/–-]\d\d(?!\d))?|FY ?\d\d"
_LISTED: Final[re.Pattern[str]] = re.compile(
    rf"\b(?:{_TIME})(?:, (?:{_TIME})){{0,4}},? and (?:{_TIME})(?!\d)"
)
_ONE_TIME: Final[re.Pattern[str]] = re.compile(_TIME)
_NOW: Final = frozenset("now today currently nowadays".split())
_JOINING: Final = frozenset("and approximately about nearly roughly".split())


class Dater:
    """Dates the figures of one sentence."""

    def __init__(
        self,
        p: Parse,
        figures: Sequence[Figure],
        mentions: Sequence[Mention],
        fallback: Period | None,
        own: Period | None,
        counted: Sequence[int] = (),
        named: Sequence[bool] = (),
        bracketed: Period | None = None,
    ) -> None:
        """``fallback`` is for figures without a time; plans for years after ``own`` date nothing.

        ``counted`` are the noun phrases of what the figures count; ``named`` says which figures
        name what they count themselves; ``bracketed`` is the period of figures in brackets.
        """
        self.p, self.figures, self.fallback, self.own = p, figures, fallback, own
        self.times = Times(p, figures, mentions, own, counted)
        self.mentions, self.at, self.stops = self.times.mentions, self.times.at, self.times.stops
        self.clauses = self.times.clauses
        self.own_times = OwnTimes(self.times)
        self.other_times = OtherTimes(self.times, counted)
        self.named, self.bracketed = [*named], bracketed
        self.listed: frozenset[Period] = frozenset()  # times that a list of figures takes in turn

    def periods(self, changes: Sequence[bool]) -> list[Period | None]:
        """The period of each figure; ``changes`` says which state a change."""
        each = self._respective() or self._in_turn()
        self.listed = frozenset(each.values())
        if len(each) == len(self.figures):
            return [each[k] for k in sorted(each)]
        found = [
            each[k] if k in each else self._period(k, figure, changes[k])
            for k, figure in enumerate(self.figures)
        ]
        return self._repeated(found)

    def _repeated(self, found: list[Period | None]) -> list[Period | None]:
        """The periods, those in brackets that set as many figures side by side as stand before them
        from what they repeat: "11% in 2020 versus 9% in 2019 (28 mills vs. 22)"."""
        t = self.p.tokens
        for first in (i for i in range(t.size) if t.text[i] == "("):
            stop = next((i for i in range(first, t.size) if t.text[i] == ")"), first)
            inside = [k for k, f in enumerate(self.figures) if first < f.first < stop]
            if len(inside) < 2 or any(first < at < stop for at in self.at):
                continue
            ends = self.figures[inside[0]].stop, self.figures[inside[-1]].first
            set_beside = _BESIDE.isdisjoint(t.low[slice(*ends)])
            if set_beside and "respectively" not in t.low[first:stop]:
                continue
            before = [k for k, f in enumerate(self.figures) if f.stop <= first][-len(inside) :]
            told = [found[k] for k in before]
            if len({*told}) == len(inside):
                for k, period in zip(inside, told, strict=True):
                    found[k] = period
        return found

    def _respective(self) -> dict[int, Period]:
        """The times of "in 2019 and 2020, 124 and 175 fires for $3 and $4, respectively": one for
        each figure of a list that is as long as the list of times."""
        t = self.p.tokens
        listed = _LISTED.search(t.source)
        each = _ONE_TIME.findall(listed.group()) if listed else []
        read = [m.period for one in each for m in find_mentions(one, self.own)[:1]]
        periods = [period for period in read if period is not None]
        size, found = len(periods), dict[int, Period]()
        told = "respectively" in t.low
        for k in range(len(self.figures) - size + 1) if size > 1 else ():
            behind = listed is not None and listed.end() <= t.start[self.figures[k].first]
            inside = all(self._listed(at, plain=not told) for at in range(k + 1, k + size))
            inside = inside and (told or behind)  # "in 2019 and 2020 it lost 3 and 4 cranes"
            longer = self._listed(k) or self._listed(k + size)
            if inside and not longer:
                found |= {k + at: period for at, period in enumerate(periods)}
        return found

    def _in_turn(self) -> dict[int, Period]:
        """The times of a list without verbs in which a time stands before each figure: "Rent 2017:
        $310, 2018: $320"."""
        places = [figure.first for figure in self.figures]
        size = len(places)
        if size < 2 or len(self.at) != size:
            return {}
        turns = [place for pair in zip(self.at, places, strict=True) for place in pair]
        inside = range(self.at[0], places[-1])
        if sorted({*turns}) != turns or any(self.p.verb_at[at] != NOWHERE for at in inside):
            return {}
        return {k: m.period for k, m in enumerate(self.mentions) if m.period is not None}

    def _listed(self, k: int, plain: bool = False) -> bool:
        """Whether only a conjunction or a comma stands between a figure and the one before it, and
        no word like "about" if asked for plain ones."""
        if not 0 < k < len(self.figures):
            return False
        between = self.p.tokens.low[self.figures[k - 1].stop : self.figures[k].first]
        if plain:
            return bool(between) and {*between} <= {",", "and"}
        return all(word in _JOINING or not word[0].isalnum() for word in between)

    def _period(self, k: int, figure: Figure, changes: bool) -> Period | None:
        stretch = self._moved_over(figure)
        if stretch is not None:
            return year_period(stretch.start.year if figure.high is not None else stretch.end.year)
        here = self.p.clause_at[figure.first]
        touching = self._touching(figure)
        if touching is not None:
            return self._departed(figure, touching.period) or touching.period
        multiple = figure.sort == "times" and self.p.tokens.low[figure.stop] in ("the", "that")
        if multiple or self._is_set_against(figure):
            ahead = [
                j for j, at in enumerate(self.at) if at < figure.first and not self.times.names(j)
            ]
            return self.mentions[ahead[-1]].period if ahead else self.fallback
        host = self._host(k, here)
        if host is not None and self._stands_alone(k, host):
            return self.bracketed
        if host is not None:
            return self._period(host, self.figures[host], changes)
        own = self._bracketed(figure) or self._described(figure) or self._of_whole(figure)
        if own is None and (dated := self.times.of_its_year(figure)) != NOWHERE:
            own = self.mentions[dated]
        if own is not None:
            return own.period
        found = self.other_times.of_counted(k) if self._is_absolute(figure) else None
        found = found or self.own_times.in_clause(k, here, changes)
        return self._found(k, figure, changes, found)

    def _found(self, k: int, figure: Figure, changes: bool, found: Mention | None) -> Period | None:
        """The period of a figure by the time that its clause gives, else by those around it."""
        here = self.p.clause_at[figure.first]
        compares = self.times.comparison(here)
        if found is None and compares is not None:
            return self._compared(k, compares, changes)
        if found is None:
            found = (
                self.other_times.described_time(here)
                or self.other_times.in_bracket(figure, here)
                or self.other_times.at_end_of_bracket(figure, here)
                or self.other_times.of_counted(k)
                or self.other_times.of_governor(figure)
                or self.other_times.of_subject(here)
                or self.other_times.of_source(here)
            )
        if found is None and self._is_now(here):
            return self.fallback
        if found is None:
            found = self.other_times.above(k, here, changes) or self.other_times.trailing(k, here)
        if found is None:
            return self._departed(figure, self.fallback) or self.fallback
        period = found.period
        if changes and found.kind == "range" and period and period.days >= _YEARS:
            return year_period(period.end.year)
        if compares is None and not self.own_times.behind(k, here):
            brief = period is not None and period.days < _SHORTEST_YEAR
            if brief and figure.moving and figure.high is not None:
                return None  # "grew from 40 to 90 in May": the 40 were some time before
            return self._departed(figure, period) or period
        return period

    def _is_now(self, here: int) -> bool:
        """Whether a clause says that it speaks of today: "in 2015, 12 worked here; now 31 do"."""
        one = self.p.clauses[here]
        if one.relation is not Relation.COORDINATE:
            return False
        return not _NOW.isdisjoint(self.p.tokens.low[one.first : one.stop])

    def _is_absolute(self, figure: Figure) -> bool:
        """Whether "with" behind a comma sets a figure apart: "…, with 29 still held in May"."""
        index = self.p.phrase_at[figure.first]
        at = self.p.phrases[index].preposition if index != NOWHERE else NOWHERE
        return at > 0 and self.p.tokens.low[at - 1 : at + 1] == [",", "with"]

    def _is_set_against(self, figure: Figure) -> bool:
        """Whether a share is of an amount that a participle dates, which is no time of its own: "a
        third of the number counted in 2019"."""
        index = self.p.phrase_at[figure.first]
        if figure.sort != "share" or index == NOWHERE:
            return False
        near = range(index, min(index + 2, len(self.p.phrases)))
        amounts = [k for k in near if self.p.tokens.low[self.p.phrases[k].head] in AMOUNTS]
        return any(
            self.p.clauses[clause].subject in amounts
            and self.p.clauses[clause].relation in (Relation.PARTICIPLE, Relation.ASIDE)
            for clause in self.clauses
        )

    def _moved_over(self, figure: Figure) -> Period | None:
        """The years over which a level moved: "between 2019 and 2022, it grew from 110 to 265",
        "since 2019 it has grown from 110 to 265"."""
        if not figure.moving:
            return None
        clause = self.p.clause_at[figure.first]
        beside = self.p.clauses[clause].relation is Relation.RELATIVE  # "since 2019, when it rose"
        over = [
            m
            for m, at in zip(self.mentions, self.clauses, strict=True)
            if (m.kind == "range" or (m.since and (at == clause or not beside))) and not m.base
        ]
        ranges = [m.period for m in over if m.period]
        return ranges[0] if len(ranges) == 1 and ranges[0].days >= _YEARS else None

    def _departed(self, figure: Figure, period: Period | None) -> Period | None:
        """The year before, for the level that "fell from 40 to 36" starts at, and for what a thing
        "had been" before."""
        leaves = figure.moving and figure.high is not None
        if not (leaves or self._had_been(figure)) or not period or not period.full_year:
            return None
        verb = self.p.clauses[self.p.clause_at[figure.first]].verb
        if verb != NOWHERE and self.p.tokens.low[self.p.verbs[verb].head] in REVISING:
            return None
        return shifted(period, -1)

    def _had_been(self, figure: Figure) -> bool:
        """Whether a clause without a time says what the thing before it was earlier: "650 boats,
        which had been 700"."""
        here, index = self.p.clause_at[figure.first], self.p.phrase_at[figure.first]
        bare = index in self.p.clauses[here].objects and self.p.phrases[index].head < figure.stop
        return bare and self.times.is_earlier(here) and not any(self.times.inside(here))

    def _touching(self, figure: Figure) -> Mention | None:
        """The mention straight before a figure in brackets: "in 2019 (885)"."""
        if not figure.bracket:
            return None
        opened = figure.first
        while opened > 0 and self.p.tokens.text[opened] != "(":
            opened -= 1
        inside = any(opened < at for at in self.at if at < figure.first)
        if inside:
            return None
        return next(
            (m for m, stop in zip(self.mentions, self.stops, strict=True) if stop == opened),
            None,
        )

    def _bracketed(self, figure: Figure) -> Mention | None:
        """The time that stands alone in the bracket behind a figure: "818 cases (as of July)"."""
        index = self.p.phrase_at[figure.first]
        stop = self.p.phrases[index].stop if index != NOWHERE else figure.stop
        for j, clause in enumerate(self.clauses):
            one = self.p.clauses[clause]
            if one.relation is Relation.ASIDE and one.opener == stop:
                alone = not any(one.first <= f.first < one.stop for f in self.figures)
                alone = alone and "=" not in self.p.tokens.text[one.first : one.stop]
                return self.mentions[j] if alone else None
        return None

    def _described(self, figure: Figure) -> Mention | None:
        """The time in what describes a number without a noun: "the 67 percent recorded in 2020"."""
        index = self.p.phrase_at[figure.first]
        if index == NOWHERE or self.p.phrases[index].head >= figure.stop:
            return None
        for j, clause in enumerate(self.clauses):
            one = self.p.clauses[clause]
            if (
                one.relation is Relation.PARTICIPLE
                and one.subject == index
                and not self.times.names(j)
            ):
                return self.mentions[j]
        return None

    def _of_whole(self, figure: Figure) -> Mention | None:
        """The time of what was done to a whole, not of what was done to a part of it: "of the 310
        permits issued in 2021, 290 had expired by 2023"."""
        t, index = self.p.tokens, self.p.phrase_at[figure.first]
        at = self.p.phrases[index].preposition if index != NOWHERE else NOWHERE
        if at == NOWHERE or t.low[at] not in ("of", "among") or figure.sort != "count":
            return None
        for j, clause in enumerate(self.clauses):
            one = self.p.clauses[clause]
            describes = one.relation in (Relation.PARTICIPLE, Relation.RELATIVE)
            straight = one.first == self.p.phrases[index].stop and one.subject == index
            if describes and straight and not (self.times.names(j) or self.times.bounds(j)):
                return self.mentions[j]
        return None

    def _host(self, k: int, clause: int) -> int | None:
        """The figure whose phrase a bracket without a time of its own stands behind."""
        one = self.p.clauses[clause]
        if (
            one.relation is not Relation.ASIDE
            or one.opener == NOWHERE
            or any(self.times.inside(clause))
        ):
            return None
        for j in range(k - 1, -1, -1):
            index = self.p.phrase_at[self.figures[j].first]
            if index != NOWHERE and self.p.phrases[index].stop == one.opener:
                return j
        return None

    def _stands_alone(self, k: int, host: int) -> bool:
        """Whether a number alone in brackets repeats the figure before it for another time, as the
        edition says of all of them: "41 (38)"."""
        one, other, t = self.figures[k], self.figures[host], self.p.tokens
        alone = t.text[one.first - 1] == "(" and t.text[one.stop] == ")"
        return (
            self.bracketed is not None
            and alone
            and (one.sort, one.unit) == (other.sort, other.unit)
        )

    def _compared(self, k: int, clause: Clause, changes: bool) -> Period | None:
        """The far side of a comparison that names no time of its own is the year before.

        Where it names a thing of its own it compares things, not times.
        """
        if "rather" in self.p.tokens.low[max(0, clause.opener - 1) : clause.opener + 1]:
            return None  # "it opened 12 schools rather than 15": what might have been
        number = self.p.clauses.index(clause)
        inside = [*self.times.inside(number), *self._of_far_side(number)]
        if inside:
            return self.mentions[inside[0]].period
        share = self.figures[k].sort in ("percent", "share")
        other = bool(self.named) and self.named[k] and share
        other = other or (share and self.p.tokens.low[self.figures[k].stop] == "of")
        other = other or (share and self.p.tokens.low[clause.opener] in _VERSUS)
        beside = next(
            (j for j, f in enumerate(self.figures) if self.p.clause_at[f.first] == clause.parent),
            None,
        )  # the figure that it is compared with
        near, figure = self.fallback, self.figures[k]
        other = other or (figure.moving and figure.low is not None)  # "up from 12 to 15"
        if beside is not None:
            near = self._period(beside, self.figures[beside], changes)
        return shifted(near, -1) if near and near.full_year and not other else near

    def _of_far_side(self, clause: int) -> Iterator[int]:
        """The mentions in what describes the far side of a comparison: "the 30 hired in 2018"."""
        for j, place in enumerate(self.clauses):
            one = self.p.clauses[place]
            describes = one.relation in (Relation.PARTICIPLE, Relation.RELATIVE)
            if describes and one.parent == clause and not self.times.modifies(j):
                yield j
