"""What holds for every kind of page: accessible, no wider than the window, complete without JavaScript and without a server."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import KINDS, SHORTEN, WORDS, Site, violations


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_and_nothing_is_wider_than_the_window(kind: str, page: Page, site: Site) -> None:
    page.goto(site.http + site.pages[kind])
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.evaluate(SHORTEN)
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme="light")
        assert violations(page) == []
        if width == 1280 or kind == "article":
            # Dark differs in colours only, and only an article has colours that are not there on wide screens.
            page.emulate_media(color_scheme="dark")
            assert violations(page, rule="color-contrast") == []


def test_every_page_is_complete_without_javascript(page: Page, bare: Page, site: Site) -> None:
    for kind, path in site.pages.items():
        if kind != "search":  # its list of the most named is made by the script
            page.goto(site.http + path)
            bare.goto(site.http + path)
            assert bare.evaluate(WORDS) >= 0.95 * page.evaluate(WORDS), kind
    bare.goto(site.http + "index.html")
    bare.locator(".search-link").click()
    bare.locator('main a[href$="people/index.html"]').click()
    expect(bare.locator("h1")).to_be_visible()


def test_every_page_opens_from_a_file_without_an_error(page: Page, site: Site) -> None:
    for path in site.pages.values():
        page.goto(site.file(path))
        expect(page.locator("h1")).to_be_visible()


def test_colours_stay_as_they_were_chosen(page: Page, site: Site) -> None:
    page.goto(site.http + "index.html")
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.locator(".theme-switch").click()
    dark = page.evaluate(paper)
    assert dark != light
    page.goto(site.http + site.pages["article"])
    assert page.evaluate(paper) == dark
