"""A long sentence in, its main clause in few words out: what a headline can hold.

What only introduces a statement (when, who says so), what stands in brackets, and what follows
the main clause are left out; the words that stay are those of the report, in their order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tracediff.text.words import FUNCTION_WORDS

# What stands in brackets; not what is quoted itself, such as a placeholder: “[TBD]”, nor what
# belongs to a word: "501(c)(3)"
_ASIDE: Final = re.compile(r"\s*(?<![“‘\"\w)])(?:\([^()]*\)|\[[^\[\]]*\])")
_FIGURE: Final = re.compile(
    r"\s*\((?:about |over |nearly )?[€$£]?\d[\d.,]*\s?(?:%|percent)\)"
)  # "(88%)"
_LIST_MARK: Final = re.compile(r"^\s*(?:[•●▪◦*·–—-]|\(?[a-z0-9]{1,3}[.)])\s+", re.IGNORECASE)
_OPENING: Final = re.compile(
    r"^(?:(?:According\s+to|As\s+of|As\s+a\s+result|By|In|On|During|From|Since|For|At|Through|Under|Over"
    r"|Following|Despite|Due\s+to|Of\s+these)\s[^,;]{1,120},\s+"
    r"|(?:However|Additionally|Furthermore|Moreover|Meanwhile|Nevertheless|Notably|Also|Finally|Further"
    r"|Similarly|Likewise|Overall|Currently|Recently|Historically)\s*,\s+)",
    re.IGNORECASE,
)
_RUN_IN: Final = re.compile(r"^[A-Z][^.:;!?\d]{2,80}:\s+(?=[“\"]?[A-Z])")
_JOINT: Final = re.compile(
    r"^(?:and|but|or|so|yet|while|whereas|although|though|because(?!\s+of)|that|which|who|when)\s+(?=\S)",
    re.IGNORECASE,
)
_SAYING: Final = re.compile(
    r"^[^.,;\d]{0,60}?\b(?:reported|said|stated|noted|found|estimated|announced|indicated|showed)"
    r"\s+that\s+(?!(?:it|they|he|she)\s)",
    re.IGNORECASE,
)
_STRONG: Final = re.compile(r"[,;:—]\s|\s[–-]\s")
_WEAK: Final = re.compile(
    r"\s(?=(?:and|but|while|whereas|although|which|who|whose|where|when|because|including"
    r"|as well as|after|before|following|until|unless|if|so)\s)",
    re.IGNORECASE,
)
_PLACES: Final = re.compile(
    r"\s(?=(?:for|with|in|on|by|to|from|at|under|through|during|of|about|among|towards?|against|between|regarding|concerning)\s)",
    re.IGNORECASE,
)
_LOOSE: Final = re.compile(_PLACES.pattern.replace("|of|", "|"), re.IGNORECASE)  # "Ministry of" …
_TITLE: Final = 6  # words of a title that stands for its section, where it is cut,
_LONGEST: Final = 8  # and so many where it need not be
_SHORTEST: Final = 5  # words that can be a statement
_JOINING: Final = frozenset("and or but".split())
_HANGING: Final = frozenset(
    "and or but of in on at to for by with from as that which the a an".split()
)
_OPEN_END: Final = re.compile(
    r"\s(?:as part|as a result|in order|in terms|in case|as well|in addition|in view|on behalf"
    r"|by means)$"
)
_OBJECTS: Final = frozenset("it them him her us me themselves itself".split())
_PARTICLES: Final = frozenset("up out off down away back".split())
_DOING_SO: Final = [[done, "so"] for done in ("do", "does", "did", "done", "doing")]
_LOOSE_END: Final = frozenset(
    "reported reporting said stated noted found estimated several various many such compared"
    " compare according due based rather prior".split()
)


def clause(text: str, most: int) -> str:
    """The main clause of a sentence in so many words at most, with a capital and no full stop.

    >>> clause("On July 23, the master fired the head of the office, Ivo Brand, over a note.", 8)
    'The master fired the head of the office'
    """
    bare = without_asides(_LIST_MARK.sub("", text)).rstrip(" .;:,…")
    for pattern in (_RUN_IN, _OPENING, _OPENING, _SAYING, _OPENING, _JOINT, _OPENING):
        shorter = pattern.sub("", bare, count=1)
        if len(shorter.split()) >= _SHORTEST:
            bare = shorter
    return capital(_cut(bare.lstrip("… "), most))


def without_asides(text: str) -> str:
    """A text without what stands in brackets, short figures apart.

    >>> without_asides("Most of them (88%) agree (see the annex)")
    'Most of them (88%) agree'
    """
    return " ".join(_ASIDE.sub(_figure_of, text).split())


def asides(text: str) -> Iterator[range]:
    """Where brackets stand that a headline leaves out, in order."""
    for found in _ASIDE.finditer(text):
        if not _FIGURE.fullmatch(found[0]):
            yield range(found.start(), found.end())


def _figure_of(aside: re.Match[str]) -> str:
    return aside[0] if _FIGURE.fullmatch(aside[0]) else ""


_LISTED: Final = re.compile(r", (?:and|or) ")


def topic(title: str) -> str:
    """The title of a section as short as it is still its title.

    >>> topic("Freedom of Expression, Including for Members of the Press")
    'Freedom of Expression'
    >>> topic("Torture and Cruel, Inhuman, or Degrading Treatment or Punishment")
    'Torture'
    >>> topic("Wages, Hours, and Safety")
    'Wages, Hours, and Safety'
    """
    bare = _ASIDE.sub("", title).strip(" .:,;")
    bare = bare.capitalize() if bare.isupper() and " " in bare else bare
    head = re.split(r",\s|:\s|\s[–—-]\s", bare, maxsplit=1)[0]
    if _LISTED.search(bare[len(head) :]):  # "Torture and Cruel, Inhuman, or …" has no head yet
        head = bare if len(bare.split()) <= _LONGEST else head.partition(" and ")[0]
        return capital(head)
    short = head if len(head.split()) > 1 else bare
    if len(short.split()) > _LONGEST:
        room = len(" ".join(short.split()[:_TITLE]))
        found = ([*_ends(pattern, short, room)] for pattern in (_PLACES, _WEAK))
        ends = ([end for end in each if " " in short[:end]] for each in found)
        last = next((each[-1] for each in ends if each), 0)
        short = short[:last] if last else _cut(short, _TITLE)
    return capital(short)


def words(text: str, most: int) -> str:
    """The first so many words of a text, not ended in the middle of a phrase."""
    return _cut(" ".join(text.split()), most)


def bare(text: str) -> str:
    """A quoted stretch without the small words that only join it to others.

    >>> bare("and harvesting, each as a result of")
    'harvesting, each as a result'
    """
    kept = text.split()
    while len(kept) > 1 and kept[0].strip(",;:").casefold() in _JOINING:
        kept.pop(0)
    while len(kept) > 1 and kept[-1].strip(",;:").casefold() in _HANGING:
        kept.pop()
    return " ".join(kept).strip(",;: ")


def capital(text: str) -> str:
    """A text with a capital at its head, where that is a plain word."""
    return text[:1].upper() + text[1:] if text[1:2].islower() or text[1:2] == " " else text


def _cut(text: str, most: int) -> str:
    """A text cut where it may end, within so many words; as it stands where it is short."""
    if len(text.split()) <= most:
        return text
    room = len(" ".join(text.split()[:most]))
    for pattern, least in ((_STRONG, 0.6), (_WEAK, 0.5), (_LOOSE, 0.6), (_STRONG, 0.3)):
        last = max((end for end in _ends(pattern, text, room)), default=0)
        if last >= least * room and len(text[:last].split()) >= min(_SHORTEST, most):
            return ended(text[:last])
    return ended(text[:room])


def _ends(pattern: re.Pattern[str], text: str, room: int) -> Iterator[int]:
    for found in pattern.finditer(text):
        if found.start() > room:
            return
        yield found.start()


def ended(text: str) -> str:
    """A text without the small words and marks that nothing follows any more.

    >>> ended("The dam was opened as a result of"), ended("He spoke in terms of the")
    ('The dam was opened', 'He spoke')
    >>> ended("Nine nets were sold (worth over")
    'Nine nets were sold'
    >>> ended("Nets in the"), ended("Nets and as a result of the")
    ('Nets', 'Nets')
    >>> ended("The fund was set up"), ended("The fund was set up to")
    ('The fund was set up', 'The fund was set')
    """
    kept = text.split()
    last = [word.strip(",;:.").casefold() for word in kept[-2:]]
    if last[-1:] and (last[-1] in _PARTICLES or last in _DOING_SO):
        return text.rstrip(" ,;:–—-(")  # the end of a verb
    while len(kept) > 1 and _is_loose(kept[-1]):
        kept.pop()
    tail = _OPEN_END.search(" ".join(kept))
    if tail is not None and tail.start() > 0:
        kept = kept[: len(" ".join(kept)[: tail.start()].split())]
    while len(kept) > 1 and _is_loose(kept[-1]):
        kept.pop()
    said = " ".join(kept)
    if said.count("(") > said.count(")") and said.rindex("(") > 0:
        said = said[: said.rindex("(")]  # nothing closes it
    return said.rstrip(" ,;:–—-(")


def _is_loose(word: str) -> bool:
    bare = word.strip(",;:–—-()").casefold()
    hangs = bare in FUNCTION_WORDS and bare not in _OBJECTS
    return not bare or hangs or bare in _LOOSE_END
