"""Chains of sentences and the findings on their links in, threads out: what became of each."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from tracediff.model import (
    BlockKind,
    Claim,
    CueKind,
    Finding,
    Reading,
    Report,
    Spot,
    Stage,
    Thread,
    ThreadChange,
    ThreadKind,
)
from tracediff.text.words import root
from tracediff.timelines.threads import Chains
from tracediff.timelines.words import content

_YEAR: Final = re.compile(r"(?<![\d/.,-])(?:19[5-9]\d|20[0-6]\d)(?![\d/.,-]*\d)")
_STAGES: Final = list(Stage)
_DONE: Final = frozenset(
    float(_STAGES.index(stage)) for stage in (Stage.ADOPTED, Stage.LAUNCHED, Stage.COMPLETED)
)
_CHANGES: Final = {
    "C301": "reversed", "C305": "moved to another stage",
    "C309": "rated otherwise",
}  # fmt: skip
_PROMISING: Final = frozenset(
    root(word)
    for word in "will shall plan planned intend intends aim aims commit committed pledge promise"
    " vow agree agreed propose going".split()
)  # the first words of what announces an act, whatever follows
_FEWEST: Final = 3  # words that say something; shorter sentences are remarks


def statement_threads(reports: Sequence[Report], chains: Chains) -> tuple[Thread, ...]:
    """Threads of two editions or more, and of every commitment, in the order of the text."""
    readings = [reports[0].comparison.old, *(report.comparison.new for report in reports)]
    claims = [_by_sentence(reading) for reading in readings]
    found_on = _findings(reports)
    found = []
    for chain in chains:
        sentence = readings[chain[0][0]].edition.sentences[chain[0][1]]
        if sentence.kind in (BlockKind.HEADING, BlockKind.REFERENCE):
            continue
        thread = _thread(readings, claims, found_on, chain)
        long = len(chain) > 1 or thread.kind is ThreadKind.COMMITMENT
        if long and len(content(thread.text)) >= _FEWEST:
            found.append(thread)
    return tuple(found)


def _by_sentence(reading: Reading) -> dict[int, list[Claim]]:
    found: dict[int, list[Claim]] = defaultdict(list)
    for claim in reading.claims:
        found[claim.sentence].append(claim)
    return found


def _findings(reports: Sequence[Report]) -> dict[tuple[Spot, Spot], list[Finding]]:
    """The findings on claims by the two sentences that they compare."""
    found: dict[tuple[Spot, Spot], list[Finding]] = defaultdict(list)
    for number, report in enumerate(reports):
        for finding in report.findings:
            for one in finding.all:
                if one.rule.id.startswith("C") and one.old and one.new:
                    key = (number, one.old.sentence), (number + 1, one.new.sentence)
                    found[key].append(one)
    return found


def _thread(
    readings: Sequence[Reading],
    claims: Sequence[Mapping[int, list[Claim]]],
    found_on: Mapping[tuple[Spot, Spot], list[Finding]],
    chain: tuple[Spot, ...],
) -> Thread:
    texts = [readings[edition].edition.sentences[at].text for edition, at in chain]
    said = [claims[edition].get(at, []) for edition, at in chain]
    changes = []
    for i in range(1, len(chain)):
        if texts[i] == texts[i - 1]:
            continue
        kinds = [
            _kind(one.rule.id, said[i - 1], said[i])
            for one in found_on.get((chain[i - 1], chain[i]), ())
        ]
        if _put_off(texts[i - 1], texts[i], said[i - 1], said[i]):
            kinds = ["put off"]
        changes += [ThreadChange(chain[i][0], how) for how in dict.fromkeys(kinds or ["edited"])]
    commits = any(map(_planned, said))
    rates = len({c.text for held in said for claim in held for c in claim.of(CueKind.RATING)}) > 1
    kind = (
        ThreadKind.COMMITMENT if commits else ThreadKind.RATING if rates else ThreadKind.STATEMENT
    )
    last = chain[-1][0]
    gone = last + 1 if last + 1 < len(readings) else None
    where = readings[last].edition
    return Thread(
        ident="t" + hashlib.sha256(texts[0].encode()).hexdigest()[:10],
        kind=kind,
        section=where.section_of(where.sentences[chain[-1][1]]).title,
        text=texts[-1],
        places=chain,
        changes=tuple(changes),
        how=_end(kind, said, changes, gone),
        gone=gone,
    )


def _kind(rule: str, before: Sequence[Claim], now: Sequence[Claim]) -> str:
    """What a finding on a claim did to it, in a word."""
    if rule == "C302":
        return "hedged" if _certainty(now) < _certainty(before) else "made firm"
    if rule in ("C303", "C304"):
        return "weakened" if _force(now) < _force(before) else "strengthened"
    return _CHANGES.get(rule, "edited")


def _certainty(claims: Sequence[Claim]) -> float:
    return min((claim.certainty for claim in claims), default=1.0)


def _force(claims: Sequence[Claim]) -> float:
    """How far a statement reaches and how much it binds."""
    scope = min((one.scope for one in claims if one.scope is not None), default=1.0)
    duty = max((one.obligation for one in claims if one.obligation is not None), default=0.0)
    return scope + duty


def _put_off(old: str, new: str, before: Sequence[Claim], now: Sequence[Claim]) -> bool:
    """Whether what is still planned is planned for a later year than before."""
    if not _planned(before) or not _planned(now):
        return False
    first, then = _years(old), _years(new)
    return bool(first and then) and max(then) > max(first)


def _planned(claims: Sequence[Claim]) -> bool:
    """Whether somebody says what will be done, not what is needed or may come."""
    cues = [cue for claim in claims if claim.positive for cue in claim.of(CueKind.FUTURE)]
    return any(root(cue.text.split()[0]) in _PROMISING for cue in cues)


def _years(text: str) -> list[int]:
    return [int(year) for year in _YEAR.findall(text)]


def _end(
    kind: ThreadKind,
    said: Sequence[Sequence[Claim]],
    changes: Sequence[ThreadChange],
    gone: int | None,
) -> str:
    """What became of a statement in the end."""
    if kind is ThreadKind.COMMITMENT and _planned(said[0]) and _is_done(said[-1]):
        return "done"
    if gone is not None:
        return "dropped"
    told = [change.how for change in changes if change.how != "edited"]
    return told[-1] if told else "edited" if changes else "unchanged"


def _is_done(claims: Sequence[Claim]) -> bool:
    stages = [cue.value for claim in claims if claim.positive for cue in claim.of(CueKind.STAGE)]
    return not _planned(claims) and any(value in _DONE for value in stages)
