"""One statement out of a long sentence: a sentence and what to look for in, a few words out.

A statement is a finite clause with its subject and what its verb needs: "the head of the office was
dismissed", not "the head of the office was". Of several the one is taken that holds a figure, or
most of the words that another sentence does not have; it ends where a phrase ends.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import product
from typing import Final

from tracediff.lexicon.numbers import SCALES
from tracediff.lexicon.syntax import SAYING, SAYING_OF
from tracediff.model.record import Record, replaced
from tracediff.model.syntax import NOWHERE, Clause, Relation
from tracediff.syntax import Parse, parse, tagged
from tracediff.syntax.closed import direct
from tracediff.text.tokens import TOKEN
from tracediff.text.words import FUNCTION_WORDS, root

_STARTING: Final = frozenset(
    {Relation.MAIN, Relation.COORDINATE, Relation.ASIDE, Relation.SUBORDINATE, Relation.COMPLEMENT}
)
_NEEDED: Final = frozenset({Relation.INFINITIVE, Relation.COMPLEMENT})
_MARKS: Final = frozenset(",;:—–-()")
_SUPPOSING: Final = frozenset(
    "if unless whether until before after once provided where wherever when whenever how"
    " why".split()
)
_TURNS: Final = [[",", word] for word in "but while although though whereas yet".split()]
_CONDITIONS: Final = frozenset("if unless except without only where when provided".split())
_REPORTING: Final = (SAYING | SAYING_OF) - frozenset(
    "believe believes believed argue argues argued allege alleges alleged claim claims claimed"
    " expect expects expected suggest suggests suggested assert asserts asserted believing arguing"
    " claiming expecting suggesting asserting".split()
)
_ALIKE: Final = 0.3  # of the words of substance of two statements; fewer are of other matters
_POINTING: Final = frozenset(
    "it they he she this these those that you one some many such others who which what".split()
)


def statement(text: str, most: int, room: int, wanted: Callable[[int, int], float]) -> str:
    """The statement of a sentence that is wanted most; "" for none.

    ``wanted`` weighs the words from one offset to another. The statement has ``most`` words where
    these hold what is wanted, and ``room`` for what its verb needs. What only says who says so is
    left out.
    """
    p = parse(text)
    weighed = [(_weight(p, one, wanted), one) for one in _statements(text)]
    for weight, one in sorted(weighed, key=lambda pair: (-pair[0], pair[1].start)):
        ends = [*_stops(p, one)]
        said = _said(p, one, most, room, wanted) if weight > 0 else None
        if said is not None and ends[-1] == one.stop and len(one.words(p).split()) <= room:
            said = one
        if said is not None:
            return said.words(p)
    return ""


@dataclass(frozen=True, slots=True)
class Part(Record):
    """A sentence, and the part of it that a headline is about: from one offset to another."""

    text: str
    start: int = 0
    stop: int = 1 << 30


def agreeing(old: Part, new: Part, most: tuple[int, int], room: int) -> tuple[str, str] | None:
    """The statements about one matter that two sentences make, each in about so many words, and
    both in the room there is; the older is "" where there is none for it.

    None where no two share two words of substance and a third of all.

    >>> agreeing(Part("It is dark, and kings pay a toll."), Part("Kings pay no toll."), (9, 9), 20)
    ('kings pay a toll', 'Kings pay no toll')
    """
    pairs = [
        (_likeness(before, after), one, two)
        for (one, before), (two, after) in product(_rooted(old), _rooted(new))
    ]
    found = max(
        (pair for pair in pairs if pair[0] >= _ALIKE), key=lambda pair: pair[0], default=None
    )
    if found is None:
        return None
    later = _in_words(new.text, found[2], most[1], room, _of_part(new, old.text))
    left = room - len(later.split()) - 1  # the word that leads to it
    earlier = _in_words(old.text, found[1], min(most[0], left), left, _of_part(old, new.text))
    return earlier, later


def _of_part(part: Part, other: str) -> Callable[[int, int], float]:
    """Wants the figure that a part points at, or the words that another text does not have."""
    return holding(part.start) if part.stop - part.start == 1 else unlike(part.text, other)


def _likeness(before: frozenset[str], after: frozenset[str]) -> float:
    """How far two statements are about the same; those that say the same come last."""
    shared = len(before & after)
    if shared < 2:
        return 0.0
    if before == after:
        return _ALIKE
    return max(2 * shared / (len(before) + len(after)), shared / min(len(before), len(after)) - 0.3)


def _in_words(
    text: str, one: _Statement, most: int, room: int, wanted: Callable[[int, int], float]
) -> str:
    """A statement in about so many words with what is wanted, else with what it says first."""
    p = parse(text)
    said = _said(p, one, most, room, wanted) or _said(p, one, most, room, anything)
    return said.words(p) if said is not None else ""


def _rooted(part: Part) -> list[tuple[_Statement, frozenset[str]]]:
    """The statements of a part of a sentence with their words of substance, numbers apart."""
    p = parse(part.text)
    spans = [
        (p.tokens.span(min((one.start, *one.subject)), one.stop), one)
        for one in _statements(part.text)
    ]
    found = [one for at, one in spans if at.start < part.stop and at.end > part.start]
    if not p.verbs and p.tokens.size:  # "Rate of interest: 10%"
        stop = p.tokens.size - (p.tokens.text[p.tokens.size - 1] == ".")
        found = [_Statement(0, stop, stop, range(0))]
    return [(one, frozenset(_of_substance(one.words(p)))) for one in found]


def _of_substance(text: str) -> Iterator[str]:
    return (r for r in _roots(text) if r[0].isalpha() and r not in SCALES)


def within(
    start: int, stop: int, other: Callable[[int, int], float]
) -> Callable[[int, int], float]:
    """Wants what another wish wants, of a part of a sentence alone."""
    return lambda first, last: (
        other(max(first, start), min(last, stop)) if first < stop and last > start else 0.0
    )


def holding(at: int) -> Callable[[int, int], float]:
    """Wants the statement in which an offset stands."""
    return lambda start, end: float(start <= at < end)


def anything(start: int, end: int) -> float:
    """Wants the statement that says most."""
    return float(end - start)


def around(part: Part, room: int) -> str:
    """The statement that holds a part of its sentence, with what stands between its verb and that
    part left out where there is no room for it; "" where there is none.

    >>> text = "Gaps exist in the work of the guard that may hinder rescue at sea, including fuel."
    >>> around(Part(text, text.index("fuel"), len(text) - 1), 12)
    'Gaps exist in the work of the guard, including fuel'
    """
    p = parse(part.text)
    held = [
        i
        for i in range(p.tokens.size)
        if p.tokens.end[i] > part.start and p.tokens.start[i] < part.stop
    ]
    one = _statement_over(p, held) if held else None
    if one is None:
        return ""
    begin = min(one.start, _led_by(p, held[0]))
    end = next((at for at in sorted({*_stops(p, one)}) if at > held[-1]), NOWHERE)
    if end == NOWHERE or (begin < one.start and (one.subject or not _is_ahead(p, begin))):
        return ""
    kept = [*one.subject, *range(begin, end)]
    for left_out in _loose_parts(p, one, range(begin, end), held):
        if len(_joined(p, kept).split()) <= room:
            break
        kept = [i for i in kept if i not in left_out]
    line = _joined(p, kept)
    return line if len(line.split()) <= room else ""


def _statement_over(p: Parse, held: Sequence[int]) -> _Statement | None:
    """The shortest statement that some words stand in, or that they stand straight before."""
    found = [one for one in map(partial(_statement, p), range(len(p.clauses))) if one is not None]
    over = [one for one in found if one.start <= held[0] and held[-1] < one.stop]
    if over:
        return min(over, key=lambda one: one.stop - one.start)
    return next((one for one in found if one.start - held[-1] in (1, 2)), None)


def _led_by(p: Parse, at: int) -> int:
    """Where the phrase with a preposition begins that a word stands in; else the word's place."""
    phrase = p.phrase_at[at]
    first = p.phrases[phrase].preposition if phrase != NOWHERE else NOWHERE
    return first if first != NOWHERE else at


