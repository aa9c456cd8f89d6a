"""Two editions in, what each says and the links between them out; of long ones, at once.

A stage is imported where it is called: over long editions those that come later are loaded while
another process aligns.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING, Final

from tracediff.editions import Readable, edition_of, says_the_same, size_of
from tracediff.jobs import Job, at_once
from tracediff.model import Alignment, Claim, Edition, Fact, Reading
from tracediff.segment.dating.stretches import calendar_year
from tracediff.settings import Settings, Words

if TYPE_CHECKING:
    from tracediff.extract import Extractor


def load(file: Readable, year: int | None = None, settings: Settings | None = None) -> Reading:
    """Read one edition, and the figures and claims in it."""
    from tracediff.extract import extract

    settings = settings or Settings()
    edition = edition_of(file, year, settings)
    facts = extract(edition, settings.extracting, settings.words)
    return Reading(edition, facts, *_claims((edition,), settings.words))


def read_both(
    old: tuple[Readable, int | None], new: tuple[Readable, int | None], settings: Settings
) -> tuple[Edition, Edition]:
    """Read both editions: long ones at once, short ones one after the other."""
    jobs = [partial(edition_of, *edition, settings) for edition in (old, new)]
    large = min(size_of(old[0]), size_of(new[0])) >= settings.reading.at_once
    before, after = at_once(jobs, worth=large)
    told = new[1] is not None or isinstance(new[0], Reading)
    return before, after if told else _dated_after(after, before)


def _dated_after(edition: Edition, earlier: Edition) -> Edition:
    """An edition with the year of its title, where its figures alone would put it before the
    earlier one, or beside it though all that is dated was carried over from there.

    Both titles name years in order; a plan gives figures of years before it.
    """
    named, before = edition.title_year, earlier.title_year
    if named is None or before is None or edition.year is None or earlier.year is None:
        return edition
    if before < named and edition.year < earlier.year < named:
        why = f"the title says {named}, after that of the earlier edition, {before}"
    elif edition.year == earlier.year == before == named - 1 and _is_copied(edition, earlier):
        why = f"the title says {named}; what is dated {before} stands in the earlier edition too"
    else:
        return edition
    return replace(edition, year=named, period=calendar_year(named), year_reason=why)


def _is_copied(edition: Edition, earlier: Edition) -> bool:
    """Whether every sentence that names an edition's year stands word for word in the earlier."""
    known = {sentence.text for sentence in earlier.sentences}
    year = re.compile(rf"\b{edition.year}\b")
    return all(s.text in known for s in edition.sentences if year.search(s.text))


def study(old: Edition, new: Edition, settings: Settings) -> tuple[Reading, Reading, Alignment]:
    """The figures and claims of both editions, and the links between them: of long ones at once.

    What the other process finds must be sent here, so that claims, which are many, come first.
    """
    sentences = max(len(old.sentences), len(new.sentences))
    count = max(_PARTS, sentences // _PART)
    read = (old,) if says_the_same(old, new) else (old, new)

    @cache
    def extractors() -> list[Extractor]:
        from tracediff.extract import Extractor

        return [Extractor(edition, settings.extracting, settings.words) for edition in read]

    jobs: list[Job] = [
        _get_ready,
        partial(_claims, read, settings.words),
        *(partial(_facts, extractors, number, count) for number in range(count)),
        partial(links, old, new, settings),
    ]
    from tracediff.syntax.sharing import shared, taken

    large = min(len(old.text), len(new.text)) >= settings.reading.at_once
    if large:
        ready = taken(at_once(shared([one.get_ready for one in extractors()])))
        for one, held in zip(extractors(), ready, strict=True):
            one.take(held)

    _, said, *found, alignment = taken(at_once(shared(jobs), worth=large))
    from tracediff.extract import joined

    before = Reading(old, joined(old, (part[0] for part in found)), said[0])
    now = Reading(new, joined(new, (part[-1] for part in found)), said[-1])
    return before, now, linked(before, now, alignment, settings)


_PARTS: Final = 4  # at least, so that two processes are done at about the same time
_PART: Final = 1000  # sentences of each edition: what both say is read once for each part


def _get_ready() -> None:
    """Load what comes after the alignment."""
    import tracediff.detect
    import tracediff.grade
    import tracediff.ledger
    import tracediff.place
    import tracediff.rank
    import tracediff.stories
    import tracediff.summary
    import tracediff.waive  # noqa: F401


def _claims(editions: Sequence[Edition], words: Words) -> list[tuple[Claim, ...]]:
    from tracediff.extract import claims

    return claims(editions, words)


def _facts(
    extractors: Callable[[], Sequence[Extractor]], number: int, count: int
) -> list[tuple[Fact, ...]]:
    """The facts in one of so many parts of each edition."""
    return [extractor.part(number, count) for extractor in extractors()]


def links(old: Edition, new: Edition, settings: Settings) -> Alignment:
    """Which sentences of two editions stand side by side."""
    from tracediff.align import align

    return align(old, new, settings.aligning, settings.words)


def linked(old: Reading, new: Reading, found: Alignment, settings: Settings) -> Alignment:
    """The links, and those that the figures of both editions tell."""
    from tracediff.align import recalled

    return recalled(found, old, new, settings.aligning)
