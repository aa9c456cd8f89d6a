"""Set up and run tracediff from a checkout, with nothing but Python 3.11 or newer.

python3 dev.py demo    compare the two sample editions and write tracediff-report.html
python3 dev.py test    run every check: format, lint, types, layers, tests with coverage
python3 dev.py docs    write anew what the documentation takes from the program
python3 dev.py dist    build sdist and wheel into dist/, and check what is in them

Each sets up .venv beside this file first, once.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")

SAMPLES = ("samples/veldania-2023.md", "samples/veldania-2024.md")

CHECKS = (
    ("ruff", "format", "--check", "."),
    ("ruff", "check", "."),
    ("mypy",),
    ("lint-imports",),
    ("pytest", "--cov", "--cov-report=term"),
)


def main(arguments: list[str]) -> int:
    """Run the task that is named, and say how it ended."""
    if sys.version_info < (3, 11):  # noqa: UP036 - run by whatever python3 is there
        print("tracediff needs Python 3.11 or newer; this is", sys.version.split()[0])
        return 2
    match arguments:
        case ["demo"]:
            set_up(".")
            return demo()
        case ["test", *more]:
            set_up("-e", ".[dev]")
            set_up_browser()
            set_up_node()
            set_up_schemas()
            return test(more)
        case ["docs"]:
            set_up("-e", ".[dev]")
            return docs()
        case ["dist"]:
            set_up("build>=1.2", "twine>=6.1")
            return dist()
        case _:
            print(__doc__)
            return 2


def set_up(*packages: str) -> None:
    """Make the virtual environment if it is not there, and install into it."""
    if not PYTHON.exists():
        run(sys.executable, "-m", "venv", str(VENV))
    run(str(PYTHON), "-m", "pip", "install", "--quiet", *packages)


def set_up_browser() -> None:
    """Install Debian's Chromium for the browser tests, where that is allowed."""
    wanted = not shutil.which("chromium") and shutil.which("apt-get")
    if wanted and hasattr(os, "geteuid") and os.geteuid() == 0:
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in ("update", "install -y --no-install-recommends chromium"):
            subprocess.run(["apt-get", *command.split()], env=environment, check=False, **quiet)  # type: ignore[call-overload]


NODE_PACKAGES = {"axe-core": "axe-core@4", "@umbrelladocs": "@umbrelladocs/rdformat-validator@1"}


def set_up_node() -> None:
    """Install what the tests need from npm in one call: a second would remove the first."""
    there = VENV / "node_modules"
    if shutil.which("npm") and not all((there / name).exists() for name in NODE_PACKAGES):
        npm = ["npm", "install", "--silent", "--no-save", "--prefix", str(VENV)]
        subprocess.run([*npm, *NODE_PACKAGES.values()], check=False)


def set_up_schemas() -> None:
    """Fetch what the machine formats are checked against; the tests say where it is missing."""
    if not shutil.which("npm"):
        return
    schema = VENV / "schemas" / "sarif-2.1.0.json"
    if schema.exists():
        return
    schema.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        pack = ["npm", "pack", "--silent", "--pack-destination", folder]
        subprocess.run(
            [*pack, "@microsoft/sarif-multitool-linux@5"], stdout=subprocess.DEVNULL, check=False
        )
        for archive in Path(folder).glob("*.tgz"):  # 40 MB, of which one file is wanted
            with tarfile.open(archive) as files:
                member = files.extractfile("package/sarif-2.1.0.json")
                schema.write_bytes(member.read() if member else b"")


def demo() -> int:
    """Compare the samples: in the terminal, and as one HTML file to share."""
    tracediff = str(BIN / "tracediff")
    shown = subprocess.run([tracediff, "compare", *SAMPLES, "--limit", "4"], cwd=ROOT, check=False)
    written = subprocess.run(
        [tracediff, "compare", *SAMPLES, "-o", "tracediff-report.html"], cwd=ROOT, check=False
    )
    if not (shown.returncode or written.returncode):
        print("\nThe report to share: tracediff-report.html")
        print(f"The command: {Path(tracediff).relative_to(ROOT)} --help")
    return shown.returncode or written.returncode


