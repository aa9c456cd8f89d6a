"""Words of a field: what a team adds to the lists is read, and what is wrong with it is said."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

from tests.cli.inside import tracediff
from tracediff.config import load as configured
from tracediff.config.show import commented
from tracediff.pipeline import compare, ledger, load
from tracediff.settings import Settings, Words

DOCS = Path(__file__).parents[2] / "docs" / "configuration.md"
AROUND = "\n\n".join(
    f"The ministry kept office number {number} open in the {name} province for visitors."
    for number, name in enumerate(("northern", "southern", "eastern", "western", "upper", "lower"))
)


def documented() -> list[list[str]]:
    """The rows of the table that says what words do."""
    _, _, rest = DOCS.read_text(encoding="utf-8").partition("| `[words]` | was | is |")
    rows = [line.strip("| ").split(" | ") for line in rest.splitlines()[2:]]
    return rows[: next(at for at, row in enumerate(rows) if row == [""])]


def settings_of(folder: Path, text: str) -> Settings:
    """What a configuration with this text sets."""
    (folder / "own.toml").write_text(text, encoding="utf-8")
    return configured(str(folder / "own.toml")).settings


def edition(folder: Path, year: int, text: str) -> str:
    path = folder / f"{year}.md"
    path.write_text(f"# Report {year}\n\nThis covers {year}.\n\n{AROUND}\n\n{text}\n", "utf-8")
    return str(path)


def rules(folder: Path, was: str, now: str, settings: Settings) -> set[str]:
    """The rules that find something in the one sentence in which two editions differ."""
    old, new = edition(folder, 2023, was), edition(folder, 2024, now)
    return {finding.rule.id for finding in compare(old, new, settings=settings).findings}


@pytest.mark.parametrize("row", documented(), ids=lambda row: row[0].strip("`").split(" = ")[0])
def test_what_the_documentation_says_of_a_word_is_so(tmp_path: Path, row: list[str]) -> None:
    written, was, now, without, found = row
    assert without != found
    own = settings_of(tmp_path, "[words]\n" + "\n".join(re.findall("`([^`]+)`", written)))
    assert rules(tmp_path, was, now, Settings()) == {without} - {"–"}
    assert rules(tmp_path, was, now, own) == {found} - {"–"}


def test_every_list_that_is_documented_can_be_added_to(tmp_path: Path) -> None:
    example = DOCS.read_text(encoding="utf-8").partition("```toml\n[words]\n")[2].partition("```")
    words = settings_of(tmp_path, "[words]\n" + example[0]).words
    assert words.of("stages.adopted") == ("gazetted", "assented to")
    assert words.family("ratings") == {"readiness": ("unready", "partly ready", "ready")}
    assert words.synonyms == (("caseworkers", "social workers"),)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("stages.gazetted = ['x']", "words.stages.gazetted: no such list; did you mean stages."),
        (
            "stage.adopted = ['x']",
            "words.stage.adopted: no such list; did you mean stages.adopted?",
        ),
        ("adopted = ['x']", "words.adopted: no such list; did you mean stages.adopted?"),
        ("synonym = [['a', 'b']]", "words.synonym: no such list; did you mean synonyms?"),
        ("frequency = ['x']", "words.frequency: is a family; name the list: frequency.always, "),
        ("units = ['x']", "words.units: is a family; name the one that is meant: units.NAME"),
        ("ratings.tier = ['x']", "words.ratings.tier: comes with tracediff"),
        ("denials = 'x'", "words.denials: must be a list of words"),
        ("denials.strong = ['x']", "words.denials: must be a list of words, not a table"),
        ("denials = ['…']", 'words.denials: "…" holds no letter'),
        ('denials = ["a\\u0007b"]', r"words.denials: 'a\x07b' holds a control character"),
        ("units.'-' = ['x']", "words.units.-: has no name"),
        ("xxxxxxxxxxxxxxxxxxxx.up = ['x']", "no such list; did you mean trends.up?"),
        ("qqqqqqqqqqqq = ['x']", "no such list; tracediff config --words shows them all"),
        ("denials = ['a b c d e f g h i']", "is longer than 8 words or 80 characters"),
        ("counted = ['live stock']", 'words.counted: "live stock" is more than one word'),
        ("units.speed = ['m/s']", 'words.units.speed: "m/s" is more than one word'),
        ("units.dunam = ['old dunam']", '"old dunam" is more than one word'),
        ("trends.up = ['moved']\ntrends.down = ['Moved']", '"moved" stands in trends.up too'),
        ("synonyms = ['a']", "words.synonyms: must be a list of lists"),
        ("synonyms = [['a']]", "words.synonyms[1]: holds fewer than two words"),
        ("synonyms = [['a', 'b'], ['b', 'c']]", '"b" stands in another group too'),
    ],
)
def test_what_is_wrong_with_words_is_said_in_a_line(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "tracediff.toml").write_text(f"[words]\n{text}\n", encoding="utf-8")
    ended = tracediff("config", folder=tmp_path)
    assert (ended.status, ended.out) == (2, "")
    assert says in ended.err
    assert ended.err.count("\n") == 1


def test_words_must_be_a_table_and_an_empty_one_adds_nothing(tmp_path: Path) -> None:
    (tmp_path / "tracediff.toml").write_text("words = 3\n", encoding="utf-8")
    ended = tracediff("config", folder=tmp_path)
    assert (ended.status, ended.out) == (2, "")
    assert "words: is no table; write [words]" in ended.err
    assert settings_of(tmp_path, "[words.stages]\n").words == Words()


def test_words_are_no_patterns_and_there_is_an_end_to_them(tmp_path: Path) -> None:
    own = settings_of(tmp_path, "[words]\nstages.adopted = ['gazett.*', '(a+)+b']")
    was = "The council drafted a bill on the safety of hostels."
    now = "The bill of the council on the safety of hostels was gazetted."
    assert rules(tmp_path, was, now, own) == rules(tmp_path, was, now, Settings()) == {"C306"}
    many = ", ".join(f"'word{number}x'" for number in range(2_001))
    (tmp_path / "tracediff.toml").write_text(f"[words]\nharms = [{many}]\n", encoding="utf-8")
    assert "words: has 2,001 entries; at most 2,000" in tracediff("config", folder=tmp_path).err


def test_words_of_one_run_do_not_leak_into_the_next(tmp_path: Path) -> None:
    own = settings_of(tmp_path, "[words]\nstages.adopted = ['gazetted']\nsynonyms = [['a', 'b']]")
    was, now = "The council drafted the bill on kilns.", "The bill on kilns was gazetted."
    pairs = [rules(tmp_path, was, now, one) for one in (own, Settings(), own)]
    assert pairs == [{"C305"}, {"C306"}, {"C305"}]


def test_two_processors_read_a_teams_words_as_one_does(tmp_path: Path) -> None:
    files = []
    for year, text in (
        (2023, "Officers seized 12 livestock."),
        (2024, "Officers seized no livestock."),
    ):
        filler = "\n\n".join(f"{AROUND} Item {number} of {year}." for number in range(99))
        files.append(edition(tmp_path, year, f"{filler}\n\n{text}"))
    own = settings_of(tmp_path, "[words]\ncounted = ['livestock']")
    found = compare(*files, settings=own)
    alone = compare(
        load(files[0], None, own).edition, load(files[1], None, own).edition, settings=own
    )
    assert "N102" in {finding.rule.id for finding in found.findings}
    assert [f.message for f in found.findings] == [f.message for f in alone.findings]


def test_a_word_for_the_same_thing_continues_a_series(tmp_path: Path) -> None:
    old = edition(tmp_path, 2023, "The ministry paid 41 caseworkers for orphans in its offices.")
    new = edition(tmp_path, 2024, "In its offices for orphans the ministry paid 30 social workers.")
    own = Settings(words=Words(synonyms=(("caseworkers", "social workers"),)))
    told = [
        [
            (f.rule.id, "41 in 2023, 30 in 2024" in f.message)
            for f in compare(old, new, settings=s).findings
        ]
        for s in (Settings(), own)
    ]
    assert ("N101", True) not in told[0]
    assert told[1] == [("N101", True)]


def test_a_phrase_for_the_same_thing_at_the_end_of_a_sentence_is_no_change(tmp_path: Path) -> None:
    old = edition(tmp_path, 2023, "The province trains midwives, cooks and caseworkers.")
    new = edition(tmp_path, 2024, "The province trains midwives, clerks and social workers.")
    own = Settings(words=Words(synonyms=(("caseworkers", "social workers"),)))
    told = [[f.message for f in compare(old, new, settings=s).findings] for s in (Settings(), own)]
    assert [one.rpartition(": ")[2] for one in told[1]] == ["“cooks” became “clerks”."]
    assert "social" in " ".join(told[0])


def test_a_word_of_a_phrase_alone_means_nothing_else(tmp_path: Path) -> None:
    old = edition(tmp_path, 2023, "The province had 41 social clubs for orphans in its offices.")
    new = edition(tmp_path, 2024, "The offices had 30 caseworkers for the care of orphans.")
    own = Settings(words=Words(synonyms=(("caseworkers", "social workers"),)))
    found = compare(old, new, settings=own).findings
    assert not any("41 in 2023, 30 in 2024" in finding.message for finding in found)


def test_an_abbreviation_ends_no_sentence_and_a_unit_is_one(tmp_path: Path) -> None:
    text = "The council rests on Ordn. The Seventh and restored 40 dunams of dunes."
    file = edition(tmp_path, 2024, text)
    own = settings_of(tmp_path, "[words]\nabbreviations = ['Ordn.']\nunits.dunam = ['dunams']")
    plain, read = ledger(file), ledger(file, settings=own)
    assert text not in {sentence.text for sentence in plain.reading.edition.sentences}
    assert text in {sentence.text for sentence in read.reading.edition.sentences}
    units = [[fact.unit for fact in one.reading.facts if fact.value == 40] for one in (plain, read)]
    assert units == [[None], ["dunam"]]


def test_a_cell_can_say_in_a_teams_words_that_a_figure_is_missing(tmp_path: Path) -> None:
    table = "| | 2023 | 2024 |\n|---|---|---|\n| Raids | 12 | Embargoed |\n| Visits | 9 | 14 |\n"
    file = edition(tmp_path, 2024, table)
    own = settings_of(tmp_path, "[words]\nmissing.not_reported = ['embargoed']")
    told = [
        [fact.status.value for fact in one.reading.facts if fact.table is not None]
        for one in (ledger(file), ledger(file, settings=own))
    ]
    assert told == [["reported"] * 3, ["reported", "not_reported", "reported", "reported"]]


def test_facts_follows_the_configuration(tmp_path: Path) -> None:
    edition(tmp_path, 2024, "The council restored 40 dunams.")

    def units() -> list[str]:
        ended = tracediff("facts", "2024.md", "--format", "json", *more, folder=tmp_path)
        assert ended.status == 0, ended.err
        return [fact["unit"] for fact in json.loads(ended.out)["facts"] if fact["value"] == 40]

    more: tuple[str, ...] = ()
    assert units() == [None]
    (tmp_path / "own.toml").write_text("[words]\nunits.dunam = ['dunams']\n", encoding="utf-8")
    more = ("--config", "own.toml")
    assert units() == ["dunam"]
    (tmp_path / "own.toml").rename(tmp_path / "tracediff.toml")
    more = ()
    assert units() == ["dunam"]
    (tmp_path / "tracediff.toml").write_text("[wrods]\n", encoding="utf-8")
    assert tracediff("facts", "2024.md", folder=tmp_path).status == 2


def test_what_is_in_force_is_shown_with_where_it_comes_from(tmp_path: Path) -> None:
    text = "[words]\nstages.adopted = ['Gazetted']\nratings.'site care' = ['bad', 'good']\n"
    (tmp_path / "tracediff.toml").write_text(text, encoding="utf-8")
    shown = tracediff("config", "--set", folder=tmp_path).out
    assert 'stages.adopted = ["gazetted"]  # tracediff.toml' in shown
    assert 'ratings."site care" = ["bad", "good"]  # tracediff.toml' in shown
    whole = tracediff("config", "--words", folder=tmp_path).out
    assert re.search(
        r'stages\.adopted = \[.*"adopted".*\]  # default\nstages\.adopted = \["gaz', whole
    )
    values = [line.split("  # ")[0] for line in whole.splitlines() if " = " in line]
    assert len(values) > 100
    assert all(tomllib.loads(value) for value in values)


def test_the_file_that_init_writes_shows_words_that_are_right(tmp_path: Path) -> None:
    _, _, rest = commented().partition("# [words]\n")
    lines = [line[2:] for line in rest.partition("\n\n")[0].splitlines()]
    words = settings_of(tmp_path, "[words]\n" + "\n".join(lines)).words
    assert len(words.lists) > 10
    assert words.synonyms
