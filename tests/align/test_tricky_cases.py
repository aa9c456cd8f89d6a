"""The cases of docs/tricky-cases.md, each a test; the page is the only place they stand in."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from tracediff.align import align_sentences

PAGE = Path(__file__).parents[2] / "docs" / "tricky-cases.md"

Pairing = tuple[tuple[int, ...], tuple[int, ...], bool]


class Case(NamedTuple):
    title: str
    old: list[str]
    new: list[str]
    does: set[Pairing]
    should: set[Pairing] | None


def cases() -> list[Case]:
    found = []
    for chapter in PAGE.read_text(encoding="utf-8").split("\n## ")[1:]:
        title, body = chapter.split("\n", 1)
        before, rest = body.split("\nBefore\n", 1)[1].split("\nAfter\n", 1)
        after, verdict = rest.split("\nWe do: ", 1)
        does, _, should = verdict.partition("\nShould: ")
        found.append(
            Case(title, items(before), items(after), links(does), links(should) if should else None)
        )
    return found


def items(text: str) -> list[str]:
    return re.findall(r"^\d+\. (.+)$", text, re.MULTILINE)


def links(text: str) -> set[Pairing]:
    found = re.findall(r"`([\d+]+) → ([\d+]+)( moved)?`", text)
    return {(numbers(old), numbers(new), bool(moved)) for old, new, moved in found}


def numbers(text: str) -> tuple[int, ...]:
    return tuple(int(n) - 1 for n in text.split("+"))


def aligned(case: Case) -> set[Pairing]:
    found = align_sentences(case.old, case.new)
    return {(link.old, link.new, link.elsewhere) for link in found if link.old and link.new}


def test_the_page_has_cases() -> None:
    assert len(cases()) >= 8
    assert all(case.old and case.new and case.does for case in cases())


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.title)
def test_we_do_what_the_page_says_we_do(case: Case) -> None:
    assert aligned(case) == case.does


@pytest.mark.parametrize("case", [c for c in cases() if c.should], ids=lambda case: case.title)
def test_where_we_fail_the_page_says_what_we_should_do(case: Case) -> None:
    assert aligned(case) != case.should
