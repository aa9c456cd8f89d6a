"""The words that carry a claim: denial, hedges, scope, obligation, stages, trends, ratings.

Each list names what its words tell, why they are in it, and the value of each. ``phrases`` match
the words as they stand; ``roots`` match every inflected and derived form of a word. To add a word
of your field, add it to the list whose reason fits it.
"""

from __future__ import annotations

import re
from typing import Final

from tracediff.lexicon.ratings import RATINGS, CueList
from tracediff.model import CueKind, Stage


def _each(value: float, words: str) -> dict[str, float]:
    """Give the same value to every phrase of a list parted by bars."""
    return {word.strip(): value for word in words.split("|")}


_RUNG = {stage: float(rung) for rung, stage in enumerate(Stage)}

DENIALS: Final = CueList(
    CueKind.DENIAL,
    "What follows is said not to be. Value 1 denies a verb or a noun outright; 0.5 says that a "
    "thing is wanting or still to come, which a later edition may take back.",
    {
        **_each(
            1.0,
            "not|never|no|none|nobody|no one|nor|neither|cannot|could not|no longer|didn't"
            "|doesn't|don't|isn't|wasn't|weren't|hasn't|haven't|won't|can't|nothing",
        ),
        **_each(
            0.5,
            "fail to|fails to|failed to|failure to|failing to|unable to|inability to|lack|lacks"
            "|lacked|lacking|lack of|absence of|yet to|awaiting|awaits|awaited|refused to"
            "|declined to|impossible to|incapable of",
        ),
    },
)

NOT_CUES: Final[frozenset[str]] = frozenset(
    {"not only", "not just", "not merely", "no later", "no fewer", "no less", "no more than",
     "not less", "not more", "not later", "no doubt", "whether or not", "not limited to",
     "without limitation", "if not", "as required", "not to exceed", "free of charge",
     "in charge", "establishments", "how many", "as many as", "as few as", "so many",
     # the season
     "in the fall", "in fall", "during the fall", "last fall", "this fall", "each fall", "by fall",
     "fall semester", "fall term", "fall quarter", "fall season", "fall and spring"}
)  # fmt: skip
"""Phrases that hold a word of these lists and tell nothing: they are passed over whole."""

HEDGES: Final = CueList(
    CueKind.HEDGE,
    "Words with which a writer holds back from asserting; the value is the certainty left. "
    "May, might and could leave half, hearsay more, a statement that nobody knows next to none.",
    {
        **_each(0.5, "may|might|could|possibly|perhaps|potentially"),
        **_each(0.6, "likely|probably|appears to|appear to|appeared to|seems to|seemed to"),
        **_each(
            0.7,
            "reportedly|allegedly|purportedly|presumably|believed to|thought to",
        ),
        # Beside a hedge these are wording, and by themselves they hedge a noun, not a statement.
        **_each(0.74, "can|alleged|suspected|purported|accused of|suspicion of"),
        **_each(0.4, "unlikely|not necessarily|doubtful"),
        **_each(
            0.1,
            "unclear|unknown|unconfirmed|unable to determine|could not determine|unable to confirm"
            "|could not confirm|unable to verify|could not verify|not clear|not known"
            "|uncertain|undetermined|insufficient information|not possible to determine"
            "|difficult to determine|did not have information|unable to establish"
            "|unable to ascertain",
        ),
    },
)

SCOPES: Final = CueList(
    CueKind.SCOPE,
    "Quantity words; the value is the share of the group that they claim, in steps far enough "
    "apart that two words of one step are wording and words of two steps are substance.",
    {
        **_each(1.0, "all|every|each|entire|all of|whole"),
        **_each(0.9, "nearly all|almost all|virtually all|the vast majority of|vast majority of"),
        **_each(0.8, "most|most of|the majority of|a majority of|majority of"),
        **_each(0.6, "many|many of|numerous|a large number of"),
        **_each(0.4, "some|some of|a few|several|certain|a number of|various|multiple"),
        **_each(0.2, "few|very few|only a few|a small number of|a handful of|limited number of"),
    },
)

