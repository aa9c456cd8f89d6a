"""Part-of-speech tagger: the tokens of one sentence in, one Penn Treebank tag for each out.

A greedy averaged perceptron (Collins 2002, "Discriminative training methods for hidden Markov
models") with weights learnt from the GUM treebank by ``benchmarks/train_tagger.py``. Tokens that
have one tag whatever surrounds them (marks, numbers, closed classes) never reach the perceptron.
The weights of features that come again together are added once, and remembered.

Tags beyond the Penn set: ``NN$``, ``NNS$``, ``NNP$`` and ``NNPS$`` for a noun with its possessive
ending in one token ("victim's"), and joined tags such as ``PRP+VBZ`` for contractions ("it's").
Negated auxiliaries ("don't") have the tag of the auxiliary.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from operator import getitem
from pathlib import Path
from struct import Struct
from typing import Final

from tracediff.syntax.closed import acronym, direct, normal
from tracediff.syntax.features import (
    CONTEXTS,
    OWN,
    ROLES,
    SLOTS,
    Group,
    Key,
    Reading,
    State,
    advance,
    context_keys,
    kinds_of_place,
    look_ahead,
    near_features,
    own_keys,
    word_class,
)

WEIGHTS: Final = Path(__file__).with_name("tagger.bin")

_NOTHING: Final = (0,) * len(SLOTS)
_REMEMBERED: Final = 1 << 16  # distinct words, or contexts, of a long report, with room

# Tags that a word may have which the treebank does not know.
_OPEN: Final = frozenset(
    "NN NNS NNP NNPS NN$ NNS$ NNP$ NNPS$ VB VBD VBG VBN VBP VBZ JJ RB CD".split()
)
_NEVER: Final = -(10**6)
_LANE: Final = 32  # bits for the weights of a tag: the sums of a token stay below 10**7
_ROOM: Final = (1 << _LANE) - 1


class Sums(dict[Key, int]):
    """The weights of groups of features, added up when their key is first met."""

    def __init__(self, group: Group, vector: Callable[[str], int]) -> None:
        """Take what makes features of a key, and the weights of one."""
        super().__init__()
        self.group = group
        self.vector = vector

    def __missing__(self, key: Key) -> int:
        """Add the weights up, and remember them."""
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[key] = sum(map(self.vector, self.group(*key)))
        return found


class Model:
    """Weights of the perceptron, by feature.

    The weights of a feature for all tags are one integer with a lane of 32 bits for each tag, so
    that one addition adds them all. A lane may be below zero in itself and borrow from the next;
    a quarter of the room of each lane, added at the end, sets that right.

    Whether a guess is the best tag is seen without taking the lanes apart: put its weight and the
    top bit into every lane, take the weights away, and all top bits are left where none has more.
    """

    def __init__(
        self,
        tags: Sequence[str],
        known: Mapping[str, str],
        rows: Mapping[str, str],
        near: Mapping[str, str],
    ) -> None:
        """Take the tags, words (with ``!`` before the tag of an unambiguous one) and weights.

        A row has a weight for each of some tags ("12:-20 14:7"), by number; one of a feature of
        neighbours has such a row for each slot, with bars between them.
        """
        self.tags = tuple(tags)
        self.index = {tag: i for i, tag in enumerate(tags)}
        self.fixed = {word: tag[1:] for word, tag in known.items() if tag[0] == "!"}
        self.classes = {word: tag.lstrip("!") for word, tag in known.items()}
        self._rows = rows
        self._packed: dict[str, int] = {}
        self._near_rows = near
        self._near_packed: dict[str, tuple[int, ...]] = {}
        self._weight = _Weight()
        self._lanes = Struct(f"<{len(tags)}I")
        self._ones = sum(1 << (_LANE * i) for i in range(len(tags)))
        self._base = self._ones << (_LANE - 2)
        self._top = self._ones << (_LANE - 1)
        # one less in the lanes before the guess, which must have less than it, not as much
        self._above = [
            self._top - sum(1 << (_LANE * i) for i in range(n)) for n in range(len(tags))
        ]
        self._closed = sum(_NEVER << (_LANE * i) for i, tag in enumerate(tags) if tag not in _OPEN)
        self.own = tuple(Sums(group, self.vector) for group in OWN)
        self.contexts = tuple(Sums(group, self.vector) for group in CONTEXTS)
        self.near = lru_cache(_REMEMBERED)(self._near)
        self.reading = lru_cache(_REMEMBERED)(self._reading)

    def vector(self, feature: str) -> int:
        """Weights of all tags for a feature, packed; 0 where it has none."""
        found = self._packed.get(feature)
        if found is None:
            row = self._rows.get(feature)
            if row is None:
                return 0
            found = self._packed[feature] = self._sum(row)
        return found

    def near_vectors(self, feature: str) -> tuple[int, ...]:
        """Weights of all tags for a feature of a neighbour, packed, one for each of its slots."""
        found = self._near_packed.get(feature)
        if found is None:
            row = self._near_rows.get(feature)
            if row is None:
                return _NOTHING
            found = self._near_packed[feature] = tuple(map(self._sum, row.split("|")))
        return found

    def _sum(self, row: str) -> int:
        return sum(map(self._weight.__getitem__, row.split(" "))) if row else 0

    def best(self, weights: int, guess: int = 0) -> int:
        """The number of the tag with the highest sum of weights, the first of equals."""
        held = weights + self._base
        value = held >> (_LANE * guess) & _ROOM
        if (value * self._ones + self._above[guess] - held) & self._top == self._top:
            return guess
        lanes = self._lanes.unpack(held.to_bytes(self._lanes.size, "little"))
        return lanes.index(max(lanes))

    def _near(self, word: str) -> tuple[int, ...]:
        """What a word adds to the weights of its neighbours, one vector for each of its slots."""
        vectors = [self.near_vectors(one) for one in near_features(word, self.classes)]
        known = [vector for vector in vectors if vector is not _NOTHING]
        return tuple(map(sum, zip(*known, strict=True))) if known else _NOTHING

    def _reading(self, word: str, place: str) -> Reading:
        low = normal(word)
        only = direct(word)
        if only is None and (place != "in" or not word[0].isupper()):
            only = self.fixed.get(low)
        if only is None and place != "head" and low not in self.classes:
            only = acronym(word)
        group = only or word_class(low, self.classes)
        group = group[group.find("~") + 1 :] if "~" in group else group
        role = ROLES.get(low, "")
        if only is not None:
            return Reading(only, low, group, role)
        own = sum(map(getitem, self.own, own_keys(word, place, self.classes)))
        own = own if low in self.classes else own + self._closed
        return Reading(only, low, group, role, own, self.best(own))


class _Weight(dict[str, int]):
    """Weights as a row of the file has them ("12:-20"), each in its lane."""

    def __missing__(self, text: str) -> int:
        lane, _, weight = text.partition(":")
        found = self[text] = int(weight) << (_LANE * int(lane))
        return found


@lru_cache(maxsize=1)
def model() -> Model:
    """The weights that come with tracediff, read when a sentence is first tagged."""
    text = zlib.decompress(WEIGHTS.read_bytes()).decode("utf-8")
    tags, *columns = (part.split("\n") for part in text.split("\n\n"))
    return Model(tags, *(dict(zip(one[::2], one[1::2], strict=True)) for one in columns))


def tag(words: Sequence[str]) -> tuple[str, ...]:
    """Tag the tokens of one sentence, from left to right.

    >>> tag(["Police", "identified", "12", "victims", "."])
    ('NNS', 'VBD', 'CD', 'NNS', '.')
    """
    return tag_with(model(), words)


def tag_with(weights: Model, words: Sequence[str]) -> tuple[str, ...]:
    """Tag the tokens of one sentence with given weights."""
    readings = list(map(weights.reading, words, kinds_of_place(words)))
    near = list(map(weights.near, ("", "", *words, "", "")))
    ahead = look_ahead(readings)
    groups = [here.group for here in readings[1:]] + [""]
    best, names, contexts = weights.best, weights.tags, weights.contexts
    before = last = "^"
    state = State()
    tags = []
    for i, here in enumerate(readings):
        found = here.only
        if found is None:
            keys = context_keys(before, last, state, here, ahead[i], groups[i])
            total = here.own + near[i][0] + near[i + 1][1] + near[i + 3][2] + near[i + 4][3]
            for sums, key in zip(contexts, keys, strict=True):
                total += sums[key]
            found = names[best(total, here.guess)]
        tags.append(found)
        state = advance(state, found, here.role)
        before, last = last, found
    return tuple(tags)
