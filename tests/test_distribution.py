"""What is distributed: its name, its version, and how the documents say it is installed."""

from __future__ import annotations

import importlib.util
import re
import tomllib
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from tests.cli.inside import tracediff
from tracediff import cli, namesake
from tracediff.namesake import warning
from tracediff.version import __version__

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
SKIPPED = {".git", ".venv", "dist", "build", "node_modules", "tests"}
TEXTS = [
    path
    for path in sorted(ROOT.rglob("*"))
    if path.suffix in {".md", ".yml", ".yaml", ".toml", ".py", ".sh", ".txt", ""}
    and not SKIPPED & set(path.relative_to(ROOT).parts)
    and not any(part.endswith("_cache") for part in path.relative_to(ROOT).parts)
    and path.is_file()
]
INSTALLING = re.compile(
    r"\b(?:pip3?|pipx|uv|uvx|poetry|pdm|conda|mamba|hatch|easy_install)\b(?! uninstall)(.*)"
)
OURS_BY_NAME = re.compile(
    r"""["']?tracediff(?:[-_.]reports)?(?:\[[\w,.-]*\])?(?:[=<>~!@]\S*)?["']?"""
)


def loaded(name: str) -> ModuleType:
    """A program of the checkout that is no part of the package."""
    spec = importlib.util.spec_from_file_location(name, ROOT / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def installed_by_name(text: str) -> list[str]:
    """Every package of a name like ours that a text has installed from an index.

    A checkout, a wheel and a git revision are no names.
    """
    plain = re.sub(r"""(["'])tracediff-reports(\[[^\]]*\])? @ git\+https://\S+?\1""", "", text)
    return [
        word
        for line in plain.splitlines()
        for call in INSTALLING.findall(line)
        for word in call.split()
        if OURS_BY_NAME.fullmatch(word.rstrip("`;,.)"))
    ]


OURS = "tracediff"  # spelt apart, so that no line of this file is an installation itself


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_is_installed_from_a_name_that_is_not_ours(path: Path) -> None:
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return  # no text
    assert installed_by_name(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"pip install {OURS}", [OURS]),
        (f"- run: python -m pip install -q '{OURS}==0.1'", [f"'{OURS}==0.1'"]),
        (f"`uvx {OURS}`", [f"{OURS}`"]),
        (f"pipx install {OURS}-reports[all]", [f"{OURS}-reports[all]"]),
        (f"pip install {OURS}_reports", [f"{OURS}_reports"]),
        ("pip install .", []),
        ("pip install dist/tracediff_reports-*.whl", []),
        ("pip install 'tracediff-reports @ git+https://github.com/x/tracediff@v1'", []),
        ("pip uninstall tracediff tracediff-reports", []),
        ("tracediff compare a.md b.md", []),
    ],
)
def test_the_rule_knows_an_installation_when_it_sees_one(text: str, found: list[str]) -> None:
    assert installed_by_name(text) == found


def test_the_documents_name_one_repository() -> None:
    owner = PROJECT["urls"]["Source"].removeprefix("https://github.com/").partition("/")[0]
    for path in TEXTS:
        if path.suffix in {".md", ".yml", ".toml"}:
            text = path.read_text(encoding="utf-8")
            named = re.findall(r"(?:github\.com/|uses: )([^/\s]+)/tracediff\b", text)
            assert set(named) <= {owner}, path


