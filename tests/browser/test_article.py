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


CLOCK = """() => {
    document.addEventListener('pointerover', (event) => { if (event.target.closest('.m.person')) window.entered ??= performance.now(); }, true);
    const card = document.getElementById('card');
    window.openings = [];
    new MutationObserver(() => { if (!card.hidden) openings.push(performance.now()); }).observe(card, { attributeFilter: ['hidden'] });
}"""
"""When the pointer came onto a name, and when a card opened."""


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


def test_layers_stand_in_the_address_and_go_along_to_other_articles(page: Page, site: Site, start: str) -> None:
    other = next(
        path
        for path in sorted(site.folder.glob("articles/*.html"))
        if path.stem not in (site.pages["article"], "index")
    )
    page.goto(start + site.pages["article"])
    page.locator("label:has(#layer-place)").click()
    page.locator("label:has([value=full])").click()
    assert page.evaluate("location.search") == "?layers=person,organisation,figure,date&strength=full"
    page.goto(f"{start}articles/{other.name}")
    expect(page.locator("#layer-place")).not_to_be_checked()
    expect(page.locator("[value=full]")).to_be_checked()
    page.evaluate("localStorage.clear()")
    page.goto(f"{start}articles/{other.name}?layers=place")
    expect(page.locator("#layer-place")).to_be_checked()
    expect(page.locator("#layer-person")).not_to_be_checked()


def test_without_a_script_the_panel_is_whole_and_its_links_lead_to_the_text(bare: Page, site: Site) -> None:
    bare.goto(site.http + site.pages["article"])
    groups = bare.locator(".panel-group")
    assert groups.evaluate_all("all => all.every(group => group.checkVisibility())")
    expect(bare.get_by_role("tab")).to_have_count(0)
    entry = groups.last.locator(".entry").last
    anchor = str(entry.get_attribute("href"))
    entry.click()
    expect(bare.locator(anchor)).to_be_in_viewport()
    bare.locator("label:has(#layer-person)").click()
    line = bare.locator(".text a.m.person").first.evaluate("mark => getComputedStyle(mark).textDecorationLine")
    assert line == "none"


def test_on_paper_every_name_has_a_numbered_note(page: Page, site: Site) -> None:
    page.goto(site.http + site.pages["article"])
    page.emulate_media(media="print")
    notes = page.locator(".notes .card")
    expect(notes.first).to_be_visible()
    assert page.locator(".m.first").count() == notes.count()
    numbers = page.locator(".m.first").evaluate_all("all => all.map(mark => getComputedStyle(mark, '::after').content)")
    assert set(numbers) == {"counter(note)"}
    assert [
        part for part in (".masthead-nav", ".legend", ".panel", ".neighbours") if page.locator(part).is_visible()
    ] == []


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


def test_a_card_opens_after_a_moment_and_not_for_a_pointer_passing_by(page: Page, site: Site) -> None:
    page.goto(site.http + site.pages["article"])
    mention = page.locator(".text a.m.person").first
    mention.scroll_into_view_if_needed()
    page.evaluate(CLOCK)
    mention.hover()
    expect(page.locator("#card")).to_be_visible()
    assert page.evaluate("openings[0] - entered") >= 450
    page.keyboard.press("Escape")
    mention.dispatch_event("pointerover", {"pointerType": "mouse", "bubbles": True})
    mention.dispatch_event("pointerout", {"pointerType": "mouse", "bubbles": True})
    page.locator(".text .figure a").first.hover()
    expect(page.locator("#card")).to_be_visible()
    assert page.evaluate("openings.length") == 2


def test_the_keyboard_goes_into_a_card_and_back_to_its_name(page: Page, site: Site) -> None:
    page.goto(site.http + site.pages["article"])
    mention = page.locator(".text a.m.person").first
    mention.focus()
    page.keyboard.press("Alt+ArrowDown")
    links = page.locator("#card a")
    expect(links.first).to_be_focused()
    for _ in range(links.count()):
        page.keyboard.press("Tab")
    expect(mention).to_be_focused()
    expect(page.locator("#card")).to_be_hidden()
    page.keyboard.press("Alt+ArrowDown")
    expect(links.first).to_be_focused()
    page.keyboard.press("Escape")
    expect(mention).to_be_focused()
    expect(page.locator("#card")).to_be_hidden()


def test_the_panel_shows_one_layer_at_a_time(page: Page, site: Site) -> None:
    page.goto(site.http + site.pages["article"])
    person, place, last = page.locator("#tab-person"), page.locator("#tab-place"), page.get_by_role("tab").last
    expect(page.locator("#panel-person")).to_be_visible()
    expect(page.locator("#panel-place")).to_be_hidden()
    place.click()
    expect(page.get_by_role("tabpanel")).to_have_count(1)
    expect(page.locator("#panel-place")).to_be_visible()
    page.keyboard.press("ArrowUp")
    expect(person).to_be_focused()
    expect(person).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowUp")
    expect(last).to_be_focused()
    page.keyboard.press("Home")
    expect(page.locator("#panel-person")).to_be_visible()
    assert violations(page, ".panel") == []


def test_the_panel_is_in_the_order_of_the_text_when_asked(page: Page, site: Site) -> None:
    page.goto(site.http + site.pages["article"])
    page.locator("#tab-place").click()
    entries = page.locator("#panel-place .entry")
    script = "all => all.map(entry => +entry.hash.slice(3))"
    frequent = entries.evaluate_all(script)
    page.get_by_role("button", name="wie im Text").click()
    assert entries.evaluate_all(script) == sorted(frequent)
    page.get_by_role("button", name="nach Häufigkeit").click()
    assert entries.evaluate_all(script) == frequent


def test_one_follows_a_name_and_comes_back_to_where_one_was_reading(page: Page, site: Site) -> None:
    page.goto(site.http + site.pages["article"])
    page.locator("#tab-place").click()
    entry = page.locator("#panel-place .entry:has(.count)").first
    count = entry.locator(".count").inner_text()
    entry.click()
    stepper = page.locator(".stepper")
    expect(stepper.get_by_role("status")).to_have_text(f"1 von {count}")
    expect(entry).to_have_attribute("aria-current", "true")
    page.keyboard.press("p")
    expect(stepper.get_by_role("status")).to_have_text(f"{count} von {count}")
    expect(page.locator(".here")).to_be_in_viewport()
    stepper.get_by_role("button", name="Zurück zu").click()
    expect(stepper).to_be_hidden()
    page.wait_for_function("scrollY === 0")


def test_the_panel_follows_what_one_follows_in_the_text(page: Page, site: Site) -> None:
    page.goto(site.http + site.pages["article"])
    name = page.locator("#panel-place .entry-name").first.text_content()
    anchor = page.locator("#panel-place .entry").first.get_attribute("href")
    page.goto(site.http + site.pages["article"] + str(anchor))
    expect(page.locator("#tab-place")).to_have_attribute("aria-selected", "true")
    expect(page.locator(".panel .entry[aria-current] .entry-name")).to_have_text(str(name))
    expect(page.locator(".stepper-back")).to_be_hidden()


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
    length = touched.evaluate("document.documentElement.scrollHeight")
    touched.locator(".lower-bar").tap()
    panel = touched.locator("dialog.panel")
    expect(panel).to_be_visible()
    assert touched.evaluate("document.documentElement.scrollHeight") == length
    panel.get_by_role("tab").last.tap()
    expect(panel.locator(".panel-group").last).to_be_visible()
    panel.get_by_role("tab").first.tap()
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
