"""Part-of-speech tagger: the tokens of one sentence in, one Penn Treebank tag for each out.

A greedy averaged perceptron (Collins 2002, "Discriminative training methods for hidden Markov
models") with weights learnt from the GUM treebank by ``benchmarks/train_tagger.py``. Tokens that
have one tag whatever surrounds them (marks, numbers, closed classes) never reach the perceptron.
The weights of features that come again together are added once, and remembered: most features of
words that are met for the first time have none, and are passed over without a look at each.

Tags beyond the Penn set: ``NN$``, ``NNS$``, ``NNP$`` and ``NNPS$`` for a noun with its possessive
ending in one token ("victim's"), and joined tags such as ``PRP+VBZ`` for contractions ("it's").
Negated auxiliaries ("don't") have the tag of the auxiliary.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from operator import getitem
from pathlib import Path
from struct import Struct
from typing import Final

from tracediff.syntax.closed import acronym, direct, normal
from tracediff.syntax.features import (
    CLAUSE_ENDS,
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

    def __init__(self, group: Group, total: Callable[[Iterable[str]], int]) -> None:
        """Take what makes features of a key, and what adds up the weights of some."""
        super().__init__()
        self.group = group
        self.total = total

    def __missing__(self, key: Key) -> int:
        """Add the weights up, and remember them."""
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[key] = self.total(self.group(*key))
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
        self._packed = _Rows()
        self._near_rows = near
        self._near_packed = _Slots(self._packed)
        self._lanes = Struct(f"<{len(tags)}I")
        self._ones = sum(1 << (_LANE * i) for i in range(len(tags)))
        self._base = self._ones << (_LANE - 2)
        self._top = self._ones << (_LANE - 1)
        # one less in the lanes before the guess, which must have less than it, not as much
        self._above = [
            self._top - sum(1 << (_LANE * i) for i in range(n)) for n in range(len(tags))
        ]
        self._closed = sum(_NEVER << (_LANE * i) for i, tag in enumerate(tags) if tag not in _OPEN)
        self.own = tuple(Sums(group, self.total) for group in OWN)
        self.contexts = tuple(Sums(group, self.total) for group in CONTEXTS)
        self.near = lru_cache(_REMEMBERED)(self._near)
        self.reading = lru_cache(_REMEMBERED)(self._reading)

    def total(self, features: Iterable[str]) -> int:
        """Weights of all tags for some features, packed and added up; 0 where none has any."""
        return sum(map(self._packed.__getitem__, filter(None, map(self._rows.get, features))))

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
        rows = filter(None, map(self._near_rows.get, near_features(word, self.classes)))
        known = list(map(self._near_packed.__getitem__, rows))
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
            ends = only in CLAUSE_ENDS or role == "conjunction"
            return Reading(only, low, group, role, ends=ends)
        own = sum(map(getitem, self.own, own_keys(word, place, self.classes)))
        own = own if low in self.classes else own + self._closed
        return Reading(only, low, group, role, own, self.best(own), role == "conjunction")


class _Rows(dict[str, int]):
    """Rows of weights as the file has them ("12:-20 14:7"), each weight in its lane."""

    def __init__(self) -> None:
        super().__init__({"": 0})
        self._weights = _Weights()

    def __missing__(self, row: str) -> int:
        found = self[row] = sum(map(self._weights.__getitem__, row.split(" ")))
        return found


class _Weights(dict[str, int]):
    """Single weights ("12:-20"), which come again in many rows."""

    def __missing__(self, text: str) -> int:
        lane, _, weight = text.partition(":")
        found = self[text] = int(weight) << (_LANE * int(lane))
        return found


class _Slots(dict[str, tuple[int, ...]]):
    """Rows of features of neighbours: one row for each slot, with bars between them."""

    def __init__(self, rows: _Rows) -> None:
        super().__init__()
        self._rows = rows

    def __missing__(self, row: str) -> tuple[int, ...]:
        found = self[row] = tuple(map(self._rows.__getitem__, row.split("|")))
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
    best, names, (first, second, third, fourth, fifth) = (
        weights.best,
        weights.tags,
        weights.contexts,
    )
    before = last = "^"
    state = State()
    tags = []
    for i, (found, low, group, role, own, guess, _) in enumerate(readings):
        if found is None:
            one, two, three, four, five = context_keys(
                before, last, state, low, group, ahead[i], groups[i]
            )
            total = own + near[i][0] + near[i + 1][1] + near[i + 3][2] + near[i + 4][3]
            total += first[one] + second[two] + third[three] + fourth[four] + fifth[five]
            found = names[best(total, guess)]
        tags.append(found)
        state = advance(state, found, role)
        before, last = last, found
    return tuple(tags)
