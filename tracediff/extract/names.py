"""Numbers that are no figures: labels, names, ordinals, dates of a day, citations, list numbers."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Final

from tracediff.extract.nouns import noun_phrase
from tracediff.extract.numbers import Number
from tracediff.lexicon.cues import BOUNDS, CAPITAL_LABELS, LABELS, REPORTERS
from tracediff.lexicon.grammar import AUXILIARIES, DETERMINERS
from tracediff.lexicon.money import CODES, MONEY
from tracediff.lexicon.numbers import DENOMINATORS, MONEY_SUFFIXES, SCALES, TENS, UNITS
from tracediff.lexicon.syntax import HAVE, STRETCHES
from tracediff.lexicon.units import FILES, GLUED, MEASURES, POINTS
from tracediff.text.tokens import Tokens

_PRONOUN_AFTER: Final[frozenset[str]] = frozenset(
    "of another who that which whom can should could must may might is was has had would will "
    "'s or does did and but . , ; : ) ? ! thing way another's time side sided party off to "
    "for at with among from in".split()
) | {"", "’", "'", "—", "–", '"', "”"}  # fmt: skip
_PRONOUN_BEFORE: Final[frozenset[str]] = frozenset(
    "no any every the this that each which another some number day same a as".split()
)
_UNITS: Final[frozenset[str]] = frozenset(MEASURES) | frozenset(MONEY)
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
_JOINERS: Final[frozenset[str]] = frozenset(
    {",", "and", "or", "to", "-", "–", "—", "through", "&", "("}
)
_ORDINAL: Final[frozenset[str]] = frozenset({"st", "nd", "rd", "th", "s", "ers"})
_PREFIXES: Final[frozenset[str]] = frozenset("minus negative sub pre post mid non nearly".split())


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
    if _labelled(t, i, label):
        return "label"
    if any(rule(t, i, stop) for rule in _NAMING):
        return "name"
    if _listed(t, i, stop):
        return "list"
    if any(rule(t, i, stop) for rule in _PLACING):
        return "name"
    if _cited(t, i, stop, citing):
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
    odds = t.low[stop + 2] if after == "out" else t.low[stop + 1]
    if after in ("in", "out") and (odds in UNITS or odds in TENS or odds.isdigit()):
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
    if after == "-" and t.low[stop + 1].split("-")[0] not in _UNITS:
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
    return noun_phrase(t, last + 1).empty and t.low[last + 1] not in _MEASURED


def _next_of_list(t: Tokens, i: int, step: int) -> int:
    """The first (``step`` -1) or last (1) number of the list of bare ones that one stands in."""
    for _ in range(_LIST):
        at = i + step
        while 0 < at < t.size and t.low[at] in _JOINERS and abs(at - i) < _JOINED:
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


def _of_a_line(t: Tokens, i: int, stop: int) -> bool:
    """Whether it is of the number of a line to call: "(555) 396-5733", "+44 20 7946 0958"."""
    first, last = i, i
    while first > 0 and t.text[first - 1].isdigit() and i - first < _GROUPS:
        first -= 1
    while t.text[last + 1].isdigit() and last - i < _GROUPS:
        last += 1
    groups = t.text[first : last + 1]
    called = first > 0 and t.text[first - 1] == "+" and t.glued(first)
    if len(groups) > 1 and (called or any(g[0] == "0" and len(g) > _PAIR for g in groups)):
        return True
    if t.text[stop] != ")" or len(t.text[i]) != _SHORT or t.text[i - 1] != "(":
        return False
    head, tail = t.text[stop + 1], t.text[stop + 3]
    return t.text[stop + 2] == "-" and (len(head), len(tail)) == (3, 4) and tail.isdigit()


_GROUPS: Final[int] = 5  # groups of digits of a number to call
_PAIR: Final[int] = 2  # digits; a longer group with a zero before it is none of a count


def _numbering(t: Tokens, i: int, stop: int) -> bool:
    """Whether it numbers what a colon or its own sentence says: "Finding 3: Boats leak", "1 While
    the rules were changed"."""
    if len(t.text[i]) > _SHORT or not t.text[i].isdigit():
        return False
    if i == 0 and t.text[stop] == ",":
        return t.low[stop + 1] in ("no", "nos", "pp")  # the end of a reference: "67, No. 2, pp. 5"
    if i == 0:
        return t.capital(stop) and t.tags[stop] in _OPENING_TAGS and t.low[stop] not in ("us",)
    named = t.text[stop] == ":" and t.capital(stop + 1) and t.tags[i - 1] in ("NN", "NNP", "VBG")
    return named and all(t.tags[j] in _HEADING_TAGS for j in range(i))


