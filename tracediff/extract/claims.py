"""Reading claims: an edition in, one claim for each clause that asserts something out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate, compress, pairwise
from typing import NamedTuple

from tracediff.extract.claim_context import told
from tracediff.extract.claim_cues import Match, Sense, cue_table, match_cues
from tracediff.lexicon.clauses import (
    AUXILIARIES,
    CLAUSE_OPENERS,
    CONTRASTS,
    LIGHT_WORDS,
    PREDICATES,
    SUBJECT_OPENERS,
    SUBORDINATORS,
)
from tracediff.model import BlockKind, Claim, Cue, CueKind, Edition, Sentence, Span
from tracediff.model.record import replaced
from tracediff.settings import Words
from tracediff.text.seasons import seasons
from tracediff.text.words import FUNCTION_WORDS, TOKEN, root, stem, synonyms

_REACH = {CueKind.DENIAL: 6, CueKind.SCOPE: 3}  # content words that a cue governs; others two
_FAR = 25  # words behind a cue; what stands further off it does not govern
_MOST = 60  # cues in one clause; a longer run is no prose
_SILENT = frozenset({BlockKind.HEADING, BlockKind.REFERENCE, BlockKind.TABLE})
_LISTED = 9  # words behind a comma in which the last part of a name that is a list begins
_BEHIND = frozenset({"to", "of", "by", "from"})  # behind "according to" stands who says so
_DETERMINERS = frozenset({"no", "none", "nobody", "neither", "no one"})
_CUTTING = frozenset({",", ";", ":", "—", "–"})
_EMPTY = FUNCTION_WORDS | LIGHT_WORDS


def claims(editions: Iterable[Edition], words: Words | None = None) -> list[tuple[Claim, ...]]:
    """What every clause of each edition asserts, in the order of the text.

    Headings, tables and references assert nothing and are passed over. A sentence that comes again
    asserts the same, and is read once. ``words`` are a team's own, beside those that come with
    tracediff.
    """
    words = words or Words()
    known: dict[str, tuple[Claim, ...]] = {}
    return [tuple(_asserted(edition, words, known)) for edition in editions]


def _asserted(
    edition: Edition, words: Words, known: dict[str, tuple[Claim, ...]]
) -> Iterator[Claim]:
    for sentence in edition.sentences:
        if sentence.kind in _SILENT:
            continue
        if sentence.text in known:
            yield from (replaced(c, sentence=sentence.index) for c in known[sentence.text])
        else:
            known[sentence.text] = found = tuple(sentence_claims(sentence, words))
            yield from found


def sentence_claims(sentence: Sentence, own: Words | None = None) -> Iterator[Claim]:
    """The claims of one sentence, one for each clause with content words."""
    own = own or Words()
    spans = [match.span() for match in TOKEN.finditer(sentence.text)]
    texts = [sentence.text[start:end] for start, end in spans]
    columns = zip(*map(_word, texts), strict=True)
    words, roots, content, verbs, capitals = (list(column) for column in columns)
    capitals[0] = texts[0].isupper()  # whatever opens a sentence has a capital
    for i in _months(texts):
        words[i], verbs[i] = "month", False  # not the hedge
    for i in seasons(texts):
        words[i] = roots[i] = content[i] = "autumn"  # not the verb
        verbs[i] = False
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
        senses = [
            tuple(told(match, earlier, words, texts, stop))
            for earlier, match in pairwise([None, *within])
            if match is not None
        ]
        tellers = [
            match
            for match, found in zip(within, senses, strict=True)
            if any(sense.kind is CueKind.SOURCE for sense in found)
        ]
        cues = tuple(
            cue
            for match, found in zip(within, senses, strict=True)
            if found
            for cue in _cues(match, found, sentence, words, content, spans, stop)
        )
        yield Claim(
            sentence=sentence.index,
            at=_trimmed(words, spans, first, stop),
            subject=_subject(sentence.text, verbs, spans, first, stop),
            words=frozenset(kept),
            cues=cues,
            names=frozenset(filter(None, compress(content[first:stop], capitals[first:stop]))),
            denied=frozenset(h for c in cues if c.kind is CueKind.DENIAL for h in c.heads),
            source=_source(sentence.text, words, spans, first, stop, tellers),
        )


class _Word(NamedTuple):
    """What a token is wherever it stands: folded, its root, the root if it has content, whether it
    is a verb and has a capital."""

    folded: str
    root: str
    content: str
    verb: bool
    capital: bool


@lru_cache(maxsize=65536)
def _word(text: str) -> _Word:
    folded = text.casefold().replace("’", "'")
    head = text[0]
    found = root(text) if head.isalpha() else ""
    # Without a parser a verb shows where it is an auxiliary, or has a past form.
    verb = folded in AUXILIARIES or (len(folded) > 4 and folded.endswith("ed"))
    return _Word(folded, found, "" if folded in _EMPTY else found, verb, head.isupper())


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
    senses: tuple[Sense, ...],
    sentence: Sentence,
    words: list[str],
    content: list[str],
    spans: list[tuple[int, int]],
    stop: int,
) -> Iterator[Cue]:
    """One cue for each thing that a matched word tells, with the words that it governs."""
    at = Span(spans[match.first][0], spans[match.stop - 1][1])
    text = sentence.text[at.start : at.end]
    heads: list[str] = []
    predicate = 0
    for i in range(match.stop, min(stop, match.stop + _FAR)):
        if (
            words[i] in CONTRASTS
            or words[i] == ";"
            or (words[i] == "include" and not heads and words[i - 1] != "to")
        ):
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
    if True not in verbs[first + 1 : stop] or verbs[first]:
        return ""
    return text[spans[first][0] : spans[verbs.index(True, first)][0]].strip(" ,;")


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
        if words[match.stop - 1] in _BEHIND:
            end = _end_of_name(text, words, spans, match.stop, stop)
            return text[spans[match.stop - 1][1] : spans[end - 1][1]].strip()
        while first < match.first and words[first] in CLAUSE_OPENERS:
            first += 1
        if first < match.first <= first + 8:
            return text[spans[first][0] : spans[match.first][0]].strip(" ,")
    return None


def _end_of_name(
    text: str, words: list[str], spans: list[tuple[int, int]], start: int, stop: int
) -> int:
    """The word behind who says so: at a comma, but not at those of a name that is a list.

    "According to the Ministry of Ports, Ships, and Fish, …" names one ministry.
    """
    end = start
    while end < stop and words[end] != ";":
        if words[end] == ",":
            further = range(end + 1, min(end + _LISTED, stop - 1))
            last = next((i for i in further if words[i] == "and"), None)
            if last is None or not all(
                text[spans[i][0]].isupper() or words[i] == ","
                for i in (*range(end + 1, last), last + 1)
            ):
                break
            end = last + 1
        end += 1
    return end
