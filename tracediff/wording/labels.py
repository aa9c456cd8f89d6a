"""What a figure counts in, the row label that an editor would print out.

The thing counted with its modifiers, then what hangs on it by "of" or another preposition, then the
verb as a participle: "persons killed by police", "visas granted to victims". No figure, no period,
no ellipsis, at most ``MOST`` words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Protocol

from tracediff.lexicon.cues import FALLING, RISING, STANDING
from tracediff.lexicon.money import MONEY
from tracediff.lexicon.participles import DEEDS_DONE, LIGHT, PARTICIPLES
from tracediff.lexicon.people import PEOPLE, PERSONS, REPORTING
from tracediff.lexicon.syntax import BE, COMPLEX, FRACTIONS, SAYING
from tracediff.model import Fact
from tracediff.model.syntax import NOWHERE, Clause, NounPhrase, Relation, VerbGroup
from tracediff.syntax import Parse
from tracediff.text.words import stem

MOST: Final = 9
"""Words of a label: what fits a table's first column (design: labels of at most nine words)."""

_TAIL: Final = frozenset(
    "of per in on at by for from to with and or the a an as that who which its their".split()
)
_MOVING: Final = RISING | FALLING | STANDING
_SMALL: Final = frozenset({"DT", "PRP$", "PDT", "WP$"})
_ATTACHED: Final = frozenset(
    "of per in among for against by with on to from under at involving as within between during "
    "about over across into through concerning regarding toward towards without".split()
)
_OF_THE_NAME: Final = frozenset("of per with among against about between".split())
_OF_A_NUMBER: Final = frozenset("per as by from with for against to".split())
_PLACES: Final = frozenset("in across within throughout".split())
_TOLD_APART: Final = frozenset("additional further other new".split())
_ARTICLES: Final = frozenset({"the", "a", "an"})
_BEFORE_VERB: Final = frozenset({"not", "who", "that"})


def row_label(facts: Iterable[Fact]) -> str:
    """The best label of several facts of one measure, or "a figure" where none has one.

    The fullest is the best, of equally full ones the first.
    """
    labels = [fact.label or fact.measure for fact in facts]
    return max(labels, key=lambda label: len(label.split()), default="") or "a figure"


class Named(Protocol):
    """What the thing counted is: its noun phrase and the words of it that name it."""

    @property
    def phrase(self) -> int: ...  # noqa: D102
    @property
    def first(self) -> int: ...  # noqa: D102
    @property
    def stop(self) -> int: ...  # noqa: D102
    @property
    def text(self) -> str | None: ...  # noqa: D102
    @property
    def change(self) -> int: ...  # noqa: D102
    @property
    def item(self) -> int: ...  # noqa: D102


