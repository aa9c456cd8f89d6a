"""What each figure counts, and where it takes that from when the noun is missing."""

from __future__ import annotations

import pytest

from tracediff.model import FactKind, Status

from .ledger_of import ledger


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        (
            "It identified 1,570 Veldanian smuggling victims but no more.",
            "Veldanian smuggling victims",
        ),
        ("It hired 20 rural, coastal, and urban teachers.", "rural, coastal, and urban teachers"),
        ("Guards found 196 women and girls.", "women and girls"),
        ("Courts tried two former or sitting mayors.", "former or sitting mayors"),
        ("It counted 45 inspections resulted from calls.", "inspections"),
        ("The prison population was 21,629.", "prison population"),
        ("It serves 17 of the 26 islands.", "islands"),
        ("Police held three Porto de Lago councilmen.", "Porto de Lago councilmen"),
        ("The camp took in 30 homeless families.", "homeless families"),
        ("Some 30 homeless applied.", "homeless"),
        ("It trained 124 rescued deckhands.", "rescued deckhands"),
        ("The camp held 118,722 internally displaced persons.", "internally displaced persons"),
        ("They launched 12 newly built boats.", "newly built boats"),
        ("Guards found two adults and three adolescents.", "adults"),
        ("It built 124 and 175 houses.", "houses"),
        ("They charged 12 of 35 suspects.", "suspects"),
        ("Two of three ferries sailed.", "ferries"),
        ("Crews left 95 out of 309 posts vacant.", "posts"),
        ("The total number of reports was 124,839.", "reports"),
        ("It said 60.6 percent of the total number of fires were lit.", "fires"),
        ("It has 12 known wrecks.", "known wrecks"),
    ],
)
def test_the_thing_counted_ends_where_the_noun_phrase_ends(text: str, counted: str) -> None:
    assert ledger(text)[0].counted == counted


@pytest.mark.parametrize("verb", ["sank", "subsequently died", "reportedly drowned"])
def test_what_befell_them_is_not_what_is_counted(verb: str) -> None:
    facts = ledger(f"The storm hit 40 boats, and 12 {verb}.")
    assert [f.counted for f in facts] == ["boats", "boats"]


def test_a_figure_without_a_noun_takes_it_from_its_sentence() -> None:
    facts = ledger("Authorities assisted 933 sailors abroad in 2019 and 860 in 2018.")
    assert [(float(f.value or 0), f.counted, f.year) for f in facts] == [
        (933, "sailors", 2019),
        (860, "sailors", 2018),
    ]
    assert "abroad" in facts[1].measure


def test_a_breakdown_is_part_of_its_total() -> None:
    facts = ledger("It helped 313 sailors, including 301 in Lorne and 12 in other ports.")
    assert [f.part_of for f in facts] == [None, 0, 0]
    assert [f.counted for f in facts] == ["sailors"] * 3


def test_these_refer_to_the_total_before() -> None:
    facts = ledger(
        "The line took 245 calls.", "These included 196 from farmers and 49 from pupils."
    )
    assert [f.part_of for f in facts] == [None, 0, 0]


def test_an_amount_in_brackets_converts_the_one_before() -> None:
    paid, converted = ledger("The fund paid 11.3 million crowns ($565,000) to ports.")
    assert converted.same_as == paid.index
    assert converted.counted is None
    assert (paid.counted, converted.unit) == ("crowns", "USD")


def test_a_range_in_brackets_converts_the_range_before() -> None:
    facts = ledger("Fines run from 50 to 150 crowns ($9 to $27).")
    assert [f.value for f in facts] == [50, 150, 9, 27]
    assert [f.same_as for f in facts] == [None, None, 0, 1]


def test_a_number_in_brackets_is_a_part_of_the_one_before_it() -> None:
    facts = ledger("The guild had 62 (47 women) sailors.")
    assert [(str(f.value), f.part_of) for f in facts] == [("62", None), ("47", 0)]


def test_two_numbers_share_a_noun() -> None:
    facts = ledger("It closed three fishing and two cargo ports.")
    assert [f.counted for f in facts] == ["fishing ports", "cargo ports"]


