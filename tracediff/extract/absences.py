"""A parse in, missing figures out: where a sentence says "none", "not reported", "nobody knows"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final, NamedTuple

from tracediff.lexicon.cues import DATA, TELLING, UNCOUNTED
from tracediff.lexicon.people import SINGLES
from tracediff.lexicon.syntax import NO
from tracediff.model import Status
from tracediff.model.syntax import NOWHERE, NounPhrase, Relation, Tense, VerbGroup
from tracediff.syntax import Parse
from tracediff.text.words import any_of

# Only a sentence in which one of these stands, in lower case, is looked at.
CUE: Final[re.Pattern[str]] = re.compile(
    r"\b(?:no|not|any|none|unknown|unspecified|undisclosed|undetermined|unclear|unavailable|"
    r"uncertain|unreported|failed|declined|refused|zero|nobody|never|[a-z]{2,6}n[’']t)\b"
)
# and one of these: "no boats", "not … any", "data on", "how many"
_NAMING: Final[re.Pattern[str]] = re.compile(
    rf"\b(?:{any_of({*NO, *DATA, *'number numbers amount many any'.split()})})\b"
)
_VAGUE: Final[frozenset[str]] = frozenset("unknown unspecified undisclosed undetermined".split())
_WHOLE: Final[frozenset[str]] = frozenset(
    "complete comprehensive full disaggregated detailed reliable accurate sufficient specific "
    "further additional updated always".split()
)
_GIVING: Final[frozenset[str]] = frozenset(
    "report disclose specify publish release provide state indicate make say share record track "
    "collect clarify".split()
)
_GIVEN: Final[frozenset[str]] = frozenset(
    "available reported provided disclosed known published specified collected compiled kept "
    "released gathered".split()
)
_UNGIVEN: Final[frozenset[str]] = frozenset("unavailable unknown undisclosed".split())
_REFUSING: Final[frozenset[str]] = frozenset("failed fails fail declined refused".split())
_ABOUT: Final[frozenset[str]] = frozenset("on about regarding for of concerning related to".split())
_MANY: Final[frozenset[str]] = frozenset("number numbers amount".split())
_SUPPOSING: Final[frozenset[str]] = frozenset("would should must shall may might can will".split())
_PLURAL: Final[frozenset[str]] = frozenset({"NNS", "NNPS"})


class Absence(NamedTuple):
    """A figure that is missing, from token ``first`` to before ``stop``.

    ``phrase`` is the noun phrase of what it would count, -1 where none is named; ``asked`` is the
    verb that says of those told of before how many are meant: "how many were paid".
    """

    first: int
    stop: int
    status: Status
    phrase: int = NOWHERE
    asked: int = NOWHERE


def may_miss(low: str) -> bool:
    """Whether a sentence with a cue, in lower case, can say that a figure is missing.

    >>> may_miss("the port did not report any losses"), may_miss("the port did not close")
    (True, False)
    """
    return _NAMING.search(low) is not None


def read_absences(p: Parse) -> list[Absence]:
    """All places of a sentence where it says that a figure is none, unknown or not given."""
    found: list[Absence] = []
    for absence in sorted(_all(p), key=lambda one: (one.first, -one.stop)):
        overlaps = found and absence.first < found[-1].stop
        again = any(one.phrase == absence.phrase != NOWHERE for one in found)
        if not overlaps and not again and not _supposed(p, absence):
            found.append(absence)
    return found


def _supposed(p: Parse, absence: Absence) -> bool:
    """Whether it stands in a condition: "where a supplier has failed to mend any faults"."""
    clause = p.clause_at[absence.first]
    while clause != NOWHERE:
        one = p.clauses[clause]
        opener = p.tokens.low[one.opener] if one.opener != NOWHERE else ""
        if opener in ("if", "unless"):
            return one.relation is Relation.SUBORDINATE
        present = one.verb != NOWHERE and p.verbs[one.verb].tense is Tense.PRESENT
        if opener in ("where", "when", "whenever") and present:
            return True
        clause = one.parent
    return False


def _all(p: Parse) -> Iterator[Absence]:
    yield from _own_words(p)
    for index, phrase in enumerate(p.phrases):
        absence = _none(p, index, phrase) if phrase.denied else _vague(p, index, phrase)
        if absence is not None:
            yield absence
    for verb in p.verbs:
        absence = _denied_verb(p, verb)
        if absence is not None:
            yield absence
    yield from _how_many(p)


def _own_words(p: Parse) -> Iterator[Absence]:
    """Phrases of the team's own: "deaths were not disaggregated", "withheld data on X"."""
    t = p.tokens
    if not t.vocabulary.missing:
        return
    for i in range(t.size):
        said = t.vocabulary.absence(t.low, i)
        if said is None:
            continue
        stop, status = said
        at = stop + 1 + (t.low[stop] in DATA)
        behind = next(
            (p.phrase_at[j] for j in (stop, at) if j < t.size and p.phrase_at[j] >= 0), -1
        )
        if behind != NOWHERE and _counts(p, p.phrases[_through(p, behind)]):
            behind = _through(p, behind)
            yield Absence(i, p.phrases[behind].stop, status, behind)
            continue
        clause = p.clauses[p.clause_at[i]]
        before = [
            k for k, one in enumerate(p.phrases) if clause.first <= one.first and one.stop <= i
        ]
        if before:
            told = _through(p, before[0])
            if not _counts(p, p.phrases[told]):
                continue  # "it was withheld"
            yield Absence(p.phrases[before[0]].first, stop, status, told)


