"""Mentions of time and the parse in, a period for each figure out.

A figure takes the time that stands in its own clause: straight behind it, else before it, else
behind the list that it opens. Without one, the clause that it hangs on is asked, then what trails
in the clauses that hang on its own; a clause that compares, a remark in brackets and a clause with
a subject of its own keep their times to themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from tracediff.extract.figure import Figure
from tracediff.extract.periods import Mention, find_mentions, shifted, year_period
from tracediff.lexicon.calendar import MONTH_NAMES
from tracediff.lexicon.cues import REVISING
from tracediff.lexicon.syntax import NOW, STRETCHES
from tracediff.model import Period
from tracediff.model.syntax import NOWHERE, Clause, Relation, Tense
from tracediff.syntax import Parse

_BASES: Final = frozenset("from on over above below".split())
_YEARS: Final[int] = 371  # days from which on a stretch is longer than any one year
_CLOSED: Final = frozenset({Relation.COMPARISON, Relation.ASIDE, Relation.SUBORDINATE})
_GOING_ON: Final = frozenset({Relation.MAIN, Relation.COORDINATE, Relation.COMPLEMENT})
# What data are from: its year is the year of the data.
_SOURCES: Final = frozenset("census survey study poll".split())
_DESCRIBING: Final = frozenset({Relation.RELATIVE, Relation.PARTICIPLE})
_VERSUS: Final = frozenset("vs versus unlike relative".split())  # sets groups side by side
_OPENS: Final = frozenset({"between", "from"})
# Between two figures of a bracket, which say the same of two times as two figures before it.
_SHORTEST_YEAR: Final = 350  # days; of a shorter time the start of a movement lies before it
_BESIDE: Final = frozenset("vs versus compared against → ->".split())
_AFTERMATH: Final = frozenset("following after because due stemming response since".split())
_PARTING: Final = frozenset({",", "and", "but", ";"})
_EVENT: Final = _AFTERMATH | {"prior", "before"}
_TIME: Final = rf"(?:(?:{'|'.join(MONTH_NAMES)}) )?(?:19|20)\d\d(?:[/–-]\d\d(?!\d))?|FY ?\d\d"
_LISTED: Final[re.Pattern[str]] = re.compile(
    rf"\b(?:{_TIME})(?:, (?:{_TIME})){{0,4}},? and (?:{_TIME})(?!\d)"
)
_ONE_TIME: Final[re.Pattern[str]] = re.compile(_TIME)
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
        last = own.end.year + 1 if own else 9999
        self.p, self.figures, self.fallback = p, figures, fallback
        self.own, self.until = own, own.end if own else date.max
        self.mentions = [m for m in mentions if m.period and _is_told_of(m, p, last)]
        self.at = [self._token(m.start) for m in self.mentions]
        self.stops = [self._token(m.end - 1) + 1 for m in self.mentions]
        self.clauses = [self._place(j) for j in range(len(self.at))]
        self.phrases = [*counted]
        self.counted = frozenset(counted)
        self.named, self.bracketed = [*named], bracketed

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

    def periods(self, changes: Sequence[bool]) -> list[Period | None]:
        """The period of each figure; ``changes`` says which state a change."""
        each = self._respective()
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
        listed = _LISTED.search(t.source) if "respectively" in t.low else None
        each = _ONE_TIME.findall(listed.group()) if listed else []
        read = [m.period for one in each for m in find_mentions(one, self.own)[:1]]
        periods = [period for period in read if period is not None]
        size, found = len(periods), dict[int, Period]()
        for k in range(len(self.figures) - size + 1) if size > 1 else ():
            inside = all(self._listed(at) for at in range(k + 1, k + size))
            longer = self._listed(k) or self._listed(k + size)
            if inside and not longer:
                found |= {k + at: period for at, period in enumerate(periods)}
        return found

    def _listed(self, k: int) -> bool:
        """Whether only a conjunction or a comma stands between a figure and the one before it."""
        if not 0 < k < len(self.figures):
            return False
        between = self.p.tokens.low[self.figures[k - 1].stop : self.figures[k].first]
        return all(word in _JOINING or not word[0].isalnum() for word in between)

    def _period(self, k: int, figure: Figure, changes: bool) -> Period | None:
        stretch = self._moved_over(figure)
        if stretch is not None:
            return year_period(stretch.start.year if figure.high is not None else stretch.end.year)
        here = self.p.clause_at[figure.first]
        touching = self._touching(figure)
        if touching is not None:
            return self._departed(figure, touching.period) or touching.period
        if figure.sort == "times" and self.p.tokens.low[figure.stop] in ("the", "that"):
            ahead = [j for j, at in enumerate(self.at) if at < figure.first and not self._names(j)]
            return self.mentions[ahead[-1]].period if ahead else self.fallback
        host = self._host(k, here)
        if host is not None and self._stands_alone(k, host):
            return self.bracketed
        if host is not None:
            return self._period(host, self.figures[host], changes)
        own = self._bracketed(figure) or self._described(figure)
        if own is not None:
            return own.period
        found = self._of_counted(k) if self._is_absolute(figure) else None
        found = found or self._in_clause(k, here, changes)
        return self._found(k, figure, changes, found)

    def _found(self, k: int, figure: Figure, changes: bool, found: Mention | None) -> Period | None:
        """The period of a figure by the time that its clause gives, else by those around it."""
        here = self.p.clause_at[figure.first]
        compares = self._comparison(here)
        if found is None and compares is not None:
            return self._compared(k, compares, changes)
        if found is None:
            found = (
                self._described_time(here)
                or self._in_bracket(figure, here)
                or self._at_end_of_bracket(figure, here)
                or self._of_counted(k)
                or self._of_governor(figure)
                or self._of_subject(here)
                or self._of_source(here)
            )
        if found is None:
            found = self._above(k, here, changes) or self._trailing(k, here)
        if found is None:
            return self._departed(figure, self.fallback) or self.fallback
        period = found.period
        if changes and found.kind == "range" and period and period.days >= _YEARS:
            return year_period(period.end.year)
        if compares is None and not self._behind(k, here):
            brief = period is not None and period.days < _SHORTEST_YEAR
            if brief and figure.moving and figure.high is not None:
                return None  # "grew from 40 to 90 in May": the 40 were some time before
            return self._departed(figure, period) or period
        return period

    def _is_absolute(self, figure: Figure) -> bool:
        """Whether "with" behind a comma sets a figure apart: "…, with 29 still held in May"."""
        index = self.p.phrase_at[figure.first]
        at = self.p.phrases[index].preposition if index != NOWHERE else NOWHERE
        return at > 0 and self.p.tokens.low[at - 1 : at + 1] == [",", "with"]

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
        return bare and self._is_earlier(here) and not any(self._inside(here))

    def _is_earlier(self, clause: int) -> bool:
        """Whether a relative clause says what a thing was before: "which had been 700 in 2015"."""
        one = self.p.clauses[clause]
        if one.relation is not Relation.RELATIVE or one.verb == NOWHERE:
            return False
        verb = self.p.verbs[one.verb]
        return self.p.tokens.low[verb.first : verb.stop] == ["had", "been"]

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
                return self.mentions[j] if alone else None
        return None

    def _described(self, figure: Figure) -> Mention | None:
        """The time in what describes a number without a noun: "the 67 percent recorded in 2020"."""
        index = self.p.phrase_at[figure.first]
        if index == NOWHERE or self.p.phrases[index].head >= figure.stop:
            return None
        for j, clause in enumerate(self.clauses):
            one = self.p.clauses[clause]
            if one.relation is Relation.PARTICIPLE and one.subject == index and not self._names(j):
                return self.mentions[j]
        return None

    def _host(self, k: int, clause: int) -> int | None:
        """The figure whose phrase a bracket without a time of its own stands behind."""
        one = self.p.clauses[clause]
        if one.relation is not Relation.ASIDE or one.opener == NOWHERE or any(self._inside(clause)):
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

    def _comparison(self, clause: int) -> Clause | None:
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

    def _compared(self, k: int, clause: Clause, changes: bool) -> Period | None:
        """The far side of a comparison that names no time of its own is the year before.

        Where it names a thing of its own it compares things, not times.
        """
        if "rather" in self.p.tokens.low[max(0, clause.opener - 1) : clause.opener + 1]:
            return None  # "it opened 12 schools rather than 15": what might have been
        number = self.p.clauses.index(clause)
        inside = [*self._inside(number), *self._of_far_side(number)]
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
            if describes and one.parent == clause and not self._modifies(j):
                yield j

    # --- one clause -----------------------------------------------------------------------------

    def _inside(self, clause: int) -> Iterator[int]:
        """The mentions in a clause, by number."""
        for j, place in enumerate(self.clauses):
            if place == clause and not self._names(j):
                yield j

    def _names(self, j: int) -> bool:
        """Whether a year only names a noun, or is what another is compared with."""
        mention = self.mentions[j]
        compared = self._comparison(self.clauses[j]) is not None
        return self._modifies(j) or (mention.base and not compared)

    def _modifies(self, j: int) -> bool:
        """Whether a time only names the noun behind it, which is not what is counted."""
        index = self.p.phrase_at[self.at[j]]
        if index == NOWHERE or index in self.counted:
            return self.mentions[j].adjective and index == NOWHERE
        head = self.p.phrases[index].head
        if self.p.tokens.low[head] in _SOURCES and self._is_cited(index):
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

    def _in_clause(self, k: int, clause: int, changes: bool) -> Mention | None:
        """The mention of a clause that dates a figure."""
        inside = list(self._inside(clause))
        figure = self.figures[k]
        if not inside:
            return None
        item = self._in_item(figure, inside)
        if item is not None and not changes:
            return item
        behind = self._behind(k, clause)
        ahead = [j for j in inside if self.stops[j] <= figure.first or self.at[j] < figure.first]
        ahead = [j for j in ahead if not self._of_departure(figure, j)]
        if changes and behind is not None and self._is_of_change(figure, behind):
            return behind
        if changes:
            every = [self.mentions[j] for j in inside if not self._of_base(figure, j)]
            if not every:
                return None
            newest = [m for m in every if m.kind != "previous"] or every
            return max(newest, key=lambda m: m.period.end if m.period else date.min)
        if behind is not None and (not ahead or self._near(figure, behind)):
            return behind
        if ahead:
            return self.mentions[ahead[-1]]
        after = [j for j in inside if self.at[j] >= figure.stop and not self._aside(figure, j)]
        return self.mentions[after[0]] if after else None

    def _is_of_change(self, figure: Figure, mention: Mention) -> bool:
        """Whether a time follows a change directly: "by 5 percent in 2021 and 2 in 2022"."""
        at = self.at[self.mentions.index(mention)]
        opens = mention.kind in ("same", "previous", "range") or self.p.tokens.low[at - 1] in _OPENS
        return not opens and self._near(figure, mention)

    def _of_base(self, figure: Figure, j: int) -> bool:
        """Whether a mention dates the level that a change is from: "rose 2% on the 41 of 2019"."""
        before = [f for f in self.figures if figure.stop <= f.first and f.stop <= self.at[j]]
        return bool(before) and self._led_by(before[-1]) in _BASES

    def _of_departure(self, figure: Figure, j: int) -> bool:
        """Whether a mention dates where a movement to a figure comes from: "from 68 in 2020 to"."""
        return self._led_by(figure) == "to" and any(
            self._led_by(f) in ("from", "to") and f.stop <= self.at[j] < figure.first
            for f in self.figures
        )

    def _in_item(self, figure: Figure, inside: Sequence[int]) -> Mention | None:
        """The time at the end of the list item that a figure opens: "40 shares in 2019, …"."""
        t = self.p.tokens
        stop = figure.stop
        while stop < t.size and t.text[stop] not in (",", ";", "and", "to"):
            stop += 1
        found = [j for j in inside if figure.stop <= self.at[j] < stop]
        listed = any(self.at[j] >= stop for j in inside)
        before = any(self.at[j] < figure.first for j in inside)
        crossed = any(figure.stop <= f.first < stop for f in self.figures)
        return self.mentions[found[-1]] if found and crossed and (listed or before) else None

    def _near(self, figure: Figure, mention: Mention) -> bool:
        """Whether neither a comma nor a verb stands between a figure and the time behind it."""
        at = self.at[self.mentions.index(mention)]
        between = range(figure.stop, at)
        return not any(
            self.p.tokens.text[i] == "," or self.p.verb_at[i] != NOWHERE for i in between
        )

    def _behind(self, k: int, clause: int) -> Mention | None:
        """The mention that follows a figure in its clause before any other figure."""
        figure = self.figures[k]
        following = next(
            (
                f.first
                for f in self.figures[k + 1 :]
                if not f.bracket and f.sort != "ratio" and f.first >= figure.stop
            ),
            self.p.tokens.size,
        )
        for j in self._inside(clause):
            if figure.stop <= self.at[j] < following and not self._aftermath(figure, j):
                opens = self._opens_next(j, following)
                return None if opens else self.mentions[j]
        return None

    def _opens_next(self, j: int, following: int) -> bool:
        """Whether a mention behind a comma or "and" belongs to the figure that comes after it."""
        if following >= self.p.tokens.size:
            return False
        at = self.at[j]
        low = self.p.tokens.low
        while at > 0 and low[at - 1] in (
            "in",
            "during",
            "as",
            "of",
            "by",
            "from",
            "since",
            "for",
            "the",
        ):
            at -= 1
        return low[at - 1] in (",", "and", "while", "but") and low[self.stops[j]] not in (
            ";",
            ".",
            ")",
        )

    def _aftermath(self, figure: Figure, j: int) -> bool:
        """Whether a mention dates an event before the figure: "camps after floods in 2017"."""
        first = max(f.stop for f in self.figures if f.stop <= max(self.at[j], figure.stop))
        words = {*self.p.tokens.low[max(first, figure.stop) : self.at[j]]}
        here = self.clauses[j] == self.p.clause_at[figure.first]
        if self.mentions[j].since and here and words.isdisjoint(_PARTING):
            words.discard("since")  # "40 cases since 2018" are counted from then on
        return not _AFTERMATH.isdisjoint(words) and self.mentions[j].kind != "own"

    def _of_event(self, j: int) -> bool:
        """Whether a mention dates an event that a count was before or after, not the count."""
        first = max((f.stop for f in self.figures if f.stop <= self.at[j]), default=0)
        return not _EVENT.isdisjoint(self.p.tokens.low[first : self.at[j]])

    # --- other clauses --------------------------------------------------------------------------

    def _above(self, k: int, clause: int, changes: bool) -> Mention | None:
        """The mention of the nearest clause above that has one before the figure."""
        figure = self.figures[k]
        while (parent := self.p.clauses[clause].parent) != NOWHERE:
            if self._is_of_now(clause) or self._turns_to_now(clause):
                return None
            inside = [j for j in self._inside(parent) if self.at[j] < figure.first]
            if inside:
                return self.mentions[([j for j in inside if not self._of_event(j)] or inside)[-1]]
            before = (
                self._event(clause) or self._of_source(parent) or self._sibling(k, parent, clause)
            )
            if before is not None:
                return before
            if self.p.clauses[clause].relation is Relation.ASIDE and figure.bracket:
                behind = self._alone_behind(figure, parent)
                if behind is not None:
                    return behind
            clause = parent
        return None

    def _is_of_now(self, clause: int) -> bool:
        """Whether a clause says how things are now: "it began in 2001 and now has 40 boats"."""
        one = self.p.clauses[clause]
        verb = self.p.verbs[one.verb] if one.verb != NOWHERE else None
        if verb is None or verb.tense is not Tense.PRESENT:
            return False
        beside = self.p.tokens.low[max(verb.first - 1, 0) : verb.stop + 1]
        return not NOW.isdisjoint(beside)

    def _turns_to_now(self, clause: int) -> bool:
        """Whether a clause leaves the past told before it: "founded in 1987, and now has"."""
        one = self.p.clauses[clause]
        if one.relation is not Relation.COORDINATE or NOWHERE in (one.parent, one.verb):
            return False
        before, verb = self.p.clauses[one.parent].verb, self.p.verbs[one.verb]
        past = before != NOWHERE and self.p.verbs[before].tense is Tense.PAST
        first = next((i for i in range(verb.first, verb.stop) if self.p.tags[i][0] == "V"), NOWHERE)
        now = self.p.tags[first] == "VBZ" or self.p.tokens.low[first] in ("are", "have")
        return past and first != NOWHERE and now

    def _alone_behind(self, figure: Figure, clause: int) -> Mention | None:
        """The one time of a clause behind its figures in brackets: "raids (12) and thefts (9) were
        the commonest crimes of 2019"."""
        inside = [j for j in self._inside(clause) if self.at[j] >= figure.stop]
        others = any(self.p.clause_at[f.first] == clause for f in self.figures)
        return self.mentions[inside[0]] if len(inside) == 1 and not others else None

    def _of_counted(self, k: int) -> Mention | None:
        """The time in the clause that describes what is counted: "victims identified in 2019"."""
        phrase = self.phrases[k] if self.phrases else NOWHERE
        for j, clause in enumerate(self.clauses):
            one = self.p.clauses[clause]
            describes = one.relation in (Relation.PARTICIPLE, Relation.RELATIVE)
            told = describes and not self._names(j) and not self._to_come(j)
            told = told and not self._is_earlier(clause)
            if phrase != NOWHERE and one.subject == phrase and told:
                return self.mentions[j]
        return None

    def _described_time(self, clause: int) -> Mention | None:
        """The time that a relative clause is about: "the first half of 2021, when 806 died"."""
        one = self.p.clauses[clause]
        low = self.p.tokens.low
        if one.relation not in (Relation.RELATIVE, Relation.SUBORDINATE) or one.opener == NOWHERE:
            return None
        stop = one.opener - (low[one.opener - 1] == ",")
        if low[one.opener] not in ("when", "which"):
            return None
        return next(
            (m for m, end in zip(self.mentions, self.stops, strict=True) if end == stop), None
        )

    def _in_bracket(self, figure: Figure, clause: int) -> Mention | None:
        """The time that a bracket opens with: "318 (2019: 402)"."""
        while (one := self.p.clauses[clause]).relation is Relation.ASIDE:
            inside = [j for j in self._inside(clause) if self.at[j] < figure.first]
            if inside:
                return self.mentions[inside[-1]]
            clause = one.parent
        return None

    def _at_end_of_bracket(self, figure: Figure, clause: int) -> Mention | None:
        """The one time in a bracket behind its figures: "(68% granted, 32% refused in 2018)"."""
        while clause != NOWHERE and self.p.tokens.text[self.p.clauses[clause].opener] != "(":
            clause = self.p.clauses[clause].parent
        if clause == NOWHERE or self.p.clauses[clause].opener == NOWHERE:
            return None
        first = self.p.clauses[clause].opener
        text = self.p.tokens.text
        stop = next((i for i in range(first, len(text)) if text[i] == ")"), first)
        inside = [j for j, at in enumerate(self.at) if first < at < stop]
        if len(inside) != 1 or self.at[inside[0]] < figure.stop or self._names(inside[0]):
            return None
        compared = self._comparison(self.clauses[inside[0]]) is not None
        return None if compared else self.mentions[inside[0]]

    def _of_subject(self, clause: int) -> Mention | None:
        """The year of the event that did it: "a 2018 raid sank 12 boats"."""
        index = self.p.clauses[clause].subject
        if index == NOWHERE:
            return None
        phrase = self.p.phrases[index]
        return next(
            (self.mentions[j] for j, at in enumerate(self.at) if phrase.first <= at < phrase.head),
            None,
        )

    def _aside(self, figure: Figure, j: int) -> bool:
        """Whether a mention behind a figure dates something else."""
        return self._aftermath(figure, j) or self._past_base(figure, j)

    def _past_base(self, figure: Figure, j: int) -> bool:
        """Whether a mention stands behind the level that a figure is compared with."""
        own = self._led_by(figure)
        return own not in _BASES and any(
            self._led_by(f) in _BASES for f in self.figures if figure.stop <= f.first < self.at[j]
        )

    def _led_by(self, figure: Figure) -> str:
        """The preposition before the phrase of a figure, or ""."""
        index = self.p.phrase_at[figure.first]
        at = self.p.phrases[index].preposition if index != NOWHERE else NOWHERE
        return self.p.tokens.low[at] if at != NOWHERE else ""

    def _of_governor(self, figure: Figure) -> Mention | None:
        """The year that names what a figure's phrase hangs on: "a 2019 raid by two battalions"."""
        index = self.p.phrase_at[figure.first]
        index = self.p.phrases[index].governor if index != NOWHERE else NOWHERE
        while index != NOWHERE:
            phrase = self.p.phrases[index]
            for j, at in enumerate(self.at):
                if phrase.first <= at < phrase.head:
                    return self.mentions[j]
            index = phrase.governor
        return None

    def _event(self, clause: int) -> Mention | None:
        """The year of the event that a relative clause is about: "a 2019 raid that killed 13"."""
        one = self.p.clauses[clause]
        if one.relation not in (Relation.RELATIVE, Relation.PARTICIPLE) or one.subject == NOWHERE:
            return None
        index = one.subject
        while index != NOWHERE:
            phrase = self.p.phrases[index]
            for j, at in enumerate(self.at):
                if phrase.first <= at < phrase.stop:
                    return self.mentions[j]
            index = phrase.governor
        return None

    def _of_source(self, clause: int) -> Mention | None:
        """The year of the study that says so: "a survey conducted in 2018 found that 40 sank"."""
        index = self.p.clauses[clause].subject
        if index == NOWHERE or self.p.tokens.low[self.p.phrases[index].head] not in _SOURCES:
            return None
        phrase = self.p.phrases[index]
        for j, at in enumerate(self.at):
            one = self.p.clauses[self.clauses[j]]
            described = one.relation is Relation.PARTICIPLE and one.subject == index
            if phrase.first <= at < phrase.head or (described and not self._names(j)):
                return self.mentions[j]
        return None

    def _sibling(self, k: int, parent: int, clause: int) -> Mention | None:
        """The mention of a clause that stands before the figure's own and hangs on the same one."""
        figure = self.figures[k]
        for j in range(len(self.mentions) - 1, -1, -1):
            one = self.p.clauses[self.clauses[j]]
            beside = self.at[j] < figure.first and one.parent == parent and not self._names(j)
            opens = one.relation in _CLOSED and one.first == 0
            opens = opens and one.relation is not Relation.COMPARISON  # "similar to last year, …"
            if beside and (one.relation in _GOING_ON or opens):
                return self.mentions[j]
        return None

    def _trailing(self, k: int, clause: int) -> Mention | None:
        """The first mention behind in a clause that hangs on the figure's own or goes on."""
        figure = self.figures[k]
        for j, mention in enumerate(self.mentions):
            if self.at[j] < figure.stop or self._names(j) or self._past_base(figure, j):
                continue
            if self._to_come(j) or self._is_earlier(self.clauses[j]):
                continue
            if self.phrases and self._of_another(self.clauses[j], self.phrases[k]):
                continue
            if self._of_other_number(self.clauses[j], figure):
                continue
            if self._hangs_openly(self.clauses[j], clause) and not self._aftermath(figure, j):
                return mention
        return None

    def _to_come(self, j: int) -> bool:
        """Whether what describes something gives a time beyond the edition's, which dates nothing
        else."""
        period = self.mentions[j].period
        describes = self.p.clauses[self.clauses[j]].relation in _DESCRIBING
        return describes and period is not None and period.start > self.until

    def _of_other_number(self, clause: int, figure: Figure) -> bool:
        """Whether a participle describes another bare number: "over the 38 convicted in 2023"."""
        one = self.p.clauses[clause]
        if one.relation is not Relation.PARTICIPLE or one.subject == NOWHERE:
            return False
        phrase = self.p.phrases[one.subject]
        return any(f.first <= phrase.head < f.stop for f in self.figures if f is not figure)

    def _hangs_openly(self, clause: int, on: int) -> bool:
        """Whether a clause hangs on another without a break that keeps its times to itself."""
        while clause != NOWHERE and clause != on:
            one = self.p.clauses[clause]
            if one.relation in _CLOSED:
                return False
            if one.relation is Relation.COORDINATE and not one.shared:
                return False
            clause = one.parent
        if clause == on:
            return True
        up = self.p.clauses[on]
        return up.relation in (Relation.RELATIVE, Relation.PARTICIPLE, Relation.INCLUDING)

    def _of_another(self, clause: int, phrase: int) -> bool:
        """Whether a relative clause tells of something else than what a figure counts."""
        while clause != NOWHERE:
            one = self.p.clauses[clause]
            if one.relation is Relation.RELATIVE:
                return one.subject != phrase
            clause = one.parent
        return False


def _is_told_of(mention: Mention, p: Parse, last: int) -> bool:
    """Whether figures may be for a time: one that is far off must be a year that is told of.

    "Receipts for 2030 are put at 12 million"; but no plan "2026–2030" dates what is told of it.
    """
    period = mention.period
    if period is None or period.end.year <= last:
        return period is not None
    return period.full_year and _TOLD_OF.search(p.tokens.source, 0, mention.start) is not None


_TOLD_OF: Final[re.Pattern[str]] = re.compile(r"\b(?:[Ff]or|[Ii]n|[Bb]y) (?:the )?\Z")
