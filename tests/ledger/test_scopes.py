"""Shares that are said of other things are no two values of one measure."""

from __future__ import annotations

import pytest

from tests.editions import report
from tracediff.model import Side

FILLER = "The lamps are lit at dusk. Ropes hang in the long shed. Gulls nest on the roof."


def paired(old: str, new: str) -> set[tuple[str, str]]:
    """The values of both editions that stand in one series."""
    found = set()
    for one in report(f"# A\n\n{old}\n\n{FILLER}", f"# A\n\n{new}\n\n{FILLER}").comparison.series:
        sides = {side: [p.fact for p in one.points if p.side is side] for side in Side}
        found |= {(str(a.value), str(b.value)) for a in sides[Side.OLD] for b in sides[Side.NEW]}
    return found


@pytest.mark.parametrize(
    ("old", "new", "kept", "lost"),
    [
        (  # items of a list that only stand in the same place
            "Most pilots live in Norr (41%), followed by Rye (9%) and Orsk (4%).",
            "Most pilots live in Norr (38%), followed by Rye (10%) and Lume (5%).",
            ("9", "10"),
            ("4", "5"),
        ),
        (  # the items of one are the subject of the other
            "Growers mainly plant Gala (31%), Cox (12%) and Jonagold (7%).",
            "Growers mainly plant Gala (28%), Braeburn (13%) and Cox (9%).",
            ("12", "9"),
            ("12", "13"),
        ),
        (  # classes of time
            "Of nurses 31 percent have worked in the ward for more than six years.",
            "Of nurses 12 percent have worked in the ward for more than 15 years.",
            None,
            ("31", "12"),
        ),
        (
            "Of nurses 31 percent have worked in the ward for more than six years.",
            "Of nurses 12 percent have worked in the ward for six years or more.",
            ("31", "12"),
            None,
        ),
        (
            "Half of the tenants (52%) waited for less than a month.",
            "Half of the tenants (49%) waited for 2-3 months.",
            None,
            ("52", "49"),
        ),
        (  # how often
            "Almost 80% of clerks use the ledger daily or weekly.",
            "Only 41% of clerks use the ledger daily.",
            None,
            ("80", "41"),
        ),
        (
            "Almost 80% of clerks use the ledger daily.",
            "Only 41% of clerks use the ledger every day.",
            ("80", "41"),
            None,
        ),
        (  # what is wished
            "More than 60% of tenants wish that the rule becomes stricter.",
            "Some 43% of tenants wish that the rule stays as it is.",
            None,
            ("60", "43"),
        ),
        (
            "More than 60% of tenants wish that the rule becomes stricter.",
            "Some 43% of tenants wish that the rule becomes stricter, while 9% fear that it may.",
            ("60", "43"),
            None,
        ),
        (
            "Only 6% of growers are of the opinion that the price got worse.",
            "Some 25% of growers are of the opinion that they noticed a large improvement.",
            None,
            ("6", "25"),
        ),
        (  # a part of those named before
            "Of the staff 77% are employed, while 10% are students.",
            "Of the staff 8% never wrote a book, 37% of whom are students.",
            None,
            ("10", "37"),
        ),
        (
            "Of the staff 12% are students.",
            "Of the staff 8% never wrote a book. Of these, 37% are students.",
            None,
            ("12", "37"),
        ),
    ],
)
def test_what_a_share_is_said_of_must_agree(
    old: str, new: str, kept: tuple[str, str] | None, lost: tuple[str, str] | None
) -> None:
    found = paired(old, new)
    assert kept is None or kept in found
    assert lost not in found


def test_those_who_answered_are_no_part_of_anything_told() -> None:
    old = "Some 40% of those surveyed drink tea at work."
    new = "Some 44% of those surveyed drink tea at work."
    assert ("40", "44") in paired(old, new)


def test_a_class_of_time_is_no_limit_that_changed() -> None:
    old = "Of pilots 36% have flown for more than six years."
    new = "Of pilots 12% have flown for more than 15 years."
    told = report(f"# A\n\n{old}\n\n{FILLER}", f"# A\n\n{new}\n\n{FILLER}").findings
    assert not [
        f for f in told for one in f.all if one.rule.id == "N101" and one.values == ("6", "15")
    ]
    limits = report(
        f"# A\n\nVisitors may stay for up to six days.\n\n{FILLER}",
        f"# A\n\nVisitors may stay for up to 15 days.\n\n{FILLER}",
    )
    assert [f for f in limits.findings if f.rule.id == "N101" and f.values == ("6", "15")]
