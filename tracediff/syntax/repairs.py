"""Tags in, tags out: those mended that the words around them show to be wrong.

The tagger looks at few words. Each rule here is a relation between neighbours that it misses; the
first that speaks of a token decides, and a later token sees what was decided before it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from tracediff.lexicon.cues import FALLS, RISES
from tracediff.lexicon.participles import (
    HAPPENING,
    INTRANSITIVE,
    PARTICIPLES,
    PAST_OF,
    PASTS,
)
from tracediff.lexicon.propositions import DUTIES, lemma
from tracediff.lexicon.syntax import BE, COMPLEX, DO, FRACTIONS, HAVE, SAYING, SHARES, STRETCHES
from tracediff.text.tokens import Tokens

_NOUNS: Final = frozenset({"NN", "NNS", "NNP", "NNPS", "NN$", "NNS$", "NNP$", "NNPS$", "FW"})
_SUBJECTS: Final = _NOUNS | {"JJ"}  # which the tagger may have taken the noun before it for
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PRESENT: Final = frozenset({"VB", "VBP", "VBZ"})
_VERBS: Final = frozenset({"VB", "VBD", "VBZ", "VBP", "VBN", "VBG"})
_AUXILIARIES: Final = BE | HAVE | DO


_ADVERBIAL: Final = frozenset({"RB", "RBR", "RBS"})
_LISTING: Final = frozenset({",", "and", "or"})
_LEADING: Final = frozenset("yet able unable ready likely unlikely due free willing".split())
_BOUND: Final = 5  # tokens from "requires" to the verb behind "to"
_BARE: Final = DO | frozenset("let made helped had saw heard dared go come".split())


class Place(NamedTuple):
    """A token with the tags of its neighbours, as the tagger gave them.

    ``led`` is the tag before it as it was mended. ``finite`` says whether a finite verb stands
    before it, ``verbless`` that the tagger found none in a whole sentence; ``tags`` are
    those that the tagger gave to the sentence.
    """

    t: Tokens
    i: int
    tag: str
    before: str
    after: str
    led: str
    finite: bool
    tags: Sequence[str]
    verbless: bool

    @property
    def low(self) -> str:
        """The token in lower case."""
        return self.t.low[self.i]


Repair = Callable[[Place], str | None]


def repaired(t: Tokens, tags: Sequence[str]) -> list[str]:
    """The tags of a sentence with those mended that are shown to be wrong."""
    found: list[str] = []
    finite = False
    verbless = t.text[t.size - 1 : t.size] == ["."] and _FINITE.isdisjoint(tags)
    for i, tag in enumerate(tags):
        low = t.low[i]
        rules = _OF_WORD if low in _WORDS or low.endswith("wide") else _OF_TAG.get(tag, ())
        new = tag
        if rules:
            before, after = tags[i - 1] if i else "", tags[i + 1] if i + 1 < len(tags) else ""
            led = found[-1] if found else ""
            place = Place(t, i, tag, before, after, led, finite, tags, verbless)
            new = _first(rules, place) or tag
        found.append(new)
        finite = finite or new in _FINITE
    return found


def _first(rules: Sequence[Repair], place: Place) -> str | None:
    """What the first rule says that speaks of a token."""
    for rule in rules:
        told = rule(place)
        if told is not None:
            return told
    return None


def _versus(p: Place) -> str | None:
    if p.t.text[p.i] == "VS":
        return "NNP"
    return "IN" if p.low in ("versus", "vs") else None


def _there(p: Place) -> str | None:
    """ "There" before a form of "be" opens a clause, and what stands before it is the verb of
    saying: "figures show there were 9 wrecks"."""
    if p.low == "there" and p.t.low[p.i + 1] in BE:
        return "EX"
    says = p.tag == "NN" and p.low in SAYING and p.t.low[p.i + 1 : p.i + 2] == ["there"]
    return "VBP" if says and not p.finite else None


def _somewhat(p: Place) -> str | None:
    return "RB" if p.low == "somewhat" else None


def _about(p: Place) -> str | None:
    """ "About" behind a form of "be" and before a noun says what something is of: "40 complaints
    were about fees", not "about half of them"."""
    is_of = p.low == "about" and p.i > 0 and p.t.low[p.i - 1] in BE and p.after in _NOUNS
    return "IN" if is_of and p.t.low[p.i + 1] not in FRACTIONS else None


