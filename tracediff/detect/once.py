"""What a report tells once: a sentence in, whether it is an event of its year out.

An event is told in the year that it happened in and not again: that it is gone says nothing, and
that a harmless one is new says little. What is denied, due, planned or so in general lasts; and a
case of one accused is no figure of the year.
"""

from __future__ import annotations

import re
from typing import Final

from tracediff.lexicon.cases import CONFESSING, JUSTICE
from tracediff.lexicon.gravity import is_body, is_deed, is_grave
from tracediff.lexicon.people import REPORTING
from tracediff.model import Claim, CueKind, Sentence
from tracediff.model.syntax import NOWHERE, Clause, NounPhrase, Relation, Tense
from tracediff.settings import Words
from tracediff.syntax import Parse, parse
from tracediff.syntax.propositions import propositions
from tracediff.text.tokens import TOKEN
from tracediff.text.vocabulary import vocabulary
from tracediff.text.words import root


def tells_once(sentence: Sentence, claims: tuple[Claim, ...], words: Words, *, new: bool) -> bool:
    """Whether a statement that only one edition makes tells of what was done once.

    A deed that harms nobody is one in either edition; in the old one so is any event of its year.
    """
    return _is_deed_done(sentence.text) or (not new and _is_event(sentence, claims, words))


def _is_deed_done(text: str) -> bool:
    """Whether the main verb of a sentence says that something harmless was done."""
    if not any(is_deed(match[0].lower()) for match in TOKEN.finditer(text)):
        return False  # most say nothing of the kind, and need not be parsed to know it
    p = parse(text)
    main = next((c for c in p.clauses if c.relation is Relation.MAIN and c.verb != NOWHERE), None)
    if main is None:
        return False
    verb = p.verbs[main.verb]
    done = verb.tense is Tense.PAST and verb.denial == NOWHERE and not verb.modal
    return done and is_harmless_deed(p.tokens.low[verb.head], text)


def _is_event(sentence: Sentence, claims: tuple[Claim, ...], words: Words) -> bool:
    """Whether all that a sentence says is over: nothing is admitted, due, meant or always so."""
    if any(cue.kind in _LASTING for claim in claims for cue in claim.cues):
        return False
    told = [one for one in propositions(sentence.text, vocabulary(words)) if one.finite]
    return bool(told) and all(one.past for one in told)


_LASTING: Final = frozenset(
    {CueKind.DENIAL, CueKind.SHORTFALL, CueKind.OBLIGATION, CueKind.FUTURE, CueKind.CONDITION}
)


def is_harmless_deed(verb: str, text: str) -> bool:
    """Whether a verb tells of something done once, in a text that speaks of no harm."""
    said = (word for word in _WORD.findall(text.casefold()) if word not in _BODIES_OF_PEOPLE)
    return is_deed(verb) and not is_grave(said)


_WORD: Final = re.compile(r"[\w-]+")


_BODIES_OF_PEOPLE: Final = frozenset({"force", "forces"})  # "a task force" forces nobody


def accuses_one(text: str) -> bool:
    """Whether a sentence tells of one person who is named and was accused, judged or confessed.

    >>> accuses_one("A court sentenced Tadeo Marsh to 12 years for stealing 40 boats.")
    True
    >>> accuses_one("Courts sentenced 31 smugglers.")
    False
    """
    p = parse(text)
    return any(
        _names_one(p, p.phrases[phrase])
        for clause in p.clauses
        for phrase in _accused(p, clause)
        if phrase != NOWHERE
    )


def _accused(p: Parse, clause: Clause) -> tuple[int, ...]:
    """The phrases of those whom a clause tells to be accused or judged, or to confess."""
    if clause.verb == NOWHERE:
        return ()
    verb = p.verbs[clause.verb]
    said = root(p.tokens.low[verb.head])
    if said in CONFESSING or (said in JUSTICE and verb.passive):
        return (clause.subject,)
    return clause.objects if said in JUSTICE else ()


def _names_one(p: Parse, phrase: NounPhrase) -> bool:
    """Whether a phrase ends in the names of a person: two or more, none of them of a body."""
    names = [at for at in range(phrase.first, phrase.stop) if p.tags[at] == "NNP"]
    return (
        len(names) > 1
        and names[-1] == phrase.head
        and p.tags[phrase.first] != "DT"
        and not any(_is_of_a_body(p.tokens.text[at]) for at in names)
    )


def _is_of_a_body(name: str) -> bool:
    """Whether a name is one of a body: "Court", "Ministry", "UNODC"."""
    return name.isupper() or name.casefold() in REPORTING or is_body(name)
