"""Headings and names that say nothing of what the figures below or behind them count, as data."""

from __future__ import annotations

from typing import Final

from tracediff.lexicon.cells import GENERIC, SUBTOTALS, TOTALS

# Headings that any report has, whatever it is about.
GENERAL: Final[frozenset[str]] = frozenset(
    "introduction summary overview background conclusion conclusions results findings highlights"
    " figures statistics data numbers minutes notes appendix annex contents general report details"
    " discussion analysis methods methodology outlook foreword preface abstract updates news"
    " reports home about other more main key facts figure table tables glance brief review section"
    " chapter part page executive at a an in the and of by our year annual this quick some further"
    " additional information statement statements comparative operations business company us"
    " during fiscal".split()
)

# Headings whose rows are only one of what they name, whoever is paid or pays.
SPENT_OR_EARNED: Final[frozenset[str]] = frozenset(
    "income revenue revenues receipts expenses expense expenditure expenditures costs spending"
    " payments outgoings donations gifts grants sponsorship sponsorships fees sources uses total"
    " budget".split()
)

# Names of columns that say which of several measurements a figure is, not of what.
STATISTICS: Final[frozenset[str]] = frozenset(
    "max min maximum minimum average mean median n highest lowest".split()
)

# Names of figures that are only known by what stands above them.
BARE: Final[frozenset[str]] = (
    TOTALS | SUBTOTALS | GENERIC
    | frozenset("max min maximum minimum average mean median mode range others yes none unknown"
                " highest lowest share percentage percent rate difference unsure undecided n/a"
                " balance remainder rest known".split())
    | frozenset({"other", "not known", "not sure", "don't know", "don’t know", "no answer",
                 "prefer not to say", "not stated", "no response", "total number", "a figure"})
)  # fmt: skip
