"""The page: self-contained, escaped, complete, every figure one click from its sentence."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from dataclasses import replace
from html import escape
from html.parser import HTMLParser

import pytest

from tests.render.reports import NEW, OLD, edition, empty, report
from tracediff.model import Report
from tracediff.render import RENDERERS, Options

PERMITS = "Residence permits for workers: 60 → not reported"
VOID = {"meta", "img", "input"}


class Page(HTMLParser):
    """The tags, ids, links and text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.texts: dict[str, str] = {}
        self.said = ""
        self._in: list[str | None] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self.tags.append((tag, known))
        if tag not in VOID and tag not in _SVG:
            self.open.append(tag)
            self._in.append(known.get("id"))

    def handle_endtag(self, tag: str) -> None:
        if tag not in _SVG:
            assert self.open[-1] == tag, (self.open[-3:], tag)
            self.open.pop()
            self._in.pop()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] not in ("style", "script"):
            self.said += data
        for ident in self._in:
            if ident:
                self.texts[ident] = self.texts.get(ident, "") + data

    def all(self, tag: str, name: str) -> list[str]:
        return [known[name] or "" for what, known in self.tags if what == tag and name in known]

    @property
    def ids(self) -> list[str]:
        return [known["id"] or "" for _, known in self.tags if "id" in known]


_SVG = {"path", "circle", "rect", "line", "defs", "pattern", "text", "svg"}


def page(made: Report | None = None, options: Options | None = None) -> Page:
    return Page(html(made, options))


def html(made: Report | None = None, options: Options | None = None) -> str:
    return RENDERERS["html"](made or report(), options or Options())


def test_the_page_asks_nobody_for_anything() -> None:
    made = html()
    assert not re.search(r"https?://|@import|url\((?!#hatch)", made)
    seen = Page(made)
    assert "link" not in dict(seen.tags)
    assert all(source.startswith("data:") for source in seen.all("img", "src"))
    assert all(target.startswith("#") for target in seen.all("a", "href"))


def test_the_first_screen_leads_to_the_stories() -> None:
    page = RENDERERS["html"](report(), Options())
    first = page.partition('<section class="briefing"')[2].partition("</section>")[0]
    ids = {known.get("id") for _, known in Page(page).tags}
    targets = re.findall(r'href="#([^"]+)"', first)
    assert len(targets) >= 6 and ids.issuperset(targets)
    assert "<dt>" in first and "60 → <strong>not reported</strong>" in first
    assert "briefing" not in RENDERERS["html"](empty(), Options()).partition("<main>")[2]


