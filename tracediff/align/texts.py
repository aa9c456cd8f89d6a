"""Two lists of sentences as the aligner sees them: coded words, weights of words, places.

Every distinct word becomes one character, so that comparing two sentences is comparing two short
strings, which compiled code does in microseconds.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from math import log
from typing import NamedTuple

from tracediff.lexicon.clauses import CONTRASTS
from tracediff.lexicon.cues import DENYING, TALLYING, UNKNOWN, WHICHEVER
from tracediff.model import Edition
from tracediff.model.record import Record
from tracediff.text.concepts import concept
from tracediff.text.words import FUNCTION_WORDS, TOKEN, Groups, root, unified

Pair = tuple[int, int]
"""An old place and a new one."""


@dataclass(frozen=True, slots=True)
class Side:
    """One edition: for each sentence its words, its stems and its place.

    ``keys`` code the words as they stand without case, marks, labels and citations: sentences with
    equal keys say the same. ``codes`` code the stems.
    """

    texts: tuple[str, ...]
    keys: tuple[str, ...]
    codes: tuple[str, ...]
    sections: tuple[int, ...]
    paragraphs: tuple[int, ...]

    def __len__(self) -> int:
        """How many sentences it has."""
        return len(self.texts)


@dataclass(frozen=True, slots=True)
class Texts:
    """Both sides, how much each stem tells, and which sections answer to each other.

    ``words`` gives for a stem the word that stands for it first; ``counts`` are the figures that
    count something. ``plain`` are the stems of words that hold a sentence together, ``saying`` of
    verbs of reporting, ``denying`` of words that deny or say that nobody knows, ``unknown`` of the
    latter, ``whichever`` of those that stand for a number where there is none ("any", "no"),
    ``contrasts`` of those beyond which a denial does not reach, ``of`` of that word.
    ``kin`` holds the pairs of sections that seem to answer to each other, with how alike their
    headings are.
    """

    old: Side
    new: Side
    weights: dict[str, float]
    words: dict[str, str]
    names: frozenset[str]
    figures: frozenset[str]
    counts: frozenset[str]
    plain: frozenset[str]
    saying: frozenset[str]
    denying: frozenset[str]
    unknown: frozenset[str]
    whichever: frozenset[str]
    contrasts: frozenset[str]
    of: str
    kin: Mapping[Pair, float]

    def flipped(self) -> Texts:
        """The same with the sides exchanged."""
        kin = {(n, o): alike for (o, n), alike in self.kin.items()}
        return replace(self, old=self.new, new=self.old, kin=kin)


@dataclass(frozen=True, slots=True)
class Place(Record):
    """Where a sentence stands: the numbers of its section and paragraph."""

    section: int = 0
    paragraph: int = 0


def texts_of(old: Edition, new: Edition, kin: Mapping[Pair, float], synonyms: Groups = ()) -> Texts:
    """Two editions as coded sentences; ``kin`` are the sections that answer to each other."""
    places = [[Place(s.section, s.paragraph) for s in e.sentences] for e in (old, new)]
    olds, news = ([s.text for s in e.sentences] for e in (old, new))
    return code(olds, news, places[0], places[1], kin, synonyms)


def code(
    old: Sequence[str],
    new: Sequence[str],
    old_places: Sequence[Place],
    new_places: Sequence[Place],
    kin: Mapping[Pair, float],
    synonyms: Groups = (),
) -> Texts:
    """Code the sentences of both sides with one vocabulary and weigh its stems.

    ``synonyms`` are words that mean the same, beside those that do in most reports.
    """
    coder = _Coder(synonyms)
    sides = [
        Side(
            tuple(texts),
            *coder.run(texts),
            tuple(p.section for p in places),
            tuple(p.paragraph for p in places),
        )
        for texts, places in ((old, old_places), (new, new_places))
    ]
    plain, saying, denying, unknown, whichever, contrasts = map(
        coder.coded, (FUNCTION_WORDS, TALLYING, DENYING | UNKNOWN, UNKNOWN, WHICHEVER, CONTRASTS)
    )
    return Texts(
        sides[0],
        sides[1],
        _weights(sides, plain),
        coder.shown,
        _names(sides, coder),
        frozenset(c for c, word in coder.shown.items() if any(map(str.isdigit, word))),
        frozenset(c for c, word in coder.shown.items() if _COUNT.fullmatch(word)),
        plain,
        saying,
        denying,
        unknown,
        whichever,
        contrasts,
        coder.stems.get("of", ""),
        kin,
    )


_COUNT = re.compile(r"(?!(?:19|20)\d\d$)\d[\d.,:]*")  # not a year


class _Coded(NamedTuple):
    """A token, or a sentence: its words, its stems, and the stems of those with a capital.

    Of a sentence, the word that opens it is left out of the last: it has a capital whatever it is.
    """

    key: str
    code: str
    capital: str


class _Coder:
    """The growing vocabulary of one alignment; local to ``code``."""

    def __init__(self, synonyms: Groups = ()) -> None:
        self.synonyms = synonyms
        self.words: dict[str, str] = {}
        self.stems: dict[str, str] = {}
        self.known = _Known(self._token)
        self.capitals: list[str] = []
        self.done: dict[str, _Coded] = {}  # most sentences stand in both editions
        self.shown: dict[str, str] = {}

    def run(self, texts: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The keys and the stem codes of some sentences."""
        keys, codes = [], []
        for text in texts:
            coded = self.done.get(text)
            if coded is None:
                coded = self.done[text] = self._sentence(bare(text))
            self.capitals.append(coded.capital)
            code_ = coded.code
            if self.synonyms and (same := unified(text, self.synonyms)) != text:
                code_ = self._sentence(bare(same)).code
            keys.append(coded.key)
            codes.append(code_)
        return tuple(keys), tuple(codes)

    def coded(self, words: Iterable[str]) -> frozenset[str]:
        """The codes of those of some words that the texts use."""
        return frozenset(self.stems[s] for s in map(_concept, words) if s in self.stems)

    def _sentence(self, text: str) -> _Coded:
        tokens = list(map(self.known.__getitem__, TOKEN.findall(text)))
        opens = next((token.capital for token in tokens if token.key), "")
        keys, codes, capitals = map("".join, zip(*tokens, strict=True)) if tokens else ("", "", "")
        signs = "".join(self._sign(mark) for mark in _SIGN.findall(text))
        return _Coded(keys + signs, codes, capitals.removeprefix(opens))

    def _sign(self, mark: str) -> str:
        """The key of a sign, which changes what a sentence says though it is no word."""
        return self.words.setdefault(mark, _character(len(self.words)))

    def _token(self, token: str) -> _Coded:
        if not (token.isalpha() or any(map(str.isalnum, token))):
            return _Coded("", "", "")
        word = token.casefold().replace("’", "'")
        concept = _concept(word)
        code_ = self.stems.get(concept)
        if code_ is None:
            code_ = self.stems[concept] = _character(len(self.stems))
            self.shown[code_] = token
        key = self.words.get(word)
        if key is None:
            key = self.words[word] = _character(len(self.words))
        return _Coded(key, code_, code_ if token[0].isupper() else "")


