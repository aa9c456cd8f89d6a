"""Change bytes of real files at random and read them, for some minutes.

usage: fuzz_readers.py SECONDS FILE...

Every file is changed in one of a few ways (bytes overwritten, cut out, doubled, swapped with those
of another place) and read by the reader of its suffix. Prints each exception that is not
our own, each read over the time bound, and each span outside the text, with the seed that makes
it again; the exit status is 1 if there were any.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from tracediff.errors import InputError
from tracediff.model import Source
from tracediff.readers.docx import read_docx
from tracediff.readers.html import read_html
from tracediff.readers.markdown import read_markdown
from tracediff.readers.pdf import read_pdf
from tracediff.readers.text import read_text
from tracediff.settings import Reading

READERS: dict[str, Callable[[bytes, str, Reading], Source]] = {
    ".pdf": read_pdf,
    ".docx": read_docx,
    ".html": read_html,
    ".md": read_markdown,
    ".txt": read_text,
}
BOUND = 20.0  # seconds; whole files of this size take less than one


def main(arguments: list[str]) -> int:
    """Fuzz until the time is over."""
    until = time.monotonic() + float(arguments[0])
    files = [(Path(name), Path(name).read_bytes()) for name in arguments[1:]]
    seen: Counter[str] = Counter()
    seed = 0
    while time.monotonic() < until:
        seed += 1
        chance = random.Random(seed)
        path, data = chance.choice(files)
        outcome = attempt(path, changed(data, chance))
        seen[outcome.split(":")[0]] += 1
        if outcome not in ("read", "refused"):
            print(f"seed {seed}, {path.name}: {outcome}", flush=True)
    print(f"{seed} files: {dict(seen)}")
    return int(any(key not in ("read", "refused") for key in seen))


def changed(data: bytes, chance: random.Random) -> bytes:
    """The bytes with one to ten changes."""
    for _ in range(chance.randint(1, 10)):
        at = chance.randrange(max(1, len(data)))
        length = chance.choice((1, 1, 2, 4, 16, 400))
        match chance.randrange(5):
            case 0:
                data = data[:at] + chance.randbytes(length) + data[at + length :]
            case 1:
                data = data[:at] + data[at + length :]
            case 2:
                data = data[: at + length] + data[at:]
            case 3:
                other = chance.randrange(max(1, len(data)))
                data = data[:at] + data[other : other + length] + data[at + length :]
            case _:
                data = data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]
    return data


def attempt(path: Path, data: bytes) -> str:
    """What came of reading: "read", "refused", or what went wrong."""
    start = time.monotonic()
    try:
        source = READERS[path.suffix](data, path.name, Reading(max_seconds=BOUND))
    except InputError as error:
        outcome = "refused" if "\n" not in str(error) else f"two lines: {error}"
    except Exception as error:  # this is what is looked for
        outcome = f"{type(error).__name__}: {error}"
    else:
        ends = [block.span.end for block in source.blocks]
        outcome = "read" if max(ends, default=0) <= len(source.text) else "span: outside the text"
    took = time.monotonic() - start
    return outcome if took < BOUND else f"slow: {took:.0f} s"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
