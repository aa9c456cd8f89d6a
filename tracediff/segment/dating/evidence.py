"""The passages of an edition in, what its text says of the time that it is about out.

Two kinds of evidence are gathered in one pass over the years in the text: stretches that the text
declares to be those of the report ("for the year ended 30 June 2019", "reporting period 2018/19"),
and how many sentences give figures for which year.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from tracediff.lexicon.calendar import MONTHS
from tracediff.lexicon.dating import (
    AROUND_A_YEAR,
    BEHIND_A_YEAR,
    COMPARES,
    DECLARES,
    HAPPENED_ONCE,
    IN_A_YEAR,
    IN_THE_FIRST_PERSON,
    NAME_OF_A_YEAR,
    SPEAKS_OF_ITSELF,
    STILL_TO_COME,
    WITHIN_A_YEAR,
    YEAR_OF_A_NAME,
)
from tracediff.model import Block, BlockKind, Passage, Period
from tracediff.segment.dating.declared import Declared
from tracediff.segment.dating.stretches import Form, Stretch, stretches
from tracediff.settings import Dating


@dataclass(slots=True)
class Evidence:
    """What the text of an edition says of its time; lives only while the edition is dated."""

    declared: dict[tuple[object, object], Declared] = field(default_factory=dict)
    sentences: Counter[int] = field(default_factory=Counter)
    figures: Counter[int] = field(default_factory=Counter)
    fiscal: Counter[int] = field(default_factory=Counter)
    compared: Counter[int] = field(default_factory=Counter)
    spelt_out: dict[int, Period] = field(default_factory=dict)
    text: str = ""
    bare: int | None = None
    closing_month: int | None = None

    def bare_months(self) -> int:
        """How many months stand in the text without a year; counted when first asked."""
        if self.bare is None:
            self.bare = len(_BARE_MONTH.findall(self.text))
        return self.bare

    def is_present(self, year: int) -> bool:
        """Whether a year is the writer's own: his year of accounts, or what is compared with the
        year before it."""
        own = 2 * self.fiscal[year] >= self.sentences[year]
        return own or self.compared[year - 1] > max(1, self.compared[year])

    def told_of(self) -> int | None:
        """The year that the text is about: the last of which it says what kind of a year it was."""
        found = [int(year) for year in _KIND_OF_YEAR.findall(self.text)]
        return max(found, default=None)

    def votes(self, year: int) -> int:
        """What speaks for a year: the sentences that it dates, those with figures twice."""
        return self.sentences[year] + self.figures[year]

    def undated(self) -> int:
        """How many sentences give a figure and no year."""
        sentences = _ENDS.split(self.text)
        return sum(1 for one in sentences if _FIGURE.search(one) and not _A_YEAR.search(one))

    @property
    def dated(self) -> int:
        """How much speaks for any year at all."""
        return self.sentences.total() + self.figures.total()


class _Around(NamedTuple):
    """The words of its sentence before and behind a stretch, and those before it one by one."""

    before: str
    behind: str
    words: list[str]


def gather(passages: Sequence[Passage], title: str, settings: Dating) -> Evidence:
    """Read the years in the prose, the title aside, and those at the heads of columns and rows."""
    found = Evidence()
    _read_prose(found, _prose(passages, title), settings)
    for passage in passages:
        if passage.block.kind is BlockKind.TABLE:
            _read_table(found, passage.block, settings)
    return found


def _prose(passages: Sequence[Passage], title: str) -> str:
    """The text, without references and without the title and lines that recur, as page heads do."""
    seen = {_without_page(title)}
    kept: list[str] = []
    for passage in passages:
        if passage.block.kind is BlockKind.REFERENCE:
            continue
        if len(passage.text) <= _LINE:
            line = _without_page(passage.text)
            if line in seen:
                continue
            seen.add(line)
        kept.append(passage.text)
    return "\n".join(kept)


def _without_page(line: str) -> str:
    return line.rstrip("0123456789 ")


# "2017 was a year of growth", "2019 has been another busy year"
_KIND_OF_YEAR: Final = re.compile(
    r"\b((?:19|20)\d\d) (?:was|has been|proved to be|turned out to be) (?:an?|another|our|the)"
    r"(?: [\w-]{1,20}){0,3} year\b"
)
_LINE: Final = 120  # characters of a line that may be a page head


def _read_prose(found: Evidence, text: str, settings: Dating) -> None:
    counted: set[tuple[int, int]] = set()
    for stretch in stretches(text):
        around = _around(text, stretch)
        if stretch.form is Form.FISCAL:
            found.fiscal[stretch.year] += 1
        if _is_still_to_come(around):
            continue
        if (year := _spelt_out(stretch, around)) is not None:
            found.spelt_out[year] = stretch.period
            continue
        if _declares(stretch, around):
            _declare(found, stretch, text, around, settings)
        _count(found, stretch, around, counted)
    found.text = text
    found.closing_month = _closing_month(text)


def _is_still_to_come(around: _Around) -> bool:
    sentence = f" {around.before}{around.behind} ".lower()
    return any(word in sentence for word in STILL_TO_COME)


def _around(text: str, stretch: Stretch) -> _Around:
    before = _BREAK.split(text[max(0, stretch.start - _NEAR) : stretch.start])[-1]
    behind = _BREAK.split(text[stretch.end : stretch.end + _NEAR], maxsplit=1)[0]
    return _Around(before, behind, before[-_LEAD:].lower().split()[-_WORDS:])


_LEAD: Final = 60  # characters before a year in which the words stand that govern it
_WORDS: Final = 5  # and how many of them: "by the end of late"
_NEAR: Final = 120  # characters on either side of a year that are looked at
_BREAK: Final = re.compile(r"[.;?!]\s")


# --- what the text declares ------------------------------------------------------------------


def _declares(stretch: Stretch, around: _Around) -> bool:
    """Whether a stretch is given as the one that something reports on."""
    if stretch.form is Form.ENDED:
        return True
    if stretch.form in (Form.SPAN, Form.PART, Form.SPLIT):
        return DECLARES.search(around.before) is not None
    return False


def _spelt_out(stretch: Stretch, around: _Around) -> int | None:
    """The year of accounts that a span tells the months of: "fiscal 2022 (April 2022 to …)"."""
    named = _YEAR_OF_ACCOUNTS.search(around.before) if stretch.form is Form.SPAN else None
    return int(named["year"]) if named else None


_YEAR_OF_ACCOUNTS: Final = re.compile(
    r"\b(?:fiscal|FY|financial)(?: year)? ?(?P<year>\d{4})\s?[(,]\s?\Z", re.IGNORECASE
)


def _declare(
    found: Evidence, stretch: Stretch, text: str, around: _Around, settings: Dating
) -> None:
    """Note a stretch that is declared; as what is compared with, it says nothing for itself."""
    period = stretch.period
    key = (period.start, period.end)
    entry = found.declared.get(key)
    if entry is None:
        words = " ".join(text[_from_cue(around, stretch) : stretch.end].split())
        entry = found.declared[key] = Declared(period, stretch.year, stretch.form, words)
    if COMPARES.search(around.before):
        return
    entry.times += 1
    own = _is_of_the_writer(around) and not _dates_a_figure(around)
    entry.own |= own
    entry.opening |= stretch.start < settings.opening and (own or not _tells(around))
    entry.stated |= "for" in around.words[-2:] or not _tells(around)


def _is_of_the_writer(around: _Around) -> bool:
    """Whether a document says a stretch of itself; what "the bank" did may be told of any bank."""
    if IN_THE_FIRST_PERSON.search(around.before):
        return True
    return SPEAKS_OF_ITSELF.search(around.before) is not None and not _counts(around)


def _tells(around: _Around) -> bool:
    """Whether something is told of a stretch, which may be that of others: "in the year ended …",
    "exports for nine months ended … were 41 million"."""
    return _counts(around) or bool({"in", "during"} & set(around.words[-2:]))


def _dates_a_figure(around: _Around) -> bool:
    """Whether a stretch is the time of one figure: "our clinics saw 400 in the year to May"."""
    timed = bool({"in", "during"} & set(around.words[-2:]))
    return timed and _FIGURE.search(around.before) is not None


def _counts(around: _Around) -> bool:
    """Whether a figure is given for a stretch, in its own line."""
    line = around.behind.partition("\n")[0].partition("(")[0]
    return _FIGURE.search(line) is not None


def _from_cue(around: _Around, stretch: Stretch) -> int:
    """Where the words that declare a stretch begin."""
    cues = [cue.start() for cue in DECLARES.finditer(around.before)]
    if stretch.form is Form.ENDED or not cues:
        qualified = _QUALIFIER.search(around.before)
        cues = [qualified.start() if qualified else len(around.before)]
    return stretch.start - len(around.before) + cues[-1]


_QUALIFIER: Final = re.compile(r"\b(?:fiscal|financial|reporting|accounting|business)\s+\Z", re.I)


def _closing_month(text: str) -> int | None:
    """The month in which the writer's year of accounts ends, where that is said without a year."""
    for runs in _RUNS.finditer(text):
        if _WHOSE.search(text, max(0, runs.start() - _OWNER), runs.start() + 1):
            return MONTHS[runs["month"].casefold()]
    return None


