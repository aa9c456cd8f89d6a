"""What the tagger took for a verb or an adjective and the words around it show to be a noun."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from tracediff.lexicon.cues import FALLING, FALLS, RISES, RISING, STANDING
from tracediff.lexicon.participles import PASTS
from tracediff.lexicon.syntax import COMPLEX, DO, FRACTIONS, HOLDING, QUANTIFIERS, SAYING, SHARES
from tracediff.lexicon.units import MEASURES
from tracediff.syntax.repairs.place import (
    AUXILIARIES,
    FINITE,
    NOUNS,
    PRESENT,
    SUBJECTS,
    VERBS,
    Place,
)
from tracediff.syntax.repairs.verbs import stands

_MOVES: Final = RISING | FALLING | STANDING | {"reached", "exceeded", "averaged", "totalled"}
_BARE: Final = DO | frozenset("let made helped had saw heard dared go come".split())


def times(p: Place) -> str | None:
    """ "Times" behind a noun is one too: "response times", "waiting times"."""
    return "NNS" if p.low == "times" and p.tag == "VBZ" and p.led in NOUNS | {"VBG"} else None


def capital(p: Place) -> str | None:
    """A capital inside a sentence is a name: "respondents use Go"."""
    inside = p.i > 0 and p.t.kind[p.i - 1] in ("w", "n") and p.before != ":"
    named = inside and p.t.capital(p.i) and not p.t.capital(p.i - 1)
    return "NNP" if named and p.tag in PRESENT | {"TO", "VBG"} else None


def part(p: Place) -> str | None:
    """A part behind a number is a noun: "one third of the seats", "one-fifth were closed"."""
    if p.tag not in ("JJ", "RB") or p.low not in FRACTIONS or p.after in SUBJECTS:
        return None
    number = p.before == "CD" or (p.before == "HYPH" and p.i > 1 and p.t.low[p.i - 2] in _SMALL)
    return "NN" if number else None


_SMALL: Final = frozenset("one two three four".split())


def person(p: Place) -> str | None:
    """The last of several adjectives behind a number is the noun: "one medical professional"."""
    ends = p.after in ("IN", ".", ",", "CC", "WP", "WDT", "")
    if p.tag != "JJ" or p.before != "JJ" or not ends or p.i < 2:
        return None
    return "NN" if p.tags[p.i - 2] == "CD" and p.low not in ("old", "alone", "likely") else None


def plural(p: Place) -> str | None:
    """What looks like a verb of the present is a plural behind an adjective, number or "and",
    before a finite verb, or where its clause has its verb: "1,931 work-related calls", "in winter
    calls rose", "harbour pilots guided", "counted 55 helicopter pilots", "funded pilots"."""
    if p.tag != "VBZ" or p.low in AUXILIARIES:
        return None
    listed = p.before == "," and p.after == "IN" and not p.finite
    if listed and not FINITE.isdisjoint(p.tags[p.i + 1 :]):
        return "NNS"  # "raids (12), feuds between crews (9) and thefts were the main causes"
    joined = p.before == "CC" and p.after == "IN" and PRESENT.isdisjoint(p.tags[: p.i])
    if joined and (p.finite or p.tags[0] == "NNS"):
        return "NNS"  # "fires fell from 31 in May to 12 and robberies from 41 to 38"
    led = p.before in ("JJ", "CD") or (p.led == "VBD" and p.low not in AUXILIARIES)
    done = p.after == "VBN" and p.low not in AUXILIARIES | _BEING
    due = p.before in ("NN", "NNP") and p.t.low[p.i + 1 : p.i + 3] == ["due", "to"]
    done = done or due or _taken(p)
    many = p.after == "VBP" and p.t.low[p.i + 1] in AUXILIARIES  # "think that pilots are tired"
    many = many and p.before not in ("PRP", "WP", "WDT")  # "towns where it trades have"
    subject = p.after in ("VBD", "MD") or many or done or _described(p) or _as_a_share(p)
    return "NNS" if led or subject or _several(p) else None


