"""What writers, word processors, spreadsheets and merge tools leave where text is missing."""

from __future__ import annotations

import re
from typing import Final

# Words that stand in brackets for what is still to be filled in: "[insert number]", "[date]".
_ASKED: Final = (
    r"insert|add|update|confirm|check|complete|fill|to\ (?:come|be)|placeholder|figure|number|date"
    r"|name|year|month|amount|title|company|organi[sz]ation|country|city|address|tk|tbd|tbc|tba|xx+"
    r"|\.{2,}|●|•|_{1,20}|\?{1,9}"
)

_NOT_COUNTED: Final = (
    r"century|chromosomes?|and|or|is|was|has|had|that|who|which|to|in|of|for|with|through|from|when"
    r"|if|as|at|on|by|class|series|does|says"
)

# "XX" is a Roman numeral behind a capital or before "century", a class of chromosome or size behind
# a noun: a missing figure stands before what it counts, behind a currency, or behind "was" or "by".
LEFTOVERS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    (
        "A placeholder was",
        re.compile(
            rf"""
              \b(?:TBD|TBC|TBA|TKTK|FIXME|TODO)\b
            | \[\s{{0,3}}(?i:{_ASKED})(?!\w)[^\]\n]{{0,80}}\]
            | (?<=[a-z,]\s)\[[Xx]\](?=\s[a-z%])
            | (?<![\w.])(?:\d{{1,3}},)?[Xx]{{2,6}}(?=\s{{0,2}}%|\s(?:percent|per\ cent|million
                |billion|thousand)\b)
            | (?:(?<!\w)[a-z]+\s|(?<=[$€£¥(])|(?<=\|\s)|^)(?P<mark>X{{2,6}})
                (?!\s(?:{_NOT_COUNTED})\b)
                (?=\s(?:[a-z-]+\s){{0,2}}(?:[a-z]{{2,}}s|people|children|women|men|staff)\b)
            | (?<=[$€£¥])(?:X{{1,6}}|x(?=\s[mbt][a-z]*illion\b))(?:[.,][Xx])*(?![\w$.,])(?=\s[a-z])
            | (?<=[$€£¥])X{{1,6}}(?:[.,]X+)*(?=[.,;:)](?:\s|$)|$)
            | (?<![\w.])[Xx]+[.,][Xx]+(?=\s?%|\s(?:percent|per\ cent|million|billion)\b)
            | (?:(?<=\bwas\s)|(?<=\bwere\s)|(?<=\bby\s)|(?<=\bto\s)|(?<=\bof\s))X{{2,6}}
                (?=[.,;:)]|$)
            | (?<=\|\s)X{{2,6}}(?=\s\||$)
            | (?<![\w.])(?:\d{{1,3}}|[Xx]{{1,3}})(?:,[Xx]{{3}}){{1,3}}(?!\w)
            | (?<![\w-])(?:19|20)XX(?!\w)
            | (?<![\w/])(?:DD|dd|XX|xx)[/.-](?:MM|mm|XX|xx)[/.-](?:YYYY|yyyy|YY|yy|\d{{4}})(?!\w)
            | (?<=[\w,]\s)_{{3,40}}(?=\s[a-z%])
            | (?<!\w)_{{3,40}}(?=\s(?:percent|per\ cent|million|billion)\b|\s?%)
            | \?{{3,10}}
            | (?<=[a-z$€£]\s)\?\?(?=\s[a-z%])
            | (?<=[$€£¥%])\?{{1,3}}(?=\s[a-z])
            | (?:(?<=\b[A-Z]{{3}}\s)|(?<=[a-z]\s)|^)X(?=\s?%|\s(?:percent|per\ cent|[mb]illion
                |euros?|dollars?|pounds?|people|persons|employees|cases|days|months|years)\b)
            | (?i:\blorem\ ipsum\b)
            | (?:^|(?<=[.!?:]\s))Insert\s(?:\w+\s){{0,4}}(?:chart|figures?|tables?|graph|text|photo
                |image|map|name|date|numbers?|quote|link|data)\s(?:\w+\s){{0,4}}here\b
            """,
            re.VERBOSE,
        ),
    ),
    (
        "An unfilled field of a template was",
        re.compile(
            r"(?<![\\\w}^_])\{\{[^{}\n]{1,80}\}\}|\$\{[^{}\n]{1,80}\}|\{%[^{}\n]{1,80}%\}|<%[^<>\n]{1,80}%>"
            r"|<<\s?[^\W\d]\w{0,40}(?:\s\w{1,40}){0,5}\s?>>|«[A-Z][A-Za-z]*_[A-Za-z_]{1,40}»"
            r"|%%[A-Z_]{2,40}%%|(?<!\w)\{[a-z]+(?:_[a-z]+){1,5}\}"
        ),
    ),
    (
        "An error of a spreadsheet was",
        re.compile(r"#(?:REF!|DIV/0!|VALUE!|NAME\?|NULL!|NUM!|N/A(?!\w)|SPILL!|CALC!|FIELD!)"),
    ),
    (
        "A broken reference was",
        re.compile(
            r"Error!\s(?:Reference\ssource|Bookmark|No\s|Not\s|Unknown\s|Main\s|Use\s)"
            r"[^.\n]{0,60}\.?|\bError!$|^(?:Reference source|Bookmark) not (?:found|defined)\.?"
            r"|\b(?:section|chapter|appendix|box|page|note|see)\s\?{2,3}"
            r"|\b(?:table|figure|chart|annex)\s(?:\?{1,3}|\[[?x]{1,3}\]|[#_]{1,4})(?![\w?])|\[\?{1,3}\]"
            r"|\((?:see\s)?(?:section|chapter|table|figure|chart|annex|appendix|page)\s?\)",
            re.IGNORECASE,
        ),
    ),
)
"""What the message calls a kind of leftover, and the pattern that finds it."""

# Something of this stands in every leftover, so that most sentences are passed over at once.
HINT: Final = re.compile(
    r"[\[_?{#«X]|<[<%]|%%|x[x.%]|xx|T(?:B[DCA]|KTK|ODO)|FIXME|dd[/.-]|[$€£]x|rror!|Insert"
    r"|not (?:found|defined)|(?i:lorem)|[a-z]\s?\)|DD"
)

# A character or a string of which the hint needs one: these are found far faster than a pattern is.
MARKS: Final = re.compile(r"[\[_?{#«Xx<%)]")
PARTS: Final = (
    *("TBD", "TBC", "TBA", "TKTK", "TODO", "FIXME", "DD", "dd", "rror!", "Insert"),
    *("not found", "not defined"),
)
LOREM: Final = "lorem"  # in whatever case

# Lines that a merge tool writes around what it could not join: each is written by no author. The
# line of equals signs between them is not: it underlines headings too.
CONFLICT: Final = re.compile(r"^(?:<{7}|>{7})[ \t][^\n]{1,80}$", re.MULTILINE)
