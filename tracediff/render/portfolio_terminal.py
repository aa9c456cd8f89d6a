"""A portfolio for a terminal: documents by importance of what changed, a line or two for each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tracediff.model import Counts, Document, Portfolio
from tracediff.render.layout import StyledText, block, heading
from tracediff.render.options import Options
from tracediff.render.visible import printable

_FIRST: Final = 20  # documents, unless more are asked for
_SHARED: Final = 10
_MISSING: Final = 10


def write(portfolio: Portfolio, options: Options) -> str:
    """The list; what many documents share comes first, what is missing last."""
    return "\n".join(_lines(portfolio, options)) + "\n"


def _lines(portfolio: Portfolio, options: Options) -> Iterator[str]:
    total = len(portfolio.documents)
    if options.title:
        yield from block(options, [(printable(options.title), "bold")])
    if portfolio.shared:
        yield from heading(options, "In many documents")
        for story in portfolio.shared[:_SHARED]:
            share = f" in {len(story.documents):,} of {total:,}"
            yield from block(options, [(printable(story.text), ""), (share, "dim")], 1, 3)
    yield from heading(options, f"{total:,} documents, most important first")
    shown = portfolio.documents[: options.limit or _FIRST]
    for rank, document in enumerate(shown, 1):
        yield from _document(portfolio, document, rank, options)
    if total > len(shown):
        yield from block(options, [(f"{total - len(shown):,} more; --limit shows more", "dim")], 4)
    yield from _missing(portfolio, options)


def _document(
    portfolio: Portfolio, document: Document, rank: int, options: Options
) -> Iterator[str]:
    editions = f"{document.old_label} → {document.new_label}"
    head: list[StyledText] = [
        (f"{rank:>3} ", "bold"),
        (printable(document.title), "bold"),
        (f"  {printable(editions)}  {printable(document.name)}", "dim"),
    ]
    yield from block(options, head, 0, 4)
    first = portfolio.first(document)
    yield from block(options, [(printable(first.text if first else "Nothing changed."), "")], 4)
    said = [f"{document.sizes.changed:.0%} of the text changed", *_counted(document.counts)]
    yield from block(options, [(" · ".join(said), "dim")], 4)


def _counted(counts: Counts) -> Iterator[str]:
    """What was found, without what there is none of."""
    for number, one, many in (
        (counts.stories, "story", "stories"),
        (counts.none, "fell to none", "fell to none"),
        (counts.withheld, "withheld", "withheld"),
        (counts.restated, "restated", "restated"),
        (counts.checks, "to check", "to check"),
    ):
        if number:
            yield f"{number:,} {one if number == 1 else many}"


def _missing(portfolio: Portfolio, options: Options) -> Iterator[str]:
    for title, lines in (
        ("Not compared", [(one.name, one.reason) for one in portfolio.failed]),
        ("Without a partner", [(one.path, one.reason) for one in portfolio.unpaired]),
    ):
        if lines:
            yield from heading(options, f"{title} ({len(lines):,})")
        for name, reason in lines[:_MISSING]:
            yield from block(
                options, [(f"{printable(name)}: ", ""), (printable(reason), "dim")], 1, 3
            )
        if len(lines) > _MISSING:
            yield from block(options, [(f"{len(lines) - _MISSING:,} more", "dim")], 1)
