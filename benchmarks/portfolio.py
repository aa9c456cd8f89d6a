"""Measure portfolios: pairs made from the samples, run in every way that matters.

    python benchmarks/portfolio.py make FOLDER [COUNT]      pairs of editions: FOLDER/old, FOLDER/new
    python benchmarks/portfolio.py speed FOLDER             one worker, two, overhead, second runs
    python benchmarks/portfolio.py kills FOLDER [RUNS]      random kills: the same bytes every time
    python benchmarks/portfolio.py index [COUNT]            size of an index of so many documents

Seconds depend on the machine; the ratios are what is compared. CPU seconds, of this process and its
workers, say most on a machine that others use too.
"""

from __future__ import annotations

import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tracediff.portfolios import Store, at, compare_all, describer, two_folders  # noqa: E402
from tracediff.portfolios.document import Task, do  # noqa: E402
from tracediff.portfolios.keys import content, key, program  # noqa: E402
from tracediff.portfolios.site import write_site  # noqa: E402
from tracediff.settings import Settings  # noqa: E402

SAMPLES = ROOT / "samples"
PAIRS = [
    ("veldania-2023.md", "veldania-2024.md"),
    ("veldania-2023.html", "veldania-2024.html"),
    ("veldania-2023.txt", "veldania-2024.txt"),
    ("timeline/veldania-2019.md", "timeline/veldania-2020.md"),
    ("timeline/veldania-2020.md", "timeline/veldania-2021.md"),
    ("timeline/veldania-2021.md", "timeline/veldania-2022.md"),
    ("timeline/veldania-2022.md", "timeline/veldania-2024.md"),
]
STARTS = "Al Bor Cas Dor Est Fal Gor Hal Ist Kar Lom Mar Nor Ost Pel Quor Ras Sol Tar Ul Vor Wes Yor Zan".split()
ENDS = "avia enia istan land mark ona oria uria wald esia".split()
REGIONS = "north south east west islands".split()
NUMBER = re.compile(r"(?<![\d.,/-])(\d{1,3}(?:,\d{3})+|\d+)(?![\d/-]|[.,]\d)")
DROPPED = ("Research and data", "Outlook", "Help for survivors", "Funding")


def make(folder: Path, count: int, seed: int = 7) -> None:
    """Countries of their own: names, figures and sections differ, the text is that of the samples."""
    chance = random.Random(seed)
    names = [f"{start}{end}" for start in STARTS for end in ENDS]
    chance.shuffle(names)
    for at_, name in enumerate(
        names[i % len(names)] + ("" if i < len(names) else str(i)) for i in range(count)
    ):
        old, new = PAIRS[at_ % len(PAIRS)]
        region = REGIONS[at_ % len(REGIONS)]
        factor = chance.uniform(0.4, 3.0)
        gone = {title for title in DROPPED if chance.random() < 0.3}
        for side, source in (("old", old), ("new", new)):
            text = (SAMPLES / source).read_text(encoding="utf-8").replace("Veldania", name)
            text = NUMBER.sub(lambda found, f=factor: _scaled(found[0], f), text)
            if side == "new" and source.endswith(".md"):
                text = _without(text, gone)
            year = re.search(r"20\d\d", source)[0]
            path = folder / side / region / f"{name.lower()}-{year}{Path(source).suffix}"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


def _scaled(number: str, factor: float) -> str:
    value = int(number.replace(",", ""))
    if value < 32 or (1900 <= value <= 2100 and "," not in number):
        return number
    return f"{round(value * factor):,}"


def _without(text: str, titles: set[str]) -> str:
    parts = re.split(r"(?m)^(?=## )", text)
    return "".join(p for p in parts if p[3:].split("\n", 1)[0].strip() not in titles)