def _is_ahead(p: Parse, at: int) -> bool:
    """Whether a phrase that stands before a statement begins at a place."""
    return at == 0 or p.tokens.text[at - 1] in _MARKS or p.tags[at - 1] == "CC" != p.tags[at]


def _loose_parts(p: Parse, one: _Statement, inside: range, held: Sequence[int]) -> Iterator[range]:
    """What a statement can do without, the longest clause first, then phrases from the last on."""
    clauses = [
        range(c.first, c.stop - (p.tokens.text[c.stop - 1] == "," != p.tokens.text[c.first - 1]))
        for c in p.clauses
        if c.relation in _LOOSE and c.first > one.start and c.stop <= inside.stop
    ]
    phrases = [
        range(phrase.preposition, phrase.stop)
        for phrase in reversed(p.phrases)
        if phrase.preposition >= one.least
        and phrase.stop <= inside.stop
        and p.tokens.low[phrase.preposition] != "of"
    ]
    before = [range(inside.start, one.start)] if inside.start < one.start else []
    for part in (*before, *sorted(clauses, key=len, reverse=True), *phrases):
        goes_on = part.stop < inside.stop and p.tags[part.stop] == "CC"
        if not any(i in part for i in held) and not goes_on and not _is_needed(p, part, held):
            yield part


