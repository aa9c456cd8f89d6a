"""C301, C303 to C308 without a verdict on the whole: linked sentences in, the words exchanged out.

What two linked sentences say differently is told even where nothing can be said of it with
certainty: both wordings, and the words that differ. Words that stand for each other in most
reports, other forms and spellings of a word, dates in another form and years rolled forward with
the edition are no difference.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import chain
from typing import Final

from tracediff.detect.couples import Couple, Pair
from tracediff.detect.verdicts import glued
from tracediff.detect.wording import spoken
from tracediff.lexicon.calendar import MONTHS
from tracediff.lexicon.clauses import LIGHT_WORDS
from tracediff.lexicon.propositions import EQUALS, SCALES, opposed
from tracediff.lexicon.synonyms import SYNONYMS
from tracediff.model import BlockKind, Claim, Comparison, Finding, Link, Sentence, Severity, Span
from tracediff.settings import Detecting
from tracediff.syntax import parse
from tracediff.syntax.propositions import Progress, propositions
from tracediff.text.words import FUNCTION_WORDS, Token, root, tokens

_LARGEST: Final = 250_000  # pairs of words; longer links are tables or lists
_TELLING: Final = frozenset(
    """
    not no never nor neither none without cannot all every each both any some more most less least
    fewer before after over under against above below up down out may must shall should will would
    can could might only if unless except than
    """.split()
)
"""Function words that change what a sentence says."""
_COMMITTING: Final = frozenset(
    """
    must shall should will plan plans planned intend intends aim aims pledge pledges pledged promise
    promises promised commit commits committed required requires require obliged agree agreed
    undertake undertakes
    """.split()
)
_DENIALS: Final = frozenset("not no never nor neither without cannot".split())
_MARKS: Final = frozenset(".,;:!?'\"()[]{}“”‘’«»‹›„‚…·•‣▪●○–—‐‑‒―/\\|*_`´†‡§¶-\ufe0e\ufe0f")
_DAYS: Final = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_DUE: Final = frozenset(
    "by until till before end ends ended due deadline later expire expires".split()
)
_MONTH: Final = "|".join(sorted(MONTHS, key=len, reverse=True))
_DATE: Final = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<month>{_MONTH})\.?"
    rf"|(?P<month2>{_MONTH})\.?\s(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?)(?:,?\s(?P<year>\d{{4}}))?\b",
    re.IGNORECASE,
)
_TIME: Final = re.compile(r"\d{1,2}(?::\d\d)?\s?[ap]\.?m\b\.?", re.IGNORECASE)
_CONCEPTS: Final = {root(word): root(line[0]) for line in SYNONYMS for word in line}
_SPELLINGS: Final = (
    ("our", "or"), ("ise", "ize"), ("isa", "iza"), ("yse", "yze"), ("re", "er"), ("ll", "l"),
    ("ogue", "og"), ("ence", "ense"), ("programme", "program"), ("ae", "e"), ("oe", "e"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, figure, date or sign: as it stands, and in the form that is compared."""

    text: str
    form: str
    at: Span


@dataclass(frozen=True, slots=True)
class Change:
    """Words of the old text that gave way to words of the new one; one side may be empty."""

    old: tuple[Piece, ...]
    new: tuple[Piece, ...]


def rewordings(
    comparison: Comparison, found: Iterable[Finding], settings: Detecting
) -> Iterator[Finding]:
    """One finding for each link whose words of substance differ and of which no claim was found.

    ``found`` are the findings of the other detectors. Where they tell of figures, only the words
    beside them are looked at.
    """
    claims, figures = _told(found)
    told = [
        one
        for link in comparison.alignment.links
        if link.old and link.new and not _either(link, claims) and not glued(comparison, link)
        for one in _reworded(comparison, link, settings, figures=_either(link, figures))
    ]
    often = Counter(_exchange(one) for one in told)
    for one in told:
        renamed = often[_exchange(one)] > 1  # a word that the report now calls otherwise throughout
        yield replace(one, severity=Severity.NOTE) if renamed else one


def _exchange(finding: Finding) -> tuple[str, ...]:
    return tuple(root(value) for value in finding.values[:2])


_Places = tuple[frozenset[int], frozenset[int]]


