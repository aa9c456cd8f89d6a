"""Change bytes of real files at random, read and compare them, for some minutes.

usage: fuzz_readers.py SECONDS [--seed N] FILE...

Every file is changed in one of a few ways (bytes overwritten, cut out, doubled, swapped with those
of another place; of an archive, every other time those of a part of it) and read by the reader of
its suffix. What can be read is every fourth time compared with the file as it was, and the report
written in every format, of one pair, of several, of one edition, of a timeline and, every tenth
time, of a portfolio with its site. Prints each exception that is not our own, each read over the
time bound, and each span outside the text, with the seed that makes it again; the exit status is 1
if there were any. The last lines say how often each format was read and each renderer written.
"""

from __future__ import annotations

import io
import random
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from pathlib import Path

from tracediff.errors import InputError
from tracediff.model import Source
from tracediff.pipeline import compare, examine, ledger, timeline
from tracediff.portfolios import portfolio
from tracediff.readers.docx import read_docx
from tracediff.readers.html import read_html
from tracediff.readers.markdown import read_markdown
from tracediff.readers.odt import read_odt
from tracediff.readers.pdf import read_pdf
from tracediff.readers.text import read_text
from tracediff.render import (
    BYTES_RENDERERS,
    FACTS_RENDERERS,
    MANY_RENDERERS,
    RENDERERS,
    TIMELINE_RENDERERS,
    Options,
)
from tracediff.settings import Reading

READERS: dict[str, Callable[[bytes, str, Reading], Source]] = {
    ".pdf": read_pdf,
    ".docx": read_docx,
    ".odt": read_odt,
    ".html": read_html,
    ".md": read_markdown,
    ".txt": read_text,
}
FINE = ("read", "refused", "rendered")
FORMATS: Counter[str] = Counter()
WRITTEN: Counter[str] = Counter()
BOUND = 20.0  # seconds; whole files of this size take less than one


def main(arguments: list[str]) -> int:
    """Fuzz until the time is over."""
    until = time.monotonic() + float(arguments[0])
    first = int(arguments[2]) if arguments[1] == "--seed" else 0
    names = arguments[3:] if arguments[1] == "--seed" else arguments[1:]
    files = [(Path(name), Path(name).read_bytes()) for name in names]
    seen: Counter[str] = Counter()
    seed = first
    while time.monotonic() < until:
        seed += 1
        chance = random.Random(seed)
        path, data = chance.choice(files)
        broken = changed_part(data, chance) if data[:2] == b"PK" and seed % 2 else None
        broken = broken or changed(data, chance)
        outcome = attempt(path, broken)
        FORMATS[f"{path.suffix} {outcome.split(':')[0]}"] += 1
        if outcome == "read" and chance.random() < 0.25:
            outcome = rendered(path, broken, site=chance.random() < 0.1)
        seen[outcome.split(":")[0]] += 1
        if outcome not in FINE:
            print(f"seed {seed}, {path.name}: {outcome}", flush=True)
    print(f"{seed - first} files: {dict(seen)}")
    for counts in (FORMATS, WRITTEN):
        print(", ".join(f"{name} {count}" for name, count in sorted(counts.items())))
    return int(any(key not in FINE for key in seen))


def changed(data: bytes, chance: random.Random) -> bytes:
    """The bytes with one to ten changes."""
    for _ in range(chance.randint(1, 10)):
        data = data or b"9"
        at = chance.randrange(len(data))
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


def changed_part(data: bytes, chance: random.Random) -> bytes:
    """The archive with one to ten changes in one of its parts of XML."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w") as new:
        parts = {name: old.read(name) for name in old.namelist()}
        one = chance.choice([name for name in sorted(parts) if name.endswith(".xml")])
        for name, body in parts.items():
            new.writestr(name, moved_elements(body, chance) if name == one else body)
    return packed.getvalue()


def moved_elements(body: bytes, chance: random.Random) -> bytes:
    """XML that mostly stays XML: names, values and whole elements change places."""
    pieces = body.replace(b"<", b"\0<").replace(b">", b">\0").split(b"\0")
    for _ in range(chance.randint(1, 10)):
        at, other = chance.randrange(len(pieces)), chance.randrange(len(pieces))
        match chance.randrange(5):
            case 0:
                pieces[at], pieces[other] = pieces[other], pieces[at]
            case 1:
                pieces[at] = changed(pieces[at] or b"9", chance)
            case 2:
                same = pieces[at].endswith(b"/>") or not pieces[at].startswith(b"<")
                pieces[at] = b"" if same else pieces[at]
            case 3:
                pieces[at] = pieces[at].replace(b'"1"', b'"-99999999999"').replace(b":", b":q", 1)
            case _:
                pieces.insert(at, b"<w:p/>" if b"w:" in pieces[at] else pieces[other])
    return b"".join(pieces)


def rendered(path: Path, data: bytes, *, site: bool) -> str:
    """What came of comparing with the file as it was, and of writing that in every format."""
    start = time.process_time()
    at = "compare"
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder) / path.name
        draft.write_bytes(data)
        try:
            for at, write in _writes(path, draft, Path(folder) / "site" if site else None):
                _written(at, write)
        except InputError as error:
            return "refused" if "\n" not in str(error) else f"two lines: {error}"
        except Exception as error:  # this is what is looked for
            return f"{type(error).__name__}: {at}: {error}"
    took = time.process_time() - start
    return "rendered" if took < 3 * BOUND else f"slow: {took:.0f} s"


Write = Callable[[], object]


def _writes(path: Path, draft: Path, site: Path | None) -> Iterator[tuple[str, Write]]:
    """Each format by its name, with the call that writes it."""
    options = Options()
    report, alone, figures = compare(path, draft), examine(draft), ledger(draft)
    for name, write in (RENDERERS | BYTES_RENDERERS).items():
        yield name, partial(write, report, options)
        yield f"{name} of one", partial(write, alone, options)
    for name, join in MANY_RENDERERS.items():
        yield f"{name} of several", partial(join, (report, alone), options)
    for name, tell in FACTS_RENDERERS.items():
        yield f"facts {name}", partial(tell, figures, options)
    several = timeline([path, draft])
    for name, draw in TIMELINE_RENDERERS.items():
        yield f"timeline {name}", partial(draw, several, options)
    if site is not None:
        with ThreadPoolExecutor(1) as executor:
            pairs = [(path, draft), (draft, path)]
            yield "portfolio", partial(portfolio, pairs, site=site, executor=executor)


def _written(name: str, write: Write) -> None:
    """Write one format; what a format refuses (Word of another file) is no fault."""
    with suppress(InputError):
        made = write()
        if isinstance(made, str):
            made.encode()
        WRITTEN[name] += 1


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