def docs() -> int:
    """Run all that makes pages and pictures from the program, but for those that are up to date."""
    failed = []
    for maker in (*sorted((ROOT / "docs").glob("make_*.py")), ROOT / "docs" / "pictures.py"):
        if subprocess.run([str(PYTHON), str(maker), "--check"], cwd=ROOT, check=False).returncode:
            done = subprocess.run([str(PYTHON), str(maker)], cwd=ROOT, check=False)
            failed += [maker.name] if done.returncode else []
    print(f"failed: {', '.join(failed)}" if failed else "all pages are up to date")
    return 1 if failed else 0


IN_WHEEL = (
    "tracediff/py.typed",
    "tracediff/schema/compare.schema.json",
    "tracediff/templates/report.html",
    "tracediff/pages/N101.md",
)
IN_SDIST = ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE", "docs/ci.md", "tests")
METADATA = (
    "Name: tracediff-reports",
    "License-Expression: MIT",
    "Requires-Python: >=3.11",
    "Description-Content-Type: text/markdown",
    "Project-URL: Source, ",
    "Classifier: Programming Language :: Python :: 3.14",
)


def dist() -> int:
    """Build both archives, and say what is wrong with them."""
    target = ROOT / "dist"
    shutil.rmtree(target, ignore_errors=True)
    run(str(PYTHON), "-m", "build", "--outdir", str(target), str(ROOT))
    archives = sorted(map(str, target.iterdir()))
    run(str(PYTHON), "-m", "twine", "check", "--strict", *archives)
    wrong = [*_wheel_faults(*target.glob("*.whl")), *_sdist_faults(*target.glob("*.tar.gz"))]
    print("\n".join(wrong) or "sdist and wheel hold what they should")
    return 1 if wrong else 0


def _wheel_faults(wheel: Path) -> list[str]:
    """What a wheel lacks, and what it must not have."""
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        metadata = archive.read(next(n for n in names if n.endswith("/METADATA"))).decode()
    head, _, readme = metadata.partition("\n\n")
    faults = [f"wheel: lacks {name}" for name in IN_WHEEL if name not in names]
    faults += [f"metadata: lacks {one!r}" for one in METADATA if f"\n{one}" not in f"\n{head}"]
    faults += [
        f"wheel: holds {name}"
        for name in names
        if not name.startswith(("tracediff/", "tracediff_reports-")) or "__pycache__" in name
    ]
    links = re.findall(r"\]\((?!https?:|#)([^)]*)\)", readme)
    return faults + [f"README.md: {link} leads nowhere on the index" for link in links]


def _sdist_faults(sdist: Path) -> list[str]:
    """What a source archive lacks, and what it must not have."""
    with tarfile.open(sdist) as archive:
        names = [name.partition("/")[2] for name in archive.getnames()]
    faults = [
        f"sdist: lacks {one}" for one in IN_SDIST if not any(n.startswith(one) for n in names)
    ]
    unwanted = (".ci/", ".venv", "dist/", ".git/")
    return faults + [f"sdist: holds {name}" for name in names if name.startswith(unwanted)]


def test(more: list[str]) -> int:
    """Run all checks, and fail if any of them fails."""
    failed = []
    for name, *arguments in CHECKS:
        extra = more if name == "pytest" else []
        print(f"\n$ {' '.join([name, *arguments, *extra])}", flush=True)
        command = [str(BIN / name), *arguments, *extra]
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            failed.append(name)
    print("\nfailed: " + ", ".join(failed) if failed else "\nall checks passed", flush=True)
    return 1 if failed else 0


def run(*command: str) -> None:
    """Run a command of the set-up, and stop where it fails."""
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        sys.exit(f"set-up failed: {' '.join(command)}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
