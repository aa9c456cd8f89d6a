"""A parse in, its noun phrases in print out: without figures, dates and determiners."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tracediff.lexicon.syntax import COMPLEX, ROUGHLY, STRETCHES, TURNS
from tracediff.model.syntax import NOWHERE, NounPhrase, Relation
from tracediff.syntax import Parse

ARTICLES: Final = frozenset({"the", "a", "an"})
ATTACHED: Final = frozenset(
    "of per in among for against by with on to from under at involving as within between during "
    "about over across into through concerning regarding toward towards without before outside "
    "inside near behind upon following".split()
)
_SOME_OF: Final = frozenset("any all each either both none most some".split())
_SMALL: Final = frozenset({"DT", "PRP$", "PDT", "WP$"})
_COMMON: Final = frozenset({"NN", "NNS", "JJ", "VBN", "VBG"})
_MARKS: Final = ("-", "‑", "/", "&", "’", "'", "%")
_DURING: Final = frozenset("in during over within throughout for since at by until of".split())
_BOUNDING: Final = frozenset("of per under over between within than before after".split())
_QUOTES: Final = frozenset({"``", "''"})
_JOINS: Final = ("and", "or", "&", ",")
_ENDS: Final = ROUGHLY | {"maximum", "minimum", "total"}
_SHORT: Final = 2  # letters of an abbreviation
_SOURCES: Final = ("according", "thanks")


_RANKS: Final = frozenset({"st", "nd", "rd", "th"})


class PhraseWords:
    """Words the noun phrases of one sentence.

    ``out`` marks the tokens that a label leaves out, ``said`` the phrases that it has named.
    """

    def __init__(self, p: Parse, times: Sequence[bool], figures: Sequence[tuple[int, int]]) -> None:
        """``times`` and ``figures`` are the tokens of dates and of figures."""
        self.p = p
        self.times = times
        self.out = list(times)
        self.said: set[int] = set()
        for first, stop in figures:
            for i in range(first, min(stop, len(self.out))):
                self.out[i] = True
        for i in range(p.tokens.size):
            if p.tokens.low[i : i + 2] == ["to", "date"]:
                self.out[i] = self.out[i + 1] = True

    def words_of(self, index: int) -> list[str]:
        """The words of a phrase without its preposition, and without what bounds its number: "at
        least four victims"."""
        one = self.p.phrases[index]
        first, tags = one.first, self.p.tags
        while first < one.head and tags[first] in ("IN", "RB", "RBS", "JJS", "RBR", "JJR"):
            first += 1
        bounded = first > one.first and self.out[first]
        words = self.words(first if bounded else one.first, one.stop)
        return [*words, *self._behind_abbreviation(one)]

    def _behind_abbreviation(self, one: NounPhrase) -> Iterator[str]:
        """The words of a phrase behind its abbreviation: "the Coast Guard (CG) cutters"."""
        t, at = self.p.tokens, one.stop
        if t.text[at : at + 1] != ["("] or t.text[at + 2 : at + 3] != [")"]:
            return
        short, after = t.text[at + 1], at + 3
        index = self.p.phrase_at[after] if after < t.size else NOWHERE
        if len(short) < _SHORT or not short.isupper() or index == NOWHERE:
            return
        rest = self.p.phrases[index]
        plain = self.p.tags[after] in _COMMON and rest.preposition == NOWHERE
        if plain and rest.first == after and rest.clause == one.clause:
            yield from self.words(rest.first, rest.stop)

    def words(self, first: int, stop: int) -> Iterator[str]:
        """The words of a stretch without determiners, figures and dates."""
        t, opens = self.p.tokens, True
        for i in range(first, stop):
            small = self.p.tags[i] in _SMALL or t.low[i] in ("such", "and", "or")
            if self.out[i] or (small and opens):
                continue
            opens = opens and t.text[i] in _MARKS  # "12-month leases" opens with "month"
            if t.low[i] in _RANKS and t.glued(i) and t.kind[i - 1] == "n":
                yield t.text[i - 1] + t.text[i]  # "the 75th percentile"
                continue
            numbered = t.kind[i] == "n" and i > first and t.capital(i - 1)
            if t.kind[i] == "w" or (numbered and t.low[i + 1] not in _RANKS):
                plain = i == 0 and self.p.tags[i] in _COMMON and not t.text[i][1:].isupper()
                word = t.low[i] if plain else t.text[i]
                yield word + "." if i + 1 < stop and t.text[i + 1] == "." else word
            elif t.text[i] in _MARKS and self.p.tags[i] not in _QUOTES:
                yield from (t.text[i],) * self._told_mark(i, stop, opens)

    def _told_mark(self, i: int, stop: int, opens: bool) -> bool:
        """Whether a mark is told: between words, or "%" as the noun of "as a % of sales"."""
        return not opens or (self.p.tokens.text[i] == "%" and i == stop - 1)

    def left_out(self, index: int) -> bool:
        """Whether a phrase is a date, holds another figure or leads to one: "between ages 9"."""
        one = self.p.phrases[index]
        leading = self.out[one.stop] and self.p.tags[one.stop] == "CD"
        leading = leading or self._measures(index)
        return leading or any(self.out[one.first : one.stop])

    def _measures(self, index: int) -> bool:
        """Whether a phrase only says which end a figure is: "for a maximum of 72 hours"."""
        after = index + 1
        light = self.p.tokens.low[self.p.phrases[index].head] in _ENDS
        if not light or after >= len(self.p.phrases):
            return False
        one = self.p.phrases[after]
        return one.governor == index and any(self.out[one.first : one.stop])

    def countable(self, index: int) -> bool:
        """Whether a phrase that something hangs on counts things that it can be told with, without
        their number: "children living in 31 homes"."""
        led = self.attached(index) and self.preposition(index) not in _BOUNDING
        return led and self.counts(index)

    def counts(self, index: int) -> bool:
        """Whether a phrase counts things, which its noun names: "31 homes", "20 days of school"."""
        one = self.p.phrases[index]
        plural = self.p.tags[one.head] in ("NNS", "NNPS") and not self.out[one.head]
        return plural and any(self.out[one.first : one.head]) and not self.dated(index)

    def is_base(self, index: int) -> bool:
        """Whether a phrase with a number is what a rate is per: "deaths per 1,000 births"."""
        return self._based(self.p.phrases[index])

    def _based(self, one: NounPhrase) -> bool:
        at = one.preposition
        led = at != NOWHERE and self.p.tokens.low[at] == "per" and not self.out[at]
        return led and not self.times[one.first] and any(self.out[one.first : one.stop])

    def behind(self, index: int, limit: int) -> bool:
        """Whether a phrase begins behind the place where the words of the next figure begin."""
        one = self.p.phrases[index]
        own = one.first <= limit < one.head and self.countable(index)
        return one.first >= limit and not own

    def dated(self, index: int) -> bool:
        """Whether a phrase is a date, or a part of one: "at the end of the year"."""
        one, after = self.p.phrases[index], index + 1
        if any(self.times[one.first : one.stop]) or self._timely(index):
            return True
        led = after < len(self.p.phrases) and self.p.phrases[after].governor == index
        return led and self.preposition(after) == "of" and self.dated(after)

    def _timely(self, index: int) -> bool:
        """Whether a phrase is a stretch that is told from others only by its place in time: "in the
        past year", "during the reporting period"."""
        one, low = self.p.phrases[index], self.p.tokens.low
        stretch = low[one.head].removesuffix("s") in STRETCHES
        alone = low[one.first : one.stop] == ["the", low[one.head]]  # "income for the quarter"
        alone = alone and low[one.head] in STRETCHES and low[one.stop] != "of"
        turn = alone or not TURNS.isdisjoint(low[one.first : one.head])
        return stretch and turn and self.preposition(index) in _DURING

    def pronoun(self, index: int) -> bool:
        """Whether a phrase is a pronoun, which names nothing by itself."""
        return self.p.tags[self.p.phrases[index].head] in ("PRP", "EX", "DT", "WP", "WDT")

    def preposition(self, index: int) -> str:
        """The preposition that leads to a phrase, or ""."""
        at = self.p.phrases[index].preposition
        return self.p.tokens.low[at] if at != NOWHERE else ""

    def attached(self, index: int) -> bool:
        """Whether a phrase hangs on what stands before it and is no source of a statement."""
        at = self.p.phrases[index].preposition
        low = self.p.tokens.low
        return at != NOWHERE and low[at] in ATTACHED and low[at - 1] not in _SOURCES

    def causal(self, index: int) -> bool:
        """Whether a preposition of two words leads to a phrase: "due to frost"."""
        at, low = self.p.phrases[index].preposition, self.p.tokens.low
        return at > 0 and (low[at - 1], low[at]) in COMPLEX

    def leads(self, at: int) -> bool:
        """Whether a token is a preposition that ties what follows to what stands before it."""
        return self.p.tokens.low[at] in ATTACHED

    def phrase(self, index: int) -> list[str]:
        """A phrase with the preposition or the conjunction that leads to it."""
        return list(self._led(self.p.phrases[index]))

    def _led(self, one: NounPhrase) -> Iterator[str]:
        t = self.p.tokens
        if one.preposition != NOWHERE and t.low[one.first - 1] in _JOINS:
            yield t.low[one.first - 1] if t.text[one.first - 1] != "," else "and"
        elif one.preposition != NOWHERE:
            before = one.preposition - 1
            led = (t.low[before], t.low[one.preposition]) in COMPLEX
            if led and self.p.verb_at[before] == NOWHERE:  # of "was related to", the verb is told
                yield t.low[before]
            if t.low[before] == "from" and before + 1 == one.preposition:
                yield "from"  # "from outside the capital"
            yield t.low[one.preposition]
            yield from self.article(one)
        if self._based(one):
            yield from t.text[one.first : one.stop]  # "deaths per 1,000 births"
            return
        if one.denied and self.p.tokens.low[one.first] == "no":
            yield "no"
        outs = [i + 1 for i in range(one.first, one.head) if self.out[i] and not self.times[i]]
        words = [*self.words(max(outs, default=one.first), one.stop)]  # "by fewer than 9 owners"
        yield from words or [w for w in t.low[one.first : one.stop] if w in _SOME_OF]
        yield from self._behind_abbreviation(one)

    def article(self, one: NounPhrase) -> Iterator[str]:
        """The article that a phrase opens with: "shops in the capital"."""
        low = self.p.tokens.low
        if low[one.first] in ARTICLES and one.head > one.first and self.p.tags[one.first] == "DT":
            yield low[one.first]

    def hanging(self, index: int, limit: int, leads: frozenset[str]) -> Iterator[list[str]]:
        """The phrases that hang on one by some prepositions, each on the one before it, up to a
        token; phrases that are joined are one part, dates are passed over."""
        after, passed = index + 1, False
        while after < len(self.p.phrases):
            one = self.p.phrases[after]
            above = one.governor == after - 1 or (passed and one.governor == index)
            if above and one.first < limit and self.dated(after):
                after, passed = after + 1, True
                continue
            told = not self.left_out(after) or self.countable(after) or self.is_base(after)
            inside = above and self.p.phrases[one.governor].clause == one.clause
            if self._aside(after, index) and (inside or not above):
                after, passed = after + 1, True
                continue
            if not above or self.behind(after, limit) or not told:
                return
            if not self.attached(after) or self.preposition(after) not in leads:
                return
            if self.pronoun(after):
                return
            if (self.preposition(index), self.preposition(after)) == ("from", "to"):
                return  # "moved from mills to farms"
            stop = self.listed(after)
            self.said.update(range(after, stop))
            yield self.part(after, stop)
            after = stop

    def _aside(self, after: int, index: int) -> bool:
        """Whether a phrase stands in a bracket behind another: "gain (loss) before taxes"."""
        here = self.p.phrases[index].clause
        own = self.p.clauses[self.p.phrases[after].clause]
        return own.relation is Relation.ASIDE and own.parent == here

    def listed(self, index: int) -> int:
        """Where a list of phrases that begins with one ends, one that stands alone behind itself;
        what has a number or a date of its own belongs to no list."""
        stop = index + 1
        while stop < len(self.p.phrases) and self.p.phrases[stop - 1].joined == stop:
            if self.left_out(stop) or self.p.phrases[stop].clause != self.p.phrases[index].clause:
                break
            stop += 1
        return stop

    def part(self, first: int, stop: int) -> list[str]:
        """The words of a list of phrases, with what leads to the first; an apposition is none."""
        low = self.p.tokens.low
        if all(low[self.p.phrases[k].first - 1] == "," for k in range(first + 1, stop)):
            stop = first + 1
        words = list[str]()
        for k in range(first, stop):
            item = self._item(k, first)
            if k > first and low[self.p.phrases[k].first - 1] == "," and item[1:]:
                words[-1], item = f"{words[-1]},", item[1:]
            words += item
        return words[1:] if words[:1] in (["and"], ["or"]) and stop - first > 1 else words

    def _item(self, index: int, first: int) -> list[str]:
        """A phrase of a list with what leads to it."""
        if index == first:
            return self.phrase(index)
        before = self.p.tokens.low[self.p.phrases[index].first - 1]
        return ["or" if before == "or" else "and", *self.words_of(index)]


def joined(words: Sequence[str]) -> str:
    """Words as running text, hyphens and slashes without spaces."""
    text = " ".join(words)
    for mark in ("-", "‑", "/"):
        text = text.replace(f" {mark} ", mark)
    return text.replace(" ’ ", "’ ").replace(" ' ", "' ").replace(" %", "%").replace(" a%", " a %")
