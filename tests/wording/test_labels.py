"""Labels of figures: what an editor would print in the first column of a table."""

from __future__ import annotations

import pytest

from tests.extract.ledger_of import ledger

SURVEY = (
    "Half of owners sail in winter.",
    "A third of owners sail in spring.",
    "12 percent of owners race.",
    "30 percent of owners repair boats.",
)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (
            "The army held 12 men, the navy 9 and the police 7.",
            ["men held by the army", "men held by the navy", "men held by the police"],
        ),
        (
            "12 men were held and 3 freed; the army 5, the police 7.",
            ["men held", "men freed", "men held by the army", "men held by the police"],
        ),
        (
            "The court fined 12 owners and the tribunal 7 tenants.",
            ["owners fined", "tenants fined by the tribunal"],
        ),
        (
            "Thieves robbed 12 shops in Orsk; in Norr, 9.",
            ["shops robbed in Orsk by thieves", "shops robbed in Norr by thieves"],
        ),
        ("12 boats were seized in Orsk; in 2019, 9.", ["boats seized in Orsk", "boats seized"]),
        ("The state gave the army 12 boats, the police 7.", ["boats given", "boats given"]),
        ("The army sold 12 boats this year, the year before 9.", ["boats sold by the army"] * 2),
        (
            "Of the wrecks found in May, 98% were seen by fewer than 9 pilots.",
            ["wrecks seen by pilots", "pilots who saw wrecks"],
        ),
        (
            "It saw a 14 per cent rise in thefts, up from 230 to 265.",
            ["rise in thefts", "thefts", "thefts"],
        ),
        (
            "Fires: an increase of 15% was caused by a rise in the number of blazes (24%).",
            ["increase in fires", "increase in blazes"],
        ),
        ("Leaks: a drop of 9% was seen.", ["decrease in leaks"]),
        ("The year saw a fall in wrecks (12%).", ["decrease in wrecks"]),
        ("The year saw wrecks at sea (12% of all losses).", ["losses, wrecks at sea"]),
        (
            "There were no raids or arrests of harbour officials accused of theft.",
            ["raids or arrests of harbour officials"],
        ),
        ("It trained 40 clerks instead of guards.", ["clerks trained instead of guards"]),
        ("The guild sold 40 boats to all of the ports.", ["boats sold to all of the ports"]),
        ("The guide spans 40 ports.", ["ports in the guide"]),
        (
            "Of those who said they sail at night, 84% sailed alone.",
            ["those sailing at night, who sailed alone"],
        ),
        ("In 2020 the night watch rescued 39 rowers.", ["rowers rescued by the night watch"]),
        ("In 2020 the government rescued 39 rowers.", ["rowers rescued"]),
        ("In 2020 it rescued 39 rowers.", ["rowers rescued"]),
        ("40 percent of farmers sail boats at night.", ["farmers sailing boats at night"]),
        ("Half of farmers wanted more training.", ["farmers who wanted more training"]),
        ("70 percent of farmers said they keep hens.", ["farmers keeping hens"]),
        ("70 percent of farmers prefer to sail at night.", ["farmers preferring to sail at night"]),
        ("31 percent of farmers reported sailing at night.", ["farmers sailing at night"]),
        ("The guild met 9 farmers who reported sailing at night.", ["farmers sailing at night"]),
        ("The guild hired 9 additional divers.", ["additional divers hired by the guild"]),
        ("70 percent of farmers were sons of farmers.", ["farmers who were sons of farmers"]),
        ("About half of farmers were very or somewhat happy.", ["farmers very or somewhat happy"]),
        ("Attendance was still high at 92 percent.", ["attendance"]),
        ("It has repair yards in 6 towns.", ["towns with repair yards"]),
        ("The fleet was present in 50 ports.", ["ports where fleet was present"]),
        ("It identified 40 men as cooks.", ["men identified as cooks"]),
        ("Some 300 teachers were trained abroad.", ["teachers trained abroad"]),
        ("12 boats were moored in the harbour or the bay.", ["boats moored in the harbour or bay"]),
        ("It moved 18 girls from mills.", ["girls moved from mills"]),
        ("30 percent of boats lie outside of the harbour.", ["boats lying outside of the harbour"]),
        ("It helped the arrest of 88 thieves.", ["arrest of thieves"]),
        ("Rats ate 3 boats.", ["boats eaten by rats"]),
        (
            "Most members of crews of boats use nets (61%) and rods (30%).",
            ["members using nets", "members using rods"],
        ),
    ],
)  # fmt: skip
def test_a_label_says_what_was_counted_and_what_was_done(text: str, labels: list[str]) -> None:
    assert [fact.label for fact in ledger(text)] == labels


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("No farmers saw all the boats.", ["farmers who saw boats"]),
        ("There were no reports of theft.", ["reports of theft"]),
        ("70 percent of farmers say they sail in winter.", ["farmers sailing in winter"]),
        ("70 percent of farmers identify as shy.", ["farmers identifying as shy"]),
        ("70 percent of farmers have access to a port.", ["farmers with access to a port"]),
        ("70 percent of farmers have no access to a port.", ["farmers without access to a port"]),
        ("70 percent of farmers received no aid.", ["farmers who received no aid"]),
        ("70 percent of thefts went unpunished.", ["thefts unpunished"]),
        ("It secretly released 9 boats.", ["boats secretly released"]),
        ("In the north it released 9 boats.", ["boats released in the north"]),
        ("For example, it released 9 boats.", ["boats released"]),
        ("The top 9 farmers won prizes.", ["top farmers who won prizes"]),
        ("It bought boats from 9 ports.", ["ports boats bought from"]),
        ("Boats were seen by 9 farmers.", ["farmers who saw boats"]),
        ("9 boats were hired and painted in Orsk.", ["boats hired and painted in Orsk"]),
        ("It met 9 farmers from Orsk and Norr.", ["farmers met from Orsk and Norr"]),
        ("It met 9 farmers hired by J. Marrow.", ["farmers hired by J. Marrow"]),
        ("It forced 9 men to sail to Orsk.", ["men forced to sail to Orsk"]),
        (
            "98 percent of boats released to farmers in bays were old.",
            ["boats released to farmers in bays, old"],
        ),
        ("The operations led by the guild freed 9 men.", ["men freed by the operations"]),
        (
            "It punished 9 men for breaches of the harbour and fishery safety rules.",
            ["men punished, harbour and fishery safety rules"],
        ),
    ],
)  # fmt: skip
def test_verbs_follow_their_noun_with_what_completes_them(text: str, labels: list[str]) -> None:
    assert [fact.label for fact in ledger(text)] == labels


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (
            "109 crews, or 46 percent, sometimes or never mend their nets.",
            ["crews sometimes or never mending nets"] * 2,
        ),
        ("47 crews do not mend or sell nets.", ["crews not mending or selling nets"]),
        (
            "50 percent of farmers regularly, often, or almost always obtain nets.",
            ["farmers regularly obtaining nets"],
        ),
        (
            "Of the 239 crews, 171 crews or 71 percent reported nets were always mended in port.",
            ["crews", *["crews reporting nets mended in port"] * 2],
        ),
        (
            "79 crews (32 percent) did not know how many nets they had.",
            ["crews not knowing how many nets"] * 2,
        ),
        (
            "The highest number of boats moored in a single port was 27.",
            ["highest number of boats moored in a single port"],
        ),
        ("Five masters were accused of stealing nets.", ["masters accused of stealing nets"]),
        ("The storm left 45 men injured.", ["men injured"]),
        ("Removed 40 boats from the harbours.", ["boats removed from the harbours"]),
        ("It gave aid in May to 12 crews.", ["crews given aid"]),
        ("12 visits were made to determine whether nets were sold.", ["visits made"]),
        ("The value of a gift does not exceed 50 crowns.", ["value of a gift"]),
        ("It sold rafts of 50 crowns.", ["amount of rafts sold"]),
        ("The guild paid 50 crowns.", ["amount paid by the guild"]),
        (
            "It paid allowances for persons with children of 200 crowns.",
            ["allowances paid for persons with children"],
        ),
        (
            "It heard 41 cases in May, a 12 percent decrease from the year before.",
            ["cases heard", "decrease in cases"],
        ),
        ("Sentences range from 10 to 15 years’ imprisonment.", ["years of imprisonment"] * 2),
        ("The law requires crews to rest for five hours.", ["crews required to rest, hours"]),
        (
            "The commonest fault was leaking at sea (19 percent of crews).",
            ["crews, leaking at sea"],
        ),
        (
            "92 percent of crews were very or somewhat pleased sailing at night.",
            ["crews very or somewhat pleased sailing at night"],
        ),
        ("It presents crews to a court within 24 hours.", ["crews presented to a court, hours"]),
    ],
)  # fmt: skip
def test_labels_say_who_does_what_and_how_often(text: str, labels: list[str]) -> None:
    assert [fact.label for fact in ledger(text)] == labels


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("The legal age for marriage is 15.", ["legal age for marriage"]),
        (
            "It does not allow sailors under 15 to use the port.",
            ["age under which sailors not allowed to use port"],
        ),
        ("It rescued 9 minors ages 4 to 17.", ["minors rescued", "age of minors rescued"]),
        ("25 percent of girls were married by age 18.", ["girls married", "age of girls married"]),
        ("The law sets terms of up to 9 days for theft.", ["terms set for theft, days"]),
        ("It hears crews within 24 hours of arrest.", ["crews heard, hours"]),
        ("Theft carries six months’ imprisonment.", ["months of imprisonment"]),
        ("Workers received 21 days of leave.", ["days of leave received by workers"]),
        ("It sends notices to users when they turn 16.", ["age of users"]),
    ],
)  # fmt: skip
def test_ages_and_times_are_of_those_who_are_so_old_or_take_so_long(
    text: str, labels: list[str]
) -> None:
    assert [fact.label for fact in ledger(text)][: len(labels)] == labels


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (
            "It released 40 boats, divided as follows: yachts, 12; rafts and barges, 28.",
            ["boats released", "boats released, yachts", "boats released, rafts and barges"],
        ),
        (
            "12 and 15 boats were released in Orsk and Norr, respectively.",
            ["boats released in Orsk", "boats released in Norr"],
        ),
        (
            "It took 9 reports that led to raids for breaching harbour rules and 5 reports that"
            " led to raids for breaching tax rules.",
            ["reports that led to raids, harbour rules", "reports that led to raids, tax rules"],
        ),
        ("Sales rose from 40 boats in 2019 to 58 boats in 2020.", ["boats", "boats"]),
    ],
)  # fmt: skip
def test_figures_of_one_sentence_are_told_apart(text: str, labels: list[str]) -> None:
    assert [fact.label for fact in ledger(text)] == labels


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (
            "Most farmers sail with nets on rivers (61%) and lakes (58%).",
            ["farmers sailing with nets on rivers", "farmers sailing with nets on lakes"],
        ),
        ("A clear majority (80%) of farmers sail at night.", ["farmers sailing at night"]),
        ("Three-quarters of farmers sail at night.", ["farmers sailing at night"]),
    ],
)
def test_a_share_in_brackets_is_of_those_whom_its_clause_is_about(
    text: str, labels: list[str]
) -> None:
    found = ledger(text)
    assert [fact.counted for fact in found] == ["farmers"] * len(labels)
    assert [fact.label for fact in found] == labels


