"""Tokens and their tags in, the noun phrase that begins at a place out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tracediff.lexicon.calendar import MONTHS
from tracediff.lexicon.cues import BOUNDS, BOUNDS_AFTER
from tracediff.lexicon.syntax import (
    CONJUNCTIONS,
    DENIALS,
    FRACTIONS,
    NO,
    QUANTIFIERS,
    STRETCHES,
    TITLES,
)
from tracediff.lexicon.units import MEASURES, PERCENT
from tracediff.model.syntax import NOWHERE, NounPhrase
from tracediff.syntax.chunk import Chunk
from tracediff.syntax.surroundings import Surroundings
from tracediff.syntax.tag_sets import (
    ADJECTIVES,
    ADVERBS,
    AHEAD,
    DETERMINERS,
    FINITE,
    NOUNS,
    NUMBERS,
    PARTICIPLES,
    PLAIN_NOUNS,
    PLURAL,
)
from tracediff.text.tokens import Tokens

_PRONOUNS: Final = frozenset({"PRP", "EX"})
_NAMED: Final = PLAIN_NOUNS | ADJECTIVES
_SHARED: Final = ADJECTIVES | PARTICIPLES | {"NN"}
_HYPHENED: Final = NOUNS | ADJECTIVES | {"CD", "VBN"}
_DESCRIBING: Final = ADJECTIVES | PARTICIPLES
_OF_NAMES: Final = NOUNS | ADJECTIVES
_RANGE: Final = frozenset({"to", "-", "–", "—", "and", "or", "through"})
_OF_MANY: Final = frozenset("no any all several many both these those some few other".split())
_SOME: Final = QUANTIFIERS | frozenset("much more less fewer".split())
_TURNS: Final = frozenset("last previous prior this next same".split())
_MONTH_LED: Final = frozenset("in during since throughout".split())
_LONGEST: Final = 40  # tokens of one noun phrase; what is longer is a list without marks
_QUOTES: Final = frozenset({'"', "“", "‘", "’", "'"})
_CLOSING: Final = frozenset({'"', "”", "’", "'"})
_TITLE: Final = 10  # tokens of a title in quotation marks, at most


def _bounds() -> dict[str, list[tuple[str, ...]]]:
    """The words of bounds by the first of them, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for words in sorted(BOUNDS, key=len, reverse=True):
        found.setdefault(words[0], []).append(words)
    return found


_BOUNDS: Final = _bounds()
_NOMINAL: Final = NOUNS | ADJECTIVES | PARTICIPLES | ADVERBS | DETERMINERS | NUMBERS
_OPENERS: Final = NO | _BOUNDS.keys() | _QUOTES


