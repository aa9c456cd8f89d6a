"""An amount in, what it is an amount of or for out."""

from __future__ import annotations

from typing import Final

from tracediff.extract.counting.changes import ChangeReader
from tracediff.extract.counting.counted import Counted
from tracediff.extract.counting.phrases import PhraseReader
from tracediff.extract.counting.words import LIGHT_NOUNS, NOUNS, PRONOUNS, QUANTITIES
from tracediff.extract.figure import Figure
from tracediff.lexicon.money import AMOUNTS
from tracediff.lexicon.syntax import ROUGHLY
from tracediff.lexicon.units import MEASURES
from tracediff.model.syntax import NOWHERE

_OF_MONEY: Final[frozenset[str]] = frozenset("in of for on to toward towards".split())


class AmountReader:
    """Reads what amounts, measures and times are of."""

    def __init__(self, phrases: PhraseReader, changes: ChangeReader) -> None:
        """``phrases`` are those of the sentence, ``changes`` what its figures change."""
        self.phrases, self.changes, self.p, self.low = phrases, changes, phrases.p, phrases.low
        self.figures, self.times, self.found = phrases.figures, phrases.times, phrases.found

    def of_money(self, k: int, figure: Figure, change: int) -> int | None:
        """What an amount is of or for: "$4 million in fines", "revenue of $4 million"."""
        index = self.phrases.phrase_of(figure)
        if index == NOWHERE or figure.sort not in ("money", "measure", "time", "percent", "count"):
            return None
        phrase = self.p.phrases[index]
        of_it = phrase.governor != NOWHERE and self.low[phrase.preposition] == "of"
        if of_it and (figure.sort != "count" or phrase.preposition == phrase.first - 1):
            if self.changes.of_change(figure) is not None:
                return None
            governor = self.p.phrases[phrase.governor]
            roughly = governor.preposition != NOWHERE and self.low[governor.head] in ROUGHLY
            if roughly and (subject := self.phrases.subject(figure)) is not None:
                return subject
            if figure.sort != "count" or self.low[governor.head] not in QUANTITIES:
                return (
                    self._amount_above(phrase.governor)
                    if figure.sort == "money"
                    else (phrase.governor)
                )
        leads = ("in", "of", "for") if figure.sort == "percent" else tuple(_OF_MONEY)
        of = self.phrases.governed(index, leads) if figure.sort != "count" else None
        if of is None or self.times[self.p.phrases[of].head]:
            return None
        if figure.sort == "percent" and self._elsewhere(k, of):
            return None
        if self.low[self.p.phrases[of].head] in LIGHT_NOUNS:
            return None  # "$1 in the event of a strike"
        return None if self.p.tags[self.p.phrases[of].head] in PRONOUNS else of

    def _amount_above(self, index: int) -> int:
        """The nearest noun for an amount that a phrase hangs on, else the phrase itself:
        "allowances for widows of 200 crowns"."""
        above = index
        while above != NOWHERE:
            if self.low[self.p.phrases[above].head] in AMOUNTS:
                return above
            above = self.p.phrases[above].governor
        return index

    def _elsewhere(self, k: int, of: int) -> bool:
        """Whether it is the share of the figure before in another place: "60 percent of ports in
        Lume, 41 percent in Orr"."""
        named = self.p.tags[self.p.phrases[of].head] in ("NNP", "NNPS")
        return named and k > 0 and self.figures[k - 1].sort == "percent" and self.found[k - 1].found

    def spent(self, figure: Figure) -> int | None:
        """What a time is one of: "nine months’ imprisonment", "ten days’ and a week’s leave"."""
        t, index = self.p.tokens, self.phrases.phrase_of(figure)
        if t.text[figure.stop] not in ("’", "'") or index == NOWHERE:
            return None
        while self.p.phrases[index].head <= figure.stop and self.p.phrases[index].joined != NOWHERE:
            index = self.p.phrases[index].joined
        head = self.p.phrases[index].head
        told = head > figure.stop and self.p.tags[head] in NOUNS
        return index if told and self.low[head] not in MEASURES else None

    def multiple(self, figure: Figure) -> Counted:
        """What a multiple is one of: "four times more calls", "14 times the amount"."""
        index = self.p.phrase_at[figure.stop] if figure.stop < self.p.tokens.size else NOWHERE
        if index != NOWHERE and self.p.tags[self.p.phrases[index].head] in NOUNS:
            return self.phrases.named(self.phrases.through(index), figure, 0, 0.8)
        return Counted(self.phrases.phrase_of(figure), 0, 0, "times", 0, 0.9)
