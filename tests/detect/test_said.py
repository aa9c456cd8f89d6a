"""Which headings and rows of an edition hold half of some words, told without a look at each."""

from __future__ import annotations

from tests.editions import report
from tracediff.detect.said import both_said
from tracediff.text.words import root

ROWS = "\n".join(f"| Pier {kind} of Orsk | {10 * at} |" for at, kind in enumerate("abc", 1))
TEXT = f"# Piers of Orsk\n\nNets were mended.\n\n## Lamps\n\n| Pier | Crews |\n|---|---|\n{ROWS}\n"


def test_lines_with_half_of_the_words_are_found() -> None:
    comparison = report(TEXT, TEXT.replace("mended", "sold")).comparison
    said, _ = both_said(comparison)
    for words in ({"Orsk"}, {"Orsk", "Pier"}, {"Orsk", "Lamps", "Nets"}, {"Pier", "Orsk", "Nets"}):
        roots = frozenset(map(root, words))
        half = {line for line, held in said.lines if 2 * len(roots & held) >= len(roots)}
        assert {line for line, _ in said.halves(roots)} == half
    assert [line for line, _ in said.halves(frozenset({root("Lamps")}))] == ["Lamps"]
    assert not [*said.halves(frozenset({root("Nets")}))]
