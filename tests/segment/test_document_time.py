"""The period that the data of a report are for, told apart from the year of its title."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import NamedTuple

import pytest

from tests.readers.docx_maker import docx, para, run
from tracediff.model import Block, BlockKind, Cell, Edition, Source, Span
from tracediff.normalize import normalize
from tracediff.readers.docx import read_docx
from tracediff.readers.html import read_html
from tracediff.readers.markdown import read_markdown
from tracediff.readers.text import read_text
from tracediff.segment import segment
from tracediff.settings import Reading


def edition(text: str, name: str = "report.md", year: int | None = None) -> Edition:
    read = read_text if name.endswith(".txt") else read_markdown
    source = read(text.encode(), name, Reading())
    return segment(source, normalize(source), year)


class Kind(NamedTuple):
    """The beginning of a report of some kind, and what is to be told of it."""

    text: str
    title: str
    title_year: int | None
    year: int
    days: tuple[date, date] | None = None
    name: str = "report.md"


KINDS = {
    "central bank": Kind(
        "# Bank of Orsk Annual Report 2022/23\n"
        "\n"
        "## Foreword by the Governor\n"
        "\n"
        "Our financial year runs from 1 March to 28 February. Inflation averaged 6.1 per "
        "cent in the year to February 2023, up from 3.2 per cent in the year to February "
        "2022. The Bank expects inflation to fall to 4 per cent in 2024.\n"
        "\n"
        "The policy rate was raised six times during the year. Reserves stood at 41.2 "
        "billion crowns at 28 February 2023 (2022: 39.8 billion).\n",
        "Bank of Orsk Annual Report 2022/23",
        2023,
        2023,
        (date(2022, 3, 1), date(2023, 2, 28)),
    ),
    "police stats": Kind(
        "# Police recorded crime in Norr: year ending March 2023\n"
        "\n"
        "Released 20 July 2023. Next release 18 July 2024.\n"
        "\n"
        "## Main points\n"
        "\n"
        "Police recorded 41,200 offences in the year ending March 2023, compared with "
        "39,800 in the year ending March 2022 and 44,100 in the year ending March 2020.\n"
        "\n"
        "Knife offences rose 3 per cent. Robbery rose from 1,020 to 1,180 offences.\n",
        "Police recorded crime in Norr: year ending March 2023",
        2023,
        2023,
        (date(2022, 4, 1), date(2023, 3, 31)),
    ),
    "gender pay": Kind(
        "# Gender Pay Gap Report 2023\n"
        "\n"
        "University of Tessamar. Published March 2024.\n"
        "\n"
        "The Equality Act 2010 (Gender Pay Gap Information) Regulations 2017 require "
        "employers with 250 staff or more to publish their gap each year. The snapshot "
        "date is 31 March 2023.\n"
        "\n"
        "Our mean gap was 14.2% at 31 March 2023. It was 15.1% at 31 March 2022. The "
        "median gap was 12.0%. Our Athena action plan 2021-2026 sets a goal of 10% by "
        "2026.\n",
        "Gender Pay Gap Report 2023",
        2023,
        2023,
    ),
    "water": Kind(
        "Lunn Water plc\n"
        "\n"
        "Annual Performance Report 2021-22\n"
        "\n"
        "For the year ended 31 March 2022\n"
        "\n"
        "Leakage fell to 512 megalitres a day in 2021/22 from 530 in 2020/21. We will "
        "invest\n"
        "180 million in 2022/23. The AMP7 period runs from 2020 to 2025. Customer "
        "contacts about taste\n"
        "were 1.02 per 1,000 in 2021/22.\n",
        "Annual Performance Report 2021-22",
        2022,
        2022,
        (date(2021, 4, 1), date(2022, 3, 31)),
        name="report.txt",
    ),
    "ngo": Kind(
        "# Annual Review 2021-22\n"
        "\n"
        "Founded in 1974, Open Hands works in 12 countries. Our strategy 2020-2025 sets "
        "out five goals.\n"
        "\n"
        "In 2021-22 we reached 1.2 million people. In 2021-22 we raised 14.1 million. In "
        "2020-21 we raised 12.9 million. By 2025 we will reach 2 million.\n",
        "Annual Review 2021-22",
        2022,
        2022,
        (date(2021, 7, 1), date(2022, 6, 30)),
    ),
    "esg": Kind(
        "# Sustainability Report 2022\n"
        "\n"
        "Published in May 2023\n"
        "\n"
        "This report covers the period from 1 January to 31 December 2022. We aim to cut "
        "emissions by 50 percent by 2030 against a 2019 baseline.\n"
        "\n"
        "Scope 1 emissions were 12,400 tonnes in 2022, 13,100 in 2021 and 15,900 in 2019."
        " The Paris Agreement of 2015 guides our targets. In 2023 we will publish a "
        "transition plan.\n",
        "Sustainability Report 2022",
        2022,
        2022,
        (date(2022, 1, 1), date(2022, 12, 31)),
    ),
    "quality account": Kind(
        "# Quality Account 2022/23\n"
        "\n"
        "St Alba Hospitals Trust, June 2023\n"
        "\n"
        "## Part 1. Statement from the chief executive\n"
        "\n"
        "I am pleased to present our Quality Account for 2022/23. In 2022/23 there were "
        "41 cases of C. difficile against a limit of 45; there were 52 in 2021/22.\n"
        "\n"
        "## Part 2. Priorities for 2023/24\n"
        "\n"
        "In 2023/24 we will reduce falls by 10 per cent. Priorities for 2023/24 are falls"
        " and sepsis.\n",
        "Quality Account 2022/23",
        2023,
        2023,
        (date(2022, 7, 1), date(2023, 6, 30)),
    ),
    "climate synthesis": Kind(
        "# Climate Change 2022: Impacts and Adaptation\n"
        "\n"
        "## Summary for Policymakers\n"
        "\n"
        "This report assesses literature accepted by 1 September 2021. Global surface "
        "temperature was 1.09 °C higher in 2011–2020 than in 1850–1900. Emissions in 2019"
        " were 59 Gt, 12% higher than in 2010. In 2019, about 34% came from energy. In "
        "2019, 22% came from land. In 2019 the average was 410 ppm. In 2019 cities "
        "emitted 29 Gt. \n",
        "Climate Change 2022: Impacts and Adaptation",
        2022,
        2022,
    ),
    "tip-like": Kind(
        "# 2022 Forced Labour Report: Veldania\n"
        "\n"
        "The government reported identifying 312 victims in 2021, compared with 298 in "
        "2020. In 2021 prosecutors opened 44 cases; in 2021 courts convicted 12 "
        "traffickers, compared with 9 in 2020. In 2021 the hotline took 1,904 calls. In "
        "January 2022, parliament debated a bill. The government did not report how many "
        "it assisted in 2021.\n",
        "2022 Forced Labour Report: Veldania",
        2022,
        2021,
        (date(2021, 1, 1), date(2021, 12, 31)),
    ),
    "retailer": Kind(
        "UNITED STATES\n"
        "SECURITIES AND EXCHANGE COMMISSION\n"
        "\n"
        "FORM 10-K\n"
        "\n"
        "ANNUAL REPORT PURSUANT TO SECTION 13 OF THE SECURITIES EXCHANGE ACT OF 1934\n"
        "\n"
        "For the fiscal year ended January 28, 2023\n"
        "\n"
        "Our fiscal year ends on the Saturday closest to January 31. Fiscal 2022 had 52 "
        "weeks. Net sales in fiscal 2022 were $4.1 billion, compared with $3.9 billion in"
        " fiscal 2021. Fiscal 2023 will have 53 weeks. We opened 14 stores in fiscal "
        "2022.\n",
        "ANNUAL REPORT PURSUANT TO SECTION 13 OF THE SECURITIES EXCHANGE ACT OF 1934",
        2023,
        2022,
        (date(2022, 1, 29), date(2023, 1, 28)),
        name="report.txt",
    ),
    "52 weeks": Kind(
        "Harbour Stores Group plc\n"
        "\n"
        "Preliminary results for the 52 weeks ended 1 July 2023\n"
        "\n"
        "Group sales rose 4.1% to £2,410m (52 weeks to 2 July 2022: £2,315m). Profit "
        "before tax was £88.1m (2022: £80.2m).\n",
        "Preliminary results for the 52 weeks ended 1 July 2023",
        2023,
        2023,
        (date(2022, 7, 3), date(2023, 7, 1)),
        name="report.txt",
    ),
    "half-year": Kind(
        "Norr Shipping ASA\n"
        "\n"
        "Half-year report 2023\n"
        "\n"
        "For the six months ended 30 June 2023\n"
        "\n"
        "Revenue for the six months ended 30 June 2023 was 120 million, compared with 98 "
        "million for the six months ended 30 June 2022. For the year ended 31 December "
        "2022 it was 210 million.\n",
        "Half-year report 2023",
        2023,
        2023,
        (date(2023, 1, 1), date(2023, 6, 30)),
        name="report.txt",
    ),
    "quarter": Kind(
        "# Lunn Ports: Q3 2023 trading update\n"
        "\n"
        "Throughput was 410,000 containers in Q3 2023, against 395,000 in Q3 2022. The "
        "berths opened in 2019 handled a third.\n",
        "Lunn Ports: Q3 2023 trading update",
        2023,
        2023,
        (date(2023, 7, 1), date(2023, 9, 30)),
    ),
    "survey fielded": Kind(
        "---\n"
        "title: Weaver Survey 2023 Results\n"
        "---\n"
        "\n"
        "Hello weavers! The survey ran from 18 December 2023 to 8 January 2024. We had "
        "4,120 responses, compared with 3,900 in 2022. In 2024 we plan to fund a loom "
        "library. Published on 14 February 2024.\n",
        "Weaver Survey 2023 Results",
        2023,
        2023,
    ),
    "dsa": Kind(
        "# Risk Assessment Report\n"
        "\n"
        "November 2025\n"
        "\n"
        "Regulation (EU) 2022/2065 requires an assessment once a year. This report covers"
        " the period from 26 August 2024 to 25 August 2025. We removed 12,400 listings "
        "during the reporting period. In 2023 we set up a trust team.\n",
        "Risk Assessment Report",
        2025,
        2025,
        (date(2024, 8, 26), date(2025, 8, 25)),
    ),
    "dsa titled later": Kind(
        "# Systemic Risk Report 2025\n"
        "\n"
        "Between 1 July and 31 December 2024 we removed 1,200 posts. The reporting period"
        " is 1 July to 31 December 2024. In the reporting period from 1 July to 31 "
        "December 2024 moderators read 4,100 notices. In 2025 we updated our rules.\n",
        "Systemic Risk Report 2025",
        2025,
        2024,
        (date(2024, 7, 1), date(2024, 12, 31)),
    ),
    "yearbook": Kind(
        "MUSEUM OF NORR\n"
        "\n"
        "YEARBOOK 1953-1954\n"
        "\n"
        "The collections grew by 4,120 objects during the year ended June 30, 1954. In "
        "September 1953\n"
        "the hall of ships was opened. Dr. Alba, born in 1901, was appointed keeper in "
        "1921.\n",
        "YEARBOOK 1953-1954",
        1954,
        1954,
        (date(1953, 7, 1), date(1954, 6, 30)),
        name="report.txt",
    ),
    "plan must not win": Kind(
        "# Progress on the Roads Strategy 2018-2022: annual report 2020\n"
        "\n"
        "The Roads Strategy 2018-2022 was adopted in 2017. In 2020 the ministry repaired "
        "410 km. In 2019 it repaired 380 km. The Road Act 2004 was amended in 2016.\n",
        "Progress on the Roads Strategy 2018-2022: annual report 2020",
        2020,
        2020,
        (date(2020, 1, 1), date(2020, 12, 31)),
    ),
    "law in title": Kind(
        "# Report under the Fisheries Act 1991\n"
        "\n"
        "In 2021 the agency inspected 214 boats. In 2021 it fined 12 owners. The quota "
        "for 2022 is 900 tonnes. In 2020 it inspected 190 boats.\n",
        "Report under the Fisheries Act 1991",
        None,
        2021,
        (date(2021, 1, 1), date(2021, 12, 31)),
    ),
    "copyright": Kind(
        "Contents\n"
        "\n"
        "Annual statistics of the ports\n"
        "\n"
        "© 2024 Ports Office. All rights reserved.\n"
        "\n"
        "Ships called 4,120 times in 2022. Cargo was 12.1 million tonnes in 2022. In 2021"
        " it was\n"
        "11.8 million tonnes. The next edition will appear in 2024.\n",
        "Annual statistics of the ports",
        None,
        2022,
        (date(2022, 1, 1), date(2022, 12, 31)),
        name="report.txt",
    ),
    "table only": Kind(
        "# Ports of Norr\n"
        "\n"
        "| Measure | 2021 | 2022 |\n"
        "|---|---|---|\n"
        "| Ships | 4,010 | 4,120 |\n"
        "| Cargo | 11.8 | 12.1 |\n",
        "Ports of Norr",
        None,
        2022,
        (date(2022, 1, 1), date(2022, 12, 31)),
    ),
    "table ty+1 titled": Kind(
        "# Statistical bulletin, April 2023\n"
        "\n"
        "| Measure | 2020 | 2021 | 2022 |\n"
        "|---|---|---|---|\n"
        "| Ships | 3,900 | 4,010 | 4,120 |\n"
        "| Cargo | 11.2 | 11.8 | 12.1 |\n"
        "| Crews | 210 | 205 | 214 |\n"
        "| Fines | 12 | 14 | 9 |\n",
        "Statistical bulletin, April 2023",
        2023,
        2022,
        (date(2022, 1, 1), date(2022, 12, 31)),
    ),
    "accounts": Kind(
        "# Report and financial statements\n"
        "\n"
        "for the year ended 31 July 2022\n"
        "\n"
        "Registered charity 1120011. Total income for the year ended 31 July 2022 was "
        "£4.1m (2021: £3.9m). The trustees approved the accounts on 14 December 2022.\n",
        "Report and financial statements",
        2022,
        2022,
        (date(2021, 8, 1), date(2022, 7, 31)),
    ),
    "japan": Kind(
        "# Integrated Report 2023\n"
        "\n"
        "Net sales for fiscal 2022 (April 1, 2022 to March 31, 2023) were 812 billion "
        "yen. In fiscal 2022 we employed 12,400 people, in fiscal 2021 11,900. For fiscal"
        " 2023 we forecast sales of 830 billion yen.\n",
        "Integrated Report 2023",
        2023,
        2022,
        (date(2022, 4, 1), date(2023, 3, 31)),
    ),
    "india": Kind(
        "# Annual Report FY 2022-23\n"
        "\n"
        "In FY 2022-23 the company made 41,200 pumps (FY 2021-22: 38,100). Our target for"
        " FY 2023-24 is 44,000. As at March 31, 2023 it had 1,204 staff.\n",
        "Annual Report FY 2022-23",
        2023,
        2023,
        (date(2022, 7, 1), date(2023, 6, 30)),
    ),
    "transparency half": Kind(
        "# Requests report: second half of 2022\n"
        "\n"
        "We received 41 requests, compared with 38 in the first half of 2022.\n",
        "Requests report: second half of 2022",
        2022,
        2022,
        (date(2022, 7, 1), date(2022, 12, 31)),
    ),
    "births": Kind(
        "# Prison conditions in Veldania\n"
        "\n"
        "Maria Alba (born 1987) was arrested in 2015. As of December 2021, 4,120 persons "
        "were held, of whom 1,204 awaited trial. In 2021 the ombudsman made 12 visits. In"
        " 2020 he made 9. The prison of Orsk, built in 1962, held 410 persons in 2021.\n",
        "Prison conditions in Veldania",
        None,
        2021,
        (date(2021, 1, 1), date(2021, 12, 31)),
    ),
    "lagged stats": Kind(
        "# Education at a Glimpse 2023\n"
        "\n"
        "In 2021, 14 per cent of young adults left school early; in 2011 it was 18 per "
        "cent. In 2021 spending was 4.1 per cent of GDP. In 2021 there were 12 pupils per"
        " teacher. In 2021 41 per cent had a degree. Data for 2022 are not yet available.\n",
        "Education at a Glimpse 2023",
        2023,
        2021,
        (date(2021, 1, 1), date(2021, 12, 31)),
    ),
}


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_report_of_any_kind_tells_its_title_and_data_period(kind: Kind) -> None:
    told = edition(kind.text, kind.name)
    assert (told.title, told.title_year, told.year) == (kind.title, kind.title_year, kind.year)
    assert told.period is not None
    assert told.period.year == kind.year
    if kind.days is not None:
        assert (told.period.start, told.period.end) == kind.days


@pytest.mark.parametrize(
    ("heading", "year", "start", "end"),
    [
        ("Boats: 1 April 2021 - 31 March 2022", 2022, (2021, 4, 1), (2022, 3, 31)),
        ("Boats: 01/04/2021 - 31/03/2022", 2022, (2021, 4, 1), (2022, 3, 31)),
        ("Boats: 25 September to 31 December 2023", 2023, (2023, 9, 25), (2023, 12, 31)),
        ("Boats between March and May 2023", 2023, (2023, 3, 1), (2023, 5, 31)),
        ("Boats, October 2022 to March 2023", 2023, (2022, 10, 1), (2023, 3, 31)),
        ("Boats, first quarter of 2023", 2023, (2023, 1, 1), (2023, 3, 31)),
        ("Boats in the last quarter of 2023", 2023, (2023, 10, 1), (2023, 12, 31)),
        ("Boats, 2023 Q2", 2023, (2023, 4, 1), (2023, 6, 30)),
        ("Boats: results for the year ended 28 February 2023", 2023, (2022, 3, 1), (2023, 2, 28)),
        ("Boats: year ended 15 July 2022", 2022, (2021, 7, 16), (2022, 7, 15)),
        ("Boats: half-year ended 31 December 2022", 2022, (2022, 7, 1), (2022, 12, 31)),
        ("Boats: quarter ended 30 June 2022", 2022, (2022, 4, 1), (2022, 6, 30)),
        ("Boats: nine months to September 2022", 2022, (2022, 1, 1), (2022, 9, 30)),
        ("Boats: 26 weeks ended 1 July 2023", 2023, (2023, 1, 1), (2023, 7, 1)),
        ("Boats FY22/23", 2023, (2022, 7, 1), (2023, 6, 30)),
        ("Boats FY23", 2023, (2023, 1, 1), (2023, 12, 31)),
        ("Boats, academic year 2022-23", 2023, (2022, 7, 1), (2023, 6, 30)),
        ("Boats, 2022/2023", 2023, (2022, 7, 1), (2023, 6, 30)),
        ("Boats, 30/06/2022", 2022, (2022, 1, 1), (2022, 12, 31)),
        ("Boats, 06/30/2022", 2022, (2022, 1, 1), (2022, 12, 31)),
        ("Boats, 2022-06-30", 2022, (2022, 1, 1), (2022, 12, 31)),
        ("Boats lost 2018-2022", 2022, (2022, 1, 1), (2022, 12, 31)),
    ],
)
def test_a_heading_names_a_stretch_of_time(
    heading: str, year: int, start: tuple[int, int, int], end: tuple[int, int, int]
) -> None:
    told = edition(f"# {heading}\n\nShips came and went.")
    assert told.period is not None
    assert (told.year, told.title_year) == (year, year)
    assert (told.period.start, told.period.end) == (date(*start), date(*end))


@pytest.mark.parametrize(
    "heading",
    [
        "Boats numbered 2091",
        "Boats by vote 2022-10",
        "Boats of the third half of 2022",
        "Boats, 31/31/2022",
        "Boats, 2022-13-41",
        "Boats, 31 February 2022",
        "Boats: a page at ports/2022/boats",
        "Boats under the Harbour Act 2022",
        "Boats in the Plan 2018-2022",
        "Boats, published 2022",
    ],
)
def test_a_heading_without_a_time_of_its_own_names_none(heading: str) -> None:
    told = edition(f"# {heading}\n\nShips came and went.")
    assert (told.title_year, told.year) == (None, None)


def test_a_span_whose_end_lies_before_its_beginning_is_none() -> None:
    told = edition("# Boats: 01/04/2023 - 31/03/2022\n\nShips came and went.")
    assert (told.title_year, told.year) == (None, None)


def test_a_fiscal_year_that_ends_in_january_is_filed_as_the_company_calls_it() -> None:
    told = edition(
        "# Annual report\n\nFor our fiscal year ended January 28, 2023. In fiscal 2022 we sold"
        " 41 boats. In fiscal 2022 we lost 2."
    )
    assert told.period is not None
    assert (told.year, told.period.year) == (2022, 2022)
    assert told.period.end == date(2023, 1, 28)
    assert told.year_reason == "the text says “fiscal year ended January 28, 2023”"


@pytest.mark.parametrize(
    ("sentence", "start", "end"),
    [
        ("Our financial year runs from July to the end of June.", (2021, 7, 1), (2022, 6, 30)),
        ("The company’s fiscal year ends on 31 March.", (2021, 4, 1), (2022, 3, 31)),
        ("Its financial year ends in December.", (2022, 1, 1), (2022, 12, 31)),
        ("The government’s fiscal year ends in June.", (2022, 1, 1), (2022, 12, 31)),
    ],
)
def test_the_months_of_the_writers_own_year_of_accounts_are_heard(
    sentence: str, start: tuple[int, int, int], end: tuple[int, int, int]
) -> None:
    told = edition(f"# Statement 2022\n\n{sentence}")
    assert told.period is not None
    assert (told.period.start, told.period.end) == (date(*start), date(*end))


COUNTED = (
    "In 2021 the office saw 41 boats. In 2021 it fined 12. In 2021 it sold 9. In 2021 it lost 2."
)


@pytest.mark.parametrize(
    ("title", "text", "year"),
    [
        ("Boats 2022", COUNTED, 2021),
        ("Boats 2022", f"{COUNTED} In 2022 it saw 40 boats. In May 2022 it lost 3.", 2022),
        ("Boats 2024", COUNTED, 2024),
        ("Boats 2022", "In 2021 the office saw 41 boats. It has 12 of its own.", 2022),
        ("Boats 2022", "In 2021 the office saw 41 boats. It has a quay.", 2021),
        ("Boats 2022", "In 2021 the office was closed. It has a quay.", 2022),
        (
            "Boats 2022",
            COUNTED + " In May the court ruled. On June 3 it closed. By July it left." * 4,
            2022,
        ),
    ],
)
def test_figures_speak_against_the_year_of_the_title_where_nearly_all_do(
    title: str, text: str, year: int
) -> None:
    told = edition(f"# {title}\n\n{text}")
    assert told.year == year
    assert told.title_year == int(title[-4:])
    against = f"the title says {title[-4:]}, but most dated figures are for {year}"
    assert told.year_reason == (against if year == 2021 else f"the title says {year}")


FETE = "In 2020 the trust saw 41 boats. In 2020 it fined 12. In 2020 it sold 9. In 2020 it lost 2."


@pytest.mark.parametrize(
    ("opening", "text", "year"),
    [
        ("Period ended 30 June 2018\n\nPeriod ended 30 June 2020", FETE, 2020),
        ("Period ended 30 June 2018", FETE, 2020),
        ("Period ended 30 June 2018", FETE[:31], 2018),
        ("Period ended 30 June 2019", FETE, 2019),
        ("Period ended 30 June 2018", FETE + " In 2018 it had 8 boats. In 2018 it had 9.", 2018),
    ],
)
def test_the_words_of_an_older_cover_do_not_stand_against_later_figures(
    opening: str, text: str, year: int
) -> None:
    assert edition(f"# Annual Report of the Trust\n\n{opening}\n\n{text}").year == year


@pytest.mark.parametrize(
    "other",
    [
        "compared with 38 in 2023 and 36 in 2023, more than in 2023, up from 12 in 2023",
        "by 2023, until 2023, by the end of 2023, from 2023 on and since early 2023",
        "under the 2023 plan, the 2023 survey, the Boats Act 2023 and the 2023 World Cup",
        "as a study (Alba 2023) and another (Alba et al., 2023) say",
        "which was adopted in 2023, signed in May 2023 and published 2023",
        "of which 12 will sail in 2023, 9 are expected in 2023 and 4 are planned for 2023",
        "of 2023 people on its 2023 operation (2023: 12)",
    ],
)
def test_years_of_names_comparisons_and_times_to_come_date_nothing(other: str) -> None:
    told = edition(f"In 2021 the office saw 41 boats, {other}. In 2021 it saw 2 ships.")
    assert told.year == 2021
    assert told.year_reason == "the year that most dated sentences are for (2021)"


def test_a_clause_after_a_comparison_has_a_year_of_its_own() -> None:
    text = "Compared with 2019, boats rose to 50 in 2020. Compared with 2019, 9 sank in 2020."
    assert edition(text).year == 2020


def test_a_report_of_accounts_is_for_the_newest_of_the_years_that_it_declares() -> None:
    told = edition(
        "Income for the year ended 31 March 2022 was 41 crowns. Income for the year ended 31 March"
        " 2021 was 38 crowns. " * 4
    )
    assert (told.year, told.year_reason) == (2022, "the text says “year ended 31 March 2022”")


def test_what_is_compared_with_is_not_declared() -> None:
    told = edition(
        "We sold 41 boats, compared with the year ended 31 March 2020. In 2021 we sold 9 more."
    )
    assert told.year == 2021


def test_an_older_year_of_accounts_of_others_does_not_stand_against_the_title() -> None:
    text = "In the year ended 30 June 2019 the state spent 41 crowns."
    assert edition(f"# Boats 2022\n\n{text}").year == 2022
    assert edition(f"# Boats 2020\n\n{text} It has 2 quays.").year == 2020


def test_a_report_of_its_own_year_of_accounts_stands_against_the_title() -> None:
    text = "This report covers the year ended 31 March 2021."
    told = edition(f"# Boats 2022\n\n{text}")
    assert (told.title_year, told.year) == (2022, 2021)


def test_a_year_named_without_months_takes_them_from_elsewhere() -> None:
    told = edition(
        "This statement covers the reporting period 2018/19. In our reporting period 2018/19 we"
        " closed 2 quays. Details are given for the financial year to 31 March 2019."
    )
    assert told.period is not None
    assert (told.period.start, told.period.end) == (date(2018, 4, 1), date(2019, 3, 31))


def table(*rows: tuple[str, ...], heads: int = 1) -> Source:
    text = "\n".join(" ".join(row) for row in rows)
    cells = tuple(tuple(Cell(cell, Span(0, 1)) for cell in row) for row in rows)
    block = Block(BlockKind.TABLE, Span(0, len(text)), rows=cells, heads=heads)
    return Source("ports.txt", "text", text, (block,))


def dated(source: Source) -> Edition:
    return segment(source, normalize(source))


def test_years_at_the_heads_of_columns_and_rows_count() -> None:
    columns = table(("", "2020", "31 December 2021"), ("Boats", "41", "40"), ("Ships", "9", "8"))
    rows = table(("Year", "Boats"), ("2020", "41"), ("2021", "40"), ("2022", "38"))
    assert dated(columns).year == 2021
    assert dated(rows).year in (2020, 2021, 2022)
    long = "The boats that the office saw in the whole of the year 2020 and later"
    assert dated(table(("", long), ("Boats", "41"), ())).year is None


def test_references_and_page_heads_date_nothing() -> None:
    head = "Boats of Norr 2024"
    text = f"In 2021 it saw 9.\n\n{head} 2\n\nIn 2021 it saw 8.\n\n{head} 3\n\nIt has 2 quays."
    assert edition(text, "boats.txt").year == 2024  # the head is the title here
    lines = ("In 2021 it saw 9 boats.", "Alba, Ports in 2019, in 2019, in 2019.")
    spans = (Span(0, len(lines[0])), Span(len(lines[0]), len("".join(lines))))
    kinds = (BlockKind.PARAGRAPH, BlockKind.REFERENCE)
    blocks = tuple(map(Block, kinds, spans))
    assert dated(Source("ports.txt", "text", "".join(lines), blocks)).year == 2021


def test_the_day_of_publication_is_the_last_resort() -> None:
    text = "The office has a quay."
    block = Block(BlockKind.PARAGRAPH, Span(0, len(text)))
    told = dated(Source("ports.md", "markdown", text, (block,), date=date(2023, 2, 14)))
    assert (told.year, told.title_year) == (2023, None)
    assert told.year_reason == "it is dated 2023-02-14"


@pytest.mark.parametrize(
    ("day", "said", "year"),
    [
        ("2021-12-16", "It saw 9 boats in 2020.", 2021),  # late in a year, little else said
        ("2022-12-05", "As it moves into 2023, it has 9 boats.", 2022),  # nothing before it happens
        ("2021-03-16", "It saw 9 boats in 2020.", 2020),
        ("2021-12-16", "It saw 9 boats in 2020. " * 5, 2020),  # many figures say so
        ("2021-12-16", "It has a quay.", 2021),
    ],
)
def test_the_day_of_publication_may_belie_the_sentences(day: str, said: str, year: int) -> None:
    assert edition(f"---\ndate: {day}\n---\n\n{said}").year == year


def test_front_matter_gives_the_year_of_the_title_too() -> None:
    told = edition("---\ntitle: Boats\nyear: 2022\n---\n\nIt saw 9 boats.")
    assert (told.title, told.title_year, told.year) == ("Boats", 2022, 2022)


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("Toggle navigation\n\nBoats of Norr: report\n\n# Requests\n\nIt sank.", "", "Boats of"),
        (
            "## Executive summary\n\nThe office saw 9 boats, and they were all sound.",
            "",
            "report.md",
        ),
        ("CONTENTS\n\nYEARBOOK OF NORR\n\nThe office saw 9 boats in all.", "r.txt", "YEARBOOK"),
        ("Sale | Pay later\n\nBoats\n\nThe office saw 9 boats in all.", "r.txt", "r.txt"),
        ("Report for the\n\nyear of boats\n\nThe office saw 9.", "r.txt", "Report for the year of"),
        (
            "1\n\nReport on boats 2022 17\n\nThe office saw 9 boats.",
            "r.txt",
            "Report on boats 2022",
        ),
        ("---\ntitle: Contents\n---\n\n# Boats\n\nThe office saw 9.", "", "Boats"),
    ],
)
def test_the_title_is_no_menu_no_part_and_no_page_number(text: str, name: str, title: str) -> None:
    assert edition(text, name or "report.md").title.startswith(title)


def test_document_properties_give_the_title_unless_a_line_is_clearly_one() -> None:
    text = "ANNUAL REPORT 2022\nThe office saw 9 boats."
    blocks = (Block(BlockKind.HEADING, Span(0, 18)), Block(BlockKind.PARAGRAPH, Span(19, 42)))
    for stated, title in (
        ("Statement of boats_final", "Statement of boats"),
        ("Norr", "ANNUAL REPORT 2022"),
    ):
        assert dated(Source("ports.pdf", "pdf", text, blocks, title=stated)).title == title


def test_the_title_of_a_page_head_that_was_left_out_is_still_read() -> None:
    text = "REPORT ON BOATS 2022\n\n\nThe office saw 9 boats."
    block = Block(BlockKind.PARAGRAPH, Span(23, len(text)))
    told = dated(Source("ports.txt", "text", text, (block,)))
    assert (told.title, told.title_year) == ("REPORT ON BOATS 2022", 2022)


@pytest.mark.parametrize(
    ("front", "year"),
    [
        ("description: How ferries ran in the 2021 edition of the Norr yearbook", 2021),
        ("subtitle: Financial year 2022", 2022),
        ("permalink: /yearbook/2023/ferries/", 2023),
        ("slug: yearbook/2023", 2023),
        ("permalink: /2024/05/ferries.html", None),  # the day on which a post appeared
        ("description: Ferries since 1998", None),
        ("description: Ferries of 2021 and 2022", None),
    ],
)
def test_front_matter_that_describes_the_report_dates_it(front: str, year: int | None) -> None:
    text = f"---\ntitle: Ferries\n{front}\n---\n\nThe ferries carried 400 cars, as in 2015."
    told = edition(text)
    assert told.year == (year or 2015)
    assert told.title_year == year
    assert told.year_reason.startswith("the description says" if year else "the year that most")


def test_a_line_at_the_top_dates_a_report_before_its_description_does() -> None:
    front = "---\ndescription: The 2021 yearbook\n---\n\n"
    assert edition(f"{front}# Ferries\n\n2022\n\nThe ferries carried 4 cars.").year == 2022


def test_the_title_and_description_of_a_page_date_it_where_its_heading_does_not() -> None:
    page = (
        "<html><head><title>{}</title><meta name='description' content='{}'></head>"
        "<body><main><h1>Ferries</h1><p>The ferries carried 400 cars.</p></main></body></html>"
    )
    for title, description, year in (
        ("Ferries | 2021 | Norr yearbook", "", 2021),
        ("Ferries", "What the yearbook of 2022 says of ferries", 2022),
        ("Ferries", "", None),
    ):
        source = read_html(page.format(title, description).encode(), "ferries.html", Reading())
        assert segment(source, normalize(source), None).year == year


def test_the_properties_of_a_document_date_it_where_its_heading_does_not() -> None:
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>Yearbook 2021</dc:title></cp:coreProperties>"
    )
    body = [para(run("Ferries"), style="heading1"), para(run("The ferries carried 400 cars."))]
    packed = io.BytesIO(docx(body))
    with zipfile.ZipFile(packed, "a") as archive:
        archive.writestr("docProps/core.xml", core)
    source = read_docx(packed.getvalue(), "ferries.docx", Reading())
    told = segment(source, normalize(source), None)
    assert (told.title, told.year) == ("Ferries", 2021)


def test_a_folder_that_is_named_by_a_year_dates_its_files() -> None:
    assert edition("The ferries carried 400 cars.", "yearbook/2021/ferries.md").year == 2021
    assert edition("The ferries carried 400 cars.", "yearbook/old/ferries.md").year is None


EXPORTS = """To the Senate.

