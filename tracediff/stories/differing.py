"""The few words that differ between the two sides of a finding: a finding in, words out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tracediff.align import edits
from tracediff.model import Comparison, Edit, EditKind, Evidence, Finding, Side
from tracediff.rank.substance import DENIALS, roots
from tracediff.text.words import FUNCTION_WORDS, tokens

_NEAR: Final = 12  # characters between two changed runs that are read as one
_MOST: Final = 8  # words of a side; where more differ, the words alone say too little


@dataclass(frozen=True, slots=True)
class Words:
    """What the old text says and the new one does not, and the reverse; "" where nothing does.

    A lone word is quoted with those behind it, and is by itself in ``own``. ``text`` is the new
    statement and ``at`` where its words stand in it. ``weight`` counts words of substance of the
    side that has fewer, where both have any.
    """

    old: str
    new: str
    own: tuple[str, str]
    text: str
    at: int
    weight: int

    def __bool__(self) -> bool:
        """Whether there are words to quote."""
        return bool(self.old or self.new)


NOTHING: Final = Words("", "", ("", ""), "", 0, 0)


def differing(finding: Finding, comparison: Comparison, largest: bool = False) -> Words:
    """The words that differ, where they are few and say what changed.

    A year that rolled on beside them, or a small word, is passed over; ``NOTHING`` where there are
    more such words than a headline can quote, or where they stand in several places, of which the
    ``largest`` is taken on demand.
    """
    if finding.old is None or finding.new is None:
        return NOTHING
    return _differing(_text(finding.old, comparison), _text(finding.new, comparison), largest)


@lru_cache(maxsize=32768)  # groups are made by them, and told afterwards
def _differing(old: str, new: str, largest: bool) -> Words:
    runs = [run for run in _joined(edits(old, new), old, new) if _tells(run, old, new)]
    weighty = [run for run in runs if _weight(run, old, new)] or runs
    turning = [run for run in weighty if _turns(run, old, new)]
    weighty = turning if len(turning) == 1 else weighty
    if not weighty or (len(weighty) > 1 and not largest):
        return NOTHING
    weighty = [max(weighty, key=lambda run: _weight(run, old, new))]
    (first, last), (start, stop) = _whole_names(weighty[0], old, new)
    before, after = old[first:last].strip(_MARKS), new[start:stop].strip(_MARKS)
    turned = _turns(weighty[0], old, new)
    if not turned and _says_something(before) != _says_something(after):  # "this year" says nothing
        before, after = (side if _says_something(side) else "" for side in (before, after))
    own = before, after
    if len(before.split()) == len(after.split()) == 1:
        before = f"{before} {_behind(old, last)}".strip(_MARKS)
        after = f"{after} {_behind(new, stop)}".strip(_MARKS)
    if largest:
        before, after = (" ".join(side.split()[:_MOST]) for side in (before, after))
    if (
        max(len(before.split()), len(after.split())) > _MOST
        or before.casefold() == after.casefold()
    ):
        return NOTHING
    sides = [len(roots(side)) for side in (before, after) if side]
    at = stop - len(
        new[start:stop].lstrip(_MARKS)
    )  # where they stand without the marks before them
    return Words(before, after, own, new, at, min(sides, default=0))


def _whole_names(run: _Stretch, old: str, new: str) -> _Stretch:
    """A stretch of parts of two names with the rest of both: "the Orsk Lower Index" and "the Orsk
    Upper Index", not "Lower" and "Upper"."""
    (first, last), (start, stop) = run
    sides = old[first:last].strip(_MARKS), new[start:stop].strip(_MARKS)
    if not all(side[:1].isupper() and side[1:2].islower() for side in sides):
        return run
    ahead, behind = (
        len(named[0]) if (named := pattern.search(text)) else 0
        for pattern, text in (
            (_NAME_AHEAD, new[max(0, start - _NAMED) : start]),
            (_NAME_BEHIND, new[stop : stop + _NAMED]),
        )
    )
    same = old[:first].endswith(new[start - ahead : start]) if ahead else True
    if not same or old[last : last + behind] != new[stop : stop + behind]:
        return run
    return (first - ahead, last + behind), (start - ahead, stop + behind)


