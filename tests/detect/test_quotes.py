"""What a message quotes of a sentence."""

from __future__ import annotations

import pytest

from tests.editions import messages
from tracediff.detect.wording import LONGEST, excerpt
from tracediff.model import Claim, Sentence, Span

OPENING = "The harbour council of Norr met again. Rye was short all winter."


def test_a_quote_does_not_open_with_the_number_of_a_note() -> None:
    said = "(1; 86) Council members kept the harbour police from freeing the rowers of Norr."
    (message,) = messages(f"{OPENING} Boys sang.\n\n{said}", f"{OPENING} Boys sang.")["C306"]
    assert "says “Council members" in message


def test_a_quote_keeps_the_figure_at_its_head() -> None:
    said = "90% of all clerks to have taken the course on debt bondage by December {}."
    found = messages(f"{OPENING}\n\n{said.format(2019)}", f"{OPENING}\n\n{said.format(2021)}")
    assert "says “90% of all clerks" in found["C305"][0]


def test_a_statement_that_is_gone_is_quoted_whole() -> None:
    said = (
        "Council members of the northern harbours discouraged the harbour police and the court of"
        " Norr from freeing rowers whom the owners of galleys had bought from brokers, and high"
        " turnover among the clerks of the court weakened the unit that hears such cases."
    )
    (message,) = messages(f"{OPENING} Boys sang.\n\n{said}", f"{OPENING} Boys sang.")["C306"]
    assert f"“{said.rstrip('.')}”" in message


def test_what_a_sentence_lost_is_quoted_without_what_lives_on() -> None:
    said = "Nevertheless, the harbour guard has told the court that it will open its books"
    lost = f"{said} and will not hide behind the act on galleys."
    found = messages(f"{OPENING}\n\n{lost} Boys sang.", f"{OPENING}\n\n{said}. Boys sang.")
    assert "says “…and will not hide behind the act on galleys”;" in found["C306"][0]


@pytest.mark.parametrize(
    ("said", "head"),
    [
        ("In 2019 guards freed 400 rowers.", "Rowers freed by guards: 400 in 2019"),
        ("There were 160 deaths among rowers in 2019.", "Deaths among rowers: 160 in 2019"),
        (
            "In 2019, some clerks of Norr had died of fever and 570 rowers had been infected.",
            "Rowers infected: 570 in 2019",
        ),
        (
            "In 2019, 82 drivers working in the taxi trade, including old men and widows of Norr,"
            " had been killed by gangs.",
            "Drivers working in the taxi trade: 82 in 2019",
        ),
    ],
)
def test_a_figure_that_is_gone_names_the_edition(said: str, head: str) -> None:
    (message,) = messages(f"{OPENING} Boys sang.\n\n{said}", f"{OPENING} Boys sang.")["N103"]
    assert message == f"{head}; no longer reported in the 2020 edition."


CREWS = " and ".join(f"the crews of {port}" for port in (
    "Alder", "Birch", "Cedar", "Elder", "Fir", "Gorse", "Hazel", "Ivy", "Juniper", "Kale", "Larch",
    "Maple", "Nettle", "Oak", "Pine", "Rowan",
))  # fmt: skip


def test_a_clause_that_changed_is_quoted_without_the_number_of_a_note() -> None:
    said = "(7; 55) {} inspectors of the northern ports were trained."
    (message,) = messages(
        f"{OPENING}\n\n{said.format('Most')}", f"{OPENING}\n\n{said.format('Some')}"
    )["C303"]
    assert "says “Most inspectors of the northern ports were trained”" in message
    assert "“Some inspectors of the northern ports were trained”" in message


def test_of_a_very_long_statement_that_is_gone_the_beginning_is_quoted() -> None:
    said = f"The guild failed to train {CREWS}."
    (message,) = messages(f"{OPENING}\n\n{said}", OPENING)["C306"]
    assert "“The guild failed to train the crews of Alder and" in message
    assert " …”" in message and "Rowan" not in message


def test_of_a_long_clause_the_words_around_the_change_are_quoted() -> None:
    said = f"The guild trained {CREWS} and {{}} of the pilots."
    (message,) = messages(
        f"{OPENING}\n\n{said.format('most')}", f"{OPENING}\n\n{said.format('some')}"
    )["C303"]
    assert "says “…" in message and "Alder" not in message
    assert "and most of the pilots”" in message and "and some of the pilots”" in message


def test_of_two_sentences_read_as_one_the_one_that_is_new_is_quoted() -> None:
    cited = (
        "Boys sang. (1) Girls danced. (2, 3) Old men slept. (4) Pilots met. (5) Crews left. (46)"
    )
    said = (
        "Children of the port are moved to night shifts to evade the inspectors of the guild."
        "\u00a0(38) The council keeps its books"
    )
    (message,) = messages(
        f"{cited}\n\n{said} in Norr.",
        f"{cited}\n\n{said} and lacks the power to fine captains in Norr.",
    )["C307"]
    assert (
        "adds “The council keeps its books and lacks the power to fine captains in Norr”" in message
    )


@pytest.mark.parametrize(
    ("said", "head"),
    [
        ("The ministry reported creating {} schools.", "Schools created"),
        (
            "The Norr Foreign Trade Chamber cut the import duty on {} boats of pilots.",
            "Boats of pilots",
        ),
    ],
)
def test_a_figure_is_named_by_what_was_done_not_from_the_middle_of_a_name(
    said: str, head: str
) -> None:
    (message,) = messages(f"{OPENING} {said.format(120)}", f"{OPENING} {said.format(150)}")["N101"]
    assert message.startswith(f"{head}: 120 in 2019, 150 in 2020")


WORDS = [f"w{at:02}" for at in range(90)]  # "w00 w01 …", four characters each


@pytest.mark.parametrize(
    ("first", "last", "begins", "ends"),
    [
        (45, 46, "…w", "…"),  # in the middle
        (0, 1, "w00 w01", "…"),
        (88, 89, "…w", "w88 w89"),
        (20, 69, "…w20", "w69…"),  # as long as a quote may be: nothing else has room
    ],
)
def test_a_long_clause_is_quoted_around_its_word_and_cut_between_words(
    first: int, last: int, begins: str, ends: str
) -> None:
    text = " ".join(WORDS)
    at = Span(4 * first, 4 * last + 3)
    sentence = Sentence(0, text, Span(0, len(text)), 0, 0, 1)
    quote = excerpt(sentence, Claim(0, Span(0, len(text)), "", frozenset()), at)
    assert quote.startswith(begins)
    assert quote.endswith(ends)
    assert len(quote) <= LONGEST + 2
    kept = quote.strip("…").split()
    assert set(WORDS[first : last + 1]) <= set(kept) <= set(WORDS)


def test_a_clause_that_has_room_is_quoted_whole() -> None:
    text = " ".join(WORDS[:50]) + "."
    sentence = Sentence(0, text, Span(0, len(text)), 0, 0, 1)
    claim = Claim(0, Span(0, len(text)), "", frozenset())
    assert excerpt(sentence, claim, Span(100, 103)) == text[:-1]
    assert len(text) == LONGEST
