"""How a stretch of time looks in a text: one pattern for each kind of mention, tried in order.

Every repetition is bounded, and no two alternatives of one group can match the same text at length.
"""

from __future__ import annotations

import re
from typing import Final

from tracediff.lexicon.calendar import MONTHS
from tracediff.lexicon.syntax import COMPARISONS

# a year before 1900 stands behind a word that a time follows: "about 1840 lamps" is a count
_BEFORE_1900 = "|".join(
    rf"(?<=\b{word} )"
    for word in (
        *"in In by By of to and year since Since until through".split(),
        *(name.capitalize() for name in MONTHS),
    )
)
_YEAR = (
    rf"(?:(?:19|20)\d\d|(?=1[6-8])(?:{_BEFORE_1900}|(?<=[,\d] ))"
    r"1[6-8]\d\d(?! (?!was\b|has\b|is\b)[a-z]+s\b))"
    r"(?![\d%]|,\d|\.\d(?!\d{0,2}\s*\Z)|-year)"  # "in 2019.34" ends with a note
)
_FOUR = r"(?:19|20)\d\d"
_MONTH = (
    r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?![^\W\d_])|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_DAY = r"[0-3]?\d(?:st|nd|rd|th)?\b(?![,.]\d)"
_COUNT = (
    r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty"
    r"|few|several|couple of)"
)
# a plain word, and no small one: "last spring 41 women came", not "in Fall 24 and in Spring 25"
_NOUN_BEHIND = (
    r" (?!(?:and|or|to|was|were|is|are|had|has|the|a|in|of|at|with|by|than|for|as|from|but|it|they"
    r"|we)\b)"
    r"[a-z]+\b"
)
_RANK = r"(?:first|second|third|fourth|final|last|1st|2nd|3rd|4th)"
_OWN = (
    r"(?:calendar |current |fiscal |financial |reporting |school |academic |budget ){0,2}"
    r"(?:year|reporting period)"
    r"(?: under review)?"
)
_NOT_OF_A_YEAR = rf"(?! of (?:the )?(?:{_OWN}|(?:year )?{_YEAR}))"  # "the last quarter of 2019"
_POINT = rf"(?:(?:{_DAY} )?{_MONTH}(?: {_DAY})?(?:,? {_YEAR})?|(?:mid|early|late)?-?{_YEAR})"

