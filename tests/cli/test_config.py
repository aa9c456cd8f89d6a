"""The configuration as a team meets it: found, checked, shown, written."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from tests.cli.inside import Ended, tracediff
from tests.scenario.texts import CORRECTED_DRAFT, EDITION_2024


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "2024.md").write_text(EDITION_2024, encoding="utf-8")
    (tmp_path / "draft.md").write_text(CORRECTED_DRAFT, encoding="utf-8")
    return tmp_path


def configured(desk: Path, text: str, *arguments: str) -> Ended:
    (desk / "tracediff.toml").write_text(text, encoding="utf-8")
    return tracediff("check", "draft.md", "--against", "2024.md", *arguments, folder=desk)


def wrong(desk: Path, text: str) -> str:
    ended = configured(desk, text, "--exit-zero")
    assert ended.status == 2
    assert ended.out == ""
    assert all(line.startswith("tracediff: tracediff.toml: ") for line in ended.err.splitlines())
    return ended.err


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[chek]\nx = 1", "chek: no such table; did you mean check?"),
        ("[check]\nfail-on = 'error'", "check.fail-on: no such key; did you mean fail_on?"),
        ("[check]\nfail_on = 'errors'", "must be one of error, warning, note, never"),
        ("[check]\nselect = ['N999']", "check.select: there is no rule"),
        ("[detecting]\nsmal = 1", "detecting.smal: no such key; did you mean small?"),
        ("[detecting]\nsmall = 'x'", "detecting.small: must be a number"),
        ("[detecting]\nsmall = nan", "detecting.small: must be a number"),
        ("[reading]\nmax_bytes = -1", "reading.max_bytes: must be more than 0"),
        ("[reading]\ntracked_changes = 'both'", "must be one of accept, reject"),
        ("[severity]\nN999 = 'error'", "severity.N999: there is no rule"),
        ("[severity]\nfigure-chnged = 'error'", "did you mean figure-changed?"),
        ("[severity]\nN101 = 'bad'", "severity.N101: must be one of"),
        ("[threshold]\nerror = -1", "threshold.error: must not be below 0"),
        ("[threshold]\nerror = 'large'", "threshold.error: must be a share"),
        ("[[override]]\nseverity = 'off'", "override[1]: names no rule, section or measure"),
        ("[[override]]\nrule = 'N'", "override[1]: sets no severity"),
        ("[[measure]]\nbetter = 'up'", "measure[1].better: must be one of more, less"),
        ("[[measure]]\naliases = ['a']", "measure[1]: has no name"),
        ("[[measure]]\nname='a'\n[[measure]]\nname='A'", "measure[2]: 'A' is taken by measure[1]"),
        ("[[pair]]\nagainst = 'x'", "pair[1]: has no draft"),
        ("[pair]\ndraft = 'x'", "pair: must be tables; write [[pair]]"),
        ("[[waiver]]\nfingerprint = 'x'\nreason = 'Agreed.'", "is no fingerprint"),
        ("[[waiver]]\nrule='N1'\nreason = 'Agreed.'", "names no finding"),
        ("[[waiver]]\nrule='N1'\nsection='A'\nreason='Agreed.'", "is bound to no values"),
        ("[[waiver]]\nfingerprint = 'aaaaaaaaaaaaaaaa:1'", "waiver[1]: has no reason"),
        ("[[waiver]]\nreason = 'TBD'", "waiver[1].reason: must say why"),
        ("[[waiver]]\nreason = '[todo]'", "waiver[1].reason: must say why"),
        ("[[waiver]]\nexpires = 'soon'", "waiver[1].expires: must be a day"),
        ("[[waiver]]\ncreated=2026-02-01\nexpires=2026-01-01", "before it is created"),
        ("[check\n", "is no TOML"),
    ],
)
def test_what_is_wrong_is_said_with_file_and_key(desk: Path, text: str, says: str) -> None:
    assert says in wrong(desk, text)


def test_all_problems_are_said_at_once(desk: Path) -> None:
    told = wrong(desk, "[chek]\n[detecting]\nsmal = 1\nsmall = 'x'\n[severity]\nX = 'y'\n")
    assert told.count("\n") == 4


STRICT = "[severity]\nC301 = 'error'\n"


def test_a_severity_by_rule_and_by_section(desk: Path) -> None:
    assert configured(desk, "").status == 0
    assert configured(desk, STRICT).status == 1
    assert configured(desk, "[severity]\nclaim-reversed = 'error'").status == 1
    section = "[[override]]\nsection = '{}'\nseverity = '{}'"
    assert configured(desk, section.format("Children*", "error")).status == 1
    assert configured(desk, section.format("X", "error")).status == 0
    assert configured(desk, STRICT + section.format("Children*", "warning")).status == 0
    assert configured(desk, STRICT + section.format("X", "off")).status == 1


def test_thresholds_say_how_large_a_change_is_an_error(desk: Path) -> None:
    assert configured(desk, "[threshold]\nerror = '50%'").status == 0
    assert configured(desk, "[threshold]\nerror = 0.01").status == 1
    one = "[[override]]\nrule = 'N101'\nmeasure = '{}'\nerror = '1%'"
    assert configured(desk, one.format("*pupils*")).status == 1
    assert configured(desk, one.format("*teachers*")).status == 0
    calm = configured(desk, "[threshold]\nwarning = '90%'", "--fail-on", "warning")
    assert "N101" in calm.out
    assert "warning N101" not in calm.out


def test_the_command_line_goes_before_the_file(desk: Path) -> None:
    never = f"{STRICT}[check]\nfail_on = 'never'"
    assert configured(desk, never).status == 0
    assert configured(desk, never, "--fail-on", "error").status == 1
    assert configured(desk, f"{STRICT}[check]\nignore = ['C301']").status == 0
    assert configured(desk, f"{STRICT}[check]\nignore = ['C301']", "--select", "C").status == 1
    assert configured(desk, STRICT, "--select", "N,S").status == 0
    assert configured(desk, STRICT, "--ignore", "claim-reversed").status == 0
    nonsense = configured(desk, STRICT, "--ignore", "claim-reversd")
    assert nonsense.status == 2
    assert "did you mean claim-reversed" in nonsense.err


def test_formats_and_files_can_be_declared(desk: Path) -> None:
    ended = configured(desk, f"{STRICT}[check]\nformat = ['terminal', 'sarif:out.sarif']")
    assert "error C301" in ended.out
    assert json.loads((desk / "out.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert "check.format: 'rtf'" in wrong(desk, "[check]\nformat = ['rtf']")


def test_the_nearest_file_is_found_and_paths_count_from_it(desk: Path) -> None:
    pair = "[[pair]]\nname = 'bay'\ndraft = 'draft.md'\nagainst = '2024.md'\n"
    (desk / "tracediff.toml").write_text(STRICT + pair, encoding="utf-8")
    (desk / "pyproject.toml").write_text("[tool.tracediff.severity]\nX = 'y'\n", encoding="utf-8")
    below = desk / "a" / "b"
    below.mkdir(parents=True)
    ended = tracediff("check", folder=below)
    assert ended.status == 1
    assert "C301" in ended.out
    assert tracediff("check", "bay", folder=below).status == 1


def test_pyproject_is_read_where_it_has_our_table(desk: Path) -> None:
    (desk / "pyproject.toml").write_text("[tool.tracediff.check]\nfail_on = 'warning'\n")
    below = desk / "a"
    below.mkdir()
    (below / "pyproject.toml").write_text("[project]\nname = 'tracediff-user'\n")
    ended = tracediff("check", "../draft.md", "--against", "../2024.md", folder=below)
    assert ended.status == 1
    (desk / "pyproject.toml").write_text("[tool.tracediff.chek]\n")
    told = tracediff("check", "../draft.md", "--against", "../2024.md", folder=below)
    assert told.status == 2
    assert "tool.tracediff.chek: no such table; did you mean check?" in told.err


def test_a_file_that_is_named_must_be_there(desk: Path) -> None:
    ended = tracediff("check", "draft.md", "--config", "other.toml", folder=desk)
    assert ended.status == 2
    assert "other.toml: no such file" in ended.err


def test_config_shows_values_and_where_they_come_from(desk: Path) -> None:
    text = "[detecting]\nsmall = 0.2\n[[measure]]\nname = 'visas'\nbetter = 'more'\n"
    (desk / "tracediff.toml").write_text(text, encoding="utf-8")
    shown = tracediff("config", folder=desk).out
    assert "small = 0.2  # tracediff.toml" in shown
    assert 'fail_on = "error"  # default' in shown
    assert "[[measure]]" in shown
    tomllib.loads(shown)
    only = tracediff("config", "--set", folder=desk).out
    assert "fail_on" not in only
    rows = json.loads(tracediff("config", "--format", "json", folder=desk).out)
    assert rows["file"] == "tracediff.toml"
    assert {"table", "key", "value", "origin", "reason"} == set(rows["values"][0])


def test_init_writes_a_file_that_sets_nothing_and_can_be_uncommented(desk: Path) -> None:
    assert tracediff("init", folder=desk).status == 0
    text = (desk / "tracediff.toml").read_text(encoding="utf-8")
    assert tomllib.loads(text) == {"check": {}}
    assert tracediff("config", "--set", folder=desk).out.strip() == "# tracediff.toml"
    again = tracediff("init", folder=desk)
    assert again.status == 2
    assert "--force" in again.err
    lines = [line for line in text.splitlines() if line.startswith(("# [", "# ")) and "=" in line]
    assert len(lines) > 50
    public = text[text.index("# [reading]") :]
    told = [line for line in public.splitlines() if " = " in line]
    assert len(told) < 25
    for line in told:  # a whole sentence of a reason behind each value
        assert len(line.partition("  # ")[2].split()) > 4, line
    numbers = [line[2:] for line in text.splitlines() if line.startswith("# max_bytes")]
    assert tomllib.loads(numbers[0])


def test_every_setting_of_the_commented_file_is_accepted_as_it_stands(desk: Path) -> None:
    tracediff("init", folder=desk)
    text = (desk / "tracediff.toml").read_text(encoding="utf-8")
    groups = text[text.index("# [reading]") :]
    plain = "\n".join(line.removeprefix("# ") for line in groups.splitlines())
    (desk / "tracediff.toml").write_text(plain, encoding="utf-8")
    ended = tracediff("config", "--set", folder=desk)
    assert ended.status == 0, ended.err
    assert ended.out.count("\n") == 25


def test_pyproject_can_be_named_as_the_configuration(desk: Path) -> None:
    (desk / "pyproject.toml").write_text("[tool.tracediff.check]\nfail_on = 'warning'\n", "utf-8")
    pair = ("check", "draft.md", "--against", "2024.md")
    (desk / "tracediff.toml").write_text("", encoding="utf-8")
    assert tracediff(*pair, folder=desk).status == 0
    assert tracediff(*pair, "--config", "pyproject.toml", folder=desk).status == 1
    (desk / "pyproject.toml").write_text("[tool.other]\n", "utf-8")
    refused = tracediff(*pair, "--config", "pyproject.toml", folder=desk)
    assert refused.status == 2
    assert "has no table [tool.tracediff]" in refused.err
