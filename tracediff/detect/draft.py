"""What an editor would be ashamed of: stale periods and figures that were carried over."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from decimal import Decimal
from difflib import SequenceMatcher

from tracediff.detect.phrasing import (
    evidence,
    heading,
    section_title,
    sentence_evidence,
    value_words,
)
from tracediff.lexicon.calendar import MONTHS
from tracediff.model import (
    BlockKind,
    Comparison,
    Evidence,
    Fact,
    FactKind,
    Finding,
    Link,
    LinkKind,
    Reading,
    Severity,
    Side,
    Span,
    Status,
)
from tracediff.model.syntax import Tense
from tracediff.rules import RULES
from tracediff.settings import Detecting
from tracediff.syntax import parse
from tracediff.text.words import tokens
from tracediff.wording.values import significant

# A figure of three digits that count, or two figures of two, do not come twice by chance; 40 or
# 3,000 may.
_TELLING = 3
_STRETCH = 6  # words and figures in a row that are no chance
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?!\d|[.,]\d)")


def stale_period(comparison: Comparison, settings: Detecting) -> Iterator[Finding]:
    """D501: word for word as last year, and still speaking of last year as the present."""
    old, new = comparison.old, comparison.new
    before, now = old.edition.year, new.edition.year
    if before is None or now is None or before >= now:
        return
    for link in _kept(comparison):
        sentence = new.edition.sentences[link.new[0]]
        if sentence.kind is BlockKind.REFERENCE:
            continue
        dated = _ANY_YEAR.search(sentence.text) is not None
        match = _PRESENT.search(sentence.text) if dated else None
        year = int(match.group("year") or match.group("opening")) if match else 0
        if match is not None and _is_stale(match, year, before, now):
            said = f"and still speaks of {year}: “{match[0]}”"
            pressing = (match.group("lead") or "at").casefold() != "at"
            yield _stale(comparison, link, match, year, said, settings, pressing=pressing)
            continue
        until = any(lead in sentence.text for lead in _LEADS)
        month = _BARE_MONTH.search(sentence.text) if until else None
        if month is not None and not _YEAR.search(sentence.text) and not _is_past(month):
            said = f"though a year has passed: “{month[0]}”"
            yield _stale(comparison, link, month, before, said, settings, pressing=False)
            continue
        if not dated:
            continue
        due = next((m for m in _TARGET.finditer(sentence.text) if _came(m, before, now)), None)
        if due is not None:
            said = f"though the time that it names has come: “{due[0]}”"
            year = int(due.group(1))
            yield _stale(comparison, link, due, year, said, settings, pressing=False)


_MONTH = "|".join(month.title() for month in MONTHS if len(month) > 3 or month == "may")
_PRESENT = re.compile(
    r"\b(?P<lead>as of|at|by|by the end of|until|through)\s+(?:the\s+end\s+of\s+)?"
    r"(?:\d{1,2}\s+)?(?:[A-Z][a-z]+\s+)?(?:\d{1,2},\s*)?(?P<year>(?:19|20)\d\d)\b"
    r"|^(?:In|During)\s+(?P<opening>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_ANY_YEAR = re.compile(r"(?:19|20)\d\d")
_LEADS = (
    "s of",
    "end of",
    "ntil",
    "hrough",
)  # of a month, without the letter that may be a capital
_BARE_MONTH = re.compile(
    rf"\b(?P<lead>[Aa]s of|[Aa]t the end of|[Bb]y the end of|[Uu]ntil|[Tt]hrough)\s+"
    rf"(?:\d{{1,2}}\s+)?(?:late |early |mid-)?(?:{_MONTH})\b(?!\s+\d{{4}}|\s+\d{{1,2}},\s+\d{{4}})"
)


def _is_past(month: re.Match[str]) -> bool:
    """Whether a month ends what is told as past: "did not sail until March"."""
    if month["lead"].casefold() not in ("until", "through"):
        return False
    p = parse(month.string)
    verbs = [verb for verb in p.verbs if p.tokens.start[verb.first] < month.start() and verb.finite]
    return bool(verbs) and verbs[-1].tense is Tense.PAST


def _is_stale(match: re.Match[str], year: int, before: int, now: int) -> bool:
    """Whether a day or year that was the present for the old edition no longer is.

    A report may give data for the year before the one in its title, so that "as of" a day of that
    year was its present too. What a sentence opens with ("In 2019 …") may be history then.
    """
    lead = (match.group("lead") or "").casefold()
    return before - (lead == "as of") <= year < now and (lead == "as of" or year == before)


_TARGET = re.compile(
    r"\b(?:by|until|before|no later than)\s+(?:the end of\s+)?(?:[A-Z][a-z]+\s+)?((?:19|20)\d\d)\b"
)


def _came(target: re.Match[str], before: int, now: int) -> bool:
    """Whether a target lay ahead of the old edition and does no more of the new one."""
    return before < int(target.group(1)) <= now


def _stale(
    comparison: Comparison,
    link: Link,
    match: re.Match[str],
    year: int,
    said: str,
    settings: Detecting,
    *,
    pressing: bool,
) -> Finding:
    index = link.new[0]
    return Finding(
        rule=RULES["D501"],
        severity=Severity.WARNING if pressing else Severity.NOTE,
        message=f"Carried over word for word, {said}.",
        section=section_title(comparison.new, index),
        old=sentence_evidence(Side.OLD, comparison.old, link.old[0]),
        new=Evidence(Side.NEW, index, Span(*match.span()), match.group()),
        period=str(year),
        values=(match.group(),),
        magnitude=settings.sizes["D501"] * (1.0 if pressing else settings.milder),
        certainty=settings.sure["D501"],
    )


def figure_carried_over(comparison: Comparison, settings: Detecting) -> Iterator[Finding]:
    """D502: the year was rolled forward and the figure stayed, or both stayed."""
    old, new = comparison.old, comparison.new
    years = old.edition.year, new.edition.year
    if years[0] is None or years[1] is None or years[0] >= years[1]:
        return
    before_facts, facts = _by_sentence(old.facts), _by_sentence(new.facts)
    for link in comparison.alignment.links:
        if len(link.old) != 1 or len(link.new) != 1:
            continue
        before, after = old.edition.sentences[link.old[0]], new.edition.sentences[link.new[0]]
        own = facts.get(after.index, [])
        rolled = False
        if own and link.kind is LinkKind.EDITED and _worded(before.text) != _worded(after.text):
            stayed = {(f.value, f.unit) for f in before_facts.get(before.index, ())}
            if _is_updated(own, stayed, new):
                continue
            copied = _rolled(before.text, after.text)
            own = [
                fact
                for fact in own
                if copied.start <= fact.at.start and fact.at.end <= copied.end
                if (fact.value, fact.unit) in stayed
            ]
            rolled = True
        figure = _own_figure(own, new)
        if figure is not None and not (rolled and _is_of_a_day(figure)):
            yield _carried(comparison, link, figure, rolled, settings)


def _is_of_a_day(fact: Fact) -> bool:
    """Whether a figure tells what was there on one day: what is held may well stay what it was."""
    return fact.period is not None and (fact.period.as_of or fact.period.days <= 1)


def _is_updated(
    facts: Iterable[Fact], stayed: Collection[tuple[Decimal | None, str | None]], reading: Reading
) -> bool:
    """Whether a figure of a sentence is new for the edition's year: what stays beside it stays."""
    return any(
        (fact.value, fact.unit) not in stayed
        for fact in facts
        if fact.year == reading.edition.year and fact.value is not None and fact.part_of is None
    )