def _told(found: Iterable[Finding]) -> tuple[_Places, _Places]:
    """The old and the new sentences of which claims are told, and those of which figures are."""
    places: tuple[tuple[set[int], set[int]], ...] = ((set(), set()), (set(), set()))
    for one in found:
        both = one.old is not None and one.new is not None
        if one.rule.id[0] in "CD" and (both or one.rule.id in ("C306", "C307")):
            held = places[0]
        elif one.rule.id[0] in "NA":
            held = places[1]
        else:
            continue
        if one.old is not None and one.old.side == "old":
            held[0].add(one.old.sentence)
        if one.new is not None:
            held[1].add(one.new.sentence)
    claims, figures = ((frozenset(old), frozenset(new)) for old, new in places)
    return claims, figures


def _either(link: Link, places: _Places) -> bool:
    return not places[0].isdisjoint(link.old) or not places[1].isdisjoint(link.new)


def _reworded(
    comparison: Comparison, link: Link, settings: Detecting, *, figures: bool
) -> Iterator[Finding]:
    old = [comparison.old.edition.sentences[i] for i in link.old]
    new = [comparison.new.edition.sentences[i] for i in link.new]
    if old[0].kind in (BlockKind.REFERENCE, BlockKind.HEADING):
        return
    years = comparison.old.edition.year, comparison.new.edition.year
    held = pieces(old), pieces(new)
    changes = [c for c in _changes(*held) if _joined(c.old) != _joined(c.new)]
    changes = [_spelled_out(c, old, new) for c in changes]
    changes = _substance(changes, years, figures=figures)
    if changes:
        yield _finding(comparison, link, (old, new), held, changes, settings)


# --- what stands in a text ---------------------------------------------------------------------


def pieces(sentences: Sequence[Sentence]) -> list[tuple[Sentence, Piece]]:
    """The words, figures, dates and signs of some sentences, without the marks that set them apart.

    A date is one piece whatever its form: "3 April 2024", "April 3, 2024".
    """
    out: list[tuple[Sentence, Piece]] = []
    for sentence in sentences:
        whole = [(m.span(), _date_form(m)) for m in _DATE.finditer(sentence.text)]
        whole += [
            (m.span(), re.sub(r"[\s.]", "", m[0].casefold())) for m in _TIME.finditer(sentence.text)
        ]
        for token in tokens(sentence.text):
            inside = next((one for one in whole if one[0][0] <= token.start < one[0][1]), None)
            if inside is None:
                if token.text not in _MARKS or _is_sign(sentence.text, token):
                    form = _form(token.text)
                    out.append((sentence, Piece(token.text, form, Span(token.start, token.end))))
            elif token.start == inside[0][0]:
                at = Span(*inside[0])
                out.append((sentence, Piece(sentence.text[at.start : at.end], inside[1], at)))
    return out


def _is_sign(text: str, token: Token) -> bool:
    """Whether a hyphen is a minus: before a figure, behind neither a word nor a figure."""
    if token.text not in "-−–" or not text[token.end : token.end + 1].isdigit():
        return False
    return not text[token.start - 1 : token.start].isalnum() if token.start else True


def _date_form(match: re.Match[str]) -> str:
    month = MONTHS[(match["month"] or match["month2"]).casefold()]
    day = int(match["day"] or match["day2"])
    return f"@{match['year'] or ''}-{month:02d}-{day:02d}"


def _form(text: str) -> str:
    """A word as it is compared: its root, or that of the first of its synonyms; a figure plain."""
    low = text.casefold().replace("’", "'")
    if low[:1].isdigit() or low[:1] in "$€£¥₹":
        return low.replace(",", "").rstrip(".")
    if low in EQUALS:
        return EQUALS[low]
    if low in FUNCTION_WORDS:
        return low
    found = root(low)
    return _CONCEPTS.get(found, found)


# --- what changed ------------------------------------------------------------------------------


def _changes(
    old: list[tuple[Sentence, Piece]], new: list[tuple[Sentence, Piece]]
) -> Iterator[Change]:
    one, two = [p.form for _, p in old], [p.form for _, p in new]
    if len(one) * len(two) > _LARGEST:
        blocks = [("replace", 0, len(one), 0, len(two))]
    else:
        blocks = list(SequenceMatcher(None, one, two, autojunk=False).get_opcodes())
    for tag, i1, i2, j1, j2 in blocks:
        if tag != "equal":
            yield Change(tuple(p for _, p in old[i1:i2]), tuple(p for _, p in new[j1:j2]))


