"""The sentences that the parser's rules are written for, and how each is parsed.

``gold/parses.txt`` has each sentence with its tags, its noun phrases (what they hang on and are
joined to), its verb groups, its clauses, and the number of each word's clause, as they are today.
``python -m tests.syntax.test_examples`` writes it anew, also for sentences that were put there with
nothing behind them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tracediff.model.syntax import NOWHERE
from tracediff.syntax import Parse, parse

GOLD = Path(__file__).parents[1] / "gold" / "parses.txt"


def kept() -> dict[str, list[str]]:
    """The lines of each sentence of the file."""
    parts = GOLD.read_text(encoding="utf-8").strip().split("\n\n")
    return {lines[0]: lines[1:] for lines in map(str.splitlines, parts)}


def phrases(p: Parse) -> Iterator[str]:
    for one in p.phrases:
        words = f"[{p.text(one)}]"
        if one.preposition != NOWHERE:
            words = f"{p.tokens.text[one.preposition]} {words}"
        if one.governor != NOWHERE:
            words += f" of [{p.tokens.text[p.phrases[one.governor].head]}]"
        if one.joined != NOWHERE:
            words += f" and [{p.tokens.text[p.phrases[one.joined].head]}]"
        yield words + " denied" * one.denied


def verbs(p: Parse) -> Iterator[str]:
    for one in p.verbs:
        said = [
            one.tense.value,
            *(n for n in ("passive", "finite", "infinitive") if getattr(one, n)),
        ]
        if one.denial != NOWHERE:
            said.append(f"denied by {p.tokens.text[one.denial]}")
        said += [f"degree {p.tokens.text[at]}" for at in one.degrees]
        yield f"{{{p.text(one)}}} {' '.join(said)}{f' modal {one.modal}' if one.modal else ''}"


def clauses(p: Parse) -> Iterator[str]:
    for one in p.clauses:
        parent = "" if one.parent == NOWHERE else f" in {p.clauses[one.parent].relation.value}"
        subject = "–" if one.subject == NOWHERE else p.text(p.phrases[one.subject])
        verb = "–" if one.verb == NOWHERE else p.text(p.verbs[one.verb])
        objects = " + ".join(p.text(p.phrases[i]) for i in one.objects) or "–"
        yield (
            f"{one.relation.value}{parent}: {p.text(one)} || {subject}{' (shared)' * one.shared}"
            f" | {verb} | {objects}"
        )


def parsed(text: str) -> list[str]:
    """The parse of a sentence as the file has it."""
    p = parse(text)
    tags = " ".join(f"{word}/{tag}" for word, tag in zip(p.tokens.text, p.tags, strict=False))
    places = " ".join(map(str, p.clause_at[: p.tokens.size]))
    lines = (tags, "; ".join(phrases(p)), "; ".join(verbs(p)), *clauses(p), places)
    return [f"  {line}" for line in lines if line]


KEPT = kept()


@pytest.mark.parametrize("text", KEPT)
def test_a_sentence_is_parsed_as_it_is_kept(text: str) -> None:
    assert parsed(text) == KEPT[text]


if __name__ == "__main__":
    GOLD.write_text(
        "\n\n".join("\n".join((text, *parsed(text))) for text in kept()) + "\n", encoding="utf-8"
    )
