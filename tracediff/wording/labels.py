"""What a figure counts in, the row label that an editor would print out.

The thing counted with its modifiers, then what hangs on it by "of" or another preposition, then the
verb as a participle: "persons killed by police", "visas granted to victims". No figure, no period,
no ellipsis, at most ``MOST`` words, cut where a part ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Protocol

from tracediff.lexicon.cues import FALLING, RISING, STANDING
from tracediff.lexicon.money import AMOUNTS, MONEY
from tracediff.lexicon.participles import INVESTING, LASTING, LIGHT
from tracediff.lexicon.people import REPORTING
from tracediff.lexicon.syntax import BE, CONNECTING, HAVE, MEASURING, SAYING, WHICH
from tracediff.model import Fact
from tracediff.model.syntax import NOWHERE, Relation, Tense, VerbGroup
from tracediff.syntax import Parse
from tracediff.wording.bearers import AGES, BearerReader
from tracediff.wording.deeds import Deed, DeedReader
from tracediff.wording.phrases import ARTICLES, ATTACHED, PhraseWords, joined
from tracediff.wording.roles import RoleReader
from tracediff.wording.verbs import Target

MOST: Final = 9
"""Words of a label: what fits a table's first column (design: labels of at most nine words)."""

_TAIL: Final = frozenset(
    "of per in on at by for from to with and or the a an as that who which its their".split()
)
_OF: Final = frozenset({"of"})
_LISTING: Final = frozenset({",", "and", "or", "&", ";"})
_SHARED: Final = ATTACHED - frozenset("of per with to by".split())
_OF_THE_NAME: Final = frozenset("of per with among against about between".split())
_OF_A_NUMBER: Final = frozenset("per as by from with for against to".split())
_SPENT_ON: Final = frozenset("for to on toward towards".split())
_TOLD_APART: Final = frozenset("additional further other new top first last".split())
_SCOPES: Final = frozenset("in for among within across under on at".split())
_SHORTEST: Final = 2  # words of a part that is told in part
_ITEM: Final = 5  # words of the name of an item of a list
_OPENING: Final = 2  # tokens from the head of a clause to the phrase that it opens with
_HAVING: Final = frozenset({"with", "without"})
_ANYBODY: Final = frozenset("people persons individuals".split())
_BEFORE_VERB: Final = frozenset("not never who that have had would could".split())


def row_label(facts: Iterable[Fact]) -> str:
    """The best label of several facts of one measure, or "a figure" where none has one.

    The fullest is the best, of equally full ones the first.
    """
    labels = [fact.label or fact.measure for fact in facts]
    return max(labels, key=lambda label: len(label.split()), default="") or "a figure"


class Named(Protocol):
    """What the thing counted is: its noun phrase and the words of it that name it."""

    @property
    def phrase(self) -> int: ...  # noqa: D102
    @property
    def first(self) -> int: ...  # noqa: D102
    @property
    def stop(self) -> int: ...  # noqa: D102
    @property
    def text(self) -> str | None: ...  # noqa: D102
    @property
    def change(self) -> int: ...  # noqa: D102
    @property
    def item(self) -> int: ...  # noqa: D102


