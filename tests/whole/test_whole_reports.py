"""Invented reports that changed in many ways, and all that a reader is told of each.

``<name>.told`` has, as they are today, the headlines, the first screen, the findings and what puts
them in order, the figures and claims of the new edition, the measures, what stands beside what and
which words differ; then the headlines and findings of the editions the other way round. ``python
-m tests.whole.test_whole_reports`` writes it anew, with what single stages make of the same reports
(``tests/kept.py``); its diff shows what a change of the program changes for a reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.kept import write_all
from tracediff.align import edits
from tracediff.model import Briefing, EditKind, Fact, Finding, LinkKind, Point, Report
from tracediff.pipeline import compare
from tracediff.rank.importance import Weighing, kind_of
from tracediff.settings import Settings

HERE = Path(__file__).parent
SAMPLES = HERE.parents[1] / "samples"
PAIRS = {
    "harbour": ("harbour-2022.md", "harbour-2023.md"),
    "library": ("library-2020.txt", "library-2021.txt"),
    "dairy": ("dairy-2021.md", "dairy-2022.md"),
    "pilots": ("pilots-2022.md", "pilots-2023.md"),
    "guard": ("guard-2019.txt", "guard-2020.txt"),
    "water": ("water-2020.md", "water-2021.md"),
    "republic": ("republic-2018.md", "republic-2019.md"),
    "kiln": ("kiln-2021.md", "kiln-2022.md"),
    "herring": ("herring-2019.txt", "herring-2020.txt"),
    "freight": ("freight-2021.md", "freight-2022.md"),
    "ledgerbox": ("ledgerbox-h1.md", "ledgerbox-h2.md"),
    "museum": ("museum-1953.txt", "museum-1954.txt"),
    "constables": ("constables-2020.html", "constables-2021.html"),
    "assembly": ("assembly-2022.md", "assembly-2023.md"),
    "districts": ("districts-2021.md", "districts-2022.md"),
    "charter": ("charter-2020.txt", "charter-2021.txt"),
    "register": ("register-2022.md", "register-2023.md"),
    "log": ("log-2021.md", "log-2022.md"),
    "veldania": ("veldania-2023.md", "veldania-2024.md"),
    "draft": ("veldania-2024.md", "veldania-2025-draft.md"),
    "early": ("timeline/veldania-2019.md", "timeline/veldania-2020.md"),
    "late": ("timeline/veldania-2021.md", "timeline/veldania-2022.md"),
}


def found(file: str) -> Path:
    """A file of this folder, or one of the samples."""
    return HERE / file if (HERE / file).exists() else SAMPLES / file


@cache
def compared(name: str) -> Report:
    old, new = PAIRS[name]
    return compare(found(old), found(new))


@cache
def turned(name: str) -> Report:
    """The editions the other way round, with the years 2021 and 2022 (say) put for each other."""
    old, new = map(found, PAIRS[name])
    report = compared(name)
    both = (report.old.year or 0) + (report.new.year or 0)

    def mirrored(file: Path) -> str:
        text = file.read_text(encoding="utf-8")
        return re.sub(r"\b(19|20)\d\d\b", lambda year: str(both - int(year[0])), text)

    with TemporaryDirectory() as folder:
        paths = Path(folder, f"old{new.suffix}"), Path(folder, f"new{old.suffix}")
        for path, file in zip(paths, (new, old), strict=True):
            path.write_text(mirrored(file), encoding="utf-8")
        return compare(*paths)


def headlines(report: Report) -> Iterator[str]:
    """Page one: each line, how weighty it is, and the rules of what it tells."""
    for story in report.stories:
        rules = " ".join(one.rule.id for one in story.findings)
        yield f"{story.topic}: {story.headline} [{story.importance:.2f} {rules}]"
        yield from (f"    also {line}" for line in story.also)
    for check in report.checks:
        yield f"check: {check.headline}"


def first_screen(report: Report) -> Iterator[str]:
    """What whoever has a minute reads, and what the report says of itself."""
    brief = report.briefing or Briefing()
    yield from (f"sentence: {one.text}" for one in brief.sentences)
    yield from (f"figure: {one.text} | {one.old} | {one.new}" for one in brief.figures)
    yield from (f"question: {one.text}" for one in brief.questions)
    yield from (f"summary: {line}" for line in report.summary)
    yield from (f"doubt: {line}" for line in report.doubts)
    yield from (f"quiet: {number} {what}" for what, number in report.quiet.items())
    for one in report.sections:
        counts = one.kept, one.edited, one.added, one.removed, one.moved, one.findings
        yield f"section: {one.title} {' '.join(map(str, counts))}"


def findings(report: Report) -> Iterator[str]:
    """Each finding with its facets: how sure, how large, the message, and the words it quotes."""

    def told(finding: Finding, depth: int) -> Iterator[str]:
        quotes = " | ".join(one.quote if one else "–" for one in (finding.old, finding.new))
        kind = f"{finding.rule.id} {finding.severity.value}"
        sizes = f"{finding.certainty:.2f} {finding.magnitude:.2f}"
        yield f"{'    ' * depth}{kind} {sizes}: {finding.message}"
        yield f"{'    ' * depth}  “{quotes}” {finding.measure} {finding.period}".rstrip()
        for facet in finding.facets:
            yield from told(facet, depth + 1)

    for finding in report.findings:
        yield from told(finding, 0)


def marks(report: Report) -> Iterator[str]:
    """What puts each finding ahead of others or behind them."""
    weighing = Weighing(report.comparison, Settings().ranking)
    for finding in report.findings:
        for one in finding.all:
            found = {name: f"{mark:.2g}" for name, mark in weighing.marks(one).items() if mark}
            kind = kind_of(one, Settings().ranking)
            yield f"{kind}: {' '.join(f'{name} {mark}' for name, mark in sorted(found.items()))}"


def figures(report: Report) -> Iterator[str]:
    """The figures of the new edition as they are read."""

    def row(fact: Fact) -> str:
        value = "–" if fact.value is None else f"{fact.value.normalize():f}"
        period = fact.period.label if fact.period else "–"
        kind = f"{fact.status.value} {fact.bound.value} {fact.kind.value} {fact.certainty:.2f}"
        kind += "" if fact.part_of is None else f" part of {fact.part_of}"
        counted = f"{fact.label} | {fact.counted or '–'} | {fact.measure}"
        return f"{fact.quote} | {value} {fact.unit or ''} | {counted} | {period} | {kind}"

    yield from map(row, report.comparison.new.facts)


def claims(report: Report) -> Iterator[str]:
    """What the clauses of the new edition deny, plan, demand, rate or ascribe to somebody."""
    for claim in report.comparison.new.claims:
        cues = (
            f"{cue.kind.value} “{cue.text}” {cue.value:g} {' '.join(cue.heads)}".rstrip()
            for cue in claim.cues
        )
        said = f" ({claim.source} says so)" if claim.source else ""
        denied = f" not: {' '.join(sorted(claim.denied))}" if claim.denied else ""
        if claim.cues or said or denied:
            yield f"{claim.sentence} {claim.subject or '–'}: {'; '.join(cues)}{denied}{said}"


def measures(report: Report) -> Iterator[str]:
    """The measures with two values or more, each value with its edition and its period."""

    def value(point: Point) -> str:
        period = point.fact.period.label if point.fact.period else "–"
        return f"{point.side.value} {point.fact.quote} ({period})"

    for series in report.comparison.series:
        points = map(value, series.points)
        if len(series.points) > 1:
            yield f"{series.name}: {', '.join(points)}"


def links(report: Report) -> Iterator[str]:
    """What stands beside what, how alike it is and why."""

    def text(side: str, indexes: tuple[int, ...]) -> str:
        sentences = getattr(report, side).sentences
        return " + ".join(" ".join(sentences[i].text.split()[:6]) for i in indexes)

    for link in report.comparison.alignment.links:
        moved = " (moved)" if link.moved else ""
        why = f" [{link.similarity:.2f} {'; '.join(link.why)}]" if link.old and link.new else ""
        yield f"{link.kind.value}{moved}: {text('old', link.old)} => {text('new', link.new)}{why}"
    for one in report.comparison.alignment.sections:
        titles = (
            side.sections[at].title if at is not None else "–"
            for side, at in ((report.old, one.old), (report.new, one.new))
        )
        yield f"section{' (moved)' if one.moved else ''}: {' => '.join(titles)}"
    for table in report.comparison.alignment.tables:
        yield f"table: {table.old} => {table.new} {table.rows}"


def edited(report: Report) -> Iterator[str]:
    """The sentences that differ, with the words taken out and put in marked."""
    for link in report.comparison.alignment.links:
        if link.old and link.new and link.kind is not LinkKind.KEPT:
            old, new = (
                " ".join(side.sentences[at].text for at in indexes)
                for side, indexes in ((report.old, link.old), (report.new, link.new))
            )
            pieces = []
            for edit in edits(old, new):
                gone, come = old[edit.old.start : edit.old.end], new[edit.new.start : edit.new.end]
                if edit.kind is EditKind.SAME:
                    pieces.append(come)
                elif edit.kind is EditKind.DELETED:
                    pieces.append(f"[{edit.weight:.1f}-{gone.strip()}-] ")
                else:
                    pieces.append(f"{{{edit.weight:.1f}+{come.strip()}+}} ")
            yield "".join(pieces)


PARTS = {
    "headlines": headlines,
    "first screen": first_screen,
    "findings": findings,
    "marks": marks,
    "figures": figures,
    "claims": claims,
    "measures": measures,
    "links": links,
    "edits": edited,
}


# The sentences of other tests, all in one report: many that are much alike stand side by side.
GATHERED = {
    "claims": Path("detect", "claims.md"),
    "changes": Path("detect", "changes.md"),
    "phrases": Path("gold", "figures.txt"),
}
_ROWS = 280  # of each file; what is added at its end changes nothing here
_A_SECTION = 9  # paragraphs


def rows(file: Path) -> Iterator[tuple[str, str]]:
    """The old and the new wording of each row; of one wording, the figures are made larger."""
    for part in file.read_text(encoding="utf-8").strip().split("\n\n"):
        old, *rest = part.splitlines()
        if old.startswith("- "):
            yield old[2:], rest[0][2:]
        elif file.suffix == ".txt":
            yield old, re.sub(r"(?<![\d.,-])[1-9](?=\d)", _larger, old)


def _larger(digit: re.Match[str]) -> str:
    return "1" if digit[0] == "9" else str(int(digit[0]) + 1)


def edition(paragraphs: list[str], year: int, last: int) -> str:
    """A report of some paragraphs, its last section put so many places ahead."""
    starts = range(0, len(paragraphs), _A_SECTION)
    sections = [(f"Part {at}", paragraphs[at : at + _A_SECTION]) for at in starts]
    sections.insert(len(sections) - 1 - last, sections.pop())
    parts = ("\n\n".join((f"## {title}", *texts)) for title, texts in sections)
    return "\n\n".join((f"# Yearly report {year}", *parts)) + "\n"


@cache
def gathered(name: str) -> Report:
    """The old wordings against the new ones: some are gone, some new, some stand elsewhere."""
    both = list(islice(rows(HERE.parent / GATHERED[name]), _ROWS))
    old = [old for at, (old, _) in enumerate(both) if at % 13]
    new = [new for at, (_, new) in enumerate(both) if at % 11]
    new[20:24] = reversed(new[20:24])
    new.insert(4, new.pop(40))
    with TemporaryDirectory() as folder:
        paths = Path(folder, "old.md"), Path(folder, "new.md")
        for path, texts, year, last in zip(paths, (old, new), (2022, 2023), (0, 3), strict=True):
            path.write_text(edition(texts, year, last), encoding="utf-8")
        return compare(*paths)


SHORT = {"headlines": headlines, "measures": measures, "links": links}
TURNED = {"headlines": headlines, "findings": findings}


def told(name: str) -> dict[str, list[str]]:
    """What a reader is told of a pair, part by part, then of its editions the other way round."""
    if name in GATHERED:
        found = {part: [*tell(gathered(name))] for part, tell in SHORT.items()}
    else:
        found = {part: [*tell(compared(name))] for part, tell in PARTS.items()}
        found |= {f"turned: {part}": [*tell(turned(name))] for part, tell in TURNED.items()}
    return {part: [line.rstrip() for line in lines] for part, lines in found.items()}


def kept(name: str) -> dict[str, list[str]]:
    """What is kept of a pair."""
    parts = (HERE / f"{name}.told").read_text(encoding="utf-8").split("\n# ")[1:]
    return {lines[0]: lines[1:] for lines in (part.rstrip().splitlines() for part in parts)}


@pytest.mark.parametrize("name", [*PAIRS, *GATHERED])
def test_a_reader_is_told_what_is_kept(name: str) -> None:
    assert told(name) == kept(name)


if __name__ == "__main__":
    for name in (*PAIRS, *GATHERED):
        parts = ("\n".join((f"\n# {part}", *lines)) for part, lines in told(name).items())
        (HERE / f"{name}.told").write_text("\n".join(parts) + "\n", encoding="utf-8")
    write_all()
