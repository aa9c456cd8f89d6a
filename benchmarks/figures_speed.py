"""Time the reading of figures, and set it beside quantulum3 on the same sentences in one run.

usage: figures_speed.py REPORT [--sentences N]

Words a second are those of the whole report, best of five; the ratio is taken over the first N
sentences that hold a digit (quantulum3 reads some six sentences a second). quantulum3 is not a
dependency: install it beside tracediff to get the ratio.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from tracediff.extract import extract, extract_facts
from tracediff.pipeline import read


def best(run, times: int = 5) -> float:
    found = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        found.append(time.perf_counter() - start)
    return min(found)


def main() -> None:
    count = int(sys.argv[sys.argv.index("--sentences") + 1]) if "--sentences" in sys.argv else 30
    edition = read(Path(sys.argv[1]))
    words = sum(len(sentence.text.split()) for sentence in edition.sentences)
    whole = best(lambda: extract(edition))
    print(f"extract: {words} words, {words / whole:,.0f} words a second")
    texts = [s.text for s in edition.sentences if any(c.isdigit() for c in s.text)][:count]
    ours = best(lambda: [extract_facts(text) for text in texts])
    try:
        from quantulum3 import parser
    except ImportError:
        print("quantulum3 is not installed: no ratio")
        return
    parser.parse("a warm-up of 3 miles")
    theirs = best(lambda: [parser.parse(text) for text in texts], times=1)
    print(f"{len(texts)} sentences: {theirs / ours:,.0f} times as fast as quantulum3")


if __name__ == "__main__":
    main()