def test_the_policy_allows_only_the_style_and_script_of_the_page() -> None:
    made = html()
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', made)
    assert "default-src &#39;none&#39;" in policy
    for tag in ("style", "script"):
        (inside,) = re.findall(rf"<{tag}>(.*?)</{tag}>", made, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{tag}-src &#39;sha256-{digest}&#39;" in policy
    assert not re.search(r"\s(style|on[a-z]+)=", made)


def test_every_link_leads_to_one_place() -> None:
    seen = page()
    assert [ident for ident, n in Counter(seen.ids).items() if n > 1] == []
    assert {target[1:] for target in seen.all("a", "href")} <= set(seen.ids)


def test_every_sentence_of_both_editions_is_there_with_its_own_address() -> None:
    seen = page()
    for side, outline in (("o", OLD), ("n", NEW)):
        sentences = [one for _, blocks in outline for block in blocks for one in block]
        assert [seen.texts[f"{side}{at}"] for at in range(len(sentences))] == sentences


def test_removed_and_moved_text_is_shown_where_it_stood() -> None:
    made = html()
    assert made.index('id="s2"') < made.index('id="o12"') < made.index('id="m13"')
    assert '<del class="all">The ministry <mark>ran an awareness' in made
    assert 'href="#n13"' in made and 'href="#m13"' in made
    assert '<ins class="all">The ministry <mark>opened' in made


def test_stories_come_in_the_order_of_the_report_each_with_both_sides() -> None:
    made = report()
    seen = html(made)
    places = [seen.index(f"<h3>{escape(one.headline)}</h3>") for one in made.listed]
    assert places == sorted(places)
    rank = [one.headline for one in made.listed].index(PERMITS)
    own = seen[places[rank] : places[rank + 1]]
    assert "<mark>60</mark>" in own and "<mark>did not report</mark>" in own


def test_a_finding_with_one_side_says_that_nothing_answers() -> None:
    assert "Nothing in the 2022 edition answers to this." in page().said
    assert "Nothing in the 2021 edition answers to this." in page().said


def test_each_figure_leads_to_its_sentence() -> None:
    made = html()
    row = made[made.index('data-measure="Residence permits') :]
    row = row[: row.index("</tr>")]
    assert '<a href="#o2">60</a>' in row and '<a href="#n3">not reported</a>' in row
    assert 'aria-label="Residence permits for workers: 2021: 60; 2022: not reported"' in row


def test_text_of_the_editions_cannot_become_markup_or_hide() -> None:
    link = '<script>alert(1)</script> <a href="https://x.example">x</a>'
    nasty = f"{link} no\u202eeurt \x1b[31m {{{{ 7*7 }}}}"
    old, new = (
        edition(nasty, 2021, OLD),
        edition("new", 2022, ((nasty, NEW[0][1]), *NEW[1:]), (nasty,)),
    )
    made = report(replace(old, title=nasty, year=None, year_reason=nasty), new)
    finding = replace(made.findings[0], message=nasty, section=nasty, measure=nasty)
    seen = page(
        replace(made, findings=(finding, *made.findings[1:]), summary=(nasty,), quiet={nasty: 2})
    )
    assert len([1 for tag, _ in seen.tags if tag == "script"]) == 1
    assert all(target.startswith("#") for target in seen.all("a", "href"))
    assert "\u202e" not in seen.said and "\x1b" not in seen.said
    assert "no[U+202E]eurt" in seen.said and "{{ 7*7 }}" in seen.said
    assert seen.open == []


def test_the_style_cannot_be_left_through_the_name_of_an_edition() -> None:
    odd = replace(edition('x";}</style><b>', 2021, OLD), year=None)
    made = html(report(odd))
    assert made.count("</style>") == 1


def test_the_settings_of_the_page_are_shown() -> None:
    options = Options(
        "Veldmark, checked", "data:image/png;base64,AAAA", "For the <desk>.", "Secret"
    )
    seen = page(options=options)
    assert seen.said.count("Secret") == 2 and "For the <desk>." in seen.said
    assert seen.all("img", "src") == ["data:image/png;base64,AAAA"]
    assert "Veldmark, checked" in seen.texts.get("", "") + seen.said


def test_a_logo_that_is_not_an_inlined_picture_is_refused() -> None:
    with pytest.raises(ValueError, match="data:image"):
        html(options=Options(logo="https://logo.example/x.png"))


def test_editions_without_a_change_say_so() -> None:
    seen = page(empty())
    assert "Nothing changed that matters" in seen.said and "No figure changed." in seen.said


def test_unchanged_stretches_are_folded_but_there() -> None:
    made = html()
    folded = re.findall(
        r'<details class="same"><summary>(.*?)</summary>(.*?)</details>', made, re.DOTALL
    )
    assert [head for head, _ in folded] == ["4 unchanged sentences"]
    assert "Participants received a certificate." in folded[0][1]


def test_the_same_report_gives_the_same_page() -> None:
    assert html() == html()


def test_a_notebook_shows_the_summary_and_the_figures() -> None:
    shown = report()._repr_html_()
    assert "Residence permits for workers: 60 → not reported" in shown
    assert "<script" not in shown and "<style" not in shown


def test_two_stories_of_one_fingerprint_are_two_places_of_the_page() -> None:
    made = report()
    twins = (made.stories[0], replace(made.stories[0], headline="Once more."))
    links = [
        link
        for link in page(replace(made, stories=twins)).all("a", "href")
        if link.startswith("#s-")
    ]
    assert len(set(links)) == 2


def test_what_only_one_edition_says_is_listed_by_section() -> None:
    made = html()
    gone = made[made.index('id="alone-old"') : made.index('id="alone-new"')]
    assert "No longer said in 2022" in gone and "<summary>Prevention" in gone
    assert 'href="#o12"' in gone and "awareness campaign" in gone


def test_what_to_check_stands_beside_the_stories() -> None:
    made = html()
    aside = made[made.index('class="beside-one"') : made.index('class="figures"')]
    assert "Traffickers convicted, 2021: 14, now given as 17" in aside
    assert "sentences are new" in aside


def test_one_sided_statements_are_no_stories_behind_the_first_ten() -> None:
    made = report()
    alone = next(s for s in made.stories if s.findings[0].rule.id == "C307")
    many = (*(made.stories[:1] * 10), replace(alone, headline="Only here."))
    assert "Only here." not in html(replace(made, stories=many))
    assert "Only here." in html(replace(made, stories=many[5:]))


def test_more_than_five_checks_are_folded() -> None:
    made = report()
    many = tuple(replace(made.checks[0], headline=f"Check {n}.") for n in range(7))
    assert "2 more to check" in html(replace(made, checks=many))


def test_the_last_stories_of_a_long_report_lead_to_the_text_and_quote_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = html()
    monkeypatch.setattr("tracediff.render.html._QUOTED", 1)
    short = html()
    assert short.count('<li class="card"') == whole.count('<li class="card"')
    first, *others = short.split('<li class="card"')[1:]
    assert "<blockquote>" in first
    stories = [one.partition("</li>")[0] for one in others]
    assert not any("<blockquote>" in one for one in stories)
    assert any("Read in context" in one for one in stories)


def test_what_one_edition_alone_says_is_not_said_twice_in_a_story() -> None:
    made = report()
    alone = [f for f in made.findings if f.rule.id == "C306"]
    assert alone
    told = replace(made, stories=(replace(made.stories[0], findings=(*alone, made.findings[0])),))
    assert alone[0].message not in page(told).said
