"""The catalogue: one row for each kind of finding.

To add a rule, add its row here, yield it from a function in ``tracediff/detect``, and write
``tests/rules/<ID>.md`` with cases that fire and cases that stay silent.
"""

from __future__ import annotations

from typing import Final

from tracediff.model import Rule, Severity

_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE

CATALOGUE: Final[tuple[Rule, ...]] = (
    Rule("N101", "figure-changed", _W, "the same measure, another value in the new period"),
    Rule("N102", "fell-to-none", _E, "a value became an explicit none"),
    Rule("N103", "no-longer-reported", _E, "a value became not reported or unknown, or is gone"),
    Rule("N104", "newly-reported", _N, "a value is given where none was reported before"),
    Rule("N105", "restated", _E, "another value for a period that the earlier edition covered"),
    Rule(
        "N106", "not-comparable", _W, "a part period, other unit or other bound beside a full one"
    ),
    Rule("A201", "parts-do-not-sum", _E, "the parts and their total disagree"),
    Rule("A202", "shares-do-not-sum", _W, "the shares of one whole do not make 100 percent"),
    Rule("A203", "trend-contradicts", _E, "a stated trend or change that its figures do not give"),
    Rule("A204", "conversion-odd", _W, "a converted amount out of line with the others"),
    Rule("C301", "claim-reversed", _W, "what was denied is asserted, or the reverse"),
    Rule("C302", "certainty-changed", _W, "a statement was hedged or made firm"),
    Rule("C303", "scope-changed", _W, "all became some, or one group another"),
    Rule("C304", "obligation-changed", _W, "must became should or may, or the reverse"),
    Rule("C305", "stage-changed", _W, "a plan or case moved forward or back"),
    Rule("C306", "claim-dropped", _W, "a statement of substance has no counterpart any more"),
    Rule("C307", "claim-added", _N, "a statement of substance has no counterpart before"),
    Rule("C308", "actor-changed", _W, "who says so, who acts or what is acted upon changed"),
    Rule("C309", "rating-changed", _W, "a tier, level or grade changed"),
    Rule("S401", "section-removed", _W, "a section has no counterpart any more"),
    Rule("S402", "section-added", _N, "a section has no counterpart before"),
    Rule("S403", "section-renamed", _N, "a section carries another heading"),
    Rule("S404", "paragraph-moved", _N, "a paragraph stands in another place"),
    Rule("S405", "heading-changed", _W, "a heading, caption or table head says something else"),
    Rule("D501", "stale-period", _W, "carried over unchanged and still about the old period"),
    Rule("D502", "figure-carried-over", _W, "only the year was rolled forward, not the figure"),
    Rule("D503", "placeholder", _E, "a placeholder was left in the text"),
)

# What the sign-off itself says, not the editions.
HOUSEKEEPING: Final[tuple[Rule, ...]] = (
    Rule("W601", "waiver-expired", _W, "a waiver is past its day, and its finding counts again"),
    Rule("W602", "waiver-unused", _W, "a waiver matches no finding any more"),
    Rule("W603", "baseline-stale", _N, "entries of the baseline match no finding any more"),
)

RULES: Final[dict[str, Rule]] = {rule.id: rule for rule in (*CATALOGUE, *HOUSEKEEPING)}
