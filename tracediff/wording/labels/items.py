"""A figure of a list or bracket in, what stands before it out; where all that is told holds."""

from __future__ import annotations

from typing import Final

from tracediff.lexicon.people import REPORTING
from tracediff.lexicon.syntax import CONNECTING
from tracediff.model.syntax import NOWHERE, Relation
from tracediff.wording.phrases import PhraseWords

_SCOPES: Final = frozenset("in for among within across under on at".split())
_ITEM: Final = 5  # words of the name of an item of a list
_OPENING: Final = 2  # tokens from the head of a clause to the phrase that it opens with


class ItemReader:
    """Words what a figure of a list belongs to, and what its clause opens with."""

    def __init__(self, w: PhraseWords) -> None:
        """``w`` are the words of the phrases of the sentence."""
        self.w, self.p = w, w.p

    def item(self, phrase: int, holder: int) -> list[str]:
        """The name that stands before a figure of a list: "boats sold: yachts, 12; ferries, 9"."""
        if holder == NOWHERE:
            return []
        here = self.p.phrases[holder].clause
        if self.p.clauses[here].verb != NOWHERE:
            return []
        if phrase != NOWHERE and self.p.phrases[phrase].clause == here:
            alone = [i for i, one in enumerate(self.p.phrases) if one.clause == here] == [holder]
            return self._in_front(here) if phrase != holder or alone else []
        first = holder
        while (
            first and self.p.phrases[first - 1].joined == first and not self.w.left_out(first - 1)
        ):
            first -= 1
        named = first < holder and self.p.phrases[first].clause == here
        if not named:
            return []
        words = self.w.words(self.p.phrases[first].first, self.p.phrases[holder - 1].stop)
        return list(words)[:_ITEM]

    def _in_front(self, here: int) -> list[str]:
        """What a bracket with a share of others, or a count and nothing else, stands behind: "leaks
        (19% of respondents)", "herons (40 nests)"."""
        clause = self.p.clauses[here]
        if clause.relation is not Relation.ASIDE or clause.opener < 1:
            return []
        if self.p.tokens.text[clause.opener] != "(":
            return []
        index = self.p.phrase_at[clause.opener - 1]
        if index == NOWHERE or self.w.left_out(index) or self.w.pronoun(index):
            return []
        while (above := self.p.phrases[index].governor) != NOWHERE:
            index = above
        one = self.p.phrases[index]
        verb = next((v for v in self.p.verbs if v.stop in (one.first, one.preposition)), None)
        doing = verb is not None and self.p.tags[verb.head] == "VBG"
        first = verb.head if verb and doing else one.first
        return list(self.w.words(first, clause.opener))[:_ITEM]

    def scope(self, phrase: int) -> list[str]:
        """What the clause opens with to say where or of what it is true: "in the north"."""
        top = phrase
        while top != NOWHERE and self.p.phrases[top].governor != NOWHERE:
            top = self.p.phrases[top].governor
        clause = self.p.clauses[self.p.phrases[top].clause] if top != NOWHERE else None
        if clause is None or clause.verb == NOWHERE:
            return []
        if top not in (clause.subject, *clause.objects):
            return []
        for index in range(top):
            one = self.p.phrases[index]
            if one.clause != self.p.phrases[top].clause or one.first >= clause.first + _OPENING:
                continue
            led = one.governor == NOWHERE and self.w.preposition(index) in _SCOPES
            if led and not self.w.left_out(index) and self._tells(index):
                return self.w.part(index, self.w.listed(index))
        return []

    def _tells(self, index: int) -> bool:
        """Whether a phrase at the head of a clause says more than how it goes on."""
        head = self.p.tokens.low[self.p.phrases[index].head]
        return not self.w.pronoun(index) and head not in REPORTING | CONNECTING