def _yearly(p: Place) -> str | None:
    """ "YOY" says which change is meant: "a 12% decrease YOY"."""
    return ("JJ" if p.after in _NOUNS else "RB") if p.low in _YEARLY else None


_YEARLY: Final = frozenset("yoy qoq mom y-o-y q-o-q m-o-m".split())


def _per_cent(p: Place) -> str | None:
    """ "Per cent" is one noun: "50 per cent rental waiver"."""
    return "NN" if p.low == "per" and p.t.low[p.i + 1 : p.i + 2] == ["cent"] else None


def _has_been(p: Place) -> str | None:
    """ "Has been" is no noun: "$1.5 million has been paid"."""
    been = p.low in HAVE and p.t.low[p.i + 1 : p.i + 2] == ["been"]
    return _FORMS.get(p.low, p.tag) if been else None


_FORMS: Final[dict[str, str]] = {"has": "VBZ", "have": "VBP", "had": "VBD"}


def _more(p: Place) -> str | None:
    """ "More" before a noun says how much of it: "wanted more guidance"."""
    return "JJR" if p.tag == "RBR" and p.low in ("more", "less") and p.after in _NOUNS else None


def _nationwide(p: Place) -> str | None:
    """ "Nationwide" and its like place a statement, or modify the noun behind them."""
    if not p.low.endswith("wide") or len(p.low) < 5:
        return None
    return "JJ" if p.after in ("NN", "NNS") else "RB"


def _times(p: Place) -> str | None:
    """ "Times" behind a noun is one too: "response times", "waiting times"."""
    return "NNS" if p.low == "times" and p.tag == "VBZ" and p.led in _NOUNS | {"VBG"} else None


def _capital(p: Place) -> str | None:
    """A capital inside a sentence is a name: "respondents use Go"."""
    inside = p.i > 0 and p.t.kind[p.i - 1] in ("w", "n") and p.before != ":"
    named = inside and p.t.capital(p.i) and not p.t.capital(p.i - 1)
    return "NNP" if named and p.tag in _PRESENT | {"TO", "VBG"} else None


def _counted(p: Place) -> str | None:
    """A past form between a number and its noun modifies it: "involved 97 selected killings",
    "Pell, J.: 4 painted masks"."""
    if p.tag != "VBD" or p.before != "CD" or p.low in _AUXILIARIES:
        return None
    opens = p.i > 1 and p.t.text[p.i - 2] in (":", ";", ")", "/")
    behind = p.tags[p.i + 1 :]
    at = next((k for k, tag in enumerate(behind) if tag not in _DESCRIBING), len(behind))
    led = p.i > 1 and p.tags[p.i - 2] in _TAKING
    several = at < len(behind) and behind[at] == "NNS" and (opens or not at or led)
    single = p.t.low[p.i - 1] in ("1", "one") and at > 0 and behind[at - 1] == "NN"
    return "VBN" if (p.finite or opens) and (several or single) else None


_DESCRIBING: Final = frozenset({"JJ", "VBN", "NN"})
_TAKING: Final = frozenset({"VB", "VBD", "VBZ", "VBP", "VBG", "VBN", "IN", "TO"})


def _part(p: Place) -> str | None:
    """A part behind a number is a noun: "one third of the seats", "one-fifth were closed"."""
    if p.tag not in ("JJ", "RB") or p.low not in FRACTIONS or p.after in _SUBJECTS:
        return None
    number = p.before == "CD" or (p.before == "HYPH" and p.i > 1 and p.t.low[p.i - 2] in _SMALL)
    return "NN" if number else None


_SMALL: Final = frozenset("one two three four".split())


def _person(p: Place) -> str | None:
    """The last of several adjectives behind a number is the noun: "one medical professional"."""
    ends = p.after in ("IN", ".", ",", "CC", "WP", "WDT", "")
    if p.tag != "JJ" or p.before != "JJ" or not ends or p.i < 2:
        return None
    return "NN" if p.tags[p.i - 2] == "CD" and p.low not in ("old", "alone", "likely") else None