class Labeller:
    """Words the labels of the figures of one sentence."""

    def __init__(self, p: Parse, times: Sequence[bool], figures: Sequence[tuple[int, int]]) -> None:
        """``times`` and ``figures`` are the tokens that a label leaves out."""
        self.p = p
        self.times = times
        self.out = list(times)
        self.said: set[int] = set()
        self.holder = NOWHERE
        self.taken_over = False
        self.figures = [self.p.phrase_at[first] for first, _ in figures]
        for first, stop in figures:
            for i in range(first, min(stop, len(self.out))):
                self.out[i] = True

    def label(self, counted: Named, holder: int, limit: int, change: str = "") -> tuple[str, str]:
        """The label of what a figure counts, and the verb in it, or "".

        ``holder`` is the noun phrase that holds the figure; words from token ``limit`` on belong to
        the next figure. ``change`` is the noun of a stated change.
        """
        phrase, deed = counted.phrase, list[str]()
        self.said, self.holder, self.taken_over = set(), holder, False
        if counted.item != NOWHERE:
            return self._share(counted, limit)
        if phrase == NOWHERE:
            name, hung = (counted.text or "").split(), []
        else:
            name = list(self._words(self._first(counted), counted.stop))
            name = name or (counted.text or "").split()
            self.taken_over = self._taken_over(phrase, holder)
            deed = list(self._deed(phrase))
            name = [*deed, *name]
            hung = list(self._hanging(phrase, limit))
            spent = self._spent_on(phrase, holder)
            if spent:
                name, hung = ["amount"], [spent, *name, *hung]
            if phrase != holder != NOWHERE:
                hung += list(self._of_number(holder, phrase, limit))
        if counted.change:
            return joined(_cut([change, "in", *name, *hung])) if name else change, ""
        money = counted.first == counted.stop and (counted.text or "").lower() in MONEY
        if money or (not name and holder != NOWHERE and self._amounts(holder)):
            name = ["amount"]
        if counted.first == counted.stop and not hung:
            name = [*self._whose(holder), *name]
        verb = [] if deed else list(self._verbal(phrase, holder, limit, len(name) + len(hung)))
        if not verb and not hung and phrase == holder:
            verb = list(self._where(holder))
        done = next((word for word in verb if word not in _BEFORE_VERB), "")
        if done and hung and hung[0] not in _OF_THE_NAME:  # "visas granted to victims"
            after = verb.index(done) + 1
            return joined(_cut([*name, *verb[:after], *hung, *verb[after:]])), done
        return joined(_cut([*name, *hung, *verb])), done if len(name) + len(hung) < MOST else ""

    def _share(self, counted: Named, limit: int) -> tuple[str, str]:
        """The label of a share behind an item: "boats made of oak", "faults, leaks"."""
        name = list(self._words(counted.first, counted.stop)) or (counted.text or "").split()
        found = self._own_verb(counted.phrase)
        if found is not None and self.p.tokens.low[found[0].head] not in BE | LIGHT:
            verb = list(self._participle(*found, counted.phrase))
            behind = list(self._up_to(found[0], counted.item))
            return joined(_cut([*name, *verb, *behind])), verb[0]
        item = list(self._words_of(counted.item))
        item += list(self._hanging(counted.item, limit))
        return joined(_cut([*name[:-1], f"{name[-1]},", *item])) if name and item else "", ""

    def _up_to(self, verb: VerbGroup, item: int) -> Iterator[str]:
        """What stands between a verb and the item of a list, and the item, its like left out."""
        preposition = NOWHERE
        for index in range(item):
            one = self.p.phrases[index]
            if one.first < verb.stop or self._left_out(one):
                continue
            if self._is_item(one):
                preposition = one.preposition
            else:
                yield from self._phrase(one)
        own = self.p.phrases[item].preposition
        if own != NOWHERE or preposition != NOWHERE:
            yield self.p.tokens.low[own if own != NOWHERE else preposition]
        yield from self._words_of(item)

    def _is_item(self, one: NounPhrase) -> bool:
        """Whether a share of its own stands in brackets behind a phrase."""
        t = self.p.tokens
        return t.text[one.stop] == "(" and self.out[one.stop + 1]

    def _own_verb(self, phrase: int) -> tuple[VerbGroup, bool] | None:
        """The verb that a phrase, or what it is part of, is the subject of, or the one it tells."""
        if phrase == NOWHERE:
            return None
        found = self._of_clause(phrase)
        told = self._told(found[0]) if found else None
        return (told, told.passive) if told else found

    def _first(self, counted: Named) -> int:
        """Where the words of a name begin, with "additional" and the like before them."""
        first = counted.first
        least = self.p.phrases[counted.phrase].first
        while first - 1 >= least and self.p.tokens.low[first - 1] in _TOLD_APART:
            first -= 1
        return first

    def _amounts(self, holder: int) -> bool:
        """Whether a phrase is an amount of money."""
        one = self.p.phrases[holder]
        return "$" in self.p.tags[one.first : one.stop]

    def _deed(self, phrase: int) -> Iterator[str]:
        """What the things counted underwent: "arrest of 88 clerks" counts arrests of clerks."""
        one = self.p.phrases[phrase]
        if one.governor == NOWHERE or self.p.tokens.low[one.preposition] != "of":
            return
        above = self.p.phrases[one.governor]
        direct = above.preposition == NOWHERE and not self._left_out(above)
        if direct and self.p.tokens.low[above.head].removesuffix("s") in DEEDS_DONE:
            yield from self._words_of(one.governor)
            yield "of"

    def _taken_over(self, phrase: int, holder: int) -> bool:
        """Whether a number takes over the noun before it: "12 boats from Orsk, 9 from Norr"."""
        phrases = self.p.phrases
        if holder in (NOWHERE, phrase) or phrases[phrase].governor == holder:
            return False
        if self.p.clauses[phrases[holder].clause].relation is Relation.COMPARISON:
            return False  # "12 boats from Orsk, compared with 9 in 2019"
        before = phrases[phrase].first < phrases[holder].first
        return before and bool({phrase, phrases[phrase].governor} & {*self.figures} - {NOWHERE})

    def _of_another_figure(self, one: NounPhrase) -> bool:
        """Whether a phrase stands between the figure that is taken over from and this one."""
        return self.taken_over and one.first < self.p.phrases[self.holder].first

    def _spent_on(self, phrase: int, holder: int) -> str:
        """The preposition that leads from an amount to what it is for, "on shelters", or ""."""
        one = self.p.phrases[phrase]
        if holder in (NOWHERE, phrase) or one.governor != holder:
            return ""
        led = self.p.tokens.low[one.preposition]
        return led if led in ("for", "to", "on", "toward", "towards") else ""

    def _whose(self, holder: int) -> Iterator[str]:
        """What a bare unit is a measure of, the subject of its clause: "investigations, days"."""
        clause = self.p.clauses[self.p.phrases[holder].clause] if holder != NOWHERE else None
        if clause is None or clause.subject in (NOWHERE, holder) or self._pronoun(clause.subject):
            return
        words = self._words_of(clause.subject)
        if words:
            yield from words[:-1]
            yield f"{words[-1]},"

    def _words_of(self, index: int) -> list[str]:
        phrase = self.p.phrases[index]
        return list(self._words(phrase.first, phrase.stop))

    def _words(self, first: int, stop: int) -> Iterator[str]:
        """The words of a stretch without determiners, figures and dates."""
        t = self.p.tokens
        for i in range(first, stop):
            small = self.p.tags[i] in _SMALL or t.low[i] == "such"
            if self.out[i] or (small and i == first):
                continue
            if t.kind[i] == "w" or (t.kind[i] == "n" and i > first and t.capital(i - 1)):
                common = self.p.tags[i] in ("NN", "NNS", "JJ", "VBN", "VBG")
                yield t.low[i] if i == 0 and common else t.text[i]
            elif t.text[i] in ("-", "‑", "/", "&", "’", "'", "%"):
                yield t.text[i]

    def _hanging(self, phrase: int, limit: int) -> Iterator[str]:
        """The prepositional phrases that hang on a phrase, each on the one before it."""
        for index in range(phrase + 1, len(self.p.phrases)):
            one = self.p.phrases[index]
            if one.governor != index - 1 or one.first >= limit or self._left_out(one):
                return
            if self.p.tokens.low[one.preposition] not in _ATTACHED:
                return
            if self.taken_over and self.p.tokens.low[one.preposition] != "of":
                return
            self.said.add(index)
            yield from self._phrase(one)

    def _of_number(self, holder: int, phrase: int, limit: int) -> Iterator[str]:
        """What hangs on a number that stands alone: "9 as cooks", "net income per share"."""
        after = holder + 1
        if after < len(self.p.phrases) and after != phrase and after not in self.said:
            one = self.p.phrases[after]
            led = one.governor == holder and self.p.tokens.low[one.preposition] in _OF_A_NUMBER
            rate = led and self.p.tokens.low[one.preposition] == "per" and not self.out[one.head]
            if rate or (led and one.first < limit and not self._left_out(one)):
                self.said.add(after)
                yield from self._phrase(one)

    def _left_out(self, one: NounPhrase) -> bool:
        """Whether a phrase is a date, holds another figure or leads to one: "between ages 9"."""
        return any(self.out[i] for i in range(one.first, one.stop + 1))

    def _phrase(self, one: NounPhrase) -> Iterator[str]:
        t = self.p.tokens
        if one.preposition != NOWHERE and t.low[one.first - 1] in ("and", "or", "&", ","):
            yield t.low[one.first - 1] if t.text[one.first - 1] != "," else "and"
        elif one.preposition != NOWHERE:
            if (t.low[one.preposition - 1], t.low[one.preposition]) in COMPLEX:
                yield t.low[one.preposition - 1]
            yield t.low[one.preposition]
            yield from self._article(one)
        yield from self._words(one.first, one.stop)

    def _article(self, one: NounPhrase) -> Iterator[str]:
        """The article that a phrase opens with: "shops in the capital"."""
        low = self.p.tokens.low
        if low[one.first] in _ARTICLES and one.head > one.first and self.p.tags[one.first] == "DT":
            yield low[one.first]

    def _where(self, holder: int) -> Iterator[str]:
        """What is in the places that are counted: "towns with clinics", "towns where it trades"."""
        one = self.p.phrases[holder] if holder != NOWHERE else None
        if one is None or self.p.tokens.low[one.preposition] not in _PLACES:
            return
        if one.governor != NOWHERE:
            if not self._left_out(self.p.phrases[one.governor]):
                yield "with"
                yield from self._words_of(one.governor)
            return
        clause = self.p.clauses[one.clause]
        if clause.verb == NOWHERE or clause.subject in (NOWHERE, holder):
            return
        subject, verb = self.p.phrases[clause.subject], self.p.verbs[clause.verb]
        if self._pronoun(clause.subject) or self._left_out(subject) or verb.stop > one.first:
            return
        if not verb.finite:
            return
        yield "where"
        yield from self._words_of(clause.subject)
        yield from self.p.tokens.text[verb.first : one.preposition]

    # --- the verb -------------------------------------------------------------------------------

    def _verbal(self, phrase: int, holder: int, limit: int, used: int) -> Iterator[str]:
        """What was done to, or done by, the thing counted, with one complement."""
        found = None
        for index in dict.fromkeys((phrase, holder)):
            if index != NOWHERE:
                found = found or self._own_clause(index)
        for top in (holder, phrase):
            if found is None and top != NOWHERE:
                found = self._of_clause(top)
        if found is None or used >= MOST - 1:
            return
        verb, passive = found
        told = self._told(verb)
        if told is not None:
            verb, passive = told, told.passive
        yield from self._worded(verb, passive, phrase, limit)

    def _worded(self, verb: VerbGroup, passive: bool, phrase: int, limit: int) -> Iterator[str]:
        t = self.p.tokens
        word = t.low[verb.head]
        if word in BE and not verb.passive:
            if self._said_of(verb, phrase):
                yield from self._predicate(verb, phrase)
        elif word not in LIGHT | _MOVING:
            meant = [] if passive else list(self._infinitive(verb, limit))
            complement = meant or list(self._complement(verb, phrase, limit, objects=not passive))
            if not complement and not passive and self.p.clauses[verb.clause].objects:
                return  # "received $934,674": what it did it to is a figure
            yield from self._participle(verb, passive, phrase)
            yield from self._given(verb, phrase)
            yield from complement
            if passive and not verb.passive and not complement:
                yield from self._agent(verb, phrase)

    def _infinitive(self, verb: VerbGroup, limit: int) -> Iterator[str]:
        """What they want, prefer or need to do: "pilots wanting to sail at night"."""
        for clause in self.p.clauses:
            if clause.relation is Relation.INFINITIVE and clause.first == verb.stop != limit:
                if clause.verb != NOWHERE:
                    meant = self.p.verbs[clause.verb]
                    yield "to"
                    yield self.p.tokens.low[meant.head]
                    yield from self._complement(meant, NOWHERE, limit, objects=True)
                return

    def _agent(self, verb: VerbGroup, phrase: int) -> Iterator[str]:
        """Who did it, where that is no body that reports of itself: "boats sunk by pirates"."""
        subject = self.p.clauses[verb.clause].subject
        if subject in (NOWHERE, phrase) or self._pronoun(subject):
            return
        one = self.p.phrases[subject]
        if one.first > verb.first or self._left_out(one):
            return
        words = self._words_of(subject)
        if words and words[-1].lower() not in REPORTING:
            yield "by"
            yield from self._article(one)
            yield from words

    def _said_of(self, verb: VerbGroup, phrase: int) -> bool:
        """Whether a predicate is said of the things counted, not of their number or level:
        "the number of pilots was too small", "attendance was still high at 92"."""
        low = self.p.tokens.low
        one = self.p.phrases[self.holder] if self.holder != NOWHERE else None
        if one is not None and low[one.preposition] == "at":
            return False
        subject = self.p.clauses[verb.clause].subject
        if subject in (NOWHERE, phrase, self.holder) or self._pronoun(subject):
            return True
        return low[self.p.phrases[subject].head] in FRACTIONS

    def _given(self, verb: VerbGroup, phrase: int) -> Iterator[str]:
        """What was given to the thing counted: "victims granted permits"."""
        one = self.p.phrases[phrase] if phrase != NOWHERE else None
        if one is None or one.governor == NOWHERE or self.p.tokens.low[one.preposition] != "to":
            return
        given = self.p.phrases[one.governor]
        if given.clause == verb.clause and given.first >= verb.stop and not self._left_out(given):
            yield from self._words(given.first, given.stop)

    def _participle(self, verb: VerbGroup, passive: bool, phrase: int) -> Iterator[str]:
        word = self.p.tokens.low[verb.head]
        if verb.denial != NOWHERE:
            yield "not"
        if passive:
            yield participle(word)
        elif self.p.tags[verb.head] == "VBD":
            yield self._who(phrase)
            yield word
        else:
            yield gerund(word, self.p.tags[verb.head])

    def _who(self, phrase: int) -> str:
        """The relative pronoun for the thing counted."""
        head = self.p.tokens.low[self.p.phrases[phrase].head] if phrase != NOWHERE else ""
        return "who" if stem(head) in PEOPLE | PERSONS else "that"

    def _told(self, verb: VerbGroup) -> VerbGroup | None:
        """The verb of what they say of themselves: "pilots said they sail", "reported sailing"."""
        for clause in self.p.clauses:
            if clause.parent != verb.clause or clause.verb == NOWHERE:
                continue
            told = self.p.verbs[clause.verb]
            if clause.relation is Relation.COMPLEMENT:
                own = clause.subject != NOWHERE and self._pronoun(clause.subject)
                return told if own else None
            saying = self.p.tokens.low[verb.head] in SAYING
            if saying and clause.relation is Relation.PARTICIPLE and told.first == verb.stop:
                return told
        return None

    def _pronoun(self, index: int) -> bool:
        return self.p.tags[self.p.phrases[index].head] in ("PRP", "EX", "DT", "WP", "WDT")

    def _predicate(self, verb: VerbGroup, phrase: int) -> Iterator[str]:
        """What the thing counted is said to be: "confident in the future", "who were girls"."""
        t, first = self.p.tokens, verb.stop
        index = self.p.phrase_at[first] if first < t.size else NOWHERE
        if index != NOWHERE:
            if not self._left_out(self.p.phrases[index]):
                yield self._who(phrase)
                yield t.low[verb.head]
                yield from self._phrase(self.p.phrases[index])
                yield from self._hanging(index, t.size)
            return
        at = first
        while at < t.size and self.p.tags[at] in ("JJ", "JJR", "RB", "VBN", "VBD", "CC"):
            at += 1
        if at > first:
            yield from t.text[first:at]
            yield from self._complement(verb, phrase, t.size, objects=False)

    def _own_clause(self, phrase: int) -> tuple[VerbGroup, bool] | None:
        """A relative clause or participle that hangs on the phrase itself."""
        for clause in self.p.clauses:
            if clause.subject != phrase or clause.verb == NOWHERE or self._apart(clause):
                continue
            if clause.first < self.p.phrases[phrase].stop:
                continue
            if clause.relation in (Relation.PARTICIPLE, Relation.RELATIVE):
                verb = self.p.verbs[clause.verb]
                return verb, verb.passive or self.p.tags[verb.head] == "VBN"
        return None

    def _apart(self, clause: Clause) -> bool:
        """Whether a comma cuts a participle off from the noun before it."""
        return clause.first > 0 and self.p.tokens.text[clause.first - 1] == ","

    def _of_clause(self, phrase: int) -> tuple[VerbGroup, bool] | None:
        """The verb of the clause in which the phrase is subject or object."""
        top = phrase
        while self.p.phrases[top].governor != NOWHERE:
            top = self.p.phrases[top].governor
        clause = self.p.clauses[self.p.phrases[top].clause]
        if clause.verb == NOWHERE:
            return None
        verb = self.p.verbs[clause.verb]
        if top in self._listed(clause.subject):
            return verb, verb.passive
        own = phrase == top or self.p.tokens.low[self.p.phrases[phrase].preposition] in ("of", "to")
        done = any(top in self._listed(one) for one in clause.objects)
        return (verb, True) if done and not verb.passive and own else None

    def _listed(self, index: int) -> Iterator[int]:
        """A noun phrase and those that a list joins to it."""
        while index != NOWHERE:
            yield index
            index = self.p.phrases[index].joined

    def _complement(self, verb: VerbGroup, phrase: int, limit: int, objects: bool) -> Iterator[str]:
        """What follows the verb: its object, then phrases with prepositions, no date among them."""
        seen = 0
        for index, one in enumerate(self.p.phrases):
            if one.first < verb.stop or one.clause != verb.clause or index == phrase:
                continue
            if index in self.said or self._of_another_figure(one):
                continue
            if one.first >= limit > verb.stop or seen >= _COMPLEMENTS:
                return
            if self._left_out(one):
                if seen:
                    return
                continue
            direct = one.preposition == NOWHERE and one.first == verb.stop
            led = one.preposition != NOWHERE and self.p.tokens.low[one.preposition] in _ATTACHED
            own = one.governor in (NOWHERE, phrase) or seen
            if own and (led or (direct and objects)):
                seen += 1
                yield from self._phrase(one)
            elif seen:
                return


