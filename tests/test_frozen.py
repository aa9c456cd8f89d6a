"""What a stage hands on cannot be changed by the next one, and has no fields but its own."""

from __future__ import annotations

import ast
import copy
import dataclasses as library
import inspect
import pickle
from pathlib import Path

import pytest

import tracediff
from tracediff.model import Claim, Evidence, Fact, Finding, Span
from tracediff.model.record import Record, replaced
from tracediff.model.syntax import NounPhrase

PACKAGE = Path(tracediff.__file__).parent
# Filled piece by piece by the stage that keeps them, and handed on by none.
FILLED = """
config/checkers.py:Problems extract/figure.py:Figure readers/coverage.py:_Count
readers/markdown_html.py:_Flow readers/markdown_html_rows.py:Homes
readers/markdown_lines.py:Prepared readers/text_seats.py:BodyRows readers/text_seats.py:DrawnLine
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


def test_a_record_is_made_as_a_dataclass_is() -> None:
    plain = NounPhrase(3, 6, 5)
    assert plain == NounPhrase(first=3, stop=6, head=5, clause=-1, denied=False)
    assert plain != NounPhrase(3, 6, 4)
    assert hash(plain) == hash(NounPhrase(3, 6, 5))
    assert repr(plain).startswith("NounPhrase(first=3, stop=6, head=5, clause=-1")
    assert type(plain) is NounPhrase
    assert [*inspect.signature(NounPhrase).parameters][:3] == ["first", "stop", "head"]
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'head'"):
        NounPhrase(3, 6)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="unexpected keyword argument 'heads'"):
        NounPhrase(3, 6, heads=5)  # type: ignore[call-arg]


def test_a_record_cannot_be_changed() -> None:
    phrase = NounPhrase(3, 6, 5)
    with pytest.raises(library.FrozenInstanceError):
        phrase.stop = 7  # type: ignore[misc]
    with pytest.raises((AttributeError, TypeError)):
        phrase.other = 7  # type: ignore[attr-defined]
    with pytest.raises(library.FrozenInstanceError):
        del phrase.stop


def test_a_record_is_copied_pickled_and_replaced_with_all_its_fields() -> None:
    claim = Claim(4, Span(0, 9), "crew", frozenset({"crew", "sail"}))
    for other in (copy.copy(claim), copy.deepcopy(claim), pickle.loads(pickle.dumps(claim))):
        assert other == claim
        assert type(other) is Claim
    assert replaced(claim, sentence=7, subject="") == library.replace(claim, sentence=7, subject="")
    assert claim.sentence == 4
    with pytest.raises(KeyError, match="heads"):
        replaced(claim, heads=5)


def test_what_comes_by_the_thousand_is_a_record() -> None:
    for kind in (Fact, Claim, Finding, Evidence, NounPhrase):
        assert issubclass(kind, Record)
        assert not kind.__subclasses__()
