"""A figure in, what stands before the bracket, colon or comma of its clause out."""

from __future__ import annotations

from typing import Final

from tracediff.extract.counting.changes import ChangeReader
from tracediff.extract.counting.counted import Counted
from tracediff.extract.counting.phrases import PhraseReader
from tracediff.extract.counting.words import LIGHT_NOUNS, NOUNS, PRONOUNS
from tracediff.extract.figure import Figure
from tracediff.lexicon.cues import FALLS, RISES
from tracediff.lexicon.money import AMOUNTS
from tracediff.lexicon.syntax import FRACTIONS, STRETCHES
from tracediff.model.syntax import NOWHERE, Clause, Relation

_COMPLETING: Final[frozenset[str]] = frozenset({"JJ", "JJR", "JJS", "RB", "RBR", "RBS"})
_ITEMS: Final = frozenset({Relation.MAIN, Relation.COORDINATE})
_DASHES: Final[frozenset[str]] = frozenset({"-", "–", "—"})
_HELD: Final = frozenset({Relation.INFINITIVE, Relation.PARTICIPLE})


class MarkReader:
    """Reads what a number counts that a mark sets apart from its name."""

    def __init__(self, phrases: PhraseReader, changes: ChangeReader) -> None:
        """``phrases`` are those of the sentence, ``changes`` what its figures change."""
        self.phrases, self.changes, self.p, self.low = phrases, changes, phrases.p, phrases.low
        self.figures, self.times = phrases.figures, phrases.times

    def defined(self, k: int, figure: Figure, change: int) -> int | None:
        """What stands behind the dash after a number that opens a line: "9 – the sum of raids"."""
        t, at = self.p.tokens, figure.stop + 1
        opens = figure.first == 0 and t.text[figure.stop] in _DASHES and not t.glued(figure.stop)
        index = self.p.phrase_at[at] if opens and at < t.size else NOWHERE
        if index == NOWHERE or self.p.phrases[index].first != at:
            return None
        return self.phrases.through(index)

    def heading(self, k: int, figure: Figure, change: int) -> int | None:
        """What an item names before the comma of its number: "number of raids made, 41 (38); rate
        of loss, 2.3"; behind a colon the lead-in says what is counted."""
        t, clause = self.p.tokens, self.phrases.clause(figure)
        if figure.first < 1 or t.text[figure.first - 1] != "," or ":" in t.text[: figure.first]:
            return None
        verb = self.p.verbs[clause.verb] if clause.verb != NOWHERE else None
        told = verb is None or (verb.stop == figure.first - 1 and verb.stop - verb.first == 1)
        first = clause.first + (clause.opener == clause.first)
        index = self.p.phrase_at[first] if told else NOWHERE
        if index == NOWHERE or self.p.phrases[index].preposition != NOWHERE:
            return None
        if clause.relation not in _ITEMS or self.phrases.number_in(self.p.phrases[index]):
            return None
        return self.phrases.through(index)

    def before_mark(self, k: int, figure: Figure, change: int) -> int | None:
        """What stands before the bracket or colon that opens the clause of a figure."""
        clause = self.phrases.clause(figure)
        if clause.relation is not Relation.ASIDE or clause.opener == NOWHERE:
            return None
        if self.low[clause.opener] == ":":
            host = self._before_a_dated_bracket(clause)
            if host is not None:
                return host
            says = clause.verb != NOWHERE and self.p.verbs[clause.verb].finite
            if figure.sort == "count" and (whole := self._whole(clause)) is not None:
                return whole
            return None if says else self.phrases.before_colon(clause)
        before = self.phrases.ahead_of(clause.opener)
        index = self.p.phrase_at[before] if before >= 0 else NOWHERE
        if index != NOWHERE and self.times[before]:  # "the catch for 2022 (14,659 t)"
            dated = self.p.phrases[index].governor
            if dated != NOWHERE:
                index, before = dated, self.p.phrases[dated].head
        told = figure.moving or self.p.tags[before] in _COMPLETING | {"VB"}
        if index == NOWHERE and figure.bracket and told:
            return self.phrases.before_colon(clause)  # "repairs were more common (28%)"
        opens = figure.sort == "percent" and self.low[clause.opener] == "("
        opens = opens and figure.first - clause.opener <= 2  # "claims (87% granted, 13% refused)"
        if index == NOWHERE or self._names_nothing(before) or not (figure.bracket or opens):
            return None
        while (above := self._above(index, figure)) != NOWHERE:
            amount = figure.sort == "money" and self.low[self.p.phrases[index].head] in AMOUNTS
            light = self.low[self.p.phrases[above].head] in LIGHT_NOUNS
            if amount or light or self.phrases.number_in(self.p.phrases[above]):
                break
            index = above
        if self.low[self.p.phrases[index].head] in RISES | FALLS:
            return self.changes.changing(index, figure)  # "a rise in fires (24%)"
        return (
            None if self.phrases.number_in(self.p.phrases[index]) else self.phrases.through(index)
        )

    def _before_a_dated_bracket(self, clause: Clause) -> int | None:
        """The count that a bracket gives again for another time: "1,274 farms (2021: 1,318)"."""
        aside = self.p.clauses[clause.parent]
        if aside.relation is not Relation.ASIDE or self.low[aside.opener] != "(":
            return None
        index = self.p.phrase_at[self.phrases.ahead_of(aside.opener)]
        dated = all(self.times[aside.opener + 1 : clause.opener])
        counts = dated and index != NOWHERE and self.phrases.number_in(self.p.phrases[index])
        return self.phrases.through(index) if counts else None

    def _above(self, index: int, figure: Figure) -> int:
        """What a phrase hangs on, a count in brackets by a verb as well: "raids to stop theft
        (12)", "revenge for sinking boats (9)"."""
        above, own = self.p.phrases[index].governor, self.p.clauses[self.p.phrases[index].clause]
        if above != NOWHERE or figure.sort != "count" or own.relation not in _HELD:
            return above
        if own.verb == NOWHERE or self.p.verbs[own.verb].stop != self.p.phrases[index].first:
            return NOWHERE
        at = own.first - 1
        while at > 0 and self._leads_on(at):
            at -= 1
        return self.p.phrase_at[at] if at >= 0 else NOWHERE

    def _leads_on(self, at: int) -> bool:
        """Whether a word ties a form in -ing to a noun: "revenge | for sinking or | burning"."""
        joined = self.p.tags[at] == "VBG" and self.low[at + 1] in ("and", "or")
        return joined or self.low[at] in ("and", "or") or self.p.tags[at] == "IN"

    def _names_nothing(self, i: int) -> bool:
        """Whether a word is a time or a pronoun, of which no bracket gives a share."""
        part = self.low[i] in FRACTIONS and self._is_part(i)  # "over half (55%) of crews"
        timely = self.times[i] or (self.low[i].removesuffix("s") in STRETCHES and not part)
        return timely or self.p.tags[i] in PRONOUNS

    def _is_part(self, i: int) -> bool:
        """Whether what a fraction is a part of follows it, behind a bracket at most."""
        index = self.p.phrase_at[i]
        return index != NOWHERE and self.phrases.governed(index, ("of",)) is not None

    def _whole(self, clause: Clause) -> int | None:
        """The count that is parted behind a colon: "it heard nine complaints: five on theft"."""
        parent = self.p.clauses[clause.parent]
        for index in (parent.subject, *reversed(parent.objects)):
            phrase = self.p.phrases[index] if index != NOWHERE else None
            if phrase is None or phrase.stop > clause.opener or not self.phrases.number_in(phrase):
                continue
            if self.p.tags[phrase.head] in ("NNS", "NNPS") and not self.times[phrase.head]:
                return self.phrases.through(index)
        return None

    def before_its_name(self, k: int, figure: Figure, change: int) -> int | None:
        """What a colon leads to from the figure that opens a line: "420: the number of members"."""
        at = figure.stop + 1
        opens = figure.first == 0 and self.low[figure.stop] == ":" and at < self.p.tokens.size
        index = self.p.phrase_at[at] if opens else NOWHERE
        named = index != NOWHERE and not self.phrases.number_in(self.p.phrases[index])
        return self.phrases.through(index) if named else None

    def on_a_line(self, k: int, figure: Figure, change: int) -> int | None:
        """What stands before the one figure that closes a line without a verb: "Services 31%"."""
        t = self.p.tokens
        closes = figure.stop >= t.size or t.text[figure.stop :] == ["."]
        if self.p.verbs or len(self.figures) > 1 or not figure.first or not closes:
            return None
        index = self.p.phrase_at[figure.first - 1]
        if index == NOWHERE or self.p.tags[figure.first - 1] not in NOUNS:
            return None
        return self.phrases.top(index) if index != self.phrases.phrase_of(figure) else None

    def numbered(self, figure: Figure) -> Counted | None:
        """The same where line and number look like one name: "Military 1"."""
        index = self.phrases.phrase_of(figure)
        alone = not self.p.verbs and len(self.figures) == 1 and index != NOWHERE
        phrase = self.p.phrases[index]
        if not alone or phrase.stop > figure.stop or phrase.stop < self.p.tokens.size:
            return None
        text = self.p.tokens.words(phrase.first, figure.first)
        last = figure.first - 1
        named = self.p.tags[last] in NOUNS or self.p.tokens.capital(last)
        named = named and phrase.first < figure.first
        return Counted(index, phrase.first, figure.first, text, 0, 0.7) if named else None
