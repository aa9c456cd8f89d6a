"""PDFs that grow large: they are told before they are read, and end as an error."""

from __future__ import annotations

import io
import os
import pickle
import random
import subprocess
import sys
import zlib
from typing import Any

import pytest

from tests.readers.pdf_maker import block, pdf, text
from tests.readers.prose import COURTS
from tests.readers.told import told
from tracediff.errors import InputError
from tracediff.readers import pdf as reader
from tracediff.readers.pdf import read_pdf
from tracediff.readers.pdf_apart import _PROGRAM, answer, can_read_apart, pages_apart
from tracediff.readers.pdf_bounds import grows_large
from tracediff.settings import Reading

SMALL = Reading(max_stream=50_000, max_streams=120_000)
needs_bounds = pytest.mark.skipif(not can_read_apart(), reason="memory cannot be bounded here")


def stream(body: bytes, filters: str = "/FlateDecode", more: str = "") -> bytes:
    return b"9 0 obj << /Filter %s %s >> stream\r\n%s\nendstream\n" % (
        filters.encode(), more.encode(), body,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("data", "large"),
    [
        (stream(zlib.compress(b" " * 60_000)), True),
        (stream(zlib.compress(b" " * 40_000)), False),
        (stream(zlib.compress(b" " * 40_000)) * 3, True),  # all together
        (stream(zlib.compress(zlib.compress(b" " * 900_000)), "[/FlateDecode /FlateDecode]"), True),
        (stream(b"", "[/Fl /Fl /Fl /Fl /Fl]"), True),
        (stream(b"x" * 60_000, "/ASCIIHexDecode"), True),
        (stream(zlib.compress(b" " * 60_000), more="/Subtype /Image"), False),
        (stream(b"x" * 100, "/LZWDecode"), True),
        (stream(b"x" * 10, "/LZWDecode"), False),
        (stream(zlib.compress(b" " * 60_000)[:-6] + b"xxxxxxxx"), True),  # damaged at its end
        (stream(b"no zlib at all" * 20), False),
        (b"stream\n" + zlib.compress(b"a" * 20), False),  # never ends
        (b"no pdf", False),
    ],
)
def test_what_unpacks_beyond_the_bound_is_told(data: bytes, large: bool) -> None:
    assert grows_large(data, SMALL) is large


@pytest.mark.parametrize("end", [None, -10])
def test_a_long_stream_is_measured_piece_by_piece(end: int | None) -> None:
    noise = random.Random(3).randbytes(200_000)
    packed = stream(zlib.compress(noise)[:end])
    assert not grows_large(packed, Reading(max_stream=300_000))
    assert grows_large(packed, Reading(max_stream=190_000))


def test_a_report_does_not_grow_large() -> None:
    assert not grows_large(pdf([block(54, 90, COURTS, 90)], compress=True), Reading())


@needs_bounds
def test_what_is_read_apart_says_the_same() -> None:
    data = pdf([block(54, 90, COURTS, 90)], title=b"(Harbours of Orrin)", compress=True)
    here = read_pdf(data, "report.pdf", Reading())
    apart = read_pdf(data, "report.pdf", Reading(max_stream=10))
    assert told(apart) == told(here)
    assert apart.title == "Harbours of Orrin"


@needs_bounds
def test_what_needs_more_memory_than_it_may_is_an_error() -> None:
    data = pdf([[text(54, 90, "The office fined 45 owners.")] * 60_000], compress=True)
    with pytest.raises(
        InputError, match=r"^big.pdf: takes more than 60 MB of memory to read; print"
    ):
        read_pdf(data, "big.pdf", Reading(max_stream=1000, max_memory=60 * 1024 * 1024))


@needs_bounds
def test_an_error_of_the_other_process_is_raised_here() -> None:
    with pytest.raises(InputError, match=r"^big.pdf: is damaged and cannot be read as a PDF"):
        pages_apart(b"no pdf", "big.pdf", Reading())


@needs_bounds
@pytest.mark.parametrize(
    ("data", "error", "pages"),
    [(pdf([block(54, 90, COURTS, 90)]), "", 1), (b"no pdf", "big.pdf: is damaged and cannot", 0)],
)
def test_the_other_process_bounds_itself_before_it_reads(
    data: bytes, error: str, pages: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    import resource

    bounds: dict[int, tuple[int, int]] = {}
    reading = Reading(max_seconds=1.5, max_memory=10**9)
    asked = pickle.dumps(((data, "big.pdf", reading), reading))
    given = io.BytesIO()
    callers = {resource.RLIMIT_CPU: (1, 1)}  # lower than ours, and so not to be raised
    none = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
    monkeypatch.setattr(resource, "getrlimit", lambda kind: callers.get(kind, none))
    monkeypatch.setattr(resource, "setrlimit", bounds.__setitem__)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(asked)))
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(given))
    answer("pdf_apart")
    assert bounds == {
        resource.RLIMIT_AS: (10**9, 10**9), resource.RLIMIT_CPU: (1, 1),
        resource.RLIMIT_CORE: (0, 0),
    }  # fmt: skip
    told_error, made = pickle.loads(given.getvalue())
    assert told_error.startswith(error)
    assert bool(told_error) is bool(error)
    assert len(made[0] if made else ()) == pages


def test_what_takes_too_long_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(command: object, timeout: float, **options: Any) -> None:
        raise subprocess.TimeoutExpired("python", timeout)

    monkeypatch.setattr(subprocess, "run", run)
    with pytest.raises(InputError, match="took more than 120 seconds to read; split it"):
        pages_apart(b"", "big.pdf", Reading())


def test_the_other_process_ends_with_the_one_that_made_it() -> None:
    watched, life = os.pipe()
    command = [sys.executable, "-I", "-c", _PROGRAM, "pdf_apart", str(watched), *sys.path]
    with subprocess.Popen(command, stdin=subprocess.PIPE, pass_fds=(watched,)) as process:
        os.close(watched)
        os.close(life)
        assert process.wait(20) == 1


def test_where_memory_cannot_be_bounded_it_is_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "can_read_apart", lambda: False)
    data = pdf([block(54, 90, COURTS, 90)], compress=True)
    assert told(read_pdf(data, "report.pdf", Reading(max_stream=10)))
