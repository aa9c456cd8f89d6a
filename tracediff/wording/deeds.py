"""A thing counted in, what was done to it or by it out: "killed by police", "using nets"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from tracediff.lexicon.cues import FALLING, FALLS, RISES, RISING, STANDING
from tracediff.lexicon.participles import (
    INTRANSITIVE,
    LIGHT,
    NEVER_TELLING,
    PARTICIPLES,
    PASTS,
    PLAIN_ADVERBS,
    SEEING,
    STAYING,
)
from tracediff.lexicon.people import PEOPLE, PERSONS, REPORTING
from tracediff.lexicon.syntax import BE, FRACTIONS, HAVE, SAYING, SAYING_OF
from tracediff.model.syntax import NOWHERE, Clause, Relation, VerbGroup
from tracediff.text.words import stem
from tracediff.wording.phrases import ATTACHED, PhraseWords

_MOVING: Final = RISING | FALLING | STANDING
_PLACES: Final = frozenset("in across within throughout".split())
_PARTIES: Final = frozenset("from by".split())
_COMPLEMENTS: Final = 2  # phrases behind a verb: "using nets at night"
_SHORT: Final = re.compile(r"[^aeiou]+[aeiou][^aeiouwxy]|\w+(?:fer|cur|mit)|(?:[^aeiou]*)qui[pt]")
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


class DeedReader:
    """Words the verbs of one sentence as they follow the nouns that they are said of."""

    def __init__(self, words: PhraseWords) -> None:
        """``words`` are the noun phrases of the sentence."""
        self.w = words
        self.p = words.p

    def read(self, target: Target) -> Deed:
        """What was done to, or done by, the thing counted, with its complements."""
        for verb, passive in self._verbs(target):
            told = self.told(verb)
            if told is not None:
                return self._worded(told, told.passive, target)
            gerund = self._telling(verb)
            if gerund:
                return gerund
            if self._is(verb) or not self._light(verb, passive):
                return self._worded(verb, passive, target)
        return Deed()

    def _verbs(self, target: Target) -> Iterator[tuple[VerbGroup, bool]]:
        """The verbs that may say what a label needs, nearest first, and which are passive."""
        for index in dict.fromkeys((target.phrase, target.holder)):
            found = self._own_clause(index) if index != NOWHERE else None
            if found is not None:
                yield found
                return
        for top in dict.fromkeys((target.holder, target.phrase)):
            found = self.of_clause(top) if top != NOWHERE else None
            if found is not None:
                yield found

    def _light(self, verb: VerbGroup, passive: bool) -> bool:
        """Whether a verb says too little: "saw a rise", "made progress", not "made of oak"."""
        word = self.p.tokens.low[verb.head]
        if word in SAYING_OF | _MOVING | NEVER_TELLING or (word in SAYING and not passive):
            return True
        objects = self.p.clauses[verb.clause].objects
        if word in HAVE:
            return not objects or self.w.left_out(objects[0])
        if word in SEEING:
            heads = [self.p.tokens.low[self.p.phrases[k].head] for k in objects[:1]]
            return not passive and (not heads or heads[0] in RISES | FALLS)
        return word in LIGHT and not passive

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
        after = self.p.tags[verb.stop : verb.stop + 1]
        low = self.p.tokens.low[verb.head]
        return not verb.passive and (low in BE or (low in STAYING and after == ("JJ",)))

    # --- the verb -------------------------------------------------------------------------------

    def _own_clause(self, phrase: int) -> tuple[VerbGroup, bool] | None:
        """A relative clause or participle that hangs on the phrase itself."""
        for clause in self.p.clauses:
            if clause.subject != phrase or clause.verb == NOWHERE or self._apart(clause):
                continue
            if clause.first < self.p.phrases[phrase].stop or self._verb_between(phrase, clause):
                continue
            if clause.relation in (Relation.PARTICIPLE, Relation.RELATIVE):
                verb = self.p.verbs[clause.verb]
                return verb, verb.passive or self.p.tags[verb.head] == "VBN"
        return None

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
        top = phrase
        while self.p.phrases[top].governor != NOWHERE:
            top = self.p.phrases[top].governor
        clause = self.p.clauses[self.p.phrases[top].clause]
        if clause.verb == NOWHERE:
            return None
        verb = self.p.verbs[clause.verb]
        if top in self._listed(clause.subject):
            return verb, verb.passive
        named = phrase == top or self.w.preposition(phrase) in ("of", "to")
        done = any(top in self._listed(one) for one in clause.objects)
        return (verb, True) if done and not verb.passive and named else None

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
            parts = [part for part in (self._as(verb),) if part]
        if not parts and not passive and self.p.clauses[verb.clause].objects:
            return Deed()  # "received $934,674": what it did it to is a figure
        words = [*self.participle(verb, passive, target.phrase), *self._given(verb, target.phrase)]
        manner = tuple(word for word in self._manner(verb) if word not in PLAIN_ADVERBS)
        if passive and not verb.passive and not parts:
            parts = [list(self._agent(verb, target.phrase))]
        return Deed(tuple(words), tuple(part for part in parts if part), manner)

    def _having(self, verb: VerbGroup, target: Target) -> Deed:
        """What the things counted have: "villages with clinics"."""
        parts = list(self._complements(verb, target, objects=True))
        if not parts or self.p.phrase_at[verb.stop] not in self.p.clauses[verb.clause].objects:
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
            if clause.relation is not Relation.INFINITIVE or clause.verb == NOWHERE:
                continue
            own = clause.first == verb.stop or (passive and clause.parent == verb.clause)
            if own and verb.stop != limit and clause.first >= verb.stop:
                meant = self.p.verbs[clause.verb]
                yield "to"
                yield self.p.tokens.low[meant.head]
                target = Target(NOWHERE, NOWHERE, limit)
                for part in self._complements(meant, target, objects=True):
                    yield from part
                return

    def _as(self, verb: VerbGroup) -> list[str]:
        """An adjective behind "as": "pilots identifying as male"."""
        low = self.p.tokens.low[verb.stop : verb.stop + 2]
        return low if low[:1] == ["as"] and self.p.tags[verb.stop + 1] == "JJ" else []

    def _agent(self, verb: VerbGroup, phrase: int) -> Iterator[str]:
        """Who did it, where that is no body that reports of itself: "boats sunk by pirates"."""
        subject = self.p.clauses[verb.clause].subject
        if subject in (NOWHERE, phrase) or self.w.pronoun(subject):
            return
        one = self.p.phrases[subject]
        if one.first > verb.first or self.w.left_out(subject):
            return
        words = self.w.words_of(subject)
        if words and words[-1].lower() not in REPORTING:
            yield "by"
            yield from self.w.article(one)
            yield from words

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

    def _given(self, verb: VerbGroup, phrase: int) -> Iterator[str]:
        """What was given to the thing counted: "victims granted permits"."""
        one = self.p.phrases[phrase] if phrase != NOWHERE else None
        if one is None or one.governor == NOWHERE or self.w.preposition(phrase) != "to":
            return
        given = self.p.phrases[one.governor]
        later = given.clause == verb.clause and given.first >= verb.stop
        if later and not self.w.left_out(one.governor):
            yield from self.w.words(given.first, given.stop)

    def participle(self, verb: VerbGroup, passive: bool, phrase: int) -> Iterator[str]:
        """A verb as it follows the noun of a phrase."""
        word = self.p.tokens.low[verb.head]
        if verb.denial != NOWHERE:
            yield "not"
        if passive:
            yield participle(word)
        elif self.p.tags[verb.head] == "VBD":
            yield from (self._who(phrase), word)
        else:
            yield gerund(word, self.p.tags[verb.head])

    def _manner(self, verb: VerbGroup) -> Iterator[str]:
        """The adverbs in -ly between the words of a verb group."""
        for i in verb.degrees:
            if i < verb.head and self.p.tokens.low[i].endswith("ly") and not self.w.out[i]:
                yield self.p.tokens.low[i]

    def _who(self, phrase: int) -> str:
        """The relative pronoun for the thing counted."""
        head = self.p.tokens.low[self.p.phrases[phrase].head] if phrase != NOWHERE else ""
        return "who" if stem(head) in PEOPLE | PERSONS else "that"

    def _predicate(self, verb: VerbGroup, target: Target) -> Deed:
        """What the thing counted is said to be: "confident in the future", "who were girls"."""
        t, first = self.p.tokens, verb.stop
        index = self.p.phrase_at[first] if first < t.size else NOWHERE
        if index != NOWHERE:
            if self.w.left_out(index) or index in (target.phrase, target.holder):
                return Deed()
            who: tuple[str, ...] = (self._who(target.phrase), t.low[verb.head])
            words = (*who, *self.w.part(index, self.w.listed(index)))
            return Deed(words, tuple(self.w.hanging(index, t.size, ATTACHED)))
        at = first
        while at < t.size and self.p.tags[at] in _STATES and not self.w.out[at]:
            at += 1
        if not {"JJ", "VBN"} & {*self.p.tags[first:at]}:
            return Deed()
        whole = target._replace(limit=t.size)
        return Deed(tuple(t.text[first:at]), tuple(self._complements(verb, whole, objects=False)))

    def _complements(self, verb: VerbGroup, target: Target, objects: bool) -> Iterator[list[str]]:
        """What follows the verb: its object, then phrases with prepositions, no date among them."""
        seen, taken = 0, {target.phrase}
        for index, one in enumerate(self.p.phrases):
            if one.first < verb.stop or one.clause != verb.clause or index in taken:
                continue
            if index in self.w.said or self._of_another_figure(index, target):
                continue
            if one.first >= target.limit > verb.stop or seen >= _COMPLEMENTS:
                return
            if self.w.left_out(index):
                if seen:
                    return
                continue
            direct = one.preposition == NOWHERE and one.first == verb.stop
            own = one.governor in (NOWHERE, target.phrase) or seen
            if own and (self.w.attached(index) or (direct and objects)):
                seen += 1
                stop = self.w.listed(index)
                taken.update(range(index, stop))
                yield self.w.part(index, stop)
            elif seen:
                return

    def _of_another_figure(self, index: int, target: Target) -> bool:
        """Whether a phrase stands between the figure that is taken over from and this one."""
        first = self.p.phrases[index].first
        return target.taken_over and first < self.p.phrases[target.holder].first

    # --- places ---------------------------------------------------------------------------------

    def where(self, holder: int) -> Deed:
        """What is in, comes from or goes to the things counted: "towns with clinics", "towns where
        it trades", "ports boats bought from"."""
        one = self.p.phrases[holder] if holder != NOWHERE else None
        preposition = self.w.preposition(holder) if one else ""
        if one is None or preposition not in _PLACES | _PARTIES:
            return Deed()
        clause = self.p.clauses[one.clause]
        verb = self.p.verbs[clause.verb] if clause.verb != NOWHERE else None
        if one.governor != NOWHERE:
            return self._at_object(one.governor, verb, preposition)
        if verb is None or clause.subject in (NOWHERE, holder):
            return Deed()
        if self.w.pronoun(clause.subject) or self.w.left_out(clause.subject):
            return Deed()
        if verb.stop > one.first or not verb.finite:
            return Deed()
        subject = self.w.words_of(clause.subject)
        if preposition in _PLACES:
            said = self.p.tokens.text[verb.first : one.preposition]
            return Deed(("where", *subject, *said))
        if verb.passive:
            return Deed((*subject, *self.p.tokens.text[verb.first : verb.stop], preposition))
        return Deed()

    def _at_object(self, above: int, verb: VerbGroup | None, preposition: str) -> Deed:
        """What a place or party that hangs on a noun has: "towns with clinics", and what is done
        to the noun there: "ports boats bought from"."""
        if self.w.left_out(above) or self.w.pronoun(above):
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


def _doubled(stem: str) -> str:
    """A stem with the last letter written twice where an ending calls for it: "plann-ed"."""
    return stem + stem[-1] if _SHORT.fullmatch(stem) else stem