_NAMED: Final = 120  # characters of a name on either side
_NAME_AHEAD: Final = re.compile(r"(?<=[a-z] )(?:[A-Z][\w&/’'-]*[A-Za-z] )+\Z")
_NAME_BEHIND: Final = re.compile(r"\A ?(?: ?[A-Z][\w’'-]*[A-Za-z](?=[\s,.;]|\Z))+")


def _says_something(text: str) -> bool:
    """Whether some words hold one of substance, or a figure that is no year or day."""
    words = {t.text.casefold() for t in tokens(text)}
    figures = any(w[-1:].isdigit() and not w.isdigit() for w in words)
    return bool(roots(text) or figures)


def _behind(text: str, at: int) -> str:
    """The next words of a text, up to a mark: one word alone says too little."""
    following = re.match(r"\W{0,2}((?:[\w’'-]+ ?){0,2})", text[at:])
    return following[1].strip() if following else ""


_MARKS: Final = ' ,.;:()“”"|'
_Stretch = tuple[tuple[int, int], tuple[int, int]]


def _text(evidence: Evidence, comparison: Comparison) -> str:
    """The clause that a finding quotes, or its sentence where it quotes only a word."""
    if len(evidence.quote.split()) > 3 and "…" not in evidence.quote:
        return evidence.quote
    reading = comparison.old if evidence.side is Side.OLD else comparison.new
    return reading.edition.sentences[evidence.sentence].text


def _joined(changes: Sequence[Edit], old: str, new: str) -> Iterator[_Stretch]:
    """The changed stretches of both texts, those joined that only a word or two keep apart."""
    held: _Stretch | None = None
    for edit in changes:
        if edit.kind is EditKind.SAME:
            gap = edit.old.end - edit.old.start
            if held and gap > _NEAR:
                yield held
                held = None
            continue
        own = ((edit.old.start, edit.old.end), (edit.new.start, edit.new.end))
        held = (
            own
            if held is None
            else (
                (held[0][0], max(held[0][1], own[0][1])),
                (held[1][0], max(held[1][1], own[1][1])),
            )
        )
    if held:
        yield held


def _tells(run: _Stretch, old: str, new: str) -> bool:
    """Whether the words of a stretch are more than small words and marks, and not the same ones
    written together: "wellbeing" for "well-being"."""
    (first, last), (start, stop) = run
    if _letters(old[first:last]) == _letters(new[start:stop]):
        return False
    words = {t.text.casefold() for t in tokens(f"{old[first:last]} {new[start:stop]}")}
    return any(w.isalnum() and (w not in FUNCTION_WORDS or w in _TURNING) for w in words)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _weight(run: _Stretch, old: str, new: str) -> int:
    """How many words of substance of a stretch the other text nowhere says; turns count too."""
    (first, last), (start, stop) = run
    before, after = old[first:last], new[start:stop]
    own = len(roots(before) - roots(new)) + len(roots(after) - roots(old))
    return own + len(_turns(run, old, new))


def _turns(run: _Stretch, old: str, new: str) -> set[str]:
    """The words of a stretch that turn or grade a statement, of one side alone."""
    (first, last), (start, stop) = run
    before, after = (
        {t.text.casefold() for t in tokens(x)} for x in (old[first:last], new[start:stop])
    )
    return (before ^ after) & _TURNING


def missing(text: str, other: str) -> str:
    """The item of a list that another list does not have; "" where it has them all.

    >>> missing("Ports are: Sund; the old pier; Vik.", "Ports are: Sund; Vik.")
    'the old pier'
    """
    have = roots(other)
    items = [item.strip(_MARKS) for item in _ITEM.split(text)]
    best = max(items, key=lambda item: (len(roots(item) - have), -len(item)))
    own = roots(best)
    new = len(own - have)
    return best if new > 1 or (new and new == len(own)) else ""


_ITEM: Final = re.compile(r"[;:,]\s+(?:and\s+|or\s+)?(?:including\s+)?")


_TURNING: Final = DENIALS | frozenset(
    "may might must should shall could can all some most many several few".split()
)
