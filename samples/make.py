"""Make the samples in every format from their Markdown.

    python samples/make.py          write what is missing or out of date
    python samples/make.py --check  say what is out of date, and exit with 1 if anything is

Each edition is kept once, as ``veldania-YEAR.md``. The other files are made from it and committed.
Nothing made depends on the day, the machine or the order of a set. The Word and PDF files need

    pip install python-docx==1.2.0 reportlab==5.1.0

and are left alone, with a word about it, where these are missing.
"""

from __future__ import annotations

import io
import sys
import zipfile
from importlib import import_module
from pathlib import Path

from making.blocks import read_blocks

HERE = Path(__file__).parent
EDITIONS = ("veldania-2023", "veldania-2024")
MAKERS = {
    "txt": "making.text:make_text",
    "html": "making.html:make_html",
    "docx": "making.word:make_docx",
    "pdf": "making.paper:make_pdf",
}


def main(arguments: list[str]) -> int:
    """Write what is out of date, or only say what is."""
    stale = False
    for suffix, home in MAKERS.items():
        module, function = home.split(":")
        try:
            make = getattr(import_module(module), function)
        except ModuleNotFoundError as missing:
            print(f".{suffix}: not looked at; pip install python-docx reportlab ({missing})")
            continue
        for name in EDITIONS:
            path = HERE / f"{name}.{suffix}"
            made = make(read_blocks((HERE / f"{name}.md").read_text(encoding="utf-8")))
            if path.exists() and _content(path.read_bytes()) == _content(made):
                continue
            stale = True
            if "--check" in arguments:
                print(f"{path.name}: out of date; run python samples/make.py")
            else:
                path.write_bytes(made)
                print(f"wrote {path.name}")
    return 1 if stale and "--check" in arguments else 0


def _content(data: bytes) -> object:
    """What a file holds; an archive is compared unpacked, since zlib differs between machines."""
    if not data.startswith(b"PK"):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