def _these(p: Place) -> str | None:
    """What follows "of these" or "of those" in a sentence without a verb is its verb: "half of
    these involved boats"."""
    if p.i < 2 or p.tag not in ("VBN", "JJ") or p.finite or not p.low.endswith("ed"):
        return None
    pronoun = p.t.low[p.i - 1] in ("these", "those") and p.t.low[p.i - 2] == "of"
    return "VBD" if pronoun and p.verbless else None


def _only_past(p: Place) -> str | None:
    """A word that can only be a past form is the verb of its noun: "the pension office paid",
    "owners sold boats"."""
    if p.low not in PASTS or p.before not in _SUBJECTS | {"CD"}:
        return None
    if p.tag == "JJ" and (p.before != "NNS" or p.after not in _NOUNS | {"DT", "CD"}):
        return None
    return "VBN" if p.finite else "VBD"


def _accused(p: Place) -> str | None:
    """What is done to somebody with "of" is a participle where nobody stands between: "officials
    accused of theft"."""
    done = p.low in _DONE_WITH_OF and p.t.low[p.i + 1] == "of" and p.before in _NOUNS
    return "VBN" if done and p.tag == "VBD" else None


_DONE_WITH_OF: Final = frozenset("accused suspected convicted acquitted deprived cleared".split())


def _label(p: Place) -> str | None:
    """A past form before a colon says what was done: "complaints received: 41", "raids made, 9"."""
    closes = p.t.text[p.i + 1] in (":", "|")
    number = p.t.text[p.i + 1] == "," and (*p.tags[p.i + 2 : p.i + 3],) == ("CD",)
    closes = closes or (number and p.t.text[p.i + 3] in (";", "(", "."))
    return "VBN" if closes and p.tag == "VBD" and p.before in _NOUNS else None


def _plural(p: Place) -> str | None:
    """What looks like a verb of the present is a plural behind an adjective, number or "and",
    before a finite verb, or where its clause has its verb: "1,931 work-related calls", "in winter
    calls rose", "harbour pilots guided", "counted 55 helicopter pilots", "funded pilots"."""
    if p.tag != "VBZ" or p.low in _AUXILIARIES:
        return None
    listed = p.before == "," and p.after == "IN" and not p.finite
    if listed and not _FINITE.isdisjoint(p.tags[p.i + 1 :]):
        return "NNS"  # "raids (12), feuds between crews (9) and thefts were the main causes"
    led = p.before in ("JJ", "CD") or (p.led == "VBD" and p.low not in _AUXILIARIES)
    done = p.after == "VBN" and p.low not in _AUXILIARIES | _BEING
    subject = p.after in ("VBD", "MD") or done or _described(p) or _as_a_share(p)
    return "NNS" if led or subject or _several(p) else None


def _as_a_share(p: Place) -> bool:
    """Whether what follows says of what a noun is a share: "crew costs as a share of sales"."""
    ahead = p.t.low[p.i + 1 : p.i + 5]
    return ahead[:1] == ["as"] and any(
        word in SHARES and after == "of" for word, after in pairwise(ahead)
    )


def _described(p: Place) -> bool:
    """Whether a participle behind an adjective modifies it, before the verb of the sentence:
    "actual recorded thefts in the port were down"."""
    led = p.led == "VBN" and p.i > 1 and p.tags[p.i - 2] == "JJ" and not p.finite
    return led and not _FINITE.isdisjoint(p.tags[p.i + 1 :])


_BEING: Final = frozenset(
    "stays remains becomes gets seems appears feels looks keeps goes lies sits stands".split()
)  # which a past form completes: "the office stays closed"


