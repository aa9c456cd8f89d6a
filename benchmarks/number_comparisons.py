"""Judge "more than N" claims against two versions of a sentence, on the figures read alone.

usage: number_comparisons.py NUMBER-COMPARISONS.jsonl [--failed]

Each line of the data is {"id": "<case>-before|after", "text", "claim", "op" (> or <), "value", "scale",
"noun", "label", "label_other", "numeric_change"} (VitaminC, CC BY-SA). A case flips where one version
supports the claim and the other refutes it; it counts as right when both versions are judged right.
The judge takes, of the figures of the text, the one that fits the noun, unit and size of the claim.
"""

from __future__ import annotations

import json
import math
import re
import sys
from decimal import Decimal
from pathlib import Path

from tracediff import extract_facts
from tracediff.model import Bound, Fact
from tracediff.text.words import stem

ALIKE = {"totaling": "total", "worldwide": "worldwide", "globally": "worldwide", "overall": "total"}


def judge(row: dict) -> str:
    """SUPPORTS, REFUTES or NOT ENOUGH INFO."""
    claim = claimed_fact(row)
    limit = claim.value if claim is not None and claim.value is not None else scaled(row)
    facts = [f for f in extract_facts(row["text"]) if f.value is not None]
    fact = max(facts, key=lambda f: fit(f, row, claim, limit), default=None)
    if fact is None or fact.value is None:
        return "NOT ENOUGH INFO"
    value, more = fact.value, row["op"] == ">"
    if fact.bound in (Bound.MORE_THAN, Bound.AT_LEAST) and value >= limit:
        return "SUPPORTS" if more else "REFUTES"
    if fact.bound in (Bound.LESS_THAN, Bound.AT_MOST) and value <= limit:
        return "REFUTES" if more else "SUPPORTS"
    return "SUPPORTS" if (value > limit if more else value < limit) else "REFUTES"


def scaled(row: dict) -> Decimal:
    scales = {"hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9}
    return Decimal(str(row["value"])) * scales.get(row["scale"] or "", 1)


def claimed_fact(row: dict) -> Fact | None:
    """The figure of the claim that carries the limit."""
    plain = Decimal(str(row["value"]))
    for fact in extract_facts(row["claim"]):
        if fact.value is None or not plain:
            continue
        times = fact.value / plain
        if times in (1, 100, 1000, 10**5, 10**6, 10**7, 10**9, 10**12) and fact.value >= scaled(
            row
        ):
            return fact
    return None


def fit(fact: Fact, row: dict, claim: Fact | None, limit: Decimal) -> float:
    """How well a figure answers to the claim: its noun, its unit, its words, its size."""
    noun = stem(row["noun"] or "")
    counted, around = words(fact.counted or ""), words(fact.measure)
    wanted = words(claim.counted or "") | {noun} if claim else {noun}
    near = words(claim.measure) if claim else set()
    far = words(row["claim"])
    unit = claim.unit if claim else None
    percent = fact.unit == "%"
    score = 3.0 * bool(wanted & counted) + 1.0 * bool(wanted & around)
    score += 2.5 * (unit is not None and fact.unit == unit)
    score -= (
        3.0
        * (percent != (unit == "%"))
        * (0.3 if fact.value and fact.value <= 100 and not percent else 1)
    )
    score += (
        min(4, len(near & (around | counted))) * 0.6 + min(4, len(far & (around | counted))) * 0.3
    )
    if fact.value and fact.value > 0 and limit > 0:
        score -= 1.5 * abs(math.log10(float(fact.value) / float(limit)))
    return score


def words(text: str) -> set[str]:
    found = (ALIKE.get(w.lower(), w) for w in re.findall(r"[^\W\d_]{3,}", text))
    return {stem(w) for w in found}


def main() -> None:
    path = Path(sys.argv[1])
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    cases: dict[str, list[dict]] = {}
    for row in rows:
        cases.setdefault(row["id"].rsplit("-", 1)[0], []).append(row)
    flipping = [
        pair
        for pair in cases.values()
        if len(pair) == 2 and {pair[0]["label"], pair[1]["label"]} == {"SUPPORTS", "REFUTES"}
    ]
    right = 0
    for pair in flipping:
        verdicts = [judge(row) for row in pair]
        good = all(verdict == row["label"] for verdict, row in zip(verdicts, pair, strict=True))
        right += good
        if not good and "--failed" in sys.argv:
            for row, verdict in zip(pair, verdicts, strict=True):
                print(
                    f"{verdict:9s} for {row['label']:9s} {row['claim'][:120]} | {row['text'][:220]}"
                )
    print(
        f"both versions right: {right} of {len(flipping)} flipping cases: {right / len(flipping):.1%}"
    )


if __name__ == "__main__":
    main()
