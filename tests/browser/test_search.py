"""The search by name and by full text."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.fulltext import full_text_installed
from tests.browser.looking import Site, violations
from tools.weigh import SHIFT


def test_the_search_finds_a_person_by_keyboard(page: Page, site: Site, start: str) -> None:
    page.goto(start + site.pages["person"])
    name = page.locator("h1").inner_text()
    page.goto(start + "index.html")
    page.keyboard.press("Control+k")
    field = page.get_by_role("combobox")
    expect(field).to_be_focused()
    field.fill(name[:-1])
    option = page.get_by_role("option", name=name).first
    expect(option).to_be_visible()
    expect(option).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{site.pages['person']}")
    expect(page.locator("h1")).to_have_text(name)


def test_a_name_written_wrongly_is_offered_as_it_is_written(page: Page, site: Site) -> None:
    page.goto(site.http + site.pages["person"])
    name = page.locator("h1").inner_text()
    page.keyboard.press("/")
    page.get_by_role("combobox").fill(name[0] + name[2] + name[1] + name[3:])
    expect(page.get_by_role("option", name=name).first).to_be_visible()
    assert violations(page, "dialog") == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, "dialog", rule="color-contrast") == []
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


@pytest.mark.parametrize(
    ("written", "typed"),
    [("Müller", "mueller"), ("Müller", "Muller"), ("Straße", "STRASSE"), ("Łódź", "lodz"), ("Größe", "groesse")],
)
def test_letters_are_found_as_readers_type_them(written: str, typed: str, page: Page, site: Site) -> None:
    page.goto(site.http + "search/index.html")
    expect(page.get_by_role("option").first).to_be_visible()
    page.evaluate("name => fundstelleIndex({}, `p\\t${name}\\tx\\t1`, '')", written)
    page.get_by_role("combobox").fill(typed)
    expect(page.get_by_role("option")).to_have_count(1)


def test_the_search_page_takes_its_question_from_the_address(page: Page, site: Site, start: str) -> None:
    name = Path(site.pages["place"]).stem
    page.goto(f"{start}search/index.html?q={name}")
    expect(page.get_by_role("option").first).to_have_attribute("href", f"{start}{site.pages['place']}")


@pytest.mark.skipif(not full_text_installed(), reason="Pagefind is not installed; it comes with the extra `search`")
def test_the_full_text_leads_to_the_words(page: Page, site: Site) -> None:
    record = json.loads((site.folder / "data" / site.pages["article"].replace(".html", ".json")).read_text("utf-8"))
    sentence = record["sentences"][2]
    words = record["text"][sentence["start"] : sentence["end"]].split()[:5]
    page.goto(site.http + "search/index.html")
    page.get_by_role("combobox").fill(" ".join(words))
    found = page.locator(f'#full-text a[href*="{site.pages["article"]}"]')
    expect(found).to_be_visible()
    assert "#:~:text=" in str(found.get_attribute("href"))
    found.click()
    page.wait_for_url(f"**/{site.pages['article']}*")


@pytest.mark.skipif(not full_text_installed(), reason="Pagefind is not installed; it comes with the extra `search`")
def test_the_full_text_takes_no_other_word_for_the_one_typed(page: Page, site: Site) -> None:
    page.goto(site.http + "search/index.html")
    page.get_by_role("combobox").fill("sqxyz")
    expect(page.locator(".found-status")).to_have_text("Kein Artikel enthält diese Wörter.")
    expect(page.locator(".search-texts li")).to_have_count(0)
    page.get_by_role("combobox").fill("Ukraine")
    expect(page.locator(".search-texts li").first).to_be_visible()
    marked = page.locator(".search-texts mark").all_inner_texts()
    assert marked
    assert all(word.lower().startswith("ukrain") for word in marked)


def test_a_name_that_nothing_bears_is_looked_for_on_the_search_page(page: Page, start: str) -> None:
    page.goto(start + "index.html")
    page.keyboard.press("Control+k")
    page.get_by_role("combobox").fill("sqxyz")
    expect(page.get_by_role("status")).to_have_text("So heißt hier nichts.")
    expect(page.get_by_role("option")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/index.html?q=sqxyz")
    expect(page.get_by_role("combobox")).to_have_value("sqxyz")


@pytest.mark.parametrize("asked", ["", "?date=2023", "?q=Kiew"])
def test_the_search_page_does_not_move_while_it_loads(asked: str, page: Page, start: str) -> None:
    page.goto(f"{start}search/index.html{asked}")
    expect(page.locator(".search-waiting")).to_have_count(0)
    expect(page.locator(".search-ways")).to_be_visible()
    assert page.evaluate(SHIFT) < 0.1


def test_the_search_gives_the_focus_back(page: Page, site: Site) -> None:
    page.goto(site.http + "index.html")
    page.locator("main a").first.focus()
    page.keyboard.press("/")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("main a").first).to_be_focused()