_MONTH: Final = "|".join(sorted(MONTHS, key=len, reverse=True))
_RUNS: Final = re.compile(
    r" year(?:(?<=iscal year)|(?<=inancial year)|(?<=ccounting year)|(?<=eporting year))"
    r"(?:-end)?\s+"
    r"(?:(?:is|runs|begins|starts|covers)\b[\s\w]{0,40}?\b(?:to|until|through|ends)\b"
    rf"|(?:is|ends|closes|closed|ended)\b)[\s\w]{{0,32}}?\b(?P<month>{_MONTH})\b"
    r"(?!\s+(?:to|until|through|\d{4}))",
    re.IGNORECASE,
)
_OWNER: Final = 40  # characters in which the owner of a year of accounts stands
_WHOSE: Final = re.compile(
    r"\b(?:[Oo]ur|[Ii]ts|[Tt]heir"
    r"|[Tt]he (?!(?:government|state|country|ministry|treasury|republic)\b)\w+['’]s"
    r"|(?!Government|State|Country)[A-Z]\w+['’]s)\s+(?:annual\s+)?\w+\s"
)


# --- how many sentences give figures for which year ------------------------------------------


def _count(
    found: Evidence, stretch: Stretch, around: _Around, counted: set[tuple[int, int]]
) -> None:
    """Count a sentence for the year that dates it, once."""
    if _is_compared(around.before):
        found.compared[stretch.year] += 1
    if stretch.form is Form.YEARS or not _dates_its_sentence(stretch, around):
        return
    here = (stretch.year, stretch.start - len(around.before))
    if here in counted:
        return
    counted.add(here)
    found.sentences[stretch.year] += 1
    if _FIGURE.search(around.before) or _FIGURE.search(around.behind):
        found.figures[stretch.year] += 1