_SHORT: Final[int] = 3  # digits of the number of a finding or a note
_OPENING_TAGS: Final[frozenset[str]] = frozenset("IN DT PRP PRP$ RB EX WRB MD CC".split())
_HEADING_TAGS: Final[frozenset[str]] = frozenset("JJ NN NNS NNP NNPS VBG VBN DT PRP$ POS".split())


def _catalogued(t: Tokens, i: int, stop: int) -> bool:
    """Whether it names an entry of a register: "5128 - Batch certificates", "a fern (202105)".

    It opens its line and a dash parts it from a title, or it stands in brackets without the commas
    that a count so large would have.
    """
    if i == 0 and t.text[stop] in ("-", "–", "—") and t.kind[stop + 1] == "w":
        said = t.text[stop + 1] in ("the", "a", "an")  # "670 - the number of complaints"
        return t.text[0].isdigit() and not (t.glued(stop) or t.glued(stop + 1) or said)
    if not t.text[i].isdigit() or len(t.text[i]) < _UNGROUPED:
        return False
    state = i > 0 and len(t.text[i - 1]) == 2 and t.text[i - 1].isupper()  # "OH 44107"
    if state or (t.capital(stop) and not noun_phrase(t, stop).plural):
        return True  # a postal code: "24161 Altenholz"
    left = i - 1
    while left > max(0, i - _LONGEST_CITATION) and _entry(t, left):
        left -= 1
    return left >= 0 and t.text[left] == "(" and t.text[stop] in (")", ",", ";", "-", "–")


def _entry(t: Tokens, i: int) -> bool:
    """Whether a token goes on with a list of numbers of a register: "(199571, 199751)"."""
    return t.text[i] in (",", ";", "-", "–") or (
        t.text[i].isdigit() and len(t.text[i]) >= _UNGROUPED
    )


def _coded(t: Tokens, i: int, stop: int) -> bool:
    """Whether it says which one of a kind is meant: "a 503 error", "a 404 page"."""
    plain = t.text[i].isdigit() and len(t.text[i]) == _SHORT
    one = i > 0 and t.low[i - 1] in ("a", "an") and t.tags[stop] == "NN"
    alone = noun_phrase(t, stop).stop == stop + 1 and t.text[stop + 1] != "-"
    return plain and one and alone and t.low[stop] not in _UNITS and t.low[stop] not in SCALES


def _titled(t: Tokens, i: int, stop: int) -> bool:
    """Whether it opens a name that ends in a singular noun: "the 650 Charities guideline"."""
    if not i or t.low[i - 1] != "the" or not t.text[i].isdigit():
        return False
    if not t.capital(stop) or t.glued(stop):
        return False
    phrase = noun_phrase(t, stop)
    return phrase.stop > stop + 1 and t.tags[phrase.stop - 1] == "NN" and t.text[i] != "1"


_UNGROUPED: Final[int] = 5  # digits of a count that is always written in groups of three


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


def _joined(t: Tokens, i: int, stop: int) -> bool:
    """Whether letters, marks or further digits stick to the number: G1, COVID-19, 4:39, 2nd."""
    if t.glued(i) and (ahead := _joined_before(t, i)) is not None:
        return ahead
    if i > 1 and t.text[i - 2 : i] == [")", "("] and t.glued(i - 1):
        return True  # 501(c)(3)
    if t.glued(stop) and t.text[stop] == "(" and t.text[stop + 2 : stop + 3] == [")"]:
        lettered = len(t.text[stop + 1]) == 1 and t.text[stop + 1].isalpha()
        if lettered and t.glued(stop + 1) and t.glued(stop + 2):
            return True  # section 12(b)
    if stop > i + 1 and t.text[i + 1] == "G" and len(t.text[i]) == 1:
        return True  # 5G
    return t.glued(stop) and _joined_behind(t, stop)


