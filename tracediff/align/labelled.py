"""The second pass: lines that give a value for one label, in sections that answer to each other.

"Venue: 490" answers to "Venue: 215" under the same heading, however few words they share; a row of
a table is followed by its head in the same way.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tracediff.align.exact import rooms_by_section
from tracediff.align.groups import Draft, Group
from tracediff.settings import Aligning

# A label, a colon, and a value that opens with a figure, with a currency or a bound before it.
_LINE: Final = re.compile(r"\W{0,4}([^\W\d][^:\d|]{1,80}):\s{1,3}(?:\W{0,3}|\w{1,8}\s)\d")
_LONGEST: Final = 160  # characters of such a line; a longer one is prose behind a heading
_ODDS: Final = 4.0  # log odds of a pair of lines with one label


def labelled(draft: Draft, settings: Aligning) -> Draft:
    """Link the lines that stand alone with their label in sections that answer to each other."""
    texts = draft.texts
    old_room, new_room = rooms_by_section(texts)
    linked_old = {o for group in draft.groups for o in group.old}
    linked_new = {n for group in draft.groups for n in group.new}
    olds = _lines(texts.old.texts, old_room, linked_old)
    news = _lines(texts.new.texts, new_room, linked_new)
    groups = tuple(
        Group((where[0],), (news[key][0],), _ODDS, (_WHY,))
        for key, where in olds.items()
        if len(where) == 1 == len(news.get(key, ()))
    )
    return replace(draft, groups=draft.groups + groups)


_WHY: Final = "the same label, found once in both sections"


def _lines(
    texts: Sequence[str], rooms: Sequence[object], linked: set[int]
) -> dict[tuple[object, str], list[int]]:
    """Where each label stands, by the section that it stands in."""
    found: dict[tuple[object, str], list[int]] = defaultdict(list)
    for at, text in enumerate(texts):
        line = _LINE.match(text) if at not in linked and len(text) <= _LONGEST else None
        if line is not None:
            found[rooms[at], " ".join(line[1].casefold().split())].append(at)
    return found
