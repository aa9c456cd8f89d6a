"""A fact in, its frame out: the words that tell it from other figures of its sentence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from tracediff.ledger.denials import denied
from tracediff.lexicon.participles import DEGREES
from tracediff.lexicon.people import PEOPLE
from tracediff.model import Fact, FactKind, Reading
from tracediff.model.facts import RATIO
from tracediff.model.syntax import NOWHERE
from tracediff.syntax import parse
from tracediff.text.words import root, stem
from tracediff.timelines.measures import measures_nothing, of_both
from tracediff.timelines.nearby_words import token_at, words_near
from tracediff.timelines.set_beside import compares_with_last, compares_with_others
from tracediff.timelines.whom import ages_behind, narrowed, subject_of, tells_an_opinion
from tracediff.timelines.words import Weights, content, dice


@dataclass(frozen=True, slots=True)
class Frame:
    """What a fact says beside its value.

    ``near`` are the words of its own clause, ``label`` those of what it counts, ``sentence`` all
    of its sentence. ``rank`` is its place among the ``beside`` figures of the sentence with its
    unit; ``compares`` says that it is compared with the figure before it, ``head`` what is counted,
    ``deeds`` what was done to it.
    ``section`` are the words of the heading that it stands under. ``sole`` says that its edition
    gives no other value for the same time under its label. ``row`` is the head of the row of
    a cell. ``denied`` says that its statement is denied ("40 firms did not know"), ``nameless``
    that nothing tells it from another figure of its row: the heads of its columns were not read.
    ``others`` says that it is compared with the figure before it and told of others, ``ages`` are
    those that say behind it of whom, ``opinion`` says that it is of what people think, ``subject``
    are the words of the subject of its clause, ``source`` of who says so.
    """

    edition: int
    fact: Fact
    near: frozenset[str]
    label: frozenset[str]
    sentence: frozenset[str]
    rank: int
    beside: int = 1
    compares: bool = False
    head: str = ""
    deeds: frozenset[str] = frozenset()
    section: frozenset[str] = frozenset()
    sole: bool = False
    row: str = ""
    names: frozenset[str] = frozenset()
    degrees: frozenset[str] = frozenset()
    classes: bool = False
    denied: bool = False
    nameless: bool = False
    whom: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()
    versus: int | None = None
    listed: tuple[str, ...] = ()
    told: frozenset[str] = frozenset()
    instance: bool = False
    both: bool = False
    others: bool = False
    ages: frozenset[Decimal] = frozenset()
    opinion: bool = False
    subject: frozenset[str] = frozenset()
    source: frozenset[str] = frozenset()

    def heads(self, other: Frame) -> bool:
        """Whether a number only bounds a class that another is a cell of: "10 to 99 sailors"."""
        classes = self.fact.table is None and any(map(str.isdigit, other.row))
        return classes and self.sentence <= other.sentence

    @property
    def about(self) -> frozenset[str]:
        """All words of its own, without those of the rest of its sentence."""
        return self.near | self.label

    @property
    def vague(self) -> bool:
        """Whether its label names nothing that could be followed: "sum", "persons"."""
        return self.label <= MEASURES or (self.head == _PERSON and len(self.label) == 1)

    @property
    def name(self) -> tuple[frozenset[str], str | None, FactKind]:
        """What it is known by: label, unit and kind."""
        return self.label, self.fact.unit, self.fact.kind

    def counts_as(self, other: Frame) -> bool:
        """Whether two figures do not count things of different names, as cases and victims are.

        Persons killed are counted by killings, women who were victims of arson by arsons.
        """
        if not (self.head and other.head) or self.head == other.head:
            return True
        return self.head in other.deeds or other.head in self.deeds


def frames(edition: int, reading: Reading, weights: Weights) -> tuple[Frame, ...]:
    """The frames of all facts of a reading, by the index of the fact."""
    by_sentence: dict[int, list[Fact]] = defaultdict(list)
    for fact in reading.facts:
        by_sentence[fact.sentence].append(fact)
    said = weights.content
    not_so = denied(reading)
    found = {}
    for sentence, facts in by_sentence.items():
        text = reading.edition.sentences[sentence].text
        section = said(reading.edition.section_of(reading.edition.sentences[sentence]).title)
        for fact in facts:
            name = fact.label or fact.counted or fact.measure
            near = fact.measure if fact.table is not None else words_near(text, fact, facts)
            label = said(name) or frozenset(name.casefold().split())
            own = said(near)
            if fact.kind is FactKind.SHARE and own <= said(fact.counted or "") | _SAYING:
                own |= label  # "of members": it is the rest that says which share it is
            found[fact.index] = Frame(
                edition,
                fact,
                own,
                label,
                said(text),
                sum(f.unit == fact.unit and f.index < fact.index for f in facts),
                sum(f.unit == fact.unit for f in facts),
                compares_with_last(text, fact, facts),
                _head(fact),
                _deeds(fact),
                section,
                row=text.partition(" | ")[0] if fact.table is not None else "",
                names=said(_names(text, near)) - said(fact.said_by or ""),
                degrees=DEGREES.intersection(near.casefold().split()),
                classes=measures_nothing(text, fact, facts),
                denied=fact.index in not_so,
                nameless=_nameless(text, fact, facts),
                whom=_whom(text, fact),
                own=said(_spoken_of(text, fact)),
                told=frozenset(f"{name} {near}".casefold().split()),
                instance=_is_instance(text, fact),
                both=of_both(text, fact),
                others=compares_with_others(text, fact),
                ages=ages_behind(text, fact, facts),
                opinion=tells_an_opinion(text, fact, f"{near} {name}"),
                subject=said(subject_of(text, fact)),
                source=said(fact.said_by or ""),
            )
    return tuple(_marked([_told_apart(found, fact, by_sentence) for fact in reading.facts]))


def _told_apart(
    found: Mapping[int, Frame], fact: Fact, by_sentence: Mapping[int, Sequence[Fact]]
) -> Frame:
    """The frame of a figure with what it alone says among those that are listed with it."""
    frame = found[fact.index]
    facts = by_sentence[fact.sentence]
    heads = tuple(found[f.index].head for f in facts if f.unit == fact.unit)
    frame = replace(frame, versus=_versus(found, frame, facts), listed=heads)
    alike = [f for f in facts if (f.unit, f.kind) == (fact.unit, fact.kind)]
    beside = [found[f.index] for f in alike if f is not fact]
    if fact.table is not None or frame.own or not beside:
        return frame
    shared = (one.label for one in beside if not one.compares)
    return replace(frame, own=frame.label.difference(*shared))


def _versus(found: Mapping[int, Frame], frame: Frame, facts: Sequence[Fact]) -> int | None:
    """The figure that one is compared with: of those before it the one most like it by name.

    "95 of 309 posts were vacant, down from 232 vacant posts" compares the posts that were vacant.
    """
    ahead = [found[f.index] for f in facts if f.unit == frame.fact.unit]
    ahead = [one for one in ahead if one.rank < frame.rank and not one.compares]
    if not frame.compares or not ahead:
        return None
    return max(ahead, key=lambda one: (dice(one.label, frame.label), one.rank)).fact.index


_SAYING: Final = content("say said report tell feel think believe answer")


def _whom(text: str, fact: Fact) -> frozenset[str]:
    """What narrows those whom a share of prose is told of."""
    if fact.table is not None or fact.kind is not FactKind.SHARE:
        return frozenset()
    found = parse(text)
    return narrowed(found, token_at(found, fact.at.start))


def _is_instance(text: str, fact: Fact) -> bool:
    """Whether a figure only shows what is meant, in a bracket: "(e.g., 1.4% is shown as 1%)"."""
    found = parse(text)
    clause = found.clause_at[token_at(found, fact.at.start)]
    while clause != NOWHERE:
        one = found.clauses[clause]
        if one.opener != NOWHERE and found.tokens.text[one.opener] == "(":
            return _SHOWN.match(text, found.tokens.end[one.opener]) is not None
        clause = one.parent
    return False


_SHOWN: Final = re.compile(r"\s*(?:e\.\s?g\.|i\.\s?e\.|for (?:example|instance)\b)", re.IGNORECASE)


def _nameless(text: str, fact: Fact, facts: Sequence[Fact]) -> bool:
    """Whether a figure has all that names it in common with another one of its row.

    Such are the columns of a table whose heads were not read, as cells or as bare numbers of a
    line: "Harbour dues 4,120 3,980".
    """
    return any(
        _known_as(one) == _known_as(fact) and one.value != fact.value
        for one in facts
        if one is not fact and _in_a_row(text, one, fact)
    )


def _known_as(fact: Fact) -> tuple[object, ...]:
    """Everything that names a figure and its time."""
    return fact.label or fact.measure, fact.unit, fact.kind, fact.bound, fact.period


def _in_a_row(text: str, one: Fact, two: Fact) -> bool:
    """Whether two figures are cells of one row, or stand in a line with no word between them."""
    if one.table is not None or two.table is not None:
        return one.table == two.table
    first, second = sorted((one.at, two.at), key=lambda span: span.start)
    between = text[first.end : second.start]
    return first.end < second.start and not between.strip("|$€£ \t().-")


def _names(text: str, near: str) -> str:
    """The words of a clause with a capital that do not owe it to the beginning of the sentence."""
    opens = text[: len(text.partition(" ")[0])]
    return " ".join(word for word in _WORD.findall(near) if word[0].isupper() and word != opens)


def _spoken_of(text: str, fact: Fact) -> str:
    """What the clause of a figure is about, where that tells whose figure it is.

    That is the name that its subject, "it", stands for, and what holds a list: "submissions
    included 194 papers".
    """
    if fact.table is not None:
        return ""
    found = parse(text)
    clause = found.clauses[found.clause_at[token_at(found, fact.at.start)]]
    if clause.subject == NOWHERE:
        return ""
    t, subject = found.tokens, found.phrases[clause.subject]
    if clause.verb != NOWHERE and root(t.low[found.verbs[clause.verb].head]) in _HOLDING:
        return "" if fact.at.start < t.start[subject.stop] else found.text(subject)
    ahead = found.clauses[clause.parent].subject if clause.parent != NOWHERE else NOWHERE
    if ahead == NOWHERE or t.low[subject.first : subject.stop] != ["it"]:
        return ""
    meant = found.phrases[ahead]
    names = (i for i in range(meant.first, meant.stop) if found.tags[i].startswith("NNP"))
    return " ".join(t.text[i] for i in names)


_HOLDING: Final = frozenset(map(root, ("include", "comprise", "contain")))
_WORD: Final = re.compile(r"[^\W\d_][\w’'-]*")


def _marked(all_frames: Sequence[Frame]) -> Iterator[Frame]:
    """The frames, with those marked whose label has one value only for each time.

    Cells that nothing tells apart in two tables of their edition are marked as nameless.
    """
    values: dict[object, dict[object, set[object]]] = defaultdict(lambda: defaultdict(set))
    cells: dict[object, set[object]] = defaultdict(set)
    for one in all_frames:
        values[one.name][one.fact.period].add(one.fact.value)
        cells[_place(one)].add(one.fact.value)
    for one in all_frames:
        told = not one.label <= MEASURES and not _of_all(one)
        sole = told and all(len(held) == 1 for held in values[one.name].values())
        nameless = one.nameless or (one.fact.table is not None and len(cells[_place(one)]) > 1)
        yield replace(one, sole=sole, nameless=nameless) if sole or nameless else one


def _place(one: Frame) -> tuple[object, ...]:
    """All that tells a cell from those of other tables: its heads, its heading, when it ends."""
    end = one.fact.period.end if one.fact.period else None
    return one.row, one.section, *one.name, one.fact.measure, end


MEASURES: Final = content(
    "ratio rate share amount sum percentage proportion level value score index average median"
    " cost price increase decrease excess quantity"
)
"""What a figure is called that says of nothing what it is: "this ratio"."""


def _of_all(one: Frame) -> bool:
    """Whether a share is only said to be one of some whole, as all shares of a survey are."""
    share = one.fact.kind is FactKind.SHARE and one.fact.table is None
    return share and one.label <= content(one.fact.counted or "")


def _head(fact: Fact) -> str:
    """What is counted, in a word; one word for people, none for shares and amounts."""
    if fact.unit not in (None, "%", RATIO) and fact.table is None:
        return _head_of_amount(fact.label, fact.unit)
    name = "" if fact.unit else (fact.counted or "").rpartition(" ")[2]
    if stem(name) in PEOPLE:
        return _PERSON
    return root(name) if _AGENT.search(name) else min(content(name), default="")


def _head_of_amount(label: str, unit: str) -> str:
    """What an amount is: the last noun before what hangs on it, none where that says nothing."""
    idle = MEASURES | content(unit)
    for part in _HANGING.split(label.casefold()):
        words = _WORD.findall(part)
        own = content(words[-1]) if words else frozenset()
        if own and not own <= idle:
            return min(own)
    return ""


_HANGING: Final = re.compile(r",|\s(?:of|in|by|for|from|to|on|with|over|under|at|that|which)\s")
_PERSON: Final = "person"
_AGENT: Final = re.compile(r"[eo]rs?$")  # editors are not counted with edits


def _deeds(fact: Fact) -> frozenset[str]:
    """What was done to what is counted, as the nouns that it may be counted by."""
    suffered = _SUFFERED.search(fact.label)
    return content(fact.verb) | content(suffered["what"] if suffered else "")


_SUFFERED: Final = re.compile(r"\bvictims? of (?P<what>[\w-]+)", re.IGNORECASE)
