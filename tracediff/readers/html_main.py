"""A page in, the elements to leave out of it and the reason for each out.

A page holds menus, notices and forms beside its report. They are told by their tag, role or name,
but a name alone leaves nothing out: an element with prose, a table of figures or a list of the
report's own stays, whatever it is called. Prose is text outside links in runs of some length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from tracediff.readers.coverage import Reason

if TYPE_CHECKING:
    from lxml.etree import _Element

CODE = frozenset({"script", "style"})
# what holds text that a reader of the page does not read as part of the report, by what it is
_NEVER_TEXT = {
    "script": "code", "style": "code", "template": "template", "head": "page header data",
    "noscript": "text for browsers without scripts", "svg": "drawn text", "canvas": "drawn text",
    "iframe": "embedded content", "object": "embedded content", "video": "embedded content",
    "audio": "embedded content", "map": "picture map", "select": "form control",
    "datalist": "form control", "option": "form control", "textarea": "form control",
    "button": "form control", "annotation": "notation of an equation",
    "annotation-xml": "notation of an equation", "del": "struck-out text", "rp": "reading aid",
    "rt": "reading aid",
}  # fmt: skip
NEVER = frozenset(_NEVER_TEXT)
BLOCKS = frozenset({
    "html", "body", "main", "article", "section", "div",
    "header", "footer", "nav", "aside", "p", "h1",
    "h2", "h3", "h4", "h5", "h6", "ul", "ol",
    "li", "dl", "dt", "dd", "table", "caption",
    "thead", "tbody", "tfoot", "tr", "td", "th",
    "blockquote", "pre", "figure", "figcaption", "address",
    "form", "fieldset", "legend", "details", "summary",
    "hr", "center", "dialog", "menu", "hgroup", "search",
})  # fmt: skip
_RUN = 40  # characters outside links from which a run is prose
_MUCH = 0.25  # of the page's prose; an element that holds as much is never left out
_CONTROL = 200  # characters; a longer button or choice swallowed what follows it
_NOTICE = 2500  # characters that a notice about cookies has at most


@dataclass(frozen=True, slots=True)
class _Masses:
    """For each element the characters of prose, of text and of links in it."""

    prose: dict[_Element, int]
    length: dict[_Element, int]
    links: dict[_Element, int]


def left_out(root: _Element) -> dict[_Element, Reason]:
    """The elements to leave out of a page, those inside them among them."""
    elements = [element for element in root.iter() if isinstance(element.tag, str)]
    page = _Page(root, _masses(elements))
    reasons: dict[_Element, Reason] = {}
    for element in elements:
        parent = element.getparent()
        reason = reasons.get(parent) if parent is not None else None
        if reason is None:
            reason = page.reason(element)
        if reason is not None:
            reasons[element] = reason
    return reasons


def _masses(elements: list[_Element]) -> _Masses:
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
        home[element] = (block, linked or element.tag == "a", never or element.tag in CODE)
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
    return _Masses(own_prose, length, links)


class _Page:
    """A page as its elements are judged: what is in them, and which of them is the main part."""

    def __init__(self, root: _Element, masses: _Masses) -> None:
        self.masses = masses
        self.mass = masses.prose if masses.prose[root] else masses.length
        self.whole = self.mass[root]
        self.main = self._main(root)
        self.around = set(self.main.iterancestors()) if self.main is not None else set()
        self.shown = _shown_on_demand(root)
        self.inside: dict[_Element, bool] = {}  # whether an element is in the report's own part
        self.titled = self.main is not None and next(self.main.iter("h1"), None) is not None
        self.titles = {e for h1 in root.iter("h1") for e in (h1, *h1.iterancestors())}

    def _main(self, root: _Element) -> _Element | None:
        """The element that the page calls its main part, if it holds at least half of the prose."""
        named = [e for e in root.iter("main", "div", "section") if _is_main(e)]
        articles = list(islice(root.iter("article"), 2))
        candidates: list[_Element] = [*named, *(articles if len(articles) == 1 else ())]
        for element in candidates:
            if 2 * self.mass[element] >= self.whole:
                return element
        return None

    def reason(self, element: _Element) -> Reason | None:
        """Why an element is left out, if it is; asked of parents before their children."""
        parent = element.getparent()
        inside = parent is not None and self.inside.get(parent, False)
        self.inside[element] = inside or element is self.main or element.tag == "article"
        if element.tag in NEVER and not _swallowed_the_body(element):
            return self._never(element)
        if parent is not None and parent.tag == "head" and element.tag in _HEAD:
            return Reason(_NEVER_TEXT["head"], "is no running text of the page")
        if (
            element in self.around
            or element is self.main
            or element.tag in ("html", "head", "body")
        ):
            return None
        if self._is_consent(element, inside):
            return Reason("cookie notice", "asks for consent and is no part of the report")
        if _is_hidden(element) and element not in self.shown:
            return Reason("hidden text", "the page does not show it")
        reason = self._beside(element, inside) or self._clicked(element, inside)
        if reason and self.mass[element] >= _MUCH * self.whole:
            return None
        if reason and _has_data(element):
            self.inside[element] = True
            return None
        return reason

    def _never(self, element: _Element) -> Reason | None:
        what = _NEVER_TEXT[str(element.tag)]
        swallowed = what == "form control" and self.masses.length[element] > _CONTROL
        return None if swallowed else Reason(what, "is no running text of the page")

    def _is_consent(self, element: _Element, inside: bool) -> bool:
        """Whether it is a notice about cookies: it speaks of them and asks for an answer."""
        if element.tag not in _NOTICE_TAGS or self.masses.length[element] > _NOTICE:
            return False
        named = bool(_CONSENT_NAMES.search(_names(element)))
        if not named and (inside or element.tag in ("section", "p")):
            return False
        text = " ".join(map(str, element.itertext()))  # a blank parts a heading from what follows
        if named and not inside:
            return bool(_CONSENT_WORDS.search(text))
        return bool(_CONSENT_WORDS.search(text)) and _asks(element)

    def _beside(self, element: _Element, inside: bool) -> Reason | None:
        """Why an element is left out as something beside the report, if its name or tag says so."""
        tag, role = element.tag, element.get("role", "")
        prose = self.masses.prose[element]
        if tag in ("nav", "menu") or role in _MENU_ROLES:
            return Reason("menu", "leads through the pages")
        if tag == "dialog" or role in ("dialog", "alertdialog"):
            return Reason("dialog", "opens over the page")
        if tag == "search" or role == "search" or (tag == "form" and _is_filled_in(element, prose)):
            return Reason("form", "is for the reader's input")
        if not inside and self._is_frame(element):
            return Reason("page header or footer", "stands around the report on every page")
        if not inside and (tag == "aside" or role == "complementary"):
            return Reason("sidebar", "stands beside the report")
        if tag in _NAMED_TAGS and _STRONG_NAMES.search(_names(element)):
            return Reason("page furniture", "its name says that it is no part of the report")
        if tag in _NAMED_TAGS and _WEAK_NAMES.search(_names(element)) and not prose:
            return Reason("page furniture", "its name says so, and it holds no prose")
        if self.main is not None and not inside and not prose and not self._is_title(element):
            return Reason("page furniture", "stands outside the main part and holds no prose")
        return None

    def _is_frame(self, element: _Element) -> bool:
        """Whether it is a header or footer of the page, not the one with the report's title."""
        header = element.tag == "header" or element.get("role") == "banner"
        footer = element.tag == "footer" or element.get("role") == "contentinfo"
        return (header and (self.titled or element not in self.titles)) or footer

    def _is_title(self, element: _Element) -> bool:
        """Whether it is, holds or stands beside the heading of a page whose main part has none."""
        beside = any(e.tag in ("h1", "header") for e in element.iterancestors())
        return not self.titled and (element in self.titles or beside)

    def _clicked(self, element: _Element, inside: bool) -> Reason | None:
        """Why a list of links is left out: it is a table of contents, or leads to other pages."""
        if element.tag not in ("ul", "ol", "div", "section", "header", "p"):
            return None
        length, links = self.masses.length[element], self.masses.links[element]
        anchors = list(islice(element.iter("a"), 500))
        if len(anchors) < 3 or links <= 0.7 * length or length >= 60 * len(anchors):
            return None
        if all(a.get("href", "#").startswith("#") for a in anchors):
            return Reason("contents", "lists the sections of the page")
        if inside and _DIGIT.search("".join(map(str, element.itertext()))):
            return None
        return Reason("links", "lead to other pages")