def _dates_its_sentence(stretch: Stretch, around: _Around) -> bool:
    """Whether the year dates what stands beside it, and is not part of a name, the far side of a
    comparison, a day long past or a time to come."""
    before, behind, words = around
    if before[-1:] == "(" and behind[:1] == ":":
        return False  # "39.8 billion (2020: 41.2)"
    lead = _governing(words)
    if lead in AROUND_A_YEAR or not HAPPENED_ONCE.isdisjoint(words):
        return False
    if stretch.form is Form.YEAR and lead not in IN_A_YEAR and _is_of_a_name(before, behind):
        return False
    return not _is_compared(before)


def _governing(words: Sequence[str]) -> str:
    """The word that governs a year: "by" in "by the end of"."""
    return next((word for word in reversed(words) if word not in WITHIN_A_YEAR), "")


def _is_of_a_name(before: str, behind: str) -> bool:
    """Whether a year is part of a name or belongs to the noun behind it: "the 2019 operation"."""
    if "(" in before and _QUOTES.search(before[-48:]):
        return True
    noun = _NOUN.match(behind)
    if noun is not None and (noun["own"] or noun["word"] not in BEHIND_A_YEAR):
        return True
    return bool(NAME_OF_A_YEAR.search(before[-40:]) or YEAR_OF_A_NAME.match(behind))


def _is_compared(before: str) -> bool:
    """Whether a comparison opens before a year, and no clause with a year of its own follows."""
    if not any(hint in before for hint in _COMPARING):
        return False
    ends = [cue.end() for cue in COMPARES.finditer(before)]
    return bool(ends) and not _CLAUSE_AGAIN.search(before, ends[-1])


_COMPARING: Final = ("ompar", "than", "ersus", "vs", "gainst", "elative", "pposed", "nlike", "from")
_NOUN: Final = re.compile(r"(?P<own>['’]s?\s)|\s+(?P<word>[a-z]{3,})")
# The year of a source: "(Smith 2015", "et al., 2019".
_QUOTES: Final = re.compile(
    r"\(\s*(?:[^()]{0,40}\s)?[A-Z][\w’'-]+(?:,| et al\.?,?)?\s*\Z|\bet al\.?,?\s*\(?\Z"
)
_CLAUSE_AGAIN: Final = re.compile(r"(?:1[6-9]|20)\d\d\)?,\s")
_FIGURE: Final = re.compile(
    r"(?<![\w.,/–-])[$€£]?(?:\d{1,3}(?:[,.]\d+)+|\d{1,3}|\d{5,}|(?!19|20)\d{4})(?![\w/–-])"
)
_ENDS: Final = re.compile(r"[.;?!]\s|\n")
_A_YEAR: Final = re.compile(r"(?:1[6-9]|20)\d\d|\bFY ?\d\d")
_BARE_MONTH: Final = re.compile(
    rf"\b(?:In|As of|On|By|Since|Until|Through|From|in|as of|on|by|from)\s+(?:late |early |mid-)?"
    rf"(?:{_MONTH.title()})\b(?:\s+\d{{1,2}}\b)?(?!\s*,?\s*(?:of\s+)?\d)"
)


def _read_table(found: Evidence, block: Block, settings: Dating) -> None:
    """Years above columns count as often as there are rows, years before rows once."""
    body = min(len(block.rows) - block.heads, settings.table_rows)
    heads = {s.year for row in block.rows[: block.heads] for cell in row for s in _whole(cell.text)}
    for year in heads:
        found.sentences[year] += body
        found.figures[year] += body
    for row in block.rows[block.heads :]:
        for stretch in _whole(row[0].text if row else ""):
            found.sentences[stretch.year] += 1
            found.figures[stretch.year] += 1


def _whole(text: str) -> Iterator[Stretch]:
    """The stretches in a cell that is little more than a date."""
    if len(text) <= _CELL:
        yield from (s for s in stretches(text) if s.form is not Form.YEARS)


_CELL: Final = 40  # characters of a cell that may be a date: "Year ended 30 September 2022"