def test_shares_without_a_noun_are_of_what_the_percentages_of_an_edition_are_of() -> None:
    found = ledger(*SURVEY, "The commonest faults were leaks (43%).", "27 percent sail at night.")
    assert [(fact.counted, fact.label) for fact in found][-2:] == [
        ("owners", "owners, leaks"),
        ("owners", "owners sailing at night"),
    ]
    assert "leaks" in found[-2].measure


def test_few_shares_make_no_population() -> None:
    found = ledger("Half of owners race.\n\nThe commonest faults were leaks (43%).")
    assert found[-1].counted == "leaks"


def test_what_a_predicate_is_said_of_is_the_subject() -> None:
    (found,) = ledger("Repairs of masts were more common (28%).")
    assert found.counted == "Repairs of masts" or found.label.startswith("repairs of masts")


def test_the_far_side_of_a_comparison_is_of_the_same_place() -> None:
    now, before = ledger("It sank 12 boats in the bay in 2020, compared with 9 in 2019.")
    assert now.label == before.label == "boats sunk in the bay"


def test_a_unit_is_nothing_that_is_counted() -> None:
    text = "Of these calls, 58 percent came from crews, 29 percent from relatives."
    found = ledger("It took 2,905 calls.", text)[1:]
    assert [(fact.counted, fact.label) for fact in found][1] == (
        "calls",
        "calls that came from relatives",
    )
    (paid,) = ledger("It paid 500 crowns to each crew.")
    assert paid.label.startswith("amount")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (
            "Seven ports reported that no complaints had been filed.",
            "ports reporting no complaints filed",
        ),
        ("Some 40 ports reported that nets were not stored.", "ports reporting nets not stored"),
    ],
)
def test_what_people_report_keeps_its_denial(text: str, label: str) -> None:
    assert label in [fact.label for fact in ledger(text)]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("9 ports saw a rise.", "ports that saw rise"),
        ("40 stalls were added to widen the market.", "stalls added to widen market"),
        ("10 percent of crews remain in port.", "crews remaining in port"),
        ("Two ports stood out.", "ports"),
        ("24 boats were in the harbour.", "boats in the harbour"),
        ("30 percent of sheds were “unsafe”.", "sheds unsafe"),
        ("Nine docks are able to lift boats.", "docks able to lift boats"),
        ("Nine docks will be able to.", "docks"),
        ("Some 40 percent of crews in Orsk keep hens.", "crews keeping hens in Orsk"),
    ],
)
def test_what_is_said_of_the_things_counted_themselves_is_told(text: str, label: str) -> None:
    assert ledger(text)[0].label == label


