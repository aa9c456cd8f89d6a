"""Headlines of one statement: a part of a sentence in, what it says out: new, gone, or as it is."""

from __future__ import annotations

import re
from typing import Final

from tracediff.lexicon.calendar import MONTH_NAMES
from tracediff.model.syntax import NOWHERE
from tracediff.syntax import parse
from tracediff.wording.clauses import asides, capital, clause, ended, words
from tracediff.wording.headlines.length import CLAUSE, END, FEWEST, MOST, SIDE, lowered
from tracediff.wording.sentence_forms import has_verb, opens_subordinate, opens_with_verb
from tracediff.wording.shared_words import holds_most, says_much, unlike
from tracediff.wording.statements import Part, anything, holding, statement, without_condition
from tracediff.wording.statements import within as within_part
from tracediff.wording.strings import say


def said(new: Part, room: int = MOST) -> str:
    """A statement that is new; of several that which an offset stands in."""
    return statement_of(new, "", CLAUSE, room)


def newly(new: Part, topic: str = "", other: str = "") -> str:
    """A statement that only the newer edition makes, under a topic where its subject points back.

    Of several it is the one that an ``other`` sentence, which answers to it, says least of.

    >>> newly(Part("The harbour will be dredged in May."))
    'New: the harbour will be dredged in May'
    """
    return _told_as("new", new, topic, other)


def now_says(new: Part, topic: str = "", other: str = "") -> str:
    """A statement of the newer edition that the older one makes in other words: neither new nor
    gone.

    >>> now_says(Part("The guild lends nets in May."))
    'Now: the guild lends nets in May'
    """
    return _told_as("now", new, topic, other)


def _told_as(what: str, new: Part, topic: str, other: str) -> str:
    line = _placed(new.text, statement_of(new, other, CLAUSE, MOST - _MARK))
    if topic and (_points_back(line, _POINTING) or _says_little(line) or _names_only(line)):
        back = _points_back(line, _POINTING)
        whole = say(f"headline_{what}_under", topic=topic, line=lowered(line, always=back))
        if len(whole.split()) <= MOST:
            return whole
    return say(f"headline_{what}", line=lowered(line))


_MARK: Final = 1  # word before a statement: "New:"


def no_longer(old: Part, topic: str = "", other: str = "") -> str:
    """A statement that is gone, under a topic where its subject only points back.

    Of several it is the one that an ``other`` sentence, which answers to it, says least of.
    "There were" says nothing of it.
    """
    line = _placed(old.text, _THERE.sub("", statement_of(old, other, CLAUSE)))
    if topic and (_points_back(line, _BACK) or _names_only(line)):
        whole = say("headline_gone_under", topic=topic, old=lowered(line))
        if len(whole.split()) <= MOST:
            return whole
    return say("headline_gone", old=lowered(line))


def _placed(text: str, line: str) -> str:
    """The first statement of a sentence with the name of the place that the sentence opens with:
    "In Orsk, herring grew" says nothing of other ports."""
    p = parse(text)
    first = p.phrases[0] if p.phrases else None
    if first is None or first.preposition != 0 or p.tokens.low[0] not in _WHERE:
        return line
    inside = range(first.first, first.stop)
    named = any(p.tags[i].startswith("NNP") for i in inside)
    dated = any(p.tokens.low[i] in _OF_TIME or _A_YEAR.fullmatch(p.tokens.text[i]) for i in inside)
    place, after = p.text(first), first.stop + (p.tokens.text[first.stop] == ",")
    rest = text[p.tokens.start[after] :] if after < p.tokens.size else ""
    rest = rest if line[:_SAID].casefold() == rest[:_SAID].casefold() else _THERE.sub("", rest)
    follows = rest.casefold().startswith(line.casefold()[:END])
    if not named or dated or place in line or not follows:
        return line
    whole = f"{capital(p.tokens.low[0])} {place}, {rest[0]}{line[1:]}"
    return whole if len(whole.split()) <= MOST - _SAID else line


_WHERE: Final = frozenset("in at for on".split())
_OF_TIME: Final = frozenset(map(str.casefold, MONTH_NAMES)) | {*"fy quarter q1 q2 q3 q4".split()}
_A_YEAR: Final = re.compile(r"(?:1[6-9]|20)\d\d")
_SAID: Final = 3  # words before a statement: "No longer said:"


def says_most(part: Part, other: str) -> bool:
    """Whether another sentence has most words of the statement that would be told of one: then
    it is neither gone nor new.

    >>> says_most(Part("All our rules are on the rules page."), "Our rules are on one page.")
    True
    """
    return holds_most(other, statement_of(part, other, CLAUSE))


def said_otherwise(part: Part, other: str) -> bool:
    """Whether another sentence says much of the statement that would be told of one.

    >>> said_otherwise(Part("All our rules are on the rules page."), "Our rules have a page.")
    True
    """
    return says_much(other, statement_of(part, other, CLAUSE))


_THERE: Final = re.compile(r"^there (?:is|are|was|were|have been|has been) ", re.IGNORECASE)


