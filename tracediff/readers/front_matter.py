"""A text in, what its front matter says of it out: title, year, date, where the text begins.

Front matter is YAML between lines of ``---``, TOML between lines of ``+++``, one JSON object, or
fields without a mark up to the first empty line, as MultiMarkdown and Pelican write them.
Of YAML only plain fields are read: no parser is needed for a title and a date.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

_YAML = re.compile(
    r"\A---[ \t]*\r?\n((?:(?!---|\.\.\.)[^\n]*\n){0,500})(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)"
)
_TOML = re.compile(r"\A\+\+\+[ \t]*\r?\n((?:(?!\+\+\+)[^\n]*\n){0,500})\+\+\+[ \t]*(?:\r?\n|\Z)")
_FIELD = re.compile(
    r"^([A-Za-z][\w -]{0,60})[ \t]*:[ \t]*"
    r"(?:[>|][+-]?[ \t]*\r?\n((?:[ \t]+[^\n]*\n?){1,20})|([^\n]*))",
    re.MULTILINE,
)
_FIELDS = re.compile(
    r"\A(?=[Tt]itle:)((?:[A-Za-z][\w -]{0,40}:[^\n]*\n(?:[ \t]+\S[^\n]*\n){0,20}){2,40})[ \t]*\r?\n"
)
_KEYS: Final = frozenset(
    "date author authors slug category categories tags status modified summary lang layout".split()
)
_COMMENT = re.compile(r"\s#.*\Z")
_LONGEST = 50_000  # characters of a JSON object that heads a text
_DATES = ("date", "published", "publish_date", "pubdate", "created", "updated", "lastmod")
_DAY = re.compile(r"((?:19|20)\d\d)-(\d{1,2})-(\d{1,2})")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a text says of itself at its head; ``end`` is where the text proper begins."""

    end: int = 0
    title: str | None = None
    year: int | None = None
    date: date | None = None
    described: tuple[str, ...] = ()


def front_matter(text: str) -> FrontMatter:
    """Read the front matter of a text; one without any begins at 0.

    >>> found = front_matter("---\\ntitle: Harbour\\ndate: 2021-03-05\\n---\\nThe port.")
    >>> found.title, found.date.year, found.end
    ('Harbour', 2021, 40)
    """
    for reader in (_yaml, _toml, _json, _fields):
        found = reader(text)
        if found is not None:
            fields, end = found
            low = {str(name).casefold(): value for name, value in fields.items()}
            described = tuple(_described(low))
            return FrontMatter(end, _title(low), _year(low.get("year")), _date(low), described)
    return FrontMatter()


def _yaml(text: str) -> tuple[Mapping[str, object], int] | None:
    front = _YAML.match(text)
    if not front or not _FIELD.search(front.group(1)):
        return None
    return {
        m.group(1): m.group(2) or _plain(m.group(3)) for m in _FIELD.finditer(front.group(1))
    }, front.end()


def _fields(text: str) -> tuple[Mapping[str, object], int] | None:
    """The fields of a text that opens with its title and another one of the keys of a post.

    MultiMarkdown's guide, "Metadata"; Pelican's documentation, "Writing content".

    >>> front_matter("Title: Harbour\\nDate: 2021-03-05\\n\\nThe port.").title
    'Harbour'
    """
    front = _FIELDS.match(text)
    if not front:
        return None
    found = {m.group(1).strip(): _plain(m.group(3) or "") for m in _FIELD.finditer(front.group(1))}
    if _KEYS.isdisjoint(name.casefold() for name in found):
        return None
    return found, front.end()


def _plain(value: str) -> str:
    """A value without its quotes or the comment behind it."""
    value = value.strip()
    for quote in "\"'":
        if value[:1] == quote and (end := value.find(quote, 1)) > 0:
            return value[1:end]
    return _COMMENT.sub("", value).strip()


def _toml(text: str) -> tuple[Mapping[str, object], int] | None:
    front = _TOML.match(text)
    if not front:
        return None
    try:
        return tomllib.loads(front.group(1).replace("\r", "")), front.end()
    except tomllib.TOMLDecodeError:
        return None


def _json(text: str) -> tuple[Mapping[str, object], int] | None:
    if not re.match(r"\{\s*[\"}]", text):
        return None
    try:
        fields, end = json.JSONDecoder().raw_decode(text[:_LONGEST])
    except (json.JSONDecodeError, RecursionError):
        return None
    return (fields, end) if isinstance(fields, dict) and text[end : end + 1] in "\r\n" else None


def _title(fields: Mapping[str, object]) -> str | None:
    for name in ("title", "name"):
        value = fields.get(name)
        if isinstance(value, str) and value.strip():
            return " ".join(value.split())[:500]
    return None


def _described(fields: Mapping[str, object]) -> Iterator[str]:
    """What else says which document this is; of an address the folder that is named by a year.

    A year with a month behind it is the day on which a post appeared.
    """
    for name in _DESCRIBING:
        value = fields.get(name)
        if isinstance(value, str) and value.strip():
            yield " ".join(value.split())[:500]
    for name in _ADDRESSES:
        found = _FOLDER.search(str(fields.get(name, ""))[:500])
        if found:
            yield found.group(1)


_DESCRIBING: Final = ("subtitle", "description", "summary", "abstract", "edition")
_ADDRESSES: Final = ("permalink", "slug", "url")
_FOLDER: Final = re.compile(r"(?:\A|/)((?:19|20)\d\d)(?:/(?!\d{1,2}(?:/|\Z))|\Z)")


def _year(value: object) -> int | None:
    found = re.fullmatch(r"(?:19|20)\d\d", str(value).strip())
    return int(found.group()) if found else None


def _date(fields: Mapping[str, object]) -> date | None:
    """The first field that holds a full date."""
    for name in _DATES:
        value = fields.get(name)
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        found = _DAY.match(str(value))
        if found:
            try:
                return date(*map(int, found.groups()))
            except ValueError:
                continue
    return None
