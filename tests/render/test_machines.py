"""What other programs read, against its schemas, on findings in lines with ’ and “ and 調."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

import jsonschema
import pytest
from lxml import etree

from tests.render.reports import told as retold
from tracediff.model import Finding, Report, Waiver
from tracediff.pipeline import compare, examine
from tracediff.render import MANY_RENDERERS, RENDERERS, Options
from tracediff.rules import RULES
from tracediff.settings import Settings, Waiving
from tracediff.waive import leftovers

OLD = """\
# Labour in Ostrava Bay: 2023

## Visits

The bureau’s “green” unit (調査班) did not visit any farms. The bureau’s “green” unit (調査班) fined
12 farms in 2023, and the bureau’s hotline answered 60 calls in 2023.

## Courts

Judges heard 14 cases in 2023. The court in the capital bought an archive for its records in 2023.
"""
NEW = """\
# Labour in Ostrava Bay: 2024

## Visits

The bureau’s “green” unit (調査班) visited farms. The bureau’s “green” unit (調査班) fined
25 farms in 2024, and the bureau’s hotline answered [number] calls in 2024.

## Courts

Judges heard 31 cases in 2024, {a, b: 100%}.
"""
HERE = Path(__file__).parent
NAMES = ("sarif", "github", "gitlab", "junit", "rdjson")


@cache
def report(waived: str = "") -> Report:
    """The two texts compared; the findings of the named rules are signed off."""
    folder = Path(os.environ["TRACEDIFF_TEST_FOLDER"])
    found = compare(folder / "2023.md", folder / "our draft.md")
    if not waived:
        return found
    waivers = tuple(
        Waiver("Agreed with the ministry.", (one.fingerprint,), owner="a@example.org")
        for finding in found.findings
        for one in finding.all
        if finding.rule.id == waived
    )
    settings = replace(Settings(), waiving=Waiving(waivers))
    return compare(folder / "2023.md", folder / "our draft.md", settings=settings)


@pytest.fixture(autouse=True, scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("repository")
    (made / ".git").mkdir()
    (made / "2023.md").write_text(OLD, encoding="utf-8")
    (made / "our draft.md").write_text(NEW, encoding="utf-8")
    os.environ["TRACEDIFF_TEST_FOLDER"] = str(made)
    report.cache_clear()
    return made


def written(name: str, waived: str = "") -> str:
    return RENDERERS[name](report(waived), Options())


def missing(what: str) -> NoReturn:
    message = f"{what} is not there: python3 dev.py test fetches it with npm"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)


def valid(data: Any, schema: Path) -> None:
    rules = json.loads(schema.read_text(encoding="utf-8"))
    checker = jsonschema.validators.validator_for(rules)(rules)
    assert [f"{list(e.path)}: {e.message}" for e in checker.iter_errors(data)] == []


def quoted(finding: Finding, lines: Sequence[str]) -> str:
    place = finding.place
    assert place is not None
    assert place.column is not None
    assert place.end_column is not None
    return lines[place.line - 1][place.column - 1 : place.end_column - 1]


def test_there_is_something_to_show() -> None:
    found = {finding.rule.id for finding in report().findings}
    assert {"C301", "D503", "N101", "C306"} <= found


@pytest.mark.parametrize("waived", ["", "C301"])
def test_sarif_fits_its_schema(waived: str) -> None:
    schema = Path(sys.prefix) / "schemas" / "sarif-2.1.0.json"
    if not schema.exists():
        missing("the schema of SARIF 2.1.0")
    valid(json.loads(written("sarif", waived)), schema)


def test_rdjson_is_what_reviewdog_reads(tmp_path: Path) -> None:
    program = Path(sys.prefix) / "node_modules/@umbrelladocs/rdformat-validator/bin"
    if not program.exists() or not shutil.which("node"):
        missing("the validator of reviewdog's format")
    path = tmp_path / "report.json"
    path.write_text(written("rdjson"), encoding="utf-8")
    command = ["node", str(program / "rdformat-validator.js"), str(path)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout
    assert "Valid files: 1" in ended.stdout


@pytest.mark.parametrize("waived", ["", "C301"])
def test_junit_fits_its_schema(waived: str) -> None:
    schema = etree.XMLSchema(etree.parse(str(HERE / "schemas" / "junit.xsd")))
    schema.assertValid(etree.fromstring(written("junit", waived).encode()))


def test_gitlab_fits_its_schema() -> None:
    valid(json.loads(written("gitlab")), HERE / "schemas" / "gitlab.json")


def test_our_json_with_a_waiver_fits_its_schema() -> None:
    schema = HERE.parent.parent / "tracediff" / "schema" / "compare.schema.json"
    data = json.loads(written("json", "C301"))
    valid(data, schema)
    held = [one["waiver"] for one in data["findings"] if one["waiver"]]
    assert held
    assert all(one["owner"] == "a@example.org" for one in held)


def test_what_is_said_of_waivers_fits_the_schemas_too() -> None:
    unused = Waiver("Agreed.", ("aaaaaaaaaaaaaaaa:1",), file="tracediff.toml", line=7)
    waiving = Waiving((unused,))
    found = leftovers([report()], waiving)
    assert [one.rule.id for one in found] == ["W602"]
    told = retold(replace(report(), findings=(*report().findings, *found)))
    schema = HERE.parent.parent / "tracediff" / "schema" / "compare.schema.json"
    valid(json.loads(RENDERERS["json"](told, Options())), schema)
    for name in ("brief", "junit"):
        assert "tracediff.toml:7: " in RENDERERS[name](told, Options())
    for name in ("html", "markdown", "terminal", "csv"):
        assert "aaaaaaaaaaaaaaaa:1" in RENDERERS[name](told, Options(view="all"))


def test_sarif_columns_count_characters_behind_wide_ones() -> None:
    lines = NEW.splitlines()
    result = sarif_result("C301")
    region = result["locations"][0]["physicalLocation"]["region"]
    line = lines[region["startLine"] - 1]
    words = line[region["startColumn"] - 1 : region["endColumn"] - 1]
    assert words.endswith("visited farms")
    assert json.loads(written("sarif"))["runs"][0]["columnKind"] == "unicodeCodePoints"


def test_rdjson_columns_count_bytes_of_utf8() -> None:
    for one in json.loads(written("rdjson"))["diagnostics"]:
        if one["code"]["value"] != "D503":
            continue
        start, end = one["location"]["range"]["start"], one["location"]["range"]["end"]
        line = NEW.splitlines()[start["line"] - 1].encode()
        assert line[start["column"] - 1 : end["column"] - 1] == b"[number]"
        return
    raise AssertionError("no placeholder was found")


def test_the_same_place_in_every_format() -> None:
    finding = next(f for f in report().findings if f.rule.id == "D503")
    assert quoted(finding, NEW.splitlines()) == "[number]"
    assert finding.place is not None
    line, column = finding.place.line, finding.place.column
    assert re.search(rf"our draft\.md:{line}:{column}: error D503", written("brief"))
    assert f"file=our draft.md,line={line},endLine={line},col={column}," in written("github")
    assert f"our draft.md:{line}:{column}: A placeholder" in written("junit")


def test_sarif_names_files_as_uris_from_the_top_of_the_repository() -> None:
    location = sarif_result("D503")["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location == {"uri": "our%20draft.md", "uriBaseId": "%SRCROOT%"}


def test_sarif_declares_all_rules_even_where_nothing_was_found(folder: Path) -> None:
    same = compare(folder / "2023.md", folder / "2023.md")
    run = json.loads(RENDERERS["sarif"](same, Options()))["runs"][0]
    assert run["results"] == []
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == list(RULES)


def test_sarif_escapes_what_would_be_a_link_and_links_the_earlier_edition() -> None:
    message = sarif_result("D503")["message"]["text"]
    assert r"\[number\]" in message
    dropped = sarif_result("C306")
    assert dropped["message"]["text"].endswith("See [the earlier edition](1).")
    earlier = dropped["relatedLocations"][0]
    assert earlier["id"] == 1
    assert earlier["physicalLocation"]["artifactLocation"]["uri"] == "2023.md"


def test_fingerprints_are_distinct_also_on_one_line() -> None:
    results = json.loads(written("sarif"))["runs"][0]["results"]
    prints = [one["partialFingerprints"]["primaryLocationLineHash"] for one in results]
    assert len(set(prints)) == len(prints) > 3
    gitlab = [one["fingerprint"] for one in json.loads(written("gitlab"))]
    assert len(set(gitlab)) == len(gitlab) > 3


def test_what_is_signed_off_is_marked_and_not_dropped() -> None:
    marked = sarif_result("C301", waived="C301")
    assert marked["suppressions"][0]["kind"] == "external"
    assert "Agreed with the ministry" in marked["suppressions"][0]["justification"]
    assert '<skipped message="Signed off: Agreed with the ministry' in written("junit", "C301")
    assert "C301" in written("github")
    assert "C301" not in written("github", "C301")
    assert "C301" not in written("rdjson", "C301")


def test_commands_of_github_cannot_be_broken_by_the_text() -> None:
    for line in written("github").splitlines():
        assert re.match(r"::(error|warning|notice) file=[^:]+::", line)
        properties = line.split("::")[1]
        assert properties.count("=") == properties.count(",") + 1
    bad = replace(report().findings[0], message="100% a\nb ::error::x")
    text = RENDERERS["github"](replace(report(), findings=(bad,)), Options())
    assert text.count("\n") == 1
    assert "100%25 a b" in text


def test_control_characters_cannot_break_junit() -> None:
    bad = replace(report().findings[0], message="a\x00b\x1b[31m\ud800 & <c>")
    text = RENDERERS["junit"](replace(report(), findings=(bad,)), Options())
    etree.fromstring(text.encode())


@pytest.mark.parametrize("name", NAMES)
def test_no_finding_is_a_whole_report_too(name: str, folder: Path) -> None:
    text = RENDERERS[name](compare(folder / "2023.md", folder / "2023.md"), Options())
    if name == "junit":
        assert etree.fromstring(text.encode()).xpath("//testcase/@name") == ["no findings"]
    elif name == "github":
        assert text == ""
    else:
        json.loads(text)


@pytest.mark.parametrize("name", NAMES)
def test_several_pairs_make_one_report(name: str, folder: Path) -> None:
    alone = replace(examine(folder / "our draft.md"), name="alone")
    text = MANY_RENDERERS[name]((replace(report(), name="pair"), alone), Options())
    assert text.count("D503") >= 2
    if name == "sarif":
        runs = json.loads(text)["runs"]
        ids = [run["automationDetails"]["id"] for run in runs]
        assert ids == ["tracediff/pair/", "tracediff/alone/"]
    if name == "gitlab":
        prints = [one["fingerprint"] for one in json.loads(text)]
        assert len(prints) == len(set(prints))


def sarif_result(rule: str, waived: str = "") -> dict[str, Any]:
    results = json.loads(written("sarif", waived))["runs"][0]["results"]
    found: dict[str, Any] = next(one for one in results if one["ruleId"] == rule)
    return found