@pytest.mark.parametrize(
    ("text", "value", "direction"),
    [
        ("The number of ferries grew 31 percent.", 31, 1),
        ("Arrests saw a 3.3 percent increase.", 3.3, 1),
        ("Fires decreased by 9 percent.", 9, -1),
        ("There were five fewer fires than in 2019.", 5, -1),
    ],
)
def test_a_stated_change_is_kept_apart_from_levels(text: str, value: float, direction: int) -> None:
    fact = ledger(text)[0]
    assert (float(fact.value or 0), fact.kind, fact.direction) == (
        value,
        FactKind.CHANGE,
        direction,
    )


def test_a_change_is_tied_to_the_levels_it_speaks_of() -> None:
    facts = ledger("Guards fined 120 boats in 2020, a 20 percent increase from 100 in 2019.")
    change = next(f for f in facts if f.kind is FactKind.CHANGE)
    assert {facts[k].value for k in change.about} == {120, 100}
    assert change.year == 2020


@pytest.mark.parametrize(
    "text",
    [
        "The shelter can accommodate 50 boarders.",
        "Boarders may stay up to three months.",
        "The law requires unions to have 30 members.",
        "The minimum age for work was 15.",
        "He was sentenced to four years in prison.",
        "The penalty is a fine of 5,000 crowns.",
    ],
)
def test_limits_and_durations_have_no_year(text: str) -> None:
    assert [(f.kind, f.year) for f in ledger(text)] == [(FactKind.LIMIT, None)]


@pytest.mark.parametrize(
    ("text", "status", "counted"),
    [
        ("No victims received compensation.", Status.NONE, "victims"),
        ("As of June no suspects had been arrested.", Status.NONE, "suspects"),
        ("The courts did not convict any smugglers.", Status.NONE, "smugglers"),
        (
            "The ministry did not report giving permits to any sailors.",
            Status.NOT_REPORTED,
            "sailors",
        ),
        ("It did not report how many boats it fined.", Status.NOT_REPORTED, "boats"),
        ("It did not provide data on victims found abroad.", Status.NOT_REPORTED, "victims"),
        ("The home housed an unknown number of orphans.", Status.UNKNOWN, "orphans"),
        ("It was unclear if any sailors were paid.", Status.UNKNOWN, "sailors"),
    ],
)
def test_what_is_missing_is_said_to_be_missing(text: str, status: Status, counted: str) -> None:
    assert [(f.status, f.counted) for f in ledger(text)] == [(status, counted)]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry reported no efforts to reduce demand.",
        "The government did not provide complete data for victims.",
        "No trial date was set.",
        "In 63 percent of cases police had not named any suspects.",
    ],
)
def test_not_every_denial_is_a_figure(text: str) -> None:
    assert [f for f in ledger(text) if f.status is not Status.REPORTED] == []


def test_police_are_no_law_that_rules() -> None:
    facts = ledger("Law enforcement officers provided training to 60 guards.")
    facts += ledger("In comparison, it issued residence permits to 46 sailors in 2019.")
    assert [f.kind for f in facts] == [FactKind.LEVEL, FactKind.LEVEL]