PATTERNS: Final[tuple[tuple[str, str], ...]] = (
    ("numeric", r"(?<![\d/.-])(?:\d{1,2}[/.]\d{1,2}[/.]\d{4}|\d{4}-\d{2}-\d{2})(?![\d/]|-\d|\.\d)"),
    ("week", rf"\b(?P<week_year>{_FOUR})-?W(?P<week>[0-5]\d)(?:-?[1-7])?\b"),  # ISO 8601
    (
        "open",
        rf"(?:\b(?:[Ff]rom|[Ss]ince) )?(?P<open>{_POINT})"
        r"(?: ?[–—-] ?(?:present|now|today|date|ongoing)(?: day)?(?![\w-])"
        r"| (?:to|through|until|till) (?:the )?(?:present|now|today|date)(?: day)?"
        r"(?= ?[(),.;:]| ?\Z))",  # no verb: "in 2019 to present its results"
    ),
    (
        "same",
        r"(?:the )?(?:same|corresponding|comparable|equivalent) "
        r"(?:period|time|months?|[Qq]uarters?|half|stretch)(?: period)?"
        rf"(?:(?: in| of| during| for)? (?P<same_year>{_YEAR})(?:[/–-](?P<same_to>\d\d)\b)?"
        r"|(?: in| of| during)?(?: the)? (?P<same_last>(?:last|previous|prior|preceding) year"
        r"|year before)|,? (?P<same_ago>a year (?:ago|earlier|before)|one year earlier))?",
    ),
    (
        "fiscal",
        r"(?:\b(?:[Ff]iscal|[Ff]inancial|[Ss]chool|[Aa]cademic|[Bb]udget)(?: [Yy]ears?)?"
        r"(?: \(FY\))?,? |\b(?:[FA]Y|F\.Y\.) ?)"
        rf"(?:(?P<fiscal>{_YEAR})(?:[/–-](?P<fiscal_to>\d{{4}}|\d{{2}})\b"
        r"| [–-] (?P<fiscal_to4>\d{4})\b)?"
        r"|(?P<fiscal_two>\d\d)[/–-](?P<fiscal_two_to>\d\d)\b(?![.,]\d| ?%)"
        # no year: "this school year, 95.11 percent", "this budget year 12 schools"
        r"|(?<!, )(?P<fiscal_short>\d\d)\b(?![.,]\d| ?%| per ?cent|(?<=year \d\d) [a-z]+s\b))"
        r"(?:(?: ?[–—-] ?| (?:to|through|until) )FY ?(?P<fiscal_until>\d{4}|\d\d)\b)?"
        rf"|(?P<fiscal3>{_YEAR})[/–-](?P<fiscal3_to>\d{{4}}|\d{{2}}) "
        r"(?:school|academic|fiscal|financial|budget|reporting|accounting|tax|season)",
    ),
    (
        "range",
        rf"(?:\b(?:[Ff]rom|[Bb]etween) )?(?P<from>{_POINT})"
        rf"(?: ?[–—-] ?| (?:to|and|through|until|till|and ended) (?:the end of )?)(?P<to>{_POINT})"
        r"(?![/–-]\d)",  # "2021 and 2023-2024"
    ),
    (
        "part",
        rf"(?P<rank>{_RANK})[ -](?:(?P<count>{_COUNT})[ -](?P<unit>months?|quarters?|weeks?|days)"
        r"|(?P<part>half|semester|trimester|quarter))"
        rf"(?:(?: of| in)(?: the)?(?: calendar| fiscal| financial)?(?: year)?"
        rf"(?: (?P<part_year>{_YEAR})| (?P<part_own>{_OWN})"
        r"| (?P<part_last>(?:previous|last) year))?)?",
    ),
    (
        "rolling",
        r"(?:the )?(?:(?:last|past|previous|preceding) )?"
        r"(?:(?P<roll>\d{1,2}|(?i:two|three|four|six|nine|twelve)) months"
        r"|(?P<roll_years>[2-5]|(?i:two|three|four|five)) years"
        r"|(?:(?:[Ff]iscal|[Ff]inancial|accounting|reporting|business) )?\b[Yy]ears?)"
        r" (?:to|ending|ended|through|until)(?: on)?(?: the end of)?"
        rf" (?P<roll_to>(?:{_DAY} )?{_MONTH}(?: {_DAY})?(?:,? {_YEAR})?)",
    ),
    (
        "code",
        rf"\b(?P<half>[HQ][1-4])[ -]?(?P<half_year>{_YEAR})"
        rf"|(?P<year_half>{_YEAR})[ -]?(?P<half2>[HQ][1-4])\b",
    ),
    (
        "own",
        rf"\b(?:the |this ){_OWN}\b(?!s| before\b| (?:19|20)\d\d| \d\d[/–-]\d\d\b)|\bthis year\b"
        r"|\bthe period under review\b"
        r"|(?:(?<=[Ii]n )|(?<=[Oo]ver )|(?<=[Dd]uring )|(?<=[Ww]ithin ))the last year\b"
        r"|\byear[- ]to[- ]date\b",
    ),
    (
        "previous",
        r"\b(?:[Tt]he |that of the )?(?:[Pp]revious|prior|preceding|[Ll]ast)"
        r"(?: calendar| fiscal| reporting| financial| school| academic| budget)*"
        r" (?:year|reporting period|period)\b(?:’s|'s)?"
        r"|\b[Tt]he year before(?! last)|\b(?:[Aa]|[Oo]ne) year (?:earlier|ago|before)\b"
        r"|\b(?:[Tt]welve|12) months (?:earlier|ago|before)\b"
        r"|\byear[- ]over[- ]year\b",
    ),
    (
        "ago",
        r"\b(?P<ago>[2-9]|[12]\d|(?i:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
        r"|fifteen|eighteen|twenty)) years (?P<ago_how>ago|earlier)\b",
    ),
    (
        "turn",
        r"\b(?:the |that of the )?(?:prior|previous|preceding) (?P<turn>quarter|month)\b"
        r"(?!s| of)|\bsequentially\b|\bquarter[- ]over[- ]quarter\b|\bmonth[- ]over[- ]month\b",
    ),
    (
        "past",
        rf"\b(?:the )?(?:last|past|previous|preceding|trailing) (?P<past>{_COUNT})"
        rf" (?P<past_unit>years|months{_NOT_OF_A_YEAR}|decades|weeks|days)"
        r"|\b(?:the )?(?:last|past|previous) (?P<past_one>decade|century|month|week|quarter)\b"
        rf"{_NOT_OF_A_YEAR}",
    ),
    (
        "pair",
        rf"\b(?P<pair>{_YEAR})(?P<pair_sep>[–/-])(?P<pair_to>\d{{4}}|\d{{2}})\b(?!-)"
        rf"(?:(?: ?— ?| (?:to|through|until) ){_YEAR}[–/-](?P<pair_until>\d{{4}}|\d{{2}})\b(?!-))?",
    ),
    (
        "date",
        rf"\b(?:(?:{_DAY} ?(?:to|and|until|–|-) ?)?(?P<day1>{_DAY}) )?"
        rf"(?P<month>{_MONTH})(?: (?P<day2>{_DAY})(?:[–-]{_DAY})?)?"
        rf"(?:,? (?:of )?(?P<month_year>{_YEAR}))?",
    ),
    (
        "season",
        r"\b(?:(?P<season>Spring|Summer|Autumn|Fall|Winter)(?: (?:[Ss]emester|[Tt]erm|[Qq]uarter))?"
        r"|(?P<season_low>spring|summer|autumn|winter|fall(?= \d)"
        r"|(?:(?<=\bin )|(?<=\bthe ))fall))"
        rf"(?:,? (?:of )?(?P<season_year>{_YEAR})(?:[/–-](?:\d\d|\d{{4}})\b)?"
        rf"| [’']?(?P<season_short>\d\d)\b(?![.,]\d| ?%|{_NOUN_BEHIND}|[/–-]\d))",
    ),
    ("decade", r"\b(?P<decade>(?:1[6-9]|20)\d0)[’']?s\b"),
    (
        "year",
        rf"(?<![\w$€£.,/–-])(?P<part_of_year>(?:mid|early|late|end|year-end|start)-)?(?P<year>{_YEAR})"
        r"(?![/\w-]|’s?\b\w)",
    ),
)  # fmt: skip
# No mention opens inside a word, nor with other letters than these: looking at that first saves
# trying every pattern at every letter.
OPENING: Final = (
    r"(?<![^\W_])(?=[\d-]|[tT][ehw]|s[aecitpu]|S[cepiu]|co|qua|mo|[eE][iqanl]|[fF][ri]|[fF]o|fa|F[Yea.]|[nN]i|[bB][eu]|mi|[lL]a|p[ra]"
    r"|Pr|[aA][c ]|[aA]u|A[pY]|[oO]n|Oc|[yY]e|[HQ]\d|J[au]|Ma|No|De|[wW]i)"
)
MENTION: Final[re.Pattern[str]] = re.compile(
    OPENING + "(?:" + "|".join(f"(?P<k_{n}>{p})" for n, p in PATTERNS) + ")"
)
# A text without any of these mentions no time: looking for them is quicker than for the pattern.
HINTS: Final[tuple[str, ...]] = (
    *"16 17 18 19 20 / Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(),
    *"ear period same ast month half quarter sequentially FY F.Y. AY".split(),
    *"Fall Spring Summer Winter Autumn".split(),
)
MAYBE: Final[re.Pattern[str]] = re.compile(
    rf"(?:1[6-9]|20)\d\d|\d/\d|{_MONTH}|\b(?:[Yy]ear|period|same|past|[Ll]ast|months?|half|quarter"
    r"|years (?:ago|earlier)|sequentially)\b|\b(?:[FA]Y|F\.Y\.)"
    r"|\b(?:Spring|Summer|Autumn|Fall|Winter) [’']?\d"
)