def flat(part: Part) -> Part:
    """The same part of its sentence, without what stands in brackets outside of it."""
    text, start, stop = part.text, part.start, min(part.stop, len(part.text))
    for aside in reversed([*asides(text)]):
        if aside.start <= start < aside.stop:
            continue
        if aside.start < stop:
            stop -= len(aside)
        if aside.stop <= start:
            start -= len(aside)
        text = text[: aside.start] + text[aside.stop :]
    return Part(text, start, stop)


def statement_of(part: Part, other: str, most: int, room: int = MOST - 4) -> str:
    """The statement of a sentence that another one does not make, in about so many words.

    It may be longer where its verb needs more, as far as there is ``room``.
    """
    part = flat(part)
    own = part.text[part.start : part.stop] if part.stop - part.start > 1 else part.text
    line = clause(part.text, MOST)
    short = len(line.split()) <= room and own[:END] in part.text[-len(line) - 1 :]
    if short and not other and _stands(part.text, line):
        said = ended(statement(part.text, most, room, anything))
        return capital(said) if said and line.endswith(said) else line
    if part.stop - part.start > 1:
        wish = unlike(part.text, other)
        wish = wish if wish(part.start, part.stop) else anything  # "some", "may": small words
        wanted = within_part(part.start, part.stop, wish)
    else:
        wanted = holding(part.start)
    found = ended(statement(part.text, most, room, wanted))
    if found:
        return capital(found)
    stands = _stands(part.text, line)
    cut = line if stands else clause(own if _has_subject(part) else part.text, room)
    if (stands or has_verb(cut)) and len(cut.split()) <= room and not opens_subordinate(cut):
        return cut
    found = ended(statement(part.text, most, room, anything))
    found = found or ended(without_condition(part.text, room))
    if found:
        return capital(found)
    return clause(part.text if len(own.split()) < FEWEST else own, most)


def _has_subject(part: Part) -> bool:
    """Whether a part of a sentence has a verb, and does not begin with it behind its subject."""
    p = parse(part.text)
    first = next((i for i in range(p.tokens.size) if p.tokens.start[i] >= part.start), 0)
    behind = p.tokens.start[first] > 0 and p.verb_at[first] != NOWHERE
    return has_verb(part.text[part.start : part.stop]) and not behind


def _stands(text: str, line: str) -> bool:
    """Whether a line ends where its sentence does, and says something where that does."""
    ends = text.rstrip(" .;").endswith(line[-END:]) and "|" not in line
    return ends and (not has_verb(text) or has_verb(line))


def under(topic: str, line: str) -> str:
    """A statement whose subject only points back, under the title of its section."""
    now = say("headline_now", line="")
    said = line.removeprefix(now)
    if not topic or not (_points_back(said, _POINTING) or _says_little(said)):
        return line
    whole = say(
        "headline_now_under" if said != line else "headline_under",
        topic=topic,
        line=lowered(said, always=_points_back(said, _POINTING)),
    )
    return whole if len(whole.split()) <= MOST else line


def asked(title: str, line: str) -> str:
    """A line of an answer under the question, or the statement agreed to, that heads its section;
    as it is where the title is neither, or there is no room for it.

    >>> asked("How often do you sail?", "Daily: 470 → 389")
    'How often do you sail? Daily: 470 → 389'
    >>> asked("The harbour is safe.", "Agree: 120 → 90")
    '“The harbour is safe”: Agree: 120 → 90'
    >>> asked("Year ended May 31", "Pilots: 12 → 9")
    'Pilots: 12 → 9'
    """
    if not (title.endswith("?") or (title.endswith(".") and has_verb(title))):
        return line
    room = MOST - len(line.split())
    said = title if len(title.split()) <= room else words(title.rstrip(" .?:"), room)
    if len(said.split()) < min(FEWEST, len(title.split())):
        return line
    if said.endswith("?"):
        return say("headline_answer", question=said, line=capital(line))
    return say("headline_agreed", statement=said.rstrip(" .:"), line=line)


def _names_only(line: str) -> bool:
    """Whether a line names a thing and says nothing of it, not even how many there are."""
    return not has_verb(line) and not any(map(str.isdigit, line))


def _says_little(line: str) -> bool:
    """Whether a statement is short and names nobody and no number: "The law permits fines"."""
    said = line.split()
    return len(said) <= SIDE and not any(c.isupper() or c.isdigit() for c in " ".join(said[1:]))


def _points_back(line: str, pointing: frozenset[str]) -> bool:
    """Whether a line opens with a pronoun, or with a verb that no subject goes before."""
    first = line.split(" ", 1)[0].strip(",").casefold()
    back = first in pointing or (bool(line) and opens_with_verb(line))
    return back or _OF_THESE.search(line) is not None


_OF_THESE: Final = re.compile(
    r"\b(?:this|these|those|such)\s(?!year|month|quarter|period|report|statement|document)[a-z]"
)
_BACK: Final = frozenset("it they he she these those its their his her".split())
_POINTING: Final = _BACK | frozenset("this we our i".split())
