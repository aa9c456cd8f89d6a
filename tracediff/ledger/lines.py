"""Lines that only give a figure and what it counts, in sections that answer to each other.

"14 countries across the globe" under a heading, "24 countries across the globe" under the same one
of the next edition: what a card or a list of key figures counts needs few words, and where no other
line of the section counts the same it is one measure. Where several do ("280 registrations" under
the names of four courses) it is one only behind lines that answer to each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from tracediff.ledger.nodes import Node, near, one_population
from tracediff.model import Alignment, Reading, Side
from tracediff.settings import Ledger
from tracediff.syntax import has_finite_verb

_Key = tuple[int, str | None, str]  # a section of the old edition, the unit and what is counted


class Lines:
    """The figures that open such a line, by section and what they count."""

    def __init__(
        self, nodes: Sequence[Node], alignment: Alignment, readings: tuple[Reading, Reading]
    ) -> None:
        """Look at all figures of prose of both editions."""
        self._nodes = nodes
        answers = {one.new: one.old for one in alignment.sections if None not in (one.old, one.new)}
        self._answers: Mapping[int, int | None] = {
            n: o for n, o in answers.items() if n is not None
        }
        self._partner = {n: o for one in alignment.links for n in one.new for o in one.old}
        self._found: defaultdict[_Key, dict[Side, list[int]]] = defaultdict(_two_sides)
        self._keys: dict[int, _Key] = {}
        for at, node in enumerate(nodes):
            reading = readings[0] if node.side is Side.OLD else readings[1]
            key = self._key(node, reading)
            if key is not None:
                self._keys[at] = key
                self._found[key][node.side].append(at)

    def _key(self, node: Node, reading: Reading) -> _Key | None:
        if node.fact.table is not None or not node.words.head:
            return None
        sentence = reading.edition.sentences[node.fact.sentence]
        old = node.side is Side.OLD
        section = sentence.section if old else self._answers.get(sentence.section)
        opens = not any(map(str.isalnum, sentence.text[: node.fact.at.start]))
        if section is None or not opens or has_finite_verb(sentence.text):
            return None
        return section, node.words.unit, node.words.head

    def couples(
        self, left: tuple[Collection[int], Collection[int]], settings: Ledger
    ) -> Iterator[tuple[int, int]]:
        """Pairs of the figures ``left`` over on both sides whose lines alone count what they do."""
        for sides in self._found.values():
            if all(len(sides[side]) == 1 for side in Side):
                old, new = sides[Side.OLD][0], sides[Side.NEW][0]
                if old in left[0] and new in left[1] and self._are_one(old, new, settings):
                    yield old, new

    def _are_one(self, old: int, new: int, settings: Ledger) -> bool:
        """Whether what one says of the thing counted is all that the other says, or more."""
        a, b = self._nodes[old], self._nodes[new]
        one, two = a.words.stems, b.words.stems
        same = (one <= two or two <= one) and a.denied == b.denied
        return same and one_population(a, b) and near(a.fact, b.fact, settings)

    def unsure(self, old: int, new: int) -> bool:
        """Whether two figures stand in such lines, of which a section has several, that say nothing
        of what tells them apart, behind lines that do not answer to each other."""
        key = self._keys.get(old)
        if key is None or key != self._keys.get(new):
            return False
        several = max(map(len, self._found[key].values())) > 1
        a, b = self._nodes[old], self._nodes[new]
        bare = max(len(a.words.stems), len(b.words.stems)) == 1
        return several and bare and self._partner.get(b.fact.sentence - 1) != a.fact.sentence - 1


def _two_sides() -> dict[Side, list[int]]:
    return {side: [] for side in Side}