def bytes_of(folder: Path) -> str:
    """One digest of all files of a site."""
    digest = sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        digest.update(str(path.relative_to(folder)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def run(folder: Path, cache: Path, site: Path, workers: int, watch=lambda place: None, stop=None):
    """A whole run as the command makes it; seconds, and the portfolio."""
    started = time.perf_counter()
    settings = Settings()
    with at(workers=workers) as place:
        store = Store(cache)
        pairing = two_folders(str(folder / "old"), str(folder / "new"), describer(place, settings))
        watch(place)
        found = compare_all(pairing, store, place, settings, stop or (lambda step: None))
        write_site(found, store, site)
    return time.perf_counter() - started, found


def cpu() -> float:
    """Seconds of processor time so far, of this process and of those it waited for."""
    return sum(
        used.ru_utime + used.ru_stime
        for used in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )


class Stopped(Exception):
    pass


def speed(folder: Path) -> None:
    with tempfile.TemporaryDirectory() as held:
        here = Path(held)
        wall, used = {}, {}
        for workers in (1, 2):
            peak = _Peak()
            before = cpu()
            wall[workers], found = run(
                folder, here / f"c{workers}", here / f"s{workers}", workers, peak.start
            )
            used[workers] = cpu() - before
            peak.stop()
            count = len(found.documents)
            print(
                f"{workers} worker(s): {wall[workers]:.1f} s, {used[workers]:.1f} CPU-s, {count / wall[workers]:.2f} pairs/s, {peak.most / 1e6:.0f} MB a worker at most, {len(found.failed)} failed",
                flush=True,
            )
        print(f"two workers: {wall[1] / wall[2]:.2f} x the pairs a second of one")
        print(f"the same bytes with one and two: {bytes_of(here / 's1') == bytes_of(here / 's2')}")
        before = cpu()
        again, found = run(folder, here / "c2", here / "s2", 2)
        print(
            f"unchanged second run: {again / wall[2]:.1%} of the time of the first, {(cpu() - before) / used[2]:.1%} of its CPU ({found.reused} as before)",
            flush=True,
        )
        half = len(found.documents) // 2

        def stop(step):
            if step.done >= half:
                raise Stopped

        with suppress(Stopped):
            run(folder, here / "c3", here / "s3", 2, stop=stop)
        before = cpu()
        rest, found = run(folder, here / "c3", here / "s3", 2)
        print(
            f"resumed after an interrupt at half: {rest / wall[2]:.2f} of the time of the whole, {(cpu() - before) / used[2]:.2f} of its CPU ({found.reused} as before)"
        )
        print(f"the same bytes: {bytes_of(here / 's3') == bytes_of(here / 's2')}", flush=True)
        before = cpu()
        alone = bare(folder)
        plain = cpu() - before
        print(
            f"the comparisons alone, in a loop: {alone:.1f} s, {plain:.1f} CPU-s; a run with one worker takes {wall[1] / alone - 1:+.1%} time and {used[1] / plain - 1:+.1%} CPU"
        )


def bare(folder: Path) -> float:
    """Seconds for the same comparisons, pages and rows in a loop, without pool, cache and site."""
    code = "import sys; sys.path.insert(0, sys.argv[1]); import benchmarks.portfolio as b; b.loop(sys.argv[2])"
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", code, str(ROOT), str(folder.resolve())], check=True)
    return time.perf_counter() - begun


def loop(folder: str) -> None:
    settings = Settings()
    threading.Thread(
        target=time.sleep, args=(10_000,), daemon=True
    ).start()  # as in a worker: no forks
    for pair in two_folders(f"{folder}/old", f"{folder}/new", lambda paths: {}).pairs:
        contents = content(pair.against, settings), content(pair.draft, settings)
        do(
            Task(
                pair, key(pair, contents, settings), contents, str(Path.cwd()), program(), settings
            )
        )


class _Peak:
    """The most memory that a worker ever took, looked at ten times a second."""

    def __init__(self) -> None:
        self.most = 0
        self._over = threading.Event()

    def start(self, place) -> None:
        def look() -> None:
            while not self._over.wait(0.1):
                for process in place.executor.processes:
                    try:
                        status = Path(f"/proc/{process}/status").read_text()
                    except OSError:
                        continue
                    held = re.search(r"VmHWM:\s+(\d+)", status)
                    self.most = max(self.most, int(held[1]) * 1024 if held else 0)

        threading.Thread(target=look, daemon=True).start()

    def stop(self) -> None:
        self._over.set()


def kills(folder: Path, runs: int, each: int = 3) -> None:
    """Kill so many workers of each run at random moments, and compare what comes out."""
    with tempfile.TemporaryDirectory() as held:
        here = Path(held)
        whole, found = run(folder, here / "c", here / "s", 2)
        wanted = bytes_of(here / "s")
        print(f"undisturbed: {whole:.1f} s, {len(found.documents)} documents")
        equal = killed = 0
        for number in range(runs):
            chance = random.Random(number)
            moments = sorted(chance.uniform(0.05, 0.9) * whole for _ in range(each))
            count = []

            def watch(place, moments=moments, chance=chance, count=count) -> None:
                def strike() -> None:
                    begun = time.perf_counter()
                    for moment in moments:
                        time.sleep(max(0.0, moment - (time.perf_counter() - begun)))
                        processes = place.executor.processes
                        if processes:
                            try:
                                os.kill(chance.choice(processes), signal.SIGKILL)
                                count.append(1)
                            except ProcessLookupError:
                                pass

                threading.Thread(target=strike, daemon=True).start()

            cache, site = here / "ck", here / "sk"
            _, found = run(folder, cache, site, 2, watch)
            equal += bytes_of(site) == wanted and not found.failed
            killed += len(count)
            shutil.rmtree(cache)
            shutil.rmtree(site)
        print(f"{equal} of {runs} runs gave the same bytes; {killed} workers were killed")


def index(count: int) -> None:
    """The size of an index: 28 documents of the samples' kinds, told again under other names."""
    with tempfile.TemporaryDirectory() as held:
        here = Path(held)
        make(here, 28)
        _, found = run(here, here / "c", here / "s", 2)
        from tracediff.portfolios.entry import Entry
        from tracediff.portfolios.search import Searching
        from tracediff.portfolios.traits import shared
        from tracediff.render.options import Options
        from tracediff.render.portfolio_html import Search, write

        store = Store(here / "c")
        documents = [
            replace(one, name=f"{one.name}-{n}", title=f"{one.title} ({n})")
            for n in range(count)
            for one in [found.documents[n % len(found.documents)]]
        ]
        searching = Searching()
        for stories in (True, False):
            for n, one in enumerate(documents):
                searching.add(n, Entry(store.need(one.key)).searched, stories)
        many = replace(found, documents=tuple(documents), shared=shared(documents, 3))
        search = Search(
            searching.packed(), searching.stories, searching.findings, searching.left_out
        )
        begun = time.perf_counter()
        text = write(many, Options(), search, [])
        size = len(text.encode())
        print(
            f"{count} documents: index of {size / 1e6:.2f} MB in {time.perf_counter() - begun:.1f} s; {len(search.packed) / 1e6:.2f} MB of it are searched: {search.stories} stories, {search.findings} findings; {search.left_out} lines had no room"
        )
        Path("/tmp/portfolio-index.html").write_text(text, encoding="utf-8")


def main(arguments: list[str]) -> None:
    match arguments:
        case ["make", folder, *count]:
            make(Path(folder), int(count[0]) if count else 200)
        case ["speed", folder]:
            speed(Path(folder))
        case ["kills", folder, *runs]:
            kills(Path(folder), int(runs[0]) if runs else 20)
        case ["index", *count]:
            index(int(count[0]) if count else 1000)
        case _:
            print(__doc__)
    print(
        f"this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000:.0f} MB at most"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
