"""A run of figures in, the editions out that speak of the measure and give no figure.

That is seen in four ways: the sentence that gave the figure goes on without one; it goes on with
a vague amount in its place ("most of which", "a sufficient number of inspectors"); a sentence
says how high the measure stands without saying it ("the minimum wage was above the poverty line");
or the section named after what is counted says nothing but that it does not apply.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from tracediff.lexicon.cues import EMPTY_SECTION, FALLING, LINKING, RISING, STANDING, VAGUE
from tracediff.model import BlockKind, Fact, Observation, Reading, Sentence, Status
from tracediff.model.syntax import NOWHERE, Clause, NounPhrase, Relation
from tracediff.settings import Timelines
from tracediff.syntax import Parse, parse
from tracediff.timelines.join import Node, Runs
from tracediff.timelines.threads import Chains
from tracediff.timelines.words import Weights, content


class Silence:
    """Finds the editions that say a figure no more."""

    def __init__(
        self,
        readings: Sequence[Reading],
        runs: Runs,
        chains: Chains,
        weights: Weights,
        settings: Timelines,
    ) -> None:
        """Index the words of all editions, once for all runs."""
        self._runs = runs
        self._readings = readings
        self._weights = weights
        self._settings = settings
        self._chain_of = {spot: chain for chain in chains for spot in chain}
        self._holding = [_holding(reading) for reading in readings]
        self._facts = [_by_sentence(reading) for reading in readings]
        self._void = [list(_void(reading)) for reading in readings]

    def after(self, given: Sequence[Observation]) -> Iterator[Observation]:
        """Each edition that is silent on a run whose figures are ``given``."""
        has = {one.edition for one in given}
        told = {one.edition: one for one in self._empty(given[-1]) if one.edition not in has}
        for silent in self._levels(given[-1]):
            told.setdefault(silent.edition, silent)
        for one in reversed(given):
            for silent in self._going_on(one):
                if silent.edition not in has:
                    told.setdefault(silent.edition, silent)
        yield from told.values()

    def _going_on(self, one: Observation) -> Iterator[Observation]:
        """Later sentences of the same thread that still speak of what a figure counts."""
        assert one.fact is not None
        about = self._weights.content(one.fact.label or one.fact.counted or one.fact.measure)
        for edition, sentence in self._chain_of[one.edition, one.sentence]:
            if edition <= one.edition or not about:
                continue
            reading = self._readings[edition]
            text = reading.edition.sentences[sentence].text
            if not _is_statement(reading.edition.sentences[sentence]):
                continue
            others = self._of_unit(edition, sentence, one.fact.unit)
            kept = self._weights.total(about & self._weights.content(text))
            enough = kept >= self._settings.still_about * self._weights.total(about)
            named = enough and _names(parse(text), _thing(one.fact))
            if self._in_another_unit(edition, sentence, one.fact, about):
                continue
            if others:
                told = named and _partly(parse(text)) and self._go_on(one, others)
            else:
                told = named or _vaguely(parse(text), _thing(one.fact))
            if told:
                yield Observation(edition, sentence, reading.edition.period)

    def _in_another_unit(
        self, edition: int, sentence: int, fact: Fact, about: frozenset[str]
    ) -> bool:
        """Whether a sentence gives the figure in a unit that is read otherwise: "is 18 years"."""
        return any(
            one.unit != fact.unit
            and one.status is Status.REPORTED
            and content(one.label) ^ about <= content(f"{one.unit} {fact.unit}")
            for one in self._facts[edition].get(sentence, ())
        )

    def _of_unit(self, edition: int, sentence: int, unit: str | None) -> list[Node]:
        """The figures of a sentence that have a unit."""
        held = self._facts[edition].get(sentence, ())
        return [(edition, fact.index) for fact in held if fact.unit == unit]

    def _go_on(self, one: Observation, others: Sequence[Node]) -> bool:
        """Whether figures of a later sentence go on other ones of the sentence of a figure."""
        assert one.fact is not None
        before = self._of_unit(one.edition, one.sentence, one.fact.unit)
        own = self._runs.root((one.edition, one.fact.index))
        known = {self._runs.root(node) for node in before} - {own}
        return all(self._runs.root(node) in known for node in others)

    def _empty(self, one: Observation) -> Iterator[Observation]:
        """The editions whose section on what is counted only says that it does not apply."""
        assert one.fact is not None
        thing = _thing(one.fact)
        for edition, sections in enumerate(self._void):
            for words, sentence in sections:
                if len(thing) >= _TELLING and thing <= words:
                    yield Observation(edition, sentence, self._readings[edition].edition.period)
                    break

    def _levels(self, one: Observation) -> Iterator[Observation]:
        """In each later edition the first sentence that says how the measure stands."""
        assert one.fact is not None
        cell = one.fact.table is not None  # what it counts ends with the head of its column
        thing = content(one.fact.label) if cell else _thing(one.fact)
        if len(thing) < _TELLING:
            return
        for edition in range(one.edition + 1, len(self._readings)):
            reading, holding = self._readings[edition], self._holding[edition]
            for sentence in sorted(set.intersection(*(holding[word] for word in thing))):
                if sentence not in self._facts[edition] and _stands(
                    parse(reading.edition.sentences[sentence].text), thing
                ):
                    yield Observation(edition, sentence, reading.edition.period)
                    break


def _is_statement(sentence: Sentence) -> bool:
    """Whether a sentence says something: a caption, a heading and a row of a table do not."""
    if sentence.kind in (BlockKind.HEADING, BlockKind.TABLE):
        return False
    return sentence.text.endswith(".") or any(verb.finite for verb in parse(sentence.text).verbs)


def _thing(fact: Fact) -> frozenset[str]:
    """What a figure counts, in its last two words."""
    return content(" ".join((fact.counted or "").split()[-_TELLING:]))


def _names(p: Parse, thing: frozenset[str]) -> bool:
    """Whether one noun phrase holds all words of a thing."""
    return not thing or any(content(p.text(phrase)) >= thing for phrase in p.phrases)


_TELLING: Final = 2  # words of a thing that tell it from others: "minimum wage", not "wages"


def _partly(p: Parse) -> bool:
    """Whether an amount stands for a part of what was counted: "most of which"."""
    low = p.tokens.low
    return any(
        low[at] in VAGUE and low[at + 1] == "of" and low[at + 2] in _THESE
        for at in range(p.tokens.size - 2)
    )


_THESE: Final = frozenset("which whom them these those".split())


def _vaguely(p: Parse, thing: frozenset[str]) -> bool:
    """Whether the last word of a thing heads a phrase whose amount is vague."""
    low = p.tokens.low
    return any(
        content(low[phrase.head]) and content(low[phrase.head]) <= thing
        and any(low[at] in VAGUE for at in _amount(p, phrase))
        for phrase in p.phrases
    )  # fmt: skip


def _amount(p: Parse, phrase: NounPhrase) -> Iterator[int]:
    """The tokens that may say how many a phrase is of: its own, and those that it hangs on."""
    yield from range(phrase.first, phrase.head)
    if phrase.preposition != NOWHERE and p.tokens.low[phrase.preposition] == "of":
        yield phrase.preposition - 1


def _by_sentence(reading: Reading) -> Mapping[int, list[Fact]]:
    """The facts of each sentence that has any."""
    found: dict[int, list[Fact]] = defaultdict(list)
    for fact in reading.facts:
        found[fact.sentence].append(fact)
    return dict(found)


def _void(reading: Reading) -> Iterator[tuple[frozenset[str], int]]:
    """The words of the heading, and the only sentence, of each section that does not apply."""
    held: dict[int, list[Sentence]] = defaultdict(list)
    for sentence in reading.edition.sentences:
        if sentence.kind is not BlockKind.HEADING:
            held[reading.edition.section_of(sentence).index].append(sentence)
    for section, said in held.items():
        if len(said) == 1 and said[0].text.casefold().strip(" .") in EMPTY_SECTION:
            yield content(reading.edition.sections[section].title), said[0].index


def _holding(reading: Reading) -> Mapping[str, set[int]]:
    """The sentences of prose that hold each word."""
    found: dict[str, set[int]] = defaultdict(set)
    for sentence in reading.edition.sentences:
        if sentence.kind not in (BlockKind.HEADING, BlockKind.REFERENCE):
            for word in content(sentence.text):
                found[word].add(sentence.index)
    return found


def _stands(p: Parse, thing: frozenset[str]) -> bool:
    """Whether a clause says of a thing that it is higher or lower, rose or fell, or stayed."""
    low = p.tokens.low
    for clause in p.clauses:
        if NOWHERE in (clause.subject, clause.verb):
            continue
        subject, verb = p.phrases[clause.subject], p.verbs[clause.verb]
        if not content(p.text(subject)) >= thing:
            continue
        word, behind = low[verb.head], range(verb.stop, clause.stop)
        stands = word in STANDING or (word in (RISING | FALLING) and not clause.objects)
        if not _asserts(p, clause) or verb.modal:
            continue  # "as wages grow", "wages could fall"
        moves = stands and verb.finite and clause.relation is not Relation.RELATIVE
        compared = word in LINKING and any(p.tags[i] == "JJR" for i in behind)
        if moves or compared:
            return True
    return False


def _asserts(p: Parse, clause: Clause) -> bool:
    """Whether a clause says what is so, not under which condition, when or where."""
    return clause.opener == NOWHERE or p.tokens.low[clause.opener] not in _WHENEVER


_WHENEVER: Final = frozenset("as if once unless until when whenever where wherever".split())
