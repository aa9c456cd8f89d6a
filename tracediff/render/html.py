"""HTML: a Report as one self-contained page that asks nobody for anything.

The page is complete without scripts. Its policy allows only the style and the script that it
carries, by their hashes; all tags stand in the templates, all words in ``strings``.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tracediff.model import Finding, Point, Report, Rule, Series, Side, Story
from tracediff.render import beside, charts
from tracediff.render.appendix import one_sided, scale_words
from tracediff.render.front import side_heading
from tracediff.render.options import Options
from tracediff.render.passages import Passages, Quote, passages
from tracediff.render.remarks import facets
from tracediff.render.visible import visible
from tracediff.version import __version__
from tracediff.wording import values
from tracediff.wording.strings import TEXT, count, say

if TYPE_CHECKING:
    from jinja2 import Environment

FIRST: Final = 10  # stories on the first screen; the others are one click away
_PARTS: Final = 6  # findings of a story that are shown with it,
_FEWER: Final = 2  # of those that are one click away;
_QUOTED: Final = 150  # of later ones, as many as in long reports, the page has headline and context
LONG: Final = 300  # links from which on a browser lays out only what it shows


@dataclass(frozen=True, slots=True)
class CardPart:
    """A finding of a story as the page shows it: what it says, and the quotes not shown before."""

    finding: Finding
    quotes: tuple[Quote, ...]
    alone: Side | None
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A story as the page shows it.

    ``kinds`` are the letters of its kinds of findings, ``context`` leads to its first sentence,
    ``section`` to its section, ``figure`` to its row among the figures.
    """

    ident: str
    rank: int
    story: Story
    parts: tuple[CardPart, ...]
    kinds: str
    context: str
    section: str
    figure: str


@dataclass(frozen=True, slots=True)
class ShownPoint:
    """One point of a series in words, and where its sentence stands."""

    when: str
    what: str
    side: Side
    target: str
    place: str
    restated: bool


@dataclass(frozen=True, slots=True)
class ChangedFigure:
    """A changed series as the page shows it; ``weight`` is its change as a number to sort by."""

    ident: str
    series: Series
    chart: charts.Chart
    values: tuple[ShownPoint, ...]
    before: str
    after: str
    difference: str
    weight: float
    label: str
    section: str


def write(report: Report, options: Options) -> str:
    """The page for a report; raises ``ValueError`` where the logo is not an inlined picture."""
    if options.logo and not options.logo.startswith("data:image/"):
        raise ValueError("the logo must be inlined as data:image/…")
    there = passages(report)
    groups = beside.lay_out(there)
    ids = beside.section_ids(groups)
    figures = _figures(report)
    rows = {figure.series.measure: figure.ident for figure in reversed(figures)}
    cards = tuple(_cards(there, _listed(report.listed), ids, rows, "s"))
    slips = tuple(_cards(there, enumerate(report.checks, 1), ids, rows, "c"))
    homes = _homes(report, cards)
    idents = {id(card.story): card.ident for card in cards}
    idents |= {id(card.story): card.context for card in slips}
    style, script = _style(report), _asset("report.js")
    return _fill(
        "report.html",
        policy=_policy(style, script),
        style=style,
        script=script,
        report=report,
        options=options,
        title=options.title or report.new.title or report.new.name,
        years=_years(report),
        old_name=report.labels[0],
        new_name=report.labels[1],
        cards=cards,
        checks=slips,
        target=lambda story: idents.get(id(story), ""),
        cards_of=lambda row: _cards_of(row, homes),
        first=FIRST,
        figures=figures,
        groups=groups,
        long=len(report.links) > LONG,
        scale=scale_words(report),
        one_sided=[(side, one_sided(report, side)) for side in Side],
        heading=lambda side: side_heading(report, side),
        section_ids=ids,
        strip=charts.strip(report.sections),
        section_links=_section_links(report, ids),
        rules=_rules(report),
        kinds=[letter for letter in "NCSAD" if any(letter in c.kinds for c in cards)],
        section_numbers=_numbered(story.topic for story in report.stories),
        shapes_bar=charts.stack(report.link_counts),
    )


