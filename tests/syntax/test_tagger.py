"""Parts of speech of sentences as reports have them."""

from __future__ import annotations

import time

import pytest

from tracediff.syntax import features, tagger
from tracediff.syntax.closed import direct
from tracediff.syntax.tagger import tag


def tagged(text: str) -> str:
    """The tags of a text whose tokens are parted by spaces."""
    return " ".join(tag(text.split()))


@pytest.mark.parametrize(
    ("sentence", "tags"),
    [
        ("Police identified 14 victims .", "NNS VBD CD NNS ."),
        (
            "The ministry reported that 23 inspectors were trained .",
            "DT NN VBD IN CD NNS VBD VBN .",
        ),
        ("The list includes cases that were closed .", "DT NN VBZ NNS WDT VBD VBN ."),
        ("Victims identified by the agency received help .", "NNS VBN IN DT NN VBD NN ."),
        ("The authority did not report any deaths .", "DT NN VBD RB VB DT NNS ."),
        ("Costs rose by 4 % to £ 12 million .", "NNS VBD IN CD NN IN $ CD CD ."),
        ("We have also been asked to publish the results .", "PRP VBP RB VBN VBN TO VB DT NNS ."),
        ("Twelve officers may be charged in May .", "CD NNS MD VB VBN IN NNP ."),
        ("In June the company closed two sites .", "IN NNP DT NN VBD CD NNS ."),
        ("The report lists 40 cases .", "DT NN VBZ CD NNS ."),
        ("Courts convicted 12 traffickers and acquitted three .", "NNS VBD CD NNS CC VBD CD ."),
        ("Persons killed by police", "NNS VBN IN NN"),
        ("Total | 12 | 34", "NN : CD : CD"),
    ],
)
def test_sentences_of_reports(sentence: str, tags: str) -> None:
    assert tagged(sentence) == tags


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("1,570", "CD"),
        ("½", "CD"),
        (".5", "CD"),
        ("Hundred", "CD"),
        ("%", "NN"),
        ("€", "$"),
        ("(", "-LRB-"),
        ("”", "''"),
        ("|", ":"),
        ("†", "SYM"),
        ("www.example.org", "NNP"),
        ("US", "NNP"),
        ("us", "PRP"),
        ("don’t", "VBP"),
        ("it's", "PRP+VBZ"),
        ("Let’s", "VB+PRP"),
        ("who’ll", "WP+MD"),
        ("rock'n", None),
        ("it'x", None),
        ("report", None),
        ("'", None),
        ("", None),
    ],
)
def test_tokens_that_need_no_context(word: str, expected: str | None) -> None:
    assert direct(word) == expected


def test_possessives_and_hyphenated_words_are_one_token() -> None:
    assert tagged("The victim’s lawyer saw government-funded shelters .") == (
        "DT NN$ NN VBD JJ NNS ."
    )
    assert tagged("Norway’s inspectors met the workers ' union .") == (
        "NNP$ NNS VBD DT NNS POS NN ."
    )


def test_a_capital_at_the_start_makes_no_name() -> None:
    assert tagged("Inspections continued .")[:3] == "NNS"
    assert tagged("• Inspections continued .").split()[1] == "NNS"
    assert tagged("They thanked Okonkwo .") == "PRP VBD NNP ."


def test_a_heading_is_tagged_like_its_words_in_a_sentence() -> None:
    assert features.kinds_of_place("Number Of Complaints Received".split()) == ["head"] * 4
    assert tagged("NUMBER OF COMPLAINTS RECEIVED").split()[:3] == ["NN", "IN", "NNS"]


def test_only_what_opens_a_sentence_is_its_start() -> None:
    words = '( Ministers met in Paris : " Few agreed "'.split()
    assert features.kinds_of_place(words) == "start start in in in in start start in in".split()


def test_unknown_words_in_capitals_are_names() -> None:
    assert tagged("The KLMQ and other WXYs met .") == "DT NNP CC JJ NNS VBD ."
    assert tagged("The QRs were scanned .").split()[1].startswith("NN")


def test_a_word_is_classed_by_what_it_is_formed_from() -> None:
    classes = {"deny": "VB", "zone": "NN", "jump": "VB"}
    words = "deny denies zoned jumping jumped xyzing xyz".split()
    assert [features.word_class(word, classes) for word in words] == [
        "VB",
        "VB~ies",
        "NN~ed",
        "VB~ing",
        "VB~ed",
        "?~ing",
        "?",
    ]


def test_shapes_tell_letters_digits_and_joins_apart() -> None:
    shapes = {
        shape.split(" ")[0]: word
        for word in ("fine", "Fine", "FINE", "e", "E", "CO2", "on-site", "On-site", "firm's")
        for shape in [next(f for f in features.near_features(word, {}) if f.startswith("k"))]
    }
    assert sorted(shapes) == ["kA", "kX", "kX-", "kd", "kx", "kx'", "kx-"]


