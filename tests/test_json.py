"""The JSON is what its schema and its page in the docs say."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tracediff.model import Span
from tracediff.pipeline import compare
from tracediff.pipeline import ledger as ledger_of
from tracediff.render import FACTS_RENDERERS, RENDERERS, STREAMERS, Options
from tracediff.render.excerpt import parts

SAMPLES = Path(__file__).parent.parent / "samples"
OLD, NEW = SAMPLES / "veldania-2023.md", SAMPLES / "veldania-2024.md"


def schema(name: str) -> dict[str, Any]:
    text = files("tracediff").joinpath(f"schema/{name}.schema.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


@pytest.fixture(scope="module")
def report() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(RENDERERS["json"](compare(OLD, NEW), Options()))
    return found


@pytest.fixture(scope="module")
def ledger() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(FACTS_RENDERERS["json"](ledger_of(NEW), Options()))
    return found


def test_a_real_report_fits_the_schema(report: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator(schema("compare")).validate(report)
    assert report["findings"]
    assert report["series"]


def test_a_real_ledger_fits_the_schema(ledger: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator(schema("facts")).validate(ledger)
    assert len(ledger["facts"]) > 30


def test_the_schema_refuses_a_report_without_its_findings(report: dict[str, Any]) -> None:
    broken = {name: value for name, value in report.items() if name != "findings"}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema("compare")).validate(broken)


def test_spans_slice_the_file_exactly(report: dict[str, Any]) -> None:
    for side, path in (("old", OLD), ("new", NEW)):
        text = path.read_text(encoding="utf-8")
        for fact in report["facts"][side]:
            start, end = fact["span"]
            assert " ".join(text[start:end].replace("**", "").split()) == fact["quote"]


def test_ids_point_to_what_is_there(report: dict[str, Any]) -> None:
    sentences = {s["id"] for side in ("old", "new") for s in report[side]["sentences"]}
    facts = {f["id"] for side in ("old", "new") for f in report["facts"][side]}
    assert {i for g in report["alignment"] for i in (*g["old"], *g["new"])} == sentences
    for series in report["series"]:
        assert {p["fact_id"] for p in series["points"]} <= facts
    for finding in report["findings"]:
        for evidence in (finding["old"], finding["new"]):
            if evidence:
                assert evidence["sentence_id"] in sentences
                assert evidence["fact_id"] is None or evidence["fact_id"] in facts


def test_every_name_is_documented(report: dict[str, Any], ledger: dict[str, Any]) -> None:
    page = (SAMPLES.parent / "docs" / "json.md").read_text(encoding="utf-8")
    names = {*report, *ledger, *report["findings"][0], *ledger["facts"][0]}
    names |= set(report["old"]["sentences"][0])
    missing = {name for name in names if f"`{name}`" not in page}
    assert missing == set()


def wide(folder: Path, size: int) -> dict[str, Any]:
    """The ledger of a table with as many columns, and the length of its text."""
    heads = "".join(f"Boats of kind {kind:04} | " for kind in range(size))
    cells = "".join(f"{1000 + kind} | " for kind in range(size))
    table = f"| Region | {heads}\n|{'---|' * (size + 1)}\n| North | {cells}\n"
    file = folder / f"{size}.md"
    file.write_text(f"# Harbour Review 2020\n\nBoats were counted.\n\n{table}", encoding="utf-8")
    text = FACTS_RENDERERS["json"](ledger_of(file), Options())
    found: dict[str, Any] = json.loads(text)
    found["length"] = len(text)
    return found


@pytest.mark.parametrize("size", [25, 50, 100, 200, 400])
def test_a_wide_table_is_not_repeated_for_each_of_its_figures(tmp_path: Path, size: int) -> None:
    one, two = wide(tmp_path, size), wide(tmp_path, 2 * size)
    assert two["length"] < 2.3 * one["length"]
    assert len(two["facts"]) == 2 * size
    for fact in two["facts"]:
        assert f" {fact['quote']}" in fact["sentence_text"]
        assert len(fact["sentence_text"]) <= 220
    first, middle, last = (two["facts"][i]["sentence_text"] for i in (0, size, -1))
    assert (first[:7], first[-1]) == ("North |", "…")
    assert (middle[:9], middle[-1]) == ("North | …", "…")
    assert (last[:9], last[-4:]) == ("North | …", str(999 + 2 * size))
    longest = max(len(sentence["text"]) for sentence in two["document"]["sentences"])
    assert longest > 6 * 2 * size


def test_a_row_of_a_few_figures_is_given_whole(tmp_path: Path) -> None:
    found = wide(tmp_path, 12)
    rows = {fact["sentence_text"] for fact in found["facts"]}
    assert rows == {"North | " + " | ".join(str(1000 + kind) for kind in range(12))}


def test_a_report_is_written_piece_by_piece_and_is_the_same() -> None:
    found = compare(OLD, NEW)
    pieces = list(STREAMERS["json"](found, Options()))
    assert "".join(pieces) == RENDERERS["json"](found, Options())
    assert len(pieces) > len(found.old.sentences) + len(found.new.sentences) + len(found.links)
    assert max(map(len, pieces)) < 20_000
    lines = "".join(pieces).splitlines()
    assert sum(line.startswith('{"id":"n') for line in lines) == len(
        [*found.new.sentences, *found.comparison.new.facts]
    )


def test_a_list_without_items_is_a_list() -> None:
    same = compare(OLD, OLD)
    assert '"findings":[]' in RENDERERS["json"](same, Options())


def test_a_long_sentence_is_cut_between_words() -> None:
    long = f"{'a' * 2000} 45 {'b' * 2000}"
    assert parts(long, Span(2001, 2003), 1500) == ("… ", "45", " …")
    digits = "9" * 2000
    assert parts(f"{digits} boats", Span(0, 2000), 1500) == ("… ", digits, " …")
    assert parts("North | 45", Span(8, 10), 1500) == ("North | ", "45", "")


@pytest.mark.parametrize("suffix", ["md", "txt"])
def test_spans_slice_a_file_with_a_mark_raised_digits_and_ligatures(
    tmp_path: Path, suffix: str
) -> None:
    file = tmp_path / f"ports.{suffix}"
    said = (
        "The port² inspected 180 ships in 2024.¹ The o\ufb03ce \ufb01ned 14 captains \ufb02eetly.\n"
    )
    file.write_bytes(f"\ufeff# Ports 2024\n\n{said}".encode())
    text = file.read_text(encoding="utf-8-sig")
    found = json.loads(FACTS_RENDERERS["json"](ledger_of(file), Options()))
    assert [text[slice(*fact["span"])] for fact in found["facts"]] == ["180", "14"]
    assert [fact["quote"] for fact in found["facts"]] == ["180", "14"]


def test_what_is_as_usual_is_not_written_again_and_again(report: dict[str, Any]) -> None:
    text = RENDERERS["json"](compare(OLD, NEW), Options())
    assert not re.search(r'(?<!\\)": ', text)
    kinds = [sentence.get("kind") for sentence in report["new"]["sentences"]]
    assert None in kinds
    assert "paragraph" not in kinds
    assert "table" in kinds
    plain = [link for link in report["alignment"] if link["kind"] == "kept" and not link["moved"]]
    assert plain
    assert not any({"why", "apart"} & link.keys() for link in plain)
    assert all(link["why"] for link in report["alignment"] if link["kind"] == "edited")
    seldom = [fact.keys() & {"about", "direction", "said_by"} for fact in report["facts"]["new"]]
    assert any(seldom)
    assert not all(seldom)
    assert all(fact.get("direction") != 0 for fact in report["facts"]["new"])
    assert all(story.get("also") != [] for story in report["stories"])
