"""Write the columns of the portfolio's tables into docs/portfolio.md.

python docs/make_portfolio.py           write them
python docs/make_portfolio.py --check   say whether they are out of date, and exit with 1 then
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

PAGE = Path(__file__).with_name("portfolio.md")
sys.path.insert(0, str(PAGE.parents[1]))

from tracediff.portfolios.columns import TABLES  # noqa: E402


def main(arguments: list[str]) -> int:
    """Write the tables, or only say whether they are out of date."""
    text = PAGE.read_text(encoding="utf-8")
    made = re.sub(
        r"(<!-- columns: (\w+) -->\n).*?(<!-- end -->)",
        lambda found: f"{found[1]}{table(found[2])}{found[3]}",
        text,
        flags=re.S,
    )
    if made == text:
        return 0
    if "--check" in arguments:
        print(f"{PAGE.name}: out of date; run python docs/make_portfolio.py")
        return 1
    PAGE.write_text(made, encoding="utf-8")
    return 0


def table(name: str) -> str:
    """The columns of a table as Markdown."""
    rows = [f"| `{one.name}` | {one.kind} | {one.meaning} |" for one in TABLES[name]]
    return "\n".join(["| column | holds | meaning |", "|---|---|---|", *rows, ""])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
