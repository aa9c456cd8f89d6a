"""What a statement says of a figure of prose beside the thing that it counts.

Two shares are of one measure only where both say them of the same item of a list ("Germany (4%)"),
of the same class of time ("for more than six years"), as often ("daily"), and of the same opinion
("wish that it stays as it is"). Who just says less says nothing else.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Final, NamedTuple

from tracediff.lexicon.claims import FREQUENCIES, RECURRENCES
from tracediff.lexicon.grammar import AUXILIARIES
from tracediff.lexicon.layout import FUNCTION_WORDS
from tracediff.lexicon.numbers import UNITS
from tracediff.lexicon.opinions import OPINIONS
from tracediff.lexicon.participles import FREQUENCY
from tracediff.lexicon.syntax import BE
from tracediff.model import Bound, Fact, FactKind, Reading
from tracediff.model.syntax import NOWHERE, Relation
from tracediff.syntax import Parse, parse
from tracediff.text.words import root


class Scope(NamedTuple):
    """What tells one share of a sentence, or a count in brackets, from the others.

    ``item`` are the roots of the name that a bracketed figure stands behind, ``words`` those of all
    that is said of it, ``spans`` the classes of time, ``often`` how often something is done, each
    as a step of a scale, ``opinion`` the roots of what is thought or wished. ``spans`` has other
    classes too ("by fewer than ten users"). ``bounds`` are the places in the sentence of the
    numbers that bound a class. ``whose`` are the roots of
    what those do of whom alone it is said: "of the offices who knew the number, …". ``origin`` are
    the roots of where they are or come from: "9% of the cases were from the coast".
    """

    item: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    spans: frozenset[str] = frozenset()
    often: frozenset[float] = frozenset()
    opinion: frozenset[str] = frozenset()
    bounds: frozenset[int] = frozenset()
    whose: frozenset[str] = frozenset()
    origin: frozenset[str] = frozenset()

    def unlike(self, other: Scope) -> bool:
        """Whether both say of what their figures are, and each something else."""
        return (
            self._of_others(other)
            or other._of_others(self)
            or any(
                one and two and one != two
                for one, two in ((self.spans, other.spans), (self.often, other.often))
            )
            or bool(self.opinion and other.opinion and self.opinion.isdisjoint(other.opinion))
            or bool(self.whose and other.whose and self.whose.isdisjoint(other.whose))
            or bool(self.origin and other.origin and self.origin.isdisjoint(other.origin))
        )

    def _of_others(self, other: Scope) -> bool:
        """Whether a figure is of an item that the other one's part of its sentence never names."""
        named = other.item or other.words
        return bool(self.item and named) and self.item.isdisjoint(named)


EVERYWHERE: Final = Scope()
"""What tells a figure from no other."""


def scopes(reading: Reading, within: Container[int] | None = None) -> Mapping[int, Scope]:
    """The scope of each share and count of prose, by the index of its fact.

    Only some sentences are read where they are named.
    """
    by_sentence: defaultdict[int, list[Fact]] = defaultdict(list)
    for fact in reading.facts:
        counts = fact.kind in _COUNTED and fact.unit not in _TIMES and fact.value is not None
        if fact.table is None and counts and (within is None or fact.sentence in within):
            by_sentence[fact.sentence].append(fact)
    return {
        fact.index: scope
        for sentence, facts in by_sentence.items()
        for fact, scope in _of_sentence(facts, reading.edition.sentences[sentence].text)
    }


_COUNTED: Final = frozenset({FactKind.SHARE, FactKind.LEVEL})


def class_bounds(reading: Reading, said: Mapping[int, Scope]) -> frozenset[int]:
    """The figures that only bound the class that a share is of: "12% for more than 15 years", "98%
    were seen by fewer than ten users"."""
    bounds = {(reading.facts[at].sentence, b) for at, scope in said.items() for b in scope.bounds}
    return frozenset(f.index for f in reading.facts if (f.sentence, f.at.start) in bounds)


