"""Words and marks that tables of reports use, as data."""

from __future__ import annotations

from typing import Final

# Marks that stand where a figure is not given. Statistical offices: ".." not available, "–" nil or
# none, ":" not available (Eurostat), "c" confidential, "x" suppressed, "z" not applicable.
MISSING: Final[frozenset[str]] = frozenset(
    "- -- --- – — − … . .. ... : * ** x xx c z [c] [x] [z] [u] [low] n/a na n.a. n.a n/d nd n.d."
    " n/r nr n.r.".split()
) | {
    "not available",
    "not reported",
    "not applicable",
    "not disclosed",
    "not collected",
    "not given",
    "not provided",
    "no data",
    "suppressed",
    "withheld",
    "confidential",
    "redacted",
}
# Marks among them that also tick off a box.
TICKS: Final[frozenset[str]] = frozenset({"x", "xx", "*", "**", ":"})

# Those that accounts print for nil.
DASHES: Final[frozenset[str]] = frozenset("- -- --- – — − -0- –0– —0—".split())

# Words of heads that name the funds of a charity or a church: their columns are parts of a total.
FUNDS: Final[frozenset[str]] = frozenset(
    "unrestricted restricted designated endowment endowments restrictions".split()
)

# What says that nobody knows.
UNKNOWN: Final[frozenset[str]] = frozenset({"unknown", "not known", "unclear", "?", "uncertain"})

# What says that there were none.
NONE: Final[frozenset[str]] = frozenset({"none", "nil", "zero"})

# Scales as tables abbreviate them, in heads and captions and behind a number.
SCALES: Final[dict[str, int]] = {
    **dict.fromkeys(
        ("'000", "’000", "‘000", "000", "000s", "'000s", "’000s", "thousand", "thousands", "k"),
        1_000,
    ),
    **dict.fromkeys(("million", "millions", "mn", "mio", "mil", "mm", "m"), 10**6),
    **dict.fromkeys(("billion", "billions", "bn", "b"), 10**9),
    **dict.fromkeys(("trillion", "trillions", "tn", "trn"), 10**12),
}  # fmt: skip
# Of these the ones that are letters of other units too: a scale only beside a currency.
LETTERS: Final[frozenset[str]] = frozenset({"m", "b", "k", "mm", "mil", "000", "000s"})

# Column and row heads that say nothing of what is counted.
GENERIC: Final[frozenset[str]] = frozenset(
    "amount amounts count counts figure figures number numbers no no. n # value values quantity"
    " quantities result results item items actual actuals reported outturn audited unaudited"
    " restated financial fiscal calendar ended end year years period data nr score measure"
    " indicator metric description details".split()
)

# Plural nouns of captions that name the table or its subject, not what its figures count.
UNCOUNTED: Final[frozenset[str]] = frozenset(
    "figures statistics data numbers results indicators highlights findings details totals trends"
    " notes efforts activities operations services resources measures actions steps"
    " finances earnings expenses costs revenues sales funds assets liabilities percentages shares"
    " rates amounts values means averages characteristics tables years months metrics goals targets"
    " objectives estimates projections changes developments achievements outcomes outputs".split()
)

# Words of heads whose four digits are years.
YEARLY: Final[frozenset[str]] = frozenset(
    "year years built founded established opened started launched joined since adopted signed"
    " ratified expires expiry due".split()
)

# What a head says of the kind of its figures.
PLANNED: Final[frozenset[str]] = frozenset(
    "budget budgeted plan planned forecast forecasted projected projection projections expected"
    " outlook estimate estimates estimated proposed recommended specified guidance".split()
)
TARGETS: Final[frozenset[str]] = frozenset("target targets goal goals objective benchmark".split())
CHANGES: Final[frozenset[str]] = frozenset(
    "change changes variance difference increase decrease growth variation yoy y/y δ δ% +/- var"
    " movement".split()
)
SHARES: Final[frozenset[str]] = frozenset("share shares percentage proportion fraction".split())
RATES: Final[frozenset[str]] = frozenset("rate rates ratio".split())
LIMITS: Final[frozenset[str]] = frozenset("limit limits cap ceiling maximum minimum age".split())
# Heads of columns that say of which kind a figure is, not what it counts.
QUALIFIERS: Final[frozenset[str]] = (
    PLANNED | TARGETS | CHANGES | GENERIC
    | frozenset("original revised initial final approved adopted share percentage of % average mean"
                " median net gross men women male female both sexes all".split())
)  # fmt: skip
TOTALS: Final[frozenset[str]] = frozenset(
    {"total", "totals", "grand total", "grand totals", "overall", "overall total", "sum", "all"}
)
GRAND: Final[frozenset[str]] = frozenset({"grand total", "grand totals", "overall total"})
SUBTOTALS: Final[frozenset[str]] = frozenset({"subtotal", "sub-total", "sub total", "subtotals"})

# Openings of rows that are a part of the row above them, and of no total.
PART_OPENERS: Final[tuple[str, ...]] = (
    "of which", "of whom", "thereof", "including", "o/w", "incl.", "memo", "share", "percent", "%",
)  # fmt: skip

# Words in a cell that say which way a figure went.
UP: Final[frozenset[str]] = frozenset("up increase increased rose grew gain higher".split())
DOWN: Final[frozenset[str]] = frozenset("down decrease decreased fell declined lower".split())

# Letters behind the year of a column, as analysts print them.
YEAR_LETTERS: Final[dict[str, str]] = {
    "a": "", "e": "plan", "f": "plan", "p": "plan", "b": "plan", "r": "", "t": "target",
}  # fmt: skip
