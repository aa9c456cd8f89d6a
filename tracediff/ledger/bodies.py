"""Which body did what a figure counts: abbreviations that both editions use, by figure.

"Cases closed at the RCC" are not those that the district offices ("DOs") closed, though the clauses
share all other words. A body that only one edition names may be another's new name, and whoever
just reports a figure did nothing of it.
"""

from __future__ import annotations

import re
from typing import Final

from tracediff.lexicon.syntax import SAYING
from tracediff.model import Fact, Reading
from tracediff.model.syntax import NOWHERE, Relation
from tracediff.syntax import Parse, parse

_BODY: Final = re.compile(r"[A-Z](?<!\w.)[A-Z&-]{0,8}[A-Z]{1,8}[A-Za-z]?s?\b")
_LEAST: Final = 3  # capitals of an abbreviation that names a body: "EU" and "US" are places
_BY: Final = frozenset("by at".split())


class Bodies:
    """The bodies that both editions name."""

    def __init__(self, old: Reading, new: Reading) -> None:
        """Look for abbreviations in both editions: what only stands in headings in capitals is
        none."""
        both = _named(old.edition.text) & _named(new.edition.text)
        said = (s.text for one in (old, new) for s in one.edition.sentences)
        self._known = both & _named("\n".join(text for text in said if not text.isupper()))

    def of(self, fact: Fact, reading: Reading) -> frozenset[str]:
        """The bodies that act in the clause of a figure of prose, or at which it was done.

        Where no body of the two editions stands in the sentence, it is the one that its heading
        names.
        """
        if fact.table is not None or not self._known:
            return frozenset()
        sentence = reading.edition.sentences[fact.sentence]
        if not (_named(sentence.text) & self._known):
            over = _named(reading.edition.section_of(sentence).title) & self._known
            return over if len(over) == 1 else frozenset()
        found = parse(sentence.text)
        t = found.tokens
        at = next((i for i in range(t.size) if t.start[i] >= fact.at.start), 0)
        return frozenset(_acting(found, found.clause_at[at])) & self._known


def _acting(found: Parse, index: int) -> set[str]:
    """The abbreviations of the subject of a clause, and of what stands behind "by" or "at" in it or
    in what hangs on it and has no subject: "closed as unfounded at the RCC"."""
    clause = found.clauses[index]
    if clause.verb != NOWHERE and found.tokens.low[found.verbs[clause.verb].head] in SAYING:
        return set()
    phrases = [found.phrases[clause.subject]] if clause.subject != NOWHERE else []
    inside = {index} | {
        at
        for at, one in enumerate(found.clauses)
        if one.parent == index and one.subject == NOWHERE and one.relation is Relation.SUBORDINATE
    }
    phrases += [
        one
        for one in found.phrases
        if one.clause in inside
        and one.preposition != NOWHERE
        and found.tokens.low[one.preposition] in _BY
    ]
    return {name for one in phrases for name in _named(found.text(one))}


def _named(text: str) -> frozenset[str]:
    """The abbreviations of a text, one body's in one form.

    >>> sorted(_named("The RCC and 24 DOs of the ORBIOs met in the EU."))
    ['ORBIO', 'RCC']
    """
    names = (match[0].removesuffix("s") for match in _BODY.finditer(text))
    return frozenset(name for name in names if sum(map(str.isupper, name)) >= _LEAST)
