"""A thing counted in, how it stands in its clause where it is neither done to nor doing out.

It may be a place ("in 9 towns"), a party ("by 40 owners"), a part ("has 12 boats"), or a share that
its subject makes up ("accounts for 40 percent of imports").
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tracediff.lexicon.cues import FALLING, RISING, STANDING
from tracediff.lexicon.participles import (
    BRINGING,
    CAUSING,
    DEALING,
    DEEDS_DONE,
    LIGHT,
    NEVER_TELLING,
    PARTICIPLES,
    PAST_OF,
    ROOM,
)
from tracediff.lexicon.people import ANYBODY, COLLECTIVES, REPORTING
from tracediff.lexicon.syntax import (
    AMOUNTING,
    BE,
    CONSISTING,
    CONTAINING,
    DESIGNING,
    EXTENTS,
    HAVE,
    MAKING,
    MEASURING,
)
from tracediff.lexicon.units import MEASURES, OCCASIONS
from tracediff.model.syntax import NOWHERE, Clause, Relation, Tense, VerbGroup
from tracediff.wording.deed import Deed
from tracediff.wording.deeds import DeedReader
from tracediff.wording.inflection import doing, participle
from tracediff.wording.phrases import ATTACHED
from tracediff.wording.verbs import Target

_PERCENT: Final = frozenset({"%", "percent", "cent"})
_DOINGS: Final = ("tion", "tions", "sion", "sions", "ment", "ments")  # endings of nouns of doing
_SIDES: Final = frozenset("against between among by".split())
_PLACES: Final = frozenset("in across within throughout".split())
_GOVERNED: Final = frozenset("of to with on for into at about upon against after".split())
_NO_DEEDS: Final = (
    RISING
    | FALLING
    | STANDING
    | MEASURING
    | AMOUNTING
    | CONTAINING
    | BE
    | HAVE
    | frozenset("come comes came consist consists consisted extend extends extended".split())
)
"""Verbs that a preposition ties to how many there are, not to whom something is done."""


class RoleReader:
    """Words what a clause says of the things counted by their place in it."""

    def __init__(self, deeds: DeedReader) -> None:
        """``deeds`` are the verbs of the sentence."""
        self.deeds, self.w, self.p = deeds, deeds.w, deeds.p

    def read(self, holder: int) -> Deed:
        """What is in, comes from or goes to the things counted, or what they have done: "towns with
        clinics", "towns where it trades", "ports boats bought from", "pilots seeing wrecks"."""
        one = self.p.phrases[holder] if holder != NOWHERE else None
        preposition = self.w.preposition(holder) if one else ""
        if one is None:
            return Deed()
        clause = self.p.clauses[one.clause]
        verb = self.p.verbs[clause.verb] if clause.verb != NOWHERE else None
        told = verb and (
            self._outcome(clause, verb, holder) or self._dealt_with(clause, verb, holder)
        )
        if told:
            return told
        if preposition not in _PLACES | {"from", "by"}:
            return Deed()
        if one.governor != NOWHERE:
            return self._at_object(one.governor, verb, preposition)
        if verb is None or verb.stop > one.first:
            return Deed()
        if preposition == "by":
            return self._acting(holder, clause, verb)
        if clause.subject in (NOWHERE, holder) or not verb.finite:
            return self._in_place(clause, preposition)
        if self.w.pronoun(clause.subject) or self.w.left_out(clause.subject):
            return Deed()
        subject = self.w.words_of(clause.subject)
        if preposition in _PLACES and self.p.tokens.low[one.head] in MEASURES:
            return Deed()  # "took in 40 tons": no place, but what the verb goes with
        if preposition in _PLACES:
            said = self.p.tokens.text[verb.first : one.preposition]
            return Deed(("where", *subject, *said))
        if verb.passive:
            return Deed((*subject, *self.p.tokens.text[verb.first : verb.stop], preposition))
        return Deed()

    def group(self, target: Target) -> list[str]:
        """What people are the members of, or the number of: "team of people", "attendance, people"
        ("attendance rose to 40 people")."""
        one = self.p.phrases[target.holder] if NOWHERE not in target[:2] else None
        if one is None or target.holder != target.phrase:
            return []
        led, above = self.w.preposition(target.holder), one.governor
        if led == "of" and above != NOWHERE:
            words = [] if self.w.left_out(above) else self.w.words_of(above)
            anybody = self.p.tokens.low[one.head] in ANYBODY
            several = bool(words) and words[-1].lower() in COLLECTIVES
            return [*words, "of"] if anybody and several else []
        verb, subject = self._verb_and_subject(target.holder)
        made = verb is not None and verb.passive and self.p.tokens.low[verb.head] in DESIGNING
        if made and led == "for":
            return ["capacity", "for"]  # "a home designed for 40 inmates"
        if verb is None or verb.passive or led not in ("to", "of", "at") or above != NOWHERE:
            return []
        level = self.p.tokens.low[verb.head] in RISING | FALLING | STANDING | CONSISTING
        words = self.w.words_of(subject) if level else []
        return [*words[:-1], f"{words[-1]},"] if words else []

    def _dealt_with(self, clause: Clause, verb: VerbGroup, holder: int) -> Deed:
        """What was done to the things counted by a verb with its preposition: "calls responded to
        by crews"."""
        one, subject, low = self.p.phrases[holder], clause.subject, self.p.tokens.low
        led, straight = self.w.preposition(holder), one.preposition == verb.stop
        brought = led == "in" and self.w.out[one.head] and low[verb.head] in BRINGING
        if not (led in _GOVERNED or brought) or one.governor != NOWHERE:
            return Deed()
        if not straight or verb.passive or subject in (NOWHERE, holder):
            return Deed()
        if low[verb.head] in NEVER_TELLING:
            return Deed()  # "this equates to a rate of 9 percent"
        if self.w.out[one.head] and led != "in":  # "gifts brought in 40 crowns"
            return Deed()
        if clause.objects or (led == "with" and low[verb.head] not in DEALING):
            return Deed()
        idle = low[verb.head] in _NO_DEEDS or CAUSING.get(low[verb.head]) == led
        if idle or self.w.left_out(subject) or verb.denial != NOWHERE:
            return Deed()
        head = low[self.p.phrases[subject].head]
        agent = [] if head in REPORTING or self.w.pronoun(subject) else self.w.words_of(subject)
        by = ["by", *self.w.article(self.p.phrases[subject]), *agent] if agent else []
        return Deed((participle(low[verb.head]), led), tuple(part for part in (by,) if part))

    def _outcome(self, clause: Clause, verb: VerbGroup, holder: int) -> Deed:
        """What the things counted came of, or how often something was done: "drownings caused by
        storms", "times force was used"."""
        one, subject = self.p.phrases[holder], clause.subject
        if subject in (NOWHERE, holder) or self.w.pronoun(subject) or verb.stop > one.first:
            return Deed()
        words, low = self.w.words_of(subject), self.p.tokens.low
        led = self.w.preposition(holder)
        if self.w.left_out(subject) or not words:
            return Deed()
        if led and CAUSING.get(low[verb.head]) == led and one.preposition == verb.stop:
            by = ["by", *self.w.article(self.p.phrases[subject]), *words]
            return (
                Deed()
                if low[self.p.phrases[subject].head] in REPORTING
                else Deed(("caused",), (by,))
            )
        bare = self.w.out[one.head] and self.deeds.noun in OCCASIONS  # "fired on 22"
        if (bare or low[one.head] in OCCASIONS) and led in ("", "on") and verb.finite:
            objects = [k for k in clause.objects if k != holder and not self.w.left_out(k)]
            said = [*self.p.tokens.text[verb.first : verb.stop]]
            return Deed((*words, *said), tuple(self.w.words_of(k) for k in objects[:1]))
        return Deed()

    def cost(self, holder: int) -> list[str]:
        """What an amount is the cost of: "repairs cost the city 9 crowns"."""
        verb, subject = self._verb_and_subject(holder)
        if verb is None or PARTICIPLES.get(self.p.tokens.low[verb.head]) != "cost":
            return []
        return ["cost", "of", *self.w.words_of(subject)]

    def _in_place(self, clause: Clause, preposition: str) -> Deed:
        """What is in the things counted, as a participle says: "insects mounted in 22 books"."""
        subject = clause.subject
        told = clause.relation is Relation.PARTICIPLE and preposition in _PLACES
        if not told or subject == NOWHERE or self.w.pronoun(subject) or self.w.left_out(subject):
            return Deed()
        return Deed(("with", *self.w.words_of(subject)))

    def _at_object(self, above: int, verb: VerbGroup | None, preposition: str) -> Deed:
        """What a place or party that hangs on a noun has: "towns with clinics", and what is done
        to the noun there: "ports boats bought from"."""
        if self.w.left_out(above) or self.w.pronoun(above) or preposition == "by":
            return Deed()
        if preposition in _PLACES:
            return Deed(("with", *self.w.words_of(above)))
        if verb is None or self.p.phrases[above].first < verb.stop:
            return Deed()
        word = self.p.tokens.low[verb.head]
        direct = above in self.p.clauses[verb.clause].objects and word not in LIGHT
        if not direct or verb.passive:
            return Deed()
        return Deed((*self.w.words_of(above), participle(word), preposition))

    def _acting(self, holder: int, clause: Clause, verb: VerbGroup) -> Deed:
        """What those do by whom something is done: "wrecks were seen by 9 pilots"."""
        done = self._undergoing(clause, verb)
        if done == NOWHERE or self.w.pronoun(done) or not verb.passive:
            return Deed()
        if self.w.out[self.p.phrases[done].head]:
            done = self._opening_whole(clause)
        if done == NOWHERE:
            return Deed()
        word = participle(self.p.tokens.low[verb.head])
        whole = [self.w.words_of(done)]
        if verb.tense is Tense.PAST:
            return Deed((self.deeds.who(holder), PAST_OF.get(word, word)), tuple(whole))
        return Deed((doing(word),), tuple(whole))

    def _opening_whole(self, clause: Clause) -> int:
        """What a clause opens with that its subject is a part of: "of the wrecks found, 98 percent
        were seen by 9 pilots"."""
        for index, one in enumerate(self.p.phrases):
            if one.first > clause.first + 2:
                break
            if self.w.preposition(index) in ("of", "among") and not self.w.pronoun(index):
                return index
        return NOWHERE

    def _undergoing(self, clause: Clause, verb: VerbGroup) -> int:
        """What a verb in the passive is said of: a participle is of the noun before it."""
        if clause.relation is not Relation.PARTICIPLE:
            return clause.subject
        before = verb.first - (2 if self.p.tokens.text[verb.first - 1] == "," else 1)
        index = self.p.phrase_at[before] if before >= 0 else NOWHERE
        while index != NOWHERE and self.p.phrases[index].governor != NOWHERE:
            index = self.p.phrases[index].governor
        return index

    def done(self, phrase: int) -> list[str]:
        """What the things counted underwent: "arrest of 88 clerks" counts arrests of clerks."""
        above = self._above(phrase)
        if above == NOWHERE or self.w.preposition(phrase) != "of":
            return []
        head = self.p.tokens.low[self.p.phrases[above].head]
        deed = head.removesuffix("s") in DEEDS_DONE
        return [*self.w.words_of(above), "of"] if deed else []

    def towards(self, phrase: int) -> list[str]:
        """What is meant for the things counted, or goes on between them: "room for 9 boats"."""
        above, led = self._above(phrase), self.w.preposition(phrase)
        if above == NOWHERE or self.p.tags[self.p.phrases[above].head] not in ("NN", "NNS"):
            return []
        head = self.p.tokens.low[self.p.phrases[above].head]
        doing = head.removesuffix("s") in DEEDS_DONE | ROOM or head.endswith(_DOINGS)
        told = led in _SIDES or (led in ("for", "to") and doing)
        return [*self.w.words_of(above), led] if told and head not in REPORTING else []

    def _above(self, phrase: int) -> int:
        """The phrase that one hangs on, where it names a thing without a figure."""
        above = self.p.phrases[phrase].governor if phrase != NOWHERE else NOWHERE
        named = above != NOWHERE and not (self.w.pronoun(above) or self.w.left_out(above))
        return above if named else NOWHERE

    def owner(self, target: Target) -> Iterator[list[str]]:
        """Whose the things counted are, or what they are in: "staff of the port"."""
        verb, subject = self._verb_and_subject(target.holder)
        if verb is None or not self.deeds.verbs.done_to(verb, target.holder):
            return
        word = self.p.tokens.low[verb.head]
        head = self.p.tokens.low[self.p.phrases[subject].head]
        led = "of" if word in HAVE else "in" if word in CONTAINING else ""
        if led and head not in REPORTING:
            first = self.p.phrases[subject]
            yield [led, *self.w.article(first), *self.w.words_of(subject)]
            yield from self.w.hanging(subject, verb.first, ATTACHED)

    def share(self, target: Target) -> list[str]:
        """What makes up a share of the things counted: "share of women in crews"."""
        if target.phrase == NOWHERE or self.w.preposition(target.phrase) != "of":
            return []
        gapped = target.taken_over and self._goes_on(target)
        if self.p.phrases[target.phrase].governor != target.holder and not gapped:
            return []
        verb, subject = self._verb_and_subject(target.holder)
        if verb is None:
            return self._being(target)
        if not self._makes_up(verb, target.holder):
            return []
        first = self.p.phrases[subject].stop if gapped else verb.stop
        between = range(first, self.p.phrases[target.holder].first)
        before = {self.p.phrase_at[i] for i in between} - {NOWHERE}
        if not all(self.w.left_out(k) or self.p.phrases[k].governor != NOWHERE for k in before):
            return []
        return ["share", "of", *self._full(subject, verb.first), "in"]

    def _goes_on(self, target: Target) -> bool:
        """Whether a clause that leaves out its verb gives the share of another in the same whole:
        "women made up 40 percent of staff and men 60 percent"."""
        here = self.p.clauses[self.p.phrases[target.holder].clause]
        before = self.p.clauses[self.p.phrases[target.phrase].clause]
        return here != before and here.verb == before.verb != NOWHERE

    def _full(self, subject: int, limit: int) -> list[str]:
        """A subject with what hangs on it: "people from the islands", "oil and gas"."""
        last = self.w.listed(subject) - 1
        if last == subject + 1 and self.p.phrases[last].stop <= limit:
            return [*self.w.words(self.p.phrases[subject].first, self.p.phrases[last].stop)]
        hung = self.w.hanging(subject, limit, ATTACHED)
        return [*self.w.words_of(subject), *(word for part in hung for word in part)]

    def _being(self, target: Target) -> list[str]:
        """What part of one whole is said to be: "40 percent of the board are women"."""
        clause = self.p.clauses[self.p.phrases[target.holder].clause]
        verb = self.p.verbs[clause.verb] if clause.verb != NOWHERE else None
        if verb is None or clause.subject != target.holder or len(clause.objects) != 1:
            return []
        whole, part = self.p.phrases[target.phrase], clause.objects[0]
        one = self.p.tags[whole.head] in ("NN", "NNP") and verb.stop == self.p.phrases[part].first
        several = self.p.tags[self.p.phrases[part].head] == "NNS" and not self.w.left_out(part)
        being = self.p.tokens.low[verb.head] in BE and verb.denial == NOWHERE
        return ["share", "of", *self.w.words_of(part), "in"] if one and several and being else []

    def _makes_up(self, verb: VerbGroup, holder: int) -> bool:
        """Whether the subject of a verb is the share of what follows that a figure gives."""
        low = self.p.tokens.low
        if self.w.preposition(holder) not in ("", "for"):
            return False  # "attendance was high with 40 percent of crews"
        making = low[verb.head] in MAKING and low[verb.stop] == "up"
        being = low[verb.head] in BE and low[self.p.phrases[holder].head] in _PERCENT
        return making or being or low[verb.head] in AMOUNTING

    def _verb_and_subject(self, holder: int) -> tuple[VerbGroup | None, int]:
        """The verb before a phrase in its clause, and a subject that has a name."""
        clause = self.p.clauses[self.p.phrases[holder].clause] if holder != NOWHERE else None
        if clause is None or NOWHERE in (clause.verb, clause.subject):
            return None, NOWHERE
        verb, subject = self.p.verbs[clause.verb], clause.subject
        gapped = self.p.gapped(holder)
        if gapped != NOWHERE:  # "the north has 12 clinics and the south 9"
            return verb, gapped
        above = self.p.clauses[clause.parent]
        if clause.relation is Relation.PARTICIPLE and above.verb != NOWHERE and above.objects:
            being = self.p.tokens.low[self.p.verbs[above.verb].head] in BE
            if not (being or self.w.out[self.p.phrases[above.objects[-1]].head]):
                subject = above.objects[-1]  # "it met crews, comprising 40 men"
        behind = verb.stop <= self.p.phrases[holder].first and subject != holder
        named = not (self.w.pronoun(subject) or self.w.left_out(subject))
        return (verb, subject) if behind and named else (None, NOWHERE)

    def extent(self, target: Target) -> list[str]:
        """Where the things are counted, in a word: "shops worldwide"."""
        if target.holder == NOWHERE:
            return []
        one = self.p.phrases[target.holder]
        for i in range(one.stop, min(target.limit, self.p.tokens.size)):
            free = self.p.clause_at[i] == one.clause and self.p.phrase_at[i] == NOWHERE
            if free and self.p.tokens.low[i] in EXTENTS:
                return [self.p.tokens.low[i]]
        return []
