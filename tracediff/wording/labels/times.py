"""An age, a time or a measure in, its label out."""

from __future__ import annotations

from tracediff.lexicon.cues import FALLING, RISING
from tracediff.lexicon.participles import LASTING, LIGHT
from tracediff.lexicon.syntax import BE, MEASURING
from tracediff.model.syntax import NOWHERE, Tense
from tracediff.wording.bearers import AGES, BearerReader
from tracediff.wording.deed import Deed
from tracediff.wording.deeds import DeedReader
from tracediff.wording.labels.fitting import MOST, fitted, verb_of, without
from tracediff.wording.phrases import ATTACHED
from tracediff.wording.verbs import Target


class TimeLabels:
    """Words the labels of ages, times and measures."""

    def __init__(self, deeds: DeedReader, bearers: BearerReader) -> None:
        """``bearers`` are those whose age or time a figure is."""
        self.deeds, self.bearers, self.w, self.p = deeds, bearers, deeds.w, deeds.p

    def aged(self, holder: int, limit: int, below: bool) -> tuple[str, str]:
        """The label of an age: "age of users not allowed to sail", "minimum age for marriage"."""
        bearer = self.bearers.of_age(holder)
        if bearer == NOWHERE:
            return "age", ""
        words = self.w.words_of(bearer)
        if not self.bearers.is_age(bearer):
            told = self._by_age(bearer, below)
            if told:
                return told
        hung = [
            part
            for part in self.w.hanging(bearer, limit, ATTACHED)
            if AGES.isdisjoint(word.lower() for word in part)
        ]
        if self.bearers.is_age(bearer):
            return fitted(words, hung, Deed()), ""
        above = self.p.phrases[bearer].governor
        apart = above == NOWHERE or self.w.left_out(above)
        done = self.deeds.read(Target(bearer, bearer, limit)) if apart else Deed()
        return fitted(["age", "of", *words], hung, done), verb_of(done)

    def _by_age(self, bearer: int, below: bool) -> tuple[str, str] | None:
        """The label of an age by which something holds for those who have it: "age under which
        permits are refused", "age of crews whose permits are refused"."""
        top = bearer
        while self.p.phrases[top].governor != NOWHERE:
            top = self.p.phrases[top].governor
        clause = self.p.clauses[self.p.phrases[top].clause]
        verb = self.p.verbs[clause.verb] if clause.verb != NOWHERE else None
        beside = top not in (clause.subject, *clause.objects)
        past = verb is not None and verb.tense is Tense.PAST and not beside
        if verb is None or not verb.finite or past or self.bearers.is_age(top):
            return None
        behind = verb is not None and verb.stop <= self.p.phrases[top].first
        what = top
        if beside:
            what = (*clause.objects[:1], NOWHERE)[0] if behind else clause.subject
        if what == NOWHERE or self.w.left_out(what) or self.w.pronoun(what):
            return None
        whole = self.p.tokens.size
        if not below:
            owned = self.w.preposition(bearer) == "of" and self.p.phrases[bearer].governor == top
            done = self.deeds.read(Target(top, top, whole)) if owned and not beside else Deed()
            if not done:
                return None
            name = ["age", "of", *self.w.words_of(bearer), "whose", *self.w.words_of(top)]
            return fitted(name, [], without(done, self.w.phrase(bearer))), verb_of(done)
        done = self.deeds.read(Target(what, what, whole))
        if not done or (done.verb[0].endswith("ing") and not verb.passive):
            return None
        name = ["age", "under", "which", *self.w.words_of(what)]
        if self.p.phrases[bearer].governor == what and self.w.preposition(bearer) == "of":
            name += self.w.phrase(bearer)
        return fitted(name, [], without(done, self.w.phrase(bearer))), verb_of(done)

    def lasting(self, unit: str, holder: int, limit: int) -> tuple[str, str] | None:
        """The label of a time or measure: "prison sentences for theft, years", "days of leave"."""
        measured = self._measured(holder, unit)
        hung = list(self.w.hanging(holder, limit, ATTACHED))
        if measured:
            return fitted([unit, "of", *measured], hung, Deed()), ""
        of_it = bool(hung) and hung[0][0] == "of"
        within = of_it and self.w.preposition(holder) == "within"
        hung = hung[1:] if within else hung
        bearer = self.bearers.of_time(holder)
        spent = self._done_for(holder, limit) if bearer == NOWHERE or of_it or not hung else Deed()
        if bearer == NOWHERE or (of_it and not within) or spent:
            return (fitted([unit], hung, spent), verb_of(spent)) if hung or spent else None
        own = list(self.w.hanging(bearer, self.p.phrases[holder].first, ATTACHED))
        done = self.deeds.read(Target(bearer, bearer, limit))
        level = bool(done) and (done.verb[-1] in MEASURING or self.w.preposition(holder) == "at")
        level = level or (len(done.verb) > 1 and done.verb[-1] in RISING | FALLING)
        done = Deed() if level else done  # "terms ranged from 2 to 9", "was put at 9 tonnes"
        label = fitted(self.w.words_of(bearer), [*own, *hung], done, MOST - 1)
        named = unit in label.split()
        return label if named else f"{label}, {unit}", verb_of(done)

    def _done_for(self, holder: int, limit: int) -> Deed:
        """What a measure is the object of: "months waited by families"."""
        clause = self.p.clauses[self.p.phrases[holder].clause] if holder != NOWHERE else None
        if clause is None or clause.verb == NOWHERE or holder not in clause.objects[:1]:
            return Deed()
        verb, subject = self.p.verbs[clause.verb], clause.subject
        head = self.p.tokens.low[verb.head]
        straight = verb.stop <= self.p.phrases[holder].first and not verb.passive
        idle = head in BE | LIGHT | MEASURING | LASTING | RISING | FALLING
        if idle or not straight or verb.denial != NOWHERE or subject == holder:
            return Deed()
        if subject == NOWHERE or self.w.pronoun(subject) or self.w.left_out(subject):
            return Deed()
        done = self.deeds.said(verb, True, Target(holder, holder, limit))
        by = ["by", *self.w.article(self.p.phrases[subject]), *self.w.words_of(subject)]
        return done if by in done.parts else done._replace(parts=(*done.parts, by))

    def _measured(self, holder: int, unit: str) -> list[str]:
        """What stands behind a figure and its unit in their phrase: "six months’ imprisonment"."""
        one = self.p.phrases[holder]
        first = max((i + 1 for i in range(one.first, one.stop) if self.w.out[i]), default=one.stop)
        said = self.w.words(first, one.stop)
        words = [word for word in said if word.lower() != unit.lower() and word != "-"]
        while words and words[0] in ("’", "'"):
            words = words[1:]
        return words
