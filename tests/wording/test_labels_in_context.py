"""Labels of figures whose name stands elsewhere in the sentence: wholes, lists, places, manner."""

from __future__ import annotations

import pytest

from tests.extract.ledger_of import ledger


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (
            "We have 12 offices and 300 staff in Norway.",
            ["offices in Norway", "staff in Norway"],
        ),
        (
            "In 2019 there were 31 arrests and 12 convictions for arson.",
            ["arrests for arson", "convictions for arson"],
        ),
        (
            "The museum got 4 lamps, 9 rugs and 2 chairs from Orsk.",
            ["lamps from Orsk", "rugs from Orsk", "chairs from Orsk"],
        ),
        (
            "It has 40 boats in 9 ports, and 50 rafts in 3 towns.",
            ["boats in ports", "ports", "rafts in towns", "towns"],
        ),
        ("It moved 9 girls from 4 mills to 2 farms.", ["girls moved from mills", "mills", "farms"]),
        (
            "There were 69 children living in 31 homes across the country.",
            ["children living in homes", "homes across the country"],
        ),
        (
            "In 2020, 12 people were killed by 9 stray dogs.",
            ["people killed by stray dogs", "stray dogs that killed people"],
        ),
    ],
)  # fmt: skip
def test_what_is_said_of_the_last_of_a_list_is_said_of_all(text: str, labels: list[str]) -> None:
    assert [fact.label for fact in ledger(text)] == labels


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Of the 40 men arrested, 12 were released.", "men arrested, released"),
        ("Of the 640 boats sold in May, 98 percent were blue.", "boats sold, blue"),
        (
            "Of the hens kept on farms for eggs, 98% were fed by 9 boys.",
            "hens kept on farms for eggs, fed by boys",
        ),
        (
            "Of the members who did not name a port, 87% are okay with paying fees in Orsk.",
            "members okay with paying fees in Orsk",
        ),
        ("Among the flats sold in May, 12 were damp.", "flats sold, that were damp"),
    ],
)
def test_a_part_is_told_by_its_own_verb_with_what_the_whole_underwent(
    text: str, label: str
) -> None:
    assert label in [fact.label for fact in ledger(text)]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("12% of tenants live alone.", "tenants living alone"),
        ("40% of staff work remotely.", "staff working remotely"),
        ("Some 14% of tenants moved out early.", "tenants who moved out"),
        ("14% of tenants rent out rooms.", "tenants renting out rooms"),
        ("9 owners have sold boats to the port.", "owners who have sold boats to the port"),
        ("8% of owners have never raced at night.", "owners who have never raced at night"),
        ("9% of owners had not raced at night.", "owners who had not raced at night"),
        ("85% of crews agree they can take a break.", "crews taking break"),
        ("Over half (55%) of crews use nets at work on a daily basis.",
         "crews using nets at work on a daily basis"),
        ("Three-quarters (75%) of drivers wear gloves.", "drivers wearing gloves"),
        ("In Orsk 12 boats were lost.", "boats lost"),
    ],
)  # fmt: skip
def test_a_label_keeps_how_something_is_done(text: str, label: str) -> None:
    assert [fact.label for fact in ledger(text)] == [label]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("It heard nine complaints of bias: five based on age, three on sex.",
         ["complaints of bias heard", "complaints of bias based on age",
          "complaints of bias on sex heard"]),
        ("The guild sold 40 boats: 12 to farmers and 9 to schools.",
         ["boats sold by the guild", "boats sold to farmers by the guild",
          "boats sold to schools by the guild"]),
        ("40 boats sank as follows: 12 in May.", ["boats", "boats"]),
    ],
)  # fmt: skip
def test_parts_behind_a_colon_count_what_stands_before_it(text: str, labels: list[str]) -> None:
    assert [fact.label for fact in ledger(text)] == labels


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Visitors come from Orsk (31%), Norr (12%), the Isle (6%) and Lume.",
         ["visitors coming from Orsk", "visitors coming from Norr", "visitors coming from Isle"]),
        ("Crews work on ferries (31%) and tugs (12%).",
         ["crews working on ferries", "crews working on tugs"]),
        ("The ports are Orsk (31%) and Norr (12%).", ["Orsk", "Norr"]),
        ("Imports (31%), exports (12%) and freight (6%) rose.", ["imports", "exports", "freight"]),
    ],
)  # fmt: skip
def test_shares_in_brackets_are_of_the_subject_of_their_verb(text: str, labels: list[str]) -> None:
    assert [fact.label for fact in ledger(text)] == labels


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Profit before taxes was $40 million.", ["profit before taxes"]),
        ("The net gain/(loss) before taxes was $40 million for the year ended June 30, 2020.",
         ["net gain before taxes"]),
        ("Income from fees after tax fell by 12%.", ["decrease in income from fees"]),
        ("Costs were a fee expense of $20 and legal fees (court, notary) of $30.",
         ["fee expense", "legal fees"]),
        ("The fee was cut to $0 due to the decrease in value.", ["fee"]),
        ("Deaths due to hunger rose to 40.", ["deaths due to hunger"]),
    ],
)  # fmt: skip
def test_an_amount_has_the_name_that_it_stands_beside(text: str, labels: list[str]) -> None:
    assert [fact.label for fact in ledger(text)] == labels


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The project made 371 ‘raw data’ files.", "raw data files made by the project"),
        ("The site has about 240 new ’top-level’ posts.", "top-level posts of the site"),
        ("It adopted 12 “Safe Sea” courses.", "Safe Sea courses adopted"),
        ("It opened 13 one-stop centers.", "one-stop centers opened"),
        ("The city has 16 shelters run by the guild.", "shelters run by the guild"),
    ],
)
def test_a_name_keeps_its_quoted_and_hyphened_parts(text: str, label: str) -> None:
    assert [fact.label for fact in ledger(text)] == [label]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("23% of those who applied were accepted.", ["those who applied, accepted"]),
        ("Of those inspected in 2019, 40 passed the test.", ["those inspected, who passed test"]),
        ("12 of those arrested were released on bail.", ["those arrested, released on bail"]),
        ("12 of those were girls.", ["girls"]),
        ("40% of boats used by farmers and smiths in Orsk were sold.",
         ["boats used by farmers and smiths in Orsk, sold"]),
        ("98% of nets removed for theft and fraud in 2019 were returned.",
         ["nets removed for theft and fraud, returned"]),
        ("Two thirds of the 90 schools inspected were rated good.",
         ["schools inspected, rated good", "schools inspected"]),
        ("Ferries collided in the strait and 12 crews were lost.", ["crews lost"]),
    ],
)  # fmt: skip
def test_a_part_is_told_with_the_whole_that_a_clause_describes(
    text: str, labels: list[str]
) -> None:
    assert [fact.label for fact in ledger(text)] == labels


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("40 people, 12 of them farmers, were killed.", ["people killed", "farmers"]),
        ("40 people, most of them farmers, were killed.", ["people killed"]),
        ("12 sailors (9 of them officers) drowned.",
         ["sailors who drowned", "sailors who were officers"]),
        ("40 complaints, of which 12 concerned noise, were upheld.",
         ["complaints upheld", "complaints that concerned noise"]),
        ("Police freed 40 men, most of them sailors, and jailed 9.",
         ["men freed by police", "men jailed by police"]),
        ("It rescued 52 minors ages 4 to 17 during raids nationwide.",
         ["minors rescued during raids nationwide", "age of minors rescued during raids",
          "age of minors rescued during raids"]),
    ],
)  # fmt: skip
def test_an_aside_does_not_keep_a_verb_from_its_noun(text: str, labels: list[str]) -> None:
    assert [fact.label for fact in ledger(text)] == labels


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Storms led to 12 drownings and 40 evacuations.",
         ["drownings caused by storms", "evacuations caused by storms"]),
        ("The strike resulted in 300 cancelled flights.",
         ["cancelled flights caused by the strike"]),
        ("It led to 12 drownings.", ["drownings"]),
        ("Repairs cost $3 million.", ["cost of repairs"]),
        ("We invested £12 million in new ferries.", ["amount invested in new ferries"]),
        ("Police officers used force on 412 occasions.", ["occasions police officers used force"]),
        ("Force was used 412 times.", ["times force was used"]),
        ("40% of the board are women.", ["share of women in board"]),
        ("Of the 16 ministers, three were women.", ["ministers", "ministers who were women"]),
        ("40.3 million people are victims of fraud.", ["victims of fraud"]),
        ("The guild reported a 9 percent rise in thefts classified as petty.",
         ["rise in thefts classified as petty"]),
        ("The centres provided shelter for a maximum of 72 hours.",
         ["shelter provided by the centres, hours"]),
        ("81% of calls were answered within 10 seconds.",
         ["calls answered", "calls answered, seconds"]),
        ("We removed 53 posts and 9 following user reports.",
         ["posts removed following user reports", "posts removed following user reports"]),
        ("The median hourly pay gap is 12.4%.", ["median hourly pay gap"]),
        ("40% of owners used their boats in the past year.", ["owners who used boats"]),
        ("43% of owners said they had either sold boats or rented them.",
         ["owners who had sold boats"]),
        ("At the time of writing this statement, a total of 1220 lines are made at our sites.",
         ["lines made at sites"]),
    ],
)  # fmt: skip
def test_what_a_clause_says_of_a_figure_is_in_its_label(text: str, labels: list[str]) -> None:
    assert [fact.label for fact in ledger(text)] == labels


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("8% have never sailed at night.", ["have never sailed at night"]),
        ("12% are women.", ["women"]),
        ("9% moved out, and 8% live alone.", ["moved out", "living alone"]),
        ("Nobody was prosecuted.", ["persons prosecuted"]),
        ("It fell by 30 percent.", ["decrease"]),
        ("No one was charged with theft.", ["persons charged with theft"]),
        ("A chart of crews where 2 to 5 is the most common size.",
         ["most common size", "most common size"]),
    ],
)  # fmt: skip
def test_where_nothing_is_named_a_label_says_what_was_done(text: str, labels: list[str]) -> None:
    assert [fact.label for fact in ledger(text)] == labels


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Spending on schools rose by 4.8% to $3.3 million.",
         ["increase in spending on schools", "spending on schools"]),
        ("There were 12 fatal accidents on building sites, down from 15.",
         ["fatal accidents on building sites", "fatal accidents on building sites"]),
        ("4,200 families received help with heating costs.",
         ["families that received help with heating costs"]),
        ("The office handled 412 complaints, 12% more than in 2018.",
         ["complaints handled", "increase in complaints"]),
        ("A loss of £3 million was recognised on goodwill.", ["loss recognised on goodwill"]),
        ("Prison sentences ranged from two to nine years.",
         ["prison sentences, years", "prison sentences, years"]),
        ("It passed 12 obligatory reporting laws.", ["obligatory reporting laws passed"]),
        ("A gift of 73 skins, 75 bones, and 59 sets of eggs of birds from Lume came.",
         ["skins from Lume", "bones from Lume", "sets of eggs of birds from Lume"]),
        ("The set has insects mounted in 22 books.", ["books with insects"]),
        ("Orsk got 31% of all votes, followed by Norr (12%), and Lume (9%).",
         ["votes", "votes, Norr", "votes, Lume"]),
    ],
)  # fmt: skip
def test_a_noun_keeps_what_hangs_on_it(text: str, labels: list[str]) -> None:
    assert [fact.label for fact in ledger(text)] == labels