def _swallowed_the_body(element: _Element) -> bool:
    """Whether it is the head of a page that was never closed, so that what follows is in it."""
    inside = (child.tag for child in element if isinstance(child.tag, str))
    return element.tag == "head" and not _HEAD.issuperset(inside)


_HEAD = frozenset({"title", "meta", "link", "base", "script", "style", "noscript", "template"})


def _has_data(element: _Element) -> bool:
    """Whether a table of some rows with figures stands in an element."""
    for table in islice(element.iter("table"), 20):
        rows = sum(1 for row in islice(table.iter("tr"), 200) if len(row) > 1)
        if rows > 1 and _DIGIT.search("".join(map(str, table.itertext()))):
            return True
    return False


_CONTROLS = ("input", "select", "textarea", "button")
_CONTROLS_MOST = 200  # counted in a form
_MENU_ROLES = frozenset({"navigation", "menu", "menubar", "tablist", "toolbar"})
_NOTICE_TAGS = frozenset({"div", "section", "aside", "dialog", "form", "footer", "header", "p"})
_NAMED_TAGS = frozenset({"div", "header", "footer", "ul", "ol", "dl", "span", "a", "aside", "p"})
_DIGIT = re.compile(r"\d")
_CONSENT_NAMES = re.compile(
    r"cookie|consent|gdpr|ccpa|onetrust|usercentrics|didomi|truste|iubenda|quantcast|qc-cmp|osano"
    r"|klaro|borlabs|complianz|cmplz|cc-window|cmp-?(?:banner|container|root)|privacy-?(?:banner"
    r"|notice|bar)",
    re.IGNORECASE,
)
_CONSENT_WORDS = re.compile(r"\bcookies?\b|\bconsent\b|\bprivacy\b", re.IGNORECASE)
_ANSWERS = re.compile(
    r"\b(?:accept|agree|allow|reject|decline|refuse|deny|got it|ok(?:ay)?|dismiss|manage"
    r"|customi[sz]e|preferences|settings|understand|necessary only)\b",
    re.IGNORECASE,
)
# compound names that only page furniture has
_STRONG_NAMES = re.compile(
    r"(?:^|\s)(?:\w+[_-]{1,2})?(?:breadcrumbs?|pagination|pager|skip-?(?:link|nav|to-content)\w*"
    r"|related-(?:links|content|articles|posts|stories|pages|items)"
    r"|(?:share|sharing|social)-?(?:buttons?|bar|links?|media|icons?|tools|widget|share)"
    r"|newsletter-?(?:signup|sign-up|form|box|banner)|(?:site|page|global)-?(?:header|footer|nav)"
    r"|(?:nav|navigation|menu)-?(?:bar|menu|links|list|items?|wrapper|container|toggle)"
    r"|(?:print|noprint)-?(?:button|link)?|toolbar|masthead|advert(?:isement)?s?)(?=\s|$)",
    re.IGNORECASE,
)
# single words that furniture has, and sections of a report may have too
_WEAK_NAMES = re.compile(
    r"(?:^|\s)(?:nav|navigation|menu|submenu|related|share|sharing|social|newsletter|subscribe"
    r"|signup|sidebar|promo|ads?|popup|modal|toc|table-of-contents|comments|footer|metadata|tags?"
    r"|screen-reader-text|visually-hidden|sr-only)(?=\s|$)",
    re.IGNORECASE,
)


