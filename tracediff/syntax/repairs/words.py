"""Words whose tag follows from the word and its neighbours, whatever the tagger said."""

from __future__ import annotations

from typing import Final

from tracediff.lexicon.syntax import BE, FRACTIONS, HAVE, SAYING
from tracediff.syntax.repairs.place import FINITE, NOUNS, VERBS, Place


def versus(p: Place) -> str | None:
    """ "Versus" ties what it stands between; in capitals it is part of a name."""
    if p.t.text[p.i] == "VS":
        return "NNP"
    return "IN" if p.low in ("versus", "vs") else None


def there(p: Place) -> str | None:
    """ "There" before a form of "be" opens a clause, and what stands before it is the verb of
    saying: "figures show there were 9 wrecks"."""
    if p.low == "there" and (p.t.low[p.i + 1] in BE or _may_be(p)):
        return "EX"
    says = p.tag == "NN" and p.low in SAYING and p.t.low[p.i + 1 : p.i + 2] == ["there"]
    return "VBP" if says and not p.finite else None


def _may_be(p: Place) -> bool:
    """Whether a modal or a form of "have" leads on to "be": "there had been", "there may be"."""
    return p.after in FINITE | VERBS and not BE.isdisjoint(p.t.low[p.i + 2 : p.i + 4])


def somewhat(p: Place) -> str | None:
    """ "Somewhat" says how much."""
    return "RB" if p.low == "somewhat" else None


def about(p: Place) -> str | None:
    """ "About" behind a form of "be" and before a noun says what something is of: "40 complaints
    were about fees", not "about half of them"."""
    at = p.i - 1 - (p.i > 1 and p.before == "RB" and p.t.low[p.i - 1].endswith("ly"))
    is_of = p.low == "about" and at >= 0 and p.t.low[at] in BE and p.after in NOUNS
    return "IN" if is_of and p.t.low[p.i + 1] not in FRACTIONS else None


def yearly(p: Place) -> str | None:
    """ "YOY" says which change is meant: "a 12% decrease YOY"."""
    return ("JJ" if p.after in NOUNS else "RB") if p.low in YEARLY else None


YEARLY: Final = frozenset("yoy qoq mom y-o-y q-o-q m-o-m".split())


def per_cent(p: Place) -> str | None:
    """ "Per cent" is one noun: "50 per cent rental waiver"."""
    return "NN" if p.low == "per" and p.t.low[p.i + 1 : p.i + 2] == ["cent"] else None


def thanks(p: Place) -> str | None:
    """What "thanks to" tells stands by itself: "read in 12 languages thanks to translators"."""
    led = p.i > 0 and p.low == "thanks" and p.t.low[p.i + 1 : p.i + 2] == ["to"]
    return "RB" if led and p.tag == "NNS" and p.led in NOUNS | {","} else None


def according(p: Place) -> str | None:
    """ "According to" is no noun, and what follows it up to the comma holds no verb of the clause:
    "According to a survey by the Harbour Guild published in May, the rate was 4 percent"."""
    if p.low == "according":
        return "VBG" if p.t.low[p.i + 1 : p.i + 2] == ["to"] else None
    opens = p.tag == "VBD" and p.t.low[:2] == ["according", "to"] and p.led in NOUNS
    inside = opens and "," not in p.t.text[: p.i] and "," in p.t.text[p.i :]
    return "VBN" if inside and _CLAUSES.isdisjoint(p.t.low[: p.i]) else None


_CLAUSES: Final = frozenset("that which who whom what where when while because".split())


def has_been(p: Place) -> str | None:
    """ "Has been" is no noun: "$1.5 million has been paid"."""
    been = p.low in HAVE and p.t.low[p.i + 1 : p.i + 2] == ["been"]
    return _FORMS.get(p.low, p.tag) if been else None


_FORMS: Final[dict[str, str]] = {"has": "VBZ", "have": "VBP", "had": "VBD"}


def nationwide(p: Place) -> str | None:
    """ "Nationwide" and its like place a statement, or modify the noun behind them."""
    if not p.low.endswith("wide") or len(p.low) < 5:
        return None
    return "JJ" if p.after in ("NN", "NNS") else "RB"


def longer(p: Place) -> str | None:
    """The two words of "no longer" deny the verb that they stand beside."""
    first = p.low == "no" and p.t.low[p.i + 1] == "longer"
    second = p.low == "longer" and p.i > 0 and p.t.low[p.i - 1] == "no"
    return "RB" if first or second else None


def following(p: Place) -> str | None:
    """ "Following" straight behind a number leads to what came before: "355 following reports"."""
    led = p.low == "following" and p.before == "CD" and p.after in NOUNS
    return "IN" if led else None


def before_a_year(p: Place) -> str | None:
    """ "Before" straight before a number leads to it: "bridges built before 1950"."""
    return "IN" if p.low in ("before", "since") and p.tag == "RB" and p.after == "CD" else None


def that_of(p: Place) -> str | None:
    """ "That of" stands for a noun: "the number of nurses grew by 12 and that of doctors by 3"."""
    led = p.before in ("CC", "IN", "TO", ",") and p.t.low[p.i + 1] == "of"
    return "DT" if p.low == "that" and led else None


def either(p: Place) -> str | None:
    """ "Either" behind an auxiliary belongs to its verb: "had either sold boats or left"."""
    return "RB" if p.low == "either" and p.i > 0 and p.t.low[p.i - 1] in HAVE | BE else None
