"""Figures as company, bank and ombudsman reports put them: rates, levels, remarks, multiples."""

from __future__ import annotations

import pytest

from tracediff.model import Bound, Fact, FactKind, Status

from .ledger_of import ledger


def seen(facts: tuple[Fact, ...]) -> list[tuple[float | None, int | None]]:
    """The value and year of each fact."""
    return [(None if f.value is None else float(f.value), f.year) for f in facts]


def counted(fact: Fact) -> str:
    """What a fact counts, in lower case."""
    return (fact.counted or "").lower()


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("The port handled 9,120 ships (2019: 8,870).", [(9120, 2020), (8870, 2019)]),
        ("Licences granted in 2020: 318 (2019: 402).", [(318, 2020), (402, 2019)]),
        ("Profit was 7.1 billion marks (2019: 6.4 billion marks).", [(7.1e9, 2020), (6.4e9, 2019)]),
        ("Ferries carried 71 cars, up 4 percent on the prior year.", [(71, 2020), (4, 2020)]),
        ("Turnover fell to 9.1% from 12.4% in FY2018.", [(9.1, 2020), (12.4, 2018)]),
        ("Absence stood at 3.4%, up from 2.9%.", [(3.4, 2020), (2.9, 2019)]),
        ("Fires rose by 5 percent on the 640 fires recorded in 2018.", [(5, 2020), (640, 2018)]),
        ("It built 12 ferries, five times the number built in 2017.", [(12, 2020), (5, 2020)]),
        ("It opened 30 files, twice as many as in 2018, and closed 9.",
         [(30, 2020), (2, 2020), (9, 2020)]),
        ("Bad loans were 4.9 percent at end-2020, against 5.6 percent twelve months earlier.",
         [(4.9, 2020), (5.6, 2019)]),
        ("Staff spent 3.1 million marks in 2018/19.", [(3.1e6, 2019)]),
        ("It planted 80 elms, taking the total since 2012 to 950.", [(80, 2020), (950, None)]),
    ],
)  # fmt: skip
def test_each_side_of_a_comparison_has_its_own_year(
    text: str, years: list[tuple[float, int | None]]
) -> None:
    assert seen(ledger(text)) == years


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("Consumer price inflation averaged 8.7 percent.", "consumer price inflation"),
        ("Voluntary turnover narrowed to 8.4%.", "voluntary turnover"),
        ("Complaints received in 2020: 1,204.", "complaints"),
        ("It trained 640 contractors' employees.", "contractors' employees"),
        ("Sickness absence stood at 3.4%, up from 2.9%.", "sickness absence"),
        ("Non-performing loans made up 5 percent of total loans.", "loans"),
        ("In January inflation was 7 percent.", "inflation"),
    ],
)
def test_a_level_counts_the_subject_of_its_verb(text: str, thing: str) -> None:
    fact = ledger("The bank counted 45 harbours.", text)[1]
    assert (counted(fact), fact.direction) == (thing, 0)


def test_a_sentence_divides_the_total_that_it_opens_with() -> None:
    whole, *parts = ledger(
        "Of the 58 smugglers, 31 received fines, 17 received suspended terms and ten were freed."
    )
    assert [(float(f.value or 0), counted(f), f.part_of) for f in parts] == [
        (31, "smugglers", whole.index),
        (17, "smugglers", whole.index),
        (10, "smugglers", whole.index),
    ]
    assert whole.part_of is None


def test_an_increase_over_a_figure_speaks_of_the_two_levels() -> None:
    facts = ledger(
        "Police charged 80 men and courts convicted 55 smugglers, an increase of 10 percent over "
        "the 50 convicted in 2019."
    )
    change = next(f for f in facts if f.kind is FactKind.CHANGE)
    assert [facts[i].value for i in change.about] == [55, 50]
    assert facts[-1].bound is Bound.EXACT


