"""Which findings are one story: findings in their order in, groups out, in that order too.

Findings are one story where they stand on one link or its neighbours in a paragraph, where they
give the same two figures, where the same words changed in several sections, and where many
sections went or came.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tracediff.model import Comparison, Evidence, Finding, Side
from tracediff.rank.importance import fact_of
from tracediff.settings import Telling
from tracediff.stories.differing import differing
from tracediff.text.words import FUNCTION_WORDS, stem, tokens

_WHOLE: Final = {"S401": Side.OLD, "S402": Side.NEW}
_WORDED: Final = frozenset({"C301", "C302", "C303", "C304", "C308"})
_LONE: Final = frozenset({"C306", "C307", "N103", "N104"})


@dataclass(frozen=True, slots=True)
class Group:
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
    for keys in (_by_place(findings, comparison), _by_figures(findings, settings)):
        _join(union, keys)
    _join(union, _by_words(findings, comparison), settings.alike)
    held: defaultdict[int, list[Finding]] = defaultdict(list)
    whole: defaultdict[str, list[Finding]] = defaultdict(list)
    for at, finding in enumerate(findings):
        held[union.root(at)].append(finding)
        whole[finding.rule.id].append(finding)
    many = {r: fs for r, fs in whole.items() if r in _WHOLE and len(fs) >= settings.many_sections}
    for group in held.values():
        rule = group[0].rule.id
        if rule in many:
            if many[rule][0] is group[0]:
                yield _of_sections(many[rule], _WHOLE[rule], comparison)
        else:
            yield Group(tuple(sorted(group, key=_is_lone)))


def _is_lone(finding: Finding) -> bool:
    return finding.rule.id in _LONE and (finding.old is None or finding.new is None)


def _of_sections(findings: Sequence[Finding], side: Side, comparison: Comparison) -> Group:
    """Sections that went (or came), and how much of the edition that is."""
    old = side is Side.OLD
    own = [(s.old, s.new) if old else (s.new, s.old) for s in comparison.alignment.sections]
    links = [(k.old, k.new) if old else (k.new, k.old) for k in comparison.alignment.links]
    count = max(len(findings), sum(a is not None and b is None for a, b in own))
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
    findings: Sequence[Finding], comparison: Comparison
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
            yield at, (thing, *(_paragraph(e, comparison) for e in places))


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


def _by_figures(findings: Sequence[Finding], settings: Telling) -> Iterator[tuple[int, Hashable]]:
    """Two telling values: prose and table, summary and chapter give the same two."""
    for at, finding in enumerate(findings):
        values = finding.values
        if not finding.rule.id.startswith("N10") or len(values) != 2:
            continue
        if all(sum(c.isdigit() for c in value) >= settings.digits for value in values):
            thing = (stem(word.text) for word in tokens(finding.measure) if word.text.isalpha())
            yield from ((at, (*values, word)) for word in thing if word not in FUNCTION_WORDS)


def _by_words(
    findings: Sequence[Finding], comparison: Comparison
) -> Iterator[tuple[int, Hashable]]:
    """The words that went and came: the same in many sections is one story."""
    for at, finding in enumerate(findings):
        if finding.rule.id in _WORDED and any(words := differing(finding, comparison)):
            yield at, tuple(word.casefold() for word in words)
        elif finding.rule.id == "S404":
            yield at, finding.rule.id


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
