"""What figures measure: currencies, rates, pairs of words, and units that neighbours share."""

from __future__ import annotations

import pytest

from tracediff.extract import extract
from tracediff.model import BlockKind

from .ledger_of import edition_of, ledger, table

_PESO, _COP, _SOL = "philippine peso", "colombian peso", "peruvian sol"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fund lost €-5 million.", [(-5000000, "EUR")]),
        ("The fund lost € in trade.", []),
        ("The fund lost A$ 5 million.", [(5000000, "australian dollar")]),
        ("The fund lost Rs. 500.", [(500, "INR")]),
        ("Grants of S$12 million were paid.", [(12000000, "singapore dollar")]),
        ("The hall cost NT$300 to rent.", [(300, "taiwan dollar")]),
        ("The levy is Z$50 a head.", [(50, "Z$")]),  # whose dollar is not known
        ("The subsidy was kr 300.", [(300, "kr")]),
        ("The budget is 12 million kr.", [(12000000, "kr")]),
        ("The shop took FCFA 450 in fees.", [(450, "cfa franc")]),
        ("The shop took 450 kwacha in fees.", [(450, "kwacha")]),
        ("The fund lost usd 500.", [(500, "USD")]),
        ("The fund lost CHF 500.", [(500, "swiss franc")]),
        ("The fund lost US$500.", [(500, "USD")]),
        ("The fund lost RM500.", [(500, "malaysian ringgit")]),
        ("The fund lost 500 €.", [(500, "EUR")]),
        ("The fund lost 500USD.", [(500, "USD")]),
        ("The hall has 5.5m2 of glass.", [(5.5, "square metre")]),
        ("The hall has 5.5 m2 of glass.", [(5.5, "square metre")]),
        ("The hall has 20cm3 of glass.", [(20, "cubic centimetre")]),
        ("The village lies at 20km from town.", [(20, "kilometre")]),
        ("Water reached 40°C in the bay.", [(40, "celsius")]),
        ("Water reached 40° in the bay.", [(40, "degree")]),
        ("Water reached 40 °F in the bay.", [(40, "fahrenheit")]),
        ("The loan was worth $5m.", [(5000000, "USD")]),
        ("The loan was worth $5 bn US dollars.", [(5000000000, "USD")]),
        ("The loan was worth $5 million U.S.", [(5000000, "USD")]),
        ("The loan was worth $5 million US.", [(5000000, "USD")]),
        ("A 53-percent rise was seen.", [(53, "%")]),
        ("A three-fold rise was seen.", [(3, "fold")]),
        ("A 60-miles-per-hour wind blew.", [(60, "mile per hour")]),
        ("A 60 miles-per-hour wind blew.", [(60, "mile per hour")]),
        ("A 6.1-inch shell fell.", [(6.1, "inch")]),
        ("A 14-month sentence was passed.", [(14, "month")]),
        ("A 500-dollar fine was paid.", [(500, "USD")]),
        ("A 500-euro fine was paid.", [(500, "EUR")]),
        ("It paid three additional years of rent.", [(3, "year")]),
        ("It sailed 14-year-old boats.", [(14, "year of age")]),
        ("It sailed for 30 consecutive days.", [(30, "day")]),
        ("The girl was 15 years-old then.", [(15, "year of age")]),
        ("The girl was 15 year-old.", [(15, "year of age")]),
        ("Support fell 3 percentage points.", [(3, "percentage point")]),
        ("Support fell 3 percent points.", [(3, "percentage point")]),
        ("Support fell 3 per cent.", [(3, "%")]),
        ("It cost 30 Hong Kong dollars.", [(30, "hong kong dollar")]),
        ("It cost 30 New Zealand dollars.", [(30, "new zealand dollar")]),
        ("It cost 30 Sri Lankan rupees.", [(30, "sri lankan rupee")]),
        ("It cost 30 United States dollars.", [(30, "USD")]),
        ("It cost 30 U.S. dollars.", [(30, "USD")]),
        ("It cost 30 American dollars.", [(30, "USD")]),
        ("It cost 30 Japanese yen.", [(30, "JPY")]),
        ("It cost 30 Indian rupees.", [(30, "INR")]),
        ("It cost 30 British pounds.", [(30, "GBP")]),
        ("It cost 500 NPR million.", [(500000000, "nepalese rupee")]),
        ("It cost 500 NPR.", [(500, "nepalese rupee")]),
        ("It cost 500 MUSD.", [(500000000, "USD")]),
        ("It cost 500 usd.", [(500, "USD")]),
        ("It earned 20 marks.", [(20, "mark")]),
        ("Twelve marks were given.", [(12, None)]),
        ("The plant has 300 kilowatt hours.", [(300, "kilowatt hour")]),
        ("The plant has 300 sq. m of floor.", [(300, "square metre")]),
        ("The plant has 300 sq ft of floor.", [(300, "square foot")]),
        ("The plant has 300 cubic feet of floor.", [(300, "cubic foot")]),
        ("Rates rose 25 basis points.", [(25, "basis point")]),
        ("Ships carried 20 barrels of oil.", [(20, "barrel of oil")]),
        ("Ships carried 20 barrels of beer.", [(20, "barrel")]),
        ("It ran for 517 rushing yards.", [(517, "yard")]),
        ("The ship sailed 40 nautical miles.", [(40, "nautical mile")]),
        ("The ship carried 40 metric tons.", [(40, "tonne")]),
        ("It cost 5 dollars/barrel.", [(5, "USD")]),
        ("It cost $5/barrel.", [(5, "USD")]),
        ("It burned 20 litres/h of oil.", [(20, "litre per hour")]),
        ("It burned 20 litres per square metre.", [(20, "litre per square metre")]),
        ("It paid $300 a month.", [(300, "USD")]),
        ("It paid $300 a month earlier.", [(300, "USD")]),
        ("It paid $300 a year ago.", [(300, "USD")]),
        ("It paid $300 per child.", [(300, "USD")]),
        ("It paid $300 a boat.", [(300, "USD")]),
        ("It paid $300 per square metre.", [(300, "USD")]),
        ("It took two working days.", [(2, "day")]),
        ("The village lies 30 degrees north.", [(30, "degree")]),
        ("The village has 30 degrees Celsius.", [(30, "celsius")]),
        ("It cost 500 rmb.", [(500, "chinese yuan")]),
        ("It cost RMB 500.", [(500, "chinese yuan")]),
        ("It cost Ksh 500.", [(500, "kenyan shilling")]),
        ("It cost GHC 500.", [(500, "ghanaian cedi")]),
        ("It cost $½ million.", [(500000, "USD")]),
        ("It cost 500 crowns (R$) in all.", [(500, "krone")]),
        ("Prices rose by 12pc.", [(12, "%")]),
        ("A 12 percent-plus rise came.", [(12, "%")]),
        ("The index gained 12 p in May.", [(12, "point")]),
    ],
)
def test_a_unit_is_read_in_the_shapes_reports_use(
    text: str, expected: list[tuple[float, str | None]]
) -> None:
    assert [(round(float(f.value or 0), 4), f.unit) for f in ledger(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The boys were 14 years old.", [(14, "year of age")]),
        ("Boys 14 years of age sailed.", [(14, "year of age")]),
        ("A 14-year old boy sailed.", [(14, "year of age")]),
        ("Two 14-year-olds sailed.", [(2, None), (14, "year of age")]),
        ("A boy aged 14 years sailed.", [(14, "year of age")]),
        ("Children under the age of 13 sailed.", [(13, "year of age")]),
        ("Children older than 13 sailed.", [(13, "year of age")]),
        ("Children 13 or older sailed.", [(13, "year of age")]),
        ("Children age 5 to 13 sailed.", [(5, "year of age"), (13, "year of age")]),
        ("The minimum age is 15.", [(15, "year of age")]),
        ("The minimum age for work is 15 percent.", [(15, "%")]),
        ("The age of consent is 14.", [(14, "year of age")]),
        ("The age limit was raised from 15 to 16.", [(15, "year of age"), (16, "year of age")]),
        ("He turned 14.", [(14, "year of age")]),
        ("She was 14.", [(14, "year of age")]),
        ("She was 14 boats away.", [(14, None)]),
        ("Children between 5 and 12 sailed.", [(5, "year of age"), (12, "year of age")]),
        ("Anyone under 18, sailed.", [(18, "year of age")]),
        ("Boats were under 18.", [(18, None)]),
        ("Persons under 18 sailed.", [(18, "year of age")]),
        ("Persons under 18 years sailed.", [(18, "year of age")]),
        ("Mara Ostrel, 25, sailed.", [(25, "year of age")]),
        ("Mara, 25, sailed.", [(25, "year of age")]),
        ("Persons over 65 sailed.", [(65, "year of age")]),
        ("Girls up to age 14 sailed.", [(14, "year of age")]),
        ("Workers under 21 were paid.", [(21, "year of age")]),
        ("Children ages 5 through 14 sailed.", [(5, "year of age"), (14, "year of age")]),
        ("The work age was between 14 and 17.", [(14, "year of age"), (17, "year of age")]),
        ("The share was under 18.", [(18, None)]),
        ("Youth under 18 in school were paid.", [(18, "year of age")]),
        ("Youth over 16 pay.", [(16, "year of age")]),
        ("Children under 18 years worked.", [(18, "year of age")]),
        ("Half of the girls were under 18.", [(0.5, None), (18, "year of age")]),
        ("It trained workers under two years.", [(2, "year")]),
        ("Aged 14 to 17 years.", [(14, "year of age"), (17, "year of age")]),
        ("The court freed a 61-year -old sailor.", [(61, "year of age")]),
    ],
)
def test_a_number_of_years_is_an_age_where_it_says_how_old(
    text: str, expected: list[tuple[float, str | None]]
) -> None:
    assert [(round(float(f.value or 0), 4), f.unit) for f in ledger(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The rate fell by 5pp.", (5, "percentage point")),
        ("The rate fell by 5 pp.", (5, "percentage point")),
        ("The rate rose by 2 ppts.", (2, "percentage point")),
        ("The rate was 5 ‰ in 2019.", (5, "per mille")),
        ("The rate was 5 permille in 2019.", (5, "per mille")),
    ],
)
def test_points_and_thousandths_have_a_sign_of_their_own(
    text: str, expected: tuple[float, str]
) -> None:
    (fact,) = ledger(text)
    assert (int(fact.value or 0), fact.unit) == expected