_LOOSE: Final = frozenset({Relation.RELATIVE, Relation.PARTICIPLE, Relation.ASIDE})


def _is_needed(p: Parse, part: range, held: Sequence[int]) -> bool:
    """Whether what is held hangs on a noun inside a part."""
    inside = {p.phrase_at[i] for i in part} - {NOWHERE}
    hangs = {p.phrases[p.phrase_at[i]].governor for i in held if p.phrase_at[i] != NOWHERE}
    return not inside.isdisjoint(hangs)


def _joined(p: Parse, kept: Sequence[int]) -> str:
    """Words of a sentence in their order, those that were neighbours as they stand."""
    runs: list[list[int]] = []
    for i in kept:
        if runs and runs[-1][-1] == i - 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    line = " ".join(p.tokens.words(run[0], run[-1] + 1) for run in runs)
    return _MARKED.sub(r"\1", line).strip(" ,;")


_MARKED: Final = re.compile(r"\s+([,;:.])(?:\s*[,;:](?=\s))*")


@lru_cache(maxsize=65536)  # asked of one sentence in many turns of phrase
def has_verb(text: str) -> bool:
    """Whether a text says something: it has a finite verb.

    >>> has_verb("Boats were sunk"), has_verb("Between May and June")
    (True, False)
    """
    return any(verb.finite for verb in parse(text).verbs)


def is_phrase(text: str) -> bool:
    """Whether a text is one noun phrase, with what hangs on it, and nothing else.

    >>> is_phrase("The keeper of the pier"), is_phrase("April grew 31 percent")
    (True, False)
    """
    p = parse(text)
    if p.verbs or not p.phrases or p.phrases[0].first > 0:
        return False
    return p.phrases[-1].stop == p.tokens.size and p.tags[0] not in ("IN", "TO", "CC")


def opens_subordinate(text: str) -> bool:
    """Whether a sentence begins with a clause that another one completes: "Where it leaks, …".

    >>> opens_subordinate("Where the pier leaks, we mend it"), opens_subordinate("We mend it")
    (True, False)
    """
    first = text.split(" ", 1)[0].casefold()
    return first in _SUPPOSING | _CONDITIONS or first == "to"


def unlike(text: str, other: str) -> Callable[[int, int], float]:
    """Wants the statement with most words of substance that another text does not have."""
    have = set(_roots(other))
    return lambda start, end: float(sum(r not in have for r in set(_roots(text[start:end]))))


def holds_most(text: str, part: str) -> bool:
    """Whether a text has most of the words of substance of another.

    >>> holds_most("The old pier leaks.", "The pier leaks in May"), holds_most("Rain", "A pier")
    (True, False)
    """
    own, have = [*_roots(part)], {*_roots(text)}
    return 2 * sum(r in have for r in own) > len(own)


