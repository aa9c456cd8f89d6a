"""A Dask cluster gives what the local pool gives, also where a worker is ended half-way."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.inside import tracediff
from tests.portfolio.making import compared, edition, paired, write
from tracediff.errors import InputError
from tracediff.portfolios import Store, at, compare_all
from tracediff.portfolios.executors import named
from tracediff.portfolios.site import write_site
from tracediff.settings import Settings

distributed = pytest.importorskip(
    "distributed", reason="NOT INSTALLED: distributed, extra [dask]; Dask is not tested"
)
ROOT = str(Path(__file__).parents[2])
SECONDS = 90.0


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module", autouse=True)
def _paths() -> Iterator[None]:
    """The workers find the same tracediff, and nothing of the cluster is watched or spilled."""
    before = dict(os.environ)
    os.environ["PYTHONPATH"] = ROOT
    os.environ["DASK_DISTRIBUTED__WORKER__DAEMON"] = "False"
    yield
    os.environ.clear()
    os.environ.update(before)


def test_a_local_cluster_gives_the_bytes_of_the_local_run(tmp_path: Path) -> None:
    found, store = compared(tmp_path)
    write_site(found, store, tmp_path / "here")
    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=1, dashboard_address=None, processes=True
    ) as cluster:
        address = f"dask://{cluster.scheduler_address.removeprefix('tcp://')}"
        ended = tracediff(
            "portfolio", tmp_path / "2020", tmp_path / "2021", "-o", tmp_path / "there",
            "--executor", address, "--no-cache",
        )  # fmt: skip
        cluster.scale(0)
        until = time.monotonic() + SECONDS
        while cluster.scheduler.workers and time.monotonic() < until:
            time.sleep(0.05)
        with (
            pytest.raises(InputError, match="has no worker; start one: dask worker"),
            named(address),
        ):
            pass
    assert ended.status == 0
    assert tree(tmp_path / "there") == tree(tmp_path / "here")


def processes(folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", *arguments],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


@contextmanager
def cluster(folder: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A scheduler and two workers, each a process of its own."""
    file = folder / "scheduler.json"
    own = [
        processes(
            folder, "distributed.cli.dask_scheduler", "--port", "0", "--no-dashboard",
            "--scheduler-file", str(file), "--host", "127.0.0.1",
        )
    ]  # fmt: skip
    try:
        own += [
            processes(
                folder, "distributed.cli.dask_worker", "--scheduler-file", str(file),
                "--nthreads", "1", "--no-nanny", "--no-dashboard", "--name", name,
                "--local-directory", str(folder / name), "--host", "127.0.0.1",
            )
            for name in ("one", "two")
        ]  # fmt: skip
        with distributed.Client(scheduler_file=str(file), timeout=SECONDS) as client:
            client.wait_for_workers(2, timeout=SECONDS)
            address = str(client.scheduler.address)
        yield address.removeprefix("tcp://"), own[1:]
    finally:
        for process in reversed(own):
            process.kill()
            process.wait()


def test_a_worker_that_is_ended_half_way_loses_nothing(tmp_path: Path) -> None:
    for number in range(24):
        for year in (2020, 2021):
            text = edition(f"Land{number}", year, f"It fined {number + year} captains in {year}.")
            write(tmp_path / str(year) / f"{number}.md", text)
    pairing = paired(tmp_path / "2020", tmp_path / "2021")
    with at(workers=1) as place:
        store = Store(tmp_path / "local")
        write_site(compare_all(pairing, store, place, Settings()), store, tmp_path / "here")
    with cluster(tmp_path) as (address, workers), named(f"dask://{address}", SECONDS) as place:
        store = Store(tmp_path / "cluster")
        ended: list[int] = []

        def end_one(step: object) -> None:
            if getattr(step, "done", 0) >= 6 and not ended:
                workers[0].send_signal(signal.SIGKILL)
                ended.append(workers[0].wait())

        found = compare_all(pairing, store, place, Settings(), end_one)
        write_site(found, store, tmp_path / "there")
    assert ended == [-signal.SIGKILL]
    assert (len(found.documents), found.failed) == (24, ())
    assert tree(tmp_path / "there") == tree(tmp_path / "here")