def _spelled_out(change: Change, old: list[Sentence], new: list[Sentence]) -> Change:
    """A change without names that the other side gives by their initials, and the reverse."""
    texts = (" ".join(s.text for s in side) for side in (old, new))
    words = [
        [w for w in _NAME.findall(text) if w.casefold() not in FUNCTION_WORDS] for text in texts
    ]
    return Change(_unabbreviated(change.old, words[1]), _unabbreviated(change.new, words[0]))


_NAME: Final = re.compile(r"[A-Za-z][\w’'-]*")


def _joined(side: Iterable[Piece]) -> str:
    """The words of a change without spaces and hyphens."""
    return "".join(p.text.casefold().replace("-", "").replace("’", "'") for p in side)


def _unabbreviated(side: tuple[Piece, ...], others: list[str]) -> tuple[Piece, ...]:
    initials = "".join(w[0] if w[0].isupper() else " " for w in others)
    short = {w for w in others if sum(c.isupper() for c in w) > 1}
    capitals = [p for p in side if p.text[:1].isupper()]
    spelled = "".join(p.text[0] for p in capitals)
    left = [
        p
        for p in side
        if not (sum(c.isupper() for c in p.text) > 1 and _upper(p.text) in initials)
        and not (p in capitals and any(_upper(w) in spelled for w in short))
    ]
    return tuple(left)


def _upper(word: str) -> str:
    return "".join(c for c in word if c.isupper())


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
        if not _rolled(old, new, years) and (old or new):
            left.append(Change(tuple(old), tuple(new)))
    return left


def _own(side: Iterable[Piece], moved: Counter[str], *, figures: bool) -> list[Piece]:
    """The pieces of substance that the other side does not have in another place."""
    return [p for p in side if not moved[p.form] and _tells(p, figures=figures)]


def _tells(piece: Piece, *, figures: bool) -> bool:
    low = piece.text.casefold()
    if piece.form.startswith("@") or low[:1].isdigit() or low[:1] in "$€£¥₹":
        return not figures
    if not any(c.isalnum() for c in low):
        return True  # a sign
    if low in _TELLING:
        return True
    return low not in FUNCTION_WORDS and (low not in LIGHT_WORDS or low in MONTHS)


