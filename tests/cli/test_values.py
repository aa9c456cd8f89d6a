"""Values in the configuration that mean nothing are told with their key, and what they must be."""

from __future__ import annotations

import datetime
import os
from pathlib import Path
from typing import Any

import pytest

from tests.cli.inside import tracediff
from tracediff.config import load
from tracediff.config import write as writing
from tracediff.config.checkers import Problems, Wrong, day, nearest, read_table, share
from tracediff.config.find import open_file
from tracediff.errors import SettingsError


def refused(folder: Path, text: str) -> str:
    """The one problem that a configuration has."""
    path = folder / "tracediff.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as raised:
        load(str(path))
    (problem,) = raised.value.problems
    assert problem.startswith(f"{path}: ")
    return problem.removeprefix(f"{path}: ")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("check = 3", "check: is no table"),
        ("severity = 3", "severity: is no table; write [severity]"),
        ("[check]\nbaseline = 3", "check.baseline: must be text, not 3"),
        ("[check]\nselect = [3]", "check.select: must be a list of texts, not [3]"),
        ("[check]\nselect = ['']", "check.select: is empty"),
        ("[check]\nshow_waived = 'yes'", 'check.show_waived: must be true or false, not "yes"'),
        ("[check]\nfail_on = true", "check.fail_on: must be one of error, warning, note, never"),
        ("[reading]\nmax_bytes = 1.5", "reading.max_bytes: must be a whole number, not 1.5"),
        (
            "[ranking]\nkinds = 3",
            "ranking: is internal and no setting any more; remove it: [sev",
        ),
        ("[aligning]\nprior = 3", "aligning: is internal and no setting any more; remove it"),
        ("[reading]\nat_once = 3", "reading.at_once: is internal and no setting any more; remove"),
        ("reading = 3", "reading: is no table"),
        ("[reading]\nmax_bytes = true", "reading.max_bytes: must be a whole number, not true"),
        ("[[pair]]\ndraft = 'x'\nyear = 20", "pair[1].year: must be a year such as 2025, not 20"),
        ("[[pair]]\ndraft = ''", "pair[1].draft: is empty"),
        ("[[measure]]\nname = ''", "measure[1].name: is empty"),
        ("[[override]]\nrule = 'N'\nerror = -0.5", "override[1].error: must not be below 0"),
        ("[[waiver]]\nfingerprint = []\nreason = 'As agreed.'", "waiver[1].fingerprint: is empty"),
        (
            "[[waiver]]\nrule = 'N101'\nsection = 'Ports'\nold = [1]\nreason = 'As agreed.'",
            "waiver[1].old: must be a number or text, not [1]",
        ),
        (
            "[[waiver]]\nrule = 'N101'\nsection = 'Ports'\nold = 1\nreason = 'todo'",
            'waiver[1].reason: must say why, not "todo"',
        ),
        (
            "[[waiver]]\nrule = 'N101'\nsection = 'P'\nold = 1\nreason = 'Agreed'\nexpires = 'May'",
            'waiver[1].expires: must be a day such as 2026-12-31, not "May"',
        ),
        (
            "[[waiver]]\nrule = 'N101'\nsection = 'P'\nold = 1\nreason = 'Agreed.'\nexpires = 2026",
            "waiver[1].expires: must be a day such as 2026-12-31, not 2026",
        ),
    ],
)
def test_a_value_that_means_nothing_is_told(tmp_path: Path, text: str, says: str) -> None:
    assert refused(tmp_path, text).startswith(says)


def test_a_long_value_is_cut_in_the_message(tmp_path: Path) -> None:
    said = refused(tmp_path, f"[check]\nshow_waived = '{'x' * 300}'")
    assert said.endswith("…")
    assert len(said) < 120


def test_a_day_is_written_as_a_day_or_as_text() -> None:
    meant = datetime.date(2026, 5, 1)
    assert day("2026-05-01") == meant
    assert day(meant) == meant
    with pytest.raises(Wrong, match="must be a day"):
        day(datetime.datetime(2026, 5, 1, tzinfo=datetime.UTC))


def test_a_share_is_a_number_or_a_percentage() -> None:
    assert share("12.5 %") == share(0.125) == 0.125


def test_an_unknown_key_without_a_likeness_lists_the_few_there_are() -> None:
    assert nearest("zzz", ["pair", "measure"]) == "; known are measure, pair"
    assert nearest("zzz", [f"key{n}" for n in range(13)]) == ""