@pytest.mark.parametrize(
    ("text", "percent", "direction"),
    [
        ("Complaints about noise doubled, from 22 to 44.", 100, 1),
        ("Arrivals tripled to 900.", 200, 1),
        ("Waste to landfill halved to 310 tonnes.", 50, -1),
    ],
)
def test_doubled_and_halved_are_stated_changes(text: str, percent: int, direction: int) -> None:
    change = ledger(text)[0]
    assert (change.kind, change.unit) == (FactKind.CHANGE, "%")
    assert float(change.value or 0) == percent
    assert change.direction == direction


def test_fewer_than_before_is_a_change_of_what_was_counted() -> None:
    level, change = ledger("It received 318 complaints, five fewer than in 2019.")
    assert (change.kind, change.direction, counted(change)) == (FactKind.CHANGE, -1, "complaints")
    assert level.year == 2020


def test_a_multiple_is_no_difference_of_two_levels() -> None:
    change = ledger("It audited 90 firms, three times as many as in 2019, when it audited 30.")[1]
    assert (change.kind, change.about) == (FactKind.CHANGE, ())


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("The average time taken to close a file was 94 days.", 2020),
        ("Our staff completed 28,640 hours of training.", 2020),
        ("Reserves cover 4.2 months of imports.", 2020),
        ("Crews replaced 145 km of mains.", 2020),
        ("Guards may hold a suspect for 94 days.", None),
        ("Police freed the child within 72 hours of the abduction.", None),
    ],
)
def test_a_length_of_time_that_was_measured_has_a_year(text: str, year: int | None) -> None:
    assert ledger(text)[0].year == year


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("No officer was suspended.", Status.NONE),
        ("It is not known how many of them were minors.", Status.UNKNOWN),
    ],
)
def test_nobody_and_nobody_knows(text: str, status: Status) -> None:
    assert [f.status for f in ledger(text)] == [status]


def test_no_singular_thing_is_counted_that_nobody_counts() -> None:
    assert not ledger("No reason was given.")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Scope 1 and 2 emissions were 31 tonnes.", [31]),
        ("Emissions rose to 11.7 MtCO2e.", [11.7]),
        ("We used 52.6 million m3 of water.", [52_600_000]),
        ("Nine in ten files were closed.", [0.9]),
        ("Roughly a third came from recycled sources.", [1 / 3]),
        ("Satisfaction stood at 83 out of 100.", [83]),
        ("Two guards were tried and one was acquitted.", [2, 1]),
        ("The rate improved by 0.15 to 0.92.", [0.15, 0.92]),
    ],
)
def test_numbers_of_other_reports(text: str, values: list[float]) -> None:
    assert [round(float(f.value or 0), 6) for f in ledger(text)] == [round(v, 6) for v in values]


def test_a_penalty_in_force_has_no_year_and_a_fine_imposed_has_one() -> None:
    law = ledger("Fines for late returns are 900 marks.")
    deed = ledger("Fines of 900 marks were imposed on four banks.")
    assert [f.year for f in law] == [None]
    assert [f.year for f in deed] == [2020, 2020]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("Overtime is not to exceed 116 hours.", Bound.AT_MOST),
        ("The law protects children up to age 17.", Bound.AT_MOST),
        ("Capital ratios were above the regulatory minimum of 12 percent.", Bound.EXACT),
        ("On average a case took an average of 19 days.", Bound.EXACT),
        ("Group turnover was c£495 million.", Bound.ABOUT),
    ],
)
def test_bounds_of_other_reports(text: str, bound: Bound) -> None:
    assert ledger(text)[0].bound is bound


def test_both_ends_of_an_age_group_say_whose_it_is() -> None:
    assert all("girls" in f.measure for f in ledger("It taught girls between ages 15 and 19."))


def test_who_says_so_is_a_name_and_not_a_clause() -> None:
    told = ledger("Although the weather was bad, the coast guard reported 12 rescues.")[0]
    assert told.said_by == "coast guard"
    vague = ledger(
        "The minister who had spent a long and difficult winter with the crews of the northern "
        "boats reported 12 rescues."
    )[0]
    assert len((vague.said_by or "").split()) <= 10


def test_a_number_alone_on_its_line_counts_nothing() -> None:
    assert not ledger("4,333")
    assert ledger("4,333 cases")