def answers(one: str, other: str) -> bool:
    """Whether two statements are of one thing and say different things of it: they share two words
    of substance, and neither says most of the other.

    >>> answers("Ada Brand was fired in May", "Ada Brand had nine complaints")
    True
    >>> answers("Ada Brand was fired", "Nine piers leak"), answers("A pier leaks", "A pier leaks")
    (False, False)
    """
    shared = len({*_roots(one)} & {*_roots(other)})
    return shared > 1 and not (holds_most(one, other) and holds_most(other, one))


def subject(text: str, at: int, most: int) -> str:
    """Who or what the statement is about in which an offset stands, "" where that says little.

    >>> subject("The owners of the old pier have closed it.", 27, 6)
    'The owners of the old pier'
    """
    p = parse(text)
    inside = next((i for i in range(p.tokens.size) if p.tokens.end[i] > at), NOWHERE)
    number = p.clause_at[inside] if inside != NOWHERE else NOWHERE
    while number != NOWHERE:
        clause = p.clauses[number]
        if _is_named(p, clause):
            phrase = p.phrases[clause.subject]
            stop = _phrase_stop(p, phrase.stop, p.tokens.size)
            words = p.tokens.words(phrase.first, stop)
            if stop <= inside and len(words.split()) <= most:
                return words
        number = clause.parent
    return ""


@lru_cache(maxsize=65536)
def opens_with_verb(text: str) -> bool:
    """Whether a line begins with a verb that has no subject: "Launched a hotline".

    >>> opens_with_verb("Launched a hotline"), opens_with_verb("Training for boys stopped")
    (True, False)
    """
    first = TOKEN.search(text)
    closed = direct(first[0]) if first else None  # "The" opens with no verb, whatever follows
    if closed not in _OPENING_VERBS or tagged(text)[0] not in _OPENING_VERBS:
        return False  # as of most lines, which need no further parsing
    return _opens_with_verb(parse(text))


def _opens_with_verb(p: Parse) -> bool:
    return bool(p.verbs) and p.verbs[0].first == 0 and p.tags[0] in _OPENING_VERBS


_OPENING_VERBS: Final = ("VBD", "VBZ", "VBN", None)


def _roots(text: str) -> Iterator[str]:
    return filter(None, map(_root_of, text.split()))


@lru_cache(maxsize=65536)
def _root_of(word: str) -> str:
    """The root of a word of substance; "" for others, and for marks."""
    bare = word.strip(".,;:()“”\"'’").casefold()
    return root(bare) if any(map(str.isalnum, bare)) and bare not in FUNCTION_WORDS else ""


@dataclass(frozen=True, slots=True)
class _Statement(Record):
    """Tokens ``start`` to before ``stop``; it says something from ``least`` on.

    ``subject`` are the tokens of a subject that it shares with the clause before.
    """

    start: int
    least: int
    stop: int
    subject: range

    def words(self, p: Parse) -> str:
        """The words of the statement, its subject first."""
        own = p.tokens.words(self.start, self.stop)
        shared = self.subject
        return f"{p.tokens.words(shared.start, shared.stop)} {own}" if shared else own


@lru_cache(maxsize=64)  # a sentence is asked for its statements with one wish after the other
def _statements(text: str) -> tuple[_Statement, ...]:
    """The statements of a sentence; the first one with the condition that it stands under too."""
    return tuple(_all_statements(parse(text)))


def _all_statements(p: Parse) -> Iterator[_Statement]:
    if p.tokens.size > 1 and _opens_with_verb(p):  # "Launched a hotline", in a list of deeds
        yield _Statement(0, _least(p, p.clause_at[0]), _stop(p, p.clause_at[0], 1), range(0))
    for number, clause in enumerate(p.clauses):
        one = _statement(p, number)
        if one is None:
            continue
        if clause.relation is Relation.MAIN and p.tokens.low[0] in _CONDITIONS:
            if one.start > 1 or clause.first > 0:
                yield replaced(one, start=0, subject=range(0))
            elif p.tokens.low[0] != "when":
                continue  # the condition itself, of which what follows is said
        yield one


