"""An input twice as long costs at most 2.3 times as much: calls are counted, not seconds."""

from __future__ import annotations

import cProfile
import pstats
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tracediff.detect.restated import restated
from tracediff.pipeline import compare, examine, ledger, timeline
from tracediff.render import FACTS_RENDERERS, RENDERERS, TIMELINE_RENDERERS, Options
from tracediff.settings import Detecting
from tracediff.syntax.parse import _latest, remembered

MOST = 2.3


def calls(run: Callable[[], object]) -> int:
    """How many functions a run calls, itself the second time, when all is loaded."""
    run()
    _latest.cache_clear()  # what is remembered of the run before
    remembered.clear()
    profile = cProfile.Profile()
    profile.runcall(run)
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]


def listed(size: int, year: int, step: int) -> str:
    figures = ", ".join(f"{i * step + 11} boats of kind {i}" for i in range(size))
    return f"# Harbour Review {year}\n\nIn {year} there were {figures}.\n"


def test_figures_of_one_sentence(tmp_path: Path) -> None:
    counts = []
    for size in (150, 300):
        files = [tmp_path / f"{size}-{year}.md" for year in (2020, 2021)]
        for file, year, step in zip(files, (2020, 2021), (7, 9), strict=True):
            file.write_text(listed(size, year, step), encoding="utf-8")
        counts.append(calls(lambda files=files: compare(*files)))  # type: ignore[misc]
    assert counts[1] / counts[0] <= MOST


@pytest.mark.parametrize("part", ["[TBD] ", "1. ", "XXX "])
def test_placeholders_and_marks_of_one_line(tmp_path: Path, part: str) -> None:
    counts = []
    for size in (150, 300):
        file = tmp_path / f"{size}.md"
        file.write_text(f"# Harbour Review 2020\n\n{part * size}\n", encoding="utf-8")
        counts.append(calls(lambda file=file: examine(file)))  # type: ignore[misc]
    assert counts[1] / counts[0] <= MOST


def test_a_long_sentence_is_parsed_once_for_all_that_look_at_it() -> None:
    from tracediff.syntax import parse

    text = "The harbour office inspected boats of many kinds. " * 20
    assert parse(text) is parse(text)


def written(folder: Path, size: int) -> dict[str, int]:
    """How much each format takes for two editions with one row of so many figures."""
    files = []
    for year in (2020, 2021):
        heads = " | ".join(f"Boats of kind {kind:03}" for kind in range(size))
        cells = " | ".join(str(9000 + 10 * kind + year) for kind in range(size))
        table = f"| Region | {heads} |\n|{'---|' * (size + 1)}\n| North | {cells} |\n"
        files.append(folder / f"{size}-{year}.md")
        files[-1].write_text(f"# Harbour Review {year}\n\nBoats.\n\n{table}", encoding="utf-8")
    report, options, figures = compare(*files), Options(), ledger(files[1])
    several = timeline(files)
    lengths = {name: len(write(report, options)) for name, write in RENDERERS.items()}
    lengths |= {f"facts {name}": len(w(figures, options)) for name, w in FACTS_RENDERERS.items()}
    return lengths | {
        f"timeline {n}": len(w(several, options)) for n, w in TIMELINE_RENDERERS.items()
    }


def test_no_format_repeats_a_row_for_each_of_its_figures(tmp_path: Path) -> None:
    one, two, four = (written(tmp_path, size) for size in (30, 60, 120))
    growth = {n: max(two[n] / one[n], four[n] / two[n]) for n in one}
    assert {name: size for name, size in growth.items() if size > MOST} == {}


def test_the_words_of_a_sentence_are_looked_up_once_for_all_its_findings() -> None:
    from tracediff.rank.importance import _words

    assert _words("Two Ferries sank.") is _words("Two Ferries sank.")
    assert _words("Two Ferries sank.") == {"two", "ferries", "sank"}


def down(size: int, year: int, step: int) -> list[list[str]]:
    """A table with a row for each harbour."""
    rows = [[f"Harbour {i} of Orrin", f"{i * 7 + 11:,}", f"{i * step + 13:,}"] for i in range(size)]
    return [["Harbour", str(year - 1), str(year)], *rows]


def across(size: int, year: int, step: int) -> list[list[str]]:
    """A table with a column for each harbour, and a row a year."""
    head = ["Year", *(f"Harbour {i}" for i in range(size))]
    rows = [[str(y), *(f"{i * step + y - 2000:,}" for i in range(size))] for y in (year - 1, year)]
    return [head, *rows]


