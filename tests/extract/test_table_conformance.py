"""The same tables in every format give the same facts."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from tests.readers.docx_maker import docx, para, run
from tests.readers.docx_maker import table as docx_table
from tests.readers.odt_maker import head as odt_head
from tests.readers.odt_maker import odt
from tests.readers.odt_maker import para as odt_para
from tests.readers.odt_maker import table as odt_table
from tests.readers.pdf_maker import pdf, rule
from tests.readers.pdf_maker import text as pdf_text
from tracediff.model import Fact
from tracediff.pipeline import load

TITLE: Final = "Harbour report 2023"
Rows = Sequence[Sequence[str]]


class Case(NamedTuple):
    """A table: its head and rows, the line above it, and what each figure must say.

    ``facts`` are lines of value, unit, label, period and what else is not as usual, in the order of
    the cells. ``text`` says that plain text can show it.
    """

    rows: Rows
    facts: str
    lead: str = "Figures are given below."
    text: bool = True


CASES: Final[dict[str, Case]] = {
    "years": Case(
        (("Catch", "2022*", "2023"), ("Herring", "1,204", "980"), ("Cod", "55", "61")),
        """
        1204 | - | Herring | 2022
        980 | - | Herring | 2023
        55 | - | Cod | 2022
        61 | - | Cod | 2023
        """,
    ),
    "short years": Case(
        (("Ferries", "FY22", "Dec-22", "2021/22"), ("Lume", "11", "12", "13")),
        """
        11 | - | Lume | fiscal year 2022
        12 | - | Lume | December 2022
        13 | - | Lume | fiscal year 2021–22
        """,
    ),
    "a row for each year": Case(
        (("Year", "Ships", "Crews"), ("2022", "120", "14"), ("2023", "130", "15")),
        """
        120 | - | Ships | 2022
        14 | - | Crews | 2022
        130 | - | Ships | 2023
        15 | - | Crews | 2023
        """,
    ),
    "set in several columns": Case(
        (
            ("Year", "Ships", "Year", "Ships", "Year", "Ships"),
            ("2017", "120", "2019", "88", "2021", "97"),
            ("2018", "130", "2020", "79", "", ""),
        ),
        """
        120 | - | Ships | 2017
        88 | - | Ships | 2019
        97 | - | Ships | 2021
        130 | - | Ships | 2018
        79 | - | Ships | 2020
        """,
    ),
    "quarters": Case(
        (("2023", "Q1", "Q2", "Total"), ("Delays", "30", "21", "51")),
        """
        30 | - | Delays | quarter 1 of 2023
        21 | - | Delays | quarter 2 of 2023
        51 | - | Delays, Total | 2023
        """,
    ),
    "plan beside actual": Case(
        (("Wells", "2022 Actual", "2023 Budget"), ("Dug", "8", "9")),
        """
        8 | - | Dug | 2022
        9 | - | Dug, Budget | 2023 | plan
        """,
    ),
    "two header rows": Case(
        (
            ("", "2022", "2022", "2023", "2023"),
            ("", "EUR", "%", "EUR", "%"),
            ("Fees", "9,630", "11.9", "13,288", "15.1"),
        ),
        """
        9630 | EUR | Fees | 2022
        11.9 | % | Fees, share | 2022 | share
        13288 | EUR | Fees | 2023
        15.1 | % | Fees, share | 2023 | share
        """,
    ),
    "scale in the head": Case(
        (("Port", "Revenue ($000)", "Berths"), ("Orsk", "1,200", "4"), ("Lume", "340", "3")),
        """
        1200 | thousand USD | Orsk, Revenue | 2023
        4 | - | Orsk, Berths | 2023
        340 | thousand USD | Lume, Revenue | 2023
        3 | - | Lume, Berths | 2023
        """,
    ),
    "scale in the line above": Case(
        (("Grant", "2022", "2023"), ("Schools", "1.5", "(0.2)"), ("Share of all", "12%", "9%")),
        """
        1.5 | million EUR | Schools | 2022
        -0.2 | million EUR | Schools | 2023
        12 | % | Share of all | 2022 | share
        9 | % | Share of all | 2023 | share
        """,
        lead="Grants paid (EUR million)",
    ),
    "negative numbers": Case(
        (("Result", "2021", "2022", "2023"), ("Net", "−350", "-$1,200", "–12")),
        """
        -350 | - | Net | 2021
        -1200 | USD | Net | 2022
        -12 | - | Net | 2023
        """,
    ),
    "marks of notes": Case(
        (("Port", "2021", "2022", "2023"), ("Orsk", "120¹", "121 (a)", "122†")),
        """
        120 | - | Orsk | 2021
        121 | - | Orsk | 2022
        122 | - | Orsk | 2023
        """,
    ),
    "two values in a cell": Case(
        (("Owners", "2022", "2023"), ("Fined", "120 (34%)", "1,204 / 980")),
        """
        120 | - | Fined | 2022
        34 | % | Fined, share | 2022 | share
        1204 | - | Fined | 2023
        980 | - | Fined | 2023
        """,
    ),
    "ranges, bounds and units": Case(
        (
            ("Sea", "2022", "2023"),
            ("Depth", "12 km", "3.4 °C"),
            ("Wait (days)", "3–5", "<5"),
            ("Fleet", "~40", "1.2m"),
        ),
        """
        12 | kilometre | Depth | 2022
        3.4 | celsius | Depth | 2023
        3 | day | Wait | 2022 | at_least
        5 | day | Wait | 2022 | at_most
        5 | day | Wait | 2023 | less_than
        40 | - | Fleet | 2022 | about
        1200000 | - | Fleet | 2023
        """,
    ),
    "figures left out": Case(
        (
            ("Port", "Ships", "Crews"),
            ("Orsk", "–", "14"),
            ("Lume", "n/a", "25"),
            ("Almar", "0", "47"),
            ("Karsk", "unknown", "9"),
        ),
        """
        - | - | Orsk, Ships | 2023 | not_reported
        14 | - | Orsk, Crews | 2023
        - | - | Lume, Ships | 2023 | not_reported
        25 | - | Lume, Crews | 2023
        0 | - | Almar, Ships | 2023 | none
        47 | - | Almar, Crews | 2023
        - | - | Karsk, Ships | 2023 | unknown
        9 | - | Karsk, Crews | 2023
        """,
    ),
    "groups": Case(
        (
            ("Staff", "2022", "2023"),
            ("Northern office", "", ""),
            ("Other", "5", "6"),
            ("Southern office", "", ""),
            ("Other", "7", "8"),
        ),
        """
        5 | - | Northern office, other | 2022
        6 | - | Northern office, other | 2023
        7 | - | Southern office, other | 2022
        8 | - | Southern office, other | 2023
        """,
    ),
    "parts of the row above": Case(
        (
            ("Staff", "2022", "2023"),
            ("Cooks", "50", "60"),
            ("Of which: women", "20", "21"),
            ("of which part-time", "5", "6"),
            ("Pilots", "70", "80"),
            ("thereof abroad", "7", "8"),
        ),
        """
        50 | - | Cooks | 2022
        60 | - | Cooks | 2023
        20 | - | Cooks, women | 2022
        21 | - | Cooks, women | 2023
        5 | - | Cooks, part-time | 2022
        6 | - | Cooks, part-time | 2023
        70 | - | Pilots | 2022
        80 | - | Pilots | 2023
        7 | - | Pilots, abroad | 2022
        8 | - | Pilots, abroad | 2023
        """,
    ),
    "a net row in each group": Case(
        (
            ("Income", "2022", "2023"),
            ("Interest income", "", ""),
            ("Loans", "12", "14"),
            ("Net", "4", "9"),
            ("Fee income", "", ""),
            ("(Decrease) increase in fees", "2", "3"),
            ("Net", "1", "5"),
        ),
        """
        12 | - | Loans | 2022
        14 | - | Loans | 2023
        4 | - | Interest income, net | 2022
        9 | - | Interest income, net | 2023
        2 | - | (Decrease) increase in fees | 2022
        3 | - | (Decrease) increase in fees | 2023
        1 | - | Fee income, net | 2022
        5 | - | Fee income, net | 2023
        """,
    ),
    "a total that says its group": Case(
        (
            ("Money", "2023"),
            ("Income", ""),
            ("Fees", "5"),
            ("Total income", "5"),
            ("Income of the north", ""),
            ("Total income", "7"),
        ),
        """
        5 | - | Fees | 2023
        5 | - | Total income | 2023
        7 | - | Total income, Income of the north | 2023
        """,
    ),
    "rows led by a dash": Case(
        (
            ("Ferries", "2022", "2023"),
            ("North", "50", "60"),
            ("– Other", "20", "21"),
            ("South", "70", "80"),
            ("– Other", "7", "8"),
        ),
        """
        50 | - | North | 2022
        60 | - | North | 2023
        20 | - | North, other | 2022
        21 | - | North, other | 2023
        70 | - | South | 2022
        80 | - | South | 2023
        7 | - | South, other | 2022
        8 | - | South, other | 2023
        """,
    ),
    "decimal commas": Case(
        (("Fee", "2022", "2023"), ("Bread", "3,75", "1.204,50"), ("Salt", "0,5", "12")),
        """
        3.75 | - | Bread | 2022
        1204.50 | - | Bread | 2023
        0.5 | - | Salt | 2022
        12 | - | Salt | 2023
        """,
    ),
    "changes": Case(
        (("Item", "2023", "% change"), ("Miles", "430", "-4.0"), ("Tolls", "12", "+2.5")),
        """
        430 | - | Miles | 2023
        -4.0 | % | Miles, change | 2023 | change
        12 | - | Tolls | 2023
        2.5 | % | Tolls, change | 2023 | change
        """,
    ),
    "sums beside their parts": Case(
        (
            ("", "", "31-12-2022", "", "31-12-2021"),
            ("Fixed assets", "", "", "", ""),
            ("Machines", "3,702", "", "5,722", ""),
            ("", "", "3,702", "", "5,722"),
            ("Assets", "", "460", "", "805"),
        ),
        """
        3702 | - | Machines | December 31, 2022
        5722 | - | Machines | December 31, 2021
        3702 | - | Fixed assets | December 31, 2022
        5722 | - | Fixed assets | December 31, 2021
        460 | - | Assets | December 31, 2022
        805 | - | Assets | December 31, 2021
        """,
        text=False,
    ),
    "what a caption's unit is not of": Case(
        (
            ("Result", "2022", "2023"),
            ("Net income", "625", "257"),
            ("Income per share", "1.20", "0.98"),
            ("Number of employees", "475", "508"),
            ("Turnover rate", "12", "13"),
            ("Miles (in millions)", "4", "5"),
            ("Fuel (litres)", "7", "8"),
        ),
        """
        625 | thousand USD | Net income | 2022
        257 | thousand USD | Net income | 2023
        1.20 | - | Income per share | 2022 | rate
        0.98 | - | Income per share | 2023 | rate
        475 | - | employees | 2022
        508 | - | employees | 2023
        12 | - | Turnover rate | 2022 | rate
        13 | - | Turnover rate | 2023 | rate
        4 | million | Miles | 2022
        5 | million | Miles | 2023
        7 | litre | Fuel | 2022
        8 | litre | Fuel | 2023
        """,
        lead="Statements (dollars in thousands, except per share amounts)",
    ),
    "a blank cell": Case(
        (
            ("Survey", "Ships", "Ratio"),
            ("Orsk", "5", "0.4"),
            ("Lume", "6", ""),
            ("Karsk", "7", "0.5"),
            ("Almar", "8", "0.6"),
        ),
        """
        5 | - | Orsk, Ships | 2023
        0.4 | - | Orsk, Ratio | 2023 | rate
        6 | - | Lume, Ships | 2023
        - | - | Lume, Ratio | 2023 | not_reported | rate
        7 | - | Karsk, Ships | 2023
        0.5 | - | Karsk, Ratio | 2023 | rate
        8 | - | Almar, Ships | 2023
        0.6 | - | Almar, Ratio | 2023 | rate
        """,
    ),
    "a head inside the table": Case(
        (
            ("Overview", "2021", "2022"),
            ("Visits", "5", "6"),
            ("Crimes", "2022", "2023"),
            ("Arrests", "7", "8"),
        ),
        """
        5 | - | Visits | 2021
        6 | - | Visits | 2022
        7 | - | Arrests | 2022
        8 | - | Arrests | 2023
        """,
    ),
    "years in the heads of rows": Case(
        (
            ("Item", "Orsk", "Lume"),
            ("Fines in 2022", "5", "6"),
            ("Fines (2023)", "7", "8"),
            ("Minimum age", "14", "15"),
            ("Growth", "4%", "-2%"),
        ),
        """
        5 | - | Fines, Orsk | 2022
        6 | - | Fines, Lume | 2022
        7 | - | Fines, Orsk | 2023
        8 | - | Fines, Lume | 2023
        14 | - | Minimum age, Orsk | - | limit
        15 | - | Minimum age, Lume | - | limit
        4 | % | Growth, Orsk | 2023 | change
        -2 | % | Growth, Lume | 2023 | change
        """,
    ),
    "groups that are years": Case(
        (
            ("Item", "Orsk", "Lume"),
            ("2021", "", ""),
            ("Boats", "5", "6"),
            ("2022", "", ""),
            ("Boats", "7", "8"),
        ),
        """
        5 | - | Boats, Orsk | 2021
        6 | - | Boats, Lume | 2021
        7 | - | Boats, Orsk | 2022
        8 | - | Boats, Lume | 2022
        """,
    ),
    "targets and shares": Case(
        (
            ("Item", "2023", "Target 2025", "Share"),
            ("Trees", "5", "9", "12%"),
            ("PAFR (incidents per 1M miles)", "1.6", "2.0", ""),
        ),
        """
        5 | - | Trees | 2023
        9 | - | Trees, Target | 2025 | target
        12 | % | Trees, Share | 2023 | share
        1.6 | - | PAFR | 2023 | rate
        2.0 | - | PAFR, Target | 2025 | target
        """,
    ),
    "a period above the table": Case(
        (("Item", "Men", "Women"), ("Clerks", "5", "6")),
        """
        5 | - | Clerks, Men | 2021
        6 | - | Clerks, Women | 2021
        """,
        lead="Staff in 2021",
    ),
    "two periods in one head": Case(
        (("Item", "FY 2022 vs. FY 2021"), ("Ratio", "1.64 vs 1.68"), ("Miles", "Down by 10.7%")),
        """
        1.64 | - | Ratio | fiscal year 2022 | rate
        1.68 | - | Ratio | fiscal year 2021 | rate
        10.7 | % | Miles, change | fiscal year 2022 | change
        """,
        text=False,
    ),
    "four digits and years with a note": Case(
        (("Port", "Landings", "Built"), ("Orsk", "1204", "1998*"), ("Lume", "980", "2004")),
        """
        1204 | - | Orsk, Landings | 2023
        980 | - | Lume, Landings | 2023
        """,
    ),
    "four digits below years": Case(
        (
            ("Item", "2022", "2023"),
            ("Permits", "1987", "2045"),
            ("Year opened", "1998", "1998"),
            ("Boats", "5", "6"),
        ),
        """
        1987 | - | Permits | 2022
        2045 | - | Permits | 2023
        5 | - | Boats | 2022
        6 | - | Boats | 2023
        """,
    ),
    "a share beside each year": Case(
        (
            ("Item", "2022", "%", "2021", "%"),
            ("Wages", "40", "44.5%", "36", "43%"),
            ("Fuel", "13", "15%", "9", "12%"),
        ),
        """
        40 | - | Wages | 2022
        44.5 | % | Wages, share | 2022 | share
        36 | - | Wages | 2021
        43 | % | Wages, share | 2021 | share
        13 | - | Fuel | 2022
        15 | % | Fuel, share | 2022 | share
        9 | - | Fuel | 2021
        12 | % | Fuel, share | 2021 | share
        """,
        lead="Fiscal years ended September 30",
    ),
    "a stroke among words and ticks": Case(
        (
            ("Port", "Ships", "State", "Lit"),
            ("Orsk", "5", "open", "x"),
            ("Lume", "6", "–", "x"),
            ("Karsk", "7", "shut", ""),
        ),
        """
        5 | - | Orsk, Ships | 2023
        6 | - | Lume, Ships | 2023
        7 | - | Karsk, Ships | 2023
        """,
    ),
    "one suppressed figure": Case(
        (("Port", "Ships", "Crews"), ("Orsk", "5", "x")),
        """
        5 | - | Orsk, Ships | 2023
        - | - | Orsk, Crews | 2023 | not_reported
        """,
    ),
    "long labels": Case(
        (
            ("Boats", "2023"),
            ("Boats that were found by the crews of the northern harbour", "5"),
            ("Boats", "7"),
        ),
        """
        5 | - | Boats that were found by the crews | 2023
        7 | - | Boats | 2023
        """,
    ),
    "heads beside their figures": Case(
        (
            ("Port", "Ships", "", "Crews", ""),
            ("Orsk", "", "5", "", "6"),
            ("Lume", "", "7", "", "8"),
        ),
        """
        5 | - | Orsk, Ships | 2023
        6 | - | Orsk, Crews | 2023
        7 | - | Lume, Ships | 2023
        8 | - | Lume, Crews | 2023
        """,
    ),
    "a column without a head": Case(
        (("Port", "Ships", "", "Crews"), ("Orsk", "5", "6", "7"), ("Lume", "8", "9", "10")),
        """
        5 | - | Orsk, Ships | 2023
        6 | - | Orsk | 2023
        7 | - | Orsk, Crews | 2023
        8 | - | Lume, Ships | 2023
        9 | - | Lume | 2023
        10 | - | Lume, Crews | 2023
        """,
    ),
    "a label that is a unit": Case(
        (("Catch of herring", "2022", "2023"), ("tonnes", "5", "6")),
        """
        5 | tonne | Catch of herring | 2022
        6 | tonne | Catch of herring | 2023
        """,
    ),
    "rates below a scale, shares that are counts": Case(
        (("Item", "2023", "Share"), ("Fees", "1,200", "30"), ("Fees per ship", "12", "5%")),
        """
        1200 | thousand EUR | Fees | 2023
        30 | thousand EUR | Fees, Share | 2023
        12 | - | Fees per ship | 2023 | rate
        5 | % | Fees per ship, Share | 2023 | share
        """,
        lead="Fees, in thousands of euros",
    ),
    "a day above its years": Case(
        (
            ("", "June 30,", "June 30,"),
            ("", "2023", "2022"),
            ("Fees", "5", "6"),
            ("Fines", "7", "8"),
        ),
        """
        5 | - | Fees | June 30, 2023
        6 | - | Fees | June 30, 2022
        7 | - | Fines | June 30, 2023
        8 | - | Fines | June 30, 2022
        """,
    ),
    "quarters above their year": Case(
        (
            ("", "Actual", "Actual", "Actual"),
            ("", "Jan - Mar", "Apr - Jun", "Jan - Dec"),
            ("", "2023", "2023", "2023"),
            ("Fees", "5", "6", "11"),
            ("Fines", "7", "8", "15"),
        ),
        """
        5 | - | Fees | quarter 1 of 2023
        6 | - | Fees | quarter 2 of 2023
        11 | - | Fees | 2023
        7 | - | Fines | quarter 1 of 2023
        8 | - | Fines | quarter 2 of 2023
        15 | - | Fines | 2023
        """,
    ),
    "names below repeated years": Case(
        (
            ("", "2023", "2023", "2022", "2022"),
            ("Ward", "Beds", "Nurses", "Beds", "Nurses"),
            ("North", "5", "6", "7", "8"),
            ("South", "9", "10", "11", "12"),
        ),
        """
        5 | - | North, Beds | 2023
        6 | - | North, Nurses | 2023
        7 | - | North, Beds | 2022
        8 | - | North, Nurses | 2022
        9 | - | South, Beds | 2023
        10 | - | South, Nurses | 2023
        11 | - | South, Beds | 2022
        12 | - | South, Nurses | 2022
        """,
    ),
    "numbered rows": Case(
        (("No.", "Port", "2023"), ("1", "Orsk", "5"), ("2", "Lume", "6")),
        """
        5 | - | Orsk | 2023
        6 | - | Lume | 2023
        """,
        text=False,
    ),
    "labels behind their figures": Case(
        (("86%", "986", "Yes"), ("11%", "122", "No"), ("3%", "33", "Never")),
        """
        86 | % | Yes, share | 2023 | share
        986 | - | Yes | 2023
        11 | % | No, share | 2023 | share
        122 | - | No | 2023
        3 | % | Never, share | 2023 | share
        33 | - | Never | 2023
        """,
        text=False,
    ),
    "rows that are classes": Case(
        (
            ("Stay", "2022", "2023"),
            ("Under 18 days", "5", "6"),
            ("18 to 25", "7", "8"),
            ("100 or more days", "9", "10"),
            ("Rooms with 2 beds", "11", "12"),
        ),
        """
        5 | - | stay under 18 days | 2022
        6 | - | stay under 18 days | 2023
        7 | - | stay 18 to 25 | 2022
        8 | - | stay 18 to 25 | 2023
        9 | - | stay 100 or more days | 2022
        10 | - | stay 100 or more days | 2023
        11 | - | Rooms with beds | 2022
        12 | - | Rooms with beds | 2023
        """,
    ),
    "a column of signs": Case(
        (
            ("Item", "", "2023", "", "2022"),
            ("Wages", "$", "1,200", "$", "1,100"),
            ("Fuel", "$", "340", "$", "(320)"),
        ),
        """
        1200 | USD | Wages | 2023
        1100 | USD | Wages | 2022
        340 | USD | Fuel | 2023
        -320 | USD | Fuel | 2022
        """,
    ),
    "quarters of two years": Case(
        (("Item", "Q1 2023", "Q2 2023", "Q1 2022"), ("Trips", "30", "21", "28")),
        """
        30 | - | Trips | quarter 1 of 2023
        21 | - | Trips | quarter 2 of 2023
        28 | - | Trips | quarter 1 of 2022
        """,
    ),
    "a plan, what came of it and the difference": Case(
        (
            ("Item", "Budget 2023", "Actual 2023", "Variance"),
            ("Wages", "50", "48", "(2)"),
            ("Fuel", "5", "7", "2"),
        ),
        """
        50 | - | Wages, Budget | 2023 | plan
        48 | - | Wages | 2023
        -2 | - | Wages, Variance | 2023 | change
        5 | - | Fuel, Budget | 2023 | plan
        7 | - | Fuel | 2023
        2 | - | Fuel, Variance | 2023 | change
        """,
    ),
    "kinds above repeated years": Case(
        (
            ("", "Gross Fees", "Gross Fees", "Net Fees", "Net Fees"),
            ("", "2023", "2022(1)", "2023", "2022(1)"),
            ("Berths", "310.5", "290.0", "201.4", "188.8"),
            ("Pilots", "(12.4)", "(15.0)", "8.1", "9.7(2)"),
        ),
        """
        310.5 | - | Berths, Gross Fees | 2023
        290.0 | - | Berths, Gross Fees | 2022
        201.4 | - | Berths, Net Fees | 2023
        188.8 | - | Berths, Net Fees | 2022
        -12.4 | - | Pilots, Gross Fees | 2023
        -15.0 | - | Pilots, Gross Fees | 2022
        8.1 | - | Pilots, Net Fees | 2023
        9.7 | - | Pilots, Net Fees | 2022
        """,
    ),
    "years that head the rows": Case(
        (
            ("Years", "New Licences", "Valid Licences"),
            ("2022", "354,882", "2,011,055"),
            ("2023", "396,217", "2,147,549"),
        ),
        """
        354882 | - | New Licences | 2022
        2011055 | - | Valid Licences | 2022
        396217 | - | New Licences | 2023
        2147549 | - | Valid Licences | 2023
        """,
        lead="Below are the licences of the last two years:",
    ),
    "a column that ends before the others": Case(
        (
            ("Fleet", "Share of quota", "Catch"),
            ("Northern boats", "10.5%", "1,320"),
            ("Southern boats", "8.1%", "180"),
            ("Eastern boats", "7.7%", "90"),
            ("Western boats", "2.3%", "70"),
            ("Catch of all banks", "", "1,660"),
            ("Catch thrown back", "", "(93)"),
        ),
        """
        10.5 | % | Northern boats, Share of quota | 2023 | share
        1320 | - | Northern boats, Catch | 2023
        8.1 | % | Southern boats, Share of quota | 2023 | share
        180 | - | Southern boats, Catch | 2023
        7.7 | % | Eastern boats, Share of quota | 2023 | share
        90 | - | Eastern boats, Catch | 2023
        2.3 | % | Western boats, Share of quota | 2023 | share
        70 | - | Western boats, Catch | 2023
        1660 | - | Catch of all banks | 2023
        -93 | - | Catch thrown back | 2023
        """,
    ),
    "funds of a parish, heads over three lines": Case(
        (
            ("", "Unrestricted", "Restricted", "Endowment", "Total", "Total"),
            ("", "funds", "funds", "funds", "this year", "last year"),
            ("", "£", "£", "£", "£", "£"),
            ("Donations", "1,200.50", "300.00", "—", "1,500.50", "1,410.00"),
            ("Legacies", "—", "—", "—", "—", "250.00"),
            ("Candles", "80.00", "—", "—", "80.00", "75.50"),
            ("Total income", "1,280.50", "300.00", "—", "1,580.50", "1,735.50"),
        ),
        """
        1200.50 | GBP | Donations, Unrestricted funds | 2023
        300.00 | GBP | Donations, Restricted funds | 2023
        0 | GBP | Donations, Endowment funds | 2023 | none
        1500.50 | GBP | Donations | 2023
        1410.00 | GBP | Donations | 2022
        0 | GBP | Legacies, Unrestricted funds | 2023 | none
        0 | GBP | Legacies, Restricted funds | 2023 | none
        0 | GBP | Legacies, Endowment funds | 2023 | none
        0 | GBP | Legacies | 2023 | none
        250.00 | GBP | Legacies | 2022
        80.00 | GBP | Candles, Unrestricted funds | 2023
        0 | GBP | Candles, Restricted funds | 2023 | none
        0 | GBP | Candles, Endowment funds | 2023 | none
        80.00 | GBP | Candles | 2023
        75.50 | GBP | Candles | 2022
        1280.50 | GBP | Total income, Unrestricted funds | 2023
        300.00 | GBP | Total income, Restricted funds | 2023
        0 | GBP | Total income, Endowment funds | 2023 | none
        1580.50 | GBP | Total income | 2023
        1735.50 | GBP | Total income | 2022
        """,
    ),
    "funds of two years, each with a total": Case(
        (
            ("", "2023", "2023", "2023", "2022", "2022", "2022"),
            ("", "General", "Designated", "Total", "General", "Designated", "Total"),
            ("Grants paid", "40", "15", "55", "38", "-", "38"),
            ("Rent", "12", "-", "12", "11", "-", "11"),
            ("Total", "52", "15", "67", "49", "-", "49"),
        ),
        """
        40 | - | Grants paid, General | 2023
        15 | - | Grants paid, Designated | 2023
        55 | - | Grants paid | 2023
        38 | - | Grants paid, General | 2022
        0 | - | Grants paid, Designated | 2022 | none
        38 | - | Grants paid | 2022
        12 | - | Rent, General | 2023
        0 | - | Rent, Designated | 2023 | none
        12 | - | Rent | 2023
        11 | - | Rent, General | 2022
        0 | - | Rent, Designated | 2022 | none
        11 | - | Rent | 2022
        52 | - | Total, General | 2023
        15 | - | Total, Designated | 2023
        67 | - | Total | 2023
        49 | - | Total, General | 2022
        0 | - | Total, Designated | 2022 | none
        49 | - | Total | 2022
        """,
    ),
    "donor restrictions in dollars": Case(
        (
            ("", "Without Donor", "With Donor", ""),
            ("Revenue", "Restrictions", "Restrictions", "Total"),
            ("Contributions", "$ 5,200", "$ 700", "$ 5,900"),
            ("Released", "300", "(300)", "–"),
            ("Total revenue", "$ 5,500", "$ 400", "$ 5,900"),
        ),
        """
        5200 | USD | Contributions, Without Donor Restrictions | 2023
        700 | USD | Contributions, With Donor Restrictions | 2023
        5900 | USD | Contributions | 2023
        300 | USD | Released, Without Donor Restrictions | 2023
        -300 | USD | Released, With Donor Restrictions | 2023
        0 | USD | Released | 2023 | none
        5500 | USD | Total revenue, Without Donor Restrictions | 2023
        400 | USD | Total revenue, With Donor Restrictions | 2023
        5900 | USD | Total revenue | 2023
        """,
    ),
    "a column of notes, a year restated": Case(
        (
            ("", "Note", "2023", "2022"),
            ("", "", "", "restated"),
            ("", "", "€'000", "€'000"),
            ("Fees", "4", "1,204", "1,150"),
            ("Fishing rights", "5, 6", "–", "35"),
            ("Creditors less than a year", "7", "(88)", "(91)"),
            ("Total assets less debts", "", "1,116", "1,094"),
        ),
        """
        1204 | thousand EUR | Fees | 2023
        1150 | thousand EUR | Fees | 2022
        0 | thousand EUR | Fishing rights | 2023 | none
        35 | thousand EUR | Fishing rights | 2022
        -88 | thousand EUR | Creditors less than a year | 2023
        -91 | thousand EUR | Creditors less than a year | 2022
        1116 | thousand EUR | Total assets less debts | 2023
        1094 | thousand EUR | Total assets less debts | 2022
        """,
    ),
    "a town's funds, planned and spent": Case(
        (
            ("Fund", "Budget", "Actual", "Prior year"),
            ("Water (CHF)", "500", "480", "—"),
            ("Roads (CHF)", "90", "—", "70"),
        ),
        """
        500 | swiss franc | Water, Budget | 2023 | plan
        480 | swiss franc | Water | 2023
        0 | swiss franc | Water | 2022 | none
        90 | swiss franc | Roads, Budget | 2023 | plan
        0 | swiss franc | Roads | 2023 | none
        70 | swiss franc | Roads | 2022
        """,
    ),
    "dashes that a total adds up": Case(
        (
            ("Gifts", "Spring", "Autumn", "Total"),
            ("Hay", "5", "–", "5"),
            ("Oats", "–", "7", "7"),
            ("Total", "5", "7", "12"),
        ),
        """
        5 | - | Hay, Spring | 2023
        0 | - | Hay, Autumn | 2023 | none
        5 | - | Hay, Total | 2023
        0 | - | Oats, Spring | 2023 | none
        7 | - | Oats, Autumn | 2023
        7 | - | Oats, Total | 2023
        5 | - | Total, Spring | 2023
        7 | - | Total, Autumn | 2023
        12 | - | Total | 2023
        """,
    ),
    "groups that each have a total": Case(
        (
            ("Kroner", "2023", "2022"),
            ("Ferries", "", ""),
            ("Tickets", "210", "198"),
            ("Bicycles", "14", "12"),
            ("Total", "224", "210"),
            ("Harbour", "", ""),
            ("Moorings", "77", "80"),
            ("Total", "77", "80"),
            ("Grand total", "301", "290"),
        ),
        """
        210 | krone | Tickets | 2023
        198 | krone | Tickets | 2022
        14 | krone | Bicycles | 2023
        12 | krone | Bicycles | 2022
        224 | krone | Ferries, total | 2023
        210 | krone | Ferries, total | 2022
        77 | krone | Moorings | 2023
        80 | krone | Moorings | 2022
        77 | krone | Harbour, total | 2023
        80 | krone | Harbour, total | 2022
        301 | krone | Grand total | 2023
        290 | krone | Grand total | 2022
        """,
    ),
    "a long label beside a fund": Case(
        (
            ("", "General", "Designated", "Total"),
            ("Money that the guild of the northern harbour keeps at the bank", "5", "6", "11"),
            ("Boats", "7", "8", "15"),
        ),
        """
        5 | - | Money that the guild of the northern harbour, General | 2023
        6 | - | Money that the guild of the northern harbour, Designated | 2023
        11 | - | Money that the guild of the northern harbour keeps | 2023
        7 | - | Boats, General | 2023
        8 | - | Boats, Designated | 2023
        15 | - | Boats | 2023
        """,
    ),
}


def markdown(case: Case) -> bytes:
    """The table as Markdown."""
    head, *body = (f"| {' | '.join(row)} |" for row in case.rows)
    rule = "|" + "---|" * len(case.rows[0])
    return "\n".join((f"# {TITLE}", "", case.lead, "", head, rule, *body, "")).encode()


def page(case: Case) -> bytes:
    """The table as HTML, its heads not marked as such."""
    rows = "".join(
        f"<tr>{''.join(f'<td>{html.escape(cell)}</td>' for cell in row)}</tr>" for row in case.rows
    )
    return (
        f"<html><head><title>{TITLE}</title></head><body><main><h1>{TITLE}</h1>"
        f"<p>{case.lead}</p><table>{rows}</table></main></body></html>"
    ).encode()


def blocks(case: Case) -> bytes:
    """The table as blocks of a page that say what they are."""
    cells = (
        "".join(f"<div role=cell>{html.escape(cell)}</div>" for cell in row) for row in case.rows
    )
    rows = "".join(f"<div role=row>{row}</div>" for row in cells)
    return (
        f"<title>{TITLE}</title><main><h1>{TITLE}</h1><p>{case.lead}</p>"
        f"<div role=table>{rows}</div></main>"
    ).encode()


def word(case: Case) -> bytes:
    """The table as a Word document."""
    rows = [[html.escape(cell) for cell in row] for row in case.rows]
    return docx([para(run(TITLE), style="Title"), para(run(case.lead)), docx_table(rows)])


def text(case: Case) -> bytes:
    """The table as plain text, set with spaces."""
    widths = [max(len(row[at]) for row in case.rows) for at in range(len(case.rows[0]))]
    lines = [
        "   ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in case.rows
    ]
    return "\n".join((TITLE.upper(), "", case.lead, "", *lines, "", "The end of it.", "")).encode()


def open_document(case: Case) -> bytes:
    """The table as OpenDocument text."""
    rows = [[html.escape(cell) for cell in row] for row in case.rows]
    return odt([odt_head(TITLE), odt_para(html.escape(case.lead)), odt_table(rows)])


def drawn(case: Case, ruled: bool) -> bytes:
    """The table as a PDF, its figures set right, with rules between its rows or without any."""
    lines = [pdf_text(50, 60, TITLE, 18, "bold"), pdf_text(50, 96, case.lead)]
    width = min(60.0, 330 / (len(case.rows[0]) - 1))
    for at, row in enumerate(case.rows):
        y = 130 + 18 * at
        for column, cell in enumerate(row):
            right = 240 + width * column - len(cell) * 3.4
            words = cell.replace("−", "-")  # the standard fonts have no minus
            lines += [pdf_text(right if column else 50, y, words, 7)] * bool(cell)
        if ruled:
            lines += [rule(48, y + 5, 246 + width * (len(row) - 1))]
    return pdf([[*lines, *([rule(48, 117, 246 + width * (len(case.rows[0]) - 1))] * ruled)]])


FORMATS: Final[dict[str, Callable[[Case], bytes]]] = {
    "md": markdown, "html": page, "blocks.html": blocks, "docx": word, "txt": text,
    "odt": open_document,
    "pdf": lambda case: drawn(case, ruled=False), "ruled.pdf": lambda case: drawn(case, ruled=True),
}  # fmt: skip


# their columns are not of values, or no row shows where they are
NEED_RULES: Final = frozenset(
    {
        "a stroke among words and ticks",
        "heads beside their figures",
        "labels behind their figures",
        "numbered rows",
        "two periods in one head",
        "sums beside their parts",
    }
)


def told(fact: Fact) -> str:
    """A fact as a line of a case."""
    period = fact.period.label if fact.period else "-"
    unusual = [
        value
        for value, usual in ((fact.status, "reported"), (fact.bound, "exact"), (fact.kind, "level"))
        if value != usual
    ]
    value = "-" if fact.value is None else f"{fact.value:f}"
    value = value.rstrip("0").rstrip(".") if "e" in value.casefold() else value
    return " | ".join((value, fact.unit or "-", fact.label, period, *unusual))


def expected(case: Case) -> list[str]:
    """The lines of a case."""
    return [line.strip() for line in case.facts.strip().splitlines()]


def can_hold(form: str, name: str) -> bool:
    """Whether a format has the rules or marks that a table needs."""
    return CASES[name].text if form == "txt" else form != "pdf" or name not in NEED_RULES


@pytest.mark.parametrize(
    ("name", "form"), [(name, form) for name in CASES for form in FORMATS if can_hold(form, name)]
)
def test_a_table_gives_the_same_facts_in_every_format(name: str, form: str, tmp_path: Path) -> None:
    case = CASES[name]
    file = tmp_path / f"report.{form}"
    file.write_bytes(FORMATS[form](case))
    reading = load(file)
    facts = [fact for fact in reading.facts if fact.table is not None]
    assert [told(fact).replace("1200000.0", "1200000") for fact in facts] == expected(case)
    sentences = reading.edition.sentences
    shown = [sentences[fact.sentence].text[fact.at.start : fact.at.end] for fact in facts]
    assert shown == [fact.quote or "–" for fact in facts]