def _of_sentence(facts: Sequence[Fact], text: str) -> Iterator[tuple[Fact, Scope]]:
    """Each figure with its scope: its part of a sentence goes from it to the next such figure.

    A figure that nothing is said behind has what stands before it, and so has the first one. An
    item of a list is said before its figure.
    """
    if all(fact.kind is not FactKind.SHARE for fact in facts) and not _HINTS.search(text.lower()):
        return
    found = parse(text)
    held = [(own.start, own.stop, f) for f in facts if (own := _tokens_of(found, f))]
    items = [_item(found, first, stop) for first, stop, _ in held]
    shared_out = respectively(found, [(first, stop) for first, stop, _ in held])
    whose = _whose(found)
    for at, (first, stop, fact) in enumerate(held):
        before = held[at - 1][1] if at else 0
        after = found.tokens.size
        if at + 1 < len(held):
            after = min((*items[at + 1], held[at + 1][0]))
        behind = not items[at] and any(_tells(found, i) for i in range(stop, after))
        ahead = items[at] or (() if behind and at else range(before, first))
        part = [*ahead, *(() if items[at] else range(stop, after))]
        own = shared_out[at] if shared_out else range(0)
        apart = whose.words if first >= whose.stop else frozenset()
        origin = _origin(found, first)
        if fact.kind is FactKind.SHARE or items[at] or own or apart or origin:
            item = frozenset(root(found.tokens.low[i]) for i in own if _tells(found, i))
            item = item or _names(found, items[at])
            scope = _scope(found, part, item, fact.kind is FactKind.SHARE)
            classes = _classes(found, (first, fact), held)
            yield (
                fact,
                scope._replace(
                    whose=apart,
                    origin=origin,
                    spans=scope.spans | frozenset(classes.values()),
                    bounds=scope.bounds | frozenset(classes),
                ),
            )


# what a count needs in its sentence to be told from others: brackets, a list that figures are told
# of in turn, whose it is, or where those are that are counted
_HINTS: Final = re.compile(
    rf"\(|respectively|\A\W*(?:of|among)\b|(?<![^\W\d_])(?:{'|'.join(sorted(BE))})(?![^\W\d_])"
)


def _classes(
    found: Parse, share: tuple[int, Fact], held: Sequence[tuple[int, int, Fact]]
) -> Mapping[int, str]:
    """The bounds of the class that a share is of, by their places: "98% of the pins were seen by
    fewer than ten users" counts no users."""
    at, own = share
    clause = found.clauses[found.clause_at[at]]
    if own.kind is not FactKind.SHARE or NOWHERE in (clause.subject, clause.verb):
        return {}
    if not found.phrases[clause.subject].first <= at < found.verbs[clause.verb].first:
        return {}
    behind = (
        (fact, first)
        for first, _, fact in held
        if fact.kind is not FactKind.SHARE and first >= found.verbs[clause.verb].stop
    )
    return {
        fact.at.start: f"{fact.bound} {fact.value} {fact.counted}"
        for fact, first in behind
        if found.clause_at[first] == found.clause_at[at] and _bounds_class(fact)
    }


def _bounds_class(fact: Fact) -> bool:
    """Whether a figure says how many at least or at most, or that there are none."""
    return fact.bound not in (Bound.EXACT, Bound.ABOUT) or fact.value == 0


def _origin(found: Parse, at: int) -> frozenset[str]:
    """The roots of what stands behind "were from", "are in" or the like in the clause of a figure,
    or in the one that its brackets stand in."""
    clause = found.clauses[found.clause_at[at]]
    while clause.relation in _INSIDE and clause.parent != NOWHERE:
        clause = found.clauses[clause.parent]  # what hangs on the subject is of the whole
    if clause.verb == NOWHERE or found.tokens.low[found.verbs[clause.verb].head] not in BE:
        return frozenset()
    stop = found.verbs[clause.verb].stop
    phrase = next((p for p in found.phrases if p.preposition == stop), None)
    if phrase is None or phrase.governor != NOWHERE or found.tokens.low[stop] in _STANDING:
        return frozenset()
    return frozenset(
        root(found.tokens.low[i]) for i in range(phrase.first, phrase.stop) if _tells(found, i)
    )


