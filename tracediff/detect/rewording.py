"""C301, C303 to C308 without a verdict on the whole: linked sentences in, the words exchanged out.

What two linked sentences say differently is told even where nothing can be said of it with
certainty: both wordings, and the words that differ.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import Final

from tracediff.detect.compared_dates import is_date, year_of
from tracediff.detect.compared_rows import ComparedRows
from tracediff.detect.couples import Couple, Pair, unchanged
from tracediff.detect.piece import Change, Held, Piece
from tracediff.detect.pieces import changes_between, pieces, swapped, tells
from tracediff.detect.seen import glued
from tracediff.detect.wording import spoken
from tracediff.lexicon.propositions import DOUBTING, SCALES, opposed
from tracediff.model import BlockKind, Claim, Comparison, Finding, Link, Sentence, Severity, Span
from tracediff.settings import Detecting
from tracediff.syntax import parse
from tracediff.syntax.chains import Progress
from tracediff.syntax.propositions import propositions
from tracediff.text.vocabulary import Vocabulary, vocabulary
from tracediff.text.words import root

_COMMITTING: Final = frozenset(
    """
    must shall should will plan plans planned intend intends aim aims pledge pledges pledged promise
    promises promised commit commits committed required requires require obliged agree agreed
    undertake undertakes
    """.split()
)
_DENIALS: Final = frozenset("not no never nor neither without cannot".split())
_DUE: Final = frozenset(
    "by until till before end ends ended due deadline later expire expires".split()
)


def rewordings(
    comparison: Comparison, found: Iterable[Finding], settings: Detecting
) -> Iterator[Finding]:
    """One finding for each link whose words of substance differ and of which no claim was found.

    ``found`` are the findings of the other detectors. Where they tell of figures, only the words
    beside them are looked at.
    """
    claims, figures = _told(found)
    rows = ComparedRows(comparison)
    told = [
        one
        for link in comparison.alignment.links
        if link.old and link.new and not unchanged(comparison, link)
        if not _either(link, claims) and not rows.covers(link)
        if not glued(comparison, link)
        for one in _reworded(comparison, link, settings, figures=_either(link, figures))
    ]
    often = Counter(_exchange(one) for one in told)
    for one in told:
        renamed = often[_exchange(one)] > 1  # a word that the report now calls otherwise throughout
        yield replace(one, severity=Severity.NOTE) if renamed else one


def _exchange(finding: Finding) -> tuple[str, ...]:
    return tuple(root(value) for value in finding.values[:2])


_Places = tuple[frozenset[int], frozenset[int]]


def _told(found: Iterable[Finding]) -> tuple[_Places, _Places]:
    """The old and the new sentences of which claims are told, and those of which figures are."""
    places: tuple[tuple[set[int], set[int]], ...] = ((set(), set()), (set(), set()))
    for one in found:
        both = one.old is not None and one.new is not None
        if one.rule.id[0] in "CD" and (both or one.rule.id in ("C306", "C307")):
            held = places[0]
        elif one.rule.id[0] in "NA":
            held = places[1]
        else:
            continue
        if one.old is not None and one.old.side == "old":
            held[0].add(one.old.sentence)
        if one.new is not None:
            held[1].add(one.new.sentence)
    claims, figures = ((frozenset(old), frozenset(new)) for old, new in places)
    return claims, figures


def _either(link: Link, places: _Places) -> bool:
    return not places[0].isdisjoint(link.old) or not places[1].isdisjoint(link.new)


def _reworded(
    comparison: Comparison, link: Link, settings: Detecting, *, figures: bool
) -> Iterator[Finding]:
    old = [comparison.old.edition.sentences[i] for i in link.old]
    new = [comparison.new.edition.sentences[i] for i in link.new]
    if old[0].kind in (BlockKind.REFERENCE, BlockKind.HEADING):
        return
    years = comparison.old.edition.year, comparison.new.edition.year
    held = pieces(old, settings.words), pieces(new, settings.words)
    if _goes_on(*held, years):
        return
    changes = changes_between(held, years, figures=figures)
    if changes:
        yield _finding(comparison, link, (old, new), held, changes, settings)
        return
    swap = swapped(*held)
    if swap is not None:
        told = _finding(comparison, link, (old, new), held, [swap], settings, swap=True)
        yield replace(told, severity=Severity.WARNING, certainty=settings.reworded_sure)


def _goes_on(old: Held, new: Held, years: tuple[int | None, int | None]) -> bool:
    """Whether a text that is nothing but years only adds those since the earlier edition.

    Beside an action that is suggested each year: "2018 – 2020" and "2018 – 2021".
    """
    first, last = years
    if first is None or last is None or not all(is_date(piece) for _, piece in (*old, *new)):
        return False
    before, after = ({year_of(piece.form) for _, piece in side} for side in (old, new))
    added = after - before
    since = range(first + 1, last + 1)
    return bool(added) and added <= {*since} and before - after <= {first}


# --- what is told ------------------------------------------------------------------------------


def _finding(
    comparison: Comparison,
    link: Link,
    sides: tuple[list[Sentence], list[Sentence]],
    held: tuple[Held, Held],
    changes: list[Change],
    settings: Detecting,
    *,
    swap: bool = False,
) -> Finding:
    rule, sure, change = _kind(changes, held, sides, vocabulary(settings.words))
    rule = "C308" if swap else rule
    old, new = _place(sides[0], held[0], change.old), _place(sides[1], held[1], change.new)
    couple = Couple(comparison, link, (old[0],), (new[0],), ())
    said = "; ".join(_said(one) for one in (change, *(c for c in changes if c is not change))[:3])
    if swap:
        said = f"“{change.old[0].text}” and “{change.old[1].text}” changed places"
    values = tuple(p.text for p in (*change.old, *change.new))[:6]
    size = settings.sizes[rule] * (1.0 if sure else settings.milder)
    pair = Pair(old[0], new[0], link.similarity)
    found = spoken(couple, rule, pair, (old[1], new[1]), said, values, size)
    sure = sure and sides[1][0].kind is not BlockKind.TABLE
    severity = Severity.WARNING if sure else Severity.NOTE
    certainty = settings.reworded_sure if sure else settings.reworded
    return replace(found, severity=severity, certainty=certainty)


def _place(sentences: list[Sentence], held: Held, words: tuple[Piece, ...]) -> tuple[Claim, Span]:
    """The sentence that holds the words, whole, and where they stand in it."""
    home = sentences[0]
    at = Span(0, 0)
    if words:
        home = next(s for s, p in held if p is words[0])
        at = Span(words[0].at.start, words[0].at.end)
    return Claim(home.index, Span(0, len(home.text)), "", frozenset()), at


def _said(change: Change) -> str:
    old, new = (" ".join(p.text for p in side[:12]) for side in (change.old, change.new))
    if old and new:
        return f"“{old}” became “{new}”"
    return f"“{old}” is no longer said" if old else f"“{new}” is said now"


def _kind(
    changes: list[Change],
    held: tuple[Held, Held],
    sides: tuple[list[Sentence], list[Sentence]],
    known: Vocabulary,
) -> tuple[str, bool, Change]:
    """The rule that a rewording falls under, whether it is worth a warning, and by which change.

    It is where the sentences are otherwise equal, and one word gave way to its opposite, to
    another step of a scale, to another actor or thing; or where a promise or duty came or went.
    """
    changed = sum(len(c.old) + len(c.new) for c in changes)
    equal = sum(tells(p, figures=False) for _, p in chain(*held)) - changed
    otherwise = len(changes) <= 2 and changed <= 6 and equal >= changed
    lone = _lone_word(changes)
    if lone is not None:
        return lone, otherwise, changes[0]
    for change in changes:
        rule = _exchanged(change)
        if rule is not None:
            return rule, otherwise, change
    for change in changes:
        for side, rule in ((change.old, "C306"), (change.new, "C307")):
            commits = any(p.text.casefold() in _COMMITTING and _is_verb(p, held) for p in side)
            if commits:
                return rule, _whole_promise(change, side, changed), change
    largest = max(changes, key=lambda c: len(c.old) + len(c.new))
    if not (largest.old and largest.new) and all(is_date(p) for p in chain(*_both(largest))):
        return "C305", otherwise and _plans(held, known), largest
    if all(is_date(p) for p in chain(*_both(largest))):
        return "C305", otherwise and _is_due(largest, held), largest
    if largest.old and largest.new and (equal > changed or len(changes) == 1 < equal):
        role = _is_role(largest, sides, known)
        return "C308", role and (otherwise or len(changes) == 1), largest
    return ("C306" if len(largest.old) >= len(largest.new) else "C307"), False, largest


def _is_verb(piece: Piece, held: tuple[Held, Held]) -> bool:
    """Whether a word stands as a verb: not the will of an owner, nor a target."""
    home = next(s for s, p in chain(*held) if p is piece)
    found = parse(home.text)
    t = found.tokens
    at = next((i for i in range(t.size) if t.start[i] == piece.at.start), None)
    return at is not None and (found.tags[at][:2] in ("MD", "VB") or t.low[at + 1] == "to")


def _lone_word(changes: list[Change]) -> str | None:
    """The rule of a denial or a doubt that is all that came or went."""
    words = [p.text.casefold() for side in _both(changes[0]) for p in side]
    if len(changes) > 1 or len(words) != 1:
        return None
    if words[0] in ("not", "never", "cannot"):
        return "C301"
    return "C302" if words[0] in DOUBTING else None


def _whole_promise(change: Change, side: tuple[Piece, ...], changed: int) -> bool:
    """Whether a promise or duty came or went with what it is about, and little else changed.

    "What we plan to do" promises nothing by itself.
    """
    alone = not (change.old and change.new) and changed - len(side) <= _LITTLE
    about = [p for p in side if p.text.casefold() not in _COMMITTING]
    return alone and len(about) > 1 and not _ran_together(side) and side[0].text != "what"


_LITTLE: Final = 2  # words beside a promise that may differ too


def _ran_together(side: Iterable[Piece]) -> bool:
    """Whether a word holds a capital behind a small letter, or opens with a joining word."""
    return any(_GLUE.match(p.text) for p in side)


_GLUE: Final = re.compile(r"\w*[a-z][A-Z]\w{2}|(?:and|the|our|all|this|that|what)(?=\w{4})[a-z]+$")


def _both(change: Change) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    return change.old, change.new


def _plans(held: tuple[Held, Held], known: Vocabulary) -> bool:
    """Whether both sides speak of what is planned, so that a date says by when."""
    return all(
        any(one.progress is Progress.PLANNED for s in {s.index: s for s, _ in side}.values()
            for one in propositions(s.text, known))
        for side in held
    )  # fmt: skip


def _exchanged(change: Change) -> str | None:
    """The rule of a word that gave way to its opposite, or to another step of a scale."""
    denied = [
        not _DENIALS.isdisjoint(p.text.casefold() for p in side)
        for side in (change.old, change.new)
    ]
    for a in change.old[:_LONGEST]:
        for b in change.new[:_LONGEST]:
            if _is_of_name(a) and _is_of_name(b):
                continue  # "the Lower Quay Index", "the Upper Quay Index"
            one, two = a.text.casefold(), b.text.casefold()
            if opposed(one, two):
                return "C303" if any(denied) else "C301"  # "not always" became "never"
            scale = next((s for s in SCALES if root(one) in s and root(two) in s), None)
            if scale is not None and scale[root(one)] != scale[root(two)]:
                return "C303"
    return None


def _is_of_name(piece: Piece) -> bool:
    """Whether a word inside a sentence has a capital, as parts of names have."""
    return piece.at.start > 0 and piece.text[:1].isupper() and not piece.text.isupper()


_LONGEST: Final = 60  # words of a change that may be one word for another; a longer one is anew


def _is_due(change: Change, held: tuple[Held, Held]) -> bool:
    """Whether a date says by when something is due."""
    for side, words in zip(held, (change.old, change.new), strict=True):
        forms = [p for _, p in side]
        at = next((i for i, p in enumerate(forms) if words and p is words[0]), 0)
        if not _DUE.isdisjoint(p.text.casefold() for p in forms[max(0, at - 4) : at]):
            return True
    return False


def _is_role(
    change: Change, sides: tuple[list[Sentence], list[Sentence]], known: Vocabulary
) -> bool:
    """Whether another acts now: the words of each side hold a subject, or no verb is known."""
    if _ran_together((*change.old, *change.new)):
        return False
    one, two = change.old[-1].text.casefold(), change.new[-1].text.casefold()
    if one[:_STEM] == two[:_STEM] or _is_slip(one, two):
        return False  # "inspection" and "inspectorate"
    acting = [
        _acts(sentences, words, known)
        for sentences, words in zip(sides, _both(change), strict=True)
    ]
    return True in acting and False not in acting


_STEM: Final = 5  # letters by which two nouns are forms of one


def _is_slip(one: str, two: str) -> bool:
    """Whether a long word is the other with two letters exchanged: "contributors", "conrtibutors".

    Short words are others then: "united" and "untied".
    """
    if len(one) != len(two) or len(one) < _LONG:
        return False
    other = [i for i, (a, b) in enumerate(zip(one, two, strict=True)) if a != b]
    at = other[0] if len(other) == 2 else len(one)
    return one[at : at + 2] == two[at : at + 2][::-1] and other == [at, at + 1]


_LONG: Final = 8  # letters of a word that is no other word with two of them exchanged


def _acts(sentences: list[Sentence], words: tuple[Piece, ...], known: Vocabulary) -> bool | None:
    """Whether some words hold the subject of their sentence; none where it has no verb."""
    roots = {root(p.text) for p in words}
    for sentence in sentences:
        if all(p.text in sentence.text for p in words):
            said = propositions(sentence.text, known)
            return any(one.agent in roots for one in said) if said else None
    return False
