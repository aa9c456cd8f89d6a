"""A figure behind a colon or dash in, the term before it out: "Average wait: 14 days".

What stands there is a name of its own, of a list of terms or of a line of key figures.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tracediff.lexicon.people import ANYBODY
from tracediff.lexicon.syntax import ROUGHLY
from tracediff.model.syntax import NOWHERE, Clause, Relation, VerbGroup
from tracediff.text.words import stem
from tracediff.wording.deed import Deed
from tracediff.wording.labels.fitting import MOST, fitted
from tracediff.wording.labels.named import Named
from tracediff.wording.phrases import PhraseWords, joined

_LONGEST: Final = 8  # words of a term
_LEADING: Final = frozenset({":", "-", "–", "—"})
_BESIDE: Final = 4  # words of an item
_SMALL: Final = frozenset({"IN", "TO", "DT", "CC", "RB", "RBR", "PRP", "WDT", "WP", "EX", "MD"})
_COUNTING: Final = frozenset(stem(word) for word in ("number", "of", "the", "amount"))
_WITHIN: Final = (Relation.PARTICIPLE, Relation.INFINITIVE)
_ENDING: Final = frozenset(".,;()[]")


class TermReader:
    """Words the terms that figures are given for, and the labels of these."""

    def __init__(self, w: PhraseWords) -> None:
        """``w`` are the words of the phrases of the sentence."""
        self.w, self.p = w, w.p

    def named(self, label: str, counted: Named, first: int, stop: int, unit: str) -> str:
        """The label of a figure, by the term that it is given for where the rest names little.

        ``first`` to ``stop`` are its tokens, ``unit`` is that of a time or measure.
        """
        aside = self._aside(first)
        term = self._words(aside) if aside is not None else []
        if counted.change:
            return label
        if aside is None or not term:
            return label or joined(self._beside(first, stop))
        stems = {stem(word) for word in label.split()}
        own = {stem(word) for word in term} - _COUNTING
        if stems >= own:
            more = self._beside(first, stop) if stems == own else []
            return f"{joined(term)}, {joined(more)}" if more else label
        if self._is_all(aside.opener, first, stop):
            return fitted([*term[:-1], f"{term[-1]},", unit] if unit else term, [], Deed())
        return self._with(term, label, counted)

    def _with(self, term: Sequence[str], label: str, counted: Named) -> str:
        """A term with a label that says little by itself: "sponsors, gold", "budget for travel"."""
        words = label.split()
        if words[:1] == ["amount"] and len(words) + len(term) <= MOST:
            return joined([*term, *words[1:]])
        bare = label.casefold() == (counted.text or "").casefold()
        if not bare or len(words) + len(term) > MOST:
            return label
        said = "" if label.casefold() in ANYBODY else label
        return ", ".join(part for part in (joined(term), said) if part)

    def _aside(self, first: int) -> Clause | None:
        """The clause of a figure, or one that it hangs on, that a colon or dash opens."""
        number = self.p.clause_at[first]
        while number != NOWHERE:
            one = self.p.clauses[number]
            if one.verb != NOWHERE and self.p.verbs[one.verb].finite:
                return None
            leads = one.opener != NOWHERE and self.p.tokens.text[one.opener] in _LEADING
            if leads and one.relation is Relation.ASIDE:
                return one
            number = one.parent
        return None

    def _words(self, aside: Clause) -> list[str]:
        """The name before a mark: no statement, and nothing that holds a figure."""
        clause, opener = self.p.clauses[aside.parent], aside.opener
        while clause.relation in _WITHIN and clause.parent != NOWHERE:
            clause = self.p.clauses[clause.parent]  # "funds raised: 40 crowns"
        first = clause.first + (clause.first == clause.opener)
        stated = clause.verb != NOWHERE and self._states(self.p.verbs[clause.verb], opener)
        stated = stated or "," in self.p.tokens.text[first:opener]  # "Pell, A. B., Oldport:"
        if stated or any(self.w.out[i] and not self.w.times[i] for i in range(first, opener)):
            return []
        words = [*self.w.words(first, opener)]
        return words if len(words) <= _LONGEST else []

    def _states(self, verb: VerbGroup, opener: int) -> bool:
        """Whether a verb makes a statement; "grants paid:" is a name."""
        alone = verb.stop == opener and verb.stop - verb.first == 1
        return verb.finite and not (alone and self.p.tags[verb.head] == "VBD")

    def _beside(self, first: int, stop: int) -> list[str]:
        """The words before and behind a figure of a list, up to its marks: "Orsk 31%, Norr 12%",
        "42% women, 3% non-binary"."""
        t, clause = self.p.tokens, self.p.clauses[self.p.clause_at[first]]
        if clause.verb != NOWHERE:
            return []
        start, end = first, stop
        while start > clause.first and self._is_of_item(start - 1):
            start -= 1
        while end < t.size and self._is_of_item(end):
            end += 1
        words = [t.text[i] for i in (*range(start, first), *range(stop, end))]
        return words if len(words) <= _BESIDE else []

    def _is_of_item(self, i: int) -> bool:
        """Whether a token is a word of the name of an item: no mark, figure or preposition."""
        answer = self.p.tokens.low[i] in ("yes", "no")
        named = self.p.tokens.kind[i] == "w" and self.p.tags[i] not in _SMALL
        return (named or answer) and not self.w.out[i]

    def _is_all(self, opener: int, first: int, stop: int) -> bool:
        """Whether a figure is all that stands behind a mark, up to the next one."""
        t = self.p.tokens
        straight = all(
            t.low[i] in ROUGHLY or t.kind[i] != "w" or self.w.out[i] or self.p.tags[i] == "IN"
            for i in range(opener + 1, first)
        )
        return straight and (stop >= t.size or t.text[stop] in _ENDING)
