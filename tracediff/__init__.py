"""tracediff: the year-over-year diff for reports that people are held to.

Everything is imported when it is first asked for, so that ``import tracediff`` costs nothing.
"""

from __future__ import annotations

from tracediff.shown import show_with
from tracediff.version import __version__ as __version__

TYPE_CHECKING = False  # as type checkers know it; importing it from typing would take longer
if TYPE_CHECKING:
    from typing import Any

    from tracediff.align import align_sentences as align_sentences
    from tracediff.align import changed_words as changed_words
    from tracediff.editions import read as read
    from tracediff.editions import read_text as read_text
    from tracediff.errors import InputError as InputError
    from tracediff.errors import TracediffError as TracediffError
    from tracediff.extract import extract_facts as extract_facts
    from tracediff.extract import meaning_change as meaning_change
    from tracediff.model import Edition as Edition
    from tracediff.model import Fact as Fact
    from tracediff.model import Finding as Finding
    from tracediff.model import Link as Link
    from tracediff.model import Portfolio as Portfolio
    from tracediff.model import Report as Report
    from tracediff.model import Story as Story
    from tracediff.model import Timeline as Timeline
    from tracediff.pairs import check as check
    from tracediff.pipeline import compare as compare
    from tracediff.pipeline import timeline as timeline
    from tracediff.portfolios import portfolio as portfolio
    from tracediff.settings import Settings as Settings

_HOMES = {
    "align_sentences": "align",
    "changed_words": "align",
    "extract_facts": "extract",
    "meaning_change": "extract",
    "Edition": "model",
    "Fact": "model",
    "Finding": "model",
    "Link": "model",
    "Portfolio": "model",
    "Report": "model",
    "Story": "model",
    "Timeline": "model",
    "InputError": "errors",
    "TracediffError": "errors",
    "Settings": "settings",
    "check": "pairs",
    "compare": "pipeline",
    "read": "editions",
    "read_text": "editions",
    "timeline": "pipeline",
    "portfolio": "portfolios",
}

__all__ = sorted(_HOMES)


def __getattr__(name: str) -> Any:
    """Import a public name from its home when it is first used."""
    if name not in _HOMES:
        raise AttributeError(f"module 'tracediff' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"tracediff.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    """The public names, also those that were not used yet."""
    return [*__all__, "__version__", "__doc__", "__name__"]


def _show(result: Report, form: str, **options: object) -> Any:
    """Show a result as the renderers do, which are imported when somebody looks at one."""
    from tracediff.render import show

    return show(result, form, **options)


show_with(_show)