def test_the_distribution_is_ours_and_the_command_keeps_its_name() -> None:
    assert PROJECT["name"] == "tracediff-reports"
    assert PROJECT["scripts"] == {"tracediff": "tracediff.start:run"}
    for version in ("3.11", "3.12", "3.13", "3.14"):
        assert f"Programming Language :: Python :: {version}" in PROJECT["classifiers"]
        workflow = (ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")
        assert workflow.count(f'"{version}"') >= 2


def test_the_version_is_that_of_the_newest_section_of_the_changelog() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    released = re.findall(r"^## \[(\d[^\]]*)\] - \d{4}-\d\d-\d\d$", text, re.MULTILINE)
    assert released[:1] in ([], [__version__])
    assert text.count("## [Unreleased]\n") == 1
    assert re.fullmatch(r"\d+\.\d+\.\d+", __version__)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    (tmp_path / "tracediff").mkdir()
    (tmp_path / "tracediff" / "version.py").write_text('"""V."""\n\n__version__ = "0.1.0"\n')
    (tmp_path / "CHANGELOG.md").write_text(
        "# Changelog\n\n## [Unreleased]\n\n### Added\n- A rule.\n\n"
        "## [0.1.0] - 2026-01-02\n\n### Added\n- All.\n"
    )
    (tmp_path / "pyproject.toml").write_text('Source = "https://github.com/us/tracediff"\n')
    return tmp_path


def test_a_release_moves_version_and_changelog_together(checkout: Path) -> None:
    release = loaded("release")
    assert release.problem(checkout, "0.2.0") == ""
    release.release(checkout, "0.2.0", date(2026, 3, 4))
    assert '__version__ = "0.2.0"' in (checkout / "tracediff" / "version.py").read_text()
    changes = (checkout / "CHANGELOG.md").read_text()
    assert "## [Unreleased]\n\n## [0.2.0] - 2026-03-04\n\n### Added\n- A rule." in changes
    assert "nothing stands under [Unreleased]" in release.problem(checkout, "0.3.0")


@pytest.mark.parametrize(
    ("version", "says"),
    [("0.1.0", "is not after 0.1.0"), ("0.0.9", "is not after"), ("2", "is no version")],
)
def test_a_release_that_cannot_be_is_refused(checkout: Path, version: str, says: str) -> None:
    assert says in loaded("release").problem(checkout, version)


def test_nothing_is_released_while_nobody_owns_the_repository(checkout: Path) -> None:
    (checkout / "pyproject.toml").write_text('Source = "https://github.com/<owner>/tracediff"\n')
    assert "put in where the repository is kept" in loaded("release").problem(checkout, "0.2.0")


def test_links_of_the_readme_lead_somewhere_on_the_index() -> None:
    pytest.importorskip("hatchling")
    absolute = loaded("hatch_build").absolute
    text = "![P](docs/a.png) [b](docs/b.md#c) [d](#here) [e](https://x.example/) [f](mailto:a@b)"
    assert absolute(text, "https://h/o/t", "v1") == (
        "![P](https://h/o/t/raw/v1/docs/a.png) [b](https://h/o/t/blob/v1/docs/b.md#c)"
        " [d](#here) [e](https://x.example/) [f](mailto:a@b)"
    )


@pytest.mark.parametrize(
    ("name", "warned"),
    [
        ("tracediff-0.3.1.dist-info", True),
        ("tracediff-1.0-py3.11.egg-info", True),
        ("tracediff_reports-0.1.0.dist-info", False),
        ("tracediff-reports-0.1.0.dist-info", False),
        ("tracediff", False),
        ("tracediffer-2.dist-info", False),
    ],
)
def test_another_distribution_of_our_name_is_warned_of(
    tmp_path: Path, name: str, warned: bool
) -> None:
    (tmp_path / name).mkdir()
    said = warning(str(tmp_path))
    assert bool(said) is warned
    if warned:
        assert said.startswith(f"warning: another distribution, {name.partition('.dist')[0][:13]}")
        assert said.endswith("pip uninstall tracediff tracediff-reports")


def test_a_folder_of_packages_that_cannot_be_listed_is_no_reason_to_stop() -> None:
    assert warning("/no/such/folder") == ""
    assert warning() == ""


def test_the_program_says_it_before_anything_else(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cli, "warning", lambda: "warning: another one")
    monkeypatch.setattr(cli, "main", lambda: cli.complain("then the rest"))
    cli.run()
    assert capsys.readouterr().err == "tracediff: warning: another one\ntracediff: then the rest\n"
    assert tracediff("--version").out == f"tracediff, version {__version__}\n"
    assert namesake.warning is warning
