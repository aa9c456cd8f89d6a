"""What a run keeps for the next one."""

from __future__ import annotations

import os
import pickle
import stat
from pathlib import Path

import pytest

from tests.cli.inside import tracediff
from tests.scenario.texts import EDITION_2024, FIRST_DRAFT
from tracediff import cache as module
from tracediff import pairs
from tracediff.cache import Cache, usual_folder
from tracediff.settings import Settings

PAIR = ("draft.md", "--against", "2024.md")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "2024.md").write_text(EDITION_2024, encoding="utf-8")
    (tmp_path / "draft.md").write_text(FIRST_DRAFT, encoding="utf-8")
    return tmp_path


def check(desk: Path, *more: str) -> str:
    folder = str(desk / "kept" / "reports")
    return tracediff("check", *PAIR, *more, folder=desk, TRACEDIFF_CACHE_DIR=folder).out


def kept(desk: Path) -> list[Path]:
    return sorted((desk / "kept" / "reports").glob("*"))


def test_an_unchanged_draft_is_not_read_again(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = check(desk)
    assert len(kept(desk)) == 1
    monkeypatch.setattr(pairs, "_made", lambda *given: pytest.fail("read again"))
    assert check(desk) == first


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_nobody_else_may_read_what_is_kept(desk: Path) -> None:
    check(desk)
    assert stat.S_IMODE(kept(desk)[0].stat().st_mode) == 0o600
    assert stat.S_IMODE(kept(desk)[0].parent.stat().st_mode) == 0o700


def test_whatever_changes_is_looked_at_anew(desk: Path) -> None:
    check(desk)
    (desk / "tracediff.toml").write_text("[severity]\nN101 = 'error'\n", encoding="utf-8")
    check(desk)
    assert len(kept(desk)) == 2
    (desk / "draft.md").write_text(f"{FIRST_DRAFT}\nA word.\n", encoding="utf-8")
    check(desk)
    assert len(kept(desk)) == 3
    check(desk, "--year", "2026")
    assert len(kept(desk)) == 4
    tracediff("check", "draft.md", folder=desk, TRACEDIFF_CACHE_DIR=str(desk / "kept" / "reports"))
    assert len(kept(desk)) == 5


def test_a_waiver_holds_for_what_was_kept(desk: Path) -> None:
    before = check(desk)
    fingerprint = before.splitlines()[0].rpartition("[")[2].rstrip("]")
    waiver = f"[[waiver]]\nfingerprint='{fingerprint}'\nreason='Agreed in May.'\n"
    (desk / "tracediff.toml").write_text(waiver, encoding="utf-8")
    assert fingerprint not in check(desk)
    assert len(kept(desk)) == 1
    (desk / "kept" / "reports" / kept(desk)[0].name).unlink()
    assert "1 finding signed off" in check(desk)
    (desk / "tracediff.toml").unlink()
    assert check(desk) == before


def test_it_can_be_switched_off(desk: Path) -> None:
    check(desk, "--no-cache")
    assert kept(desk) == []


def test_a_cache_that_cannot_be_read_or_written_is_no_error(desk: Path) -> None:
    first = check(desk)
    kept(desk)[0].write_bytes(b"garbage")
    assert check(desk) == first
    (desk / "file").write_text("no folder")
    ended = tracediff("check", *PAIR, folder=desk, TRACEDIFF_CACHE_DIR=str(desk / "file"))
    assert ended.out == first


class Act:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, ("made",)


@pytest.mark.parametrize("value", [Act(), os.getcwd, Settings()])
def test_nothing_but_nouns_comes_out(tmp_path: Path, value: object) -> None:
    held = Cache(tmp_path)
    place = held.place([("a.md", None, b"text")], Settings())
    place.write_bytes(pickle.dumps(value))
    assert held.get(place) is None
    assert not Path("made").exists()


def test_no_function_of_the_nouns_comes_out(tmp_path: Path) -> None:
    held = Cache(tmp_path)
    place = held.place([], Settings())
    place.write_bytes(b"ctracediff.model.report\nimport_module\n(S'this'\ntR.")
    assert held.get(place) is None


def test_what_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = Cache(tmp_path)
    place = held.place([], "no settings")
    held.put(place, frozenset({"a"}))
    assert held.get(place) == frozenset({"a"})
    monkeypatch.setattr(module, "_LARGEST", 3)
    assert held.get(place) is None


def test_what_was_not_used_for_longest_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_MOST", 2)
    held = Cache(tmp_path)
    places = [held.place([(number,)], Settings()) for number in range(3)]
    for age, place in zip((30, 10, 0), places, strict=True):
        held.put(place, ("value",))
        os.utime(place, (place.stat().st_atime, place.stat().st_mtime - age))
    held.get(places[1])
    held.put(places[2], ("value",))
    assert [place.exists() for place in places] == [False, True, True]


def test_a_write_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    held = Cache(tmp_path)
    with pytest.raises((AttributeError, pickle.PicklingError)):  # Python 3.14
        held.put(held.place([], Settings()), lambda: None)
    assert list(tmp_path.iterdir()) == []


def test_the_usual_folder_is_that_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TRACEDIFF_CACHE_DIR", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", lambda: Path("/home/x"))
    assert usual_folder() == Path("/home/x/.cache/tracediff")
    monkeypatch.setenv("XDG_CACHE_HOME", "/caches")
    assert usual_folder() == Path("/caches/tracediff")
    monkeypatch.setenv("TRACEDIFF_CACHE_DIR", "/own")
    assert usual_folder() == Path("/own")
    monkeypatch.setenv("TRACEDIFF_CACHE_DIR", "")
    assert usual_folder() is None


def test_without_a_home_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere() -> Path:
        raise RuntimeError

    for name in ("TRACEDIFF_CACHE_DIR", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", nowhere)
    assert usual_folder() is None