def _through(p: Parse, index: int) -> int:
    """The phrase behind "number of", "data on"."""
    after = index + 1
    word = p.tokens.low[p.phrases[index].head]
    if (word in _MANY or word in DATA) and after < len(p.phrases):
        one = p.phrases[after]
        if one.governor == index and p.tokens.low[one.preposition] in _ABOUT:
            return _through(p, after)
    return index


def _counts(p: Parse, phrase: NounPhrase) -> bool:
    """Whether a phrase names things that somebody would count."""
    word = p.tokens.low[phrase.head]
    plural = p.tags[phrase.head] in _PLURAL or word in p.tokens.vocabulary.plurals
    return (plural or word in ("people", "staff", "personnel")) and word not in UNCOUNTED


def _none(p: Parse, index: int, phrase: NounPhrase) -> Absence | None:
    """Read "no victims", "none of the claims was paid", "no one was arrested"."""
    t = p.tokens
    head = t.low[phrase.head]
    verb = _verb_of(p, index)
    if verb is not None and (verb.modal in _SUPPOSING or verb.denial != NOWHERE):
        return None
    if head in ("none", "nobody", "neither") or t.low[phrase.first : phrase.first + 2] == [
        "no",
        "one",
    ]:
        return _nobody(p, index, phrase, verb)
    if t.low[phrase.first] != "no" or t.low[phrase.first + 1] in (
        "longer",
        "more",
        "fewer",
        "less",
    ):
        return None
    if head in DATA:
        about = _through(p, index)
        if about == index and verb is not None and p.clauses[phrase.clause].subject == index:
            about = _told_behind(p, verb, index)
        if about == index or not _counts(p, p.phrases[about]):
            return None
        return Absence(phrase.first, p.phrases[about].stop, Status.UNKNOWN, about)
    single = head in SINGLES and p.clauses[phrase.clause].subject == index
    if not _counts(p, phrase) and not single:
        return None
    return Absence(phrase.first, phrase.stop, Status.NONE, index)


def _told_behind(p: Parse, verb: VerbGroup, index: int) -> int:
    """What data are about where that stands behind the verb: "no data were available on raids"."""
    for after in _behind(p, verb):
        one = p.phrases[after]
        if one.preposition != NOWHERE and p.tokens.low[one.preposition] in _ABOUT:
            return _through(p, after)
    return index


def _nobody(p: Parse, index: int, phrase: NounPhrase, verb: VerbGroup | None) -> Absence | None:
    after = index + 1
    of = (
        after < len(p.phrases)
        and p.phrases[after].governor == index
        and p.tokens.low[p.phrases[after].preposition] == "of"
    )
    clause = p.clauses[phrase.clause]
    if verb is None or clause.subject != index or p.tokens.low[phrase.head] == "neither":
        return None
    if verb.tense is not Tense.PAST and not verb.passive and not of:
        return None  # "no one knows"
    if p.tokens.low[verb.stop] == "to":
        return None  # "none was to be saved"
    if of and (_counts(p, p.phrases[after]) or p.tags[p.phrases[after].head] in ("PRP", "DT")):
        return Absence(phrase.first, p.phrases[after].stop, Status.NONE, after)
    return None if of else Absence(phrase.first, phrase.stop, Status.NONE)