def _taken(p: Place) -> bool:
    """Whether it ends what a share of some does something to: "20% use paper charts"."""
    if p.before != "NN" or p.i < _VERB_BEHIND or p.t.low[p.i - 3] not in ("%", "percent"):
        return False
    return p.tags[p.i - 2] in PRESENT and p.t.low[p.i - 2] not in SAYING | HOLDING


_VERB_BEHIND: Final = 3  # tokens from a percentage to the second noun behind its verb


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
    return led and not FINITE.isdisjoint(p.tags[p.i + 1 :])


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


def gerund(p: Place) -> str | None:
    """A form in -ing that opens a clause straight before a finite verb is its subject: "arson fell,
    and fishing rose to 40 tonnes", "the share of oil in heating reached 9 percent"."""
    opens = p.i == 0 or p.before in ("IN", "CC", ",", ":", "WRB") or p.t.low[p.i - 1] == "that"
    straight = p.after in FINITE or stands(p, p.i + 1) or _is_of_something(p)
    moves = p.verbless and not p.finite and p.after == "VBN" and p.t.low[p.i + 1] in _MOVES
    return "NN" if opens and (straight or moves) else None


def _is_of_something(p: Place) -> bool:
    """Whether "of" leads from an activity to its object, before the verb: "although hoarding of
    nets is rare"."""
    if p.t.low[p.i + 1] != "of" or p.before not in ("IN", "WRB"):
        return False
    stop = next((k for k in range(p.i, len(p.tags)) if p.tags[k] == ","), len(p.tags))
    return not FINITE.isdisjoint(p.tags[p.i + 2 : stop])


def owned(p: Place) -> str | None:
    """What somebody owns is a noun: "at year's end", "of our spend"."""
    owner = p.before == "PRP$" or (p.before.endswith("$") and p.before != "$")
    doing = p.tag == "VBG" and p.after not in NOUNS and p.after not in ("JJ", "DT")
    return "NN" if owner and (p.tag in ("VB", "VBP") or doing) else None


def change(p: Place) -> str | None:
    """A word of change behind a percentage is a noun: "a 3 percent increase"."""
    behind = p.i > 0 and p.t.low[p.i - 1] in ("percent", "%")
    return "NN" if behind and p.low in RISES | FALLS and p.tag in VERBS else None


def opening(p: Place) -> str | None:
    """A base form that opens a sentence with a finite verb is its subject: "Gain on sale was"."""
    opens = p.i == 0 and p.tag in ("VB", "VBP", "VBG")
    if opens and p.after == "NNS" and p.tag != "VBG":  # "Murder reports also rose"
        behind = next((tag for tag in p.tags[2:] if tag != "RB"), "")
        return "NN" if behind in ("VBD", "VBZ", "MD") else None
    alone = p.i == 0 and p.tag != "VBG" and p.after in ("VBD", "VBZ", "MD")
    if alone and p.low not in AUXILIARIES | _SOME:
        return "NN"  # "Profit fell by 12 million", "Headcount was 95"
    if p.tag in ("JJ", "VBN"):
        return None
    opens = opens and p.after == "IN"
    finite = next((k for k, tag in enumerate(p.tags) if tag in FINITE), 0)
    parted = p.tag == "VBG" and "," in p.t.text[:finite]  # "Speaking in Orsk, he said"
    return "NN" if opens and finite and not parted else None


_SOME: Final = QUANTIFIERS | frozenset("other others such same more".split())


def will(p: Place) -> str | None:
    """A will before a verb in the past, or before a modal, is a noun: "lack of will made it so"."""
    if p.low != "will" or p.tag != "MD":
        return None
    past = p.t.low[p.i + 1] in PASTS or p.t.low[p.i + 1].endswith("ed")
    return "NN" if p.after == "MD" or (p.before in ("JJ", "IN") and past) else None


