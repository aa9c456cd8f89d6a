"""A verb group in, the clause that it is the verb of found or opened."""

from __future__ import annotations

from typing import Final

from tracediff.lexicon.cues import FALLING, RISING, STANDING
from tracediff.lexicon.participles import INTRANSITIVE, PARTICIPLES, STAYING
from tracediff.lexicon.syntax import BE, EXPECTING, HAVE, SAYING, STRETCHES, TURNS
from tracediff.model.record import replaced
from tracediff.model.syntax import NOWHERE, NounPhrase, Relation, Tense, VerbGroup
from tracediff.syntax.clauses.reading import HANGING, OWN_SUBJECT, Open, Reading

MOVES: Final = RISING | FALLING | STANDING
_REACHING: Final = frozenset("reached totaled totalled averaged exceeded amounted numbered".split())
_NAMING: Final = frozenset({"NN", "NNP", "JJ", "VBG", "VBN"})
_TO_WHOM: Final = frozenset("to by with in on at from for against via".split())
_SUBJECTS: Final = frozenset("they we he she i they’re they're we’re we're".split())


class VerbReader:
    """Gives the verb groups of one sentence to clauses, with their subjects."""

    def __init__(self, s: Reading) -> None:
        """``s`` is how far the clauses of the sentence are read."""
        self.s, self.t, self.tags, self.chunks = s, s.t, s.tags, s.chunks
        self.phrases, self.verbs = s.phrases, s.verbs

    def read(self, k: int, verb: VerbGroup) -> None:
        """Give a verb group to the clause that it is the verb of."""
        index = len(self.verbs)
        if verb.finite and self._describes(k, verb):
            verb = replaced(verb, finite=False, passive=True, tense=Tense.NONE)
            self._participle(verb)
        elif verb.finite:
            self._make_room(k, verb)
        elif verb.infinitive:
            self._infinitive(verb)
        elif self._told(k, verb):
            verb = replaced(verb, finite=True, passive=False, tense=Tense.PAST)
            self._make_room(k, verb)
        else:
            self._participle(verb)
        self.s.mark(verb.first, verb.stop)
        top = self.s.top
        self.verbs.append(replaced(verb, clause=top.index))
        if top.verb == NOWHERE:
            top.verb = index
            top.subject = self._subject(top) if top.subject == NOWHERE else top.subject
        self.s.before, self.s.preposition = None, NOWHERE

    def _describes(self, k: int, verb: VerbGroup) -> bool:
        """Whether a past form says what was done to a phrase that a preposition leads to, of which
        it can be no verb: "they acted against content identified as harmful"."""
        top = self.s.top
        if top.verb == NOWHERE or not top.phrases or self.s.says(top):
            return False
        if self.s.awaits_a_verb() or self.s.reduced():
            return False
        last = self.phrases[-1]
        held = self.verbs[top.verb]
        led = last.preposition != NOWHERE and last.stop == verb.first and last.first > held.stop
        taken = k + 1 < len(self.chunks) and self.chunks[k + 1].phrase is not None
        return led and not taken and self.s.is_bare(verb)

    def _subject(self, one: Open) -> int:
        """The last phrase without a preposition before the verb, else that of the clause before."""
        for index in reversed(one.phrases):
            phrase = self.phrases[index]
            if phrase.preposition == NOWHERE and not self.s.timely(phrase):
                head = self.s.list_head(index)
                head = head if head in one.phrases else index
                if not self._tells_age(head):
                    return head
        if one.relation in (Relation.COORDINATE, Relation.INFINITIVE) and one.parent != NOWHERE:
            one.shared = True
            return self.s.all[one.parent].subject
        kept = (k for k in reversed(one.phrases) if self._counts_times(self.phrases[k]))
        return next(kept, self._time_straight_before(one))

    def _time_straight_before(self, one: Open) -> int:
        """The stretch of time that a verb says something of: "this year brought 12 fires"."""
        if not one.phrases or self.phrases[one.phrases[-1]].stop != self.verbs[-1].first:
            return NOWHERE
        index = one.phrases[-1]
        while self.phrases[index].governor != NOWHERE:
            index = self.phrases[index].governor
        time = self.phrases[index]
        named = self.t.low[time.head].removesuffix("s") in STRETCHES
        return index if named and time.preposition == NOWHERE else NOWHERE

    def _counts_times(self, phrase: NounPhrase) -> bool:
        """Whether a phrase names a kind of days or weeks that are counted: "sick days fell"."""
        named = phrase.preposition == NOWHERE and phrase.head == phrase.first + 1
        told = self.tags[phrase.first] in _NAMING and self.tags[phrase.head] == "NNS"
        return named and told and self.t.low[phrase.first] not in TURNS

    def _tells_age(self, index: int) -> bool:
        """Whether a phrase only says how old those before it are: "crews aged 16 and 17"."""
        one = self.phrases[index]
        aged = self.t.low[one.first] in ("aged", "ages")
        return aged and index > 0 and self.phrases[index - 1].stop == one.first

    def _make_room(self, k: int, verb: VerbGroup) -> None:
        """Find or open the clause that a finite verb belongs to."""
        self._pop_described()
        if self._in_contact(k):
            self._take_over(Relation.RELATIVE, self.phrases[self.s.top.phrases[-1]])
            return
        if self.s.top.verb == NOWHERE and self.s.top.relation not in (
            Relation.INCLUDING,
            Relation.COMPARISON,
        ):
            return
        if self.s.top.verb != NOWHERE and self.s.top.phrases:
            last = self.phrases[self._whole(self.s.list_head(self.s.top.phrases[-1]))]
            says = self.s.says(self.s.top) or self._is_said_of_them(last)
            says = says and not self._told_to(last)
            if says and last.first > self.verbs[self.s.top.verb].first:
                self._take_over(Relation.COMPLEMENT, last)
                return
        if self.t.text[verb.first - 1] == "," and self.s.lists_verbs(k + 1):
            subject = self.s.top.subject
            self.s.open(verb.first, Relation.COORDINATE, NOWHERE).subject = subject
            return
        self.s.pop_hanging()
        if self._all_reduced(verb):
            self._make_participles()
            return
        if self.s.reduced() and not self.s.top.shared:
            self._make_participle(verb.first)
            return
        if self._of_a_whole():
            self._make_participle(self._comma_before(verb.first))
            return
        if self.s.top.verb != NOWHERE:
            ending = self.phrases[self.s.top.phrases[-1]] if self.s.top.phrases else None
            behind = ending is not None and ending.first > self.verbs[self.s.top.verb].first
            behind = behind and self.t.text[verb.first - 1] != ","  # "opened 9, charged 4 and"
            self._take_over(Relation.COORDINATE, ending if behind else None, verb)

    def _in_contact(self, k: int) -> bool:
        """Whether the verb is that of a pronoun straight behind a subject, which it describes: "the
        help they had was good"."""
        top = self.s.top
        if top.verb != NOWHERE or len(top.phrases) < len(("help", "they")):
            return False
        if self.s.next_finite(k + 1) is None:
            return False
        before, last = (self.phrases[i] for i in top.phrases[-2:])
        straight = before.stop == last.first and self.tags[before.head] in ("NN", "NNS")
        pronoun = last.stop == last.first + 1 and self.t.low[last.head] in _SUBJECTS
        of = before.governor != NOWHERE and self.t.low[before.preposition] == "of"
        led = before.preposition != NOWHERE and not of  # "a list of the crews they helped is kept"
        return straight and pronoun and not led and not self.s.timely(before)

    def _pop_described(self) -> None:
        """Close the coordinate parts of what describes a subject that still has no verb: "the crew
        that finds and frees whales led 10 dives"."""
        top = self.s.top
        if top.described == NOWHERE or not top.joined or top.verb == NOWHERE:
            return
        above = self.s.stack[top.described - 1]
        if above.verb == NOWHERE and above.phrases:
            del self.s.stack[top.described :]

    def _whole(self, index: int) -> int:
        """The phrase that a phrase hangs on, behind the verb: "found 12% of crews sail"."""
        verb = self.verbs[self.s.top.verb].first
        while self.phrases[index].governor != NOWHERE:
            above = self.phrases[index].governor
            if self.phrases[above].first < verb or above not in self.s.top.phrases:
                break
            index = above
        return index

    def _is_said_of_them(self, phrase: NounPhrase) -> bool:
        """Whether a pronoun that is never an object stands straight behind a verb: "85 percent
        agree they can rest"."""
        straight = phrase.first == self.verbs[self.s.top.verb].stop
        return straight and self.t.low[phrase.head] in _SUBJECTS

    def _told_to(self, phrase: NounPhrase) -> bool:
        """Whether a phrase is the one that a participle says something to, not the subject of what
        is said: "cases reported to the police fell"."""
        led = phrase.preposition != NOWHERE and self.t.low[phrase.preposition] in _TO_WHOM
        return led and self.s.reduced()

    def _of_a_whole(self) -> bool:
        """Whether the verb read before says what was done to a whole that opens the sentence: "of
        the boats sold in May, 12 were blue"."""
        top, held = self.s.top, self.verbs[self.s.top.verb] if self.s.top.verb != NOWHERE else None
        if held is None or held.first < 2 or self.t.low[top.first] not in ("of", "among"):
            return False
        word = self.t.low[held.head]
        form = word.endswith("ed") or PARTICIPLES.get(word) == word
        lone = form and held.stop - held.first == 1 and word not in BE | HAVE
        straight = any(self.phrases[i].stop == held.first for i in top.phrases)
        return lone and straight and top.subject == NOWHERE

    def _all_reduced(self, verb: VerbGroup) -> bool:
        """Whether both verbs of a list say what was done to the subject of one behind them: "loans
        approved in May and paid in June were small"."""
        if len(self.s.stack) < len(("loans approved", "and paid")) or not self.phrases:
            return False
        above, top = self.s.stack[-2:]
        shares = top.relation is Relation.COORDINATE and top.shared and top.parent == above.index
        straight = self.phrases[-1].stop == verb.first and self.phrases[-1].preposition != NOWHERE
        both = shares and straight and not above.bracket
        return both and self.s.reduced() and self.s.reduced(above)

    def _make_participles(self) -> None:
        """Give two verbs of a list to participles, the second beside the first."""
        joined = self.s.stack.pop()
        held = self.verbs[joined.verb]
        self.verbs[joined.verb] = replaced(held, finite=False, passive=True, tense=Tense.NONE)
        self._make_participle(joined.first)
        joined.parent = self.s.all[-1].index

    def _comma_before(self, i: int) -> int:
        """The last comma before a token, or the token itself."""
        return next((k for k in range(i - 1, self.s.top.first, -1) if self.t.text[k] == ","), i)

    def _make_participle(self, limit: int) -> None:
        """Give the verb of a clause, and what hangs on it up to a token, to a participle of its
        own."""
        top = self.s.top
        held = self.verbs[top.verb]
        behind = [i for i in top.phrases if held.stop <= self.phrases[i].first < limit]
        one = self.s.open(held.first, Relation.PARTICIPLE, NOWHERE)
        self.s.stack.pop()
        before = [i for i in top.phrases if self.phrases[i].stop <= held.first]
        one.verb, one.phrases = top.verb, behind
        straight = bool(before) and self.phrases[before[-1]].stop == held.first
        last = self.s.list_head(before[-1]) if before else NOWHERE
        one.subject = last if straight or top.subject == NOWHERE else top.subject
        one.stop = min(top.stop, limit)
        passive = replaced(held, clause=one.index, finite=False, passive=True, tense=Tense.NONE)
        self.verbs[top.verb] = passive
        for index in behind:
            self.phrases[index] = replaced(self.phrases[index], clause=one.index)
        for i in range(held.first, one.stop):
            if self.s.clause_at[i] == top.index:
                self.s.clause_at[i] = one.index
        top.phrases = [i for i in top.phrases if i not in behind]
        top.verb = NOWHERE

    def _take_over(
        self, relation: Relation, phrase: NounPhrase | None, verb: VerbGroup | None = None
    ) -> None:
        """Open a clause whose subject was read as the last phrase of the one before."""
        first = phrase.first if phrase else verb.first if verb else self.s.top.stop
        moved = [i for i in self.s.top.phrases if self.phrases[i].first >= first]
        self.s.top.phrases = [i for i in self.s.top.phrases if i not in moved]
        self.s.open(first, relation, NOWHERE)
        for index in moved:
            self.phrases[index] = replaced(self.phrases[index], clause=self.s.top.index)
            self.s.top.phrases.append(index)
        for i in range(first, min(self.t.size, self.phrases[moved[-1]].stop if moved else first)):
            self.s.clause_at[i] = self.s.top.index

    def _infinitive(self, verb: VerbGroup) -> None:
        if self.s.top.verb == NOWHERE and self.s.top.relation is not Relation.MAIN:
            return
        joined = self._expected_too(verb)
        if joined != NOWHERE:
            self._take_over(Relation.INFINITIVE, self.phrases[joined])
            self.s.top.subject = joined
            return
        told = self._told_of(verb)
        self.s.open(verb.first, Relation.INFINITIVE, verb.first)
        self.s.top.subject = self.s.all[self.s.top.parent].subject if told == NOWHERE else told

    def _told_of(self, infinitive: VerbGroup) -> int:
        """The object that an infinitive says something of: "expects inflation to be 4 percent"."""
        if self.s.top.verb == NOWHERE or not self._expects(self.s.top):
            return NOWHERE
        return self._object_before(infinitive)

    def _expected_too(self, infinitive: VerbGroup) -> int:
        """What is expected beside something else: "expects inflation to be 4 percent and wages to
        be frozen"."""
        top = self.s.top
        if top.relation is not Relation.INFINITIVE or not self._expects(self.s.all[top.parent]):
            return NOWHERE
        index = self._object_before(infinitive)
        joined = index != NOWHERE and self.tags[self.phrases[index].first - 1] == "CC"
        return index if joined else NOWHERE

    def _object_before(self, infinitive: VerbGroup) -> int:
        """The phrase without a preposition, with what hangs on it, that an infinitive follows."""
        if not self.phrases or self.s.before is None or self.s.top.verb == NOWHERE:
            return NOWHERE
        index = len(self.phrases) - 1
        while self.phrases[index].governor != NOWHERE or self._hangs_on_last(index):
            governor = self.phrases[index].governor
            index = governor if governor != NOWHERE else index - 1
        phrase, verb = self.phrases[index], self.verbs[self.s.top.verb]
        direct = phrase.first >= verb.stop and phrase.preposition == NOWHERE
        direct = (
            direct and self.s.before.stop == infinitive.first and phrase.clause == self.s.top.index
        )
        return index if direct else NOWHERE

    def _hangs_on_last(self, index: int) -> bool:
        """Whether a phrase follows the one before it with a preposition alone between them."""
        first = self.phrases[index].preposition
        return first != NOWHERE and index > 0 and self.phrases[index - 1].stop == first

    def _expects(self, one: Open) -> bool:
        verb = self.verbs[one.verb]
        return self.t.low[verb.head] in EXPECTING and not verb.passive

    def _goes_on(self, verb: VerbGroup) -> bool:
        """Whether a base form goes on with an infinitive: "plans to mend roads and paint walls"."""
        top = self.s.top
        straight = top.relation is Relation.COORDINATE and top.verb == NOWHERE
        if not straight or top.opener != verb.first - 1 or self.tags[verb.head] != "VB":
            return False
        above = self.s.all[top.parent].verb
        return above != NOWHERE and self.verbs[above].infinitive

    def _told(self, k: int, verb: VerbGroup) -> bool:
        """Whether a form that may be a participle is the verb that its clause otherwise lacks."""
        straight = all(self.tags[i] == "RB" for i in range(verb.first, verb.head))
        if self.tags[verb.head] != "VBN" or not straight:
            return False
        if self._lacks_its_verb(k) and self.t.low[verb.stop] != "by":
            return True
        held = self.verbs[self.s.top.verb] if self.s.top.verb != NOWHERE else None
        beside = held is not None and held.stop == verb.first  # "licences granted reached 40"
        beside = beside and held is not None and self.t.low[held.head] not in STAYING | INTRANSITIVE
        if not beside and (self.s.before is None or self.s.before.stop != verb.first):
            return False
        if held is not None:
            moves = self.t.low[verb.head] in MOVES | _REACHING and self.s.next_finite(k + 1) is None
            return moves and (self.s.awaits_a_verb() or self.s.reduced())
        if self.s.top.relation not in OWN_SUBJECT or self.s.next_finite(k + 1) is not None:
            return False
        object_next = k + 1 < len(self.chunks) and self.chunks[k + 1].phrase is not None
        ends = self.t.text[verb.stop : verb.stop + 1] in ([], ["."])
        done = MOVES | SAYING | _REACHING | (INTRANSITIVE if ends else frozenset())
        return object_next or self.t.low[verb.head] in done

    def _lacks_its_verb(self, k: int) -> bool:
        """Whether what somebody says has a subject and no verb, and none follows: "they found that
        men with plans for moving boats stayed"."""
        above = self.s.all[self.s.top.owner]
        needs = above.relation is Relation.COMPLEMENT and above.verb == NOWHERE
        waits = needs and bool(above.phrases) and self.s.top is not above
        return waits and self.s.next_finite(k + 1) is None

    def _participle(self, verb: VerbGroup) -> None:
        if self.s.top.verb == NOWHERE and self.s.top.relation in (
            Relation.PARTICIPLE,
            Relation.SUBORDINATE,
        ):
            return
        if self._goes_on(verb):
            return
        comma = verb.first > 0 and self.t.text[verb.first - 1] == ","
        subject = self.s.top.subject
        perfect = (
            self.t.low[verb.first] == "having" and verb.head > verb.first
        )  # of the clause's own
        if self.s.before is not None and self.s.before.stop == verb.first and not perfect:
            subject = len(self.phrases) - 1
        elif comma and self.s.top.relation in HANGING:
            self.s.pop_hanging()
            subject = self.s.top.subject
        self.s.open(verb.first, Relation.PARTICIPLE, NOWHERE)
        self.s.top.subject = subject
