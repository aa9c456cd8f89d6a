"""A parse into a few hundred bytes, and back: in less room, and far faster than parsing.

What a long report says is asked for by one stage after the other, and is more than can be held as
parses.
"""

from __future__ import annotations

import marshal
from array import array
from collections.abc import Iterable, Sequence
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

from tracediff.model.syntax import Clause, NounPhrase, Relation, Tense, VerbGroup
from tracediff.text.tokens import restored
from tracediff.text.vocabulary import Vocabulary

if TYPE_CHECKING:
    from tracediff.syntax.parse import Parse

_RELATIONS: Final = tuple(Relation)
_TENSES: Final = tuple(Tense)
_PHRASE: Final = attrgetter(*NounPhrase.__match_args__)
_VERB: Final = attrgetter(*(name for name in VerbGroup.__match_args__ if name != "tense"))
_CLAUSE: Final = attrgetter(*(name for name in Clause.__match_args__ if name != "relation"))


def packed(parse: Parse) -> bytes:
    """A parse without its text, which must have fewer than 32,768 characters."""
    t, verbs, clauses = parse.tokens, parse.verbs, parse.clauses
    return marshal.dumps(
        (
            _short(t.start[: t.size]),
            _short(t.end[: t.size]),
            "".join(t.kind),
            " ".join(parse.tags),
            _short(chain.from_iterable(map(_PHRASE, parse.phrases))),
            [(_TENSES.index(one.tense), _VERB(one)) for one in verbs],
            [(_RELATIONS.index(one.relation), _CLAUSE(one)) for one in clauses],
            _short(parse.clause_at),
            _short(parse.phrase_at),
            _short(parse.verb_at),
        )
    )


def unpacked(data: bytes, text: str, vocabulary: Vocabulary) -> tuple[Any, ...]:
    """The fields of a parse, from its text and its packed form."""
    start, end, kinds, tags, phrases, verbs, clauses, *places = marshal.loads(data)
    t = restored(text, _numbers(start), _numbers(end), kinds, vocabulary)
    numbers = iter(_numbers(phrases))
    return (
        t,
        tuple(tags.split()),
        tuple(
            NounPhrase(first, stop, head, clause, preposition, governor, joined, denied == 1)
            for first, stop, head, clause, preposition, governor, joined, denied in zip(
                *[numbers] * _PHRASE_FIELDS, strict=True
            )
        ),
        _verbs(verbs),
        tuple(
            Clause(first, stop, _RELATIONS[relation], *others)
            for relation, (first, stop, *others) in clauses
        ),
        *(tuple(_numbers(one)) for one in places),
    )


def parts(data: bytes) -> tuple[tuple[str, ...], tuple[VerbGroup, ...]]:
    """The parts of speech and the verb groups of a packed parse."""
    _, _, _, tags, _, verbs, *_ = marshal.loads(data)
    return tuple(tags.split()), _verbs(verbs)


def _verbs(verbs: Iterable[tuple[int, Sequence[Any]]]) -> tuple[VerbGroup, ...]:
    return tuple(
        VerbGroup(first, stop, head, clause, _TENSES[tense], *others)
        for tense, (first, stop, head, clause, *others) in verbs
    )


_PHRASE_FIELDS: Final = len(NounPhrase.__match_args__)


def _short(numbers: Iterable[int]) -> bytes:
    return array("h", numbers).tobytes()


def _numbers(data: bytes) -> list[int]:
    return array("h", data).tolist()
