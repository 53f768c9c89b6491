"""The articles on the search page, narrowed by names and time."""

import csv
from collections.abc import Iterable
from itertools import combinations

import pytest
from playwright.sync_api import Locator, Page, expect

from generator.fulltext import full_text_installed
from tests.browser.looking import Site, violations

needs_pagefind = pytest.mark.skipif(
    not full_text_installed(), reason="Pagefind is not installed; it comes with the extra `search`"
)
KINDS = {"PERSON": "person", "PLACE": "place", "ORGANISATION": "organisation"}


def _articles(site: Site) -> dict[str, set[str]]:
    """Return by address of an article what is named in it, as filters have it."""
    found: dict[str, set[str]] = {
        f"articles/{path.stem}.html": set() for path in (site.folder / "articles").glob("[!i]*.html")
    }
    with (site.folder / "data" / "mentions.csv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            if row["label"] in KINDS:
                found[f"articles/{row['article']}.html"].add(f"{KINDS[row['label']]}={row['entity'].partition('/')[2]}")
    return found


def _common(articles: dict[str, set[str]]) -> tuple[str, str]:
    """Return two names that some articles have together and some have alone."""
    names = sorted(set().union(*articles.values()))
    for one, other in combinations(names, 2):
        together = [keys for keys in articles.values() if {one, other} <= keys]
        if together and len(together) < sum(one in keys for keys in articles.values()) < len(articles):
            return one, other
    raise AssertionError("no two names are named together")


def _expect_found(page: Page, articles: Iterable[str]) -> None:
    """Wait until the list has these articles, paths, and no others."""
    expected = sorted(articles)
    expect(page.locator(".search-texts a")).to_have_count(len(expected))
    for path in expected:
        expect(page.locator(f'.search-texts a[href*="/{path}"]')).to_have_count(1)


def _found(page: Page) -> list[str]:
    """Return the articles in the list, as paths."""
    links = page.locator(".search-texts a").evaluate_all("links => links.map(link => link.href)")
    return [f"articles/{link.partition('/articles/')[2].partition('#')[0]}" for link in links]


def _facet(page: Page, key: str) -> Locator:
    return page.locator(f'.facet-value[data-key="{key}"]')


def test_names_in_the_address_find_the_articles_that_have_them_all(page: Page, site: Site, start: str) -> None:
    articles = _articles(site)
    one, other = _common(articles)
    page.goto(f"{start}search/index.html?{one}&{other}")
    _expect_found(page, (path for path, keys in articles.items() if {one, other} <= keys))
    expect(page.get_by_role("status").filter(has_text=f"von {len(articles)}")).to_be_visible()
    expect(_facet(page, one)).to_have_attribute("aria-pressed", "true")


def test_filters_are_chosen_and_taken_away_by_keyboard(page: Page, site: Site) -> None:
    articles = _articles(site)
    one, other = _common(articles)
    page.goto(site.http + "search/index.html")
    page.locator(".facets summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator(".facets .field")).to_be_focused()
    expect(page.locator(".facet-value").first).to_be_visible()
    for key in (one, other):
        while not _facet(page, key).count():
            page.locator(f'[data-facet="{key.partition("=")[0]}"] .facet-more').press("Enter")
        _facet(page, key).press("Enter")
        expect(page.locator(f'.chosen [data-key="{key}"]')).to_be_visible()
    expect(_facet(page, other)).to_be_focused()
    assert page.evaluate("location.search") == f"?{one}&{other}"
    _expect_found(page, (path for path, keys in articles.items() if {one, other} <= keys))
    page.locator(f'.chosen [data-key="{one}"]').press("Enter")
    expect(page.locator(f'.chosen [data-key="{other}"]')).to_be_focused()
    page.locator(".clear").press("Enter")
    expect(page.locator(".facets summary")).to_be_focused()
    expect(page.locator(".search-texts li")).to_have_count(0)
    assert page.evaluate("location.search") == ""


def test_the_count_beside_a_name_is_that_of_the_articles_one_gets(page: Page, site: Site) -> None:
    page.goto(site.http + "search/index.html")
    page.locator(".facets summary").click()
    value = page.locator('[data-facet="place"] .facet-value').first
    count = int(value.locator(".facet-count").inner_text())
    value.click()
    expect(page.locator(".found-status")).to_contain_text(f"{count} von")


def test_letters_find_a_name_to_filter_by(page: Page, site: Site) -> None:
    page.goto(site.http + "search/index.html")
    page.locator(".facets summary").click()
    values = page.locator('[data-facet="place"] .facet-value .facet-name')
    expect(values.first).to_be_visible()
    name = values.last.inner_text()
    page.locator(".facets .field").fill(name[:-1].upper())
    expect(values.first).to_have_text(name)


def test_a_year_opens_into_months(page: Page, site: Site) -> None:
    page.goto(site.http + "search/index.html")
    page.locator(".facets summary").click()
    months = page.locator('.facet-value[data-key^="date="]').filter(has_not_text="Jahr")
    year = months.first.get_attribute("data-key") or ""
    _facet(page, year).click()
    month = page.locator(f'.facet-value[data-key^="{year}-"]').first
    expect(_facet(page, year)).to_have_attribute("aria-pressed", "true")
    key = month.get_attribute("data-key") or ""
    month.click()
    expect(_facet(page, key)).to_have_attribute("aria-pressed", "true")
    assert page.evaluate("location.search") == f"?{key}"


@needs_pagefind
def test_words_and_names_narrow_together_and_stay_in_the_address(page: Page, site: Site) -> None:
    page.goto(site.http + "search/index.html")
    page.get_by_role("combobox").fill("in")
    expect(page.locator(".facet-value").first).to_be_visible()
    hits = page.locator(".search-texts li")
    expect(hits.first).to_be_visible()
    value = page.locator(".facet-value:not([data-key^='date'])").first
    count = int(value.locator(".facet-count").inner_text())
    key = value.get_attribute("data-key")
    value.click()
    expect(hits).to_have_count(min(count, 10))
    assert page.evaluate("location.search") == f"?q=in&{key}"
    before = _found(page)
    page.reload()
    _expect_found(page, before)
    expect(page.locator(".search-texts mark").first).to_be_visible()


def test_a_filter_that_nothing_bears_is_passed_over(page: Page, site: Site) -> None:
    page.goto(site.http + "search/index.html?person=niemand&date=gestern")
    expect(page).to_have_url(f"{site.http}search/index.html")
    expect(page.locator(".found")).to_be_visible()
    expect(page.locator(".chosen li")).to_have_count(0)
    expect(page.locator(".found-status")).to_be_empty()


def test_scripts_of_two_builds_are_not_mixed(page: Page, site: Site) -> None:
    articles = _articles(site)
    page.route("**/search-facets.js", lambda route: route.fulfill(body='fundstelleFacets("00000000", "0/1")'))
    page.goto(f"{site.http}search/index.html?{_common(articles)[0]}")
    expect(page.locator(".found-note")).to_have_text("Die Filter ließen sich nicht laden.")
    expect(page.locator(".facets")).to_be_hidden()
    page.unroute("**/search-facets.js")


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_no_fault_among_the_filters(width: int, page: Page, site: Site) -> None:
    one, _ = _common(_articles(site))
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{site.http}search/index.html?{one}")
    expect(page.locator(".search-texts li").first).to_be_visible()
    if not page.locator(".facets .field").is_visible():
        page.locator(".facets summary").click()
    expect(page.locator(".facet-value").first).to_be_visible()
    assert violations(page, "#full-text") == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, "#full-text", rule="color-contrast") == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
