"""Tags in, tags out: those mended that the words around them show to be wrong.

The tagger looks at few words. Each rule here is a relation between neighbours that it misses; the
first that speaks of a token decides, and a later token sees what was decided before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tracediff.syntax.repairs import modifiers, nouns, verbs, words
from tracediff.syntax.repairs.place import FINITE, Place, Repair
from tracediff.text.tokens import Tokens


def repaired(t: Tokens, tags: Sequence[str]) -> list[str]:
    """The tags of a sentence with those mended that are shown to be wrong."""
    found: list[str] = []
    finite = False
    verbless = t.text[t.size - 1 : t.size] == ["."] and FINITE.isdisjoint(tags)
    for i, tag in enumerate(tags):
        low = t.low[i]
        rules = _OF_WORD if low in _WORDS or low.endswith("wide") else _OF_TAG.get(tag, ())
        new = tag
        if rules:
            before, after = tags[i - 1] if i else "", tags[i + 1] if i + 1 < len(tags) else ""
            led = found[-1] if found else ""
            place = Place(t, i, tag, before, after, led, finite, tags, verbless, low)
            new = _first(rules, place) or tag
        found.append(new)
        finite = finite or new in FINITE
    return found


def _first(rules: Sequence[Repair], place: Place) -> str | None:
    """What the first rule says that speaks of a token."""
    for rule in rules:
        told = rule(place)
        if told is not None:
            return told
    return None


# Each rule with the tags that it speaks of, in the order in which they are asked; what speaks of
# words, whatever their tags, is asked first.
REPAIRS: Final[tuple[tuple[Repair, str], ...]] = (
    (modifiers.more, "RBR"),
    (nouns.hyphened, "VB VBP"),
    (nouns.times, "VBZ"),
    (nouns.capital, "VB VBP VBZ VBG TO"),
    (modifiers.counted, "VBD"),
    (modifiers.ended, "VBD"),
    (verbs.of_which, "JJ VBN"),
    (verbs.some_did, "VBN"),
    (verbs.paired, "VBN JJ NN"),
    (nouns.due_to, "VB VBP"),
    (modifiers.related, "VBD VBN"),
    (nouns.part, "JJ RB"),
    (nouns.person, "JJ"),
    (words.there, "NN"),
    (verbs.these, "VBN JJ"),
    (verbs.only_past, "NN JJ"),
    (modifiers.paced, "RB NN"),
    (modifiers.adjectival, "NN"),
    (modifiers.label, "VBD"),
    (words.according, "VBD"),
    (modifiers.accused, "VBD"),
    (nouns.plural, "VBZ"),
    (nouns.measured, "VBG"),
    (nouns.gerund, "VBG"),
    (verbs.level, "NNS"),
    (verbs.guided, "VBN"),
    (verbs.employed, "VBN JJ"),
    (nouns.owned, "VB VBP VBG"),
    (nouns.change, "VB VBD VBZ VBP VBN VBG"),
    (nouns.opening, "VB VBP VBG VBN JJ"),
    (nouns.will, "MD"),
    (verbs.past, "VB"),
    (verbs.particle, "NN"),
    (nouns.object, "VB"),
    (verbs.infinitive, "JJ NN"),
    (verbs.lacking, "NNS JJ NN VBN"),
    (verbs.only_verb, "NN VB"),
    (verbs.works, "NN VB"),
    (verbs.of_those, "NN VB"),
    (modifiers.done_by, "VB VBP NN"),
    (verbs.of_share, "NN RB JJ VB"),
    (modifiers.have_done, "JJ NN"),
    (verbs.behind_pronoun, "NN VB"),
    (nouns.behind_of, "VB VBP VBZ"),
    (nouns.leave, "VB"),
    (nouns.has_share, "VBG"),
    (modifiers.feeling, "NN"),
    (verbs.which_does, "NNS"),
    (verbs.happened, "VBN"),
    (verbs.base, "VB"),
    (nouns.before_verb, "VB"),
)
_WORDS: Final = (
    frozenset(
        "versus vs somewhat about no longer per has have had either following there"
        " according".split()
    )
    | words.YEARLY
)
_OF_TAG: Final[dict[str, tuple[Repair, ...]]] = {
    tag: tuple(rule for rule, tags in REPAIRS if tag in tags.split())
    for tag in sorted({tag for _, tags in REPAIRS for tag in tags.split()})
}
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
    *(rule for rule, _ in REPAIRS),
)
