"""One edit at a time: what ``check`` makes of single changes to a draft.

usage: one_edit.py [--seed N] [--edits N] [--list] FILE ...

Each FILE (Markdown or text) is compared with itself after one edit. A harmful edit (a number, a
duty, a denial, a degree, an opposite, a deleted or an added statement) is right where it gives
exactly one finding, a harmless one (a typo, a synonym, marks, another wrapping, a moved paragraph)
where it gives none but notes. Findings that the file has against itself are taken away.
"""

from __future__ import annotations

import argparse
import random
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from tracediff.model import BlockKind, Finding, Report, Severity
from tracediff.pipeline import compare, load


class Kind(NamedTuple):
    """A kind of edit: its name, whether it does harm, the words it needs and what it makes."""

    name: str
    harmful: bool
    pattern: re.Pattern[str]
    change: Callable[[re.Match[str]], str]


def swap(words: str) -> Callable[[re.Match[str]], str]:
    """A change of one word for another: "must=may all=some"."""
    pairs = dict(pair.replace("_", " ").split("=") for pair in words.split())

    def change(match: re.Match[str]) -> str:
        found = pairs[match[0].casefold()]
        return found.capitalize() if match[0][0].isupper() else found

    return change


def word_kind(name: str, words: str, *, harmful: bool) -> Kind:
    """A kind of edit that exchanges one of some words."""
    olds = "|".join(re.escape(pair.split("=")[0].replace("_", " ")) for pair in words.split())
    return Kind(name, harmful, re.compile(rf"\b(?:{olds})\b", re.IGNORECASE), swap(words))


def _digits(match: re.Match[str]) -> str:
    """A number of as many digits, the first and the last of which are others."""
    text = match[0]
    return str(int(text[0]) % 9 + 1) + text[1:-1] + str((int(text[-1]) + 3) % 10)


def _typo(match: re.Match[str]) -> str:
    text = match[0]
    return text[:3] + text[4] + text[3] + text[5:]


KINDS = (
    Kind("number", True, re.compile(r"(?<![\d.,/-])(?!(?:19|20)\d\d\b)\d[\d,]*\d(?![\d.,/-])"), _digits),
    word_kind("duty", "must=may should=may shall=may required=allowed may=must", harmful=True),
    word_kind(
        "denial",
        "is=is_not are=are_not was=was_not were=were_not did_not=did can=cannot not= has=has_not",
        harmful=True,
    ),
    word_kind(
        "degree",
        "all=some most=few many=few often=rarely always=sometimes significantly=slightly "
        "fully=partly major=minor some=all several=all",
        harmful=True,
    ),
    word_kind(
        "opposite",
        "increased=decreased decreased=increased more=fewer higher=lower lower=higher "
        "improved=worsened before=after above=below with=without increase=decrease rose=fell "
        "fell=rose allowed=prohibited approved=rejected",
        harmful=True,
    ),
    word_kind("doubt", "will=may is=may_be has=may_have caused=may_have_caused", harmful=True),
    word_kind(
        "synonym",
        "also=too however=nevertheless approximately=about about=approximately roughly=about "
        "including=such_as purchase=buy purchased=bought assist=help assisted=helped "
        "began=started started=began during=in within=in obtain=get while=whereas "
        "because=since due_to=because_of nearly=almost large=big must=has_to",
        harmful=False,
    ),
    Kind("typo", False, re.compile(r"\b[a-z]{9,14}\b"), _typo),
    Kind("marks", False, re.compile(r", (?=and|which|but|or)"), lambda _: " "),
    Kind("spelling", False, re.compile(r"\b\w{3,}(?:iz)(?=e[ds]?\b|ation|ing\b)"),
         lambda m: m[0][:-1] + "s"),
)  # fmt: skip


class Edit(NamedTuple):
    """One edit: its kind, whether it does harm, the words before and after, the new text."""

    kind: str
    harmful: bool
    before: str
    after: str
    text: str


