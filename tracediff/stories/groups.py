"""Which findings are one story: findings in their order in, groups out, in that order too.

Findings are one story where they stand on one link or its neighbours in a paragraph, where they
give the same two figures, where the same words changed in several sections, where one mark stands
for all that a section leaves to be filled in, and where many sections went or came.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

from tracediff.model import Comparison, Evidence, Finding, Side
from tracediff.model.record import Record
from tracediff.rank.importance import fact_of
from tracediff.settings import Telling
from tracediff.stories.claim_headlines import is_of_marks
from tracediff.stories.differing import differing
from tracediff.stories.homes import Homes
from tracediff.stories.table_groups import by_column, by_table
from tracediff.stories.totals import by_total
from tracediff.text.words import FUNCTION_WORDS, root, stem, tokens

_WHOLE: Final = {"S401": Side.OLD, "S402": Side.NEW}
_WORDED: Final = frozenset({"C301", "C302", "C303", "C304", "C308"})
_CHANGED: Final = frozenset({"N101", "N106"})  # what fell to none is a story of its own
_BESIDE: Final = 1  # sentences on, in one paragraph
_PARAGRAPH: Final = 8  # sentences of one; a longer one is a page whose paragraphs were not told
_ANEW: Final = 0.75  # of its sections and of its text: a report that was drawn up anew
_LONE: Final = frozenset({"C306", "C307", "N103", "N104"})

_Pages = frozenset[tuple[Side, int]]


@dataclass(frozen=True, slots=True)
class Group(Record):
    """Findings of one story; ``count`` sections of ``total``, where it is about many of them.

    ``share`` is how much of an edition it is about: of its sections or of its text, the lesser.
    """

    findings: tuple[Finding, ...]
    count: int = 0
    total: int = 0
    share: float = 0.0


def grouped(
    findings: Sequence[Finding], comparison: Comparison, settings: Telling
) -> Iterator[Group]:
    """The groups, each at the place of its first finding."""
    union = _Union(len(findings))
    pages = _pages(comparison)
    for keys in (
        _by_place(findings, comparison, pages),
        _by_neighbours(findings, comparison, pages),
        _by_figures(findings, settings),
        by_column(findings, comparison, settings),
        by_table(findings, comparison, settings),
        _by_names(findings, comparison, settings),
        _by_placeholder(findings, comparison),
        _by_marks(findings, comparison),
        by_total(findings, comparison),
    ):
        _join(union, keys)
    _join(union, _by_words(findings, comparison), settings.alike)
    held: defaultdict[int, list[Finding]] = defaultdict(list)
    whole: defaultdict[str, list[Finding]] = defaultdict(list)
    for at, finding in enumerate(findings):
        held[union.root(at)].append(finding)
        whole[finding.rule.id].append(finding)
    many = {
        rule: _of_sections(found, _WHOLE[rule], comparison)
        for rule, found in whole.items()
        if rule in _WHOLE and len(found) >= settings.many_sections
    }
    inside = {rule: _inside(group, findings, comparison) for rule, group in many.items()}
    taken = {id(finding) for held_too in inside.values() for finding in held_too}
    for group in held.values():
        rule = group[0].rule.id
        if rule in many:
            if many[rule].findings[0] is group[0]:
                yield replace(many[rule], findings=(*many[rule].findings, *inside[rule]))
        elif left := [finding for finding in group if id(finding) not in taken]:
            yield Group(tuple(sorted(left, key=_is_lone)))


def _inside(sections: Group, findings: Sequence[Finding], comparison: Comparison) -> list[Finding]:
    """What is gone (or new) in sections that are, of a report that was drawn up anew: there this
    is no news by itself."""
    if sections.share < _ANEW:
        return []
    old = _WHOLE[sections.findings[0].rule.id] is Side.OLD
    pairs = ((s.old, s.new) if old else (s.new, s.old) for s in comparison.alignment.sections)
    alone = {mine for mine, other in pairs if other is None}
    sentences = (comparison.old if old else comparison.new).edition.sentences
    found: list[Finding] = []
    for one in filter(_is_lone, findings):
        shown = one.old if old else one.new
        if shown is not None and sentences[shown.sentence].section in alone:
            found.append(one)
    return found


def _is_lone(finding: Finding) -> bool:
    return finding.rule.id in _LONE and (finding.old is None or finding.new is None)


def _of_sections(findings: Sequence[Finding], side: Side, comparison: Comparison) -> Group:
    """Sections that went (or came), and how much of the edition that is."""
    old = side is Side.OLD
    own = [(s.old, s.new) if old else (s.new, s.old) for s in comparison.alignment.sections]
    links = [(k.old, k.new) if old else (k.new, k.old) for k in comparison.alignment.links]
    held = {s.section for s in (comparison.old if old else comparison.new).edition.sentences}
    empty = sum(a is not None and b is None and a not in held for a, b in own)
    count = len(findings) + empty
    total = sum(a is not None for a, _ in own)
    alone = sum(len(mine) for mine, other in links if not other)
    text = sum(len(mine) for mine, _ in links)
    return Group(tuple(findings), count, total, min(count / total, alone / text))


def _join(union: _Union, keys: Iterable[tuple[int, Hashable]], least: int = 2) -> None:
    """Join what has a key in common, where so many have it."""
    shared: defaultdict[Hashable, list[int]] = defaultdict(list)
    for at, key in keys:
        shared[key].append(at)
    for places in shared.values():
        if len(set(places)) >= least:
            union.join(places)


def _by_place(
    findings: Sequence[Finding], comparison: Comparison, pages: _Pages
) -> Iterator[tuple[int, Hashable]]:
    """The links that a finding stands on, and for a figure the pair of paragraphs and what it
    counts there: "13 unfounded cases", and next to it "of these cases, four".
    """
    links = _links(comparison)
    for at, finding in enumerate(findings):
        places = [e for e in (finding.old, finding.new) if e is not None]
        if not places or finding.rule.id.startswith("S"):
            continue
        yield from ((at, links[e.side, e.sentence]) for e in places)
        thing = _counted(finding, comparison)
        if len(places) == 2 and thing:
            paragraphs = [_paragraph(e, comparison) for e in places]
            if pages.isdisjoint(paragraphs):
                yield at, (thing, *paragraphs)


def _links(comparison: Comparison) -> Mapping[tuple[Side, int], int]:
    """The number of the link that a sentence stands in."""
    found: dict[tuple[Side, int], int] = {}
    for at, link in enumerate(comparison.alignment.links):
        found |= {(Side.OLD, one): at for one in link.old}
        found |= {(Side.NEW, one): at for one in link.new}
    return found


def _counted(finding: Finding, comparison: Comparison) -> str:
    """The root of the thing that the newer figure of a finding counts; "" for a table's row."""
    fact = fact_of(comparison, finding.new) if finding.new is not None else None
    if fact is None or fact.table is not None:
        return ""
    return stem((fact.counted or "").rpartition(" ")[2])


