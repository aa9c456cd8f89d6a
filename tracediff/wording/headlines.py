"""Headlines: what changed in one line that an editor would print, subject first.

In: labels, facts and words of the report. Out: a line of at most ``MOST`` words without a verdict;
where the words or the values show what changed, they are all that is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from tracediff.lexicon.calendar import MONTH_NAMES
from tracediff.lexicon.numbers import SCALES
from tracediff.model import Bound, Change, Fact, Period, Status
from tracediff.model.record import Record
from tracediff.syntax import parse
from tracediff.text.words import FUNCTION_WORDS
from tracediff.wording.clauses import asides, bare, capital, clause, ended, words
from tracediff.wording.statements import (
    Part,
    agreeing,
    answers,
    anything,
    around,
    has_verb,
    holding,
    holds_most,
    is_phrase,
    opens_subordinate,
    opens_with_verb,
    statement,
    unlike,
)
from tracediff.wording.statements import within as within_part
from tracediff.wording.strings import say
from tracediff.wording.values import difference, figure
from tracediff.wording.values import value as plain_value

MOST: Final = 22  # words of a headline: two lines of a terminal, one of a page
_NAME: Final = 9  # words of what is counted
_CLAUSE: Final = 14  # words of a statement
_NEWER: Final = 11  # words of a statement that an older one stands beside
_OLDER: Final = 9  # and of that
_END: Final = 8  # letters that tell whether a statement was cut
_FEWEST: Final = 5  # words that can say what was said before
_WITHIN: Final = 14  # words of a statement that changed words stand in
_SIDE: Final = 8  # words quoted of each side
_LINKING: Final = 3  # words between them: "no longer says"
_NAMED: Final = 4  # sections named in a list
_BARE: Final = 2  # words of a label that are left however long its values are
_SPAN: Final = 4  # words of a period; of a longer one the months are cut short
_TWICE: Final = re.compile(r"(\w+ \d{1,2}),? (\d{4}) – (\w+ \d{1,2},? \2)")
_MONTH: Final = re.compile(rf"\b(?:{'|'.join(MONTH_NAMES)})\b")
_YEAR: Final = re.compile(r",?\s*\b(?:19|20)\d\d\b")
_ASIDE: Final = re.compile(r"\s*\([^()]*\)?")
_GAP: Final = re.compile(r"\s*…\s*")


def name(label: str) -> str:
    """A label as a headline begins with it: no gaps, no more brackets than there is room for.

    >>> name("complaints (received … by the office of the harbour master and his deputies)")
    'Complaints'
    """
    flat = _GAP.sub(" ", label)
    if len(flat.split()) > _NAME:
        plain = _ASIDE.sub("", flat).strip()
        flat = plain if plain else flat.strip("()")
    if flat.count("(") != flat.count(")"):
        flat = flat.replace("(", "").replace(")", "")
    return capital(words(flat, _NAME))


def figures(
    label: str,
    old: Fact,
    new: Fact,
    usual: tuple[int | None, int | None],
    brief: bool = False,
    ends: tuple[Fact | None, Fact | None] = (None, None),
) -> str:
    """Two values of one measure: "Rescued at sea: 1,204 → 1,830 (+52%)".

    Periods are named where they are not simply the years that the editions report on, and the
    change in percent where the periods are alike; ``brief`` leaves out the percent. Of a range the
    values are the lower and the ``ends`` the upper ends: "Staff: 7–8 → 6–7".
    """
    change = named_change(label, old, new, usual, ends)
    percent = "" if brief or any(ends) or len(change.spans) == 2 else _percent(old, new)
    return figures_of(change, percent)


def figures_of(change: NamedChange, percent: str = "") -> str:
    """The line of a named change, its name cut where there is no room for it."""
    span = f", {change.spans[0]}" if len(change.spans) == 1 else ""
    return _fitted(change.label, f"{span}: {change.values}{percent}")


@dataclass(frozen=True, slots=True)
class NamedChange(Record):
    """Two values of one measure under a name.

    ``spans`` are the periods that have to be said: none, the one that both are of but for its year,
    or both.
    """

    label: str
    spans: tuple[str, ...]
    before: str
    after: str

    @property
    def values(self) -> str:
        """Both values, each with its period where these are unlike."""
        if len(self.spans) < 2:
            return self.plain
        was, now = self.spans
        return f"{self.before} ({was}) → {self.after} ({now})"

    @property
    def plain(self) -> str:
        """Both values without their periods."""
        return f"{_once(self.before, self.after)} → {self.after}"


def named_change(
    label: str,
    old: Fact,
    new: Fact,
    usual: tuple[int | None, int | None],
    ends: tuple[Fact | None, Fact | None] = (None, None),
) -> NamedChange:
    """The parts of a line of two values, see ``figures``."""
    before, after = spanned(old, ends[0]), spanned(new, ends[1])
    spans = [] if _are_year_ends(old, new, usual) else _spans(*_periods(old, new), usual)
    if len(spans) == 2:
        spans = [*map(_shortened, spans)]
    return NamedChange(label, tuple(spans), before, after)


def _once(before: str, after: str) -> str:
    """A value without the scale and unit that stand behind the next one too; an amount with a
    sign before it keeps its scale.

    >>> _once("31.5 million francs", "36 million francs"), _once("$6 million", "$2 million")
    ('31.5', '$6 million')
    """
    number, _, unit = before.partition(" ")
    same = unit and number[:1].isdigit() and after.partition(" ")[2] == unit
    return number if same else before


def _fitted(label: str, rest: str) -> str:
    """A label as long as what follows leaves room for it: values are never cut."""
    return f"{words(label, max(MOST - len(rest.split()) + 1, _BARE))}{rest}"


def _shortened(period: str) -> str:
    """A period in few words: a year that both its ends have is said once, months are cut short.

    >>> _shortened("September 25, 2023 – December 31, 2023"), _shortened("first half of 2024")
    ('Sep 25 – Dec 31, 2023', 'first half of 2024')
    """
    once = _TWICE.sub(r"\1 – \3", period)
    if len(once.split()) <= _SPAN:
        return once
    return _MONTH.sub(lambda month: month[0][:3], once)


def stated(
    part: Part,
    old: Fact,
    new: Fact,
    usual: tuple[int | None, int | None],
    brief: bool = False,
) -> str:
    """A statement that holds the newer value, and the earlier one: "Nine boats sank; before: 11".

    Empty where the value does not stand in so few words.
    """
    spans = _spans(*_periods(old, new), usual)
    when = f" ({spans[0]})" if len(spans) == 2 else ""
    before = f"{value(old)}{when}"
    line = _stated(part, "", _CLAUSE)
    if new.quote.casefold() not in line.casefold():
        return ""
    if len(spans) == 1 and spans[0].casefold() not in line.casefold():
        line = f"{line}, {spans[0]}"
    line = f"{line}{'' if when or brief else _percent(old, new)}"
    whole = say("headline_before", new=line, old=before)
    cut = line.count("(") != line.count(")")
    return whole if len(whole.split()) <= MOST and not cut else ""


def restated(label: str, old: Fact, new: Fact) -> str:
    """One period, two values: "Gifts, 2021: 441,500, now given as 431,500"."""
    when = f", {new.period.label}" if new.period else ""
    return f"{label}{when}: {value(old)}, now given as {value(new)}"


def restated_since(line: str, old: Fact) -> str:
    """A change from a restated value, with what was given for it before; "" where there is no room.

    "Estimate: 670 → 710 tonnes; 2021 was given as 671 tonnes".
    """
    if old.period is None:
        return ""
    whole = say("headline_was_given", line=line, when=old.period.label, old=value(old))
    return whole if len(whole.split()) <= MOST else ""


def one_figure(label: str, fact: Fact, gone: bool) -> str:
    """A value that only one edition gives."""
    key = "headline_gone_figure" if gone else "headline_new_figure"
    when = f" ({fact.period.label})" if fact.period else ""
    return say(key, label=label, value=f"{value(fact)}{when}")


def beside(labels: Sequence[str], old: Fact, new: Fact) -> str:
    """Two cells of one row under unlike heads, the newer first; no change leads from one to the
    other.

    What both labels begin with, the name of the row, is said once.
    """
    row, _, head = labels[0].partition(", ")
    same = head and labels[1].casefold().startswith(f"{row.casefold()}, ")
    was = f"{value(old)} ({head})" if same else f"{value(old)} ({lowered(labels[0], always=True)})"
    whole = say("headline_before", new=f"{labels[1]}: {value(new)}", old=was)
    return whole if len(whole.split()) <= MOST else one_figure(labels[1], new, False)


def carried_over(label: str, fact: Fact) -> str:
    """A value that stands unchanged in the new edition."""
    return say("headline_carried_over", label=label, value=value(fact))


def value(fact: Fact) -> str:
    """A figure as a headline gives it: rounded where the text rounds, its bound in one word."""
    if fact.status is not Status.REPORTED or fact.value is None:
        return figure(fact)
    fraction = fact.value != fact.value.to_integral_value() and fact.unit is None
    if fraction and not any(c.isdigit() for c in fact.quote) and fact.quote:
        return fact.quote  # "one-third" says more than 0.3333
    written = _as_scaled(fact)
    counted = f" {fact.counted}" if fact.counted else ""
    if counted and written.endswith(counted) and len(counted.split()) > 1:
        written = written.removesuffix(counted)
    return written if fact.bound is Bound.EXACT else written.replace("more than ", "over ")


def _as_scaled(fact: Fact) -> str:
    """A large figure with the word of scale that its report writes it with: "$23.2 billion"."""
    if fact.quote.replace(",", "").isdigit():
        return figure(fact)
    found = _SCALED.search(fact.quote)
    if found is None or fact.value is None:
        return figure(fact)
    number = Decimal(found["number"].replace(",", ""))
    word = _SCALES.get(found["scale"], found["scale"].casefold())
    if number * SCALES[word] != abs(fact.value):
        return figure(fact)
    small = figure(replace(fact, value=number.copy_sign(fact.value)))
    digits = plain_value(number)
    return small.replace(digits, f"{digits} {word}", 1)


def _scaled_like(fact: Fact, end: Fact) -> Fact:
    """The lower end of a range as its report would write it alone: with the scale of the upper."""
    found = _SCALED.search(end.quote)
    if found is None or fact.value is None or _SCALED.search(fact.quote):
        return fact
    word = _SCALES.get(found["scale"], found["scale"].casefold())
    return replace(fact, quote=f"{plain_value(fact.value / SCALES[word])} {word}")


_SCALED: Final = re.compile(
    r"(?P<number>\d[\d,]*(?:\.\d+)?)\s?(?P<scale>(?i:million|billion|trillion)|bn|[MB])\b"
)
_SCALES: Final = {"M": "million", "B": "billion", "bn": "billion"}


def spanned(fact: Fact, end: Fact | None) -> str:
    """A value, or a range from it to its other end: "6–7", "22.6–23.1%", "19.4–41.7 million"."""
    if end is None:
        return value(fact)
    both = (_scaled_like(fact, end), end)
    exact = (replace(one, bound=Bound.EXACT, status=Status.REPORTED) for one in both)  # 0, not none
    low, high = map(_as_scaled, exact)
    number, _, scale = low.partition(" ")
    low = number if scale and high.partition(" ")[2] == scale else low
    return f"{low.removesuffix('%') if high.endswith('%') else low}–{high}"


def _percent(old: Fact, new: Fact) -> str:
    if old.status is not Status.REPORTED or new.status is not Status.REPORTED:
        return ""
    if old.unit != new.unit or old.value is None or new.value is None:
        return ""
    if new.value == old.value or old.value == 0 or (old.value < 0) != (new.value < 0):
        return ""
    if old.unit is None and min(abs(old.value), abs(new.value)) < _COUNTS:
        return ""  # of a handful a share says less than the values
    return f" ({_by(Change(old.value, new.value), old.unit)})"


def _by(change: Change, unit: str | None) -> str:
    """A change in percent, whole where it is a tenth or more."""
    share = change.relative
    if unit == "%" or share is None or not _TENTH <= abs(share) < _TIMES:
        return difference(change, unit)
    sign = "+" if share > 0 else "\u2212"
    return f"{sign}{abs(share):.0%}"


_TENTH: Final = Decimal("0.1")
_TIMES: Final = 9  # tenfold; from there on a factor says more


_COUNTS: Final = 10
_DECIMALS: Final = 4


def _periods(old: Fact, new: Fact) -> tuple[Period | None, Period | None]:
    """The periods of two figures; where they were counted up to unlike days, these days."""
    if old.observed == new.observed:
        return old.period, new.period
    return old.observed or old.period, new.observed or new.period


def _spans(
    old: Period | None, new: Period | None, usual: tuple[int | None, int | None]
) -> list[str]:
    """The periods that must be said: none, one that both share but for its year, or both."""
    if old is None or new is None:
        return []
    if old.full_year and new.full_year and (old.year, new.year) == usual:
        return []
    was, now = _without_year(old), _without_year(new)
    if was == now and old.year != new.year:
        if (old.year, new.year) != usual:
            return [_dated(old, old.label), _dated(new, new.label)]
        return [now] if now else []
    if old == new:
        return [_dated(new, new.label)]
    return [_dated(old, old.label), _dated(new, new.label)]


def _are_year_ends(old: Fact, new: Fact, usual: tuple[int | None, int | None]) -> bool:
    """Whether two cells are for the ends of the years reported on, whatever their heads say."""
    if old.table is None or new.table is None or old.period is None or new.period is None:
        return False
    ends = [(p.end.year, p.end.month, p.end.day) for p in (old.period, new.period)]
    stock = old.period.as_of or new.period.as_of
    return stock and ends == [(year, 12, 31) for year in usual]


def _without_year(period: Period) -> str:
    rest = _YEAR.sub("", period.label).strip().removesuffix(" of").strip()
    return _dated(period, rest) if rest else ""


def _dated(period: Period, label: str) -> str:
    """A period with the words that a stock takes: "as of August 31"."""
    stock = period.as_of and label[:1].isalnum() and not label.casefold().startswith(_DATED)
    return f"as of {label}" if stock else label


_DATED: Final = ("as of", "end of", "by ", "since", "until")


def wording(subject: str, before: str, after: str) -> str:
    """The words that differ: 'Free expression: "generally" is now "not always"'."""
    old, new = (
        bare(words(text, _SIDE)) if len(text.split()) > 2 else text
        for text in map(_closed, (before, after))
    )
    room = MOST - len(old.split()) - len(new.split()) - _LINKING
    subject = words(subject, max(room, 2))
    if subject.casefold() in f"{old} {new}".casefold():
        subject = ""
    key = "headline_words" if old and new else f"headline_{'gone' if old else 'added'}_words"
    return capital(say(key, subject=subject, old=old, new=new).removeprefix(": "))


def core(side: str) -> str:
    """The words that differ without what only introduces them.

    >>> core("in contrast with 2018, there were no"), core("boats, nets")
    ('there were no', 'boats, nets')
    """
    opening, _, rest = side.rpartition(", ")
    introduces = opening.split(" ", 1)[0].casefold() in _INTRODUCING
    return rest if introduces and len(rest.split()) > 1 else side


def _closed(side: str) -> str:
    """Quoted words without a bracket that they open or close alone.

    >>> _closed("Fund (STF"), _closed("May) and June"), _closed("the Fund (STF)")
    ('Fund', 'and June', 'the Fund (STF)')
    """
    if side.count("(") > side.count(")"):
        side = side[: side.rindex("(")].rstrip() or side[side.rindex("(") + 1 :]
    elif side.count(")") > side.count("("):
        side = side[side.index(")") + 1 :].lstrip(" ,;") or side[: side.index(")")]
    return side


_INTRODUCING: Final = frozenset(
    "in on during as by since unlike despite after before while".split()
)


def exchanged(line: str, before: str, after: str) -> str:
    """A statement with the words in it that are new, or those that gave way to them.

    >>> exchanged("Some cells were shut", "many cells", "Some cells")
    'Some cells were shut (was: “many cells”)'
    >>> exchanged("But some guilds objected", "", "but some guilds objected")
    'New: some guilds objected'
    """
    old, new = (words(text, _SIDE) for text in map(_closed, (before, after)))
    if not old and new.strip(" ,.").casefold() == line.casefold():
        opening, _, rest = line.partition(" ")
        joined = opening.casefold() in ("and", "but", "or", "so", "yet")
        return say("headline_new", line=lowered(capital(rest) if joined else line))
    if old and new:
        return say("headline_was", new=line, old=old)
    return say("headline_drops" if old else "headline_adds", new=line, old=old, added=new)


def exchanged_in(old: str, new: Part, before: str, after: str) -> str:
    """The statement of the place where words came or gave way, with these; "" where there is no
    room for it, where it does not hold them, or the older sentence says nothing like the rest."""
    gone, fresh = (words(side, _SIDE) for side in (before, after))
    room = MOST - len((gone or fresh).split()) - _LINKING
    line = _stated(new, "", _WITHIN, room)
    start = line.casefold().find(fresh.casefold())
    if start < 0:  # a statement that ends before the words that came
        longer = _stated(new, "", room, room)
        start = longer.casefold().find(fresh.casefold())
        line = longer if start >= 0 else line
    if start < 0 and fresh:
        longer = capital(around(flat(new), room))
        start = longer.casefold().find(fresh.casefold())
        line = longer if start >= 0 else line
    rest = line[:start] + line[start + len(fresh) :]
    both = bool(gone and fresh)
    if (
        len(line.split()) < _FEWEST
        or opens_subordinate(line)
        or (both and not holds_most(old, rest))
    ):
        return ""
    if start < 0:
        far = not both and len((gone or fresh).split()) >= _LINKING
        return wording(words(line, _OLDER), gone, fresh) if far else ""
    edge = not gone and (not start or not line[start + len(fresh) :])
    tail = edge and len(fresh.split()) > _LINKING
    if tail and len(rest.split()) >= _FEWEST:
        whole = wording(ended(rest.lstrip(" ,")), "", fresh)
    else:
        whole = exchanged(line, gone, fresh)
    return whole if len(whole.split()) <= MOST else ""


def says_by_itself(side: str) -> bool:
    """Whether quoted words are a thing, a number, or a statement, and no part of one.

    >>> says_by_itself("the north quay"), says_by_itself("was delayed by several")
    (True, False)
    >>> says_by_itself("the quay leaks"), says_by_itself("despite the quay, it")
    (True, False)
    """
    if not side or is_phrase(side) or len(side.split()) == 1:
        return True
    first = side.split(" ", 1)[0].casefold()
    return has_verb(side) and not opens_with_verb(side) and first not in FUNCTION_WORDS - _OPEN


_OPEN: Final = frozenset(
    "the a an no all some many most this that these those which who they it".split()
)


def whole(line: str, other: str) -> str:
    """A line that holds a statement which another text does not make; "" for any other.

    >>> whole("New: the quay was shut in May", "The pier was mended.")
    'New: the quay was shut in May'
    >>> whole("New: which the quay of", ""), whole("New: visitors know", "The quay was shut.")
    ('', '')
    """
    said = line.partition(": ")[2] or line
    short = len(said.split()) < _FEWEST
    states = has_verb(said) and not short and not opens_subordinate(said)
    bare_verb = said.split(" ", 1)[0].casefold() in FUNCTION_WORDS - _OPEN
    return line if states and not bare_verb and not holds_most(other, said) else ""


def names_things(*sides: str) -> bool:
    """Whether each of some words are a name or a noun with what describes it, and no statement.

    >>> names_things("the north quay", "the south quay"), names_things("grew", "the quay grew")
    (True, False)
    """
    return all(len(side.split()) <= _THING and is_phrase(side) for side in sides)


_THING: Final = 6  # words


def in_turn(old: Part, new: Part) -> str:
    """Two statements that answer to each other, the newer first; of an older one for which there is
    no room its words that differ; "" where the newer one is no statement.

    >>> in_turn(Part("Theft grew in May.", 6, 17), Part("By June theft had halved.", 14, 24))
    'Theft had halved; before: Theft grew'
    """
    line, before = _saying(new, old.text, _NEWER), _saying(old, new.text, _OLDER)
    if not line or opens_subordinate(line):
        return ""
    gone = bare(words(old.text[old.start : old.stop], _SIDE))
    told = [say("headline_before", new=line, old=lowered(before))] if before else []
    told += [say("headline_was", new=line, old=gone), say("headline_new", line=lowered(line))]
    return next(one for one in told if len(one.split()) <= MOST)


def answering(old: Part, new: Part) -> str:
    """Two statements of one matter that say different things, the newer first; "" where one of them
    has no such statement, there is no room for both, or they share too little to be of one thing.

    >>> answering(Part("Police arrested Ivo Kern."), Part("A judge freed Ivo Kern."))
    'A judge freed Ivo Kern; before: police arrested Ivo Kern'
    """
    line, before = _saying(new, old.text, _NEWER), _saying(old, new.text, _OLDER)
    if any(not has_verb(side) or opens_subordinate(side) for side in (line, before)):
        return ""
    if not answers(line, before):
        return ""
    whole = say("headline_before", new=line, old=lowered(before))
    return whole if len(whole.split()) <= MOST else ""


def _saying(part: Part, other: str, most: int) -> str:
    """The statement that a part of a sentence stands in; "" for none that is short enough."""
    one = flat(part)
    wishes = (unlike(one.text, other), anything)
    found = (
        statement(one.text, most, MOST - 4, within_part(one.start, one.stop, w)) for w in wishes
    )
    return capital(ended(next(filter(None, found), "")))


def cell(head: str, before: str, after: str) -> str:
    """A cell that changed, under the head of its column."""
    change = f"{words(before, _OLDER) or '–'} → {words(after, _OLDER) or '–'}"
    return f"{change} ({words(head, 3)})" if head else change


def row(label: str, cells: Sequence[str]) -> str:
    """The changed cells of a row, as many as there is room for."""
    line = f"{name(label)}: {cells[0]}"
    for other in cells[1:]:
        longer = f"{line}, {other}"
        if len(longer.split()) > MOST:
            break
        line = longer
    return line


def reworded(old: Part, new: Part) -> str:
    """Two statements about one matter, the newer first; "" where they are of two, where there is no
    room for both, or where a cut leaves them the same.

    >>> reworded(Part("The guard planned to open it."), Part("The guard began to open it."))
    'The guard began to open it (was: “planned”)'
    """
    found = agreeing(flat(old), flat(new), (_OLDER, _NEWER), MOST)
    if found is None:
        return _in_full(old.text, new.text)
    before, after = (ended(side) for side in found)
    return _side_by_side(before, capital(after)) if before and after else ""


def _in_full(old: str, new: str) -> str:
    """Two sentences that say most of each other side by side, where both are short."""
    before, after = clause(old, MOST), clause(new, MOST)
    ends = all(
        text.rstrip(" .;").endswith(line[-_END:]) for text, line in ((old, before), (new, after))
    )
    alike = holds_most(before, after) and holds_most(after, before)
    return _side_by_side(before, after) if ends and alike else ""


def _side_by_side(before: str, after: str) -> str:
    """Two statements in one line: the newer with what gave way, or one after the other; "" where
    one of them only says more."""
    one, two = before.split(), after.split()
    low = [word.casefold() for word in one], [word.casefold() for word in two]
    head = _shared(*low)
    tail = _shared(low[0][head:][::-1], low[1][head:][::-1])
    gone, fresh = one[head : len(one) - tail], two[head : len(two) - tail]
    if not gone or not fresh:
        return "" if head == min(len(one), len(two)) else _marked(after, gone, fresh)
    if head + tail >= max(len(gone), len(fresh)) and max(len(gone), len(fresh)) <= _SIDE:
        line = _marked(after, gone, fresh)
    else:
        line = say("headline_before", new=after, old=lowered(before))
    return line if len(line.split()) <= MOST else ""


def _marked(line: str, gone: Sequence[str], fresh: Sequence[str]) -> str:
    return exchanged(line, bare(" ".join(gone)), bare(" ".join(fresh)))


def _shared(one: Sequence[str], two: Sequence[str]) -> int:
    """How many words two statements have in common from the beginning."""
    pairs = enumerate(zip(one, two, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(two)))


def said(new: Part, room: int = MOST) -> str:
    """A statement that is new; of several that which an offset stands in."""
    return _stated(new, "", _CLAUSE, room)


def newly(new: Part, topic: str = "", other: str = "") -> str:
    """A statement that only the newer edition makes, under a topic where its subject points back.

    Of several it is the one that an ``other`` sentence, which answers to it, says least of.

    >>> newly(Part("The harbour will be dredged in May."))
    'New: the harbour will be dredged in May'
    """
    line = _placed(new.text, _stated(new, other, _CLAUSE, MOST - len(_NEW)))
    if topic and (_points_back(line, _POINTING) or _says_little(line) or _names_only(line)):
        back = _points_back(line, _POINTING)
        whole = say("headline_new_under", topic=topic, line=lowered(line, always=back))
        if len(whole.split()) <= MOST:
            return whole
    return say("headline_new", line=lowered(line))


_NEW: Final = ("New:",)


def no_longer(old: Part, topic: str = "", other: str = "") -> str:
    """A statement that is gone, under a topic where its subject only points back.

    Of several it is the one that an ``other`` sentence, which answers to it, says least of.
    "There were" says nothing of it.
    """
    line = _placed(old.text, _THERE.sub("", _stated(old, other, _CLAUSE)))
    if topic and (_points_back(line, _BACK) or _names_only(line)):
        whole = say("headline_gone_under", topic=topic, old=lowered(line))
        if len(whole.split()) <= MOST:
            return whole
    return say("headline_gone", old=lowered(line))


def _placed(text: str, line: str) -> str:
    """The first statement of a sentence with the name of the place that the sentence opens with:
    "In Orsk, herring grew" says nothing of other ports."""
    p = parse(text)
    first = p.phrases[0] if p.phrases else None
    if first is None or first.preposition != 0 or p.tokens.low[0] not in _WHERE:
        return line
    inside = range(first.first, first.stop)
    named = any(p.tags[i].startswith("NNP") for i in inside)
    dated = any(p.tokens.low[i] in _OF_TIME or _A_YEAR.fullmatch(p.tokens.text[i]) for i in inside)
    place, after = p.text(first), first.stop + (p.tokens.text[first.stop] == ",")
    rest = text[p.tokens.start[after] :] if after < p.tokens.size else ""
    rest = rest if line[:_SAID].casefold() == rest[:_SAID].casefold() else _THERE.sub("", rest)
    follows = rest.casefold().startswith(line.casefold()[:_END])
    if not named or dated or place in line or not follows:
        return line
    whole = f"{capital(p.tokens.low[0])} {place}, {rest[0]}{line[1:]}"
    return whole if len(whole.split()) <= MOST - _SAID else line


_WHERE: Final = frozenset("in at for on".split())
_OF_TIME: Final = frozenset(map(str.casefold, MONTH_NAMES)) | {*"fy quarter q1 q2 q3 q4".split()}
_A_YEAR: Final = re.compile(r"(?:1[6-9]|20)\d\d")
_SAID: Final = 3  # words before a statement: "No longer said:"


def says_most(part: Part, other: str) -> bool:
    """Whether another sentence has most words of the statement that would be told of one: then
    it is neither gone nor new.

    >>> says_most(Part("All our rules are on the rules page."), "Our rules are on one page.")
    True
    """
    return holds_most(other, _stated(part, other, _CLAUSE))


_THERE: Final = re.compile(r"^there (?:is|are|was|were|have been|has been) ", re.IGNORECASE)


def flat(part: Part) -> Part:
    """The same part of its sentence, without what stands in brackets outside of it."""
    text, start, stop = part.text, part.start, min(part.stop, len(part.text))
    for aside in reversed([*asides(text)]):
        if aside.start <= start < aside.stop:
            continue
        if aside.start < stop:
            stop -= len(aside)
        if aside.stop <= start:
            start -= len(aside)
        text = text[: aside.start] + text[aside.stop :]
    return Part(text, start, stop)


def _stated(part: Part, other: str, most: int, room: int = MOST - 4) -> str:
    """The statement of a sentence that another one does not make, in about so many words.

    It may be longer where its verb needs more, as far as there is ``room``.
    """
    part = flat(part)
    own = part.text[part.start : part.stop] if part.stop - part.start > 1 else part.text
    line = clause(part.text, MOST)
    short = len(line.split()) <= room and own[:_END] in part.text[-len(line) - 1 :]
    if short and not other and _stands(part.text, line):
        said = ended(statement(part.text, most, room, anything))
        return capital(said) if said and line.endswith(said) else line
    if part.stop - part.start > 1:
        wish = unlike(part.text, other)
        wish = wish if wish(part.start, part.stop) else anything  # "some", "may": small words
        wanted = within_part(part.start, part.stop, wish)
    else:
        wanted = holding(part.start)
    found = ended(statement(part.text, most, room, wanted))
    if found:
        return capital(found)
    stands = _stands(part.text, line)
    cut = line if stands else clause(own if has_verb(own) else part.text, room)
    if (stands or has_verb(cut)) and len(cut.split()) <= room and not opens_subordinate(cut):
        return cut
    found = ended(statement(part.text, most, room, anything))
    if found:
        return capital(found)
    return clause(part.text if len(own.split()) < _FEWEST else own, most)


def _stands(text: str, line: str) -> bool:
    """Whether a line ends where its sentence does, and says something where that does."""
    ends = text.rstrip(" .;").endswith(line[-_END:]) and "|" not in line
    return ends and (not has_verb(text) or has_verb(line))


def listed(lead: str, gone: str, new: str) -> str:
    """What a list no longer holds, and what it holds now.

    >>> listed("Ports", "Sund, an old pier", "Vik")
    'Ports: no longer lists “Sund, an old pier”; now lists “Vik”'
    """
    most = _SIDE if gone and new else _CLAUSE
    gone, new = (_closed(words(text, most)) for text in (gone, new))
    key = "headline_list" if gone and new else f"headline_list_{'gone' if gone else 'new'}"
    return say(key, lead=lead, gone=gone, new=new)


def under(topic: str, line: str) -> str:
    """A statement whose subject only points back, under the title of its section."""
    if not topic or not (_points_back(line, _POINTING) or _says_little(line)):
        return line
    whole = say(
        "headline_under", topic=topic, line=lowered(line, always=_points_back(line, _POINTING))
    )
    return whole if len(whole.split()) <= MOST else line


def _names_only(line: str) -> bool:
    """Whether a line names a thing and says nothing of it, not even how many there are."""
    return not has_verb(line) and not any(map(str.isdigit, line))


def _says_little(line: str) -> bool:
    """Whether a statement is short and names nobody and no number: "The law permits fines"."""
    said = line.split()
    return len(said) <= _SIDE and not any(c.isupper() or c.isdigit() for c in " ".join(said[1:]))


def _points_back(line: str, pointing: frozenset[str]) -> bool:
    """Whether a line opens with a pronoun, or with a verb that no subject goes before."""
    first = line.split(" ", 1)[0].strip(",").casefold()
    back = first in pointing or (bool(line) and opens_with_verb(line))
    return back or _OF_THESE.search(line) is not None


_OF_THESE: Final = re.compile(
    r"\b(?:this|these|those|such)\s(?!year|month|quarter|period|report|statement|document)[a-z]"
)
_BACK: Final = frozenset("it they he she these those its their his her".split())
_POINTING: Final = _BACK | frozenset("this we our i".split())


def with_more(line: str, quotes: Sequence[str]) -> str:
    """A line that ends with a quotation, and as many more as there is room for.

    >>> with_more("“TODO” where the 2021 edition says “Sund: 40”", ["Vik: 12"])
    '“TODO” where the 2021 edition says “Sund: 40”, “Vik: 12”'
    """
    for quote in dict.fromkeys(quotes):
        longer = f"{line}, “{quote}”"
        line = longer if len(longer.split()) <= MOST else line
    return line


def section(key: str, title: str, other: str = "") -> str:
    """What became of a section: gone, new, renamed, or moved."""
    return say(key, title=words(title, _NAME), other=words(other, _NAME))


def sections(key: str, titles: Sequence[str], count: int, total: int) -> str:
    """Many sections that went or came: "25 of 31 sections are gone, among them Housing, Courts"."""
    told: list[str] = []
    room = MOST - len(say(key, n=count, total=total, titles="").split())
    for title in map(_short, dict.fromkeys(titles)):
        size = len(title.split())
        if size <= room and len(told) < _NAMED:
            told.append(title)
            room -= size
    line = say(key, n=count, total=total, titles=", ".join(told))
    return line if told else line.partition(",")[0]


def given(label: str, fact: Fact) -> str:
    """A row with its figure: "Total assets 860,164"."""
    return f"{label} {value(fact)}"


def rows(key: str, title: str, told: Iterable[str], count: int) -> str:
    """Many rows of one table that went, came or changed, as ``key`` says; the first by name.

    >>> rows("headline_rows_gone", "Accounts", ["Fees 390", "Rent 17"], 12)
    'Accounts: 12 rows are gone, among them Fees 390; Rent 17'
    """
    room = MOST - len(say(key, title=words(title, _NAMED), n=count, rows="").split())
    kept: list[str] = []
    for row_told in told:
        size = len(row_told.split())
        if size <= room and row_told not in kept:
            kept.append(row_told)
            room -= size
            if len(kept) == _NAMED or not room:
                break
    line = say(key, title=words(title, _NAMED), n=count, rows="; ".join(kept))
    line = line if kept else line.partition(",")[0]
    return capital(line.removeprefix(": "))


def in_sections(line: str, count: int) -> str:
    """A headline that holds for several sections."""
    whole = say("headline_in_sections", line=line, n=count)
    return whole if len(whole.split()) <= MOST else line


def within(line: str) -> str:
    """A headline of no more words than there is room for, and on one line."""
    flat = _GAP.sub(" ", " ".join(line.split())).strip(" ,;:")
    flat = without_also(flat)
    cut = words(flat, MOST)
    if cut.count("“") != cut.count("”"):
        cut = cut.replace("“", "").replace("”", "")
    if cut.count('"') % 2:
        cut = cut.replace('"', "")
    return capital(cut)


def without_also(line: str) -> str:
    """A line without the word that adds it to what was said before; in quotes it stays.

    >>> without_also("New: the guard also mended “boats it also owned”")
    'New: the guard mended “boats it also owned”'
    """
    quote = line.find("“")
    head, tail = (line, "") if quote < 0 else (line[:quote], line[quote:])
    return _ALSO.sub(lambda found: found[2].upper() if found[1] == "A" else found[2], head) + tail


_ALSO: Final = re.compile(r"(?<!but )\b([Aa])lso,? (?!known\b|called\b)(\w)")


def _short(title: str) -> str:
    """A title whole; of a long one what stands before its colon or dash, else its first words."""
    if len(title.split()) <= _NAME:
        return title.strip(" .:")
    lead = _LEAD.split(title, maxsplit=1)[0]
    return words(lead, _NAME).strip(" .:")


_LEAD: Final = re.compile(r":\s|\s[-–—]+\s")


def lowered(text: str, always: bool = False) -> str:
    """A statement inside another; a name, an abbreviation and a label in capitals keep theirs.

    >>> lowered("Cases heard", always=True), lowered("Labour Inspections", always=True)
    ('cases heard', 'Labour Inspections')
    """
    first, _, rest = text.partition(" ")
    following = next((c for c in rest if c.isalpha()), "")
    name = following.isupper() and first.casefold() not in _SMALL
    plain = first.casefold() in _SMALL or (always and first[1:].islower() and not name)
    return f"{first.casefold()} {rest}".rstrip() if plain else text


_SMALL: Final = frozenset(
    "the a an this that these those it they we there no some several all most many in on as"
    " at by since during through media courts authorities police government".split()
)
