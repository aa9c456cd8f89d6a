"""How often the shallow parse gives a verb its subject and its objects as a treebank does.

For each predicate of a treebank in CoNLL-U with a nominal subject (``nsubj``, ``nsubj:pass``) the verb
group that stands there is looked up in our parse, and the head of its clause's subject compared with
the treebank's; so too direct objects (``obj``). Predicates that are no verb take the verb that stands
with them (``cop``, ``aux``).

usage: clauses.py TREEBANK.conllu... [--faults N]
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tracediff.model.syntax import NOWHERE
from tracediff.syntax import Parse, parse


class Word(NamedTuple):
    """One word of a treebank's sentence, with the place of its first character."""

    form: str
    tag: str
    head: int
    relation: str
    start: int


def sentences(path: Path) -> Iterator[tuple[str, list[Word]]]:
    """The text and the words of each sentence."""
    words: list[Word] = []
    text, at = "", 0
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("#"):
            text = line.partition("# text = ")[2] or text
            continue
        if not line:
            if words:
                yield text, words
            words, text, at = [], "", 0
            continue
        parts = line.split("\t")
        if not parts[0].isdigit():
            continue
        at = max(text.find(parts[1], at), at)
        words.append(Word(parts[1], parts[4], int(parts[6]), parts[7], at))
        at += len(parts[1])


def token_at(p: Parse, start: int) -> int:
    """The token that covers a character, or nowhere."""
    t = p.tokens
    found = NOWHERE
    for i in range(t.size):
        if t.start[i] > start:
            break
        found = i
    return found


def predicate(words: list[Word], n: int) -> int:
    """The word by which the verb of a predicate is found: its copula, or itself."""
    for k, word in enumerate(words):
        if word.head == n + 1 and word.relation == "cop":
            return k
    return n


def said(p: Parse, at: int) -> tuple[int, tuple[int, ...]] | None:
    """The heads of the subject and of the objects of the clause whose verb stands at a token."""
    index = p.verb_at[at]
    if index == NOWHERE:
        return None
    verb = p.verbs[index]
    clause = next((c for c in p.clauses if c.verb == index), None)
    if clause is None:
        return NOWHERE, ()
    subject = p.phrases[clause.subject].head if clause.subject != NOWHERE else NOWHERE
    assert verb.first <= at < verb.stop
    return subject, tuple(p.phrases[i].head for i in clause.objects)


def verdict(p: Parse, words: list[Word], word: Word) -> str:
    """How our subject of the predicate of a word compares with that word."""
    at, want = token_at(p, words[predicate(words, word.head - 1)].start), token_at(p, word.start)
    found = said(p, at)
    if found is None:
        return "no verb"
    if found[0] == NOWHERE:
        return "no subject"
    same = want == found[0] or p.phrase_at[want] == p.phrase_at[found[0]] != NOWHERE
    return "right" if same else "another"


def has_object(p: Parse, words: list[Word], word: Word) -> bool:
    """Whether a word is an object of the verb of which the treebank says so."""
    found = said(p, token_at(p, words[word.head - 1].start))
    index = p.phrase_at[token_at(p, word.start)]
    return found is not None and index in {p.phrase_at[head] for head in found[1]} - {NOWHERE}


def is_subject(words: list[Word], word: Word) -> bool:
    """Whether a word is a subject that is compared: no relative pronoun, nothing that there is."""
    plain = word.relation in ("nsubj", "nsubj:pass") and word.tag not in ("WDT", "WP")
    return plain and not any(one.head == word.head and one.tag == "EX" for one in words)


def measure(paths: list[Path], faults: int) -> None:
    """Print the shares, and the sentences of so many faults."""
    counts: Counter[str] = Counter()
    shown = 0
    for text, words in (sentence for path in paths for sentence in sentences(path)):
        p = parse(text)
        for word in (one for one in words if is_subject(words, one)):
            told = verdict(p, words, word)
            counts[told] += 1
            if told != "right" and shown < faults:
                shown += 1
                print(f"[{told}] {word.form} <- {words[word.head - 1].form} | {text}")
        objects = [w for w in words if w.relation == "obj" and w.tag not in ("WDT", "WP")]
        counts["objects"] += len(objects)
        counts["objects right"] += sum(has_object(p, words, word) for word in objects)
    subjects = sum(counts[one] for one in ("right", "another", "no subject", "no verb"))
    print(f"subjects right {counts['right'] / subjects:.3f} of {subjects}")
    print(f"objects right {counts['objects right'] / counts['objects']:.3f} of {counts['objects']}")


if __name__ == "__main__":
    given = sys.argv[1:]
    most = int(given[given.index("--faults") + 1]) if "--faults" in given else 0
    measure([Path(one) for one in given if one.endswith(".conllu")], most)
