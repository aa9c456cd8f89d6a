"""Every tunable number, each with the reason for its value.

A stage is handed its own group and nothing else. ``tracediff.toml`` may set those that
``config/public.py`` names; the others change with any version.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from typing import Final

from tracediff.model import Waiver
from tracediff.rules import CATALOGUE


@dataclass(frozen=True, slots=True)
class Reading:
    """Bounds on input, so that no file can take the machine down."""

    max_bytes: int = 64 * 1024 * 1024  # the longest report met has 12 MB; a text of 64 MB is a dump
    at_once: int = 30_000  # bytes or characters from which on a second process pays
    max_line: int = 1_000_000  # one line of a megabyte is data, not prose
    max_pages: int = 3000  # the longest annual reports met have 600 pages
    max_page_words: int = 20_000  # a dense newspaper page has 6,000
    max_page_shapes: int = 20_000  # lines looked at for tables; a map has more and is no table
    max_stream: int = 4 * 1024 * 1024  # bytes of one stream of a PDF, pictures aside, unpacked; the
    # page descriptions of the largest report met have 2 MB; beyond it the file is read in a process
    max_streams: int = 256 * 1024 * 1024  # of its own, and so it is where all together are larger
    max_memory: int = 1024 * 1024 * 1024  # bytes that such a process may take; 600 pages take 0.5
    max_seconds: float = 120.0  # for one file; a 600-page report takes 12
    max_nesting: int = 250  # elements inside each other; written pages stay below 60
    max_elements: int = 500_000  # of a web page; the longest report met has 9,000
    max_cells: int = 200_000  # of all tables together, after row and column spans are filled
    max_unpacked: int = 128 * 1024 * 1024  # bytes of an archive's members together; pictures aside
    max_text: int = 16_000_000  # characters of a whole file; 3,000 dense pages have 12 million
    much_unread: float = (
        0.2  # of the text; pages of ministries leave out 2 to 18 percent, menus aside
    )
    tracked_changes: str = "accept"  # or "reject": whether a Word file is read as revised or not
    max_members: int = 10_000  # files inside an archive; a long report with pictures has 800


@dataclass(frozen=True, slots=True)
class Dating:
    """How the period that the data of an edition are for is told from its text."""

    opening: int = 3_000  # characters of a cover with its letter, which say what a report is for
    table_rows: int = 5  # rows that speak for a year above them; more are still one table
    stretches: int = 50  # declared stretches that are weighed; a report of accounts has a dozen
    behind: int = 2  # years that data may lie behind the title; statistics of three years are rare
    as_many: float = 0.6  # share of the most sentences that a newer year needs to be the data's
    enough: int = 5  # dated sentences and figures in them that outdo the year in the file's name
    habit: int = 10  # months without a year that are a habit of writing
    many: int = 4  # sentences with figures that may speak against the year of the title
    outweighs: float = 2.5  # and how much more they must weigh than those for the title's year
    # What speaks for a stretch of time that the text declares, and how much is wanted:
    again: float = 0.5  # each time that it is declared
    often: int = 8  # times that count; tables of accounts declare every column
    in_opening: float = 2.0  # it is declared where a report says what it is for
    in_own_words: float = 2.0  # the sentence speaks of "this report", "our", "the company"
    in_title: float = 6.0  # the title spells it out
    declared: float = 2.0  # wanted at least: a government's fiscal year is mentioned once or twice
    against_title: float = 3.0  # wanted where the title names another year


@dataclass(frozen=True, slots=True)
class Aligning:
    """How alike texts must be to stand side by side."""

    all_pairs: int = 40_000  # below this many pairs all are looked at; it takes a tenth of a second
    postings: int = 300  # sentences looked up for one, rarest word first; 600 find no more
    telling: float = 0.15  # weight from which a word leads to candidates; "the" weighs less
    candidates: int = 8  # kept of those; twelve change one link of 10,000, and take a third longer
    reach: int = 3  # sentences around a link in which its neighbours' partners are sought
    # Log odds that two sentences are two versions of one, fitted together by logistic regression on
    # essay drafts, made splits and government reports, then rounded. Words first:
    prior: float = -7.7  # a pair taken at random
    overlap: float = 1.1  # share of both sentences' weight in common
    inside: float = 1.3  # share of the shorter one that the longer one holds
    covers: float = 0.85  # share of the longer one
    order: float = 1.4  # likeness of the word sequences
    verbatim: float = 2.0  # nearly the same word sequence: wherever it stands, it is the same
    amount: float = 2.45  # how much they share in all: long and rare beats short and common
    rarest: float = 1.15  # the rarest word shared
    names: float = 1.35  # names shared
    clash: float = 0.4  # names that each has and the other lacks
    frame: float = 0.7  # the same words lead to a figure and follow it: the same measure
    rival: float = 2.9  # how much better other partners of either are
    hopeless: float = -5.0  # no place can make up for words that speak against a pair so clearly
    # then the place:
    sure: float = 0.5  # how probable a pair must be to stand as a landmark for others
    rounds: int = 2  # how often the place is judged; one round misses more, a third gains nothing
    before: float = 1.3  # the sentences just before answer to each other
    after: float = 0.8  # so do the sentences just after
    forward: float = 1.6  # the pair keeps the order of the landmarks
    section: float = 0.8  # its sections answer to each other
    close: float = 1.5  # it stands where the landmarks around it would put it
    adrift: float = 3.0  # other figures, no common name, and no neighbour that answers
    similar: float = 0.2  # the log odds from which a pair is linked where the rest is verbatim
    far: float = 1.8  # so much less where little is verbatim or sure: partners look less alike
    tally: float = 3.0  # the same reporter gives a number of the same thing
    source: float = 0.7  # others report it
    # What is left is linked by its matter:
    phrase: float = 2.4  # the rarest phrase shared
    denied: float = 4.5  # both deny the same, or say that nobody knows, and no others do
    matter_place: float = 0.5  # the log odds by its place
    matter: float = -0.1  # the log odds from which it is linked
    matter_words: int = 5  # telling words, no names or figures, that make a sentence of prose
    # or belongs to a link that stands elsewhere:
    elsewhere: int = 3  # linked sentences in between from which on two paragraphs are far apart
    elsewhere_whole: float = 0.8  # share of what is said twice; the rest is not lost with it
    elsewhere_part: float = 0.6  # share of it that the other side says and its own side does not
    same_frame: float = 0.75  # of the words but figures: one statement, told of another year
    elsewhere_plan: float = 0.5  # share of a plan that the other side reports as done
    elsewhere_phrases: int = 3  # phrases shared; two sentences on one subject share one or two
    # Log odds that a sentence without a partner completes a link, fitted like those above:
    join_prior: float = -1.5  # any such sentence
    join_words: float = 0.87  # the log odds of the pair by its words
    join_rival: float = 0.4  # how much better other partners of it are
    join_place: float = 0.45  # the log odds by its place
    join_gain: float = 3.2  # how much more alike the two sides become
    join_covers: float = 1.1  # share of the other side that only it explains
    join_phrases: float = 0.7  # phrases that only it explains, within one paragraph
    join_names: float = 1.0  # names among what only it explains
    join_beside: float = 1.7  # it stands next to the sentence that it would join
    join_paragraph: float = 2.7  # it stands in one paragraph with it
    parts: float = 1.5  # so much more may speak against one that stands beside a linked sentence
    join_told: float = 0.8  # weight of what only it explains, where another partner is far better
    join: float = -0.4  # the log odds from which it joins
    # What takes the place of what, whatever the words:
    gap: int = 8  # sentences between two links; of more, the first may not stand for the first
    cell: int = 3  # words of a cell; so few can stand for anything that stood in their place
    few: int = 3  # sentences in a row without a partner; among more, the first is any of them
    built: float = 0.22  # likeness of the word sequences that one in twenty pairs has by chance
    most: int = 6  # sentences on one side of a link; more is a list cut anew, not a sentence
    # What the new edition gives again as last year's figure:
    recalled: float = 0.4  # of the weight of the lighter sentence that both share
    recalled_words: int = 3  # and so many words
    recalled_loose: float = 0.5  # similarity of a link below which it is taken apart for it
    recalled_among: int = 5  # figures of the old sentence; a list of more gives any by chance


@dataclass(frozen=True, slots=True)
class Extracting:
    """How figures and claims are read."""

    longest: int = 4_000  # characters read at a time; no sentence of prose met has half as many
    crowded: int = 40  # figures in a sentence, a quarter of its words, from which on it is data
    letters: float = 0.3  # a long sentence with a smaller share of letters is data, not prose
    measure_words: int = 16  # words of a measure; more no longer tell two counts apart
    citations: int = 3  # sentences followed by "(12)" from which on such numbers cite sources
    sample: int = 400_000  # characters in which that habit is looked for; it shows at once
    prose: int = 80  # characters from which on a table row without figures in cells is read as text
    middle: bool = False  # a range as one figure at its middle, else as its two ends

    # meaning_change: a logistic regression (scikit-learn 1.9, C=1) over log(1 + count) of the
    # signs named in order in extract/meaning.py, fit on 3,254 revised sentences judged by people
    # (IteraTeR, train part), rounded; cross-validated by document F1 0.73, on 400 others 0.60.
    meaning_base: float = -2.25
    meaning_weights: tuple[float, ...] = (1.8, -1.15, 4.0, 1.2, -1.4, 0.5, -0.8)
    # A "not" more or less turns a sentence round; too rare among those revisions to be learnt.
    meaning_denial: float = 1.5


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure that the configuration declares: its name, what else the texts call it, and
    whether ``more`` or ``less`` of it is better (none: neither)."""

    name: str
    aliases: tuple[str, ...] = ()
    better: str | None = None


