"""What the formats for machines have in common: the words of a finding, and how to name a place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import quote

from tracediff.model import DraftEdit, Finding, Place, Report, Severity, Waiver
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


def tally(reports: Sequence[Report]) -> str:
    """How many findings of each severity there are, and what was held back, on one line."""
    numbers = {s: sum(report.severities[s] for report in reports) for s in Severity}
    parts = [count(n, severity.value) for severity, n in numbers.items() if n]
    if not parts and any(report.since for report in reports):
        parts.append(say("nothing_brought"))
    if waived := sum(len(report.waived) for report in reports):
        parts.append(count(waived, "waived"))
    revisions = {report.since.revision for report in reports if report.since}
    if edits := sum(len(report.since.edits) for report in reports if report.since):
        parts.append(count(edits, "draft_edits"))
    if known := sum(len(report.known) for report in reports):
        parts.append(count(known, "known", revision=printable(", ".join(sorted(revisions)))))
    return ", ".join(parts) or say("no_findings")


def edited(edit: DraftEdit) -> str:
    """What an edit within the draft did, in words.

    >>> edited(DraftEdit("151 cases", "158 cases", "Courts", Place("draft.md", 3, 3)))
    '“151 cases” is now “158 cases”'
    """
    key = "edit_changed" if edit.old and edit.new else "edit_gone" if edit.old else "edit_added"
    return say(key, old=edit.old, new=edit.new)


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
