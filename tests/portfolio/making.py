"""Short editions in folders, and an executor that does its work at once and in this process."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

from tracediff.model import Portfolio
from tracediff.portfolios import Pairing, Store, Workplace, compare_all, describer, two_folders
from tracediff.settings import Settings


class Here(Executor):
    """Does what is submitted at once, in this process, and counts it."""

    def __init__(self) -> None:
        self.calls = 0

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.calls += 1
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except BaseException as error:
            future.set_exception(error)
        return future


def edition(country: str, year: int, fined: str, *sections: str) -> str:
    """A short report: what was fined, and sections of two sentences each."""
    text = (
        f"# Harbour Review of {country}: {year} Edition\n\n## Inspections\n\n"
        f"In {year} the port office of {country} inspected {year - 1900} ships. {fined}\n"
    )
    for title in sections:
        text += (
            f"\n## {title}\n\nThe ministry of {country} keeps a register of {title.lower()}."
            f" Its clerks publish the register of {title.lower()} every spring.\n"
        )
    return text


FINED = "It fined 14 captains in 2020."
NONE = "It fined no captains in 2021."


def folders(top: Path) -> tuple[Path, Path]:
    """Four reports in two editions each: one restated nothing, three lost a section."""
    old, new = top / "2020", top / "2021"
    for at, country in enumerate(("Alta", "Brin", "Corr", "Dorn")):
        now = NONE if country == "Brin" else f"It fined {15 + at} captains in 2021."
        lost = () if country == "Dorn" else ("Pilots",)
        write(old / f"{country.lower()}-2020.md", edition(country, 2020, FINED, "Tugs", "Pilots"))
        kept = tuple(title for title in ("Tugs", "Pilots") if title not in lost)
        write(new / f"{country.lower()}-2021.md", edition(country, 2021, now, *kept))
    return old, new


def write(path: Path, text: str) -> Path:
    """Write a file, its folders too."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def place(executor: Executor | None = None) -> Workplace:
    """Work in this process."""
    return Workplace(executor or Here(), 4)


def paired(old: Path, new: Path) -> Pairing:
    """The pairs of two folders."""
    return two_folders(str(old), str(new), describer(place(), Settings()))


def compared(top: Path, executor: Executor | None = None) -> tuple[Portfolio, Store]:
    """The portfolio of the four reports, and the cache that it is in."""
    old, new = folders(top)
    store = Store(top / "cache")
    return compare_all(paired(old, new), store, place(executor), Settings()), store
