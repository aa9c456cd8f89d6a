"""The statements that a sentence makes: its parse in, from which word to which each goes out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tracediff.lexicon.syntax import SAYING, SAYING_OF
from tracediff.model.record import Record, replaced
from tracediff.model.syntax import NOWHERE, Clause, Relation
from tracediff.syntax import Parse, parse
from tracediff.text.words import FUNCTION_WORDS
from tracediff.wording.sentence_forms import CONDITIONS, SUPPOSING, begins_with_verb

_STARTING: Final = frozenset(
    {Relation.MAIN, Relation.COORDINATE, Relation.ASIDE, Relation.SUBORDINATE, Relation.COMPLEMENT}
)
_NEEDED: Final = frozenset({Relation.INFINITIVE, Relation.COMPLEMENT})
MARKS: Final = frozenset(",;:—–-()")
_TURNS: Final = [[",", word] for word in "but while although though whereas yet".split()]
_REPORTING: Final = (SAYING | SAYING_OF) - frozenset(
    "believe believes believed argue argues argued allege alleges alleged claim claims claimed"
    " expect expects expected suggest suggests suggested assert asserts asserted believing arguing"
    " claiming expecting suggesting asserting".split()
) | frozenset(  # what is seen or learnt is so
    "see sees saw seen seeing know knows knew known learn learns learned learnt notice notices"
    " noticed realise realised realize realized remember remembers prove proves proved".split()
)
_POINTING: Final = frozenset(
    "it they he she this these those that you one some many such others who which what".split()
)


@dataclass(frozen=True, slots=True)
class StatementSpan(Record):
    """Tokens ``start`` to before ``stop``; it says something from ``least`` on.

    ``subject`` are the tokens of a subject that it shares with the clause before.
    """

    start: int
    least: int
    stop: int
    subject: range

    def words(self, p: Parse) -> str:
        """The words of the statement, its subject first."""
        own = p.tokens.words(self.start, self.stop)
        shared = self.subject
        return f"{p.tokens.words(shared.start, shared.stop)} {own}" if shared else own


@lru_cache(maxsize=64)  # a sentence is asked for its statements with one wish after the other
def statements_of(text: str) -> tuple[StatementSpan, ...]:
    """The statements of a sentence; the first one with the condition that it stands under too."""
    return tuple(_all_statements(parse(text)))


def _all_statements(p: Parse) -> Iterator[StatementSpan]:
    if p.tokens.size > 1 and begins_with_verb(p):  # "Launched a hotline", in a list of deeds
        yield StatementSpan(0, least_end(p, p.clause_at[0]), _stop(p, p.clause_at[0], 1), range(0))
    for number, clause in enumerate(p.clauses):
        one = statement_from(p, number)
        if one is None:
            continue
        if clause.relation is Relation.MAIN and p.tokens.low[0] in CONDITIONS:
            if one.start > 1 or clause.first > 0:
                yield replaced(one, start=0, subject=range(0))
            elif p.tokens.low[0] != "when":
                continue  # the condition itself, of which what follows is said
        yield one


def statement_from(p: Parse, number: int) -> StatementSpan | None:
    """The statement that a clause opens; none where it has no subject of its own to name."""
    clause = p.clauses[number]
    if clause.relation not in _STARTING or NOWHERE in (clause.subject, clause.verb):
        return None
    if p.polled(number):
        return None  # what 63 percent think is no statement of the report
    verb = p.verbs[clause.verb]
    if verb.finite and clause.objects and p.tags[verb.first - 1] == "EX" and verb.first > 1:
        stop = _stop(p, number, verb.stop)  # "…, but there were fires"
        return StatementSpan(verb.first - 1, min(least_end(p, number), stop), stop, range(0))
    subject = p.phrases[clause.subject]
    says = p.tokens.low[verb.head] in SAYING and any(
        c.relation is Relation.COMPLEMENT
        and c.parent == number
        and has_named_subject(p, c)
        and not p.polled(at)
        for at, c in enumerate(p.clauses)
    )
    if not verb.finite or says or not has_named_subject(p, clause) or _only_supposed(p, clause):
        return None
    first = _subject_first(p, clause)
    if first == NOWHERE or _disagrees(p, clause):
        return None
    denied = first > 0 and p.tokens.low[first - 1] == "not"  # "not all boats were mended"
    first -= denied
    behind = end_of_phrase(p, subject.stop, verb.first)
    # "Ivo Brand, head of the office, left"; in a list of subjects none goes alone
    listed = "CC" in p.tags[behind : verb.first]
    aside = p.tokens.text[behind] == "," and not listed and first == subject.first
    apart = clause.shared or aside or _has_two_verbs(p, number, behind)
    start = verb.first if apart else first
    if start > verb.first:
        return None
    stop = _stop(p, number, verb.stop)
    least = min(least_end(p, number), stop)
    named = range(min(first, subject.first), behind) if denied else range(subject.first, behind)
    return StatementSpan(start, least, stop, named if apart else range(0))


def _disagrees(p: Parse, clause: Clause) -> bool:
    """Whether a shared subject is of many and its verb of one: then it is another one's."""
    subject, verb = p.phrases[clause.subject], p.verbs[clause.verb]
    return clause.shared and p.tags[subject.head] == "NNS" and p.tags[verb.first] == "VBZ"


