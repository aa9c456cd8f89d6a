"""Two texts in, the words of substance that one has and the other has not out.

Words that stand for each other in most reports, other forms and spellings of a word, names and
their initials, dates in another form and years rolled forward with the edition are no difference.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from operator import attrgetter
from typing import Final

from tracediff.detect.compared_dates import TIME, date_form, digits_form, is_date, rolled_forward
from tracediff.detect.piece import Change, Held, Piece
from tracediff.detect.spelled_initials import spelled_out
from tracediff.lexicon.calendar import MONTHS
from tracediff.lexicon.clauses import LIGHT_WORDS, LINKS
from tracediff.lexicon.propositions import DENYING_PREFIXES, EQUALS, SAME_DENIALS
from tracediff.model import Sentence, Span
from tracediff.settings import Words
from tracediff.text.concepts import concept
from tracediff.text.vocabulary import vocabulary
from tracediff.text.words import FUNCTION_WORDS, Token, root, stem, synonyms, tokens

_LARGEST: Final = 250_000  # pairs of words; longer links are tables or lists
_TELLING: Final = frozenset(
    """
    not no never nor neither none without cannot all every each both any some more most less least
    fewer before after over under against above below up down out may must shall should will would
    can could might only if unless except than
    """.split()
)
"""Function words that change what a sentence says."""
_MARKS: Final = frozenset(".,;:!?'\"()[]{}“”‘’«»‹›„‚…·•‣▪●○–—‐‑‒―/\\|*_`´†‡§¶-\ufe0e\ufe0f")
_MONTH: Final = "|".join(sorted(MONTHS, key=len, reverse=True))
_DATE: Final = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<month>{_MONTH})\.?"
    rf"|(?P<month2>{_MONTH})\.?\s(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?)(?:,?\s(?P<year>\d{{4}}))?\b",
    re.IGNORECASE,
)
_DIGITS: Final = re.compile(
    r"(?<![\w/.-])(\d{1,4})([/.-])(\d{1,2})\2(\d{2}(?:\d\d)?)(?![\w/-]|\.\d)"
)
_SPELLINGS: Final = (
    ("our", "or"), ("ise", "ize"), ("isa", "iza"), ("yse", "yze"), ("re", "er"), ("ll", "l"),
    ("ogue", "og"), ("ence", "ense"), ("programme", "program"), ("ae", "e"), ("oe", "e"),
)  # fmt: skip


def changes_between(
    held: tuple[Held, Held], years: tuple[int | None, int | None], *, figures: bool
) -> list[Change]:
    """What differs in substance, run by run; figures are left out where they are ``figures`` told.

    ``years`` are those of the two editions: a date that rolled forward with them is no change.
    """
    changes = [c for c in _changes(*held) if _joined(c.old) != _joined(c.new)]
    changes = spelled_out(changes, *held)
    left = _substance(changes, years, figures=figures)
    return [] if _deny_alike(changes) else left


def swapped(old: Held, new: Held) -> Change | None:
    """Two words that changed places in a text that is otherwise the same, further apart than "and".

    Figures are no words: where each stands is told by what it counts.
    """
    one, two = [p for _, p in old], [p for _, p in new]
    if len(one) != len(two):
        return None
    at = [i for i, piece in enumerate(one) if piece.form != two[i].form]
    if len(at) != 2 or not all(_is_word(one[i]) for i in at):
        return None
    first, last = at
    crossed = one[first].form == two[last].form and one[last].form == two[first].form
    between = {p.text.casefold() for p in one[first + 1 : last]}
    if not crossed or between <= {"and", "or", "nor", "as", "well"}:
        return None
    return Change((one[first], one[last]), (two[first], two[last]))


def _is_word(piece: Piece) -> bool:
    return piece.text[0].isalpha() and tells(piece, figures=True) and not is_date(piece)


def _deny_alike(changes: list[Change]) -> bool:
    """Whether both sides deny as much in their own words: "not every ship", "some ships … no"."""
    one, two = (_telling(p for c in changes for p in side(c)) for side in _SIDES)
    if _in_a_word(one, two) or _in_a_word(two, one):
        return True
    old, new = SAME_DENIALS.get(one), SAME_DENIALS.get(two)
    return old is not None and old == new


def _in_a_word(apart: frozenset[str], joined: frozenset[str]) -> bool:
    """Whether one side denies with "not" what the other denies in one word: "unsafe"."""
    denied = {prefix + word for word in apart - {"not"} for prefix in DENYING_PREFIXES}
    return "not" in apart and bool(joined) and joined <= denied


def _telling(side: Iterable[Piece]) -> frozenset[str]:
    return frozenset(p.text.casefold() for p in side if tells(p, figures=False))


_SIDES: Final = attrgetter("old"), attrgetter("new")


# --- what stands in a text ---------------------------------------------------------------------


def pieces(sentences: Sequence[Sentence], words: Words) -> Held:
    """The words, figures, dates and signs of some sentences, without the marks that set them apart.

    A date is one piece whatever its form: "3 April 2024", "April 3, 2024"; so is a phrase of a
    team's own, and what has several words of a team's choice has the form of the first.
    """
    out: Held = []
    for sentence in sentences:
        whole = [(m.span(), date_form(m)) for m in _DATE.finditer(sentence.text)]
        whole += [(m.span(), digits_form(m)) for m in _DIGITS.finditer(sentence.text)]
        whole += [
            (m.span(), re.sub(r"[\s.]", "", m[0].casefold())) for m in TIME.finditer(sentence.text)
        ]
        whole += [(m.span(), _place_form(m)) for m in _PLACE.finditer(sentence.text)]
        found = tokens(sentence.text)
        whole += _phrases(found, words)
        links = [range(*m.span(1)) for m in _LINK.finditer(sentence.text)]
        for token in found:
            if links and any(token.start in link for link in links):
                continue
            within = (one for one in whole if one[0][0] <= token.start < one[0][1])
            inside = next(within, None) if whole else None
            if inside is None:
                if token.text not in _MARKS or _is_sign(sentence.text, token):
                    form = _form(token.text)
                    out.append((sentence, Piece(token.text, form, Span(token.start, token.end))))
            elif token.start == inside[0][0]:
                at = Span(*inside[0])
                out.append((sentence, Piece(sentence.text[at.start : at.end], inside[1], at)))
    return out


# What only links a sentence to the one before: "As a result, …", "…, in particular, …".
_LINK: Final[re.Pattern[str]] = re.compile(
    rf"(?:\A|[,;:] )({'|'.join(LINKS)})(?=, )", re.IGNORECASE
)

# A place in the report itself, which is numbered anew every year: "Fig. 56", "(see page 12)".
_NUMBER: Final = r"\d{1,3}(?:\.\d{1,2}){0,3}[a-z]?"
_NUMBERS: Final = (
    rf"{_NUMBER}(?:(?:, | and |, and |[–-]){_NUMBER}){{0,6}}"
    r"(?![\w,]?\d| ?%| (?:percent|per cent|million|billion))"
)
_PLACE: Final[re.Pattern[str]] = re.compile(
    rf"\b(?P<shown>Fig|Figure|Table|Box|Exhibit|Chart|Map|Panel)s?\.? {_NUMBERS}"
    r"|(?:\([Ss]ee (?:also )?|\b[Ss]ee (?:also )?|\()(?P<part>[Ff]ig|[Ff]igure|[Tt]able|[Bb]ox"
    r"|[Pp]age|[Nn]ote|[Ss]ection|[Cc]hapter|[Aa]nnex|[Aa]ppendix|p|pp)(?:s|es)?\.? "
    rf"{_NUMBERS}(?! of\b)(?: and pages? {_NUMBERS})?"
)


def _place_form(match: re.Match[str]) -> str:
    return f"#{(match['shown'] or match['part']).casefold()[:3]}"


def _phrases(found: Sequence[Token], words: Words) -> Iterator[tuple[tuple[int, int], str]]:
    """Where a team's own phrases and synonyms stand among some words, and their forms."""
    low = [token.text.casefold() for token in found]
    stems = [stem(token.text) for token in found] if words.synonyms else []
    own = [(one.first, one.stop, " ".join(low[one.first : one.stop]))
           for one in vocabulary(words).said(low)]  # fmt: skip
    for first, stop, form in (*own, *synonyms(stems, words.synonyms)):
        yield (found[first].start, found[stop - 1].end), form


