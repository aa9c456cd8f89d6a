"""Numbers that are no figures: labels, names, ordinals, dates of a day, citations, list numbers."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Final

from tracediff.extract.cited_numbers import (
    JOINERS,
    MEASURED,
    MEASURED_IN,
    catalogued,
    coded,
    codified,
    is_cited,
    is_labelled,
    is_listed,
    is_note,
    numbering,
    of_a_file,
    of_a_line,
    standard,
    titled,
)
from tracediff.extract.joined_numbers import is_joined
from tracediff.extract.nouns import noun_phrase
from tracediff.extract.numbers import Number
from tracediff.lexicon.cues import BOUNDS, CAPITAL_LABELS, LABELS, REPORTERS
from tracediff.lexicon.grammar import AUXILIARIES, DETERMINERS
from tracediff.lexicon.numbers import DENOMINATORS, SCALES, TENS, UNITS
from tracediff.lexicon.syntax import HAVE, STRETCHES
from tracediff.lexicon.units import MEASURES
from tracediff.text.tokens import Tokens

_PRONOUN_AFTER: Final[frozenset[str]] = frozenset(
    "of another who that which whom can should could must may might is was has had would will "
    "'s or does did and but . , ; : ) ? ! thing way another's time side sided party off to "
    "for at with among from in".split()
) | {"", "’", "'", "—", "–", '"', "”"}  # fmt: skip
_PRONOUN_BEFORE: Final[frozenset[str]] = frozenset(
    "no any every the this that each which another some number day same a as".split()
)
_RHETORICAL: Final[frozenset[str]] = frozenset(
    "case instance example occasion time another other reason thing place way".split()
)
_STRETCHES: Final[frozenset[str]] = frozenset(
    "day year month week weekend night morning evening".split()
)
_MEASURING: Final[frozenset[str]] = frozenset(
    "to for over than least within of every nearly about most approximately almost by".split()
)
_VAGUE_BEFORE: Final[frozenset[str]] = frozenset("several few many couple some hundreds".split())
_PLACED: Final[frozenset[str]] = frozenset("top bottom first last final remaining".split())
_EXTREMES: Final[frozenset[str]] = frozenset({"top", "bottom"})
_FORMS: Final[frozenset[str]] = frozenset(
    "factor factors digit digits stop way ways pronged sided dimensional step tier".split()
)
_RELEASES: Final[frozenset[str]] = frozenset("release releases version versions build".split())
_OPENS: Final[frozenset[str]] = frozenset({",", ";", ":", "and", "but", "that", "while", "(", "—"})


def is_name(t: Tokens, number: Number, label: int, citing: bool) -> str:
    """Why a number is no figure ("label", "name", "list", "citation", "pronoun"), or nothing.

    ``label`` is the token behind the last number that was a label; ``citing`` says whether the
    document cites its sources by numbers in brackets.
    """
    i, stop = number.first, number.stop
    if t.kind[i] == "w":
        return _worded(t, number, label)
    if t.text[i] == "(":
        return ""  # a negative amount in brackets
    if is_labelled(t, i, label):
        return "label"
    if any(rule(t, i, stop) for rule in _NAMING):
        return "name"
    if is_listed(t, i, stop):
        return "list"
    if any(rule(t, i, stop) for rule in _PLACING):
        return "name"
    if is_cited(t, i, stop, citing):
        return "citation"
    digits = t.text[i]
    if len(digits) > 15 and "," not in digits and " " not in digits:
        return "name"
    if digits[0] == "0" and len(digits) > 1 and digits[1] not in ".,":
        return "" if len(digits) == 2 and noun_phrase(t, stop).plural else "name"  # "09 schools"
    return "name" if _proper(t, i, stop) else ""


def _worded(t: Tokens, number: Number, label: int) -> str:
    i, stop = number.first, number.stop
    if label >= 0 and i == label + 1 and t.low[label] in ("to", "and", "through", "or"):
        return "label"  # "grades one to eight"
    before, after = t.low[i - 1] if i else "", t.low[stop]
    if before in ("minus", "negative"):
        return ""
    glued = t.glued(i) and t.text[i - 1] in ("-", "'", "’")
    if glued or any(rule(t, i, stop) for rule in (_of_a_form, _ranking, _suspended)):
        return "name"
    known = before in LABELS or before in t.vocabulary.labels
    if known and before not in CAPITAL_LABELS and t.low[i] not in ("a", "an"):
        return "label"
    if t.low[i] == "one" and stop == i + 1:
        if _counts(t, i, before, after):
            return ""
        if _stands_for(t, i, before, after):
            return "pronoun"
    if t.capital(i) and t.capital(stop) and (i > 0 or t.low[i] == "zero"):
        return "name"  # the One Health plan, Zero Waste
    if _unlike_a_number(t, i, stop) or (before in _PLACED and noun_phrase(t, stop).empty):
        return "name"
    named = i > 0 and t.capital(i) and t.capital(i - 1) and t.text[i - 1] not in ("The",)
    return "name" if named else ""


def _unlike_a_number(t: Tokens, i: int, stop: int) -> bool:
    """Whether it is a zero-tolerance rule, the twenty-first team, several hundred."""
    if t.low[stop] == "-" and (t.low[stop + 1] == "tolerance" or _ranked(t, stop + 1)):
        return True
    vague = t.low[i - 1] in _VAGUE_BEFORE and t.low[i] in ("hundred", "thousand")
    return t.low[stop] == "tolerance" or (i > 0 and vague)


def _counts(t: Tokens, i: int, before: str, after: str) -> bool:
    """Whether "one" is a number whatever else it looks like: one in ten, one to three."""
    stop = i + 1
    at = stop + 2 if after == "out" else stop + 1
    odds = t.low[at + (t.low[at] == "every")]
    of_every = after == "of" and t.low[at] == "every"  # "one of every three calls"
    if (after in ("in", "out") or of_every) and (odds in UNITS or odds in TENS or odds.isdigit()):
        return True
    if after == "percent" or (after, t.low[stop + 1]) == ("per", "cent"):
        return True
    if after in ("was", "had") and before == "and" and _counts_before(t, i):
        return True  # "two officers were convicted and one was acquitted"
    return after == "to" and (t.low[stop + 1] in UNITS or t.kind[stop + 1] == "n")


def _stands_for(t: Tokens, i: int, before: str, after: str) -> bool:
    """Whether "one" stands for a thing or a speaker, or places an event: "one day"."""
    stop = i + 1
    if ("to", "another") in pairwise(t.low[stop + 1 : stop + 5]):
        return True  # "from one faith to another"
    if after in _PRONOUN_AFTER or before in _PRONOUN_BEFORE or after in _RHETORICAL:
        return True
    if _of_two(t, stop):
        return True
    if t.kind[stop] == "n" or (after in _STRETCHES and before not in _MEASURING):
        return True
    if after == "-" and t.low[stop + 1].split("-")[0] not in MEASURED_IN:
        return True
    opens = i == 0 or t.low[i - 1] in _OPENS
    return opens and (not t.capital(stop) or t.text[stop].isupper()) and _speaks(t, stop)


def _of_two(t: Tokens, stop: int) -> bool:
    """Whether "one" tells a thing from another of its kind: "one person robs another person"."""
    for j in range(stop, min(stop + _NEXT, t.size)):
        if t.text[j] in (",", ";", ".") or t.low[j] == "and":
            return False
        if t.low[j] == "another":
            return t.low[j + 1] == t.low[stop]
    return False


_NEXT: Final[int] = 8  # tokens from "one" to the "another" that it stands beside


def _speaks(t: Tokens, i: int) -> bool:
    """Whether what "one" stands for says something: "One local NGO reported 47 beatings"."""
    for j in range(i + 1, min(i + _LONGEST_SPEAKER, t.size)):
        if t.kind[j] != "w" or (t.low[j] in AUXILIARIES and t.low[j] not in HAVE):
            return False
        if t.low[j] in REPORTERS:
            return t.low[j + 1] not in _BEHIND_DONE
    return False


_LONGEST_SPEAKER: Final[int] = 7  # words: "One faith-based aid group in the capital said"
# What follows where something was done, not said: "One case reported in May", "One body found."
_BEHIND_DONE: Final[frozenset[str]] = frozenset(
    "in on by to at during from since of between among after before and , . ; : )".split()
) | {""}


def _ranked(t: Tokens, i: int) -> bool:
    """Whether the word behind "twenty-" makes it a rank."""
    return t.low[i - 2] in TENS and (t.low[i] in ("first", "second") or t.low[i] in DENOMINATORS)


def _counts_before(t: Tokens, i: int) -> bool:
    """Whether another number stands before it in the same sentence."""
    return any(t.kind[j] == "n" or t.low[j] in UNITS for j in range(max(0, i - 12), i))


_STREETS: Final[frozenset[str]] = frozenset(
    "road rd street st avenue ave way lane drive boulevard blvd highway square".split()
)


def _told_apart(t: Tokens, i: int, stop: int) -> bool:
    """Whether a list of bare numbers straight behind a plural tells its members apart, and counts
    none: "observations 1, 16 and 21 were extreme"; not "sold 12, 14 and 16 ships"."""
    if not t.text[i].isdigit() or stop != i + 1 or "respectively" in t.low:
        return False
    first, last = _next_of_list(t, i, -1), _next_of_list(t, i, 1)
    if first == last or first < 1 or t.tags[first - 1] not in ("NNS", "NNPS"):
        return False
    if t.low[first - 1] in _SCALES:
        return False
    opens = first - 1
    while opens > 0 and t.tags[opens - 1][:2] in ("NN", "JJ", "DT"):
        opens -= 1
    if opens and t.low[opens - 1] == "of":
        return False  # "of the trains 12 and 14 were late"
    return noun_phrase(t, last + 1).empty and t.low[last + 1] not in MEASURED


def _next_of_list(t: Tokens, i: int, step: int) -> int:
    """The first (``step`` -1) or last (1) number of the list of bare ones that one stands in."""
    for _ in range(_LIST):
        at = i + step
        while 0 < at < t.size and t.low[at] in JOINERS and abs(at - i) < _JOINED:
            at += step
        if at == i + step or not 0 <= at < t.size or not t.text[at].isdigit():
            break
        i = at
    return i


# "ages 5 to 14", "marks 3 and 4": values on a scale
_SCALES: Final[frozenset[str]] = frozenset(
    "ages years months weeks days hours minutes marks scores values levels temperatures".split()
)
_LIST: Final[int] = 20  # numbers of a list on either side of one
_JOINED: Final[int] = 3  # tokens between two of them, at most: ", and"


def _of_a_form(t: Tokens, i: int, stop: int) -> bool:
    """Whether it only tells the form of a thing: "two-factor log-in", "the 1.18 release", "a 5
    point scale"."""
    if t.text[stop] == "-" and t.glued(stop):
        point = t.low[stop + 1] == "point" and not _SCALED.isdisjoint(t.low[stop + 2 : stop + 5])
        return point or t.low[stop + 1].split("-")[0] in _FORMS or t.low[stop + 2] == "scale"
    if "." in t.text[stop - 1] and t.low[stop] == "." and t.low[stop + 1] == "x":
        return t.glued(stop) and t.glued(stop + 1)  # "0.8.x"
    if t.low[stop] in _RELEASES or (i and t.low[i - 1] in _RELEASES):
        return "." in t.text[stop - 1]
    return t.low[stop] in ("point", "points") and t.low[stop + 1] == "scale"


