"""Where a report goes: standard output, or a file that is written whole or not at all."""

from __future__ import annotations

import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from tracediff.cli.show import on_terminal
from tracediff.errors import InputError
from tracediff.files import put_in_place, umask
from tracediff.locks import lock

Made = str | bytes | Iterator[str]  # what is written: a text, a file of a program, or pieces


def deliver(
    made: Made, output: str | None, inputs: Iterable[str] = (), paged: bool = False
) -> None:
    """Write what was made to a file, or to standard output where ``output`` is none or ``-``.

    ``paged`` text that is longer than the person's terminal goes through a pager. Pieces of a text
    are written as they come, except to a terminal. Raises ``InputError`` where it cannot be
    written; then no half of it is left behind.
    """
    shown = output in (None, "-")
    if isinstance(made, bytes) or not (isinstance(made, str) or (shown and on_terminal())):
        blocks = iter((made,)) if isinstance(made, bytes) else _blocks(made)
        _print(blocks) if shown else _write(blocks, str(output), inputs)
        return
    text = made if isinstance(made, str) else "".join(made)
    if text[:1] in ("{", "[") and output in (None, "-") and on_terminal():
        from tracediff.render.visible import in_json

        text = in_json(text)
    data = text.encode("utf-8", errors="replace")
    if output is None and paged and _needs_pager(text):
        import click

        os.environ.setdefault("LESS", "-FRX")  # colours pass, and a short report stays on screen
        click.echo_via_pager(text, color="\x1b[" in text)
    elif shown:
        _print(iter((data,)))
    else:
        _write(iter((data,)), str(output), inputs)


def _blocks(pieces: Iterable[str]) -> Iterator[bytes]:
    """Pieces of a text as UTF-8, joined to blocks of a size that is worth a call."""
    held: list[str] = []
    size = 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size >= _BLOCK:
            yield "".join(held).encode("utf-8", errors="replace")
            held, size = [], 0
    yield "".join(held).encode("utf-8", errors="replace")


_BLOCK: Final = 1 << 16  # characters


def say_where(files: Iterable[str | None]) -> None:
    """Say on standard error which files were written, and how large they are."""
    from tracediff.cli import complain

    for file in files:
        if file not in (None, "-") and file is not None and Path(file).is_file():
            complain(f"wrote {file} ({_size(Path(file).stat().st_size)})")


def _size(count: int) -> str:
    """A number of bytes as people say it.

    >>> _size(812), _size(41_000), _size(1_200_000)
    ('812 bytes', '41 kB', '1.2 MB')
    """
    if count < 1000:
        return f"{count} bytes"
    return f"{count / 1000:.0f} kB" if count < 1_000_000 else f"{count / 1_000_000:.1f} MB"


def _needs_pager(text: str) -> bool:
    """Whether a person sits at the terminal, and the text does not fit on it."""
    if not on_terminal() or os.environ.get("CI"):
        return False
    return text.count("\n") >= shutil.get_terminal_size((100, 24)).lines


def refuse_overwriting(output: str | None, inputs: Iterable[str]) -> None:
    """Complain at once about an output that is a folder, or one of the inputs."""
    if output in (None, "-"):
        return
    assert output is not None
    path = Path(output)
    if path.is_dir():
        raise InputError(f"{output}: is a folder; name a file in it")
    for name in inputs:
        with suppress(OSError):
            if path.exists() and Path(name).exists() and path.samefile(name):
                raise InputError(f"{output}: is one of the inputs; write to another file")


def _print(blocks: Iterable[bytes]) -> None:
    """Write everything to standard output, whatever its buffering and encoding are."""
    if sys.stdout is None:
        raise InputError("standard output is closed; use -o FILE")
    sys.stdout.flush()
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None:
        sys.stdout.write(b"".join(blocks).decode())
        return
    try:
        for block in blocks:
            view = memoryview(block)
            while view:
                # an unbuffered stream may take a part of it only, and says how much
                view = view[stream.write(view[:65536]) or 0 :]
        stream.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # a reader such as `head` has seen enough
    except OSError as error:
        raise InputError(f"standard output: {error.strerror}") from None


def _write(blocks: Iterable[bytes], output: str, inputs: Iterable[str]) -> None:
    refuse_overwriting(output, inputs)
    path = Path(output)
    try:
        if path.exists() and not stat.S_ISREG(path.stat().st_mode):
            with path.open("wb") as stream:  # a device or a pipe is written through
                stream.writelines(blocks)
            return
        _replace(blocks, path.resolve())
    except BrokenPipeError:
        return  # whoever reads the pipe has seen enough
    except FileNotFoundError:
        raise InputError(
            f"{output}: cannot be written; there is no folder {path.parent}, make it first"
        ) from None
    except OSError as error:
        raise InputError(
            f"{output}: cannot be written ({error.strerror}); check the folder and its permissions"
        ) from None


def _replace(blocks: Iterable[bytes], path: Path) -> None:
    """Write beside the file, then rename onto it."""
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~umask()
    _clear(path.parent)
    handle, name = _temporary(path)
    put_in_place(handle, name, path, blocks, mode, safely=True)


_LEFT: Final = ".tracediff-tmp"  # ends the name of a file that is being written


def _temporary(path: Path) -> tuple[int, str]:
    """A new file beside a path, locked for as long as this process writes it."""
    while True:
        handle, name = tempfile.mkstemp(_LEFT, f".{path.name[:40]}.", path.parent)
        lock(handle)
        if os.name == "nt" or os.fstat(handle).st_nlink:
            return handle, name
        os.close(handle)  # another run cleared it before it was locked


def _clear(folder: Path) -> None:
    """Delete what runs that were killed left in a folder: what nobody holds locked."""
    for left in folder.glob(f".*{_LEFT}"):
        with suppress(OSError):
            if os.name == "nt":  # pragma: no cover - it refuses where somebody has it open
                left.unlink()
                continue
            handle = os.open(left, os.O_RDWR | os.O_NOFOLLOW)
            try:
                if lock(handle):
                    left.unlink()
            finally:
                os.close(handle)
