"""Put what the program says of each case into docs/tricky-changes.md.

python docs/make_tricky.py           write it
python docs/make_tricky.py --check   fail if the page says anything else
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from tracediff import Edition, compare, read_text

PAGE = Path(__file__).parent / "tricky-changes.md"
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


def main(check: bool) -> int:
    """Write the page, or say that it is out of date."""
    old = PAGE.read_text(encoding="utf-8")
    new = CASE.sub(said, old)
    if check:
        if new != old:
            print("docs/tricky-changes.md is out of date; run python docs/make_tricky.py")
        return int(new != old)
    PAGE.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
