"""What a reader may choose about how a report is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracediff.render.pages import PageImages


@dataclass(frozen=True, slots=True)
class Options:
    """Choices for all renderers; each uses those that mean something to it.

    ``logo`` is a ``data:image/…`` address, so that the page asks nobody for it. ``width`` is in
    columns. ``limit`` is how many findings and series are shown, all where it is none; the HTML
    page, which folds and filters, always holds all. ``explain`` adds why sentences were paired and
    what each kind of finding means. ``view`` is what a terminal shows instead of page one: ``all``,
    ``figures``, ``gone``, ``new`` or ``sections``; ``story`` the one story that it shows.
    ``source`` is the address below which the files of the repository are shown.
    ``pages`` are pictures of the pages that the first stories quote, for the HTML page.
    ``home`` is the page that lists this report among others, as an address that leads there.
    """

    title: str = ""
    logo: str = ""
    note: str = ""
    confidentiality: str = ""
    width: int = 100
    colour: bool = False
    explain: bool = False
    limit: int | None = None
    view: str = ""
    story: int | None = None
    show_waived: bool = False
    source: str = ""
    home: str = ""
    pages: PageImages | None = None