def _several(p: Place) -> bool:
    """Whether a number of more than one stands before it with nothing but modifiers between."""
    at = p.i - 1
    while at >= 0 and p.tags[at] in _MODIFYING:
        at -= 1
    if at < 0 or at == p.i - 1 or p.tags[at] != "CD" or p.t.low[at] in ("1", "one"):
        return False
    year = len(p.t.text[at]) == _DIGITS and p.t.text[at].isdigit()
    share = p.t.low[at + 1] in ("%", "percent")  # "40 percent growth beats the plan"
    takes = share and p.after in ("DT", "PRP$", "PRP", "RB", "CD")
    ends = p.t.text[p.i + 1 : p.i + 2] in (["("], [")"], [";"])
    return (p.finite or ends) and not year and not takes and not (at and p.tags[at - 1] == "DT")


_MODIFYING: Final = frozenset({"JJ", "NN", "VBN"})
_DIGITS: Final = 4  # of a year


def _gerund(p: Place) -> str | None:
    """A form in -ing that opens a clause straight before a finite verb is its subject: "arson fell,
    and fishing rose to 40 tonnes"."""
    opens = p.i == 0 or p.before in ("IN", "CC", ",", ":", "WRB") or p.t.low[p.i - 1] == "that"
    straight = p.after in _FINITE or _stands(p, p.i + 1) or _is_of_something(p)
    return "NN" if opens and straight else None


def _is_of_something(p: Place) -> bool:
    """Whether "of" leads from an activity to its object, before the verb: "although hoarding of
    nets is rare"."""
    if p.t.low[p.i + 1] != "of" or p.before not in ("IN", "WRB"):
        return False
    stop = next((k for k in range(p.i, len(p.tags)) if p.tags[k] == ","), len(p.tags))
    return not _FINITE.isdisjoint(p.tags[p.i + 2 : stop])


def _level(p: Place) -> str | None:
    """A plural between a noun and "at" that can be a verb of level is one: "fishing stands at"."""
    noun = p.led in ("NN", "NNP") and p.before in ("VBG", "NN", "NNP")
    return "VBZ" if noun and _stands(p, p.i) else None


def _stands(p: Place, i: int) -> bool:
    word, at = p.t.low[i : i + 2] if i + 1 < p.t.size else ("", "")
    return word in _STANDS and at == "at"


_STANDS: Final = frozenset("stands stays remains sits holds rests hovers peaks averages".split())


def _guided(p: Place) -> str | None:
    """A past form behind a plural is the verb of a sentence that has no other, before what it
    takes: "local pilots guided 1,204 ships"."""
    if p.tag != "VBN" or p.led not in ("NNS", "NNPS") or p.finite:
        return None
    if p.before != "VBZ" and not p.verbless:
        return None
    behind = p.tags[p.i + 2] if p.i + 2 < len(p.tags) else ""
    amount = p.after == "CD" and behind in _SUBJECTS
    return "VBD" if amount or p.after in ("DT", "PRP$", "RP") else None


def _employed(p: Place) -> str | None:
    """What stands between a determiner and a number in a sentence without a verb is a subject and
    its verb, as no participle describes a noun before its number: "the clinic employed 28.5
    nurses"."""
    if not p.verbless or p.finite:
        return None
    at = p.i if p.tag == "VBN" else p.i + 1
    told = at > 1 and (*p.tags[at : at + 2],) == ("VBN", "CD") and p.tags[at - 2] in ("DT", "PRP$")
    if not told or p.tags[at - 1] not in ("JJ", "NN", "NNP"):
        return None
    return "VBD" if at == p.i else "NN"


def _owned(p: Place) -> str | None:
    """What somebody owns is a noun: "at year's end", "of our spend"."""
    owner = p.before == "PRP$" or (p.before.endswith("$") and p.before != "$")
    doing = p.tag == "VBG" and p.after not in _NOUNS and p.after not in ("JJ", "DT")
    return "NN" if owner and (p.tag in ("VB", "VBP") or doing) else None


def _change(p: Place) -> str | None:
    """A word of change behind a percentage is a noun: "a 3 percent increase"."""
    behind = p.i > 0 and p.t.low[p.i - 1] in ("percent", "%")
    return "NN" if behind and p.low in RISES | FALLS and p.tag in _VERBS else None