def _spelled(old: list[Piece], new: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """Both sides of a change without the words that are one word in two spellings."""
    for one in list(old):
        twin = next(
            (two for two in new if _one_word(one.text.casefold(), two.text.casefold())), None
        )
        if twin is not None:
            old, new = [p for p in old if p is not one], [p for p in new if p is not twin]
    return old, new


def _one_word(one: str, two: str) -> bool:
    for a, b in _SPELLINGS:
        for longer, shorter in ((one, two), (two, one)):
            if a in longer and longer.replace(a, b) == shorter.replace(a, b):
                return True
    return one.replace("-", "") == two.replace("-", "")


def _rolled(old: list[Piece], new: list[Piece], years: tuple[int | None, int | None]) -> bool:
    """Whether all that changed is a year or a date that rolled forward with the edition."""
    if _one_day(old, new, years):
        return True
    pairs = list(zip(old, new, strict=False))
    if not pairs or len(old) != len(new) or None in years:
        return False
    gap = (years[1] or 0) - (years[0] or 0)
    past = all(_year(a.form) <= (years[0] or 0) for a in old)
    return past and all(gap and _year(b.form) - _year(a.form) == gap for a, b in pairs)


def _one_day(old: list[Piece], new: list[Piece], years: tuple[int | None, int | None]) -> bool:
    """Whether both sides name one time, one of them in full: "on 9 September", "September 2024"."""
    if not old or not new or not all(_dated(p) for p in (*old, *new)):
        return False
    one, two = (_calendar(side, year) for side, year in zip((old, new), years, strict=True))
    month = bool(one[1]) and one[1] == two[1]
    return month and one[0] == two[0] and (one[2] == two[2] or not (one[2] and two[2]))


def _calendar(side: list[Piece], year: int | None) -> tuple[int, int, int]:
    """The year (that of the edition where none is named), month and day that some words name."""
    found = [year or 0, 0, 0]
    for piece in side:
        if piece.form.startswith("@"):
            named, month, day = piece.form[1:].split("-")
            found = [int(named) if named else found[0], int(month), int(day)]
        elif piece.text.casefold() in MONTHS:
            found[1] = MONTHS[piece.text.casefold()]
        elif _year(piece.form):
            found[0] = _year(piece.form)
    return found[0], found[1], found[2]


def _year(form: str) -> int:
    match = re.match(r"@?((?:19|20)\d\d)(?:-|$)", form)
    return int(match[1]) if match else 0


# --- what is told ------------------------------------------------------------------------------


def _finding(
    comparison: Comparison,
    link: Link,
    sides: tuple[list[Sentence], list[Sentence]],
    held: tuple[list[tuple[Sentence, Piece]], list[tuple[Sentence, Piece]]],
    changes: list[Change],
    settings: Detecting,
) -> Finding:
    rule, sure, change = _kind(changes, held, sides)
    old, new = _place(sides[0], held[0], change.old), _place(sides[1], held[1], change.new)
    couple = Couple(comparison, link, (old[0],), (new[0],), ())
    said = "; ".join(_said(one) for one in (change, *(c for c in changes if c is not change))[:3])
    values = tuple(p.text for p in (*change.old, *change.new))[:6]
    size = settings.sizes[rule] * (1.0 if sure else settings.milder)
    pair = Pair(old[0], new[0], link.similarity)
    found = spoken(couple, rule, pair, (old[1], new[1]), said, values, size)
    sure = sure and sides[1][0].kind is not BlockKind.TABLE
    severity = Severity.WARNING if sure else Severity.NOTE
    certainty = settings.reworded_sure if sure else settings.reworded
    return replace(found, severity=severity, certainty=certainty)


def _place(
    sentences: list[Sentence], held: list[tuple[Sentence, Piece]], words: tuple[Piece, ...]
) -> tuple[Claim, Span]:
    """The sentence that holds the words, whole, and where they stand in it."""
    home = sentences[0]
    at = Span(0, 0)
    if words:
        home = next(s for s, p in held if p is words[0])
        at = Span(words[0].at.start, words[0].at.end)
    return Claim(home.index, Span(0, len(home.text)), "", frozenset()), at


def _said(change: Change) -> str:
    old, new = (" ".join(p.text for p in side[:12]) for side in (change.old, change.new))
    if old and new:
        return f"“{old}” became “{new}”"
    return f"“{old}” is no longer said" if old else f"“{new}” is said now"


def _kind(
    changes: list[Change],
    held: tuple[list[tuple[Sentence, Piece]], list[tuple[Sentence, Piece]]],
    sides: tuple[list[Sentence], list[Sentence]],
) -> tuple[str, bool, Change]:
    """The rule that a rewording falls under, whether it is worth a warning, and by which change.

    It is where the sentences are otherwise equal, and one word gave way to its opposite, to
    another step of a scale, to another actor or thing; or where a promise or duty came or went.
    """
    changed = sum(len(c.old) + len(c.new) for c in changes)
    equal = sum(_tells(p, figures=False) for _, p in chain(*held)) - changed
    otherwise = len(changes) <= 2 and changed <= 6 and equal >= changed
    for change in changes:
        rule = _exchanged(change)
        if rule is not None:
            return rule, otherwise, change
    for change in changes:
        for side, rule in ((change.old, "C306"), (change.new, "C307")):
            commits = any(p.text.casefold() in _COMMITTING and _is_verb(p, held) for p in side)
            if commits:
                return rule, _whole_promise(change, side, changed), change
    largest = max(changes, key=lambda c: len(c.old) + len(c.new))
    if not (largest.old and largest.new) and all(_dated(p) for p in chain(*_both(largest))):
        return "C305", otherwise and _plans(held), largest
    if all(_dated(p) for p in chain(*_both(largest))):
        return "C305", otherwise and _is_due(largest, held), largest
    if largest.old and largest.new and equal > changed:
        return "C308", otherwise and _is_role(largest, sides), largest
    return ("C306" if len(largest.old) >= len(largest.new) else "C307"), False, largest


def _is_verb(
    piece: Piece, held: tuple[list[tuple[Sentence, Piece]], list[tuple[Sentence, Piece]]]
) -> bool:
    """Whether a word stands as a verb: not the will of an owner, nor a target."""
    home = next(s for s, p in chain(*held) if p is piece)
    found = parse(home.text)
    t = found.tokens
    at = next((i for i in range(t.size) if t.start[i] == piece.at.start), None)
    return at is not None and (found.tags[at][:2] in ("MD", "VB") or t.low[at + 1] == "to")


def _whole_promise(change: Change, side: tuple[Piece, ...], changed: int) -> bool:
    """Whether a promise or duty came or went with what it is about, and little else changed.

    "What we plan to do" promises nothing by itself.
    """
    alone = not (change.old and change.new) and changed - len(side) <= _LITTLE
    about = [p for p in side if p.text.casefold() not in _COMMITTING]
    return alone and len(about) > 1 and not _ran_together(side) and side[0].text != "what"


_LITTLE: Final = 2  # words beside a promise that may differ too


def _ran_together(side: Iterable[Piece]) -> bool:
    """Whether a word holds a capital behind a small letter, or opens with a joining word."""
    return any(_GLUE.match(p.text) for p in side)


_GLUE: Final = re.compile(r"\w*[a-z][A-Z]\w{2}|(?:and|the|our|all|this|that|what)(?=\w{4})[a-z]+$")


def _both(change: Change) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    return change.old, change.new


def _plans(held: tuple[list[tuple[Sentence, Piece]], ...]) -> bool:
    """Whether both sides speak of what is planned, so that a date says by when."""
    return all(
        any(one.progress is Progress.PLANNED for s in {s.index: s for s, _ in side}.values()
            for one in propositions(s.text))
        for side in held
    )  # fmt: skip


def _exchanged(change: Change) -> str | None:
    """The rule of a word that gave way to its opposite, or to another step of a scale."""
    denied = [
        not _DENIALS.isdisjoint(p.text.casefold() for p in side)
        for side in (change.old, change.new)
    ]
    for a in change.old:
        for b in change.new:
            one, two = a.text.casefold(), b.text.casefold()
            if opposed(one, two):
                return "C303" if any(denied) else "C301"  # "not always" became "never"
            scale = next((s for s in SCALES if root(one) in s and root(two) in s), None)
            if scale is not None and scale[root(one)] != scale[root(two)]:
                return "C303"
    return None


def _dated(piece: Piece) -> bool:
    low = piece.text.casefold()
    if _year(piece.form) or piece.form.startswith("@"):
        return True
    return low in MONTHS or low in _DAYS or bool(_TIME.match(low))


def _is_due(change: Change, held: tuple[list[tuple[Sentence, Piece]], ...]) -> bool:
    """Whether a date says by when something is due."""
    for side, words in zip(held, (change.old, change.new), strict=True):
        forms = [p for _, p in side]
        at = next((i for i, p in enumerate(forms) if words and p is words[0]), 0)
        if not _DUE.isdisjoint(p.text.casefold() for p in forms[max(0, at - 4) : at]):
            return True
    return False


def _is_role(change: Change, sides: tuple[list[Sentence], list[Sentence]]) -> bool:
    """Whether another acts now: the words of each side hold a subject, or no verb is known."""
    if _ran_together((*change.old, *change.new)):
        return False
    one, two = change.old[-1].text.casefold(), change.new[-1].text.casefold()
    if one[:_STEM] == two[:_STEM]:
        return False  # "inspection" and "inspectorate"
    acting = [
        _acts(sentences, words) for sentences, words in zip(sides, _both(change), strict=True)
    ]
    return True in acting and False not in acting


_STEM: Final = 5  # letters by which two nouns are forms of one


def _acts(sentences: list[Sentence], words: tuple[Piece, ...]) -> bool | None:
    """Whether some words hold the subject of their sentence; none where it has no verb."""
    roots = {root(p.text) for p in words}
    for sentence in sentences:
        if all(p.text in sentence.text for p in words):
            said = propositions(sentence.text)
            return any(one.agent in roots for one in said) if said else None
    return False