class Labeller:
    """Words the labels of the figures of one sentence."""

    def __init__(self, p: Parse, times: Sequence[bool], figures: Sequence[tuple[int, int]]) -> None:
        """``times`` and ``figures`` are the tokens that a label leaves out."""
        self.p = p
        self.w = PhraseWords(p, times, figures)
        self.deeds = DeedReader(self.w)
        self.roles = RoleReader(self.deeds)
        self.bearers = BearerReader(self.w)
        self.figures = [p.phrase_at[first] for first, _ in figures]
        self.starts = [first for first, _ in figures]
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
        holder = self._host(counted, holder)
        self.deeds.noun = (counted.text or "").lower().split(" ")[-1]
        if counted.item != NOWHERE:
            return self._share(counted, limit)
        if self._unnamed(counted) and not counted.change:
            unit = counted.text or ""
            unit = unit if unit[1:] != unit[1:].lower() else unit.lower()  # "GWh" stays
            if unit == "age":
                return self._aged(holder, limit, below)
            told = unit and unit not in MONEY and self._lasting(unit, holder, limit)
            if told:
                return told
        elif lasting and counted.phrase == holder != NOWHERE:
            told = self._lasting(lasting, holder, limit)  # "30 days' notice"
            if told:
                return told
        those = self._those(holder) if counted.phrase == NOWHERE else NOWHERE
        if those != NOWHERE:
            return self._of_those(Target(those, holder, limit), counted.text or "those")
        target = Target(counted.phrase, holder, self._past_whole(counted.phrase, limit))
        label, verb = self._named(counted, target, change, money)
        if label:
            return label, verb
        said = "" if counted.change else self._bare(holder, limit)
        done = bool(said) and self._undergoes(holder)
        return said if done else joined(self._subject(holder, every=True)) or said, ""

    def _host(self, counted: Named, holder: int) -> int:
        """The figure behind which a bracket tells again how many of the same things it is: "of the
        complaints, 41 (31%) concerned fees", "a third of pupils (32%) came by bus"."""
        clause = self.p.clauses[self.p.phrases[holder].clause] if holder != NOWHERE else None
        if clause is None or clause.relation is not Relation.ASIDE or clause.opener < 1:
            return holder
        before = self.p.phrase_at[clause.opener - 1]
        alone = self.p.tokens.text[clause.opener] == "(" and clause.verb == NOWHERE
        if not alone or NOWHERE in (before, counted.phrase):
            return holder
        part = self.p.phrases[before].governor if before == counted.phrase else before
        told = part in self.figures and part != holder
        return part if told and self._counts(part, counted.phrase) else holder

    def _counts(self, part: int, phrase: int) -> bool:
        """Whether a figure is one of the things that a phrase names, or a part of them."""
        of = self.p.phrases[phrase]
        whole = of.governor == NOWHERE and self.w.preposition(phrase) in ("of", "among")
        return part == phrase or of.governor == part or (whole and phrase < part)

    def _past_whole(self, phrase: int, limit: int) -> int:
        """Where the words of the figure end that counts a part of a phrase: "77 of the 120 boats
        from Orsk" has those of the whole too."""
        if (
            phrase == NOWHERE
            or not self.p.phrases[phrase].first <= limit < self.p.phrases[phrase].head
        ):
            return limit
        return next((first for first in self.starts if first > limit), self.p.tokens.size)

    def _undergoes(self, holder: int) -> bool:
        """Whether a verb with a subject of its own is done to those of whom a figure is a part:
        "nurses treated 30 of them"."""
        found = self.deeds.verbs.of_clause(holder) if holder != NOWHERE else None
        if found is None or not found[1] or self.p.tokens.low[found[0].head] in BE | LIGHT:
            return False
        after = holder + 1
        of = after < len(self.p.phrases) and self.p.phrases[after].governor == holder
        return of and self.w.pronoun(after) and self.w.preposition(after) == "of"

    def _bare(self, holder: int, limit: int) -> str:
        """What those did of whom a figure is a part that nothing names: "8% never sail"; "persons"
        where nobody did."""
        found = self.deeds.verbs.of_clause(holder) if holder != NOWHERE else None
        done = self.deeds.of_them(*found, Target(holder, holder, limit)) if found else Deed()
        head = self.p.tokens.low[self.p.phrases[holder].head] if holder != NOWHERE else ""
        if done and head in ("nobody", "one", "none"):
            return fitted(["persons"], [], done)
        if done.verb and done.verb[-1] in RISING | FALLING:
            return ""
        if done.verb[-1:] and not done.parts and done.verb[-1] in SAYING:
            answer = self.p.tokens.low[found[0].stop] if found else ""
            return f"{done.verb[-1]} {answer}" if answer in ("yes", "no") else ""
        rest = tuple(
            part for part in done.parts if part[0] != "of" or part[-1].endswith("ing")
        )  # "treated 30 of them for burns"
        done = done._replace(parts=rest)
        said = done.verb[2:] if done.verb[1:2] and done.verb[1] in BE else done.verb
        said = said[1:] if said[:1] and said[0] in ("who", "that") else said
        return fitted([], [], done._replace(verb=tuple(said))) if said else ""

    def _those(self, holder: int) -> int:
        """The pronoun that a figure is a part of, where a clause says whom it means: "23% of those
        who applied", "of those inspected, 40 passed"."""
        for index, one in enumerate(self.p.phrases if holder != NOWHERE else ()):
            led = self.w.preposition(index) in ("of", "among") and self._is_those(one.head)
            near = one.governor == holder or (one.governor == NOWHERE and index < holder)
            if led and near and self.deeds.hanging(Target(index, holder, self.p.tokens.size)):
                return index
        return NOWHERE

    def _is_those(self, head: int) -> bool:
        return self.p.tokens.low[head] in ("those", "people", "persons")

    def _of_those(self, target: Target, name: str) -> tuple[str, str]:
        """The label of a part of those of whom a clause says something: "those who applied,
        accepted"."""
        whole = self.deeds.hanging(target._replace(limit=self.p.tokens.size))
        found = self.deeds.verbs.of_clause(target.holder)
        done = self.deeds.said(*found, target) if found else Deed()
        those = [*name.split(), *whole.verb, *(word for part in whole.parts[:1] for word in part)]
        if not done or len(those) + len(done.verb) > MOST:
            return fitted(name.split(), [], done or whole), _verb_of(done or whole)
        return fitted([*those[:-1], f"{those[-1]},"], [], done), _verb_of(done)

    def _unnamed(self, counted: Named) -> bool:
        """Whether a figure has a unit, and nothing that it counts."""
        return counted.phrase != NOWHERE and counted.first == counted.stop

    def _named(self, counted: Named, target: Target, change: str, money: bool) -> tuple[str, str]:
        """The label of things that are counted, or of an amount."""
        phrase, holder = counted.phrase, target.holder
        target = target._replace(taken_over=phrase != NOWHERE and self._taken_over(phrase, holder))
        name = self._name(counted)
        if not (name or money):
            return (change if counted.change else ""), ""
        deed = self._sums(phrase) if money else self.roles.done(phrase)
        name = [*deed, *self._which(counted), *name]
        hung = list(self._hung(target)) if phrase != NOWHERE else []
        hung = hung or [*self._of_last(counted, target.limit)]
        spent = self._spent_on(phrase, holder)
        if spent:
            name, hung = ["amount"], [[spent, *name], *hung]
        another = money and self._of_another(target)
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
            return self._made_up(share, name, hung), ""
        name = self._amount(counted, name, money and not (spent or another))
        if counted.first == counted.stop and not hung:
            measured = self._measured_by(target) if name == ["amount"] else ""
            if measured:
                return measured, ""
            same = self._same_subject(name, counted, holder)
            if same != NOWHERE:
                target = Target(same, same, self.p.tokens.size)
            elif name != ["amount"]:
                name = self._told_apart(name, counted, holder)
        return self._told(target, name, hung, deed)

    def _told(
        self, target: Target, name: list[str], hung: list[list[str]], deed: list[str]
    ) -> tuple[str, str]:
        """A name with what the clause says of it, and the verb in it; ``deed`` is what the things
        counted underwent, where a noun says so."""
        done = self.deeds.hanging(target) if deed else self.deeds.read(target)
        if name == ["amount"] and not (done or hung):
            name = [*self._whose(target.holder), *name]
            done = self.deeds.at_least(target) if name == ["amount"] else done
        if not done and not hung:
            towards = [] if deed else self.roles.towards(target.phrase)
            hung, done = self._by_role(target)
            name = name if done or hung else [*towards, *name]
        if _is_anybody(name, done):
            return fitted(done.verb[2:], done.parts, Deed()), ""
        hung, done = self._with_extent(target, hung, done)
        item = self._item(target.phrase, target.holder)
        if item:
            most = MOST - len(item)
            return f"{fitted(name, hung, done, most)}, {joined(item)}", _verb_of(done)
        whole = self.deeds.whole(target) if done else Deed()
        if whole and (whole.verb, whole.parts) != (done.verb, done.parts):
            return _parted(name, hung, whole, done), _verb_of(done)
        if not hung and not done.parts:
            hung = [self._scope(target.phrase)]
        return fitted(name, hung, done), _verb_of(done)

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

    def _made_up(self, share: list[str], name: list[str], hung: list[list[str]]) -> str:
        """The label of the share of a whole that others make up: "share of women in crews", of
        those named at length "women from the islands, crews", of a part of the same "fleet"."""
        others = share[2:-1]
        if others[-1:] == name[-1:]:  # "the coastal fleet is 40 percent of the fleet"
            return fitted(share[:-1], hung, Deed())
        if name and name[-1] in others[:-1]:  # "stops of men made up 61 percent of stops"
            return fitted(others, [], Deed())
        if len(share) + len(name) <= MOST:
            return fitted([*share, *name], hung, Deed())
        return fitted([*others[:-1], f"{others[-1]},", *name], hung, Deed())

    def _name(self, counted: Named) -> list[str]:
        """The words of the thing counted; a percentage names none."""
        named = counted.phrase != NOWHERE
        name = list(self.w.words(self._first(counted), counted.stop)) if named else []
        text = (counted.text or "").split()
        name = text if text[: len(name)] == name else name  # it may lend a noun: "12 urban and 3 …"
        return [] if name == ["%"] else name

    def _by_role(self, target: Target) -> tuple[list[list[str]], Deed]:
        """What the clause says by the place of the things counted in it."""
        one = target.holder in (target.phrase, self._governor(target.phrase))
        one = one or target.taken_over
        done = self.roles.read(target.holder) if one else Deed()
        return ([] if done else list(self.roles.owner(target))), done

    def _governor(self, phrase: int) -> int:
        """The phrase that one is of: "four of their shops"."""
        of = phrase != NOWHERE and self.w.preposition(phrase) == "of"
        return self.p.phrases[phrase].governor if of else NOWHERE

    def _sums(self, phrase: int) -> list[str]:
        """What an amount is of the things named: "a loss of revenue of 40 crowns"."""
        found, above = list[str](), self._governor(phrase)
        while above != NOWHERE and not (self.w.left_out(above) or self.w.pronoun(above)):
            found = [*self.w.words_of(above), "of", *found]
            above = self._governor(above)
        return found

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

    def _item(self, phrase: int, holder: int) -> list[str]:
        """The name that stands before a figure of a list: "boats sold: yachts, 12; ferries, 9"."""
        if holder == NOWHERE:
            return []
        here = self.p.phrases[holder].clause
        if self.p.clauses[here].verb != NOWHERE:
            return []
        if phrase != NOWHERE and self.p.phrases[phrase].clause == here:
            alone = [i for i, one in enumerate(self.p.phrases) if one.clause == here] == [holder]
            return self._in_front(here) if phrase != holder or alone else []
        first = holder
        while (
            first and self.p.phrases[first - 1].joined == first and not self.w.left_out(first - 1)
        ):
            first -= 1
        named = first < holder and self.p.phrases[first].clause == here
        if not named:
            return []
        words = self.w.words(self.p.phrases[first].first, self.p.phrases[holder - 1].stop)
        return list(words)[:_ITEM]

    def _in_front(self, here: int) -> list[str]:
        """What a bracket with a share of others, or a count and nothing else, stands behind: "leaks
        (19% of respondents)", "herons (40 nests)"."""
        clause = self.p.clauses[here]
        if clause.relation is not Relation.ASIDE or clause.opener < 1:
            return []
        if self.p.tokens.text[clause.opener] != "(":
            return []
        index = self.p.phrase_at[clause.opener - 1]
        if index == NOWHERE or self.w.left_out(index) or self.w.pronoun(index):
            return []
        while (above := self.p.phrases[index].governor) != NOWHERE:
            index = above
        one = self.p.phrases[index]
        verb = next((v for v in self.p.verbs if v.stop in (one.first, one.preposition)), None)
        doing = verb is not None and self.p.tags[verb.head] == "VBG"
        first = verb.head if verb and doing else one.first
        return list(self.w.words(first, clause.opener))[:_ITEM]

    def _scope(self, phrase: int) -> list[str]:
        """What the clause opens with to say where or of what it is true: "in the north"."""
        top = phrase
        while top != NOWHERE and self.p.phrases[top].governor != NOWHERE:
            top = self.p.phrases[top].governor
        clause = self.p.clauses[self.p.phrases[top].clause] if top != NOWHERE else None
        if clause is None or clause.verb == NOWHERE:
            return []
        if top not in (clause.subject, *clause.objects):
            return []
        for index in range(top):
            one = self.p.phrases[index]
            if one.clause != self.p.phrases[top].clause or one.first >= clause.first + _OPENING:
                continue
            led = one.governor == NOWHERE and self.w.preposition(index) in _SCOPES
            if led and not self.w.left_out(index) and self._tells(index):
                return self.w.part(index, self.w.listed(index))
        return []

    def _tells(self, index: int) -> bool:
        """Whether a phrase at the head of a clause says more than how it goes on."""
        head = self.p.tokens.low[self.p.phrases[index].head]
        return not self.w.pronoun(index) and head not in REPORTING | CONNECTING

    def _hung(self, target: Target) -> Iterator[list[str]]:
        """What hangs on the thing counted, and on the number where it stands apart."""
        leads = _OF if target.taken_over else ATTACHED
        own = [*self.w.hanging(target.phrase, target.limit, leads)]
        yield from own or self._shared(target.phrase)
        if target.phrase != target.holder != NOWHERE:
            if self.p.phrases[target.holder].governor == target.phrase:  # "a loss of 9 crowns on"
                yield from self.w.hanging(target.holder, target.limit, leads)
            yield from self._of_number(target)

    def _of_last(self, counted: Named, limit: int) -> Iterator[list[str]]:
        """What hangs on the last of several nouns counted: "no thefts or raids in the port"."""
        last = self.p.phrase_at[counted.stop - 1] if counted.stop else NOWHERE
        if last not in (NOWHERE, counted.phrase):
            yield from self.w.hanging(last, limit, ATTACHED)

    def _shared(self, phrase: int) -> Iterator[list[str]]:
        """What hangs on the last of several counts, said of all: "4 men and 3 women in jail"."""
        if phrase == NOWHERE or self.w.preposition(phrase) not in ("", "of"):
            return
        last = phrase
        while (after := self.p.phrases[last].joined) != NOWHERE and after in self.figures:
            if not self._only_lists(last, after):
                return
            last = after
        if last == phrase:
            return
        for _ in self.w.hanging(last, self.p.tokens.size, _OF):
            last += 1  # "9 skins and 3 sets of eggs from the north"
        yield from self.w.hanging(last, self.p.tokens.size, _SHARED)

    def _only_lists(self, one: int, other: int) -> bool:
        """Whether nothing but a comma or "and" stands between two items of a list, brackets aside:
        not "4 boats (new) for Orsk and 3 for Norr"."""
        t, phrases = self.p.tokens, self.p.phrases
        depth = 0
        for i in range(phrases[one].stop, phrases[other].first):
            depth += (t.text[i] == "(") - (t.text[i - 1] == ")" if i else 0)
            if depth <= 0 and t.text[i] != ")" and t.low[i] not in _LISTING:
                return False
        return True

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

    def _taken_over(self, phrase: int, holder: int) -> bool:
        """Whether a number takes over the noun before it: "12 boats from Orsk, 9 from Norr"."""
        phrases = self.p.phrases
        if holder in (NOWHERE, phrase) or phrases[phrase].governor == holder:
            return False
        if self.p.clauses[phrases[holder].clause].relation is Relation.COMPARISON:
            return False  # "12 boats from Orsk, compared with 9 in 2019"
        before = phrases[phrase].first < phrases[holder].first
        return before and bool({phrase, phrases[phrase].governor} & {*self.figures} - {NOWHERE})

    def _spent_on(self, phrase: int, holder: int) -> str:
        """The preposition that leads from an amount to what it is for, "on shelters", or ""."""
        if NOWHERE in (phrase, holder):
            return ""
        led = self.w.preposition(phrase)
        verb = self.p.clauses[self.p.phrases[holder].clause].verb
        invests = verb != NOWHERE and self.p.tokens.low[self.p.verbs[verb].head] in INVESTING
        leads = _SPENT_ON | ({"in"} if invests else set())
        return led if self.p.phrases[phrase].governor == holder and led in leads else ""

    def _of_another(self, target: Target) -> bool:
        """Whether what an amount was taken over from was only for the noun: "paid 9 crowns to
        experts, of which 4 crowns were returned"."""
        of = self.p.phrases[target.phrase].governor if target.taken_over else NOWHERE
        here = self.p.phrases[target.holder].clause
        own = here != self.p.phrases[target.phrase].clause and self.p.clauses[here].verb != NOWHERE
        return of in self.figures and own and self.w.preposition(target.phrase) in _SPENT_ON

    def _of_number(self, target: Target) -> Iterator[list[str]]:
        """What hangs on a number that stands alone: "9 as cooks", "net income per share"."""
        after = target.holder + 1
        if after >= len(self.p.phrases) or after == target.phrase or after in self.w.said:
            return
        one, preposition = self.p.phrases[after], self.w.preposition(after)
        leads = ATTACHED - _OF if self._is_item(target.holder) else _OF_A_NUMBER
        beside = target.phrase + 1
        if target.taken_over and self.p.phrases[beside].governor == target.phrase:
            leads |= {self.w.preposition(beside)} - _OF  # "31 assaults on staff and 67 on guards"
        if one.governor != target.holder or preposition not in leads or self.w.causal(after):
            return
        rate = preposition == "per" and (not self.w.out[one.head] or self.w.is_base(after))
        if rate or (one.first < target.limit and not self.w.left_out(after)):
            self.w.said.add(after)
            yield self.w.phrase(after)

    def _is_item(self, holder: int) -> bool:
        """Whether a number stands behind a colon: "nine complaints: five on theft"."""
        clause = self.p.clauses[self.p.phrases[holder].clause]
        while clause.relation is not Relation.ASIDE and clause.parent != NOWHERE:
            clause = self.p.clauses[clause.parent]
        return clause.opener != NOWHERE and self.p.tokens.text[clause.opener] == ":"

    # --- ages and times -------------------------------------------------------------------------

    def _aged(self, holder: int, limit: int, below: bool) -> tuple[str, str]:
        """The label of an age: "age of users not allowed to sail", "minimum age for marriage"."""
        bearer = self.bearers.of_age(holder)
        if bearer == NOWHERE:
            return "age", ""
        words = self.w.words_of(bearer)
        if not self.bearers.is_age(bearer):
            told = self._by_age(bearer, below)
            if told:
                return told
        hung = [
            part
            for part in self.w.hanging(bearer, limit, ATTACHED)
            if AGES.isdisjoint(word.lower() for word in part)
        ]
        if self.bearers.is_age(bearer):
            return fitted(words, hung, Deed()), ""
        above = self.p.phrases[bearer].governor
        apart = above == NOWHERE or self.w.left_out(above)
        done = self.deeds.read(Target(bearer, bearer, limit)) if apart else Deed()
        return fitted(["age", "of", *words], hung, done), _verb_of(done)

    def _by_age(self, bearer: int, below: bool) -> tuple[str, str] | None:
        """The label of an age by which something holds for those who have it: "age under which
        permits are refused", "age of crews whose permits are refused"."""
        top = bearer
        while self.p.phrases[top].governor != NOWHERE:
            top = self.p.phrases[top].governor
        clause = self.p.clauses[self.p.phrases[top].clause]
        verb = self.p.verbs[clause.verb] if clause.verb != NOWHERE else None
        beside = top not in (clause.subject, *clause.objects)
        past = verb is not None and verb.tense is Tense.PAST and not beside
        if verb is None or not verb.finite or past or self.bearers.is_age(top):
            return None
        behind = verb is not None and verb.stop <= self.p.phrases[top].first
        what = top
        if beside:
            what = (*clause.objects[:1], NOWHERE)[0] if behind else clause.subject
        if what == NOWHERE or self.w.left_out(what) or self.w.pronoun(what):
            return None
        whole = self.p.tokens.size
        if not below:
            owned = self.w.preposition(bearer) == "of" and self.p.phrases[bearer].governor == top
            done = self.deeds.read(Target(top, top, whole)) if owned and not beside else Deed()
            if not done:
                return None
            name = ["age", "of", *self.w.words_of(bearer), "whose", *self.w.words_of(top)]
            return fitted(name, [], _without(done, self.w.phrase(bearer))), _verb_of(done)
        done = self.deeds.read(Target(what, what, whole))
        if not done or (done.verb[0].endswith("ing") and not verb.passive):
            return None
        name = ["age", "under", "which", *self.w.words_of(what)]
        if self.p.phrases[bearer].governor == what and self.w.preposition(bearer) == "of":
            name += self.w.phrase(bearer)
        return fitted(name, [], _without(done, self.w.phrase(bearer))), _verb_of(done)

    def _lasting(self, unit: str, holder: int, limit: int) -> tuple[str, str] | None:
        """The label of a time or measure: "prison sentences for theft, years", "days of leave"."""
        measured = self._measured(holder, unit)
        hung = list(self.w.hanging(holder, limit, ATTACHED))
        if measured:
            return fitted([unit, "of", *measured], hung, Deed()), ""
        of_it = bool(hung) and hung[0][0] == "of"
        within = of_it and self.w.preposition(holder) == "within"
        hung = hung[1:] if within else hung
        bearer = self.bearers.of_time(holder)
        spent = self._done_for(holder, limit) if bearer == NOWHERE or of_it or not hung else Deed()
        if bearer == NOWHERE or (of_it and not within) or spent:
            return (fitted([unit], hung, spent), _verb_of(spent)) if hung or spent else None
        own = list(self.w.hanging(bearer, self.p.phrases[holder].first, ATTACHED))
        done = self.deeds.read(Target(bearer, bearer, limit))
        level = bool(done) and (done.verb[-1] in MEASURING or self.w.preposition(holder) == "at")
        level = level or (len(done.verb) > 1 and done.verb[-1] in RISING | FALLING)
        done = Deed() if level else done  # "terms ranged from 2 to 9", "was put at 9 tonnes"
        label = fitted(self.w.words_of(bearer), [*own, *hung], done, MOST - 1)
        named = unit in label.split()
        return label if named else f"{label}, {unit}", _verb_of(done)

    def _done_for(self, holder: int, limit: int) -> Deed:
        """What a measure is the object of: "months waited by families"."""
        clause = self.p.clauses[self.p.phrases[holder].clause] if holder != NOWHERE else None
        if clause is None or clause.verb == NOWHERE or holder not in clause.objects[:1]:
            return Deed()
        verb, subject = self.p.verbs[clause.verb], clause.subject
        head = self.p.tokens.low[verb.head]
        straight = verb.stop <= self.p.phrases[holder].first and not verb.passive
        idle = head in BE | LIGHT | MEASURING | LASTING | RISING | FALLING
        if idle or not straight or verb.denial != NOWHERE or subject == holder:
            return Deed()
        if subject == NOWHERE or self.w.pronoun(subject) or self.w.left_out(subject):
            return Deed()
        done = self.deeds.said(verb, True, Target(holder, holder, limit))
        by = ["by", *self.w.article(self.p.phrases[subject]), *self.w.words_of(subject)]
        return done if by in done.parts else done._replace(parts=(*done.parts, by))

    def _measured(self, holder: int, unit: str) -> list[str]:
        """What stands behind a figure and its unit in their phrase: "six months’ imprisonment"."""
        one = self.p.phrases[holder]
        first = max((i + 1 for i in range(one.first, one.stop) if self.w.out[i]), default=one.stop)
        said = self.w.words(first, one.stop)
        words = [word for word in said if word.lower() != unit.lower() and word != "-"]
        while words and words[0] in ("’", "'"):
            words = words[1:]
        return words

    def _told_apart(self, name: list[str], counted: Named, holder: int) -> list[str]:
        """A bare unit behind what it measures, "fines, amount"; what the edition's percentages are
        of before it, "owners, Orsk and Norr"."""
        if counted.phrase != NOWHERE:
            return [*self._whose(holder), *name]
        subject = self.p.clauses[self.p.phrases[holder].clause].subject if holder >= 0 else NOWHERE
        if not self._subject(holder):
            return name
        one = self.p.phrases[subject]
        words = self.w.words(one.first, self.p.phrases[self.w.listed(subject) - 1].stop)
        return [*name[:-1], f"{name[-1]},", *words]

    def _same_subject(self, name: Sequence[str], counted: Named, holder: int) -> int:
        """The subject of a clause that is what the edition's percentages are of, with what is said
        of it: "crews reported sailing early, with 76% in May"."""
        words = self._subject(holder)
        if counted.phrase != NOWHERE or not words or words[-1].lower() != name[-1].lower():
            return NOWHERE
        return self.p.clauses[self.p.phrases[holder].clause].subject

    def _whose(self, holder: int) -> Iterator[str]:
        """What a bare unit is a measure of, the subject of its clause: "fines, amount"."""
        words = self._subject(holder)
        if words:
            yield from words[:-1]
            yield f"{words[-1]},"

    def _amount(self, counted: Named, name: list[str], money: bool) -> list[str]:
        """A name, or what stands for it where only money is counted: "amount of gifts"."""
        unit = counted.first == counted.stop and (counted.text or "").lower() in MONEY
        if unit or not name:
            return ["amount"]
        things = money and self._countable(counted.phrase) and not self._leveled(counted.phrase)
        return ["amount", "of", *name] if things else name

    def _leveled(self, phrase: int) -> bool:
        """Whether a phrase is what amounts to the figure: "monthly rents are below 50 crowns"."""
        clause = self.p.clauses[self.p.phrases[phrase].clause]
        verb = self.p.verbs[clause.verb] if clause.verb != NOWHERE else None
        return clause.subject == phrase and verb is not None and self._level(verb)

    def _level(self, verb: VerbGroup) -> bool:
        return self.p.tokens.low[verb.head] in BE | MEASURING

    def _countable(self, phrase: int) -> bool:
        """Whether a phrase names things that money is not: "gifts of 50 crowns"."""
        head = self.p.phrases[phrase].head if phrase != NOWHERE else 0
        plural = phrase != NOWHERE and self.p.tags[head] == "NNS"
        return plural and self.p.tokens.low[head] not in AMOUNTS

    def _measured_by(self, target: Target) -> str:
        """What an amount is the level of: "the value of a gift does not exceed 50 crowns", or the
        cost of."""
        cost = self.roles.cost(target.holder)
        if cost:
            return fitted(cost, [], Deed())
        words, holder = self._subject(target.holder), target.holder
        clause = self.p.clauses[self.p.phrases[holder].clause] if words else None
        if clause is None or clause.verb == NOWHERE or holder not in clause.objects[:1]:
            return ""
        if self.p.tokens.low[self.p.verbs[clause.verb].head] not in BE | MEASURING:
            return ""
        if words[-1].lower() not in AMOUNTS:  # "40 gifts that total 50 crowns"
            words = ["amount", "of", *words]
        return fitted(words, [*self.w.hanging(clause.subject, target.limit, ATTACHED)], Deed())

    def _subject(self, holder: int, every: bool = False) -> list[str]:
        """The words of the subject of the clause of a phrase, of bodies that report if asked."""
        clause = self.p.clauses[self.p.phrases[holder].clause] if holder != NOWHERE else None
        if clause is None or clause.subject in (NOWHERE, holder) or self.w.pronoun(clause.subject):
            return []
        head = self.p.tokens.low[self.p.phrases[clause.subject].head]
        return self.w.words_of(clause.subject) if every or head not in REPORTING else []

    # --- shares in brackets ---------------------------------------------------------------------

    def _share(self, counted: Named, limit: int) -> tuple[str, str]:
        """The label of a share behind an item: "boats made of oak", "faults, leaks"."""
        name = list(self.w.words(counted.first, counted.stop)) or (counted.text or "").split()
        found = self._own_verb(counted.phrase)
        if found is not None and self.p.tokens.low[found[0].head] not in BE | LIGHT:
            verb = list(self.deeds.participle(*found, counted.phrase))
            behind = list(self._up_to(found[0], counted.item))
            return fitted(name, [], Deed(tuple(verb), (behind,))), verb[0]
        top = self._top_of_item(counted.item, name)
        item = self.w.words_of(top)
        led = self._lead_of_list(top)
        own = found is not None and found[0].clause == self.p.phrases[top].clause
        if own and led and name and item:  # "complaints were about fees (31%)"
            return fitted([*name, *led, *item], [], Deed()), ""
        hung = list(self.w.hanging(top, limit, ATTACHED))
        return fitted(
            [*name[:-1], f"{name[-1]},", *item], hung, Deed()
        ) if name and item else "", ""

    def _lead_of_list(self, item: int) -> list[str]:
        """The preposition that ties an item, or the first with a share before it, to a verb."""
        while not self.w.preposition(item) and item > 1 and self._has_share(item - 2):
            item -= 2  # the share is a phrase of its own
        led = self.w.preposition(item)
        return ["due", led] if self.w.causal(item) else [led] if led else []

    def _top_of_item(self, item: int, name: Sequence[str]) -> int:
        """What an item hangs on, unless that is what has the shares: "lack of nets (18%)"."""
        top, subject = item, self.p.clauses[self.p.phrases[item].clause].subject
        while (above := self.p.phrases[top].governor) != NOWHERE:
            words = self.w.words_of(above)
            if above == subject or self.w.left_out(above) or not words or words[-1] in name:
                return item
            top = above
        return top

    def _own_verb(self, phrase: int) -> tuple[VerbGroup, bool] | None:
        """The verb that a phrase, or what it is part of, is the subject of, or the one it tells."""
        if phrase == NOWHERE:
            return None
        found = self.deeds.verbs.of_clause(phrase)
        told = self.deeds.verbs.told(found[0]) if found else None
        return (told, told.passive) if told else found

    def _up_to(self, verb: VerbGroup, item: int) -> Iterator[str]:
        """What stands between a verb and the item of a list, and the item, its like left out."""
        preposition = NOWHERE
        for index in range(item):
            if self.p.phrases[index].first < verb.stop or self.w.left_out(index):
                continue
            led = self.p.phrases[index].preposition
            if self._has_share(index):
                preposition = led if led != NOWHERE else preposition
            else:
                yield from self.w.phrase(index)
        if self.p.phrases[item].preposition != NOWHERE:
            yield from self.w.phrase(item)
            return
        if preposition != NOWHERE:
            yield self.p.tokens.low[preposition]
        yield from self.w.words_of(item)

    def _has_share(self, index: int) -> bool:
        """Whether a share of its own stands in brackets behind a phrase."""
        stop = self.p.phrases[index].stop
        return self.p.tokens.text[stop] == "(" and self.w.out[stop + 1]


