"""A thing counted in, what was done to it or by it out: "killed by police", "using nets"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from tracediff.lexicon.cues import FALLING, FALLS, RISES, RISING, STANDING
from tracediff.lexicon.participles import (
    FEELING,
    GERUNDS,
    GIVING,
    INFORMING,
    INTRANSITIVE,
    LEAVING,
    LIGHT,
    NEVER_TELLING,
    PARTICIPLES,
    PASTS,
    SEEING,
    STAYING,
)
from tracediff.lexicon.people import PEOPLE, PERSONS, REPORTING
from tracediff.lexicon.syntax import BE, CONTAINING, FRACTIONS, HAVE, HOLDING, SAYING, SAYING_OF
from tracediff.model.syntax import NOWHERE, Clause, Relation, VerbGroup
from tracediff.text.words import stem
from tracediff.wording.manner import MannerReader
from tracediff.wording.phrases import ATTACHED, PhraseWords

_MOVING: Final = RISING | FALLING | STANDING
_COMPLEMENTS: Final = 3  # phrases behind a verb: "using nets in ports at night"
_SHORT: Final = re.compile(
    r"[^aeiou]+[aeiou][^aeiouwxy]|(?!of|suf|dif)\w+fer|\w+(?:cur|mit|gram|gin)|(?:[^aeiou]*)qui[pt]"
)
_QUESTIONS: Final = frozenset("how what which whether whose".split())
_PLACES: Final = frozenset("in at on across within from".split())
_QUOTES: Final = ("“", "”", '"')
_STATES: Final = ("JJ", "JJR", "RB", "VBN", "VBD", "CC")


class Target(NamedTuple):
    """What a label is for: the phrase of the thing counted, and that of the figure.

    Words from token ``limit`` on belong to the next figure. ``taken_over`` says that the noun was
    taken over from the figure before.
    """

    phrase: int
    holder: int
    limit: int
    taken_over: bool = False


class Deed(NamedTuple):
    """A verb as it follows a noun, what completes it, part by part, and how it is done."""

    verb: tuple[str, ...] = ()
    parts: tuple[list[str], ...] = ()
    manner: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is a verb."""
        return bool(self.verb)


_Way = Callable[[int], tuple[VerbGroup, bool] | None]