def _joined_before(t: Tokens, i: int) -> bool | None:
    """Whether what is glued to the front of a number makes it a name, None if it does not say."""
    before, kind = t.text[i - 1], t.kind[i - 1]
    if kind == "n" or before == "%":
        return True  # "Annual%20report"
    if t.text[i][0] == "." and before in _CLOSING:
        return True  # the mark of a note behind a full stop: "of pupils).23 The"
    if kind == "w":
        return t.low[i - 1] not in _PREFIXES and before not in CODES
    if before == "-" and not t.glued(i - 1) and t.capital(i - 2):
        return True  # COVID -19
    if before in "-‑" and t.glued(i - 1):
        return _hyphened(t, i)
    marked = before in ":/#_.*@" and (before == "#" or t.glued(i - 1))
    return True if marked or before in "’'" else None


_CLOSING: Final[frozenset[str]] = frozenset(")]}*’'\"”")


def _hyphened(t: Tokens, i: int) -> bool:
    """Whether a hyphen behind a word or number makes a number a name."""
    word = t.low[i - 2] if i > 1 else ""
    if word in MONEY_SUFFIXES and i > 2 and t.kind[i - 3] == "n":
        return False  # 5k-20k
    if word in ("pre", "post") and len(t.text[i]) == 4:
        return True  # pre-2019 levels
    if t.kind[i - 2] == "n" and (_of_a_code(t, i) or _between_hyphens(t, i)):
        return True
    if t.kind[i - 2] == "n" and t.text[i - 3] == "-" and t.glued(i - 2) and i > 3:
        return t.kind[i - 4] == "n"  # 555-12-3456
    return t.kind[i - 2] in "w" and word not in _PREFIXES and word not in MEASURES


def _of_a_code(t: Tokens, i: int) -> bool:
    """Whether the number before a hyphen makes one behind it a piece of a code, an hour or a line
    to call: "2019-201", "07-12", "AY24-25", "(555) 396-5733"."""
    first, text, head = t.text[i - 2], t.text[i], i - 3
    if t.glued(i - 2) and head >= 0:
        lettered = t.kind[head] == "w" and t.text[head] not in CODES
        if lettered or t.text[head] == "_":
            return True
    if not (first.isdigit() and text.isdigit()):
        return first[0] == "0" and bool(_HOUR.fullmatch(first) and _HOUR.fullmatch(text))
    called = len(first) == 3 and len(text) == 4 and head > 0
    if called and t.text[head] == ")" and len(t.text[head - 1]) == 3:
        return t.text[head - 1].isdigit()
    dated = len(first) == 4 and first[:2] in ("19", "20") and len(text) < 4
    return dated or (len(first) > 1 and first[0] == "0")


def _joined_behind(t: Tokens, stop: int) -> bool:
    """Whether what is glued to the end of a number makes it a name: 2nd, 555-12, 4:39."""
    after, kind = t.text[stop], t.kind[stop]
    if kind == "w":
        if (t.glued(stop + 1) and t.kind[stop + 1] == "n" and after in GLUED) or _DAY.match(after):
            return after not in ("m",)  # "2019W43", "25thSeptember"; "40 m2"
        known = (MEASURES, GLUED, POINTS, CODES, MONEY_SUFFIXES, SCALES)
        unit = any(after in names for names in known)
        many = len(after) > 3 and noun_phrase(t, stop).plural  # "12persons", not "7digital"
        return after.split("-")[0] in _ORDINAL or not (unit or many)
    if kind == "n" or after in "’'":
        return True
    if after == "." and t.glued(stop + 1) and t.kind[stop + 1] in "wx":
        return t.text[stop + 1].islower()  # the end of a file's name: "24-25.docx"
    if after == "/" and "." in t.text[stop - 1] and t.text[stop + 1] in ("5", "10", "100"):
        return False  # a mark: "4.5/5"
    if after in ":/_@" and t.glued(stop + 1) and t.kind[stop + 1] == "n":
        return not to_one(t, stop)
    if after == "-" and t.glued(stop + 1) and t.kind[stop + 1] == "n":
        if t.kind[stop - 1] == "n" and _of_a_code(t, stop + 1):
            return True
        return t.text[stop + 2] in ("-", "/") and t.glued(stop + 2) and t.kind[stop + 3] == "n"
    return False


_HOUR: Final = re.compile(r"\d\d\.[0-5]\d")  # "08.30-16.15"


def _between_hyphens(t: Tokens, i: int) -> bool:
    """Whether a hyphen and digits follow, as they stand before: the 551 of "402-551-3733"."""
    behind = t.text[i + 1] in ("-", "‑") and t.glued(i + 1) and t.glued(i + 2)
    return behind and t.kind[i + 2] == "n"


