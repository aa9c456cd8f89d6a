"""Headlines of figures: a label and the values of one or both editions in, a line out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tracediff.model import Fact
from tracediff.model.record import Record
from tracediff.wording.clauses import words
from tracediff.wording.headlines.brief_values import (
    are_year_ends,
    in_percent,
    periods_counted,
    periods_to_name,
    shortened_period,
    spanned,
    value,
)
from tracediff.wording.headlines.length import CLAUSE, MOST, lowered
from tracediff.wording.headlines.one_statement import statement_of
from tracediff.wording.statements import Part
from tracediff.wording.strings import say

_BARE: Final = 2  # words of a label that are left however long its values are


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
    percent = "" if brief or any(ends) or len(change.spans) == 2 else in_percent(old, new)
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
    if old.per != new.per and old.unit and new.unit:  # "42 hours per week", "8 hours per day"
        before, after = (
            f"{value} per {fact.per}" if fact.per and " per " not in value else value
            for value, fact in ((before, old), (after, new))
        )
    spans = (
        [] if are_year_ends(old, new, usual) else periods_to_name(*periods_counted(old, new), usual)
    )
    if len(spans) == 2:
        spans = [*map(shortened_period, spans)]
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
    spans = periods_to_name(*periods_counted(old, new), usual)
    when = f" ({spans[0]})" if len(spans) == 2 else ""
    before = f"{value(old)}{when}"
    line = statement_of(part, "", CLAUSE)
    if new.quote.casefold() not in line.casefold():
        return ""
    if len(spans) == 1 and spans[0].casefold() not in line.casefold():
        line = f"{line}, {spans[0]}"
    line = f"{line}{'' if when or brief else in_percent(old, new)}"
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


def given(label: str, fact: Fact) -> str:
    """A row with its figure: "Total assets 860,164"."""
    return f"{label} {value(fact)}"