_COMPLEMENTS: Final = 2  # phrases behind a verb: "using nets at night"


def participle(word: str) -> str:
    """The past participle of a verb in any form.

    >>> [participle(word) for word in ("issued", "took", "grants", "identifying", "freeing")]
    ['issued', 'taken', 'granted', 'identified', 'freed']
    """
    if word in PARTICIPLES:
        return PARTICIPLES[word]
    if word.endswith("ed"):
        return word
    stem = word[:-3] if word.endswith("ing") and len(word) > 5 else word
    if word.endswith("s") and not word.endswith("ss"):
        stem = word[:-3] + "y" if word.endswith("ies") else word[:-1]
    if stem.endswith("e"):
        return stem + "d"
    return stem[:-1] + "ied" if stem.endswith("y") and stem[-2:-1] not in "aeiou" else stem + "ed"


def gerund(word: str, tag: str) -> str:
    """A verb of the present as it follows the noun that does it.

    >>> gerund("use", "VBP"), gerund("carries", "VBZ"), gerund("run", "VBP"), gerund("die", "VBP")
    ('using', 'carrying', 'running', 'dying')
    """
    if tag in ("VBG", "VBN"):
        return word
    stem = word
    if tag == "VBZ":
        stem = word[:-3] + "y" if word.endswith("ies") else word[:-1]
    if stem.endswith("ie"):
        return stem[:-2] + "ying"
    if stem.endswith("e") and not stem.endswith("ee"):
        return stem[:-1] + "ing"
    short = len(stem) == 3 and stem[1] in "aeiou" and stem[0] not in "aeiou"
    short = short or stem.endswith(("fer", "cur", "mit"))
    return stem + (stem[-1] if short and stem[-1] not in "wxy" else "") + "ing"


def joined(words: Sequence[str]) -> str:
    """Words as running text, hyphens and slashes without spaces."""
    text = " ".join(words)
    for mark in ("-", "‑", "/"):
        text = text.replace(f" {mark} ", mark)
    return text.replace(" ’ ", "’ ").replace(" ' ", "' ").replace(" %", "%")


def _cut(words: list[str]) -> list[str]:
    """At most so many words, articles dropped first, none of the small ones last."""
    if len(words) > MOST:
        words = [word for word in words if word not in _ARTICLES]
    kept = words[:MOST]
    while kept and kept[-1].lower() in _TAIL:
        kept.pop()
    return kept
