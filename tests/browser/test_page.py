"""The page as its reader uses it, in Chromium: wide, narrow, dark, printed, without scripts.

Needs the ``playwright`` package, Debian's Chromium and axe-core, which ``dev.py test`` installs
where it may. Where one is missing these tests are skipped; where ``CI`` is set, they fail.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.render.reports import edition, report
from tracediff.model import (
    Alignment,
    Comparison,
    Link,
    Reading,
    Report,
    SectionChange,
    SectionLink,
)
from tracediff.render import RENDERERS, Options

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parents[2]
AXE = Path(os.environ.get("AXE") or ROOT / ".venv/node_modules/axe-core/axe.min.js")
CHROMIUM = shutil.which("chromium")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip

if os.environ.get("CI"):
    import playwright.sync_api as playwright
else:
    playwright = pytest.importorskip("playwright.sync_api", reason="needs the playwright package")


def need(there: object, what: str) -> None:
    """Skip where something is not installed, and fail where it must be."""
    if not there:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"needs {what}")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    need(CHROMIUM, "Debian's chromium")
    with playwright.sync_playwright() as play:
        found = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield found
        found.close()


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_text(RENDERERS["html"](report(), Options(note="For the desk.")), encoding="utf-8")
    return path


@pytest.fixture
def opened(browser: Browser, written: Path) -> Iterator[Page]:
    yield from _open(browser, written)


def _open(browser: Browser, written: Path, **kind: Any) -> Iterator[Page]:
    """The page in a window of its own; a request or a word in the console fails the test."""
    context = browser.new_context(**kind)
    page = context.new_page()
    trouble: list[str] = []
    page.on("console", lambda message: trouble.append(message.text))
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("request", lambda request: trouble.append(request.url))
    page.goto(written.as_uri())
    assert trouble == [written.as_uri()]
    trouble.clear()
    yield page
    assert [one for one in trouble if not one.startswith("file:")] == []
    context.close()


def shown(page: Page) -> list[str]:
    headings = page.locator(".card:not([hidden]) h3").all_text_contents()
    return [str(one) for one in headings]


def test_the_first_screen_says_what_changed_and_what_to_check(opened: Page) -> None:
    for part in opened.locator(".briefing ul").all():
        box = part.bounding_box()
        assert box is not None and box["y"] + box["height"] < 720
    box = opened.locator(".card").first.bounding_box()
    assert box is not None and box["y"] < 900
    assert opened.locator(".checks li").first.is_visible()


def test_a_story_opens_its_quotes_in_place_and_is_marked_as_looked_at(opened: Page) -> None:
    card = opened.locator(".card").first
    assert not card.locator("blockquote").first.is_visible()
    card.locator("summary").click()
    assert card.locator("blockquote").first.is_visible()
    assert card.locator(".seen").text_content() == "looked at"


def test_a_kind_can_be_filtered_and_brought_back(opened: Page) -> None:
    everything = shown(opened)
    opened.get_by_role("checkbox", name="Figures").uncheck()
    assert 0 < len(shown(opened)) < len(everything)
    assert opened.locator(".shown").text_content() == "7 of 9 shown"
    opened.get_by_role("button", name="Show all").click()
    playwright.expect(opened.locator(".card[hidden]")).to_have_count(0)
    assert shown(opened) == everything


def test_a_section_can_be_chosen(opened: Page) -> None:
    opened.get_by_role("combobox", name="Section").select_option("Prevention")
    assert shown(opened) == [
        "Gone: the section “Prevention”",
        "No longer said: the ministry ran an awareness campaign in all eight provinces",
    ]


def test_search_finds_words_of_the_evidence_and_of_the_text(opened: Page) -> None:
    opened.keyboard.press("/")
    opened.keyboard.type("recruiters register")
    assert shown(opened) == [
        "New: the ministry opened a register of recruiters at <b>register.example</b>"
    ]
    assert opened.locator("#n14").is_visible() and not opened.locator("#o3").is_visible()


def test_nothing_found_is_said(opened: Page) -> None:
    opened.keyboard.press("/")
    opened.keyboard.type("no such word")
    assert opened.locator(".shown").text_content() == "Nothing here fits these filters."


def test_what_was_searched_stands_in_the_address(browser: Browser, written: Path) -> None:
    for opened in _open(browser, written):
        opened.keyboard.press("/")
        opened.keyboard.type("campaign")
        found, address = shown(opened), opened.url
        assert "q=campaign" in address
        opened.goto("about:blank")
        opened.goto(address)
        assert shown(opened) == found


def test_j_and_k_walk_through_the_stories_enter_opens_and_c_reads_on(opened: Page) -> None:
    for _ in range(10):
        opened.keyboard.press("j")
    here = "document.activeElement.querySelector('h3').textContent"
    last = opened.evaluate(here)
    opened.keyboard.press("k")
    assert opened.evaluate(here) != last
    opened.keyboard.press("Enter")
    assert opened.locator(".card:focus blockquote").first.is_visible()
    opened.keyboard.press("c")
    opened.wait_for_url(re.compile("#[on][0-9]+$"))


def test_a_question_mark_shows_the_keys_and_escape_hides_them(opened: Page) -> None:
    opened.keyboard.press("?")
    assert opened.get_by_role("dialog").is_visible()
    opened.keyboard.press("Escape")
    assert not opened.locator("dialog").is_visible()


def test_a_link_to_a_story_opens_it(browser: Browser, written: Path) -> None:
    for opened in _open(browser, written):
        last = opened.locator(".card").last
        assert not last.locator(".quotes").first.is_visible()
        ident = last.get_attribute("id")
        opened.goto(f"{written.as_uri()}#{ident}")
        playwright.expect(last).to_be_focused()
        assert last.locator(".quotes").first.is_visible()


def test_the_link_of_a_story_can_be_copied(browser: Browser, written: Path) -> None:
    for opened in _open(browser, written, permissions=["clipboard-read", "clipboard-write"]):
        card = opened.locator(".card").first
        card.locator("summary").click()
        card.get_by_text("Link to this").click()
        playwright.expect(opened.locator(".toast")).to_have_text("Link copied")
        copied = opened.evaluate("navigator.clipboard.readText()")
        assert copied == f"{written.as_uri()}#{card.get_attribute('id')}"


def test_unfolding_keeps_the_readers_place(opened: Page) -> None:
    opened.locator("#n11").scroll_into_view_if_needed()
    opened.evaluate("document.querySelector('#n10').scrollIntoView({block: 'start'})")
    opened.wait_for_timeout(700)
    where = "document.querySelector('#n10').getBoundingClientRect().top"
    before = opened.evaluate(where)
    opened.keyboard.press("u")
    assert opened.locator("#n7").is_visible()
    assert abs(opened.evaluate(where) - before) < 2


def test_figures_can_be_sorted(opened: Page) -> None:
    opened.get_by_role("button", name="Difference").click()
    rows = opened.locator(".ledger tbody th").all_text_contents()
    assert rows[0] == "Traffickers convicted"
    opened.get_by_role("button", name="Measure").click()
    rows = opened.locator(".ledger tbody th").all_text_contents()
    assert rows == sorted(rows)


def test_without_scripts_everything_is_there(browser: Browser, written: Path) -> None:
    for page in _open(browser, written, java_script_enabled=False):
        assert not page.locator(".filters").is_visible()
        page.locator(".card summary").last.click()
        assert page.locator(".card .quotes").last.is_visible()
        page.locator("details.same summary").first.click()
        assert page.locator("#n7").is_visible()


@pytest.mark.parametrize("width", [320, 390, 768, 1440])
def test_nothing_runs_off_the_screen(browser: Browser, written: Path, width: int) -> None:
    for page in _open(browser, written, viewport={"width": width, "height": 800}):
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_phone_shows_one_column_that_names_the_edition(browser: Browser, written: Path) -> None:
    for page in _open(browser, written, viewport={"width": 390, "height": 800}):
        old, new = page.locator("#o3").bounding_box(), page.locator("#n4").bounding_box()
        assert old is not None and new is not None and new["y"] >= old["y"] + old["height"]
        label = "getComputedStyle(document.querySelector('#o3'), '::before').content"
        assert "2021" in page.evaluate(label)


def test_dark_mode_is_dark(browser: Browser, written: Path) -> None:
    for page in _open(browser, written, color_scheme="dark"):
        ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert sum(int(n) for n in ground[4:-1].split(",")) < 150


def test_printed_pages_hold_the_stories_and_both_editions_if_asked(
    browser: Browser, written: Path, tmp_path: Path
) -> None:
    for page in _open(browser, written):
        page.emulate_media(media="print")
        assert page.locator(".card").first.is_visible()
        assert not page.locator(".filters").is_visible()
        assert not page.locator("#n4").is_visible()
        page.emulate_media(media="screen")
        page.get_by_label("Print both editions too").check()
        page.emulate_media(media="print")
        assert page.locator("#n4").is_visible()
        made = tmp_path / "report.pdf"
        page.emulate_media(media="screen")
        page.pdf(path=made, format="A4")
        assert made.read_bytes().startswith(b"%PDF")


def test_a_long_report_opens_and_jumps_without_laying_out_all(
    browser: Browser, tmp_path: Path
) -> None:
    path = tmp_path / "long.html"
    path.write_text(RENDERERS["html"](long_report(3000), Options()), encoding="utf-8")
    for page in _open(browser, path):
        style = "getComputedStyle(document.querySelector('.rows')).contentVisibility"
        assert page.evaluate(style) == "auto"
        page.goto(f"{path.as_uri()}#n2900")
        page.wait_for_timeout(500)
        box = page.locator("#n2900").bounding_box()
        assert box is not None and 0 <= box["y"] <= 900


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(browser: Browser, written: Path, scheme: str, width: int) -> None:
    need(AXE.is_file(), "axe-core (npm install axe-core, or AXE=path/to/axe.min.js)")
    size = {"width": width, "height": 900}
    for page in _open(browser, written, color_scheme=scheme, viewport=size):
        page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        assert [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == []
        assert len(found["passes"]) > 20


def long_report(size: int) -> Report:
    """Two editions with one long section, every third sentence edited."""
    texts = [f"The inspectorate visited {n} quarries in district {n}." for n in range(size)]
    old = edition("long-2021", 2021, (("Districts", (texts,)),))
    new = edition("long-2022", 2022, (("Districts", (texts,)),))
    links = tuple(Link((n,), (n,), 0.9 if n % 3 == 0 else 1.0) for n in range(size))
    alignment = Alignment(links, (SectionLink(0, 0, 0.9),))
    comparison = Comparison(Reading(old, (), ()), Reading(new, (), ()), alignment, ())
    changes = (SectionChange("Districts", kept=size, old=0, new=0),)
    return replace(
        report(),
        comparison=comparison,
        findings=(),
        stories=(),
        checks=(),
        sections=changes,
        summary=(),
    )
