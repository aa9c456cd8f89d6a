"""The year that an edition reports on, and how it is known."""

from __future__ import annotations

from datetime import date

import pytest

from tracediff.model import Edition
from tracediff.normalize import normalize
from tracediff.readers.markdown import read_markdown
from tracediff.segment import segment
from tracediff.settings import Reading


def edition(text: str, name: str = "report.md", year: int | None = None) -> Edition:
    source = read_markdown(text.encode(), name, Reading())
    return segment(source, normalize(source), year)


SPOKEN = "In 2020 the fund paid 12 claims. In 2020 it closed. In 2019 it paid 9, and in 2021 none."
MONTHS = (
    "In June the court ruled. As of August nobody had appealed. On May 3 it closed. In March the"
    " fund paid. By October it had stopped. "
) * 3
PRESENT = MONTHS + "In 2019 it paid, unlike in 2019 before. " * 3

OF_ACCOUNTS = MONTHS + "In fiscal 2019 sales rose 4 percent. In fiscal 2019 costs fell 2 percent. "
BESIDE_THE_LAST = MONTHS + "In 2019 the rate was 7 percent, compared to 5 percent in 2018. " * 3


@pytest.mark.parametrize(
    ("text", "name", "year", "reason"),
    [
        ("---\nyear: 2017\n---\n" + SPOKEN, "report.md", 2017, "header"),
        ("# Annual report 2018\n\n" + SPOKEN, "report.md", 2018, "title"),
        (
            "# Statement under the Safety Act 2015\n\n" + SPOKEN,
            "report.md",
            2020,
            "most dated sentences",
        ),
        ("For the financial year ended 30 April 2022.\n" + SPOKEN, "r.md", 2022, "ended 30 April"),
        (SPOKEN, "report-2021.md", 2020, "most dated sentences"),
        (PRESENT, "report.md", 2020, "the year before"),
        (OF_ACCOUNTS, "call.md", 2019, "most dated sentences"),
        (BESIDE_THE_LAST, "rates.md", 2019, "most dated sentences"),
        ("The fund paid.", "fund-2016.md", 2016, "name of the file"),
        ("The fund paid.", "f/2015-2016/new.md", 2016, "name of the file"),
        ("The fund paid.", "report.md", None, "no year"),
    ],
)
def test_the_year_is_told_from_the_edition_itself(
    text: str, name: str, year: int | None, reason: str
) -> None:
    read = edition(text, name)
    assert read.year == year
    assert reason in read.year_reason


def test_a_year_that_is_given_wins() -> None:
    read = edition(SPOKEN, year=2012)
    assert (read.year, read.year_reason) == (2012, "as given")
    assert read.period is not None
    assert read.period.start == date(2012, 1, 1)


def test_a_half_year_in_the_title_is_the_period() -> None:
    read = edition("# Requests\n\n## July – December 2016\n\nWe received nine.")
    assert read.period is not None
    assert (read.period.start, read.period.end) == (date(2016, 7, 1), date(2016, 12, 31))


def test_a_financial_year_ends_where_the_text_says() -> None:
    read = edition("This is our statement for the financial year ended 30 April 2020.")
    assert read.period is not None
    assert (read.period.start, read.period.end) == (date(2019, 5, 1), date(2020, 4, 30))


@pytest.mark.parametrize("end", [", Draft", " draft", " – final", "_v2", ""])
def test_a_title_is_called_without_its_version_and_the_mark_before_it(end: str) -> None:
    assert edition(f"# Ports of Norr 2024{end}\n\n{SPOKEN}").title == "Ports of Norr 2024"
