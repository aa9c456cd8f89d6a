"""Part-of-speech tagger: the tokens of one sentence in, one Penn Treebank tag for each out.

A greedy averaged perceptron (Collins 2002, "Discriminative training methods for hidden Markov
models") with weights learnt from the GUM treebank by ``benchmarks/train_tagger.py``. Tokens that
have one tag whatever surrounds them (marks, numbers, closed classes) never reach the perceptron.

Tags beyond the Penn set: ``NN$``, ``NNS$``, ``NNP$`` and ``NNPS$`` for a noun with its possessive
ending in one token ("victim's"), and joined tags such as ``PRP+VBZ`` for contractions ("it's").
Negated auxiliaries ("don't") have the tag of the auxiliary.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from struct import Struct
from typing import Final, NamedTuple

WEIGHTS: Final = Path(__file__).with_name("tagger.bin")

_QUOTES: Final = str.maketrans({"’": "'", "‘": "'", "‑": "-", "“": '"', "”": '"'})
_LONGEST: Final = 40  # characters of a token that are looked at; no English word is longer
_WORDS_CACHED: Final = 1 << 15  # distinct words of a long report, with room

_FIXED: Final[Mapping[str, str]] = {
    **dict.fromkeys(".!?", "."),
    **dict.fromkeys(":;–—…|•·*", ":"),
    **dict.fromkeys("([{", "-LRB-"),
    **dict.fromkeys(")]}", "-RRB-"),
    **dict.fromkeys("$£€¥₹₱₵₦", "$"),
    **dict.fromkeys('"“”„«»', "''"),
    "‘": "``",
    **dict.fromkeys("-‑", "HYPH"),
    **dict.fromkeys("%‰", "NN"),
    **dict.fromkeys("+=/<>~^_\\#@§°&©®™±×", "SYM"),
    ",": ",",
    "&": "CC",
    **dict.fromkeys(("US", "WHO", "IT"), "NNP"),  # other words in lower case
}
# Behind these a capital letter says no more than at the head of a sentence.
_OPENING: Final = frozenset('|•·*:"([“‘')

_NUMBERS: Final = """two three four five six seven eight nine ten eleven twelve thirteen fourteen
fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
hundred thousand million billion trillion"""

# Words with one tag in running text. Words that have two ("that", "to", "her", "as") are missing on
# purpose.
_CLOSED: Final[Mapping[str, str]] = {
    word: tag
    for tag, words in {
        "DT": "the a an these those every each either neither no",
        "IN": """of in for with at from into during within without among amongst between against
            towards toward upon via per despite throughout onto amid although though unless
            because while if whereas whether alongside concerning regarding""",
        "CC": "and or nor",
        "MD": "would could should must shall cannot might can't won't wouldn't couldn't shouldn't "
        "mustn't",
        "PRP": "he she it they we i you him them us me himself herself itself themselves ourselves",
        "PRP$": "his its their our my your",
        "WP": "who whom",
        "WP$": "whose",
        "WDT": "which",
        "WRB": "where why how when",
        "VBZ": "is has does isn't hasn't doesn't",
        "VBD": """was were did wasn't weren't didn't hadn't fell rose grew took gave began became
            went knew saw wrote chose spoke broke drove withdrew underwent overtook undertook froze
            stole swore tore wore came fled""",
        "VBP": "are am aren't don't haven't",
        "VBN": """been taken given begun known seen written chosen spoken broken driven withdrawn
            undergone fallen risen grown shown gone done overtaken undertaken frozen stolen beaten
            sworn torn worn""",
        "VBG": "being",
        "VB": "be",
        "RB": """not also never n't furthermore moreover however therefore nevertheless nonetheless
            additionally meanwhile thus hence consequently instead similarly likewise
            respectively""",
        "NNP": """january february april june july august september october november december
            monday tuesday wednesday thursday friday saturday sunday""",
        "CD": _NUMBERS,
        "JJ": "fourth fifth sixth seventh eighth ninth tenth st nd rd th",
        "JJR": "fewer",
        "UH": "please yes",
    }.items()
    for word in words.split()
}
_ENDINGS: Final[Mapping[str, str]] = {
    "s": "VBZ",
    "re": "VBP",
    "m": "VBP",
    "ve": "VBP",
    "ll": "MD",
    "d": "MD",
}
_HOSTS: Final[Mapping[str, str]] = {
    **dict.fromkeys("i you he she it we they let".split(), "PRP"),
    **dict.fromkeys("who what".split(), "WP"),
    **dict.fromkeys("how where when why".split(), "WRB"),
    "there": "EX",
    "here": "RB",
    "that": "DT",
    "this": "DT",
}

# Tags that a word may have which the treebank does not know.
_OPEN: Final = frozenset(
    "NN NNS NNP NNPS NN$ NNS$ NNP$ NNPS$ VB VBD VBG VBN VBP VBZ JJ RB CD".split()
)
_NEVER: Final = -(10**6)
_LANE: Final = 32  # bits for the weights of a tag: the sums of a token stay below 10**7

_HAVE: Final = frozenset("have has had having haven't hasn't hadn't".split())
_BE: Final = frozenset(
    "be is are was were been being am isn't aren't wasn't weren't get got gets".split()
)
_DO: Final = frozenset("do does did don't doesn't didn't".split())
_FINITE: Final = frozenset("VBD VBZ VBP MD".split())
_INSIDE_GROUP: Final = frozenset("RB RBR RBS VBN VB".split())
_LINKS: Final = frozenset("CC RB ,".split())  # what stands before these matters more
_CLAUSE_ENDS: Final = frozenset(", : . CC WDT WP WRB -LRB- -RRB-".split())
_CONJUNCTIONS: Final = frozenset("because although though unless while if whereas whether".split())
_NOMINAL: Final = frozenset("NN NNS NNP NNPS PRP".split())


def normal(word: str) -> str:
    """Fold case and typography of a token, and cut what is too long for a word."""
    return word[:_LONGEST].translate(_QUOTES).lower()


def direct(word: str) -> str | None:
    """The tag of a token that has the same one in every sentence, or None."""
    low = normal(word)
    return _FIXED.get(word) or _CLOSED.get(low) or _number_or_mark(low) or _contraction(low)


def _number_or_mark(low: str) -> str | None:
    if low[:1].isnumeric() or (low[:1] in (".", "+", "-") and low[1:2].isdecimal()):
        return "CD"
    if low.startswith(("http://", "https://", "www.")):
        return "NNP"
    return "SYM" if len(low) == 1 and not low.isalnum() and low != "'" else None


def _contraction(low: str) -> str | None:
    host, quote, ending = low.partition("'")
    if not quote or host not in _HOSTS or ending not in _ENDINGS:
        return None
    return "VB+PRP" if host == "let" else f"{_HOSTS[host]}+{_ENDINGS[ending]}"


def kinds_of_place(words: Sequence[str]) -> list[str]:
    """Where each token stands: at a ``start``, ``in`` a sentence or in a ``head`` (a heading).

    A capital letter says that a word is a name only inside a sentence.
    """
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in long)
    if len(long) > 1 and capitals > 0.7 * len(long):
        return ["head"] * len(words)
    places = []
    opening = True
    for word in words:
        places.append("start" if opening else "in")
        opening = word in _OPENING or (opening and not word[0].isalnum())
    return places


def word_class(low: str, classes: Mapping[str, str]) -> str:
    """The tags that a word is known to have, or those of the word that it is formed from."""
    return classes.get(low) or derived_class(low, classes)


def derived_class(low: str, classes: Mapping[str, str]) -> str:
    """The ending of a word with the tags of the word that it is formed from."""
    for ending, repairs in (
        ("ies", ("y",)),
        ("ied", ("y",)),
        ("es", ("e", "")),
        ("s", ("",)),
        ("ed", ("e", "")),
        ("ing", ("", "e")),
        ("ly", ("",)),
        ("er", ("", "e")),
    ):
        if low.endswith(ending):
            stem = low[: -len(ending)]
            for repair in repairs:
                known = classes.get(stem + repair)
                if known:
                    return f"{known}~{ending}"
            return f"?~{ending}"
    return "?"


def own_features(word: str, place: str, classes: Mapping[str, str]) -> Iterator[str]:
    """What a token itself says about its tag, the word first."""
    low = normal(word)
    shape = _shape(word) + place
    group = word_class(low, classes)
    if group.startswith("NNP") and shape[0] == "x":
        group = "NN"  # a name elsewhere, here a common word: "the congress"
    yield f"w{low}{shape[0] if group.startswith('NN') else ''}"
    yield "b"
    for size in (1, 2, 3, 4, 5):
        yield f"{size}{low[-size:]}"
    yield f"p{low[:3]}"
    yield f"k{shape}"
    yield f"K{shape}{low[-2:]}"
    yield f"c{group}"
    yield f"C{shape}{group}"
    yield f"d{derived_class(low, classes)}"
    last = low.rpartition("-")[2]
    if last != low:
        yield f"h{word_class(last, classes)}"
        yield f"H{last[-3:]}"


def near_features(slot: str, word: str, classes: Mapping[str, str]) -> Iterator[str]:
    """What a token says about the tag of another, ``slot`` being where it stands: a b y z."""
    low = normal(word)
    yield f"{slot}w{low}"
    yield f"{slot}c{direct(word) if word else ''}{word_class(low, classes)}"
    yield f"{slot}3{low[-3:]}"
    yield f"{slot}k{_shape(word)}"


def _shape(word: str) -> str:
    """Letters of a token by case: x lower, X capital, A all capitals, d with digits, - marks."""
    if word.isalpha():
        if word.islower():
            return "x"
        return "A" if word.isupper() and len(word) > 1 else "X"
    if any(map(str.isdigit, word[:_LONGEST])):
        return "d"
    hyphen = "-" if "-" in word or "‑" in word else "'"
    return ("X" if word[:1].isupper() else "x") + hyphen


class Reading(NamedTuple):
    """A token before it is tagged.

    ``only`` is the tag that it has in every sentence, ``low`` the folded word, ``group`` its class
    without the class of its stem, ``ahead`` whether a verb that can only be finite comes before the
    clause ends.
    """

    only: str | None
    low: str
    group: str
    ahead: str = ""


def look_ahead(readings: Sequence[Reading]) -> list[Reading]:
    """Tell each token whether a finite verb follows in its clause."""
    told = list(readings)
    ahead = ""
    for i in range(len(told) - 1, -1, -1):
        here = told[i]
        if ahead:
            told[i] = here._replace(ahead=ahead)
        if here.group in _FINITE:
            ahead = "a"
        elif here.only in _CLAUSE_ENDS or here.low in _CONJUNCTIONS:
            ahead = ""
    return told


class History:
    """What the tags given so far in the sentence say about the next one."""

    __slots__ = ("auxiliary", "before", "finite", "last", "nominal")

    def __init__(self) -> None:
        """Start a sentence."""
        self.before = self.last = "^"
        self.auxiliary = ""
        self.finite = ""
        self.nominal = ""

    def push(self, tag: str, word: str) -> None:
        """Take in the tag of the next token, folded."""
        self.before = self.last
        self.last = tag
        if tag[0] in "VMT":
            self.auxiliary = _auxiliary(word, tag)
            if tag in _FINITE:
                self.finite = "f"
        elif tag not in _INSIDE_GROUP:
            self.auxiliary = ""
            if tag in _CLAUSE_ENDS or word in _CONJUNCTIONS:
                self.finite = self.nominal = ""
            elif tag in _NOMINAL:
                self.nominal = "n"

    def features(self, here: Reading, following: str) -> tuple[str, ...]:
        """What goes with the token to be tagged and the group of the one behind it."""
        last = self.last
        group = here.group
        clause = self.nominal + self.finite + here.ahead
        return (
            f"t{last}",
            f"u{last} {self.before}",
            f"v{last} {here.low}",
            f"e{last} {here.low[-3:]}",
            f"g{self.auxiliary} {group}",
            f"f{clause} {self._link()} {group}",
            f"m{clause} {group} {following}",
            f"n{last} {group} {following}",
        )

    def _link(self) -> str:
        return f"{self.before} {self.last}" if self.last in _LINKS else self.last


def _auxiliary(low: str, tag: str) -> str:
    """Which auxiliary a verb is, if any."""
    if low in _HAVE:
        return "have"
    if low in _BE:
        return "be"
    if low in _DO:
        return "do"
    return tag if tag in ("MD", "TO") else ""


class Model:
    """Weights of the perceptron, by feature.

    The weights of a feature for all tags are one integer with a lane of 32 bits for each tag, so
    that one addition adds them all. A lane may be below zero in itself and borrow from the next;
    half the room of each lane, added at the end, sets that right.
    """

    def __init__(self, tags: Sequence[str], known: Mapping[str, str], rows: Mapping[str, str]):
        """Take the tags, words (with ``!`` before the tag of an unambiguous one) and weights."""
        self.tags = tuple(tags)
        self.index = {tag: i for i, tag in enumerate(tags)}
        self.fixed = {word: tag[1:] for word, tag in known.items() if tag[0] == "!"}
        self.classes = {word: tag.lstrip("!") for word, tag in known.items()}
        self._rows = rows
        self._packed: dict[str, int] = {}
        self._lanes = Struct(f"<{len(tags)}I")
        self._half = _packed((i, 1 << (_LANE - 1)) for i in range(len(tags)))
        self._closed = _packed((i, _NEVER) for i, tag in enumerate(tags) if tag not in _OPEN)
        self.own = lru_cache(_WORDS_CACHED)(self._own)
        self.near = lru_cache(_WORDS_CACHED)(self._near)
        self.reading = lru_cache(_WORDS_CACHED)(self._reading)

    def vector(self, feature: str) -> int:
        """Weights of all tags for a feature, packed; 0 where it has none."""
        found = self._packed.get(feature)
        if found is None:
            row = self._rows.get(feature)
            if row is None:
                return 0
            fields = list(map(int, row.split(" ")))
            found = _packed(zip(fields[::2], fields[1::2], strict=True))
            self._packed[feature] = found
        return found

    def best(self, weights: int) -> str:
        """The tag for which the sum of some vectors is the highest, the first of equals."""
        lanes = self._lanes.unpack((weights + self._half).to_bytes(self._lanes.size, "little"))
        return self.tags[lanes.index(max(lanes))]

    def _own(self, word: str, place: str) -> int:
        total = sum(map(self.vector, own_features(word, place, self.classes)))
        return total if normal(word) in self.classes else total + self._closed

    def _near(self, slot: str, word: str) -> int:
        return sum(map(self.vector, near_features(slot, word, self.classes)))

    def _reading(self, word: str, place: str) -> Reading:
        low = normal(word)
        only = direct(word)
        if only is None and (place != "in" or not word[0].isupper()):
            only = self.fixed.get(low)
        if only is None and place != "head" and low not in self.classes:
            only = _acronym(word)
        group = only or word_class(low, self.classes)
        return Reading(only, low, group[group.find("~") + 1 :] if "~" in group else group)


def _packed(weights: Iterable[tuple[int, int]]) -> int:
    """Weights with their lanes as one integer."""
    return sum(weight << (_LANE * lane) for lane, weight in weights)


def _acronym(word: str) -> str | None:
    """The tag of an unknown word in capitals ("NGO", "NGOs")."""
    if len(word) > 1 and word.isalpha():
        if word.isupper():
            return "NNP"
        if word[-1] == "s" and len(word) > 2 and word[:-1].isupper():
            return "NNS"
    return None


@lru_cache(maxsize=1)
def model() -> Model:
    """The weights that come with tracediff, read when a sentence is first tagged."""
    text = zlib.decompress(WEIGHTS.read_bytes()).decode("utf-8")
    tags, known, rows = (part.split("\n") for part in text.split("\n\n"))
    return Model(
        tags,
        dict(zip(known[::2], known[1::2], strict=True)),
        dict(zip(rows[::2], rows[1::2], strict=True)),
    )


def tag(words: Sequence[str]) -> tuple[str, ...]:
    """Tag the tokens of one sentence, from left to right.

    >>> tag(["Police", "identified", "12", "victims", "."])
    ('NNS', 'VBD', 'CD', 'NNS', '.')
    """
    return tag_with(model(), words)


def tag_with(weights: Model, words: Sequence[str]) -> tuple[str, ...]:
    """Tag the tokens of one sentence with given weights."""
    history = History()
    own, near, vector = weights.own, weights.near, weights.vector
    places = kinds_of_place(words)
    readings = look_ahead(list(map(weights.reading, words, places)))
    padded = ["", "", *words, "", ""]
    tags = []
    for i, word in enumerate(words):
        here = readings[i]
        found = here.only
        if found is None:
            following = readings[i + 1].group if i + 1 < len(words) else ""
            found = weights.best(
                own(word, places[i])
                + near("a", padded[i])
                + near("b", padded[i + 1])
                + near("y", padded[i + 3])
                + near("z", padded[i + 4])
                + sum(map(vector, history.features(here, following)))
            )
        tags.append(found)
        history.push(found, here.low)
    return tuple(tags)