def _opening(p: Place) -> str | None:
    """A base form that opens a sentence with a finite verb is its subject: "Gain on sale was"."""
    opens = p.i == 0 and p.tag in ("VB", "VBP", "VBG")
    if opens and p.after == "NNS" and p.tag != "VBG":  # "Murder reports also rose"
        behind = next((tag for tag in p.tags[2:] if tag != "RB"), "")
        return "NN" if behind in ("VBD", "VBZ", "MD") else None
    alone = p.i == 0 and p.tag != "VBG" and p.after in ("VBD", "VBZ", "MD")
    if alone and p.low not in _AUXILIARIES | _SOME:
        return "NN"  # "Profit fell by 12 million", "Headcount was 95"
    if p.tag in ("JJ", "VBN"):
        return None
    opens = opens and p.after == "IN"
    finite = next((k for k, tag in enumerate(p.tags) if tag in _FINITE), 0)
    parted = p.tag == "VBG" and "," in p.t.text[:finite]  # "Speaking in Orsk, he said"
    return "NN" if opens and finite and not parted else None


_SOME: Final = frozenset("many few several other others such same most more all both".split())


def _longer(p: Place) -> str | None:
    """The two words of "no longer" deny the verb that they stand beside."""
    first = p.low == "no" and p.t.low[p.i + 1] == "longer"
    second = p.low == "longer" and p.i > 0 and p.t.low[p.i - 1] == "no"
    return "RB" if first or second else None


def _will(p: Place) -> str | None:
    """A will before a verb in the past, or before a modal, is a noun: "lack of will made it so"."""
    if p.low != "will" or p.tag != "MD":
        return None
    past = p.t.low[p.i + 1] in PASTS or p.t.low[p.i + 1].endswith("ed")
    return "NN" if p.after == "MD" or (p.before in ("JJ", "IN") and past) else None


def _past(p: Place) -> str | None:
    """What stands behind a noun "will" in -ed is no base form."""
    behind = p.led == "NN" and p.t.low[p.i - 1] == "will" and p.low.endswith("ed")
    return "VBD" if behind and p.tag == "VB" else None


def _particle(p: Place) -> str | None:
    """What stands before a particle is a verb: "the board set up the office"."""
    if p.after != "RP" or p.tag != "NN" or p.before not in _SUBJECTS:
        return None
    return "VBP" if p.finite else "VBD"


def _infinitive(p: Place) -> str | None:
    """What stands between "to" and the beginning of a phrase or the end is a verb: "to open in",
    "to file a form"."""
    if p.i == 0 or p.t.low[p.i - 1] != "to" or p.tag not in ("JJ", "NN"):
        return None
    article = p.after in ("DT", "PRP$") and p.t.low[p.i + 1] not in ("this", "each", "every")
    ends = p.tag == "JJ" and p.after in ("IN", "RB", ".", ",")
    led = not _LEADING.isdisjoint(p.t.low[max(0, p.i - 2) : p.i - 1])
    bound = any(lemma(word) in DUTIES for word in p.t.low[max(0, p.i - _BOUND) : p.i - 1])
    return "VB" if article or ends or led or bound else None


def _object(p: Place) -> str | None:
    """A base form straight behind a past form is its object: "started work on the tunnel"."""
    before = p.t.low[p.i - 1] if p.i else ""
    bare = before in _BARE or before.endswith(("n't", "n’t"))
    return "NN" if p.tag == "VB" and p.led == "VBD" and not bare else None


def _lacking(p: Place) -> str | None:
    """The verb of a sentence in which the tagger found none: between a noun and a phrase."""
    if not p.verbless or p.finite or "n" in p.t.kind:
        return None
    if p.before not in _SUBJECTS | {"RB", "RBR"}:
        return None
    if p.led == "RB" and p.t.low[p.i - 1] == "longer" and p.tag == "NNS":
        return "VBZ"
    phrase = p.after in ("DT", "PDT", "PRP$", "PRP", "CD")
    if p.tag == "NNS" and phrase:
        return "VBZ"
    past = p.low.endswith("ed") and p.tag in ("JJ", "NN", "VBN")
    if p.tag == "VBN" and p.before in _NOUNS and p.after == "IN":
        return "VBD" if p.t.low[p.i + 1] != "by" else None
    return "VBD" if past and (phrase or p.after in ("NNS", "NNP")) else None