_SCALED: Final[frozenset[str]] = frozenset({"scale", "index", "likert"})


def _ranking(t: Tokens, i: int, stop: int) -> bool:
    """Whether it says how far a ranking is told, not how many there are: "the three largest
    banks", "the top 5 were"."""
    if t.kind[i] == "n" and i and t.low[i - 1] in _EXTREMES and noun_phrase(t, stop).empty:
        return True
    if t.tags[stop] == "JJS":
        return t.low[stop] not in ("least", "latest", "best-known")
    return t.tags[stop] == "RBS" and t.tags[stop + 1] in ("JJ", "RB", "VBN")


def _address(t: Tokens, i: int, stop: int) -> bool:
    """Whether capitalised words that end in a kind of street follow: "49 Mill Lane Road"."""
    at = stop
    while at < stop + 4 and t.capital(at):
        if t.low[at] in _STREETS:
            return True
        at += 1
    return False


def _clock(t: Tokens, i: int, stop: int) -> bool:
    """Whether it is an hour of the day."""
    return t.low[stop] in ("p.m.", "a.m.", "pm", "am", "o’clock", "o'clock")


def _old_year(t: Tokens, i: int, stop: int) -> bool:
    """Whether it is a year before 1900 or after 2099: "in 1848", "by 2120", "a loom (1798)"."""
    if len(t.text[i]) != 4 or not t.text[i].isdigit() or t.text[i][:2] not in _CENTURIES:
        return False
    if i and t.text[i - 1] == "(" and t.text[i][:2] in _BEFORE_1900:
        return t.text[stop] in _BEHIND_A_YEAR
    before = t.low[i - 1]
    if before in ("about", ".", "-", "–") and i > 1:
        before = t.low[i - 2] if t.low[i - 2] in _AROUND else before
    if before in ("-", "–") and i > 1 and t.text[i - 2][:2] in _CENTURIES:
        return len(t.text[i - 2]) == 4 and noun_phrase(t, stop).empty  # "made 1815-1840"
    if before in _AROUND or before == ",":
        return noun_phrase(t, stop).empty and t.text[stop] in _AFTER_A_YEAR
    if t.text[stop] in ("-", "–") and t.text[stop + 1].isdigit() and len(t.text[stop + 1]) == 4:
        return True
    if before in ("and", "to", "or") and i > 1 and t.text[i - 2][:2] in _CENTURIES:
        before = t.low[i - 3] if len(t.text[i - 2]) == 4 else ""  # "between 1750 and 1760"
    return before in ("in", "by", "since", "until", "between", "from", "before", "after") and (
        noun_phrase(t, stop).empty or t.low[stop] in ("and", "to")
    )


