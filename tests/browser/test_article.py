"""The article page: layers, cards, following one name, the panel as a sheet."""

from playwright.sync_api import Page, expect

from tests.browser.looking import Site, violations

PARAGRAPH = """paragraph => {
    const mention = document.querySelector('.text a.m.person').cloneNode();
    mention.id = 'here';
    mention.textContent = 'Putin';
    const way = document.createElement('a');
    way.className = 'to-source';
    way.href = 'https://example.org/a#:~:text=Kalt%20war%20es.';
    way.dataset.sentences = '15 29';
    paragraph.replaceChildren('Kalt war es 🕊. Da kam ', mention, '. Und er blieb lange.', way);
}"""
"""Two sentences before the last, a dove of two code units; the name stands in the second."""


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


def test_a_card_leads_to_the_sentence_of_its_mention_in_the_original(page: Page, site: Site) -> None:
    page.goto(site.http + site.pages["article"])
    page.locator(".text > p:not(:has(.dateline))").first.evaluate(PARAGRAPH)
    page.locator("#here").hover()
    expect(page.locator("#card .card-original a")).to_have_attribute(
        "href", "https://example.org/a#:~:text=Da%20kam%20Putin."
    )


def test_the_map_of_the_article_shows_what_is_in_the_window(page: Page, site: Site) -> None:
    page.goto(site.http + site.pages["article"])
    frame = page.locator(".minimap-frame")
    expect(frame).to_have_attribute("x", "0")
    page.locator(".after-text").evaluate("part => part.scrollIntoView()")
    expect(frame).not_to_have_attribute("x", "0")
    page.evaluate("scrollTo(0, 0)")
    expect(frame).to_have_attribute("x", "0")


def test_the_sections_stand_in_one_line_and_the_reader_sees_the_own_one(touched: Page, site: Site) -> None:
    touched.set_viewport_size({"width": 320, "height": 640})
    touched.goto(site.http + site.pages["timeline"])
    here = touched.locator(".masthead-nav [aria-current]")
    expect(here).to_be_in_viewport(ratio=1)
    tops = touched.locator(".masthead-nav a").evaluate_all("links => links.map(link => link.offsetTop)")
    assert len(set(tops)) == 1


def _judge(page: Page, part: str) -> None:
    """Let axe look at an open part of the page in both colours."""
    page.emulate_media(color_scheme="light")
    assert violations(page, part) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, part, rule="color-contrast") == []
