"""Which noun a figure counts, and which numbers count nothing, in the words of many fields."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tracediff.model import Bound, FactKind

from .ledger_of import ledger


def counts(text: str) -> list[tuple[str, str | None]]:
    """The quote of each figure and what it counts."""
    return [(fact.quote, fact.counted) for fact in ledger(text)]


@pytest.mark.parametrize(
    "text",
    [
        "1 While the names of the rules were changed, the old ones are used here.",
        "Systemic risk 3: Harm to the harbour",
        "Performance of the harbour in Quarters 1-3",
        "Finding 12: Lamps are not tested",
        "The missing parts will come with the 2.18 release.",
        "Pupils were asked on a 5 point scale and on a 7-point scale.",
        "Rounding out the top 5 were loose planks and wet ropes.",
        "It lends to the three largest ferry lines and the two most common trades.",
        "The offence is that one person robs another person.",
        "The tool keeps all that is known in one place.",
        "One NGO reported that crews went unpaid, and one NGO has reported the same before.",
        "It has been the largest fair in the 6 years that it has been held.",
        "24 years on, the trust is still at work.",
        "Budgets look two years ahead.",
        "Accounts need two-factor authentication and a 4-digit code.",
        "Write to Harbour Road, OH 44107 Marland, or to 24161 Altenfeld.",
        "It follows the 650 Fundraising Charities guideline.",
        "Call the national 16357 Shore hotline.",
        "It rests on 29 U.S.C. 781, on 36 C.F.R. Part 1194 and on 41 CFR 60-741.45.",
        "Under Revenue Ruling 65-165 sheltered workshops are exempt.",
        "Figure~2 and Table~1 show the same.",
        "67, No. 2, pp. 56-58, October 1953.",
        "It shows a loom, 1798 (187285), a dress, ca. 1846, and a suit made 1815-1840.",
        "The moss came from Lume (199062, 199162, 199274).",
    ],
)
def test_a_number_that_numbers_ranks_or_names_is_no_figure(text: str) -> None:
    assert ledger(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Of the 12 boats, 3 were the largest.", [("12", "boats"), ("3", "boats")]),
        (
            "12 years on the board were enough for 4 judges.",
            [("12 years", "years"), ("4", "judges")],
        ),
        (
            "3 Syrian crews and 45000 US dollars came.",
            [("3", "Syrian crews"), ("45000 US dollars", "US dollars")],
        ),
        ("One man was hit, and another fled.", [("One", "man")]),
        ("It sold about 1840 lamps.", [("1840", "lamps")]),
    ],
)
def test_a_count_that_looks_like_a_name_is_a_figure(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It gave one third of all old and new seats to women.", ["old and new seats"]),
        ("Nearly one-third of registered clinics met the standard.", ["registered clinics"]),
        ("One-fifth of ferries were late.", ["ferries"]),
        ("It recorded 12 forced landings.", ["forced landings"]),
        ("It noted three alleged enforced absences.", ["alleged enforced absences"]),
        ("Pell, J., Lume: 4 painted masks from Orr.", ["painted masks"]),
        ("Every school had at least one medical professional.", ["medical professional"]),
        ("Teams held 1,962 “Play Against Fear” workshops.", ["Play Against Fear workshops"]),
        ("Police held two 12-year old girls.", ["girls", "age"]),
        ("The office recovered 761 million crowns in unpaid wages.", ["unpaid wages"]),
        ("The court closed 40 files.", ["files"]),
        ("The three large unions and several small clubs met.", ["large unions"]),
        ("It fixed 764 schools, installed pumps in 850 schools and left.", ["schools", "schools"]),
        ("Police freed two brothers, Ivo Pell and Jan Pell.", ["brothers"]),
        ("It held 60 horses, but many sheep.", ["horses"]),
        ("Jails: The jail held 60 women, in a house with a capacity of 34.", ["women", "capacity"]),
        ("The ministry increased its spending on schools by 17 percent.", ["spending"]),
        ("The port cut dust by 12 percent.", ["dust"]),
        ("Agriculture 54.2%", ["Agriculture"]),
        ("Homes of the trust 31", ["Homes"]),
        ("Military 1", ["Military"]),
        ("New Harbour: 343,829", ["New Harbour"]),
    ],
)  # fmt: skip
def test_what_a_figure_counts_is_read_off_the_phrase_that_it_hangs_on(
    text: str, expected: list[str]
) -> None:
    assert [counted for _, counted in counts(text)] == expected


def test_what_these_stand_for_is_taken_from_the_sentence_before() -> None:
    facts = ledger("It heard 40 cases.", "More than three-quarters of these involved boats.")
    assert [fact.counted for fact in facts] == ["cases", "cases"]


@pytest.mark.parametrize(
    "text",
    [
        "The jail was 54.9 percent over capacity.",
        "Rents were 12 percent above the limit.",
        "The ward was 8 percent under its ceiling.",
    ],
)
def test_what_is_held_against_a_line_is_no_rise(text: str) -> None:
    fact = ledger(text)[0]
    assert (fact.kind, fact.direction) == (FactKind.SHARE, 0)


@pytest.mark.parametrize(
    "text", ["Use rose: 24% -> 34%.", "Use (24% → 34%) rose.", "Boats rose, 24 => 34."]
)
def test_an_arrow_leads_from_the_level_of_the_year_before(text: str) -> None:
    assert [(float(f.value or 0), f.year, f.bound) for f in ledger(text)] == [
        (24, 2019, Bound.EXACT),
        (34, 2020, Bound.EXACT),
    ]


@pytest.mark.parametrize(
    ("text", "value", "bound"),
    [
        ("It hired 45 clerks, more than the 30 hired in 2019.", 30, Bound.EXACT),
        ("It struck just over 1,490 posts.", 1490, Bound.MORE_THAN),
        ("It struck just under 1,490 posts.", 1490, Bound.LESS_THAN),
        ("Over 18.000 people work here.", 18_000, Bound.MORE_THAN),
        ("Users under 13 are barred.", 13, Bound.LESS_THAN),
        ("Children below the age of 16 may not sail.", 16, Bound.LESS_THAN),
        ("It took in boys younger than age 12.", 12, Bound.LESS_THAN),
        ("It took in men older than 60.", 60, Bound.MORE_THAN),
        ("Skippers give their age as under 18 online.", 18, Bound.LESS_THAN),
    ],
)
def test_a_bound_is_read_as_it_is_meant(text: str, value: float, bound: Bound) -> None:
    fact = ledger(text)[-1]
    assert (float(fact.value or 0), fact.bound) == (value, bound)


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("If a 16 or 17-year-old user signs up, a code is sent.", [16, 17]),
        ("Teens who are 16 and 17 may write to friends.", [16, 17]),
        ("Mail is sent when they turn 16 and 18.", [16, 18]),
        ("The 12 skippers turned 65 crates over.", []),
    ],
)
def test_an_age_is_told_from_a_count(text: str, ages: list[float]) -> None:
    assert [float(f.value or 0) for f in ledger(text) if f.counted == "age"] == ages


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Firms with 20 or more persons need a board.", ["persons"]),
        ("It takes 2 or fewer tall pupils.", ["tall pupils"]),
        ("They do so 25%-59% of the time.", ["time", "time"]),
        ("Crews took four times more calls than in other years.", ["calls"]),
        ("It paid 14 times the amount of 2015.", ["amount"]),
        ("It paid $9,000 in grants to the poor, an increase of over 50%.", ["grants", "grants"]),
        ("It decided on claims (87.5% granted, 12.5% refused).", ["claims", "claims"]),
        ("The share of users who sail to old harbours dropped from 43% to 32%.", ["users"] * 2),
        ("It saw an increase in users who say that Lume is safe from 59% to 66%.", ["users"] * 2),
        ("The number of men who sail as part of it reached 50% (up from 44%).", ["men"] * 2),
        ("Three out of every four farmers met.", ["farmers"]),
        ("It held 60 percent of men in Lume, 41 percent in Orr and 9 percent in Vo.", ["men"] * 3),
        ("US-based 501(c)(3)s paid 40 clerks.", ["clerks"]),
        ("Under section 12(b) it paid 40 clerks.", ["clerks"]),
        ('Most shops are run by "clerks" (61%).', ["shops"]),
        ("They sailed for less than a year with it (13%).", [None]),
        ("It asked for reports (part 1, part 2) and 3 lists.", ["lists"]),
    ],
)  # fmt: skip
def test_a_bound_a_range_or_a_comparison_counts_what_it_belongs_to(
    text: str, expected: list[str | None]
) -> None:
    assert [counted for _, counted in counts(text)] == expected


def test_percentages_are_of_those_whom_the_report_asked_not_of_what_stands_beside_them() -> None:
    said = tuple(f"{n}% of farmers sow rye." for n in (40, 41, 42, 43))
    facts = ledger(*said, "Farmers at mills with 500 or more clerks agree less often (63%).")
    assert [(fact.counted or "").lower() for fact in facts[-2:]] == ["clerks", "farmers"]


def test_a_number_takes_the_unit_behind_and() -> None:
    facts = ledger("Reviews took around 4 and 5 weeks.", "It freed 4 and 5 weeks later 9 men.")
    assert [fact.unit for fact in facts[:2]] == ["week", "week"]
    assert facts[2].unit is None


@pytest.mark.parametrize(
    "text",
    [
        "Unions are required to have 30 members.",
        "To call a strike, 51 percent of the members must vote for it.",
        "It limits these rights by requiring that unions have at least 30 members.",
    ],
)
def test_what_is_required_is_a_limit_for_no_year(text: str) -> None:
    fact = ledger(text)[-1]
    assert (fact.kind, fact.year) == (FactKind.LIMIT, None)


def test_what_was_required_of_somebody_is_what_happened() -> None:
    fact = ledger("The mill was required to pay 5 million crowns.")[0]
    assert (fact.kind, fact.year) == (FactKind.LEVEL, 2020)


@pytest.mark.parametrize(
    "text",
    [
        "It ends contracts where a supplier has failed to mend any faults.",
        "If no boats are left, crews wait.",
        "Fees fall due when no ships are in port.",
    ],
)
def test_what_is_supposed_to_be_missing_is_no_figure(text: str) -> None:
    assert ledger(text) == ()


def test_what_is_missing_in_a_place_is_a_figure() -> None:
    assert [f.counted for f in ledger("In wards where no schools were open, men left.")] == [
        "schools"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mann had given bribes amounting to $5,681 to Gore.", [("$5,681", "bribes")]),
        ("It won orders totalling $9,000.", [("$9,000", "orders")]),
        ("In the event of a donation (over £10,000), it asks.", [("£10,000", "donation")]),
        ("A fee for the berth ($40) is due.", [("$40", "fee")]),
        (
            "The bank expects core inflation to be 4.2 per cent.",
            [("4.2 per cent", "core inflation")],
        ),
        ("The bank is expected to be 4.2 per cent larger.", [("4.2 per cent", "bank")]),
        (
            "He was given nine months’ and ten weeks’ imprisonment.",
            [("nine months", "imprisonment"), ("ten weeks", "imprisonment")],
        ),
        ("It gave 20 days’ notice.", [("20 days", "notice")]),
        ("It came after 20 months’ .", [("20 months", "months")]),
    ],
)
def test_an_amount_is_of_what_amounts_to_it(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The storms hit prices of food 2 . However, they rose again.",
        "Half of the crop of onion 10 , the report says, is sold.",
        "It is given in Crops at a Glance 2019 9 , which is new.",
    ],
)
def test_the_mark_of_a_note_before_a_spaced_stop_is_no_figure(text: str) -> None:
    assert [fact.quote for fact in ledger(text) if fact.unit is None and fact.value != 0.5] == []


def test_a_number_before_a_stop_is_a_figure_where_all_stops_are_spaced() -> None:
    assert [fact.value for fact in ledger("The fleet , it says , has boats 12 , of oak .")] == [12]
    assert next(f.value for f in ledger("Of boats, it has 12 , of which none sank.")) == 12


def test_a_minus_in_a_bracket_is_a_sign() -> None:
    facts = ledger("Prices fell (-0.7 per cent) and rose [-3 percent].")
    assert [fact.value for fact in facts] == [Decimal("-0.7"), -3]


def test_hours_that_something_amounted_to_are_bounded_by_over() -> None:
    (fact,) = ledger("We estimate that the volunteer time amounted to over 10,000 hours.")
    assert (int(fact.value or 0), fact.unit, fact.bound) == (10_000, "hour", Bound.MORE_THAN)
    assert fact.kind is FactKind.LEVEL


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exports averaged 6 per cent of the harvest.", [("6 per cent", "harvest")]),
        ("It sells 70 per cent of output.", [("70 per cent", "output")]),
        ("Per cent for per cent, eight ports sold 18 per cent of the rye.",
         [("eight", "ports"), ("18 per cent", "rye")]),
    ],
)  # fmt: skip
def test_per_cent_in_two_words_is_read_as_in_one(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert counts(text) == expected
    assert counts(text.replace("er cent", "ercent")) == [
        (quote.replace("er cent", "ercent"), counted) for quote, counted in expected
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("There are 1,560 charts in release 3.7.", [1560]),
        ("Both 0.7.x (23%) and 0.6.x (18%) charts remain.", [23, 18]),
        ("Of the 14 pilots nine use version 1.18 of the chart.", [9, 14]),
        ("In all 4.5 tonnes came.", [4.5]),
    ],
)
def test_the_number_of_a_release_is_a_name(text: str, values: list[float]) -> None:
    assert sorted(float(fact.value or 0) for fact in ledger(text)) == sorted(values)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Raids to stop theft (120) were the main cause of harm.", ["Raids"]),
        ("They named trips to buy nets (48) and storms.", ["trips"]),
        ("Revenge for sinking boats (38) was the next.", ["Revenge"]),
        (
            "Raids to stop theft (120), feuds between crews (48) and storms (9) were the causes.",
            ["Raids", "feuds", "storms"],
        ),
    ],
)
def test_a_count_in_brackets_is_of_what_its_verb_hangs_on(text: str, counted: list[str]) -> None:
    assert [fact.counted for fact in ledger(text)] == counted


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        (
            "It expects the toll to be 22%, and its mooring fee to be in the range of 7 to 8%.",
            ["toll", "mooring fee", "mooring fee"],
        ),
        (
            "The board expects traffic to reach 40 ships and cargo to fall to 12 loads.",
            ["ships", "loads"],
        ),
        ("Prices in the islands are in the region of 9%.", ["Prices"]),
        ("R&D was cut by 3%, and SG&A rose to 7%.", ["R&D", "SG&A"]),
        ("The mountain range of 40 peaks was mapped.", ["peaks"]),
    ],
)
def test_each_figure_is_of_what_is_expected_or_stands_roughly_there(
    text: str, counted: list[str]
) -> None:
    assert [of for _, of in counts(text)] == counted


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Rain stayed below the 40% mark, ranging between 9% and 12%.", ["mark", "Rain", "Rain"]),
        (
            "Fares stayed under the cap of 40 crowns, varying from 31 to 38 crowns.",
            ["cap", "Fares", "Fares"],
        ),
        ("Our waiting times in the clinics fell by 12%.", ["waiting times"]),
    ],
)  # fmt: skip
def test_what_ranges_is_the_subject_and_times_are_no_verb(text: str, counted: list[str]) -> None:
    assert [of for _, of in counts(text)] == counted


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Nests were 72% and 86% of the five and ten-year averages.", ["72%", "86%"]),
        ("The 3- and 6-month rates fell to 4%.", ["4%"]),
        ("Guilds of 5 and ten-day fairs met.", []),
        ("It has 5 and ten-ship docks.", ["5", "ten"]),
    ],
)
def test_a_number_that_shares_the_noun_of_a_compound_counts_nothing(
    text: str, quotes: list[str]
) -> None:
    assert [quote for quote, _ in counts(text)] == quotes


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The catch for 2019 (14,659 t) was estimated.", "catch"),
        ("The landings of cod in 2018 (4,500 kg) were low.", "landings"),
        ("Sales for the year ($12 million) rose.", "Sales"),
    ],
)
def test_a_bracket_behind_a_time_counts_what_the_time_is_of(text: str, counted: str) -> None:
    assert counts(text)[0][1] == counted


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (
            "The fund backs 20 finished plays, 35 growing and 102 radio plays.",
            ["finished plays backed", "growing plays backed", "radio plays backed"],
        ),
        (
            "The court heard 12 civil and 31 criminal cases.",
            ["civil cases heard", "criminal cases heard"],
        ),
        ("Of the fires 12 were urban and 3 harbour fires.", ["fires urban", "harbour fires"]),
        (
            "The harbour repaired 9 old and 4 new boats.",
            ["old boats repaired by the harbour", "new boats repaired by the harbour"],
        ),
        ("It freed 12 and jailed nine poachers.", ["poachers freed", "poachers jailed"]),
    ],
)
def test_a_number_may_leave_out_the_noun_of_the_next_one(text: str, labels: list[str]) -> None:
    assert [fact.label for fact in ledger(text)] == labels


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("40 farms reported heavy losses.", "farms reporting heavy losses"),
        ("12 prisons noted a lack of beds.", "prisons noting lack of beds"),
        ("82 ships (33%) said no.", "ships saying no"),
        ("The fair drew 800 traders.", "traders drawn by the fair"),
        ("9 towns complained of noise.", "towns that complained of noise"),
        ("12 agencies cited cost as a barrier.", "agencies that cited cost as a barrier"),
    ],
)
def test_what_those_counted_say_or_draw_is_told_of_them(text: str, label: str) -> None:
    assert ledger(text)[0].label == label


@pytest.mark.parametrize(
    ("text", "value", "counted"),
    [
        ("One in every eight lifts failed the test.", Decimal(1) / 8, "lifts"),
        ("One of every four calls was answered at once.", Decimal(1) / 4, "calls"),
        ("Three out of every five wells were dry.", Decimal(3) / 5, "wells"),
    ],
)
def test_one_in_every_few_is_a_share(text: str, value: Decimal, counted: str) -> None:
    (fact,) = ledger(text)
    assert (fact.value, fact.kind, fact.counted) == (value, FactKind.SHARE, counted)


def test_one_in_very_many_is_a_rate() -> None:
    assert [fact.value for fact in ledger("1 in every 185 ships sank.")] == [1, 185]


def test_an_abbreviation_that_no_rule_follows_is_no_book_of_laws() -> None:
    assert counts("It gave grants to 12 USC students.") == [("12", "USC students")]
