"""A verb in, what completes it out: its objects, what it is done for, by whom and where."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tracediff.lexicon.cues import FALLS, RISES
from tracediff.lexicon.people import REPORTING
from tracediff.lexicon.syntax import BE, COMPLEX
from tracediff.lexicon.units import MEASURES
from tracediff.model.syntax import NOWHERE, Relation, VerbGroup
from tracediff.wording.manner import MannerReader
from tracediff.wording.verbs import Target, VerbFinder

_COMPLEMENTS: Final = 3  # phrases behind a verb: "using nets in ports at night"
_QUESTIONS: Final = frozenset("how what which whether whose".split())
_PLACES: Final = frozenset("in at on across within from".split())


class ComplementReader:
    """Words what completes the verbs of one sentence."""

    def __init__(self, verbs: VerbFinder, manner: MannerReader) -> None:
        """``verbs`` are the verbs of the sentence, ``manner`` how they are done."""
        self.verbs, self.manner = verbs, manner
        self.w, self.p = verbs.w, verbs.p

    def read(self, verb: VerbGroup, target: Target, objects: bool) -> Iterator[list[str]]:
        """What follows the verb: its object, then phrases with prepositions, no date among them."""
        seen, taken = 0, {target.phrase}
        dates = {NOWHERE, target.phrase, *filter(self._is_them, range(len(self.p.phrases)))}
        first = verb.stop + len(self.manner.particle(verb))
        only = self.p.tokens.low[first] == "only"  # "using only nets"
        subject = self.p.clauses[verb.clause].subject
        doing = objects and verb.finite and subject in {target.phrase, target.holder} - {NOWHERE}
        measured = NOWHERE - 1  # "missed 20 days of school"
        for index, one in enumerate(self.p.phrases):
            outside = one.first < verb.stop or one.clause != verb.clause or index in taken
            if outside or self._told_elsewhere(index, target):
                continue
            direct = one.preposition == NOWHERE and one.first == first + only
            through = one.governor == measured
            if direct and doing and self._has_measured(index):
                dates.add(index)
                measured = index
                continue
            named = self.w.countable(index) or (direct and doing and self.w.counts(index))
            behind = self.w.behind(index, target.limit) and not (named or through)
            if (behind and target.limit > verb.stop) or seen >= _COMPLEMENTS:
                return
            if self.w.dated(index) or self._is_aged(index):
                dates.add(index)
                continue
            if self.w.left_out(index) and not named:
                if seen:
                    return
                counted = self.p.phrases[target.phrase] if target.phrase != NOWHERE else one
                if verb.stop <= counted.first < one.first:
                    dates.add(index)  # passed over: "rescued minors aged 4 to 17 during raids"
                continue
            if seen and "," in self.p.tokens.text[self.p.phrases[index - 1].stop : one.first]:
                return
            own = one.governor in dates or seen
            if own and (self.w.attached(index) or (direct and objects)):
                seen += 1
                stop = self.w.listed(index)
                taken.update(range(index, stop))
                part = self.w.part(index, stop)[through:]
                yield [*(["only"] if only and direct else []), *part]
            elif seen:
                return

    def _told_elsewhere(self, index: int, target: Target) -> bool:
        """Whether a phrase is told in another part of a label, or belongs to another figure."""
        told = index in self.w.said or self._is_them(index)
        return told or self._of_another_figure(index, target)

    def _is_aged(self, index: int) -> bool:
        """Whether a phrase says at which age something is: "married by age 18"."""
        aged = self.p.tokens.low[self.p.phrases[index].head] in ("age", "ages")
        return aged and self.w.preposition(index) in ("by", "at", "before", "from")

    def _has_measured(self, index: int) -> bool:
        """Whether a phrase is a measure of what hangs on it: "20 days of school"."""
        after, head = index + 1, self.p.tokens.low[self.p.phrases[index].head]
        led = after < len(self.p.phrases) and self.p.phrases[after].governor == index
        return (
            led
            and self.w.preposition(after) == "of"
            and self.w.out[self.p.phrases[index].head]
            and head in MEASURES
        )

    def _is_them(self, index: int) -> bool:
        """Whether a phrase is a pronoun for what is counted: "28 killings, most of them at sea"."""
        pronoun = self.p.tags[self.p.phrases[index].head] == "PRP"
        return pronoun and self.w.preposition(index) in ("of", "among")

    def _of_another_figure(self, index: int, target: Target) -> bool:
        """Whether a phrase stands between the figure that is taken over from and this one."""
        first = self.p.phrases[index].first
        return target.taken_over and first < self.p.phrases[target.holder].first

    def infinitive(self, verb: VerbGroup, passive: bool, limit: int) -> Iterator[str]:
        """What they want or need to do, or what those were told or let do whom it was done to:
        "pilots wanting to sail at night", "pilots not allowed to sail"."""
        stop = verb.stop + len(self.manner.particle(verb))  # "ended up using nets"
        for clause in self.p.clauses:
            if clause.verb == NOWHERE or verb.stop == limit or self.w.out[clause.first]:
                continue
            if clause.relation is Relation.PARTICIPLE and clause.first == stop:
                yield from self._doing(self.p.verbs[clause.verb], limit)
                return
            if clause.relation is not Relation.INFINITIVE:
                continue
            own = clause.first == stop or (passive and clause.parent == verb.clause)
            if own and clause.first >= verb.stop:
                yield from self.meant(self.p.verbs[clause.verb], limit)
                return

    def meant(self, verb: VerbGroup, limit: int) -> Iterator[str]:
        """An infinitive with what completes it; one that a clause completes says too little."""
        t = self.p.tokens
        target = Target(NOWHERE, NOWHERE, limit)
        behind = [w for part in self.read(verb, target, objects=True) for w in part]
        behind = behind or self.by_doing(verb.stop, limit)
        if not behind and self.p.clauses[verb.clause].objects:
            return  # "burned waste to heat 40 homes"
        open_ended = t.low[verb.stop] in _QUESTIONS or self.p.tags[verb.stop : verb.stop + 1] == (
            "VBG",
        )
        being = ("be",) if verb.passive else ()
        if behind or not (open_ended or t.low[verb.head] in BE):
            yield from ("to", *being, t.low[verb.head], *behind)

    def by_doing(self, at: int, limit: int) -> list[str]:
        """What a preposition ties to what stands before it: "accused of stealing nets"."""
        if self.p.tags[at : at + 1] != ("IN",) or not self.w.leads(at) or at + 1 >= limit:
            return []
        doing = next((one for one in self.p.verbs if one.first == at + 1), None)
        found = [*self._doing(doing, limit)] if doing is not None else []
        return [self.p.tokens.low[at], *found] if found else []

    def _doing(self, verb: VerbGroup, limit: int) -> Iterator[str]:
        """What they are at: "sailors caught stealing nets"."""
        if self.p.tags[verb.head] == "VBG":
            yield self.p.tokens.low[verb.head]
            for part in self.read(verb, Target(NOWHERE, NOWHERE, limit), objects=True):
                yield from part

    def asked(self, verb: VerbGroup) -> list[str]:
        """A question that a verb governs: "masters not knowing how many boats", "not knowing how to
        sail"."""
        t, at = self.p.tokens, verb.stop
        doing = next((one for one in self.p.verbs if one.first == at + 1 and one.infinitive), None)
        if doing is not None and t.low[at] in ("how", "where", "when", "what", "who", "whom"):
            return [t.low[at], *self.meant(doing, t.size)]
        index = self.p.phrase_at[at + 1] if at + 1 < t.size else NOWHERE
        if index == NOWHERE or t.low[at] not in _QUESTIONS or self.w.left_out(index):
            return []
        return [t.low[at], *self.w.words_of(index)]

    def as_what(self, verb: VerbGroup) -> list[str]:
        """An adjective behind "as": "pilots identifying as male"."""
        low = self.p.tokens.low[verb.stop : verb.stop + 2]
        return low if low[:1] == ["as"] and self.p.tags[verb.stop + 1] == "JJ" else []

    def left(self, verb: VerbGroup) -> Iterator[list[str]]:
        """What the object of a verb was left or made: "left 40 men injured"."""
        for index in self.p.clauses[verb.clause].objects:
            at = self.p.phrases[index].stop
            alone = self.p.tags[at : at + 1] == ("JJ",) and self.p.phrase_at[at] == NOWHERE
            led = tuple(self.p.tokens.low[at : at + 2]) in COMPLEX  # "lost 9 boats due to frost"
            one = self.p.phrases[index]
            shared = one.joined != NOWHERE and self.p.tags[one.head] == "CD"
            if shared:  # "heard 12 civil and 31 criminal cases"
                continue
            if alone and not led and self.p.tokens.low[at] != "old":
                yield [self.p.tokens.low[at]]
                return

    def given(self, verb: VerbGroup, phrase: int) -> Iterator[str]:
        """What was given to the thing counted: "victims granted permits"."""
        one = self.p.phrases[phrase] if phrase != NOWHERE else None
        if one is None or self.w.preposition(phrase) != "to":
            return
        if self.verbs.receiving(phrase) == verb:  # "gave aid in 2020 to 40 crews"
            yield from self.w.words_of(self.verbs.gift(verb))
            return
        if one.governor == NOWHERE or self.w.left_out(one.governor):
            return
        if self.p.tokens.low[self.p.phrases[one.governor].head] in RISES | FALLS:
            return  # "took a dip to 86 cases"
        given = self.p.phrases[one.governor]
        later = given.clause == verb.clause and given.first >= verb.stop
        if later:
            yield from self.w.words(given.first, given.stop)

    def agent(self, verb: VerbGroup, phrase: int) -> Iterator[str]:
        """Who did it, where that is no body that reports of itself: "boats sunk by pirates"."""
        subject = self.p.clauses[verb.clause].subject
        if subject in (NOWHERE, phrase, self.p.phrases[phrase].governor):
            return
        if self.w.pronoun(subject):
            return
        one, clause = self.p.phrases[subject], self.p.clauses[verb.clause]
        if clause.relation is Relation.PARTICIPLE and clause.first != one.stop:
            return  # "receipts fell, leaving debts of 40 crowns"
        if one.first > verb.first or self.w.left_out(subject):
            return
        after = subject + 1
        if self.p.tokens.low[one.head] in ("number", "total") and self.w.preposition(after) == "of":
            one, subject = self.p.phrases[after], after  # "the number of editors made 50 edits"
        words = self.w.words_of(subject)
        if words and words[-1].lower() not in REPORTING:
            yield from self.by(subject)

    def by(self, index: int) -> Iterator[str]:
        """A noun phrase as the one that did it."""
        yield "by"
        yield from self.w.article(self.p.phrases[index])
        yield from self.w.words_of(index)

    def elsewhere(self, target: Target) -> list[str]:
        """The place of a number whose clause leaves out its verb: "sank 12 in Orsk; in Norr, 9"."""
        clause = self.p.clauses[self.p.phrases[target.holder].clause]
        if clause.verb != NOWHERE or clause.relation is not Relation.COORDINATE:
            return []
        index = self.p.phrase_at[min(clause.first + 1, self.p.tokens.size - 1)]
        placed = index != NOWHERE and index < target.holder and self.w.preposition(index) in _PLACES
        named = placed and not (self.w.dated(index) or self.w.left_out(index))
        return self.w.phrase(index) if named else []
