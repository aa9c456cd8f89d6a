"""A cue word and the words around it in, what it tells where it stands out.

"The council drafted a law" says how far the law has come; "Draft a law" asks for one, "if you draft
a law" supposes it, and "the Draft Laws Office" only bears a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracediff.extract.claim_cues import Match, Sense
from tracediff.lexicon.clauses import (
    AUXILIARIES,
    DEGREES,
    EXCEPTIONS,
    GOING_ON,
    IMPERATIVES,
    NOT_VERBS,
    PAST_FORMS,
    RULE_BOOKS,
    SUPPOSING,
)
from tracediff.model import CueKind
from tracediff.text.words import FUNCTION_WORDS

_FAR = 25  # words behind a cue in which an exception takes part of it back
_NEAR = 5  # words behind a denial in which a degree takes the edge off it
_ARTICLES = frozenset({"the", "a", "an", "this", "these", "its", "their", "our", "all"})
_EVENTS = frozenset({CueKind.STAGE, CueKind.CASE, CueKind.TREND})
_NAMED = _EVENTS | {CueKind.SCOPE}
_INFLECTED = ("ed", "ing", "s", "ion", "ment", "al", "ance", "ence")
_VERBAL = AUXILIARIES | {"to", "not"}  # before what may be a noun, they make it a verb
_DEEDS = ("ion", "ions", "trial")  # nouns of a case that may describe another noun
_ASKED = Sense(CueKind.OBLIGATION, 0.6, "")
_PERMITTED = Sense(CueKind.OBLIGATION, 0.25, "")
_PLANNED = Sense(CueKind.STAGE, 0.0, "")
_WANTING = Sense(CueKind.SHORTFALL, 1.0, "")


def told(  # noqa: C901 - one case for each kind of cue
    found: Match, earlier: Match | None, words: list[str], texts: Sequence[str], stop: int
) -> Iterator[Sense]:
    """What a matched word tells where it stands; ``earlier`` is the match before it."""
    rest = words[found.stop : min(stop, found.stop + _FAR)]
    following = rest[0] if rest else ""
    first, before = words[found.first], words[found.first - 1] if found.first else ""
    for sense in found.senses:
        match sense.kind:
            case kind if kind in _NAMED and _in_a_name(found, texts):
                continue  # "the Investigation Unit"
            case CueKind.STAGE if first in NOT_VERBS and not (
                before in _VERBAL or (not before and following in _ARTICLES)
            ):
                continue  # "Table 4", "complete data"
            case CueKind.STAGE if before != "to" and _rules(found.first, words):
                continue  # "the law establishes a minimum age"
            case kind if kind in _EVENTS and not _happened(found, earlier, words, sense):
                if not before:
                    yield _ASKED  # "Establish shelters"
                elif before in ("to", "at", "for") and kind is CueKind.STAGE:
                    yield _PLANNED  # "attempted to implement the order"
            case CueKind.CASE if first.endswith(_DEEDS) and _describes(following):
                continue  # "trial procedures"
            case CueKind.FUTURE if words[found.stop - 1] == "to" and following in _ARTICLES:
                continue  # "agreed to the framework" plans nothing
            case CueKind.DENIAL if first == "no" and (following == "." or following.isdigit()):
                continue  # "No. 12"
            case CueKind.DENIAL if DEGREES & {*rest[:_NEAR]} or EXCEPTIONS & {*rest}:
                yield _WANTING  # "did not provide adequate services"
            case CueKind.OBLIGATION if first in IMPERATIVES and before:
                continue  # who publishes is not asked to publish
            case CueKind.HEDGE if first == "may" and (
                before == "you" or _is_ruled(found.first, words, rest)
            ):
                yield _PERMITTED
            case CueKind.SOURCE if before == "as":
                continue  # "as noted above"
            case CueKind.CONDITION if following.startswith("you") or "/" in (before, following):
                continue  # a condition of the reader, not of what is said; the name "if/let"
            case _:
                yield sense


def _in_a_name(found: Match, texts: Sequence[str]) -> bool:
    """Whether a word inside a sentence is written with a capital beside another such word."""
    i, after = found.first, found.stop
    if not i or not texts[i][0].isupper() or texts[i].isupper():
        return False
    beside = texts[i - 1] if i > 1 else "", texts[after] if after < len(texts) else ""
    return any(text[:1].isupper() and not text.isupper() for text in beside)


def _happened(found: Match, earlier: Match | None, words: list[str], sense: Sense) -> bool:
    """Whether an event is told as one, not asked for ("Adopt …"), meant or supposed ("to adopt").

    What stands behind "will" or "plans to" is kept: it says which event is planned.
    """
    i, word = found.first, words[found.first]
    if found.stop > i + 1:
        return True
    before = words[i - 1] if i else ""
    after = words[i + 1] if i + 1 < len(words) else ""
    if word.endswith("ing") and sense.kind is not CueKind.CASE:
        return before not in ("to", "at", "for")  # "aimed at improving", "rules for implementing"
    if (word.endswith(_INFLECTED) and word != "implement") or word in PAST_FORMS:
        return True
    if not i:
        return not after.isalpha() or after in FUNCTION_WORDS - _ARTICLES or after in AUXILIARIES
    if before != "to":
        return before not in SUPPOSING or sense.kind is CueKind.CASE
    planned = earlier is not None and earlier.stop == i
    going = i > 1 and words[i - 2] in GOING_ON
    return planned or going or sense.kind is CueKind.CASE


def _rules(i: int, words: list[str]) -> bool:
    """Whether a verb in the present says what a law lays down, not what came about."""
    word = words[i]
    present = word.endswith("s") and not word.endswith("ss") and word not in GOING_ON
    return present and not RULE_BOOKS.isdisjoint(words[max(0, i - _FAR) : i])


def _describes(following: str) -> bool:
    """Whether the word behind a noun is a further noun, so that the first only describes it."""
    verb = following in AUXILIARIES or following in PAST_FORMS or following.endswith(("ed", "ing"))
    plain = following.isalpha() and following not in FUNCTION_WORDS
    return plain and not verb and not following.endswith("ly")


def _is_ruled(i: int, words: list[str], rest: list[str]) -> bool:
    """Whether "may" says what a law allows, not what is possible."""
    if rest[:1] == ["have"] or (rest[:1] == ["be"] and not "".join(rest[1:2]).endswith("ed")):
        return False
    return not RULE_BOOKS.isdisjoint(words[max(0, i - _FAR) : i])
