"""Cue words around figures, as data: bounds, labels, changes, limits, and what was not said."""

from __future__ import annotations

from typing import Final

from tracediff.model import Bound

# Words straight before a number that say how tightly it is given. Longest first where they overlap.
BOUNDS: Final[dict[tuple[str, ...], Bound]] = {
    tuple(words.split()): bound
    for bound, rows in {
        Bound.ABOUT: (
            "about", "approximately", "roughly", "nearly", "almost", "around", "some",
            "an estimated",
            "estimated", "estimated at", "close to", "circa", "in the region of", "~", "≈", "ca",
            "approx", "approx.", "an approximate", "c", "c.",
        ),
        Bound.MORE_THAN: (
            "more than", "over", "just over", "above", "in excess of", "greater than",
            "more than", "over", "just over", "above", "in excess of", "greater than",
            "exceeding", "exceed", "exceeds", "exceeded", "upwards of", "upward of",
            "larger than", "well over",
            "higher than",
            "longer than", "surpass", "surpassing", "surpassed", "bigger than", ">",
        ),
        Bound.AT_LEAST: (
            "at least", "no less than", "no fewer than", "not less than", "a minimum of",
            "minimum", "as few as", "as little as", "≥", ">=",
        ),
        Bound.LESS_THAN: (
            "less than", "fewer than", "under", "just under", "below", "lower than", "smaller than",
            "shorter than", "not even", "<",
        ),
        Bound.AT_MOST: (
            "up to", "as many as", "at most", "no more than", "not more than", "as much as",
            "a maximum of", "maximum", "not to exceed", "not exceed", "not exceeding", "as high as",
            "for as long as", "≤", "<=",
        ),
    }.items()
    for words in rows
}  # fmt: skip

# The same behind a number: "500 or more", "10,000+", "under 18 years or younger".
BOUNDS_AFTER: Final[dict[tuple[str, ...], Bound]] = {
    ("or", "more"): Bound.AT_LEAST,
    ("and", "more"): Bound.AT_LEAST,
    ("or", "greater"): Bound.AT_LEAST,
    ("or", "older"): Bound.AT_LEAST,
    ("or", "above"): Bound.AT_LEAST,
    ("or", "over"): Bound.AT_LEAST,
    ("and", "over"): Bound.AT_LEAST,
    ("and", "older"): Bound.AT_LEAST,
    ("and", "above"): Bound.AT_LEAST,
    ("or", "less"): Bound.AT_MOST,
    ("or", "fewer"): Bound.AT_MOST,
    ("or", "younger"): Bound.AT_MOST,
    ("or", "under"): Bound.AT_MOST,
    ("or", "below"): Bound.AT_MOST,
    ("and", "under"): Bound.AT_MOST,
    ("and", "younger"): Bound.AT_MOST,
    ("+",): Bound.AT_LEAST,
}

# A number behind one of these is the name of a thing, not a count of things.
LABELS: Final[frozenset[str]] = frozenset(
    "article articles art arts section sections sec chapter chapters table tables figure "
    "figures fig figs pl pls vols paragraph paragraphs para paras page pages p pp ch eq annex "
    "appendix clause clauses item items rule rules law laws act acts decree decrees bill bills "
    "regulation regulations resolution resolutions ordinance convention conventions protocol "
    "protocols directive "
    "order no nos nr nrs number tier tiers grades level phase stage step version volume vol "
    "footnotes endnote endnotes ref refs issue part subpart subsection title schedule category "
    "categories grade class group line route "
    "highway room "
    "building unit block zone district ward gate channel chapter exhibit note notes footnote "
    "box annexe code form case docket file edition season week c type model province "
    "provinces region regions districts area areas wards zones apollo sdg sdgs goal target "
    "objective pillar scenario report scope scopes step steps principle principles quarter "
    "quarters ruling rulings".split()
)

# Of these labels the plural is also an ordinary count ("laws 12"), so only a capital makes a label.
CAPITAL_LABELS: Final[frozenset[str]] = frozenset(
    "report number line group unit building target goal order case cases week season category "
    "form step stage part code class level note box item file issue type model figure figures "
    "acts laws bills rules order objective c title district zone province provinces region "
    "regions districts area areas wards zones scope scopes steps principle principles quarter "
    "quarters ruling rulings".split()
)

# Nouns that behind a number make it a stated change.
RISES: Final[frozenset[str]] = frozenset(
    "increase rise growth gain jump surge improvement uptick climb advance spike expansion "
    "rebound boost".split()
)
FALLS: Final[frozenset[str]] = frozenset(
    "decrease decline reduction drop fall loss cut slump dip contraction plunge".split()
)

