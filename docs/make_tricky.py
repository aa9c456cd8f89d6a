"""Put what the program says of each case into docs/tricky-changes.md and docs/limits.md.

python docs/make_tricky.py           write them
python docs/make_tricky.py --check   fail if a page says anything else
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from tracediff import Edition, Fact, compare, extract_facts, read_text

DOCS = Path(__file__).parent
READ = re.compile(r"^\| ([A-Z][^|]+\.) \| [^|]+ \| ([^|]+) \|$", re.MULTILINE)
CASE = re.compile(r"- before: (.*)\n- after: (.*)\n- we say: .*\n")
BEFORE = "The coast of Veldania has three harbours and a lighthouse."
AFTER = "The islands are reached by ferry from the capital on most days."


def said(case: re.Match[str]) -> str:
    """A case with the stories that it makes now, between two sentences that stay."""
    lines = "; ".join(_stories(case[1], case[2])) or "nothing"
    return f"- before: {case[1]}\n- after: {case[2]}\n- we say: {lines}\n"


def _stories(old: str, new: str) -> Iterator[str]:
    report = compare(_edition(old, 2022), _edition(new, 2023))
    for story in report.stories:
        first = story.findings[0]
        yield f"*{story.headline}* ({first.rule.id}, {first.severity.value})"


def _edition(text: str, year: int) -> Edition:
    whole = f"# Report {year}\n\n{BEFORE}\n{text}\n\n{AFTER}\n"
    return read_text(whole, name=f"{year}.md", year=year)


def read(row: re.Match[str]) -> str:
    """A row of a sentence with the figures that are read in it: value, what is counted, year."""
    told = "; ".join(map(_figure, extract_facts(row[1]))) or "nothing"
    return f"| {row[1]} | {told} | {row[2]} |"


def _figure(fact: Fact) -> str:
    value = "none" if fact.status == "none" else str(fact.value)
    unit = {"%": " percent,", "times": " times,"}.get(fact.unit or "", "")
    what = f"{value}{unit} {fact.counted or ''}".strip(" ,")
    return f"{what}, {fact.year}" if fact.year else what


def main(check: bool) -> int:
    """Write the pages, or say which are out of date."""
    stale = []
    for name, case, told in (("tricky-changes.md", CASE, said), ("limits.md", READ, read)):
        old = (DOCS / name).read_text(encoding="utf-8")
        new = case.sub(told, old)
        if not check:
            (DOCS / name).write_text(new, encoding="utf-8")
        elif new != old:
            stale.append(name)
    if stale:
        print(f"out of date: {', '.join(stale)}; run python docs/make_tricky.py")
    return len(stale)


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
