"""Changes of one story in one line: named figures with both values in, a headline out.

An editor gives a section a line: "Rape victims: 3,684 → 6,307; women killed: 302 → 395". The names
are as short as so many changes ask for, cut where a phrase ends; values are never cut.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Final

from tracediff.lexicon.numbers import SCALES
from tracediff.lexicon.syntax import BE
from tracediff.model.record import Record, replaced
from tracediff.model.syntax import NOWHERE, NounPhrase
from tracediff.syntax import Parse, parse
from tracediff.wording.headlines import MOST, NamedChange, lowered

_OFFERED: Final = 6  # further changes of which some are told: two, or three where there is room
_LEAST: Final = 3  # words of a name that was made shorter; "requests made" says too little
# What a phrase begins with that a name can do without; not "before tax", "under 18".
_HANGING: Final = frozenset("of by against from in at to for on with among".split())
# What was done to what is counted, and says no more than that it was counted.
_COUNTED: Final = frozenset(
    "recorded received reported registered documented noted counted listed logged".split()
)


@dataclass(frozen=True, slots=True)
class Line(Record):
    """A headline of several changes, and which of those that were offered it tells."""

    text: str
    told: tuple[int, ...]


def together(lead: str, first: NamedChange | None, others: Sequence[NamedChange | None]) -> Line:
    """A headline with as many further changes as there is room for.

    ``lead`` is the headline as it is alone, and ``first`` the same in parts: None for a statement,
    which is not made shorter.

    >>> boats = NamedChange("Boats lost at sea", ("May",), "4", "5")
    >>> together("Boats lost: 4 → 5 (+25%)", boats, [NamedChange("Ships", ("May",), "2", "3")])
    Line(text='Boats lost at sea, May: 4 → 5; ships: 2 → 3', told=(0,))
    """
    open_to = [(at, one) for at, one in enumerate(others) if one is not None][:_OFFERED]
    held = [first] if first is not None else []

    def line_of(chosen: Sequence[tuple[int, NamedChange]]) -> str:
        return _fitted("" if held else lead, [*held, *(one for _, one in chosen)])

    for size in (2, 1):
        for pair in combinations(open_to, size):
            if line_of(pair):
                more = ([*pair, one] for one in open_to if one[0] > pair[-1][0])
                chosen = next((each for each in more if size == 2 and line_of(each)), pair)
                return Line(line_of(chosen), tuple(at for at, _ in chosen))
    return Line(lead, ())


def _fitted(lead: str, changes: Sequence[NamedChange]) -> str:
    """Changes in a line, their names made shorter until there is room, the longest first; ""
    where there is none. The first one says what the line is about: it loses only by whom."""
    if len({one.values for one in changes}) < len(changes):
        return ""  # one change under two names
    names = [[name, *shorter(name)] for name in _without_common(changes)]
    if not lead:
        names[0] = [changes[0].label, *without_agent(changes[0].label)]
    line = _line(lead, changes, [name[0] for name in names])
    while len(line.split()) > MOST:
        longest = max(
            (at for at, left in enumerate(names) if len(left) > 1),
            key=lambda at: len(names[at][0].split()),
            default=None,
        )
        if longest is None:
            return ""
        del names[longest][0]
        line = _line(lead, changes, [name[0] for name in names])
    told = sorted(one.casefold() for one in (lead.partition(":")[0], *(name[0] for name in names)))
    return "" if any(b.startswith(a) for a, b in pairwise(told) if a) else line


def _without_common(changes: Sequence[NamedChange]) -> list[str]:
    """The names of changes, without the head of a column that the one before has too."""
    heads = [one.label.rpartition(", ")[2] for one in changes]
    pairs = zip(changes, ["", *heads], heads, strict=False)
    return [
        one.label.removesuffix(f", {head}") if before == head else one.label
        for one, before, head in pairs
    ]


def _line(lead: str, changes: Sequence[NamedChange], names: Sequence[str]) -> str:
    """Changes under their names. Times and units that all have are said once; else each has its
    own."""
    once = not lead and len({one.spans for one in changes}) == 1
    told = [lead] if lead else []
    for one, name in zip(_units_once(changes), names, strict=True):
        shown = lowered(name, always=True) if told else name
        values = one.plain if once and told else one.values
        span = one.spans[0] if len(one.spans) == 1 and not (once and told) else ""
        when = f" ({span})" if span and not once else ""
        told.append(f"{shown}{f', {span}' if span and once else ''}: {values}{when}")
    return "; ".join(told)


def _units_once(changes: Sequence[NamedChange]) -> Iterator[NamedChange]:
    """Changes of which none says the unit that the one before says."""
    before = ""
    for one in changes:
        number, _, unit = one.after.partition(" ")
        was = one.before.removesuffix(f" {unit}")
        plain = unit.isalpha() and unit not in SCALES and number[:1].isdigit() and " " not in was
        same = plain and unit == before
        yield replaced(one, before=was, after=number) if same else one
        before = unit


def without_agent(name: str) -> Iterator[str]:
    """A name without by whom it was done, and without that it was counted.

    >>> [*without_agent("thieves of nets convicted by town courts")]
    ['thieves of nets convicted']
    >>> [*without_agent("thefts of nets by boys recorded")]
    ['thefts of nets by boys']
    """
    p = parse(name)
    tail = _tail(p)
    agent = tail.stop < p.tokens.size and p.tokens.low[tail.stop] == "by"
    if agent and tail.stop >= _LEAST:
        yield p.tokens.words(0, tail.stop)
    if tail.start >= _LEAST and p.tokens.low[tail.stop - 1] in _COUNTED:
        yield p.tokens.words(0, tail.start)


def shorter(name: str) -> Iterator[str]:
    """A name without what hangs on it, from the end on: by whom, of what, against whom.

    What befell those counted is kept, but not that they were counted.

    >>> [*shorter("thieves of nets from boats convicted by town courts")]
    ['thieves of nets from boats convicted', 'thieves of nets convicted']
    >>> [*shorter("thefts of nets recorded by guards")]
    ['thefts of nets recorded', 'thefts of nets']
    >>> [*shorter("women who were victims of theft")]
    ['women victims of theft']
    """
    p = parse(name)
    if (who := _who_were(p)) is not None:
        yield f"{p.tokens.words(0, who)} {p.tokens.words(who + 2, p.tokens.size)}"
    if any(tag in ("WP", "WDT", "WP$", ":") for tag in p.tags) or "," in p.tokens.text:
        return
    kept = _tail(p)
    for stop in _ends(p, p.tokens.size, max(kept.stop, _LEAST)):
        yield p.tokens.words(0, stop)
    if kept and p.tokens.low[kept.stop - 1] in _COUNTED:
        kept = range(kept.start, kept.start)
    if not kept and kept.start < p.tokens.size and kept.start >= _LEAST:
        yield p.tokens.words(0, kept.start)
    for stop in _ends(p, kept.start, _LEAST - len(kept)):
        yield " ".join((p.tokens.words(0, stop), p.tokens.words(kept.start, kept.stop))).rstrip()


def _ends(p: Parse, stop: int, least: int) -> Iterator[int]:
    """Where a name may end that goes on to some place: before each phrase that hangs on it, from
    the last on, as far as so many words stay. "In place" goes with "of wood"."""
    while (last := _ending(p, stop)) is not None:
        stop = last.preposition
        if stop < least or p.tokens.low[stop] not in _HANGING or p.tags[stop - 1] in ("IN", "TO"):
            return
        if not (p.tokens.low[stop] == "of" and _is_led(p, stop - 1)):
            yield stop


def _is_led(p: Parse, at: int) -> bool:
    """Whether a word stands in a phrase with a preposition other than "of"."""
    phrase = p.phrase_at[at]
    preposition = p.phrases[phrase].preposition if phrase != NOWHERE else NOWHERE
    return preposition != NOWHERE and p.tokens.low[preposition] != "of"


def _who_were(p: Parse) -> int | None:
    """Where a name says who its people were, as in "women who were victims of theft"."""
    at = next((i for i, tag in enumerate(p.tags) if tag == "WP"), 0)
    be = 0 < at < p.tokens.size - 2 and p.tokens.low[at + 1] in BE
    return at if be and p.tags[at + 2][:2] in ("NN", "VB", "JJ") else None


def _tail(p: Parse) -> range:
    """The participle that tells what befell those counted, behind which only phrases with a
    preposition stand; an empty range at the end for none."""
    for verb in reversed(p.verbs):
        behind = [one for one in p.phrases if one.first >= verb.stop]
        at = verb.stop
        for one in behind:
            at = one.stop if one.preposition == at else at
        if verb.first > 0 and at == p.tokens.size:
            return range(verb.first, verb.stop)
    return range(p.tokens.size, p.tokens.size)


def _ending(p: Parse, stop: int) -> NounPhrase | None:
    """The phrase with a preposition that ends before a place, and that something goes before."""
    found = (one for one in p.phrases if one.stop == stop and one.preposition > 0)
    return next(found, None)
