"""Lines of a text that came from a web page in, what that page puts around its article out.

A banner above the article is left out line by line; below it, all from the first thing that only a
page says ("Comments (0)", a copyright line) where nothing but links and such things follow.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from tracediff.lexicon.furniture import PAGE_CUES
from tracediff.lexicon.layout import SENTENCE_END
from tracediff.readers.text_lines import Line

_PARAGRAPH = 4  # lines that make a paragraph though none of them ends a sentence
_LINK = 6  # words that a link, button or field label has at most


def page_parts(lines: Sequence[Line]) -> Iterator[int]:
    """The places of banners above an article, and of what follows below it to the end."""
    groups = _groups(lines)
    for group in takewhile(lambda group: not _is_prose(lines, group), groups):
        yield from (place for place in group if PAGE_CUES.fullmatch(lines[place].text))
    tail = groups[len(groups) - _edge(lines, groups[::-1]) :]
    cued = [i for i, group in enumerate(tail) if _is_cued(lines, group)]
    if len(cued) >= 2:
        first = next((i for i in cued if _is_link(lines, tail[i])), len(tail))
        for group in tail[first:]:
            yield from group


def _is_prose(lines: Sequence[Line], group: Sequence[int]) -> bool:
    """Whether a group is a paragraph: several lines, or a sentence; the article begins there."""
    ended = any(SENTENCE_END.search(lines[place].text) for place in group)
    return not _is_cued(lines, group) and (len(group) >= _PARAGRAPH or ended)


def _groups(lines: Sequence[Line]) -> list[list[int]]:
    """The places of lines, those without a blank line between them together."""
    groups: list[list[int]] = []
    for place, line in enumerate(lines):
        if groups and not line.blanks:
            groups[-1].append(place)
        else:
            groups.append([place])
    return groups


def _edge(lines: Sequence[Line], groups: Sequence[Sequence[int]]) -> int:
    """How many groups from an edge of a text are links, or hold what only a web page says."""
    for count, group in enumerate(groups):
        if not _is_link(lines, group) and not _is_cued(lines, group):
            return count
    return len(groups)


def _is_cued(lines: Sequence[Line], group: Sequence[int]) -> bool:
    return any(PAGE_CUES.fullmatch(lines[place].text) for place in group)


def _is_link(lines: Sequence[Line], group: Sequence[int]) -> bool:
    """Whether each line of a group is as short as a link, and no sentence."""
    return all(_is_short(lines[place].text) for place in group)


def _is_short(text: str) -> bool:
    if PAGE_CUES.fullmatch(text):
        return True
    count = len(text.split())
    return count <= _LINK and not (count > 3 and text[-1] in ".;")
