"""What each detector finds by itself in invented reports, and with other sentences side by side.

What two detectors find of one matter becomes one finding afterwards, and much is told as part of
something larger: here stands all that was found (``each/<name>.txt``, by ``python -m tests.kept``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from tests.kept import Kept
from tests.whole.test_whole_reports import PAIRS, compared, turned
from tracediff.detect import DETECTORS, SINGLE
from tracediff.detect.rewording import rewordings
from tracediff.model import Comparison, Finding, Link
from tracediff.settings import Detecting

WAYS = ("as given", "turned", "beside the next")
OTHER_WAYS = "dairy guard water republic kiln herring museum constables charter log".split()


def comparison(name: str, way: str) -> Comparison:
    """The editions of a pair, the other way round, or with neighbours set side by side."""
    if way == "turned":
        return turned(name).comparison
    given = compared(name).comparison
    return given if way == "as given" else beside_the_next(given)


def beside_the_next(given: Comparison) -> Comparison:
    """The editions with every second old sentence beside the partner of the next one."""
    both = [link for link in given.alignment.links if link.old and link.new]
    others = [link for link in given.alignment.links if not (link.old and link.new)]
    found: list[Link] = []
    for one, two in zip(both[::2], both[1::2], strict=False):
        found += [replace(one, new=two.new, similarity=0.5), replace(two, new=one.new)]
    rest = both[len(found) :]
    return replace(given, alignment=replace(given.alignment, links=(*found, *rest, *others)))


def told(finding: Finding, depth: int = 0) -> Iterator[str]:
    """A finding on one line, and each of its facets on one below."""
    places = " ".join(
        f"{one.sentence} {one.at.start}-{one.at.end}" if one else "–"
        for one in (finding.old, finding.new)
    )
    kind = f"{finding.rule.id} {finding.severity.value}"
    sizes = f"{finding.certainty:.2f} {finding.magnitude:.2f}"
    about = f" [{finding.measure}]" if finding.measure not in finding.message else ""
    yield f"{'  ' * depth}{kind} {sizes} {places}: {finding.message}{about}"
    for facet in finding.facets:
        yield from told(facet, depth + 1)


def found(name: str) -> list[str]:
    """All that each detector finds."""
    lines: list[str] = []
    settings = Detecting()
    for way in WAYS if name in OTHER_WAYS else WAYS[:1]:
        given = comparison(name, way)
        runs = {one.__name__: partial(one, given, settings) for one in DETECTORS}
        if way == "as given":
            readings = {"old": given.old, "new": given.new}
            runs |= {
                f"{one.__name__} in {side}": partial(one, reading, settings)
                for one in SINGLE
                for side, reading in readings.items()
            }
        runs["rewordings"] = partial(rewordings, given, [], settings)
        for detector, run in runs.items():
            each = [line for finding in run() for line in told(finding)]
            lines += [f"# {way}: {detector}", *each] if each else []
    return lines


KEPT = Kept(Path(__file__).parent / "each", list(PAIRS), found)


@pytest.mark.parametrize("name", PAIRS)
def test_each_detector_finds_what_is_kept(name: str) -> None:
    assert KEPT.now(name) == KEPT.before(name)