def test_a_noun_that_is_taken_over_has_the_verb_of_its_own_clause() -> None:
    found = ledger("8 men working in Orsk were hurt, and three later died.")
    assert [fact.label for fact in found] == ["men working in Orsk", "men who died"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The guild has 12 pilots.", "pilots of the guild"),
        ("The yard, which contains 40 boats, burned.", "boats in the yard"),
        ("The fleet includes 12 boats and 90 rafts.", "rafts in the fleet"),
        ("The guild trained 40 pilots nationwide.", "pilots trained by the guild nationwide"),
        ("It owns 40 shops worldwide.", "shops owned worldwide"),
        ("It held 85 fairs, attended by 5,242 owners.", "owners attending fairs"),
        ("It held 85 fairs in Orsk attended by 5,242 owners.", "owners attending fairs"),
        ("Wrecks were found by 9 sailors.", "sailors who found wrecks"),
        ("They were found by 9 sailors.", "sailors"),
        ("Some 98 percent were found by 9 sailors.", "sailors"),
        ("A storm resulted in the deaths of 28 sailors.", "deaths of sailors"),
        (
            "The raid led to the arrest of 57 men accused of theft.",
            "arrest of men accused of theft",
        ),
        ("The port has room for 90 boats.", "room for boats"),
        ("A judge took the case against two pilots.", "case against pilots"),
        ("It has a toll in four of its ports.", "ports with toll"),
        ("The guild extended trade to 9 ports.", "ports trade extended to"),
        ("It met the crew of a yard employing 20 men.", "men employed by a yard"),
    ],
)
def test_the_place_of_a_thing_in_its_clause_is_told(text: str, label: str) -> None:
    assert ledger(text)[-1].label == label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Women made up 31 percent of the crews.", "share of women in crews"),
        ("Women were 31 percent of the crews.", "share of women in crews"),
        ("Rafts are a third of imports from Norr.", "imports from Norr"),
        ("Rafts form a third of imports from Norr.", "share of rafts in imports from Norr"),
        ("It met crews, comprising 8 percent of the fleet.", "share of crews in fleet"),
        (
            "Men formed 30% of crews, representing 8% of the people.",
            "share of men in people",
        ),
        ("The guild made 4 percent of the boats.", "boats made by the guild"),
        ("Turnout was high with 4 percent of crews ashore.", "crews ashore"),
    ],
)
def test_what_makes_up_a_share_is_named_with_it(text: str, label: str) -> None:
    assert ledger(text)[-1].label == label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Sales fell, leaving a balance of $40.", "balance"),
        ("The loss of revenue of $40 from tolls hurt.", "loss of revenue from tolls"),
        ("An excess of $40 over the costs was noted.", "excess over the costs"),
        ("Revenues for 2019 from tolls were $400.", "revenues from tolls"),
        ("The balance in the bank at the end of the year was $40.", "balance in the bank"),
        ("About $40 million has been paid to date.", "amount paid"),
        ("There were paid upon the debt $40.", "amount paid upon the debt"),
        ("Owners will receive a 50 per cent fee waiver.", "fee waiver received by owners, plan"),
    ],
)
def test_an_amount_is_named_with_all_that_it_is_of(text: str, label: str) -> None:
    assert ledger(text)[0].label == label


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (
            "It sank 64 boats nationwide in 2020, compared with 63 boats in 2019.",
            ["boats sunk nationwide"] * 2,
        ),
        (
            "There were 26 fraud hearings launched in 2021, compared with 7 trials in 2020.",
            ["fraud hearings launched", "trials launched"],
        ),
        (
            "The raid killed 40 men in Orsk, including nine guards.",
            ["men killed in Orsk by the raid", "guards killed in Orsk by the raid"],
        ),
        (
            "It made 26 visits and heard 94 users of nets, compared with 28 visits in 2019.",
            ["visits made", "users of nets heard", "visits made"],
        ),
        (
            "It made 26 visits and heard 94 users of nets, compared with 28 talks in 2019.",
            ["visits made", "users of nets heard", "talks"],
        ),
    ],
)
def test_the_far_side_of_a_comparison_and_a_part_take_what_is_said_of_the_near_side(
    text: str, labels: list[str]
) -> None:
    assert [fact.label for fact in ledger(text)] == labels


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("It held 35 meetings to plan the fair.", "meetings held to plan fair"),
        ("It opened four shops in Orsk.", "shops opened in Orsk"),
        ("It reduced repair times from 90 days to one week.", "repair times, days"),
        ("It rests, with over 2 million nets mended since the storm.", "nets mended"),
        ("The rents are $200.", "rents"),
        ("Crews have to give 30 days’ notice.", "days of notice"),
    ],
)
def test_verbs_of_change_are_told_where_things_are_their_object(text: str, label: str) -> None:
    assert ledger(text)[0].label == label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("9 pilots said Stay is working for us.", "pilots saying Stay is working for us"),
        ("9 masters agreed that nets are dear.", "masters agreeing nets are dear"),
        ("31% of crews feel the guild helps owners.", "crews feeling guild helps owners"),
        ("81% of pilots said they felt very safe.", "pilots feeling very safe"),
        ("40% of crews feel safe at sea.", "crews feeling safe at sea"),
        ("12% of cooks felt ready.", "cooks feeling ready"),
        (
            "85% of pilots agree they’re often able to ease sails.",
            "pilots often able to ease sails",
        ),
        ("27% of crews don’t know how to read charts.", "crews not knowing how to read charts"),
        ("12 crews did not know where to land boats.", "crews not knowing where to land boats"),
        ("Half of crews have been using nets at night.", "crews using nets at night"),
        ("9 guilds have been selling sails.", "guilds selling sails"),
        ("It released details of 52 wrecks related to the strike.", "wrecks related to the strike"),
        ("It published a list of 9 ports in the north.", "ports in the north"),
        ("12 breaches for which fines were paid.", "breaches with fines paid"),
        ("It saw 9 cases in which permits were refused.", "cases with permits refused"),
        ("It offered 9 permits to crews.", "permits offered to crews"),
        ("40% of crews begin rowing.", "crews beginning rowing"),
        (
            "85% of pilots were able to reach a state of perfect calm in the outer bay.",
            "pilots able to reach state of perfect calm",
        ),
        ("Most crews work outside of the bay (54%).", "crews working outside of the bay"),
    ],
)
def test_what_they_say_feel_or_know_completes_a_label(text: str, label: str) -> None:
    assert label in [fact.label for fact in ledger(text)]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (
            "The lockers of pilots under the age of 16 are shut.",
            "age under which lockers of pilots shut",
        ),
        (
            "The guild offers a safety course for crews under 18.",
            "age under which safety course offered",
        ),
        (
            "For pilots under the age of 16, all permits were revoked.",
            "age under which permits revoked",
        ),
        (
            "The lockers of crews aged 16 and 17 are kept shut.",
            "age of crews whose lockers kept shut",
        ),
        ("Pilots who are 16 and 17 can send letters.", "age of pilots sending letters"),
    ],
)
def test_an_age_is_named_by_what_holds_from_it_on(text: str, label: str) -> None:
    assert label in [fact.label for fact in ledger(text)]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("It gave night training through schools to 61 pilots.", "pilots given night training"),
        ("Aid was granted to 40 crews in the north.", "crews granted aid in the north"),
        ("The guild sent letters by boat to 12 owners.", "owners sent letters by the guild"),
        ("87% of crews said they were using only nets.", "crews using only nets"),
        ("40% of owners sell only boats of oak.", "owners selling only boats of oak"),
        ("12 crews fish only cod.", "crews fishing only cod"),
        ("It heard 90 cases, of which 12 resulted in fines.", "cases that resulted in fines"),
        ("Of the 40 crews, 9 lived at sea.", "crews that lived at sea"),
        (
            "400 nets were added as follows: Orsk, 300; Norr, 100.",
            "nets added, Orsk",
        ),
    ],
)
def test_what_was_given_to_them_or_what_they_did_is_told(text: str, label: str) -> None:
    assert label in [fact.label for fact in ledger(text)]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The top trouble was the lack of nets (18%).", "owners, lack of nets"),
        ("The second was the price of sails in town (12%).", "owners, price of sails in town"),
        ("Most named was a want of good pilots (9%).", "owners, want of good pilots"),
        ("Owners reported sailing to the bay, with 76% in May.", "owners sailing to the bay"),
    ],
)
def test_an_item_with_a_share_is_named_from_its_head(text: str, label: str) -> None:
    assert [fact.label for fact in ledger(*SURVEY, text)][-1] == label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Cooks treated 30 of them for burns.", "treated for burns"),
        ("The board dismissed 9 of these.", "dismissed"),
        ("The guild was 9 of them.", "guild"),
        ("The report documented 28 killings, most of them at sea.", "killings documented at sea"),
        ("The number of editors in the ports made 50 edits.", "edits made by editors"),
        (
            "It helped 91 boys displaced with both of their parents.",
            "boys displaced with both of parents",
        ),
        ("Benefits related to the guild were 416 crowns.", "benefits related to the guild"),
        ("The guild deployed crews to 40 ports to guard ships.", "ports crews deployed to"),
        ("The fleet of Orsk is 40 percent of the fleet.", "fleet of Orsk"),
        ("About 90 boys were homeless and living on the quay.", "boys homeless"),
        ("Of the letters, 310 complaints were about fees.", "complaints about fees"),
        ("In May 9 talks were about wages at sea.", "talks about wages at sea"),
        ("It spent 8 million marls ($400,000) on stoves.", "marls spent on stoves"),
        ("The guild sold 40 tons ($9,000) of rye to mills.", "rye sold to mills by the guild"),
        ("It gave 12 boats (9) to the crews of Orsk.", "boats given to the crews of Orsk"),
    ],
)
def test_a_label_is_not_torn(text: str, label: str) -> None:
    assert label in [fact.label for fact in ledger(text)]
