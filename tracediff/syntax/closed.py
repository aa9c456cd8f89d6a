"""Tokens that have one tag whatever surrounds them: marks, numbers, closed classes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_QUOTES: Final = str.maketrans({"’": "'", "‘": "'", "‑": "-", "“": '"', "”": '"'})
LONGEST: Final = 40  # characters of a token that are looked at; no English word is longer

_FIXED: Final[Mapping[str, str]] = {
    **dict.fromkeys(".!?", "."),
    **dict.fromkeys(":;–—…|•·*", ":"),
    **dict.fromkeys("([{", "-LRB-"),
    **dict.fromkeys(")]}", "-RRB-"),
    **dict.fromkeys("$£€¥₹₱₵₦", "$"),
    **dict.fromkeys('"“”„«»', "''"),
    "‘": "``",
    **dict.fromkeys("-‑", "HYPH"),
    **dict.fromkeys("%‰", "NN"),
    **dict.fromkeys("+=/<>~^_\\#@§°&©®™±×", "SYM"),
    ",": ",",
    "&": "CC",
    **dict.fromkeys(("US", "WHO", "IT"), "NNP"),  # other words in lower case
}
_NUMBERS: Final = """two three four five six seven eight nine ten eleven twelve thirteen fourteen
fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
hundred thousand million billion trillion"""

# Words with one tag in running text. Words that have two ("that", "to", "her", "as") are missing on
# purpose.
_WORDS: Final[Mapping[str, str]] = {
    word: tag
    for tag, words in {
        "DT": "the a an these those every each either neither no",
        "IN": """of in for with at from into during within without among amongst between against
            towards toward upon via per despite throughout onto amid although though unless
            because while if whereas whether alongside concerning regarding""",
        "CC": "and or nor",
        "MD": "would could should must shall cannot might can't won't wouldn't couldn't shouldn't "
        "mustn't",
        "PRP": "he she it they we i you him them us me himself herself itself themselves ourselves",
        "PRP$": "his its their our my your",
        "WP": "who whom",
        "WP$": "whose",
        "WDT": "which",
        "WRB": "where why how when",
        "VBZ": "is has does isn't hasn't doesn't",
        "VBD": """was were did wasn't weren't didn't hadn't fell rose grew took gave began became
            went knew saw wrote chose spoke broke drove withdrew underwent overtook undertook froze
            stole swore tore wore came fled""",
        "VBP": "are am aren't don't haven't",
        "VBN": """been taken given begun known seen written chosen spoken broken driven withdrawn
            undergone fallen risen grown shown gone done overtaken undertaken frozen stolen beaten
            sworn torn worn""",
        "VBG": "being",
        "VB": "be",
        "RB": """not also never n't furthermore moreover however therefore nevertheless nonetheless
            additionally meanwhile thus hence consequently instead similarly likewise
            respectively""",
        "NNP": """january february april june july august september october november december
            monday tuesday wednesday thursday friday saturday sunday""",
        "CD": _NUMBERS,
        "JJ": "fourth fifth sixth seventh eighth ninth tenth st nd rd th ill",
        "JJR": "fewer",
        "UH": "please yes",
    }.items()
    for word in words.split()
}
_ENDINGS: Final[Mapping[str, str]] = {
    "s": "VBZ",
    "re": "VBP",
    "m": "VBP",
    "ve": "VBP",
    "ll": "MD",
    "d": "MD",
}
_HOSTS: Final[Mapping[str, str]] = {
    **dict.fromkeys("i you he she it we they let".split(), "PRP"),
    **dict.fromkeys("who what".split(), "WP"),
    **dict.fromkeys("how where when why".split(), "WRB"),
    "there": "EX",
    "here": "RB",
    "that": "DT",
    "this": "DT",
}


def normal(word: str) -> str:
    """Fold case and typography of a token, and cut what is too long for a word."""
    cut = word[:LONGEST]
    return cut.lower() if cut.isascii() else cut.translate(_QUOTES).lower()


def direct(word: str) -> str | None:
    """The tag of a token that has the same one in every sentence, or None."""
    low = normal(word)
    return _FIXED.get(word) or _WORDS.get(low) or _number_or_mark(low) or _contraction(low)


def _number_or_mark(low: str) -> str | None:
    if low[:1].isnumeric() or (low[:1] in (".", "+", "-") and low[1:2].isdecimal()):
        return "CD"
    if low.startswith(("http://", "https://", "www.")):
        return "NNP"
    return "SYM" if len(low) == 1 and not low.isalnum() and low != "'" else None


def _contraction(low: str) -> str | None:
    host, quote, ending = low.partition("'")
    if not quote or host not in _HOSTS or ending not in _ENDINGS:
        return None
    return "VB+PRP" if host == "let" else f"{_HOSTS[host]}+{_ENDINGS[ending]}"


def acronym(word: str) -> str | None:
    """The tag of an unknown word in capitals ("NGO", "NGOs")."""
    if len(word) > 1 and word.isalpha():
        if word.isupper():
            return "NNP"
        if word[-1] == "s" and len(word) > 2 and word[:-1].isupper():
            return "NNS"
    return None