@dataclass(frozen=True, slots=True)
class Ledger:
    """When two figures are points of one series."""

    near_sentences: int = 3  # a comparison with earlier years stands at most so far from the figure
    near_facts: int = 24  # looked at behind each figure; a sentence with more is a table
    same_edition: float = 0.7  # the same thing and most of what tells it apart
    next_sentence: float = 0.85  # in another sentence of the edition: the same in nearly all words
    withheld: float = 0.5  # the same thing and little more, where a sentence withholds one of them
    headlines: int = 200  # figures of one thing that are looked at; each is held against each
    headline: float = 0.75  # figures apart from each other: most words of the shorter measure
    linked: float = 0.65  # sentences linked though reworded: the same thing and half of the rest
    measures: tuple[Measure, ...] = ()  # declared in the configuration as [[measure]]
    faint: float = 0.4  # in sentences less alike, "local" and "young" inspectors are not the same
    other_unit: float = 0.6  # linked sentences: the rest of the words are mostly the same
    unknown: float = 0.45  # linked sentences of which one does not know what the other denies
    same_answer: float = 0.65  # shares apart from each other: most words of both clauses,
    same_words: float = 0.95  # all of them where each stands in many sentences
    far: int = 100  # times as many, in sentences that nothing links, are counted of something else
    some_weeks: int = 40  # days; "none in July" says nothing of the year
    linked_ease: float = 0.4  # sentences alike word for word vouch for their figures themselves
    all_pairs: int = 64  # linked sentences of so many figures each: all pairs of them are scored
    rarest: int = 32  # in longer ones, so many figures that share the rarest words of each


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a field, beside the lists that come with tracediff; ``[words]`` sets them.

    ``lists`` are pairs of a list's name (``stages.adopted``, see ``lexicon/lists.py``) and its
    entries: words and phrases as they stand, in lower case. ``synonyms`` are groups of words that
    mean the same thing, in whatever inflection.
    """

    lists: tuple[tuple[str, tuple[str, ...]], ...] = ()
    synonyms: tuple[tuple[str, ...], ...] = ()

    def of(self, name: str) -> tuple[str, ...]:
        """The entries of one list."""
        return dict(self.lists).get(name, ())

    def family(self, name: str) -> dict[str, tuple[str, ...]]:
        """The lists of one family by their own names: ``units.dunam`` under ``dunam``."""
        pairs = ((held.partition("."), entries) for held, entries in self.lists)
        return {own: entries for (kin, _, own), entries in pairs if kin == name and own}


@dataclass(frozen=True, slots=True)
class Detecting:
    """How large a change must be to be said, and how much of a change it is.

    ``words`` are those of ``[words]``: a run sets them here too.
    """

    at_once: int = 250  # sentences from which on a second process pays
    sizes: Mapping[str, float] = field(default_factory=lambda: {r.id: r.size for r in CATALOGUE})
    sure: Mapping[str, float] = field(default_factory=lambda: {r.id: r.sure for r in CATALOGUE})
    milder: float = 0.6  # the milder form of a kind (a note, a year rolled) counts so much of it
    verdict_sure: float = 0.9  # how sure a verdict on two statements is that say the same else
    reworded_sure: float = 0.8  # and that a word exchanged in an otherwise equal sentence matters
    reworded: float = 0.5  # any other rewording may be one of style
    cell: float = 0.9  # how sure another answer in a cell of a table is: it is read off its place
    lacking: float = 0.8  # "lacks clerks" denies less than "has no clerks"
    step: float = 0.4  # a quantity or duty that changed counts so much and the steps it moved
    rung: float = 0.08  # a stage that was passed adds so much to the size of a change of stage,
    verdict: float = 0.1  # and one on the way to a judgment a little more
    case_moved: float = 0.5  # a case that went further counts so much before the steps are added
    case_elsewhere: float = 0.4  # how near two places count that share only the names of a case
    whole_section: float = 0.4  # a section of one sentence; of thirty it counts in full
    section_sentence: float = 0.02  # what each sentence of it adds
    heading: float = 0.4  # a heading with another figure counts as a section of one sentence
    moved_sentence: float = 0.1  # ten sentences that moved together count in full
    same_days: int = 6  # periods that differ by no more are of one length: months have 28 to 31
    same_months: int = 1  # a stock as of November compares with one as of December, not of August
    restated: float = 0.8  # one figure is wrong only where both are of one measure word for word
    nobody_knows: float = 0.2  # a hedge that leaves no more certainty says that nobody knows
    same_hedge: float = 0.25  # hedges nearer than this hold back alike ("may", "might")
    same_duty: float = 0.3  # and duties are as strong ("must", "shall")
    same_scope: float = 0.1  # and quantities as wide ("most", "the majority")
    same_rest: float = 0.8  # the clause beside one that came or went must be much the same
    same_head: float = 0.7  # words before "including" that both lists share
    fullest: float = 1.8  # more marks of substance than this no sentence bears
    full_sentence: int = 8  # content words that make the first mark
    # the marks, by what readers of reports would miss: eight words; a figure; a name, and a third
    # one; a denial; a shortfall; a duty, condition or plan; a case; a stage; a trend; a matter
    # unheard of
    marks: tuple[float, ...] = (0.25, 0.3, 0.2, 0.1, 0.3, 0.35, 0.25, 0.25, 0.2, 0.2, 0.2)

    same_limit: float = 0.5  # sentences less alike than this may speak of different limits
    striking_count: int = 20  # so many new cases of harm are a warning, fewer a note
    striking_change: int = 20  # and so is a new rise or fall of harm by so many percent
    hardly_alike: float = 0.15  # linked sentences that share less tell of other figures
    handful: int = 10  # a smaller count is the detail of one event more often than a statistic
    some_months: int = 85  # days; a count of fewer than three months is an episode
    gone: float = 0.5  # a statistic that is gone weighs as a figure that fell by half,
    gone_detail: float = 0.1  # a detail that is gone as one that moved a little
    gone_certainty: float = 0.7  # three of ten figures without a counterpart are told otherwise
    fresh: float = 0.85  # a new statistic of harm weighs nearly as much as a figure can,
    fresh_either: float = 0.8  # one of the two somewhat less,
    fresh_detail: float = 0.4  # other new figures half of that
    fresh_certainty: float = 0.85  # new figures are told otherwise before less often
    aside: float = 0.6  # how sure a change is from a figure that only served to compare another
    small: float = 0.05  # a figure that moved by less than a twentieth is a note, not a warning
    sum_meant: float = 0.15  # parts further off than this were not meant to make the total
    shares_meant: float = 10.0  # shares further than ten points from 100 were not meant to make it
    trend_slack: float = 0.05  # points of percent: the two figures may be rounded themselves
    same_count: float = 0.6  # figures of one clause whose measures share this much count one thing
    converted_stated: float = 0.01  # "141 hours = 5.9 days" is rounded, by no more than this beyond
    converted_aside: float = 0.05  # what brackets convert ("100 miles (160 km)") is rounded more
    rate_far: float = 1.5  # a conversion rate half again as high as the usual one is a slip
    unaligned: float = (
        0.02  # two editions that share fewer sentences are not editions of one report
    )
    claim_pair: float = 0.25  # clauses that share fewer of their words are about other matters
    same_matter: float = 0.4  # the least overlap at which one clause can contradict another
    like_clause: float = (
        0.3  # a hedge or duty is only compared where the longer clause is shared too
    )
    firm: float = 0.7  # "can" leaves more certainty than this and hedges nothing
    same_case: float = 0.5  # a case without two shared names must be worded this alike
    rare_name: int = 10  # a name in more sentences of both editions tells no case from another
    rare_share: float = 0.01  # in a short report, a name in more than one sentence of a hundred
    few_names: int = 4  # in a very short one a case may itself fill so many sentences
    shared_names: float = 0.6  # summed 1 / sentences with a name: two rare or four less rare names
    charged: float = 3.0  # the rung of cases from which one is followed to another place
    same_target: float = 0.6  # a target is the same one only where little but its date changed
    same_list: float = 0.5  # the same for a list that gains or loses a member
    substance: float = (
        0.45  # a figure, an actor and an event, or an admission: two marks of several
    )
    promise: float = 0.45  # what somebody means to do is told however short it is,
    short_promise: int = 2  # if it has so many content words
    new_matter: float = 0.4  # so much unheard of is a matter of its own, which is a mark too
    weighty: float = 0.9  # three marks of substance make a warning, fewer a note
    past_years: int = 2  # what an edition told of years so long before it was background then,
    history: float = 0.6  # and weighs so much less where it is gone
    event: float = 0.7  # what happened on a day; it is no surprise that next year tells others
    own_clause: int = 5  # content words of a clause that is worth telling without being weighty
    unlike_clause: float = 0.35  # the share of it that may stand in the other edition's sentence
    answered: float = 0.65  # so much of the shorter clause in the other: said in other words
    not_comparable: int = 12  # sentences between a figure and the remark that it is not comparable
    another_event: float = 0.3  # the like is said, with other figures: not the same event
    beside_head: float = 0.85  # what a sentence counts that goes on with the matter of another
    same_words: int = 4  # unlinked clauses that share fewer words are not about one matter
    said_elsewhere: float = 0.55  # above it, another sentence holds the rare words: said, not gone
    partly: float = 0.5  # half of it stands elsewhere: the matter lives on in part
    no_more: float = 0.6  # in a sentence that says little else
    unheard: float = 0.1  # words that the other edition never uses, by weight: something is new
    said: float = 0.75  # with such words, only a sentence that holds all the rest says the same
    words: Words = field(default_factory=Words)


# How much a kind of change matters to a reader stands beside each rule (rules.py). Some weigh
# otherwise where only one edition gives evidence ("-lone"), or where a statement stands beside
# another ("-both"); two wordings of which nothing is certain are "reworded". Set as those were.
_FORMS: Final = {
    "C306-both": 0.6, "C307-both": 0.0, "N103-both": 1.2, "N103-told": 1.5, "N103-lone": 0.2,
    "N104-lone": -0.1, "N104-told": 0.6,
    "reworded": 0.3,
}  # fmt: skip

# What each mark of a finding adds, see rank/importance.py; fitted with the kinds.
_WEIGHTS: Final = {
    "certain": 0.6, "total": 0.7, "central": 0.3, "early": 0.4, "often": 0.3, "dated": 0.3,
    "extreme": 0.15, "crossed": 0.2, "size": 0.05, "substance": 0.2, "grave": 0.15, "turned": 0.6,
    "stated": 0.5, "dwarfed": -0.3, "slight": -0.5, "table": -0.8,
    "activity": -0.6, "nameless": -0.5, "few": -0.6, "outcome": 0.1, "summary": 0.2,
    "news": 0.6, "idle": -1.5, "row": -1.0, "fragment": -0.5, "figured": 0.5,
    "backwards": -1.0, "promise": 0.5, "pledged": 0.6, "general": -0.3, "moved": 0.3,
    "largest": 0.2, "apart": -0.2, "note": -1.0, "beside": 0.5, "pointing": -0.5, "doubtful": -2.0,
    "torn": -3.0, "contact": -3.0, "aside": -0.3,
    "emptied": 0.3, "spread": -1.5, "answered": -0.7, "shared": -1.0,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ranking:
    """What comes first on page one."""

    kinds: Mapping[str, float] = field(
        default_factory=lambda: {r.id: r.weight for r in CATALOGUE} | _FORMS
    )
    weights: Mapping[str, float] = field(default_factory=lambda: dict(_WEIGHTS))
    other_kind: float = 0.0  # a rule without an entry of its own
    at_once: int = 2000  # findings from which on a second process pays
    style: float = 0.5  # two wordings no surer than this to differ in meaning may say the same
    of_section: float = 0.7  # what is new in a new section and weighs less is told with it
    rewritten: float = 0.4  # where so many sections are new and gone, each statement counts alone
    # When two findings tell of one figure or say one thing:
    compared: int = 200  # findings that are held against each other; nobody reads as far
    rounded: float = 0.03  # two figures as near as this may be one, rounded in a summary
    few: int = 10  # smaller figures come twice by chance
    same_words: int = 3  # words of what they count that both have, beside the value and the year
    repeated: float = 0.6  # statements that share more than half of their words
    repeated_words: int = 8  # and so many of them
    telling_digits: int = 5  # so many digits of two values, in whatever unit, are the same change
    telling_words: int = 2  # where so many words of what they count are the same, too
    # When something gone and something new are two halves of one matter: the share of the rarer
    # sentence's words, by weight, that both hold, in one section and in two, and how many (one more
    # in two sections); set by reading the pairs of a survey and of a country report.
    half: float = 0.4
    half_elsewhere: float = 0.52
    half_words: int = 4
    half_alone: float = 0.4  # less where they share a word that no other sentence has
    half_phrased: int = 3  # words are enough where two of them are a phrase that hardly recurs
    half_linked: float = 0.7  # of what a sentence that answers to another one says as well
    half_whole: float = 0.95  # two words are enough where one of them says no more
    half_asked: float = 0.3  # of two shares of the same people that share a word few sentences have
    half_recalled: float = 0.25  # of statements that count as many of the same thing
    half_recalled_words: int = 2  # and share so many words
    half_done: float = 0.15  # of what was planned and what tells that it is so, with rare nouns
    half_clause: float = 0.6  # of a clause: so much of it in a lone sentence says it there
    half_gap: float = 0.17  # of what stands where the other stood, beside sentences that answer
    half_gap_words: int = 2  # and shares so many words
    half_beside: float = 0.17  # a half beside a link of its paragraph that it shares words with


@dataclass(frozen=True, slots=True)
class Telling:
    """When findings are told as one story, and what is to be checked before it is quoted."""

    many_sections: int = 3  # sections gone or new from which on they are one story
    many_rows: int = 4  # and rows of one table
    leading: float = 0.4  # sections or sentences gone or new, of all, that are the first story
    alike: int = 2  # findings of one wording in so many sections are one story
    digits: int = 3  # figures of so many digits do not come twice by chance
    rare_name: int = 8  # a name in more sentences of both editions tells no case from another
    at_once: int = 200  # groups of findings from which on a second process pays
    telling_digits: int = 7  # two figures of so many are one change, whatever they are called
    certain: float = 0.7  # a slip less certain than this is no slip to be shown as one
    others: float = 0.1  # what each further finding of a story adds to its importance,
    most_others: int = 4  # as far as so many
    together: int = 5  # findings of one section that one story tells,
    first: int = 20  # where they are of the stories that come first,
    figures_first: int = 40  # or changed figures of so many
    again: float = 0.05  # what each story takes from the next of its section, so that one section
    most_again: int = 15  # does not fill the page; as far as so many
    many_documents: int = 3  # documents of a portfolio from which on what they share is one story


@dataclass(frozen=True, slots=True)
class Override:
    """Another severity, or other thresholds, for the findings that its patterns match.

    ``rule`` is an id, a name or the beginning of an id; ``section`` and ``measure`` are patterns
    with ``*``. What is empty matches everything. ``severity`` may be ``off``.
    """

    rule: str = ""
    section: str = ""
    measure: str = ""
    severity: str = ""
    error: float | None = None
    warning: float | None = None


@dataclass(frozen=True, slots=True)
class Grading:
    """Which findings are looked at, and how severe each is."""

    select: tuple[str, ...] = ()  # rules, by id, name or beginning of an id; empty: all
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, str] = field(default_factory=dict)  # by rule; may be "off"
    error: float | None = None  # no change of a figure is an error unless a team says how large
    warning: float | None = None  # else as the detector says, see detecting.small
    overrides: tuple[Override, ...] = ()


@dataclass(frozen=True, slots=True)
class Placing:
    """Where a finding about something that is gone is shown in the draft."""

    changed_within: int = 3  # a changed sentence so much further off is preferred to one that is
    # not: pull requests show remarks only on lines that changed


@dataclass(frozen=True, slots=True)
class Waiving:
    """What was signed off."""

    waivers: tuple[Waiver, ...] = ()
    baseline: tuple[Waiver, ...] = ()
    today: date | None = None  # the day that expiry is judged on; none: today, UTC
    pair: str = ""  # the name of the pair that is looked at


_JOINT: Final[dict[str, float]] = {
    "always": -1.83, "score": 2.43, "near": 0.74, "subject": 0.41, "table": 0.71, "row": 0.71,
    "verb": 0.81, "compared": 1.59, "sole": 0.61, "source": 1.0, "other_place": -2.17,
    "other_size": -1.03, "other_opinion": -1.62, "skipped": -0.9,
}  # fmt: skip
"""What says that two figures of a run are one measure, as a logistic function takes it.

