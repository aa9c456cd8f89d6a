"""A share behind an item in, its label out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracediff.lexicon.participles import LIGHT
from tracediff.lexicon.syntax import BE
from tracediff.model.syntax import NOWHERE, VerbGroup
from tracediff.wording.deed import Deed
from tracediff.wording.deeds import DeedReader
from tracediff.wording.labels.fitting import MOST, fitted
from tracediff.wording.labels.named import Named
from tracediff.wording.phrases import ATTACHED


class ShareLabels:
    """Words the labels of shares in brackets, and of shares that others make up."""

    def __init__(self, deeds: DeedReader) -> None:
        """``deeds`` are the verbs of the sentence."""
        self.deeds, self.w, self.p = deeds, deeds.w, deeds.p

    def share(self, counted: Named, limit: int) -> tuple[str, str]:
        """The label of a share behind an item: "boats made of oak", "faults, leaks"."""
        name = list(self.w.words(counted.first, counted.stop)) or (counted.text or "").split()
        found = self._own_verb(counted.phrase)
        if found is not None and self.p.tokens.low[found[0].head] not in BE | LIGHT:
            verb = list(self.deeds.participle(*found, counted.phrase))
            behind = list(self._up_to(found[0], counted.item))
            return fitted(name, [], Deed(tuple(verb), (behind,))), verb[0]
        top = self._top_of_item(counted.item, name)
        item = self.w.words_of(top)
        led = self._lead_of_list(top)
        own = found is not None and found[0].clause == self.p.phrases[top].clause
        if own and led and name and item:  # "complaints were about fees (31%)"
            return fitted([*name, *led, *item], [], Deed()), ""
        hung = list(self.w.hanging(top, limit, ATTACHED))
        return fitted(
            [*name[:-1], f"{name[-1]},", *item], hung, Deed()
        ) if name and item else "", ""

    def _lead_of_list(self, item: int) -> list[str]:
        """The preposition that ties an item, or the first with a share before it, to a verb."""
        while not self.w.preposition(item) and item > 1 and self._has_share(item - 2):
            item -= 2  # the share is a phrase of its own
        led = self.w.preposition(item)
        return ["due", led] if self.w.causal(item) else [led] if led else []

    def _top_of_item(self, item: int, name: Sequence[str]) -> int:
        """What an item hangs on, unless that is what has the shares: "lack of nets (18%)"."""
        top, subject = item, self.p.clauses[self.p.phrases[item].clause].subject
        while (above := self.p.phrases[top].governor) != NOWHERE:
            words = self.w.words_of(above)
            if above == subject or self.w.left_out(above) or not words or words[-1] in name:
                return item
            top = above
        return top

    def _own_verb(self, phrase: int) -> tuple[VerbGroup, bool] | None:
        """The verb that a phrase, or what it is part of, is the subject of, or the one it tells."""
        if phrase == NOWHERE:
            return None
        found = self.deeds.verbs.of_clause(phrase)
        told = self.deeds.verbs.told(found[0]) if found else None
        return (told, told.passive) if told else found

    def _up_to(self, verb: VerbGroup, item: int) -> Iterator[str]:
        """What stands between a verb and the item of a list, and the item, its like left out."""
        preposition = NOWHERE
        for index in range(item):
            if self.p.phrases[index].first < verb.stop or self.w.left_out(index):
                continue
            led = self.p.phrases[index].preposition
            if self._has_share(index):
                preposition = led if led != NOWHERE else preposition
            else:
                yield from self.w.phrase(index)
        if self.p.phrases[item].preposition != NOWHERE:
            yield from self.w.phrase(item)
            return
        if preposition != NOWHERE:
            yield self.p.tokens.low[preposition]
        yield from self.w.words_of(item)

    def _has_share(self, index: int) -> bool:
        """Whether a share of its own stands in brackets behind a phrase."""
        stop = self.p.phrases[index].stop
        return self.p.tokens.text[stop] == "(" and self.w.out[stop + 1]

    def made_up(self, share: list[str], name: list[str], hung: list[list[str]]) -> str:
        """The label of the share of a whole that others make up: "share of women in crews", of
        those named at length "women from the islands, crews", of a part of the same "fleet"."""
        others = share[2:-1]
        if others[-1:] == name[-1:]:  # "the coastal fleet is 40 percent of the fleet"
            return fitted(share[:-1], hung, Deed())
        if name and name[-1] in others[:-1]:  # "stops of men made up 61 percent of stops"
            return fitted(others, [], Deed())
        if len(share) + len(name) <= MOST:
            return fitted([*share, *name], hung, Deed())
        return fitted([*others[:-1], f"{others[-1]},", *name], hung, Deed())
