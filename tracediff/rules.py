"""The catalogue: one row for each kind of finding.

To add a rule, add its row here, yield it from a function in ``tracediff/detect``, and write
``tests/rules/<ID>.md`` with cases that fire and cases that stay silent.

``weight`` says how much a kind of change matters to who reads the report: what was turned round and
how a case or law went on, two figures of one measure, before wording, before what only one edition
says. The values were set by reading what editors of six pairs of reports named first; each was
moved alone by ``benchmarks/importance_weights.py`` and kept only where five other pairs, looked at
as figures, did not lose by it: told among the first twenty rose from .35 to .42, from .23 to .32.
``size`` is how large a finding is whose figures do not say it, ``sure`` how certain: what is read
off the shape of the text is surer than what rests on how figures were read. A kind that is
``provable`` by the texts themselves is told among what to check before quoting.
"""

from __future__ import annotations

from typing import Final

from tracediff.model import Rule, Severity

_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE

CATALOGUE: Final[tuple[Rule, ...]] = (
    Rule("N101", "figure-changed", _W, "the same measure, another value in the new period",
         weight=1.3, sure=0.8),
    Rule("N102", "fell-to-none", _E, "a value became an explicit none", weight=1.3),
    Rule("N103", "no-longer-reported", _E, "a value became not reported or unknown, or is gone",
         weight=1.8),
    Rule("N104", "newly-reported", _N, "a value is given where none was reported before",
         weight=0.6),
    Rule("N105", "restated", _E, "another value for a period that the earlier edition covered",
         weight=0.9, provable=True),
    Rule("N106", "not-comparable", _W, "a part period, other unit or other bound beside a full one",
         weight=1.0),
    Rule("A201", "parts-do-not-sum", _E, "the parts and their total disagree",
         weight=0.8, size=0.8, provable=True),
    Rule("A202", "shares-do-not-sum", _W, "the shares of one whole do not make 100 percent",
         weight=0.0, size=0.4, sure=0.6),
    Rule("A203", "trend-contradicts", _E, "a stated trend or change that its figures do not give",
         weight=0.8, size=0.9, provable=True),
    Rule("A204", "conversion-odd", _W, "a conversion that does not hold or is out of line",
         weight=0.3, size=0.3, sure=0.8, provable=True),
    Rule("C301", "claim-reversed", _W, "what was denied is asserted, or the reverse",
         weight=1.2, size=1.0),
    Rule("C302", "certainty-changed", _W, "a statement was hedged or made firm",
         weight=0.2, size=0.5),
    Rule("C303", "scope-changed", _W, "all became some, or one group another",
         weight=0.6, size=0.6),
    Rule("C304", "obligation-changed", _W, "must became should or may, or the reverse",
         weight=0.5, size=0.7),
    Rule("C305", "stage-changed", _W, "a plan or case moved forward or back", weight=1.0, size=0.6),
    Rule("C306", "claim-dropped", _W, "a statement of substance has no counterpart any more",
         weight=-0.1, size=0.5, sure=0.8),
    Rule("C307", "claim-added", _N, "a statement of substance has no counterpart before",
         weight=-0.2, size=0.5, sure=0.8),
    Rule("C308", "actor-changed", _W, "who says so, who acts or what is acted upon changed",
         weight=-0.1, size=0.4),
    Rule("C309", "rating-changed", _W, "a tier, level or grade changed",
         weight=1.8, size=1.0, sure=0.9),
    Rule("S401", "section-removed", _W, "a section has no counterpart any more",
         weight=0.2, sure=0.9),
    Rule("S402", "section-added", _N, "a section has no counterpart before", weight=0.2, sure=0.9),
    Rule("S403", "section-renamed", _N, "a section carries another heading", weight=-0.6, sure=0.8),
    Rule("S404", "paragraph-moved", _N, "a paragraph stands in another place",
         weight=-2.0, sure=0.9),
    Rule("S405", "heading-changed", _W, "a heading, caption or table head says something else",
         weight=0.0, sure=0.8),
    Rule("D501", "stale-period", _W, "carried over unchanged and still about the old period",
         weight=0.2, size=0.5, sure=0.6),
    Rule("D502", "figure-carried-over", _W, "only the year was rolled forward, not the figure",
         weight=-0.8, size=0.6, sure=0.7, provable=True),
    Rule("D503", "placeholder", _E, "a placeholder was left in the text",
         weight=0.9, size=0.8, provable=True),
)  # fmt: skip

# What the sign-off itself says, not the editions.
HOUSEKEEPING: Final[tuple[Rule, ...]] = (
    Rule("W601", "waiver-expired", _W, "a waiver is past its day, and its finding counts again"),
    Rule("W602", "waiver-unused", _W, "a waiver matches no finding any more"),
    Rule("W603", "baseline-stale", _N, "entries of the baseline match no finding any more"),
)

RULES: Final[dict[str, Rule]] = {rule.id: rule for rule in (*CATALOGUE, *HOUSEKEEPING)}