def _paragraph(evidence: Evidence, comparison: Comparison) -> tuple[Side, int]:
    reading = comparison.old if evidence.side is Side.OLD else comparison.new
    return evidence.side, reading.edition.sentences[evidence.sentence].paragraph


def _pages(comparison: Comparison) -> _Pages:
    """The paragraphs that are too long to be one: what stands in them need not be one matter."""
    size = Counter(
        (side, sentence.paragraph)
        for side, reading in zip(Side, (comparison.old, comparison.new), strict=True)
        for sentence in reading.edition.sentences
    )
    return frozenset(place for place, sentences in size.items() if sentences > _PARAGRAPH)


def _by_neighbours(
    findings: Sequence[Finding], comparison: Comparison, pages: _Pages
) -> Iterator[tuple[int, Hashable]]:
    """Changed figures of sentences that follow each other in one paragraph, on both sides.

    The key is the first of the sentences: "677 attacks", and next to it "13 unfounded cases".
    """
    held: defaultdict[Hashable, list[tuple[int, int, int]]] = defaultdict(list)
    for at, finding in enumerate(findings):
        if finding.rule.id not in _CHANGED or finding.old is None or finding.new is None:
            continue
        if finding.old.side is not finding.new.side and not _is_row(finding.new, comparison):
            pair = (_paragraph(finding.old, comparison), _paragraph(finding.new, comparison))
            if pages.isdisjoint(pair):
                places = (finding.old.sentence, finding.new.sentence, at)
                held[finding.section, *pair].append(places)
    for told in held.values():
        first = before = (-_BESIDE - 1, -_BESIDE - 1)
        for old, new, at in sorted(told):
            near = abs(new - before[1]) <= _BESIDE and old - before[0] <= _BESIDE
            first = first if near else (old, new)
            before = (old, new)
            yield at, ("beside", first)


def _is_row(evidence: Evidence, comparison: Comparison) -> bool:
    fact = fact_of(comparison, evidence)
    return fact is not None and fact.table is not None


