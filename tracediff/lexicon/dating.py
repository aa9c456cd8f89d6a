"""Words that tell what a year in a text is the year of, and which line is a title, as data."""

from __future__ import annotations

import re
from typing import Final

# Nouns that name a document, a law, a body or an event together with a year: "the 2018-2022 plan",
# "Safety Act 2015", "the 2024 survey". The year is part of a name and dates no figure.
_NAMED: Final = (
    "act|acts|accord|agenda|agreement|amendment|assessment|award|awards|bill|budget|census|charter|code|"
    "compact|conference|constitution|convention|declaration|decree|decision|directive|edition|"
    "election|elections|framework|goals|guidance|guidelines|initiative|law|laws|legislation|manual|mandate|"
    "manifesto|notice|olympics|order|ordinance|plan|plans|policy|programme|program|project|"
    "proposal|protocol|questionnaire|recommendation|recommendations|reform|regulation|"
    "regulations|report|reports|resolution|review|roadmap|rules|scheme|standard|standards|"
    "statement|statute|statutes|strategy|study|submission|summit|survey|surveys|target|targets|"
    "treaty|update|vision|white paper|world cup"
)
YEAR_OF_A_NAME: Final = re.compile(
    rf"['’]?s?\s+(?:[A-Za-z&]+[ -]){{0,4}}?(?:{_NAMED})\b", re.IGNORECASE
)
NAME_OF_A_YEAR: Final = re.compile(
    rf"\b(?:{_NAMED})(?:,?\s+(?:of|from|for|no\.?|cap\.?))?[\s,(]*\Z", re.IGNORECASE
)

# A year behind the name or the number of a law, or before its noun, is part of what it is called:
# "Act 41 of 2017", "Resolution 1325 (2000)", "the 1951 Convention", "Regulation (EU) 2019/631".
_ENACTED: Final = (
    "Accord|Act|Agreement|Amendment|Bill|Charter|Code|Constitution|Convention|Covenant|Declaration"
    "|Decree|Decision|Directive|Instrument|Law|Order|Ordinance|Proclamation|Protocol|Regulation"
    "|Resolution|Rule|Standard|Statute|Treaty"
)
OF_A_LAW: Final = re.compile(
    rf"\b(?:(?:{_ENACTED})s?(?:\s\([A-Z]{{2,6}}\))?|(?:{_ENACTED.lower()})s?(?=\s\(?(?:[Nn][or]|\d)))"
    r"(?:\s\(?(?:[Nn][or]s?\.?\s?)?\d[\d./-]{0,12}\)?)?,?(?:\s(?:of|dated))?\s?\(?\Z",
)
TITLES_A_LAW: Final = re.compile(
    rf"\s(?:[A-Z][\w’'&-]{{0,24}}\s(?:(?:of|and|on|for|to)\s)?){{0,4}}(?:{_ENACTED})s?\b|\s[Nn]o\.\s?\d"
)

# What opens the far side of a comparison.
COMPARES: Final = re.compile(
    r"\b(?:compar(?:ed|ison|ing|able)|than|versus|vs|against|relative to|as opposed to|unlike"
    r"|(?:up|down|changed?|rose|risen|rise|fell|fallen|fall|increased?|decreased?|declined?|drop(?:ped)?"
    r"|grew|growth|reduced|reduction|improve(?:d|ment)|on)\s+(?:[\w.,%]+\s+){0,2}?from"
    r"|from (?:just |only |about )?[$€£]?\d[\d.,]*)\b",
    re.IGNORECASE,
)

# What is given for a period: "data for 2021".
DATA: Final = frozenset("data figures statistics results numbers information findings".split())

# What was founded, signed or published in a year says nothing of the figures beside it.
HAPPENED_ONCE: Final = frozenset(
    "adopted agreed appointed approved born built commenced copyright created effective elected"
    " enacted established force formed founded inaugurated incorporated introduced issued joined"
    " launched merged opened passed printed promulgated published ratified released revised signed"
    " started updated ©".split()
)