def _verb_of(p: Parse, index: int) -> VerbGroup | None:
    clause = p.clauses[p.phrases[index].clause]
    return p.verbs[clause.verb] if clause.verb != NOWHERE else None


def _vague(p: Parse, index: int, phrase: NounPhrase) -> Absence | None:
    """Read "an unknown number of victims"."""
    words = p.tokens.low[phrase.first : phrase.stop]
    if _VAGUE.isdisjoint(words) or p.tokens.low[phrase.head] not in _MANY:
        return None
    told = _through(p, index)
    return (
        None if told == index else Absence(phrase.first, p.phrases[told].stop, Status.UNKNOWN, told)
    )


def _denied_verb(p: Parse, verb: VerbGroup) -> Absence | None:
    """Read "did not report how many", "failed to provide data on", "did not convict any"."""
    denial = _denial(p, verb)
    if denial == NOWHERE and _predicate(p, verb) in _UNGIVEN and verb.clause != NOWHERE:
        subject = p.clauses[verb.clause].subject
        return None if subject == NOWHERE else _unavailable(p, verb, subject, "known")
    if denial == NOWHERE or verb.clause == NOWHERE or verb.modal in _SUPPOSING:
        return None
    word = p.tokens.low[verb.head]
    clause = p.clauses[verb.clause]
    words = {p.tokens.low[i] for i in verb.degrees} - {"publicly", "yet", "also", "still"}
    if words & _WHOLE:
        return None
    given = word in _GIVEN or _predicate(p, verb) in _GIVEN
    if clause.subject != NOWHERE and given and not clause.objects:
        return _unavailable(p, verb, clause.subject, word)
    for index in _behind(p, verb):
        absence = _object(p, verb, denial, index, word)
        if absence is not None:
            return absence
    return _how_many_of_those(p, verb, denial) if word in TELLING else None


def _how_many_of_those(p: Parse, verb: VerbGroup, denial: int) -> Absence | None:
    """Read "it freed 40 crews but did not report how many were paid": of those told of before.

    They are the object of the clause that this one is coordinate with or of one that hangs on it,
    else its subject.
    """
    many = verb.stop + 1
    if p.tokens.low[verb.stop : many + 1] != ["how", "many"] or p.phrase_at[many] != NOWHERE:
        return None
    asked = next((one for one in p.clauses if one.first == many + 1), None)
    clause = p.clauses[verb.clause]
    if asked is None or asked.verb == NOWHERE or clause.relation is not Relation.COORDINATE:
        return None
    before, told = p.clauses[clause.parent], p.verbs[asked.verb]
    below = (one for one in p.clauses if one.parent == clause.parent and one.first < clause.first)
    objects = chain(before.objects, chain.from_iterable(one.objects for one in below))
    for index in (*objects, before.subject):
        if told.passive and index != NOWHERE and _counts(p, p.phrases[index]):
            return Absence(denial, told.stop, Status.NOT_REPORTED, index, asked.verb)
    return None


def _predicate(p: Parse, verb: VerbGroup) -> str:
    """The adjective behind "is", "was", or ""."""
    at = verb.stop
    while at < p.tokens.size and p.tags[at] == "RB":
        at += 1
    return p.tokens.low[at]


def _denial(p: Parse, verb: VerbGroup) -> int:
    """Where a verb is denied, by itself or by one of failing that it depends on, or -1."""
    if verb.denial != NOWHERE:
        return verb.first
    clause = p.clauses[verb.clause]
    if clause.relation is Relation.INFINITIVE and clause.parent != NOWHERE:
        parent = p.clauses[clause.parent]
        if parent.verb != NOWHERE:
            held = p.verbs[parent.verb]
            if p.tokens.low[held.head] in _REFUSING and held.stop == verb.first:
                return held.first
    return NOWHERE


