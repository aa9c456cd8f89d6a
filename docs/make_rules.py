"""Write docs/rules/ from the catalogue and the cases that the tests run.

python docs/make_rules.py           write the pages
python docs/make_rules.py --check   fail if a page is not what it would be
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from tracediff.model import Rule
from tracediff.rules import CATALOGUE

DOCS = Path(__file__).parent / "rules"
CASES = Path(__file__).parent.parent / "tests" / "rules"

FAMILIES = {
    "N": "Figures between editions",
    "A": "Arithmetic inside an edition",
    "C": "Claims",
    "S": "Structure",
    "D": "Drafts",
}


def pages() -> dict[str, str]:
    """Each page by its name."""
    made = {f"{rule.id}.md": page(rule) for rule in CATALOGUE}
    return {"README.md": index(), **made}


def index() -> str:
    """The list of all rules."""
    lines = ["# The rules", ""]
    for letter, family in FAMILIES.items():
        lines += [f"## {family}", "", "| rule | name | severity | finds |", "|---|---|---|---|"]
        lines += [
            f"| [{r.id}]({r.id}.md) | {r.name} | {r.severity.value} | {r.finds} |"
            for r in CATALOGUE
            if r.id.startswith(letter)
        ]
        lines.append("")
    return "\n".join(lines)


def page(rule: Rule) -> str:
    """One rule with the cases in which it fires and those in which it does not."""
    lines = [
        f"# {rule.id} {rule.name}",
        "",
        f"Finds: {rule.finds}. Severity: {rule.severity.value}, unless one is weighed otherwise.",
        "",
    ]
    cases = re.split(r"^## ", (CASES / f"{rule.id}.md").read_text(encoding="utf-8"), flags=re.M)[1:]
    for title, fires in (("It fires", True), ("It stays silent", False)):
        lines += [f"## {title}", ""]
        for case in cases:
            name, _, body = case.partition("\n")
            if (f"finds: {rule.id}" in body) is fires:
                lines += [f"**{name.strip()}**", "", "```", body.strip(), "```", ""]
    return "\n".join(lines)


def main(check: bool) -> int:
    """Write the pages, or say which are out of date."""
    stale = []
    for name, text in pages().items():
        path = DOCS / name
        if check:
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                stale.append(name)
        else:
            path.write_text(text, encoding="utf-8")
    if stale:
        print(f"out of date: {', '.join(stale)}; run python docs/make_rules.py")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