def test_what_multiplies_says_by_how_many_percent() -> None:
    (fact,) = ledger("The town doubled its fleet.")[:1]
    assert (int(fact.value or 0), fact.unit, fact.kind.value) == (100, "%", "change")


def test_an_amount_in_brackets_is_that_of_a_currency_no_list_holds() -> None:
    talars, dollars = ledger("The town paid 42 million talars ($2.1 million) for the pier.")
    assert (dollars.same_as, dollars.unit) == (talars.index, "USD")


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("The mill ground 310 sacks of rye a day.", "day"),
        ("The mill answers 12 calls per hour.", "hour"),
        ("The mill grinds 3,100 sacks weekly.", "week"),
        ("The well gives 4,000 litres every second.", "second"),
        ("The mill pays $3 a month.", "month"),
        ("The mill sold 300 sacks a year.", ""),
        ("The mill sold 300 sacks in a day.", ""),
        ("The pump gives 12 cubic metres per hour.", ""),  # the unit says it
    ],
)
def test_a_rate_is_for_a_time(text: str, per: str) -> None:
    assert [fact.per for fact in ledger(text)][:1] == [per]


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (("The PHP Guild met.", "PHP 8.4 is out, read by 12 PHP clerks."), [(12, None)]),
        (("The SAR Office met.", "SAR 12 was lost with 3 people."), [(3, None)]),
        (("Under the PEN charter 40 poets met.", "PEN 9 was signed."), [(40, None)]),
        (
            ("It paid PHP 1,200 to the PHP Guild.", "PHP 40 came back."),
            [(1200, _PESO), (40, _PESO)],
        ),
        (("It paid PHP 3 million.", "PHP 40 came back."), [(3000000, _PESO), (40, _PESO)]),
        (("The office has 12 COP members.",), [(12, None)]),
        (("At COP26 and COP 27, 12 states met.",), [(12, None)]),
        (("It cost COP26 million.", "It paid COP 40."), [(26000000, _COP), (40, _COP)]),
        (("It cost PEN12.50.", "It paid PEN40."), [(12.5, _SOL), (40, _SOL)]),
        (("The office has 12 USD grants.",), [(12, "USD")]),
    ],
)
def test_a_code_that_the_report_uses_as_a_name_is_no_currency(
    sentences: tuple[str, ...], expected: list[tuple[float, str | None]]
) -> None:
    assert [(float(f.value or 0), f.unit) for f in ledger(*sentences)] == expected


