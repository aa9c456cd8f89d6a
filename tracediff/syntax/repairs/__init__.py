"""Tags in, tags out: those mended that the words around them show to be wrong.

The tagger looks at few words. Each rule here is a relation between neighbours that it misses; the
first that speaks of a token decides, and a later token sees what was decided before it. A rule is
asked only where what it needs stands there: most tokens need none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from tracediff.lexicon.participles import HAPPENING, PAST_OF, PASTS
from tracediff.lexicon.syntax import SAYING
from tracediff.syntax.repairs import modifiers, nouns, verbs, words
from tracediff.syntax.repairs.place import FINITE, NOUNS, Place, Repair
from tracediff.text.tokens import Tokens


def repaired(t: Tokens, tags: Sequence[str]) -> list[str]:
    """The tags of a sentence with those mended that are shown to be wrong."""
    found: list[str] = []
    finite = False
    verbless = t.text[t.size - 1 : t.size] == ["."] and FINITE.isdisjoint(tags)
    before = led = word = ""  # the tag before as it was given and as it was mended, and its word
    for i, (tag, after, low) in enumerate(zip(tags, [*tags[1:], ""], t.low, strict=False)):
        if low in _WORDS or low.endswith("wide"):
            rules = _OF_WORD
        elif tag in _TAGS:
            kind = _KINDS.get(low, ())
            led_by = word if word in _LEADING else ""
            capital = t.text[i] != low
            rules = _asked[tag, before, after, led_by, kind, capital, verbless]
        else:
            rules = ()
        new = tag
        if rules:
            place = Place(t, i, tag, before, after, led, finite, tags, verbless, low)
            new = _first(rules, place) or tag
        found.append(new)
        finite = finite or new in FINITE
        before, led, word = tag, new, low
    return found


def _first(rules: Sequence[Repair], place: Place) -> str | None:
    """What the first rule says that speaks of a token."""
    for rule in rules:
        told = rule(place)
        if told is not None:
            return told
    return None


class Rule(NamedTuple):
    """A repair with the tags that it speaks of, and what it needs to speak.

    ``before`` and ``after`` are tags of which its neighbours must have one, as the tagger gave
    them ("" beyond either end), ``led`` words of which one stands straight before it, ``words``
    those that it speaks of; what is empty may be anything. ``capital`` says that the token has a
    capital, ``verbless`` that the sentence has no finite verb.
    """

    repair: Repair
    tags: str
    before: Iterable[str] = ()
    after: Iterable[str] = ()
    led: str = ""
    words: Iterable[str] = ()
    capital: bool = False
    verbless: bool = False


_OWNERS: Final = ("PRP$", "WP$", "NN$", "NNS$", "NNP$", "NNPS$")
_SHARE: Final = "percent %"

# Each rule with the tags that it speaks of, in the order in which they are asked; what speaks of
# words, whatever their tags, is asked first.
REPAIRS: Final[tuple[Rule, ...]] = (
    Rule(modifiers.more, "RBR"),
    Rule(nouns.hyphened, "VB VBP", before=("HYPH",)),
    Rule(nouns.times, "VBZ", words=("times",)),
    Rule(nouns.capital, "VB VBP VBZ VBG TO", capital=True),
    Rule(modifiers.counted, "VBD", before=("CD",)),
    Rule(modifiers.ended, "VBD", words=("ended",)),
    Rule(verbs.of_which, "JJ VBN", before=("CD", "NN", "NNS")),
    Rule(verbs.some_did, "VBN", before=("CD",)),
    Rule(verbs.paired, "VBN JJ NN", after=("CD",)),
    Rule(nouns.due_to, "VB VBP"),
    Rule(modifiers.related, "VBD VBN", words=("related",)),
    Rule(words.before_a_year, "RB", after=("CD",), words=("before", "since")),
    Rule(words.that_of, "IN", words=("that",)),
    Rule(nouns.part, "JJ RB", before=("CD", "HYPH")),
    Rule(nouns.person, "JJ", before=("JJ",)),
    Rule(nouns.ends_of, "JJ", led="of"),
    Rule(words.there, "NN", words=SAYING),
    Rule(verbs.these, "VBN JJ", led="these those", verbless=True),
    Rule(verbs.only_past, "NN JJ NNS", words=PASTS),
    Rule(verbs.not_present, "VBP", words=PASTS),
    Rule(modifiers.paced, "RB NN", words=modifiers.PACES),
    Rule(modifiers.those_doing, "NN", led="those"),
    Rule(modifiers.adjectival, "NN", after=("VBG", "NN")),
    Rule(modifiers.label, "VBD", before=NOUNS),
    Rule(words.according, "VBD"),
    Rule(words.thanks, "NNS", words=("thanks",)),
    Rule(modifiers.accused, "VBD", words=modifiers.DONE_WITH_OF),
    Rule(nouns.plural, "VBZ"),
    Rule(nouns.measured, "VBG", led="of"),
    Rule(nouns.gerund, "VBG"),
    Rule(verbs.level, "NNS", words=verbs.STANDS),
    Rule(verbs.guided, "VBN"),
    Rule(verbs.employed, "VBN JJ NN", verbless=True),
    Rule(nouns.owned, "VB VBP VBG", before=_OWNERS),
    Rule(nouns.change, "VB VBD VBZ VBP VBN VBG", led=_SHARE),
    Rule(nouns.opening, "VB VBP VBG VBN JJ", before=("",)),
    Rule(nouns.will, "MD", words=("will",)),
    Rule(verbs.past, "VB", led="will"),
    Rule(verbs.listed, "VBP NN", before=("CC", ",")),
    Rule(verbs.particle, "NN", after=("RP",)),
    Rule(nouns.object, "VB"),
    Rule(verbs.made_up, "VBN", after=("RP",), verbless=True),
    Rule(verbs.infinitive, "JJ NN", led="to"),
    Rule(verbs.lacking, "NNS JJ NN VBN", verbless=True),
    Rule(verbs.only_verb, "NN VB", verbless=True),
    Rule(verbs.works, "NN VB", after=("RB",), verbless=True),
    Rule(verbs.of_those, "NN VB", after=("TO",)),
    Rule(modifiers.done_by, "VB VBP NN", before=NOUNS, words=modifiers.BASES),
    Rule(verbs.of_share, "NN RB JJ VB", led=_SHARE),
    Rule(modifiers.have_done, "JJ NN", words=PAST_OF),
    Rule(modifiers.been_done, "JJ", words=PAST_OF),
    Rule(verbs.behind_pronoun, "NN VB", led="they we"),
    Rule(nouns.behind_of, "VB VBP VBZ"),
    Rule(nouns.leave, "VB"),
    Rule(nouns.has_share, "VBG"),
    Rule(modifiers.feeling, "NN", after=("RB",)),
    Rule(verbs.which_does, "NNS", before=("WDT", "WP", ",", "CC", "NN", "NNP"), after=verbs.TAKEN),
    Rule(verbs.happened, "VBN", before=NOUNS, words=HAPPENING),
    Rule(verbs.base, "VB"),
    Rule(nouns.joined, "VB", before=("CC",)),
    Rule(nouns.before_verb, "VB"),
)
_WORDS: Final = (
    frozenset(
        "versus vs somewhat about no longer per has have had either following there"
        " according".split()
    )
    | words.YEARLY
)
_OF_WORD: Final[tuple[Repair, ...]] = (
    *(
        words.versus,
        words.somewhat,
        words.about,
        words.there,
        words.either,
        words.following,
        words.nationwide,
        words.longer,
        words.yearly,
        words.per_cent,
        words.has_been,
        words.according,
    ),
    *(rule.repair for rule in REPAIRS),
)
_TAGS: Final = frozenset(tag for rule in REPAIRS for tag in rule.tags.split())
_LEADING: Final = frozenset(word for rule in REPAIRS for word in rule.led.split())


def _kinds() -> dict[str, tuple[Repair, ...]]:
    """Which of the rules that speak of some words alone speak of a word."""
    kinds: dict[str, tuple[Repair, ...]] = {}
    for rule in REPAIRS:
        for word in rule.words:
            kinds[word] = (*kinds.get(word, ()), rule.repair)
    return kinds


_KINDS: Final = _kinds()
_Needed = tuple[str, str, str, str, tuple[Repair, ...], bool, bool]


class _Asked(dict[_Needed, tuple[Repair, ...]]):
    """The rules that may speak of a token, by its tag and what they may need."""

    def __missing__(self, needed: _Needed) -> tuple[Repair, ...]:
        tag, before, after, led, kind, capital, verbless = needed
        found = self[needed] = tuple(
            rule.repair
            for rule in REPAIRS
            if tag in rule.tags.split()
            and (not rule.before or before in rule.before)
            and (not rule.after or after in rule.after)
            and (not rule.led or led in rule.led.split())
            and (not rule.words or rule.repair in kind)
            and capital >= rule.capital
            and verbless >= rule.verbless
        )
        return found


_asked: Final = _Asked()