def _by_names(
    findings: Sequence[Finding], comparison: Comparison, settings: Telling
) -> Iterator[tuple[int, Hashable]]:
    """Statements of one section about one person or place: a case is told by its names.

    A finding goes with one name alone, the one that most findings of its section share; so that
    two cases are not joined by a sentence that mentions both.
    """
    named, counts = _names(comparison)
    homes = Homes(comparison)
    cases: dict[int, frozenset[str]] = {}
    for at, finding in enumerate(findings):
        if finding.rule.id[0] == "C" or finding.rule.id in _LONE:
            places = [(e.side, e.sentence) for e in (finding.old, finding.new) if e is not None]
            held = chain.from_iterable(named.get(place, ()) for place in places)
            cases[at] = frozenset(n for n in held if 1 < counts[n] <= settings.rare_name)
    home = {at: homes.key(findings[at]) for at in cases}
    shared = Counter((home[at], name) for at, held in cases.items() for name in held)
    for at, rare in cases.items():
        section = home[at]
        best = max(rare, key=lambda name: (shared[section, name], name), default=None)
        if best is not None:
            yield at, ("name", section, best)


def _names(
    comparison: Comparison,
) -> tuple[Mapping[tuple[Side, int], frozenset[str]], Mapping[str, int]]:
    """The names in each sentence, and in how many sentences of both editions each stands."""
    held: defaultdict[tuple[Side, int], frozenset[str]] = defaultdict(frozenset)
    for side, reading in zip(Side, (comparison.old, comparison.new), strict=True):
        for claim in reading.claims:
            if not claim.names:
                continue
            text = reading.edition.sentences[claim.sentence].text
            initials = {root(word) for word in _INITIALS.findall(text)}
            held[side, claim.sentence] |= claim.names - initials
    return held, Counter(name for names in held.values() for name in names)


def _by_figures(findings: Sequence[Finding], settings: Telling) -> Iterator[tuple[int, Hashable]]:
    """Two telling values: prose and table, summary and chapter give the same two."""
    for at, finding in enumerate(findings):
        values = finding.values
        if not finding.rule.id.startswith("N10") or len(values) != 2:
            continue
        if all(sum(c.isdigit() for c in value) >= settings.digits for value in values):
            if sum(c.isdigit() for value in values for c in value) >= settings.telling_digits:
                yield at, values
            thing = (stem(word.text) for word in tokens(finding.measure) if word.text.isalpha())
            yield from ((at, (*values, word)) for word in thing if word not in FUNCTION_WORDS)


def _by_placeholder(
    findings: Sequence[Finding], comparison: Comparison
) -> Iterator[tuple[int, Hashable]]:
    """What is left to be filled in, by the same mark in one section."""
    homes = Homes(comparison)
    for at, finding in enumerate(findings):
        if finding.rule.id == "D503" and finding.old is not None:
            yield at, ("placeholder", homes.key(finding), finding.values)


def _by_marks(
    findings: Sequence[Finding], comparison: Comparison
) -> Iterator[tuple[int, Hashable]]:
    """The lines of one section of which the same sign gave way to the same."""
    homes = Homes(comparison)
    for at, finding in enumerate(findings):
        if finding.rule.id == "C309" and is_of_marks(finding):
            yield at, ("marks", homes.key(finding), finding.values)


def _by_words(
    findings: Sequence[Finding], comparison: Comparison
) -> Iterator[tuple[int, Hashable]]:
    """The words that went and came: the same in many sections is one story."""
    for at, finding in enumerate(findings):
        if finding.rule.id in _WORDED and (words := differing(finding, comparison)):
            yield at, (words.old.casefold(), words.new.casefold())
        elif finding.rule.id == "S404":
            yield at, finding.rule.id


_INITIALS: Final = re.compile(r"\b[A-Z]{2,}\w*\b")  # an office is in many cases


class _Union:
    """Which of so many things belong together; each group is known by its first."""

    def __init__(self, count: int) -> None:
        """Begin with every thing by itself."""
        self._above = list(range(count))

    def root(self, at: int) -> int:
        """The first of the group that something is in."""
        while self._above[at] != at:
            self._above[at] = at = self._above[self._above[at]]
        return at

    def join(self, places: Sequence[int]) -> None:
        """Make the groups of all these one."""
        roots = {self.root(at) for at in places}
        first = min(roots)
        for at in roots:
            self._above[at] = first
