"""A text that is not English is refused by check and shown by compare with a warning."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tracediff.config import Pair
from tracediff.errors import InputError
from tracediff.pairs import check, look
from tracediff.pipeline import compare, load, read
from tracediff.render.json import write as write_json
from tracediff.render.options import Options
from tracediff.settings import Settings

ENGLISH = "The harbour office of Norr moored {n} boats in the year, and all of them paid for it. "
FOREIGN = {
    "de": "Das Hafenamt hat im Jahr {n} Boote festgemacht, und alle haben dafür bezahlt. ",
    "fr": "Le bureau du port a amarré {n} bateaux dans l'année, et tous ont payé pour cela. ",
    "es": "La oficina del puerto amarró {n} barcos en el año, y todos pagaron por ello allí. ",
    "pt": "O escritório do porto atracou {n} barcos no ano, e todos eles pagaram por isso. ",
    "nl": "Het havenkantoor heeft dit jaar {n} boten aangemeerd, en allen hebben ervoor betaald. ",
    "id": "Kantor pelabuhan menambatkan {n} kapal pada tahun itu, dan semua kapal membayar sewa. ",
}


def written(folder: Path, name: str, text: str, first: int = 30) -> str:
    path = folder / name
    body = "\n\n".join(text.format(n=first + n) for n in range(9))
    path.write_text(f"# Norr 2023\n\n{body}\n", encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("language", FOREIGN)
def test_another_language_is_refused_by_check_and_doubted_by_compare(
    language: str, tmp_path: Path
) -> None:
    old = written(tmp_path, "old.md", FOREIGN[language])
    new = written(tmp_path, "new.md", FOREIGN[language], 50)
    refused = "new.md: is mostly not English, and only English can be checked; give an English"
    for pair in (Pair("norr", draft=new, against=old), Pair("norr", draft=new)):
        with pytest.raises(InputError, match=refused):
            look(pair, Settings())
    assert compare(old, new).doubts == (
        "old.md and new.md: mostly not English, so what is said of it is not sure.",
    )


def test_the_check_of_editions_in_memory_is_refused_too(tmp_path: Path) -> None:
    old, new = written(tmp_path, "old.md", ENGLISH), written(tmp_path, "new.md", FOREIGN["es"])
    for against in (read(old), None):
        with pytest.raises(InputError, match=r"new\.md: is mostly not English"):
            check(read(new), against)


def test_an_english_draft_against_another_language_names_the_edition(tmp_path: Path) -> None:
    old, new = written(tmp_path, "old.md", FOREIGN["fr"]), written(tmp_path, "new.md", ENGLISH)
    with pytest.raises(InputError, match=r"old\.md: is mostly not English"):
        look(Pair("norr", draft=new, against=old), Settings())


def test_english_with_quotations_tables_and_little_text_is_english(tmp_path: Path) -> None:
    table = "| Boote | Netze |\n|---|---|\n" + "| Segelboote aus dem Norden | 12 |\n" * 20
    text = ENGLISH * 2 + "\n\n" + FOREIGN["de"]
    path = written(tmp_path, "new.md", text)
    Path(path).write_text(Path(path).read_text(encoding="utf-8") + "\n" + table, encoding="utf-8")
    assert look(Pair("norr", draft=path), Settings()).doubts == ()
    few = tmp_path / "few.md"
    few.write_text(f"# Norr\n\n{FOREIGN['de'].format(n=3)}", encoding="utf-8")
    assert look(Pair("norr", draft=str(few)), Settings()).doubts == ()


def test_figures_of_another_language_are_read_with_its_separators(tmp_path: Path) -> None:
    text = FOREIGN["de"] + "Die Quote lag bei 3,75 % und die Einnahmen bei 1.234,5 Kronen. "
    values = {fact.value for fact in load(written(tmp_path, "a.md", text)).facts}
    assert {3.75, 1234.5} <= values


@pytest.mark.parametrize(
    ("text", "code"),
    [
        *((text, code if code != "id" else "und") for code, text in FOREIGN.items()),
        ("L'ufficio del porto ha ormeggiato {n} barche, e tutte hanno pagato per questo. ", "it"),
        (ENGLISH, "en"),
        ("Moored: {n} boats. ", None),
    ],
)
def test_the_json_gives_the_language_of_each_edition(
    text: str, code: str | None, tmp_path: Path
) -> None:
    old, new = written(tmp_path, "old.md", ENGLISH), written(tmp_path, "new.md", text)
    report = json.loads(write_json(compare(old, new), Options()))
    assert (report["old"]["language"], report["new"]["language"]) == ("en", code)
