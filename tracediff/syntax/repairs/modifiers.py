"""What modifies a noun or a verb: participles, adjectives and adverbs taken for other forms."""

from __future__ import annotations

from typing import Final

from tracediff.lexicon.participles import PARTICIPLES, PAST_OF
from tracediff.lexicon.syntax import BE, HAVE, STRETCHES
from tracediff.syntax.repairs.place import AUXILIARIES, NOUNS, Place
from tracediff.syntax.repairs.verbs import LISTING


def more(p: Place) -> str | None:
    """ "More" before a noun says how much of it: "wanted more guidance"."""
    return "JJR" if p.tag == "RBR" and p.low in ("more", "less") and p.after in NOUNS else None


def counted(p: Place) -> str | None:
    """A past form between a number and its noun modifies it: "involved 97 selected killings",
    "Pell, J.: 4 painted masks"."""
    if p.tag != "VBD" or p.before != "CD" or p.low in AUXILIARIES:
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


def accused(p: Place) -> str | None:
    """What is done to somebody with "of" is a participle where nobody stands between: "officials
    accused of theft"."""
    done = p.low in DONE_WITH_OF and p.t.low[p.i + 1] == "of" and p.before in NOUNS
    return "VBN" if done and p.tag == "VBD" else None


DONE_WITH_OF: Final = frozenset("accused suspected convicted acquitted deprived cleared".split())


def label(p: Place) -> str | None:
    """A past form before a colon says what was done: "complaints received: 41", "raids made, 9"."""
    closes = p.t.text[p.i + 1] in (":", "|")
    number = p.t.text[p.i + 1] == "," and (*p.tags[p.i + 2 : p.i + 3],) == ("CD",)
    closes = closes or (number and p.t.text[p.i + 3] in (";", "(", "."))
    return "VBN" if closes and p.tag == "VBD" and p.before in NOUNS else None


def feeling(p: Place) -> str | None:
    """A noun in -ing behind those counted, before how they are, is a participle: "9% of pilots
    feeling very safe"."""
    if not p.low.endswith("ing") or p.after != "RB" or not p.i:
        return None
    behind = p.tags[p.i + 2 : p.i + 3]
    said = (*behind,) in (("JJ",), ("VBN",)) or p.t.low[p.i + 2] in LISTING
    return "VBG" if said and (p.led == "NNS" or p.t.low[p.i - 1] in ("percent", "%")) else None


def those_doing(p: Place) -> str | None:
    """A noun in -ing behind "those", with which no singular agrees, is a participle: "those
    answering the survey", not "those training courses"."""
    led = p.i > 0 and p.t.low[p.i - 1] == "those"
    doing = led and p.tag == "NN" and p.low.endswith("ing") and p.after not in NOUNS
    return "VBG" if doing else None


def adjectival(p: Place) -> str | None:
    """A word with the ending of an adjective before a compound is one: "obligatory reporting
    laws"."""
    compound = p.after in ("VBG", "NN") and p.tags[p.i + 2 : p.i + 3] in (("NNS",), ["NNS"])
    return "JJ" if compound and p.low.endswith(_ADJECTIVAL) else None


_ADJECTIVAL: Final = ("atory", "able", "ible", "ous", "ful")


def have_done(p: Place) -> str | None:
    """An irregular participle behind "have" is its main verb: "owners have sold boats", and so is
    one that is also a noun before what it takes: "22% have thought of moving"."""
    at = p.i - 2 if p.i > 1 and p.t.low[p.i - 1] == "either" else p.i - 1
    led = at >= 0 and (p.t.low[at] in HAVE or p.t.low[at].endswith(("'ve", "’ve")))
    if not led or p.low not in PAST_OF:
        return None
    base = f"{p.low}s" in PARTICIPLES  # "have cut", "the cuts"
    taking = p.tag == "NN" and not base and p.after in ("IN", "DT", "PRP", "PRP$", "RB")
    return "VBN" if p.tag == "JJ" or taking else None


def been_done(p: Place) -> str | None:
    """An irregular participle behind "was" is its main verb: "the waste was sold"."""
    led = p.i > 0 and p.t.low[p.i - 1] in BE and p.after not in ("JJ", "VBN")
    return "VBN" if led and p.low in PAST_OF else None


def done_by(p: Place) -> str | None:
    """A form that can be a participle, between a noun and "by", is one: "homes run by a city"."""
    done = p.before in NOUNS and p.low in BASES
    return "VBN" if done and p.t.low[p.i + 1] == "by" else None


BASES: Final = frozenset(word for word, base in PARTICIPLES.items() if word == base)
"""Base forms that are participles too: "run"."""


def related(p: Place) -> str | None:
    """ "Related to" ties a noun to another where its clause has a verb: "removed 9 notices in the
    port related to theft"."""
    tied = p.low == "related" and p.t.low[p.i + 1 : p.i + 2] == ["to"]
    return "JJ" if tied and p.finite and p.i and p.t.low[p.i - 1] not in AUXILIARIES else None


def ended(p: Place) -> str | None:
    """A stretch of time that ended on a day has a participle: "for the year ended June 30"."""
    stretch = p.i > 0 and p.t.low[p.i - 1].removesuffix("s") in STRETCHES
    return "VBN" if p.low == "ended" and stretch and p.after in ("NNP", "CD") else None


def paced(p: Place) -> str | None:
    """ "Hourly" and its like modify the noun behind them: "median hourly pay"."""
    led = p.before in ("DT", "PRP$", "JJ", "NN", "NN$", "NNS$", "NNP$", "POS", "IN")
    return "JJ" if p.low in PACES and led and p.after in ("NN", "NNS") else None


PACES: Final = frozenset("hourly daily nightly weekly fortnightly monthly quarterly yearly".split())
