"""A figure in, the noun that it counts by its own phrase or by its verb out."""

from __future__ import annotations

from typing import Final

from tracediff.extract.counting.changes import ChangeReader
from tracediff.extract.counting.counted import Counted
from tracediff.extract.counting.phrases import PhraseReader
from tracediff.extract.counting.words import MODIFIERS, MORE, MOVES, NOUNS, PRONOUNS
from tracediff.extract.figure import Figure
from tracediff.lexicon.cues import FALLS, RISES, SHIFTING, STANDING
from tracediff.model.syntax import NOWHERE, Relation

_LEVELS: Final[frozenset[str]] = STANDING | frozenset(
    "stand stands remain remains is are was were be been being total totals totaled totalled "
    "reach reached reaches number numbered average averaged averages amount amounted amounts "
    "equal equals equalled exceeded comprised comprises went ranged varied totalling totaling "
    "amounting averaging numbering reaching exceeding ranging varying".split()
)
_ELIDED: Final = 2  # words before a noun that is left out


class NounReader:
    """Reads what a number counts that a noun or a verb ties to it."""

    def __init__(self, phrases: PhraseReader, changes: ChangeReader) -> None:
        """``phrases`` are those of the sentence, ``changes`` what its figures change."""
        self.phrases, self.changes, self.p, self.low = phrases, changes, phrases.p, phrases.low
        self.figures, self.times, self.found = phrases.figures, phrases.times, phrases.found

    def own_noun(self, k: int, figure: Figure, change: int) -> int | None:
        """The noun behind the number in its own phrase; of a change, what the change is in."""
        index = self.phrases.phrase_of(figure)
        if index == NOWHERE or figure.sort == "times":
            return None
        if figure.sort == "share":  # "one in ten pupils"
            index = max(index, self.p.phrase_at[figure.stop - 1])
        index += self._goes_on(index, figure)
        phrase = self.p.phrases[index]
        noun = phrase.head >= figure.stop and self.p.tags[phrase.head] in NOUNS
        if not noun and figure.hyphen and phrase.stop > figure.stop:
            noun = True
        of_another = any(f is not figure and f.first <= phrase.head < f.stop for f in self.figures)
        if not noun or self.times[phrase.head] or of_another or self.low[phrase.head] == "today":
            return None
        if self.low[phrase.head] in RISES | FALLS:
            return self.changes.changing(index, figure)
        return self.phrases.through(index)

    def _goes_on(self, index: int, figure: Figure) -> bool:
        """Whether the phrase behind a percentage says fewer of what: "12 percent fewer crimes"."""
        after = index + 1
        if figure.sort != "percent" or after >= len(self.p.phrases):
            return False
        straight = self.p.phrases[after].first == figure.stop
        return straight and self.low[figure.stop] in MORE

    def of_noun(self, k: int, figure: Figure, change: int) -> int | None:
        """The noun phrase that the number is of: "31 of the 470 applications", "half of them"."""
        index = self.phrases.phrase_of(figure)
        if index == NOWHERE or figure.sort in ("times", "ratio"):
            return None
        if figure.sort in ("money", "time"):
            return None
        if figure.sort == "share":  # "one in ten of the pupils"
            index = max(index, self.p.phrase_at[figure.stop - 1])
        of = self.phrases.governed(index, ("of", "out", "among"))
        if of is None or self.p.tags[self.p.phrases[of].head] in PRONOUNS | {"CD"}:
            return None
        if self._is_level_among(figure, of):
            return None
        found = self.phrases.through(of)
        return None if self.times[self.p.phrases[found].head] else found

    def _is_level_among(self, figure: Figure, among: int) -> bool:
        """Whether a percentage is how high its subject is among some, not a part of them:
        "satisfaction was 81 percent among tenants"."""
        verb, subject = self.phrases.verb(figure), self.phrases.clause(figure).subject
        if figure.sort != "percent" or verb is None or self.phrases.subject(figure) is None:
            return False
        led = self.low[self.p.phrases[among].preposition]
        measured = (
            self.p.tags[self.p.phrases[subject].head] == "NN" and self.low[verb.head] in _LEVELS
        )
        return led == "among" and measured and not self.phrases.is_quantity(subject)

    def shared_noun(self, k: int, figure: Figure, change: int) -> int | None:
        """The noun that the last of several numbers has: "124 and 175 fires", "freed 12 and
        jailed nine poachers"."""
        index = self.phrases.phrase_of(figure)
        if index == NOWHERE or k + 1 >= len(self.figures):
            return None
        after = self.figures[k + 1]
        if figure.high is not None and not figure.moving:  # "25%-59% of the time"
            found = self.own_noun(k + 1, after, change)
            return self.of_noun(k + 1, after, change) if found is None else found
        if figure.sort not in ("count", "share"):
            return None
        joined = self.p.phrases[index].joined
        holder = self.phrases.phrase_of(after)
        shared = holder in (joined, index) or self._of_next_verb(index, figure, holder)
        if shared and holder != NOWHERE and after.sort == figure.sort:
            found = self.own_noun(k + 1, after, change)
            return self.shared_noun(k + 1, after, change) if found is None else found
        return None

    def elided(self, index: int, figure: Figure) -> Counted | None:
        """What a number counts that only leaves out the noun of the next one: "12 urban and 3
        harbour fires" are urban fires."""
        t, stop = self.p.tokens, figure.stop
        while stop < t.size and self.p.tags[stop] in MODIFIERS | NOUNS:
            stop += 1
        own = t.words(figure.stop, stop)
        if not 0 < stop - figure.stop <= _ELIDED or self.low[stop] not in (",", "and", "or"):
            return None
        text = f"{own} {t.words(self.p.phrases[index].head, self.p.phrases[index].stop)}"
        return Counted(self.phrases.phrase_of(figure), figure.stop, stop, text, 0, 0.9)

    def _of_next_verb(self, index: int, figure: Figure, holder: int) -> bool:
        """Whether a number alone is the object of a verb, and the next the object of the verb that
        is joined to it: "freed 12 and jailed nine poachers"."""
        at, after = figure.stop + 1, self.p.phrases[holder]
        bare = (
            self.p.phrases[index].stop == figure.stop
            and index in self.phrases.clause(figure).objects
        )
        if (
            not bare
            or self.low[figure.stop] not in ("and", "or", "but")
            or at >= self.p.tokens.size
        ):
            return False
        verb = self.p.verb_at[at]
        clause = self.p.clauses[after.clause]
        return verb != NOWHERE and clause.verb == verb and holder in clause.objects

    def compared(self, k: int, figure: Figure, change: int) -> int | None:
        """What the figure before counts, with which one is compared: "50% (up from 44%)"."""
        clause = self.phrases.clause(figure)
        while clause.relation is not Relation.COMPARISON:
            if clause.relation is not Relation.ASIDE or clause.parent == NOWHERE:
                return None
            clause = self.p.clauses[clause.parent]
        if not k or self.figures[k - 1].sort != figure.sort or clause.opener < 1:
            return None
        before = self.figures[k - 1]
        beside = before.stop >= clause.opener - 2 or before.bracket
        return self.found[k - 1].phrase if beside and self.found[k - 1].found else None

    def moving_in(self, k: int, figure: Figure, change: int) -> int | None:
        """What a rise or fall is in that leads from a figure to another: "an increase in users who
        build for it, from 59% to 66%"."""
        index = self.phrases.phrase_of(figure)
        at = self.p.phrases[index].preposition if index != NOWHERE else NOWHERE
        if not figure.moving and (at == NOWHERE or self.low[at] not in ("from", "to")):
            return None
        for before in range(index - 1, -1, -1):
            if self.low[self.p.phrases[before].head] in RISES | FALLS:
                found = self.phrases.governed(before, ("in", "of"))
                timely = found is not None and self.times[self.p.phrases[found].head]
                return None if found is None or timely else self.phrases.through(found)
        return self.changes.moved(figure)  # "raised the tax from 10 to 12 percent"

    def of_verb(self, k: int, figure: Figure, change: int) -> int | None:
        """The subject that a verb of level or change is of: "occupancy fell to 97"."""
        noun = self.changes.of_change(figure)
        if noun is not None:
            return self.changes.changing(noun, figure)
        verb = self.phrases.verb(figure)
        if verb is None or self._of_a_noun(figure):
            return None
        word = self.phrases.moving(verb)
        moves = word in MOVES or word in _LEVELS or change != 0
        moves = moves or (figure.moving and verb.passive and word in SHIFTING)
        if not moves and not (figure.sort == "percent" and self.phrases.to_line(figure.stop + 1)):
            return None
        if change and (moved := self.changes.moved(figure)) is not None:
            return moved
        if change and self.changes.subject_of_change(figure):
            return self.changes.changing(self.phrases.clause(figure).subject, figure)
        if word in STANDING and not self._stands(figure):
            return None  # "the office recovered 12 million crowns"
        return self.phrases.subject(figure)

    def _of_a_noun(self, figure: Figure) -> bool:
        """Whether an amount is that of a noun beside it: "costs were fees of 9 crowns"."""
        index = self.phrases.phrase_of(figure)
        if index == NOWHERE or figure.sort != "money":
            return False
        one = self.p.phrases[index]
        return one.governor != NOWHERE and self.low[one.preposition] == "of"

    def _stands(self, figure: Figure) -> bool:
        """Whether a figure is where its subject stands, not what the subject did it to."""
        index = self.phrases.phrase_of(figure)
        if index in self.phrases.clause(figure).objects:
            return False
        at = self.p.phrases[index].preposition if index != NOWHERE else NOWHERE
        return at == NOWHERE or self.low[at] not in ("of", "in", "with", "for")
