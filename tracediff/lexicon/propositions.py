"""What the words around a main verb say of it; which words are opposites or steps of a scale."""

from __future__ import annotations

from typing import Final

from tracediff.lexicon.participles import PARTICIPLES
from tracediff.lexicon.syntax import HAVE
from tracediff.text.words import root


def _each(value: float, words: str) -> dict[str, float]:
    return dict.fromkeys(words.split(), value)


# verbs of three letters that end in e: nothing but a list tells "used" from "need" or "shed"
_SHORT: Final = {
    form: verb
    for verb, forms in {
        "use": "used using", "owe": "owed owing", "sue": "sued suing", "tie": "tied tying",
        "die": "died dying", "lie": "lied lying",
    }.items()
    for form in forms.split()
}  # fmt: skip


def lemma(verb: str) -> str:
    """The root that all forms of a verb share.

    >>> lemma("sold") == lemma("sells"), lemma("forbade") == lemma("forbids")
    (True, True)
    """
    if verb in _SHORT:
        return root(_SHORT[verb])
    return root("have") if verb in HAVE else root(PARTICIPLES.get(_plain(verb), verb))


def _plain(verb: str) -> str:
    """A verb without the -s of the third person."""
    return verb[:-1] if verb.endswith("s") and verb[:-1] in PARTICIPLES else verb


def _roots(words: str) -> frozenset[str]:
    return frozenset(form for word in words.split() for form in (root(word), lemma(word)))


DENYING: Final = _roots(
    "fail refuse decline neglect omit stop cease refrain abstain desist avoid unable incapable"
    " impossible"
)
"""Words that deny the verb behind them: "failed to report", "refrains from burning"."""

PLANNING: Final = _roots(
    "plan intend aim seek hope want wish propose pledge promise agree prepare envisage foresee "
    "consider contemplate"
)
"""Verbs of somebody who means to do what the verb behind them says."""

EXPECTING: Final = _roots("expect schedule due set going poised slated project")
"""Passives and adjectives by which something is to come: "is scheduled to open"."""

DUTIES: Final[dict[str, float]] = {
    lemma(word): value
    for words in (
        _each(
            1.0, "require oblige obligate mandate compel bind need responsible mandatory compulsory"
        ),
        _each(0.6, "ask recommend advise urge suppose advisable"),
        _each(0.25, "encourage invite allow permit authorize authorise entitle enable free"),
    )
    for word, value in words.items()
}
"""How strongly a verb binds whoever is to do what the verb behind it says, in a passive
("is required to file") or with an object ("the law requires owners to file")."""

FORBIDDING: Final = _roots("prohibit ban bar forbid prevent restrict disallow outlaw preclude")
"""Verbs that deny the right to do what follows."""

MODAL_DUTIES: Final[dict[str, float]] = {
    "must": 1.0, "shall": 1.0, "should": 0.6, "ought": 0.6, "may": 0.25, "can": 0.25,
    "could": 0.25,
}  # fmt: skip
"""How strongly a modal verb binds; "may" permits, unless something merely may be so."""

SEEMING: Final[dict[str, float]] = {
    root(word): value
    for words in (
        _each(0.6, "seem appear likely"),
        _each(0.7, "allege believe think purport suspect rumor rumour"),
    )
    for word, value in words.items()
}
"""How much certainty a verb or adjective leaves to the verb behind it."""

DOUBTING: Final[dict[str, float]] = {
    **_each(0.6, "likely probably apparently seemingly"),
    **_each(0.7, "reportedly allegedly purportedly presumably supposedly"),
    **_each(0.5, "possibly perhaps potentially maybe"),
}
"""Adverbs that leave so much certainty."""

CARRYING: Final = _roots(
    "continue begin start proceed manage able use help tend come remain serve want get try attempt"
)
"""Verbs that pass what they say on to the verb behind them, and change no side of it."""

NEGATORS: Final = frozenset(
    """
    not no never nor neither none nobody nothing nowhere cannot without fail fails failed failing
    refuse refused refuses decline declined declines unable incapable impossible prohibit prohibits
    prohibited ban bans banned forbid forbids forbidden forbade lack lacks lacked lacking rarely
    seldom hardly absence scarcely barely infrequently
    refrain refrains refrained refraining abstain abstains abstained abstaining
    avoid avoids avoided avoiding stopped ceased ceases ceasing
    """.split()
)
"""Words by which a sentence denies something, as verbs, adverbs, pronouns or nouns."""

SAME_DENIALS: Final[dict[frozenset[str], str]] = {
    frozenset(words.split()): says
    for says, ways in {
        "seldom": "rarely/seldom/infrequently/hardly ever/scarcely ever/not often/not usually"
        "/not frequently/not commonly/not regularly",
        "not all": "not all/not every/some no/some not/not each",
    }.items()
    for words in ways.split("/")
}
"""What words that came in place of others deny, whatever their order: "not often" is "rarely"."""

REACHED: Final = _roots(
    "adopt enact ratify approve pass launch establish create open build construct implement "
    "complete introduce publish issue sign found set hire buy install"
)
"""What is done of what was planned before."""

