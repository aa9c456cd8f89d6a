"""A page in, the element with its main content and the elements to leave out of it out.

Prose is text outside links in runs of some length. Menus, related links, forms and notices hold
little of it, so an element that looks like one (by its tag, role or class, or because it is mostly
links) is left out, unless much of the page's prose stands in it: pages with unclosed elements can
have the whole report inside a menu. The main content is the smallest element with nearly all the
prose that is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

NEVER = frozenset({
    "script", "style", "noscript", "template", "head",
    "iframe", "object", "embed", "svg", "math",
    "canvas", "video", "audio", "select", "option",
    "datalist", "button", "input", "textarea", "map",
    "link", "meta",
})  # fmt: skip
BLOCKS = frozenset({
    "html", "body", "main", "article", "section", "div",
    "header", "footer", "nav", "aside", "p", "h1",
    "h2", "h3", "h4", "h5", "h6", "ul", "ol",
    "li", "dl", "dt", "dd", "table", "caption",
    "thead", "tbody", "tfoot", "tr", "td", "th",
    "blockquote", "pre", "figure", "figcaption", "address",
    "form", "fieldset", "legend", "details", "summary",
    "hr", "center", "dialog", "menu",
})  # fmt: skip
_BESIDE = frozenset({
    "nav", "aside", "footer", "form", "dialog", "menu",
})  # fmt: skip
_HOLDERS = frozenset({
    "div", "section", "header", "ul", "ol", "dl", "span", "a", "button", "table",
})  # fmt: skip
_ROLES = frozenset({
    "navigation", "banner", "contentinfo", "complementary",
    "search", "dialog", "alertdialog", "menu", "menubar",
})  # fmt: skip
_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|submenu|breadcrumbs?|cookies?|consent|gdpr|related"
    r"|share|sharing|social|newsletter|subscribe|signup|sidebar|promo|advert|ads?|popup|modal"
    r"|pagination|pager|skip-link|toc|table-of-contents|comments|footer|masthead|toolbar"
    r"|site-header|screen-reader-text|visually-hidden|sr-only|noprint|metadata|tags?)(?:$|[\s_-])",
    re.IGNORECASE,
)
_RUN = 40  # characters outside links from which a run is prose
_MUCH = 0.25  # of the page's prose; what holds as much is not left out
_NEARLY_ALL = 0.97  # of the prose, which the main content holds


def main_content(root: _Element) -> tuple[_Element, frozenset[_Element]]:
    """The element that holds the main content, and the elements to leave out."""
    elements = [element for element in root.iter() if isinstance(element.tag, str)]
    prose, length, links = _masses(elements)
    mass = prose if prose[root] else length
    dropped = set()
    for element in elements:
        never = element.getparent() in dropped or element.tag in NEVER
        little = mass[element] < _MUCH * mass[root]
        if never or (little and _beside(element, length[element], links[element])):
            dropped.add(element)
    return _smallest(root, dropped), frozenset(dropped)


def _masses(
    elements: list[_Element],
) -> tuple[dict[_Element, int], dict[_Element, int], dict[_Element, int]]:
    """For each element the characters of prose, of text and of links in it."""
    own_prose = dict.fromkeys(elements, 0)
    length = dict.fromkeys(elements, 0)
    links = dict.fromkeys(elements, 0)
    runs: dict[_Element, int] = dict.fromkeys(elements, 0)  # text of a block outside links
    home: dict[_Element, tuple[_Element, bool, bool]] = {}  # its block, in a link, never shown
    for element in elements:
        parent = element.getparent()
        block, linked, never = home[parent] if parent is not None else (element, False, False)
        texts = [(parent, element.tail, (block, linked, never))] if parent is not None else []
        block = element if element.tag in BLOCKS else block
        home[element] = (block, linked or element.tag == "a", never or element.tag in NEVER)
        for owner, text, (at, in_link, hidden) in (*texts, (element, element.text, home[element])):
            size = 0 if hidden or not text else len(text.strip())
            length[owner] += size
            links[owner] += size * in_link
            runs[at] += size * (not in_link)
    for element, size in runs.items():
        own_prose[element] = size if size >= _RUN else 0
    for element in reversed(elements):
        parent = element.getparent()
        if parent in length:
            own_prose[parent] += own_prose[element]
            length[parent] += length[element]
            links[parent] += links[element]
    return own_prose, length, links


def _beside(element: _Element, length: int, links: int) -> bool:
    """Whether an element looks like something beside the content."""
    if element.tag in _BESIDE or element.get("role", "") in _ROLES:
        return True
    if element.tag not in BLOCKS and element.tag not in ("span", "a"):
        return False
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if "display:none" in element.get("style", "").replace(" ", "").lower():
        return True
    names = f"{element.get('class', '')} {element.get('id', '')}"[:400]
    if element.tag in _HOLDERS and _NAMES.search(names):
        return True
    if element.tag in ("ul", "ol", "div", "section", "header", "p"):
        count = sum(1 for _ in _first(element.iter("a"), 4))
        return count >= 3 and links > 0.7 * length and length / max(1, _count(element)) < 60
    return False


def _first(elements: Iterator[_Element], most: int) -> Iterator[_Element]:
    for _, element in zip(range(most), elements, strict=False):
        yield element


def _count(element: _Element) -> int:
    return sum(1 for _ in _first(element.iter("a"), 500))


def _smallest(root: _Element, dropped: set[_Element]) -> _Element:
    """The smallest element that holds nearly all prose that is not left out."""
    elements = [e for e in root.iter() if isinstance(e.tag, str) and e not in dropped]
    prose, _, _ = _masses(elements)
    whole = prose.get(root, 0)
    here = root
    while whole:
        inner = [
            child
            for child in here
            if child in prose and prose[child] >= _NEARLY_ALL * whole and child.tag in BLOCKS
        ]
        if not inner or inner[0].tag in ("p", "td", "tr", "table", "tbody", "dl"):
            break
        here = inner[0]
    return here
