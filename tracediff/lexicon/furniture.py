"""Words by which text around a report is known: contents pages, and menus of a web page."""

from __future__ import annotations

import re
from typing import Final

# Headings above a table of contents.
CONTENTS_HEADINGS: Final = frozenset(
    {"contents", "table of contents", "list of contents", "list of tables", "list of figures",
     "list of tables and figures", "list of illustrations", "in this report"}
)  # fmt: skip

# Heads of the column of a contents page that gives the pages.
PAGE_HEADS: Final = frozenset({"page", "pages", "page no", "page number", "page nr", "pg", "p"})

# What only the page around an article says: how to reach, share, buy, sign up or go back. Each is a
# line of its own or opens one; none is a sentence that a report would hold.
PAGE_CUES: Final = re.compile(
    r"(?:skip to (?:main )?content|back to (?:the )?top|comments? \(\d+\)|\d+ (?:replies|comments)"
    r"|leave a (?:reply|comment)|browse by tag|(?:accept|reject|manage)(?: all)? cookies"
    r"|cookie (?:preferences|settings)|(?:we|this (?:web)?site) uses? cookies\b"
    r"|sign up (?:to|for) (?:the|our)\b[^.]{0,40}\b(?:newsletter|updates?|emails?)"
    r"|subscribe(?: (?:now|to our\b.*))?|log ?in|sign in|my account|share this(?: page| article)?"
    r"|follow us(?: on\b.*)?|print this page|customer care|helpful information|delivery information"
    r"|refunds & returns|pay (?:securely )?(?:with|in three)\b.*|privacy (?:&|and) terms"
    r"|(?:copyright )?(?:©|\(c\)) ?(?:copyright )?(?:19|20)\d\d\b.*|all rights reserved\.?"
    r"|(?:.{0,40}\b)?free (?:uk |standard |next day )*(?:delivery|shipping)\b.*|learn more"
    r"|for a limited time\b.*|chat with us)",
    re.IGNORECASE,
)