def fragment(report: Report, options: Options) -> str:
    """The summary and the changed figures, for a notebook."""
    return _fill(
        "notebook.html",
        report=report,
        title=f"{report.new.title or report.new.name}, {_years(report)}",
        old_name=report.labels[0],
        new_name=report.labels[1],
        figures=_figures(report)[:12],
        stories=report.listed[:5],
    )


def template(name: str) -> str:
    """A template's text, from the wheel or from beside the package in a checkout."""
    packed = resources.files("tracediff").joinpath("templates", name)
    if packed.is_file():
        return packed.read_text(encoding="utf-8")
    return (Path(__file__).parents[2] / "templates" / name).read_text(encoding="utf-8")


def _fill(name: str, **values: object) -> str:
    return _environment().get_template(name).render(**values)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        loader=FunctionLoader(template),
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_show,
    )
    environment.globals.update(
        t=TEXT, say=say, count=count, Side=Side,
        figure=values.figure, signed=values.signed,
        shares=charts.shares, width=charts.WIDTH, height=charts.HEIGHT,
        version=__version__,
    )  # fmt: skip
    return environment


def _show(value: Any) -> Any:
    """Make what would act unseen visible, in every text that a template puts out."""
    return value if hasattr(value, "__html__") or not isinstance(value, str) else visible(value)


def _asset(name: str) -> Any:
    """A style or script of the templates, to be put in as it stands."""
    from markupsafe import Markup

    return Markup(template(name))


def _style(report: Report) -> Any:
    """The style, with the words that it says as its own properties."""
    from markupsafe import Markup

    words: Mapping[str, str] = {
        "old": report.labels[0],
        "new": report.labels[1],
        **{name: TEXT[name] for name in ("ins_start", "ins_end", "del_start", "del_end")},
    }
    says = "".join(f"--{name.replace('_', '-')}:{_css(text)};" for name, text in words.items())
    return Markup(f":root{{{says}}}\n") + _asset("report.css")


def _css(text: str) -> str:
    """A text as a string of a style sheet, all but plain letters written by their numbers."""
    plain = (c if c.isascii() and c.isalnum() else f"\\{ord(c):06x}" for c in visible(text))
    return f'"{"".join(plain)}"'


