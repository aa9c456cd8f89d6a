"""One measure over its periods."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracediff.ledger.headlines import headlines
from tracediff.ledger.likeness import Wording
from tracediff.model import Series
from tracediff.pipeline import compare, ledger
from tracediff.settings import Ledger, Measure, Settings

OLD = (
    "The office issued 25 authorizations to remain in the country for humanitarian reasons in 2019."
)
NEW = (
    "The ministry kept a register. The government did not report granting humanitarian visas to any"
    " victims in 2020."
)


def series(folder: Path, old: str, new: str, *measures: Measure) -> tuple[Series, ...]:
    paths = folder / "old.md", folder / "new.md"
    for path, text in zip(paths, (old, new), strict=True):
        path.write_text(text, encoding="utf-8")
    settings = Settings(ledger=Ledger(measures=measures))
    report = compare(*paths, old_year=2019, new_year=2020, settings=settings)
    return report.comparison.series


def points(one: Series) -> list[tuple[int | None, int | None]]:
    return [(p.fact.year, None if p.fact.value is None else int(p.fact.value)) for p in one.points]


def test_a_figure_and_its_comparisons_are_one_series(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text(
        "The police identified 673 victims in 2020, compared with 658 victims in 2019 and 706"
        " victims in 2018.",
        encoding="utf-8",
    )
    (one,) = ledger(path, year=2020).series
    assert points(one) == [(2018, 706), (2019, 658), (2020, 673)]


def test_parts_and_their_total_are_not_one_series(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text(
        "The police identified 673 victims in 2020, including 301 women and 372 men.",
        encoding="utf-8",
    )
    assert ledger(path, year=2020).series == ()


def test_two_editions_continue_a_series(tmp_path: Path) -> None:
    (one,) = series(
        tmp_path,
        "Inspectors visited 640 farms in 2019.",
        "Inspectors visited 702 farms in 2020, compared with 640 farms in 2019.",
    )
    assert points(one) == [(2019, 640), (2019, 640), (2020, 702)]


def test_different_things_are_different_series(tmp_path: Path) -> None:
    found = series(
        tmp_path,
        "Inspectors visited 640 farms and 31 quarries in 2019.",
        "Inspectors visited 702 farms and 44 quarries in 2020.",
    )
    assert sorted(points(one) for one in found) == [
        [(2019, 31), (2020, 44)],
        [(2019, 640), (2020, 702)],
    ]


@pytest.mark.parametrize("declare", [False, True])
def test_a_declared_measure_joins_what_the_texts_name_differently(
    tmp_path: Path, declare: bool
) -> None:
    visas = Measure("humanitarian visas", ("authorizations to remain for humanitarian reasons",))
    other = Measure("rescued pilots", ("pilots saved",))
    found = series(tmp_path, OLD, NEW, *([other, visas] if declare else []))
    assert "Rescued pilots" not in {one.name for one in found}
    assert series(tmp_path, OLD, NEW, other) == series(tmp_path, OLD, NEW)
    joined = [points(one) for one in found if one.name == "Humanitarian visas"]
    assert joined == ([[(2019, 25), (2020, None)]] if declare else [])


def test_headline_figures_far_apart_are_one_series(tmp_path: Path) -> None:
    found = series(
        tmp_path,
        "The hotline was busy. Police identified 1,570 trafficking victims in 2019, mostly men.\n\n"
        "Courts were slow in all provinces.",
        "Courts were faster than before. A fund was set up by the parliament.\n\n"
        "In 2020, according to its annual bulletin, the ministry said that the police had"
        " identified 673 trafficking victims.",
    )
    assert [points(one) for one in found] == [[(2019, 1570), (2020, 673)]]


def test_of_two_equally_good_counterparts_neither_is_chosen() -> None:
    def victims(*words: str) -> Wording:
        return Wording(None, "victim", frozenset({"victim", "identifi", "polic", *words}))

    east, west = victims("east"), victims("west")
    assert list(headlines({0: victims()}, {1: east, 2: west}, Ledger())) == []
    assert list(headlines({0: victims()}, {1: east}, Ledger())) == [(0, 1)]
    assert list(headlines({0: victims()}, {}, Ledger())) == []


def test_editions_whose_years_nobody_knows_are_compared_all_the_same(tmp_path: Path) -> None:
    paths = tmp_path / "old.md", tmp_path / "new.md"
    for path, count in zip(paths, (300, 12), strict=True):
        path.write_text(f"The firm trained {count} employees.", encoding="utf-8")
    (finding,) = compare(*paths).findings
    assert finding.rule.id == "N101"
    assert (
        "300 in the earlier edition, 12 in the later edition (down 96 percent)" in finding.message
    )


def test_the_figure_of_the_own_year_is_gone_on_with_and_not_the_one_it_is_compared_with(
    tmp_path: Path,
) -> None:
    (one,) = series(
        tmp_path,
        "The ministry reported freeing 420 foreign fishing deckhands but did not report how many"
        " were kept in forced labour or debt bondage. In 2018, in comparison, the ministry reported"
        " freeing over 300 deckhands, though a port cited two numbers.",
        "The ministry reported freeing 280 deckhands in 2020, compared with 265 deckhands in 2017.",
    )
    assert points(one)[-2:] == [(2019, 420), (2020, 280)]


@pytest.mark.parametrize(
    ("saying", "named"),
    [
        ("The ministry reported identifying 640 victims", "victims identified"),
        ("The ministry reported freeing 640 deckhands", "deckhands freed"),
        ("By October it had arrested 640 smugglers", "smugglers arrested"),
        ("The ministry reported holding 640 deckhands", "deckhands held"),
    ],
)
def test_a_figure_is_named_by_what_was_done(tmp_path: Path, saying: str, named: str) -> None:
    (one,) = series(tmp_path, f"{saying} in 2019.", f"{saying.replace('640', '710')} in 2020.")
    assert one.label == named


def test_days_of_two_sentences_are_no_series_those_of_one_are(tmp_path: Path) -> None:
    text = (
        "# Berths 2024\n\nThe average wait for a berth in the north fell to 25 days in 2024."
        " The average wait for repairs fell from 32 days in 2023 to 28 days in 2024.\n"
    )
    path = tmp_path / "berths.md"
    path.write_text(text, encoding="utf-8")
    runs = [[str(p.fact.value) for p in one.points] for one in ledger(path).series]
    assert ["32", "28"] in runs
    assert all("25" not in run for run in runs if len(run) > 1)


def pairs(tmp_path: Path, old: str, new: str) -> list[tuple[str, str]]:
    paths = tmp_path / "old.md", tmp_path / "new.md"
    for path, year, text in zip(paths, (2023, 2024), (old, new), strict=True):
        path.write_text(f"# Clinics {year}\n\n{text}\n", encoding="utf-8")
    found = compare(*paths)
    return [
        (str(f.change.old), str(f.change.new))
        for finding in found.findings
        for f in finding.all
        if f.rule.id == "N101" and f.change
    ]


def test_what_a_sentence_recalls_finds_its_figure_among_others(tmp_path: Path) -> None:
    old = (
        "Of the 231 clinics that buy vaccines, the majority (169 clinics or 73%) said that doses"
        " are always stored cold, with the remaining 25% of clinics noting that some are not."
    )
    new = (
        "Of the 239 clinics that buy vaccines, 171 clinics or 71.5% said that doses are always"
        " stored cold, compared to 73% in 2023."
    )
    found = pairs(tmp_path, old, new)
    assert ("73", "71.5") in found
    assert not any("25" in pair for pair in found)


def test_the_count_behind_a_share_is_a_part_of_no_whole(tmp_path: Path) -> None:
    old = "Of the clinics that buy vaccines, 53% (109 clinics) said they did not know the price."
    new = "Of the 205 clinics that buy vaccines, 127 clinics (62%) knew the price."
    assert ("109", "205") not in pairs(tmp_path, old, new)


def test_how_often_is_no_share(tmp_path: Path) -> None:
    old = "The rest, 25% of the clinics, stored some doses warm."
    new = "Half of the clinics said that 90% or more of the time they stored all doses cold."
    assert ("25", "90") not in pairs(tmp_path, old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "About 38% of the parcels in the port are sent with a stamp of the customs office.",
            "About 60% of the parcels in the port are sent with no stamp of the customs office.",
        ),
        (
            "In all 53% of clinics said they did not know the price of vaccines.",
            "In all 62% of clinics said they knew the price of vaccines.",
        ),
        (
            "Some 40 ferries could not dock in the storm.",
            "Some 55 ferries could dock in the storm.",
        ),
    ],
)
def test_what_is_denied_is_another_measure(tmp_path: Path, old: str, new: str) -> None:
    assert pairs(tmp_path, old, new) == []


def test_what_both_deny_is_one_measure(tmp_path: Path) -> None:
    old = "Some 40 ferries could not dock in the storm (see No. 12 of the gazette)."
    new = "Some 55 ferries couldn't dock in the storm (see No. 12 of the gazette)."
    assert pairs(tmp_path, old, new) == [("40", "55")]