def renamed(size: int, year: int, step: int) -> list[list[str]]:
    """A table across of which each edition calls all columns something else."""
    rows = across(size, year, step)
    return [
        [cell.replace("Harbour", "Pier" if step == 7 else "Quay") for cell in rows[0]],
        *rows[1:],
    ]


def as_markdown(rows: list[list[str]]) -> str:
    lines = [rows[0], ["---"] * len(rows[0]), *rows[1:]]
    return "\n".join("| " + " | ".join(row) + " |" for row in lines)


def as_html(rows: list[list[str]]) -> str:
    made = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in made) + "</table>"


def as_text(rows: list[list[str]]) -> str:
    widths = [max(map(len, column)) + 3 for column in zip(*rows, strict=True)]
    padded = ("".join(map(str.ljust, row, widths)).rstrip() for row in rows)
    return "\n".join(padded)


@pytest.mark.parametrize("drawn", [as_markdown, as_html, as_text])
@pytest.mark.parametrize(("table", "least"), [(down, 250), (across, 100), (renamed, 100)])
def test_rows_and_columns_of_a_table(
    tmp_path: Path,
    table: Callable[[int, int, int], list[list[str]]],
    least: int,
    drawn: Callable[[list[list[str]]], str],
) -> None:
    counts = []
    suffix = {"as_markdown": "md", "as_html": "html", "as_text": "txt"}[drawn.__name__]
    for size in (least, 2 * least):
        files = [tmp_path / f"{size}-{year}.{suffix}" for year in (2020, 2021)]
        for file, year, step in zip(files, (2020, 2021), (7, 9), strict=True):
            title = "<h1>Harbour Review</h1>" if suffix == "html" else "Harbour Review"
            file.write_text(f"{title}\n\n{drawn(table(size, year, step))}\n", encoding="utf-8")
        counts.append(calls(lambda files=files: compare(*files)))  # type: ignore[misc]
    assert counts[1] / counts[0] <= MOST


PIERS = [f"{first}{second}ar" for first in "BDFGKLMNPRSTVZ" for second in "aeiou"]


def pier(at: int) -> str:
    """A name that no other number has."""
    return f"{PIERS[at % len(PIERS)]} {PIERS[at // len(PIERS)]}"


def one_value(size: int, year: int) -> str:
    """Statements of one value in both editions, and as many more of it in the later one."""
    kept = [f"The crew of {pier(at)} sold 12 boats." for at in range(size)]
    fresh = [f"A flood near {pier(at + 2000)} broke 12 windows." for at in range(size)]
    return "\n\n".join(kept + (fresh if year == 2021 else []))


def restating(size: int, year: int) -> str:
    """Figures for one year of which each edition gives another value, behind a kept sentence."""
    said = (
        f"In 2015, the pier of {pier(at)} saw 7,300 ships.\n"
        f"Of these, {410 + at + year % 2} were tugs of {pier(at)}."
        for at in range(size)
    )
    return "\n\n".join(said)


def prose(folder: Path, text: Callable[[int, int], str], size: int) -> list[Path]:
    """Two editions of so many statements."""
    files = [folder / f"{size}-{year}.md" for year in (2020, 2021)]
    for file, year in zip(files, (2020, 2021), strict=True):
        file.write_text(f"# Harbour Review {year}\n\n{text(size, year)}\n", encoding="utf-8")
    return files


def test_statements_of_one_value(tmp_path: Path) -> None:
    pairs = [prose(tmp_path, one_value, size) for size in (120, 240)]
    counts = [calls(partial(compare, *files)) for files in pairs]
    assert counts[1] / counts[0] <= MOST


def test_restated_figures(tmp_path: Path) -> None:
    pairs = [prose(tmp_path, restating, size) for size in (40, 80)]
    found = [partial(restated, compare(*files).comparison, Detecting()) for files in pairs]
    assert all(len([*run()]) > 30 for run in found)
    counts = [calls(lambda run=run: [*run()]) for run in found]  # type: ignore[misc]
    assert counts[1] / counts[0] <= MOST


def test_what_both_editions_say_without_a_figure_is_not_parsed(tmp_path: Path) -> None:
    kept = "\n\n".join(f"The crew of {pier(at)} sails at night." for at in range(200))
    files = [tmp_path / f"{year}.md" for year in (2020, 2021)]
    told = "Wardens did not report any deaths.", "Officials failed to pay the divers of Rye."
    for file, own in zip(files, told, strict=True):
        file.write_text(f"# Harbour Review {file.stem}\n\n{kept}\n\n{own}\n", encoding="utf-8")
    remembered.clear()
    report = compare(*files)
    assert report.findings
    assert len(remembered.made) < 20
