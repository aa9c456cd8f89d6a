"""A parsed sentence in, how a thing counted is said to be or what it has out: "able to sail"."""

from __future__ import annotations

from typing import Final

from tracediff.model.syntax import NOWHERE, Relation, VerbGroup
from tracediff.wording.complements import ComplementReader
from tracediff.wording.deed import Deed
from tracediff.wording.manner import MannerReader
from tracediff.wording.phrases import PhraseWords
from tracediff.wording.verbs import Target

_QUOTES: Final = ("“", "”", '"')
_STATES: Final = ("JJ", "JJR", "RB", "VBN", "VBD", "CC")


class StateReader:
    """Words how the things counted in one sentence are said to be."""

    def __init__(self, words: PhraseWords, manner: MannerReader, behind: ComplementReader) -> None:
        """``words`` are the noun phrases of the sentence, with how and what its verbs take."""
        self.w, self.p, self.manner, self.behind = words, words.p, manner, behind

    def having(self, verb: VerbGroup, target: Target) -> Deed:
        """What the things counted have: "villages with clinics"."""
        parts = list(self.behind.read(verb, target, objects=True))
        if (
            not parts
            or self.p.tags[verb.stop] == "VBN"
            or self.p.phrase_at[verb.stop] not in self.p.clauses[verb.clause].objects
        ):
            return Deed()
        none = parts[0][:1] == ["no"]
        having = ("without", *parts[0][1:]) if none else ("with", *parts[0])
        return Deed(having, tuple(parts[1:]))

    def state(self, first: int, target: Target) -> Deed:
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
        parts = [*self.behind.read(verb, whole, objects=False)] if verb else []
        if {"JJ", "VBN"} & {*self.p.tags[first:at]}:
            tied = self.behind.by_doing(at, t.size)
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
                meant = [*self.behind.meant(self.p.verbs[clause.verb], target.limit)]
                return [meant] if len(meant) > len(("to", "do")) else []
        return []
