"""Headlines of words that differ: those of both editions in, a line out that quotes them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tracediff.text.words import FUNCTION_WORDS
from tracediff.wording.clauses import bare, capital, ended, words
from tracediff.wording.headlines.length import FEWEST, MOST, OLDER, SIDE, lowered
from tracediff.wording.headlines.one_statement import flat, statement_of
from tracediff.wording.sentence_forms import has_verb, is_phrase, opens_subordinate, opens_with_verb
from tracediff.wording.shared_words import holds_most
from tracediff.wording.statements import Part, around
from tracediff.wording.strings import say

_WITHIN: Final = 14  # words of a statement that changed words stand in
_LINKING: Final = 3  # words between them: "no longer says"


def wording(subject: str, before: str, after: str) -> str:
    """The words that differ: 'Free expression: "generally" is now "not always"'."""
    old, new = (
        bare(words(text, SIDE)) if len(text.split()) > 2 else text
        for text in map(without_open_bracket, (before, after))
    )
    room = MOST - len(old.split()) - len(new.split()) - _LINKING
    subject = words(subject, max(room, 2))
    if subject.casefold() in f"{old} {new}".casefold():
        subject = ""
    key = "headline_words" if old and new else f"headline_{'gone' if old else 'added'}_words"
    return capital(say(key, subject=subject, old=old, new=new).removeprefix(": "))


def core(side: str) -> str:
    """The words that differ without what only introduces them.

    >>> core("in contrast with 2018, there were no"), core("boats, nets")
    ('there were no', 'boats, nets')
    """
    opening, _, rest = side.rpartition(", ")
    introduces = opening.split(" ", 1)[0].casefold() in _INTRODUCING
    return rest if introduces and len(rest.split()) > 1 else side


def without_open_bracket(side: str) -> str:
    """Quoted words without a bracket that they open or close alone.

    >>> [*map(without_open_bracket, ["Fund (STF", "May) and June", "the Fund (STF)"])]
    ['Fund', 'and June', 'the Fund (STF)']
    """
    if side.count("(") > side.count(")"):
        side = side[: side.rindex("(")].rstrip() or side[side.rindex("(") + 1 :]
    elif side.count(")") > side.count("("):
        side = side[side.index(")") + 1 :].lstrip(" ,;") or side[: side.index(")")]
    return side


_INTRODUCING: Final = frozenset(
    "in on during as by since unlike despite after before while".split()
)


def exchanged(line: str, before: str, after: str) -> str:
    """A statement with the words in it that are new, or those that gave way to them.

    >>> exchanged("Some cells were shut", "many cells", "Some cells")
    'Some cells were shut (was: “many cells”)'
    >>> exchanged("But some guilds objected", "", "but some guilds objected")
    'New: some guilds objected'
    """
    old, new = (words(text, SIDE) for text in map(without_open_bracket, (before, after)))
    whole = without_open_bracket(after).strip(" ,.–—").casefold()
    if not old and (whole == line.casefold() or whole.startswith(line.casefold())):
        opening, _, rest = line.partition(" ")
        joined = opening.casefold() in ("and", "but", "or", "so", "yet")
        return say("headline_new", line=lowered(capital(rest) if joined else line))
    if old and new:
        return say("headline_was", new=line, old=old)
    return say("headline_drops" if old else "headline_adds", new=line, old=old, added=new)


def _holds(line: str, fresh: str) -> bool:
    return fresh.casefold() in line.casefold()


def _statements(new: Part, fresh: str, room: int) -> Iterator[str]:
    """The statement of a place, longer and longer until it holds the words that came."""
    line = statement_of(new, "", _WITHIN, room)
    yield line
    if not _holds(line, fresh):
        line = statement_of(new, "", room, room)
        yield line
    if not _holds(line, fresh):
        yield capital(around(flat(new), room))


def exchanged_in(old: str, new: Part, before: str, after: str) -> str:
    """The statement of the place where words came or gave way, with these; "" where there is no
    room for it, where it does not hold them, or the older sentence says nothing like the rest."""
    gone, fresh = (words(side.lstrip("—–- "), SIDE) for side in (before, after))
    room = MOST - len((gone or fresh).split()) - _LINKING
    tried = list(_statements(new, fresh, room))
    line = tried[-1] if _holds(tried[-1], fresh) else tried[0]
    start = line.casefold().find(fresh.casefold())
    rest = line[:start] + line[start + len(fresh) :]
    both = bool(gone and fresh)
    if (
        len(line.split()) < FEWEST
        or opens_subordinate(line)
        or (both and not holds_most(old, rest))
    ):
        return ""
    if start < 0:
        far = not both and len((gone or fresh).split()) >= _LINKING
        return wording(words(line, OLDER), gone, fresh) if far else ""
    if not gone and after.lstrip("—–- ").casefold().startswith(line.casefold()):
        return say("headline_new", line=lowered(line))
    edge = not gone and (not start or not line[start + len(fresh) :])
    tail = edge and len(fresh.split()) > _LINKING
    if tail and len(rest.split()) >= FEWEST:
        whole = wording(ended(rest.lstrip(" ,")), "", fresh)
    else:
        whole = exchanged(line, gone, fresh)
    return whole if len(whole.split()) <= MOST else ""


def now_around(place: Part) -> str:
    """What the statement around a place says now, with what stands between left out where it is
    long; "" where there is none.

    >>> text = "Gaps exist in the work of the guard that may hinder rescue at sea, including fuel."
    >>> now_around(Part(text, text.index("fuel"), len(text) - 1))
    'Now: Gaps exist in the work of the guard that may hinder rescue at sea, including fuel'
    """
    line = around(flat(place), MOST - 1)
    return say("headline_now", line=lowered(capital(line))) if line else ""


def says_by_itself(side: str) -> bool:
    """Whether quoted words are a thing, a number, or a statement, and no part of one.

    >>> says_by_itself("the north quay"), says_by_itself("was delayed by several")
    (True, False)
    >>> says_by_itself("the quay leaks"), says_by_itself("despite the quay, it")
    (True, False)
    """
    if not side or is_phrase(side) or len(side.split()) == 1:
        return True
    first = side.split(" ", 1)[0].casefold()
    return has_verb(side) and not opens_with_verb(side) and first not in FUNCTION_WORDS - _OPEN


_OPEN: Final = frozenset(
    "the a an no all some many most this that these those which who they it we you"
    " more fewer less over about nearly almost at both each every several few there".split()
)


def whole(line: str, other: str) -> str:
    """A line that holds a statement which another text does not make; "" for any other.

    >>> whole("New: the quay was shut in May", "The pier was mended.")
    'New: the quay was shut in May'
    >>> whole("New: which the quay of", ""), whole("New: visitors know", "The quay was shut.")
    ('', '')
    """
    said = line.partition(": ")[2] or line
    short = len(said.split()) < FEWEST
    states = has_verb(said) and not short and not opens_subordinate(said)
    return line if states and not opens_bare(line) and not holds_most(other, said) else ""


def opens_bare(line: str) -> bool:
    """Whether a line begins with a small word that says nothing without those before it.

    >>> opens_bare("Guards, now: have mended nets"), opens_bare("Now: the guards mended nets")
    (True, False)
    """
    said = line.partition(": ")[2] or line
    return said.split(" ", 1)[0].casefold() in FUNCTION_WORDS - _OPEN


def names_things(*sides: str) -> bool:
    """Whether each of some words are a name or a noun with what describes it, and no statement.

    >>> names_things("the north quay", "the south quay"), names_things("grew", "the quay grew")
    (True, False)
    """
    return all(len(side.split()) <= _THING and is_phrase(side) for side in sides)


_THING: Final = 6  # words
