"""Closed classes that the parser goes by: what opens a clause, who says, what denies."""

from __future__ import annotations

from typing import Final

SUBORDINATORS: Final[frozenset[str]] = frozenset(
    "because although though while whereas since unless if when where whenever wherever before "
    "after until till once whether as".split()
)
"""Words that open a clause of their own where a verb follows them."""

RELATIVES: Final[frozenset[str]] = frozenset("who whom whose which that".split())
"""Pronouns that open a clause about the noun before them."""

CONJUNCTIONS: Final[frozenset[str]] = frozenset("and or but nor yet".split())
"""Words that join clauses, phrases and words of one rank."""

INCLUDING: Final[frozenset[str]] = frozenset("including excluding".split())
"""Words that open a list of parts."""

COMPARISONS: Final[tuple[str, ...]] = (
    "compared with", "compared to", "as compared with", "as compared to", "in comparison with",
    "in comparison to", "relative to", "as against", "up from", "down from", "versus", "vs",
    "in contrast to", "in contrast with", "as opposed to", "consistent with", "similar to",
    "in line with", "on par with", "on a par with", "unlike", "unchanged from", "unchanged on",
)  # fmt: skip
"""Phrases that open the far side of a comparison wherever they stand."""

COMPARING: Final[dict[str, tuple[tuple[str, ...], ...]]] = {}
"""The same, with "than" and "against", cut into words, by their first word."""
for _words in (*(tuple(text.split()) for text in COMPARISONS), ("than",), ("against",)):
    COMPARING[_words[0]] = (*COMPARING.get(_words[0], ()), _words)

# A figure behind one of these is that of the subject: "costs were in the range of 7 to 8 percent".
ROUGHLY: Final = frozenset("range region order neighbourhood neighborhood vicinity".split())

STRETCHES: Final[frozenset[str]] = frozenset(
    "day month quarter half year week season period".split()
)
"""Nouns for a stretch of time."""

QUANTIFIERS: Final[frozenset[str]] = frozenset("most many some several few all both".split())
"""Words for so many of those that a noun names, or that "of" leads to."""

TURNS: Final[frozenset[str]] = frozenset(
    "last previous prior past this next same current following preceding reporting fiscal "
    "financial".split()
)
"""Words that say which stretch of time is meant: "the past year"."""

AMOUNTS: Final[frozenset[str]] = frozenset(
    "amount average budget count estimate figure forecast income level median number profit loss "
    "projection rate result revenue sum total turnover value volume".split()
)
"""Nouns that an amount is of, so that a year with them dates it: "the 2019 estimate of 604 t"."""

FRACTIONS: Final[frozenset[str]] = frozenset(
    "half third thirds quarter quarters fifth fifths tenth tenths majority minority".split()
)
"""Nouns for a part of a whole that "of" names."""

SHARES: Final[frozenset[str]] = frozenset(
    "percentage percent % share proportion fraction part multiple ratio".split()
)
"""Nouns for what one amount is of another: "costs as a percentage of sales"."""

RANKING: Final[frozenset[str]] = frozenset("followed trailed preceded".split())
"""Participles of a subject that others stand behind: "rope, followed by wire"."""

SAYING: Final[frozenset[str]] = frozenset(
    "report reports reported say says said state states stated note notes noted allege alleges "
    "alleged estimate estimates estimated claim claims claimed find finds found indicate indicates "
    "indicated announce announces announced assert asserts asserted show shows showed believe "
    "believes believed argue argues argued acknowledge acknowledges acknowledged explain explains "
    "explained confirm confirms confirmed expect expects expected conclude concludes concluded "
    "suggest suggests suggested reveal reveals revealed".split()
)
"""Verbs of somebody who says what follows."""

EXPECTING: Final[frozenset[str]] = frozenset(
    "expect expects expected estimate estimates estimated project projects projected forecast "
    "forecasts predict predicts predicted believe believes believed assume assumes assumed "
    "anticipate anticipates anticipated consider considers considered".split()
)
"""Verbs of somebody who holds that something is so: "expects inflation to be 4 percent"."""

INTENDING: Final[frozenset[str]] = frozenset(
    "aim aims aimed plan plans planned intend intends intended seek seeks sought hope hopes hoped "
    "expect expects expected target targets targeted propose proposes proposed pledge pledges "
    "pledged commit commits committed agree agrees agreed promise promises promised want wants "
    "designed".split()
)
"""Verbs of somebody who means to do what their infinitive says."""

REACHING: Final[frozenset[str]] = frozenset("spanning stretching extending ranging".split())
"""Participles that say how far something reaches, whenever that is told."""

AIMS: Final = frozenset(
    "aim aims ambition goal goals hope intention intent mission objective objectives plan purpose "
    "strategy target vision wish".split()
)
"""What is still to be reached: what it "is" is no fact yet."""

RULES: Final[frozenset[str]] = frozenset(
    "applies apply levies levy imposes impose charges charge requires require entitles entitle "
    "prescribes prescribe caps cap exempts exempt allocates allocate".split()
)
"""Verbs of the present that say what holds at any time: "the state levies a tax of 7 percent"."""