def _behind_pronoun(p: Place) -> str | None:
    """A noun straight behind "they" or "we" is its verb: "they sail at night", "they program"."""
    led = p.i > 0 and p.t.low[p.i - 1] in ("they", "we")
    return "VBP" if led and p.tag in ("NN", "VB") and p.after not in _FINITE else None


def _base(p: Place) -> str | None:
    """A base form behind a plural and adverbs, with nothing that calls for it, is finite: "most
    crews often or always sail at night"."""
    if p.tag != "VB" or p.finite:
        return None
    at = p.i - 1
    while at >= 0 and (p.tags[at] in _ADVERBIAL or p.t.low[at] in _LISTING):
        at -= 1
    if at < 0 or at == p.i - 1:
        return None
    share = p.t.low[at] in ("%", "percent")
    return "VBP" if share or p.tags[at] in ("NNS", "NNPS", "-RRB-") else None


def _behind_of(p: Place) -> str | None:
    """What looks like a verb of the present behind "of" is a noun: "21 days of annual leave", "12%
    of pilots"."""
    led = p.i > 0 and p.t.low[p.i - 1] == "of"
    led = led or (p.i > 1 and p.t.low[p.i - 2] == "of" and p.before == "JJ")
    if not led or p.low in _AUXILIARIES:
        return None
    return "NNS" if p.tag == "VBZ" else "NN"


def _which_does(p: Place) -> str | None:
    """A plural straight behind a relative pronoun is its verb, and so is one of a list that it
    opens: "the team that finds, tags, and frees whales"."""
    at = p.i
    while at > 0 and p.t.low[at].endswith("s") and p.t.low[at - 1] in _LISTING:
        at -= 1
        while p.t.low[at] in _LISTING:
            at -= 1
    relative = at > 1 and p.t.low[at].endswith("s") and p.tags[at - 1] in ("WDT", "WP")
    relative = relative and p.tags[at - 2] in ("NN", "NNP")
    return "VBZ" if relative and p.after in _TAKEN else None


_TAKEN: Final = _NOUNS | {
    "DT",
    "PRP$",
    "CD",
    "JJ",
    ",",
    "CC",
}  # what a verb in a list stands before


def _has_share(p: Place) -> str | None:
    """A form in -ing behind a noun and before a share in brackets is the last word of what has the
    share: "net mending (41%)"."""
    opens = p.t.text[p.i + 1] == "(" and (*p.tags[p.i + 2 : p.i + 3],) == ("CD",)
    return "NN" if opens and p.led in ("NN", "NNS", "JJ") else None


def _feeling(p: Place) -> str | None:
    """A noun in -ing behind those counted, before how they are, is a participle: "9% of pilots
    feeling very safe"."""
    if not p.low.endswith("ing") or p.after != "RB" or not p.i:
        return None
    behind = p.tags[p.i + 2 : p.i + 3]
    said = (*behind,) in (("JJ",), ("VBN",)) or p.t.low[p.i + 2] in _LISTING
    return "VBG" if said and (p.led == "NNS" or p.t.low[p.i - 1] in ("percent", "%")) else None


def _of_those(p: Place) -> str | None:
    """A noun between those that a share is of and an infinitive is the verb that is missing so far:
    "12% of pilots struggle to sail"."""
    of = p.i > 1 and p.led == "NNS" and p.t.low[p.i - 2] == "of"
    return "VBP" if of and p.after == "TO" and not p.finite else None


def _only_verb(p: Place) -> str | None:
    """A noun behind a plural is the verb that its sentence lacks: "most crews sail at night"."""
    if not p.verbless or p.finite or p.tag not in ("NN", "VB"):
        return None
    share = p.i > 0 and p.t.low[p.i - 1] in ("percent", "%") and p.after in ("IN", "TO")
    often = p.tag == "NN" and p.before == "RB" and p.i > 1 and p.tags[p.i - 2] == "NNS"
    often = often and p.after in ("IN", "RB")  # "most crews mainly work in the port"
    return "VBP" if p.before == "NNS" or share or often else None