def _names(element: _Element) -> str:
    return f"{element.get('class', '')} {element.get('id', '')}"[:400]


def _is_main(element: _Element) -> bool:
    return element.tag == "main" or element.get("role") == "main"


def _asks(element: _Element) -> bool:
    """Whether a button or a link in it is an answer to a question of consent."""
    answers = islice(element.iter("button", "a", "input"), 40)
    return any(
        _ANSWERS.search("".join(map(str, one.itertext())) or one.get("value", ""))
        for one in answers
    )


def _is_filled_in(element: _Element, prose: int) -> bool:
    """Whether a form is one to fill in, with little prose beside its controls."""
    controls = sum(
        one.get("type") != "hidden" for one in islice(element.iter(*_CONTROLS), _CONTROLS_MOST)
    )
    return bool(controls) and prose < _CONTROL * controls


def _is_hidden(element: _Element) -> bool:
    style = element.get("style", "").replace(" ", "").lower()
    hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true"
    return hidden or "display:none" in style or "visibility:hidden" in style


_PANEL = re.compile(
    r"(?:^|[\s_-])(?:tab|tabs?-?(?:panel?|pane|content|body)|accordion|collaps(?:e|ed|ible)"
    r"|expand\w*|panel|toggle-?content)(?:$|[\s_-])",
    re.IGNORECASE,
)


def _shown_on_demand(root: _Element) -> frozenset[_Element]:
    """The hidden elements that a click shows: panels of tabs and accordions."""
    called = set()
    for element in root.iter("a", "button", "label", "li", "div", "summary", "h2", "h3", "h4"):
        for name in ("aria-controls", "href", "data-target", "data-bs-target", "for"):
            value = element.get(name, "")
            if name not in ("href",) or value.startswith("#"):
                called.update(value.lstrip("#").split())
    return frozenset(
        element
        for element in root.iter("div", "section", "article", "p", "ul", "ol", "dd", "table", "td")
        if _is_hidden(element)
        and (
            element.get("role") == "tabpanel"
            or element.get("id", "") in called - {""}
            or _PANEL.search(_names(element))
        )
    )
