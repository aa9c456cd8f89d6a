"""Reports made by hand about Veldmark, a country that does not exist."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from tracediff.model import (
    Alignment,
    BlockKind,
    Bound,
    Change,
    Comparison,
    Edition,
    Evidence,
    Fact,
    Finding,
    Ledger,
    Link,
    Paragraph,
    Period,
    Point,
    Reading,
    Report,
    Section,
    SectionChange,
    SectionLink,
    Sentence,
    Series,
    Side,
    Span,
    Status,
)
from tracediff.rules import RULES
from tracediff.settings import Settings
from tracediff.stories import brief, checks, tell

Outline = Sequence[tuple[str, Sequence[Sequence[str]]]]

OLD: Outline = (
    (
        "Inspections",
        (
            (
                "The labor inspectorate employed 412 inspectors in 2021.",
                "Inspectors visited 6,340 workplaces, including 118 quarries.",
                "The government provided temporary residence permits to 60 workers in 2021.",
                "Inspectors must visit every quarry twice a year.",
            ),
            (
                "Inspectors received training on child labor in agriculture.",
                "The training lasted five days and took place in the capital.",
                "Trainers came from three universities.",
                "Participants received a certificate.",
                "The inspectorate published its training manual.",
            ),
        ),
    ),
    (
        "Prosecution",
        (
            (
                "Courts convicted 14 traffickers in 2021, compared with 9 in 2020.",
                "All shelters stayed open throughout the year.",
                "Prosecutors drafted a law on recruitment fees.",
            ),
        ),
    ),
    (
        "Prevention",
        (
            (
                "The ministry ran an awareness campaign in all eight provinces.",
                "A hotline received 2,204 calls.",
            ),
        ),
    ),
)

NEW: Outline = (
    (
        "Inspections",
        (
            (
                "The labor inspectorate employed 389 inspectors in 2022.",
                "Inspectors visited 6,120 workplaces.",
                "They also visited 131 quarries during the first half of 2022.",
                "The government did not report providing residence permits to any workers in 2022.",
                "Inspectors should visit every quarry twice a year.",
            ),
            (
                "Inspectors received training on child labor in agriculture.",
                "The training lasted five days and took place in the capital.",
                "Trainers came from three universities.",
                "Participants received a certificate.",
                "The inspectorate published its training manual.",
            ),
        ),
    ),
    (
        "Prosecution",
        (
            (
                "Courts convicted at least 11 traffickers in 2022, compared with 17 in 2021.",
                "Some shelters stayed open throughout the year.",
                "Parliament adopted a law on recruitment fees.",
                "A hotline received 2,204 calls.",
                "The ministry opened a register of recruiters at <b>register.example</b> | it says",
            ),
        ),
    ),
)

# Old sentences beside new ones, by number; the hotline moved from Prevention to Prosecution.
LINKS: Sequence[tuple[tuple[int, ...], tuple[int, ...], bool]] = (
    ((0,), (0,), False),
    ((1,), (1, 2), False),
    ((2,), (3,), False),
    ((3,), (4,), False),
    *(((n,), (n + 1,), False) for n in range(4, 9)),
    ((9,), (10,), False),
    ((10,), (11,), False),
    ((11,), (12,), False),
    ((12,), (), False),
    ((13,), (13,), True),
    ((), (14,), False),
)


def edition(name: str, year: int, outline: Outline, notes: tuple[str, ...] = ()) -> Edition:
    """An edition with one line for each heading and paragraph."""
    text, line = "", 1
    sections: list[Section] = []
    paragraphs: list[Paragraph] = []
    sentences: list[Sentence] = []
    for number, (title, blocks) in enumerate(outline):
        sections.append(
            Section(number, title, 1, Span(len(text), len(text) + len(title)), (title,))
        )
        text, line = f"{text}{title}\n", line + 1
        for block in blocks:
            first, opened = len(sentences), len(text)
            for words in block:
                span = Span(len(text), len(text) + len(words))
                sentences.append(
                    Sentence(len(sentences), words, span, number, len(paragraphs), line)
                )
                text += words + " "
            paragraphs.append(
                Paragraph(
                    len(paragraphs),
                    number,
                    BlockKind.PARAGRAPH,
                    Span(opened, len(text) - 1),
                    first,
                    len(sentences),
                )
            )
            text, line = text[:-1] + "\n", line + 1
    return Edition(
        name=name,
        path=f"reports/{name}.txt",
        format="text",
        year=year,
        year_reason=f"the file name says {year}",
        period=_year(year),
        text=text,
        title=f"Labor in Veldmark {year}",
        sections=tuple(sections),
        paragraphs=tuple(paragraphs),
        sentences=tuple(sentences),
        notes=notes,
    )


def report(old: Edition | None = None, new: Edition | None = None) -> Report:
    """The comparison of the two editions with findings of several kinds."""
    old = old or edition("veldmark-2021", 2021, OLD)
    new = new or edition("veldmark-2022", 2022, NEW, ("Page 3 is a picture and was not read.",))
    facts = _old_facts(old), _new_facts(new)
    comparison = Comparison(
        Reading(old, facts[0], ()),
        Reading(new, facts[1], ()),
        Alignment(
            tuple(_link(old, new, *link) for link in LINKS),
            (SectionLink(0, 0, 0.9), SectionLink(1, 1, 0.8), SectionLink(2, None)),
        ),
        _series(*facts),
    )
    return told(
        Report(
            comparison,
            _findings(old, new, *facts),
            sections=(
                SectionChange("Inspections", 5, 4, 0, 0, 0, 5, 0, 0),
                SectionChange("Prosecution", 1, 3, 1, 0, 1, 4, 1, 1),
                SectionChange("Prevention", 0, 0, 0, 1, 0, 2, 2, None),
            ),
            quiet={"C308": 2},
            summary=(
                "Residence permits went to 60 workers in 2021; for 2022 the report does not say.",
                "Convictions fell from 14 to at least 11, and the figure for 2021 is now 17.",
                "The section “Prevention” is gone.",
            ),
        )
    )


def told(made: Report) -> Report:
    """A report with the stories and checks that its open findings make."""
    settings = Settings()
    stories = tell(made.comparison, made.open, settings)
    slips = checks(made.comparison, made.open, settings)
    briefing = brief(made.comparison, stories, slips)
    return replace(made, stories=stories, checks=slips, briefing=briefing)


def empty(text: str = "Nothing changed here.") -> Report:
    """An edition compared with itself."""
    one = edition("veldmark-2021", 2021, (("Only section", ((text,),)),))
    reading = Reading(one, (), ())
    links = (Link((0,), (0,), 1.0),)
    alignment = Alignment(links, (SectionLink(0, 0, 1.0),))
    changes = (SectionChange("Only section", kept=1, old=0, new=0),)
    return Report(Comparison(reading, reading, alignment, ()), (), changes)


def _link(
    old: Edition, new: Edition, left: tuple[int, ...], right: tuple[int, ...], moved: bool
) -> Link:
    before = " ".join(old.sentences[n].text for n in left)
    after = " ".join(new.sentences[n].text for n in right)
    if not left or not right:
        return Link(left, right)
    if before == after:
        return Link(left, right, 1.0, moved, ("same words",))
    return Link(left, right, 0.7, moved, ("figures", "neighbours"))


def _year(year: int) -> Period:
    return Period(date(year, 1, 1), date(year, 12, 31), str(year))


def _fact(
    one: Edition,
    index: int,
    sentence: int,
    quote: str,
    measure: str,
    period: Period,
    number: int | None,
    status: Status = Status.REPORTED,
    bound: Bound = Bound.EXACT,
    unit: str | None = None,
) -> Fact:
    where = one.sentences[sentence]
    start = where.text.index(quote)
    at = Span(start, start + len(quote))
    amount = None if number is None else Decimal(number)
    return Fact(
        index, sentence, at, where.locate(at), quote, amount, unit,
        measure.split()[-1], measure, period, status, bound,
    )  # fmt: skip


def _old_facts(one: Edition) -> tuple[Fact, ...]:
    y21, y20 = _year(2021), _year(2020)
    return (
        _fact(one, 0, 0, "412", "labor inspectors", y21, 412),
        _fact(one, 1, 1, "6,340", "workplaces visited", y21, 6340),
        _fact(one, 2, 1, "118", "quarries visited", y21, 118),
        _fact(one, 3, 2, "60", "residence permits for workers", y21, 60),
        _fact(one, 4, 9, "14", "traffickers convicted", y21, 14),
        _fact(one, 5, 9, "9", "traffickers convicted", y20, 9),
        _fact(one, 6, 13, "2,204", "hotline calls", y21, 2204),
    )


def _new_facts(one: Edition) -> tuple[Fact, ...]:
    y22, y21 = _year(2022), _year(2021)
    half = Period(date(2022, 1, 1), date(2022, 6, 30), "first half of 2022")
    gone, least = Status.NOT_REPORTED, Bound.AT_LEAST
    return (
        _fact(one, 0, 0, "389", "labor inspectors", y22, 389),
        _fact(one, 1, 1, "6,120", "workplaces visited", y22, 6120),
        _fact(one, 2, 2, "131", "quarries visited", half, 131),
        _fact(one, 3, 3, "did not report", "residence permits for workers", y22, None, gone),
        _fact(one, 4, 10, "11", "traffickers convicted", y22, 11, bound=least),
        _fact(one, 5, 10, "17", "traffickers convicted", y21, 17),
        _fact(one, 6, 13, "2,204", "hotline calls", y22, 2204),
    )


def _series(old: tuple[Fact, ...], new: tuple[Fact, ...]) -> tuple[Series, ...]:
    points: dict[str, list[Point]] = {}
    for side, facts in ((Side.OLD, old), (Side.NEW, new)):
        for fact in facts:
            points.setdefault(fact.measure, []).append(Point(side, fact))
    return tuple(
        Series(measure, None, tuple(sorted(some, key=_in_time))) for measure, some in points.items()
    )


def _in_time(point: Point) -> tuple[date, bool]:
    assert point.fact.period is not None
    return point.fact.period.end, point.side is Side.NEW


def _findings(
    old: Edition, new: Edition, before: tuple[Fact, ...], after: tuple[Fact, ...]
) -> tuple[Finding, ...]:
    def of(fact: Fact, side: Side) -> Evidence:
        return Evidence(side, fact.sentence, fact.at, fact.quote, fact.index)

    def words(one: Edition, side: Side, sentence: int, quote: str) -> Evidence:
        start = one.sentences[sentence].text.index(quote)
        return Evidence(side, sentence, Span(start, start + len(quote)), quote)

    def find(
        rule: str,
        message: str,
        section: str,
        left: Evidence | None,
        right: Evidence | None,
        change: Change | None = None,
        measure: str = "",
        facets: tuple[Finding, ...] = (),
    ) -> Finding:
        return Finding(
            RULES[rule], RULES[rule].severity, message, section, left, right, change, measure,
            fingerprint=f"{rule.lower()}-{len(message):04x}", facets=facets,
        )  # fmt: skip

    def values(left: int, right: int, measure: str = "") -> Change:
        return Change(before[left].value, after[right].value)

    def pair(n: int) -> tuple[Evidence, Evidence]:
        return of(before[n], Side.OLD), of(after[n], Side.NEW)

    return (
        find(
            "N103",
            "Residence permits for workers: 60 in 2021, not reported in 2022.",
            "Inspections", *pair(3), values(3, 3), "residence permits for workers",
        ),
        find(
            "N105",
            "Traffickers convicted in 2021: 14 in the earlier edition, now 17.",
            "Prosecution", of(before[4], Side.OLD), of(after[5], Side.NEW), values(4, 5),
            "traffickers convicted",
            (find("N101", "Traffickers convicted: at least 11 in 2022.", "Prosecution", *pair(4)),),
        ),
        find(
            "A203",
            "Convictions are set beside a larger figure for the year before.",
            "Prosecution",
            words(new, Side.NEW, 10, "compared with"), words(new, Side.NEW, 10, "17 in 2021"),
        ),
        find(
            "S401", "The section “Prevention” is gone.", "Prevention",
            words(old, Side.OLD, 12, OLD[2][1][0][0]), None,
        ),
        find(
            "N106", "Quarries visited: 118 in 2021, 131 in the first half of 2022 only.",
            "Inspections", *pair(2), values(2, 2), "quarries visited",
        ),
        find(
            "C304", "“must visit” became “should visit”.", "Inspections",
            words(old, Side.OLD, 3, "must"), words(new, Side.NEW, 4, "should"),
        ),
        find(
            "C303", "“All shelters” became “some shelters”.", "Prosecution",
            words(old, Side.OLD, 10, "All"), words(new, Side.NEW, 11, "Some"),
        ),
        find(
            "N101", "Labor inspectors: 412 in 2021, 389 in 2022.", "Inspections",
            *pair(0), values(0, 0), "labor inspectors",
        ),
        find(
            "N101", "Workplaces visited: 6,340 in 2021, 6,120 in 2022.", "Inspections",
            *pair(1), values(1, 1), "workplaces visited",
        ),
        find(
            "C306", "The awareness campaign is no longer mentioned.", "Prevention",
            words(old, Side.OLD, 12, "ran an awareness campaign"), None,
        ),
        find(
            "C305", "The law on recruitment fees went from drafted to adopted.", "Prosecution",
            words(old, Side.OLD, 11, "drafted"), words(new, Side.NEW, 12, "adopted"),
        ),
        find(
            "C307", "A register of recruiters is mentioned for the first time.", "Prosecution",
            None, words(new, Side.NEW, 14, "opened a register of recruiters"),
        ),
    )  # fmt: skip


def ledger() -> Ledger:
    """The new edition alone, with the series that it gives."""
    made = report().comparison
    own = tuple(
        replace(series, points=points)
        for series in made.series
        if len(points := tuple(p for p in series.points if p.side is Side.NEW)) > 1
    )
    return Ledger(made.new, own)
