"""How much a check says of drafts that are real later editions: a rate for each pair.

    python benchmarks/rates.py OLD NEW [OLD NEW ...]

Prints errors, warnings and notes, each also for a thousand changed words: the words of sentences of
the new edition that are not word for word in the old one, and of old ones that have no counterpart.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from tracediff import compare
from tracediff.model import LinkKind, Report


def main(files: list[str]) -> None:
    print("| draft | changed words | errors | warnings | notes | errors per 1,000 | warnings |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    for old, new in zip(files[::2], files[1::2], strict=True):
        report = compare(old, new)
        words = changed_words(report)
        error, warning, note = report.severities.values()
        per = max(words, 1) / 1000
        print(
            f"| {Path(new).parent.name} | {words:,} | {error} | {warning} | {note} |"
            f" {error / per:.1f} | {warning / per:.1f} |"
        )
        by_rule = Counter((f.severity.value, f.rule.id) for f in report.findings)
        told = (f"{s[0]} {r} {n}" for (s, r), n in sorted(by_rule.items()) if s != "note")
        print(f"  {', '.join(told)}", file=sys.stderr)


def changed_words(report: Report) -> int:
    new = [i for link in report.links if link.kind is not LinkKind.KEPT for i in link.new]
    gone = [i for link in report.links if link.kind is LinkKind.REMOVED for i in link.old]
    texts = [report.new.sentences[i].text for i in new]
    texts += [report.old.sentences[i].text for i in gone]
    return sum(len(text.split()) for text in texts)


if __name__ == "__main__":
    main(sys.argv[1:])