def _statement(p: Parse, number: int) -> _Statement | None:
    """The statement that a clause opens; none where it has no subject of its own to name."""
    clause = p.clauses[number]
    if clause.relation not in _STARTING or NOWHERE in (clause.subject, clause.verb):
        return None
    verb = p.verbs[clause.verb]
    if verb.finite and clause.objects and p.tags[verb.first - 1] == "EX" and verb.first > 1:
        stop = _stop(p, number, verb.stop)  # "…, but there were fires"
        return _Statement(verb.first - 1, min(_least(p, number), stop), stop, range(0))
    subject = p.phrases[clause.subject]
    says = p.tokens.low[verb.head] in SAYING and any(
        c.relation is Relation.COMPLEMENT and c.parent == number and _is_named(p, c)
        for c in p.clauses
    )
    if not verb.finite or says or not _is_named(p, clause) or _only_supposed(p, clause):
        return None
    first = _subject_first(p, clause)
    if first == NOWHERE or _disagrees(p, clause):
        return None
    denied = first > 0 and p.tokens.low[first - 1] == "not"  # "not all boats were mended"
    first -= denied
    behind = _phrase_stop(p, subject.stop, verb.first)
    # "Ivo Brand, head of the office, left"; in a list of subjects none goes alone
    listed = "CC" in p.tags[behind : verb.first]
    aside = p.tokens.text[behind] == "," and not listed and first == subject.first
    apart = clause.shared or aside or _has_two_verbs(p, number, behind)
    start = verb.first if apart else first
    if start > verb.first:
        return None
    stop = _stop(p, number, verb.stop)
    least = min(_least(p, number), stop)
    named = range(min(first, subject.first), behind) if denied else range(subject.first, behind)
    return _Statement(start, least, stop, named if apart else range(0))


def _disagrees(p: Parse, clause: Clause) -> bool:
    """Whether a shared subject is of many and its verb of one: then it is another one's."""
    subject, verb = p.phrases[clause.subject], p.verbs[clause.verb]
    return clause.shared and p.tags[subject.head] == "NNS" and p.tags[verb.first] == "VBZ"


def _has_two_verbs(p: Parse, number: int, behind: int) -> bool:
    """Whether what stands behind a subject was read as a participle and is the first of two verbs:
    "the town joined the league and, in May, opened a school"."""
    first = p.verbs[p.clauses[number].verb].first
    begun = any(c.parent == number and c.first == behind for c in p.clauses)
    joints = [i for i in range(behind, first) if p.tags[i] == "CC"]
    return begun and any(p.tokens.text[i + 1] == "," or i + 1 == first for i in joints)


def _subject_first(p: Parse, clause: Clause) -> int:
    """Where the subject of a clause begins, with what the chunk leaves of it: the rest of a name or
    an address, the phrase that it hangs on or stands beside. Nowhere in a relative clause."""
    first, above = p.phrases[clause.subject].first, clause.parent
    joined = clause.relation is Relation.COORDINATE and not clause.shared
    if joined and above != NOWHERE and _lacks_verb(p, p.clauses[above]):
        return p.clauses[above].first  # "Men from Orsk and Norr left": the verb is of all of them
    hangs = p.phrases[clause.subject].governor != NOWHERE
    near = p.phrase_at[first - 1] if first > clause.first else NOWHERE
    beside = near != NOWHERE and p.phrases[near].preposition == NOWHERE  # "a boy age three"
    named = p.tokens.capital(first) and p.tokens.capital(first - 1)
    if first == clause.first or not (beside or named or hangs or p.tokens.glued(first)):
        return first
    if beside and p.tags[p.phrases[clause.subject].head] == "PRP":
        return NOWHERE  # "the rules we have"
    return clause.first + (clause.opener == clause.first)


def _is_attribute(p: Parse, clause: Clause) -> bool:
    """Whether the verb of a clause that shares its subject may be the attribute of a noun:
    "refugees and returned men"."""
    verb = p.verbs[clause.verb]
    last = verb.stop == len(p.phrase_at)  # "and, in the end, did not": the sentence was cut off
    bare = not last and p.phrase_at[verb.stop] != NOWHERE
    bare = bare and p.tags[verb.stop] in ("NN", "NNS", "VBG", "JJ")
    lone = verb.stop == verb.first + 1 and p.tags[verb.head] in ("VBD", "VBN")
    behind = p.tokens.text[verb.first - 1] == ","  # "and, in May, opened a school"
    return (verb.first > clause.first + 1 and not behind) or (lone and bare)


