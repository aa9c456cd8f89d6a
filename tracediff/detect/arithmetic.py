"""Figures that do not add up inside one edition: parts, shares, stated changes, conversions."""

from __future__ import annotations

from tracediff.detect.part_sums import parts_do_not_sum
from tracediff.detect.share_sums import share_contradicts, shares_do_not_sum
from tracediff.detect.stated_changes import conversion_odd, trend_contradicts
from tracediff.detect.totals import table_totals_do_not_sum

ARITHMETIC_DETECTORS = (
    parts_do_not_sum,
    table_totals_do_not_sum,
    shares_do_not_sum,
    share_contradicts,
    trend_contradicts,
    conversion_odd,
)