# Verbs that before a number make it a stated change.
RISING: Final[frozenset[str]] = frozenset(
    "increase increased increases increasing rise rose risen rises rising grow grew grown "
    "grows growing gain gained jump jumped surge surged climb climbed soar soared up improved "
    "advanced higher added expanded widened widening accelerated strengthened edged "
    "appreciated".split()
)
FALLING: Final[frozenset[str]] = frozenset(
    "decrease decreased decreases decreasing decline declined declines declining drop dropped "
    "drops dropping fall fell fallen falls falling reduce reduced shrank shrink plunged "
    "plummeted slid slipped down lower lost sank cut tumbled dipped narrowed narrowing slowed "
    "eased contracted weakened depreciated".split()
)

# Verbs that move with "up" or "down": "bills went up by 9 crowns".
GOING: Final[frozenset[str]] = frozenset("go goes went gone going come comes came coming".split())

# Verbs whose object, a bare number, counts things that come or go: "hired 12 pilots and lost 3".
LOSING: Final[frozenset[str]] = frozenset("lost lose loses losing gained gain gains added".split())

# Verbs that with "at", "to" or "by" place their subject at a figure: "occupancy peaked at 97%".
STANDING: Final[frozenset[str]] = frozenset(
    "peaked stood remained stayed held settled hovered stabilised stabilized closed ended started "
    "opened came comes returned recovered rebounded levelled leveled bottomed".split()
)

# Amounts that are no figures: "most of which", "a sufficient number of inspectors", "few".
VAGUE: Final[frozenset[str]] = frozenset(
    "most many several some few fewer enough sufficient insufficient adequate inadequate numerous"
    " majority minority number dozens scores hundreds thousands lack shortage".split()
)

# All that a section says whose matter a report has to name and has nothing to say of.
EMPTY_SECTION: Final[frozenset[str]] = frozenset(
    {"not applicable", "n/a", "none", "nil", "nothing to report", "does not apply", "no data"}
)

# Verbs that state how often as much there is as before, as the change in percent.
MULTIPLYING: Final[dict[str, int]] = {
    "doubled": 100, "tripled": 200, "trebled": 200, "quadrupled": 300, "quintupled": 400,
    "halved": -50,
}  # fmt: skip

# Verbs by which what was said before is mended: both levels are for one time.
REVISING: Final[frozenset[str]] = frozenset(
    "revised revises updated updates adjusted amended corrected upgraded downgraded".split()
)
# Verbs of change, of whatever direction, that "from … to …" gives both levels of.
SHIFTING: Final[frozenset[str]] = (
    frozenset(
        "changed changes moved moves shifted went go goes gone moderated raise raised raises lower "
        "lowered lowers extended brought".split()
    )
    | REVISING
)

# Verbs behind which a figure is where their subject has moved to, or by how much it has moved.
MOVING: Final[frozenset[str]] = (
    RISING | FALLING | frozenset(MULTIPLYING) | {"went", "ranged", "varied"}
) - {"up", "down"}
# Verbs behind which a figure is what their subject amounts to.
LINKING: Final[frozenset[str]] = frozenset(
    "was were is are totaled totalled reached numbered stood averaged amounted".split()
)

# Words that make a length of time a thing measured, not a term or a deadline.
AVERAGES: Final[frozenset[str]] = frozenset(
    "average averaged averages averaging mean median".split()
)
# What takes its time: "decisions took 28 days".
TOOK: Final[frozenset[str]] = frozenset("took lasted averaged waited".split())
# What was done for so many hours: "volunteers worked 6,200 hours", "1,114 days were lost".
SPENDING: Final[frozenset[str]] = frozenset(
    "worked volunteered logged delivered provided contributed devoted totalled totaled completed "
    "lost".split()
)
# What has a length of its own: "life expectancy was 84.1 years".
LASTING: Final[frozenset[str]] = frozenset(
    "expectancy duration length stay wait waiting delay age time lag tenure seniority".split()
)
# What lasts for a number of months: "4.2 months of imports".
STOCKS: Final[frozenset[str]] = frozenset(
    "imports supply supplies consumption cover demand expenditure".split()
)

# Words that before a figure in the same clause make it a limit that no event counts.
LIMITING: Final[frozenset[str]] = frozenset(
    "accommodate accommodates capacity maximum minimum prescribes prescribed prescribe "
    "punishable penalty penalties punishment punishments imprisonment stipulates mandates "
    "limits threshold ratio".split()
)
LIMITING_MODALS: Final[frozenset[str]] = frozenset("could can may must shall".split())

# Verbs by which a report says that it has, or has not, a figure.
TELLING: Final[frozenset[str]] = frozenset(
    "report reported disclose disclosed publish published provide provided release released "
    "specify specified share shared state indicate make made give record recorded collect "
    "collected maintain track quantify keep compile offer clarify confirm".split()
)

