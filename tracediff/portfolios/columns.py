"""The tables of a portfolio: their columns in order, with types and meanings.

Names and types are a promise: more columns may be added at the end, none is renamed or removed
under one ``SCHEMA_VERSION``. docs/portfolio.md is checked against this list.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final, NamedTuple

SCHEMA_VERSION: Final = 1


class Kind(StrEnum):
    """What a column holds; every one may also hold nothing."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    FLAG = "true or false"
    DATE = "date"


class Column(NamedTuple):
    """A column: its name, what it holds, and what that means."""

    name: str
    kind: Kind
    meaning: str


def _columns(*rows: tuple[str, Kind, str]) -> tuple[Column, ...]:
    return tuple(Column(*row) for row in rows)


_T, _I, _N, _F, _D = Kind.TEXT, Kind.INTEGER, Kind.NUMBER, Kind.FLAG, Kind.DATE
_SIDES: Final = (("old", "earlier"), ("new", "later"))

DOCUMENTS: Final = _columns(
    ("document", _T, "the name that the document is known by in all tables"),
    ("folder", _T, "the folder it lies in, from the top of the portfolio"),
    ("status", _T, "compared, failed or unpaired"),
    ("reason", _T, "why it was not compared"),
    ("rank", _I, "its place by importance of what changed, from 1"),
    ("importance", _N, "what it is ranked by"),
    ("title", _T, "the title of the later edition"),
    ("first_story", _T, "the first story that is not told of many documents"),
    ("old_path", _T, "the file of the earlier edition"),
    ("new_path", _T, "the file of the later edition"),
    ("old_label", _T, "what the earlier edition is called: its year or its name"),
    ("new_label", _T, "what the later edition is called"),
    ("stories", _I, "stories"),
    ("findings", _I, "findings that nobody signed off"),
    ("errors", _I, "of these, errors"),
    ("warnings", _I, "of these, warnings"),
    ("notes", _I, "of these, notes"),
    ("waived", _I, "findings signed off"),
    ("checks", _I, "what to check before quoting"),
    ("fell_to_none", _I, "figures that fell to none"),
    ("withheld", _I, "figures that the later edition says it does not give"),
    ("restated", _I, "figures given anew for a period that the earlier edition covered"),
    ("kept", _I, "sentences of the later edition that stand as they were"),
    ("edited", _I, "sentences of the later edition that were edited"),
    ("added", _I, "sentences of the later edition that are new"),
    ("removed", _I, "sentences of the earlier edition that are gone"),
    ("changed", _N, "share of sentences that are not as they were, 0 to 1"),
    ("page", _T, "its page, from the folder of the site"),
)  # fmt: skip

FINDINGS: Final = _columns(
    ("document", _T, "the document"),
    ("rank", _I, "place of the finding in its document, from 1"),
    ("severity", _T, "error, warning or note"),
    ("rule", _T, "the rule, such as N102"),
    ("name", _T, "its name, such as fell-to-none"),
    ("message", _T, "the finding as a sentence"),
    ("story", _I, "number of the story on the document's page that tells it, from 1"),
    ("headline", _T, "the headline of that story"),
    ("section", _T, "the section"),
    ("measure", _T, "what the figure measures, as it is recognised"),
    ("period", _T, "the period in words"),
    ("old_value", _N, "the value before"),
    ("new_value", _N, "the value after"),
    ("absolute", _N, "the difference"),
    ("relative", _N, "the difference as a share of the old value"),
    ("old_status", _T, "reported, none, not_reported or unknown"),
    ("new_status", _T, "the same, after"),
    *((f"{side}_{name}", kind, meaning.format(edition))
      for side, edition in _SIDES
      for name, kind, meaning in (
          ("quote", _T, "the words of the {} edition that show it"),
          ("sentence", _T, "the sentence they stand in"),
          ("line", _I, "its line in the text as read"),
          ("page", _I, "its page, where the format has pages"),
      )),
    ("certainty", _N, "how sure the finding is, 0 to 1"),
    ("fingerprint", _T, "what a waiver names it by"),
    ("waiver", _T, "why it was signed off"),
    ("link", _T, "where it stands on the document's page, from the folder of the site"),
)  # fmt: skip

FACTS: Final = _columns(
    ("document", _T, "the document"),
    ("edition", _T, "old or new"),
    ("edition_label", _T, "what the edition is called"),
    ("fact", _T, "the figure's name in its document, such as n12"),
    ("value", _N, "the value as printed; with a scale in unit, in that scale"),
    ("status", _T, "reported, none, not_reported or unknown"),
    ("bound", _T, "exact, about, at_least, at_most, more_than or less_than"),
    ("unit", _T, "the unit"),
    ("counted", _T, "the thing counted, as the text names it"),
    ("measure", _T, "what tells this count from others of the same thing"),
    ("label", _T, "the row label that an editor would print"),
    ("kind", _T, "level, share, change, rate, limit, target or plan"),
    ("year", _I, "the calendar year it is for, where it is for one"),
    ("period", _T, "the period in words"),
    ("start", _D, "first day of the period"),
    ("end", _D, "last day of the period"),
    ("quote", _T, "the words that give it"),
    ("sentence", _T, "the sentence they stand in"),
    ("section", _T, "the section"),
    ("line", _I, "its line in the text as read"),
    ("page", _I, "its page, where the format has pages"),
    ("table_cell", _F, "whether it stands in a table"),
    ("certainty", _N, "how sure the reading of the measure is, 0 to 1"),
)  # fmt: skip

SERIES: Final = _columns(
    ("document", _T, "the document"),
    ("series", _I, "number of the series in its document, from 1; a row is one point of it"),
    ("label", _T, "the measure as an editor would print it"),
    ("measure", _T, "the measure as it is recognised"),
    ("unit", _T, "the unit"),
    ("period", _T, "the period in words"),
    ("start", _D, "first day of the period"),
    ("end", _D, "last day of the period"),
    ("value", _N, "the value"),
    ("status", _T, "reported, none, not_reported or unknown"),
    ("bound", _T, "exact, about, at_least, at_most, more_than or less_than"),
    ("edition", _T, "old or new: who gives it"),
    ("fact", _T, "the figure in the table of facts"),
    ("changed", _F, "whether the ends of the series differ, or the editions disagree"),
    ("restated", _F, "whether the other edition gives another value for this period"),
)  # fmt: skip

TABLES: Final[Mapping[str, tuple[Column, ...]]] = {
    "documents": DOCUMENTS,
    "findings": FINDINGS,
    "facts": FACTS,
    "series": SERIES,
}

_JSON: Final[Mapping[Kind, Mapping[str, str]]] = {
    Kind.TEXT: {"type": "string"},
    Kind.INTEGER: {"type": "integer"},
    Kind.NUMBER: {"type": "number"},
    Kind.FLAG: {"type": "boolean"},
    Kind.DATE: {"type": "string", "format": "date"},
}


def json_schema(table: str) -> dict[str, Any]:
    """The JSON Schema of a line of a table's ``.jsonl`` file."""
    columns = TABLES[table]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"tracediff portfolio: {table}, version {SCHEMA_VERSION}",
        "type": "object",
        "additionalProperties": False,
        "required": [column.name for column in columns],
        "properties": {
            one.name: {"description": one.meaning, "anyOf": [_JSON[one.kind], {"type": "null"}]}
            for one in columns
        },
    }
