"""A thing counted in, the verbs out that say what was done to it or what it did."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from tracediff.lexicon.cues import FALLS, RISES
from tracediff.lexicon.participles import FEELING, GIVING, INFORMING, STAYING
from tracediff.lexicon.syntax import BE, QUANTIFIERS, SAYING
from tracediff.lexicon.units import OCCASIONS
from tracediff.model.syntax import NOWHERE, Clause, Relation, VerbGroup
from tracediff.wording.phrases import PhraseWords


class Target(NamedTuple):
    """What a label is for: the phrase of the thing counted, and that of the figure.

    Words from token ``limit`` on belong to the next figure. ``taken_over`` says that the noun was
    taken over from the figure before.
    """

    phrase: int
    holder: int
    limit: int
    taken_over: bool = False


_Way = Callable[[int], tuple[VerbGroup, bool] | None]


class VerbFinder:
    """Finds the verbs of one sentence that say something of a thing counted."""

    def __init__(self, words: PhraseWords) -> None:
        """``words`` are the noun phrases of the sentence."""
        self.w, self.p = words, words.p

    def of(self, target: Target) -> Iterator[tuple[VerbGroup, bool]]:
        """The verbs that may say what a label needs, nearest first, and which are passive."""
        places = (*self._shares(target), target.phrase, target.holder)
        around = tuple(dict.fromkeys((target.holder, target.phrase)))
        ways: list[tuple[_Way, Sequence[int]]] = [
            (self.own_clause, places),
            (self.of_clause, around),
        ]
        if self._is_whole(target):
            ways.pop()
        if self.is_part(target):  # "of the boats sold in May, 98 percent were blue"
            ways = [(self.of_clause, (target.holder,)), *ways]
        if target.taken_over and self._is_denied(target.holder):
            ways = [(self.of_clause, around[:1])]  # "1% had left, while 13% had not started"
        elif target.taken_over:  # "8 men working there were hurt, and 3 died", "3 of whom died"
            own = target.holder != NOWHERE and self.own_clause(target.holder) is not None
            ways.insert(0, (self.own_clause if own else self.of_clause, around[:1]))
        for way, where in ways:
            found = [one for k in where if k != NOWHERE and (one := way(k)) is not None]
            yield from found[:1] if way == self.own_clause else found

    def _is_denied(self, holder: int) -> bool:
        """Whether a figure is the subject of a verb of its own that is denied."""
        clause = self.p.clauses[self.p.phrases[holder].clause] if holder != NOWHERE else None
        if clause is None or clause.subject != holder or clause.verb == NOWHERE:
            return False
        denied = self.p.verbs[clause.verb].denial != NOWHERE
        return denied and self.own_clause(holder) is None

    def is_part(self, target: Target) -> bool:
        """Whether a figure is a part of the things named, and a verb is said of it: "of the boats
        sold in May, 40 sank", "40 of the boats sold sank", "raised 40 of the boats sunk"."""
        if NOWHERE in (target.phrase, target.holder) or target.phrase == target.holder:
            return False
        whole, part = self.p.phrases[target.phrase], self.p.phrases[target.holder]
        clause = self.p.clauses[part.clause]
        led = self.w.preposition(target.phrase) in ("of", "among")
        near = whole.governor in (NOWHERE, target.holder) and part.governor == NOWHERE
        if not (led and near) or clause.verb == NOWHERE:
            return False
        if clause.subject == target.holder:
            return True
        own = self.own_clause(target.phrase)
        straight = self.p.verbs[clause.verb].stop == part.first
        return straight and target.holder in clause.objects[:1] and (own is None or own[1])

    def _is_whole(self, target: Target) -> bool:
        """Whether a figure counts those of whom some are a part, of which the clause speaks:
        "granted 31 of the 470 applications", "most of the 40 clinics have a doctor"."""
        one = self.p.phrases[target.holder] if target.holder != NOWHERE else None
        if one is None or target.phrase != target.holder or one.governor == NOWHERE:
            return False
        part, own = self.p.phrases[one.governor], any(self.w.out[one.first : one.stop])
        some = self.w.out[part.head] or self.p.tokens.low[part.head] in QUANTIFIERS
        return own and self.w.preposition(target.holder) == "of" and some

    def _shares(self, target: Target) -> Iterator[int]:
        """The percentage that a count is told again as: "40 boats or 8 percent"."""
        for index in {target.phrase, target.holder} - {NOWHERE}:
            again = self.p.phrases[index].joined
            if again != NOWHERE and self.w.words_of(again) in (["%"], ["percent"]):
                yield again

    def is_being(self, verb: VerbGroup) -> bool:
        """Whether a verb says what something is, or how: "went unpunished"."""
        at, low = verb.stop, self.p.tokens.low
        while self.p.tags[at : at + 1] in (("RB",), ("RBR",), ("RBS",)) or low[at] in ("or", "and"):
            at += 1
        stays = low[verb.head] in STAYING | FEELING and self.p.tags[at : at + 1] == ("JJ",)
        return not verb.passive and (low[verb.head] in BE or stays)

    def own_clause(self, phrase: int) -> tuple[VerbGroup, bool] | None:
        """A relative clause or participle that hangs on the phrase itself."""
        for clause in self.p.clauses:
            if self._is_object_of(phrase, clause):
                return self.p.verbs[clause.verb], True
            if clause.subject != phrase or clause.verb == NOWHERE or self._apart(clause):
                continue
            if clause.first < self.p.phrases[phrase].stop or self._verb_between(phrase, clause):
                continue
            if clause.relation in (Relation.PARTICIPLE, Relation.RELATIVE):
                verb = self.p.verbs[clause.verb]
                return verb, verb.passive or self.p.tags[verb.head] == "VBN"
        return self._with_done(phrase)

    def _with_done(self, phrase: int) -> tuple[VerbGroup, bool] | None:
        """The participle behind what stands with the rest: "with 9 boats sunk since then"."""
        one = self.p.phrases[phrase]
        index = self.p.clauses[one.clause].verb
        if index == NOWHERE or self.w.preposition(phrase) != "with":
            return None
        verb = self.p.verbs[index]
        straight = verb.first == one.stop and self.p.tags[verb.head] in ("VBD", "VBN")
        return (verb, True) if straight else None

    def _is_object_of(self, phrase: int, clause: Clause) -> bool:
        """Whether a relative clause with a subject of its own says what was done to a phrase:
        "boats that the guild sold"."""
        if clause.relation not in (Relation.RELATIVE, Relation.COMPLEMENT):
            return False
        if NOWHERE in (clause.verb, clause.subject):
            return False
        verb = self.p.verbs[clause.verb]
        straight = clause.first == self.p.phrases[phrase].stop and clause.subject != phrase
        own = self.p.phrases[clause.subject].first >= clause.first
        return straight and own and not (verb.passive or clause.objects or self.is_being(verb))

    def _verb_between(self, phrase: int, clause: Clause) -> bool:
        """Whether the verb of a phrase stands before a clause: "boats were built and sold"."""
        own = self.p.clauses[self.p.phrases[phrase].clause]
        if NOWHERE in (own.verb, own.subject) or own.verb == clause.verb:
            return False
        return self.p.phrases[phrase].stop <= self.p.verbs[own.verb].first < clause.first

    def _apart(self, clause: Clause) -> bool:
        """Whether a comma cuts a participle off from the noun before it."""
        return clause.first > 0 and self.p.tokens.text[clause.first - 1] == ","

    def of_clause(self, phrase: int) -> tuple[VerbGroup, bool] | None:
        """The verb of the clause in which the phrase is subject or object, and whether passive."""
        own = self.p.clauses[self.p.phrases[phrase].clause]
        if own.relation is Relation.COMPLEMENT and NOWHERE == own.subject != own.verb:
            return self.p.verbs[own.verb], self.p.verbs[own.verb].passive
        receiving = self.receiving(phrase)
        if receiving is not None:
            return receiving, True
        top, named = phrase, True
        while self.p.phrases[top].governor != NOWHERE:
            named &= self.w.preposition(top) in ("of", "to") or self.w.dated(top)
            top = self.p.phrases[top].governor
            named &= self.p.tokens.low[self.p.phrases[top].head] not in INFORMING
        moved = self.p.tokens.low[self.p.phrases[top].head] in RISES | FALLS
        clause = self.p.clauses[self.p.phrases[top].clause]
        if clause.verb == NOWHERE or (moved and top != phrase):
            return None  # "thefts took a dip to 86 cases"
        verb = self.p.verbs[clause.verb]
        if top in self._listed(clause.subject):
            return verb, verb.passive
        done = self.done_to(verb, top)
        bare = clause.subject == NOWHERE or self.p.tags[self.p.phrases[clause.subject].head] == "EX"
        active = not verb.passive or bare  # "Removed 40 boats", "there were paid 40 crowns"
        return (verb, True) if done and active and named else None

    def receiving(self, phrase: int) -> VerbGroup | None:
        """The verb by which something is given to those counted: "gave aid in Orsk to 9 crews"."""
        one = self.p.phrases[phrase]
        clause = self.p.clauses[one.clause]
        if self.w.preposition(phrase) != "to" or clause.verb == NOWHERE:
            return None
        verb = self.p.verbs[clause.verb]
        gives = self.p.tokens.low[verb.head] in GIVING and verb.stop <= one.first
        return verb if gives and self.gift(verb) != NOWHERE else None

    def gift(self, verb: VerbGroup) -> int:
        """What is given by a verb: its object, or its subject where it is in the passive."""
        clause = self.p.clauses[verb.clause]
        gift = clause.subject if verb.passive else (*clause.objects[:1], NOWHERE)[0]
        named = gift != NOWHERE and not (self.w.left_out(gift) or self.w.pronoun(gift))
        return gift if named else NOWHERE

    def done_to(self, verb: VerbGroup, index: int) -> bool:
        """Whether a phrase is an object of a verb, or of a list of objects."""
        if self.p.tokens.low[self.p.phrases[index].head] in OCCASIONS:
            return False  # "the board met six times"
        objects = self.p.clauses[verb.clause].objects
        return any(index in self._listed(one) for one in objects)

    def _listed(self, index: int) -> Iterator[int]:
        """A noun phrase and those that a list joins to it."""
        while index != NOWHERE:
            yield index
            index = self.p.phrases[index].joined

    def says_there_is(self, clause: Clause) -> bool:
        """Whether a clause says that there is something: "there was no need"."""
        subject = clause.subject
        return subject != NOWHERE and self.p.tags[self.p.phrases[subject].head] == "EX"

    def told(self, verb: VerbGroup) -> VerbGroup | None:
        """The verb of what they say of themselves: "pilots said they sail", "reported sailing"."""
        for clause in self.p.clauses:
            if clause.parent != verb.clause or clause.verb == NOWHERE:
                continue
            told = self.p.verbs[clause.verb]
            if clause.relation is Relation.COMPLEMENT:
                own = clause.subject != NOWHERE and self.w.pronoun(clause.subject)
                own = own and not self.says_there_is(clause)
                return told if own else None
            saying = self.p.tokens.low[verb.head] in SAYING
            if saying and clause.relation is Relation.PARTICIPLE and told.first == verb.stop:
                return told
        return None
