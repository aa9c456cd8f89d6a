"""A parse and its figures in, what each figure counts out: the ways to it, the surest first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tracediff.extract.counting.amounts import AmountReader
from tracediff.extract.counting.changes import ChangeReader
from tracediff.extract.counting.counted import Counted
from tracediff.extract.counting.marks import MarkReader
from tracediff.extract.counting.nouns import NounReader
from tracediff.extract.counting.phrases import PhraseReader
from tracediff.extract.counting.shares import ShareReader
from tracediff.extract.counting.words import DOWN, MORE, QUANTITIES
from tracediff.extract.figure import Figure
from tracediff.model import Fact
from tracediff.model.syntax import NOWHERE
from tracediff.syntax import Parse

_OWNING: Final[frozenset[str]] = frozenset({"NN$", "NNS$", "NNP$", "NNPS$", "POS", "''"})


class CountReader:
    """Reads what the figures of one sentence count."""

    def __init__(
        self,
        p: Parse,
        figures: Sequence[Figure],
        times: Sequence[bool],
        before: Sequence[Fact],
        population: str = "",
    ) -> None:
        """``times`` marks the tokens of times; ``before`` are the facts of the sentence before.

        ``population`` is what the edition's percentages are mostly of, or "".
        """
        self.p, self.figures, self.before = p, figures, before
        self.population = population
        self.low = p.tokens.low
        self.phrases = PhraseReader(p, figures, times)
        self.changes = ChangeReader(self.phrases)
        self.nouns = NounReader(self.phrases, self.changes)
        self.marks = MarkReader(self.phrases, self.changes)
        self.shares = ShareReader(self.phrases, population)
        self.amounts = AmountReader(self.phrases, self.changes)
        self.found = self.phrases.found

    def read(self) -> list[Counted]:
        """What each figure counts, in order."""
        for k in range(len(self.figures)):
            self.found.append(self._counted(k))
        return self.found

    def _counted(self, k: int) -> Counted:
        figure = self.figures[k]
        change = self.changes.change(figure)
        if figure.sort == "age":
            return Counted(self.phrases.phrase_of(figure), 0, 0, "age", 0, 1.0)
        if figure.sort == "ratio" and figure.unit:  # "faults per 100 km of line"
            return Counted(self.phrases.phrase_of(figure), 0, 0, figure.word, 0, 0.9)
        if figure.sort == "times" and figure.word == "times":
            return self.amounts.multiple(figure)
        if figure.sort == "time" and not figure.hyphen and not change:
            spent = self.amounts.spent(figure)
            if spent is not None:
                return self.phrases.named(spent, figure, 0, 0.9)
            return Counted(self.phrases.phrase_of(figure), 0, 0, figure.word, 0, 0.9)
        told = (
            self._signed(k, figure)
            or self._moved_to(k, figure)
            or self.shares.share_of_others(figure, change)
            or self.shares.of_bracketed(figure, change)
            or self._more(k, figure, change)
        )
        if told is not None:
            return told
        for certainty, way in (
            (1.0, self.nouns.own_noun),
            (1.0, self.nouns.of_noun),
            (0.9, self.nouns.shared_noun),
            (0.9, self.marks.defined),
            (0.9, self.nouns.compared),
            (0.9, self.nouns.moving_in),
            (0.8, self.marks.heading),
            (0.8, self.nouns.of_verb),
            (0.8, self.marks.before_mark),
            (0.8, self.marks.before_its_name),
            (0.7, self.amounts.of_money),
            (0.7, self.shares.divided),
            (0.7, self.marks.on_a_line),
        ):
            phrase = way(k, figure, change)
            if phrase is not None and not self.phrases.empty(phrase):
                own = way == self.nouns.shared_noun and self.nouns.elided(phrase, figure)
                return own or self.phrases.named(phrase, figure, change, certainty)
        return self.marks.numbered(figure) or self._inherited(k, figure, change)

    def _signed(self, k: int, figure: Figure) -> Counted | None:
        """What a signed number in brackets behind a figure changes: "640 mm [+6%]"."""
        if k == 0 or figure.sort not in ("count", "percent", "measure", "money"):
            return None
        t, at = self.p.tokens, figure.first
        plus = t.text[at - 1] == "+" and t.glued(at)
        at -= plus
        before = self.figures[k - 1]
        between = range(before.stop, at - 1)  # what it counts: "40 tonnes of rye (-12%)"
        straight = t.text[at - 1] in ("(", "[") and all(
            self.p.phrase_at[i] != NOWHERE or self.low[i] == "of" for i in between
        )
        if not (straight and (plus or figure.value < 0)) or not self.found[k - 1].found:
            return None
        return self.found[k - 1]._replace(change=1 if plus else -1, certainty=0.9)

    def _moved_to(self, k: int, figure: Figure) -> Counted | None:
        """What one end of a movement counts, where only the other says, "from 43 to 32", and what a
        number alone in brackets behind another one does: "41 (38)"."""
        before = self.figures[k - 1] if k else None
        moving = before is not None and figure.moving and figure.value in (before.high, before.low)
        if before is None or not (moving or self._repeats(before, figure)):
            return None
        if self.nouns.own_noun(k, figure, 0) is not None:
            return None
        return self.found[k - 1] if self.found[k - 1].text else None

    def _repeats(self, before: Figure, figure: Figure) -> bool:
        """Whether a number stands alone in the bracket straight behind another of its sort."""
        text = self.p.tokens.text
        alone = text[before.stop] == "(" and figure.first == before.stop + 1
        same = (before.sort, before.unit) == (figure.sort, figure.unit)
        return alone and same and text[figure.stop] == ")"

    def _more(self, k: int, figure: Figure, change: int) -> Counted | None:
        """What a difference without a noun is one in: "it heard 41 cases, which is 9 more"."""
        bare = self.low[figure.stop] in MORE and self.nouns.own_noun(k, figure, 0) is None
        if figure.sort not in ("count", "percent") or not bare:
            return None
        if figure.sort == "percent" and not self._apposed_count(figure):
            return None
        sign = -1 if self.low[figure.stop] in DOWN else 1
        before = [one for one in self.found if one.text and not one.change]
        return before[-1]._replace(change=change or sign, certainty=0.8) if before else None

    def _apposed_count(self, figure: Figure) -> bool:
        """Whether a percentage stands behind a comma beside a count: "41 cases, 9% more than"."""
        index = self.phrases.phrase_of(figure)
        return index != NOWHERE and self.changes.apposed(index) is not None

    def _inherited(self, k: int, figure: Figure, change: int) -> Counted:
        """What the nearest figure of a kind before it counts, here or in the last sentence."""
        if figure.sort in ("money", "time", "measure", "times"):
            for j in range(k - 1, -1, -1):
                if self.found[j].found and self._alike(self.figures[j], figure):
                    return self._of_those(figure, self.found[j])._replace(
                        change=change, certainty=0.8
                    )
            return Counted(self.phrases.phrase_of(figure), 0, 0, figure.word, change, 0.6)
        of_all = bool(self.population) and figure.sort in ("percent", "share") and not change
        for j in range(k - 1, -1, -1):
            same = self.figures[j].sort in ("percent", "share") or not of_all
            if self.found[j].text and same and self._alike(self.figures[j], figure):
                return self._of_those(figure, self.found[j])._replace(change=change, certainty=0.8)
        if of_all:
            return Counted(text=self.population, certainty=0.6)
        for fact in reversed(self.before):
            if fact.counted and (figure.sort != "count" or fact.unit is None):
                return Counted(text=fact.counted, change=change, certainty=0.5, source=fact)
        subject = self.phrases.subject(figure) if figure.sort in ("percent", "share") else None
        if subject is not None and not self.phrases.empty(subject):
            return self.phrases.named(subject, figure, change, 0.5)
        return Counted(change=change)

    def _of_those(self, figure: Figure, before: Counted) -> Counted:
        """What the figure before counts, of those that the subject sets beside them: "trips on
        ferries fell to 39, while those on trains rose to 64"."""
        subject, verb = self.phrases.clause(figure).subject, self.phrases.verb(figure)
        if NOWHERE in (subject, before.phrase) or verb is None:
            return before
        if self.low[self.p.phrases[subject].head] not in ("those", "that"):
            return before
        above, of = self.p.phrases[before.phrase].governor, self.phrases.governed(subject, ("of",))
        if (
            above != NOWHERE
            and of is not None
            and self.low[self.p.phrases[above].head] in QUANTITIES
        ):
            return self.phrases.named(
                of, figure, before.change, before.certainty
            )  # "that of doctors"
        if not any(one.governor == subject for one in self.p.phrases):
            return before
        owners = [i for i in range(before.first, before.stop) if self.p.tags[i] in _OWNING]
        first = max((i + 1 for i in owners), default=before.first)  # "girls' marks, those of boys"
        return before._replace(
            phrase=subject, first=first, text=self.phrases.unquoted(first, before.stop)
        )

    def _alike(self, one: Figure, two: Figure) -> bool:
        counts = ("count", "percent", "share")
        return one.sort == two.sort or (one.sort in counts and two.sort in counts)