FREQUENCIES: Final = CueList(
    CueKind.FREQUENCY,
    "How often or how far something holds, in the same steps as the quantity words.",
    {
        **_each(1.0, "always|invariably|consistently|at all times"),
        **_each(
            0.8, "generally|usually|typically|routinely|systematically|normally|largely|mostly"
        ),
        **_each(0.6, "often|frequently|commonly|repeatedly|in many cases|widely|regularly"),
        **_each(0.4, "sometimes|occasionally|at times|in some cases|periodically|on occasion"),
        **_each(0.2, "rarely|seldom|infrequently|in rare cases"),
    },
)

RECURRENCES: Final = CueList(
    CueKind.FREQUENCY,
    "How many times a year something is done; biannual stands apart from annual whichever of its "
    "two meanings is meant.",
    {
        **_each(1.0, "daily|every day"),
        **_each(0.9, "weekly|every week|once a week"),
        **_each(0.75, "monthly|every month|once a month"),
        **_each(0.6, "quarterly|every quarter|every three months"),
        **_each(0.5, "biannual|biannually|twice a year|semiannual|half-yearly|every six months"),
        **_each(0.3, "annual|annually|yearly|once a year|every year|each year"),
        **_each(0.1, "biennial|biennially|every two years|every other year"),
    },
    scale="recurrence",
)

OBLIGATIONS: Final = CueList(
    CueKind.OBLIGATION,
    "What someone has to do; the value is the strength of the duty. Must, shall and the forms of "
    "require bind; should and expected ask; encouraged and permitted leave free.",
    {
        **_each(
            1.0,
            "must|shall|require|is required to|are required to|was required to|were required to"
            "|be required to|required to|requires|is obliged to|are obliged to|has to|have to"
            "|had to|is mandatory|are mandatory|was mandatory|were mandatory|made mandatory"
            "|is compulsory|are compulsory|was compulsory|were compulsory|made compulsory"
            "|obligated to|is obligated to|must not|shall not"
            "|is mandated to|are mandated to|is required|are required|requires that|required that"
            "|mandates that|mandated that|required|requiring|an obligation to|the obligation to"
            "|a duty to|your responsibility to|is responsible for|are responsible for"
            "|has responsibility|have responsibility|holds responsibility|overall responsibility"
            "|day-to-day responsibility"
            "|accountable for",
        ),
        **_each(
            0.6,
            "should|ought to|supposed to"
            "|is asked to|are asked to|recommended that|ensure|strengthen|publish|collect",
        ),
        **_each(
            0.25,
            "encouraged to|we encourage|may choose to|is permitted to|are permitted to"
            "|is allowed to|are allowed to|permitted to|is free to|are free to|at its discretion"
            "|is voluntary|are voluntary"
            "|is optional|are optional|voluntarily",
        ),
    },
)

FUTURES: Final = CueList(
    CueKind.FUTURE,
    "What is meant to happen; said again later without these words, it has happened.",
    _each(
        1.0,
        "will|shall be|plan to|plans to|planned to|planning to|is planned|are planned|was planned"
        "|were planned|planned|plans a|plans an|envisaged|envisages|foresees|intend to|intends to"
        "|intended to|aim to|aims to|is expected to|are expected to"
        "|was expected to|were expected to|be expected to|is scheduled to|are scheduled to"
        "|was scheduled to|scheduled for|set to begin|would begin|need to|needs to|going to"
        "|agreed to|committed to|pledged to|is to be|are to be|promised to"
        "|announced plans to|we expect|preparing to|due to begin|due to start|aimed to|seek to"
        "|seeks to|sought to|pledge to|pledges to|pledge that|promise to|promises to|commit to"
        "|commits to|undertake to|undertakes to|goal is to|target is to|aspire to|aspires to",
    ),
)

