"""A file or a text in, an edition out."""

from __future__ import annotations

from pathlib import Path

from tracediff.errors import InputError
from tracediff.model import Edition, Reading, Source
from tracediff.normalize import normalize
from tracediff.ours import is_report
from tracediff.readers import read_source, source_of
from tracediff.segment import segment
from tracediff.settings import Settings

Readable = str | Path | Edition | Reading


def read(path: str | Path, *, year: int | None = None, settings: Settings | None = None) -> Edition:
    """Read one file into an edition: sections, paragraphs, sentences, tables, year.

    ``path`` is a file, ``-`` for standard input, or a file at a git revision
    (``main:report.md``); ``year`` the one that it reports on, told from the text where it is none.
    Raises ``InputError``, one line with the file and the cure.
    """
    settings = settings or Settings()
    if is_report(path):
        raise InputError(f"{path}: is a report that tracediff wrote; give the edition itself")
    return _segmented(read_source(str(path), settings.reading), year, str(path), settings)


def read_text(
    text: str | bytes,
    *,
    name: str = "text",
    format: str | None = None,
    year: int | None = None,
    settings: Settings | None = None,
) -> Edition:
    r"""Read an edition from memory: a text, or the bytes of a file in any format.

    ``name`` is what messages and reports call it; a year in it counts as one in a file's name does.
    ``format`` is ``"text"``, ``"markdown"``, ``"html"``, ``"docx"``, ``"odt"`` or ``"pdf"``;
    without it the content tells, or else the suffix of the name. Raises ``InputError``.

    >>> edition = read_text("# Ports 2023\n\nThe port inspected 120 ships in 2023.")
    >>> edition
    <Edition text: 1 sentence, 2023>
    >>> edition.sentences[0].text
    'The port inspected 120 ships in 2023.'
    """
    settings = settings or Settings()
    data = text.encode("utf-8", "replace") if isinstance(text, str) else text
    if len(data) > settings.reading.max_bytes:
        limit = settings.reading.max_bytes // 1024 // 1024
        raise InputError(f"{name}: more than {limit} MB; split it, or raise reading.max_bytes")
    source = source_of(data, name, settings.reading, format)
    return _segmented(source, year, name, settings)


def _segmented(source: Source, year: int | None, path: str, settings: Settings) -> Edition:
    edition = segment(source, normalize(source), year, path, settings.words, settings.dating)
    if not edition.sentences:
        raise InputError(f"{path}: holds no sentence; is it the right file?")
    return edition


def edition_of(file: Readable, year: int | None, settings: Settings) -> Edition:
    """The edition that is given, or that a file holds."""
    if isinstance(file, Reading):
        return file.edition
    return file if isinstance(file, Edition) else read(file, year=year, settings=settings)


def says_the_same(one: Edition, two: Edition) -> bool:
    """Whether two editions have the same text, in the same format, of the same year."""
    return (one.text, one.format, one.year, one.period) == (
        two.text,
        two.format,
        two.year,
        two.period,
    )


def size_of(file: Readable) -> int:
    """The size of a file in bytes, 0 where it is none or none that can be asked."""
    try:
        return 0 if isinstance(file, Edition | Reading) else Path(file).stat().st_size
    except (OSError, ValueError):
        return 0
