"""A parse in, propositions out: what is said of whom, denied or not, with what force, by whom.

A chain of verbs is one proposition ("failed to report", "is required to file", "plan to open"): its
last verb is the predicate, those before it say whether it is denied, due, allowed or only planned.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from tracediff.lexicon.clauses import DEGREES, RECOMMENDING
from tracediff.lexicon.propositions import (
    DONE,
    DOUBTING,
    PARTLY,
    PENDING,
    PLANNING,
    PRONOUNS,
    SELDOM,
    UNDER_WAY,
    WHOLE,
    direction,
    lemma,
)
from tracediff.lexicon.syntax import AIMS, BE, CONJUNCTIONS, DO
from tracediff.model import Span
from tracediff.model.syntax import NOWHERE, Clause, NounPhrase, Relation, Tense, VerbGroup
from tracediff.syntax.chains import COPULAS, Chain, Progress, follow
from tracediff.syntax.own_words import with_own
from tracediff.syntax.parse import Parse, parse
from tracediff.syntax.proposition import Proposition
from tracediff.text.vocabulary import PLAIN, Vocabulary
from tracediff.text.words import FUNCTION_WORDS, root

_OWN: Final = frozenset(
    {
        Relation.MAIN,
        Relation.COORDINATE,
        Relation.SUBORDINATE,
        Relation.RELATIVE,
        Relation.COMPLEMENT,
        Relation.ASIDE,
    }
)
_CONDITIONS: Final = frozenset("if unless provided when once whenever where".split())
_UNKNOWN: Final = 0.1  # the certainty that "it was unclear whether" leaves
_HEARSAY: Final = 0.7  # the certainty that "it was reported that" leaves


@lru_cache(maxsize=32768)  # the sentences of a long report that were edited, or came or went
def propositions(text: str, vocabulary: Vocabulary = PLAIN) -> tuple[Proposition, ...]:
    """The propositions of a sentence, in the order of its clauses.

    The words of a team are those of ``vocabulary``.

    >>> [one] = propositions("The ministry did not effectively enforce the law.")
    >>> one.agent, one.predicate, one.patient, one.denied, sorted(one.degrees)
    ('ministri', 'enforc', 'law', True, ['effectively'])
    """
    return tuple(_read(parse(text, vocabulary)))


def _read(p: Parse) -> Iterator[Proposition]:
    behind: dict[int, list[int]] = {}
    for index, clause in enumerate(p.clauses):
        behind.setdefault(clause.parent, []).append(index)
    used: set[int] = set()
    said = tuple(p.tokens.vocabulary.said(p.tokens.low))
    passing = frozenset(i for one in said for i in range(one.first, one.stop))
    for index, clause in enumerate(p.clauses):
        if clause.verb == NOWHERE or index in used or not _opens(p, clause):
            continue
        chain = follow(p, index, behind, passing)
        used.update(chain.clauses)
        verb = p.verbs[p.clauses[chain.clause].verb]
        if p.tags[verb.head] != "MD" or _verb_like(p, verb) != NOWHERE:  # "a must for visitors"
            found = _proposition(p, chain, behind)
            yield with_own(p, found, said)


def _opens(p: Parse, clause: Clause) -> bool:
    """Whether a clause says something by itself."""
    return clause.relation in _OWN or clause.relation is Relation.PARTICIPLE


def _proposition(p: Parse, chain: Chain, behind: dict[int, list[int]]) -> Proposition:
    first, last = p.clauses[chain.clauses[0]], p.clauses[chain.clause]
    verb = p.verbs[last.verb]
    own = _tokens(p, chain.clauses, behind)
    subject = first.subject if last.shared or last.subject == NOWHERE else last.subject
    subject = chain.actor if chain.actor != NOWHERE else subject
    patient = p.phrases[last.objects[0]] if last.objects else None
    agent = p.phrases[subject] if subject != NOWHERE else None
    predicate, progress, at = _predicate(p, last, verb, agent, chain)
    lone = _is_lone(p, first)
    if verb.passive and not lone:
        by = next((n for n in p.phrases if n.clause in chain.clauses and _is_by(p, n)), None)
        agent, patient = by, agent
    if progress is Progress.PENDING and at is None:
        agent, patient = None, _of(p, subject)
    planned = (predicate in PLANNING and patient is not None) or _is_aim(p, first)
    if planned and progress is Progress.SO:
        progress = Progress.PLANNED
    denied, denial, counted = _denied(p, last, subject, chain)
    if denied and "yet" in (p.tokens.low[i] for i in own):
        denied, denial, progress = False, None, Progress.PENDING
    roles = frozenset(
        _content(p, [i for n in (agent, patient) if n for i in range(n.first, n.stop)])
    )
    words = frozenset(_content(p, own)) | roles
    low = {p.tokens.low[i] for i in own}
    seldom = not SELDOM.isdisjoint(low)
    doubts = sorted((DOUBTING[w], w) for w in low & DOUBTING.keys())
    speaker = p.speaker(chain.clauses[0])
    if speaker is not None and p.tokens.low[speaker.head] == "it":
        doubts.append((_HEARSAY, "reported"))
    if _asks(p, first):
        doubts.append((_UNKNOWN, "whether"))
    certainty, hedge = min([(chain.certainty, chain.hedge), *doubts])
    return Proposition(
        at=_span(p, own + _asked_tokens(p, chain.clauses)),
        agent=_name(p, agent),
        patient=_name(p, patient),
        topic=_name(p, _of(p, subject)) if subject != NOWHERE else "",
        predicate=predicate,
        verb=at or p.tokens.span(verb.head, verb.head + 1),
        words=words,
        roles=roles,
        denied=denied,
        denial=denial,
        counted=counted,
        numbered=any(
            "CD" in p.tags[n.first : n.stop]
            for n in (agent, patient, *(p.phrases[o] for o in last.objects))
            if n is not None
        ),
        polled=any(map(p.polled, chain.clauses)),
        degrees=_degrees(p, last, own, denial, seldom=seldom),
        partly=bool((chain.degrees | low) & PARTLY),
        duty=chain.duty,
        force=chain.force if chain.duty is not None else None,
        certainty=certainty,
        hedge=hedge,
        progress=progress,
        speaker=_name(p, speaker),
        reported=speaker is not None,
        conditional=_is_conditional(p, chain.clauses[0], behind),
        content=_is_content_clause(p, first),
        finite=lone or _is_finite(p, first),
        trend=direction(predicate),
        past=any(p.verbs[p.clauses[c].verb].tense is Tense.PAST for c in chain.clauses),
    )


def _is_finite(p: Parse, clause: Clause) -> bool:
    """Whether a clause has a verb in a tense, or shares that of the one that it is joined to."""
    around = {*p.tokens.low[max(0, clause.first - 1) : clause.first + 1]}
    joined = not CONJUNCTIONS.isdisjoint(around)
    return p.verbs[clause.verb].finite or joined or clause.relation is not Relation.PARTICIPLE


def _verb_like(p: Parse, verb: VerbGroup) -> int:
    """The verb behind "did not" or "will" that has another tag: "did not fund pools"."""
    alone = p.tags[verb.head] == "MD" or p.tokens.low[verb.head] in DO
    at = verb.stop
    if not alone or at >= p.tokens.size or p.tags[at][:2] not in ("NN", "JJ"):
        return NOWHERE
    phrase = p.phrase_at[at]
    return at if phrase != NOWHERE and p.phrases[phrase].first == at else NOWHERE


def _is_lone(p: Parse, clause: Clause) -> bool:
    """Whether a participle is the only verb: "the guard recently acquired boats"; one that a
    preposition governs is none ("its abstention from voting")."""
    if clause.relation is not Relation.PARTICIPLE or clause.parent == NOWHERE:
        return False
    first = p.verbs[clause.verb].first
    if first > 0 and p.tags[first - 1] == "IN":
        return False
    return p.clauses[clause.parent].verb == NOWHERE and bool(clause.objects)


def _predicate(
    p: Parse, clause: Clause, verb: VerbGroup, subject: NounPhrase | None, chain: Chain
) -> tuple[str, Progress, Span | None]:
    """What is said: the verb, or behind "is" the adjective or noun; and how far it has come.

    "Approval of the plan is pending" says of the approval of the plan that it is not there yet.
    """
    low = p.tokens.low
    noun = _verb_like(p, verb)
    if subject is not None and _is_under_way(p, verb):
        return root(low[subject.head]), Progress.PENDING, None
    if noun != NOWHERE:
        return lemma(low[noun]), chain.progress, p.tokens.span(noun, noun + 1)
    if low[verb.head] not in COPULAS:
        return lemma(low[verb.head]), chain.progress, p.tokens.span(verb.head, verb.head + 1)
    at = next(
        (i for i in range(verb.stop, clause.stop) if p.tags[i] in ("JJ", "VBN", "VBG", "JJR")), None
    )
    near = at is not None and at <= verb.stop + 2 and p.phrase_at[at] == NOWHERE
    if at is not None and near:
        word = root(low[at])
        if word in PENDING and subject is not None:
            return root(low[subject.head]), Progress.PENDING, None
        if word in DONE and subject is not None:
            return root(low[subject.head]), Progress.SO, p.tokens.span(at, at + 1)
        return word, chain.progress, p.tokens.span(at, at + 1)
    if clause.objects:
        head = p.phrases[clause.objects[0]].head
        return root(low[head]), chain.progress, p.tokens.span(head, head + 1)
    return root(low[verb.head]), chain.progress, p.tokens.span(verb.head, verb.head + 1)


def _is_under_way(p: Parse, verb: VerbGroup) -> bool:
    """Whether what a verb is about was not done yet: "was under review", "is still awaited"."""
    low = p.tokens.low
    if verb.passive and root(low[verb.head]) in PENDING:
        return True
    if low[verb.head] not in COPULAS:
        return False
    for phrase in p.phrases:
        if phrase.first >= verb.stop and phrase.preposition != NOWHERE:
            behind = low[verb.stop : phrase.preposition]
            nouns = UNDER_WAY.get(low[phrase.preposition], frozenset())
            return low[phrase.head] in nouns and not {*behind} - {"still", "now", "also"}
    return False


def _denied(p: Parse, clause: Clause, subject: int, chain: Chain) -> tuple[bool, Span | None, bool]:
    """Whether it is denied, by which word, and whether that only says how many."""
    for index in (*clause.objects, subject):
        if index != NOWHERE and p.phrases[index].denied and not _excepts(p, p.phrases[index]):
            phrase = p.phrases[index]
            return not chain.denied, p.tokens.span(phrase.first, phrase.first + 1), True
    return chain.denied, chain.denial, False


def _excepts(p: Parse, phrase: NounPhrase) -> bool:
    """Whether a denied noun is all but one: "no one but the abbot", "none other than"."""
    low = p.tokens.low
    return low[phrase.stop] in ("but", "except") or low[phrase.stop : phrase.stop + 2] == [
        "other", "than",
    ]  # fmt: skip


_ASKING: Final = frozenset(
    "ask asks asked know knows knew see check decide decides decided wonder tell sure find".split()
)


def _asks(p: Parse, clause: Clause) -> bool:
    """Whether it is asked or unknown: "unclear whether", "asked if"."""
    if clause.opener == NOWHERE:
        return False
    opener = p.tokens.low[clause.opener]
    before = {*p.tokens.low[max(0, clause.opener - 3) : clause.opener]}
    return opener == "whether" or (opener == "if" and not _ASKING.isdisjoint(before))


def _is_conditional(p: Parse, clause: int, behind: dict[int, list[int]]) -> bool:
    """Whether it holds only under a condition, or is one itself."""
    if _is_asked(p):
        return True
    around = [p.clauses[clause], *(p.clauses[child] for child in behind.get(clause, ()))]
    parent = p.clauses[clause].parent
    around += [p.clauses[child] for child in behind.get(parent, ()) if parent != NOWHERE]
    openers = {
        p.tokens.low[one.opener] for one in around if one.opener != NOWHERE and not _asks(p, one)
    }
    return not _CONDITIONS.isdisjoint(openers)


def _is_asked(p: Parse) -> bool:
    """Whether its sentence asks for something: "Ensure that the law prohibits …"."""
    above = p.clauses[0]
    return p.tokens.low[0] in RECOMMENDING and above.subject == NOWHERE


def _is_content_clause(p: Parse, clause: Clause) -> bool:
    """Whether it is what a noun is about: "the fear that prices rise"."""
    if clause.opener == NOWHERE or p.tokens.low[clause.opener] != "that":
        return False
    own = clause.subject != NOWHERE and p.phrases[clause.subject].first > clause.opener
    return own and p.tags[clause.opener - 1].startswith("NN")


def _is_aim(p: Parse, clause: Clause) -> bool:
    """Whether it is what somebody is after: "our aim is that no boat is lost"."""
    above = p.clauses[clause.parent] if clause.parent != NOWHERE else None
    if above is None or clause.opener == NOWHERE or p.tokens.low[clause.opener] != "that":
        return False
    if above.subject == NOWHERE or above.verb == NOWHERE:
        return False
    verb = p.verbs[above.verb]
    equates = p.tokens.low[verb.head] in BE and verb.stop == clause.opener
    return equates and p.tokens.low[p.phrases[above.subject].head] in AIMS


def _degrees(
    p: Parse, clause: Clause, own: list[int], denial: Span | None, *, seldom: bool
) -> frozenset[str]:
    """The degrees of a proposition: of a denied one those behind the denial.

    A denied object lends it its own: "did not provide adequate services".
    """
    t = p.tokens
    after = denial.start if denial else 0
    found = {t.low[i] for i in own if t.start[i] >= after} & WHOLE
    if denial:
        for index in clause.objects:
            phrase = p.phrases[index]
            found |= {*t.low[phrase.first : phrase.stop]} & DEGREES
    return frozenset(found | ({"often"} if seldom else set()))


def _tokens(p: Parse, clauses: list[int], behind: dict[int, list[int]]) -> list[int]:
    """The tokens of a chain of clauses with those that only describe what stands in them."""
    held = set(clauses)
    waiting = list(clauses)
    while waiting:
        for child in behind.get(waiting.pop(), ()):
            one = p.clauses[child]
            if child not in held and one.relation not in _OWN:
                held.add(child)
                waiting.append(child)
    return [i for i, clause in enumerate(p.clause_at) if clause in held]


def _asked_tokens(p: Parse, clauses: list[int]) -> list[int]:
    """The tokens of the question that a chain governs: "depends on whether he testified"."""
    asked = {i for i, one in enumerate(p.clauses) if one.parent in clauses and _asks(p, one)}
    return [i for i, clause in enumerate(p.clause_at) if clause in asked]


def _content(p: Parse, places: list[int]) -> Iterator[str]:
    for i in places:
        low = p.tokens.low[i]
        if p.tokens.kind[i] == "w" and low not in FUNCTION_WORDS and low not in WHOLE:
            yield root(low)


def _name(p: Parse, phrase: NounPhrase | None) -> str:
    """The root of the head of a phrase; nothing for a pronoun."""
    low = p.tokens.low[phrase.head] if phrase else ""
    return (
        ""
        if not low or low in PRONOUNS or (phrase and phrase.denied and low == "one")
        else root(low)
    )


def _is_by(p: Parse, phrase: NounPhrase) -> bool:
    return phrase.preposition != NOWHERE and p.tokens.low[phrase.preposition] == "by"


def _of(p: Parse, subject: int) -> NounPhrase | None:
    """The phrase behind "of" that a noun of doing has for its object: "launch of the hotline"."""
    return next((n for n in p.phrases if n.governor == subject and subject != NOWHERE), None)


def _span(p: Parse, own: list[int]) -> Span:
    """The stretch of a proposition, without the marks and the joining word around it."""
    held = [i for i in own if p.tokens.kind[i] != "p" and p.tokens.low[i] not in ("and", "but")]
    first, last = (held[0], held[-1]) if held else (own[0], own[-1])
    return p.tokens.span(first, last + 1)
