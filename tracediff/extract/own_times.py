"""A figure in, the time that stands in its own clause out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from tracediff.extract.figure import Figure
from tracediff.extract.periods import Mention
from tracediff.extract.times import BASES, Times
from tracediff.model.syntax import NOWHERE

_OPENS: Final = frozenset({"between", "from"})


class OwnTimes:
    """Finds the times of the clauses of the figures of one sentence."""

    def __init__(self, times: Times) -> None:
        """``times`` are those of the sentence."""
        self.times, self.p = times, times.p
        self.figures, self.mentions = times.figures, times.mentions
        self.at, self.stops, self.clauses = times.at, times.stops, times.clauses

    def in_clause(self, k: int, clause: int, changes: bool) -> Mention | None:
        """The mention of a clause that dates a figure."""
        inside = list(self.times.inside(clause))
        figure = self.figures[k]
        if not inside:
            return None
        item = self._in_item(figure, inside)
        if item is not None and not changes:
            return item
        behind = self.behind(k, clause)
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
        after = [j for j in inside if self.at[j] >= figure.stop and not self.times.aside(figure, j)]
        return self.mentions[after[0]] if after else None

    def _is_of_change(self, figure: Figure, mention: Mention) -> bool:
        """Whether a time follows a change directly: "by 5 percent in 2021 and 2 in 2022"."""
        at = self.at[self.mentions.index(mention)]
        opens = mention.kind in ("same", "previous", "range") or self.p.tokens.low[at - 1] in _OPENS
        return not opens and self._near(figure, mention)

    def _of_base(self, figure: Figure, j: int) -> bool:
        """Whether a mention dates the level that a change is from: "rose 2% on the 41 of 2019"."""
        before = [f for f in self.figures if figure.stop <= f.first and f.stop <= self.at[j]]
        return bool(before) and self.times.led_by(before[-1]) in BASES

    def _of_departure(self, figure: Figure, j: int) -> bool:
        """Whether a mention dates where a movement to a figure comes from: "from 68 in 2020 to"."""
        return self.times.led_by(figure) == "to" and any(
            self.times.led_by(f) in ("from", "to") and f.stop <= self.at[j] < figure.first
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

    def behind(self, k: int, clause: int) -> Mention | None:
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
        for j in self.times.inside(clause):
            if figure.stop <= self.at[j] < following and not self.times.aftermath(figure, j):
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
