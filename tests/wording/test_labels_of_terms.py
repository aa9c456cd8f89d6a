"""Labels of figures behind a term: "Average wait: 14 days", "Sponsors: 12 gold, 4 silver"."""

from __future__ import annotations

import pytest

from tests.extract.ledger_of import ledger


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Average wait: 14 days", ["average wait, days"]),
        ("Average time to first answer: 3.2 hours", ["average time to first answer, hours"]),
        ("Sponsors: 12 gold, 4 silver", ["sponsors, gold", "sponsors, silver"]),
        ("First place: 12 votes", ["first place, votes"]),
        ("Budget – $4,100 of which $300 for travel", ["budget", "budget for travel"]),
        ("Grants paid: $4,100 (of which $300 for nets)", ["grants paid", "grants paid for nets"]),
        ("Open cases: 41; closed cases: 120", ["open cases", "closed cases"]),
        (
            "Languages: Veld 60%, Orsk 30%, others 10%",
            ["languages, Veld", "languages, Orsk", "languages, others"],
        ),
        (
            "Gender: 42% women, 55% men, 3% non-binary",
            ["gender, women", "gender, men", "gender, non-binary"],
        ),
        ("41% yes, 59% no", ["yes", "no"]),
        ("Other: 3", ["other"]),
        ("Not known: 12", ["Not known"]),
        ("Number of nights: 3", ["nights"]),
        ("Membership: 1,204 (up from 1,150)", ["membership", "membership"]),
        ("Audience: 320 people in the room", ["people in the room"]),
        ("The clerk said: 12 boats sank.", ["boats that sank"]),
        ("Pell, A. B., Oldport: 22 shells", ["shells"]),
    ],
)
def test_a_figure_has_the_name_of_its_term(text: str, labels: list[str]) -> None:
    assert [fact.label for fact in ledger(text)] == labels