# Verbs by which a law rules in the present: the counts behind them are no events.
RULING: Final[tuple[str, ...]] = tuple(
    rf"{stem}\w{{0,4}}"
    for stem in (
        "requir", "prohibit", "stipulat", "mandat", "allow", "permit", "set", "limit", "establish",
        "provid", "prescrib", "impos", "entitl", "defin", "authoriz", "grant", "criminaliz",
        "regulat", "specif", "guarantee", "allocat", "reserv", "appl[iy]",
    )
)  # fmt: skip
LAWS: Final[str] = (
    "law|laws|constitution|code|codes|act|legislation|statute|statutes|regulation|regulations|decree|"
    "ordinance"
)

# Nouns whose year only names them: "the 2015 constitution".
DATED_NAMES: Final[frozenset[str]] = frozenset(
    "constitution law laws act code convention protocol agreement decree regulation "
    "regulations policy plan strategy treaty resolution legislation amendment amendments "
    "ordinance bill".split()
)

# What is not given where a figure is not reported.
DATA: Final[frozenset[str]] = frozenset("data statistics information figures numbers".split())

# Plurals behind "no" or "any" that nobody would count.
UNCOUNTED: Final[frozenset[str]] = frozenset(
    "efforts restrictions measures provisions means signs indications plans results grounds "
    "steps limits limitations details doubts changes improvements concerns resources funds "
    "services rights guarantees safeguards protections criteria standards guidelines "
    "requirements procedures conditions terms obstacles barriers differences developments "
    "impediments data statistics figures numbers laws regulations policies opportunities "
    "consequences implications prospects ties powers answers links intentions duties savings "
    "qualifications circumstances effects proceeds controls reasons estimates".split()
)

# The noun that a verb counts, for "met twice a year".
DEEDS: Final[dict[str, str]] = {
    "met": "meetings", "meets": "meetings", "meet": "meetings", "convened": "meetings",
    "visited": "visits", "inspected": "inspections", "voted": "votes", "fired": "times",
}  # fmt: skip

# Words that make a number of years an age.
AGE_BEFORE: Final[frozenset[str]] = frozenset("age aged ages older younger".split())

# Verbs behind who gives a figure: "the agency reported 412".
REPORTERS: Final[frozenset[str]] = frozenset(
    "reported said stated noted alleged estimated claimed found indicated announced asserted "
    "recorded documented showed reports says states notes explained explains summarized phrased "
    "told put wrote described commented argued observed added remarked complained".split()
)

# Verbs by which somebody gives a number: the next edition gives another with the same verb.
TALLYING: Final[frozenset[str]] = frozenset(
    "reported recorded documented registered counted".split()
)

# Nouns that with "the" point back to something that happened, told of before.
EVENTS: Final[frozenset[str]] = frozenset(
    "accident arrest assault attack blaze case clash collision complaint confrontation crash crime "
    "dispute event explosion fire flood incident inquiry investigation killing matter murder "
    "operation outbreak protest raid ruling shooting spill strike trial violation".split()
)

# Words with which a document names itself: "this report" points to nothing that was said before.
ITSELF: Final[frozenset[str]] = frozenset(
    "document edition notice page period report reporting section statement year".split()
)

# Words that stand where a number would: "did not report fining any boats".
WHICHEVER: Final[frozenset[str]] = frozenset("any no".split())

# Words that deny what follows, and words that say that nobody knows it.
DENYING: Final[frozenset[str]] = frozenset("no not none nobody never nor neither cannot".split())
UNKNOWN: Final[frozenset[str]] = frozenset("unclear unknown unconfirmed undetermined".split())

FORESEEING: Final = frozenset(
    "expect expects expected expecting forecast forecasts forecasted project projects projected "
    "anticipate anticipates anticipated foresee foresees foresaw foreseen envisage envisages "
    "envisaged plan plans planned planning intend intends intended propose proposes "
    "proposed".split()
)
"""Verbs whose object has not happened: "expects sales of 40,000"."""
AIMING: Final = frozenset(
    "aim aims aimed target targets targeted cap caps capped limit limited".split()
)
"""Verbs whose object is set, not reached: "is capped at $14 million"."""
FORESIGHT: Final = frozenset(
    "guidance forecast forecasts projection projections outlook expectation expectations".split()
)
SETTING: Final = frozenset(
    "target targets goal goals objective ceiling ceilings cap caps limit limits quota".split()
)
"""Nouns for an amount that is foreseen, and for one that is set."""
PLANS: Final = FORESIGHT | frozenset("plan plans budget budgets".split())
PROVIDING: Final = frozenset("provides provided provide calls called call sets set".split())
"""What a plan does for an amount: "the budget provides for $4 million"."""
