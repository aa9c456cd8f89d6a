"""The styles of a Word document in, what each makes of a paragraph out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_DEEPEST = 30  # styles based on each other


@dataclass(frozen=True, slots=True)
class Style:
    """What a style makes of a paragraph: a heading, a caption, an item, an entry of contents.

    ``level`` is that of a heading, 0 for other text; ``item`` that of a list item, 0 for none.
    """

    level: int = 0
    item: int = 0
    caption: bool = False
    contents: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a document by their identifiers."""

    named: dict[str, Style] = field(default_factory=dict)

    def of(self, properties: _Element | None) -> Style:
        """The look of a paragraph with these properties."""
        name = value(properties, "pStyle") or ""
        named = self.named[name] if name in self.named else _built_in(name)
        if properties is None:
            return named
        outline, item = _outline(properties), _item(properties)
        return Style(
            named.level if outline is None else outline,
            named.item if item is None else item,
            named.caption,
            named.contents,
            named.hidden,
        )


def styles_of(styles: _Element | None) -> Styles:
    """Read the styles; a document may have none."""
    if styles is None:
        return Styles()
    elements = {e.get(W + "styleId", ""): e for e in styles.iter(W + "style")}
    return Styles({name: _style(name, elements) for name in elements})


def value(parent: _Element | None, tag: str) -> str | None:
    """The value of a property, if it is given."""
    child = parent.find(W + tag) if parent is not None else None
    return None if child is None else child.get(W + "val", "")


def is_on(properties: _Element | None, tag: str) -> bool:
    """Whether a property that is on or off is on."""
    return value(properties, tag) not in (None, "0", "false", "off")


def _built_in(name: str) -> Style:
    """What a style that the document does not define makes of a paragraph, by its identifier."""
    known = _BUILT_IN.fullmatch(name)
    if known is None:
        return Style()
    level = known["level"]
    return Style(
        level=int(level) if level else int(name.casefold() == "title"),
        caption=name.casefold() == "caption",
        contents=known["entry"] is not None,
    )


# the identifiers of the styles that Word has of its own
_BUILT_IN = re.compile(
    r"heading(?P<level>[1-9])|title|caption|(?P<entry>toc[1-9]|tableoffigures)", re.IGNORECASE
)


def _style(name: str, elements: dict[str, _Element]) -> Style:
    """A style with what it takes over from those it is based on."""
    level = item = None
    caption = contents = hidden = False
    for _ in range(_DEEPEST):
        element = elements.get(name)
        if element is None:
            break
        shown = (value(element, "name") or "").casefold()
        properties = element.find(W + "pPr")
        heading = _HEADING.fullmatch(shown)
        own = int(heading.group(1)) if heading else 1 if shown == "title" else None
        own = _outline(properties) if own is None else own
        level = own if level is None else level
        item = _item(properties) if item is None else item
        caption = caption or shown == "caption"
        contents = contents or shown.startswith(("toc ", "table of figures"))
        hidden = hidden or is_on(element.find(W + "rPr"), "vanish")
        name = value(element, "basedOn") or ""
    return Style(level or 0, item or 0, caption, contents, hidden)


def _outline(properties: _Element | None) -> int | None:
    """The level of a heading, 0 where the text is none, if the properties say."""
    given = value(properties, "outlineLvl")
    if given is None or not given.isdigit():
        return None
    return int(given) + 1 if int(given) < 6 else 0


def _item(properties: _Element | None) -> int | None:
    """The level of a list item, 0 where it is none, if the properties say."""
    numbering = properties.find(W + "numPr") if properties is not None else None
    if numbering is None:
        return None
    if value(numbering, "numId") == "0":
        return 0
    given = value(numbering, "ilvl") or "0"
    return min(int(given), 8) + 1 if given.isdigit() else 1