_INSIDE: Final = frozenset({Relation.ASIDE, Relation.PARTICIPLE, Relation.RELATIVE})
# behind "were" these tell of an amount or a time: "was at 5%", "were above those of May"
_STANDING: Final = frozenset("at above below over under about around between before after".split())


def respectively(found: Parse, figures: Sequence[tuple[int, int]]) -> Sequence[range]:
    """The members of a list that as many figures are told of, each in its turn; else none.

    "Herring, cod and hake lost 10%, 7% and 6%, respectively."
    """
    if "respectively" not in found.tokens.low:
        return ()
    inside = {i for first, stop in figures for i in range(first, stop)}
    run: list[range] = []
    for members in _members(found):
        joined = run and all(
            found.tokens.low[i] in _JOINING for i in range(run[-1].stop, members.start)
        )
        if not inside.isdisjoint(members) or (run and not joined):
            if len(run) == len(figures) > 1:
                break
            run = []
        if inside.isdisjoint(members):
            run.append(members)
    return run if len(run) == len(figures) > 1 else ()


def _members(found: Parse) -> Iterator[range]:
    """The noun phrases of a sentence; of one that lists names without articles, each name."""
    for phrase in found.phrases:
        first = phrase.first
        for at in range(first, phrase.head + 1):
            if found.tokens.low[at] in _JOINING and at > first:
                yield range(first, at)
                first = at + 1
        yield range(first, phrase.head + 1)


_JOINING: Final = frozenset({",", "and", "or", "the", "&"})


class _Whose(NamedTuple):
    """What those do of whom alone a sentence speaks, and where it goes on."""

    words: frozenset[str] = frozenset()
    stop: int = 0


def _whose(found: Parse) -> _Whose:
    """What a sentence opens with: "Of the 147 offices who knew the number, …"."""
    low = found.tokens.low
    if not found.tokens.size or low[0] not in ("of", "among"):
        return _Whose()
    stop = next((i for i in range(found.tokens.size) if low[i] == ","), 0)
    who = next((i for i in range(1, stop) if low[i] in ("who", "that", "which")), 0)
    if not who:
        return _Whose()
    return _Whose(frozenset(root(low[i]) for i in range(who, stop) if _tells(found, i)), stop)


def _tokens_of(found: Parse, fact: Fact) -> range:
    """The tokens of a figure; none of "half a year"."""
    t = found.tokens
    inside = [i for i in range(t.size) if fact.at.start <= t.start[i] < fact.at.end]
    if not inside or (t.low[inside[-1] + 1] in _ONE and t.low[inside[-1]] == "half"):
        return range(0)
    return range(inside[0], inside[-1] + 1)


def _item(found: Parse, first: int, stop: int) -> range:
    """The tokens of the noun phrase that a figure in brackets ends, as an item of a list does.

    "Germany (4%) and France (5%)"; but "half of us (53%) agree" lists nothing.
    """
    low = found.tokens.low
    if low[first - 1] != "(" or low[stop] != ")" or first < 2:
        return range(0)
    if found.tags[stop + 1 : stop + 2] and found.tags[stop + 1][:2] in _GOES_ON:
        return range(0)
    at = found.phrase_at[first - 2]
    return range(found.phrases[at].first if at >= 0 else first - 2, first - 1)


_GOES_ON: Final = frozenset({"VB", "MD", "RB", "WP", "WD"})


def _names(found: Parse, item: range) -> frozenset[str]:
    """The roots of the names of an item: "fishing (12%)" may be called angling next year."""
    t = found.tokens
    return frozenset(root(t.low[i]) for i in item if t.text[i][0].isupper() and i)


