"""The index of a portfolio as its reader uses it, in Chromium, from the file system."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.test_page import AXE, _open, need  # skips where playwright is missing
from tests.browser.test_page import browser as browser
from tests.portfolio.making import compared
from tracediff.portfolios.site import write_site

playwright = pytest.importorskip("playwright.sync_api", reason="needs the playwright package")

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    top = tmp_path_factory.mktemp("portfolio")
    found, store = compared(top)
    write_site(found, store, top / "site", title="Ports")
    return top / "site" / "index.html"


@pytest.fixture
def opened(browser: Browser, index: Path) -> Iterator[Page]:
    yield from _open(browser, index)


def shown(page: Page) -> list[str]:
    names = page.locator(".ranking tbody tr:not([hidden]) .file").all_text_contents()
    return [str(one).removesuffix("-2021.md") for one in names]


def test_a_search_finds_what_the_list_does_not_show_and_leads_to_it(opened: Page) -> None:
    opened.keyboard.press("/")
    opened.keyboard.type("pilots gone")
    playwright.expect(opened.locator(".shown")).to_have_text("3 of 4 documents")
    assert sorted(shown(opened)) == ["alta", "brin", "corr"]
    assert opened.locator(".hits li").count() >= 3
    opened.locator(".hits a").first.click()
    opened.wait_for_url("**/pages/*#?q=*")
    playwright.expect(opened.locator(".card:not([hidden])")).to_have_count(1)
    opened.get_by_role("link", name="All documents").click()
    opened.wait_for_url("**/index.html")


def test_filters_go_together_and_stand_in_the_address(opened: Page) -> None:
    opened.get_by_role("combobox", name="Rule").select_option("N102 fell-to-none")
    playwright.expect(opened.locator(".shown")).to_have_text("1 of 4 documents")
    assert shown(opened) == ["brin"]
    assert "rule=" in opened.url
    opened.reload()
    playwright.expect(opened.locator(".shown")).to_have_text("1 of 4 documents")
    opened.get_by_role("combobox", name="Section").select_option("Inspections")
    opened.get_by_role("button", name="Reset").click()
    playwright.expect(opened.locator(".ranking tr[hidden]")).to_have_count(0)
    assert "#?" not in opened.url


def test_columns_sort_both_ways(opened: Page) -> None:
    ranked = shown(opened)
    opened.get_by_role("button", name="Document").click()
    assert shown(opened) == ["alta", "brin", "corr", "dorn"]
    opened.get_by_role("button", name="Document").click()
    assert shown(opened) == ["dorn", "corr", "brin", "alta"]
    opened.get_by_role("button", name="To none").click()
    assert shown(opened)[0] == "brin"
    opened.get_by_role("button", name="#").click()
    assert shown(opened) == ranked


def test_a_story_of_many_names_its_documents(opened: Page) -> None:
    opened.locator(".common summary").first.click()
    assert opened.locator(".common li").first.locator("a").count() == 3


@pytest.mark.parametrize("width", [360, 900, 1400])
def test_nothing_is_wider_than_the_window(browser: Browser, index: Path, width: int) -> None:
    for page in _open(browser, index, viewport={"width": width, "height": 800}):
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        playwright.expect(page.locator(".ranking .story").first).to_be_visible()


def test_without_scripts_the_ranking_is_there(browser: Browser, index: Path) -> None:
    for page in _open(browser, index, java_script_enabled=False):
        assert len(shown(page)) == 4
        assert page.locator(".matrix tbody tr").count() == 5
        assert not page.locator(".filters").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_accessible(browser: Browser, index: Path, scheme: str) -> None:
    need(AXE.exists(), "axe-core")
    for page in _open(browser, index, color_scheme=scheme, bypass_csp=True):
        page.add_script_tag(path=str(AXE))
        found = page.evaluate("async () => (await axe.run()).violations")
        assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
