"""What a reader is shown inside a link."""

from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracediff.align import changed_words, edits
from tracediff.model import EditKind

words = st.lists(
    st.sampled_from(["the", "12", "$4.5 million", "fund", "Orsk", "not", "paid", ",", "2024", "—"]),
    max_size=12,
).map(" ".join)


def runs(old: str, new: str) -> list[tuple[str, str]]:
    return [
        (e.kind.value, (old[slice(*e.old)] or new[slice(*e.new)]).strip()) for e in edits(old, new)
    ]


def weights(old: str, new: str) -> dict[str, float]:
    return {new[w.start : w.end]: w.weight for w in changed_words(old, new)}


@given(old=words, new=words)
def test_the_runs_cover_both_texts_in_order(old: str, new: str) -> None:
    found = edits(old, new)
    assert "".join(old[slice(*e.old)] for e in found) == old
    assert "".join(new[slice(*e.new)] for e in found) == new


@given(old=words, new=words)
def test_exchanging_the_texts_exchanges_deleted_and_inserted(old: str, new: str) -> None:
    there = {(e.kind, e.old) for e in edits(old, new) if e.kind is not EditKind.INSERTED}
    back = {(e.kind, e.new) for e in edits(new, old) if e.kind is not EditKind.DELETED}
    exchanged = {EditKind.SAME: EditKind.SAME, EditKind.INSERTED: EditKind.DELETED}
    assert there == {(exchanged[kind], at) for kind, at in back}


def test_of_two_very_long_texts_only_what_lies_between_their_ends_is_marked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(import_module("tracediff.align.edits"), "_MOST", 10)
    assert runs("Boats sank near Orsk in May", "Boats burnt near Norr in May") == [
        ("same", "Boats"), ("deleted", "sank near Orsk"), ("inserted", "burnt near Norr"),
        ("same", "in May"),
    ]  # fmt: skip
    assert runs("Boats sank", "Boats sank twice") == [("same", "Boats sank"), ("inserted", "twice")]


def test_an_amount_with_its_unit_is_one_word() -> None:
    assert runs("It cost $4.5 million.", "It cost $5 million.") == [
        ("same", "It cost"), ("deleted", "$4.5 million"), ("inserted", "$5 million"), ("same", "."),
    ]  # fmt: skip


def test_a_date_is_one_word() -> None:
    assert ("inserted", "May 18, 2024") in runs("It met on May 3, 2023.", "It met on May 18, 2024.")


def test_a_small_word_between_two_changes_joins_them() -> None:
    old = "Herring was landed in Orsk and Karsk by small boats."
    new = "Herring was landed in Lume and Veldaport by small boats."
    assert ("inserted", "Lume and Veldaport") in runs(old, new)


def test_figures_and_negations_weigh_more_than_words_and_words_more_than_articles() -> None:
    found = weights("Clinics had beds.", "Clinics did not have the 40 modern beds, sadly.")
    assert found["40"] > found["modern"] > found["the"]
    assert found["not"] > found["modern"]
    assert found[","] < found["the"]


def test_a_word_that_only_moved_weighs_less_than_a_new_one() -> None:
    found = weights("Quietly the fund paid.", "The fund paid fishers quietly.")
    assert found["fishers"] > found["quietly"]


def test_unchanged_words_are_not_listed() -> None:
    assert changed_words("The fund paid 9 villages.", "The fund paid 9 villages.") == ()
    assert set(weights("The fund paid 9 villages.", "The fund paid 12 villages.")) == {"12"}


def test_of_endless_texts_the_ends_that_are_the_same_are_kept() -> None:
    middle = [str(n) for n in range(9000)]
    old, new = " ".join(["start", *middle, "end"]), " ".join(["start", *middle[::-1], "end"])
    found = edits(old, new)
    assert [e.kind for e in found] == [
        EditKind.SAME, EditKind.DELETED, EditKind.INSERTED, EditKind.SAME,
    ]  # fmt: skip
    assert old[slice(*found[0].old)] == "start "
    assert old[slice(*found[-1].old)] == "end"


@pytest.mark.parametrize(
    ("old", "new", "weighed"),
    [
        ("Boats sank.", "Boats sank!", {"!": 0.02}),
        ("Boats sank", "Boats sank the", {"the": 0.1}),
        ("Boats sank", "Boats never sank", {"never": 0.9}),
        ("Boats sank", "Boats sank 12", {"12": 1.0}),
        ("Boats sank", "Boats sank 2020", {"2020": 0.5}),
        ("Boats sank", "Boats sank May 18, 2020", {"May 18, 2020": 0.5}),
        ("Boats sank", "Boats sank Orsk", {"Orsk": 0.85}),
        ("Boats sank", "Boats sank there again", {"there": 0.1, "again": 0.7}),
        ("Boats sank", "Boat sank", {"Boat": 0.85 * 0.7}),
        ("nobody denies it", "nobody denied it", {"denied": 0.7 * 0.7}),
        ("Orsk sank", "sank Orsk", {"sank": 0.7 * 0.4}),
        ("Boats sank 12", "12 Boats sank 12", {"12": 0.4}),
        ("Boats, nets", "Boats, nets,", {",": 0.02 * 0.4}),
        ("no boats sank here", "here no boats sank no", {"here": 0.1 * 0.4, "no": 0.9 * 0.4}),
    ],
)
def test_each_kind_of_word_has_its_weight(old: str, new: str, weighed: dict[str, float]) -> None:
    assert weights(old, new) == pytest.approx(weighed)