_DAY: Final = re.compile(r"(?:st|nd|rd|th)(?=[A-Z])")


def to_one(t: Tokens, stop: int) -> bool:
    """Whether ":1" closes a ratio behind a number: "a ratio of 19:1", "agree (14:1)"."""
    one = t.text[stop : stop + 2] == [":", "1"] and t.glued(stop) and t.glued(stop + 1)
    if not one or (t.glued(stop + 2) and t.text[stop + 2] in (":", "-", "/")):
        return False
    opened, closed = t.text[max(0, stop - _RATIO) : stop], t.text[stop + 2 : stop + 2 + _RATIO]
    return any(word in ("ratio", "ratios") for word in t.low) or ("(" in opened and ")" in closed)


_RATIO: Final[int] = 6  # tokens on either side of one of two ratios in brackets: "(9:1 → 11:1)"


def _labelled(t: Tokens, i: int, label: int) -> bool:
    """Whether a label stands before it: Article 149, Law No. 985, Tables 3 and 4."""
    at = i - 1
    if at >= 0 and t.text[at] == "." and t.glued(at):
        at -= 1
    if at >= 0 and t.text[at] in ("(", "#", "№"):
        at -= t.text[at] == "("
        if at >= 0 and t.text[at] in "#№":
            return True
    word = t.low[at] if at >= 0 else ""
    if word in t.vocabulary.labels:
        return True
    if word in LABELS and (word not in CAPITAL_LABELS or t.text[at][0].isupper()):
        if word in CAPITAL_LABELS and at == 0 and word in ("report", "form"):
            return True
        return not (at > 0 and t.low[at - 1] in ("an", "a") and word in ("order",))
    if word in _RANKED and t.low[at + 1] == t.low[i] and not noun_phrase(t, i + 1).plural:
        return True
    if word in _REFERRED and _refers(t, at, i):
        return True
    if label >= 0 and t.kind[label] == "w" and len(t.text[label]) == 1 and t.glued(label):
        label += 1  # "sections 101A, 107 and 108"
    if label >= 0 and i - label in (1, 2) and t.low[i - 1] in _JOINERS:
        return all(t.low[j] in _JOINERS for j in range(label, i))
    return False


_REFERRED: Final[frozenset[str]] = frozenset(
    "figure figures note notes box item items panel exhibit line lines step steps".split()
)
_REFERRING: Final[frozenset[str]] = frozenset("see cf in per from of to".split())


def _refers(t: Tokens, at: int, i: int) -> bool:
    """Whether a label in small letters refers to a place in the report: "see note 9", "(figure
    4)", "figure 4 shows"; "a figure 12 percent above" counts."""
    says = t.tags[i + 1][:2] in ("VB", "MD") or t.tags[i + 2] in ("DT", "PRP$")
    if len(t.text[i]) > _SHORT or not (says or noun_phrase(t, i + 1).empty):
        return False
    told = at == 0 or t.text[at - 1] in ("(", "[", ",", ";") or t.low[at - 1] in _REFERRING
    return told and t.low[i + 1] not in _MEASURED


_MEASURED: Final[frozenset[str]] = frozenset("percent per points % million billion".split())


_RANKED: Final[frozenset[str]] = frozenset(
    "category phase level stage grade class type zone part step round".split()
)


def _standard(t: Tokens, i: int, stop: int) -> bool:
    """Whether letters before a number of four digits or more make it a norm: "ISO 14001"."""
    word = t.text[i - 1] if i else ""
    norm = 2 <= len(word) <= 5 and word.isalpha() and word.isupper() and word not in CODES
    return norm and t.text[i].isdigit() and len(t.text[i]) > 3 and noun_phrase(t, stop).empty


def _listed(t: Tokens, i: int, stop: int) -> bool:
    """Whether it numbers an item: "3. The …" at the head, "(1) …; (2) …" inside."""
    if i == 0 and t.text[stop] in (".", ")") and t.kind[stop + 1] == "w" and len(t.text[0]) <= 3:
        return True
    if (
        i == 0
        and "." in t.text[0]
        and t.kind[1] == "w"
        and t.capital(1)
        and t.text[0].count(".") == 1
    ):
        return len(t.text[0]) <= 4 and t.low[1] not in MEASURES
    if i == 0 and t.text[stop] == ":" and _VERSION.fullmatch(t.text[0]):
        return True  # "1.18: what is new"
    closed = t.text[stop] == ")" and t.kind[stop + 1] == "w" and len(t.text[i]) < 3
    if not closed or i == 0:
        return False
    if t.text[i - 1] != "(":
        return _item_before(t, i + 1) and "(" not in t.text[max(0, i - _LONGEST_ITEM) : i]
    return i < 2 or _item_before(t, i) or (t.text[i] == "1" and _goes_on(t, stop))


