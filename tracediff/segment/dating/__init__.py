"""The title of an edition, the year that it names, and the period that its data are for.

The three differ: a report titled 2022 may give data for 2021, a statement of 2019 a financial year
to June 2019, a half-yearly report six months. The data period is told from evidence, in this order:
what the user says; what the text declares or the title spells out ("for the year ended 30 June
2019"); what the format says (front matter); the title's year, unless the figures are dated with
another; the year that most dated sentences are for; the name of the file; the date of publication.
The reason is kept in words, because everything else is read against it.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePath
from typing import Final, NamedTuple

from tracediff.model import Passage, Period, Source
from tracediff.segment.dating.declared import Context, Declared, choose_declared
from tracediff.segment.dating.evidence import Evidence, gather
from tracediff.segment.dating.stretches import (
    CALLED_BY_A_YEAR,
    Form,
    Stretch,
    calendar_year,
    span_label,
)
from tracediff.segment.dating.titles import Title, find_title
from tracediff.settings import Dating


@dataclass(frozen=True, slots=True)
class DocumentTime:
    """The title and its year, the year and period of the data, and how these are known."""

    title: str
    title_year: int | None
    year: int | None
    period: Period | None
    reason: str


class _Told(NamedTuple):
    year: int | None
    period: Period | None
    reason: str


def date_edition(
    source: Source, passages: Sequence[Passage], given: int | None, settings: Dating
) -> DocumentTime:
    """Tell the title and the data period; ``given`` is the year that the user said, and wins."""
    title = find_title(source, passages)
    evidence = gather(passages, title.text, settings)
    told = _told(source, title, evidence, settings)
    if given is not None:
        period = told.period if told.year == given and told.period else calendar_year(given)
        told = _Told(given, period, "as given")
    title_year = title.names.year if title.names else source.year
    return DocumentTime(title.text, title_year, told.year, _filed(told), told.reason)


def _filed(told: _Told) -> Period | None:
    """The period, with the year that it is filed under where that is not the one it ends in."""
    period = told.period
    if period is None or period.year == told.year:
        return period
    return replace(period, filed=told.year)


def _told(source: Source, titled: Title, evidence: Evidence, settings: Dating) -> _Told:
    counted = _counted(evidence, 9999, settings)
    title = None if _is_outlived(titled.names, counted, evidence, settings) else titled.names
    sparing = bool(evidence.declared) and evidence.bare_months() >= settings.habit
    context = Context(title, counted, sparing, evidence.sentences)
    declared = choose_declared(evidence.declared.values(), context, settings)
    if declared is not None:
        year = _called(declared, evidence)
        return _Told(year, declared.period, f"the text says “{declared.words}”")
    if title and title.form not in CALLED_BY_A_YEAR:
        why = f"{titled.said_by} says “{title.period.label}”"
        return _Told(title.year, _of_title(title, evidence), why)
    if source.year is not None:
        why = "stated in the document's header"
        return _Told(source.year, _accounts(source.year, evidence), why)
    if title is not None:
        return _by_title(title, titled.said_by, evidence, settings)
    return _by_text(source, counted, evidence, settings)


def _is_outlived(
    title: Stretch | None, counted: int | None, evidence: Evidence, settings: Dating
) -> bool:
    """Whether the figures are of years after the next to the title's, which nobody had yet: a
    cover that was drawn over the one before still holds its words."""
    if title is None or counted is None or counted - title.year <= 1:
        return False
    enough = evidence.figures[counted] >= settings.many
    return enough and evidence.votes(counted) >= settings.outweighs * evidence.votes(title.year)


def _called(declared: Declared, evidence: Evidence) -> int:
    """The year that a year of accounts is called by: "fiscal 2022" may end in January 2023."""
    period, year = declared.period, declared.year
    crosses = period.full_year and period.start.year < period.end.year
    if crosses and period.end.month <= _EARLY:
        return max((year, year - 1), key=lambda called: (evidence.fiscal[called], called))
    return year


_EARLY: Final = 6  # a year of accounts that ends by June has most of its months in the year before


def _counted(evidence: Evidence, latest: int, settings: Dating) -> int | None:
    """The newest year that many sentences are dated with, those with figures counting twice.

    Where the present year mostly goes without saying, it is the year that most are dated with.
    """
    votes = {year: evidence.votes(year) for year in evidence.sentences if year <= latest}
    if not votes:
        return None
    most = max(votes, key=lambda year: (votes[year], year))
    enough = settings.as_many * votes[most]
    said = evidence.sentences
    newest = max(y for y, n in votes.items() if y == most or (n >= enough and said[y] > 1))
    return most if newest > most and _leaves_out_years(evidence, most, settings) else newest


def _by_title(title: Stretch, said_by: str, evidence: Evidence, settings: Dating) -> _Told:
    """The title's year, unless the figures are nearly all dated with one before it."""
    counted = _counted(evidence, title.year, settings)
    if counted is not None and _outweighs(counted, title.year, evidence, settings):
        why = f"{said_by} says {title.year}, but most dated figures are for {counted}"
        return _Told(counted, _accounts(counted, evidence), why)
    return _Told(title.year, _of_title(title, evidence), f"{said_by} says {title.year}")


