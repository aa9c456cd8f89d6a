"""What some words of a sentence are in it: a part of the sentence in, its kind out.

Words that gave way to others can be quoted beside them where both are whole parts of one kind:
"(was: “planned”)" after "The guard began", "(was: “in May”)" after "in June". Other words say
nothing without those around them.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from tracediff.model.syntax import NOWHERE, Relation
from tracediff.syntax import Parse, parse
from tracediff.wording.headlines.length import SIDE
from tracediff.wording.statement_ends import cuts_off, is_loose
from tracediff.wording.statements import Part


class Kind(StrEnum):
    """What a stretch of a sentence is."""

    NAMING = "naming"  # a noun phrase, or words inside one; a gerund
    VERB = "verb"  # a verb, or words of its group, with or without what completes it
    CLAUSE = "clause"  # a subject and its verb
    ADJUNCT = "adjunct"  # when, where, how or which: led by a preposition, a participle, an adverb
    TORN = "torn"  # begins or ends inside a part


def kind(part: Part) -> Kind:
    """What some words of a sentence are in it.

    >>> text = "The guard planned to open the old pier in May."
    >>> [kind(Part(text, text.index(w), text.index(w) + len(w))).value for w in
    ...  ("old", "The guard", "in May", "planned", "The guard planned", "pier in")]
    ['naming', 'naming', 'adjunct', 'verb', 'clause', 'torn']
    """
    p = parse(part.text)
    held = _held(p, part)
    if not held:
        return Kind.TORN
    phrases, groups = ({of[i] for i in held} for of in (p.phrase_at, p.verb_at))
    if len(phrases) == 1 and NOWHERE not in phrases:
        return Kind.NAMING
    if len(groups) == 1 and NOWHERE not in groups:
        return _of_verb(p, held.start)
    return Kind.TORN if _is_torn(p, held) else _kind(p, held)


def gives_way(old: Part, new: Part) -> bool:
    """Whether some words can be quoted as those that others took the place of: both are whole parts
    of their sentences, and of one kind, or so few that the rest is understood.

    >>> gives_way(Part("Cod grew.", 4, 8), Part("Cod fell.", 4, 8))
    True
    >>> gives_way(Part("In June, the old court met.", 3, 26), Part("A court met.", 0, 11))
    False
    """
    if _are_few(old, new):
        return True
    kinds = {kind(old), kind(new)}
    return len(kinds) == 1 and Kind.TORN not in kinds


def stands(part: Part) -> bool:
    """Whether some words are a statement that needs no more words.

    >>> stands(Part("A court met in May.", 0, 18)), stands(Part("A court freed Ivo.", 0, 13))
    (True, False)
    """
    p = parse(part.text)
    held = _held(p, part)
    return kind(part) is Kind.CLAUSE and not _ends_inside(p, held.stop)


def _are_few(*parts: Part) -> bool:
    return all(len(part.text[part.start : part.stop].split()) <= _FEW for part in parts)


_FEW: Final = 4  # words: "has yet to release" beside "released"


def completed(old: Part, new: Part) -> tuple[Part, Part]:
    """Two parts, of which one begins or ends inside a phrase or a verb, with the words of that
    which both sentences have.

    >>> old, new = "We met in the large hall.", "We met once, on a day in May, in the small hall."
    >>> [p.text[p.start : p.stop] for p in completed(Part(old, 7, 19), Part(new, 7, 42))]
    ['in the large hall', 'once, on a day in May, in the small hall']
    """
    if _are_few(old, new) or Kind.TORN not in (kind(old), kind(new)):
        return old, new
    parses = parse(old.text), parse(new.text)
    held = [_held(p, part) for p, part in zip(parses, (old, new), strict=True)]
    if not all(held):
        return old, new
    ahead = max(_missing_ahead(p, one) for p, one in zip(parses, held, strict=True))
    behind = max(_missing_behind(p, one) for p, one in zip(parses, held, strict=True))
    low = [p.tokens.low for p in parses]
    if (
        low[0][held[0].start - ahead : held[0].start]
        != low[1][held[1].start - ahead : held[1].start]
    ):
        ahead = 0
    if low[0][held[0].stop : held[0].stop + behind] != low[1][held[1].stop : held[1].stop + behind]:
        behind = 0
    wide = [range(one.start - ahead, one.stop + behind) for one in held]
    return _part(parses[0], wide[0], old), _part(parses[1], wide[1], new)


def _part(p: Parse, held: range, part: Part) -> Part:
    return Part(part.text, p.tokens.start[held.start], p.tokens.end[held.stop - 1])


def quoted(part: Part, most: int = SIDE) -> str:
    """The words of a part, up to the last phrase that ends within so many of them; "" where that
    is not half of them.

    >>> text = "The board, which has chapters in ten ports, met."
    >>> quoted(Part(text, 0, 42), 6)
    'The board, which has chapters'
    """
    p = parse(part.text)
    held = _held(p, part)
    for stop in range(held.stop, held.start, -1):
        words = p.tokens.words(held.start, stop)
        count = len(words.split())
        if count <= most and (stop == held.stop or not _ends_inside(p, stop)):
            return words if count >= most / 2 or stop == held.stop else ""
    return ""


def _held(p: Parse, part: Part) -> range:
    """The tokens of a part, without marks at its ends."""
    inside = [
        i
        for i in range(p.tokens.size)
        if p.tokens.end[i] > part.start
        and p.tokens.start[i] < part.stop
        and any(map(str.isalnum, p.tokens.text[i]))
    ]
    return range(inside[0], inside[-1] + 1) if inside else range(0)


def _missing_ahead(p: Parse, held: range) -> int:
    """How many words before a stretch belong to the phrase or verb that it begins in."""
    phrase, group = p.phrase_at[held.start], p.verb_at[held.start]
    first = p.phrases[phrase].first if phrase != NOWHERE else held.start
    return held.start - (p.verbs[group].first if group != NOWHERE else first)


def _missing_behind(p: Parse, held: range) -> int:
    """How many words behind a stretch belong to the phrase or verb that it ends in."""
    phrase, group = p.phrase_at[held.stop - 1], p.verb_at[held.stop - 1]
    stop = p.phrases[phrase].stop if phrase != NOWHERE else held.stop
    return (p.verbs[group].stop if group != NOWHERE else stop) - held.stop


def _is_torn(p: Parse, held: range) -> bool:
    """Whether a stretch begins inside a phrase or a verb, or ends where more must follow."""
    phrase = p.phrase_at[held.start]
    led = phrase != NOWHERE and p.phrases[phrase].preposition != NOWHERE
    says = any(p.verb_at[i] != NOWHERE and p.verbs[p.verb_at[i]].finite for i in held)
    group = p.verb_at[held.stop - 1]
    whole = group != NOWHERE and p.verbs[group].stop == held.stop  # its object is in both texts
    ends = held.stop < p.tokens.size and is_loose(p, held.stop) and not whole
    marks = "".join(p.tokens.text[i] for i in held if p.tokens.text[i] in "()")
    return _missing_ahead(p, held) > 0 or ends or (led and says) or marks.replace("()", "") != ""


def _ends_inside(p: Parse, at: int) -> bool:
    """Whether a stretch that ends before a place needs more."""
    return at < p.tokens.size and (is_loose(p, at) or cuts_off(p, at))


def _kind(p: Parse, held: range) -> Kind:
    verbs = [p.verbs[g] for g in sorted({p.verb_at[i] for i in held} - {NOWHERE})]
    if p.verb_at[held.start] != NOWHERE:
        return _of_verb(p, held.start)
    if p.tags[held.start][:2] == "RB" and p.verb_at[held.start + 1] != NOWHERE:
        return _of_verb(p, held.start + 1)
    describes = any(c.first == held.start and c.relation in _DESCRIBING for c in p.clauses)
    said = [v for v in verbs if v.finite and not describes]
    if any(held.start <= _subject(p, v.clause) < v.first for v in said):
        return Kind.CLAUSE
    if said:
        return Kind.VERB
    named = p.phrase_at[held.start] != NOWHERE and not describes
    return Kind.NAMING if named else Kind.ADJUNCT


_DESCRIBING: Final = frozenset({Relation.RELATIVE, Relation.PARTICIPLE, Relation.INFINITIVE})


def _of_verb(p: Parse, at: int) -> Kind:
    """What a stretch is that begins with a verb: "repairing piers" behind "including" is a thing,
    behind a noun it tells which one is meant."""
    group = p.verbs[p.verb_at[at]]
    if group.finite or group.first < at:
        return Kind.VERB
    first = group.first
    led = first > 0 and p.tags[group.head] == "VBG" and p.tags[first - 1] in ("IN", "VBG")
    return Kind.NAMING if led else Kind.ADJUNCT


def _subject(p: Parse, clause: int) -> int:
    subject = p.clauses[clause].subject if clause != NOWHERE else NOWHERE
    return p.phrases[subject].first if subject != NOWHERE else NOWHERE
