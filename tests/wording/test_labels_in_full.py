"""Every figure of a sentence with its label, value, unit and bound, as a reader would list them."""

from __future__ import annotations

import pytest

from tests.extract.ledger_of import ledger

SAID: dict[str, list[str]] = {
    "Courts imposed prison sentences of three years on two smugglers.": [
        "prison sentences imposed on smugglers, years: 3 year",
        "smugglers: 2",
    ],
    "The city offered shelter for a maximum of 72 hours.": [
        "shelter offered by the city, hours: at most 72 hour",
    ],
    "The law requires police to bring detainees to court within 24 hours.": [
        "detainees brought to court, hours: 24 hour",
    ],
    "Of those who applied, 40 passed the test.": ["those who applied, who passed test: 40"],
    "Of the 60 pilots inspected, 40 passed the test.": [
        "pilots inspected: 60",
        "pilots inspected, who passed test: 40",
    ],
    "The guild pays 30 days' notice.": ["days of notice: 30 day"],
    "The port paid 3 million francs to 40 owners of lost nets.": [
        "amount paid to owners of lost nets by port: 3000000 franc",
        "owners of lost nets paid by the port: 40",
    ],
    "The fund spent 12 million francs on lamps and 4 million francs on ropes.": [
        "amount spent on lamps: 12000000 franc",
        "amount spent on ropes: 4000000 franc",
    ],
    "The number of wardens rose by 12 percent.": ["increase in wardens: 12 %"],
    "Spending on lamps fell by 3 million francs.": ["decrease in spending on lamps: 3000000 franc"],
    "At least 45 nets were mended by volunteers.": ["nets mended by volunteers: at least 45"],
    "Up to 60 children may board each ferry.": ["children boarding ferry: at most 60"],
    "Wardens seized 14 tonnes of coal from smugglers.": [
        "coal seized from smugglers by wardens: 14 tonne",
    ],
    "One in five owners has no licence.": ["owners without licence: 0.2"],
    "Some 300 families, including 120 with children, lost their homes.": [
        "families that lost homes: about 300",
        "families with children: 120",
    ],
    "The court acquitted 5 men and fined 12 women.": ["men acquitted: 5", "women fined: 12"],
    "The ferry carried 41,000 passengers, 9 percent more than the year before.": [
        "passengers carried by the ferry: 41000",
        "increase in passengers: 9 %",
    ],
    "Police referred 33 sailors to the clinic for treatment.": [
        "sailors referred to the clinic for treatment by police: 33",
    ],
    "The council approved 15 of 22 requests for berths.": [
        "requests approved for berths by the council: 15",
        "requests for berths: 22",
    ],
    "Residents filed 210 complaints about noise.": [
        "complaints about noise filed by residents: 210"
    ],
    "The average price of a berth was 310 francs.": ["average price of a berth: 310 franc"],
    "The port employs 1,200 people, of whom 480 are women.": [
        "people employed by the port: 1200",
        "women: 480",
    ],
    "Officials did not report how many boats sank.": ["boats that sank: not_reported"],
    "Volunteers collected 6 tonnes of waste on 40 beaches.": [
        "waste collected on beaches by volunteers: 6 tonne",
        "beaches: 40",
    ],
    "In the north, 12 wells ran dry.": ["wells that ran dry: 12"],
    "The guild trained 25 divers and 60 pilots in first aid.": [
        "divers trained in first aid by the guild: 25",
        "pilots trained in first aid by the guild: 60",
    ],
    "It took the court 90 days to decide a case.": ["days taken to decide case: 90 day"],
}


@pytest.mark.parametrize("text", SAID)
def test_each_figure_has_its_label_value_and_bound(text: str) -> None:
    told = []
    for fact in ledger(text):
        value = f"{fact.value:f}" if fact.value is not None else fact.status.value
        bound = "" if fact.bound.value == "exact" else f"{fact.bound.value.replace('_', ' ')} "
        told.append(f"{fact.label}: {bound}{value}{f' {fact.unit}' if fact.unit else ''}")
    assert told == SAID[text]
