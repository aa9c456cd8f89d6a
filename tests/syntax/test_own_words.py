"""What a team's own words tell of a proposition."""

from __future__ import annotations

import pytest

from tracediff.settings import Words
from tracediff.syntax.chains import Progress
from tracediff.syntax.proposition import Proposition
from tracediff.syntax.propositions import propositions
from tracediff.text.vocabulary import vocabulary

OWN = Words(
    (
        ("denials", ("in no way", "left undone")),
        ("certainty.hearsay", ("by all accounts",)),
        ("obligation.must", ("is tasked to",)),
        ("stages.planned", ("has in mind to",)),
        ("trends.up", ("scaled up",)),
        ("trends.steady", ("stayed put",)),
        ("sources", ("in the view of", "let it be known")),
        ("quantity.most", ("the bulk of",)),
        ("ignored", ("no man's land", "likely lads", "always open", "barely")),
    )
)


def read(text: str) -> Proposition:
    """What the first clause says, read with the words of a team."""
    return propositions(text, vocabulary(OWN))[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill in no way harmed the river.", {"denied": True}),
        ("The mill left undone the repairs.", {"denied": True}),
        ("The mill did not leave the river.", {"denied": True}),
        (
            "By all accounts the mill pays its debts.",
            {"certainty": 0.7, "hedge": "By all accounts"},
        ),
        ("The clerk is tasked to file a form.", {"duty": 1.0, "agent": "clerk"}),
        ("The clerk has in mind to file a form.", {"progress": Progress.PLANNED}),
        ("The mill scaled up its output.", {"trend": 1.0}),
        ("The output of the mill rose.", {"trend": 1.0}),
        ("The output stayed put.", {"trend": 0.0}),
        ("In the view of the guild, the mill is safe.", {"speaker": "guild", "reported": True}),
        ("In the view of them, the mill is safe.", {"speaker": "", "reported": True}),
        ("The guild let it be known on Monday.", {"speaker": "guild", "reported": True}),
        ("The bulk of the mills closed.", {"denied": False, "certainty": 1.0}),
        ("No man's land was sold.", {"denied": False, "counted": False}),
        ("The likely lads sold the mill.", {"certainty": 1.0, "hedge": ""}),
        ("The always open mill sold flour.", {"degrees": frozenset()}),
    ],
)
def test_a_phrase_tells_what_its_list_says(text: str, expected: dict[str, object]) -> None:
    said = read(text)
    assert {name: getattr(said, name) for name in expected} == expected


def test_a_phrase_outside_of_a_clause_tells_nothing_of_it() -> None:
    one, two = propositions("The dam broke, but by all accounts the mill stood.", vocabulary(OWN))
    assert (one.certainty, two.certainty) == (1.0, 0.7)
