"""Every tunable number, each with the reason for its value.

A stage is handed its own group and nothing else. ``tracediff.toml`` may set any of them as
``[group] name = value``.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Reading:
    """Bounds on input, so that no file can take the machine down."""

    max_bytes: int = 64 * 1024 * 1024  # the longest report met has 12 MB; a text of 64 MB is a dump
    max_line: int = 1_000_000  # one line of a megabyte is data, not prose
    max_marks: int = 32  # combining marks in a row; normalising longer runs is quadratic
    max_pages: int = 3000  # the longest annual reports met have 600 pages
    max_page_words: int = 20_000  # a dense newspaper page has 6,000
    max_page_shapes: int = 20_000  # lines looked at for tables; a map has more and is no table
    max_seconds: float = 120.0  # for one file; a 600-page report takes 12
    max_nesting: int = 250  # elements inside each other; written pages stay below 60
    max_elements: int = 500_000  # of a web page; the longest report met has 9,000
    max_cells: int = 200_000  # of all tables together, after row and column spans are filled
    max_unpacked: int = 256 * 1024 * 1024  # bytes of an archive's members together
    max_members: int = 10_000  # files inside an archive; a long report with pictures has 800


@dataclass(frozen=True, slots=True)
class Aligning:
    """How alike texts must be to stand side by side."""

    all_pairs: int = 40_000  # below this many pairs all are looked at; it takes a tenth of a second
    postings: int = 600  # sentences looked up for one, rarest word first
    candidates: int = 12  # kept of those; the true partner is among the first ten 98 times of 100
    reach: int = 3  # sentences around a link in which its neighbours' partners are sought
    floor: float = 0.15  # pairs below this have nothing in common but a word
    similar: float = 0.5  # two sentences are versions of one from here on
    neighbours: float = 0.2  # what neighbours that answer to each other add
    section: float = 0.03  # what sections that answer to each other add
    gain: float = 0.4  # share of a free sentence's words that must explain what a link lacks


@dataclass(frozen=True, slots=True)
class Extracting:
    """How figures and claims are read."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """When two figures are points of one series."""

    near_sentences: int = 3  # a comparison with earlier years stands at most so far from the figure
    near_facts: int = 24  # looked at behind each figure; a sentence with more is a table
    same_edition: float = 0.75  # the same thing and most of what tells it apart
    linked: float = 0.45  # in linked sentences the same thing and a third of the rest suffices


@dataclass(frozen=True, slots=True)
class Detecting:
    """How large a change must be to be said."""

    fell: float = 0.5  # a figure that lost or gained half is an error-level change of the matter
    unaligned: float = (
        0.02  # two editions that share fewer sentences are not editions of one report
    )


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings, a group for each stage."""

    reading: Reading = field(default_factory=Reading)
    aligning: Aligning = field(default_factory=Aligning)
    extracting: Extracting = field(default_factory=Extracting)
    ledger: Ledger = field(default_factory=Ledger)
    detecting: Detecting = field(default_factory=Detecting)