def _parted(name: Sequence[str], hung: Sequence[Sequence[str]], whole: Deed, done: Deed) -> str:
    """The label of a part of things to which something was done: "boats sold in May, painted by
    owners"; shorter where there is no room, "sold boats painted by owners"."""
    own = [*done.verb, *(word for part in done.parts[:1] for word in part)]
    less = own[own[0] in ("that", "who") :]
    shorter = ((whole, own), (whole, less), (Deed(whole.verb), own), (Deed(whole.verb), less))
    for told, said in (*shorter, (Deed(whole.verb), [*done.verb])):
        before = fitted(name, hung if told is whole else [], told)
        if len(before.split()) + len(said) <= MOST:
            return f"{before}, {joined(said)}"
    return fitted([*whole.verb, *name], [], done)


def _without(done: Deed, part: list[str]) -> Deed:
    """A deed without a part that the name before it has."""
    return done._replace(parts=tuple(one for one in done.parts if one != part))


def _is_anybody(name: Sequence[str], done: Deed) -> bool:
    """Whether a predicate names those counted better: "40 people are victims of fraud"."""
    said = len(done.verb) > 2 and done.verb[1] in BE
    return said and bool(name) and name[-1].lower() in _ANYBODY


def _verb_of(done: Deed) -> str:
    verb = next((word for word in done.verb if word not in _BEFORE_VERB), "")
    return "" if verb in ATTACHED - _HAVING else verb


