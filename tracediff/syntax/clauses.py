"""Chunks in, clauses out: where each begins and ends, its subject, verb and objects, and how it
hangs on another (Abney 1996, Partial parsing via finite-state cascades; here with one stack).

Every chunk is looked at once, with a bounded look at those that follow.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from tracediff.lexicon.calendar import MONTHS
from tracediff.lexicon.cues import FALLING, RISING, STANDING
from tracediff.lexicon.participles import INTRANSITIVE, PARTICIPLES
from tracediff.lexicon.syntax import (
    BE,
    COMPARING,
    COMPLEX,
    CONJUNCTIONS,
    EXPECTING,
    FRACTIONS,
    HAVE,
    HOLDING,
    INCLUDING,
    RELATIVES,
    SAYING,
    SAYING_OF,
    SHARES,
    STRETCHES,
    SUBORDINATORS,
    TURNS,
)
from tracediff.model.syntax import NOWHERE, Clause, NounPhrase, Relation, Tense, VerbGroup
from tracediff.syntax.chunks import Chunk
from tracediff.text.tokens import Tokens

_AHEAD: Final = 24  # chunks that are looked at for the verb of a clause that may open
_NEAR: Final = 5  # chunks from a comma to the last of several verbs
_MOVES: Final = RISING | FALLING | STANDING
_REACHING: Final = frozenset("reached totaled totalled averaged exceeded amounted numbered".split())
_ORDINALS: Final = frozenset("first second third fourth last latter final".split())
_DASHES: Final = frozenset({"—", "–"})
_OPENING: Final = frozenset({"DT", "PDT", "PRP$", "WP$"})
_SOME: Final = frozenset("most many some several all few".split())
_THEM: Final = frozenset("them these those".split())
_PLAIN: Final = frozenset({"NN", "NNS"})
_NAMING: Final = frozenset({"NN", "NNP", "JJ", "VBG", "VBN"})
_SUBJECTS: Final = frozenset("they we he she i they’re they're we’re we're".split())
_HANGING: Final = frozenset(
    {
        Relation.RELATIVE,
        Relation.PARTICIPLE,
        Relation.INFINITIVE,
        Relation.COMPARISON,
        Relation.INCLUDING,
        Relation.SUBORDINATE,
    }
)
_ATTACHED: Final = frozenset({Relation.RELATIVE, Relation.PARTICIPLE})
_OWN_SUBJECT: Final = frozenset(
    {Relation.MAIN, Relation.COORDINATE, Relation.COMPLEMENT, Relation.SUBORDINATE, Relation.ASIDE}
)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")  # a number that is one when it stands alone


@dataclass(slots=True)
class _Open:
    """A clause that is being read."""

    index: int
    first: int
    relation: Relation
    parent: int
    opener: int
    stop: int = 0
    subject: int = NOWHERE
    verb: int = NOWHERE
    shared: bool = False
    bracket: str = ""
    comma: bool = False  # it was opened behind a comma, so that a comma ends it
    phrases: list[int] = field(default_factory=list)


class ClauseReader:
    """Reads the clauses of one sentence over its chunks."""

    def __init__(self, t: Tokens, tags: Sequence[str], chunks: Sequence[Chunk]) -> None:
        """Nothing is read yet."""
        self.t, self.tags, self.chunks = t, [*tags, *[""] * 8], chunks
        self.phrases: list[NounPhrase] = []
        self.verbs: list[VerbGroup] = []
        self.all: list[_Open] = []
        self.stack: list[_Open] = []
        self.clause_at = [0] * t.size
        self.preposition = NOWHERE
        self.held: list[tuple[NounPhrase | None, int]] = []  # what stood before open brackets
        self.index = NOWHERE  # of ``before``, where it is not the last phrase read
        self.governor = NOWHERE  # of the phrase that a list goes on with
        self.before: NounPhrase | None = None  # the phrase that ends where we stand

    def read(self) -> tuple[tuple[NounPhrase, ...], tuple[VerbGroup, ...], tuple[Clause, ...]]:
        """The phrases and verb groups, now tied to clauses, and the clauses."""
        self._open(0, Relation.MAIN, NOWHERE)
        k = 0
        while k < len(self.chunks):
            k = self._chunk(k)
        clauses = tuple(self._closed(one) for one in self.all)
        return tuple(self.phrases), tuple(self.verbs), clauses

    # --- the stack ------------------------------------------------------------------------------

    @property
    def top(self) -> _Open:
        """The innermost clause that is open."""
        return self.stack[-1]

    def _open(self, first: int, relation: Relation, opener: int, *, bracket: str = "") -> _Open:
        parent = self.stack[-1].index if self.stack else NOWHERE
        one = _Open(len(self.all), first, relation, parent, opener, bracket=bracket)
        one.comma = first > 0 and self.t.text[first - 1] in (",", "—", "–")
        self.all.append(one)
        self.stack.append(one)
        return one

    def _pop_to(self, relations: frozenset[Relation]) -> None:
        """Close clauses until one of some kinds is innermost; a bracket holds."""
        while len(self.stack) > 1 and self.top.relation not in relations and not self.top.bracket:
            self.stack.pop()

    def _pop_hanging(self) -> None:
        """Close what hangs on a clause until one that can go on is innermost."""
        while len(self.stack) > 1 and self.top.relation in _HANGING and not self.top.bracket:
            self.stack.pop()

    def _mark(self, first: int, stop: int) -> None:
        top = self.stack[-1]
        self.clause_at[first:stop] = [top.index] * (stop - first)
        top.stop = max(top.stop, stop)

    # --- one chunk after another ----------------------------------------------------------------

    def _chunk(self, k: int) -> int:
        one = self.chunks[k]
        if one.phrase is not None:
            self._phrase(one.phrase)
        elif one.verb is not None:
            self._verb(k, one.verb)
        else:
            return self._token(k)
        return k + 1

    def _phrase(self, phrase: NounPhrase) -> None:
        index = len(self.phrases)
        governor, self.governor = self.governor, NOWHERE
        if governor == NOWHERE and self.preposition != NOWHERE and self.before is not None:
            touching = self.before.stop == self.preposition
            last = self.index if self.index != NOWHERE else index - 1
            governor = last if touching else NOWHERE
        self._mark(phrase.first, phrase.stop)
        self.phrases.append(
            NounPhrase(
                phrase.first, phrase.stop, phrase.head, self.top.index, self.preposition, governor,
                denied=phrase.denied,
            )
        )  # fmt: skip
        self.top.phrases.append(index)
        self.before, self.preposition, self.index = self.phrases[-1], NOWHERE, NOWHERE

    def _verb(self, k: int, verb: VerbGroup) -> None:
        index = len(self.verbs)
        if verb.finite:
            self._make_room(k, verb)
        elif verb.infinitive:
            self._infinitive(verb)
        elif self._told(k, verb):
            verb = replace(verb, finite=True, passive=False, tense=Tense.PAST)
            self._make_room(k, verb)
        else:
            self._participle(verb)
        self._mark(verb.first, verb.stop)
        top = self.top
        self.verbs.append(replace(verb, clause=top.index))
        if top.verb == NOWHERE:
            top.verb = index
            top.subject = self._subject(top) if top.subject == NOWHERE else top.subject
        self.before, self.preposition = None, NOWHERE

    def _subject(self, one: _Open) -> int:
        """The last phrase without a preposition before the verb, else that of the clause before."""
        for index in reversed(one.phrases):
            phrase = self.phrases[index]
            if phrase.preposition == NOWHERE and not self._timely(phrase):
                head = self._list_head(index)
                if not self._tells_age(head):
                    return head
        if one.relation in (Relation.COORDINATE, Relation.INFINITIVE) and one.parent != NOWHERE:
            one.shared = True
            return self.all[one.parent].subject
        kept = (k for k in reversed(one.phrases) if self._counts_times(self.phrases[k]))
        return next(kept, NOWHERE)

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

    def _list_head(self, index: int) -> int:
        """The first member of a list that ends with a phrase: "courts and prisons were …"."""
        while index and self.phrases[index - 1].joined == index:
            index -= 1
        return index

    def _make_room(self, k: int, verb: VerbGroup) -> None:
        """Find or open the clause that a finite verb belongs to."""
        self._pop_described()
        if self.top.verb == NOWHERE and self.top.relation not in (
            Relation.INCLUDING,
            Relation.COMPARISON,
        ):
            return
        if self.top.verb != NOWHERE and self.top.phrases:
            last = self.phrases[self._whole(self._list_head(self.top.phrases[-1]))]
            says = self._says(self.top) or self._is_said_of_them(last)
            if says and last.first > self.verbs[self.top.verb].first:
                self._take_over(Relation.COMPLEMENT, last)
                return
        if self.t.text[verb.first - 1] == "," and self._lists_verbs(k + 1):
            subject = self.top.subject
            self._open(verb.first, Relation.COORDINATE, NOWHERE).subject = subject
            return
        self._pop_hanging()
        if self._reduced():
            self._make_participle(verb.first)
            return
        if self._of_a_whole():
            self._make_participle(self._comma_before(verb.first))
            return
        if self.top.verb != NOWHERE:
            ending = self.phrases[self.top.phrases[-1]] if self.top.phrases else None
            behind = ending is not None and ending.first > self.verbs[self.top.verb].first
            self._take_over(Relation.COORDINATE, ending if behind else None, verb)

    def _pop_described(self) -> None:
        """Close the coordinate parts of what describes a subject that still has no verb: "the crew
        that finds and frees whales led 10 dives"."""
        depth = len(self.stack) - 1
        while depth > 0 and self.stack[depth].relation is Relation.COORDINATE:
            depth -= 1
        if depth < 1 or depth == len(self.stack) - 1 or self.stack[depth].bracket:
            return
        described = self.stack[depth].relation in _ATTACHED
        waits = self.stack[depth - 1].verb == NOWHERE and bool(self.stack[depth - 1].phrases)
        if described and waits and self.top.verb != NOWHERE:
            del self.stack[depth:]

    def _whole(self, index: int) -> int:
        """The phrase that a phrase hangs on, behind the verb: "found 12% of crews sail"."""
        verb = self.verbs[self.top.verb].first
        while self.phrases[index].governor != NOWHERE:
            above = self.phrases[index].governor
            if self.phrases[above].first < verb or above not in self.top.phrases:
                break
            index = above
        return index

    def _is_said_of_them(self, phrase: NounPhrase) -> bool:
        """Whether a pronoun that is never an object stands straight behind a verb: "85 percent
        agree they can rest"."""
        straight = phrase.first == self.verbs[self.top.verb].stop
        return straight and self.t.low[phrase.head] in _SUBJECTS

    def _reduced(self) -> bool:
        """Whether the verb read before is a participle after all: "those identified … numbered"."""
        if self.top.verb == NOWHERE or self.top.subject == NOWHERE:
            return False
        held = self.verbs[self.top.verb]
        bare = (
            self.tags[held.head] == "VBD"
            and self.t.low[held.head] not in BE | HAVE
            and held.stop - held.first == 1
        )
        subject = self.phrases[self.top.subject]
        behind = [i for i in self.top.phrases if self.phrases[i].first >= held.stop]
        direct = any(self.phrases[i].preposition == NOWHERE for i in behind)
        return bare and not direct and self.clause_at[subject.first] == self.top.index

    def _of_a_whole(self) -> bool:
        """Whether the verb read before says what was done to a whole that opens the sentence: "of
        the boats sold in May, 12 were blue"."""
        top, held = self.top, self.verbs[self.top.verb] if self.top.verb != NOWHERE else None
        if held is None or held.first < 2 or self.t.low[top.first] not in ("of", "among"):
            return False
        word = self.t.low[held.head]
        form = word.endswith("ed") or PARTICIPLES.get(word) == word
        lone = form and held.stop - held.first == 1 and word not in BE | HAVE
        straight = any(self.phrases[i].stop == held.first for i in top.phrases)
        return lone and straight and top.subject == NOWHERE

    def _comma_before(self, i: int) -> int:
        """The last comma before a token, or the token itself."""
        return next((k for k in range(i - 1, self.top.first, -1) if self.t.text[k] == ","), i)

    def _make_participle(self, limit: int) -> None:
        """Give the verb of a clause, and what hangs on it up to a token, to a participle of its
        own."""
        top = self.top
        held = self.verbs[top.verb]
        behind = [i for i in top.phrases if held.stop <= self.phrases[i].first < limit]
        one = self._open(held.first, Relation.PARTICIPLE, NOWHERE)
        self.stack.pop()
        before = [i for i in top.phrases if self.phrases[i].stop <= held.first]
        one.verb, one.phrases = top.verb, behind
        one.subject = top.subject if top.subject != NOWHERE else before[-1]
        one.stop = min(top.stop, limit)
        passive = replace(held, clause=one.index, finite=False, passive=True, tense=Tense.NONE)
        self.verbs[top.verb] = passive
        for index in behind:
            self.phrases[index] = replace(self.phrases[index], clause=one.index)
        for i in range(held.first, one.stop):
            if self.clause_at[i] == top.index:
                self.clause_at[i] = one.index
        top.phrases = [i for i in top.phrases if i not in behind]
        top.verb = NOWHERE

    def _take_over(
        self, relation: Relation, phrase: NounPhrase | None, verb: VerbGroup | None = None
    ) -> None:
        """Open a clause whose subject was read as the last phrase of the one before."""
        first = phrase.first if phrase else verb.first if verb else self.top.stop
        moved = [i for i in self.top.phrases if self.phrases[i].first >= first]
        self.top.phrases = [i for i in self.top.phrases if i not in moved]
        self._open(first, relation, NOWHERE)
        for index in moved:
            self.phrases[index] = replace(self.phrases[index], clause=self.top.index)
            self.top.phrases.append(index)
        for i in range(first, min(self.t.size, self.phrases[moved[-1]].stop if moved else first)):
            self.clause_at[i] = self.top.index

    def _says(self, one: _Open) -> bool:
        return self.t.low[self.verbs[one.verb].head] in SAYING | SAYING_OF | HOLDING

    def _infinitive(self, verb: VerbGroup) -> None:
        if self.top.verb == NOWHERE and self.top.relation is not Relation.MAIN:
            return
        joined = self._expected_too(verb)
        if joined != NOWHERE:
            self._take_over(Relation.INFINITIVE, self.phrases[joined])
            self.top.subject = joined
            return
        told = self._told_of(verb)
        self._open(verb.first, Relation.INFINITIVE, verb.first)
        self.top.subject = self.all[self.top.parent].subject if told == NOWHERE else told

    def _told_of(self, infinitive: VerbGroup) -> int:
        """The object that an infinitive says something of: "expects inflation to be 4 percent"."""
        if self.top.verb == NOWHERE or not self._expects(self.top):
            return NOWHERE
        return self._object_before(infinitive)

    def _expected_too(self, infinitive: VerbGroup) -> int:
        """What is expected beside something else: "expects inflation to be 4 percent and wages to
        be frozen"."""
        top = self.top
        if top.relation is not Relation.INFINITIVE or not self._expects(self.all[top.parent]):
            return NOWHERE
        index = self._object_before(infinitive)
        joined = index != NOWHERE and self.tags[self.phrases[index].first - 1] == "CC"
        return index if joined else NOWHERE

    def _object_before(self, infinitive: VerbGroup) -> int:
        """The phrase without a preposition, with what hangs on it, that an infinitive follows."""
        if not self.phrases or self.before is None or self.top.verb == NOWHERE:
            return NOWHERE
        index = len(self.phrases) - 1
        while self.phrases[index].governor != NOWHERE or self._hangs_on_last(index):
            governor = self.phrases[index].governor
            index = governor if governor != NOWHERE else index - 1
        phrase, verb = self.phrases[index], self.verbs[self.top.verb]
        direct = phrase.first >= verb.stop and phrase.preposition == NOWHERE
        direct = direct and self.before.stop == infinitive.first and phrase.clause == self.top.index
        return index if direct else NOWHERE

    def _hangs_on_last(self, index: int) -> bool:
        """Whether a phrase follows the one before it with a preposition alone between them."""
        first = self.phrases[index].preposition
        return first != NOWHERE and index > 0 and self.phrases[index - 1].stop == first

    def _expects(self, one: _Open) -> bool:
        verb = self.verbs[one.verb]
        return self.t.low[verb.head] in EXPECTING and not verb.passive

    def _told(self, k: int, verb: VerbGroup) -> bool:
        """Whether a form that may be a participle is the verb that its clause otherwise lacks."""
        straight = all(self.tags[i] == "RB" for i in range(verb.first, verb.head))
        if self.tags[verb.head] != "VBN" or not straight or self.before is None:
            return False
        if self.before.stop != verb.first:
            return False
        if self.top.verb != NOWHERE:
            moves = self.t.low[verb.head] in _MOVES | _REACHING and self._next_finite(k + 1) is None
            return moves and self._awaits_a_verb()
        if self.top.relation not in _OWN_SUBJECT or self._next_finite(k + 1) is not None:
            return False
        object_next = k + 1 < len(self.chunks) and self.chunks[k + 1].phrase is not None
        ends = self.t.text[verb.stop : verb.stop + 1] in ([], ["."])
        done = _MOVES | SAYING | _REACHING | (INTRANSITIVE if ends else frozenset())
        return object_next or self.t.low[verb.head] in done

    def _awaits_a_verb(self) -> bool:
        """Whether what is open only describes the subject of a clause that has no verb yet."""
        if self.top.verb == NOWHERE or self.top.relation not in _HANGING:
            return False
        above = next(one for one in reversed(self.stack) if one.relation in _OWN_SUBJECT)
        return above.verb == NOWHERE and bool(above.phrases)

    def _participle(self, verb: VerbGroup) -> None:
        if self.top.verb == NOWHERE and self.top.relation in (
            Relation.PARTICIPLE,
            Relation.SUBORDINATE,
        ):
            return
        comma = verb.first > 0 and self.t.text[verb.first - 1] == ","
        subject = self.top.subject
        if self.before is not None and self.before.stop == verb.first:
            subject = len(self.phrases) - 1
        elif comma and self.top.relation in _HANGING:
            self._pop_hanging()
            subject = self.top.subject
        self._open(verb.first, Relation.PARTICIPLE, NOWHERE)
        self.top.subject = subject

    # --- single tokens --------------------------------------------------------------------------

    def _token(self, k: int) -> int:
        i, low = self.chunks[k].first, self.t.low
        size = self._opens(k, i)
        if size == 0:
            if low[i] == "to" and self.top.relation is Relation.PARTICIPLE:
                self._arrive(k)
            self._mark(i, i + 1)
            if self.before is not None and (low[i], low[i + 1]) in COMPLEX:
                self.before = replace(self.before, stop=i + 1)  # "deaths due to hunger"
            elif self.tags[i] in ("IN", "TO") or low[i] in ("to", "per"):
                self.preposition = i
            elif self.t.kind[i] == "w":
                self.preposition = NOWHERE
            size = 1
        stop = i + size
        while k < len(self.chunks) and self.chunks[k].first < stop:
            k += 1
        return k

    def _arrive(self, k: int) -> None:
        """Go back to the clause with "from" where "to" and a number follow: "from 8 … to 12"."""
        after = self.chunks[k + 1].phrase if k + 1 < len(self.chunks) else None
        if after is None or not self._numbered(after):
            return
        for depth in range(len(self.stack) - 1, -1, -1):
            leaving = (self.phrases[i] for i in self.stack[depth].phrases)
            if any(
                one.preposition != NOWHERE
                and self.t.low[one.preposition] == "from"
                and self._numbered(one)
                for one in leaving
            ):
                del self.stack[depth + 1 :]
                return

    def _opens(self, k: int, i: int) -> int:
        """Open or close clauses at a token; the number of tokens taken, 0 for none."""
        text, low = self.t.text[i], self.t.low[i]
        if text in "()[]" and text:
            return self._bracket(i, text)
        if text in _DASHES and not self.t.glued(i):
            return self._dash(i)
        if text in (";", ":") and not self._inside_ratio(i):
            return self._break(i, text)
        if text == ",":
            return self._comma(k, i)
        if low in COMPARING and (size := self._comparing(i)):
            return self._enter(i, Relation.COMPARISON, size)
        if low in INCLUDING or (low == "such" and self.t.low[i + 1] == "as"):
            return self._enter(i, Relation.INCLUDING, 1 + (low == "such"))
        if low in RELATIVES or self.tags[i] in ("WDT", "WP", "WP$"):
            return self._relative(k, i, low)
        if low in SUBORDINATORS and self.tags[i] in ("IN", "WRB", "RB"):
            return self._subordinate(k, i)
        if low in CONJUNCTIONS:
            return self._conjunction(k, i)
        return 0

    def _inside_ratio(self, i: int) -> bool:
        """Whether a colon stands between the digits of "a ratio of 19:1"."""
        return self.t.glued(i) and self.t.glued(i + 1) and self.t.kind[i - 1 : i + 2] == [*"npn"]

    def _enter(self, i: int, relation: Relation, size: int) -> int:
        if relation is Relation.COMPARISON and self.top.relation is Relation.COMPARISON:
            self.stack.pop()
        self._open(i, relation, i)
        self._mark(i, i + size)
        self.preposition = i + size - 1
        self.before = None
        return size

    def _comparing(self, i: int) -> int:
        for words in COMPARING[self.t.low[i]]:
            if tuple(self.t.low[i : i + len(words)]) == words:
                figures = words != ("against",) or self.t.text[i - 1] == ","
                return len(words) if figures else 0
        return 0

    def _bracket(self, i: int, text: str) -> int:
        if text == "(" and self.preposition == i - 1 >= 0 and self.tags[i + 1] in ("$", "CD"):
            self._mark(i, i + 1)  # a negative amount: "a loss of ($179,000)"
            return 1
        if text in "([":
            self.held.append((self.before, len(self.phrases) - 1))
            self._open(i, Relation.ASIDE, i, bracket=text)
            self._mark(i, i + 1)
            self.preposition = NOWHERE
            return 1
        if any(one.bracket in ("(", "[") for one in self.stack):
            while self.top.bracket not in ("(", "["):
                self.stack.pop()
            self._mark(i, i + 1)
            self.stack.pop()
            self.preposition = NOWHERE
            before, self.index = self.held.pop() if self.held else (None, NOWHERE)
            self.before = replace(before, stop=i + 1) if before is not None else None
        return 1

    def _dash(self, i: int) -> int:
        if any(one.bracket == "—" for one in self.stack):
            while self.top.bracket != "—":
                self.stack.pop()
            self._mark(i, i + 1)
            self.stack.pop()
        else:
            while self.top.relation in (Relation.COMPARISON, Relation.INCLUDING):
                self.stack.pop()
            self._open(i, Relation.ASIDE, i, bracket="—")
            self._mark(i, i + 1)
        self.preposition = NOWHERE
        return 1

    def _break(self, i: int, text: str) -> int:
        """A semicolon ends every clause; a colon opens what explains the words before it."""
        if text == ";":
            while len(self.stack) > 1 and self.top.bracket not in ("(", "["):
                self.stack.pop()
            self._mark(i, i + 1)
            if not self.top.bracket:
                self._open(i + 1, Relation.COORDINATE, i)
        else:
            self._mark(i, i + 1)
            self._open(i + 1, Relation.ASIDE, i)
        self.preposition, self.before = NOWHERE, None
        return 1

    def _comma(self, k: int, i: int) -> int:
        """A comma ends what a comma opened, and a clause that stands before its main clause."""
        self._mark(i, i + 1)
        self.preposition = NOWHERE
        if self._some_of_them(k):
            self._open(i + 1, Relation.ASIDE, i)
            self.before = None
            return 1
        if self._in_list(k, i):
            after = self.chunks[k + 1].phrase
            if after is not None:
                self._join(after)
            return 1
        while len(self.stack) > 1 and not self.top.bracket and self._ends_at_comma(k):
            self.stack.pop()
        return 1

    def _some_of_them(self, k: int) -> bool:
        """Whether a comma leads to what some of those before it are: "40 men, 12 of them cooks"."""
        ahead = self.chunks[k + 1 : k + 5]
        if len(ahead) < 4 or None in (ahead[2].phrase, ahead[3].phrase):
            return False
        if ahead[0].phrase is None and self.t.low[ahead[0].first] not in _SOME:
            return False
        them = ahead[2].stop - ahead[2].first == 1 and self.t.low[ahead[2].first] in _THEM
        return them and self.t.low[ahead[1].first] == "of"

    def _in_list(self, k: int, i: int) -> bool:
        """Whether a comma stands between two members of a list of phrases."""
        after = self.chunks[k + 1] if k + 1 < len(self.chunks) else None
        if self.before is None or self.before.stop != i or after is None:
            return False
        if self._timely(self.before) or (
            self.top.verb == NOWHERE and self.top.relation in _OWN_SUBJECT and self._fronted()
        ):
            return False
        if after.phrase is None:
            return self.t.low[after.first] in ("and", "or") and self._phrase_only(k + 2)
        nearest = self._next_finite(k + 1)
        if nearest is not None and self.top.relation is Relation.INFINITIVE and not self.top.first:
            return False  # "To call a strike, half of the members must agree"
        if nearest is not None and self.top.relation is Relation.COMPARISON and not self.top.first:
            return False  # "Compared with last year, 40 of the 90 boats sank"
        if nearest is not None and self.top.relation in _ATTACHED and self._opens_sentence():
            return False  # "At the time of writing this, a total of 40 boats are"
        if nearest is None and self.top.relation in _ATTACHED and self._verb_behind_bracket(k + 2):
            return False  # "of the clinics that buy it, 53% (109 clinics) said"
        return nearest is None or nearest > k + 2

    def _opens_sentence(self) -> bool:
        """Whether what is open stands at the head of a sentence that has no subject yet."""
        above = self.stack[-2] if len(self.stack) > 1 else self.top
        bare = (self.phrases[i].preposition == NOWHERE for i in above.phrases)
        return above.relation is Relation.MAIN and above.verb == NOWHERE and not any(bare)

    def _verb_behind_bracket(self, k: int) -> bool:
        """Whether a bracket opens here and a finite verb stands straight behind it."""
        if k >= len(self.chunks) or self.t.text[self.chunks[k].first] != "(":
            return False
        for j in range(k + 1, min(k + _AHEAD, len(self.chunks) - 1)):
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

    def _timely(self, phrase: NounPhrase) -> bool:
        """Whether a phrase is a date or a stretch of time."""
        low = self.t.low[phrase.head]
        if low in FRACTIONS and self.t.low[phrase.stop] in ("of", "("):
            return self._ordinal(phrase)
        number = self.t.kind[phrase.head] == "n" and len(low) == 4
        month = any(self.t.low[i].rstrip(".") in MONTHS for i in range(phrase.first, phrase.stop))
        return low.removesuffix("s") in STRETCHES or number or month

    def _ordinal(self, phrase: NounPhrase) -> bool:
        """Whether a part is a numbered part of the year: "the second quarter of 2019"."""
        return not _ORDINALS.isdisjoint(self.t.low[phrase.first : phrase.head])

    def _phrase_only(self, k: int) -> bool:
        nearest = self._next_finite(k)
        return k < len(self.chunks) and self.chunks[k].phrase is not None and nearest is None

    def _ends_at_comma(self, k: int) -> bool:
        top = self.top
        if top.relation in (Relation.COMPARISON, Relation.INCLUDING):
            return True
        if top.relation is Relation.ASIDE:
            return top.comma
        if top.relation is Relation.SUBORDINATE:
            return top.verb != NOWHERE and (top.first == 0 or self._next_finite(k + 1) is not None)
        if top.relation in (Relation.RELATIVE, Relation.PARTICIPLE):
            return top.verb != NOWHERE and not self._lists_verbs(k + 1)
        return top.relation is Relation.INFINITIVE and top.first == 0

    def _lists_verbs(self, k: int) -> bool:
        """Whether a relative clause goes on with a list of verbs before the verb of its noun: "the
        crew that finds, tags, and frees whales led 10 dives"."""
        if self.top.relation is not Relation.RELATIVE or not self._awaits_a_verb():
            return False
        finite = [
            j
            for j in range(k, min(k + _AHEAD, len(self.chunks)))
            if (verb := self.chunks[j].verb) is not None and verb.finite
        ]
        last = next((j for j in finite if self.t.low[self.chunks[j - 1].first] == "and"), NOWHERE)
        near = last != NOWHERE and last - k < _NEAR
        return near and any(j > last for j in finite)

    def _next_finite(self, k: int) -> int | None:
        """The chunk of the next finite verb before a break, or none."""
        for j in range(k, min(k + _AHEAD, len(self.chunks))):
            one = self.chunks[j]
            if one.verb is not None and one.verb.finite:
                return j
            if one.phrase is None and one.verb is None:
                text, low = self.t.text[one.first], self.t.low[one.first]
                if text in (",", ";", ":", "(", ")") or text in _DASHES:
                    return None
                if j > k and (low in RELATIVES or low in SUBORDINATORS - {"as"}):
                    return None
                if j > k and low in CONJUNCTIONS:
                    continue
        return None

    def _relative(self, k: int, i: int, low: str) -> int:
        after_noun = self.before is not None and (
            self.before.stop == i or (self.t.text[i - 1] == "," and self.before.stop == i - 1)
        )
        after_noun = after_noun or (self.tags[i - 1] in ("IN", "TO") and low != "that")
        if low == "that" and not after_noun:
            if not self._saying_before(i) and self._next_finite(k + 1) is None:
                return 0
            self._open(i, Relation.COMPLEMENT, i)
            self._mark(i, i + 1)
            self.before = None
            return 1
        if self._next_finite(k + 1) is None and low == "that":
            return 0
        verb_next = k + 1 < len(self.chunks) and self.chunks[k + 1].verb is not None
        antecedent = len(self.phrases) - 1 if after_noun and self.phrases else NOWHERE
        if low == "that" and not verb_next and self._saying_before(i):
            self._open(i, Relation.COMPLEMENT, i)
        else:
            self._open(i, Relation.RELATIVE, i)
            if verb_next:
                self.top.subject = antecedent
        self._mark(i, i + 1)
        self.before, self.preposition = None, NOWHERE
        return 1

    def _saying_before(self, i: int) -> bool:
        """Whether the clause that "that" stands in has a verb of saying ("told reporters that")."""
        top = self.top
        return top.verb != NOWHERE and self._says(top)

    def _subordinate(self, k: int, i: int) -> int:
        participle = k + 1 < len(self.chunks) and self.chunks[k + 1].verb is not None
        if self.t.low[i] == "as" and not participle and self._awaits_a_verb():
            return 0  # "those who came as part of the crew left"
        if self._between_nouns(k, i) or self._as_a_share(i):
            return 0
        if self._next_finite(k + 1) is None and not participle:
            return 0
        if self.top.relation in (Relation.RELATIVE, Relation.PARTICIPLE, Relation.INFINITIVE):
            self._pop_to(_OWN_SUBJECT)
        self._open(i, Relation.SUBORDINATE, i)
        self._mark(i, i + 1)
        self.before, self.preposition = None, NOWHERE
        return 1

    def _as_a_share(self, i: int) -> bool:
        """Whether "as" says of what its noun is a share: "costs as a percentage of sales fell"."""
        t = self.t
        noun = t.low[i + 2] if t.low[i + 1] in ("a", "the") else t.low[i + 1]
        of = t.low[i + 3] if t.low[i + 1] in ("a", "the") else t.low[i + 2]
        return t.low[i] == "as" and noun in SHARES and of in ("of", "to")

    def _between_nouns(self, k: int, i: int) -> bool:
        """Whether a word like "before" ties a noun to the subject of a clause that has no verb yet:
        "profit before taxes was 40 crowns"."""
        after = self.chunks[k + 1].phrase if k + 1 < len(self.chunks) else None
        if self.tags[i] != "IN" or after is None or self.tags[after.head] not in _PLAIN:
            return False
        waits = self.top.verb == NOWHERE and self.top.relation in _OWN_SUBJECT
        named = any(self.phrases[j].preposition == NOWHERE for j in self.top.phrases)
        straight = self.before is not None and self.before.stop == i
        verb = k + 2 < len(self.chunks) and self.chunks[k + 2].verb is not None
        return waits and named and straight and verb and not self.t.capital(i)

    def _conjunction(self, k: int, i: int) -> int:
        """Join clauses where a verb follows, phrases where one stands on each side."""
        after = self.chunks[k + 1] if k + 1 < len(self.chunks) else None
        if after is None:
            return 0
        if self.top.relation is Relation.COMPARISON and (
            self._compared_again(k + 2) or self._has_a_verb(k + 1)
        ):
            self.stack.pop()
        if after.verb is not None:
            return self._join_verbs(i, after.verb)
        if self._starts_clause(k + 1) and not self._verb_is_awaited(k + 1):
            self._pop_hanging()
            self._open(i, Relation.COORDINATE, i)
            self._mark(i, i + 1)
            self.before, self.preposition = None, NOWHERE
            return 1
        if after.phrase is not None and self.before is not None and self.before.stop in (i, i - 1):
            self._mark(i, i + 1)
            self._join(after.phrase)
            return 1
        return 0

    def _verb_is_awaited(self, k: int) -> bool:
        """Whether the one verb ahead is that of the clause that what is open describes a noun of:
        "boats used by farmers and smiths were sold"."""
        nearest, after = self._next_finite(k), self.chunks[k].phrase
        if nearest is None or self._next_finite(nearest + 1) is not None:
            return False
        if after is None:
            return False
        if self._numbered(after):  # "those who are 16 and 17 sail"
            bare = self.before is not None and {*map(self._number, (self.before, after))} == {True}
            return bare and self.top.relation is Relation.RELATIVE and self._awaits_a_verb()
        if self.top.relation is Relation.PARTICIPLE:
            return self._awaits_a_verb() and self.before is not None
        if not self._reduced() or self.top.relation is not Relation.MAIN:
            return False
        held = self.verbs[self.top.verb]
        word = self.t.low[held.head]
        part = self._numbered(self.phrases[self.top.subject])
        whole = any(
            self.phrases[i].stop == held.first and self.phrases[i].preposition != NOWHERE
            for i in self.top.phrases
        )
        done = word.endswith("ed") and word not in INTRANSITIVE | _MOVES | SAYING
        return part and whole and done

    def _number(self, phrase: NounPhrase) -> bool:
        """Whether a phrase is nothing but a number."""
        return self.tags[phrase.head] == "CD"

    def _compared_again(self, k: int) -> bool:
        """Whether a comparison of its own stands behind the phrase that follows "and"."""
        if k >= len(self.chunks) or self.chunks[k - 1].phrase is None:
            return False
        at = self.chunks[k].first
        return self.t.low[at] in COMPARING and bool(self._comparing(at))

    def _join(self, after: NounPhrase) -> None:
        """Join the phrase before a comma or conjunction, or one that it hangs on, to the next."""
        index = len(self.phrases) - 1
        amount = self.tags[self.phrases[index].first] == "$"
        shared = not (self._numbered(after) or amount) and self.tags[after.first] not in _OPENING
        while (
            self.phrases[index].governor != NOWHERE
            and not self._parallel(index, after)
            and not (shared and self._numbered(self.phrases[index]))
        ) or self._opened_above(index, after):
            index = self.phrases[index].governor
        if not self._parallel(index, after) and not self._numbered(self.phrases[index]):
            index = len(self.phrases) - 1
        self.phrases[index] = replace(self.phrases[index], joined=len(self.phrases))
        self.preposition = self.phrases[index].preposition
        self.governor = self.phrases[index].governor

    def _opened_above(self, index: int, after: NounPhrase) -> bool:
        """Whether a phrase with an article goes on with what another without one hangs on: "the
        lack of nets (18%), the price of sails"."""
        above = self.phrases[index].governor
        if above == NOWHERE or self.tags[after.first] != "DT" or self._numbered(after):
            return False
        bare = self.tags[self.phrases[index].first] not in _OPENING
        return bare and self.tags[self.phrases[above].first] == "DT"

    def _parallel(self, index: int, after: NounPhrase) -> bool:
        """Whether two phrases of a list are alike: both with a number, both with none."""
        one = self.phrases[index]
        return self._numbered(one) == self._numbered(after)

    def _numbered(self, phrase: NounPhrase) -> bool:
        """Whether a phrase holds a number that is not a year by itself."""
        if phrase.stop - phrase.first == 1 and _YEAR.fullmatch(self.t.text[phrase.first]):
            return False
        return any(self.tags[i] in ("CD", "$") for i in range(phrase.first, phrase.stop))

    def _join_verbs(self, i: int, verb: VerbGroup) -> int:
        """A verb behind a conjunction goes on with the last clause that has one of its form."""
        while len(self.stack) > 1 and not self.top.bracket and not self._goes_on_with(verb):
            self.stack.pop()
        if self.top.verb == NOWHERE:
            self._mark(i, i + 1)
            return 1
        relation = Relation.COORDINATE
        subject = self.top.subject
        self._open(i, relation, i)
        self.top.subject, self.top.shared = subject, True
        self._mark(i, i + 1)
        self.before = None
        return 1

    def _goes_on_with(self, verb: VerbGroup) -> bool:
        if self.top.verb == NOWHERE:
            return self.top.relation is not Relation.INCLUDING
        held = self.verbs[self.top.verb]
        if verb.finite:
            return held.finite
        same = held.infinitive == verb.infinitive or held.infinitive
        return same and (not held.finite or held.passive)

    def _has_a_verb(self, k: int) -> bool:
        """Whether a phrase stands straight before a finite verb, behind what is compared: "fell
        to 9 compared with 12 and theft rose"."""
        verb = self.chunks[k + 1].verb if k + 1 < len(self.chunks) else None
        straight = self.chunks[k].phrase is not None and verb is not None and verb.finite
        return straight and len(self.stack) > 1 and self.stack[-2].verb != NOWHERE

    def _starts_clause(self, k: int) -> bool:
        """Whether a phrase behind a conjunction is the subject of a verb of its own."""
        if self.top.verb == NOWHERE or self.chunks[k].phrase is None:
            return self._time_led(k)
        nearest = self._next_finite(k)
        if nearest is None:
            return False
        joined = any(
            self.t.low[self.chunks[j].first] in CONJUNCTIONS for j in range(k + 1, nearest)
        )
        return not joined or self.t.text[self.chunks[k].first - 2] == ","

    def _time_led(self, k: int) -> bool:
        """Whether "in 2020" behind a conjunction opens a clause that leaves out its verb."""
        if self.top.verb == NOWHERE or self.t.text[self.chunks[k].first - 2 :][:1] != [","]:
            return False
        led = self.tags[self.chunks[k].first] == "IN" and k + 1 < len(self.chunks)
        return led and self.chunks[k + 1].phrase is not None

    # --- closing --------------------------------------------------------------------------------

    def _behind_bracket(self, index: int) -> bool:
        """Whether a phrase is one more of a list with figures in brackets: "raids to stop theft
        (12), feuds (9)", where it is no object of the verb in the first item."""
        at = self.phrases[index].first - 1
        while at > 0 and self.t.low[at] in (",", "and", "or"):
            at -= 1
        return self.t.text[at] == ")"

    def _closed(self, one: _Open) -> Clause:
        verb = self.verbs[one.verb] if one.verb != NOWHERE else None
        objects = tuple(
            index
            for index in one.phrases
            if verb is not None
            and self.phrases[index].first >= verb.stop
            and self.phrases[index].preposition == NOWHERE
            and not (one.relation is Relation.INFINITIVE and self._behind_bracket(index))
        )
        return Clause(
            one.first, max(one.stop, one.first), one.relation, one.parent, one.opener, one.subject,
            one.verb, objects, one.shared,
        )  # fmt: skip