def test_no_unknown_word_is_given_a_closed_class() -> None:
    closed = {"IN", "DT", "CC", "MD", "PRP", "PRP$", "TO", "WDT", "WP", "EX", "RP", "UH"}
    for word in "blorp blorpy Blorp blorp-zint blorpest".split():
        assert not closed & set(tag(["The", word, "was", word, word, "."])[1:2])


def test_the_auxiliary_is_remembered_over_adverbs_and_forgotten_at_the_noun() -> None:
    state = features.State()
    seen = []
    for given, role in (
        ("PRP", ""),
        ("VBZ", "have"),
        ("RB", ""),
        ("VBN", "be"),
        ("NN", ""),
        ("IN", ""),
        (",", ""),
        ("VBP", "do"),
        ("MD", ""),
        ("TO", ""),
        ("VB", ""),
    ):
        state = features.advance(state, given, role)
        seen.append(tuple(state))
    assert seen == [
        ("", "n"),
        ("have", "nf"),
        ("have", "nf"),
        ("be", "nf"),
        ("", "nf"),
        ("", "nf"),
        ("", ""),
        ("do", "f"),
        ("MD", "f"),
        ("TO", "f"),
        ("", "f"),
    ]


def test_a_conjunction_starts_a_clause_and_a_preposition_does_not() -> None:
    state = features.State()
    for given in ("NNS", "VBD", "IN"):
        state = features.advance(state, given, "")
    assert state.clause == "nf"
    assert features.advance(state, "IN", "conjunction").clause == ""


def test_a_finite_verb_ahead_is_seen_up_to_the_end_of_its_clause() -> None:
    readings = [
        features.Reading(only, "", only, ends=only in features.CLAUSE_ENDS)
        for only in ("NNS", "VBN", "IN", "NN", "VBZ", "RB", ",", "NN", "MD", ".")
    ]
    told = features.look_ahead(readings)
    assert "".join(one or "-" for one in told) == "aaaa--aa--"


def test_nothing_and_one_word_are_sentences_too() -> None:
    assert tag([]) == ()
    assert tag(["Total"]) == ("NN",)


def test_an_endless_sentence_takes_linear_time() -> None:
    words = "the inspectors that visited reported cases and closed".split()
    tag(words)

    def taken(times: int) -> float:
        started = time.process_time()
        assert len(tag(words * times)) == 8 * times
        return time.process_time() - started

    assert taken(4000) < 10 * max(taken(1000), 0.005)


def test_the_same_sentence_gets_the_same_tags_each_time() -> None:
    words = "Of the 640 cases opened , 212 remained open and none was tried .".split()
    first = tag(words)
    tagger.model.cache_clear()
    assert tag(words) == first


def small_model() -> tagger.Model:
    rows = {"b": "0:5 1:-2", "x": "0:-6", "y": "1:-3"}
    return tagger.Model(["NN", "VB"], {"run": "!VB", "runs": "NN|VB"}, rows, {"wrun": "|1:9||"})


def test_the_weights_of_all_tags_are_added_at_once() -> None:
    small = small_model()
    assert small.total(["b", "x"]) == small.total(["x"]) + small.total(["b"])
    assert small.total(["no such feature"]) == 0
    assert small.best(small.total(["b", "no such feature"])) == 0
    assert small.best(small.total(["b", "x"])) == 0  # -1 and -2
    assert small.best(small.total(["x"])) == 1
    assert small.best(small.total(["y", "x"])) == 1  # both below zero
    assert small.best(0) == 0
    assert tagger.tag_with(small, ["run", "runs"]) == ("VB", "VB")
    assert tagger.tag_with(small, ["runs"]) == ("NN",)


@pytest.mark.parametrize("guess", [0, 1])
def test_no_guess_makes_another_tag_the_best(guess: int) -> None:
    small = small_model()
    assert small.best(small.total(["b"]), guess) == 0
    assert small.best(small.total(["x"]), guess) == 1
    assert small.best(0, guess) == 0  # the first of equals


def test_what_a_neighbour_says_depends_on_where_it_stands() -> None:
    small = small_model()
    assert [bool(vector) for vector in small.near("run")] == [False, True, False, False]
    assert small.near("Run") == small.near("run")
    assert not any(small.near("sail"))


def test_contexts_that_are_too_many_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tagger, "_REMEMBERED", 2)
    weights = {"a": 1, "b": 2, "c": 3}
    sums = tagger.Sums(
        lambda key: (key, key), lambda features: sum(weights[one] for one in features)
    )
    assert [sums[key,] for key in "abca"] == [2, 4, 6, 2]
    assert len(sums) == 2
