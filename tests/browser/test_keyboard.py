"""Nothing but the Tab key: it reaches every control in reading order, shows where it is, and gets out again."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import SHORTEN, Site

WATCH = """() => {
    const marks = (element) => [element, element.parentElement, element.nextElementSibling].filter(Boolean)
        .some((one) => { const style = getComputedStyle(one); return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0; });
    const covered = (element) => {
        const box = (element.matches('.visually-hidden, input[type=checkbox], input[type=radio]') ? element.parentElement : element).getClientRects()[0];
        const top = box && document.elementFromPoint(Math.min(innerWidth - 1, box.left + box.width / 2), box.top + box.height / 2);
        return !top || !(top.contains(element) || element.contains(top) || top.closest('label')?.contains(element));
    };
    const say = (element) => element.outerHTML.slice(0, 120);
    const stops = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')].filter((element) =>
        element.tabIndex >= 0 && !element.disabled && element.checkVisibility({ visibilityProperty: true }) && !(element.type === 'radio' && !element.checked));
    window.seen = [];
    window.faults = [];
    document.addEventListener('focusin', ({ target }) => {
        if (target === document.body) return;
        window.seen.push(target);
        if (!marks(target)) window.faults.push(`no outline: ${say(target)}`);
        if (covered(target)) window.faults.push(`not to be seen: ${say(target)}`);
    });
    window.missed = () => stops.filter((stop) => !window.seen.includes(stop)).map(say);
    window.turned = () => window.seen.map((stop) => stops.indexOf(stop)).filter((place, index, all) => index && place < all[index - 1]);
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
    return stops.length;
}"""
"""Every stop is asked, when the focus comes, whether it shows it and whether something lies above it (WCAG 2.4.7, 2.4.11)."""


@pytest.mark.parametrize("kind", ["article", "person", "places", "figures", "search"])
def test_tab_reaches_every_control_in_order_and_shows_where_it_is(kind: str, page: Page, site: Site) -> None:
    page.goto(site.http + site.pages[kind])
    if kind == "search":
        expect(page.get_by_role("option").first).to_be_visible()
    page.evaluate(SHORTEN)
    stops = page.evaluate(WATCH)
    assert stops > 10
    for _ in range(stops):
        page.keyboard.press("Tab")
    assert page.evaluate("missed()") == []
    assert page.evaluate("faults") == []
    assert page.evaluate("turned()") == []
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement === document.body || document.activeElement === seen[0]")


def test_keys_work_where_they_are_pressed(page: Page, site: Site) -> None:
    page.goto(site.http + site.pages["article"])
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()
    layer = page.locator("#layer-person")
    layer.focus()
    page.keyboard.press("Space")
    expect(layer).not_to_be_checked()
    page.locator(".panel .entry").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".stepper")).to_be_visible()
    expect(page.locator(".here")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".stepper")).to_be_hidden()
    page.goto(site.http + "people/index.html")
    page.locator('[data-sort="count"]').focus()
    page.keyboard.press("Enter")
    expect(page.locator(".found li").first).to_be_visible()


def test_a_dialog_keeps_the_tab_key_until_it_is_closed(page: Page, site: Site) -> None:
    page.goto(site.http + "index.html")
    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox")).to_be_focused()
    for _ in range(4):
        page.keyboard.press("Tab")
        assert page.evaluate("!document.activeElement.closest('main, header, footer')")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
