"""Lines that give a value for one label answer to each other under headings that do."""

from tests.editions import report
from tracediff.model import LinkKind

BUDGET = """# Report {year}

## Budget

### Income

- Sponsorship: {a}
- **Total: {b}**

### Expenses

- Venue: {c}
- **Total: {d}**

We met in May.
"""


def test_a_value_is_followed_by_its_label_and_heading() -> None:
    old = BUDGET.format(year=2020, a=450, b=910, c=490, d=850)
    new = BUDGET.format(year=2021, a=690, b=1090, c=215, d=793)
    made = report(old, new)
    assert {story.headline for story in made.stories} == {
        "Sponsorship: 450 → 690 (+53%)",
        "Income, total: 910 → 1,090 (+20%)",
        "Venue: 490 → 215 (−56%)",
        "Expenses, total: 850 → 793 (−6.7%)",
    }
    assert not [link for link in made.links if link.kind is LinkKind.ADDED]


def test_a_label_that_stands_twice_is_followed_by_its_words_alone() -> None:
    old = "# Report 2020\n\n## Fees\n\n- Fee: 12\n- Fee: 40\n\nWe met in May.\n"
    new = "# Report 2021\n\n## Fees\n\n- Fee: 19\n- Fee: 77\n\nWe met in May.\n"
    why = [w for link in report(old, new).links for w in link.why]
    assert "the same label, found once in both sections" not in why