def _lacks_verb(p: Parse, clause: Clause) -> bool:
    """Whether a main clause has no verb that says something of its subject."""
    finite = clause.verb != NOWHERE and p.verbs[clause.verb].finite
    return clause.relation is Relation.MAIN and not finite


def _only_supposed(p: Parse, clause: Clause) -> bool:
    """Whether a clause is supposed, believed or wanted, and not said: "they think it leaks"."""
    if clause.opener != NOWHERE and p.tokens.low[clause.opener] in _SUPPOSING:
        return True
    if clause.relation is not Relation.COMPLEMENT or clause.parent == NOWHERE:
        return _is_misread(p, clause)
    above = p.clauses[clause.parent]
    says = above.verb != NOWHERE and p.tokens.low[p.verbs[above.verb].head] in _REPORTING
    return not says


def _is_misread(p: Parse, clause: Clause) -> bool:
    """Whether the verb of a joined clause belongs to the phrase before it: "the site and size of
    the supply designed to last"."""
    verb = p.verbs[clause.verb]
    lone = verb.stop == verb.first + 1 and p.tags[verb.head] in ("VBD", "VBN")
    near = p.phrase_at[verb.first - 1]
    if clause.shared:
        return clause.opener == NOWHERE or _is_attribute(p, clause)
    joined = clause.relation is Relation.COORDINATE
    if joined and clause.opener == NOWHERE and p.tokens.text[clause.first - 1] not in _MARKS:
        return True  # no mark and no conjunction leads to it
    return joined and not clause.objects and lone and near not in (NOWHERE, clause.subject)


def _is_named(p: Parse, clause: Clause) -> bool:
    """Whether the subject of a clause says what it is about."""
    if clause.subject == NOWHERE:
        return False
    subject = p.phrases[clause.subject]
    if subject.governor != NOWHERE or p.tokens.glued(subject.first):
        return True  # "a bill of $40 was sent": it begins further ahead
    words = [p.tokens.low[i] for i in range(subject.first, subject.stop)]
    if words in (["we"], ["i"], ["you"]) or (words == ["there"] and clause.objects):
        return True  # whoever reports, whoever reads; "there were fires"
    named = (w for w in words if len(w) > 1 and w not in _POINTING and w not in FUNCTION_WORDS)
    return any(word[0].isalpha() for word in named)


def _stop(p: Parse, number: int, at: int) -> int:
    """Where a statement ends: before the next one, or before what stands beside it."""
    one = p.clauses[number]
    ahead = one.relation is Relation.SUBORDINATE and one.first == 0  # "While it rained, …"
    while at < p.tokens.size:
        inside = p.clause_at[at]
        turns = p.tokens.low[at] == "nor" or p.tokens.low[at : at + 2] in _TURNS
        if turns or p.tokens.text[at] in (";", "—", "|"):
            break
        if p.tokens.text[at] == "." and not _is_inside(p, at):
            break
        if inside not in (number, NOWHERE) and _is_beside(p, inside, number):
            break
        if ahead and p.tokens.text[at] == ",":
            break
        at += 1
    while at > 1 and (p.tokens.text[at - 1] in _MARKS or p.tags[at - 1] == "CC"):
        at -= 1
    return at


def _is_inside(p: Parse, at: int) -> bool:
    """Whether a mark stands inside an address or a name: "pkg.go.dev"."""
    return at + 1 < p.tokens.size and p.tokens.start[at + 1] == p.tokens.end[at]


def _is_beside(p: Parse, inside: int, number: int) -> bool:
    """Whether a clause is a statement beside another, and no part of what that says."""
    while inside not in (NOWHERE, number):
        clause = p.clauses[inside]
        beside = clause.relation in (Relation.COORDINATE, Relation.ASIDE)
        if beside and clause.verb != NOWHERE and not _is_misread(p, clause):
            return True
        inside = clause.parent
    return inside != number


