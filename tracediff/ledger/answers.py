"""Shares that answer one question year after year: pairs of them out.

A survey words every sentence anew: "76 percent of respondents using Go at work" is followed by "75
percent of respondents use Go at work", in another section and beside another figure. What a share
is of is said by the clause that it stands in, so two are one answer where these clauses say the
same, and no other share of either edition says it as well.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import fsum, log
from typing import Final, NamedTuple

from tracediff.lexicon.layout import FUNCTION_WORDS
from tracediff.lexicon.syntax import SAYING
from tracediff.model import Fact, Reading
from tracediff.model.syntax import NOWHERE, Relation
from tracediff.settings import Ledger
from tracediff.syntax import Parse, parse
from tracediff.text.words import root

_BESIDE: Final = frozenset(
    {Relation.MAIN, Relation.COORDINATE, Relation.COMPARISON, Relation.INCLUDING, Relation.ASIDE}
)
_TELLING: Final = 2  # words that two answers share at least


class Answer(NamedTuple):
    """A share, known by its place among the figures, and the words of what it is a share of."""

    key: int
    words: frozenset[str]


def answers(
    old: tuple[Reading, Mapping[int, Fact]],
    new: tuple[Reading, Mapping[int, Fact]],
    settings: Ledger,
) -> Iterator[tuple[int, int]]:
    """Pairs of shares (named by their keys) that are each other's only counterpart."""
    olds, news = _asked(*old), _asked(*new)
    if not olds or not news:
        return
    weights = _weights(old[0], new[0])
    best = {one.key: _best(one, news, weights, settings) for one in olds}
    back = {one.key: _best(one, olds, weights, settings) for one in news}
    yield from ((o, n) for o, n in best.items() if n is not None and back[n] == o)


def _asked(reading: Reading, shares: Mapping[int, Fact]) -> Sequence[Answer]:
    """The shares of an edition whose clause tells them from all others of their sentence."""
    by_sentence: defaultdict[int, list[Answer]] = defaultdict(list)
    for key, fact in shares.items():
        words = _said(fact, reading.edition.sentences[fact.sentence].text)
        by_sentence[fact.sentence].append(Answer(key, words))
    return [
        one
        for held in by_sentence.values()
        for one in held
        if len(one.words) >= _TELLING and sum(one.words == other.words for other in held) == 1
    ]


def _said(fact: Fact, text: str) -> frozenset[str]:
    """The roots of the words of the clause of a figure, and of those that complete it."""
    p = parse(text)
    if p.clauses[_home(p, _token(p, fact.at.start))].relation is Relation.PARTICIPLE:
        return frozenset()  # whose share it is stands elsewhere: "representing 8 percent of …"
    return frozenset(_word(p, i) for i in statement(p, fact.at.start) if _tells(p, i))


def statement(p: Parse, offset: int) -> Iterator[int]:
    """The tokens of the clause that a figure at an offset stands in, and of what completes it."""
    at = _token(p, offset)
    home = _home(p, at)
    first = at if _says_it_itself(p, at, home) else 0
    return (i for i in range(first, p.tokens.size) if _hangs_on(p, p.clause_at[i], home))


def _token(p: Parse, offset: int) -> int:
    return next(i for i in range(p.tokens.size) if p.tokens.end[i] > offset)


def _home(p: Parse, at: int) -> int:
    """The clause of a token, a bracket or dash being part of what it stands behind."""
    home = p.clause_at[at]
    while p.clauses[home].relation is Relation.ASIDE and p.clauses[home].parent != NOWHERE:
        home = p.clauses[home].parent
    return home


def _says_it_itself(p: Parse, at: int, home: int) -> bool:
    """Whether what a figure behind a verb is of has a clause of its own.

    "Usage grew with 76 percent of respondents using it at work".
    """
    verb = p.clauses[home].verb
    behind = verb != NOWHERE and p.verbs[verb].first < at
    return behind and any(
        one.relation in _OWN and one.parent == home and one.first > at for one in p.clauses
    )


_OWN: Final = frozenset({Relation.PARTICIPLE, Relation.RELATIVE})


def _hangs_on(p: Parse, clause: int, home: int) -> bool:
    """Whether a clause is one, or completes it: "said they use it", "knew how many there were"."""
    while clause not in (home, NOWHERE) and p.clauses[clause].relation not in _BESIDE:
        clause = p.clauses[clause].parent
    return clause == home


def _tells(p: Parse, at: int) -> bool:
    """Whether a word is one of content that says what is answered, or denies it."""
    word = p.tokens.low[at]
    if p.tags[at][:2] in _CONTENT and word[0].isalpha():
        return word not in FUNCTION_WORDS and word not in _SHARE | SAYING
    return word in _DENIALS


def _word(p: Parse, at: int) -> str:
    """What a word is known by, one for all that deny."""
    word = p.tokens.low[at]
    return _NOT if word in _DENIALS else root(word)


_CONTENT: Final = frozenset({"NN", "VB", "JJ", "RB", "FW"})
_NOT: Final = "not"
_DENIALS: Final = frozenset({"not", "n't", "n’t", "never", "no", "don't", "don’t", "cannot"})


_SHARE: Final = frozenset(
    "percent per cent percentage share proportion majority minority half third quarter vast great"
    " year years same similar previous prior last many more most fewer less"
    " use uses used using".split()
)


def _weights(old: Reading, new: Reading) -> Mapping[str, float]:
    """How much a word tells: the more, the fewer sentences of both editions hold it."""
    sentences = [s for r in (old, new) for s in r.edition.sentences]
    counts = Counter(
        word for s in sentences for word in {root(w.casefold()) for w in s.text.split()}
    )
    counts[_RARE] = _FEW
    most = len(sentences) + 1
    return defaultdict(lambda: log(1 + most), {w: log(1 + most / n) for w, n in counts.items()})


_RARE: Final = ""  # stands for a word that so few sentences hold:
_FEW: Final = 8


def _best(
    own: Answer, others: Sequence[Answer], weights: Mapping[str, float], settings: Ledger
) -> int | None:
    """The counterpart that says the same; none where a second one says as much of it."""
    held = {
        other.key: _alike(own.words, other.words, weights)
        for other in others
        if len(own.words & other.words) >= _TELLING and (_NOT in own.words) is (_NOT in other.words)
    }
    most = max(held.values(), default=0.0)
    best = [other for other in others if held.get(other.key) == most]
    if len(best) != 1:
        return None
    rare = any(weights[word] >= weights[_RARE] for word in own.words & best[0].words)
    return best[0].key if most >= (settings.same_answer if rare else settings.same_words) else None


def _alike(one: frozenset[str], two: frozenset[str], weights: Mapping[str, float]) -> float:
    """The weight of the words that both have, as a share of the mean of the two (Dice)."""
    both = _weight(one, weights) + _weight(two, weights)
    return 2 * _weight(one & two, weights) / both if both else 0.0


def _weight(words: frozenset[str], weights: Mapping[str, float]) -> float:
    return fsum(sorted(weights[word] for word in words))  # whatever the order of a set
