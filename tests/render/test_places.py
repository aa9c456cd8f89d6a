"""Where a finding is to be looked at: a page of a PDF, a file outside the repository, no place."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.render.reports import report
from tracediff.model import Place, Report, Waiver
from tracediff.render import RENDERERS, Options

PDF = Place("/srv/our reports/draft.pdf", 14, 14, page=3)


def placed(place: Place | None = PDF) -> Report:
    made = report()
    return replace(made, findings=(replace(made.findings[0], place=place),))


def written(form: str, made: Report) -> str:
    return RENDERERS[form](made, Options())


@pytest.mark.parametrize(
    ("form", "says"),
    [
        ("brief", "/srv/our reports/draft.pdf:14: page 3: error N103"),
        ("github", "(page 3)"),
        ("sarif", "(page 3)"),
        ("rdjson", "(page 3)"),
        ("gitlab", "(page 3)"),
    ],
)
def test_a_finding_in_a_pdf_names_its_page(form: str, says: str) -> None:
    assert says in written(form, placed())


def test_a_place_without_columns_is_a_line() -> None:
    (said,) = json.loads(written("rdjson", placed()))["diagnostics"]
    assert said["location"]["range"] == {"start": {"line": 14}, "end": {"line": 14}}
    (result,) = json.loads(written("sarif", placed()))["runs"][0]["results"]
    location = result["locations"][0]["physicalLocation"]
    assert location["region"] == {"startLine": 14, "endLine": 14}
    assert location["artifactLocation"] == {"uri": "file:///srv/our%20reports/draft.pdf"}


def test_a_finding_that_nobody_placed_is_at_the_head_of_the_draft() -> None:
    (found,) = json.loads(written("json", placed(None)))["findings"]
    assert found["place"] is None
    assert written("brief", placed(None)).startswith(f"{report().new.path}:1: error N103")


def test_what_a_baseline_holds_is_unchanged_and_the_rest_is_new() -> None:
    made = report()
    known = replace(made.findings[0], waiver=Waiver("It was so before.", baseline=True))
    made = replace(made, findings=(known, made.findings[1]))
    results = json.loads(written("sarif", made))["runs"][0]["results"]
    assert [one["baselineState"] for one in results] == ["unchanged", "new"]


def test_of_many_facets_the_first_are_said_and_the_others_counted() -> None:
    made = report()
    facets = tuple(replace(made.findings[7], message=f"Tally {n} fell.") for n in range(9))
    made = replace(made, findings=(replace(made.findings[3], facets=facets),))
    shown = written("brief", made)
    assert "Tally 4 fell." in shown and "Tally 5 fell." not in shown
    assert "4 more" in shown


def test_an_installed_program_draws_with_its_own_templates(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from importlib import resources

    from tracediff.render.html import template

    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "report.html").write_text("packed", encoding="utf-8")
    beside = template("report.html")
    monkeypatch.setattr(resources, "files", lambda package: tmp_path)
    assert template("report.html") == "packed" != beside
