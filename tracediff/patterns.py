"""How a team names rules, sections and measures: by id, by its beginning, or with ``*``."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import Final

from tracediff.model import Rule

_EXACT: Final = 100  # a full name or id beats any beginning of an id


def precision(pattern: str, rule: Rule) -> int:
    """How exactly a pattern names a rule; below 0 where it does not.

    >>> from tracediff.rules import RULES
    >>> [precision(p, RULES["N101"]) for p in ("N101", "figure-changed", "N1", "all", "C")]
    [100, 100, 2, 0, -1]
    """
    asked = pattern.casefold()
    if asked in (rule.id.casefold(), rule.name):
        return _EXACT
    if asked == "all":
        return 0
    return len(asked) if asked and rule.id.casefold().startswith(asked) else -1


def like(pattern: str, text: str) -> bool:
    """Whether a text fits a pattern with ``*``, whatever the case; an empty one fits all.

    >>> like("annex*", "Annex B"), like("annex", "Annex B"), like("", "Annex B")
    (True, False, True)
    """
    return not pattern or fnmatchcase(text.casefold(), pattern.casefold())