class NounPhraseReader:
    """Reads the noun phrases of one sentence; ``tags`` go on behind its end."""

    def __init__(self, t: Tokens, tags: Sequence[str], context: Surroundings) -> None:
        """Read the tokens of a sentence by their tags."""
        self.t, self.tags, self.context = t, tags, context
        self.listing = 0  # where the list of modifiers began that is being read

    def noun_phrase(self, i: int, before: list[Chunk]) -> Chunk | None:
        """The noun phrase that begins at a token, or none."""
        if self.tags[i] in _PRONOUNS:
            return self._phrase(i, i + 1, i)
        if self.tags[i] not in _NOMINAL and not self._opens_by_word(i):
            return None
        if (stop := self._time(i, before)) > i:
            return self._phrase(i, stop, stop - 1)
        start = i
        self.listing = 0
        denied = self.t.low[i] in NO and not _leads_to_a_number(self.t, i)
        if denied and self.t.low[i] != "no":
            return self._phrase(i, i + 1, i, denied=True)
        i += self._bound_of_part(i)
        if self._points(i, before) or self._some(i):
            return self._phrase(i, i + 1, i)
        while self.tags[i] in DETERMINERS and (self.t.low[i] != "that" or self._that_of(i)):
            i += 1
        head, stop = self._nucleus(i, start)
        if head == NOWHERE:
            if i == start or self.tags[start] == "WP$":
                return None
            head, stop = i - 1, i  # "those", "all", "both"
        return self._phrase(start, stop, head, denied=denied)

    def _that_of(self, i: int) -> bool:
        """Whether "that" stands for a noun: "the number of nurses and that of doctors"."""
        return self.t.low[i + 1] == "of"

    def _points(self, i: int, before: list[Chunk]) -> bool:
        """Whether "that" is the subject of the verb behind it: "That means 40 boats"."""
        noun = bool(before) and before[-1].phrase is not None
        alone = self.tags[i] == "DT" and self.t.low[i] == "that" and not noun
        return alone and self.tags[i + 1] in FINITE

    def _some(self, i: int) -> bool:
        """Whether a word stands for so many of those behind "of", or is the subject of the verb
        behind it: "most of the crews", "many left"."""
        alone = self.t.low[i] in _SOME and self.tags[i] not in ("DT", "NN", "NNS")
        alone = alone and (i == 0 or self.t.low[i - 1] != "how")
        return alone and (self.t.low[i + 1] == "of" or self.tags[i + 1] in FINITE)

    def _opens_by_word(self, i: int) -> bool:
        """Whether a token may open a noun phrase whatever its part of speech is."""
        low = self.t.low[i]
        return low in _OPENERS or low.rstrip(".") in MONTHS

    def _phrase(self, first: int, stop: int, head: int, denied: bool = False) -> Chunk:
        return Chunk(first, stop, phrase=NounPhrase(first, stop, head, denied=denied))

    def _time(self, i: int, before: list[Chunk]) -> int:
        """Where a date or a year that stands by itself ends, or ``i``."""
        t = self.t
        if _is_year(t, i) and before and before[-1].phrase is None and before[-1].verb is None:
            led = self.tags[i - 1] == "IN" or self.tags[i - 1] == "TO"
            return i + 1 if led and not self._dates_a_noun(i) else i
        if t.low[i].rstrip(".") in MONTHS and t.capital(i):
            stop = i + 1
            if self.tags[stop] in PLAIN_NOUNS and self.tags[i - 1] not in ("IN", "TO"):
                return i  # "two September rollovers"
            whole = t.low[i - 1] in _MONTH_LED if i else False
            while t.kind[stop] == "n" or (t.text[stop] == "," and _is_year(t, stop + 1)):
                counts = self.tags[stop + 1] in _NAMED
                if counts and not _is_year(t, stop) and (whole or _is_year(t, stop - 1)):
                    break  # "in May 12 boats sank", "since March 2019 40 boats sank"
                stop += 1
            return stop
        return i

    def _dates_a_noun(self, i: int) -> bool:
        """Whether a year names a noun behind a determiner ("the 2019 report")."""
        return self.tags[i - 1] in DETERMINERS or self.t.low[i - 1] in ("on", "about", "regarding")

    def _nucleus(self, i: int, start: int) -> tuple[int, int]:
        """Head and end of what stands behind the determiners."""
        head, at = NOWHERE, i
        while at < self.t.size and at - start < _LONGEST:
            step = self._step(at, i, head)
            if step == 0:
                break
            if self.tags[at] in NOUNS or (self.tags[at] in NUMBERS and head == NOWHERE):
                head = at
            at += step
            if self.tags[at - 1] in PLAIN_NOUNS or self.tags[at - 1] == "CD":
                head = at - 1
        while at > i and head != NOWHERE and at - 1 > head and self.tags[at - 1] not in NOUNS:
            if self._bound_behind(at - 2):
                break
            at -= 1  # modifiers without a noun are no part of it
        if head == NOWHERE:
            return self._adjective_head(i, at)
        return head, max(at, head + 1)

    def _adjective_head(self, i: int, at: int) -> tuple[int, int]:
        """An adjective behind a determiner that stands for people: "the injured"."""
        those = self.tags[i] == "VBN" and self.t.low[i - 1] in ("those", "these")  # "those held"
        people = self.tags[i] in ("JJ", "VBN") and i > 0 and not those
        if people and self.tags[i + 1] not in _NAMED and self.tags[i - 1] == "DT":
            return i, i + 1
        return NOWHERE, i

    def _step(self, at: int, first: int, head: int) -> int:
        """How many tokens at a place carry the noun phrase on; 0 where it ends."""
        tag = self.tags[at]
        if at > first and (self._other_time(at) or self._time_before(at, first)):
            return 0
        if (size := self._bound(at)) and not self._noun_seen(at, head):
            return size
        if tag in NUMBERS:
            return 0 if self._noun_seen(at, head) and not self._name_number(at, first) else 1
        if tag in NOUNS:
            return 0 if self._new_noun(at, head) else 1
        if tag in ADJECTIVES:
            return 1 if not self._noun_seen(at, head) or self.context.noun_follows(at, True) else 0
        if tag in PARTICIPLES:
            return self._participle(at, first, head)
        if tag in ADVERBS:
            return 1 if self._adverb(at, head) else 0
        return self._mark(at, first, head)

    def _other_time(self, at: int) -> bool:
        """Whether "last year" or the like stands behind a noun or number."""
        return self.t.low[at] in _TURNS and self.t.low[at + 1] in STRETCHES

    def _time_before(self, at: int, first: int) -> bool:
        """Whether a sentence or clause opens with a time, and its subject follows: "This year
        ferries went more often"."""
        start = at - 2
        opens = start == 0 or (start > 0 and self.t.text[start - 1] == ",")
        timed = opens and first - 1 <= start and self._other_time(start)
        if timed and self.context.opens_subject(start):
            return True
        lead = first - 2 if self.tags[first - 1] == "DT" else first - 1
        led = lead >= 0 and self.tags[lead] == "IN"
        led = led and (lead == 0 or self.t.text[lead - 1] == ",")
        return led and self._ends_time(at) and self.context.opens_subject(at - 1)

    def _ends_time(self, at: int) -> bool:
        """Whether a decade or a counted stretch of time ends before a name: "In the 1990s Ostrava",
        "In the third quarter Veldania"."""
        decade = self.t.low[at - 1] == "s" and self.t.glued(at - 1) and self.t.kind[at - 2] == "n"
        stretch = self.t.low[at - 1].removesuffix("s") in STRETCHES and self.t.capital(at)
        return decade or stretch

    def _noun_seen(self, at: int, head: int) -> bool:
        return head != NOWHERE and self.tags[head] in PLAIN_NOUNS

    def _name_number(self, at: int, first: int) -> bool:
        """Whether a number goes on with a name: "Barrio 18", "Article 5 cases"."""
        short = self.t.kind[at] == "n" and len(self.t.text[at]) < 5 and self.t.text[at + 1] != "%"
        named = self.t.capital(at - 1) or self.t.low[at - 1] in ("year", "years")
        return short and named and not self._opens_count(at, first)

    def _opens_count(self, at: int, first: int) -> bool:
        """Whether a number begins the subject behind a place that opens a sentence: "In Orsk 12
        boats sank"."""
        opens = first == 1 and self.tags[0] == "IN" and self.tags[at + 1] in PLURAL
        return opens and self.tags[at + 2] in FINITE

    def _new_noun(self, at: int, head: int) -> bool:
        """Whether a noun behind a plural one opens a phrase of its own: "In 2019 boats men …"."""
        month = self.t.low[at].rstrip(".") in MONTHS and self.t.capital(at)
        age = self.t.low[at] in ("age", "ages", "aged") and self.tags[at + 1] == "CD"
        return (month or age) and head != NOWHERE

    def _participle(self, at: int, first: int, head: int) -> int:
        """A participle is a modifier where a noun follows it and none stands before it."""
        if self._noun_seen(at, head) and self.tags[at - 1] not in ("CD",):
            return 0
        gerund = self.tags[at] == "VBG" and at == first and first and not self.context.is_led(first)
        gerund = gerund and not (
            self.context.opens_subject(at) or self.context.modifies_a_place(at)
        )
        return 1 if not gerund and self.context.noun_follows(at) else 0

    def _adverb(self, at: int, head: int) -> bool:
        """Whether an adverb belongs to the modifier or number behind it: "newly hired guards"."""
        if self._noun_seen(at, head) or self.t.low[at] in DENIALS:
            return False
        after = self.tags[at + 1]
        return after == "CD" or (after in _DESCRIBING and self.context.noun_follows(at + 1))

    def _bound(self, at: int) -> int:
        """The length of the words of a bound at a place with a number behind them, else 0."""
        for words in _BOUNDS.get(self.t.low[at], ()):
            stop = at + len(words)
            if tuple(self.t.low[at:stop]) == words and self.tags[stop] in NUMBERS:
                return len(words)
        return 0

    def _bound_behind(self, at: int) -> bool:
        """Whether "or more" or the like stands at a place behind a number."""
        words = (self.t.low[at], self.t.low[at + 1])
        return words in BOUNDS_AFTER and (self.tags[at - 1] == "CD" or self.t.text[at - 1] == "%")

    def _bound_of_part(self, at: int) -> int:
        """The length of the words of a bound before a part: "about half", "nearly a third"."""
        for words in _BOUNDS.get(self.t.low[at], ()):
            stop = at + len(words)
            part = stop + (self.t.low[stop] in ("a", "one"))
            if tuple(self.t.low[at:stop]) == words and self.t.low[part] in FRACTIONS:
                return len(words)
        return 0

    def _mark(self, at: int, first: int, head: int) -> int:
        """Marks and conjunctions inside a noun phrase: lists of adjectives, ranges, hyphens."""
        t, text = self.t, self.t.low[at]
        if at == first or at + 1 >= t.size:
            return 1 if text in ('"', "“") and self.tags[at + 1] in _OF_NAMES else 0
        if self._bound_behind(at) and not self._noun_seen(at, head):
            return 2
        if text in _RANGE and self.tags[at - 1] == "CD" and self.tags[at + 1] in NUMBERS:
            joined = text not in ("and", "or") or t.low[first - 1] == "between" or text == "or"
            joined = joined and t.text[at - 2] != "FY"  # "from 5 percent in FY24 to 4.9 percent"
            return 1 if joined and not self._noun_seen(at, head) else 0
        if text in _QUOTES and not t.glued(at) and self.tags[at - 1] in ("CD", "JJ"):
            return self._titled(at)
        if text in ("’", "'") and t.glued(at):
            return 1 if self.tags[at + 1] in _OF_NAMES else 0
        if text in ("-", "/", "&", "‑") and t.glued(at):
            return 1 if self.tags[at + 1] in _HYPHENED else 0
        if text == "%" or (text == "+" and t.glued(at)):
            return 1
        if text == ".":
            return 1 if self._abbreviates(at) else 0
        if text == "," or text in CONJUNCTIONS:
            return self._listed(at, head)
        return 0

    def _titled(self, at: int) -> int:
        """How many tokens a title in quotation marks takes: "12 “Safe Sea” courses", "371
        ‘raw data’ files"."""
        close = next((j for j in range(at + 1, at + _TITLE) if self.t.text[j] in _CLOSING), at)
        return close + 1 - at if close > at and self.tags[close + 1] in NOUNS else 0

    def _abbreviates(self, at: int) -> bool:
        """Whether a full stop closes an initial or a title inside a name: "J. Smith"."""
        named = self.tags[at - 1] == "NNP" and self.tags[at + 1] in ("NNP", "NNPS")
        short = len(self.t.text[at - 1]) == 1 or self.t.low[at - 1] in TITLES
        return named and short and self.t.glued(at)

    def _listed(self, at: int, head: int) -> int:
        """Adjectives, and nouns that only modify, in a list before the noun that they share."""
        before = self.tags[at - 1]
        if self.t.low[at] in ("but", "nor", "yet"):
            return 0
        if before in _DESCRIBING and not self._noun_seen(at, head):
            step = 1 + (self.t.text[at] == "," and self.t.low[at + 1] in ("and", "or"))
            shared = self.tags[at + step] in _SHARED
            if not shared or not self.context.noun_follows(at + step - 1):
                return 0
            self.listing = head if self.t.text[at] == "," else self.listing
            return step
        if self.listing == head != NOWHERE or (self.listing and before in PLURAL):
            step = 1 + (self.t.text[at] == ",")
            last = self.t.low[at + step - 1] in ("and", "or")
            if last and self.tags[at + step] in ADJECTIVES and self.context.noun_follows(at + step):
                return step
        unit = self.t.low[at - 1] in MEASURES or self.t.low[at - 1] in PERCENT
        if unit:  # "rose by 3 percent and bus fares by 4 percent"
            return 0
        if before == "NN" and self.t.text[at] != "," and self._counts_plural(at, head):
            return 1 if self._ends_plural(at + 1) else 0
        return 0

    def _ends_plural(self, at: int) -> bool:
        """Whether nouns that modify follow, and then a plural one."""
        first = at
        while at < first + AHEAD and self.tags[at] in ("NN", "NNP", "JJ", "VBN"):
            at += 1
        return at > first and self.tags[at] in PLURAL

    def _counts_plural(self, at: int, head: int) -> bool:
        """Whether a number that calls for a plural stands before: "40 health and safety visits"."""
        first = max(0, head - AHEAD)
        return any(
            self.t.low[j] in _OF_MANY
            or (self.tags[j] == "CD" and self.t.low[j] not in ("1", "one"))
            for j in range(first, head)
        )


def _leads_to_a_number(t: Tokens, j: int) -> bool:
    """Whether "No" is short for "number": "Act No. 12", "Decree No 7"."""
    stop = j + 2 if t.text[j + 1] == "." else j + 1
    return t.text[j] == "No" and j > 0 and t.kind[stop] == "n"


def _is_year(t: Tokens, i: int) -> bool:
    return t.kind[i] == "n" and len(t.text[i]) == 4 and t.text[i][:2] in ("18", "19", "20")
