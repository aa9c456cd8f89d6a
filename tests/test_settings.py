"""Every number that can be tuned has the reason for its value beside it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tracediff import settings
from tracediff.rules import CATALOGUE
from tracediff.settings import Settings

LINES = Path(settings.__file__).read_text(encoding="utf-8").splitlines()


def tuned() -> Iterator[ast.AnnAssign]:
    """The numbers of the groups, in the order of the file."""
    for group in ast.parse("\n".join(LINES)).body:
        for field in group.body if isinstance(group, ast.ClassDef) else ():
            if isinstance(field, ast.AnnAssign) and ast.unparse(field.annotation) in (
                "int",
                "float",
            ):
                yield field


def reasoned(field: ast.AnnAssign) -> bool:
    """Whether a comment stands on its lines, or above the run of fields that it is of."""
    assert field.end_lineno is not None
    if any("#" in line for line in LINES[field.lineno - 1 : field.end_lineno]):
        return True
    above = field.lineno - 2
    while LINES[above].strip() and "#" not in LINES[above]:
        above -= 1
    return LINES[above].lstrip().startswith("#")


def test_every_number_has_its_reason() -> None:
    assert [ast.unparse(field.target) for field in tuned() if not reasoned(field)] == []
    assert len(list(tuned())) > 200


def test_a_rule_that_says_nothing_else_weighs_as_its_row_says() -> None:
    own = Settings()
    for rule in CATALOGUE:
        assert own.ranking.kinds[rule.id] == rule.weight
        assert own.detecting.sizes[rule.id] == rule.size
        assert own.detecting.sure[rule.id] == rule.sure


def test_what_the_texts_prove_is_marked_so() -> None:
    provable = [rule.id for rule in CATALOGUE if rule.provable]
    assert provable == ["N105", "A201", "A203", "A204", "D502", "D503"]
