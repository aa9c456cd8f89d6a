"""A parsed sentence and a verb in, how the verb stands in it out: refused, undergone, joined."""

from __future__ import annotations

from tracediff.lexicon.participles import INTRANSITIVE, REFUSING
from tracediff.lexicon.syntax import SAYING
from tracediff.model.syntax import Relation, VerbGroup
from tracediff.syntax import Parse
from tracediff.wording.deed import Deed
from tracediff.wording.inflection import participle


class VerbForms:
    """Tells of the verbs of one sentence in which form they stand."""

    def __init__(self, p: Parse) -> None:
        """Read the verbs of a parsed sentence."""
        self.p = p

    def telling(self, verb: VerbGroup) -> Deed:
        """What they say that they do, where it is read as a noun: "reported learning alone"."""
        t, at = self.p.tokens, verb.stop
        says = t.low[verb.head] in SAYING and not verb.passive and at < t.size
        if not says or not t.low[at].endswith("ing") or self.p.tags[at] not in ("NN", "VBG"):
            return Deed()
        alone = (t.low[at + 1],) if self.p.tags[at + 1 : at + 2] == ("RB",) else ()
        return Deed((t.low[at], *alone))

    def is_straight(self, verb: VerbGroup, index: int) -> bool:
        """Whether no comma stands between a verb and a phrase: not "54 died, or 23 percent"."""
        return "," not in self.p.tokens.text[verb.stop : self.p.phrases[index].first]

    def refused(self, verb: VerbGroup) -> str:
        """What those did who did not do what an infinitive says: "refused to guide 6 ships"."""
        low = self.p.tokens.low
        heads = (low[one.head] for one in self.p.verbs if one.stop == verb.first)
        return next((participle(head) for head in heads if head in REFUSING), "")

    def is_undergone(self, verb: VerbGroup) -> bool:
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

    def second(self, verb: VerbGroup) -> VerbGroup | None:
        """The verb that a conjunction joins straight to one: "do not mend or sell boats"."""
        low = self.p.tokens.low
        if low[verb.stop : verb.stop + 1] not in (["or"], ["and"]):
            return None
        return next((one for one in self.p.verbs if one.first == verb.stop + 1), None)