def _behind(p: Parse, verb: VerbGroup) -> Iterator[int]:
    """The noun phrases behind a verb until its clause and those hanging on it end."""
    for index, phrase in enumerate(p.phrases):
        if phrase.first < verb.stop:
            continue
        clause = p.clauses[phrase.clause]
        if phrase.clause != verb.clause and clause.parent != verb.clause:
            return
        yield index


def _object(p: Parse, verb: VerbGroup, denial: int, index: int, word: str) -> Absence | None:
    t, phrase = p.tokens, p.phrases[index]
    told = _through(p, index)
    named = p.phrases[told]
    telling = word in TELLING
    first = t.low[phrase.first]
    if telling and t.low[phrase.head] in DATA | _MANY and told != index:
        modified = set(t.low[phrase.first : phrase.stop]) & _WHOLE
        if modified or not _counts(p, named):
            return None
        return Absence(denial, named.stop, Status.NOT_REPORTED, told)
    if telling and t.low[phrase.first - 1] == "how" and first == "many":
        return Absence(denial, phrase.stop, Status.NOT_REPORTED, index)
    if first != "any" or not _counts(p, named) or t.low[phrase.first + 1] in ("other", "further"):
        return None
    if telling and word in _GIVING:
        return Absence(denial, named.stop, Status.NOT_REPORTED, told)
    if verb.modal or not _past(p, verb):
        return None
    return Absence(denial, named.stop, Status.NONE, told)


def _past(p: Parse, verb: VerbGroup) -> bool:
    """Whether a denied verb tells of what was not done, not of what is not done as a rule."""
    words = p.tokens.low[verb.first : verb.head]
    return verb.infinitive or not {"do", "does", "don't", "doesn't", "don’t", "doesn’t"} & {*words}


def _unavailable(p: Parse, verb: VerbGroup, subject: int, word: str) -> Absence | None:
    """Read "the number of victims was not available", "data on X were not kept"."""
    head = p.tokens.low[p.phrases[subject].head]
    if head not in DATA and head not in _MANY:
        return None
    told = _through(p, subject)
    if told == subject or not _counts(p, p.phrases[told]):
        return None
    known = "known" in (word, _predicate(p, verb)) or "available" in (word, _predicate(p, verb))
    status = Status.UNKNOWN if known else Status.NOT_REPORTED
    return Absence(p.phrases[subject].first, verb.stop, status, told)


_UNSURE: Final[frozenset[str]] = frozenset("unclear uncertain unknown known clear".split())


def _how_many(p: Parse) -> Iterator[Absence]:
    """Read "it was unclear how many", "not known whether any victims"."""
    t = p.tokens
    for i in range(1, t.size):
        if t.low[i] not in ("how", "whether", "if") or t.low[i - 1] not in _UNSURE:
            continue
        denied = "not" in t.low[max(0, i - 3) : i]
        if t.low[i - 1] in ("known", "clear") and not denied:
            continue
        wanted = "many" if t.low[i] == "how" else "any"
        if t.low[i + 1] != wanted:
            continue
        index = _of_many(p, i + 1)
        if index == NOWHERE:
            yield Absence(i - 1, i + 2, Status.UNKNOWN)
            continue
        of = index + 1
        if (
            p.phrases[index].stop == i + 2
            and of < len(p.phrases)
            and p.phrases[of].governor == index
        ):
            index = of
        if wanted == "any" and not _counts(p, p.phrases[index]):
            continue
        yield Absence(i - 1, p.phrases[index].stop, Status.UNKNOWN, index)


def _of_many(p: Parse, many: int) -> int:
    """The phrase of "many", or of what they are of: "how many of them were sailors"."""
    t = p.tokens
    index = p.phrase_at[many] if many < t.size else NOWHERE
    if index != NOWHERE or t.low[many + 1] != "of" or many + 2 >= t.size:
        return index
    index = p.phrase_at[many + 2]
    after = index + 1
    if index != NOWHERE and p.tags[p.phrases[index].head] == "PRP" and after < len(p.phrases):
        verb = p.verb_at[p.phrases[index].stop]
        told = verb != NOWHERE and p.phrases[after].first == p.verbs[verb].stop
        return after if told and _counts(p, p.phrases[after]) else index
    return index
