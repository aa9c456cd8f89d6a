"""A share or count in brackets in, the whole that it is a part of out."""

from __future__ import annotations

from collections.abc import Iterator

from tracediff.extract.counting.counted import Counted
from tracediff.extract.counting.phrases import PhraseReader
from tracediff.extract.counting.words import PRONOUNS
from tracediff.extract.figure import Figure
from tracediff.lexicon.syntax import BE, FRACTIONS, QUANTIFIERS, RANKING
from tracediff.model.syntax import NOWHERE, Clause, Relation


class ShareReader:
    """Reads what shares are shares of."""

    def __init__(self, phrases: PhraseReader, population: str) -> None:
        """``population`` is what the edition's percentages are mostly of, or ""."""
        self.phrases, self.population = phrases, population
        self.p, self.low = phrases.p, phrases.low
        self.figures, self.found = phrases.figures, phrases.found

    def share_of_others(self, figure: Figure, change: int) -> Counted | None:
        """What a share behind an item is of: those whom its clause is about, "most boats are made
        of oak (61%)", or those whom the edition's percentages are of."""
        clause = self.phrases.clause(figure)
        if figure.sort not in ("percent", "count") or not figure.bracket or change:
            return None
        if clause.relation is not Relation.ASIDE or clause.opener < 1:
            return None
        item = self.p.phrase_at[self.phrases.ahead_of(clause.opener)]
        if figure.sort == "count":
            return self._counted_by_item(clause, item, figure)
        led = self._followed(item, figure)
        if led is not None:
            return led._replace(item=item, certainty=0.7)
        subject = self.p.clauses[clause.parent].subject
        whole = self.phrases.through(subject) if subject != NOWHERE else NOWHERE
        if item in (NOWHERE, subject, whole) or self.phrases.number_in(self.p.phrases[item]):
            return None
        shared = self._quantified(subject) if whole != NOWHERE else False
        if whole != NOWHERE and (shared or self._shared_out(clause, whole, item)):
            return self.phrases.named(whole, figure, 0, 0.8)._replace(item=item)
        if self.population and not self._is_population(self.phrases.top(item)):
            return Counted(text=self.population, certainty=0.6, item=item)
        return None

    def _counted_by_item(self, aside: Clause, item: int, figure: Figure) -> Counted | None:
        """What counts in brackets are of where a preposition ties what they stand behind to a verb:
        "complaints came from Orsk (12), Norr (7) and Lume (3)"."""
        subject = self.p.clauses[aside.parent].subject
        whole = self.phrases.through(subject) if subject != NOWHERE else NOWHERE
        if NOWHERE in (item, whole) or item in (subject, whole) or figure.unit:
            return None
        if self.phrases.number_in(self.p.phrases[item]) or self.p.verbs[0].first > aside.opener:
            return None
        told = self._items_are_led(aside) and self._shared_out(aside, whole, item)
        return self.phrases.named(whole, figure, 0, 0.8)._replace(item=item) if told else None

    def _items_are_led(self, aside: Clause) -> bool:
        """Whether a preposition leads to the first of the items with a bracket behind them."""
        openers = [
            one.opener
            for one in self.p.clauses
            if one.relation is Relation.ASIDE and one.parent == aside.parent
        ]
        first = self.p.phrase_at[self.phrases.ahead_of(min(openers))]
        return first != NOWHERE and self.p.phrases[self.phrases.top(first)].preposition != NOWHERE

    def _followed(self, item: int, figure: Figure) -> Counted | None:
        """What the share that leads counts: "Orsk got 31% of votes, followed by Norr (12%)"."""
        clause = self.p.clauses[self.p.phrases[item].clause] if item != NOWHERE else None
        if clause is None or clause.verb == NOWHERE:
            return None
        verb = self.p.verbs[clause.verb]
        by = self.low[verb.head] in RANKING and self.low[verb.stop] == "by"
        leading = [
            one
            for f, one in zip(self.figures, self.found, strict=False)
            if f.sort in ("percent", "share") and not f.bracket and f.first < verb.first
        ]
        return leading[-1] if by and leading and leading[-1].text else None

    def _shared_out(self, aside: Clause, whole: int, item: int) -> bool:
        """Whether several things behind a verb have a share of its subject each in brackets:
        "visitors come from Orsk (31%), Norr (12%) and the islands"."""
        clause = self.p.clauses[aside.parent]
        if clause.verb == NOWHERE or self.p.tags[self.p.phrases[whole].head] != "NNS":
            return False
        if self.low[self.p.verbs[clause.verb].head] in BE and not self._items_are_led(aside):
            return False  # "the ports are Orsk (31%) and Norr (12%)"
        shares = [f for f in self.figures if f.sort in ("percent", "count") and f.bracket]
        beside = {self.p.clause_at[f.first] for f in shares}
        several = sum(self.p.clauses[k].parent == aside.parent for k in beside) > 1
        return several and self.p.phrases[item].first >= self.p.verbs[clause.verb].stop

    def _quantified(self, index: int) -> bool:
        """Whether a subject is a part of a whole: "most boats", "a majority of boats"."""
        phrase = self.p.phrases[index]
        words = self.low[phrase.first : phrase.stop]
        part = not QUANTIFIERS.isdisjoint(words) or self.low[phrase.head] in FRACTIONS
        return part or self._is_population(index)

    def _is_population(self, index: int) -> bool:
        """Whether a phrase names what the edition's percentages are of."""
        return self.low[self.p.phrases[self.phrases.through(index)].head] == self.population

    def of_bracketed(self, figure: Figure, change: int) -> Counted | None:
        """What a part of an earlier number in brackets is of: "40 boats (half the number sold last
        year) left"."""
        clause, index = self.phrases.clause(figure), self.phrases.phrase_of(figure)
        if figure.sort != "share" or clause.relation is not Relation.ASIDE or index == NOWHERE:
            return None
        amount = self.phrases.is_quantity(index) and self.phrases.governed(index, ("of",)) is None
        host = self.p.phrase_at[clause.opener - 1] if amount and clause.opener > 0 else NOWHERE
        return self.phrases.named(host, figure, change, 0.8) if host != NOWHERE else None

    def _is_some(self, index: int) -> bool:
        """Whether a phrase is so many of those behind it: "most of the fires"."""
        return self.low[self.p.phrases[index].head] in QUANTIFIERS

    def divided(self, k: int, figure: Figure, change: int) -> int | None:
        """The whole that the clause opens with: "Of the 470 applications, 31 were granted"."""
        if figure.sort not in ("count", "share", "percent"):
            return None
        here = {0, *self._clauses_above(self.p.clause_at[figure.first])}
        for index, phrase in enumerate(self.p.phrases):
            if phrase.first >= figure.first:
                return None
            opens = phrase.preposition != NOWHERE and self.low[phrase.preposition] in (
                "of",
                "among",
            )
            above = phrase.governor
            opens = opens and (above == NOWHERE or self._is_some(above))
            if opens and phrase.clause in here:
                found = self.phrases.through(index)
                if self.p.tags[self.p.phrases[found].head] not in PRONOUNS:
                    return found
        return None

    def _clauses_above(self, number: int) -> Iterator[int]:
        """A clause and those that it hangs on."""
        while number != NOWHERE:
            yield number
            number = self.p.clauses[number].parent
