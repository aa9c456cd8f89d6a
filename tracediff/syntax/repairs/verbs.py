"""What the tagger took for a noun, a participle or an adjective and is the verb of its clause."""

from __future__ import annotations

from typing import Final

from tracediff.lexicon.participles import HAPPENING, INTRANSITIVE, PASTS
from tracediff.lexicon.propositions import DUTIES, lemma
from tracediff.syntax.repairs.place import AUXILIARIES, FINITE, NOUNS, SUBJECTS, Place

_ADVERBIAL: Final = frozenset({"RB", "RBR", "RBS"})
LISTING: Final = frozenset({",", "and", "or"})
_LEADING: Final = frozenset("yet able unable ready likely unlikely due free willing".split())
_BOUND: Final = 5  # tokens from "requires" to the verb behind "to"


def these(p: Place) -> str | None:
    """What follows "of these" or "of those" in a sentence without a verb is its verb: "half of
    these involved boats"."""
    if p.i < 2 or p.tag not in ("VBN", "JJ") or p.finite or not p.low.endswith("ed"):
        return None
    pronoun = p.t.low[p.i - 1] in ("these", "those") and p.t.low[p.i - 2] == "of"
    return "VBD" if pronoun and p.verbless else None


def only_past(p: Place) -> str | None:
    """A word that can only be a past form is the verb of its noun: "the pension office paid",
    "owners sold boats"."""
    listed = p.before == "CC" and p.tag == "NN" and p.after in ("IN", "DT", "CD")
    if p.low not in PASTS or not (listed or p.before in SUBJECTS | {"CD"}):
        return None
    if p.tag == "JJ" and (p.before != "NNS" or p.after not in NOUNS | {"DT", "CD"}):
        return None
    if p.tag == "NNS" and p.finite:
        return None
    return "VBN" if p.finite else "VBD"


def not_present(p: Place) -> str | None:
    """What can only be a past form is none of the present: "tickets sold in kiosks"."""
    return "VBD" if p.low in PASTS and p.tag == "VBP" else None


def level(p: Place) -> str | None:
    """A plural between a noun and "at" that can be a verb of level is one: "fishing stands at"."""
    noun = p.led in ("NN", "NNP") and p.before in ("VBG", "NN", "NNP")
    return "VBZ" if noun and stands(p, p.i) else None


def stands(p: Place, i: int) -> bool:
    """Whether a token with "at" behind it can say at which level something is."""
    word, at = p.t.low[i : i + 2] if i + 1 < p.t.size else ("", "")
    return word in STANDS and at == "at"


STANDS: Final = frozenset("stands stays remains sits holds rests hovers peaks averages".split())


def guided(p: Place) -> str | None:
    """A past form behind a plural is the verb of a sentence that has no other, before what it
    takes: "local pilots guided 1,204 ships"."""
    if p.tag != "VBN" or p.led not in ("NNS", "NNPS") or p.finite:
        return None
    if p.before != "VBZ" and not p.verbless:
        return None
    behind = p.tags[p.i + 2] if p.i + 2 < len(p.tags) else ""
    amount = p.after == "CD" and behind in SUBJECTS
    alone = p.low in INTRANSITIVE and p.after == "IN" and p.verbless  # "9 towns complained of"
    taken = p.after in ("DT", "PRP$", "RP", "NN", "NNS", "NNP", "VBG")
    return "VBD" if amount or alone or taken else None


def employed(p: Place) -> str | None:
    """What stands between a determiner and a number in a sentence without a verb is a subject and
    its verb, as no participle describes a noun before its number: "the clinic employed 28.5
    nurses"."""
    if not p.verbless or p.finite:
        return None
    at = p.i if p.tag == "VBN" or p.low in PASTS else p.i + 1
    told = at > 1 and (*p.tags[at + 1 : at + 2],) == ("CD",) and p.tags[at - 2] in ("DT", "PRP$")
    told = told and (p.tags[at] == "VBN" or (p.tags[at] == "NN" and p.t.low[at] in PASTS))
    if not told or p.tags[at - 1] not in ("JJ", "NN", "NNP"):
        return None
    return "VBD" if at == p.i else "NN"


def listed(p: Place) -> str | None:
    """A verb in a list that an infinitive begins ahead of the verb of its noun: "plans to build
    schools and train nurses were delayed"."""
    if p.finite or (p.tag == "NN" and p.after not in ("DT", "PRP$", "CD")):
        return None
    return "VB" if _goes_on_with_infinitives(p) else None


def _goes_on_with_infinitives(p: Place) -> bool:
    """Whether an infinitive that describes a noun stands before a token, and the verb of that noun
    behind it."""
    if p.before not in ("CC", ","):
        return False
    ahead = range(p.i - 1, max(0, p.i - _LIST), -1)
    to = next((k for k in ahead if p.t.low[k - 1] == "to" and p.tags[k] == "VB"), None)
    if to is None or NOUNS.isdisjoint(p.tags[max(0, to - _LIST) : to - 1]):
        return False
    return not FINITE.isdisjoint(p.tags[p.i + 1 : p.i + 1 + _LIST])


