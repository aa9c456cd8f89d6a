"""``tracediff review [DRAFT]``: one key a finding."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import click

from tracediff.cli.options import DAY, pair_options

if TYPE_CHECKING:
    from tracediff.model import Finding, Report

_KEYS = "a accept  s skip  b back  q quit  ? help"
_HELP = """\
  a  accept this one, with a reason
  r  accept all findings of its rule that are left, with one reason
  t  accept all findings of its story that are left, with one reason
  s  skip it: it stays open
  b  go back to the one before, and take back what was accepted there
  g  go to a number
  e  show where both sides stand
  q  quit; what was accepted is written"""


@click.command(short_help="Walk the open findings and sign off what is meant.")
@pair_options
@click.option("--owner", envvar="TRACEDIFF_OWNER", help="Who signs off. Default: git's user.")
@click.option("--expires", type=DAY, help="The last day of what is signed off.")
@click.option("--days", type=click.IntRange(1, 3660), help="The same, as days from today.")
@click.option(
    "--severity",
    type=click.Choice(("error", "warning", "note")),
    default="warning",
    show_default=True,
    help="The least severity that is shown.",
)
def review(
    draft: str | None,
    against: tuple[str, ...],
    year: int | None,
    against_year: int | None,
    config_file: str | None,
    baseline: str | None,
    today: datetime | None,
    owner: str | None,
    expires: datetime | None,
    days: int | None,
    severity: str,
) -> None:
    """Walk the open findings of DRAFT, or of all pairs that tracediff.toml declares.

    One key each: accept with a reason, skip, go back; ? lists all. What is accepted is written as a
    [[waiver]] into the configuration; its comments and its order stay as they are.

    \b
    tracediff review draft.md --against 2020.md
    tracediff review --owner a.person@example.org --days 90
    """
    from tracediff.cli import signoff
    from tracediff.cli.output import deliver
    from tracediff.config import load
    from tracediff.config.write import with_waivers, writable
    from tracediff.locks import writing
    from tracediff.pairs import check_pairs, plan
    from tracediff.render.visible import printable

    config = load(config_file)
    run = plan(signoff.named(draft, against, year, against_year), config)
    held = signoff.baseline_file(baseline, config, False)
    settings = signoff.settings(config, today, held)
    reports, errors = check_pairs(run.pairs, settings)
    signoff.complain(errors)
    now = today.date() if today else datetime.now(UTC).date()
    last = expires.date() if expires else now + timedelta(days=days) if days else None
    found = [(report, f) for report in reports.values() for f in _shown(report, severity)]
    if not found and not errors:
        click.echo("Nothing is open.")
    accepted = _walk(found)
    if accepted:
        path = writable(config)
        several = len(run.pairs) > 1 or len(config.pairs) > 1
        waivers = [
            _waiver(report, finding, reason, owner or _git_user(), now, last, several)
            for report, finding, reason in accepted
        ]
        with writing(path):
            deliver(with_waivers(config, waivers), str(path))
        number = "1 waiver" if len(waivers) == 1 else f"{len(waivers)} waivers"
        click.echo(f"{number} written to {printable(str(path))}.")
    if errors:
        raise click.exceptions.Exit(2)


def _shown(report: Report, least: str) -> list[Finding]:
    """The findings to walk, in the order in which ``check`` prints them: the gravest first."""
    order = ("error", "warning", "note")
    reached = order[: order.index(least) + 1]
    found = [f for f in report.open if not f.rule.id.startswith("W")]
    return [f for severity in reached for f in found if f.severity.value == severity]


def _walk(found: list[tuple[Report, Finding]]) -> list[tuple[Report, Finding, str]]:
    """Show one finding after another and ask; what was accepted, with its reason."""
    accepted: dict[int, str] = {}
    at = 0
    while at < len(found):
        report, finding = found[at]
        _show(report, finding, at + 1, len(found))
        if at in accepted:
            _say(f"Accepted: {accepted[at]}")
        key = _asked()
        if key == "q":
            break
        meant = [n for n in _WIDER[key](found, at) if n not in accepted] if key in _WIDER else []
        if meant:
            reason = _reason(len(meant))
            accepted |= dict.fromkeys(meant, reason) if reason else {}
        at = _next(key, at, found, accepted)
    return [(*found[number], accepted[number]) for number in sorted(accepted)]


def _next(key: str, at: int, found: list[tuple[Report, Finding]], accepted: dict[int, str]) -> int:
    """Which finding comes after a key: the next one that is open, or the one that was asked for."""
    if key == "b":
        before = max(0, at - 1)
        accepted.pop(before, None)
        return before
    if key == "g":
        return _number(len(found), at)
    if key == "e":
        _evidence(*found[at])
    elif key == "?":
        for line in _HELP.splitlines():
            _say(line, 5)
    elif key == "s" or at in accepted:
        left = (n for n in range(at + 1, len(found)) if n not in accepted)
        return next(left, len(found))
    return at


def _this(found: list[tuple[Report, Finding]], at: int) -> list[int]:
    return [at]


def _of_rule(found: list[tuple[Report, Finding]], at: int) -> list[int]:
    """All findings of one rule, in all documents."""
    rule = found[at][1].rule.id
    return [n for n, (_, one) in enumerate(found) if one.rule.id == rule]


def _of_story(found: list[tuple[Report, Finding]], at: int) -> list[int]:
    """All findings that are told as one story with this one."""
    report, finding = found[at]
    told = next((s.findings for s in report.stories if finding in s.findings), (finding,))
    return [n for n, (of, one) in enumerate(found) if of is report and one in told]


_WIDER = {"a": _this, "r": _of_rule, "t": _of_story}


def _number(last: int, at: int) -> int:
    """The finding that a person asks for by its number; the same one where that is none."""
    given = _typed("Number")
    if given.isdecimal() and 1 <= int(given) <= last:
        return int(given) - 1
    click.echo(f"There are numbers from 1 to {last}.")
    return at


def _say(text: str, hang: int = 4) -> None:
    """Two blanks and a text, wrapped at words; what follows its first line begins at ``hang``."""
    from tracediff.cli import show
    from tracediff.render import Options
    from tracediff.render.layout import block

    options = Options(width=show.width(None), colour=show.colour("auto", None))
    for line in block(options, [(text.strip(), "")], 2, hang):
        click.echo(line)


def _show(report: Report, finding: Finding, number: int, total: int) -> None:
    """One finding, wrapped at words, with the words of both sides."""
    from tracediff.cli import show
    from tracediff.render import Options
    from tracediff.render.layout import block
    from tracediff.render.remarks import facets, place_of, where
    from tracediff.render.visible import printable

    options = Options(width=show.width(None), colour=show.colour("auto", None))
    kind = f"{finding.severity.value} {finding.rule.id} {finding.rule.name}"
    head = f"{number} of {total}  {where(place_of(finding, report))}  {kind}"
    lines = ["", *block(options, [(head, "")], 0, 2)]
    lines += block(options, [(printable(finding.message), "bold")], 2)
    for text in facets(finding):
        lines += block(options, [(f"Also: {printable(text)}", "")], 2, 4)
    for sign, style, edition, evidence in (
        ("- ", "red", report.old, finding.old),
        ("+ ", "green", report.new, finding.new),
    ):
        if evidence is not None:
            said = printable(edition.sentences[evidence.sentence].text)
            lines += block(options, [(sign, style), (said, "")], 2, 4)
    for line in lines:
        click.echo(line)


def _evidence(report: Report, finding: Finding) -> None:
    """Where both sides stand, with their sentences, wrapped at words."""
    from tracediff.cli import show
    from tracediff.render import Options
    from tracediff.render.layout import block
    from tracediff.render.remarks import where
    from tracediff.render.visible import printable

    options = Options(width=show.width(None), colour=show.colour("auto", None))
    for sign, style, edition, evidence, place in (
        ("- ", "red", report.old, finding.old, finding.old_place),
        ("+ ", "green", report.new, finding.new, finding.place),
    ):
        if evidence is not None and place is not None:
            text = printable(edition.sentences[evidence.sentence].text)
            for line in block(options, [(sign, style), (f"{where(place)}: {text}", "")], 2, 4):
                click.echo(line)


def _asked() -> str:
    """The next key; the end of the input quits."""
    click.echo(f"[{_KEYS}] ", nl=False)
    try:
        if sys.stdin is not None and sys.stdin.isatty():
            key = click.getchar().lower()
        else:  # a script gives a line for each key
            key = sys.stdin.readline().strip().lower()[:1] if sys.stdin else "q"
    except (EOFError, OSError, KeyboardInterrupt):
        key = "q"
    known = key if key in _KNOWN else "q" if key in {"", "\x04", "\x03"} else "?"
    click.echo(known)
    return known


_KNOWN = frozenset("artsbgeq?")


def _reason(number: int) -> str:
    """Why so many findings are meant; nothing takes the acceptance back."""
    from tracediff.config.checkers import Wrong, reason
    from tracediff.render.visible import printable

    while True:
        given = _typed("Reason" if number == 1 else f"Reason for all {number}")
        if not given:
            return ""
        try:
            return reason(given)
        except Wrong as wrong:
            click.echo(f"The reason {printable(str(wrong))}.")


def _typed(asked: str) -> str:
    """A line that is asked for; Ctrl-C takes back this question, not what was accepted before."""
    try:
        return str(click.prompt(asked, default="", show_default=False)).strip()
    except click.Abort:
        click.echo()
        return ""


def _waiver(
    report: Report,
    finding: Finding,
    reason: str,
    owner: str,
    created: date,
    expires: date | None,
    several: bool,
) -> dict[str, object]:
    """The waiver as the file has it; it names the facets too, for they were shown and accepted."""
    prints = [one.fingerprint for one in finding.all if one.waiver is None]
    old, new = finding.said
    values: dict[str, object] = {
        "fingerprint": prints[0] if len(prints) == 1 else prints,
        "rule": finding.rule.id,
        "section": finding.section,
        "old": old,
        "new": new,
        "reason": reason,
        "owner": owner,
        "created": created,
        "expires": expires,
        "draft": report.name if several else "",
    }
    return {key: value for key, value in values.items() if value not in ("", None)}


def _git_user() -> str:
    import subprocess

    try:
        done = subprocess.run(
            ["git", "config", "user.email"],
            capture_output=True,
            text=True,
            timeout=5,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
