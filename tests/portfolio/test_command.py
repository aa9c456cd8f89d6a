"""``tracediff portfolio``: what it takes, says and writes, and how it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.cli.inside import Ended, tracediff
from tests.portfolio.making import Here, compared, edition, folders, write
from tracediff.cli import rate as rates
from tracediff.cli.rate import Rate
from tracediff.errors import InputError
from tracediff.model import Failure, Unpaired
from tracediff.portfolios import Step, executors
from tracediff.portfolios.executors import Workplace
from tracediff.render import Options
from tracediff.render.portfolio_terminal import write as listed

ROOT = str(Path(__file__).parents[2])


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[list[Any]]:
    """Work in this process, and note how many workers were asked for and how patiently."""
    asked: list[Any] = []

    @contextmanager
    def local(workers: int | None, seconds: float) -> Iterator[Workplace]:
        asked.append((workers, seconds))
        yield Workplace(Here(), 2)

    monkeypatch.setattr(executors, "local", local)
    monkeypatch.setenv("TRACEDIFF_CACHE", str(tmp_path / "usual"))
    yield asked


def test_two_folders_are_ranked_in_the_terminal(tmp_path: Path, here: list[Any]) -> None:
    old, new = folders(tmp_path)
    write(new / "lone.md", "# Soups\n\nPeel the turnips.\n")
    ended = tracediff("portfolio", old, new, "--limit", "3", "--title", "Ports", "--width", "300")
    assert (ended.status, ended.err) == (0, "")
    lines = ended.out.splitlines()
    assert lines[:4] == ["Ports", "", "IN MANY DOCUMENTS", " Section “Pilots” gone in 3 of 4"]
    assert "4 DOCUMENTS, MOST IMPORTANT FIRST" in lines
    first = lines.index("  1 Harbour Review of Brin: 2021 Edition  2020 → 2021  brin-2021.md")
    assert "1 fell to none" in lines[first + 2]
    assert "    1 more; --limit shows more" in lines
    assert lines[-2:] == [
        "WITHOUT A PARTNER (1)",
        f" {new}/lone.md: has no partner in {old}",
    ]
    assert here == [(None, 600.0)]
    assert (tmp_path / "usual").is_dir()


def test_a_second_run_says_what_is_as_before(tmp_path: Path) -> None:
    old, new = folders(tmp_path)
    arguments = ("portfolio", old, new, "-o", tmp_path / "site", "--cache", tmp_path / "kept")
    first, second = tracediff(*arguments), tracediff(*arguments)
    assert first.err == f"tracediff: wrote {tmp_path}/site/index.html (4 documents)\n"
    assert second.err.endswith("(4 documents, 4 as before)\n")
    assert (first.status, second.status, first.out, second.out) == (0, 0, "", "")
    assert not (tmp_path / "usual").exists()


def test_of_twenty_pairs_with_one_broken_nineteen_are_there(tmp_path: Path) -> None:
    rows = ["old,new"]
    for at in range(20):
        for year in (2020, 2021):
            text = edition(f"Land{at}", year, f"It fined {at + year} captains in {year}.")
            write(tmp_path / f"{at}-{year}.md", "" if (at, year) == (7, 2021) else text)
        rows.append(f"{at}-2020.md,{at}-2021.md")
    write(tmp_path / "pairs.csv", "\n".join(rows))
    ended = tracediff(
        "portfolio", "--pairs", tmp_path / "pairs.csv", "-o", tmp_path / "site", "--no-cache"
    )
    assert ended.status == 2
    assert ended.err.splitlines() == [
        f"tracediff: {tmp_path}/7-2021.md: the file is empty; give the text of an edition",
        f"tracediff: wrote {tmp_path}/site/index.html (19 documents, 1 failed)",
    ]
    page = (tmp_path / "site" / "index.html").read_text("utf-8")
    assert "19 documents compared" in page
    assert "<li><b>7-2021.md</b>" in page
    assert len(list((tmp_path / "site" / "pages").iterdir())) == 19


def test_one_folder_and_the_pairs_of_a_configuration(tmp_path: Path) -> None:
    folders(tmp_path / "all")
    ended = tracediff("portfolio", tmp_path / "all", "--no-cache")
    assert "4 DOCUMENTS" in ended.out
    write(
        tmp_path / "tracediff.toml",
        '[[pair]]\nname = "ports"\ndraft = "all/2021/alta-2021.md"\nagainst = "all/2020"\n',
    )
    ended = tracediff("portfolio", "--workers", "3", "--timeout", "9", folder=tmp_path)
    assert ended.status == 0
    assert "  1 Harbour Review of Alta: 2021 Edition  2020 → 2021  ports" in ended.out


def test_each_report_of_a_folder_can_be_followed_through_its_years(tmp_path: Path) -> None:
    for year in (2019, 2020, 2021):
        for country in ("Alta", "Brin"):
            text = edition(country, year, f"It fined {year - 2000} captains in {year}.")
            write(tmp_path / "all" / str(year) / f"{country.lower()}.md", text)
    write(tmp_path / "all" / "2019" / "corr.md", edition("Corr", 2019, "It fined 9 in 2019."))
    arguments = ("portfolio", tmp_path / "all", "-o", tmp_path / "site")
    ended = tracediff(*arguments, "--timelines")
    assert ended.status == 0
    pages = sorted((tmp_path / "site" / "timelines").iterdir())
    assert len(pages) == 2
    text = pages[0].read_text("utf-8")
    assert "<summary>3 editions</summary>" in text
    assert '<a href="../index.html">All documents</a>' in text
    index = (tmp_path / "site" / "index.html").read_text("utf-8")
    assert f'href="timelines/{pages[0].name}">through 3 editions</a>' in index
    again = tracediff(*arguments, "--timelines")
    assert again.err.endswith("(2 documents, 1 file without a partner, 4 as before)\n")
    tracediff(*arguments)
    assert list((tmp_path / "site" / "timelines").iterdir()) == []
    write(tmp_path / "all" / "2019" / "alta.md", "")
    write(tmp_path / "all" / "2020" / "brin.md", "# Soups\n\nPeel the turnips. Serve it hot.\n")
    ended = tracediff(*arguments, "--timelines")
    assert ended.status == 2
    assert "2021/brin.md" in ended.err


def test_only_the_rules_asked_for(tmp_path: Path) -> None:
    old, new = folders(tmp_path)
    ended = tracediff("portfolio", old, new, "--select", "S")
    assert "captains" not in ended.out
    assert "Pilots" in ended.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "give OLD_DIR and NEW_DIR, one folder, or --pairs FILE; or declare [[pair]]"),
        (("a", "b", "c"), "give OLD_DIR and NEW_DIR, one folder, or --pairs FILE"),
        (("a", "--pairs", "b"), "give OLD_DIR and NEW_DIR, one folder, or --pairs FILE"),
        (("a", "--workers", "2", "--executor", "dask://h:1"), "--workers is for this machine"),
        (("a", "--cache", "x", "--no-cache"), "--cache and --no-cache exclude each other"),
        (("a", "--tables", "xlsx"), "--tables and --timelines need -o DIR"),
        (("a", "--timelines"), "--tables and --timelines need -o DIR"),
        (("a", "b", "--timelines", "-o", "x"), "--timelines is for one folder"),
        (("a", "--tables", "ods", "-o", "x"), "ods: is no format of tables"),
        (("a", "--executor", "ray://h:1"), "ray://h:1: is no executor; write it as dask://HOST"),
        (("a", "--executor", "dask://"), "dask://: is no executor; write it as dask://HOST"),
        (("none", "none2"), "none: is no folder"),
        ((".", "-o", "."), ".: holds the editions; write to another folder"),
    ],
)
def test_what_does_not_go_together_is_one_line(
    tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    ended = tracediff("portfolio", *arguments, folder=tmp_path)
    assert ended.status == 2
    assert ended.err.count("\n") == 1
    assert said in ended.err


class Interrupted(Here):
    """Is interrupted at its second document."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Any:
        if self.calls == 1:
            raise KeyboardInterrupt
        return super().submit(fn, *args, **kwargs)


