"""Headlines: what changed in one line that an editor would print, subject first.

In: labels, facts and words of the report. Out: a line of at most ``MOST`` words without a verdict;
where the words or the values show what changed, they are all that is said.
"""

from tracediff.wording.headlines.brief_values import spanned, value
from tracediff.wording.headlines.changed_figures import (
    NamedChange,
    beside,
    carried_over,
    figures,
    figures_of,
    given,
    named_change,
    one_figure,
    restated,
    restated_since,
    stated,
)
from tracediff.wording.headlines.changed_lists import (
    and_more,
    cell,
    in_sections,
    listed,
    marked,
    row,
    rows,
    section,
    sections,
    with_more,
)
from tracediff.wording.headlines.differing_words import (
    core,
    exchanged,
    exchanged_in,
    names_things,
    says_by_itself,
    whole,
    wording,
)
from tracediff.wording.headlines.length import MOST, lowered, name, within, without_also
from tracediff.wording.headlines.one_statement import (
    asked,
    flat,
    newly,
    no_longer,
    now_says,
    said,
    said_otherwise,
    says_most,
    under,
)
from tracediff.wording.headlines.two_statements import answering, in_turn, reworded

__all__ = [
    "MOST",
    "NamedChange",
    "and_more",
    "answering",
    "asked",
    "beside",
    "carried_over",
    "cell",
    "core",
    "exchanged",
    "exchanged_in",
    "figures",
    "figures_of",
    "flat",
    "given",
    "in_sections",
    "in_turn",
    "listed",
    "lowered",
    "marked",
    "name",
    "named_change",
    "names_things",
    "newly",
    "no_longer",
    "now_says",
    "one_figure",
    "restated",
    "restated_since",
    "reworded",
    "row",
    "rows",
    "said",
    "said_otherwise",
    "says_by_itself",
    "says_most",
    "section",
    "sections",
    "spanned",
    "stated",
    "under",
    "value",
    "whole",
    "with_more",
    "within",
    "without_also",
    "wording",
]
