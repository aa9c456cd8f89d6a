"""Which files are compared with which, and what has no partner."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.portfolio.making import edition, paired, place, write
from tracediff.config import Pair
from tracediff.errors import InputError
from tracediff.portfolios import declared, describer, named, one_folder, read_list
from tracediff.portfolios.partners import Described, Pairing, two_folders
from tracediff.settings import Settings


def short(pairing: Pairing, top: Path) -> list[tuple[str, str]]:
    """Each pair as (old, new), from a folder."""
    return [
        (Path(p.against).relative_to(top).as_posix(), Path(p.draft).relative_to(top).as_posix())
        for p in pairing.pairs
    ]


def lone(pairing: Pairing, top: Path) -> list[str]:
    return [Path(one.path).relative_to(top).as_posix() for one in pairing.unpaired]


def files(top: Path, *names: str) -> None:
    for name in names:
        write(top / name, "# A Review\n\nThe office inspected nine ships.\n")


def test_names_pair_across_years_folders_drafts_and_formats(tmp_path: Path) -> None:
    files(tmp_path, "old/asia/nepal-2020.md", "old/peru_2020.txt", "old/africa/mali.md")
    files(tmp_path, "new/asia/nepal-2021-draft.md", "new/peru 2021.md", "new/west/mali.md")
    found = paired(tmp_path / "old", tmp_path / "new")
    assert short(found, tmp_path) == [
        ("old/asia/nepal-2020.md", "new/asia/nepal-2021-draft.md"),
        ("old/peru_2020.txt", "new/peru 2021.md"),
        ("old/africa/mali.md", "new/west/mali.md"),
    ]
    assert [pair.name for pair in found.pairs] == [
        "asia/nepal-2021-draft.md",
        "peru 2021.md",
        "west/mali.md",
    ]
    assert found.unpaired == ()


def test_of_several_old_files_the_latest_before_the_new_one_is_taken(tmp_path: Path) -> None:
    files(tmp_path, "old/peru-2018.md", "old/peru-2020.md", "old/peru-2022.md", "new/peru-2021.md")
    found = paired(tmp_path / "old", tmp_path / "new")
    assert short(found, tmp_path) == [("old/peru-2020.md", "new/peru-2021.md")]
    assert lone(found, tmp_path) == ["old/peru-2018.md", "old/peru-2022.md"]


def test_of_two_formats_the_new_ones_own_is_taken(tmp_path: Path) -> None:
    files(tmp_path, "old/peru.md", "old/peru.txt", "new/peru.txt")
    found = paired(tmp_path / "old", tmp_path / "new")
    assert short(found, tmp_path) == [("old/peru.txt", "new/peru.txt")]
    assert lone(found, tmp_path) == ["old/peru.md"]


def test_nothing_is_guessed_where_two_would_fit(tmp_path: Path) -> None:
    files(tmp_path, "old/peru.md", "old/peru.txt", "new/peru.html")
    (tmp_path / "new/peru.html").write_text("<!doctype html><p>The office saw ships.", "utf-8")
    found = paired(tmp_path / "old", tmp_path / "new")
    assert found.pairs == ()
    assert lone(found, tmp_path) == ["old/peru.md", "old/peru.txt", "new/peru.html"]
    assert found.unpaired[0].reason == f"has no partner in {tmp_path / 'new'}"
    assert found.unpaired[2].reason == f"has no partner in {tmp_path / 'old'}"


def test_two_new_files_of_one_name_are_left_to_their_titles(tmp_path: Path) -> None:
    files(tmp_path, "old/peru.md", "new/peru-2020.md", "new/peru-2021.md")
    assert paired(tmp_path / "old", tmp_path / "new").pairs == ()


def test_titles_pair_what_names_do_not_where_the_data_are_earlier(tmp_path: Path) -> None:
    write(tmp_path / "old/doc17.md", edition("Alta", 2020, "It fined 14 captains in 2020."))
    write(tmp_path / "new/final_v3.md", edition("Alta", 2021, "It fined 20 captains in 2021."))
    write(tmp_path / "old/doc18.md", edition("Brin", 2022, "It fined 14 captains in 2022."))
    write(tmp_path / "new/xyz.md", edition("Brin", 2021, "It fined 20 captains in 2021."))
    write(tmp_path / "new/broken.md", "")
    found = paired(tmp_path / "old", tmp_path / "new")
    assert short(found, tmp_path) == [("old/doc17.md", "new/final_v3.md")]
    assert lone(found, tmp_path) == ["old/doc18.md", "new/broken.md", "new/xyz.md"]


def test_a_folder_of_editions_by_year_gives_the_two_latest_of_each(tmp_path: Path) -> None:
    files(tmp_path, "2019/peru.md", "2020/peru.md", "2021/peru.md", "mali-2020.md", "mali-2022.md")
    files(tmp_path, "2020/chad.md", "mali-2020.txt")
    found = one_folder(str(tmp_path), describer(place(), Settings()))
    assert short(found, tmp_path) == [
        ("2020/peru.md", "2021/peru.md"),
        ("mali-2020.md", "mali-2022.md"),
    ]
    assert [(one.path, one.reason) for one in found.unpaired] == [
        (str(tmp_path / "2020/chad.md"), f"is the only edition of its report in {tmp_path}")
    ]


def test_editions_without_years_in_their_names_are_told_apart_by_their_data(
    tmp_path: Path,
) -> None:
    for name, year in (("a", 2019), ("b", 2021), ("c", 2020)):
        write(tmp_path / f"{name}.md", edition("Alta", year, f"It fined 9 captains in {year}."))
    found = one_folder(str(tmp_path), describer(place(), Settings()))
    assert short(found, tmp_path) == [("c.md", "b.md")]
    assert found.unpaired == ()


def test_two_editions_of_one_period_are_no_pair(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write(tmp_path / f"{name}.md", edition("Alta", 2020, "It fined 9 captains in 2020."))
    found = one_folder(str(tmp_path), describer(place(), Settings()))
    assert (found.pairs, lone(found, tmp_path)) == ((), ["a.md", "b.md"])


def test_a_lone_file_is_no_pair(tmp_path: Path) -> None:
    files(tmp_path, "a.md")
    found = one_folder(str(tmp_path), lambda paths: pytest.fail("nothing to tell apart"))
    assert (found.pairs, len(found.unpaired)) == ((), 1)


def test_a_title_is_known_without_its_year_and_edition() -> None:
    assert Described("Report for Fiscal Year 2020: Harbours").key == "harbours"
    assert Described("Harbours 2021 (draft)", date(2021, 12, 31)).key == "harbours"


@pytest.mark.parametrize(
    ("old", "new", "cure"),
    [("none", "new", "is no folder"), ("empty", "new", "holds no report that can be read")],
)
def test_folders_have_to_be_there_and_hold_reports(
    tmp_path: Path, old: str, new: str, cure: str
) -> None:
    (tmp_path / "empty").mkdir()
    files(tmp_path, "new/a.md")
    with pytest.raises(InputError, match=cure):
        two_folders(str(tmp_path / old), str(tmp_path / new), lambda paths: {})


def test_a_list_names_pairs_from_its_own_folder(tmp_path: Path) -> None:
    files(tmp_path, "a.md", "b.md")
    text = "old,new,name,old_year,new_year\na.md,b.md,Peru,2019,2020\nmain:a.md, c.md ,,,\n"
    found = read_list(str(write(tmp_path / "pairs.csv", text)))
    assert found.pairs == (
        Pair("Peru", str(tmp_path / "b.md"), str(tmp_path / "a.md"), 2020, 2019),
        Pair("c.md", str(tmp_path / "c.md"), "main:a.md"),
    )


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ("a.md,b.md\n", "its first line must name the columns"),
        ("old,new,year\na,b,2020\n", "its first line must name the columns"),
        ("", "its first line must name the columns"),
        ("old,new\na.md\n", "line 2: needs old and new"),
        ("old,new\na.md,b.md,c.md\n", "line 2: needs old and new"),
        ("old,new\n", "lists no pair"),
        ("old,new,old_year\na.md,b.md,last\n", "line 2: 'last' is no year; write it as 2024"),
        ("old,new,name\na,b,Peru\nc,d,Peru\n", "Peru: two pairs have this name"),
    ],
)
def test_what_is_wrong_with_a_list_is_said_with_its_line(
    tmp_path: Path, text: str, cure: str
) -> None:
    with pytest.raises(InputError, match=cure):
        read_list(str(write(tmp_path / "pairs.csv", text)))


def test_a_list_that_cannot_be_read_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(InputError, match=r"none\.csv: cannot be read"):
        read_list(str(tmp_path / "none.csv"))
    (tmp_path / "latin.csv").write_bytes(b"old,new\n\xe9.md,b.md\n")
    with pytest.raises(InputError, match="is not UTF-8; save it as CSV UTF-8"):
        read_list(str(tmp_path / "latin.csv"))
    monkeypatch.setattr("tracediff.portfolios.listed._MOST", 10)
    with pytest.raises(InputError, match="is too long; split it"):
        read_list(str(write(tmp_path / "long.csv", "old,new\n" * 9)))


def test_pairs_without_a_name_are_known_by_the_new_file() -> None:
    found = named([("a/x.md", "b/x.md"), ("a/y.md", "b/y.md"), ("a/z.md", "c/y.md")])
    assert [pair.name for pair in found] == ["x.md", "b/y.md", "c/y.md"]


def test_declared_drafts_alone_have_no_partner() -> None:
    found = declared(
        [Pair("one", "a.md", "b.md"), Pair("two", "c.md")],
        ["c.md: has no counterpart in old; it is checked alone", "d.md: has no counterpart in new"],
    )
    assert [pair.name for pair in found.pairs] == ["one"]
    assert [(one.path, one.reason) for one in found.unpaired] == [
        ("c.md", "has no earlier edition"),
        ("d.md", "has no counterpart in new"),
    ]