def _by_sentence(facts: Iterable[Fact]) -> dict[int, list[Fact]]:
    found: dict[int, list[Fact]] = {}
    for fact in facts:
        found.setdefault(fact.sentence, []).append(fact)
    return found


def figure_stayed(comparison: Comparison, settings: Detecting) -> Iterator[Finding]:
    """D502: a measure has the very value of the year before, for the same months a year later.

    The words around it may have been edited, so that no stretch of the sentence was copied.
    """
    edited = {
        (link.old[0], link.new[0]): link
        for link in comparison.alignment.links
        if link.kind is LinkKind.EDITED and len(link.old) == len(link.new) == 1
    }
    for series in comparison.series:
        before, now = (point.fact for point in series.ends)
        link = edited.get((before.sentence, now.sentence))
        if link is None or not _stayed(before, now) or _own_figure([now], comparison.new) is None:
            continue
        was = comparison.old.edition.sentences[before.sentence].text
        text = comparison.new.edition.sentences[now.sentence].text
        copied = _rolled(was, text)
        if _worded(was) != _worded(text) and not copied.start <= now.at.start < copied.end:
            yield _carried(comparison, link, now, True, settings)


def _stayed(before: Fact, now: Fact) -> bool:
    """Whether two figures of prose are one value for the same months of two years."""
    if before.table is not None or now.table is not None or not before.period or not now.period:
        return False
    one, two = before.period, now.period
    same = (before.value, before.unit, before.bound) == (now.value, now.unit, now.bound)
    months = (one.start.month, one.end.month) == (two.start.month, two.end.month)
    later = two.start.year > one.start.year and one.days <= _STRETCH_OF_MONTHS
    return same and months and later and not _is_of_a_day(now)