Fitted on some 2,200 pairs: of 75 measures that were followed by hand through three runs, and of 70
series of seven runs that were read against their sentences. Of the pairs that are right only those
count that a run needs (a maximum spanning tree). What "source" weighs was set afterwards, so that
two measures of one organization go on over editions that skip them.
"""


@dataclass(frozen=True, slots=True)
class Timelines:
    """When sentences and figures of many editions are one statement and one measure.

    Measured on four runs of editions that were followed by hand.
    """

    reach: int = 6  # editions that a statement or figure may skip and still be followed
    bridge: float = 0.4  # share of weighted words that two sentences far apart have in common
    bridge_moved: float = 0.65  # the same under another heading, where frames recur
    without_figures: float = 0.6  # of a sentence with figures and the one that goes on without
    other_verbs: float = 0.5  # of two sentences that say that different things were done
    bridge_words: int = 3  # and so many words: headings and short remarks meet by chance
    rare_words: int = 6  # of a sentence or figure are looked up, rarest first
    postings: int = 60  # places looked at for one word; a word in more of them tells nothing
    looked_at: int = 8  # figures of one edition that share the most of them are ranked
    candidates: int = 3  # and so many of these are compared in full with another figure
    near_facts: int = 12  # of one edition that follow a figure may be it at another time
    near_sentences: int = 2  # and stand so near to it
    telling: float = 4.0  # weight of shared words from which they say which figure it is
    join: float = 0.5  # below this two figures are more often neighbours than one measure
    weak: float = 0.3  # down to this they are one measure where no other figure fits as well
    bare: float = 0.4  # the same for counts and amounts that no statement holds together
    unrivalled: float = 0.7  # such are looked at for competitors up to this
    otherwise: float = 0.8  # the same where they count things of two names: cases, victims
    seam: float = 0.65  # surer than this two runs are one, wherever they meet
    meeting: float = 0.125  # less sure ones are where their nearest editions are as sure as this
    margin: float = 0.08  # "as well": by so much at ``join``
    steep: float = 3.0  # and so much more for each point below it
    still_about: float = 0.6  # of a label that a sentence keeps when it gives the figure no more
    restated: float = 0.7  # surer than this that the measure is one, a new value is a restatement
    joint: Mapping[str, float] = field(default_factory=lambda: dict(_JOINT))
    earned: float = 0.2  # a series is shown as one measure where no joint is less sure than this
    earned_money: float = 0.6  # the same for amounts of money in prose


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings, a group for each stage."""

    reading: Reading = field(default_factory=Reading)
    dating: Dating = field(default_factory=Dating)
    aligning: Aligning = field(default_factory=Aligning)
    extracting: Extracting = field(default_factory=Extracting)
    ledger: Ledger = field(default_factory=Ledger)
    detecting: Detecting = field(default_factory=Detecting)
    ranking: Ranking = field(default_factory=Ranking)
    telling: Telling = field(default_factory=Telling)
    grading: Grading = field(default_factory=Grading)
    placing: Placing = field(default_factory=Placing)
    waiving: Waiving = field(default_factory=Waiving)
    timelines: Timelines = field(default_factory=Timelines)
    words: Words = field(default_factory=Words)

    def __repr__(self) -> str:
        """Only what is not as it comes, group by group."""
        groups = ((one.name, getattr(self, one.name)) for one in fields(self))
        told = [f"{name}={_as_made(group)}" for name, group in groups if group != type(group)()]
        return f"Settings({', '.join(told)})"


def _as_made(group: object) -> str:
    """A group of settings as it could be made, without what is as it comes."""
    usual = type(group)()
    assert is_dataclass(group)
    told = [
        f"{one.name}={getattr(group, one.name)!r}"
        for one in fields(group)
        if getattr(group, one.name) != getattr(usual, one.name)
    ]
    return f"{type(group).__name__}({', '.join(told)})"