_AROUND: Final[frozenset[str]] = frozenset("ca circa c of ,".split())
_AFTER_A_YEAR: Final[frozenset[str]] = frozenset({"", ".", ",", ";", ")", "("})
_BEHIND_A_YEAR: Final[frozenset[str]] = frozenset({")", ",", ";", "-", "–"})
_BEFORE_1900: Final[frozenset[str]] = frozenset({"15", "16", "17", "18"})
_CENTURIES: Final[frozenset[str]] = _BEFORE_1900 | {"21"}


def _proper(t: Tokens, i: int, stop: int) -> bool:
    """Whether it closes a name: "Fortune 100", "Group of 20", "iPhone 11 Pro"."""
    if len(t.text[i].replace(".", "")) > 4 or i < 1 or stop not in (i + 1, i + 3):
        return False
    word = t.text[i - 1]
    cased = word != word.lower() and t.kind[i - 1] == "w"
    if not cased or t.low[i - 1] in DETERMINERS or (t.low[i - 1],) in BOUNDS:
        return False
    if t.glued(stop) and t.kind[stop] in "wn":
        return False
    if stop == i + 3:  # "GEOG 101/102"
        return word.isupper() and noun_phrase(t, stop).empty and t.low[stop] != "of"
    if word[0].islower() or _CAMEL.search(word):
        return True  # "iPhone 11", "CentOS 7"
    if i == 1 and word[1:] == word[1:].lower():  # the first word of a sentence is always a capital
        return (
            noun_phrase(t, stop).empty
            and t.kind[stop] == "w"
            and t.low[stop] in ("is", "was", "has")
        )
    if t.text[stop] in "%-" or t.low[stop] in MEASURES or t.low[stop] in ("percent", "per"):
        return t.text[stop] == "" or (t.text[stop] == "-" and not t.glued(stop))
    phrase = noun_phrase(t, stop)
    if phrase.empty:
        return t.text[stop] not in ("(",) or t.kind[i - 1] == "w"
    versioned = "." in t.text[i] and i > 1 and t.low[i + 1] not in SCALES
    return (t.capital(stop) or versioned) and not phrase.plural


_CAMEL: Final = re.compile(r"[a-z][A-Z]")
Rule = Callable[[Tokens, int, int], bool]


# What sticks to a number, numbers, ranks or describes; looked at before the marks of lists are.
def _suspended(t: Tokens, i: int, stop: int) -> bool:
    """Whether it shares the noun of a compound behind it: "the five- and ten-year averages"."""
    at = stop + (t.text[stop] == "-")
    if t.low[at] not in ("and", "or"):
        return False
    number, hyphen = t.low[at + 1], t.text[at + 2]
    counts = t.kind[at + 1] == "n" or number in UNITS or number in TENS
    joined = counts and hyphen == "-" and t.glued(at + 2) and t.text[at + 4] != "-"
    return joined and t.low[at + 3] in STRETCHES


_NAMING: Final[tuple[Rule, ...]] = (
    _suspended,
    of_a_file,
    is_note,
    is_joined,
    of_a_line,
    standard,
    numbering,
    codified,
    _of_a_form,
    _ranking,
    _told_apart,
)
_PLACING: Final[tuple[Rule, ...]] = (coded, _clock, _address, _old_year, catalogued, titled)