def _of_share(p: Place) -> str | None:
    """What stands between a percentage and a pronoun, or is the base form of a verb that needs no
    object, is its verb: "20% state they sail", "9% live with their parents"."""
    if p.i == 0 or p.t.low[p.i - 1] not in ("percent", "%"):
        return None
    needs_none = {f"{p.low}d", f"{p.low}ed"} & INTRANSITIVE
    return "VBP" if p.after == "PRP" or (needs_none and p.after in ("IN", "RB")) else None


def _happened(p: Place) -> str | None:
    """What happened is told by a finite verb, not by a participle: "he said 9 raids occurred"."""
    ahead = p.t.low[max(0, p.i - _HELPED) : p.i]
    helped = not _AUXILIARIES.isdisjoint(ahead) or p.before == "MD"
    return "VBD" if p.low in HAPPENING and p.before in _NOUNS and not helped else None


_HELPED: Final = 3  # tokens that an auxiliary stands before its participle at most


def _following(p: Place) -> str | None:
    """ "Following" straight behind a number leads to what came before: "355 following reports"."""
    led = p.low == "following" and p.before == "CD" and p.after in _NOUNS
    return "IN" if led else None


def _adjectival(p: Place) -> str | None:
    """A word with the ending of an adjective before a compound is one: "obligatory reporting
    laws"."""
    compound = p.after in ("VBG", "NN") and p.tags[p.i + 2 : p.i + 3] in (("NNS",), ["NNS"])
    return "JJ" if compound and p.low.endswith(_ADJECTIVAL) else None


_ADJECTIVAL: Final = ("atory", "able", "ible", "ous", "ful")


def _either(p: Place) -> str | None:
    """ "Either" behind an auxiliary belongs to its verb: "had either sold boats or left"."""
    return "RB" if p.low == "either" and p.i > 0 and p.t.low[p.i - 1] in HAVE | BE else None


def _have_done(p: Place) -> str | None:
    """An irregular participle behind "have" is its main verb: "owners have sold boats"."""
    at = p.i - 2 if p.i > 1 and p.t.low[p.i - 1] == "either" else p.i - 1
    led = at >= 0 and p.t.low[at] in HAVE
    return "VBN" if led and p.tag == "JJ" and p.low in PAST_OF else None


def _works(p: Place) -> str | None:
    """A noun behind those that a share is of, before an adverb, is the verb that a sentence
    lacks: "40% of staff work remotely"."""
    if p.finite or not p.verbless or p.before not in _NOUNS or p.after != "RB":
        return None
    return "VBP" if p.i > 1 and p.t.low[p.i - 2] == "of" else None


def _hyphened(p: Place) -> str | None:
    """A base form that a hyphen ties to a number before a noun modifies it: "one-stop centers"."""
    tied = p.before == "HYPH" and p.i > 1 and p.t.glued(p.i - 1) and p.t.glued(p.i)
    return "NN" if tied and p.tags[p.i - 2] == "CD" and p.after in _NOUNS | {"JJ"} else None


def _done_by(p: Place) -> str | None:
    """A form that can be a participle, between a noun and "by", is one: "homes run by a city"."""
    if p.before not in _NOUNS or PARTICIPLES.get(p.low) != p.low:
        return None
    return "VBN" if p.t.low[p.i + 1] == "by" else None


def _due_to(p: Place) -> str | None:
    """A base form behind "due to" or "related to" is a noun: "deaths due to hunger rose", "related
    to drug use"."""
    led = p.i > 1 and tuple(p.t.low[p.i - 2 : p.i]) in COMPLEX
    related = led and p.t.low[p.i - 2] == "related" and p.after in ("NN", "VB")
    return "NN" if led and (p.after in _FINITE or related) else None


def _related(p: Place) -> str | None:
    """ "Related to" ties a noun to another where its clause has a verb: "removed 9 notices in the
    port related to theft"."""
    tied = p.low == "related" and p.t.low[p.i + 1 : p.i + 2] == ["to"]
    return "JJ" if tied and p.finite and p.i and p.t.low[p.i - 1] not in _AUXILIARIES else None