@pytest.mark.parametrize(
    ("heads", "row", "unit"),
    [
        (("Reviews", "2019", "2020"), ("Total by The PHP Guild", "702", "715"), None),
        (("Reviews of PHP", "2019", "2020"), ("Try", "702", "715"), None),
        (("Wages (PHP)", "2019", "2020"), ("Clerks", "702", "715"), _PESO),
        (("Wages", "2019", "2020"), ("Clerks, in PHP", "702", "715"), _PESO),
    ],
)
def test_a_code_is_the_unit_of_a_table_where_it_stands_as_one(
    heads: tuple[str, ...], row: tuple[str, ...], unit: str | None
) -> None:
    made, lines = table(heads, row)
    facts = extract(edition_of(lines, 2020, (made,), (BlockKind.TABLE,) * len(lines)))
    assert [f.unit for f in facts] == [unit, unit]


def test_a_cell_keeps_the_currency_that_it_is_written_in() -> None:
    row = ("Fees", "S$12.50", "J$ 400", "Q$30", "kr 20")
    made, lines = table(("", "A", "B", "C", "D"), row)
    found = extract(edition_of(lines, 2020, (made,), (BlockKind.TABLE,) * len(lines)))
    assert [fact.unit for fact in found] == ["singapore dollar", "jamaican dollar", "Q$", "kr"]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Retail space grew to 12.3 million square feet.", "square foot"),
        ("Emissions were 45,000 tonnes of CO2 equivalent.", "tonne of CO2"),
        ("Emissions were 45,000 metric tons of carbon dioxide equivalent.", "tonne of CO2"),
        ("The plant made 3,400 megawatt hours of power.", "megawatt hour"),
        ("The plant made 2.3 terawatt-hours of power.", "terawatt hour"),
        ("Traffic came to 9.1 billion passenger kilometres.", "passenger kilometre"),
        ("Freight was 4.2 million tonne-kilometres.", "tonne kilometre"),
        ("Freight was 12 million tonne km.", "tonne kilometre"),
        ("It flew 3.1 billion available seat kilometres.", "available seat kilometre"),
        ("Training came to 12,000 person-hours.", "person hour"),
        ("Cargo came to 2 million twenty-foot equivalent units.", "twenty-foot equivalent unit"),
        ("Output was 12 thousand barrels of oil equivalent.", "barrel of oil equivalent"),
        ("The mill burned 40 million gigajoules.", "gigajoule"),
        ("Silt was at 30 parts per million.", "parts-per-million"),
        ("It lost 3,000 working days.", "day"),
        ("It sent passenger lists to 40 offices.", None),
    ],
)
def test_a_unit_of_several_words_is_one_unit(text: str, unit: str | None) -> None:
    assert [fact.unit for fact in ledger(text)] == [unit]