def interrupted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *more: str
) -> tuple[Ended, tuple[Path, Path]]:
    old, new = folders(tmp_path)

    @contextmanager
    def local(workers: int | None, seconds: float) -> Iterator[Workplace]:
        yield Workplace(Interrupted(), 1)

    with monkeypatch.context() as patch:
        patch.setattr(executors, "local", local)
        return tracediff("portfolio", old, new, *more), (old, new)


def test_what_was_done_before_an_interrupt_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended, (old, new) = interrupted(tmp_path, monkeypatch)
    assert (ended.status, ended.out) == (130, "")
    assert ended.err.split("\n") == [
        "tracediff: what was done is kept; the same call goes on from there",
        "",
        "tracediff: stopped",
        "",
    ]
    ended = tracediff("portfolio", old, new, "-o", tmp_path / "site")
    assert ended.err.endswith("(4 documents, 1 as before)\n")


def test_without_a_cache_nothing_is_promised(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended, _ = interrupted(tmp_path, monkeypatch, "--no-cache")
    assert (ended.status, ended.err) == (130, "\ntracediff: stopped\n")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="signals of POSIX systems")
def test_ctrl_c_ends_the_program_and_its_workers_and_a_new_call_goes_on(tmp_path: Path) -> None:
    for at in range(30):
        for year in (2020, 2021):
            text = edition(f"Land{at}", year, f"It fined {at + year} captains in {year}.")
            write(tmp_path / str(year) / f"{at}.md", text)
    arguments = [
        sys.executable, "-c", "from tracediff.start import run; run()", "portfolio",
        str(tmp_path / "2020"), str(tmp_path / "2021"), "--cache", str(tmp_path / "kept"),
        "--workers", "1",
    ]  # fmt: skip
    environment = {**os.environ, "PYTHONPATH": ROOT}
    with subprocess.Popen(
        arguments, env=environment, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as program:
        until = time.monotonic() + 60
        while not list((tmp_path / "kept").glob("*/*.entry")):
            assert time.monotonic() < until
            time.sleep(0.02)
        program.send_signal(signal.SIGINT)
        out, err = program.communicate(timeout=60)
    assert (program.returncode, out) == (130, "")
    assert err.splitlines()[-1] == "tracediff: stopped"
    held = len(list((tmp_path / "kept").glob("*/*.entry")))
    ended = tracediff(*arguments[3:], "-o", tmp_path / "site")
    assert f"(30 documents, {held} as before)" in ended.err


def clocked(monkeypatch: pytest.MonkeyPatch, watched: bool) -> tuple[Rate, list[float]]:
    now = [0.0]
    monkeypatch.setattr(rates, "watched", lambda: watched)
    return Rate(lambda: now[0]), now


def test_a_terminal_sees_the_rate_and_the_time_left(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rate, now = clocked(monkeypatch, watched=True)
    for at, step in ((0.01, 0), (2.0, 4), (2.01, 5), (5.0, 10)):
        now[0] = at
        rate(Step(step, 10, 0, 0))
    rate.close()
    said = capsys.readouterr().err.split("\r\x1b[2K")
    assert said == [
        "",
        "4 of 10 documents, 2.0 a second, 0:03 left",
        "10 of 10 documents, 2.0 a second",
        "",
    ]


def test_a_log_gets_a_line_now_and_then(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rate, now = clocked(monkeypatch, watched=False)
    rate(Step(0, 0, 0, 4))
    for at, step in ((1.0, 1), (40.0, 20), (50.0, 25), (100.0, 50)):
        now[0] = at
        rate(Step(step, 50, 2, 0))
    rate.close()
    assert capsys.readouterr().err.splitlines() == [
        "tracediff: 20 of 50 documents, 2 failed, 30.0 a minute, 1:00 left",
        "tracediff: 50 of 50 documents, 2 failed, 30.0 a minute",
    ]
    rate, now = clocked(monkeypatch, watched=False)
    now[0] = 5.0
    rate(Step(3, 3, 0, 0))
    assert capsys.readouterr().err == ""


def test_a_stretch_of_time_is_said_as_a_clock_shows_it() -> None:
    assert [rates.clock(n) for n in (9, 66.4, 7384)] == ["0:09", "1:06", "2:03:04"]
    assert rates.said(Step(0, 3, 0, 20), 0.2) == "0 of 3 documents (20 as before)"


def test_without_standard_error_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    rate, now = clocked(monkeypatch, watched=True)
    monkeypatch.setattr(sys, "stderr", None)
    now[0] = 1.0
    rate(Step(1, 2, 0, 0))
    rate.close()


def test_a_long_list_of_what_is_missing_is_cut(tmp_path: Path) -> None:
    found, _ = compared(tmp_path)
    failed = tuple(Failure(f"f{n}", "", "", "is empty") for n in range(12))
    lone = (Unpaired("a.md", "is alone"),)
    quiet = replace(
        found.documents[0], headlines=(), counts=replace(found.documents[0].counts, stories=1)
    )
    text = listed(
        replace(found, documents=(quiet,), failed=failed, unpaired=lone, shared=()), Options()
    )
    lines = text.splitlines()
    assert "NOT COMPARED (12)" in lines
    assert " f9: is empty" in lines
    assert " f10: is empty" not in lines
    assert " 2 more" in lines
    assert "    Nothing changed." in lines
    assert any("1 story" in line for line in lines)


def test_a_pool_has_a_worker_for_each_processor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    with executors.local(None) as place:
        assert place.window == 2 * executors.processors()
        assert place.patience is None


def test_an_executor_of_the_caller_is_watched_and_stays_open() -> None:
    executor = Here()
    with executors.given(executor, 5.0) as place:
        assert (place.window, place.patience) == (2 * executors.processors(), 5.0)
    assert executor.submit(pow, 2, 2).result() == 4


def test_a_cluster_that_is_not_there_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed", reason="NOT INSTALLED: distributed, extra [dask]")
    monkeypatch.setattr(executors, "_PATIENCE", 0.2)
    with (
        pytest.raises(InputError, match=r"nobody answers .*; start a scheduler there"),
        executors.named("dask://127.0.0.1:9"),
    ):
        pass


def test_without_dask_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> Any:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(executors, "import_module", missing)
    named: AbstractContextManager[Workplace] = executors.named("dask://h:1")
    with (
        pytest.raises(InputError, match=r"install tracediff-reports with its extra \[dask\]"),
        named,
    ):
        pass