def _is_sign(text: str, token: Token) -> bool:
    """Whether a hyphen is a minus: before a figure, behind neither a word nor a figure."""
    if token.text not in "-−–" or not text[token.end : token.end + 1].isdigit():
        return False
    return not text[token.start - 1 : token.start].isalnum() if token.start else True


@lru_cache(maxsize=65536)
def _form(text: str) -> str:
    """A word as it is compared: its root, or that of the first of its synonyms; a figure plain."""
    low = text.casefold().replace("’", "'")
    if low[:1].isdigit() or low[:1] in "$€£¥₹":
        return low.replace(",", "").rstrip(".")
    if low in EQUALS:
        return EQUALS[low]
    if low in FUNCTION_WORDS:
        return low
    return concept(root(low))


# --- what changed ------------------------------------------------------------------------------


def _changes(old: Held, new: Held) -> Iterator[Change]:
    one, two = [p.form for _, p in old], [p.form for _, p in new]
    if len(one) * len(two) > _LARGEST:
        blocks = [("replace", 0, len(one), 0, len(two))]
    else:
        blocks = list(SequenceMatcher(None, one, two, autojunk=False).get_opcodes())
    for tag, i1, i2, j1, j2 in blocks:
        if tag != "equal":
            yield Change(tuple(p for _, p in old[i1:i2]), tuple(p for _, p in new[j1:j2]))


