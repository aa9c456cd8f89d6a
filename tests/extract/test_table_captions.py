"""What the caption of a table says that its figures count."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracediff.extract.tables.captions import is_done, shortened, thing_of
from tracediff.pipeline import load


@pytest.mark.parametrize(
    ("caption", "noun", "said"),
    [
        ("Letters answered by subject", "letters", "letters answered"),
        ("Table 3: Licences withdrawn", "licences", "licences withdrawn"),
        ("Table B.2 – Number of bridges", "bridges", "bridges"),
        ("ROAD DEATHS BY DISTRICT", "road deaths", "road deaths"),
        ("Plants received, named, and sent out", "plants", "plants"),
        ("Key figures", "", ""),
        ("Bridges", "", ""),
        ("Statement of income", "", ""),
        ("In the year to June", "", ""),
        ("Table 4:", "", ""),
    ],
)
def test_the_thing_of_a_caption(caption: str, noun: str, said: str) -> None:
    assert thing_of(caption) == (noun, said)


def test_a_head_of_a_participle_leaves_the_thing_to_the_caption() -> None:
    assert is_done("Returned to owner")
    assert not is_done("Women")


@pytest.mark.parametrize(
    ("head", "short"),
    [
        ("Parcels sent by pupils that were taken down after a month", "Parcels taken down"),
        ("Parcels that the post office of the island lost", None),
    ],
)
def test_a_long_head_keeps_what_was_done(head: str, short: str | None) -> None:
    assert shortened(head) == (short or head)


def labels(path: Path, text: str) -> list[tuple[str | None, str]]:
    path = path / "report.md"
    path.write_text(f"# Marn 2022\n\n{text}", encoding="utf-8")
    return [(fact.counted, fact.label) for fact in load(path).facts if fact.table is not None]


def test_a_category_below_a_caption_is_named_with_the_thing(tmp_path: Path) -> None:
    assert labels(
        tmp_path,
        "Licences withdrawn by ground\n\n| Ground | 2021 | 2022 |\n|---|---|---|\n"
        "| Unpaid fees | 4 | 9 |\n| Total | 6 | 11 |\n| Appeals lodged | 3 | 2 |\n"
        "| New licences | 30 | 31 |\n",
    )[::2] == [
        ("licences", "licences withdrawn, Unpaid fees"),
        ("licences", "licences withdrawn, total"),
        ("Appeals lodged", "Appeals lodged"),
        ("New licences", "New licences"),
    ]


def test_a_participle_over_a_column_says_what_was_done_to_the_thing(tmp_path: Path) -> None:
    assert labels(
        tmp_path,
        "Ships repaired at sea\n\n| Class | Received | Women | Fines |\n|---|---|---|---|\n"
        "| Barge class | 12 | 4 | 8 |\n",
    ) == [
        ("ships", "ships received, Barge class"),
        ("ships", "ships repaired, Barge class, Women"),
        ("Fines", "Barge class, Fines"),
    ]


def test_a_caption_ends_with_its_section(tmp_path: Path) -> None:
    assert labels(
        tmp_path,
        "Licences withdrawn by ground\n\n## Crew\n\n| Group | 2022 |\n|---|---|\n| Deck | 45 |\n",
    ) == [("Deck", "Deck")]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (
            "# Accounts\n\n## Income\n\n| | FY 2022 | FY 2023 |\n|---|---|---|\n"
            "| Fees | 390 | 648 |\n\n## Assets\n\n| Boats | 1,117 | 860 |\n|---|---|---|\n"
            "| Nets | 305 | 387 |\n",
            "a.md",
        ),
        (
            "<h1>Accounts</h1><h2>Income</h2><table><tr><th></th><th>FY 2022</th><th>FY 2023</th>"
            "</tr><tr><td>Fees</td><td>390</td><td>648</td></tr></table><h2>Assets</h2><table>"
            "<tr><td>Boats</td><td>1,117</td><td>860</td></tr>"
            "<tr><td>Nets</td><td>305</td><td>387</td></tr></table>",
            "a.html",
        ),
    ],
)
def test_a_table_without_heads_below_another_has_its_years(
    source: str, name: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_text(source, encoding="utf-8")
    facts = {(fact.label, fact.year): fact.value for fact in load(str(path)).facts}
    assert facts["Boats", 2022] == 1117 and facts["Boats", 2023] == 860
    assert facts["Nets", 2022] == 305 and facts["Nets", 2023] == 387


def test_a_table_behind_a_statement_of_its_own_has_no_years_of_another(tmp_path: Path) -> None:
    said = (
        "The keeper counted what he saw from the tower in the north and in the south that winter."
    )
    text = (
        "# Birds 2023\n\n| | 2022 | 2023 |\n|---|---|---|\n| Gulls | 390 | 648 |\n\n"
        f"{said}\n\n| Terns | 117 | 860 |\n|---|---|---|\n| Rails | 305 | 387 |\n"
    )
    path = tmp_path / "birds.md"
    path.write_text(text, encoding="utf-8")
    facts = load(str(path)).facts
    assert {fact.year for fact in facts if fact.label == "Terns"} == {2023}


def test_totals_above_a_table_are_no_part_of_what_its_rows_count(tmp_path: Path) -> None:
    page = tmp_path / "accounts.html"
    page.write_text(
        "<h1>Accounts 2021</h1><p>All is in crowns.</p><table><caption>Totals</caption>"
        "<tr><td>Running</td><td>163.10</td></tr><tr><td>Total Running</td><td>259.20</td></tr>"
        "</table>",
        encoding="utf-8",
    )
    found = {fact.label: fact.measure for fact in load(page).facts if fact.table is not None}
    assert found == {"Running": "running", "Total Running": "total running"}
