"""Words for one case: what happened, and to whom."""

from __future__ import annotations

from typing import Final

from tracediff.text.words import root

# In the singular behind a word that points at it, each speaks of a case that a reader knows.
CASES: Final = frozenset(
    "case incident victim killing murder shooting attack assault rape suspect accused perpetrator"
    " defendant assailant complainant".split()
)
DEFINITE: Final = frozenset("the this that his her their".split())

# What is done to one accused: a sentence that says so of a name tells one case.
JUSTICE: Final = frozenset(
    map(
        root,
        "accused acquitted arraigned arrested charged convicted extradited indicted"
        " jailed prosecuted sentenced sued".split(),
    )
)
CONFESSING: Final = frozenset(map(root, ("confessed", "pleaded", "admitted")))
