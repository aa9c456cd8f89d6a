"""How long a headline is: a line or a name in, no more words of it out than there is room for.

A name is cut to what a headline begins with; a sentence is lowered to stand inside another.
"""

from __future__ import annotations

import re
from typing import Final

from tracediff.wording.clauses import capital, words

MOST: Final = 22  # words of a headline: two lines of a terminal, one of a page
NAME: Final = 9  # words of what is counted
CLAUSE: Final = 14  # words of a statement
OLDER: Final = 9  # words of the older of two statements
END: Final = 8  # letters that tell whether a statement was cut
FEWEST: Final = 5  # words that can say what was said before
SIDE: Final = 8  # words quoted of each side
_ASIDE: Final = re.compile(r"\s*\([^()]*\)?")
_GAP: Final = re.compile(r"\s*…\s*")


def name(label: str) -> str:
    """A label as a headline begins with it: no gaps, no more brackets than there is room for.

    >>> name("complaints (received … by the office of the harbour master and his deputies)")
    'Complaints'
    """
    flat = _GAP.sub(" ", label)
    if len(flat.split()) > NAME:
        plain = _ASIDE.sub("", flat).strip()
        flat = plain if plain else flat.strip("()")
    if flat.count("(") != flat.count(")"):
        flat = flat.replace("(", "").replace(")", "")
    return capital(words(flat, NAME))


def within(line: str) -> str:
    """A headline of no more words than there is room for, and on one line."""
    flat = _GAP.sub(" ", " ".join(line.split())).strip(" ,;:")
    flat = without_also(flat)
    cut = words(flat, MOST)
    if cut.count("“") != cut.count("”"):
        cut = cut.replace("“", "").replace("”", "")
    if cut.count('"') % 2:
        cut = cut.replace('"', "")
    return capital(cut)


def without_also(line: str) -> str:
    """A line without the word that adds it to what was said before; in quotes it stays.

    >>> without_also("New: the guard also mended “boats it also owned”")
    'New: the guard mended “boats it also owned”'
    """
    quote = line.find("“")
    head, tail = (line, "") if quote < 0 else (line[:quote], line[quote:])
    return _ALSO.sub(lambda found: found[2].upper() if found[1] == "A" else found[2], head) + tail


_ALSO: Final = re.compile(r"(?<!but )\b([Aa])lso,? (?!known\b|called\b)(\w)")


def lowered(text: str, always: bool = False) -> str:
    """A statement inside another; a name, an abbreviation and a label in capitals keep theirs.

    >>> lowered("Cases heard", always=True), lowered("Labour Inspections", always=True)
    ('cases heard', 'Labour Inspections')
    """
    first, _, rest = text.partition(" ")
    following = next((c for c in rest if c.isalpha()), "")
    name = following.isupper() and first.casefold() not in _SMALL
    small = first.casefold() in _SMALL and (len(first) == 1 or not first.isupper())  # "IT desks"
    plain = small or (always and first[1:].islower() and not name)
    return f"{first.casefold()} {rest}".rstrip() if plain else text


_SMALL: Final = frozenset(
    "the a an this that these those it they we there no some several all most many in on as"
    " at by since during through media courts authorities police government".split()
)
