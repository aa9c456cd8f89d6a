"""Words and marks that tell how a text is laid out."""

from __future__ import annotations

import re
from typing import Final

# An opening number or letter with a mark or a space: "1.2.3 ", "2. ", "(a) ", "iv) ", "III. ".
# A bare number needs a second level, so that "25 victims …" stays a sentence.
LABEL: Final = re.compile(
    r"(?:\d{1,3}(?:\.\d{1,3}){2,5}\.?[ \t\u00a0]+(?=\S)"
    r"|\d{1,3}\.\d{1,3}\.?[ \t\u00a0]+(?=[A-Z\"“‘'])"  # "1.2 million francs" is no item
    r"|(?:\d{1,3}[.)]|\((?:\d{1,3}|[a-z]|[ivx]{1,6})\)|[a-z][).]|[ivx]{1,6}[).]|[A-Z]\.|[IVX]{1,6}\.)"
    r"[ \t\u00a0]+(?=[^\W\d]|[\"“‘'(\[]))"
)

BULLET: Final = re.compile(r"(?:[-*+•●▪◦‣·–—]|o(?=[ \t]+[A-Z]))[ \t\u00a0]+(?=\S)")

# A sentence may end here: a full stop, question or exclamation mark, then closing marks, then
# perhaps the citations and footnote marks that follow it.
SENTENCE_END: Final = re.compile(r"[.!?][\"'”’)\]]*(?:\s?[(\[][\d,;–\- ]{1,60}[)\]])?[†‡*]?$")

# A letter, or several apart, that lead from a number or word to a note when they are set raised.
NOTE_LETTERS: Final = re.compile(r"[(\[]?[a-z](?:[,\s]{1,2}[a-z]){0,5}[)\]]?")

# Words that cannot close a line that is complete in itself, so the next line goes on with it.
FUNCTION_WORDS: Final = frozenset(
    "a an and as at by for from in into of on or the to with without under over between among"
    " that which who whose its their his her our your per via".split()
)

# Headings above a list of sources, which is not part of what a report says.
REFERENCE_HEADINGS: Final = frozenset(
    {"references", "endnotes", "bibliography", "works cited", "sources", "list of references",
     "literature", "literature cited", "notes and references"}
)  # fmt: skip
