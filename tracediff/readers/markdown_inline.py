"""A stretch of Markdown in, a block whose markup is cut out.

What stands in a line as markup is never taken out of the text: it is cut, so that every character
keeps its place in the file.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Set

from tracediff.lexicon.layout import LABEL, NOTE_LETTERS
from tracediff.model import Block, BlockKind, Cell, Span
from tracediff.readers.pictures import states_a_figure

TAGS = (
    "a abbr acronym address b bdi bdo big blockquote center cite code col data dd del details dfn"
    " div dl dt em figcaption figure font h[1-6] hr i img ins kbd label li main mark ol p picture"
    " pre q rp rt ruby s samp section small source span strike strong sub summary sup table tbody"
    " td tfoot th thead time tr tt u ul var video audio article aside header footer nav wbr"
).split()
# What a tag may hold; a value in quotation marks may hold tags itself: alt="see <a href='b'>Q3</a>"
ATTRIBUTES = (
    r"(?:\s(?:[^<>\"'=]++|=\s?\"[^\"]{0,4000}+\"|=\s?'[^']{0,4000}+'|=){0,200}+(?=>)"
    r"|\s[^<>]{0,2000})?"
)
_MARK = rf"(?:[\[(]?[\d,*†‡§ ]{{1,12}}[\])]?|{NOTE_LETTERS.pattern})"
_MARKUP = re.compile(
    r"""
      (?P<comment><!--(?:(?!-->)[\s\S]){0,5000}-->)
    | (?P<image>!\[[^\]\n]{0,500}\](?:\([^)\n]{0,2000}\)|\[[^\]\n]{0,100}\]))
    | (?P<note>\[\^[^\]\n]{1,40}\])
    | (?P<cited>[ ]?\[(?:[^\[\]@\n]{0,60}[ ;])?-?@[A-Za-z_][^\[\]\n]{0,500}\](?!\())
    | (?P<alert>\[!\w+\][+-]?)
    | (?P<open>\[)(?=[^\]\n]{1,500}\]\()
    | (?P<close>\]\([^)\n]{0,2000}\)(?:\{[^{}\n]{0,300}\})?)
    | \[(?P<linked>(?:[^\[\]\n]|\n(?!\s)){1,500})(?P<ref>\](?:\[(?:[^\[\]\n]|\n(?!\s)){0,100}\])?)
    | <(?P<auto>(?:https?://|mailto:)[^<>\s]{1,1000}|[\w.+-]{1,100}@[\w.-]{1,100})>
    | (?P<raised>(?:(?<=[\d)%])(?<!\b10)|(?<=[a-z]{4}))\^(?:\d{1,2}|[a-z])\^
        |(?:(?<=[\d)%.,;:!?”"’\]])(?<!\b10)|(?<=[a-z]{4}))<sup>__MARK__</sup>
        |<sup>[ ]?<a\s[^<>\n]{1,300}>__MARK__</a>[ ]?</sup>)
    | (?P<tag></[a-zA-Z][\w.:-]{0,60}\s*>|<[a-zA-Z][\w.:-]{0,60}(?:\s[^<>\n]{0,500}=[^<>\n]{0,500}
        |\s*/)>|<(?:__NAMES__)__ATTRIBUTES__>)
    | (?P<escape>\\)(?=[!-/:-@\[-`{-~])
    | (?P<liquid>\{[%{](?![ ]?(?!(?:end|else|raw|toc|content)\b
            |(?:page|site|include|layout|post)\.)[^\W\d][\w.]{0,60}[ ]?\}\})
        [^{}\n]{0,300}[%}]\})  # a bare name in double braces stays: nobody filled it in
    | (?P<call>\{\{-?\s{0,4}\w[\w.]{0,60}\((?:[^{}]|\{[^{}]{0,300}\}){0,2000}\)\s{0,8}-?\}\})
    | (?P<attributes>\{:[^{}\n]{1,300}\}|\{[ ]?[#.][^{}\n]{0,300}\})
    | (?<=[^\W_])(?P<lowered>~(?!~)[^~\s]{1,20}~(?!~)|(?<=[^\W\d_])\^[^\^\s]{1,20}\^)
    | \$\$|(?<![\w$\\])\$(?P<math>(?![^$\n]{0,80}\s[a-z]{2,}\s)
        [^\s$](?:[^$\n]{0,80}[^\s$])?)\$(?![\w$])
    | (?P<strong>\*{1,3}|_{2}|(?<![\w])_(?=\w)|(?<=\w)_(?![\w])|`{1,3}|~~)
    """.replace("__NAMES__", "|".join(TAGS))
    .replace("__MARK__", _MARK)
    .replace("__ATTRIBUTES__", ATTRIBUTES.replace("[^<>", r"[^\n<>").replace("0,2000", "0,500")),
    re.VERBOSE,
)
_SUSPECT = re.compile(r"[!\[\]<>\\{*_`~$^]")  # one of these stands wherever there is markup
_QUOTE = re.compile(r"(?m)^[ \t]{0,12}(?:>[ \t]?)+")
_OPENER = re.compile(r"#{1,6}[ \t]+|(?:[-*+]|\d{1,9}[.)])[ \t]+|(?:>[ \t]?)+")
_BOX = re.compile(r"\[[ xX]\][ \t]")
_NUMBER = re.compile(r"(\d{1,9})\\([.)])[ \t]+(?=\S)")  # escaped, so that it opens no list
_SETEXT = re.compile(r"\s*\n[ \t>]*(?:=+|-+)[ \t]*\Z|[ \t]+#+[ \t]*\Z")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def trim(text: str, start: int, end: int, *, quoted: bool = False) -> Span:
    """A stretch without the white space around it, nor the marks of a quotation that lead lines."""
    while start < end and (text[start].isspace() or (quoted and text[start] == ">")):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def inline_block(
    text: str, span: Span, kind: BlockKind, level: int, links: Set[str] = frozenset()
) -> Block:
    """The block without what opens it and without markup inside it.

    ``links`` are the names of links that the file defines elsewhere, in lower case.
    """
    start, end, label = span.start, span.end, ""
    while opener := _OPENER.match(text, start, end):
        label, start = opener.group().strip("#> \t"), opener.end()
    if kind is BlockKind.HEADING and (tail := _SETEXT.search(text[start:end])):
        end = start + tail.start()
    if escaped := _NUMBER.match(text, start, end):
        label, start = escaped.group(1) + escaped.group(2), escaped.end()
        kind = BlockKind.ITEM if kind is BlockKind.PARAGRAPH else kind
    elif not _BOX.match(text, start, end) and (number := LABEL.match(text, start, end)):
        label, start = number.group().strip(), number.end()
        kind = BlockKind.ITEM if kind is BlockKind.PARAGRAPH else kind
    return Block(kind, Span(start, end), level, cuts=cuts(text, start, end, links), label=label)


def cuts(text: str, start: int, end: int, links: Set[str] = frozenset()) -> tuple[Span, ...]:
    """The stretches of markup, in order and apart."""
    if not _SUSPECT.search(text, start, end):
        return ()
    found = [span for m in _matches(text, start, end, links) for span in _cut(m)]
    found += [Span(*m.span()) for m in _QUOTE.finditer(text, start, end)]
    apart: list[Span] = []
    for span in sorted(found):
        if not apart or span.start >= apart[-1].end:
            apart.append(span)
    return tuple(apart)


def _matches(text: str, start: int, end: int, links: Set[str]) -> Iterator[re.Match[str]]:
    """The markup, that within the words of a link by name too; brackets of other words are none.

    The target of "[words][name]" may stand in a file that this one includes.
    """
    if not _SUSPECT.search(text, start, end):
        return
    while match := _MARKUP.search(text, start, end):
        start = match.end()
        if match.lastgroup == "ref":
            start = match.start() + 1
            label = match.group("ref")[2:-1]
            name = " ".join((label or match.group("linked")).casefold().split())
            elsewhere = label and not text[max(0, start - 2) : start - 1].isalnum()
            if name not in links and not elsewhere:
                continue
        yield match


def _cut(match: re.Match[str]) -> Iterator[Span]:
    """What of a match is markup: only the ends of a link or an equation are."""
    start, end = match.span()
    if match.lastgroup in ("auto", "math", "lowered"):
        yield from (Span(start, start + 1), Span(end - 1, end))
        if match.lastgroup == "math":
            yield from (Span(*m.span()) for m in _SET.finditer(match.string, start + 1, end - 1))
    elif match.lastgroup == "ref":
        yield from (Span(start, start + 1), Span(*match.span("ref")))
    else:
        yield Span(start, end)


# how an equation sets its letters: "B_{MSY}", "F_{\\text{lim}}"
_SET = re.compile(
    r"\\(?:text|mathrm|mathit|mathbf|rm|it|bf)\b\s?|(?<=[A-Za-z])[_^](?=[{A-Za-z\\])|[{}]"
)


def cell_lines(text: str, span: Span) -> Iterator[Span]:
    """The lines of a cell, between its breaks; none of a blank cell."""
    start = span.start
    for stop, after in [*(m.span() for m in _BREAK.finditer(text, *span)), (span.end, span.end)]:
        line = trim(text, start, stop)
        if line.start < line.end:
            yield line
        start = after


def cell_of(text: str, span: Span, links: Set[str] = frozenset()) -> Cell:
    """A cell of a table, its text without markup."""
    return Cell(cell_text(text, span, links), span)


def cell_text(text: str, span: Span, links: Set[str] = frozenset()) -> str:
    """The text of a cell, or of a line of it, without markup."""
    kept, at = [], span.start
    for cut in cuts(text, *span, links):
        kept.append(text[at : cut.start])
        at = cut.end
    kept.append(text[at : span.end])
    plain = html.unescape(_BREAK.sub(" ", "".join(kept)))
    return " ".join(plain.split())


def marks(text: str, at: Span) -> Iterator[tuple[Span, str]]:
    """The comments, pictures, marks of notes, citations and calls, which are more than markup."""
    for match in _matches(text, *at, frozenset()):
        if match.lastgroup in ("comment", "image", "note", "cited", "call"):
            yield Span(*match.span()), str(match.lastgroup)
        elif (words := description(match.group())).end:
            start = match.start()
            yield Span(start + words.start, start + words.end), "image"


def pictures(text: str, at: Span) -> Iterator[tuple[Span, Span]]:
    """The pictures in a stretch that state a figure and stand between sentences.

    Each is given with the place of its description.
    """
    for match in _matches(text, *at, frozenset()):
        if match.lastgroup not in ("image", "tag"):
            continue
        words = description(match.group())
        start, end = match.start() + words.start, match.start() + words.end
        before = text[max(at.start, match.start() - _NEAR) : match.start()]
        if states_a_figure(text[start:end]) and _APART.search(before):
            yield Span(*match.span()), Span(start, end)


def description(picture: str) -> Span:
    """Where the description stands in a picture, in Markdown or HTML; none of other markup."""
    found = _DESCRIPTION.match(picture)
    return Span(*found.span(found.lastindex or 0)) if found else Span(0, 0)


_DESCRIPTION = re.compile(
    r"!\[([^\]\n]{1,500})\]"
    r"|(?i:<img)\s(?:[^<>]{0,1990}\s)?(?i:alt)\s?=\s?(?:\"([^\"]{1,4000})\"|'([^'<>]{1,1000})')"
)
# what stands before a picture that is no part of a sentence: nothing, a sentence's end, tags
_APART = re.compile(r"(?:\A|\n|[.!?:][\"'”’)*_]{0,3}|>|\))[ \t>]*\Z")
_NEAR = 24  # characters before a picture that tell


_CALL = re.compile(r"(?m)^[ \t]{0,12}(?:\{\{[-{]?\s{0,4}\w[\w.]{0,60}\(|\{%)")
_LONGEST_CALL = 20_000  # characters


def calls(text: str, at: int) -> Iterator[Span]:
    """The calls of a template that take whole lines, one or several, blank ones in them or not."""
    ends: dict[str, int] = {}
    for match in _CALL.finditer(text, at):
        closing = "%}" if match.group().endswith("%") else "}}"
        if match.start() < at or ends.get(closing, 0) < 0:
            continue
        end = ends.get(closing, -1)
        if end < match.end():
            end = ends[closing] = text.find(closing, match.end())
        if not 0 < end - match.start() <= _LONGEST_CALL or "```" in text[match.start() : end]:
            continue
        after = text.find("\n", end)
        if not text[end + 2 : after if after >= 0 else len(text)].strip():
            at = end + 2
            yield trim(text, match.start(), at)