SINCE = re.compile(
    r"\bsince(?: at least| the start of| the| early| late| mid-?"
    r"| (?:its|their|his|her|the) [a-z]{3,16} in(?: early| late| mid-?)?)? ?$",
    re.I,
)
UNTIL = re.compile(
    r"(?<!from )\b(?:through|until|till|up to)(?: the end of| early| late| mid-?)? ?$", re.I
)
AS_OF = re.compile(
    r"\b(?:as of|as at|by the end of|at the end of|by)(?: the end of| early| late| mid-?)? ?$", re.I
)
# "at December 31 the balance was 9 crowns": what stands "at" a day was there on it
AT = re.compile(r"(?:\A|[\s(,])at ?$", re.I)
BASE = re.compile(
    r"(?:" + "|".join(COMPARISONS) + r"|\bcompared|\bthan|\bagainst|\bover|\bfrom|\bas(?= in\b)"
    r"|\bas (?:many|much|high|large|often) as|\bthe same as|(?:^|[,;(] ?|\bjust |\bmuch )like"
    r"|\bas(?= with (?:the )?\Z)|(?:%|\d [a-z]{1,12}) (?:below|above|under))"
    r"(?: (?:in|during|the|our|its|their|those|that|for|of|with|to|at|at the|figures|levels"
    r"|all of)){0,3} ?$",
    re.I,
)
# what "on" or "since" compares with a whole year: "a 12% reduction on 2021", "a rise since 2019"
ON_BASE = re.compile(
    r"(?:%|\b(?:increase|rise|growth|gain|improvement|reduction|decrease|decline|fall|drop|cut"
    r"|points?|per ?cent|up|down)(?: of [\d.,]{1,9} ?(?:%|per ?cent)?)?) (?:on|since) ?$",
    re.I,
)
CHANGE = re.compile(
    r"\b(?:increas\w{0,4}|decreas\w{0,4}|declin\w{0,3}|rise|rose|fall|fell|drop\w{0,4}|grew|growth|up|"
    r"down|reduc\w{0,5}|gr[eo]w\w{0,3}|cut|cuts|cutting)\b",
    re.I,
)
ADJECTIVE = re.compile(
    r" (?!(?:and|or|to|with|but|by|in|for|the|as|while|was|were|of|from|on|at|that|which|who|"
    r"included|after|through|until|when|due|because|according|compared|is|had|has)\b)[a-z]{3}"
)
PLACING = re.compile(r"\b(?:in|since|by|until|during|from|through|to|between) $", re.I)
MAY_AFTER = re.compile(
    r"\b(?:in|of|on|since|by|until|from|to|between|and|during|early|late|this|last|a|mid|through"
    r"|for|the)[ -]$",
    re.I,
)
