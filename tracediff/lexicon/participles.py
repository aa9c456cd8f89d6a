"""Past participles of irregular verbs, and verbs that say too little for a label."""

from __future__ import annotations

from typing import Final


def _gerund(base: str) -> str:
    """The -ing form of an irregular verb."""
    if base.endswith("e") and not base.endswith("ee"):
        return base[:-1] + "ing"
    short = len(base) <= 5 and base[-1] not in "wxyke" and base[-2] in "aeiou"
    return base + (base[-1] if short and base[-3:-2] not in "aeiou" else "") + "ing"


def _third(base: str) -> str:
    """The form of an irregular verb that "it" takes."""
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        return base + "es"
    return base[:-1] + "ies" if base.endswith("y") and base[-2] not in "aeiou" else base + "s"


_FORMS: Final = [
    line.split()
    for line in """
    arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become
    |begin began begun|bind bound bound|bite bit bitten|blow blew blown|cast cast cast
    |cost cost cost
    |hurt hurt hurt|let let let|split split split|sweep swept swept|tear tore torn
    |break broke broken|bring brought brought|build built built|burn burnt burnt|buy bought bought
    |catch caught caught|choose chose chosen|come came come|cut cut cut|deal dealt dealt
    |draw drew drawn|drive drove driven|eat ate eaten|fall fell fallen|feel felt felt
    |fight fought fought|find found found|fly flew flown|forbid forbade forbidden
    |freeze froze frozen|get got got|give gave given|go went gone|grow grew grown|hear heard heard
    |hide hid hidden|hit hit hit
    |hold held held|keep kept kept|know knew known|lay laid laid|lead led led|leave left left
    |lend lent lent|light lit lit|lose lost lost|make made made|mean meant meant|meet met met
    |pay paid paid
    |put put put|read read read|ride rode ridden|rise rose risen|run ran run|say said said
    |see saw seen|seek sought sought|sell sold sold|send sent sent|set set set|shoot shot shot
    |show showed shown|shut shut shut|sink sank sunk|spend spent spent|spread spread spread
    |stand stood stood|steal stole stolen|strike struck struck|swear swore sworn|take took taken
    |teach taught taught|tell told told|think thought thought|throw threw thrown
    |undergo underwent undergone|undertake undertook undertaken|wear wore worn|win won won
    |withdraw withdrew withdrawn|withhold withheld withheld|uphold upheld upheld
    |rebuild rebuilt rebuilt|repay repaid repaid
    |mislead misled misled|oversee oversaw overseen|foresee foresaw foreseen
    |overtake overtook overtaken
    |overcome overcame overcome|write wrote written|speak spoke spoken|forget forgot forgotten
    |feed fed fed|flee fled fled|sleep slept slept|hang hung hung|sing sang sung|sit sat sat
    |swim swam swum|understand understood understood|withstand withstood withstood
    |quit quit quit|shed shed shed
    """.replace("\n", " ").split("|")
]

PARTICIPLES: Final[dict[str, str]] = {
    form: participle
    for base, past, participle in _FORMS
    for form in (base, past, participle, _gerund(base), _third(base))
}
"""The past participle by any form of an irregular verb."""

GERUNDS: Final[dict[str, str]] = {participle: _gerund(base) for base, _, participle in _FORMS}
"""The gerund by the past participle of an irregular verb."""

PAST_OF: Final[dict[str, str]] = {participle: past for _, past, participle in _FORMS}
"""The past form by the past participle of an irregular verb."""

_ALSO_NOUNS: Final = frozenset(
    "bit bore bound broke drove felt found left lost rose saw shot thought".split()
)

PASTS: Final[frozenset[str]] = (
    frozenset(past for base, past, _ in _FORMS if past != base) - _ALSO_NOUNS
)
"""Past forms that are nothing but verbs: "paid" can be no noun."""

LIGHT: Final[frozenset[str]] = frozenset(
    "be is are was were been being have has had having do does did done make makes made making "
    "take takes took taken include includes included report reports reported say says said state "
    "stated note noted remain remains remained become became total totaled totalled totalling "
    "totaling amounting being reach reached "
    "stand stood number numbered see saw seen continue continued show showed shown there conduct "
    "conducted carry carried get got".split()
)
"""Verbs that tell no count from another."""

DEEDS_DONE: Final[frozenset[str]] = frozenset(
    "arrest release rescue death killing murder loss closure sale purchase dismissal detention "
    "conviction appointment training hiring adoption repeal transfer removal eviction deportation "
    "expulsion execution suspension deployment construction demolition destruction theft seizure "
    "identification repatriation resettlement referral prosecution abduction kidnapping injury "
    "displacement recruitment inspection approval rejection cancellation".split()
)
"""Nouns for what is done to those counted behind "of": "the arrest of 88 clerks"."""

ROOM: Final[frozenset[str]] = frozenset(
    "capacity room space berth bed seat permit licence license".split()
)
"""Nouns for what is meant for so many: "a capacity for 900 inmates"."""