class DeedReader:
    """Words the verbs of one sentence as they follow the nouns that they are said of."""

    def __init__(self, words: PhraseWords) -> None:
        """``words`` are the noun phrases of the sentence."""
        self.w = words
        self.p = words.p
        self.manner = MannerReader(words)
        self.noun = ""  # the noun of what is counted where no phrase of the sentence names it

    def read(self, target: Target) -> Deed:
        """What was done to, or done by, the thing counted, with its complements."""
        apposed = self._apposed(target)
        if apposed:
            return apposed
        with_which = self._with_which(target.phrase)
        if with_which:
            return with_which
        for verb, passive in self._verbs(target):
            if self.p.tags[verb.stop : verb.stop + 1] == ("PRP+VBP",):  # "agree they’re often able"
                return self._state(verb.stop + 1, target)
            told = self.told(verb)
            if told is not None:
                return self._worded(told, told.passive, target)
            saying = self._telling(verb) or self._saying(verb)
            if saying:
                return saying
            if self._is(verb):
                said = self._worded(verb, passive, target)
                if said:
                    return said
                continue
            if not self._light(verb, passive, target):
                said = self._worded(verb, passive, target)
                idle = self.p.tokens.low[verb.head] in (LIGHT | _MOVING) - HAVE
                if said.parts or passive or not idle:
                    return said
        return Deed()

    def _apposed(self, target: Target) -> Deed:
        """What some of those named before are: "12 sailors (9 of them officers)"."""
        after = target.holder + 1
        if target.holder == NOWHERE or after + 1 >= len(self.p.phrases):
            return Deed()
        them, what = self.p.phrases[after], self.p.phrases[after + 1]
        some = self.w.pronoun(after) and them.governor == target.holder
        straight = what.first == them.stop and what.preposition == NOWHERE
        if not (some and straight) or self.w.left_out(after + 1):
            return Deed()
        return Deed((self.who(target.phrase), "were", *self.w.words_of(after + 1)))

    def _with_which(self, phrase: int) -> Deed:
        """What was done about the things counted: "violations for which fines were imposed"."""
        for clause in self.p.clauses if phrase != NOWHERE else ():
            if clause.relation is not Relation.RELATIVE or NOWHERE in (clause.verb, clause.subject):
                continue
            verb, low = self.p.verbs[clause.verb], self.p.tokens.low
            straight = self.p.phrases[phrase].stop == clause.opener - 1
            led = straight and low[clause.opener] in ("which", "whom")
            if led and verb.passive and not self.w.left_out(clause.subject):
                done = self.participle(verb, True, phrase)
                return Deed(("with", *self.w.words_of(clause.subject), *done))
        return Deed()

    def hanging(self, target: Target) -> Deed:
        """What a relative clause or participle says that hangs on the thing counted itself."""
        found = self._own_clause(target.phrase)
        if found is None or self.w.out[found[0].head]:
            return Deed()
        told = self.told(found[0])  # "those who said they sail"
        return self._worded(*((told, told.passive) if told else found), target)

    def _verbs(self, target: Target) -> Iterator[tuple[VerbGroup, bool]]:
        """The verbs that may say what a label needs, nearest first, and which are passive."""
        own = (*self._shares(target), target.phrase, target.holder)
        around = tuple(dict.fromkeys((target.holder, target.phrase)))
        ways: list[tuple[_Way, Sequence[int]]] = [(self._own_clause, own), (self.of_clause, around)]
        if self.is_part(target):  # "of the boats sold in May, 98 percent were blue"
            ways = [(self.of_clause, (target.holder,)), *ways]
        if target.taken_over:  # "8 men working there were hurt, and 3 died"
            ways.insert(0, (self.of_clause, around[:1]))
        for way, places in ways:
            found = [one for k in places if k != NOWHERE and (one := way(k)) is not None]
            yield from found[:1] if way == self._own_clause else found

    def said(self, verb: VerbGroup, passive: bool, target: Target) -> Deed:
        """What a verb says of the things counted, with its complements."""
        return self._worded(verb, passive, target)

    def is_part(self, target: Target) -> bool:
        """Whether a figure is a part of the things named, and the subject of a verb of its own: "of
        the boats sold in May, 40 sank", "40 of the boats sold sank"."""
        if NOWHERE in (target.phrase, target.holder) or target.phrase == target.holder:
            return False
        whole, part = self.p.phrases[target.phrase], self.p.phrases[target.holder]
        clause = self.p.clauses[part.clause]
        led = self.w.preposition(target.phrase) in ("of", "among")
        near = whole.governor in (NOWHERE, target.holder) and part.governor == NOWHERE
        return led and near and clause.verb != NOWHERE and clause.subject == target.holder

    def whole(self, target: Target) -> Deed:
        """What was done to the whole that a figure is a part of: "boats sold in May, blue"."""
        found = self._own_clause(target.phrase) if self.is_part(target) else None
        if found is None or not found[1] or found[0].denial != NOWHERE:
            return Deed()
        return self._worded(*found, target._replace(limit=self.p.tokens.size))

    def _shares(self, target: Target) -> Iterator[int]:
        """The percentage that a count is told again as: "40 boats or 8 percent"."""
        for index in {target.phrase, target.holder} - {NOWHERE}:
            again = self.p.phrases[index].joined
            if again != NOWHERE and self.w.words_of(again) in (["%"], ["percent"]):
                yield again

    def _saying(self, verb: VerbGroup) -> Deed:
        """What they say of other things: "masters reporting that boats leaked"."""
        word = self.p.tokens.low[verb.head]
        if word not in SAYING | SAYING_OF | HOLDING or verb.passive:
            return Deed()
        telling = doing(participle(word))
        for clause in self.p.clauses:
            if clause.parent != verb.clause or clause.relation is not Relation.COMPLEMENT:
                continue
            if NOWHERE in (clause.subject, clause.verb) or self.w.left_out(clause.subject):
                continue
            said, whole = self.p.verbs[clause.verb], Target(clause.subject, NOWHERE, NOWHERE)
            words = [self.p.tokens.low[said.head]]
            if not said.passive:
                words = self.p.tokens.text[said.first : said.stop]
            elif said.denial != NOWHERE:
                words = ["not", *words]
            behind = [*self._complements(said, whole, objects=True)]
            if self._is(said):
                being = self._predicate(said, whole._replace(limit=self.p.tokens.size))
                behind = [[*being.verb], *being.parts] if being else behind
            return Deed((telling, *self.w.phrase(clause.subject), *words), tuple(behind))
        return Deed()

    def _light(self, verb: VerbGroup, passive: bool, target: Target) -> bool:
        """Whether a verb says too little: "made 4 visits", not "made of oak".

        What is said of the things counted themselves tells them from others whatever the verb:
        "9 towns saw a rise".
        """
        word = self.p.tokens.low[verb.head]
        if word in SAYING_OF | NEVER_TELLING or (word in SAYING and not passive):
            return True
        clause = self.p.clauses[verb.clause]
        objects = clause.objects
        if self.p.gapped(target.holder) != NOWHERE:
            target = target._replace(holder=target.phrase)
        if word in HAVE:
            return not objects or self.w.left_out(objects[0])
        listed = verb.passive and target.taken_over  # "9 nets were added: Orsk, 4"
        own = (target.holder, target.phrase if listed else NOWHERE)
        if clause.subject != NOWHERE and clause.subject in own:
            return False
        if word in _MOVING and not self._holds(verb, target):
            return True
        if word in CONTAINING or (word in LEAVING and not any(self._left(verb))):
            return True
        if word in SEEING:
            heads = [self.p.tokens.low[self.p.phrases[k].head] for k in objects[:1]]
            return not passive and (not heads or heads[0] in RISES | FALLS)
        return word in LIGHT and not passive

    def _holds(self, verb: VerbGroup, target: Target) -> bool:
        """Whether the things counted are what a verb was done to: "held 9 fairs", not "fell 9"."""
        of = self.p.phrases[target.phrase].governor if target.phrase != NOWHERE else NOWHERE
        held = target.holder in (target.phrase, of) and self.done_to(verb, target.holder)
        return held and self.w.left_out(target.holder)

    def _telling(self, verb: VerbGroup) -> Deed:
        """What they say that they do, where it is read as a noun: "reported learning alone"."""
        t, at = self.p.tokens, verb.stop
        says = t.low[verb.head] in SAYING and not verb.passive and at < t.size
        if not says or not t.low[at].endswith("ing") or self.p.tags[at] not in ("NN", "VBG"):
            return Deed()
        alone = (t.low[at + 1],) if self.p.tags[at + 1 : at + 2] == ("RB",) else ()
        return Deed((t.low[at], *alone))

    def _is(self, verb: VerbGroup) -> bool:
        """Whether a verb says what something is, or how: "went unpunished"."""
        at, low = verb.stop, self.p.tokens.low
        while self.p.tags[at : at + 1] in (("RB",), ("RBR",), ("RBS",)) or low[at] in ("or", "and"):
            at += 1
        stays = low[verb.head] in STAYING | FEELING and self.p.tags[at : at + 1] == ("JJ",)
        return not verb.passive and (low[verb.head] in BE or stays)

    # --- the verb -------------------------------------------------------------------------------

    def _own_clause(self, phrase: int) -> tuple[VerbGroup, bool] | None:
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
        return straight and own and not (verb.passive or clause.objects or self._is(verb))

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
        receiving = self._receiving(phrase)
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

    def _receiving(self, phrase: int) -> VerbGroup | None:
        """The verb by which something is given to those counted: "gave aid in Orsk to 9 crews"."""
        one = self.p.phrases[phrase]
        clause = self.p.clauses[one.clause]
        if self.w.preposition(phrase) != "to" or clause.verb == NOWHERE:
            return None
        verb = self.p.verbs[clause.verb]
        gives = self.p.tokens.low[verb.head] in GIVING and verb.stop <= one.first
        return verb if gives and self._gift(verb) != NOWHERE else None

    def _gift(self, verb: VerbGroup) -> int:
        """What is given by a verb: its object, or its subject where it is in the passive."""
        clause = self.p.clauses[verb.clause]
        gift = clause.subject if verb.passive else (*clause.objects[:1], NOWHERE)[0]
        named = gift != NOWHERE and not (self.w.left_out(gift) or self.w.pronoun(gift))
        return gift if named else NOWHERE

    def done_to(self, verb: VerbGroup, index: int) -> bool:
        """Whether a phrase is an object of a verb, or of a list of objects."""
        objects = self.p.clauses[verb.clause].objects
        return any(index in self._listed(one) for one in objects)

    def _listed(self, index: int) -> Iterator[int]:
        """A noun phrase and those that a list joins to it."""
        while index != NOWHERE:
            yield index
            index = self.p.phrases[index].joined

    def told(self, verb: VerbGroup) -> VerbGroup | None:
        """The verb of what they say of themselves: "pilots said they sail", "reported sailing"."""
        for clause in self.p.clauses:
            if clause.parent != verb.clause or clause.verb == NOWHERE:
                continue
            told = self.p.verbs[clause.verb]
            if clause.relation is Relation.COMPLEMENT:
                own = clause.subject != NOWHERE and self.w.pronoun(clause.subject)
                return told if own else None
            saying = self.p.tokens.low[verb.head] in SAYING
            if saying and clause.relation is Relation.PARTICIPLE and told.first == verb.stop:
                return told
        return None

    # --- its words ------------------------------------------------------------------------------

    def _worded(self, verb: VerbGroup, passive: bool, target: Target) -> Deed:
        if self._is(verb):
            said = self._said_of(verb, target)
            return self._predicate(verb, target) if said else Deed()
        passive = passive or self._undergone(verb)
        meant = list(self._infinitive(verb, passive, target.limit))
        if self.p.tokens.low[verb.head] in HAVE:
            return self._having(verb, target)
        parts = [meant] if meant else []
        if not meant or passive:
            parts = [*self._complements(verb, target, objects=not passive), *parts]
        if not parts:
            ways = (self._as(verb), self._asked(verb), self._by_doing(verb.stop, target.limit))
            parts = [part for part in ways if part]
        if passive and not verb.passive:
            parts = [*self._left(verb), *parts]
        how = self.manner.behind(verb)
        parts = [how, *parts] if how and [how] != parts[:1] else parts
        objects = self.p.clauses[verb.clause].objects
        taken = (one for one in objects if self.w.left_out(one))
        if not parts and not passive and any(self._straight(verb, one) for one in taken):
            return Deed()  # "received $934,674": what it did it to is a figure
        words, given = self._with_gift(verb, passive, target.phrase)
        gapped = self.p.gapped(target.holder) if passive else NOWHERE
        if gapped != NOWHERE:  # "the army held 12 men, the police 9"
            return Deed(tuple(words), ([*self._by(gapped)],))
        elsewhere = self._elsewhere(target) if passive else []
        if elsewhere:
            agent = [] if verb.passive else [*self._agent(verb, target.phrase)]
            return Deed(tuple(words), tuple(part for part in (elsewhere, agent) if part))
        words = [*words, *self.manner.particle(verb)]
        again = None if parts else self._second(verb)
        if again is not None:
            joint = self.p.tokens.low[verb.stop]
            more = [*self.participle(again, again.passive, target.phrase)]
            words += [joint, *(word for word in more if word not in ("who", "that", "not"))]
            parts = [*self._complements(again, target, objects=not passive)]
        manner = tuple(self.manner.inside(verb))
        if passive and not verb.passive and not parts and not given:
            parts = [list(self._agent(verb, target.phrase))]
        if words[-1:] == ["to"]:  # "troops were sent to 9 ports to guard ships"
            parts = [part for part in parts if part[:1] != ["to"]]
        return Deed(tuple(words), tuple(part for part in parts if part), manner)

    def _elsewhere(self, target: Target) -> list[str]:
        """The place of a number whose clause leaves out its verb: "sank 12 in Orsk; in Norr, 9"."""
        clause = self.p.clauses[self.p.phrases[target.holder].clause]
        if clause.verb != NOWHERE or clause.relation is not Relation.COORDINATE:
            return []
        index = self.p.phrase_at[min(clause.first + 1, self.p.tokens.size - 1)]
        placed = index != NOWHERE and index < target.holder and self.w.preposition(index) in _PLACES
        named = placed and not (self.w.dated(index) or self.w.left_out(index))
        return self.w.phrase(index) if named else []

    def _straight(self, verb: VerbGroup, index: int) -> bool:
        """Whether no comma stands between a verb and a phrase: not "54 died, or 23 percent"."""
        return "," not in self.p.tokens.text[verb.stop : self.p.phrases[index].first]

    def _with_gift(self, verb: VerbGroup, passive: bool, phrase: int) -> tuple[list[str], bool]:
        """A verb with what was given to the thing counted, or done to something for it: "victims
        granted permits", "ports trade extended to"; and whether it is the latter."""
        word, given = [*self.participle(verb, passive, phrase)], [*self._given(verb, phrase)]
        receiving = self.p.tokens.low[verb.head] in GIVING
        if given and not receiving and self.who(phrase) == "that":
            return [*given, *word, "to"], True
        return [*word, *given], False

    def _having(self, verb: VerbGroup, target: Target) -> Deed:
        """What the things counted have: "villages with clinics"."""
        parts = list(self._complements(verb, target, objects=True))
        if (
            not parts
            or self.p.tags[verb.stop] == "VBN"
            or self.p.phrase_at[verb.stop] not in self.p.clauses[verb.clause].objects
        ):
            return Deed()
        none = parts[0][:1] == ["no"]
        having = ("without", *parts[0][1:]) if none else ("with", *parts[0])
        return Deed(having, tuple(parts[1:]))

    def _undergone(self, verb: VerbGroup) -> bool:
        """Whether a past form without an object is a participle: "boats sunk", not "boats sank"."""
        low, clause = self.p.tokens.low, self.p.clauses[verb.clause]
        if self.p.tags[verb.head] != "VBD" or verb.stop - verb.first > 1 or clause.objects:
            return False
        meant = any(
            one.parent == verb.clause and one.relation in (Relation.COMPLEMENT, Relation.INFINITIVE)
            for one in self.p.clauses
        )
        word = low[verb.head]
        if low[verb.stop] == "by":
            return participle(word) == word
        return not (meant or word in INTRANSITIVE or participle(word) != word)

    def _infinitive(self, verb: VerbGroup, passive: bool, limit: int) -> Iterator[str]:
        """What they want or need to do, or what those were told or let do whom it was done to:
        "pilots wanting to sail at night", "pilots not allowed to sail"."""
        for clause in self.p.clauses:
            if clause.verb == NOWHERE or verb.stop == limit or self.w.out[clause.first]:
                continue
            if clause.relation is Relation.PARTICIPLE and clause.first == verb.stop:
                yield from self._doing(self.p.verbs[clause.verb], limit)
                return
            if clause.relation is not Relation.INFINITIVE:
                continue
            own = clause.first == verb.stop or (passive and clause.parent == verb.clause)
            if own and clause.first >= verb.stop:
                yield from self._meant(self.p.verbs[clause.verb], limit)
                return

    def _meant(self, verb: VerbGroup, limit: int) -> Iterator[str]:
        """An infinitive with what completes it; one that a clause completes says too little."""
        t = self.p.tokens
        target = Target(NOWHERE, NOWHERE, limit)
        behind = [w for part in self._complements(verb, target, objects=True) for w in part]
        behind = behind or self._by_doing(verb.stop, limit)
        open_ended = t.low[verb.stop] in _QUESTIONS or self.p.tags[verb.stop : verb.stop + 1] == (
            "VBG",
        )
        being = ("be",) if verb.passive else ()
        if behind or not (open_ended or t.low[verb.head] in BE):
            yield from ("to", *being, t.low[verb.head], *behind)

    def _by_doing(self, at: int, limit: int) -> list[str]:
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
            for part in self._complements(verb, Target(NOWHERE, NOWHERE, limit), objects=True):
                yield from part

    def _second(self, verb: VerbGroup) -> VerbGroup | None:
        """The verb that a conjunction joins straight to one: "do not mend or sell boats"."""
        low = self.p.tokens.low
        if low[verb.stop : verb.stop + 1] not in (["or"], ["and"]):
            return None
        return next((one for one in self.p.verbs if one.first == verb.stop + 1), None)

    def _asked(self, verb: VerbGroup) -> list[str]:
        """A question that a verb governs: "masters not knowing how many boats", "not knowing how to
        sail"."""
        t, at = self.p.tokens, verb.stop
        doing = next((one for one in self.p.verbs if one.first == at + 1 and one.infinitive), None)
        if doing is not None and t.low[at] in ("how", "where", "when", "what"):
            return [t.low[at], *self._meant(doing, t.size)]
        index = self.p.phrase_at[at + 1] if at + 1 < t.size else NOWHERE
        if index == NOWHERE or t.low[at] not in _QUESTIONS or self.w.left_out(index):
            return []
        return [t.low[at], *self.w.words_of(index)]

    def _as(self, verb: VerbGroup) -> list[str]:
        """An adjective behind "as": "pilots identifying as male"."""
        low = self.p.tokens.low[verb.stop : verb.stop + 2]
        return low if low[:1] == ["as"] and self.p.tags[verb.stop + 1] == "JJ" else []

    def _agent(self, verb: VerbGroup, phrase: int) -> Iterator[str]:
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
            yield from self._by(subject)

    def _by(self, index: int) -> Iterator[str]:
        yield "by"
        yield from self.w.article(self.p.phrases[index])
        yield from self.w.words_of(index)

    def _said_of(self, verb: VerbGroup, target: Target) -> bool:
        """Whether a predicate is said of the things counted, not of their number or level, nor that
        they exist: "the number of pilots was too small", "there were 4 pilots"."""
        holder = target.holder
        if holder != NOWHERE and self.w.preposition(holder) == "at":
            return False
        subject = self.p.clauses[verb.clause].subject
        if subject in (NOWHERE, target.phrase, holder):
            return True
        head = self.p.phrases[subject].head
        if self.w.pronoun(subject):
            return self.p.tags[head] != "EX"
        return self.p.tokens.low[head] in FRACTIONS

    def _left(self, verb: VerbGroup) -> Iterator[list[str]]:
        """What the object of a verb was left or made: "left 40 men injured"."""
        for index in self.p.clauses[verb.clause].objects:
            at = self.p.phrases[index].stop
            alone = self.p.tags[at : at + 1] == ("JJ",) and self.p.phrase_at[at] == NOWHERE
            if alone and self.p.tokens.low[at] != "old":
                yield [self.p.tokens.low[at]]
                return

    def _given(self, verb: VerbGroup, phrase: int) -> Iterator[str]:
        """What was given to the thing counted: "victims granted permits"."""
        one = self.p.phrases[phrase] if phrase != NOWHERE else None
        if one is None or self.w.preposition(phrase) != "to":
            return
        if self._receiving(phrase) == verb:  # "gave aid in 2020 to 40 crews"
            yield from self.w.words_of(self._gift(verb))
            return
        if one.governor == NOWHERE or self.w.left_out(one.governor):
            return
        if self.p.tokens.low[self.p.phrases[one.governor].head] in RISES | FALLS:
            return  # "took a dip to 86 cases"
        given = self.p.phrases[one.governor]
        later = given.clause == verb.clause and given.first >= verb.stop
        if later:
            yield from self.w.words(given.first, given.stop)

    def participle(self, verb: VerbGroup, passive: bool, phrase: int) -> Iterator[str]:
        """A verb as it follows the noun of a phrase."""
        low, word = self.p.tokens.low, self.p.tokens.low[verb.head]
        denied = verb.denial != NOWHERE and not self.manner.is_listed(verb)
        denial = ["never" if low[verb.denial] == "never" else "not"] if denied else []
        done = next((low[i] for i in range(verb.first, verb.head) if low[i] in HAVE), "")
        if done and not passive and self.p.tags[verb.head] != "VBG":  # "have been using nets"
            yield from (self.who(phrase), "had" if done == "had" else "have", *denial, word)
            return
        yield from denial
        if passive:
            yield participle(word)
        elif self.p.tags[verb.head] == "VBD":
            yield from (self.who(phrase), word)
        else:
            yield gerund(word, self.p.tags[verb.head])

    def who(self, phrase: int) -> str:
        """The relative pronoun for the thing counted."""
        head = self.p.tokens.low[self.p.phrases[phrase].head] if phrase != NOWHERE else self.noun
        return "who" if stem(head) in PEOPLE | PERSONS else "that"

    def _predicate(self, verb: VerbGroup, target: Target) -> Deed:
        """What the thing counted is said to be: "confident in the future", "who were girls"."""
        t, first = self.p.tokens, verb.stop
        index = self.p.phrase_at[first] if first < t.size else NOWHERE
        if index != NOWHERE:
            if self.w.left_out(index) or index in (target.phrase, target.holder):
                return Deed()
            person = stem(t.low[self.p.phrases[index].head]) in PEOPLE | PERSONS
            pronoun = "who" if person else self.who(target.phrase)
            who: tuple[str, ...] = (pronoun, t.low[verb.head])
            words = (*who, *self.w.part(index, self.w.listed(index)))
            return Deed(words, tuple(self.w.hanging(index, t.size, ATTACHED)))
        said = self._state(first, target)
        if said and t.low[verb.head] in FEELING:
            return said._replace(verb=("feeling", *said.verb))
        return said

    def _state(self, first: int, target: Target) -> Deed:
        """How the things counted are said to be from a token on: "often able to sail"."""
        t = self.p.tokens
        at, whole = first, target._replace(limit=t.size)
        while at < t.size and (self.p.tags[at] in _STATES or t.text[at] in _QUOTES):
            if self.w.out[at]:
                break
            at += 1
        at -= self.p.tags[at - 1] == "CC"  # "homeless and living on the streets"
        said = [word for word in t.text[first:at] if word not in _QUOTES]
        clause = self.p.clause_at[first] if first < t.size else NOWHERE
        own = self.p.clauses[clause].verb if clause != NOWHERE else NOWHERE
        verb = self.p.verbs[own] if own != NOWHERE else None
        parts = [*self._complements(verb, whole, objects=False)] if verb else []
        if {"JJ", "VBN"} & {*self.p.tags[first:at]}:
            tied = self._by_doing(at, t.size)
            able = self._able(at, whole) or ([tied] if tied else [])
            return Deed(tuple(said), tuple(able or parts)) if able or said != ["able"] else Deed()
        if parts and self.w.leads(at) and self.p.phrase_at[at + 1] != NOWHERE:
            how = [word for word in said if self.manner.says_how(word)]
            return Deed((*how, *parts[0]), tuple(parts[1:]))  # "9 boats were in the harbour"
        return Deed()

    def _able(self, at: int, target: Target) -> list[list[str]]:
        """What an adjective leads to: "boats able to carry grain"."""
        for clause in self.p.clauses:
            if clause.relation is Relation.INFINITIVE and clause.first == at:
                meant = [*self._meant(self.p.verbs[clause.verb], target.limit)]
                return [meant] if len(meant) > len(("to", "do")) else []
        return []

    def _complements(self, verb: VerbGroup, target: Target, objects: bool) -> Iterator[list[str]]:
        """What follows the verb: its object, then phrases with prepositions, no date among them."""
        seen, taken = 0, {target.phrase}
        dates = {NOWHERE, target.phrase, *filter(self._is_them, range(len(self.p.phrases)))}
        first = verb.stop + len(self.manner.particle(verb))
        only = self.p.tokens.low[first] == "only"  # "using only nets"
        for index, one in enumerate(self.p.phrases):
            if one.first < verb.stop or one.clause != verb.clause or index in taken:
                continue
            told = index in self.w.said or self._is_them(index)
            if told or self._of_another_figure(index, target):
                continue
            if (self.w.behind(index, target.limit) and target.limit > verb.stop) or (
                seen >= _COMPLEMENTS
            ):
                return
            aged = self.p.tokens.low[one.head] in ("age", "ages")
            aged = aged and self.w.preposition(index) in ("by", "at", "before", "from")
            if self.w.dated(index) or aged:
                dates.add(index)
                continue
            if self.w.left_out(index) and not self.w.countable(index):
                if seen:
                    return
                counted = self.p.phrases[target.phrase] if target.phrase != NOWHERE else one
                if verb.stop <= counted.first < one.first:
                    dates.add(index)  # passed over: "rescued minors aged 4 to 17 during raids"
                continue
            if seen and "," in self.p.tokens.text[self.p.phrases[index - 1].stop : one.first]:
                return
            direct = one.preposition == NOWHERE and one.first == first + only
            own = one.governor in dates or seen
            if own and (self.w.attached(index) or (direct and objects)):
                seen += 1
                stop = self.w.listed(index)
                taken.update(range(index, stop))
                yield [*(["only"] if only and direct else []), *self.w.part(index, stop)]
            elif seen:
                return

    def _is_them(self, index: int) -> bool:
        """Whether a phrase is a pronoun for what is counted: "28 killings, most of them at sea"."""
        pronoun = self.p.tags[self.p.phrases[index].head] == "PRP"
        return pronoun and self.w.preposition(index) in ("of", "among")

    def _of_another_figure(self, index: int, target: Target) -> bool:
        """Whether a phrase stands between the figure that is taken over from and this one."""
        first = self.p.phrases[index].first
        return target.taken_over and first < self.p.phrases[target.holder].first


