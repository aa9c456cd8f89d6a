"""The JSON is what its schema and its page in the docs say."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tracediff.pipeline import compare
from tracediff.pipeline import ledger as ledger_of
from tracediff.render import FACTS_RENDERERS, RENDERERS, STREAMERS, Options

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


def test_a_wide_table_is_not_repeated_for_each_of_its_figures(tmp_path: Path) -> None:
    one, two = wide(tmp_path, 400), wide(tmp_path, 800)
    assert two["length"] < 2.3 * one["length"]
    assert len(two["facts"]) == 800
    for fact in two["facts"]:
        assert f" {fact['quote']}" in fact["sentence_text"]
        assert len(fact["sentence_text"]) <= 1502
    first, middle, last = (two["facts"][i]["sentence_text"] for i in (0, 400, 799))
    assert (first[:7], first[-1]) == ("North |", "…")
    assert (middle[0], middle[-1]) == ("…", "…")
    assert (last[0], last[-4:]) == ("…", "1799")
    assert max(len(sentence["text"]) for sentence in two["document"]["sentences"]) > 5000


def test_a_report_is_written_piece_by_piece_and_is_the_same() -> None:
    found = compare(OLD, NEW)
    pieces = list(STREAMERS["json"](found, Options()))
    assert "".join(pieces) == RENDERERS["json"](found, Options())
    assert len(pieces) > len(found.old.sentences) + len(found.new.sentences) + len(found.links)
    assert max(map(len, pieces)) < 20_000
    lines = "".join(pieces).splitlines()
    assert sum(line.startswith('{"id": "n') for line in lines) == len(
        [*found.new.sentences, *found.comparison.new.facts]
    )


def test_a_list_without_items_is_a_list() -> None:
    same = compare(OLD, OLD)
    assert '"findings": []' in RENDERERS["json"](same, Options())


def test_a_long_sentence_is_cut_between_words() -> None:
    from tracediff.model import Span
    from tracediff.render.json import _around

    assert _around(f"{'a' * 2000} 45 {'b' * 2000}", Span(2001, 2003)) == "…45…"
    assert _around(f"{'9' * 2000} boats", Span(0, 2000))[:3] == "…99"