PLAIN_ADVERBS: Final[frozenset[str]] = frozenset(
    "only early daily weekly monthly quarterly yearly annually reportedly allegedly approximately "
    "nearly currently recently previously subsequently finally initially also eventually "
    "additionally immediately newly simply merely roughly typically usually generally mostly "
    "largely mainly respectively similarly significantly possibly probably likely "
    "officially formally already actually really ultimately consequently successfully supposedly "
    "presumably purportedly fully".split()
)
"""Adverbs in -ly that tell no count from another."""

HAPPENING: Final[frozenset[str]] = frozenset(
    "happened occurred arrived existed emerged disappeared died".split()
)
"""Past forms of verbs that nothing is done by, so that they describe no noun as participles."""

INTRANSITIVE: Final[frozenset[str]] = frozenset(
    "died lived worked travelled traveled arrived failed succeeded happened occurred appeared "
    "disappeared emerged participated competed returned remained stayed existed escaped migrated "
    "moved sailed served acted voted agreed responded reacted relied depended belonged resulted "
    "expired ended started stopped continued survived suffered struggled walked protested "
    "demonstrated marched graduated resigned retired complained applied looked listened talked "
    "asked answered replied smoked drank ate cried prayed played danced camped starved "
    "drowned collapsed exploded burned opened closed changed improved benefited disagreed "
    "identified led learned learnt attended completed passed gathered rioted".split()
)
"""Past forms that need no object: without one they are no participles."""

NEVER_TELLING: Final[frozenset[str]] = frozenset(
    "be is are was were been being do does did done having include includes included become became "
    "equate equates equated "
    "total totaled totalled totalling totaling amounting reach reached number numbered continue "
    "continued follows got will would can could may might must shall should "
    "report reports reported say says said state stated note noted".split()
)
"""Verbs that tell no count from another, in the passive neither."""

GOING_ON: Final[frozenset[str]] = frozenset("continue continued".split())
"""Verbs among them that tell one by what they lead to: "continued to sail"."""

SEEING: Final[frozenset[str]] = frozenset("see sees saw seen show shows showed shown".split())
"""Verbs that tell nothing before a rise or fall: "the ports saw an increase"."""

LEAVING: Final[frozenset[str]] = frozenset(
    "leave leaves left leaving show shows showed shown showing".split()
)
"""Verbs that tell nothing of what results: "leaving a balance"."""

GIVING: Final[frozenset[str]] = frozenset(
    "give gives gave given grant grants granted provide provides provided offer offers offered "
    "lend lends lent issue issues issued pay pays paid award awards awarded send sends sent".split()
)
"""Verbs whose receiver takes their participle: "ports given aid"."""

STAYING: Final[frozenset[str]] = frozenset(
    "remain remains remained stay stays stayed go goes went gone become becomes became".split()
)
"""Verbs that an adjective completes: "went unpunished"."""

FEELING: Final[frozenset[str]] = frozenset("feel feels felt feeling".split())
"""Verbs of how those counted are by their own account: "feeling safe"."""

INFORMING: Final[frozenset[str]] = frozenset(
    "detail details information data list lists description descriptions account accounts summary "
    "evidence knowledge news".split()
)
"""Nouns for what is known of those counted, so that what is done with it is not done to them."""

FREQUENCY: Final[frozenset[str]] = frozenset(
    "always never often sometimes rarely seldom regularly frequently occasionally".split()
)
"""Adverbs that say how often something is done."""

DEGREES: Final[frozenset[str]] = frozenset("very somewhat quite rather".split())
"""Adverbs that say how much of a quality there is."""

CAUSING: Final[dict[str, str]] = {
    "lead": "to", "leads": "to", "led": "to", "leading": "to", "contributed": "to",
    "result": "in", "results": "in", "resulted": "in", "resulting": "in", "ended": "in",
}  # fmt: skip
"""Verbs of what something came to, by the preposition that leads there: "resulted in 9 deaths"."""

LASTING: Final[frozenset[str]] = frozenset(
    "last lasts lasted lasting span spans spanned spanning weigh weighs weighed weighing measure "
    "measures measured measuring run runs ran running cover covers covered covering extend extends "
    "extended extending stretch stretches stretched stretching".split()
)
"""Verbs that say how long, large or heavy their subject is: "outages lasted 74 minutes"."""

REFUSING: Final[frozenset[str]] = frozenset(
    "refuse refuses refused decline declines declined fail fails failed".split()
)
"""Verbs of those who do not do what an infinitive behind them says: "refused to guide 6 ships"."""

BRINGING: Final[frozenset[str]] = frozenset(
    "bring brings brought take takes took hand hands handed turn turns turned pay pays paid".split()
)
"""Verbs whose object is what comes in: "gifts brought in 40 crowns"."""

DEALING: Final[frozenset[str]] = frozenset(
    "deal deals dealt work works worked meet meets met engage engages engaged speak speaks spoke "
    "talk talks talked cooperate cooperates cooperated collaborate collaborates collaborated "
    "partner partners partnered comply complies complied consult consults consulted".split()
)
"""Verbs that "with" ties to those whom something is done with: "dealt with 9 cases"."""

INVESTING: Final[frozenset[str]] = frozenset("invest invests invested investing".split())
"""Verbs of money that goes into something: "invested 9 crowns in schools"."""