_LIST: Final = 20  # tokens on either side in which the rest of such a list is looked for


def past(p: Place) -> str | None:
    """What stands behind a noun "will" in -ed is no base form."""
    behind = p.led == "NN" and p.t.low[p.i - 1] == "will" and p.low.endswith("ed")
    return "VBD" if behind and p.tag == "VB" else None


def particle(p: Place) -> str | None:
    """What stands before a particle is a verb: "the board set up the office"."""
    if p.after != "RP" or p.tag != "NN" or p.before not in SUBJECTS:
        return None
    return "VBP" if p.finite else "VBD"


def made_up(p: Place) -> str | None:
    """A past form before a particle and an amount is the verb that a sentence lacks: "oil made up
    60 percent of sales"."""
    behind = p.tags[p.i + 2] if p.i + 2 < len(p.tags) else ""
    lacks = p.tag == "VBN" and p.verbless and not p.finite and p.led in NOUNS
    return "VBD" if lacks and p.after == "RP" and behind in ("CD", "DT") else None


def infinitive(p: Place) -> str | None:
    """What stands between "to" and the beginning of a phrase or the end is a verb: "to open in",
    "to file a form", "burned waste to heat 40 homes"."""
    if p.i == 0 or p.t.low[p.i - 1] != "to" or p.tag not in ("JJ", "NN") or p.governed:
        return None
    article = p.after in ("DT", "PRP$") and p.t.low[p.i + 1] not in ("this", "each", "every")
    ends = p.tag == "JJ" and p.after in ("IN", "RB", ".", ",")
    led = not _LEADING.isdisjoint(p.t.low[max(0, p.i - 2) : p.i - 1])
    bound = any(lemma(word) in DUTIES for word in p.t.low[max(0, p.i - _BOUND) : p.i - 1])
    counted = p.tag == "NN" and p.after == "CD" and p.finite
    counted = counted and p.t.low[p.i - 2] != "from"
    return "VB" if article or ends or led or bound or counted else None


def lacking(p: Place) -> str | None:
    """The verb of a sentence in which the tagger found none: between a noun and a phrase."""
    if not p.verbless or p.finite:
        return None
    if p.tag == "JJ" and p.before in ("NNS", "-RRB-") and _takes(p):
        return "VBD" if p.low.endswith("ed") else "VBP"
    if p.before not in SUBJECTS | {"RB", "RBR"} or "n" in p.t.kind:
        return None
    if p.led == "RB" and p.t.low[p.i - 1] == "longer" and p.tag == "NNS":
        return "VBZ"
    phrase = p.after in ("DT", "PDT", "PRP$", "PRP", "CD")
    if p.tag == "NNS" and phrase:
        return "VBZ"
    past = p.low.endswith("ed") and p.tag in ("JJ", "NN", "VBN")
    if p.tag == "VBN" and p.before in NOUNS and p.after == "IN":
        return "VBD" if p.t.low[p.i + 1] != "by" else None
    return "VBD" if past and (phrase or p.after in ("NNS", "NNP")) else None


def _takes(p: Place) -> bool:
    """Whether an adjective behind a plural would stand before a phrase that opens: "households own
    a car", "complaints (31%) concerned loans"."""
    opens = p.after in ("DT", "PRP$") or (p.before == "NNS" and p.after == "CD")
    return opens or (p.low.endswith("ed") and p.after in ("NNS", "NNP"))


def behind_pronoun(p: Place) -> str | None:
    """A noun straight behind "they" or "we" is its verb: "they sail at night", "they program"."""
    led = p.i > 0 and p.t.low[p.i - 1] in ("they", "we")
    return "VBP" if led and p.tag in ("NN", "VB") and p.after not in FINITE else None


def base(p: Place) -> str | None:
    """A base form behind a plural and adverbs, with nothing that calls for it, is finite: "most
    crews often or always sail at night"."""
    if p.tag != "VB" or p.finite or _goes_on_with_infinitives(p):
        return None
    at = p.i - 1
    while at >= 0 and (p.tags[at] in _ADVERBIAL or p.t.low[at] in LISTING):
        at -= 1
    if at < 0 or at == p.i - 1:
        return None
    share = p.t.low[at] in ("%", "percent")
    return "VBP" if share or p.tags[at] in ("NNS", "NNPS", "-RRB-") else None


def which_does(p: Place) -> str | None:
    """A plural straight behind a relative pronoun is its verb, and so is one of a list that it
    opens: "the team that finds, tags, and frees whales"."""
    at = p.i
    least = max(0, at - _LIST)
    while at > least and p.t.low[at].endswith("s") and p.t.low[at - 1] in LISTING:
        at -= 1
        while p.t.low[at] in LISTING:
            at -= 1
    relative = at > 1 and p.t.low[at].endswith("s") and p.tags[at - 1] in ("WDT", "WP")
    relative = relative and p.tags[at - 2] in ("NN", "NNP")
    if relative and p.after in TAKEN:
        return "VBZ"
    return "VBZ" if p.after == "," and _lacks_a_verb(p) else None