class _Known(dict[str, _Coded]):
    """Tokens that were met, each coded once."""

    def __init__(self, coded: Callable[[str], _Coded]) -> None:
        super().__init__()
        self.coded = coded

    def __missing__(self, token: str) -> _Coded:
        found = self[token] = self.coded(token)
        return found


# Signs that say something: emoji and stars, "<" and "~", a minus before a figure, a cell whose
# figure stands in brackets since it is negative. Other marks only set the words apart.
_SIGN = re.compile(
    r"(?<![\w)\]])[-−–](?=[$€£¥]?\d)|(?:^|(?<=\| ))\((?=[$€£¥]?\d[\d.,]*%?\)(?: \||$))"
    r"|[^\w\s.,;:!?'\"()\[\]{}“”‘’«»‹›„‚…·•‣▪–—‐‑‒―/\\|*_`´†‡§¶\-\ufe0e\ufe0f\u200b-\u200f\u2060]"
)


def _concept(word: str) -> str:
    """What a word is about: its root, or the root of the first of its synonyms."""
    return concept(root(word))


_LAYOUT = str.maketrans(
    dict.fromkeys("“”„«»″", '"') | dict.fromkeys("‘’‚‹›′`", "'") | dict.fromkeys("‐‑‒–—−", "-")
    | {"…": "..."}
)  # fmt: skip