The bank clearances for nine months ending September 30, 1891, were 41 million crowns. For the same
months in 1892 they were 45 million.

The revenue for the year ended June 30, 1892, was 425 million crowns. In 1892 the ports cleared
3,100 ships.

The deficit for the year ended June 30, 1892, is 8 million. In 1892 the mint struck 70 coins.

The year ended June 30, 1892, brought 12 wrecks. The year ended June 30, 1892, was dry.
"""


def test_a_stretch_of_which_a_figure_is_told_may_be_that_of_others() -> None:
    told = edition(EXPORTS, "message.txt")
    assert told.year == 1892
    assert told.year_reason == "the text says “year ended June 30, 1892”"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "# State of the Harbour 2021\n\nIt took in 4,120 ships in 2021. Crews "
            "numbered 88 in 2021.\n\nExports grew by 5 percent in the year through February 2021.",
            (date(2021, 1, 1), date(2021, 12, 31)),
        ),
        (
            "# Clinics: annual report 2021\n\nIn 2021 we opened 4 clinics and made 900 visits. "
            "Our clinics saw 4,000 people in the year ended March 2021.",
            (date(2021, 1, 1), date(2021, 12, 31)),
        ),
        (
            "# World Report 2022: Events of 2021\n\nCourts heard 88 cases in 2021, and in June "
            "2021 40 people were held.\n\nPrices rose 9 percent in the twelve months to February "
            "2021.",
            (date(2021, 1, 1), date(2021, 12, 31)),
        ),
        (
            "# Statement 2020\n\nThis statement is on what we did during the financial year "
            "ended 30 April 2020 in our 12 offices. In 2020 we met 9 suppliers.",
            (date(2019, 5, 1), date(2020, 4, 30)),
        ),
        (
            "# Annual report 2021\n\nFor the year ended 31 March 2021 members paid 40,000 crowns. "
            "In 2021 it held 12 meetings.",
            (date(2020, 4, 1), date(2021, 3, 31)),
        ),
        (
            "# Accounts\n\nIt held 12 meetings. Members paid 40,000 crowns in the year ended 31 "
            "March 2020.",
            (date(2019, 4, 1), date(2020, 3, 31)),
        ),
    ],
    ids=["harbour", "clinics", "world", "statement", "members", "silent"],
)
def test_the_time_of_one_figure_in_passing_is_not_that_of_the_report(
    text: str, days: tuple[date, date]
) -> None:
    told = edition(text)
    assert told.period is not None
    assert (told.period.start, told.period.end) == days


def test_years_before_1900_date_a_figure() -> None:
    told = edition("The harbour, 1872.\n\nIn 1872 the port cleared 310 ships.\n", "harbour.txt")
    assert told.year == 1872


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2017 was a year of growth. In March we hired a pilot. In April and May we sailed.", 2017),
        ("2019 has been another busy year for us. In June and July all crews sailed.", 2019),
        ("2021 turned out to be our driest year. In May and June wells were dry.", 2021),
    ],
)
def test_a_text_that_says_what_its_year_was_like_is_about_it(text: str, year: int) -> None:
    told = edition(f"# Year in review\n\n{text} In {year - 1} we began. {text}\n", "review.md")
    assert told.year == year
    assert told.year_reason == f"the text says what kind of a year {year} was"


def test_a_file_may_say_of_which_year_bare_months_are() -> None:
    months = "In May, June and July the crews sailed. " * 30
    text = f"# Review\n\nIn 2017 we built 3 boats. {months}\n"
    assert edition(text, "review.md").year == 2018
    assert edition(text, "2017/review.md").year == 2017


def test_the_day_in_a_title_is_not_what_a_declared_half_year_is_for() -> None:
    text = (
        "# 2024.03.01 Harbour Transparency Report\n\n"
        "Reporting period: July 2023 - December 2023 Published 3 April 2024\n\n"
        "| Requests | Number |\n|---|---|\n| Subpoenas | 28 |\n"
    )
    read = edition(text, "report.md")
    assert (read.year, read.period.label if read.period else "") == (2023, "second half of 2023")
