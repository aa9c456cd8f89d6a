"""What is in force, and from where: a configuration in, rows and the commented file out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from datetime import date
from typing import Any, NamedTuple

from tracediff.config import Config
from tracediff.config.groups import GROUPS, values
from tracediff.config.public import PUBLIC
from tracediff.config.toml_tables import Check
from tracediff.lexicon.lists import BY_NAME, FAMILIES, shipped
from tracediff.model import Waiver
from tracediff.settings import Settings, Words


class InForce(NamedTuple):
    """One value in force: its table, key, value as TOML writes it, origin, and reason."""

    table: str
    key: str
    value: str
    origin: str
    reason: str = ""


def rows(config: Config) -> Iterator[InForce]:
    """All values in force, table by table, in the order in which the documentation has them."""
    yield from _check(config)
    grading = config.settings.grading
    for rule, severity in grading.severities.items():
        yield InForce("severity", rule, toml(severity), _origin(config, f"severity.{rule}"))
    for key in ("error", "warning"):
        if (size := getattr(grading, key)) is not None:
            yield InForce("threshold", key, toml(size), _origin(config, f"threshold.{key}"))
    for group in GROUPS:
        for key, value in values(group, getattr(config.settings, group)).items():
            origin = _origin(config, f"{group}.{key}")
            yield InForce(group, key, toml(value), origin, PUBLIC[group][key])
    file = str(config.path) if config.path else ""
    yield from _added(config.settings.words, file)
    for name, several in (
        ("override", grading.overrides),
        ("measure", config.settings.ledger.measures),
        ("pair", config.pairs),
        ("waiver", config.waivers),
    ):
        for number, one in enumerate(several, start=1):
            for key, value in _filled(one).items():
                yield InForce(f"[{name}] {number}", key, toml(value), file)


def word_rows(config: Config) -> Iterator[InForce]:
    """All word lists: what comes with tracediff, and below it what the file adds."""
    words = config.settings.words
    file = str(config.path) if config.path else ""
    known = dict(shipped())
    for name, entries in known.items():
        tells = BY_NAME[name].tells if name in BY_NAME else FAMILIES[name.partition(".")[0]]
        if entries:
            yield InForce("words", _key(name), toml(entries), "default", tells)
        if added := words.of(name):
            yield InForce("words", _key(name), toml(added), file, tells)
    own = tuple((name, entries) for name, entries in words.lists if name not in known)
    yield from _added(replace(words, lists=own), file)


def _added(words: Words, file: str) -> Iterator[InForce]:
    for name, entries in words.lists:
        yield InForce("words", _key(name), toml(entries), file)
    if words.synonyms:
        yield InForce("words", "synonyms", toml(words.synonyms), file)


def _key(name: str) -> str:
    """The name of a list as TOML takes it."""
    return ".".join(
        part if part.isascii() and part.replace("_", "").isalnum() else toml(part)
        for part in name.split(".", 1)
    )


def _check(config: Config) -> Iterator[InForce]:
    for one in fields(Check):
        value = getattr(config.check, one.name)
        yield InForce("check", one.name, toml(value), _origin(config, f"check.{one.name}"))


def _origin(config: Config, key: str) -> str:
    return config.origins.get(key, "default")


def _filled(one: Any) -> dict[str, Any]:
    """The fields of a declaration that are set, as the file names them."""
    found = {f.name: getattr(one, f.name) for f in fields(one)}
    if isinstance(one, Waiver):
        found["fingerprint"] = found.pop("fingerprints")
        for inner in ("file", "line", "baseline"):
            del found[inner]
    return {key: value for key, value in found.items() if value not in (None, "", ())}


def toml(value: Any) -> str:
    """A value as TOML writes it.

    >>> toml(("N101", "C3")), toml(0.5), toml(True), toml({"N101": 1.0})
    ('["N101", "C3"]', '0.5', 'true', '{N101 = 1.0}')
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key} = {toml(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(toml(one) for one in value) + "]"
    return str(value)


def commented() -> str:
    """A file that sets nothing, and says in comments what can be set and why one would."""
    parts = [_HEAD]
    settings = Settings()
    for group in GROUPS:
        lines = [f"# [{group}]  # {_ABOUT[group]}"]
        for key, value in values(group, getattr(settings, group)).items():
            lines.append(f"# {key} = {toml(value)}  # {PUBLIC[group][key]}")
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


_ABOUT = {
    "reading": "how files are read, and bounds on them",
    "detecting": "how large a change must be to be said, and how grave it is",
}

_HEAD = """\
# Configuration of tracediff. What is commented out shows the default, or an example.
# Paths count from the folder of this file. `tracediff config` shows what is in force.

[check]
# fail_on = "error"         # or "warning", "note", "never": the least severity that fails the check
# select = ["N", "A", "C301"]   # only these rules, by id, name, or beginning of an id
# ignore = ["S404"]
# format = ["terminal", "sarif:tracediff.sarif"]
# baseline = "tracediff-baseline.json"   # made by: tracediff check --write-baseline
# show_waived = false
# statistics = false

# What `tracediff check` looks at when it is called without a draft.
# [[pair]]
# name = "annual report"
# draft = "drafts/2026.md"       # a file, or a folder whose files are matched by their names
# against = "published/2025.md"  # or "v2025:drafts/2026.md", a file at a git revision
# year = 2026                    # only where the texts do not say it
# against_year = 2025

# How severe each kind of finding is: error, warning, note or off.
# [severity]
# N101 = "note"
# claim-dropped = "error"

# How large a change of a figure, as a share of the old value, is an error or a warning.
# [threshold]
# error = "50%"
# warning = 0.1

# The same for some sections or measures; the last one that matches decides.
# [[override]]
# section = "Annex*"
# severity = "off"
#
# [[override]]
# rule = "N101"
# measure = "*hotline*"
# error = 0.2

# What the report counts, and what else it calls it.
# [[measure]]
# name = "residence permits"
# aliases = ["humanitarian visas", "permits to stay"]
# better = "more"            # or "less"

# Words of your field, added to the lists that come with tracediff. An entry is a word or a phrase
# as it stands, in capitals or not. `tracediff config --words` shows all lists.
# [words]
# stages.adopted = ["gazetted"]          # planned, drafted, pending, adopted, launched, ongoing …
# obligation.must = ["is bound to"]      # must, should, may
# certainty.doubtful = ["unsubstantiated"]   # likely, hearsay, suspected, possible, doubtful …
# quantity.most = ["the bulk of"]        # all, nearly_all, most, many, some, few
# trends.up = ["scaled up"]              # up, steady, down
# cases.decided = ["committed for sentence"]   # investigated, arrested, charged, on_trial, decided
# ratings.readiness = ["unready", "partly ready", "ready"]   # a scale of your own, worst first
# sources = ["in the view of"]           # so too denials, lacks, shortfalls, harms, conditions
# ignored = ["All Saints"]               # tells nothing, though "all" would
# counted = ["livestock"]                # a noun that is counted though it does not end in -s
# units.dunam = ["dunam", "dunams"]      # a unit, and the words for it
# labels = ["lot"]                       # the number behind it is a name: Lot 14
# missing.not_reported = ["not disaggregated"]   # none, not_reported, unknown
# abbreviations = ["Reg."]               # its full stop does not end a sentence
# synonyms = [["caseworkers", "social workers"]]   # the same thing, in whatever form

# What is meant, and why. `tracediff review` writes these. A waiver is bound to its values.
# [[waiver]]
# fingerprint = "0123456789abcdef:1"   # as reports print it; or rule, section and measure:
# rule = "N102"
# section = "Assistance*"
# measure = "*permits*"
# old = 60
# new = "none"
# reason = "The programme ended in March; see the annex."
# owner = "a.person@example.org"
# ticket = "RPT-12"
# created = 2026-02-01
# expires = 2026-12-31       # the last day on which it holds, UTC"""