_VERSION: Final = re.compile(r"\d{1,2}\.\d{1,2}")  # a chapter or a version that heads a line


def _item_before(t: Tokens, i: int) -> bool:
    """Whether the bracket before token ``i`` stands where an item of a list can open."""
    return t.text[i - 2] in (",", ";", ":") or t.low[i - 2] in ("and", "or", "to", "by")


_LONGEST_ITEM: Final[int] = 120  # tokens from one item to the next; it keeps the search linear


def _goes_on(t: Tokens, start: int) -> bool:
    """Whether a second item follows: "must (1) repair boats; (2) build ports"."""
    return any(
        t.text[j : j + 3] == ["(", "2", ")"] and _item_before(t, j + 1)
        for j in range(start, min(start + _LONGEST_ITEM, t.size))
    )


_LONGEST_CITATION: Final[int] = 40  # tokens; citations of twenty sources are the longest met


def _cited(t: Tokens, i: int, stop: int, citing: bool) -> bool:
    """Whether it cites a source: (9,11) or (3) at the end of a sentence, [12] anywhere."""
    left, bound = i - 1, max(0, i - _LONGEST_CITATION)
    while left > bound and (
        t.text[left] in (",", "-", "–") or (t.kind[left] == "n" and len(t.text[left]) <= 7)
    ):
        left -= 1
    if left < 0 or t.text[left] not in ("(", "["):
        return False
    right, bound = stop, i + _LONGEST_CITATION
    while right < bound and (
        t.text[right] in (",", "-", "–") or (t.kind[right] == "n" and len(t.text[right]) <= 7)
    ):
        right += 1
    if t.text[right] not in (")", "]"):
        return False
    if t.text[left] == "[":
        return True
    pieces = [t.text[j] for j in range(left + 1, right) if t.kind[j] == "n"]
    small = all(len(piece.replace(",", "")) <= 3 or "," in piece for piece in pieces)
    if not small or any(len(part) > 3 for piece in pieces for part in piece.split(",")):
        return False
    if left and t.text[left - 1] in (".", "!", "?", "”", '"'):
        return True
    if len(pieces) > 1:
        return citing or "," in t.text[left:right]  # "(12-14)" is a range where nobody cites
    last = t.text[right + 1] in ("", ".", ";") and right + 2 >= t.size
    return citing and (last or t.text[right + 1] in (";", ",")) and "," not in pieces[0]


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


def _note(t: Tokens, i: int, stop: int) -> bool:
    """Whether it is the mark of a note, set apart by a space from the stop behind it, where the
    other stops of the sentence have none: "fell by 4 percent 2 . Prices"."""
    if not i or len(t.text[i]) > _SHORT or not t.text[i].isdigit() or stop != i + 1:
        return False
    if t.text[stop] not in (".", ",") or t.glued(stop) or t.glued(i):
        return False
    behind = t.tags[i - 1] in _BEFORE_A_NOTE or t.low[i - 1] in ("percent", "%", ")")
    return behind and any(
        t.glued(j) for j in range(t.size) if t.text[j] in (".", ",") and j != stop
    )


_BEFORE_A_NOTE: Final[frozenset[str]] = frozenset("NN NNS NNP NNPS CD VBN".split())


def _of_a_file(t: Tokens, i: int, stop: int) -> bool:
    """Whether it is the size of a file that is offered: "(14.4 KB Excel sheet)", "PDF, 2 MB"."""
    if not MEASURES.get(t.text[stop], "").endswith("byte"):
        return False
    near = t.low[max(0, i - 2) : i] + t.low[stop + 1 : stop + 3]
    return not FILES.isdisjoint(near)


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
    _of_a_file,
    _note,
    _joined,
    _of_a_line,
    _standard,
    _numbering,
    _of_a_form,
    _ranking,
    _told_apart,
)
_PLACING: Final[tuple[Rule, ...]] = (_coded, _clock, _address, _old_year, _catalogued, _titled)
