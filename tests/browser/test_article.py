"""The article page: layers, cards, following one name, the panel as a sheet."""

from playwright.sync_api import Page, expect

from tests.browser.looking import Site, violations


def test_from_an_article_to_a_person_and_back_to_the_mention(page: Page, site: Site, start: str) -> None:
    page.goto(start + site.pages["article"])
    mention = page.locator(".text a.m.person").first
    anchor = mention.get_attribute("id")
    mention.click()
    expect(page.locator("h1")).to_be_visible()
    assert "/people/" in page.url
    article = site.pages["article"].rpartition("/")[2]
    page.locator(f'a[href$="{article}#{anchor}"]').first.click()
    page.wait_for_url(f"**/{article}*")
    target = page.locator(f"#{anchor}")
    expect(target).to_be_in_viewport()
    assert page.evaluate("document.querySelector(':target').id") == anchor


def test_layers_switch_and_stay_switched(page: Page, site: Site, start: str) -> None:
    def line() -> str:
        return str(page.locator(".text a.m.person").first.evaluate("mark => getComputedStyle(mark).textDecorationLine"))

    page.goto(start + site.pages["article"])
    before = line()
    page.locator("label:has(#layer-person)").click()
    expect(page.locator("#layer-person")).not_to_be_checked()
    assert line() != before
    page.reload()
    expect(page.locator("#layer-person")).not_to_be_checked()
    assert line() != before
    page.locator("label:has(#layer-person)").click()
    assert line() == before


def test_a_card_opens_on_hover_and_closes_by_escape(page: Page, site: Site) -> None:
    page.goto(site.http + site.pages["article"])
    mention = page.locator(".text a.m.person").first
    mention.scroll_into_view_if_needed()
    card = page.locator("#card")
    expect(card).to_be_hidden()
    mention.hover()
    expect(card).to_be_visible()
    card.hover()
    page.wait_for_timeout(400)
    expect(card).to_be_visible()
    assert violations(page, "#card") == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, "#card", rule="color-contrast") == []
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()


def test_a_card_opens_on_keyboard_focus(page: Page, site: Site) -> None:
    page.goto(site.http + site.pages["article"])
    mention = page.locator(".text a.m.person").first
    link = page.locator("#text a").first
    link.focus()
    for _ in range(30):
        if mention.evaluate("mark => mark === document.activeElement"):
            break
        page.keyboard.press("Tab")
    expect(page.locator("#card")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#card")).to_be_hidden()


def test_n_and_p_step_through_the_mentions_of_one_name(page: Page, site: Site) -> None:
    page.goto(site.http + site.pages["article"])
    page.locator(".panel .entry:has(.count)").first.click()
    first = page.evaluate("location.hash")
    page.keyboard.press("n")
    assert page.evaluate("location.hash") != first
    page.keyboard.press("p")
    assert page.evaluate("location.hash") == first
    expect(page.locator(".stepper")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".stepper")).to_be_hidden()


def test_on_a_narrow_screen_panel_and_cards_are_sheets(touched: Page, site: Site) -> None:
    touched.goto(site.http + site.pages["article"])
    touched.locator(".lower-bar").tap()
    panel = touched.locator("dialog.panel")
    expect(panel).to_be_visible()
    _judge(touched, "dialog.panel")
    panel.locator(".entry").first.tap()
    expect(panel).to_be_hidden()
    expect(touched.locator(".stepper")).to_be_visible()
    _judge(touched, ".stepper")
    touched.locator(".text a.m.person").first.tap()
    card = touched.locator("dialog.sheet:not(.panel)")
    expect(card).to_be_visible()
    _judge(touched, "dialog.sheet:not(.panel)")
    touched.keyboard.press("Escape")
    expect(card).to_be_hidden()


def test_the_list_of_keys_opens_and_closes(page: Page, site: Site) -> None:
    page.goto(site.http + site.pages["article"])
    page.keyboard.press("?")
    keys = page.locator("dialog.keys")
    expect(keys).to_be_visible()
    _judge(page, "dialog.keys")
    page.keyboard.press("Escape")
    expect(keys).to_be_hidden()


def _judge(page: Page, part: str) -> None:
    """Let axe look at an open part of the page in both colours."""
    page.emulate_media(color_scheme="light")
    assert violations(page, part) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, part, rule="color-contrast") == []