def printed(text: str) -> str:
    """The characters of a sentence but for its layout: white space, case, kinds of marks.

    Its label and citations are left out.

    >>> printed("(a) It’s  open – now.") == printed("It's open - now.")
    True
    """
    return "".join(bare(text).casefold().translate(_LAYOUT).split())


def bare(text: str) -> str:
    """A sentence without the label that leads it and the citations that trail it.

    A space that is missing after a full stop is put in, so that the words on either side are two.

    >>> bare("(a) Schools reopened in May.Pupils came back. (3,14)")
    'Schools reopened in May. Pupils came back.'
    """
    label = _LABEL.match(text)
    if label:
        text = text[label.end() :]
    last = text.rstrip()[-2:]
    cited = last[-1:] in _CITED or (last[-1:] in ".;" and last[:1] in _CITED)
    return _GLUED.sub(". ", _CITATIONS.sub("", text, count=1) if cited else text)


_LABEL = re.compile(
    r"""
    ^\s*
    (?: [•‣▪●○*–—-]\s+
      | \(?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,5})[.)]\s+      # 1.  (a)  iv)
      | \d{1,2}(?:\.\d{1,2}){1,4}\.?\s+(?=[A-Z“"‘'])     # 5.1.2 Train, not 3.2 million
    )
    """,
    re.VERBOSE,
)
_CITED = frozenset(")]⁰¹²³⁴⁵⁶⁷⁸⁹†‡*")  # what a sentence with citations ends on, its stop aside
_CITATIONS = re.compile(
    r"(?:(?<=[.!?”\"])\s{0,3}[(\[]\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*[)\]]"
    r"|\s?[(\[]\d{1,3}(?:\s?[,;–-]\s?\d{1,3})+[)\]][.;]?"
    r"|\s?\[\d{1,3}\][.;]?|(?<!\b10)(?<!\bm)(?<!\b[kcdm]m)[⁰¹²³⁴-⁹†‡*]+)\s*$"
)
_GLUED = re.compile(r"\.(?<=[a-zß-öø-ÿ]{2}\.)(?=[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ])")


def _character(number: int) -> str:
    """The character that stands for word ``number``, past the marks and without surrogates."""
    number = (number + 0x100) % 0x10_0000
    return chr(number + 0x800 if number >= 0xD800 else number)


def _names(sides: Sequence[Side], coder: _Coder) -> frozenset[str]:
    """The stems that mostly stand with a capital where no sentence begins."""
    seen = Counter("".join(chain.from_iterable(side.codes for side in sides)))
    capital = Counter("".join(coder.capitals))
    return frozenset(c for c, n in capital.items() if n >= _NAME * seen[c])


_NAME = 0.6  # of its occurrences; the rest opens sentences or is a slip


def _weights(sides: Sequence[Side], plain: frozenset[str]) -> dict[str, float]:
    """How much each stem tells: inverse document frequency from 0 to 1, less for function words."""
    codes = chain.from_iterable(side.codes for side in sides)
    count = Counter(chain.from_iterable(map(set, codes)))
    total = sum(map(len, sides)) + 2
    top = log(1 + total)
    return {c: (0.15 if c in plain else 1.0) * log(1 + total / n) / top for c, n in count.items()}
