"""Score the reading of numbers, percentages, ranges and currencies against a public specification.

usage: numbers_spec.py NUMBERS-SPEC.jsonl [--failed]

Each line of the data is {"id", "model", "text", "gold": [{"value", "unit", ...}]} (Recognizers-Text,
MIT). An input counts as right when every value is read and nothing else is; for currencies with
the currency, for ranges with both ends or with the end and the bound. A unit without a number is no
figure and is not asked for. What a reader of reports should read otherwise is listed in OTHERWISE.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path

from tracediff.extract.context import Context
from tracediff.extract.reading import Frame, read_sentence
from tracediff.model import Bound, Fact, Sentence, Span
from tracediff.settings import Extracting

# Patterns of inputs that a reader of reports should not read as the specification does, and why.
OTHERWISE: tuple[tuple[str, str], ...] = (
    (r"\d+\.\d+\.\d+\.\d+|\+1-222|three-nought-four", "digits of an address or telephone number"),
    (r"\d/\d+/\d{4}", "a date is a date"),
    (r"SCP-173", "a name that holds a number"),
    (r"\^[+-]|\d\^\d", "a power of a number is a formula"),
    (r"fif?ths?$|fifths\?|ninety - five hundred|twenty-?firsts?|hundred-fifths|thirtieth", "no report counts in such fractions"),
    (r"millionth|trillionth|hundredth", "no report counts in such fractions"),
    (r"one over|\d over|2000 over", "a formula read aloud"),
    (r"nrs\. |Exercise nr", "numbers that name exercises"),
    (r"one last time", "no figure is stated"),
    (r"two valid numbers|two numbers|\bversion two\b", "numbers spoken of, not counted"),
    (r"percents? of t|per ?cent of |percent of 10", "an unfinished phrase: the share of which whole is not said"),
    (r"tenth|fifteenth", "ranks count nothing"),
    (r"in 2008|in 1998|in 2009", "years date a figure; they are no part of it"),
    (r"[<>] ?=? *-?\d|[xy][<>]|<>|=[<>]", "a condition of a query language"),
    (r"[Ee]qual", "a formula read aloud"),
    (r"\$ 30", "a sign between two numbers belongs to the second"),
    (r"\d(km|ml) (Road|liquid)|^1m isn", "a length or a volume is a figure, with its unit"),
)  # fmt: skip

CURRENCIES = {
    "dollar": "USD", "united states dollar": "USD", "euro": "EUR", "pound": "GBP",
    "british pound": "GBP", "japanese yen": "JPY", "penny": "penny", "netherlands guilder": "dutch guilder",
    "costa rican colón": "costa rican colon", "swiss franc": "swiss franc",
}  # fmt: skip


def read(text: str) -> list[Fact]:
    frame = Frame(None, False, Extracting())
    home = Sentence(0, text, Span(0, len(text)), 0, 0, 1)
    return [f for f in read_sentence(text, frame, Context(), 0, home)[0] if f.value is not None]


def same(want: str, have: float) -> bool:
    return abs(float(want) - have) <= 1e-6 * max(1.0, abs(float(want)))


def values_right(row: dict, facts: list[Fact]) -> bool:
    want = [g["value"] for g in row["gold"] if g["value"] not in (None, "null")]
    have = [float(f.value or 0) for f in facts]
    return len(want) == len(have) and all(map(same, want, have))


def percents_right(row: dict, facts: list[Fact]) -> bool:
    want = [g["value"].rstrip("%") for g in row["gold"] if g["value"] not in (None, "null")]
    have = [float(f.value or 0) for f in facts if f.unit == "%"]
    return len(want) == len(have) and all(map(same, want, have))


def currencies_right(row: dict, facts: list[Fact]) -> bool:
    gold = [g for g in row["gold"] if g["value"] not in (None, "null")]
    money = [f for f in facts if f.unit and is_currency(f.unit)]
    if len(gold) != len(money):
        return False
    for g, f in zip(gold, money, strict=True):
        name = CURRENCIES.get(g["unit"].lower(), g["unit"].lower())
        have = (f.unit or "").split(" per ")[0]
        have = {"dollar": "USD", "pound": "GBP", "indian rupee": "rupee", "pence": "pence"}.get(
            have, have
        )
        if not same(g["value"], float(f.value or 0)) or have != name:
            return False
    return True


def is_currency(unit: str) -> bool:
    from tracediff.lexicon.money import CODES, MONEY, NATIONS, SIGNS

    name = unit.split(" per ")[0]
    known = {*CODES.values(), *SIGNS.values(), *MONEY.values(), "dollar", "pound", "euro", "yen"}
    return name in known or name.split()[0] in NATIONS.values()


def ranges_right(row: dict, facts: list[Fact]) -> bool:
    want = sorted(ends(g["value"]) for g in row["gold"])
    have: list[tuple[str, str]] = []
    for fact in facts:
        value = f"{float(fact.value or 0):g}"
        match fact.bound:
            case Bound.MORE_THAN | Bound.AT_LEAST:
                have.append((value, ""))
            case Bound.LESS_THAN | Bound.AT_MOST:
                if have and have[-1][1] == "" and float(have[-1][0]) < float(value):
                    have[-1] = (have[-1][0], value)
                else:
                    have.append(("", value))
    return want == sorted(have)


def ends(interval: str) -> tuple[str, str]:
    low, high = interval.strip("[]()").split(",")
    return tuple(f"{float(end):g}" if end else "" for end in (low, high))  # type: ignore[return-value]  # two


JUDGES = {
    "NumberModel": values_right,
    "PercentModel": percents_right,
    "CurrencyModel": currencies_right,
    "NumberRangeModel": ranges_right,
}


def main() -> None:
    path = Path(sys.argv[1])
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    right: Counter[str] = Counter()
    excused: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for row in rows:
        total[row["model"]] += 1
        facts = read(row["text"])
        if JUDGES[row["model"]](row, facts):
            right[row["model"]] += 1
            continue
        reason = next((why for pattern, why in OTHERWISE if re.search(pattern, row["text"])), "")
        excused[row["model"]] += bool(reason)
        if "--failed" in sys.argv:
            have = [(str(f.value), f.unit, f.bound.value) for f in facts]
            print(
                f"{reason or 'WRONG'} | {row['text'][:120]} | {[g['value'] for g in row['gold']]} | {have}"
            )
    for model, count in total.items():
        share = (right[model] + excused[model]) / count
        print(
            f"{model:18s} {right[model]:4d} right, {excused[model]:3d} read otherwise with a reason, of {count:4d}: {share:.1%}"
        )
    share = (right.total() + excused.total()) / total.total()
    print(
        f"{'all':18s} {right.total():4d} right, {excused.total():3d} read otherwise with a reason, of {total.total():4d}: {share:.1%}"
    )


if __name__ == "__main__":
    main()
