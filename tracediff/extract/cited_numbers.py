"""A number in, whether it cites, labels or numbers something in this or another text."""

from __future__ import annotations

import re
from typing import Final

from tracediff.extract.nouns import noun_phrase
from tracediff.lexicon.cues import CAPITAL_LABELS, LABELS
from tracediff.lexicon.money import CODES, MONEY
from tracediff.lexicon.numbers import SCALES
from tracediff.lexicon.units import FILES, MEASURES
from tracediff.text.tokens import Tokens

MEASURED_IN: Final[frozenset[str]] = frozenset(MEASURES) | frozenset(MONEY)
JOINERS: Final[frozenset[str]] = frozenset(
    {",", "and", "or", "to", "-", "–", "—", "through", "&", "("}
)


def of_a_line(t: Tokens, i: int, stop: int) -> bool:
    """Whether it is of the number of a line to call: "(555) 396-5733", "+44 20 7946 0958"."""
    first, last = i, i
    while first > 0 and t.text[first - 1].isdigit() and i - first < _GROUPS:
        first -= 1
    while t.text[last + 1].isdigit() and last - i < _GROUPS:
        last += 1
    groups = t.text[first : last + 1]
    called = first > 0 and t.text[first - 1] == "+" and t.glued(first)
    if len(groups) > 1 and (called or any(g[0] == "0" and len(g) > _PAIR for g in groups)):
        return True
    if t.text[stop] != ")" or len(t.text[i]) != _SHORT or t.text[i - 1] != "(":
        return False
    head, tail = t.text[stop + 1], t.text[stop + 3]
    return t.text[stop + 2] == "-" and (len(head), len(tail)) == (3, 4) and tail.isdigit()


_GROUPS: Final[int] = 5  # groups of digits of a number to call
_PAIR: Final[int] = 2  # digits; a longer group with a zero before it is none of a count


def numbering(t: Tokens, i: int, stop: int) -> bool:
    """Whether it numbers what a colon or its own sentence says: "Finding 3: Boats leak", "1 While
    the rules were changed"."""
    if len(t.text[i]) > _SHORT or not t.text[i].isdigit():
        return False
    if i == 0 and t.text[stop] == ",":
        return t.low[stop + 1] in ("no", "nos", "pp")  # the end of a reference: "67, No. 2, pp. 5"
    if i == 0:
        return t.capital(stop) and t.tags[stop] in _OPENING_TAGS and t.low[stop] not in ("us",)
    named = t.text[stop] == ":" and t.capital(stop + 1) and t.tags[i - 1] in ("NN", "NNP", "VBG")
    return named and all(t.tags[j] in _HEADING_TAGS for j in range(i))


_SHORT: Final[int] = 3  # digits of the number of a finding or a note
_OPENING_TAGS: Final[frozenset[str]] = frozenset("IN DT PRP PRP$ RB EX WRB MD CC".split())
_HEADING_TAGS: Final[frozenset[str]] = frozenset("JJ NN NNS NNP NNPS VBG VBN DT PRP$ POS".split())


def catalogued(t: Tokens, i: int, stop: int) -> bool:
    """Whether it names an entry of a register: "5128 - Batch certificates", "a fern (202105)".

    It opens its line and a dash parts it from a title, or it stands in brackets without the commas
    that a count so large would have.
    """
    if i == 0 and t.text[stop] in ("-", "–", "—") and t.kind[stop + 1] == "w":
        said = t.text[stop + 1] in ("the", "a", "an")  # "670 - the number of complaints"
        return t.text[0].isdigit() and not (t.glued(stop) or t.glued(stop + 1) or said)
    if not t.text[i].isdigit() or len(t.text[i]) < _UNGROUPED:
        return False
    state = i > 0 and len(t.text[i - 1]) == 2 and t.text[i - 1].isupper()  # "OH 44107"
    if state or (t.capital(stop) and not noun_phrase(t, stop).plural):
        return True  # a postal code: "24161 Altenholz"
    left = i - 1
    while left > max(0, i - _LONGEST_CITATION) and _entry(t, left):
        left -= 1
    return left >= 0 and t.text[left] == "(" and t.text[stop] in (")", ",", ";", "-", "–")


def _entry(t: Tokens, i: int) -> bool:
    """Whether a token goes on with a list of numbers of a register: "(199571, 199751)"."""
    return t.text[i] in (",", ";", "-", "–") or (
        t.text[i].isdigit() and len(t.text[i]) >= _UNGROUPED
    )