def test_those_are_named_as_the_survey_names_them() -> None:
    labels = [fact.label for fact in ledger(*SURVEY, "23% of those who applied were accepted.")]
    assert labels[-1] == "owners who applied, accepted"


SURVEY = (
    "Half of owners sail in winter.",
    "A third of owners sail in spring.",
    "12 percent of owners race.",
    "30 percent of owners repair boats.",
)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        (
            "The fund paid 42 million talars ($2 million) for boats and 6 million talars for oars.",
            "oars",
        ),
        ("The guild lent 40 tools (new) to Orsk, and 12 tools to Norr.", "norr"),
        ("Crews brought 9 nets (torn) from the north and 4 nets from the lake.", "lake"),
    ],
)
def test_an_item_with_a_bracket_keeps_what_hangs_on_it(text: str, other: str) -> None:
    assert other not in ledger(text)[0].label.casefold()


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (
            "The fire brigade in Orsk (47 volunteers) was honoured.",
            "volunteers, fire brigade in Orsk",
        ),
        ("Nesting effort for storks (690 nests) was high.", "nests, nesting effort for storks"),
        ("They left in May (12 boats).", "boats"),
        ("He sold them (3 boats).", "boats"),
    ],
)  # fmt: skip
def test_a_count_alone_in_brackets_is_told_with_what_stands_before_them(
    text: str, label: str
) -> None:
    assert [fact.label for fact in ledger(text)] == [label]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Prices rose by 3% and wages by 4%.", ["increase in prices", "increase in wages"]),
        ("Thefts fell from 9 to 8, frauds from 4 to 3 and fires from 7 to 5.",
         ["thefts", "thefts", "frauds", "frauds", "fires", "fires"]),
        ("Women made up 40 percent of staff and men 60 percent.",
         ["share of women in staff", "share of men in staff"]),
        ("The number of nurses grew by 12 and that of doctors by 3.",
         ["increase in nurses", "increase in doctors"]),
        ("The price of milk fell to 0.41 euros and that of butter to 4.10 euros.",
         ["price of milk", "price of butter"]),
        ("Trips on ferries fell to 39, while those on trains rose to 64.",
         ["trips on ferries", "trips on trains"]),
        ("The north has 12 clinics and the south 9.",
         ["clinics of the north", "clinics of the south"]),
        ("Women earned 41 crowns an hour and men 48 crowns.",
         ["amount earned by women", "amount earned by men"]),
        ("Satisfaction was 81% among tenants and 76% among owners.",
         ["satisfaction, tenants", "satisfaction, owners"]),
        ("The fee was raised from 40 to 50 crowns.", ["fee raised", "fee raised"]),
        ("The waiting time fell from 14 to 11 days.",
         ["waiting time, days", "waiting time, days"]),
    ],
)  # fmt: skip
def test_what_leaves_out_its_verb_or_its_noun_is_told_by_its_own(
    text: str, labels: list[str]
) -> None:
    assert [fact.label for fact in ledger(text)] == labels


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("The bank reported 3.2 fraud cases per 100,000 accounts.",
         ["fraud cases per 100,000 accounts", "accounts"]),
        ("The city has 2.3 doctors per 1,000 inhabitants.",
         ["doctors per 1,000 inhabitants", "inhabitants"]),
        ("Deaths per 100,000 people fell from 9.1 to 8.4.",
         ["people", "deaths per 100,000 people", "deaths per 100,000 people"]),
        ("The network had 1.4 faults per 100 km of line.",
         ["faults per 100 km of line", "km of line"]),
        ("Suicides stood at 11.2 per 100,000.", ["suicides per 100,000", "suicides"]),
    ],
)  # fmt: skip
def test_a_rate_is_told_with_what_it_is_per(text: str, labels: list[str]) -> None:
    assert [fact.label for fact in ledger(text)] == labels


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Complaints were mostly about fees (41%), delays (31%) and staff (12%).",
         ["complaints about fees", "complaints about delays", "complaints about staff"]),
        ("Calls came from Orsk (12), Norr (7) and Lume (3).",
         ["calls that came from Orsk", "calls that came from Norr", "calls that came from Lume"]),
        ("Grants went to schools (41) and clinics (12).",
         ["grants that went to schools", "grants that went to clinics"]),
        ("Most deaths were due to falls (12) and fire (7).",
         ["deaths due to falls", "deaths due to fire"]),
        ("The team found lead (12), copper (7) and zinc (3).",
         ["lead found", "copper found", "zinc found"]),
        ("The bulk of the waste (64%) was burnt.", ["waste burnt"]),
        ("The largest share of claims (31%) concerned loans.", ["claims that concerned loans"]),
        ("A third of pupils (32%) came by bus.",
         ["pupils that came by bus", "pupils that came by bus"]),
        ("Of the claims, 41 (31%) concerned fees.",
         ["claims that concerned fees", "claims that concerned fees"]),
    ],
)  # fmt: skip
def test_a_bracket_is_of_what_the_clause_around_it_is_about(text: str, labels: list[str]) -> None:
    assert [fact.label for fact in ledger(text)] == labels


def test_what_some_of_these_concerned_is_told_by_its_verb() -> None:
    facts = ledger(
        "The office heard 180 complaints.",
        "Of these, 58 concerned noise, 102 concerned dust, and the rest concerned delays.",
    )
    assert [fact.label for fact in facts] == [
        "complaints heard",
        "complaints that concerned noise",
        "complaints that concerned dust",
    ]
