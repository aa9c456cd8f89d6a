"""What a stage hands on cannot be changed by the next one, and has no fields but its own."""

from __future__ import annotations

import ast
from pathlib import Path

import tracediff

PACKAGE = Path(tracediff.__file__).parent
# Filled piece by piece by the stage that keeps them, and handed on by none.
FILLED = """
config/checkers.py:Problems extract/figure.py:Figure readers/coverage.py:_Count
readers/markdown_html.py:_Flow readers/markdown_html_rows.py:Homes
readers/markdown_lines.py:Prepared readers/text_columns.py:_Body readers/text_columns.py:_Drawn
redline/pieces.py:TextPiece segment/__init__.py:_Work segment/dating/declared.py:Declared
segment/dating/evidence.py:Evidence stories/gather.py:_Line syntax/chains.py:Chain
syntax/clauses/reading.py:Open text/tokens.py:Tokens timelines/join.py:Runs
""".split()


def dataclasses(file: Path) -> dict[str, tuple[str, bool]]:
    """The dataclasses of a file: how each is declared, and whether it keeps what it worked out."""
    return {
        f"{file.relative_to(PACKAGE).as_posix()}:{node.name}": (
            ast.unparse(one),
            "cached_property" in ast.unparse(node),
        )
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
        for one in node.decorator_list
        if ast.unparse(one).startswith("dataclass")
    }


def test_what_is_handed_on_is_frozen() -> None:
    found = {k: v for file in PACKAGE.rglob("*.py") for k, v in dataclasses(file).items()}
    assert sorted(k for k, (how, _) in found.items() if "frozen=True" not in how) == FILLED
    # A dict of its own is what a cached property needs.
    assert {k for k, (how, _) in found.items() if "slots=True" not in how} == {
        k for k, (_, cached) in found.items() if cached
    }