def _has_two_verbs(p: Parse, number: int, behind: int) -> bool:
    """Whether what stands behind a subject was read as a participle and is the first of two verbs:
    "the town joined the league and, in May, opened a school"."""
    first = p.verbs[p.clauses[number].verb].first
    begun = any(c.parent == number and c.first == behind for c in p.clauses)
    joints = [i for i in range(behind, first) if p.tags[i] == "CC"]
    return begun and any(p.tokens.text[i + 1] == "," or i + 1 == first for i in joints)


def _subject_first(p: Parse, clause: Clause) -> int:
    """Where the subject of a clause begins, with what the chunk leaves of it: the rest of a name or
    an address, the phrase that it hangs on or stands beside. Nowhere in a relative clause."""
    first, above = p.phrases[clause.subject].first, clause.parent
    joined = clause.relation is Relation.COORDINATE and not clause.shared
    if joined and above != NOWHERE and lacks_verb(p, p.clauses[above]):
        return p.clauses[above].first  # "Men from Orsk and Norr left": the verb is of all of them
    hangs = p.phrases[clause.subject].governor != NOWHERE
    near = p.phrase_at[first - 1] if first > clause.first else NOWHERE
    beside = near != NOWHERE and p.phrases[near].preposition == NOWHERE  # "a boy age three"
    named = p.tokens.capital(first) and p.tokens.capital(first - 1)
    if first == clause.first or not (beside or named or hangs or p.tokens.glued(first)):
        return first
    if beside and p.tags[p.phrases[clause.subject].head] == "PRP":
        return NOWHERE  # "the rules we have"
    return clause.first + (clause.opener == clause.first)


def _is_attribute(p: Parse, clause: Clause) -> bool:
    """Whether the verb of a clause that shares its subject may be the attribute of a noun:
    "refugees and returned men"."""
    verb = p.verbs[clause.verb]
    last = verb.stop == len(p.phrase_at)  # "and, in the end, did not": the sentence was cut off
    bare = not last and p.phrase_at[verb.stop] != NOWHERE
    bare = bare and p.tags[verb.stop] in ("NN", "NNS", "VBG", "JJ")
    lone = verb.stop == verb.first + 1 and p.tags[verb.head] in ("VBD", "VBN")
    behind = p.tokens.text[verb.first - 1] == ","  # "and, in May, opened a school"
    return (verb.first > clause.first + 1 and not behind) or (lone and bare)


def lacks_verb(p: Parse, clause: Clause) -> bool:
    """Whether a main clause has no verb that says something of its subject."""
    finite = clause.verb != NOWHERE and p.verbs[clause.verb].finite
    return clause.relation is Relation.MAIN and not finite


def _only_supposed(p: Parse, clause: Clause) -> bool:
    """Whether a clause is supposed, believed or wanted, and not said: "they think it leaks"."""
    if clause.opener != NOWHERE and p.tokens.low[clause.opener] in SUPPOSING:
        return True
    if clause.relation is not Relation.COMPLEMENT or clause.parent == NOWHERE:
        return is_misread(p, clause)
    above = p.clauses[clause.parent]
    says = above.verb != NOWHERE and p.tokens.low[p.verbs[above.verb].head] in _REPORTING
    return not says


def is_misread(p: Parse, clause: Clause) -> bool:
    """Whether the verb of a joined clause belongs to the phrase before it: "the site and size of
    the supply designed to last"."""
    verb = p.verbs[clause.verb]
    lone = verb.stop == verb.first + 1 and p.tags[verb.head] in ("VBD", "VBN")
    near = p.phrase_at[verb.first - 1]
    if clause.shared:
        return clause.opener == NOWHERE or _is_attribute(p, clause)
    joined = clause.relation is Relation.COORDINATE
    led = p.tokens.text[clause.first - 1] in MARKS or p.tags[clause.first - 1] == "CC"
    if joined and clause.opener == NOWHERE and not led:
        return True  # no mark and no conjunction leads to it
    return joined and not clause.objects and lone and near not in (NOWHERE, clause.subject)


