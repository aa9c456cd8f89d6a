"""Files that somebody else named: read within bounds, or refused with what is wrong."""

from __future__ import annotations

import contextlib
import io
import os
import socket
import threading
from pathlib import Path

import pytest

from tracediff import locks
from tracediff.cli import output
from tracediff.config import load, words
from tracediff.config.find import _MAX
from tracediff.errors import InputError, SettingsError
from tracediff.files import PIPE_SECONDS, read_bytes, read_stream
from tracediff.render import logo
from tracediff.render.logo import inlined
from tracediff.settings import Reading
from tracediff.waive import baseline
from tracediff.waive.baseline import read_baseline

ROOT = Path(__file__).parent.parent

ENDLESS = "/dev/zero"


def fed(path: Path, data: bytes) -> threading.Thread:
    """A writer that opens a pipe, gives what it has and goes."""
    os.mkfifo(path)

    def write() -> None:
        with contextlib.suppress(BrokenPipeError):  # a reader may have seen enough
            path.write_bytes(data)

    thread = threading.Thread(target=write, daemon=True)
    thread.start()
    return thread


def test_a_file_is_read_whole_or_to_one_byte_more_than_allowed(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"12345")
    assert read_bytes(path, 5) == b"12345"
    assert read_bytes(str(path), 3) == b"1234"


def test_a_pipe_is_read_to_its_end_and_not_beyond_the_limit(tmp_path: Path) -> None:
    fed(tmp_path / "short", b"x" * 200_000).join(0)
    assert read_bytes(tmp_path / "short", 1_000_000) == b"x" * 200_000
    fed(tmp_path / "long", b"x" * 200_000)
    assert read_bytes(tmp_path / "long", 70_000) == b"x" * 70_001


def test_a_pipe_that_nobody_writes_to_is_given_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(TimeoutError, match=r"the pipe did not end within 0\.1 seconds"):
        read_bytes(tmp_path / "pipe", 100, seconds=0.1)


def test_a_pipe_that_stays_open_is_given_up() -> None:
    source, sink = os.pipe()
    os.write(sink, b"some")
    with os.fdopen(source, "rb") as stream, pytest.raises(TimeoutError):
        read_stream(stream, 100, seconds=0.1)
    os.close(sink)


def test_a_socket_is_read_like_a_pipe() -> None:
    one, two = socket.socketpair()
    with one, two:
        two.sendall(b"words")
        two.shutdown(socket.SHUT_WR)
        with os.fdopen(os.dup(one.fileno()), "rb", buffering=0) as stream:
            assert read_stream(stream, 100, seconds=5) == b"words"


def test_a_stream_in_memory_is_read_within_the_limit() -> None:
    assert read_stream(io.BytesIO(b"12345"), 3) == b"1234"
    assert read_stream(io.BytesIO(b"12345"), 9) == b"12345"


def test_a_device_is_refused_whatever_wants_to_read_it(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="it is a device and no file"):
        read_bytes(ENDLESS, 100)
    with pytest.raises(InputError, match=r"zero: cannot be read \(it is a device"):
        inlined(ENDLESS)
    with pytest.raises(InputError, match=r"zero: is no baseline \(it is a device and no file\)"):
        read_baseline(ENDLESS)
    with pytest.raises(SettingsError, match=r"zero: cannot be read \(it is a device"):
        load(ENDLESS)


def test_what_is_too_large_is_refused_before_it_is_read_whole(tmp_path: Path) -> None:
    for name, size in (("logo.png", 1 << 30), ("baseline.json", 1 << 33), ("c.toml", 1 << 33)):
        with (tmp_path / name).open("wb") as stream:
            stream.truncate(size)  # a hole: it takes no room on the disk
    with pytest.raises(InputError, match="larger than 256 KB"):
        inlined(tmp_path / "logo.png")
    with pytest.raises(InputError, match="more than 32 MB; is it the right file"):
        read_baseline(str(tmp_path / "baseline.json"))
    with pytest.raises(SettingsError, match="more than 4 MB"):
        load(str(tmp_path / "c.toml"))


def test_a_baseline_that_is_not_there_is_told_with_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.json: no such baseline; make it with --write"):
        read_baseline(str(tmp_path / "none.json"))


def test_a_logo_through_a_pipe_ends_with_the_pipe(tmp_path: Path) -> None:
    fed(tmp_path / "logo", b"\x89PNG\r\n\x1a\n" + bytes(20))
    assert inlined(tmp_path / "logo").startswith("data:image/png;base64,iVBOR")


def test_the_bounds_that_are_documented_are_those_in_force() -> None:
    page = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    settings = Reading()
    for name in (
        "max_line", "max_elements", "max_nesting", "max_cells", "max_pages", "max_page_words",
        "max_page_shapes", "max_members", "max_text",
    ):  # fmt: skip
        assert f" {getattr(settings, name):,}" in page, name
    assert f"{settings.max_seconds:g} seconds" in page
    for size in (
        settings.max_bytes,
        settings.max_unpacked,
        settings.max_stream,
        _MAX,
        baseline._MOST,
    ):
        assert f"{size // 1024 // 1024} MB" in page
    assert f"{settings.max_memory // 1024**3} GB" in page
    assert f"{logo._MOST // 1024} KB" in page
    assert f"{PIPE_SECONDS / 60:g} minutes" in page
    assert f"entries under `[words]` | {words._MOST:,}," in page
    assert f"at most {locks._PATIENCE:g} seconds" in page
    assert f"`{output._LEFT}`" in page