BEGINNINGS: Final[frozenset[str]] = frozenset(
    "start beginning outbreak launch establishment foundation inception onset creation "
    "introduction".split()
)
"""What a count goes back to that has no date: "since the start of the war"."""

USUALLY: Final[frozenset[str]] = frozenset("generally typically usually normally".split())
"""Adverbs of what is so as a rule, at no time of its own."""

CONDITIONS: Final[frozenset[str]] = frozenset("if when unless once".split())
"""What opens a clause of the present that holds at no time of its own."""

NOW: Final[frozenset[str]] = frozenset("now currently presently today".split())
"""Adverbs of how things are when they are told."""

FORMER: Final[frozenset[str]] = frozenset("prior previous former preceding outgoing".split())
"""What names one that was there before: "the previous council"."""

SAYING_OF: Final[frozenset[str]] = frozenset(
    "reporting saying stating noting alleging estimating claiming finding indicating announcing "
    "asserting showing believing arguing acknowledging explaining confirming expecting concluding "
    "suggesting revealing".split()
)
"""Their participles: "a report showing that …"."""

HOLDING: Final[frozenset[str]] = frozenset(
    "feel feels felt feeling agree agrees agreed agreeing think thinks thought thinking hope hopes "
    "hoped hoping tell tells told telling".split()
)
"""Verbs of those who hold or say what a clause behind them says, without being its source."""

BE: Final[frozenset[str]] = frozenset("is are was were be been being am 's 're".split())
HAVE: Final[frozenset[str]] = frozenset("has have had having 've".split())
DO: Final[frozenset[str]] = frozenset("do does did".split())
PAST_AUXILIARIES: Final[frozenset[str]] = frozenset("was were had did".split())
FUTURE_MODALS: Final[frozenset[str]] = frozenset("will shall wo".split())
DENIALS: Final[frozenset[str]] = frozenset("not never neither nor n't cannot hardly".split())
"""Words that deny the verb whose group they stand in."""

NO: Final[frozenset[str]] = frozenset("no none nobody nothing neither".split())
"""Words that make a noun phrase say that there is none."""

COMPLEX: Final[frozenset[tuple[str, str]]] = frozenset(
    {
        ("due", "to"),
        ("owing", "to"),
        ("related", "to"),
        ("because", "of"),
        ("away", "from"),
        ("out", "of"),
        ("outside", "of"),
        ("inside", "of"),
        ("instead", "of"),
        ("regardless", "of"),
        ("ahead", "of"),
    }
)
"""Prepositions of two words, of which the first is no preposition by itself."""

CONNECTING: Final[frozenset[str]] = frozenset(
    "example instance addition total fact case cases contrast general particular response light "
    "part result view turn effect sum average time times moment period end beginning while "
    "conclusion summary practice order regard respect context other same first second "
    "comparison".split()
)
"""Nouns of phrases that only go on with a text: "in addition", "for example", "in such cases"."""

TITLES: Final[frozenset[str]] = frozenset(
    "mr mrs ms dr prof st gen col capt lt maj sgt comdr adm rev sen rep gov hon messrs".split()
)
"""Titles that a full stop abbreviates before a name."""

WHICH: Final[frozenset[str]] = frozenset(
    "average mean median highest lowest largest smallest maximum minimum peak greatest usual "
    "typical".split()
)
"""Words that say which of several numbers is meant: "the average number of boats"."""

MEASURING: Final[frozenset[str]] = frozenset(
    "exceed exceeds exceeded total totals totalled totaled amounts amounted reach reaches reached "
    "average averages averaged equal equals equalled range ranges ranged ranging totalling "
    "totaling amounting averaging".split()
)
"""Verbs that say how much their subject is."""

CONTAINING: Final[frozenset[str]] = frozenset(
    "include includes included including contain contains contained containing comprise comprises "
    "comprised comprising span spans spanned spanning".split()
)
"""Verbs whose object is a part of their subject."""

AMOUNTING: Final[frozenset[str]] = frozenset(
    "account accounts accounted accounting represent represents represented representing "
    "constitute constitutes constituted constituting form forms formed forming comprise comprises "
    "comprised comprising".split()
)
"""Verbs whose subject is a share of what follows: "women account for 40 percent of crews"."""

CONSISTING: Final[frozenset[str]] = frozenset("consist consists consisted consisting".split())
"""Verbs whose subject is made up of what "of" leads to."""

DESIGNING: Final[frozenset[str]] = frozenset("designed built intended meant equipped".split())
"""Participles that say for how many something is."""

MAKING: Final[frozenset[str]] = frozenset("make makes made making".split())
"""Verbs that say the same with "up"."""

EXTENTS: Final[frozenset[str]] = frozenset(
    "nationwide nationally countrywide worldwide globally internationally statewide citywide "
    "abroad overseas online".split()
)
"""Adverbs that say where things are counted."""