def _policy(style: str, script: str) -> str:
    return (
        "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; "
        f"style-src '{_hash(style)}'; script-src '{_hash(script)}'"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(str(text).encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def _listed(stories: Sequence[Story]) -> Iterator[tuple[int, Story]]:
    """The stories that are cards, with their places: what only one edition says has its own list.

    The first ones are shown whatever they are.
    """
    for rank, story in enumerate(stories, start=1):
        if rank <= FIRST or any((f.old and f.new) or f.rule.id[0] != "C" for f in story.findings):
            yield rank, story


def _years(report: Report) -> str:
    return " → ".join(report.labels)


def _cards(
    there: Passages,
    stories: Iterable[tuple[int, Story]],
    section_ids: Mapping[tuple[Side, int], str],
    rows: Mapping[str, str],
    prefix: str,
) -> Iterator[Card]:
    idents: set[str] = set()
    for rank, story in stories:
        first = story.findings[0]
        ident = f"{prefix}-{first.fingerprint or rank}"
        while ident in idents:
            ident += "-"
        idents.add(ident)
        own = first.new or first.old
        yield Card(
            ident=ident,
            rank=rank,
            story=story,
            parts=tuple(_parts(there, story, _shown_parts(rank))),
            kinds="".join(dict.fromkeys(finding.rule.id[0] for finding in story.findings)),
            context=f"{own.side[0]}{own.sentence}" if own else "",
            section=_section_id(there, first, section_ids),
            figure=rows.get(first.measure, "") if first.measure else "",
        )


def _shown_parts(rank: int) -> int:
    """How many findings of a story are quoted in it; of the last ones the page has the context."""
    if rank > _QUOTED:
        return 0
    return _PARTS if rank <= FIRST else _FEWER


def _parts(there: Passages, story: Story, most: int) -> Iterator[CardPart]:
    """The first findings of a story, each sentence quoted once."""
    shown: set[tuple[Side, int]] = set()
    for finding in story.findings[:most]:
        quotes = tuple(q for q in there.quotes(finding) if (q.side, q.sentence) not in shown)
        shown.update((quote.side, quote.sentence) for quote in quotes)
        yield CardPart(finding, quotes, _alone(there, finding), tuple(facets(finding)))


def _homes(report: Report, cards: Iterable[Card]) -> dict[int, Card]:
    """The story that each finding is told in, by the number of the finding."""
    told = {id(finding): card for card in cards for finding in card.story.findings}
    return {
        at: told[id(finding)] for at, finding in enumerate(report.findings) if id(finding) in told
    }


def _cards_of(row: beside.LinkRow, homes: Mapping[int, Card]) -> tuple[Card, ...]:
    """The stories that stand in the margin of a row, each once."""
    told = {homes[at].ident: homes[at] for at in row.findings if at in homes}
    return tuple(told.values())


def _section_id(
    there: Passages, finding: Finding, section_ids: Mapping[tuple[Side, int], str]
) -> str:
    own = finding.new or finding.old
    if own is None:
        return ""
    return section_ids.get((own.side, there.edition(own.side).sentences[own.sentence].section), "")


def _alone(there: Passages, finding: Finding) -> Side | None:
    """The side on which nothing answers to the only evidence of a finding."""
    found = [one for one in (finding.old, finding.new) if one is not None]
    if len(found) != 1 or len(there.quotes(finding)) != 1:
        return None
    return Side.NEW if found[0].side is Side.OLD else Side.OLD


def _figures(report: Report) -> tuple[ChangedFigure, ...]:
    return tuple(_figure(report, at, one) for at, one in enumerate(report.changed_series))


def _figure(report: Report, at: int, series: Series) -> ChangedFigure:
    old, new = series.ends
    change = series.change
    return ChangedFigure(
        ident=f"g{at}",
        series=series,
        chart=charts.draw(report, series),
        values=tuple(
            _value(report, point, number in series.restated)
            for number, point in enumerate(series.points)
        ),
        before=values.figure(old.fact),
        after=values.figure(new.fact),
        difference=values.difference(change, series.unit)
        if series.comparable
        else say("periods_differ"),
        weight=float(change.relative) if change.relative is not None else 0.0,
        label=say("chart_label", measure=series.name, points=values.points(series.points)),
        section=_home_of(report, new),
    )


def _home_of(report: Report, point: Point) -> str:
    edition = report.old if point.side is Side.OLD else report.new
    return edition.section_of(edition.sentences[point.fact.sentence]).title


def _value(report: Report, point: Point, restated: bool) -> ShownPoint:
    edition = report.old if point.side is Side.OLD else report.new
    sentence = edition.sentences[point.fact.sentence]
    return ShownPoint(
        when=values.when(point.fact),
        what=values.figure(point.fact),
        side=point.side,
        target=f"{point.side[0]}{point.fact.sentence}",
        place=say(
            "from_edition", edition=report.label(point.side), place=say("line", line=sentence.line)
        ),
        restated=restated,
    )


def _section_links(report: Report, section_ids: Mapping[tuple[Side, int], str]) -> tuple[str, ...]:
    """Where each row of the section table leads."""
    return tuple(
        section_ids.get((Side.NEW, one.new), "")
        if one.new is not None
        else section_ids.get((Side.OLD, one.old), "")
        if one.old is not None
        else ""
        for one in report.sections
    )


def _numbered(names: Iterable[str]) -> dict[str, int]:
    """Each name once, with a number to call it by."""
    return {name: at for at, name in enumerate(dict.fromkeys(names))}


def _rules(report: Report) -> tuple[Rule, ...]:
    """The kinds of findings in a report, in the order of their names."""
    kinds = {finding.rule.id: finding.rule for finding in report.findings}
    return tuple(kinds[name] for name in sorted(kinds))
