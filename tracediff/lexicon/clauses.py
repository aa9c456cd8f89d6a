"""The words that hold clauses together: where one ends, what a cue reaches, what says little."""

from __future__ import annotations

from typing import Final

# Phrases that only link a statement to the one before it; with them or without, it says the same.
LINKS: Final = (
    "as a consequence", "as a result", "as mentioned", "as noted", "as such",
    "at the same time", "by contrast", "by the same token", "for example", "for instance",
    "for this reason", "in addition", "in contrast", "in fact", "in other words",
    "in particular", "in short", "in sum", "in summary", "in this context", "in this regard",
    "in this respect", "in turn", "of note", "on the contrary", "on the other hand", "to this end",
)  # fmt: skip

LIGHT_WORDS: Final[frozenset[str]] = frozenset(
    """
    have has had be is are was were been do does did make made take took give given get
    any such other further also only very more most less least than then there here still
    however although though moreover furthermore therefore additionally lastly finally
    recently currently previously new newly own same able report reported reports year years
    period reporting month number total percent january february march april may june july august
    september october november december first second third last next during end
    """.split()
)
"""Words that a denial, hedge or duty passes over on its way to what it is about, and that say
nothing of which matter two clauses share: light verbs, adverbs, months, words of reporting."""

DEGREES: Final[frozenset[str]] = frozenset(
    """
    sufficient sufficiently adequate adequately enough fully full complete completely always all
    every effective effectively consistently consistent properly proper systematically entirely
    necessarily regularly routinely specialized specific additional further both
    """.split()
)
"""Words that take the edge off a denial: who does not provide adequate services provides some."""

PREDICATES: Final[frozenset[str]] = frozenset("is are was were has have had been be".split())
"""After "no" and its noun, what is denied is the verb behind one of these."""

CLAUSE_OPENERS: Final[frozenset[str]] = frozenset(
    """
    and but or nor yet so although though while whereas because since unless which who whose
    where when however despite until after before if
    """.split()
)
"""Words that open a clause of its own after a comma."""

SUBORDINATORS: Final[frozenset[str]] = frozenset("although though while whereas despite".split())
"""Words that open a clause before its main clause, and state it as a fact of its own."""

SUBJECT_OPENERS: Final[frozenset[str]] = frozenset(
    "the a an it he she they we i this that these those there its their our some most no".split()
)
"""Words with which the main clause behind such a comma begins."""

IMPERATIVES: Final[frozenset[str]] = frozenset("ensure strengthen publish collect".split())
"""Words of the obligation list that ask for something only where they open a sentence."""

RECOMMENDING: Final[frozenset[str]] = frozenset(
    """
    address adopt allocate amend collect conduct continue create develop enact enforce ensure
    establish expand finalize finalise fund implement improve increase investigate make prosecute
    provide publish raise ratify strengthen take train
    """.split()
)
"""Verbs that open a recommendation: "Ensure that …". What it asks for is not said to be so."""

PAST_FORMS: Final[frozenset[str]] = frozenset(
    """
    began begun rose risen grew grown fell fallen shrank shrunk withdrew withdrawn held led set put
    cut came went made took ran
    """.split()
)
"""Past forms of verbs that do not show by their ending that they are past."""

NOT_VERBS: Final[frozenset[str]] = frozenset("table tables open complete delay delays".split())
"""Forms of verbs of the stages that are mostly nouns and adjectives: "Table 4", "complete data"."""

GOING_ON: Final[frozenset[str]] = frozenset(
    """
    continue continues continued continuing begin begins began begun start starts started appear
    appears appeared seem seems seemed tend tends tended expected projected forecast likely managed
    """.split()
)
"""Words behind which "to" leads to what does happen: "continued to rise"."""

SUPPOSING: Final[frozenset[str]] = frozenset(
    "you would could should may might can must cannot".split()
)
"""Words before a verb that make it no event: "if you close your account", "could adopt"."""

RULE_BOOKS: Final[frozenset[str]] = frozenset(
    """
    law laws constitution code legislation statute statutes regulation regulations decree
    ordinance rules charter bylaws article
    """.split()
)
"""What lays down what one may do: behind them "may" permits."""

EXCEPTIONS: Final[frozenset[str]] = frozenset({"except", "unless"})
"""Behind a denial, words that take part of it back."""

CONTRASTS: Final[frozenset[str]] = frozenset(
    "but except although though however until unless because while despite whereas".split()
)
"""Words beyond which a denial does not reach."""

AUXILIARIES: Final[frozenset[str]] = frozenset(
    """
    is are was were be been being am has have had having do does did will would shall should can
    could may might must cannot remain remains became becomes requires require includes provides
    occurs occur allows allow prohibits prohibit continue continues need needs seem seems appears
    held led grew fell rose began made took gave found said met kept told sent went saw
    brought built paid spent lost won left chose wrote sought stood ran
    """.split()
)
"""Words that show, without a parser, that a stretch of a sentence has a verb of its own."""
