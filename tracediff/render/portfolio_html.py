"""The index of a portfolio as one page: ranking, stories of many, matrix, search.

It is complete without scripts, and asks nobody for anything: what is searched is packed into it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from tracediff.model import Document, Followed, Portfolio, SharedStory, StoryLine
from tracediff.render.html import _asset, _fill, _policy
from tracediff.render.options import Options
from tracediff.rules import RULES

_SHADES: Final = 5  # of a heat map; more cannot be told apart
_SECTIONS: Final = 200  # that one can choose from; the search finds the others
_NAMED: Final = 30  # documents that a story of many names; scripts show all of them
_SHARED: Final = 100  # stories of many; the least common of more are left to the tables
_FIRST: Final = 5  # stories of many that stand above the ranking


@dataclass(frozen=True, slots=True)
class Search:
    """What the page is searched by, packed, and how much of it there is."""

    packed: str
    stories: int
    findings: int
    left_out: int


@dataclass(frozen=True, slots=True)
class ListedDocument:
    """A document as the page lists it; ``rules`` and ``sections`` are numbers of the choices."""

    rank: int
    label: str
    document: Document
    first: StoryLine | None
    folder: int
    rules: str
    sections: str
    heat: int
    timeline: Followed | None
    cells: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Common:
    """A story of many documents: the first of them with their pages, and the ranks of all."""

    story: SharedStory
    named: tuple[tuple[str, Document], ...]
    ranks: str

    @property
    def others(self) -> int:
        """How many documents it does not name."""
        return len(self.story.documents) - len(self.named)


def write(
    portfolio: Portfolio, options: Options, search: Search, tables: Sequence[str] = ()
) -> str:
    """The page; ``tables`` are the names of the files beside it."""
    style = _asset("report.css") + _asset("portfolio.css") + _shades()
    script = _asset("portfolio.js")
    rules = sorted({rule for one in portfolio.documents for rule, _ in one.rules})
    sections = _sections(portfolio.documents)
    folders = {name: at for at, name in enumerate(sorted({d.folder for d in portfolio.documents}))}
    labels = _labels(portfolio.documents)
    rows = [
        _row(portfolio, document, rank, labels[document.name], rules, sections, folders)
        for rank, document in enumerate(portfolio.documents, 1)
    ]
    return _fill(
        "portfolio.html",
        policy=_policy(style, script),
        style=style,
        script=script,
        title=options.title or "What changed, document by document",
        portfolio=portfolio,
        rows=rows,
        common=_common(portfolio, labels),
        first=_FIRST,
        rules=[RULES[rule] for rule in rules],
        having=_having(portfolio.documents, rules),
        sections=list(sections),
        folders=list(folders) if len(folders) > 1 else [],
        search=search,
        tables=_by_table(tables),
        total=len(portfolio.documents),
    )


def _shades() -> Any:
    """The colours of the heat map, from nearly nothing to the most."""
    from markupsafe import Markup

    return Markup(
        "".join(
            f".h{n} {{ background: rgba(var(--heat), {n / (_SHADES * 1.5):.2f}); }}\n"
            for n in range(1, _SHADES + 1)
        )
    )


def _sections(documents: Sequence[Document]) -> Mapping[str, int]:
    """The sections that several documents have stories of, by name, each with its number."""
    times = Counter(section for one in documents for section in one.sections)
    several = [name for name, count in times.most_common() if count > 1 or len(documents) == 1]
    return {name: at for at, name in enumerate(sorted(several[:_SECTIONS]))}


def _row(
    portfolio: Portfolio,
    document: Document,
    rank: int,
    label: str,
    rules: Sequence[str],
    sections: Mapping[str, int],
    folders: Mapping[str, int],
) -> ListedDocument:
    counts = dict(document.rules)
    return ListedDocument(
        rank=rank,
        label=label,
        document=document,
        first=portfolio.first(document),
        folder=folders[document.folder],
        rules=" ".join(str(at) for at, rule in enumerate(rules) if rule in counts),
        sections=" ".join(str(sections[s]) for s in document.sections if s in sections),
        heat=_shade(document.sizes.changed),
        timeline=next((one for one in portfolio.timelines if one.name == document.name), None),
        cells=tuple((counts.get(rule, 0), _count_shade(counts.get(rule, 0))) for rule in rules),
    )


def _shade(share: float) -> int:
    return round(share * _SHADES)


def _count_shade(count: int) -> int:
    """One more for each doubling: 1, 2, 4, 8, 16."""
    return min(_SHADES, count.bit_length())


def _having(documents: Sequence[Document], rules: Sequence[str]) -> list[int]:
    """How many documents have findings of each rule."""
    times = Counter(rule for one in documents for rule, _ in one.rules)
    return [times[rule] for rule in rules]


def _labels(documents: Sequence[Document]) -> dict[str, str]:
    """What to call each document: by its title where that is its own, else by its name too."""
    times = Counter(one.title for one in documents)
    return {
        one.name: one.title if times[one.title] == 1 else f"{one.title} ({one.name})"
        for one in documents
    }


def _common(portfolio: Portfolio, labels: Mapping[str, str]) -> list[Common]:
    places = {one.name: (rank, one) for rank, one in enumerate(portfolio.documents, 1)}
    found = []
    for story in portfolio.shared[:_SHARED]:
        own = sorted((places[name] for name in story.documents), key=lambda place: place[0])
        named = tuple((labels[one.name], one) for _, one in own[:_NAMED])
        found.append(Common(story, named, " ".join(str(rank) for rank, _ in own)))
    return found


def _by_table(files: Sequence[str]) -> list[tuple[str, list[tuple[str, str]]]]:
    """The files of each table: what it is called, then each file with its format."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name in files:
        table, _, suffix = name.rpartition(".")
        found.setdefault(table, []).append((name, suffix))
    return list(found.items())
