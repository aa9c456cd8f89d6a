"""Tags that the words around them show to be wrong, and those that stay."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence

import pytest

from tests.syntax.test_examples import GOLD, kept
from tracediff.syntax import parse, repairs
from tracediff.syntax.repairs.place import FINITE, Place
from tracediff.syntax.tagger import tag
from tracediff.text.tokens import Tokens, tokenise


def asked_all(t: Tokens, tags: Sequence[str]) -> list[str]:
    """The tags mended by rules that are all asked, whatever they need."""
    found: list[str] = []
    verbless = t.text[t.size - 1] == "." and FINITE.isdisjoint(tags)
    for i, given in enumerate(tags):
        before, led = (tags[i - 1], found[-1]) if i else ("", "")
        after = (*tags, "")[i + 1]
        place = Place(
            t, i, given, before, after, led, not FINITE.isdisjoint(found), tags, verbless, t.low[i]
        )
        rules = [rule.repair for rule in repairs.REPAIRS if given in rule.tags.split()]
        if t.low[i] in repairs._WORDS or t.low[i].endswith("wide"):
            rules = [*repairs._OF_WORD]
        told = (rule(place) for rule in rules)
        found.append(next(filter(None, told), given))
    return found


def test_a_rule_that_is_not_asked_has_nothing_to_say() -> None:
    """What a rule needs is declared beside it: no sentence may be mended otherwise without that."""
    figures = tomllib.loads(GOLD.with_name("sentences.toml").read_text(encoding="utf-8"))
    sentences = [*kept(), *(one["text"] for one in figures["sentence"])]
    tagged = [(t, tag(t.text[: t.size])) for t in map(tokenise, sentences)]
    assert len(tagged) > 200
    for t, tags in tagged:
        assert repairs.repaired(t, tags) == asked_all(t, tags), t.source


@pytest.mark.parametrize(
    ("sentence", "noun"),
    [
        ("The union counted 55 helicopter pilots in the north.", "pilots"),
        ("Drone pilots completed 88 flights.", "pilots"),
        ("The ministry funded pilots in 14 schools.", "pilots"),
        ("The port handled 4,120 truck loads a day.", "loads"),
        ("Traffic went from 46% encrypted page loads to 67% in 2021.", "loads"),
    ],
)
def test_a_plural_is_no_verb_where_its_clause_has_one(sentence: str, noun: str) -> None:
    p = parse(sentence)
    assert p.tags[p.tokens.low.index(noun)] == "NNS"


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("In 2021 demand rises.", "rises"),
        ("It said sales rose, and 40 percent growth beats the plan.", "beats"),
        ("It found that 12 percent of land lies fallow.", "lies"),
        ("It said a third of output falls short.", "falls"),
        ("The office stays closed until March.", "stays"),
    ],
)
def test_a_verb_of_the_present_stays_one(sentence: str, verb: str) -> None:
    p = parse(sentence)
    assert p.tags[p.tokens.low.index(verb)] == "VBZ"


@pytest.mark.parametrize(
    "sentence",
    ["Local pilots guided 1,204 ships in.", "Commercial pilots made up 40 percent of members."],
)
def test_a_past_form_behind_a_plural_is_the_verb_that_is_missing(sentence: str) -> None:
    p = parse(sentence)
    assert p.tags[2] == "VBD"


@pytest.mark.parametrize(
    ("sentence", "word", "tag"),
    [
        ("We saw 12% of pilots feeling very or extremely safe.", "pilots", "NNS"),
        ("It trained 9% of cooks in the north.", "cooks", "NNS"),
        ("It heard of 12 percent of guards leaving.", "guards", "NNS"),
        ("We saw 12% of pilots feeling very safe.", "feeling", "VBG"),
        ("It ended with 30% of cooks feeling fairly tired.", "feeling", "VBG"),
        ("62% of pilots struggle to find charts.", "struggle", "VBP"),
        ("A third of owners struggle to pay and others do not.", "struggle", "VBP"),
        ("Others named deck mending (41%) and rowing.", "mending", "NN"),
        ("They named boat painting (31%) first.", "painting", "NN"),
        ("The crew that tags whales led 10 dives.", "tags", "VBZ"),
        ("It removed 9 notices in Orsk related to theft.", "related", "JJ"),
        ("It found 40 wrecks in the bay related to storms.", "related", "JJ"),
        ("It found 40 drownings related to drug use.", "drug", "NN"),
        ("5 type tunicates (199470).", "tunicates", "NNS"),
    ],
)
def test_words_around_a_share_tell_nouns_from_verbs(sentence: str, word: str, tag: str) -> None:
    p = parse(sentence)
    assert p.tags[p.tokens.low.index(word)] == tag


@pytest.mark.parametrize(
    ("sentence", "word", "tag"),
    [
        ("Police state there were 9 wrecks.", "state", "VBP"),
        ("Police estimate there were 9 wrecks.", "estimate", "VBP"),
        ("Police assert there were 9 wrecks.", "assert", "VBP"),
        ("In addition there were 9 wrecks.", "addition", "NN"),
        ("Note: the wreck was raised.", "note", "NN"),
    ],
)
def test_a_verb_of_saying_before_there_is_one(sentence: str, word: str, tag: str) -> None:
    p = parse(sentence)
    assert p.tags[p.tokens.low.index(word)] == tag


@pytest.mark.parametrize(
    ("sentence", "word", "tag"),
    [
        ("The 40 complaints were about fees.", "about", "IN"),
        ("In May 9 talks were about wages at sea.", "about", "IN"),
        ("The boats were about half of the fleet.", "about", "RB"),
        ("There were about 40 boats.", "about", "RB"),
        ("Profit fell by 12 crowns.", "profit", "NN"),
        ("Headcount rose to 95.", "headcount", "NN"),
        ("Many fell ill.", "many", "JJ"),
        ("Closed on Sundays, the shop sold 9 boats.", "closed", "VBN"),
        ("Crew costs as a share of sales fell.", "costs", "NNS"),
        ("In 2023 the clinic employed 28.5 FTE nurses.", "employed", "VBD"),
        ("In 2023 the clinic employed 28.5 FTE nurses.", "clinic", "NN"),
    ],
)
def test_a_subject_is_no_participle_and_what_is_about_a_thing_no_measure(
    sentence: str, word: str, tag: str
) -> None:
    p = parse(sentence)
    assert p.tags[p.tokens.low.index(word)] == tag


@pytest.mark.parametrize(
    ("sentence", "word", "tag"),
    [
        (
            "According to a report by the Ministry of Ports published in May, the rate was 4.",
            "published",
            "VBN",
        ),
        (
            "According to a survey by the Harbour Guild conducted in 2020, 9 boats sank.",
            "according",
            "VBG",
        ),
        ("According to the guild which published the list, 9 boats sank.", "published", "VBD"),
        ("According to the Harbour Guild boats sank in May.", "according", "VBG"),
    ],
)
def test_what_follows_according_to_holds_no_verb_of_the_clause(
    sentence: str, word: str, tag: str
) -> None:
    p = parse(sentence)
    assert p.tags[p.tokens.low.index(word)] == tag


@pytest.mark.parametrize(
    ("sentence", "denied"),
    [
        ("The council reads Act No. 12.", False),
        ("The minister signed Decree No 7 on lamps.", False),
        ("The port has no 7-metre crane.", True),
        ("No 7 boats are alike.", True),
    ],
)
def test_no_before_a_number_behind_a_noun_denies_nothing(sentence: str, denied: bool) -> None:
    assert any(phrase.denied for phrase in parse(sentence).phrases) == denied


@pytest.mark.parametrize(
    ("sentence", "word", "tag"),
    [
        ("Trials were late due to multiple delays or wrong files, and 40 ended.", "multiple", "JJ"),
        ("Deaths due to hunger rose.", "hunger", "NN"),
        ("Ferries stopped owing to open gates.", "open", "JJ"),
        ("The ministry is due to open schools in May.", "open", "VB"),
        ("The guild was due to open a quay.", "open", "VB"),
    ],
)
def test_what_a_preposition_of_two_words_governs_is_no_infinitive(
    sentence: str, word: str, tag: str
) -> None:
    p = parse(sentence)
    assert p.tags[p.tokens.low.index(word)] == tag


@pytest.mark.parametrize(
    ("sentence", "word", "tag"),
    [
        ("Most members believe that pilots are tired.", "pilots", "NNS"),
        ("The guild knows that guards have boats.", "guards", "NNS"),
        ("The 14 towns where it trades have clinics.", "trades", "VBZ"),
    ],
)
def test_what_stands_before_are_or_have_is_a_plural(sentence: str, word: str, tag: str) -> None:
    p = parse(sentence)
    assert p.tags[p.tokens.low.index(word)] == tag
