"""The phrase of an age or a time in, out the phrase of what it is the age or the time of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tracediff.lexicon.people import PEOPLE, PERSONS, REPORTING
from tracediff.lexicon.syntax import BE, SAYING
from tracediff.model.syntax import NOWHERE, Relation
from tracediff.text.words import stem
from tracediff.wording.phrases import PhraseWords

AGES: Final = frozenset("age ages aged years year-old".split())
_LIGHT: Final = frozenset("maximum minimum total average period duration".split())
_BETWEEN: Final = frozenset(
    "the of age ages aged between under over below above younger older than from at and or to "
    "who whom are is were was not yet ( ,".split()
)


class BearerReader:
    """Finds what the ages and times of one sentence are said of."""

    def __init__(self, words: PhraseWords) -> None:
        """``words`` are the noun phrases of the sentence."""
        self.w = words
        self.p = words.p

    def of_age(self, holder: int) -> int:
        """Who is so old, or the phrase that names the age itself ("minimum age for marriage")."""
        if holder == NOWHERE:
            return NOWHERE
        if not self._names(holder):
            holder = self._first_of_list(holder)
        for index in (*self._upward(holder), *self._beside(holder), *self._before(holder)):
            if self._names(index):
                return index
        return NOWHERE

    def is_age(self, index: int) -> bool:
        """Whether a phrase is itself an age with words that say which: "the legal age"."""
        phrase = self.p.phrases[index]
        return self.p.tokens.low[phrase.head] in AGES

    def _first_of_list(self, index: int) -> int:
        """The first of several joined phrases: "aged 16 and 17"."""
        while index and self.p.phrases[index - 1].joined == index:
            index -= 1
        return index

    def _upward(self, holder: int) -> Iterator[int]:
        """The phrase itself, and those that it hangs on."""
        index = holder
        while index != NOWHERE:
            yield index
            index = self.p.phrases[index].governor

    def _beside(self, holder: int) -> Iterator[int]:
        """The phrases before it with nothing but words of age between: "users [aged] 16"."""
        low, first = self.p.tokens.low, self.p.phrases[holder].first
        for index in range(holder - 1, -1, -1):
            one = self.p.phrases[index]
            if not _BETWEEN.issuperset(low[one.stop : first]):
                return
            yield from (k for k in self._upward(index) if self.is_age(k))
            yield index
            if self.p.tokens.low[one.head] not in AGES and not self.w.left_out(index):
                return
            first = one.first

    def _before(self, holder: int) -> Iterator[int]:
        """An age that the clause sets, else its subject: "sets the legal age at 18"."""
        clause = self.p.clauses[self.p.phrases[holder].clause]
        for index in range(holder - 1, -1, -1):
            one = self.p.phrases[index]
            if one.clause == self.p.phrases[holder].clause and self.is_age(index):
                yield index
        subject = clause.subject
        if subject != NOWHERE and self.p.tokens.low[self.p.phrases[subject].head] == "they":
            yield from (k for k in range(subject - 1, -1, -1) if self._person(k))
        if clause.subject not in (NOWHERE, holder):
            verb = self.p.verbs[clause.verb] if clause.verb != NOWHERE else None
            if self._person(clause.subject) or (verb and self.p.tokens.low[verb.head] in BE):
                yield clause.subject
        if clause.subject != NOWHERE and self.w.left_out(clause.subject):
            for index in self._hung_on(clause.subject):  # "25 percent of girls"
                if self._person(index):
                    yield index

    def _hung_on(self, index: int) -> Iterator[int]:
        """The phrase behind a phrase that hangs on it, where there is one."""
        after = index + 1
        if after < len(self.p.phrases) and self.p.phrases[after].governor == index:
            yield after

    def _person(self, index: int) -> bool:
        return stem(self.p.tokens.low[self.p.phrases[index].head]) in PEOPLE | PERSONS

    def _names(self, index: int) -> bool:
        """Whether a phrase says who or which age it is."""
        words = [word.lower() for word in self.w.words_of(index)]
        head = self.p.phrases[index].head
        if self.w.pronoun(index) or not words or self.w.out[head]:
            return False
        return not AGES.issuperset(words) or (self.is_age(index) and self._is_led(index))

    def _is_led(self, index: int) -> bool:
        """Whether an age has a phrase that says which: "the age of consent"."""
        return any(not self.w.left_out(after) for after in self._hung_on(index))

    def of_time(self, holder: int) -> int:
        """What lasts so long, or whom it is measured for: "prison sentences of three years",
        "bring detainees to court within 24 hours"."""
        if holder == NOWHERE:
            return NOWHERE
        one = self.p.phrases[holder]
        if one.governor != NOWHERE and self.w.preposition(holder) == "of":
            top = one.governor
            while top != NOWHERE and self.p.tokens.low[self.p.phrases[top].head] in _LIGHT:
                top = self.p.phrases[top].governor  # "shelter for a maximum of 72 hours"
            if top != NOWHERE:
                return NOWHERE if self.w.left_out(top) else top
        clause = self.p.clauses[one.clause]
        objects = [k for k in clause.objects if self.p.phrases[k].stop <= one.first]
        if clause.relation is Relation.INFINITIVE and not objects:  # "requires crews to work"
            above = self.p.clauses[clause.parent].objects
            objects = [k for k in above if self.p.phrases[k].stop == clause.first]
        for index in (*objects[:1], clause.subject):
            if index in (NOWHERE, holder):
                continue
            if self._bears(index):
                return index
            for whole in self._hung_on(index) if self.w.left_out(index) else ():
                if self.w.preposition(whole) == "of" and self._bears(whole):
                    return whole  # "81% of calls were answered within 10 seconds"
        return NOWHERE

    def _bears(self, index: int) -> bool:
        """Whether a phrase names a thing that can last, no rule and nobody who reports."""
        head = self.p.tokens.low[self.p.phrases[index].head]
        named = not (self.w.pronoun(index) or self.w.left_out(index))
        return named and head not in REPORTING | SAYING