def _of_which(p: Place) -> str | None:
    """What a part of those before did: "40 complaints, of which 12 concerned noise"."""
    led = p.i > 2 and p.t.low[p.i - 2] in ("which", "whom") and p.t.low[p.i - 3] == "of"
    return "VBD" if led and p.before == "CD" and p.low.endswith("ed") else None


def _some_did(p: Place) -> str | None:
    """What a bare number of those before did: "of which 9 were shut, 12 resulted in fines"."""
    did = p.before == "CD" and p.low in INTRANSITIVE and p.after in ("IN", "RB", ".", ",")
    return "VBD" if did and p.t.low[p.i + 1] != "by" else None


def _ended(p: Place) -> str | None:
    """A stretch of time that ended on a day has a participle: "for the year ended June 30"."""
    stretch = p.i > 0 and p.t.low[p.i - 1].removesuffix("s") in STRETCHES
    return "VBN" if p.low == "ended" and stretch and p.after in ("NNP", "CD") else None


def _paced(p: Place) -> str | None:
    """ "Hourly" and its like modify the noun behind them: "median hourly pay"."""
    led = p.before in ("DT", "PRP$", "JJ", "NN", "NN$", "NNS$", "NNP$", "POS", "IN")
    return "JJ" if p.low in _PACES and led and p.after in ("NN", "NNS") else None


_PACES: Final = frozenset(
    "hourly daily nightly weekly fortnightly monthly quarterly yearly".split()
)


# Each rule with the tags that it speaks of, in the order in which they are asked; what speaks of
# words, whatever their tags, is asked first.
REPAIRS: Final[tuple[tuple[Repair, str], ...]] = (
    (_more, "RBR"),
    (_hyphened, "VB VBP"),
    (_times, "VBZ"),
    (_capital, "VB VBP VBZ VBG TO"),
    (_counted, "VBD"),
    (_ended, "VBD"),
    (_of_which, "JJ VBN"),
    (_some_did, "VBN"),
    (_due_to, "VB VBP"),
    (_related, "VBD VBN"),
    (_part, "JJ RB"),
    (_person, "JJ"),
    (_there, "NN"),
    (_these, "VBN JJ"),
    (_only_past, "NN JJ"),
    (_paced, "RB NN"),
    (_adjectival, "NN"),
    (_label, "VBD"),
    (_accused, "VBD"),
    (_plural, "VBZ"),
    (_gerund, "VBG"),
    (_level, "NNS"),
    (_guided, "VBN"),
    (_employed, "VBN JJ"),
    (_owned, "VB VBP VBG"),
    (_change, "VB VBD VBZ VBP VBN VBG"),
    (_opening, "VB VBP VBG VBN JJ"),
    (_will, "MD"),
    (_past, "VB"),
    (_particle, "NN"),
    (_object, "VB"),
    (_infinitive, "JJ NN"),
    (_lacking, "NNS JJ NN VBN"),
    (_only_verb, "NN VB"),
    (_works, "NN VB"),
    (_of_those, "NN VB"),
    (_done_by, "VB VBP NN"),
    (_of_share, "NN RB JJ VB"),
    (_have_done, "JJ"),
    (_behind_pronoun, "NN VB"),
    (_behind_of, "VB VBP VBZ"),
    (_has_share, "VBG"),
    (_feeling, "NN"),
    (_which_does, "NNS"),
    (_happened, "VBN"),
    (_base, "VB"),
)
_WORDS: Final = (
    frozenset("versus vs somewhat about no longer per has have had either following there".split())
    | _YEARLY
)
_OF_TAG: Final[dict[str, tuple[Repair, ...]]] = {
    tag: tuple(rule for rule, tags in REPAIRS if tag in tags.split())
    for tag in sorted({tag for _, tags in REPAIRS for tag in tags.split()})
}
_OF_WORD: Final[tuple[Repair, ...]] = (
    *(
        _versus,
        _somewhat,
        _about,
        _there,
        _either,
        _following,
        _nationwide,
        _longer,
        _yearly,
        _per_cent,
        _has_been,
    ),
    *(rule for rule, _ in REPAIRS),
)