def participle(word: str) -> str:
    """The past participle of a verb in any form.

    >>> [participle(word) for word in ("issued", "took", "bans", "identifying", "freeing")]
    ['issued', 'taken', 'banned', 'identified', 'freed']
    """
    if word in PARTICIPLES:
        return PARTICIPLES[word]
    if word.endswith("ed"):
        return word
    doing = word.endswith("ing") and len(word) > 4
    stem = word[:-3] if doing else word
    if word.endswith("s") and not word.endswith("ss"):
        stem = word[:-3] + "y" if word.endswith("ies") else word[:-1]
    if stem.endswith("e"):
        return stem + "d"
    if stem.endswith("y") and stem[-2:-1] not in "aeiou":
        return stem[:-1] + "ied"
    return (stem if doing else _doubled(stem)) + "ed"


def gerund(word: str, tag: str) -> str:
    """A verb of the present as it follows the noun that does it.

    >>> gerund("use", "VBP"), gerund("carries", "VBZ"), gerund("plan", "VBP"), gerund("die", "VBP")
    ('using', 'carrying', 'planning', 'dying')
    """
    if tag in ("VBG", "VBN") or word in PASTS:
        return word
    stem = word
    if tag == "VBZ":
        stem = word[:-3] + "y" if word.endswith("ies") else word[:-1]
    if stem.endswith("ie"):
        return stem[:-2] + "ying"
    if stem.endswith("e") and not stem.endswith("ee"):
        return stem[:-1] + "ing"
    return _doubled(stem) + "ing"


def doing(word: str) -> str:
    """The gerund of a past participle.

    >>> [doing(word) for word in ("seen", "attended", "carried", "freed", "planned")]
    ['seeing', 'attending', 'carrying', 'freeing', 'planning']
    """
    if word in GERUNDS:
        return GERUNDS[word]
    if word.endswith("ied"):
        return word[:-3] + "ying"
    return (word[:-1] if word.endswith("eed") else word[:-2]) + "ing"


def _doubled(stem: str) -> str:
    """A stem with the last letter written twice where an ending calls for it: "plann-ed"."""
    return stem + stem[-1] if _SHORT.fullmatch(stem) else stem
