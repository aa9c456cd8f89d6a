"""Reading claims: an edition in, one claim for each clause that asserts something out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from tracediff.extract.claim_cues import Match, Sense, cue_table, match_cues
from tracediff.lexicon.clauses import (
    AUXILIARIES,
    CLAUSE_OPENERS,
    CONTRASTS,
    DEGREES,
    EXCEPTIONS,
    IMPERATIVES,
    LIGHT_WORDS,
    PREDICATES,
    SUBJECT_OPENERS,
    SUBORDINATORS,
)
from tracediff.model import BlockKind, Claim, Cue, CueKind, Edition, Sentence, Span
from tracediff.settings import Words
from tracediff.words import FUNCTION_WORDS, TOKEN, root, stem, synonyms

_REACH = {CueKind.DENIAL: 6, CueKind.SCOPE: 3}  # content words that a cue governs; others two
_FAR = 25  # words behind a cue; what stands further off it does not govern
_NEAR = 5  # words behind a denial in which a degree takes the edge off it
_MOST = 60  # cues in one clause; a longer run is no prose
_SILENT = frozenset({BlockKind.HEADING, BlockKind.REFERENCE, BlockKind.TABLE})
_BEHIND = frozenset({"to", "of", "by", "from"})  # behind "according to" stands who says so
_DETERMINERS = frozenset({"no", "none", "nobody", "neither", "no one"})
_ARTICLES = frozenset({"the", "a", "an", "this", "these", "its", "their", "our", "all"})
_CUTTING = frozenset({",", ";", ":", "—", "–"})
_EMPTY = FUNCTION_WORDS | LIGHT_WORDS


def claims(edition: Edition, words: Words | None = None) -> tuple[Claim, ...]:
    """What every clause of an edition asserts, in the order of the text.

    Headings, tables and references assert nothing and are passed over. ``words`` are a team's own,
    beside those that come with tracediff.
    """
    words = words or Words()
    return tuple(
        claim
        for sentence in edition.sentences
        if sentence.kind not in _SILENT
        for claim in sentence_claims(sentence, words)
    )


def sentence_claims(sentence: Sentence, own: Words | None = None) -> Iterator[Claim]:
    """The claims of one sentence, one for each clause with content words."""
    own = own or Words()
    spans = [match.span() for match in TOKEN.finditer(sentence.text)]
    texts = [sentence.text[start:end] for start, end in spans]
    if not texts:
        return
    columns = zip(*map(_word, texts), strict=True)
    words, roots, content, verbs = (list(column) for column in columns)
    for i in _months(texts):
        words[i], verbs[i] = "month", False  # not the hedge
    for first, stop, word in (
        synonyms([stem(text) for text in texts], own.synonyms) if own.synonyms else ()
    ):
        content[first:stop] = [word, *[""] * (stop - first - 1)]
    matches = match_cues(words, roots, cue_table(own))
    starts = [match.first for match in matches]
    for first, stop in _clauses(words, verbs):
        kept = [found for found in content[first:stop] if found]
        if not kept:
            continue
        start = bisect_left(starts, first)
        within = matches[start : min(bisect_left(starts, stop), start + _MOST)]
        cues = tuple(
            cue for match in within for cue in _cues(match, sentence, words, content, spans, stop)
        )
        yield Claim(
            sentence=sentence.index,
            at=_trimmed(words, spans, first, stop),
            subject=_subject(sentence.text, verbs, spans, first, stop),
            words=frozenset(kept),
            cues=cues,
            names=frozenset(
                content[i]
                for i in range(first, stop)
                if content[i] and texts[i][0].isupper() and (i > 0 or texts[i].isupper())
            ),
            denied=frozenset(h for c in cues if c.kind is CueKind.DENIAL for h in c.heads),
            source=_source(sentence.text, words, spans, first, stop, within),
        )


class _Word(NamedTuple):
    """What a token is wherever it stands: folded, its root, the root if it has content, a verb."""

    folded: str
    root: str
    content: str
    verb: bool


@lru_cache(maxsize=65536)
def _word(text: str) -> _Word:
    folded = text.casefold().replace("’", "'")
    found = root(text) if text[0].isalpha() else ""
    # Without a parser a verb shows where it is an auxiliary, or has a past form.
    verb = folded in AUXILIARIES or (len(folded) > 4 and folded.endswith("ed"))
    return _Word(folded, found, "" if folded in _EMPTY else found, verb)


def _months(texts: list[str]) -> list[int]:
    """Where "May" is the month: inside a sentence, or at its head before a day."""
    if "May" not in texts:
        return []
    dated = texts[1:2] and texts[1].isdigit()
    return [i for i, text in enumerate(texts) if text == "May" and (i or dated)]


def _clauses(words: list[str], verbal: list[bool]) -> Iterator[tuple[int, int]]:
    """Cut at semicolons, and at a comma before an opener where both parts have a verb.

    A sentence that opens with "although" and the like is also cut at the comma that ends the
    subordinate clause: the first one behind which a new subject stands.
    """
    marks = [i for i, word in enumerate(words) if word in _CUTTING]
    if not marks:
        yield 0, len(words)
        return
    verbs = [0, *accumulate(verbal)]  # verbs before each word
    waiting = words[0] in SUBORDINATORS
    cuts = []
    for i in marks:
        following = words[i + 1] if i + 1 < len(words) else ""
        if words[i] != "," or following in CLAUSE_OPENERS:
            cuts.append(i)
        elif waiting and following in SUBJECT_OPENERS and verbs[i]:
            cuts.append(i)
            waiting = False
    first = 0
    for number, cut in enumerate(cuts):
        end = cuts[number + 1] if number + 1 < len(cuts) else len(words)
        if words[cut] == ";" or (verbs[first] < verbs[cut] < verbs[end]):
            yield first, cut
            first = cut + 1
    yield first, len(words)


def _cues(
    match: Match,
    sentence: Sentence,
    words: list[str],
    content: list[str],
    spans: list[tuple[int, int]],
    stop: int,
) -> Iterator[Cue]:
    """One cue for each thing that a matched word tells, with the words that it governs."""
    at = Span(spans[match.first][0], spans[match.stop - 1][1])
    text = sentence.text[at.start : at.end]
    senses = _in_context(match, words, stop)
    heads: list[str] = []
    predicate = 0
    for i in range(match.stop, min(stop, match.stop + _FAR)):
        if words[i] in CONTRASTS or words[i] == ";" or (words[i] == "include" and not heads):
            break
        if words[i] in PREDICATES and words[match.first] in _DETERMINERS and not predicate:
            predicate = len(heads)
        if content[i]:
            heads.append(content[i])
            if len(heads) == _REACH[CueKind.DENIAL]:
                break
    if 0 < predicate < len(heads):
        heads.insert(0, heads.pop(predicate))
    for sense in senses:
        reach = _REACH.get(sense.kind, 2)
        yield Cue(sense.kind, sense.value, at, text, tuple(heads[:reach]), sense.scale)


def _in_context(found: Match, words: list[str], stop: int) -> Iterator[Sense]:
    """What a matched word tells where it stands."""
    rest = words[found.stop : min(stop, found.stop + _FAR)]
    following = rest[0] if rest else ""
    first, before = words[found.first], words[found.first - 1] if found.first else ""
    for sense in found.senses:
        match sense.kind:
            case CueKind.FUTURE if words[found.stop - 1] == "to" and following in _ARTICLES:
                continue  # "agreed to the framework" plans nothing
            case CueKind.DENIAL if first == "no" and (following == "." or following.isdigit()):
                continue  # "No. 12"
            case CueKind.DENIAL if DEGREES & {*rest[:_NEAR]} or EXCEPTIONS & {*rest}:
                yield Sense(CueKind.SHORTFALL, 1.0, "")  # "did not provide adequate services"
            case CueKind.OBLIGATION if first in IMPERATIVES and before:
                continue  # who publishes is not asked to publish
            case CueKind.HEDGE if first == "may" and before == "you":
                yield Sense(CueKind.OBLIGATION, 0.25, "")  # a permission
            case CueKind.CONDITION if following.startswith("you"):
                continue  # a condition of the reader, not of what is said
            case _:
                yield sense


def _trimmed(words: list[str], spans: list[tuple[int, int]], first: int, stop: int) -> Span:
    """The clause without the marks and the joining word around it."""
    while first < stop - 1 and (words[first] in {"and", "but", ","} or not words[first].isalnum()):
        first += 1
    while stop > first + 1 and words[stop - 1] in {",", ".", ";", ":", "and"}:
        stop -= 1
    return Span(spans[first][0], spans[stop - 1][1])


def _subject(
    text: str, verbs: list[bool], spans: list[tuple[int, int]], first: int, stop: int
) -> str:
    """The words before the first verb of the clause, as they stand."""
    for i in range(first, stop):
        if verbs[i]:
            return text[spans[first][0] : spans[i][0]].strip(" ,;") if i > first else ""
    return ""


def _source(
    text: str,
    words: list[str],
    spans: list[tuple[int, int]],
    first: int,
    stop: int,
    matches: list[Match],
) -> str | None:
    """Who says so: the words after "according to" up to a comma, or those before "reported"."""
    for match in matches:
        if not any(sense.kind is CueKind.SOURCE for sense in match.senses):
            continue
        if words[match.stop - 1] in _BEHIND:
            end = match.stop
            while end < stop and words[end] not in {",", ";"}:
                end += 1
            return text[spans[match.stop - 1][1] : spans[end - 1][1]].strip()
        if first < match.first <= first + 8:
            return text[spans[first][0] : spans[match.first][0]].strip(" ,")
    return None
