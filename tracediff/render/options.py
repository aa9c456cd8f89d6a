"""What a reader may choose about how a report is shown."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """Choices for all renderers; each uses those that mean something to it.

    ``logo`` is a ``data:image/…`` address, so that the page asks nobody for it. ``width`` is in
    columns. ``limit`` is how many findings and series are shown, all where it is none; the HTML
    page, which folds and filters, always holds all. ``explain`` adds why sentences were paired and
    what each kind of finding means.
    """

    title: str = ""
    logo: str = ""
    note: str = ""
    confidentiality: str = ""
    width: int = 100
    colour: bool = False
    explain: bool = False
    limit: int | None = None
    show_waived: bool = False