def has_named_subject(p: Parse, clause: Clause) -> bool:
    """Whether the subject of a clause says what it is about."""
    if clause.subject == NOWHERE:
        return False
    subject = p.phrases[clause.subject]
    if subject.governor != NOWHERE or p.tokens.glued(subject.first):
        return True  # "a bill of $40 was sent": it begins further ahead
    words = [p.tokens.low[i] for i in range(subject.first, subject.stop)]
    if words in (["we"], ["i"], ["you"]) or (words == ["there"] and clause.objects):
        return True  # whoever reports, whoever reads; "there were fires"
    named = (w for w in words if w not in _POINTING and w not in FUNCTION_WORDS)
    return any(word[0].isalpha() for word in named)


def _stop(p: Parse, number: int, at: int) -> int:
    """Where a statement ends: before the next one, or before what stands beside it."""
    one = p.clauses[number]
    ahead = one.relation is Relation.SUBORDINATE and one.first == 0  # "While it rained, …"
    while at < p.tokens.size:
        inside = p.clause_at[at]
        turns = p.tokens.low[at] == "nor" or p.tokens.low[at : at + 2] in _TURNS
        if turns or p.tokens.text[at] in (";", "—", "|"):
            break
        if p.tokens.text[at] == "." and not _is_inside(p, at):
            break
        if inside not in (number, NOWHERE) and _is_beside(p, inside, number):
            break
        if ahead and p.tokens.text[at] == ",":
            break
        at += 1
    while at > 1 and (p.tokens.text[at - 1] in MARKS or p.tags[at - 1] == "CC"):
        at -= 1
    return at


def _is_inside(p: Parse, at: int) -> bool:
    """Whether a mark stands inside an address or a name: "pkg.go.dev", "Aug. 27", "St. Ives"."""
    if at < 1 or at + 1 >= p.tokens.size:
        return False
    short = p.tags[at - 1] == "NNP" and len(p.tokens.text[at - 1]) <= _ABBREVIATED
    numbered = short and p.tokens.kind[at + 1] == "n"
    named = p.tokens.low[at - 1] in _BEFORE_NAMES and p.tokens.capital(at + 1)
    return p.tokens.start[at + 1] == p.tokens.end[at] or numbered or named


_ABBREVIATED: Final = 4  # letters: "Sept. 4"
_BEFORE_NAMES: Final = frozenset("st dr mr mrs ms mt ft gen gov sen rep lt sgt prof".split())


def _is_beside(p: Parse, inside: int, number: int) -> bool:
    """Whether a clause is a statement beside another, and no part of what that says."""
    while inside not in (NOWHERE, number):
        clause = p.clauses[inside]
        beside = clause.relation in (Relation.COORDINATE, Relation.ASIDE)
        own = clause.verb != NOWHERE and p.verbs[clause.verb].finite
        if beside and own and not is_misread(p, clause):
            return True
        inside = clause.parent
    return inside != number


def least_end(p: Parse, number: int) -> int:
    """Where a clause has said what its verb needs: an object, a place, what was to be done."""
    clause = p.clauses[number]
    end = p.verbs[clause.verb].stop
    objects = [p.phrases[o] for o in clause.objects if p.phrases[o].first >= end]
    if objects and not any(p.tokens.text[i] in MARKS for i in range(end, objects[0].first)):
        end = end_of_phrase(p, objects[0].stop, p.tokens.size)
    else:
        end = _complement(p, end)
    for child, one in enumerate(p.clauses):
        told = one.shared and one.opener == NOWHERE and one.verb != NOWHERE
        apart = "CC" in p.tags[end : one.first] or MARKS & {*p.tokens.text[end : one.first]}
        if told and one.parent == number and not apart:
            return max(end, least_end(p, child))  # "one guessed half of the boats had left"
        near = one.parent == number and end <= one.first <= end + 1
        led = one.relation is Relation.PARTICIPLE and p.tags[one.first - 1] == "IN"
        if (one.relation in _NEEDED or led) and near and one.verb != NOWHERE:
            return max(end, least_end(p, child))
    return end


def _complement(p: Parse, end: int) -> int:
    """Behind a verb without an object: an adjective, or the first phrase with a preposition."""
    at = end
    while p.phrase_at[at : at + 1] == (NOWHERE,) and p.tags[at][:2] in ("RB", "JJ", "RP"):
        at += 1
    particle = p.tags[at - 1] == "RP" and p.tokens.low[at : at + 1] != ["to"]  # "up to 40 boats"
    if at > end and (particle or p.tags[at - 1][:2] == "JJ"):
        end = at
    for phrase in p.phrases:
        if phrase.preposition != NOWHERE and at <= phrase.preposition <= at + 1 <= phrase.stop:
            return end_of_phrase(p, phrase.stop, p.tokens.size)
        if phrase.first == at:
            return end_of_phrase(p, phrase.stop, p.tokens.size)
    return end


def end_of_phrase(p: Parse, stop: int, most: int) -> int:
    """The end of a phrase with what hangs on it by "of"."""
    for phrase in p.phrases:
        if phrase.preposition == stop < most and p.tokens.low[stop] == "of":
            return end_of_phrase(p, phrase.stop, most)
    return stop
