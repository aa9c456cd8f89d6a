"""A web page in, the blocks of its main content out.

Scripts are not run, links not followed, entities of a document type not expanded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tracediff.errors import InputError
from tracediff.model import Source
from tracediff.readers.compose import compose
from tracediff.readers.html_coverage import coverage
from tracediff.readers.html_flow import pieces_of
from tracediff.readers.html_main import left_out
from tracediff.settings import Reading

if TYPE_CHECKING:
    from lxml.etree import _Element

_CHARSET = re.compile(
    rb"""<(?:meta[^>]{0,200}charset|\?xml[^>]{0,100}encoding)\s*=\s*["']?([\w-]+)"""
)


def read_html(data: bytes, name: str, settings: Reading) -> Source:
    """Read a web page.

    Raises ``InputError`` where it is no text, or is nested or as large as no page is.
    """
    text, notes = _decoded(data, name)
    root = parse(text, name, settings)
    set_equations(root)
    reasons = left_out(root)
    dropped = frozenset(reasons)
    pictures: set[_Element] = set()
    pieces = list(pieces_of(root, dropped, name, settings, pictures))
    source = compose(name, "html", pieces, title=title_of(root, dropped), notes=notes)
    left = coverage(root, reasons, pieces, pictures)
    return replace(source, left_out=left, described=tuple(_described(root)))


def parse(text: str, name: str, settings: Reading) -> _Element:
    """The tree of a page; that of a page with nothing on it is one empty element.

    Raises ``InputError`` where it has more elements or deeper ones than the settings allow.
    """
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_pis=True, huge_tree=True)
    if _depth(text) > settings.max_nesting * 4:
        raise InputError(
            f"{name}: has elements nested far deeper than a page has; check that it is the right"
            f" file, or raise reading.max_nesting in tracediff.toml"
        )
    if _most_attributes(text) > _ATTRIBUTES:
        raise InputError(
            f"{name}: has a tag with more than {_ATTRIBUTES:,} attributes; check that it is the"
            f" right file"
        )
    root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    if root is None:
        root = etree.Element("html")
    depth: dict[_Element, int] = {}
    for count, element in enumerate(root.iter(), 1):
        parent = element.getparent()
        depth[element] = depth.get(parent, 0) + 1 if parent is not None else 1
        if count > settings.max_elements:
            raise InputError(
                f"{name}: has more than {settings.max_elements:,} elements; split it,"
                f" or raise reading.max_elements in tracediff.toml"
            )
        if depth[element] > settings.max_nesting:
            raise InputError(
                f"{name}: has elements nested more than {settings.max_nesting} deep; check that it"
                f" is the right file, or raise reading.max_nesting in tracediff.toml"
            )
    return root


_ATTRIBUTE = r"[^\s=>/][^\s=>/]*+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'>][^\s>]*+)?+)?+"
_OPENED = re.compile(rf"<([a-zA-Z][a-zA-Z0-9]*+)((?:[\s/=]++|{_ATTRIBUTE})*+)")
_RAW = re.compile(r"</(?:script|style)", re.IGNORECASE)
_ATTRIBUTES = 5_000  # of one tag; written pages stay below 60
_LONG = 4_000  # characters of a tag whose attributes are worth counting


def _most_attributes(text: str) -> int:
    """How many attributes the longest tag of a page has, as far as they may be too many.

    The parser compares each with all before it, so that they are counted first.
    """
    most = at = 0
    while opened := _OPENED.search(text, at):
        at = opened.end()
        inside = opened[2]
        if len(inside) > _LONG:
            most = max(most, sum(1 for _ in re.finditer(_ATTRIBUTE, inside)))
        if opened[1].lower() in ("script", "style") and (end := _RAW.search(text, at)):
            at = end.end()
    return most


_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr",
    "img", "input", "link", "meta", "source", "track",
    "wbr", "p", "li", "option", "td", "th",
    "tr", "dt", "dd", "thead", "tbody", "tfoot",
})  # fmt: skip


def _depth(text: str) -> int:
    """The deepest nesting of elements that must be closed, told without building the tree."""
    depth = deepest = 0
    for match in _TAG.finditer(text):
        if match.group(2).lower() in _VOID:
            continue
        if match.group(1):
            depth = max(0, depth - 1)
        else:
            depth += 1
            deepest = max(deepest, depth)
    return deepest


def _decoded(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """The text of a page in the encoding that it states, and a note where it states none."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace"), ()
    if b"\x00" in data[:8192]:
        raise InputError(f"{name}: is a binary file; give .txt, .md, .html, .docx or .pdf")
    data = data.replace(b"\x00", b"")
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        stated = _CHARSET.search(data[:4096])
    encoding = stated.group(1).decode("ascii") if stated else "windows-1252"
    try:
        text = data.decode(encoding, "replace")
    except (LookupError, UnicodeError):
        stated, encoding = None, "windows-1252"
        text = data.decode(encoding, "replace")
    if stated and "\ufffd" not in text:
        return text, ()
    return text, (f"The page is not UTF-8 and was read as {encoding}.",)


def set_equations(root: _Element) -> None:
    """Write the fractions and powers of MathML equations in a line: "3/4", "10^6"."""
    for tag, sign in (("mfrac", "/"), ("msup", "^"), ("msub", "_")):
        for element in root.iter(tag):
            if len(element) == 2:
                element[0].tail = sign


def _described(root: _Element) -> Iterator[str]:
    """What the head of a page says of it: its title and its description."""
    title = root.find(".//title")
    said = [(title.text or "") if title is not None else ""]
    said += [
        str(meta.get("content", ""))
        for meta in root.iter("meta")
        if str(meta.get("name") or meta.get("property") or "").casefold() in _DESCRIBING
    ]
    yield from (" ".join(text.split())[:500] for text in said[:_HEAD] if text.strip())


_DESCRIBING: Final = ("description", "og:title", "og:description", "dc.title", "dcterms.title")
_HEAD: Final = 6  # lines of the head of a page that are read


def title_of(root: _Element, dropped: frozenset[_Element]) -> str | None:
    """The first heading of the highest level, else the title of the page."""
    for heading in root.iter("h1"):
        if heading not in dropped and not any(a in dropped for a in heading.iterancestors()):
            text = " ".join("".join(heading.itertext()).split())
            if text:
                return text[:500]
    title = root.find(".//title")
    text = " ".join((title.text or "").split()) if title is not None else ""
    return text[:500] or None