STAGES: Final = CueList(
    CueKind.STAGE,
    "How far a law, plan, body or project has come. Drawing up comes before adopting, adopting "
    "before starting, starting before finishing; stopping is not a rung above finishing but "
    "another way out, and is told apart by name.",
    {
        "not yet final": _RUNG[Stage.DRAFTED],
        "yet to be": _RUNG[Stage.DRAFTED],
        "under consideration": _RUNG[Stage.PENDING],
        "under review": _RUNG[Stage.PENDING],
        "awaiting approval": _RUNG[Stage.PENDING],
        "pending": _RUNG[Stage.PENDING],
        "rolled out": _RUNG[Stage.LAUNCHED],
        "came into force": _RUNG[Stage.ADOPTED],
        "entered into force": _RUNG[Stage.ADOPTED],
        "took effect": _RUNG[Stage.ADOPTED],
        "signed into law": _RUNG[Stage.ADOPTED],
        "on hold": _RUNG[Stage.SUSPENDED],
        "shut down": _RUNG[Stage.ENDED],
        "phased out": _RUNG[Stage.ENDED],
        "ended": _RUNG[Stage.ENDED],
    },
    {
        **_each(_RUNG[Stage.DRAFTED], "drafted|proposed"),
        **_each(_RUNG[Stage.PENDING], "submitted|tabled"),
        **_each(_RUNG[Stage.ADOPTED], "adopted|enacted|ratified|approved|promulgated|finalized"),
        **_each(_RUNG[Stage.LAUNCHED], "launched|established|created|opened|inaugurated|began"),
        **_each(_RUNG[Stage.ONGOING], "continued|ongoing|remained"),
        **_each(_RUNG[Stage.COMPLETED], "implemented|completed|concluded"),
        **_each(_RUNG[Stage.SUSPENDED], "suspended|postponed|delayed|halted|stalled|paused"),
        **_each(
            _RUNG[Stage.ENDED],
            "expired|repealed|cancelled|canceled|abolished|discontinued|dissolved|revoked"
            "|terminated|abandoned|withdrawn",
        ),
    },
)

CASES: Final = CueList(
    CueKind.CASE,
    "How far a case against someone has come, from inquiry to judgment; an acquittal or a closed "
    "case stands on the last rung too, since either ends it.",
    {
        "under investigation": 1.0,
        "criminal complaint": 3.0,
        "on trial": 4.0,
        "trial date": 4.0,
        "stood trial": 4.0,
        "pleaded guilty": 5.0,
        "pled guilty": 5.0,
        "found guilty": 5.0,
        "case closed": 5.0,
        "case was closed": 5.0,
        "case be closed": 5.0,
        "closed the case": 5.0,
        "closed its case": 5.0,
        "dropped the charges": 5.0,
    },
    {
        **_each(1.0, "investigated|inquiry"),
        **_each(2.0, "arrested"),
        **_each(3.0, "charged|indicted|prosecuted"),
        **_each(4.0, "trial"),
        **_each(5.0, "convicted|sentenced|acquitted|dismissed"),
    },
    scale="case",
)

TRENDS: Final = CueList(
    CueKind.TREND,
    "Which way something went; +1 up or better, 0 held, -1 down or worse.",
    {
        **_each(1.0, "went up|on the rise|more than doubled"),
        **_each(0.0, "remained the same|stayed the same|unchanged"),
        **_each(-1.0, "went down|on the decline"),
    },
    {
        **_each(
            1.0,
            "increased|rose|grew|expanded|improved|strengthened|surged|climbed|doubled|tripled"
            "|accelerated",
        ),
        **_each(0.0, "maintained|sustained|stagnated"),
        **_each(
            -1.0,
            "decreased|declined|fell|dropped|reduced|weakened|shrank|deteriorated|diminished"
            "|halved|slowed|narrowed|lessened|worsened",
        ),
    },
)

