"""A thing counted in, what hangs on it or on its number out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tracediff.model.syntax import NOWHERE, Relation
from tracediff.wording.labels.named import Named
from tracediff.wording.phrases import ATTACHED, PhraseWords
from tracediff.wording.verbs import Target

_OF: Final = frozenset({"of"})
_LISTING: Final = frozenset({",", "and", "or", "&", ";"})
_SHARED: Final = ATTACHED - frozenset("of per with to by".split())
_OF_A_NUMBER: Final = frozenset("per as by from with for against to".split())


class HangingReader:
    """Words what hangs on the things counted."""

    def __init__(self, w: PhraseWords, figures: Sequence[int]) -> None:
        """``figures`` are the noun phrases that hold them."""
        self.w, self.p, self.figures = w, w.p, figures

    def hung(self, target: Target) -> Iterator[list[str]]:
        """What hangs on the thing counted, and on the number where it stands apart."""
        leads = _OF if target.taken_over else ATTACHED
        own = [*self.w.hanging(target.phrase, target.limit, leads)]
        yield from own or self._shared(target.phrase)
        if target.phrase != target.holder != NOWHERE:
            if self.p.phrases[target.holder].governor == target.phrase:  # "a loss of 9 crowns on"
                yield from self.w.hanging(target.holder, target.limit, leads)
            yield from self._of_number(target)

    def of_last(self, counted: Named, limit: int) -> Iterator[list[str]]:
        """What hangs on the last of several nouns counted: "no thefts or raids in the port"."""
        last = self.p.phrase_at[counted.stop - 1] if counted.stop else NOWHERE
        if last not in (NOWHERE, counted.phrase):
            yield from self.w.hanging(last, limit, ATTACHED)

    def _shared(self, phrase: int) -> Iterator[list[str]]:
        """What hangs on the last of several counts, said of all: "4 men and 3 women in jail"."""
        if phrase == NOWHERE or self.w.preposition(phrase) not in ("", "of"):
            return
        last = phrase
        while (after := self.p.phrases[last].joined) != NOWHERE and after in self.figures:
            if not self._only_lists(last, after):
                return
            last = after
        if last == phrase:
            return
        for _ in self.w.hanging(last, self.p.tokens.size, _OF):
            last += 1  # "9 skins and 3 sets of eggs from the north"
        yield from self.w.hanging(last, self.p.tokens.size, _SHARED)

    def _only_lists(self, one: int, other: int) -> bool:
        """Whether nothing but a comma or "and" stands between two items of a list, brackets aside:
        not "4 boats (new) for Orsk and 3 for Norr"."""
        t, phrases = self.p.tokens, self.p.phrases
        depth = 0
        for i in range(phrases[one].stop, phrases[other].first):
            depth += (t.text[i] == "(") - (t.text[i - 1] == ")")
            if depth <= 0 and t.text[i] != ")" and t.low[i] not in _LISTING:
                return False
        return True

    def taken_over(self, phrase: int, holder: int) -> bool:
        """Whether a number takes over the noun before it: "12 boats from Orsk, 9 from Norr"."""
        phrases = self.p.phrases
        if holder in (NOWHERE, phrase) or phrases[phrase].governor == holder:
            return False
        if self.p.clauses[phrases[holder].clause].relation is Relation.COMPARISON:
            return False  # "12 boats from Orsk, compared with 9 in 2019"
        before = phrases[phrase].first < phrases[holder].first
        return before and bool({phrase, phrases[phrase].governor} & {*self.figures} - {NOWHERE})

    def _of_number(self, target: Target) -> Iterator[list[str]]:
        """What hangs on a number that stands alone: "9 as cooks", "net income per share"."""
        after = target.holder + 1
        if after >= len(self.p.phrases) or after == target.phrase or after in self.w.said:
            return
        one, preposition = self.p.phrases[after], self.w.preposition(after)
        leads = ATTACHED - _OF if self._is_item(target.holder) else _OF_A_NUMBER
        beside = target.phrase + 1
        if target.taken_over and self.p.phrases[beside].governor == target.phrase:
            leads |= {self.w.preposition(beside)} - _OF  # "31 assaults on staff and 67 on guards"
        if one.governor != target.holder or preposition not in leads or self.w.causal(after):
            return
        rate = preposition == "per" and (not self.w.out[one.head] or self.w.is_base(after))
        if rate or (one.first < target.limit and not self.w.left_out(after)):
            self.w.said.add(after)
            yield self.w.phrase(after)

    def _is_item(self, holder: int) -> bool:
        """Whether a number stands behind a colon: "nine complaints: five on theft"."""
        clause = self.p.clauses[self.p.phrases[holder].clause]
        while clause.relation is not Relation.ASIDE and clause.parent != NOWHERE:
            clause = self.p.clauses[clause.parent]
        return clause.opener != NOWHERE and self.p.tokens.text[clause.opener] == ":"

    def governor(self, phrase: int) -> int:
        """The phrase that one is of: "four of their shops"."""
        of = phrase != NOWHERE and self.w.preposition(phrase) == "of"
        return self.p.phrases[phrase].governor if of else NOWHERE