def test_who_says_so_is_kept() -> None:
    facts = ledger("The coast guard reported 12 wrecks.", "According to the guild, 9 crews sued.")
    assert [f.said_by for f in facts] == ["coast guard", "guild"]
    facts = ledger("In June an estimated 40 crews sued.", "There were reports of 9 wrecks.")
    assert [f.said_by for f in facts] == [None, None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It trained 12 rural, coastal, and urban teachers.",
            ["rural, coastal, and urban teachers"],
        ),
        ("It trained 12 rights and policy experts.", ["rights and policy experts"]),
        ("It trained 12 sports policy experts and coaches.", ["sports policy experts and coaches"]),
        ("It trained 12 women police officers.", ["women police officers"]),
        ("It trained 12 judges and other staff.", ["judges and other staff"]),
        ("It trained 12 guards and quickly left.", ["guards"]),
        ("It trained 12 Ostrian and de la Mar pilots.", ["Ostrian and de la Mar pilots"]),
        ("It trained one rights officer.", ["rights officer"]),
        ("It found 12 convicted smugglers.", ["convicted smugglers"]),
        ("It found 12 related and suspected cases.", ["related and suspected cases"]),
        ("It trained 12 newly hired guards.", ["newly hired guards"]),
        ("It trained 12 contractors’ employees.", ["contractors’ employees"]),
        ("It trained 12 of the total boats.", ["boats"]),
        ("Of the 26 ports, 17 closed.", ["ports", "ports"]),
        ("The prison population was 21,629.", ["prison population"]),
        ("In 2019, wrecks grew 31 percent.", ["wrecks"]),
        ("Wrecks in the north declined by 8 percent in violent storms.", ["Wrecks"]),
        ("It spent 40 crowns ($4 to $5).", ["crowns", None, None]),
        ("Seventeen of these closed.", [None]),
        ("It sold 12 of 26", [None, None]),
        ("It kept “12” boats.", ["boats"]),
        ("Of the guards, 12 openly resigned.", ["guards"]),
        ("Seen from the docks, in March, it was 7 percent.", [None]),
        ("In 2019, there were 12.", [None]),
        ("Of these it was two", [None]),
        ("In winter calls rose by 12 percent.", ["winter calls"]),
        ("Thefts rose by 12 percent in March.", ["Thefts"]),
        ("It trained 12 Harbour Wardens Captains.", ["Harbour Wardens Captains"]),
        ("It met 12 Harbour Captains Saturday.", ["Harbour Captains"]),
        ("It met 12 long, tall, red, old, wide, green boats.", ["long"]),
        ("It held 12 drugs dealer’s boats.", ["drugs dealer’s boats"]),
        (
            "It ran 12 big dull red old wide green open dry cold calm boats.",
            ["big dull red old wide green open dry cold"],
        ),
    ],
)
def test_the_thing_counted_ends_where_its_phrase_ends(
    text: str, expected: list[str | None]
) -> None:
    assert [f.counted for f in ledger(text)] == expected


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Wages were 3 percent higher in 2019.", ["change"]),
        ("Wages were 3 percent lower in 2019.", ["change"]),
        ("The ward can house 12 sailors, and it housed 9.", ["limit", "level"]),
        ("The law set a ratio of one guard for 12 boats.", ["limit", "limit"]),
        ("The ward had a capacity of 12 sailors.", ["limit"]),
        ("The ratio was 12 boats.", ["level"]),
        ("It ranked one of 5 ports.", ["limit"]),
        ("The minimum wage rose to 300 crowns.", ["limit"]),
        ("The law sets fares, but the fines are for owners of 12 boats.", ["limit"]),
    ],
)
def test_a_figure_is_a_level_a_change_or_a_limit(text: str, kinds: list[str]) -> None:
    assert [f.kind.value for f in ledger(text)] == kinds


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Catches were 12 percent below the 2017 level.", -1),
        ("Catches stood 12 percent above 2017 levels.", 1),
        ("Losses were 18.6 percent of supply, 2.1 points less than in 2019.", -1),
        ("The share rose to 18 percent, 3 points higher than in 2019.", 1),
        ("Wages were 12 percent below the poverty line.", 0),
    ],
)
def test_a_distance_from_another_level_is_a_change(text: str, direction: int) -> None:
    assert ledger(text)[-1].direction == direction


