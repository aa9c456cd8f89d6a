"""What a figure counts, in words that a reader would use: a sentence and a fact in, a label out.

The label is the thing counted with, in brackets, what its clause says of it: "victims (government
provided visas)". It is made of the report's own words in their own order; the figure, its period
and the phrases that only introduce it are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tracediff.lexicon.calendar import MONTHS
from tracediff.lexicon.layout import FUNCTION_WORDS
from tracediff.model import Fact, FactKind, Reading, Status
from tracediff.text.words import Token, irregular, stem, tokens

_MONTH: Final = "|".join(MONTHS)

_LEFT: Final = re.compile(
    r"[;:—(]|\s–\s|,\s+(?:and|but|while|whereas|which|including|of\s+which|compared|up|down|though)\b"
    r"|\b(?:compared\s+(?:with|to)|including|of\s+whom|in\s+comparison,)",
    re.IGNORECASE,
)
_RIGHT: Final = re.compile(
    r"[;:—()]|,(?!\d)|\s–\s|\s(?:compared|including|but|while|whereas|although|according|and\s+\d+|up\s+from"
    r"|down\s+from)\b|\.(?:\s|$)",
    re.IGNORECASE,
)
_PERIOD: Final = re.compile(
    rf"\bbetween\s+(?:{_MONTH})\s+(?:\d{{1,2}}\s+)?and\s+(?:{_MONTH})(?:\s+(?:19|20)\d\d)?\b"
    rf"|\bfrom\s+(?:{_MONTH})\s+(?:to|through|until)\s+(?:{_MONTH})(?:\s+(?:19|20)\d\d)?\b"
    rf"|\b(?:as\s+of|by|through|since|until|in|during)\s+(?:the\s+end\s+of\s+)?(?:{_MONTH})\b"
    rf"(?!\s+(?:\d{{1,2}},?\s+)?(?:19|20)\d\d)(?:\s+\d{{1,2}}\b)?"
    rf"|\b(?:during|in|over)\s+the\s+(?:first|last|past|previous)\s+\w+\s+(?:months?|quarters?)\b"
    rf"(?!\s+of\s+(?:19|20)\d\d)(?:\s+of\s+the\s+year)?"
    rf"|(?:\b(?:in|during|for|as\s+of|since|by|from|between|through|until|at\s+the\s+end\s+of)\s+)?"
    rf"(?:(?:the\s+)?(?:first|second|third|fourth|last|same|previous|past|entire|whole|end)\s+"
    rf"(?:(?:half|quarter|period|year|\w+\s+months?)\s*)(?:of\s+)?)?"
    rf"(?:(?:{_MONTH})\s+(?:\d{{1,2}},?\s+)?|fiscal\s+year\s+|FY\s?)?\b(?:19|20)\d\d\b"
    rf"|\b(?:during|over|in|for|by\s+the\s+close\s+of)\s+the\s+(?:reporting\s+period|(?:previous|past|same)?\s?year"
    rf"|same\s+period)\b",
    re.IGNORECASE,
)
_IDLE: Final = re.compile(
    r"\b(?:over|more\s+than|less\s+than|fewer\s+than|approximately|at\s+least|at\s+most|nearly|almost"
    r"|about|around|roughly|an?\s+estimated|an?\s+total\s+of|up\s+to|as\s+many\s+as|only|just|some"
    r"|an\s+additional|total\s+of|in\s+comparison|however|in\s+addition|furthermore|also"
    r"|reported(?:\s+that)?|there\s+(?:were|was|are)|percent|per\s+cent)\b",
    re.IGNORECASE,
)
# what withholds or denies a figure is its status, and stands in the message as such
_WITHHELD: Final = re.compile(
    r"\b(?:any|no|did\s+not\s+(?:report|provide\s+(?:any\s+)?(?:data|information|statistics)\s+on)"
    r"|(?:was|were)\s+not\s+(?:reported|available)|(?:unknown|unspecified)\s+number\s+of"
    r"|it\s+was\s+(?:unclear|unknown)|how\s+many|if|whether)\b",
    re.IGNORECASE,
)
# "According to the ministry, ", "In June 2020, ": said before the matter begins
_OPENING: Final = re.compile(
    r"(?:(?:According\s+to|As\s+of|By|In|On|During|From|Since|For|At)\s[^,;]{1,160},\s"
    r"|(?:However|Additionally|Furthermore|Moreover|Meanwhile|Nevertheless|Notably|In\s+addition),\s)",
    re.IGNORECASE,
)
# "The ministry reported that ": who says it stands in the evidence
_SAYING: Final = re.compile(
    r"^[^.;]{0,200}\b(?:reported|reports|said|stated|noted|found|estimated|announced|recorded|showed)"
    r"\s+(?:that\s+)?",
)
_MOVED: Final = re.compile(
    r"\b(?:(?:increas|decreas|declin)(?:e|es|ed|ing)|rise|rose|risen|grew|grown|growth|fell|fallen|drop"
    r"|dropped|reduction)\b",
    re.IGNORECASE,
)
_ASIDE: Final = re.compile(r"\([^()]{0,120}\)")
_EDGE: Final = FUNCTION_WORDS | frozenset(
    "than was were is are be been it all most many several each out will would c ca"
    " , . ; : ( ) – — - ' ’ “ ” \"".split()
)
_TAIL: Final = _EDGE | frozenset("during within between among against involving per via".split())
_MARKS: Final = frozenset('()[]{}%“”"/')
_NAME_JOINTS: Final = frozenset(", or and of for the".split())
_ARTICLES: Final = frozenset("the a an its their his her".split())
_SCALES: Final = frozenset("thousand million billion trillion".split())
_FINISH: Final = 3  # words more where a phrase would be cut in half
_WORD: Final = 40  # letters of a word; more is no word
_LONGEST: Final = 10  # words in the brackets; more is a sentence, not a label


def label(reading: Reading, facts: Iterable[Fact]) -> str:
    """A readable name for what these facts of one reading count; the fullest of them wins."""
    best = max((_label(reading, fact) for fact in facts), key=_fullness, default="")
    return best or "a figure"


def _fullness(text: str) -> tuple[bool, int]:
    words = len(text.split())
    return "(" in text, min(words, _LONGEST + 2)


def _label(reading: Reading, fact: Fact) -> str:
    if fact.table is not None:
        return fact.measure
    text = reading.edition.sentences[fact.sentence].text
    thing = " ".join((fact.counted or "").split())
    left, right = _around(text, fact)
    if _BEFELL.match(right) and " and " in left:
        left = ""  # "20 had died and 57 clerks had been infected": what stands before befell others
    if fact.status is not Status.REPORTED:
        left = _WITHHELD.sub(" ", left)
    named = {stem(t.text) for t in tokens(thing)}
    left = _SAYING.sub("", left, count=1)
    if fact.kind is FactKind.CHANGE:
        left = _MOVED.sub(" ", left)  # which way it moved stands beside the value
        thing = "" if _MOVED.fullmatch(thing) else thing
        right = _MOVED.sub(" ", right)
        said, behind = _words(left, set()), _words(right, set())
        if thing.casefold() in left.casefold() and not behind and 0 < len(said) <= _LONGEST:
            return _joined(said, [])  # "the number of persons held rose 9 percent"
    before = _words(left, named)
    after = _words(right, named)
    if len(before) > _LONGEST - 3 and after:
        before = _ending(before, _LONGEST - 3)
    before = _trimmed(before)
    while before[1:] and before[0].casefold() in _PRONOUNS and before[1].islower():
        before = _trimmed(before[1:])
    while before and before[-1].casefold() in _AUXILIARIES:
        before = before[:-1]
    while before and before[0].casefold() in _AUXILIARIES:
        before = _trimmed(before[1:])
    joins = not before or not _OF_THE_THING.isdisjoint(right.casefold().split(None, 1)[:1])
    if thing and after and joins and thing.casefold() not in right.casefold():
        joint = _joint(_spoken(right, set()), before)
        if joint:
            first, *more = _opening(joint, max(3, _LONGEST - len(before)))
            whole = _joined([thing, first, *_untailed(more)], [])
            befell = _SUFFERED.match(text, fact.at.end)
            if befell and not joint[0].endswith("ed") and befell[1] not in joint:
                whole = f"{whole} {befell[1]}"  # "drivers of taxis, of buses, …, killed"
            return f"{whole} ({_joined(before, [])})" if len(before) > 1 else whole
    after = _trimmed(_opening(after, max(3, _LONGEST - len(before))))
    if thing and len(before) == 1 and not after and (done := _done(before[0])):
        return f"{thing} {done}"  # "reported identifying 673 victims": victims identified
    rest = _joined(before, after)
    if rest and (not thing or (fact.unit and fact.unit != "%")):
        return rest  # "spent … on shelters": the unit stands beside the value
    return f"{thing} ({rest})" if rest else thing


_BEFELL: Final = re.compile(
    r"\s*(?:ha[ds] been|have been|were|was)\s+(?:[a-z]+ly\s+)?[a-z]{3,20}ed\b"
)

# what befell those counted, in the same sentence and before any other figure
_SUFFERED: Final = re.compile(
    r"[^.;:\d]{0,200}?\b(?:was|were|been)\s+(?:[a-z]+ly\s+)?([a-z]{3,20}ed)\b"
)

# "113 killings of miners", "16 deaths involving guards": what belongs to the thing counted itself
_OF_THE_THING: Final = frozenset("of into involving concerning regarding against among".split())
_PRONOUNS: Final = frozenset("we they he she it i you there".split())
_AUXILIARIES: Final = frozenset("had has have been being was were".split())
_PARTICIPLE: Final = 5  # letters of a participle at least: "filed", not "red"


def _joint(behind: list[str], before: list[str]) -> list[str]:
    """The words behind a thing counted that go on with it; none where they stand in brackets.

    "Cases of fraud", "cases filed against brokers", but "cases (clerks sent … prosecutor)".
    """
    if behind[0].casefold() in _OF_THE_THING:
        rest = behind[1:]
        article = rest[:1] if rest and rest[0].casefold() in _ARTICLES else []
        own = _trimmed(rest)
        return [behind[0].casefold(), *article, *own] if own else []
    first = 0
    while first < len(behind) and behind[first].casefold() in _AUXILIARIES:
        first += 1
    word = behind[first] if first < len(behind) else ""
    participle = word.endswith(("ed", "ing")) and len(word) >= _PARTICIPLE
    return _trimmed(behind[first:]) if participle and not before else []


def _done(word: str) -> str:
    """The past participle of a regular verb ("freeing", "freed": "freed"), else nothing."""
    if word.islower() and word.endswith("ed") and len(word) >= _PARTICIPLE:
        return word
    base = word.removesuffix("ing")
    if base == word or not word.islower() or irregular(word):
        return ""
    if base.endswith("e"):
        return f"{base}d"
    if base[-1:] == "y" and base[-2:-1] not in "aeiou":
        return f"{base[:-1]}ied"
    return f"{base}ed"


def _ending(words: list[str], most: int) -> list[str]:
    """The last words of a stretch, not begun in the middle of a name."""
    cut = kept = len(words) - most
    if words[cut - 1][0].isupper() or words[cut - 1] in _NAME_JOINTS:
        while kept < len(words) and (words[kept][0].isupper() or words[kept] in _NAME_JOINTS):
            kept += 1
    return words[kept:] or words[cut:]


def _opening(words: list[str], most: int) -> list[str]:
    """The first words of a stretch, and a few more where the phrase goes on."""
    stop = min(most, len(words))
    while stop < min(most + _FINISH, len(words)):
        following = words[stop].casefold()
        if following in FUNCTION_WORDS and following not in _ARTICLES:
            break
        stop += 1
    return words[:stop]


def _around(text: str, fact: Fact) -> tuple[str, str]:
    """The words of the fact's clause before and behind it; those that deny it stand before."""
    flat = _ASIDE.sub(
        lambda m: m.group() if m.start() <= fact.at.start < m.end() else " " * len(m.group()), text
    )
    begin = 0
    while (opening := _OPENING.match(flat, begin)) and opening.end() <= fact.at.start:
        begin = opening.end()
    left = begin
    for boundary in _LEFT.finditer(flat, begin, max(begin, fact.at.start)):
        left = boundary.end()
    end = fact.at.end
    if fact.status is not Status.REPORTED and fact.at.end - fact.at.start > 20:
        return flat[left:end], ""
    thing = (fact.counted or "").casefold()
    named = flat.casefold().find(thing, end) if thing else -1
    behind = named + len(thing) if 0 <= named <= end + 3 else end  # "20 social, … activists"
    right = _RIGHT.search(flat, behind)
    return flat[left : fact.at.start], flat[behind : right.start() if right else len(flat)]