GETTING: Final = _roots("acquire obtain get receive gain")
"""Verbs by which somebody comes to have what he has later."""

PENDING: Final = _roots("pending awaited awaiting unfinished incomplete")
"""What something is that was not done yet."""

UNDER_WAY: Final[dict[str, frozenset[str]]] = {
    "under": frozenset(
        "way construction review consideration discussion development negotiation preparation "
        "debate scrutiny examination".split()
    ),
    "in": frozenset("draft preparation progress negotiation development planning".split()),
    "before": frozenset(
        "parliament senate congress assembly council court committee cabinet legislature".split()
    ),
}
"""What something that was not done yet is, by preposition: "under review", "before the senate"."""

STEPS: Final[tuple[dict[str, float], ...]] = tuple(
    {
        form: float(step)
        for step, words in enumerate(rungs.split("/"))
        for word in words.split()
        for form in (root(word), lemma(word))
    }
    for rungs in (
        "investigate/arrest detain/charge indict prosecute/try/convict sentence acquit",
        "draft propose/submit table introduce debate/adopt approve enact pass ratify",
        "announce/begin start launch/complete finish conclude",
    )
)
"""Verbs that bring one matter a step further; a later verb tells that it has come so far."""

DONE: Final = _roots("complete completed final finished done")
"""What something is that was done."""

OFTEN: Final = frozenset("often frequently commonly regularly usually routinely".split())
"""Degrees of time that deny much the same: "did not usually", "did not often"."""

WHOLE: Final = frozenset(
    """
    effectively fully always sufficiently adequately completely consistently entirely properly
    generally usually systematically regularly routinely wholly consistently uniformly normally
    typically necessarily meaningfully strictly thoroughly often frequently commonly widely
    """.split()
)
"""Degrees: under a denial they belong to it ("did not effectively enforce"), and without one they
say how far something holds."""

SELDOM: Final = frozenset("rarely seldom hardly scarcely barely infrequently".split())
"""Adverbs that deny that something is often so."""

PARTLY: Final = frozenset("partly partially somewhat sometimes occasionally".split())
"""Degrees that assert in part."""

PRONOUNS: Final = frozenset(
    """
    it they he she we i you them us him her this that these those which who whom one there its
    their
    """.split()
)
"""Subjects that leave to another sentence who acts."""

OPPOSITES: Final[dict[str, frozenset[str]]] = {}
"""For each root the roots of the words that say the reverse."""

_PAIRS: Final = """
allow/ban prohibit forbid bar; permit/ban prohibit forbid bar; grant/refuse deny reject withhold;
approve/reject refuse; accept/reject refuse; adequate/inadequate; sufficient/insufficient;
acquitted/convicted; acquit/convict; arrest/release acquit; increase/decrease reduce decline;
rise/fall drop decline; grew/shrank fell declined; grow/shrink decline; improve/deteriorate worsen;
expand/shrink contract reduce; strengthen/weaken; widen/narrow; gain/lose loss; profit/loss;
surplus/deficit; inflow/outflow; appreciation/depreciation;
open/close shut; opened/closed; open/closed; hire/dismiss; appoint/dismiss;
legal/illegal; lawful/unlawful; effective/ineffective; safe/unsafe dangerous; formal/informal;
voluntary/compulsory mandatory; optional/mandatory compulsory required; binding/nonbinding;
public/secret private; high/low; higher/lower; highest/lowest; large/small; larger/smaller;
largest/smallest; more/fewer less; most/fewest least; above/below; over/under; before/after;
with/without; inside/outside; early/late; earlier/later; faster/slower; easier/harder;
good/bad poor; better/worse; best/worst; strong/weak; stronger/weaker; support/oppose;
agree/disagree; comply/violate breach; success/failure; succeed/fail; win/lose; won/lost;
rich/poor; free/detained;
guilty/innocent; upheld/overturned; uphold/overturn; won/lost; import/export; buy/sell; north/south;
east/west; northern/southern; eastern/western; internal/external; minimum/maximum;
present/absent; same/different; satisfied/dissatisfied; fair/unfair; regular/irregular;
consistent/inconsistent; complete/incomplete; available/unavailable; able/unable; known/unknown;
likely/unlikely; always/never; all/none no; some/none no; everybody/nobody; everyone/nobody;
enable/disable; include/exclude; ease/tighten; relax/tighten; abolish/introduce; repeal/adopt;
join/leave; enter/exit leave; arrive/depart; up/down; upward/downward; positive/negative;
favourable/unfavourable; favorable/unfavorable; optimistic/pessimistic; urban/rural;
started/stopped; start/stop; continue/end stop; begin/end; paid/unpaid; protected/unprotected;
male/female; men/women; boys/girls; employer/employee; landlord/tenant; lender/borrower; many/few;
often/rarely seldom; frequently/rarely; majority/minority; day/night; summer/winter; up/off on;
on/off; first/last; recover/worsen; relaxed/tightened; raise/lower cut; rose/fell; up/fell;
introduce/withdraw; table/withdraw; submit/withdraw;
adopt/shelve abandon scrap reject; suspend/resume; halt/resume; sign/terminate;
restrict/ease; enter/leave withdraw; reopen/close; expand/curtail; appoint/remove; pass/reject;
honour/breach; honor/breach; confirm/deny; reinstate/dismiss; lift/impose; enforce/waive;
detain/release; encourage/discourage; uphold/dismiss reject quash; launch/close end; extend/end
shorten; temporary/permanent; partial/full complete;
domestic/foreign; direct/indirect;
active/inactive passive; natural/artificial; primary/secondary; upper/lower; simple/complex;
civilian/military; onshore/offshore; upstream/downstream; fixed/variable floating; real/nominal;
current/former; confirm/refute; sincere/insincere; strengthen/undermine; admit/deny; include/omit
"""


