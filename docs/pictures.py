"""Take the pictures of the samples' report that the README shows; needs playwright and Chromium.

python docs/pictures.py
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tracediff import compare
from tracediff.render import RENDERERS, Options

ROOT = Path(__file__).resolve().parents[1]
SIZES = {"report.png": (1280, 900), "report-phone.png": (390, 844)}


def main() -> None:
    """Write both pictures into this folder."""
    samples = (ROOT / "samples" / f"veldania-{year}.md" for year in (2023, 2024))
    page = RENDERERS["html"](compare(*samples), Options())
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        path = Path(folder) / "report.html"
        path.write_text(page, encoding="utf-8")
        flags = ["--no-sandbox", "--disable-gpu"]
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=flags)
        for name, (width, height) in SIZES.items():
            window = browser.new_page(viewport={"width": width, "height": height})
            window.goto(path.as_uri())
            window.screenshot(path=ROOT / "docs" / name)
        browser.close()


if __name__ == "__main__":
    main()