def _joined(side: Iterable[Piece]) -> str:
    """The words of a change without spaces and hyphens."""
    return "".join(p.text.casefold().replace("-", "").replace("’", "'") for p in side)


def _substance(
    changes: list[Change], years: tuple[int | None, int | None], *, figures: bool
) -> list[Change]:
    """The changes without words that stand elsewhere on the other side, or say the same."""
    gone = Counter(p.form for change in changes for p in change.old)
    fresh = Counter(p.form for change in changes for p in change.new)
    moved = gone & fresh
    left: list[Change] = []
    for change in changes:
        old = _own(change.old, moved, figures=figures)
        new = _own(change.new, moved, figures=figures)
        old, new = _spelled(old, new)
        if not rolled_forward(old, new, years) and (old or new):
            left.append(Change(tuple(old), tuple(new)))
    return left


def _own(side: Iterable[Piece], moved: Counter[str], *, figures: bool) -> list[Piece]:
    """The pieces of substance that the other side does not have in another place."""
    return [p for p in side if not moved[p.form] and tells(p, figures=figures)]


def tells(piece: Piece, *, figures: bool) -> bool:
    """Whether a piece says something; figures, dates and amounts do unless ``figures`` are told."""
    return _tells(piece.text, piece.form.startswith("@"), figures)


@lru_cache(maxsize=65536)
def _tells(text: str, dated: bool, figures: bool) -> bool:
    low = text.casefold()
    if dated or low[:1].isdigit() or low[:1] in "$€£¥₹":
        return not figures
    if not any(c.isalnum() for c in low):
        return True  # a sign
    if low in _TELLING:
        return True
    return low not in FUNCTION_WORDS and (low not in LIGHT_WORDS or low in MONTHS)


def _spelled(old: list[Piece], new: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """Both sides of a change without the words that are one word in two spellings."""
    if max(len(old), len(new)) > _LONGEST:
        return old, new
    for one in list(old):
        twin = next(
            (two for two in new if _one_word(one.text.casefold(), two.text.casefold())), None
        )
        if twin is not None:
            old, new = [p for p in old if p is not one], [p for p in new if p is not twin]
    return old, new


_LONGEST: Final = 60  # words of a change that may be in another spelling; a longer one is anew


def _one_word(one: str, two: str) -> bool:
    for a, b in _SPELLINGS:
        for longer, shorter in ((one, two), (two, one)):
            if a in longer and longer.replace(a, b) == shorter.replace(a, b):
                return True
    return one.replace("-", "") == two.replace("-", "")
