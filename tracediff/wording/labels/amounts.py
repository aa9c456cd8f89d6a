"""An amount in, what it is an amount of out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tracediff.lexicon.money import AMOUNTS, MONEY
from tracediff.lexicon.participles import INVESTING
from tracediff.lexicon.people import REPORTING
from tracediff.lexicon.syntax import BE, MEASURING
from tracediff.model.syntax import NOWHERE, VerbGroup
from tracediff.wording.deed import Deed
from tracediff.wording.labels.fitting import fitted
from tracediff.wording.labels.hanging import HangingReader
from tracediff.wording.labels.named import Named
from tracediff.wording.phrases import ATTACHED
from tracediff.wording.roles import RoleReader
from tracediff.wording.verbs import Target

_SPENT_ON: Final = frozenset("for to on toward towards".split())


class AmountLabels:
    """Words what amounts are spent on, are the level of, and whose they are."""

    def __init__(self, roles: RoleReader, hanging: HangingReader) -> None:
        """``roles`` and ``hanging`` are those of the sentence."""
        self.roles, self.hanging, self.w, self.p = roles, hanging, roles.w, roles.p
        self.figures = hanging.figures

    def sums(self, phrase: int) -> list[str]:
        """What an amount is of the things named: "a loss of revenue of 40 crowns"."""
        found, above = list[str](), self.hanging.governor(phrase)
        while above != NOWHERE and not (self.w.left_out(above) or self.w.pronoun(above)):
            found = [*self.w.words_of(above), "of", *found]
            above = self.hanging.governor(above)
        return found

    def in_kind(self, target: Target, hung: list[list[str]]) -> list[list[str]]:
        """What hangs on an amount that is given in it: "the release of 40 crowns in grants" is one
        of grants."""
        after = target.holder + 1
        if target.phrase == target.holder or after >= len(self.p.phrases) or not hung:
            return hung
        kind, own = self.p.phrases[after], self.p.phrases[target.holder].governor == target.phrase
        named = self.p.tags[kind.head] == "NNS" and kind.governor == target.holder
        if not (own and named and hung[0][:1] == ["in"]) or self.w.dated(after):
            return hung
        return [["of", *hung[0][1:]], *hung[1:]]

    def spent_on(self, phrase: int, holder: int) -> str:
        """The preposition that leads from an amount to what it is for, "on shelters", or ""."""
        if NOWHERE in (phrase, holder):
            return ""
        led = self.w.preposition(phrase)
        verb = self.p.clauses[self.p.phrases[holder].clause].verb
        invests = verb != NOWHERE and self.p.tokens.low[self.p.verbs[verb].head] in INVESTING
        leads = _SPENT_ON | ({"in"} if invests else set())
        return led if self.p.phrases[phrase].governor == holder and led in leads else ""

    def of_another(self, target: Target) -> bool:
        """Whether what an amount was taken over from was only for the noun: "paid 9 crowns to
        experts, of which 4 crowns were returned"."""
        of = self.p.phrases[target.phrase].governor if target.taken_over else NOWHERE
        here = self.p.phrases[target.holder].clause
        own = here != self.p.phrases[target.phrase].clause and self.p.clauses[here].verb != NOWHERE
        return of in self.figures and own and self.w.preposition(target.phrase) in _SPENT_ON

    def told_apart(self, name: list[str], counted: Named, holder: int) -> list[str]:
        """A bare unit behind what it measures, "fines, amount"; what the edition's percentages are
        of before it, "owners, Orsk and Norr"."""
        if counted.phrase != NOWHERE:
            return [*self.whose(holder), *name]
        subject = self.p.clauses[self.p.phrases[holder].clause].subject if holder >= 0 else NOWHERE
        if not self.subject(holder):
            return name
        one = self.p.phrases[subject]
        words = self.w.words(one.first, self.p.phrases[self.w.listed(subject) - 1].stop)
        return [*name[:-1], f"{name[-1]},", *words]

    def same_subject(self, name: Sequence[str], counted: Named, holder: int) -> int:
        """The subject of a clause that is what the edition's percentages are of, with what is said
        of it: "crews reported sailing early, with 76% in May"."""
        words = self.subject(holder)
        if counted.phrase != NOWHERE or not words or words[-1].lower() != name[-1].lower():
            return NOWHERE
        return self.p.clauses[self.p.phrases[holder].clause].subject

    def whose(self, holder: int) -> Iterator[str]:
        """What a bare unit is a measure of, the subject of its clause: "fines, amount"."""
        words = self.subject(holder)
        if words:
            yield from words[:-1]
            yield f"{words[-1]},"

    def amount(self, counted: Named, name: list[str], money: bool) -> list[str]:
        """A name, or what stands for it where only money is counted: "amount of gifts"."""
        unit = counted.first == counted.stop and (counted.text or "").lower() in MONEY
        if unit or not name:
            return ["amount"]
        things = money and self._countable(counted.phrase) and not self._leveled(counted.phrase)
        return ["amount", "of", *name] if things else name

    def _leveled(self, phrase: int) -> bool:
        """Whether a phrase is what amounts to the figure: "monthly rents are below 50 crowns"."""
        clause = self.p.clauses[self.p.phrases[phrase].clause]
        verb = self.p.verbs[clause.verb] if clause.verb != NOWHERE else None
        return clause.subject == phrase and verb is not None and self._level(verb)

    def _level(self, verb: VerbGroup) -> bool:
        return self.p.tokens.low[verb.head] in BE | MEASURING

    def _countable(self, phrase: int) -> bool:
        """Whether a phrase names things that money is not: "gifts of 50 crowns"."""
        head = self.p.phrases[phrase].head if phrase != NOWHERE else 0
        plural = phrase != NOWHERE and self.p.tags[head] == "NNS"
        return plural and self.p.tokens.low[head] not in AMOUNTS

    def measured_by(self, target: Target) -> str:
        """What an amount is the level of: "the value of a gift does not exceed 50 crowns", or the
        cost of."""
        cost = self.roles.cost(target.holder)
        if cost:
            return fitted(cost, [], Deed())
        words, holder = self.subject(target.holder), target.holder
        clause = self.p.clauses[self.p.phrases[holder].clause] if words else None
        if clause is None or clause.verb == NOWHERE or holder not in clause.objects[:1]:
            return ""
        if self.p.tokens.low[self.p.verbs[clause.verb].head] not in BE | MEASURING:
            return ""
        if words[-1].lower() not in AMOUNTS:  # "40 gifts that total 50 crowns"
            words = ["amount", "of", *words]
        return fitted(words, [*self.w.hanging(clause.subject, target.limit, ATTACHED)], Deed())

    def subject(self, holder: int, every: bool = False) -> list[str]:
        """The words of the subject of the clause of a phrase, of bodies that report if asked."""
        clause = self.p.clauses[self.p.phrases[holder].clause] if holder != NOWHERE else None
        if clause is None or clause.subject in (NOWHERE, holder) or self.w.pronoun(clause.subject):
            return []
        head = self.p.tokens.low[self.p.phrases[clause.subject].head]
        return self.w.words_of(clause.subject) if every or head not in REPORTING else []
