"""``[words]``: what a team adds to the word lists.

Entries are words and phrases as they stand; nothing in them is a pattern.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, Final

from tracediff.config.checkers import Problems, Wrong
from tracediff.config.find import File
from tracediff.lexicon.lists import BY_NAME, FAMILIES, meaning_of, taken
from tracediff.settings import Words
from tracediff.text.words import tokens

_MOST: Final = 2_000  # entries in all; the longest list that comes with tracediff has 200
_LONGEST: Final = 80  # characters of an entry; the longest that comes with tracediff has 30
_WORDS: Final = 8  # words of an entry
_SINGLE: Final = frozenset({"counted", "labels", "abbreviations"})  # each a single word


def read_words(file: File, problems: Problems) -> Words:
    """``[words]``: the lists it adds to, and the words it says mean the same."""
    raw = file.table.get("words", {})
    if not isinstance(raw, dict):
        problems.add("words", "is no table; write [words]")
        return Words()
    lists: dict[str, tuple[str, ...]] = {}
    for name, value in _flat(raw):
        if (wrong := _unknown(name)) is not None:
            problems.add(f"words.{name}", wrong)
        elif isinstance(value, dict):
            problems.add(f"words.{name}", "must be a list of words, not a table")
        else:
            lists[name] = _checked(f"words.{name}", value, problems)
            for entry in lists[name] if _is_single(name) else ():
                if len(tokens(entry.rstrip("."))) > 1:
                    problems.add(f"words.{name}", f'"{entry}" is more than one word')
    synonyms = _groups(raw.get("synonyms", []), problems)
    held = sum(map(len, lists.values())) + sum(map(len, synonyms))
    if held > _MOST:
        problems.add("words", f"has {held:,} entries; at most {_MOST:,} can be added")
    _say_contradictions(lists, problems)
    return Words(tuple(lists.items()), synonyms)


def _flat(raw: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """The lists by dotted name, but for the synonyms."""
    for key, value in raw.items():
        if key == "synonyms":
            continue
        if isinstance(value, dict) and key not in BY_NAME:
            if not value:
                continue
            yield from ((f"{key}.{own}", entries) for own, entries in value.items())
        else:
            yield key, value


def _unknown(name: str) -> str | None:
    """What is wrong with the name of a list, if anything is."""
    family, _, own = name.partition(".")
    if name in BY_NAME:
        return None
    if family in FAMILIES:
        if not own:
            return f"is a family; name the one that is meant: {family}.NAME = […]"
        if not own.replace("-", " ").replace("_", " ").strip():
            return "has no name"
        if own in taken(family) and family == "ratings":
            return f"comes with tracediff; give your scale another name than {own}"
        return None
    inside = [known for known in BY_NAME if known.startswith(f"{name}.")]
    if inside:
        return f"is a family; name the list: {', '.join(inside)}"
    return f"no such list{_nearest(name)}"


def _nearest(name: str) -> str:
    known = [*BY_NAME, *FAMILIES, "synonyms"]
    near = get_close_matches(name.casefold(), known, n=1, cutoff=0.5)
    if not near:  # the family may be wrong, or left out
        own = name.rsplit(".", 1)[-1].casefold()
        near = [one for one in known if one.rsplit(".", 1)[-1] == own]
    hint = f"did you mean {near[0]}?" if near else "tracediff config --words shows them all"
    return f"; {hint}"


def _checked(where: str, value: Any, problems: Problems) -> tuple[str, ...]:
    """The entries of one list; what is wrong with any of them is noted."""
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        problems.add(where, 'must be a list of words, such as ["gazetted"]')
        return ()
    found: dict[str, None] = {}
    for one in value:
        try:
            found[_entry(one)] = None
        except Wrong as wrong:
            problems.add(where, str(wrong))
    return tuple(found)


def _is_single(name: str) -> bool:
    """Whether a list holds single words only; a unit is one too."""
    return name in _SINGLE or name.startswith("units.")


def _entry(raw: str) -> str:
    """A word or phrase in lower case with single spaces."""
    text = " ".join(raw.replace("’", "'").casefold().split())
    shown = raw if len(raw) <= 40 else f"{raw[:39]}…"
    if not any(map(str.isalpha, text)):
        raise Wrong(f'"{shown}" holds no letter')
    if not text.isprintable():
        raise Wrong(f"{shown!a} holds a control character")
    if len(text) > _LONGEST or len(tokens(text)) > _WORDS:
        raise Wrong(f'"{shown}" is longer than {_WORDS} words or {_LONGEST} characters')
    return text


def _groups(raw: Any, problems: Problems) -> tuple[tuple[str, ...], ...]:
    """Groups of words that mean the same; no word may stand in two."""
    if not isinstance(raw, list) or not all(isinstance(group, list) for group in raw):
        problems.add(
            "words.synonyms", 'must be a list of lists, such as [["caseworkers", "social workers"]]'
        )
        return ()
    found: list[tuple[str, ...]] = []
    seen: set[str] = set()
    for number, group in enumerate(raw, start=1):
        where = f"words.synonyms[{number}]"
        entries = _checked(where, group, problems)
        if len(entries) < 2 and len(group) < 2:
            problems.add(where, "holds fewer than two words")
        for twice in (entry for entry in entries if entry in seen):
            problems.add(where, f'"{twice}" stands in another group too')
        seen.update(entries)
        found.append(entries)
    return tuple(found)


def _say_contradictions(lists: dict[str, tuple[str, ...]], problems: Problems) -> None:
    """A word cannot tell two steps of one ladder."""
    held: dict[tuple[str, str, str], str] = {}
    for name, entries in lists.items():
        family = name.partition(".")[0]
        for place, entry in enumerate(entries):
            meaning = meaning_of(name, place)
            key = (family, entry, meaning.scale if meaning else "")
            other = held.setdefault(key, name)
            if other != name:
                problems.add(f"words.{name}", f'"{entry}" stands in {other} too; leave one out')
