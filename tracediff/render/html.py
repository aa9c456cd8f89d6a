"""HTML: a Report as one self-contained page that asks nobody for anything.

The page is complete without scripts. Its policy allows only the style and the script that it
carries, by their hashes; all tags stand in the templates, all words in ``strings``.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tracediff.model import Finding, Point, Report, Rule, Series, Severity, Side
from tracediff.render import beside, charts
from tracediff.render.options import Options
from tracediff.render.passages import Passages, Quote, passages
from tracediff.render.visible import visible
from tracediff.wording import values
from tracediff.wording.strings import TEXT, count, say

if TYPE_CHECKING:
    from jinja2 import Environment

FIRST: Final = 10  # findings on the first page; the others are one click away
_MARGIN: Final = 110  # characters of a finding that stand in the margin beside its sentence
LONG: Final = 300  # links from which on a browser lays out only what it shows


@dataclass(frozen=True, slots=True)
class Card:
    """A finding as the page shows it."""

    ident: str
    rank: int
    finding: Finding
    quotes: tuple[Quote, ...]
    before: str
    after: str
    difference: str
    context: str
    section: str
    alone: Side | None

    @property
    def family(self) -> str:
        """The letter that the findings of its kind share."""
        return self.finding.rule.id[0]


@dataclass(frozen=True, slots=True)
class Value:
    """One point of a series in words, and where its sentence stands."""

    when: str
    what: str
    side: Side
    target: str
    place: str
    restated: bool


@dataclass(frozen=True, slots=True)
class Figure:
    """A changed series as the page shows it; ``weight`` is its change as a number to sort by."""

    ident: str
    series: Series
    chart: charts.Chart
    values: tuple[Value, ...]
    before: str
    after: str
    difference: str
    weight: float
    label: str


def write(report: Report, options: Options) -> str:
    """The page for a report; raises ``ValueError`` where the logo is not an inlined picture."""
    if options.logo and not options.logo.startswith("data:image/"):
        raise ValueError("the logo must be inlined as data:image/…")
    there = passages(report)
    groups = beside.lay_out(there)
    cards = tuple(_cards(there, beside.section_ids(groups)))
    figures = _figures(report)
    style, script = _style(report), _asset("report.js")
    return _fill(
        "report.html",
        policy=_policy(style, script),
        style=style,
        script=script,
        report=report,
        options=options,
        title=options.title or _title(report),
        old_name=report.labels[0],
        new_name=report.labels[1],
        cards=cards,
        open_cards=[card for card in cards if card.finding.waiver is None],
        waived_cards=[card for card in cards if card.finding.waiver is not None],
        first=FIRST,
        figures=figures,
        rows={figure.series.measure: figure.ident for figure in reversed(figures)},
        told={card.finding.message: card for card in reversed(cards)},
        groups=groups,
        long=len(report.links) > LONG,
        strip=charts.strip(report.sections),
        section_links=_section_links(report, beside.section_ids(groups)),
        rules=_rules(report),
        families=[letter for letter in "NACSD" if any(letter == c.family for c in cards)],
        section_numbers=_numbered(finding.section for finding in report.findings),
        margin=_MARGIN,
        fate_bar=charts.stack(report.fate),
    )


def fragment(report: Report) -> str:
    """The summary and the changed figures, for a notebook."""
    return _fill(
        "notebook.html",
        report=report,
        title=_title(report),
        old_name=report.labels[0],
        new_name=report.labels[1],
        figures=_figures(report)[:12],
        findings=report.findings[:5],
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
        t=TEXT, say=say, count=count, Side=Side, Severity=Severity,
        figure=values.figure, signed=values.signed,
        shares=charts.shares, width=charts.WIDTH, height=charts.HEIGHT,
        version=_version(),
    )  # fmt: skip
    return environment


def _show(value: Any) -> Any:
    """Make what would act unseen visible, in every text that a template puts out."""
    return value if hasattr(value, "__html__") or not isinstance(value, str) else visible(value)


def _version() -> str:
    from tracediff import __version__

    return __version__


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


def _title(report: Report) -> str:
    return say("title", old=report.labels[0], new=report.labels[1])


def _cards(there: Passages, section_ids: Mapping[tuple[Side, int], str]) -> Iterator[Card]:
    idents: set[str] = set()
    for rank, finding in enumerate(there.report.findings):
        ident = f"f-{finding.fingerprint or rank + 1}"
        while ident in idents:
            ident += "-"
        idents.add(ident)
        quotes = there.quotes(finding)
        own = finding.new or finding.old
        before, after = values.sides(there.report, finding)
        yield Card(
            ident=ident,
            rank=rank + 1,
            finding=finding,
            quotes=quotes,
            before=before,
            after=after,
            difference=values.difference(finding.change, values.unit(there.report, finding)),
            context=f"{own.side[0]}{own.sentence}" if own else "",
            section=_section_id(there, finding, section_ids),
            alone=_alone(there, finding),
        )


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


def _figures(report: Report) -> tuple[Figure, ...]:
    return tuple(_figure(report, at, one) for at, one in enumerate(report.changed_series))


def _figure(report: Report, at: int, series: Series) -> Figure:
    old, new = series.ends
    change = series.change
    return Figure(
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
        else say("not_comparable"),
        weight=float(change.relative) if change.relative is not None else 0.0,
        label=say("chart_label", measure=series.name, points=values.points(series.points)),
    )


def _value(report: Report, point: Point, restated: bool) -> Value:
    edition = report.old if point.side is Side.OLD else report.new
    sentence = edition.sentences[point.fact.sentence]
    return Value(
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