def test_all_keys_of_a_table_are_looked_at() -> None:
    problems = Problems("x.toml", "tool.")
    found = read_table("t", {"a": "2%", "b": "z", "c": 1}, {"a": share, "b": share}, problems)
    assert found == {"a": 0.02}
    assert [one.split(": ")[1] for one in problems.found] == ["tool.t.b", "tool.t.c"]


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("tracediff.toml", b"\xff\xfe\x00", "is not UTF-8; save it as UTF-8"),
        ("tracediff.toml", b"a = ", "is no TOML: "),
        ("tracediff.toml", b"a = " + b"[" * 9000, "is nested too deeply; simplify it"),
        ("tracediff.toml", b"#" * (4 * 1024 * 1024 + 1), "more than 4 MB; is it the right file?"),
        ("pyproject.toml", b"[tool.other]\n", "has no table [tool.tracediff]"),
        ("pyproject.toml", b"tool = 3\n", "has no table [tool.tracediff]"),
        ("pyproject.toml", b"[tool]\ntracediff = 3\n", "tool.tracediff: is no table"),
    ],
)
def test_a_file_that_is_no_configuration_is_told(
    tmp_path: Path, name: str, data: bytes, says: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(SettingsError) as raised:
        open_file(str(path))
    assert str(raised.value).startswith(f"{path}: {says}")


def test_a_folder_is_no_configuration(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="is a folder; name the file in it"):
        load(str(tmp_path))


def test_a_configuration_that_may_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "tracediff.toml"
    path.write_text("", encoding="utf-8")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(SettingsError, match=r"cannot be read \(Permission denied\)"):
        load(str(path))


def test_a_project_file_that_only_mentions_us_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = tmp_path / "drafts"
    inner.mkdir()
    ours = "[tool.tracediff.check]\nfail_on = 'note'\n"
    (tmp_path / "pyproject.toml").write_text(ours, encoding="utf-8")
    (inner / "pyproject.toml").write_text("[project]\nname = 'not-tracediff'\n", encoding="utf-8")
    monkeypatch.chdir(inner)
    assert load(None).check.fail_on == "note"


WAIVER: dict[str, Any] = {"fingerprint": "bbbbbbbbbbbbbbbb:1", "reason": "The law changed."}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# ours\n[check]\nfail_on = 'note'\n",
        "[[waiver]]\nfingerprint = 'aaaaaaaaaaaaaaaa'\nreason = 'As agreed.'",
        "[[waiver]]\nfingerprint = 'aaaaaaaaaaaaaaaa'\nreason = 'As agreed.'\n\n[severity]\n",
    ],
)
def test_a_waiver_is_added_and_nothing_else_changes(tmp_path: Path, text: str) -> None:
    path = tmp_path / "tracediff.toml"
    path.write_text(text, encoding="utf-8")
    before = load(str(path)).settings
    path.write_text(writing.with_waivers(load(str(path)), [WAIVER]), encoding="utf-8")
    after = load(str(path)).settings
    assert after.waiving.waivers[:-1] == before.waiving.waivers
    assert after.waiving.waivers[-1].reason == "The law changed."
    assert after.grading == before.grading


def test_a_waiver_that_has_no_place_between_others_stands_at_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import tomlkit

    def refuse(_: str) -> None:
        raise ValueError("no such thing")

    path = tmp_path / "tracediff.toml"
    held = "[[waiver]]\nfingerprint = 'aaaaaaaaaaaaaaaa'\nreason = 'As agreed.'\n"
    path.write_text(held + "[severity]\nN = 'note'\n", encoding="utf-8")
    monkeypatch.setattr(tomlkit, "parse", refuse)
    text = writing.with_waivers(load(str(path)), [WAIVER])
    assert text.index("[severity]") < text.index("bbbbbbbbbbbbbbbb")


def test_waivers_that_tables_cannot_join_are_not_written_in_their_place(tmp_path: Path) -> None:
    path = tmp_path / "tracediff.toml"
    held = "waiver = [{fingerprint = 'aaaaaaaaaaaaaaaa', reason = 'As agreed.'}]\n"
    path.write_text(held, encoding="utf-8")
    with pytest.raises(SettingsError, match=r"write them as \[\[waiver\]\] tables"):
        writing.with_waivers(load(str(path)), [WAIVER])
    assert path.read_text(encoding="utf-8") == held


def test_names_of_files_count_from_the_configuration(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = tmp_path / "norr"
    inner.mkdir()
    path = inner / "tracediff.toml"
    path.write_text(
        "[check]\nbaseline = 'known.json'\n"
        "[[pair]]\ndraft = 'a.md'\nagainst = 'main:a.md'\nyear = 2024\n",
        encoding="utf-8",
    )
    monkeypatch.chdir(tmp_path)
    config = load("norr/tracediff.toml")
    assert config.check.baseline == "norr/known.json"
    (pair,) = config.pairs
    assert (pair.draft, pair.against, pair.year) == ("norr/a.md", "main:a.md", 2024)
    assert load(str(path)).pairs == config.pairs


def test_thresholds_are_shown_with_their_origin(tmp_path: Path) -> None:
    text = "[threshold]\nerror = '50%'\n"
    (tmp_path / "tracediff.toml").write_text(text, encoding="utf-8")
    shown = tracediff("config", folder=tmp_path).out
    (line,) = [line for line in shown.splitlines() if "error = 0.5" in line]
    assert "tracediff.toml" in line


def test_an_unknown_table_is_told_and_a_table_of_tables_is_asked_for(tmp_path: Path) -> None:
    assert refused(tmp_path, "[chek]\n") == "chek: no such table; did you mean check?"
    assert refused(tmp_path, "waiver = [1]\n") == "waiver: must be tables; write [[waiver]]"


def test_two_pairs_of_one_name_are_told(tmp_path: Path) -> None:
    said = refused(tmp_path, "[[pair]]\ndraft = 'a/x.md'\n[[pair]]\ndraft = 'b/x.md'\n")
    assert "there are two pairs named 'x'; give them names" in said


def test_a_declared_format_that_is_none_is_told_with_its_key(tmp_path: Path) -> None:
    (tmp_path / "tracediff.toml").write_text("[check]\nformat = ['rtf']\n", encoding="utf-8")
    (tmp_path / "a.md").write_text("The mill closed in 2024.\n", encoding="utf-8")
    ended = tracediff("check", "a.md", folder=tmp_path)
    assert ended.status == 2
    assert ended.err.startswith("tracediff: tracediff.toml: check.format: 'rtf' is not one of")
