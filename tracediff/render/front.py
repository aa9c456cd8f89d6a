"""Page one for a terminal: what an editor would print of a Report, on one screen.

The title and both editions, how much changed, the first stories with a line each, what to check
before quoting, and how to see more. At 100 columns it has 40 lines at most.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tracediff.model import Edition, Report, Side, Story
from tracediff.render.appendix import scale, scale_words
from tracediff.render.layout import StyledText, block, heading, room
from tracediff.render.options import Options
from tracediff.render.visible import printable
from tracediff.wording.strings import count, say

FIRST: Final = 10  # stories of a page one, unless more are asked for
_CHECKS: Final = 5
_LINES: Final = 40  # of a page one at 100 columns
_LEAST: Final = 3  # lines of checks: a blank, the heading, one check
_LEFT: Final = 7  # lines that what stands behind a story leaves to the checks
_AROUND: Final = 25  # columns of "Also:", and of how much more there is
_ALSO: Final = 2  # lines at most of what stands behind a story
_ROOMY: Final = 120  # columns from which on a story names its section


def front(report: Report, options: Options) -> Iterator[str]:
    """The lines of page one."""
    head = [*title(report, options), *_scale(report, options)]
    foot = list(_more(report, options))
    told = list(_stories(report, options))
    told = list(_stories(report, options, _LINES - sum(map(len, (head, foot, told))) - _LEFT))
    head += told
    yield from head
    left = _LINES - len(head) - len(foot)
    yield from _checks(report, options, max(left, _LEAST))
    yield from foot


def title(report: Report, options: Options) -> Iterator[str]:
    """What the document is called, and which editions are set side by side."""
    for sentence in report.doubts:  # whoever reads one line should read this one
        yield from block(options, [(printable(sentence), "bold red")])
    if options.confidentiality:
        yield from block(options, [(printable(options.confidentiality), "bold red")])
    old, new = report.labels
    name = options.title or report.new.title or report.new.name
    pieces: list[StyledText] = [
        (printable(name), "bold"),
        (f"  {printable(f'{old} → {new}')}", "bold"),
    ]
    yield from block(options, pieces)
    yield from block(options, [("- ", "red"), *_named(report.old)], 2, 4)
    yield from block(options, [("+ ", "green"), *_named(report.new)], 2, 4)
    if options.note:
        yield from block(options, [(printable(options.note), "")], 2)


def _named(edition: Edition) -> list[StyledText]:
    """An edition by its file, with the period it reports on and how that is known."""
    period = edition.period.label if edition.period else ""
    year = str(edition.year or "") or period or say("year_unknown")
    reason = f" ({printable(edition.year_reason)})" if edition.year_reason else ""
    return [(f"{printable(edition.path)}: {printable(year)}", ""), (reason, "")]


def _scale(report: Report, options: Options) -> Iterator[str]:
    yield from block(options, [(scale_words(report), "")], 2)
    yield from _unread(report, options)


def _unread(report: Report, options: Options) -> Iterator[str]:
    """How much of each file was not read, on one line; what and why is behind ``--all``."""
    sizes = [
        say("unread_of", n=f"{sum(one.characters for one in edition.left_out):,}", edition=label)
        for label, edition in zip(report.labels, (report.old, report.new), strict=True)
        if edition.left_out
    ]
    if sizes:
        yield from block(options, [(printable(say("unread", sizes=", ".join(sizes))), "dim")], 2)


def _stories(report: Report, options: Options, spare: int = 0) -> Iterator[str]:
    """The first stories; as far as there are lines to ``spare`` with what else they tell."""
    if not report.stories:
        yield ""
        yield from block(options, [(_nothing(report), "")])
        return
    shown = report.listed[: options.limit or FIRST]
    yield from heading(options, count(len(shown), "stories"))
    for rank, story in enumerate(shown, start=1):
        yield from line(story, rank, options)
        also = list(_also(story, options))
        if len(also) <= min(spare, _ALSO):
            spare -= len(also)
            yield from also


def _nothing(report: Report) -> str:
    return report.summary[0] if report.summary else say("no_findings")


def line(story: Story, rank: int, options: Options) -> Iterator[str]:
    """A story with its number, in a line or two."""
    pieces: list[StyledText] = [(f"{rank:>2} ", "bold"), (printable(story.headline), "")]
    if room(options) >= _ROOMY and story.topic:
        pieces.append((f"  ({printable(story.topic)})", "dim"))
    yield from block(options, pieces, 0, 3)


def _also(story: Story, options: Options) -> Iterator[str]:
    """What else a story tells: as much as a line holds, and how much more there is."""
    if story.also:
        held = story.also[:1]
        for size in range(2, len(story.also) + 1):
            if len(" · ".join(story.also[:size])) + _AROUND <= room(options):
                held = story.also[:size]
        words = printable(" · ".join(held))
        more = len(story.also) - len(held)
        tail = f" · {count(more, 'more')}" if more else ""
        yield from block(options, [(f"{say('also')}: {words}{tail}", "dim")], 3)


def _checks(report: Report, options: Options, left: int) -> Iterator[str]:
    """The first checks, as many as there are lines left for; never half of one."""
    if not report.checks:
        return
    lines = list(heading(options, say("checks")))
    for letter, check in zip("abcde", report.checks[:_CHECKS], strict=False):
        own = list(block(options, [(f" {letter} ", "bold"), (printable(check.headline), "")], 0, 3))
        if letter != "a" and len(lines) + len(own) > left:
            break
        lines += own
    yield from lines


def _more(report: Report, options: Options) -> Iterator[str]:
    """What else there is, with the option that shows it."""
    found = scale(report)
    parts = [
        (len(report.stories), "more_stories", "--all"),
        (len(report.changed_series), "more_figures", "--figures"),
        (found.gone, "more_gone", "--gone"),
        (found.new, "more_new", "--new"),
        (len(report.sections), "more_sections", "--sections"),
        (len(report.waived), "waived", "--show-waived"),
    ]
    told = " · ".join(f"{count(n, key)} ({option})" for n, key, option in parts if n)
    yield ""
    if told:
        yield from block(options, [(told, "")])
    if report.stories:
        yield from block(options, [(say("how_more"), "")])


def side_heading(report: Report, side: Side) -> str:
    """The heading over what only one edition says."""
    return say("no_longer" if side is Side.OLD else "newly", edition=report.label(Side.NEW))
