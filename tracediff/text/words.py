"""Words and stems: how every stage cuts text into tokens.

A number with its sign, separators and decimals, an amount with its currency sign, a percentage and
a hyphenated word are one token each.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

TOKEN = re.compile(
    r"""
    [A-Za-z]++(?![\w.'’-])           # a plain word, as most are: tried first
    | [$€£¥₹]?\d+(?:[.,:]\d+)*%?     # 1,570  $680,000  79%  12:30
    | [^\W\d_]+(?:[-’'.][^\W\d_]+)*  # trafficking-related  victim’s  U.S
    | \w+                            # mixtures: 2nd, H1
    | [^\w\s]                        # a mark
    """,
    re.VERBOSE,
)


class Token(NamedTuple):
    """A word, number or mark and where it stands."""

    text: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """Cut a text into tokens with their offsets.

    >>> [t.text for t in tokens("paid $1,570 (79%)")]
    ['paid', '$1,570', '(', '79%', ')']
    """
    return [Token(m.group(), m.start(), m.end()) for m in TOKEN.finditer(text)]


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest that fits, that looks at each letter once.

    >>> any_of(["two", "twelve", "twelfth"])
    'tw(?:el(?:fth|ve)|o)'
    """
    heads: dict[str, list[str]] = {}
    for word in sorted(set(words)):
        heads.setdefault(word[:1], []).append(word[1:])
    ends = "" in heads
    ways = [re.escape(head) + any_of(rest) for head, rest in heads.items() if head]
    joined = ways[0] if len(ways) == 1 and not ends else f"(?:{'|'.join(ways)})"
    return (f"{joined}?" if ends else joined) if ways else ""


def _by_last(*endings: tuple[str, str]) -> dict[str, tuple[tuple[str, str], ...]]:
    """Endings, and what takes their place, by the letter that they end with, in their order."""
    letters = {end[-1] for end, _ in endings}
    return {last: tuple(e for e in endings if e[0][-1] == last) for last in letters}


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without case and inflection, so that "victims" and "victim" meet.

    >>> [stem(w) for w in ("Victims", "identified", "agencies", "women", "children", "processes")]
    ['victim', 'identifi', 'agenci', 'woman', 'child', 'process']
    """
    word = word.casefold()
    if not word.isalpha():
        word = word.replace("’", "'").removesuffix("'s").rstrip("'.")
    last = word[-1:]
    if last == "n" and len(word) > 4 and word.endswith(("men", "children")):
        return word[:-3] + ("man" if word.endswith("men") else "")
    for end, put in _ENDINGS.get(last, ()):
        if word.endswith(end) and len(word) - len(end) >= 3:
            word = word[: len(word) - len(end)] + put
            break
    last = word[-1:]
    if (last == "e" or last == "y") and len(word) > 3:
        word = word[:-1] + ("i" if last == "y" else "")
    return word


_ENDINGS = _by_last(
    ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("shes", "sh"), ("ies", "i"), ("ied", "i"),
    ("ying", "i"), ("ing", ""), ("ed", ""), ("ss", "ss"), ("us", "us"), ("is", "is"), ("es", ""),
    ("s", ""),
)  # fmt: skip

Groups = tuple[tuple[str, ...], ...]
"""Words that a team says mean the same, a tuple for each thing, its first word standing for all."""


def synonyms(stems: Sequence[str], groups: Groups) -> Iterator[tuple[int, int, str]]:
    """Where the words of some groups stand among stems: first, stop, and the word that stands for
    them. The longest phrase goes first, and none overlap.

    >>> groups = (("caseworkers", "social workers"),)
    >>> list(synonyms(["two", "social", "worker", "left"], groups))
    [(1, 3, 'caseworkers')]
    """
    table = _phrases(groups)
    i = 0
    while i < len(stems):
        for phrase, word in table.get(stems[i], ()):
            if tuple(stems[i : i + len(phrase)]) == phrase:
                yield i, i + len(phrase), word
                i += len(phrase) - 1
                break
        i += 1


def unified(text: str, groups: Groups) -> str:
    """A text with one word for each thing that has several.

    >>> unified("Two social workers left.", (("caseworkers", "social workers"),))
    'Two caseworkers left.'
    """
    found = tokens(text) if groups else []
    parts, at = [], 0
    for first, stop, word in synonyms([stem(token.text) for token in found], groups):
        parts += [text[at : found[first].start], word]
        at = found[stop - 1].end
    return "".join([*parts, text[at:]])


@lru_cache(maxsize=8)
def _phrases(groups: Groups) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The words of all groups by the stem of their first word, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for group in groups:
        for entry in group:
            phrase = tuple(stem(token.text) for token in tokens(entry))
            found.setdefault(phrase[0], []).append((phrase, group[0]))
    return {first: sorted(rows, key=lambda row: -len(row[0])) for first, rows in found.items()}


FUNCTION_WORDS = frozenset(
    """
    a an the this that these those such some any each every both all other another
    and or but nor so yet if as than then when while where whether because although though
    of in on at by for from to into with within without about between among through during
    after before under over against per via up out off upon toward towards
    i we you he she it they me us him her them my our your his its their who whom whose which what
    is are was were be been being am has have had having do does did done doing
    will would shall should can could may might must
    not no also only very more most less least there here however moreover furthermore therefore
    additionally including include included
    """.split()
)
"""Words that hold a sentence together and say little of what it is about."""


@lru_cache(maxsize=65536)
def root(word: str) -> str:
    """A stem without derivation, so that "indictment" and "indicted" meet.

    It is coarser than ``stem``: right for asking whether two sentences speak of the same event,
    too coarse for telling one thing counted from another.

    >>> {root(w) for w in ("investigated", "investigation", "investigates")}
    {'investig'}
    >>> root("indictment") == root("indicted"), root("planned") == root("plans")
    (True, True)
    >>> root("injuries") == root("injured"), root("complaint") == root("complained")
    (True, True)
    """
    found = _IRREGULAR.get(word.casefold()) or stem(word)
    for end, put in _DERIVED.get(found[-1:], ()):
        if found.endswith(end) and len(found) - len(end) + len(put) >= _ROOT:
            found = found[: len(found) - len(end)] + put
            break
    if len(found) > 3 and found[-1] == found[-2] and found[-1] in "bdfglmnprst":
        found = found[:-1]
    return found


_ROOT = 5  # shorter roots meet by chance ("nation" and "nat")

_DERIVED = _by_last(
    ("mentation", "ment"), ("ification", "ifi"), ("ation", ""), ("ition", "it"), ("at", ""),
    ("ment", ""), ("ional", ""), ("ion", ""), ("ence", ""), ("ance", ""), ("al", ""),
    ("ingli", ""), ("li", ""), ("eri", "er"), ("uri", "ur"), ("iri", "ir"), ("aint", "ain"),
)  # fmt: skip

_IRREGULAR = {
    form: base
    for line in """
    began begin|begun begin|brought bring|built build|chose choos|chosen choos|died die|dying die
    drew draw|fell fall|fallen fall|felt feel|found find|gave giv|given giv|grew grow|grown grow
    growth grow|held hold|kept keep|knew know|known know|led lead|left leav|lost los|loss los
    made mak|met meet|paid pay
    ran run|rose ris|risen ris|said say|saw see|seen see|sent send|shot shoot|shown show
    spent spend|spoke speak|stood stand|told tell|took tak|taken tak|went go|gone go|won win
    agreed agre|disagreed disagre|freed fre|guaranteed guarante|decreed decre
    withdrew withdraw|wrote writ|written writ|became becom|arose aris|sought seek|taught teach
    thought think|understood understand|undertook undertak|undertaken undertak
    """.strip().splitlines()
    for form, base in (pair.split() for pair in line.strip().split("|"))
}