def coded(t: Tokens, i: int, stop: int) -> bool:
    """Whether it says which one of a kind is meant: "a 503 error", "a 404 page"."""
    plain = t.text[i].isdigit() and len(t.text[i]) == _SHORT
    one = i > 0 and t.low[i - 1] in ("a", "an") and t.tags[stop] == "NN"
    alone = noun_phrase(t, stop).stop == stop + 1 and t.text[stop + 1] != "-"
    return plain and one and alone and t.low[stop] not in MEASURED_IN and t.low[stop] not in SCALES


def codified(t: Tokens, i: int, stop: int) -> bool:
    """Whether it is of a book of laws or of a rule in it: "29 U.S.C. 781", "41 CFR 60-741.45"."""
    if not t.text[i][:1].isdigit():
        return False
    before = [t.text[j] for j in range(max(0, i - 4), i)]
    while before and (before[-1] in ("§", "-", "–", "Part", "part") or before[-1].isdigit()):
        before.pop()
    after = t.text[stop + 1] if stop + 1 < t.size else ""
    title = t.text[stop] in _CODES and (after in ("§", "Part", "part") or after[:1].isdigit())
    return title or (bool(before) and before[-1] in _CODES)


_CODES: Final[frozenset[str]] = frozenset(
    "U.S.C. U.S.C USC U.S.C.A. CFR C.F.R. C.F.R Stat.".split()
)


def titled(t: Tokens, i: int, stop: int) -> bool:
    """Whether it opens a name that ends in a singular noun: "the 650 Charities guideline"."""
    if not i or t.low[i - 1] != "the" or not t.text[i].isdigit():
        return False
    if not t.capital(stop) or t.glued(stop):
        return False
    phrase = noun_phrase(t, stop)
    return phrase.stop > stop + 1 and t.tags[phrase.stop - 1] == "NN" and t.text[i] != "1"


_UNGROUPED: Final[int] = 5  # digits of a count that is always written in groups of three


def is_labelled(t: Tokens, i: int, label: int) -> bool:
    """Whether a label stands before it: Article 149, Law No. 985, Tables 3 and 4."""
    at = i - 1
    if at >= 0 and t.text[at] in (".", "~") and t.glued(at):  # "Fig. 2", typeset "Figure~2"
        at -= 1
    if at >= 0 and t.text[at] in ("(", "#", "№"):
        at -= t.text[at] == "("
        if at >= 0 and t.text[at] in "#№":
            return True
    word = t.low[at] if at >= 0 else ""
    if word in t.vocabulary.labels:
        return True
    if word in LABELS and (word not in CAPITAL_LABELS or t.text[at][0].isupper()):
        if word in CAPITAL_LABELS and at == 0 and word in ("report", "form"):
            return True
        return not (at > 0 and t.low[at - 1] in ("an", "a") and word in ("order",))
    if word in _RANKED and t.low[at + 1] == t.low[i] and not noun_phrase(t, i + 1).plural:
        return True
    if word in _REFERRED and _refers(t, at, i):
        return True
    if label >= 0 and t.kind[label] == "w" and len(t.text[label]) == 1 and t.glued(label):
        label += 1  # "sections 101A, 107 and 108"
    if label >= 0 and i - label in (1, 2) and t.low[i - 1] in JOINERS:
        return all(t.low[j] in JOINERS for j in range(label, i))
    return False


_REFERRED: Final[frozenset[str]] = frozenset(
    "figure figures note notes box item items panel exhibit line lines step steps".split()
)
_REFERRING: Final[frozenset[str]] = frozenset("see cf in per from of to".split())


def _refers(t: Tokens, at: int, i: int) -> bool:
    """Whether a label in small letters refers to a place in the report: "see note 9", "(figure
    4)", "figure 4 shows"; "a figure 12 percent above" counts."""
    says = t.tags[i + 1][:2] in ("VB", "MD") or t.tags[i + 2] in ("DT", "PRP$")
    if len(t.text[i]) > _SHORT or not (says or noun_phrase(t, i + 1).empty):
        return False
    told = at == 0 or t.text[at - 1] in ("(", "[", ",", ";") or t.low[at - 1] in _REFERRING
    return told and t.low[i + 1] not in MEASURED


MEASURED: Final[frozenset[str]] = frozenset("percent per points % million billion".split())
_RANKED: Final[frozenset[str]] = frozenset(
    "category phase level stage grade class type zone part step round".split()
)


def standard(t: Tokens, i: int, stop: int) -> bool:
    """Whether letters before a number of four digits or more make it a norm: "ISO 14001"."""
    word = t.text[i - 1] if i else ""
    norm = 2 <= len(word) <= 5 and word.isalpha() and word.isupper() and word not in CODES
    return norm and t.text[i].isdigit() and len(t.text[i]) > 3 and noun_phrase(t, stop).empty


