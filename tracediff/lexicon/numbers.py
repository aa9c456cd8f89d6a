"""Number words, as data: values, scales, fractions and the letters that abbreviate scales.

Source: the number words of English as reports and news use them, with the South Asian lakh and
crore. Words that stand for no certain number (several, dozens, many) are left out on purpose.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

# Words below a hundred; they may follow a ten ("twenty-two") or stand alone.
UNITS: Final[dict[str, int]] = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
} | {"nought": 0, "naught": 0, "nil": 0}

TENS: Final[dict[str, int]] = {
    word: 10 * value
    for value, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}

# Words that multiply what stands before them.
SCALES: Final[dict[str, int]] = {
    "hundred": 100,
    "thousand": 1_000,
    "lakh": 100_000,
    "lakhs": 100_000,
    "million": 10**6,
    "mil": 10**6,
    "mln": 10**6,
    "crore": 10**7,
    "crores": 10**7,
    "billion": 10**9,
    "bln": 10**9,
    "trillion": 10**12,
    "tln": 10**12,
    "dozen": 12,
}

# The same with an ending that only follows a number ("3 dozens", "five hundreds").
PLURAL_SCALES: Final[dict[str, int]] = {
    "dozens": 12,
    "dozs": 12,
    "dzs": 12,
    "doz": 12,
    "hundreds": 100,
    "thousands": 1_000,
    "millions": 10**6,
    "billions": 10**9,
    "trillions": 10**12,
}

# Letters set directly behind digits, or a space behind an amount of money. "m" means million only
# beside a currency: elsewhere it is a metre, so it stands in MONEY_SUFFIXES alone.
SUFFIXES: Final[dict[str, int]] = {
    "k": 1_000,
    "K": 1_000,
    "M": 10**6,
    "MM": 10**6,
    "mn": 10**6,
    "mil": 10**6,
    "B": 10**9,
    "b": 10**9,
    "bn": 10**9,
    "G": 10**9,
    "T": 10**12,
    "tn": 10**12,
    "trn": 10**12,
}
MONEY_SUFFIXES: Final[dict[str, int]] = SUFFIXES | {"m": 10**6, "t": 10**12}

# Denominators: "two thirds", "one-fifth". "second" is left out: it is a rank or a unit of time.
DENOMINATORS: Final[dict[str, int]] = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
    "thirteenth": 13,
    "fourteenth": 14,
    "fifteenth": 15,
    "sixteenth": 16,
    "seventeenth": 17,
    "eighteenth": 18,
    "nineteenth": 19,
    "twentieth": 20,
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "sixtieth": 60,
    "seventieth": 70,
    "eightieth": 80,
    "ninetieth": 90,
    "hundredth": 100,
    "thousandth": 1_000,
    "millionth": 10**6,
    "billionth": 10**9,
    "trillionth": 10**12,
}

# Single characters that are a fraction.
VULGAR: Final[dict[str, Decimal]] = {
    "½": Decimal(1) / 2,
    "⅓": Decimal(1) / 3,
    "⅔": Decimal(2) / 3,
    "¼": Decimal(1) / 4,
    "¾": Decimal(3) / 4,
    "⅕": Decimal(1) / 5,
    "⅖": Decimal(2) / 5,
    "⅗": Decimal(3) / 5,
    "⅘": Decimal(4) / 5,
    "⅙": Decimal(1) / 6,
    "⅚": Decimal(5) / 6,
    "⅛": Decimal(1) / 8,
    "⅜": Decimal(3) / 8,
    "⅝": Decimal(5) / 8,
    "⅞": Decimal(7) / 8,
}