BETTER_OR_WORSE: Final = frozenset(
    "improved strengthened weakened deteriorated worsened narrowed".split()
)
"""Trends that say how good a figure is, not which way it went: a wait improves by falling."""

SHORTFALLS: Final = CueList(
    CueKind.SHORTFALL,
    "Something is said to be wanting or to go wrong; to drop such a sentence is to drop an "
    "admission, and beside them a lack is no denial of anything.",
    _each(
        1.0,
        "gap|gaps|shortcoming|shortcomings|barrier|barriers|obstacle|obstacles|deficiency"
        "|deficiencies|problem|problems|challenge|challenges|difficult|difficulty|difficulties"
        "|poor|weak|corrupt|corruption|complicity|impunity|abuse|abuses|overcrowded|overcrowding"
        "|inconsistent|ineffective|limited|underfunded|understaffed|inability|failure|failures"
        "|excessive|violation|violations|breach|breaches|unlawful|unlawfully|discrimination"
        "|backlog|shortage|shortages|turnover|underreporting|underreported|weakness|weaknesses",
    ),
    _each(
        1.0,
        "insufficient|inadequate|hinder|impede|hamper|undermine|criticized|violated|obstruct"
        "|delayed|neglected|discourage|limits|threatened|harassed",
    ),
)

ADMISSIONS: Final = CueList(
    CueKind.SHORTFALL,
    "Verbs by which someone owns up to what follows, or holds it against someone; what follows may "
    "itself hold no word of want (that a register counted people twice).",
    _each(
        1.0,
        "acknowledged that|acknowledges that|admitted that|admits that|conceded that"
        "|concedes that|regretted that|regrets that|apologized for|apologised for|complained that"
        "|complained of|warned that|expressed concern",
    ),
)

HARMS: Final = CueList(
    CueKind.SHORTFALL,
    "Harm to people is the gravest thing that such a report tells; it counts twice.",
    _each(2.0, "lethal|fatal|rape|raped|torture|deadliest|deadly"),
    _each(2.0, "killed|death|died|injured|tortured|abducted|disappeared|murdered|beaten"),
)

CONDITIONS: Final = CueList(
    CueKind.CONDITION,
    "Words that make a statement hold only sometimes.",
    _each(
        1.0,
        "if|unless|provided that|only if|only when|only where|only after|on condition"
        "|where appropriate|where possible|where necessary|as appropriate|when necessary"
        "|if necessary|to the extent|except|except in|in the event|where practicable"
        "|whenever possible|when possible|on request|upon request",
    ),
)

SOURCES: Final = CueList(
    CueKind.SOURCE,
    "Words after or before which stands who says so.",
    _each(
        1.0,
        "according to|reported that|stated that|claimed that|alleged that|said that|noted that"
        "|acknowledged that|acknowledges that|admitted that|admits that|conceded that"
        "|concedes that|warned that|complained that"
        "|states that|state that|says that|say that|said|maintained that|claim that|claims that"
        "|argued that"
        "|contended that|argue that|argues that|believed that|indicated that|testified that"
        "|asserted that|noted|reported|stated|alleged|claimed|asserted|acknowledged|estimated"
        "|observed that"
        "|expressed concern|found that",
    ),
)

CUE_LISTS: Final[tuple[CueList, ...]] = (
    DENIALS, HEDGES, SCOPES, FREQUENCIES, RECURRENCES, OBLIGATIONS, FUTURES, STAGES, CASES, TRENDS,
    *RATINGS, SHORTFALLS, ADMISSIONS, HARMS, CONDITIONS, SOURCES,
)  # fmt: skip


def plans(text: str) -> bool:
    """Whether a sentence tells of what is meant to happen.

    >>> plans("The port will reopen."), plans("The port reopened.")
    (True, False)
    """
    return bool(_PLANS.search(text))


_PLANS: Final = re.compile(rf"\b(?:{'|'.join(sorted(FUTURES.phrases))})\b", re.IGNORECASE)
