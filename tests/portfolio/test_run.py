"""A run over several documents: ranking, what many share, what is kept, what fails."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

import tracediff
from tests.portfolio.making import Here, compared, edition, folders, paired, place, write
from tracediff.config import Pair
from tracediff.errors import InputError
from tracediff.model import Document, SharedStory
from tracediff.portfolios import Step, Store, at, compare_all, describer, kept
from tracediff.portfolios.document import Task, describe_file, do, importance, page_of
from tracediff.portfolios.entry import Entry
from tracediff.portfolios.keys import content, key, program
from tracediff.portfolios.partners import Described
from tracediff.settings import Settings


def test_the_document_with_the_gravest_change_goes_first(tmp_path: Path) -> None:
    found, _ = compared(tmp_path)
    assert found.documents[0].name == "brin-2021.md"
    brin = found.documents[0]
    assert brin.title == "Harbour Review of Brin: 2021 Edition"
    assert (brin.old_label, brin.new_label, brin.folder) == ("2020", "2021", "")
    assert (brin.counts.none, brin.counts.withheld, brin.counts.restated) == (1, 0, 0)
    assert brin.sizes.removed == 2
    assert dict(brin.rules)["N102"] == 1
    assert found.documents == tuple(
        sorted(found.documents, key=lambda one: (-one.importance, one.name))
    )
    assert (found.failed, found.unpaired, found.reused) == ((), (), 0)


def test_what_happened_to_many_is_told_once_and_leads_no_document(tmp_path: Path) -> None:
    found, _ = compared(tmp_path)
    gone = SharedStory(
        "section",
        "gone: pilots",
        "Section “Pilots” gone",
        ("alta-2021.md", "brin-2021.md", "corr-2021.md"),
    )
    assert gone in found.shared
    for document in found.documents:
        first = found.first(document)
        assert first is not None
        assert "Pilots" not in first.text


def test_a_document_whose_stories_are_all_of_many_still_has_a_first(tmp_path: Path) -> None:
    found, _ = compared(tmp_path)
    document = found.documents[0]
    lines = tuple(replace(line, traits=(("a", "b"),)) for line in document.headlines)
    told = replace(found, shared=(SharedStory("a", "b", "c", ()),))
    assert told.first(replace(document, headlines=lines)) == lines[0]
    assert told.first(replace(document, headlines=())) is None


def test_a_second_run_does_only_what_changed(tmp_path: Path) -> None:
    executor = Here()
    found, store = compared(tmp_path, executor)
    assert executor.calls == 4
    old, new = tmp_path / "2020", tmp_path / "2021"
    again = compare_all(paired(old, new), store, place(executor), Settings())
    assert executor.calls == 4
    assert again == replace(found, reused=4)
    write(new / "dorn-2021.md", edition("Dorn", 2021, "It fined 99 captains in 2021.", "Tugs"))
    steps: list[Step] = []
    later = compare_all(paired(old, new), store, place(executor), Settings(), steps.append)
    assert executor.calls == 5
    assert steps == [Step(0, 1, 0, 3), Step(1, 1, 0, 3)]
    assert later.reused == 3
    dorn = next(one for one in later.documents if one.name == "dorn-2021.md")
    assert any("99" in line.text for line in dorn.headlines)


def test_a_damaged_entry_is_made_anew(tmp_path: Path) -> None:
    executor = Here()
    found, store = compared(tmp_path, executor)
    store.path(found.documents[0].key).write_bytes(b"damaged")
    again = compare_all(
        paired(tmp_path / "2020", tmp_path / "2021"), store, place(executor), Settings()
    )
    assert executor.calls == 5
    assert again.documents == found.documents


def test_one_broken_document_costs_one_line(tmp_path: Path) -> None:
    old, new = folders(tmp_path)
    write(new / "alta-2021.md", "")
    pairing = paired(old, new)
    gone = Pair("gone", str(new / "gone.md"), str(old / "alta-2020.md"))
    pairing = replace(pairing, pairs=(*pairing.pairs, gone))
    steps: list[Step] = []
    found = compare_all(pairing, Store(tmp_path / "cache"), place(), Settings(), steps.append)
    assert len(found.documents) == 3
    assert [(one.name, one.reason) for one in found.failed] == [
        ("alta-2021.md", f"{new}/alta-2021.md: the file is empty; give the text of an edition"),
        ("gone", f"{new}/gone.md: no such file; check the name"),
    ]
    assert steps[-1] == Step(4, 4, 2, 0)


def test_documents_that_share_nothing_are_named(tmp_path: Path) -> None:
    old = write(tmp_path / "a.md", edition("Alta", 2020, "It fined 14 captains in 2020."))
    new = write(tmp_path / "b.md", "# Soups\n\nPeel the turnips. Simmer gently. Serve it hot.\n")
    found = tracediff.portfolio([(old, new)], executor=Here())
    assert found.documents == ()
    assert "shares almost nothing with" in found.failed[0].reason


def test_nothing_to_compare_is_said() -> None:
    with pytest.raises(InputError, match="no two editions belong together"):
        tracediff.portfolio([])


def test_the_function_takes_paths_and_pairs_and_writes_a_site(tmp_path: Path) -> None:
    old, new = folders(tmp_path)
    pairs: list[tuple[Path, Path] | Pair] = [
        (old / "alta-2020.md", new / "alta-2021.md"),
        Pair("b", str(new / "brin-2021.md"), str(old / "brin-2020.md")),
    ]
    with ThreadPoolExecutor(1) as executor:
        found = tracediff.portfolio(
            pairs, executor=executor, cache=tmp_path / "cache", site=tmp_path / "site", title="Two"
        )
    assert [one.name for one in found.documents] == ["b", "alta-2021.md"]
    assert "<title>Two</title>" in (tmp_path / "site" / "index.html").read_text("utf-8")
    assert isinstance(found, tracediff.Portfolio)


def test_workers_of_our_own_give_the_same(tmp_path: Path) -> None:
    found, _ = compared(tmp_path)
    pairing = paired(tmp_path / "2020", tmp_path / "2021")
    with at(workers=2) as own, kept(None) as store:
        assert own.window == 4
        folder = store.folder
        assert compare_all(pairing, store, own, Settings()) == found
        described = describer(own, Settings())([pairing.pairs[0].draft])
    assert not folder.exists()
    (one,) = described.values()
    assert isinstance(one, Described)
    assert one.title == "Harbour Review of Alta: 2021 Edition"


def task(tmp_path: Path, **other: str) -> Task:
    old, new = folders(tmp_path)
    settings = Settings()
    pair = Pair("alta", str(new / "alta-2021.md"), str(old / "alta-2020.md"))
    contents = content(pair.against, settings), content(pair.draft, settings)
    made = Task(pair, key(pair, contents, settings), contents, os.getcwd(), program(), settings)  # noqa: PTH109
    return replace(made, **other)  # type: ignore[arg-type]


def test_a_file_that_changes_while_it_is_read_is_no_result(tmp_path: Path) -> None:
    changed = replace(task(tmp_path), contents=("a", "b"))
    with pytest.raises(InputError, match=r"was changed while it was read; run again"):
        do(changed)


def test_a_worker_of_another_version_or_without_the_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="runs another tracediff"):
        do(task(tmp_path, program="another"))
    with pytest.raises(InputError, match="the worker does not see this folder"):
        do(task(tmp_path, folder=str(tmp_path / "none")))


def test_paths_count_from_where_the_run_began(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    folders(tmp_path)
    monkeypatch.chdir("/")
    found = describe_file((str(tmp_path), "2020/alta-2020.md", Settings()))
    assert isinstance(found, Described)
    assert describe_file((str(tmp_path), "none.md", Settings())) == (
        "none.md: no such file; check the name"
    )


def test_the_same_task_makes_the_same_bytes(tmp_path: Path) -> None:
    made = task(tmp_path)
    first = do(made)
    assert first == do(made)
    entry = Entry(first)
    assert isinstance(entry.document, Document)
    assert b'<a href="../index.html">All documents</a>' in entry.part("page.html")
    assert entry.document.key == made.key
    assert {one.story for one in entry.searched} == {True, False}


def test_importance_falls_off_so_that_one_grave_change_goes_before_many_small_ones() -> None:
    assert importance([1.0, 4.0]) == 4.7
    assert importance([4.0]) > importance([1.0] * 50)


def test_a_page_has_a_name_of_its_own_on_every_system() -> None:
    names = {page_of("A b.md"), page_of("a-b.md"), page_of("a_b.md"), page_of("日本")}
    assert len(names) == 4
    assert all(name.isascii() and "/" not in name for name in names)
    assert page_of("日本").startswith("document-")
    assert len(page_of("x" * 500)) < 80