def object(p: Place) -> str | None:
    """A base form straight behind a past form is its object: "started work on the tunnel"."""
    before = p.t.low[p.i - 1] if p.i else ""
    bare = before in _BARE or before.endswith(("n't", "n’t"))
    return "NN" if p.tag == "VB" and p.led == "VBD" and not bare else None


def joined(p: Place) -> str | None:
    """A base form behind "and" with nothing that calls for one is a noun: "sales rose 12 percent
    and profit 3 percent"."""
    if p.tag != "VB" or p.before != "CC" or not p.finite or p.after not in ("CD", "IN"):
        return None
    called = {"TO", "MD", "VB", "VBP"} & {*p.tags[: p.i]} or not _BARE.isdisjoint(p.t.low[: p.i])
    return None if called else "NN"


def before_verb(p: Place) -> str | None:
    """A base form behind a noun or an adjective that nothing calls for is the subject of the verb
    to come: "peak demand reached 90", "the average wait for a bed was short"."""
    if p.led not in ("NN", "NNP", "JJ") or p.finite or p.low in AUXILIARIES:
        return None
    called = {"TO", "MD", "WRB"} & {*p.tags[: p.i]} or not _BARE.isdisjoint(p.t.low[: p.i])
    coming = not {"VBD", "VBZ"}.isdisjoint(p.tags[p.i + 1 :])
    return "NN" if coming and not called else None


def leave(p: Place) -> str | None:
    """A base form that ends a phrase behind "of" is its noun: "40 days of sick leave"."""
    ends = p.after in ("", ".", ",", "IN", "CC", ":", "-RRB-")
    behind = p.led in ("NN", "JJ") and p.i > 1 and p.t.low[p.i - 2] == "of"
    return "NN" if ends and behind else None


def measured(p: Place) -> str | None:
    """A form in -ing that a measure is of is a thing: "40 tonnes of herring"."""
    of = p.i > 1 and p.t.low[p.i - 1] == "of"
    return "NN" if of and p.t.low[p.i - 2] in MEASURES else None


def behind_of(p: Place) -> str | None:
    """What looks like a verb of the present behind "of" is a noun: "21 days of annual leave", "12%
    of pilots"."""
    led = p.i > 0 and p.t.low[p.i - 1] == "of"
    led = led or (p.i > 1 and p.t.low[p.i - 2] == "of" and p.before == "JJ")
    if not led or p.low in AUXILIARIES:
        return None
    return "NNS" if p.tag == "VBZ" else "NN"


def ends_of(p: Place) -> str | None:
    """An adjective alone between "of" and a finite verb is a noun: "imports of coal rose"."""
    alone = p.i > 0 and p.t.low[p.i - 1] == "of" and p.after in FINITE
    return "NN" if alone and p.low not in ("late", "old") else None


def has_share(p: Place) -> str | None:
    """A form in -ing behind a noun and before a share in brackets is the last word of what has the
    share: "net mending (41%)"."""
    opens = p.t.text[p.i + 1] == "(" and (*p.tags[p.i + 2 : p.i + 3],) == ("CD",)
    return "NN" if opens and p.led in ("NN", "NNS", "JJ") else None


def hyphened(p: Place) -> str | None:
    """A base form that a hyphen ties to a number before a noun modifies it: "one-stop centers"."""
    tied = p.before == "HYPH" and p.i > 1 and p.t.glued(p.i - 1) and p.t.glued(p.i)
    return "NN" if tied and p.tags[p.i - 2] == "CD" and p.after in NOUNS | {"JJ"} else None


def due_to(p: Place) -> str | None:
    """A base form behind "due to" or "related to" is a noun, or describes one: "deaths due to
    hunger rose", "related to drug use", "late due to multiple delays"; "is due to open" plans."""
    led = p.i > 1 and tuple(p.t.low[p.i - 2 : p.i]) in COMPLEX
    if p.governed and p.after in ("NN", "NNS", "JJ"):
        return "JJ"
    related = led and p.t.low[p.i - 2] == "related" and p.after in ("NN", "VB")
    return "NN" if led and (p.after in FINITE or related) else None
