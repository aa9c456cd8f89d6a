"""An edition in, its ledger out: every figure with what it counts, for when, and how sure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Final

from tracediff.extract.codes import names
from tracediff.extract.context import Context
from tracediff.extract.declared import Declared
from tracediff.extract.headed import named_in_place, read_leads
from tracediff.extract.numerals import Numerals, english, numerals_of
from tracediff.extract.reading import Frame, read_sentence
from tracediff.extract.resolved_periods import year_period
from tracediff.extract.tables import read_tables
from tracediff.lexicon.money import CODES
from tracediff.model import BlockKind, Edition, Fact, Sentence, Span
from tracediff.model.record import replaced
from tracediff.settings import Extracting, Words
from tracediff.text.vocabulary import vocabulary

_CITING: Final[re.Pattern[str]] = re.compile(r"[.!?][”\"]? \(\d{1,3}(?:[,;] ?\d{1,3}){0,9}\)")


def extract(
    edition: Edition, settings: Extracting | None = None, words: Words | None = None
) -> tuple[Fact, ...]:
    """All facts of an edition in order: those of its sentences, then those of its tables.

    ``words`` are a team's own, beside those that come with tracediff.
    """
    return joined(edition, [Extractor(edition, settings, words).part(0, 1)])


Ready = tuple[Declared, Numerals, list[Fact]]
"""What all parts of an edition need: the periods that it declares, how it writes numbers, and the
facts of its tables."""


class Extractor:
    """Reads the facts of an edition part by part; no part needs another one."""

    def __init__(
        self, edition: Edition, settings: Extracting | None = None, words: Words | None = None
    ) -> None:
        """Nothing is read before a part is asked for."""
        self.edition = edition
        self.settings = settings or Extracting()
        self.words = words or Words()

    def get_ready(self) -> Ready:
        """Read what all parts need, tables among it: what is forked afterwards has it."""
        self._rows  # noqa: B018 - read once, and kept
        return self._declared, self._numerals, self._tabled

    def take(self, ready: Ready) -> None:
        """Go on with what another process read for all parts."""
        self._declared, self._numerals, self._tabled = ready

    def part(self, number: int, count: int) -> tuple[Fact, ...]:
        """The facts in one of so many parts, numbered from 0; in the last, those of all tables."""
        facts: list[Fact] = []
        context, paragraph, since, lead = Context(), -1, 0, Context()
        for sentence in self._prose(number, count):
            if sentence.paragraph != paragraph:
                lead = lead if sentence.kind is BlockKind.ITEM else Context()
                context, paragraph, since = lead, sentence.paragraph, 0
            frame = self._frame_of(sentence)
            found, context = self._read(sentence, frame, context, len(facts))
            since = 0 if found else since + 1
            if sentence.text.endswith(":"):
                lead = context._replace(leads=True)
            if since > _REACH:
                context = Context((), None, context.events)
            facts.extend(found)
        if number == count - 1:
            first = len(facts)
            facts.extend(
                fact if fact.index == first + k else replaced(fact, index=first + k)
                for k, fact in enumerate(self._tabled)
            )
        return tuple(facts)

    def _frame_of(self, sentence: Sentence) -> Frame:
        """The frame of the edition, with the period that the section has declared by then."""
        declared = self._declared.at(sentence.section, sentence.span.start)
        beside = self._declared.in_brackets(sentence.span.start)
        return self._frame._replace(declared=declared, bracketed=beside)

    @cached_property
    def _declared(self) -> Declared:
        return Declared(self.edition.sentences, self._frame.own)

    def _read(
        self, sentence: Sentence, frame: Frame, context: Context, index: int
    ) -> tuple[list[Fact], Context]:
        """The facts of a sentence, its numerals read as the whole document writes them."""
        plain = english(sentence.text, self._numerals)
        if plain == sentence.text:
            return _read(sentence, frame, context, index)
        found, context = _read(replaced(sentence, text=plain), frame, context, index)
        quoted = (sentence.text[fact.at.start : fact.at.end] for fact in found)
        return [replaced(f, quote=q) for f, q in zip(found, quoted, strict=True)], context

    @cached_property
    def _numerals(self) -> Numerals:
        return numerals_of(self.edition.text)

    def _cut(self, share: float) -> int:
        """The first sentence of a paragraph so far into the edition, lists with their lead-in."""
        sentences = self.edition.sentences
        at = int(len(sentences) * share)
        while 0 < at < len(sentences) and (
            sentences[at].paragraph == sentences[at - 1].paragraph
            or sentences[at].kind is BlockKind.ITEM
        ):
            at += 1
        return at

    @cached_property
    def _frame(self) -> Frame:
        edition, settings = self.edition, self.settings
        own = edition.period or (year_period(edition.year) if edition.year else None)
        citing = len(_CITING.findall(edition.text, 0, settings.sample)) >= settings.citations
        population, named = _population(edition.text), names(edition.text)
        return Frame(own, citing, settings, self.words, population, named=named)

    @cached_property
    def _tabled(self) -> list[Fact]:
        frame, words = self._frame, vocabulary(self.words)
        found = read_tables(self.edition, frame.own, words, self._declared)
        named = {CODES[code] for code in frame.named}
        return [replaced(f, unit=None) if f.unit in named else f for f in found]

    @cached_property
    def _leads(self) -> dict[int, str]:
        return dict(read_leads(self.edition))

    @cached_property
    def _rows(self) -> frozenset[int]:
        return frozenset(fact.sentence for fact in self._tabled)

    def _prose(self, number: int, count: int) -> Iterator[Sentence]:
        """The sentences of a part that are read as text: no references, no rows that hold figures.

        A number alone on its line is a cell that says nothing of its table, unless a term leads to
        it.
        """
        first, stop = self._cut(number / count), self._cut((number + 1) / count)
        for sentence in self.edition.sentences[first:stop]:
            if sentence.index in self._rows:
                continue
            if sentence.kind is BlockKind.REFERENCE:
                continue
            if sentence.kind is BlockKind.TABLE and len(sentence.text) < self.settings.prose:
                continue
            if _LETTERS.search(sentence.text) or sentence.index in self._leads:
                yield sentence


def _population(text: str) -> str:
    """What the percentages of a text are mostly of, in lower case ("respondents"), or ""."""
    found = Counter(match[1].lower() for match in _SHARED.finditer(text))
    if not found:
        return ""
    word, times = found.most_common(1)[0]
    return word if times >= _OFTEN and times * 2 > found.total() else ""


_OFTEN: Final = 4  # percentages of one plural that make it what the report's others are of
# looking back from each "of" is quicker than looking for a share from everywhere
_SHARED: Final[re.Pattern[str]] = re.compile(
    r" [oO][fF] (?i:(?<=\d% of )|(?<=\d % of )|(?<=\bpercent of )|(?<=\bper cent of )"
    r"|(?<=\bhalf of )|(?<=\bthird of )|(?<=\bquarter of )|(?<=\bquarters of )|(?<=\bmajority of ))"
    r"(?i:(?:(?:the|our|all|these|total|survey) ){0,2}(\w{3,30}s)\b)"
)
_REACH: Final = 2  # sentences without a figure over which one goes on about what was told before
_LETTERS: Final[re.Pattern[str]] = re.compile(r"[^\W\d_]")


def joined(edition: Edition, found: Iterable[Sequence[Fact]]) -> tuple[Fact, ...]:
    """The facts of all parts of an edition, numbered throughout and named in their place."""
    facts: list[Fact] = []
    for part in found:
        first = len(facts)
        facts.extend(_renumbered(fact, first) for fact in part) if first else facts.extend(part)
    return named_in_place(edition, facts)


def _renumbered(fact: Fact, first: int) -> Fact:
    return replaced(
        fact,
        index=fact.index + first,
        part_of=None if fact.part_of is None else fact.part_of + first,
        same_as=None if fact.same_as is None else fact.same_as + first,
        about=tuple(index + first for index in fact.about),
    )


def extract_facts(text: str, settings: Extracting | None = None) -> tuple[Fact, ...]:
    """The facts of one or a few sentences without a known year.

    Here a text is read as quantities: a range ("5 to 10 percent") is one fact, valued at its
    middle, and the unit of a count is one of the things counted.

    >>> [(str(f.value), f.unit, f.counted) for f in extract_facts("It trained 600 officers.")]
    [('600', 'officer', 'officers')]
    """
    frame = Frame(None, False, replace(settings or Extracting(), middle=True))
    sentence = Sentence(0, text, Span(0, len(text)), 0, 0, 1)
    return tuple(_read(sentence, frame, Context(), 0)[0])


def _read(
    sentence: Sentence, frame: Frame, context: Context, index: int
) -> tuple[list[Fact], Context]:
    """Read a sentence, an overlong one piece by piece, and tie its facts to their places."""
    facts: list[Fact] = []
    for start, piece in _pieces(sentence.text, frame.settings.longest):
        found, context = read_sentence(piece, frame, context, index + len(facts), sentence)
        facts.extend(_further(fact, start, sentence) for fact in found) if start else facts.extend(
            found
        )
    return facts, context


def _further(fact: Fact, start: int, sentence: Sentence) -> Fact:
    at = Span(fact.at.start + start, fact.at.end + start)
    return replaced(fact, at=at, span=sentence.locate(at))


def _pieces(text: str, longest: int) -> Iterator[tuple[int, str]]:
    """A text cut at spaces into pieces that are quick to read."""
    start = 0
    while len(text) - start > longest:
        stop = text.rfind(" ", start + longest // 2, start + longest) + 1 or start + longest
        yield start, text[start:stop]
        start = stop
    yield start, text[start:] if start else text
