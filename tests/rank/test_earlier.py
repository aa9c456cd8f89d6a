"""What the later edition repeats of the earlier one is shown where the earlier one said it."""

from __future__ import annotations

import pytest

from tests.editions import report
from tracediff.model import Finding, Report, Side

HEAD = "# Review {}\n\n## Sea\n\nFerries connect the islands. Radio is heard in the hills.\n\n{}\n"


def pair(old: str, new: str) -> Report:
    return report(HEAD.format(2019, old), HEAD.format(2020, new))


def change(made: Report, *values: str) -> Finding:
    found = (one for finding in made.findings for one in finding.all)
    return next(one for one in found if one.values == values)


@pytest.mark.parametrize(
    ("old", "new", "values"),
    [
        (
            "Licences given ranged from none to 2,674 in a single harbour.",
            "The most licences given by a single harbour were 27, compared to 2,674 in 2019.",
            ("2674", "27"),
        ),
        (
            "Of all harbours asked, 41 percent did not know how many licences they had given.",
            "Thirty-two percent of harbours did not know how many licences they had given,"
            " compared to 41 percent in 2019.",
            ("41", "32"),
        ),
        (
            "| Costs | 2019 | 2018 |\n| --- | --- | --- |\n| Lamps: oil and wicks | 41824 | 97 |",
            "| Costs | 2020 | 2019 |\n| --- | --- | --- |\n| Lamps - wicks/oil | 29105 | 41824 |",
            ("41824", "29105"),
        ),
    ],
)
def test_the_old_figure_is_shown_in_the_old_edition(
    old: str, new: str, values: tuple[str, ...]
) -> None:
    made = pair(old, new)
    found = change(made, *values)
    assert found.old is not None and found.old.side is Side.OLD
    assert found.old.quote.replace(",", "").replace(" percent", "") == values[0]


@pytest.mark.parametrize(
    "old",
    [
        "Clerks burned 41 percent of old letters in the yard.",  # of other things
        "Of all harbours asked, 44 percent did not know how many licences they had given.",
    ],
)
def test_a_value_of_something_else_is_not_shown(old: str) -> None:
    made = pair(
        old,
        "Thirty-two percent of harbours did not know how many licences they had given,"
        " compared to 41 percent in 2019.",
    )
    sides = [
        f.old.side for one in made.findings for f in one.all if f.values == ("41", "32") and f.old
    ]
    assert Side.OLD not in sides
