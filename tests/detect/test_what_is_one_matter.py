"""Two editions of a page in, findings out: which figures are one measure, and what is told once."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from tracediff.model import Finding, Severity
from tracediff.pipeline import compare

FILLER = (
    "The quay is swept on Mondays. Lamps are lit at dusk by the keeper. Ropes are stored in the"
    " long shed. A bell rings when the ferry leaves."
)
AFTER = "Gulls nest on the roof of the customs house. Maps hang in the hall of the pilots."


def found(tmp_path: Path, old: str, new: str, year: int = 2020) -> tuple[Finding, ...]:
    """All findings and facets between two pages about two years, between sentences that stay."""
    paths = []
    for name, text, one in (("old", old, year), ("new", new, year + 1)):
        path = tmp_path / f"{name}.md"
        head = f"# Port of Veldania: Annual Report {one}\n\n## Harbour\n\n"
        path.write_text(f"{head}{FILLER}\n\n{text}\n\n{AFTER}\n", encoding="utf-8")
        paths.append(path)
    report = compare(*paths)
    return tuple(one for finding in report.findings for one in finding.all)


def changes(findings: tuple[Finding, ...]) -> set[tuple[str, float | None, float | None]]:
    """The rules and values of the findings that give any."""
    held = [(f.rule.id, f.change.old, f.change.new) for f in findings if f.change]
    return {(rule, value(old), value(new)) for rule, old, new in held}


def value(of: Decimal | None) -> float | None:
    return None if of is None else float(of)


def weighty(findings: tuple[Finding, ...]) -> list[str]:
    return [f.message for f in findings if f.severity is not Severity.NOTE]


@pytest.mark.parametrize(
    ("old", "new", "values"),
    [
        (
            "Four murders of fishermen took place during the year.",
            "Nine killings of fishermen took place between January 1 and June 30.",
            ("N106", 4, 9),
        ),
        (
            "In 2020 the chain ran 212 shops in the region.",
            "In 2021 the chain ran 240 stores in the region.",
            ("N101", 212, 240),
        ),
        (
            "The union received 310 complaints about pay in 2020.",
            "The union received 455 grievances about pay in 2021.",
            ("N101", 310, 455),
        ),
    ],
)
def test_one_thing_is_counted_by_two_names(
    tmp_path: Path, old: str, new: str, values: tuple[str, int, int]
) -> None:
    assert values in changes(found(tmp_path, old, new))


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        (
            "As of November the union had on file more than 200 claims against shipowners.",
            "As of November the union had filed 40 new claims against shipowners in addition to"
            " more than 200 claims filed earlier.",
            (200, 40),
        ),
        (
            "The guild had 350 members in the delta.",
            "The guild won 25 additional members in the delta.",
            (350, 25),
        ),
        (
            "The clinic treated 48 sailors and trained 12 nurses.",
            "The clinic treated 30 nurses and trained 48 sailors.",
            (12, 30),
        ),
    ],
)
def test_what_was_added_is_not_set_beside_all(
    tmp_path: Path, old: str, new: str, wrong: tuple[int, int]
) -> None:
    pairs = {values[1:] for values in changes(found(tmp_path, old, new))}
    assert wrong not in pairs


def test_neighbouring_sentences_do_not_lend_each_other_values(tmp_path: Path) -> None:
    old = (
        "The union recorded seven cases of fraud by agents. The union recorded 80 cases of late"
        " payment from January to June 2020 in the fish halls."
    )
    new = (
        "The union recorded three cases of fraud by agents. The union recorded 45 cases of late"
        " payment from January to June 2021 in the fish halls."
    )
    told = changes(found(tmp_path, old, new))
    assert {("N101", 7.0, 3.0), ("N101", 80.0, 45.0)} <= told
    assert not any(values in told for values in (("N101", 7.0, 45.0), ("N101", 80.0, 3.0)))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "Of the crews, 268 inquiries were opened in 2021, compared with 73 cases in 2020.",
            (73, 268),
        ),
        (
            "There were 2,800 reports of smuggling in 2021, compared with 1,300 cases in 2020.",
            (1300, 2800),
        ),
        ("The port issued 640 licences in 2021, compared with 910 permits in 2020.", (910, 640)),
    ],
)
def test_the_far_side_of_a_comparison_counts_the_same(
    tmp_path: Path, text: str, values: tuple[int, int]
) -> None:
    told = changes(found(tmp_path, "Pilots wear blue.", text))
    assert ("N101", *map(float, values)) in told


@pytest.mark.parametrize(
    ("old", "new", "values"),
    [
        (
            "At year's end the board estimated that 64 nets were lost during the year.",
            "As of August 31, the board estimated that 50 nets were lost during the year.",
            (64, 50),
        ),
        (
            "The court closed 310 files during the year.",
            "As of June 30, the court had closed 140 files during the year.",
            (310, 140),
        ),
    ],
)
def test_a_year_seen_in_its_midst_is_no_whole_year(
    tmp_path: Path, old: str, new: str, values: tuple[int, int]
) -> None:
    told = changes(found(tmp_path, old, new))
    assert ("N106", *map(float, values)) in told
    assert ("N101", *map(float, values)) not in told


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "As of November, 18 claims of 2020 had been settled.",
            "As of March 2021, 96 claims of 2020 had been settled.",
        ),
        (
            "As of December, the office had audited 41 returns for 2020.",
            "As of December 2021, the office had audited 77 returns for 2020.",
        ),
    ],
)
def test_what_was_seen_on_a_later_day_restates_nothing(tmp_path: Path, old: str, new: str) -> None:
    assert not [f for f in found(tmp_path, old, new) if f.rule.id == "N105"]


@pytest.mark.parametrize(
    ("old", "new", "values"),
    [
        (
            "In 2020, the yard built 900 boats. Of these, 120 were ferries.",
            "In 2020, the yard built 900 boats. Of these, 170 were ferries.",
            (120, 170),
        ),
        (
            "In 2020, 4,100 pupils sat the test. Of these, 310 were girls.",
            "In 2020, 4,100 pupils sat the test. Of these, 390 were girls.",
            (310, 390),
        ),
    ],
)
def test_a_year_that_the_same_sentence_gives_is_as_sure(
    tmp_path: Path, old: str, new: str, values: tuple[int, int]
) -> None:
    assert ("N105", *map(float, values)) in changes(found(tmp_path, old, new))


@pytest.mark.parametrize(
    ("old", "new", "values"),
    [
        ("The rent is $900 per month.", "The rent is $900 per week.", (900, 900)),
        ("A berth costs 40 euros per day.", "A berth costs 55 euros per year.", (40, 55)),
        ("The levy was 12 percent.", "The levy was 12 per mille.", (12, 12)),
        ("The duty was 3%.", "The duty was 3‰.", (3, 3)),
    ],
)
def test_amounts_per_month_and_per_year_are_not_comparable(
    tmp_path: Path, old: str, new: str, values: tuple[int, int]
) -> None:
    told = found(tmp_path, old, new)
    assert ("N106", *map(float, values)) in changes(told)
    assert weighty(told)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("The port ranked 3rd of 40.", "The port ranked 9th of 40.", ("3rd of 40", "9th of 40")),
        ("The town came second among 12.", "The town came fifth among 12.", ("second", "fifth")),
        ("The fleet was in 7th place.", "The fleet was in 11th place.", ("7th", "11th")),
        (
            "The ratio of pupils to teachers was 18:1.",
            "The ratio of pupils to teachers was 25:1.",
            ("18:1", "25:1"),
        ),
        (
            "The lake ranked 14th in the survey.",
            "The lake ranked 20th in the survey.",
            ("14th", "20th"),
        ),
    ],
)
def test_places_and_ratios_are_told(
    tmp_path: Path, old: str, new: str, words: tuple[str, str]
) -> None:
    told = [f for f in found(tmp_path, old, new) if f.rule.id == "N101"]
    assert told and told[0].severity is Severity.WARNING
    assert all(word in told[0].message for word in words)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Rule 4 holds for 12 piers.", "Rule 5 holds for 12 piers."),
        ("The gate opens at 8:30 on Sundays.", "The gate opens at 9:30 on Sundays."),
    ],
)
def test_numbers_of_rules_and_times_are_no_places(tmp_path: Path, old: str, new: str) -> None:
    assert not [f for f in found(tmp_path, old, new) if f.rule.id == "N101"]


@pytest.mark.parametrize(
    "text",
    [
        "In 2020 the fund donated 640 blankets to families.",
        "During the reporting period, the ministry purchased 75 computers for schools.",
        "In 2020 volunteers planted 4,000 trees along the dyke.",
        "During the reporting period, the province signed a 2-year agreement with a charity, Grey"
        " Gull Trust, to open a shelter.",
    ],
)
def test_what_was_done_once_is_a_note(tmp_path: Path, text: str) -> None:
    assert not weighty(found(tmp_path, text, "The guild held a fair."))


@pytest.mark.parametrize(
    "text",
    [
        "The clinic treated 1,900 patients for burns in 2020.",
        "The hotline recorded 730 calls about beatings in 2020.",
        "Deaths at the docks rose to 35 in 2020.",
    ],
)
def test_what_is_counted_every_year_is_a_warning(tmp_path: Path, text: str) -> None:
    assert weighty(found(tmp_path, text, "The guild held a fair."))


@pytest.mark.parametrize(
    ("old", "new", "values"),
    [
        (
            "The ferries carried 81,400 cyclists in 2020.",
            "| Carried in 2021 | Number |\n|---|---|\n| Cyclists | 90,250 |",
            (81400, 90250),
        ),
        (
            "The school lent 3,120 sea charts in 2020.",
            "| Loans in 2021 | Number |\n|---|---|\n| Sea charts | 2,870 |",
            (3120, 2870),
        ),
        (
            "| Fines in 2020 | Number |\n|---|---|\n| Parking offences | 512 |",
            "The wardens recorded 640 parking offences in 2021.",
            (512, 640),
        ),
    ],
)
def test_a_figure_moves_from_prose_into_a_table(
    tmp_path: Path, old: str, new: str, values: tuple[int, int]
) -> None:
    told = found(tmp_path, old, new)
    assert ("N101", *map(float, values)) in changes(told)
    assert not [f for f in told if f.rule.id in ("N103", "N104")]


def test_a_row_that_repeats_last_years_value_goes_on_by_another_name(tmp_path: Path) -> None:
    table = "| EUR | {} | {} |\n|---|---|---|\n| {} | {} | {} |\n| Rent | {} | {} |"
    old = table.format(2020, 2019, "Total", "-139,871", "-25,485", "4,120", "4,010")
    new = table.format(2021, 2020, "Result", "85,843", "-139,871", "4,300", "4,120")
    told = found(tmp_path, old, new)
    assert ("N101", -139871.0, 85843.0) in changes(told)
    (one,) = (f for f in told if f.change and f.change.new == Decimal(85843))
    assert one.old is not None and one.old.side.value == "old"
    assert not [f for f in told if f.rule.id == "N103"]


def test_what_is_projected_is_set_beside_what_was_projected(tmp_path: Path) -> None:
    head = "| Projected | {} | {} |\n|---|---|---|\n| Catch (t) | {} | {} |"
    old = head.format(2021, 2022, "64,288", "65,988")
    new = head.format(2022, 2023, "65,344", "66,927")
    assert ("N101", 64288.0, 65344.0) in changes(found(tmp_path, old, new))


def test_a_cell_that_is_empty_now_is_told(tmp_path: Path) -> None:
    table = "| Port | Ships | Crews |\n|---|---|---|\n| Orla | {} | 14 |\n| Vel | 230 | 25 |"
    told = found(tmp_path, table.format("450"), table.format(" "))
    (one,) = (f for f in told if f.rule.id == "N103")
    assert one.severity is Severity.WARNING
    assert one.message.endswith("the cell is empty in the 2021 edition.")
    assert one.change is not None and one.change.old == 450


@pytest.mark.parametrize(
    ("old", "new", "carried"),
    [
        (
            "The registrar noted receiving 312 claims of theft from January 1 through June 30,"
            " 2020.",
            "The registry noted receiving 312 claims of theft by armed men from January 1 through"
            " June 30, 2021.",
            True,
        ),
        (
            "The registrar noted receiving 312 claims of theft from January 1 through June 30,"
            " 2020.",
            "The registry noted receiving 340 claims of theft by armed men from January 1 through"
            " June 30, 2021.",
            False,
        ),
        (
            "From March through May 2020, wardens counted 418 stranded seals on the beaches.",
            "From March through May 2021, rangers and wardens counted 418 stranded seals on the"
            " sandy beaches.",
            True,
        ),
    ],
)
def test_the_count_of_the_same_months_stayed(
    tmp_path: Path, old: str, new: str, carried: bool
) -> None:
    told = [f for f in found(tmp_path, old, new) if f.rule.id == "D502"]
    assert bool(told) is carried


def test_a_few_deaths_stand_before_many_towels(tmp_path: Path) -> None:
    old = "The yard bought 52,000 bolts in 2020. Three welders were killed by falls."
    new = "The yard bought 54,000 bolts in 2021. Eight welders were killed by falls."
    first = next(f for f in found(tmp_path, old, new) if f.change is not None)
    assert first.change is not None and first.change.new == 8


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The rate was 45%.", "The rate was ４５％."),
        ("It took in 1,200 ships.", "It took in １,２００ ships."),
        ("The rate was 45%.", "The rate was ٤٥٪."),
    ],
)
def test_digits_of_another_script_are_the_same_figure(tmp_path: Path, old: str, new: str) -> None:
    assert not weighty(found(tmp_path, old, new))


@pytest.mark.parametrize(
    ("old", "new", "values"),
    [
        (
            "Fines of up to one-and-a-half million crowns were set.",
            "Fines of up to three-and-a-half million crowns were set.",
            (1.5e6, 3.5e6),
        ),
        (
            "The trip takes two-and-a-half hours.",
            "The trip takes three-and-a-quarter hours.",
            (2.5, 3.25),
        ),
        (
            "Pumps run on a quarter (9 of 36) of farms.",
            "Pumps run on a third (12 of 36) of farms.",
            (0.25, 1 / 3),
        ),
    ],
)
def test_mixed_numbers_and_fractions_with_their_counts(
    tmp_path: Path, old: str, new: str, values: tuple[float, float]
) -> None:
    pairs = [(a, b) for _, a, b in changes(found(tmp_path, old, new)) if a and b]
    assert any((a, b) == pytest.approx(values) for a, b in pairs)


def test_a_bound_that_admits_the_other_value_tells_no_fall(tmp_path: Path) -> None:
    told = found(
        tmp_path, "In 2020 the firm ran 933 shops.", "In 2021 the firm ran at least 900 shops."
    )
    assert not changes(told)


def test_half_after_half_is_compared(tmp_path: Path) -> None:
    paths = [tmp_path / f"{name}.md" for name in ("old", "new")]
    for path, title, share in zip(
        paths, ("Second half of 2020", "First half of 2021"), (48, 52), strict=True
    ):
        text = (
            f"# Transparency Report, {title}\n\nThe harbour answered {share} percent of requests."
        )
        path.write_text(f"{text}\n\n{FILLER}\n", encoding="utf-8")
    told = [f for f in compare(*paths).findings if f.change is not None]
    assert [f.rule.id for f in told] == ["N101"]
    assert "(up 4 points)" in told[0].message


def test_a_figure_that_is_gone_is_shown_beside_the_one_of_its_sentence_that_goes_on(
    tmp_path: Path,
) -> None:
    (gone,) = [
        one
        for one in found(
            tmp_path,
            "Surveyors found that 12% of pilots come from islands and 31% of pilots smoke at sea.",
            f"{FILLER} {AFTER}\n\n## Mood\n\nIt is still high at 92% and 29% of pilots smoke at"
            " sea.",
        )
        if one.rule.id == "N103"
    ]
    assert gone.message.endswith("12 percent in 2020; no longer reported in the 2021 edition.")
    assert gone.severity is Severity.NOTE
    assert gone.new is not None
    assert "29%" in gone.new.quote


def test_a_column_that_leaves_out_what_hours_are_per_is_in_the_same_unit(tmp_path: Path) -> None:
    rows = "\n| --- | --- |\n| Pilots | {} |\n| Cooks | {} |"
    told = found(
        tmp_path,
        "| Crew | Average hours at sea per week |" + rows.format("19 hours", "26 hours"),
        "| Crew | Average hours spent at sea |" + rows.format("20.5 hours", "23 hours"),
    )
    assert not [one for one in told if one.rule.id == "N106"]


@pytest.mark.parametrize(
    ("old", "new", "values"),
    [
        # counted once in each edition, under other headings and with other verbs
        (
            "## Programme\n\nThe fair had 42 talks by members and 3 workshops.",
            "## Review\n\nThere were 31 talks, and members held 5 workshops.",
            (3, 5),
        ),
        (
            "## Fleet\n\nThe guild has 14 ferries.",
            "## Boats and quays\n\nThere are 17 ferries at its quays.",
            (14, 17),
        ),
        (
            "## Care\n\nThe town has 12 clinics.",
            "## Health\n\nBy the sea there are 9 clinics.",
            (12, 9),
        ),
    ],
)
def test_a_thing_that_each_edition_counts_once_is_one_measure(
    tmp_path: Path, old: str, new: str, values: tuple[int, int]
) -> None:
    assert ("N101", *map(float, values)) in changes(found(tmp_path, old, new))


def test_a_thing_that_an_edition_counts_twice_is_not_paired_by_its_name_alone(
    tmp_path: Path,
) -> None:
    old = "## Care\n\nThe town has 12 clinics."
    new = "## Health\n\nBy the sea there are 9 clinics. In the hills there are 4 clinics."
    assert not [one for one in changes(found(tmp_path, old, new)) if one[0] == "N101"]


@pytest.mark.parametrize(
    "text",
    [
        "If a crew already has 20 nets, it needs a second boat.",
        "Running the cranes at 100 percent would leave no time for repairs.",
        "Unless the guild hires 12 more pilots, the ferry stays in port.",
    ],
)
def test_a_figure_that_is_only_supposed_is_not_newly_reported(tmp_path: Path, text: str) -> None:
    calm = "The sea was calm in spring."
    told = found(tmp_path, calm, f"{calm}\n\n{text}")
    assert not [one for one in told if one.rule.id == "N104"]


def test_a_figure_that_somebody_will_bring_about_is_newly_reported(tmp_path: Path) -> None:
    calm = "The sea was calm in spring."
    told = found(tmp_path, calm, f"{calm}\n\nThe guild said it would mend 40 boats.")
    assert [one for one in told if one.rule.id == "N104"]