def _lacks_a_verb(p: Place) -> bool:
    """Whether "which" and a noun stand before a word that a comma cuts off from the verb of another
    noun: "the council, which the mayor chairs, met"."""
    at = p.i - 1
    while at > 0 and p.tags[at] in ("NN", "NNP", "JJ", "DT", "PRP$"):
        at -= 1
    named = p.i - at > 1 and p.before in ("NN", "NNP")
    comes = p.i + 2 < len(p.tags) and p.tags[p.i + 2] in FINITE
    return named and p.tags[at] == "WDT" and p.t.low[p.i].endswith("s") and comes


TAKEN: Final = NOUNS | {
    "DT",
    "PRP$",
    "CD",
    "JJ",
    ",",
    "CC",
}  # what a verb in a list stands before


def of_those(p: Place) -> str | None:
    """A noun between those that a share is of and an infinitive is the verb that is missing so far:
    "12% of pilots struggle to sail"."""
    of = p.i > 1 and p.led == "NNS" and p.t.low[p.i - 2] == "of"
    return "VBP" if of and p.after == "TO" and not p.finite else None


def only_verb(p: Place) -> str | None:
    """A noun behind a plural is the verb that its sentence lacks: "most crews sail at night"."""
    if not p.verbless or p.finite or p.tag not in ("NN", "VB"):
        return None
    share = p.i > 0 and p.t.low[p.i - 1] in ("percent", "%") and p.after in ("IN", "TO")
    often = p.tag == "NN" and p.before == "RB" and p.i > 1 and p.tags[p.i - 2] == "NNS"
    often = often and p.after in ("IN", "RB")  # "most crews mainly work in the port"
    return "VBP" if p.before == "NNS" or share or often else None


def of_share(p: Place) -> str | None:
    """What stands between a percentage and a pronoun, or is the base form of a verb that needs no
    object or has one, is its verb: "20% state they sail", "9% live with their parents", "8% use a
    net"."""
    if p.i == 0 or p.t.low[p.i - 1] not in ("percent", "%"):
        return None
    if p.tag == "VB" and p.after in ("DT", "PRP$", "NN", "NNS", "JJ"):
        return "VBP"
    needs_none = {f"{p.low}d", f"{p.low}ed"} & INTRANSITIVE
    return "VBP" if p.after == "PRP" or (needs_none and p.after in ("IN", "RB")) else None


def happened(p: Place) -> str | None:
    """What happened is told by a finite verb, not by a participle: "he said 9 raids occurred"."""
    ahead = p.t.low[max(0, p.i - _HELPED) : p.i]
    helped = not AUXILIARIES.isdisjoint(ahead) or p.before == "MD"
    return "VBD" if p.low in HAPPENING and p.before in NOUNS and not helped else None


_HELPED: Final = 3  # tokens that an auxiliary stands before its participle at most


def works(p: Place) -> str | None:
    """A noun behind those that a share is of, before an adverb, is the verb that a sentence
    lacks: "40% of staff work remotely"."""
    if p.finite or not p.verbless or p.before not in NOUNS or p.after != "RB":
        return None
    return "VBP" if p.i > 1 and p.t.low[p.i - 2] == "of" else None


def paired(p: Place) -> str | None:
    """Two past forms, each before a number, that "and" joins are the verbs of one subject:
    "wardens freed 12 and jailed nine poachers"."""
    at = p.i if p.after == "CD" and p.t.low[p.i + 2 : p.i + 3] in _JOINING else p.i - 3
    stop = at + 5
    if at < 1 or stop > len(p.tags) or p.i not in (at, at + 3):
        return None
    numbers = p.tags[at + 1] == p.tags[at + 4] == "CD" and [p.t.low[at + 2]] in _JOINING
    pasts = all(word in PASTS or word.endswith("ed") for word in p.t.low[at:stop:3])
    led = p.led in NOUNS and not p.finite if p.i == at else p.finite
    return "VBD" if numbers and pasts and led else None


_JOINING: Final = (["and"], ["or"], ["but"])


def of_which(p: Place) -> str | None:
    """What a part of those before did: "40 complaints, of which 12 concerned noise"."""
    led = p.i > 2 and p.t.low[p.i - 2] in ("which", "whom") and p.t.low[p.i - 3] == "of"
    if not led and p.t.low[0] == "of" and p.t.low[1] in ("these", "those", "them"):
        stop = next((k for k in range(p.i, p.t.size) if p.t.text[k] == ","), p.t.size)
        led = FINITE.isdisjoint(p.tags[p.i + 1 : stop])  # "of these, 58 concerned theft, 12 …"
        led = led and PASTS.isdisjoint(p.t.low[p.i + 1 : stop])
    some = p.before == "CD" or p.t.low[p.i - 1] in ("rest", "remainder", "others")
    return "VBD" if led and some and p.low.endswith("ed") else None


def some_did(p: Place) -> str | None:
    """What a bare number of those before did: "of which 9 were shut, 12 resulted in fines"."""
    did = p.before == "CD" and p.low in INTRANSITIVE and p.after in ("IN", "RB", ".", ",")
    return "VBD" if did and p.t.low[p.i + 1] != "by" else None
