"""Two short editions, and all that is told of them: headlines in order, findings, what to check."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from tests.editions import report

KEPT = "The port has a long quay and two cranes beside it. Gulls nest on the roof of the old mill."


class Told(NamedTuple):
    """What stood, what stands, and what is told of it."""

    old: str
    new: str
    stories: list[str]
    findings: list[str]
    checks: tuple[str, ...] = ()


CASES = [
    Told(
        "Wardens rescued 39 rowers. Volunteers mended 45 nets.",
        "Wardens rescued 52 rowers. Volunteers mended 44 nets.",
        ["Rowers rescued by wardens: 39 → 52; nets mended by volunteers: 45 → 44"],
        [
            "N101 warning Rowers rescued by wardens: 39 in 2020, 52 in 2021 (up 33 percent).",
            "N101 note Nets mended by volunteers: 45 in 2020, 44 in 2021 (down 2.2 percent).",
        ],
    ),
    Told(
        "Wardens rescued 39 rowers.",
        "Wardens rescued no rowers.",
        ["Rowers rescued by wardens: 39 → none"],
        ["N102 error Rowers rescued by wardens: 39 in 2020, none in 2021."],
    ),
    Told(
        "Wardens rescued 39 rowers.",
        "Wardens did not report how many rowers they rescued.",
        ["Rowers rescued: 39 → not reported"],
        ["N103 error Rowers rescued: 39 in 2020, not reported for 2021."],
    ),
    Told(
        "The council did not adopt a plan for the lighthouse.",
        "The council adopted a plan for the lighthouse in May.",
        ["The council adopted a plan for the lighthouse; before: the council did not adopt a plan"],
        [
            "C301 warning The 2020 edition says “The council did not adopt a plan for the"
            " lighthouse”, the 2021 edition “The council adopted a plan for the lighthouse in"
            " May”: what was denied is now asserted."
        ],
    ),
    Told(
        "Inspectors must visit every ferry once a year.",
        "Inspectors should visit every ferry once a year.",
        ["Inspectors should visit every ferry once a year (was: “must”)"],
        [
            "C304 warning The 2020 edition says “Inspectors must visit every ferry once a year”,"
            " the 2021 edition “Inspectors should visit every ferry once a year”: “must visit”"
            " became “should visit”, weaker."
        ],
    ),
    Told(
        "Courts convicted 31 smugglers in 2019.",
        "Courts convicted 28 smugglers in 2019.",
        ["Smugglers convicted, 2019: 31, now given as 28"],
        [
            "N105 error Smugglers convicted: the figure in 2019 is now given as 28; the earlier"
            " edition gave 31."
        ],
        ("Smugglers convicted, 2019: 31, now given as 28",),
    ),
    Told(
        "All wardens were trained in first aid.",
        "Some wardens were trained in first aid.",
        ["Some wardens were trained in first aid (was: “All”)"],
        [
            "C303 warning The 2020 edition says “All wardens were trained in first aid”, the 2021"
            " edition “Some wardens were trained in first aid”: “All” became “Some”, narrower."
        ],
    ),
    Told(
        "In 2020 the guild trained 25 divers: 12 women and 13 men.",
        "In 2021 the guild trained 30 divers: 14 women and 15 men.",
        ["Divers trained by the guild: 25 → 30 (+20%)"],
        [
            "N101 warning Divers trained by the guild: 25 in 2020, 30 in 2021 (up 20 percent)."
            " + Men: 13 in 2020, 15 in 2021 (up 15 percent)."
            " + Women: 12 in 2020, 14 in 2021 (up 17 percent)."
        ],
    ),
    Told(
        "The wardens effectively patrolled the northern bay.",
        "The wardens did not effectively patrol the northern bay.",
        ["The wardens did not effectively patrol the northern bay (was: “effectively patrolled”)"],
        [
            "C301 warning The 2020 edition says “The wardens effectively patrolled the northern"
            " bay”, the 2021 edition “The wardens did not effectively patrol the northern bay”:"
            " what was asserted is now denied."
        ],
    ),
    Told(
        "The guild plans to build a school by 2022.",
        "The guild plans to build a school by 2025.",
        ["The guild plans to build a school by 2025 (was: “2022”)"],
        [
            "C305 warning The 2020 edition says “The guild plans to build a school by 2022”, the"
            " 2021 edition “The guild plans to build a school by 2025”: the target date was put"
            " off by 3 years."
        ],
    ),
    Told(
        "The port banned nets, lamps and harpoons.",
        "The port banned nets and harpoons.",
        ["The port banned nets and harpoons (no longer: “lamps”)"],
        [
            "C306 note The 2020 edition says “The port banned nets, lamps and harpoons”, the 2021"
            " edition “The port banned nets and harpoons”: “lamps” is no longer said."
        ],
    ),
    Told(
        "At least 45 nets were mended.",
        "More than 60 nets were mended.",
        ["Nets mended: at least 45 → over 60 (+33%)"],
        ["N101 warning Nets mended: at least 45 in 2020, more than 60 in 2021 (up 33 percent)."],
    ),
    Told(
        "| Pier | 2019 | 2020 |\n|---|---|---|\n| North | 12 | 14 |\n| South | 8 | 9 |\n"
        "| Total | 20 | 23 |",
        "| Pier | 2020 | 2021 |\n|---|---|---|\n| North | 14 | 17 |\n| South | 9 | 5 |\n"
        "| Total | 23 | 23 |",
        ["Total in 2021: the parts make 22, the total given is 23", "North: 14 → 17 (+21%)"],
        [
            "A201 error Total in 2021: the parts (17, 5) make 22, the total given is 23.",
            "N101 warning North: 14 in 2020, 17 in 2021 (up 21 percent).",
            "N101 warning South: 9 in 2020, 5 in 2021 (down 44 percent).",
        ],
        ("Total in 2021: the parts make 22, the total given is 23",),
    ),
    Told("Nobody drowned in the bay.", "Nobody drowned in the bay.", [], []),
]


@pytest.mark.parametrize("case", CASES, ids=[case.old[:30] for case in CASES])
def test_all_that_is_told_of_two_editions(case: Told) -> None:
    old, new = (
        f"# Ports {year}\n\n{KEPT}\n\n## Safety\n\n{text}"
        for year, text in ((2020, case.old), (2021, case.new))
    )
    found = report(old, new, (2020, 2021))
    assert [story.headline for story in found.stories] == case.stories
    figures = [
        " + ".join(
            [f"{one.rule.id} {one.severity.value} {one.message}"]
            + [facet.message for facet in one.facets if facet.rule.id[0] == "N"]
        )
        for one in found.findings
    ]
    assert figures == case.findings
    assert tuple(check.headline for check in found.checks) == case.checks


def test_importance_orders_what_is_told_and_is_the_same_on_every_run() -> None:
    old = "\n\n".join(case.old for case in CASES[1:9])
    new = "\n\n".join(case.new for case in CASES[1:9])
    sides = (f"# Ports 2020\n\n## Safety\n\n{KEPT}\n\n{old}", f"# Ports 2021\n\n{KEPT}\n\n{new}")
    told = [report(*sides, (2020, 2021)).stories for _ in range(2)]
    assert [one.headline for one in told[0]] == [one.headline for one in told[1]]
    weights = [story.importance for story in told[0]]
    assert weights == sorted(weights, reverse=True)
    assert len(weights) > 5
