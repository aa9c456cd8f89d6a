"""Compare two editions of one very large table, a row for each thing or a column for each.

    python benchmarks/big_tables.py [--rows 5000,10000,20000] [--columns 1250,2500,5000]
        [--formats md,html,txt,docx]

Prints seconds, processor seconds of all processes and the memory of the largest one for each size,
and the processor seconds as a multiple of those of the size before: the work grows with the table
where that is no more than the size does.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from itertools import chain
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.test_growth import across, as_html, as_markdown, as_text, down, renamed  # noqa: E402

Rows = list[list[str]]
DRAWN: Final[dict[str, Callable[[Rows], str]]] = {
    "md": as_markdown,
    "html": as_html,
    "txt": as_text,
}
_TYPES: Final = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument'
    '.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS: Final = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
    'Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
_WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def write(rows: Rows, path: Path) -> None:
    """A table as a file of the format that the suffix names."""
    if path.suffix != ".docx":
        path.write_text(f"{DRAWN[path.suffix[1:]](rows)}\n", encoding="utf-8")
        return
    cells = (
        f"<w:tr>{''.join(f'<w:tc><w:p><w:r><w:t>{c}</w:t></w:r></w:p></w:tc>' for c in row)}</w:tr>"
        for row in rows
    )
    body = "".join(chain(("<w:tbl>",), cells, ("</w:tbl>",)))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELATIONS)
        archive.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>',
        )


def measured(
    table: Callable[[int, int, int], Rows], size: int, suffix: str
) -> tuple[float, float, float]:
    """Seconds, CPU seconds and the most megabytes of one run of the command."""
    with tempfile.TemporaryDirectory() as held:
        files = []
        for year, step in ((2020, 7), (2021, 9)):
            files.append(Path(held) / f"review-{year}.{suffix}")
            write(table(size, year, step), files[-1])
        out = ("--format", "json", "-o", f"{held}/report.json")
        command = [sys.executable, "-m", "tracediff", "compare", *map(str, files), *out]
        begun = time.perf_counter()
        process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begun
        assert status == 0, "tracediff failed"
    return seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main() -> None:
    """Measure each table in each format, from the smallest size to the largest."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--rows", default="5000,10000,20000")
    parser.add_argument("--columns", default="1250,2500,5000")
    parser.add_argument("--formats", default="md,html,txt,docx")
    asked = parser.parse_args()
    for name, table, sizes in (
        ("rows", down, asked.rows),
        ("columns", across, asked.columns),
        ("columns renamed", renamed, asked.columns),
    ):
        for suffix in asked.formats.split(","):
            last = 0.0
            for size in map(int, filter(None, sizes.split(","))):
                seconds, used, memory = measured(table, size, suffix)
                ratio = f", {used / last:.2f} x the size before" if last else ""
                print(
                    f"{size:,} {name}, {suffix}: {seconds:.1f} s, {used:.1f} CPU-s, "
                    f"{memory:.0f} MB{ratio}",
                    flush=True,
                )
                last = used


if __name__ == "__main__":
    main()
