"""What kind of statement a sentence makes: its claims and words in, marks from 0 to 1 out.

A promise by whoever a report is about weighs more than what holds of the world in general, and a
rewording that gives other figures more than one in other words.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from typing import Final

from tracediff.model import Claim, Comparison, CueKind, Evidence, Finding, Reading, Side
from tracediff.model.syntax import NOWHERE
from tracediff.rank.substance import counts, roots, same_counts
from tracediff.syntax import parse, verbs
from tracediff.text.words import FUNCTION_WORDS, root

_OWN: Final = frozenset("we our us".split())
_RULES: Final = frozenset(map(root, "law act constitution code policy you".split()))  # nobody
_HERO: Final = 0.04  # of all statements that have a subject; who acts in fewer is one of many
_SURE: Final = 3  # statements that are too few to tell
_WORD: Final = re.compile(r"[\w’'-]+")
_HARD: Final = 0.9  # an obligation as strong as this is a duty, not an advice
_POINTING: Final = frozenset("this that these those it they he she".split())
_ALONE: Final = 2  # words of substance that must be shared to say that two texts share any


@lru_cache(maxsize=256)  # a long sentence may have thousands of findings, one after the other
def _is_of_the_present(text: str) -> bool:
    finite = [verb for verb in verbs(text) if verb.finite]
    return bool(finite) and all(v.tense.value == "present" and not v.modal for v in finite)


@lru_cache(maxsize=256)
def _points_back(text: str) -> bool:
    """Whether a sentence is about something that only the one before it names: "This means …"."""
    p = parse(text)
    subject = next((clause.subject for clause in p.clauses if clause.subject != NOWHERE), NOWHERE)
    if subject == NOWHERE:
        return False
    phrase = p.phrases[subject]
    return phrase.stop - phrase.first == 1 and p.tokens.low[phrase.first] in _POINTING


def _is_lone(finding: Finding) -> bool:
    return finding.old is None or finding.new is None


class Character:
    """The marks of statements of one comparison; who acts in it is counted once."""

    def __init__(self, comparison: Comparison) -> None:
        """Begin with a comparison."""
        self._comparison = comparison
        self._known: dict[tuple[Side, int], tuple[float, float]] = {}

    def marks(self, finding: Finding, shown: Evidence) -> Mapping[str, float]:
        """The marks of what a finding shows."""
        promise, general = self._of_sentence(shown)
        return {
            "promise": promise,
            "general": general,
            "pointing": float(_is_lone(finding) and _points_back(self._text(shown))),
            **self._of_both(finding),
        }

    def _of_sentence(self, shown: Evidence) -> tuple[float, float]:
        """Whether a sentence promises, and whether it holds in general, once for all findings."""
        found = self._known.get((shown.side, shown.sentence))
        if found is None:
            claims = self._claims(shown)
            found = self._known[shown.side, shown.sentence] = (
                float(any(map(self._promises, claims))),
                float(self._is_general(shown, claims)),
            )
        return found

    def _of_both(self, finding: Finding) -> dict[str, float]:
        """For a rewording: whether figures differ, and how little the two have in common."""
        old, new = finding.old, finding.new
        if old is None or new is None or finding.rule.id[0] != "C":
            return {}
        texts = self._text(old), self._text(new)
        before, after = map(roots, texts)
        least = min(len(before), len(after))
        common = len(before & after) / least if least >= _ALONE else 0.0
        mine, yours = (any(map(self._promises, self._claims(e))) for e in (old, new))
        return {
            "figured": float(not same_counts(*texts)),
            "apart": 1 - common,
            "pledged": float(mine != yours),
        }

    def _claims(self, evidence: Evidence) -> tuple[Claim, ...]:
        return self._by_sentence[evidence.side].get(evidence.sentence, ())

    def _text(self, evidence: Evidence) -> str:
        return self._reading(evidence.side).edition.sentences[evidence.sentence].text

    def _reading(self, side: Side) -> Reading:
        return self._comparison.old if side is Side.OLD else self._comparison.new

    def _promises(self, claim: Claim) -> bool:
        """Whether whoever the report is about says what is to come or what binds it."""
        bound = (claim.obligation or 0.0) >= _HARD
        return (bool(claim.of(CueKind.FUTURE)) or bound) and self._is_hero(claim)

    def _is_hero(self, claim: Claim) -> bool:
        return not self._heroes.isdisjoint(_names(claim.subject))

    def _is_general(self, shown: Evidence, claims: Iterable[Claim]) -> bool:
        """Whether a statement holds at any time, of nobody in particular and without a figure."""
        text = self._text(shown)
        if counts(text) or any(claim.names or self._is_hero(claim) for claim in claims):
            return False
        return _is_of_the_present(text)

    @cached_property
    def _heroes(self) -> frozenset[str]:
        """Who acts most: "we", or those that a good share of the statements are of."""
        acting = Counter(
            name
            for reading in (self._comparison.old, self._comparison.new)
            for claim in reading.claims
            for name in _names(claim.subject)
        )
        total = sum(
            bool(claim.subject)
            for reading in (self._comparison.old, self._comparison.new)
            for claim in reading.claims
        )
        least = max(_SURE, _HERO * total)
        return frozenset(name for name, count in acting.items() if count >= least) | _OWN

    @cached_property
    def _by_sentence(self) -> Mapping[Side, Mapping[int, tuple[Claim, ...]]]:
        found: dict[Side, dict[int, tuple[Claim, ...]]] = defaultdict(dict)
        for side in Side:
            for claim in self._reading(side).claims:
                held = found[side].get(claim.sentence, ())
                found[side][claim.sentence] = (*held, claim)
        return found


def _names(subject: str) -> frozenset[str]:
    """What a subject can be known by: its last word, and "we" or "our" at its head."""
    words = [word.casefold() for word in _WORD.findall(subject)]
    own = {word for word in words[:1] if word in _OWN}
    last = {root(word) for word in words[-1:] if word not in FUNCTION_WORDS}
    return frozenset((last - _RULES) | own)