Part = tuple[int, int, Sequence[str]]


def fitted(name: Sequence[str], hung: Sequence[Sequence[str]], done: Deed, most: int = MOST) -> str:
    """A label of so many words at most: the name, then as many whole parts as fit.

    What hangs on the name by "of" stands before the verb, other things behind it: "visas granted to
    victims". The first part of what hangs on it goes before the verb, and this before the rest; how
    it was done is said where all else is, articles where there is room.
    """
    full = done._replace(verb=(*done.manner, *done.verb))
    if len(done.verb) > 1:
        full = full._replace(verb=(*done.verb[:1], *done.manner, *done.verb[1:]))
    for way, articles in ((full, True), (full, False), (done, True), (done, False)):
        kept, whole = _kept(name, _ordered(hung, way), most, articles)
        if whole:
            break
    else:
        short = _compressed(name, hung, done, most)
        if short:
            return short
    words = [word for _, _, part in sorted(kept, key=lambda one: one[:2]) for word in part]
    return joined(words)


def _compressed(name: Sequence[str], hung: Sequence[Sequence[str]], done: Deed, most: int) -> str:
    """A label in which the last noun stands for the phrase that leads to it and would not fit:
    "permits refused, health and safety rules" for "refused for breaches of health …"."""
    chain = [*done.parts] if done.parts else [*hung]
    if len(chain) != 2 or chain[1][:1] != ["of"] or (done.parts and hung):
        return ""
    words = [*_without_articles(name, articles=False), *done.verb]
    last = _without_articles(chain[1][1:], articles=False)
    if not words or len(words) + len(last) > most:
        return ""
    return f"{joined(words)}, {joined(last)}"


