"""A figure whose clause names no time in, the time of what it hangs on or describes out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tracediff.extract.figure import Figure
from tracediff.extract.periods import Mention
from tracediff.extract.times import SOURCES, Times
from tracediff.lexicon.syntax import NOW
from tracediff.model.syntax import NOWHERE, Relation, Tense

_CLOSED: Final = frozenset({Relation.COMPARISON, Relation.ASIDE, Relation.SUBORDINATE})
_GOING_ON: Final = frozenset({Relation.MAIN, Relation.COORDINATE, Relation.COMPLEMENT})


class OtherTimes:
    """Finds the times of one sentence for figures whose own clause gives none."""

    def __init__(self, times: Times, phrases: Sequence[int]) -> None:
        """``times`` are those of the sentence, ``phrases`` those of what its figures count."""
        self.times, self.p = times, times.p
        self.figures, self.mentions = times.figures, times.mentions
        self.at, self.stops, self.clauses = times.at, times.stops, times.clauses
        self.phrases = phrases

    def described_time(self, clause: int) -> Mention | None:
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

    def in_bracket(self, figure: Figure, clause: int) -> Mention | None:
        """The time that a bracket opens with: "318 (2019: 402)"."""
        while (one := self.p.clauses[clause]).relation is Relation.ASIDE:
            inside = [j for j in self.times.inside(clause) if self.at[j] < figure.first]
            if inside:
                return self.mentions[inside[-1]]
            clause = one.parent
        return None

    def at_end_of_bracket(self, figure: Figure, clause: int) -> Mention | None:
        """The one time in a bracket behind its figures: "(68% granted, 32% refused in 2018)"."""
        while clause != NOWHERE and self.p.tokens.text[self.p.clauses[clause].opener] != "(":
            clause = self.p.clauses[clause].parent
        if clause == NOWHERE or self.p.clauses[clause].opener == NOWHERE:
            return None
        first = self.p.clauses[clause].opener
        text = self.p.tokens.text
        stop = next((i for i in range(first, len(text)) if text[i] == ")"), first)
        inside = [j for j, at in enumerate(self.at) if first < at < stop]
        if len(inside) != 1 or self.at[inside[0]] < figure.stop or self.times.names(inside[0]):
            return None
        compared = self.times.comparison(self.clauses[inside[0]]) is not None
        return None if compared else self.mentions[inside[0]]

    def of_counted(self, k: int) -> Mention | None:
        """The time in the clause that describes what is counted: "victims identified in 2019"."""
        phrase = self.phrases[k] if self.phrases else NOWHERE
        for j, clause in enumerate(self.clauses):
            one = self.p.clauses[clause]
            describes = one.relation in (Relation.PARTICIPLE, Relation.RELATIVE)
            told = describes and not self.times.names(j) and not self.times.to_come(j)
            told = told and not (self.times.is_earlier(clause) or self.times.bounds(j))
            if phrase != NOWHERE and one.subject == phrase and told:
                return self.mentions[j]
        return None

    def of_governor(self, figure: Figure) -> Mention | None:
        """The year that names what a figure's phrase hangs on: "a 2019 raid by two battalions"."""
        index = self.p.phrase_at[figure.first]
        index = self.p.phrases[index].governor if index != NOWHERE else NOWHERE
        while index != NOWHERE:
            phrase = self.p.phrases[index]
            for j, at in enumerate(self.at):
                if phrase.first <= at < phrase.head and not self.mentions[j].base:
                    return self.mentions[j]
            index = phrase.governor
        return None

    def of_subject(self, clause: int) -> Mention | None:
        """The year of the event that did it: "a 2018 raid sank 12 boats"."""
        index = self.p.clauses[clause].subject
        if index == NOWHERE:
            return None
        phrase = self.p.phrases[index]
        return next(
            (self.mentions[j] for j, at in enumerate(self.at) if phrase.first <= at < phrase.head),
            None,
        )

    def of_source(self, clause: int) -> Mention | None:
        """The year of the study that says so: "a survey conducted in 2018 found that 40 sank"."""
        index = self.p.clauses[clause].subject
        if index == NOWHERE or self.p.tokens.low[self.p.phrases[index].head] not in SOURCES:
            return None
        phrase = self.p.phrases[index]
        for j, at in enumerate(self.at):
            one = self.p.clauses[self.clauses[j]]
            described = one.relation is Relation.PARTICIPLE and one.subject == index
            if phrase.first <= at < phrase.head or (described and not self.times.names(j)):
                return self.mentions[j]
        return None

    def above(self, k: int, clause: int, changes: bool) -> Mention | None:
        """The mention of the nearest clause above that has one before the figure."""
        figure = self.figures[k]
        bracketed = self.p.clauses[clause].relation is Relation.ASIDE and figure.bracket
        while (parent := self.p.clauses[clause].parent) != NOWHERE:
            if self._is_of_now(clause) or self._turns_to_now(clause):
                return None
            inside = [j for j in self.times.inside(parent) if self.at[j] < figure.first]
            if inside:
                told = [j for j in inside if not self.times.of_event(j)]
                return self.mentions[
                    (told or self._beside(parent, inside[-1], figure) or inside)[-1]
                ]
            before = (
                self._event(clause) or self.of_source(parent) or self._sibling(k, parent, clause)
            )
            if before is not None:
                return before
            if bracketed:
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

    def _beside(self, clause: int, event: int, figure: Figure) -> list[int]:
        """The times of what describes a clause behind that of an event, ahead of a figure: "after
        a trial in 2015, it held the cup starting in 2016 and raised 40"."""
        hanging = [
            number
            for number, one in enumerate(self.p.clauses)
            if one.parent == clause and one.relation is Relation.PARTICIPLE
        ]
        return [
            j
            for number in hanging
            for j in self.times.inside(number)
            if self.at[event] < self.at[j] < figure.first
        ]

    def _sibling(self, k: int, parent: int, clause: int) -> Mention | None:
        """The mention of a clause that stands before the figure's own and hangs on the same one."""
        figure = self.figures[k]
        for j in range(len(self.mentions) - 1, -1, -1):
            one = self.p.clauses[self.clauses[j]]
            beside = self.at[j] < figure.first and one.parent == parent and not self.times.names(j)
            opens = one.relation in _CLOSED and one.first == 0
            opens = opens and one.relation is not Relation.COMPARISON  # "similar to last year, …"
            if beside and (one.relation in _GOING_ON or opens):
                return self.mentions[j]
        return None

    def _alone_behind(self, figure: Figure, clause: int) -> Mention | None:
        """The one time of a clause behind its figures in brackets: "raids (12) and thefts (9) were
        the commonest crimes of 2019"."""
        inside = [j for j in self.times.inside(clause) if self.at[j] >= figure.stop]
        others = any(self.p.clause_at[f.first] == clause for f in self.figures)
        return self.mentions[inside[0]] if len(inside) == 1 and not others else None

    def trailing(self, k: int, clause: int) -> Mention | None:
        """The first mention behind in a clause that hangs on the figure's own or goes on."""
        figure = self.figures[k]
        for j, mention in enumerate(self.mentions):
            if self.at[j] < figure.stop or self.times.names(j) or self.times.past_base(figure, j):
                continue
            if self.times.to_come(j) or self.times.is_earlier(self.clauses[j]):
                continue
            if self.times.bounds(j):
                continue
            if self.phrases and self._of_another(self.clauses[j], self.phrases[k]):
                continue
            if self._of_other_number(self.clauses[j], figure):
                continue
            if self._hangs_openly(self.clauses[j], clause) and not self.times.aftermath(figure, j):
                return mention
        return None

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
