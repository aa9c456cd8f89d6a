"""The cache: an entry is whole or not there, and nothing stale is ever taken from it."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tracediff.config import Pair
from tracediff.errors import InputError
from tracediff.model import Waiver
from tracediff.portfolios import keys
from tracediff.portfolios.store import Store, usual_folder, write_whole
from tracediff.settings import Aligning, Settings

KEY, OTHER = "ab" * 32, "cd" * 32


def test_an_entry_comes_back_as_it_was_put(tmp_path: Path) -> None:
    store = Store(tmp_path / "made" / "here")
    assert store.get(KEY) is None
    store.put(KEY, b"body")
    assert store.get(KEY) == store.need(KEY) == b"body"
    assert store.path(KEY).stat().st_mode & 0o777 == 0o600
    assert [path.name for path in store.path(KEY).parent.iterdir()] == [f"{KEY}.entry"]


@pytest.mark.parametrize("damage", [b"", b"short", b"tracediff-entry-1\n" + bytes(40)])
def test_a_damaged_entry_is_none(tmp_path: Path, damage: bytes) -> None:
    store = Store(tmp_path)
    store.put(KEY, b"body")
    store.path(KEY).write_bytes(damage)
    assert store.get(KEY) is None
    with pytest.raises(InputError, match="was removed or damaged meanwhile; run again"):
        store.need(KEY)


def test_a_changed_byte_is_seen(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put(KEY, b"body")
    data = bytearray(store.path(KEY).read_bytes())
    data[-1] ^= 1
    store.path(KEY).write_bytes(data)
    assert store.get(KEY) is None


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    names = [f"{n:02}" * 32 for n in range(4)]
    store = Store(tmp_path, most=2 * (18 + 32 + 100))
    for age, name in enumerate(names):
        store.put(name, bytes(100))
        os.utime(store.path(name), (1e9 - age, 1e9 - age))
    strange = store.path(names[0]).parent / "readme"
    strange.write_text("mine", "utf-8")
    store.tidy({names[3]})
    assert [store.get(name) is not None for name in names] == [True, False, False, True]
    assert strange.exists()


def test_what_a_run_uses_stays_however_large(tmp_path: Path) -> None:
    store = Store(tmp_path, most=10)
    store.put(KEY, bytes(100))
    store.tidy({KEY})
    assert store.get(KEY) is not None


def test_what_a_killed_run_left_is_cleared_after_a_day(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put(KEY, b"body")
    old, new = (store.path(KEY).parent / f".{n}.tracediff-tmp" for n in "ab")
    for path in (old, new):
        path.write_bytes(b"half")
    os.utime(old, (1e9, 1e9))
    store.tidy(())
    assert (old.exists(), new.exists()) == (False, True)


def test_a_file_is_written_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"before")

    def fail(self: Path, mode: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "chmod", fail)
    with pytest.raises(OSError, match="No space left"):
        write_whole(path, b"after")
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("file", b"before")]
    store = Store(tmp_path / "cache")
    with pytest.raises(InputError, match=r"cannot be written \(No space left on device\)"):
        store.put(KEY, b"body")


def test_a_cache_that_cannot_be_made_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(InputError, match=r"cannot hold the cache .*; name another with --cache"):
        Store(tmp_path / "file" / "cache")


def test_the_usual_folder_is_that_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TRACEDIFF_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", "/tmp/caches")
    assert usual_folder() == Path("/tmp/caches/tracediff")
    monkeypatch.delenv("XDG_CACHE_HOME")
    assert usual_folder() == Path.home() / ".cache" / "tracediff"
    monkeypatch.setenv("TRACEDIFF_CACHE", "/tmp/mine")
    assert usual_folder() == Path("/tmp/mine")


def test_who_has_no_home_is_told_to_name_a_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("TRACEDIFF_CACHE", raising=False)
    monkeypatch.setattr(Path, "home", homeless)
    with pytest.raises(InputError, match="no home folder for the cache; name one with --cache"):
        usual_folder()


PAIR = Pair("peru", "new.md", "old.md")


def test_a_key_is_another_one_for_whatever_the_result_depends_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plain = Settings()

    def made(pair: Pair = PAIR, of: tuple[str, str] = ("o", "n"), with_: Settings = plain) -> str:
        return keys.key(pair, of, with_)

    first = made()
    assert first == made()
    tuned = replace(plain, aligning=replace(Aligning(), candidates=9))
    waived = replace(
        plain,
        waiving=replace(plain.waiving, waivers=(Waiver("known"),), today=date(2026, 1, 1)),
    )
    later = replace(waived, waiving=replace(waived.waiving, today=date(2026, 1, 2)))
    undated = replace(waived, waiving=replace(waived.waiving, today=None))
    others = [
        made(of=("o", "n2")),
        made(of=("o2", "n")),
        made(replace(PAIR, name="chile")),
        made(replace(PAIR, draft="new2.md")),
        made(replace(PAIR, against="old2.md")),
        made(replace(PAIR, year=2020)),
        made(replace(PAIR, against_year=2020)),
        made(with_=tuned),
        made(with_=waived),
        made(with_=later),
        made(with_=undated),
    ]
    monkeypatch.setattr(keys, "program", lambda: "another")
    others.append(made())
    assert len({first, *others}) == 13


def test_the_program_is_known_by_its_files_and_templates(tmp_path: Path) -> None:
    assert len(keys.program()) == 64
    (tmp_path / "__pycache__").mkdir()
    for name in ("b.py", "a.py", "__pycache__/a.pyc"):
        (tmp_path / name).write_text("", "utf-8")
    assert [path.name for path in keys._files([tmp_path])] == ["a.py", "b.py"]


def test_the_content_of_no_file_is_none_and_a_missing_one_is_said(tmp_path: Path) -> None:
    assert keys.content("", Settings()) == ""
    with pytest.raises(InputError, match="no such file"):
        keys.content(str(tmp_path / "a.md"), Settings())