_STRETCH_OF_MONTHS = 340  # days; what stays in a whole year may be a level that does not move


def _kept(comparison: Comparison) -> Iterator[Link]:
    """The links of one sentence to one that says the same, a mark or so aside."""
    old, new = comparison.old.edition.sentences, comparison.new.edition.sentences
    for link in comparison.alignment.links:
        if len(link.old) == len(link.new) == 1:
            before, after = old[link.old[0]].text, new[link.new[0]].text
            if link.kind is LinkKind.KEPT or _worded(before) == _worded(after):
                yield link


_MARK = re.compile(r"(?<!\d)[,;:.()“”\"'’]|[,;:.()“”\"'’](?!\d)")


def _worded(text: str) -> list[str]:
    """The words and figures of a text without its marks."""
    return _MARK.sub(" ", text.casefold()).split()


def _rolled(before: str, after: str) -> Span:
    """The longest stretch of the new text that is the old one with its year rolled forward.

    It is empty where no stretch of several words holds such a year.

    >>> text = "In 2023, the mint struck 48 coins and opened a shop."
    >>> at = _rolled("In 2022 the mint struck 48 coins.", text)
    >>> text[at.start : at.end]
    'In 2023, the mint struck 48 coins'
    """
    olds, news = ([t for t in tokens(text) if t.text[0].isalnum()] for text in (before, after))
    one, two = (["#" if _YEAR.fullmatch(t.text) else t.text for t in side] for side in (olds, news))
    longest = SequenceMatcher(None, one, two, autojunk=False).find_longest_match()
    pairs = range(longest.size)
    moved = (olds[longest.a + i].text != news[longest.b + i].text for i in pairs)
    if longest.size < _STRETCH or not any(moved):
        return Span(0, 0)
    return Span(news[longest.b].start, news[longest.b + longest.size - 1].end)


def _own_figure(facts: list[Fact], reading: Reading) -> Fact | None:
    """The largest figure that the sentence gives for the edition's own year, where the figures
    together have so many digits that they cannot have stayed the same by chance."""
    own = [
        f
        for f in facts
        if f.kind in (FactKind.LEVEL, FactKind.SHARE)
        and f.status is Status.REPORTED
        and f.year == reading.edition.year
        and f.value is not None
        and f.same_as is None
        and any(c.isdigit() for c in f.quote)
    ]
    values = {f.index: f.value for f in own if f.value is not None}
    digits = [significant(value) for value in {*values.values()}]
    telling = max(digits, default=0) >= _TELLING or (
        sum(held for held in digits if held > 1) > _TELLING
    )
    return max(own, key=lambda f: (values[f.index], -f.index)) if telling else None


def _carried(
    comparison: Comparison, link: Link, figure: Fact, rolled: bool, settings: Detecting
) -> Finding:
    share = 1.0 if rolled else settings.milder
    year = comparison.new.edition.year
    text = (
        f"only the year was rolled forward; {value_words(figure)} is last year’s figure"
        if rolled
        else f"{value_words(figure)} is carried over unchanged from last year’s edition"
    )
    return Finding(
        rule=RULES["D502"],
        severity=Severity.WARNING if rolled else Severity.NOTE,
        message=f"{heading(comparison.new, figure)}: {text}.",
        section=section_title(comparison.new, figure.sentence),
        old=sentence_evidence(Side.OLD, comparison.old, link.old[0]),
        new=evidence(Side.NEW, comparison.new, figure),
        measure=figure.measure,
        period=str(year),
        values=(str(figure.value),),
        magnitude=settings.sizes["D502"] * share,
        certainty=settings.sure["D502"] * share,
    )


DRAFT_DETECTORS = (stale_period, figure_carried_over, figure_stayed)