def _ordered(hung: Sequence[Sequence[str]], done: Deed) -> list[Part]:
    """The parts of a label with their places in print, the one that matters most first."""
    behind = bool(done.verb and hung and hung[0] and hung[0][0] not in _OF_THE_NAME)
    own = [(3 if behind else 0, k, part) for k, part in enumerate(hung)]
    straight = bool(done.parts and done.parts[0][:1] and done.parts[0][0] not in ATTACHED)
    places = [2 if straight and not k else 4 for k in range(len(done.parts))]
    verbal = [(1, 0, done.verb), *zip(places, range(len(places)), done.parts, strict=True)]
    return [*own[:1], *verbal[:1], *own[1:], *verbal[1:]]


def _kept(
    name: Sequence[str], order: Sequence[Part], most: int, articles: bool
) -> tuple[list[Part], bool]:
    """The parts that fit, and whether all do. What hangs on a part left out goes with it."""
    first = _without_articles(name, articles)[:most]
    while first and first[-1].lower() in _TAIL:
        first.pop()
    kept: list[Part] = [(-1, 0, first)]
    left, lost = most - len(first), dict[int, tuple[int, int, list[str]]]()
    for place, number, part in order:
        words = _without_articles(part, articles)
        chain = 1 if place in (1, 2, 4) else 0
        if chain in lost or len(words) > left:
            lost.setdefault(chain, (place, number, words))
            continue
        left -= len(words)
        kept.append((place, number, words))
    for place, number, words in lost.values():
        begun = _begun(words, left)
        if begun:
            left -= len(begun)
            kept.append((place, number, begun))
    return kept, not lost and len(first) == len(_without_articles(name, articles))


def _begun(words: list[str], most: int) -> list[str]:
    """The first phrases of a long part that fit, or none: "to reach a state of calm" of "to reach a
    state of calm at sea"."""
    ends = [k for k in range(_SHORTEST, most + 1) if words[k].lower() in ATTACHED]
    return words[: ends[-1]] if ends else []


def _without_articles(words: Sequence[str], articles: bool) -> list[str]:
    return [word for word in words if articles or word not in ARTICLES]