def _scope(found: Parse, part: Sequence[int], item: frozenset[str], share: bool) -> Scope:
    t = found.tokens
    words = frozenset(root(t.low[i]) for i in part if _tells(found, i))
    if not share:
        return Scope(item, words)
    often = frozenset(_STEPS[w] for w in _OFTEN.findall(" ".join(t.low[i] for i in part)))
    inside = {t.start[i] for i in part}
    spans = {at: told for at, told in _spans(t.source.casefold()) if at in inside}
    opinion = frozenset(_opinion(found, part))
    return Scope(item, words, frozenset(spans.values()), often, opinion, frozenset(spans))


def _tells(found: Parse, i: int) -> bool:
    """Whether a word is one of content."""
    word = found.tokens.low[i]
    return found.tags[i][:2] in _CONTENT and word[0].isalpha() and word not in FUNCTION_WORDS


_CONTENT: Final = frozenset({"NN", "VB", "JJ", "RB", "FW"})


def _opinion(found: Parse, part: Sequence[int]) -> Iterator[str]:
    """The roots of what is thought or wished, its subject left out."""
    low = found.tokens.low
    at = next((n for n, i in enumerate(part) if root(low[i]) in OPINIONS), None)
    if at is None:
        return
    subjects = {c.subject for c in found.clauses} - {NOWHERE}
    for i in takewhile(lambda i: low[i] not in _CONTRASTS, part[at + 1 :]):
        own = _tells(found, i) and found.phrase_at[i] not in subjects
        if own and low[i] not in AUXILIARIES and root(low[i]) not in _OF_TIME:
            yield root(low[i])


_CONTRASTS: Final = frozenset("while whereas although though but".split())
_OF_TIME: Final = frozenset(
    map(root, "year month week quarter last previous past survey compared".split())
)


def _spans(text: str) -> Iterator[tuple[int, str]]:
    """The classes of time that a text tells of ("> 6 year", "2-3 year"), by where they begin."""
    for one in _SPAN.finditer(text):
        longer = one["more"] or one["many"] or one["longer"]
        shorter = one["less"] or one["few"] or one["shorter"]
        least = _LONGER if longer else _SHORTER if shorter else ""
        past = _PERIOD.search(text, max(0, one.start() - _REACH), one.start())
        if (least or one["to"]) and past is None:
            number = str(UNITS.get(one["number"], one["number"]))
            to = f"-{one['to']}" if one["to"] else ""
            yield one.start("number"), f"{least} {_ONE.get(number, number)}{to} {one['unit']}"


_REACH: Final = 12  # characters: "in the previous "
_TIMES: Final = frozenset("minute hour day week month year".split())
_LONGER: Final = ">"
_SHORTER: Final = "<"
_ONE: Final = {"a": "1", "an": "1"}
_NUMBER: Final = rf"\d[\d.,]*|half\ an?|an?|{'|'.join(UNITS)}"
_SPAN: Final = re.compile(
    rf"""
    (?: \b (?: (?P<more> more\ than | longer\ than | over | at\ least )
             | (?P<less> less\ than | fewer\ than | shorter\ than | under | up\ to | within
                       | at\ most ) ) \s )?
    \b (?P<number> {_NUMBER} )
    (?: \s? (?: - | – | to ) \s? (?P<to> \d[\d.,]* ) )?
    (?: \s or\ (?: (?P<many> more ) | (?P<few> less | fewer ) ) )?
    \s (?P<unit> minute | hour | day | week | month | year ) s? \b
    (?: \s or\ (?: (?P<longer> more | longer | older | over )
                 | (?P<shorter> less | shorter | younger | under ) ) \b )?
    """,
    re.VERBOSE,
)
_PERIOD: Final = re.compile(r"\b(?:last|past|previous|first|next)\s*$")

_STEPS: Final[Mapping[str, float]] = (
    dict.fromkeys(FREQUENCY, 0.0)
    | {word: step for word, step in FREQUENCIES.phrases.items() if word in FREQUENCY}
    | {word: step + 1 for word, step in RECURRENCES.phrases.items()}
)
_OFTEN: Final = re.compile(rf"\b(?:{'|'.join(sorted(_STEPS, key=len, reverse=True))})\b")
