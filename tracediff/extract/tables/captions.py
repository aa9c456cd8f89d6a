"""A caption or heading in, out the thing that the figures below it count, if it names one.

"Posts removed by policy" says that "Adult content 450" counts posts. A caption says so by what it
is parted by, by the participle behind its noun, or by "Number of"; "Key figures" says nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from tracediff.lexicon.cells import UNCOUNTED
from tracediff.model.syntax import NOWHERE, NounPhrase, Relation
from tracediff.syntax import Parse, parse, tagged
from tracediff.text.words import stem

_PARTICIPLES: Final = frozenset({"VBN", "VBD"})
_PLURAL: Final = frozenset({"NNS", "NNPS"})
_NUMBERED: Final = re.compile(
    r"^(?:table|tab\.|figure|exhibit|annex)\b(?: [A-Z]?[\d.]{0,8})?\s*[:.–—-]?\s*", re.IGNORECASE
)
_COUNT: Final = re.compile(r"^(?:the )?(?:total )?number of (?:the )?", re.IGNORECASE)


class Thing(NamedTuple):
    """What is counted: its noun, and this with what was done to it ("posts", "posts removed")."""

    noun: str = ""
    said: str = ""

    def is_named_in(self, label: str) -> bool:
        """Whether the label of a row names the thing or another to which something was done."""
        own = stem(self.noun.split()[-1]) in {stem(word) for word in label.split()}
        return own or _names_what_was_done(label)


@lru_cache(maxsize=2048)  # the cells of a row ask one after the other
def _names_what_was_done(label: str) -> bool:
    tags = tagged(_lower(label))
    return any(first in _PLURAL and after in _PARTICIPLES for first, after in pairwise(tags))


def thing_of(title: str) -> Thing:
    """The thing that a caption names; an empty one where it names none.

    >>> thing_of("Table: Posts removed by policy")
    Thing(noun='posts', said='posts removed')
    >>> thing_of("Key figures"), thing_of("Number of appeals").noun
    (Thing(noun='', said=''), 'appeals')
    """
    text = without_number(title).strip(" :–—-")
    plain = _lower(_COUNT.sub("", text))
    if not plain:
        return Thing()
    found = parse(plain)
    if not found.phrases or found.phrases[0].first > 0:
        return Thing()
    first = found.phrases[0]
    head = found.tokens.low[first.head]
    if found.tags[first.head] not in _PLURAL or head in UNCOUNTED or first.joined != NOWHERE:
        return Thing()
    noun = found.text(first).strip(" ,")
    done = _participle(found, first)
    if done:
        return Thing(noun, f"{noun} {done}")
    parted = found.tokens.words(first.stop, first.stop + 1) == "by"
    joined = found.tokens.tags[first.stop] in _PARTICIPLES
    return Thing(noun, noun) if parted or joined or plain != _lower(text) else Thing()


def without_number(caption: str) -> str:
    """A caption without "Table 3:"."""
    return _NUMBERED.sub("", caption)


def is_done(head: str) -> bool:
    """Whether the head of a column says what was done, and leaves to the caption to what.

    >>> is_done("Returned to owner"), is_done("Women")
    (True, False)
    """
    return tagged(_lower(head))[:1] in (["VBN"], ["VBD"])


def shortened(head: str) -> str:
    """A long head without what hangs on its noun, but for what was done to it.

    >>> shortened("Letters written by citizens that were answered after a year")
    'Letters answered'
    """
    found = parse(head)
    for clause in found.clauses:
        if clause.relation is Relation.RELATIVE and clause.verb != NOWHERE and found.phrases:
            verb = found.verbs[clause.verb]
            if verb.passive and found.phrases[0].first == 0:
                stop = verb.head + 1 + (found.tokens.tags[verb.head + 1] == "RP")
                return f"{found.text(found.phrases[0])} {found.tokens.words(verb.head, stop)}"
    return head


def _participle(found: Parse, phrase: NounPhrase) -> str:
    """The participle behind a phrase; none where several share it, for then columns tell them."""
    if found.tokens.tags[phrase.stop] not in _PARTICIPLES or len(found.verbs) != 1:
        return ""
    return found.text(found.verbs[0]).strip(" ,")


def _lower(text: str) -> str:
    """A text as it stands amid a sentence: abbreviations alone keep their capitals."""
    words = text.split()
    loud = text.isupper()
    return " ".join(
        word if word.isupper() and len(word) > 1 and not loud else word.lower() for word in words
    )