def test_the_scale_of_a_number_tells_nothing_of_its_measure() -> None:
    (fact,) = ledger("The port earned €3.2 billion from pilotage.")
    assert "billion" not in fact.measure


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("Berth occupancy peaked at 97 percent in May.",), ["Berth occupancy"]),
        (("The crown depreciated by 3 percent against the euro.",), ["crown"]),
        (("Trade in herring rose by a mere 2 percent.",), ["Trade"]),
        (("The catch rate dropped to 1.58.",), ["catch rate"]),
        (("Work on quays fell by 4,300 to 96,700 shifts.",), ["Work", "shifts"]),
        (("Wages were 450 crowns, up 8 percent year on year.",), ["crowns", None]),
        (("Ports had 412, 388 and 295 cranes.",), ["cranes", "cranes", "cranes"]),
        (
            ("The line employs 14,280 people in nine ports.", "Of these, 9,115 work on quays."),
            ["people", "ports", "people"],
        ),
        (("It pumped 52 tonnes of oil, of which 14 went ashore.",), ["oil", "oil"]),
        (("The school gave 29 pilot licences, 14 of them to women.",), ["pilot licences"] * 2),
        (("Of all quays, 88 were closed, 97 semi-closed and 27 reopened.",), [None, None, None]),
        (("Two thirds of our spend goes to crews.",), ["spend"]),
        (
            ("Fares rose by 9%, tolls fell by 2% and fines rose by 6%.",),
            ["Fares", "tolls", "fines"],
        ),
        (("Core inflation, which excludes fish, stood at 6%.",), ["Core inflation"]),
        (("Core inflation, without fish, stood at 6%.",), [None]),
        (("Fishing takes up 38% of the coast.",), ["coast"]),
        (("It had 51 live births and a population of 4,862.",), ["live births", "population"]),
    ],
)
def test_what_is_counted_is_the_subject_or_the_whole(
    texts: tuple[str, ...], expected: list[str | None]
) -> None:
    assert [fact.counted for fact in ledger(*texts)] == expected


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Crews volunteered 6,200 hours.", ["level"]),
        ("In all 1,114 working days were lost.", ["level"]),
        ("Life expectancy was 84 years for women and 80 years for men.", ["level", "level"]),
        ("Pilots received 18 hours of training (2019: 16 hours).", ["level", "level"]),
        ("The wait was 14 days and crews must be freed within 30 days.", ["level", "limit"]),
        ("The longest sentence was nine years in prison.", ["limit"]),
        ("An average repair took 28 days, down from 32 days in 2023.", ["level", "level"]),
        ("Berths were given in 25 days on average.", ["level"]),
        ("The time to a berth fell from 45 days to 25 days.", ["level", "level"]),
        ("Loading took 12 hours.", ["level"]),
        ("The strike lasted 6 weeks (2019: 2 weeks).", ["level", "level"]),
        ("A licence lasts 2 years.", ["limit"]),
        ("The number of days to a berth has fallen to 28 days in 2020.", ["level"]),
        ("Cases that took longer than 6-8 weeks were looked at again.", ["limit", "limit"]),
        ("The port held the ship for 40 days.", ["limit"]),
        ("A captain who took bribes faces 10 years of imprisonment.", ["limit"]),
    ],
)
def test_a_time_that_was_measured_is_a_level(text: str, kinds: list[str]) -> None:
    assert [fact.kind.value for fact in ledger(text)] == kinds


@pytest.mark.parametrize(
    ("text", "other", "held"),
    [
        ("Rope is used by 7% of crews, followed by wire (5.8%) and chain (3%).", "rope", "wire"),
        ("Tea was chosen by 40% of guests, trailed by milk (30%) and rum (12%).", "tea", "milk"),
        ("Oak is sold by 60% of mills, followed by ash (9%) and elm (4%).", "oak", "ash"),
    ],
)
def test_what_follows_in_a_ranking_is_not_what_leads_it(text: str, other: str, held: str) -> None:
    _, second, third = ledger(text)
    assert held in second.measure and other not in second.measure.split()
    assert other not in third.measure.split() and held not in third.measure.split()


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("It sails to 50 ports, with repair crews in 6 towns.", "repair"),
        ("The guild owns 12 mills, with grain stores in 4 of them.", "grain"),
        ("They run 31 schools, with evening classes in 9 villages.", "evening"),
    ],
)
def test_what_a_comma_sets_apart_names_no_figure_before_it(text: str, other: str) -> None:
    assert other not in ledger(text)[0].measure.split()


def test_a_letter_behind_a_number_may_stand_for_degrees() -> None:
    facts = ledger("The mean was 12.2 C in May, 2.6C above average. Highest feels-like: 42 C.")
    assert [(str(f.value), f.unit) for f in facts] == [
        ("12.2", "celsius"), ("2.6", "celsius"), ("42", "celsius"),
    ]  # fmt: skip
    (grades,) = ledger("It gave 12 C grades.")
    assert grades.unit is None
