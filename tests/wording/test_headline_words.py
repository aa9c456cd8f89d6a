"""Headlines: subject first, both values, periods only where they say something, few words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tracediff.model import Bound, Fact, Period, Span, Status
from tracediff.wording import headlines
from tracediff.wording.clauses import bare, clause, topic, without_asides, words
from tracediff.wording.statements import Part

Y1 = Period(date(2020, 1, 1), date(2020, 12, 31), "2020")
Y2 = Period(date(2021, 1, 1), date(2021, 12, 31), "2021")
USUAL = (2020, 2021)


def fact(
    value: str | None,
    period: Period | None = None,
    unit: str | None = None,
    status: Status = Status.REPORTED,
    bound: Bound = Bound.EXACT,
    quote: str = "",
    counted: str | None = None,
) -> Fact:
    number = None if value is None else Decimal(value)
    return Fact(
        0, 0, Span(0, 1), Span(0, 1), quote, number, unit, counted, "m", period, status, bound
    )


def span(label: str, year: int, first: int = 1, last: int = 8, as_of: bool = False) -> Period:
    return Period(date(year, first, 1), date(year, last, 28), label, as_of)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (fact("1204", Y1), fact("1830", Y2), "Rescued: 1,204 → 1,830 (+52%)"),
        (fact("12", Y1), fact("300", Y2), "Rescued: 12 → 300 (×25)"),
        (fact("100", Y1), fact("103", Y2), "Rescued: 100 → 103 (+3%)"),
        (fact("2", Y1), fact("5", Y2), "Rescued: 2 → 5"),
        (fact("-139", Y1), fact("85", Y2), "Rescued: −139 → 85"),
        (fact("34", Y1), fact("0", Y2, status=Status.NONE), "Rescued: 34 → none"),
        (fact("12", Y1, "%"), fact("14", Y2, "%"), "Rescued: 12% → 14% (+2 points)"),
        (fact("12", Y1, "USD"), fact("14", Y2, "EUR"), "Rescued: $12 → €14"),
        (fact("12"), fact("24"), "Rescued: 12 → 24 (+100%)"),
        (fact("12", Y1), fact("24", Y1), "Rescued, 2020: 12 → 24 (+100%)"),
        (
            fact("302", span("January–August 2020", 2020)),
            fact("395", span("January–August 2021", 2021)),
            "Rescued, January–August: 302 → 395 (+31%)",
        ),
        (
            fact("30", span("fiscal year 2002", 2002), "%"),
            fact("14", span("fiscal year 2021", 2021), "%"),
            "Rescued: 30% (fiscal year 2002) → 14% (fiscal year 2021)",
        ),
        (
            fact("2", span("August 31, 2020", 2020, 8, 8, True)),
            fact("48", span("August 31, 2021", 2021, 8, 8, True)),
            "Rescued, as of August 31: 2 → 48",
        ),
        (
            fact("12", Y1),
            fact("18", span("first half of 2021", 2021)),
            "Rescued: 12 (2020) → 18 (first half of 2021)",
        ),
        (
            fact("12", Period(date(2018, 1, 1), date(2018, 12, 31), "2018")),
            fact("18", Y2),
            "Rescued: 12 (2018) → 18 (2021)",
        ),
    ],
)
def test_two_values_stand_with_what_a_reader_needs(old: Fact, new: Fact, line: str) -> None:
    assert headlines.figures("Rescued", old, new, USUAL) == line


def test_two_balance_sheets_are_of_like_days_whatever_their_heads_say() -> None:
    end = Period(date(2021, 12, 31), date(2021, 12, 31), "December 31, 2021", True)
    old, new = replace(fact("120", Y1), table=0), replace(fact("90", end), table=0)
    assert headlines.figures("Cash", old, new, USUAL) == "Cash: 120 → 90 (−25%)"
    prose = fact("90", end)
    assert headlines.figures("Cash", old, prose, USUAL) == (
        "Cash: 120 (2020) → 90 (as of Dec 31, 2021)"
    )
    undated = replace(fact("90"), table=0)
    assert headlines.figures("Cash", old, undated, USUAL) == "Cash: 120 → 90 (−25%)"


def test_a_bound_a_unit_and_a_fraction_are_said_as_people_say_them() -> None:
    assert headlines.value(fact("50", bound=Bound.MORE_THAN)) == "over 50"
    assert headlines.value(fact("0.33333", quote="one-third")) == "one-third"
    assert headlines.value(fact("36", unit="franc", counted="francs")) == "36 francs"
    assert headlines.value(fact("36", unit="t", counted="tonnes of cod")) == "36 t"
    assert headlines.value(fact(None, status=Status.UNKNOWN)) == "unknown"


def test_other_forms_of_a_figure() -> None:
    assert headlines.restated("Gifts", fact("441500", Y1), fact("431500", Y1)) == (
        "Gifts, 2020: 441,500, now given as 431,500"
    )
    assert headlines.restated("Gifts", fact("2"), fact("3")) == "Gifts: 2, now given as 3"
    assert headlines.one_figure("Calls", fact("7", Y1), True) == "Calls: 7 (2020), no longer given"
    assert headlines.one_figure("Calls", fact("7"), False) == "Calls: 7, not given before"
    assert headlines.carried_over("Cities", fact("149")) == "Cities: still 149, as a year before"


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("generally", "not always", "Speech: “generally” is now “not always”"),
        ("", "unless asked", "Speech: now adds “unless asked”"),
        ("potentially", "", "Speech: no longer says “potentially”"),
        ("Speech is free", "Speech is not free", "“Speech is free” is now “Speech is not free”"),
    ],
)
def test_only_the_words_that_differ_are_quoted(old: str, new: str, line: str) -> None:
    assert headlines.wording("Speech", old, new) == line


def test_sections_are_counted_and_a_few_are_named() -> None:
    titles = ["Housing and shelter", "Courts", "Budget", "Ferries", "Ports"]
    assert headlines.sections("headline_sections_gone", titles, 25, 31) == (
        "25 of 31 sections are gone, among them Housing and shelter, Courts, Budget, Ferries"
    )
    divers = [f"Protection of divers in harbour {name}" for name in "abcd"]
    assert headlines.sections("headline_sections_gone", divers, 25, 31) == (
        "25 of 31 sections are gone, among them "
        "Protection of divers in harbour a, Protection of divers in harbour b"
    )
    long = ["word " * 5] * 1
    assert headlines.sections("headline_sections_gone", long * 9, 3, 4).startswith("3 of 4")
    assert headlines.section("headline_section_renamed", "Ports", "Piers") == (
        "“Piers” is now headed “Ports”"
    )


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("Fishing: ports, boats and crews of the north coast", "as it is"),  # nine words
        ("Fishing: ports, boats and crews of the whole north coast", "Fishing"),
        ("Ports of the north coast – what was built there in spring", "Ports of the north coast"),
        (
            "Fishing and the sale of fish in the ports of the north coast",
            "Fishing and the sale of fish",
        ),
    ],
)
def test_a_long_title_is_told_up_to_its_colon_or_its_dash(title: str, kept: str) -> None:
    line = headlines.sections("headline_sections_gone", [title], 3, 9)
    told = title if kept == "as it is" else kept
    assert line == f"3 of 9 sections are gone, among them {told}"


def test_a_line_for_several_sections_says_so_where_there_is_room() -> None:
    assert headlines.in_sections("Speech: “a” is now “b”", 3).endswith("(in 3 sections)")
    full = " ".join(["word"] * headlines.MOST)
    assert headlines.in_sections(full, 3) == full
    fits = " ".join(["word"] * (headlines.MOST - 3))
    assert headlines.in_sections(fits, 3) == f"{fits} (in 3 sections)"
    assert headlines.in_sections(f"{fits} word", 3) == f"{fits} word"


def test_no_headline_is_longer_than_its_room_or_has_a_gap() -> None:
    line = headlines.within("one … two " * 30)
    assert len(line.split()) <= headlines.MOST and "…" not in line
    both = headlines.reworded(
        Part("The port of Sund was shut to boats. " * 9), Part("The port took boats of Sund. " * 9)
    )
    assert len(both.split()) <= headlines.MOST and "; before: the port" in both


def test_a_quotation_that_is_cut_loses_its_marks() -> None:
    long = "we shall moor " + "boat by boat " * 7
    for opening, closing in ("“”", '""'):
        line = headlines.within(f"The guild said {opening}{long}{closing} in May")
        assert line.startswith("The guild said we shall moor boat") and opening not in line
        whole = f"The guild said {opening}we shall moor{closing} in May"
        assert headlines.within(whole) == whole
    assert headlines.within("the crews’ boats are old") == "The crews’ boats are old"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("However, the port closed in May.", "The port closed in May"),
        ("The ministry reported that 12 ports were closed by law.", "12 ports were closed by law"),
        ("Arrest: As of May, police held 12 men in the port.", "Police held 12 men in the port"),
        ("although the port (the old one) was closed again", "The port was closed again"),
        ("iPort stays", "iPort stays"),
        ("• The port closed.", "The port closed"),
    ],
)
def test_what_only_introduces_a_statement_is_left_out(text: str, line: str) -> None:
    assert clause(text, 14) == line


def test_what_is_quoted_is_no_aside() -> None:
    said = "A placeholder was left in the text: “{}”."
    for quoted in ("[TBD]", "(insert the figure)", "[figure] million"):
        assert clause(said.format(quoted), 22) == said.format(quoted).rstrip(".")
    assert clause("The port (see below) inspected ships [3].", 22) == "The port inspected ships"


def test_a_long_sentence_ends_where_it_may() -> None:
    text = "The council of the port built a pier, which the fishers of the town had asked for"
    assert clause(text, 10) == "The council of the port built a pier"
    assert words("a b c d e f g h", 3) == "a b c"
    assert words("the state of the", 3) == "the state"


def test_a_label_and_a_title_are_short() -> None:
    assert headlines.name("(" + "port " * 12 + ")").count("Port") == 1
    assert len(headlines.name("port " * 12).split()) <= 9
    assert headlines.name("Fiscal based) gifts") == "Fiscal based gifts"
    assert topic("Courts") == "Courts" and topic("Courts: how they work now") == (
        "Courts: how they work now"
    )


def test_words_that_gave_way_are_told_inside_their_statement() -> None:
    line = "Some cells were shut"
    assert headlines.exchanged(line, "many", "Some") == "Some cells were shut (was: “many”)"
    assert headlines.exchanged(line, "", "Some") == "Some cells were shut (new: “Some”)"
    assert headlines.exchanged(line, "often", "") == "Some cells were shut (no longer: “often”)"


def test_cells_are_told_under_the_name_of_their_row() -> None:
    assert headlines.cell("2030", "Yes", "Unknown") == "Yes → Unknown (2030)"
    assert headlines.cell("", "", "Yes") == "– → Yes"
    assert headlines.row("Refresher courses", ["Yes → No", "No → Yes"]) == (
        "Refresher courses: Yes → No, No → Yes"
    )
    assert (
        len(headlines.row("Courses", ["one two three four → five"] * 9).split()) <= headlines.MOST
    )


def test_what_a_list_lost_and_gained_is_quoted() -> None:
    assert headlines.listed("Ports", "Sund", "Vik") == (
        "Ports: no longer lists “Sund”; now lists “Vik”"
    )
    assert headlines.listed("Ports", "Sund", "") == "Ports: no longer lists “Sund”"
    assert headlines.listed("Ports", "", "Vik") == "Ports: now lists “Vik”"


def test_two_statements_that_begin_alike_show_the_words_that_differ() -> None:
    old = Part("The port takes in ships of the league in winter.")
    new = Part("The port takes in ships of the league in summer.")
    line = "The port takes in ships of the league in summer"
    assert headlines.reworded(old, new) == f"{line} (was: “winter”)"
    assert headlines.reworded(new, new) == ""
    assert headlines.reworded(Part("Salt is sold on the quay."), new) == ""


def test_where_two_statements_have_no_room_neither_is_told() -> None:
    new = Part(
        "The head of the council of the port of the isle of Sund in the north fired the keeper of"
        " the light, and salt was sold on the quay, and boats were mended in town."
    )
    old = Part("The keeper of the light in the north of the isle of Sund had had nine letters.")
    assert headlines.reworded(old, new) == ""


def test_values_are_never_cut_however_long_a_name_and_its_periods_are() -> None:
    label = "Boats taken out of the sound for breach of the many new rules on lights"
    old = Period(date(2020, 9, 25), date(2020, 12, 31), "September 25, 2020 – December 31, 2020")
    new = Period(date(2021, 7, 1), date(2021, 12, 31), "second half of 2021")
    bound = Bound.MORE_THAN
    line = headlines.figures(
        label, fact("8000", old, bound=bound), fact("92500", new, bound=bound), USUAL
    )
    values = "over 8,000 (Sep 25 – Dec 31, 2020) → over 92,500 (second half of 2021)"
    assert line.endswith(f": {values}") and line.startswith("Boats taken out of the sound")
    assert len(line.split()) <= headlines.MOST


def test_what_gave_way_is_shown_where_both_sentences_only_point_back() -> None:
    old = Part("This will be done each spring by the harbour master.")
    new = Part("This is done each spring by the harbour master.")
    line = "This is done each spring by the harbour master (was: “will be”)"
    assert headlines.reworded(old, new) == line


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (
            "We held no drills on the quay, although we plan to hold drills in the next years.",
            "We held no drills on the quay.",
            "No longer said: we plan to hold drills in the next years",
        ),
        (  # it does not begin behind a denial
            "In this year not all tests of the nets were counted, but the guild mends more boats.",
            "The guild mends more boats.",
            "No longer said: not all tests of the nets were counted",
        ),
        (  # no statement of what the object is made of
            "The town closes old gaols, and ends fees.",
            "The town closes old gaols.",
            "No longer said: the town ends fees",
        ),
    ],
)
def test_the_half_that_went_is_told(old: str, new: str, line: str) -> None:
    told = headlines.no_longer(Part(old), "", new)
    assert told.replace("Not all", "not all") == line


def test_a_new_statement_says_that_it_is_new_and_of_what() -> None:
    one = Part("The old pier of Sund was closed in May.")
    assert headlines.newly(one) == "New: the old pier of Sund was closed in May"
    back = Part("It was closed for good in May.")
    assert headlines.newly(back, "Piers") == "Piers, new: it was closed for good in May"


def test_cells_under_unlike_heads_are_no_change() -> None:
    old, new = fact("1233", Y1), fact("2512", Y2)
    labels = ["Old nets, torn by ice", "Old nets, sold to pilots"]
    assert headlines.beside(labels, old, new) == (
        "Old nets, sold to pilots: 2,512; before: 1,233 (torn by ice)"
    )
    assert headlines.beside(["Nets", "Ropes"], old, new) == "Ropes: 2,512; before: 1,233 (nets)"


def test_what_points_back_stands_under_its_section() -> None:
    assert headlines.under("Courts", "It heard 40 cases") == "Courts: it heard 40 cases"
    assert headlines.under("Courts", "Launched a school") == "Courts: launched a school"
    assert headlines.under("Courts", "Judges heard 40 cases") == "Judges heard 40 cases"
    assert headlines.under("", "It heard 40 cases") == "It heard 40 cases"
    long = "It " + "heard " * (headlines.MOST - 1)
    assert headlines.under("Courts", long) == long


def test_a_figure_in_its_statement_says_what_it_was_and_for_when() -> None:
    text = "Until May, guards held 90 boats, and the harbour master counted 50 barges."
    part = Part(text, text.index("50"), text.index("50") + 1)
    old, new = fact("40", Y1), fact("50", Y2, quote="50")
    assert headlines.stated(part, old, new, USUAL) == (
        "The harbour master counted 50 barges (+25%); before: 40"
    )
    late = fact("50", span("first half of 2021", 2021), quote="50")
    assert headlines.stated(part, old, late, USUAL).endswith("; before: 40 (2020)")
    half = fact("40", span("first half of 2020", 2020))
    assert "barges, first half (+25%); before: 40" in headlines.stated(part, half, late, USUAL)
    assert headlines.stated(part, old, fact("50", Y2, quote="fifty"), USUAL) == ""
    full = fact("40", span("the " * headlines.MOST + "half", 2020))
    assert headlines.stated(part, full, late, USUAL) == ""


def test_quotes_lose_what_only_joins_them() -> None:
    assert bare("and nets, each as a result of") == "nets, each as a result"
    assert bare("there were no") == "there were no"
    assert without_asides("The port (the old one) closed") == "The port closed"


def test_a_title_is_cut_before_a_phrase_and_not_shouted() -> None:
    assert topic("THE LAW OF THE SEA") == "The law of the sea"
    long = "Public Bearing Towards Foreign and Local Study of Alleged Wrongs of Captains"
    assert topic(long) == "Public Bearing"
    assert len(topic("word " * 12).split()) <= 6
    assert topic("Prohibition of Boy Pilots and Minimum Age for Service on Boats") == (
        "Prohibition of Boy Pilots"
    )


def test_a_short_statement_that_names_nobody_stands_under_its_topic() -> None:
    assert headlines.under("Salt", "The law permits fines") == "Salt: the law permits fines"
    assert headlines.under("Salt", "The law permits 3 fines") == "The law permits 3 fines"
    assert headlines.under("Salt", "The law of Sund permits fines") == (
        "The law of Sund permits fines"
    )
    assert headlines.under("Salt", "Our guards sell it") == "Salt: our guards sell it"


def test_a_fragment_is_told_as_it_stands() -> None:
    text = "90% of all clerks to have learnt the code (see 6.1) by 2021;"
    at = text.index("2021")
    assert headlines.exchanged_in(text, Part(text, at, at + 4), "2019", "2021") == (
        "90% of all clerks to have learnt the code by 2021 (was: “2019”)"
    )


def test_money_of_a_country_is_written_as_people_write_it() -> None:
    assert headlines.value(fact("90", unit="nepalese rupee")) == "90 Nepalese rupees"
    assert headlines.value(fact("1", unit="honduran lempira")) == "1 Honduran lempira"
    assert headlines.value(fact("90", unit="chinese yuan")) == "90 Chinese yuan"


def test_what_is_gone_is_said_under_its_topic_where_it_points_back() -> None:
    old = Part("It trained 40 guards.")
    assert headlines.no_longer(old, "Schools") == "Schools, no longer said: it trained 40 guards"
    assert headlines.no_longer(old) == "No longer said: it trained 40 guards"
    topic = "Schools for the guards of the old harbour " * 3
    assert headlines.no_longer(old, topic) == "No longer said: it trained 40 guards"
    these = Part("Most of these guards left the town.")
    assert headlines.no_longer(these, "Schools").startswith("Schools, no longer said: ")
    year = Part("Most guards left the town this year.")
    assert headlines.no_longer(year, "Schools").startswith("No longer said: ")


@pytest.mark.parametrize(
    ("old", "new", "before", "after", "line"),
    [
        (
            "Guards took steps to free men who may have stolen salt.",
            "Guards took steps to free men who had stolen salt.",
            "may",
            "",
            "Guards took steps to free men who had stolen salt (no longer: “may”)",
        ),
        (
            "Guards may search all boats.",
            "Guards may search all boats if the keeper of the light agrees.",
            "",
            "if the keeper of the light agrees",
            "Guards may search all boats: now adds “if the keeper of the light agrees”",
        ),
        (
            "Salt is sold on the quay.",
            "Because of the ice, salt is sold on the quay.",
            "",
            "Because of the ice",
            "Salt is sold on the quay: now adds “Because of the ice”",
        ),
        ("Salt is sold.", "The guards freed 40 men in May.", "Salt", "guards", ""),
        ("Salt is sold.", "If salt is sold, they close it.", "", "they", ""),
    ],
)
def test_words_are_shown_in_the_statement_where_they_changed(
    old: str, new: str, before: str, after: str, line: str
) -> None:
    at = new.index(after) if after else new.index("had") if "had" in new else 0
    part = Part(new, at, at + max(len(after), 1))
    assert headlines.exchanged_in(old, part, before, after) == line


def test_brackets_inside_and_outside_of_a_part_are_told_apart() -> None:
    text = "The port (see below) sold nets (of hemp) and 40 boats (88%)."
    at = text.index("40")
    assert headlines.flat(Part(text, at, at + 2)) == Part(
        "The port sold nets and 40 boats (88%).", 23, 25
    )
    inside = text.index("hemp")
    assert headlines.flat(Part(text, inside, inside + 4)).text == (
        "The port sold nets (of hemp) and 40 boats (88%)."
    )


def test_one_statement_that_only_says_more_is_left_to_the_words_that_differ() -> None:
    old = Part("The port takes in ships in winter, although guards plan to close it.")
    assert headlines.reworded(old, Part("The port takes in ships in winter.")) == ""


def part(text: str, words: str) -> Part:
    at = text.index(words)
    return Part(text, at, at + len(words))


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (
            part("Theft on the quays grew in May.", "grew in May"),
            part("By June theft on the quays had halved.", "had halved"),
            "Theft on the quays had halved; before: Theft on the quays grew",
        ),
        (
            part("Training: more outlays for mates by hiring in the spring", "by hiring"),
            part("We plan to spend more on the crew school in 2026.", "in 2026"),
            "We plan to spend more on the crew school in 2026 (was: “by hiring”)",
        ),
        (part("The mole leaks.", "leaks"), part("A mole without a leak", "without"), ""),
    ],
)
def test_of_two_statements_the_newer_stands_before_the_older(
    old: Part, new: Part, line: str
) -> None:
    assert headlines.in_turn(old, new) == line


@pytest.mark.parametrize(
    ("words", "thing"),
    [
        ("the north quay", True),
        ("the head of the office", True),
        ("in the north", False),
        ("grew 31 percent", False),
        ("the quay has leaks", False),
        ("the first of the new piers of the port of Orsk", False),
    ],
)
def test_only_short_noun_phrases_are_quoted_by_themselves(words: str, thing: bool) -> None:
    assert headlines.names_things(words) is thing


@pytest.mark.parametrize(
    ("number", "unit", "quote", "bound", "written"),
    [
        ("23200000000", "USD", "$23.2 billion", Bound.EXACT, "$23.2 billion"),
        ("3300000", None, "3.3 million", Bound.EXACT, "3.3 million"),
        ("1592000", None, "1.592M", Bound.EXACT, "1.592 million"),
        ("500000000", "EUR", "€500 million", Bound.MORE_THAN, "over €500 million"),
        ("-1200000", "GBP", "−£1.20 million", Bound.EXACT, "−£1.20 million"),
        ("40000000", "tonne", "40 million tonnes", Bound.EXACT, "40 million tonnes"),
        ("3", "million USD", "3", Bound.EXACT, "$3 million"),
        ("12", None, "12 M", Bound.EXACT, "12"),
    ],
)
def test_large_figures_are_told_with_the_scale_that_the_text_gives(
    number: str, unit: str | None, quote: str, bound: Bound, written: str
) -> None:
    assert headlines.value(fact(number, unit=unit, quote=quote, bound=bound)) == written


def test_an_item_of_a_list_is_not_cut_inside_a_bracket() -> None:
    unit = "(Coast Unit – Research and Rescue North)"
    whole = headlines.listed("Members", f"Ada Brand {unit}", "")
    assert whole == f"Members: no longer lists “Ada Brand {unit}”"
    both = headlines.listed("Members", f"Ada Brand {unit}", "Ivo Kern")
    assert both == "Members: no longer lists “Ada Brand”; now lists “Ivo Kern”"


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (
            "Police arrested the smith Ivo Kern in March.",
            "In June a judge dropped all charges against the smith Ivo Kern.",
            "A judge dropped all charges against the smith Ivo Kern; before: police arrested the"
            " smith Ivo Kern in March",
        ),
        (
            "Pilots lacked other ways to protest.",
            "The mayor looked into 12 complaints of theft on the quay.",
            "",
        ),
        (
            "There were also fires in the sheds.",
            "There were also fires in the sheds of the rope makers, the smiths and the coopers.",
            "",
        ),
    ],
)
def test_two_statements_of_one_thing_stand_beside_each_other(old: str, new: str, line: str) -> None:
    assert headlines.answering(Part(old), Part(new)) == line


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("The clinic also hired nine nurses", "The clinic hired nine nurses"),
        ("New: also published a map", "New: published a map"),
        ("Also opened a pier", "Opened a pier"),
        ("A tax also known as the toll rose", "A tax also known as the toll rose"),
        ("It was shut (was: “also open”)", "It was shut (was: “also open”)"),
    ],
)
def test_a_headline_adds_to_nothing_said_before(line: str, told: str) -> None:
    assert headlines.within(line) == told


def test_what_only_names_a_thing_stands_under_its_section() -> None:
    item = Part("Logs of boats that pass the lock.")
    assert headlines.newly(item, "Data held") == "Data held, new: Logs of boats that pass the lock"
    gone = headlines.no_longer(Part("No reports of theft."), "Quays")
    assert gone == "Quays, no longer said: no reports of theft"
    counted = headlines.no_longer(Part("There were 40 reports of theft."), "Quays")
    assert counted == "No longer said: 40 reports of theft"


def test_a_list_that_lost_one_thing_names_it_in_full() -> None:
    thing = "Work on nets, in the holds of boats and on the quays"
    assert headlines.listed("Forbidden", thing, "") == f"Forbidden: no longer lists “{thing}”"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "In Norr, herring grew larger in every bay.",
            "New: in Norr, herring grew larger in every bay",
        ),
        (
            "At Sund Harbour, there were more seals on the northern rocks.",
            "New: at Sund Harbour, there were more seals on the northern rocks",
        ),
        ("In May, herring grew larger in every bay.", "New: Herring grew larger in every bay"),
        ("In all, herring grew larger in every bay.", "New: Herring grew larger in every bay"),
    ],
)
def test_the_place_that_a_statement_opens_with_is_told_with_it(text: str, line: str) -> None:
    assert headlines.newly(Part(text)) == line
