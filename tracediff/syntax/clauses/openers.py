"""A bracket, dash, colon, relative pronoun or subordinator in, a clause opened or closed there."""

from __future__ import annotations

from typing import Final

from tracediff.lexicon.syntax import SHARES
from tracediff.model.record import replaced
from tracediff.model.syntax import NOWHERE, Relation
from tracediff.syntax.clauses.reading import OWN_SUBJECT, Reading

_PLAIN: Final = frozenset({"NN", "NNS"})


class OpenerReader:
    """Reads the words and marks of one sentence that clauses begin and end with."""

    def __init__(self, s: Reading) -> None:
        """``s`` is how far the clauses of the sentence are read."""
        self.s, self.t, self.tags, self.chunks = s, s.t, s.tags, s.chunks
        self.phrases, self.verbs = s.phrases, s.verbs

    def bracket(self, i: int, text: str) -> int:
        """A bracket opens an aside, or ends what is open up to one."""
        if text == "(" and self.s.preposition == i - 1 >= 0 and self.tags[i + 1] in ("$", "CD"):
            self.s.mark(i, i + 1)  # a negative amount: "a loss of ($179,000)"
            return 1
        if text in "([":
            self.s.held.append((self.s.before, len(self.phrases) - 1))
            self.s.open(i, Relation.ASIDE, i, bracket=text)
            self.s.mark(i, i + 1)
            self.s.preposition = NOWHERE
            return 1
        if any(one.bracket in ("(", "[") for one in self.s.stack):
            while self.s.top.bracket not in ("(", "["):
                self.s.stack.pop()
            self.s.mark(i, i + 1)
            self.s.stack.pop()
            self.s.preposition = NOWHERE
            before, self.s.index = self.s.held.pop() if self.s.held else (None, NOWHERE)
            self.s.before = replaced(before, stop=i + 1) if before is not None else None
        return 1

    def dash(self, i: int) -> int:
        """A dash opens an aside, or ends what is open up to the one before."""
        if any(one.bracket == "—" for one in self.s.stack):
            while self.s.top.bracket != "—":
                self.s.stack.pop()
            self.s.mark(i, i + 1)
            self.s.stack.pop()
        else:
            while self.s.top.relation in (Relation.COMPARISON, Relation.INCLUDING):
                self.s.stack.pop()
            self.s.open(i, Relation.ASIDE, i, bracket="—")
            self.s.mark(i, i + 1)
        self.s.preposition = NOWHERE
        return 1

    def break_off(self, i: int, text: str) -> int:
        """A semicolon ends every clause; a colon opens what explains the words before it."""
        if text == ";":
            while len(self.s.stack) > 1 and self.s.top.bracket not in ("(", "["):
                self.s.stack.pop()
            self.s.mark(i, i + 1)
            if not self.s.top.bracket:
                self.s.open(i + 1, Relation.COORDINATE, i)
        else:
            self.s.mark(i, i + 1)
            self.s.open(i + 1, Relation.ASIDE, i)
        self.s.preposition, self.s.before = NOWHERE, None
        return 1

    def enter(self, i: int, relation: Relation, size: int) -> int:
        """Words that compare or include open a clause, in which they are the preposition."""
        if relation is Relation.COMPARISON and self.s.top.relation is Relation.COMPARISON:
            self.s.stack.pop()
        self.s.open(i, relation, i)
        self.s.mark(i, i + size)
        self.s.preposition = i + size - 1
        self.s.before = None
        return size

    def relative(self, k: int, i: int, low: str) -> int:
        """Open a relative clause, or one that completes a verb; the number of tokens taken."""
        after_noun = self.s.before is not None and (
            self.s.before.stop == i or (self.t.text[i - 1] == "," and self.s.before.stop == i - 1)
        )
        after_noun = after_noun or (self.tags[i - 1] in ("IN", "TO") and low != "that")
        if low == "that" and not after_noun:
            if not self._saying_before(i) and self.s.next_finite(k + 1) is None:
                return 0
            self.s.open(i, Relation.COMPLEMENT, i)
            self.s.mark(i, i + 1)
            self.s.before = None
            return 1
        if self.s.next_finite(k + 1) is None and low == "that":
            return 0
        verb_next = k + 1 < len(self.chunks) and self.chunks[k + 1].verb is not None
        antecedent = len(self.phrases) - 1 if after_noun and self.phrases else NOWHERE
        if low == "that" and not verb_next and self._saying_before(i):
            self.s.open(i, Relation.COMPLEMENT, i)
        else:
            self.s.open(i, Relation.RELATIVE, i)
            if verb_next:
                self.s.top.subject = antecedent
        self.s.mark(i, i + 1)
        self.s.before, self.s.preposition = None, NOWHERE
        return 1

    def _saying_before(self, i: int) -> bool:
        """Whether the clause that "that" stands in has a verb of saying ("told reporters that")."""
        top = self.s.top
        return top.verb != NOWHERE and self.s.says(top)

    def subordinate(self, k: int, i: int) -> int:
        """Open a clause behind a word like "while"; the number of tokens taken."""
        participle = k + 1 < len(self.chunks) and self.chunks[k + 1].verb is not None
        if self.t.low[i] == "as" and not participle and self.s.awaits_a_verb():
            return 0  # "those who came as part of the crew left"
        named = self.t.low[i] == "as" and self.tags[i - 1] in ("VBN", "VBD")
        if named and participle and self._doing_next(k):
            return 0  # "content identified as violating the rules"
        if self._between_nouns(k, i) or self._as_a_share(i) or self._up_to_a_year(k):
            return 0
        if self.s.next_finite(k + 1) is None and not participle:
            return 0
        if self.s.top.relation in (Relation.RELATIVE, Relation.PARTICIPLE, Relation.INFINITIVE):
            self.s.pop_to(OWN_SUBJECT)
        self.s.open(i, Relation.SUBORDINATE, i)
        self.s.mark(i, i + 1)
        self.s.before, self.s.preposition = None, NOWHERE
        return 1

    def _doing_next(self, k: int) -> bool:
        """Whether a form in -ing, with its adverbs, stands straight behind a chunk."""
        verb = self.chunks[k + 1].verb
        return verb is not None and self.tags[verb.head] == "VBG"

    def _as_a_share(self, i: int) -> bool:
        """Whether "as" says of what its noun is a share: "costs as a percentage of sales fell"."""
        t = self.t
        noun = t.low[i + 2] if t.low[i + 1] in ("a", "the") else t.low[i + 1]
        of = t.low[i + 3] if t.low[i + 1] in ("a", "the") else t.low[i + 2]
        return t.low[i] == "as" and noun in SHARES and of in ("of", "to")

    def _up_to_a_year(self, k: int) -> bool:
        """Whether a word like "before" leads to a year, which is no subject of the verb behind it:
        "bridges built before 1950 needed 32 repairs"."""
        after = self.chunks[k + 1].phrase if k + 1 < len(self.chunks) else None
        verb = self.chunks[k + 2].verb if k + 2 < len(self.chunks) else None
        if after is None or not self.s.timely(after) or self.s.top.verb == NOWHERE:
            return False
        year = after.stop - after.first == 1 and self.t.kind[after.head] == "n"
        joined = self.t.low[after.stop] in ("and", "but")  # "rose until 2010 and fell since"
        straight = verb is not None and verb.finite
        waits = straight and (self.s.reduced() or self.s.awaits_a_verb())
        return year and (waits or joined)

    def _between_nouns(self, k: int, i: int) -> bool:
        """Whether a word like "before" ties a noun to the subject of a clause that has no verb yet:
        "profit before taxes was 40 crowns"."""
        after = self.chunks[k + 1].phrase if k + 1 < len(self.chunks) else None
        if self.tags[i] != "IN" or after is None or self.tags[after.head] not in _PLAIN:
            return False
        waits = self.s.top.verb == NOWHERE and self.s.top.relation in OWN_SUBJECT
        straight = self.s.before is not None and self.s.before.stop == i
        verb = k + 2 < len(self.chunks) and self.chunks[k + 2].verb is not None
        if not (waits and straight and verb) or self.t.capital(i):
            return False
        return any(self.phrases[j].preposition == NOWHERE for j in self.s.top.phrases)

    def arrive(self, k: int) -> None:
        """Go back to the clause with "from" where "to" and a number follow: "from 8 … to 12"."""
        after = self.chunks[k + 1].phrase if k + 1 < len(self.chunks) else None
        if after is None or not self.s.numbered(after):
            return
        for depth in range(len(self.s.stack) - 1, -1, -1):
            leaving = (self.phrases[i] for i in self.s.stack[depth].phrases)
            if any(
                one.preposition != NOWHERE
                and self.t.low[one.preposition] == "from"
                and self.s.numbered(one)
                for one in leaving
            ):
                del self.s.stack[depth + 1 :]
                return
