"""A comma or conjunction in, phrases or clauses joined or closed there."""

from __future__ import annotations

from typing import Final

from tracediff.lexicon.participles import INTRANSITIVE
from tracediff.lexicon.syntax import COMPARING, CONJUNCTIONS, QUANTIFIERS, SAYING
from tracediff.model.record import replaced
from tracediff.model.syntax import NOWHERE, NounPhrase, Relation, VerbGroup
from tracediff.syntax.clauses.gaps import GapReader
from tracediff.syntax.clauses.reading import AHEAD, ATTACHED, OWN_SUBJECT, Reading
from tracediff.syntax.clauses.verbs import MOVES

_FRONTED: Final = ATTACHED | {Relation.INFINITIVE}  # what may stand before a main clause
_OPENING: Final = frozenset({"DT", "PDT", "PRP$", "WP$"})
_THEM: Final = frozenset("them these those".split())


class ListReader:
    """Reads the commas and conjunctions of one sentence."""

    def __init__(self, s: Reading) -> None:
        """``s`` is how far the clauses of the sentence are read."""
        self.s, self.t, self.tags, self.chunks = s, s.t, s.tags, s.chunks
        self.phrases, self.verbs = s.phrases, s.verbs
        self.gaps = GapReader(s)

    def comma(self, k: int, i: int) -> int:
        """A comma ends what a comma opened, and a clause that stands before its main clause."""
        if self.gaps.opens(k, i):
            return 1
        self.s.mark(i, i + 1)
        self.s.preposition = NOWHERE
        if self._some_of_them(k):
            self.s.open(i + 1, Relation.ASIDE, i)
            self.s.before = None
            return 1
        if self._in_list(k, i):
            after = self.chunks[k + 1].phrase
            if after is not None:
                self._join(after)
            return 1
        while len(self.s.stack) > 1 and not self.s.top.bracket and self._ends_at_comma(k):
            self.s.stack.pop()
        return 1

    def _some_of_them(self, k: int) -> bool:
        """Whether a comma leads to what some of those before it are: "40 men, 12 of them cooks"."""
        ahead = self.chunks[k + 1 : k + 5]
        if len(ahead) < 4 or None in (ahead[2].phrase, ahead[3].phrase):
            return False
        if ahead[0].phrase is None and self.t.low[ahead[0].first] not in QUANTIFIERS:
            return False
        them = ahead[2].stop - ahead[2].first == 1 and self.t.low[ahead[2].first] in _THEM
        return them and self.t.low[ahead[1].first] == "of"

    def _in_list(self, k: int, i: int) -> bool:
        """Whether a comma stands between two members of a list of phrases."""
        after = self.chunks[k + 1] if k + 1 < len(self.chunks) else None
        if self.s.before is None or self.s.before.stop != i or after is None:
            return False
        if self.t.low[i + 1 : i + 3] == ["the", "same"]:
            return False  # "two fires on boats, the same number as in 2019"
        if self.s.timely(self.s.before) or (
            self.s.top.verb == NOWHERE and self.s.top.relation in OWN_SUBJECT and self._fronted()
        ):
            return False
        if after.phrase is None:
            return self.t.low[after.first] in ("and", "or") and self._phrase_only(k + 2)
        nearest = self.s.next_finite(k + 1)
        if (
            nearest is not None
            and self.s.top.relation is Relation.INFINITIVE
            and not self.s.top.first
        ):
            return False  # "To call a strike, half of the members must agree"
        if (
            nearest is not None
            and self.s.top.relation is Relation.COMPARISON
            and not self.s.top.first
        ):
            return False  # "Compared with last year, 40 of the 90 boats sank"
        if nearest is not None and self._opens_sentence():
            return False  # "At the time of writing this, a total of 40 boats are"
        if nearest is None and self.s.top.relation in ATTACHED and self._verb_behind_bracket(k + 2):
            return False  # "of the clinics that buy it, 53% (109 clinics) said"
        return nearest is None or nearest > k + 2

    def _opens_sentence(self) -> bool:
        """Whether what is open stands at the head of a sentence that has no subject yet."""
        main, *above = self.s.stack
        if not above or main.verb != NOWHERE:
            return False
        bare = any(self.phrases[i].preposition == NOWHERE for i in main.phrases)
        return not bare and all(one.relation in _FRONTED for one in above)

    def _verb_behind_bracket(self, k: int) -> bool:
        """Whether a bracket opens here and a finite verb stands straight behind it."""
        if k >= len(self.chunks) or self.t.text[self.chunks[k].first] != "(":
            return False
        for j in range(k + 1, min(k + AHEAD, len(self.chunks) - 1)):
            if self.t.text[self.chunks[j].first] == ")":
                verb = self.chunks[j + 1].verb
                return verb is not None and verb.finite
        return False

    def _fronted(self) -> bool:
        """Whether the last phrase hangs, by whatever chain, on a preposition of the clause."""
        index = len(self.phrases) - 1
        while self.phrases[index].governor != NOWHERE:
            index = self.phrases[index].governor
        return self.phrases[index].preposition != NOWHERE

    def _phrase_only(self, k: int) -> bool:
        nearest = self.s.next_finite(k)
        return k < len(self.chunks) and self.chunks[k].phrase is not None and nearest is None

    def _ends_at_comma(self, k: int) -> bool:
        top = self.s.top
        if top.relation in (Relation.COMPARISON, Relation.INCLUDING):
            return True
        if top.relation is Relation.ASIDE:
            return top.comma
        if top.relation is Relation.SUBORDINATE:
            return top.verb != NOWHERE and (top.first == 0 or self.s.next_finite(k + 1) is not None)
        if top.relation in (Relation.RELATIVE, Relation.PARTICIPLE):
            return top.verb != NOWHERE and not self.s.lists_verbs(k + 1)
        if top.relation not in (Relation.INFINITIVE, Relation.COORDINATE, Relation.COMPLEMENT):
            return False
        if top.relation is Relation.INFINITIVE and top.verb != NOWHERE and self._opens_sentence():
            return self.s.next_finite(k + 1) is not None
        return (top.relation is Relation.INFINITIVE and top.first == 0) or self._is_fronted(k)

    def _is_fronted(self, k: int) -> bool:
        """Whether a comma ends all that a clause says that stands before its main clause: "if a
        crew wants to leave the guild, its master says so"."""
        main, *above = self.s.stack
        told = self.s.top.verb != NOWHERE or self.s.top.relation is Relation.COORDINATE
        opens = main.verb == NOWHERE and not main.phrases and told
        fronted = opens and above[0].relation is Relation.SUBORDINATE and above[0].first == 0
        joined = self.t.low[self.chunks[k].stop] in CONJUNCTIONS
        return fronted and not joined and self.s.next_finite(k + 1) is not None

    def conjunction(self, k: int, i: int) -> int:
        """Join clauses where a verb follows, phrases where one stands on each side."""
        after = self.chunks[k + 1] if k + 1 < len(self.chunks) else None
        if after is None:
            return 0
        if self.gaps.opens(k, i):
            return 1
        if self.s.top.relation is Relation.COMPARISON and (
            self._compared_again(k + 2) or self._has_a_verb(k + 1)
        ):
            self.s.stack.pop()
        if after.verb is not None:
            return self._join_verbs(i, after.verb)
        if self._starts_clause(k + 1) and not self._verb_is_awaited(k + 1):
            self.s.pop_hanging()
            self.s.open(i, Relation.COORDINATE, i)
            self.s.mark(i, i + 1)
            self.s.before, self.s.preposition = None, NOWHERE
            return 1
        if (
            after.phrase is not None
            and self.s.before is not None
            and self.s.before.stop in (i, i - 1)
        ):
            self.s.mark(i, i + 1)
            self._join(after.phrase)
            return 1
        return 0

    def _verb_is_awaited(self, k: int) -> bool:
        """Whether the one verb ahead is that of the clause that what is open describes a noun of:
        "boats used by farmers and smiths were sold"."""
        nearest, after = self.s.next_finite(k), self.chunks[k].phrase
        if nearest is None or self.s.next_finite(nearest + 1) is not None:
            return False
        if after is None:
            return False
        if self.s.numbered(after):  # "those who are 16 and 17 sail"
            bare = self.s.before is not None and {*map(self._number, (self.s.before, after))} == {
                True
            }
            return bare and self.s.top.relation is Relation.RELATIVE and self.s.awaits_a_verb()
        if self.s.top.relation is Relation.PARTICIPLE:
            return self.s.awaits_a_verb() and self.s.before is not None
        if not self.s.reduced() or self.s.top.relation is not Relation.MAIN:
            return False
        held = self.verbs[self.s.top.verb]
        word = self.t.low[held.head]
        part = self.s.numbered(self.phrases[self.s.top.subject])
        whole = any(
            self.phrases[i].stop == held.first and self.phrases[i].preposition != NOWHERE
            for i in self.s.top.phrases
        )
        done = word.endswith("ed") and word not in INTRANSITIVE | MOVES | SAYING
        return part and whole and done

    def _number(self, phrase: NounPhrase) -> bool:
        """Whether a phrase is nothing but a number."""
        return self.tags[phrase.head] == "CD"

    def _compared_again(self, k: int) -> bool:
        """Whether a comparison of its own stands behind the phrase that follows "and"."""
        if k >= len(self.chunks) or self.chunks[k - 1].phrase is None:
            return False
        at = self.chunks[k].first
        return self.t.low[at] in COMPARING and bool(self.s.comparing(at))

    def _join(self, after: NounPhrase) -> None:
        """Join the phrase before a comma or conjunction, or one that it hangs on, to the next."""
        index = len(self.phrases) - 1
        amount = self.tags[self.phrases[index].first] == "$"
        shared = not (self.s.numbered(after) or amount) and self.tags[after.first] not in _OPENING
        while (
            self.phrases[index].governor != NOWHERE
            and not self._parallel(index, after)
            and not (shared and self.s.numbered(self.phrases[index]))
        ) or self._opened_above(index, after):
            index = self.phrases[index].governor
        if not self._parallel(index, after) and not self.s.numbered(self.phrases[index]):
            index = len(self.phrases) - 1
        self.phrases[index] = replaced(self.phrases[index], joined=len(self.phrases))
        self.s.preposition = self.phrases[index].preposition
        self.s.governor = self.phrases[index].governor

    def _opened_above(self, index: int, after: NounPhrase) -> bool:
        """Whether a phrase with an article goes on with what another without one hangs on: "the
        lack of nets (18%), the price of sails"."""
        above = self.phrases[index].governor
        if above == NOWHERE or self.tags[after.first] != "DT" or self.s.numbered(after):
            return False
        bare = self.tags[self.phrases[index].first] not in _OPENING
        return bare and self.tags[self.phrases[above].first] == "DT"

    def _parallel(self, index: int, after: NounPhrase) -> bool:
        """Whether two phrases of a list are alike: both with a number, both with none."""
        one = self.phrases[index]
        return self.s.numbered(one) == self.s.numbered(after)

    def _join_verbs(self, i: int, verb: VerbGroup) -> int:
        """A verb behind a conjunction goes on with the last clause that has one of its form."""
        while len(self.s.stack) > 1 and not self.s.top.bracket and not self._goes_on_with(verb):
            self.s.stack.pop()
        if self.s.top.verb == NOWHERE:
            self.s.mark(i, i + 1)
            return 1
        relation = Relation.COORDINATE
        subject = self.s.top.subject
        self.s.open(i, relation, i)
        self.s.top.subject, self.s.top.shared = subject, True
        self.s.mark(i, i + 1)
        self.s.before = None
        return 1

    def _goes_on_with(self, verb: VerbGroup) -> bool:
        if self.s.top.verb == NOWHERE:
            return self.s.top.relation is not Relation.INCLUDING
        held = self.verbs[self.s.top.verb]
        if verb.finite:
            return held.finite
        same = held.infinitive == verb.infinitive or held.infinitive
        return same and (not held.finite or held.passive)

    def _has_a_verb(self, k: int) -> bool:
        """Whether a phrase stands straight before a finite verb, behind what is compared: "fell
        to 9 compared with 12 and theft rose"."""
        verb = self.chunks[k + 1].verb if k + 1 < len(self.chunks) else None
        straight = self.chunks[k].phrase is not None and verb is not None and verb.finite
        return straight and len(self.s.stack) > 1 and self.s.stack[-2].verb != NOWHERE

    def _starts_clause(self, k: int) -> bool:
        """Whether a phrase behind a conjunction is the subject of a verb of its own."""
        if self.s.top.verb == NOWHERE or self.chunks[k].phrase is None:
            return self._time_led(k)
        nearest = self.s.next_finite(k)
        if nearest is None:
            return False
        joined = any(
            self.t.low[self.chunks[j].first] in CONJUNCTIONS for j in range(k + 1, nearest)
        )
        return not joined or self.t.text[self.chunks[k].first - 2] == ","

    def _time_led(self, k: int) -> bool:
        """Whether "in 2020" behind a conjunction opens a clause that leaves out its verb."""
        if self.s.top.verb == NOWHERE or self.t.text[self.chunks[k].first - 2 :][:1] != [","]:
            return False
        led = self.tags[self.chunks[k].first] == "IN" and k + 1 < len(self.chunks)
        return led and self.chunks[k + 1].phrase is not None
