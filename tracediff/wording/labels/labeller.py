"""What the figures of one sentence count in, their labels out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tracediff.lexicon.cues import FALLING, RISING, STANDING
from tracediff.lexicon.money import MONEY
from tracediff.lexicon.syntax import BE, HAVE, MEASURING, WHICH
from tracediff.model.syntax import NOWHERE
from tracediff.syntax import Parse
from tracediff.wording.bearers import BearerReader
from tracediff.wording.deed import Deed
from tracediff.wording.deeds import DeedReader
from tracediff.wording.labels.amounts import AmountLabels
from tracediff.wording.labels.fitting import MOST, fitted, is_anybody, parted, verb_of
from tracediff.wording.labels.hanging import HangingReader
from tracediff.wording.labels.items import ItemReader
from tracediff.wording.labels.named import Named
from tracediff.wording.labels.parts import PartLabels
from tracediff.wording.labels.shares import ShareLabels
from tracediff.wording.labels.terms import TermReader
from tracediff.wording.labels.times import TimeLabels
from tracediff.wording.phrases import PhraseWords, joined
from tracediff.wording.roles import RoleReader
from tracediff.wording.verbs import Target

_TOLD_APART: Final = frozenset("additional further other new top first last".split())


class Labeller:
    """Words the labels of the figures of one sentence."""

    def __init__(self, p: Parse, times: Sequence[bool], figures: Sequence[tuple[int, int]]) -> None:
        """``times`` and ``figures`` are the tokens that a label leaves out."""
        self.p = p
        self.w = PhraseWords(p, times, figures)
        self.deeds = DeedReader(self.w)
        self.roles = RoleReader(self.deeds)
        self.bearers = BearerReader(self.w)
        holders = [p.phrase_at[first] for first, _ in figures]
        self.hanging = HangingReader(self.w, holders)
        self.items = ItemReader(self.w)
        self.amounts = AmountLabels(self.roles, self.hanging)
        self.times = TimeLabels(self.deeds, self.bearers)
        self.shares = ShareLabels(self.deeds)
        self.terms = TermReader(self.w)
        self.parts = PartLabels(self.deeds, holders, [first for first, _ in figures])
        self._labels: dict[tuple[object, ...], tuple[str, str]] = {}

    def label(
        self,
        counted: Named,
        holder: int,
        limit: int,
        change: str = "",
        money: bool = False,
        lasting: str = "",
        below: bool = False,
    ) -> tuple[str, str]:
        """The label of what a figure counts, and the verb in it, or "".

        ``holder`` is the noun phrase that holds the figure; words from token ``limit`` on belong to
        the next figure. ``change`` is the noun of a stated change. ``money`` says that the figure
        is an amount, ``lasting`` is the unit of a time, ``below`` that an age is an upper limit.
        What is asked again, of the same sentence in the other edition, is remembered.
        """
        how = (holder, limit, change, money, lasting, below)
        asked = (
            *(counted.phrase, counted.first, counted.stop, counted.text, counted.change),
            *(counted.item, *how),
        )
        if asked not in self._labels:
            self._labels[asked] = self._label(counted, *how)
        return self._labels[asked]

    def _label(
        self,
        counted: Named,
        holder: int,
        limit: int,
        change: str,
        money: bool,
        lasting: str,
        below: bool,
    ) -> tuple[str, str]:
        self.w.said = set()
        holder = self.parts.host(counted, holder)
        self.deeds.noun = (counted.text or "").lower().split(" ")[-1]
        if counted.item != NOWHERE:
            return self.shares.share(counted, limit)
        if self._unnamed(counted) and not counted.change:
            unit = counted.text or ""
            unit = unit if unit[1:] != unit[1:].lower() else unit.lower()  # "GWh" stays
            if unit == "age":
                return self.times.aged(holder, limit, below)
            told = unit and unit not in MONEY and self.times.lasting(unit, holder, limit)
            if told:
                return told
        elif lasting and counted.phrase == holder != NOWHERE:
            told = self.times.lasting(lasting, holder, limit)  # "30 days' notice"
            if told:
                return told
        those = self.parts.those(holder) if counted.phrase == NOWHERE else NOWHERE
        if those != NOWHERE:
            return self.parts.of_those(Target(those, holder, limit), counted.text or "those")
        target = Target(counted.phrase, holder, self.parts.past_whole(counted.phrase, limit))
        label, verb = self._named(counted, target, change, money)
        if label:
            return label, verb
        said = "" if counted.change else self.parts.bare(holder, limit)
        done = bool(said) and self.parts.undergoes(holder)
        return said if done else joined(self.amounts.subject(holder, every=True)) or said, ""

    def _unnamed(self, counted: Named) -> bool:
        """Whether a figure has a unit, and nothing that it counts."""
        return counted.phrase != NOWHERE and counted.first == counted.stop

    def _named(self, counted: Named, target: Target, change: str, money: bool) -> tuple[str, str]:
        """The label of things that are counted, or of an amount."""
        phrase, holder = counted.phrase, target.holder
        target = target._replace(
            taken_over=phrase != NOWHERE and self.hanging.taken_over(phrase, holder)
        )
        name = self._name(counted)
        if not (name or money):
            return (change if counted.change else ""), ""
        deed = self.amounts.sums(phrase) if money else self.roles.done(phrase)
        name = [*deed, *self._which(counted), *name]
        hung = list(self.hanging.hung(target)) if phrase != NOWHERE else []
        hung = hung or [*self.hanging.of_last(counted, target.limit)]
        hung = self.amounts.in_kind(target, hung) if money else hung
        spent = self.amounts.spent_on(phrase, holder)
        if spent:
            name, hung = ["amount"], [[spent, *name], *hung]
        another = money and self.amounts.of_another(target)
        if another:
            target, name, hung = target._replace(phrase=holder), ["amount"], []
        less = self._doing_less(phrase, holder) if counted.change and name else Deed()
        if less:
            return fitted(name, hung, less), ""
        if counted.change:
            own = self.deeds.hanging(target) if phrase != NOWHERE else Deed()
            return (fitted([change, "in", *name], hung, own) if name else change), ""
        share = self.roles.share(target)
        if share:
            return self.shares.made_up(share, name, hung), ""
        name = self.amounts.amount(counted, name, money and not (spent or another))
        if counted.first == counted.stop and not hung:
            measured = self.amounts.measured_by(target) if name == ["amount"] else ""
            if measured:
                return measured, ""
            same = self.amounts.same_subject(name, counted, holder)
            if same != NOWHERE:
                target = Target(same, same, self.p.tokens.size)
            elif name != ["amount"]:
                name = self.amounts.told_apart(name, counted, holder)
        return self._told(target, name, hung, deed)

    def _told(
        self, target: Target, name: list[str], hung: list[list[str]], deed: list[str]
    ) -> tuple[str, str]:
        """A name with what the clause says of it, and the verb in it; ``deed`` is what the things
        counted underwent, where a noun says so."""
        done = self.deeds.hanging(target) if deed else self.deeds.read(target)
        if name == ["amount"] and not (done or hung):
            name = [*self.amounts.whose(target.holder), *name]
            done = self.deeds.at_least(target) if name == ["amount"] else done
        acting = not done and bool(hung) and self.w.preposition(target.holder) == "by"
        done = self.roles.read(target.holder) if acting else done
        if not done and not hung:
            towards = [] if deed else self.roles.towards(target.phrase)
            hung, done = self._by_role(target)
            name = name if done or hung else [*towards, *name]
        if is_anybody(name, done):
            return fitted(done.verb[2:], done.parts, Deed()), ""
        hung, done = self._with_extent(target, hung, done)
        item = self.items.item(target.phrase, target.holder)
        if item:
            most = MOST - len(item)
            return f"{fitted(name, hung, done, most)}, {joined(item)}", verb_of(done)
        whole = self.deeds.whole(target) if done else Deed()
        if whole and (whole.verb, whole.parts) != (done.verb, done.parts):
            return parted(name, hung, whole, done), verb_of(done)
        name = name if done or hung else [*self.roles.group(target), *name]
        if not hung and not done.parts:
            hung = [self.items.scope(target.phrase)]
        return fitted(name, hung, done), verb_of(done)

    def _doing_less(self, phrase: int, holder: int) -> Deed:
        """What those counted do less or more of, by the figure: "women earned 12 percent less"."""
        one = self.p.phrases[holder] if NOWHERE not in (phrase, holder) else None
        clause = self.p.clauses[one.clause] if one else None
        if one is None or clause is None or clause.verb == NOWHERE or clause.subject != phrase:
            return Deed()
        verb, low = self.p.verbs[clause.verb], self.p.tokens.low
        idle = low[verb.head] in BE | HAVE | MEASURING | RISING | FALLING | STANDING
        how = [word for word in low[one.first : one.stop + 1] if word in ("less", "more")]
        if idle or verb.passive or not how or verb.stop != one.first:
            return Deed()
        return Deed((*self.deeds.participle(verb, False, phrase), how[-1]))

    def _name(self, counted: Named) -> list[str]:
        """The words of the thing counted; a percentage names none."""
        named = counted.phrase != NOWHERE
        name = list(self.w.words(self._first(counted), counted.stop)) if named else []
        text = (counted.text or "").split()
        name = text if text[: len(name)] == name else name  # it may lend a noun: "12 urban and 3 …"
        return [] if name == ["%"] else name

    def _by_role(self, target: Target) -> tuple[list[list[str]], Deed]:
        """What the clause says by the place of the things counted in it."""
        one = target.holder in (target.phrase, self.hanging.governor(target.phrase))
        one = one or target.taken_over
        done = self.roles.read(target.holder) if one else Deed()
        return ([] if done else list(self.roles.owner(target))), done

    def _with_extent(
        self, target: Target, hung: list[list[str]], done: Deed
    ) -> tuple[list[list[str]], Deed]:
        """The parts of a label with the word that says where things are counted."""
        extent = self.roles.extent(target)
        said = {*done.verb, *(word for part in done.parts for word in part)}
        if said.issuperset(extent):
            return hung, done  # nothing to add, or told with the verb: "trained abroad"
        if done:
            return hung, done._replace(parts=(*done.parts, extent))
        return [*hung, extent], done

    def _first(self, counted: Named) -> int:
        """Where the words of a name begin, with "additional" and the like before them."""
        first = counted.first
        least = self.p.phrases[counted.phrase].first
        while first - 1 >= least and self._tells_apart(first - 1):
            first -= 1
        return first

    def _tells_apart(self, i: int) -> bool:
        """Whether a token before a name or its figure is a word like "further" or "top"."""
        low = self.p.tokens.low[i]
        largest = self.p.tags[i] == "JJS" and low not in ("least", "most", "fewest")
        return self.w.out[i] or low in _TOLD_APART or largest

    def _which(self, counted: Named) -> Iterator[str]:
        """The words that say which number of them is meant: "the highest number of boats"."""
        index = self.p.phrases[counted.phrase].governor if counted.phrase != NOWHERE else NOWHERE
        if index == NOWHERE or self.w.preposition(counted.phrase) != "of":
            return
        words = self.w.words_of(index)
        if words and words[-1].lower() in ("number", "count") and not self.w.left_out(index):
            which = [word for word in words[:-1] if word.lower() in WHICH]
            if which:
                yield from (*which, words[-1], "of")
