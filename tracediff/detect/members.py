"""C303 for lists: who or what is named, and who joined or left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from tracediff.detect.couples import Couple, Pair
from tracediff.detect.wording import spoken
from tracediff.lexicon.clauses import LIGHT_WORDS
from tracediff.model import Finding, Sentence, Span
from tracediff.settings import Detecting
from tracediff.text.words import FUNCTION_WORDS, root, tokens

_OPENERS = re.compile(r"\b(?:including|such as|namely|comprising|consisting of)\b", re.IGNORECASE)
_JOINTS = frozenset(
    [
        "of",
        "for",
        "the",
        "de",
        "del",
        "da",
        "do",
        "dos",
        "das",
        "la",
        "le",
        "du",
        "von",
        "van",
        "and",
        "y",
        "e",
        "&",
    ]
)
_LEADS = re.compile(
    r"^.*\b(?:including|such as|namely|particularly|especially|and|or|of)\s(?=[A-Z])"
)
_LONGEST = 60  # members; a longer list is a table
_PARTS = re.compile(r",\s(?:and\s|or\s|as well as\s)?|;\s(?:and\s)?|\sand\s|\sor\s|\sas well as\s")


def members_changed(couple: Couple, settings: Detecting) -> Iterator[Finding]:
    """C303: a list of names gained or lost one, or what is named after "including" is another."""
    if len(couple.link.old) != 1 or len(couple.link.new) != 1:
        return
    old = couple.sentence(couple.old[0], new=False)
    new = couple.sentence(couple.new[0], new=True)
    if couple.link.similarity < settings.same_list:
        return
    found = _names_changed(old, new) or _examples_changed(old, new, settings)
    whole = None if found else _items_changed(old, new)
    found = found or whole
    if found is None:
        return
    before, after, said, values = found
    pair = Pair(couple.old[0], couple.new[0], couple.link.similarity)
    if whole is not None:
        pair = Pair(
            replace(pair.old, at=Span(0, len(old.text))),
            replace(pair.new, at=Span(0, len(new.text))), pair.overlap,
        )  # fmt: skip
        yield spoken(
            couple, "C303", pair, (before, after), said, values, settings.sizes["C303"]
        )  # fmt: skip
        return
    holding_old = next((c for c in couple.old if c.at.start <= before.start <= c.at.end), pair.old)
    holding_new = next((c for c in couple.new if c.at.start <= after.start <= c.at.end), pair.new)
    yield spoken(
        couple, "C303", Pair(holding_old, holding_new, pair.overlap), (before, after), said,
        values, settings.sizes["C303"],
    )  # fmt: skip


def _items_changed(old: Sentence, new: Sentence) -> tuple[Span, Span, str, tuple[str, ...]] | None:
    """The items of a list set apart by semicolons that only one side has, by their words."""
    before, after = _items(old.text), _items(new.text)
    if max(len(before), len(after)) < 3 or min(len(before), len(after)) < 1:
        return None
    gone = [item for item in before if not _kept(item, old.text, after, new.text)]
    added = [item for item in after if not _kept(item, new.text, before, old.text)]
    if len(gone) == len(before) or len(added) == len(after) or not (gone or added):
        return None
    parts, values = [], []
    for items, text, verb in ((added, new.text, "joined"), (gone, old.text, "left")):
        held = [text[item.start : item.end] for item in items]
        values += held
        if held:
            parts.append(f"{' and '.join(f'“{name}”' for name in held)} {verb} the list")
    at_old = gone[0] if gone else before[0]
    at_new = added[0] if added else after[0]
    return at_old, at_new, " and ".join(parts), tuple(values)


def _items(text: str) -> list[Span]:
    """What stands between the semicolons of a list, behind its lead-in and a joining "and"."""
    if text.count(";") < 1:
        return []
    lead = text.find(":") + 1
    start = lead if lead < text.find(";") else 0
    return [Span(*match.span(1)) for match in _ITEM.finditer(text, start)]


_ITEM: Final = re.compile(r"(?:^|[;:\s])\s*(?:and\s|or\s)?([^;\s][^;]*?)\s*(?=;|\.?\s*$)")


def _kept(item: Span, text: str, others: list[Span], other: str) -> bool:
    """Whether some item of the other side shares half of the words of one or more."""
    words = _content(text[item.start : item.end])
    return not words or any(
        2 * len(words & theirs) >= min(len(words), len(theirs))
        for theirs in (_content(other[o.start : o.end]) for o in others)
    )


def _names_changed(old: Sentence, new: Sentence) -> tuple[Span, Span, str, tuple[str, ...]] | None:
    """A name that only one side lists, where both list two others or more."""
    before, after = _listed(old.text), _listed(new.text)
    if len(before.keys() & after.keys()) < 2:
        return None
    words_old, words_new = _content(old.text), _content(new.text)
    joined = [key for key in after if not key <= words_old and not _renamed(key, before, after)]
    left = [key for key in before if not key <= words_new and not _renamed(key, after, before)]
    if (not joined and not left) or len(joined) + len(left) > 4:
        return None
    parts, values = [], []
    for keys, spans, text, verb in (
        (joined, after, new.text, "joined"),
        (left, before, old.text, "left"),
    ):
        if keys:
            held = [text[spans[key].start : spans[key].end] for key in keys]
            values += held
            parts.append(f"{' and '.join(f'“{name}”' for name in held)} {verb} the list")
    common = next(key for key in before if key in after)
    first = before[left[0] if left else common]
    second = after[joined[0] if joined else common]
    return first, second, " and ".join(parts), tuple(values)


def _renamed(
    name: frozenset[str], there: dict[frozenset[str], Span], here: dict[frozenset[str], Span]
) -> bool:
    """Whether a name stands in the other list too, or there in a form that is gone from here."""
    return any(
        other == name or ((other < name or name < other) and other not in here) for other in there
    )


def _listed(text: str) -> dict[frozenset[str], Span]:
    """The capitalised members of the lists in a sentence, by their words."""
    found: dict[frozenset[str], Span] = {}
    start = 0
    cuts = [*_PARTS.finditer(text)]
    if not 2 <= len(cuts) <= _LONGEST:
        return found
    for stop, following in [*((m.start(), m.end()) for m in cuts), (len(text), len(text))]:
        part = _LEADS.sub("", text[start:stop]).strip(" .")
        words = part.split()
        if 0 < len(words) <= 8 and all(_in_name(word) for word in words):
            at = text.index(part, start)
            found[_content(part)] = Span(at, at + len(part))
        start = following
    return {key: span for key, span in found.items() if key}


def _in_name(word: str) -> bool:
    return word[:1].isupper() or word in _JOINTS


def _examples_changed(
    old: Sentence, new: Sentence, settings: Detecting
) -> tuple[Span, Span, str, tuple[str, ...]] | None:
    """What follows "including" shares no word, while what stands before it is much the same."""
    a, b = _OPENERS.search(old.text), _OPENERS.search(new.text)
    if a is None or b is None:
        return None
    heads = _content(old.text[: a.start()]), _content(new.text[: b.start()])
    tails = _content(old.text[a.end() :]), _content(new.text[b.end() :])
    longer = max(map(len, heads))
    if not heads[0] or len(heads[0] & heads[1]) < settings.same_head * longer:
        return None
    if not tails[0] or not tails[1] or tails[0] & tails[1]:
        return None
    before, after = Span(a.start(), len(old.text)), Span(b.start(), len(new.text))
    was, now = old.text[a.end() :].strip(" ."), new.text[b.end() :].strip(" .")
    return before, after, f"“{was}” is no longer named, “{now}” is", (was, now)


def _content(text: str) -> frozenset[str]:
    return frozenset(
        root(token.text)
        for token in tokens(text)
        if token.text[0].isalnum()
        and token.text.casefold() not in FUNCTION_WORDS
        and token.text.casefold() not in LIGHT_WORDS
    )