def _words(clause: str, named: set[str]) -> list[str]:
    """The words of a stretch, without the small words at its ends."""
    return _trimmed(_spoken(clause, named))


def _spoken(clause: str, named: set[str]) -> list[str]:
    """The words of a stretch less its period, its idle words and the thing counted."""
    spoken = _IDLE.sub(" ", _PERIOD.sub(" ", clause))
    found = tokens(spoken)
    words = [
        t.text
        for i, t in enumerate(found)
        if t.text not in _MARKS and (stem(t.text) not in named or _in_name(found, i))
    ]
    kept = [
        word
        for i, word in enumerate(words)
        if not (word[0].isdigit() or (i and words[i - 1][0].isdigit() and word in _SCALES))
        or (i and (words[i - 1] == "-" or words[i - 1].istitle()))
    ]
    return [word if len(word) <= _WORD else f"{word[:_WORD]}…" for word in kept]


def _in_name(found: list[Token], i: int) -> bool:
    """Whether a word is part of a longer name: "Labor" in "Ministry of Labor Relations"."""
    beside = [found[j].text for j in (i - 1, i + 1) if 0 <= j < len(found)]
    return found[i].text.istitle() and any(word.istitle() for word in beside)


def _untailed(words: list[str]) -> list[str]:
    """Without the small words and marks at its end."""
    stop = len(words)
    while stop and words[stop - 1].casefold() in _TAIL:
        stop -= 1
    return words[:stop]


def _trimmed(words: list[str]) -> list[str]:
    """Without the small words and marks at its ends."""
    first = 0
    while first < len(words) and words[first].casefold() in _EDGE:
        first += 1
    return _untailed(words[first:])


def _joined(before: list[str], after: list[str]) -> str:
    gap = ["…"] if before and after else []
    text = " ".join([*before, *gap, *after])
    return re.sub(r"\s+([,.;:’'])|(?<=[^\W\d_]) (-) (?=\d)|(?<=\d) (-) (?=[a-z])", r"\1\2\3", text)