def edits(text: str, sentences: list[str], count: int, seed: int) -> Iterator[Edit]:
    """So many edits of a text, the kinds in turn, at places that chance chooses."""
    chance = random.Random(seed)
    makers = [*KINDS, "deleted", "added", "moved", "wrapped"]
    made, turn = 0, 0
    used: set[str] = set()
    while made < count and turn < 20 * count:
        maker = makers[turn % len(makers)]
        turn += 1
        edit = _edit(maker, text, sentences, chance, used)
        if edit is not None:
            made += 1
            yield edit


def _edit(
    maker: Kind | str, text: str, sentences: list[str], chance: random.Random, used: set[str]
) -> Edit | None:
    for _ in range(200):
        sentence = chance.choice(sentences)
        if sentence in used:
            continue
        if isinstance(maker, Kind):
            places = list(maker.pattern.finditer(sentence))
            if not places:
                continue
            match = chance.choice(places)
            after = sentence[: match.start()] + maker.change(match) + sentence[match.end() :]
            after = re.sub(r"  +", " ", after)
            harmful, name = maker.harmful, maker.name
        elif maker == "deleted":
            after, harmful, name = "", True, maker
        elif maker == "added":
            other = "The auditors found that two of the regional offices had lost their records."
            after, harmful, name = f"{sentence} {other}", True, maker
        elif maker == "wrapped":
            words = sentence.split(" ")
            after = " ".join(words[:5]) + "\n" + " ".join(words[5:])
            harmful, name = False, maker
        else:
            return _moved(text, chance)
        used.add(sentence)
        return Edit(name, harmful, sentence, after, text.replace(sentence, after, 1))
    return None


def _moved(text: str, chance: random.Random) -> Edit | None:
    """A paragraph of prose that changes places with the one behind it."""
    parts = text.split("\n\n")
    prose = [
        i for i in range(len(parts) - 1)
        if all(len(part) > 150 and part[0].isalpha() for part in parts[i : i + 2])
    ]  # fmt: skip
    if not prose:
        return None
    at = chance.choice(prose)
    parts[at], parts[at + 1] = parts[at + 1], parts[at]
    return Edit("moved", False, parts[at + 1], parts[at], "\n\n".join(parts))


def _key(finding: Finding) -> tuple[str, str]:
    return finding.rule.id, finding.message


def trial(path: Path, count: int, seed: int, *, listed: bool) -> Counter[str]:
    """The edits of one file that are right, and all, by whether they do harm."""
    text = path.read_text(encoding="utf-8")
    edition = load(str(path)).edition
    prose = [s for s in edition.sentences if s.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM)]
    whole = [s.text for s in prose if len(s.text) > 50 and text.count(s.text) == 1]
    held: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder) / f"draft{path.suffix}"
        draft.write_text(text, encoding="utf-8")
        usual = {_key(one) for one in _compared(path, draft).findings}
        for edit in edits(text, whole, count, seed):
            draft.write_text(edit.text, encoding="utf-8")
            found = [one for one in _compared(path, draft).findings if _key(one) not in usual]
            loud = [one for one in found if one.severity is not Severity.NOTE]
            right = len(found) == 1 if edit.harmful else not loud
            side = "harmful" if edit.harmful else "harmless"
            held[side] += 1
            held[f"{side} right"] += right
            if listed and not right:
                print(f"  {edit.kind}: {edit.before!r}\n      -> {edit.after!r}")
                for one in found:
                    print(f"      {one.rule.id} {one.severity.value}: {one.message[:160]}")
    return held


def _compared(old: Path, new: Path) -> Report:
    return compare(str(old), str(new), old_year=2023, new_year=2024)


def main() -> None:
    """Run the trial on each file and print how many edits are right."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--edits", type=int, default=40)
    parser.add_argument("--list", action="store_true", help="show the edits that are not right")
    parser.add_argument("files", nargs="+", type=Path)
    asked = parser.parse_args()
    for path in asked.files:
        held = trial(path, asked.edits, asked.seed, listed=asked.list)
        right = held["harmful right"] + held["harmless right"]
        total = held["harmful"] + held["harmless"]
        print(
            f"{path}: {right} of {total} right; harmful {held['harmful right']} of "
            f"{held['harmful']}, harmless {held['harmless right']} of {held['harmless']}"
        )


if __name__ == "__main__":
    main()