def _outweighs(counted: int, titled: int, evidence: Evidence, settings: Dating) -> bool:
    """Whether figures of a year speak against that of the title: many do, or all that there are."""
    if not titled - settings.behind <= counted < titled:
        return False
    figures = evidence.figures[counted]
    lone = evidence.votes(titled) == 0 and figures > 0
    if evidence.votes(counted) < settings.outweighs * evidence.votes(titled):
        return False
    if _leaves_out_years(evidence, counted, settings):
        return False
    return figures >= settings.many or (lone and evidence.undated() == 0)


def _of_title(title: Stretch, evidence: Evidence) -> Period:
    """The stretch of the title, a year of accounts with the months that the text says."""
    split = title.form in (Form.SPLIT, Form.FISCAL) and title.period.start.year < title.year
    if split:
        return title.period if evidence.closing_month is None else _accounts(title.year, evidence)
    return _accounts(title.year, evidence) if title.form in CALLED_BY_A_YEAR else title.period


def _leaves_out_years(evidence: Evidence, spoken: int, settings: Dating) -> bool:
    """Whether months stand without a year again and again, so that the year is the writer's own."""
    bare = evidence.bare_months()
    if evidence.is_present(spoken):
        return False
    return bare >= settings.habit and bare > evidence.sentences[spoken] / 2


def _by_text(source: Source, counted: int | None, evidence: Evidence, settings: Dating) -> _Told:
    """The year that the sentences are dated with, else that of the file.

    Where months stand again and again without a year ("As of August …"), the year is the writer's
    present one, which is then seldom named: what is named most often is the year before.
    """
    named = _named_year(source.name)
    if named and evidence.dated < settings.enough:
        return _Told(named, _accounts(named, evidence), "the name of the file says so")
    if counted is None or _belied(source, counted, evidence, settings):
        return _published(source, evidence)
    own = evidence.told_of()
    if own is not None and abs(own - counted) <= 1:
        return _Told(own, _accounts(own, evidence), f"the text says what kind of a year {own} was")
    if _leaves_out_years(evidence, counted, settings) and counted != named:
        why = f"months stand without a year, and {counted} is spoken of as the year before"
        return _Told(counted + 1, _accounts(counted + 1, evidence), why)
    why = f"the year that most dated sentences are for ({counted})"
    return _Told(counted, _accounts(counted, evidence), why)


def _belied(source: Source, counted: int, evidence: Evidence, settings: Dating) -> bool:
    """Whether the date of publication speaks against the year that sentences are dated with.

    Nothing is reported before it happens; and what comes out late in a year is about that year,
    unless many sentences are about the one before.
    """
    if source.date is None:
        return False
    if counted > source.date.year:
        return True
    late = counted == source.date.year - 1 and source.date.month >= _LATE
    return late and evidence.votes(counted) < settings.many


_LATE: Final = 10  # from October on, a report is seldom about the year before


def _published(source: Source, evidence: Evidence) -> _Told:
    if source.date is None:
        return _Told(None, None, "no year is given in the text or in the name of the file")
    year = source.date.year
    return _Told(year, _accounts(year, evidence), f"it is dated {source.date.isoformat()}")


def _accounts(year: int, evidence: Evidence) -> Period:
    """The year, of which the text may say in which month its accounts close."""
    if year in evidence.spelt_out and 2 * evidence.fiscal[year] >= evidence.sentences[year]:
        return evidence.spelt_out[year]
    month = evidence.closing_month
    if month is None or month == 12:
        return calendar_year(year)
    stop = date(year, month, calendar.monthrange(year, month)[1])
    first = date(year - 1, month + 1, 1)
    return Period(first, stop, span_label(first, stop))


def _named_year(name: str) -> int | None:
    """A year in the file's name, or in the folder's where that is one or names two editions."""
    path = PurePath(name)
    own = {
        int(first) + (split == f"{(int(first) + 1) % 100:02d}")
        for first, split in _IN_NAME.findall(path.stem)
    }
    if own:
        return max(own) if len(own) == 1 else None
    if _IS_YEAR.fullmatch(path.parent.name):
        return int(path.parent.name)
    folder = sorted({int(y) for y in _FOLDER.findall(path.parent.name)})
    if len(folder) == 2 and path.stem.casefold() in ("old", "new", "before", "after"):
        return folder[path.stem.casefold() in ("new", "after")]
    return None


_IN_NAME: Final = re.compile(r"(?<!\d)((?:1[6-9]|20)\d\d)(?!\d)(?:[-_](\d\d)(?!\d))?")
_IS_YEAR: Final = re.compile(r"(?:1[6-9]|20)\d\d")
_FOLDER: Final = re.compile(r"(?<!\d)(?:1[6-9]|20)\d\d(?!\d)")
