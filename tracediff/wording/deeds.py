"""A thing counted in, what was done to it or by it out: "killed by police", "using nets"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tracediff.lexicon.cues import FALLING, FALLS, GOING, LOSING, RISES, RISING, STANDING
from tracediff.lexicon.participles import (
    FEELING,
    GIVING,
    GOING_ON,
    LEAVING,
    LIGHT,
    NEVER_TELLING,
    SEEING,
)
from tracediff.lexicon.people import PEOPLE, PERSONS
from tracediff.lexicon.syntax import (
    BE,
    CONTAINING,
    FRACTIONS,
    HAVE,
    HOLDING,
    MEASURING,
    SAYING,
    SAYING_OF,
)
from tracediff.model.syntax import NOWHERE, Clause, Relation, Tense, VerbGroup
from tracediff.text.words import stem
from tracediff.wording.complements import ComplementReader
from tracediff.wording.deed import Deed
from tracediff.wording.inflection import doing, gerund, participle
from tracediff.wording.manner import MannerReader
from tracediff.wording.phrases import ATTACHED, PhraseWords
from tracediff.wording.states import StateReader
from tracediff.wording.verb_forms import VerbForms
from tracediff.wording.verbs import Target, VerbFinder

_MOVING: Final = RISING | FALLING | STANDING
_WISHED: Final = ("would", "could")
_NAMED: Final = ("JJ", "NN", "NNS", "NNP")


class DeedReader:
    """Words the verbs of one sentence as they follow the nouns that they are said of."""

    def __init__(self, words: PhraseWords) -> None:
        """``words`` are the noun phrases of the sentence."""
        self.w = words
        self.p = words.p
        self.manner = MannerReader(words)
        self.verbs = VerbFinder(words)
        self.behind = ComplementReader(self.verbs, self.manner)
        self.states = StateReader(words, self.manner, self.behind)
        self.forms = VerbForms(words.p)
        self.noun = ""  # the noun of what is counted where no phrase of the sentence names it

    def read(self, target: Target) -> Deed:
        """What was done to, or done by, the thing counted, with its complements."""
        apposed = self._apposed(target)
        if apposed:
            return apposed
        with_which = self._with_which(target.phrase)
        if with_which:
            return with_which
        for verb, passive in self.verbs.of(target):
            if self.p.tags[verb.stop : verb.stop + 1] == ("PRP+VBP",):  # "agree they’re often able"
                return self.states.state(verb.stop + 1, target)
            told = self.verbs.told(verb)
            if told is not None:
                return self.said(told, told.passive, target)
            saying = self.forms.telling(verb) or self._saying(verb) or self._naming(verb, target)
            if saying:
                return saying
            if self.verbs.is_being(verb):
                said = self.said(verb, passive, target)
                if said:
                    return said
                continue
            if not self._light(verb, passive, target):
                said = self.said(verb, passive, target)
                own = self.p.clauses[verb.clause].subject == target.holder  # "12 boats sank"
                idle = self.p.tokens.low[verb.head] in (LIGHT if own else LIGHT | _MOVING) - HAVE
                if said.parts or passive or not idle:
                    return said
        return Deed()

    def at_least(self, target: Target) -> Deed:
        """A verb that only says what is done with an amount: "reported 9 crowns"."""
        found = self.verbs.of_clause(target.holder) if target.holder != NOWHERE else None
        if found is None or not found[1]:
            return Deed()
        moves = self.p.tokens.low[found[0].head] in BE | HAVE | _MOVING
        return Deed() if moves else self.said(*found, target)

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
        found = self.verbs.own_clause(target.phrase)
        if found is None or self.w.out[found[0].head]:
            return Deed()
        told = self.verbs.told(found[0])  # "those who said they sail"
        return self.said(*((told, told.passive) if told else found), target)

    def of_them(self, verb: VerbGroup, passive: bool, target: Target) -> Deed:
        """What a verb says of those counted, or what they say by it: "45% said they would stay"."""
        told = self.verbs.told(verb)
        if told is not None:
            return self.said(told, told.passive, target)
        return self.forms.telling(verb) or self._saying(verb) or self.said(verb, passive, target)

    def whole(self, target: Target) -> Deed:
        """What was done to the whole that a figure is a part of: "boats sold in May, blue"."""
        found = self.verbs.own_clause(target.phrase) if self.verbs.is_part(target) else None
        if found is None or not found[1] or found[0].denial != NOWHERE:
            return Deed()
        return self.said(*found, target._replace(limit=self.p.tokens.size))

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
            if self.verbs.says_there_is(clause):
                return self._being_there(telling, clause)
            said, whole = self.p.verbs[clause.verb], Target(clause.subject, NOWHERE, NOWHERE)
            words = [self.p.tokens.low[said.head]]
            if not said.passive:
                words = self.p.tokens.text[said.first : said.stop]
            elif said.denial != NOWHERE:
                words = ["not", *words]
            behind = [*self.behind.read(said, whole, objects=True)]
            if self.verbs.is_being(said):
                being = self._predicate(said, whole._replace(limit=self.p.tokens.size))
                behind = [[*being.verb], *being.parts] if being else behind
            return Deed((telling, *self.w.phrase(clause.subject), *words), tuple(behind))
        return Deed()

    def _being_there(self, telling: str, clause: Clause) -> Deed:
        """What they say there is: "pilots reporting too few boats", "saying no need for a dam"."""
        what = next((k for k in clause.objects if not self.w.left_out(k)), NOWHERE)
        if what == NOWHERE:
            return Deed()
        one = self.p.phrases[what]
        none = ["no"] if one.denied else []
        hung = self.w.hanging(what, self.p.tokens.size, ATTACHED)
        return Deed((telling, *none, *self.w.words_of(what)), tuple(hung))

    def _light(self, verb: VerbGroup, passive: bool, target: Target) -> bool:
        """Whether a verb says too little: "made 4 visits", not "made of oak".

        What is said of the things counted themselves tells them from others whatever the verb:
        "9 towns saw a rise".
        """
        word = self.p.tokens.low[verb.head]
        going_on = word in GOING_ON and any(self.behind.infinitive(verb, passive, target.limit))
        if going_on:
            return False  # "continued to sail"
        if word in SAYING_OF | NEVER_TELLING or (word in SAYING and not passive):
            return True
        if word in GOING and self.p.tokens.low[verb.stop] in ("up", "down"):
            return True
        clause = self.p.clauses[verb.clause]
        objects = clause.objects
        bare = clause.subject == target.phrase or target.phrase != target.holder
        if word in MEASURING and not verb.passive and bare and all(map(self.w.left_out, objects)):
            return True  # "attendance averaged 88 percent"
        if self.p.gapped(target.holder) != NOWHERE:
            target = target._replace(holder=target.phrase)
        if word in HAVE:
            return not objects or self.w.left_out(objects[0])
        listed = verb.passive and target.taken_over  # "9 nets were added: Orsk, 4"
        own = (target.holder, target.phrase if listed else NOWHERE)
        if clause.subject != NOWHERE and clause.subject in own:
            return False
        lost = word in LOSING and self.verbs.done_to(verb, target.holder)  # "and lost 3"
        if word in _MOVING and not (lost or self._holds(verb, target)):
            return True
        if word in CONTAINING or (word in LEAVING and not any(self.behind.left(verb))):
            return True
        if word in SEEING:
            heads = [self.p.tokens.low[self.p.phrases[k].head] for k in objects[:1]]
            return not passive and (not heads or heads[0] in RISES | FALLS)
        return word in LIGHT and not passive

    def _holds(self, verb: VerbGroup, target: Target) -> bool:
        """Whether the things counted are what a verb was done to: "held 9 fairs", not "fell 9"."""
        of = self.p.phrases[target.phrase].governor if target.phrase != NOWHERE else NOWHERE
        held = target.holder in (target.phrase, of) and self.verbs.done_to(verb, target.holder)
        return held and self.w.left_out(target.holder)

    def _naming(self, verb: VerbGroup, target: Target) -> Deed:
        """What those counted report or answer: "farms reporting losses", "clerks saying no"."""
        word, at, low = self.p.tokens.low[verb.head], verb.stop, self.p.tokens.low
        clause = self.p.clauses[verb.clause]
        own = clause.subject != NOWHERE and clause.subject in (target.phrase, target.holder)
        if word not in SAYING or verb.passive or not own:
            return Deed()
        telling = doing(participle(word))
        if low[at] in ("yes", "no") and self.p.tags[at + 1] not in _NAMED:
            return Deed((telling, low[at]))
        straight = [one for one in clause.objects if self.p.phrases[one].first == at]
        if not straight or self.w.left_out(straight[0]):
            return Deed()
        return Deed((telling,), tuple(self.behind.read(verb, target, objects=True)))

    def said(self, verb: VerbGroup, passive: bool, target: Target) -> Deed:
        """What a verb says of the things counted, with its complements."""
        if self.verbs.is_being(verb):
            said = self._said_of(verb, target)
            return self._predicate(verb, target) if said else Deed()
        passive = passive or self.forms.is_undergone(verb)
        meant = list(self.behind.infinitive(verb, passive, target.limit))
        if self.p.tokens.low[verb.head] in HAVE:
            return self.states.having(verb, target)
        parts = [meant] if meant else []
        if not meant or passive:
            kept = not passive or (verb.passive and self.p.tokens.low[verb.head] in GIVING)
            parts = [*self.behind.read(verb, target, objects=kept), *parts]
        if not parts:
            ways = (
                self.behind.as_what(verb),
                self.behind.asked(verb),
                self.behind.by_doing(verb.stop, target.limit),
            )
            parts = [part for part in ways if part]
        if passive and not verb.passive:
            parts = [*self.behind.left(verb), *parts]
        how = self.manner.behind(verb)
        parts = [how, *parts] if how and [how] != parts[:1] else parts
        objects = self.p.clauses[verb.clause].objects
        taken = (one for one in objects if self.w.left_out(one))
        if not parts and not passive and any(self.forms.is_straight(verb, one) for one in taken):
            return Deed()  # "received $934,674": what it did it to is a figure
        words, given = self._with_gift(verb, passive, target.phrase)
        gapped = self.p.gapped(target.holder) if passive else NOWHERE
        if gapped != NOWHERE:  # "the army held 12 men, the police 9"
            return Deed(tuple(words), ([*self.behind.by(gapped)],))
        elsewhere = self.behind.elsewhere(target) if passive else []
        if elsewhere:
            agent = [] if verb.passive else [*self.behind.agent(verb, target.phrase)]
            return Deed(tuple(words), tuple(part for part in (elsewhere, agent) if part))
        words = [*words, *self.manner.particle(verb)]
        again = None if parts else self.forms.second(verb)
        if again is not None:
            joint = self.p.tokens.low[verb.stop]
            more = [*self.participle(again, again.passive, target.phrase)]
            words += [joint, *(word for word in more if word not in ("who", "that", "not"))]
            parts = [*self.behind.read(again, target, objects=not passive)]
        manner = tuple(self.manner.inside(verb))
        if passive and not verb.passive and not parts and not given:
            parts = [list(self.behind.agent(verb, target.phrase))]
        if words[-1:] == ["to"]:  # "troops were sent to 9 ports to guard ships"
            parts = [part for part in parts if part[:1] != ["to"]]
        return Deed(tuple(words), tuple(part for part in parts if part), manner)

    def _with_gift(self, verb: VerbGroup, passive: bool, phrase: int) -> tuple[list[str], bool]:
        """A verb with what was given to the thing counted, or done to something for it: "victims
        granted permits", "ports trade extended to"; and whether it is the latter."""
        refused = self.forms.refused(verb) if passive else ""
        if refused:
            return [refused, "to", self.p.tokens.low[verb.head]], False
        word, given = [*self.participle(verb, passive, phrase)], [*self.behind.given(verb, phrase)]
        receiving = self.p.tokens.low[verb.head] in GIVING
        if given and not receiving and self.who(phrase) == "that":
            return [*given, *word, "to"], True
        return [*word, *given], False

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
        return self.p.tokens.low[head] in FRACTIONS | {"bulk"}

    def participle(self, verb: VerbGroup, passive: bool, phrase: int) -> Iterator[str]:
        """A verb as it follows the noun of a phrase."""
        low, word = self.p.tokens.low, self.p.tokens.low[verb.head]
        denial = self._denial(verb)
        done = next((low[i] for i in range(verb.first, verb.head) if low[i] in HAVE), "")
        if done and not passive and self.p.tags[verb.head] != "VBG":  # "have been using nets"
            yield from (self.who(phrase), "had" if done == "had" else "have", *denial, word)
            return
        modal = verb.modal.split("n't")[0].split("n’t")[0]
        if modal in _WISHED and not passive and word != "prefer":
            yield from (self.who(phrase), modal, *denial, word)
            return
        yield from denial
        if passive:
            yield participle(word)
        elif self.p.tags[verb.head] == "VBD" or (
            verb.finite and verb.tense is Tense.PAST and verb.stop - verb.first == 1
        ):
            yield from (self.who(phrase), word)
        else:
            yield gerund(word, self.p.tags[verb.head])

    def _denial(self, verb: VerbGroup) -> list[str]:
        """The word that denies a verb."""
        if verb.denial == NOWHERE or self.manner.is_listed(verb):
            return []
        return ["never" if self.p.tokens.low[verb.denial] == "never" else "not"]

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
            who: tuple[str, ...] = (pronoun, t.low[verb.head], *self._denial(verb))
            words = (*who, *self.w.part(index, self.w.listed(index)))
            return Deed(words, tuple(self.w.hanging(index, t.size, ATTACHED)))
        said = self.states.state(first, target)
        if said and t.low[verb.head] in FEELING:
            said = said._replace(verb=("feeling", *said.verb))
        return said._replace(verb=(*self._denial(verb), *said.verb)) if said else said
