"""The time of an edition, where all that is dated was carried over from the one before."""

from __future__ import annotations

from tracediff import compare, read_text

_STALE = "As of November {}, the island prison held 410 women."


def years(old: str, new: str) -> tuple[int | None, int | None, list[str]]:
    """The years of two editions named for 2021 and 2022, and the rules of what is found."""
    made = compare(
        read_text(f"# Prisons 2021\n\n{old}\n", name="old.md"),
        read_text(f"# Prisons 2022\n\n{new}\n", name="new.md"),
    )
    both = made.comparison.old.edition.year, made.comparison.new.edition.year
    return (*both, [one.rule.id for one in made.findings])


def test_what_was_carried_over_does_not_date_the_newer_edition() -> None:
    text = _STALE.format(2021)
    assert years(text, text) == (2021, 2022, ["D501"])


def test_a_new_sentence_of_the_year_before_does() -> None:
    old = _STALE.format(2021)
    assert years(old, f"{old} In 2021, 12 women were freed.")[:2] == (2021, 2021)
