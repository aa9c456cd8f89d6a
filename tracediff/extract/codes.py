"""The text of an edition in, the codes of currencies out that are names in it ("the PHP manual").

A code of three letters is also what a body, a programme or a language is called. Which of them a
report means is told by how it uses the letters where no small number stands beside them.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from tracediff.lexicon.money import CODES, TRADED

_DOUBTFUL: Final[tuple[str, ...]] = tuple(
    sorted(code for code in CODES if len(code) == 3 and code.isupper() and code not in TRADED)
)
_CODE: Final = f"(?P<code>{'|'.join(_DOUBTFUL)})"
_CAPITALS: Final[re.Pattern[str]] = re.compile(r"[A-Z]{3,}")
_SCALE: Final = r"(?:thousands?|millions?|billions?|trillions?|mn|bn|k|m)\b"
# "the PEN charter", "PEN International", "PEN-led", "PEN's", "COP26": a noun, or what stands
# before one, or one that is numbered
_NAMED: Final[re.Pattern[str]] = re.compile(
    rf"\b{_CODE}(?:['’]s\b|-[A-Za-z]{{2}}| [A-Z][a-z]{{2}}|\d{{1,2}}(?!\d|[.,]\d|[ -]?{_SCALE}))"
    rf"|\b(?:[Tt]he|[Aa]n?) {_CODE.replace('code', 'said')} (?!{_SCALE})[a-z]{{3}}"
)
# "PEN 1,200", "PEN 3 million", "450 PEN", "(PEN)", "PEN million": amounts, or the unit of some
_PAID: Final[re.Pattern[str]] = re.compile(
    rf"\b{_CODE} ?(?:\d{{1,3}}(?:,\d{{3}}|[.\d]{{0,6}} {_SCALE}|\.\d\d\b)|\d{{3}}|{_SCALE})"
    rf"|(?<=[\d)] ){_CODE.replace('code', 'behind')}\b(?! [a-z]{{3,30}}s\b)"
    rf"|\((?:in )?{_CODE.replace('code', 'alone')}(?:\)| {_SCALE})"
)


def names(text: str) -> frozenset[str]:
    """The codes that a text uses as names more often than for amounts.

    >>> sorted(names("The PHP Guild met. PHP 8.4 is out.")), sorted(names("It paid PHP 1,200."))
    (['PHP'], [])
    """
    if not any(code in run for run in {*_CAPITALS.findall(text)} for code in _DOUBTFUL):
        return frozenset()
    named = _counted(_NAMED, text)
    if not named:
        return frozenset()
    paid = _counted(_PAID, text)
    return frozenset(code for code, times in named.items() if times > paid[code])


def _counted(pattern: re.Pattern[str], text: str) -> Counter[str]:
    return Counter(match[match.lastgroup or 0] for match in pattern.finditer(text))