def _least(p: Parse, number: int) -> int:
    """Where a clause has said what its verb needs: an object, a place, what was to be done."""
    clause = p.clauses[number]
    end = p.verbs[clause.verb].stop
    objects = [p.phrases[o] for o in clause.objects if p.phrases[o].first >= end]
    if objects and not any(p.tokens.text[i] in _MARKS for i in range(end, objects[0].first)):
        end = _phrase_stop(p, objects[0].stop, p.tokens.size)
    else:
        end = _complement(p, end)
    for child, one in enumerate(p.clauses):
        told = one.shared and one.opener == NOWHERE and one.verb != NOWHERE
        apart = "CC" in p.tags[end : one.first] or _MARKS & {*p.tokens.text[end : one.first]}
        if told and one.parent == number and not apart:
            return max(end, _least(p, child))  # "one guessed half of the boats had left"
        near = one.parent == number and end <= one.first <= end + 1
        led = one.relation is Relation.PARTICIPLE and p.tags[one.first - 1] == "IN"
        if (one.relation in _NEEDED or led) and near and one.verb != NOWHERE:
            return max(end, _least(p, child))
    return end


def _complement(p: Parse, end: int) -> int:
    """Behind a verb without an object: an adjective, or the first phrase with a preposition."""
    at = end
    while p.phrase_at[at : at + 1] == (NOWHERE,) and p.tags[at][:2] in ("RB", "JJ", "RP"):
        at += 1
    if at > end and p.tags[at - 1][:2] == "JJ":
        end = at
    for phrase in p.phrases:
        if phrase.preposition != NOWHERE and at <= phrase.preposition <= at + 1 <= phrase.stop:
            return _phrase_stop(p, phrase.stop, p.tokens.size)
        if phrase.first == at:
            return _phrase_stop(p, phrase.stop, p.tokens.size)
    return end


def _phrase_stop(p: Parse, stop: int, most: int) -> int:
    """The end of a phrase with what hangs on it by "of"."""
    for phrase in p.phrases:
        if phrase.preposition == stop < most and p.tokens.low[stop] == "of":
            return _phrase_stop(p, phrase.stop, most)
    return stop


def _weight(p: Parse, one: _Statement, wanted: Callable[[int, int], float]) -> float:
    return sum(
        wanted(p.tokens.start[part.start], p.tokens.end[part.stop - 1])
        for part in (one.subject, range(one.start, one.stop))
        if part
    )


def _said(
    p: Parse, one: _Statement, most: int, room: int, wanted: Callable[[int, int], float]
) -> _Statement | None:
    """A statement up to the last phrase that ends within so many words, or within the room that
    there is for at least half of what is wanted; None where that is too little."""
    ends = [replaced(one, stop=stop) for stop in _stops(p, one)]
    fits = [(_weight(p, e, wanted), e) for e in ends if len(e.words(p).split()) <= room]
    need = max((weight for weight, _ in fits), default=0.0) / 2
    telling = [e for weight, e in fits if weight >= need > 0]
    whole = [e for e in telling if not _cuts_off(p, e.stop)]
    short = [e for e in whole or telling if len(e.words(p).split()) <= most]
    if short:
        return max(short, key=lambda e: e.stop)
    return min(whole or telling, key=lambda e: e.stop, default=None)


def _cuts_off(p: Parse, at: int) -> bool:
    """Whether what stands from a place on tells which of a thing are meant: "stocks estimated to
    be", "documents | viewed most", "boats | that leak"; or what a clause inside the statement
    needs: "that the guards | left", "to learn how many | sank"."""
    opens = any(
        c.first == at and c.relation in (Relation.PARTICIPLE, Relation.RELATIVE) for c in p.clauses
    )
    inside = (
        c.first < at < c.stop and c.relation in _INSIDE and _is_short(p, number, at)
        for number, c in enumerate(p.clauses)
    )
    short = any(inside) or _lists_on(p, at) or _is_of_what(p, at)
    return short or (opens and p.tokens.text[at - 1] not in _MARKS)


_INSIDE: Final = frozenset({Relation.COMPLEMENT, Relation.INFINITIVE, Relation.RELATIVE})


def _is_of_what(p: Parse, at: int) -> bool:
    """Whether an adjective behind its noun needs what follows: "the bodies responsible | for"."""
    adjective = at > 1 and p.tags[at - 1] == "JJ" and p.tags[at - 2][:2] == "NN"
    return adjective and p.tags[at : at + 1] in (("IN",), ("TO",))


