"""Make a release: one version in version.py, in CHANGELOG.md and as a tag.

python3 release.py 0.2.0    move what is unreleased under 0.2.0, and set the version

It changes the two files and says what to do next; the workflow publishes what is tagged.
"""

from __future__ import annotations

import re
import sys
from datetime import UTC, date, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent
_VERSION = re.compile(r'(__version__ = ")([^"]+)(")')
_NUMBERS = re.compile(r"\d+\.\d+\.\d+")
_UNRELEASED = re.compile(r"^## \[Unreleased\]\n(.*?)(?=^## |\Z)", re.DOTALL | re.MULTILINE)
_RELEASED = re.compile(r"^## \[(\d[^\]]*)\]", re.MULTILINE)


def main(arguments: list[str]) -> int:
    """Write both files, or say why there can be no such release."""
    if len(arguments) != 1:
        print(__doc__)
        return 2
    version = arguments[0]
    wrong = problem(ROOT, version)
    if wrong:
        print(f"release.py: {wrong}")
        return 2
    release(ROOT, version, datetime.now(UTC).date())
    print(f"Now: git commit -am 'release: {version}' && git tag -s v{version} && git push --tags")
    return 0


def problem(root: Path, version: str) -> str:
    """Why a version cannot be released, nothing where it can."""
    if not _NUMBERS.fullmatch(version):
        return f"{version}: is no version; give three numbers such as 0.2.0"
    changes = (root / "CHANGELOG.md").read_text("utf-8")
    released = _RELEASED.findall(changes)
    if released and _parts(version) <= max(map(_parts, released)):
        return f"{version}: is not after {released[0]}, which CHANGELOG.md has; give a later one"
    unreleased = _UNRELEASED.search(changes)
    if unreleased is None or not unreleased[1].strip():
        return "CHANGELOG.md: nothing stands under [Unreleased]; say there what is new"
    if "<owner>" in (root / "pyproject.toml").read_text("utf-8"):
        return "pyproject.toml: [project.urls] has <owner>; put in where the repository is kept"
    return ""


def _parts(version: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", version)))


def release(root: Path, version: str, today: date) -> None:
    """Set the version, and head what was unreleased with it."""
    home = root / "tracediff" / "version.py"
    home.write_text(_VERSION.sub(rf"\g<1>{version}\g<3>", home.read_text("utf-8")), "utf-8")
    changes = root / "CHANGELOG.md"
    head = f"## [Unreleased]\n\n## [{version}] - {today.isoformat()}\n"
    text = changes.read_text("utf-8").replace("## [Unreleased]\n", head, 1)
    changes.write_text(text, "utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
