"""Take the pictures of the samples' report that the README shows; needs playwright and Chromium.

python docs/pictures.py           take them
python docs/pictures.py --check   fail if page one of the samples or a template has changed

Each picture holds a digest of what it was taken of.
"""

from __future__ import annotations

import shutil
import struct
import sys
import tempfile
import zlib
from hashlib import sha256
from pathlib import Path

from tracediff import Report, compare

ROOT = Path(__file__).resolve().parents[1]
SIZES = {"report.png": (1280, 900), "report-phone.png": (390, 844)}
FIRST = 10  # stories that stand on page one
SIGNATURE = b"\x89PNG\r\n\x1a\n"


def digest(report: Report) -> bytes:
    """What the pictures show: the stories of page one, as the templates lay them out."""
    told = "\n".join(story.headline for story in report.listed[:FIRST])
    looks = (ROOT / "templates" / name for name in ("report.html", "story.html", "report.css"))
    return sha256("\n".join([told, *(one.read_text("utf-8") for one in looks)]).encode()).digest()


def noted(picture: bytes, taken: bytes) -> bytes:
    """A picture with a digest in a chunk of text, after its header."""
    body = b"tEXtSource\0" + taken.hex().encode()
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    header = len(SIGNATURE) + 25
    return picture[:header] + chunk + picture[header:]


def take(report: Report) -> None:
    """Write both pictures into this folder."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        path = Path(folder) / "report.html"
        path.write_text(report.to_html(), encoding="utf-8")
        flags = ["--no-sandbox", "--disable-gpu"]
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=flags)
        for name, (width, height) in SIZES.items():
            window = browser.new_page(viewport={"width": width, "height": height})
            window.goto(path.as_uri())
            picture = noted(window.screenshot(), digest(report))
            (ROOT / "docs" / name).write_bytes(picture)
        browser.close()


def main(check: bool) -> int:
    """Take the pictures, or say which are out of date."""
    report = compare(*(ROOT / "samples" / f"veldania-{year}.md" for year in (2023, 2024)))
    if not check:
        take(report)
        return 0
    taken = digest(report).hex().encode()
    stale = [name for name in SIZES if taken not in (ROOT / "docs" / name).read_bytes()]
    if stale:
        print(f"out of date: {', '.join(stale)}; run python docs/pictures.py")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
