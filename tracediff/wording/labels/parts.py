"""A figure that is a part of others in, whom it is a part of and what they did out."""

from __future__ import annotations

from collections.abc import Sequence

from tracediff.lexicon.cues import FALLING, RISING
from tracediff.lexicon.participles import LIGHT
from tracediff.lexicon.syntax import BE, SAYING
from tracediff.model.syntax import NOWHERE, Relation
from tracediff.wording.deed import Deed
from tracediff.wording.deeds import DeedReader
from tracediff.wording.labels.fitting import MOST, fitted, verb_of
from tracediff.wording.labels.named import Named
from tracediff.wording.verbs import Target


class PartLabels:
    """Words the labels of parts of those that a pronoun or a phrase before names."""

    def __init__(self, deeds: DeedReader, figures: Sequence[int], starts: Sequence[int]) -> None:
        """``figures`` are the noun phrases that hold them, ``starts`` their first tokens."""
        self.deeds, self.w, self.p = deeds, deeds.w, deeds.p
        self.figures, self.starts = figures, starts

    def host(self, counted: Named, holder: int) -> int:
        """The figure behind which a bracket tells again how many of the same things it is: "of the
        complaints, 41 (31%) concerned fees", "a third of pupils (32%) came by bus"."""
        clause = self.p.clauses[self.p.phrases[holder].clause] if holder != NOWHERE else None
        if clause is None or clause.relation is not Relation.ASIDE or clause.opener < 1:
            return holder
        before = self.p.phrase_at[clause.opener - 1]
        alone = self.p.tokens.text[clause.opener] == "(" and clause.verb == NOWHERE
        if not alone or NOWHERE in (before, counted.phrase):
            return holder
        part = self.p.phrases[before].governor if before == counted.phrase else before
        told = part in self.figures and part != holder
        return part if told and self._counts(part, counted.phrase) else holder

    def _counts(self, part: int, phrase: int) -> bool:
        """Whether a figure is one of the things that a phrase names, or a part of them."""
        of = self.p.phrases[phrase]
        whole = of.governor == NOWHERE and self.w.preposition(phrase) in ("of", "among")
        return part == phrase or of.governor == part or (whole and phrase < part)

    def past_whole(self, phrase: int, limit: int) -> int:
        """Where the words of the figure end that counts a part of a phrase: "77 of the 120 boats
        from Orsk" has those of the whole too."""
        if (
            phrase == NOWHERE
            or not self.p.phrases[phrase].first <= limit < self.p.phrases[phrase].head
        ):
            return limit
        return next((first for first in self.starts if first > limit), self.p.tokens.size)

    def undergoes(self, holder: int) -> bool:
        """Whether a verb with a subject of its own is done to those of whom a figure is a part:
        "nurses treated 30 of them"."""
        found = self.deeds.verbs.of_clause(holder) if holder != NOWHERE else None
        if found is None or not found[1] or self.p.tokens.low[found[0].head] in BE | LIGHT:
            return False
        after = holder + 1
        of = after < len(self.p.phrases) and self.p.phrases[after].governor == holder
        return of and self.w.pronoun(after) and self.w.preposition(after) == "of"

    def bare(self, holder: int, limit: int) -> str:
        """What those did of whom a figure is a part that nothing names: "8% never sail"; "persons"
        where nobody did."""
        found = self.deeds.verbs.of_clause(holder) if holder != NOWHERE else None
        done = self.deeds.of_them(*found, Target(holder, holder, limit)) if found else Deed()
        head = self.p.tokens.low[self.p.phrases[holder].head] if holder != NOWHERE else ""
        if done and head in ("nobody", "one", "none"):
            return fitted(["persons"], [], done)
        if done.verb and done.verb[-1] in RISING | FALLING:
            return ""
        if done.verb[-1:] and not done.parts and done.verb[-1] in SAYING:
            answer = self.p.tokens.low[found[0].stop] if found else ""
            return f"{done.verb[-1]} {answer}" if answer in ("yes", "no") else ""
        rest = tuple(
            part for part in done.parts if part[0] != "of" or part[-1].endswith("ing")
        )  # "treated 30 of them for burns"
        done = done._replace(parts=rest)
        said = done.verb[2:] if done.verb[1:2] and done.verb[1] in BE else done.verb
        said = said[1:] if said[:1] and said[0] in ("who", "that") else said
        return fitted([], [], done._replace(verb=tuple(said))) if said else ""

    def those(self, holder: int) -> int:
        """The pronoun that a figure is a part of, where a clause says whom it means: "23% of those
        who applied", "of those inspected, 40 passed"."""
        for index, one in enumerate(self.p.phrases if holder != NOWHERE else ()):
            led = self.w.preposition(index) in ("of", "among") and self._is_those(one.head)
            near = one.governor == holder or (one.governor == NOWHERE and index < holder)
            if led and near and self.deeds.hanging(Target(index, holder, self.p.tokens.size)):
                return index
        return NOWHERE

    def _is_those(self, head: int) -> bool:
        return self.p.tokens.low[head] in ("those", "people", "persons")

    def of_those(self, target: Target, name: str) -> tuple[str, str]:
        """The label of a part of those of whom a clause says something: "those who applied,
        accepted"."""
        whole = self.deeds.hanging(target._replace(limit=self.p.tokens.size))
        found = self.deeds.verbs.of_clause(target.holder)
        done = self.deeds.of_them(*found, target) if found else Deed()
        those = [*name.split(), *whole.verb, *(word for part in whole.parts[:1] for word in part)]
        if not done or len(those) + len(done.verb) > MOST:
            return fitted(name.split(), [], done or whole), verb_of(done or whole)
        return fitted([*those[:-1], f"{those[-1]},"], [], done), verb_of(done)