def _lists_on(p: Parse, at: int) -> bool:
    """Whether a comma parts two things of a list: "nets | , ropes, and sails"."""
    if p.tokens.text[at : at + 1] != [","] or p.phrase_at[at - 1] == NOWHERE:
        return False
    last = p.tokens.low[at + 1 : at + 2] in (["and"], ["or"])  # the item behind "and"
    first = at + 1 + last
    behind = p.phrase_at[first] if first < p.tokens.size else NOWHERE
    if behind == NOWHERE or p.phrases[behind].preposition != NOWHERE:
        return False
    stop = _phrase_stop(p, p.phrases[behind].stop, p.tokens.size)
    if last:
        return p.tokens.text[at - 1] != "," and "," in p.tokens.text[:at] and _ends_there(p, stop)
    after = p.tokens.low[stop : stop + 2]
    return after[:1] in (["and"], ["or"]) or (after[:1] == [","] and after[1:] in (["and"], ["or"]))


def _ends_there(p: Parse, at: int) -> bool:
    """Whether a statement may end at a place: no verb follows, of which the phrase is a subject."""
    return at >= p.tokens.size or (p.verb_at[at] == NOWHERE and p.tags[at] not in ("RB", "MD"))


def _is_short(p: Parse, number: int, at: int) -> bool:
    """Whether a clause that ends at a place has no verb yet, or not what its verb needs."""
    clause = p.clauses[number]
    return clause.verb != NOWHERE and at < min(_least(p, number), clause.stop)


def _stops(p: Parse, one: _Statement) -> Iterator[int]:
    """Where a statement may end: where its verb has what it needs, before a preposition, a mark,
    or another clause, and at its end."""
    begun = {c.first for c in p.clauses if c.relation is Relation.INFINITIVE}
    clauses = {c.first for c in p.clauses if not _is_within(p, c)} - begun
    for at in range(one.least, one.stop):
        opens = p.tags[at] in ("IN", "TO", "WDT", "WP", "WRB") and p.tokens.low[at] != "of"
        plain = p.phrase_at[at] == NOWHERE and p.tokens.text[at].islower() and at not in begun
        ends = (opens and plain) or p.tokens.text[at] in _MARKS or at in clauses
        if ends and not _is_loose(p, at):
            yield at
    if one.stop not in begun and (one.stop >= p.tokens.size or not _is_loose(p, one.stop)):
        yield one.stop


def _is_within(p: Parse, clause: Clause) -> bool:
    """Whether a clause stands inside a phrase: "control testing", "pilots and returned sailors"."""
    misread = clause.verb != NOWHERE and _is_misread(p, clause)
    return misread or (*p.tags, "")[clause.first] == "VBG"


def _is_loose(p: Parse, at: int) -> bool:
    """Whether what stands before a place calls for more: a preposition, an adjective without its
    noun, a verb whose object was not found, an item of a list that goes on."""
    behind = at - 1
    if p.tags[behind] in ("IN", "TO", "CC", "DT", "PRP$") or p.tokens.text[behind] in _MARKS:
        return p.tokens.text[behind] != ")"
    if p.tokens.text[at] == ")":
        return True
    verb, phrase = p.verb_at[behind], p.phrase_at[behind]
    if p.tags[behind] == "VBG" and p.tags[at] in ("IN", "TO"):
        return True  # "ideas coming | from boys"
    if verb != NOWHERE:
        group = p.verbs[verb]
        opens = not group.finite and p.clauses[p.clause_at[behind]].first == group.first
        return opens or (not group.passive and p.tokens.text[at] not in (*_MARKS, "."))
    if phrase != NOWHERE and (p.phrases[phrase].stop > at or p.phrases[phrase].joined != NOWHERE):
        return True
    return _lacks_noun(p, behind)


def _lacks_noun(p: Parse, at: int) -> bool:
    """Whether a word is an adjective whose noun is still to come: "an active and engaged crew"."""
    return p.tags[at][:2] == "JJ" and p.tags[at - 1] in ("DT", "PRP$", "IN", "JJ")
