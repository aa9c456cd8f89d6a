"""What the formats for machines have in common: the words of a finding, and how to name a place."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from tracediff.model import Finding, Place, Report, Waiver
from tracediff.render.visible import printable
from tracediff.wording import values
from tracediff.wording.strings import count, say

_FACETS = 5  # shown with a finding; JSON and the HTML report hold all of them


def remark(finding: Finding) -> str:
    """The message of a finding, its facets behind it, on one line."""
    return " ".join(_parts(finding))


def _parts(finding: Finding) -> Iterator[str]:
    yield printable(finding.message)
    yield from (f"{say('also')}: {printable(text)}" for text in facets(finding))
    if finding.place is not None and finding.place.page is not None:
        yield f"({say('page', page=finding.place.page)})"


def facets(finding: Finding) -> Iterator[str]:
    """What else is found about the matter, as far as a reader reads: the first, then how many.

    A section that is gone has a facet for each of its figures and statements.
    """
    yield from (facet.message for facet in finding.facets[:_FACETS])
    if len(finding.facets) > _FACETS:
        yield count(len(finding.facets) - _FACETS, "more")


def signed(waiver: Waiver) -> str:
    """Why, by whom and until when something is signed off, and its ticket, on one line."""
    ticket = f" ({waiver.ticket})" if waiver.ticket else ""
    return printable(f"{values.signed(waiver)}{ticket}")


def where(place: Place) -> str:
    """A place as editors and terminals make links of it.

    >>> where(Place("draft.md", 3, 3, 14, 20)), where(Place("draft.pdf", 3, 3))
    ('draft.md:3:14', 'draft.pdf:3')
    """
    column = "" if place.column is None else f":{place.column}"
    return f"{printable(place.path)}:{place.line}{column}"


def place_of(finding: Finding, report: Report) -> Place:
    """Where a finding is to be looked at; the head of the draft where nothing says so."""
    return finding.place or Place(report.new.path, 1, 1)


def uri(path: str) -> str:
    """A path as a URI reference.

    >>> uri("2025/our report.md")
    '2025/our%20report.md'
    """
    whole = path.replace("\\", "/")
    if whole.startswith("/"):
        return "file://" + quote(whole)
    return quote(whole, safe="/") if ":" not in whole.split("/")[0] else "file:///" + quote(whole)
