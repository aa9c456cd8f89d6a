"""Every English word that the renderers add to a report, in one place for translators.

A value may hold ``{names}`` that ``say`` fills in; a key that ends in ``.one`` is the form for a
count of one. Messages of findings are not here: the detectors word them.
"""

from __future__ import annotations

from typing import Final

TEXT: Final[dict[str, str]] = {
    # the two editions
    "earlier": "Earlier edition",
    "later": "Later edition",
    "year_unknown": "year unknown",
    "title": "What changed, {old} to {new}",
    "made_by": "Made with tracediff {version}",
    "line": "line {line}",
    "page": "page {page}",
    # headings
    "summary": "In short",
    "findings": "Findings",
    "figures": "Figures",
    "sections": "Sections",
    "beside": "Both editions, side by side",
    "limits": "What was not looked at",
    "reading": "How to read this report",
    "contents": "Contents",
    "skip": "Skip to what changed",
    "all_documents": "All documents",
    # counts
    "finding": "{n} findings",
    "finding.one": "1 finding",
    "fates": "How much changed",
    "what_changed": "What changed",
    "sentence": "{n} sentences",
    "sentence.one": "1 sentence",
    "unchanged": "{n} unchanged sentences",
    "unchanged.one": "1 unchanged sentence",
    "more": "{n} more",
    "more_checks": "{n} more to check",
    "too_long": "{n} parts were left out, to keep this short enough for a comment.",
    "too_long.one": "1 part was left out, to keep this short enough for a comment.",
    "waived": "{n} findings signed off",
    "waived.one": "1 finding signed off",
    "signed_off": "Signed off: {reason}",
    "signed_by": "by {owner}",
    "signed_until": "until {day}",
    "more_series": "{n} more series",
    "more_series.one": "1 more series",
    "error": "{n} errors",
    "error.one": "1 error",
    "warning": "{n} warnings",
    "warning.one": "1 warning",
    "note": "{n} notes",
    "note.one": "1 note",
    # severities and families
    "severity_error": "Error",
    "severity_warning": "Warning",
    "severity_note": "Note",
    "family_N": "Figures",
    "family_A": "Sums",
    "family_C": "Statements",
    "family_S": "Sections",
    "family_D": "Left over",
    "family_W": "Sign-off",
    "nearest_place": "nothing stands here any more; this is the nearest place",
    "earlier_place": "the earlier edition",
    # shapes of links
    "kept": "unchanged",
    "edited": "edited",
    "split": "split",
    "merged": "merged",
    "regrouped": "regrouped",
    "added": "added",
    "removed": "removed",
    "moved": "moved",
    "moved_to": "moved to {section}",
    "moved_from": "moved from {section}",
    "told_in": "now told in {section}",
    "goes_with": "goes with a sentence in {section}",
    "stood_in": "stood in {section}",
    "untitled": "Before the first heading",
    "only_old": "Only in {old}",
    "only_new": "Only in {new}",
    "renamed_from": "was: {title}",
    # findings
    "no_findings": "Nothing changed that matters to what the report says.",
    "context": "Read in context",
    "to_figure": "Over time",
    "permalink": "Link to this",
    "to_section": "Its section",
    "seen": "looked at",
    "print_all": "Print both editions too",
    "periods_differ": "periods differ",
    "copied": "Link copied",
    "also": "Also",
    "gone": "Nothing in the {edition} edition answers to this.",
    "answers": "Beside it stands",
    "whole": "whole section",
    "point": "{n} point",
    "points": "{n} points",
    "paired": "Paired by {why}",
    # figures
    "measure": "Measure",
    "chart": "Over time",
    "from_to": "Change",
    "difference": "Difference",
    "sources": "Sources",
    "from_edition": "{edition} edition, {place}",
    "not_reported": "not reported",
    "none": "none",
    "unknown": "unknown",
    "no_value": "not given",
    "about": "about {value}",
    "at_least": "at least {value}",
    "at_most": "at most {value}",
    "more_than": "more than {value}",
    "less_than": "less than {value}",
    "not_comparable": "not comparable",
    "restated": "restated",
    "part_year": "part of a year",
    "as_of": "as of a day",
    "no_series": "No figure changed.",
    "no_period": "no period",
    "legend_side": "given by the {edition} edition",
    "legend_gap": "not reported, or unknown",
    "legend_none": "reported as none",
    "legend_part": "covers part of a year",
    "legend_restated": "same period, another value",
    "legend_bound": "a bound, not an exact value",
    "chart_label": "{measure}: {points}",
    # sections
    "section": "Section",
    "share_changed": "Changed",
    "sentences": "Sentences",
    "strip_label": "How much of each section changed, in order of the text",
    "strip_help": "Each bar is a section: its width is its length, its height what share changed.",
    # filters, only with scripts
    "filter": "Filter",
    "search": "Search",
    "all_sections": "All sections",
    "shown": "{n} of {all} shown",
    "nothing_shown": "Nothing here fits these filters.",
    "reset": "Show all",
    "open_all": "Show unchanged text",
    "close_all": "Fold unchanged text",
    "keyboard": "Keyboard",
    "key_next": "next",
    "key_previous": "previous",
    "key_search": "search",
    "key_context": "read it in context",
    "key_open": "show or hide its quotes",
    "key_fold": "show or fold unchanged text",
    "key_help": "this help",
    "close": "Close",
    # announced to those who listen
    "ins_start": " inserted: ",
    "ins_end": ", end of insertion; ",
    "del_start": " deleted: ",
    "del_end": ", end of deletion; ",
    # limits and reading
    "unread": "Not read: {sizes} (--all says what and why)",
    "unread_of": "{n} characters of {edition}",
    "nothing_left_out": "Nothing in either file was left out.",
    "not_judged": "Whether a statement is true was not judged, only how the two texts differ.",
    "held_back": "{n} changes of the kind “{kind}” were left out as too slight.",
    "held_back.one": "1 change of the kind “{kind}” was left out as too slight.",
    "read_ins": "Words only in {new} are underlined; the stronger the mark, the more they matter.",
    "read_del": "Words only in {old} are struck through.",
    "read_moved": "A passage that moved shows an arrow to the place where it went or came from.",
    "read_order": "What comes first follows from the kind of change, how certain it is, how central"
    " the figure is to its section, and harm.",
    "read_status": "“Not reported” is not zero: the text says that it does not say, or stopped"
    " saying.",
    "read_links": "Every figure and story links to the sentence that it was read from.",
    "read_kinds": "Kinds of changes in this report",
    # page one
    "stories": "{n} things that changed",
    "stories.one": "One thing that changed",
    "checks": "Check before you quote",
    "evidence": "Their evidence",
    "more_of_them": "What else changed,",
    "scale": "{new} of {new_total} sentences are new, {edited} were edited;"
    " {gone} of {old_total} are gone.",
    "more_stories": "{n} stories in all",
    "more_stories.one": "1 story in all",
    "more_figures": "{n} figures changed",
    "more_figures.one": "1 figure changed",
    "more_gone": "{n} sentences gone",
    "more_gone.one": "1 sentence gone",
    "more_new": "{n} new sentences",
    "more_new.one": "1 new sentence",
    "more_sections": "{n} sections",
    "more_sections.one": "1 section",
    "how_more": "Evidence of one: --story 1. Narrower: --select RULE, --section TITLE."
    " A line for each finding: --brief.",
    "no_such_story": "There is no story {n}; the last one is {all}.",
    "no_longer": "No longer said in {edition}",
    "newly": "New in {edition}",
    "nothing_one_sided": "Nothing: the other edition answers to every sentence.",
    # headlines
    "headline_gone_figure": "{label}: {value}, no longer given",
    "headline_new_figure": "{label}: {value}, not given before",
    "headline_carried_over": "{label}: still {value}, as a year before",
    "headline_words": "{subject}: “{old}” is now “{new}”",
    "headline_added_words": "{subject}: now adds “{new}”",
    "headline_gone_words": "{subject}: no longer says “{old}”",
    "headline_before": "{new}; before: {old}",
    "headline_gone": "No longer said: {old}",
    "headline_in_sections": "{line} (in {n} sections)",
    "headline_section_gone": "Gone: the section “{title}”",
    "headline_section_new": "New section: “{title}”",
    "headline_section_renamed": "“{other}” is now headed “{title}”",
    "headline_section_moved": "Moved: a part of “{title}”",
    "headline_sections_gone": "{n} of {total} sections are gone, among them {titles}",
    "headline_sections_new": "{n} of {total} sections are new, among them {titles}",
    # facts
    "more_facts": "{n} more figures",
    "more_facts.one": "1 more figure",
    "facts": "{n} figures",
    "facts.one": "1 figure",
    "value": "Value",
    "period": "Period",
    "where": "Where",
    "counted": "Counted",
    "series": "Series",
    "no_facts": "No figure was found.",
}


def say(key: str, **values: object) -> str:
    """The text for a key, with its names filled in.

    >>> say("title", old=2019, new=2020)
    'What changed, 2019 to 2020'
    """
    return TEXT[key].format(**values) if values else TEXT[key]


def count(number: int, key: str, **values: object) -> str:
    """The text for a key in the form that goes with a number.

    >>> count(1, "finding"), count(1200, "finding")
    ('1 finding', '1,200 findings')
    """
    one = f"{key}.one"
    return say(one if number == 1 and one in TEXT else key, n=f"{number:,}", **values)