# Where one of these stands, the year beside it is still to come.
STILL_TO_COME: Final = (
    " will ", " shall ", "expects", "expected", "forecast", "projected", "projection", "planned",
    "plan to", "plans to", "aim to", "aims to", "aiming", "intend", "scheduled", "outlook",
    "budget", "proposed", "upcoming", "forthcoming", " coming ", "commit to", "committed to",
)  # fmt: skip

# Before one of these a year is the end or the beginning of something longer.
AROUND_A_YEAR: Final = frozenset(
    "by to through until till since before after following beyond from".split()
)

# Words between a preposition and the year that it governs: "by the end of", "in late".
WITHIN_A_YEAR: Final = frozenset(
    "the end start beginning close of early late mid mid- calendar fiscal financial full"
    " year".split()
)

# With one of these before it a year dates what is said.
IN_A_YEAR: Final = frozenset("in during for throughout over of at as and year".split())

# Words that may follow a year; before any other one the year belongs to it: "the 2019 operation".
BEHIND_A_YEAR: Final = frozenset(
    "the and or to in of for was were is are has had have with while but by at on as because when"
    " where which who that there we it its this from due after than compared per no an a alone"
    " against versus did does do showed show".split()
)

# A document or its writer speaks of itself: in the first person,
IN_THE_FIRST_PERSON: Final = re.compile(r"\b(?:this|our|we|present|us)\b", re.IGNORECASE)

# or by what it is, though others may be of that kind: "the bank".
SPEAKS_OF_ITSELF: Final = re.compile(
    r"\bthe (?:annual |following |above )?(?:report|statement|review"
    r"|accounts?|company|group|trust|foundation|board|directors|society|charity|agency|authority"
    r"|council|commission|bank|university|fund|office|registrant)\b|^(?:annual|quarterly|half-year"
    r"|interim|transition)\b|\bfor the (?:fiscal|financial|quarterly|transition)\b",
    re.IGNORECASE,
)

# What leads up to the stretch of time that a document is about.
DECLARES: Final = re.compile(
    r"\b(?:(?:report(?:ing)?|review|statement|financial|fiscal|accounting|business|operating|data)"
    r"\s+(?:year|period)s?|(?:period|year) (?:under|of|in) (?:review|report|question)"
    r"|cover(?:s|ed|ing)?|relat(?:es|ing) to|for the (?:period|year|half|months?)|in respect of"
    r"|figures (?:are )?for|data (?:are |is )?(?:for|from)|reports? on)\b",
    re.IGNORECASE,
)

# Nouns of which one at least stands in most titles of reports.
TITLE_WORDS: Final = re.compile(
    r"\b(?:accounts?|analysis|annual|assessment|audit|bulletin|census|digest|disclosure|estimates"
    r"|evaluation|findings|form \d+-\w+|indicators?|index|monitor|outlook|overview of|performance"
    r"|policy|profile|progress|report|reports|results|return|review|scorecard|statements?"
    r"|statistics|statistical|status|summary of|survey|trends|update|yearbook)\b",
    re.IGNORECASE,
)

# Lines that open a page or a part of a report and are no title of it.
NO_TITLE: Final = re.compile(
    r"(?:the )?(?:executive summary(?: title)?|(?:table of )?contents|introduction|foreword|preface"
    r"|summary|overview|background|abstract|acknowledge?ments?|about(?: us| this \w+)?|featured"
    r"|home|(?:main )?menu|toggle navigation|navigation|skip to (?:main )?content|search|share"
    r"|print|download(?: pdf)?|(?:read|learn) more|log ?in|sign (?:in|up)|subscribe|contact(?: us)?"
    r"|news|blog|press|back(?: to top)?|page|disclaimer|legal notices?|copyright|cookies?"
    r"|(?:key |main )?(?:findings|highlights|facts|messages|points)|glossary|notes?|draft|untitled"
    r"|none|document\d*|hello\b.*|welcome\b.*|our policies|browse by \w+|\d+ \w+"
    r"|(?:part|section|chapter|annex|appendix|figure|table|page|volume|item)\s+[\dIVXA-Z]+\b.*)\W*",
    re.IGNORECASE,
)
