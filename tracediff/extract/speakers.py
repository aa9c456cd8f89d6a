"""Who says so: a parsed sentence and the place of a figure in, the speaker that it names out."""

from __future__ import annotations

from tracediff.lexicon.syntax import SAYING
from tracediff.model.syntax import NOWHERE, NounPhrase
from tracediff.syntax import Parse


def speaker(p: Parse, i: int) -> str | None:
    """Who says so: the subject of a verb of saying, or who stands behind "according"."""
    t = p.tokens
    phrase = p.speaker(p.clause_at[i]) or _reporter(p, i)
    if phrase is not None:
        return t.words(phrase.first, phrase.stop).removeprefix("The ").removeprefix("the ")
    if t.low[0] == "according" and t.low[1] == "to":
        stop = next((j for j in range(2, min(16, t.size)) if t.text[j] == ","), 0)
        return t.words(2, stop).removeprefix("the ") if stop else None
    return None


def _reporter(p: Parse, i: int) -> NounPhrase | None:
    """Who reports what a figure counts: "the coast guard reported 12 wrecks"."""
    clause = p.clauses[p.clause_at[i]]
    if clause.verb == NOWHERE or clause.subject == NOWHERE:
        return None
    verb, subject = p.verbs[clause.verb], p.phrases[clause.subject]
    says = p.tokens.low[verb.head] in SAYING and not verb.passive and verb.finite
    return subject if says and subject.stop <= verb.first < i else None