def is_listed(t: Tokens, i: int, stop: int) -> bool:
    """Whether it numbers an item: "3. The …" at the head, "(1) …; (2) …" inside."""
    if i == 0 and t.text[stop] in (".", ")") and t.kind[stop + 1] == "w" and len(t.text[0]) <= 3:
        return True
    if (
        i == 0
        and "." in t.text[0]
        and t.kind[1] == "w"
        and t.capital(1)
        and t.text[0].count(".") == 1
    ):
        return len(t.text[0]) <= 4 and t.low[1] not in MEASURES
    if i == 0 and t.text[stop] == ":" and _VERSION.fullmatch(t.text[0]):
        return True  # "1.18: what is new"
    closed = t.text[stop] == ")" and t.kind[stop + 1] == "w" and len(t.text[i]) < 3
    if not closed or i == 0:
        return False
    if t.text[i - 1] != "(":
        return _item_before(t, i + 1) and "(" not in t.text[max(0, i - _LONGEST_ITEM) : i]
    return i < 2 or _item_before(t, i) or (t.text[i] == "1" and _goes_on(t, stop))


_VERSION: Final = re.compile(r"\d{1,2}\.\d{1,2}")  # a chapter or a version that heads a line


def _item_before(t: Tokens, i: int) -> bool:
    """Whether the bracket before token ``i`` stands where an item of a list can open."""
    return t.text[i - 2] in (",", ";", ":") or t.low[i - 2] in ("and", "or", "to", "by")


_LONGEST_ITEM: Final[int] = 120  # tokens from one item to the next; it keeps the search linear


def _goes_on(t: Tokens, start: int) -> bool:
    """Whether a second item follows: "must (1) repair boats; (2) build ports"."""
    return any(
        t.text[j : j + 3] == ["(", "2", ")"] and _item_before(t, j + 1)
        for j in range(start, min(start + _LONGEST_ITEM, t.size))
    )


_LONGEST_CITATION: Final[int] = 40  # tokens; citations of twenty sources are the longest met


def is_cited(t: Tokens, i: int, stop: int, citing: bool) -> bool:
    """Whether it cites a source: (9,11) or (3) at the end of a sentence, [12] anywhere."""
    left, bound = i - 1, max(0, i - _LONGEST_CITATION)
    while left > bound and (
        t.text[left] in (",", "-", "–") or (t.kind[left] == "n" and len(t.text[left]) <= 7)
    ):
        left -= 1
    if left < 0 or t.text[left] not in ("(", "["):
        return False
    right, bound = stop, i + _LONGEST_CITATION
    while right < bound and (
        t.text[right] in (",", "-", "–") or (t.kind[right] == "n" and len(t.text[right]) <= 7)
    ):
        right += 1
    if t.text[right] not in (")", "]"):
        return False
    if t.text[left] == "[":
        return True
    pieces = [t.text[j] for j in range(left + 1, right) if t.kind[j] == "n"]
    small = all(len(piece.replace(",", "")) <= 3 or "," in piece for piece in pieces)
    if not small or any(len(part) > 3 for piece in pieces for part in piece.split(",")):
        return False
    if left and t.text[left - 1] in (".", "!", "?", "”", '"'):
        return True
    if len(pieces) > 1:
        return citing or "," in t.text[left:right]  # "(12-14)" is a range where nobody cites
    last = t.text[right + 1] in ("", ".", ";") and right + 2 >= t.size
    return citing and (last or t.text[right + 1] in (";", ",")) and "," not in pieces[0]


def is_note(t: Tokens, i: int, stop: int) -> bool:
    """Whether it is the mark of a note, set apart by a space from the stop behind it, where the
    other stops of the sentence have none: "fell by 4 percent 2 . Prices"."""
    if not i or len(t.text[i]) > _SHORT or not t.text[i].isdigit() or stop != i + 1:
        return False
    if t.text[stop] not in (".", ",") or t.glued(stop) or t.glued(i):
        return False
    behind = t.tags[i - 1] in _BEFORE_A_NOTE or t.low[i - 1] in ("percent", "%", ")")
    return behind and any(
        t.glued(j) for j in range(t.size) if t.text[j] in (".", ",") and j != stop
    )


_BEFORE_A_NOTE: Final[frozenset[str]] = frozenset("NN NNS NNP NNPS CD VBN".split())


def of_a_file(t: Tokens, i: int, stop: int) -> bool:
    """Whether it is the size of a file that is offered: "(14.4 KB Excel sheet)", "PDF, 2 MB"."""
    if not MEASURES.get(t.text[stop], "").endswith("byte"):
        return False
    near = t.low[max(0, i - 2) : i] + t.low[stop + 1 : stop + 3]
    return not FILES.isdisjoint(near)