def _fill() -> None:
    pairs: dict[str, set[str]] = {}
    for pair in _PAIRS.replace("\n", " ").split(";"):
        one, _, others = pair.strip().partition("/")
        for other in others.split():
            for form in (root, lemma):
                pairs.setdefault(form(one), set()).add(form(other))
                pairs.setdefault(form(other), set()).add(form(one))
    OPPOSITES.update({word: frozenset(found) for word, found in pairs.items()})


_fill()

SIGNED: Final[frozenset[str]] = frozenset(
    "gain gains profit profits loss losses surplus surpluses deficit deficits inflow inflows"
    " outflow outflows appreciation depreciation".split()
)
"""What an amount of money is called by its sign: its opposite is the same amount turned round."""

LOSING: Final[frozenset[str]] = frozenset(
    "loss losses deficit deficits outflow outflows depreciation".split()
)
"""Those of them that stand for less than nothing beside their opposite."""

DENYING_PREFIXES: Final = ("un", "in", "im", "il", "ir", "non", "non-", "dis")
"""Beginnings of words that say what "not" says: "not safe", "unsafe"."""

PREFIXES: Final = (*DENYING_PREFIXES, "mis", "under", "over")
"""Beginnings that turn a word into its opposite: "binding", "nonbinding"."""


_RISING: Final = _roots(
    "increase rise rose risen grow grew grown expand improve strengthen surge climb double triple "
    "accelerate gain jump soar swell widen improvement expansion"
)
_FALLING: Final = _roots(
    "decrease decline fall fell fallen drop reduce weaken shrink shrank shrunk deteriorate "
    "diminish halve slow narrow lessen worsen plunge slump contract dwindle reduction contraction"
)


def direction(one: str) -> float:
    """1 where the root of a word says that something rises or gets better, -1 for the reverse."""
    return float(one in _RISING) - float(one in _FALLING)


def reverse(one: str, two: str) -> bool:
    """Whether the roots of two words say the reverse of each other."""
    return direction(one) * direction(two) < 0 or two in OPPOSITES.get(one, ())


def opposed(one: str, two: str) -> bool:
    """Whether two words in lower case say the reverse of each other.

    >>> opposed("binding", "nonbinding"), opposed("allows", "prohibits"), opposed("large", "wide")
    (True, True, False)
    """
    if reverse(root(one), root(two)) or reverse(lemma(one), lemma(two)):
        return True
    short, long = sorted((one, two), key=len)
    return len(short) > 3 and any(long == prefix + short for prefix in PREFIXES)


EQUALS: Final[dict[str, str]] = {
    word: words.split()[0]
    for words in (
        "must shall require required requires obliged obligated mandatory compulsory have has had",
        "should ought recommended",
        "may can allowed permitted",
        "not fail failed fails cannot unable",
        "no none without",
        "more over above exceeding",
        "fewer less under below",
        "nor or",
        "all every each",
        "will would",
        "likely probably",
        "because since",
        "although though",
        "while whereas",
    )
    for word in words.split()
}
"""Words that say the same beside a verb or a number: "must" and "is required to"."""

SCALES: Final[tuple[dict[str, float], ...]] = tuple(
    {
        root(word): float(step)
        for step, words in enumerate(rungs.split("/"))
        for word in words.split()
    }
    for rungs in (
        "none no/few/some several/many numerous/most/nearly/all every each",
        "never/rarely seldom/sometimes occasionally/often frequently/usually generally/always",
        "encouraged invited optional voluntary/may can permitted allowed/"
        "should recommended advisable/"
        "must shall required obliged mandatory compulsory",
        "negligible minimal/low minor/moderate medium/high major/severe critical extreme",
        "poor bad/fair/adequate satisfactory/good/excellent outstanding",
        "investigated/arrested detained/charged indicted/tried/convicted sentenced",
        "annually yearly/biannually/quarterly/monthly/weekly/daily/hourly",
        "drafted/submitted/adopted approved enacted/implemented",
        "red/amber yellow orange/green",
        "slightly marginally/moderately modestly somewhat/significantly substantially considerably "
        "sharply markedly/dramatically",
        "partly partially/mostly largely/fully completely entirely wholly",
        "small/medium/large/huge",
        "local municipal/provincial regional/national federal/international global",
    )
)
"""Scales on which a word that is exchanged for another moves a step."""
