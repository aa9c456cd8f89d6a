"""What became of each figure."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.editions import messages, report
from tracediff.model import Severity, Side


def test_a_changed_figure_is_said_with_both_periods() -> None:
    found = messages(
        "Police freed 140 workers from brick kilns in 2019.",
        "Police freed 173 workers from brick kilns in 2020.",
    )
    assert "140 in 2019, 173 in 2020 (up 24 percent)" in found["N101"][0]


def test_a_figure_that_stayed_is_no_change() -> None:
    found = messages(
        "Police freed 140 workers in 2019, compared with 150 in 2018.",
        "Police freed 140 workers in 2020, compared with 140 in 2019.",
    )
    assert "N101" not in found


def test_a_figure_withheld_beside_last_years_is_the_first_finding() -> None:
    text = (
        "The ministry kept a register. The government did not report issuing residence permits to"
        " any victims in 2020; in comparison, it issued residence permits to 46 victims in 2019."
    )
    found = report("The ministry kept a register.", text).findings[0]
    assert (found.rule.id, found.severity) == ("N103", Severity.ERROR)
    assert found.message.endswith("46 in 2019, not reported for 2020.")
    assert found.old is not None and found.new is not None
    assert found.old.side is found.new.side is Side.NEW
    assert found.old.sentence == found.new.sentence


def test_not_reported_is_never_a_zero() -> None:
    finding = next(
        f
        for f in report(
            "Courts awarded restitution to 14 victims in 2019.",
            "Courts did not report awarding restitution to any victims in 2020.",
        ).findings
        if f.rule.id == "N103"
    )
    assert finding.change is not None
    assert finding.change.old == 14
    assert finding.change.new is None


def test_a_figure_that_became_an_explicit_none() -> None:
    found = messages(
        "Courts awarded restitution to 14 victims in 2019.",
        "No victims were awarded restitution by the courts in 2020.",
    )
    assert "14 in 2019, none in 2020" in found["N102"][0]


def test_another_value_for_a_year_that_was_covered_is_a_restatement() -> None:
    found = messages(
        "Police opened 143 investigations into forced labour in 2019, compared with 129 in 2018.",
        "Police opened 151 investigations into forced labour in 2020, compared with 134 in 2019.",
    )
    assert "in 2019 is now given as 134; the earlier edition gave 143" in found["N105"][0]


def test_the_same_value_for_a_year_that_was_covered_is_none() -> None:
    found = messages(
        "Police opened 143 investigations into forced labour in 2019, compared with 129 in 2018.",
        "Police opened 151 investigations into forced labour in 2020, compared with 143 in 2019.",
    )
    assert "N105" not in found


def test_a_half_year_is_not_compared_with_a_year() -> None:
    found = messages(
        "The embassy assisted 933 workers abroad in 2019.",
        "The embassy assisted 313 workers abroad during the first half of 2020.",
    )
    assert "N101" not in found
    assert found["N106"][0].startswith(
        "Workers assisted by the embassy abroad: 933 in 2019, 313 in the first half of 2020;"
    )
    assert "not comparable: the periods differ" in found["N106"][0]


def test_a_dropped_figure_of_the_year_is_said() -> None:
    kept = "The ministry kept a register of employers. "
    found = messages(kept + "The hotline received 1,210 calls about unpaid wages in 2019.", kept)
    assert "1,210 in 2019; no longer reported" in found["N103"][0]


def test_a_new_figure_is_said_quietly() -> None:
    kept = "The ministry kept a register of employers."
    findings = report(
        kept, kept + " The hotline received 1,210 calls about unpaid wages in 2020."
    ).findings
    assert {f.severity for f in findings} == {Severity.NOTE}
    every = [each for f in findings for each in (f, *f.facets)]
    assert any("1,210 in 2020; newly reported" in each.message for each in every)


def test_a_year_rolled_forward_with_its_figure_left_is_said_once() -> None:
    found = messages(
        "In 2019 the hotline received 1,211 calls about unpaid wages.",
        "In 2020 the hotline received 1,211 calls about unpaid wages.",
    )
    assert set(found) == {"D502"}
    assert "only the year was rolled forward" in found["D502"][0]


def test_a_figure_that_only_served_a_comparison_is_a_note() -> None:
    old = "In comparison, police freed 130 divers in 2018. Police freed 160 pilots."
    for told, severity in (
        (old, Severity.NOTE),
        (old.replace("In comparison, p", "P"), Severity.WARNING),
    ):
        findings = report(told, "Police freed 145 divers in 2020.").findings
        found = next(one for one in findings if "145" in one.message)
        assert (found.rule.id, found.severity) == ("N101", severity)


WITHHELD = (
    "# Ports\n\nThe government did not report granting residence permits to any victims in {}; in"
    " comparison, the Migration Office granted such permits to 46 foreign victims in 2018.\n"
)


def test_a_figure_withheld_in_both_editions_is_no_news() -> None:
    new = WITHHELD.format(2020).partition(";")[0] + ".\n"
    assert "N103" not in messages(WITHHELD.format(2019), new)


def test_what_was_withheld_for_one_year_is_set_beside_the_year_before() -> None:
    (message,) = messages("# Ports\n\nBoys sang in the harbour.\n", WITHHELD.format(2020))["N103"]
    assert message == ("Foreign victims granted permits: 46 in 2018, not reported for 2020.")


def test_a_part_of_a_whole_is_no_later_point_of_its_series() -> None:
    old = (
        "The council said it had made recommendations for prosecution in 818 cases (as of July)."
        " It said three-quarters of the cases with recommendations for prosecution were closed."
    )
    found = messages(old, old.replace("818", "995").replace("July", "May"))
    assert "818 as of July 2019, 995 as of May 2020; not comparable" in found["N106"][0]


def test_what_is_counted_since_one_day_is_comparable_a_year_later() -> None:
    old = "The port resettled 109,000 families since 2007."
    found = messages(old, old.replace("109", "113"))
    assert "109,000" in found["N101"][0]
    assert "N106" not in found


def test_a_fraction_in_words_and_a_percentage_are_compared_in_points() -> None:
    found = messages(
        "In 2019, one-third of farmers sailed at night.",
        "In 2020, 52 percent of farmers sailed at night.",
    )
    assert "(up 18.7 points)" in found["N101"][0]
    found = messages(
        "In 2019, 52 percent of farmers sailed at night.",
        "In 2020, one-third of farmers sailed at night.",
    )
    assert "(down 18.7 points)" in found["N101"][0]


@pytest.mark.parametrize(
    ("old", "new", "rule", "said"),
    [
        ("Since 2007 the guild freed 40 divers.", "Since 2007 the guild freed 52 divers.",
         "N101", "40 since 2007, 52 since 2007 (up 30 percent)"),
        ("On 3 May 2019 police freed 40 divers.", "On 9 May 2020 police freed 52 divers.",
         "N106", "not comparable: the periods differ"),
        ("As of May 2019 the guild had 40 divers.", "In 2020 the guild had 52 divers.",
         "N106", "40 as of May 2019, 52 in 2020; not comparable: the periods differ"),
        ("Ships must keep 40 kilometres apart.", "Ships must keep 25 miles apart.",
         "N106", "40 kilometres, now 25 miles; not comparable: the units differ"),
    ],
)  # fmt: skip
def test_two_figures_are_compared_where_their_periods_are_alike(
    old: str, new: str, rule: str, said: str
) -> None:
    assert any(said in message for message in messages(old, new)[rule])


def test_a_number_behind_a_measure_is_no_conversion_of_it() -> None:
    text = "The harbour weighed a sum of 1,067 grams (195,903)."
    assert {"A201", "A202"}.isdisjoint(messages(text, text))


def test_what_was_not_done_until_a_month_is_no_stale_present() -> None:
    text = "The board did not sail until March."
    assert "D501" not in messages(text, text)
    text = "The office stays closed until March."
    assert "D501" in messages(text, text)


def test_a_percentage_and_a_sum_of_money_are_no_one_measure() -> None:
    made = report(
        "# Budget 2020\n\nSpending on schools rises by 4.8 percent in 2020.\n",
        "# Budget 2021\n\nSpending on schools rises to $3.29 billion in 2021.\n",
    )
    assert not [one for f in made.findings for one in f.all if one.rule.id in ("N101", "N106")]


def test_a_figure_that_only_its_own_edition_compares_is_missed() -> None:
    filler = "The lamps are lit at dusk. Ropes hang in the long shed. Gulls nest on the roof."
    old = (
        "Of pilots 96 percent used charts, up from 89 percent in 2018.",
        "The port held 412 boats, compared with 380 boats in 2018.",
        "Growers sold 61 tonnes of pears in 2019 and 57 tonnes of pears in 2018.",
    )
    for said, value in zip(old, ("96", "412", "61"), strict=True):
        made = report(f"# Review 2019\n\n{filler}\n\n{said}\n", f"# Review 2020\n\n{filler}\n")
        gone = [f for f in made.findings if f.rule.id == "N103"]
        assert [f.values for f in gone] == [(value,)], said


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "At June 30, 2019, the fund held 8,219,454 shares worth 5.4 million crowns.",
            "At June 30, 2020, the fund held 8,219,454 shares worth 2.9 million crowns.",
        ),
        (
            "In 2019, cash fell to 2,368,393 crowns at the end of the year, from 5,201,855 before.",
            "In 2020, cash fell to 616,064 crowns at the end of the year, from 2,368,393 before.",
        ),
        (
            "On December 31, 2019, the port owned 60,733 pallets of grain.",
            "On December 31, 2020, the port owned 60,733 pallets of grain.",
        ),
    ],
)
def test_what_is_held_may_stay_what_it_was(old: str, new: str) -> None:
    assert "D502" not in messages(old, new)


def test_a_row_that_is_called_something_else_restates_nothing() -> None:
    def table(first: str, second: str, rows: tuple[str, str]) -> str:
        return f"| Crowns | {first} | {second} |\n|---|---|---|\n" + "\n".join(rows)

    old = table(
        "2019", "2018", ("| Tax benefit | 5,816 | 4,623 |", "| Tax of gains | 2,026 | 9,190 |")
    )
    new = table("2020", "2019", ("| Tax paid | 1,117 | 5,816 |", "| Tax benefit | 7,340 | 2,026 |"))
    assert "N105" not in messages(old, new)
    other = table(
        "2020", "2019", ("| Tax paid | 1,117 | 3,155 |", "| Tax benefit | 7,340 | 2,026 |")
    )
    assert "N105" in messages(old.replace("| 2,026 |", "| 6,112 |"), other)


def test_a_spring_is_set_beside_the_spring_before_it() -> None:
    text = (
        "Door counts were slightly down from Fall 2019 (12,650 people) to 11,532 in Spring 2020."
        " The Spring 2020 door counts were up from the previous Spring 2019 (8,649 people)."
    )
    found = messages("The mill kept a register.", f"The mill kept a register. {text}")
    assert found["N101"] == ["People: 8,649 in spring 2019, 11,532 in spring 2020 (up 33 percent)."]


def test_a_headline_does_not_say_that_fell_what_rose_since_the_season_a_year_before() -> None:
    text = (
        "Door counts were slightly down from Fall 2019 (12,650 people) to 11,532 in Spring 2020."
        " The Spring 2020 door counts were up from the previous Spring 2019 (8,649 people)."
    )
    told = report("The mill kept a register.", f"The mill kept a register. {text}", (2019, 2020))
    (line,) = [s.headline for s in told.stories if "11,532" in s.headline]
    assert "down" not in line
    assert "8,649" in line


def test_a_season_is_compared_in_percent_with_no_whole_year() -> None:
    text = "The mill held 21 classes in 2020, up from 13 classes in Fall 2019."
    found = messages("The mill kept a register.", f"The mill kept a register. {text}")
    assert "N101" not in found
    assert found["N106"][0].endswith(
        "13 in fall 2019, 21 in 2020; not comparable: the periods differ."
    )


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (
            "Wages at the 90th percentile rose to 40,000 crowns in 2020, from 38,000 crowns in"
            " 2019.",
            "Wages at the 90th percentile",
        ),
        (
            "The 3rd harbour of the town took 40 boats in 2020, compared with 30 boats in 2019.",
            "Boats taken by the 3rd harbour",
        ),
    ],
)
def test_a_rank_in_a_label_keeps_its_number(text: str, label: str) -> None:
    found = messages("The mill kept a register.", f"The mill kept a register. {text}")
    assert found["N101"][0].startswith(label)


def test_a_small_share_that_is_rounded_to_a_bare_0_is_no_none() -> None:
    table = "| term | value |\n|---|---|\n| catch | {} |\n| heat | 0.4 |\n"
    found = messages(f"## Model\n\n{table.format('0.115')}", f"## Model\n\n{table.format('0')}")
    assert "N102" not in found and "0.115 in 2019, 0 in 2020" in found["N101"][0]
    table = table.replace("0.4", "140")
    gone = messages(f"## Model\n\n{table.format('115')}", f"## Model\n\n{table.format('0')}")
    assert "N102" in gone


def test_the_budget_of_each_editions_own_year_is_compared() -> None:
    old = "| Budget | 2018 | 2019 |\n|---|---|---|\n| Rent | 40 | 61 |\n| Oil | 76 | 89 |\n"
    new = "| Budget | 2019 | 2020 |\n|---|---|---|\n| Rent | 66 | 80 |\n| Oil | 110 | 84 |\n"
    found = messages(f"## Spending\n\n{old}", f"## Spending\n\n{new}")
    assert sorted(found["N101"]) == [
        "Oil, plan: 89 in 2019, 84 in 2020 (down 5.6 percent).",
        "Rent, plan: 61 in 2019, 80 in 2020 (up 31 percent).",
    ]


def test_of_several_years_ahead_the_next_one_is_compared() -> None:
    old = "Output is projected to be 40 boats in 2020, 45 in 2021 and 50 in 2022."
    new = "Output is projected to be 38 boats in 2021, 44 in 2022 and 48 in 2023."
    assert any("40 in 2020, 38 in 2021" in one for one in messages(old, new)["N101"])


@pytest.mark.parametrize(
    ("old", "new", "change", "said"),
    [
        (
            "The mill made a loss of $3.1 million.",
            "The mill made a profit of $0.4 million.",
            (-3100000, 400000),
            "Loss made by the mill: USD 3.1 million in 2019; profit made by the mill: USD 400,000",
        ),
        (
            "The fund recorded a surplus of $90,000.",
            "The fund recorded a deficit of $20,000.",
            (90000, -20000),
            "Surplus recorded: USD 90,000 in 2019; deficit recorded: USD 20,000 in 2020; not",
        ),
    ],
)
def test_a_loss_that_became_a_profit_is_less_than_nothing(
    old: str, new: str, change: tuple[int, int], said: str
) -> None:
    (one,) = [one for one in report(old, new).findings if one.rule.id == "N106"]
    assert one.change is not None
    assert [one.change.old, one.change.new] == list(map(Decimal, change))
    assert one.message.startswith(said)


def test_a_loss_of_money_is_counted_as_a_loss_in_both_editions() -> None:
    found = messages(
        "The bank took a loss of $310,000 on boats.", "The bank took a loss of $440,000 on boats."
    )
    assert found["N101"] == [
        "Loss taken on boats: USD 310,000 in 2019, USD 440,000 in 2020 (up 42 percent)."
    ]


def test_the_same_day_of_two_years_is_compared_and_two_days_are_not() -> None:
    held = "On {}, the vaults held {} paintings."
    same = messages(held.format("June 30, 2019", "5,410"), held.format("June 30, 2020", "5,122"))
    assert "(down 5.3 percent)" in same["N101"][0]
    other = messages(held.format("May 3, 2019", "5,410"), held.format("October 9, 2020", "5,122"))
    assert "N101" not in other
    assert "not comparable" in other["N106"][0]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The kiln burnt 84 tonnes of peat.", "The kiln burnt 84,000 kilograms of peat."),
        ("The mill sold 410 hectolitres of oil.", "The mill sold 41,000 litres of oil."),
    ],
)
def test_one_amount_in_a_unit_and_its_multiple_is_no_change(old: str, new: str) -> None:
    assert not {"N101", "N105", "N106"} & messages(old, new).keys()


def test_the_same_digits_in_another_unit_are_a_change() -> None:
    found = messages("The kiln burnt 84 tonnes of peat.", "The kiln burnt 84 kilograms of peat.")
    assert "the units differ" in found["N106"][0]


def test_columns_in_kilograms_after_tonnes_are_the_same_where_the_digits_follow() -> None:
    table = "| Crop | Sold ({}) |\n|---|---|\n| Rye | {} |\n| Oats | {} |"
    found = messages(table.format("t", "12", "3.5"), table.format("kg", "12,000", "3,500"))
    assert not found


def test_none_of_some_is_a_part_as_some_of_them_are() -> None:
    found = messages(
        "None of the 33 ferries carried a raft.", "Fourteen of the 36 ferries carried a raft."
    )
    assert "33 in 2019, 36 in 2020" in found["N101"][0]
    assert found["N104"] == ["Ferries that carried raft: none in 2019, 14 in 2020."]
